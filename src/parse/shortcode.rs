//! Warns of shortcodes of another generator, which are printed verbatim.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::markdown::{events, prepare};
use crate::config::MarkdownConfig;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Source;

/// Maximum number of shortcodes reported per file.
const MOST: usize = 20;

/// Maximum length of a recognised shortcode in bytes.
const LONGEST: usize = 500;

/// Opening and closing delimiters, and the generator. If one opening is a prefix of another, the
/// longer comes first.
const FORMS: [(&str, &str, &str); 4] = [
    ("{{<", ">}}", "a Hugo shortcode"),
    ("{{%", "%}}", "a Hugo shortcode"),
    ("{%", "%}", "a Liquid or Tera tag"),
    ("{{", "}}", "a Liquid or Tera expression"),
];

/// Warns of each shortcode of a body outside code. A text without braces costs one search.
pub fn find(source: &Source, range: Range<usize>, config: &MarkdownConfig, sink: &mut Sink) {
    let text = &source.text[range.clone()];
    if !text.contains('{') || !(text.contains("{{") || text.contains("{%")) {
        return;
    }
    let code = code(text, config);
    let mut code = code.iter().peekable();
    let (mut at, mut found) = (0, 0);
    while let Some(n) = text[at..].find('{') {
        let start = at + n;
        while code.next_if(|code| code.end <= start).is_some() {}
        if let Some(code) = code.peek().filter(|code| code.start <= start) {
            at = code.end;
            continue;
        }
        let Some((len, what)) = shortcode(&text[start..]) else {
            at = start + 1;
            continue;
        };
        at = start + len;
        found += 1;
        if found > MOST {
            continue;
        }
        let span = source.span(range.start + start..range.start + at);
        sink.push(
            Diagnostic::warning("shortcode", format!("{what} is printed verbatim"))
                .at(span, "readers see this")
                .hint("replace it with Markdown or HTML; to show it as code, put it in backticks"),
        );
    }
    if found > MOST {
        sink.push(
            Diagnostic::warning(
                "shortcode",
                format!(
                    "{} more shortcodes in this file are printed verbatim",
                    found - MOST
                ),
            )
            .at(source.span(range.start..range.start), "in this text")
            .hint("replace them with Markdown or HTML"),
        );
    }
}

/// Returns the ranges of code, in text order.
fn code(text: &str, config: &MarkdownConfig) -> Vec<Range<usize>> {
    let prepared = prepare(text, &[]);
    let mut code: Vec<Range<usize>> = Vec::new();
    for (event, range) in events(&prepared, config) {
        if matches!(
            event,
            Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::Start(Tag::CodeBlock(_))
        ) {
            code.push(range);
        }
    }
    code
}

/// Returns the length and kind of the shortcode at the start of a text. It must end on the same
/// line.
fn shortcode(text: &str) -> Option<(usize, &'static str)> {
    let (open, close, what) = FORMS.iter().find(|(open, ..)| text.starts_with(open))?;
    let window = &text[..text.floor_char_boundary(LONGEST)];
    let line = window.split('\n').next().unwrap_or(window);
    let end = line.get(open.len()..)?.find(close)?;
    let inner = line[open.len()..open.len() + end].trim_matches(['-', ' ']);
    let named = inner.starts_with(|c: char| c.is_alphabetic() || "/\"'_$.".contains(c));
    named.then_some((open.len() + end + close.len(), *what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::RawHtml;
    use crate::source::SourceId;

    fn found(text: &str) -> Vec<String> {
        let config = MarkdownConfig {
            raw_html: RawHtml::Sanitise,
            math: false,
            smart_punctuation: true,
        };
        let source = Source {
            id: SourceId(0),
            text: text.to_owned(),
        };
        let mut sink = Sink::default();
        find(&source, 0..text.len(), &config, &mut sink);
        let spans = sink.into_iter().map(|d| d.span.unwrap().range());
        spans.map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn shortcodes_of_each_generator_are_found_at_their_places() {
        let text = "A {{< figure src=\"a.png\" >}} b {{% note %}}c{{% /note %}}\n\n{% include a.html %} {{ page.title }} {{- x -}}\n";
        assert_eq!(
            found(text),
            [
                "{{< figure src=\"a.png\" >}}",
                "{{% note %}}",
                "{{% /note %}}",
                "{% include a.html %}",
                "{{ page.title }}",
                "{{- x -}}"
            ]
        );
    }

    #[test]
    fn code_and_braces_of_other_kinds_are_none() {
        for text in [
            "`{{< figure >}}` and ``{% x %}``",
            "```\n{{ x }}\n{% x %}\n```\n",
            "    {{ indented }}\n",
            "~~~html\n{{ x }}\n",
            "a {b} {{}} {{1}} {{ open\n}} {%",
            "$\\frac{{2}}{3}$",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn very_many_are_not_all_named() {
        assert_eq!(found(&"{% x %}\n".repeat(1000)).len(), MOST + 1);
    }
}
