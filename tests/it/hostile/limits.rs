//! How much is too much: each limit of `dateline::limits`, at it and one above it.

use dateline::limits::{
    MAX_ADDRESS, MAX_BRACES, MAX_DATE, MAX_DEPTH, MAX_FAULTS, MAX_ITEMS, MAX_KEYS, MAX_NAME,
    MAX_NESTING, MAX_NODES, MAX_RAW_NESTING, MAX_REPEATED, MAX_SEGMENT, MAX_TERMS, MAX_TEXT,
    MAX_TITLE,
};

use crate::site_test::SiteTest;

fn keys(keys: &str) -> String {
    format!("---\ntitle: A\ndate: 2025\n{keys}\n---\n")
}

fn numbered(n: usize, item: &str) -> String {
    let items: Vec<String> = (0..n).map(|n| item.replace('#', &n.to_string())).collect();
    items.join(", ")
}

/// `good` is fine, and `bad` is one fault of this code that names the limit in these words.
#[track_caller]
fn between(good: &str, bad: &str, code: &str, words: &str) {
    let fine = SiteTest::new().article("a.md", good).check();
    assert!(fine.errors().is_empty(), "{}", fine.text);
    let found = SiteTest::new().article("a.md", bad).check();
    assert_eq!(found.errors(), [code], "{}", found.text);
    let fault = found.list.iter().find(|d| d.code == code).expect("counted");
    assert!(fault.message.contains(words), "{words}: {}", found.text);
    assert!(
        fault.hint.as_ref().is_some_and(|c| !c.is_empty()),
        "{}",
        found.text
    );
}

#[test]
fn a_text_has_ten_megabytes_at_most() {
    let front = keys("");
    let limit = usize::try_from(MAX_TEXT).expect("small");
    let fill = |n: usize| {
        front.clone() + &("x".repeat(999) + "\n").repeat(n / 1000 + 1)[..n - front.len()]
    };
    between(
        &fill(limit),
        &fill(limit + 1),
        "too-large",
        "the limit is 10 MB",
    );
    let found = SiteTest::new()
        .article("a.md", &fill(50 * 1024 * 1024))
        .check();
    assert_eq!(found.errors(), ["too-large"]);
    assert!(
        found.text.contains("50 MB; the limit is 10 MB"),
        "{}",
        found.text
    );
}

#[test]
fn lists_and_groups_are_so_deep_at_most() {
    let deep = |n: usize| keys(&format!("layout: {}x{}", "[".repeat(n), "]".repeat(n)));
    between(
        &deep(MAX_DEPTH - 1),
        &deep(MAX_DEPTH),
        "broken-yaml",
        &format!("more than {MAX_DEPTH} levels deep"),
    );
}

#[test]
fn a_front_matter_has_so_many_values_at_most() {
    let many = |n: usize| keys(&format!("layout: [{}]", vec!["x"; n].join(",")));
    between(
        &many(MAX_NODES / 2),
        &many(MAX_NODES),
        "broken-yaml",
        &format!("more than {MAX_NODES} values"),
    );
}

#[test]
fn what_a_reference_repeats_counts_each_time() {
    let many = |n: usize| {
        let hundred = vec!["x"; 100].join(",");
        keys(&format!(
            "a: &a [{hundred}]\nb: &b [{}]\nlayout: [{}]",
            vec!["*a"; 50].join(","),
            vec!["*b"; n].join(",")
        ))
    };
    between(
        &many(30),
        &many(60),
        "broken-yaml",
        &format!("more than {MAX_NODES} values"),
    );
}

#[test]
fn references_repeat_so_much_text_at_most() {
    const MEGABYTE: usize = 1024 * 1024;
    let text = "x".repeat(MEGABYTE);
    let repeated = |n: usize| {
        keys(&format!(
            "a: &a {text}\nlayout: [{}]",
            vec!["*a"; n].join(",")
        ))
    };
    // It is copied once for the references, too.
    let most = MAX_REPEATED / MEGABYTE - 1;
    between(
        &repeated(most),
        &repeated(most + 1),
        "broken-yaml",
        "including those repeated by & and *",
    );
}

#[test]
fn a_group_has_so_many_keys_at_most() {
    let many = |n: usize| {
        let more: Vec<String> = (0..n - 2).map(|n| format!("x{n}: 1")).collect();
        keys(&more.join("\n"))
    };
    between(
        &many(MAX_KEYS),
        &many(MAX_KEYS + 1),
        "too-large",
        &format!("more than {MAX_KEYS} keys"),
    );
}

#[test]
fn a_list_has_so_many_items_at_most() {
    for (key, item) in [
        ("aliases", "/old/#/"),
        ("sources", "{id: s#, title: S}"),
        ("entries", "{id: e#, title: E, date: 2025}"),
        ("corrections", "{date: 2025, text: T}"),
        ("slipped", "{from: 2024}"),
    ] {
        let found = SiteTest::new()
            .article(
                "a.md",
                &keys(&format!("{key}: [{}]", numbered(MAX_ITEMS + 1, item))),
            )
            .check();
        assert_eq!(found.errors(), ["too-many"], "{key}: {}", found.short);
        let words = format!(
            "`{key}` has {} items; the limit is {MAX_ITEMS}",
            MAX_ITEMS + 1
        );
        assert!(found.text.contains(&words), "{key}: {}", found.short);
    }
    let fine = format!("sources: [{}]", numbered(MAX_ITEMS, "{id: s#, title: S}"));
    let found = SiteTest::new().article("a.md", &keys(&fine)).check();
    assert!(found.errors().is_empty(), "{}", found.short);
}

#[test]
fn an_article_has_so_many_terms_of_one_taxonomy_at_most() {
    let many = |n: usize| keys(&format!("tags: [{}]", numbered(n, "t#")));
    let words = format!(
        "`tags` has {} terms; the limit is {MAX_TERMS}",
        MAX_TERMS + 1
    );
    between(&many(MAX_TERMS), &many(MAX_TERMS + 1), "too-many", &words);
    let listed = many(MAX_ITEMS + 1);
    let found = SiteTest::new().article("a.md", &listed).check();
    assert_eq!(found.errors(), ["too-many"; 2], "{}", found.short);
}

#[test]
fn a_headline_has_so_many_characters_at_most() {
    let long = |n: usize| format!("---\ntitle: {}\nslug: a\ndate: 2025\n---\n", "é".repeat(n));
    between(
        &long(MAX_TITLE),
        &long(MAX_TITLE + 1),
        "too-long",
        &format!("more than {MAX_TITLE} characters"),
    );
}

#[test]
fn a_date_has_so_many_bytes_at_most() {
    let long = |n: usize| {
        let blanks = " ".repeat(n - 11);
        format!("---\ntitle: A\ndate: \"[2024,{blanks}2025]\"\n---\n")
    };
    let words = format!("a date is at most {MAX_DATE} bytes");
    between(&long(MAX_DATE), &long(MAX_DATE + 1), "bad-date", &words);
}

#[test]
fn a_part_of_an_address_has_so_many_bytes_at_most() {
    let words = format!("longer than {MAX_SEGMENT} bytes");
    for (key, code) in [
        ("slug: #", "bad-slug"),
        ("id: #", "bad-id"),
        ("aliases: [/#/]", "bad-alias"),
    ] {
        let long = |n: usize| keys(&key.replace('#', &"x".repeat(n)));
        between(&long(MAX_SEGMENT), &long(MAX_SEGMENT + 1), code, &words);
    }
}

#[test]
fn an_old_address_has_so_many_bytes_at_most() {
    let long = |n: usize| {
        keys(&format!(
            "aliases: [{}]",
            &"/abcdefg".repeat(n / 8 + 1)[..n]
        ))
    };
    between(
        &long(MAX_ADDRESS),
        &long(MAX_ADDRESS + 1),
        "bad-alias",
        &format!("longer than {MAX_ADDRESS} bytes"),
    );
}

#[test]
fn a_name_of_a_file_has_so_many_bytes_at_most() {
    for folder in ["content", "static"] {
        let named = |n: usize| {
            SiteTest::new()
                .article("a.md", &keys(""))
                .file(&format!("{folder}/{}.txt", "x".repeat(n - 4)), "")
                .check()
        };
        assert!(named(MAX_NAME).errors().is_empty());
        let found = named(MAX_NAME + 1);
        assert_eq!(found.errors(), ["bad-file-name"], "{}", found.text);
        assert!(
            found
                .text
                .contains(&format!("longer than {MAX_NAME} bytes")),
            "{}",
            found.text
        );
    }
    let long = format!("{}/a.md", "x".repeat(300));
    assert_eq!(
        SiteTest::new().article(&long, &keys("")).check().errors(),
        ["bad-file-name"]
    );
}

#[test]
fn quotes_and_lists_are_so_deep_at_most() {
    let words = format!("more than {MAX_NESTING} levels deep");
    // A paragraph, and its words.
    let quotes = |n: usize| keys("") + &"> ".repeat(n) + "x\n";
    between(
        &quotes(MAX_NESTING - 1),
        &quotes(MAX_NESTING),
        "too-deep",
        &words,
    );
    // Each a list and its item.
    let lists = |n: usize| keys("") + &"- ".repeat(n) + "x\n";
    between(
        &lists(MAX_NESTING / 2),
        &lists(MAX_NESTING / 2 + 1),
        "too-deep",
        &words,
    );
}

#[test]
fn raw_html_is_so_deep_at_most() {
    let words = format!("raw HTML is nested more than {MAX_RAW_NESTING} levels deep");
    let blocks = |n: usize| keys("") + &"<div>".repeat(n) + "x\n";
    between(
        &blocks(MAX_RAW_NESTING),
        &blocks(MAX_RAW_NESTING + 1),
        "too-deep",
        &words,
    );
    let inline = |n: usize| keys("") + "x " + &"<b>".repeat(n) + "x\n";
    between(
        &inline(MAX_RAW_NESTING),
        &inline(MAX_RAW_NESTING + 1),
        "too-deep",
        &words,
    );
    let wide = keys("") + &"<p>a<br>b\n<div><ul><li>c<li>d</ul></div>\n".repeat(MAX_RAW_NESTING);
    assert!(
        SiteTest::new()
            .article("a.md", &wide)
            .check()
            .errors()
            .is_empty()
    );
}

#[test]
fn of_one_kind_of_fault_a_file_lists_so_many_at_most_and_says_how_many_more() {
    let links = |n: usize| keys("") + &"[x](none.md)\n".repeat(n);
    let found = SiteTest::new().article("a.md", &links(MAX_FAULTS)).check();
    assert_eq!(found.errors().len(), MAX_FAULTS);
    let found = SiteTest::new()
        .article(
            "a.md",
            &(links(MAX_FAULTS + 7) + &"[^none]\n".repeat(MAX_FAULTS + 3)),
        )
        .article("b.md", &links(1))
        .check();
    assert_eq!(
        found.errors().len(),
        2 * (MAX_FAULTS + 1) + 1,
        "{}",
        found.short
    );
    for (code, more) in [("broken-link", 7), ("unknown-citation", 3)] {
        let words = format!(
            "error[{code}]: {more} more with this code in this file are not shown; the limit is {MAX_FAULTS}"
        );
        assert!(
            found.short.contains(&format!("content/a.md: {words}")),
            "{}",
            found.short
        );
    }
}

#[test]
fn a_message_quotes_no_more_of_a_value_than_can_be_read() {
    for key in [
        "importance",
        "status",
        "certainty",
        "slug",
        "id",
        "published",
        "draft",
        "kind",
    ] {
        let found = SiteTest::new()
            .article("a.md", &keys(&format!("{key}: {}", "x".repeat(100_000))))
            .check();
        assert_eq!(found.errors().len(), 1, "{key}: {}", found.short.len());
        assert!(found.short.len() < 1000, "{key}: {}", found.short.len());
    }
}

#[test]
fn braces_of_a_message_are_so_deep_at_most() {
    let check = |text: &str| {
        let site = SiteTest::new().file("templates/words/en.ftl", text);
        site.check()
    };
    let nested = |n: usize, open: &str, close: &str| {
        format!("notice = {}\"x\"{}\n", open.repeat(n), close.repeat(n))
    };
    let found = check(&nested(MAX_BRACES, "{ ", " }"));
    assert!(found.errors().is_empty(), "{}", found.text);
    for (open, close) in [
        ("{ ", " }"),
        ("{", "}"),
        ("{ ", ""),
        ("{ NUMBER(", ") }"),
        ("{\n  ", "}"),
    ] {
        for n in [MAX_BRACES + 1, 200_000] {
            let found = check(&nested(n, open, close));
            assert_eq!(found.errors(), ["bad-words"], "{open}: {}", found.short);
            let words = format!("braces are nested more than {MAX_BRACES} levels deep");
            assert!(found.text.contains(&words), "{}", found.short);
        }
    }
    // These are not nested: each ends in its message, in a quote or in a comment.
    for text in [
        "notice = { \"{\" } ".to_owned() + &"{ \"{\" }".repeat(100) + "\n",
        "# {\n".repeat(100) + "notice = x\n",
        "notice = ".to_owned() + &"(((".repeat(100) + "\n",
    ] {
        let found = check(&text);
        assert!(found.errors().is_empty(), "{}", found.text);
    }
}
