//! Segments of addresses: derived from text, or validated as an editor wrote them.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::limits::{MAX_ADDRESS, MAX_SEGMENT};

/// Turns any text into an address segment of lower-case letters, digits and dashes. Symbols are
/// spelled out (`C++` becomes `c-plus-plus`); if nothing is left, the slug is a short digest of the
/// text.
pub fn slug(words: &str) -> String {
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
    let mut slug = if spelled.is_ascii() {
        ascii(&spelled)
    } else {
        slug::slugify(&spelled)
    };
    if slug.len() > MAX_SEGMENT {
        slug.truncate(MAX_SEGMENT);
        slug.truncate(slug.trim_end_matches('-').len());
    }
    if slug.is_empty() || is_device(&slug) {
        slug = format!("x{}", crate::digest::name(words.as_bytes(), 8));
    }
    slug
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
        .find(|c| !(c.is_alphanumeric() || "-_.~".contains(*c)))
    {
        return Err(match c {
            '/' | '\\' => "it contains a slash or a backslash".to_owned(),
            ' ' => "it contains a space".to_owned(),
            c if c.is_control() => "it contains a control character".to_owned(),
            c if !c.is_ascii() => format!("it contains the character U+{:04X}", u32::from(c)),
            c => format!("it contains the character `{c}`"),
        });
    }
    if word.starts_with('.') || word.ends_with('.') {
        return Err("it starts or ends with a dot".to_owned());
    }
    if is_device(word) {
        return Err("Windows reserves this name for a device".to_owned());
    }
    Ok(())
}

/// Checks a former address of this site and returns its route: without the leading slash, and with
/// `index.html` if it is a folder.
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
    let inner = path.strip_prefix('/').unwrap_or(path);
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
            &"x".repeat(300),
        ] {
            assert!(check(bad).is_err(), "{bad:?}");
        }
        for good in ["llama-4", "GPT_OSS", "v1.2", "日本"] {
            assert!(check(good).is_ok(), "{good:?}");
        }
    }

    #[test]
    fn an_old_address_becomes_a_route() {
        assert_eq!(check_path("/2025/12/a.html").unwrap(), "2025/12/a.html");
        assert_eq!(check_path("/old/").unwrap(), "old/index.html");
        assert_eq!(check_path("/old").unwrap(), "old/index.html");
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
