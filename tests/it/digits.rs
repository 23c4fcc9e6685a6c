//! `digits: native`: numbers in the digits of the language's script, and what stays as it is.

use crate::html;
use crate::site_test::{Outcome, SiteTest};

const LINT: &str = "lint: {missing-published: off, missing-source: off, vague-title: off}\n";

fn desk(keys: &str) -> SiteTest {
    let mut site = SiteTest::new().site(&format!(
        "title: T\nurl: https://example.org/\n{keys}taxonomies: {{organisations: {{lanes: true}}}}\nstances: {{open: {{label: O}}, shut: {{label: S}}}}\n{LINT}"
    ));
    for n in 1..=12 {
        site = site.article(
            &format!("a{n:02}.md"),
            &format!(
                "---\ntitle: Llama {n}\ndate: 2025-{n:02}-2{}\npublished: 2025-12-09T14:05:00Z\norganisations: [Ely 7]\nstance: open\n---\nAs in 1998, it is 4.\n",
                n % 9
            ),
        );
    }
    site.article(
        "plan.md",
        "---\ntitle: Plan\ndate: 2025-03\nentries:\n  - {id: gate, title: Gate, date: 2027-Q2, status: expected, slipped: [{from: 2026-05-01}]}\n  - {title: Decade, date: 198X}\n  - {title: Years, date: 1990/1995}\n---\nText.\n",
    )
}

fn words(site: &Outcome, route: &str) -> String {
    html::text(site.text(route))
}

#[test]
fn arabic_pages_have_arabic_digits_in_dates_counts_and_charts() {
    let site = desk("language: ar\ndigits: native\n").built();
    let page = words(&site, "a03/index.html");
    assert!(page.contains("٢٣ مارس ٢٠٢٥"), "{page}");
    // What the editor wrote stays.
    assert!(
        page.contains("Llama 3") && page.contains("As in 1998, it is 4."),
        "{page}"
    );
    let front = site.text("index.html");
    assert!(front.contains("datetime=\"2025-03-23\""), "{front}");
    assert!(front.contains("href=\"/2025/\""), "{front}");
    let shown = html::text(front);
    for number in ["2025", "2026", "2027"] {
        assert!(!shown.contains(number), "{number}: {shown}");
    }
    let lanes = words(&site, "lanes/index.html");
    assert!(lanes.contains("٢٠٢٥") && !lanes.contains("2025"), "{lanes}");
    let plan = words(&site, "plan/index.html");
    assert!(plan.contains("١٩٩٠–١٩٩٥"), "{plan}");
    assert!(!plan.contains("199") && !plan.contains("198"), "{plan}");
    let explore = site.text("explore/index.html");
    assert!(explore.contains("data-digits=\"arab\""), "{explore}");
}

#[test]
fn hindi_numbers_are_grouped_and_written_as_in_india() {
    let site = desk("language: hi\ndigits: native\n").built();
    let page = words(&site, "a03/index.html");
    assert!(page.contains("२३ मार्च २०२५"), "{page}");
    let expected = html::text_of_main(site.text("expected/index.html"));
    assert!(
        expected.contains("२०२७") && !expected.contains("2027"),
        "{expected}"
    );
}

#[test]
fn data_has_the_digits_that_programs_read() {
    let latin = desk("language: ar\n").built();
    let native = desk("language: ar\ndigits: native\n").built();
    for file in ["sitemap.xml", "lanes/lanes.csv"] {
        assert_eq!(latin.files.get(file), native.files.get(file), "{file}");
    }
    let ids = |site: &Outcome| -> Vec<String> {
        let feed = site.text("feed.xml");
        let lines = feed
            .lines()
            .filter(|l| l.contains("<id>") || l.contains("<updated>"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(ids(&latin), ids(&native));
}

#[test]
fn each_edition_has_its_own_digits() {
    let site = desk("languages: {en: {}, ar: {digits: native}, fa: {}}\n").built();
    assert!(words(&site, "2025/index.html").contains("2025"));
    assert!(words(&site, "ar/2025/index.html").contains("٢٠٢٥"));
    assert!(words(&site, "fa/2025/index.html").contains("2025"));
    let site = desk("digits: native\nlanguages: {en: {}, ar: {}, hi: {digits: latin}}\n").built();
    assert!(words(&site, "2025/index.html").contains("2025"));
    assert!(words(&site, "ar/2025/index.html").contains("٢٠٢٥"));
    assert!(words(&site, "hi/2025/index.html").contains("2025"));
    assert!(
        !site.found.text.contains("no-digits"),
        "{}",
        site.found.text
    );
}

#[test]
fn a_change_of_digits_renders_every_page_again() {
    let site = desk("language: ar\n");
    site.rebuild();
    let site = site.site(&format!(
        "title: T\nurl: https://example.org/\nlanguage: ar\ndigits: native\n{LINT}"
    ));
    let again = site.rebuild();
    assert!(words(&again, "a03/index.html").contains("٢٠٢٥"));
    assert!(
        again
            .text("explore/index.html")
            .contains("data-digits=\"arab\"")
    );
    let clean = site.without("public").built();
    assert_eq!(
        again.text("explore/index.html"),
        clean.text("explore/index.html")
    );
    assert_eq!(again.text("a03/index.html"), clean.text("a03/index.html"));
}

#[test]
fn a_language_without_digits_of_its_own_is_told() {
    let found = desk("language: ja\ndigits: native\n").check();
    assert!(found.text.contains("no-digits"), "{}", found.text);
    let found = desk("language: fa\ndigits: native\n").check();
    assert!(!found.text.contains("no-digits"), "{}", found.text);
}
