//! Checks that the in-memory world behaves like the real one.

use std::path::Path;

use chrono::DateTime;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{MemoryWorld, OsWorld, Stat, World};

#[derive(Debug, Clone, Copy)]
enum Deed {
    MakeFolder,
    Create,
    Rename,
    RemoveFile,
    RemoveFolder,
    RemoveTree,
    Look,
}

/// Performs the operation and formats its result. Errors are reduced to `None`, because operating
/// systems report different ones.
fn act(world: &dyn World, base: &Path, deed: Deed, one: &str, two: &str) -> String {
    let (one, two) = (base.join(one), base.join(two));
    match deed {
        Deed::MakeFolder => format!("{:?}", world.make_folder(&one).ok()),
        Deed::Create => format!("{:?}", world.create(&one, b"text").ok()),
        Deed::Rename => format!("{:?}", world.rename(&one, &two).ok()),
        Deed::RemoveFile => format!("{:?}", world.remove_file(&one).ok()),
        Deed::RemoveFolder => format!("{:?}", world.remove_folder(&one).ok()),
        Deed::RemoveTree => format!("{:?}", world.remove_tree(&one).ok()),
        Deed::Look => format!(
            "{:?} {:?} {:?} {:?} {:?} {:?}",
            world.stat(&one).ok().map(|stat| stat.map(timeless)),
            world.names(&one).ok(),
            world.read(&one).ok(),
            world.read_parts(&one, &[2..4, 0..1]).ok(),
            world.read_parts(&one, &[0..1, 2..5]).ok(),
            world
                .canonical(&one)
                .ok()
                .map(|path| path.strip_prefix(base).map(Path::to_owned)),
        ),
    }
}

/// Clears the modification time and the inode, which differ between worlds.
fn timeless(stat: Stat) -> Stat {
    Stat {
        modified: 0,
        changed: 0,
        inode: 0,
        ..stat
    }
}

fn tree(world: &dyn World, base: &Path) -> Vec<String> {
    world
        .walk(base)
        .into_iter()
        .map(|found| {
            let found = found.map(|found| (found.path, timeless(found.stat)));
            format!("{found:?}")
        })
        .collect()
}

fn deeds() -> impl Strategy<Value = Vec<(Deed, &'static str, &'static str)>> {
    let deed = select(vec![
        Deed::MakeFolder,
        Deed::MakeFolder,
        Deed::Create,
        Deed::Create,
        Deed::Rename,
        Deed::Rename,
        Deed::RemoveFile,
        Deed::RemoveFolder,
        Deed::RemoveTree,
        Deed::Look,
        Deed::Look,
    ]);
    let path = select(vec![
        "a",
        "b",
        "a/a",
        "a/b",
        "b/a",
        "a/a/a",
        "link",
        "link/a",
        "link/../b",
        "dead",
        "dead/a",
    ]);
    vec((deed, path.clone(), path), 1..30)
}

proptest! {
    #[test]
    fn memory_does_as_the_system_does(deeds in deeds()) {
        let temp = tempfile::tempdir().expect("a folder for the test");
        let base = temp.path().canonicalize().expect("it exists");
        std::os::unix::fs::symlink("a", base.join("link")).expect("a link");
        std::os::unix::fs::symlink("nothing", base.join("dead")).expect("a link");
        let memory = MemoryWorld::new(DateTime::UNIX_EPOCH)
            .with_folder(&base)
            .with_link(base.join("link"), "a")
            .with_link(base.join("dead"), "nothing");
        let real = OsWorld::new();
        for (deed, one, two) in deeds {
            prop_assert_eq!(
                act(&memory, &base, deed, one, two),
                act(&real, &base, deed, one, two),
                "{:?} {} {}", deed, one, two
            );
            prop_assert_eq!(tree(&memory, &base), tree(&real, &base), "{:?} {} {}", deed, one, two);
        }
    }
}
