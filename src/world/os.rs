//! The real file system and clock.

#![allow(
    clippy::disallowed_methods,
    reason = "this file implements the access that clippy.toml denies elsewhere"
)]

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{FileKind, Lock, LockError, Stat, WalkEntry, World, special_file};

/// Maximum number of bytes that are read of what the holder of a lock wrote about itself.
const MAX_HOLDER: u64 = 300;

/// The operating system's file system and clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsWorld {
    now: Option<DateTime<Utc>>,
}

impl OsWorld {
    /// Uses the system's clock.
    pub const fn new() -> Self {
        Self { now: None }
    }

    /// Uses a clock that is fixed at `now` (`--now`).
    pub const fn at(now: DateTime<Utc>) -> Self {
        Self { now: Some(now) }
    }
}

impl World for OsWorld {
    fn now(&self) -> DateTime<Utc> {
        self.now.unwrap_or_else(|| SystemTime::now().into())
    }

    fn clock(&self) -> i64 {
        nanoseconds(SystemTime::now())
    }

    fn walk(&self, folder: &Path) -> Vec<Result<WalkEntry, (PathBuf, io::Error)>> {
        let walk = |top: &Path, depth| {
            WalkDir::new(top)
                .min_depth(1)
                .max_depth(depth)
                // Paths of one folder sort as their names do, which would have to be found first.
                .sort_by(|a, b| a.path().as_os_str().cmp(b.path().as_os_str()))
                .into_iter()
                .filter_entry(|entry| entry.depth() == 0 || !is_dot_name(entry.file_name()))
                .map(|entry| found(folder, entry))
        };
        let top: Vec<_> = walk(folder, 1).collect();
        // Subtrees are walked in parallel and joined in order.
        let parts = top.into_par_iter().map(|first| {
            let below = match &first {
                Ok(first) if first.stat.kind == FileKind::Folder => Some(folder.join(&first.path)),
                _ => None,
            };
            let rest = below.iter().flat_map(|below| walk(below, usize::MAX));
            std::iter::once(first).chain(rest).collect::<Vec<_>>()
        });
        parts.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    fn stat(&self, path: &Path) -> io::Result<Option<Stat>> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(Some(stat_of(&metadata))),
            Err(error) if nothing_stands_there(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let (mut file, len) = open_file(OpenOptions::new().read(true), path)?;
        let mut bytes = room_for(len)?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn read_parts(&self, path: &Path, parts: &[Range<usize>]) -> io::Result<Vec<u8>> {
        let (mut file, _) = open_file(OpenOptions::new().read(true), path)?;
        let mut bytes = room_for(parts.iter().map(|part| part.len() as u64).sum())?;
        for part in parts {
            file.seek(SeekFrom::Start(part.start as u64))?;
            let read = (&file).take(part.len() as u64).read_to_end(&mut bytes)?;
            if read < part.len() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(bytes)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort_unstable();
        Ok(names)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::create_new(path)?.write_all(bytes)
    }

    fn permit_as(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        // On other systems, a folder cannot replace an empty one.
        #[cfg(not(unix))]
        if from.is_dir() && to.is_dir() {
            fs::remove_dir(to)?;
        }
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        if cfg!(unix) {
            return File::open(path)?.sync_all();
        }
        // On other systems, a folder cannot be opened, and a file must be open for writing.
        if path.is_dir() {
            return Ok(());
        }
        OpenOptions::new().write(true).open(path)?.sync_all()
    }

    #[cfg(target_os = "linux")]
    fn sync_all(&self, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::syncfs(File::open(path)?)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn sync_all(&self, path: &Path) -> io::Result<()> {
        for entry in WalkDir::new(path).contents_first(true) {
            let entry = entry.map_err(io::Error::from)?;
            if entry.file_type().is_file() || entry.file_type().is_dir() {
                self.sync(entry.path())?;
            }
        }
        Ok(())
    }

    fn lock(&self, path: &Path, holder: &str) -> Result<Box<dyn Lock>, LockError> {
        let file = loop {
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(false);
            let (file, _) = open_file(&mut options, path).map_err(LockError::Io)?;
            match file.try_lock() {
                // A file that was removed before it was locked excludes nobody.
                Ok(()) if stands_at(&file, path).map_err(LockError::Io)? => break file,
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(LockError::Held(holder_of(path))),
                Err(TryLockError::Error(error)) => return Err(LockError::Io(error)),
            }
        };
        file.set_len(0)
            .and_then(|()| (&file).write_all(holder.as_bytes()))
            .map_err(LockError::Io)?;
        Ok(Box::new(OsLock {
            file,
            path: path.to_owned(),
        }))
    }

    fn home(&self) -> Option<PathBuf> {
        std::env::home_dir().filter(|home| !home.as_os_str().is_empty())
    }
}

/// Opens a file, and returns its length. Never waits: opening a pipe would, until another program
/// opens it too.
fn open_file(options: &mut OpenOptions, path: &Path) -> io::Result<(File, u64)> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path).map_err(|error| {
        // A socket can't be opened at all.
        match fs::metadata(path).map(|metadata| kind_of(metadata.file_type())) {
            Ok(FileKind::Other) => special_file(),
            _ => error,
        }
    })?;
    let metadata = file.metadata()?;
    match kind_of(metadata.file_type()) {
        FileKind::Folder => Err(io::ErrorKind::IsADirectory.into()),
        FileKind::Other => Err(special_file()),
        FileKind::File | FileKind::Link => Ok((file, metadata.len())),
    }
}

/// The lock belongs to the open file and is released when the file is closed, by whatever means.
struct OsLock {
    file: File,
    path: PathBuf,
}

impl Lock for OsLock {
    fn stands(&self) -> bool {
        stands_at(&self.file, &self.path).unwrap_or(false)
    }
}

impl Drop for OsLock {
    /// Clears the file, so that the next holder does not see the previous one.
    fn drop(&mut self) {
        _ = self.file.set_len(0);
    }
}

/// Whether `file` is the file at `path`.
#[cfg(unix)]
fn stands_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let open = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(there) => Ok((open.dev(), open.ino()) == (there.dev(), there.ino())),
        Err(error) if nothing_stands_there(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// On other systems, an open file cannot lose its name.
#[cfg(not(unix))]
fn stands_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Reads what the holder of a lock wrote. Retries, because the holder may have taken the lock and
/// not written yet. Returns an empty text if a locked file cannot be read.
fn holder_of(path: &Path) -> String {
    for _ in 0..20 {
        let mut bytes = Vec::new();
        if let Ok((file, _)) = open_file(OpenOptions::new().read(true), path) {
            _ = file.take(MAX_HOLDER).read_to_end(&mut bytes);
        }
        let holder = String::from_utf8_lossy(&bytes);
        if !holder.is_empty() {
            return holder.chars().filter(|c| !c.is_control()).collect();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    String::new()
}

fn found(
    folder: &Path,
    entry: walkdir::Result<DirEntry>,
) -> Result<WalkEntry, (PathBuf, io::Error)> {
    let relative = |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_owned();
    let failed = |error: walkdir::Error| {
        let path = error.path().map(relative).unwrap_or_default();
        (path, io::Error::from(error))
    };
    let entry = entry.map_err(failed)?;
    // Only files need more metadata than the directory entry has.
    let stat = if entry.file_type().is_file() {
        stat_of(&entry.metadata().map_err(failed)?)
    } else {
        Stat {
            kind: kind_of(entry.file_type()),
            len: 0,
            modified: 0,
            changed: 0,
            inode: 0,
        }
    };
    Ok(WalkEntry {
        path: relative(entry.path()),
        stat,
    })
}

fn stat_of(metadata: &fs::Metadata) -> Stat {
    let kind = kind_of(metadata.file_type());
    let (len, modified) = match kind {
        FileKind::File => (metadata.len(), metadata.modified().map_or(0, nanoseconds)),
        _ => (0, 0),
    };
    #[cfg(unix)]
    let inode = std::os::unix::fs::MetadataExt::ino(metadata);
    #[cfg(not(unix))]
    let inode = 0;
    Stat {
        kind,
        len,
        modified,
        changed: changed(kind, metadata),
        inode,
    }
}

#[cfg(unix)]
fn changed(kind: FileKind, metadata: &fs::Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt as _;
    let nanoseconds = || {
        let seconds = metadata.ctime().checked_mul(1_000_000_000)?;
        seconds.checked_add(metadata.ctime_nsec())
    };
    match kind {
        FileKind::File => nanoseconds().unwrap_or(i64::MAX),
        _ => 0,
    }
}

#[cfg(not(unix))]
fn changed(_: FileKind, _: &fs::Metadata) -> i64 {
    0
}

/// Nanoseconds since the Unix epoch; 0 for earlier times, saturating after some 292 years.
fn nanoseconds(time: SystemTime) -> i64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
    })
}

fn kind_of(kind: fs::FileType) -> FileKind {
    if kind.is_file() {
        FileKind::File
    } else if kind.is_dir() {
        FileKind::Folder
    } else if kind.is_symlink() {
        FileKind::Link
    } else {
        FileKind::Other
    }
}

fn is_dot_name(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Returns room for the bytes of a file. A file with holes may say that it is larger than the memory.
fn room_for(len: u64) -> io::Result<Vec<u8>> {
    let too_large = || io::Error::from(io::ErrorKind::OutOfMemory);
    let mut bytes = Vec::new();
    let len = usize::try_from(len).map_err(|_| too_large())?;
    bytes.try_reserve_exact(len).map_err(|_| too_large())?;
    Ok(bytes)
}

/// A path below a file does not exist, like a path in a missing folder.
fn nothing_stands_there(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

#[cfg(test)]
mod tests {
    use super::super::is_no_file;
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder for the test")
    }

    fn paths(walk: &[Result<WalkEntry, (PathBuf, io::Error)>]) -> Vec<String> {
        walk.iter()
            .map(|found| match found {
                Ok(found) => format!("{:?} {}", found.stat.kind, found.path.display()),
                Err((path, error)) => format!("{:?} {}", error.kind(), path.display()),
            })
            .collect()
    }

    #[test]
    fn a_walk_is_sorted_and_passes_over_dot_names() {
        let temp = folder();
        for (path, text) in [
            ("b/2.md", "two"),
            ("b/1.md", ""),
            ("a.md", ""),
            (".git/x", ""),
        ] {
            let path = temp.path().join(path);
            OsWorld::new().make_folder(path.parent().unwrap()).unwrap();
            OsWorld::new().create(&path, text.as_bytes()).unwrap();
        }
        let walk = OsWorld::new().walk(temp.path());
        assert_eq!(
            paths(&walk),
            ["File a.md", "Folder b", "File b/1.md", "File b/2.md"]
        );
        assert_eq!(walk[3].as_ref().unwrap().stat.len, 3);
    }

    #[test]
    fn parts_are_read_one_after_another() {
        let temp = folder();
        let path = temp.path().join("file");
        OsWorld::new().create(&path, b"0123456789").unwrap();
        let read = |parts: &[Range<usize>]| OsWorld::new().read_parts(&path, parts).ok();
        assert_eq!(read(&[1..3, 3..3, 8..10, 0..1]).unwrap(), b"12890");
        assert_eq!(read(&[1..3, 8..11]), None);
    }

    #[test]
    fn a_walk_of_a_missing_folder_is_an_error_in_its_place() {
        let temp = folder();
        let walk = OsWorld::new().walk(&temp.path().join("missing"));
        assert_eq!(paths(&walk), ["NotFound "]);
    }

    #[cfg(unix)]
    #[test]
    fn a_walk_does_not_follow_links_and_does_not_open_pipes() {
        let temp = folder();
        std::os::unix::fs::symlink(temp.path(), temp.path().join("loop")).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(temp.path().join("socket")).unwrap();
        let walk = OsWorld::new().walk(temp.path());
        assert_eq!(paths(&walk), ["Link loop", "Other socket"]);
    }

    #[test]
    fn create_never_writes_over_a_file() {
        let temp = folder();
        let path = temp.path().join("a");
        OsWorld::new().create(&path, b"first").unwrap();
        let error = OsWorld::new().create(&path, b"second").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(OsWorld::new().read(&path).unwrap(), b"first");
    }

    #[test]
    fn a_file_larger_than_the_memory_is_an_error() {
        for len in [u64::MAX, 1 << 62] {
            let error = room_for(len).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::OutOfMemory);
        }
        assert!(room_for(1000).unwrap().capacity() >= 1000);
    }

    #[test]
    fn a_folder_takes_the_place_of_an_empty_folder() {
        let temp = folder();
        let (from, to) = (temp.path().join("from"), temp.path().join("to"));
        OsWorld::new().make_folder(&from.join("in")).unwrap();
        OsWorld::new().make_folder(&to).unwrap();
        OsWorld::new().rename(&from, &to).unwrap();
        assert_eq!(OsWorld::new().names(&to).unwrap(), ["in"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_neither_read_nor_locked_and_nobody_waits() {
        let temp = folder();
        let at = |name: &str| temp.path().join(name);
        let made = std::process::Command::new("mkfifo")
            .arg(at("pipe"))
            .status();
        assert!(made.is_ok_and(|status| status.success()), "no mkfifo here");
        let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        std::os::unix::fs::symlink("pipe", at("link")).unwrap();
        fs::create_dir(at("folder")).unwrap();
        let special = ["pipe", "socket", "link", "folder"].map(at);
        for path in special
            .into_iter()
            .chain(["/dev/zero", "/dev/tty"].map(PathBuf::from))
        {
            // A process without a terminal has no /dev/tty.
            let Ok(_) = fs::metadata(&path) else { continue };
            let error = OsWorld::new().read(&path).unwrap_err();
            let no_tty = path.ends_with("tty") && !is_no_file(&error);
            assert!(is_no_file(&error) || no_tty, "{}: {error}", path.display());
            if path.starts_with("/dev") {
                continue;
            }
            match OsWorld::new().lock(&path, "process 7") {
                Err(LockError::Io(error)) => {
                    assert!(is_no_file(&error), "{}: {error}", path.display());
                }
                _ => panic!("{} is locked", path.display()),
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_may_have_the_permissions_of_another() {
        use std::os::unix::fs::PermissionsExt as _;
        let temp = folder();
        let (from, to) = (temp.path().join("from"), temp.path().join("to"));
        for path in [&from, &to] {
            OsWorld::new().create(path, b"").unwrap();
        }
        fs::set_permissions(&from, fs::Permissions::from_mode(0o640)).unwrap();
        OsWorld::new().permit_as(&from, &to).unwrap();
        let mode = fs::metadata(&to).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[test]
    fn nothing_stands_below_a_file() {
        let temp = folder();
        OsWorld::new().create(&temp.path().join("a"), b"").unwrap();
        assert_eq!(OsWorld::new().stat(&temp.path().join("a/b")).unwrap(), None);
    }

    #[test]
    fn a_held_lock_names_its_holder_and_is_free_when_dropped() {
        let temp = folder();
        let path = temp.path().join("lock");
        let held = OsWorld::new().lock(&path, "process 7").unwrap();
        match OsWorld::new().lock(&path, "process 8") {
            Err(LockError::Held(holder)) => assert_eq!(holder, "process 7"),
            Err(LockError::Io(error)) => panic!("{error}"),
            Ok(_) => panic!("two have the lock"),
        }
        drop(held);
        assert_eq!(OsWorld::new().read(&path).unwrap(), b"");
        let _next = OsWorld::new().lock(&path, "process 8").unwrap();
        assert_eq!(OsWorld::new().read(&path).unwrap(), b"process 8");
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_whose_file_was_removed_keeps_nobody_out() {
        let temp = folder();
        let path = temp.path().join("lock");
        let first = OsWorld::new().lock(&path, "process 7").unwrap();
        let old = File::open(&path).unwrap();
        assert!(stands_at(&old, &path).unwrap());
        assert!(first.stands());
        OsWorld::new().remove_file(&path).unwrap();
        assert!(!first.stands() && !stands_at(&old, &path).unwrap());
        let second = OsWorld::new().lock(&path, "process 8").unwrap();
        assert!(second.stands() && !first.stands());
        assert!(OsWorld::new().lock(&path, "process 9").is_err());
        drop((first, second));
    }

    #[test]
    fn syncs_reach_files_and_folders() {
        let temp = folder();
        let path = temp.path().join("a");
        OsWorld::new().create(&path, b"a").unwrap();
        OsWorld::new().sync(&path).unwrap();
        OsWorld::new().sync(temp.path()).unwrap();
        OsWorld::new().sync_all(temp.path()).unwrap();
    }

    #[test]
    fn a_fixed_clock_stands_still() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        assert_eq!(OsWorld::at(now).now(), now);
        assert!(OsWorld::new().now() > DateTime::from_timestamp(1_700_000_000, 0).unwrap());
    }
}
