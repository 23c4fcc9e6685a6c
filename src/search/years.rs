//! The years that dates name, which are words of the index.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::postings::NONE;
use crate::content::date::{EventDate, Precision};
use crate::model::site::Site;

/// The years that dates name, each with the numbers of its entries. The pages show them, and readers
/// ask for them together with other words.
pub(super) fn years(site: &Site, numbers: &[u32]) -> BTreeMap<String, Vec<u32>> {
    let mut all: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let entries = site.entries.iter().zip(numbers);
    for (entry, number) in entries.filter(|(_, number)| **number != NONE) {
        for year in entry.date.iter().flat_map(named_years) {
            all.entry(year).or_default().push(*number);
        }
    }
    for texts in all.values_mut() {
        texts.sort_unstable();
        // A translation has the number of its original.
        texts.dedup();
    }
    all
}

/// Years and decades as they are shown: `2026`, `1990s`, `44` for 44 BC; of a span those of its ends, of
/// a choice those of its members.
fn named_years(date: &EventDate) -> Vec<String> {
    let shown = |year: i32| match year > 0 {
        true => year.to_string(),
        false => (1 - year).to_string(),
    };
    let precision = date.precision();
    if !matches!(
        precision,
        Precision::Interval | Precision::Choice | Precision::Decade | Precision::Century
    ) {
        // A winter names the year in which it begins.
        return date.position().year.map(shown).into_iter().collect();
    }
    let is_span = precision == Precision::Interval;
    let mut named = BTreeSet::new();
    for (first, last) in date.spans() {
        let (first, last) = (first.map(|day| day.year()), last.map(|day| day.year()));
        match first.zip(last).map(|(first, last)| (first, last - first)) {
            Some((first, 9)) if !is_span && first % 10 == 0 => {
                // "Years 1 BC to AD 9" are no decade.
                named.extend((first > 0).then(|| format!("{first}s")));
            }
            Some((_, 99)) if !is_span => {}
            _ => named.extend([first, last].into_iter().flatten().map(shown)),
        }
    }
    named.into_iter().collect()
}
