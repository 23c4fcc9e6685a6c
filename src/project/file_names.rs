//! Names of files that every file system, host and address takes.

use std::ffi::OsStr;

use crate::content::slug::{is_device, nfc};
use crate::diagnostic::visible::first_invisible;
use crate::limits::MAX_NAME;

/// Returns why a file or folder of this name can't be published, and what to do about it.
pub(super) fn fault(name: &OsStr) -> Option<(String, &'static str)> {
    const RENAME: &str = "rename it; use letters, digits and hyphens";
    let because = |why: &str| {
        let message = format!("the file name can't be part of an address: {why}");
        Some((message, RENAME))
    };
    let Some(text) = name.to_str() else {
        return because("it is not UTF-8");
    };
    if is_device(text) {
        return because("Windows reserves it for a device");
    }
    // The usual name needs no closer look.
    let is_usual = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    if text.bytes().all(is_usual) && !text.ends_with('.') && text.len() <= MAX_NAME {
        return None;
    }
    if text.len().max(nfc(text).len()) > MAX_NAME {
        let message = format!("the file name is longer than {MAX_NAME} bytes");
        let hint = "shorten it; the headline comes from `title`, not from the file name";
        return Some((message, hint));
    }
    if let Some(c) = text.chars().find(|c| matches!(c, '\n' | '\t')) {
        let what = if c == '\n' { "a line break" } else { "a tab" };
        return because(&format!("it contains {what}"));
    }
    if let Some((_, _, what)) = first_invisible(text) {
        return because(&format!("it contains {what}"));
    }
    if text.contains('\\') {
        return because("it contains a backslash");
    }
    if text.ends_with(' ') || text.ends_with('.') {
        return because("it ends with a dot or a space, which Windows removes");
    }
    None
}
