//! What is kept of a project between two looks at it.
//!
//! A file is parsed again only if its bytes changed; everything after parsing is done anew, by
//! the pipeline that builds the site, so that what is served is what a build would write.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::shelf::Shelf;
use crate::config::{RawHtml, SiteConfig};
use crate::diagnostic::{Diagnostic, Sink};
use crate::digest;
use crate::load::{self, Inventory, is_style};
use crate::model::absent::Absent;
use crate::model::article::{Article, StandingPage};
use crate::model::text::Text;
use crate::parse;
use crate::pipeline::{self, Contents, Prepared, Settings};
use crate::render::templates::Templates;
use crate::source::Sources;
use crate::urls::{self, Ledger};
use crate::view::card::Copied;
use crate::words::Lexicon;
use crate::world::{Kind, Stat, World};

/// What may have changed.
#[derive(Debug, Clone, Default)]
pub struct Touched {
    /// Paths below the project, with forward slashes.
    pub names: BTreeSet<String>,
    /// Something may have changed that nobody named: everything is looked at.
    pub all: bool,
}

impl Touched {
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

/// What came of a look at the project.
pub struct Look {
    /// None where nothing can be planned; then `faults` holds errors.
    pub prepared: Option<Prepared>,
    pub sources: Arc<Sources>,
    pub faults: Sink,
    /// What changed, below the project, in order.
    pub changed: Vec<String>,
    /// Nothing but style sheets changed.
    pub style_only: bool,
}

/// The project, as it was read and parsed.
pub struct Session<'w> {
    world: &'w dyn World,
    settings: Settings,
    sources: Sources,
    /// The same, for those who look things up meanwhile.
    shown: Arc<Sources>,
    config: Option<Configured>,
    listed: Listed,
    dress: Option<Dress>,
    slots: Slots,
    ledger: Recorded,
    articles: Shelf<Article>,
    pages: Shelf<StandingPage>,
    texts: Shelf<Text>,
    /// Files that are copied, by path below the project.
    copies: Mutex<HashMap<String, (Copied, bool)>>,
    /// The last look found errors.
    failed: bool,
}

/// The configuration, with what was said of it.
struct Configured {
    digest: Option<[u8; 16]>,
    config: Option<SiteConfig>,
    faults: Sink,
}

/// What the folders hold, with what was said of it.
#[derive(Default)]
struct Listed {
    inventory: Inventory,
    faults: Vec<Diagnostic>,
    /// What the file system stamped files with when they were looked at.
    clock: i64,
}

/// Words and templates, with what was said of them.
struct Dress {
    lexicon: Arc<Lexicon>,
    templates: Option<Arc<Templates>>,
    faults: Sink,
}

/// The owner's fragments for slots, with what was said of them.
#[derive(Default)]
struct Slots {
    sponsor: Option<String>,
    faults: Sink,
}

/// The ledger of addresses, with what was said of it.
#[derive(Default)]
struct Recorded {
    ledger: Option<Ledger>,
    faults: Sink,
    /// Of the file, when it was read; none where there was none.
    stat: Option<Stat>,
    /// What the file system stamped files with then.
    clock: i64,
}

/// Files written so shortly before they were looked at may have been written once more since,
/// unseen: clocks of file systems are coarse. Two seconds, as FAT's.
const COARSE: i64 = 2_000_000_000;

impl<'w> Session<'w> {
    pub fn new(world: &'w dyn World, settings: Settings) -> Self {
        Self {
            world,
            settings,
            sources: Sources::lasting(),
            shown: Arc::default(),
            config: None,
            listed: Listed::default(),
            dress: None,
            slots: Slots::default(),
            ledger: Recorded::default(),
            articles: Shelf::default(),
            pages: Shelf::default(),
            texts: Shelf::default(),
            copies: Mutex::default(),
            failed: false,
        }
    }

    /// Folders outside `content/`, `templates/` and `static/` that hold what the site is made
    /// of.
    pub fn other_folders(&self) -> Vec<PathBuf> {
        let above = |path: &Path| path.parent().map(Path::to_owned);
        let fragment = self.fragment().map(|name| self.settings.root.join(name));
        [self.settings.config.clone(), fragment]
            .iter()
            .flatten()
            .filter_map(|path| above(path))
            .collect()
    }

    /// Whether a path below the project is one that may change the site.
    pub fn concerns(&self, name: &str) -> bool {
        ["content", "templates", "static"]
            .iter()
            .any(|folder| match name.strip_prefix(folder) {
                Some(rest) => rest.is_empty() || rest.starts_with('/'),
                None => false,
            })
            || name == self.config_name()
            || name == urls::FILE
            || self.fragment() == Some(name)
    }

    /// Whether a file that was there has gone, or one is suddenly empty: whoever saves it may be
    /// half-way.
    pub fn blinks(&self, name: &str) -> bool {
        let before = self.seen(name).map(|stat| stat.len);
        let now = self.world.stat(&self.settings.root.join(name));
        match now.ok().flatten() {
            None => before.is_some(),
            Some(now) => now.kind == Kind::File && now.len == 0 && before != Some(0),
        }
    }

    /// Looks at what may have changed; None where nothing did. The first look is at everything.
    pub fn look(&mut self, touched: &Touched) -> Option<Look> {
        let first = self.config.is_none();
        let mut changed = BTreeSet::new();
        let new_config = self.read_config(first || touched.all, touched, &mut changed);
        let whole = first || new_config || touched.all || self.must_walk(touched);
        let named = touched.names.clone();
        let mut touched = touched.names.clone();
        if whole {
            self.walk(&mut touched, &mut changed);
        }
        if new_config {
            (self.articles, self.pages, self.texts) =
                (Shelf::default(), Shelf::default(), Shelf::default());
        }
        self.forget_copies(&touched, &mut changed);
        self.read_dress(first, &touched, &mut changed);
        self.parse(whole, &touched, &mut changed);
        self.read_slots(whole, &touched, &mut changed);
        self.read_ledger(whole, &touched, &mut changed);
        if self.failed {
            // What could not be read may be readable now, with the same bytes.
            changed.extend(named);
        }
        if changed.is_empty() && !first {
            return None;
        }
        let style = |name: &String| {
            name.strip_prefix("static/")
                .is_some_and(|path| path.ends_with(".css"))
        };
        let style_only = !first && changed.iter().all(style);
        Some(self.assembled(changed, style_only))
    }

    /// The whole site anew from what was parsed, because its hour has come.
    pub fn again(&mut self) -> Look {
        self.assembled(BTreeSet::new(), false)
    }

    fn assembled(&mut self, changed: BTreeSet<String>, style_only: bool) -> Look {
        let mut sink = Sink::default();
        let prepared = self.assemble(&mut sink);
        self.failed = sink.has_errors();
        if self.shown.len() != self.sources.len() {
            self.shown = Arc::new(self.sources.so_far());
        }
        Look {
            prepared,
            sources: Arc::clone(&self.shown),
            faults: sink,
            changed: changed.into_iter().collect(),
            style_only,
        }
    }

    fn config_path(&self) -> PathBuf {
        let own = || self.settings.root.join("site.yaml");
        self.settings.config.clone().unwrap_or_else(own)
    }

    fn config_name(&self) -> String {
        let path = self.config_path();
        let name = path.strip_prefix(&self.settings.root).unwrap_or(&path);
        name.display().to_string()
    }

    /// The owner's fragment for a slot, below the project.
    fn fragment(&self) -> Option<&str> {
        let config = self.config.as_ref()?.config.as_ref()?;
        let slot = config.slots.sponsor_top.as_ref()?;
        Some(slot.fragment.value.as_str())
    }

    /// Whether the configuration is a new one.
    fn read_config(
        &mut self,
        surely: bool,
        touched: &Touched,
        changed: &mut BTreeSet<String>,
    ) -> bool {
        let name = self.config_name();
        if !surely && !touched.names.contains(&name) {
            return false;
        }
        let bytes = self.world.read(&self.config_path()).ok();
        let digest = bytes.map(|bytes| digest::of(&bytes));
        if self.config.as_ref().is_some_and(|c| c.digest == digest) {
            return false;
        }
        let mut faults = Sink::default();
        let (world, settings, sources) = (self.world, &self.settings, &mut self.sources);
        let config = pipeline::configuration(world, settings, sources, &mut faults);
        self.config = Some(Configured {
            digest,
            config,
            faults,
        });
        changed.insert(name);
        true
    }

    /// The owner's fragment for a slot: read again where it may be another.
    fn read_slots(
        &mut self,
        surely: bool,
        touched: &BTreeSet<String>,
        changed: &mut BTreeSet<String>,
    ) {
        let Some(name) = self.fragment().map(str::to_owned) else {
            self.slots = Slots::default();
            return;
        };
        let config = self.config.as_ref().and_then(|c| c.config.as_ref());
        let Some(config) = config.filter(|_| surely || touched.contains(&name)) else {
            return;
        };
        let (root, sources) = (&self.settings.root, &mut self.sources);
        let mut sink = Sink::default();
        let sponsor = pipeline::sponsor(self.world, root, config, sources, &mut sink);
        if sponsor != self.slots.sponsor {
            changed.insert(name);
        }
        self.slots = Slots {
            sponsor,
            faults: sink,
        };
    }

    /// The ledger: it may be long, and is read again only where it may be another.
    fn read_ledger(
        &mut self,
        surely: bool,
        touched: &BTreeSet<String>,
        changed: &mut BTreeSet<String>,
    ) {
        let named = touched.contains(urls::FILE);
        if !surely && !named {
            return;
        }
        let root = &self.settings.root;
        let (clock, old) = (self.world.clock(), &self.ledger);
        let stat = self.world.stat(&root.join(urls::FILE)).ok().flatten();
        let recent = stat.is_some_and(|stat| stat.modified >= old.clock - COARSE);
        if !named && stat == old.stat && !recent && old.faults.is_empty() {
            return;
        }
        let mut faults = Sink::default();
        let ledger = urls::open(self.world, root, &mut self.sources, &mut faults);
        if ledger != old.ledger {
            changed.insert(urls::FILE.to_owned());
        }
        self.ledger = Recorded {
            ledger,
            faults,
            stat,
            clock,
        };
    }

    /// Whether a file came or went, so that the folders must be listed again.
    fn must_walk(&self, touched: &Touched) -> bool {
        let known = |name: &String| self.seen(name).is_some();
        touched.names.iter().any(|name| {
            let stat = self.world.stat(&self.settings.root.join(name));
            match stat.map(|stat| stat.map(|stat| stat.kind)) {
                Ok(Some(Kind::File | Kind::Link)) => !known(name),
                Ok(None) => known(name) || self.is_folder(name),
                _ => true,
            }
        })
    }

    /// What was known of a file below the three folders.
    fn seen(&self, name: &str) -> Option<Stat> {
        let seen = &self.listed.inventory.seen;
        let at = seen.binary_search_by(|(n, _)| n.as_str().cmp(name)).ok()?;
        Some(seen[at].1)
    }

    /// Whether files were known below a path.
    fn is_folder(&self, name: &str) -> bool {
        let inner = format!("{name}/");
        let seen = &self.listed.inventory.seen;
        let at = seen.partition_point(|(n, _)| n.as_str() < inner.as_str());
        seen.get(at).is_some_and(|(n, _)| n.starts_with(&inner))
    }

    /// Lists the folders again. What differs from the last time, or can't be told apart from
    /// it, is `touched`.
    fn walk(&mut self, touched: &mut BTreeSet<String>, changed: &mut BTreeSet<String>) {
        let clock = self.world.clock();
        let mut sink = Sink::default();
        let (root, sources) = (&self.settings.root, &mut self.sources);
        let mut inventory = load::inventory(self.world, root, sources, &mut sink);
        let config = self.config.as_ref().and_then(|c| c.config.as_ref());
        if config.is_some_and(|c| c.markdown.raw_html != RawHtml::Trust) {
            inventory.leave_active_files_out(&mut sink);
        }
        let old = &self.listed;
        let (mut a, mut b) = (old.inventory.seen.iter(), inventory.seen.iter());
        let (mut one, mut two) = (a.next(), b.next());
        loop {
            match (one, two) {
                (None, None) => break,
                (Some(gone), new) if new.is_none_or(|new| gone.0 < new.0) => {
                    touched.insert(gone.0.clone());
                    changed.insert(gone.0.clone());
                    one = a.next();
                }
                (gone, Some(new)) if gone.is_none_or(|gone| new.0 < gone.0) => {
                    touched.insert(new.0.clone());
                    changed.insert(new.0.clone());
                    two = b.next();
                }
                (Some(old_file), Some(new_file)) => {
                    if old_file.1 != new_file.1 || new_file.1.modified >= old.clock - COARSE {
                        touched.insert(new_file.0.clone());
                    }
                    (one, two) = (a.next(), b.next());
                }
                // One of the first two held.
                (Some(_), None) | (None, Some(_)) => break,
            }
        }
        let faults: Vec<Diagnostic> = sink.into_iter().collect();
        if faults != old.faults {
            let files = faults.iter().chain(&old.faults);
            changed.extend(files.filter_map(|d| d.file.clone()));
        }
        self.listed = Listed {
            inventory,
            faults,
            clock,
        };
    }

    /// Files that are copied are read again where they were touched.
    fn forget_copies(&self, touched: &BTreeSet<String>, changed: &mut BTreeSet<String>) {
        let mut copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner);
        for name in touched {
            let Some((old, _)) = copies.remove(name) else {
                continue;
            };
            let now = pipeline::copied(self.world, &self.settings.root, name);
            match now {
                Ok(now) if now.0.digest == old.digest => {
                    copies.insert(name.clone(), now);
                }
                _ => {
                    changed.insert(name.clone());
                }
            }
        }
    }

    /// Words, templates and the style sheet: read again where one of them was touched.
    fn read_dress(
        &mut self,
        first: bool,
        touched: &BTreeSet<String>,
        changed: &mut BTreeSet<String>,
    ) {
        let mine = |name: &&String| {
            name.starts_with("templates/") || name.strip_prefix("static/").is_some_and(is_style)
        };
        let names: Vec<&String> = touched.iter().filter(mine).collect();
        if names.is_empty() && !first && self.dress.is_some() {
            return;
        }
        let (mut faults, inventory) = (Sink::default(), &self.listed.inventory);
        let sources = &mut self.sources;
        let lexicon = Lexicon::load(self.world, inventory, sources, &mut faults);
        let lexicon = Arc::new(lexicon);
        let templates = Templates::load(
            self.world,
            &self.settings.root,
            inventory,
            &lexicon,
            sources,
            &mut faults,
        )
        .map(Arc::new);
        let digest = |templates: Option<&Arc<Templates>>| templates.map(|t| *t.digest());
        let same = self.dress.as_ref().is_some_and(|old| {
            let new = digest(templates.as_ref());
            let quiet = faults.is_empty() && old.faults.is_empty();
            quiet && new.is_some() && digest(old.templates.as_ref()) == new
        });
        if same {
            return;
        }
        changed.extend(names.into_iter().cloned());
        self.dress = Some(Dress {
            lexicon,
            templates,
            faults,
        });
    }

    /// Parses what is new or was touched.
    fn parse(&mut self, listed: bool, touched: &BTreeSet<String>, changed: &mut BTreeSet<String>) {
        let Some(config) = self.config.as_ref().and_then(|c| c.config.as_ref()) else {
            return;
        };
        let (world, sources, inventory) = (self.world, &self.sources, &self.listed.inventory);
        if listed {
            self.articles.list(&inventory.articles);
            self.pages.list(&inventory.pages);
            self.texts.list(&inventory.texts);
        }
        self.articles.mark(touched);
        self.pages.mark(touched);
        self.texts.mark(touched);
        self.articles
            .parse(world, sources, changed, |source, path, sink| {
                parse::article(source, path, config, sink)
            });
        self.pages
            .parse(world, sources, changed, |source, path, sink| {
                parse::standing(source, path, config, sink)
            });
        self.texts
            .parse(world, sources, changed, |source, path, sink| {
                parse::text(source, path, config, sink)
            });
    }

    fn assemble(&mut self, sink: &mut Sink) -> Option<Prepared> {
        let configured = self.config.as_ref()?;
        sink.extend(configured.faults.iter().cloned());
        let mut config = configured.config.clone()?;
        config.lint = config.lint.without_notices();
        sink.extend(self.listed.faults.iter().cloned());
        let dress = self.dress.as_ref()?;
        sink.extend(dress.faults.iter().cloned());
        sink.extend(self.slots.faults.iter().cloned());
        sink.extend(self.ledger.faults.iter().cloned());
        let mut absent = Absent::default();
        let contents = Contents {
            config,
            sponsor: self.slots.sponsor.clone(),
            ledger: self.ledger.ledger.clone(),
            inventory: &self.listed.inventory,
            lexicon: &dress.lexicon,
            templates: dress.templates.clone(),
            articles: self.articles.values(&mut absent, sink),
            pages: self.pages.values(&mut absent, sink),
            texts: self.texts.values(&mut absent, sink),
            absent,
        };
        let (world, root, copies) = (self.world, &self.settings.root, &self.copies);
        let look = |path: &str| {
            let mut known = copies.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = known.get(path) {
                return Ok(*known);
            }
            drop(known);
            let looked = pipeline::copied(world, root, path)?;
            known = copies.lock().unwrap_or_else(PoisonError::into_inner);
            known.insert(path.to_owned(), looked);
            Ok(looked)
        };
        pipeline::assemble(world, &self.settings, contents, &look, sink)
    }
}
