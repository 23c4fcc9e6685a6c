//! Markdown to the page: whatever a body says, its page and its feed are well formed, and nothing
//! in them runs.

use std::cell::RefCell;

use super::checks::SITE;
use super::html;
use super::preview::Preview;
use super::settings_and_text;
use crate::diagnostic::Severity;

const HEAD: &str = "---\ntitle: Rivers rise\ndate: 2025-03-01\npublished: 2025-03-01\n\
    sources: [{id: s, title: S, url: 'https://example.org/s'}, {id: t u, title: T}]\n";
const OTHER: &str =
    "---\ntitle: Rivers fall\ndate: 2025-03-09\n---\n## One\n\nText <a id=\"two\"></a>.\n";
const PAGE: &str = "---\ntitle: About\n---\nText.\n";

/// What differs between the sites: by default, with everything on, raw HTML as text, and lenient.
const SITES: [&str; 4] = [
    "",
    "markdown: {math: true, smart_punctuation: true, linkify: true}\nlanguage: zh\n",
    "markdown: {raw_html: escape, smart_punctuation: false}\n",
    "lenient: true\nmarkdown: {linkify: false}\nlanguage: fr\n",
];

thread_local! {
    static PREVIEWS: RefCell<[Option<Preview>; 4]> = const { RefCell::new([None, None, None, None]) };
}

pub fn run(data: &[u8]) {
    let Some((settings, text)) = settings_and_text(data) else {
        return;
    };
    let site = usize::from(settings & 3);
    // The language of the article, where it has one of its own.
    let head = match settings >> 2 & 3 {
        1 => format!("{HEAD}lang: ja\n"),
        2 => format!("{HEAD}lang: fr\n"),
        _ => HEAD.to_owned(),
    };
    PREVIEWS.with_borrow_mut(|previews| {
        let preview = previews[site].get_or_insert_with(|| new(site));
        let text = format!("{head}---\n{text}");
        let Some(shown) = preview.save("content/a.md", &text) else {
            return;
        };
        for fault in shown.faults.iter() {
            let ours = ["internal-error", "template", "changed-meanwhile"];
            assert!(!ours.contains(&fault.code), "{fault:?} of\n{text}");
            let span = fault
                .span
                .filter(|span| shown.sources.name(span.source) == "content/a.md");
            let place = span.is_none_or(|span| text.get(span.range()).is_some());
            assert!(place, "{fault:?} in\n{text}");
        }
        let Some(page) = preview.page(&shown, "a/index.html") else {
            let told = shown.faults.iter().any(|d| d.severity != Severity::Notice);
            assert!(told, "nothing is said of\n{text}");
            return;
        };
        page_holds(&String::from_utf8(page).expect("text"));
        let feed = preview.page(&shown, "feed.xml");
        feed_holds(&String::from_utf8(feed.expect("a feed")).expect("text"));
    });
}

fn new(site: usize) -> Preview {
    let config = format!("{SITE}{}", SITES[site]);
    Preview::new(&[
        ("site.yaml", &config),
        ("content/a.md", &format!("{HEAD}---\n")),
        ("content/b.md", OTHER),
        ("content/pic.png", "\u{89}PNG\r\n"),
        ("content/data.csv", "1,2\n"),
        ("content/pages/about.md", PAGE),
        (
            "static/logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ),
    ])
}

/// Asserts that all of a page is nested, that its body brings nothing active, and that its head
/// has the one script that is data.
fn page_holds(page: &str) {
    for tag in html::nested(page) {
        if tag.name == "script" {
            let kind = tag.attributes.iter().find(|(name, _)| name == "type");
            let is_data = kind.is_some_and(|(_, value)| value == "application/ld+json");
            // That of the theme, which keeps the reader's look.
            let is_look = |(name, value): &(String, String)| {
                name == "src" && value.starts_with("/news/assets/look.")
            };
            let is_ours = is_data || tag.attributes.iter().all(is_look);
            assert!(is_ours && tag.attributes.len() == 1, "{tag:?} in\n{page}");
        }
        html::attributes_are_inert(&tag, page);
    }
    let body = html::body(page);
    for (at, _) in body.match_indices('<') {
        let name = body[at + 1..].split(|c: char| !c.is_ascii_alphanumeric());
        let name = name.into_iter().next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        let active = [
            "script", "style", "iframe", "form", "object", "embed", "svg", "math",
        ];
        assert!(!active.contains(&name.as_str()), "<{name} in\n{page}");
    }
}

/// Asserts that a feed is well-formed XML, and that the HTML in it is inert.
fn feed_holds(feed: &str) {
    let mut reader = quick_xml::Reader::from_str(feed);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut is_html, mut html) = (0_usize, false, String::new());
    loop {
        use quick_xml::events::Event;
        match reader.read_event() {
            Err(fault) => panic!("{fault} in\n{feed}"),
            Ok(Event::Eof) => break,
            Ok(Event::Start(start)) => {
                depth += 1;
                is_html = <_ as AsRef<str>>::as_ref(&start.local_name()) == "content";
                html.clear();
            }
            Ok(Event::End(_)) => {
                depth -= 1;
                if std::mem::take(&mut is_html) {
                    for tag in html::nested(&html) {
                        html::is_inert(&tag, &html);
                    }
                }
            }
            Ok(Event::Text(text)) => html.push_str(&text),
            Ok(Event::GeneralRef(name)) => {
                let name: &str = name.as_ref();
                html.push_str(match name {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => panic!("&{name}; in\n{feed}"),
                });
            }
            Ok(_) => {}
        }
    }
    assert_eq!(depth, 0, "{feed}");
}
