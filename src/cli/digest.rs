//! `dateline digest`: what is new since a day, for a mail.

use std::io::Write;

use chrono::{Days, NaiveDate};
use clap::{Args, ValueEnum};

use super::{GlobalArgs, SelectionArgs, failed};
use crate::config::primary_subtag;
use crate::messages::is_right_to_left;
use crate::render::mail;
use crate::world::World;

/// Number of days that a digest covers if nothing else is asked for.
const WEEK: u64 = 7;

/// Print what was published, moved, cancelled and corrected since a day, for a mail.
///
/// The program sends nothing: give the text to any program that does.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline digest                                 what is new in the last seven days, as text
  dateline digest --since 2026-11-01 --as html    since a day, as a page of HTML
  dateline digest --lang de                       in the German edition of the site

Exit codes: 0 printed, even if nothing is new; 1 errors in the content; 2 wrong usage or a disk
error.")]
pub struct Digest {
    /// The first day of what is new; by default seven days ago
    #[arg(long, value_name = "DAY")]
    since: Option<NaiveDate>,
    /// The output format
    #[arg(long = "as", value_enum, default_value_t = MailShape::Text, value_name = "SHAPE")]
    shape: MailShape,
    /// The edition of the site, by its language; by default the first
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MailShape {
    /// Text, in lines of at most 72 characters
    Text,
    /// A page of HTML
    Html,
}

impl Digest {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&SelectionArgs::default(), None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        let prepared = match common.prepared(&settings, world) {
            Ok(prepared) => prepared,
            Err(code) => return code,
        };
        let editions = &prepared.site.config.editions;
        let edition = match &self.lang {
            None => 0,
            Some(lang) => {
                let is_lang = |own: &str| primary_subtag(own) == primary_subtag(lang);
                match editions.iter().position(|one| is_lang(&one.language)) {
                    Some(edition) => edition,
                    None => return failed(&format!("--lang: the site has no edition in `{lang}`")),
                }
            }
        };
        let today = prepared.site.today;
        let week = || today.checked_sub_days(Days::new(WEEK)).unwrap_or(today);
        let rtl = is_right_to_left(&editions[edition].language);
        let view = prepared
            .view_context(edition)
            .mail(self.since.unwrap_or_else(week), rtl);
        let text = match self.shape {
            MailShape::Text => mail::text(&view),
            MailShape::Html => mail::html(&view),
        };
        // A closed pipe is no reason to fail.
        let _ = write!(std::io::stdout().lock(), "{text}");
        0
    }
}
