//! The owner's fragment of HTML for the slot `sponsor_top`.

use super::{ReadPass, Reader};
use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Sink};
use crate::parse::unreadable;
use crate::source::ReadFault;

/// The path of the fragment below the project, as the configuration has it.
pub(super) fn path(config: &SiteConfig) -> Option<&str> {
    let slot = config.slots.sponsor_top.as_ref()?;
    Some(slot.fragment.value.as_str())
}

/// The fragment as it was read, with what was said of it.
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
        if html != self.html {
            pass.changed.insert(name.to_owned());
        }
        *self = Self { html, faults };
    }
}

/// The text of the fragment; one that is not there is a fault.
fn read(reader: &mut Reader<'_>, config: &SiteConfig, sink: &mut Sink) -> Option<String> {
    let path = &config.slots.sponsor_top.as_ref()?.fragment;
    let inside = |part: &str| !part.is_empty() && part != "." && part != "..";
    if path.value.contains('\\') || !path.value.split('/').all(inside) {
        let message = format!("`{}` is no file of the project", path.value);
        sink.push(
            Diagnostic::error("bad-file-name", message)
                .at(path.span, "here")
                .hint("write its path below the project, as in `fragment: sponsor.html`"),
        );
        return None;
    }
    let file = reader.settings.root.join(&path.value);
    let id = reader.sources.add_file(path.value.clone(), file);
    match reader.sources.read(reader.world, id) {
        Ok(source) => Some(source.text),
        Err(ReadFault::Io(_)) => {
            let message = format!("there is no file `{}` to fill the slot with", path.value);
            sink.push(
                Diagnostic::error("missing-file", message)
                    .at(path.span, "can't be read")
                    .hint("put it beside site.yaml, or take `sponsor_top` out"),
            );
            None
        }
        Err(fault) => {
            sink.push(unreadable(&path.value, &fault));
            None
        }
    }
}
