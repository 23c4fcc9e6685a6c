//! The inputs of a build: everything that a site is made from, and the only code that reads it.
//!
//! [`Input`] lists all inputs. [`Inputs::read`] reads them, for both `build` and `serve`; they
//! differ only in what need not be read again ([`Memory`]): a build has the cache that earlier
//! builds left on disk, the server has the inputs from its last read. [`Inputs::contents`] passes
//! everything to the pipeline.
//!
//! Diagnostics are stored with their input, so that they are repeated as long as it does not
//! change.

pub mod configuration;
mod copied_files;
mod file_names;
pub mod inventory;
mod ledger;
mod leftovers;
mod parsed_files;
mod paths;
mod settings;
mod sponsor;
mod symlinks;
mod theme;
pub mod untrusted;
mod unusable;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::cache::{BuildStart, Cache};
use crate::config::SiteConfig;
use crate::content::article::{Article, StaticPage};
use crate::content::text::Text;
use crate::diagnostic::{Diagnostic, Sink, UNREADABLE};
use crate::messages::{Catalogs, has_digits, other_script};
use crate::model::kept::KeptAddresses;
use crate::model::unpublished::BrokenFiles;
use crate::render::templates::Templates;
use crate::source::Sources;
use crate::urls::{self, Ledger};
use crate::world::{Stat, World};

use configuration::Configuration;
use copied_files::CopiedFiles;
pub use copied_files::CopiedLookup;
use inventory::FolderListing;
pub use inventory::Inventory;
use ledger::LedgerFile;
use parsed_files::ParsedFiles;
pub use paths::{FOLDERS, Input, InputPaths, files_now};
pub use settings::{CONFIG_FILE, Settings, Trust, is_project};
use sponsor::SponsorFragment;
use theme::LoadedTheme;
use unusable::UnusableContext;

/// Everything needed to read inputs.
pub struct Reader<'a> {
    pub world: &'a dyn World,
    pub settings: &'a Settings,
    /// Every file that is read is registered here.
    pub sources: &'a mut Sources,
    pub memory: Memory<'a>,
}

/// What is already known and need not be read again.
pub enum Memory<'a> {
    /// What earlier builds left on disk. The inputs are read once, and `contents` consumes them.
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
    /// Paths relative to the project, with forward slashes.
    pub names: BTreeSet<String>,
    /// There may be changes that are not listed: check everything.
    pub all: bool,
}

impl ChangeSet {
    /// Returns a change set that checks everything.
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

/// The state of one read of the inputs.
struct ReadPass {
    /// The file system's clock before anything was read.
    clock: i64,
    /// Whether everything is checked.
    whole: bool,
    /// Files that may have changed, by path relative to the project.
    touched: BTreeSet<String>,
    /// Files that did change.
    changed: BTreeSet<String>,
}

/// Resolution of file system clocks in nanoseconds: two seconds, as for FAT. A file written within
/// this time before it was read may have been written again, undetected.
const COARSE: i64 = 2_000_000_000;

/// Returns whether a file that was read at clock time `looked` may have changed undetected since.
fn is_recent(stat: &Stat, looked: i64) -> bool {
    stat.modified >= looked - COARSE
}

/// All inputs as read, each with its diagnostics.
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

/// The contents of the inputs.
pub struct Contents<'a> {
    pub config: SiteConfig,
    pub inventory: &'a Inventory,
    pub catalogs: &'a Arc<Catalogs>,
    /// `None` if a template can't be read.
    pub templates: Option<Arc<Templates>>,
    pub articles: Vec<Article>,
    pub pages: Vec<StaticPage>,
    pub texts: Vec<Text>,
    pub broken: BrokenFiles,
    /// The number of files that may have been meant as articles and are left out.
    pub left_out: usize,
    /// The owner's fragment for the slot `sponsor_top`.
    pub sponsor: Option<String>,
    /// The ledger of addresses, if the site has one.
    pub ledger: Option<Ledger>,
    /// Who has which address, according to the ledger.
    pub kept: KeptAddresses,
    /// Looked up later: the files to copy are known once the site is planned.
    pub copied: CopiedLookup<'a>,
}

impl Inputs {
    /// Reads what may have changed; on the first call, everything. Returns the paths relative to
    /// the project of what did change, if the inputs are ever read again.
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
            // Parsing depends on the configuration.
            self.articles.outdate();
            self.pages.outdate();
            self.texts.outdate();
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

    /// Returns what was read and emits its diagnostics. `None` if nothing can be built from it.
    /// Afterwards, inputs that are read only once are empty.
    pub fn contents<'a>(
        &'a mut self,
        reader: &'a Reader<'_>,
        sink: &mut Sink,
    ) -> Option<Contents<'a>> {
        self.contents_with(false, reader, sink)
    }

    /// Returns the files with errors that were once read without, by path relative to the project.
    pub fn stand_ins(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        self.articles.add_stand_ins(&mut names);
        self.pages.add_stand_ins(&mut names);
        self.texts.add_stand_ins(&mut names);
        names
    }

    /// As [`contents`](Self::contents); with `stand_ins`, files with errors are as when they last
    /// had none.
    pub fn contents_with<'a>(
        &'a mut self,
        stand_ins: bool,
        reader: &'a Reader<'_>,
        sink: &mut Sink,
    ) -> Option<Contents<'a>> {
        sink.extend(self.configuration.faults.iter().cloned());
        let config = self.configuration.config.clone()?;
        let theme = self.theme.as_ref()?;
        sink.extend(self.folders.faults.iter().cloned());
        sink.extend(theme.faults.iter().cloned());
        let languages = config.editions.iter().map(|edition| &edition.language);
        for language in languages.filter(|language| theme.catalogs.of(language).is_none()) {
            sink.push(no_words(language));
        }
        let without = config.asks_for_digits().filter(|lang| !has_digits(lang));
        for language in without {
            let message = format!(
                "`digits: native` has no effect on `{language}`, which is written with the digits 0 to 9"
            );
            sink.push(
                Diagnostic::notice("no-digits", message)
                    .file(reader.settings.config_name())
                    .hint("remove it"),
            );
        }
        let keeps = (!reader.memory.reads_once(), stand_ins);
        let (mut broken, mut unusable) = (BrokenFiles::default(), Vec::new());
        let lenient = config.lenient;
        let articles = self
            .articles
            .values(keeps, lenient, &mut broken, &mut unusable, sink);
        let pages = self
            .pages
            .values(keeps, lenient, &mut broken, &mut unusable, sink);
        let texts = self
            .texts
            .values(keeps, lenient, &mut broken, &mut unusable, sink);
        let kept = self.ledger.ledger.as_ref().map(urls::kept);
        let kept = kept.unwrap_or_default();
        let context = UnusableContext {
            lenient,
            drafts: reader.settings.drafts,
            kept: &kept,
            articles: &articles,
        };
        let mut left_out = context.report(unusable, &mut broken, sink);
        left_out += self.folders.inventory.left_out;
        if lenient {
            left_out += self.folders.inventory.unusable;
        }
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
            left_out,
            kept,
            sponsor: self.sponsor.html.clone(),
            ledger: self.ledger.ledger.clone(),
            copied: CopiedLookup {
                world: reader.world,
                root: &reader.settings.root,
                files: &self.copied,
                drawings: &self.folders.inventory.drawings,
                cache: match &reader.memory {
                    Memory::Disk(cache) => Some(cache),
                    Memory::Inputs => None,
                },
            },
        })
    }

    /// Stores the state of the files that were looked up for copying in the cache of this build.
    pub fn note_copied(&self, reader: &mut Reader<'_>) {
        if let Memory::Disk(cache) = &mut reader.memory {
            self.copied.keep(cache);
        }
    }

    /// Returns whether they were never read.
    pub fn is_empty(&self) -> bool {
        !self.configuration.is_read
    }

    /// Whether something could not be read, and may be readable at the next attempt: the process
    /// has too many open files, the disk failed, or a permission is missing. The system may not
    /// report when that is over.
    pub fn is_unread(&self) -> bool {
        let unreadable = |d: &Diagnostic| d.code == UNREADABLE;
        self.configuration.is_unread()
            || self.folders.faults.iter().any(unreadable)
            || self.theme.as_ref().is_some_and(LoadedTheme::is_unread)
            || self.articles.is_unread()
            || self.pages.is_unread()
            || self.texts.is_unread()
            || self.sponsor.faults.iter().any(unreadable)
            || self.ledger.faults.iter().any(unreadable)
            || self.copied.is_unread()
    }

    /// Returns the paths of the inputs.
    pub fn paths<'a>(&'a self, settings: &'a Settings) -> InputPaths<'a> {
        InputPaths::new(settings, self.configuration.config.as_ref())
    }

    /// Returns the metadata of a file in the three folders, by path relative to the project.
    pub fn stat(&self, name: &str) -> Option<Stat> {
        self.folders.inventory.stat(name)
    }
}

/// Starts a build with the cache on disk, which tracks every file that inputs are read from.
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

/// Says that the interface of a site has no words in its language.
fn no_words(language: &str) -> Diagnostic {
    let what = match other_script(language) {
        true => "script of the language",
        false => "language",
    };
    Diagnostic::notice(
        "language-without-words",
        format!("the interface has no words in the {what} `{language}`; they are in English"),
    )
    .file("site.yaml")
    .hint(format!(
        "translate them: `dateline theme eject words/{language}.ftl` writes a file with every English text as a comment"
    ))
}
