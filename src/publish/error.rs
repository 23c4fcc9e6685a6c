//! Errors of publishing, with messages that say what to do next.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::world::is_no_file;

/// Why a site could not be published.
#[derive(Debug)]
pub enum PublishError {
    /// Publishing there could destroy files that are not ours.
    Dangerous { output: PathBuf, danger: Danger },
    /// The output holds files, and we cannot tell which of them are ours.
    Foreign {
        output: PathBuf,
        /// The first of them.
        path: PathBuf,
        /// Number of files and folders at the top level of the output.
        count: usize,
        doubt: Doubt,
    },
    /// Another build is publishing there.
    Held {
        output: PathBuf,
        /// What it wrote about itself; may be empty.
        holder: String,
    },
    /// Two files claim the same path.
    Clash { path: PathBuf, clash: Clash },
    /// Not a route: a path that leaves the output, or that some system cannot store.
    Route { route: String },
    /// A version with another journal format was interrupted.
    Unfinished { output: PathBuf, state: PathBuf },
    /// The state folder was removed during a build.
    Lost { state: PathBuf },
    /// The file system failed.
    Io {
        /// What failed, such as "writing".
        doing: &'static str,
        path: PathBuf,
        source: io::Error,
    },
}

/// Why an output is dangerous.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Danger {
    /// The root of the file system.
    Root,
    /// The home folder, or a folder above it.
    Home,
    /// The project's folder, or a folder above it.
    Project,
    /// One of the site's own folders, or a path inside or above it.
    Protected(PathBuf),
    /// Something other than a folder.
    NotAFolder,
    /// A dangling symbolic link.
    DeadLink(PathBuf),
    /// Something other than our folder is at the path of the state folder.
    State(PathBuf),
}

/// Why we cannot tell which files are ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// There is no manifest.
    Unlisted,
    /// The manifest is damaged.
    Damaged,
    /// The manifest has the format of another version.
    Version,
}

/// What is in the way of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// The site has two files for the path.
    Twice,
    /// A file or folder that we did not write, or that another program has changed.
    NotOurs,
    /// A symbolic link that would lead out of the output.
    Link,
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Dangerous { output, danger } => danger.fmt(f, output),
            Self::Foreign {
                output,
                path,
                count,
                doubt,
            } => {
                let reason = match doubt {
                    Doubt::Unlisted => "that Dateline did not write",
                    Doubt::Damaged => "and the list of files that Dateline wrote is damaged",
                    Doubt::Version => {
                        "and the list of files that Dateline wrote is from another version"
                    }
                };
                let things = if *count == 1 {
                    "file or folder"
                } else {
                    "files and folders"
                };
                write!(
                    f,
                    "the output folder {} contains {count} {things} {reason}, starting with {}; \
                     remove the folder if you need nothing in it, choose another output, or \
                     build with --adopt, which replaces files at the paths of the site's own \
                     files and keeps all others",
                    output.display(),
                    path.display(),
                )
            }
            Self::Held { output, holder } => {
                write!(f, "another build is publishing to {}", output.display())?;
                if !holder.is_empty() {
                    write!(f, " ({holder})")?;
                }
                f.write_str("; wait until it has finished, or choose another output")
            }
            Self::Clash { path, clash } => {
                let path = path.display();
                match clash {
                    Clash::Twice => {
                        write!(f, "the site has two files for {path}; rename one of them")
                    }
                    Clash::NotOurs => write!(
                        f,
                        "{path} is in the way of a file of the site, and Dateline did not write \
                         it; move it away, give the page another address, or build with --adopt \
                         to replace a file"
                    ),
                    Clash::Link => write!(
                        f,
                        "{path} is a symbolic link that Dateline did not create, and a file of the \
                         site would be written through it; remove the link"
                    ),
                }
            }
            Self::Route { route } => write!(
                f,
                "{route:?} is not a valid path for a file of the site; it must be relative, use \
                 forward slashes, and contain neither \"..\" nor control characters"
            ),
            Self::Unfinished { output, state } => write!(
                f,
                "another version of Dateline was interrupted while publishing to {}; build once \
                 with that version, or remove both that folder and {}",
                output.display(),
                state.display(),
            ),
            Self::Lost { state } => write!(
                f,
                "{} was removed while the site was being built; build again",
                state.display(),
            ),
            Self::Io {
                doing,
                path,
                source,
            } => {
                write!(f, "{doing} {} failed: {source}", path.display())?;
                f.write_str(match source.kind() {
                    _ if is_no_file(source) => "; remove it and build again",
                    io::ErrorKind::StorageFull => "; free some disk space and build again",
                    io::ErrorKind::QuotaExceeded => "; free some of your disk quota and build again",
                    io::ErrorKind::PermissionDenied => {
                        "; check that you have write permission, or choose another output"
                    }
                    io::ErrorKind::ReadOnlyFilesystem => "; choose a writable output",
                    io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
                        "; an output folder can't itself be a mount point; choose a folder inside it"
                    }
                    _ => "; fix the cause and build again",
                })
            }
        }
    }
}

/// Has no `source`: the message already includes the cause.
impl Error for PublishError {}

impl Danger {
    fn fmt(&self, f: &mut fmt::Formatter, output: &Path) -> fmt::Result {
        write!(f, "refusing to publish to {}: it ", output.display())?;
        match self {
            Self::Root => f.write_str("is the root of the file system")?,
            Self::Home => f.write_str("is your home folder or contains it")?,
            Self::Project => f.write_str("is the project's own folder or contains it")?,
            Self::Protected(path) => write!(
                f,
                "is, contains or is inside {}, from which the site is built",
                path.display()
            )?,
            Self::NotAFolder => f.write_str("is not a folder")?,
            Self::DeadLink(link) => {
                write!(f, "goes through {}, a broken symbolic link", link.display())?;
            }
            Self::State(path) => write!(
                f,
                "would keep its state in {}, which is not a folder",
                path.display()
            )?,
        }
        f.write_str("; choose a separate folder, such as \"public\" in the project")
    }
}

/// Adds the operation and the path to an I/O error.
pub(super) trait Doing<T> {
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, PublishError>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, PublishError> {
        self.map_err(|source| PublishError::Io {
            doing,
            path: path.to_owned(),
            source,
        })
    }
}

/// Checks a route. Routes are checked during planning too; this check ensures that a bug there can
/// neither write outside the output nor break the lines of the manifest and the journal.
pub(super) fn check_route(route: &str) -> Result<(), PublishError> {
    match is_route(route) {
        true => Ok(()),
        false => Err(PublishError::Route {
            route: route.to_owned(),
        }),
    }
}

/// Whether a text is a path of an output, and of nothing outside it.
pub(super) fn is_route(route: &str) -> bool {
    let plain = |part: &str| {
        let mut components = Path::new(part).components();
        matches!(components.next(), Some(Component::Normal(_))) && components.next().is_none()
    };
    let wrong = |c: char| c == '\\' || c.is_control();
    route.split('/').all(plain) && !route.contains(wrong)
}
