//! How dates slipped, as a picture above the ledger of `/expected/`, and how late announcements came
//! true.

use crate::html;
use crate::site_test::{Outcome, SITE, SiteTest};

/// An announcement of an organisation, made on 5 January 2025, and a report that it happened.
fn announced(site: SiteTest, name: &str, organisation: &str, target: &str, came: &str) -> SiteTest {
    let text = format!("---\ntitle: Plan {name}\ndate: 2025-01-05\npublished: 2025-01-05\n---\n");
    let plan = text.replace(
        "---\ntitle",
        &format!(
            "---\nentries: [{{id: {name}, title: Opening {name}, date: {target}, status: expected, organisations: [{organisation}]}}]\ntitle"
        ),
    );
    let news = format!(
        "---\ntitle: News {name}\ndate: {came}\npublished: {came}\nupdates: [{{entry: {name}, date: {came}, status: happened}}]\n---\n"
    );
    site.article(&format!("plan-{name}.md"), &plan)
        .article(&format!("news-{name}.md"), &news)
}

fn site() -> SiteTest {
    let site = SiteTest::new().site(SITE).now("2026-03-01T12:00:00Z");
    let site = announced(site, "a", "Acme", "2025-03-01", "2025-03-01");
    let site = announced(site, "b", "Acme", "2025-03-01", "2025-03-11");
    let site = announced(site, "c", "Acme", "2025-03-01", "2025-05-01");
    let site = announced(site, "d", "Brill", "2025-03-01", "2025-04-01");
    let site = announced(site, "e", "Brill", "2025-03-01", "2025-04-02");
    site.article(
        "open.md",
        "---\ntitle: Bridge\ndate: 2026-09-01\npublished: 2025-10-02\nstatus: expected\n\
         organisations: [Acme]\nslipped: [{from: 2025-12-01, on: 2025-10-01}]\n---\n",
    )
}

/// Addresses that the picture for wide screens leads to.
fn drawn(site: &Outcome) -> Vec<String> {
    let page = site.text("expected/index.html");
    let start = page
        .find("aria-labelledby=\"dl:slips\"")
        .expect("a picture");
    let start = start + page[start..].find("class=\"lanes-wide\"").expect("wide");
    let end = start
        + page[start..]
            .find("class=\"lanes-narrow\"")
            .expect("narrow");
    html::links(&page[start..end])
        .into_iter()
        .map(|(_, url)| url)
        .collect()
}

#[test]
fn the_picture_stands_above_the_ledger_and_has_every_slip_with_its_dates() {
    let site = site().built();
    let page = site.text("expected/index.html");
    assert!(page.find("id=\"dl:slips\"") < page.find("id=\"slips\""));
    let drawn = drawn(&site);
    assert_eq!(drawn.len(), 5, "{drawn:?}");
    assert!(drawn.iter().any(|url| url == "/open/"), "{drawn:?}");
    assert!(
        !drawn.iter().any(|url| url.ends_with("entry-a")),
        "on time: {drawn:?}"
    );
    assert!(!page.contains("The latest are shown"));
    assert!(!page.contains("style="));
}

#[test]
fn the_median_is_told_of_organisations_with_three_and_of_no_others() {
    let site = site().built();
    let page = site.text("expected/index.html");
    let list = &page[page.find("class=\"lateness\"").expect("a list")..];
    let list = html::text(&list[..list.find("</ul>").expect("its end")]);
    assert!(
        list.contains("Acme 10 days late (median of 3 recorded here)"),
        "{list}"
    );
    assert!(!list.contains("Brill"), "{list}");
    assert!(page.contains("As of 1 May 2025."));
    assert!(page.contains("How this is counted"));
}

#[test]
fn without_lanes_no_picture_has_today_and_without_slips_there_is_none() {
    let site = site().built();
    assert!(!site.text("expected/index.html").contains("Today,"));
    let with = "---\ntitle: Stance\ndate: 2025-02-01\norganisations: [Acme]\nstance: open\n---\n";
    let yaml = format!("{SITE}stances: {{open: {{label: Open}}, shut: {{label: Shut}}}}\n");
    let site = self::site().site(&yaml).article("stance.md", with).built();
    assert!(
        site.text("expected/index.html")
            .contains("Today, 1 Mar 2026")
    );
    // One slip is in the ledger, and no picture of its own.
    let one = "---\ntitle: X\ndate: 2990-01-01\nstatus: expected\nslipped: [{from: 2989-12-01, on: 2025-10-01}]\n---\n";
    let none = SiteTest::new().site(SITE).article("x.md", one).built();
    assert!(!none.text("expected/index.html").contains("dl:slips"));
}

#[test]
fn of_many_slips_the_picture_has_the_latest_and_says_so() {
    let site = (0..20).fold(
        SiteTest::new().site(SITE).now("2026-03-01T12:00:00Z"),
        |site, n| {
            let target = format!("2025-03-{:02}", n + 1);
            announced(
                site,
                &format!("n{n}"),
                "Acme",
                &target,
                &format!("2025-04-{:02}", n + 1),
            )
        },
    );
    let site = site.built();
    assert_eq!(drawn(&site).len(), 16);
    assert!(
        site.text("expected/index.html")
            .contains("The latest are shown")
    );
}
