//! Entries as the front matter of their own articles gives them.

use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId};
use crate::content::citation::Citation;
use crate::content::date::EventDate;
use crate::content::event::{Facts, Slip, UnknownStatus};
use crate::content::front_matter::ArticleKind;
use crate::diagnostic::suggest::{did_you_mean, guess, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::entry::{Attribution, Statement, StatementKind};
use crate::model::taxonomy::{Spellings, TermRef};
use crate::source::{At, Span};
use crate::yaml::emit;

/// Most ids that a hint lists.
const MOST_IDS: usize = 12;

/// The importance of an entry that gives none.
const USUAL_IMPORTANCE: u8 = 3;

/// An entry as its own article gives it: without what later articles say, and as if the article
/// were no translation. Its present state follows from its history.
pub(super) struct GivenEntry {
    pub id: String,
    pub article: ArticleId,
    /// Index in the article's `entries`; None for its own event.
    pub listed: Option<usize>,
    pub title: String,
    /// A status or certainty that the configuration does not define, as written.
    pub words: Option<Box<UnknownStatus>>,
    pub terms: Vec<TermRef>,
    /// An organisation, and the index of its stance in the configuration.
    pub stances: Vec<(TermRef, usize)>,
    /// 1 to 5.
    pub importance: u8,
    pub order: Option<i32>,
    /// Earlier target dates in the order given, then what the article says now.
    pub history: Vec<Statement>,
    pub background: bool,
}

impl GivenEntry {
    /// As an entry of a retracted article: on no timeline and under no term.
    pub fn withdrawn(self) -> Self {
        Self {
            terms: Vec::new(),
            stances: Vec::new(),
            background: true,
            ..self
        }
    }
}

/// Makes entries of the front matter of articles.
pub(in crate::model) struct EntryMaker<'a> {
    articles: &'a [Article],
    /// By the index of the taxonomy.
    spellings: Vec<&'a Spellings>,
    /// Index of the taxonomy whose terms take stances.
    organisations: usize,
    /// The ids of the site's stances.
    stances: Vec<&'a str>,
}

/// The keys that make an entry, wherever they stand in the front matter.
struct EntryKeys<'a> {
    id: String,
    article: ArticleId,
    listed: Option<usize>,
    title: &'a str,
    date: Option<&'a EventDate>,
    wording: Option<&'a String>,
    facts: &'a Facts,
    /// Facts that give the terms of a taxonomy where `facts` give none.
    inherited: Option<&'a Facts>,
    certainty: Option<usize>,
    order: Option<i32>,
    slipped: &'a [Slip],
    checked: Option<&'a At<EventDate>>,
    source: Option<&'a At<String>>,
    background: bool,
}

impl<'a> EntryMaker<'a> {
    /// `spellings` are those of each taxonomy, in the order of the configuration.
    pub fn new(
        config: &'a SiteConfig,
        articles: &'a [Article],
        spellings: impl Iterator<Item = &'a Spellings>,
    ) -> Self {
        let mut taxonomies = config.taxonomies.iter();
        let organisations = taxonomies.position(|t| t.id == "organisations");
        Self {
            articles,
            spellings: spellings.collect(),
            organisations: organisations.unwrap_or(0),
            stances: config.stances.iter().map(|s| s.id.as_str()).collect(),
        }
    }

    /// The article's own event.
    pub(super) fn own_event(&self, id: ArticleId, sink: &mut Sink) -> GivenEntry {
        let article = &self.articles[id.0];
        let front = &article.front;
        let keys = EntryKeys {
            id: article.id.clone(),
            article: id,
            listed: None,
            title: &front.title.value,
            date: front.date.as_ref().map(|d| &d.value),
            wording: front.wording.as_ref(),
            facts: &front.facts,
            inherited: None,
            certainty: front.facts.certainty,
            order: front.order,
            slipped: &front.slipped,
            checked: front.checked.as_ref(),
            source: None,
            background: front.date.is_none() && front.kind == ArticleKind::Explainer,
        };
        self.make(keys, sink)
    }

    /// The event at index `n` of the article's `entries`. It has the article's terms and certainty
    /// where it gives none of its own.
    pub(super) fn listed(&self, id: ArticleId, n: usize, sink: &mut Sink) -> GivenEntry {
        let front = &self.articles[id.0].front;
        let (listed, inherited) = (&front.entries[n], &front.facts);
        let words = listed.facts.words.as_ref();
        let certainty = match words.is_some_and(|words| words.certainty.is_some()) {
            true => listed.facts.certainty,
            false => listed.facts.certainty.or(inherited.certainty),
        };
        let keys = EntryKeys {
            id: listed.anchor_id(),
            article: id,
            listed: Some(n),
            title: &listed.title.value,
            date: listed.date.as_ref().map(|d| &d.value),
            wording: listed.wording.as_ref(),
            facts: &listed.facts,
            inherited: Some(inherited),
            certainty,
            order: listed.order,
            slipped: &listed.slipped,
            checked: listed.checked.as_ref(),
            source: listed.source.as_ref(),
            background: false,
        };
        self.make(keys, sink)
    }

    /// Every event of the article's `entries`.
    pub(super) fn all_listed(&self, id: ArticleId, sink: &mut Sink) -> Vec<GivenEntry> {
        let listed = 0..self.articles[id.0].front.entries.len();
        listed.map(|n| self.listed(id, n, sink)).collect()
    }

    fn make(&self, keys: EntryKeys<'_>, sink: &mut Sink) -> GivenEntry {
        let facts = keys.facts;
        let terms = self.terms(facts, keys.inherited);
        GivenEntry {
            stances: self.stances(facts, &terms, sink),
            terms,
            history: self.history(&keys, sink),
            id: keys.id,
            article: keys.article,
            listed: keys.listed,
            title: keys.title.to_owned(),
            words: facts.words.clone(),
            importance: facts.importance.unwrap_or(USUAL_IMPORTANCE),
            order: keys.order,
            background: keys.background,
        }
    }

    /// The terms that `facts` name, without repetitions. Where they name none of a taxonomy, those
    /// that `inherited` name of it.
    fn terms(&self, facts: &Facts, inherited: Option<&Facts>) -> Vec<TermRef> {
        let mut terms = Vec::new();
        for (taxonomy, labels) in facts.terms.iter().enumerate() {
            let labels = labels
                .as_ref()
                .or_else(|| inherited.and_then(|i| i.terms[taxonomy].as_ref()));
            for label in labels.into_iter().flatten() {
                let term = self.term(taxonomy, &label.value);
                if let Some(term) = term.filter(|t| !terms.contains(t)) {
                    terms.push(term);
                }
            }
        }
        terms
    }

    fn term(&self, taxonomy: usize, label: &str) -> Option<TermRef> {
        let term = self.spellings[taxonomy].find(label)?;
        Some(TermRef { taxonomy, term })
    }

    /// The stances of the organisations among `terms`. A stance of another organisation, or of
    /// none, is an error.
    fn stances(&self, facts: &Facts, terms: &[TermRef], sink: &mut Sink) -> Vec<(TermRef, usize)> {
        let organisations = terms.iter().copied();
        let organisations = organisations.filter(|t| t.taxonomy == self.organisations);
        let mut stances = Vec::new();
        for stance in &facts.stances {
            let Some(name) = &stance.organisation else {
                // One word is the stance of every organisation.
                let before = stances.len();
                stances.extend(organisations.clone().map(|o| (o, stance.stance)));
                if stances.len() == before {
                    sink.push(stance_of_nobody(stance.span).lenient_warning());
                }
                continue;
            };
            let term = self.term(self.organisations, &name.value);
            match term.filter(|t| organisations.clone().any(|o| o == *t)) {
                Some(term) => stances.push((term, stance.stance)),
                None => {
                    let labels = facts.terms.get(self.organisations);
                    let labels = labels
                        .and_then(|terms| terms.as_deref())
                        .unwrap_or_default();
                    let listed: Vec<&str> =
                        labels.iter().map(|label| label.value.as_str()).collect();
                    let word = name.value.to_lowercase();
                    let is_stance = self.stances.contains(&word.as_str());
                    let fault = stance_of_stranger(name, is_stance, &listed);
                    sink.push(fault.lenient_warning());
                }
            }
        }
        stances
    }

    fn history(&self, keys: &EntryKeys<'_>, sink: &mut Sink) -> Vec<Statement> {
        let front = &self.articles[keys.article.0].front;
        let attribution = |source: Option<&At<String>>, sink: &mut Sink| Attribution {
            article: keys.article,
            source: source.and_then(|id| find_source(&front.sources, id, sink)),
        };
        let mut history = Vec::with_capacity(keys.slipped.len() + 1);
        for slip in keys.slipped {
            history.push(Statement {
                kind: StatementKind::Slip,
                date: Some(slip.from.value.clone()),
                wording: slip.wording.clone(),
                status: None,
                certainty: None,
                on: slip.on.clone(),
                cancelled: None,
                checked: None,
                same_event: None,
                attribution: attribution(slip.source.as_ref(), sink),
            });
        }
        let attribution = attribution(keys.source, sink);
        // An article's own event rests on its first source.
        let own = keys.listed.is_none().then_some(0);
        let cited = attribution.source.or(own);
        let cited = cited.and_then(|n| front.sources.get(n)?.date.clone());
        // The date of an article about what has not happened (the first status) may be to come.
        let status = front.facts.status.as_ref();
        let of_article = front.date.as_ref();
        let of_article = of_article.filter(|_| status.is_none_or(|status| status.value == 0));
        history.push(Statement {
            kind: StatementKind::First,
            date: keys.date.cloned(),
            wording: keys.wording.cloned(),
            status: keys.facts.status.as_ref().map(|s| s.value),
            certainty: keys.certainty,
            on: cited.or_else(|| of_article.map(|d| d.value.clone())),
            cancelled: None,
            checked: keys.checked.map(|day| day.value.clone()),
            same_event: None,
            attribution,
        });
        history
    }
}

/// Index of the source with this id. None where there is none, which is an error.
pub(super) fn find_source(
    sources: &[Citation],
    wanted: &At<String>,
    sink: &mut Sink,
) -> Option<usize> {
    let mut ids = sources.iter().map(|s| s.id.as_ref());
    let found = ids.position(|id| id.is_some_and(|id| id.value == wanted.value));
    if found.is_none() {
        let fault = unknown_source(sources, wanted, sink);
        sink.push(fault.lenient_warning());
    }
    found
}

fn unknown_source(sources: &[Citation], wanted: &At<String>, sink: &Sink) -> Diagnostic {
    let ids = sources.iter().filter_map(|s| s.id.as_ref());
    let ids: Vec<&str> = ids.map(|id| id.value.as_str()).collect();
    let near = guess(sink, &wanted.value, ids.iter().copied());
    Diagnostic::error(
        "unknown-source",
        format!("this article has no source with the id `{}`", wanted.value),
    )
    .at(wanted.span, did_you_mean(near, "no such id"))
    .hint(if ids.is_empty() {
        format!("add a source with `id: {}` to `sources`", wanted.value)
    } else {
        let more = if ids.len() > MOST_IDS { ", …" } else { "" };
        let some = &ids[..ids.len().min(MOST_IDS)];
        match (near, some) {
            (Some(id), _) => format!("write `{id}`"),
            (None, [id]) => format!("write `{id}`"),
            _ => format!("write one of {}{more}", some.join(", ")),
        }
    })
}

fn stance_of_nobody(span: Span) -> Diagnostic {
    Diagnostic::error(
        "stance-of-nobody",
        "a stance needs an organisation, but none is named",
    )
    .at(span, "no organisation")
    .hint("add `organisations: […]`")
}

fn stance_of_stranger(name: &At<String>, is_stance: bool, listed: &[&str]) -> Diagnostic {
    let d = Diagnostic::error(
        "stance-of-stranger",
        format!(
            "`{}` takes a stance here, but is not listed under `organisations`",
            name.value
        ),
    );
    let near = nearest(&name.value, listed.iter().copied());
    match (is_stance, near, listed) {
        (true, _, [first, ..]) => d
            .at(name.span, "a stance, not an organisation")
            .hint(format!(
                "write the organisation and its stance: `stance: {{{}: {}}}`",
                emit::in_flow(first),
                emit::in_flow(&name.value)
            )),
        (true, _, []) => d
            .at(name.span, "a stance, not an organisation")
            .hint(format!(
                "name the organisation under `organisations`, and write `stance: {}`",
                emit::value(&name.value)
            )),
        (false, Some(near), _) => d
            .at(name.span, format!("did you mean `{near}`?"))
            .hint(format!(
                "write `{near}`, or add {} to `organisations`",
                name.value
            )),
        _ => d
            .at(name.span, "not listed")
            .hint(format!("add {} to `organisations`", name.value)),
    }
}
