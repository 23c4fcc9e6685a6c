//! A style sheet without what only its authors read.

/// Removes comments, and spaces that separate nothing. What it means stays the same: strings are kept
/// as they are, and so are the spaces before `:` and around `+`, `-` and `*`, which mean something.
pub fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut space = false;
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        let len = match c {
            '/' if rest.starts_with("/*") => {
                space = true;
                rest = rest[2..].split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            c if c.is_whitespace() => {
                space = true;
                rest = &rest[c.len_utf8()..];
                continue;
            }
            '"' | '\'' => string(rest, c),
            c => c.len_utf8(),
        };
        let before = out.chars().next_back();
        if std::mem::take(&mut space) && separates(before, c) {
            out.push(' ');
        }
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(&rest[..len]);
        rest = &rest[len..];
    }
    out.push('\n');
    out
}

/// The length of a string in quotes, with them.
fn string(css: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in css.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    css.len()
}

/// Whether a space between these two is needed.
fn separates(before: Option<char>, after: char) -> bool {
    let Some(before) = before else { return false };
    !matches!(before, '{' | '}' | ';' | ',' | ':' | '(' | '>')
        && !matches!(after, '{' | '}' | ';' | ',' | ')' | '>' | '!')
}

/// Returns a script without the lines that are comments, without empty ones and without indentation.
/// No text of the scripts spans lines.
pub fn script(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut comment = false;
    for line in text.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if comment {
            comment = !line.ends_with("*/");
            continue;
        }
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
