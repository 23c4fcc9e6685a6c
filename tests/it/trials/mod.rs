//! The first promises (published whole or not at all, never mixed, the same bytes), tried many
//! times: builds that are killed, that fail, that overlap, and that run elsewhere.
//!
//! Every test here does a few of its trials. With `TRIALS=500` in the environment there are 500
//! killed builds, 200 overlapping pairs, 50 killed holders, 100 builds in other surroundings,
//! and every fault at every operation; with another number, that share of them.

mod bytes;
mod crawl;
mod faults;
mod killed;
mod linked;
mod overlapping;
mod world;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::project::Project;
use crate::site_test::files_below;

/// Files by route.
type Files = BTreeMap<String, Vec<u8>>;

/// How many trials: `whole` of 500, or `few` where nobody asked.
fn trials(whole: u64, few: u64) -> u64 {
    match asked() {
        Some(asked) => (whole * asked / 500).max(1),
        None => few,
    }
}

/// How many trials were asked for.
fn asked() -> Option<u64> {
    let asked = std::env::var("TRIALS").ok()?;
    Some(asked.parse().expect("TRIALS is a number"))
}

/// Numbers without a pattern, the same in every run (splitmix64).
struct Random(u64);

impl Random {
    /// Below `limit`, which is not 0.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for n in (1..list.len()).rev() {
            list.swap(
                n,
                usize::try_from(self.below(n as u64 + 1)).expect("an index"),
            );
        }
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.below(list.len() as u64)).expect("an index")]
    }
}

/// Sources of one size in two versions that differ in every way: half of the articles are
/// changed, some are gone, some are new, some stand elsewhere, and so does the style sheet. So do
/// the pages of tags and old addresses, the files beside articles, and the links between them.
fn sources(articles: usize, second: bool) -> Files {
    let mut files = Files::new();
    files.insert("site.yaml".into(), crate::site_test::SITE.into());
    let sheet = if second {
        "p { color: red }"
    } else {
        "p { color: blue }"
    };
    files.insert("static/site.css".into(), sheet.into());
    files.insert("static/plain.txt".into(), sheet.into());
    for n in 0..articles {
        let (changed, tenth) = (n % 2 == 0, n % 20);
        // Of each twenty one is gone, one is new, one has another name.
        if (tenth == 1 && second) || (tenth == 3 && !second) {
            continue;
        }
        let name = name(n, second);
        let words = if changed && second {
            "Told anew, at greater length. ".repeat(40)
        } else {
            "As it was told. ".repeat(n % 60)
        };
        let version = u8::from(changed && second);
        // Pages that come and go with their articles, or on their own.
        let tag = if n % 5 == 0 && second { "new" } else { "t" };
        let text = format!(
            "---\ntitle: Event {n}{}\ndate: {}-{:02}-{:02}\ntags: [{tag}{}, only {name}]\norganisations: [Organisation {}]\naliases: [/old/{n}/{version}/]\n---\n\n{words}\n\n[A paper](paper-{n}.txt), {}\n",
            if changed && second { " again" } else { "" },
            2010 + n % 15 + usize::from(tenth == 7 && second),
            n % 12 + 1,
            n % 28 + 1,
            n % 7,
            n % 10,
            link(n, articles, second),
        );
        files.insert(format!("content/{name}.md"), text.into_bytes());
        let paper = format!("Version {version} of a paper.\n").repeat(n % 30);
        files.insert(format!("content/paper-{n}.txt"), paper.into_bytes());
    }
    files
}

/// The name of an article in a version of the sources.
fn name(n: usize, second: bool) -> String {
    let name = match n % 20 == 5 && second {
        true => "renamed",
        false => "event",
    };
    format!("{name}-{n:03}")
}

/// A link from an article to the next one that there is.
fn link(n: usize, articles: usize, second: bool) -> String {
    let there = |n: &usize| n % 20 != if second { 1 } else { 3 };
    match (n + 1..articles).find(there) {
        Some(next) => format!("[what came next]({}.md)", name(next, second)),
        None => "and nothing since".to_owned(),
    }
}

/// Turns the project's sources into these.
fn rewrite(project: &Project, files: &Files) {
    for folder in ["content", "static"] {
        for (path, _) in files_below(&project.root().join(folder)) {
            let path = format!("{folder}/{path}");
            if !files.contains_key(&path) {
                std::fs::remove_file(project.root().join(path)).expect("removed");
            }
        }
    }
    for (path, bytes) in files {
        if std::fs::read(project.root().join(path)).ok().as_ref() != Some(bytes) {
            project.write(path, bytes);
        }
    }
}

/// What a clean build makes of these sources.
fn clean_build(files: &Files) -> Files {
    let project = Project::empty();
    rewrite(&project, files);
    project.run("build").code(0);
    project.output()
}

/// The program at the side of the test, as [`Project::command`] runs it.
fn start(project: &Project, line: &str) -> std::process::Child {
    Command::new(assert_cmd::cargo::cargo_bin!("dateline"))
        .args(line.split_whitespace())
        .current_dir(project.root())
        .env("SOURCE_DATE_EPOCH", "1768478400")
        .env_remove("TZ")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// Whether an output is a clean one, but for older style sheets that stay for a while.
#[track_caller]
fn assert_clean(folder: &Path, clean: &Files, what: &str) {
    let mut now = files_below(folder);
    now.retain(|route, _| clean.contains_key(route) || !is_fingerprinted(route));
    for (route, bytes) in clean {
        let there = now.remove(route);
        assert!(there.is_some(), "{what}: {route} is missing");
        assert!(there.as_ref() == Some(bytes), "{what}: {route} is another");
    }
    let more: Vec<_> = now.keys().collect();
    assert!(more.is_empty(), "{what}: {more:?} should not be there");
}

fn is_fingerprinted(route: &str) -> bool {
    route.starts_with("assets/site.") && route.ends_with(".css")
}

/// Whether nothing is left of a build but its lock and its manifest.
#[track_caller]
fn assert_tidy(state: &Path, what: &str) {
    let names: Vec<_> = files_below(state).into_keys().collect();
    assert_eq!(names, ["lock", "manifest"], "{what}");
    assert!(!state.join("stage").exists(), "{what}");
}
