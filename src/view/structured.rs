//! Structured data: JSON-LD with the vocabulary of schema.org.
//!
//! Dates are as exact as they were written. A date for which ISO 8601 has no form is omitted.

use serde::Serialize;

use super::context::ViewContext;
use super::{Head, Link};
use crate::content::article::{Article, ArticleId};
use crate::content::citation::Citation;
use crate::content::date::{EventDate, Precision, coverage};
use crate::content::event::LifeStage;
use crate::diagnostic::visible::any_byte;
use crate::model::entry::{Entry, EntryId, StatementKind};

/// Maximum length of a headline, in characters.
const HEADLINE: usize = 110;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<GraphNode<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum GraphNode<'a> {
    Article(Box<NewsArticle<'a>>),
    Event(Event<'a>),
    Claim(Claim<'a>),
    Page(WebPage<'a>),
    Crumbs(Breadcrumbs<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    headline: String,
    url: &'a str,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    publisher: PublisherNode<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<CitationNode<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<CorrectionNode<'a>>,
}

/// A person, an organisation or anything else with a name.
#[derive(Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PublisherNode<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    name: &'a str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrections_policy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    masthead: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CitationNode<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived_at: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CorrectionNode<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    name: &'a str,
    url: String,
    event_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    previous_start_date: Vec<String>,
    location: Thing<'a>,
    /// The source that the date or the status rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    subject_of: Option<CitationNode<'a>>,
}

/// What was announced without a place. Search engines report an event without one as faulty.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Claim<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    name: &'a str,
    url: String,
    /// `Expected`, `Postponed` or `Cancelled`.
    creative_work_status: &'static str,
    /// The date for which it is announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    /// The source that the date or the status rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    appearance: Option<CitationNode<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WebPage<'a> {
    /// `WebSite`, `CollectionPage` or `WebPage`.
    #[serde(rename = "@type")]
    of: &'static str,
    name: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<PublisherNode<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Breadcrumbs<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    item_list_element: Vec<Crumb<'a>>,
}

#[derive(Serialize)]
struct Crumb<'a> {
    #[serde(rename = "@type")]
    of: &'static str,
    position: usize,
    name: &'a str,
    /// None of the page itself: without it, readers of the list take the address of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// The schema.org type of a page that is not an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Schema {
    WebSite,
    WebPage,
    #[default]
    CollectionPage,
}

/// Facts about an article, as shown on its page.
pub struct ArticleFacts<'a> {
    pub title: &'a str,
    pub dek: Option<&'a str>,
    /// RFC 3339, or a day.
    pub published: Option<&'a str>,
    /// RFC 3339, or a day.
    pub updated: Option<&'a str>,
    pub byline: &'a [Link],
    pub place: Option<&'a str>,
    /// Ids of taxonomies, and the terms of each.
    pub terms: Vec<(&'a str, &'a [Link])>,
}

impl ViewContext<'_> {
    /// Returns the JSON-LD of a page that is not an article, escaped for a script element. Of
    /// `events`, those still to come and those cancelled are included. `parent` is the page between
    /// the front page and this one.
    pub fn page_json_ld(
        &self,
        schema: Schema,
        events: &[EntryId],
        parent: Option<&Link>,
        head: &Head,
    ) -> String {
        let lang = head.lang.as_deref().unwrap_or(&self.site.config.language);
        let mut graph = vec![self.web_page(schema, head, lang)];
        graph.extend(events.iter().filter_map(|e| self.event(*e)));
        let here = (schema != Schema::WebSite).then_some(head);
        graph.extend(self.crumbs(parent, here));
        document(graph)
    }

    /// Returns the JSON-LD of an article's page, escaped for a script element.
    pub fn article_json_ld(&self, id: ArticleId, facts: &ArticleFacts<'_>, head: &Head) -> String {
        let lang = head.lang.as_deref().unwrap_or(&self.site.config.language);
        let article = self.news_article(id, facts, head, lang);
        let mut graph = vec![GraphNode::Article(Box::new(article))];
        let entries = &self.site.of_article[id.0];
        let all = entries.own.iter().chain(&entries.listed);
        graph.extend(all.filter_map(|e| self.event(*e)));
        graph.extend(self.crumbs(None, Some(head)));
        document(graph)
    }

    fn news_article<'a>(
        &'a self,
        id: ArticleId,
        facts: &ArticleFacts<'a>,
        head: &'a Head,
        lang: &'a str,
    ) -> NewsArticle<'a> {
        let article = self.site.article(id);
        let own = self.site.of_article[id.0].own.map(|e| self.site.entry(e));
        let date = match own {
            Some(own) => own.date.as_ref(),
            None => article.front.date.as_ref().map(|d| &d.value),
        };
        NewsArticle {
            of: "NewsArticle",
            headline: headline(facts.title),
            url: &head.canonical,
            in_language: lang,
            description: facts.dek,
            date_published: facts.published,
            date_modified: facts.updated.or(facts.published),
            author: facts
                .byline
                .iter()
                .map(|a| self.thing("Person", a))
                .collect(),
            image: head.image.as_deref(),
            publisher: self.publisher(),
            dateline: facts.place,
            temporal_coverage: date.and_then(coverage),
            about: self.about(&facts.terms),
            citation: citations(article),
            correction: corrections(article),
        }
    }

    fn about<'a>(&self, terms: &[(&str, &'a [Link])]) -> Vec<Thing<'a>> {
        let mut about: Vec<Thing<'a>> = Vec::new();
        for (taxonomy, terms) in terms {
            let of = match *taxonomy {
                "organisations" => "Organization",
                "people" => "Person",
                "models" => "Thing",
                _ => continue,
            };
            about.extend(terms.iter().map(|term| self.thing(of, term)));
        }
        about
    }

    fn thing<'a>(&self, of: &'static str, link: &'a Link) -> Thing<'a> {
        Thing {
            of,
            name: &link.label,
            url: (!link.url.is_empty()).then(|| self.whole_address(&link.url)),
        }
    }

    fn publisher(&self) -> PublisherNode<'_> {
        let config = &self.site.config;
        let whole = |url: &Option<String>| {
            let url = url.as_ref()?;
            Some(self.whole_address(&self.own_or_away(url)))
        };
        let logo = config.identity.logo.as_ref();
        PublisherNode {
            of: "NewsMediaOrganization",
            name: config.publisher.name.as_deref().unwrap_or(&config.title),
            url: config.permalink_of(""),
            logo: logo.map(|l| config.whole_permalink_of(l.value.trim_start_matches('/'))),
            corrections_policy: whole(&config.publisher.corrections_policy),
            masthead: whole(&config.publisher.masthead),
            same_as: config
                .links
                .iter()
                .filter(|l| {
                    l.rel
                        .as_deref()
                        .is_some_and(|r| r.split(' ').any(|r| r == "me"))
                })
                .map(|l| l.url.as_str())
                .filter(|url| url.starts_with("http"))
                .collect(),
        }
    }

    /// The event of an entry that is expected, or was cancelled; the claim that it will happen, unless
    /// both its place and when it starts are known.
    fn event<'a>(&'a self, id: EntryId) -> Option<GraphNode<'a>> {
        let entry = self.site.entry(id);
        let shown = !entry.translated && !entry.background;
        if !shown || entry.stage == LifeStage::Happened {
            return None;
        }
        // What is cancelled keeps the date for which it was planned.
        let date = match entry.stage {
            LifeStage::Cancelled => entry.targets().last().map(|(date, _)| *date),
            _ => entry.date.as_ref(),
        };
        let (start, end) = date.map_or((None, None), ends);
        let front = &self.site.article(entry.article).front;
        let place = match entry.listed {
            Some(n) => front.entries[n].place.as_deref(),
            None => front.place.as_deref(),
        };
        let Some(place) = place.filter(|_| start.is_some()) else {
            return Some(GraphNode::Claim(Claim {
                of: "Claim",
                name: self.title(entry),
                url: self.whole_address(&self.entry_href(entry)),
                creative_work_status: match entry.stage {
                    LifeStage::Cancelled => "Cancelled",
                    _ if entry.slips() > 0 => "Postponed",
                    _ => "Expected",
                },
                temporal_coverage: date.and_then(coverage),
                appearance: self.source_in_force(entry),
            }));
        };
        Some(GraphNode::Event(Event {
            of: "Event",
            name: self.title(entry),
            url: self.whole_address(&self.entry_href(entry)),
            event_status: match entry.stage {
                LifeStage::Cancelled => "https://schema.org/EventCancelled",
                _ if entry.targets().len() > 1 => "https://schema.org/EventRescheduled",
                _ => "https://schema.org/EventScheduled",
            },
            start_date: start,
            end_date: end,
            previous_start_date: earlier_starts(entry),
            location: Thing {
                of: "Place",
                name: place,
                url: None,
            },
            subject_of: self.source_in_force(entry),
        }))
    }

    /// The source of the statement in force, with the day on which it said so.
    fn source_in_force<'a>(&'a self, entry: &'a Entry) -> Option<CitationNode<'a>> {
        let said = entry.in_force()?;
        let article = self.site.article(said.attribution.article);
        let own = entry.listed.is_none() && said.kind == StatementKind::First;
        let named = said.attribution.source.or(own.then_some(0));
        let source = named.and_then(|n| article.front.sources.get(n));
        let on = said.on.as_ref().and_then(EventDate::html_datetime);
        if let Some(source) = source {
            return Some(CitationNode {
                date_published: on,
                ..citation(source)
            });
        }
        (said.kind == StatementKind::Update).then(|| CitationNode {
            of: "CreativeWork",
            name: self.headline(said.attribution.article),
            url: None,
            author: Vec::new(),
            publisher: None,
            date_published: on,
            archived_at: None,
        })
    }

    fn web_page<'a>(&'a self, schema: Schema, head: &'a Head, lang: &'a str) -> GraphNode<'a> {
        GraphNode::Page(WebPage {
            of: match schema {
                Schema::WebSite => "WebSite",
                Schema::WebPage => "WebPage",
                Schema::CollectionPage => "CollectionPage",
            },
            name: &head.title,
            url: &head.canonical,
            // A list has no other than that in its head.
            description: match schema {
                Schema::CollectionPage => None,
                Schema::WebSite | Schema::WebPage => head.description.as_deref(),
            },
            in_language: lang,
            publisher: (schema == Schema::WebSite).then(|| self.publisher()),
        })
    }

    /// The breadcrumbs from the front page to this one; `here` is `None` on the front page itself,
    /// which has none.
    fn crumbs<'a>(
        &'a self,
        parent: Option<&'a Link>,
        here: Option<&'a Head>,
    ) -> Option<GraphNode<'a>> {
        let config = &self.site.config;
        let mut way: Vec<(&str, Option<String>)> =
            vec![(&config.title, Some(config.permalink_of("")))];
        way.extend(parent.map(|l| (l.label.as_str(), Some(self.whole_address(&l.url)))));
        way.extend(here.map(|head| (head.title.as_str(), None)));
        if way.len() < 2 {
            return None;
        }
        let crumbs = way.into_iter().enumerate().map(|(n, (name, item))| Crumb {
            of: "ListItem",
            position: n + 1,
            name,
            item,
        });
        Some(GraphNode::Crumbs(Breadcrumbs {
            of: "BreadcrumbList",
            item_list_element: crumbs.collect(),
        }))
    }
}

fn document(graph: Vec<GraphNode<'_>>) -> String {
    json_for_html(&Document {
        context: "https://schema.org",
        graph,
    })
}

fn citations(article: &Article) -> Vec<CitationNode<'_>> {
    article.front.sources.iter().map(citation).collect()
}

fn citation(source: &Citation) -> CitationNode<'_> {
    CitationNode {
        of: "CreativeWork",
        name: &source.title,
        url: source.url.as_deref(),
        author: source.authors.iter().map(|name| person(name)).collect(),
        publisher: source.publisher.as_deref().map(|name| Thing {
            of: "Organization",
            name,
            url: None,
        }),
        date_published: source.date.as_ref().and_then(EventDate::html_datetime),
        archived_at: source.archived.as_deref(),
    }
}

fn person(name: &str) -> Thing<'_> {
    Thing {
        of: "Person",
        name,
        url: None,
    }
}

fn corrections(article: &Article) -> Vec<CorrectionNode<'_>> {
    let corrections = article.front.corrections.iter();
    corrections
        .map(|correction| CorrectionNode {
            of: "CorrectionComment",
            text: &correction.text,
            date_published: correction.date.value.html_datetime(),
        })
        .collect()
}

/// The start of a date, and for an interval its end, if written as a year, a month or a day. `None`
/// for a quarter: nobody stated the day on which it starts.
fn ends(date: &EventDate) -> (Option<String>, Option<String>) {
    if let Some(single) = date.html_datetime() {
        return (Some(single), None);
    }
    let interval = (date.precision() == Precision::Interval)
        .then(|| coverage(date))
        .flatten();
    match interval.as_deref().and_then(|i| i.split_once('/')) {
        Some((start, end)) => {
            let end = (end != "..").then(|| end.to_owned());
            (Some(start.to_owned()), end)
        }
        None => (None, None),
    }
}

/// The start of each earlier target, in order.
fn earlier_starts(entry: &Entry) -> Vec<String> {
    let targets = entry.targets();
    let earlier = targets.len().saturating_sub(1);
    let mut starts: Vec<String> = Vec::new();
    for (date, _) in &targets[..earlier] {
        if let (Some(start), _) = ends(date)
            && !starts.contains(&start)
        {
            starts.push(start);
        }
    }
    starts
}

/// Shortens a title to at most [`HEADLINE`] characters, at a word boundary.
fn headline(title: &str) -> String {
    if title.chars().count() <= HEADLINE {
        return title.to_owned();
    }
    let room: String = title.chars().take(HEADLINE - 1).collect();
    let cut = room.rfind(' ').filter(|at| *at > 0).unwrap_or(room.len());
    format!("{}…", room[..cut].trim_end())
}

/// Serialises a value to JSON that cannot end a script element and that older JavaScript parsers
/// accept: escapes `<`, `>`, `&`, U+2028 and U+2029, which in JSON occur only in strings.
pub fn json_for_html(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("these types always serialise");
    let may = |b: u8| (b == b'<') | (b == b'>') | (b == b'&') | (b == 0xe2);
    if !any_byte(&json, may) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 32);
    let mut rest = json.as_str();
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        out.push_str(&rest[..at]);
        let sign = rest[at..].chars().next().expect("a sign was found here");
        out.push_str(&format!("\\u{:04x}", u32::from(sign)));
        rest = &rest[at + sign.len_utf8()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_script_element() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029} \"\\ é";
        let json = json_for_html(&hostile);
        assert!(
            !json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
            "{json}"
        );
        let back: String = serde_json::from_str(&json).expect("JSON");
        assert_eq!(back, hostile);
    }

    #[test]
    fn a_long_headline_is_cut_after_a_word() {
        let long = "word ".repeat(40);
        let cut = headline(&long);
        assert!(
            cut.chars().count() <= HEADLINE && cut.ends_with("word…"),
            "{cut}"
        );
        assert_eq!(headline(&"é".repeat(110)), "é".repeat(110));
        assert_eq!(headline(&"é".repeat(200)).chars().count(), HEADLINE);
    }
}
