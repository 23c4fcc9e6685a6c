//! `dateline serve`: shows the site to this machine, and again after every save.

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::{Mutex, PoisonError};

use clap::Args;

use super::{GlobalArgs, MessageFormat, SelectionArgs, failed, plural, tell};
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::project::configuration;
use crate::serve::{self, Editor, Options, ServeEvent};
use crate::source::Sources;
use crate::world::World;

/// The port that is tried first.
const PORT: u16 = 4000;
/// How many ports are tried if none was requested.
const PORTS: u16 = 50;
/// The URL by which Visual Studio Code opens a location; other editors have similar ones.
const EDITOR: &str = "vscode://file/{file}:{line}:{column}";

/// Preview the site on this machine and update it on every save.
///
/// Writes nothing: pages are rendered when the browser requests them. Drafts and scheduled articles
/// are shown and marked. Errors appear over the page until they are fixed.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline serve --open
  dateline serve --follow              go to the page of each file that is saved
  dateline serve --published           show the site as `dateline build` would build it now
  dateline serve --editor 'zed://file/{file}:{line}:{column}'

Exit codes: 0 stopped with Ctrl-C; 2 wrong usage, no site.yaml, or a port that can't be used.")]
pub struct Serve {
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Take the browser to the page of each file that is saved
    #[arg(long)]
    follow: bool,
    /// The port; by default 4000, or the next free one
    #[arg(short, long, value_name = "NUMBER")]
    port: Option<u16>,
    /// Listen on this address, so that other machines can see the site; by default only this one can
    #[arg(short, long, value_name = "ADDRESS")]
    interface: Option<IpAddr>,
    /// Scan the project every second, where the system reports no changes: on network drives, in
    /// some containers
    #[arg(long)]
    poll: bool,
    /// Hide drafts and scheduled articles
    #[arg(long)]
    published: bool,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// The URL of the site, overriding the configuration
    #[arg(short = 'u', long, value_name = "URL")]
    base_url: Option<String>,
    /// The link that opens the location of an error in an editor, with {file}, {line} and {column};
    /// `none` for no links
    #[arg(long, value_name = "LINK", env = "DATELINE_EDITOR", default_value = EDITOR)]
    editor: String,
}

impl Serve {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let selection = SelectionArgs {
            drafts: !self.published,
            future: !self.published,
            strict: self.strict,
            base_url: self.base_url.clone(),
        };
        let settings = match common.settings(&selection, None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        if !matches!(world.stat(&settings.config_path()), Ok(Some(_))) {
            let (mut sources, mut sink) = (Sources::default(), Sink::default());
            configuration::read(world, &settings, &mut sources, &mut sink);
            return common.report(sink, &sources, world).code();
        }
        let listeners = match self.bind() {
            Ok(listeners) => listeners,
            Err(fault) => return failed(&fault),
        };
        let Some(socket) = listeners.first().and_then(|l| l.local_addr().ok()) else {
            return failed("can't listen on any port");
        };
        let origin = serve::origin(socket);
        if let Some(warning) = exposed(socket, self.published) {
            tell(&warning);
        }
        let options = Options {
            settings,
            follow: self.follow,
            poll: self.poll,
            editor: Editor((self.editor != "none").then(|| self.editor.clone())),
        };
        let told = Mutex::new(BTreeSet::new());
        let is_gone = |name: &String| {
            let path = options.settings.root.join(name);
            matches!(world.stat(&path), Ok(None))
        };
        let reporter = |event: ServeEvent<'_>| match event {
            ServeEvent::Ready { base, took } => {
                let address = format!("{origin}{base}");
                common.say(&format!(
                    "Serving {address} after {:.2} s; press Ctrl-C to stop",
                    took.as_secs_f64()
                ));
                if self.open {
                    open(&address);
                }
            }
            ServeEvent::Look {
                changed,
                faults,
                sources,
                failed,
                was_good,
                updated,
                took,
            } => {
                let rest = report(common, &told, changed, faults, sources, world);
                let state = match (failed, was_good, updated) {
                    (false, ..) => SiteState::Good,
                    (true, true, true) => SiteState::Others,
                    (true, true, false) => SiteState::Held,
                    (true, false, _) => SiteState::Partial,
                };
                if let Some(line) = line(changed, is_gone, state, took.as_millis()) {
                    common.say(&format!("{line}{rest}"));
                }
            }
            ServeEvent::Page(fault, sources) => {
                let mut sink = Sink::default();
                sink.push(fault.clone());
                common.report(sink, sources, world);
            }
            ServeEvent::Blind(why) => tell(&format!(
                "warning: can't watch for changes ({why}); the project is scanned every second instead"
            )),
        };
        match serve::run(world, &options, listeners, &reporter) {
            Ok(()) => 0,
            Err(error) => failed(&format!("the server stopped: {error}")),
        }
    }

    /// Listens on the requested port, or on the first free one.
    fn bind(&self) -> Result<Vec<TcpListener>, String> {
        let shown = |port| match self.interface {
            Some(ip) => SocketAddr::new(ip, port).to_string(),
            None => format!("port {port}"),
        };
        if let Some(port) = self.port {
            return serve::bind(self.interface, port).map_err(|error| match error.kind() {
                io::ErrorKind::AddrInUse => format!(
                    "{} is in use by another program; omit --port to use the next free one",
                    shown(port)
                ),
                _ => format!("can't listen on {}: {error}", shown(port)),
            });
        }
        let mut last = None;
        for port in PORT..PORT + PORTS {
            match serve::bind(self.interface, port) {
                Ok(listeners) => return Ok(listeners),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = Some(error),
                Err(error) => return Err(format!("can't listen on {}: {error}", shown(port))),
            }
        }
        let why = last.map_or_else(String::new, |error| format!(" ({error})"));
        Err(format!(
            "all ports from {PORT} to {} are in use{why}; choose a free one with --port",
            PORT + PORTS - 1
        ))
    }
}

/// Returns a warning if other machines can connect.
fn exposed(socket: SocketAddr, published: bool) -> Option<String> {
    // An IPv4 address may be mapped into IPv6.
    if socket.ip().to_canonical().is_loopback() {
        return None;
    }
    let drafts = if published {
        ""
    } else {
        ", including its drafts"
    };
    Some(format!(
        "warning: anyone who can reach {socket} over the network can read this site{drafts}"
    ))
}

/// Opens the browser; if there is none, the printed address is enough.
fn open(address: &str) {
    if let Err(error) = open::that_detached(address) {
        tell(&format!(
            "can't open a browser ({error}); open {address} yourself"
        ));
    }
}

/// Prints what is wrong in the files that have changed, and what is new elsewhere; all of it with
/// `-vv` or for programs. Returns how much else there is, to be added to a line.
fn report(
    common: &GlobalArgs,
    told: &Mutex<BTreeSet<String>>,
    changed: &[String],
    faults: Sink,
    sources: &Sources,
    world: &dyn World,
) -> String {
    let file = |d: &Diagnostic| match d.span {
        Some(span) => sources.name(span.source).to_owned(),
        None => d.file.clone().unwrap_or_default(),
    };
    let key =
        |d: &Diagnostic| format!("{} {} {} {}", d.severity.word(), d.code, file(d), d.message);
    let keys: BTreeSet<String> = faults.iter().map(key).collect();
    let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
    let old = std::mem::replace(&mut *told, keys);
    let machine = matches!(common.format, MessageFormat::Json | MessageFormat::Github);
    if machine || common.verbose > 1 {
        if *told != old || faults.count(Severity::Error) > 0 {
            common.report(faults, sources, world);
        }
        return String::new();
    }
    let is_news = |d: &Diagnostic| {
        let name = file(d);
        !old.contains(&key(d)) || changed.binary_search(&name).is_ok()
    };
    let (news, rest): (Vec<Diagnostic>, Vec<Diagnostic>) = faults.into_iter().partition(is_news);
    let mut shown = Sink::default();
    shown.extend(news);
    common.report(shown, sources, world);
    let count = |severity| rest.iter().filter(|d| d.severity == severity).count();
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning")];
    let counts = counts.map(|(severity, word)| (count(severity), word));
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, word)| plural(n, word))
        .collect();
    match counts.as_slice() {
        [] => String::new(),
        counts => format!(" (in other files as before: {})", counts.join(", ")),
    }
}

/// What the preview shows after a scan.
#[derive(Debug, Clone, Copy)]
enum SiteState {
    /// The site as it is.
    Good,
    /// All files without errors as they are.
    Others,
    /// The last good version.
    Held,
    /// There has been no good version.
    Partial,
}

/// Returns what to print about a scan; `None` for the first, when nothing has changed yet.
fn line(
    changed: &[String],
    is_gone: impl Fn(&String) -> bool,
    state: SiteState,
    took: u128,
) -> Option<String> {
    let (gone, saved): (Vec<&String>, Vec<&String>) = changed.iter().partition(|n| is_gone(n));
    let part = |names: &[&String], verb: &str| match names {
        [] => None,
        [one] => Some(format!("{one} {verb}")),
        [one, rest @ ..] => Some(format!(
            "{one} and {} {verb}",
            plural(rest.len(), "other file")
        )),
    };
    let parts = [part(&saved, "changed"), part(&gone, "deleted")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let what = match (parts.as_slice(), state) {
        ([], SiteState::Good) => return None,
        ([], _) => "There are errors".to_owned(),
        (parts, _) => parts.join(", "),
    };
    Some(match state {
        SiteState::Held => {
            format!("{what}; the last good version stays until the errors are fixed")
        }
        SiteState::Others => format!(
            "{what}; updated in {took} ms, except pages of files with errors, which stay as they were"
        ),
        SiteState::Partial => format!("{what}; pages without errors are shown"),
        SiteState::Good => format!("{what}; updated in {took} ms"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warning_of(address: &str, published: bool) -> Option<String> {
        exposed(address.parse().expect("an address"), published)
    }

    #[test]
    fn who_lets_others_in_is_told_what_they_can_read() {
        let warning = warning_of("0.0.0.0:4000", false).expect("everybody can ask");
        assert_eq!(
            warning,
            "warning: anyone who can reach 0.0.0.0:4000 over the network can read this site, including its drafts"
        );
        for address in [
            "[::]:4000",
            "192.168.1.7:4001",
            "[fe80::1]:80",
            "[2001:db8::1]:4000",
        ] {
            let warning = warning_of(address, true).expect(address);
            assert!(warning.contains(address), "{warning}");
            assert!(!warning.contains("drafts"), "none are shown: {warning}");
        }
    }

    #[test]
    fn what_was_saved_and_what_was_deleted_are_told_apart() {
        let line = |names: &str| {
            let names: Vec<String> = names.split(' ').map(str::to_owned).collect();
            let line = line(&names, |name| name.starts_with("old"), SiteState::Good, 5);
            line.expect("a line")
        };
        assert_eq!(line("a.md"), "a.md changed; updated in 5 ms");
        assert_eq!(
            line("a.md b.md"),
            "a.md and 1 other file changed; updated in 5 ms"
        );
        assert_eq!(line("old.md"), "old.md deleted; updated in 5 ms");
        assert_eq!(
            line("a.md old.md old2.md"),
            "a.md changed, old.md and 1 other file deleted; updated in 5 ms"
        );
    }

    #[test]
    fn nothing_is_said_where_this_machine_alone_can_ask() {
        for address in [
            "127.0.0.1:4000",
            "127.9.9.9:80",
            "[::1]:4000",
            "[::ffff:127.0.0.1]:80",
        ] {
            assert_eq!(warning_of(address, false), None, "{address}");
        }
    }
}
