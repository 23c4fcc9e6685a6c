//! Filters the CSS of a drawing: rules and declarations of listed properties are kept, with values
//! that load nothing.
//!
//! What is kept is written in one form, which the filter leaves as it is. (CSS Syntax 3; an escape,
//! `\`, could hide a name and is never kept.)

use super::allowed::{FUNCTIONS, PROPERTIES, find};

/// At-rules that only group other rules.
const GROUPS: [&str; 6] = [
    "container",
    "keyframes",
    "layer",
    "media",
    "supports",
    "-webkit-keyframes",
];

/// At-rules whose loss changes nothing.
const WITHOUT_EFFECT: [&str; 2] = ["charset", "namespace"];

/// Maximum nesting of at-rules.
const MAX_GROUPS: usize = 4;

/// CSS that may stay.
pub(super) struct KeptCss {
    pub text: String,
    /// The name of the first part that was removed, if a reader could see a difference.
    pub lost: Option<String>,
}

/// Filters a style sheet.
pub(super) fn sheet(text: &str) -> KeptCss {
    let text = without_comments(text);
    let mut kept = KeptCss::empty();
    rules(&text, 0, &mut kept);
    kept
}

/// Filters the declarations of a `style` attribute.
pub(super) fn declarations(text: &str) -> KeptCss {
    let text = without_comments(text);
    let mut kept = KeptCss::empty();
    for part in parts(&text) {
        declaration(part, &mut kept);
    }
    kept
}

/// Whether a value of CSS loads nothing and calls nothing that is not listed.
pub(super) fn is_safe_value(value: &str) -> bool {
    let bytes = value.as_bytes();
    let mut at = 0;
    let mut open = 0_usize;
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => {
                let Some(len) = string_len(&value[at..], quote) else {
                    return false;
                };
                // It would load nothing; but whatever took it for something else would.
                if value[at..at + len].to_ascii_lowercase().contains("url(") {
                    return false;
                }
                at += len;
                continue;
            }
            b'(' => {
                let name = function_before(value, at);
                if name.eq_ignore_ascii_case("url") {
                    let Some(len) = fragment_len(&value[at..]) else {
                        return false;
                    };
                    at += len;
                    continue;
                }
                let known = find(FUNCTIONS, &name.to_ascii_lowercase()).is_some();
                if !name.is_empty() && !known {
                    return false;
                }
                open += 1;
            }
            b')' => match open.checked_sub(1) {
                Some(left) => open = left,
                None => return false,
            },
            b'/' if bytes.get(at + 1) == Some(&b'*') => return false,
            b'\\' | b'<' | b'>' | b'@' | b'{' | b'}' | b'[' | b']' | b';' | b':' | b'`' | b'$'
            | b'|' | b'~' | b'^' | b'&' | b'?' => {
                return false;
            }
            c if c < b' ' && !c.is_ascii_whitespace() || c == 0x7f => return false,
            _ => {}
        }
        at += 1;
    }
    open == 0
}

impl KeptCss {
    fn empty() -> Self {
        Self {
            text: String::new(),
            lost: None,
        }
    }

    fn lose(&mut self, name: &str) {
        self.lost.get_or_insert_with(|| name.to_owned());
    }
}

/// Filters rules, which stand in `depth` groups.
fn rules(text: &str, depth: usize, kept: &mut KeptCss) {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(is_space);
        if rest.is_empty() {
            return;
        }
        let end = find_outside(rest, b"{;}").unwrap_or(rest.len());
        let prelude = rest[..end].trim_matches(is_space);
        match rest.as_bytes().get(end) {
            Some(b'{') => {
                let inner = &rest[end + 1..];
                let close = closing(inner);
                let block = &inner[..close];
                rest = inner.get(close + 1..).unwrap_or("");
                rule(prelude, block, depth, kept);
            }
            other => {
                let name = at_name(prelude);
                if !WITHOUT_EFFECT.contains(&&*name) && !prelude.is_empty() {
                    kept.lose(&lost_rule(&name));
                }
                let skipped = end + usize::from(other.is_some());
                rest = &rest[skipped..];
            }
        }
    }
}

fn rule(prelude: &str, block: &str, depth: usize, kept: &mut KeptCss) {
    let is_good =
        |c: char| !matches!(c, '\\' | '<' | ';' | '}') && (!c.is_control() || is_space(c));
    let mut inner = KeptCss::empty();
    let name = at_name(prelude);
    let is_rule = prelude.chars().all(is_good) && is_closed(prelude);
    if let Some(rest) = prelude.strip_prefix('@').filter(|_| is_rule) {
        if !GROUPS.contains(&&*name) || depth >= MAX_GROUPS || rest.contains('@') {
            kept.lose(&lost_rule(&name));
            return;
        }
        rules(block, depth + 1, &mut inner);
    } else if !is_rule || prelude.is_empty() || prelude.contains('@') || block.contains('{') {
        kept.lose(&lost_rule(&name));
        return;
    } else {
        for part in parts(block) {
            declaration(part, &mut inner);
        }
    }
    if let Some(name) = inner.lost {
        kept.lose(&name);
    }
    if !inner.text.is_empty() {
        push_collapsed(prelude, &mut kept.text);
        kept.text.push('{');
        kept.text.push_str(&inner.text);
        kept.text.push('}');
    }
}

/// Adds a declaration, if it may stay.
fn declaration(text: &str, kept: &mut KeptCss) {
    let text = text.trim_matches(is_space);
    if text.is_empty() {
        return;
    }
    let (name, value) = text.split_once(':').unwrap_or((text, ""));
    let (name, value) = (
        name.trim_matches(is_space).to_ascii_lowercase(),
        value.trim_matches(is_space),
    );
    let is_custom = name.len() > 2
        && name.starts_with("--")
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    if !is_custom && find(PROPERTIES, &name).is_none() {
        // Other programs have properties of their own.
        if !name.starts_with('-') {
            kept.lose(&name);
        }
        return;
    }
    if value.is_empty() {
        return;
    }
    if !is_safe_value(value) {
        kept.lose(&name);
        return;
    }
    if !kept.text.is_empty() {
        kept.text.push(';');
    }
    kept.text.push_str(&name);
    kept.text.push(':');
    push_collapsed(value, &mut kept.text);
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Replaces each comment by a space. What is never closed ends the text.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        // A comment may not begin within a string.
        let Some(at) = find_comment(rest) else {
            out.push_str(rest);
            return out;
        };
        out.push_str(&rest[..at]);
        out.push(' ');
        match rest[at + 2..].find("*/") {
            Some(end) => rest = &rest[at + 2 + end + 2..],
            None => return out,
        }
    }
}

fn find_comment(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => at += string_len(&text[at..], quote).unwrap_or(1),
            b'/' if bytes.get(at + 1) == Some(&b'*') => return Some(at),
            _ => at += 1,
        }
    }
    None
}

/// The length of a string that begins with its quote. `None` if it is not closed on its line, or has
/// an escape.
fn string_len(text: &str, quote: u8) -> Option<usize> {
    let inner = text.as_bytes().get(1..)?;
    let end = inner
        .iter()
        .position(|b| *b == quote || *b < b' ' || *b == b'\\')?;
    (inner[end] == quote).then_some(end + 2)
}

/// The name of the function whose bracket stands at `at`.
fn function_before(value: &str, at: usize) -> &str {
    let named = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || !c.is_ascii();
    let start = value[..at].trim_end_matches(named).len();
    &value[start..at]
}

/// The length of `(#id)`, with or without quotes and spaces; `None` for any other address.
fn fragment_len(text: &str) -> Option<usize> {
    let end = text.find(')')?;
    let inner = text[1..end].trim_matches(is_space);
    let bare = ['"', '\'']
        .iter()
        .find_map(|quote| inner.strip_prefix(*quote)?.strip_suffix(*quote));
    let id = bare
        .unwrap_or(inner)
        .trim_matches(is_space)
        .strip_prefix('#')?;
    let good = |c: char| c.is_alphanumeric() || "-_.:".contains(c);
    (!id.is_empty() && id.chars().all(good)).then_some(end + 1)
}

/// The offset of the first of some bytes outside strings and brackets.
fn find_outside(text: &str, wanted: &[u8]) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut open) = (0, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => {
                at += string_len(&text[at..], quote).unwrap_or(1);
                continue;
            }
            b if open == 0 && wanted.contains(&b) => return Some(at),
            b'(' | b'[' => open += 1,
            b')' | b']' => open = open.saturating_sub(1),
            // A block ends what is open.
            b'{' | b'}' if wanted.contains(&bytes[at]) => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The offset of the bracket that closes a block, or the end of the text.
fn closing(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut open) = (0, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => {
                at += string_len(&text[at..], quote).unwrap_or(1);
                continue;
            }
            b'{' => open += 1,
            b'}' if open == 0 => return at,
            b'}' => open -= 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// Whether every string and bracket of a prelude is closed.
fn is_closed(prelude: &str) -> bool {
    let bytes = prelude.as_bytes();
    let (mut at, mut open) = (0, 0_isize);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => match string_len(&prelude[at..], quote) {
                Some(len) => {
                    at += len;
                    continue;
                }
                None => return false,
            },
            b'(' | b'[' => open += 1,
            b')' | b']' => open -= 1,
            _ => {}
        }
        if open < 0 {
            return false;
        }
        at += 1;
    }
    open == 0
}

/// How a removed rule is named.
fn lost_rule(name: &str) -> String {
    match name {
        "" => "a rule".to_owned(),
        name => format!("@{name}"),
    }
}

/// The name of an at-rule in lower case; empty for any other prelude.
fn at_name(prelude: &str) -> String {
    let name = prelude.strip_prefix('@').unwrap_or("");
    let end = name
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .unwrap_or(name.len());
    name[..end].to_ascii_lowercase()
}

/// Adds a text with one space for each run of spaces outside strings.
fn push_collapsed(text: &str, out: &mut String) {
    let mut quote = None;
    let mut spaced = false;
    for c in text.chars() {
        if quote.is_none() && is_space(c) {
            spaced = true;
            continue;
        }
        if std::mem::take(&mut spaced) {
            out.push(' ');
        }
        match quote {
            Some(open) if open == c => quote = None,
            None if c == '"' || c == '\'' => quote = Some(c),
            _ => {}
        }
        out.push(c);
    }
}

/// The declarations of a block, as they are written.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = find_outside(text, b";");
        rest = end.map(|end| &text[end + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}
