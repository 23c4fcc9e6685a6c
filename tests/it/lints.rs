//! Lints: what an editor is told of a site that is not wrong, and how loudly.

use std::collections::BTreeSet;
use std::path::Path;

use dateline::diagnostic::Severity;
use dateline::diagnostic::lint::LINTS;

use crate::goldens::Goldens;
use crate::site_test::{Found, SiteTest, files_below};

/// A site whose `lint` says this.
fn site(levels: &str) -> SiteTest {
    SiteTest::new().site(&format!(
        "title: Test\nurl: https://example.org/\nlint: {{{levels}}}\n"
    ))
}

/// An article with these lines besides a title.
fn article(lines: &str) -> String {
    format!("---\ntitle: River authority closes the sluice\n{lines}\n---\n\nText.\n")
}

impl Found {
    fn how_often(&self, code: &str) -> usize {
        self.list.iter().filter(|d| d.code == code).count()
    }
}

/// Whether one article with these lines is told of by a lint.
#[track_caller]
fn told(code: &str, lines: &str) -> bool {
    let found = site("single-source: notice")
        .article("a.md", &article(lines))
        .check();
    assert!(found.errors().is_empty(), "{}", found.text);
    found.how_often(code) > 0
}

#[test]
fn the_fixture_is_told_of_each() {
    let found = SiteTest::fixture("lints").check();
    assert!(found.errors().is_empty(), "{}", found.text);
    for code in [
        "first-of-month",
        "date-after-source",
        "missing-published",
        "missing-source",
        "single-source",
        "long-title",
        "vague-title",
        "missing-alt",
        "overdue",
    ] {
        assert!(found.how_often(code) > 0, "{code}\n{}", found.text);
    }
    for d in &found.list {
        assert!(
            d.span.is_some() && !d.label.is_empty() && d.hint.is_some(),
            "{d:?}"
        );
    }
    Goldens::of("lints").diagnostics(&found.text).hold();
}

#[test]
fn each_has_the_loudness_that_the_site_gives_it() {
    let two_spellings = article("date: 2025-01-15\ntags: [Flood, flood]\nsumary: x");
    for (level, severity) in [
        ("notice", Some(Severity::Notice)),
        ("warning", Some(Severity::Warning)),
        ("error", Some(Severity::Error)),
        ("off", None),
    ] {
        for (code, text) in [
            ("missing-source", &two_spellings),
            ("missing-published", &two_spellings),
            ("term-spelling", &two_spellings),
            ("unknown-key", &two_spellings),
            (
                "missing-alt",
                &format!("{two_spellings}\n![](https://example.org/a.png)\n"),
            ),
        ] {
            let found = site(&format!("{code}: {level}"))
                .article("a.md", text)
                .check();
            let said = found.list.iter().find(|d| d.code == code);
            assert_eq!(said.map(|d| d.severity), severity, "{code}: {level}");
        }
    }
}

#[test]
fn what_is_made_an_error_stops_the_build_and_what_is_off_passes_a_strict_one() {
    let text = article("date: 2025-01-15\nsumary: x");
    let loud = site("missing-source: error").article("a.md", &text).build();
    assert!(loud.result.is_err());
    assert_eq!(loud.found.errors(), ["missing-source"]);
    let strict = |levels: &str| {
        let site = site(levels).article("a.md", &text);
        site.settings(|s| s.strict = true).build()
    };
    assert!(strict("unknown-key: off").result.is_ok());
    assert_eq!(strict("").found.errors(), ["unknown-key"]);
    let errors = strict("unknown-key: notice, missing-source: warning");
    assert_eq!(errors.found.errors(), ["missing-source"]);
}

#[test]
fn a_lint_never_quiets_a_fault_of_the_same_code() {
    let found = SiteTest::new()
        .site("title: T\nurl: https://example.org/\nlint: {unknown-key: off}\nper_pgae: 50\n")
        .check();
    assert_eq!(found.errors(), ["unknown-key"]);
}

#[test]
fn a_file_with_a_fault_is_not_judged_besides() {
    let found = site("missing-source: warning")
        .article("a.md", &article("date: 2025-02-30"))
        .article("b.md", &article("date: 2025-02-28"))
        .check();
    assert_eq!(found.errors(), ["bad-date"]);
    assert_eq!(found.warnings(), ["missing-source"]);
}

#[test]
fn news_and_analyses_need_sources_and_other_kinds_do_not() {
    let dated = "date: 2025-01-15";
    assert!(told("missing-source", dated));
    assert!(told("missing-source", &format!("{dated}\nkind: analysis")));
    assert!(!told("missing-source", &format!("{dated}\nkind: opinion")));
    assert!(!told("missing-source", "kind: explainer"));
    let retracted = "corrections: [{date: 2025-02-01, kind: retraction, text: It was not so.}]";
    assert!(!told("missing-source", &format!("{dated}\n{retracted}")));
    let one = format!("{dated}\nsources: [{{title: A}}]");
    assert!(!told("missing-source", &one));
    assert!(told("single-source", &one));
    let two = format!("{dated}\nsources: [{{title: A}}, {{title: B}}]");
    assert!(!told("single-source", &two));
}

#[test]
fn an_event_after_all_its_sources_is_told_of_and_a_day_is_allowed_for_zones() {
    let told = |lines: &str| told("date-after-source", lines);
    let sources = |dates: &[&str]| {
        let list: Vec<_> = dates
            .iter()
            .map(|d| format!("{{title: A, date: {d}}}"))
            .collect();
        format!("sources: [{}]", list.join(", "))
    };
    let on = |date: &str, dates: &[&str]| format!("date: {date}\n{}", sources(dates));
    assert!(told(&on("2025-03-10", &["2025-03-08"])));
    assert!(!told(&on("2025-03-10", &["2025-03-09"])));
    assert!(!told(&on("2025-03-10", &["2025-03"])));
    assert!(told(&on("2025-05", &["2025-03"])) && !told(&on("2025-05", &["2025"])));
    // What is known from an earlier source may be known from a later one as well.
    assert!(!told(&on("2025-03-10", &["2024-01-01", "2025-03-11"])));
    assert!(!told("date: 2025-03-10\nsources: [{title: A}]"));
    // What is to come is no report of what has been.
    assert!(!told(&on("2026-03-10", &["2025-03-08"])));
    let ahead = format!(
        "published: 2025-03-08\n{}",
        on("2025-03-10", &["2025-03-08"])
    );
    assert!(!told(&ahead));
    assert!(told(&format!("{ahead}\nstatus: happened")));
}

#[test]
fn a_listed_entry_is_held_against_the_source_that_it_names() {
    let lines = |source: &str| {
        format!(
            "date: 2025-03-10\nsources:\n  - {{id: early, title: A, date: 2025-03-01}}\n  - {{id: late, title: B, date: 2025-03-12}}\n\
            entries: [{{title: The sluice opens again, date: 2025-03-11{source}}}]"
        )
    };
    assert!(told("date-after-source", &lines(", source: early")));
    assert!(!told("date-after-source", &lines(", source: late")));
    assert!(!told("date-after-source", &lines("")));
}

#[test]
fn an_update_is_held_against_its_own_sources() {
    let first = article(
        "date: 2025-01-10\nsources: [{title: A, date: 2025-01-10}]\n\
        entries: [{id: opening, title: The sluice opens, date: 2025-06, status: expected}]",
    );
    let place = |says: &str, source: &str| {
        let text = format!(
            "---\ntitle: The sluice opens at last\ndate: 2025-05-20\nsources: [{{title: B, date: {source}}}]\nupdates: [{{entry: opening, {says}}}]\n---\n"
        );
        let found = site("")
            .article("a.md", &first)
            .article("b.md", &text)
            .check();
        let mut lines = found.list.iter().zip(found.short.lines());
        let line =
            lines.find(|(d, _)| d.code == "date-after-source" && d.message.contains("2025-05"));
        line.map(|(_, line)| line.split(": ").next().unwrap_or_default().to_owned())
    };
    let happened = "status: happened";
    let on = "date: 2025-06-20, status: happened";
    assert_eq!(
        place(on, "2025-05-20").as_deref(),
        Some("content/b.md:5:34")
    );
    assert_eq!(
        place(happened, "2025-05-20").as_deref(),
        Some("content/b.md:5:19")
    );
    assert_eq!(place(on, "2025-06-20"), None);
    assert_eq!(place(happened, "2025-06-01"), None);
    // The first article's source expected it, and that is no report.
    assert_eq!(place("certainty: confirmed", "2025-05-20"), None);
}

/// How many of these dates are said to be suspect.
fn suspects(dates: &[&str]) -> usize {
    let mut site = site("");
    for (n, date) in dates.iter().enumerate() {
        site = site.article(&format!("{n}.md"), &article(&format!("date: {date}")));
    }
    site.check().how_often("first-of-month")
}

#[test]
fn firsts_of_months_are_told_of_where_there_are_many() {
    assert_eq!(suspects(&["2025-01-01", "2025-03-01"]), 0);
    assert_eq!(suspects(&["2025-01-01", "2025-03-01", "2024-12-01"]), 3);
    // Months say what they are; what is to come is nobody's report; the year says "about".
    assert_eq!(suspects(&["2025-01-01", "2025-03-01", "2024-12"]), 0);
    assert_eq!(suspects(&["2025-01-01", "2025-03-01", "2026-12-01"]), 0);
    assert_eq!(suspects(&["2025-01-01", "2025-03-01", "2024-12-01~"]), 0);
    // Of every thirty days one is the first of a month.
    let mut dates: Vec<String> = (0..45)
        .map(|n| format!("2024-{:02}-{:02}", n % 12 + 1, n % 27 + 2))
        .collect();
    dates.extend(["2025-01-01", "2025-02-01", "2025-03-01"].map(str::to_owned));
    let by_chance: Vec<&str> = dates.iter().map(String::as_str).collect();
    assert_eq!(suspects(&by_chance), 0);
    assert_eq!(suspects(&by_chance[10..]), 3);
}

#[test]
fn a_source_of_that_week_backs_the_first_of_a_month() {
    let with = |source: &str| {
        let mut site = site("");
        for month in ["01", "02", "03"] {
            let source = source.replace("MM", month);
            let text = article(&format!(
                "date: 2025-{month}-01\nsources: [{{title: A, date: {source}}}]"
            ));
            site = site.article(&format!("{month}.md"), &text);
        }
        site.check().how_often("first-of-month")
    };
    assert_eq!(with("2025-MM-03"), 0);
    assert_eq!(with("2025-MM-20"), 3);
    assert_eq!(with("2025-MM"), 3);
}

#[test]
fn what_is_overdue_is_told_of_where_its_date_stands_until_somebody_says_what_became_of_it() {
    let first = article(
        "date: 2025-01-10\nentries: [{id: opening, title: The sluice opens, date: 2025-06, status: expected}]",
    );
    let later = |says: &str| {
        let text = format!(
            "---\ntitle: The sluice is late\ndate: 2025-07-01\nupdates: [{{entry: opening, {says}}}]\n---\n"
        );
        site("")
            .article("a.md", &first)
            .article("b.md", &text)
            .check()
    };
    let overdue = |found: &Found| {
        let list = found.list.iter();
        let line = list
            .zip(found.short.lines())
            .find(|(d, _)| d.code == "overdue");
        line.map(|(_, line)| line.split(": ").next().unwrap_or_default().to_owned())
    };
    let alone = site("").article("a.md", &first).check();
    assert_eq!(overdue(&alone).as_deref(), Some("content/a.md:4:56"));
    assert_eq!(overdue(&later("date: 2026-02")), None);
    assert_eq!(overdue(&later("status: happened")), None);
    let again = later("date: 2025-10");
    assert_eq!(overdue(&again).as_deref(), Some("content/b.md:4:34"));
}

#[test]
fn a_headline_may_have_110_characters_whatever_their_bytes() {
    let titled = |title: &str| {
        let text = format!("---\ntitle: {title}\ndate: 2025-01-15\n---\n");
        site("")
            .article("a.md", &text)
            .check()
            .how_often("long-title")
    };
    assert_eq!(titled(&format!("A{}", " é".repeat(54))), 0);
    assert_eq!(titled(&format!("A{}", " é".repeat(55))), 1);
}

/// Codes of warnings and notices, as the source makes them.
fn codes_of_the_source() -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut codes = BTreeSet::new();
    for (path, text) in files_below(&src) {
        if path == "diagnostic/lint.rs" {
            continue;
        }
        let text = String::from_utf8(text).expect("a source is text");
        for made in [
            "Diagnostic::warning(",
            "Diagnostic::notice(",
            "const CODE: &str =",
        ] {
            for (at, _) in text.match_indices(made) {
                let rest = text[at + made.len()..].trim_start();
                let code = rest
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next());
                codes.extend(code.map(str::to_owned));
            }
        }
    }
    codes
}

#[test]
fn how_loudly_a_warning_is_said_is_the_owners_to_say_of_every_one() {
    let listed: BTreeSet<String> = LINTS.iter().map(|l| l.code.to_owned()).collect();
    let made = codes_of_the_source();
    assert!(made.len() > 20, "{made:?}");
    let missing: Vec<_> = made.difference(&listed).collect();
    assert!(
        missing.is_empty(),
        "add to the table in diagnostic/lint.rs: {missing:?}"
    );
    // These have no literal where they are made.
    let elsewhere = [
        "single-source",
        "missing-source",
        "long-title",
        "vague-title",
        "early-report",
        "reversed-days",
    ];
    let idle = listed
        .difference(&made)
        .filter(|c| !elsewhere.contains(&c.as_str()));
    assert_eq!(
        idle.collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "nothing says these"
    );
}

#[test]
fn what_is_lenient_is_judged_though_it_has_faults() {
    let text = "---\ntitle: River rises again\ndate: 2025-03-10\nsources: [{title: A, date: 2025-02-xx}, {title: B, date: 2025-03-01}]\n---\n";
    let ctx = |lenient: bool| {
        let yaml = format!("title: T\nurl: https://example.org/\nlenient: {lenient}\n");
        let found = SiteTest::new().site(&yaml).article("a.md", text).check();
        assert_eq!(found.errors().is_empty(), lenient, "{}", found.text);
        found.how_often("date-after-source")
    };
    assert_eq!((ctx(true), ctx(false)), (1, 0));
}

/// Whoever can be told of something can say how loudly.
#[test]
fn help_lists_each() {
    let help = crate::project::Project::empty().run("check --help").out;
    for lint in LINTS {
        assert!(help.contains(lint.code), "{}", lint.code);
        assert!(lint.finds.len() < 66, "one line: {}", lint.finds);
    }
}

/// The files that are told of the language of their names, with the hint of each.
fn told_of_names(site: SiteTest) -> Vec<(String, String)> {
    let found = site.check();
    assert!(found.errors().is_empty(), "{}", found.text);
    let told = found.list.iter().filter(|d| d.code == "language-of-name");
    let mut told: Vec<(String, String)> = told
        .map(|d| (d.label.clone(), d.hint.clone().unwrap_or_default()))
        .collect();
    told.sort();
    told
}

#[test]
fn a_name_that_ends_with_a_language_is_told_where_the_text_has_none() {
    const YAML: &str = "title: Test\nurl: https://example.org/\n";
    let text = |lines: &str| article(&format!("date: 2025-01-15\n{lines}"));
    let site = |yaml: &str, files: &[(&str, &str)]| {
        let site = SiteTest::new().site(&format!("{YAML}{yaml}"));
        files
            .iter()
            .fold(site, |site, (path, lines)| site.article(path, &text(lines)))
    };
    let hints = |yaml: &str, files: &[(&str, &str)]| {
        let told = told_of_names(site(yaml, files));
        told.into_iter().map(|(_, hint)| hint).collect::<Vec<_>>()
    };
    let or_own = |cure: &str| format!("{cure}; or `lang: en`, if that is its language");
    let translated = or_own("add `lang: ar` and `translation_of: meta`");
    // Beside its original, and by itself in a language of the site or of the program.
    assert_eq!(
        hints("", &[("meta.md", ""), ("meta.ar.md", "")]),
        [translated.as_str()]
    );
    let bundle = [("meta/index.md", ""), ("meta/index.ar.md", "")];
    assert_eq!(hints("", &bundle), [translated.as_str()]);
    let sv = or_own("add `lang: sv`");
    assert_eq!(hints("", &[("meta.md", ""), ("a/meta.sv.md", "")]), [""; 0]);
    assert_eq!(
        hints("languages: {en: {}, sv: {}}\n", &[("meta.sv.md", "")]),
        [sv.as_str()]
    );
    let pair = hints("", &[("meta.sv.md", ""), ("meta.pt-BR.md", "")]);
    assert_eq!(pair, [or_own("add `lang: pt-BR`"), sv.clone()]);
    assert_eq!(hints("", &[("meta.ar.md", "")]), [or_own("add `lang: ar`")]);
    let own_id = [("meta.md", "id: closed"), ("meta.ar.md", "")];
    assert_eq!(
        hints("", &own_id),
        [or_own("add `lang: ar` and `translation_of: closed`")]
    );
    // What is in the language of the site, says its language, or is not named after one.
    for (yaml, files) in [
        ("", &[("meta.md", ""), ("meta.en.md", "")][..]),
        ("language: ar\n", &[("meta.ar.md", "")]),
        (
            "",
            &[
                ("meta.md", ""),
                ("meta.ar.md", "lang: ar\ntranslation_of: meta"),
            ],
        ),
        ("", &[("meta.md", ""), ("meta.js.md", "")]),
        ("", &[("meta.md", ""), ("meta.v2.md", "")]),
        ("", &[("www.gov.uk.md", "")]),
        ("", &[("kominfo.go.id.md", "")]),
        ("", &[("github.io.md", "")]),
    ] {
        assert_eq!(hints(yaml, files), [""; 0], "{files:?}");
    }
    // A static page.
    let page = "---\ntitle: من نحن\n---\nنص.\n";
    let pages = site("", &[("meta.md", "")])
        .article("pages/about.md", "---\ntitle: About\n---\nText.\n")
        .article("pages/about.ar.md", page);
    let (label, hint) = &told_of_names(pages)[0];
    assert_eq!(label, "read as a text in `en`");
    assert_eq!(*hint, or_own("add `lang: ar` and `translation_of: about`"));
    // The level of the site.
    let off = hints("lint: {language-of-name: off}\n", &[("meta.ar.md", "")]);
    assert_eq!(off, [""; 0]);
}
