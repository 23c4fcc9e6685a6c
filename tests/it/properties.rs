//! What holds for any content.

use std::collections::{BTreeMap, BTreeSet};

use dateline::diagnostic::Sink;
use dateline::parse;
use dateline::pipeline;
use dateline::source::{Source, SourceId, decode};
use dateline::view::deps::Deps;
use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::html;
use crate::site_test::{Desk, SiteTest};

/// So many cases, or as many as `PROPTEST_CASES` says.
fn cases(cases: u32) -> ProptestConfig {
    let said = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: said.and_then(|n| n.parse().ok()).unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

const SITE: &str = "title: Any\nurl: https://example.org/news/\ntimezone: Asia/Jakarta\n\
    taxonomies: {models: {title: Models, feeds_from: 2, aliases: {One: [Eins, Uno]}}}\n\
    stances: {open: {label: Open}, shut: {label: Shut}}\n";

/// A valid date of any kind.
fn date() -> impl Strategy<Value = String> {
    let year = 1950..2100i32;
    prop_oneof![
        (year.clone(), 1..=12u32, 1..=28u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        (year.clone(), 1..=12u32).prop_map(|(y, m)| format!("{y}-{m:02}")),
        year.clone().prop_map(|y| y.to_string()),
        (year.clone(), 1..=4u32).prop_map(|(y, q)| format!("{y}-Q{q}")),
        (year.clone(), 1..=2u32).prop_map(|(y, h)| format!("{y}-H{h}")),
        (year.clone(), select(vec!["~", "?", "%"])).prop_map(|(y, mark)| format!("{y}{mark}")),
        (year.clone(), 21..=24u32).prop_map(|(y, s)| format!("{y}-{s}")),
        (year.clone(), 1..=10u32).prop_map(|(y, m)| format!("{y}-{m:02}/{y}-{:02}", m + 2)),
        (
            year.clone(),
            select(vec![
                "{}/..",
                "{}/",
                "../{}",
                "/{}",
                "\"[{},2101]\"",
                "\"[..{}]\""
            ])
        )
            .prop_map(|(y, form)| form.replace("{}", &y.to_string())),
        (195..210u32).prop_map(|d| format!("{d}X")),
        (19..21u32).prop_map(|c| format!("{c}XX")),
        (year, 1..=12u32, 1..=28u32, 0..24u32)
            .prop_map(|(y, m, d, h)| format!("{y}-{m:02}-{d:02}T{h:02}:30")),
    ]
}

fn day() -> impl Strategy<Value = String> {
    (2000..2026i32, 1..=12u32, 1..=28u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"))
}

/// A text in double quotes, as YAML has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn words() -> impl Strategy<Value = String> {
    "[A-Za-z0-9 äßI'&<>#/.-]{0,12}[A-Za-z]".prop_map(|text| quoted(&text))
}

fn terms(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    subsequence(names, 0..=names.len()).prop_map(|names| format!("[{}]", names.join(", ")))
}

const NAMES: [&str; 6] = ["Meta", "meta", "C++", "C#", "日本", "X/Twitter"];
const MODELS: [&str; 5] = ["One", "Eins", "Two", "two-", "Ünü"];

/// Any valid subset of the keys. Ids have the number of the article, so that they are unique.
fn front_matter() -> impl Strategy<Value = Vec<String>> {
    let key = |name: &'static str, value: BoxedStrategy<String>| {
        of(value).prop_map(move |value| value.map(|value| format!("{name}: {value}")))
    };
    let entry = (
        words(),
        date(),
        of(select(vec!["happened", "expected", "cancelled"])),
        of(date()),
    )
        .prop_map(|(title, date, status, slipped)| {
            let status = status.map_or(String::new(), |s| format!(", status: {s}"));
            let slipped = slipped.map_or(String::new(), |d| {
                format!(", slipped: [{{from: {}}}]", plain(&d))
            });
            format!("title: {title}, date: {}{status}{slipped}", plain(&date))
        });
    let entries = vec(entry, 0..3).prop_map(|entries| {
        let entries = entries.iter().enumerate();
        let list = entries.map(|(n, e)| format!("  - {{id: e@{n}, {e}, source: s}}\n"));
        format!("\n{}", list.collect::<String>())
    });
    let corrections = vec(
        (
            day(),
            select(vec![
                "correction",
                "clarification",
                "editors-note",
                "retraction",
            ]),
            words(),
        ),
        0..3,
    )
    .prop_map(|list| {
        let list = list
            .iter()
            .map(|(d, k, t)| format!("{{date: {d}, kind: {k}, text: {t}}}"));
        format!("[{}]", list.collect::<Vec<_>>().join(", "))
    });
    let keys: Vec<BoxedStrategy<Option<String>>> = vec![
        key("published", day().boxed()).boxed(),
        key("summary", words().boxed()).boxed(),
        key("place", words().boxed()).boxed(),
        key(
            "lang",
            select(vec!["en", "id", "ar"])
                .prop_map(str::to_owned)
                .boxed(),
        )
        .boxed(),
        key(
            "kind",
            select(vec!["news", "analysis", "opinion", "explainer"])
                .prop_map(str::to_owned)
                .boxed(),
        )
        .boxed(),
        key(
            "certainty",
            select(vec!["rumoured", "reported", "confirmed", "disputed"])
                .prop_map(str::to_owned)
                .boxed(),
        )
        .boxed(),
        key(
            "status",
            select(vec!["happened", "expected", "cancelled"])
                .prop_map(str::to_owned)
                .boxed(),
        )
        .boxed(),
        key("importance", (1..=5i32).prop_map(|n| n.to_string()).boxed()).boxed(),
        key("order", any::<i16>().prop_map(|n| n.to_string()).boxed()).boxed(),
        key("organisations", terms(&NAMES).boxed()).boxed(),
        key("people", terms(&NAMES).boxed()).boxed(),
        key("tags", terms(&NAMES).boxed()).boxed(),
        key("authors", terms(&["Ann", "Ben"]).boxed()).boxed(),
        key("models", terms(&MODELS).boxed()).boxed(),
        key("wording", words().boxed()).boxed(),
        key(
            "aliases",
            Just("[/old/@/, /older/@.html]".to_owned()).boxed(),
        )
        .boxed(),
        key("corrections", corrections.boxed()).boxed(),
    ];
    (words(), date(), keys, entries).prop_map(|(title, date, keys, entries)| {
        let mut lines = vec![format!("title: {title}"), format!("date: {}", plain(&date))];
        lines.extend(keys.into_iter().flatten());
        lines.push("sources: [{id: s, title: A source, date: 2025-01, publisher: P}]".to_owned());
        if entries.trim().is_empty() {
            return lines;
        }
        lines.push(format!("entries:{}", entries.trim_end()));
        lines
    })
}

/// A date in quotes, for inside a list or a group.
fn plain(date: &str) -> String {
    if date.starts_with('"') {
        date.to_owned()
    } else {
        format!("\"{date}\"")
    }
}

fn article(n: usize, lines: &[String]) -> String {
    let id = format!("a{n}");
    let front = lines.join("\n").replace('@', &format!("-{id}-"));
    format!(
        "---\nid: {id}\n{front}\n---\n\nText[^s] and [[a0]], [first](a0.md#one), [top](/), [year](#one).\n\n## One\n\nEnd.\n"
    )
}

fn site(articles: &[Vec<String>]) -> SiteTest {
    // A time of day in a date that is to come schedules its article, as a blog does.
    let site = SiteTest::new().site(SITE).settings(|s| s.future = true);
    articles.iter().enumerate().fold(site, |site, (n, lines)| {
        site.article(&format!("a{n}.md"), &article(n, lines))
    })
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_front_matter_builds_and_every_link_leads_somewhere(articles in vec(front_matter(), 1..6)) {
        // A time of day in `date` is one of publication, which may be still to come.
        let site = site(&articles).settings(|settings| settings.future = true);
        let outcome = site.build();
        prop_assert!(outcome.result.is_ok(), "{}", outcome.found.text);
        let dead = html::dead_ends(&outcome.files, "https://example.org", "/news/");
        prop_assert!(dead.is_empty(), "{dead:#?}");
        for (route, bytes) in outcome.files.iter().filter(|(route, _)| route.ends_with("feed.xml")) {
            let feed = feed_rs::parser::parse(bytes.as_slice());
            prop_assert!(feed.is_ok(), "{route}: {feed:?}");
        }
    }
}

#[test]
fn a_retracted_article_links_to_no_term_that_has_no_page() {
    let text = "---\ntitle: A\ndate: 2025-01-01\nauthors: [Ann]\ntags: [one]\n\
        corrections: [{date: 2025-02-02, kind: retraction, text: Wrong}]\n---\n";
    let site = SiteTest::new().article("a.md", text).built();
    let dead = html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
}

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

/// Bytes that look like an article here and there.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let token = prop_oneof![
        select(vec![
            "---\n",
            "--- \n",
            "title: ",
            "date: ",
            "2025-12-09",
            "\n",
            "  - ",
            "{",
            "}",
            "[",
            "]",
            ": ",
            "\"",
            "'",
            "&a ",
            "*a",
            "|",
            ">",
            "\t",
            "#",
            "sources:\n",
            "entries:\n",
            "corrections:\n",
            "stance: {",
            "[^x]",
            "[[",
            "]]",
            "![](",
            "(a.md#b)",
            "<b>",
            "</",
            "```",
            "> ",
            "- [x] ",
            "| a |\n|--|\n",
            "[^n]: ",
            "$$",
            "&#x53;",
            "\u{feff}",
            "\r\n",
            "\u{0}",
            "\u{10}",
            "\u{202e}",
            "é",
            "🎉",
            "~~",
            "**",
            "_",
            "# ",
            "{#id}",
            "!!str ",
            "%YAML 1.2\n",
            "...\n",
            "? ",
            "<<: ",
            "-1",
            "2025-XX",
            "[2025,..]",
            "T25:00",
            "Q5 2025",
            "+99:99",
        ])
        .prop_map(|t| t.as_bytes().to_vec()),
        vec(any::<u8>(), 0..4),
        "\\PC{0,6}".prop_map(String::into_bytes),
    ];
    let body = vec(token, 0..40).prop_map(|tokens| tokens.concat());
    prop_oneof![
        body.clone(),
        body.prop_map(|body| [b"---\ntitle: x\n".as_slice(), &body, b"\n---\n", &body].concat()),
        vec(any::<u8>(), 0..200),
    ]
}

fn config() -> dateline::config::SiteConfig {
    let test = SiteTest::new().site(SITE);
    test.prepare().prepared.expect("a site").site.config
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in bytes()) {
        thread_local!(static CONFIG: dateline::config::SiteConfig = config());
        let Ok(text) = decode(bytes) else { return Ok(()) };
        let source = Source { id: SourceId(0), text };
        CONFIG.with(|config| {
            for article in [true, false] {
                let mut sink = Sink::default();
                if article {
                    parse::article(&source, "2025/a.md", config, &mut sink);
                } else {
                    parse::standing(&source, "pages/a.md", config, &mut sink);
                }
                for fault in sink {
                    for span in fault.span.iter().chain(fault.related.iter().map(|(span, _)| span)) {
                        assert!(span.start <= span.end && span.end as usize <= source.text.len(), "{fault:?}");
                    }
                }
            }
        });
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// The faults of any two files can be printed in every format, and never stop the build
    /// otherwise than as faults.
    #[test]
    fn no_bytes_make_a_check_panic(one in bytes(), other in bytes()) {
        let found = SiteTest::new()
            .site(SITE)
            .bytes("content/one.md", &one)
            .bytes("content/pages/other.md", &other)
            .check();
        prop_assert!(found.text.len() >= found.list.len());
    }
}

/// Titles that someone could mean harm with.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        select(vec![
            "<script>alert(1)</script>",
            "</script><script>",
            "<!--<script>",
            "]]>",
            "<![CDATA[",
            "\"",
            "'",
            "&",
            "&lt;",
            "&#60;script>",
            "\u{10}",
            "\u{0}",
            "\u{1b}",
            "\u{202e}",
            "\u{2028}",
            "\u{fffe}",
            "\u{ffff}",
            "\u{7f}",
            "\u{85}",
            "\u{feff}",
            "🎉",
            "👩‍👩‍👧",
            "<svg onload=alert(1)>",
            "\" onmouseover=\"x",
            "{{ site.title }}",
            "{% include \"x\" %}",
            "</title>",
            "</textarea>",
            "javascript:alert(1)",
            "\\",
            "%0a",
            "é",
            "日本",
            "\u{301}",
            "\n",
            "\t",
            "\r",
            "=cmd|' /C calc'!A0",
            "<?xml?>",
            "<!DOCTYPE x [<!ENTITY y 'z'>]>",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
        any::<char>().prop_map(String::from),
    ];
    vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

/// A site whose every text is hostile; `body` says whether those of the articles are, too.
fn hostile_site(titles: &BTreeSet<String>, body: bool) -> SiteTest {
    let mut site = SiteTest::new();
    for (n, title) in titles.iter().enumerate() {
        let q = quoted(title);
        let one_line = title.replace(['\r', '\n'], " ");
        let text = if body {
            format!("# {one_line}\n\n{title} [[e{n}]]\n")
        } else {
            "Text.\n".to_owned()
        };
        site = site.article(
            &format!("t{n}.md"),
            &format!(
                "---\nid: t{n}\ntitle: {q}\nslug: t{n}\ndate: 2025-01-01\npublished: 2025-01-02\n\
                 summary: {q}\nplace: {q}\nwording: {q}\ntags: [{q}]\nauthors: [{q}]\n\
                 sources: [{{id: s, title: {q}, publisher: {q}}}]\n\
                 entries: [{{id: e{n}, title: {q}, date: 2024}}]\n\
                 corrections: [{{date: 2025-02-02, text: {q}}}]\n---\n\n{text}"
            ),
        );
    }
    site
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn hostile_titles_give_feeds_that_parse_and_pages_without_script(titles in btree_set(hostile(), 1..5)) {
        // A title without anything in it, or with a NUL, is refused, and rightly.
        let titles: BTreeSet<String> = titles.into_iter().filter(|t| !t.trim().is_empty() && !t.contains('\0')).collect();
        let mut outcome = hostile_site(&titles, true).build();
        if outcome.result.is_err() {
            // As a text it may hold what is a broken link; as a title it may not.
            let broken = |code: &&str| code.starts_with("broken-") || ["unknown-citation", "missing-picture"].contains(code);
            prop_assert!(outcome.found.errors().iter().all(broken), "{}", outcome.found.text);
            outcome = hostile_site(&titles, false).build();
        }
        prop_assert!(outcome.result.is_ok(), "{}", outcome.found.text);
        let site_feed = feed_rs::parser::parse(outcome.text("feed.xml").as_bytes());
        prop_assert_eq!(site_feed.map(|feed| feed.entries.len()).ok(), Some(titles.len()));
        for (route, bytes) in &outcome.files {
            let text = std::str::from_utf8(bytes).expect("text");
            if route.ends_with(".xml") {
                let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
                prop_assert!(!text.contains(forbidden), "{route}");
            }
            if route.ends_with("feed.xml") {
                let feed = feed_rs::parser::parse(bytes.as_slice());
                prop_assert!(feed.is_ok(), "{route}: {feed:?}\n{text}");
            }
            if route.ends_with(".html") {
                prop_assert!(!text.to_lowercase().contains("<script"), "{route}:\n{text}");
                for tag in html::tags(text) {
                    for (name, value) in &tag.attributes {
                        prop_assert!(!name.starts_with("on"), "{route}: {tag:?}");
                        let leads = matches!(name.as_str(), "href" | "src" | "action" | "poster");
                        let javascript = value.trim().to_lowercase().starts_with("javascript:");
                        prop_assert!(!(leads && javascript), "{route}: {tag:?}");
                    }
                }
            }
        }
    }
}
