//! `dateline new`: an article that `check` accepts.

use crate::project::Project;

#[test]
fn new_prints_the_name_of_a_file_that_check_accepts() {
    let project = Project::new();
    let ran = project.run_with(["new", "Meta delays Avocado"]).code(0);
    assert_eq!(ran.out, "content/2026/meta-delays-avocado.md\n");
    let text = project.read("content/2026/meta-delays-avocado.md");
    assert!(text.contains("title: Meta delays Avocado\n"), "{text}");
    assert!(text.contains("date: 2026-01-15\n"), "{text}");
    assert!(text.contains("id: meta-delays-avocado\n"), "{text}");
    project.run("check --strict").code(0);
    project.run("build").code(0);
    assert!(project.has("public/meta-delays-avocado/index.html"));
}

#[test]
fn everything_that_is_given_stands_in_the_front_matter() {
    let project = Project::new();
    project
        .run_with([
            "new",
            "Llama 5: \"planned\" # soon",
            "--date",
            "2026-Q4",
            "--organisation",
            "Meta",
            "-g",
            "X: the, company",
            "--person",
            "O'Neill",
            "--tag",
            "true",
            "-t",
            "C#",
            "--status",
            "expected",
            "--certainty",
            "rumoured",
            "--source",
            "https://example.org/a?b=c#d",
            "--id",
            "llama-5",
            "--draft",
        ])
        .code(0);
    project.run("check --strict --drafts").code(0);
    project.run("build --drafts").code(0);
    let page = project.read("public/llama-5/index.html");
    for said in [
        "Llama 5: ",
        "X: the, company",
        "C#",
        "Rumoured",
        "https://example.org/a?b=c#d",
    ] {
        let escaped = said.replace('/', "&#x2F;");
        assert!(
            page.contains(said) || page.contains(&escaped),
            "{said}: {page}"
        );
    }
    assert!(project.has("public/organisations/meta/index.html"));
    assert!(project.has("public/tags/true/index.html"));
}

#[test]
fn new_never_writes_over_a_file() {
    let project = Project::new();
    project.run_with(["new", "Twice"]).code(0);
    let before = project.files();
    let ran = project.run_with(["new", "Twice", "--tag", "other"]).code(2);
    assert!(
        ran.err.contains("content/2026/twice.md already exists"),
        "{}",
        ran.err
    );
    assert_eq!(project.files(), before);
}

#[test]
fn what_check_would_not_accept_is_not_written() {
    let project = Project::new();
    let before = project.files();
    for args in [
        ["--date", "yesterday"],
        ["--date", "2025-02-30"],
        ["--status", "hapened"],
        ["--certainty", "sure"],
        ["--source", "example.org"],
        ["--id", "../x"],
        ["--id", "a b"],
    ] {
        let ran = project
            .run_with(["new", "Something"].into_iter().chain(args))
            .code(2);
        assert!(ran.err.starts_with("error: "), "{args:?}: {}", ran.err);
        assert_eq!(project.files(), before, "{args:?}");
    }
    let long = "x".repeat(2001);
    project.run_with(["new", &long]).code(2);
    project.run_with(["new", ""]).code(2);
    assert_eq!(project.files(), before);
}

#[test]
fn headlines_of_any_signs_give_files_that_check_accepts() {
    for title in [
        "C++ & C# at 100%",
        "日本語の見出し",
        "🎉",
        "../../etc/passwd",
        "CON",
        "- a list",
        "yes",
        "2025-01-01",
        "a\\b \"c\" 'd'",
        "tab\tand line\nbreak",
        "\u{202e}turned",
        "{a: b}",
        "*x",
        "@x",
        "`x`",
        "%x",
        "x #y",
        "é",
        "null",
        "~",
        "---",
    ] {
        let project = Project::new();
        let ran = project.run_with(["new", "--", title]);
        assert_eq!(ran.code, 0, "{title:?}: {}", ran.err);
        let checked = project.run("check");
        assert_eq!(checked.code, 0, "{title:?}: {}", checked.err);
        let name = ran.out.trim_end();
        assert!(
            name.starts_with("content/2026/") && project.has(name),
            "{name}"
        );
    }
}

#[test]
fn a_control_character_is_refused_in_plain_words() {
    let project = Project::new();
    let before = project.files();
    for args in [
        ["new", "a\u{1}b", "--draft"],
        ["new", "a\u{9b}b", "--draft"],
        ["new", "Title", "--tag=a\u{1b}[0m"],
    ] {
        let ran = project.run_with(args).code(2);
        assert!(
            ran.err.contains("an invisible control character"),
            "{}",
            ran.err
        );
        assert!(
            !ran.err.contains(|c: char| c.is_control() && c != '\n'),
            "{}",
            ran.err
        );
    }
    assert_eq!(project.files(), before);
}

#[test]
fn a_file_that_new_wrote_may_be_followed_by_another_of_the_same_day() {
    let project = Project::new();
    for title in ["One", "Two", "Three"] {
        project.run_with(["new", title]).code(0);
    }
    let ran = project.run("check --strict").code(0);
    assert!(ran.out.starts_with("3 articles"), "{}", ran.out);
}

#[test]
fn without_a_site_nothing_is_begun() {
    let project = Project::empty();
    let ran = project.run_with(["new", "Something"]);
    assert_ne!(ran.code, 0);
    assert!(project.files().is_empty());
}

#[test]
fn the_day_is_that_of_the_sites_zone() {
    let project = Project::empty().file(
        "site.yaml",
        "title: T\nurl: https://example.org/\ntimezone: Pacific/Kiritimati\n",
    );
    let ran = project.run("new Late --now 2026-12-31T12:00:00Z").code(0);
    assert_eq!(ran.out, "content/2027/late.md\n");
    let text = project.read("content/2027/late.md");
    assert!(text.contains("date: 2027-01-01\n"), "{text}");
}

#[test]
fn without_a_terminal_nothing_is_asked_and_a_headline_is_needed() {
    let project = Project::new();
    let before = project.files();
    let ran = project.run("new").code(2);
    assert!(ran.err.contains("needs a headline"), "{}", ran.err);
    assert_eq!(project.files(), before);
}

#[test]
fn stances_are_written_as_flags_say() {
    let site = format!(
        "{}stances: {{open: {{label: Open}}, closed: {{label: Closed}}}}\n",
        crate::site_test::SITE
    );
    let project = Project::empty().file("site.yaml", site);
    let ran = project.run("new Two -g Meta -g OpenAI --stance Meta=closed --stance OpenAI=open");
    let text = project.read(ran.code(0).out.trim_end());
    assert!(
        text.contains("stance: {Meta: closed, OpenAI: open}\n"),
        "{text}"
    );
    let ran = project.run("new One -g Meta --stance closed");
    assert!(
        project
            .read(ran.code(0).out.trim_end())
            .contains("stance: closed\n")
    );
    project.run("check").code(0);
    project.run("new Three -g Meta --stance Meta=shut").code(2);
}

#[test]
fn an_id_that_another_article_has_is_not_given_again() {
    let project = Project::new()
        .article("a.md", "---\nid: floods\ntitle: Floods\ndate: 2024\nentries:\n  - {id: peak, title: Peak, date: 2024}\n---\n");
    for title in ["Floods", "Peak"] {
        let ran = project.run_with(["new", title, "--date", "2025"]).code(2);
        assert!(
            ran.err.contains("content/a.md already has the id"),
            "{}",
            ran.err
        );
    }
    let ran = project.run_with(["new", "Floods", "--date", "2025", "--id", "floods-2025"]);
    assert_eq!(ran.code(0).out, "content/2025/floods-2025.md\n");
    let ran = project.run_with(["new", "  "]).code(2);
    assert!(ran.err.contains("needs a headline"), "{}", ran.err);
}
