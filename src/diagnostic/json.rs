//! One JSON object per line.

use serde::Serialize;

use super::visible::printable_json;
use super::{Diagnostic, SourceTexts};

#[derive(Serialize)]
struct Wire<'a> {
    severity: &'a str,
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(rename = "cure")]
    hint: Option<&'a str>,
    /// The line of `site.yaml` that settles all cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    for_many: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<WireFix<'a>>,
}

/// A safe fix: `replacement` replaces the text between the two positions. Columns count characters;
/// offsets are byte offsets into the text without byte order mark and with `\n` line endings.
#[derive(Serialize)]
struct WireFix<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: u32,
    end: u32,
    replacement: &'a str,
}

pub(super) fn print(d: &Diagnostic, texts: &mut SourceTexts<'_>) -> String {
    let place = texts.place(d);
    let wire = Wire {
        severity: d.severity.word(),
        code: d.code,
        message: &d.message,
        file: place.file,
        line: place.lines.map(|l| l.0.line),
        column: place.lines.map(|l| l.0.column),
        end_line: place.lines.map(|l| l.1.line),
        end_column: place.lines.map(|l| l.1.column),
        label: &d.label,
        hint: d.hint.as_deref(),
        for_many: d.for_many.as_deref(),
        fix: d.fix.as_ref().map(|fix| {
            let (start, end) = texts.positions(fix.span);
            WireFix {
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                start: fix.span.start,
                end: fix.span.end,
                replacement: &fix.replacement,
            }
        }),
    };
    printable_json(serde_json::to_string(&wire).expect("strings and numbers always serialise"))
}
