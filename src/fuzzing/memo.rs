//! The cache: damaged or forged, it is refused or changes nothing of what a build writes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::checks::{ROOT, SITE, at, now};
use crate::cache::{Cache, fuzzed};
use crate::diagnostic::{Diagnostic, Sink};
use crate::pipeline::{self, Failure};
use crate::project::Settings;
use crate::search::postings::{
    FormPostings, Passage, Postings, PostingsInput, SearchText, written,
};
use crate::source::Sources;
use crate::world::MemoryWorld;

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A built project.
struct Built {
    /// All files, with the output and the cache.
    files: Files,
    /// The files of the cache, in order.
    cache: Vec<PathBuf>,
    /// What a build from nothing writes, as it is and with one article changed.
    output: Files,
    changed_output: Files,
}

const CHANGED: (&str, &str) = (
    "content/a.md",
    "---\ntitle: Rivers fall\ndate: 2025-03-02\n---\nWords.\n",
);

pub fn run(data: &[u8]) {
    let Some((settings, bytes)) = data.split_first() else {
        return;
    };
    match settings & 7 {
        kind @ 0..=4 => fuzzed::reads(kind, bytes),
        5 => postings(bytes),
        // Bytes of the files of the cache are others; after 7, under a right checksum.
        kind => build_again(kind == 7, settings & 8 != 0, bytes),
    }
}

/// Reads forged postings, and merges them with new ones.
fn postings(bytes: &[u8]) {
    let Some(old) = Postings::read(bytes) else {
        return;
    };
    let (mut stem, mut texts) = (String::new(), 0);
    for pair in FormPostings::of(bytes, old.begin) {
        pair.stem(&mut stem);
        assert!(pair.is_stem() == (stem == pair.form));
        pair.each(|_| texts += 1);
        assert!(pair.seen().len() <= texts);
    }
    let new = SearchText {
        lang: "en".to_owned(),
        texts: vec![Passage {
            title: "Rivers rise".to_owned(),
            ..Passage::default()
        }],
    };
    let same = old
        .files
        .iter()
        .map(|(path, _)| (*path, PostingsInput::Same));
    let files: Vec<_> = same
        .take(8)
        .chain([("new.md", PostingsInput::New(&new))])
        .collect();
    if let Some(merged) = written(&files, Some(&old)) {
        assert!(Postings::read(&merged).is_some_and(|read| read.files.len() == files.len()));
    }
}

/// Whether the state holds a part of a file as it is: the beginning of the manifest of the search, the most
/// frequent words, and where files of words begin.
fn is_held(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    path.parent()
        .is_some_and(|folder| folder.ends_with("search"))
        && name.is_some_and(|name| {
            ["index.json", "spellings.txt"].contains(&name) || name.starts_with("words-")
        })
}

fn build_again(forged: bool, changed: bool, edits: &[u8]) {
    static BUILT: OnceLock<Built> = OnceLock::new();
    let built = BUILT.get_or_init(new);
    let world = world(&built.files);
    let mut cache: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for path in &built.cache {
        cache.push((path.clone(), built.files[path].clone()));
    }
    // Each edit: which file, where, how, what.
    let (mut gone, mut touched) = (Vec::new(), Vec::new());
    for edit in edits.chunks_exact(5).take(40) {
        let file = usize::from(edit[0]) % cache.len();
        let bytes = &mut cache[file].1;
        let from = match forged {
            true => bytes.len() - fuzzed::body_of_state(bytes).len(),
            false => 0,
        };
        let range = bytes.len().saturating_sub(from).max(1);
        let place = from + (usize::from(edit[1]) << 8 | usize::from(edit[2])) % range;
        match edit[3] {
            0 => gone.push(file),
            1 => bytes.truncate(place),
            2 => bytes.insert(place.min(bytes.len()), edit[4]),
            _ => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = edit[4];
                }
            }
        }
        touched.push(file);
    }
    for (file, (path, bytes)) in cache.iter().enumerate() {
        if gone.contains(&file) {
            world.unset(path);
        } else if touched.contains(&file) {
            let is_state = path.ends_with("state");
            let bytes = match forged && is_state {
                true => fuzzed::state(fuzzed::body_of_state(bytes)),
                false => bytes.clone(),
            };
            world.set(path, bytes);
        }
    }
    world.stop_clock(false);
    // Whoever forges the stamp of a file under a right checksum can hide that it has changed.
    let changed = changed && !forged;
    if changed {
        world.set(at(CHANGED.0), CHANGED.1);
    }
    // What is forged may fail the build, as a file that changes meanwhile does.
    let built_again = build(&world);
    assert!(forged || built_again.is_ok(), "{built_again:?}");
    let output = output(&world);
    let wanted = if changed {
        &built.changed_output
    } else {
        &built.output
    };
    for (path, bytes) in wanted {
        if forged && is_held(path) {
            continue;
        }
        assert!(
            output.get(path) == Some(bytes),
            "{} is another",
            path.display()
        );
    }
    // Style sheets of the last two publications may stay.
    let more = output.keys().filter(|path| !wanted.contains_key(*path));
    let more: Vec<_> = more.filter(|path| !path.starts_with("assets")).collect();
    assert!(more.is_empty(), "{more:?}");
}

fn new() -> Built {
    let sources = [
        ("site.yaml", SITE),
        ("content/a.md", "---\ntitle: Rivers rise\ndate: 2025-03-01\n---\nWords, [b](b.md).\n"),
        (
            "content/b.md",
            "---\ntitle: B\ndate: 2024-Q1\ntags: [Floods]\norganisations: [Meta]\nsources: [{id: s, title: S}]\n\
             entries: [{id: e, title: E, date: 2026, status: expected}]\nstory: x\nextra: {a: [1, true]}\n\
             ---\n## One\n\nText[^s] [a](a.md).\n",
        ),
        ("content/pages/about.md", "---\ntitle: About\n---\nText.\n"),
        ("content/terms/tags/floods.md", "---\nsummary: S\n---\nText.\n"),
        ("static/plain.txt", "Plain."),
    ]
    .into_iter()
    .map(|(name, text)| (at(name), text.into()));
    let mut sources: Files = sources.collect();
    let clean = |sources: &Files| {
        let world = world(sources);
        world.stop_clock(false);
        build(&world).expect("a site");
        let output = output(&world);
        (world.files("/"), output)
    };
    let (files, first) = clean(&sources);
    sources.insert(at(CHANGED.0), CHANGED.1.into());
    let (_, changed_output) = clean(&sources);
    // Once more, so that the cache knows the files by the stamps that they will have.
    let absolute = |files: Files| -> Files {
        let path = |(path, bytes)| (Path::new("/").join::<PathBuf>(path), bytes);
        files.into_iter().map(path).collect()
    };
    let again = world(&absolute(files));
    again.stop_clock(false);
    build(&again).expect("a site");
    let files = absolute(again.files("/"));
    let cache = files
        .keys()
        .filter(|path| path.starts_with(at(".dateline")));
    Built {
        cache: cache.cloned().collect(),
        files,
        output: first,
        changed_output,
    }
}

/// A world in which all files were written at one instant, with its clock stopped.
fn world(files: &Files) -> MemoryWorld {
    let world = MemoryWorld::new(now());
    world.stop_clock(true);
    for (path, bytes) in files {
        world.set(path, bytes);
    }
    world
}

fn output(world: &MemoryWorld) -> Files {
    world.files(at("public"))
}

/// As `dateline build` does.
///
/// # Errors
/// Why nothing was published.
fn build(world: &MemoryWorld) -> Result<(), (Failure, Vec<Diagnostic>)> {
    let settings = Settings::new(ROOT);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    // Time has passed since the files were written.
    for _ in 0..5 {
        crate::world::World::clock(world);
    }
    let mut cache = Cache::open(world, &settings.root);
    cache.explains = true;
    if pipeline::up_to_date(world, &settings, &cache, &mut sources, &mut sink).is_some() {
        return Ok(());
    }
    let prepared = pipeline::prepare_with(world, &settings, &mut cache, &mut sources, &mut sink);
    let prepared = prepared.expect("a site");
    let built = pipeline::build_with(
        world,
        &settings,
        &prepared,
        &mut cache,
        &sources,
        &mut sink,
        &|_, _| {},
    );
    built
        .map(drop)
        .map_err(|why| (why, sink.into_iter().collect()))
}
