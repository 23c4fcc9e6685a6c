//! The order of any entries, and the pages of periods that follow it; slugs of any terms.

use std::collections::{BTreeMap, BTreeSet};

use dateline::content::date::DatePosition;
use dateline::content::slug::fold;
use dateline::model::entry::EntryId;
use dateline::model::site::Site;
use dateline::pipeline::{self, Prepared};
use dateline::plan::Page;
use dateline::view::deps::Deps;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::{cases, front_matter, quoted, site};
use crate::site_test::SiteTest;

fn prepared(site: &SiteTest) -> Prepared {
    site.prepare().prepared.expect("a site")
}

/// An entry by what an editor calls it.
fn name(site: &Site, id: EntryId) -> String {
    let entry = site.entry(id);
    format!("{} {}", site.article(entry.article).id, entry.id)
}

fn position(site: &Site, id: EntryId) -> Option<DatePosition> {
    site.entry(id).date.as_ref().map(|date| date.position())
}

/// Year, month and day, as far as each is known: what is known comes before what is not, and what
/// is not closes the period that is.
fn nest(position: &DatePosition) -> [Option<i64>; 3] {
    let group = position.group.is_some();
    [
        position.year.map(i64::from),
        position.month.map(i64::from).filter(|_| !group),
        position.day.map(i64::from),
    ]
}

/// Whether one entry may stand before another: at the first level that tells them apart, the known
/// one before the unknown one, and of two that are known the one that the direction has first.
fn may_precede(one: &DatePosition, other: &DatePosition, newest: bool) -> bool {
    if one.century != other.century {
        return (one.century < other.century) != newest;
    }
    if one.decade != other.decade {
        return match (one.decade, other.decade) {
            (Some(a), Some(b)) => (a < b) != newest,
            (known, _) => known.is_some(),
        };
    }
    for (a, b) in nest(one).into_iter().zip(nest(other)) {
        match (a, b) {
            (Some(a), Some(b)) if a != b => return (a < b) != newest,
            (Some(_), None) => return true,
            (None, Some(_)) => return one.group.is_some() || other.group.is_some(),
            _ => {}
        }
    }
    true
}

proptest! {
    #![proptest_config(cases(30))]

    #[test]
    fn any_entries_have_one_order_whatever_their_files_are_called(articles in vec(front_matter(), 1..7)) {
        let one = prepared(&site(&articles));
        let renamed = articles.iter().enumerate().fold(
            site(&[]),
            |site, (n, lines)| site.article(&format!("{}/z.md", 9 - n), &super::article(n, lines)),
        );
        let renamed = renamed.file("content/a0.md", "left out: links to it are no matter here\n");
        let other = prepared(&renamed);
        for (a, b) in [(&one.site.newest, &other.site.newest), (&one.site.oldest, &other.site.oldest)] {
            let names = |site: &Site, ids: &[EntryId]| -> Vec<String> {
                ids.iter().map(|id| name(site, *id)).collect()
            };
            prop_assert_eq!(names(&one.site, a), names(&other.site, b));
        }
    }

    #[test]
    fn both_directions_hold_every_entry_once_and_close_each_period(articles in vec(front_matter(), 1..7)) {
        let prepared = prepared(&site(&articles));
        let site = &prepared.site;
        let shown: BTreeSet<usize> =
            (0..site.entries.len()).filter(|id| !site.entries[*id].background).collect();
        for (list, newest) in [(&site.newest, true), (&site.oldest, false)] {
            let all: BTreeSet<usize> = list.iter().map(|id| id.0).collect();
            prop_assert_eq!(&all, &shown);
            prop_assert_eq!(list.len(), shown.len());
            for (n, one) in list.iter().enumerate() {
                for other in &list[n + 1..] {
                    match (position(site, *one), position(site, *other)) {
                        (None, other) => prop_assert!(other.is_none(), "undated ones stand last"),
                        (Some(a), Some(b)) => prop_assert!(
                            may_precede(&a, &b, newest),
                            "{} before {}, newest first: {newest}", name(site, *one), name(site, *other)
                        ),
                        (Some(_), None) => {}
                    }
                }
            }
        }
    }

    #[test]
    fn a_year_s_page_shows_each_entry_of_it_once_and_a_month_s_page_those_that_stand_in_it(
        articles in vec(front_matter(), 1..7)
    ) {
        let prepared = prepared(&site(&articles));
        let site = &prepared.site;
        let mut years: BTreeMap<i32, Vec<String>> = BTreeMap::new();
        let mut months: BTreeMap<(i32, u8), Vec<String>> = BTreeMap::new();
        for planned in &prepared.plan.pages {
            let Deps::Html(deps) = pipeline::page_deps(&prepared, planned) else { continue };
            let Some(timeline) = deps.view.timeline().filter(|_| deps.name == "period") else { continue };
            let groups = timeline.groups().flat_map(|group| &group.entries.0);
            let shown: Vec<String> = groups.map(|shared| shared.card.inspect_view(|(card, _)| card.url.clone()).expect("nothing was rendered")).collect();
            prop_assert_eq!(timeline.count, shown.len());
            match planned.page {
                Page::Year(year) => drop(years.insert(year, shown)),
                Page::Month(year, month) => drop(months.insert((year, month), shown)),
                _ => prop_assert!(false, "a period is a year or a month"),
            }
        }
        let mut expected_years: BTreeMap<i32, usize> = BTreeMap::new();
        let mut expected_months: BTreeMap<(i32, u8), usize> = BTreeMap::new();
        for id in &site.newest {
            let Some(date) = &site.entry(*id).date else { continue };
            if let Some(year) = date.position().year {
                *expected_years.entry(year).or_default() += 1;
            }
            for month in date.months() {
                *expected_months.entry(month).or_default() += 1;
            }
            // Known to the day or the month: on that month's page, and on no other.
            let position = date.position();
            if let (Some(year), Some(month), false) =
                (position.year, position.month, date.edtf().contains(['/', '[']))
            {
                prop_assert_eq!(date.months(), vec![(year, month)], "{}", date.edtf());
            }
        }
        let counts = |shown: &Vec<String>| shown.len();
        prop_assert_eq!(years.iter().map(|(y, s)| (*y, counts(s))).collect::<BTreeMap<_, _>>(), expected_years);
        prop_assert_eq!(months.iter().map(|(m, s)| (*m, counts(s))).collect::<BTreeMap<_, _>>(), expected_months);
        for shown in years.values().chain(months.values()) {
            let once: BTreeSet<&String> = shown.iter().collect();
            prop_assert_eq!(once.len(), shown.len(), "each once: {:?}", shown);
        }
    }

    #[test]
    fn slugs_of_any_terms_differ_on_every_file_system(
        labels in btree_set("[A-Za-z0-9ÄäßéИ日本+#/&.() !'-]{1,8}|(?s).{1,4}", 1..40)
    ) {
        let labels: Vec<String> = labels
            .iter()
            .filter(|label| !label.trim().is_empty() && !label.contains('\0'))
            .map(|label| quoted(label))
            .collect();
        let text = format!("---\ntitle: A\ndate: 2025\ntags: [{}]\n---\n", labels.join(", "));
        let prepared = prepared(&SiteTest::new().article("a.md", &text));
        let site = &prepared.site;
        let tags = &site.taxonomies[site.taxonomy("tags").expect("there are tags")];
        let slugs: BTreeSet<String> = tags.terms.iter().map(|term| fold(&term.slug).into_owned()).collect();
        prop_assert_eq!(slugs.len(), tags.terms.len(), "{:?}", tags.terms);
        for term in &tags.terms {
            prop_assert!(dateline::content::slug::check(&term.slug).is_ok(), "{}", term.slug);
        }
    }
}
