//! The fixture `late`: an article of today about July 2024.

use crate::goldens::Goldens;
use crate::html;
use crate::site_test::{Outcome, SiteTest};

fn late() -> Outcome {
    SiteTest::fixture("late").built()
}

#[test]
fn a_late_write_up_is_news_by_publication_and_history_by_date() {
    let site = late();
    Goldens::of("late")
        .diagnostics(&site.found.text)
        .whole(&site, ["feed.xml"])
        .texts(
            &site,
            ["index.html", "2024/07/index.html", "letter/index.html"],
        )
        .hold();
}

#[test]
fn it_leads_what_was_just_published_and_the_feed() {
    let site = late();
    let main = html::inside(site.text("index.html"), "main");
    let lead = main.find("class=\"lead\"").expect("a lead");
    let links = html::links(&main[lead..]);
    assert_eq!(links[0].1, "/letter/", "{links:?}");
    let feed = site.text("feed.xml");
    let first = feed.find("<entry>").expect("it has entries");
    let end = feed[first..].find("</entry>").expect("it ends");
    assert!(
        feed[first..first + end].contains("https://example.org/letter/"),
        "{feed}"
    );
}

#[test]
fn it_stands_under_july_2024_and_under_no_other_month() {
    let site = late();
    let holds = |route: &str| html::references(site.text(route)).contains("/letter/");
    assert!(holds("2024/07/index.html") && holds("2024/index.html"));
    assert!(!holds("2026/01/index.html") && !holds("2024/08/index.html"));
}

#[test]
fn both_its_dates_are_printed() {
    let site = late();
    let page = html::text_of_main(site.text("letter/index.html"));
    assert!(page.contains("Tuesday 23 July 2024"), "{page}");
    assert!(page.contains("15 January 2026, 08:00 WIB"), "{page}");
    let front = html::text_of_main(site.text("index.html"));
    assert!(
        front.contains("23 Jul 2024 published 15 January 2026, 08:00 WIB"),
        "{front}"
    );
}
