//! The fixture `bilingual`: a site in English and Arabic, under a path, of which a crawler follows
//! everything that leads anywhere.

use std::collections::{BTreeMap, BTreeSet};

use dateline::publish::Report;
use serde_json::Value;

use crate::goldens::{Goldens, site_folder};
use crate::html::{self, Piece, Tag};
use crate::project::Project;
use crate::site_test::{Outcome, SITE, SiteTest};

const ORIGIN: &str = "https://example.org";
const BASE: &str = "/news/";

fn bilingual() -> SiteTest {
    SiteTest::fixture("bilingual").now("2026-01-15T12:00:00Z")
}

/// The fixture whose Arabic edition leaves out what is not in Arabic.
fn hiding() -> SiteTest {
    let yaml = include_str!("../sites/bilingual/site.yaml");
    let yaml = yaml.replace("  ar:\n", "  ar:\n    untranslated: hide\n");
    bilingual().site(&yaml)
}

/// The route that an address of the site leads to; None of an address elsewhere.
fn route(address: &str) -> Option<String> {
    let path = address.strip_prefix(ORIGIN).unwrap_or(address);
    let path = path.split(['#', '?']).next().unwrap_or(path);
    let route = path.strip_prefix(BASE)?;
    Some(match route.is_empty() || route.ends_with('/') {
        true => format!("{route}index.html"),
        false => route.to_owned(),
    })
}

#[track_caller]
fn leads(site: &Outcome, from: &str, address: &str) {
    let there = route(address);
    let exists = there.is_some_and(|route| site.has(&route));
    assert!(exists, "{from} leads to {address}, where nothing is");
}

/// Pages with a masthead: all but redirects.
fn whole_pages(site: &Outcome) -> impl Iterator<Item = (&str, &str)> {
    let is_redirect = |page: &str| page.contains("http-equiv=\"refresh\"");
    site.pages().filter(move |(_, page)| !is_redirect(page))
}

fn language_of(route: &str) -> &'static str {
    match route.starts_with("ar/") {
        true => "ar",
        false => "en",
    }
}

fn alternates(page: &str) -> BTreeMap<String, String> {
    let pair = |tag: Tag| {
        let lang = tag.attribute("hreflang")?.to_owned();
        let is_link = tag.name == "link" && tag.attribute("rel") == Some("alternate");
        is_link.then(|| (lang, tag.attribute("href").unwrap_or("").to_owned()))
    };
    html::tags(page).into_iter().filter_map(pair).collect()
}

#[test]
fn the_two_editions_read_as_they_should() {
    let site = bilingual().built();
    Goldens::of("bilingual")
        .diagnostics(&site.found.text)
        .whole(&site, ["sitemap.xml", "ar/corrections/feed.xml"])
        .texts(
            &site,
            [
                "index.html",
                "ar/index.html",
                "story-01/index.html",
                "ar/story-01/index.html",
                "ar/story-10/index.html",
                "only-en-4/index.html",
                "ar/2025/index.html",
                "ar/expected/index.html",
                "ar/corrections/index.html",
                "ar/rivers/naqra/index.html",
                "ar/explore/index.html",
                "ar/stories/sahl-dam/index.html",
                "ar/about/index.html",
            ],
        )
        .hold();
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    for site in [bilingual(), hiding()] {
        let site = site.built();
        let dead = html::dead_ends(&site.files, ORIGIN, BASE);
        assert!(dead.is_empty(), "{dead:#?}");
    }
}

#[test]
fn a_site_without_a_path_has_no_dead_ends_either() {
    let yaml = include_str!("../sites/bilingual/site.yaml");
    let yaml = yaml.replace("https://example.org/news/", "https://example.org/");
    let site = bilingual().site(&yaml).built();
    let dead = html::dead_ends(&site.files, ORIGIN, "/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn pages_are_in_the_language_of_their_edition() {
    let site = bilingual().built();
    for (route, page) in whole_pages(&site) {
        let tags = html::tags(page);
        let root = tags.iter().find(|tag| tag.name == "html").expect("a root");
        let lang = language_of(route);
        assert_eq!(root.attribute("lang"), Some(lang), "{route}");
        let dir = (lang == "ar").then_some("rtl");
        assert_eq!(root.attribute("dir"), dir, "{route}");
    }
}

/// The words of a page that are in Latin letters and not marked as English; or those in Arabic
/// letters not marked as Arabic.
fn strangers(page: &str, lang: &str) -> BTreeSet<String> {
    const VOID: [&str; 9] = [
        "meta", "link", "img", "input", "br", "hr", "rect", "source", "path",
    ];
    let is_strange = |c: char| match lang {
        "ar" => c.is_ascii_alphabetic(),
        _ => ('\u{600}'..='\u{6ff}').contains(&c),
    };
    let mut open: Vec<(String, String)> = vec![(String::new(), lang.to_owned())];
    let mut found = BTreeSet::new();
    for piece in html::pieces(html::inside(page, "body")) {
        let here = open.last().expect("the page").1.clone();
        match piece {
            Piece::Open(tag) => {
                let own = tag.attribute("lang").unwrap_or(&here).to_owned();
                for name in ["alt", "aria-label", "title", "placeholder"] {
                    let text = tag.attribute(name).unwrap_or_default();
                    if own == lang && text.contains(is_strange) {
                        found.insert(text.to_owned());
                    }
                }
                if !VOID.contains(&tag.name.as_str()) {
                    open.push((tag.name, own));
                }
            }
            Piece::Close(name) => {
                if let Some(at) = open.iter().rposition(|(open, _)| *open == name) {
                    open.truncate(at);
                }
            }
            Piece::Text(text) if here == lang => {
                let is_script = open.iter().any(|(name, _)| name == "script");
                if text.contains(is_strange) && !is_script {
                    found.insert(text.trim().to_owned());
                }
            }
            Piece::Text(_) => {}
        }
    }
    found
}

#[test]
fn no_word_of_the_other_language_stands_unmarked() {
    // Names, and what citations quote.
    let is_name = |text: &str| {
        let text = text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        text.starts_with("Report ")
            || text.starts_with("Dateline ")
            || text.contains("The Paper")
            || text.contains("Atom")
            || text.contains("TimelineJS")
            || text.contains("JSON")
            || text.contains("JavaScript")
            || text.contains("UTC+")
            || text.ends_with("CSV")
            || text.contains("SVG")
            || text.contains("HTML")
            // What is to be copied into another page.
            || text.starts_with("a href=")
            || text.starts_with(ORIGIN.trim_end_matches(".org"))
            // Names of files, and a command.
            || text.starts_with("data/") || text.starts_with("curl ")
            || ["LinkedIn", "Telegram", "WhatsApp", "X"].contains(&text)
            || text.is_empty()
    };
    for site in [bilingual(), hiding()] {
        let site = site.built();
        for (route, page) in whole_pages(&site) {
            let lang = language_of(route);
            let mut found = strangers(page, lang);
            found.retain(|text| !is_name(text));
            assert!(found.is_empty(), "{route}: {found:#?}");
        }
    }
}

#[test]
fn an_edition_that_hides_what_is_untranslated_has_nothing_in_english() {
    let site = hiding().built();
    let arabic = |(route, _): &(&str, &str)| route.starts_with("ar/");
    for (route, page) in whole_pages(&site).filter(arabic) {
        let marked = |tag: &Tag| {
            // What leads to the page in English says so.
            tag.attribute("lang") == Some("en") && tag.attribute("hreflang").is_none()
        };
        let inner = html::inside(page, "main");
        assert!(!html::tags(inner).iter().any(marked), "{route}");
        assert!(!page.contains("/only-en-"), "{route}");
    }
    let count = |route: &str| html::text_of_main(site.text(route));
    assert!(count("2025/index.html").contains("A pump is stolen"));
    assert!(!count("ar/2025/index.html").contains("A pump is stolen"));
    assert!(count("ar/2025/index.html").contains("قارب قديم يرمم"));
    assert!(count("2025/index.html").contains("قارب قديم يرمم"));
}

#[test]
fn what_is_untranslated_stands_there_in_its_original() {
    let site = bilingual().built();
    let page = site.text("ar/2025/index.html");
    let title = "lang=\"en\" dir=\"ltr\"><a href=\"/news/only-en-4/\">A pump is stolen</a>";
    assert!(page.contains(title), "{page}");
    assert!(page.contains("<span class=\"chip language\" lang=\"en\" dir=\"ltr\">English</span>"));
    assert!(!site.has("ar/only-en-4/index.html"));
    assert!(!site.has("only-ar-1/index.html"));
    // A translation stands in the place of its original, with the facts of that.
    assert!(!page.contains("A gate fails at Mirn"));
    assert!(page.contains("<a href=\"/news/ar/story-08/\">"));
    let own = html::text_of_main(site.text("ar/story-08/index.html"));
    assert!(
        own.contains("Report 8") && own.contains("هيئة النقرة"),
        "{own}"
    );
    // Of what was written in Arabic, the English edition has the translation.
    let english = html::text_of_main(site.text("2025/index.html"));
    assert!(english.contains("The authority answers") && !english.contains("الهيئة ترد"));
}

#[test]
fn language_versions_name_each_other_and_one_for_everybody_else() {
    let site = bilingual().built();
    let mut translated = 0;
    for (route_here, page) in whole_pages(&site) {
        let named = alternates(page);
        if named.is_empty() {
            continue;
        }
        translated += 1;
        let lang = language_of(route_here);
        let own = format!(
            "{ORIGIN}{BASE}{}",
            route_here.trim_end_matches("index.html")
        );
        assert_eq!(named.get(lang), Some(&own), "{route_here}");
        assert_eq!(named.get("x-default"), named.get("en"), "{route_here}");
        let langs: Vec<&str> = named.keys().map(String::as_str).collect();
        assert_eq!(langs, ["ar", "en", "x-default"], "{route_here}");
        for there in named.values() {
            leads(&site, route_here, there);
            let there = route(there).expect("of this site");
            assert_eq!(alternates(site.text(&there)), named, "{there}");
        }
        let other = if lang == "ar" { "en" } else { "ar" };
        let locale = format!("<meta property=\"og:locale:alternate\" content=\"{other}\">");
        assert!(page.contains(&locale), "{route_here}");
    }
    assert!(translated > 100, "{translated}");
    assert!(alternates(site.text("only-en-1/index.html")).is_empty());
}

#[test]
fn the_menu_of_languages_leads_to_the_same_page() {
    let site = bilingual().built();
    let menu = |route: &str| -> BTreeMap<String, Option<String>> {
        let page = site.text(route);
        let at = page
            .find("<nav class=\"languages")
            .expect("a menu of languages");
        let tags = html::tags(html::inside(&page[at..], "nav"));
        let named = tags.into_iter().filter_map(|tag| {
            let lang = tag.attribute("lang")?.to_owned();
            if let Some(hreflang) = tag.attribute("hreflang") {
                assert_eq!(hreflang, lang);
            }
            Some((lang, tag.attribute("href").map(str::to_owned)))
        });
        named.collect()
    };
    for (route_here, page) in whole_pages(&site) {
        let menu = menu(route_here);
        let lang = language_of(route_here);
        assert_eq!(menu.len(), 2, "{route_here}");
        assert_eq!(menu[lang], None, "{route_here}");
        let (other, address) = menu.iter().find(|(l, _)| *l != lang).expect("the other");
        let address = address.as_deref().expect("a link");
        leads(&site, route_here, address);
        if let Some(same) = alternates(page).get(other) {
            assert_eq!(format!("{ORIGIN}{address}"), *same, "{route_here}");
        }
    }
    for (here, there) in [
        ("story-02/index.html", "/news/ar/story-02/"),
        ("ar/about/index.html", "/news/about/"),
        ("only-en-4/index.html", "/news/ar/2025/07/"),
        ("corrections-policy/index.html", "/news/ar/"),
        ("404.html", "/news/ar/"),
        (
            "rivers/naqra/2025/index.html",
            "/news/ar/rivers/naqra/2025/",
        ),
    ] {
        let found = menu(here).into_values().flatten().next();
        assert_eq!(found.as_deref(), Some(there), "{here}");
    }
}

#[test]
fn feeds_have_ids_of_their_own_and_lead_to_pages() {
    let site = bilingual().built();
    let mut ids = BTreeSet::new();
    let feeds = site
        .files
        .keys()
        .filter(|route| route.ends_with("feed.xml"));
    let feeds: Vec<&String> = feeds.collect();
    assert!(
        feeds
            .iter()
            .any(|route| *route == "ar/rivers/naqra/feed.xml")
    );
    for at in feeds {
        let feed = site.text(at);
        let own = format!("rel=\"self\" type=\"application/atom+xml\" href=\"{ORIGIN}{BASE}{at}\"");
        // The feed of a term stands at the addresses of its other names, too.
        if !feed.contains(&own) {
            assert!(at.ends_with("organisations/hyy-lnqr/feed.xml"), "{at}");
            continue;
        }
        let id = feed
            .split("<id>")
            .nth(1)
            .and_then(|id| id.split('<').next());
        assert!(ids.insert(id.expect("an id").to_owned()), "{at}: {id:?}");
        let lang = format!("xml:lang=\"{}\"", language_of(at));
        assert!(feed.contains(&lang), "{at}");
        for link in feed.split("href=\"").skip(1) {
            let link = link.split('"').next().expect("its end");
            // Sources are elsewhere.
            if !link.starts_with("https://paper.example/") {
                leads(&site, at, link);
            }
        }
    }
    // One article has one id, in whichever feed it is.
    let id = "<id>tag:example.org,2025:news/only-en-6</id>";
    for feed in ["feed.xml", "ar/feed.xml"] {
        assert!(site.text(feed).contains(id), "{feed}");
    }
    let marked = "<title>The council votes on dues</title>";
    let entry = site
        .text("ar/feed.xml")
        .split("<entry")
        .find(|e| e.contains(marked));
    assert!(entry.is_some_and(|entry| entry.contains("xml:lang=\"en\"")));
}

#[test]
fn one_sitemap_lists_the_pages_of_all_editions_with_their_alternates() {
    let site = bilingual().built();
    let sitemap = site.text("sitemap.xml");
    let mut by_page: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for tag in sitemap.split("<url>").skip(1) {
        let loc = tag.split("<loc>").nth(1).and_then(|l| l.split('<').next());
        let loc = loc.expect("an address").to_owned();
        leads(&site, "the sitemap", &loc);
        let links = html::tags(tag).into_iter().filter_map(|link| {
            let lang = link.attribute("hreflang")?.to_owned();
            Some((lang, link.attribute("href")?.to_owned()))
        });
        by_page.insert(loc, links.collect());
    }
    for (route, page) in whole_pages(&site) {
        let address = format!("{ORIGIN}{BASE}{}", route.trim_end_matches("index.html"));
        if page.contains("name=\"robots\" content=\"noindex\"") {
            assert!(!by_page.contains_key(&address), "{route}");
        } else {
            assert_eq!(by_page.get(&address), Some(&alternates(page)), "{route}");
        }
    }
}

#[test]
fn each_edition_finds_its_own_articles() {
    let site = bilingual().built();
    let cards = |prefix: &str| -> BTreeMap<String, String> {
        let folder = format!("{prefix}search/cards-");
        let files = site.files.keys().filter(|route| route.starts_with(&folder));
        let cards = files.flat_map(|route| {
            let cards: Vec<Value> = serde_json::from_str(site.text(route)).expect("JSON");
            cards
        });
        let text = |card: &Value, key: &str| card[key].as_str().unwrap_or_default().to_owned();
        cards
            .map(|card| (text(&card, "u"), text(&card, "t")))
            .collect()
    };
    let (english, arabic) = (cards(""), cards("ar/"));
    for address in english.keys().chain(arabic.keys()) {
        leads(&site, "the index", address);
    }
    assert_eq!(arabic["/news/ar/story-01/"], "التخطيط لسد سهل");
    assert_eq!(english["/news/story-01/"], "The dam at Sahl is planned");
    assert!(!arabic.contains_key("/news/story-01/") && !english.contains_key("/news/ar/story-01/"));
    assert!(arabic.contains_key("/news/only-en-1/") && english.contains_key("/news/ar/only-ar-1/"));
    assert_eq!(arabic.len(), english.len());
    let explore = site.text("ar/explore/index.html");
    assert!(explore.contains("/news/ar/search/"), "{explore}");
    assert_eq!(
        site.files
            .keys()
            .filter(|route| route.contains("assets/explore."))
            .count(),
        1
    );
    // Words of both languages.
    let hidden = hiding().built();
    assert!(hidden.has("ar/search/index.json"));
}

#[test]
fn a_changed_article_renders_the_pages_that_show_it() {
    let test = bilingual();
    let first = test.rebuild();
    first.result.as_ref().expect("built");
    let again = test.rebuild();
    let Report { new, changed, .. } = again.result.as_ref().expect("built").report;
    assert_eq!((new, changed), (0, 0));
    // The headline of an article that is only in English stands in both editions.
    let path = "only-en-4.md";
    let text = include_str!("../sites/bilingual/content/only-en-4.md");
    let test = test.article(path, &text.replace("A pump is stolen", "A pump is found"));
    let rendered = rendered(&test.rebuild());
    for route in [
        "only-en-4/index.html",
        "2025/index.html",
        "ar/2025/index.html",
    ] {
        assert!(rendered.contains(route), "{route}: {rendered:#?}");
    }
    // That of a translation only in its own edition.
    let path = "ar/story-03.md";
    let text = include_str!("../sites/bilingual/content/ar/story-03.md");
    let test = test.article(path, &text.replace("حوضا", "حوضين"));
    let outcome = test.rebuild();
    let rendered = self::rendered(&outcome);
    assert!(rendered.contains("ar/2024/index.html"), "{rendered:#?}");
    let english = rendered.iter().filter(|route| !route.starts_with("ar/"));
    let english: Vec<&String> = english.filter(|r| r.ends_with(".html")).collect();
    assert!(
        english.iter().all(|route| *route == "story-03/index.html"),
        "{english:?}"
    );
    // What an incremental build makes is what a build from nothing makes.
    let whole = test.build();
    assert_eq!(
        outcome.files.keys().collect::<Vec<_>>(),
        whole.files.keys().collect::<Vec<_>>()
    );
    for (route, bytes) in &outcome.files {
        assert_eq!(Some(bytes), whole.files.get(route), "{route}");
    }
}

fn rendered(outcome: &Outcome) -> BTreeSet<String> {
    let built = outcome.result.as_ref().expect("built");
    built
        .rendered
        .iter()
        .map(|(route, _)| route.clone())
        .collect()
}

fn article(title: &str, keys: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2025-01-02\n{keys}---\n\nText.\n")
}

#[test]
fn codes_alone_are_enough() {
    let site = SiteTest::new()
        .site(&format!("{SITE}languages: {{id: , en: }}\n"))
        .article("a.md", &article("Bendungan", ""))
        .article(
            "en/a.md",
            &article("The dam", "lang: en\ntranslation_of: a\n"),
        )
        .article("fr.md", &article("Le barrage", "lang: fr\n"))
        .built();
    assert!(site.text("a/index.html").contains("<html lang=\"id\">"));
    assert!(site.text("en/a/index.html").contains("<html lang=\"en\">"));
    // A language without an edition is at home in the first one.
    assert!(site.text("fr/index.html").contains("<html lang=\"fr\">"));
    assert!(html::text_of_main(site.text("en/index.html")).contains("Le barrage"));
}

#[test]
fn a_list_of_languages_makes_no_editions() {
    let test = |languages: &str| {
        SiteTest::new()
            .site(&format!("{SITE}{languages}"))
            .article("a.md", &article("The dam", ""))
            .article(
                "b.md",
                &article("Bendungan", "lang: id\ntranslation_of: a\n"),
            )
    };
    let site = test("languages: [en, id]\n").built();
    assert_eq!(site.files, test("").built().files);
    let found = site.found.list.iter().find(|d| d.code == "no-effect-yet");
    let hint = found.and_then(|d| d.hint.clone()).unwrap_or_default();
    assert!(hint.contains("`languages: {en: {}, id: {}}`"), "{hint}");
}

#[test]
fn articles_keep_the_addresses_that_the_ledger_has() {
    let site = |languages: &str| {
        SiteTest::new()
            .site(&format!("{SITE}{languages}"))
            .article("a.md", &article("The dam", ""))
            .article(
                "b.md",
                &article("Bendungan", "lang: id\ntranslation_of: a\n"),
            )
            .article("c.md", &article("Sungai", "lang: id\n"))
    };
    let before = site("").built();
    assert!(before.has("b/index.html") && before.has("c/index.html"));
    let ledger = "/a/ article a\n/b/ article b\n";
    let after = site("languages: {en: , id: }\n")
        .file("urls.lock", ledger)
        .built();
    assert!(after.has("b/index.html") && !after.has("id/b/index.html"));
    assert!(after.has("id/c/index.html"));
    assert!(
        !after.found.warnings().contains(&"lost-address"),
        "{}",
        after.found.text
    );
    assert!(after.text("b/index.html").contains("<html lang=\"id\">"));
    let front = after.text("id/index.html");
    assert!(front.contains("<a href=\"/b/\">Bendungan</a>"), "{front}");
    assert!(!front.contains("The dam"), "{front}");
}

#[test]
fn the_ledger_keeps_the_addresses_of_all_editions() {
    let project = Project::copy_of(&site_folder("bilingual"));
    project.run("urls --accept").code(0);
    let ledger = project.read("urls.lock");
    for line in [
        "/ar/ list ar/front",
        "/ar/feed.xml feed ar/site",
        "/ar/about/ page ar/about",
        "/ar/rivers/naqra/ term ar/rivers/naqra",
        "/ar/story-01/ article story-01-ar",
        "/story-01/ article story-01",
    ] {
        let found = ledger.lines().any(|own| own.starts_with(line));
        assert!(found, "{line}: {ledger}");
    }
    let ran = project.run("build").code(0);
    let said = format!("{}{}", ran.out, ran.err);
    assert!(
        !said.contains("lost-address") && !said.contains("new-address"),
        "{said}"
    );
    project.run("urls --accept").code(0);
    assert_eq!(project.read("urls.lock"), ledger);
    // A list of an edition that becomes empty leads to the one that it was part of.
    let file = "content/ar/only-ar-5.md";
    let text = project.read(file).replace("2025-10-10", "2023-10-10");
    let project = project.file(file, &text);
    project.run("build").code(0);
    project.run("urls --accept").code(0);
    let text = text.replace("2023-10-10", "2025-10-10");
    let project = project.file(file, &text);
    project.run("build").code(0);
    let page = project.read("public/ar/2023/index.html");
    assert!(page.contains("href=\"/news/ar/\""), "{page}");
}

/// A site in English, Arabic and Brazilian Portuguese.
fn small(articles: &[(&str, &str)]) -> Outcome {
    let mut site = SiteTest::new().site(
        "title: T\nurl: https://example.org/\ntimezone: UTC\nlanguages: {en: {}, ar: {}, pt-BR: {}}\n",
    );
    for (path, text) in articles {
        site = site.article(path, text);
    }
    site.built()
}

#[test]
fn what_is_retracted_is_retracted_in_every_language() {
    let site = small(&[
        (
            "o.md",
            &article(
                "A dam breaks",
                "corrections: [{date: 2025-06-01, kind: retraction, text: It did not break.}]\n",
            ),
        ),
        (
            "o-ar.md",
            &article("انهيار سد", "lang: ar\ntranslation_of: o\n"),
        ),
    ]);
    let page = site.text("ar/o-ar/index.html");
    assert!(page.contains("It did not break."), "{page}");
    // As in English: only the list of corrections names it.
    for (of, title) in [("", "A dam breaks"), ("ar/", "انهيار سد")] {
        let front = site.text(&format!("{of}index.html"));
        let named = front.matches(title).count();
        assert!(named <= 1 && front.contains("corrections"), "{of}: {named}");
        let years = format!("{of}2025/");
        let listed = site
            .pages()
            .any(|(route, page)| route.starts_with(&years) && page.contains(title));
        assert!(!listed, "{of}");
    }
}

#[test]
fn the_facts_of_an_original_that_has_expired_still_count() {
    let site = small(&[
        (
            "o.md",
            &article(
                "A dam is called off",
                "status: cancelled\ncertainty: disputed\nexpires: 2025-12-20\n",
            ),
        ),
        (
            "o-ar.md",
            &article("إلغاء سد", "lang: ar\ntranslation_of: o\n"),
        ),
        ("p.md", &article("Another dam", "")),
    ]);
    let page = site.text("ar/o-ar/index.html");
    assert!(
        page.contains("chip cancelled") && page.contains("chip disputed"),
        "{page}"
    );
}

#[test]
fn an_update_of_a_translation_is_one_of_its_original() {
    let site = small(&[
        (
            "e.md",
            &article("A bridge opens", "status: expected\n").replace("2025-01-02", "2027-03"),
        ),
        (
            "e-ar.md",
            &article("افتتاح جسر", "lang: ar\ntranslation_of: e\n")
                .replace("2025-01-02", "2027-03"),
        ),
        (
            "u.md",
            &article(
                "The bridge takes longer",
                "updates: [{entry: e-ar, date: 2029-01}]\n",
            ),
        ),
    ]);
    for route in ["expected/index.html", "ar/expected/index.html"] {
        assert!(site.text(route).contains("2029"), "{route}");
    }
}

#[test]
fn a_language_without_its_region_is_that_of_the_edition() {
    let site = small(&[
        ("o.md", &article("A dam breaks", "")),
        (
            "o-pt.md",
            &article("Barragem rompe", "lang: pt\ntranslation_of: o\n"),
        ),
    ]);
    assert!(site.has("pt-br/o-pt/index.html"));
    assert!(site.text("pt-br/index.html").contains("Barragem rompe"));
    assert!(!site.text("pt-br/index.html").contains("A dam breaks"));
}

const LINT: &str = "lint: {missing-published: off, missing-source: off, vague-title: off}\n";

fn two_languages(more: &str) -> SiteTest {
    SiteTest::new().site(&format!(
        "title: T\nurl: https://example.org/\nlanguages: {{en: {{}}, ar: {{}}}}\n{more}{LINT}"
    ))
}

fn short(title: &str, keys: &str, body: &str) -> String {
    format!("---\ntitle: {title}\n{keys}---\n{body}\n")
}

#[test]
fn a_translation_of_another_day_is_told_once_with_both_lines() {
    let site = two_languages("")
        .article("dam.md", &short("The dam opens", "date: 2025-03-04\nentries:\n  - {id: gate, title: Gate, date: 2025-04}\n", "."))
        .article(
            "ar/dam.md",
            &short("افتتاح السد", "lang: ar\ntranslation_of: dam\ndate: 2025-03-05\nentries:\n  - {id: gate, title: البوابة, date: 2025-05}\n", "."),
        );
    let found = site.check();
    assert_eq!(
        found.text.matches("translated-date").count(),
        2,
        "{}",
        found.text
    );
    for said in [
        "says 2025-03-05, and its original says 2025-03-04",
        "content/ar/dam.md",
        "the date in the original",
    ] {
        assert!(found.text.contains(said), "{said}: {}", found.text);
    }
    let same = site.article(
        "ar/dam.md",
        &short(
            "افتتاح السد",
            "lang: ar\ntranslation_of: dam\ndate: 2025-03-04\n",
            ".",
        ),
    );
    let found = same.check();
    assert!(!found.text.contains("translated-date"), "{}", found.text);
}

#[test]
fn a_link_to_what_is_not_translated_has_its_language() {
    let site = two_languages("")
        .article("dam.md", &short("The dam opens", "date: 2025-03-04\n", "."))
        .article(
            "ar/port.md",
            &short(
                "الميناء",
                "lang: ar\ndate: 2025-03-05\n",
                "انظر [[dam]] و[السد](../dam.md).",
            ),
        )
        .built();
    let page = site.text("ar/port/index.html");
    assert!(
        page.contains("<a href=\"/dam/\" lang=\"en\" dir=\"ltr\">The dam opens</a>"),
        "{page}"
    );
    assert!(page.contains("<a href=\"/dam/\">السد</a>"), "{page}");
}

#[test]
fn links_to_pages_and_the_menu_lead_to_the_page_of_the_edition() {
    let site =
        two_languages("menu: [{label: About, page: about}, {label: Rules, page: /rules/}]\n")
            .file(
                "content/pages/about.md",
                "---\ntitle: About\n---\n## People\n\nText.\n",
            )
            .file("content/pages/rules.md", "---\ntitle: Rules\n---\nText.\n")
            .file(
                "content/pages/man-nahnu.md",
                "---\ntitle: من نحن\nlang: ar\ntranslation_of: about\n---\nنص.\n",
            )
            .article(
                "dam.md",
                &short(
                    "The dam opens",
                    "date: 2025-03-04\n",
                    "[us](pages/about.md#people)",
                ),
            )
            .article(
                "ar/dam.md",
                &short(
                    "افتتاح",
                    "lang: ar\ntranslation_of: dam\ndate: 2025-03-04\n",
                    "[نحن](../pages/about.md#people) [قواعد](../pages/rules.md)",
                ),
            )
            .built();
    let front = site.text("ar/index.html");
    assert!(front.contains("href=\"/ar/man-nahnu/\""), "{front}");
    assert!(front.contains("href=\"/rules/\""), "{front}");
    let page = site.text("ar/dam/index.html");
    assert!(
        page.contains("<a href=\"/ar/man-nahnu/\">نحن</a>"),
        "{page}"
    );
    let page = site.text("dam/index.html");
    assert!(page.contains("<a href=\"/about/#people\">us</a>"), "{page}");
}

#[test]
fn words_of_an_edition_that_are_shown_nowhere_are_told() {
    let site = SiteTest::new()
        .site(&format!(
            "title: T\nurl: https://example.org/\nlanguages:\n  en: {{}}\n  ar:\n    notice: تنبيه\n    taxonomies: {{tags: {{terms: {{dams: السدود, porst: الموانئ}}}}}}\n{LINT}"
        ))
        .article("dam.md", &short("The dam opens", "date: 2025-03-04\ntags: [dams, ports]\n", "."));
    let found = site.check();
    assert_eq!(
        found.text.matches("unused-notice").count(),
        1,
        "{}",
        found.text
    );
    assert_eq!(
        found.text.matches("unknown-name").count(),
        1,
        "{}",
        found.text
    );
    assert!(
        found.text.contains("no article has `porst` among its tags"),
        "{}",
        found.text
    );
    assert!(
        found.text.contains("did you mean `ports`?"),
        "{}",
        found.text
    );
}

#[test]
fn terms_stand_in_the_order_of_the_counts_and_names_of_the_edition() {
    let yaml = |shown: &str| {
        format!(
            "title: T\nurl: https://example.org/\nlanguages:\n  en: {{}}\n  ar: {{untranslated: {shown}, taxonomies: {{tags: {{terms: {{apples: ي, berries: ب, cherries: أ}}}}}}}}\n{LINT}"
        )
    };
    let article = |tags: &str, more: &str| {
        short(
            "Fruit",
            &format!("date: 2025-03-04\ntags: [{tags}]\n{more}"),
            ".",
        )
    };
    let site = |shown: &str| {
        SiteTest::new()
            .site(&yaml(shown))
            .article("a.md", &article("apples", ""))
            .article("b.md", &article("apples", ""))
            .article("c.md", &article("berries", ""))
            .article("d.md", &article("cherries", ""))
            .article(
                "ar/c.md",
                &short(
                    "فاكهة",
                    "lang: ar\ntranslation_of: c\ndate: 2025-03-04\n",
                    ".",
                ),
            )
            .article(
                "ar/d.md",
                &short(
                    "فاكهة",
                    "lang: ar\ntranslation_of: d\ndate: 2025-03-04\n",
                    ".",
                ),
            )
            .article("ar/e.md", &article("cherries", "lang: ar\n"))
            .built()
    };
    let order = |site: &Outcome| -> Vec<String> {
        let page = site.text("ar/tags/index.html");
        let list = page
            .split("id=\"by-count\"")
            .nth(1)
            .and_then(|rest| rest.split("</section>").next());
        let links = html::links(list.unwrap_or(page));
        links
            .into_iter()
            .map(|(_, href)| href)
            .filter(|href| href.starts_with("/ar/tags/"))
            .take(3)
            .collect()
    };
    let all = order(&site("show"));
    // Two each of cherries and apples, by their names in Arabic.
    assert_eq!(
        all,
        [
            "/ar/tags/cherries/",
            "/ar/tags/apples/",
            "/ar/tags/berries/"
        ]
    );
    let own = order(&site("hide"));
    assert_eq!(own, ["/ar/tags/cherries/", "/ar/tags/berries/"]);
}

#[test]
fn a_removed_edition_keeps_its_articles_and_says_what_is_lost() {
    let yaml = |languages: &str| format!("title: T\nurl: https://example.org/\n{languages}{LINT}");
    let project = Project::empty()
        .file("site.yaml", yaml("languages: {en: {}, ar: {}}\n"))
        .article(
            "dam.md",
            &short("The dam opens", "date: 2025-03-04\ntags: [dams]\n", "."),
        )
        .article(
            "ar/dam.md",
            &short(
                "افتتاح",
                "lang: ar\ntranslation_of: dam\ndate: 2025-03-04\n",
                ".",
            ),
        )
        .file("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
        .file(
            "content/pages/ar/about.md",
            "---\ntitle: من نحن\nlang: ar\n---\nنص.\n",
        );
    project.run("build").code(0);
    project.run("urls --accept").code(0);
    project.write("site.yaml", yaml("language: en\n"));
    let ran = project.run("build").code(0);
    for kept in ["ar/dam/index.html", "ar/about/index.html"] {
        assert!(
            project.has(&format!("public/{kept}")),
            "{kept}: {}",
            ran.err
        );
    }
    assert_eq!(ran.err.matches("lost-address").count(), 1, "{}", ran.err);
    assert!(
        ran.err
            .contains("`/ar/` was the front page of the edition in `ar`"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("other addresses below it"), "{}", ran.err);
    // The printed cure.
    project.run("urls --gone /ar/").code(0);
    let ran = project.run("build").code(0);
    assert!(!ran.err.contains("lost-address"), "{}", ran.err);
}
