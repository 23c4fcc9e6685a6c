//! Converts Tera's errors to diagnostics with spans.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::ErrorKind;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::nearest;
use crate::source::{SourceId, Span};

/// The texts of the templates and their source ids, by name.
#[derive(Clone, Copy)]
pub struct TemplateTexts<'a> {
    pub ids: &'a BTreeMap<String, SourceId>,
    pub texts: &'a BTreeMap<String, String>,
}

/// Returns the faults of one or several templates. `template` is that of the page being rendered.
pub fn faults(
    error: &tera::Error,
    template: Option<&str>,
    all: TemplateTexts<'_>,
) -> Vec<Diagnostic> {
    let fault = |message: String| {
        Diagnostic::error("template", message).hint("compare the template with the default theme's")
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let message = report.message().trim_end_matches('.');
            let span = report.span();
            let start = (span.start_line, span.start_col);
            let end = Some((span.end_line, span.end_col));
            let d = match undefined(message) {
                Some((message, hint)) => fault(message).hint(hint),
                None => fault(message.to_owned()),
            };
            vec![all.at(d, report.filename(), start, end)]
        }
        ErrorKind::CircularExtend {
            inheritance_chain, ..
        } => {
            let chain = inheritance_chain.join("`, which extends `");
            let d = fault(format!("a template extends itself: `{chain}`"))
                .hint("remove `{% extends … %}` from one of them; in the default theme, `base.html` is the layout of every page");
            vec![all.extends(d, inheritance_chain)]
        }
        ErrorKind::CircularInclude { include_chain, .. } => {
            let chain = include_chain.join("`, which includes `");
            let d = fault(format!("a template includes itself: `{chain}`"))
                .hint("remove one of the includes");
            vec![all.tag(d, "include", include_chain)]
        }
        ErrorKind::MissingParent { current, parent } => {
            let near = nearest(parent, all.texts.keys().map(String::as_str));
            let mut d = fault(format!("there is no template `{parent}` to extend"));
            if let Some(near) = near {
                d = d.hint(format!("write `{{% extends \"{near}\" %}}`"));
            }
            vec![all.extends(d, std::slice::from_ref(current))]
        }
        ErrorKind::Msg(text) if text.contains("recursion depth for components") => {
            let d = fault("a component calls itself endlessly".to_owned())
                .hint("call it only inside an `{% if %}` that eventually becomes false");
            vec![all.recursion(d, template.unwrap_or(""))]
        }
        ErrorKind::Msg(text) if text.starts_with("error: ") => reports(text)
            .map(|(message, file, line, column)| {
                all.at(fault(message.to_owned()), file, (line, column), None)
            })
            .collect(),
        _ => vec![fault(error.to_string()).file("templates")],
    }
}

/// For an undefined name, returns the message and a suggestion: the long list of defined names
/// belongs in the hint.
fn undefined(message: &str) -> Option<(String, String)> {
    let (said, fields) = message.split_once(". Available fields: ")?;
    let name = said.split('`').nth(1)?;
    let hint = match nearest(name, fields.split(", ")) {
        Some(near) => format!("did you mean `{near}`? Available: {fields}"),
        None => format!("available: {fields}; TEMPLATES.md describes each of them"),
    };
    Some((said.to_owned(), hint))
}

/// Splits Tera's text of several reports: `error: message`, followed by `--> file:line:column`,
/// both counted from 1. Returns the column counted from 0.
fn reports(text: &str) -> impl Iterator<Item = (&str, &str, usize, usize)> {
    text.split("error: ").skip(1).map(|report| {
        let (message, rest) = report.split_once('\n').unwrap_or((report, ""));
        let place = rest.lines().next().unwrap_or("").trim();
        let mut parts = place.trim_start_matches("--> ").rsplitn(3, ':');
        let column = parts.next().and_then(|n| n.parse().ok()).unwrap_or(1_usize);
        let line = parts.next().and_then(|n| n.parse().ok()).unwrap_or(1);
        let file = parts.next().unwrap_or("");
        (message, file, line, column.saturating_sub(1))
    })
}

impl TemplateTexts<'_> {
    /// Points at a line, counted from 1, and a column, counted from 0, of a template; without an
    /// end, at the word there.
    fn at(
        self,
        d: Diagnostic,
        name: &str,
        start: (usize, usize),
        end: Option<(usize, usize)>,
    ) -> Diagnostic {
        let Some(text) = self.texts.get(name) else {
            return d.file(format!("templates/{name}"));
        };
        let from = place(text, start.0, start.1);
        let to = match end {
            Some((line, column)) => place(text, line, column),
            None => {
                let rest = text[from..].trim_start_matches('<');
                let sign = text.len() - from - rest.len();
                let word = |c: char| !(c.is_alphanumeric() || c == '_' || c == '-');
                from + sign + rest.find(word).unwrap_or(rest.len())
            }
        };
        self.span(d, name, from..to)
    }

    fn span(self, d: Diagnostic, name: &str, range: Range<usize>) -> Diagnostic {
        match self.ids.get(name) {
            Some(id) => d.at(
                Span::new(*id, range.start..range.end.max(range.start + 1)),
                "here",
            ),
            None => d.file(format!("templates/{name}")),
        }
    }

    fn extends(self, d: Diagnostic, chain: &[String]) -> Diagnostic {
        self.tag(d, "extends", chain)
    }

    /// Points at the tag that refers to the next template of a chain, in the first of them that
    /// differs from the default theme's.
    fn tag(self, d: Diagnostic, tag: &str, chain: &[String]) -> Diagnostic {
        let own = chain.iter().find(|name| self.is_own(name));
        let Some(name) = own.or(chain.first()) else {
            return d.file("templates");
        };
        let text = self.texts.get(name).map_or("", String::as_str);
        let at = text.find(tag).unwrap_or(0);
        let line = text[at..].find(['%', '\n']).unwrap_or(0);
        self.span(d, name, at..at + text[at..at + line].trim_end().len())
    }

    /// Points at a component's call of itself, or names the page's template.
    fn recursion(self, d: Diagnostic, template: &str) -> Diagnostic {
        let calls = self.texts.iter().find_map(|(name, text)| {
            text.match_indices("{% component ").find_map(|(at, open)| {
                let word = text[at + open.len()..].split(['(', ' ']).next()?;
                let end = text[at..].find(&format!("endcomponent {word}"))? + at;
                let call = text[at..end].find(&format!("<{word} "))? + at;
                Some((name, call..call + 1 + word.len()))
            })
        });
        match calls {
            Some((name, range)) => self.span(d, name, range),
            None => d.file(format!("templates/{template}")),
        }
    }

    /// Whether the site provides this template itself.
    fn is_own(self, name: &str) -> bool {
        let default = super::templates::THEME.iter().find(|(n, _)| *n == name);
        default.is_none_or(|(_, text)| self.texts.get(name).is_none_or(|own| own != text))
    }
}

/// Byte offset of a line, counted from 1, and a column, counted from 0 in characters.
fn place(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = text.get(start..).unwrap_or("");
    start
        + rest
            .chars()
            .take(column)
            .take_while(|c| *c != '\n')
            .map(char::len_utf8)
            .sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undefined_field_is_reported_with_the_one_that_was_probably_meant() {
        let said = "Field `titel` is not defined. Available fields: body, title";
        let (message, hint) = undefined(said).expect("it is one");
        assert_eq!(message, "Field `titel` is not defined");
        assert_eq!(hint, "did you mean `title`? Available: body, title");
        assert_eq!(undefined("Unknown tag"), None);
    }

    #[test]
    fn every_report_in_a_text_of_several_has_its_span() {
        let text = "error: Unknown filter `a`\n  --> x.html:2:7\n   |\n 2 | x\n\nerror: Unknown test `b`\n  --> components/y.html:12:1\n";
        assert_eq!(
            reports(text).collect::<Vec<_>>(),
            [
                ("Unknown filter `a`", "x.html", 2, 6),
                ("Unknown test `b`", "components/y.html", 12, 0)
            ]
        );
    }
}
