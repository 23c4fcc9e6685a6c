//! What must hold of diagnostics, and a configuration to read files with.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{DateTime, Utc};

use crate::config::SiteConfig;
use crate::diagnostic::{self, Diagnostic, Format, Sink, explain};
use crate::project::{Settings, configuration};
use crate::source::{SourceId, Sources};
use crate::world::MemoryWorld;

pub const ROOT: &str = "/project";

/// A `site.yaml` with something of every kind that front matter refers to.
pub const SITE: &str = "title: Any\nurl: https://example.org/news/\ntimezone: Asia/Jakarta\n\
    taxonomies: {models: {title: Models, feeds_from: 2, aliases: {One: [Eins, Uno]}}}\n\
    stances: {open: {label: Open}, shut: {label: Shut}}\n\
    lint: {missing-published: off, missing-source: off, vague-title: off}\n";

/// Noon of 15 January 2026.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_768_478_400, 0).expect("an instant")
}

/// The path of a file of the project.
pub fn at(name: &str) -> PathBuf {
    Path::new(ROOT).join(name)
}

/// The configuration of [`SITE`], strict or lenient.
pub fn config(lenient: bool) -> &'static SiteConfig {
    static CONFIGS: [OnceLock<SiteConfig>; 2] = [OnceLock::new(), OnceLock::new()];
    CONFIGS[usize::from(lenient)].get_or_init(|| {
        let text = format!("{SITE}lenient: {lenient}\n");
        let world = MemoryWorld::new(now()).with(at("site.yaml"), text);
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        configuration::read(&world, &Settings::new(ROOT), &mut sources, &mut sink)
            .expect("a configuration")
    })
}

/// Asserts that the diagnostics of a text can be explained, that they point into it, and that every
/// format can print them.
pub fn diagnostics_hold(name: &str, text: &str, diagnostics: &[Diagnostic]) {
    static CODES: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let codes = CODES.get_or_init(|| explain::all().iter().map(|e| e.code).collect());
    for d in diagnostics {
        assert!(codes.contains(d.code), "`{}` is not explained", d.code);
        assert!(!d.message.is_empty(), "{d:?}");
        let related = d.related.iter().map(|(span, _)| *span);
        let spans = d.span.into_iter().chain(related);
        for span in spans.chain(d.fix.as_ref().map(|fix| fix.span)) {
            assert_eq!(span.source, SourceId(0), "{d:?}");
            assert!(text.get(span.range()).is_some(), "{d:?}");
        }
    }
    if diagnostics.is_empty() {
        return;
    }
    let world = MemoryWorld::new(now()).with(at(name), text);
    let mut sources = Sources::default();
    sources.add_file(name.to_owned(), at(name));
    for format in [
        Format::Human { colour: true },
        Format::Short,
        Format::Json,
        Format::Github { below: "site/" },
    ] {
        let printed = diagnostic::print(diagnostics, format, &sources, &world);
        assert!(printed.len() > diagnostics.len());
        if format == Format::Json {
            for line in printed.lines() {
                assert!(
                    serde_json::from_str::<serde_json::Value>(line).is_ok(),
                    "{line}"
                );
            }
        }
    }
}
