//! A `site.yaml` that lists every key, for owners to choose from.

use crate::diagnostic::lint::LINTS;

/// Explanations begin with `## ` and unused keys with `# `, so that the text is a valid `site.yaml`
/// both as it is and with one `#` (and a space) removed from every line.
const FULL: &str = include_str!("full.yaml");

/// Returns a commented `site.yaml` with every key, its default and its effect. `title` must be
/// valid YAML.
pub fn full(title: &str, url: &str, timezone: &str) -> String {
    let width = LINTS.iter().map(|l| l.code.len() + l.level.word().len());
    let width = width.max().unwrap_or(0) + 2;
    let lints: String = LINTS
        .iter()
        .map(|l| {
            let pair = format!("{}: {}", l.code, l.level.word());
            format!("#   {pair:width$}  # {}\n", l.finds)
        })
        .collect();
    // Replace the title last: it may contain any of the placeholders.
    FULL.replace("{lints}\n", &lints)
        .replace("{timezone}", timezone)
        .replace("{url}", url)
        .replace("{title}", title)
}
