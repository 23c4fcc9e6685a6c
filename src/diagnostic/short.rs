//! One line per diagnostic, as editors and `grep` expect it.

use super::visible::{printable, printable_line};
use super::{Diagnostic, SourceTexts};

pub(super) fn print(d: &Diagnostic, texts: &mut SourceTexts<'_>) -> String {
    let place = texts.place(d);
    let mut out = place.file.unwrap_or_default();
    if let Some((start, _)) = place.lines {
        out.push_str(&format!(":{}:{}", start.line, start.column));
    }
    out = printable_line(&out).into_owned();
    if !out.is_empty() {
        out.push_str(": ");
    }
    out.push_str(&format!(
        "{}[{}]: {}",
        d.severity.word(),
        d.code,
        one_line(&d.message)
    ));
    if let Some(hint) = &d.hint {
        out.push_str(&format!("; {}", one_line(hint)));
    }
    out
}

fn one_line(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    printable(&words).into_owned()
}
