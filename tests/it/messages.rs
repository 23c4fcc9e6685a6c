//! The words of the interface: complete, used, and the site's own where it brings them.

use std::collections::BTreeSet;

use dateline::messages::{EMBEDDED, arguments};
use dateline::render::templates::THEME;
use fluent_bundle::FluentResource;

use crate::goldens::Goldens;
use crate::site_test::{SITE, SiteTest, files_below};

/// Id, arguments, arguments to choose from, arguments that are needed.
type Message = (String, BTreeSet<String>, BTreeSet<String>, BTreeSet<String>);

fn messages(language: &str) -> Vec<Message> {
    let (_, text) = EMBEDDED
        .iter()
        .find(|(l, _)| *l == language)
        .expect("embedded");
    let resource = FluentResource::try_new((*text).to_owned()).expect("its grammar is right");
    let own = |set: BTreeSet<&str>| set.into_iter().map(str::to_owned).collect();
    arguments(&resource)
        .into_iter()
        .map(|m| (m.id.to_owned(), own(m.used), own(m.named), own(m.needed)))
        .collect()
}

/// The English messages, with all arguments that they are given.
pub fn english() -> Vec<(String, BTreeSet<String>)> {
    messages("en")
        .into_iter()
        .map(|(id, used, named, _)| (id, used.union(&named).cloned().collect()))
        .collect()
}

#[test]
fn each_language_has_the_same_messages_with_the_same_arguments() {
    let english = messages("en");
    for (language, _) in EMBEDDED {
        let own = messages(language);
        let ids = |list: &[Message]| list.iter().map(|m| m.0.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&own), ids(&english), "{language}");
        for ((id, used, ..), (_, wanted, offered, needed)) in own.iter().zip(&english) {
            let all: BTreeSet<String> = wanted.union(offered).cloned().collect();
            assert!(used.is_subset(&all), "{language}: {id}: {used:?}");
            assert!(needed.is_subset(used), "{language}: {id}: {needed:?}");
        }
    }
}

/// Whole words of what stands in quotes in the sources.
fn quoted() -> BTreeSet<String> {
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    for (path, bytes) in files_below(&source) {
        let code = ["messages/", "view/", "pages/", "render/"]
            .iter()
            .any(|folder| path.starts_with(folder));
        if code && !path.ends_with("tests.rs") {
            let text = String::from_utf8(bytes).expect("source is text");
            for line in text.lines().filter(|l| !l.trim_start().starts_with("//")) {
                found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
            }
        }
    }
    found
}

#[test]
fn every_message_is_used_and_every_one_that_is_used_exists() {
    let quoted = quoted();
    let (mut fields, mut asked) = (BTreeSet::new(), BTreeSet::new());
    let name = |rest: &str, more: char| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == more));
        rest[..end.unwrap_or(rest.len())].to_owned()
    };
    for (_, text) in THEME {
        fields.extend(text.split("words.").skip(1).map(|rest| name(rest, '_')));
        for call in ["word(id=\"", "phrase(id=\""] {
            asked.extend(text.split(call).skip(1).map(|rest| name(rest, '-')));
        }
    }
    fields.remove("");
    let english = english();
    for (id, _) in &english {
        let used =
            quoted.contains(id) || asked.contains(id) || fields.contains(&id.replace('-', "_"));
        assert!(used, "`{id}` is used nowhere");
    }
    let there: BTreeSet<&str> = english.iter().map(|(id, _)| id.as_str()).collect();
    for id in &asked {
        assert!(there.contains(id.as_str()), "`{id}` is asked for");
    }
    for field in &fields {
        let id = field.replace('_', "-");
        assert!(there.contains(id.as_str()), "`words.{field}` is asked for");
    }
}

const ARTICLE: &str = "---\ntitle: One\ndate: 2025-12-09\n---\nText.\n";

#[test]
fn a_site_replaces_one_message() {
    let outcome = SiteTest::new()
        .article("one.md", ARTICLE)
        .file("templates/words/en.ftl", "skip = Skip it\n")
        .build();
    let page = outcome.text("one/index.html");
    assert!(page.contains(">Skip it</a>"), "{page}");
    assert!(page.contains("Tuesday 9 December 2025"), "{page}");
}

#[test]
fn a_site_adds_a_language_by_one_file() {
    let test = SiteTest::new()
        .site(&format!("{SITE}language: it-CH\n"))
        .article("one.md", ARTICLE)
        .file(
            "templates/words/it.ftl",
            "month-in-date-12 = dicembre\nweekday-2 = martedì\n\
             date-day = { $day } { $month } { $year }\ndate-weekday = { $weekday } { $date }\n",
        );
    let outcome = test.build();
    let page = outcome.text("one/index.html");
    assert!(page.contains("martedì 9 dicembre 2025"), "{page}");
    assert!(page.contains("Skip to content"), "what it lacks is English");
    let told = test.check().text;
    assert_eq!(told.matches("missing-words").count(), 1, "{told}");
    assert!(told.contains("`skip`"), "{told}");
}

#[test]
fn faults_of_a_words_file_have_their_places() {
    let told = SiteTest::new()
        .article("one.md", ARTICLE)
        .file(
            "templates/words/en.ftl",
            "skipp = Skip\npart-of = { $numer } of { $count }\nnonsense\n",
        )
        .file("templates/words/klingon language.ftl", "skip = x\n")
        .check()
        .text;
    for part in ["bad-words", "bad-words-file", "templates/words/en.ftl:3"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let told = SiteTest::new()
        .article("one.md", ARTICLE)
        .file(
            "templates/words/en.ftl",
            "skipp = Skip\npart-of = { $numer } of { $count }\n",
        )
        .check()
        .text;
    for part in ["did you mean `skip`?", "did you mean `$number`?"] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

/// A text with everything that gets a label: sections, a citation, a footnote, alerts.
const LABELLED: &str = "## Part\n\nSaid[^wire], and noted[^n].\n\n> [!NOTE]\n> A.\n\n> [!TIP]\n> B.\n\n\
    > [!IMPORTANT]\n> C.\n\n> [!WARNING]\n> D.\n\n> [!CAUTION]\n> E.\n\n[^n]: A note.\n";

const ENGLISH_LABELS: [&str; 10] = [
    "aria-label=\"Link to this section\"",
    "aria-label=\"Source 1\"",
    "aria-label=\"Footnote 1\"",
    "aria-label=\"Footnotes\"",
    "aria-label=\"Back to the text\"",
    ">Note</p>",
    ">Tip</p>",
    ">Important</p>",
    ">Warning</p>",
    ">Caution</p>",
];

const INDONESIAN_LABELS: [&str; 10] = [
    "aria-label=\"Tautan ke bagian ini\"",
    "aria-label=\"Sumber 1\"",
    "aria-label=\"Catatan kaki 1\"",
    "aria-label=\"Catatan kaki\"",
    "aria-label=\"Kembali ke teks\"",
    ">Catatan</p>",
    ">Tips</p>",
    ">Penting</p>",
    ">Peringatan</p>",
    ">Hati-hati</p>",
];

fn labelled(site: &str, keys: &str) -> SiteTest {
    let article = format!(
        "---\ntitle: One\ndate: 2025-12-09\npublished: 2025-12-09\n\
         sources: [{{id: wire, title: The wire, date: 2025-12-09}}]\n{keys}---\n{LABELLED}"
    );
    let test = SiteTest::new().site(&format!("{SITE}{site}"));
    test.article("one.md", &article)
}

fn holds_all(text: &str, labels: &[&str]) {
    for label in labels {
        assert!(text.contains(label), "{label}: {text}");
    }
}

#[test]
fn labels_within_a_text_are_in_the_language_of_the_page() {
    for (site, keys, labels) in [
        ("", "", ENGLISH_LABELS),
        ("language: id\n", "", INDONESIAN_LABELS),
        ("language: id\n", "lang: en\n", ENGLISH_LABELS),
        ("", "lang: id\n", INDONESIAN_LABELS),
        ("", "lang: xx\n", ENGLISH_LABELS),
    ] {
        let outcome = labelled(site, keys).build();
        holds_all(outcome.text("one/index.html"), &labels);
    }
}

#[test]
fn labels_within_a_feed_are_in_the_language_of_the_site() {
    for (site, keys, labels) in [
        ("", "lang: id\n", ENGLISH_LABELS),
        ("language: id\n", "lang: en\n", INDONESIAN_LABELS),
    ] {
        let outcome = labelled(site, keys).build();
        let feed = outcome.text("feed.xml").replace("&quot;", "\"");
        let feed = feed.replace("&lt;", "<").replace("&gt;", ">");
        // Its sections have no links.
        let [section, others @ ..] = &labels;
        assert!(!feed.contains(section), "{section}: {feed}");
        holds_all(&feed, others);
    }
}

#[test]
fn a_site_replaces_a_label_within_a_text() {
    let test = labelled("", "");
    let before = test.build().text("one/index.html").to_owned();
    let test = test.file(
        "templates/words/en.ftl",
        "section-link = Jump \"here\" <now>\ncited-source = See { $number } & on\nalert-tip = A <b>tip</b>\n",
    );
    let outcome = test.build();
    let page = outcome.text("one/index.html");
    for part in [
        "aria-label=\"Jump &quot;here&quot; &lt;now&gt;\"",
        "aria-label=\"See 1 &amp; on\"",
        ">A &lt;b&gt;tip&lt;/b&gt;</p>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
        assert!(!before.contains(part), "{part}");
    }
}

#[test]
fn an_interface_is_written_from_right_to_left() {
    let outcome = SiteTest::new()
        .site(&format!("{SITE}language: fa\n"))
        .article("one.md", ARTICLE)
        .build();
    let page = outcome.text("one/index.html");
    assert!(page.contains("<html lang=\"fa\" dir=\"rtl\">"), "{page}");
    // English words, for want of Persian ones, keep their order.
    assert!(page.contains("\u{2066}Timeline\u{2069}"), "{page}");
    let day = page
        .split_once("datetime=\"2025-12-09\">")
        .expect("a day")
        .1;
    let day = day.split_once("</time>").expect("its end").0;
    assert!(
        day.starts_with('\u{2066}') && day.ends_with('\u{2069}'),
        "{day}"
    );
    let plain = day.replace(['\u{2066}', '\u{2069}'], "");
    let in_english = |word: &str| format!("<span lang=\"en\" dir=\"ltr\">{word}</span>");
    let (weekday, month) = (in_english("Tuesday"), in_english("December"));
    assert_eq!(plain, format!("{weekday} 9 {month} 2025"));
    let english = SiteTest::new().article("one.md", ARTICLE).build();
    let page = english.text("one/index.html");
    assert!(page.contains("Tuesday 9 December 2025") && !page.contains('\u{2066}'));
}

#[test]
fn a_site_in_indonesian() {
    let test = SiteTest::fixture("kabar");
    let outcome = test.build();
    let pages = [
        "index.html",
        "pelabuhan/index.html",
        "jembatan/index.html",
        "the-port/index.html",
        "expected/index.html",
        "corrections/index.html",
        "organisations/index.html",
        "404.html",
        "2025/index.html",
    ];
    let there: Vec<&str> = pages.into_iter().filter(|page| outcome.has(page)).collect();
    Goldens::of("kabar").texts(&outcome, there).hold();
    assert!(
        outcome
            .text("corrections/index.html")
            .contains("Koreksi – Kabar Sungai")
    );
    assert!(
        outcome
            .text("the-port/index.html")
            .contains("<html lang=\"en\">")
    );
}
