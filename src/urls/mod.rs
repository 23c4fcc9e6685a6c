//! The ledger of addresses: `urls.lock`, a line for each that was public, with whose it is.
//!
//! It is committed with the content, and `dateline urls --accept` writes it. A site that has it is
//! told of every address that leads nowhere any more, until a redirect keeps it or its line says
//! that it is gone. Without it nothing is said. Addresses are paths below the site's own, so that
//! a site may move to another host.

mod lost;
mod public;
mod recorded;

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_TEXT;
use crate::model::site::Site;
use crate::plan::{Page, Plan, Planned};
use crate::source::{ReadFault, SourceId, Sources, Span, decode};
use crate::world::{self, World};

pub use lost::{Lost, lost};
pub use public::{Public, public};
pub use recorded::{Line, Lines, accepted, marked};

/// The ledger's name in the project's folder.
pub const FILE: &str = "urls.lock";

/// What stands at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Article,
    /// An event within an article: `…/#entry-<id>`.
    Entry,
    /// A standing page.
    Page,
    Term,
    Story,
    /// A list of a period, of terms, of what is expected …
    List,
    Feed,
}

impl Kind {
    const WORDS: [(&'static str, Kind); 7] = [
        ("article", Kind::Article),
        ("entry", Kind::Entry),
        ("page", Kind::Page),
        ("term", Kind::Term),
        ("story", Kind::Story),
        ("list", Kind::List),
        ("feed", Kind::Feed),
    ];

    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }

    fn of(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(w, _)| *w == word);
        found.map(|(_, kind)| *kind)
    }
}

/// The ledger, as it was read. A copy costs nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    text: Arc<str>,
    source: SourceId,
}

/// Reads the ledger; None where the site has none.
pub fn open(
    world: &dyn World,
    root: &Path,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Ledger> {
    match read(world, root) {
        Ok(text) => Some(Ledger {
            text: text?.into(),
            source: sources.add_file(FILE.to_owned(), root.join(FILE)),
        }),
        Err(fault) => {
            sink.push(crate::parse::unreadable(FILE, &fault));
            None
        }
    }
}

/// Looks at the site's addresses with the ledger's eyes: those of lists that became empty
/// redirect from now on, and those that are lost are told. `all`: the site shows nothing that is
/// not public.
pub fn watch(ledger: &Ledger, all: bool, site: &Site, plan: &mut Plan, sink: &mut Sink) {
    let (text, source) = (&ledger.text, ledger.source);
    let lines = Lines::read(text);
    // What is too long to be printed from is named by its file alone.
    let short = text.len() as u64 <= MAX_TEXT;
    let place = |d: Diagnostic, range: std::ops::Range<usize>, label: &str| match short {
        true => d.at(Span::new(source, range), label),
        false => d.file(FILE),
    };
    for range in &lines.unreadable {
        let d = Diagnostic::error(
            "bad-ledger",
            format!("a line of {FILE} is no address with its kind and id"),
        );
        sink.push(place(d, range.clone(), "not read").cure(
            "take out what a merge left behind, and run `dateline urls --accept`; a line is `/address/ article its-id`",
        ));
    }
    // A file that can't be read takes addresses with it, and is told of already.
    if site.absent.any_broken() {
        return;
    }
    keep_lists(site, &lines, plan);
    let public = public(site, plan);
    for lost in lost(site, plan, &lines, &public) {
        let line = &lines.list[lost.line];
        sink.push(place(
            lost.diagnostic(line),
            line.range.clone(),
            lost.label(),
        ));
    }
    let new = match all {
        true => recorded::missing(&lines, &public),
        false => 0,
    };
    if new > 0 {
        let message = match new {
            1 => format!("1 address is not in {FILE} yet"),
            n => format!("{n} addresses are not in {FILE} yet"),
        };
        sink.push(
            Diagnostic::notice("new-address", message)
                .file(FILE)
                .cure("`dateline urls --accept` records what is public"),
        );
    }
}

/// The ledger's text; None where the site has none.
///
/// # Errors
/// As [`Sources::read`], without a limit of its size.
pub fn read(world: &dyn World, root: &Path) -> Result<Option<String>, ReadFault> {
    let path = root.join(FILE);
    match world.stat(&path).map_err(ReadFault::Io)?.map(|s| s.kind) {
        None => Ok(None),
        // Reading a pipe may never end.
        Some(world::Kind::Folder | world::Kind::Other) => {
            Err(ReadFault::Io(std::io::Error::other("it is no file")))
        }
        Some(_) => decode(world.read(&path).map_err(ReadFault::Io)?).map(Some),
    }
}

/// A period whose events have all moved, and a numbered page of a list that became shorter, have
/// no file in which an editor could write a redirect: they lead to the list that holds them.
fn keep_lists(site: &Site, lines: &Lines<'_>, plan: &mut Plan) {
    let mut kept = Vec::new();
    for line in lines.list.iter().filter(|line| !line.gone) {
        let Some(path) = line.address.strip_prefix('/') else {
            continue;
        };
        let to = match line.kind {
            Kind::List => period(path),
            Kind::Term => numbered(path),
            _ => None,
        };
        let free = |path: &str| plan.find(path.trim_end_matches('/')).is_none();
        let Some(mut to) = to.filter(|_| free(path)) else {
            continue;
        };
        if plan.find(&to).is_none() {
            if line.kind == Kind::Term {
                continue;
            }
            to = String::new();
        }
        kept.push(Planned {
            route: format!("{path}index.html"),
            page: Page::Redirect(format!("{to}index.html")),
        });
    }
    let forwarded = |planned: &Planned| lost::is_forwarded(site, Plan::address(&planned.route));
    kept.retain(|planned| !forwarded(planned));
    if !kept.is_empty() {
        plan.pages.extend(kept);
        plan.pages.sort_by(|a, b| a.route.cmp(&b.route));
        plan.pages.dedup_by(|a, b| a.route == b.route);
    }
}

/// Of a year's or month's address, what holds it: `2025/03/` is in `2025/`, and that in the
/// front page.
fn period(path: &str) -> Option<String> {
    let number = |part: &str| {
        let digits = part.strip_prefix('-').unwrap_or(part);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let parts: Vec<&str> = path.strip_suffix('/')?.split('/').collect();
    match parts[..] {
        [year] if number(year) => Some(String::new()),
        [year, month] if number(year) && number(month) => Some(format!("{year}/")),
        _ => None,
    }
}

/// The newest page of a numbered one: of `organisations/meta/page/3/`, `organisations/meta/`.
fn numbered(path: &str) -> Option<String> {
    let (term, number) = path.strip_suffix('/')?.split_once("/page/")?;
    let number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    number.then(|| format!("{term}/"))
}
