//! Converts quotation marks, dashes, dots and French spaces of texts, headlines and deks.
//!
//! Never within a word, an option (`--flag`), an address or a formula. Quotation marks become those
//! of the text's language; of a language whose [conventions](Conventions) are unknown, and of
//! Hebrew, they are left as they were typed.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::{memchr, memchr3, memmem};

use super::conventions::Conventions;
use crate::cjk::is_unspaced;

/// Finds three full stops.
static DOTS: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("..."));

/// Whether a text has three full stops in a row.
pub fn has_dots(text: &str) -> bool {
    DOTS.find(text.as_bytes()).is_some()
}

/// Converts the marks of a single line.
pub fn typeset(text: &str, conventions: &'static Conventions) -> String {
    let mut typography = Typography::new(conventions);
    typography
        .set(text, has_dots(text), &|| None, &|_| false)
        .into_owned()
}

/// The state of the conversion within one block of text.
#[derive(Debug)]
pub struct Typography {
    conventions: &'static Conventions,
    /// The last character before the text to come; `None` at the start of a block.
    pub last: Option<char>,
    /// Whether a double and a single quotation are open.
    double: bool,
    single: bool,
}

impl Typography {
    pub fn new(conventions: &'static Conventions) -> Self {
        Self {
            conventions,
            last: None,
            double: false,
            single: false,
        }
    }

    /// Begins a block.
    pub fn begin(&mut self) {
        *self = Self::new(self.conventions);
    }

    /// Converts the next part of a block. `dots`: whether it may have [three full
    /// stops](has_dots). `after` returns the character that follows it, `literal` whether the
    /// character at an offset must stay as it is.
    pub fn set<'t>(
        &mut self,
        text: &'t str,
        dots: bool,
        after: &dyn Fn() -> Option<char>,
        literal: &dyn Fn(usize) -> bool,
    ) -> Cow<'t, str> {
        let bytes = text.as_bytes();
        let (mut out, mut done, mut at) = (String::new(), 0, 0);
        let mut formulas: Option<Vec<Range<usize>>> = None;
        // Single full stops, the most frequent marks, are passed over.
        let may_have_dots = dots;
        let dots_from = |at: usize| match may_have_dots {
            true => DOTS.find(&bytes[at..]).map(|n| at + n),
            false => None,
        };
        let mut dots = dots_from(0);
        let spaced = self.conventions.spaced_marks;
        let space_from = |at: usize| match spaced {
            true => french_space(text, at, after),
            false => None,
        };
        let mut space = space_from(0);
        loop {
            if dots.is_some_and(|dots| dots < at) {
                dots = dots_from(at);
            }
            if space.is_some_and(|(space, _)| space < at) {
                space = space_from(at);
            }
            let mark = memchr3(b'"', b'\'', b'-', &bytes[at..]).map(|n| at + n);
            let blank = space.map(|(space, _)| space);
            let Some(start) = mark.into_iter().chain(dots).chain(blank).min() else {
                break;
            };
            let same = bytes[start..].iter().take_while(|b| **b == bytes[start]);
            let run = match bytes[start] {
                b'"' | b'\'' | b' ' => 1,
                _ => same.count(),
            };
            at = start + run;
            if bytes[start] == b'-' && run < 2 {
                continue;
            }
            let before = match start {
                0 => self.last,
                _ if start == done => out.chars().next_back(),
                _ => text[done..start].chars().next_back(),
            };
            let next = text[at..].chars().next().or_else(after);
            let formulas = formulas.get_or_insert_with(|| formulas_in(text));
            let formula = formulas.get(formulas.partition_point(|f| f.end <= start));
            if literal(start) || formula.is_some_and(|f| f.contains(&start)) {
                continue;
            }
            let word = word_around(text, start);
            let (len, new) = match bytes[start] {
                b'"' => (1, self.double_quote(word, before, next)),
                b'\'' => (1, self.single_quote(word, before, next, &text[at..])),
                b' ' => (1, space.map(|(_, new)| new)),
                b'.' => (3, (run <= 4 && !is_path(word)).then_some(self.dots())),
                _ => (run, self.dash(run, word, before, next)),
            };
            if let Some(new) = new {
                out.push_str(&text[done..start]);
                out.push_str(new);
                done = start + len;
            }
        }
        self.last = match done == text.len() && done > 0 {
            true => out.chars().next_back(),
            false => text.chars().next_back().or(self.last),
        };
        if done == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(&text[done..]);
        Cow::Owned(out)
    }

    fn double_quote(
        &mut self,
        word: &str,
        before: Option<char>,
        next: Option<char>,
    ) -> Option<&'static str> {
        let [open, close, ..] = self.conventions.quotes?;
        // Arabic joins short words to the next one, and no word of it holds a mark: و"كلمة".
        let joined = !self.double && before.is_some_and(is_arabic);
        let within = is_letter(before) && is_letter(next);
        if (within && !joined) || before == Some('=') || is_path(word) {
            return None;
        }
        // After an elision: l’« eau ».
        let elided = !self.double && matches!(before, Some('’' | '\''));
        let opens = (may_open(before) || elided || (within && joined)) && !is_space(next);
        let closes = !is_space(before) && !is_letter(next);
        if opens && !(closes && self.double) {
            self.double = true;
            return Some(open);
        }
        (closes && std::mem::take(&mut self.double)).then_some(close)
    }

    fn single_quote(
        &mut self,
        word: &str,
        before: Option<char>,
        next: Option<char>,
        rest: &str,
    ) -> Option<&'static str> {
        if is_path(word) || before == Some('=') {
            return None;
        }
        // Feet and inches, degrees and minutes: 5'10"
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if is_digit(before) && is_digit(next) {
            return None;
        }
        if is_letter(before) && is_letter(next) {
            return (before.is_some_and(is_latin) && next.is_some_and(is_latin)).then_some("’");
        }
        let [.., open, close] = self.conventions.quotes?;
        let opens = may_open(before) && !is_space(next);
        // Between unspaced characters nothing tells the opening mark from the closing one.
        if opens && !(self.single && before.is_some_and(is_unspaced)) {
            if is_digit(next) || starts_clipped(rest) {
                return Some("’");
            }
            self.single = true;
            return Some(open);
        }
        // Feet and minutes: 5'
        let measure = is_digit(before) && !self.single;
        if is_space(before) || measure {
            return None;
        }
        match std::mem::take(&mut self.single) {
            true => Some(close),
            false => Some("’"),
        }
    }

    /// Two hyphens between words or spaces are a dash; before a word they begin an option.
    fn dash(
        &self,
        run: usize,
        word: &str,
        before: Option<char>,
        next: Option<char>,
    ) -> Option<&'static str> {
        let option = !is_letter(before) && is_latin_or_dash(next);
        let arrow = matches!(before, Some('<' | '!')) || next == Some('>');
        if option || arrow || is_path(word) || word.contains('=') {
            return None;
        }
        let range = before.is_some_and(|c| c.is_ascii_digit());
        match run {
            2 | 3 if self.conventions.unspaced && !range => Some("——"),
            2 => Some("–"),
            3 => Some("—"),
            _ => None,
        }
    }

    /// Three full stops.
    fn dots(&self) -> &'static str {
        match self.conventions.unspaced {
            true => "……",
            false => "…",
        }
    }
}

/// Returns the next space from an offset on that no line may break at in French, and what is
/// written for it: narrow before `;`, `!` and `?`, full before `:` and within guillemets.
fn french_space(
    text: &str,
    mut at: usize,
    after: &dyn Fn() -> Option<char>,
) -> Option<(usize, &'static str)> {
    while let Some(n) = memchr(b' ', &text.as_bytes()[at..]) {
        let space = at + n;
        at = space + 1;
        let mut next = text[at..].chars();
        let mark = next.next();
        let then = || next.as_str().chars().next().or_else(after);
        // A mark, and not the beginning of a word: ` :smile:`, ` !important`.
        let ends = |then: Option<char>| then.is_none_or(|c| !c.is_alphanumeric());
        if text[..space].ends_with('«') || (mark == Some('»') || mark == Some(':')) && ends(then())
        {
            return Some((space, "\u{a0}"));
        }
        if matches!(mark, Some(';' | '!' | '?')) && ends(then()) {
            return Some((space, "\u{202f}"));
        }
    }
    None
}

/// Words whose beginning is left out, in English, German, Dutch and French: ’tis, ’ne, ’s, ’tit.
const CLIPPED: [&str; 16] = [
    "bout", "cause", "em", "n", "ne", "nem", "nen", "ner", "nes", "s", "t", "til", "tis", "tit",
    "tite", "twas",
];

/// Whether a text starts with a word whose beginning is left out.
fn starts_clipped(text: &str) -> bool {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let word = text[..end].to_lowercase();
    CLIPPED.contains(&word.as_str())
}

/// Whether a character belongs to a word that is divided from others by spaces.
fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c))
}

fn is_latin_or_dash(c: Option<char>) -> bool {
    c.is_some_and(|c| is_letter(Some(c)) || c == '-')
}

fn is_space(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

fn may_open(before: Option<char>) -> bool {
    before.is_none_or(|b| b.is_whitespace() || "([{“‘„‚«»‹›—–-/¿¡".contains(b) || is_unspaced(b))
}

fn is_arabic(c: char) -> bool {
    ('\u{620}'..='\u{64a}').contains(&c) || ('\u{66e}'..='\u{6d3}').contains(&c)
}

/// A letter of a Latin alphabet, or a digit.
fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&c)
}

/// Maximum length of what is taken for a word to either side of a mark, in bytes.
const LONGEST: usize = 200;

/// The word around an offset, between white space.
fn word_around(text: &str, at: usize) -> &str {
    let first = text.ceil_char_boundary(at.saturating_sub(LONGEST));
    let last = text.floor_char_boundary((at + LONGEST).min(text.len()));
    let (left, right) = (&text[first..at], &text[at..last]);
    let word = left.rsplit(char::is_whitespace).next().unwrap_or(left);
    let end = right.find(char::is_whitespace).unwrap_or(right.len());
    &text[at - word.len()..at + end]
}

/// Whether a word is an option or part of an address: nothing in it is typography.
fn is_path(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '[', '"', '\'']);
    let option = word
        .strip_prefix("--")
        .is_some_and(|w| w.starts_with(|c: char| c.is_ascii_alphanumeric()));
    option
        || word.contains("://")
        || word.starts_with("www.")
        || word.starts_with(['/', '~'])
        || word.starts_with("./")
        || word.starts_with("../")
        || word.ends_with("/...")
}

/// The formulas between dollar signs: `$f'(x)$`, as Pandoc reads them, which hold a sign of one.
fn formulas_in(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut signs = text.match_indices('$').map(|(at, _)| at).peekable();
    while let Some(start) = signs.next() {
        let Some(&end) = signs.peek() else { break };
        let inner = &text[start + 1..end];
        let tight =
            !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace);
        let formula = inner.contains(['\\', '^', '_', '=', '{', '(']);
        let price = text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
        if tight && formula && !price {
            found.push(start..end);
            signs.next();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::conventions::conventions_of;

    fn set(lang: &str, text: &str) -> String {
        typeset(text, conventions_of(lang))
    }

    fn english(text: &str) -> String {
        set("en-GB", text)
    }

    #[test]
    fn quotes_open_and_close() {
        assert_eq!(english("Meta's \"open\" model"), "Meta’s “open” model");
        assert_eq!(english("'a' (\"b\")"), "‘a’ (“b”)");
        assert_eq!(english("in the '90s"), "in the ’90s");
        assert_eq!(english("\"'Both' at once\""), "“‘Both’ at once”");
        assert_eq!(
            english("the dogs' and the 1990s' end"),
            "the dogs’ and the 1990s’ end"
        );
    }

    #[test]
    fn only_three_dots_are_one_sign() {
        assert_eq!(english("wait... a.. b."), "wait… a.. b.");
        assert_eq!(english("so.... but ....."), "so…. but .....");
    }

    #[test]
    fn nothing_within_a_word_changes() {
        for same in ["דו\"חות", "צה\"ל", "a\"b", "ע\"י", "ג'ירפה"] {
            assert_eq!(english(same), same);
        }
        assert_eq!(
            set("he", "ב\"סכר הישן\", ע\"י גוף"),
            "ב\"סכר הישן\", ע\"י גוף"
        );
    }

    #[test]
    fn hyphens_before_a_word_are_an_option() {
        for same in [
            "use --force here",
            "(--dry-run)",
            "--name=\"a b\"",
            "<!-- x",
            "a --> b",
            "-----",
            "git log --author='x'",
        ] {
            assert_eq!(english(same), same);
        }
        assert_eq!(
            english("1990--2000, so -- he said --- it"),
            "1990–2000, so – he said — it"
        );
    }

    #[test]
    fn addresses_measures_and_formulas_stay() {
        for same in [
            "https://example.org/a--b...c'd",
            "a 6\" pipe and 5' 10\" tall",
            "5'10\" and 40°26'46\"",
            "$f'(x) = 3$ and $a_{--}$",
            "go test ./...",
            "../a--b",
            "a=\"b\"",
        ] {
            assert_eq!(english(same), same);
        }
        assert_eq!(english("\"$5\" or \"$6\""), "“$5” or “$6”");
    }

    #[test]
    fn each_language_has_its_own_quotes() {
        let said = "\"Halt, 'jetzt' nicht\", sagte er.";
        assert_eq!(set("de", said), "„Halt, ‚jetzt‘ nicht“, sagte er.");
        assert_eq!(set("de-CH", said), "«Halt, ‹jetzt› nicht», sagte er.");
        assert_eq!(set("pl", said), "„Halt, «jetzt» nicht”, sagte er.");
        assert_eq!(set("ru", said), "«Halt, „jetzt“ nicht», sagte er.");
        assert_eq!(set("es", said), "«Halt, “jetzt” nicht», sagte er.");
        assert_eq!(set("es-MX", said), "“Halt, ‘jetzt’ nicht”, sagte er.");
        assert_eq!(set("sv", said), "”Halt, ’jetzt’ nicht”, sagte er.");
        assert_eq!(set("id", said), "“Halt, ‘jetzt’ nicht”, sagte er.");
        assert_eq!(set("fr", "l'\"eau\" d'ici"), "l’«\u{a0}eau\u{a0}» d’ici");
        assert_eq!(
            set("de", "so 'ne Sache, sagt Hans' Freund, Rock 'n' Roll"),
            "so ’ne Sache, sagt Hans’ Freund, Rock ’n’ Roll"
        );
        assert_eq!(set("nl", "'s ochtends 'stil'"), "’s ochtends ‘stil’");
        assert_eq!(
            set("fr", "l'eau \"non, l'autre\""),
            "l’eau «\u{a0}non, l’autre\u{a0}»"
        );
        assert_eq!(set("es", "¿\"Qué\" dijo?"), "¿«Qué» dijo?");
        assert_eq!(set("ar", "قال \"لا\"، و\"نعم\"."), "قال «لا»، و«نعم».");
    }

    #[test]
    fn unspaced_languages_pair_their_quotes() {
        assert_eq!(
            set("zh", "却是一个\"自大\"又\"自私\"的人。"),
            "却是一个“自大”又“自私”的人。"
        );
        assert_eq!(set("zh-TW", "他說\"停\"了"), "他說「停」了");
        assert_eq!(
            set("ja", "彼は\"OpenAIの'GPT'だ\"と言った"),
            "彼は「OpenAIの『GPT』だ」と言った"
        );
        assert_eq!(set("zh", "等等...然后--他走了"), "等等……然后——他走了");
        assert_eq!(set("ja", "1990--2000年"), "1990–2000年");
        assert_eq!(set("zh", "使用--force选项"), "使用--force选项");
    }

    #[test]
    fn no_line_breaks_before_a_french_mark() {
        assert_eq!(
            set("fr", "Quoi ? Oui : « non » ; fin !"),
            "Quoi\u{202f}? Oui\u{a0}: «\u{a0}non\u{a0}»\u{202f}; fin\u{202f}!"
        );
        for same in ["à 12:30", "un :sourire: ici", "Quoi?", "a ?x=1"] {
            assert_eq!(set("fr", same), same);
        }
        assert_eq!(set("en", "what ? so : it"), "what ? so : it");
    }

    #[test]
    fn unknown_languages_keep_their_quotes() {
        assert_eq!(set("tlh", "a \"b\" 'c' -- so..."), "a \"b\" 'c' – so…");
        assert_eq!(set("he", "\"שלום\""), "\"שלום\"");
    }
}
