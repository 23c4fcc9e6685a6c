//! Every operation fails in every way, and the process is killed at every operation.

use std::io::ErrorKind;

use super::*;
use crate::world::InjectedFault;

/// An old site and a new one that differ in every possible way.
struct Scene {
    world: MemoryWorld,
    new: SiteFiles,
    /// The output with the old site.
    old: BTreeMap<PathBuf, Vec<u8>>,
    /// The output with the new site.
    wanted: BTreeMap<PathBuf, Vec<u8>>,
}

/// Publishes these sites and adds a foreign file.
fn prepared(before: &[SiteFiles]) -> MemoryWorld {
    let world = world();
    for site in before {
        publish(&world, site).unwrap();
    }
    if !before.is_empty() {
        world.set("/p/public/changed/mine.txt", "mine");
    }
    world
}

impl Scene {
    /// A first publication, into a missing folder.
    fn first() -> Self {
        Self {
            world: prepared(&[]),
            new: small(),
            old: BTreeMap::new(),
            wanted: tree(&small()),
        }
    }

    fn next() -> Self {
        let older = site([("app.1.js", FINGERPRINTED, "one"), ("x", ASSET, "x")]);
        let oldest = site([("app.0.js", FINGERPRINTED, "nought"), ("x", ASSET, "y")]);
        let old = site([
            ("app.2.js", FINGERPRINTED, "two"),
            ("style.css", ASSET, "old"),
            ("same/index.html", Class::Page, "same"),
            ("changed/index.html", Class::Page, "old page"),
            ("longer/index.html", Class::Page, "short"),
            ("gone/away/index.html", Class::Page, "gone"),
            ("shape", Class::Page, "a file"),
            ("form/index.html", Class::Page, "a folder"),
            ("Case/index.html", Class::Page, "case"),
            ("index.html", Class::List, "old list"),
        ]);
        let new = site([
            ("app.3.js", FINGERPRINTED, "three"),
            ("style.css", ASSET, "new"),
            ("same/index.html", Class::Page, "same"),
            ("changed/index.html", Class::Page, "new page"),
            ("longer/index.html", Class::Page, "much longer"),
            ("new/page/index.html", Class::Page, "new"),
            ("shape/index.html", Class::Page, "a folder"),
            ("form", Class::Page, "a file"),
            ("case/index.html", Class::Page, "case"),
            ("index.html", Class::List, "new list"),
        ]);
        let with = |site: &SiteFiles, more: &[(&str, &str)]| {
            let mut tree = tree(site);
            let more = more.iter();
            tree.extend(more.map(|(path, text)| (path.into(), text.as_bytes().to_owned())));
            tree
        };
        let mine = ("changed/mine.txt", "mine");
        Self {
            old: with(&old, &[mine, ("app.0.js", "nought"), ("app.1.js", "one")]),
            wanted: with(&new, &[mine, ("app.1.js", "one"), ("app.2.js", "two")]),
            world: prepared(&[oldest, older, old]),
            new,
        }
    }

    /// Checks that each file is complete and that none that both sites have is missing. If no step
    /// has started, the output must be the old site.
    fn check_between(&self, world: &MemoryWorld, started: bool) {
        let now = output(world);
        if !started {
            assert_eq!(now, self.old);
        }
        for (path, bytes) in &now {
            let whole = [self.old.get(path), self.wanted.get(path)];
            assert!(whole.contains(&Some(bytes)), "{}", path.display());
        }
        for path in self
            .old
            .keys()
            .filter(|path| self.wanted.contains_key(*path))
        {
            assert!(now.contains_key(path), "{}", path.display());
        }
    }

    fn check_healed(&self, world: &MemoryWorld) {
        world.set_fault(None);
        publish(world, &self.new).unwrap();
        assert_eq!(output(world), self.wanted);
        assert_eq!(state(world), ["lock", "manifest"]);
        let report = publish(world, &self.new).unwrap();
        assert_eq!(report.same, self.new.len());
    }
}

/// Whether there is a complete journal.
fn is_journaled(world: &MemoryWorld) -> bool {
    let journal = world.files("/p/.public.dateline/journal");
    journal
        .values()
        .any(|bytes| checksummed::verified(journal::WHAT, journal::FORMAT, bytes).is_ok())
}

/// Publishes with each fault in turn, calls `then`, and publishes again without a fault. Returns
/// the number of operations.
fn for_every_operation(
    scene: &Scene,
    fault: impl Fn(usize) -> InjectedFault,
    then: impl Fn(&MemoryWorld),
) -> usize {
    assert_eq!(output(&scene.world), scene.old);
    for nth in 0.. {
        let world = scene.world.clone();
        world.set_fault(fault(nth));
        let published = publish(&world, &scene.new);
        let passed = world.log().len() <= nth;
        world.set_fault(None);
        then(&world);
        if passed {
            published.unwrap();
            return nth;
        }
        match published {
            // The failed operation did not matter, or came last.
            Ok(_) => assert_eq!(output(&world), scene.wanted),
            Err(_) => {
                let finished = output(&world) == scene.wanted;
                scene.check_between(&world, is_journaled(&world) || finished);
            }
        }
        scene.check_healed(&world);
    }
    0
}

#[test]
fn an_operation_that_fails_leaves_the_old_site_or_a_journal() {
    for kind in [
        ErrorKind::StorageFull,
        ErrorKind::PermissionDenied,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::Other,
        // The most misleading error: an existing file is reported as missing.
        ErrorKind::NotFound,
    ] {
        let first =
            for_every_operation(&Scene::first(), |nth| InjectedFault::at(nth, kind), |_| {});
        let next = for_every_operation(&Scene::next(), |nth| InjectedFault::at(nth, kind), |_| {});
        assert!(first > 30 && next > 100, "{first} {next}");
    }
}

#[test]
fn a_process_that_is_killed_leaves_whole_files_and_the_next_heals() {
    for_every_operation(&Scene::first(), InjectedFault::kill, |_| {});
    for_every_operation(&Scene::next(), InjectedFault::kill, |_| {});
}

#[test]
fn a_power_cut_leaves_whole_files_and_the_next_heals() {
    for_every_operation(&Scene::first(), InjectedFault::kill, MemoryWorld::cut_power);
    for_every_operation(&Scene::next(), InjectedFault::kill, MemoryWorld::cut_power);
}

#[test]
fn a_process_that_is_killed_while_it_heals_another_is_healed_too() {
    let scene = Scene::next();
    for first in 0.. {
        let world = scene.world.clone();
        world.set_fault(InjectedFault::kill(first));
        if publish(&world, &scene.new).is_ok() && world.log().len() <= first {
            break;
        }
        world.set_fault(None);
        if !is_journaled(&world) {
            continue;
        }
        let cut = world;
        for second in 0.. {
            let world = cut.clone();
            world.set_fault(InjectedFault::kill(second));
            let healed = begin(&world, "/p/public").is_ok();
            let passed = world.log().len() <= second;
            world.set_fault(None);
            scene.check_between(&world, true);
            scene.check_healed(&world);
            if healed && passed {
                break;
            }
        }
    }
}

#[test]
fn begin_says_that_it_healed() {
    let scene = Scene::next();
    let world = scene.world.clone();
    assert!(!begin(&world, "/p/public").unwrap().healed());
    world.set_fault(InjectedFault {
        rest: true,
        ..InjectedFault::of(Operation::Rename, 3, ErrorKind::Other)
    });
    assert!(publish(&world, &scene.new).is_err());
    world.set_fault(None);
    let publication = begin(&world, "/p/public").unwrap();
    assert!(publication.healed());
    // Finished without putting any file.
    assert_eq!(output(&world), scene.wanted);
}

#[test]
fn a_journal_that_may_be_whole_keeps_its_stage() {
    let scene = Scene::next();
    let world = scene.world.clone();
    // The journal is written, its sync fails, and so does its removal.
    world.set_fault(InjectedFault {
        rest: true,
        ..InjectedFault::of(Operation::Sync, 0, ErrorKind::Other)
    });
    assert!(publish(&world, &scene.new).is_err());
    world.set_fault(None);
    assert_eq!(output(&world), scene.old);
    assert!(begin(&world, "/p/public").unwrap().healed());
    assert_eq!(output(&world), scene.wanted);
}

#[test]
fn a_stage_that_was_deleted_under_its_journal_is_noticed() {
    let scene = Scene::next();
    let world = scene.world.clone();
    world.set_fault(InjectedFault {
        rest: true,
        ..InjectedFault::of(Operation::Rename, 0, ErrorKind::Other)
    });
    assert!(publish(&world, &scene.new).is_err());
    world.set_fault(None);
    world.unset("/p/.public.dateline/stage");
    // "old page" and "new page" have the same length: only their bytes differ.
    publish(&world, &scene.new).unwrap();
    let now = output(&world);
    for (path, bytes) in tree(&scene.new) {
        assert_eq!(now.get(&path), Some(&bytes), "{}", path.display());
    }
}

#[test]
fn what_was_cut_short_is_not_finished_through_a_link() {
    let scene = Scene::next();
    let world = scene.world.clone();
    world.set_fault(InjectedFault {
        rest: true,
        ..InjectedFault::of(Operation::Rename, 0, ErrorKind::Other)
    });
    assert!(publish(&world, &scene.new).is_err());
    world.unset("/p/public/changed");
    let world = world
        .with_folder("/elsewhere")
        .with_link("/p/public/changed", "/elsewhere");
    world.set_fault(None);
    let error = publish(&world, &scene.new).unwrap_err();
    assert!(matches!(
        error,
        PublishError::Clash {
            clash: Clash::Link,
            ..
        }
    ));
    assert!(world.files("/elsewhere").is_empty());
    // The user follows the hint.
    world.unset("/p/public/changed");
    publish(&world, &scene.new).unwrap();
    assert_eq!(output(&world).len(), scene.wanted.len() - 1);
}

#[test]
fn a_tree_that_can_no_longer_take_its_place_is_dropped() {
    let scene = Scene::first();
    let world = scene.world.clone();
    world.set_fault(InjectedFault {
        rest: true,
        ..InjectedFault::of(Operation::Rename, 0, ErrorKind::Other)
    });
    assert!(publish(&world, &scene.new).is_err());
    world.set_fault(None);
    assert!(is_journaled(&world));
    world.set("/p/public/index.html", "mine");
    let error = publish(&world, &scene.new).unwrap_err();
    assert!(matches!(error, PublishError::Foreign { .. }), "{error}");
    assert_eq!(output(&world).len(), 1);
    world.unset("/p/public");
    scene.check_healed(&world);
}
