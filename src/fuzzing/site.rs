//! `site.yaml`: faults point into it, fixes end, and a site that has it is planned and rendered.

use super::checks::{ROOT, at, diagnostics_hold, now};
use super::settings_and_text;
use crate::diagnostic::{Severity, Sink};
use crate::fix::fixed_configuration;
use crate::pipeline;
use crate::project::{Settings, configuration};
use crate::source::{Source, SourceId, Sources};
use crate::world::MemoryWorld;

const ARTICLE: &str = "---\ntitle: Rivers rise\ndate: 2025-03-01\ntags: [Floods]\n\
    organisations: [Meta]\n---\nText, \"quoted\" $x$ https://example.org/.\n";

pub fn run(data: &[u8]) {
    let Some((settings, text)) = settings_and_text(data) else {
        return;
    };
    // Most inputs need not find the keys that every site has.
    let text = match settings & 1 {
        0 => format!("title: A\nurl: https://example.org/news/\n{text}"),
        _ => text,
    };
    let world = MemoryWorld::new(now())
        .with(at("site.yaml"), &text)
        .with(at("content/a.md"), ARTICLE)
        .with(at("static/ads.html"), "<p>Ads</p>")
        .with(
            at("content/pages/about.md"),
            "---\ntitle: About\n---\nText.\n",
        );
    let project = Settings::new(ROOT);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let config = configuration::read(&world, &project, &mut sources, &mut sink);
    let faults: Vec<_> = sink.into_iter().collect();
    let told = faults.iter().any(|d| d.severity == Severity::Error);
    assert!(config.is_some() || told, "nothing is said of\n{text}");
    diagnostics_hold("site.yaml", &text, &faults);
    if let Some(config) = &config {
        assert!(
            config.base.starts_with('/') && config.base.ends_with('/'),
            "{}",
            config.base
        );
        assert!(config.origin.starts_with("http"), "{}", config.origin);
    }
    let source = |text: String| Source {
        id: SourceId(0),
        text,
    };
    let (fixed, count) = fixed_configuration(source(text.clone()));
    assert_eq!(
        count == 0,
        fixed == text,
        "{count} fixes of\n{text}\ngave\n{fixed}"
    );
    assert_eq!(
        fixed_configuration(source(fixed.clone())),
        (fixed, 0),
        "of\n{text}"
    );

    // The rest takes longer.
    if settings & 2 != 0 && config.is_some() {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let prepared = pipeline::prepare(&world, &project, &mut sources, &mut sink);
        if let Some(prepared) = prepared {
            pipeline::check(&world, &project, &prepared, &sources, &mut sink);
        }
        for fault in sink.iter() {
            assert!(
                !["internal-error", "template"].contains(&fault.code),
                "{fault:?} of\n{text}"
            );
        }
    }
}
