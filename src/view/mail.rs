//! What is new, as a mail.

use chrono::NaiveDate;

use super::changes::{Change, ChangeKind, latest};
use super::context::ViewContext;
use crate::content::front_matter::CorrectionKind;

/// What was published, moved, cancelled and corrected since a day.
#[derive(Debug)]
pub struct MailView {
    pub lang: String,
    pub rtl: bool,
    /// Also the first line.
    pub subject: String,
    /// "since 22 November 2026".
    pub since: String,
    pub sections: Vec<MailSection>,
    /// Instead of sections, if nothing is new.
    pub nothing: String,
    /// Title and address of the site.
    pub site: (String, String),
}

#[derive(Debug)]
pub struct MailSection {
    pub heading: String,
    pub items: Vec<MailItem>,
}

#[derive(Debug)]
pub struct MailItem {
    pub title: String,
    pub url: String,
    pub text: Option<String>,
}

impl ViewContext<'_> {
    /// What is new since a day, that day included.
    pub fn mail(&self, since: NaiveDate, rtl: bool) -> MailView {
        let changes = latest(self, usize::MAX);
        let sections = [
            (ChangeKind::Published, "just-published"),
            (ChangeKind::Moved, "digest-moved"),
            (ChangeKind::Cancelled, "cancelled"),
            (ChangeKind::Corrected, "corrections"),
        ];
        let sections = sections.into_iter().filter_map(|(kind, heading)| {
            let is_new = |change: &&Change| change.day() >= since;
            // What was published and retracted since is told once, among the corrections.
            let is_told = |change: &&Change| {
                let mut others = changes.iter().filter(is_new);
                let is_retraction = |other: &Change| {
                    other.kind == Some(CorrectionKind::Retraction.id()) && other.id == change.id
                };
                change.retracted && others.any(is_retraction)
            };
            let new = changes
                .iter()
                .filter(is_new)
                .filter(|change| !is_told(change));
            let items: Vec<MailItem> = new
                .filter(|change| change.change == kind)
                .map(item)
                .collect();
            (!items.is_empty()).then(|| MailSection {
                heading: self.messages.say(heading).to_owned(),
                items,
            })
        });
        let config = &self.site.config;
        let day = self.messages.day(since);
        MailView {
            lang: config.language.clone(),
            rtl,
            subject: self
                .messages
                .with("digest-title", &[("site", (&config.title).into())]),
            since: self
                .messages
                .with("digest-since", &[("date", (&day).into())]),
            sections: sections.collect(),
            nothing: self.messages.say("digest-nothing").to_owned(),
            site: (config.title.clone(), self.absolute("index.html")),
        }
    }
}

fn item(change: &Change) -> MailItem {
    MailItem {
        title: change.title.clone(),
        url: change.url.clone(),
        text: change.told.clone().or_else(|| change.text.clone()),
    }
}
