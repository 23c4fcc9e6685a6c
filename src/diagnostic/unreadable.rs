//! Diagnostics for files that cannot be read as text.

use std::io::{Error, ErrorKind};

use super::Diagnostic;
use crate::limits::MAX_TEXT;
use crate::source::ReadFault;
use crate::world::is_no_file;

/// The code of a file that the operating system did not let Dateline read. Another attempt may
/// succeed.
pub const UNREADABLE: &str = "unreadable";

/// Returns what to do about a file or folder that the operating system did not let Dateline read.
pub fn unreadable_hint(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::PermissionDenied => "check the permissions of the file and of its folder",
        ErrorKind::NotFound => "check that nobody is moving the file, and try again",
        _ => "check the disk, and how many files a program may open (`ulimit -n`); then try again",
    }
}

/// Returns the diagnostic for a file that could not be read.
pub fn unreadable(name: &str, fault: &ReadFault) -> Diagnostic {
    let (code, message, hint) = match fault {
        ReadFault::Io(error) if is_no_file(error) => (
            "not-a-file",
            match error.kind() {
                ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
                _ => error.to_string(),
            },
            "replace it with a file, or remove it".to_owned(),
        ),
        ReadFault::Io(error) => (
            UNREADABLE,
            format!("can't be read: {error}"),
            unreadable_hint(error).to_owned(),
        ),
        ReadFault::NotUtf8(at) => (
            "not-utf8",
            format!(
                "line {}, column {}: this is not UTF-8 text",
                at.line, at.column
            ),
            "save the file as UTF-8".to_owned(),
        ),
        ReadFault::Utf16 => (
            "not-utf8",
            "the file is saved as UTF-16".to_owned(),
            "save it as UTF-8".to_owned(),
        ),
        ReadFault::TooLarge(len) => (
            "too-large",
            format!(
                "the file is {} MB; the limit is {} MB",
                len / 1_048_576,
                MAX_TEXT / 1_048_576
            ),
            "split it into several articles".to_owned(),
        ),
    };
    let d = Diagnostic::error(code, message).file(name).hint(hint);
    match fault {
        // Another attempt finds the same.
        ReadFault::Io(error) if error.kind() == ErrorKind::PermissionDenied => d.lenient_warning(),
        _ => d,
    }
}
