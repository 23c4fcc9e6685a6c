//! What was meant by something that is nearly right: each guess is itself accepted.

use dateline::diagnostic::Diagnostic;

use crate::project::Project;
use crate::site_test::{SITE, SiteTest};

const STANCES: &str = "stances: {open: {label: Open}, closed: {label: Closed}}\n";

fn article(front: &str, body: &str) -> String {
    format!("---\ntitle: A\ndate: 2025-03-04\n{front}\n---\n{body}\n")
}

/// The only diagnostic of a site with this article, and another one.
#[track_caller]
fn only(front: &str, body: &str) -> Diagnostic {
    let found = site(front, body).check();
    let mut list = found.list.into_iter();
    let d = list.next().expect("a diagnostic");
    assert!(list.next().is_none(), "{}", found.text);
    d
}

fn site(front: &str, body: &str) -> SiteTest {
    SiteTest::new()
        .site(&format!("{SITE}{STANCES}"))
        .article("a.md", &article(front, body))
        .article(
            "sub/b.md",
            "---\ntitle: The bridge is to close\ndate: 2025-02\nstatus: expected\n\
             entries:\n  - {title: The quay opens, date: 2025-01}\n---\n## High water\n\nText.\n",
        )
        .now("2025-02-10")
}

fn hint(d: &Diagnostic) -> &str {
    d.hint.as_deref().unwrap_or("")
}

#[test]
fn the_code_of_a_country_is_read_as_its_language() {
    for (tag, meant) in [
        ("jp", "ja"),
        ("cn", "zh"),
        ("gr", "el"),
        ("cz", "cs"),
        ("ua", "uk"),
        ("dk", "da"),
    ] {
        let d = only(&format!("lang: {tag}"), "Text.");
        assert_eq!(d.label, format!("did you mean `{meant}`?"));
        let built = site(&format!("lang: {tag}"), "Text.").build();
        assert!(
            built
                .text("a/index.html")
                .contains(&format!("lang=\"{meant}\""))
        );
        let found = site(&format!("lang: {meant}"), "Text.").check();
        assert!(found.list.is_empty(), "{}", found.text);
        let found = SiteTest::new()
            .site(&format!("{SITE}language: {tag}\n"))
            .check();
        assert!(
            found.text.contains(&format!("did you mean `{meant}`?")),
            "{}",
            found.text
        );
    }
    let d = only("lang: se", "Text.");
    assert_eq!(d.label, "did you mean `sv`?");
}

#[test]
fn terms_in_one_text_are_one_warning_with_the_finished_line() {
    for (line, finished) in [
        ("tags: سد، نهر، فيضان", "tags: [سد, نهر, فيضان]"),
        ("tags: ダム、川、洪水", "tags: [ダム, 川, 洪水]"),
        ("tags: 大坝，河流，洪水", "tags: [大坝, 河流, 洪水]"),
        ("tags: dam；river, flood", "tags: [dam, river, flood]"),
        ("tags: dam; river; flood", "tags: [dam, river, flood]"),
        ("tags: dam / river", "tags: [dam, river]"),
        ("tags: [dam؛ river]", "tags: [dam, river]"),
        ("tags: [dam；river, flood]", "tags: [dam, river, flood]"),
        (
            "people: Doe, Jane; Roe, Jo",
            "people: [\"Doe, Jane\", \"Roe, Jo\"]",
        ),
        ("people: Jane Doe、Jo Roe", "people: [Jane Doe, Jo Roe]"),
    ] {
        let d = only(line, "Text.");
        assert_eq!(
            (d.code, hint(&d)),
            ("list-in-one", &*format!("write `{finished}`")),
            "{line}"
        );
        let (wrong, right) = (site(line, "Text.").build(), site(finished, "Text.").build());
        assert!(
            right.found.list.is_empty(),
            "{finished}: {}",
            right.found.text
        );
        assert_eq!(
            wrong.files["a/index.html"], right.files["a/index.html"],
            "{line}"
        );
    }
    for line in [
        "tags: [AC/DC, TCP/IP]",
        "tags: AC/DC",
        "people: Doe, Jane",
        "tags: [\"a, b\"]",
        "tags: [R&amp;D]",
    ] {
        let found = site(line, "Text.").check();
        assert!(
            !found.warnings().contains(&"list-in-one"),
            "{line}: {}",
            found.text
        );
    }
}

#[test]
fn a_term_with_a_colon_is_to_be_put_in_quotes() {
    let d = only("tags:\n  - dams\n  - Oslo: the plan\n  - rivers", "Text.");
    assert_eq!(hint(&d), "put it in quotes: `\"Oslo: the plan\"`");
    let found = site(
        "tags:\n  - dams\n  - \"Oslo: the plan\"\n  - rivers",
        "Text.",
    )
    .check();
    assert!(found.list.is_empty(), "{}", found.text);
}

#[test]
fn a_stance_in_the_place_of_its_organisation_is_told() {
    for (front, finished) in [
        (
            "organisations: [Meta]\nstance: {open: Meta}",
            "`stance: {Meta: open}`",
        ),
        (
            "organisations: [Meta]\nstance: {Open: Meta}",
            "`stance: {Meta: Open}`",
        ),
        (
            "organisations: [Meta]\nstance: {open: Open}",
            "`stance: {Meta: open}`",
        ),
    ] {
        let d = only(front, "Text.");
        assert!(hint(&d).ends_with(finished), "{d:?}");
        let cured = finished.trim_matches('`');
        let found = site(&format!("organisations: [Meta]\n{cured}"), "Text.").check();
        assert!(found.list.is_empty(), "{}", found.text);
    }
    for typed in [
        "Meta = closed",
        "Meta closed",
        "Meta => closed",
        "Meta – closed",
    ] {
        let d = only(&format!("organisations: [Meta]\nstance: {typed}"), "Text.");
        assert_eq!(hint(&d), "write `stance: {Meta: closed}`", "{typed}");
    }
    let d = only("stance: {open: Open}", "Text.");
    assert!(hint(&d).contains("`stance: open`"), "{d:?}");
    let d = only(
        "organisations: [Meta Platforms]\nstance: {Meta Platfroms: open}",
        "Text.",
    );
    assert_eq!(d.label, "did you mean `Meta Platforms`?");
}

#[test]
fn a_word_for_a_certainty_or_a_status_is_answered_by_what_it_means() {
    for (front, meant) in [
        (
            "certainty: unconfirmed",
            "did you mean `rumoured` or `reported`?",
        ),
        (
            "certainty: Not confirmed",
            "did you mean `rumoured` or `reported`?",
        ),
        (
            "certainty: unverified",
            "did you mean `rumoured` or `reported`?",
        ),
        (
            "certainty: alleged",
            "did you mean `rumoured` or `reported`?",
        ),
        ("certainty: gossip", "did you mean `rumoured`?"),
        ("certainty: verified", "did you mean `confirmed`?"),
        ("certainty: undisputed", "did you mean `confirmed`?"),
        ("certainty: denied", "did you mean `disputed`?"),
        ("certainty: confirmde", "did you mean `confirmed`?"),
        ("certainty: unreported", "unknown"),
        ("certainty: certainly", "unknown"),
        ("status: planned", "did you mean `expected`?"),
        ("status: postponed", "did you mean `expected`?"),
        ("status: tbc", "did you mean `expected`?"),
        ("status: to be confirmed", "did you mean `expected`?"),
        ("status: yet to be confirmed", "did you mean `expected`?"),
        ("certainty: tbc", "did you mean `rumoured` or `reported`?"),
        ("status: done", "did you mean `happened`?"),
        ("status: called_off", "did you mean `cancelled`?"),
        ("status: canceled", "did you mean `cancelled`?"),
        ("status: unexpected", "unknown"),
        ("status: uncancelled", "unknown"),
    ] {
        let d = only(front, "Text.");
        assert_eq!(d.label, meant, "{front}");
        assert!(hint(&d).starts_with("write one of "), "{d:?}");
    }
    let d = only("status: unconfirmed", "Text.");
    assert_eq!(
        hint(&d),
        "how firm it is belongs to `certainty`: write `certainty: rumoured` or `certainty: reported`"
    );
    // A site's own words come first.
    let own = "certainties: {unverified: {firm: 1}, alleged: {firm: 1}}\n";
    let of_own = |word: &str| {
        let front = article(&format!("certainty: {word}"), "");
        let site = SiteTest::new().site(&format!("{SITE}{own}"));
        let found = site.article("a.md", &front).check();
        found.list.first().map(|d| d.label.clone())
    };
    assert_eq!(of_own("unverified"), None);
    assert_eq!(
        of_own("unverifed").as_deref(),
        Some("did you mean `unverified`?")
    );
}

#[test]
fn a_label_in_the_place_of_a_group_is_told_once() {
    for (key, name, more) in [
        ("stances", "free", ""),
        ("statuses", "put-off", ""),
        ("certainties", "alleged", ""),
    ] {
        let word = match key {
            "stances" => "stance",
            "statuses" => "status",
            _ => "certainty",
        };
        let front = format!("organisations: [Meta]\n{word}: {name}");
        let with = |value: &str| {
            SiteTest::new()
                .site(&format!("{SITE}{key}:\n  {name}: {value}{more}\n"))
                .article("a.md", &article(&front, "Text."))
                .check()
        };
        let found = with("In Words");
        assert_eq!(found.list.len(), 1, "{}", found.text);
        assert_eq!(
            hint(&found.list[0]),
            format!("write `{name}: {{label: In Words}}`")
        );
        let found = with("{label: In Words}");
        assert!(found.list.is_empty(), "{}", found.text);
    }
}

#[test]
fn a_title_in_the_place_of_an_id_is_answered_with_the_id() {
    for (written, id) in [
        ("The bridge is to close", "b"),
        ("the bridge is to close", "b"),
        ("The bridge is to clsoe", "b"),
        ("The quay opens", "b/the-quay-opens"),
    ] {
        let d = only(
            &format!("updates:\n  - {{entry: {written}, date: 2025-06}}"),
            "Text.",
        );
        assert_eq!(
            (d.code, &*d.label),
            ("unknown-entry", &*format!("did you mean `{id}`?"))
        );
        assert!(
            hint(&d).starts_with(&format!("write `entry: {id}`")),
            "{d:?}"
        );
        let found = site(
            &format!("updates:\n  - {{entry: {id}, date: 2025-06}}"),
            "Text.",
        )
        .check();
        assert!(!found.errors().contains(&"unknown-entry"), "{}", found.text);
    }
    let d = only(
        "updates:\n  - {entry: Something else, date: 2025-06}",
        "Text.",
    );
    assert_eq!(d.label, "no such entry");
}

#[test]
fn a_link_that_leads_nowhere_is_guessed_from_where_its_file_is() {
    for (target, guess) in [
        ("b.md", "sub/b.md"),
        ("Sub/b.md", "sub/b.md"),
        ("sub/B.md", "sub/b.md"),
        ("../b.md", "sub/b.md"),
        ("sub/b.md#hihg-water", "#high-water"),
    ] {
        let d = only("place: Oslo", &format!("See [it]({target})."));
        assert!(
            d.label.contains(&format!("did you mean `{guess}`?"))
                || hint(&d).contains(&format!("`{guess}`")),
            "{target}: {d:?}"
        );
        let cured = match guess.starts_with('#') {
            true => format!("sub/b.md{guess}"),
            false => guess.to_owned(),
        };
        let found = site("place: Oslo", &format!("See [it]({cured}).")).check();
        assert!(found.list.is_empty(), "{target}: {}", found.text);
    }
}

#[test]
fn a_file_that_is_no_part_of_the_site_is_not_called_checked() {
    let project = Project::new()
        .article("a.md", &article("place: Oslo", "Text."))
        .article("sub/b.md", &article("place: Oslo", "Text."));
    project.write("entries.json", "[]");
    for verb in ["check entries.json", "list entries.json"] {
        let run = project.run(verb).code(2);
        assert!(
            run.err.contains("entries.json is no part of the site"),
            "{}",
            run.err
        );
    }
    let run = project.run("list content/sub --as json").code(0);
    let rows: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(rows.as_array().map(Vec::len), Some(1));
    assert_eq!(rows[0]["file"], "content/sub/b.md");
    project.run("check content/a.md site.yaml").code(0);
}

#[test]
fn items_that_begin_with_another_dash_at_the_first_column_are_a_list() {
    for (lines, finished) in [
        (
            "–id: star\n– title: The plan",
            "write `- id: star`, `  title: The plan`",
        ),
        ("— title: The plan", "write `- title: The plan`"),
        ("-title: The plan", "write `- title: The plan`"),
        (
            "• title: The plan\n• title: The map",
            "write `- title: The plan`, `- title: The map`",
        ),
    ] {
        let front = format!("sources:\n{lines}");
        let found = site(&front, "Text.").check();
        let told: Vec<&Diagnostic> = found
            .list
            .iter()
            .filter(|d| d.code == "broken-yaml")
            .collect();
        assert_eq!(told.len(), 1, "{lines}: {}", found.text);
        assert_eq!(hint(told[0]), finished, "{lines}");
        assert!(
            !found.text.contains("extra-key") && !found.text.contains("unknown-key"),
            "{}",
            found.text
        );
        let fix = told[0].fix.clone().expect("a fix");
        let mut text = article(&front, "Text.");
        text.replace_range(fix.span.range(), &fix.replacement);
        let found = SiteTest::new().article("a.md", &text).check();
        assert!(
            !found.errors().contains(&"broken-yaml"),
            "{text}\n{}",
            found.text
        );
    }
}

#[test]
fn an_item_without_its_dash_among_others_is_told_and_no_source_is_lost() {
    for (front, told, finished) in [
        (
            "tags:\n  - dams\n  rivers\n  - floods",
            "`- rivers`",
            "tags:\n  - dams\n  - rivers\n  - floods",
        ),
        (
            "sources:\n  - https://a.example/\n  just text\n  - title: B",
            "`- just text`",
            "sources:\n  - https://a.example/\n  - just text\n  - title: B",
        ),
        (
            "sources: https://a.example/\n  - https://b.example/",
            "`sources: [https://a.example/, https://b.example/]`",
            "sources: [https://a.example/, https://b.example/]",
        ),
        (
            "sources:\n  title: A\n  url: https://a.example/\n  – title: B",
            "`- title: A`, `- title: B`",
            "sources:\n  - title: A\n    url: https://a.example/\n  - title: B",
        ),
    ] {
        let found = site(front, "Text.").check();
        let told_here = found.list.iter().filter(|d| d.code == "broken-yaml");
        let hints: Vec<&str> = told_here.map(hint).collect();
        assert_eq!(hints.len(), 1, "{front}: {}", found.text);
        assert!(hints[0].contains(told), "{front}: {}", hints[0]);
        let found = site(finished, "Text.").check();
        assert!(found.errors().is_empty(), "{finished}: {}", found.text);
    }
}
