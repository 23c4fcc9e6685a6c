//! The addresses that articles had under other generators: `/2024/01/01/old.html`, `/post/b/`,
//! `/news/2016/04/19/released/`. Links may still name them.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use foldhash::{HashMap, HashMapExt as _};

use super::site::Site;
use crate::content::article::{Article, ArticleId, dated, day_of, day_of_path, stem, undated};
use crate::content::slug::{nfc, slug};
use crate::percent;

/// Articles by the last part of each address that they may have had. Made when the first link leads
/// nowhere.
#[derive(Debug, Default)]
pub struct OldAddresses {
    by_name: OnceLock<HashMap<String, Vec<ArticleId>>>,
}

/// Folders under which many sites had all of their articles.
const FOLDERS: [&str; 9] = [
    "archive", "archives", "article", "articles", "blog", "p", "post", "posts", "writing",
];

/// Endings of pages.
const ENDINGS: [&str; 5] = [".html", ".htm", ".php", ".aspx", ".md"];

impl Site {
    /// Returns the only article that may have had an address, given without its leading slash.
    pub fn by_old_address(&self, address: &str) -> Option<ArticleId> {
        let path = address.split(['?', '#']).next()?;
        let decoded = percent::decode(path);
        let path = nfc(decoded.as_deref().unwrap_or(path));
        let path = path.trim_start_matches('/');
        let own = self.config.base.trim_start_matches('/');
        let path = path.strip_prefix(own).unwrap_or(path);
        let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        parts.pop_if(|last| matches!(*last, "index.html" | "index.htm"));
        let last = parts.pop()?;
        let ending = ENDINGS.iter().find_map(|ending| last.strip_suffix(ending));
        let name = slug(ending.unwrap_or(last));
        let named = self
            .old_addresses
            .by_name
            .get_or_init(|| self.names())
            .get(&name)?;
        let mut fitting = named
            .iter()
            .filter(|id| fits(self.article(**id), &parts, named.len() == 1));
        let only = *fitting.next()?;
        fitting.next().is_none().then_some(only)
    }

    fn names(&self) -> HashMap<String, Vec<ArticleId>> {
        let mut by_name: HashMap<String, Vec<ArticleId>> = HashMap::new();
        for (n, article) in self.articles.iter().enumerate() {
            let stem = stem(&article.path);
            let mut names = vec![
                article.slug.clone(),
                slug(&article.slug),
                slug(stem),
                slug(undated(stem)),
                slug(&article.front.title.value),
            ];
            names.sort_unstable();
            names.dedup();
            for name in names {
                by_name.entry(name).or_default().push(ArticleId(n));
            }
        }
        by_name
    }
}

/// Returns whether an article may have been below these folders: its day, its own folders, its terms,
/// its language. `is_only`: no other article has its name.
fn fits(article: &Article, folders: &[&str], is_only: bool) -> bool {
    let (mut numbers, mut words) = (Vec::new(), Vec::new());
    for folder in folders {
        match folder.parse::<u32>() {
            Ok(number) if folder.len() <= 4 => numbers.push(number),
            _ => words.push(*folder),
        }
    }
    if !numbers.is_empty() && !days(article).any(|day| agrees(day, &numbers)) {
        return false;
    }
    // A day and a name are enough.
    if numbers.len() > 1 && is_only {
        return true;
    }
    let own: Vec<&str> = article.path.split('/').collect();
    let terms = || article.front.facts.terms.iter().flatten().flatten();
    words.iter().all(|word| {
        let is = |other: &str| slug(other.trim_start_matches('_')) == slug(word);
        let is_folder = own[..own.len() - 1].iter().any(|folder| is(folder));
        let is_general = is_only && FOLDERS.contains(&word.to_lowercase().as_str());
        is_folder
            || is_general
            || terms().any(|term| is(&term.value))
            || article.front.lang.as_deref().is_some_and(is)
    })
}

/// The days that an article's address may have had.
fn days(article: &Article) -> impl Iterator<Item = NaiveDate> {
    let named = dated(stem(&article.path)).and_then(day_of);
    let named = named.or_else(|| day_of_path(&article.path));
    let event = article.front.date.as_ref();
    let event = event.and_then(|date| date.value.earliest());
    let published = article.front.published.map(|moment| moment.at.date_naive());
    [named, event, published].into_iter().flatten()
}

fn agrees(day: NaiveDate, numbers: &[u32]) -> bool {
    let parts = [day.year().unsigned_abs(), day.month(), day.day()];
    numbers.len() <= parts.len() && numbers.iter().eq(parts.iter().take(numbers.len()))
}
