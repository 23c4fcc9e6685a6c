//! `dateline list`: what it finds, and that other programs can read it.

use crate::project::Project;

fn project() -> Project {
    Project::new()
        .article(
            "a.md",
            "---\ntitle: \"=cmd|' /C calc'!A0, said \\\"Ann\\\"\"\ndate: 2025-12-09\norganisations: [Meta]\ncertainty: reported\nsources: [https://example.org/a]\nentries:\n  - {id: launch, title: Launch of it, date: 2026-Q1, status: expected}\n---\n",
        )
        .article(
            "b.md",
            "---\ntitle: OpenAI opens a model\ndate: 2025\norganisations: [OpenAI]\n---\n",
        )
        .article(
            "c.md",
            "---\ntitle: Not yet\ndate: 2025-01-02\ndraft: true\n---\n",
        )
}

/// The ids that are listed, in their order.
fn ids(project: &Project, flags: &str) -> Vec<String> {
    let ran = project
        .run(&format!("--now 2026-06-01 list --as json {flags}"))
        .code(0);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&ran.out).expect("an array");
    let id = |row: &serde_json::Value| row["id"].as_str().expect("an id").to_owned();
    rows.iter().map(id).collect()
}

#[test]
fn filters_are_taken_together() {
    let site = project();
    assert_eq!(ids(&site, ""), ["launch", "a", "b"]);
    assert_eq!(ids(&site, "--drafts"), ["launch", "a", "c", "b"]);
    assert_eq!(ids(&site, "--term meta"), ["launch", "a"]);
    assert_eq!(ids(&site, "--term organisations=OpenAI"), ["b"]);
    assert_eq!(ids(&site, "--term Meta --status happened"), ["a"]);
    assert_eq!(ids(&site, "--status overdue"), ["launch"]);
    assert_eq!(ids(&site, "--certainty reported --status happened"), ["a"]);
    assert_eq!(ids(&site, "--text OPENS"), ["b"]);
    assert_eq!(ids(&site, "--without-source"), ["b"]);
    assert_eq!(
        ids(&site, "--term Meta --term OpenAI"),
        Vec::<String>::new()
    );
}

#[test]
fn a_period_finds_what_may_fall_into_it() {
    let site = project();
    assert_eq!(ids(&site, "--period 2025-12"), ["a", "b"]);
    assert_eq!(ids(&site, "--period 2026-02"), ["launch"]);
    assert_eq!(ids(&site, "--period ../2025-06"), ["b"]);
}

#[test]
fn a_spreadsheet_is_given_text_and_no_formula() {
    let ran = project().run("--now 2026-06-01 list --as csv --period 2025-12-09 --term Meta");
    let out = ran.code(0).out;
    let lines: Vec<&str> = out.split_terminator("\r\n").collect();
    assert_eq!(
        lines,
        [
            "id,date,title,status,certainty,organisations,sources,file,url",
            "a,2025-12-09,\"'=cmd|’ /C calc’!A0, said “Ann”\",happened,reported,Meta,1,content/a.md,https://example.org/a/",
        ]
    );
}

#[test]
fn the_table_has_a_line_an_entry_and_their_number() {
    let ran = project().run("--now 2026-06-01 list").code(0);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", ran.out);
    assert!(
        lines[0].starts_with("2026-Q1     overdue   Launch of it"),
        "{}",
        lines[0]
    );
    assert!(lines[2].ends_with("  content/b.md"), "{}", lines[2]);
    assert_eq!(lines[3], "3 entries");
    let none = project().run("list --text nothing").code(0);
    assert_eq!(none.out, "0 entries\n");
}

#[test]
fn what_the_site_does_not_have_is_named_with_what_is_near() {
    let site = project();
    for (flags, said) in [
        ("--term Mta", "did you mean `Meta`?"),
        ("--status hapened", "did you mean `happened`?"),
        ("--certainty reportd", "did you mean `reported`?"),
        ("--period yesterday", "--period: "),
    ] {
        let ran = site.run(&format!("list {flags}")).code(2);
        assert!(ran.err.contains(said), "{flags}: {}", ran.err);
        assert_eq!(ran.out, "", "{flags}");
    }
}

#[test]
fn a_file_with_a_fault_is_told_of_and_the_others_are_listed() {
    let site = project().article("d.md", "---\ntitle: D\ndate: 2025-02-30\n---\n");
    let ran = site.run("list").code(1);
    assert!(ran.err.contains("bad-date"), "{}", ran.err);
    assert!(ran.out.contains("content/b.md"), "{}", ran.out);
}

/// An article in each state, and what has two.
fn states() -> Project {
    let dated = |more: &str| format!("---\ntitle: T\ndate: 2025-03-01\n{more}---\n");
    Project::new()
        .article("shown.md", "---\ntitle: Shown\ndate: 2025-05-01\n---\n")
        .article("draft.md", &dated("draft: true\norganisations: [Acme]\n"))
        .article("scheduled.md", "---\ntitle: S\ndate: 2026-07-01\npublished: 2026-07-02\n---\n")
        .article("both.md", &dated("draft: true\npublished: 2026-07-02\nexpires: 2025-01-01\n"))
        .article(
            "expired.md",
            "---\ntitle: Over\ndate: 2024-01-05\npublished: 2024-01-05\nexpires: 2025-01-01\nentries:\n  - {title: Part of it, date: 2024-01-06}\n---\n",
        )
        .article("background.md", "---\ntitle: What is a dam\nkind: explainer\n---\n")
        .article(
            "retracted.md",
            "---\ntitle: Wrong\ndate: 2025-02-01\ncorrections:\n  - {date: 2025-02-03, text: It was not so., kind: retraction}\n---\n",
        )
        .article(
            "salah.md",
            "---\ntitle: Terjemahan\nlang: id\ntranslation_of: shown\ndate: 2025-05-01\ndraft: true\n---\n",
        )
}

#[test]
fn what_no_timeline_shows_is_listed_by_its_state() {
    let site = states();
    assert_eq!(ids(&site, ""), ["shown"]);
    for (state, listed) in [
        ("shown", &["shown"][..]),
        ("scheduled", &["scheduled"]),
        ("expired", &["part-of-it", "expired"]),
        ("background", &["background"]),
        ("retracted", &["retracted"]),
    ] {
        assert_eq!(ids(&site, &format!("--state {state}")), listed, "{state}");
    }
    let mut drafts = ids(&site, "--state draft");
    drafts.sort();
    assert_eq!(drafts, ["both", "draft", "salah"]);
    assert_eq!(ids(&site, "--state draft --term Acme"), ["draft"]);
    assert_eq!(
        ids(&site, "--state retracted,background --state shown"),
        ["shown", "retracted", "background"]
    );
    assert_eq!(
        ids(&site, "--state expired --period 2024-01-05"),
        ["expired"]
    );
}

#[test]
fn a_state_that_is_asked_for_is_told() {
    let site = states();
    let line = "--now 2026-06-01 list --state expired,shown";
    let table = site.run(line).code(0).out;
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines,
        [
            "2025-05-01  shown    happened  Shown       content/shown.md",
            "2024-01-06  expired  happened  Part of it  content/expired.md",
            "2024-01-05  expired  happened  Over        content/expired.md",
            "3 entries",
        ]
    );
    let csv = site.run(&format!("{line} --as csv")).code(0).out;
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(
        lines[..3],
        [
            "id,state,date,title,status,certainty,organisations,sources,file,url",
            "shown,shown,2025-05-01,Shown,happened,,,0,content/shown.md,https://example.org/shown/",
            "part-of-it,expired,2024-01-06,Part of it,happened,,,0,content/expired.md,https://example.org/expired/",
        ]
    );
    let json = site.run(&format!("{line} --as json")).code(0).out;
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("an array");
    assert_eq!(rows[2]["state"], "expired");
    let json = site.run("--now 2026-06-01 list --as json").code(0).out;
    assert!(!json.contains("state"), "{json}");
    let none = site.run("list --state drafts").code(2);
    assert!(none.err.contains("scheduled"), "{}", none.err);
}
