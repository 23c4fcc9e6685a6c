//! Tables of the keys that a map may have.
//!
//! A reader takes its keys by the table ([`Fields`](super::fields::Fields)), "did you mean" guesses
//! by it, and the reference in `docs/` is written from it, so that none of them can differ.

use super::{Node, Value};

/// The keys of one map.
#[derive(Debug)]
pub struct KeyTable {
    /// The map, as messages name it: "a source", "`image`".
    pub name: &'static str,
    pub keys: &'static [Key],
}

/// One key of a map.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    pub name: &'static str,
    pub form: Form,
    /// What it means, in Markdown.
    pub means: &'static str,
    /// What is assumed without it, in Markdown; empty if nothing is.
    pub default: &'static str,
    /// Lines of YAML with the key that are accepted.
    pub example: &'static str,
    /// Where readers see it, in Markdown.
    pub shows: &'static str,
    /// The version from which it is read.
    pub since: &'static str,
    /// Other names by which it is read, in lower case.
    pub names: &'static [&'static str],
    /// Words that people write instead, in lower case. They are not read, but answered with the
    /// key.
    pub meant: &'static [&'static str],
    /// Whether it has an effect in this version.
    pub works: bool,
}

/// The kind of value that a key takes.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    Text,
    Address,
    /// A date with any precision.
    Date,
    /// A day, or a day and a time.
    Instant,
    Day,
    Number(i64, i64),
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of the words of this key of `site.yaml`.
    SiteWord(&'static str),
    /// A list of texts, or a single one.
    List,
    /// The terms of a taxonomy: a list of texts, or a single one.
    Terms,
    Group(&'static KeyTable),
    /// A group, or the text that its first key would have.
    GroupOrText(&'static KeyTable),
    Groups(&'static KeyTable),
    /// A list of groups, or of texts that stand for them.
    GroupsOrTexts(&'static KeyTable),
    /// A group, or the list that its first key would have.
    GroupOrFirst(&'static KeyTable),
    /// The code of a language (BCP 47).
    Language,
    /// A group whose keys the editor chooses, each with a text or a list of texts.
    Names,
    /// A group whose keys the editor chooses, each with a group of keys.
    NamedGroups(&'static KeyTable),
    /// As [`Form::NamedGroups`]; a list of the names alone is read, and has no effect.
    NamedGroupsOrNames(&'static KeyTable),
    /// A list of lists of texts.
    Lists,
    /// Anything.
    Any,
}

/// The version in which the keys of the first release appeared.
const FIRST: &str = "0.1.0";

/// Begins the row of a key.
pub const fn key(name: &'static str, form: Form, means: &'static str) -> Key {
    Key {
        name,
        form,
        means,
        default: "",
        example: "",
        shows: "",
        since: FIRST,
        names: &[],
        meant: &[],
        works: true,
    }
}

impl Key {
    #[must_use]
    pub const fn default(self, default: &'static str) -> Self {
        Self { default, ..self }
    }

    #[must_use]
    pub const fn example(self, example: &'static str) -> Self {
        Self { example, ..self }
    }

    #[must_use]
    pub const fn shows(self, shows: &'static str) -> Self {
        Self { shows, ..self }
    }

    #[must_use]
    pub const fn names(self, names: &'static [&'static str]) -> Self {
        Self { names, ..self }
    }

    #[must_use]
    pub const fn meant(self, meant: &'static [&'static str]) -> Self {
        Self { meant, ..self }
    }

    /// Marks a key that has no effect in this version.
    #[must_use]
    pub const fn later(self) -> Self {
        Self {
            works: false,
            ..self
        }
    }

    /// Returns whether a value has the shape of this key's values.
    pub fn takes(&self, node: &Node) -> bool {
        match (&node.value, self.form) {
            (Value::Null, _) | (_, Form::Any) => true,
            (Value::Scalar { text, .. }, Form::Number(least, most)) => {
                text.parse().is_ok_and(|n| (least..=most).contains(&n))
            }
            (Value::Scalar { text, .. }, Form::Flag) => matches!(
                text.to_ascii_lowercase().as_str(),
                "true" | "false" | "yes" | "no" | "on" | "off"
            ),
            (Value::Scalar { text, .. }, Form::Word(words)) => words.contains(&text.as_str()),
            (Value::Scalar { text, .. }, Form::Language) => {
                let first = text.split('-').next().unwrap_or_default();
                matches!(first.len(), 2 | 3) && text.is_ascii()
            }
            (
                Value::Scalar { .. },
                Form::Group(_) | Form::Groups(_) | Form::Names | Form::NamedGroups(_) | Form::Lists,
            ) => false,
            (Value::Scalar { text, .. }, Form::Date | Form::Instant | Form::Day) => {
                text.contains(|c: char| c.is_ascii_digit())
            }
            (Value::Scalar { .. }, _) => true,
            (Value::List(_), form) => matches!(
                form,
                Form::List
                    | Form::Terms
                    | Form::Groups(_)
                    | Form::GroupsOrTexts(_)
                    | Form::NamedGroupsOrNames(_)
                    | Form::Lists
            ),
            (
                Value::Map(map),
                Form::Group(table) | Form::GroupOrText(table) | Form::GroupOrFirst(table),
            ) => map.iter().all(|(key, _)| table.has(&key.value)),
            (Value::Map(_), form) => {
                matches!(
                    form,
                    Form::Groups(_)
                        | Form::GroupsOrTexts(_)
                        | Form::Names
                        | Form::NamedGroups(_)
                        | Form::NamedGroupsOrNames(_)
                        | Form::SiteWord("stances")
                )
            }
        }
    }
}

impl KeyTable {
    /// Returns the row of a key.
    pub fn row(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    pub fn has(&self, name: &str) -> bool {
        self.row(name).is_some()
    }

    /// Returns the keys that have an effect.
    pub fn working(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().filter(|key| key.works)
    }

    /// Returns the key of which a word is another name. Both are in lower case.
    pub fn named(&self, word: &str) -> Option<&'static str> {
        let row = self.keys.iter().find(|key| key.names.contains(&word));
        row.map(|key| key.name)
    }

    /// Returns the row that a word that is not read is answered with, and whether the word is a name of
    /// its key but for case, spaces, hyphens and underscores: `Published Date`.
    pub fn meant(&self, word: &str) -> Option<(&'static Key, bool)> {
        let word = joined(word);
        let is_word = |name: &&str| joined(name) == word;
        let is_name = |key: &&Key| is_word(&key.name) || key.names.iter().any(&is_word);
        let named = self.keys.iter().find(is_name).map(|key| (key, true));
        let meant = |key: &&Key| key.meant.iter().any(&is_word);
        named.or_else(|| self.keys.iter().find(meant).map(|key| (key, false)))
    }
}

impl Form {
    /// Describes the values in Markdown.
    pub fn describe(self) -> String {
        match self {
            Form::Text => "a text".to_owned(),
            Form::Address => "a web address".to_owned(),
            Form::Date => "a date of any precision (`2025-12-09`, `2025-12`, `2026-Q1`, `2025`, `2024~`, `2025-10/2025-12`)".to_owned(),
            Form::Instant => "a day, or a day and a time (`2025-12-12`, `2025-12-12T16:00:00+07:00`)".to_owned(),
            Form::Day => "a day (`2026-12-31`)".to_owned(),
            Form::Number(least, most) => format!("a whole number from {} to {}", grouped(least), grouped(most)),
            Form::Flag => "`true` or `false`".to_owned(),
            Form::Word(words) => format!("one of {}", in_code(words)),
            Form::SiteWord("stances") => "a group of organisation and stance, or one stance if there is one organisation; the stances are those of `stances` in `site.yaml`".to_owned(),
            Form::SiteWord(key) => format!("one word; `{key}` in `site.yaml` adds others"),
            Form::List | Form::Terms => "a list of texts, or a single text".to_owned(),
            Form::Group(_) => "a group of keys".to_owned(),
            Form::GroupOrText(table) => format!("a group of keys, or a text: its `{}`", table.keys[0].name),
            Form::Groups(_) => "a list of groups of keys".to_owned(),
            Form::GroupsOrTexts(table) => format!("a list of groups of keys, or of texts: the `{}` or the `url`", table.keys[1].name),
            Form::GroupOrFirst(table) => format!("a group of keys, or a list: its `{}`", table.keys[0].name),
            Form::Language => "a code such as `en`, `id` or `pt-BR`".to_owned(),
            Form::Names => "a group with names of your choice".to_owned(),
            Form::NamedGroups(_) => "a group of groups, with names of your choice".to_owned(),
            Form::NamedGroupsOrNames(_) => "a group of groups, with names of your choice; a list of the names has no effect".to_owned(),
            Form::Lists => "a list of lists".to_owned(),
            Form::Any => "anything".to_owned(),
        }
    }

    /// Returns the table of the keys inside the value.
    pub fn inner(self) -> Option<&'static KeyTable> {
        match self {
            Form::Group(table)
            | Form::GroupOrText(table)
            | Form::Groups(table)
            | Form::GroupsOrTexts(table)
            | Form::GroupOrFirst(table)
            | Form::NamedGroups(table)
            | Form::NamedGroupsOrNames(table) => Some(table),
            _ => None,
        }
    }
}

/// Writes a word in lower case, without spaces, hyphens and underscores.
fn joined(word: &str) -> String {
    let signs = |c: &char| !matches!(c, ' ' | '-' | '_');
    word.to_lowercase().chars().filter(signs).collect()
}

fn in_code(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

fn grouped(n: i64) -> String {
    let sign = if n < 0 { "−" } else { "" };
    let n = usize::try_from(n.unsigned_abs()).unwrap_or(usize::MAX);
    format!("{sign}{}", crate::diagnostic::thousands(n))
}
