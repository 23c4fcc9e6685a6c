//! What the site shows: drafts and scheduled articles are left out, and expired articles are told
//! from the others.

use chrono::{DateTime, Utc};

use super::expiry::Expired;
use super::unpublished::{BrokenFiles, Unpublished};
use crate::config::SiteConfig;
use crate::content::article::{Article, StaticPage};
use crate::content::text::Text;

/// The instant of the build, and which articles it includes that do not show otherwise.
#[derive(Debug, Clone, Copy)]
pub struct Selection {
    pub now: DateTime<Utc>,
    pub drafts: bool,
    /// Includes scheduled articles.
    pub future: bool,
}

/// How many articles do not show, by reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    pub drafts: usize,
    pub scheduled: usize,
    /// The instant at which the first of the scheduled articles will show.
    pub next: Option<DateTime<Utc>>,
}

/// What the site shows, and what it leaves out.
pub(super) struct Selected {
    /// In the order given, expired ones included.
    pub articles: Vec<Article>,
    pub pages: Vec<StaticPage>,
    pub texts: Vec<Text>,
    pub expired: Expired,
    pub left_out: LeftOut,
    pub unpublished: Unpublished,
}

impl Selected {
    pub fn new(
        mut articles: Vec<Article>,
        mut pages: Vec<StaticPage>,
        mut texts: Vec<Text>,
        broken: BrokenFiles,
        selection: Selection,
        config: &SiteConfig,
    ) -> Self {
        let hidden = articles.extract_if(.., |a| selection.hides(a));
        let hidden: Vec<Article> = hidden.collect();
        pages.retain(|page| !selection.hides_draft(page.front.draft));
        texts.retain(|text| !selection.hides_draft(text.front.draft));
        let expired = Expired::new(&articles, selection.now, config.timezone);
        let over = expired.iter().map(|id| &articles[id.0]);
        Self {
            unpublished: Unpublished::new(broken, &hidden, over, config.slugs),
            left_out: LeftOut::new(&hidden, selection),
            expired,
            articles,
            pages,
            texts,
        }
    }
}

impl Selection {
    fn hides(self, article: &Article) -> bool {
        self.hides_draft(article.front.draft) || self.scheduled(article).is_some()
    }

    fn hides_draft(self, is_draft: bool) -> bool {
        is_draft && !self.drafts
    }

    /// When an article will show that does not show yet.
    fn scheduled(self, article: &Article) -> Option<DateTime<Utc>> {
        let published = article.published()?.at;
        (published > self.now && !self.future).then_some(published)
    }
}

impl LeftOut {
    /// Counts each of the `hidden` articles once; a scheduled draft is a draft.
    fn new(hidden: &[Article], selection: Selection) -> Self {
        let ready = hidden
            .iter()
            .filter(|a| !selection.hides_draft(a.front.draft));
        let scheduled = ready.filter_map(|a| selection.scheduled(a));
        let scheduled: Vec<DateTime<Utc>> = scheduled.collect();
        Self {
            drafts: hidden.len() - scheduled.len(),
            scheduled: scheduled.len(),
            next: scheduled.into_iter().min(),
        }
    }
}
