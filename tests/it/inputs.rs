//! The inputs of a build: what a build watches, what the server watches, and which pages depend on
//! which texts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dateline::pages::{PageSources, kind};
use dateline::pipeline;
use dateline::project::ChangeSet;
use dateline::serve::session::Session;
use dateline::world::Operation;

use crate::site_test::{Desk, ROOT, SITE, SiteTest};

/// A project with a file of every input, and with files that are none.
fn project() -> SiteTest {
    let site = SiteTest::new()
        .site(&format!(
            "{SITE}slots:\n  sponsor_top: {{fragment: parts/sponsor.html, label: Sponsor}}\n"
        ))
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025\ntags: [x]\n---\n![p](p.png)\n",
        )
        .article("pages/about.md", "---\ntitle: About\n---\n")
        .article("terms/tags/x.md", "---\ntitle: X\n---\nOf x.\n")
        .file("content/p.png", "picture")
        .file("content/unused.txt", "unused")
        .file("static/plain.txt", "plain")
        .file("static/custom.css", "p { color: red }")
        .file("templates/words/en.ftl", "not-found = Gone\n")
        .file("templates/not-found.html", "Nothing")
        .file("templates/README", "ours")
        .file("parts/sponsor.html", "<p>One</p>")
        .file(
            "urls.lock",
            "/a/ article a\n/about/ page about\n/tags/x/ term tags/x\n",
        );
    site.file("README.md", "of the repository")
        .file("parts/other.html", "<p>Other</p>")
        .file("contents/a.md", "none")
        .file("urls.lock.bak", "none")
        .file("notes/site.yaml", "none")
}

#[test]
fn a_build_and_the_server_watch_the_same_files() {
    let site = project();
    let outcome = site.rebuild();
    outcome.result.as_ref().expect("a site");
    let mut session = Session::new(&site.world, site.settings.clone());
    session.scan(&ChangeSet::everything()).expect("a scan");
    let names = site.world.files(Path::new(ROOT)).into_keys();
    let names = names.map(|path| path.to_string_lossy().replace('\\', "/"));
    let ours = |name: &String| !name.starts_with('.') && !name.starts_with("public/");
    let mut watched = BTreeMap::new();
    for name in names.filter(ours) {
        let path = Path::new(ROOT).join(&name);
        let bytes = site.world.files(&path).into_values().next().expect("it");
        site.world.set(&path, &bytes);
        site.world.set_fault(None);
        let outcome = site.rebuild();
        outcome.result.expect("a site");
        let reads = |(what, read): &(Operation, _)| {
            *what == Operation::Read && *read == Path::new(ROOT).join("site.yaml")
        };
        let builds = site.world.log().iter().any(reads);
        assert_eq!(builds, session.concerns(&name), "{name}");
        watched.insert(name, builds);
    }
    assert_eq!(watched.len(), 18, "{watched:?}");
    let others = watched.iter().filter(|(_, builds)| !**builds);
    let others: Vec<&str> = others.map(|(name, _)| name.as_str()).collect();
    let none = [
        "README.md",
        "contents/a.md",
        "notes/site.yaml",
        "parts/other.html",
        "urls.lock.bak",
    ];
    assert_eq!(others, none);
}

#[test]
fn an_input_that_was_not_there_is_seen_by_the_next_build() {
    let site = project().without("urls.lock");
    site.rebuild().result.expect("a site");
    let site = site.file("urls.lock", "/lost/ article lost\n");
    let found = site.rebuild().found;
    assert!(found.warnings().contains(&"lost-address"), "{}", found.text);
}

/// What tells what a page depends on.
struct Inputs {
    kind: &'static str,
    key: [u8; 16],
    sources: PageSources,
    /// The files of the articles whose headline or summary it shows.
    shown: BTreeSet<String>,
}

/// The inputs of each page, by route.
fn pages(site: &SiteTest) -> BTreeMap<String, Inputs> {
    let Desk { prepared, sink, .. } = site.prepare();
    let prepared = prepared.unwrap_or_else(|| panic!("{sink:?}"));
    let page = |planned: &dateline::plan::Planned| {
        let kind = kind(&planned.page);
        let (deps, shown) = pipeline::page_deps_and_shown(&prepared, planned);
        let file = |article: usize| format!("content/{}", prepared.site.articles[article].path);
        let inputs = Inputs {
            kind: kind.name,
            key: deps.key(prepared.templates.digest()),
            sources: (kind.sources)(prepared.site_of(planned), &planned.page),
            shown: shown.into_iter().map(file).collect(),
        };
        (planned.route.clone(), inputs)
    };
    prepared.plan.pages.iter().map(page).collect()
}

/// Where only texts change, a build takes every page to be as it was but those that say that they
/// show these texts ([`Kind::sources`](dateline::pages::Kind::sources)).
#[test]
fn a_text_changes_only_pages_that_name_it_among_their_sources() {
    let (mut of_all, mut of_shown) = (BTreeSet::new(), BTreeSet::new());
    let mut changed = BTreeSet::new();
    let fixture = |name| (name, SiteTest::fixture(name));
    let with_feeds = |feeds| {
        let site = format!("title: T\nurl: https://example.org\nfeeds: {feeds}\n");
        (feeds, SiteTest::fixture("terms").site(&site))
    };
    for (fixture, site) in [
        fixture("events"),
        fixture("kabar"),
        fixture("slips"),
        fixture("stories"),
        fixture("terms"),
        with_feeds("{terms: summary}"),
        with_feeds("{full_content: false}"),
        // With archives.
        with_feeds("{entries: 1}"),
        fixture("translations"),
    ] {
        let before = pages(&site);
        let content = Path::new(ROOT).join("content");
        for (below, bytes) in site.world.files(&content) {
            let path = content.join(&below);
            if path.extension().is_none_or(|ending| ending != "md") {
                continue;
            }
            let text = String::from_utf8(bytes.clone()).expect("text");
            site.world
                .set(&path, format!("{text}\n\nUnheard-of words.\n"));
            let name = format!("content/{}", below.to_string_lossy().replace('\\', "/"));
            for (route, page) in pages(&site) {
                let own = match page.sources {
                    PageSources::None => false,
                    PageSources::File(own) => own == name,
                    PageSources::TextsShown => {
                        of_shown.insert(page.kind);
                        page.shown.contains(&name)
                    }
                    PageSources::AllTexts => {
                        of_all.insert(page.kind);
                        true
                    }
                };
                if page.key != before[&route].key {
                    assert!(own, "{fixture}: {route} shows the text of {name}");
                    changed.insert(page.kind);
                }
            }
            site.world.set(&path, &bytes);
        }
    }
    assert_eq!(of_all, BTreeSet::from(["index-file"]));
    assert_eq!(of_shown, BTreeSet::from(["feed"]));
    for kind in of_all.union(&of_shown) {
        assert!(changed.contains(kind), "{kind}: {changed:?}");
    }
}

#[test]
fn every_feed_is_made_again_where_only_a_text_changes() {
    let article = |text: &str| {
        format!(
            "---\ntitle: A\ndate: 2025-01-02\npublished: 2025-01-03\ntags: [x]\n\
             corrections: [{{date: 2025-01-04, text: Wrong month.}}]\n---\n{text}\n"
        )
    };
    let site = SiteTest::new()
        .site(&format!("{SITE}taxonomies: {{tags: {{feeds_from: 1}}}}\n"))
        .article("a.md", &article("One."))
        .article("b.md", "---\ntitle: B\ndate: 2025-01-02\ntags: [x]\n---\n")
        .article("c.md", "---\ntitle: C\ndate: 2025-01-02\ntags: [x]\n---\n");
    site.rebuild().result.expect("a site");
    let site = site.article("a.md", &article("Two."));
    let outcome = site.rebuild();
    let rendered = outcome.result.as_ref().expect("a site").rendered.iter();
    let rendered: Vec<&str> = rendered.map(|(route, _)| route.as_str()).collect();
    for route in ["a/index.html", "feed.xml", "tags/x/feed.xml"] {
        assert!(rendered.contains(&route), "{route}: {rendered:?}");
    }
    assert!(outcome.files == site.build().files);
}
