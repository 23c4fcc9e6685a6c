//! `dateline ping`: tells the `WebSub` hub which feeds have changed.
//!
//! The only verb that asks another machine. It runs `curl`, which systems keep up to date: a library for
//! HTTPS would bring cryptography, certificates and their advisories into every build.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use clap::Args;

use super::{GlobalArgs, SelectionArgs, TROUBLE, failed, plural, tell};
use crate::cache::FOLDER;
use crate::digest;
use crate::pipeline::Prepared;
use crate::plan::Page;
use crate::world::World;

/// The file in the cache's folder with what the hub was told last.
const TOLD: &str = "pinged";
/// How long the hub may take to answer, in seconds.
const PATIENCE: &str = "30";

/// Tell the `WebSub` hub (`feeds: {hub: …}`) which feeds have changed since it was told last.
///
/// Run it after the site is on its host: the hub fetches the feeds from there at once, and sends what
/// is new to those who have subscribed. It needs the program curl. No other verb asks another
/// machine.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline ping              tell the hub which feeds have changed
  dateline ping --dry-run    list them, and ask nobody

Exit codes: 0 told, or nothing has changed; 1 errors in the content; 2 wrong usage, the hub could
not be told, or a disk error.")]
pub struct Ping {
    /// The output folder, overriding the configuration
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<std::path::PathBuf>,
    /// List the feeds that have changed, and ask nobody
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl Ping {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&SelectionArgs::default(), self.output) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        let prepared = match common.prepared(&settings, world) {
            Ok(prepared) => prepared,
            Err(code) => return code,
        };
        let Some(hub) = &prepared.site.config.feeds.hub else {
            return failed(
                "site.yaml names no hub; add one, as in `feeds: {hub: \"https://hub.example.org/\"}`",
            );
        };
        let output = settings.output_path(&prepared.site.config.output);
        let feeds = match published(world, &prepared, &output) {
            Ok(feeds) => feeds,
            Err(fault) => return failed(&fault),
        };
        let record = settings.root.join(FOLDER).join(TOLD);
        let mut told = told(world, &record, hub);
        told.retain(|address, _| feeds.contains_key(address));
        let changed = feeds
            .iter()
            .filter(|(address, now)| told.get(*address) != Some(now));
        let changed: Vec<(&String, &String)> = changed.collect();
        if changed.is_empty() {
            common.say("No feed has changed since the hub was told last");
            return 0;
        }
        if self.dry_run {
            let list = changed.iter().map(|(address, _)| format!("\n  {address}"));
            let list: String = list.collect();
            common.say(&format!(
                "Would tell {hub} about {}{list}",
                plural(changed.len(), "feed")
            ));
            return 0;
        }
        let mut failures = 0;
        for (address, now) in &changed {
            match tell_hub(hub, address) {
                Ok(()) => drop(told.insert((*address).clone(), (*now).clone())),
                Err(fault) => {
                    failures += 1;
                    tell(&format!(
                        "error: {hub} was not told about {address}: {fault}"
                    ));
                }
            }
        }
        if let Err(error) = keep(world, &record, hub, &told) {
            return failed(&format!("{}: {error}", record.display()));
        }
        let count = changed.len() - failures;
        if count > 0 {
            common.say(&format!("Told {hub} about {}", plural(count, "feed")));
        }
        if failures > 0 { TROUBLE } else { 0 }
    }
}

/// The feeds of the site as they were published: digests of their files, by absolute address. Archives
/// are left out: nobody subscribes to them.
fn published(
    world: &dyn World,
    prepared: &Prepared,
    output: &Path,
) -> Result<BTreeMap<String, String>, String> {
    let mut feeds = BTreeMap::new();
    for planned in &prepared.plan.pages {
        if !matches!(planned.page, Page::Feed(..)) {
            continue;
        }
        let file = output.join(&planned.route);
        let bytes = world.read(&file).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                format!(
                    "{} is not there: run `dateline build` first",
                    file.display()
                )
            }
            _ => format!("{}: {error}", file.display()),
        })?;
        let address = prepared.site.config.whole_permalink_of(&planned.route);
        feeds.insert(address, digest::name(&bytes, 32));
    }
    Ok(feeds)
}

/// What this hub was told last: digests by address. Empty if it was told nothing.
fn told(world: &dyn World, record: &Path, hub: &str) -> BTreeMap<String, String> {
    let text = world.read(record).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let mut lines = text.lines();
    match lines.next() == Some(hub) {
        true => lines
            .filter_map(|line| line.split_once(' '))
            .map(|(digest, address)| (address.to_owned(), digest.to_owned()))
            .collect(),
        false => BTreeMap::new(),
    }
}

/// Records what the hub was told.
fn keep(
    world: &dyn World,
    record: &Path,
    hub: &str,
    told: &BTreeMap<String, String>,
) -> io::Result<()> {
    let lines = told
        .iter()
        .map(|(address, digest)| format!("{digest} {address}\n"));
    let text = format!("{hub}\n{}", lines.collect::<String>());
    if let Some(folder) = record.parent() {
        world.make_folder(folder)?;
    }
    let new = record.with_extension("new");
    match world.remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    world.create(&new, text.as_bytes())?;
    world.rename(&new, record)
}

/// Tells the hub that a feed has changed, as publishers do: the parameters are those of `PubSubHubbub`
/// 0.4, section 7, which `WebSub` leaves to hub and publisher.
#[allow(
    clippy::disallowed_methods,
    reason = "the only program that is run, and the only request to another machine"
)]
fn tell_hub(hub: &str, address: &str) -> Result<(), String> {
    let ran = Command::new("curl")
        .args(["--silent", "--show-error", "--fail", "--max-time", PATIENCE])
        .args(["--proto", "=http,https"])
        .args(["--data-urlencode", "hub.mode=publish"])
        .args(["--data-urlencode", &format!("hub.url={address}")])
        .args(["--url", hub])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .output();
    match ran {
        Ok(ran) if ran.status.success() => Ok(()),
        Ok(ran) => Err(String::from_utf8_lossy(&ran.stderr).trim().to_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err("it needs the program curl, which is not installed".to_owned())
        }
        Err(error) => Err(error.to_string()),
    }
}
