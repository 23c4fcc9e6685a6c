//! Entries over time as one row of bars.

use crate::html;
use crate::site_test::{Outcome, SITE, SiteTest};

fn site(dates: &[&str]) -> SiteTest {
    let add = |site: SiteTest, (n, date): (usize, &&str)| {
        let text = format!("---\ntitle: A{n}\ndate: {date}\ntags: [t]\nstory: s\n---\n");
        site.article(&format!("a{n}.md"), &text)
    };
    let site = SiteTest::new().site(SITE).now("2026-03-01T12:00:00Z");
    dates.iter().enumerate().fold(site, add)
}

const FIVE: [&str; 5] = ["2021-05-06", "2022", "2023-04", "2024-02-03", "2025-06-07"];

/// Titles and addresses of the links in the row of a page for wide columns; `None` without a row.
fn links(site: &Outcome, route: &str) -> Option<Vec<(String, String)>> {
    let page = site.text(route);
    let start = page.find("class=\"row-wide\"")?;
    let end = start
        + page[start..]
            .find("class=\"row-narrow\"")
            .expect("two pictures");
    Some(html::links(&page[start..end]))
}

#[test]
fn five_dated_entries_have_a_row_and_four_have_none() {
    let five = site(&FIVE).built();
    for route in [
        "index.html",
        "explore/index.html",
        "tags/t/index.html",
        "stories/s/index.html",
    ] {
        assert!(links(&five, route).is_some(), "{route}");
    }
    let four = site(&FIVE[..4]).built();
    assert_eq!(links(&four, "index.html"), None);
    // What is cancelled or has no date is in no row.
    let without = site(&FIVE[..4]).article(
        "x.md",
        "---\ntitle: X\ndate: 2025-01-01\nstatus: cancelled\n---\n",
    );
    assert_eq!(links(&without.built(), "index.html"), None);
}

#[test]
fn the_row_leads_to_years_and_on_a_page_of_a_year_to_months() {
    let mut dates: Vec<String> = (1..=6).map(|m| format!("2024-0{m}-03")).collect();
    dates.push("2025-06-07".to_owned());
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let site = site(&dates).built();
    let years = links(&site, "index.html").expect("a row");
    assert_eq!(
        years[0],
        ("2024: 6 entries".to_owned(), "/2024/".to_owned())
    );
    assert_eq!(years[1], ("2025: 1 entry".to_owned(), "/2025/".to_owned()));
    let months = links(&site, "2024/index.html").expect("a row");
    assert_eq!(months.len(), 6);
    assert_eq!(
        months[2],
        ("March: 1 entry".to_owned(), "/2024/03/".to_owned())
    );
    assert_eq!(links(&site, "2025/index.html"), None);
}

#[test]
fn years_that_are_too_narrow_for_a_link_are_in_a_list() {
    let dates: Vec<String> = (0..60).map(|n| format!("{}-05-06", 1960 + n)).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let crowded = site(&dates).built();
    let page = crowded.text("index.html");
    assert_eq!(
        links(&crowded, "index.html").map(|links| links.len()),
        Some(0)
    );
    let list = &page[page.find("class=\"years-listed\"").expect("a list")..];
    assert!(list.contains("href=\"/1960/\"") && list.contains("href=\"/2019/\""));
    let few = site(&FIVE).built();
    assert!(!few.text("index.html").contains("class=\"years-listed\""));
}

#[test]
fn expected_entries_are_outlined_and_said_to_be() {
    let with = |status: &str| {
        let text = format!("---\ntitle: X\ndate: 2026-09-01\n{status}---\n");
        site(&FIVE).article("x.md", &text).built()
    };
    let page = with("status: expected\n");
    let page = page.text("index.html");
    assert!(page.contains("class=\"de\"") && page.contains("Outlined: expected."));
    let page = site(&FIVE).built();
    let page = page.text("index.html");
    assert!(!page.contains("class=\"de\"") && !page.contains("Outlined: expected."));
}

#[test]
fn a_new_entry_draws_no_row_of_another_year_again() {
    let dates: Vec<String> = (1..=6)
        .flat_map(|m| [format!("2023-0{m}-03"), format!("2024-0{m}-03")])
        .collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let site = site(&dates);
    site.rebuild().result.expect("a site");
    let site = site.article("new.md", "---\ntitle: New\ndate: 2023-02-08\n---\n");
    let outcome = site.rebuild();
    let built = outcome.result.expect("a site");
    let rendered: Vec<&str> = built
        .rendered
        .iter()
        .map(|(route, _)| route.as_str())
        .collect();
    assert!(rendered.contains(&"2023/index.html"), "{rendered:?}");
    assert!(!rendered.contains(&"2024/index.html"), "{rendered:?}");
    assert!(!rendered.contains(&"tags/t/index.html"), "{rendered:?}");
}

/// The list of years on the front page: what each item says, as it is heard.
fn listed(dates: &[&str]) -> Vec<String> {
    // The list is there from twenty entries on.
    let mut all = vec!["2026-01-02"; 20];
    all.extend(dates);
    let site = site(&all).built();
    let page = site.text("index.html");
    let start = page.find("<nav class=\"density\"").expect("a list");
    let list = &page[start..start + page[start..].find("</nav>").expect("its end")];
    let items = list.split("<li").skip(1).map(|item| {
        let text = item.split_once('>').expect("a tag").1;
        let mut heard = String::new();
        for part in text.split('<') {
            let (tag, words) = part.split_once('>').unwrap_or(("", part));
            if !tag.contains("aria-hidden=\"true\"") {
                heard.push_str(words.trim_end());
                heard.push(' ');
            }
        }
        heard.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    items.collect()
}

#[test]
fn no_years_are_called_empty_in_which_an_entry_may_lie() {
    let list = listed(&["1965", "199X", "199X", "1996"]);
    assert_eq!(
        list,
        [
            "1965 1 entry",
            "1966–1989: no entries",
            "1990–1995",
            "1996 1 entry",
            "The 1990s, year unknown 2 entries",
            "2000–2025: no entries",
            "2026 20 entries",
        ]
    );
    let list = listed(&["-0053", "00XX", "1204", "13XX", "1500/1510"]);
    assert_eq!(
        list,
        [
            "54 BC 1 entry",
            "53 BC – 2 BC: no entries",
            "The years 1 BC to AD 99, decade unknown 1 entry",
            "AD 100 – 1203: no entries",
            "1204 1 entry",
            "1205–1299: no entries",
            "The 14th century, decade unknown 1 entry",
            "1400–1499: no entries",
            "1500 1 entry",
            "1501–1510",
            "1511–2025: no entries",
            "2026 20 entries",
        ]
    );
}

#[test]
fn a_date_of_a_decade_or_century_is_in_the_bars() {
    let row = |dates: &[&str]| {
        let site = site(dates).built();
        let page = site.text("index.html").to_owned();
        let start = page.find("class=\"row-wide\"").expect("a row");
        let end = start + page[start..].find("class=\"row-narrow\"").expect("its end");
        page[start..end].to_owned()
    };
    let bars = |row: &str| {
        let path = row.split("class=\"db\"").skip(1);
        let count = |path: &str| path.split("\"/>").next().unwrap_or("").matches('M').count();
        path.map(count).sum::<usize>()
    };
    let is_torn = |row: &str| row.contains("class=\"fo\"");
    let dates = [
        "2024-01-03",
        "2024-06-01",
        "2025-02-02",
        "2025-09-09",
        "1142-05-01",
    ];
    let without = row(&dates);
    assert!(is_torn(&without), "{without}");
    let with = row(&[&dates[..], &["14XX"]].concat());
    assert!(bars(&with) > bars(&without) + 5, "{with}");
}
