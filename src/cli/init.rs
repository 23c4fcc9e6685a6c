//! `dateline init`: creates a site.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{GlobalArgs, failed, writable};
use crate::config::{self, SiteConfig};
use crate::world::World;
use crate::yaml::emit;

/// Create a site in a folder.
///
/// Writes site.yaml, a first article and an about page. Refuses if the folder already contains a
/// site.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline init floods --title \"Flood watch\" --url https://example.org/floods/
  cd floods && dateline serve --open
  dateline init floods --full     write every key of site.yaml, to choose from

Exit codes: 0 created; 2 wrong usage, an existing site, or a disk error.")]
pub struct Init {
    /// The folder; by default the current one
    folder: Option<PathBuf>,
    /// The title of the site
    #[arg(long, default_value = "My timeline")]
    title: String,
    /// The URL at which the site will be published
    #[arg(long, default_value = "https://example.org/")]
    url: String,
    /// The time zone of the editors
    #[arg(long, default_value = "UTC", value_name = "ZONE")]
    timezone: String,
    /// Write every key of site.yaml, commented out, with its default and what it does
    #[arg(long)]
    full: bool,
}

impl Init {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let folder = self
            .folder
            .clone()
            .unwrap_or_else(|| common.root().to_owned());
        if let Err(fault) = writable("--title", &self.title) {
            return failed(&fault);
        }
        if self.title.trim().is_empty() {
            return failed("--title: a site needs a title");
        }
        if let Err(fault) = SiteConfig::split_url(&self.url) {
            return failed(&format!("--url: {fault}"));
        }
        if self.timezone.parse::<chrono_tz::Tz>().is_err() {
            return failed(&format!(
                "--timezone: `{}` is not an IANA time zone; write one such as Asia/Jakarta",
                self.timezone
            ));
        }
        if crate::project::is_project(world, &folder) {
            return failed(&format!(
                "{} already contains a site; nothing was written",
                folder.display()
            ));
        }
        let today = world.now().date_naive();
        let files = [
            ("site.yaml", self.site()),
            ("content/first-event.md", article(today)),
            ("content/pages/about.md", ABOUT.to_owned()),
            (
                ".gitignore",
                "/public/\n/.public.dateline/\n/.dateline/\n".to_owned(),
            ),
        ];
        for (name, _) in &files {
            if matches!(world.stat(&folder.join(name)), Ok(Some(_))) {
                if *name == ".gitignore" {
                    continue;
                }
                return failed(&format!(
                    "{} already exists; nothing was written",
                    folder.join(name).display()
                ));
            }
        }
        for (name, text) in files
            .iter()
            .filter(|(name, _)| !matches!(world.stat(&folder.join(name)), Ok(Some(_))))
        {
            if let Err(error) = write(world, &folder.join(name), text) {
                return failed(&format!("{}: {error}", folder.join(name).display()));
            }
        }
        let shown = folder.display().to_string();
        let there = match shown.as_str() {
            "." => String::new(),
            shown if shown.contains(' ') => format!("  cd \"{shown}\"\n"),
            shown => format!("  cd {shown}\n"),
        };
        common.say(&format!(
            "Created a site in {shown}. Next:\n{there}  dateline serve --open     previews it in the browser while you write\n  dateline new              creates the next article\n  dateline build            builds the site into public/"
        ));
        0
    }

    fn site(&self) -> String {
        if self.full {
            return config::full(&emit::value(&self.title), &self.url, &self.timezone);
        }
        format!(
            "title: {}\nurl: {}\nlanguage: en\ntimezone: {}\n# description: What this timeline is about, in one sentence.\n",
            emit::value(&self.title),
            self.url,
            self.timezone
        )
    }
}

/// Writes a new file, and creates the folders above it.
pub(super) fn write(world: &dyn World, path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        world.make_folder(folder)?;
    }
    world.create(path, text.as_bytes())
}

fn article(today: chrono::NaiveDate) -> String {
    format!(
        "---\ntitle: This timeline begins\ndate: {today}\npublished: {today}\nsummary: A first entry, for you to replace.\ntags: [about-this-site]\n---\n\nEach file in `content/` is an article about something that happened, or will. Its `date` may\nbe a day, a month (`2026-03`), a quarter (`2026-Q1`), a year, or an approximate year (`2026~`).\n\nCreate the next one with `dateline new \"What happened\"`.\n"
    )
}

const ABOUT: &str = "---\ntitle: About\nsummary: What this timeline is, and who maintains it.\n---\n\nDescribe here what the timeline covers, who writes it and how to report an error.\n";
