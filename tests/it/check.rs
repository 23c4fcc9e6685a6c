//! `dateline check`: every mistake, and nothing written.

use dateline::diagnostic::Diagnostic;

use crate::project::Project;
use crate::site_test::{SITE, SiteTest};

const GOOD: &str = "---\ntitle: Good\ndate: 2025-01-01\n---\n\nText.\n";
const BAD: &str = "---\ntitle: Bad\ndate: 2025-02-30\n---\n";
const WARNED: &str = "---\ntitle: Warned\ndate: 2025-01-01\nsumary: x\n---\n";

#[test]
fn a_good_site_passes_and_nothing_is_written() {
    let project = Project::new().article("a.md", GOOD);
    let before = project.files();
    let ran = project.run("check").code(0);
    assert_eq!(ran.out, "1 article and 0 pages: no errors\n");
    assert_eq!(ran.err, "");
    assert_eq!(project.files(), before);
}

#[test]
fn an_error_in_the_content_is_exit_code_1() {
    let ran = Project::new().article("a.md", BAD).run("check").code(1);
    assert!(ran.err.contains("content/a.md:3:7"), "{}", ran.err);
    assert!(ran.err.ends_with("1 error\n"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

#[test]
fn warnings_pass_unless_the_check_is_strict() {
    let project = Project::new().article("a.md", WARNED);
    let ran = project.run("check").code(0);
    assert!(ran.err.starts_with("warning[unknown-key]"), "{}", ran.err);
    assert!(ran.out.contains("1 warning"), "{}", ran.out);
    let ran = project.run("check --strict").code(1);
    assert!(ran.err.starts_with("error[unknown-key]"), "{}", ran.err);
    project.run("build --strict").code(1);
    assert!(!project.has("public"));
    project.run("build").code(0);
}

#[test]
fn the_short_format_is_one_line_a_fault() {
    let project = Project::new().article("a.md", BAD).article("b.md", WARNED);
    let ran = project.run("check --format short").code(1);
    let lines: Vec<_> = ran.err.lines().collect();
    assert!(
        lines[0].starts_with("content/a.md:3:7: error[bad-date]: "),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("content/b.md:4:1: warning[unknown-key]: "),
        "{lines:?}"
    );
    assert_eq!(lines[2..], ["1 error, 1 warning"]);
}

#[test]
fn the_json_format_is_one_object_a_line_on_the_output_and_nothing_else() {
    let project = Project::new().article("a.md", BAD).article("b.md", WARNED);
    let ran = project.run("check --format json").code(1);
    let objects: Vec<serde_json::Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    let [error, warning] = objects.as_slice() else {
        panic!("{objects:?}");
    };
    assert_eq!(error["severity"], "error");
    assert_eq!(error["code"], "bad-date");
    assert_eq!(error["file"], "content/a.md");
    assert_eq!((&error["line"], &error["column"]), (&3.into(), &7.into()));
    assert!(error["cure"].as_str().is_some_and(|c| !c.is_empty()));
    assert_eq!(warning["severity"], "warning");

    let good = Project::new().article("a.md", GOOD);
    assert_eq!(good.run("check --format json").code(0).out, "");
    let built = good.run("build --format json").code(0).out;
    let built: serde_json::Value = serde_json::from_str(&built).expect("one object");
    assert_eq!(built["build"]["warnings"], 0, "{built}");
}

#[test]
fn the_github_format_annotates_the_line() {
    let project = Project::new().article("a.md", BAD);
    let ran = project.run("check --format github").code(1);
    let line = ran.out.lines().next().unwrap_or("");
    assert!(line.starts_with("::error file=content/a.md,"), "{line}");
    assert!(
        line.contains("line=3,col=7,endLine=3,endColumn=17"),
        "{line}"
    );
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
}

#[test]
fn a_build_says_what_is_wrong_in_every_format_as_a_check_does() {
    let project = Project::new().article("a.md", BAD);
    for format in ["human", "short", "json", "github"] {
        let checked = project.run(&format!("check --format {format}")).code(1);
        let built = project.run(&format!("build --format {format}")).code(1);
        assert_eq!(built.out, checked.out, "{format}");
        let (faults, _) = checked.err.rsplit_once("1 error").expect("a count");
        assert!(built.err.starts_with(faults), "{format}: {}", built.err);
        let printed = if faults.is_empty() {
            &checked.out
        } else {
            faults
        };
        assert!(printed.contains("bad-date"), "{format}: {printed}");
    }
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let good = Project::new().article("a.md", GOOD);
    for line in ["check --quiet", "build -q"] {
        assert_eq!(good.run(line).code(0).said(), "", "{line}");
    }
    let bad = Project::new().article("a.md", BAD);
    assert!(bad.run("check --quiet").code(1).err.contains("bad-date"));
}

#[test]
fn notices_are_counted_and_shown_when_asked_for() {
    let project = Project::new()
        .article("a.md", GOOD)
        .article("README.md", "Read me.\n")
        .article("x/README.md", "Read me, too.\n");
    let ran = project.run("check").code(0);
    assert_eq!(ran.out, "1 article and 0 pages: no errors; 2 notices\n");
    assert_eq!(ran.err, "");
    let ran = project.run("check --verbose").code(0);
    assert_eq!(
        ran.err.matches("notice[left-out]").count(),
        2,
        "{}",
        ran.err
    );
    assert_eq!(ran.err.matches("= help: ").count(), 2, "{}", ran.err);
    project.run("check --strict").code(0);
}

#[test]
fn files_that_are_left_out_are_warned_about() {
    let project = Project::new()
        .article("a.md", GOOD)
        .article("plain.md", "No front matter.\n")
        .article("list.md", "- One\n- Two\n")
        .article("b.mdx", "<X/>");
    let ran = project.run("check").code(0);
    let out = "1 article and 0 pages: no errors; 4 warnings\n";
    assert_eq!(ran.out, out, "{}", ran.err);
    assert_eq!(ran.err.matches("warning[left-out]").count(), 3);
    assert!(ran.err.contains("3 of 4 files"), "{}", ran.err);
    project.run("check --strict").code(1);
}

#[test]
fn templates_are_rendered_too() {
    let project = Project::new().article("a.md", GOOD).file(
        "templates/article.html",
        "{{ article.title }}\n{{ article.typo }}\n",
    );
    let ran = project.run("check").code(1);
    assert!(ran.err.contains("templates/article.html:2:"), "{}", ran.err);
    assert!(ran.err.contains("https://example.org/a/"), "{}", ran.err);
    assert!(ran.err.contains("= help: "), "{}", ran.err);
}

#[test]
fn a_broken_template_and_a_broken_article_are_named_in_one_run() {
    let project = Project::new()
        .article("a.md", BAD)
        .file("templates/article.html", "one\n{% if %}\n");
    let ran = project.run("check --format short").code(1);
    assert!(ran.err.contains("content/a.md:3:7"), "{}", ran.err);
    assert!(ran.err.contains("templates/article.html:2:"), "{}", ran.err);
}

#[test]
fn a_template_that_extends_itself_or_calls_itself_is_a_fault_and_no_overflow() {
    for (name, text) in [
        ("base.html", "{% extends \"base.html\" %}"),
        ("article.html", "{% extends \"article.html\" %}"),
        (
            "article.html",
            "{% component again() %}{{ <again /> }}{% endcomponent again %}{{ <again /> }}",
        ),
    ] {
        let project = Project::new()
            .article("a.md", GOOD)
            .file(&format!("templates/{name}"), text);
        let ran = project.run("check").code(1);
        assert!(ran.err.contains("template"), "{text}: {}", ran.err);
    }
}

#[test]
fn files_that_are_no_text_are_named_with_what_they_are() {
    let utf16 = "---\ntitle: x".encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16).collect();
    let found = SiteTest::new()
        .bytes("content/a.md", b"---\ntitle: \xff\ndate: 2025\n---\n")
        .bytes("content/b.md", &utf16)
        .bytes("content/c.md", &vec![b'x'; 11 * 1024 * 1024])
        .article("d.md", BAD)
        .check();
    assert_eq!(
        found.errors(),
        ["not-utf8", "not-utf8", "too-large", "bad-date"]
    );
    for (n, word) in [
        "line 2, column 8: this is not UTF-8 text",
        "UTF-16",
        "10 MB",
    ]
    .into_iter()
    .enumerate()
    {
        let fault = &found.list[n];
        assert!(fault.message.contains(word), "{fault:?}");
        assert!(fault.hint.is_some(), "{fault:?}");
    }
}

#[test]
fn a_picture_without_words_is_a_warning() {
    let text = "---\ntitle: A\ndate: 2025-01-01\n---\n\n![](https://example.org/a.png)\n";
    let found = SiteTest::new().article("a.md", text).check();
    assert!(found.errors().is_empty(), "{}", found.text);
    assert!(found.warnings().contains(&"missing-alt"), "{}", found.text);
}

/// A sign that no feed may hold, or one that turns the direction of writing, is worth a word.
#[test]
fn a_sign_that_nobody_sees_in_a_headline_is_a_warning() {
    for sign in ["\\u0010", "\\u202e"] {
        let text = format!("---\ntitle: \"A {sign} b\"\ndate: 2025-01-01\n---\n");
        let found = SiteTest::new().article("a.md", &text).check();
        assert!(found.errors().is_empty(), "{}", found.text);
        assert_eq!(found.warnings().len(), 1, "{sign}");
    }
}

/// Wherever the value is written: on two lines, as an escape sequence, or without the quotes that
/// it needs.
#[test]
fn a_sign_that_nobody_sees_is_shown_where_it_is() {
    for (title, place) in [
        ("A\u{feff}b", "\u{feff}"),
        ("A\n  c\u{feff}b", "\u{feff}"),
        ("\"A\\Lb\\\\ c\u{feff}b\"", "\u{feff}"),
        ("A\u{feff}b: c", "\u{feff}"),
        ("Ab\u{feff}b: c\n  d\u{feff}", "\u{feff}"),
        ("\"A\\u0010b\"", "\"A\\u0010b\""),
        // The message is about the first one, which is escaped.
        ("\"A\\u0010b\u{feff}\"", "\"A\\u0010b\u{feff}\""),
    ] {
        let text = format!("---\ntitle: {title}\ndate: 2025-01-01\n---\n");
        let found = SiteTest::new().article("a.md", &text).check();
        let of = |d: &&Diagnostic| d.code == "invisible-character";
        let span = found.list.iter().find(of).and_then(|d| d.span);
        assert_eq!(&text[span.expect("a place").range()], place, "{title:?}");
    }
}

/// To read on, another character stands for a byte order mark; no editor sees it.
#[test]
fn a_byte_order_mark_within_a_value_is_quoted_as_it_is() {
    let text = "---\ntitle: A\u{feff}b: c\ndate: 2025-01-01\n---\n";
    let found = SiteTest::new().article("a.md", text).check();
    assert_eq!(found.errors(), ["colon-in-value"], "{}", found.text);
    let fix = found.list.iter().find_map(|d| d.fix.as_ref());
    assert_eq!(fix.expect("a cure").replacement, "\"A\u{feff}b: c\"");
    assert!(!found.text.contains("2066"), "{}", found.text);
    assert!(
        found.text.contains("put it in quotes: `title: \"Ab: c\"`"),
        "{}",
        found.text
    );
}

/// It is a warning, whatever is wrong below it.
#[test]
fn a_byte_order_mark_before_a_value_is_no_fault_of_the_yaml() {
    let text = "---\ntitle: \u{feff}A\nsummary: x: y\ndate: 2025-01-01\n---\n";
    let found = SiteTest::new().article("a.md", text).check();
    assert_eq!(found.errors(), ["colon-in-value"], "{}", found.text);
    assert!(
        found.warnings().contains(&"invisible-character"),
        "{}",
        found.text
    );
}

#[test]
fn a_sign_that_nobody_sees_comes_into_no_page_and_no_feed() {
    let text = "---\ntitle: \"A \\u0010b\"\ndate: 2025-01-01\nsummary: c\u{202e}d\n\
        tags: [\"e\\u0007f\"]\nsources: [{title: \"g\\u0002h\"}]\n---\n\ni\u{10}j &#x202e;k\n";
    let site = SiteTest::new().article("a.md", text).built();
    assert_eq!(
        site.found.warnings(),
        ["invisible-character"; 5],
        "{}",
        site.found.text
    );
    let dek = site.found.list[1].span.expect("a place");
    assert_eq!(&text[dek.range()], "\u{202e}");
    for (route, text) in crate::index_files::texts(&site.files) {
        // Lines of tables and calendars end as their formats want it (RFC 4180, RFC 5545).
        let text = match route.rsplit('.').next() {
            Some("csv" | "ics") => text.replace("\r\n", "\n"),
            _ => text.to_owned(),
        };
        let sign =
            text.find(|c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{202e}');
        assert_eq!(sign, None, "{route}");
    }
    assert!(site.text("a/index.html").contains("ij k"));
}

#[test]
fn what_is_no_file_of_the_project_is_refused_and_never_read() {
    let mut site = SiteTest::new().article("a.md", GOOD);
    let root = crate::site_test::ROOT;
    site.world = site
        .world
        .with("/etc/secret.md", GOOD)
        .with_link(format!("{root}/content/out.md"), "/etc/secret.md")
        .with_link(format!("{root}/content/nowhere.md"), "nothing.md")
        .with_link(format!("{root}/content/loop.md"), "loop.md")
        .with_link(format!("{root}/content/folder"), "..")
        .with_other(format!("{root}/content/pipe.md"))
        .with_folder(format!("{root}/content/closed"))
        .with_denied(format!("{root}/content/closed"));
    let found = site.check();
    assert_eq!(
        found.errors(),
        [
            "unreadable",
            "linked-folder",
            "broken-symlink",
            "broken-symlink",
            "link-leads-out",
            "not-a-file"
        ]
    );
    for fault in &found.list {
        assert!(fault.hint.is_some(), "{fault:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_articles_does_not_hang_the_program() {
    let project = Project::new().article("a.md", GOOD);
    let pipe = project.root().join("content/pipe.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let mut command = project.command();
    command.timeout(std::time::Duration::from_secs(20));
    let ran = crate::project::ran(command.arg("check")).code(1);
    assert!(ran.err.contains("content/pipe.md"), "{}", ran.err);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_no_byte_of_the_output() {
    let text = "---\ntitle: Lines\ndate: 2025-01-01\n---\n\nOne\ntwo.\n\n    code\n    more\n";
    let plain = SiteTest::new().article("a.md", text).built();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let other = SiteTest::new().article("a.md", &windows).built();
    assert_eq!(plain.files, other.files);
}

#[test]
fn a_change_on_the_day_of_publication_is_none_before_it_in_any_zone() {
    let site = SiteTest::new()
        .site(&format!("{SITE}timezone: Asia/Jakarta\n"))
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025-12-09\npublished: 2025-12-12T16:00:00+07:00\nupdated: 2025-12-12\n---\n",
        );
    assert!(site.check().warnings().is_empty(), "{}", site.check().text);
}

#[test]
fn a_month_in_which_a_source_was_seen_is_shown_as_a_month() {
    let site = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025\nsources:\n- {title: S, accessed: 2025-12}\n- {title: T, accessed: 2025-12-01}\n---\n",
        )
        .built();
    let page = crate::html::text_of_main(site.text("a/index.html"));
    assert!(page.contains("accessed December 2025"), "{page}");
    assert!(page.contains("accessed 1 December 2025"), "{page}");
}
