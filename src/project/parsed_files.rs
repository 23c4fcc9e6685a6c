//! Content files with their parsed values.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::inventory::{Inventory, ListedFile};
use super::unusable::UnusableFile;
use super::{Memory, ReadPass, Reader};
use crate::cache::{Cache, Encode, Fingerprinted, Parsed, ParsedKind, Parser};
use crate::config::SiteConfig;
use crate::content::article::{Article, StaticPage};
use crate::content::text::Text;
use crate::diagnostic::{self, Diagnostic, Severity, Sink};
use crate::digest;
use crate::model::unpublished::BrokenFiles;
use crate::parse;
use crate::search::postings::SearchText;
use crate::search::texts::search_text;
use crate::source::{ReadFault, Source, SourceId, Sources};
use crate::world::World;

/// The parsed value of one kind of content file, independent of other files.
pub(super) trait ParseFile: Encode + Fingerprinted + Clone + Send + Sync {
    const KIND: ParsedKind;
    /// Extracts the searchable text from a parsed file; `None` if files of this kind are not
    /// searched.
    const SEARCH_TEXT: Option<fn(&Self, &str, &SiteConfig) -> SearchText>;

    /// Returns the files of this kind.
    fn files(inventory: &Inventory) -> &[ListedFile];

    fn parse(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Self>;

    /// Returns whether it is marked as a draft.
    fn is_draft(&self) -> bool;
}

impl ParseFile for Article {
    const KIND: ParsedKind = ParsedKind::Article;
    const SEARCH_TEXT: Option<fn(&Self, &str, &SiteConfig) -> SearchText> = Some(search_text);

    fn files(inventory: &Inventory) -> &[ListedFile] {
        &inventory.articles
    }

    fn parse(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Self> {
        parse::article(source, path, config, sink)
    }

    fn is_draft(&self) -> bool {
        self.front.draft
    }
}

impl ParseFile for StaticPage {
    const KIND: ParsedKind = ParsedKind::Page;
    const SEARCH_TEXT: Option<fn(&Self, &str, &SiteConfig) -> SearchText> = None;

    fn files(inventory: &Inventory) -> &[ListedFile] {
        &inventory.pages
    }

    fn parse(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Self> {
        parse::static_page(source, path, config, sink)
    }

    fn is_draft(&self) -> bool {
        self.front.draft
    }
}

impl ParseFile for Text {
    const KIND: ParsedKind = ParsedKind::Text;
    const SEARCH_TEXT: Option<fn(&Self, &str, &SiteConfig) -> SearchText> = None;

    fn files(inventory: &Inventory) -> &[ListedFile] {
        &inventory.texts
    }

    fn parse(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Self> {
        parse::text(source, path, config, sink)
    }

    fn is_draft(&self) -> bool {
        self.front.draft
    }
}

/// All files of one kind, sorted by path.
pub(super) struct ParsedFiles<T> {
    files: Vec<ParsedFile<T>>,
}

impl<T> Default for ParsedFiles<T> {
    fn default() -> Self {
        Self { files: Vec::new() }
    }
}

struct ParsedFile<T> {
    /// Relative to `content/`.
    path: String,
    source: SourceId,
    /// Must be read again.
    stale: bool,
    /// Digest of the text; `None` if there was no text, or the cache knows the digest.
    digest: Option<[u8; 16]>,
    value: Option<T>,
    /// Diagnostics of the file.
    faults: Vec<Diagnostic>,
    /// For a file that can't be parsed: the ids that its text seems to define.
    ids: Option<Vec<String>>,
    /// Must be parsed again although its text may be the same.
    outdated: bool,
    /// For a file with errors that is read again and again: the last value without.
    good: Option<Box<T>>,
}

impl<T> ParsedFile<T> {
    /// Returns a file that has not been read yet.
    fn new((source, path): &ListedFile) -> Self {
        Self {
            path: path.clone(),
            source: *source,
            stale: true,
            digest: None,
            value: None,
            faults: Vec::new(),
            ids: None,
            outdated: false,
            good: None,
        }
    }

    fn has_errors(&self) -> bool {
        self.faults.iter().any(|d| d.severity == Severity::Error)
    }

    /// Like [`set`](Self::set); remembers the last value without errors.
    fn replace(&mut self, parsed: Parsed<T>) {
        let old = match self.has_errors() {
            true => self.good.take(),
            false => self.value.take().map(Box::new),
        };
        self.set(parsed);
        self.good = old.filter(|_| self.has_errors());
    }

    fn set(&mut self, parsed: Parsed<T>) {
        self.stale = false;
        self.outdated = false;
        (self.value, self.faults, self.ids) = (parsed.value, parsed.faults, parsed.ids);
    }
}

impl<T: ParseFile> ParsedFiles<T> {
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

    /// Has every file parsed again, because the configuration has changed.
    pub fn outdate(&mut self) {
        for file in &mut self.files {
            (file.stale, file.outdated) = (true, true);
            (file.value, file.good) = (None, None);
        }
    }

    /// Adds the paths of files with errors that were once read without, relative to the project.
    pub fn add_stand_ins(&self, names: &mut BTreeSet<String>) {
        let files = self.files.iter().filter(|file| file.good.is_some());
        names.extend(files.map(|file| format!("content/{}", file.path)));
    }

    /// Replaces the list of files, sorted by path. Files that stay keep their state.
    fn list(&mut self, files: &[ListedFile]) {
        let mut old = std::mem::take(&mut self.files).into_iter().peekable();
        let place = |file: &ListedFile| {
            while old.next_if(|old| old.path < file.1).is_some() {}
            old.next_if(|old| old.path == file.1)
                .unwrap_or_else(|| ParsedFile::new(file))
        };
        self.files = files.iter().map(place).collect();
    }

    /// Marks files in `touched`, which contains paths relative to the project.
    fn mark(&mut self, touched: &BTreeSet<String>) {
        for path in touched.iter().filter_map(|n| n.strip_prefix("content/")) {
            if let Ok(at) = self.files.binary_search_by(|f| f.path.as_str().cmp(path)) {
                self.files[at].stale = true;
            }
        }
    }

    /// Reads marked files, parses those whose text changed, and adds them to `changed`.
    fn parse_stale(
        &mut self,
        world: &dyn World,
        sources: &Sources,
        config: &SiteConfig,
        changed: &mut BTreeSet<String>,
    ) {
        let again = |file: &mut ParsedFile<T>| {
            let read = sources.read(world, file.source);
            // What the system did not give up may be there at the next scan.
            file.stale = matches!(read, Err(ReadFault::Io(_)));
            let digest = read.as_ref().ok().map(|s| digest::of(s.text.as_bytes()));
            let same = digest.is_some() && digest == file.digest;
            if same && !file.outdated {
                return None;
            }
            let name = sources.name(file.source);
            let parsed = match read {
                Ok(source) => parse_file(&source, name, &file.path, config, None),
                Err(fault) => {
                    let parsed = unreadable(name, &file.path, &fault);
                    if file.value.is_none() && file.faults == parsed.faults {
                        file.outdated = false;
                        return None;
                    }
                    parsed
                }
            };
            file.digest = digest;
            let stale = file.stale;
            file.replace(parsed);
            file.stale = stale;
            (!same).then(|| name.to_owned())
        };
        let stale = self.files.par_iter_mut().filter(|file| file.stale);
        changed.extend(stale.filter_map(again).collect::<Vec<_>>());
    }

    /// Takes from the cache what it knows, and parses the rest.
    fn parse_with(
        &mut self,
        cache: &mut Cache,
        world: &dyn World,
        sources: &Sources,
        config: &SiteConfig,
        files: &[ListedFile],
    ) {
        // Without a cache, the search index reads the texts again, if there is one at all.
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

    /// Whether a file could not be read, and may be readable at the next attempt.
    pub fn is_unread(&self) -> bool {
        self.files.iter().any(|file| file.stale)
    }

    /// Returns the parsed values, and passes their diagnostics to `sink`. `keeps`: the values will
    /// be requested again. `good`: a file with errors is as when it last had none. Adds to
    /// `unusable` what is left out, with its diagnostics.
    pub fn values(
        &mut self,
        (keeps, good): (bool, bool),
        lenient: bool,
        broken: &mut BrokenFiles,
        unusable: &mut Vec<UnusableFile>,
        sink: &mut Sink,
    ) -> Vec<T> {
        let mut passed_over = BTreeSet::new();
        for (n, file) in self.files.iter().enumerate() {
            if good && file.good.is_some() {
                continue;
            }
            if file.is_unusable(lenient) {
                unusable.push(file.unusable());
                passed_over.insert(n);
                continue;
            }
            if let Some(ids) = &file.ids {
                broken.add(&file.path, ids.clone());
            }
            sink.extend(file.faults.iter().cloned());
        }
        let used = |n: usize| passed_over.is_empty() || !passed_over.contains(&n);
        if !keeps {
            let files = std::mem::take(&mut self.files).into_iter().enumerate();
            let values = files.filter(|(n, _)| used(*n));
            return values.filter_map(|(_, file)| file.value).collect();
        }
        let files = self.files.par_iter().enumerate();
        let values = files.map(|(n, file)| match &file.good {
            Some(value) if good => Some(T::clone(value)),
            _ => file.value.clone().filter(|_| used(n)),
        });
        values.collect::<Vec<_>>().into_iter().flatten().collect()
    }
}

impl<T: ParseFile> ParsedFile<T> {
    /// Returns whether the file is left out, so that the others can be published: it is no article,
    /// or has an error that `lenient` does not let pass. In a strict site, errors stop the build.
    fn is_unusable(&self, lenient: bool) -> bool {
        let stops = |d: &Diagnostic| d.severity == Severity::Error && !d.lenient;
        let is_lost = self.value.is_none();
        match lenient {
            // What the disk does not give up may be there again at the next attempt.
            true => {
                (is_lost || self.faults.iter().any(stops))
                    && !self
                        .faults
                        .iter()
                        .any(|d| d.code == "unreadable" && stops(d))
            }
            false => is_lost && self.ids.is_none(),
        }
    }

    fn unusable(&self) -> UnusableFile {
        UnusableFile {
            path: self.path.clone(),
            faults: self.faults.clone(),
            ids: self.ids.clone().unwrap_or_default(),
            is_draft: self.value.as_ref().is_some_and(T::is_draft),
        }
    }
}

/// Parses one file, called `name` in diagnostics.
fn parse_file<T: ParseFile>(
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

/// The result for a file whose text can't be read.
fn unreadable<T>(name: &str, path: &str, fault: &ReadFault) -> Parsed<T> {
    Parsed {
        value: None,
        faults: vec![diagnostic::unreadable(name, fault)],
        ids: Some(parse::ids_in("", path)),
        search_text: None,
    }
}
