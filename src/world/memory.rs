//! An in-memory file system for tests, with fault injection.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use super::{FileKind, Lock, LockError, Stat, WalkEntry, World, parts_of, special_file};

/// One second of the file system's clock, in nanoseconds.
const SECOND: i64 = 1_000_000_000;
/// Initial value of the file system's clock. Not a whole second, as on real file systems.
const BEGINNING: i64 = SECOND + 7;

/// The kind of a [`World`] operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    Walk,
    Stat,
    Read,
    ReadParts,
    Canonical,
    Names,
    MakeFolder,
    Create,
    Permit,
    Rename,
    RemoveFile,
    RemoveFolder,
    RemoveTree,
    Sync,
    SyncAll,
    Lock,
}

/// An operation that fails on purpose.
///
/// A failing `create` leaves the first half of its bytes, and a failing `remove_tree` has removed
/// half of the tree. Any other failing operation has no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InjectedFault {
    /// The kind of operation to count; `None` counts all kinds.
    pub operation: Option<Operation>,
    /// Index of the operation that fails, from 0.
    pub nth: usize,
    /// The error that it returns.
    pub kind: io::ErrorKind,
    /// Whether all later operations of any kind fail too, as if the process had been killed.
    pub rest: bool,
}

impl InjectedFault {
    /// Fails the `nth` operation of any kind.
    pub fn at(nth: usize, kind: io::ErrorKind) -> Self {
        Self {
            operation: None,
            nth,
            kind,
            rest: false,
        }
    }

    /// Fails the `nth` operation of this kind.
    pub fn of(operation: Operation, nth: usize, kind: io::ErrorKind) -> Self {
        Self {
            operation: Some(operation),
            ..Self::at(nth, kind)
        }
    }

    /// Kills the process during the `nth` operation.
    pub fn kill(nth: usize) -> Self {
        Self {
            rest: true,
            ..Self::at(nth, io::ErrorKind::Other)
        }
    }
}

/// An in-memory tree with a fixed clock.
///
/// Paths are absolute. Symbolic links are resolved as on Linux. Can be shared between threads; with
/// an [`InjectedFault`], the order of their operations decides which one fails.
#[derive(Debug)]
pub struct MemoryWorld {
    state: Mutex<MemoryState>,
    /// The locks that are held, with the text that each holder wrote.
    held: Arc<Mutex<BTreeMap<PathBuf, String>>>,
}

#[derive(Debug, Clone)]
struct MemoryState {
    now: DateTime<Utc>,
    /// The file system's clock: advances by one second with each file written.
    clock: i64,
    /// Whether the file system's clock is stopped.
    stopped: bool,
    /// Whether names that differ only in case are one.
    folds: bool,
    home: Option<PathBuf>,
    nodes: BTreeMap<PathBuf, MemoryNode>,
    denied: BTreeSet<PathBuf>,
    /// Created files not yet synced.
    unsynced: BTreeSet<PathBuf>,
    /// Removed files whose folders are not yet synced.
    undead: BTreeMap<PathBuf, MemoryNode>,
    fault: Option<InjectedFault>,
    /// Reading this file panics, from the `n`th read (from 0) on.
    trap: Option<(PathBuf, usize)>,
    /// How many operations of the faulty kind have run.
    seen: usize,
    dead: bool,
    log: Vec<(Operation, PathBuf)>,
}

#[derive(Debug, Clone)]
enum MemoryNode {
    Folder,
    /// The bytes and the modification time.
    File(Vec<u8>, i64),
    Link(PathBuf),
    Other,
}

impl MemoryWorld {
    /// Creates an empty tree whose clock is fixed at `now`.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self {
            state: Mutex::new(MemoryState {
                now,
                clock: BEGINNING,
                stopped: false,
                folds: false,
                home: None,
                nodes: BTreeMap::from([(PathBuf::from("/"), MemoryNode::Folder)]),
                denied: BTreeSet::new(),
                unsynced: BTreeSet::new(),
                undead: BTreeMap::new(),
                fault: None,
                trap: None,
                seen: 0,
                dead: false,
                log: Vec::new(),
            }),
            held: Arc::default(),
        }
    }

    /// Adds a file and its parent folders, replacing whatever is at `path`.
    #[must_use]
    pub fn with(self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) -> Self {
        self.set(path, text);
        self
    }

    /// Adds an empty folder.
    #[must_use]
    pub fn with_folder(self, path: impl AsRef<Path>) -> Self {
        self.state().place(path.as_ref(), MemoryNode::Folder);
        self
    }

    /// Adds a symbolic link at `path` to `target`, which need not exist.
    #[must_use]
    pub fn with_link(self, path: impl AsRef<Path>, target: impl AsRef<Path>) -> Self {
        let target = target.as_ref().to_owned();
        self.state().place(path.as_ref(), MemoryNode::Link(target));
        self
    }

    /// Adds a pipe, socket or device.
    #[must_use]
    pub fn with_other(self, path: impl AsRef<Path>) -> Self {
        self.state().place(path.as_ref(), MemoryNode::Other);
        self
    }

    /// Treats names that differ only in case as one, and keeps them in lower case. For a world whose
    /// paths are in lower case so far.
    #[must_use]
    pub fn with_folded_names(self) -> Self {
        self.state().folds = true;
        self
    }

    /// Sets the home folder.
    #[must_use]
    pub fn with_home(self, path: impl AsRef<Path>) -> Self {
        self.state().home = Some(path.as_ref().to_owned());
        self
    }

    /// Makes a file unreadable, or a folder unlistable.
    #[must_use]
    pub fn with_denied(self, path: impl AsRef<Path>) -> Self {
        self.state().denied.insert(path.as_ref().to_owned());
        self
    }

    /// Writes a file and its parent folders, replacing whatever is at `path`. Not counted and not
    /// subject to faults.
    pub fn set(&self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let mut state = self.state();
        let node = state.file(text.as_ref());
        state.place(path.as_ref(), node);
    }

    /// Removes whatever is at or below `path`, as another program would.
    pub fn unset(&self, path: impl AsRef<Path>) {
        let path = path.as_ref();
        self.state().nodes.retain(|each, _| !each.starts_with(path));
    }

    /// Sets the clock.
    pub fn set_now(&self, now: DateTime<Utc>) {
        self.state().now = now;
    }

    /// Stops or restarts the file system's clock. Files written while it is stopped have the same
    /// modification time.
    pub fn stop_clock(&self, stopped: bool) {
        self.state().stopped = stopped;
    }

    /// Sets or clears the fault, revives a killed world, and clears the log.
    pub fn set_fault(&self, fault: impl Into<Option<InjectedFault>>) {
        let mut state = self.state();
        state.fault = fault.into();
        state.seen = 0;
        state.dead = false;
        state.log.clear();
    }

    /// Makes reads of the file at `path` panic, as a bug of the program would, from the `nth` (from
    /// 0) on.
    pub fn set_trap(&self, path: &Path, nth: usize) {
        self.state().trap = Some((path.to_owned(), nth));
    }

    pub fn clear_trap(&self) {
        self.state().trap = None;
    }

    /// Simulates a power failure: discards whatever has not been synced. Unsynced new files become
    /// empty, and files removed from unsynced folders come back.
    pub fn cut_power(&self) {
        let mut state = self.state();
        for path in std::mem::take(&mut state.unsynced) {
            if let Some(MemoryNode::File(bytes, _)) = state.nodes.get_mut(&path) {
                bytes.clear();
            }
        }
        for (path, node) in std::mem::take(&mut state.undead) {
            if matches!(state.nodes.get(parent(&path)), Some(MemoryNode::Folder)) {
                state.nodes.entry(path).or_insert(node);
            }
        }
    }

    /// Returns the operations since the fault was last set, in order, including those that failed.
    pub fn log(&self) -> Vec<(Operation, PathBuf)> {
        self.state().log.clone()
    }

    /// Returns every file at or below `under`, by its path relative to `under`. Not counted and not
    /// subject to faults.
    pub fn files(&self, under: impl AsRef<Path>) -> BTreeMap<PathBuf, Vec<u8>> {
        let state = self.state();
        let file = |(path, node): (&PathBuf, &MemoryNode)| match node {
            MemoryNode::File(bytes, _) => {
                let path = path.strip_prefix(under.as_ref()).ok()?;
                Some((path.to_owned(), bytes.clone()))
            }
            _ => None,
        };
        state.nodes.iter().filter_map(file).collect()
    }

    fn state(&self) -> MutexGuard<'_, MemoryState> {
        lock(&self.state)
    }
}

impl World for MemoryWorld {
    fn now(&self) -> DateTime<Utc> {
        self.state().now
    }

    fn clock(&self) -> i64 {
        let mut state = self.state();
        if !state.stopped {
            state.clock += SECOND;
        }
        state.clock
    }

    fn walk(&self, folder: &Path) -> Vec<Result<WalkEntry, (PathBuf, io::Error)>> {
        let mut state = self.state();
        let root = match state
            .begin(Operation::Walk, folder)
            .and_then(|()| state.list(folder))
        {
            Ok(root) => root,
            Err(error) => return vec![Err((PathBuf::new(), error))],
        };
        let mut found = Vec::new();
        for path in state.below(&root) {
            let relative = path.strip_prefix(&root).unwrap_or(&path).to_owned();
            let hidden = |part: Component| part.as_os_str().as_encoded_bytes().starts_with(b".");
            let closed = |above: &Path| *above != path && state.denied.contains(above);
            if relative.components().any(hidden) || path.ancestors().any(closed) {
                continue;
            }
            let Some(node) = state.nodes.get(&path) else {
                continue;
            };
            let stat = node.stat();
            found.push(Ok(WalkEntry {
                path: relative.clone(),
                stat,
            }));
            if stat.kind == FileKind::Folder && state.denied.contains(&path) {
                found.push(Err((relative, io::ErrorKind::PermissionDenied.into())));
            }
        }
        found
    }

    fn stat(&self, path: &Path) -> io::Result<Option<Stat>> {
        let mut state = self.state();
        state.begin(Operation::Stat, path)?;
        match state.resolve(path, false) {
            Ok(path) => Ok(state.nodes.get(&path).map(MemoryNode::stat)),
            Err(error) if nothing_stands_there(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.begin(Operation::Read, path)?;
        if let Some((trap, left)) = state.trap.as_mut().filter(|(trap, _)| trap == path) {
            if *left == 0 {
                let trap = trap.display().to_string();
                drop(state);
                panic!("a trap was set at {trap}");
            }
            *left -= 1;
        }
        state.bytes(path).cloned()
    }

    fn read_parts(&self, path: &Path, parts: &[Range<usize>]) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.begin(Operation::ReadParts, path)?;
        parts_of(state.bytes(path)?, parts)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        let mut state = self.state();
        state.begin(Operation::Canonical, path)?;
        let path = state.resolve(path, true)?;
        state.get(&path)?;
        Ok(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut state = self.state();
        state.begin(Operation::Names, folder)?;
        let folder = state.list(folder)?;
        let names = state.below(&folder).into_iter().filter_map(|path| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            (path.parent() == Some(&folder)).then_some(name)
        });
        let mut names: Vec<_> = names.collect();
        names.sort_unstable();
        Ok(names)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Operation::MakeFolder, path)?;
        let above: Vec<_> = path.ancestors().collect();
        for each in above.into_iter().rev() {
            let place = state.resolve(each, false)?;
            let there = state.resolve(each, true);
            match state.nodes.get(&place) {
                None => {
                    state.nodes.insert(place, MemoryNode::Folder);
                }
                Some(_) if matches!(state.get(&there?), Ok(MemoryNode::Folder)) => {}
                Some(_) => return Err(io::ErrorKind::AlreadyExists.into()),
            }
        }
        Ok(())
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.state();
        let alive = !state.dead;
        let begun = state.begin(Operation::Create, path);
        if begun.is_err() && !alive {
            return begun;
        }
        let bytes = match begun {
            Ok(()) => bytes,
            Err(_) => &bytes[..bytes.len() / 2],
        };
        let created = state.create(path, bytes);
        begun.and(created)
    }

    /// There are no permissions here other than those of `with_denied`.
    fn permit_as(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Operation::Permit, to)?;
        for path in [from, to] {
            let path = state.resolve(path, true)?;
            state.get(&path)?;
        }
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Operation::Rename, from)?;
        let from = state.resolve(from, false)?;
        let to = state.resolve(to, false)?;
        let folder = matches!(state.get(&from)?, MemoryNode::Folder);
        if !matches!(state.get(parent(&to))?, MemoryNode::Folder) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        if from == to {
            return Ok(());
        }
        if to.starts_with(&from) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        match (folder, state.nodes.get(&to)) {
            (_, None) => {}
            (true, Some(MemoryNode::Folder)) if state.below(&to).is_empty() => {}
            (true, Some(MemoryNode::Folder)) => return Err(io::ErrorKind::DirectoryNotEmpty.into()),
            (true, Some(_)) => return Err(io::ErrorKind::NotADirectory.into()),
            (false, Some(MemoryNode::Folder)) => return Err(io::ErrorKind::IsADirectory.into()),
            (false, Some(_)) => {}
        }
        state.unsynced.remove(&to);
        let mut moving = state.below(&from);
        moving.push(from.clone());
        for path in moving {
            let moved = match path.strip_prefix(&from) {
                Ok(rest) if rest != Path::new("") => to.join(rest),
                _ => to.clone(),
            };
            if state.unsynced.remove(&path) {
                state.unsynced.insert(moved.clone());
            }
            if let Some(node) = state.nodes.remove(&path) {
                state.nodes.insert(moved, node);
            }
        }
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Operation::RemoveFile, path)?;
        let path = state.resolve(path, false)?;
        if matches!(state.get(&path)?, MemoryNode::Folder) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if let Some(node) = state.nodes.remove(&path)
            && !state.unsynced.remove(&path)
        {
            state.undead.insert(path, node);
        }
        Ok(())
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Operation::RemoveFolder, path)?;
        let path = state.resolve(path, false)?;
        if !matches!(state.get(&path)?, MemoryNode::Folder) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        if !state.below(&path).is_empty() {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
        state.nodes.remove(&path);
        Ok(())
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        let alive = !state.dead;
        let begun = state.begin(Operation::RemoveTree, path);
        if begun.is_err() && !alive {
            return begun;
        }
        let path = state.resolve(path, false)?;
        if !matches!(state.get(&path)?, MemoryNode::Folder | MemoryNode::Link(_)) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        // Children before parents, as the operating system does, so that what remains is still a
        // tree.
        let mut doomed = state.below(&path);
        doomed.insert(0, path);
        if begun.is_err() {
            doomed.drain(..doomed.len().div_ceil(2));
        }
        for each in doomed {
            state.nodes.remove(&each);
        }
        begun
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Operation::Sync, path)?;
        let path = state.resolve(path, true)?;
        state.get(&path)?;
        state.unsynced.remove(&path);
        state.undead.retain(|each, _| parent(each) != path);
        Ok(())
    }

    fn sync_all(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Operation::SyncAll, path)?;
        let path = state.resolve(path, true)?;
        state.get(&path)?;
        state.unsynced.retain(|each| !each.starts_with(&path));
        state.undead.retain(|each, _| !each.starts_with(&path));
        Ok(())
    }

    fn lock(&self, path: &Path, holder: &str) -> Result<Box<dyn Lock>, LockError> {
        let mut state = self.state();
        state.begin(Operation::Lock, path).map_err(LockError::Io)?;
        let path = state.resolve(path, true).map_err(LockError::Io)?;
        let mut held = lock(&self.held);
        if let Some(holder) = held.get(&path) {
            return Err(LockError::Held(holder.clone()));
        }
        if !matches!(state.nodes.get(parent(&path)), Some(MemoryNode::Folder)) {
            return Err(LockError::Io(io::ErrorKind::NotFound.into()));
        }
        match state.nodes.get(&path) {
            Some(MemoryNode::Folder) => {
                return Err(LockError::Io(io::ErrorKind::IsADirectory.into()));
            }
            Some(MemoryNode::Other) => return Err(LockError::Io(special_file())),
            Some(MemoryNode::File(..) | MemoryNode::Link(_)) | None => {}
        }
        let node = state.file(holder.as_bytes());
        state.nodes.insert(path.clone(), node);
        held.insert(path.clone(), holder.to_owned());
        Ok(Box::new(MemoryLock {
            path,
            held: Arc::clone(&self.held),
        }))
    }

    fn home(&self) -> Option<PathBuf> {
        self.state().home.clone()
    }
}

/// Clones the tree and the clock, without the fault, the log and the locks.
impl Clone for MemoryWorld {
    fn clone(&self) -> Self {
        let copy = Self {
            state: Mutex::new(self.state().clone()),
            held: Arc::default(),
        };
        copy.set_fault(None);
        copy
    }
}

struct MemoryLock {
    path: PathBuf,
    held: Arc<Mutex<BTreeMap<PathBuf, String>>>,
}

impl Lock for MemoryLock {
    /// Always true: locks are held by path here, and a lock file cannot be replaced.
    fn stands(&self) -> bool {
        true
    }
}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        lock(&self.held).remove(&self.path);
    }
}

impl MemoryState {
    /// Logs the operation, and returns the error of the fault if it applies.
    fn begin(&mut self, operation: Operation, path: &Path) -> io::Result<()> {
        self.log.push((operation, path.to_owned()));
        let Some(fault) = self.fault else {
            return Ok(());
        };
        if self.dead {
            return Err(fault.kind.into());
        }
        if fault.operation.is_none_or(|counted| counted == operation) {
            self.seen += 1;
            if self.seen == fault.nth + 1 {
                self.dead = fault.rest;
                return Err(fault.kind.into());
            }
        }
        Ok(())
    }

    fn bytes(&self, path: &Path) -> io::Result<&Vec<u8>> {
        let path = self.resolve(path, true)?;
        if self.denied.contains(&path) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        match self.get(&path)? {
            MemoryNode::File(bytes, _) => Ok(bytes),
            MemoryNode::Folder => Err(io::ErrorKind::IsADirectory.into()),
            MemoryNode::Link(_) | MemoryNode::Other => Err(special_file()),
        }
    }

    /// Creates a file node with the current modification time.
    fn file(&mut self, bytes: &[u8]) -> MemoryNode {
        if !self.stopped {
            self.clock += SECOND;
        }
        MemoryNode::File(bytes.to_owned(), self.clock)
    }

    /// Inserts a node and its parent folders.
    fn place(&mut self, path: &Path, node: MemoryNode) {
        for above in path.ancestors().skip(1) {
            self.nodes
                .entry(above.to_owned())
                .or_insert(MemoryNode::Folder);
        }
        self.nodes.insert(path.to_owned(), node);
    }

    fn create(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = self.resolve(path, false)?;
        if self.nodes.contains_key(&path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if !matches!(self.get(parent(&path))?, MemoryNode::Folder) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let node = self.file(bytes);
        self.nodes.insert(path.clone(), node);
        self.unsynced.insert(path);
        Ok(())
    }

    fn get(&self, path: &Path) -> io::Result<&MemoryNode> {
        self.nodes
            .get(path)
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Returns the resolved path of a folder that can be listed.
    fn list(&self, folder: &Path) -> io::Result<PathBuf> {
        let folder = self.resolve(folder, true)?;
        match self.get(&folder)? {
            MemoryNode::Folder if self.denied.contains(&folder) => {
                Err(io::ErrorKind::PermissionDenied.into())
            }
            MemoryNode::Folder => Ok(folder),
            _ => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    /// Returns the paths below a resolved folder, sorted.
    fn below(&self, folder: &Path) -> Vec<PathBuf> {
        self.nodes
            .range(folder.to_owned()..)
            .skip_while(|(path, _)| *path == folder)
            .take_while(|(path, _)| path.starts_with(folder))
            .map(|(path, _)| path.clone())
            .collect()
    }

    /// Resolves links and `..` in `path`. A link in the last component is kept unless `follow` is
    /// set. The last component need not exist.
    fn resolve(&self, path: &Path, follow: bool) -> io::Result<PathBuf> {
        let mut todo: Vec<PathBuf> = components(path);
        let mut resolved = PathBuf::from("/");
        let mut links = 0;
        while let Some(part) = todo.pop() {
            if part == Path::new("..") {
                resolved.pop();
                continue;
            }
            let next = match self.folds {
                true => resolved.join(part.to_string_lossy().to_lowercase()),
                false => resolved.join(&part),
            };
            let last = todo.is_empty();
            match self.nodes.get(&next) {
                Some(MemoryNode::Link(target)) if follow || !last => {
                    links += 1;
                    if links > 40 {
                        return Err(io::Error::other("too many levels of symbolic links"));
                    }
                    if target.is_absolute() {
                        resolved = PathBuf::from("/");
                    }
                    todo.extend(components(target));
                }
                Some(MemoryNode::Folder) => resolved = next,
                None if !last => return Err(io::ErrorKind::NotFound.into()),
                Some(_) if !last => return Err(io::ErrorKind::NotADirectory.into()),
                _ => resolved = next,
            }
        }
        Ok(resolved)
    }
}

impl MemoryNode {
    fn stat(&self) -> Stat {
        let (kind, len, modified) = match self {
            MemoryNode::Folder => (FileKind::Folder, 0, 0),
            MemoryNode::File(bytes, written) => (FileKind::File, bytes.len() as u64, *written),
            MemoryNode::Link(_) => (FileKind::Link, 0, 0),
            MemoryNode::Other => (FileKind::Other, 0, 0),
        };
        Stat {
            kind,
            len,
            modified,
            changed: modified,
            inode: 0,
        }
    }
}

/// Returns the names and `..`s of a path, last one first.
fn components(path: &Path) -> Vec<PathBuf> {
    path.components()
        .filter(|part| matches!(part, Component::Normal(_) | Component::ParentDir))
        .map(|part| PathBuf::from(part.as_os_str()))
        .rev()
        .collect()
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

fn nothing_stands_there(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Ignores poisoning: a test that panicked in another thread fails by itself.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> MemoryWorld {
        MemoryWorld::new(DateTime::UNIX_EPOCH)
            .with("/p/b/2.md", "two")
            .with("/p/b/1.md", "1")
            .with("/p/a.md", "a")
            .with("/p/.git/config", "")
    }

    #[test]
    fn a_walk_is_sorted_and_passes_over_dot_names() {
        let walk = world().walk(Path::new("/p"));
        let paths: Vec<_> = walk.into_iter().map(|found| found.unwrap().path).collect();
        assert_eq!(paths, ["a.md", "b", "b/1.md", "b/2.md"].map(PathBuf::from));
    }

    #[test]
    fn a_walk_goes_on_after_a_folder_that_is_denied() {
        let world = world().with_denied("/p/b").with("/p/c.md", "");
        let walk = world.walk(Path::new("/p"));
        let paths: Vec<_> = walk
            .into_iter()
            .map(|found| match found {
                Ok(found) => found.path.display().to_string(),
                Err((path, error)) => format!("{} {:?}", path.display(), error.kind()),
            })
            .collect();
        assert_eq!(paths, ["a.md", "b", "b PermissionDenied", "c.md"]);
    }

    #[test]
    fn links_are_followed_but_in_the_last_part() {
        let world = world()
            .with_link("/p/link", "b")
            .with_link("/loop", "/loop");
        let stat = |path: &str| world.stat(Path::new(path)).unwrap().map(|stat| stat.kind);
        assert_eq!(stat("/p/link"), Some(FileKind::Link));
        assert_eq!(stat("/p/link/1.md"), Some(FileKind::File));
        assert_eq!(
            world.canonical(Path::new("/p/link/../a.md")).unwrap(),
            Path::new("/p/a.md")
        );
        assert!(world.read(Path::new("/loop")).is_err());
    }

    #[test]
    fn a_fault_fails_once_and_a_kill_for_good() {
        let world = world();
        let read = || {
            world
                .read(Path::new("/p/a.md"))
                .map_err(|error| error.kind())
        };
        world.set_fault(InjectedFault::of(
            Operation::Read,
            1,
            io::ErrorKind::StorageFull,
        ));
        assert!(world.stat(Path::new("/p")).is_ok());
        assert_eq!(read(), Ok(b"a".to_vec()));
        assert_eq!(read(), Err(io::ErrorKind::StorageFull));
        assert_eq!(read(), Ok(b"a".to_vec()));
        assert_eq!(world.log().len(), 4);
        world.set_fault(InjectedFault::kill(0));
        assert!(read().is_err());
        assert!(world.stat(Path::new("/p")).is_err());
        world.set_fault(None);
        assert_eq!(read(), Ok(b"a".to_vec()));
    }

    #[test]
    fn a_create_that_fails_leaves_half_of_its_bytes() {
        let world = world();
        world.set_fault(InjectedFault::at(0, io::ErrorKind::StorageFull));
        assert!(world.create(Path::new("/p/new"), b"1234").is_err());
        assert_eq!(world.files("/p/new").into_values().next().unwrap(), b"12");
    }

    #[test]
    fn a_lock_is_held_until_it_is_dropped() {
        let world = world();
        let held = world.lock(Path::new("/p/lock"), "process 7").unwrap();
        match world.lock(Path::new("/p/lock"), "process 8") {
            Err(LockError::Held(holder)) => assert_eq!(holder, "process 7"),
            _ => panic!("two have the lock"),
        }
        drop(held);
        assert!(world.lock(Path::new("/p/lock"), "process 8").is_ok());
    }
}
