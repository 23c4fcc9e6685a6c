//! A site that changes one colour, one property, one component and one word: `docs/theming.md`.

use crate::goldens::Goldens;
use crate::site_test::{Outcome, SiteTest};

fn built() -> Outcome {
    SiteTest::fixture("look").built()
}

#[test]
fn a_site_that_changes_little_reads_as_it_should() {
    let built = built();
    Goldens::of("look")
        .diagnostics(&built.found.text)
        .texts(&built, ["index.html", "dam/index.html"])
        .hold();
}

fn style_sheet(built: &Outcome) -> String {
    let page = built.text("index.html");
    let address = page
        .split("<link rel=\"stylesheet\" href=\"/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a style sheet");
    built.text(address).to_owned()
}

#[test]
fn one_component_is_the_sites_own_and_all_others_the_themes() {
    let built = built();
    let page = built.text("dam/index.html");
    assert!(page.contains("class=\"our-share\""), "{page}");
    assert!(!page.contains("id=\"dl:article-share\""), "{page}");
    assert!(page.contains("id=\"article-sources\""), "{page}");
}

#[test]
fn one_property_is_set_after_the_theme_and_outside_its_layers() {
    let css = style_sheet(&built());
    let (theme, own) = css.split_once(":root { --measure: 36rem; }").expect("ours");
    assert!(
        theme.contains("--measure: 40rem;"),
        "the theme's comes first"
    );
    assert_eq!(theme.matches('{').count(), theme.matches('}').count());
    assert!(!own.contains("--measure"), "{own}");
}

#[test]
fn the_accent_is_made_dark_enough_for_paper_and_said_to_be() {
    let site = SiteTest::fixture("look");
    let css = style_sheet(&site.built());
    let own = css
        .rsplit_once("@layer tokens")
        .expect("the site's rules")
        .1;
    assert!(own.contains("--accent: #"), "{own}");
    assert!(
        !own.split("prefers-color-scheme")
            .next()
            .unwrap_or("")
            .contains("#ffcc00"),
        "{own}"
    );
    let found = site.check();
    assert!(
        found.list.iter().any(|d| d.message.contains("#ffcc00")),
        "{:?}",
        found.text
    );
}

#[test]
fn the_own_sheet_is_no_file_of_the_site() {
    assert!(!built().has("custom.css"));
}

#[test]
fn one_message_is_the_sites_own_and_all_others_the_programs() {
    let built = built();
    let page = built.text("index.html");
    assert!(page.contains("Fresh from the river"), "{page}");
    assert!(!page.contains("Just published"), "{page}");
    assert!(page.contains("Skip to content"), "{page}");
}
