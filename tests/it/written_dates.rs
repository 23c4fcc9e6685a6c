//! Dates as editors and other generators write them: what is read, what is shown, and what is said
//! of the rest.

use chrono::{Duration, NaiveDate};
use dateline::content::date::EventDate;
use proptest::prelude::*;

use crate::html;
use crate::project::Project;
use crate::site_test::{Found, Outcome, SITE, SiteTest};

fn article(lines: &str) -> String {
    format!("---\ntitle: Assembly moves to another hall\n{lines}\n---\nText.\n")
}

/// A site with these lines in `site.yaml` besides the usual ones.
fn site(lines: &str) -> SiteTest {
    SiteTest::new().site(&format!("{SITE}{lines}\n"))
}

/// What is said of one article with these lines.
fn said(site_lines: &str, lines: &str) -> Found {
    site(site_lines).article("a.md", &article(lines)).check()
}

/// Asserts that a page, the feed and the JSON-LD of an article show a local day and time as written.
#[track_caller]
fn assert_day(site: &Outcome, name: &str, day: NaiveDate, iso: &str) {
    let page = site.text(&format!("{name}/index.html"));
    let words = html::text_of_main(page);
    let long = day.format("%A %-d %B %Y").to_string();
    assert!(words.contains(&long), "{iso}: no {long} in {words}");
    assert!(page.contains(&format!("<time class=\"date\" datetime=\"{day}\">")));
    assert!(
        page.contains(&format!("<time class=\"stamp\" datetime=\"{iso}\">")),
        "{iso}: {page}"
    );
    assert!(
        page.contains(&format!("\"datePublished\":\"{iso}\"")),
        "{iso}"
    );
    let feed = site.text("feed.xml");
    assert!(
        feed.contains(&format!("<published>{iso}</published>")),
        "{iso}: {feed}"
    );
    let sitemap = site.text("sitemap.xml");
    assert!(
        sitemap.contains(&format!("<lastmod>{day}</lastmod>")),
        "{iso}: {sitemap}"
    );
    let month = site.text(&day.format("%Y/%m/index.html").to_string());
    assert!(
        html::links(month)
            .iter()
            .any(|(_, href)| *href == format!("/{name}/"))
    );
}

const ZONES: [&str; 5] = [
    "",
    "timezone: Asia/Jakarta",
    "timezone: America/Los_Angeles",
    "timezone: Pacific/Kiritimati",
    "timezone: Pacific/Pago_Pago",
];

#[test]
fn a_written_day_is_never_moved_whatever_the_zone_of_the_site() {
    for zone in ZONES {
        let mut site = site(&format!("{zone}\nlenient: true"));
        let dates = [
            ("a", "2026-01-11T00:30:00+07:00", "2026-01-11"),
            ("b", "2026-01-02T23:45:00-10:00", "2026-01-02"),
            ("c", "2025-12-31T23:59:59Z", "2025-12-31"),
            ("d", "2026-01-01T00:00:00+14:00", "2026-01-01"),
        ];
        for (name, written, _) in dates {
            site = site.article(&format!("{name}.md"), &article(&format!("date: {written}")));
        }
        let site = site.built();
        assert!(site.found.warnings().is_empty(), "{}", site.found.text);
        for (name, written, day) in dates {
            assert_day(&site, name, day.parse().expect("a day"), written);
        }
    }
}

#[test]
fn a_listed_time_keeps_its_day_in_json_and_csv() {
    let project = Project::new().file("site.yaml", format!("{SITE}timezone: Asia/Tokyo\n"));
    for (name, date) in [
        ("a", "2026-01-11T00:30:00+07:00"),
        (
            "b",
            "Sat Jan 10 2026 20:30:00 GMT-0800 (Pacific Standard Time)",
        ),
        ("c", "2026-Q2"),
        ("d", "Jan 5, 2026"),
        ("e", "2026-H1~"),
    ] {
        project.write(
            &format!("content/{name}.md"),
            article(&format!("date: {date}")),
        );
    }
    let ran = project.run("--now 2026-06-01 list --as json").code(0);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&ran.out).expect("an array");
    let mut dates: Vec<(&str, &str)> = rows
        .iter()
        .map(|row| {
            (
                row["id"].as_str().expect("text"),
                row["date"].as_str().expect("text"),
            )
        })
        .collect();
    dates.sort_unstable();
    assert_eq!(
        dates,
        [
            ("a", "2026-01-11"),
            ("b", "2026-01-10"),
            ("c", "2026-Q2"),
            ("d", "2026-01-05"),
            ("e", "2026-H1~"),
        ]
    );
    let csv = project.run("--now 2026-06-01 list --as csv").code(0).out;
    assert!(csv.contains(",2026-Q2,2026-34,"), "{csv}");
    let table = project.run("--now 2026-06-01 list").code(0).out;
    assert!(
        table.contains("2026-Q2     expected") || table.contains("2026-Q2 "),
        "{table}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_date_with_any_offset_shows_its_written_day(
        zone in prop::sample::select(ZONES.to_vec()),
        written in prop::collection::vec((0..3000_i64, 0..1440_u32, -48..=56_i32), 4),
    ) {
        let mut test = site(zone);
        let first = NaiveDate::from_ymd_opt(2016, 1, 1).expect("a day");
        let dates: Vec<(String, NaiveDate, String)> = written
            .iter()
            .enumerate()
            .map(|(n, (days, minute, quarters))| {
                let day = first + Duration::days(*days);
                let (sign, offset) = (if *quarters < 0 { '-' } else { '+' }, quarters.abs());
                let clock = format!("{:02}:{:02}:00", minute / 60, minute % 60);
                let offset = match quarters {
                    0 => "Z".to_owned(),
                    _ => format!("{sign}{:02}:{:02}", offset / 4, offset % 4 * 15),
                };
                (format!("post-{n}"), day, format!("{day}T{clock}{offset}"))
            })
            .collect();
        for (name, _, iso) in &dates {
            test = test.article(&format!("{name}.md"), &article(&format!("date: {iso}")));
        }
        let built = test.built();
        for (name, day, iso) in &dates {
            assert_day(&built, name, *day, iso);
        }
    }
}

#[test]
fn a_file_name_that_disagrees_with_the_date_is_told() {
    let warned = |name: &str, lines: &str| {
        let found = site("").article(name, &article(lines)).check();
        assert!(found.errors().is_empty(), "{}", found.text);
        found.list.iter().any(|d| d.code == "date-of-name")
    };
    for (name, lines) in [
        ("2026-01-11-venue.md", "date: 2026-01-10T23:30:00+07:00"),
        ("2025-12-10-venue.md", "date: 2025-12-09"),
        ("2025-12-10-venue.md", "date: 2025-11"),
        ("2025-12-10-venue/index.md", "date: 2025-12-09"),
        (
            "2025-12-10-venue.md",
            "date: 2025-12-09\npublished: 2025-12-11",
        ),
    ] {
        assert!(warned(name, lines), "{name} {lines}");
    }
    for (name, lines) in [
        ("2026-01-11-venue.md", "date: 2026-01-11T00:30:00+07:00"),
        ("2026-01-11-venue.md", "place: Ely"),
        ("2025-12-10-venue.md", "date: 2025-12"),
        (
            "2025-12-10-venue.md",
            "date: 2025-12-09\npublished: 2025-12-10",
        ),
        (
            "2025-12-10-venue.md",
            "date: 2025-12-09\npublished: 2025-12-10T00:10:00+09:00",
        ),
        (
            "2025-12-10-venue.md",
            "date: 2025-12-09\nupdated: 2025-12-10",
        ),
        ("2025-12-10-venue.md", "id: v\ndate: 2027\nstatus: expected"),
        ("venue.md", "date: 2025-12-09"),
    ] {
        assert!(!warned(name, lines), "{name} {lines}");
    }
}

#[test]
fn timestamps_of_yaml_and_of_generators_are_read_in_both_modes() {
    let written = [
        ("2016-6-15 00:00:00", "2016-06-15"),
        ("2001-12-14 21:59:43.10 -5", "2001-12-14"),
        ("2018-03-01 +0800", "2018-03-01"),
        ("2018-02-24  +0800", "2018-02-24"),
        ("2016-6-15T9:00:00Z", "2016-06-15"),
        ("2021-04-14T07:30:00-00:00", "2021-04-14"),
        ("2014-09-28 10:00:00 UTC", "2014-09-28"),
        ("2013-12-24 23:30:09 EST", "2013-12-24"),
        ("\"Mon, 02 Jan 2006 15:04:05 -0700\"", "2006-01-02"),
        ("Jan 5, 2026", "2026-01-05"),
        ("5 January 2026", "2026-01-05"),
        ("2026/01/05", "2026-01-05"),
        ("20260105", "2026-01-05"),
    ];
    for mode in ["", "lenient: true"] {
        for (text, day) in written {
            let found = said(mode, &format!("date: {text}"));
            assert!(found.errors().is_empty(), "{text}: {}", found.text);
            let zone = text.starts_with("2018");
            let expected: &[&str] = if zone { &["zone-without-time"] } else { &[] };
            assert_eq!(found.warnings(), expected, "{text}: {}", found.text);
            let site = site(mode).article("a.md", &article(&format!("date: {text}")));
            let page = site.built();
            let page = page.text("a/index.html");
            assert!(page.contains(&format!("datetime=\"{day}\"")), "{text}");
        }
    }
}

#[test]
fn a_zone_that_no_place_has_is_dropped_with_a_warning_where_lenient() {
    for zone in ["+14:20", "-15:00", " IST", " XYZ"] {
        let lines = format!("date: 2021-05-13 10:00:00{zone}");
        assert_eq!(said("", &lines).errors(), ["bad-date"], "{zone}");
        let found = said("lenient: true", &lines);
        assert_eq!(found.warnings(), ["bad-date"], "{zone}: {}", found.text);
        assert!(
            found.text.contains("read as `2021-05-13T10:00:00`"),
            "{}",
            found.text
        );
        assert!(found.list.iter().all(|d| d.fix.is_none()));
    }
}

/// A lenient site leaves the only article out, so that nothing is left.
fn assert_left_out(found: &Found) {
    assert!(found.warnings().contains(&"bad-date"), "{}", found.text);
    assert_eq!(found.errors(), ["nothing-left"]);
}

#[test]
fn what_has_two_readings_is_refused_in_both_modes_with_both() {
    for mode in ["", "lenient: true"] {
        for (text, first, second) in [
            ("01/05/2026", "`2026-05-01`", "`2026-01-05`"),
            ("5-1-2026", "`2026-01-05`", "`2026-05-01`"),
            ("the 1900s", "`190X`", "`19XX`"),
        ] {
            let found = said(mode, &format!("date: {text}"));
            match mode {
                "" => assert_eq!(found.errors(), ["bad-date"], "{text}"),
                _ => assert_left_out(&found),
            }
            assert!(
                found.text.contains(first) && found.text.contains(second),
                "{}",
                found.text
            );
        }
    }
}

/// Every cure of a faulty date, as lines of front matter.
fn cures(text: &str) -> Vec<String> {
    let Err(fault) = EventDate::parse(text, chrono_tz::Tz::UTC) else {
        return Vec::new();
    };
    let quoted = fault.hint.split('`').skip(1).step_by(2);
    let dates = quoted.filter(|cure| !cure.ends_with(':') && !cure.contains(": "));
    let mut lines: Vec<String> = dates.map(|date| format!("date: {date}")).collect();
    let keys = fault.hint.split('`').skip(1).step_by(2);
    let keys: Vec<&str> = keys.filter(|cure| cure.contains(": ")).collect();
    if keys.contains(&"status: expected") {
        lines.push(keys.join("\n"));
    } else if let ([date, ..], [wording]) = (&lines[..], keys.as_slice()) {
        let both = format!("{date}\n{wording}");
        lines.push(both);
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_cure_is_accepted_where_it_is_pasted(
        texts in prop::collection::vec(prop_oneof![
            "[~?]?(20[0-9X]{2}|1[0-9uX]{3}|the 1900s)(-[0-9Xx]{2}){0,2}[~?]?",
            "[0-3]?[0-9][-./][0-3]?[0-9][-./](20)?[0-9]{2}",
            "(early|mid|late|end of|by|since|before|c\\.|about) (January |5 May )?20[0-9]{2}",
            "20[0-9]{2}-[01][0-9]-[0-3][0-9][T ][0-2]?[0-9]:[0-6][0-9]( pm| IST|\\+15:00|~|/2030)?",
            "\\[20[0-9]{2}, ?20[0-9]{2}\\}|\\{20[0-9]{2},20[0-9]{2}\\}|20[0-9]{2} or 20[0-9]{2}",
            "(Q|H)[0-9] 20[0-9]{2}|20[0-9]{2}-(2|3|4)[0-9]",
            "soon|TBD|unknown|yesterday|May|9\\.12\\.25|Created",
            "20[0-9]{2}年1?[0-9]月[12][0-9]日|令和[1-8]年[1-9]月",
            "(March|5) to (May|9) (June )?20[0-9]{2}",
        ], 20)
    ) {
        let mut all: Vec<(String, String)> = Vec::new();
        for text in &texts {
            all.extend(cures(text).into_iter().map(|cure| (text.clone(), cure)));
        }
        let mut test = site("lint: {first-of-month: off}").site(&format!("{SITE}lenient: false\n"));
        for (n, (_, cure)) in all.iter().enumerate() {
            test = test.article(&format!("a{n}.md"), &article(&format!("id: a{n}\n{cure}")));
        }
        if all.is_empty() {
            return Ok(());
        }
        let found = test.check();
        prop_assert!(found.errors().is_empty(), "{all:#?}\n{}", found.text);
    }
}

#[test]
fn a_choice_needs_no_quotes() {
    let site = site("").article("a.md", &article("date: [2025-09-01, 2025-09-15]"));
    let page = site.built();
    let words = html::text_of_main(page.text("a/index.html"));
    assert!(
        words.contains("either 1 September 2025 or 15 September 2025"),
        "{words}"
    );
    let open = said("", "date: [..2024]");
    assert!(open.errors().is_empty(), "{}", open.text);
    let list = said("", "date: [[2024]]");
    assert_eq!(list.errors(), ["wrong-type"]);
}

/// Whether one of some articles, each given by its lines, is told to have a year of another
/// calendar; the message, if so.
fn calendar(site_lines: &str, articles: &[&str]) -> Option<String> {
    let mut test = site(&format!("{site_lines}\nlint: {{missing-words: off}}")).site(&format!(
        "title: T\nurl: https://example.org/\n{site_lines}\n"
    ));
    for (n, lines) in articles.iter().enumerate() {
        test = test.article(&format!("a{n}.md"), &article(&format!("id: a{n}\n{lines}")));
    }
    let found = test.check();
    let told = found.list.iter().find(|d| d.code == "other-calendar");
    told.map(|d| format!("{}; {}", d.message, d.hint.as_deref().unwrap_or_default()))
}

#[test]
fn a_year_of_another_calendar_is_told_with_its_gregorian_year() {
    let modern = ["date: 2024-03-01", "date: 2024-11", "date: 2025-02-07"];
    let beside = |lines: &'static str| [&modern[..], &[lines]].concat();
    for (site_lines, articles, words) in [
        (
            "language: fa",
            vec!["date: 1403-09-03"],
            "1403 looks like a year of the Persian calendar, which began in 2024",
        ),
        (
            "language: fa",
            beside("date: 1403"),
            "Persian calendar, which began in 2024",
        ),
        (
            "language: ar",
            vec!["date: 1446-02-03"],
            "Islamic calendar, which began in 2024",
        ),
        ("", vec!["date: 1446-02-03\nlang: ar_EG"], "in 2024 or 2025"),
        (
            "language: th",
            vec!["date: 2567-05-03"],
            "Buddhist calendar, which began in 2024",
        ),
        ("", vec!["date: 2567-05-03"], "Buddhist calendar"),
        (
            "language: he",
            vec!["date: 5785-02-03"],
            "Hebrew calendar, which began in 2024",
        ),
        ("", beside("date: 5785"), "Hebrew calendar"),
        (
            "",
            vec!["date: 1403-09-03\npublished: 2024-11-24"],
            "Persian calendar",
        ),
        (
            "",
            vec!["date: 1446-05-22\npublished: 2024-11-24"],
            "Islamic calendar",
        ),
    ] {
        let told = calendar(site_lines, &articles);
        assert!(
            told.as_ref().is_some_and(|t| t.contains(words)),
            "{articles:?}: {told:?}"
        );
    }
}

#[test]
fn an_old_event_is_no_year_of_another_calendar() {
    let history = [
        "date: 1215-06-15",
        "date: 1348",
        "date: 1403-07-21",
        "date: 1453-05-29",
        "date: 1066-10-14",
        "date: 1605-11-05\npublished: 2024-11-05",
    ];
    assert_eq!(calendar("", &history), None);
    assert_eq!(calendar("language: fa", &history), None);
    assert_eq!(
        calendar(
            "lint: {other-calendar: off}\nlanguage: fa",
            &["date: 1403-09-03"]
        ),
        None
    );
    for lines in [
        "date: 1415-10-25",
        "date: 1440~",
        "date: 1453-05-29\npublished: 2026-01-05",
        "id: b\ndate: 2500\nstatus: expected",
        "date: 2020-01-01/..",
        "date: -0043-03-15",
        "date: 1789-07-14",
    ] {
        let articles = [
            "date: 2024-03-01",
            "date: 2025-02-07",
            "date: 1969-07-20",
            lines,
        ];
        let articles = articles.map(|lines| lines.trim_start_matches("id: b\n"));
        assert_eq!(calendar("", &articles), None, "{lines}");
    }
}

#[test]
fn a_day_that_exists_only_in_another_calendar_is_told_so() {
    for (date, words) in [
        (
            "1395-02-31",
            "if 1395 is a year of the Persian calendar (it began in 2016)",
        ),
        (
            "2567-02-29",
            "if 2567 is a year of the Buddhist calendar (it began in 2024)",
        ),
    ] {
        let found = said("lenient: true", &format!("date: \"{date}\""));
        assert_left_out(&found);
        assert!(found.text.contains(words), "{}", found.text);
    }
}

#[test]
fn the_name_of_a_locale_is_read_as_a_language() {
    for (written, tag) in [
        ("zh_TW", "zh-TW"),
        ("pt_br", "pt-BR"),
        ("en_GB.UTF-8", "en-GB"),
    ] {
        for mode in ["", "lenient: true"] {
            let test = site(mode).article(
                "a.md",
                &article(&format!("date: 2026-01-03\nlang: {written}")),
            );
            let built = test.built();
            assert!(
                built
                    .text("a/index.html")
                    .contains(&format!("lang=\"{tag}\"")),
                "{tag}"
            );
            let notice = built.found.list.iter().find(|d| d.code == "language-form");
            let notice = notice.expect("a notice");
            assert_eq!(notice.message, format!("`{written}` is read as `{tag}`"));
            assert_eq!(
                notice.fix.as_ref().map(|fix| fix.replacement.as_str()),
                Some(tag)
            );
        }
        let own =
            site(&format!("language: {written}")).article("a.md", &article("date: 2026-01-03"));
        assert!(
            own.built()
                .text("index.html")
                .contains(&format!("<html lang=\"{tag}\"")),
            "{tag}"
        );
    }
}

#[test]
fn the_permalink_of_a_post_has_the_written_day() {
    let pattern = "permalink: \"/{published:%Y}/{published:%m}/{published:%d}/{slug}/\"";
    let site = site(&format!("{pattern}\ntimezone: America/New_York"));
    let site = site
        .article("a.md", &article("date: 2026-01-01T00:30:00+07:00"))
        .built();
    assert!(site.has("2026/01/01/a/index.html"));
}

#[test]
fn years_that_machines_do_not_know_stand_in_words_only() {
    let test = SiteTest::new()
        .settings(|s| s.future = true)
        .article("a.md", &article("date: -0043-03-15"))
        .article(
            "b.md",
            &article("date: 2025\npublished: 9999-12-31T23:59:59-12:00"),
        )
        .article(
            "c.md",
            &article("date: 2025-01-03\npublished: 0000-01-01T00:00:00Z"),
        )
        .article("d.md", &article("date: 0000-05-01\nupdated: 0000-06-01"));
    let site = test.built();
    assert!(html::text_of_main(site.text("c/index.html")).contains("1 January 1 BC"));
    assert!(html::text_of_main(site.text("a/index.html")).contains("15 March 44 BC"));
    for (route, bytes) in &site.files {
        let text = String::from_utf8_lossy(bytes);
        let marks = [
            "<updated>",
            "<published>",
            "<lastmod>",
            "datetime=\"",
            "\"datePublished\":\"",
            "_time\" content=\"",
        ];
        for mark in marks {
            for value in text.split(mark).skip(1) {
                let year = value.get(..4).filter(|year| *year != "0000");
                let year = year.and_then(|year| year.parse::<u32>().ok());
                assert!(year.is_some(), "{route}: {mark}{}", &value[..20]);
            }
        }
    }
    assert!(!site.text("feed.xml").contains("<published>0000"));
}
