//! What was meant by a text that is no date.

use edtf_core::Date;

use super::DateFault;

/// What a date looks like, for a fault that nothing better can be said of.
pub(super) const FORMS: &str = "a day such as `2025-12-09`, a month such as `2025-12`, a quarter \
     such as `2026-Q1`, a year such as `2025`, or from one to another: `2026-03/2026-05`";

/// The fault of a text that cannot be read, in general words.
pub(super) fn fault(text: &str, reason: &str) -> DateFault {
    near_miss(text).unwrap_or_else(|| DateFault {
        offset: 0,
        len: text.len(),
        message: format!("{} is no date: {reason}", quoted(text)),
        cure: format!("write {FORMS}"),
    })
}

/// A text between quotation marks, its control characters made visible.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.escape_debug())
}

pub(super) fn near_miss(_text: &str) -> Option<DateFault> {
    None
}
pub(super) fn without_gaps(_date: &Date) -> String {
    String::new()
}
pub(super) fn plain_end(date: &Date, _first: bool) -> String {
    date.to_string()
}
