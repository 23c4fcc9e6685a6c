//! Where another headline or another summary shows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dateline::pipeline;

use crate::site_test::{Desk, ROOT, SiteTest};

/// A page's key, and the articles that it notes.
type Noted = ([u8; 16], BTreeSet<usize>);

/// Every page by route, and every article by path.
fn noted(site: &SiteTest) -> (BTreeMap<String, Noted>, Vec<String>) {
    let Desk { prepared, .. } = site.prepare();
    let prepared = prepared.expect("a site");
    let page = |planned: &dateline::plan::Planned| {
        let (deps, shown) = pipeline::page_deps_and_shown(&prepared, planned);
        let key = deps.key(prepared.templates.digest());
        (planned.route.clone(), (key, shown))
    };
    let articles = prepared.site.articles.iter().map(|a| a.path.clone());
    (
        prepared.plan.pages.iter().map(page).collect(),
        articles.collect(),
    )
}

/// The text with other values of `title` and `summary`, where each stands in one line.
fn otherwise(text: &str) -> String {
    let mut fence = 0;
    let line = |line: &str| {
        fence += usize::from(line.trim_end() == "---");
        let key = ["title", "summary"].into_iter().find(|key| {
            let value = line.strip_prefix(key).and_then(|l| l.strip_prefix(": "));
            value.is_some_and(|v| !v.starts_with(['|', '>', '&', '*']))
        });
        match key {
            Some(key) if fence == 1 => format!("{key}: Something else altogether\n"),
            _ => format!("{line}\n"),
        }
    };
    text.lines().map(line).collect()
}

/// The cache leaves a page alone that does not note the articles with other heads.
#[test]
fn a_head_changes_only_pages_that_note_it() {
    let fixtures = [
        "dates",
        "events",
        "expires",
        "kabar",
        "late",
        "links",
        "look",
        "slips",
        "stories",
        "terms",
        "translations",
    ];
    let mut changed = BTreeMap::new();
    for fixture in fixtures {
        let site = SiteTest::fixture(fixture);
        let (before, articles) = noted(&site);
        for (number, path) in articles.iter().enumerate() {
            let path = Path::new(ROOT).join("content").join(path);
            let files = site.world.files(&path);
            let bytes = files.values().next().expect("the article").clone();
            let text = String::from_utf8(bytes.clone()).expect("text");
            let other = otherwise(&text.replace("\r\n", "\n"));
            if other == text {
                continue;
            }
            site.world.set(&path, other.as_bytes());
            let (after, _) = noted(&site);
            assert_eq!(
                before.keys().collect::<Vec<_>>(),
                after.keys().collect::<Vec<_>>(),
                "{fixture}"
            );
            // These are made of all articles, and the cache never takes them for as they were.
            let of_all = |route: &str| {
                let all = ["search/index.json", "search/spellings.txt"];
                all.contains(&route) || route.starts_with("search/words-")
            };
            for (route, (key, shown)) in after.iter().filter(|(route, _)| !of_all(route)) {
                if *key != before[route].0 {
                    assert!(
                        shown.contains(&number) && before[route].1.contains(&number),
                        "{fixture}: {route} shows {} and does not note it",
                        path.display()
                    );
                    *changed.entry(fixture).or_insert(0) += 1;
                }
            }
            site.world.set(&path, &bytes);
        }
    }
    assert_eq!(changed.len(), fixtures.len(), "{changed:?}");
}
