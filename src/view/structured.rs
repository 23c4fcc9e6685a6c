//! What machines are told of a page: JSON-LD in the words of schema.org.
//!
//! Dates are as exact as they were written: where ISO 8601 has no form for one, it is left out.

use serde::Serialize;

use super::card::ViewContext;
use super::{ArticleView, Content, Head, Link};
use crate::config::LifeStage;
use crate::model::article::{Article, ArticleId};
use crate::model::date::{EventDate, coverage};
use crate::model::entry::{Entry, EntryId};
use crate::parse::typography::any_byte;
use crate::plan::{Page, Plan};

/// Most characters of a headline.
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

/// Of a person, an organisation or anything else that has a name.
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
    item: String,
}

impl ViewContext<'_> {
    /// JSON-LD of a page, fit to stand inside a script element; None for pages that are not for
    /// search engines.
    pub(super) fn json_ld(&self, page: &Page, content: &Content, head: &Head) -> Option<String> {
        if head.noindex || matches!(page, Page::NotFound) {
            return None;
        }
        let lang = head.lang.as_deref().unwrap_or(&self.site.config.language);
        let mut graph = Vec::with_capacity(2);
        match (page, content) {
            (Page::Article(id), Content::Article(view)) => {
                let article = self.news_article(*id, view, head, lang);
                graph.push(GraphNode::Article(Box::new(article)));
                let entries = &self.site.of_article[id.0];
                let all = entries
                    .own
                    .into_iter()
                    .chain(entries.listed.iter().copied());
                graph.extend(all.filter_map(|e| self.event(e)));
            }
            (Page::Expected, _) => {
                let ledger = &self.plan.ledger;
                graph.push(self.web_page("CollectionPage", head, lang, false));
                let all = [&ledger.upcoming, &ledger.overdue, &ledger.cancelled];
                graph.extend(all.into_iter().flatten().filter_map(|e| self.event(*e)));
            }
            (Page::Front, _) => graph.push(self.web_page("WebSite", head, lang, true)),
            (Page::Static(_), _) => graph.push(self.web_page("WebPage", head, lang, false)),
            _ => graph.push(self.web_page("CollectionPage", head, lang, false)),
        }
        graph.push(self.crumbs(page, content, head));
        Some(json_for_html(&Document {
            context: "https://schema.org",
            graph,
        }))
    }

    fn news_article<'a>(
        &'a self,
        id: ArticleId,
        view: &'a ArticleView,
        head: &'a Head,
        lang: &'a str,
    ) -> NewsArticle<'a> {
        let article = self.site.article(id);
        let own = self.site.of_article[id.0].own.map(|e| self.site.entry(e));
        let date = match own {
            Some(own) => own.date.as_ref(),
            None => article.front.date.as_ref().map(|d| &d.value),
        };
        let published = view.published.as_ref().map(|s| s.iso.as_str());
        let updated = view.updated.as_ref().map(|s| s.iso.as_str());
        NewsArticle {
            of: "NewsArticle",
            headline: headline(&view.title),
            url: &head.canonical,
            in_language: lang,
            description: view.dek.as_deref(),
            date_published: published,
            date_modified: updated.or(published),
            author: view
                .byline
                .iter()
                .map(|a| self.thing("Person", a))
                .collect(),
            image: head.image.as_deref(),
            publisher: self.publisher(),
            dateline: view.place.as_deref(),
            temporal_coverage: date.and_then(coverage),
            about: self.about(view),
            citation: citations(article),
            correction: corrections(article),
        }
    }

    fn about<'a>(&self, view: &'a ArticleView) -> Vec<Thing<'a>> {
        let mut about: Vec<Thing<'a>> = Vec::new();
        for group in &view.terms {
            let of = match group.id.as_str() {
                "organisations" => "Organization",
                "people" => "Person",
                "models" => "Thing",
                _ => continue,
            };
            about.extend(group.terms.iter().map(|term| self.thing(of, term)));
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
            logo: logo.map(|l| config.permalink_of(l.value.trim_start_matches('/'))),
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

    /// What is expected, or was and is cancelled.
    fn event<'a>(&'a self, id: EntryId) -> Option<GraphNode<'a>> {
        let entry = self.site.entry(id);
        let shown = !entry.translated && !entry.background;
        if !shown || entry.stage == LifeStage::Happened {
            return None;
        }
        let (start, end) = entry.date.as_ref().map_or((None, None), ends);
        Some(GraphNode::Event(Event {
            of: "Event",
            name: self.title(entry),
            url: self.whole_address(&self.entry_href(entry)),
            event_status: match entry.stage {
                LifeStage::Cancelled => "https://schema.org/EventCancelled",
                _ if entry.slips() > 0 => "https://schema.org/EventRescheduled",
                _ => "https://schema.org/EventScheduled",
            },
            start_date: start,
            end_date: end,
            previous_start_date: earlier_starts(entry),
        }))
    }

    fn web_page<'a>(
        &'a self,
        of: &'static str,
        head: &'a Head,
        lang: &'a str,
        publisher: bool,
    ) -> GraphNode<'a> {
        GraphNode::Page(WebPage {
            of,
            name: &head.title,
            url: &head.canonical,
            description: head.description.as_deref(),
            in_language: lang,
            publisher: publisher.then(|| self.publisher()),
        })
    }

    /// The way from the front page to this one.
    fn crumbs<'a>(&'a self, page: &Page, content: &'a Content, head: &'a Head) -> GraphNode<'a> {
        let config = &self.site.config;
        let mut way: Vec<(&str, String)> = vec![(&config.title, config.permalink_of(""))];
        let between = match content {
            Content::Term(term) => Some(&term.taxonomy),
            Content::Period(period) => period.year.as_ref(),
            _ => None,
        };
        way.extend(between.map(|l| (l.label.as_str(), self.whole_address(&l.url))));
        if matches!(page, Page::Story(_)) {
            way.push((self.messages.say("stories"), self.absolute(Plan::STORIES)));
        }
        if !matches!(page, Page::Front) {
            way.push((&head.title, head.canonical.clone()));
        }
        let crumbs = way.into_iter().enumerate().map(|(n, (name, item))| Crumb {
            of: "ListItem",
            position: n + 1,
            name,
            item,
        });
        GraphNode::Crumbs(Breadcrumbs {
            of: "BreadcrumbList",
            item_list_element: crumbs.collect(),
        })
    }
}

fn citations(article: &Article) -> Vec<CitationNode<'_>> {
    let sources = article.front.sources.iter();
    sources
        .map(|source| CitationNode {
            of: "CreativeWork",
            name: &source.title,
            url: source.url.as_deref(),
            publisher: source.publisher.as_deref().map(|name| Thing {
                of: "Organization",
                name,
                url: None,
            }),
            date_published: source.date.as_ref().and_then(EventDate::html_datetime),
            archived_at: source.archived.as_deref(),
        })
        .collect()
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

/// Where a date begins, and of an interval where it ends, if that is written as a year, a month
/// or a day. A quarter begins on no day that anybody named.
fn ends(date: &EventDate) -> (Option<String>, Option<String>) {
    if let Some(single) = date.html_datetime() {
        return (Some(single), None);
    }
    let interval = date
        .written()
        .contains('/')
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

/// Where each earlier target began, in their order.
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

/// At most [`HEADLINE`] characters, cut after a word.
fn headline(title: &str) -> String {
    if title.chars().count() <= HEADLINE {
        return title.to_owned();
    }
    let room: String = title.chars().take(HEADLINE - 1).collect();
    let cut = room.rfind(' ').filter(|at| *at > 0).unwrap_or(room.len());
    format!("{}…", room[..cut].trim_end())
}

/// JSON in which nothing can end a script element, and which older parsers of JavaScript read:
/// `<`, `>`, `&`, U+2028 and U+2029, which JSON has in strings only, are escapes.
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
