//! An authored file: an article about an event, or a static page.

use std::sync::Arc;

use chrono::NaiveDate;
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
/// `2025-12-12_name`, `2025-12-12 name`, `20251212_name`, `2025-5-3-name`, `2025-12-12T10:15:00Z-name`.
pub fn dated(stem: &str) -> Option<&str> {
    let len = match hyphenated_day(stem) {
        Some(len) => len + time_len(&stem[len..]),
        None => compact_day(stem)?,
    };
    let parted = match stem.as_bytes().get(len) {
        Some(byte) => matches!(byte, b'-' | b'_' | b' '),
        None => stem.as_bytes().get(4) == Some(&b'-'),
    };
    parted.then(|| &stem[..len])
}

/// Returns the day that [`dated`] has found.
pub fn day_of(date: &str) -> Option<NaiveDate> {
    let day = date.split(['T', 't']).next().unwrap_or(date);
    let format = if day.contains('-') {
        "%Y-%m-%d"
    } else {
        "%Y%m%d"
    };
    NaiveDate::parse_from_str(day, format).ok()
}

/// Returns the day that a path names elsewhere than at the start of its file's name:
/// `2019/05/13/y/index.md`, `2019/05-12-x.md`, `2019-05-14/foo.md`, `hello-2019-06-01.md`,
/// `20040228.md`.
pub fn day_of_path(path: &str) -> Option<NaiveDate> {
    path.bytes().find(u8::is_ascii_digit)?;
    let name = stem(path);
    let at_end = || {
        let at = name.len().checked_sub(10)?;
        let (before, day) = (name.get(..at)?, name.get(at..)?);
        let apart = before.ends_with(['-', '_', ' ']);
        (apart && hyphenated_day(day) == Some(10)).then(|| day_of(day))?
    };
    let is_whole = name.len() == 8 && compact_day(name).is_some();
    let whole = || is_whole.then(|| day_of(name))?;
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    let of_folder = || {
        folders
            .iter()
            .rev()
            .find_map(|folder| day_of(dated(folder)?))
    };
    let of_folders = || {
        let first = name.split(['-', '_', ' ']);
        let parts: Vec<&str> = folders.iter().copied().chain(first).collect();
        let number = |text: &str, digits: usize| {
            let good = text.len() <= digits && text.bytes().all(|b| b.is_ascii_digit());
            text.parse::<u32>().ok().filter(|_| good)
        };
        parts.windows(3).take(folders.len()).find_map(|part| {
            let year = number(part[0], 4).filter(|year| (1900..2100).contains(year))?;
            let (month, day) = (number(part[1], 2)?, number(part[2], 2)?);
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        })
    };
    at_end()
        .or_else(whole)
        .or_else(of_folder)
        .or_else(of_folders)
}

/// Returns the length of the day at the start of a text: four digits, and twice one or two.
fn hyphenated_day(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |from: usize, most: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter()
            .take(most)
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let month = (digits(0, 5) == 4 && bytes.get(4) == Some(&b'-')).then(|| digits(5, 3))?;
    let dash = 5 + month;
    let day =
        (matches!(month, 1 | 2) && bytes.get(dash) == Some(&b'-')).then(|| digits(dash + 1, 3))?;
    let len = dash + 1 + day;
    // Years and other numbers: `2017-5-3` is a day only before a name.
    let is_day = matches!(day, 1 | 2) && (len == 10 || bytes.len() > len);
    is_day.then_some(len)
}

/// Returns the length of a time of day, with its zone: `T10:15:00Z`.
fn time_len(text: &str) -> usize {
    if !text.starts_with(['T', 't']) {
        return 0;
    }
    let end = text[1..].find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.'));
    let end = 1 + end.unwrap_or(text.len() - 1);
    if end < 5 {
        return 0;
    }
    end + usize::from(text[end..].starts_with(['Z', 'z']))
}

/// Returns the length of the eight digits at the start of a text that are a day since 1900: other
/// numbers are no dates.
fn compact_day(text: &str) -> Option<usize> {
    let digits = text.as_bytes().get(..8)?;
    let is_day = digits.iter().all(u8::is_ascii_digit)
        && matches!(&text[..2], "19" | "20")
        && day_of(&text[..8]).is_some();
    is_day.then_some(8)
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
        assert_eq!(dated("2017-5-3-x"), Some("2017-5-3"));
        assert_eq!(undated("2017-05-3 x"), "x");
        assert_eq!(
            dated("2018-10-10T10:15:00Z-x"),
            Some("2018-10-10T10:15:00Z")
        );
        assert_eq!(undated("2018-10-10T1015-x"), "x");
        assert_eq!(dated("2017-5-3"), None);
        assert_eq!(dated("2025-12-1234"), None);
        assert_eq!(dated("2025-plans"), None);
    }

    #[test]
    fn a_path_may_name_a_day() {
        for (path, day) in [
            ("2019/05/13/y/index.md", Some("2019-05-13")),
            ("2019/05-12-x.md", Some("2019-05-12")),
            ("2019/05/12-x.md", Some("2019-05-12")),
            ("posts/2019/05/10/x.md", Some("2019-05-10")),
            ("2019/5/1/x.md", Some("2019-05-01")),
            ("2019-05-14/foo.md", Some("2019-05-14")),
            ("2019-05-14-walk/foo.md", Some("2019-05-14")),
            ("hello-2019-06-01.md", Some("2019-06-01")),
            ("hello-2019-06-01/index.md", Some("2019-06-01")),
            ("20040228.md", Some("2004-02-28")),
            ("2019/05/x.md", None),
            ("2019/x.md", None),
            ("12345678.md", None),
            ("20041328.md", None),
            ("hello-2019-06.md", None),
            ("2019/13/40/x.md", None),
            ("v/1/2/3.md", None),
            ("x.md", None),
        ] {
            let found = day_of_path(path).map(|day| day.to_string());
            assert_eq!(found.as_deref(), day, "{path}");
        }
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
