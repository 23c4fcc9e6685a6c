//! The languages of the site, and what each edition says in its own words.
//!
//! A site with several languages has an edition for each of them: that of the first language at the
//! root of the site, every other below its code, at `/ar/`.

use super::keys::{inner, inside, named, one_of, pairs};
use super::{MenuItem, OwnerLink, SiteConfig, language_tag, links, primary_subtag, site};
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;
use crate::yaml::fields::Fields;
use crate::yaml::{Node, Value, values};

/// A language of the site, and what its edition says in place of what `site.yaml` says for all.
#[derive(Debug, Clone, Default)]
pub struct EditionConfig {
    /// BCP 47.
    pub language: String,
    /// What stands before its routes: empty for the first language, else `ar/`.
    pub prefix: String,
    /// Whether it leaves out articles that are not in its language.
    pub hides_untranslated: bool,
    /// Whether numbers are in the digits of its script; `None`: as on the whole site.
    pub(super) native_digits: Option<bool>,
    title: Option<String>,
    description: Option<String>,
    publisher: Option<String>,
    notice: Option<At<String>>,
    menu: Option<Vec<MenuItem>>,
    links: Option<Vec<OwnerLink>>,
    taxonomies: Vec<(At<String>, TaxonomyWords)>,
    stances: Vec<(At<String>, LabelWords)>,
    statuses: Vec<(At<String>, LabelWords)>,
    certainties: Vec<(At<String>, LabelWords)>,
}

#[derive(Debug, Clone, Default)]
struct TaxonomyWords {
    title: Option<String>,
    singular: Option<String>,
    /// Terms and their titles.
    terms: Vec<(At<String>, String)>,
}

#[derive(Debug, Clone, Default)]
struct LabelWords {
    label: Option<String>,
    about: Option<String>,
}

impl EditionConfig {
    fn new(language: String, is_first: bool) -> Self {
        Self {
            prefix: match is_first {
                true => String::new(),
                false => format!("{}/", language.to_ascii_lowercase()),
            },
            language,
            ..Self::default()
        }
    }
}

/// Returns the languages of the site, its own first: at least one.
pub(super) fn editions(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<EditionConfig> {
    let own = f.text("language", sink);
    let own = own.and_then(|tag| language(&tag, sink));
    let is_map = |node: &Node| matches!(node.value, Value::Map(_));
    let is_map = f.take_named("languages").is_some_and(is_map);
    let given: Vec<(At<String>, Option<&Node>)> = match is_map {
        true => pairs(f, "languages", EXAMPLE, sink)
            .into_iter()
            .map(|(name, node)| (name.clone(), Some(node)))
            .collect(),
        false => {
            let listed = f.list("languages", sink);
            listed.into_iter().map(|name| (name, None)).collect()
        }
    };
    let mut list: Vec<(At<String>, Option<&Node>)> = Vec::new();
    for (name, node) in given {
        let Some(tag) = language(&name, sink) else {
            continue;
        };
        if list.iter().any(|(known, _)| is_same(known, &tag)) {
            sink.push(
                Diagnostic::error(
                    "duplicate-word",
                    format!("`{}` is listed twice in `languages`", tag.value),
                )
                .at(tag.span, "again here")
                .hint("keep one of the two"),
            );
        } else {
            list.push((tag, node));
        }
    }
    if let Some(own) = own {
        own_first(own, is_map, &mut list, sink);
    }
    if list.is_empty() {
        return vec![EditionConfig::new("en".to_owned(), true)];
    }
    if !is_map && list.len() > 1 {
        sink.push(list_alone(f, &list));
        list.truncate(1);
    }
    let table = inner(f, "languages");
    let editions = list.into_iter().enumerate().map(|(n, (tag, node))| {
        let mut edition = EditionConfig::new(tag.value, n == 0);
        if let Some(node) = node {
            inside(node, table, sink, |f, sink| words(&mut edition, f, sink));
        }
        edition
    });
    editions.collect()
}

const EXAMPLE: &str = "languages: {en: {}, ar: {title: …}}";

fn is_same(one: &At<String>, other: &At<String>) -> bool {
    one.value.eq_ignore_ascii_case(&other.value)
}

/// Reads a language tag in the form that the site uses.
fn language(tag: &At<String>, sink: &mut Sink) -> Option<At<String>> {
    language_tag(tag, sink).map(|read| At::new(read, tag.span))
}

/// A list of codes makes no editions, since in a site that has long had one, every article in another
/// language would move.
fn list_alone(f: &Fields<'_>, list: &[(At<String>, Option<&Node>)]) -> Diagnostic {
    let groups: Vec<String> = list
        .iter()
        .map(|(tag, _)| format!("{}: {{}}", tag.value))
        .collect();
    Diagnostic::notice(
        "no-effect-yet",
        "`languages` has no effect as a list: the site has one edition",
    )
    .at(f.place_of("languages"), "a list")
    .hint(format!(
        "for an edition in each language write `languages: {{{}}}`; else remove it",
        groups.join(", ")
    ))
}

/// Puts the site's own language first. In a list it must stand there already.
fn own_first(
    own: At<String>,
    is_map: bool,
    list: &mut Vec<(At<String>, Option<&Node>)>,
    sink: &mut Sink,
) {
    let at = list.iter().position(|(tag, _)| is_same(tag, &own));
    match (at, list.first()) {
        (_, None) => list.push((own, None)),
        (Some(0), _) => {}
        (Some(at), _) if is_map => list[..=at].rotate_right(1),
        (_, Some((first, _))) => {
            sink.push(
                Diagnostic::error(
                    "first-language",
                    format!(
                        "the site's language is `{}`, but `languages` starts with `{}`",
                        own.value, first.value
                    ),
                )
                .at(own.span, "differs from `languages`")
                .hint("list the site's language first in `languages`, or remove `language`"),
            );
        }
    }
}

/// Reads `digits`: whether numbers are in the digits of the language's script.
pub(super) fn digits(f: &mut Fields<'_>, sink: &mut Sink) -> Option<bool> {
    let choices = [("latin", false), ("native", true)];
    one_of(f, "digits", "kind of digits", &choices, sink)
}

/// Reads what an edition says in its own words.
fn words(edition: &mut EditionConfig, f: &mut Fields<'_>, sink: &mut Sink) {
    let mut text = |key| f.text(key, sink).map(|text| text.value);
    edition.title = text("title");
    edition.description = text("description");
    edition.publisher = text("publisher");
    edition.notice = f.text("notice", sink);
    let choices = [("show", false), ("hide", true)];
    let hides = one_of(f, "untranslated", "value of `untranslated`", &choices, sink);
    edition.hides_untranslated = hides.unwrap_or(false);
    edition.native_digits = digits(f, sink);
    edition.menu = site::menu(f, sink);
    let has_links = f.key_span("links").is_some();
    edition.links = has_links.then(|| links::own(f, "links", sink));
    let table = inner(f, "taxonomies");
    let example = "taxonomies: {organisations: {terms: {Meta: …}}}";
    for (name, node) in named(f, "taxonomies", example, sink) {
        let words = inside(node, table, sink, |f, sink| TaxonomyWords {
            title: f.text("title", sink).map(|t| t.value),
            singular: f.text("singular", sink).map(|t| t.value),
            terms: term_titles(f, sink),
        });
        edition.taxonomies.push((name.clone(), words));
    }
    edition.stances = labels(f, "stances", sink);
    edition.statuses = labels(f, "statuses", sink);
    edition.certainties = labels(f, "certainties", sink);
}

fn term_titles(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<(At<String>, String)> {
    let given = pairs(f, "terms", "terms: {Meta: …}", sink);
    let titles = given.into_iter().filter_map(|(term, title)| {
        let title = values::text(title, "terms", sink)?;
        Some((term.clone(), title.value))
    });
    titles.collect()
}

fn labels(f: &mut Fields<'_>, key: &'static str, sink: &mut Sink) -> Vec<(At<String>, LabelWords)> {
    let table = inner(f, key);
    let given = named(f, key, "{confirmed: {label: …}}", sink);
    let read = |(name, node): (&At<String>, &Node)| {
        let words = inside(node, table, sink, |f, sink| LabelWords {
            label: f.text("label", sink).map(|l| l.value),
            about: match table.has("about") {
                true => f.text("about", sink).map(|a| a.value),
                false => None,
            },
        });
        (name.clone(), words)
    };
    given.into_iter().map(read).collect()
}

/// Reports names in `languages` that the site does not have, and a taxonomy in whose folder an
/// edition would stand.
pub(super) fn check(config: &SiteConfig, reserved: &[&str], sink: &mut Sink) {
    let (mut taxonomies, mut stances, mut statuses, mut certainties) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    taxonomies.extend(config.taxonomies.iter().map(|t| t.id.as_str()));
    stances.extend(config.stances.iter().map(|s| s.id.as_str()));
    statuses.extend(config.statuses.iter().map(|s| s.id.as_str()));
    certainties.extend(config.certainties.iter().map(|c| c.id.as_str()));
    let mut taken = Sink::default();
    let mut known = |name: &At<String>, what: &str, all: &[&str]| {
        if !all.contains(&name.value.as_str()) {
            let near = nearest(&name.value, all.iter().copied());
            sink.push(
                Diagnostic::warning("unknown-name", format!("`{}` is not a {what}", name.value))
                    .at(name.span, did_you_mean(near, "unknown"))
                    .hint("write the name that it has in `site.yaml`, or remove it"),
            );
        }
    };
    for edition in config.editions.iter().filter(|e| !e.prefix.is_empty()) {
        let folder = edition.prefix.trim_end_matches('/');
        if reserved.contains(&folder) || config.taxonomies.iter().any(|t| t.id == folder) {
            taken.push(Diagnostic::error(
                "reserved-name",
                format!("the edition in `{}` would stand in a folder of lists, `/{folder}/`", edition.language),
            )
            .file("site.yaml")
            .hint("give the taxonomy another name, or write the language with its region, as in `en-GB`"));
        }
    }
    for edition in &config.editions {
        for (name, _) in &edition.taxonomies {
            known(name, "taxonomy of this site", &taxonomies);
        }
        for (name, _) in &edition.stances {
            known(name, "stance of this site", &stances);
        }
        for (name, _) in &edition.statuses {
            known(name, "status of this site", &statuses);
        }
        for (name, _) in &edition.certainties {
            known(name, "certainty of this site", &certainties);
        }
    }
    sink.extend(taken);
    for edition in &config.editions {
        if let (Some(notice), None) = (&edition.notice, &config.slots.notice) {
            sink.push(
                Diagnostic::warning(
                    "unused-notice",
                    format!(
                        "the notice of the edition in `{}` is shown nowhere: the site has none",
                        edition.language
                    ),
                )
                .at(notice.span, "not shown")
                .hint("add the notice of the site, which every edition shows: `slots: {notice: {text: …}}`"),
            );
        }
    }
}

impl EditionConfig {
    /// The terms to which it gives titles, with their taxonomies.
    pub fn titled_terms(&self) -> impl Iterator<Item = (&str, &At<String>)> {
        let all = self.taxonomies.iter();
        all.flat_map(|(id, words)| {
            words
                .terms
                .iter()
                .map(|(term, _)| (id.value.as_str(), term))
        })
    }
}

impl SiteConfig {
    /// Whether the site has an edition in more than one language.
    pub fn is_multilingual(&self) -> bool {
        self.editions.len() > 1
    }

    /// The number of the edition in a language, as an article gives it: `pt` is that of `pt-BR` if
    /// there is no other Portuguese one, and the reverse. `None` for a language that the site does
    /// not have.
    pub fn edition_of(&self, language: &str) -> Option<usize> {
        let same = |edition: &EditionConfig| edition.language.eq_ignore_ascii_case(language);
        let exact = self.editions.iter().position(same);
        exact.or_else(|| {
            let wanted = primary_subtag(language);
            let numbered = self.editions.iter().enumerate();
            let mut near =
                numbered.filter(|(_, edition)| primary_subtag(&edition.language) == wanted);
            let (number, _) = near.next()?;
            near.next().is_none().then_some(number)
        })
    }

    /// The same; the first edition for a language that the site does not have.
    pub fn edition_in(&self, language: Option<&str>) -> usize {
        language.and_then(|l| self.edition_of(l)).unwrap_or(0)
    }

    /// What stands before the routes of an edition: `ar/`; empty for the first one.
    pub fn prefix_of(&self, edition: usize) -> &str {
        self.editions.get(edition).map_or("", |e| &e.prefix)
    }

    /// The edition that this configuration is for.
    pub fn own_edition(&self) -> &EditionConfig {
        &self.editions[self.edition]
    }

    /// Whether the edition's numbers are in the digits of its script, if that has any.
    pub fn has_native_digits(&self) -> bool {
        let own = self.own_edition().native_digits;
        own.unwrap_or(self.native_digits)
    }

    /// The languages for which `site.yaml` asks for digits of their script.
    pub fn asks_for_digits(&self) -> impl Iterator<Item = &str> {
        let only = !self.is_multilingual() && self.native_digits;
        let asks = move |edition: &&EditionConfig| edition.native_digits.unwrap_or(only);
        let asking = self.editions.iter().filter(asks);
        asking.map(|edition| edition.language.as_str())
    }

    /// Path of the front page of the whole site, whichever edition this is.
    pub fn root(&self) -> &str {
        let prefix = &self.own_edition().prefix;
        self.base
            .strip_suffix(prefix.as_str())
            .unwrap_or(&self.base)
    }

    /// Returns the configuration of an edition of the site, from that of the first one.
    #[must_use]
    pub fn for_edition(&self, edition: usize) -> Self {
        let mut config = self.clone();
        let words = &self.editions[edition];
        config.edition = edition;
        config.base.push_str(&words.prefix);
        config.language.clone_from(&words.language);
        config.say(words);
        config
    }

    /// Says what an edition says in its own words.
    pub(super) fn say(&mut self, words: &EditionConfig) {
        if let Some(title) = &words.title {
            self.title.clone_from(title);
        }
        if words.description.is_some() {
            self.description.clone_from(&words.description);
        }
        if words.publisher.is_some() {
            self.publisher.name.clone_from(&words.publisher);
        }
        if let (Some(notice), Some(text)) = (&mut self.slots.notice, &words.notice) {
            notice.text.clone_from(&text.value);
        }
        if words.menu.is_some() {
            self.menu.clone_from(&words.menu);
        }
        if let Some(links) = &words.links {
            self.links.clone_from(links);
        }
        for taxonomy in &mut self.taxonomies {
            let own = words
                .taxonomies
                .iter()
                .find(|(id, _)| id.value == taxonomy.id);
            let Some((_, own)) = own else { continue };
            // A title without a singular: one term has the title too.
            if own.title.is_some() {
                taxonomy.title.clone_from(&own.title);
                taxonomy.singular.clone_from(&own.title);
            }
            if own.singular.is_some() {
                taxonomy.singular.clone_from(&own.singular);
            }
            let titles = own.terms.iter();
            let titles = titles.map(|(term, title)| (term.value.clone(), title.clone()));
            taxonomy.titles = titles.collect();
        }
        for stance in &mut self.stances {
            let own = words.stances.iter().find(|(id, _)| id.value == stance.id);
            let Some((_, own)) = own else { continue };
            if let Some(label) = &own.label {
                stance.label.clone_from(label);
            }
            if own.about.is_some() {
                stance.about.clone_from(&own.about);
            }
        }
        for status in &mut self.statuses {
            let own = words.statuses.iter().find(|(id, _)| id.value == status.id);
            if let Some(label) = own.and_then(|(_, own)| own.label.as_ref()) {
                status.label = Some(label.clone());
            }
        }
        for certainty in &mut self.certainties {
            let own = words.certainties.iter();
            let own = own.clone().find(|(id, _)| id.value == certainty.id);
            if let Some(label) = own.and_then(|(_, own)| own.label.as_ref()) {
                certainty.label = Some(label.clone());
            }
        }
    }
}
