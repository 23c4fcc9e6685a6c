//! `/compare/…/`: organisations side by side, and where their stances differ.

use crate::html;
use crate::site_test::{Outcome, SiteTest};

const SITE: &str = "title: T\nurl: https://example.org/\nlanguage: en\ntimezone: UTC\n\
                    stances: {open: {label: Open}, half: {label: Half}, shut: {label: Shut}}\n";

fn site(compare: &str) -> SiteTest {
    let articles = [
        "date: 2023-02-01\norganisations: [Acme]\nstance: open\n",
        "date: 2024-03\norganisations: [Brill]\nstance: shut\n",
        "date: 2025-04-01\norganisations: [Acme]\nstance: half\n",
        "date: 2025-06-01\norganisations: [Acme, Brill]\n",
        "date: 2025-09-01\norganisations: [Acme]\nstance: shut\n",
        "date: 2024-09-01\norganisations: [Cole]\n",
    ];
    let site = SiteTest::new()
        .site(&format!("{SITE}compare: {compare}\n"))
        .now("2026-03-01T12:00:00Z");
    let add = |site: SiteTest, (n, keys): (usize, &&str)| {
        let text = format!("---\ntitle: A{n}\nid: a{n}\n{keys}---\n");
        site.article(&format!("a{n}.md"), &text)
    };
    articles.iter().enumerate().fold(site, add)
}

fn built(compare: &str) -> Outcome {
    site(compare).built()
}

#[test]
fn differences_are_said_in_words_latest_first() {
    let site = built("[[Acme, Brill]]");
    let page = site.text("compare/acme-brill/index.html");
    assert!(page.contains("<h1>Acme and Brill compared</h1>"), "{page}");
    assert!(page.contains("Acme and Brill: shut."), "{page}");
    let table = &page[page.find("ledger differences").expect("a table")..];
    let table =
        &table[table.find("<tbody>").expect("rows")..table.find("</table>").expect("an end")];
    let rows: Vec<String> = table
        .split("<tr")
        .skip(1)
        .map(|row| html::text(&format!("<tr{row}")))
        .collect();
    let told = [
        ["1 Sept 2025", "Acme and Brill: shut", "the same stance"],
        ["1 Apr 2025", "Acme: half; Brill: shut", "one step apart"],
        ["Mar 2024", "Acme: open; Brill: shut", "2 steps apart"],
    ];
    assert_eq!(rows.len(), told.len(), "{rows:?}");
    for (row, told) in rows.iter().zip(told) {
        for words in &told[1..] {
            assert!(row.contains(words), "{row} lacks {words}");
        }
    }
    assert!(
        page.contains("2 steps apart</text>"),
        "the picture says it too"
    );
}

#[test]
fn a_comparison_is_linked_from_all_its_organisations_and_listed() {
    let site = built("[[Acme, Brill], [Acme, Cole, Brill]]");
    let pages = ["/compare/acme-brill/", "/compare/acme-cole-brill/"];
    for organisation in ["acme", "brill"] {
        let links = html::links(site.text(&format!("organisations/{organisation}/index.html")));
        for page in pages {
            assert!(
                links.iter().any(|(_, url)| url == page),
                "{organisation}: {links:?}"
            );
        }
    }
    let links = html::links(site.text("organisations/cole/index.html"));
    assert!(!links.iter().any(|(_, url)| url == pages[0]));
    assert!(links.iter().any(|(_, url)| url == pages[1]), "{links:?}");
    let links = html::links(site.text("lanes/index.html"));
    assert!(links.iter().any(|(_, url)| url == pages[0]), "{links:?}");
    for page in pages {
        assert!(site.text("sitemap.xml").contains(page));
    }
    let dead = html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn a_comparison_shows_no_today() {
    let site = built("[[Acme, Brill]]");
    assert!(
        !site
            .text("compare/acme-brill/index.html")
            .contains("Today, ")
    );
}

#[test]
fn an_organisation_without_entries_is_reported_and_has_no_page() {
    let outcome = site("[[Acme, Bril]]").build();
    assert!(
        !outcome
            .files
            .keys()
            .any(|route| route.starts_with("compare/"))
    );
    let found = &outcome.found.text;
    assert!(found.contains("unknown-name"), "{found}");
    assert!(
        found.contains("`Bril` is no organisation of any entry"),
        "{found}"
    );
    assert!(found.contains("did you mean `Brill`?"), "{found}");
}
