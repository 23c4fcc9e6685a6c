//! Reads the dates and times of front matter.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::extra::plain_value;
use super::reader::ValueReader;
use crate::content::date::calendar::Calendar;
use crate::content::date::conversion::NotConverted;
use crate::content::date::{
    DateFault, EventDate, Guess, Mark, Precision, TimeOfDay, Zone, day_begins,
};
use crate::content::front_matter::Moment;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{At, Span};
use crate::yaml::{Node, Value, values};

impl<'a> ValueReader<'a, '_> {
    fn event_date(&mut self, text: &At<String>) -> Option<At<EventDate>> {
        let Some(calendar) = self.config.calendar else {
            return self.gregorian_date(text);
        };
        match calendar.to_gregorian(&text.value) {
            Ok(Cow::Borrowed(_)) => self.gregorian_date(text),
            Ok(Cow::Owned(gregorian))
                if EventDate::parse(&gregorian, self.config.timezone).is_ok() =>
            {
                self.gregorian_date(&At::new(gregorian, text.span))
            }
            Ok(_) => self.not_converted(text, calendar, NotConverted::Unread(text.value.clone())),
            Err(why) => self.not_converted(text, calendar, why),
        }
    }

    fn not_converted(
        &mut self,
        text: &At<String>,
        calendar: Calendar,
        why: NotConverted,
    ) -> Option<At<EventDate>> {
        let name = calendar.name();
        let (message, hint) = match why {
            NotConverted::Missing(date) => (
                format!("the {name} calendar has no `{date}`"),
                "correct the month or the day, or write the Gregorian date",
            ),
            NotConverted::Unread(date) => (
                format!("`{date}` can't be read as a date of the {name} calendar"),
                "write the year first, in numbers: a day, a month or a year; or write a Gregorian date",
            ),
        };
        let fault = Diagnostic::error("bad-date", message);
        self.sink.push(fault.at(text.span, "here").hint(hint));
        None
    }

    fn gregorian_date(&mut self, text: &At<String>) -> Option<At<EventDate>> {
        let known = self.dates.iter().find(|d| d.written() == text.value);
        let date = match known.cloned() {
            Some(known) => known,
            None => match EventDate::parse(&text.value, self.config.timezone) {
                Ok(date) => {
                    self.dates.push(date.clone());
                    date
                }
                Err(fault) => return self.unwritten_date(text, fault),
            },
        };
        if date
            .time()
            .is_some_and(|time| matches!(time.zone, Zone::Offset(_)))
            && text.value.ends_with("CST")
        {
            let time = date.standard();
            self.sink.push(
                Diagnostic::warning(
                    "ambiguous-zone",
                    "`CST` is read as the time of Chicago (-06:00), but is also that of China (+08:00)",
                )
                .at(text.span, "read as -06:00")
                .hint(format!("write `{time}`; or, for China, {}", in_china(time))),
            );
        }
        if let Some((offset, part)) = date.ignored() {
            let span = self.inside(text, offset, part.len());
            self.sink.push(
                Diagnostic::warning(
                    "zone-without-time",
                    format!("the zone `{part}` has no effect: the date has no time of day"),
                )
                .at(span, "ignored")
                .hint(format!("write `{}`", date.standard()))
                .fix(text.span, date.standard()),
            );
        }
        Some(At::new(date, text.span))
    }

    /// Reports a text that is not a date. Under `lenient`, it is read if it can mean only one day.
    fn unwritten_date(&mut self, text: &At<String>, fault: DateFault) -> Option<At<EventDate>> {
        if let Some(date) = self.linked_date(text) {
            return Some(date);
        }
        let span = self.inside(text, fault.offset, fault.len);
        let meant = EventDate::guess(&text.value, self.config.timezone);
        let label = match &meant {
            _ if self.config.lenient && self.shows_words => "shown as written".to_owned(),
            Some(guess) if self.config.lenient => format!("read as `{}`", guess.date.written()),
            _ => "here".to_owned(),
        };
        let d = Diagnostic::error("bad-date", fault.message)
            .at(span, label)
            .hint(fault.hint);
        let d = match &meant {
            Some(Guess {
                date,
                is_whole: true,
            }) => d.lenient_warning().fix(text.span, date.written()),
            Some(_) => d.lenient_warning(),
            None => d,
        };
        self.sink.push(d);
        meant.map(|guess| At::new(guess.date, text.span))
    }

    /// Reads a date that is a link to a note of the day, as Obsidian writes it: `[[2025-12-09]]`.
    fn linked_date(&mut self, text: &At<String>) -> Option<At<EventDate>> {
        let inner = text.value.strip_prefix("[[")?.strip_suffix("]]")?;
        let day = inner.split('|').next()?.trim();
        let date = EventDate::parse(day, self.config.timezone).ok()?;
        self.sink.push(
            Diagnostic::error(
                "bad-date",
                "a date in double brackets is a link, not a date",
            )
            .at(text.span, "a link of Obsidian")
            .hint(format!("write `{day}`"))
            .fix(text.span, day)
            .lenient_warning(),
        );
        Some(At::new(date, text.span))
    }

    /// Returns the span of bytes `offset..offset + len` of a value if the file contains it
    /// verbatim; else that of the whole value.
    fn inside(&self, text: &At<String>, offset: usize, len: usize) -> Span {
        let plain = (text.span.end - text.span.start) as usize == text.value.len();
        if !plain || offset + len > text.value.len() || len == 0 {
            return text.span;
        }
        let start = text.span.start + u32::try_from(offset).unwrap_or(0);
        Span {
            start,
            end: start + u32::try_from(len).unwrap_or(0),
            ..text.span
        }
    }

    pub fn date(&mut self, key: &'static str) -> Option<At<EventDate>> {
        let node = self.f.take(key)?;
        if let Some((start, end)) = written_apart(node) {
            let interval = self.interval(start, end);
            self.sink.push(
                Diagnostic::error(
                    "wrong-type",
                    format!("`{key}` must be a single value, even for an interval"),
                )
                .at(node.span, "a group of keys")
                .hint(format!("write `{key}: {interval}`")),
            );
            return None;
        }
        if let Some(created) = created_of(node, "created") {
            let text = values::text(created, key, self.sink)?;
            let updated = created_of(node, "updated").map(|node| match &node.value {
                Value::Scalar { text, .. } => format!(" and `updated: {text}`"),
                _ => String::new(),
            });
            self.sink.push(
                Diagnostic::error(
                    "wrong-type",
                    format!("`{key}` must be a single value; `created` is taken for it"),
                )
                .at(node.span, "a group of keys")
                .hint(format!(
                    "write `{key}: {}`{}",
                    text.value,
                    updated.unwrap_or_default()
                ))
                .lenient_warning(),
            );
            return self.event_date(&text);
        }
        let text = match choice_without_quotes(node) {
            Some(choice) => At::new(choice, node.span),
            None => values::text(node, key, self.sink)?,
        };
        self.event_date(&text)
    }

    /// Reads `checked`: one exact day.
    pub fn checked(&mut self) -> Option<At<EventDate>> {
        let date = self.date("checked")?;
        let day = date.value.earliest().filter(|day| {
            let doubt = date.value.is_approximate() || date.value.is_uncertain();
            date.value.latest() == Some(*day) && !doubt
        });
        if day.is_none() {
            self.sink.push(
                Diagnostic::error("inexact-check", "`checked` must be one day")
                    .at(date.span, "no exact day")
                    .hint("write the day on which you last looked for news: `checked: 2025-12-13`"),
            );
        }
        day.map(|_| date)
    }

    /// Reads the publication, and whether the article is marked as not public (Jekyll's `published:
    /// false`).
    pub fn published(&mut self) -> (Option<Moment>, bool) {
        let word = match self.f.take("published").map(|node| &node.value) {
            Some(Value::Scalar { text, .. }) => text.to_ascii_lowercase(),
            _ => String::new(),
        };
        match word.as_str() {
            "true" | "yes" | "on" => (None, false),
            "false" | "no" | "off" => (None, true),
            _ => (self.moment("published"), false),
        }
    }

    /// Splits a date-time in `date`, which in blogs means the time of publication: its day, as
    /// written, is the event's date, and its instant is the publication. If `published` gives
    /// another instant, or the event is still expected, the time of day belongs to the event.
    pub fn day_of_a_post(
        &self,
        date: Option<At<EventDate>>,
        published: Option<Moment>,
        expected: bool,
    ) -> (Option<At<EventDate>>, Option<Moment>) {
        let Some((time, span)) = date.as_ref().and_then(|d| Some((d.value.time()?, d.span))) else {
            return (date, published);
        };
        let posted = published.unwrap_or(instant(time));
        if expected || posted.at != time.instant {
            return (date, published);
        }
        let day = time.local.format("%Y-%m-%d").to_string();
        match EventDate::parse(&day, self.config.timezone) {
            Ok(day) => (Some(At::new(day, span)), Some(posted)),
            Err(_) => (date, published),
        }
    }

    /// Warns that the file name starts with another day than the front matter gives: as the date,
    /// or as the day of publication or of the last change.
    pub fn check_name(
        &mut self,
        name: &At<EventDate>,
        date: &At<EventDate>,
        stamps: [Option<Moment>; 2],
    ) {
        let Some(day) = name.value.earliest() else {
            return;
        };
        let zone = self.config.timezone;
        let is_known = stamps.into_iter().flatten().any(|m| m.day(zone) == day);
        if is_known || date.value.overlaps(day, day) {
            return;
        }
        let written = date.value.standard();
        self.sink.push(
            Diagnostic::warning(
                "date-of-name",
                format!("the file name starts with {day}, but the date is {written}"),
            )
            .at(date.span, "used")
            .hint(format!(
                "correct one of the two; if the file is named after its publication, add `published: {day}`"
            )),
        );
    }

    /// Takes the day of publication, as written, for the date, with a warning: other generators do
    /// so without one.
    pub fn date_of_publication(&mut self, published: Moment) -> Option<At<EventDate>> {
        let span = self.f.key_span("published")?;
        let day = published.day(self.config.timezone).to_string();
        let date = EventDate::parse(&day, self.config.timezone).ok()?;
        self.sink.push(
            Diagnostic::warning(
                "date-from-published",
                "there is no `date`; the day of publication is taken for it",
            )
            .at(span, "the date")
            .hint(format!(
                "add `date: {day}`, or the day on which it happened"
            )),
        );
        Some(At::new(date, span))
    }

    /// Takes the day of a key that other generators have for the date, with a warning.
    pub fn date_of_another_key(&mut self) -> Option<At<EventDate>> {
        let (key, node) = self.dated_key()?;
        let text = values::text(node, "date", self.sink)?;
        let date = EventDate::parse(&text.value, self.config.timezone).ok()?;
        let day = match date.time() {
            Some(time) => time.local.format("%Y-%m-%d").to_string(),
            None => date.standard().to_owned(),
        };
        let date = EventDate::parse(&day, self.config.timezone).ok()?;
        self.sink.push(
            Diagnostic::warning(
                "date-from-published",
                format!("there is no `date`; `{}` is taken for it", key.value),
            )
            .at(key.span, "the date")
            .hint(format!(
                "add `date: {day}`, or the day on which it happened"
            ))
            .for_many(format!("front_matter: {{rename: {{{}: date}}}}", key.value)),
        );
        Some(At::new(date, text.span))
    }

    /// Returns the first unknown key that seems to be a date and has one.
    fn dated_key(&self) -> Option<(At<&'a str>, &'a Node)> {
        let zone = self.config.timezone;
        self.f
            .rest()
            .into_iter()
            .find(|(key, node)| match &node.value {
                Value::Scalar { text, .. } => {
                    let key = key.value.to_ascii_lowercase();
                    [
                        "date",
                        "day",
                        "when",
                        "created",
                        "time",
                        "year",
                        "posted",
                        "published",
                    ]
                    .iter()
                    .any(|part| key.contains(part))
                        && !["end", "update", "modif", "expir", "lead"]
                            .iter()
                            .any(|part| key.contains(part))
                        && EventDate::parse(text, zone).is_ok()
                }
                _ => false,
            })
    }

    /// Returns whether an unknown key means `published`.
    fn is_publication(&self, key: &str) -> bool {
        let meant = self.f.table.meant(key);
        meant.is_some_and(|(row, _)| row.name == "published")
    }

    /// Returns the first unknown key that means `published`, with the day that its value names.
    fn publication(&self) -> Option<(&'a str, NaiveDate)> {
        let zone = self.config.timezone;
        let day = |text: &str| {
            let date = EventDate::parse(text, zone)
                .ok()
                .or_else(|| EventDate::guess(text, zone).map(|guess| guess.date))?;
            match date.time() {
                Some(time) => Some(time.local.date()),
                None => date
                    .earliest()
                    .filter(|_| date.precision() == Precision::Day),
            }
        };
        self.f
            .rest()
            .into_iter()
            .filter(|(key, _)| self.is_publication(key.value))
            .find_map(|(key, node)| match &node.value {
                Value::Scalar { text, .. } => Some((key.value, day(text)?)),
                _ => None,
            })
    }

    /// Reports that the article has no date, and suggests a key that may have been meant as one.
    /// Only a notice for a draft in a folder of drafts.
    pub fn missing_date(&mut self, draft: bool, published: Option<Moment>) {
        let span = self.f.place_of("date");
        let dated = self
            .dated_key()
            .filter(|(key, _)| !self.is_publication(key.value));
        let hint = match (dated, published) {
            (Some((key, _)), _) => format!(
                "rename `{0}:` to `date:`; for many files, add to site.yaml: `front_matter: {{rename: {{{0}: date}}}}`",
                key.value
            ),
            (None, Some(published)) => format!(
                "add `date: {}`, the day of its publication, or the day on which it happened",
                published.day(self.config.timezone)
            ),
            (None, None) => match self.publication() {
                Some((key, day)) => format!(
                    "add `date: {day}`, the day of `{key}`, or the day on which it happened"
                ),
                None => "add `date: 2025-12-09`, or `2025-12` or `2025` if no more is known; or `kind: explainer` if it is not about an event".to_owned(),
            },
        };
        self.sink.push(
            Diagnostic::new(
                if draft {
                    Severity::Notice
                } else {
                    Severity::Error
                },
                "missing-date",
                "the article has no `date`: when did it happen?",
            )
            .at(span, "no date here")
            .hint(hint),
        );
    }

    /// Warns that an end date in its own key is not read. It is kept for templates.
    pub fn unread_end(&mut self, date: Option<&At<EventDate>>) {
        let mut rest = self.f.rest().into_iter();
        let end = rest.find(|(key, _)| {
            let small = key.value.to_ascii_lowercase();
            ["end_date", "date_end", "enddate"].contains(&small.as_str())
        });
        let Some((key, node)) = end else {
            return;
        };
        let (Value::Scalar { text, .. }, Some(date)) = (&node.value, date) else {
            return;
        };
        let start = date.value.written();
        self.f.take_named(key.value);
        self.extra.add(key.value, plain_value(node));
        if node.is_empty() || text == start || self.is_ignored(key.value) {
            return;
        }
        self.sink.push(
            Diagnostic::warning(
                "end-apart",
                format!("`{}` is ignored: an interval is a single `date`", key.value),
            )
            .at(key.span, "no effect")
            .hint(format!("write `date: {}`", self.interval(start, text))),
        );
    }

    /// Returns an interval from one written date to another; an example if they give none.
    fn interval(&self, start: &str, end: &str) -> String {
        let zone = self.config.timezone;
        let part = |text: &str| {
            let date = EventDate::parse(text, zone).ok()?;
            Some(match date.time() {
                Some(time) => time.local.format("%Y-%m-%d").to_string(),
                None => date.standard().to_owned(),
            })
        };
        let interval = || {
            let interval = format!("{}/{}", part(start)?, part(end)?);
            EventDate::parse(&interval, zone).ok().map(|_| interval)
        };
        interval().unwrap_or_else(|| "2025-01/2025-03".to_owned())
    }

    /// Warns that the update precedes the publication.
    pub fn check_order(&mut self, published: Option<Moment>, updated: Option<Moment>) {
        let day = |m: Moment| m.day(self.config.timezone);
        if let (Some(p), Some(u)) = (published, updated)
            && u.at < p.at
            && !(u.day_only && day(u) == day(p))
            && let Some(node) = self.f.take("updated")
        {
            self.sink.push(
                Diagnostic::warning(
                    "updated-before-published",
                    "`updated` is before `published`",
                )
                .at(node.span, "before the publication")
                .hint("check both; if nothing has changed, remove `updated`"),
            );
        }
    }

    /// Reads the last change, which `MkDocs` writes as a part of the date.
    pub fn updated(&mut self) -> Option<Moment> {
        if self.f.is_empty("updated")
            && let Some(node) = self
                .f
                .take("date")
                .and_then(|date| created_of(date, "updated"))
        {
            let text = values::text(node, "updated", self.sink)?;
            return self.moment_of("updated", &text);
        }
        self.moment("updated")
    }

    pub fn moment(&mut self, key: &'static str) -> Option<Moment> {
        let text = self.f.text(key, self.sink)?;
        self.moment_of(key, &text)
    }

    fn moment_of(&mut self, key: &'static str, text: &At<String>) -> Option<Moment> {
        let Some(date) = self.event_date(text) else {
            self.keep(key);
            return None;
        };
        let moment = match (date.value.time(), date.value.precision(), date.value.mark()) {
            (Some(time), ..) => Some(instant(time)),
            (None, Precision::Day, Mark::Exact) => date
                .value
                .earliest()
                .and_then(|day| day_begins(day, self.config.timezone))
                .map(|at| Moment {
                    at,
                    day_only: true,
                    offset: None,
                }),
            _ => None,
        };
        if moment.is_none() {
            self.sink.push(
                Diagnostic::error(
                    "bad-instant",
                    format!(
                        "`{key}` must be a day, or a day and a time, not `{}`",
                        text.value
                    ),
                )
                .at(text.span, "here")
                .hint(format!(
                    "write `{key}: 2025-12-12T16:00:00+07:00` or `{key}: 2025-12-12`"
                )),
            );
            self.keep(key);
        }
        moment
    }
}

/// The same time of day in China.
fn in_china(time: &str) -> String {
    match time.strip_suffix("-06:00") {
        Some(local) => format!("`{local}+08:00`"),
        None => "`+08:00` for the zone".to_owned(),
    }
}

fn instant(time: &TimeOfDay) -> Moment {
    Moment {
        at: time.instant,
        day_only: false,
        offset: match time.zone {
            Zone::Site(_) => None,
            Zone::Offset(offset) => Some(offset.local_minus_utc()),
        },
    }
}

/// Returns a choice such as `[2024,2025]`, which is a list for YAML unless it is in quotes.
fn choice_without_quotes(node: &Node) -> Option<String> {
    let Value::List(items) = &node.value else {
        return None;
    };
    let dates = items.iter().map(|item| match &item.value {
        Value::Scalar { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let dates = dates.collect::<Option<Vec<_>>>()?;
    (!dates.is_empty()).then(|| format!("[{}]", dates.join(",")))
}

/// Returns a value of `MkDocs`'s `{created: 2024-01-01, updated: 2024-02-01}`.
fn created_of<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Value::Map(map) = &node.value else {
        return None;
    };
    let value = |name: &str| map.iter().find(|(key, _)| key.value == name);
    value("created")?;
    value(name).map(|(_, node)| node)
}

/// Returns both ends of `{start: 2025-01, end: 2025-03}`.
fn written_apart(node: &Node) -> Option<(&str, &str)> {
    let Value::Map(map) = &node.value else {
        return None;
    };
    let text = |names: [&str; 2]| {
        let (_, node) = map
            .iter()
            .find(|(key, _)| names.contains(&key.value.as_str()))?;
        match &node.value {
            Value::Scalar { text, .. } => Some(text.as_str()),
            _ => None,
        }
    };
    Some((text(["start", "from"])?, text(["end", "to"])?))
}
