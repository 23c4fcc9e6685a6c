//! Messages of the interface (Fluent), by language.
//!
//! Twelve languages are embedded; each is read when a site uses it. A site's own
//! `templates/words/<lang>.ftl` replaces single messages of a language, or adds a language; messages
//! missing there come from its base language (`pt` for `pt-BR`) if that is in the same script, then
//! from English.

pub mod borrowed;
mod calendar_names;
mod collation;
mod html;
mod initial;
mod message;
mod number;
mod plural;
mod read;
mod tag;
mod translate;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

pub use calendar_names::CalendarNames;
pub use collation::Collation;
use html::Out;
pub use html::{escape, escape_char, escaped, name as isolated_name};
use message::{Choice, Function, Key, Piece};
pub use message::{Declared, arguments};
use number::Grouping;
pub use number::has_digits;
pub use read::Catalogs;
pub use tag::{is_european_script, is_right_to_left, other_script};
pub use translate::to_translate;

/// The embedded languages. English is first; every message id exists in it.
pub const EMBEDDED: [(&str, &str); 12] = [
    ("en", include_str!("../../templates/words/en.ftl")),
    ("ar", include_str!("../../templates/words/ar.ftl")),
    ("de", include_str!("../../templates/words/de.ftl")),
    ("es", include_str!("../../templates/words/es.ftl")),
    ("fr", include_str!("../../templates/words/fr.ftl")),
    ("he", include_str!("../../templates/words/he.ftl")),
    ("hi", include_str!("../../templates/words/hi.ftl")),
    ("id", include_str!("../../templates/words/id.ftl")),
    ("ja", include_str!("../../templates/words/ja.ftl")),
    ("pt", include_str!("../../templates/words/pt.ftl")),
    ("ru", include_str!("../../templates/words/ru.ftl")),
    ("zh", include_str!("../../templates/words/zh.ftl")),
];

/// Key under which the messages that templates see hold their language.
pub const LANGUAGE: &str = "language-of-words";

/// Ends the tag of messages whose numbers are in the digits of the language's script (BCP 47,
/// extension U).
pub const NATIVE_DIGITS: &str = "-u-nu-native";

/// A language tag that stands for every language without messages that is written from right to
/// left.
const RIGHT_TO_LEFT: &str = "und-Hebr";

/// The same for the others.
const LEFT_TO_RIGHT: &str = "und";

/// An argument of a message.
#[derive(Clone, Copy)]
pub enum Arg<'a> {
    Text(&'a str),
    /// A number of things, whose digits are grouped. A year is a text.
    Number(i64),
    /// Finished HTML, for [`Messages::html`].
    Html(&'a str),
    /// A text that is made only if the message uses it.
    Later(&'a dyn Fn() -> String),
    /// Another message, with the same arguments; only if the message uses it.
    Message(&'static str),
}

impl fmt::Debug for Arg<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Html(text) => fmt::Debug::fmt(text, f),
            Self::Number(number) => fmt::Debug::fmt(number, f),
            Self::Later(_) => f.write_str("Later"),
            Self::Message(id) => fmt::Debug::fmt(id, f),
        }
    }
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

/// `LOWER($label)` or `INITIAL($date)` in a message: a function of a text.
fn call<'a>(function: Function, args: &[FluentValue<'a>]) -> FluentValue<'a> {
    match args {
        [FluentValue::String(text)] => FluentValue::from(function.of(text)),
        [FluentValue::Number(_)] if function == Function::Initial => FluentValue::from("digit"),
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
    /// Messages that need no bundle: split once, since dates are formatted often.
    patterns: HashMap<String, Vec<Piece>>,
    /// The arguments that the others use.
    used: HashMap<String, BTreeSet<String>>,
    /// The case that a message asks of a date in it: `.case = genitive`. By id and attribute.
    cases: HashMap<(String, String), String>,
    /// Whether a text with these messages is written from right to left.
    turned: bool,
    /// English messages in place of those that the language lacks.
    borrowed: HashSet<String>,
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
    /// written from right to left; `native`: with the digits of the language's script.
    fn new(
        language: &str,
        own: &[Arc<FluentResource>],
        english: &[Arc<FluentResource>],
        turned: bool,
        native: bool,
    ) -> Self {
        let locale = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number::formatter(language, native)));
        for (name, function) in Function::ALL {
            bundle
                .add_function(name, move |args, _| call(function, args))
                .expect("each has a name of its own");
        }
        let mut plain: HashMap<String, String> = HashMap::new();
        let mut patterns = HashMap::new();
        let mut used = HashMap::new();
        let mut cases: HashMap<(String, String), String> = HashMap::new();
        let mut borrowed = HashSet::new();
        let fallback = english.iter().rev().map(|resource| (resource, true));
        for (resource, is_borrowed) in fallback.chain(own.iter().rev().map(|own| (own, false))) {
            bundle.add_resource_overriding(Arc::clone(resource));
            for (id, pattern) in message::messages(resource) {
                plain.remove(id);
                patterns.remove(id);
                cases.retain(|(of, _), _| of != id);
                borrowed.remove(id);
                if is_borrowed && message::has_words(pattern) {
                    borrowed.insert(id.to_owned());
                }
                match message::pieces(pattern) {
                    Some(pieces) => match message::plain(&pieces) {
                        Some(text) => {
                            plain.insert(id.to_owned(), text);
                        }
                        None => {
                            patterns.insert(id.to_owned(), pieces);
                        }
                    },
                    None => {
                        used.insert(id.to_owned(), message::used(pattern));
                    }
                }
            }
            for (id, name, text) in message::attributes(resource) {
                cases.insert((id.to_owned(), name.to_owned()), text);
            }
        }
        for id in &borrowed {
            if let Some(text) = plain.get_mut(id) {
                *text = match turned {
                    true => borrowed::marked(&isolate(text)),
                    false => borrowed::marked(text),
                };
            }
        }
        let mut seen: BTreeMap<String, &str> = plain
            .iter()
            .map(|(id, text)| (id.replace('-', "_"), text.as_str()))
            .collect();
        // What `Catalogs::or_english` finds these messages by.
        let tag = match (own.is_empty(), turned, native) {
            (true, true, _) => RIGHT_TO_LEFT.to_owned(),
            (true, false, _) => LEFT_TO_RIGHT.to_owned(),
            (false, _, true) => format!("{language}{NATIVE_DIGITS}"),
            (false, _, false) => language.to_owned(),
        };
        seen.insert(LANGUAGE.to_owned(), &tag);
        let value = tera::Value::from_serializable(&seen);
        Self {
            language: language.to_owned(),
            grouping: Grouping::of(language, native),
            bundle,
            plain,
            patterns,
            used,
            cases,
            turned,
            borrowed,
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

    /// The name of the digits of numbers: `latn`, `arab`, `deva` … (CLDR).
    pub fn numbering_system(&self) -> &'static str {
        self.grouping.system()
    }

    /// Returns a text whose digits are those of a number that is not grouped, such as a year, in the
    /// digits of the messages.
    pub fn digits<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.grouping.digits(text)
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
        match self.is_isolated(id) {
            true => Some(isolate(&text)),
            false => Some(text),
        }
    }

    /// Whether a text with these messages is written from right to left.
    pub fn is_turned(&self) -> bool {
        self.turned
    }

    /// Joins finished HTML as the language lists things: "A, B and C".
    pub fn list(&self, items: &[String]) -> String {
        let mut items = items.iter().enumerate();
        let Some((_, first)) = items.next() else {
            return String::new();
        };
        let count = 1 + items.len();
        items.fold(first.clone(), |names, (n, name)| {
            let id = match (n + 1 == count, count) {
                (true, 2) => "and-two",
                (true, _) => "and-last",
                _ => "and-more",
            };
            let args = [("names", Arg::Html(&names)), ("name", Arg::Html(name))];
            self.html(id, &args).unwrap_or_default()
        })
    }

    /// Formats a message as HTML: its own text and its arguments are escaped, except those that
    /// are HTML. `None` if there is no such message.
    pub fn html(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let html = self.formatted_into(id, args, Out::html(self.turned))?;
        match self.is_isolated(id) {
            true => Some(isolate(&html)),
            false => Some(html),
        }
    }

    /// Whether what a message says is written from left to right in an interface that is not. Plain
    /// messages are isolated once.
    fn is_isolated(&self, id: &str) -> bool {
        self.turned && self.borrowed.contains(id) && !self.plain.contains_key(id)
    }

    /// The case that a message asks of the date in its argument `$date`, or of another: `.case`
    /// applies to all, `.case-from` to `$from`. If it asks none, that which is asked of itself.
    pub fn case<'a>(&'a self, id: &str, argument: &str, outer: &'a str) -> &'a str {
        if self.cases.is_empty() {
            return outer;
        }
        let find = |attribute: String| self.cases.get(&(id.to_owned(), attribute));
        let own = find(format!("case-{argument}")).or_else(|| find("case".to_owned()));
        own.map_or(outer, String::as_str)
    }

    fn formatted(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        self.formatted_into(id, args, Out::text())
    }

    fn formatted_into(&self, id: &str, args: &[(&str, Arg<'_>)], out: Out) -> Option<String> {
        let is_borrowed = self.borrowed.contains(id);
        let is_number = |(_, arg): &(&str, Arg<'_>)| matches!(arg, Arg::Number(_));
        if is_borrowed && !self.plain.contains_key(id) && args.iter().all(is_number) {
            // Nothing in it is in the language of the page.
            let out = out.borrowed_whole();
            return self
                .filled_into(id, args, out)
                .map(|said| borrowed::marked(&said));
        }
        self.filled_into(id, args, out.borrowed(is_borrowed))
    }

    fn filled_into(&self, id: &str, args: &[(&str, Arg<'_>)], mut out: Out) -> Option<String> {
        if let Some(pieces) = self.patterns.get(id) {
            self.put(pieces, args, &mut out);
            return Some(out.finish());
        }
        if let Some(text) = self.plain.get(id) {
            out.said(text);
            return Some(out.finish());
        }
        let pattern = self.bundle.get_message(id)?.value()?;
        let used = self.used.get(id);
        let mut given = FluentArgs::with_capacity(args.len());
        let mut markup = Vec::new();
        for (name, arg) in args {
            let value = match *arg {
                Arg::Text(text) => FluentValue::from(text),
                Arg::Number(number) => FluentValue::from(number),
                Arg::Html(html) => FluentValue::from(out.hold(html, &mut markup)),
                Arg::Later(_) | Arg::Message(_) if used.is_none_or(|u| !u.contains(*name)) => {
                    continue;
                }
                Arg::Later(text) => FluentValue::from(text()),
                Arg::Message(id) => FluentValue::from(self.with(id, args)),
            };
            given.set(*name, value);
        }
        // Missing arguments were reported when the file was read.
        let said = self
            .bundle
            .format_pattern(pattern, Some(&given), &mut Vec::new());
        out.held(&said, &markup);
        Some(out.finish())
    }

    /// Appends the pieces of a message.
    fn put(&self, pieces: &[Piece], args: &[(&str, Arg<'_>)], out: &mut Out) {
        let given = |name: &str| args.iter().find(|(n, _)| *n == name).map(|(_, arg)| *arg);
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.words(text),
                Piece::Argument(name, None) => match given(name) {
                    Some(Arg::Text(text)) => out.name(text),
                    Some(Arg::Number(number)) => self.grouping.write(number, out.raw()),
                    Some(Arg::Html(html)) => out.raw().push_str(html),
                    Some(Arg::Later(text)) => out.said(&text()),
                    Some(Arg::Message(id)) => out.said(&self.with(id, args)),
                    None => {}
                },
                Piece::Argument(name, Some(function)) => match given(name) {
                    Some(Arg::Number(number)) if *function == Function::Lower => {
                        self.grouping.write(number, out.raw());
                    }
                    // The tags of HTML stay as they are.
                    Some(Arg::Html(html)) if *function == Function::Lower => {
                        out.raw().push_str(html);
                    }
                    Some(arg) => out.said(&function.of(&self.text(arg, args))),
                    None => {}
                },
                Piece::Choice(choice) => {
                    let language = out.plurals_of(&self.language);
                    self.put(self.chosen(choice, args, language), args, out);
                }
            }
        }
    }

    /// The variant of a selector that the arguments choose, by the plurals of a language.
    fn chosen<'c>(
        &self,
        choice: &'c Choice,
        args: &[(&str, Arg<'_>)],
        language: &str,
    ) -> &'c [Piece] {
        let given = args.iter().find(|(name, _)| *name == choice.argument);
        let position = given.and_then(|(_, arg)| {
            let mut variants = choice.variants.iter();
            match (*arg, choice.function) {
                (Arg::Number(number), None) => {
                    let form = plural::form(language, number);
                    variants.position(|(key, _)| match key {
                        Key::Number(exact) => *exact == number,
                        Key::Text(name) => name == form,
                    })
                }
                (arg, function) => {
                    let text = self.text(arg, args);
                    let text = function.map_or(text.clone(), |f| f.of(&text).into());
                    variants.position(|(key, _)| matches!(key, Key::Text(name) if *name == *text))
                }
            }
        });
        &choice.variants[position.unwrap_or(choice.default)].1
    }

    /// An argument as a text.
    fn text<'a>(&self, arg: Arg<'a>, args: &[(&str, Arg<'_>)]) -> Cow<'a, str> {
        match arg {
            Arg::Text(text) => text.into(),
            Arg::Number(number) => self.number(number).into(),
            Arg::Html(html) => html::visible(html).into(),
            Arg::Later(text) => text().into(),
            Arg::Message(id) => self.with(id, args).into(),
        }
    }
}

/// Marks a text as one that is written from left to right, so that a text around it that is written
/// from right to left does not reorder it (UAX #9, 2.4). Works in attributes and titles too, where
/// there is no `<bdi>`.
pub fn isolate(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
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
        let words = Messages::new("he", &[hebrew], &english, true, false);
        assert_eq!(words.say("menu"), "תפריט");
        assert_eq!(
            words.say("search"),
            borrowed::marked("\u{2066}Search\u{2069}")
        );
        assert_eq!(words.say("comma"), ", ");
        let day = [("day", Arg::from("4")), ("month", Arg::from("Apr"))];
        assert_eq!(words.with("day-month", &day), "\u{2066}4 Apr\u{2069}");
        assert_eq!(
            words.with("entries", &[("n", Arg::Number(2))]),
            isolate(&borrowed::marked("2 entries"))
        );
        for language in ["en", "de"] {
            let words = Messages::new(language, &[], &english, false, false);
            assert_eq!(words.say("search"), borrowed::marked("Search"));
            assert_eq!(words.with("day-month", &day), "4 Apr");
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
