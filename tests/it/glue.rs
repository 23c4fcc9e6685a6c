//! What a page says is said by messages: templates have no words and no marks of their own, since
//! each language puts them elsewhere.

use dateline::render::templates::THEME;

use crate::site_test::{SITE, SiteTest};

/// Stands for what a template prints.
const PRINTED: char = '\u{1}';

/// What stands in templates all the same: the template, the text, and why.
const ALLOWED: [(&str, &str, &str); 14] = [
    ("article.html", "←", "an arrow: the style sheet turns it"),
    ("article.html", "→", "an arrow"),
    (
        "components/density.html",
        "…",
        "a gap in a chart, hidden from listeners",
    ),
    ("components/pager.html", "←", "an arrow"),
    ("components/pager.html", "→", "an arrow"),
    ("components/share.html", "LinkedIn", "a name"),
    ("components/share.html", "Telegram", "a name"),
    ("components/share.html", "WhatsApp", "a name"),
    ("components/share.html", "X", "a name"),
    ("components/sources.html", "↩", "an arrow"),
    (
        "components/stance.html",
        "·",
        "separates two links in every script",
    ),
    ("components/story.html", "←", "an arrow"),
    ("components/story.html", "→", "an arrow"),
    ("not-found.html", "404", "a number of the protocol"),
];

/// Attributes that readers see or hear.
const SEEN: [&str; 5] = [
    "alt=",
    "aria-label=",
    "data-label=",
    "placeholder=",
    "title=",
];

/// A template without comments and statements, with one sign for whatever it prints.
fn printed(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (end, sign) = match &rest[..rest.len().min(2)] {
            "{#" => ("#}", None),
            "{%" => ("%}", None),
            "{{" => ("}}", Some(PRINTED)),
            _ => {
                out.push('{');
                rest = &rest[1..];
                continue;
            }
        };
        let to = rest.find(end).expect("its end") + 2;
        // Components are called with braces in braces.
        let to = match rest[to..].starts_with('}') {
            true => to + 1,
            false => to,
        };
        out.extend(sign);
        rest = &rest[to..];
    }
    out + rest
}

/// The tags of a page, and the texts between them.
fn split(page: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut tags, mut texts) = (Vec::new(), Vec::new());
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        texts.push(text);
        let (tag, after) = after.split_once('>').expect("its end");
        tags.push(tag);
        rest = after;
    }
    texts.push(rest);
    (tags, texts)
}

/// What a template says without a message.
fn said(template: &str) -> Vec<String> {
    let page = printed(template);
    let (tags, texts) = split(&page);
    let own = |text: &str| {
        let words = text.split(|c: char| c.is_whitespace() || c == PRINTED);
        let words: Vec<String> = words.filter(|w| !w.is_empty()).map(str::to_owned).collect();
        words
    };
    let mut said: Vec<String> = texts.into_iter().flat_map(own).collect();
    for tag in tags {
        for name in SEEN {
            let start = format!(" {name}\"");
            let values = tag.split(&start).skip(1);
            let values = values.filter_map(|rest| Some(rest.split_once('"')?.0));
            said.extend(values.flat_map(own));
        }
    }
    said
}

#[test]
fn no_template_has_words_or_marks_of_its_own() {
    let mut wrong = Vec::new();
    for (name, text) in THEME {
        for word in said(text) {
            let allowed = ALLOWED
                .iter()
                .any(|(file, sign, _)| file == name && *sign == word);
            if !allowed {
                wrong.push(format!("{name}: `{word}`: make it a part of a message"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (file, sign, _) in ALLOWED {
        let text = THEME
            .iter()
            .find(|(name, _)| *name == file)
            .expect("there")
            .1;
        assert!(
            said(text).iter().any(|word| word == sign),
            "{file} has no {sign}"
        );
    }
}

#[test]
fn glue_is_seen_wherever_it_stands() {
    for (template, glue) in [
        ("<p>{{ words.by }} {{ name }}, {{ date }}</p>", ","),
        ("{{ a }}: {{ b }}", ":"),
        ("<b>{{ a }}.</b> {% if b %}{{ b }}{% endif %}", "."),
        ("{# note #}<p>{{ <date date={a} /> }} – {{ b }}</p>", "–"),
        ("<a aria-label=\"{{ a }}, {{ b }}\">{{ c }}</a>", ","),
        ("<p>{{ a }} ({{ b }})</p>", "("),
        ("<p>by {{ a }}</p>", "by"),
    ] {
        assert!(said(template).iter().any(|word| word == glue), "{template}");
    }
    let none = "{# a, b #}<p class=\"a, b\">{{ <x a={[1, 2]} /> }} {{ phrase(id=\"x\", a=b) }}</p>";
    assert_eq!(said(none), [""; 0]);
}

#[test]
fn a_language_puts_links_and_names_where_they_belong() {
    let article = "---\ntitle: One\ndate: 2025-12-09\npublished: 2025-12-09\n\
        authors: [Ann Lee, Bob Ray]\nsources: [{title: The wire, publisher: Reuters, \
        date: 2025-12-09}]\n---\nText.\n";
    let words = "source = { $source }، المصدر\n\
        byline = { $count ->\n    [one] بقلم: { $authors }\n   *[other] الكتّاب: { $authors }\n }\n";
    let outcome = SiteTest::new()
        .site(&format!("{SITE}language: ar\n"))
        .article("one.md", article)
        .file("templates/words/ar.ftl", words)
        .build();
    let card = outcome.text("index.html");
    assert!(
        card.contains("<a href=\"/one/#source-1\"><bdi>Reuters</bdi></a>، المصدر"),
        "{card}"
    );
    let page = outcome.text("one/index.html");
    assert!(page.contains("الكتّاب: "), "{page}");
    for name in ["Ann Lee", "Bob Ray"] {
        assert!(
            page.contains(&format!("<bdi>{name}</bdi>")),
            "{name}: {page}"
        );
    }
    // Where all is written in one direction, nothing is set apart.
    let english = SiteTest::new().article("one.md", article).build();
    assert!(
        english
            .text("index.html")
            .contains("Source: <a href=\"/one/#source-1\">Reuters</a></span>")
    );
    assert!(!english.text("one/index.html").contains("<bdi>"));
}
