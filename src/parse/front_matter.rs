//! Front matter: from a tree of nodes to validated values, every fault at once.

use chrono::{DateTime, NaiveDate, Utc};

use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::model::date::{EventDate, Precision, day_begins};
use crate::model::slug;
use crate::parse::fields::{self, Fields};
use crate::parse::front_matter_ties::{self, Image, Ties};
use crate::parse::typography::curl;
use crate::parse::yaml::{Node, Value};
use crate::source::{At, Span};

/// What an article says of itself, validated as far as one file can be.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    pub id: Option<At<String>>,
    pub title: At<String>,
    pub kind: ArticleKind,
    pub date: Option<At<EventDate>>,
    pub wording: Option<String>,
    pub published: Option<Moment>,
    pub updated: Option<Moment>,
    pub place: Option<String>,
    pub lang: Option<String>,
    pub summary: Option<String>,
    pub facts: Facts,
    pub order: Option<i32>,
    pub slug: Option<At<String>>,
    pub aliases: Vec<At<String>>,
    pub sources: Vec<Citation>,
    pub entries: Vec<Listed>,
    pub slipped: Vec<Slip>,
    pub updates: Vec<Update>,
    pub corrections: Vec<Correction>,
    pub draft: bool,
    /// Afterwards only a notice stands at the article's address.
    pub expires: Option<Moment>,
    /// Id of the same article in another language.
    pub translation_of: Option<At<String>>,
    pub image: Option<Box<Image>>,
    pub ties: Ties,
}

/// What an article's own event and a listed entry may both say.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// By the index of the taxonomy in the configuration; a missing key is `None`.
    pub terms: Vec<Option<Vec<At<String>>>>,
    /// Index in the configuration.
    pub certainty: Option<usize>,
    /// Index in the configuration.
    pub status: Option<At<usize>>,
    pub stances: Vec<Stance>,
    /// 1 to 5.
    pub importance: Option<u8>,
}

#[derive(Debug, Clone)]
pub struct Stance {
    /// None: the one organisation that is named.
    pub organisation: Option<At<String>>,
    /// Index in the configuration.
    pub stance: usize,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ArticleKind {
    #[default]
    News,
    Analysis,
    Opinion,
    /// Needs no date.
    Explainer,
}

impl ArticleKind {
    pub fn id(self) -> &'static str {
        match self {
            ArticleKind::News => "news",
            ArticleKind::Analysis => "analysis",
            ArticleKind::Opinion => "opinion",
            ArticleKind::Explainer => "explainer",
        }
    }
}

/// An instant of publication or change; or only its day, if no time was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// With `day_only`: when that day begins in the site's zone.
    pub at: DateTime<Utc>,
    pub day_only: bool,
}

/// A journalistic source (`sources`).
#[derive(Debug, Clone)]
pub struct Citation {
    pub id: Option<At<String>>,
    pub title: String,
    pub url: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<EventDate>,
    pub kind: Option<SourceKind>,
    pub archived: Option<String>,
    pub accessed: Option<NaiveDate>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    Primary,
    Secondary,
    Rewrite,
}

/// One of `entries`: a further dated event.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: Option<At<String>>,
    pub title: At<String>,
    /// None only for what is expected without a date.
    pub date: Option<At<EventDate>>,
    pub wording: Option<String>,
    pub summary: Option<String>,
    pub place: Option<String>,
    pub facts: Facts,
    pub order: Option<i32>,
    /// Id of one of the article's sources.
    pub source: Option<At<String>>,
    pub slipped: Vec<Slip>,
    pub ties: Ties,
    pub span: Span,
}

/// An earlier target date.
#[derive(Debug, Clone)]
pub struct Slip {
    pub from: At<EventDate>,
    pub wording: Option<String>,
    /// When it was put off.
    pub on: Option<EventDate>,
    pub source: Option<At<String>>,
}

/// What an article changes about an entry of another.
#[derive(Debug, Clone)]
pub struct Update {
    pub entry: At<String>,
    pub date: Option<At<EventDate>>,
    pub wording: Option<String>,
    pub status: Option<At<usize>>,
    pub certainty: Option<usize>,
    pub source: Option<At<String>>,
}

#[derive(Debug, Clone)]
pub struct Correction {
    pub date: At<EventDate>,
    pub kind: CorrectionKind,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectionKind {
    Correction,
    Clarification,
    EditorsNote,
    Retraction,
}

impl CorrectionKind {
    pub fn id(self) -> &'static str {
        match self {
            CorrectionKind::Correction => "correction",
            CorrectionKind::Clarification => "clarification",
            CorrectionKind::EditorsNote => "editors-note",
            CorrectionKind::Retraction => "retraction",
        }
    }
}

/// Longest headline, in characters: far more than any page shows well.
const MAX_TITLE: usize = 2000;

/// Keys that the content model knows and that have no effect yet.
const LATER: [&str; 1] = ["extra"];

/// Reads an article's front matter. Where the title is missing (a fault), an empty one stands in
/// its place, so that all other faults are found too.
pub fn read(root: &Node, config: &SiteConfig, sink: &mut Sink) -> FrontMatter {
    let mut r = Reader {
        f: Fields::new(root, "the front matter", sink),
        config,
        sink,
    };
    let id = r.id("id");
    let title = r
        .title()
        .unwrap_or_else(|| At::new(String::new(), r.f.span));
    let kind = r.kind();
    let date = r.date("date");
    let wording = r.string("wording");
    let published = r.moment("published");
    let updated = r.moment("updated");
    let place = r.string("place");
    let lang = r.string("lang");
    let summary = r.prose("summary").map(|s| s.value);
    let facts = r.facts();
    let order = r.order();
    let slug = r.slug();
    let aliases = r.aliases();
    let sources = r.items("sources", |r| r.citation());
    let entries = r.items("entries", |r| r.listed());
    let slipped = r.items("slipped", |r| r.slip());
    let updates = r.items("updates", |r| r.update());
    let corrections = r.items("corrections", |r| r.correction());
    let draft = r.f.flag("draft", r.sink).unwrap_or(false);
    let expires = r.moment("expires");
    let translation_of = r.f.text("translation_of", r.sink);
    let image = front_matter_ties::image(&mut r.f, config, r.sink).map(Box::new);
    let ties = front_matter_ties::ties(&mut r.f, r.sink);
    if let (Some(p), Some(u)) = (published, updated)
        && u.at < p.at
        && !(u.day_only && u.at.date_naive() == p.at.date_naive())
        && let Some(node) = r.f.take("updated")
    {
        r.sink.push(
            Diagnostic::warning(
                "updated-before-published",
                "`updated` is before `published`",
            )
            .at(node.span, "earlier than its publication")
            .cure("check both; without a change, leave `updated` out"),
        );
    }
    for key in LATER {
        if let Some(node) = r.f.take(key) {
            r.sink.push(
                Diagnostic::notice(
                    "no-effect-yet",
                    format!("`{key}` has no effect in this version"),
                )
                .at(node.span, "accepted")
                .cure("leave it for a later version, or take it out"),
            );
        }
    }
    r.f.refuse_rest(Severity::Warning, "the front matter", &[], r.sink);
    let undated = date.is_none() && r.f.take("date").is_none();
    let expected_undated = facts
        .status
        .as_ref()
        .is_some_and(|s| config.statuses[s.value].stage == crate::config::Stage::Expected)
        && wording.is_some();
    if undated && kind != ArticleKind::Explainer && !expected_undated {
        let span = r.f.place_of("date");
        r.sink.push(
            Diagnostic::error("missing-date", "the article has no `date`: when did it happen?")
                .at(span, "no date here")
                .cure("add `date: 2025-12-09`; or `2025-12` or `2025` if no more is known; or `kind: explainer` if it is about no event"),
        );
    }
    FrontMatter {
        id,
        title,
        kind,
        date,
        wording,
        published,
        updated,
        place,
        lang,
        summary,
        facts,
        order,
        slug,
        aliases,
        sources,
        entries,
        slipped,
        updates,
        corrections,
        draft,
        expires,
        translation_of,
        image,
        ties,
    }
}

/// Title and dek of a standing page.
#[derive(Debug, Clone)]
pub struct PageMatter {
    pub title: At<String>,
    pub summary: Option<String>,
    pub slug: Option<At<String>>,
    pub updated: Option<Moment>,
    pub draft: bool,
}

/// Reads a standing page's front matter. None where there is no title.
pub fn read_page(root: &Node, config: &SiteConfig, sink: &mut Sink) -> Option<PageMatter> {
    let mut r = Reader {
        f: Fields::new(root, "the front matter", sink),
        config,
        sink,
    };
    let page = (
        r.title(),
        r.prose("summary").map(|s| s.value),
        r.slug(),
        r.moment("updated"),
        r.f.flag("draft", r.sink).unwrap_or(false),
    );
    r.f.refuse_rest(Severity::Warning, "a standing page", &[], r.sink);
    Some(PageMatter {
        title: page.0?,
        summary: page.1,
        slug: page.2,
        updated: page.3,
        draft: page.4,
    })
}

struct Reader<'a, 's> {
    f: Fields<'a>,
    config: &'s SiteConfig,
    sink: &'s mut Sink,
}

impl<'a> Reader<'a, '_> {
    fn string(&mut self, key: &'static str) -> Option<String> {
        self.f.text(key, self.sink).map(|v| v.value)
    }

    /// Words that readers see, with the quotation marks of the texts.
    fn prose(&mut self, key: &'static str) -> Option<At<String>> {
        let text = self.f.text(key, self.sink)?;
        Some(if self.config.markdown.smart_punctuation {
            text.map(|t| curl(&t))
        } else {
            text
        })
    }

    fn title(&mut self) -> Option<At<String>> {
        let title = self.prose("title");
        match &title {
            None if self.f.take("title").is_none() => {
                let span = self.f.place_of("title");
                self.sink.push(
                    Diagnostic::error("missing-title", "there is no `title`")
                        .at(span, "no title here")
                        .cure("add `title: What happened, in one line`"),
                );
            }
            Some(t) if t.value.chars().count() > MAX_TITLE => {
                self.sink.push(
                    Diagnostic::error(
                        "too-long",
                        format!("the title has more than {MAX_TITLE} characters"),
                    )
                    .at(t.span, "too long")
                    .cure(
                        "write a headline of some 70 characters; the rest belongs into `summary`",
                    ),
                );
            }
            _ => {}
        }
        title
    }

    fn kind(&mut self) -> ArticleKind {
        let kinds = [
            ArticleKind::News,
            ArticleKind::Analysis,
            ArticleKind::Opinion,
            ArticleKind::Explainer,
        ];
        let Some(word) = self.f.text("kind", self.sink) else {
            return ArticleKind::News;
        };
        kinds
            .into_iter()
            .find(|k| k.id() == word.value)
            .unwrap_or_else(|| {
                self.unknown_word(&word, "kind of article", kinds.iter().map(|k| k.id()));
                ArticleKind::News
            })
    }

    fn unknown_word<'k>(
        &mut self,
        word: &At<String>,
        what: &str,
        choices: impl Iterator<Item = &'k str>,
    ) {
        let choices: Vec<_> = choices.collect();
        fields::unknown_word(word, what, &choices, self.sink);
    }

    fn event_date(&mut self, text: &At<String>) -> Option<At<EventDate>> {
        match EventDate::parse(&text.value, self.config.timezone) {
            Ok(date) => Some(At::new(date, text.span)),
            Err(fault) => {
                let span = self.inside(text, fault.offset, fault.len);
                self.sink.push(
                    Diagnostic::error("bad-date", fault.message)
                        .at(span, "here")
                        .cure(fault.cure),
                );
                None
            }
        }
    }

    /// Bytes `offset..offset + len` of a value, where it stands in the file as it is; else all of it.
    fn inside(&self, text: &At<String>, offset: usize, len: usize) -> Span {
        let plain = (text.span.end - text.span.start) as usize == text.value.len();
        if !plain || offset + len > text.value.len() || len == 0 {
            return text.span;
        }
        let start = text.span.start + u32::try_from(offset).unwrap_or(0);
        Span {
            start,
            end: start + u32::try_from(len).unwrap_or(0),
            ..text.span
        }
    }

    fn date(&mut self, key: &'static str) -> Option<At<EventDate>> {
        let text = self.f.text(key, self.sink)?;
        self.event_date(&text)
    }

    fn moment(&mut self, key: &'static str) -> Option<Moment> {
        let text = self.f.text(key, self.sink)?;
        let date = self.event_date(&text)?;
        let moment = match (
            date.value.instant(),
            date.value.precision(),
            date.value.mark(),
        ) {
            (Some(at), ..) => Some(Moment {
                at,
                day_only: false,
            }),
            (None, Precision::Day, crate::model::date::Mark::Exact) => date
                .value
                .earliest()
                .and_then(|day| day_begins(day, self.config.timezone))
                .map(|at| Moment { at, day_only: true }),
            _ => None,
        };
        if moment.is_none() {
            self.sink.push(
                Diagnostic::error(
                    "bad-instant",
                    format!(
                        "`{key}` is an instant or a day, and `{}` is neither",
                        text.value
                    ),
                )
                .at(text.span, "here")
                .cure(format!(
                    "write `{key}: 2025-12-12T16:00:00+07:00` or `{key}: 2025-12-12`"
                )),
            );
        }
        moment
    }

    fn id(&mut self, key: &'static str) -> Option<At<String>> {
        let id = self.f.text(key, self.sink)?;
        if let Err(fault) = slug::check(&id.value) {
            self.sink.push(
                Diagnostic::error("bad-id", format!("`{}` can't be an id: {fault}", id.value))
                    .at(id.span, "here")
                    .cure(format!(
                        "write letters, digits and dashes, as in `{}`",
                        slug::slug(&id.value)
                    )),
            );
            return None;
        }
        Some(id)
    }

    fn slug(&mut self) -> Option<At<String>> {
        let text = self.f.text("slug", self.sink)?;
        if let Err(fault) = slug::check(&text.value) {
            self.sink.push(
                Diagnostic::error(
                    "bad-slug",
                    format!("`{}` can't be part of an address: {fault}", text.value),
                )
                .at(text.span, "here")
                .cure(format!("write `slug: {}`", slug::slug(&text.value))),
            );
            return None;
        }
        Some(text)
    }

    fn aliases(&mut self) -> Vec<At<String>> {
        let list = self.f.list("aliases", self.sink);
        list.into_iter()
            .filter_map(|alias| match slug::check_path(&alias.value) {
                Ok(route) => Some(At::new(route, alias.span)),
                Err(fault) => {
                    self.sink.push(
                        Diagnostic::error(
                            "bad-alias",
                            format!(
                                "`{}` can't be an old address of this site: {fault}",
                                alias.value
                            ),
                        )
                        .at(alias.span, "here")
                        .cure("write the path alone, as in `aliases: [/2025/12/old-name.html]`"),
                    );
                    None
                }
            })
            .collect()
    }

    fn order(&mut self) -> Option<i32> {
        self.f
            .number("order", -1_000_000..=1_000_000, self.sink)
            .and_then(|n| i32::try_from(n.value).ok())
    }

    fn facts(&mut self) -> Facts {
        let terms = self
            .config
            .taxonomies
            .iter()
            .map(|t| {
                self.f
                    .take_named(&t.id)
                    .map(|node| fields::list(node, &t.id, self.sink))
            })
            .collect();
        Facts {
            terms,
            certainty: self.certainty(),
            status: self.status(),
            stances: self.stances(),
            importance: self.importance(),
        }
    }

    fn certainty(&mut self) -> Option<usize> {
        let word = self.f.text("certainty", self.sink)?;
        let found = self.config.certainty(&word.value);
        if found.is_none() {
            self.unknown_word(
                &word,
                "certainty",
                self.config.certainties.iter().map(|c| c.id.as_str()),
            );
        }
        found
    }

    fn status(&mut self) -> Option<At<usize>> {
        let word = self.f.text("status", self.sink)?;
        let found = self.config.status(&word.value);
        if found.is_none() {
            self.unknown_word(
                &word,
                "status",
                self.config.statuses.iter().map(|s| s.id.as_str()),
            );
        }
        found.map(|status| At::new(status, word.span))
    }

    fn importance(&mut self) -> Option<u8> {
        let max = self.config.importance_max;
        let n = self.f.number("importance", 1..=max, self.sink)?.value;
        u8::try_from((n * 5 + max - 1) / max).ok()
    }

    /// `{Meta: closed}`, or one word where one organisation is named.
    fn stances(&mut self) -> Vec<Stance> {
        let Some(node) = self.f.take("stance") else {
            return Vec::new();
        };
        if self.config.stances.is_empty() {
            self.sink.push(
                Diagnostic::warning("no-stances", "this site has no stances")
                    .at(node.span, "without effect")
                    .cure("describe them under `stances:` in site.yaml, or remove this"),
            );
            return Vec::new();
        }
        match &node.value {
            Value::Map(map) => map
                .iter()
                .filter_map(|(organisation, node)| self.stance(Some(organisation.clone()), node))
                .collect(),
            _ => self.stance(None, node).into_iter().collect(),
        }
    }

    fn stance(&mut self, organisation: Option<At<String>>, node: &Node) -> Option<Stance> {
        let word = fields::text(node, "stance", self.sink)?;
        let Some(stance) = self.config.stance(&word.value) else {
            self.unknown_word(
                &word,
                "stance of this site",
                self.config.stances.iter().map(|s| s.id.as_str()),
            );
            return None;
        };
        let span = organisation.as_ref().map_or(word.span, |o| o.span);
        Some(Stance {
            organisation,
            stance,
            span,
        })
    }

    /// A list of maps, each read by `read`; one map alone is a list of one.
    fn items<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&mut Reader<'a, '_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = self.f.take(key) else {
            return Vec::new();
        };
        let nodes = match &node.value {
            Value::List(nodes) => nodes.as_slice(),
            Value::Map(_) => std::slice::from_ref(node),
            _ => {
                self.sink.push(
                    Diagnostic::error(
                        "wrong-type",
                        format!("`{key}` is a list, but {} stands here", node.what()),
                    )
                    .at(node.span, "here")
                    .cure(format!("write `{key}:` and below it one `- …` for each")),
                );
                return Vec::new();
            }
        };
        let mut out = Vec::new();
        for node in nodes {
            if node.is_empty() {
                continue;
            }
            if !matches!(node.value, Value::Map(_)) {
                self.sink.push(
                    Diagnostic::error(
                        "wrong-type",
                        format!(
                            "an item of `{key}` is a group of keys, but {} stands here",
                            node.what()
                        ),
                    )
                    .at(node.span, "here")
                    .cure(example(key)),
                );
                continue;
            }
            let mut r = Reader {
                f: Fields::new(node, &format!("an item of `{key}`"), self.sink),
                config: self.config,
                sink: self.sink,
            };
            let item = read(&mut r);
            r.f.refuse_rest(
                Severity::Warning,
                &format!("an item of `{key}`"),
                &[],
                r.sink,
            );
            out.extend(item);
        }
        out
    }

    /// Says that an item lacks `key`.
    fn missing(&mut self, key: &str, cure: &str) {
        let span = self.f.key_span(key).unwrap_or(self.f.span);
        self.sink.push(
            Diagnostic::error("missing-key", format!("`{key}` is missing"))
                .at(span, "here")
                .cure(cure),
        );
    }

    fn citation(&mut self) -> Option<Citation> {
        let id = self.id("id");
        let title = self.prose("title");
        let url = self
            .f
            .text("url", self.sink)
            .and_then(|u| self.web_address(u));
        let publisher = self.string("publisher");
        let date = self.date("date").map(|d| d.value);
        let kind = self
            .f
            .text("kind", self.sink)
            .and_then(|word| match word.value.as_str() {
                "primary" => Some(SourceKind::Primary),
                "secondary" => Some(SourceKind::Secondary),
                "rewrite" => Some(SourceKind::Rewrite),
                _ => {
                    self.unknown_word(
                        &word,
                        "kind of source",
                        ["primary", "secondary", "rewrite"].into_iter(),
                    );
                    None
                }
            });
        let archived = self
            .f
            .text("archived", self.sink)
            .and_then(|u| self.web_address(u));
        let accessed = self.date("accessed").and_then(|d| d.value.earliest());
        let span = id.as_ref().map_or(self.f.span, |id| id.span);
        let Some(title) = title
            .map(|t| t.value)
            .or_else(|| publisher.clone())
            .or_else(|| url.clone())
        else {
            self.missing("title", "a source needs a title, a publisher or a url");
            return None;
        };
        Some(Citation {
            id,
            title,
            url,
            publisher,
            date,
            kind,
            archived,
            accessed,
            span,
        })
    }

    fn web_address(&mut self, url: At<String>) -> Option<String> {
        let good = url.value.split_once("://").is_some_and(|(scheme, rest)| {
            matches!(scheme.to_ascii_lowercase().as_str(), "https" | "http")
                && !rest.is_empty()
                && !rest.contains(|c: char| {
                    c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c)
                })
        });
        if !good {
            self.sink.push(
                Diagnostic::error("bad-url", format!("`{}` is not a web address", url.value))
                    .at(url.span, "here")
                    .cure("write the whole address, as in `https://example.org/article`"),
            );
        }
        good.then_some(url.value)
    }

    fn listed(&mut self) -> Option<Listed> {
        let id = self.id("id");
        let title = self.title();
        let date = self.date("date");
        let wording = self.string("wording");
        let summary = self.prose("summary").map(|s| s.value);
        let place = self.string("place");
        let facts = self.facts();
        let order = self.order();
        let source = self.f.text("source", self.sink);
        let slipped = self.items("slipped", |r| r.slip());
        let ties = front_matter_ties::ties(&mut self.f, self.sink);
        let expected = facts
            .status
            .as_ref()
            .is_some_and(|s| self.config.statuses[s.value].stage == crate::config::Stage::Expected);
        if date.is_none() && self.f.take("date").is_none() && !(expected && wording.is_some()) {
            self.missing("date", "add `date: 2025-12`; for what is expected without any date: `status: expected` and `wording: no date given`");
        }
        if expected && id.is_none() && self.f.take("id").is_none() {
            self.missing("id", "what is expected needs an `id` that stays, so that later articles can say what became of it: `id: short-name`");
        }
        Some(Listed {
            id,
            title: title?,
            date,
            wording,
            summary,
            place,
            facts,
            order,
            source,
            slipped,
            ties,
            span: self.f.span,
        })
    }

    fn slip(&mut self) -> Option<Slip> {
        let from = self.date("from");
        let (wording, on, source) = (
            self.string("wording"),
            self.date("on").map(|d| d.value),
            self.f.text("source", self.sink),
        );
        if from.is_none() && self.f.take("from").is_none() {
            self.missing("from", "say which date it was before: `from: 2025`");
        }
        Some(Slip {
            from: from?,
            wording,
            on,
            source,
        })
    }

    fn update(&mut self) -> Option<Update> {
        let entry = self.f.text("entry", self.sink);
        if entry.is_none() {
            self.missing("entry", "name the entry by its id: `entry: avocado-launch`");
        }
        let update = Update {
            entry: entry?,
            date: self.date("date"),
            wording: self.string("wording"),
            status: self.status(),
            certainty: self.certainty(),
            source: self.f.text("source", self.sink),
        };
        if update.date.is_none()
            && update.status.is_none()
            && update.certainty.is_none()
            && update.wording.is_none()
        {
            self.missing(
                "date",
                "say what changed: `date: 2026-04`, `status: happened` or `certainty: confirmed`",
            );
        }
        Some(update)
    }

    fn correction(&mut self) -> Option<Correction> {
        let date = self.date("date");
        let kinds = [
            CorrectionKind::Correction,
            CorrectionKind::Clarification,
            CorrectionKind::EditorsNote,
            CorrectionKind::Retraction,
        ];
        let kind = self
            .f
            .text("kind", self.sink)
            .map_or(CorrectionKind::Correction, |word| {
                kinds
                    .into_iter()
                    .find(|k| k.id() == word.value)
                    .unwrap_or_else(|| {
                        self.unknown_word(
                            &word,
                            "kind of correction",
                            kinds.iter().map(|k| k.id()),
                        );
                        CorrectionKind::Correction
                    })
            });
        let text = self.prose("text").map(|t| t.value);
        if date.is_none() && self.f.take("date").is_none() {
            self.missing("date", "say when it was corrected: `date: 2025-12-14`");
        }
        if text.is_none() {
            self.missing(
                "text",
                "say what was wrong: `text: \"An earlier version …\"`",
            );
        }
        Some(Correction {
            date: date?,
            kind,
            text: text?,
        })
    }
}

fn example(key: &str) -> &'static str {
    match key {
        "sources" => "write `- title: …`, and below it `url: …`",
        "entries" => "write `- title: …`, and below it `date: …`",
        "slipped" => "write `- from: 2025`",
        "updates" => "write `- entry: id-of-the-entry`, and below it `date: …`",
        _ => "write `- date: …`, and below it `text: …`",
    }
}
