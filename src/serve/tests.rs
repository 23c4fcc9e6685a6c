//! A preview outlives the program's own bugs.

use std::path::Path;
use std::sync::{Arc, Mutex};

use super::current_snapshot::CurrentSnapshot;
use super::fault::Editor;
use super::pages::Pages;
use super::session::{Scan, Session};
use super::snapshot::Snapshot;
use super::{ServeEvent, worker};
use crate::project::{ChangeSet, Settings};
use crate::world::{MemoryWorld, World};

const ROOT: &str = "/project";

fn world() -> MemoryWorld {
    let now = chrono::DateTime::from_timestamp(1_764_000_000, 0).expect("an instant");
    let world = MemoryWorld::new(now);
    let files = [
        ("site.yaml", "title: Floods\nurl: https://example.org/\n"),
        (
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-03-01\n---\nText.\n",
        ),
        (
            "content/b.md",
            "---\ntitle: Rivers fall\ndate: 2025-03-09\n---\nText.\n",
        ),
    ];
    for (name, text) in files {
        world.set(Path::new(ROOT).join(name), text.as_bytes());
    }
    world
}

fn codes(scan: &Scan) -> Vec<&'static str> {
    scan.faults.iter().map(|d| d.code).collect()
}

#[test]
fn a_page_that_panics_says_so_and_the_others_are_served() {
    let world = world();
    let settings = Settings::new(ROOT);
    let mut session = Session::new(&world, settings.clone());
    let scan = session.scan(&ChangeSet::everything()).expect("the first");
    let prepared = scan.prepared.expect("a site");
    let current = CurrentSnapshot::default();
    let snapshot = Snapshot::new(1, prepared, scan.sources);
    current.put(Some(Arc::new(snapshot)), Arc::default());
    let told = Mutex::new(Vec::new());
    let reporter = |event: ServeEvent<'_>| {
        if let ServeEvent::Page(fault, _) = event {
            told.lock().expect("no panic").push(fault.code);
        }
    };
    let editor = Editor(None);
    let pages = Pages::new(
        &world, &settings, &current, &editor, &reporter, "token", false,
    );
    world.set_trap(&Path::new(ROOT).join("content/a.md"), 0);
    let answer = pages.answer("a/");
    assert_eq!(answer.status, 500);
    let body = String::from_utf8_lossy(&answer.body).into_owned();
    assert!(
        body.contains("dateline stopped because of a bug") && body.contains("a trap was set"),
        "{body}"
    );
    assert_eq!(*told.lock().expect("no panic"), ["internal-error"]);
    assert_eq!(pages.answer("b/").status, 200);
    assert_eq!(pages.answer("").status, 200);
}

#[test]
fn a_scan_that_panics_is_an_error_and_the_next_one_reads_everything_again() {
    let world = world();
    let mut session = Session::new(&world, Settings::new(ROOT));
    let article = Path::new(ROOT).join("content/a.md");
    world.set_trap(&article, 0);
    let everything = ChangeSet::everything();
    let scan = worker::guarded(&mut session, |session| session.scan(&everything));
    let scan = scan.expect("what went wrong");
    assert_eq!(codes(&scan), ["internal-error"]);
    assert!(scan.prepared.is_none());
    world.clear_trap();
    let named = ChangeSet {
        names: ["content/a.md".to_owned()].into(),
        all: false,
    };
    let scan = worker::guarded(&mut session, |session| session.scan(&named));
    let scan = scan.expect("a site");
    assert!(!scan.faults.has_errors());
    let site = scan.prepared.expect("a site").site;
    assert_eq!(site.articles.len(), 2);
    assert!(world.stat(&article).is_ok());
}
