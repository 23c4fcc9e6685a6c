//! `dateline theme`: the default theme's files, and a site's own in their place.

use std::io::Write;
use std::path::Path;

use clap::{Args, Subcommand};

use super::init::write;
use super::{GlobalArgs, MessageFormat, SelectionArgs, failed, plural};
use crate::diagnostic::suggest::nearest;
use crate::theme::{self, ThemeFile, ThemeFileState};
use crate::world::World;

/// List, take out and compare the files of the default theme.
///
/// A file of the same path in your project replaces the theme's; everything else stays with the
/// program and improves with it.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  dateline theme list                    every file, and which of them are yours\n  dateline theme eject card.html         take one out, to change it\n  dateline theme diff                    after an upgrade: what yours miss\n  dateline theme diff card.html --done   what it missed is worked in"
)]
pub struct Theme {
    #[command(subcommand)]
    verb: ThemeVerb,
}

#[derive(Subcommand)]
enum ThemeVerb {
    /// List the theme's files, and how each stands in this project
    #[command(
        after_help = "States:\n  theme    the program's own is used\n  own      yours is used, and misses nothing\n  behind   yours is used, and the theme has changed since: see `dateline theme diff`\n  unknown  yours is used; it was not taken out by `eject`, so that what it misses is not known\n  same     yours equals the theme's, and can be deleted\n\nExample:\n  dateline theme list --format json"
    )]
    List,
    /// Copy files of the theme into the project, to change them there
    #[command(
        after_help = "Each is copied twice: to its place, for you to change, and below .theme/, as it was, so that\n`theme diff` can tell the theme's later changes from yours. Keep both under version control.\n\nExamples:\n  dateline theme eject card.html\n  dateline theme eject static/site.css templates/article.html"
    )]
    Eject {
        /// The files: paths as `list` prints them, or what ends one
        #[arg(required = true)]
        files: Vec<String>,
    },
    /// Show what the project's own files miss of the theme's later changes
    #[command(
        after_help = "Exit codes: 0 nothing is missed, 1 something is, 2 usage or the disk.\n\nExamples:\n  dateline theme diff\n  dateline theme diff card.html --done     after you have worked it in"
    )]
    Diff {
        /// Of these files only
        files: Vec<String>,
        /// Note that they miss nothing any more
        #[arg(long)]
        done: bool,
    },
}

impl Theme {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let root = match common.settings(&SelectionArgs::default(), None) {
            Ok(settings) => settings.root,
            Err(fault) => return failed(&fault),
        };
        if !crate::project::is_project(world, &root) {
            return failed(&format!(
                "{} holds no site.yaml; go to the project's folder, or name it with --root",
                root.display()
            ));
        }
        let done = match self.verb {
            ThemeVerb::List => list(common, world, &root),
            ThemeVerb::Eject { files } => {
                found(&files).and_then(|files| eject(common, world, &root, &files))
            }
            ThemeVerb::Diff { files, done } => {
                let files = match files.is_empty() {
                    true => Ok(theme::files()),
                    false => found(&files),
                };
                files.and_then(|files| diff(common, world, &root, &files, done))
            }
        };
        done.unwrap_or_else(|fault| failed(&fault))
    }
}

fn list(common: &GlobalArgs, world: &dyn World, root: &Path) -> Result<u8, String> {
    let mut out = String::new();
    for file in theme::files() {
        let state = state(world, root, &file)?.word();
        match common.format {
            MessageFormat::Json => {
                let line = serde_json::json!({"file": file.path, "state": state});
                out.push_str(&format!("{line}\n"));
            }
            _ => out.push_str(&format!("{state:8} {}\n", file.path)),
        }
    }
    let _ = write!(std::io::stdout().lock(), "{out}");
    Ok(0)
}

/// All of them, or none: a file that is there already is never written over.
fn eject(
    common: &GlobalArgs,
    world: &dyn World,
    root: &Path,
    files: &[ThemeFile],
) -> Result<u8, String> {
    for file in files {
        if stat(world, &root.join(&file.path))? {
            return Err(format!(
                "{} is in the project already; nothing was written. `dateline theme diff {0}` shows what it misses; delete it first to begin anew",
                file.path
            ));
        }
    }
    for file in files {
        let base = theme::base(root, file);
        put(world, &base, file)?;
        write(world, &root.join(&file.path), file.text).map_err(at(&file.path))?;
        common.say(&file.path);
    }
    Ok(0)
}

fn diff(
    common: &GlobalArgs,
    world: &dyn World,
    root: &Path,
    files: &[ThemeFile],
    done: bool,
) -> Result<u8, String> {
    let mut behind = 0;
    for file in files {
        let state = state(world, root, file)?;
        if done {
            if matches!(state, ThemeFileState::Behind | ThemeFileState::Unknown) {
                put(world, &theme::base(root, file), file)?;
                common.say(&format!("{} misses nothing", file.path));
            }
            continue;
        }
        let missed = theme::missed(world, root, file).map_err(at(&file.path))?;
        if !missed.is_empty() {
            behind += 1;
            let _ = write!(std::io::stdout().lock(), "{missed}");
        }
    }
    match behind {
        0 if done => Ok(0),
        0 => {
            common.say("nothing is missed");
            Ok(0)
        }
        n => {
            let many = plural(n, "file");
            eprintln!(
                "{many} of the project may want changes: work them in, then `dateline theme diff --done`"
            );
            Ok(super::CONTENT)
        }
    }
}

/// The files that the names mean.
fn found(names: &[String]) -> Result<Vec<ThemeFile>, String> {
    let one = |name: &String| {
        theme::find(name).map_err(|fitting| {
            let hint = match (fitting.as_slice(), near(name)) {
                ([], Some(near)) => format!("did you mean {near}?"),
                ([], None) => "`dateline theme list` lists them".to_owned(),
                (several, _) => format!("write one of {}", several.join(", ")),
            };
            format!("the theme has no single file `{name}`; {hint}")
        })
    };
    names.iter().map(one).collect()
}

/// The path of a file whose last part is near that of `name`.
fn near(name: &str) -> Option<String> {
    let files = theme::files();
    let near = nearest(last(name), files.iter().map(|f| last(&f.path)))?;
    let found = files.iter().find(|f| last(&f.path) == near)?;
    Some(found.path.clone())
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Puts the theme's text in the place of a base.
fn put(world: &dyn World, base: &Path, file: &ThemeFile) -> Result<(), String> {
    if stat(world, base)? {
        world.remove_file(base).map_err(at(&file.path))?;
    }
    write(world, base, file.text).map_err(at(&file.path))
}

fn stat(world: &dyn World, path: &Path) -> Result<bool, String> {
    let found = world.stat(path);
    found
        .map(|stat| stat.is_some())
        .map_err(|e| format!("{}: {e}", path.display()))
}

fn state(world: &dyn World, root: &Path, file: &ThemeFile) -> Result<ThemeFileState, String> {
    theme::state(world, root, file).map_err(at(&file.path))
}

fn at(path: &str) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{path}: {error}")
}
