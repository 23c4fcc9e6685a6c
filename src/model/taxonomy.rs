//! Classifications and their terms.
//!
//! Terms that differ only in case, width or Unicode form are one; its label is the spelling
//! that most entries use (the first in alphabetical order among equals).

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use unicode_normalization::UnicodeNormalization;

use super::entry::EntryId;
use crate::config::TaxonomyConfig;
use crate::content::slug::{fold, slug};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{At, Span};

/// A term: the index of its taxonomy in the configuration, and its own in that taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermRef {
    pub taxonomy: usize,
    pub term: usize,
}

#[derive(Debug, Clone)]
pub struct Taxonomy {
    pub config: TaxonomyConfig,
    /// Sorted by label, without regard to case.
    pub terms: Vec<Term>,
    by_key: HashMap<String, usize>,
    /// The same for the spellings that articles use, as they stand there.
    by_spelling: HashMap<String, usize>,
}

#[derive(Debug, Clone)]
pub struct Term {
    pub label: String,
    pub slug: String,
    /// Slugs of its other names, which redirect.
    pub aliases: Vec<String>,
    /// Newest first; filled when the entries are made.
    pub entries: Vec<EntryId>,
}

/// What makes two spellings one term: compatible forms and case folded, blanks single.
pub fn key(label: &str) -> String {
    if label.is_ascii() {
        return single_blanks(&label.to_ascii_lowercase());
    }
    let folded: String = label.nfkc().flat_map(char::to_lowercase).collect();
    single_blanks(&folded)
}

/// Without blanks at its ends, and with single ones within.
fn single_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

impl Taxonomy {
    /// Collects the terms of all `labels` that articles use.
    pub fn new<'a>(
        config: &TaxonomyConfig,
        labels: impl Iterator<Item = &'a At<String>>,
        sink: &mut Sink,
    ) -> Self {
        let aliases: HashMap<String, &str> = config
            .aliases
            .iter()
            .flat_map(|(term, names)| names.iter().map(move |name| (key(name), term.as_str())))
            .collect();
        // As written: how often, and where first.
        let mut written: HashMap<&str, (usize, Span)> = HashMap::new();
        for label in labels {
            let seen = written.entry(&label.value).or_insert((0, label.span));
            seen.0 += 1;
            seen.1 = seen.1.min(label.span);
        }
        // Key of the term: spelling → how often, and where first.
        let mut found: BTreeMap<String, BTreeMap<String, (usize, Span)>> = BTreeMap::new();
        for (label, (times, first)) in &written {
            let composed = match label.is_ascii() {
                true => Cow::Borrowed(*label),
                false => Cow::Owned(label.nfc().collect()),
            };
            let spelling = single_blanks(&composed);
            let own = key(&spelling);
            let (key, spelling) = match aliases.get(&own) {
                Some(term) => (key(term), (*term).to_owned()),
                None => (own, spelling),
            };
            let spellings = found.entry(key).or_default();
            let seen = spellings.entry(spelling).or_insert((0, *first));
            seen.0 += times;
            seen.1 = seen.1.min(*first);
        }
        let mut terms: Vec<(String, Term)> = found
            .into_iter()
            .map(|(key, spellings)| (key, term(config, &spellings, sink)))
            .collect();
        terms.sort_by(|a, b| (fold(&a.1.label), &a.1.label).cmp(&(fold(&b.1.label), &b.1.label)));
        part_slugs(config, &mut terms, sink);
        let mut by_key: HashMap<String, usize> = terms
            .iter()
            .enumerate()
            .map(|(i, (key, _))| (key.clone(), i))
            .collect();
        // What a name leads to is looked up among the terms alone, so that no order of the names
        // changes it.
        let named: Vec<(String, usize)> = aliases
            .into_iter()
            .filter_map(|(alias, term)| Some((alias, *by_key.get(&key(term))?)))
            .collect();
        by_key.extend(named);
        let by_spelling = written
            .keys()
            .filter_map(|label| Some(((*label).to_owned(), *by_key.get(&key(label))?)))
            .collect();
        Self {
            config: config.clone(),
            terms: terms.into_iter().map(|(_, term)| term).collect(),
            by_key,
            by_spelling,
        }
    }

    /// The term that a spelling means.
    pub fn find(&self, label: &str) -> Option<usize> {
        let known = self.by_spelling.get(label);
        known.or_else(|| self.by_key.get(&key(label))).copied()
    }
}

fn term(
    config: &TaxonomyConfig,
    spellings: &BTreeMap<String, (usize, Span)>,
    sink: &mut Sink,
) -> Term {
    let (label, (_, first)) = spellings
        .iter()
        .max_by(|a, b| a.1.0.cmp(&b.1.0).then_with(|| b.0.cmp(a.0)))
        .expect("a term has a spelling");
    for (other, (_, span)) in spellings.iter().filter(|(s, _)| *s != label) {
        sink.push(
            Diagnostic::warning(
                "term-spelling",
                format!("`{other}` and `{label}` are taken for one term"),
            )
            .at(*span, "another spelling")
            .related(*first, "the usual one")
            .hint(format!("write `{label}`")),
        );
    }
    let aliases = config
        .aliases
        .iter()
        .filter(|(term, _)| key(term) == key(label))
        .flat_map(|(_, names)| names.iter().map(|n| slug(n)))
        .collect();
    Term {
        label: label.clone(),
        slug: slug(label),
        aliases,
        entries: Vec::new(),
    }
}

/// Terms whose slugs clash are told apart by a number, in the order of their keys.
fn part_slugs(config: &TaxonomyConfig, terms: &mut [(String, Term)], sink: &mut Sink) {
    let mut by_slug: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, (_, term)) in terms.iter().enumerate() {
        by_slug.entry(term.slug.clone()).or_default().push(i);
    }
    let mut used: std::collections::BTreeSet<String> = by_slug.keys().cloned().collect();
    for (slug, mut clash) in by_slug.into_iter().filter(|(_, terms)| terms.len() > 1) {
        clash.sort_by(|a, b| terms[*a].0.cmp(&terms[*b].0));
        let labels: Vec<_> = clash
            .iter()
            .map(|i| format!("`{}`", terms[*i].1.label))
            .collect();
        sink.push(
            Diagnostic::warning("term-clash", format!("{} of {} have the same address; they are told apart by a number", labels.join(" and "), config.id))
                .file("site.yaml")
                .hint(format!("if they are one, say so in site.yaml: `taxonomies: {{{}: {{aliases: {{…: […]}}}}}}`", config.id)),
        );
        let mut n = 2;
        for i in clash.into_iter().skip(1) {
            while !used.insert(format!("{slug}-{n}")) {
                n += 1;
            }
            terms[i].1.slug = format!("{slug}-{n}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn taxonomy(labels: &[&str], aliases: &[(&str, &[&str])]) -> (Taxonomy, Vec<Diagnostic>) {
        let config = TaxonomyConfig {
            id: "tags".to_owned(),
            title: None,
            singular: None,
            lanes: false,
            aliases: aliases
                .iter()
                .map(|(t, n)| ((*t).to_owned(), n.iter().map(|n| (*n).to_owned()).collect()))
                .collect(),
            feeds_from: 5,
        };
        let labels: Vec<_> = labels
            .iter()
            .map(|l| At::new((*l).to_owned(), Span::new(SourceId(0), 0..1)))
            .collect();
        let mut sink = Sink::default();
        let taxonomy = Taxonomy::new(&config, labels.iter(), &mut sink);
        (taxonomy, sink.into_iter().collect())
    }

    #[test]
    fn spellings_that_differ_in_case_or_width_are_one_term() {
        let (t, faults) = taxonomy(&["OpenAI", "openai", "OpenAI", "ＯpenAI"], &[]);
        assert_eq!(t.terms.len(), 1);
        assert_eq!(t.terms[0].label, "OpenAI");
        assert_eq!(faults.len(), 2);
    }

    #[test]
    fn an_alias_is_its_term() {
        let (t, _) = taxonomy(
            &["DeepMind", "Google DeepMind"],
            &[("Google DeepMind", &["DeepMind"])],
        );
        assert_eq!(t.terms.len(), 1);
        assert_eq!(t.find("deepmind"), Some(0));
        assert_eq!(t.terms[0].aliases, ["deepmind"]);
    }

    #[test]
    fn names_of_names_lead_to_the_same_terms_in_every_run() {
        for _ in 0..20 {
            let (t, _) = taxonomy(&["Aa", "Bb", "Cc"], &[("Aa", &["Bb"]), ("Bb", &["Cc"])]);
            let found = ["aa", "bb", "cc"].map(|label| t.find(label).map(|n| &t.terms[n].label));
            assert_eq!(
                found.map(|label| label.map(String::as_str)),
                [Some("Aa"), Some("Aa"), Some("Bb")]
            );
        }
    }

    #[test]
    fn slugs_never_clash() {
        let (t, faults) = taxonomy(&["X/Twitter", "X (Twitter)", "x-twitter-2"], &[]);
        let mut slugs: Vec<_> = t.terms.iter().map(|t| t.slug.as_str()).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), 3);
        assert_eq!(faults.len(), 1);
    }
}
