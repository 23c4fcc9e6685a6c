//! The theme of a site: messages, templates and style sheet; the site's own files replace the
//! default ones.

use std::path::Path;
use std::sync::Arc;

use super::inventory::{Inventory, ListedFile};
use super::{ReadPass, Reader};
use crate::diagnostic::{Sink, UNREADABLE, unreadable};
use crate::messages::Catalogs;
use crate::parse::style_sheet;
use crate::render::templates::{CustomSheet, OwnTheme, Templates};
use crate::source::{Source, SourceId, Sources};
use crate::view::site_css::{CUSTOM_SHEET, STYLE_SHEET, is_style};
use crate::world::World;

/// Returns whether a path relative to the project is one of the theme's files.
pub(super) fn holds(name: &str) -> bool {
    name.starts_with("templates/") || name.strip_prefix("static/").is_some_and(is_style)
}

/// The theme as read, with its diagnostics.
pub struct LoadedTheme {
    pub catalogs: Arc<Catalogs>,
    /// `None` if a template can't be read.
    pub templates: Option<Arc<Templates>>,
    pub(super) faults: Sink,
}

impl LoadedTheme {
    /// Reads the theme if one of its files was touched, or could not be read before; else keeps
    /// `old`.
    pub(super) fn refresh(
        old: &mut Option<Self>,
        reader: &mut Reader<'_>,
        inventory: &Inventory,
        pass: &mut ReadPass,
    ) {
        let touched = pass.touched.iter().filter(|name| holds(name));
        let touched: Vec<String> = touched.cloned().collect();
        let again = pass.whole && old.as_ref().is_some_and(Self::is_unread);
        if old.is_some() && touched.is_empty() && !again {
            return;
        }
        let new = Self::read(reader, inventory);
        if let Some(old) = old {
            if old.is_same(&new) {
                return;
            }
            if touched.is_empty() {
                let faults = old.faults.iter().chain(new.faults.iter());
                let unread = faults.filter(|d| d.code == UNREADABLE);
                let changed = !old.faults.iter().eq(new.faults.iter());
                let files = unread.filter(|_| changed);
                pass.changed.extend(files.filter_map(|d| d.file.clone()));
            }
        }
        pass.changed.extend(touched);
        *old = Some(new);
    }

    /// Whether a file could not be read, and may be readable at the next attempt.
    pub(super) fn is_unread(&self) -> bool {
        self.faults.iter().any(|d| d.code == UNREADABLE)
    }

    fn read(reader: &mut Reader<'_>, inventory: &Inventory) -> Self {
        let mut faults = Sink::default();
        let world = reader.world;
        let messages = texts(world, &inventory.words, reader.sources, &mut faults);
        let catalogs = Arc::new(Catalogs::read(&messages, &mut faults));
        let templates = texts(world, &inventory.templates, reader.sources, &mut faults);
        let root = &reader.settings.root;
        let mut sheet = |name| own_sheet(world, root, inventory, name, reader.sources, &mut faults);
        let style_sheet = sheet(STYLE_SHEET).map(|source| source.text);
        let custom_sheet = sheet(CUSTOM_SHEET).map(|source| CustomSheet {
            addresses: style_sheet::read(&source, &mut faults),
            text: source.text,
        });
        let own = OwnTheme {
            templates,
            style_sheet,
            custom_sheet,
        };
        let templates = Templates::new(own, &catalogs, reader.sources, &mut faults);
        Self {
            catalogs,
            templates: templates.map(Arc::new),
            faults,
        }
    }

    /// Returns whether both were read without faults and are equal.
    fn is_same(&self, new: &Self) -> bool {
        let digest = |theme: &Self| theme.templates.as_ref().map(|t| *t.digest());
        let quiet = self.faults.is_empty() && new.faults.is_empty();
        quiet && digest(new).is_some() && digest(self) == digest(new)
    }
}

/// Reads a site's own files, each with its source and its name relative to `templates/`. Reports
/// and skips files that can't be read.
fn texts(
    world: &dyn World,
    files: &[ListedFile],
    sources: &Sources,
    sink: &mut Sink,
) -> Vec<(SourceId, String, String)> {
    let mut texts = Vec::with_capacity(files.len());
    for (id, name) in files {
        match sources.read(world, *id) {
            Ok(source) => texts.push((*id, name.clone(), source.text)),
            Err(fault) => sink.push(unreadable(sources.name(*id), &fault)),
        }
    }
    texts
}

/// Reads one of the site's own style sheets below `static/`, if it exists.
fn own_sheet(
    world: &dyn World,
    root: &Path,
    inventory: &Inventory,
    name: &str,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Source> {
    inventory.statics.iter().find(|p| *p == name)?;
    let name = format!("static/{name}");
    let id = sources.add_file(name.clone(), root.join(&name));
    match sources.read(world, id) {
        Ok(source) => Some(source),
        Err(fault) => {
            sink.push(unreadable(&name, &fault));
            None
        }
    }
}
