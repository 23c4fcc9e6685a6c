//! Finds the two parts of a file, and reports front matter whose lines are missing or malformed.

use std::ops::Range;

use super::fence::{self, NoFence, Notation};
use super::{first_line_end, headers, unfenced};
use crate::config::SiteConfig;
use crate::content::article::{dated, day_of_path, stem};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Source, Span};

/// Splits a file at its front matter; reports lines around it that are missing or malformed.
pub(super) fn split_file(
    source: &Source,
    path: &str,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<fence::Fenced> {
    let first_line = source.text.find('\n').unwrap_or(source.text.len());
    let start = source.span(0..first_line.min(source.text.len()));
    match fence::split(&source.text) {
        Ok(parts) if fence::is_yaml_in_toml(&source.text, &parts) => {
            return Some(yaml_in_toml(source, parts, sink));
        }
        Ok(parts) => return Some(parts),
        Err(NoFence::Unclosed(close))
            if let Some((line, parts)) = fence::almost_closed(&source.text) =>
        {
            sink.push(
                Diagnostic::error(
                    "unclosed-front-matter",
                    format!(
                        "the front matter is closed by a line with {close}, which this line is not"
                    ),
                )
                .at(source.span(line.clone()), format!("not {close}"))
                .related(start, "opened here")
                .hint(format!("write `{close}`"))
                .fix(source.span(line), close)
                .lenient_warning(),
            );
            return Some(parts);
        }
        Err(NoFence::Unclosed("}")) if let Some(line) = fence::odd_quotes(&source.text) => sink
            .push(
                Diagnostic::error(
                    "unclosed-front-matter",
                    "a quote in this line is never closed",
                )
                .at(source.span(line), "an odd number of quotes")
                .hint("end the text with `\"`, on the same line"),
            ),
        Err(NoFence::Unclosed(close)) => sink.push(
            Diagnostic::error("unclosed-front-matter", "the front matter is never closed")
                .at(start, "opened here")
                .hint(format!(
                    "add a line with {close} after the last key, before the text"
                )),
        ),
        Err(NoFence::Missing) if let Some(almost) = fence::almost(&source.text) => {
            let parts = almost.parts.clone();
            sink.push(bad_fence(source, almost));
            return parts;
        }
        Err(NoFence::Missing) if let Some(headers) = headers::find(&source.text) => {
            let range = headers.range.clone();
            sink.push(bare_keys(source, &headers));
            return Some(fence::Fenced {
                notation: Notation::Headers,
                body: range.end..source.text.len(),
                front: range,
            });
        }
        Err(NoFence::Missing)
            if let Some((parts, giver)) = unfenced::dated_and_headed(source, path, config) =>
        {
            sink.push(
                Diagnostic::warning(
                    "from-file-name",
                    format!("there is no front matter; the {giver} gives the date"),
                )
                .at(start, "no --- line")
                .hint("start the file with ---, `title: …`, `date: …`, ---"),
            );
            return Some(parts);
        }
        Err(NoFence::Missing) => sink.push(left_out(source, path, start)),
    }
    None
}

/// Reports a text without front matter. `start`: its first line.
fn left_out(source: &Source, path: &str, start: Span) -> Diagnostic {
    if let Some(keys) = headers::perhaps(&source.text) {
        let mut lines = keys.in_yaml(&source.text);
        let is_dated = dated(stem(path)).is_some() || day_of_path(path).is_some();
        if !is_dated && !lines.iter().any(|line| line.starts_with("date: ")) {
            lines.push("date: …".to_owned());
        }
        let message = format!(
            "content/{path} begins with a key, but not with a line of `---`, so it has no front matter; it is left out"
        );
        let lines: Vec<String> = lines.iter().map(|line| format!("`{line}`")).collect();
        let first = keys.range.start..first_line_end(&source.text, keys.range.start);
        return Diagnostic::warning("left-out", message)
            .at(source.span(first), "no `---` above it")
            .hint(format!(
                "write `---`, {}, `---`, each on a line, in its place",
                lines.join(", ")
            ));
    }
    let place = Span {
        end: start.start,
        ..start
    };
    let message = format!("content/{path} has no front matter; it is left out");
    Diagnostic::warning("left-out", message)
        .at(place, "no --- line")
        .hint("start it with ---, `title: …`, `date: …`, ---")
}

fn bad_fence(source: &Source, almost: fence::Almost) -> Diagnostic {
    let (message, label, hint) = match almost.why {
        fence::Why::Line => (
            "the front matter does not start with a line of three hyphens",
            "no `---`",
            "write `---` on a separate line before the first key and after the last one",
        ),
        fence::Why::Unseen => (
            "there is an invisible character before the first `---`",
            "more than three hyphens",
            "remove everything before the hyphens, or type the line again",
        ),
        fence::Why::TextBefore => (
            "there is a text before the front matter",
            "text",
            "move it below the second line of `---`, so that the file starts with the first",
        ),
    };
    let d = Diagnostic::error("bad-fence", message)
        .at(source.span(almost.first), label)
        .hint(hint)
        .lenient_warning();
    let is_cured = |(range, new): &(Range<usize>, String)| {
        let mut text = source.text.clone();
        text.replace_range(range.clone(), new);
        fence::split(&text).is_ok()
    };
    match almost.fixed.filter(is_cured) {
        Some((range, new)) => d.fix(source.span(range), new),
        None => d,
    }
}

/// Reports keys that are written as another generator reads them, with the same keys in YAML.
fn bare_keys(source: &Source, headers: &headers::Headers) -> Diagnostic {
    let keys = headers.in_yaml(&source.text);
    let quoted: Vec<String> = keys.iter().map(|line| format!("`{line}`")).collect();
    let first = headers.range.start..first_line_end(&source.text, headers.range.start);
    Diagnostic::error(
        "bad-fence",
        format!("the front matter is that of {}", headers.form),
    )
    .at(source.span(first), "no `---`")
    .hint(format!(
        "write `---`, {}, `---`, each on a line, in its place",
        quoted.join(", ")
    ))
    .fix(
        source.span(headers.range.clone()),
        format!("---\n{}\n---", keys.join("\n")),
    )
    .lenient_warning()
}

/// Reports keys of YAML between the lines of TOML; returns the parts with what is there.
fn yaml_in_toml(source: &Source, parts: fence::Fenced, sink: &mut Sink) -> fence::Fenced {
    let text = &source.text;
    let open = first_line_end(text, parts.front.start);
    let close = first_line_end(text, parts.front.end);
    let keys = &text[(open + 1).min(parts.front.end)..parts.front.end];
    sink.push(
        Diagnostic::error(
            "bad-fence",
            "the keys are written with colons, but stand between lines of `+++`, which are for `key = \"value\"`",
        )
        .at(source.span(parts.front.start..open), "for TOML")
        .hint("write `---` in place of both lines")
        .fix(
            source.span(parts.front.start..close),
            format!("---\n{keys}---"),
        ),
    );
    fence::Fenced {
        notation: Notation::Yaml,
        front: (open + 1).min(parts.front.end)..parts.front.end,
        ..parts
    }
}
