//! Builds that are killed at any moment, while readers read.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::crawl::{Crawler, in_both};
use super::{
    Files, Random, asked, assert_clean, assert_tidy, clean_build, is_fingerprinted, rewrite,
    sources, start, trials,
};
use crate::project::Project;
use crate::site_test::files_below;

/// A site and what it is to become, as readers may see them.
struct Change<'a> {
    output: PathBuf,
    old: &'a Files,
    new: &'a Files,
}

impl Change<'_> {
    /// Reads every file once; says what a reader must never see: a file missing that both sites
    /// have, one that is neither old nor new, a new page without its style sheet.
    fn fault(&self) -> Option<String> {
        let routes = self.old.keys().chain(
            self.new
                .keys()
                .filter(|route| !self.old.contains_key(*route)),
        );
        for route in routes {
            let (old, new) = (self.old.get(route), self.new.get(route));
            match std::fs::read(self.output.join(route)) {
                Ok(bytes) if Some(&bytes) == old => {}
                Ok(bytes) if Some(&bytes) == new => {
                    if let Some(asset) = self.missing_asset() {
                        return Some(format!("{route} is new, and {asset} is missing"));
                    }
                }
                Ok(bytes) => {
                    let len = bytes.len();
                    return Some(format!("{route} is neither old nor new: {len} bytes"));
                }
                Err(_) if old.is_none() || new.is_none() => {}
                Err(error) => return Some(format!("{route}: {error}")),
            }
        }
        None
    }

    /// Of a first build there is all or nothing.
    fn part(&self) -> Option<String> {
        let there = |route: &&String| self.output.join(route).exists();
        let count = self.new.keys().filter(there).count();
        let part = self.old.is_empty() && count != 0 && count != self.new.len();
        part.then(|| format!("{count} files of a first build"))
    }

    /// Whether what is left is neither the old site nor the new one; says which of its links are
    /// dead, as readers find them who come from anywhere.
    fn mixture(&self, crawler: &mut Crawler) -> (bool, Option<String>) {
        let tree = files_below(&self.output);
        if tree.is_empty() {
            return (false, None);
        }
        let dead = crawler.dead_links(&tree, in_both(self.old, self.new));
        let dead = (!dead.is_empty()).then(|| format!("dead links: {dead:#?}"));
        let is = |site: &Files| {
            let mut theirs = tree.iter().filter(|(route, _)| !is_fingerprinted(route));
            theirs.all(|(route, bytes)| site.get(route) == Some(bytes))
        };
        (!is(self.old) && !is(self.new), dead)
    }

    fn missing_asset(&self) -> Option<&String> {
        let assets = self.new.keys().filter(|route| is_fingerprinted(route));
        assets
            .into_iter()
            .find(|route| !self.output.join(route).exists())
    }
}

/// When a build is killed.
#[derive(Clone, Copy)]
enum When {
    /// So long after its start.
    Started(Duration),
    /// So long after its journal is there.
    Journaled(Duration),
}

/// Builds and kills; says whether a journal was left.
fn kill(project: &Project, when: When) -> bool {
    let journal = project.root().join(".public.dateline/journal");
    let mut build = start(project, "build");
    let after = match when {
        When::Started(after) => after,
        When::Journaled(after) => {
            while !journal.exists() && build.try_wait().expect("a child").is_none() {
                std::hint::spin_loop();
            }
            after
        }
    };
    let begin = Instant::now();
    while begin.elapsed() < after {
        std::hint::spin_loop();
    }
    // It may have ended by itself.
    build.kill().expect("a child");
    build.wait().expect("a child");
    journal.exists()
}

/// How long a whole build takes, and how long its journal stands.
fn durations(project: &Project) -> (Duration, Duration) {
    let journal = project.root().join(".public.dateline/journal");
    let begin = Instant::now();
    let mut build = start(project, "build");
    let (mut from, mut to) = (None, None);
    while build.try_wait().expect("a child").is_none() {
        if journal.exists() {
            from.get_or_insert_with(Instant::now);
        } else if from.is_some() {
            to.get_or_insert_with(Instant::now);
        }
    }
    let publishing = from.zip(to).map(|(from, to)| to - from);
    (begin.elapsed(), publishing.unwrap_or_default())
}

fn remove(path: &Path) {
    if path.exists() {
        std::fs::remove_dir_all(path).expect("removed");
    }
}

#[test]
fn a_build_that_is_killed_at_any_moment_serves_whole_files_and_the_next_one_heals() {
    let articles = if asked().is_some() { 200 } else { 60 };
    let both = [sources(articles, false), sources(articles, true)];
    let sites = [clean_build(&both[0]), clean_build(&both[1])];
    let nothing = Files::new();

    let project = Project::empty();
    rewrite(&project, &both[0]);
    project.run("build").code(0);
    rewrite(&project, &both[1]);
    let (whole, publishing) = durations(&project);

    let (output, state) = (
        project.root().join("public"),
        project.root().join(".public.dateline"),
    );
    let (mut random, mut journals, mut healed) = (Random(1), 0, 0);
    let (mut crawler, mut mixtures) = (Crawler::default(), 0);
    let count = trials(500, 15);
    for trial in 0..count {
        let what = format!("trial {trial}");
        let to = usize::from(trial % 2 == 1);
        // Every tenth is a first build.
        let first = trial % 10 == 9;
        if first {
            remove(&output);
            remove(&state);
        }
        rewrite(&project, &both[to]);
        let within = |random: &mut Random, limit: Duration| {
            let limit = u64::try_from(limit.as_micros()).expect("short");
            Duration::from_micros(random.below(limit + limit / 10 + 1))
        };
        let when = if trial % 3 == 0 {
            When::Started(within(&mut random, whole))
        } else {
            When::Journaled(within(&mut random, publishing))
        };
        let change = Change {
            output: output.clone(),
            old: if first { &nothing } else { &sites[1 - to] },
            new: &sites[to],
        };
        let done = AtomicBool::new(false);
        let crawler = &mut crawler;
        let (journaled, mixed, said, seen) = std::thread::scope(|scope| {
            let reader = scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    if let Some(fault) = change.fault() {
                        return Some(fault);
                    }
                }
                None
            });
            let journaled = kill(&project, when);
            let (mixed, dead) = change.mixture(crawler);
            let left = change.fault().or_else(|| change.part()).or(dead);
            let said = project.run("build");
            done.store(true, Ordering::Relaxed);
            let seen = reader.join().expect("the reader does not panic");
            (journaled, mixed, said, seen.or(left))
        });
        assert_eq!(seen, None, "{what}: a reader saw it");
        let said = said.code(0).out;
        journals += u64::from(journaled);
        mixtures += u64::from(mixed);
        healed += u64::from(said.contains("it was completed first"));
        assert_clean(&output, &sites[to], &what);
        assert_tidy(&state, &what);
    }
    println!(
        "{count} killed builds: {journals} left a journal, {mixtures} a mixture of both sites without a dead link, {healed} were completed"
    );
    // A journal that was cut short itself is dropped, and nothing of it was done.
    assert!(healed <= journals, "{healed} {journals}");
}
