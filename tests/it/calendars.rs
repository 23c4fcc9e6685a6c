//! Calendars of what is expected, as a subscriber's program reads them.

use std::collections::BTreeMap;

use crate::site_test::{Outcome, SITE, SiteTest};

/// The events of a calendar by their `UID`: each property by its name, with its parameters.
type Events = BTreeMap<String, BTreeMap<String, String>>;

/// Reads a calendar as RFC 5545 says.
#[track_caller]
fn events(outcome: &Outcome, route: &str) -> Events {
    let file = outcome.text(route);
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line:?}");
    }
    let text = file.replace("\r\n ", "");
    let mut lines = text.strip_suffix("\r\n").expect("CRLF").split("\r\n");
    assert_eq!(lines.next(), Some("BEGIN:VCALENDAR"));
    let mut events = Events::new();
    let mut event: Option<BTreeMap<String, String>> = None;
    for line in lines {
        match (line, &mut event) {
            ("BEGIN:VEVENT", None) => event = Some(BTreeMap::new()),
            ("END:VEVENT", Some(_)) => {
                let done = event.take().expect("an event is open");
                let before = events.insert(done["UID"].clone(), done);
                assert!(before.is_none(), "one event a UID");
            }
            (line, Some(event)) => {
                let (name, value) = line.split_once(':').expect("a property");
                let before = event.insert(name.to_owned(), value.to_owned());
                assert!(before.is_none(), "{name} twice");
            }
            (_, None) => {}
        }
    }
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    events
}

fn desk() -> SiteTest {
    SiteTest::new().site(SITE).article(
        "launch.md",
        "---\nid: launch\ntitle: Launch of Aurora\ndate: 2026-03-09\nstatus: expected\n\
         published: 2026-01-02T08:00:00Z\norganisations: [Meta]\n---\nText.\n",
    )
}

#[test]
fn a_slip_moves_the_event_in_a_subscribers_calendar() {
    let first = events(&desk().build(), "expected.ics");
    let slipped = desk().article(
        "later.md",
        "---\nid: later\ntitle: Aurora is put off\ndate: 2026-01-10\n\
         published: 2026-01-10T09:30:00Z\nupdates:\n  - {entry: launch, date: 2026-06}\n---\nText.\n",
    );
    let second = events(&slipped.build(), "expected.ics");
    let uids = |events: &Events| events.keys().cloned().collect::<Vec<_>>();
    assert_eq!(uids(&first), ["launch@example.org"]);
    assert_eq!(uids(&first), uids(&second));
    let (before, after) = (&first["launch@example.org"], &second["launch@example.org"]);
    assert_eq!(before["SEQUENCE"], "0");
    assert_eq!(after["SEQUENCE"], "1");
    assert_eq!(before["DTSTAMP"], "20260102T080000Z");
    assert_eq!(after["DTSTAMP"], "20260110T093000Z");
    assert_eq!(before["DTSTART;VALUE=DATE"], "20260309");
    assert_eq!(before["DTEND;VALUE=DATE"], "20260310");
    assert_eq!(before["STATUS"], "CONFIRMED");
    assert_eq!(before["SUMMARY;LANGUAGE=en"], "Launch of Aurora");
    assert_eq!(after["DTSTART;VALUE=DATE"], "20260601");
    assert_eq!(after["DTEND;VALUE=DATE"], "20260701");
    assert_eq!(after["STATUS"], "TENTATIVE");
    assert_eq!(
        after["SUMMARY;LANGUAGE=en"],
        "Launch of Aurora\\, June 2026"
    );
    assert!(
        after["DESCRIPTION;LANGUAGE=en"].contains("Put off once"),
        "{after:?}"
    );
    let again = slipped.now("2026-01-20T00:00:00Z").build();
    let other = events(&again, "expected.ics");
    assert_eq!(second, other, "the clock of a build is not in a calendar");
}

#[test]
fn what_is_not_known_is_not_told() {
    let entry = |id: &str, date: &str| {
        format!("  - {{id: {id}, title: {id}, date: {date}, status: expected}}\n")
    };
    let listed: String = [
        ("year", "2027"),
        ("quarter", "2026-Q2"),
        ("about", "2026-05-04~"),
        ("open", "2026-03/.."),
        ("by", "../2026-08"),
        ("hour", "2026-04-01T10:00:00+02:00"),
        ("ancient", "-0043"),
    ]
    .map(|(id, date)| entry(id, date))
    .concat();
    let article = format!(
        "---\nid: plans\ntitle: Plans\ndate: 2026-01-01\nentries:\n{listed}  \
         - {{id: never, title: never, status: expected, wording: no date given}}\n---\nText.\n"
    );
    let outcome = SiteTest::new().article("plans.md", &article).build();
    let events = events(&outcome, "expected.ics");
    let span = |id: &str| {
        let event = &events[&format!("{id}@example.org")];
        let day = |name: &str| event.get(&format!("{name};VALUE=DATE")).cloned();
        (day("DTSTART"), day("DTEND"), event["STATUS"].clone())
    };
    let days = |from: &str, to: &str, status: &str| {
        (
            Some(from.to_owned()),
            Some(to.to_owned()),
            status.to_owned(),
        )
    };
    assert_eq!(span("year"), days("20270101", "20280101", "TENTATIVE"));
    assert_eq!(span("quarter"), days("20260401", "20260701", "TENTATIVE"));
    assert_eq!(span("about"), days("20260504", "20260505", "TENTATIVE"));
    assert_eq!(span("open"), days("20260301", "20260401", "TENTATIVE"));
    assert_eq!(span("by"), days("20260801", "20260901", "TENTATIVE"));
    let hour = &events["hour@example.org"];
    assert_eq!(hour["DTSTART"], "20260401T080000Z");
    assert!(!events.contains_key("never@example.org"));
    assert!(!events.contains_key("ancient@example.org"));
    let said = |id: &str| events[&format!("{id}@example.org")]["SUMMARY;LANGUAGE=en"].clone();
    assert_eq!(said("quarter"), "quarter\\, second quarter of 2026");
    assert_eq!(said("about"), "about\\, about 4 May 2026");
}

#[test]
fn what_was_cancelled_says_so_and_keeps_its_place() {
    let desk = desk().article(
        "off.md",
        "---\nid: off\ntitle: Aurora is called off\ndate: 2026-01-12\n\
         published: 2026-01-12T09:00:00Z\nupdates:\n  - {entry: launch, status: cancelled}\n---\nText.\n",
    );
    let events = events(&desk.build(), "expected.ics");
    let event = &events["launch@example.org"];
    assert_eq!(event["STATUS"], "CANCELLED");
    assert_eq!(event["DTSTART;VALUE=DATE"], "20260309");
    assert_eq!(event["SEQUENCE"], "1");
    assert_eq!(event["SUMMARY;LANGUAGE=en"], "Cancelled: Launch of Aurora");
    assert_eq!(event["CATEGORIES"], "Meta");
}

#[test]
fn a_term_with_a_feed_has_a_calendar_and_a_page_that_offers_it() {
    let config = format!("{SITE}taxonomies: {{organisations: {{feeds_from: 1}}}}\n");
    let outcome = desk().site(&config).build();
    let of_term = events(&outcome, "organisations/meta/expected.ics");
    assert!(of_term.contains_key("launch@example.org"));
    let link = "href=\"webcal://example.org/organisations/meta/expected.ics\"";
    assert!(outcome.text("organisations/meta/index.html").contains(link));
    let link = "href=\"webcal://example.org/expected.ics\"";
    assert!(outcome.text("expected/index.html").contains(link));
    let off = format!("{config}features: {{calendars: false}}\n");
    let outcome = desk().site(&off).build();
    assert!(outcome.files.keys().all(|route| !route.ends_with(".ics")));
    assert!(!outcome.text("expected/index.html").contains("webcal"));
}

#[test]
fn a_site_that_moves_keeps_its_events() {
    let config = SITE.replace("example.org", "example.net/news");
    let config = format!("{config}feeds: {{authority: example.org}}\n");
    let moved = events(&desk().site(&config).build(), "expected.ics");
    assert_eq!(moved.keys().collect::<Vec<_>>(), ["launch@example.org"]);
    assert_eq!(
        moved["launch@example.org"]["URL"],
        "https://example.net/news/launch/"
    );
}
