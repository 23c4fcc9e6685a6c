//! The history of an entry, and the corrections of an article.

use std::cmp::Reverse;

use super::context::ViewContext;
use super::date_text;
use super::{CorrectionView, HistoryItem, Label, Link};
use crate::content::article::{Article, ArticleId};
use crate::content::date::{EventDate, shift};
use crate::content::front_matter::{Correction, CorrectionKind};
use crate::messages::is_right_to_left;
use crate::model::entry::{Entry, Statement, StatementKind};

/// What a statement says of an entry.
struct What {
    /// Without a date.
    plain: String,
    /// The message with a date.
    dated: &'static str,
    /// The status or certainty that it names.
    label: String,
}

impl ViewContext<'_> {
    /// All statements about an entry, oldest first. On the page of `here`, that article's own
    /// sources are linked by number.
    pub fn history(&self, entry: &Entry, here: Option<ArticleId>) -> Vec<HistoryItem> {
        let is_target = |said: &Statement| said.date.is_some() && said.cancelled.is_none();
        let last_date = entry.history.iter().rposition(is_target);
        let mut before: Option<&EventDate> = None;
        let mut items = Vec::new();
        for (i, said) in entry.history.iter().enumerate() {
            if said.only_checks() {
                items.push(self.check(said));
                continue;
            }
            let moved = said
                .date
                .as_ref()
                .and_then(|d| before.and_then(|b| shift(b, d)));
            // The day of a cancellation is told once.
            let cancelled = said.cancelled.as_ref();
            let cancelled = cancelled.filter(|day| Some(*day) != said.on.as_ref());
            let What {
                plain,
                dated,
                label,
            } = self.what(entry, said, before.is_some(), Some(i) == last_date);
            let date = said.date.as_ref().filter(|_| said.cancelled.is_none());
            let date = date.or(cancelled);
            let wording = said.wording.as_deref();
            items.push(HistoryItem {
                what: plain,
                date: (date.is_some() || wording.is_some())
                    .then(|| self.date_view_for(dated, date, wording)),
                phrase: dated,
                label,
                on: said
                    .on
                    .as_ref()
                    .map(|d| self.short_view_for("said-date", d)),
                article: (here != Some(said.attribution.article))
                    .then(|| self.article_link(said.attribution.article)),
                source: said
                    .attribution
                    .source
                    .map(|n| self.attribution_link(said, n, here)),
                delay: moved.map(|shift| self.messages.shift(shift)),
                superseded: is_target(said) && Some(i) != last_date,
            });
            before = said.date.as_ref().or(before);
        }
        items
    }

    /// The line of a statement that says only when the desk looked.
    fn check(&self, said: &Statement) -> HistoryItem {
        let day = said.checked.as_ref();
        let case = self.messages.case("what-checked", "date", "");
        let text = day.map_or_else(String::new, |day| self.messages.short_in(day, case));
        let kind = day.map_or("other", date_text::kind);
        let args = [("date", (&text).into()), ("kind", kind.into())];
        HistoryItem {
            what: self.messages.with("what-checked", &args),
            ..HistoryItem::default()
        }
    }

    fn what(&self, entry: &Entry, said: &Statement, again: bool, stands: bool) -> What {
        let say = |id, dated| What {
            plain: self.messages.say(id).to_owned(),
            dated,
            label: String::new(),
        };
        let of_status = |status| {
            let label = self.status_label(status);
            let args = [("status", label.into())];
            What {
                plain: self.messages.with("what-status", &args),
                dated: "what-status-dated",
                label: label.to_owned(),
            }
        };
        let status = said.status.map(of_status);
        let certainty = said.certainty.map(|certainty| {
            let label = self.certainty_label(certainty);
            let args = [("certainty", label.into())];
            What {
                plain: self.messages.with("what-certainty", &args),
                dated: "what-certainty-dated",
                label: label.to_owned(),
            }
        });
        match said.kind {
            StatementKind::Slip => say("what-expected", "what-expected-dated"),
            StatementKind::First => status.unwrap_or_else(|| {
                let derived = if entry.history.len() == 1 {
                    entry.status
                } else {
                    usize::from(
                        said.date
                            .as_ref()
                            .and_then(|d| d.earliest())
                            .is_some_and(|d| d > self.site.today),
                    )
                };
                of_status(derived)
            }),
            StatementKind::Update => match (status, certainty) {
                (Some(status), _) => status,
                (None, Some(certainty)) if said.date.is_none() => certainty,
                _ if again && stands => say("what-now-expected", "what-now-expected-dated"),
                _ if again => say("what-then-expected", "what-then-expected-dated"),
                _ => say("what-expected", "what-expected-dated"),
            },
        }
    }

    /// The source of a statement, linked to its anchor: on the page of `here` that of its own
    /// sources.
    pub fn attribution_link(&self, said: &Statement, n: usize, here: Option<ArticleId>) -> Link {
        let article = self.site.article(said.attribution.article);
        let page = if here == Some(said.attribution.article) {
            String::new()
        } else {
            self.article_href(said.attribution.article)
        };
        let mut link = source_link(article, n, &page);
        if self.site.expired.contains(said.attribution.article) {
            link.url = page;
        }
        link
    }

    /// An article's corrections, newest first.
    pub fn corrections_of(&self, id: ArticleId, elsewhere: bool) -> Vec<CorrectionView> {
        let article = self.site.article(id);
        let mut list: Vec<(usize, &Correction)> =
            article.front.corrections.iter().enumerate().collect();
        list.sort_by_key(|(n, c)| Reverse((c.date.value.earliest(), *n)));
        let view = |(n, c): (usize, &Correction)| {
            let anchor = format!("correction-{}", n + 1);
            let link = self.article_link(id);
            CorrectionView {
                date: self.date_view(Some(&c.date.value), None),
                kind: self.correction_label(c.kind),
                text: c.text.clone(),
                lang: self.article_lang(id),
                article: elsewhere.then(|| Link {
                    url: format!("{}#{anchor}", link.url),
                    ..link
                }),
                anchor: if elsewhere {
                    format!("{}-{anchor}", article.slug)
                } else {
                    anchor
                },
            }
        };
        list.into_iter().map(view).collect()
    }

    /// The corrections of an article on its own page, the gravest first; of several as grave the latest.
    pub fn gravest_first(&self, id: ArticleId) -> Vec<CorrectionView> {
        const BY_GRAVITY: [CorrectionKind; 4] = [
            CorrectionKind::Retraction,
            CorrectionKind::Correction,
            CorrectionKind::Clarification,
            CorrectionKind::EditorsNote,
        ];
        let rank = |correction: &CorrectionView| {
            let is_its = |kind: &CorrectionKind| kind.id() == correction.kind.id;
            BY_GRAVITY.iter().position(is_its)
        };
        let mut corrections = self.corrections_of(id, false);
        corrections.sort_by_key(rank);
        corrections
    }

    /// "Correction: Launch of Aurora", and so for the other kinds.
    pub fn correction_of(&self, kind: CorrectionKind, headline: &str) -> String {
        match kind {
            CorrectionKind::Correction => self
                .messages
                .with("correction-of", &[("title", headline.into())]),
            kind => {
                let colon = self.messages.say("chart-colon");
                let label = self.correction_label(kind).label;
                match is_right_to_left(self.messages.language()) {
                    // As the messages of these languages isolate what they quote.
                    true => format!("{label}{colon}\u{2068}{headline}\u{2069}"),
                    false => format!("{label}{colon}{headline}"),
                }
            }
        }
    }

    /// The headline, as it may stand where nothing else says that the article was retracted.
    pub fn marked_headline(&self, id: ArticleId) -> String {
        let headline = self.headline(id);
        match self.site.article(id).retracted() {
            true => self.correction_of(CorrectionKind::Retraction, headline),
            false => headline.to_owned(),
        }
    }

    fn correction_label(&self, kind: CorrectionKind) -> Label {
        let label = match kind {
            CorrectionKind::Correction => "correction-correction",
            CorrectionKind::Clarification => "correction-clarification",
            CorrectionKind::EditorsNote => "correction-editors-note",
            CorrectionKind::Retraction => "correction-retraction",
        };
        Label {
            id: kind.id().to_owned(),
            label: self.messages.say(label).to_owned(),
        }
    }
}

/// The publisher or title of a source, linked to its anchor on the page.
pub fn source_link(article: &Article, n: usize, page: &str) -> Link {
    let source = &article.front.sources[n];
    Link {
        label: source
            .publisher
            .clone()
            .unwrap_or_else(|| source.title.clone()),
        url: format!("{page}#source-{}", n + 1),
        rel: None,
        lang: None,
    }
}
