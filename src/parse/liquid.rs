//! Blocks of code and of raw text: `{% highlight ruby %}…{% endhighlight %}` of Jekyll and Eleventy,
//! `{{< highlight go >}}…{{< /highlight >}}` of Hugo, `{% codeblock %}…{% endcodeblock %}` of Hexo,
//! `{% raw %}…{% endraw %}`.

use std::borrow::Cow;
use std::ops::Range;

use super::foreign::{Layout, around};
use super::markdown::{Dialect, MARK};

/// Maximum length of a tag in bytes.
const LONGEST: usize = 500;

/// Maximum number of highlighted blocks whose end the parser takes for code.
const REREAD: usize = 20;

/// Returns a text of the same length whose highlighted blocks are fenced code and that has no raw
/// tags, and the ranges between raw tags. None if there are no such blocks. `code` are the ranges of
/// code in the text.
pub(super) fn blocks(
    text: &str,
    dialect: Dialect,
    code: &[Range<usize>],
) -> (Option<String>, Vec<Range<usize>>) {
    let words = ["highlight", "raw", "code", "verbatim"];
    if !words.iter().any(|word| text.contains(word)) {
        return (None, Vec::new());
    }
    let mut code = Cow::Borrowed(code);
    let mut out: Option<Vec<u8>> = None;
    // The tag `{% raw %}` that is open.
    let (mut raw, mut opened) = (Vec::new(), None::<Range<usize>>);
    let (mut at, mut reread) = (0, 0);
    // Blocks whose end was looked for in vain.
    let mut endless: Vec<&str> = Vec::new();
    while let Some(n) = text[at..].find('{') {
        let here = at + n;
        if let Some(range) = around(&code, here) {
            at = range.end;
            continue;
        }
        at = here + 1;
        let Some(tag) = tag(text, here) else { continue };
        let close = end_of_code(&tag).filter(|close| !endless.contains(close));
        if let Some(close) = close.filter(|_| opened.is_none()) {
            let Some(end) = end_of_block(text, tag.range.end, close) else {
                endless.push(close);
                continue;
            };
            let out = out.get_or_insert_with(|| text.as_bytes().to_vec());
            highlight(text, &tag, &end, out);
            at = end.end;
            // What is highlighted may hold half a pair of backticks.
            if around(&code, end.start).is_some() && reread < REREAD {
                reread += 1;
                let rest = Layout::of(&text[at..], dialect).code;
                let moved = rest.into_iter().map(|r| at + r.start..at + r.end);
                code = Cow::Owned(moved.collect());
            }
            continue;
        }
        match tag.name {
            "raw" | "verbatim" if opened.is_none() && !tag.is_hugo => {
                at = tag.range.end;
                opened = Some(tag.range);
            }
            "endraw" | "endverbatim" => {
                at = tag.range.end;
                let Some(open) = opened.take() else { continue };
                raw.push(open.end..tag.range.start);
                let out = out.get_or_insert_with(|| text.as_bytes().to_vec());
                for range in [open, tag.range] {
                    let filling = if is_alone(text, &range) {
                        b' '
                    } else {
                        MARK as u8
                    };
                    out[range].fill(filling);
                }
            }
            _ => {}
        }
    }
    let out = out.map(|bytes| String::from_utf8(bytes).expect("only whole tags are replaced"));
    (out, raw)
}

/// Whether a tag has a line of its own.
fn is_alone(text: &str, tag: &Range<usize>) -> bool {
    let before = text[..tag.start].trim_end_matches([' ', '\t']);
    let after = text[tag.end..].trim_start_matches([' ', '\t', '\r']);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

/// A tag of Liquid, or a shortcode of Hugo.
pub(super) struct LiquidTag<'t> {
    pub range: Range<usize>,
    pub name: &'t str,
    /// What follows the name.
    pub rest: &'t str,
    pub is_hugo: bool,
}

impl LiquidTag<'_> {
    /// The language of a block of code.
    fn language(&self) -> &str {
        let words = || self.rest.split_whitespace();
        let named = words().find_map(|word| word.strip_prefix("lang:"));
        let first = match self.name {
            // Its first word is a title.
            "codeblock" | "code" => None,
            _ => words().next(),
        };
        let word = named.or(first).unwrap_or("");
        word.trim_matches(['"', '\''])
    }
}

/// Reads the tag at a place. It must end on the same line.
pub(super) fn tag(text: &str, start: usize) -> Option<LiquidTag<'_>> {
    let rest = text.get(start..)?;
    let forms = [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")];
    let (open, close) = forms.into_iter().find(|(open, _)| rest.starts_with(open))?;
    let rest = &rest[open.len()..];
    let window = &rest[..rest.floor_char_boundary(LONGEST.min(rest.len()))];
    let line = window.split('\n').next().unwrap_or(window);
    let end = line.find(close)?;
    let inner = line[..end].trim_matches(['-', ' ', '\t']);
    let name = inner.split_whitespace().next()?;
    Some(LiquidTag {
        range: start..start + open.len() + end + close.len(),
        name,
        rest: inner[name.len()..].trim_start(),
        is_hugo: open.len() == 3,
    })
}

/// Returns whether a tag of this name is at a place.
pub(super) fn is_named(text: &str, start: usize, name: &str) -> bool {
    tag(text, start).is_some_and(|tag| closes(&tag, name))
}

/// Hugo also writes `{{< / highlight >}}`.
fn closes(tag: &LiquidTag<'_>, name: &str) -> bool {
    let apart = tag.is_hugo && tag.name == "/";
    tag.name == name || (apart && name.strip_prefix('/') == Some(tag.rest))
}

/// Returns the name of the tag that ends a block of code; `None` for other tags.
fn end_of_code(tag: &LiquidTag<'_>) -> Option<&'static str> {
    Some(match (tag.name, tag.is_hugo) {
        ("highlight", true) => "/highlight",
        ("highlight", false) => "endhighlight",
        ("codeblock", false) => "endcodeblock",
        ("code", false) => "endcode",
        _ => return None,
    })
}

fn end_of_block(text: &str, from: usize, name: &str) -> Option<Range<usize>> {
    let mut at = from;
    while let Some(n) = text[at..].find('{') {
        let found = tag(text, at + n);
        if let Some(found) = found.filter(|tag| closes(tag, name)) {
            return Some(found.range);
        }
        at += n + 1;
    }
    None
}

/// Writes fences over a pair of tags. What shares a line with a tag gets a line of its own.
fn highlight(text: &str, open: &LiquidTag<'_>, close: &Range<usize>, out: &mut [u8]) {
    let inner = &text[open.range.end..close.start];
    let sign = match inner.contains("~~~") {
        true => b'`',
        false => b'~',
    };
    let good = |b: u8| b.is_ascii_alphanumeric() || b"-_+.#".contains(&b);
    let language = open.language();
    let word = match language.bytes().all(good) {
        true => language.as_bytes(),
        false => b"",
    };
    let line_before = |at: usize| text[..at].rsplit('\n').next().unwrap_or("");
    let place = &mut out[open.range.clone()];
    place.fill(b' ');
    let from = usize::from(!line_before(open.range.start).trim().is_empty());
    if from == 1 {
        place[0] = b'\n';
    }
    place[from..from + 3].fill(sign);
    let fits = from + 3 + word.len() < place.len();
    if fits {
        place[from + 3..from + 3 + word.len()].copy_from_slice(word);
    }
    if !inner.starts_with(['\n', '\r']) {
        place[place.len() - 1] = b'\n';
    }
    let place = &mut out[close.clone()];
    place.fill(b' ');
    let from = usize::from(!line_before(close.start).trim().is_empty());
    if from == 1 {
        place[0] = b'\n';
    }
    place[from..from + 3].fill(sign);
    if !text[close.end..]
        .trim_start_matches([' ', '\t', '\r'])
        .starts_with('\n')
    {
        let last = place.len() - 1;
        place[last] = b'\n';
    }
}
