//! Years of an era: `44 BC`, `15 March 44 BCE`, `AD 79`.

use std::borrow::Cow;

use super::guess::Token;

/// The era that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    Bc,
    Ad,
}

/// Ways to write an era, in lower case, the longer ones first.
const WORDS: [(&str, Era); 9] = [
    ("b.c.e.", Era::Bc),
    ("b.c.", Era::Bc),
    ("bce", Era::Bc),
    ("bc", Era::Bc),
    ("a.d.", Era::Ad),
    ("c.e.", Era::Ad),
    ("ad", Era::Ad),
    ("ce", Era::Ad),
    // `44 B.C`
    ("b.c", Era::Bc),
];

impl Era {
    /// The era that a lower-case word without dots names.
    pub fn of(word: &str) -> Option<Self> {
        WORDS
            .iter()
            .find_map(|(known, era)| (*known == word).then_some(*era))
    }

    /// Converts the year of a date that has four digits, as if it were AD: `0044-03-15` is
    /// `-0043-03-15` in 44 BC.
    pub fn convert(self, date: &str) -> Option<String> {
        let (year, rest) = date.split_at_checked(4)?;
        let number: i32 = year.parse().ok().filter(|number| *number > 0)?;
        match (self, 1 - number) {
            (Self::Ad, _) => Some(date.to_owned()),
            (Self::Bc, 0) => Some(format!("0000{rest}")),
            (Self::Bc, year) => Some(format!("-{:04}{rest}", year.abs())),
        }
    }
}

/// Splits the era off the end of a lower-case text: "44 bc" is "44 " and its era.
pub(super) fn era_at_end(text: &str) -> Option<(&str, Era)> {
    let (before, era) = WORDS
        .iter()
        .find_map(|(word, era)| Some((text.strip_suffix(word)?, *era)))?;
    // Not the end of another word.
    (!before.ends_with(char::is_alphabetic)).then_some((before, era))
}

/// Whether a text names an era.
pub(super) fn has_era(text: &str) -> bool {
    let small = undotted(text);
    let mut words = small.split(|sign: char| !sign.is_alphabetic());
    words.any(|word| Era::of(word).is_some())
}

/// Writes eras without their dots, and all in lower case.
pub(super) fn undotted(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|b| b == b'.' || b.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    let mut text = text.to_ascii_lowercase();
    for (dotted, plain) in [
        ("b.c.e.", "bce"),
        ("b.c.", "bc"),
        ("a.d.", "ad"),
        ("c.e.", "ce"),
    ] {
        text = text.replace(dotted, plain);
    }
    Cow::Owned(text)
}

/// Returns the place of the era among some tokens, and that of the number that it counts, which is
/// before it or after it.
pub(super) fn era_in(tokens: &[Token]) -> Option<(Era, usize, Option<usize>)> {
    let era_of = |token: &Token| match token {
        Token::Word(word) => Era::of(word),
        Token::Number(_) | Token::Sign(_) => None,
    };
    let (at, era) = tokens
        .iter()
        .enumerate()
        .find_map(|(at, token)| Some((at, era_of(token)?)))?;
    let is_number = |at: &usize| {
        tokens
            .get(*at)
            .is_some_and(|token| token.number().is_some())
    };
    let before = at.checked_sub(1).filter(is_number);
    Some((era, at, before.or(Some(at + 1).filter(is_number))))
}
