//! Segments of addresses: derived from text, or validated as an editor wrote them.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::limits::{MAX_ADDRESS, MAX_SEGMENT};
use crate::percent;

/// What becomes of words in other scripts in addresses that are made from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Slugs {
    /// They are written in Latin letters.
    #[default]
    Latin,
    /// They keep the letters of their script.
    Native,
}

impl Slugs {
    pub const ALL: [Self; 2] = [Self::Latin, Self::Native];

    /// As `site.yaml` has it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Latin => "latin",
            Self::Native => "native",
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::Latin => Self::Native,
            Self::Native => Self::Latin,
        }
    }

    /// Turns any text into an address segment. See [`slug()`], whose results both have for words in
    /// ASCII.
    pub fn of(self, words: &str) -> String {
        match self {
            Self::Native if !words.is_ascii() => native(words),
            _ => slug(words),
        }
    }
}

/// Turns any text into an address segment of lower-case letters, digits and dashes. Symbols are
/// spelled out (`C++` becomes `c-plus-plus`); if nothing is left, the slug is a short digest of the
/// text.
pub fn slug(words: &str) -> String {
    let spelled = spelled_out(words);
    let slug = if spelled.is_ascii() {
        ascii(&spelled)
    } else {
        slug::slugify(&spelled)
    };
    usable(slug, words)
}

/// Turns a text into an address segment that keeps the letters, marks and digits of every script, in
/// lower case and composed. What is not seen, such as the joiners of Persian and Hindi, is left out.
fn native(words: &str) -> String {
    let lower = spelled_out(words).to_lowercase();
    let mut slug = String::with_capacity(lower.len());
    let mut chars = lower.nfc().peekable();
    while let Some(c) = chars.next() {
        let is_inside = |next: Option<&char>| {
            slug.chars().next_back().is_some_and(is_hebrew) && next.copied().is_some_and(is_hebrew)
        };
        match c {
            c if is_unseen(c) => {}
            // Marks of Hebrew abbreviations, also as keyboards have them.
            '\u{5f3}' | '\u{5f4}' => {}
            '"' if is_inside(chars.peek()) => {}
            c if c.is_alphanumeric() => slug.push(c),
            c if is_combining_mark(c) && !slug.is_empty() && !slug.ends_with('-') => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    usable(slug, words)
}

/// Composes a text, and spells out the symbols that tell names apart.
fn spelled_out(words: &str) -> String {
    let mut spelled = String::with_capacity(words.len());
    let composed = if words.is_ascii() {
        words.into()
    } else {
        Cow::Owned(words.nfc().collect())
    };
    let composed: Cow<'_, str> = composed;
    for c in composed.chars() {
        match c {
            '+' => spelled.push_str(" plus "),
            '#' => spelled.push_str(" sharp "),
            '&' => spelled.push_str(" and "),
            '%' => spelled.push_str(" percent "),
            '@' => spelled.push_str(" at "),
            '\'' | '’' => {}
            c => spelled.push(c),
        }
    }
    spelled
}

/// A slug that is short enough and not empty.
fn usable(mut slug: String, words: &str) -> String {
    if slug.len() > MAX_SEGMENT {
        let mut end = slug.floor_char_boundary(MAX_SEGMENT);
        // A letter stays with its marks.
        while slug[end..].starts_with(is_combining_mark) {
            end = slug.floor_char_boundary(end - 1);
        }
        slug.truncate(end);
        slug.truncate(slug.trim_end_matches('-').len());
    }
    if slug.is_empty() || is_device(&slug) {
        slug = format!("x{}", crate::digest::name(words.as_bytes(), 8));
    }
    slug
}

fn is_hebrew(c: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&c)
}

/// Whether a character has no shape of its own: marks of direction, joiners, soft hyphens, the variants
/// of emoji, the stretching of Arabic letters.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Composes the characters of a name, as most programs write them (Unicode Normalization Form C;
/// UAX #15). Files that come from macOS have their accents apart.
pub fn nfc(name: &str) -> Cow<'_, str> {
    match name.is_ascii() || is_nfc(name) {
        true => Cow::Borrowed(name),
        false => Cow::Owned(name.nfc().collect()),
    }
}

/// Returns what `slug::slugify` returns for ASCII, without its tables.
fn ascii(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Checks that an editor's word is a valid address segment on every file system.
///
/// # Errors
/// Describes why it is not, for the user.
pub fn check(word: &str) -> Result<(), String> {
    if word.is_empty() {
        return Err("it is empty".to_owned());
    }
    if word.len() > MAX_SEGMENT {
        return Err(format!("it is longer than {MAX_SEGMENT} bytes"));
    }
    if let Some(c) = word
        .chars()
        .find(|c| !(c.is_alphanumeric() || "-_.~".contains(*c) || is_mark(*c)))
    {
        return Err(match c {
            '/' | '\\' => "it contains a slash or a backslash".to_owned(),
            ' ' => "it contains a space".to_owned(),
            c if c.is_control() => "it contains a control character".to_owned(),
            c if !c.is_ascii() => format!("it contains the character U+{:04X}", u32::from(c)),
            c => format!("it contains the character `{c}`"),
        });
    }
    if word.starts_with(is_combining_mark) {
        return Err("it starts with a mark that belongs to a letter".to_owned());
    }
    if word.starts_with('.') || word.ends_with('.') {
        return Err("it starts or ends with a dot".to_owned());
    }
    if is_device(word) {
        return Err("Windows reserves this name for a device".to_owned());
    }
    Ok(())
}

/// Whether a character is a mark on a letter that readers see.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c) && !is_unseen(c)
}

/// Checks a former address of this site and returns its route: without the leading slash, and with
/// `index.html` if it is a folder. Letters of other scripts may be percent-encoded, as browsers copy
/// them.
///
/// # Errors
/// Describes why it is invalid, for the user.
pub fn check_path(path: &str) -> Result<String, String> {
    if path.len() > MAX_ADDRESS {
        return Err(format!("it is longer than {MAX_ADDRESS} bytes"));
    }
    if path.contains("://") || path.starts_with("//") {
        return Err("it includes a host".to_owned());
    }
    if path.contains(['?', '#']) {
        return Err("it contains ? or #".to_owned());
    }
    let decoded = match path.contains('%') {
        true => percent::decode(path).filter(|decoded| !decoded.is_ascii()),
        false => None,
    };
    let composed = nfc(decoded.as_deref().unwrap_or(path));
    let inner = composed.strip_prefix('/').unwrap_or(&composed);
    if inner.contains("//") {
        return Err("it contains two slashes in a row".to_owned());
    }
    let folder = inner.is_empty() || inner.ends_with('/');
    for part in inner.trim_end_matches('/').split('/') {
        if !(inner.is_empty() && part.is_empty()) {
            check(part)?;
        }
    }
    let file = inner
        .rsplit('/')
        .next()
        .is_some_and(|last| last.contains('.'));
    Ok(match (folder, file) {
        (true, _) => format!("{inner}index.html"),
        (false, true) => inner.to_owned(),
        (false, false) => format!("{inner}/index.html"),
    })
}

/// Folds a route so that two routes are equal if a file system that folds case or Unicode form
/// would treat them as one.
pub fn fold(route: &str) -> Cow<'_, str> {
    if !route.is_ascii() {
        return route.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    }
    if route.bytes().any(|b| b.is_ascii_uppercase()) {
        return Cow::Owned(route.to_ascii_lowercase());
    }
    Cow::Borrowed(route)
}

/// Returns whether Windows reserves the name, with any extension.
pub fn is_device(word: &str) -> bool {
    let stem = word.split('.').next().unwrap_or("");
    if !(3..=4).contains(&stem.len()) {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(|c: char| ('1'..='9').contains(&c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_spells_symbols_out_and_is_never_empty() {
        assert_eq!(slug("C++"), "c-plus-plus");
        assert_eq!(slug("C#"), "c-sharp");
        assert_eq!(slug("Meta’s Llama 4.1"), "metas-llama-4-1");
        assert_eq!(slug("Ünïcode Straße"), "unicode-strasse");
        assert_eq!(slug("!!!").len(), 9);
        assert_ne!(slug("!!!"), slug("???"));
        assert_ne!(slug("con"), "con");
        assert!(slug(&"long ".repeat(200)).len() <= MAX_SEGMENT);
    }

    #[test]
    fn a_native_slug_keeps_the_letters_of_every_script() {
        for (words, kept) in [
            ("Meta’s Llama 4.1", "metas-llama-4-1"),
            ("Grüne Straße & C++", "grüne-straße-and-c-plus-plus"),
            ("افتتاح السدّ: «غدًا»", "افتتاح-السدّ-غدًا"),
            ("می\u{200c}خواهد", "میخواهد"),
            ("دو\"خ ו\u{5f4}ח דו\"חות", "دو-خ-וח-דוחות"),
            ("हिन्दी समाचार।", "हिन्दी-समाचार"),
            ("ダムの「開門」・延期", "ダムの-開門-延期"),
            ("Плотина ОТКРЫТА", "плотина-открыта"),
            ("gro\u{308}\u{df}e", "größe"),
            ("ΟΔΟΣ", "οδος"),
            ("\u{301}a", "a"),
        ] {
            let slug = Slugs::Native.of(words);
            assert_eq!(slug, kept, "{words}");
            assert_eq!(check(&slug), Ok(()), "{slug}");
            assert_eq!(Slugs::Native.of(&slug), slug);
        }
        assert_eq!(Slugs::Native.of("「」").len(), 9);
        for long in ["ダ", "क्षि", "Ж ", "\u{1f3db}é"] {
            let slug = Slugs::Native.of(&long.repeat(300));
            assert!(slug.len() <= MAX_SEGMENT && slug.len() > MAX_SEGMENT / 2);
            assert_eq!(check(&slug), Ok(()), "{slug}");
        }
    }

    #[test]
    fn the_short_way_for_ascii_is_the_long_way() {
        for words in [
            "A b",
            " --x__y ",
            "Llama 4.1 (405B)",
            "...",
            "a",
            "",
            "A+B/c",
        ] {
            assert_eq!(ascii(words), slug::slugify(words), "{words:?}");
        }
    }

    #[test]
    fn a_name_has_one_form() {
        for (written, one) in [
            ("gro\u{308}\u{df}e", "größe"),
            ("größe", "größe"),
            ("a b", "a b"),
        ] {
            assert_eq!(nfc(written), one);
        }
    }

    #[test]
    fn hostile_parts_of_an_address_are_refused() {
        for bad in [
            "../../x",
            "%2e%2e%2f",
            "..\\x",
            "/etc/x",
            "a\0b",
            "CON",
            "con.html",
            "a.",
            ".a",
            "a:b",
            "a b",
            "",
            "\u{301}a",
            "a\u{200f}b",
            &"x".repeat(300),
        ] {
            assert!(check(bad).is_err(), "{bad:?}");
        }
        for good in ["llama-4", "GPT_OSS", "v1.2", "日本", "हिन्दी", "السدّ"] {
            assert!(check(good).is_ok(), "{good:?}");
        }
    }

    #[test]
    fn an_old_address_becomes_a_route() {
        assert_eq!(check_path("/2025/12/a.html").unwrap(), "2025/12/a.html");
        assert_eq!(check_path("/old/").unwrap(), "old/index.html");
        assert_eq!(check_path("/old").unwrap(), "old/index.html");
        for path in ["/größe/", "/gro\u{308}\u{df}e/", "/gr%C3%B6%C3%9Fe/"] {
            assert_eq!(check_path(path).unwrap(), "größe/index.html");
        }
        for bad in [
            "https://x.org/a",
            "//x/a",
            "/a/../b",
            "/a?b=c",
            "/a//b",
            "/%2e/",
        ] {
            assert!(check_path(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn routes_that_some_file_systems_take_for_one_fold_to_one() {
        assert_eq!(fold("A/Straße"), fold("a/straße"));
        assert_eq!(fold("e\u{301}"), fold("é"));
    }
}
