//! `/explore/`: all filters together, and lists that work without a script.

use serde::Serialize;

use super::facet::{kind_label, list_label};
use super::navigation::{Listing, listings};
use super::{FILE, Kind, LIST, Output, PageIdentity, PageSources, Parts, Template, link, taxonomy};
use crate::plan::explore::{ExploreScript, FIRST, Facet, FacetOf, IndexFile, Layout, ROUTE};
use crate::plan::{FacetKind, Page, Plan};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::density::DensityView;
use crate::view::deps::Deps;
use crate::view::{Card, TermView, View};

/// Results shown at once.
const PAGE: usize = 20;

/// Maximum number of links per group; the page of all terms has the rest.
const WAYS: usize = 24;

pub(super) const EXPLORE: Kind = Kind {
    name: "explore",
    folders: &["explore"],
    output: Output::Html(Template::of::<ExploreView>(
        "explore.html",
        "explore",
        |ctx, _, mut head| {
            ctx.messages.say("explore").clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-explore", &args));
            head.section = Some(ctx.href(ROUTE));
            Parts::new(head, explore(ctx))
        },
    )),
    claim: |planner| {
        let empty = planner.site.entries.iter().all(|entry| entry.translated);
        if empty {
            return;
        }
        planner.claim(ROUTE, Page::Explore, "the explore page");
        planner.explore = Layout::of(planner.site, planner.fingerprints);
    },
    identity: |_, _| PageIdentity::list("explore"),
    listings: |ctx| {
        let list = || Listing::menu(link(ctx.messages.say("explore"), ctx.href(ROUTE)));
        ctx.plan.makes(ROUTE).then(list).into_iter().collect()
    },
    describe: |_, _| "the explore page".to_owned(),
    ..LIST
};

/// The page's own script, and the one that searches the index.
pub(super) const SCRIPT: Kind = Kind {
    name: "script",
    class: Class::Asset {
        fingerprinted: true,
    },
    output: Output::Bytes(|ctx, planned| {
        let Page::Script(script) = planned.page else {
            planned.page.is_not("a script")
        };
        let imported = ctx.any_explore().map(|e| e.search.as_str());
        let imported = imported.and_then(|i| i.strip_prefix("assets/"));
        Deps::Script(script, imported.unwrap_or_default().to_owned())
    }),
    // When the layout of the index is known.
    claims_last: true,
    claim: |planner| {
        let Some(layout) = planner.any_explore() else {
            return;
        };
        let scripts = [
            (layout.explore.clone(), ExploreScript::Explore),
            (layout.search.clone(), ExploreScript::Search),
        ];
        for (route, script) in scripts {
            let who = "a script of the explore page";
            planner.claim(route, Page::Script(script), who);
        }
    },
    ..FILE
};

/// A file of the index.
pub(super) const INDEX_FILE: Kind = Kind {
    name: "index-file",
    folders: &["search"],
    whole: false,
    output: Output::Index(of),
    claims_last: true,
    claim: |planner| {
        let files = planner.explore.iter().flat_map(Layout::files);
        for file in files.collect::<Vec<_>>() {
            planner.claim(file.route(), Page::Search(file), "the search index");
        }
    },
    sources: |_, page| match of(page) {
        IndexFile::Manifest | IndexFile::Words(_) | IndexFile::Spellings => PageSources::AllTexts,
        _ => PageSources::None,
    },
    ..FILE
};

fn of(page: &Page) -> IndexFile {
    match page {
        Page::Search(file) => *file,
        page => page.is_not("a file of the index"),
    }
}

/// `/explore/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ExploreView {
    /// Address of the page.
    pub url: String,
    /// Address of its script, fingerprinted; empty if the site has no search.
    pub script: String,
    /// Address of the index folder.
    pub index: String,
    /// Number of entries.
    pub count: usize,
    /// Number of articles without an event, which a search finds as well.
    pub articles: usize,
    /// The filters.
    pub facets: Vec<FacetView>,
    /// The first year with entries; empty if no entry is dated.
    pub first_year: String,
    /// The last year with entries; empty if no entry is dated.
    pub last_year: String,
    /// All entries over time; none below 5 entries with a date.
    pub density_row: Option<DensityView>,
    /// The newest entries: the first results of a search without terms and filters.
    pub newest: Vec<Card>,
    /// Messages for the script, as JSON: the number of results, in each plural form.
    pub words: String,
    /// The same for the number of articles without an event; `[]` if there are none.
    pub article_words: String,
    /// The same for the button that leads from the filters to the results.
    pub show_words: String,
    /// A message for the script: removes a filter, as `{label}`.
    pub remove_words: String,
    /// A message for the script: a filter, as `{label}`, and what is chosen, as `{value}`.
    pub filter_words: String,
    /// Messages for the script, as JSON: what is told of a question, with `{spelt}`, `{asked}` and
    /// `{term}`.
    pub search_words: String,
    /// How dates are written into a question, as JSON: of 2034, each with what it is.
    pub dates: String,
    /// Lists that work without a script: years, terms, expected entries, storylines.
    pub ways: Vec<Way>,
}

/// A taxonomy, the status, the certainty, the sources by publisher, the stance or the importance.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetView {
    /// As in addresses and front matter.
    pub id: String,
    /// The site's title for it.
    pub title: String,
    /// The first choices; the script loads the rest.
    pub choices: Vec<ChoiceView>,
    /// Total number of choices.
    pub total: usize,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct ChoiceView {
    /// As in addresses.
    pub id: String,
    /// Label to show.
    pub label: String,
    /// Number of entries that have it.
    pub count: usize,
}

/// A group of pages that list entries.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Way {
    /// What the pages have in common.
    pub title: String,
    /// Address of the page of all of them, if there is one.
    pub url: Option<String>,
    /// Each with its number of entries.
    pub links: Vec<TermView>,
}

impl View for ExploreView {
    fn density_row(&self) -> Option<&DensityView> {
        self.density_row.as_ref()
    }
}

fn explore(ctx: &ViewContext<'_>) -> ExploreView {
    let Some(layout) = &ctx.plan.explore else {
        return ExploreView {
            density_row: ctx.density_of_site(false),
            ways: ways(ctx),
            ..ExploreView::default()
        };
    };
    let years: Vec<String> = ctx
        .plan
        .periods
        .years
        .keys()
        .map(|y| written_year(*y))
        .collect();
    let mut newest = layout.entries.clone();
    newest.sort_by_key(|id| ctx.site.rank_newest(*id));
    ExploreView {
        url: ctx.href(ROUTE),
        script: ctx.whole_href(&layout.explore),
        index: ctx.href("search/"),
        count: layout.shown,
        articles: layout.entries.len() - layout.shown,
        facets: layout
            .facets(ctx.site)
            .iter()
            // A filter with one choice narrows nothing that is worth a place.
            .filter(|facet| facet.values.len() > 1)
            .map(|f| facet(ctx, layout, f))
            .collect(),
        first_year: years.first().cloned().unwrap_or_default(),
        last_year: years.last().cloned().unwrap_or_default(),
        density_row: ctx.density_of_site(false),
        newest: ctx.cards(&newest[..newest.len().min(PAGE)], None),
        words: counting_words(ctx, "entries-found"),
        article_words: match layout.entries.len() - layout.shown {
            0 => "[]".to_owned(),
            _ => counting_words(ctx, "background-articles"),
        },
        show_words: counting_words(ctx, "explore-show"),
        remove_words: (ctx.messages).with("explore-remove", &[("label", "{label}".into())]),
        filter_words: ctx.messages.with(
            "explore-filter",
            &[("label", "{label}".into()), ("value", "{value}".into())],
        ),
        search_words: search_words(ctx),
        dates: serde_json::to_string(&ctx.messages.dates_of_questions())
            .expect("texts always serialise"),
        ways: ways(ctx),
    }
}

fn search_words(ctx: &ViewContext<'_>) -> String {
    let with = |id, name: &str| {
        let place = format!("{{{name}}}");
        ctx.messages.with(id, &[(name, (&place).into())])
    };
    let words = serde_json::json!({
        "by_date": ctx.messages.say("explore-by-date"),
        "spelt": with("explore-spelt", "spelt"),
        "as_written": with("explore-as-written", "asked"),
        "partly": ctx.messages.say("explore-partly"),
        "term": with("explore-term", "term"),
        "hint": ctx.messages.say("explore-hint"),
    });
    words.to_string()
}

/// A year as readers write it into the form: `2025`, `-0043`.
fn written_year(year: i32) -> String {
    match year < 0 {
        true => format!("-{:04}", -year),
        false => format!("{year:04}"),
    }
}

/// For one number of each plural form (CLDR), the message with `#` in place of the number.
///
/// The script takes the phrase of the highest number that has the form of its own. Where English words
/// stand for want of others, they are chosen by the rules of the page's language: in Latvian or Slovenian
/// 21 or 101 has the form of 1, so one such number is among them.
fn counting_words(ctx: &ViewContext<'_>, id: &'static str) -> String {
    const EACH_FORM: [u32; 13] = [0, 1, 2, 3, 5, 6, 7, 11, 20, 21, 101, 102, 1_000_000];
    let said = EACH_FORM.map(|number| {
        let text = ctx.messages.with(id, &[("count", number.into())]);
        (
            number,
            text.replacen(&ctx.messages.number(number.into()), "#", 1),
        )
    });
    serde_json::to_string(&said).expect("texts always serialise")
}

fn facet(ctx: &ViewContext<'_>, layout: &Layout, facet: &Facet) -> FacetView {
    let choices = facet.values.iter().take(FIRST).map(|value| ChoiceView {
        id: layout.id(ctx.site, value.of),
        label: ctx.facet_value_label(value.of),
        count: value.count,
    });
    FacetView {
        id: facet.id(ctx.site).to_owned(),
        title: match facet.of {
            FacetOf::Taxonomy(t) => ctx.taxonomy_title(t).to_owned(),
            FacetOf::Status => ctx.messages.say("facet-status").to_owned(),
            FacetOf::Certainty => ctx.messages.say("choice-certainty").to_owned(),
            FacetOf::Source => ctx.messages.say("sources").to_owned(),
            FacetOf::Stance => ctx.messages.say("facet-stance").to_owned(),
            FacetOf::Importance => ctx.messages.say("facet-importance").to_owned(),
        },
        choices: choices.collect(),
        total: facet.values.len(),
    }
}

/// All lists of the site, in groups.
fn ways(ctx: &ViewContext<'_>) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    let years = ctx
        .plan
        .periods
        .years
        .iter()
        .rev()
        .map(|(year, entries)| TermView {
            label: ctx.messages.year(*year),
            url: ctx.href(&Plan::year_route(*year)),
            count: entries.len(),
            ..TermView::default()
        });
    ways.push(Way {
        title: ctx.messages.say("entries-by-year").to_owned(),
        url: None,
        links: years.collect(),
    });
    for kind in FacetKind::ALL {
        let lists = ctx.plan.facet_lists.of(kind);
        let links: Vec<TermView> = lists
            .map(|(list, entries)| TermView {
                label: list_label(ctx, list).to_owned(),
                url: ctx.href(&list.route(&ctx.site.config)),
                count: entries.len(),
                ..TermView::default()
            })
            .collect();
        let index = kind.route();
        if !links.is_empty() {
            ways.push(Way {
                title: kind_label(ctx, kind).to_owned(),
                url: ctx.plan.makes(&index).then(|| ctx.href(&index)),
                links,
            });
        }
    }
    for (t, config) in ctx.site.config.taxonomies.iter().enumerate() {
        let links: Vec<TermView> = ctx.ranked_terms(t).take(WAYS).collect();
        if !links.is_empty() {
            ways.push(Way {
                title: ctx.taxonomy_title(t).to_owned(),
                url: Some(ctx.href(&taxonomy::route(&config.id))),
                links,
            });
        }
    }
    let mut others: Vec<(u8, TermView)> = listings(ctx)
        .filter_map(|listing| {
            let (rank, count) = listing.further?;
            let link = TermView {
                label: listing.link.label,
                url: listing.link.url,
                count,
                ..TermView::default()
            };
            Some((rank, link))
        })
        .collect();
    others.sort_by_key(|(rank, _)| *rank);
    if !others.is_empty() {
        ways.push(Way {
            title: ctx.messages.say("more-lists").to_owned(),
            url: None,
            links: others.into_iter().map(|(_, link)| link).collect(),
        });
    }
    ways
}
