//! Storylines: their list, and the page of one.

use std::cmp::Reverse;

use serde::Serialize;

use super::navigation::Listing;
use super::{
    Kind, LIST, Output, PageIdentity, Parts, Template, embed, feed, json_feed, last_change, link,
    share_card, text_file,
};
use crate::model::entry::EntryId;
use crate::model::text::Subject;
use crate::plan::{AddressKind, CardOf, ChartOf, EmbedOf, FeedForm, FeedOf, Page, Plan};
use crate::view::chart_file::ChartFileView;
use crate::view::context::ViewContext;
use crate::view::density::DensityView;
use crate::view::deps::BodyRef;
use crate::view::story_chart::StoryChartView;
use crate::view::storyline::RelationView;
use crate::view::{Card, CardLink, Html, View};

pub(super) const STORIES: Kind = Kind {
    name: "stories",
    folders: &["stories"],
    output: Output::Html(Template::of::<StoriesView>(
        "stories.html",
        "stories",
        |ctx, _, mut head| {
            let view = stories(ctx);
            ctx.messages.say("stories").clone_into(&mut head.title);
            let titles = ctx.row(view.stories.iter().map(|s| s.title.as_str()));
            let args = [
                ("site", (&ctx.site.config.title).into()),
                ("titles", (&titles).into()),
            ];
            head.description = Some(ctx.messages.with("about-stories", &args));
            head.section = Some(ctx.href(Plan::STORIES));
            Parts::new(head, view)
        },
    )),
    claim: |planner| {
        if !planner.site.storylines.stories.is_empty() {
            planner.claim(Plan::STORIES, Page::Stories, "the list of storylines");
        }
    },
    identity: |_, _| PageIdentity::list("stories"),
    listings: |ctx| {
        let count = ctx.site.storylines.stories.len();
        let list = || {
            let link = link(ctx.messages.say("stories"), ctx.href(Plan::STORIES));
            Listing::menu(link).further(3, count)
        };
        (count > 0).then(list).into_iter().collect()
    },
    describe: |_, _| "the list of storylines".to_owned(),
    ..LIST
};

pub(super) const STORY: Kind = Kind {
    name: "storyline",
    output: Output::Html(Template::of::<StoryPage>(
        "story.html",
        "story",
        |ctx, page, mut head| {
            let n = of(page);
            let view = story(ctx, n);
            head.title.clone_from(&view.title);
            let name = ctx.feed_name(&view.title);
            head.feeds.push(link(&*name, view.feed.clone()));
            let json = feed::href(ctx, FeedOf::Story(n), FeedForm::Json);
            head.files.extend(json.map(|url| json_feed(&name, url)));
            head.description = view.dek.clone().or_else(|| {
                let events = ctx.events(view.count);
                let args = [
                    ("story", (&view.title).into()),
                    ("events", (&events).into()),
                    ("site", (&ctx.site.config.title).into()),
                ];
                Some(ctx.messages.with("about-story", &args))
            });
            head.section = Some(ctx.href(Plan::STORIES));
            embed::offer(ctx, EmbedOf::Story(n), &mut head);
            share_card::offer(ctx, CardOf::Story(n), &mut head);
            Parts {
                parent: Some(link(ctx.messages.say("stories"), ctx.href(Plan::STORIES))),
                ..Parts::new(head, view)
            }
        },
    )),
    claim: |planner| {
        let site = planner.site;
        for (i, story) in site.storylines.stories.iter().enumerate() {
            let named = site.relations_of(story.entries[0]).story.as_ref();
            planner.claim_at(
                Plan::story_route(site, i),
                Page::Story(i),
                format!("the page of the storyline `{}`", story.id),
                named.map(|id| id.span),
            );
        }
    },
    modified: |ctx, page| last_change(ctx, &ctx.site.storylines.stories[of(page)].entries),
    identity: |site, page| {
        let id = &site.storylines.stories[of(page)].id;
        PageIdentity::new(AddressKind::Story, &**id)
    },
    describe: |site, page| format!("the storyline `{}`", site.storylines.stories[of(page)].id),
    sources: |site, page| text_file(site, Subject::Story(of(page))),
    ..LIST
};

fn of(page: &Page) -> usize {
    match page {
        Page::Story(n) => *n,
        page => page.is_not("the page of a storyline"),
    }
}

/// `/stories/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoriesView {
    /// Storylines, the one with the latest entry first.
    pub stories: Vec<StoryLink>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryLink {
    pub title: String,
    /// The language of the title, if it is not that of the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    pub url: String,
    pub dek: Option<String>,
    pub count: usize,
    /// "2023 to 2026"; empty if no entry is dated.
    pub span: String,
    /// The latest of its entries; none if all are background.
    pub latest: Option<CardLink>,
}

/// `/stories/llama-to-avocado/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryPage {
    pub title: String,
    /// The language of title and text, if it is not that of the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    pub dek: Option<String>,
    /// Finished HTML; empty if the storyline has no text.
    #[serde(skip)]
    pub body: Html<Option<BodyRef>>,
    pub count: usize,
    /// "2023 to 2026"; empty if no entry is dated.
    pub span: String,
    /// Its entries over time; none below 5 entries with a date.
    pub density_row: Option<DensityView>,
    /// Address of its Atom feed.
    pub feed: String,
    /// Its entries and stances over time, as a picture; none below three events with a date.
    pub chart: Option<StoryChartView>,
    /// This picture as a file; none if the site has no such files.
    pub file: Option<ChartFileView>,
    /// Oldest first.
    pub chapters: Vec<Chapter>,
}

/// One entry of a storyline.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Chapter {
    pub card: Card,
    /// The long time without an entry before it: "seven months without an entry". Empty if there was
    /// none.
    pub silence: String,
    /// Its relations to earlier entries.
    pub relations: Vec<RelationView>,
}

impl View for StoriesView {}

impl View for StoryPage {
    fn density_row(&self) -> Option<&DensityView> {
        self.density_row.as_ref()
    }

    fn chart(&self) -> Option<&StoryChartView> {
        self.chart.as_ref()
    }

    fn body(&self) -> Option<&Html<Option<BodyRef>>> {
        Some(&self.body)
    }
}

fn stories(ctx: &ViewContext<'_>) -> StoriesView {
    let lines = &ctx.site.storylines.stories;
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|n| {
        let latest = lines[*n].entries.iter();
        let latest = latest.filter_map(|e| ctx.site.rank_oldest(*e)).max();
        (Reverse(latest), *n)
    });
    StoriesView {
        stories: order.into_iter().map(|n| story_entry(ctx, n)).collect(),
    }
}

fn story_entry(ctx: &ViewContext<'_>, n: usize) -> StoryLink {
    let entries = &ctx.site.storylines.stories[n].entries;
    let link = ctx.story_link(n);
    StoryLink {
        title: link.label,
        lang: link.lang,
        url: link.url,
        dek: ctx.dek_of(Subject::Story(n)),
        count: ctx.count(entries),
        span: ctx.story_span(entries),
        latest: entries
            .iter()
            .rfind(|e| ctx.site.rank_oldest(**e).is_some())
            .map(|e| ctx.card_link(*e)),
    }
}

fn story(ctx: &ViewContext<'_>, n: usize) -> StoryPage {
    let story = &ctx.site.storylines.stories[n];
    let silences = ctx.silences_before(&story.entries);
    let chapter = |id: &EntryId| Chapter {
        card: ctx.card(*id, None),
        silence: silences.get(id).cloned().unwrap_or_default(),
        relations: relations(ctx, *id),
    };
    let chart = ctx.story_chart(n);
    StoryPage {
        title: ctx.site.story_title(n),
        lang: ctx.story_lang(n),
        dek: ctx.dek_of(Subject::Story(n)),
        body: Html(ctx.text_body(Subject::Story(n))),
        count: ctx.count(&story.entries),
        span: ctx.story_span(&story.entries),
        density_row: ctx.density_of_story(&story.entries),
        feed: feed::href(ctx, FeedOf::Story(n), FeedForm::Atom).unwrap_or_default(),
        file: chart.as_ref().and_then(|chart| {
            let drawing = &chart.wide.0;
            ctx.chart_file(ChartOf::Story(n), &drawing.title, drawing.wide.as_ref())
        }),
        chart,
        chapters: story.entries.iter().map(chapter).collect(),
    }
}

/// An entry's relations to earlier ones.
fn relations(ctx: &ViewContext<'_>, id: EntryId) -> Vec<RelationView> {
    let ties = ctx.site.storylines.from(id).iter();
    ties.map(|tie| ctx.relation(tie, false)).collect()
}
