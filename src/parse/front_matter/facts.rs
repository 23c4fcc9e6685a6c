//! Reads the facts that both an article's own event and a listed entry can state.

use std::collections::BTreeMap;

use super::{ValueReader, kept_back, meanings};
use crate::content::event::{Facts, Stance, UnknownStatus};
use crate::diagnostic::{Diagnostic, suggest};
use crate::limits::MAX_TERMS;
use crate::source::{At, Span};
use crate::yaml::{Node, Value, emit, fields, values};

/// What the value of `status` turned out to be.
enum StatusWord {
    Status(At<usize>),
    Certainty(At<usize>),
    Unknown(String),
}

impl ValueReader<'_, '_> {
    pub fn facts(&mut self) -> Facts {
        let terms = self
            .config
            .taxonomies
            .iter()
            .map(|t| self.f.take_named(&t.id).map(|node| self.terms(node, &t.id)))
            .collect();
        let (certainty, own_certainty) = self.leniently(Self::certainty);
        let mut facts = Facts {
            terms,
            certainty,
            ..Facts::default()
        };
        let mut words = UnknownStatus {
            status: None,
            certainty: own_certainty,
        };
        match self.leniently(Self::status_word) {
            Some(StatusWord::Status(status)) => facts.status = Some(status),
            Some(StatusWord::Certainty(said)) => self.certainty_as_status(&said, &mut facts),
            Some(StatusWord::Unknown(word)) => words.status = Some(word),
            None => {}
        }
        facts.stances = self.leniently(Self::stances);
        facts.importance = self.leniently(Self::importance);
        if words != UnknownStatus::default() {
            facts.words = Some(Box::new(words));
        }
        facts
    }

    /// Reads the terms of one taxonomy. A single text with commas is a list, except where a name
    /// may contain a comma.
    fn terms(&mut self, node: &Node, taxonomy: &str) -> Vec<At<String>> {
        let mut terms = values::list(node, taxonomy, self.sink);
        if terms.len() > MAX_TERMS {
            self.sink.push(
                Diagnostic::error(
                    "too-many",
                    format!(
                        "`{taxonomy}` has {} terms; the limit is {MAX_TERMS}",
                        terms.len()
                    ),
                )
                .at(node.span, "here")
                .hint("keep those that readers would search for"),
            );
            terms.truncate(MAX_TERMS);
        }
        self.lines_without_dashes(node, taxonomy);
        if matches!(taxonomy, "authors" | "people") {
            for term in &terms {
                self.number_for_name(term, taxonomy);
            }
        }
        let is_of_names = matches!(taxonomy, "authors" | "people");
        let is_list = matches!(node.value, Value::List(_));
        let split = |term: &At<String>| {
            // What a keyboard has was put into an item of a list with care.
            match is_list {
                true => term
                    .value
                    .contains(Between::OTHER)
                    .then_some(Between::OtherSigns),
                false => Between::find(&term.value, is_of_names),
            }
        };
        if terms.iter().all(|term| split(term).is_none()) {
            return terms;
        }
        let mut split_terms = Vec::new();
        let mut label = "";
        for term in &terms {
            let Some(between) = split(term) else {
                split_terms.push(term.clone());
                continue;
            };
            label = between.label();
            let whole = match is_list {
                true => term.value.as_str(),
                false => without_brackets(&term.value),
            };
            let parts = between.parts(whole, is_of_names);
            split_terms.extend(parts.map(|part| At::new(part.to_owned(), term.span)));
        }
        let words: Vec<String> = split_terms
            .iter()
            .map(|part| emit::in_flow(&part.value))
            .collect();
        let listed = format!("[{}]", words.join(", "));
        let span = match is_list {
            true => node.span,
            false => terms[0].span,
        };
        let d = Diagnostic::warning(
            "list-in-one",
            format!(
                "`{taxonomy}` has several terms in one text; it is read as a list of {}",
                split_terms.len()
            ),
        )
        .at(span, label)
        .hint(format!("write `{taxonomy}: {listed}`"));
        // Offer a fix only if no part needs quotes.
        let bare = |part: &&str| {
            part.chars()
                .all(|c| c.is_alphanumeric() || " -.".contains(c))
        };
        let certain = split_terms
            .iter()
            .all(|part| part.value.starts_with(char::is_alphabetic) && bare(&part.value.as_str()));
        self.sink.push(match certain && !is_list {
            true => d.fix(span, listed),
            false => d,
        });
        split_terms
    }

    /// Warns of a number where a name should be.
    pub fn number_for_name(&mut self, name: &At<String>, key: &str) {
        if !name.value.is_empty() && name.value.bytes().all(|b| b.is_ascii_digit()) {
            let number = &name.value;
            self.sink.push(
                Diagnostic::warning(
                    "number-for-name",
                    format!("`{number}` in `{key}` is a number, not a name"),
                )
                .at(name.span, "readers see this number")
                .hint(format!("write the name, or remove `{number}`")),
            );
        }
    }

    /// Warns of terms on separate lines without dashes, which YAML reads as one text.
    fn lines_without_dashes(&mut self, node: &Node, taxonomy: &str) {
        let Value::Scalar {
            text,
            quoted: false,
        } = &node.value
        else {
            return;
        };
        // A text of several lines is longer in the file than its value.
        if node.span.range().len() <= text.trim().len() {
            return;
        }
        self.sink.push(
            Diagnostic::warning(
                "no-dashes",
                format!("`{taxonomy}` has lines without a dash, which are read as one term"),
            )
            .at(node.span, "one term")
            .hint("start each line with a dash and a space, as in `- floods`"),
        );
    }

    fn certainty_as_status(&mut self, said: &At<usize>, facts: &mut Facts) {
        match facts.certainty {
            Some(own) if own != said.value => self.sink.push(
                Diagnostic::warning(
                    "two-names",
                    "`status` gives a different certainty from `certainty`; `certainty` is used",
                )
                .at(said.span, "ignored")
                .hint("write a status, or remove `status`"),
            ),
            _ => facts.certainty = Some(said.value),
        }
    }

    /// Reads the certainty; an unknown word is returned separately.
    fn certainty(&mut self) -> (Option<usize>, Option<String>) {
        let Some(word) = self.f.text("certainty", self.sink) else {
            return (None, None);
        };
        let found = find(&word.value, |id| self.config.certainty(id));
        if found.is_none() {
            let choices = ids(self.config.certainties.iter().map(|c| &c.id));
            let meant = meanings::certainties(&word.value);
            suggest::unknown_word_meaning(&word, "certainty", &choices, meant, self.sink);
            self.add_to_site(&word.value, "certainties");
            return (None, Some(word.value));
        }
        (found, None)
    }

    /// Names, in the last diagnostic, the line of `site.yaml` that adds a word to its vocabulary.
    fn add_to_site(&mut self, word: &str, key: &str) {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(good) {
            let more = match key {
                "statuses" => "stage: expected",
                _ => "firm: 1",
            };
            self.sink
                .amend_last(|d| d.for_many(format!("{key}: {{{word}: {{{more}}}}}")));
        }
    }

    fn status_word(&mut self) -> Option<StatusWord> {
        let word = self.f.text("status", self.sink)?;
        if let Some(status) = find(&word.value, |id| self.config.status(id)) {
            return Some(StatusWord::Status(At::new(status, word.span)));
        }
        if let Some(certainty) = find(&word.value, |id| self.config.certainty(id)) {
            return Some(StatusWord::Certainty(At::new(certainty, word.span)));
        }
        // `status: publish`, of a text in WordPress.
        if kept_back::is_of_text(&word.value) {
            return None;
        }
        let choices = ids(self.config.statuses.iter().map(|s| &s.id));
        // Of a status, `tbc` says that a plan is not fixed, not how firm the entry is.
        let stages = meanings::statuses(&word.value);
        let firm = match stages {
            [] => meanings::certainties(&word.value),
            _ => &[],
        };
        // `status` takes a word for how firm the entry is too.
        let meant = if stages.is_empty() { firm } else { stages };
        suggest::unknown_word_meaning(&word, "status", &choices, meant, self.sink);
        if !firm.is_empty() {
            let lines: Vec<String> = firm.iter().map(|id| format!("`certainty: {id}`")).collect();
            let hint = format!(
                "how firm it is belongs to `certainty`: write {}",
                lines.join(" or ")
            );
            self.sink.amend_last(|d| d.hint(hint));
        }
        self.add_to_site(&word.value, "statuses");
        Some(StatusWord::Unknown(word.value))
    }

    /// Reads the status and certainty of an item that is not an entry.
    pub fn status_and_certainty(&mut self) -> (Option<At<usize>>, Option<usize>) {
        let (certainty, _) = self.leniently(Self::certainty);
        match self.leniently(Self::status_word) {
            Some(StatusWord::Status(status)) => (Some(status), certainty),
            Some(StatusWord::Certainty(said)) => (None, certainty.or(Some(said.value))),
            Some(StatusWord::Unknown(_)) | None => (None, certainty),
        }
    }

    /// Reads the importance; a number outside the scale counts as the nearest end of it.
    fn importance(&mut self) -> Option<u8> {
        let max = self.config.importance_max;
        const SCALE: &str = "; or set your scale in site.yaml: `importance: {max: 10}`";
        let number = self.f.number_or("importance", 1..=max, SCALE, self.sink);
        let n = match number {
            Some(n) => n.value,
            None => {
                self.keep("importance");
                let node = self.f.take("importance")?;
                let Value::Scalar { text, .. } = &node.value else {
                    return None;
                };
                let n = text.parse::<f64>().ok().filter(|n| n.is_finite())?;
                n.round().clamp(1.0, max as f64) as i64
            }
        };
        u8::try_from((n * 5 + max - 1) / max).ok()
    }

    /// Reads `{Meta: closed}`, or a single word if only one organisation is named.
    fn stances(&mut self) -> Vec<Stance> {
        let Some(node) = self.f.take("stance") else {
            return Vec::new();
        };
        if self.config.stances.is_empty() {
            self.sink.push(
                Diagnostic::warning("no-stances", "this site has no stances")
                    .at(node.span, "no effect")
                    .hint("define stances under `stances:` in site.yaml, or remove this"),
            );
            self.keep("stance");
            return Vec::new();
        }
        match &node.value {
            Value::Map(map) => {
                let map = values::bounded(map, node, "stance", self.sink);
                self.stances_given_twice(map);
                map.iter()
                    .filter_map(|(organisation, node)| {
                        self.stance(Some(organisation.clone()), node)
                    })
                    .collect()
            }
            // What lacks its braces, as in `stance: Meta: closed`, was reported.
            Value::Scalar { text, .. } if text.contains(": ") => {
                let (name, word) = text.split_once(": ").unwrap_or((text, ""));
                let organisation = At::new(name.trim().to_owned(), node.span);
                let word = Node {
                    span: node.span,
                    value: Value::Scalar {
                        text: word.trim().to_owned(),
                        quoted: true,
                    },
                };
                self.stance(Some(organisation), &word).into_iter().collect()
            }
            _ => self.stance(None, node).into_iter().collect(),
        }
    }

    fn stances_given_twice(&mut self, map: &[(At<String>, Node)]) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for (key, _) in map {
            let first = *seen.entry(&key.value).or_insert(key.span);
            if first != key.span {
                let fault = fields::twice(&key.value, key.span, first);
                self.sink.push(fault.lenient_warning());
            }
        }
    }

    fn stance(&mut self, organisation: Option<At<String>>, node: &Node) -> Option<Stance> {
        let word = values::text(node, "stance", self.sink)?;
        let Some(stance) = find(&word.value, |id| self.config.stance(id)) else {
            // `{open: Meta}`
            let swapped = organisation
                .as_ref()
                .filter(|name| find(&name.value, |id| self.config.stance(id)).is_some());
            if let Some(name) = swapped {
                let meant = format!(
                    "{}: {}",
                    emit::in_flow(&word.value),
                    emit::in_flow(&name.value)
                );
                self.sink.push(
                    Diagnostic::error(
                        "unknown-word",
                        format!(
                            "`{}` is not a stance of this site, but `{}` is one",
                            word.value, name.value
                        ),
                    )
                    .at(word.span, format!("did you mean `{{{meant}}}`?"))
                    .hint(format!(
                        "write the organisation first: `stance: {{{meant}}}`"
                    )),
                );
                self.keep("stance");
                return None;
            }
            self.unknown_word(
                &word,
                "stance of this site",
                self.config.stances.iter().map(|s| s.id.as_str()),
            );
            // `Meta = closed`, `Meta closed`
            if let Some((name, said)) = word.value.rsplit_once([' ', '=', '→', '>'])
                && find(said, |id| self.config.stance(id)).is_some()
            {
                let name = name.trim_end_matches([' ', '=', '-', '→', '>', ',', ':', '–', '—']);
                let meant = format!("{}: {}", emit::in_flow(name), emit::in_flow(said));
                self.sink.amend_last(|mut d| {
                    d.label = format!("did you mean `{{{meant}}}`?");
                    d.hint(format!("write `stance: {{{meant}}}`"))
                });
            }
            self.keep("stance");
            return None;
        };
        let span = organisation.as_ref().map_or(word.span, |o| o.span);
        Some(Stance {
            organisation,
            stance,
            span,
        })
    }
}

/// What separates terms that are written as one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    Commas,
    /// Commas of other scripts, or semicolons, which no term has.
    OtherSigns,
    /// Slashes with spaces around them.
    Slashes,
}

impl Between {
    /// Semicolons and commas of Arabic, Chinese and Japanese.
    const OTHER: [char; 5] = ['；', '،', '؛', '、', '，'];

    /// The sign between two terms of a text. Names of people may have commas.
    fn find(text: &str, is_of_names: bool) -> Option<Self> {
        // `&amp;` ends with a semicolon.
        let has_semicolon = text.contains(';') && !text.contains('&');
        if has_semicolon || text.contains(Self::OTHER) {
            return Some(Self::OtherSigns);
        }
        if text.contains(',') && !is_of_names {
            return Some(Self::Commas);
        }
        text.contains(" / ").then_some(Self::Slashes)
    }

    fn label(self) -> &'static str {
        match self {
            Self::Commas => "split at the commas",
            Self::OtherSigns => "split at these signs",
            Self::Slashes => "split at the slashes",
        }
    }

    fn parts(self, text: &str, is_of_names: bool) -> impl Iterator<Item = &str> {
        let is_sign = move |c: char| match self {
            Self::Commas => c == ',',
            Self::OtherSigns => Self::OTHER.contains(&c) || c == ';' || (c == ',' && !is_of_names),
            Self::Slashes => c == '/',
        };
        text.split(is_sign)
            .map(str::trim)
            .filter(|part| !part.is_empty())
    }
}

fn ids<'i>(all: impl Iterator<Item = &'i String>) -> Vec<&'i str> {
    all.map(String::as_str).collect()
}

/// Looks up a word: as written, or in lower case, with spaces as dashes or underscores.
fn find(word: &str, known: impl Fn(&str) -> Option<usize>) -> Option<usize> {
    known(word).or_else(|| {
        let small = word.to_lowercase();
        let dashed = || known(&small.replace(' ', "-"));
        known(&small)
            .or_else(dashed)
            .or_else(|| known(&small.replace(' ', "_")))
    })
}

/// Strips brackets of other kinds round a list, or the one of two that is there.
fn without_brackets(text: &str) -> &str {
    let text = text.trim();
    let inner = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    if let Some(inner) = inner.filter(|inner| !inner.contains(['(', ')'])) {
        return inner;
    }
    match text.strip_suffix([']', '}']) {
        Some(inner) if !inner.contains(['[', '{']) => inner,
        _ => text,
    }
}
