//! The languages of the interface: whole, in no other language, and their dates in words.

use std::collections::{BTreeMap, BTreeSet};

use dateline::content::date::EventDate;
use dateline::messages::{Arg, Catalogs, EMBEDDED, Messages};
use dateline::view::date_text;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// The plural forms that each language has for whole numbers below a million (CLDR).
fn plural_forms(language: &str) -> &'static [&'static str] {
    match language {
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        "he" => &["one", "two", "other"],
        "ru" => &["one", "few", "many", "other"],
        "id" | "ja" | "zh" => &["other"],
        _ => &["one", "other"],
    }
}

/// Words that stand in Latin letters in every script: names, and what they are written in.
pub(crate) const NAMES: [&str; 20] = [
    "III",
    "Atom",
    "GitHub",
    "JavaScript",
    "giscus",
    "app",
    "UTC",
    "BC",
    "AD",
    "CSV",
    "HTML",
    "SVG",
    "PNG",
    "JSON",
    "Feed",
    "Schema",
    "TimelineJS",
    // The name of a file.
    "timeline",
    "json",
    // Of `example.org`.
    "example",
];

/// Words that a language in Latin letters writes as English does, from the same root or borrowed.
const SAME: [(&str, &[&str]); 5] = [
    (
        "de",
        &[
            "Status",
            "Organisation",
            "Person",
            "April",
            "August",
            "September",
            "November",
            "Jan",
            "Feb",
            "Apr",
            "Aug",
            "Nov",
        ],
    ),
    ("es", &["total", "Marginal"]),
    (
        "fr",
        &[
            "Important",
            "Note",
            "Source",
            "Sources",
            "Correction",
            "Corrections",
            "Importance",
            "Organisation",
            "Organisations",
            "Opinion",
            "Pages",
            "page",
            "Date",
            "publication",
            "total",
            "six",
            "Notable",
        ],
    ),
    (
        "id",
        &[
            "Data",
            "Status",
            "April",
            "September",
            "November",
            "Jan",
            "Feb",
            "Mar",
            "Apr",
            "Jun",
            "Jul",
            "Sep",
            "Nov",
            "Email",
            "Tag",
        ],
    ),
    ("pt", &["total", "Tag", "Tags", "Marginal"]),
];

pub(crate) fn resource(language: &str) -> FluentResource {
    let mut all = EMBEDDED.iter();
    let (_, text) = all.find(|(l, _)| *l == language).expect("embedded");
    FluentResource::try_new((*text).to_owned()).expect("its grammar is right")
}

/// The messages of a language: id and pattern.
pub(crate) fn messages(resource: &FluentResource) -> BTreeMap<&str, &Pattern<&str>> {
    let all = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    });
    all.collect()
}

/// What a pattern says itself, with a space for each argument.
pub(crate) fn own_text(pattern: &Pattern<&str>, out: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { value }) => {
                    if !value.starts_with('\\') {
                        out.push_str(value);
                    }
                }
                Expression::Inline(_) => out.push(' '),
                Expression::Select { variants, .. } => {
                    for variant in variants {
                        out.push(' ');
                        own_text(&variant.value, out);
                    }
                }
            },
        }
    }
}

pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphabetic());
    parts.filter(|word| word.chars().count() > 2)
}

/// Calls `found` for the keys of every selector in a pattern.
fn selectors(pattern: &Pattern<&str>, found: &mut dyn FnMut(Vec<String>)) {
    for element in &pattern.elements {
        if let PatternElement::Placeable {
            expression: Expression::Select { variants, .. },
        } = element
        {
            found(
                variants
                    .iter()
                    .map(|variant| match variant.key {
                        VariantKey::Identifier { name } => name.to_owned(),
                        VariantKey::NumberLiteral { value } => value.to_owned(),
                    })
                    .collect(),
            );
            for variant in variants {
                selectors(&variant.value, found);
            }
        }
    }
}

#[test]
fn a_selector_of_plurals_has_all_forms_of_its_language() {
    let stands_for = |key: &str| match key {
        "0" => "zero".to_owned(),
        "1" => "one".to_owned(),
        "2" => "two".to_owned(),
        other => other.to_owned(),
    };
    let mut faults = Vec::new();
    for (language, _) in EMBEDDED {
        let forms = plural_forms(language);
        let resource = resource(language);
        for (id, pattern) in messages(&resource) {
            selectors(pattern, &mut |keys| {
                let plural = keys
                    .iter()
                    .any(|k| ["zero", "one", "two", "few", "many"].contains(&k.as_str()));
                let has: BTreeSet<String> = keys.iter().map(|key| stands_for(key)).collect();
                if plural && !forms.iter().all(|form| has.contains(*form)) {
                    faults.push(format!("{language}: {id}: {keys:?}"));
                }
            });
        }
    }
    assert_eq!(faults, [""; 0], "{}", faults.join("\n"));
}

#[test]
fn no_language_has_english_left_in_it() {
    let english = resource("en");
    let english = messages(&english);
    let mut left = Vec::new();
    for (language, _) in &EMBEDDED[1..] {
        let resource = resource(language);
        let same = SAME.iter().find(|(l, _)| l == language);
        for (id, pattern) in messages(&resource) {
            let (mut own, mut original) = (String::new(), String::new());
            own_text(pattern, &mut own);
            own_text(english[id], &mut original);
            match same {
                // Another script: each word in Latin letters is a name.
                None => {
                    let latin = |word: &&str| word.bytes().all(|b| b.is_ascii_alphabetic());
                    let strange = words(&own).filter(latin).filter(|w| !NAMES.contains(w));
                    left.extend(strange.map(|word| format!("{language}: {id}: {word}")));
                }
                Some((_, same)) => {
                    let known: Vec<&str> = words(&original).collect();
                    let own: Vec<&str> = words(&own).collect();
                    let fine = |word: &&str| NAMES.contains(word) || same.contains(word);
                    if own == known && !own.iter().all(fine) {
                        left.push(format!("{language}: \"{id}\""));
                    }
                }
            }
        }
    }
    assert_eq!(left, [""; 0], "{}", left.join("\n"));
}

/// A row of a table of dates: what is said, and what is expected of it.
struct Row<'a> {
    said: &'a str,
    words: Vec<&'a str>,
}

fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    let lines = table
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.map(|line| {
        let mut cells = line.split(" | ");
        let said = cells.next().expect("never empty");
        let words = cells.collect();
        Row { said, words }
    })
}

fn date(text: &str, zone: chrono_tz::Tz) -> EventDate {
    let (text, zone) = match text.split_once(" @ ") {
        Some((text, zone)) => (text, zone.parse().expect("a zone")),
        None => (text, zone),
    };
    EventDate::parse(text, zone).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

/// `what-expected-dated 2025-12`, `later-about weeks 3`, `promised 2026`, `entries 3`.
fn message(messages: &Messages, said: &str, zone: chrono_tz::Tz) -> String {
    let (id, rest) = said.split_once(' ').expect("a message and its argument");
    if id == "promised" {
        return messages.promised(Some(&date(rest, zone)), None);
    }
    if let Ok(count) = rest.parse::<u32>()
        && !id.ends_with("-dated")
    {
        return messages.with(id, &[("count", count.into())]);
    }
    if let Some((unit, count)) = rest.split_once(' ').filter(|(u, _)| u.ends_with('s')) {
        let count: u32 = count.parse().expect("a number");
        let figures = count.to_string();
        let word = match count {
            0..10 => messages.say(&format!("number-{count}")).to_owned(),
            _ => figures,
        };
        let case = messages.case(id, "length", "");
        let given = [
            ("count", count.into()),
            ("number", (&word).into()),
            ("case", case.into()),
        ];
        let length = messages.with(&format!("length-{unit}"), &given);
        let given = [
            ("length", (&length).into()),
            ("count", count.into()),
            ("unit", unit.into()),
        ];
        return messages.with(id, &given);
    }
    let (id, status) = id.split_once(':').unwrap_or((id, "status-expected"));
    let date = date(rest, zone);
    let words = messages.long_in(&date, messages.case(id, "date", ""));
    let given: [(&str, Arg<'_>); 3] = [
        ("date", (&words).into()),
        ("kind", date_text::kind(&date).into()),
        ("status", messages.say(status).into()),
    ];
    messages.with(id, &given)
}

#[test]
fn dates_are_in_the_words_that_readers_of_each_language_hold_to_be_right() {
    let catalogs = Catalogs::embedded();
    let mut wrong = Vec::new();
    for (language, zone, table) in [
        ("ar", "Asia/Riyadh", include_str!("dates_in_words/ar.txt")),
        ("de", "Europe/Berlin", include_str!("dates_in_words/de.txt")),
        ("en", "Europe/London", include_str!("dates_in_words/en.txt")),
        ("es", "Europe/Madrid", include_str!("dates_in_words/es.txt")),
        ("fr", "Europe/Paris", include_str!("dates_in_words/fr.txt")),
        (
            "he",
            "Asia/Jerusalem",
            include_str!("dates_in_words/he.txt"),
        ),
        ("hi", "Asia/Kolkata", include_str!("dates_in_words/hi.txt")),
        ("id", "Asia/Jakarta", include_str!("dates_in_words/id.txt")),
        ("ja", "Asia/Tokyo", include_str!("dates_in_words/ja.txt")),
        (
            "pt",
            "America/Sao_Paulo",
            include_str!("dates_in_words/pt.txt"),
        ),
        ("ru", "Europe/Moscow", include_str!("dates_in_words/ru.txt")),
        ("zh", "Asia/Shanghai", include_str!("dates_in_words/zh.txt")),
    ] {
        let zone: chrono_tz::Tz = zone.parse().expect("a zone");
        let messages = catalogs.of(language).expect("embedded");
        for Row { said, words } in rows(table) {
            let says = match words.as_slice() {
                [_] => vec![message(messages, said, zone)],
                _ => {
                    let date = date(said, zone);
                    vec![messages.long(&date), messages.short(&date)]
                }
            };
            if says != words {
                wrong.push(format!("{language}: {said}: {says:?}, expected {words:?}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
}

#[test]
fn dates_are_in_words_that_a_second_reader_wrote_before_seeing_them() {
    let catalogs = Catalogs::embedded();
    let plain = |words: String| {
        let spaces = words.replace(['\u{a0}', '\u{202f}'], " ");
        spaces.replace(
            |c| matches!(c, '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2069}'),
            "",
        )
    };
    let mut wrong = Vec::new();
    for (language, table) in [
        ("ar", include_str!("dates_read_again/ar.txt")),
        ("de", include_str!("dates_read_again/de.txt")),
        ("en", include_str!("dates_read_again/en.txt")),
        ("es", include_str!("dates_read_again/es.txt")),
        ("fr", include_str!("dates_read_again/fr.txt")),
        ("he", include_str!("dates_read_again/he.txt")),
        ("hi", include_str!("dates_read_again/hi.txt")),
        ("id", include_str!("dates_read_again/id.txt")),
        ("ja", include_str!("dates_read_again/ja.txt")),
        ("pt", include_str!("dates_read_again/pt.txt")),
        ("ru", include_str!("dates_read_again/ru.txt")),
        ("zh", include_str!("dates_read_again/zh.txt")),
    ] {
        let messages = catalogs.of(language).expect("embedded");
        for Row { said, words } in rows(table) {
            let says = match (said.parse(), said.split_once(' ')) {
                (Ok(day), _) => messages.day(day),
                (_, Some(_)) => message(messages, said, chrono_tz::UTC),
                (_, None) => messages.long(&date(said, chrono_tz::UTC)),
            };
            let says = plain(says);
            if !words.contains(&says.as_str()) {
                wrong.push(format!(
                    "{language}: {said}: {says}, expected one of {words:?}"
                ));
            }
        }
    }
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
}

#[test]
fn french_marks_begin_no_line() {
    let (_, french) = EMBEDDED.iter().find(|(l, _)| *l == "fr").expect("French");
    let lines = french.lines().filter(|line| !line.starts_with('#'));
    let texts = lines.map(|line| line.split_once(" = ").map_or(line, |(_, text)| text));
    let marks = [" : ", " ;", " ? ", " !", " »", "« "];
    let alone = |text: &&str| {
        let ends = text.ends_with(" :") || text.ends_with(" ?");
        ends || marks.iter().any(|mark| text.contains(mark))
    };
    let left: Vec<&str> = texts.filter(alone).collect();
    assert_eq!(left, [""; 0], "{}", left.join("\n"));
}
