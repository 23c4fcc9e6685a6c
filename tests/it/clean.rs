//! `dateline clean` and `dateline build --adopt`: what is ours, and what is not.

use crate::project::Project;

const GOOD: &str = "---\ntitle: Good\ndate: 2025-01-01\n---\n\nText.\n";

#[test]
fn a_clean_up_takes_away_what_builds_have_written_and_nothing_else() {
    let project = Project::new().article("a.md", GOOD);
    let before = project.files();
    project.run("build").code(0);
    let built = project.output().len();
    let ran = project.run("clean").code(0);
    assert!(
        ran.out.starts_with(&format!("Deleted {built} files from ")),
        "{}",
        ran.out
    );
    assert_eq!(project.files(), before);
    assert!(!project.has("public") && !project.has(".public.dateline"));
    let ran = project.run("clean").code(0);
    assert!(ran.out.starts_with("Nothing to delete in "), "{}", ran.out);
}

#[test]
fn what_stays_is_named_with_the_reason_and_a_dry_run_says_the_same() {
    let project = Project::new().article("a.md", GOOD);
    project.run("build").code(0);
    project.write("public/a/index.html", "changed by hand");
    project.write("public/CNAME", "example.org");
    let before = project.files();
    let dry = project.run("clean --dry-run").code(0).out;
    assert_eq!(project.files(), before);
    let done = project.run("clean").code(0).out;
    assert_eq!(dry.replace("Would delete", "Deleted"), done);
    for line in [
        "not deleted, because it has been changed: a/index.html",
        "not deleted, because Dateline did not write it: CNAME",
    ] {
        assert!(done.contains(line), "{done}");
    }
    let left: Vec<_> = project.output().into_keys().collect();
    assert_eq!(left, ["CNAME", "a/index.html"]);
    // It is a folder of others now.
    project.run("build").code(2);
}

#[test]
fn many_files_of_others_are_counted_and_named_when_asked_for() {
    let project = Project::new().article("a.md", GOOD);
    project.run("build").code(0);
    for n in 0..30 {
        project.write(&format!("public/theirs/{n:02}.txt"), "theirs");
    }
    let short = project.run("clean --dry-run").code(0).out;
    assert!(
        short.contains("19.txt") && !short.contains("20.txt"),
        "{short}"
    );
    assert!(short.contains("10 more (-v lists all)"), "{short}");
    let long = project.run("clean --dry-run --verbose").code(0).out;
    assert!(long.contains("29.txt") && !long.contains("more"), "{long}");
}

#[test]
fn an_output_that_is_named_is_cleaned_without_a_configuration() {
    let project = Project::new().article("a.md", GOOD);
    project.run("build --output ../site").code(0);
    project.write("site.yaml", "title: [");
    project.run("clean").code(1);
    project.run("clean --output ../site").code(0);
    assert!(!project.around().join("site").exists());
    for output in [".", "..", "content", "/"] {
        let ran = project.run(&format!("clean --output {output}")).code(2);
        assert!(
            ran.err.contains("choose a separate folder"),
            "{output}: {}",
            ran.err
        );
    }
}

#[test]
fn a_folder_of_others_is_taken_over_with_adopt_and_the_refusal_says_so() {
    let project = Project::new()
        .article("a.md", GOOD)
        .file("public/index.html", "their front page")
        .file("public/.git/HEAD", "theirs")
        .file("public/a/notes.txt", "theirs");
    let ran = project.run("build").code(2);
    assert!(ran.err.contains("--adopt"), "{}", ran.err);
    assert_eq!(project.read("public/index.html"), "their front page");

    let ran = project.run("build --adopt").code(0);
    assert!(
        ran.out
            .contains("replaced because of --adopt: 1 file that Dateline did not write"),
        "{}",
        ran.out
    );
    let clean = Project::new().article("a.md", GOOD);
    clean.run("build").code(0);
    let mut output = project.output();
    for path in [".git/HEAD", "a/notes.txt"] {
        assert_eq!(output.remove(path), Some(b"theirs".to_vec()), "{path}");
    }
    assert_eq!(output, clean.output());

    // No build and no clean-up touches what it did not write.
    project.run("build").code(0);
    std::fs::remove_file(project.root().join("content/a.md")).expect("removed");
    project.run("build").code(0);
    assert!(!project.has("public/a/index.html"));
    project.run("clean").code(0);
    let left: Vec<_> = project.output().into_keys().collect();
    assert_eq!(left, [".git/HEAD", "a/notes.txt"]);
}
