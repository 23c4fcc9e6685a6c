//! The ids of headings, as GitHub and Hugo make them, and the forms of other generators that links
//! may use instead.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::content::body::{Body, Heading, HeadingForms};
use crate::content::slug;

/// Beginnings of ids that the theme and `dateline serve` use around a text. No heading has a colon
/// in its id, and raw HTML loses an id that begins so.
pub const OF_THEME: &str = "dl:";

/// Beginnings of the ids of what a page lists, each before a number: sources and their citations,
/// footnotes, corrections, years, months.
const NUMBERED: [&str; 7] = [
    "source-",
    "cite-",
    "fn-",
    "fnref-",
    "correction-",
    "y-",
    "m-",
];

/// Maximum length of an id in bytes.
const LONGEST: usize = 1000;

/// Whether an id belongs to the page around a text: to its frame, or to something that it lists and
/// that links name.
pub fn is_of_page(id: &str) -> bool {
    let before_number = |start: &str| {
        let rest = id.strip_prefix(start);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    id == "top"
        || id.starts_with("entry-")
        || NUMBERED.iter().any(|start| before_number(start))
        || id
            .get(..OF_THEME.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(OF_THEME))
}

/// Assigns a unique id to each heading of a page.
#[derive(Debug, Default)]
pub struct HeadingIds {
    /// The number that the next heading of an equal text tries.
    seen: BTreeMap<String, usize>,
}

impl HeadingIds {
    /// Returns the editor's id (`## Text {#id}`), else one derived from the text.
    pub fn next(&mut self, own: Option<&str>, text: &str) -> String {
        let own = own.filter(|id| slug::check(id).is_ok());
        let wanted = own.map_or_else(|| github(text), str::to_owned);
        let wanted = match is_of_page(&wanted) {
            true => format!("s-{wanted}"),
            false => wanted,
        };
        numbered(&mut self.seen, wanted, 1)
    }

    /// Excludes an id that the text gives to something else.
    pub fn reserve(&mut self, id: &str) {
        self.seen.entry(id.to_owned()).or_insert(1);
    }
}

/// Returns `wanted`, or with the first free number, from `first`, if it is not free.
fn numbered(seen: &mut BTreeMap<String, usize>, wanted: String, first: usize) -> String {
    let Some(next) = seen.get(&wanted).copied() else {
        seen.insert(wanted.clone(), first);
        return wanted;
    };
    let mut n = next;
    let id = loop {
        let id = format!("{wanted}-{n}");
        n += 1;
        if !seen.contains_key(&id) {
            break id;
        }
    };
    seen.insert(wanted, n);
    seen.insert(id.clone(), first);
    id
}

/// GitHub's form: letters of every script, digits, `_` and `-` are kept, spaces become hyphens,
/// everything else is left out.
fn github(text: &str) -> String {
    let text = text.trim();
    let text: Cow<'_, str> = match text.is_ascii() {
        true => text.into(),
        false => text.nfc().collect(),
    };
    let mut id = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '-' => id.push('-'),
            '_' => id.push('_'),
            c if c.is_ascii_alphanumeric() => id.push(c.to_ascii_lowercase()),
            c if c.is_ascii() => {}
            c if c.is_alphanumeric() || is_combining_mark(c) => id.extend(c.to_lowercase()),
            c if c.is_whitespace() => id.push('-'),
            _ => {}
        }
    }
    id.truncate(id.floor_char_boundary(LONGEST));
    match id.is_empty() {
        true => "section".to_owned(),
        false => id,
    }
}

/// kramdown's form: ASCII letters, digits and hyphens from the first letter on.
fn kramdown(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let kept = text.chars().filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_ascii_alphanumeric() || c == '-' => Some(c.to_ascii_lowercase()),
        _ => None,
    });
    let id: String = kept.collect();
    match id.is_empty() {
        true => "section".to_owned(),
        false => id,
    }
}

/// How a generator makes an id of the words of a heading.
type Form = fn(&str) -> String;

/// Returns the id of the heading of a body that an anchor means in a form of GitHub, Hugo, Jekyll,
/// Zola or an earlier version, or None. It is called only for anchors that are no id.
pub fn meant<'b>(body: &'b Body, anchor: &str) -> Option<&'b str> {
    let anchor = anchor.strip_prefix("user-content-").unwrap_or(anchor);
    let anchor: String = anchor.nfc().flat_map(char::to_lowercase).collect();
    let forms = body.forms.get_or_init(|| Box::new(forms(&body.headings)));
    let of_letters = || *forms.of_letters.get(&letters(&anchor))?;
    let heading = forms.of_ids.get(&anchor).copied().or_else(of_letters)?;
    Some(&body.headings[heading].id)
}

/// Collects the forms of the ids of headings. The first of equal forms counts.
fn forms(headings: &[Heading]) -> HeadingForms {
    let mut all = HeadingForms::default();
    for (n, heading) in headings.iter().enumerate() {
        let short = heading.id.strip_prefix("s-").unwrap_or(&heading.id);
        for id in [heading.id.clone(), short.to_owned(), format!("s-{short}")] {
            all.of_ids.entry(id).or_insert(n);
        }
    }
    let makers: [(Form, usize); 4] = [(github, 1), (kramdown, 1), (slug::slug, 1), (slug::slug, 2)];
    for (form, first) in makers {
        let mut seen = BTreeMap::new();
        for (n, heading) in headings.iter().enumerate() {
            let id = numbered(&mut seen, form(&heading.text), first);
            all.of_ids.entry(id).or_insert(n);
        }
    }
    for (n, heading) in headings.iter().enumerate() {
        let letters = letters(&heading.text);
        if !letters.is_empty() {
            let known = all.of_letters.entry(letters);
            known.and_modify(|one| *one = None).or_insert(Some(n));
        }
    }
    all
}

/// The letters and digits of a text, in lower case.
pub(super) fn letters(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// Whether an anchor means a heading of the given words.
pub fn is_form_of(words: &str, anchor: &str) -> bool {
    let heading = Heading {
        id: github(words),
        text: words.to_owned(),
        level: 1,
    };
    let body = Body {
        headings: vec![heading],
        ..Body::default()
    };
    meant(&body, anchor).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(texts: &[&str]) -> Vec<Heading> {
        let mut ids = HeadingIds::default();
        let heading = |text: &&str| Heading {
            id: ids.next(None, text),
            text: (*text).to_owned(),
            level: 2,
        };
        texts.iter().map(heading).collect()
    }

    fn ids(texts: &[&str]) -> Vec<String> {
        headings(texts).into_iter().map(|h| h.id).collect()
    }

    #[test]
    fn letters_of_every_script_are_kept() {
        assert_eq!(
            ids(&[
                "הסיפור",
                "まとめ",
                "Résumé du jour",
                "स्थिति",
                "Сводка дня",
                "C++ & 5.1 m"
            ]),
            [
                "הסיפור",
                "まとめ",
                "résumé-du-jour",
                "स्थिति",
                "сводка-дня",
                "c--51-m"
            ]
        );
    }

    #[test]
    fn equal_headings_are_numbered_from_1() {
        assert_eq!(
            ids(&["Notes", "Notes", "Notes"]),
            ["notes", "notes-1", "notes-2"]
        );
        assert_eq!(ids(&["A", "A-1", "A"]), ["a", "a-1", "a-2"]);
        assert_eq!(ids(&["!", "?"]), ["section", "section-1"]);
    }

    #[test]
    fn ids_of_the_page_are_not_given_away() {
        assert_eq!(
            ids(&[
                "Entries",
                "Entry 1",
                "Sources",
                "Source 1",
                "Source code",
                "Top"
            ]),
            [
                "entries",
                "s-entry-1",
                "sources",
                "s-source-1",
                "source-code",
                "s-top"
            ]
        );
        let mut taken = HeadingIds::default();
        taken.reserve("notes");
        assert_eq!(taken.next(None, "Notes"), "notes-1");
    }

    #[test]
    fn forms_of_other_generators_lead_to_their_heading() {
        let headings = headings(&[
            "Résumé du jour",
            "1. High water: 5.1 m",
            "Notes",
            "Notes",
            "סיפור",
            "What’s new?",
            "Entries",
            "Entry 1",
        ]);
        let list = Body {
            headings,
            ..Body::default()
        };
        for (anchor, id) in [
            ("resume-du-jour", "résumé-du-jour"),
            ("Résumé-du-jour", "résumé-du-jour"),
            ("high-water-51-m", "1-high-water-51-m"),
            ("1-high-water-5-1-m", "1-high-water-51-m"),
            ("notes-2", "notes-1"),
            ("user-content-notes", "notes"),
            ("whats-new", "whats-new"),
            ("what-s-new", "whats-new"),
            ("entry-1", "s-entry-1"),
            // An id of an earlier version.
            ("s-entries", "entries"),
            ("section", "סיפור"),
        ] {
            assert_eq!(meant(&list, anchor), Some(id), "{anchor}");
        }
        assert_eq!(meant(&list, "nothing"), None);
    }
}
