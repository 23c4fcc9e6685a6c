//! What a build that goes on from the last one does, and what it leaves alone.

use std::path::Path;

use dateline::cache::Cause;
use dateline::world::Operation;

use crate::project::Project;
use crate::site_test::{Outcome, ROOT, SITE, SiteTest};

/// Six articles of two terms, over three years, without related ones.
fn published() -> SiteTest {
    let mut site = SiteTest::new()
        .site(&format!("{SITE}feeds: {{full_content: false}}\n"))
        .file("static/note.txt", "note");
    for n in 0..6 {
        let (term, year) = (["Odd", "Even"][n % 2], 2020 + n / 2);
        let text = format!(
            "---\ntitle: Event {n}\ndate: {year}-0{}-11\npublished: {year}-0{0}-12\ntags: [{term}]\n---\n\nText {n}.\n",
            n + 1
        );
        site = site.article(&format!("a{n}.md"), &text);
    }
    site.rebuild().result.expect("a site");
    site.world.set_fault(None);
    site
}

fn edited(site: SiteTest, n: usize, from: &str, to: &str) -> SiteTest {
    let path = format!("content/a{n}.md");
    let files = site.world.files(Path::new(ROOT).join(&path));
    let text = String::from_utf8(files.into_values().next().expect("an article")).unwrap();
    assert!(text.contains(from), "{text}");
    site.file(&path, &text.replace(from, to))
}

/// The routes that were rendered.
fn rendered(outcome: &Outcome) -> Vec<&str> {
    let built = outcome.result.as_ref().expect("a site");
    built
        .rendered
        .iter()
        .map(|(route, _)| route.as_str())
        .collect()
}

fn causes<'a>(outcome: &'a Outcome, route: &str) -> &'a [Cause] {
    let built = outcome.result.as_ref().expect("a site");
    let found = built
        .rendered
        .iter()
        .find(|(rendered, _)| rendered == route);
    &found
        .unwrap_or_else(|| panic!("{route} among {:?}", built.rendered))
        .1
}

/// How often files below a folder were read.
fn reads(site: &SiteTest, folder: &str) -> usize {
    let folder = Path::new(ROOT).join(folder);
    let log = site.world.log();
    log.iter()
        .filter(|(what, path)| *what == Operation::Read && path.starts_with(&folder))
        .count()
}

#[test]
fn where_nothing_changed_nothing_is_read_or_written() {
    let site = published();
    let outcome = site.rebuild();
    let built = outcome.result.as_ref().unwrap();
    assert!(built.rendered.is_empty());
    assert_eq!(built.report.same, outcome.files.len());
    for folder in ["content", "static", "public", "site.yaml"] {
        assert_eq!(reads(&site, folder), 0, "{folder}");
    }
    let wrote = |(what, _): &(Operation, _)| matches!(what, Operation::Create | Operation::Rename);
    assert!(!site.world.log().iter().any(wrote));
}

#[test]
fn a_text_changes_the_page_that_shows_it_and_is_the_only_one_read() {
    let site = edited(published(), 3, "Text 3.", "Another text.");
    let outcome = site.rebuild();
    // Another word can be looked for: in the file of words, among the spellings, and so in what
    // names their prints.
    let changed = [
        "a3/index.html",
        "search/index.json",
        "search/spellings.txt",
        "search/words-0.bin",
    ];
    assert_eq!(rendered(&outcome), changed);
    let file = "content/a3.md".to_owned();
    assert_eq!(causes(&outcome, "a3/index.html"), [Cause::Source(file)]);
    // To be parsed, and to be rendered.
    assert_eq!(reads(&site, "content"), 2);
    assert_eq!(outcome.result.unwrap().report.changed, 4);
}

#[test]
fn a_text_of_the_same_words_leaves_the_index_alone() {
    let site = edited(published(), 3, "Text 3.", "TEXT 3!");
    let outcome = site.rebuild();
    let built = outcome.result.as_ref().unwrap();
    assert_eq!(built.report.changed, 1);
    assert_eq!(reads(&site, "content"), 2);
}

#[test]
fn words_that_are_not_known_are_read_again() {
    let words = |site: &SiteTest| {
        let parsed = Path::new(ROOT).join(".dateline/parsed");
        let names = site.world.files(&parsed).into_keys();
        let mut words = names.filter(|name| name.to_string_lossy().starts_with("words-"));
        parsed.join(words.next().expect("a concordance"))
    };
    type Spoil = fn(&SiteTest, &Path);
    let spoilt: [Spoil; 2] = [
        |site, path| site.world.unset(path),
        |site, path| site.world.set(path, "damaged"),
    ];
    for (n, spoil) in spoilt.into_iter().enumerate() {
        // Of a part whose articles are as they were, and of one of which one is not.
        for text in ["Text 2.", "Other words."] {
            let site = published();
            spoil(&site, &words(&site));
            let site = edited(site, 2, "Text 2.", text).file("static/note.txt", "other");
            let outcome = site.rebuild();
            assert_eq!(outcome.found.warnings(), ["unusable-memo"], "{n} {text}");
            let clean = site.build();
            assert!(outcome.files == clean.files, "{n} {text}");
            let site = edited(site, 2, text, "Text 2.");
            site.world.set_fault(None);
            assert_eq!(site.rebuild().found.text, "");
            assert_eq!(reads(&site, "content"), 2 - usize::from(text == "Text 2."));
        }
    }
}

#[test]
fn a_title_changes_the_pages_that_show_it() {
    let site = edited(published(), 3, "Event 3", "Renamed");
    let outcome = site.rebuild();
    let pages = rendered(&outcome);
    for page in [
        "index.html",
        "2021/index.html",
        "a3/index.html",
        "feed.xml",
        "tags/even/index.html",
    ] {
        assert!(pages.contains(&page), "{page} in {pages:?}");
    }
    for page in [
        "2020/index.html",
        "tags/odd/index.html",
        "tags/index.html",
        "404.html",
        "sitemap.xml",
    ] {
        assert!(!pages.contains(&page), "{page} in {pages:?}");
    }
    let file = "content/a3.md".to_owned();
    assert_eq!(
        causes(&outcome, "2021/index.html"),
        [Cause::Neighbour(file)]
    );
}

#[test]
fn causes_are_told_apart() {
    let site = published().file("templates/not-found.html", "Gone");
    let outcome = site.rebuild();
    let template = Cause::Template("templates/not-found.html".to_owned());
    assert_eq!(causes(&outcome, "404.html"), [template]);

    let site = published()
        .site("title: Another\nurl: https://example.org/\nfeeds: {full_content: false}\n");
    let outcome = site.rebuild();
    assert_eq!(causes(&outcome, "404.html"), [Cause::Configuration]);

    let site = published().article("fresh.md", "---\ntitle: Fresh\ndate: 2019-01-01\n---\n");
    let outcome = site.rebuild();
    assert_eq!(causes(&outcome, "fresh/index.html"), [Cause::New]);
    let file = "content/fresh.md".to_owned();
    assert_eq!(causes(&outcome, "sitemap.xml"), [Cause::Neighbour(file)]);

    let expected = "---\ntitle: Soon\ndate: 2026-02-01\nstatus: expected\n---\n";
    let site = published().article("soon.md", expected);
    site.rebuild().result.expect("a site");
    let outcome = site.now("2026-02-02").rebuild();
    assert_eq!(causes(&outcome, "soon/index.html"), [Cause::Clock]);
}

#[test]
fn the_output_is_repaired() {
    let site = published();
    let page = Path::new(ROOT).join("public/a1/index.html");
    let before = site
        .world
        .files(&page)
        .into_values()
        .next()
        .expect("a page");
    let mut other = before.clone();
    other[10] ^= 1;
    site.world.set(&page, &other);
    site.world
        .unset(Path::new(ROOT).join("public/a2/index.html"));
    let outcome = site.rebuild();
    assert_eq!(rendered(&outcome), ["a1/index.html", "a2/index.html"]);
    assert_eq!(causes(&outcome, "a1/index.html"), [Cause::Damaged]);
    assert_eq!(causes(&outcome, "a2/index.html"), [Cause::Missing]);
    assert_eq!(outcome.files["a1/index.html"], before);
    assert!(outcome.has("a2/index.html"));
}

#[test]
fn a_file_that_was_written_again_as_it_was_changes_nothing() {
    let site = edited(published(), 1, "Text 1.", "Text 1.");
    let outcome = site.rebuild();
    assert!(rendered(&outcome).is_empty());
    assert_eq!(reads(&site, "content"), 1);
    site.world.set_fault(None);
    site.rebuild();
    assert_eq!(reads(&site, "content"), 0);
}

#[test]
fn a_change_at_the_instant_of_the_build_is_seen() {
    let site = SiteTest::new();
    site.world.stop_clock(true);
    let site = site.article("a.md", "---\ntitle: One\ndate: 2025\n---\n");
    site.rebuild().result.expect("a site");
    // As long, and with the same stamp.
    let site = site.article("a.md", "---\ntitle: Two\ndate: 2025\n---\n");
    let outcome = site.rebuild();
    assert!(outcome.text("a/index.html").contains("Two"));
}

#[test]
fn warnings_are_said_each_time() {
    let site = published().article(
        "b.md",
        "---\ntitle: B\ndate: 2025-01-01\ncertainty: sure\n---\n",
    );
    let site = site.file("site.yaml", &format!("{SITE}lenient: true\n"));
    let first = site.rebuild();
    assert_eq!(first.found.warnings().len(), 1, "{}", first.found.text);
    let again = site.rebuild();
    assert!(again.result.unwrap().rendered.is_empty());
    assert_eq!(again.found.text, first.found.text);
    let site = edited(site, 1, "Text 1.", "Another.");
    assert_eq!(site.rebuild().found.text, first.found.text);
}

#[test]
fn a_cache_that_is_damaged_or_of_another_version_is_made_anew() {
    let cache = Path::new(ROOT).join(".dateline");
    type Spoil = fn(&mut Vec<u8>);
    let spoilt: [(&str, Spoil); 4] = [
        ("is damaged", |bytes| *bytes.last_mut().unwrap() ^= 1),
        ("is damaged", |bytes| bytes.truncate(bytes.len() / 2)),
        ("is damaged", Vec::clear),
        ("another version", |bytes| bytes[15] ^= 1),
    ];
    for (words, spoil) in spoilt {
        let site = published();
        let mut state = site
            .world
            .files(cache.join("state"))
            .into_values()
            .next()
            .unwrap();
        spoil(&mut state);
        site.world.set(cache.join("state"), state);
        let outcome = site.rebuild();
        assert_eq!(outcome.found.warnings(), ["unusable-memo"]);
        assert!(outcome.found.text.contains(words), "{}", outcome.found.text);
        let built = outcome.result.unwrap();
        assert_eq!((built.report.new, built.report.changed), (0, 0));
        assert_eq!(site.rebuild().found.text, "", "{words}");
    }
    // A part.
    let site = published();
    let (part, mut bytes) = site
        .world
        .files(cache.join("parsed"))
        .into_iter()
        .next()
        .unwrap();
    bytes[5] ^= 1;
    site.world.set(cache.join("parsed").join(part), bytes);
    let site = edited(site, 1, "Text 1.", "Another.");
    let outcome = site.rebuild();
    assert_eq!(outcome.found.warnings(), ["unusable-memo"]);
    let changed = [
        "a1/index.html",
        "search/index.json",
        "search/spellings.txt",
        "search/words-0.bin",
    ];
    assert_eq!(rendered(&outcome), changed);
    let site = edited(site, 1, "Another.", "Text 1.");
    assert_eq!(site.rebuild().found.text, "");
}

#[test]
fn a_cache_that_cannot_be_written_fails_no_build() {
    let site = published();
    site.world.unset(Path::new(ROOT).join(".dateline"));
    site.world
        .set(Path::new(ROOT).join(".dateline"), "a file in its place");
    let outcome = edited(site, 1, "Text 1.", "Another.").rebuild();
    assert!(outcome.text("a1/index.html").contains("Another."));
}

#[test]
fn the_program_tells_what_it_did() {
    let project = Project::new().file(
        "content/a.md",
        "---\ntitle: A\ndate: 2025-01-01\n---\n\nText.\n",
    );
    let line = |args: &str| {
        let last = project
            .run(args)
            .code(0)
            .out
            .lines()
            .last()
            .expect("a line")
            .to_owned();
        serde_json::from_str::<serde_json::Value>(&last).expect("JSON")["build"].clone()
    };
    let first = line("build --format json");
    assert_eq!(first["written"], first["pages"]);
    let again = line("build --format json");
    assert_eq!(
        (&again["written"], &again["kept"]),
        (&0.into(), &first["pages"])
    );
    let project = project.file(
        "content/a.md",
        "---\ntitle: A\ndate: 2025-01-01\n---\n\nOther.\n",
    );
    let ran = project.run("build --explain").code(0);
    assert!(
        ran.out.contains("a/index.html: content/a.md changed"),
        "{}",
        ran.out
    );
}

#[test]
fn a_page_that_somebody_changed_is_left_to_them_when_the_site_drops_it() {
    let site = published();
    let page = "a5/index.html";
    site.world
        .set(Path::new(ROOT).join("public").join(page), b"theirs");
    let outcome = site.without("content/a5.md").rebuild();
    let built = outcome.result.as_ref().expect("a site");
    assert_eq!(built.report.left, [page]);
    assert_eq!(outcome.files[page], b"theirs");
}

/// What is told by another article is on no list of its own: only that article's row has its name.
#[test]
fn the_name_of_what_another_entry_tells_changes_in_the_data() {
    let plan = |title: &str| {
        let head = "date: 2025-06\nstatus: expected\npublished: 2025-01-10\ntags: [Water]";
        format!("---\nid: plan\ntitle: {title}\n{head}\n---\n\nText.\n")
    };
    let dam = "---\ntitle: It opens\ndate: 2025-06-20\ntags: [Water]\nupdates:\n  - {entry: plan, date: 2025-06-20, status: happened, same_event: true}\n---\n\nText.\n";
    let site = published()
        .article("plan.md", &plan("A dam is to open"))
        .article("dam.md", dam);
    site.rebuild().result.expect("a site");
    let site = site.article("plan.md", &plan("A dam opens soon"));
    let outcome = site.rebuild();
    let clean = site.built();
    for file in ["data/entries.json", "data/entries.csv", "dam/index.html"] {
        assert!(outcome.files[file] == clean.files[file], "{file}");
    }
    let rows = String::from_utf8_lossy(&outcome.files["data/entries.json"]).into_owned();
    assert!(rows.contains("A dam opens soon"), "{rows}");
}
