//! `dateline fmt`: one form, and nothing lost.

use std::path::{Path, PathBuf};

use dateline::config::SiteConfig;
use dateline::diagnostic::Sink;
use dateline::fix::ContentKind;
use dateline::format::formatted;
use dateline::parse;
use dateline::project::{Settings, Trust, configuration, inventory};
use dateline::source::{Source, SourceId, Sources};
use proptest::prelude::*;

use crate::project::Project;
use crate::site_test::{SITE, SiteTest};

const UNTIDY: &str = "---
# The headline came from the wire.
title: \"Rivers rise\"   # checked
custom: {kept: \"as it is\"}
tags:
  - floods
  - \"high water\"
date: Q1 2026

# Who says so.
sources: [{title: 'A report', url: \"https://example.org/r\"}, {title: B}]
id: rivers
other:
  - kept
---

# Text

tags:
  - in the body, kept
";

const TIDY: &str = "---
id: rivers
# The headline came from the wire.
title: Rivers rise   # checked
date: 2026-Q1
tags: [floods, high water]

# Who says so.
sources:
  - {title: A report, url: https://example.org/r}
  - {title: B}
custom: {kept: \"as it is\"}
other:
  - kept
---

# Text

tags:
  - in the body, kept
";

fn source(text: &str) -> Source {
    Source {
        id: SourceId(0),
        text: text.to_owned(),
    }
}

fn config() -> SiteConfig {
    config_of(SITE)
}

fn config_of(site: &str) -> SiteConfig {
    let test = SiteTest::new().site(site);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    configuration::read(&test.world, &test.settings, &mut sources, &mut sink).expect("read")
}

fn tidy(text: &str) -> Result<String, Vec<&'static str>> {
    formatted(&source(text), "a.md", ContentKind::Article, &config())
        .map_err(|faults| faults.into_iter().map(|d| d.code).collect())
}

/// What an article says, places aside.
fn said(text: &str, path: &str, config: &SiteConfig) -> String {
    let article = parse::article(&source(text), path, config, &mut Sink::default());
    let front = article.map(|a| a.front);
    without_places(&format!("{front:?}"))
}

/// As [`said`], of any file of content.
fn said_of(text: &str, path: &str, kind: ContentKind, config: &SiteConfig) -> String {
    let (source, mut sink) = (source(text), Sink::default());
    let front = match kind {
        ContentKind::Article => return said(text, path, config),
        ContentKind::Page => {
            parse::static_page(&source, path, config, &mut sink).map(|p| format!("{:?}", p.front))
        }
        ContentKind::Text => {
            parse::text(&source, path, config, &mut sink).map(|t| format!("{:?}", t.front))
        }
    };
    without_places(&format!("{front:?}"))
}

fn without_places(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("Span { source: ") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find('}').expect("it is closed");
        rest = &rest[at + end + 1..];
    }
    out + rest
}

#[cfg(unix)]
#[test]
fn a_file_that_is_rewritten_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::new()
        .article("a.md", UNTIDY)
        .article("b.md", "---\ntitle: Meta: a shift\ndate: 2025-12-09\n---\n");
    let path = |name: &str| project.root().join("content").join(name);
    for (name, mode) in [("a.md", 0o600), ("b.md", 0o664)] {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(path(name), permissions).expect("set");
    }
    project.run("check --fix").code(0);
    project.run("fmt").code(0);
    for (name, mode) in [("a.md", 0o600), ("b.md", 0o664)] {
        let there = std::fs::metadata(path(name)).expect("there").permissions();
        assert_eq!(there.mode() & 0o777, mode, "{name}");
    }
    assert_eq!(project.read("content/a.md"), TIDY);
    assert!(project.read("content/b.md").contains("\"Meta: a shift\""));
}

#[test]
fn an_untidy_article_gets_the_one_form_with_its_comments_and_keys() {
    assert_eq!(tidy(UNTIDY).as_deref(), Ok(TIDY));
    assert_eq!(tidy(TIDY).as_deref(), Ok(TIDY));
}

#[test]
fn what_has_a_reason_stays() {
    for kept in [
        "title: \"Meta: a shift\"",
        "title: \"No\"",
        "title: \"2026\"",
        "title: \"Our #1 story, told \\\"again\\\"\"",
        "title: 'It''s late'",
        "title: A\nsummary: |\n  # no comment\n  Two lines.\n\n  # nor this",
        "title: A\ntags:\n  - one # the first\n  - two",
        "title: A\nsources:\n  - title: B\n    # url: not yet\n  - title: C",
        "title: A\nextra: {a: \"1\", b: [x,y]}",
        "title: A\nunknown: \"quoted\"",
    ] {
        let text = format!("---\n{kept}\n---\ntext\n").replacen("---\ntitle", "---\ntitle", 1);
        let text = text.replacen("title: ", "id: x\ntitle: ", 1);
        let dated = match kept.split_once('\n') {
            Some((title, rest)) => format!("---\nid: x\n{title}\ndate: 2025\n{rest}\n---\ntext\n"),
            None => text.replacen("\n---\ntext", "\ndate: 2025\n---\ntext", 1),
        };
        assert_eq!(tidy(&dated).as_deref(), Ok(dated.as_str()), "{kept}");
    }
}

#[test]
fn what_is_valid_stays_valid() {
    for kept in [
        "sources: [{title: A, url: \"https://a.example/1\", publisherg Koran, date: 2025}]",
        "sources: [{title: \"A\", B}]",
        "sources:\n  - {title: \"A\", B, date: 2025}",
        "entries: [{title: \"A\", b c, date: 2025}]",
        "sources: [{title: S, publisher: \"P\", Q}]",
        "image: {src: \"a.png\", alt words}",
    ] {
        let text = format!("---\ntitle: T\ndate: 2025\n{kept}\n---\ntext\n");
        // What is an error before is none of ours.
        if let Ok(new) = tidy(&text) {
            assert_eq!(tidy(&new).as_deref(), Ok(new.as_str()), "{kept}");
        }
    }
    let text = "---\ntitle: T\ndate: 2025\nsources: [{title: A, url: \"https://a.example/1\", word}]\n---\n";
    assert!(tidy(text).is_ok_and(|new| new.contains("\"https://a.example/1\"")));
}

#[test]
fn a_key_of_an_items_name_never_moves_below_the_list() {
    for key in ["archive_url", "publisher", "accessed"] {
        let text = format!(
            "---\ntitle: T\n{key}: own\ndate: 2025\nsources:\n  - {{title: S, url: https://a.org/}}\n---\n"
        );
        for site in [SITE.to_owned(), format!("{SITE}lenient: true\n")] {
            let config = config_of(&site);
            let new = formatted(&source(&text), "a.md", ContentKind::Article, &config);
            let new = new.expect("no error");
            assert_eq!(
                said(&text, "a.md", &config),
                said(&new, "a.md", &config),
                "{new}"
            );
        }
    }
}

#[test]
fn a_value_may_end_with_any_letter() {
    for title in ["Café", "洪水", "فيضان في إيلي", "Zoë 🌊"] {
        let text = format!("---\ndate: 2025\ntitle: {title}\n---\n{title}\n");
        let tidied = format!("---\ntitle: {title}\ndate: 2025\n---\n{title}\n");
        assert_eq!(tidy(&text).as_deref(), Ok(tidied.as_str()));
    }
}

#[test]
fn comments_travel_with_the_key_below_them() {
    let text = "---\n# Of the file.\n\ndate: 2025\n# Of the title,\n# in two lines.\ntitle: A\nsources:\n  - title: S\n  # of the sources\n# at the end\n---\n";
    let tidied = "---\n# Of the file.\n\n# Of the title,\n# in two lines.\ntitle: A\ndate: 2025\nsources:\n  - title: S\n  # of the sources\n# at the end\n---\n";
    assert_eq!(tidy(text).as_deref(), Ok(tidied));
}

#[test]
fn dates_that_can_be_read_in_one_way_get_their_form_and_other_faults_leave_a_file_alone() {
    let fixed = tidy("---\ntitle: A\ndate: 2026-1-5\n---\n").expect("one reading");
    assert_eq!(fixed, "---\ntitle: A\ndate: 2026-01-05\n---\n");
    assert_eq!(
        tidy("---\ntitle: A\ndate: 5/1/2026\n---\n"),
        Err(vec!["bad-date"])
    );
    assert_eq!(tidy("---\ndate: 2025\n---\n"), Err(vec!["missing-title"]));
    assert_eq!(
        tidy("No front matter.\n").as_deref(),
        Ok("No front matter.\n")
    );
}

#[test]
fn the_bytes_of_a_file_keep_their_mark_line_ends_and_body() {
    let project = Project::new().file(
        "content/a.md",
        "\u{feff}---\r\ndate: 2025\r\ntitle: \"A\"\r\n---\r\nOne\r\ntwo\nthree\r\n",
    );
    project.run("fmt").code(0);
    assert_eq!(
        project.read("content/a.md"),
        "\u{feff}---\r\ntitle: A\r\ndate: 2025\r\n---\r\nOne\r\ntwo\nthree\r\n"
    );
    let files = project.files();
    assert_eq!(files.len(), 2, "{:?}", files.keys());
}

#[test]
fn check_names_the_files_and_changes_nothing() {
    let project = Project::new()
        .article("a.md", UNTIDY)
        .article("b.md", TIDY)
        .article("c.md", "---\ntitle: C: d\ndate: 2025\n---\n");
    let before = project.files();
    let ran = project.run("fmt --check").code(1);
    assert!(
        ran.out.starts_with("content/a.md\n1 file would change"),
        "{}",
        ran.out
    );
    assert!(
        ran.err
            .contains("content/c.md has errors and was not changed"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("colon-in-value"), "{}", ran.err);
    assert_eq!(project.files(), before);
    project.run("fmt content/a.md").code(0);
    assert_eq!(project.read("content/a.md"), TIDY);
    assert_eq!(project.run("fmt --check content/a.md").code(0).err, "");
    project.run("fmt content/none.md").code(2);
}

#[test]
fn what_new_and_init_write_has_the_one_form() {
    let project = Project::empty();
    project.run("init .").code(0);
    project
        .run_with([
            "new",
            "A planned launch",
            "--date",
            "2026-Q4",
            "--status",
            "expected",
            "--tag",
            "x",
            "--organisation",
            "Meta: x",
            "--source",
            "https://example.org/",
            "--draft",
        ])
        .code(0);
    let ran = project.run("fmt --check").code(0);
    assert!(ran.err.is_empty(), "{}", ran.err);
}

/// Every file of a site's content that has front matter, as `fmt` takes it: its path below
/// `content/`, its text, and what it is read as.
fn texts_of(folder: &Path) -> Vec<(String, String, ContentKind)> {
    let world = dateline::world::OsWorld::new();
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let inventory = inventory::list(&world, folder, Trust::Own, None, &mut sources, &mut sink);
    inventory
        .content()
        .filter_map(|(id, path, kind)| {
            let text = sources.read(&world, id).ok()?.text;
            Some((path.to_owned(), text, kind))
        })
        .collect()
}

/// Every site of this repository: its own, and each fixture.
fn sites() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut sites = vec![root.clone()];
    for folder in ["tests/sites", "tests/browser/sites"] {
        let folders = std::fs::read_dir(root.join(folder)).expect("there");
        let folders = folders.map(|e| e.expect("readable").path());
        sites.extend(folders.filter(|f| f.join("content").is_dir()));
    }
    sites
}

#[test]
fn every_article_of_the_repository_says_the_same_afterwards_and_the_second_run_changes_nothing() {
    let (mut looked_at, mut changed) = (0, 0);
    for folder in sites() {
        let shown = folder.display();
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let world = dateline::world::OsWorld::new();
        let settings = Settings::new(&folder);
        let config = configuration::read(&world, &settings, &mut sources, &mut sink)
            .unwrap_or_else(|| panic!("{shown}: {sink:?}"));
        let (mut here, mut left) = (0, 0);
        for (path, text, kind) in texts_of(&folder) {
            let Ok(new) = formatted(&source(&text), &path, kind, &config) else {
                left += 1;
                continue;
            };
            let again = formatted(&source(&new), &path, kind, &config);
            assert_eq!(again.as_ref(), Ok(&new), "{shown}: {path}");
            let before = said_of(&text, &path, kind, &config);
            let after = said_of(&new, &path, kind, &config);
            assert_eq!(
                without_written_dates(&before),
                without_written_dates(&after),
                "{shown}: {path}\n{new}"
            );
            here += 1;
            changed += usize::from(new != text);
        }
        // Faulty files are left alone, and only fixtures of faults have many.
        assert!(here > 0 || left > 0, "{shown} has no articles");
        looked_at += here;
    }
    assert!(looked_at >= 120 && changed > 0, "{looked_at}, {changed}");
}

/// The words of a date are what `fmt` changes; what it means is held.
fn without_written_dates(said: &str) -> String {
    let written = without("Read { written: \"", said);
    without(
        "standard: Some(\"",
        &written.replace("standard: None", "standard: Some(\"\")"),
    )
}

/// Empties each quoted text that begins after `before`.
fn without(before: &str, said: &str) -> String {
    let (mut out, mut rest) = (String::new(), said);
    while let Some(at) = rest.find(before) {
        let at = at + before.len();
        out.push_str(&rest[..at]);
        rest = &rest[at + rest[at..].find('"').expect("it is closed")..];
    }
    out + rest
}

/// A line or more of front matter for a key.
fn any_key() -> impl Strategy<Value = (String, String)> {
    let word = "[A-Za-z][A-Za-z0-9 ]{0,12}[a-z]";
    let text = prop_oneof![
        word.prop_map(|w| w),
        "[a-zA-Z,:#'\\[\\]{}& -]{1,20}".prop_map(|w| format!("\"{w}\"")),
        "[a-zA-Z0-9,:# -]{1,20}".prop_map(|w| format!("'{w}'")),
        "[a-zé漢ي😀]{1,8}".prop_map(|w| w),
        "[é漢ي]( [a-zé漢]{1,4}){0,3}".prop_map(|w| w),
        "(yes|no|on|true|null|12|1e3|~)".prop_map(|w| format!("\"{w}\"")),
    ];
    let text = text.boxed();
    let list = prop::collection::vec(text.clone(), 1..4);
    let list = (list, 0..3).prop_map(|(items, style)| match style {
        0 => format!("[{}]", items.join(",")),
        1 => format!("[ {} ]", items.join(" , ")),
        _ => items.iter().map(|i| format!("\n  - {i}")).collect(),
    });
    let comment = prop_oneof![
        4 => Just(String::new()),
        1 => Just("# a comment\n".to_owned()),
        1 => Just("\n# one\n\n# two\n".to_owned()),
    ];
    let trailing = prop_oneof![4 => Just(""), 1 => Just("  # said")];
    let date = prop_oneof![
        Just("2025-12-09"),
        Just("Q1 2026"),
        Just("2026-q3~"),
        Just("\"2025\""),
        Just("2026-1-5"),
        Just("2024/Q1 2026")
    ];
    let pair = prop_oneof![
        (Just("summary"), text.clone()),
        (Just("place"), text.clone()),
        (Just("tags"), list.clone()),
        (Just("people"), list.clone()),
        (Just("organisations"), list.clone()),
        (Just("layout"), text.clone()),
        (Just("weights"), list),
        (
            Just("published"),
            Just("2025-12-12T16:00:00+07:00".to_owned())
        ),
        (Just("date"), date.prop_map(str::to_owned)),
        (Just("title"), text),
        (
            Just("sources"),
            Just("[{title: 'S', date: \"Q2 2025\"}, {title: T}]".to_owned())
        ),
        (
            Just("entries"),
            Just(
                "\n  - title: \"E\"\n    date: H1 2026\n    tags:\n      - x\n    # note\n"
                    .to_owned()
            )
        ),
        (Just("note"), Just("|\n  one\n  # two".to_owned())),
    ];
    (comment, pair, trailing).prop_map(|(comment, (key, value), trailing)| {
        let trailing = if value.contains('\n') { "" } else { trailing };
        (
            key.to_owned(),
            format!("{comment}{key}: {}{trailing}\n", value.trim_end()),
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_front_matter_says_the_same_afterwards_and_the_second_run_changes_nothing(
        keys in prop::collection::vec(any_key(), 1..9),
        body in "[a-zé漢#\\-: \n]{0,30}",
    ) {
        let mut seen = std::collections::BTreeSet::new();
        let lines: String = keys.iter().filter(|(key, _)| seen.insert(key.clone())).map(|(_, lines)| lines.as_str()).collect();
        let title = if seen.contains("title") { "" } else { "title: T\n" };
        let date = if seen.contains("date") { "" } else { "date: 2025\n" };
        let text = format!("---\n{lines}{title}{date}---\n{body}");
        let config = config();
        if let Ok(new) = formatted(&source(&text), "a.md", ContentKind::Article, &config) {
            let again = formatted(&source(&new), "a.md", ContentKind::Article, &config);
            prop_assert_eq!(again.as_ref(), Ok(&new));
            prop_assert!(new.ends_with(&format!("---\n{body}")), "{}", new);
            for comment in ["# a comment", "# one", "# two", "# said", "# note"] {
                prop_assert_eq!(text.matches(comment).count(), new.matches(comment).count());
            }
            prop_assert_eq!(
                without_written_dates(&said(&text, "a.md", &config)),
                without_written_dates(&said(&new, "a.md", &config)),
                "{}\n{}", text, new
            );
        }
    }
}
