//! A world in which one folder has the contents of another: a stranger's content in a project that is
//! trusted.

use std::borrow::Cow;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::{Lock, LockError, Stat, WalkEntry, World};

/// Another world, in which the folder `at` and everything below it is found at `from`. Whatever is
/// at `at` in the world below can't be reached.
pub struct Mounted<'w> {
    below: &'w dyn World,
    at: PathBuf,
    from: PathBuf,
}

impl<'w> Mounted<'w> {
    /// Both paths are absolute.
    pub fn new(below: &'w dyn World, at: PathBuf, from: PathBuf) -> Self {
        Self { below, at, from }
    }

    /// The path in the world below.
    fn real<'p>(&self, path: &'p Path) -> Cow<'p, Path> {
        match path.strip_prefix(&self.at) {
            // Joining an empty path would add a slash, which follows a link.
            Ok(rest) if rest.as_os_str().is_empty() => Cow::Owned(self.from.clone()),
            Ok(rest) => Cow::Owned(self.from.join(rest)),
            Err(_) => Cow::Borrowed(path),
        }
    }
}

impl World for Mounted<'_> {
    fn now(&self) -> DateTime<Utc> {
        self.below.now()
    }

    fn clock(&self) -> i64 {
        self.below.clock()
    }

    fn walk(&self, folder: &Path) -> Vec<Result<WalkEntry, (PathBuf, io::Error)>> {
        self.below.walk(&self.real(folder))
    }

    fn stat(&self, path: &Path) -> io::Result<Option<Stat>> {
        self.below.stat(&self.real(path))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.below.read(&self.real(path))
    }

    fn read_parts(&self, path: &Path, parts: &[Range<usize>]) -> io::Result<Vec<u8>> {
        self.below.read_parts(&self.real(path), parts)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.below.canonical(&self.real(path))
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.below.names(&self.real(folder))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.below.make_folder(&self.real(path))
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.below.create(&self.real(path), bytes)
    }

    fn permit_as(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.below.permit_as(&self.real(from), &self.real(to))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.below.rename(&self.real(from), &self.real(to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.below.remove_file(&self.real(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.below.remove_folder(&self.real(path))
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.below.remove_tree(&self.real(path))
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.below.sync(&self.real(path))
    }

    fn sync_all(&self, path: &Path) -> io::Result<()> {
        self.below.sync_all(&self.real(path))
    }

    fn lock(&self, path: &Path, holder: &str) -> Result<Box<dyn Lock>, LockError> {
        self.below.lock(&self.real(path), holder)
    }

    fn home(&self) -> Option<PathBuf> {
        self.below.home()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::MemoryWorld;

    #[test]
    fn a_folder_has_the_contents_of_another_and_its_own_can_t_be_reached() {
        let below = MemoryWorld::new(DateTime::UNIX_EPOCH)
            .with("/ours/site.yaml", "ours")
            .with("/ours/content/secret.md", "ours")
            .with("/ours/contents.md", "ours")
            .with("/theirs/site.yaml", "theirs")
            .with("/theirs/content/a.md", "theirs");
        let world = Mounted::new(&below, "/ours/content".into(), "/theirs/content".into());
        let read = |path: &str| world.read(Path::new(path)).ok();
        assert_eq!(read("/ours/site.yaml").as_deref(), Some(&b"ours"[..]));
        assert_eq!(read("/ours/contents.md").as_deref(), Some(&b"ours"[..]));
        assert_eq!(read("/ours/content/a.md").as_deref(), Some(&b"theirs"[..]));
        assert_eq!(read("/ours/content/secret.md"), None);
        let found = world.walk(Path::new("/ours/content"));
        let found: Vec<PathBuf> = found.into_iter().map(|e| e.expect("a file").path).collect();
        assert_eq!(found, [PathBuf::from("a.md")]);
    }
}
