//! A site that changes one colour, one property, one component and one word: `docs/theming.md`.

use crate::goldens::Goldens;
use dateline::render::templates::THEME_CSS;

use crate::site_test::{Outcome, SiteTest};

#[path = "../../build/minify.rs"]
pub mod minify;

use minify::minified;

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

fn own_sheet(built: &Outcome) -> &str {
    let route = built.files.keys().find(|r| r.starts_with("custom."));
    built.text(route.expect("a style sheet of the site's own"))
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
    let built = built();
    let theme = style_sheet(&built);
    assert!(theme.contains("--measure:40rem;"));
    assert!(theme.starts_with("@layer "), "{theme}");
    assert_eq!(own_sheet(&built), ":root { --measure: 36rem; }\n");
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
fn one_message_is_the_sites_own_and_all_others_the_programs() {
    let built = built();
    let page = built.text("index.html");
    assert!(page.contains("Fresh from the river"), "{page}");
    assert!(!page.contains("Just published"), "{page}");
    assert!(page.contains("Skip to content"), "{page}");
}

#[test]
fn the_style_sheet_is_served_without_comments_and_spaces_and_means_the_same() {
    let css = style_sheet(&SiteTest::fixture("late").built());
    assert!(!css.contains("/*") && !css.contains("  "), "{css}");
    assert!(css.len() * 10 < THEME_CSS.len() * 9, "{}", css.len());
    for sign in ['{', '}', '(', ')', '"'] {
        let plain = THEME_CSS.split("*/").map(|part| part.split("/*").next());
        let count = plain.map(|part| part.unwrap_or_default().matches(sign).count());
        assert_eq!(
            minified(THEME_CSS).matches(sign).count(),
            count.sum::<usize>(),
            "{sign}"
        );
    }
}

#[test]
fn spaces_that_mean_something_stay() {
    for (written, served) in [
        ("a :is(b, c) { color: red; }", "a :is(b,c){color:red}"),
        (
            ":root { --x: calc(1px + 2 * var(--y)) ; }",
            ":root{--x:calc(1px + 2 * var(--y))}",
        ),
        (
            "a::before { content: \"a  /* b */ ; }\"; }",
            "a::before{content:\"a  /* b */ ; }\"}",
        ),
        (
            "@media (min-width: 3rem) and (hover) { a > b { margin: 0 -1px !important } }",
            "@media (min-width:3rem) and (hover){a>b{margin:0 -1px!important}}",
        ),
        ("a/* one */b { font: 1rem/1.5 x }", "a b{font:1rem/1.5 x}"),
        (
            "a { content: \"\\\"\" / \"\" } /* never closed",
            "a{content:\"\\\"\" / \"\"}",
        ),
    ] {
        assert_eq!(minified(written), format!("{served}\n"), "{written}");
        assert_eq!(
            minified(&minified(written)),
            format!("{served}\n"),
            "{written}"
        );
    }
}

#[test]
fn the_second_look_sets_what_the_theme_has() {
    let look = include_str!("../../docs/magazine.css");
    let built = SiteTest::fixture("look")
        .file("static/custom.css", look)
        .built();
    assert_eq!(own_sheet(&built), look);
    let plain = minified(look);
    let declared = plain
        .split("--")
        .skip(1)
        .filter_map(|rest| rest.split_once(':'));
    for (property, _) in
        declared.filter(|(name, _)| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    {
        assert!(
            THEME_CSS.contains(&format!("--{property}:")),
            "--{property}"
        );
    }
    let selectors = plain.split('}').filter_map(|rule| rule.split_once('{'));
    for (selector, _) in selectors {
        let classes = selector.split('.').skip(1);
        for class in classes {
            let name = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let end = class.find(|c| !name(c)).unwrap_or(class.len());
            assert!(
                THEME_CSS.contains(&format!(".{}", &class[..end])),
                ".{}",
                &class[..end]
            );
        }
    }
}

#[test]
fn a_script_is_served_without_its_comments_and_indentation() {
    let text = "// A note.\n/**\n * More.\n */\nconst a = () => {\n  // Within.\n  return 'x // y';\n\n};\n/* One line. */\na();\n";
    assert_eq!(
        minify::script(text),
        "const a = () => {\nreturn 'x // y';\n};\na();\n"
    );
}
