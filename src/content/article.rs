//! An authored file: an article about an event, or a static page.

use std::sync::Arc;

use chrono_tz::Tz;

use super::body::Body;
use super::date::day_begins;
use super::front_matter::{CorrectionKind, FrontMatter, Moment, PageMatter};
use crate::source::SourceId;

/// Index of an article in its site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub usize);

/// An article, validated as far as possible without other files.
#[derive(Debug, Clone)]
pub struct Article {
    pub source: SourceId,
    /// Relative to `content/`, with forward slashes.
    pub path: String,
    /// Permanent: feeds, links and updates refer to it.
    pub id: String,
    pub slug: String,
    /// Shared with the caches of parsed files.
    pub front: Arc<FrontMatter>,
    pub body: Arc<Body>,
}

impl Article {
    /// The time of publication, if known.
    pub fn published(&self) -> Option<Moment> {
        self.front.published
    }

    /// The last material change: `updated`, or a correction that is later by a day or more; else
    /// the time of publication.
    pub fn changed(&self, zone: Tz) -> Option<Moment> {
        let said = self.front.updated.max(self.front.published);
        let corrected = self
            .front
            .corrections
            .iter()
            .filter_map(|c| c.date.value.earliest())
            .max();
        match corrected.filter(|day| said.is_none_or(|said| *day > said.day(zone))) {
            Some(day) => day_begins(day, zone).map(|at| Moment {
                at,
                day_only: true,
                offset: None,
            }),
            None => said,
        }
    }

    pub fn retracted(&self) -> bool {
        self.front
            .corrections
            .iter()
            .any(|c| c.kind == CorrectionKind::Retraction)
    }
}

/// `content/pages/about.md`.
#[derive(Debug, Clone)]
pub struct StaticPage {
    pub source: SourceId,
    pub path: String,
    pub slug: String,
    pub front: PageMatter,
    pub body: Body,
}

/// Returns the name of a file without folder and extension. `index.md` has the name of its folder.
pub fn stem(path: &str) -> &str {
    let without = [".md", ".markdown", ".MD"]
        .iter()
        .find_map(|ending| path.strip_suffix(ending))
        .unwrap_or(path);
    match without.rsplit_once('/') {
        Some((folder, "index")) => folder.rsplit('/').next().unwrap_or(folder),
        Some((_, name)) => name,
        None => without,
    }
}

/// Strips the date with which some generators prefix a file name.
pub fn undated(stem: &str) -> &str {
    match dated(stem) {
        Some(day) if stem.len() > day.len() + 1 => &stem[day.len() + 1..],
        _ => stem,
    }
}

/// Returns the date with which some generators and people prefix a file name: `2025-12-12-name`,
/// `2025-12-12_name`, `2025-12-12 name`, `20251212_name`.
pub fn dated(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    let sign = |(at, byte): (usize, &u8)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let day = |head: &[u8]| head.iter().enumerate().all(sign);
    let len = match bytes.get(..10) {
        Some(head) if day(head) => 10,
        _ if is_compact_day(bytes.get(..8)?) => 8,
        _ => return None,
    };
    let parted = match bytes.get(len) {
        Some(byte) => matches!(byte, b'-' | b'_' | b' '),
        None => len == 10,
    };
    parted.then(|| &stem[..len])
}

/// Returns whether eight digits are a day since 1900: other numbers are no dates.
fn is_compact_day(digits: &[u8]) -> bool {
    let two = |at: usize| (digits[at] - b'0') * 10 + digits[at + 1] - b'0';
    digits.iter().all(u8::is_ascii_digit)
        && matches!(two(0), 19 | 20)
        && matches!(two(4), 1..=12)
        && matches!(two(6), 1..=31)
}

/// Returns the name under which a file would be read as an article, if its own shows that it may
/// be one: the text of an article saved with another ending.
pub fn article_name(path: &str) -> Option<String> {
    let lower = path.to_ascii_lowercase();
    let whole = [".txt", ".text", ".rtf", ".html"]
        .iter()
        .find_map(|ending| {
            let own = lower.strip_suffix(ending)?;
            let is_text = own.ends_with(".md") || own.ends_with(".markdown");
            is_text.then(|| path[..own.len()].to_owned())
        });
    let texts = [
        ".txt", ".text", ".mdown", ".mkd", ".mdtext", ".mdwn", ".mkdn",
    ];
    let own = || {
        let ending = texts.iter().find(|ending| lower.ends_with(**ending))?;
        Some(format!("{}.md", &path[..path.len() - ending.len()]))
    };
    whole.or_else(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_from_the_file_or_its_folder() {
        assert_eq!(stem("2025/llama-4.md"), "llama-4");
        assert_eq!(stem("2025/llama-4/index.md"), "llama-4");
        assert_eq!(stem("llama.md"), "llama");
        assert_eq!(undated("2025-12-12-meta-avocado"), "meta-avocado");
        assert_eq!(undated("2025-12-12-"), "2025-12-12-");
        assert_eq!(undated("2025-plans"), "2025-plans");
        assert_eq!(undated("2025-12-12"), "2025-12-12");
        assert_eq!(stem("notes/a.markdown"), "a");
    }

    #[test]
    fn a_name_may_begin_with_a_date() {
        assert_eq!(dated("2025-12-12-meta-avocado"), Some("2025-12-12"));
        assert_eq!(dated("2025-12-12"), Some("2025-12-12"));
        assert_eq!(dated("2025-12-12_meta avocado"), Some("2025-12-12"));
        assert_eq!(dated("2025-12-12 Meta"), Some("2025-12-12"));
        assert_eq!(undated("2025-12-12 Meta"), "Meta");
        assert_eq!(dated("20251212_meta"), Some("20251212"));
        assert_eq!(undated("20251212-meta"), "meta");
        for number in [
            "20251212",
            "20251312-a",
            "12345678-a",
            "2025121-a",
            "202512123-a",
        ] {
            assert_eq!(dated(number), None, "{number}");
        }
        assert_eq!(dated("2025-12-1234"), None);
        assert_eq!(dated("2025-plans"), None);
    }

    #[test]
    fn a_text_with_another_ending_may_be_an_article() {
        for (path, name) in [
            ("x/a.txt", Some("x/a.md")),
            ("b.md.txt", Some("b.md")),
            ("b.MD.txt", Some("b.MD")),
            ("c.markdown.text", Some("c.markdown")),
            ("d.mkd", Some("d.md")),
            ("e.md.html", Some("e.md")),
            ("f.csv", None),
            ("txt", None),
        ] {
            assert_eq!(article_name(path).as_deref(), name, "{path}");
        }
    }
}
