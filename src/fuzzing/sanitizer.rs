//! Raw HTML: what a page shows of it is nested and inert, and shown again it is the same.

use std::cell::RefCell;

use super::checks::SITE;
use super::html;
use super::preview::Preview;

const HEAD: &str = "---\ntitle: Rivers rise\ndate: 2025-03-01\npublished: 2025-03-01\n---\n";

thread_local! {
    static PREVIEW: RefCell<Preview> = RefCell::new(Preview::new(&[
        ("site.yaml", &format!("{SITE}lenient: true\nmarkdown: {{linkify: false}}\n")),
        ("content/a.md", HEAD),
    ]));
}

pub fn run(data: &[u8]) {
    let Ok(text) = crate::source::decode(data.to_vec()) else {
        return;
    };
    PREVIEW.with_borrow_mut(|preview| {
        let Some(once) = shown(preview, &format!("<div>\n{text}")) else {
            return;
        };
        for tag in html::nested(&once) {
            html::is_inert(&tag, &once);
        }
        // The same text shows the same page. Marks of other generators are no raw HTML: an attribute
        // list ends it, and what a page shows of `{&#35; note #}` is a comment when it is read again.
        let unmarked = without_marks(&text);
        let once = match unmarked == text {
            true => once,
            false => shown(preview, &format!("<div>\n{unmarked}")).unwrap_or(once),
        };
        let twice = shown(preview, &without_marks(&once)).unwrap_or_else(|| once.clone());
        assert_eq!(once, twice, "of\n{text}");
    });
}

/// Returns a text that says the same with references for the signs that marks begin with.
fn without_marks(text: &str) -> String {
    text.replace('{', "&#123;").replace('%', "&#37;")
}

/// Returns what a page shows of raw HTML. `None` if the article has this text already.
fn shown(preview: &mut Preview, html: &str) -> Option<String> {
    // An empty line ends raw HTML.
    let lines = html.lines().filter(|line| !line.trim().is_empty());
    let html: Vec<&str> = lines.collect();
    let shown = preview.save("content/a.md", &format!("{HEAD}{}\n", html.join("\n")))?;
    let page = preview.page(&shown, "a/index.html")?;
    let page = String::from_utf8(page).expect("text");
    let lines = html::body(&page)
        .lines()
        .filter(|line| !line.trim().is_empty());
    let body: Vec<&str> = lines.collect();
    Some(html::without_first_line_ends(&body.join("\n")))
}
