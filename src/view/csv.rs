//! Records of CSV (RFC 4180), for spreadsheets and programs.

use crate::diagnostic::visible::printable;
use crate::messages::borrowed::unmarked;

/// Between the items of a list in one cell. A semicolon of an item has a backslash before it, as
/// has a backslash.
const BETWEEN: &str = "; ";

/// A list in one cell.
pub fn list(items: &[impl AsRef<str>]) -> String {
    let mut out = String::new();
    for (n, item) in items.iter().enumerate() {
        if n > 0 {
            out.push_str(BETWEEN);
        }
        for c in item.as_ref().chars() {
            if matches!(c, '\\' | ';') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// The end of a record. No cell has it: its CR would be escaped.
pub const END: &str = "\r\n";

/// A record, with its end.
pub fn line(cells: &[impl AsRef<str>]) -> String {
    let mut out = String::new();
    push_record(cells, &mut out);
    out + END
}

/// Appends a record without its end.
pub fn push_record(cells: &[impl AsRef<str>], out: &mut String) {
    for (n, text) in cells.iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        push_cell(text.as_ref(), out);
    }
}

/// Appends a cell, escaped; one that a spreadsheet would take for a formula gets an apostrophe before
/// it. A number is none.
fn push_cell(text: &str, out: &mut String) {
    let formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<i32>().is_err();
    let text = unmarked(text);
    let text = printable(&text);
    let quoted = text.contains([',', '"', '\n', '\r']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    match quoted {
        true => out.push_str(&text.replace('"', "\"\"")),
        false => out.push_str(&text),
    }
    if quoted {
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_is_no_formula() {
        for (text, cell) in [
            ("plain", "plain"),
            ("a, \"b\"", "\"a, \"\"b\"\"\""),
            ("=1+1", "'=1+1"),
            ("=1,1", "\"'=1,1\""),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-0043", "-0043"),
            ("-1+1", "'-1+1"),
            ("a\u{1b}[2J\rb", "a\\u{1b}[2J\\u{d}b"),
        ] {
            assert_eq!(line(&[text, "b"]), format!("{cell},b\r\n"));
        }
    }

    #[test]
    fn a_list_can_be_taken_apart_again() {
        assert_eq!(list(&["a", "b; c", "d\\"]), "a; b\\; c; d\\\\");
        assert_eq!(list(&[""; 0]), "");
    }
}
