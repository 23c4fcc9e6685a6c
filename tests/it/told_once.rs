//! What is told with another entry, looked for or only written about is counted as what it is.

use serde_json::Value;

use crate::html;
use crate::project::Project;
use crate::site_test::SITE;

const PLAN: &str = "---\ntitle: Harbour plans\ndate: 2025-01-10\nentries:\n  - {id: crane, title: Crane arrives, date: 2025-12, status: expected}\n  - {id: quay, title: Quay opens, date: 2025-11, status: expected}\n---\n";

fn plan(more: &str) -> Project {
    let news = format!("---\ntitle: Crane is here\ndate: 2026-04-08\n{more}---\n");
    let project = Project::new();
    project.article("plan.md", PLAN).article("news.md", &news)
}

fn list(project: &Project, args: &str) -> Vec<Value> {
    let args = format!("--now 2026-06-01 list --as json {args}");
    let out = project.run(&args).code(0).out;
    serde_json::from_str(&out).expect("JSON")
}

fn ids(rows: &[Value]) -> Vec<&str> {
    let ids = rows.iter().map(|row| row["id"].as_str().expect("an id"));
    ids.collect()
}

#[test]
fn the_date_of_the_report_is_no_postponement() {
    let project = plan("updates: [{entry: crane, date: 2026-04-08, same_event: true}]\n")
        .article("plan.md", &PLAN.replace(", status: expected", ""));
    let folded = list(&project, "--state folded");
    assert_eq!(ids(&folded), ["crane"]);
    assert_eq!(folded[0]["slips"], Value::Array(Vec::new()));
    assert_eq!(folded[0]["updates"][0]["same_event"], true);
    project.run("--now 2026-06-01 build").code(0);
    let page = html::text_of_main(&project.read("public/news/index.html"));
    assert!(page.contains("Promised for"), "{page}");
    assert!(!page.contains("put off"), "{page}");
}

#[test]
fn what_missed_its_target_folds_without_another_date() {
    let plan_without_status = PLAN.replace(", status: expected", "");
    let news = "---\ntitle: Crane is here\ndate: 2026-04-08\nupdates: [{entry: crane, certainty: confirmed, same_event: true}]\n---\n";
    let project = Project::new()
        .article("plan.md", &plan_without_status)
        .article("news.md", news);
    assert_eq!(ids(&list(&project, "--state folded")), ["crane"]);
}

#[test]
fn what_is_told_by_what_is_told_by_a_third_is_on_no_timeline() {
    let told = "updates: [{entry: crane, date: 2026-04-08, status: happened, same_event: true}]\n";
    let third = "---\ntitle: All about the crane\ndate: 2026-04-08\nupdates: [{entry: news, date: 2026-04-08, status: happened, same_event: true}]\n---\n";
    let project = plan(told).article("third.md", third);
    let folded = list(&project, "--state folded");
    let into: Vec<&Value> = folded.iter().map(|row| &row["folded_into"]).collect();
    assert_eq!(into, ["third", "third"]);
}

#[test]
fn what_was_called_off_is_nobodys_stance_and_found_under_its_status() {
    let stances = "stances: {open: {label: Open}, closed: {label: Closed}}\n";
    let promise = "---\ntitle: Plan\ndate: 2025-01-10\nentries: [{id: launch, title: Launch, date: 2026-03, status: expected, organisations: [Acme], stance: open}]\n---\n";
    let news = "---\ntitle: Launch is off\ndate: 2026-02-08\nupdates: [{entry: launch, status: cancelled, same_event: true}]\n---\n";
    let project = Project::new()
        .file("site.yaml", format!("{SITE}{stances}"))
        .article("plan.md", promise)
        .article("news.md", news);
    let rows = list(&project, "--status cancelled");
    assert_eq!(ids(&rows), ["news"]);
    assert_eq!(rows[0]["stances"], Value::Array(Vec::new()));
    project.run("--now 2026-06-01 build").code(0);
    let listed = html::text_of_main(&project.read("public/status/cancelled/index.html"));
    assert!(listed.contains("Launch is off"), "{listed}");
    let explore = html::text_of_main(&project.read("public/explore/index.html"));
    assert!(explore.contains("Cancelled 1"), "{explore}");
}

#[test]
fn a_story_names_an_entry_once() {
    let promises = PLAN.replace("status: expected}", "status: expected, story: harbour}");
    let updates = "updates:\n  - {entry: crane, date: 2026-04-08, status: happened, same_event: true}\n  - {entry: quay, date: 2026-04-08, status: happened, same_event: true}\n";
    let project = plan(updates).article("plan.md", &promises);
    project.run("--now 2026-06-01 build").code(0);
    let story = html::text_of_main(&project.read("public/stories/harbour/index.html"));
    assert_eq!(story.matches("Crane is here").count(), 1, "{story}");
}

#[test]
fn a_term_of_articles_without_an_event_is_never_ranked_with_zero() {
    let explainer =
        "---\ntitle: How cranes work\nkind: explainer\norganisations: [Harbour Board]\n---\n";
    let project = plan("").article("e.md", explainer);
    project.run("--now 2026-06-01 build").code(0);
    let page = |path: &str| html::text_of_main(&project.read(path));
    let index = page("public/organisations/index.html");
    assert!(index.contains("Harbour Board 1 article"), "{index}");
    let front = page("public/index.html");
    assert!(!front.contains("Harbour Board"), "{front}");
}

#[test]
fn checked_is_one_day_that_has_passed() {
    for (day, code) in [
        ("2026-06-02", "early-check"),
        ("2099-01-01", "early-check"),
        ("2026-05", "inexact-check"),
        ("2026-05-01~", "inexact-check"),
        ("2025", "inexact-check"),
    ] {
        let project = plan(&format!("updates: [{{entry: quay, checked: {day}}}]\n"));
        let refused = project.run("--now 2026-06-01 check");
        assert!(refused.said().contains(code), "{day}: {}", refused.said());
    }
    let project = plan("updates: [{entry: quay, checked: 2026-06-01}]\n");
    let rows = list(&project, "--status overdue");
    let quay = rows.iter().find(|row| row["id"] == "quay");
    assert_eq!(quay.expect("it is overdue")["checked"], "2026-06-01");
    let lenient = plan("updates: [{entry: quay, checked: 2026-07-01}]\n")
        .file("site.yaml", format!("{SITE}lenient: true\n"));
    let rows = list(&lenient, "--status overdue");
    let quay = rows.iter().find(|row| row["id"] == "quay");
    assert_eq!(quay.expect("it is overdue")["checked"], Value::Null);
}
