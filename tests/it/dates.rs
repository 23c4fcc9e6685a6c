//! The fixture `dates`: every kind of date, in its order, on every page that it stands on.

use crate::goldens::Goldens;
use crate::html;
use crate::site_test::{Outcome, SiteTest};

fn dates() -> Outcome {
    SiteTest::fixture("dates").built()
}

/// The entries of a page in their order, by their titles.
fn titles(page: &str) -> Vec<String> {
    let main = html::inside(page, "main");
    let links = html::links(main).into_iter();
    links
        .filter(|(_, href)| {
            let path = href.split('#').next().unwrap_or("");
            let is_period = path.starts_with("/20") || path.starts_with("/-");
            !is_period && path != "/" && href != "/kinds/"
        })
        .map(|(words, _)| words.replace('’', "'"))
        .collect()
}

/// Asserts that these stand in this order, others between them or not.
#[track_caller]
fn assert_order(titles: &[String], order: &[&str]) {
    let mut from = 0;
    for wanted in order {
        match titles[from..].iter().position(|t| t == wanted) {
            Some(at) => from += at + 1,
            None => panic!("`{wanted}` is not where it belongs in {titles:#?}"),
        }
    }
}

#[test]
fn every_kind_of_date_reads_and_stands_as_it_should() {
    let site = dates();
    Goldens::of("dates")
        .diagnostics(&site.found.text)
        .texts(
            &site,
            [
                "index.html",
                "2025/index.html",
                "2025/12/index.html",
                "2025/04/index.html",
                "2026/01/index.html",
                "2023/index.html",
                "-0043/index.html",
                "expected/index.html",
                "kinds/index.html",
            ],
        )
        .hold();
}

#[test]
fn days_come_newest_first_and_what_is_less_exact_closes_its_month_on_both_pages() {
    let site = dates();
    let order = [
        "Some days of two months",
        "Some days of one month",
        "Perhaps about a day",
        "Perhaps a day",
        "About a day",
        "A time of day with its offset",
        "A time of day in the site's zone",
        "Second of its day, by its order",
        "First of its day, by its order",
        "Without an order, published after the other",
        "Without an order, published before the other",
        "A day",
        "A month",
    ];
    for route in ["2025/index.html", "2025/12/index.html"] {
        assert_order(&titles(site.text(route)), &order);
    }
}

#[test]
fn what_is_known_by_year_only_closes_the_year_after_quarters_and_halves() {
    let site = dates();
    let titles = titles(site.text("2025/index.html"));
    for year in [
        "A year",
        "About a year",
        "Perhaps a year",
        "A month of a year that is not known",
    ] {
        for before in [
            "A day",
            "A month",
            "About a month",
            "A quarter",
            "A half",
            "Spring",
            "Winter",
            "Until a month",
        ] {
            assert_order(&titles, &[before, year]);
        }
    }
    for quarter in ["A quarter", "A half", "Spring"] {
        assert_order(&titles, &["About a month", quarter]);
        assert_order(&titles, &["Until a month", quarter]);
    }
    assert_order(
        &titles,
        &[
            "A quarter",
            "A quarter by its number",
            "A quarter the other way round",
        ],
    );
}

#[test]
fn a_month_folds_what_is_known_by_quarter_or_year_into_one_line() {
    let site = dates();
    let page = site.text("2025/12/index.html");
    for title in ["A quarter", "A half", "A year", "Winter"] {
        assert!(!titles(page).iter().any(|t| t == title), "{title}");
    }
    let folded: Vec<_> = html::links(html::inside(page, "main"))
        .into_iter()
        .filter(|(words, _)| words.contains("month unknown"))
        .collect();
    let [(words, href)] = folded.as_slice() else {
        panic!("{folded:?}");
    };
    assert_eq!(words, "12 more in 2025, month unknown");
    let (path, anchor) = href.split_once('#').expect("it names a place");
    assert_eq!(path, "/2025/");
    assert!(html::ids(site.text("2025/index.html")).contains(anchor));
}

#[test]
fn an_interval_of_a_quarter_stands_in_each_of_its_months_and_a_longer_one_in_its_first() {
    let site = dates();
    let has = |route: &str, title: &str| {
        let page = site.files.get(route).map(|_| site.text(route));
        page.is_some_and(|page| titles(page).iter().any(|t| t == title))
    };
    for month in ["2025/03", "2025/04", "2025/05"] {
        assert!(
            has(&format!("{month}/index.html"), "Three months"),
            "{month}"
        );
    }
    assert!(has("2025/12/index.html", "Some days of two months"));
    assert!(has("2026/01/index.html", "Some days of two months"));
    assert!(has("2025/01/index.html", "Many months"));
    assert!(!has("2025/02/index.html", "Many months"));
}

#[test]
fn a_date_is_never_said_more_exactly_than_it_was_written() {
    let site = dates();
    for (route, page) in site.pages() {
        for tag in html::tags(page).iter().filter(|t| t.name == "time") {
            let value = tag.attribute("datetime").unwrap_or("");
            let month_of_year = value.len() == 7 && value.starts_with("2025-");
            let good = matches!(value.len(), 4 | 10 | 22) || month_of_year;
            assert!(good, "{route}: {value}");
            assert!(
                !value.contains(['X', '~', '?', '%', '/', 'Q']),
                "{route}: {value}"
            );
        }
    }
}

#[test]
fn every_link_between_periods_leads_somewhere() {
    let site = dates();
    let dead = html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn a_source_from_before_the_event_is_no_report_of_it() {
    let article = |date: &str, status: &str| {
        format!(
            "---\ntitle: A\ndate: {date}\nstatus: {status}\nsources:\n\
             - {{title: Background, date: 2024-11-01}}\n- {{title: The report, date: 2025-12-11}}\n---\n"
        )
    };
    let site = SiteTest::new()
        .article("happened.md", &article("2025-12-09", "happened"))
        .article("coming.md", &article("2026-05-01", "expected"))
        .built();
    let reported = |route: &str| {
        let text = html::text_of_main(site.text(route));
        let mut lines = text.lines().skip_while(|line| *line != "Reported");
        lines.nth(1).map(str::to_owned)
    };
    assert_eq!(
        reported("happened/index.html").as_deref(),
        Some("Thursday 11 December 2025")
    );
    // Of what is still to come the first to say so counts.
    assert_eq!(
        reported("coming/index.html").as_deref(),
        Some("Friday 1 November 2024")
    );
}
