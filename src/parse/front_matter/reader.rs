//! Reads single values of front matter.

use std::borrow::Cow;

use super::extra::{UnknownKeys, plain_value};
use super::kept_back;
use crate::config::{SiteConfig, language_tag};
use crate::content::date::calendar::Calendar;
use crate::content::date::conversion::NotConverted;
use crate::content::date::{
    DateFault, EventDate, Guess, Mark, Precision, TimeOfDay, Zone, day_begins,
};
use crate::content::extra::Extra;
use crate::content::front_matter::{ArticleKind, Moment};
use crate::content::slug;
use crate::diagnostic::{Diagnostic, Severity, Sink, suggest};
use crate::limits::MAX_TITLE;
use crate::parse::conventions::{Conventions, conventions_of};
use crate::parse::entities;
use crate::parse::typography::typeset;
use crate::source::{At, Span};
use crate::yaml::fields::Fields;
use crate::yaml::{Node, Value, values};

/// Returns the first heading of the text below the front matter, in the typography of a language.
pub type FirstHeading<'f> = &'f dyn Fn(&'static Conventions) -> Option<At<String>>;

/// Reads the values of one group of keys, and collects faults.
pub(super) struct ValueReader<'a, 's> {
    pub f: Fields<'a>,
    pub config: &'a SiteConfig,
    pub sink: &'s mut Sink,
    /// The dates read so far. Equal texts share one date: a source often has its article's.
    pub(super) dates: Vec<EventDate>,
    /// Whether a text that is not a date is shown as written, even if it has only one reading.
    pub(super) shows_words: bool,
    /// Keys and values kept as written.
    pub extra: Extra,
    pub unknown_keys: UnknownKeys,
    /// The typography of the text's language.
    pub conventions: &'static Conventions,
}

impl<'a, 's> ValueReader<'a, 's> {
    pub fn new(f: Fields<'a>, config: &'a SiteConfig, sink: &'s mut Sink) -> Self {
        Self {
            f,
            config,
            sink,
            dates: Vec::new(),
            shows_words: false,
            extra: Extra::default(),
            unknown_keys: UnknownKeys::default(),
            conventions: conventions_of(&config.language),
        }
    }

    /// Runs `read` and turns the faults that it finds into lenient warnings.
    pub fn leniently<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.sink.len();
        let value = read(self);
        self.sink.lenient_since(before);
        value
    }

    pub fn string(&mut self, key: &'static str) -> Option<String> {
        let text = self.text_for_readers(key)?;
        if key == "place" {
            self.number_for_name(&text, key);
        }
        Some(text.value)
    }

    /// Reads a text that readers see: its character references are decoded, and tags are reported.
    fn text_for_readers(&mut self, key: &'static str) -> Option<At<String>> {
        let text = self.f.text(key, self.sink)?;
        if let Some((decoded, first)) = entities::decoded(&text.value) {
            self.sink.push(
                Diagnostic::warning(
                    "html-in-value",
                    format!(
                        "`{first}` in `{key}` is HTML; it is read as the character that it means"
                    ),
                )
                .at(text.span, "in here")
                .hint("write the character itself"),
            );
            return Some(At::new(decoded, text.span));
        }
        if text.value.contains("</") && entities::has_tag(&text.value) {
            self.sink.push(
                Diagnostic::warning(
                    "html-in-value",
                    format!("`{key}` is plain text; readers see the tags of HTML in it"),
                )
                .at(text.span, "tags in here")
                .hint("write only the words"),
            );
        }
        Some(text)
    }

    /// Reads a language tag.
    pub fn lang(&mut self) -> Option<String> {
        let node = self.f.take("lang")?;
        let lang = match &node.value {
            // The text has one language.
            Value::List(items)
                if items.iter().all(|item| !item.is_empty()) && !items.is_empty() =>
            {
                let first = values::text(&items[0], "lang", self.sink)?;
                if items.len() > 1 {
                    self.sink.push(
                        Diagnostic::error("wrong-type", "`lang` must be one language")
                            .at(node.span, format!("`{}` is used", first.value))
                            .hint(format!("write `lang: {}`", first.value))
                            .lenient_warning(),
                    );
                }
                first
            }
            _ => values::text(node, "lang", self.sink)?,
        };
        self.leniently(|r| language_tag(&lang, r.sink))
    }

    /// Reads prose for readers, with smart quotes if configured.
    pub fn prose(&mut self, key: &'static str) -> Option<At<String>> {
        let text = self.text_for_readers(key)?;
        Some(if self.config.markdown.smart_punctuation {
            text.map(|t| typeset(&t, self.conventions))
        } else {
            text
        })
    }

    /// Reads the title. `heading` returns the first heading of the text, which in lenient mode is
    /// the title if there is no other.
    pub fn title(&mut self, heading: FirstHeading<'_>) -> Option<At<String>> {
        let title = self.prose("title");
        match &title {
            None if self.f.take("title").is_none() => {
                return self.title_of_text(heading(self.conventions));
            }
            Some(t) if is_too_long(&t.value) => self.sink.push(too_long(
                t.span,
                "shorten it to about 70 characters, and move the rest to `summary`",
            )),
            _ => {}
        }
        title
    }

    fn title_of_text(&mut self, heading: Option<At<String>>) -> Option<At<String>> {
        let span = self.f.place_of("title");
        let Some(heading) = heading else {
            self.sink.push(
                Diagnostic::error("missing-title", "there is no `title`")
                    .at(span, "no title here")
                    .hint("add `title: What happened, in one line`"),
            );
            return None;
        };
        if is_too_long(&heading.value) {
            self.sink.push(too_long(
                heading.span,
                "add `title: What happened, in one line`; the first heading of the text is too long for it",
            ));
            return None;
        }
        let line = format!("title: {}", written_in_yaml(&heading.value));
        if self.config.lenient {
            self.sink.push(
                Diagnostic::warning(
                    "title-from-heading",
                    "there is no `title`; the first heading of the text is taken for it",
                )
                .at(heading.span, "the title")
                .hint(format!("add `{line}`")),
            );
            return Some(heading);
        }
        let start = Span {
            end: span.start,
            ..span
        };
        let d = Diagnostic::error("missing-title", "there is no `title`")
            .at(span, "no title here")
            .related(heading.span, "the first heading of the text")
            .hint(format!("add `{line}`"));
        self.sink.push(match self.f.key_span("title").is_some() {
            // A second one would not count.
            true => d,
            false => d.fix(start, format!("{line}\n")),
        });
        None
    }

    /// Returns whether it is a draft. An unreadable value hides the article as well.
    pub fn draft(&mut self) -> bool {
        let flag = self.f.flag("draft", self.sink);
        flag.unwrap_or_else(|| self.f.take("draft").is_some())
    }

    /// Returns whether another generator would keep the text from readers, with a warning unless it
    /// is marked as a draft as well.
    pub fn kept_back(&mut self) -> bool {
        let Some((key, node)) = kept_back::find(&self.f, self.config) else {
            return false;
        };
        if !self.f.take("draft").is_some_and(Node::is_true) {
            self.sink
                .push(kept_back::warning(key.value, key.span, node));
        }
        self.f.take_named(key.value);
        self.extra.add(key.value, plain_value(node));
        true
    }

    pub fn kind(&mut self) -> ArticleKind {
        let kinds = [
            ArticleKind::News,
            ArticleKind::Analysis,
            ArticleKind::Opinion,
            ArticleKind::Explainer,
        ];
        let Some(word) = self.f.text("kind", self.sink) else {
            return ArticleKind::News;
        };
        kinds
            .into_iter()
            .find(|k| k.id() == word.value)
            .unwrap_or_else(|| {
                self.unknown_word(&word, "kind of article", kinds.iter().map(|k| k.id()));
                self.keep("kind");
                ArticleKind::News
            })
    }

    pub fn unknown_word<'k>(
        &mut self,
        word: &At<String>,
        what: &str,
        choices: impl Iterator<Item = &'k str>,
    ) {
        let choices: Vec<_> = choices.collect();
        suggest::unknown_word(word, what, &choices, self.sink);
    }

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

    /// Reports that the article has no date, and suggests a key that may have been meant as one.
    /// Only a notice for a draft in a folder of drafts.
    pub fn missing_date(&mut self, draft: bool, published: Option<Moment>) {
        let span = self.f.place_of("date");
        let hint = match (self.dated_key(), published) {
            (None, Some(published)) => format!(
                "add `date: {}`, the day of its publication, or the day on which it happened",
                published.day(self.config.timezone)
            ),
            (Some((key, _)), _) => format!(
                "rename `{0}:` to `date:`; for many files, add to site.yaml: `front_matter: {{rename: {{{0}: date}}}}`",
                key.value
            ),
            (None, None) => "add `date: 2025-12-09`, or `2025-12` or `2025` if no more is known; or `kind: explainer` if it is not about an event".to_owned(),
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

    /// Reads a fixed address, as a route.
    pub fn address(&mut self) -> Option<At<String>> {
        let Some(node) = self.f.take("permalink") else {
            let text = self.f.text("slug", &mut Sink::default())?;
            let route = slug::check_path(&text.value).ok();
            return route
                .filter(|_| text.value.starts_with('/'))
                .map(|route| At::new(route, text.span));
        };
        if matches!(&node.value, Value::Scalar { text, quoted: false } if text == "false") {
            return None;
        }
        let text = values::text(node, "permalink", self.sink)?;
        let styles = ["date", "pretty", "ordinal", "weekdate", "none"];
        let is_pattern = text.value.contains(":") && !text.value.contains("://");
        let (message, hint) = if is_pattern || styles.contains(&text.value.as_str()) {
            (
                format!("`{}` is a permalink pattern, not an address", text.value),
                "write the address itself, as in `permalink: /2014/05/my-post/`; or remove it, and set the pattern for all articles in site.yaml",
            )
        } else {
            match slug::check_path(&text.value) {
                Ok(route) => return Some(At::new(route, text.span)),
                Err(fault) => (
                    format!("`{}` can't be an address of this site: {fault}", text.value),
                    "write only the path, as in `permalink: /2014/05/my-post/`; list an address on another site under `sources`",
                ),
            }
        };
        self.sink.push(
            Diagnostic::error("bad-address", message)
                .at(text.span, "here")
                .hint(hint)
                .lenient_warning(),
        );
        self.keep("permalink");
        None
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

    pub fn id(&mut self, key: &'static str) -> Option<At<String>> {
        let id = self.f.text(key, self.sink)?;
        let id = id.map(|id: String| slug::nfc(&id).into_owned());
        if let Err(fault) = slug::check(&id.value) {
            self.sink.push(
                Diagnostic::error("bad-id", format!("`{}` can't be an id: {fault}", id.value))
                    .at(id.span, "here")
                    .hint(format!(
                        "use letters, digits and hyphens, as in `{}`",
                        self.config.slugs.of(&id.value)
                    )),
            );
            self.keep(key);
            return None;
        }
        Some(id)
    }

    pub fn slug(&mut self) -> Option<At<String>> {
        let text = self.f.text("slug", self.sink)?;
        // Docusaurus's is an address.
        if text.value.starts_with('/') && slug::check_path(&text.value).is_ok() {
            return None;
        }
        let text = text.map(|text: String| slug::nfc(&text).into_owned());
        if let Err(fault) = slug::check(&text.value) {
            self.sink.push(
                Diagnostic::error(
                    "bad-slug",
                    format!("`{}` can't be part of an address: {fault}", text.value),
                )
                .at(text.span, "here")
                .hint(format!(
                    "write `slug: {}`",
                    self.config.slugs.of(&text.value)
                )),
            );
            self.keep("slug");
            return None;
        }
        Some(text)
    }

    pub fn aliases(&mut self) -> Vec<At<String>> {
        let list = self.f.list("aliases", self.sink);
        let all = list.len();
        let mut good = Vec::new();
        for alias in list {
            match slug::check_path(&alias.value) {
                Ok(route) => good.push(At::new(route, alias.span)),
                Err(fault) => self.sink.push(
                    Diagnostic::error(
                        "bad-alias",
                        format!(
                            "`{}` can't be an old address of this site: {fault}",
                            alias.value
                        ),
                    )
                    .at(alias.span, "here")
                    .hint("write only the path, as in `aliases: [/2025/12/old-name.html]`"),
                ),
            }
        }
        if good.len() < all {
            self.keep("aliases");
        }
        good
    }

    pub fn order(&mut self) -> Option<i32> {
        self.f
            .number("order", -1_000_000..=1_000_000, self.sink)
            .and_then(|n| i32::try_from(n.value).ok())
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

fn is_too_long(title: &str) -> bool {
    title.len() > MAX_TITLE && title.chars().count() > MAX_TITLE
}

fn too_long(span: Span, hint: &str) -> Diagnostic {
    let message = format!("the title has more than {MAX_TITLE} characters");
    Diagnostic::error("too-long", message)
        .at(span, "too long")
        .hint(hint)
}

/// A title as YAML reads it back: in quotes if it needs them.
fn written_in_yaml(title: &str) -> String {
    let plain = title.starts_with(char::is_alphabetic)
        && !title.contains([':', '#', '"', '\\'])
        && !["true", "false", "null", "yes", "no", "on", "off"]
            .iter()
            .any(|word| title.eq_ignore_ascii_case(word));
    match plain {
        true => title.to_owned(),
        false => format!("\"{}\"", title.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}
