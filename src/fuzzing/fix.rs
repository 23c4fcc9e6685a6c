//! `check --fix`: what can be fixed is fixed, once, and bytes elsewhere are kept.

use super::checks::{config, diagnostics_hold};
use super::settings_and_text;
use crate::edit;
use crate::fix::{self, ContentKind};
use crate::source::{Source, SourceId, decode};

pub fn run(data: &[u8]) {
    let Some((settings, text)) = settings_and_text(data) else {
        return;
    };
    let source = |text: &str| Source {
        id: SourceId(0),
        text: text.to_owned(),
    };
    let config = config(settings & 1 != 0);
    let (kind, path) = kind_and_path(settings >> 1);
    let is_configuration = settings & 8 != 0;
    let fixed = |text: &str| match is_configuration {
        true => fix::fixed_configuration(source(text)),
        false => fix::fixed(source(text), path, kind, config),
    };
    if !is_configuration {
        diagnostics_hold(
            "content/a.md",
            &text,
            &fix::faults(&source(&text), path, kind, config),
        );
    }
    let (new, count) = fixed(&text);
    assert_eq!(
        count == 0,
        new == text,
        "{count} fixes of\n{text}\ngave\n{new}"
    );
    let (again, more) = fixed(&new);
    assert_eq!((more, &again), (0, &new), "of\n{text}");
    if let Some(edit) = edit::between(&text, &new) {
        assert_eq!(edit::apply(&text, vec![edit.clone()]), new);
        assert!(!edit::diff("a.md", &text, &new).is_empty() || text.lines().eq(new.lines()));
        for (mark, end) in [
            ("", "\n"),
            ("\u{feff}", "\n"),
            ("\u{feff}", "\r\n"),
            ("", "\r\n"),
        ] {
            if mark.is_empty() && text.starts_with('\u{feff}') {
                continue;
            }
            let bytes = format!("{mark}{}", text.replace('\n', end));
            let written = edit::in_file(bytes.as_bytes(), &edit);
            assert_eq!(decode(written).ok().as_ref(), Some(&new));
        }
    }
}

/// What a file is, by two bits of the settings.
pub fn kind_and_path(settings: u8) -> (ContentKind, &'static str) {
    match settings & 3 {
        0 => (ContentKind::Article, "a.md"),
        1 => (ContentKind::Page, "pages/a.md"),
        2 => (ContentKind::Text, "terms/tags/a.md"),
        _ => (ContentKind::Article, "2025-03-04-a.md"),
    }
}
