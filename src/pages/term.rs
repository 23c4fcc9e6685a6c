//! Pages of a term: its timeline, its stance over time, its years.

use std::collections::BTreeMap;

use serde::Serialize;

use super::feed::term_id;
use super::planner::Planner;
use super::{
    Kind, LIST, Output, PageIdentity, PageSources, Parts, Schema, Template, calendar, compare,
    embed, feed, json_feed, last_change, link, share_card, taxonomy, text_file, timelinejs,
};
use crate::content::event::LifeStage;
use crate::model::entry::EntryId;
use crate::model::lanes::{has_lane, takes_a_stance};
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::model::text::Subject;
use crate::plan::{
    AddressKind, CardOf, Claimant, EmbedOf, FeedForm, FeedOf, Page, Plan, YearOfTerm, chunk,
};
use crate::view::context::{SHARED_LEVEL, ViewContext};
use crate::view::date_text;
use crate::view::density::DensityView;
use crate::view::deps::BodyRef;
use crate::view::lanes::{LanesForm, LanesView};
use crate::view::timeline::Detail;
use crate::view::{
    Card, DateView, Head, Html, Link, MonthLink, Pager, StanceView, TermView, Timeline, View,
};

pub(super) const TERM: Kind = Kind {
    name: "term",
    output: Output::Html(Template::of::<TermPage>("term.html", "term", term_parts)),
    claim: |planner| {
        let site = planner.site;
        for (taxonomy, of) in site.taxonomies.iter().enumerate() {
            for term in 0..of.terms.len() {
                claim_term(planner, TermRef { taxonomy, term });
            }
        }
    },
    modified: |ctx, page| {
        let (term, page) = of(page);
        let entries = &ctx.site.term(term).entries;
        let here = chunk(entries.len(), ctx.site.config.per_page, page)?;
        last_change(ctx, &entries[here])
    },
    identity: |site, page| PageIdentity::new(AddressKind::Term, term_id(site, of(page).0)),
    describe: |site, page| {
        let label = &site.term(of(page).0).label;
        format!("the page of `{label}`")
    },
    sources: |site, page| match of(page) {
        (term, None) => text_file(site, Subject::Term(term)),
        (_, Some(_)) => PageSources::None,
    },
    ..LIST
};

/// A term's entries of one year, for terms whose list has several pages.
pub(super) const TERM_YEAR: Kind = Kind {
    name: "term-year",
    output: Output::Html(Template::of::<TermPage>(
        "term.html",
        "term",
        |ctx, page, mut head| {
            let (term, year) = year_of(page);
            let view = term_year(ctx, term, year);
            head.title.clone_from(&view.heading);
            list_parts(ctx, view, head)
        },
    )),
    claim: |planner| {
        let site = planner.site;
        let years = planner.outline.facet_lists.years.iter();
        let years = years.flat_map(|(term, years)| years.keys().map(|year| (*term, *year)));
        for (term, year) in years.collect::<Vec<_>>() {
            let who = format!("the page of `{}` in {year}", site.term(term).label);
            let route = Plan::term_year_route(site, term, year);
            planner.claim(route, Page::TermYear(term, year), who);
        }
    },
    modified: |ctx, page| {
        let (term, year) = year_of(page);
        last_change(
            ctx,
            ctx.plan
                .facet_lists
                .years
                .get(&term)?
                .get(&year)?
                .entries
                .as_slice(),
        )
    },
    ..LIST
};

fn of(page: &Page) -> (TermRef, Option<usize>) {
    match page {
        Page::Term { term, page } => (*term, *page),
        page => page.is_not("the page of a term"),
    }
}

fn year_of(page: &Page) -> (TermRef, i32) {
    match page {
        Page::TermYear(term, year) => (*term, *year),
        page => page.is_not("the year of a term"),
    }
}

/// Claims a term's pages, its feed, and the redirects from its other names.
fn claim_term(planner: &mut Planner<'_>, at: TermRef) {
    let site = planner.site;
    let term = site.term(at);
    if term.entries.is_empty() {
        return;
    }
    let id = &site.config.taxonomies[at.taxonomy].id;
    let route = Plan::term_route(site, at);
    let folder = Plan::address(&route).to_owned();
    let who = || Claimant::Term(at);
    let page = |page| Page::Term { term: at, page };
    for n in 1..=planner.numbered_pages(term.entries.len(), &who()) {
        planner.claim(format!("{folder}page/{n}/index.html"), page(Some(n)), who());
    }
    feed::claim_term(planner, at, &folder);
    calendar::claim_term(planner, at, &folder);
    timelinejs::claim_term(planner, at);
    for alias in term.aliases.iter().filter(|a| **a != term.slug) {
        let old = format!("{id}/{alias}/index.html");
        let to = format!("{}{route}", site.config.own_edition().prefix);
        planner.claim(old, Page::Redirect(to), who());
        // Not every host redirects, and feed readers do not follow a redirect page.
        let folder = format!("{id}/{alias}/");
        feed::claim_term(planner, at, &folder);
        calendar::claim_term(planner, at, &folder);
    }
    planner.claim(route, page(None), who());
}

fn term_parts(ctx: &ViewContext<'_>, page: &Page, mut head: Head) -> Parts {
    let (at, page) = of(page);
    let view = term(ctx, at, page);
    head.title = ctx.page_title(&view.label, page);
    head.description = view.dek.clone().or_else(|| Some(counted(ctx, &view)));
    head.section = Some(view.taxonomy.url.clone());
    let name = ctx.feed_name(&view.label);
    let atom = view.feed.clone();
    head.feeds.extend(atom.map(|url| link(&*name, url)));
    let json = feed::href(ctx, FeedOf::Term(at), FeedForm::Json).filter(|_| view.feed.is_some());
    head.files.extend(json.map(|url| json_feed(&name, url)));
    if page.is_none() {
        embed::offer(ctx, EmbedOf::Term(at), &mut head);
    }
    share_card::offer(ctx, CardOf::Term(at), &mut head);
    Parts {
        parent: Some(view.taxonomy.clone()),
        schema: (!is_light(ctx.site, at)).then(Schema::default),
        ..Parts::new(head, view)
    }
}

/// "12 events from 2023 to 2026", for a term without a dek.
fn counted(ctx: &ViewContext<'_>, view: &TermPage) -> String {
    let id = match view.span.is_empty() {
        true => "about-term",
        false => "about-term-span",
    };
    let events = ctx.events(view.count);
    let args = [
        ("term", (&view.label).into()),
        ("events", (&events).into()),
        ("site", (&ctx.site.config.title).into()),
        ("span", (&view.span).into()),
    ];
    ctx.messages.with(id, &args)
}

/// Head of a list that has a term's view and no feed: a term's year, a status, a certainty, a
/// stance.
pub(super) fn list_parts(ctx: &ViewContext<'_>, view: TermPage, mut head: Head) -> Parts {
    head.description = Some(view.dek.clone().unwrap_or_else(|| {
        let events = ctx.events(view.count);
        let args = [
            ("term", (&view.heading).into()),
            ("events", (&events).into()),
            ("site", (&ctx.site.config.title).into()),
        ];
        ctx.messages.with("about-term", &args)
    }));
    Parts {
        parent: Some(view.taxonomy.clone()),
        ..Parts::new(head, view)
    }
}

/// `/organisations/meta/`; also one year of it, `/organisations/meta/2025/`, and the list for a
/// status, a certainty or a stance, `/stances/closed/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TermPage {
    pub label: String,
    /// The title of its text, or else its label.
    pub heading: String,
    pub dek: Option<String>,
    /// Finished HTML of its text; empty if it has none, and on numbered pages.
    #[serde(skip)]
    pub body: Html<Option<BodyRef>>,
    /// Its address; if it has several pages, that of the newest.
    pub url: String,
    pub taxonomy: Link,
    /// Number of entries; articles without an event are none.
    pub count: usize,
    /// Number of articles without an event: explainers without a date.
    pub articles: usize,
    /// "2023 to 2026"; empty if no entry is dated.
    pub span: String,
    /// Latest stance first; empty if the term takes no stance.
    pub stances: Vec<StanceStep>,
    /// Its lane over time, or its stances if its taxonomy has no lanes; none if it has neither, and on
    /// numbered pages.
    pub lanes: Option<LanesView>,
    /// The pages that compare it with others; empty on numbered pages.
    pub comparisons: Vec<Link>,
    /// Its entries over time; none below 5 entries with a date, and on numbered pages.
    pub density_row: Option<DensityView>,
    pub expected: Vec<Card>,
    pub timeline: Timeline,
    /// Terms that often occur together with it, by taxonomy, most frequent first.
    pub related: Vec<RelatedTerms>,
    pub feed: Option<String>,
    /// Address that adds the calendar of what is expected of it to the reader's own; none if it has
    /// none.
    pub calendar: Option<String>,
    /// Its years, latest first: each with its own page if the list has several pages, otherwise an
    /// anchor on this page. Empty for a short list, and on numbered pages.
    pub years: Vec<MonthLink>,
    pub pages: Option<Pager>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct StanceStep {
    pub stance: StanceView,
    pub date: DateView,
    pub entry: Link,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct RelatedTerms {
    pub label: String,
    pub terms: Vec<TermView>,
}

impl View for TermPage {
    fn lanes(&self) -> Option<&LanesView> {
        self.lanes.as_ref()
    }

    fn density_row(&self) -> Option<&DensityView> {
        self.density_row.as_ref()
    }

    fn timeline(&self) -> Option<&Timeline> {
        Some(&self.timeline)
    }

    fn body(&self) -> Option<&Html<Option<BodyRef>>> {
        Some(&self.body)
    }

    fn own_term(&self) -> Option<(&str, &str)> {
        Some((&self.url, &self.label))
    }
}

fn term(ctx: &ViewContext<'_>, at: TermRef, page: Option<usize>) -> TermPage {
    let site = ctx.site;
    let term = site.term(at);
    let config = &site.config.taxonomies[at.taxonomy];
    let per_page = site.config.per_page;
    let range = chunk(term.entries.len(), per_page, page).unwrap_or(0..0);
    let newest = page.is_none();
    let here = ctx.href(&Plan::term_route(site, at));
    let timeline = ctx.timeline(&term.entries[range], &here, Detail::Full, SHARED_LEVEL);
    TermPage {
        label: term.label.clone(),
        heading: heading_of(ctx, at),
        dek: ctx.dek_of(Subject::Term(at)).filter(|_| newest),
        body: Html(match newest {
            true => ctx.text_body(Subject::Term(at)),
            false => None,
        }),
        url: here.clone(),
        taxonomy: Link {
            label: ctx.taxonomy_title(at.taxonomy).to_owned(),
            url: ctx.href(&taxonomy::route(&config.id)),
            rel: None,
            lang: None,
        },
        count: term.count,
        articles: term.articles,
        span: ctx.span_of_term(at),
        stances: if newest {
            stance_steps(ctx, at)
        } else {
            Vec::new()
        },
        lanes: lane_form(site, at)
            .filter(|_| newest)
            .map(|form| ctx.lanes(&[at], form)),
        comparisons: match newest {
            true => compare::links(ctx, Some(at)),
            false => Vec::new(),
        },
        density_row: match newest {
            true => ctx.density_of_term(at),
            false => None,
        },
        expected: if newest {
            expected_of(ctx, at)
        } else {
            Vec::new()
        },
        timeline,
        related: if newest && !is_light(site, at) {
            related_terms(ctx, at)
        } else {
            Vec::new()
        },
        feed: Plan::has_feed(site, at).then(|| format!("{here}feed.xml")),
        calendar: calendar::of_term(ctx, at),
        years: match newest {
            true => years_of(ctx, at, None),
            false => Vec::new(),
        },
        pages: ctx.pager(&term.entries, &here, page),
    }
}

/// The picture of a term: all of it, or its stances where its taxonomy has no lanes.
fn lane_form(site: &Site, at: TermRef) -> Option<LanesForm> {
    match (has_lane(site, at), takes_a_stance(site, at)) {
        (true, _) => Some(LanesForm::Alone),
        (false, true) => Some(LanesForm::Band),
        _ => None,
    }
}

/// A term's entries of one year.
fn term_year(ctx: &ViewContext<'_>, at: TermRef, year: i32) -> TermPage {
    let site = ctx.site;
    let years = ctx.plan.facet_lists.years.get(&at);
    let entries = years.and_then(|years| years.get(&year));
    let (entries, count) = entries.map_or((&[][..], 0), |year| (&*year.entries, year.count));
    let here = ctx.href(&Plan::term_year_route(site, at, year));
    let label = site.term(at).label.clone();
    let worded = ctx.messages.short_year(year);
    let args = [
        ("term", (&label).into()),
        ("year", (&worded).into()),
        ("era", date_text::era(year).into()),
    ];
    TermPage {
        heading: ctx.messages.with("term-in-year", &args),
        label,
        taxonomy: ctx.term_link(at),
        count,
        timeline: ctx.timeline(entries, &here, Detail::Full, SHARED_LEVEL),
        years: years_of(ctx, at, Some(year)),
        url: here,
        ..TermPage::default()
    }
}

/// The years of a term: links to their own pages if its list has several pages, otherwise to
/// anchors on its page. `current` is the year of the page that is rendered.
fn years_of(ctx: &ViewContext<'_>, at: TermRef, current: Option<i32>) -> Vec<MonthLink> {
    let Some(years) = ctx.plan.facet_lists.years.get(&at) else {
        return ctx.years_here(&ctx.site.term(at).entries);
    };
    let link = |(year, of_year): (&i32, &YearOfTerm)| MonthLink {
        label: ctx.messages.year(*year),
        url: Some(ctx.href(&Plan::term_year_route(ctx.site, at, *year))),
        count: of_year.count,
        current: current == Some(*year),
    };
    years.iter().rev().map(link).collect()
}

/// The title of a term's text, or else its label.
fn heading_of(ctx: &ViewContext<'_>, at: TermRef) -> String {
    let text = ctx.site.subjects.text(Subject::Term(at));
    let title = text.and_then(|t| ctx.site.texts[t].front.title.as_ref());
    title.map_or_else(|| ctx.site.term(at).label.clone(), |t| t.value.clone())
}

/// The stances an organisation took, latest first; a step for each change.
pub(super) fn stance_steps(ctx: &ViewContext<'_>, at: TermRef) -> Vec<StanceStep> {
    let mut steps: Vec<StanceStep> = Vec::new();
    let mut oldest: Vec<EntryId> = ctx.site.term(at).entries.clone();
    oldest.sort_by_key(|e| ctx.site.rank_oldest(*e));
    for id in oldest {
        let entry = ctx.site.entry(id);
        let Some((organisation, step)) = entry.stances.iter().find(|(o, _)| *o == at) else {
            continue;
        };
        if entry.stage == LifeStage::Cancelled {
            continue;
        }
        let stance = ctx.stance(entry, *organisation, *step);
        // A step also where what was only reported is confirmed.
        if steps.last().is_some_and(|StanceStep { stance: last, .. }| {
            last.id == stance.id
                && last.tentative == stance.tentative
                && last.planned == stance.planned
                && (last.qualifier.is_none() || stance.qualifier.is_some())
        }) {
            continue;
        }
        steps.push(StanceStep {
            stance,
            date: ctx.date_view(entry.date.as_ref(), entry.wording.as_deref()),
            entry: Link {
                label: ctx.title(entry).to_owned(),
                url: ctx.entry_href(entry),
                rel: None,
                lang: ctx.article_lang(entry.article),
            },
        });
    }
    steps.reverse();
    steps
}

fn expected_of(ctx: &ViewContext<'_>, at: TermRef) -> Vec<Card> {
    let all = ctx.plan.ledger.of_term(at).iter().copied();
    let open = all.filter(|id| ctx.site.entry(*id).stage == LifeStage::Expected);
    let is_overdue = |id: &EntryId| ctx.site.entry(*id).overdue(ctx.site.today);
    let (mut cards, upcoming): (Vec<EntryId>, Vec<EntryId>) = open.partition(is_overdue);
    cards.extend(upcoming);
    ctx.cards(&cards, None)
}

/// Whether the page of a term is no more than its entry, as most of a newsroom's are: nothing is often
/// mentioned with what was mentioned once, and little input must not make much output.
fn is_light(site: &Site, at: TermRef) -> bool {
    site.term(at).entries.len() == 1
}

/// From how many entries in common on a term is often mentioned with another. One is chance.
const OFTEN: usize = 2;

/// Terms that often occur together with this one, the most frequent of each taxonomy.
fn related_terms(ctx: &ViewContext<'_>, at: TermRef) -> Vec<RelatedTerms> {
    let entries = ctx.site.term(at).entries.iter();
    let entries = entries.map(|id| ctx.site.entry(*id));
    let mut occurrences: Vec<TermRef> = entries
        .filter(|entry| !entry.background)
        .flat_map(|entry| entry.terms.iter().copied().filter(|term| *term != at))
        .collect();
    occurrences.sort_unstable();
    let counts: BTreeMap<TermRef, usize> = occurrences
        .chunk_by(|a, b| a == b)
        .filter(|same| same.len() >= OFTEN)
        .map(|same| (same[0], same.len()))
        .collect();
    let mut related = Vec::new();
    for (t, _) in ctx
        .site
        .config
        .taxonomies
        .iter()
        .enumerate()
        .filter(|(_, c)| c.id != "authors")
    {
        let of = |term| TermRef { taxonomy: t, term };
        let mut terms: Vec<(TermRef, usize)> = counts
            .range(of(0)..=of(usize::MAX))
            .map(|(term, n)| (*term, *n))
            .collect();
        terms.sort_by(|(a, _), (b, _)| ctx.by_use(|term| counts[&term], *a, *b));
        let terms: Vec<TermView> = terms
            .into_iter()
            .take(8)
            .map(|(term, n)| TermView {
                count: n,
                ..ctx.term_view(term)
            })
            .collect();
        if !terms.is_empty() {
            related.push(RelatedTerms {
                label: ctx.taxonomy_title(t).to_owned(),
                terms,
            });
        }
    }
    related
}
