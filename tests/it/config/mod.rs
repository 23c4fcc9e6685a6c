//! `site.yaml`: every key read, validated and known to `init --full`.

mod every_key;
mod full;
mod values;

use dateline::config::SiteConfig;
use dateline::diagnostic::{Diagnostic, Sink};
use dateline::project::configuration;
use dateline::source::Sources;

use crate::site_test::SiteTest;

/// What a `site.yaml` is read as, and what is said of it.
fn read(yaml: &str) -> (Option<SiteConfig>, Vec<Diagnostic>) {
    let site = SiteTest::new().site(yaml);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let config = configuration::read(&site.world, &site.settings, &mut sources, &mut sink);
    (config, sink.sorted(&sources))
}

/// `init --full`, with every line uncommented: the sign # and one blank go from each.
pub fn every_key() -> String {
    uncommented(&dateline::config::full(
        "Test",
        "https://example.org/",
        "UTC",
    ))
}

fn uncommented(text: &str) -> String {
    let strip = |line: &str| match line.strip_prefix('#') {
        Some(rest) => rest.strip_prefix(' ').unwrap_or(rest).to_owned(),
        None => line.to_owned(),
    };
    text.lines().map(|line| strip(line) + "\n").collect()
}
