//! The ledger of addresses: what was public leads somewhere, or somebody has said that it is gone.

use crate::html;
use crate::project::Project;
use crate::site_test::SiteTest;

fn article(keys: &str) -> String {
    format!("---\n{keys}\n---\nText.\n")
}

/// Five events of two organisations, one with a feed of its own.
fn desk() -> Project {
    let mut project = Project::empty()
        .file(
            "site.yaml",
            "title: T\nurl: https://example.org/news/\n\
             taxonomies: {organisations: {feeds_from: 2}}\n\
             lint: {missing-published: off, missing-source: off, single-source: off, vague-title: off}\n",
        )
        .file("content/pages/about.md", "---\ntitle: About us\n---\nText.\n");
    for (name, keys) in [
        (
            "2025/dam.md",
            "title: The dam at Ely is closed\ndate: 2025-03-04\npublished: 2025-03-05\norganisations: [Ely Council]",
        ),
        (
            "2025/plan.md",
            "title: A plan for the river is made\ndate: 2025-06\npublished: 2025-06-30\norganisations: [Ely Council]\nentries:\n  - {id: new-dam, title: The new dam, date: 2026-Q4, status: expected}",
        ),
        (
            "2025/levy.md",
            "title: The levy is raised in Ely\ndate: 2025-07-01\npublished: 2025-07-02\norganisations: [Water Board]",
        ),
        (
            "2025/mill.md",
            "title: The mill is sold to the town\ndate: 2025-08-09\npublished: 2025-08-10",
        ),
    ] {
        project = project.article(name, &article(keys));
    }
    project
}

fn ids(project: &Project) -> Vec<String> {
    let feed = project.read("public/feed.xml");
    let ids = feed.split("<id>").skip(1);
    ids.map(|part| part.split("</id>").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn ten_years_on() {
    let project = desk();
    project.run("build").code(0);
    let before = ids(&project);
    let ran = project.run("urls --accept").code(0);
    assert!(
        ran.out.contains("new addresses in urls.lock"),
        "{}",
        ran.out
    );
    let ledger = project.read("urls.lock");
    for line in [
        "/ list front",
        "/2025/03/ list 2025-03",
        "/about/ page about",
        "/dam/ article dam \"2025/dam.md\"",
        "feeds authority example.org/news/,2025",
        "/plan/#entry-new-dam entry new-dam",
        "/organisations/ely-council/ term organisations/ely-council",
        "/organisations/ely-council/feed.xml feed organisations/ely-council",
    ] {
        assert!(ledger.contains(&format!("\n{line}\n")), "{line}: {ledger}");
    }
    project.run("check --strict -v").code(0);

    // The date was wrong; the file gets another name; the council has another name; the mill was
    // never sold.
    std::fs::remove_file(project.root().join("content/2025/dam.md")).expect("there");
    project.write(
        "content/2025/the-dam.md",
        article("title: The dam at Ely is closed\ndate: 2025-04-04\nstatus: happened\npublished: 2025-03-05\norganisations: [Ely Town]\ncorrections:\n  - {date: 2035-01-02, kind: correction, text: It was closed in April.}"),
    );
    let plan = project
        .read("content/2025/plan.md")
        .replace("Ely Council", "Ely Town");
    project.write("content/2025/plan.md", plan);
    std::fs::remove_file(project.root().join("content/2025/mill.md")).expect("there");

    let ran = project.run("check --now 2035-01-02").code(0);
    for part in [
        "warning[lost-address]",
        "`/dam/` was the article `dam`",
        "add `aliases: [/dam/]`",
        "`/mill/` was the article `mill`, and no article has that id any more",
        "dateline urls --gone /mill/",
        "`/organisations/ely-council/` was the term `ely-council`",
        "urls.lock:",
    ] {
        assert!(ran.err.contains(part), "{part}: {}", ran.err);
    }
    assert_eq!(ran.err.matches("[lost-address]").count(), 3, "{}", ran.err);
    project.run("check --strict --now 2035-01-02").code(1);
    project.run("build --strict --now 2035-01-02").code(1);
    let built = project.run("build --now 2035-01-02").code(0);
    assert!(built.err.contains("lost-address"), "{}", built.err);

    // What is lost stays in the ledger until something is done about it.
    project.run("urls --accept --now 2035-01-02").code(0);
    assert!(
        project
            .read("urls.lock")
            .contains("\n/mill/ article mill \"2025/mill.md\"\n")
    );
    project.run("check --strict --now 2035-01-02").code(1);

    let dam = project
        .read("content/2025/the-dam.md")
        .replace("title:", "aliases: [/dam/]\ntitle:");
    project.write("content/2025/the-dam.md", dam);
    let site = project.read("site.yaml").replace(
        "feeds_from: 2",
        "feeds_from: 2, aliases: {Ely Town: [Ely Council]}",
    );
    project.write("site.yaml", site);
    project.run("urls --gone /mill/ --now 2035-01-02").code(0);
    project.run("urls --accept --now 2035-01-02").code(0);
    assert!(
        project
            .read("urls.lock")
            .contains("\n/mill/ article mill gone\n")
    );
    project.run("check --strict --now 2035-01-02").code(0);

    project.run("build --strict --now 2035-01-02").code(0);
    let output = project.output();
    let text = |route: &str| String::from_utf8_lossy(&output[route]).into_owned();
    for (old, new) in [
        ("dam/index.html", "/news/the-dam/"),
        (
            "organisations/ely-council/index.html",
            "/news/organisations/ely-town/",
        ),
        ("2025/03/index.html", "/news/2025/"),
    ] {
        assert!(text(old).contains(new), "{old}: {}", text(old));
    }
    assert_eq!(
        output["organisations/ely-council/feed.xml"],
        output["organisations/ely-town/feed.xml"]
    );
    assert!(text("corrections/index.html").contains("It was closed in April."));
    let dead = html::dead_ends(&output, "https://example.org", "/news/");
    assert!(dead.is_empty(), "{dead:#?}");
    // The id was the name of the file.
    assert_ne!(ids(&project), before);
    let dam = project
        .read("content/2025/the-dam.md")
        .replace("title:", "id: dam\ntitle:");
    project.write("content/2025/the-dam.md", dam);
    project.run("build --now 2035-01-02").code(0);
    let kept: Vec<String> = before
        .iter()
        .filter(|id| !id.ends_with("mill"))
        .cloned()
        .collect();
    let mut now = ids(&project);
    now.sort_unstable();
    let mut kept = kept;
    kept.sort_unstable();
    assert_eq!(now, kept);
}

const LEDGER: &str = "/a/ article a\n/a/#entry-x entry x\n";

fn site(ledger: &str) -> SiteTest {
    SiteTest::new().file("urls.lock", ledger)
}

const A: &str =
    "---\nid: a\ntitle: A\ndate: 2025-12-09\nentries: [{id: x, title: X, date: 2026}]\n---\n";

fn said(test: &SiteTest) -> Vec<(&'static str, String)> {
    let found = test.check();
    let ledger = ["lost-address", "changed-id", "bad-ledger", "new-address"];
    let list = found.list.iter().filter(|d| ledger.contains(&d.code));
    list.map(|d| {
        (
            d.code,
            format!("{}; {}", d.message, d.hint.clone().unwrap_or_default()),
        )
    })
    .collect()
}

fn lost(test: &SiteTest) -> Vec<String> {
    let found = said(test).into_iter();
    found
        .filter(|(code, _)| *code == "lost-address")
        .map(|(_, said)| said)
        .collect()
}

#[test]
fn a_site_without_a_ledger_is_not_nagged() {
    let found = SiteTest::new().article("a.md", A).check();
    assert!(found.list.is_empty(), "{}", found.text);
}

#[test]
fn what_is_kept_is_not_told() {
    let kept = [
        site(LEDGER).article("a.md", A),
        // Moved, with an alias; the event goes with it.
        site(LEDGER).article("b.md", &A.replace("title: A", "aliases: [/a/]\ntitle: A")),
        // Redirected by the owner.
        site(LEDGER).site(&format!(
            "{}hosting: {{redirects: [{{from: /a/, to: /b/}}]}}\n",
            crate::site_test::SITE
        )),
        site(LEDGER).site(&format!(
            "{}hosting: {{redirects: [{{from: \"/*\", to: \"https://new.example/:splat\"}}]}}\n",
            crate::site_test::SITE
        )),
        // A notice stands there.
        site(LEDGER).article(
            "a.md",
            &A.replace("title: A", "expires: 2026-01-01\ntitle: A"),
        ),
        site("/a/ article a gone\n/a/#entry-x entry x\n"),
        site(LEDGER).file("static/a/index.html", "<p>Kept.</p>"),
        // It is told of already that the file can't be read.
        site(LEDGER).article("a.md", &A.replace("title: A", "title: [A")),
    ];
    for (n, test) in kept.iter().enumerate() {
        assert_eq!(lost(test), Vec::<String>::new(), "{n}");
    }
}

#[test]
fn each_loss_has_its_cure() {
    let a = |from: &str, to: &str| A.replace(from, to);
    for (test, parts) in [
        (
            site(LEDGER).article("b.md", A),
            [
                "`/a/` was the address of content/b.md, which is now at `/b/`",
                "add `aliases: [/a/]` to content/b.md",
            ],
        ),
        (
            site(LEDGER).article("a.md", &a("title: A", "draft: true\ntitle: A")),
            ["which is now a draft or scheduled", "publish it again"],
        ),
        (
            site(LEDGER).article("aa.md", &a("id: a\n", "")),
            [
                "no article has that id any more",
                "if content/aa.md is the same article, add `id: a` and `aliases: [/a/]` to it",
            ],
        ),
        (
            site(LEDGER).article("a.md", &a("id: x", "id: y")),
            [
                "`/a/#entry-x` points to an event that content/a.md no longer has",
                "`id: x`, in the `entries` of content/a.md",
            ],
        ),
        (
            site("/about/ page about\n"),
            [
                "was the page `about`",
                "`{from: /about/, to: …}` under `hosting.redirects`",
            ],
        ),
        (
            site("/stories/s/ story s\n"),
            ["was the storyline `s`", "restore `story` in its articles"],
        ),
        (
            site(
                "/tags/t/ term tags/t\n/tags/t/feed.xml feed tags/t\n/tags/t/page/1/ term tags/t\n",
            ),
            ["was the term `t`", "taxonomies: {tags: {aliases:"],
        ),
        (
            site("/expected/ list expected\n"),
            ["`/expected/` no longer works", "--gone /expected/"],
        ),
        (
            site(LEDGER)
                .article("a.md", &a("id: a", "id: other"))
                .article("b.md", &a("id: x", "id: z")),
            [
                "was the address of content/b.md, and is now that of content/a.md",
                "another `slug`",
            ],
        ),
    ] {
        let lost = lost(&test);
        assert_eq!(lost.len(), 1, "{lost:#?}");
        for part in parts {
            assert!(lost[0].contains(part), "{part}: {}", lost[0]);
        }
    }
}

#[test]
fn lists_that_became_empty_redirect() {
    let test = SiteTest::new()
        .file("urls.lock", "/2024/ list 2024\n/2025/03/ list 2025-03\n/2024/05/ list 2024-05\n/1999/12/ list 1999-12 gone\n/tags/t/page/7/ term tags/t\n")
        .article("a.md", "---\ntitle: A\ndate: 2025-12-09\ntags: [t]\n---\n");
    let built = test.built();
    for (old, new) in [
        ("2024", "/"),
        ("2025/03", "/2025/"),
        ("2024/05", "/"),
        ("tags/t/page/7", "/tags/t/"),
    ] {
        let page = built.text(&format!("{old}/index.html"));
        assert!(
            page.contains(&format!("url=https://example.org{new}\""))
                || page.contains(&format!("href=\"{new}\"")),
            "{page}"
        );
    }
    assert!(!built.has("1999/12/index.html"));
    assert!(lost(&test).is_empty());
}

#[test]
fn another_id_at_an_address_is_told() {
    let test = site("/a/ article a\n").article("a.md", &A.replace("id: a", "id: other"));
    let said = said(&test);
    let changed = said.iter().find(|(code, _)| *code == "changed-id");
    assert!(
        changed
            .expect("told")
            .1
            .contains("write `id: a` in content/a.md"),
        "{said:?}"
    );
    // An old address of a deleted article, taken by one that was public already.
    let merged = site("/a/ article a\n/b/ article b\n").article(
        "b.md",
        "---\nid: b\ntitle: B\ndate: 2025\naliases: [/a/]\n---\n",
    );
    assert!(
        self::said(&merged)
            .iter()
            .all(|(code, _)| *code == "new-address")
    );
}

#[test]
fn marks_of_a_merge_are_faults_and_the_next_ledger_is_whole() {
    let project = Project::new().article("a.md", A).file(
        "urls.lock",
        "<<<<<<< HEAD\n/b/ article b gone\n=======\n/a/ article a\n>>>>>>> other\n",
    );
    let ran = project.run("check").code(1);
    assert_eq!(ran.err.matches("bad-ledger").count(), 3, "{}", ran.err);
    project.run("urls --accept").code(0);
    project.run("check --strict -v").code(0);
    let ledger = project.read("urls.lock");
    assert!(ledger.contains("\n/b/ article b gone\n"), "{ledger}");
    project.run("urls --accept").code(0);
    assert_eq!(project.read("urls.lock"), ledger);
}

#[test]
fn without_accept_nothing_is_written() {
    let project = Project::new().article("a.md", A);
    let before = project.files();
    let ran = project.run("urls").code(0);
    assert!(ran.out.contains("new   /a/ article a\n"), "{}", ran.out);
    assert!(ran.out.contains("There is no urls.lock yet"), "{}", ran.out);
    assert_eq!(project.files(), before);
    project.run("urls --accept").code(0);
    let ran = project.run("urls").code(0);
    assert!(ran.out.contains("0 new addresses"), "{}", ran.out);
    std::fs::remove_file(project.root().join("content/a.md")).expect("there");
    let ran = project.run("urls --format json").code(0);
    let first = ran
        .out
        .lines()
        .find(|l| l.contains("\"/a/\""))
        .unwrap_or_default();
    assert!(first.contains("\"state\":\"lost\""), "{}", ran.out);
}

#[test]
fn only_what_is_lost_can_be_given_up_and_only_a_sound_site_accepted() {
    let project = Project::new().article("a.md", A);
    project.run("urls --accept").code(0);
    let ledger = project.read("urls.lock");
    let ran = project.run("urls --gone /a/").code(2);
    assert!(ran.err.contains("/a/ is public"), "{}", ran.err);
    let ran = project.run("urls --gone /never/").code(2);
    assert!(ran.err.contains("does not contain /never/"), "{}", ran.err);
    project.write("content/b.md", "---\ntitle: B\n---\n");
    let ran = project.run("urls --accept").code(1);
    assert!(ran.err.contains("missing-date"), "{}", ran.err);
    assert_eq!(project.read("urls.lock"), ledger);
    // A whole address is as good, and what stood within goes with it.
    for name in ["a", "b"] {
        std::fs::remove_file(project.root().join(format!("content/{name}.md"))).expect("there");
    }
    project.run("urls --gone https://example.org/a/").code(0);
    let ledger = project.read("urls.lock");
    assert!(
        ledger.contains("/a/ article a gone\n/a/#entry-x entry x gone\n"),
        "{ledger}"
    );
    // What is there again is not gone.
    project.write("content/a.md", A);
    project.run("urls --accept").code(0);
    assert!(!project.read("urls.lock").contains(" gone\n"));
}

#[test]
fn drafts_are_no_new_addresses() {
    let test = site("/ list front\n/feed.xml feed site\n")
        .article("a.md", &A.replace("title: A", "draft: true\ntitle: A"));
    assert_eq!(said(&test), []);
    let test = test.settings(|s| s.drafts = true);
    assert_eq!(said(&test), []);
}

#[test]
fn who_gives_up_a_folder_is_told_what_went_and_what_is_only_broken() {
    let dated = |name: &str| format!("---\ntitle: {name}\ndate: 2025-01-02\n---\nText.\n");
    let project = Project::new()
        .article("rises.md", &dated("Water rises"))
        .article("broken.md", &dated("Water falls"));
    project.run("urls --accept").code(0);
    let ledger = project.read("urls.lock") + "/old/ article old\n/old/x/ article x\n";
    project.write("urls.lock", ledger);
    project.write("content/broken.md", "---\ntitle: [\n---\n");
    let ran = project.run("urls --gone /old/").code(0);
    assert!(ran.out.contains("Given up: /old/, /old/x/"), "{}", ran.out);
    assert!(ran.err.contains("content/broken.md"), "{}", ran.err);
}
