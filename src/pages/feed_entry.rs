//! What feeds tell of an article and of a correction.

use crate::content::article::ArticleId;
use crate::content::citation::Citation;
use crate::content::date::EventDate;
use crate::content::file_types;
use crate::content::front_matter::Moment;
use crate::model::entry::Entry;
use crate::percent;
use crate::plan::feed_order::{dated, noon};
use crate::view::CorrectionView;
use crate::view::context::ViewContext;
use crate::view::date_text;
use crate::view::deps::{FeedEntry, FeedEvent, FeedNotice, FeedPicture, FeedSource};

/// The date of a feed without any dated entry: Atom requires one.
pub(super) const NEVER: &str = "1970-01-01T00:00:00Z";

/// `full`: with the text of the article, not only its summary.
pub(super) fn of_article(ctx: &ViewContext<'_>, id: ArticleId, full: bool) -> FeedEntry {
    let article = ctx.site.article(id);
    let zone = ctx.site.config.timezone;
    let own = ctx.site.of_article[id.0].own.map(|e| ctx.site.entry(e));
    let authors = ctx.site.taxonomy("authors").map_or_else(Vec::new, |t| {
        article.front.facts.terms[t]
            .iter()
            .flatten()
            .map(|a| a.value.clone())
            .collect()
    });
    let body = full.then(|| ctx.article_body(id, true));
    let sources = article.front.sources.iter();
    let notices = notices(ctx, id);
    let summary = match notices.first().filter(|_| article.retracted()) {
        Some(notice) => Some(format!("{} {}", notice.line, notice.text)),
        None => summary(ctx, id, own),
    };
    FeedEntry {
        id: tag_uri(ctx, &article.id),
        title: ctx.marked_headline(id),
        address: ctx.whole_absolute(&ctx.plan.articles[id.0]),
        published: iso(ctx, article.published()),
        updated: [
            article.changed(zone),
            article.published(),
            dated(ctx.site, article),
        ]
        .into_iter()
        .find_map(|moment| iso(ctx, moment))
        .unwrap_or_else(|| NEVER.to_owned()),
        authors,
        categories: own.map_or_else(Vec::new, |own| categories(ctx, own)),
        summary,
        lang: ctx.article_lang(id),
        notices,
        when: own.and_then(|own| when_and_how_sure(ctx, own)),
        picture: picture(ctx, id),
        event: own.map(|own| event(ctx, own)),
        body,
        sources: sources.map(|s| source(ctx, s)).collect(),
    }
}

pub(super) fn of_correction(
    ctx: &ViewContext<'_>,
    day: chrono::NaiveDate,
    n: usize,
    id: ArticleId,
) -> FeedEntry {
    let article = ctx.site.article(id);
    let anchor = format!("correction-{}", n + 1);
    let kind = article.front.corrections[n].kind;
    FeedEntry {
        id: tag_uri(ctx, &format!("{}/{anchor}", article.id)),
        title: ctx.correction_of(kind, ctx.headline(id)),
        address: format!("{}#{anchor}", ctx.whole_absolute(&ctx.plan.articles[id.0])),
        updated: iso(ctx, Some(noon(ctx.site, day))).unwrap_or_else(|| NEVER.to_owned()),
        summary: Some(article.front.corrections[n].text.clone()),
        lang: ctx.article_lang(id),
        ..FeedEntry::default()
    }
}

fn notices(ctx: &ViewContext<'_>, id: ArticleId) -> Vec<FeedNotice> {
    let notice = |correction: CorrectionView| {
        let args = [
            ("kind", (&correction.kind.label).into()),
            ("date", (&correction.date.text).into()),
        ];
        FeedNotice {
            line: ctx.messages.with("correction-line", &args),
            text: correction.text,
        }
    };
    ctx.gravest_first(id).into_iter().map(notice).collect()
}

/// Scheme (address of the taxonomy) and label of the terms of an entry. Authors are none.
fn categories(ctx: &ViewContext<'_>, own: &Entry) -> Vec<(String, String)> {
    let taxonomies = &ctx.site.config.taxonomies;
    let terms = own.terms.iter();
    let terms = terms.filter(|term| taxonomies[term.taxonomy].id != "authors");
    terms
        .map(|term| {
            let list = format!("{}/index.html", taxonomies[term.taxonomy].id);
            (ctx.absolute(&list), ctx.site.term(*term).label.clone())
        })
        .collect()
}

/// "Happened: Tuesday 9 December 2025 · Reported", as the line above an article has it.
fn when_and_how_sure(ctx: &ViewContext<'_>, own: &Entry) -> Option<String> {
    let when = when(ctx, own)?;
    Some(match ctx.certainty(own) {
        Some(certainty) => format!("{when} · {}", certainty.label),
        None => when,
    })
}

/// "Happened: Tuesday 9 December 2025". `None` for an article without an event.
pub(super) fn when(ctx: &ViewContext<'_>, own: &Entry) -> Option<String> {
    if own.date.is_none() && own.wording.is_none() {
        return None;
    }
    let status = match own.overdue(ctx.site.today) {
        true => ctx.messages.say("overdue"),
        false => ctx.status_label(own.status),
    };
    let date = ctx.date_view(own.date.as_ref(), own.wording.as_deref());
    let colon = ctx.messages.say("chart-colon");
    Some(format!("{status}{colon}{}", date.text))
}

fn event(ctx: &ViewContext<'_>, own: &Entry) -> FeedEvent {
    FeedEvent {
        date: own.date.as_ref().map(EventDate::edtf),
        status: match own.overdue(ctx.site.today) {
            true => "overdue".to_owned(),
            false => ctx.site.config.statuses[own.status].id.clone(),
        },
        slipped: own.slips(),
    }
}

fn picture(ctx: &ViewContext<'_>, id: ArticleId) -> Option<FeedPicture> {
    let image = ctx.image(id)?;
    let extension = image.src.rsplit('.').next().unwrap_or_default();
    let caption = [image.caption, image.credit].into_iter().flatten();
    let caption: Vec<String> = caption.collect();
    Some(FeedPicture {
        media_type: file_types::picture_type(extension),
        address: ctx.whole_address(&image.src),
        alt: image.alt,
        caption: ctx.row(caption.iter().map(String::as_str)),
        size: image.width.zip(image.height),
    })
}

/// A source: its title, and who published it when.
pub(super) fn source(ctx: &ViewContext<'_>, source: &Citation) -> FeedSource {
    let publisher = source.publisher.as_deref();
    let publisher = publisher.filter(|publisher| *publisher != source.title);
    let date = match &source.date {
        Some(date) => Some(ctx.date_view(Some(date), None).text),
        None => source.date_words.clone(),
    };
    FeedSource {
        title: source.title.clone(),
        address: source.url.clone(),
        particulars: ctx.row(publisher.into_iter().chain(date.as_deref())),
        archived: source.archived.clone(),
    }
}

/// Formats an instant; `None` if Atom has no form of it.
fn iso(ctx: &ViewContext<'_>, moment: Option<Moment>) -> Option<String> {
    date_text::iso_moment(moment?, ctx.site.config.timezone)
}

/// The standfirst, and what became of the promises that the article's event kept or broke.
fn summary(ctx: &ViewContext<'_>, id: ArticleId, own: Option<&Entry>) -> Option<String> {
    let promises = own.map_or_else(Vec::new, |own| ctx.promises(own));
    let dek = ctx.summary(id).cloned();
    let sentences = promises.into_iter().map(|link| {
        let args = [("promise", (&link.label).into())];
        ctx.messages.with("promise-sentence", &args)
    });
    dek.into_iter().chain(sentences).reduce(|before, promise| {
        let args = [("before", (&before).into()), ("promise", (&promise).into())];
        ctx.messages.with("promise-after", &args)
    })
}

/// A `tag:` URI (RFC 4151): whose feeds they are, and a stable id.
pub(super) fn tag_uri(ctx: &ViewContext<'_>, id: &str) -> String {
    // An id that is a file name may contain characters that are not allowed in an address.
    let id: Vec<String> = id.split('/').map(percent::component).collect();
    let prefix = ctx.site.config.feed_authority().prefix();
    format!("{prefix}{}", id.join("/"))
}
