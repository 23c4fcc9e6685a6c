//! "Did you mean": suggests the known word closest to a misspelled one.

use super::{Diagnostic, Sink};
use crate::limits::MAX_GUESSES;
use crate::source::At;

/// Returns the word of `known` closest to `word`, or `None` if none is close enough to be a slip of
/// the keyboard: one edit, or more of them in a long word, but then hardly any that puts one letter
/// for another, which makes other words (`connections`, `corrections`). A word is never close to its
/// opposite (`unconfirmed`, `confirmed`).
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let lower = word.to_lowercase();
    let (len, letters) = (lower.chars().count(), letters(&lower));
    known
        .filter_map(|k| {
            let other = k.chars().count();
            let shorter = other.min(len);
            let most = most_edits(shorter);
            // One edit changes the length by at most one and the set of letters by at most two,
            // which rules out most words cheaply.
            let differ = (letters ^ self::letters(k)).count_ones() as usize;
            if len.abs_diff(other) > most || differ > 2 * most {
                return None;
            }
            let small = k.to_lowercase();
            let distance = strsim::damerau_levenshtein(&lower, &small);
            let near = match distance {
                0 => true,
                // In a very short word, another letter makes another word.
                1 => shorter > 3 || len != other || is_anagram(&lower, &small),
                _ => distance <= most && without_replacing(&lower, &small) <= distance + 1,
            };
            (near && (distance == 0 || !is_opposite(&lower, &small))).then_some((distance, k))
        })
        .min()
        .map(|(_, k)| k)
}

/// Returns how many edits a slip in a word of this length may have.
fn most_edits(len: usize) -> usize {
    match len {
        0..8 => 1,
        8..16 => 2,
        _ => 3,
    }
}

/// How words begin that say the opposite of what follows.
const NEGATING: [&str; 12] = [
    "un", "non", "not", "no", "in", "im", "il", "ir", "dis", "de", "mis", "anti",
];

/// Words that make the opposite of those beside them.
const NEGATIONS: [&str; 6] = ["not", "no", "non", "never", "un", "without"];

/// Returns whether one of two texts in lower case negates the other, as a whole or in one of its words.
fn is_opposite(one: &str, other: &str) -> bool {
    let words = |text: &'_ str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let negations = |words: &[String]| {
        let negating = words.iter().filter(|w| NEGATIONS.contains(&w.as_str()));
        negating.count()
    };
    if negations(&one) != negations(&other) {
        return true;
    }
    let mut pairs = one.iter().zip(&other);
    one.len() == other.len() && pairs.any(|(a, b)| negates(a, b) || negates(b, a))
}

/// Returns whether a word is another one below a negating syllable; either may be misspelled.
fn negates(word: &str, other: &str) -> bool {
    NEGATING.iter().any(|syllable| {
        word.strip_prefix(syllable).is_some_and(|rest| {
            let distance = strsim::damerau_levenshtein;
            !other.starts_with(syllable)
                && rest.len() >= SHORTEST_NEGATED
                && distance(rest, other) + syllable.len() <= distance(word, other)
        })
    })
}

/// Number of bytes from which on a word is one that can be negated.
const SHORTEST_NEGATED: usize = 4;

fn is_anagram(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut chars: Vec<char> = word.chars().collect();
        chars.sort_unstable();
        chars
    };
    sorted(one) == sorted(other)
}

/// Returns the number of letters to remove and to insert that make one word of the other.
fn without_replacing(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    // Lengths of the longest common subsequence with each beginning of `other`.
    let mut row = vec![0; other.len() + 1];
    let mut len = 0;
    for c in one.chars() {
        len += 1;
        let mut diagonal = 0;
        for (n, o) in other.iter().enumerate() {
            let above = row[n + 1];
            row[n + 1] = match c == *o {
                true => diagonal + 1,
                false => above.max(row[n]),
            };
            diagonal = above;
        }
    }
    len + other.len() - 2 * row[other.len()]
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
    unknown_word_meaning(word, what, choices, &[], sink);
}

/// Like [`unknown_word`]; `meant` are the choices that the word may mean.
pub fn unknown_word_meaning(
    word: &At<String>,
    what: &str,
    choices: &[&str],
    meant: &[&str],
    sink: &mut Sink,
) {
    let near = nearest(&word.value, choices.iter().copied());
    let label = match (near, meant) {
        (None, [_, _, ..]) => format!("did you mean `{}`?", meant.join("` or `")),
        _ => did_you_mean(near.or(meant.first().copied()), "unknown"),
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    fn near(word: &str, known: &'static str) -> bool {
        nearest(word, [known].into_iter()).is_some()
    }

    #[test]
    fn a_slip_of_the_keyboard_is_near_and_another_word_is_not() {
        for (word, known) in [
            ("sumary", "summary"),
            ("titel", "title"),
            ("ulr", "url"),
            ("dete", "date"),
            ("Publisher", "publisher"),
            ("organsations", "organisations"),
            ("orgnisatons", "organisations"),
            ("corections", "corrections"),
            ("corectons", "corrections"),
            ("trnslationof", "translation_of"),
        ] {
            assert!(near(word, known), "{word}: {known}");
        }
        for (word, known) in [
            ("connections", "corrections"),
            ("BST", "EST"),
            ("author", "order"),
            ("authority", "authors"),
            ("layout", "label"),
            ("weight", "height of"),
            ("section", "status"),
            ("conditions", "corrections"),
        ] {
            assert!(!near(word, known), "{word}: {known}");
        }
    }

    #[test]
    fn a_word_is_not_near_to_its_opposite() {
        for (word, known) in [
            ("unconfirmed", "confirmed"),
            ("Unconfirmed", "confirmed"),
            ("unreported", "reported"),
            ("undisputed", "disputed"),
            ("unexpected", "expected"),
            ("confirmed", "unconfirmed"),
            ("indirect", "direct"),
            ("irregular", "regular"),
            ("immaterial", "material"),
            ("inexact", "exact"),
            ("bridge-unsafe-again", "bridge-safe-again"),
            ("no-deal-was-agreed-today", "deal-was-agreed-today"),
            ("unsubstantiated-clam", "substantiated-claim"),
        ] {
            assert!(!near(word, known), "{word}: {known}");
        }
        for (word, known) in [
            ("confirmd", "confirmed"),
            ("confirmde", "confirmed"),
            ("unconfirmd", "unconfirmed"),
            ("desription", "description"),
            ("diputed", "disputed"),
            ("imgae", "image"),
            ("indx-of-notes", "index-of-notes"),
        ] {
            assert!(near(word, known), "{word}: {known}");
        }
    }
}
