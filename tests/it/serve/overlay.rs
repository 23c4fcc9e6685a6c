//! Which errors and warnings the browser and the terminal are told, and what they hold back.

use std::fs;

use serde_json::Value;

use super::project;
use super::served::serve;
use crate::site_test::SITE;

const BROKEN: &str = "---\ntitle: A\ndate: never\n---\n";

fn places(list: &Value) -> Vec<&str> {
    let list = list.as_array().expect("a list");
    list.iter().filter_map(|f| f["place"].as_str()).collect()
}

#[test]
fn the_file_just_saved_comes_first_however_many_errors_others_have() {
    let entries = "  - {title: A day, date: never}\n".repeat(80);
    let project = project().article(
        "aaa.md",
        &format!("---\ntitle: The pier\ndate: 2025-12-10\nentries:\n{entries}---\n"),
    );
    let served = serve(&project, "");
    let mut news = served.listen();
    let first = news.next();
    assert_eq!(places(&first["faults"]).len(), 30);
    project.write("content/zzz.md", BROKEN);
    let told = news.until(|news| news["errors"].as_u64() > first["errors"].as_u64());
    assert_eq!(told["faults"][0]["place"], "content/zzz.md:3:7");
    assert_eq!(told["faults"][0]["address"], "/zzz/");
    assert_eq!(told["last"], "content/zzz.md");
    assert_eq!(places(&told["faults"]).len(), 30);
    // Its own address names its errors even after another save.
    project.write("content/aab.md", BROKEN);
    let told = news.until(|news| news["faults"][0]["place"] == "content/aab.md:3:7");
    assert_eq!(told["faults"][1]["place"], "content/zzz.md:3:7");
    let page = served.get("/zzz/").text();
    assert!(page.contains("content/zzz.md:3:7"), "{page}");
    assert!(!page.contains("content/aaa.md"), "{page}");
}

#[test]
fn a_habit_of_many_files_is_told_once_with_its_number() {
    let habit = |n: usize| format!("---\ntitle: Number {n}\ndate: never\ntags: #pier\n---\n");
    let mut project = project();
    for n in 0..40 {
        project = project.article(&format!("h{n:02}.md"), &habit(n));
    }
    let project = project.article("zz.md", "---\ntitle: Z\ndate: 2025-13-01\n---\n");
    let served = serve(&project, "");
    let mut news = served.listen();
    let first = news.next();
    assert_eq!(first["errors"], 41);
    let faults = first["faults"].as_array().expect("a list");
    let told = |n: usize| (faults[n]["place"].as_str(), faults[n]["times"].as_u64());
    assert_eq!(faults.len(), 2, "{first}");
    assert_eq!(told(0), (Some("content/h00.md:3:7"), Some(40)));
    assert_eq!(told(1), (Some("content/zz.md:3:7"), Some(1)));
    let message = faults[0]["message"].as_str().expect("a text");
    assert!(message.ends_with("(40 times in 40 files)"), "{message}");
    assert!(faults[0]["cure"].is_string() && faults[0]["lines"].is_string());
    let warnings = first["warnings"].as_array().expect("a list");
    assert_eq!(warnings[0]["times"], 40, "{first}");
    // The file that is being written is the place that is shown.
    project.write("content/h17.md", habit(170));
    let told = news.until(|news| news["last"] == "content/h17.md");
    assert_eq!(told["faults"][0]["place"], "content/h17.md:3:7");
    assert_eq!(told["faults"][0]["times"], 40);
    // The page of each file has its own errors.
    let page = served.get("/h21/").text();
    assert!(page.contains("content/h21.md:3:7"), "{page}");
}

#[test]
fn warnings_are_told_with_their_places() {
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    assert_eq!(news.next()["warned"], 0);
    for (name, text) in [
        (
            "marked.md",
            "---\ntitle: A\ndate: 2025\ntags: #pier #works\n---\nText.\n",
        ),
        (
            "frame.md",
            "---\ntitle: A\ndate: 2025\n---\nSee <iframe src=x></iframe>.\n",
        ),
        (
            "link.md",
            "---\ntitle: A\ndate: 2025\n---\nSee [it](javascript:x).\n",
        ),
    ] {
        let file = format!("content/{name}");
        project.write(&file, text);
        let told = news.until(|news| news["last"] == file.as_str());
        assert_eq!(told["errors"], 0, "{name}: {told}");
        let first = &told["warnings"][0];
        assert_eq!(first["file"], file.as_str(), "{told}");
        assert_eq!(first["severity"], "warning");
        // They are on the page of their file too, and on no other.
        let address = first["address"].as_str().expect("an address");
        let own = "id=\"dl:own\">[{";
        assert!(served.get(address).text().contains(own), "{name}");
        assert!(!served.get("/ely/").text().contains(own));
        assert!(!served.get("/").text().contains(own));
    }
    // A build has nothing of it.
    let built = project.around().join("built");
    project.run(&format!("build --quiet --output {}", built.display()));
    let page = fs::read_to_string(built.join("frame/index.html")).expect("built");
    assert!(!page.contains("dl:own") && !page.contains("_dateline"));
}

#[test]
fn an_address_without_a_page_says_why_the_file_has_none() {
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    news.next();
    for (name, text, address, place) in [
        (
            "quay.md",
            "The quay opens.\n",
            "/quay/",
            "content/quay.md:1:1",
        ),
        (
            "2025-12-01-pier.md",
            "title: A pier\n\nIt opens.\n",
            "/pier/",
            "content/2025-12-01-pier.md:1:1",
        ),
        (
            "lock/index.md",
            "---\ntitle: [A\n---\n",
            "/lock/",
            "content/lock/index.md:2:8",
        ),
        (
            "x1.md",
            "---\nslug: the-tower\ntitle: A tower\nsecond line of prose\n---\n",
            "/the-tower/",
            "content/x1.md:4:",
        ),
        (
            "pages/team.md",
            "Us.\n",
            "/team/",
            "content/pages/team.md:1:1",
        ),
    ] {
        let file = format!("content/{name}");
        project.write(&file, text);
        news.until(|news| news["last"] == file.as_str());
        let reply = served.get(address);
        let page = reply.text();
        assert_eq!(reply.status, 404, "{name}");
        assert!(page.contains(place), "{name}: {page}");
        assert!(page.contains("href=\"/\""), "{name}");
        fs::remove_file(project.root().join(&file)).expect("removed");
        news.until(|news| {
            news["faults"].as_array().is_some_and(Vec::is_empty) && news["warned"] == 0
        });
        let gone = served.get(address).text();
        assert!(!gone.contains(place), "{name}: {gone}");
    }
}

#[test]
fn a_site_that_is_lenient_says_at_the_address_that_the_file_is_left_out() {
    let project = project().file("site.yaml", format!("{SITE}lenient: true\n"));
    let served = serve(&project, "");
    let mut news = served.listen();
    news.next();
    served.shows("/ely/", "It holds.");
    project.write("content/ely.md", "---\ntitle: [A\n---\n");
    news.until(|news| news["warned"].as_u64() > Some(0));
    let reply = served.get("/ely/");
    assert_eq!(reply.status, 404);
    let page = reply.text();
    assert!(page.contains("content/ely.md:2:8"), "{page}");
    assert!(page.contains("left out"), "{page}");
}

#[test]
fn a_file_with_errors_holds_back_its_own_page_alone() {
    for broken in [
        BROKEN,
        "---\ntitle: [A\n---\n",
        "---\ntitle: A\ndate: 2025-12-09\nupdates: [{entry: nothing, date: 2026}]\n---\nNew text.\n",
        "---\ntitle: A\ndate: 2025-12-09\n---\nSee [it](no-such.md).\n",
    ] {
        let project = project();
        let served = serve(&project, "");
        served.shows("/ely/", "It holds.");
        let mut news = served.listen();
        news.next();
        project.write("content/ely.md", broken);
        news.until(|news| news["faults"][0]["file"] == "content/ely.md");
        // Others are shown as they are saved, new ones too.
        project.write(
            "content/new.md",
            "---\ntitle: Quite new\ndate: 2025-12-11\n---\nText.\n",
        );
        served.shows("/new/", "Quite new");
        served.shows("/", "Quite new");
        project.write("static/custom.css", "p { color: green }");
        project.write("content/pages/about.md", "---\ntitle: About\n---\nThem.\n");
        served.shows("/about/", "Them.");
        // Its own page stays, and so does what others say of it.
        let reply = served.get("/ely/");
        assert_eq!(reply.status, 200, "{broken}");
        assert!(reply.text().contains("It holds."), "{broken}");
        assert!(reply.text().contains("id=\"dl:own\">[{"), "{broken}");
        if !broken.contains("2025-12-09") {
            served.shows("/", "The dam at Ely");
        }
        project.write(
            "content/ely.md",
            "---\ntitle: The dam at Ely\ndate: 2025-12-09\n---\nMended.\n",
        );
        served.shows("/ely/", "Mended.");
        let fine = news.until(|news| news["errors"] == 0);
        assert_eq!(places(&fine["faults"]).len(), 0);
    }
}

#[test]
fn an_error_of_the_whole_site_holds_everything_back() {
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    news.next();
    project.write("site.yaml", format!("{SITE}per_page: many\n"));
    let told = news.until(|news| news["errors"].as_u64() > Some(0));
    assert_eq!(told["held"], true);
    project.write(
        "content/new.md",
        "---\ntitle: Quite new\ndate: 2025-12-11\n---\nText.\n",
    );
    served.prints("content/new.md changed; the last good version stays");
    assert_eq!(served.get("/new/").status, 404);
    project.write("site.yaml", SITE);
    served.shows("/new/", "Quite new");
}

#[test]
fn with_follow_no_browser_is_sent_to_a_page_that_is_held_back() {
    let project = project();
    let served = serve(&project, "--follow");
    let mut news = served.listen();
    news.next();
    project.write("content/ely.md", BROKEN);
    news.until(|news| news["errors"].as_u64() > Some(0));
    project.write(
        "content/new.md",
        "---\ntitle: Quite new\ndate: 2025-12-11\n---\nText.\n",
    );
    let told = news.until(|news| news["last"] == "content/new.md");
    assert_eq!(told["saved"][1], "/new/");
}

#[test]
fn the_terminal_tells_what_is_new_and_counts_the_rest() {
    let frame =
        |text: &str| format!("---\ntitle: A\ndate: 2025\n---\n{text} <iframe src=x></iframe>\n");
    let project = project()
        .article("one.md", &frame("One"))
        .article("two.md", &frame("Two"));
    let served = serve(&project, "");
    assert!(served.said.contains("content/one.md:5:"), "{}", served.said);
    assert!(served.said.contains("content/two.md:5:"), "{}", served.said);
    // The file that is saved says its own again; the others are counted.
    project.write("content/one.md", frame("Once"));
    let mut said = served.prints_all(&[
        "content/one.md:5:",
        "content/one.md changed",
        "(in other files as before: 1 warning)",
    ]);
    project.write(
        "content/three.md",
        "---\ntitle: A\ndate: 2025\n---\nText.\n",
    );
    said += &served.prints_all(&[
        "content/three.md changed",
        "(in other files as before: 2 warnings)",
    ]);
    // An error too is told once.
    project.write("content/three.md", BROKEN);
    said += &served.prints_all(&["content/three.md:3:7", "content/three.md changed"]);
    project.write("content/two.md", frame("Twice"));
    said += &served.prints_all(&[
        "content/two.md:5:",
        "content/two.md changed; updated in",
        "(in other files as before: 1 error, 1 warning)",
    ]);
    for (place, times) in [
        ("content/one.md:5:", 1),
        ("content/two.md:5:", 1),
        ("content/three.md:3:7", 1),
    ] {
        assert_eq!(said.matches(place).count(), times, "{place}\n{said}");
    }
    // What a save does to other files is new.
    project.write(
        "content/four.md",
        "---\ntitle: A\ndate: 2025\n---\n[One](one.md)\n",
    );
    served.prints("content/four.md changed");
    fs::remove_file(project.root().join("content/one.md")).expect("removed");
    served.prints_all(&["content/four.md:5:", "content/one.md deleted"]);
}

#[test]
fn only_what_was_saved_is_named_and_what_is_gone_is_deleted() {
    let project = project();
    let served = serve(&project, "");
    project.write("site.yaml", SITE.replace("Test", "A title"));
    served.prints("site.yaml changed; updated in");
    project.write("site.yaml", format!("{SITE}lenient: true\n"));
    served.prints("site.yaml changed; updated in");
    fs::remove_file(project.root().join("content/ely.md")).expect("removed");
    served.prints("content/ely.md deleted");
    fs::rename(
        project.root().join("content/pages/about.md"),
        project.root().join("content/pages/team.md"),
    )
    .expect("moved");
    served.prints("content/pages/about.md deleted");
}
