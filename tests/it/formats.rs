//! The rules of formats, one by one, over every feed and calendar of the fixtures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::site_test::SiteTest;

const SITES: [&str; 9] = [
    "kabar",
    "events",
    "stories",
    "terms",
    "dates",
    "languages",
    "bilingual",
    "expires",
    "late",
];

/// An element, with its attributes, its elements and its text.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    inner: Vec<Element>,
    text: String,
}

impl Element {
    /// Reads a document, and nothing that is not well-formed.
    fn read(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let mut open = vec![Element::default()];
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Start(start) | Event::Empty(start) if start.name().as_ref().is_empty() => {}
                Event::Start(start) => open.push(Self::of(&start)),
                Event::Empty(start) => {
                    let element = Self::of(&start);
                    open.last_mut().expect("a document").inner.push(element);
                }
                Event::End(_) => {
                    let element = open.pop().expect("an element");
                    open.last_mut().expect("a document").inner.push(element);
                }
                Event::Text(text) => {
                    let text = text.as_ref();
                    open.last_mut().expect("a document").text.push_str(text);
                }
                Event::GeneralRef(reference) => {
                    let sign = match reference.as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        other => panic!("&{other}; has no meaning in XML"),
                    };
                    open.last_mut().expect("a document").text.push_str(sign);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "an element is open at the end");
        let mut document = open.pop().expect("a document");
        assert_eq!(document.inner.len(), 1, "one root");
        document.inner.pop().expect("a root")
    }

    fn of(start: &quick_xml::events::BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = attribute
                .value
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
            (attribute.key.as_ref().to_owned(), value)
        });
        Self {
            name: start.name().as_ref().to_owned(),
            attributes: attributes.collect(),
            ..Self::default()
        }
    }

    fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.inner
            .iter()
            .filter(move |element| element.name == name)
    }

    /// The only element of a name.
    fn one(&self, name: &str) -> &Element {
        let all = self.inner.iter().filter(|element| element.name == name);
        let all: Vec<&Element> = all.collect();
        assert_eq!(all.len(), 1, "{name} in {}", self.name);
        all[0]
    }
}

fn is_iri(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    !scheme.is_empty()
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric())
        && !text.contains([' ', '<', '>', '"'])
}

/// RFC 4287, section 3.3.
fn date(element: &Element) -> DateTime<chrono::FixedOffset> {
    let text = &element.text;
    assert!(
        text.contains('T') && !text.contains('z'),
        "{text}: upper-case T and Z"
    );
    DateTime::parse_from_rfc3339(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

/// What feed and entry have in common: sections 4.1.1 and 4.1.2.
fn common(element: &Element, children: &[&str]) {
    for inner in &element.inner {
        assert!(
            children.contains(&&*inner.name),
            "{} in {}",
            inner.name,
            element.name
        );
    }
    assert!(
        is_iri(&element.one("id").text),
        "4.2.6: {}",
        element.one("id").text
    );
    let title = element.one("title");
    assert!(
        title.inner.is_empty() && !title.text.trim().is_empty(),
        "3.1.1.1: plain text"
    );
    date(element.one("updated"));
    for name in [
        "generator",
        "icon",
        "logo",
        "rights",
        "subtitle",
        "published",
        "summary",
        "content",
        "source",
    ] {
        assert!(element.all(name).count() <= 1, "at most one {name}");
    }
    for author in element.all("author") {
        assert!(!author.one("name").text.trim().is_empty(), "3.2.1");
        assert!(
            author.all("uri").count() <= 1 && author.all("email").count() <= 1,
            "3.2"
        );
    }
    for category in element.all("category") {
        assert!(category.attributes.contains_key("term"), "4.2.2.1");
        let scheme = category.attributes.get("scheme");
        assert!(scheme.is_none_or(|scheme| is_iri(scheme)), "4.2.2.2");
    }
    let mut alternates = BTreeSet::new();
    for link in element.all("link") {
        let href = link.attributes.get("href").expect("4.2.7.1");
        assert!(
            is_iri(href),
            "absolute, since mail programs ignore xml:base: {href}"
        );
        if let Some(of) = link.attributes.get("type") {
            assert_eq!(of.split('/').count(), 2, "4.2.7.3: {of}");
        }
        if link
            .attributes
            .get("rel")
            .is_none_or(|rel| rel == "alternate")
        {
            let kind = (link.attributes.get("type"), link.attributes.get("hreflang"));
            assert!(
                alternates.insert(kind),
                "4.1.1: one alternate of a type and language"
            );
        }
    }
    assert!(
        !alternates.is_empty(),
        "4.1.2: without content it needs one, and readers need it always"
    );
}

fn is_atom(xml: &str) {
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
    let feed = Element::read(xml);
    assert_eq!(feed.name, "feed", "4.1.1");
    assert_eq!(
        feed.attributes["xmlns"], "http://www.w3.org/2005/Atom",
        "section 2"
    );
    common(
        &feed,
        &[
            "author",
            "category",
            "contributor",
            "generator",
            "icon",
            "id",
            "link",
            "logo",
            "rights",
            "subtitle",
            "title",
            "updated",
            "entry",
            "fh:archive",
        ],
    );
    let rels = feed
        .all("link")
        .filter_map(|link| link.attributes.get("rel"));
    assert_eq!(
        rels.filter(|rel| *rel == "self").count(),
        1,
        "4.1.1: a feed should say where it is"
    );
    let has_author = feed.all("author").count() > 0;
    let updated = date(feed.one("updated"));
    let mut ids = BTreeSet::new();
    for entry in feed.all("entry") {
        common(
            entry,
            &[
                "author",
                "category",
                "content",
                "contributor",
                "id",
                "link",
                "published",
                "rights",
                "source",
                "summary",
                "title",
                "updated",
            ],
        );
        assert!(
            ids.insert(&entry.one("id").text),
            "4.1.1: an id is there once"
        );
        assert!(
            has_author || entry.all("author").count() > 0,
            "4.1.1: an author"
        );
        assert!(
            date(entry.one("updated")) <= updated,
            "4.2.15: as new as its newest entry"
        );
        if let Some(published) = entry.all("published").next() {
            date(published);
        }
        for content in entry.all("content") {
            assert_eq!(content.attributes["type"], "html", "4.1.3.1");
            assert!(content.inner.is_empty(), "3.1.1.2: escaped");
            for attribute in ["href=\"", "src=\""] {
                for (at, _) in content.text.match_indices(attribute) {
                    let address = content.text[at + attribute.len()..]
                        .split('"')
                        .next()
                        .unwrap_or_default();
                    assert!(
                        is_iri(&address.replace("&amp;", "&")),
                        "an absolute address: {address}"
                    );
                }
            }
        }
    }
}

/// RFC 5545: lines (3.1), nesting (3.4), the properties of a calendar (3.6) and an event (3.6.1).
fn is_calendar(text: &str) -> usize {
    assert!(text.ends_with("\r\n"), "3.1");
    let mut lines: Vec<String> = Vec::new();
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "3.1: {} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "3.1: no bare line break");
        assert!(
            !line.chars().any(|c| c.is_control() && c != '\t'),
            "3.3.11: {line:?}"
        );
        match line.strip_prefix(' ') {
            Some(rest) => lines
                .last_mut()
                .expect("3.1: a line to go on with")
                .push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    let mut open: Vec<(String, BTreeMap<String, usize>)> = Vec::new();
    let (mut events, mut uids) = (0, BTreeSet::new());
    let (mut start, mut end) = (String::new(), None);
    for line in &lines {
        let (name, value) = line.split_once(':').expect("3.1: a name and a value");
        let name = name.split(';').next().expect("a name");
        assert!(
            name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-'),
            "3.1: {name}"
        );
        match name {
            "BEGIN" => open.push((value.to_owned(), BTreeMap::new())),
            "END" => {
                let (component, said) = open.pop().expect("3.4: something is open");
                assert_eq!(component, value, "3.4");
                let wanted: &[&str] = match value {
                    "VCALENDAR" => &["PRODID", "VERSION"],
                    "VEVENT" => &["UID", "DTSTAMP", "DTSTART", "SUMMARY"],
                    _ => &[],
                };
                for property in wanted {
                    assert_eq!(said.get(*property), Some(&1), "3.6: {property} of {value}");
                }
                if value == "VEVENT" {
                    events += 1;
                    let end: Option<String> = end.take();
                    assert!(end.is_none_or(|end| end > start), "3.8.2.2: after {start}");
                }
            }
            property => {
                let (_, said) = open.last_mut().expect("3.4: within a calendar");
                let times = said.entry(property.to_owned()).or_default();
                *times += 1;
                let once = !matches!(
                    property,
                    "CATEGORIES" | "COMMENT" | "ATTENDEE" | "RELATED-TO"
                );
                assert!(!once || *times == 1, "3.6.1: {property} is there once");
                match property {
                    "UID" => assert!(uids.insert(value.to_owned()), "3.8.4.7: {value}"),
                    "DTSTART" => value.clone_into(&mut start),
                    "DTEND" => end = Some(value.to_owned()),
                    "SUMMARY" | "DESCRIPTION" => {
                        let bare = value
                            .replace("\\\\", "")
                            .replace("\\;", "")
                            .replace("\\,", "")
                            .replace("\\n", "");
                        assert!(!bare.contains(['\\', ';', ',']), "3.3.11: {value}");
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(open.is_empty(), "3.4");
    events
}

#[test]
fn every_feed_and_calendar_of_the_fixtures_keeps_the_rules() {
    let (mut feeds, mut events) = (0, 0);
    for name in SITES {
        let outcome = SiteTest::fixture(name).build();
        for (route, bytes) in &outcome.files {
            let text = || std::str::from_utf8(bytes).expect("text");
            let is_feed =
                route.ends_with("feed.xml") || route.contains("feed/") && route.ends_with(".xml");
            let held = std::panic::catch_unwind(|| match route {
                _ if is_feed => {
                    is_atom(text());
                    (1, 0)
                }
                route if route.ends_with(".ics") => (0, is_calendar(text())),
                _ => (0, 0),
            });
            let Ok((feed, calendar)) = held else {
                panic!("{name}: {route}");
            };
            feeds += feed;
            events += calendar;
        }
    }
    assert!(feeds > 40 && events > 10, "{feeds} feeds, {events} events");
}

#[test]
fn what_breaks_a_rule_is_seen() {
    let feed = "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><id>tag:a,2025:a</id><title>A</title><updated>2025-01-01T00:00:00Z</updated><author><name>A</name></author><link rel=\"self\" href=\"https://a.example/feed.xml\"/><link rel=\"alternate\" href=\"https://a.example/\"/></feed>";
    is_atom(feed);
    for (from, to) in [
        ("<id>tag:a,2025:a</id>", ""),
        ("tag:a,2025:a", "a"),
        ("<title>A</title>", "<title>A</title><title>B</title>"),
        ("2025-01-01T00:00:00Z", "2025-01-01"),
        ("https://a.example/\"", "/\""),
        ("rel=\"self\"", "rel=\"via\""),
        ("</feed>", "<entry/></feed>"),
        ("<name>A</name>", "<name> </name>"),
    ] {
        let broken = feed.replace(from, to);
        assert!(
            std::panic::catch_unwind(|| is_atom(&broken)).is_err(),
            "{from}: {to}"
        );
    }
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20250101T000000Z\r\nDTSTART;VALUE=DATE:20250101\r\nDTEND;VALUE=DATE:20250102\r\nSUMMARY:a\\, b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(is_calendar(calendar), 1);
    for (from, to) in [
        ("\r\n", "\n"),
        ("UID:1\r\n", ""),
        ("20250102", "20250101"),
        ("a\\, b", "a, b"),
        ("END:VEVENT\r\n", ""),
        ("SUMMARY:a", &format!("SUMMARY:{}", "a".repeat(80))),
    ] {
        let broken = calendar.replace(from, to);
        assert!(
            std::panic::catch_unwind(|| is_calendar(&broken)).is_err(),
            "{from}: {to}"
        );
    }
}
