//! JSON-LD: on every page that search engines see, valid, and never more exact than what was
//! written.

use serde_json::Value;

use crate::site_test::{Outcome, SITE, SiteTest};

const OPEN: &str = "<script type=\"application/ld+json\">";

/// The nodes of a page; None where it has no JSON-LD.
fn graph(page: &str) -> Option<Vec<Value>> {
    let (_, rest) = page.split_once(OPEN)?;
    let (json, rest) = rest.split_once("</script>").expect("the element ends");
    assert!(!rest.contains(OPEN), "one a page");
    assert!(
        !json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
        "{json}"
    );
    let document: Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(document["@context"], "https://schema.org");
    Some(document["@graph"].as_array().expect("a list").clone())
}

#[track_caller]
fn node(outcome: &Outcome, route: &str, of: &str) -> Value {
    let nodes = graph(outcome.text(route)).expect("JSON-LD");
    let found = nodes.iter().find(|n| n["@type"] == of);
    found
        .unwrap_or_else(|| panic!("no {of} in {nodes:#?}"))
        .clone()
}

/// Whether a text is a year, a month or a day, or an instant, or an interval of them.
fn is_iso(text: &str) -> bool {
    text.split('/').all(|part| {
        let shape: String = part
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect();
        ["..", "0000", "0000-00", "0000-00-00"].contains(&shape.as_str())
            || shape.starts_with("0000-00-00T00:00")
    })
}

fn dates_in(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let is_date = key.contains("Date")
                    || key.starts_with("date") && key != "dateline"
                    || key == "temporalCoverage";
                match value {
                    Value::String(text) if is_date => found.push((key.clone(), text.clone())),
                    Value::Array(list) if is_date => {
                        found.extend(
                            list.iter()
                                .map(|v| (key.clone(), v.as_str().unwrap_or("").to_owned())),
                        );
                    }
                    _ => dates_in(value, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|v| dates_in(v, found)),
        _ => {}
    }
}

#[test]
fn every_page_of_every_fixture_says_what_it_is() {
    let mut light = 0;
    for name in [
        "dates",
        "events",
        "floods",
        "slips",
        "stories",
        "terms",
        "translations",
        "expires",
    ] {
        let outcome = SiteTest::fixture(name).build();
        let mut articles = 0;
        for (route, page) in outcome.pages() {
            if page.contains("content=\"noindex\"") {
                assert!(graph(page).is_none(), "{name}: {route}");
                continue;
            }
            // The page of a term with one entry is that entry, and says no more.
            if page.contains("<body class=\"term\">") && page.contains("<span>1 entry") {
                assert!(graph(page).is_none(), "{name}: {route}");
                light += 1;
                continue;
            }
            let nodes = graph(page).unwrap_or_else(|| panic!("{name}: {route} has none"));
            let types: Vec<&str> = nodes.iter().filter_map(|n| n["@type"].as_str()).collect();
            assert!(
                ["NewsArticle", "WebSite", "WebPage", "CollectionPage"].contains(&types[0]),
                "{name}: {route}: {types:?}"
            );
            articles += usize::from(types[0] == "NewsArticle");
            // The front page is the first of all crumbs.
            let end = types.len() - usize::from(types[0] != "WebSite");
            for between in &types[1..end] {
                assert!(["Event", "Claim"].contains(between), "{name}: {route}");
            }
            if types[0] == "WebSite" {
                continue;
            }
            assert_eq!(types.last(), Some(&"BreadcrumbList"), "{name}: {route}");
            let crumbs = nodes.last().expect("crumbs")["itemListElement"]
                .as_array()
                .expect("a list")
                .clone();
            for (n, crumb) in crumbs.iter().enumerate() {
                assert_eq!(crumb["position"], n + 1, "{name}: {route}");
                // The last is the page itself.
                let address = crumb
                    .get("item")
                    .map(|item| item.as_str().expect("an address"));
                assert_eq!(address.is_none(), n + 1 == crumbs.len(), "{name}: {route}");
                assert!(address.is_none_or(|address| address.starts_with("http")));
            }
            let mut dates = Vec::new();
            dates_in(&Value::Array(nodes), &mut dates);
            for (key, date) in dates {
                assert!(is_iso(&date), "{name}: {route}: {key} is {date}");
            }
        }
        assert!(articles > 0 || outcome.result.is_err(), "{name}");
    }
    assert!(light > 0);
}

#[test]
fn an_article_is_told_whole() {
    let outcome = SiteTest::new()
        .site(&format!(
            "{SITE}publisher: {{name: Desk, corrections_policy: /policy/, masthead: 'https://desk.example/'}}\n\
             identity: {{logo: logo.svg, share_image: s.png}}\nlinks: [{{label: x, url: 'https://social.example/@us', rel: me}}]\n"
        ))
        .file("static/logo.svg", "<svg/>")
        .file("static/s.png", "x")
        .article("pages/policy.md", "---\ntitle: Policy\n---\n")
        .article(
            "a.md",
            "---\ntitle: A thing happened\ndate: 2026-Q1\npublished: 2026-01-10\nplace: Bogor\nsummary: A dek.\n\
             authors: [Ann]\norganisations: [Acme]\npeople: [Cy]\ntags: [t]\n\
             sources: [{title: S, url: 'https://s.example/', publisher: P, date: 2025-12, archived: 'https://web.example/s'}, {title: T, date: 2025~}]\n\
             corrections: [{date: 2026-01-12, text: Wrong month.}]\n---\n",
        )
        .built();
    let article = node(&outcome, "a/index.html", "NewsArticle");
    assert_eq!(article["headline"], "A thing happened");
    assert_eq!(article["url"], "https://example.org/a/");
    assert_eq!(article["datePublished"], "2026-01-10");
    assert_eq!(article["dateModified"], "2026-01-12");
    assert_eq!(article["temporalCoverage"], "2026-01/2026-03");
    assert_eq!(article["author"][0]["name"], "Ann");
    assert_eq!(
        article["author"][0]["url"],
        "https://example.org/authors/ann/"
    );
    assert_eq!(article["image"], "https://example.org/s.png");
    let publisher = &article["publisher"];
    assert_eq!(publisher["@type"], "NewsMediaOrganization");
    assert_eq!(
        publisher["correctionsPolicy"],
        "https://example.org/policy/"
    );
    assert_eq!(publisher["masthead"], "https://desk.example/");
    assert_eq!(publisher["logo"], "https://example.org/logo.svg");
    assert_eq!(publisher["sameAs"][0], "https://social.example/@us");
    let about: Vec<_> = article["about"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|t| (&t["@type"], &t["name"]))
        .collect();
    assert_eq!(about.len(), 2, "{about:?}");
    assert_eq!(
        article["citation"][0]["archivedAt"],
        "https://web.example/s"
    );
    assert_eq!(article["citation"][0]["datePublished"], "2025-12");
    assert!(article["citation"][1].get("datePublished").is_none());
    assert_eq!(article["correction"][0]["@type"], "CorrectionComment");
    assert_eq!(article["correction"][0]["text"], "Wrong month.");
    let home = node(&outcome, "index.html", "WebSite");
    assert_eq!(home["publisher"]["name"], "Desk");
}

#[test]
fn hostile_texts_stay_texts() {
    let title = "</script><script>alert(1)</script> & <!-- \u{2028} \\\"x\\\"";
    let outcome = SiteTest::new()
        .article("a.md", &format!("---\ntitle: \"{title}\"\nslug: a\ndate: 2025-12-09\nsummary: \"]]></script>\"\n---\n"))
        .build();
    if outcome.result.is_err() {
        panic!("{}", outcome.found.text);
    }
    let article = node(&outcome, "a/index.html", "NewsArticle");
    let headline = article["headline"].as_str().expect("a text");
    assert!(
        headline.starts_with("</script><script>alert(1)</script> & <!--"),
        "{headline}"
    );
    let page = outcome.text("a/index.html");
    let count = |what: &str| page.matches(what).count();
    assert_eq!(count("<script type=\"application/ld+json\">"), 1);
    // No other but those of the site's own files.
    assert_eq!(count("<script"), 1 + count("<script src=\"/assets/"));
}

#[test]
fn what_is_expected_is_an_event_with_the_dates_it_had_where_its_place_is_known() {
    let outcome = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: A launch was promised\ndate: 2025-12-09\nentries:\n\
             - {id: launch, title: Launch, place: Menlo Park, date: 2026-05-02, status: expected, slipped: [{from: 2026-03, on: 2025-11-01}, {from: 2026-Q2, on: 2025-12-01}]}\n\
             - {id: vague, title: Vague, date: 2026-Q3, status: expected}\n\
             - {id: gone, title: Gone, date: 2026-06, status: cancelled}\n---\n",
        )
        .built();
    for route in ["a/index.html", "expected/index.html"] {
        let nodes = graph(outcome.text(route)).expect("JSON-LD");
        let named = |of: &str, name: &str| {
            let found = nodes.iter().find(|n| n["@type"] == of && n["name"] == name);
            found.unwrap_or_else(|| panic!("{route}: no {name} in {nodes:#?}"))
        };
        let launch = named("Event", "Launch");
        assert_eq!(launch["startDate"], "2026-05-02");
        assert_eq!(launch["eventStatus"], "https://schema.org/EventRescheduled");
        assert_eq!(launch["location"]["name"], "Menlo Park");
        // The quarter began on no day that anybody named.
        assert_eq!(launch["previousStartDate"], serde_json::json!(["2026-03"]));
        // An event without a place is reported as faulty.
        let vague = named("Claim", "Vague");
        assert_eq!(vague["temporalCoverage"], "2026-07/2026-09");
        assert_eq!(vague["creativeWorkStatus"], "Expected");
        let gone = named("Claim", "Gone");
        assert_eq!(gone["creativeWorkStatus"], "Cancelled");
    }
}

#[test]
fn a_page_without_a_summary_is_described_by_its_first_sentence() {
    let outcome = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: A thing\ndate: 2025-12-09\nsources: [{id: s, title: S}]\n---\n\
             > A quote.\n\n## Heading\n\nThe *first* \"thing\"[^s] flew to Mars. Then it came back.\n",
        )
        .article("pages/about.md", "---\ntitle: About\n---\nWe tell what happens. Write to us.\n")
        .build();
    let page = outcome.text("a/index.html");
    let told = "The first “thing” flew to Mars.";
    assert_eq!(
        node(&outcome, "a/index.html", "NewsArticle")["description"],
        told
    );
    for name in ["name=\"description\"", "property=\"og:description\""] {
        let meta = format!("<meta {name} content=\"{told}\">");
        assert!(page.contains(&meta), "{meta}");
    }
    let about = outcome.text("about/index.html");
    assert!(about.contains("content=\"We tell what happens.\""));
}

#[test]
fn a_description_has_the_words_of_links_that_the_page_shows() {
    let outcome = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: The dam opens\nid: dam\ndate: 2025-12-09\n---\nIt opens.\n",
        )
        .article(
            "b.md",
            "---\ntitle: B\nid: b\ndate: 2025-12-10\n---\n\
             Read [[dam]] and **[[dam|that]]**, not a[[0]] or `[[dam]]` again. Then more.\n",
        )
        .article(
            "c.md",
            "---\ntitle: C\nid: c\ndate: 2025-12-11\n---\nSee [[dam]]. And more.\n",
        )
        .article(
            "pages/about.md",
            "---\ntitle: About\n---\nBegin with [[dam]]\nfirst.\n",
        )
        .built();
    let told = "Read The dam opens and that, not a[[0]] or [[dam]] again.";
    let page = outcome.text("b/index.html");
    assert!(page.contains(&format!("<meta name=\"description\" content=\"{told}\">")));
    assert_eq!(
        node(&outcome, "b/index.html", "NewsArticle")["description"],
        told
    );
    // A sentence ends after a link, too.
    let ended = outcome.text("c/index.html");
    assert!(ended.contains("<meta name=\"description\" content=\"See The dam opens.\">"));
    let about = outcome.text("about/index.html");
    assert!(about.contains("content=\"Begin with The dam opens first.\""));
}
