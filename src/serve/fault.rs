//! Diagnostics as the browser shows them: worded as in the terminal, with their location.

use serde::{Deserialize, Serialize};
use std::path::Path;

use crate::diagnostic::{self, Diagnostic, Format};
use crate::percent;
use crate::source::Sources;
use crate::world::World;

/// Maximum number of errors, and of warnings, sent to the browser; `check -vv` shows all.
pub const MOST: usize = 30;

/// One error or warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverlayFault {
    pub severity: &'static str,
    pub code: &'static str,
    pub message: String,
    /// `content/2025/llama-4.md`.
    pub file: Option<String>,
    /// URL path of the page of that file.
    pub address: Option<String>,
    /// `content/2025/llama-4.md:3:7`.
    pub place: Option<String>,
    /// URL that opens the location in an editor.
    pub link: Option<String>,
    /// The source lines with the caret, as the terminal prints them; empty if there are none.
    pub lines: String,
    #[serde(rename = "cure")]
    pub hint: Option<String>,
    /// For how many of its kind it stands.
    pub times: usize,
}

/// The location of an error, read from the JSON format.
#[derive(Default, Deserialize)]
struct FaultLocation {
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

/// Template of links to locations; `{file}`, `{line}` and `{column}` are filled in.
#[derive(Debug, Clone)]
pub struct Editor(pub Option<String>);

/// Returns the first of some diagnostics as the browser shows them.
pub fn faults<'d>(
    diagnostics: impl Iterator<Item = &'d Diagnostic>,
    editor: &Editor,
    root: &Path,
    sources: &Sources,
    world: &dyn World,
) -> Vec<OverlayFault> {
    let shown: Vec<&Diagnostic> = diagnostics.take(MOST).collect();
    let print = |format| diagnostic::print_each(shown.iter().copied(), format, sources, world);
    let printed = print(Format::Json)
        .into_iter()
        .zip(print(Format::Human { colour: false }));
    shown
        .iter()
        .zip(printed)
        .map(|(d, (json, human))| {
            let place: FaultLocation = serde_json::from_str(&json).unwrap_or_default();
            let ours = d
                .span
                .is_none_or(|span| sources.path(span.source).is_some());
            OverlayFault {
                severity: d.severity.word(),
                code: d.code,
                message: d.message.clone(),
                link: editor.link(root, &place).filter(|_| ours),
                place: place.describe(),
                file: place.file,
                address: None,
                lines: lines(&human),
                hint: d.hint.clone(),
                times: 1,
            }
        })
        .collect()
}

/// Extracts from the terminal's output the lines between the message and the hint, which browsers
/// show as text that wraps.
fn lines(printed: &str) -> String {
    let lines: Vec<&str> = printed.lines().collect();
    let is_place = |line: &str| line.trim_start().starts_with("--> ");
    let Some(first) = lines.iter().position(|line| is_place(line)) else {
        return String::new();
    };
    let is_cure = |line: &str| line.trim_start().starts_with("= help: ");
    let last = lines.iter().position(|line| is_cure(line));
    let shown = lines[first + 1..last.unwrap_or(lines.len())].iter();
    let shown = shown.map(|line| line.trim_end());
    let mut shown: Vec<&str> = shown.skip_while(|line| is_bar(line)).collect();
    while shown.last().is_some_and(|line| is_bar(line)) {
        shown.pop();
    }
    shown.join("\n")
}

/// Whether a line has nothing but the bar at its left.
fn is_bar(line: &str) -> bool {
    matches!(line.trim(), "" | "|")
}

impl FaultLocation {
    fn describe(&self) -> Option<String> {
        let file = self.file.as_ref()?;
        Some(match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
            _ => file.clone(),
        })
    }
}

impl Editor {
    fn link(&self, root: &Path, place: &FaultLocation) -> Option<String> {
        let (pattern, file) = (self.0.as_ref()?, place.file.as_ref()?);
        let path = root.join(file).display().to_string().replace('\\', "/");
        let number = |n: Option<usize>| n.unwrap_or(1).to_string();
        let link = pattern
            .replace("{line}", &number(place.line))
            .replace("{column}", &number(place.column));
        Some(link.replace("{file}", &percent::file_path(path.trim_start_matches('/'))))
    }
}

/// Escapes a text for HTML, between tags or in double quotes.
pub fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    tera::escape_html(text, &mut out).expect("a vector takes all bytes");
    String::from_utf8(out).expect("what is escaped is a text still")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::structured::json_for_html;

    #[test]
    fn a_place_is_a_link_that_no_name_breaks() {
        let editor = Editor(Some("vscode://file/{file}:{line}:{column}".to_owned()));
        let place = FaultLocation {
            file: Some("content/a \"b\" {line}?#.md".to_owned()),
            line: Some(3),
            column: None,
        };
        assert_eq!(
            editor.link(Path::new("/home/me"), &place).unwrap(),
            "vscode://file/home/me/content/a%20%22b%22%20%7Bline%7D%3F%23.md:3:1"
        );
        assert_eq!(Editor(None).link(Path::new("/"), &place), None);
    }

    #[test]
    fn the_lines_stand_without_the_message_and_the_cure() {
        let printed = "error[bad-date]: no date\n --> content/a.md:3:7\n  |\n3 | date: x\n  |       ^ here\n  |\n ::: content/b.md:2:1\n  |\n2 | date: y\n  | ---- first\n  |\n  = help: write one\n          or none\n\n";
        assert_eq!(
            lines(printed),
            "3 | date: x\n  |       ^ here\n  |\n ::: content/b.md:2:1\n  |\n2 | date: y\n  | ---- first"
        );
        assert_eq!(
            lines("error[no-site]: none\n  |\n  = help: begin one\n"),
            ""
        );
    }

    #[test]
    fn nothing_that_is_said_becomes_markup() {
        assert_eq!(escaped("<a b='\"'>&"), "&lt;a b=&#39;&quot;&#39;&gt;&amp;");
        let json = json_for_html(&"</script><!--\u{2028}");
        assert_eq!(json, "\"\\u003c/script\\u003e\\u003c!--\\u2028\"");
    }
}
