//! Splits text into searchable words, and reduces words to stems.
//!
//! `tokens` in the theme's `search.js` splits and folds a query in the same way. A word is a run of
//! letters, marks and digits; each character of a script without spaces between words stands alone.
//! Folding is NFKD without marks and other characters that are no letters or digits, in lower case.
//! Only the index stems words, so that no stemmer is sent to a browser.
//!
//! A text is found by more than its words: by two words that a hyphen joins ("open-weight":
//! "openweight"), a word and a number after it ("GPT 5": "gpt5"), the letters and the digits of one
//! word ("GPT5": "gpt", "5"), two neighbours of a script without spaces, Arabic and Hebrew words
//! without their prefixes and Korean ones without their particles.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a text is found by.
#[derive(Debug, Clone, Copy)]
pub enum Token<'t> {
    /// A word, as written.
    Word(&'t str),
    /// The last two words as one.
    Joined(&'t str),
}

impl<'t> Token<'t> {
    pub fn text(self) -> &'t str {
        match self {
            Token::Word(text) | Token::Joined(text) => text,
        }
    }
}

/// Most digits of a number that belongs to the word before it: a year does not.
const DIGITS: usize = 3;

/// Calls `each` with every word of a text, and after a word that belongs to the one before it with
/// both as one.
pub fn each_token(text: &str, mut each: impl FnMut(Token<'_>)) {
    // The word before, and where it ends.
    let mut before: Option<(&str, usize)> = None;
    let mut joined = String::new();
    each_word(text, |word| {
        let from = word.as_ptr() as usize - text.as_ptr() as usize;
        let to = from + word.len();
        if let Some((_, end)) = &mut before
            && *end == from
            && word.chars().all(is_combining_mark)
        {
            // A mark of the sign before it.
            *end = to;
            return;
        }
        each(Token::Word(word));
        if let Some((first, end)) = before
            && belongs(first, &text[end..from], word)
        {
            joined.clear();
            joined.push_str(first);
            joined.push_str(word);
            each(Token::Joined(&joined));
        }
        before = Some((word, to));
    });
}

/// Whether a word belongs to the one before it. `between`: what is between them.
fn belongs(first: &str, between: &str, word: &str) -> bool {
    let number = || {
        word.len() <= DIGITS
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && first.chars().all(char::is_alphabetic)
    };
    match between {
        "" => first.chars().all(is_alone) && word.chars().all(is_alone),
        "-" | "\u{2010}" | "\u{2011}" => true,
        " " | "." | "\u{a0}" => number(),
        _ => false,
    }
}

/// Returns the runs of letters and of digits of a word that has both.
pub fn parts(word: &str) -> Vec<String> {
    let has_both = word.bytes().any(|byte| byte.is_ascii_digit())
        && word.chars().any(|sign| !sign.is_ascii_digit());
    if !has_both {
        return Vec::new();
    }
    let mut parts: Vec<String> = Vec::new();
    let mut digits = None;
    for sign in word.chars() {
        let is_digit = Some(sign.is_ascii_digit());
        if digits != is_digit {
            parts.push(String::new());
        }
        digits = is_digit;
        if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts
}

/// Returns a word without what is written together with it: in Arabic and Hebrew the article, "and",
/// "in", "to"; in Korean a particle. A search for the word finds both.
pub fn bare(word: &str, language: &str) -> Vec<String> {
    let prefixes: [&[&str]; 2] = match language.split(['-', '_']).next() {
        Some("ko") => return vec![without_particle(word)],
        Some("ar") => [&["و", "ف", "ب", "ك", "ل"], &["ال", "لل"]],
        Some("he" | "iw" | "yi") => [&["ו", "ש", "כש"], &["ה", "ב", "ל", "מ", "כ"]],
        _ => return Vec::new(),
    };
    const LEAST: usize = 3;
    let without = |word: &str, prefixes: &[&str]| {
        let bare = prefixes.iter().find_map(|p| word.strip_prefix(p))?;
        (bare.chars().count() >= LEAST).then(|| bare.to_owned())
    };
    let mut found: Vec<String> = Vec::new();
    let inner = without(word, prefixes[1]);
    let outer = without(word, prefixes[0]);
    let both = outer.as_ref().and_then(|bare| without(bare, prefixes[1]));
    found.extend([outer, inner, both].into_iter().flatten());
    found
}

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
    spelt(bare(&bare(word).to_lowercase()))
}

/// Replaces letters that are no variants of others for Unicode but for who writes them: those that
/// a keyboard lacks, and those that Arabic and Persian keyboards have in two ways.
fn spelt(word: String) -> String {
    const LETTERS: [(char, &str); 12] = [
        ('ß', "ss"),
        ('æ', "ae"),
        ('œ', "oe"),
        ('ø', "o"),
        ('ł', "l"),
        ('đ', "d"),
        ('þ', "th"),
        ('ı', "i"),
        ('ى', "ي"),
        ('ی', "ي"),
        ('ک', "ك"),
        ('ة', "ه"),
    ];
    let of = |sign: char| LETTERS.iter().find(|(letter, _)| *letter == sign);
    if !word.chars().any(|sign| of(sign).is_some()) {
        return word;
    }
    let mut out = String::with_capacity(word.len());
    for sign in word.chars() {
        match of(sign) {
            Some((_, letters)) => out.push_str(letters),
            None => out.push(sign),
        }
    }
    out
}

/// How the forms of a word are reduced to a stem, in one language.
pub enum Stem {
    Snowball(Stemmer),
    Indonesian,
    Korean,
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
            "ko" => return Stem::Korean,
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
            Stem::Korean => fold(&without_particle(word)),
            Stem::Plain => fold(word),
        }
    }
}

/// Removes a particle after a noun, and leaves at least two syllables.
fn without_particle(word: &str) -> String {
    const PARTICLES: [&str; 22] = [
        "에서는",
        "으로는",
        "에서",
        "에게",
        "까지",
        "부터",
        "으로",
        "이나",
        "에는",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "로",
        "와",
        "과",
        "도",
        "만",
    ];
    let word: String = word.nfc().collect();
    let bare = PARTICLES.iter().find_map(|p| word.strip_suffix(p));
    fold(
        bare.filter(|bare| bare.chars().count() >= 2)
            .unwrap_or(&word),
    )
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
    fn what_belongs_together_is_one_word_too() {
        let joined = |text: &str| {
            let mut found = Vec::new();
            each_token(text, |token| {
                if let Token::Joined(text) = token {
                    found.push(text.to_owned());
                }
            });
            found
        };
        assert_eq!(
            joined("Open-weight GPT-5, SB 53 of 2024, K3.1 and Grok 3"),
            ["Openweight", "GPT5", "SB53", "Grok3"]
        );
        assert_eq!(joined("開放型、モデル"), ["開放", "放型", "モデ", "デル"]);
        assert_eq!(joined("กินน้ำ"), ["กน", "นน", "นำ"]);
        assert_eq!(parts("Qwen3b"), ["Qwen", "3", "b"]);
        assert_eq!(parts("2024"), [""; 0]);
        assert_eq!(bare("والمدارس", "ar"), ["المدارس", "مدارس"]);
        assert_eq!(bare("שבבחירות", "he"), ["בבחירות", "בחירות"]);
        assert_eq!(bare("מים", "he"), [""; 0]);
        assert_eq!(Stem::of("ko").stem("모델을"), fold("모델"));
        assert_eq!(Stem::of("ko").stem("요금"), fold("요금"));
    }

    #[test]
    fn case_width_and_accents_fold() {
        assert_eq!(fold("Straße"), "strasse");
        assert_eq!(fold("Żółć"), "zolc");
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
