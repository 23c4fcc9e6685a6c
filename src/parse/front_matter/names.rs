//! Alternative names of keys, from other generators and common usage. A site adds its own with
//! `front_matter.rename`.
//!
//! Names are case-insensitive (Hugo's `publishDate` is also `publishdate`). The name of one of the
//! site's taxonomies is never an alias of another key.

use crate::config::{SiteConfig, TaxonomyConfig};
use crate::yaml::fields::KeyNames;

/// The keys of an article, for case-insensitive lookup.
const KEYS: [&str; 39] = [
    "id",
    "title",
    "kind",
    "date",
    "wording",
    "published",
    "updated",
    "expires",
    "place",
    "lang",
    "translation_of",
    "summary",
    "authors",
    "organisations",
    "people",
    "tags",
    "certainty",
    "status",
    "stance",
    "importance",
    "order",
    "slug",
    "aliases",
    "permalink",
    "image",
    "story",
    "follows",
    "reverses",
    "confirms",
    "sources",
    "entries",
    "slipped",
    "checked",
    "updates",
    "corrections",
    "draft",
    "extra",
    "params",
    "categories",
];

/// The keys of a source.
const SOURCE_KEYS: [&str; 8] = [
    "id",
    "title",
    "url",
    "publisher",
    "date",
    "kind",
    "archived",
    "accessed",
];

/// How the keys of content are named: by other generators, and by this site.
#[derive(Clone, Copy)]
pub(super) struct Naming<'a> {
    /// Returns the key that a word stands for, ignoring case; `None` if it is unknown.
    canonical: fn(&str) -> Option<&'static str>,
    /// `front_matter.rename`: pairs of a word and the key that it stands for.
    rename: &'a [(String, String)],
    /// Keys whose nested keys are read as if they were at the same level.
    groups: &'static [&'static str],
    /// Keys defined by this site, which no alias may shadow.
    taxonomies: &'a [TaxonomyConfig],
}

impl<'a> KeyNames<'a> for Naming<'a> {
    fn key(self, written: &'a str) -> &'a str {
        if let Some((_, key)) = self.rename.iter().find(|(word, _)| word == written) {
            return key;
        }
        match (self.canonical)(written) {
            Some(key) if key == written || self.taxonomies.iter().all(|t| t.id != written) => key,
            _ => written,
        }
    }

    fn groups(self) -> &'static [&'static str] {
        self.groups
    }
}

/// Returns whether a word is a key of a source, or an alias of one.
pub(super) fn is_of_source(word: &str) -> bool {
    SOURCE_KEYS.contains(&word) || source(word).is_some()
}

/// Returns the position of an article's key, by any of its names, in the order of the
/// documentation; `None` if it is unknown. A site's own taxonomies come after the tags.
pub(super) fn place_of_key(word: &str, config: &SiteConfig) -> Option<usize> {
    let place = |key: &str| KEYS.iter().position(|k| *k == key).map(|n| 2 * n);
    let own = config.taxonomies.iter().any(|t| t.id == word) || word == "categories";
    match word {
        _ if own && !["authors", "organisations", "people", "tags"].contains(&word) => {
            place("tags").map(|n| n + 1)
        }
        _ => place(of_article(config).key(word)),
    }
}

/// For articles and static pages. Hugo nests a site's own keys under `params`, Zola its terms under
/// `taxonomies`.
pub(super) fn of_article(config: &SiteConfig) -> Naming<'_> {
    Naming {
        groups: &["params", "taxonomies"],
        ..naming(config, article)
    }
}

/// For an entry that an article lists.
pub(super) fn of_entry(config: &SiteConfig) -> Naming<'_> {
    naming(config, |word| {
        article(word).filter(|key| *key != "permalink")
    })
}

/// For a source.
pub(super) fn of_source(config: &SiteConfig) -> Naming<'_> {
    Naming {
        taxonomies: &[],
        ..naming(config, source)
    }
}

/// For items whose keys have no aliases.
pub(super) fn plain(config: &SiteConfig) -> Naming<'_> {
    naming(config, |_| None)
}

fn naming(config: &SiteConfig, canonical: fn(&str) -> Option<&'static str>) -> Naming<'_> {
    Naming {
        canonical,
        rename: &config.front_matter.rename,
        groups: &[],
        taxonomies: &config.taxonomies,
    }
}

fn article(word: &str) -> Option<&'static str> {
    in_small_letters(word, &KEYS, |word| {
        Some(match word {
            "author" => "authors",
            "description" | "excerpt" => "summary",
            "lastmod" | "last_modified_at" | "last_updated" | "modified" => "updated",
            "publishdate" | "pubdate" => "published",
            "expirydate" | "unpublishdate" => "expires",
            "location" => "place",
            "url" => "permalink",
            "organizations" | "organisation" | "organization" => "organisations",
            "person" => "people",
            "category" => "categories",
            "tag" => "tags",
            "redirect_from" => "aliases",
            _ => return None,
        })
    })
}

fn source(word: &str) -> Option<&'static str> {
    in_small_letters(word, &SOURCE_KEYS, |word| {
        Some(match word {
            "outlet" | "publication" => "publisher",
            "archive_url" => "archived",
            "access_date" | "retrieved" => "accessed",
            _ => return None,
        })
    })
}

/// Looks up a word in `names`; a word with capitals may also be one of `keys`.
fn in_small_letters(
    word: &str,
    keys: &[&'static str],
    names: impl Fn(&str) -> Option<&'static str>,
) -> Option<&'static str> {
    if !word.bytes().any(|b| b.is_ascii_uppercase()) {
        return names(word);
    }
    let small = word.to_ascii_lowercase();
    names(&small).or_else(|| keys.iter().copied().find(|key| *key == small))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::FRONT_MATTER;

    #[test]
    fn names_are_taken_in_any_case_of_letters() {
        for word in ["publishDate", "publishdate", "PublishDate"] {
            assert_eq!(article(word), Some("published"), "{word}");
        }
        assert_eq!(article("Title"), Some("title"));
        assert_eq!(source("Outlet"), Some("publisher"));
        assert_eq!(article("title"), None, "it needs no other name");
        assert_eq!(article("layout"), None);
    }

    #[test]
    fn every_key_of_the_front_matter_has_its_name_here() {
        let others = [
            "authors",
            "organisations",
            "people",
            "tags",
            "categories",
            "params",
        ];
        let mut all = [&FRONT_MATTER[..], &others].concat();
        let mut here = KEYS.to_vec();
        all.sort_unstable();
        here.sort_unstable();
        assert_eq!(here, all);
    }
}
