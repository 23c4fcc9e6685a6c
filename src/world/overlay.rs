//! A world in which one file has other contents: to see what a change would do before it is made.

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::{FileKind, Lock, LockError, Stat, WalkEntry, World, parts_of};

/// Another world with one file replaced or added. It is only for reading: what is written goes to
/// the world below, where the file is as it was.
pub struct Overlay<'w> {
    below: &'w dyn World,
    path: PathBuf,
    bytes: Vec<u8>,
}

impl<'w> Overlay<'w> {
    /// `path` is absolute, as the readers of the project ask for it.
    pub fn new(below: &'w dyn World, path: PathBuf, bytes: Vec<u8>) -> Self {
        Self { below, path, bytes }
    }

    fn file(&self) -> Stat {
        Stat {
            kind: FileKind::File,
            len: self.bytes.len() as u64,
            modified: self.below.clock(),
            changed: self.below.clock(),
            inode: 0,
        }
    }
}

impl World for Overlay<'_> {
    fn now(&self) -> DateTime<Utc> {
        self.below.now()
    }

    fn clock(&self) -> i64 {
        self.below.clock()
    }

    fn walk(&self, folder: &Path) -> Vec<Result<WalkEntry, (PathBuf, io::Error)>> {
        let mut found = self.below.walk(folder);
        if let Ok(path) = self.path.strip_prefix(folder) {
            let of = |entry: &Result<WalkEntry, (PathBuf, io::Error)>| match entry {
                Ok(entry) => entry.path.clone(),
                Err((path, _)) => path.clone(),
            };
            found.retain(|entry| of(entry) != path);
            let at = found.partition_point(|entry| of(entry).as_path() < path);
            let (path, stat) = (path.to_owned(), self.file());
            found.insert(at, Ok(WalkEntry { path, stat }));
        }
        found
    }

    fn stat(&self, path: &Path) -> io::Result<Option<Stat>> {
        match path == self.path {
            true => Ok(Some(self.file())),
            false => self.below.stat(path),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match path == self.path {
            true => Ok(self.bytes.clone()),
            false => self.below.read(path),
        }
    }

    fn read_parts(&self, path: &Path, parts: &[Range<usize>]) -> io::Result<Vec<u8>> {
        match path == self.path {
            true => parts_of(&self.bytes, parts),
            false => self.below.read_parts(path, parts),
        }
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        let found = self.below.canonical(path);
        match found {
            Err(error) if error.kind() == io::ErrorKind::NotFound && path == self.path => {
                Ok(self.path.clone())
            }
            found => found,
        }
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.below.names(folder)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.below.make_folder(path)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.below.create(path, bytes)
    }

    fn permit_as(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.below.permit_as(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.below.rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.below.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.below.remove_folder(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.below.remove_tree(path)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.below.sync(path)
    }

    fn sync_all(&self, path: &Path) -> io::Result<()> {
        self.below.sync_all(path)
    }

    fn lock(&self, path: &Path, holder: &str) -> Result<Box<dyn Lock>, LockError> {
        self.below.lock(path, holder)
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
    fn one_file_is_replaced_or_added_and_the_world_below_stays() {
        let below = MemoryWorld::new(DateTime::UNIX_EPOCH)
            .with("/site/content/a.md", "a")
            .with("/site/content/c.md", "c");
        for (name, paths) in [
            ("b.md", vec!["a.md", "b.md", "c.md"]),
            ("a.md", vec!["a.md", "c.md"]),
        ] {
            let path = Path::new("/site/content").join(name);
            let world = Overlay::new(&below, path.clone(), b"new".to_vec());
            let found = world.walk(Path::new("/site/content"));
            let found: Vec<PathBuf> = found.into_iter().map(|e| e.expect("a file").path).collect();
            assert_eq!(
                found,
                paths.into_iter().map(PathBuf::from).collect::<Vec<_>>()
            );
            assert_eq!(world.read(&path).expect("it is there"), b"new");
            let stat = world
                .stat(&path)
                .expect("it is there")
                .expect("it is there");
            assert_eq!(stat.len, 3);
        }
        let a = Path::new("/site/content/a.md");
        assert_eq!(below.read(a).expect("it is there"), b"a");
        let b = Path::new("/site/content/b.md");
        assert!(below.stat(b).expect("readable").is_none());
    }
}
