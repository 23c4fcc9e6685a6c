//! The list of a taxonomy: its terms by count and by name.

use serde::Serialize;

use super::navigation::Listing;
use super::{Kind, LIST, Output, PageIdentity, Parts, Template, link};
use crate::plan::Page;
use crate::view::context::ViewContext;
use crate::view::{TermView, View};

/// Number of terms named in the description.
const NAMED: usize = 8;
/// More terms than these are listed by name, too.
const FEW: usize = 8;
/// Terms that are ranked.
const RANKED: usize = 40;

pub(super) const TAXONOMY: Kind = Kind {
    name: "taxonomy",
    output: Output::Html(Template::of::<TaxonomyView>(
        "taxonomy.html",
        "taxonomy",
        |ctx, page, mut head| {
            let view = taxonomy(ctx, of(page));
            head.title.clone_from(&view.title);
            let first = view.by_count.iter().take(NAMED);
            let terms = ctx.row(first.map(|t| t.label.as_str()));
            let args = [
                ("title", (&view.title).into()),
                ("site", (&ctx.site.config.title).into()),
                ("terms", (&terms).into()),
            ];
            head.description = Some(ctx.messages.with("about-taxonomy", &args));
            head.section = Some(ctx.href(&route(&view.id)));
            Parts::new(head, view)
        },
    )),
    claim: |planner| {
        for (t, taxonomy) in planner.site.taxonomies.iter().enumerate() {
            let id = &taxonomy.config.id;
            if taxonomy.terms.iter().any(|term| !term.entries.is_empty()) {
                planner.claim(route(id), Page::Taxonomy(t), format!("the list of {id}"));
            }
        }
    },
    identity: |site, page| PageIdentity::list(&*site.config.taxonomies[of(page)].id),
    listings: |ctx| {
        let taxonomies = ctx.site.taxonomies.iter().enumerate();
        let in_menu = taxonomies.filter(|(_, taxonomy)| {
            let used = taxonomy
                .terms
                .iter()
                .filter(|term| !term.entries.is_empty());
            used.count() > 1 && taxonomy.config.id != "authors"
        });
        in_menu
            .map(|(t, taxonomy)| {
                let url = ctx.href(&route(&taxonomy.config.id));
                Listing::menu(link(ctx.taxonomy_title(t), url))
            })
            .collect()
    },
    ..LIST
};

fn of(page: &Page) -> usize {
    match page {
        Page::Taxonomy(t) => *t,
        page => page.is_not("the list of a taxonomy"),
    }
}

pub(super) fn route(id: &str) -> String {
    format!("{id}/index.html")
}

/// `/organisations/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TaxonomyView {
    pub id: String,
    pub title: String,
    /// Most used first.
    pub by_count: Vec<TermView>,
    /// Those to be compared by their counts: all of a few, else the first of those with more than
    /// one entry.
    pub ranked: Vec<TermView>,
    /// Grouped by first letter; empty if there are few.
    pub by_name: Vec<LetterGroup>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct LetterGroup {
    pub letter: String,
    pub terms: Vec<TermView>,
}

impl View for TaxonomyView {}

fn taxonomy(ctx: &ViewContext<'_>, taxonomy: usize) -> TaxonomyView {
    let config = &ctx.site.config.taxonomies[taxonomy];
    let by_count = ctx.by_count(taxonomy);
    let few = by_count.len() <= FEW;
    let ranked = by_count.iter().filter(|term| few || term.count > 1);
    TaxonomyView {
        id: config.id.clone(),
        title: ctx.taxonomy_title(taxonomy).to_owned(),
        ranked: ranked.take(RANKED).cloned().collect(),
        by_name: if few {
            Vec::new()
        } else {
            by_name(ctx, taxonomy)
        },
        by_count,
    }
}

/// The terms in the order of the language, each letter once; those without a letter come first.
fn by_name(ctx: &ViewContext<'_>, taxonomy: usize) -> Vec<LetterGroup> {
    let terms = ctx.used_terms(taxonomy).into_iter();
    let mut terms: Vec<(Option<String>, TermView)> = terms
        .map(|term| {
            let view = ctx.term_view(term);
            (ctx.letter(&view.label), view)
        })
        .collect();
    let by_letter = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => ctx.by_letter(a, b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    };
    terms.sort_by(|(a, one), (b, other)| {
        by_letter(a, b).then_with(|| ctx.alphabetical(&one.label, &other.label))
    });
    let groups = terms.chunk_by(|(a, _), (b, _)| by_letter(a, b).is_eq());
    let group = |terms: &[(Option<String>, TermView)]| {
        // Where the language takes several for one letter, such as O and Ø in English, the plain one.
        let letters = terms.iter().filter_map(|(letter, _)| letter.as_ref());
        let plain = letters.min_by(|a, b| ctx.alphabetical(a, b)).cloned();
        LetterGroup {
            letter: plain.unwrap_or_else(|| ctx.messages.digits("0–9").into_owned()),
            terms: terms.iter().map(|(_, term)| term.clone()).collect(),
        }
    };
    groups.map(group).collect()
}
