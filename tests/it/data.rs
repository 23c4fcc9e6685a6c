//! The site's data as files.

use serde_json::Value;

use crate::site_test::{Outcome, SITE, SiteTest};

fn desk() -> SiteTest {
    SiteTest::new()
        .site(&format!(
            "{SITE}data_licence: https://creativecommons.org/licenses/by/4.0/\n\
             taxonomies: {{organisations: {{feeds_from: 1}}}}\n"
        ))
        .article(
            "launch.md",
            "---\nid: launch\ntitle: \"=cmd, <b>Aurora</b>\"\ndate: 2026-03-09\nstatus: expected\n\
             published: 2026-01-02T08:00:00Z\norganisations: [Meta]\nstory: aurora\nsummary: A & B.\n\
             corrections:\n  - {date: 2026-01-03, text: The name was wrong.}\n---\nText.\n",
        )
        .article(
            "later.md",
            "---\nid: later\ntitle: Put off\ndate: 2026-01-10\nstory: aurora\n\
             published: 2026-01-10T09:30:00Z\nupdates:\n  - {entry: launch, date: 2026-Q2}\n---\nText.\n",
        )
}

#[track_caller]
fn json(outcome: &Outcome, route: &str) -> Value {
    serde_json::from_str(outcome.text(route)).expect("JSON")
}

#[test]
fn entries_are_as_they_are_listed_and_name_their_schema() {
    let outcome = desk().build();
    let file = json(&outcome, "data/entries.json");
    assert_eq!(
        file["$schema"],
        "https://example.org/data/entries.schema.json"
    );
    assert_eq!(
        file["licence"],
        "https://creativecommons.org/licenses/by/4.0/"
    );
    let entries = file["entries"].as_array().expect("a list");
    let launch = entries
        .iter()
        .find(|e| e["id"] == "launch")
        .expect("the entry");
    assert_eq!(launch["date"], "2026-Q2");
    assert_eq!(launch["earliest"], "2026-04-01");
    assert_eq!(launch["latest"], "2026-06-30");
    assert_eq!(launch["slips"][0]["date"], "2026-03-09");
    assert_eq!(launch["organisations"], serde_json::json!(["Meta"]));
    let schema = json(&outcome, "data/entries.schema.json");
    for key in schema["required"].as_array().expect("a list") {
        assert!(file.get(key.as_str().expect("a key")).is_some(), "{key}");
    }
    assert!(
        schema["$defs"]["entry"]["properties"]
            .get("slips")
            .is_some()
    );
}

#[test]
fn a_spreadsheet_takes_no_title_for_a_formula() {
    let outcome = desk().build();
    let csv = outcome.text("data/entries.csv");
    assert!(csv.contains("\"'=cmd, <b>Aurora</b>\""), "{csv}");
    assert!(
        csv.split_terminator("\r\n")
            .all(|line| !line.contains('\n'))
    );
    assert_eq!(csv.matches("\r\n").count(), 3);
}

#[test]
fn changes_tell_what_is_new_moved_and_corrected_since_when() {
    let outcome = desk().build();
    let changes = json(&outcome, "data/changes.json");
    let told: Vec<(String, String, String)> = changes["changes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|change| {
            let text = |key: &str| change[key].as_str().unwrap_or_default().to_owned();
            (text("since"), text("change"), text("id"))
        })
        .collect();
    let row =
        |since: &str, change: &str, id: &str| (since.to_owned(), change.to_owned(), id.to_owned());
    assert_eq!(
        told,
        [
            row("2026-01-10", "published", "later"),
            row("2026-01-10", "moved", "launch"),
            row("2026-01-03", "corrected", "launch"),
            row("2026-01-02", "published", "launch"),
        ]
    );
    let moved = &changes["changes"][1];
    assert_eq!(
        (&moved["from"], &moved["to"]),
        (&"2026-03-09".into(), &"2026-34".into())
    );
}

#[test]
fn timelinejs_gets_as_many_slides_as_there_are_dated_entries_and_no_made_up_day() {
    let outcome = desk()
        .article(
            "plans.md",
            "---\ntitle: Plans\ndate: 2026-01-01\nentries:\n\
             \x20 - {id: never, title: never, status: expected, wording: no date given}\n---\nText.\n",
        )
        .build();
    let file = json(&outcome, "data/timeline.json");
    let events = file["events"].as_array().expect("a list");
    assert_eq!(events.len(), 3);
    let launch = events
        .iter()
        .find(|e| e["unique_id"] == "launch")
        .expect("the entry");
    assert_eq!(
        launch["start_date"],
        serde_json::json!({"year": 2026, "month": 4})
    );
    assert_eq!(
        launch["end_date"],
        serde_json::json!({"year": 2026, "month": 6})
    );
    assert_eq!(launch["display_date"], "second quarter of 2026");
    assert_eq!(launch["group"], "Meta");
    assert_eq!(
        launch["text"]["headline"],
        "<a href=\"https://example.org/launch/\">=cmd, &lt;b&gt;Aurora&lt;/b&gt;</a>"
    );
    assert_eq!(launch["text"]["text"], "<p>A &amp; B.</p>");
    for (route, slides) in [
        ("organisations/meta/timeline.json", 1),
        ("stories/aurora/timeline.json", 2),
    ] {
        let events = json(&outcome, route)["events"].as_array().map(Vec::len);
        assert_eq!(events, Some(slides), "{route}");
    }
}

#[test]
fn a_large_site_has_a_file_a_year() {
    let listed: String = (0..1_001)
        .map(|n| {
            format!(
                "  - {{id: e{n}, title: Event {n}, date: {}}}\n",
                2000 + n % 3
            )
        })
        .collect();
    let article =
        format!("---\nid: many\ntitle: Many\ndate: 2003-02-01\nentries:\n{listed}---\nText.\n");
    let outcome = SiteTest::new().article("many.md", &article).build();
    let file = json(&outcome, "data/entries.json");
    assert_eq!(file["entries"], serde_json::json!([]));
    let years = file["years"].as_array().expect("a list");
    let mut total = 0;
    for year in years {
        let route = year["url"]
            .as_str()
            .expect("an address")
            .replace("https://example.org/", "");
        let of_year = json(&outcome, &route);
        let entries = of_year["entries"].as_array().map(Vec::len);
        assert_eq!(
            entries,
            year["count"].as_u64().map(|n| n as usize),
            "{route}"
        );
        total += entries.unwrap_or_default();
    }
    assert_eq!((years.len(), total), (4, 1_002));
}

#[test]
fn the_page_of_data_names_every_file_and_the_licence() {
    let outcome = desk().build();
    let page = outcome.text("data/index.html");
    for route in outcome
        .files
        .keys()
        .filter(|route| route.starts_with("data/"))
    {
        let is_page = route.ends_with(".html");
        assert!(
            is_page || page.contains(&format!("href=\"/{route}\"")),
            "{route}"
        );
    }
    assert!(page.contains("rel=\"license\""));
    assert!(outcome.text("index.html").contains("href=\"/data/\""));
}

#[test]
fn llms_txt_lists_pages_articles_and_data() {
    let outcome = desk().build();
    let text = outcome.text("llms.txt");
    for line in [
        "# Test\n",
        "- [Put off](https://example.org/later/)\n",
        "- [=cmd, <b>Aurora</b>](https://example.org/launch/): A & B.\n",
        "- [data/entries.csv](https://example.org/data/entries.csv): All entries as a spreadsheet.\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[test]
fn what_is_switched_off_and_what_the_owner_has_is_left_alone() {
    let config = format!("{SITE}features: {{data: false}}\n");
    let outcome = desk().site(&config).build();
    let is_data = |route: &String| route.starts_with("data/") || route.ends_with("timeline.json");
    assert!(!outcome.files.keys().any(is_data));
    let outcome = desk()
        .file("static/data/entries.csv", "mine")
        .file("static/feed.json", "{}")
        .file("static/expected.ics", "mine")
        .build();
    assert_eq!(outcome.text("data/entries.csv"), "mine");
    assert_eq!(outcome.text("feed.json"), "{}");
    assert_eq!(outcome.text("expected.ics"), "mine");
}
