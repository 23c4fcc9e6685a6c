//! Files of content, each with what was parsed of it.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::inventory::{ContentFiles, Inventory};
use super::{Memory, ReadPass, Reader};
use crate::cache::{Cache, Encode, Fingerprinted, Parsed, ParsedKind, Parser};
use crate::config::SiteConfig;
use crate::content::article::{Article, StaticPage};
use crate::content::text::Text;
use crate::diagnostic::{Diagnostic, Sink};
use crate::digest;
use crate::model::unpublished::BrokenFiles;
use crate::parse;
use crate::search::postings::SearchText;
use crate::search::texts::search_text;
use crate::source::{ReadFault, Source, SourceId, Sources};
use crate::world::World;

/// What one file of content is parsed to, by itself.
pub(super) trait Content: Encode + Fingerprinted + Clone + Send + Sync {
    const KIND: ParsedKind;
    /// Says what can be looked for in what was parsed from a text; None where nothing can.
    const SEARCH_TEXT: Option<fn(&Self, &str, &SiteConfig) -> SearchText>;

    /// The files of this kind.
    fn files(inventory: &Inventory) -> &ContentFiles;

    fn parse(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Self>;
}

impl Content for Article {
    const KIND: ParsedKind = ParsedKind::Article;
    const SEARCH_TEXT: Option<fn(&Self, &str, &SiteConfig) -> SearchText> = Some(search_text);

    fn files(inventory: &Inventory) -> &ContentFiles {
        &inventory.articles
    }

    fn parse(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Self> {
        parse::article(source, path, config, sink)
    }
}

impl Content for StaticPage {
    const KIND: ParsedKind = ParsedKind::Page;
    const SEARCH_TEXT: Option<fn(&Self, &str, &SiteConfig) -> SearchText> = None;

    fn files(inventory: &Inventory) -> &ContentFiles {
        &inventory.pages
    }

    fn parse(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Self> {
        parse::static_page(source, path, config, sink)
    }
}

impl Content for Text {
    const KIND: ParsedKind = ParsedKind::Text;
    const SEARCH_TEXT: Option<fn(&Self, &str, &SiteConfig) -> SearchText> = None;

    fn files(inventory: &Inventory) -> &ContentFiles {
        &inventory.texts
    }

    fn parse(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Self> {
        parse::text(source, path, config, sink)
    }
}

/// All files of one kind, in the order of paths.
pub(super) struct ParsedFiles<T> {
    files: Vec<ParsedFile<T>>,
}

impl<T> Default for ParsedFiles<T> {
    fn default() -> Self {
        Self { files: Vec::new() }
    }
}

struct ParsedFile<T> {
    /// Below `content/`.
    path: String,
    source: SourceId,
    /// Must be read again.
    stale: bool,
    /// Of the text; none where there was none, or the cache knows it.
    digest: Option<[u8; 16]>,
    value: Option<T>,
    /// What is said of it.
    faults: Vec<Diagnostic>,
    /// Of a file that can't be parsed: the ids that its text seems to give.
    ids: Option<Vec<String>>,
}

impl<T> ParsedFile<T> {
    /// One that was not read yet.
    fn new((source, path): &(SourceId, String)) -> Self {
        Self {
            path: path.clone(),
            source: *source,
            stale: true,
            digest: None,
            value: None,
            faults: Vec::new(),
            ids: None,
        }
    }

    fn set(&mut self, parsed: Parsed<T>) {
        self.stale = false;
        (self.value, self.faults, self.ids) = (parsed.value, parsed.faults, parsed.ids);
    }
}

impl<T: Content> ParsedFiles<T> {
    /// Parses the files that may have changed.
    pub fn refresh(
        &mut self,
        reader: &mut Reader<'_>,
        config: &SiteConfig,
        inventory: &Inventory,
        pass: &mut ReadPass,
    ) {
        let files = T::files(inventory);
        if pass.whole {
            self.list(files);
        }
        self.mark(&pass.touched);
        let (world, sources) = (reader.world, &*reader.sources);
        match &mut reader.memory {
            Memory::Disk(cache) => self.parse_with(cache, world, sources, config, files),
            Memory::Inputs => self.parse_stale(world, sources, config, &mut pass.changed),
        }
    }

    /// Takes another list of files, in the order of their paths. Those that were there stay as
    /// they are.
    fn list(&mut self, files: &ContentFiles) {
        let mut old = std::mem::take(&mut self.files).into_iter().peekable();
        let place = |file: &(SourceId, String)| {
            while old.next_if(|old| old.path < file.1).is_some() {}
            old.next_if(|old| old.path == file.1)
                .unwrap_or_else(|| ParsedFile::new(file))
        };
        self.files = files.iter().map(place).collect();
    }

    /// Marks what is among `touched`, which are paths below the project.
    fn mark(&mut self, touched: &BTreeSet<String>) {
        for path in touched.iter().filter_map(|n| n.strip_prefix("content/")) {
            if let Ok(at) = self.files.binary_search_by(|f| f.path.as_str().cmp(path)) {
                self.files[at].stale = true;
            }
        }
    }

    /// Reads what is marked, and parses it where its text is another. Then it is `changed`.
    fn parse_stale(
        &mut self,
        world: &dyn World,
        sources: &Sources,
        config: &SiteConfig,
        changed: &mut BTreeSet<String>,
    ) {
        let again = |file: &mut ParsedFile<T>| {
            file.stale = false;
            let read = sources.read(world, file.source);
            let digest = read.as_ref().ok().map(|s| digest::of(s.text.as_bytes()));
            if digest.is_some() && digest == file.digest {
                return None;
            }
            let name = sources.name(file.source);
            file.digest = digest;
            file.set(match read {
                Ok(source) => parse_file(&source, name, &file.path, config, None),
                Err(fault) => unreadable(name, &file.path, &fault),
            });
            Some(name.to_owned())
        };
        let stale = self.files.par_iter_mut().filter(|file| file.stale);
        changed.extend(stale.filter_map(again).collect::<Vec<_>>());
    }

    /// Takes from the cache what it knows, and parses the others.
    fn parse_with(
        &mut self,
        cache: &mut Cache,
        world: &dyn World,
        sources: &Sources,
        config: &SiteConfig,
        files: &ContentFiles,
    ) {
        // Without a cache texts are read once more, where an index is asked for at all.
        let searched = cache.keeps() && config.features.search;
        let search_text = T::SEARCH_TEXT.filter(|_| searched);
        let parser = Parser {
            world,
            sources,
            form: T::KIND,
            zone: config.timezone,
            postings: search_text.is_some(),
            parse: |source: Source, path: &str| {
                parse_file(&source, sources.name(source.id), path, config, search_text)
            },
        };
        let mut parsed = self.files.iter_mut();
        cache.parsed(&parser, files, |result| {
            if let Some(file) = parsed.next() {
                file.set(result.unwrap_or_else(|fault| {
                    unreadable(sources.name(file.source), &file.path, &fault)
                }));
            }
        });
    }

    /// What was parsed; what was said of it goes to `sink`. `keeps`: it is asked for again.
    pub fn values(&mut self, keeps: bool, broken: &mut BrokenFiles, sink: &mut Sink) -> Vec<T> {
        for file in &self.files {
            if let Some(ids) = &file.ids {
                broken.add(&file.path, ids.clone());
            }
            sink.extend(file.faults.iter().cloned());
        }
        if !keeps {
            let files = std::mem::take(&mut self.files);
            return files.into_iter().filter_map(|file| file.value).collect();
        }
        let values = self.files.par_iter().map(|file| file.value.clone());
        values.collect::<Vec<_>>().into_iter().flatten().collect()
    }
}

/// Parses one file, called `name` in diagnostics.
fn parse_file<T: Content>(
    source: &Source,
    name: &str,
    path: &str,
    config: &SiteConfig,
    search_text: Option<fn(&T, &str, &SiteConfig) -> SearchText>,
) -> Parsed<T> {
    let mut faults = Sink::default();
    let value = T::parse(source, path, config, &mut faults);
    let broken = value.is_none() && faults.has_errors();
    let searched = value.as_ref().zip(search_text);
    Parsed {
        ids: broken.then(|| parse::ids_in(&source.text, path)),
        faults: faults.of_file(name).into_iter().collect(),
        search_text: searched.map(|(value, search_text)| search_text(value, &source.text, config)),
        value,
    }
}

/// A file that gives no text.
fn unreadable<T>(name: &str, path: &str, fault: &ReadFault) -> Parsed<T> {
    Parsed {
        value: None,
        faults: vec![parse::unreadable(name, fault)],
        ids: Some(parse::ids_in("", path)),
        search_text: None,
    }
}
