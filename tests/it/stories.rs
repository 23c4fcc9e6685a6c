//! The fixture `stories`: one storyline from a letter to a launch, told entry by entry.

use crate::goldens::Goldens;
use crate::html;
use crate::site_test::{Outcome, SiteTest};

fn stories() -> Outcome {
    SiteTest::fixture("stories").now("2026-06-10").built()
}

fn links_of(site: &Outcome, route: &str, section: &str) -> Vec<(String, String)> {
    let page = site.text(route);
    let from = page.find(section).expect("the section is there");
    let to = page[from..].find("</section>").expect("it ends");
    html::links(&page[from..from + to])
}

#[test]
fn a_story_is_told_entry_by_entry() {
    let site = stories();
    Goldens::of("stories")
        .diagnostics(&site.found.text)
        .texts(
            &site,
            [
                "stories/index.html",
                "stories/llama-to-avocado/index.html",
                "avocado/index.html",
                "letter/index.html",
                "aside/index.html",
                "organisations/meta/index.html",
            ],
        )
        .hold();
}

#[test]
fn every_link_of_the_stories_leads_somewhere() {
    let site = stories();
    let dead = html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
    let menu = html::links(html::inside(site.text("index.html"), "nav"));
    let stories = ("Storylines".to_owned(), "/stories/".to_owned());
    assert!(menu.contains(&stories), "{menu:?}");
    assert!(
        site.text("sitemap.xml")
            .contains("/stories/llama-to-avocado/")
    );
}

#[test]
fn an_article_leads_to_the_parts_before_and_after_it() {
    let site = stories();
    let links = links_of(&site, "avocado/index.html", "dl:article-storyline");
    let hrefs: Vec<&str> = links.iter().map(|(_, href)| href.as_str()).collect();
    assert_eq!(hrefs.first(), Some(&"/stories/llama-to-avocado/"));
    assert!(
        hrefs.contains(&"/memo/") && hrefs.contains(&"/delay/"),
        "{hrefs:?}"
    );
}

#[test]
fn related_articles_are_those_of_the_story_first() {
    let site = stories();
    let links = links_of(&site, "memo/index.html", "dl:article-related");
    let hrefs: Vec<&str> = links.iter().map(|(_, href)| href.as_str()).collect();
    assert_eq!(hrefs, ["/letter/", "/avocado/", "/delay/", "/arrival/"]);
}

#[test]
fn an_update_delays_and_confirms() {
    let site = stories();
    let delay = html::text(site.text("delay/index.html"));
    assert!(delay.contains("delays Avocado’s launch"), "{delay}");
    let arrival = html::text(site.text("arrival/index.html"));
    assert!(arrival.contains("confirms Avocado’s launch"), "{arrival}");
    assert!(
        arrival.contains("confirms A closed model is planned"),
        "{arrival}"
    );
    let aside = html::text(site.text("aside/index.html"));
    assert!(aside.contains("Related events"), "{aside}");
}

#[test]
fn a_relation_to_nothing_is_an_error_that_names_the_nearest_id() {
    let found = SiteTest::fixture("stories")
        .article(
            "x.md",
            "---\ntitle: X\ndate: 2026-01-01\nfollows: [lettre, x]\nreverses: avocado-lanch\n\
             confirms: hidden\nstory: ../x\n---\n",
        )
        .article(
            "hidden.md",
            "---\ntitle: Hidden\ndate: 2026-01-01\ndraft: true\n---\n",
        )
        .check();
    let mut errors = found.errors();
    errors.sort_unstable();
    let unknown = "unknown-relation";
    assert_eq!(
        errors,
        ["bad-id", "own-relation", unknown, unknown, unknown]
    );
    for said in [
        "did you mean `letter`?",
        "did you mean `avocado-launch`?",
        "in a draft or scheduled article",
        "`x` is this entry itself",
    ] {
        assert!(found.text.contains(said), "{said}: {}", found.text);
    }
}

#[test]
fn what_can_not_be_parsed_or_was_retracted_is_no_relation_to_nothing() {
    let found = SiteTest::new()
        .article("a.md", "---\ntitle: A\ndate: 2026-01-01\nfollows: [b, c]\n---\n")
        .article("b.md", "---\ntitle: B\ndate: [\n---\n")
        .article(
            "c.md",
            "---\ntitle: C\ndate: 2025-01-01\ncorrections: [{date: 2025-02-01, kind: retraction, text: No.}]\n---\n",
        )
        .check();
    assert!(
        !found.errors().contains(&"unknown-relation"),
        "{}",
        found.text
    );
}

#[test]
fn without_a_story_no_page_speaks_of_one() {
    let site = SiteTest::new()
        .article("a.md", "---\ntitle: A\ndate: 2025-01-01\ntags: [t]\n---\n")
        .article(
            "b.md",
            "---\ntitle: B\ndate: 2025-02-01\ntags: [t]\nupdates: [{entry: a, certainty: confirmed}]\n---\n",
        )
        .built();
    for (route, page) in site.pages() {
        let lower = page.to_lowercase();
        assert!(
            !lower.contains("storyline") && !lower.contains("stories"),
            "{route}"
        );
        assert!(
            !lower.contains("also available in") && !lower.contains("hreflang"),
            "{route}"
        );
    }
}

#[test]
fn a_story_may_not_stand_where_an_article_does() {
    let found = SiteTest::new()
        .site("title: T\nurl: https://example.org/\npermalink: /stories/{slug}/\n")
        .article(
            "one.md",
            "---\ntitle: One\ndate: 2025-01-01\nstory: two\n---\n",
        )
        .article(
            "two.md",
            "---\ntitle: Two\ndate: 2025-01-02\nstory: two\n---\n",
        )
        .check();
    assert_eq!(found.errors(), ["route-clash"], "{}", found.text);
    for claimant in [
        "the article content/two.md",
        "the page of the storyline `two`",
    ] {
        assert!(found.text.contains(claimant), "{}", found.text);
    }
}

#[test]
fn a_text_that_waits_for_a_draft_is_no_fault() {
    let draft = "---\ntitle: A\ndate: 2025-01-01\ndraft: true\nstory: soon\ntags: [Dams]\n---\n";
    let site = SiteTest::new()
        .article("a.md", draft)
        .article("terms/tags/dams.md", "---\nsummary: Walls.\n---\n")
        .article("stories/soon.md", "---\ntitle: Soon\n---\n")
        .article("stories/never.md", "---\ntitle: Never\n---\n");
    assert_eq!(site.check().warnings(), ["unused-text"]);
    let with = site.settings(|s| s.drafts = true).check();
    assert!(!with.text.contains("stories/soon.md"), "{}", with.text);
}

#[test]
fn a_story_whose_text_has_no_title_is_an_error() {
    let found = SiteTest::fixture("stories")
        .article(
            "stories/llama-to-avocado.md",
            "---\nsummary: No title.\n---\n",
        )
        .check();
    assert_eq!(found.errors(), ["missing-title"], "{}", found.text);
}

#[test]
fn a_picture_shows_the_story_on_one_axis() {
    let article = |n: usize, keys: &str| {
        let text =
            format!("---\ntitle: A{n}\nid: a{n}\nstory: s\norganisations: [Acme]\n{keys}---\n");
        (format!("a{n}.md"), text)
    };
    let site = SiteTest::new()
        .site(
            "title: T\nurl: https://example.org/\nlanguage: en\ntimezone: UTC\n\
             stances: {open: {label: Open}, shut: {label: Shut}}\n",
        )
        .now("2026-06-10");
    let articles = [
        article(0, "date: 2024-01-01\nstance: open\n"),
        article(1, "date: 2024-02\nfollows: a0\n"),
        article(2, "date: 2025-01-10\nreverses: a0\nstance: shut\n"),
        article(3, "date: 2025-02-01\nkind: analysis\n"),
    ];
    let site = articles
        .iter()
        .fold(site, |site, (name, text)| site.article(name, text))
        .built();
    let page = site.text("stories/s/index.html");
    assert!(page.contains("Acme: open, then shut."), "{page}");
    let wide = &page[page.find("class=\"lanes-wide\"").expect("a picture")..];
    let wide = &wide[..wide.find("class=\"lanes-narrow\"").expect("another")];
    for title in ["A0", "A1", "A2", "A3"] {
        assert!(wide.contains(&format!(">{title}</text>")), "{title}");
    }
    for words in ["follows", "reverses", "10 months without an entry"] {
        assert!(wide.contains(&format!(">{words}</text>")), "{words}");
    }
    assert!(!wide.contains("style="));
    // The list says the same.
    let list = &page[page.find("entries chapters").expect("a list")..];
    assert_eq!(list.matches("10 months without an entry").count(), 1);
    assert!(!page.contains("Today, "));
}
