//! What editors who are no programmers type: what they are told, and that nothing else follows from
//! it.

use dateline::diagnostic::{Diagnostic, Severity};

use crate::site_test::{Found, SITE, SiteTest};

const STANCES: &str = "stances: {open: {label: Open}, closed: {label: Closed}}\n";

fn site(keys: &str, body: &str) -> SiteTest {
    SiteTest::new()
        .site(&format!("{SITE}{STANCES}"))
        .article("a.md", &format!("---\n{keys}\n---\n{body}\n"))
}

/// The only diagnostic of an article with these lines besides a title and a date.
#[track_caller]
fn only(lines: &str) -> Diagnostic {
    only_of(
        &site(
            &format!("title: Bridge closed\ndate: 2025-12-09\n{lines}"),
            "Text.",
        )
        .check(),
    )
}

#[track_caller]
fn only_of(found: &Found) -> Diagnostic {
    let list: Vec<_> = found
        .list
        .iter()
        .filter(|d| d.severity != Severity::Notice)
        .collect();
    let [one] = list.as_slice() else {
        panic!("not one but {}:\n{}", list.len(), found.text);
    };
    (*one).clone()
}

fn hint(d: &Diagnostic) -> &str {
    d.hint.as_deref().unwrap_or("")
}

#[test]
fn a_merge_marker_is_one_error_with_both_sides_wherever_it_is() {
    let conflict = |ours: &str, theirs: &str| {
        format!("<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> branch")
    };
    let good = "---\ntitle: A\ndate: 2025\n---\n";
    let texts = [
        format!(
            "{good}Text.\n\n{}\n",
            conflict("It is closed.[^x]", "It is shut.[^y]")
        ),
        format!(
            "---\ntitle: A\n{}\n---\nText[^x].\n",
            conflict("date: 2025", "date: 2026")
        ),
        format!("{}\n", conflict(good, "---\ntitle: B\ndate: 2026\n---\n")),
        format!(
            "{good}{}\n",
            conflict("Closed.\n||||||| base\nOpen.", "Shut.")
        ),
        format!("{good}{}\n", conflict("Closed.", "Shut.")).replace('\n', "\r\n"),
        format!(
            "---\ntitle: A\ndate: 2025\nsources:\n{}\n---\n",
            conflict("  - a", "  - b")
        ),
    ];
    for text in texts {
        for path in [
            "content/a.md",
            "content/pages/about.md",
            "content/terms/tags/x.md",
        ] {
            let other = "---\ntitle: Other\ndate: 2025\ntags: [x]\n---\n[A](a.md)\n";
            let test = SiteTest::new()
                .article("a.md", good)
                .article("other.md", other);
            let found = test.file(path, &text).check();
            let mut markers = found.list.iter().filter(|d| d.code == "merge-marker");
            let d = markers.next().expect("an error");
            assert!(markers.next().is_none(), "{}", found.text);
            assert_eq!(
                (d.code, d.severity),
                ("merge-marker", Severity::Error),
                "{text}"
            );
            assert_eq!(d.related.len(), 2, "{text}");
        }
    }
    let site = format!("{}\n", conflict("title: A", "title: B"));
    let d = only_of(
        &SiteTest::new()
            .site(&(site + "url: https://example.org/\n"))
            .check(),
    );
    assert_eq!(d.code, "merge-marker");
    assert!(hint(&d).contains("keep line 2 or line 4"), "{d:?}");
    assert!(hint(&d).contains("1, 3 and 5"), "{d:?}");
}

#[test]
fn a_merge_hides_no_other_mistake_of_its_file() {
    let conflict = "<<<<<<< HEAD\ndate: 2025-02-30\n=======\ndate: 2026-02-30\n>>>>>>> branch\n";
    for text in [
        format!(
            "---\ntitle: Meta: a shift\n{conflict}kidn: news\ntags: [a, b\n---\nText [^x] and [a](b.md).\n"
        ),
        format!(
            "---\ntitle: Meta: a shift\nkidn: news\ntags: [a, b\n{conflict}---\n<<<<<<< a\nText [^x] and\n=======\nx\n>>>>>>> b\n[a](b.md).\n"
        ),
    ] {
        let found = SiteTest::new().article("a.md", &text).check();
        let lines = |words: &str| text.lines().position(|line| line.contains(words)).unwrap() + 1;
        for (words, code) in [
            ("<<<<<<<", "merge-marker"),
            ("date: 2025", "bad-date"),
            ("title", "colon-in-value"),
            ("kidn", "unknown-key"),
            ("tags", "broken-yaml"),
            ("[^x]", "unknown-citation"),
        ] {
            let place = format!("a.md:{}:", lines(words));
            let told = found
                .text
                .split("\n\n")
                .any(|d| d.contains(&place) && d.contains(code));
            assert!(told, "{code} at {place}\n{}", found.text);
        }
        assert!(!found.text.contains("2026-02-30\""), "one version only");
        // Nothing but the merge is mended by the program before somebody has settled it.
        assert!(found.list.iter().all(|d| d.fix.is_none()), "{}", found.text);
    }
    let site = "title: A\nurl: https://example.org/\n<<<<<<< a\nlanguage: english\n=======\nlanguage: de\n>>>>>>> b\nlenientt: true\n";
    let found = SiteTest::new().site(site).check();
    assert_eq!(found.list.len(), 3, "{}", found.text);
}

#[test]
fn a_heading_and_an_example_of_markers_are_no_merge() {
    for body in [
        "Heading\n=======\n\nText.",
        "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n```",
        "> a\n>>>>>>> deep\n",
    ] {
        let found = site("title: A\ndate: 2025", body).check();
        assert!(
            found.list.iter().all(|d| d.code != "merge-marker"),
            "{body}"
        );
    }
}

#[test]
fn in_lenient_mode_a_file_with_a_merge_is_left_out_with_a_warning() {
    let text = "---\ntitle: A\ndate: 2025\n---\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n";
    let test = SiteTest::new().site(&format!("{SITE}lenient: true\n"));
    let other = "---\ntitle: Other\ndate: 2025\n---\nText.\n";
    let built = test
        .article("a.md", text)
        .article("other.md", other)
        .built();
    assert!(built.found.warnings().contains(&"merge-marker"));
    assert!(!built.has("a/index.html") && built.has("other/index.html"));
}

#[test]
fn a_character_that_only_looks_like_yaml_is_named() {
    for (line, name, finished) in [
        ("place:\u{a0}Oslo", "no-break space", "`place: Oslo`"),
        ("place:\u{3000}Oslo", "ideographic space", "`place: Oslo`"),
        ("place：Oslo", "full-width colon", "`place: Oslo`"),
        ("place： Oslo", "full-width colon", "`place: Oslo`"),
        ("place:\u{200b} Oslo", "zero-width space", "`place: Oslo`"),
        ("pla\u{ad}ce: Oslo", "soft hyphen", "`place`"),
        (
            "tags:\n  -\u{a0}floods\n  - dams",
            "no-break space",
            "`- floods`",
        ),
        (
            "sources:\n  - title: A\n    url:\u{202f}https://example.org/",
            "narrow no-break",
            "`url: https://example.org/`",
        ),
    ] {
        let d = only(&format!("{line}\nsummary: It rains"));
        assert!(d.message.contains(name), "{line}: {d:?}");
        assert!(hint(&d).contains(finished), "{line}: {d:?}");
        assert!(d.fix.is_some(), "{line}: {d:?}");
    }
}

#[test]
fn a_dash_without_its_space_or_of_another_kind_is_named() {
    for (line, message, finished) in [
        (
            "sources:\n  -id: star\n    title: T",
            "no space after the dash",
            "`- id: star`",
        ),
        (
            "sources:\n  – id: star\n    title: T",
            "an en dash",
            "`- id: star`",
        ),
        (
            "sources:\n  — title: T\n    id: star",
            "an em dash",
            "`- title: T`",
        ),
        (
            "sources:\n  • id: star\n    title: T",
            "a bullet",
            "`- id: star`",
        ),
        (
            "entries:\n  −title: T\n    date: 2026",
            "a minus sign",
            "`- title: T`",
        ),
        (
            "tags:\n  – floods\n  – dams",
            "an en dash",
            "`- floods`, `- dams`",
        ),
        (
            "tags:\n  -floods\n  -dams",
            "no space after the dash",
            "`- floods`, `- dams`",
        ),
        ("tags:\n  – floods", "an en dash", "`- floods`"),
        (
            "sources:\n  -https://example.org/a",
            "no space after the dash",
            "`- https://example.org/a`",
        ),
    ] {
        let d = only(line);
        assert!(d.message.contains(message), "{line}: {d:?}");
        assert!(hint(&d).contains(finished), "{line}: {d:?}");
    }
}

#[test]
fn keys_of_an_item_that_are_not_indented_are_one_error_with_the_finished_lines() {
    for lines in [
        "sources:\n- id: star\ntitle: Bridge closed\nurl: https://example.org/star\npublisher: Star\ndate: 2025-12-09",
        "sources:\n- title: Bridge closed\nurl: https://example.org/star",
        "sources:\n- id: star\ntitle: One\n- id: times\ntitle: Two\nurl: https://example.org/two",
        "sources:\n  - id: star\n  title: One\n  - id: times\n  title: Two",
        "sources:\n  - id: star\n  title: One\n  url: https://example.org/",
        // A key without a value is one too.
        "sources:\n  - id: star\n  title: One\n  date:\n  url: https://example.org/",
        "corrections:\n- date: 2025-12-10\ntext: The day was wrong.",
        "updates:\n- entry: launch\ndate: 2026-04",
        "entries:\n- id: launch-two\ntitle: Launch\ndate: 2026",
    ] {
        let keys = format!("title: Bridge closed\ndate: 2025-12-09\n{lines}");
        let other = "---\ntitle: Other\ndate: 2025\nentries: [{id: launch, title: Launch, date: 2026, status: expected}]\n---\n";
        let test = site(&keys, "Text.").article("other.md", other);
        let d = only_of(&test.check());
        assert_eq!(d.code, "not-indented", "{lines}: {d:?}");
        let fix = d.fix.as_ref().expect("it is certain");
        for line in lines
            .lines()
            .skip(2)
            .filter(|l| !l.trim_start().starts_with("- "))
        {
            assert!(
                fix.replacement
                    .contains(&format!("  {}", line.trim_start())),
                "{d:?}"
            );
            assert!(hint(&d).contains(&format!("`  {line}`")), "{d:?}");
        }
    }
    // Nothing can be added to what is in brackets by a line below it.
    for lines in [
        "sources: [{title: The report}]\npublisher: Star",
        "sources:\n- {title: The report}\npublisher: Star",
        "sources: &reports [{title: The report}]\npublisher: Star",
        "sources: &reports # all\n  [{title: The report}]\npublisher: Star",
    ] {
        let keys = format!("title: Bridge closed\ndate: 2025-12-09\n{lines}");
        let found = site(&keys, "Text.").check();
        let codes: Vec<&str> = found.list.iter().map(|d| d.code).collect();
        assert_eq!(codes, ["extra-key"], "{lines}: {}", found.text);
    }
    // The keys of an article below its sources stay its own.
    let found = site(
        "sources:\n- title: The report\ntitle: Bridge closed\ndate: 2025-12-09\nkind: analysis",
        "Text.",
    )
    .check();
    assert!(found.list.is_empty(), "{}", found.text);
}

#[test]
fn what_no_editor_writes_is_reported_as_well() {
    let lists = "sources:\n- title: x\npublisher: y\n".repeat(13_000);
    let commas = format!("cover: {{src: b: c{}}}", ",".repeat(100_000));
    for (lines, code) in [
        (lists.as_str(), "too-large"),
        (commas.as_str(), "colon-in-value"),
    ] {
        let keys = format!("title: Bridge closed\ndate: 2025-12-09\n{lines}");
        let found = site(&keys, "Text.").check();
        assert!(
            found.list.iter().any(|d| d.code == code),
            "{code}: {:?}",
            found.list.iter().map(|d| d.code).collect::<Vec<_>>()
        );
        assert!(found.list.iter().all(|d| hint(d).len() < 2000));
    }
    // A key over two lines.
    for lines in ["? \"ta\\\n  gs\"\n: [a]", "? \"ta\\\n  gs\"\n: - #rail"] {
        let keys = format!("title: Bridge closed\ndate: 2025-12-09\n{lines}");
        let found = site(&keys, "Text.").check();
        assert!(found.errors().is_empty(), "{lines}: {}", found.text);
    }
}

#[test]
fn a_value_in_braces_that_is_cut_is_shown_in_its_quotes() {
    for (line, finished) in [
        (
            "- {id: star, title: Star: Bridge closed, url: https://example.org/star}",
            "- {id: star, title: \"Star: Bridge closed\", url: https://example.org/star}",
        ),
        (
            "- {title: Star: Bridge closed, says mayor}",
            "- {title: \"Star: Bridge closed, says mayor\"}",
        ),
        (
            "- {title: Bridge closed, says mayor, url: https://example.org/star}",
            "- {title: \"Bridge closed, says mayor\", url: https://example.org/star}",
        ),
        (
            "- {id: star, title: One, two, three}",
            "- {id: star, title: \"One, two, three\"}",
        ),
        (
            "- {title: A, url: https://example.org/a,b}",
            "- {title: A, url: \"https://example.org/a,b\"}",
        ),
        (
            "- {id:star, title:Bridge closed}",
            "- {id: star, title: Bridge closed}",
        ),
        (
            "- {id:\u{a0}star, title: Bridge closed}",
            "- {id: star, title: Bridge closed}",
        ),
        (
            "- {id: star, title:Bridge closed, publisher: Star}",
            "- {id: star, title: Bridge closed, publisher: Star}",
        ),
    ] {
        let d = only(&format!("sources:\n  {line}"));
        assert!(hint(&d).contains(&format!("`{finished}`")), "{line}: {d:?}");
        assert!(d.fix.is_some(), "{line}: {d:?}");
    }
    for good in [
        "sources:\n  - {id: star, title: Bridge closed, url}",
        "stance: {Network Rail: closed}\norganisations: [Network Rail]",
        "image: {src: https://example.org/a.png, alt: It, credit: }",
    ] {
        let found = site(&format!("title: A\ndate: 2025\n{good}"), "Text.").check();
        assert!(
            !found.text.contains("comma") && !found.text.contains("colon"),
            "{}",
            found.text
        );
    }
}

#[test]
fn a_hash_starts_a_comment_and_tags_need_none() {
    for (line, finished) in [
        ("tags: #rail #bridge", "`tags: [rail, bridge]`"),
        ("tags: [#rail, #bridge]", "`tags: [rail, bridge]`"),
        ("tags: #rail", "`tags: [rail]`"),
        ("tags: rail #bridge", "`tags: [rail, bridge]`"),
        ("tags:\n  - #rail\n  - #bridge", "`- rail`"),
        (
            "organisations: #Network Rail #Ofwat",
            "`organisations: [Network Rail, Ofwat]`",
        ),
        (
            "place: Platform #3 of Oslo",
            "`place: \"Platform #3 of Oslo\"`",
        ),
    ] {
        let d = only(line);
        assert!(hint(&d).contains(finished), "{line}: {d:?}");
    }
    let d = only_of(&site("title: #1 of the year\ndate: 2025", "Text.").check());
    assert!(hint(&d).contains("`title: \"#1 of the year\"`"), "{d:?}");
    for good in [
        "tags: # to come\nplace: Oslo",
        "date: 2025 #checked",
        "tags: [a] #done",
    ] {
        let keys = match good.starts_with("date") {
            true => format!("title: A\n{good}"),
            false => format!("title: A\ndate: 2025\n{good}"),
        };
        let found = site(&keys, "Text.").check();
        assert!(found.list.is_empty(), "{}", found.text);
    }
}

#[test]
fn a_stance_of_a_name_is_put_in_braces_and_the_cure_is_accepted() {
    for (name, written) in [
        ("Network Rail", "Network Rail"),
        ("Ofwat", "Ofwat"),
        ("Rail, Inc", "\"Rail, Inc\""),
    ] {
        let keys = |stance: &str| {
            format!("title: A\ndate: 2025\norganisations: [\"{name}\"]\nstance: {stance}")
        };
        let d = only_of(&site(&keys(&format!("{name}: closed")), "Text.").check());
        let finished = format!("{{{written}: closed}}");
        assert!(hint(&d).contains(&format!("`stance: {finished}`")), "{d:?}");
        let found = site(&keys(&finished), "Text.").check();
        assert!(found.list.is_empty(), "{}", found.text);
    }
}

#[test]
fn of_a_key_that_is_there_twice_the_last_counts_and_the_lines_are_told() {
    let keys = "title: Water rises\ntitle: Air naik\ndate: 2013-06-27\ndate: 2013-06-28\nsources:\n  - {title: One, title: Two}";
    let found = site(keys, "Text.").check();
    assert_eq!(found.errors(), ["duplicate-key"; 3], "{}", found.text);
    let lenient = SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article("a.md", &format!("---\n{keys}\n---\nText.\n"));
    let built = lenient.built();
    assert_eq!(built.found.warnings(), ["duplicate-key"; 3]);
    for said in [
        "`title` is given twice, in lines 2 and 3; the one in line 3 counts",
        "`date` is given twice, in lines 4 and 5; the one in line 5 counts",
        "`title` is given twice, in line 7; the last one counts",
    ] {
        assert!(built.found.short.contains(said), "{}", built.found.short);
    }
    let page = built.text("a/index.html");
    assert!(page.contains("Air naik") && !page.contains("Water rises"));
    assert!(page.contains("28 June 2013") && page.contains(">Two<") && !page.contains(">One<"));
}

#[test]
fn a_source_has_authors_which_readers_and_programs_see() {
    for key in ["authors: [Jane Doe, John Roe]", "author: Jane Doe"] {
        let keys = format!("title: A\ndate: 2025\nsources:\n  - title: The report\n    {key}");
        let built = site(&keys, "Text.").built();
        assert!(built.found.list.is_empty(), "{}", built.found.text);
        let page = built.text("a/index.html");
        let list = page.split("<ol class=\"sources\">").nth(1).expect("a list");
        assert!(list.contains("Jane Doe"), "{list}");
        assert!(
            page.contains(r#""author":[{"@type":"Person","name":"Jane Doe"}"#),
            "{page}"
        );
    }
}

#[test]
fn what_would_be_lost_is_a_warning_and_what_only_templates_use_a_notice() {
    for (lines, near) in [
        (
            "sources:\n  - title: T\n    link: https://example.org/",
            Some("`url`"),
        ),
        (
            "sources:\n  - title: T\n    note: Only subscribers can read it",
            None,
        ),
        ("subtitle: It rained for days on end", Some("`summary`")),
        ("summary: Short\nsubtitle: It rained for days on end", None),
        ("video: https://example.org/film", None),
        ("keywords: [floods]", Some("`tags`")),
    ] {
        let d = only(lines);
        assert_eq!(
            (d.code, d.severity),
            ("unknown-key", Severity::Warning),
            "{lines}"
        );
        match near {
            Some(near) => assert_eq!(hint(&d), format!("write {near}"), "{lines}"),
            None => assert!(!d.label.contains("did you mean"), "{d:?}"),
        }
    }
    for quiet in [
        "layout: post",
        "weight: 3",
        "toc: true",
        "connections: [a]",
        "type: post",
    ] {
        let found = site(&format!("title: A\ndate: 2025\n{quiet}"), "Text.").check();
        let said: Vec<_> = found.list.iter().map(|d| (d.code, d.severity)).collect();
        assert_eq!(said, [("extra-key", Severity::Notice)], "{}", found.text);
    }
}

#[test]
fn the_line_that_ignores_unknown_keys_can_be_pasted() {
    let names: Vec<String> = (0..12).map(|n| format!("x{n}")).collect();
    let plain = names
        .iter()
        .map(|name| format!("{name}: 1\n"))
        .collect::<String>();
    let odd = "'a,b': 1\n'c: d': 2\n'[e': 3".to_owned();
    for lines in [plain, odd] {
        let keys = format!("title: A\ndate: 2025\n{lines}");
        let found = site(&keys, "Text.").check();
        let notice = found.list.iter().find(|d| d.code == "extra-key");
        let hint = notice.map(hint).unwrap_or_default();
        let line = hint.split('`').nth(1).unwrap_or_default();
        let ignored = site(&keys, "Text.").site(&format!("{SITE}{STANCES}{line}\n"));
        let left = ignored.check();
        assert!(left.list.is_empty(), "{line}:\n{}", left.text);
    }
}

#[test]
fn a_guess_is_near_is_not_there_already_and_takes_the_value() {
    for (lines, guess) in [
        ("sumary: It rains", Some("summary")),
        (
            "summary: It rains\nsumary: It pours down on all of them",
            None,
        ),
        ("corections: [{date: 2025, text: T}]", Some("corrections")),
        ("corections: three", None),
        ("imprtance: 4", Some("importance")),
        ("imprtance: very", None),
    ] {
        let found = site(&format!("title: A\ndate: 2025\n{lines}"), "Text.").check();
        let guessed: Vec<_> = found
            .list
            .iter()
            .filter_map(|d| d.label.strip_prefix("did you mean `")?.strip_suffix("`?"))
            .collect();
        assert_eq!(
            guessed,
            guess.into_iter().collect::<Vec<_>>(),
            "{}",
            found.text
        );
    }
}

/// Lines that can't be read, and the key, if any, that is there in spite of it.
const BROKEN: [&str; 22] = [
    "\u{a0}place: Ely",
    "place：Ely",
    "\u{3000}place: Ely",
    "tags: [a, b",
    "place: \"Ely",
    "  place: Ely",
    "sources:\n    - id: star\n      title: A\n   url: https://example.org/x",
    "\tplace: Ely",
    "place Ely",
    "second line of prose",
    "place:Ely",
    "place = Ely",
    "**place**: Ely",
    "tags: - a",
    "tags: [#a]",
    "tags: [a}",
    "tags:[a, b]",
    "tags:\n  * rail\n  * bridge",
    "people: - X",
    "people: [a](https://example.org/x)",
    "sources:\n  - [Star](https://example.org/x)",
    "sources: {title: A, url: https://example.org/a}, {title: B}",
];

#[test]
fn a_line_that_is_broken_hides_no_other_fault_and_brings_none_about() {
    for lines in BROKEN {
        let keys = format!(
            "title: Bridge closed\ndate: 2025-12-9x\nsumary: It rains\n{lines}\ncertainty: sure\nupdated: nope"
        );
        let found = site(&keys, "Text[^none].").check();
        let list = found.list.iter();
        let mut codes: Vec<&str> = list
            .filter(|d| d.severity != Severity::Notice)
            .map(|d| d.code)
            .collect();
        for code in ["bad-date", "bad-date", "unknown-key", "unknown-word"] {
            let at = codes.iter().position(|c| *c == code);
            codes.remove(at.unwrap_or_else(|| panic!("{code}: {lines}\n{}", found.text)));
        }
        codes.retain(|code| *code != "unknown-citation");
        assert_eq!(codes.len(), 1, "{lines}\n{}", found.text);
        assert!(
            ["broken-yaml", "tab-indent"].contains(&codes[0]),
            "{}",
            found.text
        );
    }
}
