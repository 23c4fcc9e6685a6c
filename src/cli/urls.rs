//! `dateline urls`: the ledger of addresses.

use clap::Args;

use super::{CONTENT, GlobalArgs, MessageFormat, SelectionArgs, failed, plural, show, tell};
use crate::diagnostic::visible::printable_json;
use crate::diagnostic::{Severity, Sink, thousands};
use crate::pipeline::{self, Prepared};
use crate::project::Settings;
use crate::source::Sources;
use crate::urls::{self, FILE, Lines, Lost, Public};
use crate::world::World;

const HELP: &str = "\
`urls.lock` has one line for every address that has been public, with the kind and id of what is
there. Commit it. `check` and `build` then report each address that no longer resolves, and how to
keep it; with --strict, it is an error. To keep an address, add it to `aliases` of an article or a
term, or to `hosting.redirects` in site.yaml; to give it up, use --gone. A site without the file
gets no such reports.

Examples:
  dateline urls                     list what is new and what is lost
  dateline urls --accept            record what is new, after publishing
  dateline urls --gone /a-mistake/  give up an address

Exit codes: 0 done; 1 errors in the content; 2 wrong usage or a disk error.";

/// Keep track of public addresses: which are new, which are lost.
#[derive(Args)]
#[command(
    after_help = HELP
)]
pub struct Urls {
    /// Record what is public now in urls.lock; lost addresses stay there until they are kept or
    /// given up
    #[arg(long)]
    accept: bool,
    /// Give up an address that no longer resolves (can be repeated)
    #[arg(long, value_name = "ADDRESS")]
    gone: Vec<String>,
}

/// Maximum number of new addresses that are listed, unless all are requested.
const MOST_LISTED: usize = 20;

impl Urls {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&SelectionArgs::default(), None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        match self.compared(common, world, &settings) {
            Ok(()) => 0,
            Err(code) => code,
        }
    }

    fn compared(
        &self,
        common: &GlobalArgs,
        world: &dyn World,
        settings: &Settings,
    ) -> Result<(), u8> {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let prepared = pipeline::prepare(world, settings, &mut sources, &mut sink);
        // Faults of the ledger itself are listed below, and fixed by writing it.
        let faults: Vec<_> = sink
            .into_iter()
            .filter(|d| d.severity == Severity::Error)
            .filter(|d| {
                ![
                    "lost-address",
                    "changed-id",
                    "bad-ledger",
                    "changed-authority",
                ]
                .contains(&d.code)
            })
            .collect();
        // A file that can't be read any more is why its address is given up.
        let gives_up = !self.gone.is_empty();
        let Some(prepared) = prepared.filter(|_| gives_up || faults.is_empty()) else {
            let mut sink = Sink::default();
            sink.extend(faults);
            let counts = common.report(sink, &sources, world);
            tell(&format!(
                "{}: {FILE} was not changed",
                counts.describe(false)
            ));
            return Err(counts.code().max(CONTENT));
        };
        let text = urls::read(world, &settings.root)
            .map_err(|_| failed(&format!("{FILE} can't be read")))?;
        let lines = Lines::read(text.as_deref().unwrap_or_default());
        let public = urls::public(&prepared.site, &prepared.others, &prepared.plan);
        let lost = urls::lost(&prepared.site, &prepared.plan, &lines, &public);
        let new: Vec<&Public> = public
            .iter()
            .filter(|p| lines.find(&p.address).is_none_or(|line| line.gone))
            .collect();
        if !self.gone.is_empty() {
            let gone = self.given_up(&prepared, &lines, &public)?;
            let is_gone = |address: &str| {
                let below = |gone: &String| gone.ends_with('/') && address.starts_with(gone);
                gone.iter().any(|gone| gone == address || below(gone))
                    && public
                        .binary_search_by(|p| p.address.as_str().cmp(address))
                        .is_err()
            };
            let marked = urls::marked(&lines, |line| is_gone(line.address));
            put(world, settings, text.is_some(), &marked)?;
            let given_up = lines.list.iter();
            let given_up = given_up.filter(|line| !line.gone && is_gone(line.address));
            let given_up: Vec<&str> = given_up.map(|line| line.address).collect();
            // What is broken today may be fixed tomorrow: who gives up much should know.
            let mut sink = Sink::default();
            sink.extend(faults);
            common.report(sink, &sources, world);
            common.say(&match given_up.as_slice() {
                [] => format!("Given up already: {}", gone.join(", ")),
                all => format!("Given up: {}", all.join(", ")),
            });
            return Ok(());
        }
        list(common, &lines, &new, &lost);
        if self.accept {
            put(
                world,
                settings,
                text.is_some(),
                &urls::accepted(
                    &lines,
                    &public,
                    &prepared.site.config.feed_authority().recorded(),
                ),
            )?;
        }
        let lost = match lost.len() {
            0 => String::new(),
            n => format!("; {} to keep or give up", plural(n, "lost address")),
        };
        let new = plural(new.len(), "new address");
        common.say(&match (self.accept, text.is_some()) {
            (true, _) => format!("Recorded {new} in {FILE}{lost}"),
            (false, true) => format!("{new}{lost}; `dateline urls --accept` records what is new"),
            (false, false) => {
                format!("There is no {FILE} yet; {new}; `dateline urls --accept` creates it")
            }
        });
        Ok(())
    }

    /// Returns the addresses of `--gone`, as the ledger has them.
    fn given_up(
        &self,
        prepared: &Prepared,
        lines: &Lines<'_>,
        public: &[Public],
    ) -> Result<Vec<String>, u8> {
        let config = &prepared.site.config;
        let site = config.permalink_of("");
        let path = |named: &String| {
            let path = named.strip_prefix(&site).unwrap_or(named);
            format!("/{}", path.trim_start_matches('/'))
        };
        let known = |address: String| {
            if public.binary_search_by(|p| p.address.cmp(&address)).is_ok() {
                return Err(failed(&format!(
                    "{address} is public; remove its page first"
                )));
            }
            match lines.find(&address) {
                Some(_) => Ok(address),
                None => Err(failed(&format!(
                    "{FILE} does not contain {address}; `dateline urls` lists the lost addresses"
                ))),
            }
        };
        self.gone.iter().map(|named| known(path(named))).collect()
    }
}

fn list(common: &GlobalArgs, lines: &Lines<'_>, new: &[&Public], lost: &[Lost]) {
    let line = |state: &str, address: &str, kind: &str, id: &str, said: &str| match common.format {
        MessageFormat::Json => {
            let line = serde_json::json!({"state": state, "address": address, "kind": kind, "id": id, "said": said});
            show(&printable_json(line.to_string()));
        }
        _ if said.is_empty() => show(&format!("{state:5} {address} {kind} {id}")),
        _ => show(&format!("{state:5} {address} {said}")),
    };
    if common.quiet {
        return;
    }
    let all = common.verbose > 0 || common.format == MessageFormat::Json;
    let most = if all { new.len() } else { MOST_LISTED };
    for each in new.iter().take(most) {
        line("new", &each.address, each.kind.word(), &each.id, "");
    }
    for each in lost {
        let recorded = &lines.list[each.line];
        let (kind, id) = (recorded.kind.word(), recorded.id);
        line("lost", recorded.address, kind, id, each.reason());
    }
    if new.len() > most {
        common.say(&format!(
            "… and {} more new addresses (-v lists all)",
            thousands(new.len() - most)
        ));
    }
}

/// Writes the ledger.
fn put(world: &dyn World, settings: &Settings, there: bool, text: &str) -> Result<(), u8> {
    let path = settings.root.join(FILE);
    let done = match there {
        true => crate::edit::replace(world, &path, text.as_bytes()),
        false => world.create(&path, text.as_bytes()),
    };
    done.map_err(|error| failed(&format!("{FILE}: {error}")))
}
