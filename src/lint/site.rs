//! Lints of `site.yaml`.

use super::LintContext;
use crate::content::accent::Accent;
use crate::diagnostic::Sink;

const CODE: &str = "accent-contrast";

/// Reports an accent that would not be legible as text, and the shades used instead.
pub(super) fn accent(ctx: &LintContext<'_>, sink: &mut Sink) {
    let Some(wanted) = &ctx.site.config.identity.accent else {
        return;
    };
    let Some(accent) = Accent::of(&wanted.value) else {
        return;
    };
    let used: Vec<String> = [("light", &accent.light), ("dark", &accent.dark)]
        .into_iter()
        .filter(|(_, shade)| shade.corrected)
        .map(|(paper, shade)| format!("{} on a {paper} background", shade.accent))
        .collect();
    if used.is_empty() {
        return;
    }
    let message = format!("`{}` has too little contrast for text", wanted.value);
    let found = ctx.found(CODE, message);
    sink.extend(found.map(|d| {
        d.at(wanted.span, format!("used: {}", used.join(", ")))
            .hint("no action needed; a colour of medium lightness needs the least correction")
    }));
}
