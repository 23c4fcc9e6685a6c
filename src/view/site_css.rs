//! The site's style sheet: its files, and the rules that follow from the owner's settings. Pages
//! never have styles of their own.

use crate::config::SiteConfig;
use crate::content::accent::{Accent, Shade};

/// The site's own rules, below `static/`: a style sheet of their own, which pages link after the
/// theme's.
pub const CUSTOM_SHEET: &str = "custom.css";

/// The theme's style sheet, below `static/`; a site's file of the same name replaces it.
pub const STYLE_SHEET: &str = "site.css";

/// Whether a file below `static/` is a style sheet of every page, and is not copied under its name.
pub fn is_style(path: &str) -> bool {
    matches!(path, STYLE_SHEET | CUSTOM_SHEET)
}

/// Returns the rules to append to the theme's; empty if the owner changed nothing. The accent goes
/// into the theme's layer of tokens, so that print and forced colours still override it.
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

/// Returns the favicon for a site without one: the first letter of its title on its accent colour.
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
