//! Cards: pictures that stand for a page where its link is shared.

use super::planner::Planner;
use super::{FILE, Kind, Output};
use crate::content::article::ArticleId;
use crate::content::file_types;
use crate::content::picture::Picture;
use crate::diagnostic::{Diagnostic, thousands};
use crate::messages::borrowed::unmarked;
use crate::model::entry::EntryId;
use crate::model::link::Links;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::plan::{CardOf, Page, Plan};
use crate::publish::Class;
use crate::raster;
use crate::view::Head;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;
use crate::view::share_card::ShareCard;

/// The theme's accent, for a site that has none of its own.
const ACCENT: &str = "#b0122b";
/// The theme's colours for the steps of the stance scale, for stances without one of their own.
const STEPS: [&str; 6] = [
    "#3c9a63", "#1f807c", "#3f5791", "#471a57", "#2c1638", "#17181a",
];

pub(super) const SHARE_CARD: Kind = Kind {
    name: "card",
    class: Class::Page,
    whole: false,
    output: Output::Bytes(|ctx, planned| Deps::Card(Box::new(card(ctx, of(&planned.page))))),
    claim: |planner| {
        if planner.site.config.features.cards {
            claim(planner);
        }
    },
    describe: |site, page| match of(page) {
        CardOf::Site => "the card of the site".to_owned(),
        CardOf::Article(id) => format!("the card of content/{}", site.article(id).path),
        CardOf::Term(at) => format!("the card of `{}`", site.term(at).label),
        CardOf::Story(n) => format!("the card of `{}`", site.storylines.stories[n].id),
    },
    lang: |site, page| match of(page) {
        CardOf::Article(id) => site.article(id).front.lang.as_deref(),
        _ => None,
    },
    ..FILE
};

fn of(page: &Page) -> CardOf {
    match page {
        Page::Card(of) => *of,
        page => page.is_not("a card"),
    }
}

fn claim(planner: &mut Planner<'_>) {
    if !raster::IS_BUILT_IN {
        planner.sink.push(no_raster("cards"));
        return;
    }
    let site = planner.site;
    let (edition, prefix) = (site.config.edition, &site.config.own_edition().prefix);
    let mut all: Vec<(usize, CardOf, String)> = vec![(
        edition,
        CardOf::Site,
        format!("{prefix}{}", Plan::card_route("index.html")),
    )];
    if edition == 0 {
        let articles = (0..site.articles.len()).map(ArticleId);
        for id in articles.filter(|id| !site.expired.contains(*id)) {
            if !has_picture(planner.links, id) {
                let route = Plan::card_route(&planner.outline.articles[id.0]);
                all.push((site.edition_of(id), CardOf::Article(id), route));
            }
        }
    }
    let terms = site.taxonomies.iter().enumerate();
    let terms = terms.flat_map(|(taxonomy, all)| {
        (0..all.terms.len()).map(move |term| TermRef { taxonomy, term })
    });
    for at in terms.filter(|at| Plan::has_outputs(site, *at) && !site.term(*at).entries.is_empty())
    {
        let route = format!("{prefix}{}", Plan::card_route(&Plan::term_route(site, at)));
        all.push((edition, CardOf::Term(at), route));
    }
    for n in 0..site.storylines.stories.len() {
        let route = format!("{prefix}{}", Plan::card_route(&Plan::story_route(site, n)));
        all.push((edition, CardOf::Story(n), route));
    }
    let mut without = Vec::new();
    for (edition, of, route) in all {
        let headline = headline(site, of);
        match raster::can_draw(&raster::drawable(&headline)) {
            true => planner.claim_in(edition, route, Page::Card(of), "a card", None),
            false => without.push(headline),
        }
    }
    if let Some(first) = without.first() {
        let what = match without.len() {
            1 => "a page has no card".to_owned(),
            count => format!("{} pages have no card", thousands(count)),
        };
        planner.sink.push(no_letters(&what, first).hint(
            "name a picture for previews: `identity: {share_image: share.png}`, or `image` of an article",
        ));
    }
}

/// That a feature has no effect, because this program can't draw.
pub(super) fn no_raster(feature: &str) -> Diagnostic {
    let message = format!(
        "`features: {{{feature}: true}}` has no effect: this program was built without what draws PNG"
    );
    Diagnostic::warning("missing-codecs", message)
        .file("site.yaml")
        .hint("use the program as it is shipped, or build it with `cargo build --release --locked --features shipped`")
}

/// That something is not drawn, because `first`, which it would show, has letters of other scripts.
pub(super) fn no_letters(what: &str, first: &str) -> Diagnostic {
    let message = format!(
        "{what}, because its fonts have Latin, Greek and Cyrillic letters only: \"{first}\""
    );
    Diagnostic::notice("no-card", message).file("site.yaml")
}

/// Whether an article has a picture that every preview shows: Mastodon and others show no WebP.
fn has_picture(links: &Links, id: ArticleId) -> bool {
    let path = match links.images.get(&id) {
        None => return false,
        Some(Picture::Beside(path) | Picture::Static(path) | Picture::Away(path)) => path,
    };
    let ending = path.rsplit('.').next().unwrap_or_default();
    !matches!(
        file_types::picture_type(ending),
        Some("image/webp" | "image/avif" | "image/svg+xml")
    )
}

fn headline(site: &Site, of: CardOf) -> String {
    match of {
        CardOf::Site => site.config.title.clone(),
        CardOf::Article(id) => site.article(id).front.title.value.clone(),
        CardOf::Term(at) => site.term(at).label.clone(),
        CardOf::Story(n) => site.story_title(n),
    }
}

/// Names the card of a page in its head. An owner's picture goes before it: that of an article, of the
/// site on pages that are about nothing else.
pub(super) fn offer(ctx: &ViewContext<'_>, of: CardOf, head: &mut Head) {
    let page = match of {
        CardOf::Site if head.image.is_some() => return,
        CardOf::Site => format!("{}index.html", ctx.plan.prefix),
        CardOf::Article(id) => ctx.plan.articles[id.0].clone(),
        CardOf::Term(at) => format!("{}{}", ctx.plan.prefix, Plan::term_route(ctx.site, at)),
        CardOf::Story(n) => format!("{}{}", ctx.plan.prefix, Plan::story_route(ctx.site, n)),
    };
    let route = Plan::card_route(&page);
    let planned = ctx.whole.plan.find(&route).map(|planned| &planned.page);
    if matches!(planned, Some(Page::Card(_))) {
        head.image = Some(ctx.whole_absolute(&route));
        head.image_alt = Some(headline(ctx.site, of));
    }
}

fn card(ctx: &ViewContext<'_>, of: CardOf) -> ShareCard {
    let config = &ctx.site.config;
    let accent = config.identity.accent.as_ref();
    let words = |text: String| {
        let text = raster::drawable(&text);
        Some(text).filter(|text| !text.is_empty() && raster::can_draw(text))
    };
    let card = ShareCard {
        headline: raster::drawable(&headline(ctx.site, of)),
        site: words(config.title.clone()).unwrap_or_default(),
        accent: accent.map_or_else(|| ACCENT.to_owned(), |accent| accent.value.clone()),
        ..ShareCard::default()
    };
    match of {
        CardOf::Site => ShareCard {
            date: config.description.clone().and_then(words),
            ..card
        },
        CardOf::Article(id) => {
            ctx.shows(id);
            match ctx.site.of_article[id.0].own {
                Some(own) => of_event(ctx, own, card),
                None => card,
            }
        }
        CardOf::Term(at) => ShareCard {
            date: words(tally(ctx, ctx.site.term(at).count, ctx.span_of_term(at))),
            ..card
        },
        CardOf::Story(n) => {
            let entries = &ctx.site.storylines.stories[n].entries;
            ShareCard {
                date: words(tally(ctx, ctx.count(entries), ctx.story_span(entries))),
                ..card
            }
        }
    }
}

fn tally(ctx: &ViewContext<'_>, count: usize, span: String) -> String {
    let events = ctx.events(count);
    let parts = [&*events, &*span].into_iter();
    ctx.row(parts.filter(|part| !part.is_empty()))
}

fn of_event(ctx: &ViewContext<'_>, own: EntryId, card: ShareCard) -> ShareCard {
    let entry = ctx.site.entry(own);
    let can = |text: &String| raster::can_draw(text);
    let date = ctx.date_view(entry.date.as_ref(), entry.wording.as_deref());
    let dated = entry.date.is_some() || entry.wording.is_some();
    let state = [ctx.certainty(entry), ctx.status(entry)];
    let state: Vec<String> = state
        .into_iter()
        .flatten()
        .map(|label| label.label)
        .collect();
    let colon = ctx.messages.say("chart-colon");
    let stances = ctx.stances(entry).into_iter().map(|stance| {
        let words = format!("{}{colon}{}", stance.organisation.label, stance.label);
        let own = STEPS.get(stance.step).map(|colour| (*colour).to_owned());
        (words, stance.colour.or(own))
    });
    ShareCard {
        date: Some(unmarked(&date.text).into_owned()).filter(|text| dated && can(text)),
        state: Some(unmarked(&state.join(" · ")).into_owned())
            .filter(|text| !text.is_empty() && can(text)),
        stances: stances.filter(|(words, _)| can(words)).collect(),
        ..card
    }
}
