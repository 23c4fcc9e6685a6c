//! What is expected of the fixture sites, byte for byte.
//!
//! `UPDATE=1 cargo test` writes what the program gives in the place of what was expected, and
//! removes what no test looks at. Without it both differences are failures.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::html;
use crate::site_test::{Outcome, files_below};

/// The fixtures, and the module that each is used by.
const FIXTURES: [&str; 18] = [
    "bilingual",
    "dates",
    "events",
    "expires",
    "faults",
    "floods",
    "hugo",
    "jekyll",
    "kabar",
    "late",
    "links",
    "lints",
    "look",
    "slips",
    "stories",
    "terms",
    "translations",
    "zola",
];

/// Folder of a fixture.
pub fn site_folder(name: &str) -> PathBuf {
    sites().join(name)
}

fn sites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites")
}

/// What one fixture gives, collected, and then held against what is expected of it.
pub struct Goldens {
    folder: PathBuf,
    actual: BTreeMap<String, Vec<u8>>,
}

impl Goldens {
    pub fn of(name: &str) -> Self {
        Self {
            folder: site_folder(name),
            actual: BTreeMap::new(),
        }
    }

    /// The diagnostics, as people see them.
    pub fn diagnostics(mut self, text: &str) -> Self {
        self.note("expected.diagnostics".to_owned(), text.as_bytes());
        self
    }

    /// Files in full.
    pub fn whole<'a>(
        mut self,
        outcome: &Outcome,
        routes: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        for route in routes {
            self.note(format!("expected/{route}"), outcome.text(route).as_bytes());
        }
        self
    }

    /// Pages as what a reader sees of them, so that they outlive a change of the theme.
    pub fn texts<'a>(self, outcome: &Outcome, routes: impl IntoIterator<Item = &'a str>) -> Self {
        self.texts_in("", outcome, routes)
    }

    /// As [`texts`](Self::texts), in a folder of their own.
    pub fn texts_in<'a>(
        mut self,
        folder: &str,
        outcome: &Outcome,
        routes: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        for route in routes {
            let name = route.strip_suffix(".html").expect("a page");
            let text = html::text_of_main(outcome.text(route));
            self.note(format!("expected/{folder}{name}.txt"), text.as_bytes());
        }
        self
    }

    /// A text that a test made.
    pub fn made(mut self, name: &str, text: &str) -> Self {
        self.note(format!("expected/{name}"), text.as_bytes());
        self
    }

    fn note(&mut self, path: String, bytes: &[u8]) {
        let before = self.actual.insert(path.clone(), bytes.to_vec());
        assert!(before.is_none(), "{path} is looked at twice");
    }

    /// Compares, or renews.
    #[track_caller]
    pub fn hold(self) {
        let expected: BTreeMap<String, Vec<u8>> = files_below(&self.folder)
            .into_iter()
            .filter(|(path, _)| path.starts_with("expected"))
            .collect();
        if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
            self.renew(&expected);
            return;
        }
        let paths: BTreeSet<&String> = expected.keys().chain(self.actual.keys()).collect();
        let differences: Vec<String> = paths
            .into_iter()
            .filter_map(|path| difference(path, expected.get(path), self.actual.get(path)))
            .collect();
        assert!(
            differences.is_empty(),
            "{}\n\nIf this is as it should be: UPDATE=1 cargo test",
            differences.join("\n\n")
        );
    }

    fn renew(&self, expected: &BTreeMap<String, Vec<u8>>) {
        for path in expected.keys().filter(|p| !self.actual.contains_key(*p)) {
            std::fs::remove_file(self.folder.join(path)).expect("removed");
        }
        for (path, bytes) in &self.actual {
            if expected.get(path) != Some(bytes) {
                let path = self.folder.join(path);
                std::fs::create_dir_all(path.parent().expect("below the sites")).expect("made");
                std::fs::write(path, bytes).expect("written");
            }
        }
    }
}

fn difference(path: &str, expected: Option<&Vec<u8>>, actual: Option<&Vec<u8>>) -> Option<String> {
    match (expected, actual) {
        (None, _) => Some(format!("{path} is not there yet")),
        (_, None) => Some(format!("{path} is there, and no test looks at it")),
        (Some(expected), Some(actual)) if expected == actual => None,
        (Some(expected), Some(actual)) => {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let (expected, actual) = (text(expected), text(actual));
            let same = expected
                .lines()
                .zip(actual.lines())
                .take_while(|(a, b)| a == b)
                .count();
            let from = |text: &str| {
                let lines: Vec<_> = text.lines().skip(same).take(4).collect();
                format!("  {}", lines.join("\n  "))
            };
            Some(format!(
                "{path}, line {}: expected\n{}\nbut it is\n{}",
                same + 1,
                from(&expected),
                from(&actual)
            ))
        }
    }
}

#[test]
fn every_fixture_is_used() {
    let there: BTreeSet<String> = std::fs::read_dir(sites())
        .expect("the fixtures are there")
        .map(|entry| entry.expect("readable").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    // `languages` is built in each language: tests/it/languages.rs.
    let mut used: BTreeSet<String> = FIXTURES.map(str::to_owned).into();
    used.insert("languages".to_owned());
    assert_eq!(there, used);
    for name in FIXTURES {
        let inside = std::fs::read_dir(site_folder(name)).expect("a fixture is a folder");
        for entry in inside {
            let entry = entry.expect("readable").file_name();
            let known = [
                "site.yaml",
                "content",
                "static",
                "templates",
                "expected",
                "expected.diagnostics",
            ];
            assert!(
                known.iter().any(|k| *k == entry),
                "{name}: {}",
                entry.display()
            );
        }
    }
}
