//! One authored file: an article about an event, or a standing page.

use std::sync::Arc;

use chrono_tz::Tz;

use super::body::Body;
use super::date::day_begins;
use super::front_matter::{FrontMatter, Moment, PageMatter};
use crate::source::SourceId;

/// Number of an article among all of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub usize);

/// An article, validated as far as it alone can be.
#[derive(Debug, Clone)]
pub struct Article {
    pub source: SourceId,
    /// Below `content/`, with forward slashes.
    pub path: String,
    /// Permanent: feeds, links and updates rest on it.
    pub id: String,
    pub slug: String,
    /// Shared with those who keep what was parsed.
    pub front: Arc<FrontMatter>,
    pub body: Arc<Body>,
}

impl Article {
    /// Publication where it is known, as an instant.
    pub fn published(&self) -> Option<Moment> {
        self.front.published
    }

    /// The last material change: `updated`, or a correction that is later by a day or more,
    /// else the publication.
    pub fn changed(&self, zone: Tz) -> Option<Moment> {
        let said = self.front.updated.max(self.front.published);
        let corrected = self
            .front
            .corrections
            .iter()
            .filter_map(|c| c.date.value.earliest())
            .max();
        let day_of = |m: Moment| m.at.with_timezone(&zone).date_naive();
        match corrected.filter(|day| said.is_none_or(|said| *day > day_of(said))) {
            Some(day) => day_begins(day, zone).map(|at| Moment { at, day_only: true }),
            None => said,
        }
    }

    pub fn retracted(&self) -> bool {
        self.front
            .corrections
            .iter()
            .any(|c| c.kind == crate::content::front_matter::CorrectionKind::Retraction)
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

/// The name of a file without folder and ending; `index.md` takes its folder's.
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

/// A file's name without the date that some generators begin it with.
pub fn undated(stem: &str) -> &str {
    match dated(stem) {
        Some(day) if stem.len() > day.len() + 1 => &stem[day.len() + 1..],
        _ => stem,
    }
}

/// The date that some generators begin a file's name with, as digits: `2025-12-12-name`.
pub fn dated(stem: &str) -> Option<&str> {
    let sign = |(at, byte): (usize, &u8)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let bytes = stem.as_bytes();
    let day = bytes.get(..10)?.iter().enumerate().all(sign);
    (day && bytes.get(10).is_none_or(|b| *b == b'-')).then(|| &stem[..10])
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
        assert_eq!(dated("2025-12-1234"), None);
        assert_eq!(dated("2025-plans"), None);
    }
}
