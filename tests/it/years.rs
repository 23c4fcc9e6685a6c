//! Years that RFC 3339, HTML and sitemaps do not have: before 1 and after 9999.

use crate::site_test::{Outcome, SITE, SiteTest};

/// Dates of articles: what stands in their pages, and what machines are told.
const DATES: [(&str, &str, Option<&str>); 10] = [
    ("-0043-03-15", "15 March 44 BC", None),
    ("-0044", "45 BC", None),
    ("-9999", "10000 BC", None),
    ("0000", "1 BC", None),
    ("0000-12-31", "31 December 1 BC", None),
    ("-0001/0002", "2 BC", None),
    ("0000-01-01T00:30:00+00:00", "1 January 1 BC", None),
    ("0001-01-01", "1 January AD 1", Some("0001-01-01")),
    ("9999-12-31", "31 December 9999", Some("9999-12-31")),
    ("9999-12", "December 9999", Some("9999-12")),
];

fn site() -> SiteTest {
    let mut test = SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .settings(|settings| settings.future = true);
    for (n, (date, ..)) in DATES.iter().enumerate() {
        test = test.article(
            &format!("date-{n}.md"),
            &format!("---\ntitle: Thing {n} happened there\ndate: {date}\n---\n\nText.\n"),
        );
    }
    let moments = [
        "0000-01-01T00:00:00Z",
        "0000-06-30",
        "0001-01-01T00:30:00+07:00",
        "0001-01-01",
        "9999-12-31T23:59:59-12:00",
        "9999-12-31T23:59:59Z",
        "9999-12-31",
    ];
    for (n, moment) in moments.iter().enumerate() {
        test = test.article(
            &format!("moment-{n}.md"),
            &format!(
                "---\ntitle: Report {n} came out\ndate: 2025-05-05\npublished: {moment}\nupdated: {moment}\n\
                 corrections:\n  - {{date: 0000-05-01, text: A wrong name}}\n\
                 sources:\n  - {{title: An annal, url: \"https://annals.example/\", date: -0300}}\n\
                 entries:\n  - {{title: Plan {n} is made, date: 0000-12, status: expected, id: plan-{n}}}\n  \
                 - {{title: Plan {n} is dropped, date: -0044/0001, status: cancelled, id: dropped-{n}}}\n---\n\nText.\n"
            ),
        );
    }
    test.article(
        "pages/about.md",
        "---\ntitle: About us\nupdated: 0000-01-01T00:00:00Z\n---\n\nText.\n",
    )
}

/// What follows `before` in a text, up to `end`, as often as it is there.
fn each<'t>(text: &'t str, before: &'t str, end: char) -> impl Iterator<Item = &'t str> {
    let found = text.match_indices(before).map(|(at, _)| at + before.len());
    found.map(move |at| text[at..].split(end).next().unwrap_or_default())
}

/// Whether a date or time of RFC 3339 or HTML, or a part of one, is of the years 1 to 9999, also in UTC.
fn is_told(date: &str) -> bool {
    if date.contains('T') {
        let (day, time) = date.split_once('T').expect("a T");
        let whole = match time.len() {
            5 | 8 => format!("{date}Z"),
            _ if time.as_bytes().get(5) == Some(&b':') => date.to_owned(),
            _ => format!("{day}T{}:00{}", &time[..5], &time[5..]),
        };
        let Ok(at) = chrono::DateTime::parse_from_rfc3339(&whole) else {
            return false;
        };
        let year = at.to_utc().format("%Y").to_string();
        return year.len() == 4 && year != "0000" && is_told(day);
    }
    let digits =
        |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    digits(year, 4) && year != "0000" && parts.all(|part| digits(part, 2))
}

fn dates_of_pages(outcome: &Outcome) -> Vec<(String, String)> {
    const KEYS: [&str; 6] = [
        "\"datePublished\":\"",
        "\"dateModified\":\"",
        "\"temporalCoverage\":\"",
        "\"startDate\":\"",
        "\"endDate\":\"",
        "datetime=\"",
    ];
    let mut all = Vec::new();
    for (route, page) in outcome.pages() {
        for key in KEYS {
            for date in each(page, key, '"') {
                let ends = date.split('/').filter(|end| *end != "..");
                all.extend(ends.map(|end| (route.to_owned(), end.to_owned())));
            }
        }
        for list in each(page, "\"previousStartDate\":[", ']') {
            let dates = list.split(',').map(|date| date.trim_matches('"'));
            all.extend(dates.map(|date| (route.to_owned(), date.to_owned())));
        }
    }
    all
}

#[test]
fn no_machine_is_told_a_year_that_its_format_does_not_have() {
    let outcome = site().built();
    let mut told = dates_of_pages(&outcome);
    for route in outcome.files.keys().filter(|r| r.ends_with(".xml")) {
        let text = outcome.text(route);
        for key in ["<updated>", "<published>", "<lastmod>"] {
            let dates = each(text, key, '<');
            told.extend(dates.map(|date| (route.clone(), date.to_owned())));
        }
    }
    assert!(told.len() > 50, "{told:?}");
    let wrong: Vec<_> = told.iter().filter(|(_, date)| !is_told(date)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    feed_rs::parser::parse(outcome.text("feed.xml").as_bytes()).expect("a feed");
    // Atom requires a date of every entry.
    let feed = outcome.text("feed.xml");
    assert_eq!(
        feed.matches("<updated>").count(),
        feed.matches("<entry>").count() + 1
    );
}

#[test]
fn readers_see_every_year_in_words() {
    let outcome = site().built();
    for (n, (date, words, told)) in DATES.iter().enumerate() {
        let page = outcome.text(&format!("date-{n}/index.html"));
        assert!(page.contains(words), "{date}: no {words}");
        let times: Vec<&str> = each(page, "datetime=\"", '"').collect();
        match told {
            Some(told) => assert!(times.contains(told), "{date}: {times:?}"),
            None => assert!(times.iter().all(|time| is_told(time)), "{date}: {times:?}"),
        }
    }
    let page = outcome.text("moment-0/index.html");
    assert!(page.contains("1 January 1 BC"), "{page}");
}
