//! What `dateline update` asks for in a terminal.

use super::entry::Files;
use super::{Update, entry};
use crate::cli::prompt::{self, Asker, InputEnded};
use crate::content::event::LifeStage;
use crate::model::entry::EntryId;
use crate::model::site::Site;

/// Maximum number of entries that the first question names.
const MOST_SHOWN: usize = 6;

impl Update {
    /// Asks for what the flags leave out.
    pub(super) fn ask(
        &mut self,
        asker: &mut dyn Asker,
        site: &Site,
        files: Files<'_>,
    ) -> Result<(), InputEnded> {
        if self.entry.is_none() {
            self.entry = Some(ask_entry(asker, site, files)?);
        }
        if !self.says_more() && self.checked.is_none() {
            let question = "New date (2026-04-08, 2026-05, Q2 2026; empty: unchanged)";
            self.date = prompt::optional_date(asker, question, &site.config)?;
            let words: Vec<String> = site.config.statuses.iter().map(|s| s.id.clone()).collect();
            self.status = prompt::word(asker, "New status", &words)?;
            if !self.says_more() {
                let question = "Nothing is new: record that you looked today? (yes; empty: no)";
                let said = prompt::line(asker, question)?.unwrap_or_default();
                let yes = ["y", "yes"].contains(&said.to_lowercase().as_str());
                self.checked = yes.then(|| "today".to_owned());
                return Ok(());
            }
        }
        if !self.says_more() {
            return Ok(());
        }
        if self.source.is_none() {
            self.ask_source(asker, site)?;
        }
        if self.into.is_none() && self.title.is_none() {
            self.ask_article(asker, site, files)?;
        }
        Ok(())
    }

    fn ask_source(&mut self, asker: &mut dyn Asker, site: &Site) -> Result<(), InputEnded> {
        while self.source.is_none() {
            self.source = prompt::source(asker)?;
            if self.source.is_none() {
                asker.tell("an update needs a source");
            }
        }
        if self.source_title.is_none() {
            self.source_title = prompt::line(asker, "Headline of the source (empty: none)")?;
        }
        if self.publisher.is_none() {
            self.publisher = prompt::line(asker, "Publisher of the source (empty: none)")?;
        }
        if self.said.is_none() {
            let question = "Day on which it said so (2026-04-08; empty: unknown)";
            self.said = prompt::optional_date(asker, question, &site.config)?;
        }
        Ok(())
    }

    fn ask_article(
        &mut self,
        asker: &mut dyn Asker,
        site: &Site,
        files: Files<'_>,
    ) -> Result<(), InputEnded> {
        loop {
            let question = "Article to write it into (id or file; empty: a new one)";
            let Some(word) = prompt::line(asker, question)? else {
                break;
            };
            match entry::article_of(site, files, &word) {
                Ok(_) => {
                    self.into = Some(word);
                    return Ok(());
                }
                Err(fault) => asker.tell(&fault),
            }
        }
        let taken = |title: &str| {
            let found = site.article_by_id(&site.config.slugs.of(title))?;
            Some(format!("content/{}", site.article(found).path))
        };
        self.title = Some(prompt::headline(asker, &taken)?);
        Ok(())
    }
}

fn ask_entry(asker: &mut dyn Asker, site: &Site, files: Files<'_>) -> Result<String, InputEnded> {
    let entries = (0..site.entries.len()).map(EntryId);
    let expected = entries.filter(|id| {
        let entry = site.entry(*id);
        entry.stage == LifeStage::Expected && !entry.background
    });
    let mut expected: Vec<EntryId> = expected.collect();
    // What is overdue comes first.
    expected.sort_by_key(|id| {
        let latest = site.entry(*id).date.as_ref().and_then(|date| date.latest());
        (latest.is_none(), latest)
    });
    let ids = expected.iter().take(MOST_SHOWN);
    let ids: Vec<&str> = ids.map(|id| site.entry(*id).id.as_str()).collect();
    let question = match ids.as_slice() {
        [] => "Entry (id or title)".to_owned(),
        ids => format!("Entry (id or title; expected: {} …)", ids.join(", ")),
    };
    loop {
        match prompt::line(asker, &question)? {
            None => asker.tell("name the entry by its id or its title"),
            Some(word) => match entry::find(site, files, &word) {
                Ok(_) => return Ok(word),
                Err(fault) => asker.tell(&fault),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use clap::Parser;

    use std::path::Path;

    use super::*;
    use crate::cli::prompt::tests::script;
    use crate::diagnostic::Sink;
    use crate::pipeline;
    use crate::project::Settings;
    use crate::source::Sources;
    use crate::world::MemoryWorld;
    use crate::world::OsWorld;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        update: Update,
    }

    /// What a line of flags and some answers make, and what was said in between.
    fn asked(flags: &[&str], answers: &[&'static str]) -> (Option<Update>, Vec<String>) {
        let world = MemoryWorld::new(DateTime::UNIX_EPOCH)
            .with("/site/site.yaml", "title: T\nurl: https://example.org/\n")
            .with(
                "/site/content/plan.md",
                "---\ntitle: The plan\ndate: 2025\nentries:\n  - {id: opening, title: It opens, date: 2026, status: expected}\n---\n",
            );
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let settings = Settings::new("/site");
        let prepared = pipeline::prepare(&world, &settings, &mut sources, &mut sink);
        let site = prepared.expect("a site").site;
        let line = ["update"].iter().chain(flags);
        let mut update = Line::parse_from(line).update;
        let mut script = script(answers.to_vec());
        let done = update.ask(&mut script, &site, (&OsWorld::new(), Path::new("/site")));
        assert_eq!(script.answers.len(), 0, "every answer was asked for");
        (done.ok().map(|()| update), script.told)
    }

    #[test]
    fn what_the_flags_leave_out_is_asked_for() {
        let answers = [
            "opning",
            "opening",
            "soon",
            "2027-Q2",
            "",
            "radio",
            "",
            "https://radio.example/",
            "",
            "Port Radio",
            "2026-04-01",
            "nowhere",
            "plan",
        ];
        let (update, told) = asked(&[], &answers);
        let update = update.expect("all is answered");
        assert_eq!(update.entry.as_deref(), Some("opening"));
        assert_eq!(update.date.as_deref(), Some("2027-Q2"));
        assert_eq!((&update.status, &update.source_title), (&None, &None));
        assert_eq!(update.source.as_deref(), Some("https://radio.example/"));
        assert_eq!(update.publisher.as_deref(), Some("Port Radio"));
        assert_eq!(update.said.as_deref(), Some("2026-04-01"));
        assert_eq!(update.into.as_deref(), Some("plan"));
        assert!(told[0].contains("did you mean `opening`"), "{told:?}");
        assert_eq!(told.len(), 5, "{told:?}");
    }

    #[test]
    fn no_news_is_an_answer_too() {
        let (update, _) = asked(&["opening"], &["", "", "yes"]);
        assert_eq!(update.expect("answered").checked.as_deref(), Some("today"));
        let (update, _) = asked(&["opening"], &["", "", ""]);
        assert_eq!(update.expect("answered").checked, None);
    }

    #[test]
    fn what_the_flags_say_is_not_asked_and_the_end_of_input_ends_it() {
        let all = [
            "opening",
            "--date",
            "2027",
            "--source",
            "https://a.example/",
            "--in",
            "plan",
        ];
        assert!(asked(&all, &[]).0.is_some());
        assert!(asked(&["opening", "--checked", "today"], &[]).0.is_some());
        assert!(asked(&["opening"], &["2027"]).0.is_none());
    }
}
