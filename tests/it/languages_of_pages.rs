//! No word of another language stands on a site in one language but names and content: on pages, in
//! what scripts say, in feeds, calendars, data, and the mail that tells what is new.

use std::collections::{BTreeMap, BTreeSet};

use dateline::messages::EMBEDDED;
use serde_json::Value;

use crate::html::{self, Piece};
use crate::languages::{NAMES, messages, own_text, resource, words};
use crate::project::Project;
use crate::site_test::{Outcome, SiteTest};

/// The fixture site in a language; drafts are shown, so that their banner is.
fn fixture(language: &str) -> SiteTest {
    SiteTest::fixture("languages")
        .site(&site_yaml(language))
        .article(
            "unready.md",
            "---\ntitle: Unvelt\ndate: 2025-09-09\ndraft: true\n---\nVulk.\n",
        )
        .settings(|settings| settings.drafts = true)
}

fn site_yaml(language: &str) -> String {
    let site = include_str!("../sites/languages/site.yaml");
    let features = "features: {markdown: true, embeds: true, entry_embeds: true, charts: true}";
    format!("{site}language: {language}\n{features}\n")
}

/// Keys of JSON whose values readers see: of what scripts say, feeds, data, and structured data.
const FOR_READERS: [&str; 16] = [
    "title",
    "name",
    "headline",
    "alternativeHeadline",
    "description",
    "abstract",
    "caption",
    "text",
    "summary",
    "by",
    "display_date",
    "content_html",
    "articleSection",
    "home_page_title",
    "label",
    "genre",
];

/// Calls `out` for each text of a value that readers see. `whole`: every text is one.
fn spoken(value: &Value, whole: bool, out: &mut Vec<String>) {
    match value {
        Value::String(text) if whole => out.push(seen(text)),
        Value::Array(items) => {
            for item in items {
                spoken(item, whole, out);
            }
        }
        Value::Object(pairs) => {
            for (key, value) in pairs {
                // The schema's own words are for programs.
                spoken(value, whole || FOR_READERS.contains(&key.as_str()), out);
            }
        }
        _ => {}
    }
}

/// What a reader of a page or of a piece of HTML sees or hears, or what a script tells him,
/// without addresses.
fn seen(page: &str) -> String {
    let mut out = Vec::new();
    let mut within: Option<String> = None;
    for piece in html::pieces(page) {
        match piece {
            Piece::Open(tag) => {
                let is_script = ["script", "style", "code"].contains(&tag.name.as_str());
                if is_script && within.is_none() {
                    within = Some(match tag.attribute("type") {
                        Some(kind) if kind.ends_with("json") => "json".to_owned(),
                        _ => tag.name.clone(),
                    });
                }
                out.extend(heard(&tag));
            }
            Piece::Close(name) => {
                if ["script", "style", "code"].contains(&name.as_str()) {
                    within = None;
                }
            }
            Piece::Text(text) => match within.as_deref() {
                None => out.push(text),
                Some("json") => {
                    let value = serde_json::from_str(&text).expect("JSON");
                    spoken(&value, false, &mut out);
                }
                Some(_) => {}
            },
        }
    }
    out.join("\n")
}

/// What the attributes of a tag say to readers.
fn heard(tag: &html::Tag) -> Vec<String> {
    let mut out = Vec::new();
    for (name, value) in &tag.attributes {
        let meta = || {
            let of = tag.attribute("name").or(tag.attribute("property"));
            of.is_some_and(|of| {
                ["description", "title", ":alt"]
                    .iter()
                    .any(|end| of.ends_with(end))
            })
        };
        match name.as_str() {
            "alt"
            | "aria-label"
            | "aria-description"
            | "aria-roledescription"
            | "placeholder"
            | "title"
            | "label"
            | "data-label"
            | "data-title" => out.push(value.clone()),
            "content" if tag.name == "meta" && meta() => out.push(value.clone()),
            name if name.starts_with("data-") && name.ends_with("words")
                || name == "data-dates" =>
            {
                let said = serde_json::from_str(value).unwrap_or(Value::String(value.clone()));
                spoken(&said, true, &mut out);
            }
            _ => {}
        }
    }
    // Scripts put texts in place of `{name}`.
    let filled = |text: String| {
        let parts = text.split('{').enumerate();
        let own = parts.map(|(n, part)| match n {
            0 => part,
            _ => part.split_once('}').map_or(part, |(_, rest)| rest),
        });
        own.collect::<String>()
    };
    out.into_iter().map(filled).collect()
}

/// The lines of a calendar that are shown, unfolded.
fn shown_in_calendar(text: &str) -> String {
    let unfolded = text.replace("\r\n ", "");
    let shown = |line: &&str| {
        [
            "NAME",
            "X-WR-CALNAME",
            "SUMMARY",
            "DESCRIPTION",
            "COMMENT",
            "LOCATION",
        ]
        .iter()
        .any(|name| line.starts_with(name))
    };
    let values = unfolded.lines().filter(shown);
    let values = values.filter_map(|line| Some(line.split_once(':')?.1.replace("\\n", "\n")));
    values.collect::<Vec<_>>().join("\n")
}

/// An article as Markdown without what is for programs: its head, the marks of alerts, the names of
/// footnotes.
fn twin(text: &str) -> String {
    let (_, body) = text[3..].split_once("\n---\n").expect("a head");
    let lines = body.lines().filter(|line| !line.starts_with("> [!"));
    let body = lines.collect::<Vec<_>>().join("\n");
    let parts = body.split("[^").enumerate();
    let said = parts.map(|(n, part)| match n {
        0 => part,
        _ => part.split_once(']').map_or(part, |(_, said)| said),
    });
    said.collect()
}

/// What a file of the site says to readers; `None` if it says nothing, or only to programs.
fn said_by(route: &str, text: &str) -> Option<String> {
    let ending = route.rsplit('.').next().unwrap_or_default();
    Some(match ending {
        "html" | "svg" => seen(text),
        "md" => twin(text),
        "xml" if route.ends_with("feed.xml") => {
            let inner: Vec<String> = html::pieces(text)
                .into_iter()
                .filter_map(|piece| match piece {
                    // The text of an article is HTML within.
                    Piece::Text(text) => Some(seen(&text)),
                    _ => None,
                })
                .collect();
            inner.join("\n")
        }
        "json" if route.ends_with("schema.json") || route.starts_with("search/") => return None,
        "json" => {
            let mut out = Vec::new();
            let value = serde_json::from_str(text).expect("JSON");
            spoken(&value, false, &mut out);
            out.join("\n")
        }
        "ics" => shown_in_calendar(text),
        // The first line names the columns for programs.
        "csv" if route == "lanes.csv" => text.split_once('\n')?.1.to_owned(),
        "txt" if route == "llms.txt" => text.to_owned(),
        _ => return None,
    })
}

/// Addresses are in no language.
fn without_addresses(text: &str) -> String {
    let words = text.split([' ', '\n', '(', ')', '[', ']']);
    let words = words.filter(|word| {
        !word.contains("://") && !word.contains("example.org") && !word.starts_with("data/")
    });
    words.collect::<Vec<_>>().join("\n")
}

/// The words of English that are not among those of a language, with their message.
struct Strangers {
    english: BTreeMap<String, String>,
}

impl Strangers {
    fn new() -> Self {
        let english = resource("en");
        let mut known = BTreeMap::new();
        for (id, pattern) in messages(&english) {
            let mut text = String::new();
            own_text(pattern, &mut text);
            known.extend(words(&text).map(|w| (w.to_lowercase(), id.to_owned())));
        }
        Self { english: known }
    }

    fn in_text(&self, own: &BTreeSet<String>, text: &str) -> Vec<String> {
        let text = without_addresses(text);
        let strange = words(&text).filter_map(|word| {
            let small = word.to_lowercase();
            let id = self.english.get(&small)?;
            let fine = own.contains(&small) || NAMES.contains(&word);
            (!fine).then(|| format!("{word} ({id})"))
        });
        strange.collect()
    }
}

/// The words of a language, in small letters.
fn own_words(language: &str) -> BTreeSet<String> {
    let resource = resource(language);
    let mut own = String::new();
    for pattern in messages(&resource).values() {
        own_text(pattern, &mut own);
        own.push(' ');
    }
    words(&own.to_lowercase()).map(str::to_owned).collect()
}

fn files(outcome: &Outcome) -> impl Iterator<Item = (&str, &str)> {
    let texts = outcome.files.iter();
    texts.filter_map(|(route, bytes)| Some((route.as_str(), std::str::from_utf8(bytes).ok()?)))
}

/// One route of every kind of page and file that says something to readers.
const KINDS: [&str; 50] = [
    "404.html",
    "2025/12/index.html",
    "2025/index.html",
    "authors/sarel/index.html",
    "certainty/index.html",
    "certainty/reported/index.html",
    "compare/brenzo-fendrix/brenzo-fendrix.svg",
    "compare/brenzo-fendrix/index.html",
    "corrections-policy/index.html",
    "corrections/feed.json",
    "corrections/feed.xml",
    "corrections/index.html",
    "data/changes.json",
    "data/entries.json",
    "data/index.html",
    "data/timeline.json",
    "embed/organisations/brenzo/index.html",
    "embed/stories/yarrok/index.html",
    "embed/tralund/index.html",
    "embed/tralund/lumvek/index.html",
    "expected.ics",
    "expected/index.html",
    "expected/slips.svg",
    "explore/index.html",
    "feed.json",
    "feed.xml",
    "feeds/index.html",
    "index.html",
    "lanes.csv",
    "lanes/index.html",
    "lanes/lanes.svg",
    "llms.txt",
    "new/index.html",
    "on-this-day/12-20/index.html",
    "on-this-day/index.html",
    "organisations/brenzo/expected.ics",
    "organisations/brenzo/feed.xml",
    "organisations/brenzo/index.html",
    "organisations/brenzo/timeline.json",
    "organisations/index.html",
    "stances/index.html",
    "stances/velk/index.html",
    "status/index.html",
    "stories/index.html",
    "stories/yarrok/index.html",
    "stories/yarrok/yarrok.svg",
    "tralund/index.html",
    "tralund/index.html.md",
    "xandrik/index.html",
    "zorvex.html",
];

#[test]
fn each_page_and_file_of_a_site_is_in_its_language() {
    let strangers = Strangers::new();
    let mut left = BTreeSet::new();
    let mut counts = BTreeMap::new();
    for (language, _) in EMBEDDED {
        let outcome = fixture(language).build();
        assert_eq!(outcome.found.warnings(), [""; 0], "{language}");
        for route in KINDS {
            assert!(outcome.has(route), "{language}: no {route}");
        }
        // Parts that only some pages have.
        for (route, part) in [
            ("expected/index.html", "dl:slips-wt"),
            ("tralund/index.html", "data-choose-look"),
            ("tralund/index.html", "after share"),
            ("tralund/index.html", "giscus"),
            ("zarvol/index.html", "figcaption"),
            ("zarvol/index.html", "hreflang=\"tlh\""),
            ("unready/index.html", "<p class=\"banner\">"),
            ("lanes/index.html", "<svg"),
            ("stories/yarrok/index.html", "<svg"),
            ("compare/brenzo-fendrix/index.html", "<svg"),
        ] {
            assert!(
                outcome.text(route).contains(part),
                "{language}: {route}: {part}"
            );
        }
        counts.insert(language, outcome.files.len());
        let own = own_words(language);
        for (route, text) in files(&outcome).filter(|_| language != "en") {
            if let Some(said) = said_by(route, text) {
                let found = strangers.in_text(&own, &said).into_iter();
                left.extend(found.map(|word| format!("{language}: {route}: {word}")));
            }
        }
    }
    assert_eq!(left, BTreeSet::new(), "{left:#?}");
    let all: BTreeSet<usize> = counts.values().copied().collect();
    assert!(all.len() == 1, "{counts:?}");
}

#[test]
fn what_the_test_of_languages_looks_at_is_what_readers_see() {
    let page = "<html><head><title>Search</title><meta name=\"description\" content=\"Timeline\">\
        <script type=\"application/ld+json\">{\"@type\":\"Thing\",\"name\":\"Sources\"}</script></head>\
        <body data-words='{\"a\":\"Clear all\"}'><select><option label=\"Dark\">Light</option></select>\
        <svg><title>Published</title></svg><code>expected</code>\
        <script>const later = 1;</script><a href=\"/related/\" aria-label=\"Share\">x</a></body></html>";
    let told = Strangers::new().in_text(&BTreeSet::new(), &seen(page));
    for word in [
        "Search",
        "Timeline",
        "Sources",
        "Clear",
        "Dark",
        "Light",
        "Published",
        "Share",
    ] {
        assert!(told.iter().any(|t| t.starts_with(word)), "{word}: {told:?}");
    }
    for word in ["expected", "later", "related"] {
        assert!(
            !told.iter().any(|t| t.starts_with(word)),
            "{word}: {told:?}"
        );
    }
    let calendar = "BEGIN:VEVENT\r\nSUMMARY;LANGUAGE=ar:Expec\r\n ted\r\nSTATUS:CANCELLED\r\n";
    assert_eq!(shown_in_calendar(calendar), "Expected");
}

#[test]
fn the_mail_of_what_is_new_is_in_the_language_of_the_site() {
    let strangers = Strangers::new();
    let project = Project::fixture("languages");
    let mut left = BTreeSet::new();
    for (language, _) in &EMBEDDED[1..] {
        project.write("site.yaml", site_yaml(language));
        let own = own_words(language);
        for line in [
            "digest --since 2025-12-01 --now 2026-01-15",
            "digest --since 2025-12-01 --now 2026-01-15 --as html",
            "digest --since 2026-01-14 --now 2026-01-15",
        ] {
            let ran = project.run(line).code(0);
            assert!(ran.out.contains("Kvantrel"), "{}", ran.out);
            let text = match ran.out.starts_with('<') {
                true => seen(&ran.out),
                false => ran.out,
            };
            let found = strangers.in_text(&own, &text).into_iter();
            left.extend(found.map(|word| format!("{language}: {line}: {word}")));
        }
    }
    assert_eq!(left, BTreeSet::new(), "{left:#?}");
}
