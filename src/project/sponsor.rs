//! The owner's HTML fragment for the slot `sponsor_top`.

use std::io::ErrorKind;

use super::{ReadPass, Reader, symlinks};
use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Sink, unreadable};
use crate::source::ReadFault;

/// Returns the path of the fragment relative to the project, as configured.
pub(super) fn path(config: &SiteConfig) -> Option<&str> {
    let slot = config.slots.sponsor_top.as_ref()?;
    Some(slot.fragment.value.as_str())
}

/// The fragment as read, with its diagnostics.
#[derive(Default)]
pub(super) struct SponsorFragment {
    pub html: Option<String>,
    pub faults: Sink,
}

impl SponsorFragment {
    /// Reads the file if it may have changed.
    pub fn refresh(
        &mut self,
        reader: &mut Reader<'_>,
        config: Option<&SiteConfig>,
        pass: &mut ReadPass,
    ) {
        let Some((config, name)) = config.and_then(|config| Some((config, path(config)?))) else {
            *self = Self::default();
            return;
        };
        if !pass.whole && !pass.touched.contains(name) {
            return;
        }
        let mut faults = Sink::default();
        let html = read(reader, config, &mut faults);
        if html != self.html || !faults.iter().eq(self.faults.iter()) {
            pass.changed.insert(name.to_owned());
        }
        *self = Self { html, faults };
    }
}

/// Returns the text of the fragment; reports a missing file.
fn read(reader: &mut Reader<'_>, config: &SiteConfig, sink: &mut Sink) -> Option<String> {
    let path = &config.slots.sponsor_top.as_ref()?.fragment;
    let inside = |part: &str| !part.is_empty() && part != "." && part != "..";
    if path.value.contains('\\') || !path.value.split('/').all(inside) {
        let message = format!("`{}` is not a file in the project", path.value);
        sink.push(
            Diagnostic::error("bad-file-name", message)
                .at(path.span, "here")
                .hint("write its path relative to the project, as in `fragment: sponsor.html`"),
        );
        return None;
    }
    let file = reader.settings.root.join(&path.value);
    if symlinks::is_secret(reader.world, &reader.settings.root, &file) {
        let message = format!(
            "`{}` leads to a hidden file, or out of the project",
            path.value
        );
        sink.push(
            Diagnostic::error("link-leads-out", message)
                .at(path.span, "here")
                .hint("put the fragment itself into the project"),
        );
        return None;
    }
    let id = reader.sources.add_file(path.value.clone(), file);
    match reader.sources.read(reader.world, id) {
        Ok(source) => Some(source.text),
        Err(ReadFault::Io(error)) if error.kind() == ErrorKind::NotFound => {
            let message = format!("there is no file `{}` for the slot", path.value);
            sink.push(
                Diagnostic::error("missing-file", message)
                    .at(path.span, "can't be read")
                    .hint("create it next to site.yaml, or remove `sponsor_top`"),
            );
            None
        }
        Err(fault) => {
            sink.push(unreadable(&path.value, &fault));
            None
        }
    }
}
