//! The ledger of addresses, `urls.lock`: one line for each address that was public, with the kind
//! and id of its page.
//!
//! It is committed with the content; `dateline urls --accept` writes it. If a site has a ledger,
//! every address in it that no longer resolves is reported, until a redirect keeps it or its line
//! marks it as gone. Without a ledger nothing is reported. Addresses are relative to the site's
//! root, so that a site can move to another host.

mod lost;
mod moved;
mod public;
mod recorded;

use std::path::Path;
use std::sync::Arc;

use crate::config::FeedAuthority;
use crate::diagnostic::{Diagnostic, Sink, unreadable};
use crate::limits::MAX_TEXT;
use crate::model::kept::KeptAddresses;
use crate::model::site::Site;
use crate::plan::{AddressKind, Edition, Page, Plan, Planned};
use crate::source::{ReadFault, SourceId, Sources, Span, decode};
use crate::world::World;

pub use lost::{Lost, lost};
pub use moved::changed;
pub use public::{Public, public};
pub use recorded::{Line, Lines, accepted, marked};

/// File name of the ledger, in the project's folder.
pub const FILE: &str = "urls.lock";

/// The text of the ledger. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    text: Arc<str>,
    source: SourceId,
}

/// Reads the ledger. `None` if the site has none.
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
            sink.push(unreadable(FILE, &fault));
            None
        }
    }
}

/// Returns who has which address according to the ledger, so that they keep it.
pub fn kept(ledger: &Ledger) -> KeptAddresses {
    let mut kept = KeptAddresses::default();
    for line in Lines::read(&ledger.text)
        .list
        .iter()
        .filter(|line| !line.gone)
    {
        let note = line.note.map(recorded::noted);
        match line.kind {
            AddressKind::Term if line.address.trim_matches('/') == line.id => {
                kept.add_term(line.id, note.as_deref());
            }
            AddressKind::Article => kept.add_article(line.id, line.address, note.as_deref()),
            AddressKind::Page => kept.add_page(line.id, line.address),
            AddressKind::Entry => {
                kept.add_entry(line.address, note.as_deref());
            }
            _ => {}
        }
    }
    kept
}

/// Compares the site's addresses with the ledger: redirects those of lists that became empty and those
/// that are in other letters now, and reports those that are lost. `all`: the site contains nothing unpublished, so new addresses are
/// counted too.
pub fn watch(
    ledger: &Ledger,
    all: bool,
    site: &Site,
    others: &[Edition],
    plan: &mut Plan,
    sink: &mut Sink,
) {
    let (text, source) = (&ledger.text, ledger.source);
    let lines = Lines::read(text);
    // A ledger too large to print excerpts from is reported by its name alone.
    let short = text.len() as u64 <= MAX_TEXT;
    let place = |d: Diagnostic, range: std::ops::Range<usize>, label: &str| match short {
        true => d.at(Span::new(source, range), label),
        false => d.file(FILE),
    };
    for range in &lines.unreadable {
        let d = Diagnostic::error(
            "bad-ledger",
            format!("a line of {FILE} is not an address with its kind and id"),
        );
        sink.push(place(d, range.clone(), "ignored").hint(
            "remove leftover conflict markers, and run `dateline urls --accept`; a line has the form `/address/ article its-id`",
        ));
    }
    sink.extend(changed_authority(&lines, site));
    // The addresses of a broken file are missing, and the file is already reported.
    if site.unpublished.any_broken() {
        return;
    }
    moved::keep(site, &lines, plan);
    keep_lists(site, &lines, plan);
    let public = public(site, others, plan);
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
                .hint("run `dateline urls --accept` to record the public addresses"),
        );
    }
}

/// Reports that the feeds have the ids of another domain than they had.
fn changed_authority(lines: &Lines<'_>, site: &Site) -> Option<Diagnostic> {
    let was = lines.authority?;
    let now = site.config.feed_authority().recorded();
    if was == now {
        return None;
    }
    let message = format!(
        "the ids in feeds are those of `{now}`, and were those of `{was}`: feed readers show every entry again, as a new one"
    );
    let d = Diagnostic::warning("changed-authority", message).file(FILE);
    Some(d.hint(format!(
        "write `{}` in site.yaml; or accept the change with `dateline urls --accept`",
        FeedAuthority::written(was)
    )))
}

/// Reads the text of the ledger. `None` if the site has none.
///
/// # Errors
/// Those of [`Sources::read`], but without a size limit.
pub fn read(world: &dyn World, root: &Path) -> Result<Option<String>, ReadFault> {
    let path = root.join(FILE);
    match world.read(&path) {
        Ok(bytes) => decode(bytes).map(Some),
        Err(error) => match world.stat(&path) {
            Ok(None) => Ok(None),
            // A broken link is there too.
            _ => Err(ReadFault::Io(error)),
        },
    }
}

/// Redirects the addresses of periods without entries and of surplus pages of a paginated list to
/// the list that contains them, because they have no file in which an editor could write a
/// redirect.
fn keep_lists(site: &Site, lines: &Lines<'_>, plan: &mut Plan) {
    let mut kept = Vec::new();
    for line in lines.list.iter().filter(|line| !line.gone) {
        let Some(path) = line.address.strip_prefix('/') else {
            continue;
        };
        let editions = site
            .config
            .editions
            .iter()
            .map(|edition| edition.prefix.as_str());
        let prefix = editions
            .filter(|prefix| path.starts_with(prefix))
            .max_by_key(|p| p.len());
        let (prefix, own) = path.split_at(prefix.map_or(0, str::len));
        let to = match line.kind {
            AddressKind::List => period(own),
            AddressKind::Term => numbered(own),
            _ => None,
        };
        let to = to.map(|to| format!("{prefix}{to}"));
        let free = |path: &str| plan.find(path.trim_end_matches('/')).is_none();
        let Some(mut to) = to.filter(|_| free(path)) else {
            continue;
        };
        if plan.find(&to).is_none() {
            if line.kind == AddressKind::Term {
                continue;
            }
            prefix.clone_into(&mut to);
        }
        kept.push(Planned {
            route: format!("{path}index.html"),
            page: Page::Redirect(format!("{to}index.html")),
            edition: 0,
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

/// Returns the parent of a year's or month's address: `2025/` for `2025/03/`, and the front page
/// for `2025/`.
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

/// Returns the first page of a paginated list: `organisations/meta/` for
/// `organisations/meta/page/3/`.
fn numbered(path: &str) -> Option<String> {
    let (term, number) = path.strip_suffix('/')?.split_once("/page/")?;
    let number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    number.then(|| format!("{term}/"))
}
