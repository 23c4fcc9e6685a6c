//! Pages that other sites may show in a frame, and the JSON by which their programs find them
//! (oEmbed 1.0, of type `rich`).

use serde::Serialize;

use super::data::written;
use super::planner::Planner;
use super::{FILE, Kind, LIST, Output, PageSources, Parts, Template};
use crate::content::article::ArticleId;
use crate::model::entry::{Entry, EntryId};
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::model::text::Subject;
use crate::plan::{EmbedOf, Page, Plan, Planned};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;
use crate::view::embed::{EmbedCode, EmbedView, frame};
use crate::view::{CardLink, FileLink, Head, Link};

/// How many entries of a list are shown.
const MOST: usize = 20;
/// How long a consumer may keep what oEmbed says, in seconds.
const DAY: u32 = 86_400;

pub(super) const EMBED: Kind = Kind {
    name: "embed",
    class: Class::Page,
    in_sitemap: false,
    output: Output::Html(
        Template::of::<EmbedView>("embed.html", "embed", |ctx, page, mut head| {
            let of = of(page);
            let view = embed(ctx, of);
            head.title.clone_from(&view.subject.label);
            head.canonical = ctx.whole_address(&view.subject.url);
            head.lang = article_of(ctx.site, of).and_then(|id| ctx.article_lang(id));
            offer(ctx, of, &mut head);
            head.embed = None;
            Parts::new(head, view)
        })
        .noindex(),
    ),
    claim: |planner| {
        if planner.site.config.features.embeds {
            claim(planner);
        }
    },
    describe: |site, page| format!("{} for other sites", described(site, of(page))),
    // Without a summary, the text begins there.
    sources: |site, page| match of(page) {
        EmbedOf::Article(id) => PageSources::File(format!("content/{}", site.article(id).path)),
        EmbedOf::Entry(_) | EmbedOf::Term(_) | EmbedOf::Story(_) => PageSources::None,
    },
    lang: |site, page| {
        let article = article_of(site, of(page))?;
        site.article(article).front.lang.as_deref()
    },
    ..LIST
};

pub(super) const OEMBED: Kind = Kind {
    name: "oembed",
    class: Class::Page,
    whole: false,
    output: Output::Bytes(|ctx, planned| Deps::Text(oembed(ctx, planned))),
    describe: |site, page| format!("what oEmbed says of {}", described(site, of(page))),
    ..FILE
};

fn of(page: &Page) -> EmbedOf {
    match page {
        Page::Embed(of) | Page::OEmbed(of) => *of,
        page => page.is_not("for other sites"),
    }
}

fn article_of(site: &Site, of: EmbedOf) -> Option<ArticleId> {
    match of {
        EmbedOf::Article(id) => Some(id),
        EmbedOf::Entry(id) => Some(site.entry(id).article),
        EmbedOf::Term(_) | EmbedOf::Story(_) => None,
    }
}

fn described(site: &Site, of: EmbedOf) -> String {
    match of {
        EmbedOf::Article(id) => format!("the article content/{}", site.article(id).path),
        EmbedOf::Entry(id) => format!("the event `{}`", site.entry(id).id),
        EmbedOf::Term(term) => format!("the list of `{}`", site.term(term).label),
        EmbedOf::Story(n) => format!("the storyline `{}`", site.storylines.stories[n].id),
    }
}

/// Claims the pages of articles and of their events in the first edition, those of terms and storylines
/// in each.
fn claim(planner: &mut Planner<'_>) {
    let site = planner.site;
    let mut all: Vec<(usize, EmbedOf, String)> = Vec::new();
    if site.config.edition == 0 {
        let articles = (0..site.articles.len()).map(ArticleId);
        for id in articles.filter(|id| !site.expired.contains(*id)) {
            let (edition, article) = (site.edition_of(id), &planner.outline.articles[id.0]);
            let route = Plan::embed_route(article, None);
            all.push((edition, EmbedOf::Article(id), route));
            if site.config.features.entry_embeds {
                for entry in &site.of_article[id.0].listed {
                    let route = Plan::embed_route(article, Some(&site.entry(*entry).id));
                    all.push((edition, EmbedOf::Entry(*entry), route));
                }
            }
        }
    }
    let (edition, prefix) = (site.config.edition, &site.config.own_edition().prefix);
    let terms = site.taxonomies.iter().enumerate();
    let terms = terms.flat_map(|(taxonomy, all)| {
        (0..all.terms.len()).map(move |term| TermRef { taxonomy, term })
    });
    for at in terms.filter(|at| has_page(site, *at)) {
        let route = format!("{prefix}{}", Plan::term_route(site, at));
        all.push((edition, EmbedOf::Term(at), Plan::embed_route(&route, None)));
    }
    for n in 0..site.storylines.stories.len() {
        let route = format!("{prefix}{}", Plan::story_route(site, n));
        all.push((edition, EmbedOf::Story(n), Plan::embed_route(&route, None)));
    }
    for (edition, of, route) in all {
        let who = format!("{} for other sites", described(site, of));
        let json = Plan::oembed_route(&route);
        planner.claim_in(edition, route, Page::Embed(of), who.clone(), None);
        planner.claim_in(edition, json, Page::OEmbed(of), who, None);
    }
}

/// Terms with files of their own have a page for other sites too.
fn has_page(site: &Site, at: TermRef) -> bool {
    !site.term(at).entries.is_empty() && Plan::has_outputs(site, at)
}

/// Route in the whole site of the page for other sites; `None` if there is none.
fn route(ctx: &ViewContext<'_>, of: EmbedOf) -> Option<String> {
    let site = ctx.site;
    let features = &site.config.features;
    let own = |route: String| Plan::embed_route(&format!("{}{route}", ctx.plan.prefix), None);
    let is_expired = |id: ArticleId| site.expired.contains(id);
    if !features.embeds || article_of(site, of).is_some_and(is_expired) {
        return None;
    }
    match of {
        EmbedOf::Article(id) => Some(Plan::embed_route(&ctx.plan.articles[id.0], None)),
        EmbedOf::Entry(id) => {
            let entry = site.entry(id);
            let article = &ctx.plan.articles[entry.article.0];
            features
                .entry_embeds
                .then(|| Plan::embed_route(article, Some(&entry.id)))
        }
        EmbedOf::Term(at) => has_page(site, at).then(|| own(Plan::term_route(site, at))),
        EmbedOf::Story(n) => Some(own(Plan::story_route(site, n))),
    }
}

/// What other sites copy to embed something.
pub(super) fn code(ctx: &ViewContext<'_>, of: EmbedOf) -> Option<EmbedCode> {
    let url = ctx.whole_absolute(&route(ctx, of)?);
    let html = frame(&url, &subject(ctx, of).label, of.size(), of.ratio());
    Some(EmbedCode { html, url })
}

/// Says in the head of a page how other sites embed it.
pub(super) fn offer(ctx: &ViewContext<'_>, of: EmbedOf, head: &mut Head) {
    let Some(route) = route(ctx, of) else {
        return;
    };
    head.embed = code(ctx, of);
    head.files.push(FileLink {
        media_type: "application/json+oembed",
        title: head.title.clone(),
        url: ctx.whole_absolute(&Plan::oembed_route(&route)),
    });
}

/// What is embedded: its name, and its address within the site.
fn subject(ctx: &ViewContext<'_>, of: EmbedOf) -> Link {
    match of {
        EmbedOf::Article(id) => Link {
            label: ctx.marked_headline(id),
            ..ctx.article_link(id)
        },
        EmbedOf::Entry(id) => {
            let entry = ctx.site.entry(id);
            Link {
                label: ctx.title(entry).to_owned(),
                url: ctx.entry_href(entry),
                rel: None,
                lang: ctx.article_lang(entry.article),
            }
        }
        EmbedOf::Term(at) => ctx.term_link(at),
        EmbedOf::Story(n) => ctx.story_link(n),
    }
}

fn embed(ctx: &ViewContext<'_>, of: EmbedOf) -> EmbedView {
    let site = ctx.site;
    let view = EmbedView {
        subject: subject(ctx, of),
        ..EmbedView::default()
    };
    match of {
        EmbedOf::Article(id) => {
            let dek = match site.article(id).retracted() {
                true => ctx.gravest_first(id).into_iter().next().map(|c| c.text),
                false => {
                    let dek = ctx.summary(id).cloned();
                    dek.or_else(|| ctx.lead_of_article(id))
                }
            };
            match site.of_article[id.0].own {
                Some(own) => event(ctx, own, EmbedView { dek, ..view }),
                None => EmbedView { dek, ..view },
            }
        }
        EmbedOf::Entry(id) => {
            let entry = site.entry(id);
            let listed = &site.article(entry.article).front.entries;
            let dek = entry.listed.and_then(|n| listed[n].summary.clone());
            event(ctx, id, EmbedView { dek, ..view })
        }
        EmbedOf::Term(at) => {
            let entries = &site.term(at).entries;
            EmbedView {
                dek: ctx.dek_of(Subject::Term(at)),
                tally: Some(tally(ctx, site.term(at).count, ctx.span_of_term(at))),
                entries: latest(ctx, entries),
                ..view
            }
        }
        EmbedOf::Story(n) => {
            let entries = &site.storylines.stories[n].entries;
            EmbedView {
                dek: ctx.dek_of(Subject::Story(n)),
                tally: Some(tally(ctx, ctx.count(entries), ctx.story_span(entries))),
                entries: latest(ctx, entries),
                ..view
            }
        }
    }
}

fn event(ctx: &ViewContext<'_>, id: EntryId, view: EmbedView) -> EmbedView {
    let entry: &Entry = ctx.site.entry(id);
    let dated = entry.date.is_some() || entry.wording.is_some();
    EmbedView {
        date: dated.then(|| ctx.entry_date(id, None)),
        certainty: ctx.certainty(entry),
        status: ctx.status(entry),
        passed: ctx.passed(entry),
        stances: ctx.stances(entry),
        ..view
    }
}

/// "12 events, 2023 to 2026".
fn tally(ctx: &ViewContext<'_>, count: usize, span: String) -> String {
    let events = ctx.events(count);
    let parts = [&*events, &*span].into_iter();
    ctx.row(parts.filter(|part| !part.is_empty()))
}

fn latest(ctx: &ViewContext<'_>, entries: &[EntryId]) -> Vec<CardLink> {
    let ranked = entries
        .iter()
        .filter_map(|id| Some((ctx.site.rank_oldest(*id)?, *id)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    let latest = ranked.into_iter().take(MOST);
    latest.map(|(_, id)| ctx.card_link(id)).collect()
}

/// What oEmbed says (oembed.com, section 2.3.4).
#[derive(Serialize)]
struct Rich {
    version: &'static str,
    r#type: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<String>,
    provider_name: String,
    provider_url: String,
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
    #[serde(flatten)]
    thumbnail: Option<Thumbnail>,
}

#[derive(Serialize)]
struct Thumbnail {
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

fn oembed(ctx: &ViewContext<'_>, planned: &Planned) -> String {
    let of = of(&planned.page);
    let title = subject(ctx, of).label;
    let code = code(ctx, of).map(|code| code.html).unwrap_or_default();
    let (width, height) = of.size();
    let image = match of {
        EmbedOf::Article(id) => ctx.image(id),
        _ => None,
    };
    let thumbnail = image.and_then(|image| {
        Some(Thumbnail {
            thumbnail_width: image.width?,
            thumbnail_height: image.height?,
            thumbnail_url: ctx.whole_address(&image.src),
        })
    });
    let authors =
        article_of(ctx.site, of).map(|id| super::article::byline(ctx, ctx.site.article(id)));
    let authors = authors.unwrap_or_default();
    let author = ctx.row(authors.iter().map(|author| author.label.as_str()));
    let config = &ctx.site.config;
    written(&Rich {
        version: "1.0",
        r#type: "rich",
        title,
        author_name: Some(author).filter(|author| !author.is_empty()),
        provider_name: config.title.clone(),
        provider_url: ctx.absolute("index.html"),
        cache_age: DAY,
        html: code,
        width,
        height,
        thumbnail,
    })
}
