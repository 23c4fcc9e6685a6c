//! Marks of other generators in a body: shortcodes, Liquid tags, attribute lists, containers,
//! imports.
//!
//! What can be understood is: `{% highlight %}` is a code block, `{% raw %}` is not shown. Shortcodes
//! are shown whole, as code, whatever they contain; attribute lists are left out. A body without such
//! marks costs a few searches.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::{memchr, memmem};
use pulldown_cmark::{Event, Parser, Tag};

use super::liquid;
use super::markdown::{Dialect, Edit};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{SourceId, Span};

/// A mark of another generator, by its place in the body.
#[derive(Debug, PartialEq, Eq)]
pub struct ForeignMark {
    pub range: Range<usize>,
    pub kind: MarkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// Shown as it is; which generator's.
    Shortcode(&'static str),
    /// `{: .class}`, left out.
    Attributes,
    /// `{:toc}` and the item before it, left out.
    Contents,
    /// `{: #id}` of a heading, understood.
    HeadingId,
    /// `:::note`, shown as it is.
    Container,
    /// `import … from …`, shown as it is.
    Module,
}

/// The marks of a body, and what becomes of them.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    /// The body with its Liquid blocks replaced, of the same length. None if it has none.
    pub body: Option<String>,
    /// In text order.
    pub edits: Vec<Edit>,
    /// In text order.
    pub marks: Vec<ForeignMark>,
}

/// Maximum length of a recognised mark in bytes.
const LONGEST: usize = 500;

/// Opening and closing delimiters, and the generator. If one opening is a prefix of another, the
/// longer comes first.
const FORMS: [(&str, &str, &str); 4] = [
    ("{{<", ">}}", "a Hugo shortcode"),
    ("{{%", "%}}", "a Hugo shortcode"),
    ("{%", "%}", "a Liquid or Tera tag"),
    ("{{", "}}", "a Liquid or Tera expression"),
];

/// Finds the fence of a container.
static COLONS: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(":::"));

/// Finds what ends the first word of a line of MDX.
static PORT: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("port "));

/// Returns whether a line begins with `import` or `export`.
fn has_module(body: &str) -> bool {
    PORT.find_iter(body.as_bytes()).any(|at| {
        let before = &body.as_bytes()[..at];
        let word = before.ends_with(b"im") || before.ends_with(b"ex");
        word && matches!(before.get(..at - 2), Some([] | [.., b'\n']))
    })
}

/// Finds the marks of a body outside code.
pub(super) fn find(body: &str, dialect: Dialect) -> Foreign {
    let braces = memchr(b'{', body.as_bytes()).is_some();
    let has = |mark: &str| braces && memmem::find(body.as_bytes(), mark.as_bytes()).is_some();
    let tags = has("{%");
    let shortcodes = tags || has("{{");
    let attributes = has("{:") || has("){") || has("]{");
    let lines = COLONS.find(body.as_bytes()).is_some() || has_module(body);
    if !(shortcodes || attributes || lines) {
        return Foreign::default();
    }
    let mut layout = Layout::of(body, dialect);
    let (replaced, raw) = match tags {
        true => liquid::blocks(body, dialect, &layout.code),
        false => (None, Vec::new()),
    };
    let text = replaced.as_deref().unwrap_or(body);
    if replaced.is_some() {
        layout = Layout::of(text, dialect);
    }
    let (mut edits, mut marks) = (Vec::new(), Vec::new());
    if shortcodes {
        all_shortcodes(text, &layout, &raw, &mut edits, &mut marks);
    }
    if attributes {
        super::attributes::find(text, &layout.code, &mut edits, &mut marks);
    }
    if lines {
        whole_lines(text, &layout, &mut edits, &mut marks);
    }
    edits.sort_by_key(|edit| edit.range.start);
    marks.sort_by_key(|mark| mark.range.start);
    Foreign {
        body: replaced,
        edits,
        marks,
    }
}

/// Where a text has code, raw HTML and links, each in text order.
pub(super) struct Layout {
    pub code: Vec<Range<usize>>,
    blocks: Vec<Range<usize>>,
    tags: Vec<Range<usize>>,
    /// Only those whose address contains braces.
    links: Vec<Range<usize>>,
}

impl Layout {
    pub fn of(text: &str, dialect: Dialect) -> Self {
        let mut layout = Self {
            code: Vec::new(),
            blocks: Vec::new(),
            tags: Vec::new(),
            links: Vec::new(),
        };
        for (event, range) in Parser::new_ext(text, dialect.options()).into_offset_iter() {
            match event {
                Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::Start(Tag::CodeBlock(_)) => layout.code.push(range),
                Event::Start(Tag::HtmlBlock) => layout.blocks.push(range),
                Event::InlineHtml(_) => layout.tags.push(range),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. })
                    if dest_url.contains('{') =>
                {
                    layout.links.push(range);
                }
                _ => {}
            }
        }
        layout
    }
}

/// Returns the range of a list, in text order, that contains a place.
pub(super) fn around(list: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let range = list.get(list.partition_point(|range| range.end <= at))?;
    (range.start <= at).then_some(range)
}

fn all_shortcodes(
    text: &str,
    layout: &Layout,
    raw: &[Range<usize>],
    edits: &mut Vec<Edit>,
    marks: &mut Vec<ForeignMark>,
) {
    let fence = ticks(text);
    let mut at = 0;
    // In a block of raw HTML: up to where it was read, and whether a tag is open there.
    let (mut read, mut open) = (0, false);
    while let Some(n) = text[at..].find('{') {
        let start = at + n;
        let skipped = around(&layout.code, start).or_else(|| around(raw, start));
        if let Some(range) = skipped {
            at = range.end;
            continue;
        }
        let Some((len, what)) = shortcode(&text[start..]) else {
            at = start + 1;
            continue;
        };
        let range = start..start + len;
        at = range.end;
        marks.push(ForeignMark {
            range: range.clone(),
            kind: MarkKind::Shortcode(what),
        });
        let tag = around(&layout.tags, start).is_some_and(|tag| tag.start < start);
        if tag || around(&layout.links, start).is_some() {
            continue;
        }
        match around(&layout.blocks, start) {
            Some(block) => {
                if block.start > read {
                    (read, open) = (block.start, false);
                }
                for byte in text[read..start].bytes() {
                    open = byte == b'<' || (open && byte != b'>');
                }
                read = range.end;
                if !open {
                    escape(text, range, edits);
                }
            }
            None => {
                for place in [range.start, range.end] {
                    edits.push(Edit {
                        range: place..place,
                        text: Cow::Owned(fence.clone()),
                    });
                }
            }
        }
    }
}

/// Returns a run of backticks that is not in a text.
fn ticks(text: &str) -> String {
    let mut longest = 0;
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let run = rest[at..].bytes().take_while(|b| *b == b'`').count();
        longest = longest.max(run);
        rest = &rest[at + run..];
    }
    "`".repeat((longest + 1).max(2))
}

/// Escapes a shortcode in raw HTML.
fn escape(text: &str, range: Range<usize>, edits: &mut Vec<Edit>) {
    for (n, c) in text[range.clone()].char_indices() {
        let escaped = match c {
            '<' => "&lt;",
            '>' => "&gt;",
            _ => continue,
        };
        let at = range.start + n;
        edits.push(Edit {
            range: at..at + 1,
            text: escaped.into(),
        });
    }
}

/// Returns the length and kind of the shortcode at the start of a text. It must end in the same
/// paragraph; one with angle brackets or percent signs may have several lines.
fn shortcode(text: &str) -> Option<(usize, &'static str)> {
    let (open, close, what) = FORMS.iter().find(|(open, ..)| text.starts_with(open))?;
    let window = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    let stop = match *open {
        "{{" => "\n",
        _ => "\n\n",
    };
    let part = window.split(stop).next().unwrap_or(window);
    let end = part.get(open.len()..)?.find(close)?;
    let inner = part[open.len()..open.len() + end].trim_matches(['-', ' ']);
    let inner = inner.trim_start();
    let named = inner.starts_with(|c: char| c.is_alphabetic() || "/\"'_$.".contains(c));
    named.then_some((open.len() + end + close.len(), *what))
}

/// Finds lines that have a meaning to other generators.
fn whole_lines(text: &str, layout: &Layout, edits: &mut Vec<Edit>, marks: &mut Vec<ForeignMark>) {
    let Layout {
        code, blocks, tags, ..
    } = layout;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let words = line.trim();
        let kind = match words {
            _ if words.starts_with(":::") => MarkKind::Container,
            _ if is_module(line) => MarkKind::Module,
            _ => continue,
        };
        let first = range.start + line.len() - line.trim_start().len();
        if [code, blocks, tags]
            .iter()
            .all(|list| around(list, first).is_none())
        {
            if kind == MarkKind::Container {
                // A colon could begin a definition.
                edits.push(Edit {
                    range: first..first,
                    text: Cow::Borrowed("\\"),
                });
            }
            marks.push(ForeignMark { range, kind });
        }
    }
}

/// Whether a line is JavaScript, as in MDX.
fn is_module(line: &str) -> bool {
    let import = line.strip_prefix("import ").is_some_and(|rest| {
        rest.starts_with(['"', '\'']) || rest.contains(" from '") || rest.contains(" from \"")
    });
    let export = line.strip_prefix("export ").is_some_and(|rest| {
        let words = ["const ", "default ", "function ", "let "];
        words.iter().any(|word| rest.starts_with(word)) && rest.contains(['=', '(', '{'])
    });
    import || export
}

/// Maximum number of marks reported per file.
const MOST: usize = 20;

/// Warns of the marks of a body that starts at `base` in its file.
pub(super) fn report(file: SourceId, base: usize, marks: &[ForeignMark], sink: &mut Sink) {
    let told = marks.iter().filter(|mark| mark.kind != MarkKind::HeadingId);
    for mark in told.clone().take(MOST) {
        let span = Span::new(file, base + mark.range.start..base + mark.range.end);
        sink.push(warning(mark.kind, span));
    }
    let more = told.count().saturating_sub(MOST);
    if more > 0 {
        sink.push(
            Diagnostic::warning(
                "shortcode",
                format!("{more} more marks of another generator are in this file"),
            )
            .at(Span::new(file, base..base), "in this text")
            .hint("replace them with Markdown or HTML"),
        );
    }
}

fn warning(kind: MarkKind, span: Span) -> Diagnostic {
    let shown = |what: &str| {
        Diagnostic::warning("shortcode", format!("{what} is printed verbatim"))
            .at(span, "readers see this")
    };
    let left_out = |what: &str| {
        Diagnostic::warning("attribute-list", format!("{what} is left out"))
            .at(span, "readers do not see this")
    };
    match kind {
        MarkKind::Shortcode(what) => shown(what)
            .hint("replace it with Markdown or HTML; to show it as code, put it in backticks"),
        MarkKind::Container => shown("a container of Docusaurus or VuePress").hint(
            "write a note as `> [!NOTE]` and a line for each of its lines, with `> ` before it",
        ),
        MarkKind::Module => shown("an import or export of MDX").hint("remove the line"),
        MarkKind::Contents => left_out("a table of contents of kramdown")
            .hint("remove it; a page with three sections or more has a table of contents"),
        MarkKind::Attributes | MarkKind::HeadingId => {
            left_out("an attribute list of kramdown or Pandoc")
                .hint("remove it, or write HTML with the attributes: `<p class=\"warning\">`")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::{events, prepare};

    const DIALECT: Dialect = Dialect {
        math: false,
        smart: true,
        curly_quotes: true,
        linkify: true,
    };

    fn found(text: &str) -> Vec<&str> {
        let marks = find(text, DIALECT).marks;
        marks.into_iter().map(|mark| &text[mark.range]).collect()
    }

    fn html(text: &str) -> String {
        let mut html = String::new();
        let prepared = prepare(text, &[], DIALECT);
        pulldown_cmark::html::push_html(&mut html, events(&prepared).map(|(event, _)| event));
        html
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
            "```\n{{ x }}\n{% x %}\n:::note\n{: .a}\n```\n",
            "    {{ indented }}\n",
            "~~~html\n{{ x }}\nimport a from 'b'\n",
            "a {b} {{}} {{1}} {{ open\n}} {%",
            "`$\\frac{{2}}{3}$`",
            "an import from the north, f(x){y}, {: no",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_shortcode_is_shown_whole() {
        for (text, shown) in [
            (
                "{{<video src=\"/v.mp4\" >}}",
                "<p><code>{{&lt;video src=\"/v.mp4\" &gt;}}</code></p>\n",
            ),
            (
                "*a* {{% x \"*b*\" %}} --c",
                "<p><em>a</em> <code>{{% x \"*b*\" %}}</code> --c</p>\n",
            ),
            (
                "[x]({{< ref \"a.md\" >}})",
                "<p>[x](<code>{{&lt; ref \"a.md\" &gt;}}</code>)</p>\n",
            ),
            (
                "`` ` `` {{ a }}",
                "<p><code>`</code> <code>{{ a }}</code></p>\n",
            ),
            ("<div>{{< a >}}</div>", "<div>{{&lt; a &gt;}}</div>"),
            (
                "<div title=\"{{ a }}\">b</div>",
                "<div title=\"{{ a }}\">b</div>",
            ),
        ] {
            assert_eq!(html(text), shown);
        }
    }

    #[test]
    fn attribute_lists_are_left_out() {
        for (text, shown) in [
            ("A note.\n{: .warning}\n\nb", "<p>A note.</p>\n<p>b</p>\n"),
            ("*a*{: .b} c", "<p><em>a</em> c</p>\n"),
            ("> a\n> {: .b}\n", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
            (
                "[a](/b){:target=\"_blank\"}.",
                "<p><a href=\"/b\">a</a>.</p>\n",
            ),
            ("* TOC\n{:toc}\n\ntext", "<p>text</p>\n"),
            ("[a](/b){width=50%}", "<p><a href=\"/b\">a</a></p>\n"),
            ("## Head\n{: #own}\n", "<h2 id=\"own\">Head</h2>\n"),
            ("the set {: x}", "<p>the set {: x}</p>\n"),
        ] {
            assert_eq!(html(text), shown);
        }
    }

    #[test]
    fn a_highlighted_block_is_code() {
        for (text, shown) in [
            (
                "{% highlight ruby %}\n# a \"b\"\n{% endhighlight %}\n",
                "<pre><code class=\"language-ruby\"># a \"b\"\n</code></pre>\n",
            ),
            (
                "a\n{%- highlight c++ linenos -%}x{{ y }}\n{%- endhighlight -%}\nb",
                "<p>a</p>\n<pre><code class=\"language-c++\">x{{ y }}\n</code></pre>\n<p>b</p>\n",
            ),
            (
                "{% highlight text %}\n~~~~\nx {% endhighlight %}\n",
                "<pre><code class=\"language-text\">~~~~\nx \n</code></pre>\n",
            ),
            (
                "{% raw %}\n{{ a }} -- b\n{% endraw %}\n",
                "<p>{{ a }} – b</p>\n",
            ),
            ("a {% raw %}{{ b }}{% endraw %} c", "<p>a {{ b }} c</p>\n"),
        ] {
            assert_eq!(html(text), shown);
        }
        assert!(found("{% raw %}{{ b }}{% endraw %}").is_empty());
        assert!(found("{% highlight ruby %}\n{{ x }}\n{% endhighlight %}\n").is_empty());
    }

    #[test]
    fn containers_and_modules_are_found() {
        let text = "import A from './a';\n\n:::note\n\ntext\n\n:::\n";
        assert_eq!(found(text), ["import A from './a';", ":::note", ":::"]);
    }

    #[test]
    fn very_many_are_not_all_named() {
        let text = "{% x %}\n".repeat(1000);
        let mut sink = Sink::default();
        report(SourceId(0), 0, &find(&text, DIALECT).marks, &mut sink);
        assert_eq!(sink.len(), MOST + 1);
    }
}
