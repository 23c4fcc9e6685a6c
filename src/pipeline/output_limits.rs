//! Bounds what is rendered, by the limits of `site.yaml`: bytes of a page, and bytes of the site
//! compared with its sources. All bytes are counted while pages are rendered or kept, before
//! anything is published.
//!
//! A diagnostic names what was multiplied: which entries stand in how many lists, which text or
//! file is repeated how often.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Prepared;
use crate::content::article::ArticleId;
use crate::diagnostic::{Diagnostic, thousands};
use crate::limits::{LEAST_TEXT, MEGABYTE, raising};
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::pages::kind;
use crate::plan::{FeedOf, Page, Plan, Planned};
use crate::project::Inventory;
use crate::world::World;

/// The bytes that a site may have, and those that it has so far.
pub(super) struct OutputBudget {
    limit: u64,
    used: AtomicU64,
}

impl OutputBudget {
    pub fn new(prepared: &Prepared) -> Self {
        Self {
            limit: prepared.sizes.limit(&prepared.site),
            used: AtomicU64::new(0),
        }
    }

    /// Counts the bytes of a page. Returns false if the site has too many.
    pub fn take(&self, bytes: u64) -> bool {
        let used = self.used.fetch_add(bytes, Ordering::Relaxed);
        used.saturating_add(bytes) <= self.limit
    }

    pub fn is_exceeded(&self) -> bool {
        self.used.load(Ordering::Relaxed) > self.limit
    }
}

/// The sizes of what a site is made from, in bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SourceSizes {
    /// Texts, each counted as at least [`LEAST_TEXT`].
    texts: u64,
    /// Everything else in the folders of the project.
    files: u64,
}

impl SourceSizes {
    pub fn new(inventory: &Inventory) -> Self {
        let mut sizes = Self::default();
        for (name, stat) in &inventory.seen {
            let is_text = name.starts_with("content/")
                && (name.ends_with(".md") || name.ends_with(".markdown"));
            match is_text {
                true => sizes.texts += stat.len.max(LEAST_TEXT),
                false => sizes.files += stat.len,
            }
        }
        sizes
    }

    fn limit(self, site: &Site) -> u64 {
        site.config.limits.site_bytes(self.texts, self.files)
    }
}

/// The error for a site with more bytes than its sources justify.
pub(super) fn too_large_site(world: &dyn World, root: &Path, prepared: &Prepared) -> Diagnostic {
    let sizes = prepared.sizes;
    let limit = sizes.limit(&prepared.site);
    let (most, texts) = (megabytes(limit), megabytes(sizes.texts));
    Diagnostic::error(
        "output-limit",
        format!("the site would have more than {most}, which is too much for {texts} of texts"),
    )
    .file("site.yaml")
    .hint(with_causes(
        causes(world, root, &prepared.site, &prepared.plan, limit),
        &raising("growth` or `site_megabytes", prepared.site.config.untrusted),
    ))
}

/// The bytes that a page may have; what is copied may be as large as its file.
pub(super) fn of_page(prepared: &Prepared, planned: &Planned) -> usize {
    match planned.page {
        Page::File(_) => usize::MAX,
        _ => prepared.site.config.limits.page_bytes(),
    }
}

/// The error for a page with more bytes than it may have.
pub(super) fn too_large_page(
    world: &dyn World,
    root: &Path,
    prepared: &Prepared,
    planned: &Planned,
) -> Box<Diagnostic> {
    let site = &prepared.site;
    let address = site.config.href(Plan::address(&planned.route));
    let limit = thousands(site.config.limits.page);
    let what = (kind(&planned.page).describe)(prepared.site_of(planned), &planned.page);
    let d = Diagnostic::error(
        "output-limit",
        format!("{address} ({what}) would have more than {limit} MB, the limit of a page"),
    );
    Box::new(d.file("site.yaml").hint(with_causes(
        causes(
            world,
            root,
            site,
            &prepared.plan,
            site.config.limits.page_bytes() as u64,
        ),
        &raising("page_megabytes", site.config.untrusted),
    )))
}

fn with_causes(causes: Vec<String>, otherwise: &str) -> String {
    match causes.is_empty() {
        true => otherwise.to_owned(),
        false => format!(
            "what is repeated most: {}; if it must be so, {otherwise}",
            causes.join("; ")
        ),
    }
}

/// How many causes are named.
const MOST_CAUSES: usize = 3;
/// A cause of a smaller part of the limit is not named.
const LEAST_PART: u64 = 20;
/// What an entry and a term take in a list, in bytes, roughly.
const CARD: u64 = 600;
const CHIP: u64 = 60;

/// What the site repeats most often, by the bytes that it makes, roughly.
fn causes(world: &dyn World, root: &Path, site: &Site, plan: &Plan, limit: u64) -> Vec<String> {
    let mut causes: Vec<(u64, String)> = copies(world, root, plan);
    for (n, article) in site.articles.iter().enumerate() {
        causes.extend(listings(site, ArticleId(n)));
        causes.extend(repeated_texts(site, ArticleId(n), &article.path));
    }
    causes.retain(|(bytes, _)| *bytes >= limit / LEAST_PART);
    causes.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    causes.truncate(MOST_CAUSES);
    causes.into_iter().map(|(_, words)| words).collect()
}

/// The entries of an article in the lists of their terms.
fn listings(site: &Site, id: ArticleId) -> Option<(u64, String)> {
    let entries = &site.of_article[id.0];
    let all = || entries.own.iter().chain(&entries.listed);
    let count = all().count();
    let terms: usize = all().map(|e| site.entry(*e).terms.len()).sum();
    if count == 0 || terms == 0 {
        return None;
    }
    let path = &site.article(id).path;
    // Each card shows the terms of its entry.
    let each = (terms / count) as u64;
    let bytes = terms as u64 * (CARD + each * CHIP);
    let words = match count {
        1 => format!("1 entry × {} terms of content/{path}", thousands(terms)),
        _ => format!(
            "{} entries × {} terms of content/{path}",
            thousands(count),
            thousands(terms / count)
        ),
    };
    Some((bytes, words))
}

/// A long summary, which each list shows, and a long text, which each feed contains.
fn repeated_texts(site: &Site, id: ArticleId, path: &str) -> Vec<(u64, String)> {
    let (front, body) = (&site.article(id).front, &site.article(id).body);
    let entries = &site.of_article[id.0];
    let lists_of = |entry: &crate::model::entry::EntryId| site.entry(*entry).terms.len() + 3;
    let mut out = Vec::new();
    let mut summary = |text: Option<&String>, lists: usize| {
        let len = text.map_or(0, String::len) as u64;
        let words = format!(
            "a summary of {} × {} lists of content/{path}",
            megabytes(len),
            thousands(lists)
        );
        out.push((len * lists as u64, words));
    };
    if let Some(own) = &entries.own {
        summary(front.summary.as_ref(), lists_of(own));
    }
    for (entry, listed) in entries.listed.iter().zip(&front.entries) {
        summary(listed.summary.as_ref(), lists_of(entry));
    }
    if let Some(own) = entries.own.filter(|_| site.config.feeds.full_content) {
        let terms = site.entry(own).terms.iter();
        let has_text =
            |term: &&TermRef| Plan::has_feed(site, **term) && FeedOf::Term(**term).is_full(site);
        let feeds = terms.filter(has_text).count() + 1;
        let words = format!(
            "a text of {} × {} feeds of content/{path}",
            megabytes(body.range.len() as u64),
            thousands(feeds)
        );
        out.push((body.range.len() as u64 * feeds as u64, words));
    }
    out
}

/// Files that are copied more than once.
fn copies(world: &dyn World, root: &Path, plan: &Plan) -> Vec<(u64, String)> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for planned in &plan.pages {
        if let Page::File(path) = &planned.page {
            *counts.entry(path).or_default() += 1;
        }
    }
    let repeated = counts.into_iter().filter(|(_, count)| *count > 1);
    let cause = |(path, count): (&str, u64)| {
        let stat = world.stat(&root.join(path)).ok().flatten()?;
        let times = thousands(usize::try_from(count).unwrap_or(usize::MAX));
        let size = megabytes(stat.len);
        Some((
            stat.len * count,
            format!("{path} of {size} × {times} articles"),
        ))
    };
    repeated.filter_map(cause).collect()
}

/// For example "245 MB", "1.5 MB" or "0.1 MB".
fn megabytes(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(MEGABYTE);
    match tenths >= 100 {
        true => {
            let whole = usize::try_from(tenths / 10).unwrap_or(usize::MAX);
            format!("{} MB", thousands(whole))
        }
        false => format!("{}.{} MB", tenths / 10, tenths % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_as_people_say_them() {
        for (bytes, words) in [
            (0, "0.0 MB"),
            (1, "0.1 MB"),
            (MEGABYTE, "1.0 MB"),
            (MEGABYTE * 3 / 2, "1.5 MB"),
            (MEGABYTE * 245, "245 MB"),
            (MEGABYTE * 1234, "1,234 MB"),
        ] {
            assert_eq!(megabytes(bytes), words);
        }
    }
}
