//! What an editor who has never seen YAML gets wrong: one mistake a file, all in one site, each
//! named in one run in plain words; and what `check --fix` makes of them.

use std::path::{Path, PathBuf};

use dateline::diagnostic::Severity;

use crate::project::Project;
use crate::site_test::SiteTest;

const SITE: &str = "title: The Desk\nurl: https://example.org/\n\
    stances: {open: {label: Open}, closed: {label: Closed}}\n\
    lint: {missing-published: off, missing-source: off, vague-title: off}\n";

/// A file's name, and its front matter and text.
pub const MISTAKES: &[(&str, &str)] = &[
    (
        "colon-in-title",
        "---\ntitle: Meta: a shift\ndate: 2025-12-09\n---\n",
    ),
    (
        "colon-and-quotes-in-title",
        "---\ntitle: Minister: \"We are late\"\ndate: 2025\n---\n",
    ),
    (
        "colon-in-summary",
        "---\ntitle: A\ndate: 2025\nsummary: In short: it rains\n---\n",
    ),
    (
        "unclosed-quote",
        "---\ntitle: \"Rivers rise\ndate: 2025-12-09\n---\n",
    ),
    (
        "quote-within-quotes",
        "---\ntitle: \"The \"great\" flood\"\ndate: 2025\n---\n",
    ),
    (
        "quote-then-words",
        "---\ntitle: \"Great\" flood ends\ndate: 2025\n---\n",
    ),
    (
        "curly-quotes-round-a-colon",
        "---\ntitle: “Meta: a shift”\ndate: 2025\n---\n",
    ),
    (
        "curly-quotes-round-a-date",
        "---\ntitle: A\ndate: “2025-12-09”\n---\n",
    ),
    (
        "curly-quotes-round-a-word",
        "---\ntitle: A\ndate: 2025\nkind: “news”\n---\n",
    ),
    (
        "tab",
        "---\ntitle: A\ndate: 2025\nsources:\n\t- title: The report\n\t\turl: https://example.org/\n---\n",
    ),
    (
        "tab-after-blanks",
        "---\ntitle: A\ndate: 2025\nsources:\n  - title: The report\n  \turl: https://example.org/\n---\n",
    ),
    ("step-to-the-right", "---\ntitle: A\n  date: 2025\n---\n"),
    (
        "step-to-the-left",
        "---\ntitle: A\ndate: 2025\nsources:\n  - title: The report\n url: https://example.org/\n---\n",
    ),
    (
        "no-dash-in-list",
        "---\ntitle: A\ndate: 2025\ntags:\n  floods\n  dams\n---\n",
    ),
    (
        "no-blank-after-dash",
        "---\ntitle: A\ndate: 2025\ntags:\n  -rivers\n  -lakes\n---\n",
    ),
    (
        "no-blank-after-colon",
        "---\ntitle:Rivers rise\ndate: 2025\n---\n",
    ),
    ("no-colon", "---\ntitle Rivers rise\ndate: 2025\n---\n"),
    ("equals-sign", "---\ntitle = Rivers rise\ndate: 2025\n---\n"),
    ("date-in-words", "---\ntitle: A\ndate: the 1980s\n---\n"),
    ("date-with-dots", "---\ntitle: A\ndate: 5.1.2026\n---\n"),
    ("date-with-slashes", "---\ntitle: A\ndate: 5/1/2026\n---\n"),
    ("date-that-is-not", "---\ntitle: A\ndate: 2025-02-30\n---\n"),
    ("date-yesterday", "---\ntitle: A\ndate: yesterday\n---\n"),
    (
        "date-of-two",
        "---\ntitle: A\ndate: 2025-03 - 2025-05\n---\n",
    ),
    ("no-date", "---\ntitle: A\n---\n"),
    ("empty-date", "---\ntitle: A\ndate:\n---\n"),
    (
        "no-end-of-front-matter",
        "---\ntitle: A\ndate: 2025\n\nThe text begins.\n",
    ),
    (
        "no-begin-of-front-matter",
        "title: A\ndate: 2025\n---\nThe text begins.\n",
    ),
    (
        "long-dashes",
        "———\ntitle: A\ndate: 2025\n———\nThe text begins.\n",
    ),
    (
        "duplicate-key",
        "---\ntitle: A\ndate: 2025\ntags: [floods]\ntags: [dams]\n---\n",
    ),
    (
        "comma-list",
        "---\ntitle: A\ndate: 2025\ntags: floods, dams\n---\n",
    ),
    (
        "unclosed-bracket",
        "---\ntitle: A\ndate: 2025\ntags: [floods, dams\n---\n",
    ),
    (
        "bracket-in-title",
        "---\ntitle: [Update] Rivers rise\ndate: 2025\n---\n",
    ),
    (
        "hash-in-title",
        "---\ntitle: Our #1 story of the year\ndate: 2025\n---\n",
    ),
    (
        "title-that-begins-with-a-star",
        "---\ntitle: *Breaking* Rivers rise\ndate: 2025\n---\n",
    ),
    (
        "title-that-begins-with-at",
        "---\ntitle: @minister resigns\ndate: 2025\n---\n",
    ),
    (
        "title-that-begins-with-per-cent",
        "---\ntitle: %50 of rivers rise\ndate: 2025\n---\n",
    ),
    (
        "yes-for-a-draft",
        "---\ntitle: A\ndate: 2025\ndraft: Yes\n---\n",
    ),
    (
        "perhaps-a-draft",
        "---\ntitle: A\ndate: 2025\ndraft: maybe\n---\n",
    ),
    (
        "url-without-scheme",
        "---\ntitle: A\ndate: 2025\nsources:\n  - title: The report\n    url: example.org/report\n---\n",
    ),
    (
        "near-miss-of-a-key",
        "---\ntitle: A\ndate: 2025\nsumary: It rains\n---\n",
    ),
    (
        "near-miss-of-a-taxonomy",
        "---\ntitle: A\ndate: 2025\norgansations: Meta\n---\n",
    ),
    (
        "unknown-word",
        "---\ntitle: A\ndate: 2025\ncertainty: sure\n---\n",
    ),
    (
        "number-in-words",
        "---\ntitle: A\ndate: 2025\nimportance: very\n---\n",
    ),
    ("date-some-day", "---\ntitle: A\ndate: someday\n---\n"),
    (
        "date-of-a-feast",
        "---\ntitle: A\ndate: Christmas 2025\n---\n",
    ),
    (
        "no-blank-after-one-dash",
        "---\ntitle: A\ndate: 2025\nsources:\n- https://example.org/a\n-https://example.org/b\n---\n",
    ),
    (
        "addresses-in-one",
        "---\ntitle: A\ndate: 2025\nsources: https://example.org/a, https://example.org/b\n---\n",
    ),
    (
        "two-hyphens-at-the-end",
        "---\ntitle: A\ndate: 2025\n--\nThe text begins.\n\n---\n\nMore.\n",
    ),
    (
        "title-behind-the-hyphens",
        "---title: A\ndate: 2025\n---\nThe text begins.\n",
    ),
    (
        "title-that-begins-with-and",
        "---\ntitle: & more rivers rise\ndate: 2025\n---\n",
    ),
    (
        "summary-that-begins-with-an-arrow",
        "---\ntitle: A\ndate: 2025\nsummary: > 50 rivers rise\n---\n",
    ),
    (
        "title-in-braces",
        "---\ntitle: {Rivers rise}\ndate: 2025\n---\n",
    ),
    (
        "words-for-a-correction",
        "---\ntitle: A\ndate: 2025\ncorrections: The name was wrong\n---\n",
    ),
    (
        "no-break-space-after-a-colon",
        "---\ntitle: A\ndate:\u{a0} 2025-12-09\n---\n",
    ),
    (
        "full-width-colon",
        "---\ntitle: A\ndate：2025-12-09\nplace: Oslo\n---\n",
    ),
    (
        "zero-width-space-in-a-key",
        "---\ntitle: A\ndate: 2025\nplace\u{200b}: Oslo\n---\n",
    ),
    (
        "no-blank-after-the-dash-of-a-group",
        "---\ntitle: A\ndate: 2025\nsources:\n  -id: star\n    title: The bridge\n---\n",
    ),
    (
        "en-dash-for-a-group",
        "---\ntitle: A\ndate: 2025\nsources:\n  – id: star\n    title: The bridge\n---\n",
    ),
    (
        "en-dashes-for-a-list",
        "---\ntitle: A\ndate: 2025\ntags:\n  – floods\n  – dams\n---\n",
    ),
    (
        "source-not-indented",
        "---\ntitle: A\ndate: 2025\nsources:\n- id: star\ntitle: The bridge\nurl: https://example.org/star\npublisher: Star\ndate: 2025-12-09\n---\nText[^star].\n",
    ),
    (
        "sources-not-indented",
        "---\ntitle: A\ndate: 2025\nsources:\n- id: star\ntitle: The bridge\n- id: times\ntitle: The quay\n---\nText[^star].\n",
    ),
    (
        "colon-in-braces",
        "---\ntitle: A\ndate: 2025\nsources:\n  - {id: star, title: Star: the bridge, url: https://example.org/star}\n---\nText[^star].\n",
    ),
    (
        "comma-in-braces",
        "---\ntitle: A\ndate: 2025\nsources:\n  - {id: star, title: Bridge closed, says mayor, url: https://example.org/star}\n---\nText[^star].\n",
    ),
    (
        "no-blank-in-braces",
        "---\ntitle: A\ndate: 2025\nsources:\n  - {id:star, title:Bridge closed}\n---\nText[^star].\n",
    ),
    (
        "hash-tags",
        "---\ntitle: A\ndate: 2025\ntags: #floods #dams\n---\n",
    ),
    (
        "hash-tags-in-brackets",
        "---\ntitle: A\ndate: 2025\ntags: [#floods, #dams]\n---\n",
    ),
    (
        "hash-tags-in-lines",
        "---\ntitle: A\ndate: 2025\ntags:\n  - #floods\n  - #dams\n---\n",
    ),
    (
        "stance-without-braces",
        "---\ntitle: A\ndate: 2025\norganisations: [Network Rail]\nstance: Network Rail: closed\n---\n",
    ),
    (
        "merge-marker",
        "---\ntitle: A\n<<<<<<< HEAD\ndate: 2025-12-09\n=======\ndate: 2025-12-10\n>>>>>>> branch\n---\nText.\n",
    ),
    (
        "no-break-spaces-before-lines",
        "---\ntitle: A\ndate: 2025\nsources:\n\u{a0}\u{a0}- title: The report\n\u{a0}\u{a0}\u{a0}\u{a0}url: https://example.org/\n---\n",
    ),
    (
        "ampersand-at-the-start",
        "---\ntitle: &co opens the harbour\ndate: 2025\n---\n",
    ),
    (
        "exclamation-mark-at-the-start",
        "---\ntitle: !Viva shouts the town\ndate: 2025\n---\n",
    ),
    (
        "item-without-space-among-others",
        "---\ntitle: A\ndate: 2025\ntags:\n- dams\n -rivers\n- rail\n---\n",
    ),
    (
        "single-curly-quotes-round-a-place",
        "---\ntitle: A\ndate: 2025\nplace: ‘Ely’\n---\n",
    ),
    (
        "negated-word",
        "---\ntitle: A\ndate: 2025\ncertainty: unconfirmed\n---\n",
    ),
    (
        "colon-in-a-source",
        "---\ntitle: A\ndate: 2025\nsources: [\"Another\", Report: part two]\n---\n",
    ),
    (
        "key-in-other-words",
        "---\ntitle: A\ndate: 2025\nPublished Date: 2025-03-04\n---\n",
    ),
    ("only-a-title", "Title: Rivers rise\n\nText.\n"),
    (
        "address-of-a-source",
        "---\ntitle: A\ndate: 2025\nsources:\n  - title: The bridge\n    link: https://example.org/star\n---\n",
    ),
    (
        "text-that-no-page-shows",
        "---\ntitle: A\ndate: 2025\nepigraph: It never rains but it pours.\n---\n",
    ),
    (
        "list-for-a-word",
        "---\ntitle: A\ndate: 2025\nplace: [Oslo, Bergen]\n---\n",
    ),
];

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/mistakes")
        .join(name)
}

#[track_caller]
fn hold(name: &str, text: &str) {
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(golden("")).expect("made");
        std::fs::write(golden(name), text).expect("written");
    }
    let expected = std::fs::read_to_string(golden(name)).unwrap_or_default();
    assert_eq!(text, expected, "UPDATE=1 renews it");
}

#[test]
fn every_mistake_is_named_in_one_run_and_none_brings_another_about() {
    let site = MISTAKES
        .iter()
        .fold(SiteTest::new().site(SITE), |site, (name, text)| {
            site.article(&format!("{name}.md"), text)
        });
    let found = site.check();
    hold("diagnostics.txt", &found.text);
    let mut odd = Vec::new();
    for (name, _) in MISTAKES {
        let file = format!("content/{name}.md:");
        let said = found.short.lines().filter(|line| line.starts_with(&file));
        if said.count() != 1 {
            odd.push(name);
        }
    }
    assert!(odd.is_empty(), "not one diagnostic each: {odd:?}");
    assert_eq!(found.list.len(), MISTAKES.len(), "{}", found.short);
    for fault in &found.list {
        let hint = fault.hint.as_deref().unwrap_or("");
        assert!(!hint.is_empty(), "{fault:?}");
        let said = format!("{} {} {hint}", fault.message, fault.label)
            .replace("site.yaml", "")
            .to_lowercase();
        for jargon in [
            "yaml", "scalar", "mapping", "sequence", "anchor", "token", "parse",
        ] {
            assert!(!said.contains(jargon), "{said}");
        }
        assert!(
            fault.severity != Severity::Notice || fault.code == "left-out",
            "{fault:?}"
        );
    }
}

#[test]
fn fix_mends_what_is_certain_and_the_check_tells_the_rest() {
    let project = MISTAKES.iter().fold(
        Project::empty().file("site.yaml", SITE),
        |project, (name, text)| project.article(&format!("{name}.md"), text),
    );
    let before = project.files();
    let shown = project.run("check --fix --dry-run").code(0);
    hold("fixes.diff", &shown.out);
    assert_eq!(project.files(), before, "a dry run changes nothing");
    let ran = project.run("check --fix").code(1);
    assert!(ran.out.starts_with("Fixed "), "{}", ran.out);
    let again = project.run("check --fix").code(1);
    assert!(
        again.out.starts_with("Nothing can be fixed automatically"),
        "{}",
        again.out
    );
    assert_eq!(again.err, ran.err, "the first run has told what is left");
}

#[test]
fn a_fix_keeps_comments_and_all_other_bytes() {
    let text = "---\r\n# Of the desk.\r\ntitle: Meta: a shift # checked\r\nsumary: Short: it is\r\ndate: 5.1.2026   # the day\r\ntags: floods, dams\r\n---\r\n\r\nsumary: stays\r\n";
    let project = Project::empty()
        .file("site.yaml", SITE)
        .file("content/a.md", text);
    project.run("check --fix").code(0);
    assert_eq!(
        project.read("content/a.md"),
        "---\r\n# Of the desk.\r\ntitle: \"Meta: a shift\" # checked\r\nsummary: \"Short: it is\"\r\ndate: 2026-01-05   # the day\r\ntags: [floods, dams]\r\n---\r\n\r\nsumary: stays\r\n"
    );
}

/// A configuration with slips at every depth, comments, and line ends of another system.
const SLIPS: &str = "# Of the desk.\r\ntitle: The Desk  # as printed\r\nurl: https://example.org/\r\ntimezne: UTC   # of the desk\r\nidentity:\r\n  # The paper's red.\r\n  acccent: \"#aa0000\"\r\nstances:\r\n  open: {lable: Open}   # a word\r\n  closed:\r\n    # to be told\r\n    labell: Closed\r\nfeeds: {full_contnt: yes}\r\n";

#[test]
fn a_fix_mends_slips_in_the_configuration_and_keeps_its_comments_and_other_bytes() {
    let project = Project::empty().file("site.yaml", SLIPS).article(
        "a.md",
        "---\ntitle: A\ndate: 5.1.2025\nsumary: Of a.\n---\n",
    );
    let before = project.files();
    let shown = project.run("check --fix --dry-run").code(0);
    assert_eq!(project.files(), before, "a dry run changes nothing");
    for line in [
        "-  acccent: \"#aa0000\"",
        "+  accent: \"#aa0000\"",
        "+summary: Of a.",
    ] {
        assert!(
            shown.out.lines().any(|l| l == line),
            "{line}: {}",
            shown.out
        );
    }
    let ran = project.run("check --fix").code(0);
    assert!(
        ran.out.starts_with("Fixed 8 problems in 2 files"),
        "{}",
        ran.out
    );
    let mended = SLIPS
        .replace("timezne", "timezone")
        .replace("acccent", "accent")
        .replace("lable:", "label:")
        .replace("labell:", "label:")
        .replace("full_contnt: yes", "full_content: true");
    assert_eq!(project.read("site.yaml"), mended);
    assert_eq!(
        project.read("content/a.md"),
        "---\ntitle: A\ndate: 2025-01-05\nsummary: Of a.\n---\n"
    );
    let again = project.run("check --fix").code(0);
    assert!(
        again.out.starts_with("Nothing can be fixed automatically"),
        "{}",
        again.out
    );
}

#[test]
fn what_is_certain_in_a_configuration_is_mended_though_more_is_wrong_with_it() {
    let wrong = "title: A\nurl: https://example.org/\ntimezon: Nowhere/At_All\nlanguges: [en]\nlanguages: [id]\nper_pge: 20\nzzz: 1\n";
    let project = Project::empty()
        .file("site.yaml", wrong)
        .article("a.md", "---\ntitle: A: b\ndate: 2025\n---\n");
    let before = project.files();
    let shown = project.run("check --fix --dry-run").code(1);
    assert!(shown.out.contains("+per_page: 20\n"), "{}", shown.out);
    // What is told is told of the file as it is.
    assert!(shown.err.contains("per_pge"), "{}", shown.err);
    assert_eq!(project.files(), before, "a dry run changes nothing");
    let ran = project.run("check --fix").code(1);
    assert!(
        ran.out.contains("Fixed 2 problems in 1 file"),
        "{}",
        ran.out
    );
    assert_eq!(
        project.read("site.yaml"),
        wrong
            .replace("timezon:", "timezone:")
            .replace("per_pge", "per_page")
    );
    for left in ["Nowhere/At_All", "languges", "zzz"] {
        assert!(ran.err.contains(left), "{left}: {}", ran.err);
    }
    // Its articles are read by its rules, so that they wait for them.
    assert_eq!(
        project.read("content/a.md"),
        "---\ntitle: A: b\ndate: 2025\n---\n"
    );
}

#[test]
fn what_is_not_certain_is_left_to_the_editor() {
    for kept in [
        "title: A: b\n  goes on: here\ndate: 2025",
        "title: A: b #1\ndate: 2025",
        "title: A\ndate: 2025\ntags: [a,\n  @b]",
        "title: A\ndate: 2025\ntags: *flods",
        "title: A\ndate: 2025\nsources: [{\n  title: A: b, url: x}]",
        "title: A\ndate: 5/1/2026",
        "title: A\ndate: 2025\nimages: [a.jpg]",
        "title: A\ndate: 2025\nsummary: It rains\nsumary: It pours",
        "title: A\ndate: 2025\ntags: \"floods, #1\"",
        // A tab for which no number of spaces makes sense.
        "title: A\ndate: 2025\nsources:\n      - title: S\n  \t- title: T",
    ] {
        let text = format!("---\n{kept}\n---\n");
        let project = Project::empty()
            .file("site.yaml", SITE)
            .article("a.md", &text);
        project.run("check --fix");
        assert_eq!(project.read("content/a.md"), text);
    }
}

#[test]
fn a_mended_article_keeps_its_text_and_nothing_more_can_be_mended() {
    use dateline::config::SiteConfig;
    use dateline::diagnostic::Sink;
    use dateline::fix::{ContentKind, fixed};
    use dateline::parse::fence;
    use dateline::project::configuration;
    use dateline::source::{Source, SourceId, Sources, decode};

    let test = SiteTest::new().site(SITE);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let config: SiteConfig =
        configuration::read(&test.world, &test.settings, &mut sources, &mut sink)
            .expect("it is read");
    let source = |text: &str| Source {
        id: SourceId(0),
        text: text.to_owned(),
    };
    let body = |text: &str| fence::split(text).ok().map(|p| text[p.body].to_owned());
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut changed = 0;
    for (path, bytes) in crate::site_test::files_below(&sites) {
        let Some(text) = decode(bytes).ok().filter(|_| path.ends_with(".md")) else {
            continue;
        };
        let (new, _) = fixed(source(&text), "a.md", ContentKind::Article, &config);
        let (again, count) = fixed(source(&new), "a.md", ContentKind::Article, &config);
        assert_eq!((&again, count), (&new, 0), "{path}");
        if let Some(body) = body(&text) {
            assert!(new.ends_with(&body), "{path}");
        }
        changed += usize::from(new != text);
    }
    assert!(changed > 5, "{changed}");
}

#[test]
fn programs_are_given_the_fix_too() {
    let project = Project::new().article("a.md", "---\ntitle: é: b\ndate: 2025\n---\n");
    let ran = project.run("check --format json").code(1);
    let fault: serde_json::Value = serde_json::from_str(&ran.out).expect("one object");
    let fix = serde_json::json!({
        "line": 2, "column": 8, "end_line": 2, "end_column": 12,
        "start": 11, "end": 16, "replacement": "\"é: b\""
    });
    assert_eq!(fault["fix"], fix);
}

#[test]
fn annotations_name_files_from_the_working_folder_and_other_formats_from_the_project() {
    let project = Project::new().article("a.md", "---\ntitle: A\ndate: 2025-02-30\n---\n");
    let told = |folder: &Path, line: &str| {
        let mut command = project.command();
        let command = command.current_dir(folder).args(line.split(' '));
        let ran = command.output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        text(ran.stdout) + &text(ran.stderr)
    };
    let from = |folder: &Path, line: &str| {
        let told = told(folder, line);
        let named = told
            .strip_prefix("::error file=")
            .and_then(|t| t.split_once(','));
        named.unwrap_or_else(|| panic!("{told}")).0.to_owned()
    };
    let root = project.root().to_str().expect("UTF-8");
    let whole = format!("check --format github --root {root}");
    for line in [
        "check --format github --root project",
        "check --format github --root ./project/",
        &whole,
    ] {
        assert_eq!(
            from(project.around(), line),
            "project/content/a.md",
            "{line}"
        );
    }
    let inner = project.root().join("content");
    assert_eq!(
        from(&inner, "check --format github --root .."),
        "../content/a.md"
    );
    for line in ["check --format github", "check --format github --root ."] {
        assert_eq!(from(project.root(), line), "content/a.md", "{line}");
    }
    let short = told(project.around(), "check --format short --root project");
    assert!(short.starts_with("content/a.md:3:"), "{short}");
}

#[test]
fn annotations_escape_what_would_end_them() {
    let project = Project::new().article(
        "a,b:100%.md",
        "---\ntitle: A\ndate: \"20%,25::error file=x::\\n\"\n---\n",
    );
    let ran = project.run("check --format github").code(1);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(
        ran.out
            .starts_with("::error file=content/a%2Cb%3A100%25.md,title=bad-date,line=3,"),
        "{}",
        ran.out
    );
    let (_, message) = ran.out[2..].split_once("::").expect("a message");
    assert!(message.contains("20%25,25::error file=x::"), "{message}");
    assert!(!message.contains("20%,"), "{message}");
}
