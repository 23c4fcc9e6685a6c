//! Messages of the interface (Fluent), by language.
//!
//! English and Indonesian are embedded. A site's own `templates/words/<lang>.ftl` replaces single
//! messages of a language, or adds a language; messages missing there come from its base language
//! (`pt` for `pt-BR`), then from English.

mod message;
mod number;
mod read;

use std::collections::{BTreeMap, HashMap};
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
    value: tera::Value,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.language)
    }
}

impl Messages {
    /// `resources`: the first that has a message wins, so the most general is last.
    fn new(language: &str, resources: &[Arc<FluentResource>]) -> Self {
        let locale = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number::formatter(language)));
        bundle
            .add_function("LOWER", |args, _| lower(args))
            .expect("it has no other function");
        let mut plain: HashMap<String, String> = HashMap::new();
        let mut patterns = HashMap::new();
        for resource in resources.iter().rev() {
            bundle.add_resource_overriding(Arc::clone(resource));
            for (id, pattern) in message::messages(resource) {
                plain.remove(id);
                patterns.remove(id);
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
        let mut seen: BTreeMap<String, &str> = plain
            .iter()
            .map(|(id, text)| (id.replace('-', "_"), text.as_str()))
            .collect();
        seen.insert(LANGUAGE.to_owned(), language);
        let value = tera::Value::from_serializable(&seen);
        Self {
            language: language.to_owned(),
            grouping: Grouping::of(language),
            bundle,
            plain,
            patterns,
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
