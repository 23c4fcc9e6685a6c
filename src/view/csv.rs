//! Records of CSV (RFC 4180), for spreadsheets and programs.

use crate::diagnostic::visible::printable;
use crate::messages::borrowed::unmarked;

/// Between the items of a list in one cell. A semicolon of an item has a backslash before it, as
/// has a backslash.
const BETWEEN: &str = "; ";

/// A list in one cell.
pub fn list(items: &[impl AsRef<str>]) -> String {
    let items = items.iter().map(|item| {
        let item = item.as_ref().replace('\\', "\\\\");
        item.replace(';', "\\;")
    });
    items.collect::<Vec<_>>().join(BETWEEN)
}

/// A record, ended by CRLF.
pub fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    cells.join(",") + "\r\n"
}

/// Escapes a cell; one that a spreadsheet would take for a formula gets an apostrophe before it. A
/// number is none.
fn cell(text: &str) -> String {
    let formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<i32>().is_err();
    let text = unmarked(text);
    let text = printable(&text);
    let text = match formula {
        true => format!("'{text}"),
        false => text.into_owned(),
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_is_no_formula() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(cell("-0043"), "-0043");
        assert_eq!(cell("-1+1"), "'-1+1");
        assert_eq!(cell("a\u{1b}[2J\rb"), "a\\u{1b}[2J\\u{d}b");
    }

    #[test]
    fn a_list_can_be_taken_apart_again() {
        assert_eq!(list(&["a", "b; c", "d\\"]), "a; b\\; c; d\\\\");
        assert_eq!(list(&[""; 0]), "");
    }
}
