//! `dateline update`: what it writes, where, and what it refuses.

use crate::project::{Project, Ran};

const PLAN: &str = "---
id: plan
title: The city plans a bridge
date: 2025-03-14
organisations: [City]
sources:
  - {id: council, title: Minutes, url: \"https://example.org/minutes\"}
entries:
  - id: opening   # do not change
    date: 2026
    title: The bridge opens
    status: expected
    source: council
  - {id: toll, date: 2026-06, title: The toll is decided, status: expected}
---

Text.[^council]
";

const DELAY: &str = "---
title: \"Delay: the bridge is late\"
# our own words
date:   2025-10-02
---

Text: - {x}
";

fn project() -> Project {
    Project::new()
        .article("plan.md", PLAN)
        .article("delay.md", DELAY)
}

fn update(project: &Project, args: &[&str]) -> Ran {
    let fixed = ["--now", "2025-11-20", "update"];
    project.run_with(fixed.into_iter().chain(args.iter().copied()))
}

const SOURCE: [&str; 8] = [
    "--source",
    "https://www.radio.example/late",
    "--source-title",
    "Late: the bridge",
    "--publisher",
    "Port Radio",
    "--said",
    "2025-10-02",
];

fn with<'a>(args: &[&'a str]) -> Vec<&'a str> {
    args.iter().chain(&SOURCE).copied().collect()
}

#[test]
fn an_update_is_written_into_an_article_and_the_rest_of_the_file_stays() {
    let project = project();
    let line = ["opening", "--date", "2027-Q2", "--in", "delay"];
    let ran = update(&project, &with(&line)).code(0);
    let added = "\
sources:
  - id: port-radio
    title: \"Late: the bridge\"
    url: https://www.radio.example/late
    publisher: Port Radio
    date: 2025-10-02
updates:
  - {entry: opening, date: 2027-Q2, source: port-radio}
";
    let (head, body) = DELAY.split_once("---\n\n").expect("front matter");
    assert_eq!(
        project.read("content/delay.md"),
        format!("{head}{added}---\n\n{body}")
    );
    assert_eq!(project.read("content/plan.md"), PLAN);
    assert!(
        ran.out.starts_with("changed content/delay.md\n  line 5:\n"),
        "{}",
        ran.out
    );
    for written in added.lines() {
        assert!(
            ran.out.contains(&format!("    {written}\n")) || ran.out.ends_with(written),
            "{}",
            ran.out
        );
    }
    project.run("check").code(0);
    let listed = project
        .run("--now 2025-11-20 list --as json --text opens")
        .code(0)
        .out;
    assert!(listed.contains("\"date\": \"2027-Q2\""), "{listed}");
}

#[test]
fn the_same_source_is_cited_again_by_its_id_or_its_address() {
    let project = project();
    update(
        &project,
        &with(&["opening", "--date", "2027", "--in", "content/delay.md"]),
    )
    .code(0);
    let url = [
        "toll",
        "--status",
        "cancelled",
        "--in",
        "delay.md",
        "--source",
        SOURCE[1],
    ];
    update(&project, &url).code(0);
    let text = project.read("content/delay.md");
    assert_eq!(text.matches("url:").count(), 1, "{text}");
    assert!(
        text.contains("\n  - {entry: toll, status: cancelled, source: port-radio}\n"),
        "{text}"
    );
    let other = [
        "opening",
        "--certainty",
        "confirmed",
        "--in",
        "delay",
        "--source",
        "https://www.radio.example/b",
        "--publisher",
        "Port Radio",
    ];
    update(&project, &other).code(0);
    let text = project.read("content/delay.md");
    assert!(
        text.contains("  - id: port-radio-2\n    url: https://www.radio.example/b\n"),
        "{text}"
    );
    project.run("check").code(0);
}

#[test]
fn a_new_article_is_made_that_check_accepts() {
    let project = project();
    let line = [
        "The bridge opens",
        "--status",
        "happened",
        "--date",
        "2025-11-03",
        "--title",
        "The bridge is open: at last",
    ];
    let ran = update(&project, &with(&line)).code(0);
    let name = "content/2025/the-bridge-is-open-at-last.md";
    assert!(
        ran.out.starts_with(&format!("created {name}\n")),
        "{}",
        ran.out
    );
    assert_eq!(
        project.read(name),
        "\
---
id: the-bridge-is-open-at-last
title: \"The bridge is open: at last\"
date: 2025-11-03
published: 2025-11-20T12:00:00Z
organisations: [City]
sources:
  - id: port-radio
    title: \"Late: the bridge\"
    url: https://www.radio.example/late
    publisher: Port Radio
    date: 2025-10-02
updates:
  - {entry: opening, date: 2025-11-03, status: happened, source: port-radio}
---

"
    );
    project.run("--now 2025-11-20 check").code(0);
    let again = update(&project, &with(&line)).code(2);
    assert!(
        again.err.contains("--in the-bridge-is-open-at-last"),
        "{}",
        again.err
    );
}

#[test]
fn the_last_look_is_recorded_in_the_file_of_the_entry() {
    let project = project();
    let ran = update(&project, &["opening", "--checked", "2025-11-19"]).code(0);
    let expected = PLAN.replace(
        "    status: expected\n",
        "    status: expected\n    checked: 2025-11-19\n",
    );
    assert_eq!(project.read("content/plan.md"), expected);
    assert!(ran.out.contains("line 13:\n    "), "{}", ran.out);
    update(&project, &["opening", "--checked", "today"]).code(0);
    assert_eq!(
        project.read("content/plan.md"),
        expected.replace("11-19", "11-20")
    );
    update(&project, &["toll", "--checked", "today"]).code(0);
    let text = project.read("content/plan.md");
    assert!(
        text.contains("status: expected, checked: 2025-11-20}"),
        "{text}"
    );
    project.run("check").code(0);
    let own = Project::new().article(
        "a.md",
        "---\ntitle: A\ndate: 2026\nstatus: expected\ntags: [x]\n---\n",
    );
    update(&own, &["a", "--checked", "today"]).code(0);
    assert_eq!(
        own.read("content/a.md"),
        "---\ntitle: A\ndate: 2026\nstatus: expected\nchecked: 2025-11-20\ntags: [x]\n---\n"
    );
    for (day, said) in [
        ("2025-11-21", "in the future"),
        ("2025-11", "is not one day"),
        ("yesterday", "--checked: "),
    ] {
        let ran = update(&own, &["a", "--checked", day]).code(2);
        assert!(ran.err.contains(said), "{day}: {}", ran.err);
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let text = format!("\u{feff}{}", DELAY.replace('\n', "\r\n"));
    let project = project().article("delay.md", &text);
    update(
        &project,
        &with(&["opening", "--date", "2027", "--in", "delay"]),
    )
    .code(0);
    let now = project.read("content/delay.md");
    assert!(
        now.starts_with('\u{feff}') && now.ends_with("Text: - {x}\r\n"),
        "{now:?}"
    );
    assert_eq!(now.matches('\n').count(), now.matches("\r\n").count());
    assert!(
        now.contains("\r\nupdates:\r\n  - {entry: opening, date: 2027, source: port-radio}\r\n")
    );
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let project = project();
    for (line, shown) in [
        (["--in", "delay"], "+++ content/delay.md"),
        (["--title", "News"], "+++ content/2025/news.md"),
    ] {
        let args = [&["opening", "--date", "2027", "--dry-run"][..], &line].concat();
        let before = project.files();
        let ran = update(&project, &with(&args)).code(0);
        assert!(ran.out.contains(shown), "{}", ran.out);
        assert!(
            ran.out
                .contains("+  - {entry: opening, date: 2027, source: port-radio}"),
            "{}",
            ran.out
        );
        assert!(project.files() == before, "{line:?}");
    }
}

#[test]
fn an_entry_is_found_by_id_title_and_place_and_what_is_near_is_suggested() {
    let project = project();
    for name in [
        "opening",
        "the bridge OPENS",
        "plan#opening",
        "plan.md#entry-opening",
        "content/plan.md#opening",
    ] {
        let args = with(&[name, "--date", "2027", "--in", "delay", "--dry-run"]);
        let ran = update(&project, &args).code(0);
        assert!(ran.out.contains("{entry: opening,"), "{name}: {}", ran.out);
    }
    for (name, said) in [
        ("openin", "did you mean `opening` (The bridge opens)?"),
        ("The bridge open", "`opening` (The bridge opens)"),
        (
            "bridge",
            "did you mean `opening` (The bridge opens), `delay`",
        ),
        ("zzz", "dateline list"),
        (
            "plan#gate",
            "it has `plan` (The city plans a bridge), `opening`",
        ),
        ("pln#opening", "did you mean `plan`?"),
    ] {
        let ran = update(&project, &with(&[name, "--date", "2027", "--in", "delay"])).code(2);
        assert!(ran.err.contains(said), "{name}: {}", ran.err);
    }
    let twice = project.article("other.md", "---\ntitle: Other\ndate: 2025\nentries:\n  - {id: again, title: The bridge opens, date: 2028, status: expected}\n---\n");
    let ran = update(
        &twice,
        &with(&["The bridge opens", "--date", "2027", "--in", "delay"]),
    )
    .code(2);
    assert!(ran.err.contains("2 entries are called"), "{}", ran.err);
    assert!(
        ran.err.contains("`again`") && ran.err.contains("`opening`"),
        "{}",
        ran.err
    );
}

#[test]
fn what_check_would_refuse_is_not_written() {
    let retracted = "---\ntitle: Wrong\ndate: 2025-02-01\ncorrections:\n  - {date: 2025-02-03, text: Not so., kind: retraction}\n---\n";
    let project = project().article("wrong.md", retracted).article(
        "tunda.md",
        "---\ntitle: Tertunda\ndate: 2025-10-02\nlang: id\ntranslation_of: delay\n---\n",
    );
    let before = project.files();
    for (args, said) in [
        (
            &["opening", "--date", "2027-13", "--in", "delay"][..],
            "--date: ",
        ),
        (
            &["opening", "--status", "done", "--in", "delay"],
            "`done` is none of happened",
        ),
        (
            &["opening", "--certainty", "sure", "--in", "delay"],
            "`sure` is none of rumoured",
        ),
        (
            &["opening", "--date", "2027", "--in", "plan"],
            "an entry of content/plan.md itself",
        ),
        (
            &["opening", "--date", "2027", "--in", "wrong"],
            "is retracted",
        ),
        (
            &["opening", "--date", "2027", "--in", "tunda"],
            "--in delay",
        ),
        (
            &["opening", "--date", "2027", "--in", "nowhere"],
            "no article `nowhere`",
        ),
        (&["opening", "--date", "2027"], "--in ARTICLE, or --title"),
        (&["opening", "--in", "delay"], "say what is new"),
    ] {
        let ran = update(&project, &with(args)).code(2);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    for (args, said) in [
        (
            &["opening", "--date", "2027", "--in", "delay"][..],
            "--source URL",
        ),
        (
            &[
                "opening", "--date", "2027", "--in", "delay", "--source", "radio",
            ],
            "is not a web address",
        ),
        (
            &[
                "opening",
                "--date",
                "2027",
                "--in",
                "delay",
                "--title",
                "T",
                "--source",
                "https://a.example/",
            ],
            "--title",
        ),
        (
            &[
                "opening",
                "--checked",
                "today",
                "--source",
                "https://a.example/",
            ],
            "leave --source out",
        ),
        (&[], "name the entry"),
    ] {
        let ran = update(&project, args).code(2);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    assert!(project.files() == before, "nothing was written");
    let said = [
        "opening",
        "--date",
        "2027",
        "--in",
        "delay",
        "--source",
        "https://a.example/<b>",
    ];
    let ran = update(&project, &said).code(1);
    assert!(
        ran.err.contains("bad-url") && ran.err.contains("nothing was written"),
        "{}",
        ran.err
    );
    assert!(project.files() == before, "nothing was written");
}

#[test]
fn an_error_elsewhere_does_not_stop_an_update() {
    let project = project().article("broken.md", "---\ntitle: B\ndate: 2025-02-30\n---\n");
    update(
        &project,
        &with(&["opening", "--date", "2027", "--in", "delay"]),
    )
    .code(0);
}

#[test]
fn an_update_in_an_article_about_an_earlier_day_is_history_and_that_is_said() {
    let project = project().article(
        "later.md",
        "---\ntitle: Later\ndate: 2025-11-01\nsources:\n  - {id: a, title: A, url: \"https://example.org/a\"}\nupdates:\n  - {entry: opening, date: 2028, source: a}\n---\n",
    );
    let ran = update(
        &project,
        &with(&["opening", "--date", "2027", "--in", "delay"]),
    )
    .code(0);
    assert!(
        ran.err.contains("content/later.md") && ran.err.contains("last word"),
        "{}",
        ran.err
    );
}

#[test]
fn dates_are_written_in_the_standard_form() {
    let project = project();
    let line = [
        "opening",
        "--date",
        "8 April 2027",
        "--in",
        "delay",
        "--source",
        "https://a.example/",
        "--said",
        "2 October 2025",
    ];
    update(&project, &line).code(0);
    let text = project.read("content/delay.md");
    assert!(text.contains("date: 2027-04-08,"), "{text}");
    assert!(text.contains("    date: 2025-10-02\n"), "{text}");
}

#[test]
fn what_the_last_look_has_no_place_for_is_refused() {
    let project = project();
    let before = project.files();
    for flags in [
        &["--in", "delay"][..],
        &["--title", "The bridge"],
        &["--draft"],
        &["--publisher", "Port Radio"],
        &["--said", "2025-10-02"],
    ] {
        let line = [&["opening", "--checked", "today"], flags].concat();
        let ran = update(&project, &line).code(2);
        let said = format!("leave {} out", flags[0]);
        assert!(ran.err.contains(&said), "{flags:?}: {}", ran.err);
    }
    assert!(project.files() == before, "nothing was written");
}

#[test]
fn the_day_of_the_last_look_is_the_one_to_write_by_hand() {
    let flow = "---\n{title: A, date: 2026, status: expected, id: a}\n---\n";
    let project = Project::new().article("a.md", flow);
    let ran = update(&project, &["a", "--checked", "2025-11-03"]);
    let written = ran.code == 0 && project.read("content/a.md").contains("2025-11-03");
    assert!(
        written || ran.err.contains("checked: 2025-11-03"),
        "{}",
        ran.err
    );
}

#[test]
fn a_file_is_named_from_the_working_folder() {
    let project = Project::new()
        .article("plan.md", PLAN)
        .article("2025/delay.md", DELAY);
    let line = [
        "--now",
        "2025-11-20",
        "update",
        "opening",
        "--date",
        "2027",
        "--in",
        "delay.md",
    ];
    let mut command = project.command();
    command.current_dir(project.root().join("content/2025"));
    crate::project::ran(command.args(line).args(SOURCE)).code(0);
    assert!(project.read("content/2025/delay.md").contains("date: 2027"));
}

#[test]
fn a_new_article_has_a_name_that_a_file_may_have_and_counts() {
    let project = project();
    let ran = update(
        &project,
        &with(&["opening", "--date", "2027", "--title", "Index"]),
    )
    .code(2);
    assert!(ran.err.contains("choose another headline"), "{}", ran.err);
    let signs = ["opening", "--date", "2027", "--title", "!!!"];
    let ran = update(&project, &with(&signs)).code(0);
    let name = ran
        .out
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("created "));
    assert!(project.has(name.expect("named")), "{}", ran.out);
    let listed = project
        .run("--now 2025-11-20 list --as json --text opens")
        .code(0)
        .out;
    assert!(listed.contains("\"date\": \"2027\""), "{listed}");
}

#[test]
fn what_is_not_public_yet_is_called_so_and_what_has_expired_is_refused() {
    let article = |keys: &str| format!("---\ntitle: T\ndate: 2025-10-02\n{keys}\n---\n");
    let project = project()
        .article("draft.md", &article("draft: true"))
        .article("soon.md", &article("published: 2025-12-01"))
        .article(
            "over.md",
            &article("published: 2025-10-02\nexpires: 2025-11-01"),
        );
    for (into, said) in [
        ("draft", "not public yet: content/draft.md is a draft"),
        (
            "soon",
            "not public yet: content/soon.md is to be published on 2025-12-01",
        ),
    ] {
        let ran = update(
            &project,
            &with(&["opening", "--date", "2027", "--in", into]),
        )
        .code(0);
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    let over = ["opening", "--date", "2028", "--in", "over"];
    let ran = update(&project, &with(&over)).code(2);
    assert!(ran.err.contains("has expired"), "{}", ran.err);
}

#[test]
fn an_article_about_the_same_day_may_have_the_last_word() {
    let project = project().article(
        "zz.md",
        "---\ntitle: Later\ndate: 2025-10-02\nsources:\n  - {id: a, title: A, url: \"https://example.org/a\"}\nupdates:\n  - {entry: opening, date: 2028, source: a}\n---\n",
    );
    let line = with(&["opening", "--date", "2027", "--in", "delay"]);
    let ran = update(&project, &line).code(0);
    assert!(
        ran.err.contains("content/zz.md is about the same day"),
        "{}",
        ran.err
    );
}
