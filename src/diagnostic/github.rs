//! GitHub workflow commands, shown as annotations next to the lines of a pull request.

use std::path::Path;

use super::visible::printable;
use super::{Diagnostic, Severity, SourceTexts};

pub(super) fn print(d: &Diagnostic, texts: &mut SourceTexts<'_>, below: &str) -> String {
    let place = texts.place(d);
    let level = match d.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let mut properties = vec![format!("title={}", property(d.code))];
    if let Some(file) = &place.file {
        // A configuration file outside the project is named by its absolute path.
        let below = if Path::new(file).is_absolute() {
            ""
        } else {
            below
        };
        properties.insert(0, format!("file={}", property(&format!("{below}{file}"))));
    }
    if let Some((start, end)) = place.lines {
        properties.push(format!(
            "line={},col={},endLine={},endColumn={}",
            start.line, start.column, end.line, end.column
        ));
    }
    let mut message = d.message.clone();
    if let Some(hint) = &d.hint {
        message.push_str(". ");
        message.push_str(hint);
    }
    format!("::{level} {}::{}", properties.join(","), data(&message))
}

fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D");
    printable(&text).replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
