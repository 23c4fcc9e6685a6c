//! What readers are told is what the sources said: whom a date is credited to, how late it is, what
//! was only reported, when the desk last looked, and how many entries there are.

use serde_json::Value;

use crate::html;
use crate::index_files;
use crate::project::Project;
use crate::site_test::{Outcome, SITE, SiteTest};

const STANCES: &str =
    "stances: {open: {label: Open}, hybrid: {label: Hybrid}, closed: {label: Closed}}\n";

fn site(articles: &[(&str, &str)]) -> SiteTest {
    articles.iter().fold(SiteTest::new(), |site, (path, text)| {
        site.article(path, text)
    })
}

fn main_of(site: &Outcome, route: &str) -> String {
    html::text_of_main(site.text(route))
}

#[track_caller]
fn says(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "not `{words}` in: {text}");
    }
}

#[track_caller]
fn says_not(text: &str, words: &[&str]) {
    for words in words {
        assert!(!text.contains(words), "`{words}` in: {text}");
    }
}

/// The events in the JSON-LD of a page.
fn events(page: &str) -> Vec<Value> {
    let (_, rest) = page
        .split_once("<script type=\"application/ld+json\">")
        .expect("JSON-LD");
    let (json, _) = rest.split_once("</script>").expect("the element ends");
    let document: Value = serde_json::from_str(json).expect("JSON");
    let nodes = document["@graph"].as_array().expect("a list");
    let events = nodes.iter().filter(|node| node["@type"] == "Event");
    events.cloned().collect()
}

const CRANE: (&str, &str) = (
    "plan.md",
    "---\ntitle: Harbour plans a crane\ndate: 2025-01-10\nsources: [{id: h, title: Plan, publisher: Harbour, date: 2025-01-10}]\nentries: [{id: crane, title: Crane arrives, place: Quay, date: 2026-06, status: expected, source: h}]\n---\n",
);

/// An article of the Gazette of 10 May 2025 with an update of the crane.
fn gazette(update: &str) -> String {
    format!(
        "---\ntitle: News of the crane\ndate: 2025-05-12\nsources: [{{id: g, title: News, publisher: Gazette, date: 2025-05-10}}]\nupdates: [{{entry: crane, {update}}}]\n---\n"
    )
}

#[test]
fn a_date_is_credited_to_the_source_that_gave_it() {
    let moved = gazette("date: 2028, source: g");
    let site = site(&[CRANE, ("late.md", &moved)]).built();
    let card = main_of(&site, "expected/index.html");
    says(
        &card,
        &[
            "Source: Gazette, 10 May 2025",
            "expected June 2026, reported 10 Jan 2025 by Harbour",
            "2028, reported 10 May 2025 by Gazette in News of the crane",
            "at least 18 months later",
        ],
    );
    says_not(&card, &["Source: Harbour", "about one year"]);
    for route in ["expected/index.html", "plan/index.html"] {
        let events = events(site.text(route));
        assert_eq!(events.len(), 1, "{route}");
        assert_eq!(events[0]["subjectOf"]["publisher"]["name"], "Gazette");
        assert_eq!(events[0]["subjectOf"]["datePublished"], "2025-05-10");
    }
    says(
        &main_of(&site, "index.html"),
        &["Source: Gazette, 10 May 2025"],
    );
    let plan = site.text("plan/index.html");
    says(&html::text_of_main(plan), &["according to Gazette"]);
    assert!(html::references(plan).contains("/late/#source-1"), "{plan}");
}

#[test]
fn a_status_is_credited_to_the_source_that_gave_it_and_a_certainty_changes_nobody() {
    for (update, source) in [
        (
            "date: 2025-05-08, status: happened, source: g",
            "Source: Gazette, 10 May 2025",
        ),
        (
            "certainty: confirmed, source: g",
            "Source: Harbour, 10 Jan 2025",
        ),
        (
            "date: 2025-05-09, status: happened",
            "Source: News of the crane, 12 May 2025",
        ),
        (
            "wording: in spring, source: g",
            "Source: Gazette, 10 May 2025",
        ),
    ] {
        let news = gazette(update);
        let site = site(&[CRANE, ("news.md", &news)]).built();
        says(&main_of(&site, "index.html"), &[source]);
    }
}

#[test]
fn a_cancellation_stands_where_and_as_it_was_said() {
    for (update, stands, mark) in [
        ("status: cancelled, source: g", "10 May 2025", "exact"),
        (
            "status: cancelled, date: 2026-06, source: g",
            "10 May 2025",
            "exact",
        ),
        (
            "status: cancelled, date: 2025-04, source: g",
            "Apr 2025",
            "partial",
        ),
        ("status: cancelled", "12 May 2025", "exact"),
    ] {
        let news = gazette(update);
        let site = site(&[CRANE, ("news.md", &news)]).built();
        let page = site.text("expected/index.html");
        let text = html::text_of_main(page);
        assert_eq!(text.matches("Crane arrives").count(), 1, "{text}");
        says(&text, &[stands, "Cancelled"]);
        assert!(
            page.contains(&format!("<li class=\"entry {mark} i3 cancelled\">")),
            "{update}: {page}"
        );
        // The plan keeps its date.
        assert_eq!(events(page)[0]["startDate"], "2026-06", "{update}");
        assert_eq!(
            events(page)[0]["eventStatus"],
            "https://schema.org/EventCancelled"
        );
    }
}

#[test]
fn what_was_put_off_and_then_cancelled_stands_once() {
    let moved = gazette("date: 2028, source: g");
    let off = "---\ntitle: No crane\ndate: 2026-01-05\nsources: [{id: l, title: Off, publisher: Ledger, date: 2026-01}]\nupdates: [{entry: crane, status: cancelled, source: l}]\n---\n";
    let site = site(&[CRANE, ("late.md", &moved), ("off.md", off)]).built();
    let text = main_of(&site, "expected/index.html");
    assert_eq!(text.matches("Crane arrives").count(), 1, "{text}");
    says(
        &text,
        &[
            "cancelled, reported Jan 2026 by Ledger",
            "2028, reported 10 May 2025 by Gazette",
        ],
    );
}

#[test]
fn the_ledger_says_what_the_dates_say() {
    let promise = |targets: &str, now: &str| {
        let plan = format!(
            "---\ntitle: Plan\ndate: 2025-01-10\nentries: [{{id: crane, title: Crane arrives, date: {now}, status: expected, slipped: [{targets}]}}]\n---\n"
        );
        move |date: &str| {
            let news = format!(
                "---\ntitle: It came\ndate: {date}\nupdates: [{{entry: crane, date: {date}, status: happened}}]\n---\n"
            );
            let site = site(&[("plan.md", &plan), ("news.md", &news)]);
            main_of(&site.now("2027-01-01").built(), "expected/index.html")
        }
    };
    let avocado = promise("{from: 2025}, {from: 2026-Q1}", "\"[2026-05..]\"");
    says(
        &avocado("2026-04-08"),
        &[
            "at least three months later",
            "after the first target, before the last",
            "postponed twice",
        ],
    );
    says_not(&avocado("2026-04-08"), &["later than first"]);
    let late = promise("{from: 2026-03-01}", "2026-04-01")("2026-04-20");
    says(&late, &["about seven weeks later"]);
    says_not(&late, &["before the last"]);
    let kept = promise("{from: 2026-03}", "2026-06")("2026-03-09");
    says(
        &kept,
        &[
            "as first announced, before the last target",
            "postponed once",
        ],
    );
}

#[test]
fn what_is_brought_forward_is_called_earlier() {
    for (date, words) in [
        ("2025-12-01", "about six months earlier"),
        ("2025-05-20", "about a year earlier"),
        ("2026-03", "about three months earlier"),
    ] {
        let news = gazette(&format!("date: {date}, source: g"));
        let site = site(&[CRANE, ("news.md", &news)]).now("2025-05-13").built();
        let page = main_of(&site, "expected/index.html");
        says(&page, &[words]);
        says_not(&page, &["later", "Slip ledger"]);
    }
}

fn stance(certainty: &str, more: &str) -> String {
    format!(
        "---\ntitle: Acme may close\ndate: 2025-12-09\norganisations: [Acme]\nstance: closed\n{certainty}{more}---\n"
    )
}

#[test]
fn a_stance_that_is_only_reported_says_so_everywhere() {
    let report = stance("certainty: reported\n", "");
    let later = "---\ntitle: Acme opens some\ndate: 2026-01-02\norganisations: [Acme]\nstance: hybrid\n---\n";
    let built =
        |articles: &[(&str, &str)]| site(articles).site(&format!("{SITE}{STANCES}")).built();
    let site = built(&[("report.md", &report), ("later.md", later)]);
    says(
        &main_of(&site, "report/index.html"),
        &["Acme Reported 9 Dec 2025: Closed · now: Hybrid"],
    );
    says(
        &main_of(&site, "index.html"),
        &["Acme Closed (reported)", "Acme Hybrid"],
    );
    says(
        &main_of(&site, "organisations/acme/index.html"),
        &["Closed (reported) Acme may close"],
    );
    says_not(&main_of(&site, "later/index.html"), &["now:"]);
    // Nothing firmer came after it: it is what is known, and says what it is.
    let site = built(&[("report.md", &report)]);
    says(&main_of(&site, "stances/index.html"), &["Acme (reported)"]);
    says(
        &main_of(&site, "report/index.html"),
        &["Reported 9 Dec 2025: Closed"],
    );
    says_not(&main_of(&site, "report/index.html"), &["now:"]);
    // A rumour, and what was disputed.
    for certainty in ["rumoured", "disputed"] {
        let text = stance(&format!("certainty: {certainty}\n"), "");
        let site = built(&[("report.md", &text), ("later.md", later)]);
        says(
            &main_of(&site, "index.html"),
            &[&format!("Closed ({certainty})")],
        );
    }
}

#[test]
fn a_planned_stance_is_a_plan_and_never_the_present_one() {
    let before =
        "---\ntitle: Acme opens all\ndate: 2024-01-02\norganisations: [Acme]\nstance: open\n---\n";
    let plan = "---\ntitle: Acme speaks\ndate: 2025-12-09\norganisations: [Acme, Bolt]\nentries: [{id: close, title: Acme and Bolt close, date: 2026-Q3, status: expected, stance: {Acme: closed, Bolt: closed}}]\n---\n";
    let site = site(&[("before.md", before), ("plan.md", plan)])
        .site(&format!("{SITE}{STANCES}"))
        .built();
    let stances = main_of(&site, "stances/index.html");
    says(
        &stances,
        &[
            "tentative: Closed, Acme and Bolt close (planned)",
            "Planned, not yet taken: Bolt",
        ],
    );
    let page = site.text("organisations/acme/index.html");
    says(&html::text_of_main(page), &["Closed (planned)"]);
    assert!(page.contains(" tentative planned\""), "{page}");
    says_not(&main_of(&site, "before/index.html"), &["now:"]);
    // Called off: nobody ever took it.
    let off = "---\ntitle: Nobody closes\ndate: 2026-01-10\nupdates: [{entry: close, status: cancelled}]\n---\n";
    let site = self::site(&[("before.md", before), ("plan.md", plan), ("off.md", off)])
        .site(&format!("{SITE}{STANCES}"))
        .built();
    says_not(
        &main_of(&site, "organisations/acme/index.html"),
        &["Closed (planned)"],
    );
    says(&main_of(&site, "stances/index.html"), &["Acme"]);
}

#[test]
fn explainers_without_a_date_are_articles_and_no_entries() {
    let news = "---\ntitle: Bridge at Ludlow closed\ndate: 2025-12-09\npublished: 2025-12-10\nauthors: [Ann]\ntags: [bridges]\n---\n";
    let explainer = "---\ntitle: Why bridges close in winter\nkind: explainer\npublished: 2025-12-11\nauthors: [Ann]\ntags: [bridges, winter]\n---\n";
    let project = Project::new()
        .article("a.md", news)
        .article("e.md", explainer);
    project.run("--now 2026-01-15 build").code(0);
    let page = |path: &str| html::text_of_main(&project.read(path));
    says(&page("public/index.html"), &["1 entry in 2 articles"]);
    says(
        &page("public/explore/index.html"),
        &["1 entry found and 1 background article"],
    );
    let ann = page("public/authors/ann/index.html");
    says(
        &ann,
        &["1 entry, 2025 1 article", "Why bridges close in winter"],
    );
    says(
        &page("public/tags/bridges/index.html"),
        &["1 entry, 2025 1 article"],
    );
    let winter = page("public/tags/winter/index.html");
    says(&winter, &["1 article"]);
    says_not(&winter, &["1 entry", "0 entries"]);
    says(
        &page("public/tags/index.html"),
        &["bridges 1", "winter 1 article"],
    );
    let listed = project.run("--now 2026-01-15 list --term Ann").code(0).out;
    assert!(listed.ends_with("1 entry\n"), "{listed}");
    let index: Value =
        serde_json::from_str(&project.read("public/search/index.json")).expect("JSON");
    assert_eq!((&index["count"], &index["entries"]), (&2.into(), &1.into()));
}

#[test]
fn every_correction_counts() {
    let text = "---\ntitle: Bridge at Ludlow closed\ndate: 2025-12-09\ncorrections:\n  - {date: 2025-12-11, text: One wrong word.}\n  - {date: 2025-12-12, text: Another wrong word.}\n---\n";
    let other = "---\ntitle: Pier at Ludlow closed\ndate: 2025-12-09\ncorrections: [{date: 2025-12-11, text: A wrong name.}]\n---\n";
    for (articles, count) in [
        (&[("a.md", text)][..], 2),
        (&[("a.md", text), ("b.md", other)], 3),
    ] {
        let site = site(articles).built();
        let listed = main_of(&site, "explore/index.html");
        says(&listed, &[&format!("Corrections {count}")]);
        let page = main_of(&site, "corrections/index.html");
        assert_eq!(page.matches("wrong").count(), count, "{page}");
        let feed = site.text("corrections/feed.xml");
        assert_eq!(feed.matches("<entry>").count(), count);
    }
}

#[test]
fn a_span_takes_in_every_entry() {
    let entry = |date: &str| {
        format!(
            "---\ntitle: Of {date}\ndate: \"{date}\"\nstatus: expected\norganisations: [Rail]\n---\n"
        )
    };
    for (dates, span) in [
        (&["2025-12-09", "203X"][..], "2 entries, 2025 to the 2030s"),
        (&["203X", "2035"], "2 entries, the 2030s"),
        (&["2024/2027", "2025"], "2 entries, 2024 to 2027"),
        (&["19XX", "2025-01"], "2 entries, the 20th century to 2025"),
        (&["2025", "2026/.."], "2 entries, 2025 to 2026"),
        (&["2026-24"], "1 entry, 2026"),
        (&["199X"], "1 entry, the 1990s"),
    ] {
        let texts: Vec<_> = dates.iter().map(|date| entry(date)).collect();
        let named = texts.iter().enumerate();
        let site = named.fold(SiteTest::new(), |site, (n, text)| {
            site.article(&format!("a{n}.md"), text)
        });
        says(
            &main_of(&site.built(), "organisations/rail/index.html"),
            &[span],
        );
    }
}

const PROMISE: (&str, &str) = (
    "plan.md",
    "---\nid: plan\ntitle: Acme plans Avocado\ndate: 2025-12-09\npublished: 2025-12-12\norganisations: [Acme]\nauthors: [Ann]\nsources: [{id: c, title: Plans, publisher: CNBC, date: 2025-12-09}]\nentries:\n  - id: launch\n    title: Avocado’s launch\n    date: 2026-Q1\n    status: expected\n    certainty: reported\n    tags: [delays]\n    source: c\n    slipped: [{from: 2025, wording: by the end of 2025, on: 2025-12-09, source: c}]\n---\n",
);
const DELAY: (&str, &str) = (
    "delay.md",
    "---\ntitle: Acme delays Avocado\ndate: 2026-03-12\norganisations: [Acme]\nupdates: [{entry: launch, date: \"[2026-05..]\"}]\n---\n",
);

/// The article on the launch, whose update ends with `more`.
fn launch(more: &str) -> String {
    format!(
        "---\nid: spark\ntitle: Acme launches Spark\ndate: 2026-04-08\npublished: 2026-04-09\norganisations: [Acme]\nauthors: [Ben]\ntags: [models]\ncertainty: confirmed\nsources: [{{id: a, title: It is here, publisher: Axios, date: 2026-04-08}}]\nupdates: [{{entry: launch, date: 2026-04-08, status: happened, source: a, {more}}}]\n---\nThe launch.\n"
    )
}

const TOLD: &str = "Promised by the end of 2025 (CNBC); put off twice; at least three months late";

#[test]
fn a_promise_that_came_true_is_told_once() {
    let spark = launch("certainty: confirmed, same_event: true");
    let articles = [PROMISE, DELAY, ("spark.md", spark.as_str())];
    let site = site(&articles).now("2026-06-01").built();
    let front = site.text("index.html");
    let text = html::text_of_main(front);
    says(&text, &["3 entries in 3 articles", TOLD]);
    says_not(&text, &["Avocado’s launch"]);
    assert!(
        front.contains("href=\"/plan/#entry-launch\">Promised"),
        "{front}"
    );
    // It has the promise's terms, but not its author.
    let tag = main_of(&site, "tags/delays/index.html");
    says(&tag, &["1 entry, 2026", "Acme launches Spark", TOLD]);
    says(
        &main_of(&site, "organisations/acme/index.html"),
        &["3 entries"],
    );
    says_not(&main_of(&site, "authors/ann/index.html"), &["Spark"]);
    says(&main_of(&site, "spark/index.html"), &[TOLD, "delays"]);
    // The id stays where it was, with the whole history.
    let plan = site.text("plan/index.html");
    assert!(html::ids(plan).contains("entry-launch"));
    says(
        &html::text_of_main(plan),
        &["happened Wednesday 8 April 2026"],
    );
    let ledger = main_of(&site, "expected/index.html");
    assert_eq!(ledger.matches("Avocado’s launch").count(), 1, "{ledger}");
    says(
        &ledger,
        &["after the first target, before the last", "postponed twice"],
    );
    says(site.text("feed.xml"), &[TOLD]);
    let dead = html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn a_search_finds_it_by_either_title() {
    let spark = launch("certainty: confirmed, same_event: true");
    let site = site(&[PROMISE, ("spark.md", spark.as_str())])
        .now("2026-06-01")
        .built();
    let manifest: Value = serde_json::from_str(site.text("search/index.json")).expect("a manifest");
    assert_eq!(manifest["count"], 2);
    let words = index_files::words(&site.files["search/words-0.bin"], 2);
    let having = |word: &str| {
        let found = words.iter().find(|(form, _)| form == word);
        found.map(|(_, entries)| entries.iter().copied().collect::<Vec<_>>())
    };
    // The article of December is the first entry, that of April the second.
    assert_eq!(having("spark"), Some(vec![1]));
    assert_eq!(having("launch"), Some(vec![1]));
    assert_eq!(having("avocado"), Some(vec![0, 1]));
    assert_eq!(having("delays"), Some(vec![1]));
    let cards: Value = serde_json::from_str(site.text("search/cards-0.json")).expect("cards");
    assert_eq!(cards[1]["t"], "Acme launches Spark");
}

#[test]
fn the_folded_entry_stays_in_the_data_and_among_the_addresses() {
    let spark = launch("certainty: confirmed, same_event: true");
    let project = Project::new()
        .article(PROMISE.0, PROMISE.1)
        .article("spark.md", &spark);
    let list = |flags: &str| -> Vec<Value> {
        let ran = project.run(&format!("--now 2026-06-01 list --as json {flags}"));
        serde_json::from_str(&ran.code(0).out).expect("an array")
    };
    let rows = list("");
    assert_eq!(rows.len(), 2);
    let folded = &rows[0]["folded"][0];
    assert_eq!(folded["id"], "launch");
    assert_eq!(folded["folded_into"], "spark");
    assert_eq!(folded["url"], "https://example.org/plan/#entry-launch");
    let rows = list("--state folded");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["folded_into"], "spark");
    // It is found by either title, and by the terms of both.
    for flags in [
        "--text spark",
        "--text launch\\'s --text Avocado",
        "--term delays",
        "--term models",
    ] {
        if !flags.contains('\\') {
            assert_eq!(list(flags)[0]["id"], "spark", "{flags}");
        }
    }
    project.run("--now 2026-06-01 urls --accept").code(0);
    let ledger = project.read("urls.lock");
    assert!(
        ledger.contains("/plan/#entry-launch entry launch\n"),
        "{ledger}"
    );
    assert!(ledger.contains("/spark/ article spark\n"), "{ledger}");
}

#[test]
fn nothing_folds_by_its_date_alone_nor_where_certainty_differs() {
    let title = |more: &str| {
        let spark = launch(more);
        let site = site(&[PROMISE, ("spark.md", spark.as_str())]).now("2026-06-01");
        let outcome = site.built();
        let codes = outcome.found.list.iter().map(|d| d.code);
        let codes: Vec<_> = codes
            .filter(|code| code.starts_with("same-event"))
            .collect();
        (
            codes,
            main_of(&outcome, "index.html").contains("Avocado’s launch"),
        )
    };
    // The same day and organisation, and as certain: proposed, not done.
    assert_eq!(title("certainty: confirmed"), (vec!["same-event"], true));
    // Reported there, confirmed here.
    assert_eq!(title("wording: in April"), (vec![], true));
    assert_eq!(
        title("same_event: true"),
        (vec!["same-event-differs"], true)
    );
    assert_eq!(
        title("certainty: confirmed, same_event: true"),
        (vec![], false)
    );
    assert_eq!(
        title("certainty: confirmed, same_event: false"),
        (vec!["same-event"], true)
    );
}

#[test]
fn the_proposal_is_the_line_to_write() {
    let spark = launch("certainty: confirmed");
    let found = site(&[PROMISE, ("spark.md", spark.as_str())])
        .now("2026-06-01")
        .check();
    says(
        &found.text,
        &[
            "- {entry: launch, date: 2026-04-08, status: happened, certainty: confirmed, source: a, same_event: true}",
        ],
    );
}

#[test]
fn the_proposal_can_be_pasted_whatever_the_update_says() {
    let update = "certainty: confirmed, wording: 'on 8 April, as planned', checked: 2026-04-09";
    let spark = launch(update).replace(
        "entry: launch, date: 2026-04-08,",
        "entry: launch, date: 'Apr 8, 2026',",
    );
    let found = site(&[PROMISE, ("spark.md", spark.as_str())])
        .now("2026-06-01")
        .check();
    let d = found.list.iter().find(|d| d.code == "same-event");
    let hint = d.and_then(|d| d.hint.as_deref()).unwrap_or_default();
    for said in [
        "date: 2026-04-08,",
        "wording: \"on 8 April, as planned\",",
        "checked: 2026-04-09,",
        "same_event: true}",
    ] {
        assert!(hint.contains(said), "{said}: {hint}\n{}", found.text);
    }
}

#[test]
fn what_was_called_off_in_the_event_of_an_article_stands_once_on_expected() {
    let off = "---\ntitle: Acme gives up Avocado\ndate: 2026-04-08\norganisations: [Acme]\ncertainty: reported\nupdates: [{entry: launch, status: cancelled, same_event: true}]\n---\n";
    let site = site(&[PROMISE, ("off.md", off)]).now("2026-06-01").built();
    let expected = main_of(&site, "expected/index.html");
    assert_eq!(
        expected.matches("Avocado’s launch").count(),
        1,
        "{expected}"
    );
    let front = main_of(&site, "index.html");
    says(
        &front,
        &[
            "2 entries",
            "Promised by the end of 2025 (CNBC); put off once; cancelled",
        ],
    );
    says(
        &main_of(&site, "status/cancelled/index.html"),
        &["Acme gives up Avocado"],
    );
}

#[test]
fn a_date_that_passed_says_when_the_desk_last_looked() {
    let plan = |keys: &str| {
        format!(
            "---\ntitle: Plan\ndate: 2025-01-10\npublished: 2025-01-12\nentries: [{{id: crane, title: Crane arrives, date: 2026-01, status: expected{keys}}}]\n---\n"
        )
    };
    for (keys, now, words) in [
        (
            ", checked: 2026-11-28",
            "2026-12-01",
            "Date passed; no report found, checked 28 Nov",
        ),
        (
            ", checked: 2026-11-28",
            "2027-02-01",
            "Date passed; no report found, checked 28 Nov 2026",
        ),
        // It was looked for before the date had passed.
        (
            ", checked: 2026-01-20",
            "2026-02-01",
            "Date passed, not checked since 20 Jan",
        ),
        (
            "",
            "2026-02-01",
            "Date passed, not checked since 12 Jan 2025",
        ),
    ] {
        let text = plan(keys);
        let site = site(&[("plan.md", &text)]).now(now).built();
        for route in ["index.html", "expected/index.html", "plan/index.html"] {
            let page = main_of(&site, route);
            says(&page, &[words]);
            says_not(&page, &["Overdue", "overdue"]);
        }
    }
    // An update may say it too, and nothing else.
    let text = plan("");
    let news = "---\ntitle: Still nothing\ndate: 2026-05-01\nupdates: [{entry: crane, checked: 2026-05-01}]\n---\n";
    let site = site(&[("plan.md", &text), ("news.md", news)]).now("2026-06-01");
    let built = site.built();
    says(
        &main_of(&built, "expected/index.html"),
        &["Date passed; no report found, checked 1 May"],
    );
    says(
        &main_of(&built, "plan/index.html"),
        &["no report found, checked 1 May 2026"],
    );
    let codes = |outcome: &Outcome| outcome.found.list.iter().any(|d| d.code == "overdue");
    assert!(!codes(&built), "{}", built.found.text);
    assert!(codes(&site.now("2026-09-01").built()));
}

#[test]
fn releases_of_one_day_stand_in_the_order_of_their_numbers() {
    let names = ["v4.5.10", "v4.5.2", "v4.10.0"];
    let site = names.iter().fold(SiteTest::new(), |site, name| {
        let text = format!("---\nid: {name}\ntitle: Release {name}\ndate: 2025-12-09\n---\n");
        site.article(&format!("{name}.md"), &text)
    });
    let text = main_of(&site.built(), "index.html");
    let at = |name: &str| text.find(&format!("Release {name}")).expect("listed");
    assert!(
        at("v4.10.0") < at("v4.5.10") && at("v4.5.10") < at("v4.5.2"),
        "{text}"
    );
}

#[test]
fn the_head_of_a_page_says_when_its_date_was_said_not_when_an_earlier_one_was() {
    let promise = "---\ntitle: Bridge to open\ndate: 2025-06\nstatus: expected\nsources:\n  \
        - {id: star, title: Star, publisher: Star, date: 2025-01-10}\n  \
        - {id: times, title: Times, publisher: Times, date: 2024-11-05}\n\
        slipped: [{from: 2025-03, source: times}]\n---\nText.\n";
    let delay = "---\ntitle: Bridge delayed\ndate: 2025-05-20\nsources:\n  \
        - {id: globe, title: Globe, publisher: Globe, date: 2025-05-19}\n\
        updates: [{entry: promise, date: 2027-Q3, source: globe}]\n---\nText.\n";
    let alone = SiteTest::new().article("promise.md", promise);
    let head = |site: SiteTest| {
        let built = site.build();
        let page = html::text_of_main(built.text("promise/index.html"));
        page.split("Text.").next().expect("a head").to_owned()
    };
    let first = head(alone);
    assert!(
        first.contains("10 January 2025") && !first.contains("2024"),
        "{first}"
    );
    let moved = head(
        SiteTest::new()
            .article("promise.md", promise)
            .article("delay.md", delay),
    );
    assert!(
        moved.contains("19 May 2025") && !moved.contains("2024"),
        "{moved}"
    );
    let called_off = delay.replace("date: 2027-Q3", "status: cancelled");
    let off = head(
        SiteTest::new()
            .article("promise.md", promise)
            .article("delay.md", &called_off),
    );
    assert!(
        off.contains("19 May 2025") && !off.contains("2024"),
        "{off}"
    );
}

#[test]
fn what_falls_due_first_is_expected_first() {
    let entry = |title: &str, date: &str| {
        format!("---\ntitle: {title}\ndate: {date}\nstatus: expected\n---\n")
    };
    let [half, day, year, quarter, exact] = [
        entry("Half", "2027-H1"),
        entry("Day", "2027-12-02"),
        entry("Year", "2026"),
        entry("Quarter", "2026-Q4"),
        entry("Exact", "2026-12-11"),
    ];
    let articles = [
        ("half.md", half.as_str()),
        ("day.md", &day),
        ("year.md", &year),
        ("quarter.md", &quarter),
        ("exact.md", &exact),
    ];
    let page = main_of(&site(&articles).built(), "expected/index.html");
    let places = ["Exact", "Year", "Quarter", "Half", "Day"].map(|title| page.find(title));
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "{page}"
    );
}

#[test]
fn what_is_expected_with_an_open_end_is_not_going_on_already() {
    let plan = "---\ntitle: Plans\ndate: 2025-10-05\norganisations: [Port]\nentries:\n\
        - {id: pier, title: Pier opens, date: 2028/.., status: expected}\n\
        - {id: quay, title: Quay closes, date: ../2029, status: expected}\n\
        - {id: ferry, title: Ferry runs, date: 2020/.., status: happened}\n\
        - {id: bridge, title: Bridge opens, date: 2026-01, status: expected}\n---\n";
    let later =
        "---\ntitle: Put off\ndate: 2025-11-05\nupdates: [{entry: bridge, date: 2027/..}]\n---\n";
    let open = "---\ntitle: Open\ndate: 2025-12-05\nupdates: [{entry: bridge, date: 2025-12-05, status: happened}]\n---\n";
    let site = site(&[("plan.md", plan), ("later.md", later)]).build();
    for page in [
        "expected/index.html",
        "plan/index.html",
        "organisations/port/index.html",
    ] {
        let main = main_of(&site, page);
        says(
            &main,
            &["2028 or later", "2029 or earlier", "2027 or later"],
        );
        assert!(
            !main.contains("since 2028") && !main.contains("since 2027"),
            "{main}"
        );
    }
    says(&main_of(&site, "plan/index.html"), &["since 2020"]);
    says(site.text("expected.ics"), &["2028 or later"]);
    let site = self::site(&[("plan.md", plan), ("later.md", later), ("open.md", open)]).build();
    let main = main_of(&site, "plan/index.html");
    says(&main, &["2027 or later"]);
    assert!(!main.contains("since 2027"), "{main}");
}

#[test]
fn the_words_of_a_known_date_stand_beside_it() {
    let plan = "---\ntitle: Plans\ndate: 2025-10-05\nwording: at noon on Sunday\nstory: gates\nentries:\n\
        - {id: gate, title: Gate opens, date: 2027-Q1, wording: early next year, status: expected}\n---\n";
    let site = site(&[("plan.md", plan)]).build();
    for page in [
        "index.html",
        "expected/index.html",
        "plan/index.html",
        "2027/index.html",
    ] {
        says(&main_of(&site, page), &["Q1", "early next year"]);
    }
    for page in ["plan/index.html", "stories/gates/index.html"] {
        says(&main_of(&site, page), &["at noon on Sunday"]);
    }
    says(site.text("search/cards-0.json"), &["early next year"]);
}

#[test]
fn events_of_one_day_are_told_apart_by_their_hours() {
    let night = "---\ntitle: The night\ndate: 2025-01-31\nentries:\n\
        - {id: wall, title: The wall breaks, date: \"2025-01-31T23:30+00:00\"}\n\
        - {id: bell, title: The bell rings, date: \"2025-01-31T22:10-05:00\"}\n---\n";
    let site = site(&[("night.md", night)]).build();
    let main = main_of(&site, "night/index.html");
    says(&main, &["31 Jan 2025, 23:30", "31 Jan 2025, 22:10"]);
}
