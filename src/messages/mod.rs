//! Messages of the interface (Fluent), by language.
//!
//! English and Indonesian are embedded. A site's own `templates/words/<lang>.ftl` replaces single
//! messages of a language, or adds a language; messages missing there come from its base language
//! (`pt` for `pt-BR`), then from English.

mod message;
mod number;
mod read;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use message::Piece;
pub use message::arguments;
use number::Grouping;
pub use read::Catalogs;

/// The embedded languages. English is first; every message id exists in it.
pub const EMBEDDED: [(&str, &str); 2] = [
    ("en", include_str!("../../templates/words/en.ftl")),
    ("id", include_str!("../../templates/words/id.ftl")),
];

/// Key under which the messages that templates see hold their language.
pub const LANGUAGE: &str = "language-of-words";

/// A language tag that stands for every language without messages that is written from right to
/// left.
const RIGHT_TO_LEFT: &str = "und-Hebr";

/// An argument of a message.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    Text(&'a str),
    /// A number of things, whose digits are grouped. A year is a text.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

/// `LOWER($label)` in a message: the text in small letters.
fn lower<'a>(args: &[FluentValue<'a>]) -> FluentValue<'a> {
    match args {
        [FluentValue::String(text)] => FluentValue::from(text.to_lowercase()),
        _ => FluentValue::Error,
    }
}

/// The messages of one language, ready to be formatted.
pub struct Messages {
    language: String,
    grouping: Grouping,
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Texts of the messages without arguments.
    plain: HashMap<String, String>,
    /// Messages whose arguments are inserted unchanged: split once, since dates are formatted
    /// often.
    patterns: HashMap<String, Vec<Piece>>,
    /// English messages, written from left to right, in an interface that is not.
    isolated: HashSet<String>,
    value: tera::Value,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.language)
    }
}

impl Messages {
    /// `own`: the messages of the language; the first that has a message wins, so the most general
    /// is last. Those of `english` replace what is missing there; `turned`: in a text that is
    /// written from right to left.
    fn new(
        language: &str,
        own: &[Arc<FluentResource>],
        english: &[Arc<FluentResource>],
        turned: bool,
    ) -> Self {
        let locale = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number::formatter(language)));
        bundle
            .add_function("LOWER", |args, _| lower(args))
            .expect("it has no other function");
        let mut plain: HashMap<String, String> = HashMap::new();
        let mut patterns = HashMap::new();
        let mut isolated = HashSet::new();
        let fallback = english.iter().rev().map(|resource| (resource, turned));
        for (resource, turned) in fallback.chain(own.iter().rev().map(|own| (own, false))) {
            bundle.add_resource_overriding(Arc::clone(resource));
            for (id, pattern) in message::messages(resource) {
                plain.remove(id);
                patterns.remove(id);
                isolated.remove(id);
                if turned && message::has_words(pattern) {
                    isolated.insert(id.to_owned());
                }
                match message::pieces(pattern) {
                    Some(pieces) if pieces.iter().all(|p| matches!(p, Piece::Text(_))) => {
                        let texts = pieces.into_iter().map(|piece| match piece {
                            Piece::Text(text) | Piece::Argument(text) => text,
                        });
                        plain.insert(id.to_owned(), texts.collect());
                    }
                    Some(pieces) => {
                        patterns.insert(id.to_owned(), pieces);
                    }
                    None => {}
                }
            }
        }
        for id in &isolated {
            if let Some(text) = plain.get_mut(id) {
                *text = isolate(text);
            }
        }
        let mut seen: BTreeMap<String, &str> = plain
            .iter()
            .map(|(id, text)| (id.replace('-', "_"), text.as_str()))
            .collect();
        // What `Catalogs::or_english` finds these messages by.
        let tag = if own.is_empty() && turned {
            RIGHT_TO_LEFT
        } else {
            language
        };
        seen.insert(LANGUAGE.to_owned(), tag);
        let value = tera::Value::from_serializable(&seen);
        Self {
            language: language.to_owned(),
            grouping: Grouping::of(language),
            bundle,
            plain,
            patterns,
            isolated,
            value,
        }
    }

    /// The language of the messages: a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Returns the messages without arguments for templates, with underscores instead of dashes in
    /// their ids.
    pub fn value(&self) -> &tera::Value {
        &self.value
    }

    /// Returns a number of things with its digits in groups: `1,917`.
    pub fn number(&self, number: i64) -> String {
        self.grouping.say(number)
    }

    /// Returns a message without arguments; its id if there is no such message.
    pub fn say<'a>(&'a self, id: &'a str) -> &'a str {
        debug_assert!(self.plain.contains_key(id), "no plain message `{id}`");
        self.plain.get(id).map_or(id, String::as_str)
    }

    /// Formats a message with arguments; returns its id if there is no such message.
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.try_with(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// Formats a message with arguments; `None` if there is no such message.
    pub fn try_with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let text = self.formatted(id, args)?;
        // Plain messages are isolated once.
        match self.isolated.contains(id) && !self.plain.contains_key(id) {
            true => Some(isolate(&text)),
            false => Some(text),
        }
    }

    fn formatted(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        if let Some(pieces) = self.patterns.get(id) {
            let mut out = String::with_capacity(32);
            for piece in pieces {
                match piece {
                    Piece::Text(text) => out.push_str(text),
                    Piece::Argument(name) => match args.iter().find(|(n, _)| n == name) {
                        Some((_, Arg::Text(text))) => out.push_str(text),
                        Some((_, Arg::Number(number))) => self.grouping.write(*number, &mut out),
                        None => {}
                    },
                }
            }
            return Some(out);
        }
        if let Some(text) = self.plain.get(id) {
            return Some(text.clone());
        }
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match *arg {
                Arg::Text(text) => FluentValue::from(text),
                Arg::Number(number) => FluentValue::from(number),
            };
            given.set(*name, value);
        }
        // Missing arguments were reported when the file was read.
        let said = self
            .bundle
            .format_pattern(pattern, Some(&given), &mut Vec::new());
        Some(said.into_owned())
    }
}

/// Marks a text as one that is written from left to right, so that a text around it that is written
/// from right to left does not reorder it (UAX #9, 2.4). Works in attributes and titles too, where
/// there is no `<bdi>`.
fn isolate(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Whether a language is written from right to left: decided by its script subtag, otherwise by its
/// primary subtag.
pub fn is_right_to_left(language: &str) -> bool {
    const SCRIPTS: [&str; 5] = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo"];
    const LANGUAGES: [&str; 12] = [
        "ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "ug", "ur", "yi",
    ];
    let mut parts = language.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4 && part.chars().all(|c| c.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.iter().any(|s| s.eq_ignore_ascii_case(script)),
        None => LANGUAGES.iter().any(|l| l.eq_ignore_ascii_case(first)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_within_an_interface_from_right_to_left_keeps_its_direction() {
        let read = |text: &str| {
            let read = FluentResource::try_new(text.to_owned());
            Arc::new(read.unwrap_or_else(|(read, _)| read))
        };
        let english = read(
            "day-month = { $day } { $month }\ncomma = {\", \"}\nsearch = Search\nmenu = Menu\nentries = { $n ->\n    [one] { $n } entry\n   *[other] { $n } entries\n }\n",
        );
        let hebrew = read("menu = תפריט\n");
        let english = [english];
        let words = Messages::new("he", &[hebrew], &english, true);
        assert_eq!(words.say("menu"), "תפריט");
        assert_eq!(words.say("search"), "\u{2066}Search\u{2069}");
        assert_eq!(words.say("comma"), ", ");
        let day = [("day", Arg::from("4")), ("month", Arg::from("Apr"))];
        assert_eq!(words.with("day-month", &day), "\u{2066}4 Apr\u{2069}");
        assert_eq!(
            words.with("entries", &[("n", Arg::Number(2))]),
            "\u{2066}2 entries\u{2069}"
        );
        for language in ["en", "de"] {
            let words = Messages::new(language, &[], &english, false);
            assert_eq!(words.say("search"), "Search");
            assert_eq!(words.with("day-month", &day), "4 Apr");
        }
    }

    #[test]
    fn a_script_says_which_way_before_the_language_does() {
        for language in ["ar", "fa-IR", "ur", "HE", "az-Arab"] {
            assert!(is_right_to_left(language), "{language}");
        }
        for language in ["en", "id", "ar-Latn", "pt-BR"] {
            assert!(!is_right_to_left(language), "{language}");
        }
    }

    #[test]
    fn plurals_are_fluents() {
        let catalogs = Catalogs::embedded();
        let said = |language: &str, count: usize| {
            let messages = catalogs.of(language).expect("embedded");
            messages.with("entries", &[("count", count.into())])
        };
        assert_eq!(said("en", 1), "1 entry");
        assert_eq!(said("en", 2), "2 entries");
        assert_eq!(said("id", 2), "2 peristiwa");
        assert_eq!(said("id-ID", 1), "1 peristiwa");
    }

    #[test]
    fn thousands_are_parted_in_every_message_and_years_are_not() {
        let catalogs = Catalogs::embedded();
        let english = catalogs.of("en").expect("embedded");
        let indonesian = catalogs.of("id").expect("embedded");
        let count = [("count", 1917_usize.into())];
        assert_eq!(english.with("entries", &count), "1,917 entries");
        assert_eq!(english.with("more-sources", &count), "and 1,917 more");
        assert_eq!(indonesian.with("entries", &count), "1.917 peristiwa");
        assert_eq!(indonesian.number(19_170), "19.170");
        let year = [("year", "2026".into())];
        assert_eq!(english.with("date-year-bc", &year), "2026 BC");
    }
}
