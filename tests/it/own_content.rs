//! The repository's own content: what it promises about its sources, entries and tables.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use dateline::Prepared;
use dateline::content::citation::Citation;
use dateline::content::date::{EventDate, Precision};
use dateline::content::event::LifeStage;
use dateline::content::front_matter::ArticleKind;
use dateline::model::entry::{Entry, StatementKind};

use crate::site_test::{SiteTest, files_below};

/// The site of this repository on the day of its last edition.
fn site() -> Prepared {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = std::fs::read_to_string(root.join("site.yaml")).expect("site.yaml");
    let mut test = SiteTest::new().site(&config).now("2026-11-28T23:00:00Z");
    for (path, bytes) in files_below(&root.join("content")) {
        test = test.bytes(&format!("content/{path}"), &bytes);
    }
    test.prepare().prepared.expect("the content has no errors")
}

/// Fails with every fault that was found, one a line.
fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_source_has_a_publisher_a_date_a_kind_and_an_address() {
    let site = site();
    let mut faults = Vec::new();
    let mut count = 0;
    for article in &site.site.articles {
        for source in &article.front.sources {
            count += 1;
            let lacks = [
                ("publisher", source.publisher.is_none()),
                ("date", source.date.is_none()),
                ("kind", source.kind.is_none()),
                ("address", !well_formed(source)),
            ];
            for (what, _) in lacks.iter().filter(|(_, lacking)| *lacking) {
                faults.push(format!(
                    "{}: “{}” has no {what}",
                    article.front.title.value, source.title
                ));
            }
        }
    }
    assert!(count > 300, "only {count} sources were looked at");
    assert_none(faults);
}

/// Whether a source has an absolute web address with a dotted host and without spaces.
fn well_formed(source: &Citation) -> bool {
    let Some(url) = &source.url else { return false };
    let Some(rest) = url.strip_prefix("https://").or(url.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c))
}

#[test]
fn every_expected_or_cancelled_entry_has_a_source() {
    let site = site();
    let mut count = 0;
    let mut faults = Vec::new();
    for entry in &site.site.entries {
        let promised = entry
            .history
            .iter()
            .any(|said| said.kind != StatementKind::First && said.attribution.source.is_none());
        let open = entry.stage != LifeStage::Happened;
        if !open && entry.history.len() < 2 {
            continue;
        }
        count += 1;
        let own = &entry.history[0];
        let sources = &site.site.articles[own.attribution.article.0].front.sources;
        if promised || (own.attribution.source.is_none() && sources.is_empty()) {
            faults.push(format!("“{}”: a statement has no source", entry.title));
        }
    }
    assert!(count > 20, "only {count} promises were looked at");
    assert_none(faults);
}

#[test]
fn nothing_is_said_to_have_happened_by_a_source_that_is_older() {
    let site = site();
    let mut count = 0;
    let mut faults = Vec::new();
    for entry in &site.site.entries {
        let Some(day) = entry.date.as_ref().and_then(EventDate::earliest) else {
            continue;
        };
        if entry.stage != LifeStage::Happened {
            continue;
        }
        let Some(said) = entry.history.iter().rev().find(|said| said.date.is_some()) else {
            continue;
        };
        let article = &site.site.articles[said.attribution.article.0];
        // Where no source is named, the statement rests on the article's sources together.
        let published: Vec<NaiveDate> = match said.attribution.source {
            Some(n) => latest_day(&article.front.sources[n]).into_iter().collect(),
            None => article
                .front
                .sources
                .iter()
                .filter_map(latest_day)
                .max()
                .into_iter()
                .collect(),
        };
        count += published.len();
        for published in published.into_iter().filter(|published| *published < day) {
            faults.push(format!(
                "“{}” happened on {day}; its source is of {published}",
                entry.title
            ));
        }
    }
    assert!(count > 200, "only {count} entries were looked at");
    assert_none(faults);
}

/// The latest day on which a source can have been published; the last of all for “from May on”.
fn latest_day(source: &Citation) -> Option<NaiveDate> {
    let date = source.date.as_ref()?;
    Some(date.latest().unwrap_or(NaiveDate::MAX))
}

#[test]
fn no_two_entries_make_the_same_claim() {
    let site = site();
    let mut by_day: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
    for entry in site.site.entries.iter().filter(|entry| !entry.background) {
        if let Some(date) = &entry.date
            && date.precision() == Precision::Day
            && let Some(day) = date.earliest()
        {
            by_day.entry(day).or_default().push(entry);
        }
    }
    let mut faults = Vec::new();
    let mut pairs = 0;
    for (day, entries) in &by_day {
        for (n, one) in entries.iter().enumerate() {
            for other in &entries[n + 1..] {
                pairs += 1;
                if one.article == other.article
                    || organisations(&site, one) != organisations(&site, other)
                {
                    continue;
                }
                let (a, b) = (title_words(&one.title), title_words(&other.title));
                let common = a.intersection(&b).count();
                if common * 5 >= a.union(&b).count() * 3 {
                    faults.push(format!("{day}: “{}” and “{}”", one.title, other.title));
                }
            }
        }
    }
    assert!(pairs > 10, "only {pairs} pairs share a day");
    assert_none(faults);
}

fn title_words(title: &str) -> BTreeSet<String> {
    let words = title.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| word.chars().count() > 2);
    words
        .map(|word| word.to_lowercase().trim_end_matches('s').to_owned())
        .collect()
}

fn organisations<'p>(site: &'p Prepared, entry: &Entry) -> BTreeSet<&'p str> {
    let taxonomy = site.site.taxonomy("organisations").expect("a taxonomy");
    let terms = entry.terms.iter().filter(|term| term.taxonomy == taxonomy);
    terms
        .map(|term| site.site.term(*term).label.as_str())
        .collect()
}

/// A cell `Hybrid since` of a company's row in an analysis is borne by a stance of that month.
#[test]
fn tables_of_stances_agree_with_the_entries() {
    let site = site();
    let config = &site.site.config;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut looked_at = 0;
    let mut faults = Vec::new();
    let kinds = [ArticleKind::Analysis, ArticleKind::Explainer];
    for article in site
        .site
        .articles
        .iter()
        .filter(|a| kinds.contains(&a.front.kind))
    {
        let text = std::fs::read_to_string(root.join(&article.path)).expect("an article");
        let mut header: Vec<&str> = Vec::new();
        for line in text.lines() {
            let Some(row) = line.strip_prefix('|') else {
                header.clear();
                continue;
            };
            let cells: Vec<&str> = row
                .trim_end_matches('|')
                .split('|')
                .map(str::trim)
                .collect();
            if header.is_empty() {
                header = cells;
                continue;
            }
            let Some(company) = cells[0].strip_prefix('[').and_then(|c| c.split(']').next()) else {
                continue;
            };
            for (title, cell) in header.iter().zip(&cells) {
                let Some(stance) = title.strip_suffix(" since") else {
                    continue;
                };
                looked_at += 1;
                let borne = site.site.entries.iter().any(|entry| {
                    entry.stances.iter().any(|(term, n)| {
                        config.stances[*n].label.eq_ignore_ascii_case(stance)
                            && site.site.term(*term).label == company
                    }) && entry
                        .date
                        .as_ref()
                        .and_then(EventDate::earliest)
                        .is_some_and(|day| day.format("%B %Y").to_string() == *cell)
                });
                if !borne {
                    faults.push(format!("{company}: no entry has {stance} in {cell}"));
                }
            }
        }
    }
    assert!(looked_at >= 3, "only {looked_at} cells were looked at");
    assert_none(faults);
}

#[test]
fn no_organisation_has_more_than_a_third_of_the_entries() {
    let site = site();
    let shown: Vec<&Entry> = site.site.entries.iter().filter(|e| !e.background).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &shown {
        for name in organisations(&site, entry) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let most = counts
        .iter()
        .max_by_key(|(_, n)| **n)
        .expect("organisations");
    assert!(shown.len() >= 200, "{} entries", shown.len());
    assert!(most.1 * 3 <= shown.len(), "{most:?} of {}", shown.len());
}
