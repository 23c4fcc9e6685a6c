//! What holds for any content.

mod build;
mod bytes;
mod hostile;
mod keys;
mod losses;
mod periods;
mod rebuild;
mod round_trip;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::site_test::SiteTest;

/// So many cases, or as many as `PROPTEST_CASES` says.
fn cases(cases: u32) -> ProptestConfig {
    let said = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: said.and_then(|n| n.parse().ok()).unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

const SITE: &str = "title: Any\nurl: https://example.org/news/\ntimezone: Asia/Jakarta\n\
    taxonomies: {models: {title: Models, feeds_from: 2, aliases: {One: [Eins, Uno]}}}\n\
    stances: {open: {label: Open}, shut: {label: Shut}}\n";

/// A valid date of any kind.
fn date() -> impl Strategy<Value = String> {
    let year = 1950..2100i32;
    prop_oneof![
        (year.clone(), 1..=12u32, 1..=28u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        (year.clone(), 1..=12u32).prop_map(|(y, m)| format!("{y}-{m:02}")),
        year.clone().prop_map(|y| y.to_string()),
        (year.clone(), 1..=4u32).prop_map(|(y, q)| format!("{y}-Q{q}")),
        (year.clone(), 1..=2u32).prop_map(|(y, h)| format!("{y}-H{h}")),
        (year.clone(), select(vec!["~", "?", "%"])).prop_map(|(y, mark)| format!("{y}{mark}")),
        (year.clone(), 21..=24u32).prop_map(|(y, s)| format!("{y}-{s}")),
        (year.clone(), 1..=10u32).prop_map(|(y, m)| format!("{y}-{m:02}/{y}-{:02}", m + 2)),
        (
            year.clone(),
            select(vec![
                "{}/..",
                "{}/",
                "../{}",
                "/{}",
                "\"[{},2101]\"",
                "\"[..{}]\""
            ])
        )
            .prop_map(|(y, form)| form.replace("{}", &y.to_string())),
        (195..210u32).prop_map(|d| format!("{d}X")),
        (19..21u32).prop_map(|c| format!("{c}XX")),
        (year, 1..=12u32, 1..=28u32, 0..24u32)
            .prop_map(|(y, m, d, h)| format!("{y}-{m:02}-{d:02}T{h:02}:30")),
    ]
}

fn day() -> impl Strategy<Value = String> {
    (2000..2026i32, 1..=12u32, 1..=28u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"))
}

/// A text in double quotes, as YAML has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn words() -> impl Strategy<Value = String> {
    "[A-Za-z0-9 äßI'&<>#/.-]{0,12}[A-Za-z]".prop_map(|text| quoted(&text))
}

fn terms(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    subsequence(names, 0..=names.len()).prop_map(|names| format!("[{}]", names.join(", ")))
}

const NAMES: [&str; 6] = ["Meta", "meta", "C++", "C#", "日本", "X/Twitter"];
const MODELS: [&str; 5] = ["One", "Eins", "Two", "two-", "Ünü"];

/// The status, unless it is that of what has happened and the date is still to come.
fn possible<'a>(status: &'a str, date: &str) -> &'a str {
    let first = date.replace('X', "0");
    let years = first.split(|c: char| !c.is_ascii_digit());
    let year = years
        .filter_map(|part| part.parse::<u32>().ok())
        .find(|n| *n >= 1000);
    match status == "happened" && year.is_some_and(|year| year >= 2026) {
        true => "expected",
        false => status,
    }
}

/// Any valid subset of the keys. Ids have the number of the article, so that they are unique.
fn front_matter() -> impl Strategy<Value = Vec<String>> {
    let key = |name: &'static str, value: BoxedStrategy<String>| {
        of(value).prop_map(move |value| value.map(|value| format!("{name}: {value}")))
    };
    let entry = (
        words(),
        date(),
        of(select(vec!["happened", "expected", "cancelled"])),
        of(date()),
    )
        .prop_map(|(title, date, status, slipped)| {
            let status = status.map(|status| possible(status, &date));
            let status = status.map_or(String::new(), |s| format!(", status: {s}"));
            let slipped = slipped.map_or(String::new(), |d| {
                format!(", slipped: [{{from: {}}}]", plain(&d))
            });
            format!("title: {title}, date: {}{status}{slipped}", plain(&date))
        });
    let entries = vec(entry, 0..3).prop_map(|entries| {
        let entries = entries.iter().enumerate();
        let list = entries.map(|(n, e)| format!("  - {{id: e@{n}, {e}, source: s}}\n"));
        format!("\n{}", list.collect::<String>())
    });
    let corrections = vec(
        (
            day(),
            select(vec![
                "correction",
                "clarification",
                "editors-note",
                "retraction",
            ]),
            words(),
        ),
        0..3,
    )
    .prop_map(|list| {
        let list = list
            .iter()
            .map(|(d, k, t)| format!("{{date: {d}, kind: {k}, text: {t}}}"));
        format!("[{}]", list.collect::<Vec<_>>().join(", "))
    });
    let keys: Vec<BoxedStrategy<Option<String>>> = vec![
        key("published", day().boxed()).boxed(),
        key("summary", words().boxed()).boxed(),
        key("place", words().boxed()).boxed(),
        key(
            "lang",
            select(vec!["en", "id", "ar"])
                .prop_map(str::to_owned)
                .boxed(),
        )
        .boxed(),
        key(
            "kind",
            select(vec!["news", "analysis", "opinion", "explainer"])
                .prop_map(str::to_owned)
                .boxed(),
        )
        .boxed(),
        key(
            "certainty",
            select(vec!["rumoured", "reported", "confirmed", "disputed"])
                .prop_map(str::to_owned)
                .boxed(),
        )
        .boxed(),
        key(
            "status",
            select(vec!["happened", "expected", "cancelled"])
                .prop_map(str::to_owned)
                .boxed(),
        )
        .boxed(),
        key("importance", (1..=5i32).prop_map(|n| n.to_string()).boxed()).boxed(),
        key("order", any::<i16>().prop_map(|n| n.to_string()).boxed()).boxed(),
        key("organisations", terms(&NAMES).boxed()).boxed(),
        key("people", terms(&NAMES).boxed()).boxed(),
        key("tags", terms(&NAMES).boxed()).boxed(),
        key("authors", terms(&["Ann", "Ben"]).boxed()).boxed(),
        key("models", terms(&MODELS).boxed()).boxed(),
        key("wording", words().boxed()).boxed(),
        key(
            "aliases",
            Just("[/old/@/, /older/@.html]".to_owned()).boxed(),
        )
        .boxed(),
        key("corrections", corrections.boxed()).boxed(),
    ];
    (words(), date(), keys, entries).prop_map(|(title, date, keys, entries)| {
        let mut lines = vec![format!("title: {title}"), format!("date: {}", plain(&date))];
        let keys = keys.into_iter().flatten();
        lines.extend(keys.map(|key| match key.strip_prefix("status: ") {
            Some(status) => format!("status: {}", possible(status, &date)),
            None => key,
        }));
        lines.push("sources: [{id: s, title: A source, date: 2025-01, publisher: P}]".to_owned());
        if entries.trim().is_empty() {
            return lines;
        }
        lines.push(format!("entries:{}", entries.trim_end()));
        lines
    })
}

/// A date in quotes, for inside a list or a group.
fn plain(date: &str) -> String {
    if date.starts_with('"') {
        date.to_owned()
    } else {
        format!("\"{date}\"")
    }
}

fn article(n: usize, lines: &[String]) -> String {
    let id = format!("a{n}");
    let front = lines.join("\n").replace('@', &format!("-{id}-"));
    format!(
        "---\nid: {id}\n{front}\n---\n\nText[^s] and [[a0]], [first](a0.md#one), [top](/), [year](#one).\n\n## One\n\nEnd.\n"
    )
}

fn site(articles: &[Vec<String>]) -> SiteTest {
    let site = SiteTest::new().site(SITE);
    let site = articles.iter().enumerate().fold(site, |site, (n, lines)| {
        site.article(&format!("a{n}.md"), &article(n, lines))
    });
    // A date with a time is a publication, too, and may be one that is to come.
    site.settings(|settings| settings.future = true)
}
