//! Answers a requested path with a page, rendered from the current snapshot.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use foldhash::HashMap;

use super::current_snapshot::{CurrentSnapshot, ServerState};
use super::fault::{Editor, OverlayFault, escaped, faults};
use super::snapshot::{Lookup, Snapshot};
use super::{Reporter, ServeEvent, address, headers, kind};
use crate::diagnostic::{Diagnostic, Severity};
use crate::digest;
use crate::panics;
use crate::percent;
use crate::pipeline;
use crate::plan::{Plan, Planned};
use crate::project::Settings;
use crate::view::structured::json_for_html;
use crate::world::World;

/// Prefix of the paths that belong to the server and not to the site: no path with a leading dot is
/// ever served of it ([`address::hidden`]).
pub const OWN: &str = ".dateline/";
const CLIENT: &str = include_str!("client/live.js");
const SHEET: &str = include_str!("client/overlay.css");

/// How long a response waits for the running scan, if a file has changed since it was parsed.
const PATIENCE: Duration = Duration::from_secs(2);
/// Maximum size of the kept pages, in bytes.
const ROOM: usize = 32 << 20;

/// A response.
#[derive(Debug, Clone)]
pub struct PageResponse {
    pub status: u16,
    pub kind: &'static str,
    pub body: Arc<[u8]>,
    pub location: Option<String>,
    /// The headers that the site's host would send.
    pub headers: Arc<Vec<(String, String)>>,
    /// Entity tag, for conditional requests.
    pub etag: Option<String>,
}

/// What responses are made from.
pub struct Pages<'w> {
    pub world: &'w dyn World,
    pub settings: &'w Settings,
    pub current: &'w CurrentSnapshot,
    pub editor: &'w Editor,
    pub reporter: &'w Reporter<'w>,
    /// Lets its holder listen for changes.
    pub token: &'w str,
    pub follow: bool,
    done: Mutex<RenderedPages>,
}

/// Rendered pages: those of the current snapshot are sent again; older ones are a fallback for
/// pages that can't be rendered.
#[derive(Default)]
struct RenderedPages {
    pages: HashMap<String, RenderedPage>,
    size: usize,
}

#[derive(Clone)]
struct RenderedPage {
    /// Number of the snapshot.
    number: u64,
    body: Arc<[u8]>,
    /// Why the page of this snapshot could not be rendered; then `body` is from an older one, or
    /// empty if there is none.
    fault: Option<Arc<Vec<OverlayFault>>>,
}

impl<'w> Pages<'w> {
    pub fn new(
        world: &'w dyn World,
        settings: &'w Settings,
        current: &'w CurrentSnapshot,
        editor: &'w Editor,
        reporter: &'w Reporter<'w>,
        token: &'w str,
        follow: bool,
    ) -> Self {
        Self {
            world,
            settings,
            current,
            editor,
            reporter,
            token,
            follow,
            done: Mutex::default(),
        }
    }

    /// Answers a request for `path`, which is decoded and has no leading slash.
    pub fn answer(&self, path: &str) -> PageResponse {
        if let Some(own) = path.strip_prefix(OWN) {
            return self.internal(own);
        }
        let state = self.current.state();
        let Some(snapshot) = state.snapshot.clone() else {
            let faults = self.shown(&state, state.findings.of(Severity::Error));
            return self.only_faults(&faults, state.looks, Missing::Site);
        };
        let base = &snapshot.prepared.site.config.base;
        let Some(path) = below(base, path) else {
            return match path.is_empty() || format!("/{path}/") == *base {
                true => moved(&snapshot, base),
                false => self.missing(state, snapshot),
            };
        };
        if address::hidden(path) {
            return self.missing(state, snapshot);
        }
        let found = snapshot.find(path);
        let withheld = match found {
            Lookup::Nothing => self.withheld_file(&state, &snapshot, path),
            Lookup::Page(route) => self.withheld_page(&state, &snapshot, route),
            Lookup::Folder(_) => None,
        };
        if let Some(answer) = withheld {
            return answer;
        }
        match found {
            Lookup::Nothing => self.missing(state, snapshot),
            Lookup::Folder(route) => {
                let config = &snapshot.prepared.site.config;
                moved(&snapshot, &config.href(Plan::address(route)))
            }
            Lookup::Page(route) => {
                let route = route.to_owned();
                self.page(state, snapshot, &route, 200)
            }
        }
    }

    /// Answers where there is no page, because the file that belongs there has errors or is left
    /// out: with its last good page, or with the reasons.
    fn withheld_file(
        &self,
        state: &ServerState,
        snapshot: &Snapshot,
        path: &str,
    ) -> Option<PageResponse> {
        let config = &snapshot.prepared.site.config;
        let address = format!("{}{path}", config.base);
        let reasons = state.findings.reasons(&address, snapshot, self.world);
        if reasons.is_empty() {
            return None;
        }
        let has_errors = reasons.iter().any(|d| d.severity == Severity::Error);
        let own = self.shown(state, reasons.into_iter());
        let page = self.older(&format!("{path}index.html"));
        if let Some(page) = page.filter(|page| has_errors && page.fault.is_none()) {
            let body = with_client(&page.body, snapshot.number, None, &own);
            return Some(answered(snapshot, 200, kind::of("index.html"), body.into()));
        }
        let missing = match has_errors {
            true => Missing::Article(&config.base),
            false => Missing::LeftOut(&config.base),
        };
        Some(self.only_faults(&own, state.looks, missing))
    }

    /// Answers for the page of a file that had errors when the site was read: with its last good
    /// page, or with the errors.
    fn withheld_page(
        &self,
        state: &ServerState,
        snapshot: &Snapshot,
        route: &str,
    ) -> Option<PageResponse> {
        let file = snapshot.file_of(route)?;
        if !snapshot.faulty.contains(&file) {
            return None;
        }
        if let Some(page) = self.older(route) {
            return Some(self.sent(state, snapshot, route, 200, &page));
        }
        let own = state.findings.of_file(&file);
        let own = self.shown(state, own.filter(|d| d.severity == Severity::Error));
        let missing = Missing::Page(&snapshot.prepared.site.config.base);
        (!own.is_empty()).then(|| self.only_faults(&own, state.looks, missing))
    }

    fn shown<'d>(
        &self,
        state: &ServerState,
        list: impl Iterator<Item = &'d Diagnostic>,
    ) -> Vec<OverlayFault> {
        let (root, sources) = (&self.settings.root, &state.findings.sources);
        faults(list, self.editor, root, sources, self.world)
    }

    /// What is wrong in the file whose page stands at a route.
    fn own(&self, state: &ServerState, snapshot: &Snapshot, route: &str) -> Vec<OverlayFault> {
        let file = snapshot.file_of(route).unwrap_or_default();
        self.shown(state, state.findings.of_file(&file))
    }

    /// Answers a request for a file of the server.
    fn internal(&self, path: &str) -> PageResponse {
        let (kind, text) = match path {
            "live.js" => {
                let set_up = (self.token, self.follow);
                let text = CLIENT.replace("[\"\", false]", &json_for_html(&set_up));
                (kind::of(path), text)
            }
            "overlay.css" => (kind::of(path), SHEET.to_owned()),
            _ => return plain(404, "There is no page at this address."),
        };
        PageResponse {
            kind,
            body: text.into_bytes().into(),
            ..plain(200, "")
        }
    }

    fn missing(&self, state: ServerState, snapshot: Arc<Snapshot>) -> PageResponse {
        self.page(state, snapshot, "404.html", 404)
    }

    /// Returns the page at a route. If its file has changed since it was parsed, waits for the
    /// running scan; if the page can't be rendered, falls back to the last good one.
    fn page(
        &self,
        state: ServerState,
        snapshot: Arc<Snapshot>,
        route: &str,
        status: u16,
    ) -> PageResponse {
        let (mut state, mut snapshot) = (state, snapshot);
        // Bounded, because a file that changes all the time must not delay the response forever.
        for _ in 0..5 {
            match self.finished(&snapshot, route) {
                Ok(Some(page)) => return self.sent(&state, &snapshot, route, status, &page),
                Ok(None) if route == "404.html" => {
                    return plain(404, "There is no page at this address.");
                }
                Ok(None) => return self.missing(state, snapshot),
                Err(FileChanged) => {}
            }
            // After a failed scan the file stays changed until it is fixed.
            let failed = state.findings.of(Severity::Error).next().is_some();
            let patience = match failed {
                false => PATIENCE,
                true => PATIENCE / 10,
            };
            let later = self.current.after(state.looks, patience);
            if later.looks == state.looks {
                break;
            }
            state = later;
            if let Some(newer) = &state.snapshot {
                snapshot = Arc::clone(newer);
            }
        }
        match self.older(route) {
            Some(page) => self.sent(&state, &snapshot, route, status, &page),
            None => {
                let missing = match kind::of(route).starts_with("text/html") {
                    true => Missing::Page(&snapshot.prepared.site.config.base),
                    false => Missing::Site,
                };
                // Those of its own file; of all, if the page is made from several.
                let mut own = self.own(&state, &snapshot, route);
                own.retain(|fault| fault.severity == Severity::Error.word());
                if own.is_empty() {
                    own = self.shown(&state, state.findings.of(Severity::Error));
                }
                self.only_faults(&own, state.looks, missing)
            }
        }
    }

    /// Returns a page of a snapshot, rendered once; `None` if the plan has no such page.
    fn finished(
        &self,
        snapshot: &Snapshot,
        route: &str,
    ) -> Result<Option<RenderedPage>, FileChanged> {
        let known = self.older(route);
        if let Some(page) = known.as_ref().filter(|page| page.number == snapshot.number) {
            return Ok(Some(page.clone()));
        }
        let pages = &snapshot.prepared.plan.pages;
        let Ok(at) = pages.binary_search_by(|p| p.route.as_str().cmp(route)) else {
            return Ok(None);
        };
        let page = match self.rendered(snapshot, &pages[at]) {
            Ok(body) => RenderedPage {
                number: snapshot.number,
                body,
                fault: None,
            },
            Err(None) => return Err(FileChanged),
            Err(Some(fault)) => RenderedPage {
                number: snapshot.number,
                body: known.map(|page| page.body).unwrap_or_default(),
                fault: Some(Arc::new(fault)),
            },
        };
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.keep(route, page.clone());
        Ok(Some(page))
    }

    /// Returns the last page rendered at a route, from any snapshot.
    fn older(&self, route: &str) -> Option<RenderedPage> {
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.pages.get(route).cloned()
    }

    /// Renders a page. An error without faults means that a file has changed since it was parsed.
    fn rendered(
        &self,
        snapshot: &Snapshot,
        planned: &Planned,
    ) -> Result<Arc<[u8]>, Option<Vec<OverlayFault>>> {
        let Snapshot {
            prepared, sources, ..
        } = snapshot;
        let render =
            || pipeline::render_page(self.world, self.settings, prepared, sources, planned);
        let page = panics::catch(render)
            .unwrap_or_else(|panic| Err(Box::new(panic.diagnostic("rendering this page"))));
        page.map(Arc::from).map_err(|fault| {
            if fault.code == "changed-meanwhile" {
                return None;
            }
            let one = std::iter::once(&*fault);
            let shown = faults(one, self.editor, &self.settings.root, sources, self.world);
            (self.reporter)(ServeEvent::Page(&fault, sources));
            Some(shown)
        })
    }

    fn sent(
        &self,
        state: &ServerState,
        snapshot: &Snapshot,
        route: &str,
        status: u16,
        page: &RenderedPage,
    ) -> PageResponse {
        let kind = kind::of(route);
        let html = kind.starts_with("text/html");
        let own = match html {
            true => self.own(state, snapshot, route),
            false => Vec::new(),
        };
        let Some(fault) = &page.fault else {
            let body = match html {
                true => with_client(&page.body, snapshot.number, None, &own).into(),
                false => Arc::clone(&page.body),
            };
            let mut response = answered(snapshot, status, kind, body);
            if snapshot.is_embed(route) {
                response.headers = snapshot.embed_headers();
            }
            return response;
        };
        if page.body.is_empty() || !html {
            return self.only_faults(fault, state.looks, Missing::Rendering);
        }
        let body = with_client(&page.body, snapshot.number, Some(fault), &own);
        answered(snapshot, 500, kind, body.into())
    }

    /// Returns a page that shows only the errors, if there is no good page.
    fn only_faults(
        &self,
        faults: &[OverlayFault],
        number: u64,
        missing: Missing<'_>,
    ) -> PageResponse {
        let list: String = faults.iter().map(listed).collect();
        let (title, mut lead) = match (faults.is_empty(), missing) {
            (true, _) => (
                "One moment",
                "This page is still being rendered; it will appear here in a moment.".to_owned(),
            ),
            (false, Missing::Site) => (
                "The site can’t be shown yet",
                "The site will appear here as soon as the errors are fixed and saved.".to_owned(),
            ),
            (false, Missing::LeftOut(_)) => (
                "There is no page here",
                "The file that belongs here is left out. The page will appear here as soon as it is fixed and saved.".to_owned(),
            ),
            (false, _) => (
                "This page can’t be shown yet",
                "The page will appear here as soon as the errors are fixed and saved.".to_owned(),
            ),
        };
        if let Missing::Page(base) | Missing::Article(base) | Missing::LeftOut(base) = missing {
            lead.push_str(&format!(
                " <a href=\"{}\">The rest of the site</a> can be read.",
                escaped(base)
            ));
        }
        let status = match missing {
            Missing::Page(_) => 200,
            Missing::Article(_) | Missing::LeftOut(_) => 404,
            Missing::Site | Missing::Rendering => 500,
        };
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"/{OWN}overlay.css\">\n</head>\n<body class=\"dateline-faults\">\n<main class=\"sheet\">\n<h1>{title}</h1>\n<p class=\"lead\">{lead}</p>\n<ol>\n{list}</ol>\n</main>\n</body>\n</html>\n"
        );
        PageResponse {
            kind: kind::of("index.html"),
            body: with_client(page.as_bytes(), number, None, &[]).into(),
            ..plain(status, "")
        }
    }
}

/// What can't be shown.
#[derive(Clone, Copy)]
enum Missing<'a> {
    Site,
    /// A page whose rendering failed.
    Rendering,
    /// A page of the site with this path, whose file was changed and can't be read now.
    Page(&'a str),
    /// The page that a file with errors would have in the site with this path.
    Article(&'a str),
    /// The page that a file would have that is left out of the site with this path.
    LeftOut(&'a str),
}

/// A file has changed since it was parsed.
struct FileChanged;

impl RenderedPages {
    fn keep(&mut self, route: &str, page: RenderedPage) {
        let number = page.number;
        if self.pages.get(route).is_some_and(|p| p.number > number) {
            return;
        }
        self.size += page.body.len();
        if let Some(old) = self.pages.insert(route.to_owned(), page) {
            self.size -= old.body.len();
        }
        // Pages of the oldest snapshots are dropped first.
        while self.size > ROOM && self.pages.len() > 1 {
            let oldest = self
                .pages
                .values()
                .map(|p| p.number)
                .min()
                .unwrap_or(number);
            let mut excess = self.size - ROOM / 2;
            let (before, size) = (self.pages.len(), &mut self.size);
            self.pages.retain(|kept, page| {
                let goes = page.number == oldest && excess > 0 && kept != route;
                if goes {
                    excess = excess.saturating_sub(page.body.len());
                    *size -= page.body.len();
                }
                !goes
            });
            if self.pages.len() == before {
                break;
            }
        }
    }
}

/// Returns one error as HTML that needs no script.
fn listed(fault: &OverlayFault) -> String {
    let place = fault.place.as_ref().map_or_else(String::new, |place| {
        let place = escaped(place);
        match &fault.link {
            Some(link) => format!(
                "<p class=\"place\"><a href=\"{}\">{place}</a></p>",
                escaped(link)
            ),
            None => format!("<p class=\"place\">{place}</p>"),
        }
    });
    let message = with_code(&fault.message);
    let lines = match fault.lines.as_str() {
        "" => String::new(),
        lines => format!("<pre tabindex=\"0\">{}</pre>", escaped(lines)),
    };
    let hint = fault.hint.as_ref().map_or_else(String::new, |hint| {
        format!("<p class=\"cure\">{}</p>", with_code(hint))
    });
    let kind = fault.severity;
    format!(
        "<li class=\"fault {kind}\">{place}<p class=\"message\">{message}</p>{lines}{hint}</li>\n"
    )
}

/// Escapes a text; parts between backquotes become code.
fn with_code(text: &str) -> String {
    let parts = escaped(text);
    let parts = parts.split('`').enumerate();
    let part = |(n, part): (usize, &str)| match n % 2 {
        0 => part.to_owned(),
        _ => format!("<code>{part}</code>"),
    };
    parts.map(part).collect()
}

/// Inserts into a page the client script, the errors found when it was rendered, and what is wrong
/// in its file.
fn with_client(
    page: &[u8],
    number: u64,
    rendering: Option<&Vec<OverlayFault>>,
    of_file: &[OverlayFault],
) -> Vec<u8> {
    let json = |id: &str, list: &[OverlayFault]| match list.is_empty() {
        true => String::new(),
        false => format!(
            "<script type=\"application/json\" id=\"{id}\">{}</script>",
            json_for_html(&list)
        ),
    };
    let mut own = json("dl:faults", rendering.map_or(&[], Vec::as_slice));
    own.push_str(&json("dl:own", of_file));
    own.push_str(&format!(
        "<script type=\"module\" src=\"/{OWN}live.js?at={number}\"></script>"
    ));
    let end = b"</head>";
    let at = page
        .windows(end.len())
        .position(|part| part.eq_ignore_ascii_case(end));
    let (before, after) = page.split_at(at.unwrap_or(page.len()));
    [before, own.as_bytes(), after].concat()
}

/// Returns the part of a path below the site's base path, which starts and ends with a slash.
fn below<'p>(base: &str, path: &'p str) -> Option<&'p str> {
    path.strip_prefix(base.strip_prefix('/').unwrap_or(base))
}

fn answered(snapshot: &Snapshot, status: u16, kind: &'static str, body: Arc<[u8]>) -> PageResponse {
    let etag = digest::of(&body)
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    let headers = match kind {
        kind::DRAWING => headers::of_drawing(&snapshot.headers()),
        _ => snapshot.headers(),
    };
    PageResponse {
        status,
        kind,
        body,
        location: None,
        headers,
        etag: Some(format!("\"{etag}\"")),
    }
}

fn moved(snapshot: &Snapshot, to: &str) -> PageResponse {
    PageResponse {
        location: Some(percent::header(to)),
        headers: snapshot.headers(),
        ..plain(301, "")
    }
}

/// Returns a response of one line of plain text.
pub fn plain(status: u16, text: &str) -> PageResponse {
    PageResponse {
        status,
        kind: "text/plain; charset=utf-8",
        body: format!("{text}\n").into_bytes().into(),
        location: None,
        headers: Arc::default(),
        etag: None,
    }
}
