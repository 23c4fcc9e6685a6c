//! The inputs of a build: all that a site is made of, and the one reader of it.
//!
//! [`Input`] names every input. [`Inputs::read`] reads them, for `build` and for `serve` alike; what
//! differs is only what they need not read again ([`Memory`]): a build has the cache that earlier
//! builds left on disk, the server has the inputs as it read them before. [`Inputs::contents`] hands
//! all of it to the pipeline.
//!
//! What is said of an input is kept with it, so that it is said again as long as the input stays as
//! it is.

pub mod configuration;
mod copied_files;
pub mod inventory;
mod ledger;
mod parsed_files;
mod paths;
mod settings;
mod sponsor;
mod theme;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::cache::{BuildStart, Cache};
use crate::config::SiteConfig;
use crate::content::article::{Article, StaticPage};
use crate::content::text::Text;
use crate::diagnostic::Sink;
use crate::messages::Catalogs;
use crate::model::unpublished::BrokenFiles;
use crate::render::templates::Templates;
use crate::source::Sources;
use crate::urls::Ledger;
use crate::world::{Stat, World};

use configuration::Configuration;
use copied_files::CopiedFiles;
pub use copied_files::CopiedLookup;
use inventory::FolderListing;
pub use inventory::Inventory;
use ledger::LedgerFile;
use parsed_files::ParsedFiles;
pub use paths::{FOLDERS, Input, InputPaths, files_now};
pub use settings::{CONFIG_FILE, Settings, is_project};
use sponsor::SponsorFragment;
use theme::LoadedTheme;

/// What inputs are read with.
pub struct Reader<'a> {
    pub world: &'a dyn World,
    pub settings: &'a Settings,
    /// Each file that is read is registered here.
    pub sources: &'a mut Sources,
    pub memory: Memory<'a>,
}

/// What is known from before, and need not be read again.
pub enum Memory<'a> {
    /// What earlier builds left on disk. The inputs are read once, and `contents` takes them.
    Disk(&'a mut Cache),
    /// The inputs themselves, which are read again after every change.
    Inputs,
}

impl Memory<'_> {
    /// Whether the inputs are not read again.
    fn reads_once(&self) -> bool {
        matches!(self, Memory::Disk(_))
    }
}

/// What may have changed since the inputs were read.
#[derive(Debug, Clone, Default)]
pub struct ChangeSet {
    /// Paths below the project, with forward slashes.
    pub names: BTreeSet<String>,
    /// Something may have changed that nobody named: everything is looked at.
    pub all: bool,
}

impl ChangeSet {
    /// Whatever it is.
    pub fn everything() -> Self {
        Self {
            all: true,
            ..Self::default()
        }
    }

    pub fn is_empty(&self) -> bool {
        !self.all && self.names.is_empty()
    }
}

/// One reading of the inputs, while it lasts.
struct ReadPass {
    /// The file system's clock before anything was read.
    clock: i64,
    /// Everything is looked at.
    whole: bool,
    /// Files that may have changed, by path below the project.
    touched: BTreeSet<String>,
    /// Those that did.
    changed: BTreeSet<String>,
}

/// Files written so shortly before they were looked at may have been written once more since,
/// unseen: clocks of file systems are coarse. Two seconds, as FAT's.
const COARSE: i64 = 2_000_000_000;

/// Whether a file may have changed, unseen, after it was looked at when the clock stood at `looked`.
fn is_recent(stat: &Stat, looked: i64) -> bool {
    stat.modified >= looked - COARSE
}

/// All inputs, as they were read, each with what was said of it.
#[derive(Default)]
pub struct Inputs {
    configuration: Configuration,
    folders: FolderListing,
    theme: Option<LoadedTheme>,
    articles: ParsedFiles<Article>,
    pages: ParsedFiles<StaticPage>,
    texts: ParsedFiles<Text>,
    sponsor: SponsorFragment,
    ledger: LedgerFile,
    copied: CopiedFiles,
}

/// What the inputs say.
pub struct Contents<'a> {
    pub config: SiteConfig,
    pub inventory: &'a Inventory,
    pub catalogs: &'a Arc<Catalogs>,
    /// None where a template can't be read.
    pub templates: Option<Arc<Templates>>,
    pub articles: Vec<Article>,
    pub pages: Vec<StaticPage>,
    pub texts: Vec<Text>,
    pub broken: BrokenFiles,
    /// The owner's fragment for the slot `sponsor_top`.
    pub sponsor: Option<String>,
    /// The ledger of addresses, where the site has one.
    pub ledger: Option<Ledger>,
    /// Which files are copied is known once the site is planned.
    pub copied: CopiedLookup<'a>,
}

impl Inputs {
    /// Reads what may have changed; the first time, everything. Gives back what did change, by path
    /// below the project, as far as anybody reads again.
    pub fn read(&mut self, reader: &mut Reader<'_>, changes: &ChangeSet) -> BTreeSet<String> {
        let mut pass = ReadPass {
            clock: reader.world.clock(),
            whole: changes.all || !self.configuration.is_read,
            touched: changes.names.clone(),
            changed: BTreeSet::new(),
        };
        let pass = &mut pass;
        let renewed = self.configuration.refresh(reader, pass);
        let config = self.configuration.config.as_ref();
        // Who reads again must not miss what changes meanwhile.
        if config.is_none() && reader.memory.reads_once() {
            return BTreeSet::new();
        }
        let root = &reader.settings.root;
        let listing = &mut self.folders;
        pass.whole =
            pass.whole || renewed || listing.is_outdated(reader.world, root, &changes.names);
        if pass.whole {
            listing.refresh(reader, config, pass);
        }
        if renewed {
            // Files are parsed by the rules of the configuration.
            self.articles = ParsedFiles::default();
            self.pages = ParsedFiles::default();
            self.texts = ParsedFiles::default();
        }
        let inventory = &self.folders.inventory;
        begin_cache(reader, &self.configuration, inventory, pass.clock);
        self.copied.refresh(reader.world, root, pass);
        LoadedTheme::refresh(&mut self.theme, reader, inventory, pass);
        if let Some(config) = config {
            self.articles.refresh(reader, config, inventory, pass);
            self.pages.refresh(reader, config, inventory, pass);
            self.texts.refresh(reader, config, inventory, pass);
        }
        self.sponsor.refresh(reader, config, pass);
        self.ledger.refresh(reader, pass);
        std::mem::take(&mut pass.changed)
    }

    /// What was read, with what was said of it. None where nothing can be built of it. Inputs that
    /// are read once are empty then.
    pub fn contents<'a>(
        &'a mut self,
        reader: &'a Reader<'_>,
        sink: &mut Sink,
    ) -> Option<Contents<'a>> {
        sink.extend(self.configuration.faults.iter().cloned());
        let config = self.configuration.config.clone()?;
        let theme = self.theme.as_ref()?;
        sink.extend(self.folders.faults.iter().cloned());
        sink.extend(theme.faults.iter().cloned());
        let mut broken = BrokenFiles::default();
        let keeps = !reader.memory.reads_once();
        let articles = self.articles.values(keeps, &mut broken, sink);
        let pages = self.pages.values(keeps, &mut broken, sink);
        let texts = self.texts.values(keeps, &mut broken, sink);
        sink.extend(self.sponsor.faults.iter().cloned());
        sink.extend(self.ledger.faults.iter().cloned());
        Some(Contents {
            config,
            inventory: &self.folders.inventory,
            catalogs: &theme.catalogs,
            templates: theme.templates.clone(),
            articles,
            pages,
            texts,
            broken,
            sponsor: self.sponsor.html.clone(),
            ledger: self.ledger.ledger.clone(),
            copied: CopiedLookup {
                world: reader.world,
                root: &reader.settings.root,
                files: &self.copied,
                cache: match &reader.memory {
                    Memory::Disk(cache) => Some(cache),
                    Memory::Inputs => None,
                },
            },
        })
    }

    /// Has the cache of this build know the files that were looked up to be copied.
    pub fn note_copied(&self, reader: &mut Reader<'_>) {
        if let Memory::Disk(cache) = &mut reader.memory {
            self.copied.keep(cache);
        }
    }

    /// Whether they were never read.
    pub fn is_empty(&self) -> bool {
        !self.configuration.is_read
    }

    /// Where the inputs are.
    pub fn paths<'a>(&'a self, settings: &'a Settings) -> InputPaths<'a> {
        InputPaths::new(settings, self.configuration.config.as_ref())
    }

    /// What is known of a file in the three folders, by its path below the project.
    pub fn stat(&self, name: &str) -> Option<Stat> {
        self.folders.inventory.stat(name)
    }
}

/// Begins a build with the cache on disk: it watches every file that inputs are read from.
fn begin_cache(
    reader: &mut Reader<'_>,
    configuration: &Configuration,
    inventory: &Inventory,
    looked: i64,
) {
    let Memory::Disk(cache) = &mut reader.memory else {
        return;
    };
    let paths = InputPaths::new(reader.settings, configuration.config.as_ref());
    let single = paths.single_files().filter_map(|name| {
        let stat = || reader.world.stat(&reader.settings.root.join(name));
        let known = inventory.stat(name).is_some();
        Some((name, (!known).then(stat)?.ok()??))
    });
    let seen = inventory
        .seen
        .iter()
        .map(|(name, stat)| (name.as_str(), *stat));
    let start = BuildStart {
        looked,
        parsing: configuration.parsing,
        known: reader.sources.len(),
    };
    cache.begin(reader.world, start, seen.chain(single));
}
