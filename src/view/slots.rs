//! What fills the places of the theme that `slots` in `site.yaml` opens.

use serde::Serialize;

use super::context::ViewContext;
use crate::percent;
use crate::plan::Plan;

/// The bar above every page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NoticeBar {
    pub text: String,
    /// Where it leads.
    pub url: Option<String>,
}

/// An advertisement, or another fragment of the owner's.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SponsorSlot {
    pub label: String,
    /// Finished HTML, as the owner wrote it.
    pub html: String,
}

/// Discussions by giscus, loaded when a reader asks for them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Comments {
    /// `owner/name`.
    pub repo: String,
    /// Id that GitHub has for it; empty where the owner gave none.
    pub repo_id: String,
    /// The category of its discussions.
    pub category: String,
    /// Id that GitHub has for it; empty where the owner gave none.
    pub category_id: String,
    /// The discussions at GitHub, for readers without scripts.
    pub url: String,
    /// Address of the module, fingerprinted.
    pub script: String,
}

impl ViewContext<'_> {
    /// Shown up to its last day, and on it.
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
            script: self.href(self.plan.comments.as_ref()?),
        })
    }

    /// Address of the picture by which `GoatCounter` counts a visit of the page at a route.
    pub fn counter(&self, route: &str) -> Option<String> {
        let origin = self.site.config.slots.counter.as_ref()?;
        let path = percent::component(&self.href(Plan::address(route)));
        Some(format!("{origin}/count?p={path}"))
    }
}
