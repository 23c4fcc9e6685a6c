//! Pipes, sockets, devices and folders where the program looks for a file: whatever it reads, it
//! says so at once and never waits.

#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::project::{Project, Ran, ran};

const SITE: &str = "title: Test\nurl: https://example.org/\nslots: {sponsor_top: {fragment: sponsor.html, label: S}}\nlint: {missing-published: off, missing-source: off}\n";

/// What can be in the place of a file.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Special {
    Pipe,
    LinkToPipe,
    Socket,
    LinkToDevice,
    Folder,
}

const ALL: [Special; 5] = [
    Special::Pipe,
    Special::LinkToPipe,
    Special::Socket,
    Special::LinkToDevice,
    Special::Folder,
];

impl Special {
    fn put(self, project: &Project, name: &str) {
        let path = project.root().join(name);
        std::fs::create_dir_all(path.parent().expect("below the project")).expect("made");
        if path.is_dir() {
            std::fs::remove_dir_all(&path).expect("removed");
        } else if path.exists() {
            std::fs::remove_file(&path).expect("removed");
        }
        match self {
            Self::Pipe => pipe(&path),
            Self::LinkToPipe => {
                let target = project.root().join("a-pipe");
                pipe(&target);
                symlink(target, path).expect("linked");
            }
            // The name of a socket must be short; nobody listens any more.
            Self::Socket => {
                let short = project.around().join("s");
                drop(UnixListener::bind(&short).expect("a socket"));
                std::fs::rename(short, path).expect("renamed");
            }
            Self::LinkToDevice => symlink("/dev/zero", path).expect("linked"),
            Self::Folder => std::fs::create_dir(path).expect("made"),
        }
    }
}

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status();
    assert!(made.is_ok_and(|status| status.success()), "no mkfifo here");
}

/// A site that was built, with a file of every kind.
fn project() -> Project {
    let project = Project::empty()
        .file("site.yaml", SITE)
        .article("a.md", "---\ntitle: A\ndate: 2025\ntags: [x]\n---\nText.\n")
        .file("content/pages/about.md", "---\ntitle: About\n---\nUs.\n")
        .file("content/terms/tags/x.md", "---\ntitle: X\n---\nOf x.\n")
        .file("static/plain.txt", "plain")
        .file("static/custom.css", "p { color: red }")
        .file("templates/not-found.html", "None")
        .file("templates/words/en.ftl", "not-found = None\n")
        .file("sponsor.html", "<p>S</p>")
        .file("urls.lock", "/a/ article a\n");
    project.run("build").code(0);
    project
}

/// Runs a verb, which must end by itself.
#[track_caller]
fn run(project: &Project, line: &str) -> Ran {
    let mut command = project.command();
    command.timeout(Duration::from_secs(60));
    ran(command.args(line.split_whitespace()))
}

#[test]
fn an_input_that_is_no_file_is_named_and_nothing_is_published() {
    for name in [
        "site.yaml",
        "urls.lock",
        "sponsor.html",
        "content/a.md",
        "content/pages/about.md",
        "content/terms/tags/x.md",
        "static/plain.txt",
        "static/custom.css",
        "templates/not-found.html",
        "templates/words/en.ftl",
    ] {
        let in_folder = name.contains('/');
        for special in ALL {
            // A folder in a folder is just that.
            if special == Special::Folder && in_folder {
                continue;
            }
            let project = project();
            let before = project.output();
            special.put(&project, name);
            for verb in ["check", "build"] {
                let said = run(&project, &format!("{verb} --format short"));
                assert!(matches!(said.code, 1 | 2), "{name}, {special:?}: {said:?}");
                let line = said
                    .err
                    .lines()
                    .find(|line| line.starts_with(name) || line.contains(&format!("`{name}`")));
                let line = line.unwrap_or_else(|| panic!("{name}, {special:?}: {said:?}"));
                let codes = match special {
                    // A link out of the project is refused before what it leads to is looked at.
                    Special::LinkToDevice | Special::LinkToPipe if name == "sponsor.html" => {
                        ["not-a-file", "link-leads-out"].as_slice()
                    }
                    _ if !in_folder => &["not-a-file"],
                    Special::LinkToDevice => &["link-leads-out"],
                    Special::LinkToPipe => &["not-a-file", "linked-folder", "link-leads-out"],
                    _ => &["not-a-file"],
                };
                let coded = |code: &&str| line.contains(&format!("error[{code}]"));
                assert!(codes.iter().any(coded), "{name}, {special:?}: {line}");
            }
            assert!(project.output() == before, "{name}, {special:?}");
        }
    }
}

#[test]
fn a_cache_that_is_no_file_is_named_and_everything_is_rebuilt() {
    for name in [
        ".dateline/state",
        ".dateline/lock",
        ".dateline/parsed",
        ".dateline",
    ] {
        for special in ALL {
            // These are folders.
            if special == Special::Folder && !name.ends_with("state") && !name.ends_with("lock") {
                continue;
            }
            let project = project();
            let before = project.output();
            special.put(&project, name);
            project.write("content/a.md", "---\ntitle: Anew\ndate: 2025\n---\nText.\n");
            let said = run(&project, "build --format short");
            assert_eq!(said.code, 0, "{name}, {special:?}: {said:?}");
            assert!(
                said.err
                    .contains("warning[unusable-memo]: the cache in .dateline/ can't be used: "),
                "{name}, {special:?}: {said:?}"
            );
            assert!(project.output() != before, "{name}, {special:?}");
        }
    }
    // A part of the cache.
    for special in ALL {
        let project = project();
        for path in project.files().into_keys() {
            if path.starts_with(".dateline/parsed/") {
                special.put(&project, &path);
            }
            if special == Special::LinkToPipe {
                _ = std::fs::remove_file(project.root().join("a-pipe"));
            }
        }
        project.write("content/a.md", "---\ntitle: Anew\ndate: 2025\n---\nText.\n");
        let said = run(&project, "build --format short");
        assert_eq!(said.code, 0, "{special:?}: {said:?}");
        assert!(
            project.read("public/a/index.html").contains("Anew"),
            "{special:?}"
        );
    }
}

#[test]
fn a_state_of_the_output_that_is_no_file_is_named_and_nothing_is_published() {
    for name in ["manifest", "journal", "lock", "stage", "manifest.next"] {
        for special in ALL {
            let project = project();
            let before = project.output();
            special.put(&project, &format!(".public.dateline/{name}"));
            project.write("content/a.md", "---\ntitle: Anew\ndate: 2025\n---\nText.\n");
            let said = run(&project, "build");
            if said.code == 0 {
                // What another build left there is removed: never read, it can be anything.
                assert!(
                    matches!(name, "stage" | "manifest.next"),
                    "{name}, {special:?}"
                );
                assert!(project.output() != before, "{name}, {special:?}");
                continue;
            }
            assert_eq!(said.code, 2, "{name}, {special:?}: {said:?}");
            let path = format!(".public.dateline/{name}");
            assert!(said.err.contains(&path), "{name}, {special:?}: {said:?}");
            assert!(project.output() == before, "{name}, {special:?}");
        }
    }
}

#[test]
fn a_file_named_on_the_command_line_that_is_no_file_is_refused() {
    for special in ALL {
        for line in [
            "build --config other.yaml",
            "check content/b.md",
            "fmt content/b.md",
        ] {
            // A folder is checked with all that it holds.
            if special == Special::Folder && line.starts_with("check") {
                continue;
            }
            let project = project();
            special.put(&project, "other.yaml");
            if special == Special::LinkToPipe {
                std::fs::remove_file(project.root().join("a-pipe")).expect("removed");
            }
            special.put(&project, "content/b.md");
            let said = run(&project, line);
            assert!(said.code != 0, "{line}, {special:?}: {said:?}");
            assert!(!said.err.is_empty(), "{line}, {special:?}: {said:?}");
        }
    }
}
