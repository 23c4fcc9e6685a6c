//! Content that the project has as files but that is not on the site.

use foldhash::{HashSet, HashSetExt as _};

use crate::config::SiteConfig;
use crate::content::article::Article;
use crate::content::event::ListedEvent;
use crate::content::slug::Slugs;

/// Content files that could not be parsed.
#[derive(Debug, Clone, Default)]
pub struct BrokenFiles {
    paths: HashSet<String>,
    ids: HashSet<String>,
}

impl BrokenFiles {
    /// Records a file below `content/` and the ids found in its text.
    pub fn add(&mut self, path: &str, ids: Vec<String>) {
        self.paths.insert(path.to_owned());
        self.ids.extend(ids);
    }
}

/// Explains why a link, an update or a page leads nowhere: what it names is broken, a draft,
/// scheduled or expired.
#[derive(Debug)]
pub struct Unpublished {
    broken: BrokenFiles,
    /// Paths of drafts and scheduled articles, with the ids of the articles and their entries.
    hidden: HashSet<String>,
    /// Stories of drafts, scheduled and expired articles.
    stories: HashSet<String>,
    /// Index of the taxonomy and slug of each term of these articles.
    terms: HashSet<(usize, String)>,
}

impl Unpublished {
    /// `hidden` are drafts and scheduled articles.
    pub(super) fn new<'a>(
        broken: BrokenFiles,
        hidden: &'a [Article],
        expired: impl Iterator<Item = &'a Article>,
        slugs: Slugs,
    ) -> Self {
        let mut names = HashSet::new();
        for article in hidden {
            names.extend([article.path.clone(), article.id.clone()]);
            names.extend(article.front.entries.iter().map(ListedEvent::anchor_id));
        }
        let (mut stories, mut terms) = (HashSet::new(), HashSet::new());
        for article in hidden.iter().chain(expired) {
            let front = &article.front;
            let listed = front.entries.iter().map(|e| (&e.facts, &e.relations));
            for (facts, relations) in listed.chain([(&front.facts, &front.relations)]) {
                stories.extend(relations.story.iter().map(|s| s.value.clone()));
                for (taxonomy, labels) in facts.terms.iter().enumerate() {
                    let labels = labels.iter().flatten();
                    terms.extend(labels.map(|l| (taxonomy, slugs.of(&l.value))));
                }
            }
        }
        Self {
            broken,
            hidden: names,
            stories,
            terms,
        }
    }

    /// Whether a draft, scheduled or expired article belongs to this story.
    pub fn hides_story(&self, id: &str) -> bool {
        self.stories.contains(id)
    }

    /// Whether a draft, scheduled or expired article has the term of this slug.
    pub fn hides_term(&self, taxonomy: usize, slug: &str) -> bool {
        self.terms.contains(&(taxonomy, slug.to_owned()))
    }

    /// Whether any file could not be parsed: a missing term or story may be due to it.
    pub fn any_broken(&self) -> bool {
        !self.broken.paths.is_empty()
    }

    /// Whether a missing page may be due to a file that could not be parsed: it is the page of
    /// that file, or a list that entries of the file would be on.
    /// `lists` are the folders of the program's own lists.
    pub fn may_explain(&self, path: &str, lists: &[&str], config: &SiteConfig) -> bool {
        let list = |part: &str| {
            config.taxonomies.iter().any(|t| t.id == part)
                || lists.contains(&part)
                || part.trim_start_matches('-').parse::<u32>().is_ok()
        };
        self.any_broken()
            && (path.split('/').next().is_some_and(list)
                || path.split('/').any(|part| self.broken.ids.contains(part)))
    }

    /// Whether this path or id belongs to a file that could not be parsed, which is reported
    /// elsewhere.
    pub fn is_broken(&self, path_or_id: &str) -> bool {
        self.broken.paths.contains(path_or_id) || self.broken.ids.contains(path_or_id)
    }

    /// Whether this path or id belongs to a draft or scheduled article.
    pub fn is_hidden(&self, path_or_id: &str) -> bool {
        self.hidden.contains(path_or_id)
    }
}
