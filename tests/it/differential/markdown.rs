//! Markdown against the examples of `CommonMark` and of GitHub, as the dialect parses them, before
//! links are resolved, raw HTML is sanitised and headings find their level.

use comrak::{Options, markdown_to_html};
use dateline::parse::conventions::UNKNOWN;
use dateline::parse::markdown::{Dialect, events, prepare};
use serde_json::Value as Json;

use super::{Differences, assert_differences};

/// Where Dateline differs from `CommonMark`, by the number of the example, and why.
const COMMONMARK: Differences<'_> = &[(
    "`[[foo]]` may be a link to the entry `foo`; without such an entry it is shown as it is",
    &["590"],
)];

/// Where Dateline differs from GitHub, and why.
const GFM: Differences<'_> = &[];

const PLAIN: Dialect = Dialect {
    math: false,
    smart: false,
    conventions: &UNKNOWN,
    linkify: false,
    sanitised: false,
};

/// The HTML of a text, before anything of Dateline's own.
fn html(text: &str, dialect: Dialect) -> String {
    let prepared = prepare(text, &[], dialect);
    let mut out = String::new();
    let parsed = events(&prepared);
    pulldown_cmark::html::push_html(&mut out, parsed.map(|(event, _)| event));
    out
}

/// HTML without what means nothing to a reader: where lines break between blocks, and how a
/// character is written.
fn normal(html: &str) -> String {
    let mut out = html
        .replace("&quot;", "\"")
        .replace(" />", ">")
        .replace("<li>\n", "<li>")
        .replace("\n</li>", "</li>")
        .replace(" align=\"center\"", " style=\"text-align: center\"")
        .replace(" align=\"left\"", " style=\"text-align: left\"")
        .replace(" align=\"right\"", " style=\"text-align: right\"")
        .replace(" checked=\"\"", "")
        .replace(" disabled=\"\"", "");
    for block in [
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ] {
        out = out.replace(&format!("</{block}>\n"), &format!("</{block}>"));
        out = out.replace(&format!("<{block}>\n"), &format!("<{block}>"));
        out = out.replace(&format!("\n<{block}>"), &format!("<{block}>"));
        out = out.replace(&format!("\n</{block}>"), &format!("</{block}>"));
    }
    out.trim_end().to_owned()
}

fn compared(examples: &str, key: impl Fn(&Json) -> String) -> Vec<(String, String)> {
    let examples = examples.lines();
    let examples = examples.map(|line| serde_json::from_str::<Json>(line).expect("JSON"));
    let differs = |example: Json| {
        let text = |key: &str| example[key].as_str().expect("a text").to_owned();
        let (ours, theirs) = (html(&text("markdown"), PLAIN), text("html"));
        let same = normal(&ours) == normal(&theirs);
        (!same).then(|| {
            (
                key(&example),
                format!("{:?}: {ours:?}, not {theirs:?}", text("markdown")),
            )
        })
    };
    examples.filter_map(differs).collect()
}

#[test]
fn every_example_of_commonmark_is_read_as_it_says() {
    let examples = include_str!("commonmark-0.31.2.jsonl");
    assert_eq!(examples.lines().count(), 652);
    let found = compared(examples, |example| example["n"].to_string());
    assert_differences(&found, COMMONMARK);
}

#[test]
fn every_example_of_github_is_read_as_it_says() {
    let examples = include_str!("gfm.jsonl");
    let name = |example: &Json| {
        format!(
            "{} {}",
            example["section"].as_str().unwrap_or(""),
            example["n"]
        )
    };
    assert_differences(&compared(examples, name), GFM);
}

/// Where bare addresses are links otherwise than on GitHub, and why.
const ADDRESSES: Differences<'_> = &[];

#[test]
fn bare_addresses_are_links_as_they_are_on_github() {
    let texts = [
        "www.commonmark.org",
        "Visit www.commonmark.org/help for more information.",
        "Visit www.commonmark.org.",
        "Visit www.commonmark.org/a.b.",
        "www.google.com/search?q=Markup+(business)",
        "www.google.com/search?q=Markup+(business)))",
        "(www.google.com/search?q=Markup+(business))",
        "(www.google.com/search?q=Markup+(business)",
        "www.google.com/search?q=(business))+ok",
        "www.google.com/search?q=commonmark&hl=en",
        "www.google.com/search?q=commonmark&hl;",
        "www.commonmark.org/he<lp",
        "http://commonmark.org",
        "(Visit https://encrypted.google.com/search?q=Markup+(business))",
        "foo@bar.baz",
        "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
        "a.b-c_d@a.b",
        "a.b-c_d@a.b.",
        "a.b-c_d@a.b-",
        "a.b-c_d@a.b_",
        "See https://example.org/a_b_c, and *https://example.org/x*.",
        "https://example.org/?a=b&c=d!",
        "[https://example.org/](https://example.com/)",
        "`https://example.org/`",
    ];
    let mut options = Options::default();
    options.extension.autolink = true;
    let linked = Dialect {
        linkify: true,
        ..PLAIN
    };
    let found: Vec<(String, String)> = texts
        .iter()
        .filter_map(|text| {
            let (ours, theirs) = (html(text, linked), markdown_to_html(text, &options));
            let same = normal(&ours) == normal(&theirs);
            (!same).then(|| ((*text).to_owned(), format!("{ours:?}, not {theirs:?}")))
        })
        .collect();
    assert_differences(&found, ADDRESSES);
}
