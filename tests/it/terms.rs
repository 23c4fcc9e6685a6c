//! The fixture `terms`: texts of terms, aliases, clashes.

use crate::goldens::Goldens;
use crate::html;
use crate::site_test::{Outcome, SiteTest};

/// Texts that keep the site from being built.
const FAULTY: [&str; 3] = [
    "content/terms/organisations/DeepMind.md",
    "content/terms/organisations/google-deepmind.md",
    "content/terms/organisations/nobody.md",
];

fn sound() -> SiteTest {
    FAULTY
        .into_iter()
        .fold(SiteTest::fixture("terms"), SiteTest::without)
        .article(
            "terms/organisations/google-deepmind.md",
            "---\nsummary: Two houses that became one.\n---\n",
        )
}

fn built() -> Outcome {
    sound().built()
}

#[test]
fn texts_of_terms_stand_on_their_pages_and_their_faults_are_named() {
    let site = built();
    let all = SiteTest::fixture("terms").check();
    Goldens::of("terms")
        .diagnostics(&all.text)
        .texts(
            &site,
            [
                "organisations/meta/index.html",
                "organisations/google-deepmind/index.html",
                "tags/c-plus-plus/index.html",
                "tags/c-plus-plus-2/index.html",
                "organisations/deepmind/index.html",
            ],
        )
        .hold();
}

#[test]
fn a_text_takes_its_files_along_and_its_links_lead_somewhere() {
    let site = built();
    assert!(site.has("organisations/meta/sign.svg"));
    let page = html::references(site.text("organisations/meta/index.html"));
    for href in ["/news/a/", "/news/organisations/google-deepmind/"] {
        assert!(page.contains(href), "{page:?}");
    }
    let article = html::references(site.text("a/index.html"));
    assert!(
        article.contains("/news/organisations/meta/#what-it-makes"),
        "{article:?}"
    );
    let dead = html::dead_ends(&site.files, "https://example.org", "/news/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn every_other_name_of_a_term_leads_to_it() {
    let site = built();
    for alias in ["deepmind", "google-brain"] {
        let page = site.text(&format!("organisations/{alias}/index.html"));
        let to = "/news/organisations/google-deepmind/";
        assert!(html::references(page).contains(to), "{alias}: {page}");
    }
}

#[test]
fn an_explainer_without_a_date_is_no_event_and_is_found() {
    let text = "---\ntitle: What a dam is\nkind: explainer\npublished: 2025-01-01T00:00:00Z\ntags: [dam]\n---\n\nA wall.\n";
    let event = "---\ntitle: The dam opens\ndate: 2025-02-01\npublished: 2025-02-01\nkind: analysis\ntags: [dam]\n---\n";
    let site = SiteTest::new()
        .article("what.md", text)
        .article("opens.md", event)
        .built();
    assert!(site.text("feed.xml").contains("What a dam is"));
    let term = html::text_of_main(site.text("tags/dam/index.html"));
    assert!(
        term.contains("Background") && term.contains("What a dam is"),
        "{term}"
    );
    assert!(
        !term.contains("No date yet") && !term.contains("no date given"),
        "{term}"
    );
    assert!(
        term.contains("Analysis") && term.contains("Explainer"),
        "{term}"
    );
    let front = html::text_of_main(site.text("index.html"));
    assert!(front.contains("1 entry in 2 articles"), "{front}");
    assert!(!html::text_of_main(site.text("2025/index.html")).contains("What a dam is"));
    assert!(!site.has("expected/index.html"));
}

#[test]
fn an_index_by_name_has_each_letter_once() {
    let names = [
        "¿Qué?",
        ".NET",
        "‘b2’",
        "“quoted”",
        "(brackets)",
        "@home",
        "💡 light",
        "apple",
        "Oslo",
        "Ørsted",
        "Osman",
        "brass",
        "Home",
        "net",
        "3D",
        "“4”",
        "Łódź",
        "lamp",
    ];
    let tags: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    let site = SiteTest::new()
        .article(
            "a.md",
            &format!(
                "---\ntitle: A\ndate: 2025\ntags: [{}]\n---\n",
                tags.join(", ")
            ),
        )
        .built();
    let page = site.text("tags/index.html");
    let index = &page[page.find("class=\"by-name\"").expect("an index")..];
    let letters: Vec<&str> = index
        .split("<h3>")
        .skip(1)
        .filter_map(|rest| rest.split("</h3>").next())
        .collect();
    assert_eq!(letters[0], "0–9");
    let mut once = letters.clone();
    once.dedup();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), letters.len(), "{letters:?}");
    let of = |letter: &str| {
        let part = index
            .split(&format!("<h3>{letter}</h3>"))
            .nth(1)
            .expect("a letter");
        html::text(part.split("</section>").next().expect("its terms"))
    };
    assert!(
        of("Q").contains("“quoted”") && of("Q").contains("¿Qué?"),
        "{}",
        of("Q")
    );
    assert!(
        of("N").contains(".NET") && of("N").contains("net"),
        "{}",
        of("N")
    );
    assert!(of("0–9").contains("“4”"), "{}", of("0–9"));
}
