//! Panics: bugs of the program, caught at the edges where they would end more than they spoil.
//!
//! A verb that panics ends with [`EXIT_CODE`] and asks for a report. A preview that panics while
//! it scans the project or renders one page says so in place of the site or the page, and goes
//! on.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::Diagnostic;

/// What a program that panicked exits with; Rust's own choice.
pub const EXIT_CODE: u8 = 101;

/// Where the last panic happened: it is known to the hook of the thread that panics, and asked for
/// by the thread that catches.
static LAST_PLACE: Mutex<Option<String>> = Mutex::new(None);

/// A panic that was caught.
#[derive(Debug)]
pub struct Panic {
    /// What it said.
    pub message: String,
    /// File, line and column of the source, where [`note_places`] was called.
    pub place: Option<String>,
}

/// Has panics note where they happen, in place of printing it: whoever catches one prints it. For
/// programs, once, at their beginning.
pub fn note_places() {
    panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        let place = info.location().map(ToString::to_string);
        *LAST_PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
}

/// What `run` gives, or the panic that ended it. What `run` changes must not be used after a
/// panic, unless it is whole at every step.
///
/// # Errors
/// The panic.
pub fn catch<T>(run: impl FnOnce() -> T) -> Result<T, Panic> {
    panic::catch_unwind(AssertUnwindSafe(run)).map_err(|payload| Panic {
        message: message(&*payload),
        place: LAST_PLACE
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take(),
    })
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no message").to_owned()
}

impl Panic {
    /// `index out of bounds (src/view/card.rs:12:5)`.
    pub fn text(&self) -> String {
        match &self.place {
            Some(place) => format!("{} ({place})", self.message),
            None => self.message.clone(),
        }
    }

    /// The panic as an error of the site: `doing` says what was under way.
    pub fn diagnostic(&self, doing: &str) -> Diagnostic {
        let message = format!(
            "dateline stopped because of a bug while {doing}: {}",
            self.text()
        );
        Diagnostic::error("internal-error", message).hint(
            "undo the last change to continue; please report the bug, with this message and the file that you changed",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_with_its_message() {
        let caught = catch(|| -> u8 { panic!("{} is missing", "it") });
        let panic = caught.expect_err("it panics");
        assert_eq!(panic.message, "it is missing");
        let d = panic.diagnostic("reading a file");
        assert_eq!(d.code, "internal-error");
        assert!(d.message.contains("reading a file"), "{}", d.message);
        assert_eq!(catch(|| 1).expect("no panic"), 1);
    }
}
