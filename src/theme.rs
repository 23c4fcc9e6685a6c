//! The default theme as files, and those that a site has taken out of it.
//!
//! A file that a site ejects stands in two places: in `templates/` or `static/`, where the owner
//! changes it, and below [`BASES`], as it was in the theme. So an upgrade's changes can be told
//! from the owner's own: what an ejected file misses is the difference between its base and the
//! theme of today.

use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::messages::EMBEDDED;
use crate::render::MODULES;
use crate::render::templates::{THEME, THEME_CSS};
use crate::view::site_css::STYLE_SHEET;
use crate::world::World;

/// Folder of the project that keeps what ejected files were; it belongs into version control.
pub const BASES: &str = ".theme";

/// A file of the default theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Below the project: `templates/components/card.html`.
    pub path: String,
    pub text: &'static str,
}

/// How a file of the theme stands in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeFileState {
    /// The theme's own is used.
    Theme,
    /// The project has one of the same bytes, which it does not need.
    Same,
    /// The project has its own, and misses nothing.
    Own,
    /// The project has its own, and the theme has changed since it was taken.
    Behind,
    /// The project has its own, and nothing says of which theme it was taken.
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

/// Every file of the default theme, by path.
pub fn files() -> Vec<ThemeFile> {
    let templates = THEME.iter().map(|(name, text)| ThemeFile {
        path: format!("templates/{name}"),
        text,
    });
    let words = EMBEDDED.iter().map(|(lang, text)| ThemeFile {
        path: format!("templates/words/{lang}.ftl"),
        text,
    });
    let css = ThemeFile {
        path: format!("static/{STYLE_SHEET}"),
        text: THEME_CSS,
    };
    let mut files: Vec<ThemeFile> = templates.chain(words).chain([css]).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Every text of the program that a site is made of, with a name that no other has: the files of
/// the default theme, and its scripts.
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let css = (STYLE_SHEET, THEME_CSS);
    let all = THEME.iter().chain(&EMBEDDED).chain(&MODULES).copied();
    all.chain([css])
}

/// The file that `name` means: its path in the project, or a part of it that ends it and fits no
/// other (`card.html` for `templates/components/card.html`).
///
/// # Errors
/// The paths that it fits, several or none.
pub fn find(name: &str) -> Result<ThemeFile, Vec<String>> {
    let name = name.strip_prefix("./").unwrap_or(name).replace('\\', "/");
    let all = files();
    if let Some(exact) = all.iter().find(|f| f.path == name) {
        return Ok(exact.clone());
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

/// Where the base of a theme's file stands in the project at `root`.
pub fn base(root: &Path, file: &ThemeFile) -> PathBuf {
    root.join(BASES).join(&file.path)
}

/// How `file` stands in the project at `root`.
///
/// # Errors
/// Where a file of the project can't be read.
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

/// What the project's own `file` misses, as a unified diff: the theme's changes since it was
/// taken; where that is not known, all differences from the theme. Empty where it misses nothing.
///
/// # Errors
/// Where a file of the project can't be read.
pub fn missed(world: &dyn World, root: &Path, file: &ThemeFile) -> std::io::Result<String> {
    let (from, label) = match state(world, root, file)? {
        ThemeFileState::Theme | ThemeFileState::Same | ThemeFileState::Own => {
            return Ok(String::new());
        }
        ThemeFileState::Behind => (base(root, file), "as it was taken"),
        ThemeFileState::Unknown => (root.join(&file.path), "yours"),
    };
    let old = text(world, &from)?.unwrap_or_default();
    let diff = TextDiff::from_lines(old.as_str(), file.text);
    let header = (
        format!("{} ({label})", file.path),
        format!("{} (theme of {})", file.path, env!("CARGO_PKG_VERSION")),
    );
    Ok(diff.unified_diff().header(&header.0, &header.1).to_string())
}

/// A text file with its lines ended as the theme's are; none where there is no file.
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
        // templates/corrections.html is not the component of that name.
        assert_eq!(path("corrections.html"), None);
        assert_eq!(path("ard.html"), None);
    }
}
