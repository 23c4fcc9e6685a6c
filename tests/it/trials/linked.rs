//! Publications of a whole site, with a crawl after every file that is moved or removed: of what a
//! process leaves that is killed right then.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use dateline::diagnostic::Sink;
use dateline::pipeline::{self, Built, Failure};
use dateline::source::Sources;
use dateline::world::{InjectedFault, MemoryWorld, Operation, World};

use super::crawl::{Crawler, in_both};
use super::world::Odd;
use super::{Files, asked, sources};
use crate::site_test::{ROOT, SiteTest};

/// With these sources in place of those that it has.
fn put(mut site: SiteTest, files: &Files) -> SiteTest {
    for folder in ["content", "static"] {
        site = site.without(folder);
    }
    files
        .iter()
        .fold(site, |site, (path, bytes)| site.bytes(path, bytes))
}

/// Another copy of the same world.
fn copy(world: &MemoryWorld) -> SiteTest {
    SiteTest {
        world: world.clone(),
        ..SiteTest::new()
    }
}

fn output(world: &MemoryWorld) -> Files {
    copy(world).output(&Path::new(ROOT).join("public"))
}

/// As `dateline build`.
fn build(world: &dyn World) -> Result<Built, Failure> {
    let (mut files, mut sink) = (Sources::default(), Sink::default());
    let settings = &SiteTest::new().settings;
    let prepared = pipeline::prepare(world, settings, &mut files, &mut sink);
    let prepared = prepared.ok_or(Failure::Content)?;
    let progress = |_, _| {};
    pipeline::build(world, settings, &prepared, &files, &mut sink, &progress)
}

/// Builds, crawls after every step from the pages that `sites` have in common, and returns the
/// number of crawls.
fn built_without_a_dead_link(world: &MemoryWorld, sites: &[&Files], what: &str) -> usize {
    let earlier: Vec<String> = in_both(sites[0], sites[1])
        .filter(|route| sites.iter().all(|site| site.contains_key(*route)))
        .cloned()
        .collect();
    assert!(earlier.len() > 20, "{what}: {earlier:?}");
    let (crawler, crawls) = (Mutex::new(Crawler::default()), AtomicUsize::new(0));
    let crawl = || {
        let mut crawler = crawler.lock().expect("no crawl panics");
        let dead = crawler.dead_links(&output(world), &earlier);
        let n = crawls.fetch_add(1, Ordering::Relaxed);
        assert!(dead.is_empty(), "{what}, after step {n}: {dead:#?}");
    };
    build(&Odd::observed(world, &crawl)).expect("built");
    crawls.into_inner()
}

fn articles() -> usize {
    match asked() {
        Some(_) => 100,
        None => 24,
    }
}

#[test]
fn after_every_step_of_a_publication_all_pages_in_reach_lead_to_files_that_are_there() {
    let both = [sources(articles(), false), sources(articles(), true)];
    let sites = [0, 1].map(|n| put(SiteTest::new(), &both[n]).built().files);
    for (from, to) in [(0, 1), (1, 0)] {
        let old = put(SiteTest::new(), &both[from]);
        old.built();
        let world = put(old, &both[to]).world;
        let (old, new) = (&sites[from], &sites[to]);
        let crawls = built_without_a_dead_link(&world, &[old, new], "a build");
        for (route, bytes) in new {
            assert!(output(&world).get(route) == Some(bytes), "{route}");
        }
        let gone = old.keys().filter(|route| !new.contains_key(*route)).count();
        let added = new.keys().filter(|route| !old.contains_key(*route)).count();
        assert!(gone > 10 && added > 10, "{gone} gone, {added} new");
        assert!(crawls > gone + added + 20, "{crawls} crawls");
    }
}

#[test]
fn after_every_step_of_a_recovery_all_pages_in_reach_lead_to_files_that_are_there() {
    let versions = [
        sources(articles(), false),
        sources(articles(), true),
        sources(articles() + 7, false),
    ];
    let sites = [0, 1, 2].map(|n| put(SiteTest::new(), &versions[n]).built().files);
    let old = put(SiteTest::new(), &versions[0]);
    old.built();
    let start = put(old, &versions[1]).world;
    let renames = |world: &MemoryWorld| {
        let log = world.log().into_iter();
        log.filter(|(operation, _)| *operation == Operation::Rename)
            .count()
    };
    let whole = start.clone();
    build(&whole).expect("built");
    let all = renames(&whole);
    let sites = [&sites[0], &sites[1], &sites[2]];
    for nth in (1..all).step_by(all / if asked().is_some() { 40 } else { 5 }) {
        let cut = start.clone();
        cut.set_fault(InjectedFault {
            rest: true,
            ..InjectedFault::of(Operation::Rename, nth, ErrorKind::Other)
        });
        build(&cut).expect_err("it was killed");
        cut.set_fault(None);
        // The sources have changed before the next build.
        let next = put(copy(&cut), &versions[2]).world;
        let crawls = built_without_a_dead_link(&next, &sites, &format!("killed at {nth}"));
        assert!(crawls > 20, "{crawls}");
    }
}
