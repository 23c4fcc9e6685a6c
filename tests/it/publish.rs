//! A build that fails leaves the site as it was, or whole and new once the next one has run.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use dateline::diagnostic::Sink;
use dateline::pipeline::{self, Failure};
use dateline::publish::{Danger, PublishError};
use dateline::world::{InjectedFault, MemoryWorld, Operation, World as _};

use crate::project::Project;
use crate::site_test::{Desk, ROOT, SiteTest, instant};

const GOOD: &str = "---\ntitle: Good\ndate: 2025-01-01\n---\n\nText.\n";
const OTHER: &str = "---\ntitle: Other\ndate: 2024-01-01\n---\n\nText.\n";

/// A published site of two articles, which the next build is to change.
fn published() -> SiteTest {
    let site = SiteTest::new().article("a.md", GOOD).article("b.md", OTHER);
    site.built();
    site
}

/// With a change of every kind: a page changed, one new, one gone, a new style sheet.
fn edited(site: SiteTest) -> SiteTest {
    site.article("a.md", &GOOD.replace("Good", "Better"))
        .article("c.md", "---\ntitle: New\ndate: 2023-01-01\n---\n")
        .file("static/site.css", "b {}")
        .without("content/b.md")
}

#[track_caller]
fn assert_refused(site: &SiteTest, why: &str) {
    let before = site.output(&Path::new(ROOT).join("public"));
    assert!(!before.is_empty());
    let outcome = site.build();
    assert!(matches!(outcome.result, Err(Failure::Content)), "{why}");
    assert!(!outcome.found.errors().is_empty(), "{why}");
    assert_eq!(outcome.files, before, "{why}");
}

#[test]
fn a_bad_article_leaves_the_site_as_it_was() {
    let site = edited(published()).article("d.md", "---\ntitle: D\ndate: never\n---\n");
    assert_refused(&site, "a bad date");
    let site = edited(published()).article("d.md", "---\ntitle: D\ndate: 2025\n---\n[x](y.md)\n");
    assert_refused(&site, "a broken link");
}

#[test]
fn a_bad_template_leaves_the_site_as_it_was() {
    for text in ["{% if %}", "{{ nothing }}", "{{ article.title | nothing }}"] {
        let site = edited(published()).file("templates/article.html", text);
        assert_refused(&site, text);
    }
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_site_as_it_was() {
    for path in [
        "content/c.md",
        "content",
        "site.yaml",
        "static/site.css",
        "templates/base.html",
    ] {
        let mut site = edited(published()).file("templates/base.html", "x");
        site.world = site.world.with_denied(Path::new(ROOT).join(path));
        assert_refused(&site, path);
    }
}

#[test]
fn an_article_that_changes_while_the_site_is_built_leaves_the_site_as_it_was() {
    let site = edited(published());
    let before = site.output(&Path::new(ROOT).join("public"));
    let desk = site.prepare();
    site.world.set(Path::new(ROOT).join("content/a.md"), OTHER);
    let result = publish(&site.world, &site, &desk);
    assert!(matches!(result, Err(Failure::Content)));
    assert_eq!(site.output(&Path::new(ROOT).join("public")), before);
}

fn publish(world: &MemoryWorld, site: &SiteTest, desk: &Desk) -> Result<pipeline::Built, Failure> {
    let prepared = desk.prepared.as_ref().expect("a good site");
    let (sources, mut sink) = (&desk.sources, Sink::default());
    pipeline::build(
        world,
        &site.settings,
        prepared,
        sources,
        &mut sink,
        &|_, _| {},
    )
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A world with the same files, and no faults.
fn copy(files: &Files) -> MemoryWorld {
    let world = MemoryWorld::new(instant("2026-01-15T12:00:00Z"));
    files.iter().fold(world, |world, (path, bytes)| {
        world.with(Path::new("/").join(path), bytes)
    })
}

fn output_of(world: &MemoryWorld) -> Files {
    world.files(Path::new(ROOT).join("public"))
}

/// Builds the edited site over the published one, once with each fault; `first` begins with no
/// output at all. Returns how many builds were cut short.
fn cut_short_everywhere(first: bool, fault: impl Fn(usize) -> InjectedFault) -> usize {
    let site = if first {
        edited(SiteTest::new().article("b.md", OTHER))
    } else {
        edited(published())
    };
    let start = site.world.files("/");
    let old = output_of(&site.world);
    let clean = copy(&start);
    let desk = site.prepare();
    publish(&clean, &site, &desk).expect("without a fault it works");
    let new = output_of(&clean);
    assert_ne!(old, new);

    let mut cut = 0;
    for nth in 0.. {
        let world = copy(&start);
        world.set_fault(fault(nth));
        let result = publish(&world, &site, &desk);
        let asked = world.log().into_iter();
        let counted = |operation| fault(0).operation.is_none_or(|only| only == operation);
        let reached = asked.filter(|(operation, _)| counted(*operation)).count() > nth;
        let after = output_of(&world);
        world.set_fault(None);
        if result.is_ok() {
            assert!(after == new, "fault {nth}: published, but not the new site");
        } else {
            cut += 1;
            for (path, bytes) in &after {
                let whole = [&old, &new]
                    .iter()
                    .any(|site| site.get(path) == Some(bytes));
                assert!(
                    whole,
                    "fault {nth}: {} is neither old nor new",
                    path.display()
                );
            }
        }
        // Either nothing has happened, or the next build completes what was begun, even if it
        // has nothing of its own to publish.
        let healed = match publish(&world, &site, &desk) {
            Ok(built) => built.healed,
            Err(failure) => panic!("fault {nth}: the next build fails: {failure:?}"),
        };
        assert!(output_of(&world) == new, "fault {nth}: not healed");
        if result.is_err() && after != old {
            assert!(
                healed,
                "fault {nth}: the output had changed and nobody says so"
            );
        }
        let left = stray(&world);
        assert!(left.is_empty(), "fault {nth}: {left:?} is left over");
        if !reached {
            break;
        }
    }
    cut
}

/// What of the state folder should not be there between two builds.
fn stray(world: &MemoryWorld) -> Vec<PathBuf> {
    let state = world.files(Path::new(ROOT).join(".public.dateline"));
    let kept = ["lock", "manifest"].map(PathBuf::from);
    state
        .into_keys()
        .filter(|path| !kept.contains(path))
        .collect()
}

#[test]
fn a_full_disk_at_any_file_that_is_written_destroys_nothing() {
    let full = |nth| InjectedFault::of(Operation::Create, nth, ErrorKind::StorageFull);
    assert!(cut_short_everywhere(false, full) > 5);
    assert!(cut_short_everywhere(true, full) > 5);
}

#[test]
fn a_fault_at_any_rename_destroys_nothing() {
    for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied] {
        let fails = |nth| InjectedFault::of(Operation::Rename, nth, kind);
        assert!(cut_short_everywhere(false, fails) > 5);
    }
    let fails = |nth| InjectedFault::of(Operation::Rename, nth, ErrorKind::StorageFull);
    assert!(cut_short_everywhere(true, fails) > 0);
}

#[test]
fn a_fault_at_any_sync_destroys_nothing() {
    for operation in [Operation::Sync, Operation::SyncAll] {
        let fails = |nth| InjectedFault::of(operation, nth, ErrorKind::StorageFull);
        assert!(cut_short_everywhere(false, fails) > 0, "{operation:?}");
        assert!(cut_short_everywhere(true, fails) > 0, "{operation:?}");
    }
}

#[test]
fn a_fault_at_any_folder_made_or_file_removed_destroys_nothing() {
    for operation in [Operation::MakeFolder, Operation::RemoveFile] {
        let fails = |nth| InjectedFault::of(operation, nth, ErrorKind::ReadOnlyFilesystem);
        cut_short_everywhere(false, fails);
    }
}

#[test]
fn a_build_that_is_killed_anywhere_is_healed_by_the_next() {
    assert!(cut_short_everywhere(false, InjectedFault::kill) > 50);
    assert!(cut_short_everywhere(true, InjectedFault::kill) > 50);
}

#[test]
fn a_second_build_meanwhile_is_refused_and_names_the_first() {
    let site = edited(published());
    let before = site.output(&Path::new(ROOT).join("public"));
    let lock = Path::new(ROOT).join(".public.dateline/lock");
    let held = site.world.lock(&lock, "process 4711, since noon").ok();
    let outcome = site.build();
    match &outcome.result {
        Err(Failure::Publish(PublishError::Held { holder, .. })) => {
            assert_eq!(holder, "process 4711, since noon");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(outcome.files, before);
    drop(held);
    assert!(site.build().result.is_ok());
}

#[test]
fn the_program_ends_with_2_while_another_holds_the_lock() {
    let project = Project::new().article("a.md", GOOD);
    project.run("build").code(0);
    let before = project.output();
    project.write("content/a.md", GOOD.replace("Good", "Better"));
    let path = project.root().join(".public.dateline/lock");
    let mut lock = std::fs::File::options()
        .read(true)
        .write(true)
        .truncate(true)
        .open(path)
        .expect("the lock's file stays");
    lock.lock().expect("nobody holds it");
    lock.write_all(b"process 4711, since noon")
        .expect("written");
    let ran = project.run("build").code(2);
    assert!(ran.err.contains("process 4711, since noon"), "{}", ran.err);
    assert!(ran.err.contains("another build"), "{}", ran.err);
    assert_eq!(project.output(), before);
    drop(lock);
    // A dead holder's lock is no lock, whatever stands in the file.
    project.run("build").code(0);
    assert_ne!(project.output(), before);
}

/// Whether an output is refused for the right reason.
type Right = fn(&Danger) -> bool;

#[test]
fn an_output_where_something_could_be_lost_is_refused() {
    let cases: [(&str, Right); 9] = [
        ("/", |d| matches!(d, Danger::Root)),
        ("/desk", |d| matches!(d, Danger::Home)),
        (ROOT, |d| matches!(d, Danger::Project)),
        ("/desk/site/content", |d| matches!(d, Danger::Protected(_))),
        ("/desk/site/content/out", |d| {
            matches!(d, Danger::Protected(_))
        }),
        ("/desk/site/templates", |d| {
            matches!(d, Danger::Protected(_))
        }),
        ("/desk/site/static/x", |d| matches!(d, Danger::Protected(_))),
        ("/desk/site/public/../content", |d| {
            matches!(d, Danger::Protected(_))
        }),
        ("/desk/site/link", |d| {
            matches!(d, Danger::Protected(_) | Danger::Project)
        }),
    ];
    for (output, right) in cases {
        let mut site = SiteTest::new().article("a.md", GOOD);
        site.world = site
            .world
            .with_link(format!("{ROOT}/link"), format!("{ROOT}/content"));
        let site = site.settings(|s| s.output = Some(PathBuf::from(output)));
        let before = site.world.files("/");
        match site.build().result {
            Err(Failure::Publish(PublishError::Dangerous { danger, .. })) => {
                assert!(right(&danger), "{output}: {danger:?}");
            }
            other => panic!("{output}: {other:?}"),
        }
        assert_eq!(site.world.files("/"), before, "{output}");
    }
}

#[test]
fn a_folder_with_files_of_others_is_refused() {
    let site = SiteTest::new()
        .article("a.md", GOOD)
        .file("public/thesis.doc", "ten years of work");
    let before = site.world.files(Path::new(ROOT).join("public"));
    match site.build().result {
        Err(Failure::Publish(PublishError::Foreign { path, count, .. })) => {
            assert_eq!((path.file_name(), count), (Some("thesis.doc".as_ref()), 1));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(site.world.files(Path::new(ROOT).join("public")), before);
}

#[test]
fn the_program_refuses_such_folders_with_2_and_says_what_to_do() {
    let project = Project::new()
        .article("a.md", GOOD)
        .file("taken/thesis.doc", "ten years of work")
        .file("a-file", "x");
    let before = project.files();
    for (output, words) in [
        (".", "the project's own folder"),
        ("..", "the project's own folder"),
        ("content", "from which the site is built"),
        ("content/public", "from which the site is built"),
        ("site.yaml", "from which the site is built"),
        ("taken", "that Dateline did not write"),
        ("a-file", "is not a folder"),
    ] {
        let ran = project.run(&format!("build --output {output}")).code(2);
        assert!(ran.err.contains(words), "{output}: {}", ran.err);
        assert!(ran.err.contains("choose a"), "{output}: {}", ran.err);
        let mut after = project.files();
        after
            .retain(|path, _| !path.ends_with(".dateline/lock") && !path.starts_with(".dateline/"));
        assert_eq!(after, before, "{output}");
    }
    let home = project.around().join("home");
    std::fs::create_dir(&home).expect("made");
    let mut command = project.command();
    command.env("HOME", &home).arg("build").arg("--output");
    let ran = crate::project::ran(command.arg(&home)).code(2);
    assert!(ran.err.contains("your home folder"), "{}", ran.err);
}

#[test]
fn a_failing_build_ends_with_1_and_says_that_the_site_is_unchanged() {
    let project = Project::new().article("a.md", GOOD);
    project.run("build").code(0);
    let before = project.output();
    project.write("content/b.md", "---\ntitle: B\ndate: never\n---\n");
    let ran = project.run("build").code(1);
    assert!(ran.err.contains("the site is unchanged"), "{}", ran.err);
    assert_eq!(project.output(), before);
    project.write("content/b.md", OTHER);
    project.write("templates/article.html", "{{ nothing }}");
    let ran = project.run("build").code(1);
    assert!(ran.err.contains("the site is unchanged"), "{}", ran.err);
    assert_eq!(project.output(), before);
}

#[test]
fn a_style_sheet_that_was_replaced_stays_for_two_publications() {
    let site = SiteTest::new().article("a.md", GOOD);
    let sheets = |site: &SiteTest| {
        let files = site.built().files.into_keys();
        files.filter(|r| r.ends_with(".css")).count()
    };
    assert_eq!(sheets(&site), 1);
    let mut site = site;
    for (n, count) in [(1, 2), (2, 3), (3, 3), (4, 3)] {
        site = site.file("static/site.css", &format!("b {{ order: {n} }}"));
        assert_eq!(sheets(&site), count, "{n}");
    }
    assert_eq!(sheets(&site), 3, "nothing changed");
}
