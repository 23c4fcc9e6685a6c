//! What happens to files that can't be published: each is named, and a lenient site stands without
//! it, unless it is public already.

use crate::project::Project;
use crate::site_test::{SITE, SiteTest};

fn article(title: &str, keys: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2026-01-03\n{keys}---\nText.\n")
}

fn lenient() -> SiteTest {
    SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article(
            "good.md",
            &article("Water rises at the weir", "tags: [water]\n"),
        )
}

#[test]
fn a_site_that_loses_every_article_stays_as_it_was() {
    for lost in ["# Bridge closed\n\nThe bridge is closed.\n", ""] {
        for lenient in ["", "lenient: true\n"] {
            let site = SiteTest::new().site(&format!("{SITE}{lenient}"));
            let site = site.article("a.md", &article("Water rises", ""));
            let before = site.built().files;
            let after = site.article("a.md", lost).build();
            assert!(after.result.is_err(), "{lost:?}");
            assert_eq!(
                after.found.errors(),
                ["nothing-left"],
                "{}",
                after.found.text
            );
            assert_eq!(after.found.warnings(), ["left-out"], "{}", after.found.text);
            assert_eq!(after.files, before);
        }
    }
    // The exit code is that of other errors.
    let project = Project::new().article("a.md", "Words.\n");
    let ran = project.run("build").code(1);
    assert!(ran.err.contains("the site is unchanged"), "{}", ran.err);
    assert!(!project.has("public"));
}

#[test]
fn keys_without_a_fence_are_read_by_a_lenient_site_and_stop_a_strict_one() {
    let keys = "title: Water rises\ndate: 2026-02-03\n\nText.\n";
    let site = SiteTest::new().article("a.md", &article("Water rises", ""));
    let before = site.built().files;
    let after = site.article("a.md", keys).build();
    assert!(after.result.is_err());
    assert_eq!(after.found.errors(), ["bad-fence"], "{}", after.found.text);
    assert_eq!(after.files, before);

    let site = SiteTest::new().site(&format!("{SITE}lenient: true\n"));
    let built = site.article("a.md", keys).built();
    assert_eq!(
        built.found.warnings(),
        ["bad-fence"],
        "{}",
        built.found.text
    );
    assert!(built.text("a/index.html").contains("Water rises"));
}

#[test]
fn a_site_without_anything_to_lose_is_built() {
    SiteTest::new().built();
    let readme = SiteTest::new()
        .article("README.md", "# For editors\n")
        .built();
    assert!(readme.found.warnings().is_empty(), "{}", readme.found.text);
    let draft = article("Water rises", "draft: true\n");
    SiteTest::new().article("a.md", &draft).built();
}

#[test]
fn from_a_tenth_on_a_warning_says_how_many_articles_are_left_out() {
    let site = |good: usize| {
        let site = SiteTest::new().article("lost.md", "Words.\n");
        (0..good).fold(site, |site, n| {
            site.article(
                &format!("a{n}.md"),
                &article(&format!("Water rises {n}"), ""),
            )
        })
    };
    let many = site(9).built().found;
    assert_eq!(
        many.warnings(),
        ["many-left-out", "left-out"],
        "{}",
        many.text
    );
    assert!(many.text.contains("1 of 10 files"), "{}", many.text);
    assert_eq!(site(10).built().found.warnings(), ["left-out"]);
}

#[test]
fn an_article_that_is_saved_wrong_is_named_with_what_to_do() {
    let whole = article("Bridge at Ludlow closed", "");
    let dash = whole.replace("---", "—");
    for (path, text, code, parts) in [
        (
            "a.txt",
            &whole,
            "unused-file",
            ["`a.txt` is left out", "rename it to `a.md`"],
        ),
        (
            "b.md.txt",
            &whole,
            "unused-file",
            ["names end in .md", "rename it to `b.md`"],
        ),
        (
            "x/c.mkd",
            &whole,
            "unused-file",
            ["`c.mkd`", "rename it to `c.md`"],
        ),
        (
            "d.md",
            &"# Closed\n".to_owned(),
            "left-out",
            ["no front matter", "start it with ---"],
        ),
        ("e.md", &dash, "bad-fence", ["three hyphens", "write `---`"]),
        (
            "f.md",
            &whole.replacen("---", "–", 1),
            "bad-fence",
            ["three hyphens", "write `---`"],
        ),
        (
            "g.mdx",
            &whole,
            "left-out",
            ["MDX is not Markdown", "rename it to .md"],
        ),
    ] {
        let found = SiteTest::new()
            .article("good.md", &article("Water rises", ""))
            .article(path, text)
            .check();
        let said = found.list.iter().find(|d| d.code == code);
        assert!(said.is_some(), "{path}: {}", found.text);
        for part in parts {
            assert!(found.text.contains(part), "{path}: {part}: {}", found.text);
        }
    }
}

#[test]
fn in_a_lenient_site_no_file_stops_the_others() {
    let site = lenient()
        .article("draft.md", "---\ndraft: true\n---\nIdea.\n")
        .article("tags.md", &article("Tags", ""))
        .article("explore.md", &article("Explore this", "permalink: /explore/\n"))
        .article("x/one.md", &article("Report of the year one", "slug: report\n"))
        .article("x/two.md", &article("Report of the year two", "slug: report\n"))
        .article("fixed-1.md", &article("First at one address", "permalink: /old/a.html\n"))
        .article("fixed-2.md", &article("Second at one address", "permalink: /old/a.html\n"))
        .article("bom.md", &article("Old import", "summary: \u{feff}Imported\n"))
        .article("yaml.md", "---\ntitle: [Broken\ndate: 2026\n---\n")
        .article("untitled.md", "---\ndate: 2026\n---\n")
        .article("undated.md", "---\ntitle: Some day\n---\n")
        .article("same-id-1.md", &article("One id, first", "id: same\n"))
        .article("same-id-2.md", &article("One id, second", "id: same\n"))
        .article(
            "events.md",
            &article(
                "Two events of one name",
                "entries:\n  - {title: The launch, date: 2025-01}\n  - {title: The launch, date: 2025-02}\n",
            ),
        )
        .article("pages/about.md", "---\ntitle: About us\n---\n")
        .article("about.md", &article("About the river", ""))
        .bytes("content/bytes.md", b"---\ntitle: \xff\xfe\n---\n")
        .file("static/a\tb.txt", "")
        .file("static/c\u{1}d.txt", "")
        .file("static/feed.xml", "mine")
        .file("content/e\\f.md", &article("A backslash", ""));
    let outcome = site.built();
    let found = &outcome.found;
    assert!(found.errors().is_empty(), "{}", found.text);
    for (route, text) in [
        ("good/index.html", "Water rises at the weir"),
        ("tags-2/index.html", "Tags"),
        ("report/index.html", "Report of the year one"),
        ("report-2/index.html", "Report of the year two"),
        ("old/a.html", "First at one address"),
        ("old/a-2.html", "Second at one address"),
        ("bom/index.html", "Old import"),
        ("same-id-2/index.html", "One id, second"),
        ("about/index.html", "About us"),
        ("about-2/index.html", "About the river"),
        ("feed.xml", "<feed"),
    ] {
        assert!(outcome.text(route).contains(text), "{route}");
    }
    let events = outcome.text("events/index.html");
    assert!(events.contains("id=\"entry-the-launch\""), "{events}");
    assert!(events.contains("id=\"entry-the-launch-2\""), "{events}");
    for lost in ["draft", "yaml", "untitled", "undated", "bytes"] {
        assert!(!outcome.has(&format!("{lost}/index.html")), "{lost}");
    }
    // Each of them has a warning.
    for path in [
        "tags.md",
        "x/two.md",
        "fixed-2.md",
        "yaml.md",
        "untitled.md",
        "undated.md",
        "same-id-2.md",
        "events.md",
        "about.md",
        "bytes.md",
    ] {
        let line = format!("content/{path}");
        let warned = found
            .short
            .lines()
            .any(|l| l.contains(&line) && l.contains("warning["));
        assert!(warned, "{path}: {}", found.short);
    }
    for code in ["bad-file-name", "route-clash", "many-left-out"] {
        assert!(found.warnings().contains(&code), "{code}: {}", found.text);
    }
    assert!(
        found.text.contains("the file is left out"),
        "{}",
        found.text
    );
    let strict = site.site(SITE).check();
    assert!(strict.errors().len() > 10, "{}", strict.text);
}

#[test]
fn a_draft_that_is_no_article_yet_concerns_nobody() {
    for text in [
        "---\ndraft: true\n---\nIdea.\n",
        "---\ndraft: true\ntitle: An idea\n---\n",
        "---\ndraft: true\ndate: some day\n---\n",
    ] {
        let found = lenient().article("draft.md", text).built().found;
        assert!(found.warnings().is_empty(), "{text}: {}", found.text);
    }
}

#[test]
fn a_published_article_that_can_no_longer_be_read_stops_the_build_until_it_is_given_up() {
    let broken = [
        "---\ntitle: [Broken\ndate: 2026\n---\n",
        "Words without front matter.\n",
        "---\ntitle: Without a date\n---\n",
    ];
    for text in broken {
        let project = Project::new()
            .file("site.yaml", format!("{SITE}lenient: true\n"))
            .article("2025/weir.md", &article("Water rises at the weir", ""))
            .article("other.md", &article("Another article", ""));
        project.run("build").code(0);
        project.run("urls --accept").code(0);
        let before = project.output();
        project.write("content/2025/weir.md", text);
        // A file that was never published does not stop it.
        project.write("content/new.md", text);
        let ran = project.run("build").code(1);
        for part in [
            "error[lost-article]",
            "`/weir/` is public",
            "dateline urls --gone /weir/",
        ] {
            assert!(ran.err.contains(part), "{part}: {}", ran.err);
        }
        assert_eq!(ran.err.matches("[lost-article]").count(), 1, "{}", ran.err);
        assert_eq!(project.output(), before);

        project.run("urls --gone /weir/").code(0);
        let ran = project.run("build").code(0);
        assert!(!project.has("public/weir/index.html"));
        assert!(project.has("public/other/index.html"));
        assert!(ran.err.contains("content/2025/weir.md"), "{}", ran.err);

        // Mended, it comes back.
        project.write(
            "content/2025/weir.md",
            article("Water rises at the weir", ""),
        );
        project.run("build").code(0);
        assert!(project.has("public/weir/index.html"));
    }
}

#[test]
fn a_page_that_can_no_longer_be_read_stops_the_build_too() {
    let project = Project::new()
        .file("site.yaml", format!("{SITE}lenient: true\n"))
        .article("a.md", &article("Water rises", ""))
        .article("pages/about.md", "---\ntitle: About us\n---\n");
    project.run("build").code(0);
    project.run("urls --accept").code(0);
    project.write("content/pages/about.md", "About us.\n");
    let ran = project.run("check").code(1);
    assert!(ran.err.contains("`/about/` is public"), "{}", ran.err);
}

#[test]
fn check_names_every_file_whose_name_no_address_can_have() {
    let site = SiteTest::new()
        .article("a.md", &article("Alpha is here today", ""))
        .file("static/a\tb.txt", "x")
        .file("static/c\u{1}d.txt", "x")
        .file("static/x/e\u{7f}.txt", "x")
        .file("content/f\\g.png", "x");
    let found = site.check();
    assert_eq!(found.errors(), ["bad-file-name"; 4], "{}", found.text);
    let lenient = site.site(&format!("{SITE}lenient: true\n")).built();
    assert_eq!(lenient.found.warnings(), ["bad-file-name"; 4]);
}

#[test]
fn copies_that_programs_leave_are_not_published() {
    let whole = article("Editors leave files about", "");
    for name in [
        "a (conflicted copy 2026-02-02).md",
        "a (Ann's conflicted copy 2026-02-02).md",
        "a (Kopie in Konflikt, in Konflikt stehende Kopie von Ann 2026-02-02).md",
        "a.sync-conflict-20260202-101010-ABC.md",
        "a_conflict-20260202-101010.md",
        "a (SFConflict ann@example.org 2026-02-02-10-10-10).md",
        "a-DESKTOP-4K2L9QX.md",
        "a 2.md",
        "a (1).md",
        "a copy.md",
        "a.md~",
        "#a.md#",
        "a.md.swp",
        "a.md.orig",
        "a.bak.md",
        "a_REMOTE_4711.md",
    ] {
        let site = SiteTest::new()
            .article("a.md", &whole)
            .article(name, &whole);
        let outcome = site.built();
        let found = &outcome.found;
        assert!(
            found.warnings().contains(&"left-out"),
            "{name}: {}",
            found.text
        );
        assert!(
            found.text.contains(&format!("content/{name}")),
            "{name}: {}",
            found.text
        );
        let feed = outcome.text("feed.xml");
        assert_eq!(feed.matches("<entry").count(), 1, "{name}");
    }
    let site = SiteTest::new()
        .article("a.md", &whole)
        .file("static/map (conflicted copy 2026-02-02).svg", "<svg/>")
        .file("static/map.svg~", "<svg/>");
    let outcome = site.built();
    assert_eq!(
        outcome.found.warnings(),
        ["left-out"; 2],
        "{}",
        outcome.found.text
    );
    assert!(!outcome.files.keys().any(|route| route.starts_with("map")));
}

#[test]
fn a_second_part_is_no_copy() {
    let outcome = SiteTest::new()
        .article("part.md", &article("The first part", ""))
        .article("part 2.md", &article("The second part", ""))
        .article("part (3).md", &article("The third part", ""))
        .built();
    for route in ["part", "part-2", "part-3"] {
        assert!(outcome.has(&format!("{route}/index.html")), "{route}");
    }
    assert!(
        outcome.found.warnings().is_empty(),
        "{}",
        outcome.found.text
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_file_is_refused_at_once() {
    for name in ["site.yaml", ".dateline/state", "urls.lock"] {
        let project = Project::new().article("a.md", &article("Water rises", ""));
        let path = project.root().join(name);
        let _ = std::fs::remove_file(&path);
        std::fs::create_dir_all(path.parent().expect("in a folder")).expect("made");
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(made.is_ok_and(|status| status.success()), "{name}");
        // It ends; a cache that can't be read is made anew.
        let ran = project.run("check");
        assert!(ran.code <= 2, "{name}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn a_file_is_read_again_when_only_its_change_time_tells() {
    let project = Project::new().article("a.md", &article("Water rises", ""));
    let path = project.root().join("content/a.md");
    let then = std::fs::metadata(&path)
        .and_then(|m| m.modified())
        .expect("there");
    // Old enough to be believed.
    let then = then - std::time::Duration::from_secs(100);
    let set = |text: &str| {
        use std::io::Write as _;
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .open(&path)
            .expect("there");
        file.write_all(text.as_bytes()).expect("written");
        file.set_modified(then).expect("set");
    };
    set(&article("Water rises", ""));
    project.run("build").code(0);
    project.run("build").code(0);
    set(&article("Water falls", ""));
    project.run("build").code(0);
    let page = project.read("public/a/index.html");
    assert!(page.contains("Water falls"), "{page}");
}
