//! Lints of articles: publication, sources, vague or long headlines.

use chrono::TimeDelta;

use super::LintContext;
use crate::content::article::Article;
use crate::content::date::EventDate;
use crate::content::front_matter::ArticleKind;
use crate::diagnostic::Sink;

/// Maximum length of a headline in characters, as search engines and `NewsArticle.headline` accept
/// it.
const LONG_TITLE: usize = 110;

/// Words that name nobody and nothing; a headline of only these is vague.
const VAGUE: [&str; 50] = [
    "a",
    "about",
    "an",
    "and",
    "announcement",
    "announcements",
    "article",
    "big",
    "breaking",
    "daily",
    "day",
    "development",
    "developments",
    "draft",
    "for",
    "from",
    "headline",
    "important",
    "in",
    "latest",
    "links",
    "major",
    "misc",
    "miscellaneous",
    "month",
    "monthly",
    "more",
    "new",
    "news",
    "no",
    "notes",
    "of",
    "on",
    "other",
    "post",
    "press",
    "release",
    "report",
    "roundup",
    "some",
    "statement",
    "test",
    "the",
    "this",
    "title",
    "today",
    "untitled",
    "update",
    "updates",
    "week",
];

pub(super) fn missing_published(ctx: &LintContext<'_>, sink: &mut Sink) {
    const CODE: &str = "missing-published";
    if !ctx.wants(CODE) {
        return;
    }
    for article in ctx.articles().filter(|a| a.published().is_none()) {
        let message = "the article has no publication date";
        let d = ctx.found(CODE, message).map(|d| {
            d.at(article.front.title.span, "no `published`")
                .hint("add `published: 2026-01-31`, which orders news lists and feeds")
        });
        sink.extend(d);
    }
}

pub(super) fn sources(ctx: &LintContext<'_>, sink: &mut Sink) {
    for article in ctx.articles().filter(|a| reports(a)) {
        let (code, label) = match article.front.sources.as_slice() {
            [] => ("missing-source", "no `sources`"),
            [_] => ("single-source", "only one source"),
            _ => continue,
        };
        let message = if code == "missing-source" {
            "the article names no source"
        } else {
            "the article relies on a single source"
        };
        let hint = if code == "missing-source" {
            "add `sources: [{title: …, url: …, publisher: …, date: …}]`"
        } else {
            "add a second, independent source"
        };
        let d = ctx
            .found(code, message)
            .map(|d| d.at(article.front.title.span, label).hint(hint));
        sink.extend(d);
    }
}

/// Reports days on which nothing can have been said, seen or corrected: those still to come, and
/// those before what they follow. One day is allowed for time zones.
pub(super) fn days(ctx: &LintContext<'_>, sink: &mut Sink) {
    const EARLY: &str = "early-report";
    const REVERSED: &str = "reversed-days";
    if !ctx.wants(EARLY) && !ctx.wants(REVERSED) {
        return;
    }
    let site = ctx.site;
    let day = TimeDelta::days(1);
    for article in ctx.articles() {
        let published = article.published().map(|at| at.day(site.config.timezone));
        let last = published.max(Some(site.today)).map(|last| last + day);
        let to_come = |date: &EventDate| date.earliest() > last;
        for source in &article.front.sources {
            let dates = [("date", &source.date), ("accessed", &source.accessed)];
            let early = dates
                .into_iter()
                .find(|(_, date)| date.as_ref().is_some_and(to_come));
            if let Some((key, _)) = early {
                let message = format!("the `{key}` of a source is a day that is still to come");
                let d = ctx.found(EARLY, message).map(|d| {
                    d.at(source.span, format!("today is {}", site.today)).hint(format!(
                        "correct `{key}`; the day of an event goes into the `date` of the article or of an entry"
                    ))
                });
                sink.extend(d);
            }
            let said = source.date.as_ref().and_then(EventDate::earliest);
            let seen = source.accessed.as_ref().and_then(EventDate::latest);
            if let (Some(said), Some(seen)) = (said, seen)
                && seen + day < said
            {
                let message = format!("a source of {said} was `accessed` before that day");
                let d = ctx.found(REVERSED, message).map(|d| {
                    d.at(source.span, "accessed before its date")
                        .hint("correct `date` or `accessed`")
                });
                sink.extend(d);
            }
        }
        corrections(ctx, article, sink);
    }
}

fn corrections(ctx: &LintContext<'_>, article: &Article, sink: &mut Sink) {
    let site = ctx.site;
    let published = article.published().map(|at| at.day(site.config.timezone));
    let last = published.max(Some(site.today));
    let day = TimeDelta::days(1);
    for correction in &article.front.corrections {
        let date = &correction.date;
        let d = if date.value.earliest() > last.map(|last| last + day) {
            let d = ctx.found(
                "early-report",
                "the `date` of a correction is a day that is still to come",
            );
            let label = format!("today is {}", site.today);
            d.map(|d| {
                d.at(date.span, label)
                    .hint("write the day on which the text was corrected")
            })
        } else if let (Some(published), Some(corrected)) = (published, date.value.latest())
            && corrected + day < published
        {
            let d = ctx.found(
                "reversed-days",
                format!("a correction of {corrected} is from before the article was published"),
            );
            d.map(|d| {
                d.at(date.span, format!("`published` is {published}"))
                    .hint("correct its `date` or `published`")
            })
        } else {
            None
        };
        sink.extend(d);
    }
}
/// Whether an article reports news, and so should name its sources.
fn reports(article: &Article) -> bool {
    matches!(
        article.front.kind,
        ArticleKind::News | ArticleKind::Analysis
    ) && !article.retracted()
}

pub(super) fn titles(ctx: &LintContext<'_>, sink: &mut Sink) {
    let (long, vague) = (ctx.wants("long-title"), ctx.wants("vague-title"));
    for article in ctx.articles() {
        let title = &article.front.title;
        // Count characters only if there may be too many.
        if long && title.value.len() > LONG_TITLE {
            let length = title.value.chars().count();
            let message = format!("the headline has {length} characters");
            let d = ctx
                .found("long-title", message)
                .filter(|_| length > LONG_TITLE);
            sink.extend(d.map(|d| {
                d.at(title.span, format!("more than {LONG_TITLE}"))
                    .hint("shorten it to about 70 characters; move the rest to `summary`")
            }));
        }
        if vague && is_vague(&title.value) {
            let message = format!("`{}` does not say what happened", title.value);
            sink.extend(ctx.found("vague-title", message).map(|d| {
                d.at(title.span, "too vague")
                    .hint("say who did what, in one line")
            }));
        }
    }
}

/// Whether a headline is a single word, or only words that name nobody and nothing. Headlines in
/// scripts without spaces between words are not judged.
fn is_vague(title: &str) -> bool {
    if !title.is_ascii() {
        return false;
    }
    let mut words = title
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty());
    let Some(first) = words.next() else {
        return true;
    };
    let Some(second) = words.next() else {
        return true;
    };
    [first, second].into_iter().chain(words).all(|word| {
        word.bytes().all(|b| b.is_ascii_digit())
            || VAGUE.iter().any(|vague| word.eq_ignore_ascii_case(vague))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_vague_if_it_names_nobody_and_nothing() {
        for title in [
            "Update",
            "Avocado",
            "News of the week",
            "Breaking: major announcement",
            "Update 12",
            "...",
            "2026",
        ] {
            assert!(is_vague(title), "{title}");
        }
        for title in [
            "Meta delays Avocado",
            "Llama 4",
            "Update on Avocado",
            "大きな発表",
            "Überraschung",
        ] {
            assert!(!is_vague(title), "{title}");
        }
    }
}
