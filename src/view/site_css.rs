//! The style sheet that a site has: its files, and what the owner's choices add to it, since no
//! page may have styles of its own.

use crate::config::SiteConfig;
use crate::content::accent::{Accent, Shade};

/// A site's own rules, below `static/`: they are put after the style sheet, into the same file.
pub const CUSTOM_SHEET: &str = "custom.css";

/// The theme's style sheet, below `static/`; a site's own file of this name replaces it.
pub const STYLE_SHEET: &str = "site.css";

/// Whether a path below `static/` becomes a part of the style sheet, and is no file of the site.
pub fn is_style(path: &str) -> bool {
    matches!(path, STYLE_SHEET | CUSTOM_SHEET)
}

/// Rules that follow the theme's; empty where the owner chose nothing. The accent joins the
/// theme's own layer of tokens, so that print and forced colours keep the last word.
pub fn rules(config: &SiteConfig) -> String {
    let mut out = String::new();
    let accent = config.identity.accent.as_ref();
    if let Some(accent) = accent.and_then(|a| Accent::of(&a.value)) {
        let shade =
            |s: &Shade| format!(":root {{ --accent: {}; --on-accent: {}; }}", s.accent, s.on);
        out.push_str(&format!(
            "\n@layer tokens {{\n  {}\n  @media (prefers-color-scheme: dark) {{ {} }}\n}}\n",
            shade(&accent.light),
            shade(&accent.dark)
        ));
    }
    let sponsor = config.slots.sponsor_top.as_ref();
    if let Some(height) = sponsor.and_then(|s| s.height) {
        out.push_str(&format!(
            "\n@layer components {{ .sponsor-body {{ min-block-size: {height}px; }} }}\n"
        ));
    }
    out
}

/// The first letter of the site's title on its accent: a favicon where the site has none.
pub fn favicon(config: &SiteConfig) -> String {
    let accent = config.identity.accent.as_ref();
    let accent = accent.and_then(|a| Accent::of(&a.value));
    let (ground, ink) = accent.map_or_else(
        || ("#b0122b".to_owned(), "#ffffff".to_owned()),
        |a| (a.light.accent, a.light.on),
    );
    let letter = config.title.chars().find(|c| c.is_alphanumeric());
    let letter: String = letter.map_or_else(String::new, |c| c.to_uppercase().collect());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">\
         <rect width=\"32\" height=\"32\" rx=\"5\" fill=\"{ground}\"/>\
         <text x=\"16\" y=\"23.5\" font-family=\"Georgia, serif\" font-size=\"22\" font-weight=\"700\" \
         text-anchor=\"middle\" fill=\"{ink}\">{letter}</text></svg>\n"
    )
}
