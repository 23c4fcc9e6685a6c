//! Feeds: of the site, of a term, of a storyline, of corrections, each as Atom and as JSON Feed; and the
//! archives of the site's.

use super::feed_entry::{NEVER, of_article, of_correction, tag_uri};
use super::planner::Planner;
use super::{FILE, Kind, Output, PageIdentity, PageSources};
use crate::content::article::ArticleId;
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::plan::feed_order::latest_first;
use crate::plan::{AddressKind, Claimant, FeedForm, FeedOf, Page, Plan};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::{Deps, FeedDeps, FeedEntry, FeedHistory};

const FILES: Kind = Kind {
    name: "feed",
    class: Class::List,
    whole: false,
    ..FILE
};

pub(super) const FEED: Kind = Kind {
    output: Output::Bytes(|ctx, planned| {
        let (of, form) = feed_of(&planned.page);
        let feed = Box::new(feed(ctx, of, form));
        match form {
            FeedForm::Atom => Deps::Feed(feed),
            FeedForm::Json => Deps::JsonFeed(feed),
        }
    }),
    sources: |site, page| sources(site, feed_of(page).0),
    // Those of terms are claimed together with the terms.
    claim: |planner| {
        let site = planner.site;
        claim(planner, "", FeedOf::Site, "the site's feed".into());
        if site.corrected().next().is_some() {
            let who = "the corrections feed";
            claim(planner, "corrections/", FeedOf::Corrections, who.into());
        }
        for (n, story) in site.storylines.stories.iter().enumerate() {
            let who = format!("the feed of the storyline `{}`", story.id);
            let route = Plan::story_route(site, n);
            claim(planner, Plan::address(&route), FeedOf::Story(n), who.into());
        }
    },
    // That of a JSON Feed comes and goes with a setting.
    identity: |site, page| match feed_of(page) {
        (of, FeedForm::Atom) => PageIdentity::new(AddressKind::Feed, of_id(site, of)),
        (_, FeedForm::Json) => None,
    },
    describe: |site, page| match feed_of(page).0 {
        FeedOf::Site => "the site's feed".to_owned(),
        FeedOf::Corrections => "the corrections feed".to_owned(),
        FeedOf::Term(term) => format!("the feed of `{}`", site.term(term).label),
        FeedOf::Story(n) => {
            format!(
                "the feed of the storyline `{}`",
                site.storylines.stories[n].id
            )
        }
    },
    ..FILES
};

/// An archive of the site's feed (RFC 5005, section 4): what it no longer has.
pub(super) const FEED_ARCHIVE: Kind = Kind {
    output: Output::Bytes(|ctx, planned| {
        let number = archive_of(&planned.page);
        let archived = ctx.plan.feed_order.archived(number);
        let entries = entries_of(ctx, FeedOf::Site, archived);
        let mut feed = feed_with(ctx, FeedOf::Site, FeedForm::Atom, entries);
        let archive = |number: usize| ctx.absolute(&archive_route(number));
        let is_last = number == ctx.plan.feed_order.archives();
        feed.history = FeedHistory {
            is_archive: true,
            previous: (number > 1).then(|| archive(number - 1)),
            next: (!is_last).then(|| archive(number + 1)),
            current: Some(std::mem::replace(&mut feed.address, archive(number))),
        };
        Deps::Feed(Box::new(feed))
    }),
    sources: |site, _| sources(site, FeedOf::Site),
    claim: |planner| {
        for number in 1..=planner.outline.feed_order.archives() {
            let who = "an archive of the site's feed";
            planner.offer(archive_route(number), Page::FeedArchive(number), who);
        }
    },
    describe: |_, _| "an archive of the site's feed".to_owned(),
    ..FILES
};

fn sources(site: &Site, of: FeedOf) -> PageSources {
    match of.is_full(site) {
        true => PageSources::TextsShown,
        false => PageSources::None,
    }
}

fn feed_of(page: &Page) -> (FeedOf, FeedForm) {
    match page {
        Page::Feed(of, form) => (*of, *form),
        page => page.is_not("a feed"),
    }
}

fn archive_of(page: &Page) -> usize {
    match page {
        Page::FeedArchive(number) => *number,
        page => page.is_not("an archive of the feed"),
    }
}

fn archive_route(number: usize) -> String {
    format!("feed/{number}.xml")
}

/// Claims the feed in a folder, in all forms that it has.
fn claim(planner: &mut Planner<'_>, folder: &str, of: FeedOf, who: Claimant) {
    for form in of.forms(planner.site) {
        let (route, page) = (form.in_folder(folder), Page::Feed(of, form));
        match form {
            FeedForm::Atom => planner.claim(route, page, who.clone()),
            FeedForm::Json => planner.offer(route, page, who.clone()),
        }
    }
}

/// Claims the feed of a term in its folder.
pub(super) fn claim_term(planner: &mut Planner<'_>, at: TermRef, folder: &str) {
    if Plan::has_feed(planner.site, at) {
        claim(planner, folder, FeedOf::Term(at), Claimant::Term(at));
    }
}

/// For example `organisations/meta`.
pub(super) fn term_id(site: &Site, term: TermRef) -> String {
    let taxonomy = &site.config.taxonomies[term.taxonomy].id;
    format!("{taxonomy}/{}", site.term(term).slug)
}

fn of_id(site: &Site, of: FeedOf) -> String {
    match of {
        FeedOf::Site => "site".to_owned(),
        FeedOf::Corrections => "corrections".to_owned(),
        FeedOf::Term(term) => term_id(site, term),
        FeedOf::Story(n) => format!("stories/{}", site.storylines.stories[n].id),
    }
}

/// Route of the page with the same entries.
fn page_of(site: &Site, of: FeedOf) -> String {
    match of {
        FeedOf::Site => "index.html".to_owned(),
        FeedOf::Corrections => Plan::CORRECTIONS.to_owned(),
        FeedOf::Term(term) => Plan::term_route(site, term),
        FeedOf::Story(n) => Plan::story_route(site, n),
    }
}

/// Address of a feed within the site; `None` if there is none in this form.
pub(super) fn href(ctx: &ViewContext<'_>, of: FeedOf, form: FeedForm) -> Option<String> {
    let has_form = of.forms(ctx.site).any(|one| one == form);
    let page = page_of(ctx.site, of);
    has_form.then(|| ctx.href(&form.in_folder(Plan::address(&page))))
}

fn feed(ctx: &ViewContext<'_>, of: FeedOf, form: FeedForm) -> FeedDeps {
    let site = ctx.site;
    let entries = match of {
        FeedOf::Site => entries_of(ctx, of, ctx.plan.feed_order.recent()),
        FeedOf::Corrections => corrections(ctx),
        FeedOf::Term(term) => latest_of(ctx, of, &site.term(term).entries),
        FeedOf::Story(n) => latest_of(ctx, of, &site.storylines.stories[n].entries),
    };
    let mut feed = feed_with(ctx, of, form, entries);
    let archives = ctx.plan.feed_order.archives();
    if of == FeedOf::Site && archives > 0 {
        feed.history.previous = Some(ctx.absolute(&archive_route(archives)));
    }
    feed
}

fn feed_with(
    ctx: &ViewContext<'_>,
    of: FeedOf,
    form: FeedForm,
    entries: Vec<FeedEntry>,
) -> FeedDeps {
    let config = &ctx.site.config;
    let page = page_of(ctx.site, of);
    let title = match of {
        FeedOf::Site => config.title.clone(),
        FeedOf::Corrections => ctx.feed_name(ctx.messages.say("corrections")),
        FeedOf::Term(term) => ctx.feed_name(&ctx.site.term(term).label),
        FeedOf::Story(n) => ctx.feed_name(&ctx.site.story_title(n)),
    };
    let dated = entries.iter().filter_map(|entry| {
        let at = chrono::DateTime::parse_from_rfc3339(&entry.updated).ok()?;
        Some((at, &entry.updated))
    });
    let latest = dated.max();
    let id = of_id(ctx.site, of);
    FeedDeps {
        id: tag_uri(ctx, &format!("feed/{}{id}", ctx.plan.prefix)),
        title,
        subtitle: config.description.clone().filter(|_| of == FeedOf::Site),
        address: ctx.absolute(&form.in_folder(Plan::address(&page))),
        alternate: ctx.absolute(&page),
        updated: latest.map_or_else(|| NEVER.to_owned(), |(_, text)| text.clone()),
        author: config
            .publisher
            .name
            .clone()
            .unwrap_or_else(|| config.title.clone()),
        lang: config.language.clone(),
        hub: config.feeds.hub.clone(),
        generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")).to_owned(),
        history: FeedHistory::default(),
        entries,
    }
}

fn entries_of(ctx: &ViewContext<'_>, of: FeedOf, articles: &[ArticleId]) -> Vec<FeedEntry> {
    let full = of.is_full(ctx.site);
    let entries = articles.iter().map(|id| of_article(ctx, *id, full));
    entries.collect()
}

/// The latest articles of some entries.
fn latest_of(ctx: &ViewContext<'_>, of: FeedOf, entries: &[EntryId]) -> Vec<FeedEntry> {
    let articles = entries.iter().map(|id| ctx.site.entry(*id).article);
    let mut articles: Vec<ArticleId> = articles.collect();
    latest_first(ctx.site, &mut articles);
    articles.dedup();
    articles.truncate(ctx.site.config.feeds.entries);
    entries_of(ctx, of, &articles)
}

fn corrections(ctx: &ViewContext<'_>) -> Vec<FeedEntry> {
    let mut all: Vec<(chrono::NaiveDate, usize, ArticleId)> = Vec::new();
    for (id, article) in ctx.site.corrected() {
        let corrections = article.front.corrections.iter().enumerate();
        all.extend(corrections.filter_map(|(n, c)| Some((c.date.value.earliest()?, n, id))));
    }
    all.sort_by(|a, b| b.cmp(a));
    all.into_iter()
        .take(ctx.site.config.feeds.entries)
        .map(|(day, n, id)| of_correction(ctx, day, n, id))
        .collect()
}
