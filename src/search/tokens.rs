//! Splits text into searchable words, and reduces words to stems.
//!
//! `tokens` in the theme's `search.js` splits and folds a query in the same way. A word is a run of
//! letters, marks and digits; each character of a script without spaces between words stands alone.
//! Folding is NFKD without marks and other characters that are no letters or digits, in lower case.
//! Only the index stems words, so that no stemmer is sent to a browser.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Calls `each` with every word of a text, as written.
pub fn each_word<'t>(text: &'t str, mut each: impl FnMut(&'t str)) {
    let mut start = None;
    let mut quoted = false;
    let mut end = |from: Option<usize>, to: usize, quoted: bool| {
        let Some(from) = from else { return };
        let word = &text[from..to];
        // An "s" after an apostrophe is not a word: "Meta's".
        if !(quoted && matches!(word, "s" | "S")) {
            each(word);
        }
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        // Fast path: most texts are mostly ASCII.
        if byte.is_ascii() {
            if !byte.is_ascii_alphanumeric() {
                end(start.take(), at, quoted);
                quoted = *byte == b'\'';
            } else if start.is_none() {
                start = Some(at);
            }
            at += 1;
            continue;
        }
        let Some(sign) = text[at..].chars().next() else {
            break;
        };
        if !is_word(sign) {
            end(start.take(), at, quoted);
            quoted = sign == '’';
        } else if is_alone(sign) {
            end(start.take(), at, quoted);
            end(Some(at), at + sign.len_utf8(), false);
            quoted = false;
        } else if start.is_none() {
            start = Some(at);
        }
        at += sign.len_utf8();
    }
    end(start, text.len(), quoted);
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || is_combining_mark(sign)
}

/// Whether a character belongs to a script written without spaces: Han, kana, Thai, Lao, Burmese,
/// Khmer.
fn is_alone(sign: char) -> bool {
    matches!(sign, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Folds a word: removes differences of case, width and accents.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    // Characters that decompose into a space and a mark would split a word in two.
    let stays = |c: &char| c.is_alphanumeric() && !is_combining_mark(*c);
    let bare = |text: &str| -> String { text.nfkd().filter(stays).collect() };
    bare(&bare(word).to_lowercase())
}

/// How the forms of a word are reduced to a stem, in one language.
pub enum Stem {
    Snowball(Stemmer),
    Indonesian,
    /// Without rules: each form is its own stem.
    Plain,
}

impl Stem {
    /// Returns the stemmer of a language (BCP 47).
    pub fn of(language: &str) -> Self {
        use Algorithm::*;
        let first = language.split(['-', '_']).next().unwrap_or_default();
        let algorithm = match first.to_ascii_lowercase().as_str() {
            "ar" => Arabic,
            "da" => Danish,
            "de" => German,
            "el" => Greek,
            "en" => English,
            "es" => Spanish,
            "fi" => Finnish,
            "fr" => French,
            "hu" => Hungarian,
            "it" => Italian,
            "nb" | "nn" | "no" => Norwegian,
            "nl" => Dutch,
            "pt" => Portuguese,
            "ro" => Romanian,
            "ru" => Russian,
            "sv" => Swedish,
            "ta" => Tamil,
            "tr" => Turkish,
            "id" | "ms" => return Stem::Indonesian,
            _ => return Stem::Plain,
        };
        Stem::Snowball(Stemmer::create(algorithm))
    }

    /// Returns the folded stem of a word as written.
    pub fn stem(&self, word: &str) -> String {
        match self {
            Stem::Snowball(stemmer) => {
                let lower = match word.is_ascii() {
                    true => word.to_ascii_lowercase(),
                    false => word.nfc().collect::<String>().to_lowercase(),
                };
                let stem: Cow<'_, str> = stemmer.stem(&lower);
                fold(&stem)
            }
            Stem::Indonesian => indonesian(fold(word)),
            Stem::Plain => fold(word),
        }
    }
}

/// Removes particles (-lah, -kah, -pun) and possessives (-ku, -mu, -nya), which attach to any word,
/// and keeps the affixes that form another word. Leaves at least four letters.
fn indonesian(mut word: String) -> String {
    for endings in [["lah", "kah", "pun"], ["nya", "ku", "mu"]] {
        let ending = endings.iter().find(|e| word.ends_with(**e));
        if let Some(ending) = ending.filter(|e| word.len() >= e.len() + 4) {
            word.truncate(word.len() - ending.len());
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        each_word(text, |word| found.push(word));
        found
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            all("Meta's Llama-4.1 – “open”, l’été: 開放型 モデル!"),
            [
                "Meta", "Llama", "4", "1", "open", "l", "été", "開", "放", "型", "モ", "デ", "ル"
            ]
        );
        assert_eq!(all("e\u{301}te\u{301}"), ["e\u{301}te\u{301}"]);
    }

    #[test]
    fn case_width_and_accents_fold() {
        assert_eq!(fold("ÉTÉ"), "ete");
        assert_eq!(fold("Ｍｅｔａ"), "meta");
        assert_eq!(fold("İstanbul"), "istanbul");
        assert_eq!(fold("a\u{fe72}b"), "ab");
        assert_eq!(fold("\u{fe72}"), "");
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let english = Stem::of("en-GB");
        assert_eq!(english.stem("Releases"), english.stem("releasing"));
        let indonesian = Stem::of("id");
        assert_eq!(indonesian.stem("modelnya"), "model");
        assert_eq!(indonesian.stem("bukunyalah"), "buku");
        assert_eq!(indonesian.stem("buku"), "buku");
        let french = Stem::of("fr");
        assert_eq!(french.stem("développée"), french.stem("développé"));
    }
}
