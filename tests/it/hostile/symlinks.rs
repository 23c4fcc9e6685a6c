//! Symbolic links of every shape: a file is published through one only if the link ends at a visible
//! file of its own folder.

#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::path::Path;

use crate::project::Project;

const GOOD: &str = "---\ntitle: Good things happened\ndate: 2025\n---\n\nText.\n";

/// What no page may show.
const SECRETS: [&str; 4] = [
    "AUTHORIZATION",
    "KEY=topsecret",
    "outer secret",
    "template secret",
];

/// A project with secrets in it and around it.
fn project() -> Project {
    let project = Project::new()
        .article("beta/index.md", GOOD)
        .file("content/beta/own.txt", "own words")
        .file("content/notes/shared.txt", "shared words")
        .file("content/.hidden/file.txt", "KEY=topsecret")
        .file("content/beta/.env", "KEY=topsecret")
        .file("static/fixed.txt", "fixed words")
        .file("static/.well/known.txt", "KEY=topsecret")
        .file(".env", "KEY=topsecret")
        .file(".git/config", "extraheader = AUTHORIZATION: basic x")
        .file(".GIT/config", "extraheader = AUTHORIZATION: basic x")
        .file(
            "drafts/real.md",
            "---\ntitle: outer secret\ndate: 2025\n---\n",
        )
        .file("templates/own.html", "template secret")
        .file("contents/near.txt", "outer secret");
    std::fs::write(project.around().join("secret.txt"), "outer secret").expect("written");
    project
}

/// The shapes of links that are refused: where the link is, where it leads, the code of the error.
const REFUSED: [(&str, &str, &str); 46] = [
    // Relative, to what the project keeps for itself.
    ("content/beta/a.txt", "../../.env", "link-leads-out"),
    ("content/beta/p.png", "../../.env", "link-leads-out"),
    ("content/beta/a.md", "../../.env", "link-leads-out"),
    ("content/beta/a.svg", "../../.git/config", "link-leads-out"),
    ("content/beta/a.txt", "../../.GIT/config", "link-leads-out"),
    ("content/a.txt", "../site.yaml", "link-leads-out"),
    ("content/a.txt", "../urls.lock", "broken-symlink"),
    ("content/a.md", "../drafts/real.md", "link-leads-out"),
    (
        "content/pages/a.md",
        "../../drafts/real.md",
        "link-leads-out",
    ),
    (
        "content/terms/tags/a.md",
        "../../../drafts/real.md",
        "link-leads-out",
    ),
    ("content/a.txt", "../static/fixed.txt", "link-leads-out"),
    ("content/a.txt", "../templates/own.html", "link-leads-out"),
    ("content/a.txt", "../contents/near.txt", "link-leads-out"),
    // Detours.
    ("content/a.txt", "beta/../../.env", "link-leads-out"),
    ("content/a.txt", "./././../.env", "link-leads-out"),
    (
        "content/a.txt",
        "beta/.././notes/../../.git/config",
        "link-leads-out",
    ),
    ("content/beta/a.txt", "..//..//.env", "link-leads-out"),
    ("content/a.txt", "../../project/.env", "link-leads-out"),
    // Hidden files within the folder.
    ("content/a.txt", ".hidden/file.txt", "link-leads-out"),
    ("content/a.txt", "beta/.env", "link-leads-out"),
    ("static/a.txt", ".well/known.txt", "link-leads-out"),
    (
        "content/beta/a.txt",
        "../.hidden/../.hidden/file.txt",
        "link-leads-out",
    ),
    // Out of the project.
    ("content/a.txt", "../../secret.txt", "link-leads-out"),
    (
        "content/beta/a.txt",
        "../../../secret.txt",
        "link-leads-out",
    ),
    ("content/a.txt", "/etc/passwd", "link-leads-out"),
    ("content/a.txt", "//etc//passwd", "link-leads-out"),
    ("content/a.txt", "/etc/../etc/passwd", "link-leads-out"),
    ("content/a.txt", "/proc/self/environ", "link-leads-out"),
    ("content/a.txt", "/proc/self/cmdline", "link-leads-out"),
    ("content/a.txt", "/dev/zero", "link-leads-out"),
    ("content/a.txt", "/dev/stdin", ""),
    ("static/a.txt", "../../secret.txt", "link-leads-out"),
    (
        "static/a.txt",
        "../content/notes/shared.txt",
        "link-leads-out",
    ),
    ("static/a.txt", "../.env", "link-leads-out"),
    ("static/site.css", "../.env", "link-leads-out"),
    ("templates/a.html", "../.env", "link-leads-out"),
    ("templates/words/en.ftl", "../../.env", "link-leads-out"),
    // Folders.
    ("content/a", "..", "linked-folder"),
    ("content/a", ".", "linked-folder"),
    ("content/a", "../.git", "linked-folder"),
    ("content/a", "notes", "linked-folder"),
    ("content/a", "/etc", "link-leads-out"),
    ("content/a.md", "../..", "link-leads-out"),
    // Nothing.
    ("content/a.txt", "a.txt", "broken-symlink"),
    ("content/a.txt", "missing.txt", "broken-symlink"),
    ("content/a.txt", "beta/own.txt/../own.txt", "broken-symlink"),
];

/// Links that lead to files of their own folder.
const FOLLOWED: [(&str, &str); 6] = [
    ("content/beta/a.txt", "own.txt"),
    ("content/beta/a.txt", "../notes/shared.txt"),
    ("content/beta/a.txt", "./../beta/own.txt"),
    ("content/beta/a.txt", "../../content/notes/shared.txt"),
    ("content/a.md", "beta/index.md"),
    ("static/a.txt", "fixed.txt"),
];

fn link(project: &Project, at: &str, target: &str) {
    let at = project.root().join(at);
    std::fs::create_dir_all(at.parent().expect("one")).expect("made");
    symlink(target, at).expect("linked");
}

/// Nothing that is written or printed shows a secret.
#[track_caller]
fn assert_kept(project: &Project, said: &str, shape: &str) {
    for secret in SECRETS {
        assert!(!said.contains(secret), "{shape}: {said}");
        for (path, bytes) in project.output() {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains(secret), "{shape}: {path}");
        }
    }
}

/// `check` and `build` say the same of a link; a lenient site is built without it.
#[track_caller]
fn assert_refused(project: &Project, at: &str, code: &str, shape: &str) {
    let wanted = format!("{at}: error[{code}");
    for verb in ["check", "build"] {
        let ran = project.run(&format!("{verb} --format short"));
        assert_eq!(ran.code, 1, "{shape}: {}", ran.said());
        assert!(ran.err.contains(&wanted), "{verb} {shape}: {}", ran.err);
        assert!(!project.has("public"), "{shape}");
        assert_kept(project, &ran.said(), shape);
    }
    project.write(
        "site.yaml",
        format!("{}lenient: true\n", crate::site_test::SITE),
    );
    let ran = project.run("build --format short").code(0);
    let wanted = format!("{at}: warning[{code}");
    assert!(ran.err.contains(&wanted), "{shape}: {}", ran.err);
    assert!(project.has("public/beta/index.html"), "{shape}");
    assert_kept(project, &ran.said(), shape);
}

#[test]
fn no_shape_of_link_publishes_what_is_not_in_its_folder() {
    for (at, target, code) in REFUSED {
        let project = project();
        link(&project, at, target);
        assert_refused(&project, at, code, &format!("{at} -> {target}"));
    }
}

#[test]
fn a_link_is_followed_through_others_to_its_end() {
    for (first, last) in [("../.env", "link-leads-out"), ("b2.txt", "broken-symlink")] {
        let project = project();
        link(&project, "content/b3.txt", "b2.txt");
        link(&project, "content/b2.txt", "b1.txt");
        link(&project, "content/b1.txt", first);
        let shape = format!("a chain to {first}");
        for at in ["content/b1.txt", "content/b2.txt", "content/b3.txt"] {
            let said = project.run("check --format short").code(1).err;
            assert!(said.contains(&format!("{at}: error[{last}]")), "{said}");
        }
        assert_refused(&project, "content/b3.txt", last, &shape);
    }
    // Absolute paths into the project, and through a folder that is a link itself.
    for (target, code) in [
        (".env", "link-leads-out"),
        ("content/.hidden/file.txt", "link-leads-out"),
        ("around/secret.txt", "link-leads-out"),
    ] {
        let project = project();
        symlink(project.around(), project.root().join("around")).expect("linked");
        let absolute = project.root().join(target);
        link(&project, "content/a.txt", absolute.to_str().expect("text"));
        assert_refused(&project, "content/a.txt", code, target);
    }
}

#[test]
fn a_link_to_a_file_of_its_own_folder_is_that_file() {
    for (at, target) in FOLLOWED {
        let project = project();
        link(&project, at, target);
        let ran = project.run("build").code(0);
        let route = match at {
            "content/a.md" => "public/a/index.html".to_owned(),
            at => at
                .replace("content/", "public/")
                .replace("static/", "public/"),
        };
        assert!(project.has(&route), "{at} -> {target}: {}", ran.err);
        assert_kept(&project, &ran.said(), at);
    }
    let project = project();
    let absolute = project.root().join("content/notes/shared.txt");
    link(
        &project,
        "content/beta/a.txt",
        absolute.to_str().expect("text"),
    );
    project.run("build").code(0);
    assert_eq!(project.read("public/beta/a.txt"), "shared words");
}

#[test]
fn a_folder_that_is_a_link_is_read_only_if_the_site_says_so() {
    for folder in ["content", "static", "templates"] {
        let project = Project::new();
        let real = project.around().join("elsewhere");
        std::fs::create_dir_all(&real).expect("made");
        let (name, text) = match folder {
            "content" => ("a.md", GOOD),
            "static" => ("a.txt", "words"),
            _ => ("words/en.ftl", "front = Hello\n"),
        };
        std::fs::create_dir_all(real.join("words")).expect("made");
        std::fs::write(real.join(name), text).expect("written");
        let _ = std::fs::remove_dir_all(project.root().join(folder));
        symlink(&real, project.root().join(folder)).expect("linked");
        for verb in ["check", "build"] {
            let said = project.run(&format!("{verb} --format short")).code(1).err;
            let wanted = format!("{folder}: error[link-leads-out]");
            assert!(said.starts_with(&wanted), "{said}");
        }
        let meant = format!("{}files: {{linked: [{folder}]}}\n", crate::site_test::SITE);
        project.write("site.yaml", meant);
        project.run("build").code(0);
        project.run("build").code(0);
        let route = match folder {
            "content" => "public/a/index.html",
            "static" => "public/a.txt",
            _ => "public/index.html",
        };
        assert!(project.has(route), "{folder}");
        // Its links end in it.
        std::fs::write(project.root().join(".env"), "KEY=topsecret").expect("written");
        symlink(project.root().join(".env"), real.join("b.txt")).expect("linked");
        let said = project.run("check --format short").code(1).err;
        let wanted = format!("{folder}/b.txt: error[link-leads-out]");
        assert!(said.contains(&wanted), "{said}");
    }
}

#[test]
fn no_folder_is_the_project_itself() {
    for target in [".", "..", "../project", "/"] {
        let project = Project::new();
        project.write(
            "site.yaml",
            format!("{}files: {{linked: [static]}}\n", crate::site_test::SITE),
        );
        symlink(target, project.root().join("static")).expect("linked");
        let said = project.run("check").code(1).err;
        assert!(said.contains("holds the whole project"), "{target}: {said}");
    }
}

#[test]
fn a_fragment_that_is_a_link_to_a_secret_is_not_read() {
    for target in [
        ".env",
        ".git/config",
        "../secret.txt",
        "content/.hidden/file.txt",
    ] {
        let project = project();
        let slot = "slots: {sponsor_top: {fragment: sponsor.html, label: Advertisement}}\n";
        project.write("site.yaml", format!("{}{slot}", crate::site_test::SITE));
        symlink(target, project.root().join("sponsor.html")).expect("linked");
        let ran = project.run("build").code(1);
        assert!(
            ran.err.contains("error[link-leads-out]"),
            "{target}: {}",
            ran.err
        );
        assert_kept(&project, &ran.said(), target);
    }
}

#[test]
fn the_preview_shows_nothing_through_a_link_that_is_turned_elsewhere() {
    use dateline::diagnostic::Severity;
    use dateline::project::{ChangeSet, Inputs, Memory, Reader, Settings};
    use dateline::source::Sources;
    use dateline::world::OsWorld;

    let project = project();
    link(&project, "content/beta/a.txt", "own.txt");
    let (world, settings) = (OsWorld::new(), Settings::new(project.root()));
    let (mut sources, mut inputs) = (Sources::lasting(), Inputs::default());
    let said = |inputs: &mut Inputs, sources: &mut Sources, changes: &ChangeSet| {
        let mut reader = Reader {
            world: &world,
            settings: &settings,
            sources,
            memory: Memory::Inputs,
        };
        inputs.read(&mut reader, changes);
        let mut sink = dateline::diagnostic::Sink::default();
        inputs.contents(&reader, &mut sink);
        let errors = sink.iter().filter(|d| d.severity == Severity::Error);
        let codes = errors.map(|d| d.code.to_owned());
        codes.collect::<Vec<String>>()
    };
    let first = said(&mut inputs, &mut sources, &ChangeSet::everything());
    assert!(first.is_empty(), "{first:?}");
    let at = project.root().join("content/beta/a.txt");
    std::fs::remove_file(&at).expect("removed");
    symlink(Path::new("../../.env"), &at).expect("linked");
    let changes = ChangeSet {
        names: ["content/beta/a.txt".to_owned()].into(),
        all: false,
    };
    assert_eq!(
        said(&mut inputs, &mut sources, &changes),
        ["link-leads-out"]
    );
}
