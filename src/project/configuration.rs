//! The configuration of a project: `site.yaml`, with the address overridden by `--base-url`.

use super::{ReadPass, Reader, Settings, Trust};
use crate::config::{self, SiteConfig};
use crate::diagnostic::{Diagnostic, Sink, UNREADABLE, unreadable, without_conflicts};
use crate::digest;
use crate::pages;
use crate::source::{self, ReadFault, Source, SourceId, Sources};
use crate::world::World;

/// The configuration as read, with its diagnostics.
#[derive(Default)]
pub(super) struct Configuration {
    /// `None` if no site can be built with it.
    pub config: Option<SiteConfig>,
    pub faults: Sink,
    /// Digest of everything besides the files that parsing depends on.
    pub parsing: [u8; 16],
    /// Digest of the file; `None` if it could not be read.
    digest: Option<[u8; 16]>,
    /// Whether it was read at least once.
    pub is_read: bool,
}

impl Configuration {
    /// Whether the file could not be read, and may be readable at the next attempt.
    pub fn is_unread(&self) -> bool {
        self.faults.iter().any(|d| d.code == UNREADABLE)
    }

    /// Reads the file if it may have changed. Returns whether the configuration changed.
    pub fn refresh(&mut self, reader: &mut Reader<'_>, pass: &mut ReadPass) -> bool {
        let name = reader.settings.config_name();
        if self.is_read && !pass.whole && !pass.touched.contains(&name) {
            return false;
        }
        let (id, bytes) = bytes(reader.world, reader.settings, reader.sources);
        let digest = bytes.as_ref().ok().map(|bytes| digest::of(bytes));
        if self.is_read && digest == self.digest {
            return false;
        }
        let mut faults = Sink::default();
        let source = decoded(id, bytes, reader.settings, &mut faults);
        let config = source
            .as_ref()
            .and_then(|source| parse_text(source, reader.settings, &mut faults));
        *self = Self {
            config,
            faults,
            parsing: source.map_or([0; 16], |source| parsing(&source, reader.settings)),
            digest,
            is_read: true,
        };
        pass.changed.insert(name);
        true
    }
}

/// Reads the configuration. `None` if it is missing, or if a key that every build needs is missing
/// or invalid; `sink` receives the reason.
pub fn read(
    world: &dyn World,
    settings: &Settings,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<SiteConfig> {
    let source = read_text(world, settings, sources, sink)?;
    parse_text(&source, settings, sink)
}

/// Returns the text of the configuration. `None` if it can't be read; `sink` receives the reason.
pub fn read_text(
    world: &dyn World,
    settings: &Settings,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Source> {
    let (id, bytes) = bytes(world, settings, sources);
    decoded(id, bytes, settings, sink)
}

/// Parses the text of the configuration. `None` if a key that every build needs is missing or
/// invalid; `sink` receives the reason.
pub fn parse_text(source: &Source, settings: &Settings, sink: &mut Sink) -> Option<SiteConfig> {
    if let Some((conflicts, one_version)) = without_conflicts(source, || source.text.len()) {
        sink.extend(conflicts);
        let from = sink.len();
        drop(config::parse(&one_version, &pages::reserved_names(), sink));
        sink.amend_since(from, |d| d.fix = None);
        return None;
    }
    let mut config = config::parse(source, &pages::reserved_names(), sink)?;
    if !settings.trust.is_whole() {
        config.distrust(settings.trust == Trust::AllButContent);
    }
    if let Some(url) = &settings.base_url {
        match SiteConfig::split_url(url) {
            Ok((origin, base)) => (config.origin, config.base) = (origin, base),
            Err(fault) => {
                sink.push(
                    Diagnostic::error("bad-url", format!("--base-url: {fault}"))
                        .hint("write a full address, as in `--base-url https://example.org/news/`"),
                );
                return None;
            }
        }
    }
    Some(config)
}

fn bytes(
    world: &dyn World,
    settings: &Settings,
    sources: &mut Sources,
) -> (SourceId, std::io::Result<Vec<u8>>) {
    let path = settings.config_path();
    let bytes = world.read(&path);
    (sources.add_file(settings.config_name(), path), bytes)
}

fn decoded(
    id: SourceId,
    bytes: std::io::Result<Vec<u8>>,
    settings: &Settings,
    sink: &mut Sink,
) -> Option<Source> {
    let name = settings.config_name();
    match bytes.map_err(ReadFault::Io).and_then(source::text_of) {
        Ok(text) => Some(Source { id, text }),
        Err(ReadFault::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            let hint = if settings.config.is_some() {
                "check the path given with --config"
            } else {
                "run `dateline init` in an empty folder to start a site, go to the folder of your project, or pass it with --root"
            };
            let message = match settings.config {
                Some(_) => "there is no site: the configuration file does not exist",
                None => {
                    "there is no site here, nor in any folder above: the configuration file does not exist"
                }
            };
            sink.push(Diagnostic::error("no-site", message).file(name).hint(hint));
            None
        }
        Err(fault) => {
            sink.push(unreadable(&name, &fault));
            None
        }
    }
}

/// Computes the digest of everything besides the files that parsing depends on.
fn parsing(source: &Source, settings: &Settings) -> [u8; 16] {
    let mut hasher = digest::Hasher::new();
    hasher.update(source.text.as_bytes());
    hasher.update(format!("{:?}", (&settings.base_url, settings.trust)).as_bytes());
    hasher.finish()
}
