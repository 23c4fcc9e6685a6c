//! The page of an article.

use std::cmp::Reverse;
use std::sync::Arc;

use serde::Serialize;

use super::{
    Kind, LIST, Output, PageIdentity, PageSources, Parts, Template, embed, share_card, twin,
};
use crate::content::article::{Article, ArticleId};
use crate::content::body::Body;
use crate::content::citation::{Citation, SourceKind};
use crate::content::date::{EventDate, Mark};
use crate::content::event::LifeStage;
use crate::content::extra::Extra;
use crate::content::front_matter::ArticleKind;
use crate::model::entry::{Entry, EntryId, StatementKind};
use crate::model::link::anchors;
use crate::model::taxonomy::TermRef;
use crate::percent;
use crate::plan::{AddressKind, CardOf, Claimant, EmbedOf, Page};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::date_text;
use crate::view::deps::BodyRef;
use crate::view::embed::EmbedCode;
use crate::view::language::Translation;
use crate::view::storyline::StoryPlace;
use crate::view::structured::ArticleFacts;
use crate::view::{
    Card, CardLink, CorrectionView, DateView, Head, HistoryItem, Html, ImageView, Label, Link,
    SharedLink, Stamp, StanceView, View,
};

/// Maximum number of related articles.
const RELATED: usize = 4;
/// How many neighbours in a term's list are considered, on each side.
const NEAR: usize = 12;
/// Words per minute.
const READING_SPEED: usize = 220;

pub(super) const ARTICLE: Kind = Kind {
    name: "article",
    whole: true,
    class: Class::Page,
    output: Output::Html(Template::of::<ArticleView>(
        "article.html",
        "article",
        page_parts,
    )),
    claim: |planner| {
        let site = planner.site;
        for (n, article) in site.articles.iter().enumerate() {
            let id = ArticleId(n);
            let front = &article.front;
            let named = front.address.as_ref().or(front.slug.as_ref());
            planner.claim_in(
                site.edition_of(id),
                planner.outline.articles[n].clone(),
                match site.expired.contains(id) {
                    true => Page::Expired(id),
                    false => Page::Article(id),
                },
                Claimant::Article(id),
                Some(named.map_or(front.title.span, |name| name.span)),
            );
        }
    },
    modified: |ctx, page| {
        let zone = ctx.site.config.timezone;
        ctx.site.article(of(page)).changed(zone)
    },
    identity: |site, page| PageIdentity::new(AddressKind::Article, &*site.article(of(page)).id),
    describe: |site, page| format!("the article content/{}", site.article(of(page)).path),
    sources: |site, page| PageSources::File(format!("content/{}", site.article(of(page)).path)),
    anchors: |site, page| Some(anchors(site.article(of(page)))),
    lang: |site, page| site.article(of(page)).front.lang.as_deref(),
    ..LIST
};

fn of(page: &Page) -> ArticleId {
    match page {
        Page::Article(id) => *id,
        page => page.is_not("an article"),
    }
}

fn page_parts(ctx: &ViewContext<'_>, page: &Page, mut head: Head) -> Parts {
    let id = of(page);
    let view = article(ctx, id);
    head.title.clone_from(&view.title);
    let lead = || ctx.lead_of_article(id);
    head.description = view.dek.clone().or_else(lead);
    head.lang = ctx.article_lang(id);
    head.alternates = ctx.alternates(id);
    head.files.extend(twin::link(ctx, id));
    embed::offer(ctx, EmbedOf::Article(id), &mut head);
    let before = head.image.clone();
    share_card::offer(ctx, CardOf::Article(id), &mut head);
    let has_card = head.image != before;
    if let Some(image) = view.image.as_ref().filter(|_| !has_card) {
        head.image = Some(ctx.whole_address(&image.src));
        head.image_alt = Some(image.alt.clone()).filter(|alt| !alt.is_empty());
    }
    let terms = view.terms.iter();
    let facts = ArticleFacts {
        title: &view.title,
        dek: head.description.as_deref(),
        published: view.published.as_ref().and_then(|s| s.iso.as_deref()),
        updated: view.updated.as_ref().and_then(|s| s.iso.as_deref()),
        byline: &view.byline,
        place: view.place.as_deref(),
        terms: terms.map(|g| (g.id.as_str(), g.terms.as_slice())).collect(),
    };
    head.json_ld = Some(ctx.article_json_ld(id, &facts, &head));
    Parts::new(head, view)
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct ArticleView {
    pub id: String,
    pub title: String,
    pub dek: Option<String>,
    /// None for plain news.
    pub kind: Option<Label>,
    /// Authors; the address is empty if an author has no page.
    pub byline: Vec<Link>,
    /// The same article in other languages.
    pub translations: Vec<Translation>,
    pub image: Option<ImageView>,
    /// Its storyline, and its relations to other entries.
    pub story: Option<StoryPlace>,
    pub place: Option<String>,
    /// None for an explainer without a date.
    pub date: Option<DateView>,
    /// When the first source reported it; when the date or status was said, if that is not the first
    /// report. None if that equals `date`.
    pub reported: Option<DateView>,
    pub published: Option<Stamp>,
    /// None if it equals `published`.
    pub updated: Option<Stamp>,
    pub certainty: Option<Label>,
    pub status: Option<Label>,
    pub overdue: bool,
    /// Of what is overdue: "Date passed; no report found, checked 28 Nov".
    pub passed: Option<String>,
    pub delay: Option<String>,
    /// The expectations that came true, or were called off, in the article's event.
    pub promises: Vec<Link>,
    pub stances: Vec<StanceView>,
    /// Organisations, people, models, tags …: each taxonomy that this article uses.
    pub terms: Vec<ArticleTerms>,
    /// Finished HTML.
    #[serde(skip)]
    pub body: Html<Option<BodyRef>>,
    /// Sections, for the table of contents; empty if there are fewer than three.
    pub contents: Vec<SectionLink>,
    /// Events in this article, in chronological order.
    pub entries: Vec<ListedEntry>,
    /// What other articles changed about this article's own entry, oldest first.
    pub history: Vec<HistoryItem>,
    pub sources: Vec<CitationView>,
    pub corrections: Vec<CorrectionView>,
    /// The gravest of them, and of these the latest: what the banner says.
    pub gravest: Option<CorrectionView>,
    /// Whether the article was retracted.
    pub retracted: bool,
    /// Hidden without `--drafts`.
    pub draft: bool,
    /// Keys of the front matter that Dateline does not know, in order: strings, integers, booleans,
    /// and lists and maps of these.
    pub extra: Extra,
    pub earlier: Option<CardLink>,
    pub later: Option<CardLink>,
    /// Finished HTML: related articles, each rendered by the component `related`.
    #[serde(skip)]
    pub related: Html<Vec<Arc<SharedLink>>>,
    pub reading_minutes: usize,
    /// Parts for building share links.
    pub share: Share,
    /// Its absolute address.
    pub permalink: String,
}

/// Title and address of an article for use in a query string (RFC 3986: percent-encoded except for
/// unreserved characters).
#[derive(Debug, Clone, Default, Serialize)]
pub struct Share {
    /// Percent-encoded.
    pub title: String,
    /// The permalink, percent-encoded.
    pub address: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct ArticleTerms {
    /// Key of the taxonomy: `organisations`.
    pub id: String,
    /// "Organisations", or "Organisation" for one.
    pub label: String,
    pub terms: Vec<Link>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct SectionLink {
    pub id: String,
    pub text: String,
    /// 2 to 6.
    pub level: u8,
}

/// One of an article's `entries`, or the article's own event among them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ListedEntry {
    /// `entry-avocado-launch`, for `id=`; empty for the article's own event.
    pub anchor: String,
    /// Whether it is the article's own event.
    pub own: bool,
    pub card: Card,
    /// Earlier targets and changes, oldest first.
    pub history: Vec<HistoryItem>,
    /// The source of its date or status: its anchor on this page, or on that of a later article.
    pub source: Option<Link>,
    /// How other sites show it in a frame; none unless `features.entry_embeds` is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embed: Option<EmbedCode>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct CitationView {
    /// From 1, in the order of the front matter.
    pub number: usize,
    /// `source-1`, for `id=`.
    pub anchor: String,
    pub title: String,
    /// Its web address.
    pub url: Option<String>,
    /// What was given as the address but is not one.
    pub unlinked: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    /// Always a date without `lenient`; with it, possibly only text.
    pub date: Option<DateView>,
    /// primary, secondary, rewrite.
    pub kind: Option<Label>,
    pub archived: Option<String>,
    /// "12 December 2025".
    pub accessed: Option<String>,
    /// Its kind, for `phrase`: `day`, `month`, … or `words` (see `DateView`).
    pub accessed_kind: &'static str,
    /// Keys that Dateline does not know, as in an article.
    pub extra: Extra,
    /// Ids of the places in the text that cite it.
    pub cited_at: Vec<String>,
    /// "Back to the citation of source 1".
    pub back: String,
}

impl View for ArticleView {
    fn body(&self) -> Option<&Html<Option<BodyRef>>> {
        Some(&self.body)
    }

    fn related(&self) -> Option<&Html<Vec<Arc<SharedLink>>>> {
        Some(&self.related)
    }
}

/// The view of an article.
fn article(ctx: &ViewContext<'_>, id: ArticleId) -> ArticleView {
    let site = ctx.site;
    let article = site.article(id);
    let entries = &site.of_article[id.0];
    let own = entries.own.map(|e| site.entry(e));
    let zone = site.config.timezone;
    let published = article.published().map(|p| ctx.stamp(p));
    let updated = article
        .changed(zone)
        .filter(|u| {
            article
                .published()
                .is_none_or(|p| (p.at, p.day_only) != (u.at, u.day_only))
        })
        .map(|u| ctx.stamp(u));
    let date = match own {
        Some(own) => own.date.as_ref(),
        None => article.front.date.as_ref().map(|d| &d.value),
    };
    let reported = (article.front.kind == ArticleKind::News)
        .then(|| said_on(own).or_else(|| first_report(article, own)))
        .flatten()
        .filter(|reported| Some(*reported) != date)
        .map(|d| ctx.date_view(Some(d), None));
    let permalink = ctx.whole_absolute(&ctx.plan.articles[id.0]);
    let title = ctx.headline(id);
    ArticleView {
        id: article.id.clone(),
        title: title.to_owned(),
        dek: ctx.summary(id).cloned(),
        kind: ctx.kind_label(article.front.kind),
        byline: byline(ctx, article),
        translations: ctx.translations(id),
        image: ctx.image(id),
        story: ctx.story_place(id),
        place: article.front.place.clone(),
        date: date.map(|date| match entries.own {
            Some(own) => ctx.entry_date(own, None),
            None => ctx.date_view(Some(date), article.front.wording.as_deref()),
        }),
        reported,
        published,
        updated,
        certainty: own.and_then(|e| ctx.certainty(e)),
        status: own.and_then(|e| ctx.status(e)),
        overdue: own.is_some_and(|e| e.overdue(site.today)),
        passed: own.and_then(|e| ctx.passed(e)),
        delay: own.and_then(Entry::shift).map(|shift| ctx.put_off(shift)),
        promises: own.map_or_else(Vec::new, |e| ctx.promises(e)),
        stances: own.map_or_else(Vec::new, |e| ctx.stances_then_and_now(e)),
        terms: own.map_or_else(Vec::new, |e| article_terms(ctx, e)),
        body: Html(Some(ctx.article_body(id, false))),
        contents: contents(&article.body),
        entries: listed_entries(ctx, id),
        history: own
            .filter(|e| e.history.len() > 1)
            .map_or_else(Vec::new, |e| ctx.history(e, Some(id))),
        sources: citations(ctx, article),
        gravest: ctx.gravest_first(id).into_iter().next(),
        corrections: ctx.corrections_of(id, false),
        retracted: article.retracted(),
        draft: article.front.draft,
        extra: article.front.extra.clone(),
        earlier: neighbour(ctx, id, false),
        later: neighbour(ctx, id, true),
        related: Html(entries.own.map_or_else(Vec::new, |e| related(ctx, e))),
        reading_minutes: article.body.words.div_ceil(READING_SPEED),
        share: Share {
            title: percent::component(title),
            address: percent::component(&format!("{}{}", site.config.origin, ctx.article_href(id))),
        },
        permalink,
    }
}

/// Authors. Without an address if they have no page, as for a retracted article.
pub(super) fn byline(ctx: &ViewContext<'_>, article: &Article) -> Vec<Link> {
    let Some(index) = ctx.site.taxonomy("authors") else {
        return Vec::new();
    };
    let labels = article.front.facts.terms[index].iter().flatten();
    let terms = labels.filter_map(|l| ctx.site.taxonomies[index].find(&l.value));
    terms
        .map(|term| {
            let at = TermRef {
                taxonomy: index,
                term,
            };
            let mut link = ctx.term_link(at);
            if ctx.site.term(at).entries.is_empty() {
                // A term without entries has no page.
                link.url.clear();
            }
            link
        })
        .collect()
}

/// Every taxonomy that the article uses except the authors, which are in the byline.
fn article_terms(ctx: &ViewContext<'_>, entry: &Entry) -> Vec<ArticleTerms> {
    let mut groups = Vec::new();
    let all = ctx.site.config.taxonomies.iter().enumerate();
    for (n, taxonomy) in all.filter(|(_, t)| t.id != "authors") {
        let terms = ctx.terms_of(entry, &taxonomy.id);
        if !terms.is_empty() {
            let label = if terms.len() == 1 {
                ctx.taxonomy_singular(n)
            } else {
                ctx.taxonomy_title(n)
            };
            groups.push(ArticleTerms {
                id: taxonomy.id.clone(),
                label: label.to_owned(),
                terms,
            });
        }
    }
    groups
}

/// The entries that the article lists, including its own event, in chronological order.
pub(super) fn listed_entries(ctx: &ViewContext<'_>, id: ArticleId) -> Vec<ListedEntry> {
    let entries = &ctx.site.of_article[id.0];
    if entries.listed.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<EntryId> = entries
        .own
        .into_iter()
        .chain(entries.listed.iter().copied())
        .filter(|e| !ctx.site.entry(*e).background || ctx.site.entry(*e).listed.is_some())
        .collect();
    // What another article's event tells stands here where that does.
    let rank = |e: EntryId| {
        let told = ctx.site.entry(e).folded_into;
        ctx.site.rank_oldest(told.unwrap_or(e))
    };
    all.sort_by_key(|e| (rank(*e).is_none(), rank(*e), *e));
    all.into_iter().map(|e| listed_entry(ctx, id, e)).collect()
}

fn listed_entry(ctx: &ViewContext<'_>, id: ArticleId, e: EntryId) -> ListedEntry {
    let entry = ctx.site.entry(e);
    let mut card = ctx.card(e, None);
    // Events of one day are told apart by their hours.
    if let Some(date) = entry.date.as_ref().filter(|date| date.time().is_some()) {
        card.date.short = ctx.messages.short_with_time(date);
    }
    ListedEntry {
        anchor: entry
            .listed
            .map(|_| format!("entry-{}", entry.id))
            .unwrap_or_default(),
        own: entry.listed.is_none(),
        card: Card {
            article: None,
            ..card
        },
        history: if entry.listed.is_some() && entry.history.len() > 1 {
            ctx.history(entry, Some(id))
        } else {
            Vec::new()
        },
        source: entry.in_force().and_then(|said| {
            let source = said.attribution.source?;
            Some(ctx.attribution_link(said, source, Some(id)))
        }),
        embed: match entry.listed {
            Some(_) => embed::code(ctx, EmbedOf::Entry(e)),
            None => None,
        },
    }
}

fn citations(ctx: &ViewContext<'_>, article: &Article) -> Vec<CitationView> {
    // The sources of an article often share a date.
    let mut last: Option<(EventDate, DateView)> = None;
    let mut date = |date: &EventDate| match &last {
        Some((same, view)) if same == date => view.clone(),
        _ => {
            let view = ctx.date_view(Some(date), None);
            last = Some((date.clone(), view.clone()));
            view
        }
    };
    let view = |(i, c): (usize, &Citation)| {
        let number = i + 1;
        let cited =
            c.id.as_ref()
                .and_then(|id| {
                    article
                        .body
                        .citations
                        .iter()
                        .find(|(cited, _)| *cited == id.value)
                })
                .map_or(0, |(_, n)| *n);
        CitationView {
            number,
            anchor: format!("source-{number}"),
            title: c.title.clone(),
            url: c.url.clone(),
            authors: c.authors.clone(),
            publisher: c.publisher.clone().filter(|p| *p != c.title),
            unlinked: c.unlinked.clone(),
            date: c.date.as_ref().map(&mut date).or_else(|| {
                let words = c.date_words.as_deref()?;
                Some(ctx.date_view(None, Some(words)))
            }),
            kind: c.kind.map(|kind| source_label(ctx, kind)),
            archived: c.archived.clone(),
            accessed: (c.accessed_words.clone())
                .or_else(|| c.accessed.as_ref().map(|date| seen(ctx, date))),
            accessed_kind: match (&c.accessed_words, &c.accessed) {
                (None, Some(date)) => date_text::kind(date),
                _ => "words",
            },
            extra: c.extra.clone(),
            back: ctx
                .messages
                .with("back-to-source", &[("number", number.into())]),
            cited_at: (1..=cited).map(|n| format!("cite-{number}-{n}")).collect(),
        }
    };
    article.front.sources.iter().enumerate().map(view).collect()
}

/// When a source was accessed: a day without its weekday, or what was written.
fn seen(ctx: &ViewContext<'_>, date: &EventDate) -> String {
    let case = ctx.messages.case("source-accessed", "date", "");
    match (date.mark(), date.earliest()) {
        (Mark::Exact, Some(day)) => ctx.messages.day_in(day, case),
        _ => ctx.messages.long_in(date, case),
    }
}

fn source_label(ctx: &ViewContext<'_>, kind: SourceKind) -> Label {
    let (id, label) = match kind {
        SourceKind::Primary => ("primary", "source-primary"),
        SourceKind::Secondary => ("secondary", "source-secondary"),
        SourceKind::Rewrite => ("rewrite", "source-rewrite"),
    };
    Label {
        id: id.to_owned(),
        label: ctx.messages.say(label).to_owned(),
    }
}

/// The nearest article before or after this one in the order of events.
fn neighbour(ctx: &ViewContext<'_>, id: ArticleId, later: bool) -> Option<CardLink> {
    let own = ctx.site.on_timeline(ctx.site.of_article[id.0].own?);
    let id = ctx.site.entry(own).article;
    let mut at = ctx.site.rank_oldest(own)?;
    loop {
        at = if later { at + 1 } else { at.checked_sub(1)? };
        let entry = *ctx.site.oldest.get(at)?;
        if ctx.site.entry(entry).article != id && ctx.site.entry(entry).listed.is_none() {
            return Some(ctx.card_link(entry));
        }
    }
}

/// Articles of the same storyline, nearest first; then those that share the rarest terms, with ties
/// resolved by nearness in time.
fn related(ctx: &ViewContext<'_>, own: EntryId) -> Vec<Arc<SharedLink>> {
    let mut related = ctx.of_the_same_story(ctx.site.on_timeline(own));
    if related.len() < RELATED {
        // Those of the storyline may be among them.
        let others = of_the_same_terms(ctx, own, RELATED + related.len());
        related.extend(
            others
                .into_iter()
                .filter(|e| !related.contains(e))
                .collect::<Vec<_>>(),
        );
    }
    related.truncate(RELATED);
    related.into_iter().map(|e| ctx.shared_link(e)).collect()
}

fn of_the_same_terms(ctx: &ViewContext<'_>, own: EntryId, most: usize) -> Vec<EntryId> {
    let site = ctx.site;
    let original = site.entry(own).original;
    let rank = site.rank_newest(own);
    // Entry and score in one number, which is fast to sort.
    let mut found: Vec<u64> = Vec::with_capacity(8 * NEAR);
    for term in &site.entry(own).terms {
        if site.config.taxonomies[term.taxonomy].id == "authors" {
            continue;
        }
        let list = &site.term(*term).entries;
        let at = list.partition_point(|e| site.rank_newest(*e) < rank);
        let near = &list[at.saturating_sub(NEAR)..(at + NEAR + 1).min(list.len())];
        let score = 1_000_000 / (list.len() as u64 + 9);
        let others = near
            .iter()
            .filter(|e| **e != own && Some(**e) != original && site.is_own(**e));
        found.extend(others.map(|e| (e.0 as u64) << 32 | score));
    }
    found.sort_unstable();
    let mut best: Vec<(Reverse<u64>, usize, EntryId)> = Vec::with_capacity(most + 1);
    for same in found.chunk_by(|a, b| a >> 32 == b >> 32) {
        let entry = EntryId((same[0] >> 32) as usize);
        let score: u64 = same.iter().map(|n| n & u64::from(u32::MAX)).sum();
        let far = site.rank_newest(entry).abs_diff(rank);
        let candidate = (Reverse(score), far, entry);
        let at = best.partition_point(|other| *other < candidate);
        if at < most {
            best.insert(at, candidate);
            best.truncate(most);
        }
    }
    best.into_iter().map(|(_, _, e)| e).collect()
}

/// The day on which the present date or status was said, where that is not the first report: it is
/// another article's, or one of several about what is still to come.
fn said_on(own: Option<&Entry>) -> Option<&EventDate> {
    let own = own?;
    let said = own.in_force()?;
    let is_of_several = own.slips() > 0 && own.stage != LifeStage::Happened;
    let is_later = said.kind == StatementKind::Update || is_of_several;
    said.on.as_ref().filter(|_| is_later)
}

/// The earliest date of a source: the one whose earliest possible day is first. A source published
/// before the event is background, not a report of it.
fn first_report<'a>(article: &'a Article, own: Option<&Entry>) -> Option<&'a EventDate> {
    let happened = own.filter(|e| e.stage == LifeStage::Happened);
    let since = happened.and_then(|e| e.date.as_ref()?.earliest());
    let of_it = |d: &&EventDate| match (since, d.latest()) {
        (Some(since), Some(latest)) => latest >= since,
        _ => true,
    };
    let dated = article.front.sources.iter().filter_map(|s| s.date.as_ref());
    dated
        .filter(of_it)
        .min_by_key(|d| (d.earliest(), d.latest()))
}

/// The table of contents, if there are at least three sections.
fn contents(body: &Body) -> Vec<SectionLink> {
    let sections = body.headings.iter().filter(|h| h.level <= 3);
    let list: Vec<_> = sections
        .map(|h| SectionLink {
            id: h.id.clone(),
            text: h.text.clone(),
            level: h.level,
        })
        .collect();
    if list.len() < 3 { Vec::new() } else { list }
}
