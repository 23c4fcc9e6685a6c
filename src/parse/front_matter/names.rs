//! Alternative names of keys, from other generators and common usage. A site adds its own with
//! `front_matter.rename`.
//!
//! Names are case-insensitive (Hugo's `publishDate` is also `publishdate`). The name of one of the
//! site's taxonomies is never an alias of another key.

use crate::config::{SiteConfig, TaxonomyConfig};
use crate::reference::front_matter::{ARTICLE, SOURCE};
use crate::yaml::fields::KeyNames;
use crate::yaml::table::KeyTable;

/// How the keys of content are named: by other generators, and by this site.
#[derive(Clone, Copy)]
pub(super) struct Naming<'a> {
    /// The table whose other names are read; `None` if only the keys themselves are.
    table: Option<&'static KeyTable>,
    /// A key whose other names are not read.
    except: &'static str,
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
        match self.table.and_then(|table| canonical(table, written)) {
            Some(key) if key == self.except => written,
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
    SOURCE.has(word) || canonical(&SOURCE, word).is_some()
}

/// Returns the position of an article's key, by any of its names, in the order of the
/// documentation; `None` if it is unknown. A site's own taxonomies come after the tags.
pub(super) fn place_of_key(word: &str, config: &SiteConfig) -> Option<usize> {
    let place = |key: &str| ARTICLE.keys.iter().position(|k| k.name == key);
    let place = |key: &str| place(key).map(|n| 2 * n);
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
        ..naming(config, Some(&ARTICLE))
    }
}

/// For an entry that an article lists.
pub(super) fn of_entry(config: &SiteConfig) -> Naming<'_> {
    Naming {
        except: "permalink",
        ..naming(config, Some(&ARTICLE))
    }
}

/// For a source.
pub(super) fn of_source(config: &SiteConfig) -> Naming<'_> {
    Naming {
        taxonomies: &[],
        ..naming(config, Some(&SOURCE))
    }
}

/// For items whose keys have no aliases.
pub(super) fn plain(config: &SiteConfig) -> Naming<'_> {
    naming(config, None)
}

fn naming<'c>(config: &'c SiteConfig, table: Option<&'static KeyTable>) -> Naming<'c> {
    Naming {
        table,
        except: "",
        rename: &config.front_matter.rename,
        groups: &[],
        taxonomies: &config.taxonomies,
    }
}

/// Returns the key that a word is another name of, ignoring case; `None` if it is the key itself,
/// or unknown.
fn canonical(table: &'static KeyTable, word: &str) -> Option<&'static str> {
    if !word.bytes().any(|b| b.is_ascii_uppercase()) {
        return match table.has(word) {
            true => None,
            false => table.named(word),
        };
    }
    let small = word.to_ascii_lowercase();
    let key = || table.row(&small).map(|row| row.name);
    table.named(&small).or_else(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_in_any_case_of_letters() {
        let article = |word| canonical(&ARTICLE, word);
        for word in ["publishDate", "publishdate", "PublishDate"] {
            assert_eq!(article(word), Some("published"), "{word}");
        }
        assert_eq!(article("Title"), Some("title"));
        assert_eq!(canonical(&SOURCE, "Outlet"), Some("publisher"));
        assert_eq!(article("title"), None, "it needs no other name");
        assert_eq!(article("layout"), None);
    }
}
