//! The same on a real file system, with real processes.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests inspect the written files from outside"
)]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::world::OsWorld;

const WORLD: &OsWorld = &OsWorld::new();

fn project() -> tempfile::TempDir {
    let temp = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir(temp.path().join("content")).unwrap();
    temp
}

fn begin_in(project: &Path) -> Result<Publication<'static>, PublishError> {
    Publication::begin(
        WORLD,
        &PublishSettings {
            output: &project.join("public"),
            root: project,
            version: "0.1.0",
            protected: &[project.join("content")],
            adopt: false,
        },
    )
}

fn publish_in(project: &Path, site: &SiteFiles) -> Report {
    let publication = begin_in(project).unwrap();
    for (route, (class, bytes)) in site {
        publication.put(route, *class, bytes).unwrap();
    }
    publication.commit().unwrap()
}

fn read(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    WORLD
        .walk(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|found| found.stat.kind == FileKind::File)
        .map(|found| {
            (
                found.path.clone(),
                fs::read(folder.join(found.path)).unwrap(),
            )
        })
        .collect()
}

#[test]
fn a_site_is_published_changed_and_emptied() {
    let temp = project();
    let public = temp.path().join("public");
    publish_in(temp.path(), &small());
    assert_eq!(read(&public), tree(&small()));
    let mut next = small();
    next.remove("2026/a/index.html");
    next.insert("index.html".into(), (Class::List, b"b, c".to_vec()));
    next.insert("2027/c/index.html".into(), (Class::Page, b"c".to_vec()));
    let report = publish_in(temp.path(), &next);
    assert_eq!((report.new, report.changed, report.same), (1, 1, 3));
    assert_eq!(report.removed, 1);
    assert_eq!(read(&public), tree(&next));
    assert!(!public.join("2026/a").exists());
    publish_in(temp.path(), &SiteFiles::new());
    assert!(read(&public).is_empty());
    let names = WORLD.names(&temp.path().join(".public.dateline")).unwrap();
    assert_eq!(names, ["lock", "manifest"]);
}

#[test]
fn an_empty_folder_is_taken_and_a_full_one_is_not() {
    let temp = project();
    let public = temp.path().join("public");
    fs::create_dir(&public).unwrap();
    publish_in(temp.path(), &small());
    assert_eq!(read(&public), tree(&small()));
    fs::remove_dir_all(temp.path().join(".public.dateline")).unwrap();
    assert!(matches!(
        begin_in(temp.path()),
        Err(PublishError::Foreign { .. })
    ));
    assert_eq!(read(&public), tree(&small()));
}

#[cfg(unix)]
#[test]
fn a_linked_output_is_published_where_the_link_leads() {
    let temp = project();
    let real = temp.path().join("www");
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink("www", temp.path().join("public")).unwrap();
    publish_in(temp.path(), &small());
    publish_in(temp.path(), &small());
    assert_eq!(read(&real), tree(&small()));
    assert!(temp.path().join("public").is_symlink());

    fs::remove_file(temp.path().join("public")).unwrap();
    std::os::unix::fs::symlink("content", temp.path().join("public")).unwrap();
    assert!(matches!(
        begin_in(temp.path()),
        Err(PublishError::Dangerous { .. })
    ));
}

#[test]
fn readers_see_no_missing_and_no_short_file() {
    let temp = project();
    let site = |letter: &str| -> SiteFiles {
        let text = letter.repeat(20_000).into_bytes();
        let routes = (0..20).map(|n| format!("{n}/index.html"));
        routes
            .map(|route| (route, (Class::Page, text.clone())))
            .collect()
    };
    publish_in(temp.path(), &site("a"));
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !done.load(Ordering::Relaxed) {
                for n in 0..20 {
                    let path = temp.path().join(format!("public/{n}/index.html"));
                    let text = fs::read(path).expect("a file that is never missing");
                    assert_eq!(text.len(), 20_000);
                    assert!(text.iter().all(|byte| *byte == text[0]));
                    reads += 1;
                }
            }
            reads
        });
        for n in 0..20 {
            publish_in(temp.path(), &site(if n % 2 == 0 { "b" } else { "a" }));
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
}

#[cfg(unix)]
#[test]
fn a_build_whose_state_folder_is_removed_does_not_publish_the_stage_of_another() {
    let temp = project();
    publish_in(temp.path(), &small());
    let put = |publication: &Publication, letter: &str| {
        for (route, (class, _)) in &small() {
            publication.put(route, *class, letter.as_bytes()).unwrap();
        }
    };
    let first = begin_in(temp.path()).unwrap();
    put(&first, "1");
    let state = temp.path().join(".public.dateline");
    let manifest = fs::read(state.join("manifest")).unwrap();
    fs::remove_dir_all(&state).unwrap();
    fs::create_dir(&state).unwrap();
    fs::write(state.join("manifest"), manifest).unwrap();
    let second = begin_in(temp.path()).unwrap();
    put(&second, "2");
    let error = first.commit().unwrap_err();
    assert!(matches!(error, PublishError::Lost { .. }), "{error}");
    // The failed publication has left no trace in the other one's stage.
    second.commit().unwrap();
    for (path, bytes) in read(&temp.path().join("public")) {
        assert_eq!(bytes, b"2", "{}", path.display());
    }
}

/// The part of the next test that runs in a separate process.
#[test]
#[ignore = "run by another test, which kills it"]
fn hold_the_lock() {
    let Some(project) = std::env::var_os("DATELINE_TEST_PROJECT") else {
        return;
    };
    let _publication = begin_in(Path::new(&project)).unwrap();
    eprintln!("held");
    std::thread::sleep(std::time::Duration::from_secs(60));
}

#[test]
fn the_lock_of_a_killed_process_is_no_lock() {
    let temp = project();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture"])
        .arg("publish::tests::os::hold_the_lock")
        .env("DATELINE_TEST_PROJECT", temp.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let stderr = BufReader::new(child.stderr.take().unwrap());
    let held = stderr.lines().any(|line| line.unwrap().contains("held"));
    let begun = begin_in(temp.path()).map(drop);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(held);
    match begun {
        Err(PublishError::Held { holder, .. }) => {
            let pid = format!("process {},", child.id());
            assert!(holder.starts_with(&pid), "{holder}");
        }
        other => panic!("{other:?}"),
    }
    assert!(begin_in(temp.path()).is_ok());
}
