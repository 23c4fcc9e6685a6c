//! Labels of certainties, statuses, taxonomies, kinds and lists.

use super::Label;
use super::context::ViewContext;
use crate::content::front_matter::ArticleKind;
use crate::content::slug::slug;
use crate::model::entry::Entry;
use crate::plan::explore::FacetValueOf;

impl ViewContext<'_> {
    /// `None` if confirmed, or if nothing was stated.
    pub fn certainty(&self, entry: &Entry) -> Option<Label> {
        let own = entry.words.as_ref().and_then(|w| w.certainty.as_deref());
        let Some(certainty) = entry.certainty else {
            return own.map(own_label);
        };
        let config = &self.site.config.certainties[certainty];
        (config.id != "confirmed").then(|| Label {
            id: config.id.clone(),
            label: self.certainty_label(certainty).to_owned(),
        })
    }

    /// `None` if it happened.
    pub fn status(&self, entry: &Entry) -> Option<Label> {
        let own = entry.words.as_ref().and_then(|w| w.status.as_deref());
        if let Some(own) = own.filter(|_| entry.history.iter().all(|s| s.status.is_none())) {
            return Some(own_label(own));
        }
        let config = &self.site.config.statuses[entry.status];
        (config.id != "happened").then(|| Label {
            id: config.id.clone(),
            label: self.status_label(entry.status).to_owned(),
        })
    }

    /// The owner's label for a certainty, or else the default message.
    pub fn certainty_label(&self, certainty: usize) -> &str {
        let config = &self.site.config.certainties[certainty];
        config.label.as_deref().unwrap_or_else(|| {
            self.messages.say(match config.id.as_str() {
                "rumoured" => "certainty-rumoured",
                "reported" => "certainty-reported",
                "disputed" => "certainty-disputed",
                _ => "certainty-confirmed",
            })
        })
    }

    /// The owner's label for a status, or else the default message.
    pub fn status_label(&self, status: usize) -> &str {
        let config = &self.site.config.statuses[status];
        config.label.as_deref().unwrap_or_else(|| {
            self.messages.say(match config.id.as_str() {
                "expected" => "status-expected",
                "cancelled" => "status-cancelled",
                _ => "status-happened",
            })
        })
    }

    /// The owner's title for a taxonomy, or else the default message.
    pub fn taxonomy_title(&self, taxonomy: usize) -> &str {
        let config = &self.site.config.taxonomies[taxonomy];
        config.title.as_deref().unwrap_or_else(|| {
            self.messages.say(match config.id.as_str() {
                "organisations" => "taxonomy-organisations",
                "people" => "taxonomy-people",
                "categories" => "taxonomy-categories",
                "authors" => "taxonomy-authors",
                _ => "taxonomy-tags",
            })
        })
    }

    /// The owner's label for a single term of a taxonomy, or else the default message.
    pub fn taxonomy_singular(&self, taxonomy: usize) -> &str {
        let config = &self.site.config.taxonomies[taxonomy];
        config.singular.as_deref().unwrap_or_else(|| {
            self.messages.say(match config.id.as_str() {
                "organisations" => "taxonomy-organisations-one",
                "people" => "taxonomy-people-one",
                "categories" => "taxonomy-categories-one",
                "authors" => "taxonomy-authors-one",
                _ => "taxonomy-tags-one",
            })
        })
    }

    pub fn kind_label(&self, kind: ArticleKind) -> Option<Label> {
        let label = match kind {
            ArticleKind::News => return None,
            ArticleKind::Analysis => "kind-analysis",
            ArticleKind::Opinion => "kind-opinion",
            ArticleKind::Explainer => "kind-explainer",
        };
        Some(Label {
            id: kind.id().to_owned(),
            label: self.messages.say(label).to_owned(),
        })
    }

    pub fn facet_value_label(&self, value: FacetValueOf) -> String {
        match value {
            FacetValueOf::Term(term) => self.site.term(term).label.clone(),
            FacetValueOf::Status(status) => self.status_label(status).to_owned(),
            FacetValueOf::Overdue => self.messages.say("overdue").to_owned(),
            FacetValueOf::Certainty(certainty) => self.certainty_label(certainty).to_owned(),
            FacetValueOf::Source(publisher) => {
                let layout = self.plan.explore.as_ref();
                layout.map_or_else(String::new, |layout| layout.publisher(publisher).to_owned())
            }
            FacetValueOf::Stance(stance) => self.site.config.stances[stance].label.clone(),
            FacetValueOf::Importance(importance) => {
                let words = match importance {
                    0 | 1 => "importance-1",
                    2 => "importance-2",
                    3 => "importance-3",
                    4 => "importance-4",
                    _ => "importance-5",
                };
                self.messages.say(words).to_owned()
            }
        }
    }

    /// The title of a list that may span several pages.
    pub fn page_title(&self, label: &str, page: Option<usize>) -> String {
        match page {
            None => label.to_owned(),
            Some(n) => {
                let args = [("term", label.into()), ("number", n.into())];
                self.messages.with("term-page", &args)
            }
        }
    }

    pub fn events(&self, count: usize) -> String {
        self.messages.with("events", &[("count", count.into())])
    }

    /// The name of a feed other than the site's own.
    pub fn feed_name(&self, name: &str) -> String {
        let site = &self.site.config.title;
        let args = [("name", name.into()), ("site", site.into())];
        self.messages.with("feed-of", &args)
    }

    /// Joins names with commas, without a final "and": more may follow.
    pub fn row<'n>(&self, names: impl Iterator<Item = &'n str>) -> String {
        names.collect::<Vec<_>>().join(self.messages.say("comma"))
    }
}

/// A value that the site does not know, as written.
fn own_label(word: &str) -> Label {
    Label {
        id: slug(word),
        label: word.to_owned(),
    }
}
