//! `dateline why`: what becomes of a file, and what leads to it.

use crate::project::Project;

fn desk() -> Project {
    Project::new()
        .file("content/2025/river.md", "---\nid: river\ntitle: The river rises\ndate: 2025-03\norganisations: [Ely Council]\naliases: [/old/]\n---\n![a map](map.png)\n")
        .file("content/2025/map.png", "no picture")
        .file("content/2025/spare.png", "no picture")
        .file("content/dam.md", "---\ntitle: \"=SUM(A1), a dam\"\ndate: 2026-Q4\nstatus: expected\norganisations: [Ely Council, Water Board]\n---\nSee [[river]].\n")
        .file("content/draft.md", "---\ntitle: A draft\ndate: 2025-04-01\ndraft: true\n---\n")
        .file("content/later.md", "---\ntitle: Later\ndate: 2025-05-01\npublished: 2030-01-02T03:04:05Z\n---\n")
        .file("content/over.md", "---\ntitle: Over\ndate: 2025-06-01\nexpires: 2025-07-01\n---\n")
        .file("content/README.md", "Read me.\n")
        .file("content/pages/about.md", "---\ntitle: About\n---\n")
}

#[test]
fn each_file_is_told_what_becomes_of_it() {
    let project = desk();
    for (what, parts) in [
        (
            "content/2025/river.md",
            &[
                "becomes https://example.org/river/",
                "link to it:",
                "  /dam/\n",
                "  /2025/03/\n",
                "  /feed.xml\n",
                "  /organisations/ely-council/\n",
            ][..],
        ),
        (
            "content/draft.md",
            &["is not shown: it is a draft", "https://example.org/draft/"],
        ),
        (
            "content/later.md",
            &["it is scheduled", "2 January 2030", "--future"],
        ),
        (
            "content/over.md",
            &["has expired: https://example.org/over/ shows a notice"],
        ),
        (
            "content/README.md",
            &[
                "is not shown",
                "notice[left-out]: a README is not an article",
            ],
        ),
        (
            "content/2025/map.png",
            &[
                "is published unchanged: https://example.org/river/map.png",
                "  /river/\n",
            ],
        ),
        ("content/2025/spare.png", &["is not shown", "unused-file"]),
        (
            "content/pages/about.md",
            &["becomes the page https://example.org/about/"],
        ),
        ("site.yaml", &["is the configuration"]),
        ("/river/", &["is the article content/2025/river.md"]),
        (
            "https://example.org/old/",
            &["is an old address, which redirects to https://example.org/river/"],
        ),
        (
            "/draft/",
            &["will be content/draft.md, which is not shown: it is a draft"],
        ),
        ("/2025/03/", &["is the page for 2025-03"]),
    ] {
        let ran = project.run_with(["why", what]).code(0);
        for part in parts {
            assert!(ran.out.contains(part), "{what}: {part}: {}", ran.out);
        }
    }
    let ran = project.run("why /never/").code(2);
    assert!(
        ran.err
            .contains("neither a file of this project nor an address"),
        "{}",
        ran.err
    );
    project.run("why ../../etc/passwd").code(2);
}

#[test]
fn what_is_outside_content_and_what_is_wrong_is_told_too() {
    let project = desk().file("notes/a.md", "---\ntitle: A\ndate: 2025\n---\n");
    let ran = project.run("why notes/a.md").code(0);
    assert!(
        ran.out.contains("only content/, static/ and templates/"),
        "{}",
        ran.out
    );
    for name in ["one", "two"] {
        project.write(
            &format!("content/{name}.md"),
            "---\ntitle: R\ndate: 2025\nslug: same\n---\n",
        );
    }
    let told: Vec<String> = ["one", "two"]
        .map(|name| project.run(&format!("why content/{name}.md")).code(0).out)
        .into();
    let hidden = "is not shown: another page has its address https://example.org/same/";
    assert_eq!(
        told.iter().filter(|out| out.contains(hidden)).count(),
        1,
        "{told:?}"
    );
    assert!(told.concat().contains("error[route-clash]"), "{told:?}");
    project.write("content/broken.md", "---\ntitle: B\ndate: yesterday\n---\n");
    let ran = project.run("why content/broken.md").code(0);
    assert!(ran.out.contains("error[bad-date]"), "{}", ran.out);
    // An address that was public.
    let project = Project::new().file("urls.lock", "/a/ article a\n/b/ article b gone\n");
    assert!(
        project
            .run("why /a/")
            .code(0)
            .out
            .contains("was the article `a`, and no longer resolves")
    );
    assert!(
        project
            .run("why /b/")
            .code(0)
            .out
            .contains("is marked as gone")
    );
}
