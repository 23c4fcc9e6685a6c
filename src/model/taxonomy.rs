//! Taxonomies and their terms.
//!
//! Labels that differ only in case, width or Unicode form are one term. Its own label is the
//! spelling that is used most often; the alphabetically first among equals.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::entry::EntryId;
use super::kept::KeptAddresses;
use crate::config::TaxonomyConfig;
use crate::content::article::{Article, ArticleId};
use crate::content::slug::{Slugs, fold};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{At, Span};

/// Terms of one address that a warning names.
const CLASHES_NAMED: usize = 5;

/// A term: the index of its taxonomy in the configuration, and its own in that taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermRef {
    pub taxonomy: usize,
    pub term: usize,
}

/// A taxonomy with the entries of each of its terms.
#[derive(Debug, Clone)]
pub struct Taxonomy {
    pub config: TaxonomyConfig,
    /// Sorted by label, without regard to case.
    pub terms: Vec<Term>,
    spellings: Spellings,
}

#[derive(Debug, Clone)]
pub struct Term {
    /// What readers see.
    pub label: String,
    /// What articles call it, if the edition has another title for it.
    pub name: Option<String>,
    pub slug: String,
    /// Slugs of its other names, which redirect to it.
    pub aliases: Vec<String>,
    /// Newest first. Empty where only retracted articles use the term.
    pub entries: Vec<EntryId>,
    /// How many of them are on timelines.
    pub count: usize,
    /// How many articles the others are of: explainers without a date, translations.
    pub articles: usize,
}

/// The terms of a taxonomy that articles use, before the entries are made.
#[derive(Debug)]
pub(super) struct TermNames {
    config: TaxonomyConfig,
    /// Sorted by label, without regard to case.
    names: Vec<TermName>,
    pub spellings: Spellings,
}

#[derive(Debug)]
struct TermName {
    label: String,
    slug: String,
    /// Slugs of its other names.
    aliases: Vec<String>,
}

/// Which spelling means which term of a taxonomy.
#[derive(Debug, Clone)]
pub(super) struct Spellings {
    by_key: HashMap<String, usize>,
    /// The spellings that articles use, exactly as written: most lookups need no key.
    as_written: HashMap<String, usize>,
}

/// Identifies a term whatever its spelling: compatibility forms and case are folded, whitespace is
/// reduced to single spaces.
pub fn key(label: &str) -> String {
    if label.is_ascii() {
        let mut key = single_spaced(label).into_owned();
        key.make_ascii_lowercase();
        return key;
    }
    let folded: String = label.nfkc().flat_map(char::to_lowercase).collect();
    single_spaced(&folded).into_owned()
}

/// Trims a text, and reduces whitespace within it to single spaces.
fn single_spaced(text: &str) -> Cow<'_, str> {
    let is_word = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
    if text.split(' ').all(is_word) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

impl Taxonomy {
    /// Puts the `entries` of each term, newest first, under its name. Both are in the same order.
    /// `background` has the article of an entry that is on no timeline.
    pub(super) fn new(
        terms: TermNames,
        entries: Vec<Vec<EntryId>>,
        background: impl Fn(EntryId) -> Option<ArticleId>,
    ) -> Self {
        let terms_and_entries = terms.names.into_iter().zip(entries);
        let with_entries = |(name, entries): (TermName, Vec<EntryId>)| Term {
            label: name.label,
            name: None,
            slug: name.slug,
            aliases: name.aliases,
            count: entries
                .iter()
                .filter(|id| background(**id).is_none())
                .count(),
            articles: {
                let articles = entries.iter().filter_map(|id| background(*id));
                articles.collect::<BTreeSet<_>>().len()
            },
            entries,
        };
        Self {
            config: terms.config,
            terms: terms_and_entries.map(with_entries).collect(),
            spellings: terms.spellings,
        }
    }

    /// Index of the term that a spelling means.
    pub fn find(&self, label: &str) -> Option<usize> {
        self.spellings.find(label)
    }

    pub(super) fn spellings(&self) -> &Spellings {
        &self.spellings
    }
}

impl Spellings {
    /// Index of the term that a spelling means.
    pub fn find(&self, label: &str) -> Option<usize> {
        let as_written = self.as_written.get(label);
        as_written.or_else(|| self.by_key.get(&key(label))).copied()
    }
}

/// Where a spelling is used.
#[derive(Clone, Copy)]
struct Uses {
    count: usize,
    first: Span,
}

impl Uses {
    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.first = self.first.min(other.first);
    }
}

impl TermNames {
    /// The terms of every taxonomy in `config`, as the `articles` use them.
    pub fn of_articles<'a>(
        config: &[TaxonomyConfig],
        slugs: Slugs,
        articles: impl Iterator<Item = &'a Article>,
        kept: &KeptAddresses,
        sink: &mut Sink,
    ) -> Vec<Self> {
        let mut labels: Vec<Vec<&At<String>>> = vec![Vec::new(); config.len()];
        for article in articles {
            let listed = article.front.entries.iter().map(|e| &e.facts);
            for facts in std::iter::once(&article.front.facts).chain(listed) {
                for (labels, used) in labels.iter_mut().zip(&facts.terms) {
                    labels.extend(used.iter().flatten());
                }
            }
        }
        let made: Vec<(Self, Sink)> = config
            .par_iter()
            .zip(labels)
            .map(|(config, labels)| {
                let mut sink = Sink::default();
                let kept = kept.slugs_of(&config.id);
                (
                    Self::new(config, slugs, labels.into_iter(), &kept, &mut sink),
                    sink,
                )
            })
            .collect();
        let each = made.into_iter().map(|(terms, faults)| {
            sink.extend(faults);
            terms
        });
        each.collect()
    }

    /// Collects the terms of all `labels` that articles use. Different spellings of a term, and
    /// terms with the same slug, are warnings. `kept` are recorded slugs, by the keys of labels.
    fn new<'a>(
        config: &TaxonomyConfig,
        how: Slugs,
        labels: impl Iterator<Item = &'a At<String>>,
        kept: &HashMap<&str, Vec<&str>>,
        sink: &mut Sink,
    ) -> Self {
        let mut written: HashMap<&str, Uses> = HashMap::new();
        for label in labels {
            let (count, first) = (0, label.span);
            let uses = written.entry(&label.value);
            let uses = uses.or_insert(Uses { count, first });
            uses.add(Uses { count: 1, first });
        }
        let aliases = Aliases::new(config, how);
        let spelled = spelled(&written, &aliases);
        let mut labelled: Vec<(&str, &[Spelled<'_>])> = spelled
            .chunk_by(|a, b| a.key == b.key)
            .map(|all| (usual_spelling(all, sink), all))
            .collect();
        labelled.sort_by_cached_key(|&(label, _)| (fold(label), label));
        let terms: Vec<(&str, &str)> = labelled
            .iter()
            .map(|(label, all)| (all[0].key.as_str(), *label))
            .collect();
        let slugs = distinct_slugs(config, how, &terms, kept, sink);
        let names = terms
            .iter()
            .zip(slugs)
            .map(|((key, label), slug)| TermName {
                aliases: aliases.slugs.get(*key).cloned().unwrap_or_default(),
                label: (*label).to_owned(),
                slug,
            });
        let numbered = labelled.iter().enumerate();
        let as_written = numbered.flat_map(|(i, (_, all))| all.iter().map(move |s| (s.label, i)));
        Self {
            config: config.clone(),
            names: names.collect(),
            spellings: Spellings::new(&terms, &aliases, as_written),
        }
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }
}

impl Spellings {
    /// `terms` are keys and labels; `as_written` are labels with the index of their term.
    fn new<'a>(
        terms: &[(&str, &str)],
        aliases: &Aliases<'_>,
        as_written: impl Iterator<Item = (&'a str, usize)>,
    ) -> Self {
        let numbered = terms.iter().enumerate();
        let mut by_key: HashMap<String, usize> = numbered
            .map(|(i, (key, _))| ((*key).to_owned(), i))
            .collect();
        // Aliases are looked up among the terms alone, so that the result does not depend on their
        // order.
        let aliases: Vec<(String, usize)> = aliases
            .terms
            .iter()
            .filter_map(|(alias, (term, _))| Some((alias.clone(), *by_key.get(term)?)))
            .collect();
        by_key.extend(aliases);
        Self {
            by_key,
            as_written: as_written.map(|(s, i)| (s.to_owned(), i)).collect(),
        }
    }
}

/// The other names of a taxonomy's terms.
struct Aliases<'a> {
    /// The key and the label of a term, by the key of its other name.
    terms: HashMap<String, (String, &'a str)>,
    /// Slugs of the other names, by the key of their term.
    slugs: HashMap<String, Vec<String>>,
}

impl<'a> Aliases<'a> {
    fn new(config: &'a TaxonomyConfig, how: Slugs) -> Self {
        let mut terms = HashMap::new();
        let mut slugs: HashMap<String, Vec<String>> = HashMap::new();
        for (term, names) in &config.aliases {
            let of = key(term);
            for name in names {
                terms.insert(key(name), (of.clone(), term.as_str()));
            }
            let own = slugs.entry(of).or_default();
            own.extend(names.iter().map(|name| how.of(name)));
        }
        Self { terms, slugs }
    }
}

/// A label of articles, read.
struct Spelled<'a> {
    /// The key of its term.
    key: String,
    /// Composed, with single spaces; the label of the term for another name of it.
    spelling: Cow<'a, str>,
    label: &'a str,
    uses: Uses,
}

/// The labels of a taxonomy, sorted by term and spelling.
fn spelled<'a>(written: &HashMap<&'a str, Uses>, aliases: &Aliases<'a>) -> Vec<Spelled<'a>> {
    let read = |(&label, &uses): (&&'a str, &Uses)| {
        let spelling = match label.is_ascii() {
            true => single_spaced(label),
            false => Cow::Owned(single_spaced(&label.nfc().collect::<String>()).into_owned()),
        };
        let own = key(&spelling);
        let (key, spelling) = match aliases.terms.get(&own) {
            Some((key, term)) => (key.clone(), Cow::Borrowed(*term)),
            None => (own, spelling),
        };
        Spelled {
            key,
            spelling,
            label,
            uses,
        }
    };
    let mut all: Vec<_> = written.iter().map(read).collect();
    all.sort_unstable_by(|a, b| {
        (&a.key, &a.spelling, a.label).cmp(&(&b.key, &b.spelling, b.label))
    });
    all
}

/// The spelling of a term that is used most often. Each other one is a warning.
fn usual_spelling<'a>(all: &'a [Spelled<'_>], sink: &mut Sink) -> &'a str {
    let same = all.chunk_by(|a, b| a.spelling == b.spelling);
    let spellings: Vec<(&str, Uses)> = same
        .map(|same| {
            let mut uses = same[0].uses;
            same[1..].iter().for_each(|other| uses.add(other.uses));
            (&*same[0].spelling, uses)
        })
        .collect();
    let (label, usual) = spellings
        .iter()
        .max_by(|a, b| a.1.count.cmp(&b.1.count).then_with(|| b.0.cmp(a.0)))
        .expect("a term has a spelling");
    for (other, uses) in spellings.iter().filter(|(s, _)| s != label) {
        sink.push(
            Diagnostic::warning(
                "term-spelling",
                format!("`{other}` and `{label}` are treated as the same term"),
            )
            .at(uses.first, "another spelling")
            .related(usual.first, "the usual spelling")
            .hint(format!("write `{label}`")),
        );
    }
    label
}

/// The slugs of `terms` (keys and labels), in their order. A term that has a recorded address keeps
/// it. Where other labels have the same slug, a number is added to all but the first of them by key,
/// or to all, if a recorded term has the slug.
fn distinct_slugs(
    config: &TaxonomyConfig,
    how: Slugs,
    terms: &[(&str, &str)],
    kept: &HashMap<&str, Vec<&str>>,
    sink: &mut Sink,
) -> Vec<String> {
    let mut slugs: Vec<String> = terms.iter().map(|(_, label)| how.of(label)).collect();
    let mut by_slug: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, slug) in slugs.iter().enumerate() {
        by_slug.entry(slug.clone()).or_default().push(i);
    }
    let owners = recorded(terms, kept, &mut slugs);
    let is_recorded: BTreeSet<usize> = owners.values().copied().collect();
    let mut used: BTreeSet<String> = by_slug.keys().chain(owners.keys()).cloned().collect();
    for (slug, mut clash) in by_slug {
        let owner = owners.get(&slug).copied();
        clash.extend(owner.filter(|owner| !clash.contains(owner)));
        if clash.len() == 1 {
            continue;
        }
        clash.sort_by(|a, b| terms[*a].0.cmp(terms[*b].0));
        let labels = clash
            .iter()
            .take(CLASHES_NAMED)
            .map(|i| format!("`{}`", terms[*i].1));
        let mut named = labels.collect::<Vec<_>>().join(" and ");
        if clash.len() > CLASHES_NAMED {
            named.push_str(&format!(" and {} more", clash.len() - CLASHES_NAMED));
        }
        sink.push(
            Diagnostic::warning("term-clash", format!("{named} of {} have the same address; a number is added to distinguish them", config.id))
                .file("site.yaml")
                .hint(format!("if they are the same, add an alias in site.yaml: `taxonomies: {{{}: {{aliases: {{…: […]}}}}}}`", config.id)),
        );
        let others = clash.into_iter().filter(|i| !is_recorded.contains(i));
        let mut n = 2;
        for i in others.skip(usize::from(owner.is_none())) {
            while !used.insert(format!("{slug}-{n}")) {
                n += 1;
            }
            slugs[i] = format!("{slug}-{n}");
        }
    }
    slugs
}

/// Replaces the slugs of terms that have a recorded one. Returns the term of each of these.
fn recorded(
    terms: &[(&str, &str)],
    kept: &HashMap<&str, Vec<&str>>,
    slugs: &mut [String],
) -> BTreeMap<String, usize> {
    let mut owners = BTreeMap::new();
    if kept.is_empty() {
        return owners;
    }
    for (i, (key, _)) in terms.iter().enumerate() {
        // The slug itself, or with a number: another one is that of an earlier label.
        let its = |kept: &&str| {
            let number = |n: &str| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit());
            let rest = kept.strip_prefix(slugs[i].as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(number))
        };
        if let Some(slug) = kept
            .get(key)
            .and_then(|kept| kept.iter().copied().find(its))
        {
            slugs[i] = slug.to_owned();
            owners.insert(slug.to_owned(), i);
        }
    }
    owners
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
            titles: Vec::new(),
        };
        let labels: Vec<_> = labels
            .iter()
            .map(|l| At::new((*l).to_owned(), Span::new(SourceId(0), 0..1)))
            .collect();
        let mut sink = Sink::default();
        let terms = TermNames::new(
            &config,
            Slugs::Latin,
            labels.iter(),
            &HashMap::new(),
            &mut sink,
        );
        let entries = vec![Vec::new(); terms.len()];
        (
            Taxonomy::new(terms, entries, |_| None),
            sink.into_iter().collect(),
        )
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
    fn a_recorded_address_decides_before_the_order_of_labels_does() {
        let slugs = |labels: &[&str], kept: &[(&str, &str)]| -> Vec<String> {
            let mut terms: Vec<(String, String)> = labels
                .iter()
                .map(|label| (key(label), (*label).to_owned()))
                .collect();
            terms.sort();
            let terms: Vec<_> = terms
                .iter()
                .map(|(k, l)| (k.as_str(), l.as_str()))
                .collect();
            let kept = kept.iter().map(|(key, slug)| (*key, vec![*slug])).collect();
            let config = taxonomy(&[], &[]).0.config;
            let slugs = distinct_slugs(&config, Slugs::Latin, &terms, &kept, &mut Sink::default());
            let named = terms.iter().zip(slugs);
            named
                .map(|((_, label), slug)| format!("{label}={slug}"))
                .collect()
        };
        let both = ["Éole", "Eole"];
        assert_eq!(slugs(&both, &[]), ["Eole=eole", "Éole=eole-2"]);
        assert_eq!(
            slugs(&both, &[("éole", "eole")]),
            ["Eole=eole-2", "Éole=eole"]
        );
        // Alone again, each keeps what it had.
        assert_eq!(slugs(&["Éole"], &[("éole", "eole-2")]), ["Éole=eole-2"]);
        assert_eq!(
            slugs(&["Éole", "Eole 2"], &[("éole", "eole-2")]),
            ["Eole 2=eole-2-2", "Éole=eole-2"]
        );
        // The slug of an earlier label is not taken over.
        assert_eq!(slugs(&["Wind"], &[("wind", "eole")]), ["Wind=wind"]);
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
