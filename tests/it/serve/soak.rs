//! Many saves, as editors and version control make them: what is served is in the end what a
//! clean build writes, nothing dies, and memory does not grow.
//!
//! A few by default; the whole, which takes some minutes, is
//! `SOAK=10000 cargo test --locked --test it serve::soak -- --nocapture`.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::equals_a_build;
use super::served::{Served, serve};
use crate::project::Project;

/// How many saves.
fn saves() -> usize {
    std::env::var("SOAK").map_or(60, |n| n.parse().expect("SOAK is a number"))
}

fn text(n: usize, version: usize) -> String {
    format!(
        "---\ntitle: Article {n} in version {version}\ndate: 20{:02}-0{}-1{}\ntags: [topic-{}]\norganisations: [Organisation {}]\n---\nWords of version {version}, and [another](a{}.md).\n",
        n % 25,
        n % 9 + 1,
        n % 10,
        (n + version) % 7,
        n % 5,
        n / 2,
    )
}

fn path(project: &Project, n: usize) -> std::path::PathBuf {
    project.root().join(format!("content/f{}/a{n}.md", n % 8))
}

/// Saves as an editor of one style does.
fn save(style: usize, path: &Path, text: &str) {
    match style % 6 {
        // In place.
        0 => fs::write(path, text).expect("written"),
        // Another file, renamed over the first.
        1 => {
            let other = path.with_extension("md.tmp");
            fs::write(&other, text).expect("written");
            fs::rename(&other, path).expect("renamed");
        }
        // Deleted, then created.
        2 => {
            fs::remove_file(path).expect("removed");
            sleep(Duration::from_millis(3));
            fs::write(path, text).expect("written");
        }
        // Renamed to a backup, created, and the backup removed.
        3 => {
            let backup = path.with_extension("md~");
            fs::rename(path, &backup).expect("renamed");
            fs::write(path, text).expect("written");
            fs::remove_file(backup).expect("removed");
        }
        // Written, and at once again by what formats on save.
        4 => {
            fs::write(path, text.replace("title: ", "title:   ")).expect("written");
            fs::write(path, text).expect("written");
        }
        // Truncated, then written slowly.
        _ => {
            drop(File::create(path).expect("truncated"));
            let mut file = OpenOptions::new().append(true).open(path).expect("opened");
            for part in text.as_bytes().chunks(text.len() / 4 + 1) {
                sleep(Duration::from_millis(4));
                file.write_all(part).expect("written");
                file.flush().expect("written");
            }
        }
    }
}

/// Links lead to files of other folders, so that a switch must be whole before they resolve.
fn linked(text: &str) -> String {
    let at = text.find("](a").expect("a link") + 2;
    let number: usize = text[at + 1..]
        .split('.')
        .next()
        .and_then(|n| n.parse().ok())
        .expect("a number");
    text.replacen("](a", &format!("](../f{}/a", number % 8), 1)
}

/// Some pages of every kind. A file that is deleted and created while others are saved without
/// a pause may be looked at in between, on a busy machine: then its page is not there for a blink.
fn visit(served: &Served, count: usize) {
    for n in (0..count).step_by(count / 40 + 1) {
        served.until(&format!("/a{n}/"), |reply| reply.status == 200);
    }
    served.get("/");
    served.get("/feed.xml");
}

#[test]
fn a_long_day_of_saves_ends_as_a_clean_build_would() {
    let saves = saves();
    // A switch of branches changes all of them.
    let count = saves.clamp(120, 2000);
    let project = Project::new();
    for n in 0..count {
        let path = path(&project, n);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, linked(&text(n, 0))).expect("written");
    }
    let mut served = serve(&project, "");
    // All pages once: those that are kept in memory are there from now on.
    equals_a_build(&project, &served, "--drafts --future");
    let mut memory = Vec::new();
    for number in 0..saves {
        let n = (number * 7) % count;
        let version = number + 1;
        save(number, &path(&project, n), &linked(&text(n, version)));
        if number % 10 == 0 {
            served.shows(
                &format!("/a{n}/"),
                &format!("Article {n} in version {version}"),
            );
        }
        if number % (saves / 20 + 1) == 0 {
            visit(&served, count);
            memory.extend(used(&served));
        }
    }
    let last = (saves - 1) * 7 % count;
    served.shows(&format!("/a{last}/"), &format!("in version {saves}"));
    equals_a_build(&project, &served, "--drafts --future");
    memory.extend(used(&served));
    println!("{saves} saves; KiB in use: {memory:?}");
    // Another branch: every file is another, and some are elsewhere.
    for n in 0..count {
        let old = path(&project, n);
        fs::remove_file(&old).expect("removed");
        if n % 10 != 9 {
            fs::write(&old, linked(&text(n, saves + 1))).expect("written");
        }
    }
    let there = (0..count).filter(|n| n % 10 != 9);
    for n in there.clone().filter(|n| n / 2 % 10 == 9) {
        fs::write(
            path(&project, n),
            text(n, saves + 1).replacen(&format!("](a{}.md)", n / 2), "](https://example.org/)", 1),
        )
        .expect("written");
    }
    let last = there.max().expect("some");
    served.until("/a9/", |reply| reply.status == 404);
    served.shows(&format!("/a{last}/"), &format!("in version {}", saves + 1));
    served.until("/a1/", |reply| reply.status == 200);
    equals_a_build(&project, &served, "--drafts --future");
    assert!(served.lives());
    memory.extend(used(&served));
    // The first saves fill what is filled once, such as the allocator's reserves.
    if let (Some(early), Some(late)) = (memory.get(memory.len() / 4), memory.last()) {
        let grown = *late as f64 / *early as f64 - 1.0;
        println!("memory grew by {:.1} %", grown * 100.0);
        assert!(
            saves < 1000 || grown < 0.1,
            "memory grew by {:.1} %",
            grown * 100.0
        );
    }
}

#[cfg(target_os = "linux")]
fn used(served: &Served) -> Option<u64> {
    Some(served.memory())
}

#[cfg(not(target_os = "linux"))]
fn used(_: &Served) -> Option<u64> {
    None
}
