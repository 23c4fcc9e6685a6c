//! The contents of the theme's slots, as configured in `slots` in `site.yaml`.

use serde::Serialize;

use super::context::ViewContext;
use crate::percent;

/// The bar above every page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NoticeBar {
    pub text: String,
    /// Address that it links to.
    pub url: Option<String>,
}

/// An advertisement, or another HTML fragment from the owner.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SponsorSlot {
    pub label: String,
    /// Finished HTML, as the owner wrote it.
    pub html: String,
}

/// Discussions by giscus, loaded on the reader's request.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Comments {
    /// `owner/name`.
    pub repo: String,
    /// GitHub's id of the repository; empty if the owner gave none.
    pub repo_id: String,
    /// The discussion category.
    pub category: String,
    /// GitHub's id of the category; empty if the owner gave none.
    pub category_id: String,
    /// Address of the discussions on GitHub, for readers without scripts.
    pub url: String,
    /// Address of the module, fingerprinted.
    pub script: String,
}

impl ViewContext<'_> {
    /// The notice, up to and including its last day.
    pub fn notice_bar(&self) -> Option<NoticeBar> {
        let notice = self.site.config.slots.notice.as_ref()?;
        let shows = notice.until.is_none_or(|last| last >= self.site.today);
        shows.then(|| NoticeBar {
            text: notice.text.clone(),
            url: notice.link.as_ref().map(|link| self.own_or_away(link)),
        })
    }

    pub fn sponsor_slot(&self) -> Option<SponsorSlot> {
        Some(SponsorSlot {
            label: self.site.config.slots.sponsor_top.as_ref()?.label.clone(),
            html: self.cache.inputs().sponsor.clone()?,
        })
    }

    pub fn comments(&self) -> Option<Comments> {
        let giscus = self.site.config.slots.comments.as_ref()?;
        Some(Comments {
            url: format!("https://github.com/{}/discussions", giscus.repo),
            repo: giscus.repo.clone(),
            repo_id: giscus.repo_id.clone().unwrap_or_default(),
            category: giscus.category.clone(),
            category_id: giscus.category_id.clone().unwrap_or_default(),
            script: self.whole_href(self.plan.comments.as_ref()?),
        })
    }

    /// Address of the `GoatCounter` pixel that counts a visit to the page at a route.
    pub fn counter(&self, route: &str) -> Option<String> {
        let origin = self.site.config.slots.counter.as_ref()?;
        let path = percent::component(&self.whole_href(route));
        Some(format!("{origin}/count?p={path}"))
    }
}
