//! `/lanes/`, and lanes on other pages: picture and table show the same entries, and pictures with a
//! line for today are drawn again every day.

use std::collections::BTreeSet;

use dateline::model::next_change::next_change;

use crate::html;
use crate::site_test::{Outcome, SiteTest};

const SITE: &str = "title: T\nurl: https://example.org/\nlanguage: en\ntimezone: UTC\n\
                    stances: {open: {label: Open}, half: {label: Half}, shut: {label: Shut}}\n";
const NOW: &str = "2026-03-01T12:00:00Z";

fn site(articles: &[&str]) -> SiteTest {
    let site = SiteTest::new().site(SITE).now(NOW);
    let add = |site: SiteTest, (n, keys): (usize, &&str)| {
        site.article(
            &format!("a{n}.md"),
            &format!("---\ntitle: A{n}\nid: a{n}\n{keys}---\n"),
        )
    };
    articles.iter().enumerate().fold(site, add)
}

fn several() -> Outcome {
    site(&[
        "date: 2024-02-01\norganisations: [Acme]\nstance: open\n",
        "date: 2025-04\norganisations: [Acme]\nstance: shut\ncertainty: rumoured\n",
        "date: 2025-05-06/2025-06-07\norganisations: [Acme, Brill]\n",
        "date: 2025-08~\norganisations: [Brill]\nstance: half\nimportance: 5\n",
        "date: 2026-06-01\nstatus: expected\norganisations: [Brill]\n",
        "date: 2026-02-01\nstatus: expected\norganisations: [Acme]\n\
         slipped: [{from: 2025-12-01, on: 2025-10-01}]\n",
        "date: 2025-09-01\nkind: explainer\norganisations: [Acme]\n",
    ])
    .built()
}

/// What links in a part of a page lead to.
fn led_to(page: &str, from: &str, to: &str) -> BTreeSet<String> {
    let start = page.find(from).unwrap_or_else(|| panic!("no `{from}`"));
    let end = page[start..].find(to).map_or(page.len(), |end| start + end);
    let links = html::links(&page[start..end]);
    links.into_iter().map(|(_, url)| url).collect()
}

fn entries(mut links: BTreeSet<String>) -> BTreeSet<String> {
    links.retain(|url| !url.starts_with("/organisations/"));
    links
}

#[test]
fn pictures_and_table_show_the_same_entries() {
    let site = several();
    let page = site.text("lanes/index.html");
    let table = led_to(page, "<table", "</table>");
    assert_eq!(table.len(), 6, "{table:?}");
    let wide = entries(led_to(
        page,
        "class=\"lanes-wide\"",
        "class=\"lanes-narrow\"",
    ));
    assert_eq!(wide, table);
    let narrow = entries(led_to(
        page,
        "class=\"lanes-narrow\"",
        "class=\"chart-file\"",
    ));
    assert!(narrow.is_subset(&table), "{narrow:?}");
    // An entry of two organisations is in both lanes.
    let table = &page[page.find("<tbody>").expect("rows")..];
    assert_eq!(table.matches(">A2</a>").count(), 2);
    assert_eq!(table.matches("<tr>").count(), 7);
}

#[test]
fn the_table_tells_stance_certainty_and_slip() {
    let site = several();
    let page = site.text("lanes/index.html");
    let row = |title: &str| {
        let rows = page.split("<tr>").skip(2).find(|row| row.contains(title));
        html::text(rows.expect("a row"))
    };
    assert!(
        row(">A1</a>").contains("Shut, rumoured"),
        "{}",
        row(">A1</a>")
    );
    assert!(row(">A1</a>").contains("Apr 2025"), "{}", row(">A1</a>"));
    assert!(row(">A1</a>").contains("Rumoured"), "{}", row(">A1</a>"));
    let slipped = row(">A5</a>");
    assert!(slipped.contains("1 Dec 2025; 1 Feb 2026"), "{slipped}");
    assert!(slipped.contains("due 1 Feb 2026, date passed"), "{slipped}");
}

#[test]
fn the_finding_is_made_from_the_present_stances() {
    let site = several();
    let finding = "Acme: open; Brill: half.";
    assert!(site.text("lanes/index.html").contains(finding));
    // The front page says each at its lane, and nothing twice.
    assert!(!site.text("index.html").contains(finding));
    let front = html::text_of_main(site.text("index.html"));
    let front = front.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["Acme Shut, rumoured since Apr 2025", "Brill Half since"] {
        assert!(front.contains(said), "{said}: {front}");
    }
    let own = site.text("organisations/acme/index.html");
    assert!(own.contains("Open since 1 Feb 2024."), "{own}");
}

#[test]
fn no_picture_has_a_style_and_ids_are_told_apart() {
    let site = several();
    for route in [
        "lanes/index.html",
        "index.html",
        "organisations/acme/index.html",
    ] {
        let page = site.text(route);
        assert!(page.contains("<svg class=\"chart\""), "{route}");
        assert!(!page.contains("style="), "{route}");
        let mut ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{route}");
    }
}

#[test]
fn today_is_written_in_lanes_and_in_what_is_expected_alone() {
    let site = several();
    let today = "Today, 1 Mar 2026";
    assert!(site.text("lanes/index.html").contains(today));
    let with_today: Vec<&str> = site
        .pages()
        .filter(|(_, page)| page.contains(today))
        .map(|(route, _)| route)
        .collect();
    let all = ["expected/index.html", "lanes/index.html"];
    assert!(
        with_today.iter().all(|route| all.contains(route)),
        "{with_today:?}"
    );
}

#[test]
fn a_site_with_lanes_changes_every_day() {
    let due = |articles: &[&str]| {
        let site = site(articles).prepare().prepared.expect("a site").site;
        next_change(&site).map(|at| at.date_naive().to_string())
    };
    let stance = "date: 2025-01-01\norganisations: [Acme]\nstance: open\n";
    assert_eq!(due(&[stance]).as_deref(), Some("2026-03-02"));
    assert_eq!(due(&["date: 2025-01-01\norganisations: [Acme]\n"]), None);
}

#[test]
fn few_organisations_without_a_stance_have_no_such_page() {
    let three = |names: &[&str]| -> Outcome {
        let article = |name: &&str| format!("date: 2025-01-01\norganisations: [{name}]\n");
        let articles: Vec<String> = names.iter().flat_map(|n| vec![article(n); 3]).collect();
        let articles: Vec<&str> = articles.iter().map(String::as_str).collect();
        site(&articles).built()
    };
    assert!(!three(&["A", "B"]).has("lanes/index.html"));
    let site = three(&["A", "B", "C"]);
    let page = site.text("lanes/index.html");
    assert!(!page.contains("class=\"finding\""));
    assert!(site.text("index.html").contains("href=\"/lanes/\""));
}

#[test]
fn a_taxonomy_has_lanes_if_its_owner_wants_them() {
    let built = |lanes: &str| {
        let yaml = format!("{SITE}taxonomies: {{rivers: {{title: Rivers{lanes}}}}}\n");
        let keys = "date: 2025-01-01\nrivers: [Elbe, Oder, Main]\n";
        site(&[keys; 3]).site(&yaml).built()
    };
    assert!(!built("").has("lanes/index.html"));
    let site = built(", lanes: true");
    assert!(site.text("lanes/index.html").contains("Elbe"));
    assert!(
        site.text("rivers/elbe/index.html")
            .contains("class=\"lanes-one\"")
    );
}

#[test]
fn the_csv_holds_the_rows_of_the_table() {
    let site = several();
    let page = site.text("lanes/index.html");
    assert!(page.contains("href=\"/lanes.csv\""));
    let csv = site.text("lanes.csv");
    let records: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(records[0], "lane,dates,title,url,stance,certainty,outcome");
    let table = &page[page.find("<tbody>").expect("rows")..];
    assert_eq!(records.len() - 1, table.matches("<tr>").count());
    let titles = |title: &str| {
        records
            .iter()
            .filter(|r| r.contains(&format!(",{title},")))
            .count()
    };
    for title in ["A0", "A1", "A2", "A3", "A4", "A5"] {
        let cell = format!(">{title}</a>");
        assert_eq!(titles(title), table.matches(&cell).count(), "{title}");
    }
    assert!(
        csv.contains("Acme,1 Dec 2025; 1 Feb 2026,A5,https://example.org/a5/,,,\"put off once"),
        "{csv}"
    );
    assert!(
        csv.contains("Acme,Apr 2025,A1,https://example.org/a1/,\"Shut, rumoured\",Rumoured,\r\n"),
        "{csv}"
    );
}

#[test]
fn a_day_on_which_nothing_is_due_renders_few_pages() {
    let many = |site: SiteTest, n: usize| {
        let organisation = ["Acme", "Brill", "Cole"][n % 3];
        let keys = format!(
            "date: {}-0{}-0{}\norganisations: [{organisation}]\ntags: [t]\nstory: s\nstance: [open, half, shut][{}]\n",
            2020 + n % 6,
            1 + n % 9,
            1 + n % 7,
            n % 3
        );
        let keys = keys
            .replace("[open, half, shut][0]", "open")
            .replace("[open, half, shut][1]", "half")
            .replace("[open, half, shut][2]", "shut");
        site.article(
            &format!("b{n}.md"),
            &format!("---\ntitle: B{n}\nid: b{n}\n{keys}---\n"),
        )
    };
    let site = (0..40).fold(
        site(&[
            "date: 2027-06-01\nstatus: expected\norganisations: [Brill]\n",
            "date: 2026-02-01\nstatus: expected\norganisations: [Acme]\n\
             slipped: [{from: 2025-12-01, on: 2025-10-01}]\n",
        ]),
        many,
    );
    site.rebuild().result.expect("a site");
    let site = site.now("2026-03-02T12:00:00Z");
    let outcome = site.rebuild();
    let built = outcome.result.as_ref().expect("a site");
    let rendered: Vec<&str> = built
        .rendered
        .iter()
        .map(|(route, _)| route.as_str())
        .collect();
    assert!(rendered.contains(&"lanes/index.html"), "{rendered:?}");
    assert!(rendered.len() <= 5, "{rendered:?}");
    assert!(site.build().files == outcome.files);
}

#[test]
fn a_long_scale_is_drawn_in_order_with_six_looks_that_swatches_share() {
    let stances: Vec<String> = (0..12)
        .map(|n| format!("s{n}: {{label: Stance {n}}}"))
        .collect();
    let yaml = format!(
        "title: T\nurl: https://example.org/\nlanguage: en\ntimezone: UTC\nstances: {{{}}}\n",
        stances.join(", ")
    );
    let articles: Vec<String> = (0..12)
        .map(|n| {
            format!(
                "date: {}-02-01\norganisations: [Acme]\nstance: s{n}\n",
                2010 + n
            )
        })
        .collect();
    let articles: Vec<&str> = articles.iter().map(String::as_str).collect();
    let site = site(&articles).site(&yaml).built();
    let page = site.text("lanes/index.html");
    let wide = &page[page.find("class=\"chart-scroll\"").expect("a picture")..];
    let wide = &wide[..wide.find("</svg>").expect("its end")];
    for step in 0..6 {
        let band = format!("<path class=\"s{step}\"");
        // Two of the twelve each; the head repeats the present one.
        let bands = wide.matches(&band).count();
        assert_eq!(bands, if step == 5 { 3 } else { 2 }, "{step}");
    }
    let swatch = |article: &str| {
        let page = site.text(&format!("{article}/index.html"));
        let at = page.find("class=\"swatch ").expect("a swatch");
        page[at..].split('"').nth(1).expect("classes").to_owned()
    };
    assert_eq!(swatch("a0"), "swatch stance-step-0 pattern-lines");
    assert_eq!(swatch("a5"), "swatch stance-step-2 pattern-stripes");
    assert_eq!(swatch("a11"), "swatch stance-step-5 pattern-solid");
}

#[test]
fn stances_are_one_band_also_where_a_taxonomy_has_no_lanes() {
    let yaml = format!("{SITE}taxonomies: {{organisations: {{lanes: false}}}}\n");
    let site = site(&[
        "date: 2024-02-01\norganisations: [Acme]\nstance: open\n",
        "date: 2025-04\norganisations: [Acme]\nstance: shut\n",
        "date: 2025-05-01\norganisations: [Acme, Brill]\n",
    ])
    .site(&yaml)
    .built();
    let page = site.text("organisations/acme/index.html");
    assert!(page.contains("Shut since Apr 2025."), "{page}");
    let band = led_to(page, "class=\"lanes-wide\"", "class=\"lanes-narrow\"");
    assert_eq!(band, BTreeSet::from(["/a0/".into(), "/a1/".into()]));
    // The changes are a list that opens.
    let list = page.find("<details class=\"over-time\"").expect("a list");
    assert!(page[list..].contains("class=\"entries steps\""));
    assert!(
        !site
            .text("organisations/brill/index.html")
            .contains("lanes-one")
    );
    assert!(!site.has("lanes/index.html"));
}

/// A newsroom in one article: entries of every importance, more than a picture shows each of.
fn very_many() -> Outcome {
    let event = |n: usize| {
        let organisation = ["Acme", "Brill", "Cole"][n % 3];
        let (year, month, day) = (2010 + n % 15, 1 + n % 12, 1 + n % 28);
        let importance = [1, 2, 3, 3, 4, 5][n / 3 % 6];
        format!(
            "  - {{id: e{n}, title: Event {n}, date: {year}-{month:02}-{day:02}, \
             organisations: [{organisation}], importance: {importance}}}\n"
        )
    };
    let plan = |n: usize| {
        format!(
            "  - {{id: p{n}, title: Plan {n}, date: 2027-{:02}, status: expected, organisations: [Acme]}}\n",
            1 + n % 12
        )
    };
    let entries: String = (0..700).map(event).chain((0..20).map(plan)).collect();
    let keys = format!("date: 2026-01-01\norganisations: [Acme]\nentries:\n{entries}");
    site(&[&keys])
        .site("title: T\nurl: https://example.org/\nlanguage: en\ntimezone: UTC\n")
        .built()
}

#[test]
fn a_page_of_very_many_entries_is_light_and_the_csv_has_all() {
    let site = very_many();
    let page = site.text("lanes/index.html");
    let records = site.text("lanes.csv").split_terminator("\r\n").count() - 1;
    assert_eq!(records, 721);
    let table = &page[page.find("<tbody>").expect("rows")..];
    assert_eq!(table.matches("<tr>").count(), 480);
    assert!(
        page.contains("480 of 721 rows are here"),
        "{}",
        html::text(page)
    );
    assert!(page.contains(">All rows as CSV</a>"));
    // All that is a link in the picture is in the table.
    let rows = led_to(page, "<table", "</table>");
    let wide = entries(led_to(
        page,
        "class=\"lanes-wide\"",
        "class=\"lanes-narrow\"",
    ));
    assert!(wide.is_subset(&rows), "{:?}", wide.difference(&rows));
    // The weightiest are links, and what is merged is counted.
    assert!(wide.len() < 200 && wide.len() > 100, "{}", wide.len());
    assert!(page.contains("Further announcements: 12<"));
    assert!(page.contains("<path class=\"u\""));
    assert!(page.len() < 400_000, "{}", page.len());
}

/// The sites of a harbour: three entries of 55 and 54 BC, the others of today.
fn of_two_ages() -> Outcome {
    let mut all = vec![
        "date: -0054-08-25\norganisations: [Rome]\nimportance: 5\nstance: open\n".to_owned(),
        "date: -0054-09-20\norganisations: [Rome]\nimportance: 5\n".to_owned(),
        "date: -0053-03-01\norganisations: [Rome]\nimportance: 5\n".to_owned(),
        "date: 2025-12\nstatus: expected\norganisations: [Acme]\n".to_owned(),
    ];
    all.extend((0..8).map(|n| format!("date: {}-03-10\norganisations: [Acme]\n", 2016 + n)));
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    site(&all).built()
}

#[test]
fn labels_stay_on_their_side_of_folded_time_and_each_part_says_a_year() {
    let site = of_two_ages();
    let page = site.text("lanes/index.html");
    let wide = &page[page.find("class=\"lanes-wide\"").expect("a picture")..];
    let wide = &wide[..wide.find("class=\"lanes-narrow\"").expect("its end")];
    // The lines of a fold come before every word.
    let fold = wide.find("class=\"fo\"").expect("a fold");
    let word = wide.find(" BC</text>").expect("a year");
    assert!(fold < word, "{fold} {word}");
    let narrow = &page[page.find("class=\"lanes-narrow\"").expect("narrow")..];
    for (which, picture) in [("wide", wide), ("narrow", narrow)] {
        let texts = picture.split("<text").skip(1);
        let words: Vec<&str> = texts
            .filter_map(|t| t.split_once('>')?.1.split('<').next())
            .collect();
        assert!(
            words.iter().any(|w| w.ends_with(" BC")),
            "{which} {words:?}"
        );
        assert!(
            words.iter().any(|w| w.starts_with("20")),
            "{which} {words:?}"
        );
    }
}
