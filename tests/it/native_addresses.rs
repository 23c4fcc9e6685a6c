//! `slugs: native`: addresses in the letters of every script, and what becomes of those that were in
//! Latin letters.

use crate::html;
use crate::project::Project;
use crate::site_test::SiteTest;

const ORIGIN: &str = "https://example.org";

fn site_yaml(slugs: &str) -> String {
    format!(
        "title: مرصد\nurl: {ORIGIN}/news/\nlanguage: ar\nslugs: {slugs}\n\
         taxonomies: {{organisations: {{feeds_from: 1}}}}\n\
         hosting: {{hosts: [netlify, nginx, caddy]}}\n\
         lint: {{missing-published: off, missing-source: off, single-source: off, vague-title: off}}\n"
    )
}

fn article(title: &str, keys: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2026-01-03\n{keys}---\nText.\n")
}

/// Files as macOS names them have their accents apart.
const APART: &str = "gro\u{308}\u{df}e";

const ENTRY: &str = "entries:\n  - {title: يفتح السد, date: 2026-01-05}\n";

fn files() -> [(&'static str, String); 6] {
    [
        (
            "content/افتتاح-السد.md",
            article(
                "افتتاح السدّ",
                &format!("organisations: [هيئة النقرة]\nstory: سد-النقرة\n{ENTRY}"),
            ),
        ),
        (
            "content/2026-01-03-ダムの開門.md",
            article("ダムの開門", "tags: [水 位]\nlang: ja\n"),
        ),
        (
            "content/हिन्दी समाचार.md",
            article(
                "हिन्दी समाचार",
                "people: [आशा भोंसले]\nlang: hi\nstory: سد-النقرة\n",
            ),
        ),
        (
            "content/Плотина открыта.md",
            article(
                "Плотина открыта",
                "organisations: [Водный совет]\nlang: ru\n",
            ),
        ),
        (
            "content/links.md",
            article("Links", "lang: en\n").replace(
                "Text.",
                &format!(
                    "[a](افتتاح-السد.md) [b]({APART}.md) [[Плотина открыта]] [c](/organisations/)"
                ),
            ),
        ),
        (
            "content/pages/من نحن.md",
            "---\ntitle: من نحن\n---\nنص.\n".to_owned(),
        ),
    ]
}

fn desk(slugs: &str) -> SiteTest {
    let mut site = SiteTest::new().site(&site_yaml(slugs));
    for (path, text) in files() {
        site = site.file(path, &text);
    }
    site.article(&format!("{APART}.md"), &article("Größe", "lang: de\n"))
}

fn project(slugs: &str) -> Project {
    let mut project = Project::empty().file("site.yaml", site_yaml(slugs));
    for (path, text) in files() {
        project = project.file(path, text);
    }
    project.article("größe.md", &article("Größe", "lang: de\n"))
}

const NATIVE: [&str; 9] = [
    "افتتاح-السد/index.html",
    "ダムの開門/index.html",
    "हिन्दी-समाचार/index.html",
    "плотина-открыта/index.html",
    "größe/index.html",
    "organisations/هيئة-النقرة/index.html",
    "organisations/водный-совет/index.html",
    "tags/水-位/index.html",
    "من-نحن/index.html",
];

#[test]
fn addresses_keep_the_letters_of_the_script() {
    let site = desk("native").built();
    for route in NATIVE {
        assert!(site.has(route), "{route}");
    }
    assert!(site.has("people/आशा-भोंसले/index.html"));
    assert!(site.has("stories/سد-النقرة/index.html"));
    let dead = html::dead_ends(&site.files, ORIGIN, "/news/");
    assert!(dead.is_empty(), "{dead:#?}");
    let links = site.text("links/index.html");
    assert!(links.contains("href=\"/news/größe/\""), "{links}");
    assert!(links.contains("href=\"/news/плотина-открыта/\""), "{links}");
    let article = site.text("افتتاح-السد/index.html");
    assert!(article.contains("id=\"entry-يفتح-السد\""), "{article}");
}

#[test]
fn absolute_addresses_are_percent_encoded_once() {
    let site = desk("native").built();
    let encoded = "https://example.org/news/%D0%BF%D0%BB%D0%BE%D1%82%D0%B8%D0%BD%D0%B0-%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82%D0%B0/";
    for file in ["sitemap.xml", "feed.xml", "плотина-открыта/index.html"] {
        let text = site.text(file);
        assert!(text.contains(encoded), "{file}: {text}");
        assert!(!text.contains("example.org/news/плот"), "{file}: {text}");
        assert!(!text.contains("%25D0%25BF%25D0"), "{file}: {text}");
    }
    let shared = site.text("плотина-открыта/index.html");
    assert!(
        shared.contains("https%3A%2F%2Fexample.org%2Fnews%2F%D0%BF"),
        "{shared}"
    );
}

#[test]
fn latin_addresses_stay_the_default() {
    let site = desk("latin").built();
    for route in NATIVE {
        assert!(!site.has(route), "{route}");
    }
    for route in [
        "plotina-otkryta/index.html",
        "grosse/index.html",
        "tags/shui-wei/index.html",
    ] {
        let all: Vec<&String> = site.files.keys().collect();
        assert!(site.has(route), "{route} {all:?}");
    }
}

/// The address that a page redirects to.
fn target(page: &str) -> &str {
    let at = page.find("url=").expect("a redirect") + "url=".len();
    page[at..].split('"').next().unwrap_or_default()
}

#[test]
fn recorded_addresses_redirect_when_the_setting_changes_and_back() {
    let project = project("latin");
    project.run("build").code(0);
    project.run("urls --accept").code(0);
    let latin = project.output();
    project.write("site.yaml", site_yaml("native"));
    let ran = project.run("build").code(0);
    assert!(!ran.err.contains("lost-address"), "{}", ran.err);
    let native = project.output();
    for route in latin.keys().filter(|route| route.ends_with("index.html")) {
        assert!(native.contains_key(route), "{route} is lost");
    }
    let old = project.read("public/plotina-otkryta/index.html");
    assert_eq!(target(&old), "/news/плотина-открыта/");
    let redirects = project.read("public/_redirects");
    let line = "/news/plotina-otkryta/ /news/%D0%BF%D0%BB%D0%BE%D1%82%D0%B8%D0%BD%D0%B0-%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82%D0%B0/ 301";
    assert!(redirects.contains(line), "{redirects}");
    // A feed stays a feed, and an event keeps its anchor.
    let feed = latin
        .keys()
        .find(|route| route.starts_with("organisations/hy") && route.ends_with("feed.xml"));
    let feed = feed.expect("the term has a feed");
    assert!(project.read(&format!("public/{feed}")).contains("<feed"));
    let anchor = |page: &str| {
        let at = page.find("id=\"entry-").expect("an event");
        page[at..].split('"').nth(1).unwrap_or_default().to_owned()
    };
    let page = latin
        .iter()
        .find(|(_, page)| String::from_utf8_lossy(page).contains("id=\"entry-"));
    let before = anchor(&String::from_utf8_lossy(
        page.expect("a page with an event").1,
    ));
    assert_eq!(
        anchor(&project.read("public/افتتاح-السد/index.html")),
        before
    );
    // What is recorded of both serves the way back.
    project.run("urls --accept").code(0);
    let ran = project.run("check").code(0);
    assert!(!ran.err.contains("lost-address"), "{}", ran.err);
    project.write("site.yaml", site_yaml("latin"));
    let ran = project.run("build").code(0);
    assert!(!ran.err.contains("lost-address"), "{}", ran.err);
    assert_eq!(
        target(&project.read("public/плотина-открыта/index.html")),
        "/news/plotina-otkryta/"
    );
    assert!(
        !project
            .read("public/plotina-otkryta/index.html")
            .contains("http-equiv=\"refresh\"")
    );
}

#[test]
fn a_build_stops_before_published_addresses_are_lost() {
    let project = project("latin");
    project.run("build").code(0);
    let before = project.output();
    project.write("site.yaml", site_yaml("native"));
    let ran = project.run("build").code(1);
    assert!(ran.err.contains("changed-slugs"), "{}", ran.err);
    assert!(
        ran.err.contains("`/grosse/` would be `/größe/`"),
        "{}",
        ran.err
    );
    assert_eq!(project.output(), before);
    // The printed cure.
    project.write("site.yaml", site_yaml("latin"));
    project.run("urls --accept").code(0);
    project.write("site.yaml", site_yaml("native"));
    project.run("build").code(0);
    assert_eq!(
        target(&project.read("public/grosse/index.html")),
        "/news/größe/"
    );
}

#[test]
fn who_wants_to_lose_addresses_removes_the_site_first() {
    let project = project("latin");
    project.run("build").code(0);
    project.write("site.yaml", site_yaml("native"));
    project.run("clean").code(0);
    project.run("build").code(0);
    assert!(!project.has("public/grosse/index.html"));
}

#[test]
fn an_address_that_is_given_up_stops_no_build() {
    let project = Project::empty()
        .file("site.yaml", site_yaml("latin"))
        .article("größe.md", &article("Größe", ""));
    project.run("build").code(0);
    project.write("urls.lock", "/grosse/ article größe gone\n");
    project.write("site.yaml", site_yaml("native"));
    project.run("build").code(0);
    assert!(!project.has("public/grosse/index.html"));
}

#[test]
fn a_new_article_is_named_in_its_script() {
    let project = Project::empty().file("site.yaml", site_yaml("native"));
    let ran = project.run_with([
        "new",
        "افتتاح السدّ: «غدًا»",
        "--no-input",
        "--date",
        "2026-01-03",
    ]);
    let ran = ran.code(0);
    assert!(
        ran.out.contains("content/2026/افتتاح-السدّ-غدًا.md"),
        "{}",
        ran.out
    );
    project.run("build").code(0);
    assert!(project.has("public/افتتاح-السدّ-غدًا/index.html"));
}

#[test]
fn a_text_of_a_term_may_be_called_like_either_address() {
    for name in ["هيئة-النقرة", "هيئة النقرة", "hyy-lnqr"] {
        let site = desk("native").file(
            &format!("content/terms/organisations/{name}.md"),
            "---\nsummary: نبذة\n---\nWhat it is.\n",
        );
        let site = site.built();
        let page = site.text("organisations/هيئة-النقرة/index.html");
        let is_latin = name.is_ascii();
        assert!(
            is_latin || page.contains("What it is."),
            "{name}: {}",
            site.found.text
        );
    }
}

#[test]
fn a_long_headline_makes_a_name_that_every_system_takes() {
    let long = "ダムの開門が延期された".repeat(7);
    let name: String = long.chars().take(75).collect();
    let site = SiteTest::new()
        .site(&site_yaml("native"))
        .article(&format!("{name}.md"), &article("開門", ""))
        .article("b.md", &article("Other", &format!("tags: [{long}]\n")));
    let site = site.built();
    let longest = site
        .files
        .keys()
        .flat_map(|route| route.split('/'))
        .map(str::len)
        .max();
    assert!(longest <= Some(255), "{longest:?}");
}
