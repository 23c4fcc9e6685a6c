//! Many warnings of one kind are told in few lines.

use crate::project::{Project, Ran};

/// A project of so many articles, each with these lines in its front matter.
fn articles(count: usize, lines: &str) -> Project {
    (0..count).fold(Project::new(), |project, n| {
        let text =
            format!("---\ntitle: River rises again\ndate: 2025-01-02\n{lines}\n---\n\nText.\n");
        project.article(&format!("{n:03}.md"), &text)
    })
}

fn last_line(ran: &Ran) -> &str {
    ran.out.lines().last().unwrap_or_default()
}

#[test]
fn five_of_a_kind_are_told_in_full() {
    let ran = articles(5, "sumary: x").run("check").code(0);
    assert_eq!(ran.err.matches("warning[unknown-key]").count(), 5);
    assert_eq!(ran.err.matches("= help: ").count(), 5, "{}", ran.err);
    assert!(!ran.err.contains("-vv"), "{}", ran.err);
}

#[test]
fn an_unknown_key_of_many_files_is_one_line_with_its_count() {
    let project = articles(120, "sumary: x").article(
        "other.md",
        "---\ntitle: River falls\ndate: 2025-01-02\nupdatd: 2025-01-02\n---\n",
    );
    for format in ["human", "short"] {
        let ran = project.run(&format!("check --format {format}")).code(0);
        let (told, last) = ran.err.split_once("\n\n").expect("a blank line ends them");
        assert_eq!(last.contains("dateline explain"), format == "human");
        assert_eq!(
            told,
            "content/000.md:4:1: warning[unknown-key]: `sumary` is not a key of the front matter; write `summary`; or, for all of them, add to site.yaml: `front_matter: {rename: {sumary: summary}}` (120 times in 120 files)\n\
             content/other.md:4:1: warning[unknown-key]: `updatd` is not a key of the front matter; write `updated`\n\
             (use -vv to see all of them)"
        );
        assert!(last_line(&ran).ends_with("; 121 warnings"), "{}", ran.out);
    }
}

#[test]
fn the_same_words_are_one_line_with_their_count() {
    let pictures = "---\n\n![](https://example.org/a.png) ![](https://example.org/b.png)\n\n---";
    let ran = articles(4, pictures).run("check").code(0);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(lines[0].starts_with("content/000.md:6:1: warning[missing-alt]: "));
    assert!(lines[0].ends_with(" (8 times in 4 files)"), "{}", lines[0]);
    assert_eq!(lines[1], "(use -vv to see all of them)");
    assert!(last_line(&ran).ends_with("; 8 warnings"), "{}", ran.out);
}

#[test]
fn the_most_frequent_keys_come_first_and_their_number_has_a_limit() {
    let mut lines: String = ('a'..='v').map(|c| format!("summary{c}: 1\n")).collect();
    lines.push_str("sumary: x");
    let project = articles(1, &lines).article(
        "b.md",
        "---\ntitle: River falls\ndate: 2025-01-02\nsumary: y\n---\n",
    );
    let ran = project.run("check --format short").code(0);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(
        lines[0].ends_with("write `summary` (2 times in 2 files)"),
        "{}",
        lines[0]
    );
    assert!(lines[1].contains("`summarya`"), "{}", lines[1]);
    assert_eq!(
        lines[20],
        "… and 3 more of this kind (unknown-key) in 1 file"
    );
    assert!(last_line(&ran).ends_with("; 24 warnings"), "{}", ran.out);
}

#[test]
fn errors_of_a_kind_are_told_once_with_the_lines_of_the_first_and_stand_last() {
    let mut project = articles(9, "sumary: x");
    for n in 0..9 {
        let text = "---\ntitle: River falls\ndate: 2025-02-30\n---\n";
        project = project.article(&format!("bad{n}.md"), text);
    }
    let ran = project.run("check").code(1);
    assert_eq!(ran.err.matches("[bad-date]").count(), 1, "{}", ran.err);
    assert!(
        ran.err
            .contains(" (9 times in 9 files)\n --> content/bad0.md:3:"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("3 | date: 2025-02-30"), "{}", ran.err);
    assert_eq!(ran.err.matches("= help: ").count(), 1, "{}", ran.err);
    assert_eq!(ran.err.matches("unknown-key").count(), 1, "{}", ran.err);
    let after =
        ran.err.find("error[").expect("there") > ran.err.find("unknown-key").expect("there");
    assert!(after, "{}", ran.err);
    assert!(ran.err.ends_with("9 errors, 9 warnings\n"), "{}", ran.err);
    let strict = project.run("check --strict").code(1);
    assert_eq!(strict.err.matches("error[unknown-key]").count(), 1);
    assert!(
        strict.err.contains("(9 times in 9 files)"),
        "{}",
        strict.err
    );
    let each = project.run("check -vv").code(1);
    assert_eq!(each.err.matches("error[bad-date]").count(), 9);
    for format in ["json", "github"] {
        let each = project.run(&format!("check --format {format}")).code(1);
        assert_eq!(each.out.matches("bad-date").count(), 9, "{}", each.out);
    }
}

#[test]
fn what_a_line_of_the_configuration_settles_is_answered_with_it() {
    let settled = |line: &str, setting: &str| {
        let mut project = Project::new();
        for n in 0..300 {
            let text = format!("---\ntitle: River rises again\ndate: 2025-01-02\n{line}\n---\n");
            project = project.article(&format!("{n:03}.md"), &text);
        }
        let ran = project.run("check -v");
        assert!(
            ran.err.contains(&format!("add to site.yaml: `{setting}`")),
            "{}",
            ran.err
        );
        assert!(ran.err.contains("(300 times in 300 files)"), "{}", ran.err);
        let site = format!("{}{setting}\n", crate::site_test::SITE);
        project.write("site.yaml", site);
        let again = project.run("check").code(0);
        assert_eq!(again.err, "", "{line}");
    };
    settled(
        "sumary: It rains",
        "front_matter: {rename: {sumary: summary}}",
    );
    settled(
        "keywords: [floods]",
        "front_matter: {rename: {keywords: tags}}",
    );
    settled("lede: It rains", "front_matter: {rename: {lede: summary}}");
    settled(
        "video: https://example.org/film",
        "front_matter: {ignore: [video]}",
    );
    settled(
        "status: postponed",
        "statuses: {postponed: {stage: expected}}",
    );
    settled("certainty: alleged", "certainties: {alleged: {firm: 1}}");
}

/// A folder as bad as any: several hundred files, and in each of them some of many habits.
fn worst() -> Project {
    const HABITS: [&str; 24] = [
        "sumary: x",
        "categories: news, floods, dams",
        "layout: post\nweight: 3\nvideo: https://example.org/film",
        "date_end: 2025-13-01\nexpires: never",
        "status: ongoing",
        "certainty: sure",
        "importance: 77",
        "kind: column",
        "sources: [{title: A, date: 3/4/2025}]",
        "sources: [{title: A, url: www.example.org}]",
        "sources: [{title: A, link: https://example.org/, note: read on}]",
        "tags: [a]\ntags: [b]",
        "stance: {Meta: closed}",
        "slug: a b c",
        "id: a/b",
        "permalink: /:year/:title/",
        "aliases: [/../x/]",
        "image: missing.jpg",
        "corrections: it was wrong",
        "updates: [{entry: none, date: 2026}]",
        "place: [Oslo, Bergen]",
        "summary: A: b",
        "tags:\n  – one\n  – two",
        "lang: English",
    ];
    const TEXTS: [&str; 6] = [
        "[a](missing.md) and ![b](gone.png)",
        "{{< youtube x >}} and {% raw %}",
        "[x](#nowhere) [^none]",
        "<script>x</script> [run](javascript:x)",
        "![](a.png)",
        "Text.",
    ];
    let mut project = Project::new();
    for n in 0..480 {
        let habit = |k: usize| HABITS[(n * 7 + k) % HABITS.len()];
        let date = match n % 9 {
            0 => format!("{}/{}/2025", n % 28 + 1, n % 12 + 1),
            1 => format!("2025-02-3{}", n % 2),
            _ => format!("2025-{:02}-{:02}", n % 12 + 1, n % 28 + 1),
        };
        let keys = match n % 2 {
            0 => habit(0).to_owned(),
            _ => format!("extra: {{n: {n}}}\n{}", habit(0)),
        };
        let text = format!(
            "---\ntitle: Report {n}\ndate: {date}\n{keys}\n---\n\n{}\n",
            TEXTS[n % TEXTS.len()]
        );
        project = project.article(&format!("d{}/{n:04}.md", n % 20), &text);
    }
    project
}

#[test]
fn the_worst_folder_is_told_in_two_hundred_lines() {
    let project = worst();
    for args in [
        "check",
        "check --strict",
        "check --strict -v",
        "check --strict --format short",
    ] {
        let ran = project.run(args).code(1);
        let lines = ran.err.lines().count();
        assert!(lines <= 200, "{args}: {lines} lines\n{}", ran.err);
    }
    let ran = project.run("check --strict").code(1);
    let codes: std::collections::BTreeSet<&str> = ran
        .err
        .split("error[")
        .skip(1)
        .filter_map(|rest| rest.split(']').next())
        .collect();
    assert!(codes.len() >= 20, "each kind is named: {codes:?}");
    assert!(ran.err.contains(" --> content/"), "{}", ran.err);
    let json = project.run("check --strict --format json").code(1);
    assert!(json.out.lines().count() > 480, "each is there");
}

#[test]
fn files_left_out_are_grouped_too_and_saying_verbose_twice_shows_each() {
    let mut project = articles(9, "sumary: x");
    for n in 0..9 {
        project = project.article(&format!("none{n}.md"), "No front matter.\n");
    }
    let once = project.run("check").code(0);
    // Each names its file: three stand as examples.
    assert_eq!(once.err.matches("warning[left-out]").count(), 3);
    assert!(
        once.err
            .contains("\n… and 6 more of this kind (left-out) in 6 files\n"),
        "{}",
        once.err
    );
    for twice in ["-vv", "--verbose --verbose"] {
        let twice = project.run(&format!("check {twice}")).code(0);
        assert_eq!(twice.err.matches("warning[left-out]").count(), 9);
        assert_eq!(twice.err.matches("warning[unknown-key]").count(), 9);
        assert_eq!(last_line(&twice), last_line(&once));
    }
}

#[test]
fn programs_are_told_of_each() {
    let project = articles(30, "sumary: x");
    let json = project.run("check --format json").code(0);
    assert_eq!(json.out.lines().count(), 30, "{}", json.out);
    let github = project.run("check --format github").code(0);
    assert_eq!(github.out.matches("::warning ").count(), 30);
}
