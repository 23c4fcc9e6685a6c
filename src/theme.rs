//! The default theme as files, and the files that a site has ejected.
//!
//! An ejected file exists twice: in `templates/` or `static/`, where the owner edits it, and below
//! [`BASES`], as it was in the theme when it was ejected. This separates the changes of an upgrade
//! from the owner's: the difference between the base and the current theme is what the ejected file
//! is missing.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use imara_diff::{Algorithm, BasicLineDiffPrinter, Diff, InternedInput, UnifiedDiffConfig};

use crate::config::is_language;
use crate::messages::{EMBEDDED, to_translate};
use crate::render::MODULES;
use crate::render::templates::{THEME, THEME_CSS};
use crate::view::site_css::STYLE_SHEET;
use crate::world::World;

/// Folder of the project with the bases of ejected files. It belongs in version control.
pub const BASES: &str = ".theme";

/// A file of the default theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Path relative to the project: `templates/components/card.html`.
    pub path: String,
    pub text: Cow<'static, str>,
}

/// State of a theme file in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeFileState {
    /// Not ejected: the theme's file is used.
    Theme,
    /// The project has an identical copy, which it does not need.
    Same,
    /// The project has its own version, which is up to date.
    Own,
    /// The project has its own version, and the theme's file has changed since it was ejected.
    Behind,
    /// The project has its own version without a base, so that its origin is unknown.
    Unknown,
}

impl ThemeFileState {
    pub fn word(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Same => "same",
            Self::Own => "own",
            Self::Behind => "behind",
            Self::Unknown => "unknown",
        }
    }
}

/// Returns all files of the default theme, sorted by path.
pub fn files() -> Vec<ThemeFile> {
    let templates = THEME.iter().map(|(name, text)| ThemeFile {
        path: format!("templates/{name}"),
        text: Cow::Borrowed(*text),
    });
    let words = EMBEDDED.iter().map(|(lang, text)| ThemeFile {
        path: format!("templates/words/{lang}.ftl"),
        text: Cow::Borrowed(*text),
    });
    let css = ThemeFile {
        path: format!("static/{STYLE_SHEET}"),
        text: Cow::Borrowed(THEME_CSS),
    };
    let mut files: Vec<ThemeFile> = templates.chain(words).chain([css]).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Returns every embedded text that affects a site, with a unique name: the files of the default
/// theme and its scripts.
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let css = (STYLE_SHEET, THEME_CSS);
    let all = THEME.iter().chain(&EMBEDDED).chain(&MODULES).copied();
    all.chain([css])
}

/// Finds a theme file by its path in the project, or by an unambiguous suffix of that path
/// (`card.html` for `templates/components/card.html`). The message file of a language that the theme
/// does not have (`words/xx.ftl`) is made from the English one.
///
/// # Errors
/// The paths that match, if there are none or several.
pub fn find(name: &str) -> Result<ThemeFile, Vec<String>> {
    let name = name.strip_prefix("./").unwrap_or(name).replace('\\', "/");
    let all = files();
    if let Some(exact) = all.iter().find(|f| f.path == name) {
        return Ok(exact.clone());
    }
    if let Some(file) = new_language(&name) {
        return Ok(file);
    }
    let ending = format!("/{name}");
    let fitting: Vec<ThemeFile> = all
        .into_iter()
        .filter(|f| f.path.ends_with(&ending))
        .collect();
    match <[ThemeFile; 1]>::try_from(fitting) {
        Ok([file]) => Ok(file),
        Err(fitting) => Err(fitting.into_iter().map(|f| f.path).collect()),
    }
}

/// The message file of a language that the theme does not have, for a translator: the texts that
/// its readers see without one, as comments.
fn new_language(name: &str) -> Option<ThemeFile> {
    let name = name.strip_prefix("templates/").unwrap_or(name);
    let language = name.strip_prefix("words/")?.strip_suffix(".ftl")?;
    let known = EMBEDDED
        .iter()
        .any(|(l, _)| l.eq_ignore_ascii_case(language));
    (is_language(language) && !known).then(|| ThemeFile {
        path: format!("templates/words/{language}.ftl"),
        text: Cow::Owned(to_translate(language)),
    })
}

/// Returns the path of a theme file's base in the project at `root`.
pub fn base(root: &Path, file: &ThemeFile) -> PathBuf {
    root.join(BASES).join(&file.path)
}

/// Returns the state of `file` in the project at `root`.
///
/// # Errors
/// If a file of the project cannot be read.
pub fn state(world: &dyn World, root: &Path, file: &ThemeFile) -> std::io::Result<ThemeFileState> {
    let Some(own) = text(world, &root.join(&file.path))? else {
        return Ok(ThemeFileState::Theme);
    };
    if own == file.text {
        return Ok(ThemeFileState::Same);
    }
    Ok(match text(world, &base(root, file))? {
        None => ThemeFileState::Unknown,
        Some(base) if base == file.text => ThemeFileState::Own,
        Some(_) => ThemeFileState::Behind,
    })
}

/// Returns the theme's changes that the project's `file` is missing, as a unified diff: those since
/// it was ejected, or all differences from the theme if the base is unknown. Empty if nothing is
/// missing.
///
/// # Errors
/// If a file of the project cannot be read.
pub fn missed(world: &dyn World, root: &Path, file: &ThemeFile) -> std::io::Result<String> {
    let (from, label) = match state(world, root, file)? {
        ThemeFileState::Theme | ThemeFileState::Same | ThemeFileState::Own => {
            return Ok(String::new());
        }
        ThemeFileState::Behind => (base(root, file), "as ejected"),
        ThemeFileState::Unknown => (root.join(&file.path), "yours"),
    };
    let old = text(world, &from)?.unwrap_or_default();
    let input = InternedInput::new(old.as_str(), &*file.text);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let printer = BasicLineDiffPrinter(&input.interner);
    let hunks = diff.unified_diff(&printer, UnifiedDiffConfig::default(), &input);
    let (path, version) = (&file.path, env!("CARGO_PKG_VERSION"));
    Ok(format!(
        "--- {path} ({label})\n+++ {path} (theme of {version})\n{hunks}"
    ))
}

/// Reads a text file and normalises its line endings. `None` if it does not exist.
fn text(world: &dyn World, path: &Path) -> std::io::Result<Option<String>> {
    match world.read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_what_ends_its_path_if_that_fits_one() {
        let path = |name: &str| find(name).ok().map(|f| f.path);
        let card = Some("templates/components/card.html".to_owned());
        assert_eq!(path("card.html"), card);
        assert_eq!(path("components/card.html"), card);
        assert_eq!(path("./templates/components/card.html"), card);
        assert_eq!(path("site.css"), Some("static/site.css".to_owned()));
        // `templates/corrections.html` is a page, not the component of the same name.
        assert_eq!(path("corrections.html"), None);
        assert_eq!(path("ard.html"), None);
        let swahili = Some("templates/words/sw.ftl".to_owned());
        assert_eq!(path("words/sw.ftl"), swahili);
        assert_eq!(path("templates/words/sw.ftl"), swahili);
        assert_eq!(path("words/swahili language.ftl"), None);
        assert_eq!(path("words/EN.ftl"), None);
    }
}
