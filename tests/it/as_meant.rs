//! Front matter that YAML reads in another way than it looks: the words are kept, or their author is told
//! with what to write.

use dateline::diagnostic::Diagnostic;

use crate::html;
use crate::project::Project;
use crate::site_test::{Found, SITE, SiteTest};

pub fn article(front: &str) -> String {
    format!("---\ntitle: A\ndate: 2025-03-04\n{front}\n---\n\nText.\n")
}

pub fn check(text: &str) -> Found {
    SiteTest::new().article("a.md", text).check()
}

/// The only diagnostic of a site with this article.
#[track_caller]
pub fn only(text: &str) -> Diagnostic {
    let found = check(text);
    let mut list = found.list.into_iter();
    let d = list.next().unwrap_or_else(|| panic!("none of {text}"));
    assert!(list.next().is_none(), "{text}: {}", found.text);
    d
}

pub fn hint(d: &Diagnostic) -> &str {
    d.hint.as_deref().unwrap_or("")
}

/// The article after `check --fix`, which leaves nothing to tell.
#[track_caller]
pub fn mended(text: &str) -> String {
    let project = Project::empty()
        .file("site.yaml", SITE)
        .article("a.md", text);
    let ran = project.run("check --fix");
    let new = project.read("content/a.md");
    ran.code(0);
    let left = check(&new);
    assert!(left.list.is_empty(), "{new}: {}", left.text);
    new
}

/// The page of the article, which has no fault, as words.
#[track_caller]
pub fn page(text: &str) -> String {
    let built = SiteTest::new().article("a.md", text).built();
    assert!(built.found.list.is_empty(), "{text}: {}", built.found.text);
    html::text_of_main(built.text("a/index.html"))
}

const SOURCES: &str = "sources:\n  - title: The report\n    url: https://a.example/\n  - title: Another\n    url: https://b.example/\ntags:\n  - rivers";

#[test]
fn spaces_of_other_kinds_before_a_line_are_told_at_once_and_made_ordinary_ones() {
    let right = article(SOURCES);
    for (space, name) in [
        ("\u{a0}", "no-break spaces (U+00A0)"),
        ("\u{3000}", "ideographic spaces (U+3000)"),
        ("\u{2009}", "typographic spaces"),
        ("\u{202f}", "narrow no-break spaces (U+202F)"),
        ("\u{2003}", "em spaces"),
    ] {
        let wrong = right
            .replace("\n    ", &format!("\n{}", space.repeat(4)))
            .replace("\n  ", &format!("\n{}", space.repeat(2)));
        let d = only(&wrong);
        assert_eq!(
            d.message,
            format!("5 lines are indented with {name}: 5 to 8 and 10")
        );
        assert_eq!(
            hint(&d),
            "indent with ordinary spaces: `  - title: The report`, `    url: https://a.example/`, \
             `  - title: Another`, `    url: https://b.example/`, `  - rivers`"
        );
        assert_eq!(mended(&wrong), right, "{name}");
    }
}

#[test]
fn one_such_line_and_mixed_ones_are_made_what_the_lines_around_them_are() {
    let right = article(SOURCES);
    for (line, wrong) in [
        (
            "\n    url: https://a",
            "\n\u{a0}\u{a0}\u{a0}\u{a0}url: https://a",
        ),
        ("\n    url: https://a", "\n  \u{a0}\u{a0}url: https://a"),
        ("\n    url: https://a", "\n \u{a0} \u{a0}url: https://a"),
        // Not as far as the words above, or further.
        ("\n    url: https://a", "\n\u{a0}\u{a0}\u{a0}url: https://a"),
        (
            "\n    url: https://a",
            "\n\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}url: https://a",
        ),
        ("\n  - title: Another", "\n\u{a0}\u{a0}- title: Another"),
        (
            "\n  - title: Another",
            "\n\u{a0} -\u{a0}title:\u{a0}Another",
        ),
        ("\n  - rivers", "\n\u{a0}\u{a0}- rivers"),
        ("\n  - rivers", "\n\u{200b}  - rivers"),
        ("\ntags:", "\n\u{a0}tags:"),
        (
            "\n    url: https://a",
            "\n\u{a0}\u{a0}\t\u{a0}\u{a0}url: https://a",
        ),
    ] {
        let wrong = right.replace(line, wrong);
        assert_ne!(wrong, right);
        only(&wrong);
        assert_eq!(mended(&wrong), right, "{wrong}");
    }
    // Other faults are told in the same run, and mended too.
    let wrong = right
        .replace("\n    ", "\n\u{a0}\u{a0}\u{a0}\u{a0}")
        .replace("\n  ", "\n\u{a0}\u{a0}")
        .replace("The report", "The report: part two");
    let codes: Vec<&str> = check(&wrong).list.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["broken-yaml", "colon-in-value"]);
    assert_eq!(
        mended(&wrong),
        right.replace("The report", "\"The report: part two\"")
    );
}

#[test]
fn spaces_of_other_kinds_within_a_text_stay() {
    for front in [
        "summary: |\n  \u{3000}堤防の工事が始まる。\n  \u{3000}注: 雨天中止。\nplace: Ely",
        "summary: 堤防の工事が\n  \u{3000}始まる。",
        "summary: \"The bridge\n  \u{a0}note: closed\"",
        "place: Menlo\u{a0}Park",
    ] {
        let text = article(front);
        assert!(check(&text).list.is_empty(), "{front}");
        assert_eq!(mended(&text), text);
    }
    let wrong = article("summary: |\n\u{a0}\u{a0}The bridge\n\u{a0}\u{a0}is closed.");
    assert_eq!(mended(&wrong), wrong.replace('\u{a0}', " "));
}

#[test]
fn all_lines_with_tabs_are_told_at_once() {
    let right = article(SOURCES);
    let wrong = right.replace("\n    ", "\n\t  ").replace("\n  ", "\n\t");
    let d = only(&wrong);
    assert_eq!(d.code, "tab-indent");
    assert_eq!(d.message, "5 lines are indented with tabs: 5 to 8 and 10");
    assert!(
        hint(&d).starts_with("indent with spaces, two per level: `  - title: The report`, "),
        "{d:?}"
    );
    assert_eq!(mended(&wrong), right);
    // The literal cure of one line leaves nothing hidden but the others.
    let one = wrong.replacen('\t', "  ", 1);
    assert_eq!(
        only(&one).message,
        "4 lines are indented with tabs: 6 to 8 and 10"
    );
    assert_eq!(mended(&one), right);
}

#[test]
fn a_tab_is_as_wide_as_the_lines_around_it_need() {
    let four = article("sources:\n    - title: A\n      url: https://a.example/\n    - title: B");
    assert_eq!(
        mended(&four.replace("\n    - title: B", "\n\t- title: B")),
        four
    );
    let two = article("sources:\n  - title: A\n    url: https://a.example/");
    assert_eq!(mended(&two.replace("\n    url", "\n\turl")), two);
    assert_eq!(mended(&two.replace("\n    url", "\n  \turl")), two);
    // What else is wrong is told too.
    let wrong = two
        .replace("\n    url", "\n\t\turl")
        .replace("\n  - title: A", "\n\t- title: A: B");
    let codes: Vec<&str> = check(&wrong).list.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["tab-indent", "colon-in-value"]);
    assert_eq!(
        mended(&wrong),
        two.replace("- title: A", "- title: \"A: B\"")
    );
}

#[test]
fn an_item_whose_dash_has_no_space_is_not_merged_with_the_one_above() {
    for (wrong, right) in [
        ("tags:\n- a1\n -b1\n- c1", "tags:\n- a1\n- b1\n- c1"),
        (
            "tags:\n  - a1\n   -b1\n   -c1\n  - d",
            "tags:\n  - a1\n  - b1\n  - c1\n  - d",
        ),
        ("people:\n- Ann\n  -Bob", "people:\n- Ann\n- Bob"),
        ("tags: a1\n  -b1", "tags: [a1, b1]"),
        ("aliases:\n  - /a/\n    -/b/", "aliases:\n  - /a/\n  - /b/"),
    ] {
        only(&article(wrong));
        assert_eq!(mended(&article(wrong)), article(right));
    }
    let d = only(&article("tags:\n- a1\n -b1\n- c1"));
    assert_eq!(
        d.message,
        "there is no space after the dash of this item of `tags`, so it is read as part of the one above"
    );
    assert_eq!(hint(&d), "write `- a1`, `- b1`");
    for front in [
        "tags:\n- a long term\n  – that goes on\n- b",
        "summary: A sentence that goes on\n  -and on",
        "tags:\n- between 2\n  -5 degrees",
    ] {
        assert!(check(&article(front)).list.is_empty(), "{front}");
    }
}

#[test]
fn typographic_quotes_of_every_kind_are_read_as_quotes() {
    for (open, close) in [
        ("“", "”"),
        ("„", "“"),
        ("‘", "’"),
        ("‚", "‘"),
        ("«", "»"),
        ("»", "«"),
        ("‹", "›"),
        ("« ", " »"),
    ] {
        for (front, right) in [
            (format!("place: {open}Ely{close}"), "place: \"Ely\""),
            (format!("tags: [{open}b2{close}]"), "tags: [\"b2\"]"),
            (format!("authors: {open}Jane{close}"), "authors: \"Jane\""),
            (
                format!("people:\n  - {open}Jane{close}"),
                "people:\n  - \"Jane\"",
            ),
            (
                format!("updated: {open}2025-03-05{close}"),
                "updated: \"2025-03-05\"",
            ),
        ] {
            let d = only(&article(&front));
            assert_eq!(d.code, "curly-quotes", "{front}");
            assert_eq!(mended(&article(&front)), article(right));
        }
    }
    // The words may need quotes of their own.
    for (front, hinted, right) in [
        (
            "place: “a \"b\" c”",
            "use straight quotes, `\"a \\\"b\\\" c\"`, or none",
            "place: \"a \\\"b\\\" c\"",
        ),
        (
            "place: “C:\\temp”",
            "use straight quotes, `\"C:\\\\temp\"`, or none",
            "place: \"C:\\\\temp\"",
        ),
        (
            "place: “*a”",
            "use straight quotes, `\"*a\"`",
            "place: \"*a\"",
        ),
    ] {
        assert_eq!(hint(&only(&article(front))), hinted);
        assert_eq!(mended(&article(front)), article(right));
    }
    let date = "---\ntitle: A\ndate: ‘2025-01-14’\n---\n";
    assert_eq!(only(date).code, "curly-quotes");
    assert_eq!(mended(date), "---\ntitle: A\ndate: \"2025-01-14\"\n---\n");
    for front in [
        "place: ’s-Hertogenbosch",
        "tags: [rock ’n’ roll, ’Twas, the workers’]",
        "place: King’s Lynn",
        "tags: [‘Ulamā’, ‘Alā’]",
        "people: [‘Aṭā’]",
        "tags: [‘a’ or ‘b’]",
        "summary: ‘It rains’",
    ] {
        let found = check(&article(front));
        assert!(found.list.is_empty(), "{front}: {}", found.text);
    }
}

#[test]
fn a_source_with_a_colon_is_a_title_that_needs_quotes() {
    for (front, right) in [
        (
            "sources: [Report: part two, Other]",
            "sources: [\"Report: part two\", Other]",
        ),
        (
            "sources:\n  - Report: part two\n  - Other",
            "sources:\n  - \"Report: part two\"\n  - Other",
        ),
        (
            "sources: [The Star: https://a.example/x]",
            "sources: [{title: The Star, url: https://a.example/x}]",
        ),
        (
            "sources:\n  - The Star: https://a.example/x",
            "sources:\n  - {title: The Star, url: https://a.example/x}",
        ),
    ] {
        let d = only(&article(front));
        assert_eq!(d.code, "wrong-type", "{d:?}");
        assert_eq!(mended(&article(front)), article(right));
    }
    assert_eq!(
        hint(&only(&article("sources: [Report: part two, Other]"))),
        "put it in quotes: `\"Report: part two\"`"
    );
    assert_eq!(
        mended(&article("sources:\n  - Data: the story")),
        article("sources:\n  - \"Data: the story\"")
    );
    // The quotes may be a part of the title.
    let d = only(&article("sources:\n  - Report: \"part two\""));
    assert_eq!(hint(&d), "put it in quotes: `\"Report: \\\"part two\\\"\"`");
    assert!(d.fix.is_none());
    assert_eq!(
        mended(&article("sources:\n  - The Star: \"https://a.example/x\"")),
        article("sources:\n  - {title: The Star, url: https://a.example/x}")
    );
    // A key of a source, or what is nearly one, is a key.
    for front in ["sources: [titel: A]", "sources: [{headline: A}]"] {
        let found = check(&article(front));
        assert!(found.text.contains("write `title`"), "{}", found.text);
    }
}

#[test]
fn keys_without_lines_around_them_are_told_with_what_to_write() {
    for (text, lines) in [
        ("Title: One\n\nText.\n", "`title: One`, `date: …`"),
        ("title: One\n\nText.\n", "`title: One`, `date: …`"),
        ("Title: One", "`title: One`, `date: …`"),
        ("Title: One\nText.\n", "`title: One`, `date: …`"),
        (
            "Title: One: a \"survey\"\nTags: a, b\nText.\n",
            "`title: \"One: a \\\"survey\\\"\"`, `tags: [a, b]`, `date: …`",
        ),
    ] {
        let found = check(text);
        let d = found.list.iter().find(|d| d.code == "left-out");
        let d = d.unwrap_or_else(|| panic!("{}", found.text));
        assert_eq!(
            hint(d),
            format!("write `---`, {lines}, `---`, each on a line, in its place")
        );
        let at = d.span.expect("a place").range();
        assert_eq!(&text[at], text.lines().next().unwrap_or(""));
    }
    // Two keys leave no doubt.
    for (text, lines) in [
        (
            "Title: One\nPlace: Ely\n\nText.\n",
            "`title: One`, `place: Ely`",
        ),
        (
            "Title: One\nTags: a, b\n\nText.\n",
            "`title: One`, `tags: [a, b]`",
        ),
        (
            "Title: One\nByline: Jane\n\nText.\n",
            "`title: One`, `byline: Jane`",
        ),
    ] {
        let found = check(text);
        assert!(found.errors().contains(&"missing-date"), "{}", found.text);
        let d = found.list.iter().find(|d| d.code == "bad-fence");
        let d = d.unwrap_or_else(|| panic!("{}", found.text));
        assert!(hint(d).contains(lines), "{d:?}");
    }
    // A text may begin with such words.
    let found = check("Note: it rains.\n\nText.\n");
    assert!(found.text.contains("start it with ---"), "{}", found.text);
}

#[test]
fn a_key_in_other_words_is_answered_with_the_key() {
    for (key, value, meant) in [
        ("Published Date", "2025-03-05", "published"),
        ("publish date", "2025-03-05", "published"),
        ("Date Published", "2025-03-05", "published"),
        ("published-at", "2025-03-05", "published"),
        ("posted on", "2025-03-05", "published"),
        ("publication date", "2025-03-05", "published"),
        ("Last Updated", "2025-03-05", "updated"),
        ("last-modified", "2025-03-05", "updated"),
        ("date_modified", "2025-03-05", "updated"),
        ("dateModified", "2025-03-05", "updated"),
        ("edited", "2025-03-05", "updated"),
        ("Byline", "Jane", "authors"),
        ("written by", "Jane", "authors"),
        ("By", "Jane", "authors"),
        ("Keywords", "rivers", "tags"),
        ("key words", "rivers", "tags"),
        ("section", "rivers", "categories"),
        ("Sub-title", "It rains.", "summary"),
        ("meta_description", "It rains.", "summary"),
        ("subhead", "It rains.", "summary"),
        ("dateline", "Ely", "place"),
        ("post name", "one-two", "slug"),
        ("translation of", "b", "translation_of"),
    ] {
        let found = check(&article(&format!("{key}: {value}")));
        let d = found.list.iter().find(|d| d.code == "unknown-key");
        let d = d.unwrap_or_else(|| panic!("{key}: {}", found.text));
        assert_eq!(hint(d), format!("write `{meant}`"), "{key}");
    }
    // A name of the key but for its signs is certain.
    let wrong = article("Published Date: 2025-03-05\nLast Updated: 2025-03-06");
    assert_eq!(
        mended(&wrong),
        article("published: 2025-03-05\nupdated: 2025-03-06")
    );
    // These are read.
    for key in [
        "pub_date: 2025-03-05",
        "publishDate: 2025-03-05",
        "modified: 2025-03-05",
        "author: Jane",
        "Categories: rivers",
        "excerpt: It rains.",
        "Description: It rains.",
        "Slug: one-two",
    ] {
        let found = check(&article(key));
        assert!(found.list.is_empty(), "{key}: {}", found.text);
    }
    // The day of publication is no date of the event, but a guess at it.
    let found = check("---\ntitle: A\nPublished Date: 2025-03-05\n---\n");
    let d = found.list.iter().find(|d| d.code == "missing-date");
    assert_eq!(
        hint(d.expect("told")),
        "add `date: 2025-03-05`, the day of `Published Date`, or the day on which it happened"
    );
    for (key, day) in [
        (
            "posted: Tuesday, 9 December 2025",
            "add `date: 2025-12-09`, the day of `posted`,",
        ),
        (
            "published_on: 10 December 2025",
            "add `date: 2025-12-10`, the day of `published_on`,",
        ),
        (
            "posted: 2025-12-09T14:30",
            "add `date: 2025-12-09`, the day of `posted`,",
        ),
        // It names no day.
        (
            "posted: Dec 2025",
            "add `date: 2025-12-09`, or `2025-12` or `2025`",
        ),
    ] {
        let found = check(&format!("---\ntitle: A\n{key}\n---\n"));
        let d = found.list.iter().find(|d| d.code == "missing-date");
        let hint = hint(d.expect("told"));
        assert!(hint.starts_with(day), "{key}: {hint}");
    }
}

#[test]
fn a_known_key_is_not_meant_to_be_itself() {
    let text = "---\ntitle: A\ndate: 2025-01-01\nparams: some words\nextra: others\n---\nText.\n";
    let found = SiteTest::new().article("a.md", text).check();
    for d in &found.list {
        assert!(!d.label.contains("did you mean"), "{d:?}");
        assert!(d.fix.is_none(), "{d:?}");
    }
}
