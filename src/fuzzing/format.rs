//! `fmt`: formatting twice is formatting once; the body and the meaning stay.

use super::checks::config;
use super::fix::kind_and_path;
use super::settings_and_text;
use crate::config::SiteConfig;
use crate::content::extra::Extra;
use crate::diagnostic::{Severity, Sink};
use crate::fix::{self, ContentKind};
use crate::format::formatted;
use crate::parse::{self, fence};
use crate::source::{Source, SourceId};

pub fn run(data: &[u8]) {
    let Some((settings, text)) = settings_and_text(data) else {
        return;
    };
    let config = config(settings & 1 != 0);
    let (kind, path) = kind_and_path(settings >> 1);
    let tidy = |text: &str| formatted(&source(text), path, kind, config);
    let Ok(new) = tidy(&text) else {
        return;
    };
    match tidy(&new) {
        Ok(again) => assert_eq!(again, new, "of\n{text}"),
        Err(faults) => panic!("{faults:?} in\n{new}\nof\n{text}"),
    }
    let body = |text: &str| {
        fence::split(text)
            .ok()
            .map(|parts| text[parts.body].to_owned())
    };
    assert_eq!(body(&text), body(&new), "of\n{text}");
    // A comment is a line whose first sign is `#`, unless it is part of a value.
    let signs = |text: &str| text.matches('#').count();
    assert!(
        signs(&new) >= signs(&text) || new.contains('"'),
        "{text}\ngave\n{new}"
    );
    let is_good = |text: &str| {
        let faults = fix::faults(&source(text), path, kind, config);
        faults.iter().all(|d| d.severity != Severity::Error)
    };
    if is_good(&text) {
        assert!(is_good(&new), "{text}\ngave\n{new}");
        let (old, new) = (
            said(&text, path, kind, config),
            said(&new, path, kind, config),
        );
        assert_eq!(old, new, "of\n{text}");
    }
}

fn source(text: &str) -> Source {
    Source {
        id: SourceId(0),
        text: text.to_owned(),
    }
}

/// What front matter says, without its places and without the form in which its dates are written.
fn said(text: &str, path: &str, kind: ContentKind, config: &SiteConfig) -> String {
    let (source, mut sink) = (source(text), Sink::default());
    let said = match kind {
        ContentKind::Article => {
            let front = parse::article(&source, path, config, &mut sink).map(|a| a.front);
            front.map_or_else(String::new, |front| {
                let mut front = (*front).clone();
                let extra = in_order(std::mem::take(&mut front.extra));
                format!("{front:?} {extra}")
            })
        }
        ContentKind::Page => {
            let front = parse::static_page(&source, path, config, &mut sink).map(|p| p.front);
            front.map_or_else(String::new, |mut front| {
                let extra = in_order(std::mem::take(&mut front.extra));
                format!("{front:?} {extra}")
            })
        }
        ContentKind::Text => {
            let front = parse::text(&source, path, config, &mut sink).map(|t| t.front);
            format!("{front:?}")
        }
    };
    let said = without(&said, "Span { source: ", "}");
    let said = without(&said, "Read { written: ", ", value: ");
    without(&said, ", standard: ", ", time: ")
}

/// Keys that Dateline does not know, in one order: known ones are placed before them.
fn in_order(extra: Extra) -> String {
    let mut keys: Vec<String> = extra.iter().map(|pair| format!("{pair:?}")).collect();
    keys.sort_unstable();
    keys.join(", ")
}

/// A text without all that stands between two marks, and without the marks.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once(to).map_or(part, |(_, rest)| rest));
    }
    out
}
