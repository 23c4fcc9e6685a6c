//! Checks what is refused, and that a refusal leaves everything untouched.

use super::*;

fn danger(world: &MemoryWorld, output: &str) -> Danger {
    let before = world.files("/");
    match begin(world, output) {
        Err(PublishError::Dangerous { danger, .. }) => {
            assert_eq!(world.files("/"), before);
            danger
        }
        Err(error) => panic!("{output}: {error}"),
        Ok(_) => panic!("{output} was taken"),
    }
}

#[test]
fn dangerous_outputs_are_refused() {
    let world = world()
        .with_home("/home/ann")
        .with_folder("/home/ann")
        .with("/p/file", "text")
        .with_other("/p/pipe")
        .with("/p/.held.dateline", "a file")
        .with_link("/home-link", "/home/ann")
        .with_link("/p/words", "/p/content")
        .with_link("/p/dead", "/nowhere")
        .with_link("/up", "/p/content/sub/..");
    let content = || Danger::Protected("/p/content".into());
    assert_eq!(danger(&world, "/"), Danger::Root);
    assert_eq!(danger(&world, "/p/.."), Danger::Root);
    assert_eq!(danger(&world, "/home/ann"), Danger::Home);
    assert_eq!(danger(&world, "/home"), Danger::Home);
    assert_eq!(danger(&world, "/home-link"), Danger::Home);
    assert_eq!(danger(&world, "/home/ann/missing/.."), Danger::Home);
    assert_eq!(danger(&world, "/p"), Danger::Project);
    assert_eq!(danger(&world, "/p/content"), content());
    assert_eq!(danger(&world, "/p/content/public"), content());
    assert_eq!(danger(&world, "/p/words"), content());
    assert_eq!(danger(&world, "/p/words/public"), content());
    assert_eq!(danger(&world, "/p/new/../content/x"), content());
    assert_eq!(danger(&world, "/p/file"), Danger::NotAFolder);
    assert_eq!(danger(&world, "/p/pipe"), Danger::NotAFolder);
    assert_eq!(
        danger(&world, "/p/dead"),
        Danger::DeadLink("/p/dead".into())
    );
    assert_eq!(
        danger(&world, "/p/dead/public"),
        Danger::DeadLink("/p/dead".into())
    );
    let state = PathBuf::from("/p/.held.dateline");
    assert_eq!(danger(&world, "/p/held"), Danger::State(state));
}

#[test]
fn an_output_above_a_protected_folder_is_refused() {
    let world = world().with_folder("/elsewhere/content");
    for (output, protected) in [
        ("/elsewhere", "/elsewhere/content"),
        // The state folder must not be protected either.
        ("/p/public", "/p/.public.dateline"),
    ] {
        let begun = Publication::begin(
            &world,
            &PublishSettings {
                output: Path::new(output),
                root: Path::new("/p"),
                version: "0.1.0",
                protected: &[PathBuf::from(protected)],
                adopt: false,
            },
        );
        assert!(matches!(begun, Err(PublishError::Dangerous { .. })));
    }
}

#[test]
fn outputs_beside_the_project_and_inside_home_are_fine() {
    let world = world().with_home("/home/ann").with_folder("/home/ann");
    for output in [
        "/p/public",
        "/srv/www/site",
        "/home/ann/site",
        "/p/contents",
    ] {
        assert!(begin(&world, output).is_ok(), "{output}");
    }
}

#[test]
fn a_folder_with_files_of_others_is_refused_and_nothing_is_made() {
    let world = world()
        .with("/p/public/thesis.tex", "years of work")
        .with("/p/public/z", "");
    let before = world.files("/");
    match publish(&world, &small()) {
        Err(PublishError::Foreign {
            path,
            count,
            doubt: Doubt::Unlisted,
            ..
        }) => {
            assert_eq!(path, Path::new("/p/public/thesis.tex"));
            assert_eq!(count, 2);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(world.files("/"), before);
    assert_eq!(state(&world), [""; 0]);
}

#[test]
fn a_damaged_manifest_counts_as_none() {
    let list = Path::new("/p/.public.dateline/manifest");
    let world = world();
    publish(&world, &small()).unwrap();
    let text = String::from_utf8(world.read(list).unwrap()).unwrap();
    for (changed, expected) in [
        (text.replace("page", "list"), Doubt::Damaged),
        (text.replace("manifest 2", "manifest 3"), Doubt::Version),
    ] {
        world.set(list, changed);
        match publish(&world, &small()) {
            Err(PublishError::Foreign { doubt, .. }) => assert_eq!(doubt, expected),
            other => panic!("{other:?}"),
        }
        assert_eq!(output(&world), tree(&small()));
    }
    // The user follows the hint.
    world.unset("/p/public");
    publish(&world, &small()).unwrap();
    assert_eq!(output(&world), tree(&small()));
}

#[test]
fn a_journal_of_another_version_is_not_dropped() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.set("/p/.public.dateline/journal", "dateline-journal 9 9.0.0\n");
    world.set("/p/.public.dateline/stage/index.html", "staged");
    let before = world.files("/p/.public.dateline/stage");
    let error = publish(&world, &small()).unwrap_err();
    assert!(matches!(error, PublishError::Unfinished { .. }));
    assert_eq!(world.files("/p/.public.dateline/stage"), before);
}

#[test]
fn what_came_into_an_empty_output_meanwhile_is_refused() {
    let world = world();
    let publication = begin(&world, "/p/public").unwrap();
    publication.put("index.html", Class::List, b"a").unwrap();
    world.set("/p/public/mine.txt", "mine");
    let error = publication.commit().unwrap_err();
    assert!(matches!(error, PublishError::Foreign { .. }));
    assert_eq!(output(&world).len(), 1);
}

#[test]
fn a_second_publication_is_told_who_holds_the_lock() {
    let world = world();
    let first = begin(&world, "/p/public").unwrap();
    match begin(&world, "/p/public") {
        Err(PublishError::Held { holder, .. }) => {
            let pid = std::process::id();
            assert_eq!(
                holder,
                format!("process {pid}, Dateline 0.1.0, since 1970-01-01 00:00:00 UTC")
            );
        }
        _ => panic!("two have the lock"),
    }
    assert!(begin(&world, "/p/other").is_ok());
    drop(first);
    assert!(begin(&world, "/p/public").is_ok());
}

#[test]
fn a_file_of_others_in_the_way_is_named() {
    let clash = |prepare: &dyn Fn(&MemoryWorld), route: &str| {
        let world = world();
        publish(&world, &small()).unwrap();
        prepare(&world);
        let before = output(&world);
        let mut next = small();
        next.insert(route.to_owned(), (Class::Page, b"new".to_vec()));
        let error = publish(&world, &next).unwrap_err();
        assert_eq!(output(&world), before);
        match error {
            PublishError::Clash { path, clash } => (path, clash),
            error => panic!("{error}"),
        }
    };
    let (path, kind) = clash(&|world| world.set("/p/public/new.html", "x"), "new.html");
    assert_eq!(path, Path::new("/p/public/new.html"));
    assert_eq!(kind, Clash::NotOurs);
    let (path, _) = clash(&|world| world.set("/p/public/new", "x"), "new/a/index.html");
    assert_eq!(path, Path::new("/p/public/new"));
    let (path, _) = clash(&|world| world.set("/p/public/new/deep/x", "x"), "new");
    assert_eq!(path, Path::new("/p/public/new/deep/x"));
}

#[test]
fn a_file_of_others_that_differs_in_case_from_ours_is_not_taken_for_ours() {
    let world = world();
    publish(&world, &site([("About.html", Class::Page, "ours")])).unwrap();
    world.set("/p/public/about.html", "mine");
    let error = publish(&world, &site([("about.html", Class::Page, "new")])).unwrap_err();
    assert!(matches!(error, PublishError::Clash { .. }), "{error}");
    assert_eq!(
        world
            .files("/p/public/about.html")
            .into_values()
            .next()
            .unwrap(),
        b"mine"
    );
}

#[test]
fn nothing_is_written_or_removed_through_a_link_in_the_output() {
    let world = world();
    let old = site([
        ("a/index.html", Class::Page, "page"),
        ("index.html", Class::List, "a"),
    ]);
    publish(&world, &old).unwrap();
    world.unset("/p/public/a");
    let world = world
        .with_link("/p/public/a", "/elsewhere")
        .with("/elsewhere/index.html", "page");
    let new = site([
        ("a/index.html", Class::Page, "other"),
        ("index.html", Class::List, "a"),
    ]);
    match publish(&world, &new) {
        Err(PublishError::Clash { path, clash }) => {
            assert_eq!(path, Path::new("/p/public/a"));
            assert_eq!(clash, Clash::Link);
        }
        other => panic!("{other:?}"),
    }
    let report = publish(&world, &site([("index.html", Class::List, "")])).unwrap();
    assert_eq!(report.left, ["a/index.html"]);
    assert_eq!(world.files("/elsewhere").len(), 1);
}

#[test]
fn a_linked_output_is_published_where_the_link_leads() {
    let world = world()
        .with_folder("/srv/www")
        .with_link("/p/public", "/srv/www");
    publish(&world, &small()).unwrap();
    publish(&world, &small()).unwrap();
    assert_eq!(world.files("/srv/www"), tree(&small()));
    assert!(
        world
            .stat(Path::new("/srv/.www.dateline"))
            .unwrap()
            .is_some()
    );
}

#[test]
fn one_route_twice_is_an_error() {
    let world = world();
    publish(&world, &small()).unwrap();
    for route in ["index.html", "new.html"] {
        let publication = begin(&world, "/p/public").unwrap();
        publication.put(route, Class::List, b"a, b").unwrap();
        let error = publication.put(route, Class::List, b"a, b").unwrap_err();
        assert!(matches!(
            error,
            PublishError::Clash {
                clash: Clash::Twice,
                ..
            }
        ));
    }
}

#[test]
fn a_route_never_leads_out_of_the_output() {
    let world = world();
    let publication = begin(&world, "/p/public").unwrap();
    for route in [
        "", "/", "/etc/x", "../x", "a/../x", "a//b", "a/", "./a", "a/.", "a\\b", "a\0", "a\nb",
    ] {
        let error = publication.put(route, Class::Page, b"").unwrap_err();
        assert!(matches!(error, PublishError::Route { .. }), "{route:?}");
    }
    for route in ["a", "a b/ü.html", ".well-known/x", "b/..b"] {
        publication.put(route, Class::Page, b"").unwrap();
    }
}

#[test]
fn every_refusal_says_what_to_do_next() {
    let path = || PathBuf::from("/p/public");
    let io = |kind: std::io::ErrorKind| PublishError::Io {
        doing: "writing",
        path: path(),
        source: kind.into(),
    };
    let errors = [
        PublishError::Dangerous {
            output: path(),
            danger: Danger::Home,
        },
        PublishError::Foreign {
            output: path(),
            path: path(),
            count: 1,
            doubt: Doubt::Damaged,
        },
        PublishError::Held {
            output: path(),
            holder: String::new(),
        },
        PublishError::Clash {
            path: path(),
            clash: Clash::NotOurs,
        },
        PublishError::Route { route: "..".into() },
        PublishError::Lost { state: path() },
        PublishError::Unfinished {
            output: path(),
            state: path(),
        },
        io(std::io::ErrorKind::StorageFull),
        io(std::io::ErrorKind::Other),
    ];
    for error in errors {
        let text = error.to_string();
        assert!(text.contains("; "), "{text}");
        assert!(!text.contains('\n') && !text.contains("  "), "{text}");
    }
}

/// Returns a manifest as versions before 0.2.0 wrote it, with digests of another kind.
fn of_format_1(world: &MemoryWorld) -> String {
    let list = Path::new("/p/.public.dateline/manifest");
    let text = String::from_utf8(world.read(list).unwrap()).unwrap();
    let mut earlier = text.replace("manifest 2", "manifest 1");
    for bytes in output(world).values() {
        let (new, old) = (Digest::of(bytes), Digest::earlier(bytes));
        earlier = earlier.replace(&new.to_string(), &old.to_string());
    }
    let (sealed, _) = earlier.rsplit_once("end ").unwrap();
    let end = Digest::earlier(sealed.as_bytes());
    format!("{sealed}end {end}\n")
}

#[test]
fn an_output_of_an_earlier_version_is_ours() {
    let list = Path::new("/p/.public.dateline/manifest");
    let world = world();
    publish(&world, &small()).unwrap();
    world.set(list, of_format_1(&world));
    let report = publish(&world, &small()).unwrap();
    assert_eq!((report.new, report.changed, report.same), (0, 0, 5));

    // What has been changed by hand since is still not ours.
    world.set(list, of_format_1(&world));
    world.set("/p/public/2026/b/index.html", "by hand");
    let mut less = small();
    less.remove("2026/b/index.html");
    _ = publish(&world, &less);
    assert_eq!(
        world
            .read(Path::new("/p/public/2026/b/index.html"))
            .unwrap(),
        b"by hand"
    );
}

#[test]
fn a_forged_journal_or_manifest_reaches_nothing_outside_the_output() {
    let digest = Digest::of(b"a secret");
    for route in [
        "../secret",
        "../../other/secret",
        "/other/secret",
        "a/../../secret",
        "./../secret",
        "a//b",
        "..",
        "",
        "a\\b",
    ] {
        let journals = ["move 0", "take 0", "clear", &format!("remove {digest} 8")];
        for step in journals {
            let world = world()
                .with("/p/secret", "a secret")
                .with("/other/secret", "a secret")
                .with_folder("/other/hollow")
                .with("/p/public/mine.txt", "foreign")
                .with("/p/.public.dateline/stage/0/0", "new");
            let journal = fuzzed::journal(&format!("{step} {route}\n"));
            let manifest = fuzzed::manifest(&format!("{digest} 8 page 0 {route}\n"));
            world.set("/p/.public.dateline/journal", journal);
            world.set("/p/.public.dateline/manifest", manifest);
            let begun = begin(&world, "/p/public").map(drop);
            assert!(
                matches!(begun, Err(PublishError::Foreign { .. })),
                "{step} {route}: {begun:?}"
            );
            for (path, text) in [
                ("/p/secret", "a secret"),
                ("/other/secret", "a secret"),
                ("/p/public/mine.txt", "foreign"),
            ] {
                let there = world.files(path).into_values().next();
                assert_eq!(there.as_deref(), Some(text.as_bytes()), "{step} {route}");
            }
        }
    }
}
