//! Comments of other generators, which their readers never see: `{% comment %}…{% endcomment %}`,
//! `{# … #}`, `{{/* … */}}`, `{{< comment >}}…{{< /comment >}}`, `{::comment}…{:/comment}`, `{/* … */}`
//! and `%%…%%`.

use std::ops::Range;

use memchr::{memchr2, memmem};

use super::foreign::around;
use super::liquid::{is_named, tag};
use super::markdown::MARK;

/// Returns whether a text may have comments.
pub(super) fn may_have(text: &str) -> bool {
    let has = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    let braces = memchr::memchr(b'{', text.as_bytes()).is_some();
    (braces && (has("comment") || has("{#") || has("/*") || has("{% #") || has("{%- #")))
        || has("%%")
}

/// What ends a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Close {
    /// A tag of this name.
    Tag(&'static str),
    /// Such signs.
    Signs(&'static str),
    /// What ends the mark itself.
    Itself,
}

/// Finds the comments of a text outside code and raw text, in text order.
pub(super) fn find(text: &str, code: &[Range<usize>], raw: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // Those whose end was looked for in vain.
    let mut endless: Vec<Close> = Vec::new();
    let mut at = 0;
    while let Some(n) = memchr2(b'{', b'%', &text.as_bytes()[at..]) {
        let start = at + n;
        at = start + 1;
        if let Some(skipped) = around(code, start).or_else(|| around(raw, start)) {
            at = skipped.end;
            continue;
        }
        if text[start..].starts_with("%%") {
            match between_percents(text, start) {
                Some(comment) => {
                    at = comment.end;
                    found.push(comment);
                }
                None => at = start + 2,
            }
            continue;
        }
        let Some((inner, close)) = opened(text, start) else {
            continue;
        };
        if endless.contains(&close) {
            continue;
        }
        match closed(text, inner, close) {
            Some(end) => {
                found.push(start..end);
                at = end;
            }
            None => endless.push(close),
        }
    }
    found
}

/// Returns where the comment that begins at a place has its text, and what ends it.
fn opened(text: &str, start: usize) -> Option<(usize, Close)> {
    let rest = &text[start..];
    if let Some(after) = rest.strip_prefix("{#") {
        // `{#id}` is the id of a heading.
        let is_comment = after.starts_with(|c: char| c.is_whitespace() || c == '-');
        return is_comment.then_some((start + 2, Close::Signs("#}")));
    }
    if rest.starts_with("{/*") {
        return Some((start + 3, Close::Signs("*/}")));
    }
    if rest.starts_with("{::comment}") {
        return Some((start + 11, Close::Signs("{:/")));
    }
    if let Some(after) = rest.strip_prefix("{{") {
        let words = after.trim_start_matches(['-', ' ']);
        if words.starts_with("/*") {
            return Some((start + rest.len() - words.len() + 2, Close::Signs("*/")));
        }
    }
    let tag = tag(text, start)?;
    match tag.name {
        "comment" if tag.is_hugo => Some((tag.range.end, Close::Tag("/comment"))),
        "comment" => Some((tag.range.end, Close::Tag("endcomment"))),
        name if name.starts_with('#') && !tag.is_hugo => Some((tag.range.end, Close::Itself)),
        _ => None,
    }
}

/// Returns where a comment ends whose text begins at a place.
fn closed(text: &str, inner: usize, close: Close) -> Option<usize> {
    match close {
        Close::Itself => Some(inner),
        Close::Signs(signs) => {
            let end = inner + memmem::find(&text.as_bytes()[inner..], signs.as_bytes())?;
            let after = &text[end + signs.len()..];
            let more = match signs {
                "{:/" => after.find('}')? + 1,
                "*/" => {
                    after.len()
                        - after
                            .trim_start_matches(['-', ' '])
                            .strip_prefix("}}")?
                            .len()
                }
                _ => 0,
            };
            Some(end + signs.len() + more)
        }
        Close::Tag(name) => {
            let mut at = inner;
            loop {
                let start = at + memchr::memchr(b'{', &text.as_bytes()[at..])?;
                if is_named(text, start, name) {
                    return tag(text, start).map(|tag| tag.range.end);
                }
                at = start + 1;
            }
        }
    }
}

/// Returns a comment of Obsidian: within a line, or between two lines of only `%%`. `5 %%` is no
/// beginning of one.
fn between_percents(text: &str, start: usize) -> Option<Range<usize>> {
    let line = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let before = &text[line..start];
    let rest = &text[start + 2..];
    let first = rest.split('\n').next().unwrap_or(rest);
    if before.trim().is_empty() && first.trim().is_empty() {
        let mut at = start + 2 + first.len() + 1;
        for line in text.get(at..)?.split_inclusive('\n') {
            if line.trim() == "%%" {
                return Some(start..at + line.trim_end().len());
            }
            at += line.len();
        }
        return None;
    }
    let apart = before.is_empty() || before.ends_with(char::is_whitespace);
    let counts = before.trim_end().ends_with(|c: char| c.is_numeric());
    let len = first.find("%%")?;
    let words = first[..len].contains(char::is_alphabetic);
    let ends = !first[len + 2..].starts_with(|c: char| c == '%' || c.is_alphanumeric());
    (apart && !counts && words && ends).then_some(start..start + 2 + len + 2)
}

/// Returns a text of the same length in which nobody sees the comments. A line that has nothing else
/// becomes empty.
pub(super) fn without(text: &str, comments: &[Range<usize>]) -> String {
    let mut out = text.as_bytes().to_vec();
    for comment in comments {
        let mut start = text[..comment.start].rfind('\n').map_or(0, |n| n + 1);
        while start < comment.end {
            let end = memchr::memchr(b'\n', &text.as_bytes()[start..]);
            let end = end.map_or(text.len(), |n| start + n);
            let (from, to) = (start.max(comment.start), end.min(comment.end));
            let alone = text[start..from].trim().is_empty() && text[to..end].trim().is_empty();
            out[from..to].fill(if alone { b' ' } else { MARK as u8 });
            start = end + 1;
        }
    }
    String::from_utf8(out).expect("only whole comments are replaced")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comments(text: &str) -> Vec<&str> {
        let found = find(text, &[], &[]);
        assert!(found.is_empty() || may_have(text), "{text}");
        found.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn comments_of_each_generator_are_found() {
        for comment in [
            "{% comment %}a\n\nb{% endcomment %}",
            "{%- comment -%}{% if x %}{%- endcomment -%}",
            "{# a #}",
            "{#- a\nb -#}",
            "{{/* a */}}",
            "{{- /* a */ -}}",
            "{{< comment >}}a{{< /comment >}}",
            "{{% comment %}}a{{% /comment %}}",
            "{::comment}\na\n{:/comment}",
            "{::comment}a{:/}",
            "{/* truncate */}",
            "{% # a %}",
            "%%a b%%",
            "%% a %%",
        ] {
            let text = format!("x {comment} y {{ z }}");
            assert_eq!(comments(&text), [comment], "{text}");
        }
        assert_eq!(comments("x\n%%\na\n\nb\n%%\ny"), ["%%\na\n\nb\n%%"]);
    }

    #[test]
    fn what_only_looks_like_a_comment_stays() {
        for text in [
            "## Head {#comment}",
            "{% comment %} never closed {# nor this {/* nor that",
            "from 5 %% to 6 %% in May",
            "100%%, 50%%",
            "%%\nnever closed",
            "{{ comment }} and {% include comment.html %}",
            "{{</* figure */>}}",
        ] {
            assert_eq!(comments(text), [""; 0], "{text}");
        }
    }
}
