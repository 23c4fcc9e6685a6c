//! Verbs find the project from a folder in it; `check` reports on single files; `why` takes ids and
//! titles; links lead to other parts of the domain.

use crate::project::{Project, Ran, ran};
use crate::site_test::{SITE, SiteTest};

fn article(title: &str, keys: &str, body: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2026-01-03\n{keys}---\n{body}\n")
}

fn project() -> Project {
    Project::new()
        .article("2026/avocado.md", &article("Meta delays Avocado", "id: meta-avocado\nentries: [{id: launch, title: Avocado is launched, date: 2026-04}]\n", "Text."))
        .article("2026/broken.md", &article("A link to nowhere", "", "[x](nowhere.md)"))
        .article("2026/long.md", "---\ntitle: A date is wrong\ndate: someday\n---\n")
}

fn in_folder(project: &Project, folder: &str, line: &str) -> Ran {
    let mut command = project.command();
    command.current_dir(project.root().join(folder));
    ran(command.args(line.split_whitespace()))
}

#[test]
fn a_verb_finds_the_project_from_a_folder_in_it() {
    let project = Project::new()
        .article("2026/a.md", &article("Water rises", "", "Text."))
        .file("static/x/y.txt", "");
    for (folder, line) in [
        ("content", "check"),
        ("content/2026", "build"),
        ("static/x", "list"),
        ("content/2026", "why a.md"),
        ("content/2026", "fmt a.md"),
        ("content", "urls"),
    ] {
        let ran = in_folder(&project, folder, line).code(0);
        assert!(
            ran.err.contains("using the project in "),
            "{line}: {}",
            ran.err
        );
    }
    assert!(project.has("public/a/index.html"));
    let quiet = in_folder(&project, "content", "check --quiet").code(0);
    assert_eq!(quiet.err, "");
    let here = project.run("check").code(0);
    assert!(!here.err.contains("using the project"), "{}", here.err);
    // A folder that is named is meant.
    let ran = in_folder(&project, "content", "check --root .").code(2);
    assert!(ran.err.contains("no-site"), "{}", ran.err);
    let nowhere = Project::empty().run("build").code(2);
    assert!(nowhere.err.contains("--root"), "{}", nowhere.err);
}

#[test]
fn check_reports_on_the_files_that_are_named() {
    let project = project();
    let whole = project.run("check").code(1);
    assert!(
        whole.err.contains("broken.md") && whole.err.contains("long.md"),
        "{}",
        whole.err
    );
    let good = project.run("check content/2026/avocado.md").code(0);
    assert!(!good.err.contains("broken.md"), "{}", good.err);
    assert!(
        good.out.contains("in other files: 2 errors"),
        "{}",
        good.out
    );
    let one = in_folder(&project, "content/2026", "check broken.md").code(1);
    assert!(
        one.err.contains("broken.md") && !one.err.contains("long.md"),
        "{}",
        one.err
    );
    let folder = project.run("check content/2026").code(1);
    assert!(folder.err.contains("broken.md") && folder.err.contains("long.md"));
    let missing = project.run("check content/none.md").code(2);
    assert!(missing.err.contains("content/none.md"), "{}", missing.err);
    project.write("../outside.md", "");
    let outside = project.run("check ../outside.md").code(2);
    assert!(
        outside.err.contains("not in the project"),
        "{}",
        outside.err
    );
    // Without a configuration there is nothing to check.
    project.write("site.yaml", "title: [\n");
    project.run("check content/2026/avocado.md").code(1);
}

#[test]
fn check_fixes_the_files_that_are_named() {
    let text = article("Water rises", "sumary: It rains\n", "Text.");
    let project = Project::new().article("a.md", &text).article("b.md", &text);
    project.run("check --fix content/a.md").code(0);
    assert!(project.read("content/a.md").contains("summary: It rains"));
    assert_eq!(project.read("content/b.md"), text);
}

#[test]
fn why_takes_ids_and_titles() {
    let project = project();
    let path = "content/2026/avocado.md";
    for what in [
        "meta-avocado",
        "Meta delays Avocado",
        "meta  DELAYS avocado",
        "delays Avo",
    ] {
        let ran = project.run_with(["why", what]).code(0);
        assert!(
            ran.out.contains(&format!("{path} becomes ")),
            "{what}: {}",
            ran.out
        );
    }
    for what in ["launch", "Avocado is launched"] {
        let ran = project.run_with(["why", what]).code(0);
        assert!(
            ran.out.contains("is an event of content/2026/avocado.md"),
            "{what}: {}",
            ran.out
        );
    }
    let many = project.run_with(["why", "Avocado"]).code(0);
    assert!(
        many.out.contains(path) && many.out.contains("Avocado is launched"),
        "{}",
        many.out
    );
    let none = project.run_with(["why", "Guacamole"]).code(2);
    assert!(none.err.contains("id or title"), "{}", none.err);
}

const LINKS: &str = "[docs](/docs/intro/) [more](/docs/b/?x=1#y) [shop](/shop) [tag](/2026/none/)";

#[test]
fn links_to_named_paths_of_the_domain_are_kept() {
    for lenient in ["", "lenient: true\n"] {
        for (url, links) in [
            ("https://example.org/", "{outside: [/docs/, /shop]}"),
            (
                "https://example.org/news/",
                "{outside: [/docs, /shop/], owner: [{label: A, url: 'https://a.example/'}]}",
            ),
        ] {
            let body = LINKS.replace(" [tag](/2026/none/)", "");
            let outcome = SiteTest::new()
                .site(&format!("title: T\nurl: {url}\nlinks: {links}\n{lenient}"))
                .article("a.md", &article("Water rises", "", &body))
                .built();
            let page = outcome.text("a/index.html");
            for href in ["\"/docs/intro/\"", "\"/docs/b/?x=1#y\"", "\"/shop\""] {
                assert!(page.contains(&format!("href={href}")), "{href}: {page}");
            }
            assert!(
                !outcome.found.text.contains("broken-link"),
                "{}",
                outcome.found.text
            );
            let feed = outcome.text("feed.xml");
            assert!(feed.contains("https://example.org/docs/intro/"), "{feed}");
        }
    }
}

#[test]
fn a_lenient_site_keeps_links_to_what_it_does_not_know_and_says_how_to_name_it() {
    let site = SiteTest::new().article("a.md", &article("Water rises", "", LINKS));
    let strict = site.check();
    assert_eq!(strict.errors(), ["broken-link"; 4], "{}", strict.text);
    assert!(
        strict.text.contains("links: {outside: [/docs/]}"),
        "{}",
        strict.text
    );
    let outcome = site.site(&format!("{SITE}lenient: true\n")).built();
    let page = outcome.text("a/index.html");
    assert!(page.contains("href=\"/docs/intro/\""), "{page}");
    assert!(page.contains("href=\"/shop\""), "{page}");
    assert!(
        !page.contains("/2026/none/"),
        "its own folders it knows: {page}"
    );
    let found = &outcome.found;
    assert_eq!(found.warnings(), ["broken-link"; 4], "{}", found.text);
    let docs = "the site has nothing at /docs/, where this link leads";
    assert_eq!(found.text.matches(docs).count(), 2, "{}", found.text);
    assert!(
        found.text.contains("`links: {outside: [/docs/]}`"),
        "{}",
        found.text
    );
}

#[test]
fn a_path_outside_begins_with_a_slash() {
    for path in [
        "docs/",
        "/",
        "//cdn.example/",
        "/a?b",
        "https://example.org/docs/",
    ] {
        let site = format!("{SITE}links: {{outside: ['{path}']}}\n");
        let found = SiteTest::new().site(&site).check();
        assert_eq!(found.errors(), ["bad-address"], "{path}: {}", found.text);
    }
}

#[test]
fn a_site_yaml_of_another_program_and_what_is_above_a_repository_is_no_project() {
    let project = Project::empty()
        .file("site.yaml", "x: 1\n")
        .file("notes/a.md", "");
    let ran = in_folder(&project, "notes", "check").code(2);
    assert!(!ran.err.contains("using the project"), "{}", ran.err);
    let project = Project::new()
        .article("a.md", &article("Water rises", "", "Text."))
        .file("tool/.git/HEAD", "")
        .file("tool/src/a.md", "")
        .file("content/.git", "");
    for folder in ["tool", "tool/src"] {
        let ran = in_folder(&project, folder, "check").code(2);
        assert!(!ran.err.contains("using the project"), "{}", ran.err);
    }
    in_folder(&project, "content", "check").code(0);
    // Who writes says where, always.
    let ran = in_folder(&project, "content", "build --quiet").code(0);
    assert!(ran.err.contains("using the project in "), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_project_is_a_file_of_it() {
    let project = Project::new();
    project.write(
        "../elsewhere/a.md",
        article("A link to nowhere", "", "[x](nowhere.md)"),
    );
    project.write("content/2026/b.md", article("Water rises", "", "Text."));
    let from = project.root().join("../elsewhere/a.md");
    std::os::unix::fs::symlink(from, project.root().join("content/2026/a.md")).expect("linked");
    for (folder, line) in [
        ("", "check content/2026/a.md"),
        ("content/2026", "check a.md"),
        ("content/2026", "check ../2026/a.md"),
    ] {
        let ran = in_folder(&project, folder, line);
        assert!(
            !ran.err.contains("not in the project"),
            "{line}: {}",
            ran.err
        );
    }
}
