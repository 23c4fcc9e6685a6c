//! Five hundred articles in the habits of many hands, made from a seed: with `lenient` they
//! build with nothing but warnings, and without it each fault is named.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dateline::diagnostic::Severity;

use crate::html;
use crate::site_test::{Found, SiteTest};

const ARTICLES: usize = 500;
const SITE: &str = "title: Wild\nurl: https://example.org/\nimportance: {max: 10}\nstances: {open: {label: Open}, closed: {label: Closed}}\ntaxonomies: {actors: {title: Actors, singular: Actor}}\n";

/// A linear congruential generator (Knuth's MMIX): the same articles on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.roll(choices.len())]
    }
}

/// Faults by their code: how many were planted.
type Planted = BTreeMap<&'static str, usize>;

/// What `lenient` lets pass: a line of front matter, of a source, or of the text, and its fault.
const KEYS: [(&str, &str); 20] = [
    ("status: verified", "unknown-word"),
    ("status: To Be Confirmed", "unknown-word"),
    ("certainty: likely", "unknown-word"),
    ("organisations: Meta\nstance: ajar", "unknown-word"),
    ("stance: {Nobody: open}", "stance-of-stranger"),
    ("stance: open", "stance-of-nobody"),
    ("importance: 11", "wrong-number"),
    ("importance: 0", "wrong-number"),
    ("importance: high", "wrong-number"),
    ("importance: 7.5", "wrong-number"),
    ("id: \"{n}: an event, $100\"", "bad-id"),
    ("updated: a while ago", "bad-date"),
    ("author: @jane", "broken-yaml"),
    ("place: Paris: the city", "colon-in-value"),
    ("place: \"Paris\" or so", "broken-yaml"),
    ("place: Paris\nplace: Rome", "duplicate-key"),
    ("kind: post", "unknown-word"),
    ("permalink: /:year/:title/", "bad-address"),
    ("aliases: [Another name of it]", "bad-alias"),
    (
        "corrections: [{date: 2020-01-01, was: a, now: b}]",
        "missing-key",
    ),
];

const SOURCES: [(&str, &str); 14] = [
    ("{title: S, date: 2025-02-xx}", "bad-date"),
    ("{title: S, date: June or so}", "bad-date"),
    ("{title: S, date: 1980s}", "bad-date"),
    ("{title: S, date: c. 1990}", "bad-date"),
    ("{title: S, date: '1/2/2003'}", "bad-date"),
    ("{title: S, date: unknown}", "bad-date"),
    ("{title: S, date: Spring 2001 or later}", "bad-date"),
    ("{title: S, accessed: last week}", "bad-date"),
    ("{title: S, url: www.example.org/a}", "bad-url"),
    ("{title: S, url: N/A}", "bad-url"),
    ("{title: S, archive_url: \"see above\"}", "bad-url"),
    ("{title: S, kind: newspaper}", "unknown-word"),
    ("{notes: nothing else}", "missing-key"),
    ("{id: a b, title: S}", "bad-id"),
];

const TEXTS: [(&str, &str); 10] = [
    ("[a](/events/2001/)", "broken-link"),
    ("[a](lost.md)", "broken-link"),
    ("[a](../../../outside.md)", "broken-link"),
    ("[a](paper.pdf)", "broken-link"),
    ("[[an-entry-that-nobody-wrote]]", "broken-link"),
    ("[a](#a-place-that-is-not-there)", "broken-anchor"),
    ("![a](/img/lost.png)", "missing-picture"),
    ("![a](lost.jpg)", "missing-picture"),
    ("As said[^nobody].", "unknown-citation"),
    ("{{< tweet 1 >}}", "shortcode"),
];

/// What is no fault, or one that is said without `lenient` as well.
const HABITS: [&str; 22] = [
    "description: A line of it.",
    "excerpt: 'A line: of it.'",
    "summary: >\n  A line\n  of it.",
    "author: Jane Editor",
    "authors:\n- name: Jane Editor\n  url: https://example.org/jane",
    "lastmod: 2024-03-04T05:06:07+02:00",
    "last_modified_at: 2024-03-04",
    "publishDate: 2024-03-04T05:06:07Z",
    "Tags: [rivers, dykes]",
    "tags:\n  - rivers\n  - 2014\n  - true",
    "tags: []",
    "tags:",
    "categories: [floods]",
    "category: floods",
    "actors:\n- River Board\n- X/Twitter",
    "actors: X (Twitter)",
    "status: confirmed",
    "status: Disputed",
    "draft: false\t",
    "organizations: [River Board, Meta]",
    "importance: 9",
    "params: {math: 1, comments_id: 7}",
];

const DATES: [&str; 8] = [
    "{y}-{m}-{d}",
    "'{y}-{m}-{d}'",
    "\"{y}-{m}-{d}\"",
    "{y}-{m}-{d}T08:09:10Z",
    "{y}-{m}-{d} 08:09:10 +0700",
    "{y}-{m}-{d} 08:09",
    "{y}-{m}",
    "{y}-{m}-{d} # as reported",
];

/// Dates in other forms, which have one reading.
const OTHER_DATES: [&str; 3] = ["{y}-{m}-{d}T8:09 XYZ", "{d}.{m}.{y}", "{y}/{m}"];

fn article(n: usize, dice: &mut Dice, planted: &mut Planted) -> String {
    let mut plant = |code: &'static str| *planted.entry(code).or_default() += 1;
    let mut head = String::new();
    match dice.roll(12) {
        0 => {
            plant("colon-in-value");
            writeln!(head, "title: Event {n}: what came of it").expect("written");
        }
        1 => writeln!(head, "title: \"Event {n}: what came of it 🏞\"").expect("written"),
        _ => writeln!(head, "title: Event {n} and what came of it").expect("written"),
    }
    let form = match dice.roll(10) {
        0 => {
            plant("bad-date");
            dice.pick(&OTHER_DATES[1..])
        }
        _ => dice.pick(&DATES),
    };
    let (year, mut month) = (1950 + dice.roll(75), 1 + dice.roll(12));
    if month == (year + 1) % 100 {
        // "2002/03" may be two years.
        month = month % 12 + 1;
    }
    let date = form
        .replace("{y}", &year.to_string())
        .replace("{m}", &format!("{month:02}"))
        .replace("{d}", &format!("{:02}", 1 + dice.roll(28)));
    writeln!(head, "date: {date}").expect("written");
    let mut used: Vec<String> = vec!["title".to_owned(), "date".to_owned()];
    for _ in 0..dice.roll(6) {
        let habit = dice.pick(&HABITS);
        if take(&mut used, habit) {
            writeln!(head, "{habit}").expect("written");
        }
    }
    if dice.roll(2) == 0 {
        let (line, code) = KEYS[dice.roll(KEYS.len())];
        if take(&mut used, line) {
            plant(code);
            writeln!(head, "{}", line.replace("{n}", &n.to_string())).expect("written");
        }
    }
    for key in 0..dice.roll(4) {
        writeln!(head, "field_q{key}: value {n}").expect("written");
    }
    let sources = dice.roll(4);
    if sources > 0 {
        head.push_str("sources:\n");
    }
    for _ in 0..sources {
        match dice.roll(5) {
            0 => head.push_str("- https://news.example/a\n"),
            1 => head.push_str("- The evening bulletin\n"),
            2 => {
                head.push_str(
                    "- title: 'A report: the first'\n  outlet: The Times\n  date: '2001-02-03'\n",
                );
                for key in 0..40 {
                    writeln!(head, "  field_z{key}: {key}").expect("written");
                }
            }
            _ => {
                let (source, code) = SOURCES[dice.roll(SOURCES.len())];
                plant(code);
                writeln!(head, "- {source}").expect("written");
            }
        }
    }
    let mut text = "What happened, in a few words.\n".to_owned();
    if dice.roll(2) == 0 {
        let (words, code) = TEXTS[dice.roll(TEXTS.len())];
        plant(code);
        writeln!(text, "\n{words}\n\n`{{{{ code }}}}`").expect("written");
    }
    let (before, close) = (
        dice.pick(&["", "", "", "\n", "<!-- by hand -->\n", "\u{feff}"]),
        dice.pick(&["---", "---", "--- ", "..."]),
    );
    let whole = format!("{before}---\n{head}{close}\n\n{text}");
    match dice.roll(4) {
        0 => whole.replace('\n', "\r\n"),
        _ => whole,
    }
}

/// Whether none of a line's keys was used before: one key is one fault.
fn take(used: &mut Vec<String>, lines: &str) -> bool {
    let key = |line: &str| line.split(':').next().unwrap_or("").to_lowercase();
    let same = |key: String| match key.as_str() {
        "description" | "excerpt" => "summary".to_owned(),
        "author" => "authors".to_owned(),
        "lastmod" | "last_modified_at" => "updated".to_owned(),
        "category" => "categories".to_owned(),
        "organizations" => "organisations".to_owned(),
        _ => key,
    };
    let mut keys: Vec<String> = lines
        .lines()
        .filter(|l| !l.starts_with([' ', '-']))
        .map(|l| same(key(l)))
        .collect();
    if lines.starts_with("stance") {
        keys.push("organisations".to_owned());
    }
    let free = keys.iter().all(|k| !used.contains(k));
    if free {
        used.extend(keys);
    }
    free
}

fn wild() -> (SiteTest, Planted) {
    let (mut dice, mut planted) = (Dice(2026), Planted::new());
    let mut site = SiteTest::new();
    for n in 0..ARTICLES {
        let folder = ["events", "_posts", "2001/deep/folder"][dice.roll(3)];
        let text = article(n, &mut dice, &mut planted);
        let path = format!("{folder}/2001-02-03-event-{n}.md");
        site = site.article(&path, &text);
    }
    for folder in ["", "events/", "_posts/"] {
        site = site
            .article(&format!("{folder}README.md"), "# How this is done\n")
            .article(&format!("{folder}_index.md"), "---\ntitle: List\n---\n")
            .article(&format!("{folder}notes.md"), "Without front matter.\n");
    }
    planted.insert("left-out", 9);
    (site, planted)
}

fn count(found: &Found) -> BTreeMap<&str, usize> {
    let mut codes = BTreeMap::new();
    for d in &found.list {
        *codes.entry(d.code).or_default() += 1;
    }
    codes
}

#[test]
fn lenient_builds_them_with_nothing_but_warnings() {
    let (site, planted) = wild();
    let built = site.site(&format!("{SITE}lenient: true\n")).built();
    assert!(built.found.errors().is_empty(), "{}", built.found.short);
    for n in 0..ARTICLES {
        assert!(built.has(&format!("event-{n}/index.html")), "{n}");
    }
    let codes = count(&built.found);
    for (code, n) in planted {
        assert_eq!(codes.get(code), Some(&n), "{code}");
    }
    let dead = html::dead_ends(&built.files, "https://example.org", "/");
    let untold = html::untold(dead, &built.found);
    assert!(untold.is_empty(), "{untold:#?}");
    assert!(built.has("actors/x-twitter/index.html"));
    assert!(built.has("actors/x-twitter-2/index.html"));
}

#[test]
fn without_it_each_fault_is_an_error_and_no_other_is_named() {
    let (site, mut planted) = wild();
    let found = site.site(SITE).check();
    assert!(planted.values().sum::<usize>() > 500, "{planted:?}");
    // The two that are said with a site of its own generator, too.
    for code in ["left-out", "shortcode"] {
        assert_eq!(count(&found).get(code), planted.get(code), "{code}");
        planted.remove(code);
    }
    let mut errors: BTreeMap<&str, usize> = BTreeMap::new();
    for d in found.list.iter().filter(|d| d.severity == Severity::Error) {
        *errors.entry(d.code).or_default() += 1;
        let hint = d.hint.as_deref().unwrap_or("");
        assert!(!hint.is_empty() && d.span.is_some(), "{d:?}");
    }
    assert_eq!(errors, planted, "{}", found.short);
}

#[test]
fn what_is_not_known_makes_one_notice_a_file() {
    let (site, _) = wild();
    let found = site.site(SITE).check();
    let notices = count(&found)["extra-key"];
    assert!(notices > 100 && notices <= ARTICLES, "{notices}");
}
