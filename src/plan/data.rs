//! The files of the site's data.

use std::collections::BTreeSet;

use crate::content::date::EventDate;
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;

/// A site with more entries has a file for each year in place of a whole one.
const WHOLE: usize = 1_000;

/// A file below `/data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFile {
    /// All entries; of a large site, the list of the files of its years.
    Entries,
    /// The entries of a year, or those without one; only of a large site.
    EntriesOf(Option<i32>),
    /// The JSON Schema of both.
    Schema,
    Csv,
    /// What was published, moved, cancelled and corrected, and when.
    Changes,
}

/// The entries of a file for `TimelineJS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineOf {
    Site,
    Term(TermRef),
    /// Index in [`Storylines::stories`](crate::model::storyline::Storylines).
    Story(usize),
}

impl DataFile {
    pub fn route(self) -> String {
        match self {
            DataFile::Entries => "data/entries.json".to_owned(),
            DataFile::EntriesOf(Some(year)) => format!("data/entries-{year:04}.json"),
            DataFile::EntriesOf(None) => "data/entries-undated.json".to_owned(),
            DataFile::Schema => "data/entries.schema.json".to_owned(),
            DataFile::Csv => "data/entries.csv".to_owned(),
            DataFile::Changes => "data/changes.json".to_owned(),
        }
    }

    /// All files that a site has.
    pub fn of(site: &Site) -> Vec<DataFile> {
        let mut files = vec![
            DataFile::Entries,
            DataFile::Schema,
            DataFile::Csv,
            DataFile::Changes,
        ];
        files.extend(years(site).into_iter().map(DataFile::EntriesOf));
        files
    }
}

/// The years of a large site's entries, none last; empty for a smaller one.
pub fn years(site: &Site) -> Vec<Option<i32>> {
    if site.newest.len() <= WHOLE {
        return Vec::new();
    }
    let years = site.newest.iter().map(|id| year_of(site, *id));
    let years: BTreeSet<Option<i32>> = years.collect();
    years.into_iter().rev().collect()
}

/// The year in which an entry stands.
pub fn year_of(site: &Site, id: EntryId) -> Option<i32> {
    let date = site.entry(id).date.as_ref();
    date.and_then(|date: &EventDate| date.position().year)
}
