//! `dateline theme`: the files of the default theme, and a site's own files that override them.

use std::path::Path;

use clap::{Args, Subcommand};

use super::init::write;
use super::{GlobalArgs, MessageFormat, SelectionArgs, failed, plural, show_diff, show_text, tell};
use crate::diagnostic::suggest::nearest;
use crate::theme::{self, ThemeFile, ThemeFileState};
use crate::world::World;

/// List, eject and compare the files of the default theme.
///
/// A file of the same path in your project overrides the theme's; all others come with the program
/// and improve with it.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline theme list                    list every file, and which of them are yours
  dateline theme eject card.html         copy one into the project, to change it
  dateline theme diff                    show, after an upgrade, what yours lack
  dateline theme diff card.html --done   record that its changes are merged

Exit codes: 0 done; 1 `diff` found changes that your files lack; 2 wrong usage or a disk error.")]
pub struct Theme {
    #[command(subcommand)]
    verb: ThemeVerb,
}

#[derive(Subcommand)]
enum ThemeVerb {
    /// List the files of the theme, and the state of each in this project
    #[command(after_help = "\
States:
  theme    the theme's file is used
  own      your file is used, and is up to date
  behind   your file is used, and the theme has changed since: see `dateline theme diff`
  unknown  your file is used; `eject` did not copy it, so what it lacks is not known
  same     your file equals the theme's, and can be deleted

Example:
  dateline theme list --format json

Exit codes: 0 listed; 2 wrong usage or a disk error.")]
    List,
    /// Copy files of the theme into the project, to change them there
    #[command(after_help = "\
Copies each file twice: to its path in the project, for you to change, and unchanged to .theme/, so
that `theme diff` can distinguish the theme's later changes from yours. Keep both under version
control.

Examples:
  dateline theme eject card.html
  dateline theme eject static/site.css templates/article.html
  dateline theme eject words/sw.ftl        a new language: every English text, as a comment

Exit codes: 0 copied; 2 wrong usage, a file that already exists, or a disk error.")]
    Eject {
        /// The files: paths as `theme list` prints them, or their endings
        #[arg(required = true)]
        files: Vec<String>,
    },
    /// Show which later changes of the theme your own files lack
    #[command(after_help = "\
Examples:
  dateline theme diff
  dateline theme diff card.html --done     after you have merged its changes

Exit codes: 0 your files are up to date; 1 they lack changes; 2 wrong usage or a disk error.")]
    Diff {
        /// Only these files
        files: Vec<String>,
        /// Record that the theme's changes are merged into them
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
                "{} contains no site.yaml; change to the project folder, or set it with --root",
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
    show_text(&out);
    Ok(0)
}

/// Copies all of the files or none: a file that exists is never overwritten.
fn eject(
    common: &GlobalArgs,
    world: &dyn World,
    root: &Path,
    files: &[ThemeFile],
) -> Result<u8, String> {
    for file in files {
        if stat(world, &root.join(&file.path))? {
            return Err(format!(
                "{} is already in the project; nothing was written. `dateline theme diff {0}` shows what it lacks; delete it first to start over",
                file.path
            ));
        }
    }
    for file in files {
        let base = theme::base(root, file);
        put(world, &base, file)?;
        write(world, &root.join(&file.path), &file.text).map_err(at(&file.path))?;
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
                common.say(&format!("{} is recorded as up to date", file.path));
            }
            continue;
        }
        let missed = theme::missed(world, root, file).map_err(at(&file.path))?;
        if !missed.is_empty() {
            behind += 1;
            show_diff(&missed);
        }
    }
    match behind {
        0 if done => Ok(0),
        0 => {
            common.say("Your files are up to date");
            Ok(0)
        }
        n => {
            let many = plural(n, "file");
            tell(&format!(
                "{many} of the project may lack changes; merge them, then run `dateline theme diff --done`"
            ));
            Ok(super::CONTENT)
        }
    }
}

/// Resolves names to files of the theme.
fn found(names: &[String]) -> Result<Vec<ThemeFile>, String> {
    let one = |name: &String| {
        theme::find(name).map_err(|fitting| {
            let hint = match (fitting.as_slice(), near(name)) {
                ([], Some(near)) => format!("did you mean {near}?"),
                ([], None) => "`dateline theme list` lists the files".to_owned(),
                (several, _) => format!("write one of {}", several.join(", ")),
            };
            format!("`{name}` is not one file of the theme; {hint}")
        })
    };
    names.iter().map(one).collect()
}

/// Returns the path of a file whose last segment is similar to that of `name`.
fn near(name: &str) -> Option<String> {
    let files = theme::files();
    let near = nearest(last(name), files.iter().map(|f| last(&f.path)))?;
    let found = files.iter().find(|f| last(&f.path) == near)?;
    Some(found.path.clone())
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Replaces a base with the theme's text.
fn put(world: &dyn World, base: &Path, file: &ThemeFile) -> Result<(), String> {
    if stat(world, base)? {
        world.remove_file(base).map_err(at(&file.path))?;
    }
    write(world, base, &file.text).map_err(at(&file.path))
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
