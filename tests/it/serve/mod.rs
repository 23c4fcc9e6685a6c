//! `dateline serve`: who is answered and with what, what a save does, and that it never dies.

mod answers;
mod connections;
mod overlay;
mod saves;
mod served;
mod session;
mod soak;

use std::collections::BTreeMap;

use crate::project::Project;
use served::Served;

/// A site with an article of each kind that matters here.
fn project() -> Project {
    Project::new()
        .article(
            "ely.md",
            "---\ntitle: The dam at Ely\ndate: 2025-12-09\norganisations: [Ely Council]\n---\nIt holds.\n",
        )
        .article(
            "folder/gates/index.md",
            "---\ntitle: Gates of Denver\ndate: 2025-11-02\ntags: [gates]\n---\nSee ![a gate](gate.svg) and [the dam](../../ely.md).\n",
        )
        .file(
            "content/folder/gates/gate.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        )
        .file("content/pages/about.md", "---\ntitle: About\n---\nUs.\n")
        .file("static/robot.webmanifest", "{}")
        .file("static/own.css", "p { color: red }")
        .file("static/caf\u{e9} noir.txt", "noir")
}

/// Every file that a build of the same content makes, beside what is served for it.
#[track_caller]
fn equals_a_build(project: &Project, served: &Served, args: &str) {
    let built = project.around().join("built");
    let _ = std::fs::remove_dir_all(&built);
    let command = format!("build --quiet --output {} {args}", built.display());
    project.run(&command).code(0);
    // What the build remembers is its own.
    let _ = std::fs::remove_dir_all(project.root().join(".dateline"));
    let files: BTreeMap<String, Vec<u8>> = crate::site_test::files_below(&built);
    assert!(files.len() > 5);
    for (route, bytes) in &files {
        let path: String = route.bytes().fold(served.base.clone(), |path, b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                format!("{path}{}", char::from(b))
            }
            _ => format!("{path}%{b:02X}"),
        });
        let reply = served.get(&path);
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(
            String::from_utf8_lossy(&reply.as_built()),
            String::from_utf8_lossy(bytes),
            "{path}"
        );
    }
    let gone = served.get(&format!("{}no-such-page/", served.base));
    assert_eq!(gone.status, 404);
    assert_eq!(gone.as_built(), files["404.html"]);
}
