//! The notice of a release: every library in the program, with the texts of its licences, from the
//! sources that cargo compiled.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

/// A library, as its package describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Library {
    pub name: String,
    pub version: String,
    /// An SPDX expression; empty if the package names none.
    pub licence: String,
    pub repository: String,
    /// The texts of its licence and notice files.
    pub texts: Vec<String>,
}

/// How the names of files with licences and notices begin, in capitals.
const FILES: [&str; 6] = [
    "LICEN",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
    "UNLICENSE",
    "AUTHORS",
];

/// Packages without a file with their licence. All may be used under Apache-2.0, whose text is the
/// same for everyone.
const WITHOUT_TEXT: [&str; 2] = ["fluent-langneg", "intl_pluralrules"];

/// All libraries that cargo knows of, those for tests too.
pub fn all(metadata: &Value) -> Vec<Library> {
    let packages = metadata["packages"].as_array().expect("packages");
    // What has no source is in this repository.
    let others = packages.iter().filter(|p| !p["source"].is_null());
    let mut libraries: Vec<Library> = others.map(library).collect();
    libraries.sort();
    libraries
}

/// The libraries that are part of the program: what it depends on, but not for tests or for
/// building.
pub fn shipped(metadata: &Value) -> Vec<Library> {
    let nodes = metadata["resolve"]["nodes"].as_array().expect("nodes");
    let by_id: BTreeMap<&str, &Value> = nodes.iter().map(|n| (text(&n["id"]), n)).collect();
    let root = text(&metadata["resolve"]["root"]);
    let (mut seen, mut open) = (BTreeSet::new(), vec![root]);
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        for dep in by_id[id]["deps"].as_array().expect("deps") {
            let mut kinds = dep["dep_kinds"].as_array().expect("kinds").iter();
            if kinds.any(|kind| kind["kind"].is_null()) {
                open.push(text(&dep["pkg"]));
            }
        }
    }
    let packages = metadata["packages"].as_array().expect("packages");
    let packages = packages.iter().filter(|p| {
        let id = text(&p["id"]);
        id != root && seen.contains(id)
    });
    let mut libraries: Vec<Library> = packages.map(library).collect();
    libraries.sort();
    libraries
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn library(package: &Value) -> Library {
    let name = text(&package["name"]).to_owned();
    let folder = Path::new(text(&package["manifest_path"])).parent();
    let mut texts = licence_texts(folder.expect("a folder"));
    if texts.is_empty() && WITHOUT_TEXT.contains(&name.as_str()) {
        texts.push(super::file("LICENSE-APACHE"));
    }
    Library {
        version: text(&package["version"]).to_owned(),
        licence: text(&package["license"]).to_owned(),
        repository: text(&package["repository"]).to_owned(),
        name,
        texts,
    }
}

fn licence_texts(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("cargo has unpacked it")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = name.to_uppercase();
            path.is_file() && FILES.iter().any(|start| name.starts_with(start))
        })
        .collect();
    files.sort();
    let read = |path| String::from_utf8_lossy(&std::fs::read(path).expect("readable")).into_owned();
    files.into_iter().map(read).collect()
}

/// Formats the notice: the list of libraries, then each text once, with those that it is for.
pub fn write(libraries: &[Library]) -> String {
    let mut out = String::from(
        "# Third-party notices\n\nDateline contains these libraries. Their licences follow.\n\n",
    );
    let mut by_text: BTreeMap<String, Vec<&Library>> = BTreeMap::new();
    for library in libraries {
        let _ = writeln!(
            out,
            "- {} {}: {}, {}",
            library.name, library.version, library.licence, library.repository
        );
        for text in &library.texts {
            by_text.entry(normal(text)).or_default().push(library);
        }
    }
    let mut texts: Vec<_> = by_text.into_iter().collect();
    texts.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    for (text, of) in texts {
        let names = of.iter().map(|l| format!("{} {}", l.name, l.version));
        let names: Vec<String> = names.collect();
        let _ = write!(out, "\n## {}\n\n", names.join(", "));
        for line in text.lines() {
            let _ = writeln!(out, "{}", format!("    {line}").trim_end());
        }
    }
    out
}

/// A text without what differs between copies: ends of lines, spaces at them.
fn normal(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

#[test]
fn a_text_that_libraries_share_is_written_once() {
    let library = |name: &str, text: &str| Library {
        name: name.to_owned(),
        version: "1.0.0".to_owned(),
        licence: "MIT".to_owned(),
        repository: "https://example.org/".to_owned(),
        texts: vec![text.to_owned()],
    };
    let notice = write(&[
        library("a", "Permission\r\nis granted \n"),
        library("b", "Permission\nis granted\n"),
        library("c", "Other words\n"),
    ]);
    assert_eq!(notice.matches("Permission").count(), 1);
    assert!(notice.contains("## a 1.0.0, b 1.0.0\n\n    Permission\n    is granted\n"));
    assert!(notice.contains("- c 1.0.0: MIT, https://example.org/\n"));
    assert!(notice.contains("## c 1.0.0\n\n    Other words\n"));
}
