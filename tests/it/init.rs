//! `dateline init`: a site from nothing.

use crate::project::Project;

#[test]
fn init_and_build_work_in_an_empty_folder() {
    let project = Project::empty();
    let ran = project.run("init").code(0);
    assert!(ran.out.contains("dateline build"), "{}", ran.out);
    assert_eq!(project.run("check --strict").code(0).err, "");
    project.run("build --strict").code(0);
    assert!(project.read("public/index.html").contains("My timeline"));
    assert!(project.has("public/about/index.html"));
    for kept in [".public.dateline/", "/public/"] {
        assert!(project.read(".gitignore").contains(kept), "{kept}");
    }
}

#[test]
fn title_address_and_time_zone_are_written_as_they_were_given() {
    let project = Project::empty();
    let title = "Floods: \"high\" water \\ & <more> #1";
    project
        .run_with([
            "init",
            "floods",
            "--title",
            title,
            "--url",
            "https://example.org/floods/",
            "--timezone",
            "Asia/Jakarta",
        ])
        .code(0);
    project.run("build -r floods").code(0);
    let page = project.read("floods/public/index.html");
    assert!(page.contains("<title>Floods: "), "{page}");
    assert!(page.contains("&lt;more&gt;"), "{page}");
    assert!(page.contains("href=\"/floods/\""), "{page}");
    assert!(project.read("floods/site.yaml").contains("Asia/Jakarta"));
}

#[test]
fn a_title_of_any_signs_gives_a_site_that_can_be_read() {
    for title in [
        "true",
        "- x",
        "a\nb",
        "\u{1}",
        "{{ x }}",
        "'",
        "\t",
        "null",
        "日本 🎉",
    ] {
        let project = Project::empty();
        let ran = project.run_with(["init", "--title", title]);
        if ran.code == 0 {
            let ran = project.run("check");
            assert_eq!(ran.code, 0, "{title:?}: {}", ran.err);
        } else {
            assert_eq!(ran.code, 2, "{title:?}");
            assert!(ran.err.starts_with("error: "), "{}", ran.err);
            assert!(!project.has("site.yaml"), "{title:?}");
        }
    }
}

#[test]
fn the_folder_may_be_named_by_root_too() {
    let project = Project::empty();
    project.run("init --root one").code(0);
    project.run("--root two init").code(0);
    for name in ["one", "two"] {
        assert!(project.has(&format!("{name}/site.yaml")), "{name}");
    }
}

#[test]
fn init_refuses_where_a_site_is() {
    let project = Project::new().article("mine.md", "---\ntitle: Mine\n---\n");
    let before = project.files();
    let ran = project.run("init").code(2);
    assert!(ran.err.contains("already"), "{}", ran.err);
    assert_eq!(project.files(), before);
}

#[test]
fn init_writes_over_nothing_and_writes_all_or_nothing() {
    let project = Project::empty().file("content/pages/about.md", "mine");
    let before = project.files();
    let ran = project.run("init").code(2);
    assert!(ran.err.contains("about.md"), "{}", ran.err);
    assert_eq!(project.files(), before);

    let project = Project::empty().file(".gitignore", "mine");
    project.run("init").code(0);
    assert_eq!(project.read(".gitignore"), "mine");
}

#[test]
fn an_address_or_a_zone_that_is_none_is_refused_before_anything_is_written() {
    for line in [
        "init --url example.org",
        "init --url ftp://example.org/",
        "init --timezone Jakarta",
    ] {
        let project = Project::empty();
        let ran = project.run(line).code(2);
        assert!(ran.err.starts_with("error: --"), "{line}: {}", ran.err);
        assert!(project.files().is_empty(), "{line}");
    }
}
