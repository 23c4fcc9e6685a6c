//! Every facet has pages that work without a script: a term's years, statuses, certainties,
//! stances, days of the year, what is new.

use std::collections::{BTreeMap, BTreeSet};

use crate::html;
use crate::site_test::{Outcome, SiteTest};

const SITE: &str = "title: Test\nurl: https://example.org/\nper_page: 10\n\
    stances: {open: {label: Open}, half: {label: Half, about: Some of each}, shut: {label: Shut}}\n\
    lint: {missing-source: off, vague-title: off}\n";

/// What the test knows of an article, without asking the program.
struct Known {
    slug: String,
    year: i32,
    /// Month and day, where the day is written.
    day: Option<(u32, u32)>,
    organisation: &'static str,
    stance: &'static str,
    certainty: Option<&'static str>,
    status: &'static str,
}

/// 72 articles over six years; a third of them is known to the month alone.
fn known() -> Vec<Known> {
    let every = |n: u32| {
        let day = (1 + n % 12, 1 + n % 7);
        let status = match n % 18 {
            0 => "expected",
            9 => "cancelled",
            _ => "happened",
        };
        Known {
            slug: format!("a{n:02}"),
            year: match status {
                "expected" => 2030,
                _ => 2020 + i32::try_from(n % 6).expect("a small number"),
            },
            day: (!n.is_multiple_of(3)).then_some(day),
            organisation: ["Acme", "Brick", "Coal"][(n % 7 % 3) as usize],
            stance: ["open", "half", "shut"][(n / 2 % 3) as usize],
            certainty: [None, Some("rumoured"), None, Some("disputed")][(n % 4) as usize],
            status,
        }
    };
    (0..72).map(every).collect()
}

fn built() -> Outcome {
    let mut site = SiteTest::new().site(SITE);
    for (n, known) in known().iter().enumerate() {
        let date = match known.day {
            Some((month, day)) => format!("{}-{month:02}-{day:02}", known.year),
            None => format!("{}-{:02}", known.year, 1 + n % 12),
        };
        let certainty = known
            .certainty
            .map_or_else(String::new, |c| format!("certainty: {c}\n"));
        let text = format!(
            "---\ntitle: Event {n}\ndate: {date}\norganisations: [{}]\nstance: {}\nstatus: {}\n\
             published: 2026-01-{:02}T{:02}:00\n{certainty}---\n",
            known.organisation,
            known.stance,
            known.status,
            1 + n % 14,
            n % 24,
        );
        site = site.article(&format!("{}.md", known.slug), &text);
    }
    site.built()
}

/// Articles that the timeline of a page lists.
fn listed(page: &str) -> BTreeSet<String> {
    let column = page.split("id=\"dl:term-timeline\"").nth(1).unwrap_or(page);
    let column = column
        .split("<div class=\"side\">")
        .next()
        .expect("a first part");
    let titles = column.split("class=\"title\"").skip(1);
    let address = |part: &str| Some(part.split("href=\"/").nth(1)?.split('/').next()?.to_owned());
    titles.filter_map(address).collect()
}

/// Articles on all pages of the list at `folder`; no article stands on two.
fn on_all_pages(site: &Outcome, folder: &str) -> BTreeSet<String> {
    let mut all = listed(site.text(&format!("{folder}/index.html")));
    for n in 1.. {
        let Some(page) = site.files.get(&format!("{folder}/page/{n}/index.html")) else {
            break;
        };
        for slug in listed(std::str::from_utf8(page).expect("UTF-8")) {
            assert!(all.insert(slug.clone()), "{slug} stands twice in {folder}");
        }
    }
    all
}

fn slugs<'a>(known: impl Iterator<Item = &'a Known>) -> BTreeSet<String> {
    known.map(|k| k.slug.clone()).collect()
}

#[test]
fn a_stance_a_certainty_and_a_status_list_what_a_scan_finds() {
    let (site, known) = (built(), known());
    for stance in ["open", "half", "shut"] {
        let expected = slugs(known.iter().filter(|k| k.stance == stance));
        assert!(expected.len() > 20, "several pages are wanted");
        assert_eq!(on_all_pages(&site, &format!("stances/{stance}")), expected);
    }
    for certainty in ["rumoured", "disputed"] {
        let expected = slugs(known.iter().filter(|k| k.certainty == Some(certainty)));
        assert_eq!(
            on_all_pages(&site, &format!("certainty/{certainty}")),
            expected
        );
    }
    for status in ["expected", "cancelled"] {
        let expected = slugs(known.iter().filter(|k| k.status == status));
        assert!(!expected.is_empty());
        assert_eq!(on_all_pages(&site, &format!("status/{status}")), expected);
    }
    assert!(
        !site.files.contains_key("status/happened/index.html"),
        "that is the timeline"
    );
    assert!(
        !site.files.contains_key("certainty/confirmed/index.html"),
        "nobody said so"
    );
    assert!(
        site.text("stances/half/index.html")
            .contains("Some of each")
    );
}

#[test]
fn a_term_with_several_pages_has_a_page_a_year_and_links_to_each() {
    let (site, known) = (built(), known());
    for organisation in ["Acme", "Brick", "Coal"] {
        let folder = format!("organisations/{}", organisation.to_lowercase());
        let mut years: BTreeMap<i32, BTreeSet<String>> = BTreeMap::new();
        for one in known.iter().filter(|k| k.organisation == organisation) {
            years.entry(one.year).or_default().insert(one.slug.clone());
        }
        let links: BTreeSet<String> = html::links(site.text(&format!("{folder}/index.html")))
            .into_iter()
            .map(|(_, href)| href)
            .filter(|href| {
                let last = href.trim_end_matches('/').rsplit('/').next();
                href.starts_with(&format!("/{folder}/"))
                    && last.is_some_and(|l| l.parse::<i32>().is_ok() && !href.contains("/page/"))
            })
            .collect();
        let wanted: BTreeSet<String> = years.keys().map(|y| format!("/{folder}/{y}/")).collect();
        assert_eq!(links, wanted);
        for (year, expected) in years {
            let page = site.text(&format!("{folder}/{year}/index.html"));
            assert_eq!(listed(page), expected, "{organisation} in {year}");
            assert!(page.contains(&format!("<h1>{organisation} in {year}</h1>")));
        }
    }
}

#[test]
fn the_days_of_the_year_hold_what_happened_on_a_known_day() {
    let (site, known) = (built(), known());
    let mut days: BTreeMap<(u32, u32), BTreeSet<String>> = BTreeMap::new();
    for one in known.iter().filter(|k| k.status == "happened") {
        if let Some(day) = one.day {
            days.entry(day).or_default().insert(one.slug.clone());
        }
    }
    assert!(days.len() > 20);
    let found: BTreeSet<String> = html::links(site.text("on-this-day/index.html"))
        .into_iter()
        .map(|(_, href)| href)
        .filter(|href| href.starts_with("/on-this-day/") && href.len() > "/on-this-day/".len())
        .collect();
    let folder = |(month, day): &(u32, u32)| format!("on-this-day/{month:02}-{day:02}");
    assert_eq!(
        found,
        days.keys().map(|d| format!("/{}/", folder(d))).collect()
    );
    for (day, expected) in &days {
        assert_eq!(
            &listed(site.text(&format!("{}/index.html", folder(day)))),
            expected
        );
    }
}

#[test]
fn a_plain_page_leads_to_every_list() {
    let site = built();
    assert!(site.text("index.html").contains("href=\"/explore/\""));
    let links: BTreeSet<String> = html::links(site.text("explore/index.html"))
        .into_iter()
        .map(|(_, href)| href)
        .collect();
    let is_list = |path: &str| {
        let folder = path.trim_end_matches("index.html").trim_end_matches('/');
        let depth = folder.matches('/').count();
        let first = folder.split('/').next().unwrap_or_default();
        let choice = ["status", "certainty", "stances", "organisations"].contains(&first);
        let year = depth == 0 && first.parse::<i32>().is_ok();
        (choice && depth == 1) || year || ["new", "on-this-day", "expected"].contains(&folder)
    };
    let lists: Vec<&String> = site.files.keys().filter(|path| is_list(path)).collect();
    assert!(lists.len() > 15, "{lists:?}");
    for path in lists {
        let address = format!("/{}", path.trim_end_matches("index.html"));
        assert!(links.contains(&address), "{address} is not in {links:?}");
    }
}

#[test]
fn an_article_never_takes_the_address_of_a_list() {
    let site = |yaml: &str| {
        let mut site = SiteTest::new().site(&format!("{}{yaml}", crate::site_test::SITE));
        for n in 1..9 {
            let text =
                format!("---\ntitle: A{n}\ndate: 2025-01-0{n}\npublished: 2025-02-0{n}\n---\n");
            site = site.article(&format!("a{n}.md"), &text);
        }
        site
    };
    assert!(
        site("")
            .built()
            .text("index.html")
            .contains("href=\"/new/\"")
    );
    let new = "---\ntitle: A new dawn\ndate: 2025-03-01\n---\n";
    let found = site("").article("new.md", new).check();
    assert_eq!(found.errors(), ["route-clash"], "{}", found.text);
    // In a lenient site the article gives way, and the list stays.
    let lenient = site("lenient: true\n").article("new.md", new).built();
    assert!(
        lenient.found.warnings().contains(&"route-clash"),
        "{}",
        lenient.found.text
    );
    assert!(lenient.text("new-2/index.html").contains("A new dawn</h1>"));
    assert!(lenient.text("index.html").contains("href=\"/new/\""));
}

#[test]
fn what_is_new_stands_by_its_publication() {
    let site = built();
    let page = site.text("new/index.html");
    let order: Vec<&str> = page
        .match_indices("class=\"stamp\" datetime=\"2026-01-")
        .map(|(at, found)| &page[at + found.len()..at + found.len() + 2])
        .collect();
    let items = page.matches("class=\"lead-item\"").count();
    assert_eq!(items, 10, "as many as stand on a page");
    // A day stands once for all that was published on it.
    assert!(order.windows(2).all(|pair| pair[0] > pair[1]), "{order:?}");
    assert!(!order.is_empty());
    assert!(site.text("index.html").contains("href=\"/new/\""));
}

#[test]
fn a_small_site_has_no_lists_that_say_nothing() {
    let site = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025-01-02\npublished: 2025-01-03\n---\n",
        )
        .built();
    assert!(site.text("explore/index.html").contains("href=\"/2025/\""));
    let of_choices = |path: &&String| {
        ["new/", "on-this-day/", "status/", "certainty/", "stances/"]
            .iter()
            .any(|folder| path.starts_with(folder))
    };
    let found: Vec<&String> = site.files.keys().filter(of_choices).collect();
    assert!(found.is_empty(), "{found:?}");
    assert!(!site.text("index.html").contains("/new/"));
}
