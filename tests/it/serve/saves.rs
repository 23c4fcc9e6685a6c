//! What a save does, whatever is saved and however; mistakes, and that they heal.

use std::fs;

use super::served::serve;
use super::{equals_a_build, project};
use crate::site_test::SITE;

#[test]
fn everything_that_a_site_is_made_of_is_watched() {
    let project = project().file(
        "site.yaml",
        format!("{SITE}slots:\n  sponsor_top: {{fragment: parts/sponsor.html, label: Sponsor}}\n"),
    );
    project.write("parts/sponsor.html", "<p>One</p>");
    let served = serve(&project, "");
    served.shows("/", "<p>One</p>");
    project.write(
        "content/ely.md",
        "---\ntitle: An article\ndate: 2025-12-09\norganisations: [Ely Council]\n---\n",
    );
    served.shows("/ely/", "An article");
    project.write("content/pages/about.md", "---\ntitle: A page\n---\n");
    served.shows("/about/", "A page");
    project.write(
        "content/terms/organisations/ely-council.md",
        "---\ntitle: Ely Council\n---\nA text of a term.\n",
    );
    served.shows("/organisations/ely-council/", "A text of a term.");
    project.write(
        "content/terms/organisations/ely-council.md",
        "---\ntitle: Ely Council\n---\nAnother one.\n",
    );
    served.shows("/organisations/ely-council/", "Another one.");
    project.write(
        "templates/components/foot.html",
        "{% component foot(site) %}<footer>A template</footer>{% endcomponent foot %}",
    );
    served.shows("/ely/", "A template");
    project.write(
        "templates/words/en.ftl",
        "just-published = Words of my own\nexpected = Words of my own\n",
    );
    served.until("/", |reply| reply.status == 200);
    project.write("static/own.css", "p { color: blue }");
    served.shows("/own.css", "blue");
    project.write("static/custom.css", "p { color: green }");
    served.until("/", |reply| {
        let page = reply.text();
        let sheet = page.split('"').find(|part| part.starts_with("/custom."));
        sheet.is_some_and(|sheet| served.get(sheet).text().contains("green"))
    });
    project.write("parts/sponsor.html", "<p>Two</p>");
    served.shows("/", "<p>Two</p>");
    project.write("site.yaml", SITE.replace("Test", "A title"));
    served.shows("/", "A title");
    project.write(
        "content/new/deep/er.md",
        "---\ntitle: In a new folder\ndate: 2025-12-10\n---\n",
    );
    served.shows("/er/", "In a new folder");
    equals_a_build(&project, &served, "--drafts --future");
}

#[test]
fn an_address_that_is_lost_is_told_while_it_is_written() {
    let project = project().article("lone.md", "---\ntitle: Lone\ndate: 2025\n---\n");
    project.run("urls --accept").code(0);
    let served = serve(&project, "");
    assert!(!served.said.contains("lost-address"), "{}", served.said);
    let from = project.root().join("content/lone.md");
    let to = project.root().join("content/moved.md");
    fs::rename(&from, &to).expect("moved");
    served.prints("lost-address");
    // Told once: what is as it was is not news.
    project.write("content/new.md", "---\ntitle: New\ndate: 2025\n---\n");
    served.prints("content/new.md changed");
    project.run("urls --gone /lone/").code(0);
    served.prints("urls.lock changed; updated");
    // And again where the ledger says that it is promised.
    let ledger = project.read("urls.lock");
    project.write("urls.lock", ledger.replace(" gone\n", "\n"));
    served.prints("lost-address");
    // A ledger that a merge broke is an error, over the last good page until it is fixed.
    project.write("urls.lock", format!("<<<<<<< ours\n{ledger}"));
    served.prints("bad-ledger");
    project.write("urls.lock", &ledger);
    served.prints("urls.lock changed; updated");
    fs::remove_file(project.root().join("urls.lock")).expect("removed");
    served.prints("urls.lock deleted");
}

#[test]
fn a_configuration_elsewhere_is_watched_too() {
    let project = project();
    let config = project.around().join("other/desk.yaml");
    fs::create_dir(config.parent().expect("a folder")).expect("made");
    fs::write(&config, SITE.replace("Test", "Elsewhere")).expect("written");
    let served = serve(&project, &format!("--config {}", config.display()));
    served.shows("/", "Elsewhere");
    fs::write(&config, SITE.replace("Test", "Saved elsewhere")).expect("written");
    served.shows("/", "Saved elsewhere");
}

#[test]
fn where_nothing_is_watched_changes_are_found_all_the_same() {
    let project = project();
    let served = serve(&project, "--poll");
    project.write(
        "content/ely.md",
        "---\ntitle: Found\ndate: 2025-12-09\n---\n",
    );
    served.shows("/ely/", "Found");
    fs::remove_dir_all(project.root().join("content/folder")).expect("removed");
    served.until("/gates/", |reply| reply.status == 404);
    project.write("static/own.css", "p { color: blue }");
    served.shows("/own.css", "blue");
    project.write("site.yaml", SITE.replace("Test", "A title"));
    served.shows("/", "A title");
    equals_a_build(&project, &served, "--drafts --future");
}

#[cfg(unix)]
#[test]
fn a_project_behind_a_link_is_watched() {
    let project = project();
    let link = project.around().join("link");
    std::os::unix::fs::symlink(project.root(), &link).expect("linked");
    let served = serve(&project, &format!("--root {}", link.display()));
    project.write(
        "content/ely.md",
        "---\ntitle: Through\ndate: 2025-12-09\n---\n",
    );
    served.shows("/ely/", "Through");
}

#[test]
fn a_page_is_told_what_was_saved_and_whether_it_was_style_alone() {
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    let first = news.next();
    project.write("static/custom.css", "p { color: green }");
    let style = news.next();
    assert_eq!(style["page"], first["page"], "{style}");
    assert!(style["style"].as_u64() > first["style"].as_u64());
    project.write(
        "content/ely.md",
        "---\ntitle: Saved\ndate: 2025-12-09\n---\n",
    );
    let saved = news.until(|news| news["page"].as_u64() > style["page"].as_u64());
    assert_eq!(saved["saved"][1], "/ely/");
    assert_eq!(saved["style"], style["style"]);
    assert_eq!(saved["faults"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_mistake_stands_over_the_last_good_page_until_it_is_mended() {
    let project = project();
    let served = serve(&project, "--editor edit://{file}:{line}:{column}");
    let good = served.get("/ely/").as_built();
    let mut news = served.listen();
    let first = news.next();
    project.write(
        "content/ely.md",
        "---\ntitle: <script>alert(1)</script>\ndate: 2025-02-30\n---\n",
    );
    let broken = news.until(|news| news["faults"][0].is_object());
    assert_eq!(broken["page"], first["page"], "pages are as they were");
    let fault = &broken["faults"][0];
    assert_eq!(fault["place"], "content/ely.md:3:7");
    let link = fault["link"].as_str().expect("a link");
    assert!(
        link.starts_with("edit:///") || link.starts_with("edit://"),
        "{link}"
    );
    assert!(link.ends_with("/project/content/ely.md:3:7"), "{link}");
    // In the terminal's words.
    let told = project.run("check").code(1).err;
    for part in ["message", "lines", "cure"] {
        let words = fault[part].as_str().expect(part);
        assert!(!words.is_empty(), "{part}");
        assert!(told.contains(words), "{words}\nis not in\n{told}");
    }
    assert_eq!(served.get("/ely/").as_built(), good);
    assert_eq!(served.get("/").status, 200);
    project.write(
        "content/ely.md",
        "---\ntitle: Mended\ndate: 2025-02-28\norganisations: [Ely Council]\n---\n",
    );
    let mended = news.until(|news| news["faults"].as_array().is_some_and(Vec::is_empty));
    assert!(mended["page"].as_u64() > first["page"].as_u64());
    assert!(served.get("/ely/").text().contains("Mended"));
}

#[test]
fn a_template_that_fails_at_one_page_shows_the_last_good_one() {
    let project = project();
    let served = serve(&project, "");
    let good = served.get("/ely/").as_built();
    let theme = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/templates/article.html"
    ));
    let broken = theme
        .expect("the theme")
        .replace("{{ article.title }}", "{{ article.titel }}");
    project.write("templates/article.html", broken);
    let reply = served.until("/ely/", |reply| reply.status == 500);
    let page = reply.text();
    assert!(page.contains("It holds."), "the last good page is beneath");
    assert!(page.contains("id=\"dl:faults\">[{"));
    assert!(page.contains("templates/article.html:"));
    assert_eq!(served.get("/").status, 200, "other pages are not concerned");
    fs::remove_file(project.root().join("templates/article.html")).expect("removed");
    let mended = served.until("/ely/", |reply| reply.status == 200);
    assert_eq!(mended.as_built(), good);
}

#[test]
fn a_broken_beginning_shows_what_is_wrong_and_heals() {
    for (path, broken, mended) in [
        ("site.yaml", "title: <b>Te\"st\nurl: [", SITE),
        (
            "templates/front.html",
            "{% if <script>alert(1)</script>",
            "<title>x</title>",
        ),
        (
            "content/x.md",
            "---\ntitle: [<script>alert(1)</script>\n",
            "---\ntitle: X\ndate: 2025\n---\n",
        ),
    ] {
        let project = project().file(path, broken);
        let served = serve(&project, "");
        // An article concerns its own page alone.
        let (address, status) = match path {
            "content/x.md" => ("/x/", 404),
            _ => ("/", 500),
        };
        let reply = served.get(address);
        assert_eq!(reply.status, status, "{path}");
        let page = reply.text();
        assert!(page.contains(path), "{path}: {page}");
        assert!(
            !page.contains("<script>alert") && !page.contains("<b>Te"),
            "{page}"
        );
        assert_eq!(
            reply.header("cross-origin-resource-policy"),
            Some("same-origin")
        );
        let said = served.listen().next();
        assert!(
            said["faults"][0]["place"]
                .as_str()
                .is_some_and(|p| p.starts_with(path))
        );
        project.write(path, mended);
        served.until("/", |reply| reply.status == 200);
    }
}

/// Whoever is root reads everything.
#[cfg(unix)]
#[test]
fn what_could_not_be_read_shows_as_soon_as_it_can() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    news.next();
    let path = project.root().join("static/own.css");
    let permit = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode));
    permit(0o000).expect("permitted");
    if fs::read(&path).is_ok() {
        return;
    }
    news.until(|news| news["faults"][0].is_object());
    permit(0o644).expect("permitted");
    news.until(|news| news["faults"].as_array().is_some_and(Vec::is_empty));
}

#[test]
fn folders_that_go_and_come_back_are_watched_again() {
    let project = project();
    let mut served = serve(&project, "");
    let (content, away) = (
        project.root().join("content"),
        project.around().join("away"),
    );
    for round in 0..3 {
        fs::rename(&content, &away).expect("moved away");
        served.until("/ely/", |reply| reply.status == 404);
        fs::rename(&away, &content).expect("moved back");
        served.until("/ely/", |reply| reply.status == 200);
        project.write(
            "content/ely.md",
            format!("---\ntitle: Round {round}\ndate: 2025-12-09\n---\n"),
        );
        served.shows("/ely/", &format!("Round {round}"));
    }
    fs::remove_dir_all(&content).expect("removed");
    served.until("/about/", |reply| reply.status == 404);
    project.write(
        "content/a/b.md",
        "---\ntitle: All new\ndate: 2025-12-09\n---\n",
    );
    served.shows("/b/", "All new");
    project.write(
        "content/a/b.md",
        "---\ntitle: Still watched\ndate: 2025-12-09\n---\n",
    );
    served.shows("/b/", "Still watched");
    // The whole project too.
    let gone = project.around().join("gone");
    fs::rename(project.root(), &gone).expect("moved away");
    fs::create_dir(project.root()).expect("made");
    project.write("site.yaml", SITE.replace("Test", "Another checkout"));
    project.write("content/c.md", "---\ntitle: Third\ndate: 2025-12-09\n---\n");
    served.shows("/c/", "Another checkout");
    project.write(
        "content/c.md",
        "---\ntitle: Fourth\ndate: 2025-12-09\n---\n",
    );
    served.shows("/c/", "Fourth");
    assert!(served.lives());
}

#[test]
fn a_configuration_that_goes_is_said_and_heals() {
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    news.next();
    fs::remove_file(project.root().join("site.yaml")).expect("removed");
    let gone = news.until(|news| news["faults"][0].is_object());
    assert_eq!(gone["faults"][0]["code"], "no-site");
    assert_eq!(served.get("/ely/").status, 200, "the last good page");
    project.write("site.yaml", SITE);
    news.until(|news| news["faults"].as_array().is_some_and(Vec::is_empty));
}

#[test]
fn what_is_printed_says_what_changed() {
    let project = project();
    let served = serve(&project, "");
    assert!(served.said.contains("press Ctrl-C to stop"));
    project.write(
        "content/ely.md",
        "---\ntitle: Saved\ndate: 2025-12-09\n---\n",
    );
    served.prints("content/ely.md changed; updated in ");
    project.write("content/ely.md", "---\ntitle: Saved\ndate: never\n---\n");
    served.prints("content/ely.md changed; the last good version stays until the errors are fixed");
}

#[test]
fn nothing_has_changed_when_it_starts() {
    let project = project();
    for built in [false, true] {
        if built {
            project.run("build --quiet").code(0);
        }
        let served = serve(&project, "");
        assert!(!served.said.contains("changed"), "{}", served.said);
        assert_eq!(served.said.lines().count(), 1, "{}", served.said);
    }
}

#[test]
fn an_article_that_was_never_good_has_a_page_of_its_errors_and_the_others_are_served() {
    let project = project()
        .article(
            "2025-12-10-quay.md",
            "---\ntitle: The quay\ndate: 2025-12-10\nsecond line of prose\n---\n",
        )
        .article("gate.md", "---\ntitle: The gate\ndate: never\n---\n");
    let served = serve(&project, "");
    assert!(
        served.said.contains("pages without errors are shown"),
        "{}",
        served.said
    );
    assert_eq!(served.get("/").status, 200);
    assert!(served.get("/ely/").text().contains("It holds."));
    let reply = served.get("/quay/");
    assert_eq!(reply.status, 404);
    let page = reply.text();
    assert!(page.contains("This page can’t be shown yet"), "{page}");
    assert!(page.contains("content/2025-12-10-quay.md:4:"), "{page}");
    assert!(!page.contains("content/gate.md"), "{page}");
    let reply = served.get("/gate/");
    assert_eq!(reply.status, 200);
    assert!(
        reply.text().contains("content/gate.md:3:7"),
        "{}",
        reply.text()
    );
    assert!(page.contains("href=\"/\""), "{page}");
    // Other addresses that lead nowhere are those of the site.
    let gone = served.get("/no-such-page/");
    assert_eq!(gone.status, 404);
    assert!(!gone.text().contains("can’t be shown"), "{}", gone.text());
    // What is saved meanwhile shows, although there are errors.
    project.write(
        "content/ely.md",
        "---\ntitle: Saved\ndate: 2025-12-09\n---\nAnew.\n",
    );
    served.shows("/ely/", "Anew.");
    project.write(
        "content/2025-12-10-quay.md",
        "---\ntitle: The quay\ndate: 2025-12-10\n---\nMended.\n",
    );
    project.write(
        "content/gate.md",
        "---\ntitle: The gate\ndate: 2025-12-10\n---\n",
    );
    served.shows("/quay/", "Mended.");
}

#[test]
fn an_article_that_breaks_before_its_page_was_asked_for_shows_its_errors_there_alone() {
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    news.next();
    project.write("content/ely.md", "---\ntitle: A\ndate: never\n---\n");
    news.until(|news| news["faults"][0].is_object());
    let reply = served.get("/ely/");
    assert_eq!(reply.status, 200);
    let page = reply.text();
    assert!(page.contains("This page can’t be shown yet"), "{page}");
    assert!(page.contains("content/ely.md:3:7"), "{page}");
    assert_eq!(served.get("/").status, 200);
    project.write(
        "content/ely.md",
        "---\ntitle: A\ndate: 2025\n---\nMended.\n",
    );
    served.shows("/ely/", "Mended.");
}
