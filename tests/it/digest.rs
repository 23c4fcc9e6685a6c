//! `dateline digest`: what is new, for a mail.

use crate::project::Project;

const LAUNCH: &str = "---\nid: launch\ntitle: Launch of Aurora & more\ndate: 2026-03-09\nstatus: expected\n\
    published: 2026-01-02\nsummary: A rocket.\n\
    corrections:\n  - {date: 2026-01-12, text: The name was wrong.}\n---\nText.\n";

const LATER: &str = "---\nid: later\ntitle: Put off\ndate: 2026-01-10\npublished: 2026-01-10\n\
    updates:\n  - {entry: launch, date: 2026-06}\n---\nText.\n";

fn desk() -> Project {
    Project::new()
        .article("launch.md", LAUNCH)
        .article("later.md", LATER)
}

#[test]
fn it_tells_what_was_published_moved_and_corrected_since_a_day() {
    let ran = desk()
        .run("digest --since 2026-01-09 --now 2026-01-15")
        .code(0);
    let text = &ran.out;
    for part in [
        "Just published\n--------------\n\nPut off\nhttps://example.org/later/\n",
        "New dates\n---------\n\nLaunch of Aurora & more\nnow expected June 2026, ",
        "Corrections\n-----------\n\nLaunch of Aurora & more\nThe name was wrong.\nhttps://example.org/launch/#correction-1\n",
    ] {
        assert!(text.contains(part), "{part}\nin\n{text}");
    }
    assert!(!text.contains("A rocket."), "published before: {text}");
}

#[test]
fn html_is_a_page_that_a_mail_program_shows() {
    let ran = desk()
        .run("digest --since 2026-01-01 --as html --now 2026-01-15")
        .code(0);
    let link =
        "<a href=\"https://example.org/launch/\">Launch of Aurora &amp; more</a><br>A rocket.";
    assert!(ran.out.contains(link), "{}", ran.out);
    assert!(ran.out.starts_with("<!doctype html>") && !ran.out.contains("<script"));
}

#[test]
fn nothing_new_is_said() {
    let ran = desk().run("digest --now 2026-03-01").code(0);
    assert!(ran.out.contains("Nothing is new."), "{}", ran.out);
    let ran = desk().run("digest --lang fr");
    assert!(ran.code != 0 && ran.err.contains("--lang"), "{}", ran.err);
}

#[test]
fn what_was_retracted_is_told_once() {
    let gone = |date: &str| {
        format!(
            "---\nid: gone\ntitle: A dam fell\ndate: 2026-01-09\npublished: 2026-01-10\nsummary: It fell.\n\
             corrections: [{{date: {date}, kind: retraction, text: It stands.}}]\n---\nText.\n"
        )
    };
    // Of a retraction in January, an earlier day than that of publication is not meant.
    for date in ["2026-01", "2026-01-12"] {
        let desk = desk().article("gone.md", &gone(date));
        let out = desk
            .run("digest --since 2026-01-09 --now 2026-01-15")
            .code(0)
            .out;
        assert_eq!(out.matches("A dam fell").count(), 1, "{out}");
        assert!(out.contains("Retraction: It stands."), "{out}");
        assert!(!out.contains("It fell."), "{out}");
    }
}
