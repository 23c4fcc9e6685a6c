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
        lines[0].starts_with("2026-33     overdue   Launch of it"),
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
