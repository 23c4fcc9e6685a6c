//! Tabs, and words with a mark before a value, that are told only where they do harm.

use crate::as_meant::{article, check, hint, mended, only, page};
use crate::html;
use crate::project::Project;
use crate::site_test::{SITE, SiteTest};

#[test]
fn tabs_that_may_belong_to_different_lines_are_told_without_a_guess() {
    for front in [
        "sources:\n    cnbc:\n\ttitle: The report\n\turl: https://example.org/a",
        "entries:\n    - title: The plan is due\n      date: 2026-03\n      slipped:\n\t  - from: 2025",
        // With another fault below.
        "sources:\n    cnbc:\n\ttitle: The report\n\turl: https://example.org/a\nplace: Ely: the city",
    ] {
        let found = check(&article(front));
        let d = found.list.iter().find(|d| d.code == "tab-indent");
        let d = d.unwrap_or_else(|| panic!("{front}: {}", found.text));
        assert_eq!(
            hint(d),
            "indent with spaces, as many as the lines have to which they belong"
        );
        assert!(d.fix.is_none(), "{front}");
    }
}

#[test]
fn tabs_that_yaml_allows_stay() {
    for front in [
        "summary: |\n  all:\n  \tgcc x\n  done",
        "summary: |\n  all:\n\n  \tgcc x\n  \t\tgcc y",
        "entries:\n  - date: 2024\n    title: B\n    summary: >-\n      all:\n      \tgcc x",
        "\t# a comment\nplace: Ely",
        "summary: \"The bridge\n\tis closed\"",
        "tags: [a1,\n\tb1]",
    ] {
        let text = article(front);
        let found = check(&text);
        assert!(found.list.is_empty(), "{front}: {}", found.text);
        assert_eq!(mended(&text), text);
        // A fault elsewhere says nothing of them.
        for wrong in [
            article(&format!("{front}\npeople: [Ann: B, C]")),
            article(&format!("{front}\nplace2: Ely: the city")),
            article(&format!("place2: Ely: the city\n{front}")),
        ] {
            let found = check(&wrong);
            assert!(!found.list.is_empty(), "{wrong}");
            let told = found.list.iter().any(|d| d.code == "tab-indent");
            assert!(!told, "{wrong}: {}", found.text);
        }
    }
    // Nor do lines that must not have them.
    let right = article("summary: |\n  all:\n  \tgcc x\n  done\nsources:\n  - title: A");
    let wrong = right.replace("\n  - title", "\n\t- title");
    assert_eq!(only(&wrong).message, "this line is indented with a tab");
    assert_eq!(mended(&wrong), right);
}

#[test]
fn a_key_that_begins_with_a_space_of_another_kind_is_told() {
    for front in [
        "summary: a long\n\u{a0} text: with colon",
        "place: Ely\n\u{a0}custom: x",
    ] {
        let found = check(&article(front));
        let d = found.list.iter().find(|d| d.code == "broken-yaml");
        let d = d.unwrap_or_else(|| panic!("{front}: {}", found.text));
        assert!(
            d.message
                .starts_with("there is a no-break space (U+00A0) in the key `"),
            "{d:?}"
        );
        assert!(d.fix.is_none());
    }
}

#[test]
fn a_fault_after_a_name_for_references_is_told_as_without_it() {
    for (front, message, hinted) in [
        (
            "tags: &t [a1, b1\norganisations: *t",
            "a bracket is opened here and never closed",
            "write `tags: &t [a1, b1]`",
        ),
        (
            "tags: &t [a1, b1\nplace: Ely",
            "a bracket is opened here and never closed",
            "write `tags: &t [a1, b1]`",
        ),
        (
            "image: &i {src: a.jpg, alt: b",
            "a bracket is opened here and never closed",
            "write `image: &i {src: a.jpg, alt: b}`",
        ),
        (
            "place: &p \"Oslo\nsummary: A",
            "a quote is opened here and never closed",
            "write `place: &p \"Oslo\"`",
        ),
        (
            "place: &p \"Oslo\" city\nsummary: *p",
            "there is text after the closing quote",
            "put the whole value in quotes: `place: &p \"\\\"Oslo\\\" city\"`",
        ),
        (
            "place: &p Oslo: city\nsummary: *p",
            "the place contains a colon, which starts a new value",
            "put it in quotes: `place: \"Oslo: city\"`",
        ),
    ] {
        let found = check(&article(front));
        let d = found.list.iter().find(|d| d.message == message);
        let d = d.unwrap_or_else(|| panic!("{front}: {}", found.text));
        assert_eq!(hint(d), hinted, "{front}");
        let fix = d.fix.as_ref();
        assert!(
            fix.is_none_or(|fix| !fix.replacement.contains('&')),
            "{fix:?}"
        );
    }
}

#[test]
fn a_name_for_references_before_what_is_no_text_is_removed() {
    for (front, right) in [
        (
            "summary: &t \"The bridge opens\"",
            "summary: \"The bridge opens\"",
        ),
        ("summary: &s 'It''s open'", "summary: 'It''s open'"),
        ("tags: [&a \"b c\"]", "tags: [\"b c\"]"),
        ("updated: &d 9 December 2025", "updated: 9 December 2025"),
        (
            "sources: [&a https://example.org/x]",
            "sources: [https://example.org/x]",
        ),
        (
            "sources:\n  - title: B\n    date: &d 9 December 2024",
            "sources:\n  - title: B\n    date: 9 December 2024",
        ),
        ("aliases: [&a /x/]", "aliases: [/x/]"),
        ("aliases:\n  - &a /x/", "aliases:\n  - /x/"),
        ("slug: &s one-two", "slug: one-two"),
    ] {
        let found = check(&article(front));
        let d = found.list.iter().find(|d| d.code == "broken-yaml");
        let d = d.unwrap_or_else(|| panic!("{front}: {}", found.text));
        assert!(hint(d).starts_with("remove `&"), "{front}: {d:?}");
        let project = Project::empty()
            .file("site.yaml", SITE)
            .article("a.md", &article(front));
        project.run("check --fix");
        let new = project.read("content/a.md");
        assert!(!new.contains('&'), "{new}");
        if !right.contains("December") {
            assert_eq!(new, article(right));
        }
    }
}

#[test]
fn a_word_with_a_mark_at_the_start_of_a_value_is_not_lost() {
    for (front, finished) in [
        (
            "summary: &co opens the harbour",
            "summary: \"&co opens the harbour\"",
        ),
        (
            "summary: !Viva shouts the town",
            "summary: \"!Viva shouts the town\"",
        ),
        ("summary: !!Viva shouts", "summary: \"!!Viva shouts\""),
        ("summary: ! Stop it", "summary: \"! Stop it\""),
        ("summary: !! Stop it", "summary: \"!! Stop it\""),
        ("summary: &co, and others", "summary: \"&co, and others\""),
        ("summary: &co opens: now", "summary: \"&co opens: now\""),
        ("summary: !Viva", "summary: \"!Viva\""),
        ("place: !Kung", "place: \"!Kung\""),
        ("place: &c", "place: \"&c\""),
        ("tags:\n  - &co\n  - b", "- \"&co\""),
        ("tags:\n  - !Viva la plaza\n  - b", "- \"!Viva la plaza\""),
        ("tags: [b, &co]", "\"&co\""),
        (
            "sources:\n  - title: &co paper\n    url: https://a.example/",
            "- title: \"&co paper\"",
        ),
        (
            "summary: &co opens\n  the harbour",
            "summary: \"&co opens the harbour\"",
        ),
    ] {
        let d = only(&article(front));
        assert_eq!(d.code, "broken-yaml", "{front}");
        assert_eq!(
            hint(&d),
            format!("put the whole value in quotes: `{finished}`")
        );
        let new = mended(&article(front));
        assert!(new.contains(finished), "{new}");
        let words = finished.trim_start_matches("summary: ").trim_matches('"');
        if finished.starts_with("summary") {
            assert!(page(&new).contains(words), "{new}");
        }
        // Under `lenient`, readers see it as it was written.
        let lenient = SiteTest::new()
            .site(&format!("{SITE}lenient: true\n"))
            .article("a.md", &article(front))
            .built();
        let quoted = page(&new);
        assert_eq!(html::text_of_main(lenient.text("a/index.html")), quoted);
    }
    let title = "---\ntitle: !Viva\ndate: 2025\n---\n";
    assert_eq!(
        hint(&only(title)),
        "put the whole value in quotes: `title: \"!Viva\"`"
    );
    let d = only(&article("certainty: &c reported"));
    assert_eq!(hint(&d), "remove `&c`");
    assert_eq!(
        mended(&article("certainty: &c reported")),
        article("certainty: reported")
    );
}

#[test]
fn references_and_kinds_of_values_are_no_words() {
    for front in [
        "place: &p Ely\nsummary: *p",
        "place: &p Ely\nentries:\n  - {title: B, date: 2024, place: *p}",
        "tags: [&t rivers, dams]\norganisations: [*t]",
        "place: !!str 1984 Street",
        "summary: ! 'The bridge: closed'",
        "summary: !binary |\n  QSBicmlkZ2U=",
        "summary: |\n  &co opens\n  !Viva shouts",
        "summary: The harbour & the town!",
        "tags: &all [rivers]",
        "summary: # !important\n  It rains.",
    ] {
        let found = check(&article(front));
        assert!(found.list.is_empty(), "{front}: {}", found.text);
    }
}
