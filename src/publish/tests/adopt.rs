//! Adopts folders with foreign files.

use std::io::ErrorKind;

use super::*;
use crate::world::InjectedFault;

fn adopt(world: &dyn World, site: &SiteFiles) -> Result<Report, PublishError> {
    let settings = PublishSettings {
        adopt: true,
        ..settings("/p/public", &[])
    };
    let publication = Publication::begin(world, &settings)?;
    for (route, (class, bytes)) in site {
        publication.put(route, *class, bytes)?;
    }
    publication.commit()
}

/// An output with foreign files, one of them at the route of a page.
fn taken() -> MemoryWorld {
    world()
        .with("/p/public/index.html", "their front page")
        .with("/p/public/2026/notes.txt", "theirs")
        .with("/p/public/.git/HEAD", "theirs")
}

/// The files of the small site and the foreign files next to them.
fn both() -> BTreeMap<PathBuf, Vec<u8>> {
    let mut both = tree(&small());
    for path in [".git/HEAD", "2026/notes.txt"] {
        both.insert(path.into(), b"theirs".to_vec());
    }
    both
}

#[test]
fn files_of_the_site_replace_those_of_the_same_path_and_all_others_stay_for_ever() {
    let world = taken();
    let report = adopt(&world, &small()).unwrap();
    assert_eq!((report.new, report.adopted), (5, 1));
    assert_eq!(output(&world), both());
    // Adopting once is enough.
    let report = publish(&world, &small()).unwrap();
    assert_eq!((report.same, report.adopted), (5, 0));
    // Foreign files were never listed, so nothing removes them.
    publish(&world, &SiteFiles::new()).unwrap();
    let left: Vec<_> = output(&world).into_keys().collect();
    assert_eq!(left, [".git/HEAD", "2026/notes.txt"].map(PathBuf::from));
}

#[test]
fn a_damaged_list_is_adopted_too() {
    let world = world();
    publish(&world, &small()).unwrap();
    let list = Path::new("/p/.public.dateline/manifest");
    for text in [
        "dateline-manifest 1 0.1.0\nend\n",
        "dateline-manifest 9 9.0.0\n",
    ] {
        world.set(list, text);
        assert!(publish(&world, &small()).is_err());
        assert_eq!(adopt(&world, &small()).unwrap().adopted, 5);
        assert_eq!(publish(&world, &small()).unwrap().same, 5);
    }
}

#[test]
fn a_file_that_came_where_a_new_page_is_to_stand_is_replaced() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.set("/p/public/new.html", "theirs");
    let mut next = small();
    next.insert("new.html".into(), (Class::Page, b"new".to_vec()));
    let error = publish(&world, &next).unwrap_err();
    assert!(error.to_string().contains("--adopt"), "{error}");
    assert_eq!(adopt(&world, &next).unwrap().adopted, 1);
    assert_eq!(output(&world), tree(&next));
}

#[test]
fn a_link_is_replaced_itself_and_never_written_through() {
    let world = world()
        .with("/elsewhere/page", "theirs")
        .with_link("/p/public/index.html", "/elsewhere/page");
    adopt(&world, &small()).unwrap();
    assert_eq!(output(&world), tree(&small()));
    assert_eq!(world.read(Path::new("/elsewhere/page")).unwrap(), b"theirs");

    let world = self::world()
        .with_folder("/elsewhere")
        .with_link("/p/public/2026", "/elsewhere");
    let error = adopt(&world, &small()).unwrap_err();
    assert!(matches!(
        error,
        PublishError::Clash {
            clash: Clash::Link,
            ..
        }
    ));
    assert!(world.files("/elsewhere").is_empty());
}

#[test]
fn a_folder_of_others_is_not_replaced_by_a_file_nor_a_file_by_a_folder() {
    for path in ["/p/public/feed.xml/theirs.txt", "/p/public/2026"] {
        let world = world().with(path, "theirs");
        let before = output(&world);
        let error = adopt(&world, &small()).unwrap_err();
        assert!(
            matches!(
                error,
                PublishError::Clash {
                    clash: Clash::NotOurs,
                    ..
                }
            ),
            "{path}: {error}"
        );
        assert_eq!(output(&world), before, "{path}");
    }
}

#[test]
fn what_could_destroy_the_project_is_refused_all_the_same() {
    let world = world();
    for output in ["/", "/p"] {
        let settings = PublishSettings {
            adopt: true,
            ..settings(output, &[])
        };
        assert!(matches!(
            Publication::begin(&world, &settings),
            Err(PublishError::Dangerous { .. })
        ));
    }
}

#[test]
fn an_adoption_that_is_cut_short_anywhere_is_finished_by_the_next() {
    for nth in 0.. {
        let world = taken();
        world.set_fault(InjectedFault::kill(nth));
        let adopted = adopt(&world, &small());
        let passed = world.log().len() <= nth;
        world.set_fault(None);
        let theirs = |path: &str| world.read(Path::new(path)).unwrap();
        assert_eq!(theirs("/p/public/2026/notes.txt"), b"theirs", "{nth}");
        assert_eq!(theirs("/p/public/.git/HEAD"), b"theirs", "{nth}");
        let front = theirs("/p/public/index.html");
        assert!(front == b"their front page" || front == b"a, b", "{nth}");
        // A plain build finishes an adoption whose journal is complete, and refuses the output
        // otherwise.
        match publish(&world, &small()) {
            Ok(_) => {}
            Err(PublishError::Foreign { .. }) => {
                assert_eq!(output(&world).len(), 3, "{nth}");
                adopt(&world, &small()).unwrap();
            }
            Err(error) => panic!("{nth}: {error}"),
        }
        assert_eq!(output(&world), both(), "{nth}");
        if passed {
            adopted.unwrap();
            break;
        }
    }
}

#[test]
fn what_others_put_in_the_way_of_a_build_that_was_cut_short_is_not_replaced_by_healing_it() {
    let world = world();
    publish(&world, &small()).unwrap();
    let mut next = small();
    next.insert("new.html".into(), (Class::Page, b"new".to_vec()));
    world.set_fault(InjectedFault {
        rest: true,
        ..InjectedFault::of(Operation::Rename, 0, ErrorKind::Other)
    });
    assert!(publish(&world, &next).is_err());
    world.set_fault(None);
    world.set("/p/public/new.html", "mine");
    match publish(&world, &next) {
        Err(PublishError::Clash { path, clash }) => {
            assert_eq!(path, Path::new("/p/public/new.html"));
            assert_eq!(clash, Clash::NotOurs);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        world.read(Path::new("/p/public/new.html")).unwrap(),
        b"mine"
    );
    // The user follows one hint or the other.
    let other = world.clone();
    adopt(&other, &next).unwrap();
    assert_eq!(output(&other), tree(&next));
    world.unset("/p/public/new.html");
    publish(&world, &next).unwrap();
    assert_eq!(output(&world), tree(&next));
}
