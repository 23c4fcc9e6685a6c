//! What files have that is not part of the site.

use std::collections::HashSet;

use super::site::anchor_id;
use crate::config::SiteConfig;
use crate::content::article::Article;
use crate::content::slug::slug;

/// What is not part of the site though a file has it: links and updates to it are told why.
#[derive(Debug, Default)]
pub struct Unpublished {
    broken_paths: HashSet<String>,
    broken_ids: HashSet<String>,
    /// Paths and ids of drafts and scheduled articles.
    hidden: HashSet<String>,
    /// Stories that they, and expired articles, belong to.
    hidden_stories: HashSet<String>,
    /// Taxonomies, and slugs of the terms that they have.
    hidden_terms: HashSet<(usize, String)>,
}

impl Unpublished {
    /// Notes a file below `content/` that could not be parsed, with the ids that it gives.
    pub fn broken(&mut self, path: &str, ids: Vec<String>) {
        self.broken_paths.insert(path.to_owned());
        self.broken_ids.extend(ids);
    }

    pub(super) fn hide(&mut self, article: &Article) {
        self.hidden.insert(article.path.clone());
        self.hidden.insert(article.id.clone());
        self.hidden
            .extend(article.front.entries.iter().map(anchor_id));
        self.hide_subjects(article);
    }

    /// Notes which stories and terms an article has that is on no list.
    pub(super) fn hide_subjects(&mut self, article: &Article) {
        let listed = article.front.entries.iter();
        let listed = listed.map(|e| (&e.facts, &e.relations));
        for (facts, relations) in listed.chain([(&article.front.facts, &article.front.relations)]) {
            let story = relations.story.iter().map(|s| s.value.clone());
            self.hidden_stories.extend(story);
            for (taxonomy, labels) in facts.terms.iter().enumerate() {
                let slugs = labels.iter().flatten().map(|l| slug(&l.value));
                self.hidden_terms.extend(slugs.map(|slug| (taxonomy, slug)));
            }
        }
    }

    /// A draft, scheduled or expired article belongs to this story.
    pub fn hides_story(&self, id: &str) -> bool {
        self.hidden_stories.contains(id)
    }

    /// A draft, scheduled or expired article has the term of this slug.
    pub fn hides_term(&self, taxonomy: usize, slug: &str) -> bool {
        self.hidden_terms.contains(&(taxonomy, slug.to_owned()))
    }

    /// Some file could not be parsed: a term or story that is missing may be due to it.
    pub fn any_broken(&self) -> bool {
        !self.broken_paths.is_empty()
    }

    /// A page that is missing may be due to a file that could not be parsed: the page of that
    /// file itself, or a list that its entries would have made.
    pub fn may_explain(&self, path: &str, config: &SiteConfig) -> bool {
        let list = |part: &str| {
            config.taxonomies.iter().any(|t| t.id == part)
                || ["expected", "corrections", "stories"].contains(&part)
                || part.trim_start_matches('-').parse::<u32>().is_ok()
        };
        self.any_broken()
            && (path.split('/').next().is_some_and(list)
                || path.split('/').any(|part| self.broken_ids.contains(part)))
    }

    /// What has this path or id could not be parsed, and that was said.
    pub fn is_broken(&self, path_or_id: &str) -> bool {
        self.broken_paths.contains(path_or_id) || self.broken_ids.contains(path_or_id)
    }

    /// A draft or scheduled article has this path or id.
    pub fn is_hidden(&self, path_or_id: &str) -> bool {
        self.hidden.contains(path_or_id)
    }
}
