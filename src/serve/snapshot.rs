//! One state of the site that can be shown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};

use super::headers;
use crate::hosting;
use crate::messages::Catalogs;
use crate::pipeline::Prepared;
use crate::plan::{Page, Plan};
use crate::source::Sources;

/// The site as planned at one moment; its pages are rendered on request.
pub struct Snapshot {
    /// The number of the scan that it comes from.
    pub number: u64,
    pub prepared: Prepared,
    pub sources: Arc<Sources>,
    /// The files with errors when it was made, by path below the project: their pages stay as they
    /// were before.
    pub faulty: BTreeSet<String>,
    headers: OnceLock<Arc<Vec<(String, String)>>>,
}

impl Snapshot {
    pub fn new(number: u64, prepared: Prepared, sources: Arc<Sources>) -> Self {
        Self {
            number,
            prepared,
            sources,
            faulty: BTreeSet::new(),
            headers: OnceLock::new(),
        }
    }

    /// Returns the headers that the site's host would send with every page.
    pub fn headers(&self) -> Arc<Vec<(String, String)>> {
        let make = || {
            let Prepared { site, links, .. } = &self.prepared;
            let sponsor = self.prepared.inputs().sponsor.as_deref();
            let loaded = hosting::loaded_anyway(site, links, sponsor);
            Arc::new(headers::served(hosting::headers(&site.config, &loaded)))
        };
        Arc::clone(self.headers.get_or_init(make))
    }

    /// Whether other sites may frame the page at a route.
    pub fn is_embed(&self, route: &str) -> bool {
        let planned = self.prepared.plan.find(route);
        planned.is_some_and(|planned| matches!(planned.page, Page::Embed(_)))
    }

    /// Returns the headers that the site's host would send with an embeddable page.
    pub fn embed_headers(&self) -> Arc<Vec<(String, String)>> {
        let Prepared { site, links, .. } = &self.prepared;
        let sponsor = self.prepared.inputs().sponsor.as_deref();
        let loaded = hosting::loaded_anyway(site, links, sponsor);
        match hosting::embed_policy(&site.config, &loaded) {
            Some(policy) => headers::with_policy(&self.headers(), &headers::with_own(&policy)),
            None => self.headers(),
        }
    }

    /// Returns the URL path of the page whose text is in the file `name`, a path below the project.
    pub fn address_of(&self, name: &str) -> Option<String> {
        let path = name.strip_prefix("content/")?;
        let Prepared { site, plan, .. } = &self.prepared;
        let article = site
            .articles
            .binary_search_by(|a| a.path.as_str().cmp(path))
            .ok()
            .map(|at| &plan.articles[at]);
        let page = || {
            let at = site.pages.iter().position(|p| p.path == path)?;
            Some(&plan.static_pages[at])
        };
        let text = || {
            let at = site.texts.iter().position(|t| t.path == path)?;
            plan.texts[at].as_ref()
        };
        let route = article.or_else(page).or_else(text)?;
        Some(site.config.href(Plan::address(route)))
    }

    /// Returns the file whose text is the page at a route, by path below the project.
    pub fn file_of(&self, route: &str) -> Option<String> {
        let Prepared { site, plan, .. } = &self.prepared;
        let pages = &plan.pages;
        let at = pages.binary_search_by(|p| p.route.as_str().cmp(route));
        let path = match &pages[at.ok()?].page {
            Page::Article(id) | Page::Expired(id) => &site.articles[id.0].path,
            Page::Static(n) => &site.pages[*n].path,
            Page::Term { .. } | Page::Story(_) => {
                let mut routes = plan.texts.iter();
                let at = routes.position(|text| text.as_deref() == Some(route))?;
                &site.texts[at].path
            }
            _ => return None,
        };
        Some(format!("content/{path}"))
    }

    /// Returns the pages that `dateline build` leaves out, by URL path, with the reason.
    pub fn marks(&self, now: DateTime<Utc>) -> BTreeMap<String, String> {
        let Prepared { site, plan, .. } = &self.prepared;
        let mut marks = BTreeMap::new();
        let words = OnceLock::new();
        let href = |route: &str| site.config.href(Plan::address(route));
        for (article, route) in site.articles.iter().zip(&plan.articles) {
            if article.front.draft {
                marks.insert(href(route), "Draft".to_owned());
            } else if let Some(published) = article.front.published
                && published.at > now
            {
                let words = words.get_or_init(Catalogs::embedded).or_english("en");
                let at = words.instant(published.at, site.config.timezone);
                marks.insert(href(route), format!("Scheduled for {at}"));
            }
        }
        for (page, route) in site.pages.iter().zip(&plan.static_pages) {
            if page.front.draft {
                marks.insert(href(route), "Draft".to_owned());
            }
        }
        marks
    }

    /// Finds the page at a path of the site, without its leading slash.
    pub fn find(&self, path: &str) -> Lookup<'_> {
        let plan = &self.prepared.plan;
        let at = plan.find(path);
        match at {
            None => Lookup::Nothing,
            Some(planned) if planned.route == path || path.is_empty() || path.ends_with('/') => {
                Lookup::Page(&planned.route)
            }
            Some(planned) => Lookup::Folder(&planned.route),
        }
    }
}

/// What a path of the site resolves to.
pub enum Lookup<'a> {
    /// The route of a page.
    Page(&'a str),
    /// The route of a folder's page, requested without the trailing slash.
    Folder(&'a str),
    Nothing,
}
