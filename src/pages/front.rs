//! The front page: what was published last, then the timeline.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::Datelike;
use foldhash::HashSet;
use serde::Serialize;

use super::navigation::Listing;
use super::{
    Kind, LIST, Output, PageIdentity, Parts, Schema, Template, json_feed, last_change, link,
};
use crate::content::article::ArticleId;
use crate::content::date::{CoarsePeriod, EventDate, Precision};
use crate::content::event::LifeStage;
use crate::model::entry::EntryId;
use crate::model::lanes;
use crate::model::taxonomy::TermRef;
use crate::plan::{Page, Plan};
use crate::view::context::{SHARED_LEVEL, ViewContext};
use crate::view::density::DensityView;
use crate::view::lanes::{LanesForm, LanesView};
use crate::view::lists::FEW;
use crate::view::timeline::Detail;
use crate::view::{
    Card, CorrectionView, DateView, Group, Html, Link, PublishedCard, TermView, Timeline, View,
};

/// The density strip shows up to so many consecutive empty years one by one; more become a gap.
const FEW_EMPTY: usize = 3;
const POPULAR: usize = 12;
const LATEST_CORRECTIONS: usize = 3;
const LANES: usize = 4;
/// Entries of the timeline that a phone shows.
const ON_A_PHONE: usize = 15;

pub(super) const FRONT: Kind = Kind {
    name: "front",
    output: Output::Html(Template::of::<Front>(
        "front.html",
        "front",
        |ctx, _, mut head| {
            let config = &ctx.site.config;
            head.title.clone_from(&config.title);
            head.description.clone_from(&config.description);
            head.section = Some(config.base.clone());
            head.search_hint = ctx.plan.explore.as_ref().map(|explore| {
                let args = [("count", explore.shown.into())];
                ctx.messages.with("search-entries", &args)
            });
            let json = ctx.href("feed.json");
            head.files.push(json_feed(&config.title, json));
            Parts {
                schema: Some(Schema::WebSite),
                ..Parts::new(head, front(ctx))
            }
        },
    )),
    claim: |planner| planner.claim("index.html", Page::Front, "the front page"),
    modified: |ctx, _| last_change(ctx, &ctx.site.newest),
    identity: |_, _| PageIdentity::list("front"),
    describe: |_, _| "the front page".to_owned(),
    listings: |ctx| {
        let home = link(ctx.messages.say("timeline"), ctx.site.config.base.clone());
        vec![Listing::menu(home)]
    },
    ..LIST
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct Front {
    /// What happened last, what comes next, what is overdue.
    pub now: NowView,
    /// By publication, newest first; empty if no article has `published`.
    pub just_published: Vec<PublishedCard>,
    /// By event, newest first.
    pub timeline: Timeline,
    /// Soonest first, including overdue entries.
    pub expected: Vec<Card>,
    pub expected_url: Option<String>,
    /// Most used first; empty below 20 entries.
    pub popular_tags: Vec<TermView>,
    pub organisations: Vec<TermView>,
    /// The title of their taxonomy.
    pub organisations_title: String,
    /// Newest first.
    pub corrections: Vec<CorrectionView>,
    pub corrections_url: Option<String>,
    /// Address of the list of recent articles.
    pub new_url: Option<String>,
    /// The busiest lanes over time; none if there is no page of lanes.
    pub lanes: Option<LanesView>,
    /// Address of the page of lanes.
    pub lanes_url: Option<String>,
    /// All entries over time; none below 5 entries with a date.
    pub density_row: Option<DensityView>,
    /// From the first year to the last; empty below 20 entries.
    pub density: Vec<DensityBar>,
    /// The year in which the entries before those shown begin.
    pub older: Option<Link>,
    /// The same on a phone, which shows fewer.
    pub older_on_phone: Option<Link>,
    pub entries: usize,
    pub articles: usize,
}

/// One line each: what happened last, what is due next, and what is overdue though somebody looked for
/// news of it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NowView {
    /// What happened last.
    pub last: Option<NowLine>,
    /// What is due next.
    pub next: Option<NowLine>,
    /// What became overdue last, and is overdue still.
    pub overdue: Option<NowLine>,
}

/// An entry in one line.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NowLine {
    pub title: String,
    /// Address of the entry.
    pub url: String,
    /// The article's language, if it differs from that of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// When it happened, or for when it was announced.
    pub date: DateView,
    /// Of what is overdue: "checked 28 Nov".
    pub checked: Option<String>,
}

/// A year in the density strip, or a run of years without entries, or a decade or century of whose entries
/// no year is known.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DensityBar {
    pub year: String,
    /// Its address; empty if it has no page, as a decade.
    pub url: String,
    pub count: usize,
    /// 1 to 100, relative to the fullest year; 0 if there are no entries.
    pub height: u32,
    /// A run of years without entries: `year` names the first and the last.
    pub gap: bool,
    /// Of such a run: entries of other years, or of a decade or century, may lie in it.
    pub uncertain: bool,
    /// A decade or century: `year` says so in words, and `count` is that of the entries of which no more is
    /// known.
    pub coarse: bool,
}

impl View for Front {
    fn lanes(&self) -> Option<&LanesView> {
        self.lanes.as_ref()
    }

    fn density_row(&self) -> Option<&DensityView> {
        self.density_row.as_ref()
    }

    fn timeline(&self) -> Option<&Timeline> {
        Some(&self.timeline)
    }
}

fn front(ctx: &ViewContext<'_>) -> Front {
    let site = ctx.site;
    let config = &site.config.front_page;
    // Upcoming entries have their own block.
    let to_come: HashSet<EntryId> = ctx.plan.ledger.upcoming.iter().copied().collect();
    let past = site.newest.iter().filter(|id| !to_come.contains(id));
    let shown: Vec<EntryId> = past.copied().take(config.entries).collect();
    let upcoming: Vec<EntryId> = ctx
        .plan
        .ledger
        .overdue
        .iter()
        .rev()
        .chain(&ctx.plan.ledger.upcoming)
        .copied()
        .take(config.expected)
        .collect();
    let busiest: Vec<TermRef> = lanes::of_site(site).into_iter().take(LANES).collect();
    let enough = site.newest.len() >= FEW;
    let mut corrections: Vec<_> = site.corrected().map(|(id, _)| id).collect();
    let lead = lead(ctx, &shown);
    let first = site
        .published
        .iter()
        .find_map(|id| site.of_article[id.0].own);
    let leads = first.filter(|_| !lead.is_empty());
    let detail = |id: EntryId| match leads == Some(id) {
        true => Detail::Brief,
        false => Detail::Full,
    };
    let timeline = ctx.timeline_of(&shown, &site.config.base, &detail, SHARED_LEVEL);
    corrections
        .sort_by_key(|id| Reverse((last_correction(ctx, *id), site.article(*id).id.clone())));
    Front {
        now: now(ctx),
        just_published: lead,
        timeline: cut(timeline, ON_A_PHONE),
        expected: ctx.cards(&upcoming, None),
        expected_url: (!ctx.plan.ledger.is_empty()).then(|| ctx.href(Plan::EXPECTED)),
        popular_tags: if enough {
            popular(ctx, "tags")
        } else {
            Vec::new()
        },
        organisations: popular(ctx, "organisations"),
        organisations_title: ctx
            .site
            .taxonomy("organisations")
            .map_or("", |t| ctx.taxonomy_title(t))
            .to_owned(),
        corrections: corrections
            .iter()
            .take(LATEST_CORRECTIONS)
            .filter_map(|id| ctx.corrections_of(*id, true).into_iter().next())
            .collect(),
        corrections_url: ctx.plan.corrections.then(|| ctx.href(Plan::CORRECTIONS)),
        new_url: ctx.plan.makes(Plan::NEW).then(|| ctx.href(Plan::NEW)),
        density_row: ctx.density_of_site(true),
        density: if enough { density(ctx) } else { Vec::new() },
        lanes: (!busiest.is_empty()).then(|| ctx.lanes(&busiest, LanesForm::Compact)),
        lanes_url: ctx.plan.makes(Plan::LANES).then(|| ctx.href(Plan::LANES)),
        older: older(ctx, shown.last()),
        older_on_phone: older(ctx, shown.get(ON_A_PHONE - 1)),
        entries: site.newest.len(),
        articles: site.counted(),
    }
}

/// What was published last; the first of it with its picture. Of a young site, only the first: the
/// timeline below, with the entries `shown`, has all others.
fn lead(ctx: &ViewContext<'_>, shown: &[EntryId]) -> Vec<PublishedCard> {
    let site = ctx.site;
    let published = site.published.iter();
    let cards = published.filter_map(|id| Some((*id, ctx.published_card(*id)?)));
    let most = site.config.front_page.just_published;
    let is_below = |id: &ArticleId| {
        let own = site.of_article[id.0].own;
        own.is_some_and(|entry| shown.contains(&entry))
    };
    let all_below = site.published.len() <= most && site.published.iter().all(is_below);
    let cards = cards.take(if all_below { 1 } else { most });
    let with_picture = |(n, (id, card)): (usize, (ArticleId, PublishedCard))| PublishedCard {
        image: (n == 0).then(|| ctx.image(id)).flatten(),
        ..card
    };
    let mut lead: Vec<PublishedCard> = cards.enumerate().map(with_picture).collect();
    if let Some(rest) = lead.get_mut(1..) {
        // One day stands above them all, or each has its own.
        PublishedCard::group_by_day(rest);
        if rest.iter().skip(1).any(|card| !card.same_day) {
            rest.iter_mut().for_each(|card| card.same_day = false);
        }
    }
    lead
}

fn now(ctx: &ViewContext<'_>) -> NowView {
    let site = ctx.site;
    let dated = |id: &&EntryId| site.entry(**id).date.is_some();
    let happened = |id: &&EntryId| {
        let entry = site.entry(**id);
        entry.stage == LifeStage::Happened && !entry.background
    };
    let line = |id: &EntryId| {
        let entry = site.entry(*id);
        NowLine {
            title: ctx.title(entry).to_owned(),
            url: ctx.entry_href(entry),
            lang: ctx.article_lang(entry.article),
            date: ctx.entry_date(*id, None),
            checked: ctx.checked(entry),
        }
    };
    let ledger = &ctx.plan.ledger;
    let checked = |id: &&EntryId| site.entry(**id).is_checked(site.today);
    NowView {
        last: site.newest.iter().filter(dated).find(happened).map(line),
        next: ledger.upcoming.iter().find(dated).map(line),
        overdue: ledger.overdue.iter().rev().find(checked).map(line),
    }
}

/// Marks what is beyond the first `most` entries; the group in which they end becomes two.
fn cut(mut timeline: Timeline, most: usize) -> Timeline {
    let mut room = most;
    for year in &mut timeline.years {
        let mut groups = Vec::with_capacity(year.groups.len() + 1);
        for mut group in std::mem::take(&mut year.groups) {
            let rest = match group.entries.0.len() > room {
                true => group.entries.0.split_off(room),
                false => Vec::new(),
            };
            let shown = group.entries.0.len();
            room -= shown;
            if rest.is_empty() {
                groups.push(group);
                continue;
            }
            let beyond = Group {
                count: rest.len(),
                entries: Html(rest),
                beyond: true,
                continued: shown > 0,
                ..group.clone()
            };
            group.count = shown;
            groups.extend((shown > 0).then_some(group));
            groups.push(beyond);
        }
        year.groups = groups;
    }
    timeline
}

fn last_correction(ctx: &ViewContext<'_>, id: ArticleId) -> Option<chrono::NaiveDate> {
    ctx.site
        .article(id)
        .front
        .corrections
        .iter()
        .filter_map(|c| c.date.value.earliest())
        .max()
}

/// The year in which the entries before those shown begin.
fn older(ctx: &ViewContext<'_>, last: Option<&EntryId>) -> Option<Link> {
    let last = *last?;
    let next = ctx
        .site
        .newest
        .get(ctx.site.newest.iter().position(|e| *e == last)? + 1)?;
    let year = ctx.site.entry(*next).date.as_ref()?.position().year?;
    Some(Link {
        label: ctx.messages.year(year),
        url: ctx.href(&Plan::year_route(year)),
        rel: None,
        lang: None,
    })
}

/// The most used terms of a taxonomy.
fn popular(ctx: &ViewContext<'_>, taxonomy: &str) -> Vec<TermView> {
    ctx.site
        .taxonomy(taxonomy)
        .map_or_else(Vec::new, |t| ctx.ranked_terms(t).take(POPULAR).collect())
}

/// A bar for each year, and for each decade or century of whose entries no year is known, at its end. More
/// than [`FEW_EMPTY`] consecutive years without entries become one gap.
fn density(ctx: &ViewContext<'_>) -> Vec<DensityBar> {
    let years = &ctx.plan.periods.years;
    let coarse = coarse_periods(ctx);
    let counts = years.values().map(Vec::len);
    let most = counts.chain(coarse.values().map(|(_, count)| *count)).max();
    let most = most.unwrap_or(1).max(1);
    let height = |count: usize| u32::try_from((count * 100).div_ceil(most)).unwrap_or(100);
    let bar = |year: i32, count: usize| DensityBar {
        year: ctx.messages.bar_year(year),
        url: match count {
            0 => String::new(),
            _ => ctx.href(&Plan::year_route(year)),
        },
        count,
        height: height(count),
        ..DensityBar::default()
    };
    let windows = windows(ctx);
    let gap = |bars: &mut Vec<DensityBar>, (first, last): (i32, i32), uncertain: bool| {
        if !uncertain && (first..last + 1).len() <= FEW_EMPTY {
            bars.extend((first..=last).map(|year| bar(year, 0)));
            return;
        }
        bars.push(DensityBar {
            year: match first == last {
                true => ctx.messages.bar_year(first),
                false => ctx.messages.year_range(first, last),
            },
            gap: true,
            uncertain,
            ..DensityBar::default()
        });
    };
    // A year, or the years of a decade or century, in the order of their last years.
    let of_year = years
        .iter()
        .map(|(year, of)| (*year, *year, of.len(), None));
    let of_coarse = coarse
        .iter()
        .map(|((last, first), (period, count))| (*last, *first, *count, Some(period)));
    let mut all: Vec<_> = of_year.chain(of_coarse).collect();
    all.sort_by_key(|(last, first, _, period)| (*last, period.is_some(), -first));
    let mut bars: Vec<DensityBar> = Vec::with_capacity(all.len());
    let mut next = all.first().map_or(0, |(_, first, ..)| *first);
    for (last, first, count, period) in all {
        let end = period.map_or(last - 1, |_| last);
        for (from, to, is_met) in parts((next, end), &windows) {
            // The bar that follows names these years.
            let is_named = period.is_some() && is_met && from >= first && to == last;
            if !is_named {
                gap(&mut bars, (from, to), is_met);
            }
        }
        bars.push(match period {
            None => bar(last, count),
            Some(period) => DensityBar {
                year: ctx.messages.coarse_period(period),
                count,
                height: height(count),
                coarse: true,
                ..DensityBar::default()
            },
        });
        next = next.max(last + 1);
    }
    bars
}

/// The entries of which only the decade or the century is known, by its last and its first year.
fn coarse_periods(ctx: &ViewContext<'_>) -> BTreeMap<(i32, i32), (CoarsePeriod, usize)> {
    let mut coarse = BTreeMap::new();
    for id in &ctx.site.newest {
        let date = ctx.site.entry(*id).date.as_ref();
        let is_coarse =
            |date: &&EventDate| matches!(date.precision(), Precision::Decade | Precision::Century);
        let date = date.filter(is_coarse);
        let Some(period) = date.and_then(|date| date.position().coarse_period()) else {
            continue;
        };
        let (first, length) = match period {
            CoarsePeriod::Decade(decade) => (decade * 10, 10),
            CoarsePeriod::Century(century) => (century * 100, 100),
            _ => continue,
        };
        let found = coarse.entry((first + length - 1, first));
        found.or_insert((period, 0)).1 += 1;
    }
    coarse
}

/// First and last year of each time in which an entry of more than a year lies, sorted and apart.
fn windows(ctx: &ViewContext<'_>) -> Vec<(i32, i32)> {
    let dates = ctx.site.newest.iter();
    let dates = dates.filter_map(|id| ctx.site.entry(*id).date.as_ref());
    let today = ctx.site.today.year();
    let years = dates.filter_map(|date| {
        let (first, last) = (date.earliest(), date.latest());
        match (first.map(|day| day.year()), last.map(|day| day.year())) {
            (Some(first), Some(last)) => Some((first, last)),
            // It goes on, or may be of any year since.
            (Some(first), None) => Some((first, today.max(first))),
            (None, Some(last)) => Some((i32::MIN, last)),
            (None, None) => None,
        }
    });
    let mut all: Vec<(i32, i32)> = years.filter(|(first, last)| last > first).collect();
    all.sort_unstable();
    let mut apart: Vec<(i32, i32)> = Vec::new();
    for (first, last) in all {
        match apart.last_mut() {
            Some(before) if first <= before.1 + 1 => before.1 = before.1.max(last),
            _ => apart.push((first, last)),
        }
    }
    apart
}

/// The years from a first to a last one, divided by whether one of the windows meets them.
fn parts((first, last): (i32, i32), windows: &[(i32, i32)]) -> Vec<(i32, i32, bool)> {
    let mut parts = Vec::new();
    let mut next = first;
    for (from, to) in windows {
        let (from, to) = ((*from).max(next), (*to).min(last));
        if from > to {
            continue;
        }
        if from > next {
            parts.push((next, from - 1, false));
        }
        parts.push((from, to, true));
        next = to + 1;
    }
    if next <= last {
        parts.push((next, last, false));
    }
    parts
}
