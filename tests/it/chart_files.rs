//! Pictures of time as files of their own: `/lanes/lanes.svg`, and what their pages say of them.

#[cfg(feature = "raster")]
use dateline::content::picture;
use dateline::render::svg;

use crate::html;
use crate::site_test::{Outcome, SiteTest};

const SITE: &str = "title: Times & Tides\nurl: https://example.org/\nlanguage: en\ntimezone: UTC\n\
    data_licence: CC BY 4.0\ncompare: [[Acme, Brill]]\n\
    stances: {open: {label: Open}, half: {label: Half}, shut: {label: Shut}}\n";
const FILES: [(&str, &str); 4] = [
    ("lanes/index.html", "lanes/lanes.svg"),
    (
        "compare/acme-brill/index.html",
        "compare/acme-brill/acme-brill.svg",
    ),
    ("stories/tale/index.html", "stories/tale/tale.svg"),
    ("expected/index.html", "expected/slips.svg"),
];

fn site(yaml: &str) -> SiteTest {
    let articles = [
        "date: 2024-02-01\norganisations: [Acme]\nstance: open\nstory: tale\n",
        "date: 2025-04\norganisations: [Acme]\nstance: shut\nstory: tale\n",
        "date: 2025-05-06/2025-06-07\norganisations: [Acme, Brill]\nstory: tale\n",
        "date: 2025-08~\norganisations: [Brill]\nstance: half\nimportance: 5\n",
        "date: 2026-06-01\nstatus: expected\norganisations: [Brill]\n\
         slipped: [{from: 2025-11-01, on: 2025-09-01}, {from: 2026-01-01, on: 2025-10-21}]\n",
        "date: 2026-09-01\nstatus: expected\norganisations: [Acme]\n\
         slipped: [{from: 2025-12-01, on: 2025-10-01}, {from: 2026-02-01, on: 2025-10-20}]\n",
    ];
    let site = SiteTest::new().site(yaml).now("2026-03-01T12:00:00Z");
    let add = |site: SiteTest, (n, keys): (usize, &&str)| {
        let text = format!("---\ntitle: A{n} <b>\nid: a{n}\npublished: 2025-10-01\n{keys}---\n");
        site.article(&format!("a{n}.md"), &text)
    };
    articles.iter().enumerate().fold(site, add)
}

/// The texts between tags.
fn words(svg: &str) -> String {
    let parts = svg
        .split('<')
        .filter_map(|part| Some(part.split_once('>')?.1));
    parts.collect::<Vec<_>>().join(" ")
}

#[test]
fn each_picture_is_a_file_with_title_source_and_licence_inside() {
    let site = site(SITE).built();
    for (page, file) in FILES {
        let svg = site.text(file);
        let title = html::text(page_title(site.text(page)));
        assert!(
            svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"en\""),
            "{file}"
        );
        let address = format!(
            "https://example.org/{}",
            page.trim_end_matches("index.html")
        );
        let said = words(svg);
        for part in [
            "Times &amp; Tides",
            &address,
            "As of ",
            "Terms of use: CC BY 4.0",
        ] {
            assert!(said.contains(part), "{file}: no `{part}` in {said}");
        }
        assert!(svg.contains("<title id=\"t\">"), "{file} {title}");
        // Every link leads back to the site, whole.
        let links = svg.matches("<a href=\"").count();
        assert!(links > 0, "{file}");
        assert_eq!(
            svg.matches("<a href=\"https://example.org/").count(),
            links,
            "{file}"
        );
        // Its look is in it, and nothing that a policy of drawings forbids.
        for none in ["class=", "style", "<script", "data-", "var(--"] {
            assert!(!svg.contains(none), "{file}: {none}");
        }
        assert!(svg.contains("fill=\"#"), "{file}");
    }
}

fn page_title(page: &str) -> &str {
    let start = page.find("<h1").expect("a heading");
    &page[start..start + page[start..].find("</h1>").expect("its end")]
}

#[test]
fn what_may_be_in_a_drawing_is_all_that_these_have() {
    let site = site(SITE).built();
    for (_, file) in FILES {
        let own = site.text(file);
        let clean = svg::sanitize(own.as_bytes().to_vec()).expect("a drawing");
        let clean = String::from_utf8(clean.bytes).expect("text");
        assert_eq!(words(own), words(&clean), "{file}");
        for part in [
            "<path",
            "<use",
            "<a ",
            " fill=",
            " stroke-dasharray=",
            " paint-order=",
            "marker-end=",
        ] {
            assert_eq!(
                own.matches(part).count(),
                clean.matches(part).count(),
                "{file}: {part}"
            );
        }
    }
}

#[test]
fn the_page_leads_to_the_file_and_says_how_to_cite_and_embed_it() {
    let site = site(SITE).built();
    for (page, file) in FILES {
        let html = site.text(page);
        assert!(
            html.contains(&format!(
                "<a href=\"/{file}\" download>The picture as SVG</a>"
            )),
            "{page}"
        );
        let address = format!(
            "https://example.org/{}",
            page.trim_end_matches("index.html")
        );
        let start = html
            .find("class=\"chart-file\"")
            .expect("a part about the file");
        let part = &html[start..start + html[start..].find("</details>").expect("its end")];
        let cited = format!(". Times &amp; Tides, {address}. As of ");
        assert!(part.contains(&cited), "{part}");
        let field = part.split_once("<textarea").expect("a field").1;
        let code = field.split_once('>').expect("a tag").1;
        let code = code.split_once("</textarea>").expect("its end").0;
        let code = html::text(code);
        assert!(
            code.starts_with(&format!(
                "<a href=\"{address}\"><img src=\"https://example.org/{file}\" alt=\""
            )),
            "{code}"
        );
        // Without script there is no button, and the field can be selected.
        assert!(
            part.contains(
                "<button type=\"button\" class=\"button\" data-copy=\"Copied\" hidden>Copy</button>"
            ),
            "{part}"
        );
        assert!(field.starts_with(" readonly"), "{field}");
    }
}

#[test]
fn a_site_can_do_without_these_files() {
    let site = site(&format!("{SITE}features: {{charts: false}}\n")).built();
    for (page, file) in FILES {
        assert!(!site.has(file), "{file}");
        assert!(!site.text(page).contains("chart-file"), "{page}");
    }
    assert!(!site.files.keys().any(|route| route.contains("assets/copy")));
}

#[test]
fn a_picture_as_a_file_changes_with_its_entries_and_not_every_day() {
    let site = site(SITE);
    site.rebuild().result.expect("a site");
    let rendered = |site: &SiteTest| -> Vec<String> {
        let outcome: Outcome = site.rebuild();
        let built = outcome.result.expect("a site");
        built.rendered.into_iter().map(|(route, _)| route).collect()
    };
    let site = site.now("2026-03-02T12:00:00Z");
    let next_day = rendered(&site);
    assert!(
        next_day.iter().any(|route| route == "lanes/index.html"),
        "{next_day:?}"
    );
    assert!(
        !next_day.iter().any(|route| route.ends_with(".svg")),
        "{next_day:?}"
    );
    let site = site.article(
        "b.md",
        "---\ntitle: B\nid: b\ndate: 2025-12-01\npublished: 2025-12-01\norganisations: [Acme]\n---\n",
    );
    let changed = rendered(&site);
    assert!(
        changed.iter().any(|route| route == "lanes/lanes.svg"),
        "{changed:?}"
    );
    assert!(
        !changed.iter().any(|route| route == "stories/tale/tale.svg"),
        "{changed:?}"
    );
}

#[cfg(not(feature = "raster"))]
#[test]
fn a_program_that_cannot_draw_says_so() {
    let site = site(&format!("{SITE}features: {{png_charts: true}}\n")).build();
    let found = &site.found.text;
    assert!(
        found.contains("warning[missing-codecs]: `features: {png_charts: true}`"),
        "{found}"
    );
    assert!(!site.files.keys().any(|route| route.ends_with(".png")));
    assert!(!site.text("lanes/index.html").contains("as PNG"));
}

#[cfg(feature = "raster")]
#[test]
fn each_picture_is_a_png_too_if_the_site_wants_it() {
    let plain = site(SITE).built();
    assert!(!plain.files.keys().any(|route| route.ends_with(".png")));
    assert!(!plain.text("lanes/index.html").contains("as PNG"));
    let site = site(&format!("{SITE}features: {{png_charts: true}}\n")).built();
    for (page, file) in FILES {
        let png = file.replace(".svg", ".png");
        let number = |name: &str| {
            let svg = site.text(file);
            let rest = svg.split_once(&format!(" {name}=\"")).expect("a size").1;
            let digits = rest.split_once('"').expect("its end").0;
            digits.parse::<u32>().expect("a whole number")
        };
        let size = Some((2 * number("width"), 2 * number("height")));
        assert_eq!(picture::size(&site.files[&png]), size, "{png}");
        let link = format!("<a href=\"/{png}\" download>The picture as PNG</a>");
        assert!(site.text(page).contains(&link), "{page}");
    }
}

#[cfg(feature = "raster")]
#[test]
fn what_the_fonts_cannot_write_is_no_png() {
    let yaml = format!("{SITE}features: {{png_charts: true}}\n");
    let site = site(&yaml)
        .article(
            "rocket.md",
            "---\ntitle: A rocket \u{1f680}\ndate: 2025-03-04\norganisations: [Acme]\n---\n",
        )
        .article(
            "far.md",
            "---\ntitle: \u{6771}\u{4eac}\ndate: 2025-03-05\nstory: tale\n---\n",
        )
        .built();
    assert!(site.has("lanes/lanes.png"));
    assert!(site.has("stories/tale/tale.svg") && !site.has("stories/tale/tale.png"));
    assert!(!site.text("stories/tale/index.html").contains("as PNG"));
    let found = &site.found.text;
    assert!(
        found.contains("notice[no-card]: a picture of time is no PNG"),
        "{found}"
    );
    let chinese = self::site(&yaml.replace("language: en", "language: zh")).built();
    assert!(!chinese.files.keys().any(|route| route.ends_with(".png")));
}
