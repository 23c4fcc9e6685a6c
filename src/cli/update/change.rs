//! The change that an update makes to one file.

use std::path::{Path, PathBuf};

use chrono::SecondsFormat;

use super::{Change, Project, Update, entry, file_of};
use crate::content::article::{Article, ArticleId};
use crate::content::citation::Citation;
use crate::content::date::{EventDate, Mark, Precision};
use crate::content::event::LifeStage;
use crate::content::slug::{check, slug};
use crate::edit::front_matter::{Group, NewValue, PlaceOfKey, Style, add_item, item, set_key};
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::parse::front_matter::place_of_key;
use crate::source::decode;
use crate::world::World;
use crate::yaml::emit;

impl Update {
    /// Finds the entry, and makes the change.
    ///
    /// # Errors
    /// What is wrong, with the next step, for the user.
    pub(super) fn change(
        &self,
        world: &dyn World,
        root: &Path,
        project: &Project,
    ) -> Result<(EntryId, Change), String> {
        let site = &project.prepared.site;
        let found = entry::find(
            site,
            (world, root),
            self.entry.as_deref().unwrap_or_default(),
        )?;
        self.check_values(site)?;
        let change = if !self.says_more() {
            self.checked_alone(world, project, found)
        } else {
            let id = &site.entry(found).id;
            if site.entry_by_id(id) != Some(found) {
                return Err(format!(
                    "another entry has the id `{id}` too; give each its own `id:` first"
                ));
            }
            match &self.into {
                Some(into) => {
                    let article = entry::article_of(site, (world, root), into)?;
                    self.existing_article(world, project, found, article)
                }
                None => self.new_article(world, root, site, found),
            }
        }?;
        Ok((found, change))
    }

    /// Checks dates, which `check` would only see in the file.
    fn check_values(&self, site: &Site) -> Result<(), String> {
        let zone = site.config.timezone;
        for (flag, date) in [("--date", &self.date), ("--said", &self.said)] {
            if let Some(date) = date {
                EventDate::parse(date, zone)
                    .map_err(|fault| format!("{flag}: {}; {}", fault.message, fault.hint))?;
            }
        }
        let words = [
            (
                "--status",
                &self.status,
                names(site.config.statuses.iter().map(|s| &s.id)),
            ),
            (
                "--certainty",
                &self.certainty,
                names(site.config.certainties.iter().map(|c| &c.id)),
            ),
        ];
        for (flag, word, known) in words {
            if let Some(word) = word.as_ref().filter(|word| !known.contains(word)) {
                return Err(format!("{flag}: `{word}` is none of {}", known.join(", ")));
            }
        }
        self.checked_day(site).map(drop)
    }

    /// The day of `--checked`, as it is written.
    fn checked_day(&self, site: &Site) -> Result<Option<NewValue>, String> {
        let Some(word) = &self.checked else {
            return Ok(None);
        };
        if word == "today" {
            return Ok(Some(NewValue::Date(site.today.to_string())));
        }
        let date = EventDate::parse(word, site.config.timezone)
            .map_err(|fault| format!("--checked: {}; {}", fault.message, fault.hint))?;
        let is_day = date.precision() == Precision::Day && date.mark() == Mark::Exact;
        match date
            .earliest()
            .filter(|day| is_day && date.latest() == Some(*day))
        {
            Some(day) if day <= site.today => Ok(Some(NewValue::Date(day.to_string()))),
            Some(_) => Err(format!(
                "--checked: {word} is in the future; write the day on which you looked"
            )),
            None => Err(format!(
                "--checked: `{word}` is not one day; write `--checked {}`",
                site.today
            )),
        }
    }

    /// `checked` in the entry's own file.
    fn checked_alone(
        &self,
        world: &dyn World,
        project: &Project,
        found: EntryId,
    ) -> Result<Change, String> {
        let site = &project.prepared.site;
        let entry = site.entry(found);
        if entry.stage != LifeStage::Expected {
            return Err(format!(
                "`{}` is not expected any more, so there is nothing to look for",
                entry.id
            ));
        }
        let day = self.checked_day(site)?;
        let day = day.expect("there is nothing else to write");
        let article = site.article(entry.article);
        let listed = entry.listed.map(|n| article.front.entries[n].span);
        let (name, file, old) = read(world, project, entry.article)?;
        let behind = ["date", "wording", "status"];
        match set_key(&old, listed, "checked", &day, &behind) {
            Some(new) => Ok(Change {
                name,
                file,
                old: Some(old),
                new,
            }),
            None => {
                let lines = item(&vec![("checked", day)], Style::Block, "");
                Err(by_hand(&name, lines.trim_start_matches("- ")))
            }
        }
    }

    /// An item of `updates`, and of `sources`, in an article that exists.
    fn existing_article(
        &self,
        world: &dyn World,
        project: &Project,
        found: EntryId,
        into: ArticleId,
    ) -> Result<Change, String> {
        let site = &project.prepared.site;
        let (entry, article) = (site.entry(found), site.article(into));
        let (name, file, old) = read(world, project, into)?;
        if entry.article == into {
            return Err(format!(
                "`{}` is an entry of {name} itself; change its date there, and list the earlier one under `slipped`; or name another article",
                entry.id
            ));
        }
        if article.retracted() {
            return Err(format!(
                "{name} is retracted, so its updates do not count; name another article"
            ));
        }
        if site.expired.contains(into) {
            return Err(format!(
                "{name} has expired, and its page says no more than that; name another article"
            ));
        }
        if let Some(original) = site.translations.original(into) {
            return Err(format!(
                "{name} is a translation, whose updates do not count; write into the original: --in {}",
                site.article(original).id
            ));
        }
        let (source, new_source) = self.source_of(Some(article))?;
        let update = self.update(site, found, &source)?;
        let place = |word: &str| place_of_key(word, &site.config);
        let place: PlaceOfKey<'_> = &place;
        let lines = item(&update, Style::Line, "  ");
        let mut new = add_item(&old, "updates", &update, Style::Line, place)
            .ok_or_else(|| by_hand(&name, &format!("updates:\n{lines}")))?;
        if let Some(source) = &new_source {
            let lines = item(source, Style::Block, "  ");
            new = add_item(&new, "sources", source, Style::Block, place)
                .ok_or_else(|| by_hand(&name, &format!("sources:\n{lines}")))?;
        }
        Ok(Change {
            name,
            file,
            old: Some(old),
            new,
        })
    }

    /// A new article about the update.
    fn new_article(
        &self,
        world: &dyn World,
        root: &Path,
        site: &Site,
        found: EntryId,
    ) -> Result<Change, String> {
        let config = &site.config;
        let title = self.title.clone().unwrap_or_default();
        let date = self.date_of_article(site);
        let year = EventDate::parse(&date, config.timezone).ok();
        let year = year.and_then(|date| date.position().year);
        let year = year.map_or_else(|| "undated".to_owned(), |year| year.to_string());
        let id = config.slugs.of(&title);
        if let Err(fault) = new_id(&id) {
            return Err(format!(
                "the headline would give the article the id `{id}`: {fault}; choose another headline"
            ));
        }
        let name = format!("content/{year}/{id}.md");
        if site.all_ids().any(|taken| taken == id)
            || matches!(world.stat(&root.join(&name)), Ok(Some(_)))
        {
            return Err(format!(
                "an article with the id `{id}` exists; choose another headline, or name it: --in {id}"
            ));
        }
        let (source, new_source) = self.source_of(None)?;
        let update = self.update(site, found, &source)?;
        let now = world.now().with_timezone(&config.timezone);
        let mut text = format!(
            "---\nid: {}\ntitle: {}\ndate: {}\npublished: {}\n",
            emit::value(&id),
            emit::value(&title),
            emit::date(&date),
            now.to_rfc3339_opts(SecondsFormat::Secs, true)
        );
        let organisations = organisations(site, found);
        if !organisations.is_empty() {
            let names: Vec<String> = organisations
                .iter()
                .map(|name| emit::in_flow(name))
                .collect();
            text += &format!("organisations: [{}]\n", names.join(", "));
        }
        if let Some(source) = new_source {
            text += &format!("sources:\n{}", item(&source, Style::Block, "  "));
        }
        text += &format!("updates:\n{}", item(&update, Style::Line, "  "));
        if self.draft {
            text += "draft: true\n";
        }
        Ok(Change {
            file: root.join(&name),
            name,
            old: None,
            new: text + "---\n\n",
        })
    }

    /// When what the new article is about happened: the event itself where that has happened, else
    /// what the source said.
    fn date_of_article(&self, site: &Site) -> String {
        let status = self
            .status
            .as_deref()
            .and_then(|word| site.config.status(word));
        let stage = status.map(|status| site.config.statuses[status].stage);
        let event = self
            .date
            .as_ref()
            .filter(|_| stage == Some(LifeStage::Happened));
        let date = event.or(self.said.as_ref()).cloned();
        date.unwrap_or_else(|| site.today.to_string())
    }

    /// The item of `updates`.
    fn update(&self, site: &Site, found: EntryId, source: &str) -> Result<Group, String> {
        let text = |value: &Option<String>| value.clone().map(NewValue::Text);
        let keys = [
            ("entry", Some(NewValue::Text(site.entry(found).id.clone()))),
            ("date", self.date.clone().map(NewValue::Date)),
            ("wording", text(&self.wording)),
            ("status", text(&self.status)),
            ("certainty", text(&self.certainty)),
            ("checked", self.checked_day(site)?),
            ("source", Some(NewValue::Text(source.to_owned()))),
        ];
        let keys = keys.into_iter();
        Ok(keys
            .filter_map(|(key, value)| Some((key, value?)))
            .collect())
    }

    /// The id of the source, and the item of `sources` if the article does not have it yet.
    fn source_of(&self, article: Option<&Article>) -> Result<(String, Option<Group>), String> {
        let said = self.source.clone().unwrap_or_default();
        let sources = article.map_or(&[][..], |article| &article.front.sources);
        let id_of = |found: &Citation| found.id.as_ref().map(|id| id.value.clone());
        let same = |found: &&Citation| {
            found.url.as_deref() == Some(&said) || id_of(found).as_deref() == Some(&said)
        };
        if let Some(id) = sources.iter().find(same).and_then(id_of) {
            return Ok((id, None));
        }
        if !said.starts_with("https://") && !said.starts_with("http://") {
            let ids: Vec<String> = sources.iter().filter_map(id_of).collect();
            let known = match ids.is_empty() {
                true => String::new(),
                false => format!(", or one of the article's sources: {}", ids.join(", ")),
            };
            return Err(format!(
                "--source: `{said}` is not a web address; write a full one, such as https://example.org/report{known}"
            ));
        }
        let name = self.publisher.as_deref().map_or_else(|| host(&said), slug);
        let taken = |id: &str| sources.iter().any(|s| id_of(s).as_deref() == Some(id));
        let mut id = name.clone();
        for n in 2.. {
            if !taken(&id) {
                break;
            }
            id = format!("{name}-{n}");
        }
        let text = |value: &Option<String>| value.clone().map(NewValue::Text);
        let keys = [
            ("id", Some(NewValue::Text(id.clone()))),
            ("title", text(&self.source_title)),
            ("url", Some(NewValue::Text(said.clone()))),
            ("publisher", text(&self.publisher)),
            ("date", self.said.clone().map(NewValue::Date)),
        ];
        let keys = keys
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)));
        Ok((id, Some(keys.collect())))
    }
}

/// Checks that an article may be called so.
fn new_id(id: &str) -> Result<(), String> {
    check(id)?;
    match id {
        "index" => Err("`index.md` is the article of a whole folder".to_owned()),
        _ => Ok(()),
    }
}

fn names<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<String> {
    ids.cloned().collect()
}

/// What to do where nothing can be added.
fn by_hand(name: &str, lines: &str) -> String {
    format!(
        "the front matter of {name} is written in a form to which nothing can be added; write this into it yourself:\n{}",
        lines.trim_end()
    )
}

/// The name of an article's file, its path, and its text.
fn read(
    world: &dyn World,
    project: &Project,
    article: ArticleId,
) -> Result<(String, PathBuf, String), String> {
    let (name, file) = file_of(project, article);
    let bytes = world
        .read(&file)
        .map_err(|error| format!("{name}: {error}"))?;
    match decode(bytes) {
        Ok(text) => Ok((name, file, text)),
        Err(_) => Err(format!("{name} can't be read; `dateline check` says why")),
    }
}

/// The organisations of an entry.
fn organisations(site: &Site, found: EntryId) -> Vec<String> {
    let taxonomy = site.taxonomy("organisations");
    let terms = site.entry(found).terms.iter();
    let terms = terms.filter(|term| Some(term.taxonomy) == taxonomy);
    terms.map(|term| site.term(*term).label.clone()).collect()
}

/// A word for a source without a publisher: of `www.nytimes.com`, `nytimes`.
fn host(url: &str) -> String {
    let host = url.split("://").nth(1).unwrap_or_default();
    let host = host.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.trim_start_matches("www.").split('.').collect();
    let own = &labels[..labels.len().saturating_sub(1).max(1)];
    let longest = own.iter().rev().max_by_key(|label| label.len());
    match slug(longest.copied().unwrap_or_default()) {
        empty if empty.is_empty() => "source".to_owned(),
        id => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_without_a_publisher_is_named_by_its_host() {
        for (url, id) in [
            ("https://www.nytimes.com/2026/a.html", "nytimes"),
            ("https://bbc.co.uk/news", "bbc"),
            ("https://example.org", "example"),
            ("http://localhost:8080/", "localhost"),
        ] {
            assert_eq!(host(url), id);
        }
    }
}
