//! What holds for any site whose articles are tied to each other: it builds, no link is dead,
//! and each entry stands once a year.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use crate::html;
use crate::site_test::SiteTest;

/// An article that may be in a story, follow others, translate one, expire, be retracted.
#[derive(Debug, Clone)]
struct Tied {
    month: u8,
    story: Option<&'static str>,
    follows: Vec<usize>,
    updates: Option<usize>,
    translates: Option<usize>,
    expires: Option<&'static str>,
    retracted: bool,
    explainer: bool,
}

fn tied() -> impl Strategy<Value = Tied> {
    (
        1..=12u8,
        of(select(vec!["one", "two"])),
        vec(0..8usize, 0..3),
        of(0..8usize),
        of(0..8usize),
        of(select(vec![
            "2025-12-31",
            "2026-01-15T12:00:00Z",
            "2027-01-01",
        ])),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.2),
    )
        .prop_map(
            |(month, story, follows, updates, translates, expires, retracted, explainer)| Tied {
                month,
                story,
                follows,
                updates,
                translates,
                expires,
                retracted,
                explainer,
            },
        )
}

/// Its front matter; it refers only to articles before it, so that nothing is circular.
fn text(n: usize, tied: &Tied) -> String {
    let mut lines = vec![
        format!(
            "id: a{n}\ntitle: Article {n}\nlang: en-{n}xxx\ntags: [all, t{n}]\norganisations: [O{n}]"
        ),
        format!("authors: [Ann {n}]\npublished: 2025-{:02}-01", tied.month),
    ];
    match tied.explainer {
        true => lines.push("kind: explainer".to_owned()),
        false => lines.push(format!("date: 2025-{:02}", tied.month)),
    }
    lines.extend(tied.story.map(|story| format!("story: {story}")));
    let before = |m: &usize| *m < n;
    let follows: Vec<String> = tied
        .follows
        .iter()
        .filter(|m| before(m))
        .map(|m| format!("a{m}"))
        .collect();
    if !follows.is_empty() {
        lines.push(format!("follows: [{}]", follows.join(", ")));
    }
    lines.extend(
        tied.translates
            .filter(before)
            .map(|m| format!("translation_of: a{m}")),
    );
    lines.extend(tied.expires.map(|at| format!("expires: {at}")));
    lines.push("sources: [{id: s, title: A source, date: 2025-01, publisher: P}]".to_owned());
    lines.push(format!(
        "entries: [{{id: e{n}, title: Plan {n}, date: 2026-Q2, status: expected, source: s, tags: [plan{n}]}}]"
    ));
    let links = (0..n).map(|m| format!("[[a{m}]] [[e{m}]] [x](a{m}.md#one) "));
    if tied.retracted {
        lines.push("corrections: [{date: 2025-12-01, kind: retraction, text: No.}]".to_owned());
    }
    format!(
        "---\n{}\n---\n\n{}\n\n## One\n",
        lines.join("\n"),
        links.collect::<String>()
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_articles_that_are_tied_build_and_every_link_leads_somewhere(all in vec(tied(), 1..8)) {
        let updates = all.iter().enumerate().filter_map(|(n, tied)| {
            let of = tied.updates.filter(|m| *m < n && *m < all.len())?;
            // A retracted article's entries can still be named, as can those that have expired.
            Some(format!("---\nid: u{n}\ntitle: Update {n}\ndate: 2025-12\nstory: one\n\
                          updates: [{{entry: e{of}, date: 2026-Q4}}]\n---\n"))
        });
        let mut site = SiteTest::new();
        for (n, update) in updates.enumerate() {
            site = site.article(&format!("update-{n}.md"), &update);
        }
        for (n, tied) in all.iter().enumerate() {
            site = site.article(&format!("a{n}.md"), &text(n, tied));
        }
        let outcome = site.build();
        prop_assert!(outcome.result.is_ok(), "{}", outcome.found.text);
        let dead = html::dead_ends(&outcome.files, "https://example.org", "/");
        prop_assert!(dead.is_empty(), "{dead:#?}");
        for (route, page) in outcome.pages().filter(|(r, _)| r.len() == "2025/index.html".len()) {
            let mut links: Vec<_> = html::links(html::inside(page, "main"))
                .into_iter()
                .filter(|(words, _)| words.starts_with("Article") || words.starts_with("Plan"))
                .collect();
            links.sort();
            let count = links.len();
            links.dedup();
            // A plan's card names its article too.
            let plans = links.iter().filter(|(words, _)| words.starts_with("Plan")).count();
            prop_assert!(count - links.len() <= plans, "{route}: {links:?}");
        }
    }
}

#[test]
fn an_update_of_an_article_that_was_retracted_or_has_expired_is_no_fault() {
    for gone in [
        "expires: 2025-12-31",
        "corrections: [{date: 2025-06-01, kind: retraction, text: Wrong}]",
    ] {
        let site = SiteTest::new()
            .article(
                "a.md",
                &format!("---\ntitle: First\ndate: 2025-01-01\n{gone}\n---\n"),
            )
            .article(
                "b.md",
                "---\ntitle: Then\ndate: 2025-03-01\nupdates: [{entry: a, certainty: disputed}]\n---\n",
            );
        assert!(site.check().errors().is_empty(), "{}", site.check().text);
    }
}
