//! `dateline serve`: shows the site to this machine, and again after every save.

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::{Mutex, PoisonError};

use clap::Args;

use super::{GlobalArgs, SelectionArgs, failed, plural, tell};
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
        let warning_of = Mutex::new(BTreeSet::new());
        let reporter = |told: ServeEvent<'_>| match told {
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
                took,
            } => {
                report(common, &warning_of, faults, sources, world);
                if let Some(line) = line(changed, failed, was_good, took.as_millis()) {
                    common.say(&line);
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

/// Prints the diagnostics of a scan, unless they equal those of the scan before.
fn report(
    common: &GlobalArgs,
    warning_of: &Mutex<BTreeSet<String>>,
    faults: Sink,
    sources: &Sources,
    world: &dyn World,
) {
    let key = |d: &Diagnostic| {
        let file = d
            .span
            .map(|span| sources.name(span.source))
            .or(d.file.as_deref());
        format!(
            "{} {} {} {}",
            d.severity.word(),
            d.code,
            file.unwrap_or(""),
            d.message
        )
    };
    let keys: BTreeSet<String> = faults.iter().map(key).collect();
    let mut warning_of = warning_of.lock().unwrap_or_else(PoisonError::into_inner);
    if *warning_of != keys || faults.count(Severity::Error) > 0 {
        common.report(faults, sources, world);
    }
    *warning_of = keys;
}

/// Returns what to print about a scan; `None` for the first, when nothing has changed yet.
fn line(changed: &[String], failed: bool, was_good: bool, took: u128) -> Option<String> {
    let what = match changed {
        [] if !failed => return None,
        [] => "There are errors".to_owned(),
        [one] => format!("{one} changed"),
        [one, rest @ ..] => format!("{one} and {} changed", plural(rest.len(), "other file")),
    };
    Some(match failed {
        true if was_good => {
            format!("{what}; the last good version stays until the errors are fixed")
        }
        true => format!("{what}; pages without errors are shown"),
        false => format!("{what}; updated in {took} ms"),
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
