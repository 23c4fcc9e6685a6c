//! Front matter: faults point into the file, and what was read is stored and read again.

use super::checks::{config, diagnostics_hold};
use super::fix::kind_and_path;
use super::settings_and_text;
use crate::cache::Parsed;
use crate::cache::fuzzed::{stored, stored_again};
use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::fix::ContentKind;
use crate::parse;
use crate::source::{Source, SourceId};

pub fn run(data: &[u8]) {
    let Some((settings, text)) = settings_and_text(data) else {
        return;
    };
    let config = config(settings & 1 != 0);
    let (kind, path) = kind_and_path(settings >> 1);
    // Most inputs need not find the fences themselves.
    let text = match settings & 8 {
        0 => format!("---\n{text}\n---\nWords[^s] and [[a]].\n"),
        _ => text,
    };
    let source = Source {
        id: SourceId(0),
        text,
    };
    let faults = match kind {
        ContentKind::Article => {
            let (value, faults) = read(&source, path, config, parse::article);
            if let Some(article) = &value {
                let front = &article.front;
                assert!(!front.title.value.is_empty() || !faults.is_empty());
                let dated = front.date.iter().chain(front.checked.iter());
                for date in dated {
                    assert!(source.text.get(date.span.range()).is_some());
                }
            }
            round_trip(value, faults, config)
        }
        ContentKind::Page => {
            let (value, faults) = read(&source, path, config, parse::static_page);
            round_trip(value, faults, config)
        }
        ContentKind::Text => {
            let (value, faults) = read(&source, path, config, parse::text);
            round_trip(value, faults, config)
        }
    };
    diagnostics_hold(&format!("content/{path}"), &source.text, &faults);
    parse::ids_in(&source.text, path);
}

type Parse<T> = fn(&Source, &str, &SiteConfig, &mut Sink) -> Option<T>;

fn read<T>(
    source: &Source,
    path: &str,
    config: &SiteConfig,
    parse: Parse<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let value = parse(source, path, config, &mut sink);
    let faults: Vec<Diagnostic> = sink.into_iter().collect();
    // What is not read is told.
    assert!(value.is_some() || faults.iter().any(|d| d.severity != Severity::Notice));
    (value, faults)
}

/// Stores what was read as a build does; returns the faults as the next build reads them.
fn round_trip<T: crate::cache::Encode>(
    value: Option<T>,
    faults: Vec<Diagnostic>,
    config: &SiteConfig,
) -> Vec<Diagnostic> {
    let parsed = Parsed {
        value,
        faults,
        ids: None,
        search_text: None,
    };
    let bytes = stored(&parsed);
    let again: Parsed<T> = stored_again(&bytes, config.timezone).expect("what was stored is read");
    assert_eq!(stored(&again), bytes);
    assert_eq!(again.faults, parsed.faults);
    again.faults
}
