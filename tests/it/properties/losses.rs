//! No word of a body is lost without a warning: what another CommonMark library reads in it is on
//! its page, or something is said about the article.

use std::collections::{BTreeMap, BTreeSet};

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::cases;
use crate::html;
use crate::site_test::{SITE, SiteTest};

/// What a page may lack only if one of these is said.
const LOSSES: [&str; 12] = [
    "removed-html",
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

fn count(text: &str, words: &mut Words) {
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
}

/// The words of a Markdown text, without those of comments and tags.
fn words_of(markdown: &str) -> Words {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    options.extension.alerts = true;
    options.extension.cjk_friendly_emphasis = true;
    let (arena, mut text) = (Arena::new(), String::new());
    for node in parse_document(&arena, markdown, &options).descendants() {
        match &node.data().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(code) => text.push_str(&format!("\n{}\n", code.literal)),
            NodeValue::HtmlBlock(block) => {
                text.push_str(&format!("\n{}\n", html::text(&block.literal)));
            }
            NodeValue::Emph | NodeValue::Strong | NodeValue::Strikethrough => {}
            NodeValue::Link(_) | NodeValue::Image(_) | NodeValue::HtmlInline(_) => {}
            _ => text.push('\n'),
        }
    }
    let mut words = Words::new();
    count(&text, &mut words);
    words
}

/// The words of a page's body, with those of its pictures.
fn words_on(page: &str) -> Words {
    let start = page.find("story-body").expect("a body");
    let page = &page[start..page.find("class=\"story-after").unwrap_or(page.len())];
    // Emphasis may divide a word.
    let mut text = page.to_owned();
    for tag in ["em", "strong", "del", "a", "b", "i", "code"] {
        text = text
            .replace(&format!("<{tag}>"), "")
            .replace(&format!("</{tag}>"), "");
    }
    let mut words = Words::new();
    count(&html::text(&text), &mut words);
    for tag in html::tags(page) {
        if let Some(alt) = tag.attribute("alt") {
            count(alt, &mut words);
        }
    }
    words
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
        let there = words_on(outcome.text(&format!("{name}/index.html")));
        let lost: Vec<_> = words_of(body)
            .into_iter()
            .filter(|(word, times)| there.get(word).unwrap_or(&0) < times)
            .collect();
        if !lost.is_empty() {
            silent.push(format!("{lost:?} of\n{body}"));
        }
    }
    silent
}

#[test]
fn no_example_of_the_specification_loses_a_word() {
    let examples = include_str!("commonmark-examples.txt");
    let examples = examples.split("\n%%%%%%%%\n").skip(1);
    let examples: Vec<String> = examples.map(|text| text.replace('→', "\t")).collect();
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
