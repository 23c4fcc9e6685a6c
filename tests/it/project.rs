//! A project in a real folder, and the real program at work in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

use crate::site_test::files_below;

/// A folder that goes when the test ends. The project stands in it, in a folder of its own.
pub struct Project {
    around: TempDir,
    root: PathBuf,
}

impl Project {
    /// An empty folder, where no site is yet.
    pub fn empty() -> Self {
        let around = tempfile::tempdir().expect("a folder can be made");
        let root = around.path().join("project");
        std::fs::create_dir(&root).expect("a folder can be made");
        Self { around, root }
    }

    /// A site without articles.
    pub fn new() -> Self {
        Self::empty().file("site.yaml", crate::site_test::SITE)
    }

    /// A copy of a fixture.
    pub fn fixture(name: &str) -> Self {
        Self::copy_of(&crate::goldens::site_folder(name))
    }

    /// A copy of a folder, without what is expected of it.
    pub fn copy_of(folder: &Path) -> Self {
        let mut project = Self::empty();
        for (path, bytes) in files_below(folder) {
            if !path.starts_with("expected") {
                project = project.file(&path, bytes);
            }
        }
        project
    }

    /// With a file.
    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(path, text);
        self
    }

    /// With an article.
    pub fn article(self, path: &str, text: &str) -> Self {
        self.file(&format!("content/{path}"), text)
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().expect("below the project")).expect("made");
        std::fs::write(path, text).expect("written");
    }

    pub fn read(&self, path: &str) -> String {
        let path = self.root.join(path);
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).exists()
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that the project's folder stands in.
    pub fn around(&self) -> &Path {
        self.around.path()
    }

    /// What stands in `public/`.
    pub fn output(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.root.join("public"))
    }

    /// Every file of the project.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.root)
    }

    /// The program, about to be run in the project's folder with the clock at noon of
    /// 15 January 2026, UTC.
    pub fn command(&self) -> Command {
        let mut command = program();
        command
            .current_dir(&self.root)
            .env("SOURCE_DATE_EPOCH", "1768478400");
        command
    }

    /// Runs the program in the project's folder; `line` is parted at its blanks.
    pub fn run(&self, line: &str) -> Ran {
        ran(self.command().args(line.split_whitespace()))
    }

    pub fn run_with<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Ran {
        ran(self.command().args(args))
    }
}

/// The program, without what the surroundings of the tests say to it.
pub fn program() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
    for name in ["SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR_FORCE", "TZ"] {
        command.env_remove(name);
    }
    command.env("COLUMNS", "100");
    command
}

/// What came of a run.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    Ran {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("the program prints UTF-8"),
        err: String::from_utf8(output.stderr).expect("the program prints UTF-8"),
    }
}

impl Ran {
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n{}\n{}", self.out, self.err);
        self
    }

    /// All that was printed, to whichever stream.
    pub fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}
