//! A page's key identifies its bytes.

use std::collections::BTreeMap;

use dateline::pipeline;
use dateline::view::deps::Deps;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{SITE, article, cases, date, front_matter, plain};
use crate::site_test::{Desk, SiteTest};

/// One small edit of a site.
#[derive(Debug, Clone)]
enum Edit {
    Title(usize, String),
    Text(usize, String),
    Date(usize, String),
    Term(usize, String),
    Remove(usize),
    Add(Vec<String>),
    Page(String),
    Static(String),
    Beside(String),
    Template(String),
    Css(String),
    Config(&'static str),
    Now(&'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    let n = 0..4usize;
    prop_oneof![
        (n.clone(), "[A-Z][a-z]{2,8}").prop_map(|(n, t)| Edit::Title(n, t)),
        (n.clone(), "[a-z ]{0,12}").prop_map(|(n, t)| Edit::Text(n, t)),
        (n.clone(), date()).prop_map(|(n, d)| Edit::Date(n, plain(&d))),
        (n, "[A-C]").prop_map(|(n, t)| Edit::Term(n, t)),
        (1..4usize).prop_map(Edit::Remove),
        front_matter().prop_map(Edit::Add),
        "[a-z]{1,8}".prop_map(Edit::Page),
        "[a-z]{1,8}".prop_map(Edit::Static),
        "[a-z]{1,8}".prop_map(Edit::Beside),
        "[a-z]{1,8}".prop_map(Edit::Template),
        "[a-z]{1,8}".prop_map(Edit::Css),
        select(vec![
            "description: Another\n",
            "markdown: {smart_punctuation: false}\n",
            "markdown: {raw_html: escape}\n",
            "feeds: {full_content: false}\n",
            "language: id\n",
            "statuses: {expected: {label: Announced}}\n",
            "front_page: {entries: 1}\n",
        ])
        .prop_map(Edit::Config),
        select(vec!["2024-01-01", "2026-06-01", "2030-01-01"]).prop_map(Edit::Now),
    ]
}

/// A site of four articles with something of everything, and what an edit makes of it.
fn variant(articles: &[Vec<String>], edit: Option<&Edit>) -> SiteTest {
    let mut articles: Vec<Vec<String>> = articles.to_vec();
    let mut texts = [""; 5].map(str::to_owned);
    match edit {
        Some(Edit::Title(n, title)) => articles[*n][0] = format!("title: {title}"),
        Some(Edit::Text(n, text)) => texts[*n].clone_from(text),
        Some(Edit::Date(n, date)) => articles[*n][1] = format!("date: {date}"),
        Some(Edit::Term(n, term)) => {
            articles[*n].retain(|line| !line.starts_with("tags:"));
            articles[*n].push(format!("tags: [{term}, Same]"));
        }
        Some(Edit::Remove(n)) => drop(articles.remove(*n)),
        Some(Edit::Add(lines)) => articles.push(lines.clone()),
        _ => {}
    }
    let config = match edit {
        Some(Edit::Config(line)) => format!("{SITE}{line}"),
        _ => SITE.to_owned(),
    };
    let word =
        |wanted: fn(&Edit) -> Option<&String>| edit.and_then(wanted).map_or("as before", |w| w);
    let mut site = SiteTest::new()
        .site(&config)
        .file(
            "content/pages/about.md",
            &format!(
                "---\ntitle: About\n---\n\n{} \"it\" <b>x</b>\n",
                word(|e| match e {
                    Edit::Page(w) => Some(w),
                    _ => None,
                })
            ),
        )
        .file(
            "static/note.txt",
            word(|e| match e {
                Edit::Static(w) => Some(w),
                _ => None,
            }),
        )
        .file(
            "content/bundle/data.csv",
            word(|e| match e {
                Edit::Beside(w) => Some(w),
                _ => None,
            }),
        )
        .file(
            "content/bundle/index.md",
            "---\ntitle: Bundle\ndate: 2025-03-03\n---\n\n[Data](data.csv)\n",
        );
    if let Some(Edit::Template(word)) = edit {
        site = site.file("templates/not-found.html", word);
    }
    if let Some(Edit::Css(word)) = edit {
        site = site.file("static/site.css", word);
    }
    if let Some(Edit::Now(day)) = edit {
        site = site.now(day);
    }
    for (n, lines) in articles.iter().enumerate() {
        let text = format!("{}\n{}\n", article(n, lines), texts[n]);
        site = site.article(&format!("a{n}.md"), &text);
    }
    site.settings(|s| s.future = true)
}

/// Key and bytes of every page, by route.
fn pages(site: &SiteTest) -> BTreeMap<String, ([u8; 16], Vec<u8>)> {
    let Desk {
        prepared,
        sources,
        sink,
    } = site.prepare();
    let prepared = prepared.expect("a site");
    let faults: Vec<_> = sink
        .sorted(&sources)
        .into_iter()
        .map(|d| d.message)
        .collect();
    let page = |planned: &dateline::plan::Planned| {
        let deps: Deps = pipeline::page_deps(&prepared, planned);
        let key = deps.key(prepared.templates.digest());
        let bytes =
            pipeline::render_page(&site.world, &site.settings, &prepared, &sources, planned)
                .unwrap_or_else(|fault| panic!("{fault:?} {faults:?}"));
        (planned.route.clone(), (key, bytes))
    };
    prepared.plan.pages.iter().map(page).collect()
}

#[track_caller]
fn equal_keys_give_equal_bytes(one: &SiteTest, other: &SiteTest) -> Result<(), String> {
    let (one, other) = (pages(one), pages(other));
    let mut by_key: BTreeMap<[u8; 16], (&str, &[u8])> = BTreeMap::new();
    for (route, (key, bytes)) in one.iter().chain(&other) {
        match by_key.get(key) {
            Some((first, same)) if same != bytes => {
                return Err(format!("{first} and {route} have one key and two texts"));
            }
            _ => drop(by_key.insert(*key, (route, bytes))),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn pages_with_equal_keys_have_equal_bytes(articles in vec(front_matter(), 4), edit in edit()) {
        let same = equal_keys_give_equal_bytes(&variant(&articles, None), &variant(&articles, Some(&edit)));
        prop_assert!(same.is_ok(), "{edit:?}: {same:?}");
    }
}

#[test]
fn a_file_that_is_copied_has_another_key_when_it_has_other_bytes() {
    let lines = |n: usize| {
        vec![
            format!("title: T{n}"),
            "date: 2025-01-01".to_owned(),
            "sources: [{id: s, title: S}]".to_owned(),
        ]
    };
    let articles: Vec<_> = (0..4).map(lines).collect();
    for edit in [
        Edit::Static("other".to_owned()),
        Edit::Beside("other".to_owned()),
    ] {
        let (one, other) = (variant(&articles, None), variant(&articles, Some(&edit)));
        assert_eq!(
            equal_keys_give_equal_bytes(&one, &other),
            Ok(()),
            "{edit:?}"
        );
    }
}

#[test]
fn what_no_page_shows_changes_no_key() {
    let base =
        || SiteTest::new().article("a.md", "---\ntitle: A\ndate: 2025-01-01\n---\n\nText.\n");
    let keys = |site: &SiteTest| -> BTreeMap<String, [u8; 16]> {
        pages(site)
            .into_iter()
            .map(|(route, (key, _))| (route, key))
            .collect()
    };
    let one = keys(&base());
    let draft = base().article(
        "d.md",
        "---\ntitle: D\ndate: 2025-02-02\ndraft: true\n---\n",
    );
    assert_eq!(keys(&draft), one);
    let order = base().article(
        "a.md",
        "---\ndate: 2025-01-01\ntitle: \"A\"\n---\n\nText.\n",
    );
    assert_eq!(keys(&order), one);
    let later = base().now("2026-01-15T23:00:00Z");
    assert_eq!(keys(&later), one);
    let readme = base().article("README.md", "Read me.");
    assert_eq!(keys(&readme), one);
}
