//! What a scan found wrong, by the files and the addresses that it concerns.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::snapshot::Snapshot;
use crate::content::slug::slug;
use crate::diagnostic::{Diagnostic, Severity};
use crate::parse;
use crate::source::Sources;
use crate::world::World;

/// How many files without a page are considered for an address that leads nowhere.
const MOST_FILES: usize = 100;

/// The errors and warnings of a scan.
#[derive(Default)]
pub struct Findings {
    /// Those of the files that were saved last come first.
    list: Vec<Diagnostic>,
    pub sources: Arc<Sources>,
    /// The URL path that a file had before it was left out, by path below the project.
    former: BTreeMap<String, String>,
}

impl Findings {
    /// `saved`: the files that were saved last, the latest first. `list` is sorted by file.
    pub fn new(mut list: Vec<Diagnostic>, sources: Arc<Sources>, saved: &[String]) -> Self {
        list.retain(|d| d.severity != Severity::Notice);
        let rank = |d: &Diagnostic| {
            let file = file_of(d, &sources);
            let at = saved.iter().position(|name| Some(name.as_str()) == file);
            at.unwrap_or(saved.len())
        };
        list.sort_by_cached_key(rank);
        Self {
            list,
            sources,
            former: BTreeMap::new(),
        }
    }

    /// Remembers where the files stood that have no page in `now`: in `before`, the snapshot before,
    /// or already then remembered by `earlier`.
    #[must_use]
    pub fn with_former(
        mut self,
        now: Option<&Snapshot>,
        before: Option<&Snapshot>,
        earlier: &Findings,
    ) -> Self {
        let has_page = |file: &str| now.is_some_and(|now| now.address_of(file).is_some());
        let gone = self.files().into_iter().filter(|file| !has_page(file));
        let place = |file: &str| {
            let was = before.and_then(|before| before.address_of(file));
            was.or_else(|| earlier.former.get(file).cloned())
        };
        let former = gone.filter_map(|file| Some((file.to_owned(), place(file)?)));
        self.former = former.collect();
        self
    }

    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter().filter(move |d| d.severity == severity)
    }

    /// Those of one file, by path below the project.
    pub fn of_file<'a>(&'a self, file: &'a str) -> impl Iterator<Item = &'a Diagnostic> {
        let own = |d: &&Diagnostic| file_of(d, &self.sources) == Some(file);
        self.list.iter().filter(own)
    }

    /// Whether an error concerns more than the page of one file: the pages of the last good version
    /// stay. What is wrong in a file below `content/` concerns that file.
    pub fn holds_everything(&self) -> bool {
        let mut files = self.of(Severity::Error).map(|d| file_of(d, &self.sources));
        files.any(|file| file.is_none_or(|file| !file.starts_with("content/")))
    }

    /// The files with errors, by path below the project.
    pub fn faulty(&self) -> BTreeSet<String> {
        let errors = self.of(Severity::Error);
        let files = errors.filter_map(|d| file_of(d, &self.sources));
        files.map(str::to_owned).collect()
    }

    /// The URL path of the page of a file; where it stood, if it has none now.
    pub fn address_of(&self, file: &str, snapshot: Option<&Snapshot>) -> Option<String> {
        let now = snapshot.and_then(|snapshot| snapshot.address_of(file));
        now.or_else(|| self.former.get(file).cloned())
    }

    /// Why there is no page at a URL path: the errors of the file that had its page there, or whose
    /// name or id would give it that path, or that it is left out.
    pub fn reasons(&self, path: &str, snapshot: &Snapshot, world: &dyn World) -> Vec<&Diagnostic> {
        let explains = |d: &&Diagnostic| {
            let left_out = d.code == "left-out" || d.message.ends_with("the file is left out");
            d.severity == Severity::Error || left_out
        };
        let files = self.files().into_iter();
        let lost = files.filter(|file| snapshot.address_of(file).is_none());
        let of_path = |file: &&str| match self.former.get(*file) {
            Some(former) => former == path,
            None => self.may_stand(file, path, world),
        };
        let mut lost = lost.take(MOST_FILES).filter(of_path);
        let reasons = |file: &'_ str| {
            let own = |d: &&Diagnostic| file_of(d, &self.sources) == Some(file);
            let own: Vec<_> = self.list.iter().filter(own).filter(explains).collect();
            (!own.is_empty()).then_some(own)
        };
        lost.find_map(reasons).unwrap_or_default()
    }

    /// Whether the name of a file, or an id or slug in its text, is the last part of a path.
    fn may_stand(&self, file: &str, path: &str, world: &dyn World) -> bool {
        let Some(last) = path.trim_end_matches('/').rsplit('/').next() else {
            return false;
        };
        let inner = file.trim_start_matches("content/");
        let mut spans = self.list.iter().filter_map(|d| d.span);
        let span = spans.find(|span| self.sources.name(span.source) == file);
        let source = span.and_then(|span| self.sources.read(world, span.source).ok());
        let text = source.map(|source| source.text).unwrap_or_default();
        let ids = parse::ids_in(&text, inner);
        !last.is_empty() && ids.iter().any(|id| id == last || slug(id) == slug(last))
    }

    /// The files below `content/`, in the order of the list, without repetitions.
    fn files(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let files = self.list.iter().filter_map(|d| file_of(d, &self.sources));
        let files = files.filter(|file| file.starts_with("content/"));
        files.filter(|file| seen.insert(*file)).collect()
    }
}

/// The file that a diagnostic is about, by path below the project.
pub fn file_of<'a>(d: &'a Diagnostic, sources: &'a Sources) -> Option<&'a str> {
    match d.span {
        Some(span) => Some(sources.name(span.source)),
        None => d.file.as_deref(),
    }
}
