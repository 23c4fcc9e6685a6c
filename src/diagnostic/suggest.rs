//! "Did you mean": suggests the known word closest to a misspelled one.

use super::{Diagnostic, Sink};
use crate::limits::MAX_GUESSES;
use crate::source::At;

/// Returns the word of `known` closest to `word`, or `None` if none is close enough.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let lower = word.to_lowercase();
    let (len, letters) = (lower.chars().count(), letters(&lower));
    known
        .filter_map(|k| {
            let other = k.chars().count();
            let most = (other.min(len) / 3).max(1);
            // One edit changes the length by at most one and the set of letters by at most two,
            // which rules out most words cheaply.
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

/// Like [`nearest`], for diagnostics and candidates that may be numerous: returns `None` once the
/// sink has [`MAX_GUESSES`] diagnostics.
pub fn guess<'k>(sink: &Sink, word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    (sink.len() < MAX_GUESSES).then(|| nearest(word, known))?
}

/// Returns the label for an unknown word: the suggestion if there is one, else `other`.
pub fn did_you_mean(near: Option<&str>, other: &str) -> String {
    near.map_or_else(
        || other.to_owned(),
        |near| format!("did you mean `{near}`?"),
    )
}

/// Reports a word that is not in a closed list.
pub fn unknown_word(word: &At<String>, what: &str, choices: &[&str], sink: &mut Sink) {
    let near = nearest(&word.value, choices.iter().copied());
    let label = did_you_mean(near, "unknown");
    sink.push(
        Diagnostic::error("unknown-word", format!("`{}` is not a {what}", word.value))
            .at(word.span, label)
            .hint(format!("write one of {}", choices.join(", "))),
    );
}

/// Returns the set of ASCII letters of a word as bits, ignoring case. Other characters are ignored.
fn letters(word: &str) -> u32 {
    let bit = |b: u8| match b.to_ascii_lowercase() {
        b @ b'a'..=b'z' => 1 << (b - b'a'),
        _ => 0,
    };
    word.bytes().fold(0, |all, b| all | bit(b))
}
