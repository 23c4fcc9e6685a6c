//! A clean-up removes what was published, and nothing else.

use std::io::ErrorKind;

use super::*;
use crate::world::InjectedFault;

fn clean(world: &MemoryWorld, dry: bool) -> Result<Cleaned, PublishError> {
    let protected = [PathBuf::from("/p/content"), PathBuf::from("/p/templates")];
    super::clean(world, &settings("/p/public", &protected), dry)
}

fn is_there(world: &MemoryWorld, path: &str) -> bool {
    world.stat(Path::new(path)).unwrap().is_some()
}

#[test]
fn all_that_was_published_goes_and_the_folders_with_it() {
    let world = world();
    publish(&world, &small()).unwrap();
    let cleaned = clean(&world, false).unwrap();
    let all = Cleaned {
        removed: 5,
        ..Cleaned::default()
    };
    assert_eq!(cleaned, all);
    assert!(!is_there(&world, "/p/public") && !is_there(&world, "/p/.public.dateline"));
    // As if nothing had ever been built.
    assert_eq!(clean(&world, false).unwrap(), Cleaned::default());
    publish(&world, &small()).unwrap();
    assert_eq!(output(&world), tree(&small()));
}

#[test]
fn what_others_put_there_or_changed_stays_and_is_named() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.set("/p/public/2026/a/index.html", "ARTICLE A");
    world.set("/p/public/2026/b/notes.txt", "mine");
    world.set("/p/public/.git/HEAD", "mine");
    world.set("/p/.public.dateline/mine.txt", "mine");
    let world = world
        .with_folder("/p/public/empty/inside")
        .with_link("/p/public/link", "/p/content");
    let expected = Cleaned {
        removed: 4,
        changed: vec!["2026/a/index.html".into()],
        foreign: [".git/HEAD", "2026/b/notes.txt", "empty/inside/", "link"]
            .map(str::to_owned)
            .into(),
        state: vec!["/p/.public.dateline/mine.txt".into()],
    };
    // A dry run reports the same.
    let before = (world.files("/"), state(&world));
    assert_eq!(clean(&world, true).unwrap(), expected);
    assert_eq!((world.files("/"), state(&world)), before);
    assert_eq!(clean(&world, false).unwrap(), expected);
    let left: Vec<_> = output(&world).into_keys().collect();
    let paths = [".git/HEAD", "2026/a/index.html", "2026/b/notes.txt"];
    assert_eq!(left, paths.map(PathBuf::from));
    assert!(is_there(&world, "/p/public/link") && is_there(&world, "/p/public/empty/inside"));
    assert_eq!(state(&world), ["mine.txt"]);
}

#[test]
fn where_nothing_was_published_nothing_is_removed() {
    let world = world().with("/p/public/thesis.tex", "years of work");
    let before = world.files("/");
    for dry in [true, false] {
        let cleaned = clean(&world, dry).unwrap();
        assert_eq!(cleaned.removed, 0);
        assert_eq!(cleaned.foreign, ["thesis.tex"]);
        assert_eq!(world.files("/"), before);
    }
    assert_eq!(state(&world), [""; 0]);
}

#[test]
fn without_a_list_that_can_be_read_nothing_is_removed() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.set("/p/.public.dateline/manifest", "nonsense");
    for dry in [true, false] {
        let error = clean(&world, dry).unwrap_err();
        assert!(matches!(
            error,
            PublishError::Foreign {
                doubt: Doubt::Damaged,
                ..
            }
        ));
        assert_eq!(output(&world), tree(&small()));
    }
}

#[test]
fn a_build_under_way_is_not_cleaned_away() {
    let world = world();
    publish(&world, &small()).unwrap();
    let held = begin(&world, "/p/public").unwrap();
    assert!(matches!(
        clean(&world, false),
        Err(PublishError::Held { .. })
    ));
    assert_eq!(output(&world), tree(&small()));
    drop(held);
    clean(&world, false).unwrap();
}

#[test]
fn nothing_is_removed_through_a_link_nor_is_the_users_own_link() {
    let world = world()
        .with_folder("/srv/www")
        .with_link("/p/public", "/srv/www");
    publish(&world, &small()).unwrap();
    world.unset("/srv/www/2026/a");
    let world = world
        .with("/elsewhere/index.html", "article a")
        .with_link("/srv/www/2026/a", "/elsewhere");
    let cleaned = clean(&world, false).unwrap();
    assert_eq!(cleaned.changed, ["2026/a/index.html"]);
    assert_eq!(world.files("/elsewhere").len(), 1);
    assert!(is_there(&world, "/p/public"));
}

#[test]
fn a_build_that_was_cut_short_is_finished_so_that_all_of_it_goes() {
    for nth in 0.. {
        let world = world();
        publish(&world, &small()).unwrap();
        let mut next = small();
        next.insert("new.html".into(), (Class::Page, b"new".to_vec()));
        next.insert("index.html".into(), (Class::List, b"new list".to_vec()));
        next.remove("2026/b/index.html");
        world.set_fault(InjectedFault::kill(nth));
        _ = publish(&world, &next);
        let passed = world.log().len() <= nth;
        world.set_fault(None);
        let said = clean(&world, true).unwrap();
        assert!(said.removed >= 4, "{nth}: {said:?}");
        let cleaned = clean(&world, false).unwrap();
        assert!(
            cleaned.changed.is_empty() && cleaned.foreign.is_empty(),
            "{nth}"
        );
        assert!(output(&world).is_empty(), "{nth}");
        assert!(!is_there(&world, "/p/.public.dateline"), "{nth}");
        if passed {
            break;
        }
    }
}

#[test]
fn a_clean_up_that_fails_anywhere_is_finished_by_the_next() {
    for kind in [ErrorKind::PermissionDenied, ErrorKind::Other] {
        for rest in [false, true] {
            for nth in 0.. {
                let world = world();
                publish(&world, &small()).unwrap();
                world.set("/p/public/2026/a/notes.txt", "mine");
                world.set_fault(InjectedFault {
                    rest,
                    ..InjectedFault::at(nth, kind)
                });
                _ = clean(&world, false);
                let passed = world.log().len() <= nth;
                world.set_fault(None);
                clean(&world, false).unwrap();
                let left: Vec<_> = output(&world).into_keys().collect();
                assert_eq!(left, [PathBuf::from("2026/a/notes.txt")], "{kind:?} {nth}");
                if passed {
                    break;
                }
            }
        }
    }
}
