//! Content from elsewhere: the fixtures `hugo`, `jekyll`, `zola` and `events`, each as its
//! generator, or a hand, writes.

use std::collections::BTreeMap;
use std::path::Path;

use dateline::diagnostic::Severity;

use crate::goldens::{Goldens, site_folder};
use crate::html;
use crate::site_test::{Found, Outcome, SITE, SiteTest};

/// `site.yaml` of a fixture, lenient or not. Lints have tests of their own: a file with a fault
/// is not judged, and so they differ between the two.
fn site_yaml(name: &str, lenient: bool) -> String {
    let yaml = std::fs::read_to_string(site_folder(name).join("site.yaml")).expect("readable");
    let yaml = yaml.replace("lenient: true\n", "");
    let lint =
        "lint: {missing-published: off, missing-source: off, vague-title: off, overdue: off}\n";
    let yaml = format!("{yaml}{lint}");
    if lenient {
        format!("{yaml}lenient: true\n")
    } else {
        yaml
    }
}

fn lenient(name: &str) -> Outcome {
    SiteTest::fixture(name).site(&site_yaml(name, true)).built()
}

fn strict(name: &str) -> Found {
    let site = SiteTest::fixture(name).site(&site_yaml(name, false));
    site.settings(|s| s.strict = true).check()
}

/// Diagnostics of both ways, and pages of the lenient one.
fn hold(name: &str, routes: &[&str]) -> Outcome {
    let site = lenient(name);
    assert!(site.found.errors().is_empty(), "{}", site.found.text);
    Goldens::of(name)
        .diagnostics(&site.found.text)
        .made("strict.diagnostics", &strict(name).text)
        .texts(&site, routes.iter().copied())
        .hold();
    let dead = html::dead_ends(&site.files, "https://example.org", base(name));
    let untold = html::untold(dead, &site.found);
    assert!(untold.is_empty(), "{untold:#?}");
    site
}

fn base(name: &str) -> &'static str {
    if name == "jekyll" { "/blog/" } else { "/" }
}

#[test]
fn a_site_of_hugo_comes_over() {
    let site = hold(
        "hugo",
        &[
            "index.html",
            "first-post/index.html",
            "2015/second.html",
            "third/index.html",
            "toml/index.html",
            "json/index.html",
            "categories/news/index.html",
        ],
    );
    assert!(
        site.text("old/second/index.html")
            .contains("/2015/second.html")
    );
    assert!(site.has("first-post/gauge.txt"));
    for lost in ["draft/index.html", "tomorrow/index.html"] {
        assert!(!site.has(lost), "{lost}");
    }
}

#[test]
fn a_site_of_jekyll_comes_over() {
    let site = hold(
        "jekyll",
        &[
            "index.html",
            "hello-world/index.html",
            "2015/with-a-date.html",
            "a-pattern/index.html",
            "about-us/index.html",
        ],
    );
    for lost in ["unpublished/index.html", "an-idea/index.html"] {
        assert!(!site.has(lost), "{lost}");
    }
    let drafts = SiteTest::fixture("jekyll").site(&site_yaml("jekyll", true));
    let drafts = drafts.settings(|s| s.drafts = true).built();
    for shown in ["unpublished/index.html", "an-idea/index.html"] {
        assert!(drafts.has(shown), "{shown}");
    }
}

#[test]
fn a_site_of_zola_comes_over() {
    let site = hold(
        "zola",
        &["index.html", "first/index.html", "the-second/index.html"],
    );
    assert!(site.has("the-second/gauge.txt"));
    assert!(site.has("tags/rivers/index.html"));
}

#[test]
fn a_collection_made_by_hand_comes_over() {
    let site = hold(
        "events",
        &[
            "index.html",
            "the-first/index.html",
            "the-second/index.html",
            "the-third/index.html",
            "the-fourth/index.html",
            "the-fifth/index.html",
            "the-sixth/index.html",
            "actors/index.html",
        ],
    );
    assert!(site.has("actors/x-twitter/index.html"));
    assert!(site.has("actors/x-twitter-2/index.html"));
}

#[test]
fn what_lenient_lets_pass_is_an_error_without_it() {
    for name in ["hugo", "jekyll", "zola", "events"] {
        let with = SiteTest::fixture(name).site(&site_yaml(name, true)).check();
        let without = SiteTest::fixture(name)
            .site(&site_yaml(name, false))
            .check();
        assert_eq!(with.list.len(), without.list.len(), "{name}");
        for (with, without) in with.list.iter().zip(&without.list) {
            assert_eq!(with.message, without.message, "{name}");
            let lenient = without.lenient && without.severity == Severity::Error;
            let expected = if lenient {
                Severity::Warning
            } else {
                without.severity
            };
            assert_eq!(with.severity, expected, "{name}: {}", with.message);
        }
    }
}

#[test]
fn templates_find_under_extra_what_dateline_does_not_know() {
    let page = "{{ article.extra.layout }}|{{ article.extra.weight + 1 }}|{% if article.extra.toc %}toc{% else %}none{% endif %}|{{ article.extra.cover.src }}|{{ article.extra.scores | length }}|{% for s in article.sources %}{{ s.extra.tier }}{% endfor %}|{% for key, value in article.extra %}{{ key }} {% endfor %}";
    let site = SiteTest::new()
        .file("templates/article.html", page)
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025\nweight: 3\nlayout: single\ntoc: false\nextra: {cover: {src: x.jpg}, scores: [1, 2]}\nsources: [{title: S, tier: first}]\n---\n",
        )
        .built();
    assert_eq!(
        site.text("a/index.html").trim(),
        "single|4|none|x.jpg|2|first|cover scores weight layout toc"
    );
}

#[test]
fn a_name_of_another_generator_is_read_as_the_key_that_it_means() {
    let article = |keys: &str| format!("---\ntitle: A\ndate: 2025-01-02\n{keys}---\n");
    let page = |keys: &str| {
        let site = SiteTest::new().article("a.md", &article(keys)).built();
        assert!(site.found.warnings().is_empty(), "{}", site.found.text);
        site.text("a/index.html").to_owned()
    };
    for (theirs, ours) in [
        ("author: Jane", "authors: [Jane]"),
        ("description: D", "summary: D"),
        ("excerpt: D", "summary: D"),
        ("Description: D", "summary: D"),
        (
            "published: 2025-01-03\nlastmod: 2025-01-04",
            "published: 2025-01-03\nupdated: 2025-01-04",
        ),
        ("last_modified_at: 2025-01-04", "updated: 2025-01-04"),
        ("publishDate: 2025-01-03", "published: 2025-01-03"),
        ("publishdate: 2025-01-03", "published: 2025-01-03"),
        ("organizations: [Meta]", "organisations: [Meta]"),
        ("category: News", "categories: [News]"),
        ("status: disputed", "certainty: disputed"),
        ("tags: \"x\"", "tags: [x]"),
        ("tags: [[x], y]", "tags: [x, y]"),
        (
            "authors: [{name: Jane, url: https://x.org}]",
            "authors: [Jane]",
        ),
        ("summary: ~\ntags: []\nauthors: \"\"", ""),
        ("params: {author: Jane}", "authors: [Jane]"),
        ("taxonomies: {tags: [x]}", "tags: [x]"),
        (
            "sources: [{title: S, outlet: O}]",
            "sources: [{title: S, publisher: O}]",
        ),
        (
            "sources: [{title: S, publication: O}]",
            "sources: [{title: S, publisher: O}]",
        ),
        (
            "sources: [{title: S, archive_url: 'https://a.org/'}]",
            "sources: [{title: S, archived: 'https://a.org/'}]",
        ),
        (
            "sources: [{title: S, access_date: 2025-01-02}]",
            "sources: [{title: S, accessed: 2025-01-02}]",
        ),
        (
            "sources: [{title: S, retrieved: 2025-01-02}]",
            "sources: [{title: S, accessed: 2025-01-02}]",
        ),
        (
            "sources: 'https://a.org/'",
            "sources: [{url: 'https://a.org/'}]",
        ),
        (
            "sources: ['https://a.org/']",
            "sources: [{url: 'https://a.org/'}]",
        ),
        ("sources: {b: {title: S}}", "sources: [{id: b, title: S}]"),
    ] {
        let (theirs, ours) = (format!("{theirs}\n"), format!("{ours}\n"));
        assert_eq!(page(&theirs), page(&ours), "{theirs}");
    }
}

#[test]
fn the_key_itself_wins_over_its_other_names_wherever_it_stands() {
    for keys in [
        "summary: Ours\ndescription: Theirs\n",
        "description: Theirs\nsummary: Ours\n",
        "description: ''\nexcerpt: Ours\n",
    ] {
        let text = format!("---\ntitle: A\ndate: 2025\n{keys}---\n");
        let site = SiteTest::new().article("a.md", &text).built();
        let page = html::text_of_main(site.text("a/index.html"));
        assert!(page.contains("Ours") && !page.contains("Theirs"), "{page}");
        let warned = site.found.warnings().contains(&"two-names");
        assert_eq!(warned, keys.contains("Theirs"), "{}", site.found.text);
    }
}

#[test]
fn the_time_of_a_post_is_its_publication_and_its_written_day_the_events() {
    let dates = [
        ("2014-05-14T19:27:00Z", "14 May 2014"),
        ("2014-05-14 19:27:00 +0700", "14 May 2014"),
        ("2014-05-14 23:27:00 UTC", "14 May 2014"),
        ("2014-05-14T19:27", "14 May 2014"),
        ("'2014-05-14 19:27:00'", "14 May 2014"),
    ];
    for (date, day) in dates {
        let text = format!("---\ntitle: A\ndate: {date}\n---\n");
        let site = SiteTest::new()
            .site("title: T\nurl: https://example.org/\ntimezone: Asia/Jakarta\n")
            .article("a.md", &text);
        let desk = site.prepare();
        let prepared = desk.prepared.expect("it is planned");
        let front = &prepared.site.articles[0].front;
        assert!(front.published.is_some_and(|p| !p.day_only), "{date}");
        let own = front.date.as_ref().expect("a date");
        assert!(own.value.instant().is_none(), "{date}");
        let page = site.built();
        let page = html::text_of_main(page.text("a/index.html"));
        assert!(page.contains(day), "{date}: {page}");
    }
}

#[test]
fn a_time_of_day_is_the_events_own_where_publication_is_another_or_it_is_expected() {
    for keys in [
        "date: 2025-05-14T19:27\npublished: 2025-05-15T08:00\n",
        "date: 2026-05-14T19:27\nstatus: expected\n",
    ] {
        let text = format!("---\ntitle: A\n{keys}---\n");
        let desk = SiteTest::new().article("a.md", &text).prepare();
        let prepared = desk.prepared.expect("it is planned");
        let date = prepared.site.articles[0].front.date.as_ref();
        assert!(date.expect("a date").value.instant().is_some(), "{keys}");
    }
}

#[test]
fn the_name_of_a_file_gives_the_date_where_the_front_matter_has_none() {
    let built = |path: &str, keys: &str| {
        let text = format!("---\ntitle: A\n{keys}---\n");
        let outcome = SiteTest::new().article(path, &text).build();
        let first = outcome.pages().find(|(route, _)| *route == "a/index.html");
        first.map(|(_, page)| html::text_of_main(page))
    };
    let page = built("_posts/2025-12-12-a.md", "").expect("built");
    assert!(page.contains("12 December 2025"), "{page}");
    let page = built("2025-12-12-a/index.md", "").expect("built");
    assert!(page.contains("12 December 2025"), "{page}");
    let page = built("2025-12-12-a.md", "date: 2024-11\n").expect("built");
    assert!(page.contains("November 2024"), "{page}");
    assert!(!page.contains("12 December 2025"), "{page}");
    assert_eq!(built("2025-02-30-a.md", ""), None, "there is no such day");
}

#[test]
fn a_front_matter_is_found_however_it_is_fenced() {
    for text in [
        "\n\n---\ntitle: A\ndate: 2025\n---\nText.\n",
        "<!-- a comment\nof two lines -->\n\n---  \ntitle: A\ndate: 2025\n...\nText.\n",
        "\u{feff}---\r\ntitle: A\t\r\ndate: 2025\t\r\n---\t\r\nText.\r\n",
    ] {
        let site = SiteTest::new().article("a.md", text).built();
        assert!(
            site.found
                .list
                .iter()
                .all(|d| d.severity == Severity::Notice),
            "{}",
            site.found.text
        );
        let page = html::text_of_main(site.text("a/index.html"));
        assert!(page.contains("Text.") && !page.contains("title"), "{page}");
    }
}

#[test]
fn what_is_no_article_is_left_out_with_a_word() {
    let article = "---\ntitle: A\ndate: 2025\n---\n";
    let dateless = "---\ntitle: A\n---\n";
    for (path, text) in [
        ("README.md", article),
        ("events/readme.markdown", article),
        ("_index.md", article),
        ("posts/_index.de.md", article),
        ("about/index.md", dateless),
        ("index.md", "---\nlayout: home\n---\n"),
        ("LICENSE.md", "# Licence\n"),
        ("page.mdx", "import X from './x'\n"),
    ] {
        let site = SiteTest::new()
            .article("real.md", article)
            .article(path, text)
            .built();
        let left: Vec<_> = site
            .found
            .list
            .iter()
            .filter(|d| d.code == "left-out")
            .collect();
        let [notice] = left.as_slice() else {
            panic!("{path}: {}", site.found.text);
        };
        // A README is written for other editors: it is no loss.
        let severity = match path.to_lowercase().contains("readme") {
            true => Severity::Notice,
            false => Severity::Warning,
        };
        assert_eq!(notice.severity, severity, "{path}");
        assert!(
            notice.hint.as_ref().is_some_and(|c| !c.is_empty()),
            "{path}"
        );
        let pages = site
            .pages()
            .filter(|(route, _)| route.ends_with("/index.html"));
        let list = |r: &str| {
            r.starts_with("20")
                || ["explore", "feeds", "data"]
                    .map(|f| format!("{f}/index.html"))
                    .contains(&r.to_owned())
        };
        assert_eq!(pages.filter(|(r, _)| !list(r)).count(), 1, "{path}");
    }
    let site = SiteTest::new().article("my_index.md", article).built();
    assert!(
        site.has("my-index/index.html") || site.has("my_index/index.html"),
        "{}",
        site.found.text
    );
}

#[test]
fn forty_unknown_keys_of_each_source_are_one_notice_a_file() {
    let keys: String = (0..40).map(|n| format!("    field_{n}_q: {n}\n")).collect();
    let sources: String = (0..5).map(|n| format!("  - title: S{n}\n{keys}")).collect();
    let text = format!("---\ntitle: A\ndate: 2025\nlayout: x\nsources:\n{sources}---\n");
    let site = SiteTest::new().article("a.md", &text).built();
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for d in &site.found.list {
        *codes.entry(d.code).or_default() += 1;
    }
    assert_eq!(codes.get("extra-key"), Some(&1), "{}", site.found.text);
    assert!(site.found.warnings().is_empty(), "{}", site.found.text);
    assert!(site.found.text.contains("41 keys"), "{}", site.found.text);
}

#[test]
fn a_key_that_is_nearly_one_is_a_warning_and_one_that_is_ignored_is_silent() {
    let text = "---\ntitle: A\ndate: 2025\nsumary: x\nlayout: x\nsources: [{title: S, publsher: x}]\n---\n";
    let found = SiteTest::new().article("a.md", text).check();
    assert_eq!(
        found.warnings(),
        ["unknown-key", "unknown-key"],
        "{}",
        found.text
    );
    assert!(
        found.text.contains("did you mean `summary`?"),
        "{}",
        found.text
    );
    assert!(
        found.text.contains("did you mean `publisher`?"),
        "{}",
        found.text
    );
    let silent = SiteTest::new()
        .site("title: T\nurl: https://example.org/\nfront_matter: {ignore: [sumary, layout, publsher]}\n")
        .article("a.md", text)
        .check();
    let said = |code: &str| silent.list.iter().any(|d| d.code == code);
    assert!(
        !said("unknown-key") && !said("extra-key"),
        "{}",
        silent.text
    );
}

#[test]
fn a_date_apart_is_named_with_what_to_write() {
    for (keys, hint) in [
        (
            "date: {start: 2025-01, end: 2025-03}",
            "`date: 2025-01/2025-03`",
        ),
        ("event_date: 2025-01-02", "{rename: {event_date: date}}"),
        (
            "date: 2025-01\nend_date: 2025-03",
            "`date: 2025-01/2025-03`",
        ),
        (
            "date: Jan 5, 2025\nend_date: 9 January 2025",
            "`date: 2025-01-05/2025-01-09`",
        ),
        (
            "date: {start: Jan 5 2025, end: 2025-1-9T18:00}",
            "`date: 2025-01-05/2025-01-09`",
        ),
        (
            "date: 2025-01\nend_date: some day",
            "`date: 2025-01/2025-03`",
        ),
        ("date: 5.1.2023", "`2023-01-05`"),
    ] {
        let text = format!("---\ntitle: A\n{keys}\n---\n");
        let found = SiteTest::new().article("a.md", &text).check();
        assert!(found.text.contains(hint), "{keys}: {}", found.text);
    }
}

const LENIENT: &str = "title: T\nurl: https://example.org/\nlenient: true\n";

#[test]
fn articles_of_one_name_are_told_apart_by_date_folder_or_number() {
    let article = "---\ntitle: A\ndate: 2025\n---\n";
    let site = SiteTest::new()
        .site(LENIENT)
        .article("_posts/2014-01-01-update.md", article)
        .article("_posts/2015-01-01-update.md", article)
        .article("news/update.md", article)
        .article(
            "notes/own.md",
            "---\ntitle: A\ndate: 2025\nslug: news-update\n---\n",
        )
        .article("2015/review/index.md", article)
        .article("2016/review/index.md", article);
    let built = site.built();
    for route in [
        "update/index.html",
        "2015-01-01-update/index.html",
        "update-2/index.html",
        "news-update/index.html",
        "review/index.html",
        "2016-review/index.html",
    ] {
        assert!(built.has(route), "{route}: {:#?}", built.files.keys());
    }
    let strict = site.site("title: T\nurl: https://example.org/\n").check();
    let clashes = strict
        .errors()
        .iter()
        .filter(|c| **c == "route-clash")
        .count();
    assert_eq!(clashes, 3, "{}", strict.text);
    for hint in [
        "slug: 2015-01-01-update",
        "slug: update-2",
        "slug: 2016-review",
    ] {
        assert!(strict.text.contains(hint), "{hint}: {}", strict.text);
    }
}

#[test]
fn an_old_address_that_is_the_present_one_is_no_clash() {
    let text = "---\ntitle: A\ndate: 2025\naliases: [/a/, /old/a/]\n---\n";
    let site = SiteTest::new().article("a.md", text).built();
    assert!(site.text("a/index.html").contains("<h1"));
    assert!(site.text("old/a/index.html").contains("/a/"));
}

#[test]
fn lenient_lets_pass_all_but_a_title_a_date_and_what_decides_whether_an_article_shows() {
    let article = |keys: &str| format!("---\ntitle: A\ndate: 2025\n{keys}\n---\n");
    for (keys, code) in [
        ("id: 'a: b'", "bad-id"),
        ("slug: ../../x", "bad-slug"),
        ("aliases: [Another name, /b/]", "bad-alias"),
        ("aliases: [/tags/]\ntags: [x]", "route-clash"),
        ("permalink: https://example.org/", "bad-address"),
        ("kind: event", "unknown-word"),
        ("order: first", "wrong-number"),
        ("updated: soon", "bad-date"),
        ("updated: 2025-12", "bad-instant"),
        ("draft: false\ndraft: false", "duplicate-key"),
        ("tags: {a: b}", "wrong-type"),
        (
            "corrections: [{date: 2025-01-02, was: x, now: y}]",
            "missing-key",
        ),
        ("entries: [{text: x}]", "missing-title"),
        ("updates: [{date: 2025-01-02, note: x}]", "missing-key"),
        ("updates: [{entry: nothing, date: 2025}]", "unknown-entry"),
        ("updates: Some words", "wrong-type"),
        ("summary: [a, b]", "wrong-type"),
    ] {
        let strict = SiteTest::new().article("a.md", &article(keys)).check();
        assert!(strict.errors().contains(&code), "{keys}: {}", strict.text);
        let lenient = SiteTest::new()
            .site(LENIENT)
            .article("a.md", &article(keys));
        let built = lenient.built();
        assert!(
            built.found.warnings().contains(&code),
            "{keys}: {}",
            built.found.text
        );
        assert!(built.text("a/index.html").contains("<h1"), "{keys}");
    }
    for text in [
        "---\ndate: 2025\n---\n",
        "---\ntitle: A\n---\n",
        "---\ntitle: A\ndate: yesterday\n---\n",
        "---\ntitle: A\ndate: 5/1/2025\n---\n",
        "---\ntitle: A\ndate: 2025\npublished: soon\n---\n",
        "---\ntitle: A\n\tdate: 2025\n---\n",
    ] {
        let built = SiteTest::new().site(LENIENT).article("a.md", text).build();
        assert!(built.result.is_err(), "{text}");
        assert!(!built.found.errors().is_empty(), "{text}");
    }
}

#[test]
fn what_can_not_be_read_is_kept_for_templates() {
    let page = "{{ article.extra.kind }}|{{ article.extra.updated }}|{{ article.extra.importance }}|{{ article.extra.corrections[0].was }}|{{ article.extra.aliases[0] }}";
    let text = "---\ntitle: A\ndate: 2025\nkind: event\nupdated: soon\nimportance: high\ncorrections: [{date: 2025-01-02, was: x}]\naliases: [Another name]\n---\n";
    let site = SiteTest::new()
        .site(LENIENT)
        .file("templates/article.html", page)
        .article("a.md", text)
        .built();
    assert_eq!(
        site.text("a/index.html").trim(),
        "event|soon|high|x|Another name"
    );
}

#[test]
fn a_draft_that_can_not_be_read_as_one_does_not_show() {
    let article = "---\ntitle: A\ndate: 2025\ndraft: maybe\n---\n";
    let site = SiteTest::new()
        .site(LENIENT)
        .article("a.md", article)
        .built();
    assert!(!site.has("a/index.html"));
}

#[test]
fn the_example_of_the_documentation_builds() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/elsewhere.md");
    let page = std::fs::read_to_string(page).expect("readable");
    let (_, rest) = page.split_once("```yaml\n").expect("an example");
    let (yaml, _) = rest.split_once("```").expect("its end");
    let text = "---\ntitle: A\nhappened: 2025-01-02\nlayout: x\nimportance: 9\n---\n";
    let site = SiteTest::new().site(yaml).article("a.md", text).built();
    let page = html::text_of_main(site.text("a/index.html"));
    assert!(page.contains("2 January 2025"), "{page}");
    assert!(site.found.warnings().is_empty(), "{}", site.found.text);
}

#[test]
fn a_line_that_only_lacks_its_quotes_is_read_to_its_end() {
    for value in [
        "Rivers: a survey",
        "Rivers: a survey: the \"second\" part",
        "\"Rivers\" of the north",
        "'Rivers' of the north",
        "'It's a river'",
        "\"He said \"go\" to us\"",
        "@rivers",
        "`rivers` in code",
        "%rivers",
        "*Rivers* of the north",
        "[Update] Rivers",
        "What now:",
    ] {
        let text = format!("---\ntitle: {value}\ndate: 2025\nplace: A: b\n---\n");
        let strict = SiteTest::new().article("a.md", &text).check();
        assert_eq!(strict.errors().len(), 2, "{value}: {}", strict.text);
        let site = SiteTest::new().site(LENIENT).article("a.md", &text);
        let desk = site.prepare();
        let prepared = desk.prepared.expect("it is planned");
        let front = &prepared.site.articles[0].front;
        let plain = |text: &str| text.replace(['“', '”', '"'], "'").replace(['‘', '’'], "'");
        assert_eq!(plain(&front.title.value), plain(value));
        assert_eq!(front.place.as_deref(), Some("A: b"), "{value}");
        assert!(site.build().result.is_ok(), "{value}");
    }
}

#[test]
fn a_date_with_one_reading_is_taken_for_it() {
    for (date, meant) in [
        ("05.01.2023", "2023-01-05"),
        ("5.1.2023", "2023-01-05"),
        ("05.01.2023 09:25", "2023-01-05"),
        ("31/1/2023", "2023-01-31"),
        ("2023年1月5日", "2023-01-05"),
        ("2023-01-05 09:25 XYZ", "2023-01-05"),
        ("the 1980s", "198X"),
        ("1/2/2023", "?"),
        ("around then", "?"),
    ] {
        let text = format!("---\ntitle: A\ndate: '{date}'\n---\n");
        let strict = SiteTest::new().article("a.md", &text).check();
        assert_eq!(strict.errors(), ["bad-date"], "{date}: {}", strict.text);
        let desk = SiteTest::new()
            .site(LENIENT)
            .article("a.md", &text)
            .prepare();
        let read = desk.prepared.and_then(|p| {
            let article = p.site.articles.first()?;
            Some(article.front.date.as_ref()?.value.edtf())
        });
        assert_eq!(read.as_deref().unwrap_or("?"), meant, "{date}");
    }
}

#[test]
fn a_standing_page_of_another_generator_comes_over() {
    let page = "---\nlayout: page\ntitle: About\ndescription: Who we are.\npermalink: /who/\ndate: 2014-01-01\n---\n";
    let hidden = "---\ntitle: Hidden\npublished: false\n---\n";
    let site = SiteTest::new()
        .file("templates/standing.html", "{{ standing.extra.layout }}")
        .article("pages/about.md", page)
        .article("pages/hidden.md", hidden)
        .built();
    assert_eq!(site.text("who/index.html").trim(), "page");
    assert!(!site.has("hidden/index.html") && !site.has("about/index.html"));
}

#[test]
fn a_word_of_its_own_for_how_firm_an_entry_is_is_not_the_articles() {
    let text = "---\ntitle: A\ndate: 2025-01-01\ncertainty: confirmed\n\
        entries: [{id: e, title: Plan, date: 2025-02-02, certainty: alleged}]\n---\n";
    let site = SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article("a.md", text)
        .built();
    let page = html::text_of_main(site.text("a/index.html"));
    assert!(page.to_lowercase().contains("alleged"), "{page}");
}

#[test]
fn a_path_from_the_root_may_be_percent_encoded() {
    let site = SiteTest::new().file("static/my file.txt", "x").article(
        "a.md",
        "---\ntitle: A\ndate: 2025\n---\n\n[x](/my%20file.txt)\n",
    );
    assert!(site.check().errors().is_empty(), "{}", site.check().text);
}

#[test]
fn a_files_name_that_is_no_address_gives_addresses_and_ids_that_are() {
    let site = SiteTest::new()
        .site(&format!("{SITE}permalink: \"/{{id}}/\"\n"))
        .article("my file (1) ä.md", "---\ntitle: A\ndate: 2025\n---\n")
        .built();
    assert!(
        site.has("my-file-1-a/index.html"),
        "{:?}",
        site.files.keys()
    );
    let feed = site.text("feed.xml");
    assert!(
        feed.contains("<id>tag:example.org,2025:my%20file%20%281%29%20%C3%A4</id>"),
        "{feed}"
    );
}

#[test]
fn a_number_for_a_second_id_is_none_that_an_article_has_written() {
    let article = |id: &str| format!("---\nid: {id}\ntitle: A {id}\ndate: 2025\n---\n");
    let site = SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article("a.md", &article("x"))
        .article("b.md", &article("x"))
        .article("c.md", &article("x-2"))
        .article(
            "d.md",
            "---\ntitle: D\ndate: 2025\n---\n\n[[x-2]] [[x-3]]\n",
        )
        .built();
    let links = html::references(site.text("d/index.html"));
    assert!(links.contains("/c/") && links.contains("/b/"), "{links:?}");
}
