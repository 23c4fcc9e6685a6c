//! A site in memory: made, edited, built, looked at.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use dateline::cache::Cache;
use dateline::diagnostic::{self, Diagnostic, Format, Severity, Sink};
use dateline::pipeline::{self, Built, Failure, Prepared};
use dateline::project::Settings;
use dateline::source::Sources;
use dateline::world::MemoryWorld;

use crate::goldens::site_folder;

/// Where the project stands in the world in memory.
pub const ROOT: &str = "/desk/site";

/// Smallest `site.yaml` of a desk that wants to hear of no article without sources, and so on:
/// what is tried here is small.
pub const SITE: &str = "title: Test\nurl: https://example.org/\n\
    lint: {missing-published: off, missing-source: off, vague-title: off}\n";

/// A site in memory. Its clock stands at noon of 15 January 2026, UTC.
pub struct SiteTest {
    pub world: MemoryWorld,
    pub settings: Settings,
}

impl SiteTest {
    pub fn new() -> Self {
        let world = MemoryWorld::new(instant("2026-01-15T12:00:00Z")).with_home("/desk");
        let test = Self {
            world,
            settings: Settings::new(ROOT),
        };
        test.site(SITE)
    }

    /// A fixture of `tests/sites`, without what is expected of it.
    pub fn fixture(name: &str) -> Self {
        Self::folder(&site_folder(name))
    }

    /// A copy of a real folder, without what is expected of it.
    pub fn folder(folder: &Path) -> Self {
        let mut test = Self::new();
        for (path, bytes) in files_below(folder) {
            if !path.starts_with("expected") {
                test = test.bytes(&path, &bytes);
            }
        }
        test
    }

    /// With this `site.yaml`.
    pub fn site(self, yaml: &str) -> Self {
        self.file("site.yaml", yaml)
    }

    /// With a file below `content/`.
    pub fn article(self, path: &str, text: &str) -> Self {
        self.file(&format!("content/{path}"), text)
    }

    /// With a file of the project.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        self.world.set(Path::new(ROOT).join(path), bytes);
        self
    }

    /// Without a file of the project.
    pub fn without(self, path: &str) -> Self {
        self.world.unset(Path::new(ROOT).join(path));
        self
    }

    /// With the clock at the beginning of a day, UTC, or at an instant.
    pub fn now(self, now: &str) -> Self {
        self.world.set_now(instant(now));
        self
    }

    pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// Everything up to the plan.
    pub fn prepare(&self) -> Desk {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let prepared = pipeline::prepare(&self.world, &self.settings, &mut sources, &mut sink);
        Desk {
            prepared,
            sources,
            sink,
        }
    }

    /// As `dateline check`.
    pub fn check(&self) -> Found {
        let desk = self.checked();
        self.found(desk.sink, &desk.sources)
    }

    /// As `dateline check`, before anything is printed: how many faults it has.
    pub fn count_faults(&self) -> usize {
        let desk = self.checked();
        desk.sink.sorted(&desk.sources).len()
    }

    fn checked(&self) -> Desk {
        let mut desk = self.prepare();
        if let Some(prepared) = &desk.prepared {
            pipeline::check(
                &self.world,
                &self.settings,
                prepared,
                &desk.sources,
                &mut desk.sink,
            );
        }
        desk
    }

    /// As `dateline build`.
    pub fn build(&self) -> Outcome {
        let mut desk = self.prepare();
        let result = match &desk.prepared {
            Some(prepared) => pipeline::build(
                &self.world,
                &self.settings,
                prepared,
                &desk.sources,
                &mut desk.sink,
                &|_, _| {},
            ),
            None => Err(Failure::Content),
        };
        let config = desk.prepared.as_ref().map(|p| &p.site.config);
        let output = config.map_or_else(
            || Path::new(ROOT).join("public"),
            |config| self.settings.output_path(&config.output),
        );
        Outcome {
            result,
            files: self.output(&output),
            found: self.found(desk.sink, &desk.sources),
        }
    }

    /// As `dateline build`, which goes on from the last build: what it did, and whether there
    /// was nothing to do.
    pub fn rebuild(&self) -> Outcome {
        let mut cache = Cache::open(&self.world, &self.settings.root);
        cache.explains = true;
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let (world, settings) = (&self.world, &self.settings);
        let up_to_date = pipeline::up_to_date(world, settings, &cache, &mut sources, &mut sink);
        let output = Path::new(ROOT).join("public");
        if let Some(up_to_date) = up_to_date {
            return Outcome {
                result: Ok(Built::up_to_date(up_to_date)),
                files: self.output(&output),
                found: self.found(sink, &sources),
            };
        }
        let prepared = pipeline::prepare_with(world, settings, &mut cache, &mut sources, &mut sink);
        let result = match &prepared {
            Some(prepared) => pipeline::build_with(
                world,
                settings,
                prepared,
                &mut cache,
                &sources,
                &mut sink,
                &|_, _| {},
            ),
            None => Err(Failure::Content),
        };
        Outcome {
            result,
            files: self.output(&output),
            found: self.found(sink, &sources),
        }
    }

    /// As [`build`](Self::build), which must succeed.
    pub fn built(&self) -> Outcome {
        let outcome = self.build();
        if let Err(failure) = &outcome.result {
            panic!("not built: {failure:?}\n{}", outcome.found.text);
        }
        outcome
    }

    /// What stands in a folder, by route.
    pub fn output(&self, folder: &Path) -> BTreeMap<String, Vec<u8>> {
        by_route(self.world.files(folder))
    }

    pub fn found(&self, sink: Sink, sources: &Sources) -> Found {
        let list = sink.sorted(sources);
        let plain = Format::Human { colour: false };
        Found {
            text: diagnostic::print(&list, plain, sources, &self.world),
            short: diagnostic::print(&list, Format::Short, sources, &self.world),
            list,
        }
    }
}

/// A site that may be rendered, page by page.
pub struct Desk {
    pub prepared: Option<Prepared>,
    pub sources: Sources,
    pub sink: Sink,
}

/// What the stages said.
#[derive(Debug)]
pub struct Found {
    pub list: Vec<Diagnostic>,
    /// As people see it, without colours.
    pub text: String,
    /// One line each.
    pub short: String,
}

impl Found {
    /// Codes of errors, in their order.
    pub fn errors(&self) -> Vec<&str> {
        self.codes(Severity::Error)
    }

    pub fn warnings(&self) -> Vec<&str> {
        self.codes(Severity::Warning)
    }

    fn codes(&self, severity: Severity) -> Vec<&str> {
        let list = self.list.iter().filter(|d| d.severity == severity);
        list.map(|d| d.code).collect()
    }
}

/// What a build came to.
pub struct Outcome {
    pub result: Result<Built, Failure>,
    /// The output, by route, after the build.
    pub files: BTreeMap<String, Vec<u8>>,
    pub found: Found,
}

impl Outcome {
    /// Text of a file of the output.
    #[track_caller]
    pub fn text(&self, route: &str) -> &str {
        let Some(bytes) = self.files.get(route) else {
            let routes: Vec<_> = self.files.keys().collect();
            panic!("no {route} among {routes:#?}");
        };
        std::str::from_utf8(bytes).expect("pages are text")
    }

    pub fn has(&self, route: &str) -> bool {
        self.files.contains_key(route)
    }

    /// Every HTML page, by route.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .keys()
            .filter(|route| route.ends_with(".html"))
            .map(|route| (route.as_str(), self.text(route)))
    }
}

/// A day, at its beginning in UTC, or an instant.
pub fn instant(text: &str) -> DateTime<Utc> {
    let day = || text.parse::<NaiveDate>().ok();
    text.parse()
        .ok()
        .or_else(|| Some(day()?.and_time(NaiveTime::MIN).and_utc()))
        .expect("a day or an instant")
}

/// Every file below a real folder, by its path with forward slashes.
pub fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("the folder is readable").path();
            if path.is_dir() {
                walk(&path, into);
            } else {
                into.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(folder, &mut paths);
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).expect("the file is readable");
        let path = path.strip_prefix(folder).expect("below").to_owned();
        (path, bytes)
    };
    by_route(paths.into_iter().map(read).collect())
}

fn by_route(files: BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let route = |path: PathBuf| path.to_string_lossy().replace('\\', "/");
    files
        .into_iter()
        .map(|(path, bytes)| (route(path), bytes))
        .collect()
}
