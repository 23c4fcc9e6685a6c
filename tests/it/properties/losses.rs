//! No word of a body is lost without a warning: what another `CommonMark` library reads in it is on
//! its page, or something is said about the article.

use std::collections::{BTreeMap, BTreeSet};

use comrak::arena_tree::NodeEdge;
use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::cases;
use crate::html;
use crate::site_test::{SITE, SiteTest};

/// What a page may lack only if one of these is said.
const LOSSES: [&str; 13] = [
    "removed-html",
    "tag-as-text",
    "unsafe-link",
    "attribute-list",
    "shortcode",
    "duplicate-footnote",
    "unused-footnote",
    "broken-link",
    "missing-picture",
    "invisible-character",
    "too-deep",
    "unknown-citation",
    "not-a-link",
];

/// Words and how often they occur.
type Words = BTreeMap<String, usize>;

/// Counts the words of a text. A Chinese or Japanese character is a word.
fn count(text: &str, words: &mut Words) {
    let mut add = |word: &str| {
        if !word.is_empty() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    };
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let mut start = 0;
        for (at, c) in word.char_indices().filter(|(_, c)| *c >= '\u{2e80}') {
            add(&word[start..at]);
            start = at + c.len_utf8();
            add(&word[at..start]);
        }
        add(&word[start..]);
    }
}

/// The words of a Markdown text, without those of comments and tags. Emphasis divides words, links
/// do not.
fn words_of(markdown: &str) -> Words {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    options.extension.alerts = true;
    options.extension.cjk_friendly_emphasis = true;
    let (arena, mut text, mut pictures) = (Arena::new(), String::new(), 0);
    for edge in parse_document(&arena, markdown, &options).traverse() {
        let (node, starts) = match edge {
            NodeEdge::Start(node) => (node, true),
            NodeEdge::End(node) => (node, false),
        };
        match &node.data().value {
            NodeValue::Text(words) if starts => text.push_str(words),
            NodeValue::Code(code) if starts => text.push_str(&format!(" {} ", code.literal)),
            NodeValue::CodeBlock(code) if starts => text.push_str(&format!(" {} ", code.literal)),
            NodeValue::HtmlBlock(block) if starts => {
                text.push_str(&format!(" {} ", html::text(&block.literal)));
            }
            NodeValue::Text(_) | NodeValue::Link(_) => {}
            NodeValue::Image(_) => {
                pictures = if starts { pictures + 1 } else { pictures - 1 };
                text.push(' ');
            }
            _ if pictures > 0 => {}
            _ => text.push(' '),
        }
    }
    let mut words = Words::new();
    count(&text, &mut words);
    words
}

/// The letters and digits of a page's body and of its pictures: tags and spaces divide words
/// elsewhere than they do in Markdown.
fn letters_on(page: &str) -> String {
    let start = page.find("story-body").expect("a body");
    let page = &page[start..page.find("class=\"story-after").unwrap_or(page.len())];
    let mut text = html::text(page);
    for tag in html::tags(page) {
        text.push_str(tag.attribute("alt").unwrap_or_default());
    }
    text.retain(char::is_alphanumeric);
    text
}

/// Builds each body as an article of one site; returns those that lose words silently.
fn silent_losses(bodies: &[String]) -> Vec<String> {
    let mut site = SiteTest::new().site(&format!("{SITE}lenient: true\n"));
    let article = |body: &str| format!("---\ntitle: Zyxwvut\ndate: 2026-02-03\n---\n\n{body}\n");
    for (n, body) in bodies.iter().enumerate() {
        site = site.article(&format!("q{n}.md"), &article(body));
    }
    let outcome = site.built();
    let warned: BTreeSet<String> = outcome
        .found
        .short
        .lines()
        .filter(|line| {
            LOSSES
                .iter()
                .any(|code| line.contains(&format!("[{code}]")))
        })
        .filter_map(|line| Some(line.split_once(".md")?.0.rsplit('/').next()?.to_owned()))
        .collect();
    let mut silent = Vec::new();
    for (n, body) in bodies.iter().enumerate() {
        let name = format!("q{n}");
        if warned.contains(&name) {
            continue;
        }
        let there = letters_on(outcome.text(&format!("{name}/index.html")));
        let lost: Vec<_> = words_of(body)
            .into_iter()
            .filter(|(word, times)| there.matches(word.as_str()).count() < *times)
            .collect();
        if !lost.is_empty() {
            silent.push(format!("{lost:?} of\n{body}"));
        }
    }
    silent
}

#[test]
fn no_example_of_the_specification_loses_a_word() {
    let examples = include_str!("../differential/commonmark-0.31.2.jsonl").lines();
    let examples = examples.map(serde_json::from_str::<serde_json::Value>);
    let markdown = |example: serde_json::Value| example["markdown"].as_str().map(str::to_owned);
    let examples: Vec<String> = examples
        .filter_map(|example| markdown(example.expect("JSON")))
        .collect();
    assert!(examples.len() > 600);
    let silent = silent_losses(&examples);
    assert!(
        silent.is_empty(),
        "{}\n{}",
        silent.len(),
        silent.join("\n---\n")
    );
}

/// Pieces that texts are made of.
const PIECES: [&str; 66] = [
    "one",
    "two",
    "three",
    "four",
    "重要",
    "日本",
    "です",
    "Ünü",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\n\n",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "```\n",
    "    ",
    "- ",
    "1. ",
    "> ",
    "# ",
    "### ",
    "| a | b |\n|---|---|\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](b.html)",
    "](c.png \"t\")",
    "[[",
    "]]",
    "[^n]",
    "\n\n[^n]: note ",
    "https://e.example/x",
    "www.e.example",
    "me@e.example",
    "<b>",
    "</b>",
    "<iframe src=x>",
    "<!-- c -->",
    "<div>",
    "</div>",
    "\n\n<div>\n",
    "<br>",
    "&amp;",
    "&lt;",
    "\\*",
    "\\",
    "\"",
    "'",
    "--",
    "...",
    "{{< a >}}",
    "{% b %}",
    "{: .c}",
    "\n{: .d}\n",
    "「",
    "」",
    "。",
    "<script>",
    "</script>",
];

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn no_text_loses_a_word_without_a_warning(
        bodies in vec(vec(select(PIECES.as_slice()), 1..30), 150),
    ) {
        let bodies: Vec<String> = bodies.into_iter().map(|pieces| pieces.concat()).collect();
        let silent = silent_losses(&bodies);
        prop_assert!(silent.is_empty(), "{}\n{}", silent.len(), silent.join("\n---\n"));
    }
}
