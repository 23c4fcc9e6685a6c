//! `site.yaml` with every key, for an owner to choose from.

use crate::diagnostic::lint::LINTS;

/// Explanations begin with `## `, keys that are not in use with `# `, so that the text is a
/// `site.yaml` both as it is and with a `#` (and a blank) taken from every line.
const FULL: &str = include_str!("full.yaml");

/// Every key, commented, with its default and what it does. `title` is written as YAML.
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
    // The title last: it may hold anything.
    FULL.replace("{lints}\n", &lints)
        .replace("{timezone}", timezone)
        .replace("{url}", url)
        .replace("{title}", title)
}
