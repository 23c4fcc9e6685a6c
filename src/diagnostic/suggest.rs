//! "Did you mean": the word that a misspelled one was probably meant to be.

use super::{Diagnostic, Sink};
use crate::limits::MAX_GUESSES;
use crate::source::At;

/// The one of `known` that `word` was probably meant to be.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let lower = word.to_lowercase();
    let (len, letters) = (lower.chars().count(), letters(&lower));
    known
        .filter_map(|k| {
            let other = k.chars().count();
            let most = (other.min(len) / 3).max(1);
            // A step changes the length by one at most, and two letters at most: most words are
            // told apart by this alone.
            let differ = (letters ^ self::letters(k)).count_ones() as usize;
            if len.abs_diff(other) > most || differ > 2 * most {
                return None;
            }
            let distance = strsim::damerau_levenshtein(&lower, &k.to_lowercase());
            (distance <= most).then_some((distance, k))
        })
        .min()
        .map(|(_, k)| k)
}

/// As [`nearest`], for faults that may be very many, of what may be very many: beyond
/// [`MAX_GUESSES`] faults nobody reads guesses.
pub fn guess<'k>(sink: &Sink, word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    (sink.len() < MAX_GUESSES).then(|| nearest(word, known))?
}

/// What is said of a word that is not known: the near one, else `other`.
pub fn did_you_mean(near: Option<&str>, other: &str) -> String {
    near.map_or_else(
        || other.to_owned(),
        |near| format!("did you mean `{near}`?"),
    )
}

/// Says that a word is none of a closed list.
pub fn unknown_word(word: &At<String>, what: &str, choices: &[&str], sink: &mut Sink) {
    let near = nearest(&word.value, choices.iter().copied());
    let label = did_you_mean(near, "not known");
    sink.push(
        Diagnostic::error("unknown-word", format!("`{}` is not a {what}", word.value))
            .at(word.span, label)
            .hint(format!("write one of {}", choices.join(", "))),
    );
}

/// Which letters a word has, without regard to case: a bit for each of ASCII, none for others.
fn letters(word: &str) -> u32 {
    let bit = |b: u8| match b.to_ascii_lowercase() {
        b @ b'a'..=b'z' => 1 << (b - b'a'),
        _ => 0,
    };
    word.bytes().fold(0, |all, b| all | bit(b))
}
