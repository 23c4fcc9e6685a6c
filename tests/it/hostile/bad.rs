//! Bad inputs: each gives its diagnostic, with place, label and cure, and all of them in one run.
//!
//! A case is one line: its name and its files. What it gives stands in `tests/hostile/`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::site_test::{Found, SiteTest};

/// Files of one case: paths below the project.
type Files = Vec<(String, Vec<u8>)>;

const SITE: &str = "title: Hostile\nurl: https://example.org/\ntimezone: Europe/Berlin\n\
    stances: {open: {label: Open}, closed: {label: Closed}}\n\
    lint: {missing-published: off, missing-source: off, vague-title: off}\n";

/// Makes a test of each case, and the list of all.
macro_rules! bad {
    ($list:ident: $($name:ident => $files:expr;)*) => {
        $(
            #[test]
            fn $name() {
                case(stringify!($name), $files);
            }
        )*
        const $list: &[(&str, fn(&str) -> Files)] = &[$((stringify!($name), |name| ($files)(name))),*];
    };
}

bad! { TOGETHER:
    invalid_utf_8 => bytes(b"---\ntitle: A \xff\ndate: 2025\n---\n");
    utf_16 => bytes(b"\xff\xfe-\0-\0-\0\n\0");
    unclosed_front_matter => text("---\ntitle: A\ndate: 2025\n\nText.\n");
    tab_indentation => keys("sources:\n\t- title: S");
    tab_before_a_key_of_an_item => keys("sources:\n  - title: S\n  \turl: https://a.org/");
    no_key => text("---\n# – a comment\n---\n");
    missing_title => text("---\ndate: 2025\n---\n");
    empty_title => text("---\ntitle: \"\"\ndate: 2025\n---\n");
    missing_date => text("---\ntitle: A\n---\n");
    duplicate_key => keys("place: Oslo\nplace: Bergen");
    duplicate_key_of_an_item => keys("sources:\n  - {title: S, title: T}");
    duplicate_key_of_a_stance => keys("organisations: [A]\nstance: {A: open, A: closed}");
    list_for_a_word => keys("place: [Oslo, Bergen]");
    group_for_a_list => keys("tags: {a: b}");
    word_for_a_group => keys("corrections: one word");
    word_for_a_number => keys("importance: high");
    number_out_of_its_range => keys("importance: 99");
    word_for_yes_or_no => keys("draft: perhaps");
    list_at_the_top => text("---\n- title: A\n---\n");
    colon_in_an_unquoted_title => text("---\ntitle: Meta: a shift\ndate: 2025\n---\n");
    quote_that_is_never_closed => keys("place: \"Oslo");
    text_after_a_closing_quote => keys("place: \"Oslo\" fjord");
    bracket_that_is_never_closed => keys("tags: [one, two");
    key_without_a_colon => keys("place Oslo");
    value_that_begins_with_a_percent_sign => keys("place: %Oslo");
    step_to_the_right => keys("  place: Oslo");
    control_character => keys("place: O\u{1}slo");
    alias_bomb => text(&bomb());
    ten_thousand_lists_in_lists => keys(&format!("extra: {}", "[".repeat(10_000)));
    ten_thousand_groups_in_groups => keys(&format!("extra: {}", "{a: ".repeat(10_000)));
    ten_thousand_items_in_items => keys(&format!("extra:\n  {}", "- ".repeat(10_000)));
    value_that_refers_to_itself => keys("tags: &a [*a]");
    reference_to_nothing => keys("tags: *none");
    day_that_does_not_exist => dated("2025-02-30");
    month_that_does_not_exist => dated("2025-13-01");
    year_999999 => dated("999999");
    yesterday => dated("yesterday");
    obsolete_edtf => dated("2025-uu");
    interval_that_ends_before_it_begins => dated("2025/2024");
    hour_that_does_not_exist => dated("2025-01-01T25:00");
    hour_that_the_clocks_skip => dated("2025-03-30T02:30");
    publication_in_words => keys("published: last Monday");
    publication_that_is_a_month => keys("published: 2025-12");
    date_of_a_thousand_years => dated(&format!("\"[{}2025]\"", "2024, ".repeat(400)));
    unknown_stance => keys("organisations: [A]\nstance: opne");
    stance_of_one_who_is_not_named => keys("organisations: [A]\nstance: {Meat: open}");
    stance_of_nobody => keys("stance: open");
    unknown_status => keys("status: hapened");
    unknown_certainty => keys("certainty: sure");
    unknown_kind => keys("kind: newz");
    what_follows_nothing => keys("follows: [no-such-article]");
    what_reverses_itself => keys("id: itself\nreverses: [itself]");
    translation_of_nothing => keys("translation_of: no-such-article");
    image_that_is_missing => keys("image: {src: none.jpg, alt: A}");
    update_of_nothing => keys("updates: [{entry: no-such-entry, date: 2026}]");
    update_without_an_entry => keys("updates: [{date: 2026}]");
    source_that_is_not_listed => keys("entries: [{id: e-of-s, title: E, date: 2025, source: nobody}]");
    two_sources_of_one_id => keys("sources: [{id: s, title: S}, {id: s, title: T}]");
    source_without_anything => keys("sources: [{kind: primary}]");
    address_with_a_script => keys("sources: [{title: S, url: \"javascript:alert(1)\"}]");
    expected_without_an_id => keys("entries: [{title: E, date: 2030, status: expected}]");
    slip_from_nowhere => keys("slipped: [{on: 2025}]");
    correction_of_nothing => keys("corrections: [{date: 2025}]");
    id_with_a_slash => keys("id: a/b");
    slug_that_climbs => keys("slug: ../../x");
    slug_that_climbs_in_disguise => keys("slug: \"%2e%2e%2f\"");
    slug_with_a_backslash => keys("slug: ..\\x");
    slug_from_the_root => keys("slug: /etc/../x");
    slug_with_a_nul => keys("slug: \"a\\0b\"");
    slug_that_windows_keeps => keys("slug: CON");
    slug_that_ends_with_a_dot => keys("slug: trailing.");
    slug_with_a_colon => keys("slug: a:b");
    slug_of_300_bytes => keys(&format!("slug: {}", "x".repeat(300)));
    alias_that_climbs => keys("aliases: [/../x/, /%2e%2e/x/, '/a\\b/', //host/x, \"/a?b\", \"/a#b\"]");
    alias_of_300_bytes => keys(&format!("aliases: [/{}/]", "x".repeat(300)));
    alias_of_many_parts => keys(&format!("aliases: [{}]", "/x".repeat(600)));
    alias_that_is_a_page => keys("aliases: [/tags/, /404.html, /feed.xml, /sitemap.xml]\ntags: [t]");
    alias_with_two_slashes_in_a_row => keys("aliases: [/b//]");
    language_that_is_none => keys("lang: Bahasa Dunia");
    alias_that_is_an_article => two("", "aliases: [/alias-that-is-an-article/]");
    article_that_is_a_list => keys("slug: organisations\norganisations: [A]");
    outputs_that_differ_in_case => two("slug: one-Path", "slug: one-path");
    outputs_that_differ_in_unicode_form => two("slug: caf\u{e9}", "slug: cafe\u{301}");
    page_that_is_a_file => with("static/page-that-is-a-file/index.html", "");
    files_that_differ_in_unicode_form => files(&[("static/caf\u{e9}.txt", ""), ("static/cafe\u{301}.txt", "")]);
    files_that_differ_in_case => files(&[("static/Logo.svg", ""), ("static/logo.svg", "")]);
    folder_that_is_a_file => with("static/folder-that-is-a-file", "");
    link_to_no_article => body("[x](no-such-article.md) and [[no-such-id]]");
    link_to_no_page => body("[x](/no-such-page/)");
    link_to_no_file => body("[x](no-such-file.pdf)");
    link_out_of_the_project => body("[x](../../etc/passwd.md)");
    anchor_that_is_not_there => body("[x](#nowhere) and [y](/anchor-that-is-not-there/#nowhere)");
    picture_that_is_missing => body("![A chart](chart.png)");
    citation_of_no_source => body("Said[^nobody].");
    quotes_without_end => body(&"> ".repeat(10_000));
    lists_without_end => body(&format!("{}x", "- ".repeat(10_000)));
}

bad! { ALONE:
    address_of_the_site_that_is_none => site("title: A\nurl: example.org\n");
    unknown_key_of_the_site => site(&format!("{SITE}per_pgae: 50\n"));
    unknown_timezone => site(&SITE.replace("Berlin", "Berln"));
    site_that_is_broken => site("title: A: b\nurl: https://example.org/\n");
    second_document => site(&format!("{SITE}---\nper_page: 20\n"));
    site_of_ten_thousand_lists => site(&format!("{SITE}links: {}", "[".repeat(10_000)));
    template_that_extends_itself => with("templates/base.html", "{% extends \"base.html\" %}");
    templates_that_extend_each_other => files(&[("templates/base.html", "{% extends \"standing.html\" %}")]);
    template_that_extends_nothing => with("templates/article.html", "{% extends \"bass.html\" %}");
    component_without_end => with("templates/article.html", "{% component again() %}{{ <again /> }}{% endcomponent again %}{{ <again /> }}");
    component_that_is_not_there => with("templates/article.html", "{{ <crad /> }}");
    component_that_other_templates_want => with("templates/components/card.html", "");
    undefined_variable => with("templates/article.html", "<p>\n{{ artikel.title }}");
    undefined_field => with("templates/article.html", "<p>\n{{ article.titel }}");
    undefined_filter => with("templates/article.html", "{{ article.title | shout }}");
    tag_that_is_never_closed => with("templates/article.html", "\n{% if article.title %}\n");
    template_that_is_no_text => binary("templates/article.html", b"\xff");
    style_sheet_that_is_no_text => binary("static/site.css", b"a\xff");
}

fn bytes(bytes: &'static [u8]) -> impl Fn(&str) -> Files {
    move |name| {
        vec![(
            format!("content/{}.md", name.replace('_', "-")),
            bytes.to_vec(),
        )]
    }
}

/// The whole of an article.
fn text(text: &str) -> impl Fn(&str) -> Files + use<> {
    let text = text.as_bytes().to_vec();
    move |name| {
        vec![(
            format!("content/{}.md", name.replace('_', "-")),
            text.clone(),
        )]
    }
}

/// A good article with these keys besides.
fn keys(keys: &str) -> impl Fn(&str) -> Files + use<> {
    text(&format!("---\ntitle: A\ndate: 2025\n{keys}\n---\n"))
}

fn dated(date: &str) -> impl Fn(&str) -> Files + use<> {
    text(&format!("---\ntitle: A\ndate: {date}\n---\n"))
}

fn body(body: &str) -> impl Fn(&str) -> Files + use<> {
    text(&format!("---\ntitle: A\ndate: 2025\n---\n\n{body}\n"))
}

/// Two good articles, each with keys besides.
fn two(one: &str, other: &str) -> impl Fn(&str) -> Files + use<> {
    let (one, other) = (keys(one), keys(other));
    move |name| [one(name), other(&format!("{name}_too"))].concat()
}

/// A good article and a file of the project.
fn with(path: &str, text: &str) -> impl Fn(&str) -> Files + use<> {
    binary(path, text.as_bytes())
}

fn binary(path: &str, bytes: &[u8]) -> impl Fn(&str) -> Files + use<> {
    let file = (path.to_owned(), bytes.to_vec());
    move |name| [keys("")(name), vec![file.clone()]].concat()
}

fn files(files: &[(&str, &str)]) -> impl Fn(&str) -> Files + use<> {
    let files = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let files: Files = files.collect();
    move |name| [keys("")(name), files.clone()].concat()
}

fn site(yaml: &str) -> impl Fn(&str) -> Files + use<> {
    with("site.yaml", yaml)
}

/// Forty lists, each twice the one before it.
fn bomb() -> String {
    let first = "---\ntitle: A\ndate: 2025\na0: &a0 [x, x]\n".to_owned();
    let lists = (1..40).map(|i| format!("a{i}: &a{i} [*a{0}, *a{0}]\n", i - 1));
    first + &lists.collect::<String>() + "---\n"
}

fn checked(files: Files) -> Found {
    let site = SiteTest::new().site(SITE);
    let site = files
        .into_iter()
        .fold(site, |site, (path, bytes)| site.bytes(&path, &bytes));
    let built = site.build();
    assert!(built.result.is_err(), "it was built");
    assert!(built.files.is_empty(), "something was published");
    let found = site.check();
    assert_eq!(built.found.text, found.text, "a build says the same");
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile")
}

fn golden(name: &str) -> PathBuf {
    folder().join(format!("{name}.diagnostics"))
}

/// Holds what a case gives against what is expected of it.
#[track_caller]
fn case(name: &str, files: impl Fn(&str) -> Files) {
    let found = checked(files(name));
    assert!(!found.errors().is_empty(), "{}", found.text);
    for fault in &found.list {
        assert!(fault.span.is_some() || fault.file.is_some(), "{fault:?}");
        assert!(fault.span.is_none() || !fault.label.is_empty(), "{fault:?}");
        assert!(
            fault.hint.as_ref().is_some_and(|c| !c.is_empty()),
            "{fault:?}"
        );
    }
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(folder()).expect("made");
        std::fs::write(golden(name), &found.text).expect("written");
    }
    let expected = std::fs::read_to_string(golden(name)).unwrap_or_default();
    assert_eq!(found.text, expected, "UPDATE=1 renews it");
}

#[test]
fn all_of_them_in_one_site_are_all_named_in_one_run() {
    let all = TOGETHER.iter().flat_map(|(name, files)| files(name));
    let found = checked(all.collect());
    let mut missing = Vec::new();
    for (name, _) in TOGETHER {
        let expected = std::fs::read_to_string(golden(name)).expect("a golden text");
        for fault in faults(&expected) {
            if !found.text.contains(fault) {
                missing.push(format!("{name}:\n{fault}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n\n"));
    assert!(found.errors().len() >= 80, "{}", found.errors().len());
    let expected: usize = TOGETHER
        .iter()
        .map(|(name, _)| std::fs::read_to_string(golden(name)).expect("a golden text"))
        .map(|text| faults(&text).count())
        .sum();
    assert_eq!(found.list.len(), expected, "no fault brings another about");
}

/// The faults of a printed list.
fn faults(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|fault| !fault.is_empty())
}

#[test]
fn every_expected_text_has_its_case() {
    let cases: BTreeSet<PathBuf> = TOGETHER
        .iter()
        .chain(ALONE)
        .map(|(name, _)| golden(name))
        .collect();
    let there: BTreeSet<PathBuf> = std::fs::read_dir(folder())
        .expect("the expected texts are there")
        .map(|entry| entry.expect("readable").path())
        .collect();
    let odd: Vec<_> = there.symmetric_difference(&cases).collect();
    assert!(odd.is_empty(), "{odd:?}");
}
