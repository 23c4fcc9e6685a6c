//! The default theme: embedded whole, and nothing in a page that a strict policy forbids.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use dateline::render::templates::{THEME, THEME_CSS};
use dateline::theme;
use dateline::view::site_css::STYLE_SHEET;

use crate::html;
use crate::site_test::{Outcome, SiteTest, files_below};

#[test]
fn every_template_is_embedded_and_nothing_else_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let there = files_below(&folder);
    let embedded: BTreeSet<&str> = THEME.iter().map(|(name, _)| *name).collect();
    assert_eq!(embedded.len(), THEME.len(), "a template is named twice");
    let words = |name: &str| name.starts_with("words/");
    let names = there.keys().map(String::as_str);
    let names: BTreeSet<&str> = names.filter(|name| !words(name)).collect();
    assert_eq!(names, embedded);
    for (name, text) in THEME {
        assert!(there[*name] == text.as_bytes(), "{name} is another text");
    }
}

#[test]
fn the_style_sheet_is_the_one_in_static() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let text = std::fs::read_to_string(path.join(STYLE_SHEET)).expect("it is there");
    assert!(text == THEME_CSS);
}

/// A build is made anew where one of them is another than in the program that built last.
#[test]
fn every_text_of_the_theme_counts() {
    let folder = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let templates = files_below(&folder("templates")).into_values();
    // Scripts as they are served.
    let scripts = files_below(&folder("src/render/modules")).into_values();
    let scripts = scripts.map(|text| {
        let text = String::from_utf8(text).expect("a script");
        crate::site_css::minify::script(&text).into_bytes()
    });
    let css = std::fs::read(folder("static").join(STYLE_SHEET)).expect("it is there");
    let there: BTreeSet<Vec<u8>> = templates.chain(scripts).chain([css]).collect();
    let texts = theme::texts().map(|(_, text)| text.as_bytes().to_vec());
    assert!(texts.collect::<BTreeSet<_>>() == there);
    let names: BTreeSet<&str> = theme::texts().map(|(name, _)| name).collect();
    assert_eq!(names.len(), theme::texts().count());
}

/// A site that uses all that the theme can show.
static FULL: LazyLock<Outcome> = LazyLock::new(full);

fn full() -> Outcome {
    let mut site = SiteTest::new().site(
        "title: Full\nurl: https://example.org/\ndescription: Everything at once.\n\
         identity: {logo: logo.svg, favicon: icon.svg}\n\
         publisher: {name: Desk, corrections_policy: /about/, masthead: /about/, report: 'mailto:a@example.org'}\n\
         taxonomies: {models: {title: Models, feeds_from: 1}}\n\
         stances: {open: {label: Open, colour: '#0a5', pattern: dots, about: For all}, shut: {label: Shut}}\n\
         per_page: 10\ncompare: [[Acme, Org 1]]\n",
    );
    site = site
        .file("static/logo.svg", "<svg/>")
        .file("static/icon.svg", "<svg/>")
        .file(
            "content/pages/about.md",
            "---\ntitle: About\nsummary: Us\n---\n\nUs.\n",
        );
    for n in 1..=28 {
        let stance = if n % 2 == 0 { "open" } else { "shut" };
        site = site.article(
            &format!("2025/event-{n}.md"),
            &format!(
                "---\ntitle: Event {n}\ndate: 2025-{:02}-{:02}\npublished: 2025-12-{:02}\nplace: Bogor\n\
                 summary: A dek.\nauthors: [Ann, Ben]\norganisations: [Acme, Org {n}]\npeople: [Cy]\n\
                 tags: [all, t{n}]\nmodels: [M1, M{n}]\nstance: {{Acme: {stance}}}\ncertainty: rumoured\nkind: analysis\n\
                 lang: id\naliases: [/old/{n}/]\n\
                 sources: [{{id: s, title: A source, publisher: P, date: 2025-01-01, kind: primary, accessed: 2025-02-01}}]\n\
                 entries: [{{id: plan-{n}, title: Plan {n}, date: 2026-Q2, status: expected, source: s,\
                 slipped: [{{from: 2025, wording: within the year, on: 2025-01-01, source: s}}]}}]\n\
                 corrections: [{{date: 2025-12-30, text: Wrong month.}}]\n---\n\n\
                 Text[^s] with a note[^n] and [a place](#two).\n\n[^n]: A note.\n\n## One\n\n\
                 | a | b |\n|:--|--:|\n| 1 | 2 |\n\n> [!NOTE]\n> Mind this.\n\n## Two\n\n```rust\nlet a = 1;\n```\n\n\
                 - [x] done\n\nTerm\n: Meaning\n",
                n % 12 + 1,
                n,
                n
            ),
        );
    }
    site.built()
}

#[test]
fn no_page_holds_what_a_strict_policy_forbids() {
    let site = &*FULL;
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    // Data, which nothing runs.
    let data = [pair("type", "application/ld+json")];
    // A file of the site, which a policy of its own files allows; on the page that it is for.
    let own = html::script_of_explore(&site.files).expect("a search");
    let module = |address: &str| [pair("type", "module"), pair("src", address)];
    let lanes = site.files.keys().find(|r| r.starts_with("assets/lanes."));
    let lanes = format!("/{}", lanes.expect("lanes"));
    let copy = site.files.keys().find(|r| r.starts_with("assets/copy."));
    let copy = format!("/{}", copy.expect("a button that copies"));
    let shows = |route: &str| {
        let folders = ["lanes/", "compare/", "stories/", "expected/"];
        folders.iter().any(|folder| route.starts_with(folder))
    };
    let scripts = [
        ("explore/index.html", module(&own)),
        ("lanes/index.html", module(&lanes)),
        ("compare/acme-org-1/index.html", module(&lanes)),
    ];
    let theme = |name: &str| {
        let mut files = site.files.keys();
        let file = files.find(|r| r.starts_with(&format!("assets/{name}.")));
        [pair("src", &format!("/{}", file.expect("a script")))]
    };
    let (look, today) = (theme("look"), theme("today"));
    for (route, page) in site.pages() {
        for tag in html::tags(page) {
            // The reader's look on every page; today first, where there are days.
            let data = tag.attributes == data
                || tag.attributes == look
                || route == "on-this-day/index.html" && tag.attributes == today
                || shows(route) && tag.attributes == module(&copy);
            let allowed = |(on, script): &(&str, [_; 2])| route == *on && tag.attributes == *script;
            let own = scripts.iter().any(allowed);
            assert!(tag.name != "script" || data || own, "{route}: {tag:?}");
            assert_ne!(tag.name, "style", "{route}");
            for (name, value) in &tag.attributes {
                assert_ne!(name, "style", "{route}: {tag:?}");
                assert!(!name.starts_with("on"), "{route}: {tag:?}");
                let value = value.trim().to_lowercase();
                assert!(!value.starts_with("javascript:"), "{route}: {tag:?}");
            }
        }
    }
}

/// What the style sheet says of an element would hold for a whole page of that kind.
#[test]
fn no_element_has_the_kind_of_a_page_for_its_class() {
    let site = &*FULL;
    let classes = |tag: &html::Tag| -> Vec<String> {
        let all = tag.attribute("class").unwrap_or_default();
        all.split_whitespace().map(str::to_owned).collect()
    };
    let mut kinds = BTreeSet::new();
    let mut others: BTreeMap<String, String> = BTreeMap::new();
    for (route, page) in site.pages() {
        for tag in html::tags(page) {
            match tag.name.as_str() {
                "body" => kinds.extend(classes(&tag)),
                // Their second class is a word of the content; rules have both.
                _ if classes(&tag).contains(&"chip".to_owned()) => {}
                name => {
                    let found = classes(&tag).into_iter();
                    others.extend(found.map(|c| (c, format!("<{name}> of {route}"))));
                }
            }
        }
    }
    assert!(kinds.contains("choice") && others.contains_key("option"));
    let both: Vec<_> = kinds
        .iter()
        .filter_map(|k| Some((k, others.get(k)?)))
        .collect();
    assert!(both.is_empty(), "{both:?}");
}

#[test]
fn no_page_refers_to_another_host() {
    let site = &*FULL;
    for (route, page) in site.pages() {
        for (at, _) in page.match_indices("://") {
            let start = page[..at].rfind(|c: char| !c.is_alphanumeric());
            let (before, address) = page.split_at(start.map_or(0, |s| s + 1));
            // A name in JSON-LD, which nobody loads; a link to share by, which nobody follows
            // but by a click.
            let shared = before.ends_with("<a class=\"button\" href=\"");
            if address.starts_with("https://schema.org") || shared {
                continue;
            }
            assert!(
                // A calendar program subscribes to the second.
                address.starts_with("https://example.org/")
                    || address.starts_with("webcal://example.org/"),
                "{route}: {}",
                address.chars().take(80).collect::<String>()
            );
        }
        for reference in html::references(page) {
            assert!(!reference.starts_with("//"), "{route}: {reference}");
        }
    }
    let css = site.files.keys().find(|r| r.ends_with(".css"));
    let css = site.text(css.expect("a style sheet"));
    assert!(!css.contains("://") && !css.contains("@import"));
}

#[test]
fn everything_that_the_theme_can_show_leads_somewhere_and_has_ids_of_its_own() {
    let site = &*FULL;
    let dead = html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
    for (route, page) in site.pages() {
        let mut seen = BTreeSet::new();
        for tag in html::tags(page) {
            for name in ["id", "aria-labelledby"] {
                let Some(value) = tag.attribute(name) else {
                    continue;
                };
                if name == "id" {
                    assert!(seen.insert(value.to_owned()), "{route}: `{value}` twice");
                } else {
                    assert!(html::ids(page).contains(value), "{route}: {value}");
                }
            }
        }
    }
}

#[test]
fn a_site_replaces_one_template_and_the_others_stay() {
    let site = SiteTest::new()
        .article("a.md", "---\ntitle: A\ndate: 2025-01-01\n---\n")
        .file("templates/not-found.html", "Gone: {{ site.title }}")
        .file("static/site.css", "b {}")
        .built();
    assert_eq!(site.text("404.html"), "Gone: Test");
    assert!(site.text("a/index.html").contains("<main"));
    let css = site.files.keys().find(|r| r.ends_with(".css"));
    assert_eq!(site.text(css.expect("a style sheet")), "b {}");
}

#[test]
fn a_copy_of_the_style_sheet_that_nobody_has_changed_is_served_as_the_themes_is() {
    let article = "---\ntitle: A\ndate: 2025-01-01\n---\n";
    let without = SiteTest::new().article("a.md", article).built();
    let with = SiteTest::new()
        .article("a.md", article)
        .file("static/site.css", THEME_CSS)
        .built();
    assert_eq!(without.files, with.files);
}

#[test]
fn an_override_without_its_component_is_named() {
    let site = SiteTest::new()
        .file("templates/components/foot.html", "<p>Mine</p>\n")
        .file("templates/artcle.html", "x\n");
    let found = site.check();
    assert!(found.text.contains("missing-component"), "{}", found.text);
    assert!(
        found.text.contains("templates/components/foot.html"),
        "{}",
        found.text
    );
    assert!(
        found.text.contains("did you mean `article.html`?"),
        "{}",
        found.text
    );
}

#[test]
fn an_entry_names_its_organisations_but_not_the_one_whose_page_it_is_on() {
    let site = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025-01-01\norganisations: [R & D <x>, Other]\n---\n",
        )
        .built();
    let entry = |route: &str| {
        let page = site.text(route);
        let start = page.find("<li class=\"entry").expect("an entry");
        let end = page[start..].find("</li>").expect("its end");
        page[start..start + end].to_owned()
    };
    let (ours, other) = ("R &amp; D &lt;x&gt;</a>", ">Other</a>");
    let month = entry("2025/01/index.html");
    assert!(month.contains(ours) && month.contains(other), "{month}");
    let own = entry("organisations/r-and-d-x/index.html");
    assert!(!own.contains(ours) && own.contains(other), "{own}");
    let others = entry("organisations/other/index.html");
    assert!(others.contains(ours) && !others.contains(other), "{others}");
}

#[test]
fn each_page_marks_its_own_item_of_the_menu() {
    let site = &*FULL;
    for (route, marked) in [
        ("2025/index.html", Some("/")),
        ("tags/all/index.html", Some("/tags/")),
        ("models/index.html", Some("/models/")),
        ("about/index.html", None),
    ] {
        let tags = html::tags(site.text(route));
        let mut menu = tags
            .iter()
            .skip_while(|tag| tag.attribute("class") != Some("menu"))
            .take_while(|tag| tag.name != "main");
        let found = menu.find(|tag| tag.attribute("aria-current").is_some());
        assert_eq!(
            found.and_then(|tag| tag.attribute("href")),
            marked,
            "{route}"
        );
    }
}
