//! `dateline theme`: files of the theme in a project of one's own.

use crate::project::Project;

const CARD: &str = "templates/components/card.html";

/// How `theme list` says that a file stands.
fn state(project: &Project, file: &str) -> String {
    let list = project.run("theme list").code(0).out;
    let line = list
        .lines()
        .find(|line| line.ends_with(&format!(" {file}")));
    let line = line.unwrap_or_else(|| panic!("{file} is not in:\n{list}"));
    line.split_whitespace().next().expect("a word").to_owned()
}

#[test]
fn every_file_of_the_theme_is_listed_as_the_themes() {
    let list = Project::new().run("theme list").code(0).out;
    assert!(
        list.lines().all(|line| line.starts_with("theme ")),
        "{list}"
    );
    for file in [
        CARD,
        "static/site.css",
        "templates/base.html",
        "templates/words/id.ftl",
    ] {
        assert!(
            list.lines().any(|line| line.ends_with(file)),
            "{file}: {list}"
        );
    }
}

#[test]
fn the_list_is_there_for_programs_too() {
    let list = Project::new().run("theme list --format json").code(0).out;
    for line in list.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(value["state"], "theme", "{line}");
    }
}

#[test]
fn an_ejected_file_is_the_themes_until_it_is_changed_and_then_used() {
    let project = Project::new().article("a.md", "---\ntitle: A\ndate: 2026-01-02\n---\n");
    assert_eq!(
        project.run("theme eject card.html").code(0).out,
        format!("{CARD}\n")
    );
    assert_eq!(state(&project, CARD), "same");
    let text = project.read(CARD);
    assert_eq!(text, project.read(&format!(".theme/{CARD}")));
    project.write(
        CARD,
        text.replacen("<li class=\"entry", "<li class=\"mine entry", 1),
    );
    assert_eq!(state(&project, CARD), "own");
    project.run("theme diff").code(0);
    project.run("build").code(0);
    assert!(
        project
            .read("public/index.html")
            .contains("<li class=\"mine entry")
    );
}

#[test]
fn what_an_upgrade_changed_is_shown_without_the_owners_own_changes() {
    let project = Project::new();
    project.run("theme eject card.html").code(0);
    let now = project.read(CARD);
    // Of an older theme, with a line that today's has not, and without its first.
    let (first, rest) = now.split_once('\n').expect("lines");
    let then = format!("{rest}<!-- gone since -->\n");
    project.write(&format!(".theme/{CARD}"), &then);
    project.write(CARD, format!("{then}<!-- the owner's -->\n"));
    assert_eq!(state(&project, CARD), "behind");

    let diff = project.run("theme diff").code(1);
    assert!(diff.out.contains(&format!("+{first}\n")), "{}", diff.out);
    assert!(diff.out.contains("-<!-- gone since -->\n"), "{}", diff.out);
    assert!(!diff.out.contains("the owner's"), "{}", diff.out);
    assert!(diff.err.contains("--done"), "{}", diff.err);

    project.run("theme diff --done").code(0);
    assert_eq!(state(&project, CARD), "own");
    project.run("theme diff").code(0);
    assert!(project.read(CARD).contains("the owner's"), "never touched");
}

#[test]
fn a_file_that_was_not_ejected_is_compared_with_the_theme_itself() {
    let project = Project::new().file("static/site.css", "body { color: red }\n");
    assert_eq!(state(&project, "static/site.css"), "unknown");
    let diff = project.run("theme diff site.css").code(1).out;
    assert!(diff.contains("-body { color: red }\n"), "{diff}");
    project.run("theme diff site.css --done").code(0);
    assert_eq!(state(&project, "static/site.css"), "own");
}

#[test]
fn nothing_is_written_over_and_nothing_by_halves() {
    let project = Project::new().file(CARD, "mine\n");
    let ran = project.run("theme eject base.html card.html").code(2);
    assert!(ran.err.contains(CARD), "{}", ran.err);
    assert_eq!(project.read(CARD), "mine\n");
    assert!(!project.has("templates/base.html"));
    assert!(!project.has(".theme"));
}

#[test]
fn a_name_that_fits_none_or_several_is_told_what_to_write() {
    let project = Project::new();
    let none = project.run("theme eject cards.html").code(2).err;
    assert!(none.contains(&format!("did you mean {CARD}?")), "{none}");
    let several = project.run("theme eject corrections.html").code(2).err;
    assert!(
        several.contains("templates/components/corrections.html, templates/corrections.html"),
        "{several}"
    );
    let away = Project::empty().run("theme list").code(2).err;
    assert!(away.contains("--root"), "{away}");
}

#[test]
fn a_language_that_the_theme_does_not_have_is_ejected_for_a_translator() {
    let project = Project::new();
    project.run("theme eject words/sw.ftl").code(0);
    let text = project.read("templates/words/sw.ftl");
    assert!(text.contains("\n# skip = Skip to content\n"), "{text}");
    project.write(
        "templates/words/sw.ftl",
        &text.replace("\n# skip = Skip to content\n", "\nskip = Ruka\n"),
    );
    let told = project.run("check").code(0).err;
    let lines = told.lines().filter(|line| line.contains("missing-words"));
    assert_eq!(lines.count(), 1, "{told}");
    assert!(told.contains("`sw` lacks "), "{told}");
    assert!(!told.contains("`skip`"), "{told}");
    // It is there already.
    project.run("theme eject words/sw.ftl").code(2);
}
