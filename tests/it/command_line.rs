//! What all verbs have in common: help, exit codes, where the project is, completions, manual.

use crate::project::{Project, Ran, program, ran};

const VERBS: [&str; 13] = [
    "build",
    "check",
    "clean",
    "digest",
    "explain",
    "fmt",
    "init",
    "list",
    "new",
    "theme",
    "update",
    "completions",
    "man",
];

fn run(line: &str) -> Ran {
    let folder = tempfile::tempdir().expect("a folder can be made");
    ran(program()
        .current_dir(folder.path())
        .args(line.split_whitespace()))
}

#[test]
fn help_names_every_verb_and_gives_examples() {
    let help = run("--help").code(0).out;
    for verb in VERBS {
        assert!(help.contains(&format!("  {verb}")), "{verb}: {help}");
    }
    assert!(help.contains("Examples:"), "{help}");
}

#[test]
fn the_help_of_every_verb_has_an_example_of_it() {
    for verb in VERBS {
        for help in [run(&format!("{verb} --help")), run(&format!("help {verb}"))] {
            let help = help.code(0).out;
            assert!(help.contains("Example"), "{verb}: {help}");
            assert!(help.contains(&format!("dateline {verb}")), "{verb}: {help}");
        }
    }
}

#[test]
fn the_version_is_the_packages() {
    let version = run("--version").code(0).out;
    assert_eq!(
        version.trim(),
        concat!("dateline ", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn what_nobody_knows_is_a_fault_of_usage() {
    for line in [
        "",
        "bild",
        "build --nonsense",
        "check extra",
        "clean public",
        "new",
        "completions tcl",
        "build --format xml",
        "build --threads many",
        "check --now yesterday",
        "check --now 2026-02-30",
    ] {
        let ran = run(line).code(2);
        assert!(!ran.err.is_empty(), "{line}");
        assert!(ran.out.is_empty(), "{line}: {}", ran.out);
    }
    assert!(run("bild").err.contains("'build'"));
}

#[test]
fn a_folder_without_a_site_is_told_what_to_do() {
    for verb in ["build", "check", "clean", "new Something"] {
        let ran = run(verb).code(2);
        assert!(ran.err.contains("dateline init"), "{verb}: {}", ran.err);
    }
}

#[test]
fn a_folder_or_an_address_that_is_none_is_a_fault_of_usage() {
    let project = Project::fixture("floods");
    for line in [
        "check --root nowhere",
        "build --root nowhere",
        "check --base-url example.org",
        "build --base-url ftp://example.org/",
    ] {
        project.run(line).code(2);
    }
    project.write("site.yaml", "title: T\nurl: example.org\n");
    project.run("check").code(1);
}

#[test]
fn the_project_may_be_named_before_and_after_the_verb() {
    let project = Project::fixture("floods");
    let root = project.root().to_str().expect("a path in UTF-8");
    for args in [
        vec!["--root", root, "check"],
        vec!["check", "--root", root],
        vec!["-r", root, "check"],
        vec!["check", "-r", root],
    ] {
        let ran = ran(program().current_dir("/").args(&args)).code(0);
        assert!(ran.out.contains("5 articles"), "{args:?}: {}", ran.out);
    }
}

#[test]
fn the_other_options_may_stand_before_and_after_the_verb_too() {
    let project = Project::fixture("faults");
    for (before, after) in [
        ("--format short check", "check --format short"),
        ("--quiet check", "check --quiet"),
        ("--now 2026-01-15 check", "check --now 2026-01-15"),
    ] {
        let (before, after) = (project.run(before).code(1), project.run(after).code(1));
        assert_eq!(before.err, after.err);
    }
}

#[test]
fn another_file_may_be_the_configuration() {
    let project = Project::new()
        .file("other.yaml", "title: Other\nurl: https://example.com/\n")
        .article("a.md", "---\ntitle: A\ndate: 2025-01-01\n---\n");
    project.run("build --config other.yaml").code(0);
    assert!(project.read("public/robots.txt").contains("example.com"));
    let ran = project.run("build --config missing.yaml");
    assert_ne!(ran.code, 0);
    assert!(ran.err.contains("missing.yaml"), "{}", ran.err);
}

#[test]
fn the_clock_may_be_set_by_option_and_by_environment() {
    let project = Project::new().article(
        "a.md",
        "---\ntitle: Later\ndate: 2030-01-01\npublished: 2030-01-02\n---\n",
    );
    let build = |args: &str| project.run(args).code(0).out;
    assert!(build("build").contains("1 scheduled article"));
    assert!(!build("build --now 2030-01-03").contains("scheduled article"));
    assert!(build("build --now 2030-01-01T23:59:59Z").contains("scheduled"));
    let ran = ran(project
        .command()
        .env("SOURCE_DATE_EPOCH", "soon")
        .arg("build"))
    .code(2);
    assert!(ran.err.contains("SOURCE_DATE_EPOCH"), "{}", ran.err);
}

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&format!("completions {shell}")).code(0).out;
        for verb in VERBS {
            assert!(script.contains(verb), "{shell}: {verb}");
        }
        assert!(script.contains("base-url"), "{shell}");
    }
}

#[test]
fn the_manual_is_a_page_of_troff_that_names_every_verb() {
    let page = run("man").code(0).out;
    assert!(page.contains(".TH"), "{page}");
    for verb in VERBS {
        assert!(page.contains(verb), "{verb}: {page}");
    }
    assert!(page.contains("\\-\\-format"), "{page}");
}

#[test]
fn output_for_programs_has_no_colours_and_for_people_only_where_they_are_asked_for() {
    let project = Project::fixture("faults");
    let escape = '\u{1b}';
    assert!(!project.run("check").said().contains(escape));
    assert!(!project.run("check --color never").said().contains(escape));
    assert!(project.run("check --color always").err.contains(escape));
    for format in ["short", "json", "github"] {
        let line = format!("check --color always --format {format}");
        assert!(!project.run(&line).said().contains(escape), "{format}");
    }
}
