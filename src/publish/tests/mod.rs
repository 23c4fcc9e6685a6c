//! Publishes small sites in every way.

mod adopt;
mod clean;
mod faults;
mod history;
mod links;
mod os;
mod refusals;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::DateTime;

use super::*;
use crate::world::{MemoryWorld, Operation};

const ASSET: Class = Class::Asset {
    fingerprinted: false,
};
const FINGERPRINTED: Class = Class::Asset {
    fingerprinted: true,
};

/// The files to put, by route.
type SiteFiles = BTreeMap<String, (Class, Vec<u8>)>;

fn site<const N: usize>(files: [(&str, Class, &str); N]) -> SiteFiles {
    files
        .into_iter()
        .map(|(route, class, text)| (route.to_owned(), (class, text.as_bytes().to_owned())))
        .collect()
}

fn world() -> MemoryWorld {
    MemoryWorld::new(DateTime::UNIX_EPOCH)
        .with_folder("/p/content")
        .with_folder("/p/templates")
}

fn begin<'w>(world: &'w dyn World, output: &str) -> Result<Publication<'w>, PublishError> {
    let protected = [PathBuf::from("/p/content"), PathBuf::from("/p/templates")];
    Publication::begin(world, &settings(output, &protected))
}

fn settings<'a>(output: &'a str, protected: &'a [PathBuf]) -> PublishSettings<'a> {
    PublishSettings {
        output: Path::new(output),
        root: Path::new("/p"),
        version: "0.1.0",
        protected,
        adopt: false,
    }
}

fn publish(world: &dyn World, site: &SiteFiles) -> Result<Report, PublishError> {
    let publication = begin(world, "/p/public")?;
    for (route, (class, bytes)) in site {
        publication.put(route, *class, bytes)?;
    }
    publication.commit()
}

/// Returns the expected output after publishing `site`.
fn tree(site: &SiteFiles) -> BTreeMap<PathBuf, Vec<u8>> {
    site.iter()
        .map(|(route, (_, bytes))| (PathBuf::from(route), bytes.clone()))
        .collect()
}

fn output(world: &MemoryWorld) -> BTreeMap<PathBuf, Vec<u8>> {
    world.files("/p/public")
}

/// Returns the names in the state folder.
fn state(world: &MemoryWorld) -> Vec<String> {
    world
        .names(Path::new("/p/.public.dateline"))
        .unwrap_or_default()
}

fn small() -> SiteFiles {
    site([
        ("style.css", ASSET, "body {}"),
        ("2026/a/index.html", Class::Page, "article a"),
        ("2026/b/index.html", Class::Page, "article b"),
        ("index.html", Class::List, "a, b"),
        ("feed.xml", Class::List, "<a/><b/>"),
    ])
}

#[test]
fn a_publication_can_be_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Publication>();
}

#[test]
fn a_first_publication_is_one_rename_of_the_tree() {
    for world in [world(), world().with_folder("/p/public")] {
        let report = publish(&world, &small()).unwrap();
        assert_eq!((report.new, report.changed, report.same), (5, 0, 0));
        assert_eq!(output(&world), tree(&small()));
        assert_eq!(state(&world), ["lock", "manifest"]);
        let renames = |(operation, _): &&(Operation, PathBuf)| *operation == Operation::Rename;
        // The tree and the manifest.
        assert_eq!(world.log().iter().filter(renames).count(), 2);
    }
}

#[test]
fn an_empty_site_is_an_empty_folder() {
    let world = world();
    publish(&world, &SiteFiles::new()).unwrap();
    assert!(world.names(Path::new("/p/public")).unwrap().is_empty());
    publish(&world, &small()).unwrap();
    assert_eq!(output(&world), tree(&small()));
    publish(&world, &SiteFiles::new()).unwrap();
    assert!(output(&world).is_empty());
}

#[test]
fn the_same_site_again_writes_nothing() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.set_fault(None);
    let report = publish(&world, &small()).unwrap();
    assert_eq!((report.new, report.changed, report.same), (0, 0, 5));
    let writes = |(operation, _): &(Operation, PathBuf)| {
        matches!(
            operation,
            Operation::Create | Operation::Rename | Operation::Sync | Operation::SyncAll
        )
    };
    assert!(!world.log().iter().any(writes), "{:?}", world.log());
}

#[test]
fn only_what_differs_is_written_and_only_what_is_gone_is_removed() {
    let world = world();
    publish(&world, &small()).unwrap();
    let mut next = small();
    next.remove("2026/b/index.html");
    next.insert("index.html".into(), (Class::List, b"a, c".to_vec()));
    next.insert("2027/c/index.html".into(), (Class::Page, b"c".to_vec()));
    world.set_fault(None);
    let report = publish(&world, &next).unwrap();
    assert_eq!(
        report,
        Report {
            new: 1,
            changed: 1,
            same: 3,
            removed: 1,
            left: vec![],
            retained: 0,
            adopted: 0
        }
    );
    assert_eq!(output(&world), tree(&next));
    let creates = |(operation, _): &&(Operation, PathBuf)| *operation == Operation::Create;
    // Two files, the manifest and the journal.
    assert_eq!(world.log().iter().filter(creates).count(), 4);
    let empty = world.stat(Path::new("/p/public/2026/b")).unwrap();
    assert_eq!(empty, None, "an empty folder is removed");
}

#[test]
fn the_disk_has_the_stage_before_the_journal_and_the_journal_before_the_first_step() {
    let world = world();
    publish(&world, &small()).unwrap();
    let next: SiteFiles = small()
        .into_iter()
        .map(|(route, (class, _))| (route, (class, b"other".to_vec())))
        .collect();
    world.set_fault(None);
    publish(&world, &next).unwrap();
    let log: Vec<_> = world
        .log()
        .into_iter()
        .filter(|(operation, _)| {
            matches!(
                operation,
                Operation::Create | Operation::Rename | Operation::Sync | Operation::SyncAll
            )
        })
        .map(|(operation, path)| {
            let path = path.strip_prefix("/p").unwrap().display().to_string();
            format!("{operation:?} {}", path.replace(".public.dateline", "~"))
        })
        .collect();
    assert_eq!(
        log,
        [
            "Create ~/stage/0/0",
            "Create ~/stage/1/1",
            "Create ~/stage/2/2",
            "Create ~/stage/3/3",
            "Create ~/stage/4/4",
            "Create ~/manifest.next",
            "SyncAll ~",
            "Create ~/journal",
            "Sync ~/journal",
            "Sync ~",
            "Rename ~/stage/4/4",
            "Rename ~/stage/0/0",
            "Rename ~/stage/1/1",
            "Rename ~/stage/2/2",
            "Rename ~/stage/3/3",
            "SyncAll public",
            "Rename ~/manifest.next",
            "Sync ~",
            // The removal of the journal is synced.
            "Sync ~",
        ]
    );
}

#[test]
fn a_publication_that_is_dropped_leaves_everything_as_it_was() {
    let world = world();
    publish(&world, &small()).unwrap();
    let before = world.files("/");
    let publication = begin(&world, "/p/public").unwrap();
    publication
        .put("index.html", Class::List, b"other")
        .unwrap();
    drop(publication);
    assert_eq!(world.files("/"), before);
    assert!(begin(&world, "/p/public").is_ok(), "the lock is free");
}

#[test]
fn a_file_that_is_missing_or_was_cut_is_written_again() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.unset("/p/public/2026/a");
    world.set("/p/public/index.html", "a");
    let report = publish(&world, &small()).unwrap();
    assert_eq!((report.changed, report.same), (2, 3));
    assert_eq!(output(&world), tree(&small()));
}

#[test]
fn an_output_that_was_deleted_is_published_anew() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.unset("/p/public");
    let report = publish(&world, &small()).unwrap();
    assert_eq!(report.new, 5);
    assert_eq!(output(&world), tree(&small()));
}

#[test]
fn what_is_kept_needs_no_bytes() {
    let world = world();
    publish(&world, &small()).unwrap();
    let publication = begin(&world, "/p/public").unwrap();
    for (route, (class, bytes)) in &small() {
        assert!(publication.keep(route, *class, Digest::of(bytes)).unwrap());
    }
    assert_eq!(publication.commit().unwrap().same, 5);
    let publication = begin(&world, "/p/public").unwrap();
    let keep = |route, text| {
        publication
            .keep(route, Class::Page, Digest::of(text))
            .unwrap()
    };
    assert!(!keep("index.html", b"other bytes"));
    assert!(!keep("no/such.html", b"a, b"));
}

#[test]
fn fingerprinted_assets_stay_for_two_more_publications() {
    let world = world();
    let at = |n: usize| {
        let name = format!("app.{n}.js");
        site([
            (&name, FINGERPRINTED, "js"),
            ("index.html", Class::List, &name),
        ])
    };
    let names = || -> Vec<String> {
        let scripts = output(&world)
            .into_keys()
            .map(|path| path.display().to_string());
        scripts.filter(|path| path.ends_with(".js")).collect()
    };
    publish(&world, &at(1)).unwrap();
    assert_eq!(publish(&world, &at(2)).unwrap().retained, 1);
    assert_eq!(publish(&world, &at(3)).unwrap().retained, 2);
    assert_eq!(names(), ["app.1.js", "app.2.js", "app.3.js"]);
    // A publication without changes does not age retained assets.
    assert_eq!(publish(&world, &at(3)).unwrap().retained, 2);
    let report = publish(&world, &at(4)).unwrap();
    assert_eq!((report.retained, report.removed), (2, 1));
    assert_eq!(names(), ["app.2.js", "app.3.js", "app.4.js"]);
    // A dropped asset that comes back starts over.
    publish(&world, &at(2)).unwrap();
    publish(&world, &at(5)).unwrap();
    publish(&world, &at(6)).unwrap();
    assert_eq!(names(), ["app.2.js", "app.5.js", "app.6.js"]);
}

#[test]
fn files_of_others_are_left_alone() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.set("/p/public/2026/a/notes.txt", "mine");
    world.set("/p/public/.well-known/x", "mine");
    let mut next = small();
    next.remove("2026/a/index.html");
    publish(&world, &next).unwrap();
    publish(&world, &SiteFiles::new()).unwrap();
    let left: Vec<_> = output(&world).into_keys().collect();
    assert_eq!(
        left,
        [".well-known/x", "2026/a/notes.txt"].map(PathBuf::from)
    );
}

#[test]
fn a_file_that_another_program_changed_is_left_and_named() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.set("/p/public/2026/a/index.html", "ARTICLE A");
    let mut next = small();
    next.remove("2026/a/index.html");
    let report = publish(&world, &next).unwrap();
    assert_eq!(report.left, ["2026/a/index.html"]);
    assert_eq!(report.removed, 0);
    assert_eq!(output(&world).len(), 5);
    assert!(publish(&world, &next).unwrap().left.is_empty());
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let world = world();
    let old = site([
        ("a", Class::Page, "file"),
        ("b/c/index.html", Class::Page, "page"),
        ("b/d.js", FINGERPRINTED, "js"),
    ]);
    let new = site([
        ("a/index.html", Class::Page, "page"),
        ("b", Class::Page, "file"),
    ]);
    for _ in 0..2 {
        publish(&world, &old).unwrap();
        assert_eq!(output(&world), tree(&old));
        publish(&world, &new).unwrap();
        assert_eq!(output(&world), tree(&new));
    }
}

/// Publishes a page under a name, then under one that differs in case only. Returns whether the old
/// one was removed before the new one was moved into place.
fn old_name_goes_first(world: &MemoryWorld) -> bool {
    let old = site([("About/index.html", Class::Page, "page")]);
    let new = site([("about/index.html", Class::Page, "page")]);
    publish(world, &old).unwrap();
    world.set_fault(None);
    publish(world, &new).unwrap();
    assert_eq!(output(world), tree(&new));
    let log = world.log();
    let at = |operation, end: &str| {
        let is = |(each, path): &(Operation, PathBuf)| *each == operation && path.ends_with(end);
        log.iter().position(is).unwrap()
    };
    at(Operation::RemoveFile, "About/index.html") < at(Operation::Rename, "stage/0/0")
}

#[test]
fn where_names_that_differ_in_case_only_are_one_the_old_one_goes_first() {
    assert!(old_name_goes_first(&world().with_folded_names()));
}

#[test]
fn where_names_that_differ_in_case_only_are_two_the_old_one_goes_last() {
    assert!(!old_name_goes_first(&world()));
}

#[test]
fn a_file_that_is_missing_does_not_make_two_names_of_one() {
    // Whoever removed the old file left nothing to tell by whether the names are one.
    for world in [world(), world().with_folded_names()] {
        let old = site([("About.html", Class::Page, "page"), ("x", ASSET, "x")]);
        let new = site([("about.html", Class::Page, "page"), ("x", ASSET, "x")]);
        publish(&world, &old).unwrap();
        world.unset("/p/public/About.html");
        world.unset("/p/public/about.html");
        publish(&world, &new).unwrap();
        assert_eq!(output(&world), tree(&new));
    }
}

#[test]
fn threads_put_what_one_would_put() {
    let files: SiteFiles = (0..400)
        .map(|n| {
            let route = format!("{}/{}/{n}.html", n % 3, n % 7);
            (route, (Class::Page, n.to_string().into_bytes()))
        })
        .collect();
    let world = world();
    let publication = begin(&world, "/p/public").unwrap();
    let list: Vec<_> = files.iter().collect();
    std::thread::scope(|scope| {
        for part in list.chunks(100) {
            let publication = &publication;
            scope.spawn(move || {
                for (route, (class, bytes)) in part {
                    publication.put(route, *class, bytes).unwrap();
                }
            });
        }
    });
    assert_eq!(publication.commit().unwrap().new, 400);
    assert_eq!(output(&world), tree(&files));
}
