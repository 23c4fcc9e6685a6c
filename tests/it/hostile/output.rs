//! Limits on what comes out: little input that is multiplied is an error that names what is
//! multiplied, and honest sites stay far below.

use dateline::limits::OutputLimits;

use crate::site_test::{Found, SITE, SiteTest};

fn list(n: usize, item: &str) -> String {
    let items: Vec<String> = (0..n).map(|n| item.replace('#', &n.to_string())).collect();
    items.join(", ")
}

fn article(keys: &str) -> String {
    format!("---\ntitle: A\nslug: a\ndate: 2025\n{keys}\n---\n")
}

/// The one error of this site, which is about a limit on output.
#[track_caller]
fn fault(found: &Found) -> String {
    assert_eq!(found.errors(), ["output-limit"], "{}", found.short);
    let fault = found.list.iter().find(|d| d.code == "output-limit");
    let fault = fault.expect("counted");
    format!(
        "{}\n{}",
        fault.message,
        fault.hint.clone().unwrap_or_default()
    )
}

fn entries(n: usize, more: &str) -> String {
    list(n, &format!("{{id: e#, title: E#, date: 2025{more}}}"))
}

#[test]
fn the_terms_of_an_article_times_its_entries_are_bounded() {
    let limit = OutputLimits::DEFAULT.listings;
    let tags = list(50, "t#");
    let site = |n: usize| {
        let keys = format!("tags: [{tags}]\nentries: [{}]", entries(n, ""));
        SiteTest::new().article("a.md", &article(&keys))
    };
    let most = limit / 50;
    let fine = site(most).prepare();
    assert!(!fine.sink.has_errors());
    let said = fault(&site(most + 1).check());
    assert!(
        said.starts_with("50 tags × 1,001 entries = 50,050 places in lists; the limit is 50,000\n"),
        "{said}"
    );
    assert!(said.contains("`listings` under `limits`"), "{said}");
    // As it was found: 74 KB that became 245 MB.
    let keys = format!(
        "tags: [{}]\nentries: [{}]",
        list(200, "t#"),
        entries(2000, "")
    );
    let said = fault(&SiteTest::new().article("a.md", &article(&keys)).check());
    assert!(
        said.starts_with("200 tags × 2,000 entries = 400,000 places"),
        "{said}"
    );
}

#[test]
fn whatever_is_multiplied_is_named() {
    let of = |keys: &str| fault(&SiteTest::new().article("a.md", &article(keys)).check());
    let (two, three) = (entries(300, ""), list(150, "t#"));
    let said = of(&format!(
        "tags: [{three}]\npeople: [{three}]\nentries: [{two}]"
    ));
    assert!(
        said.contains("150 people × 300 entries + 150 tags × 300 entries")
            || said.contains("150 tags × 300 entries + 150 people × 300 entries"),
        "{said}"
    );
    // Terms of their own count as well.
    let own = entries(300, &format!(", tags: [{}]", list(180, "t#")));
    let said = of(&format!("entries: [{own}]"));
    assert!(
        said.starts_with("54,000 terms of 300 entries themselves = 54,000 places"),
        "{said}"
    );
    // Also when they come from one anchor.
    let anchored = entries(300, ", tags: *t");
    let said = of(&format!(
        "organisations: &t [{}]\nentries: [{anchored}]",
        list(180, "t#")
    ));
    assert!(said.contains("180 organisations × 300 entries"), "{said}");
    assert!(said.contains("terms of 300 entries themselves"), "{said}");
    // Another name of a taxonomy that the site adds.
    let site = format!("{SITE}taxonomies: {{rivers: {{title: Rivers}}}}\n");
    let keys = format!("rivers: [{three}]\nentries: [{}]", entries(400, ""));
    let found = SiteTest::new().site(&site).article("a.md", &article(&keys));
    assert!(fault(&found.check()).contains("150 rivers × 400 entries"));
}

#[test]
fn the_limit_on_listings_can_be_raised_and_a_lenient_site_leaves_the_article_out() {
    let keys = format!(
        "tags: [{}]\nentries: [{}]",
        list(60, "t#"),
        entries(900, "")
    );
    let site = SiteTest::new()
        .article("a.md", &article(&keys))
        .article("b.md", &article("").replace("slug: a", "slug: b"));
    assert_eq!(site.check().errors(), ["output-limit"]);
    let raised = site.site(&format!("{SITE}limits: {{listings: 100000}}\n"));
    assert!(!raised.prepare().sink.has_errors());
    let lenient = raised.site(&format!("{SITE}lenient: true\n")).built();
    assert!(lenient.found.warnings().contains(&"output-limit"));
    assert!(lenient.has("b/index.html") && !lenient.has("a/index.html"));
}

#[test]
fn a_list_has_so_many_pages_at_most() {
    let per_page = "per_page: 10\nlimits: {list_pages: 100}\n";
    let site = |n: usize| {
        let keys = format!("entries: [{}]", entries(n - 1, ", tags: [x]"));
        SiteTest::new()
            .site(&format!("{SITE}{per_page}"))
            .article("a.md", &article(&format!("tags: [x]\n{keys}")))
    };
    assert!(!site(1009).prepare().sink.has_errors());
    let said = fault(&site(1010).check());
    assert!(
        said.starts_with("the page of `x` (tags) would fill 101 pages: 1,010 entries, 10 a page; the limit is 100\n"),
        "{said}"
    );
    assert!(said.contains("raise `per_page`"), "{said}");
}

#[test]
fn a_page_has_so_many_bytes_at_most() {
    let summary = "y".repeat(20_000);
    let keys = format!(
        "entries: [{}]",
        entries(60, &format!(", summary: {summary}"))
    );
    let site = SiteTest::new()
        .site(&format!("{SITE}limits: {{page_megabytes: 1}}\n"))
        .article("a.md", &article(&keys));
    let found = site.check();
    assert!(found.errors().iter().all(|code| *code == "output-limit"));
    let year = found.list.iter().find(|d| d.message.starts_with("/2025/ "));
    let year = year.unwrap_or_else(|| panic!("{}", found.text));
    assert_eq!(
        year.message,
        "/2025/ (the page for 2025) would have more than 1 MB, the limit of a page"
    );
    let outcome = site.build();
    assert!(outcome.result.is_err() && outcome.files.is_empty());
    let raised = site.site(SITE).build();
    assert!(raised.result.is_ok(), "{}", raised.found.text);
}

#[test]
fn a_page_that_was_built_before_the_limit_was_lowered_is_refused_as_from_nothing() {
    let text = format!("{}\n{}", article(""), "A line of text.\n\n".repeat(80_000));
    let site = SiteTest::new().article("a.md", &text);
    assert!(site.rebuild().result.is_ok());
    let site = site.site(&format!("{SITE}limits: {{page_megabytes: 1}}\n"));
    let (again, from_nothing) = (site.rebuild(), site.check());
    assert!(again.result.is_err());
    assert_eq!(again.found.errors(), from_nothing.errors());
    assert!(
        from_nothing.text.contains("/a/ (the article"),
        "{}",
        from_nothing.text
    );
}

/// A site that is larger than its sources justify: what is said of it.
#[track_caller]
fn too_large(site: &SiteTest) -> String {
    let site_yaml = format!("{SITE}limits: {{site_megabytes: 1, growth: 10}}\n");
    site.world.set("/desk/site/site.yaml", &site_yaml);
    let said = fault(&site.check());
    assert!(said.starts_with("the site would have more than "), "{said}");
    assert!(said.contains("what is repeated most: "), "{said}");
    let outcome = site.build();
    assert!(outcome.result.is_err() && outcome.files.is_empty());
    assert_eq!(fault(&outcome.found), said, "a build says the same");
    said
}

#[test]
fn a_site_has_so_many_bytes_for_its_sources_and_what_it_repeats_is_named() {
    // Entries in lists.
    let keys = format!(
        "tags: [{}]\nentries: [{}]",
        list(60, "t#"),
        entries(300, "")
    );
    let said = too_large(&SiteTest::new().article("a.md", &article(&keys)));
    assert!(
        said.contains("301 entries × 60 terms of content/a.md"),
        "{said}"
    );
    // A long summary, in every list.
    let summary = "words ".repeat(4_000);
    let keys = format!("tags: [{}]\nsummary: {summary}", list(200, "t#"));
    let said = too_large(&SiteTest::new().article("a.md", &article(&keys)));
    assert!(
        said.contains("a summary of 0.1 MB × 203 lists of content/a.md"),
        "{said}"
    );
    // A long text, in every feed.
    let tags = list(40, "t#");
    let mut site = SiteTest::new();
    for n in 0..5 {
        let text = article(&format!("tags: [{tags}]")).replace("slug: a", &format!("slug: a{n}"));
        site = site.article(&format!("a{n}.md"), &text);
    }
    let long = "A line of text.\n\n".repeat(3_000);
    site = site.article(
        "long.md",
        &(article(&format!("tags: [{tags}]")).replace("slug: a", "slug: long") + &long),
    );
    let said = too_large(&site);
    assert!(
        said.contains("a text of 0.1 MB × 41 feeds of content/long.md"),
        "{said}"
    );
    // A file that many articles show.
    let mut site = SiteTest::new().bytes("content/big.pdf", &vec![b'x'; 150_000]);
    for n in 0..40 {
        let text = article("").replace("slug: a", &format!("slug: p{n}"));
        site = site.article(&format!("p{n}.md"), &format!("{text}\n[See](big.pdf)\n"));
    }
    let said = too_large(&site);
    assert!(
        said.contains("content/big.pdf of 0.2 MB × 40 articles"),
        "{said}"
    );
}

#[test]
fn a_text_has_so_many_elements_at_most() {
    let site = |n: usize| {
        SiteTest::new()
            .site(&format!("{SITE}limits: {{elements: 1000}}\n"))
            .article("a.md", &(article("") + &"*x* ".repeat(n)))
    };
    // And the paragraph.
    assert!(site(999).check().errors().is_empty());
    let found = site(1000).check();
    assert_eq!(found.errors(), ["too-many"], "{}", found.short);
    assert!(found.text.contains("the text has more than 1,000 elements"));
    for text in [
        "- x\n".repeat(1200),
        "|a|b|\n|-|-|\n".to_owned() + &"|1|2|\n".repeat(600),
        "[a](https://example.org/)\n\n".repeat(600),
        "a\\\nb ".repeat(1200),
        "> x\n\n".repeat(600),
        "`x` ".repeat(1200),
    ] {
        let found = SiteTest::new()
            .site(&format!("{SITE}limits: {{elements: 1000}}\n"))
            .article("a.md", &(article("") + &text))
            .check();
        assert_eq!(found.errors(), ["too-many"], "{text:.20}");
    }
}

#[test]
fn how_deep_texts_may_be_can_be_lowered() {
    let site = SiteTest::new()
        .site(&format!("{SITE}limits: {{levels: 20}}\n"))
        .article("a.md", &(article("") + &"> ".repeat(30) + "x\n"));
    let found = site.check();
    assert_eq!(found.errors(), ["too-deep"], "{}", found.short);
    assert!(found.text.contains("more than 20 levels deep"));
}

#[test]
fn terse_and_long_honest_sites_are_far_below_the_default_limits() {
    // Articles of three lines, each with terms of its own: what grows most.
    let mut site = SiteTest::new();
    for n in 0..300 {
        let keys = format!(
            "organisations: [o{}, o{}]\npeople: [p{n}]\ntags: [t{}, t{}, u{n}]",
            n % 7,
            n % 31,
            n % 5,
            n % 13
        );
        let text = article(&keys).replace("slug: a", &format!("slug: a{n}"));
        site = site.article(&format!("a{n}.md"), &text);
    }
    let outcome = site.built();
    let bytes: usize = outcome.files.values().map(Vec::len).sum();
    let growth = bytes / (300 * 4096);
    assert!(growth * 2 < OutputLimits::DEFAULT.growth, "{growth}");
    // A history of five hundred events, with five terms each.
    let keys = format!(
        "tags: [a, b, c]\norganisations: [d, e]\nentries: [{}]",
        entries(500, "")
    );
    let outcome = SiteTest::new().article("a.md", &article(&keys)).built();
    assert!(outcome.has("tags/a/index.html"));
}
