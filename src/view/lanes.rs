//! Terms as lanes over time: the picture's data, its words, and the same facts as a table.
//!
//! Nothing is drawn here. The data enter the page's key, and rendering draws the picture only if the
//! key has changed.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt as _};
use serde::Serialize;

use super::context::ViewContext;
use super::drawing::{Drawing, DrawnAs, NARROW};
use super::lane_days::{first_day, last_change, number, short_day, span};
use super::lane_rows::{LaneRow, bounded, table};
use super::{Html, date_text};
use crate::chart::calendar::Day;
use crate::chart::key::Sign;
use crate::chart::rows::clipped;
use crate::chart::text::without_name;
use crate::chart::thin::{Room, thinned};
use crate::chart::types as chart;
use crate::chart::types::{Lane, MOST_STEPS, Options, Outcome, Status, drawn_step};
use crate::content::date::EventDate;
use crate::content::event::LifeStage;
use crate::content::front_matter::ArticleKind;
use crate::messages::Messages;
use crate::model::entry::{Entry, EntryId};
use crate::model::taxonomy::TermRef;

/// What a lane's last event is at least as important as, if there is one.
const WEIGHTY: u8 = 4;

/// Lanes over time: a picture for wide screens, one for narrow screens, and the same facts as a
/// table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LanesView {
    /// What the picture shows, in a sentence; none if nobody takes a stance.
    pub finding: Option<String>,
    /// The day up to which the picture goes: "9 Dec 2025"; none if it shows today.
    pub as_of: Option<String>,
    /// From above to below.
    pub lanes: Vec<LaneView>,
    /// The stances that they show, in the order of the scale; only on the front page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stances: Vec<StanceSign>,
    /// Everything that the picture shows; of very much, what it shows by itself and the latest.
    pub rows: Vec<LaneRow>,
    /// How many rows these are, in words, if some are left out.
    pub rows_shown: Option<String>,
    /// Finished SVG: all lanes, for wide screens.
    #[serde(skip)]
    pub wide: Html<Drawing>,
    /// Finished SVG: what the signs mean, for wide screens.
    #[serde(skip)]
    pub wide_key: Html<()>,
    /// Finished SVG: the axis above the lanes, for narrow screens.
    #[serde(skip)]
    pub narrow_axis: Html<()>,
    /// Finished SVG: what the signs mean, for narrow screens.
    #[serde(skip)]
    pub narrow_key: Html<()>,
}

/// How a stance is drawn.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StanceSign {
    pub label: String,
    /// Position on the scale, from 0; of a scale of more than six, the one of six as which it is drawn.
    pub step: usize,
    /// `solid`, `dots`, `stripes`, `hatch` … to distinguish stances without colour.
    pub pattern: Option<String>,
}

/// One lane.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LaneView {
    pub label: String,
    /// Its page.
    pub url: String,
    /// Its present stance; empty if it has none.
    pub stance: String,
    /// Since when: "since 4 Aug 2026".
    pub since: String,
    /// Its last event of some importance.
    pub last: Option<LaneEvent>,
    /// What it announced last of all whose date has passed.
    pub passed: Option<LaneEvent>,
    /// What it has announced that comes next.
    pub next: Option<LaneEvent>,
    /// Finished SVG: the lane, for narrow screens.
    #[serde(skip)]
    pub narrow: Html<()>,
}

/// An event of a lane, in a line of text.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LaneEvent {
    /// "9 Dec 2025"; of what was announced, what became of it.
    pub when: String,
    pub title: String,
    pub url: String,
    /// In a site with several languages, the language of the title, if it is not that of the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// Which picture of lanes a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LanesForm {
    /// All of everything, up to today.
    Page,
    /// All of everything, up to the last change: a file of its own.
    File,
    /// Few labels, up to today.
    Compact,
    /// One lane without its name, up to its last change.
    Alone,
    /// The stances of one term, up to the last change.
    Band,
    /// All of a few terms, and where their stances differ, up to the last change.
    Compared,
}

/// The facts of lanes, and what the table says of them besides.
#[derive(Default)]
struct Facts {
    lanes: Vec<Lane>,
    /// By address.
    certainties: HashMap<String, String>,
    /// By address, where it is not that of the edition.
    langs: BTreeMap<String, String>,
    /// Where the axis begins, if not with the first of them.
    from: Option<Day>,
}

impl ViewContext<'_> {
    /// These terms as lanes.
    pub fn lanes(&self, terms: &[TermRef], form: LanesForm) -> LanesView {
        let Facts {
            lanes,
            certainties,
            langs,
            from,
        } = self.facts(terms, form);
        let today = number(self.site.today);
        let shows_today = matches!(form, LanesForm::Page | LanesForm::Compact);
        let as_of = last_change(&lanes, today);
        let wide = Options {
            from,
            steps: self.site.config.stances.len().clamp(1, MOST_STEPS),
            patterns: self.stance_patterns(),
            compact: form == LanesForm::Compact,
            heads: !matches!(form, LanesForm::Alone | LanesForm::Band),
            zoomable: matches!(form, LanesForm::Page | LanesForm::Compared),
            ..self.picture("dl:lanes-w", as_of, shows_today.then_some(today))
        };
        let narrow = Options {
            id: "dl:lanes-n".to_owned(),
            width: NARROW,
            zoomable: false,
            ..wide.clone()
        };
        let finding = match form {
            LanesForm::Alone | LanesForm::Band => {
                terms.first().and_then(|at| self.finding_of_one(*at))
            }
            _ => self.finding(terms),
        };
        let rows = match form {
            LanesForm::Page | LanesForm::Compared => table(&lanes, &wide, &certainties, &langs),
            _ => Vec::new(),
        };
        let views = lanes.iter().map(|lane| lane_view(lane, &langs)).collect();
        let stances = match form {
            LanesForm::Compact => self.stance_signs(&lanes),
            _ => Vec::new(),
        };
        let room = Room::of(&lanes);
        let lanes: Vec<Lane> = match room {
            Some(room) => lanes.iter().map(|lane| self.thinned(lane, room)).collect(),
            None => lanes,
        };
        let (rows, rows_shown) = self.shown(rows, &lanes);
        LanesView {
            as_of: (!shows_today)
                .then(|| short_day(self.messages, as_of))
                .flatten(),
            rows,
            rows_shown,
            lanes: views,
            stances,
            wide: Html(Drawing {
                title: self.lanes_title(terms, form),
                finding: finding.clone().unwrap_or_default(),
                wide: Some(wide),
                narrow: Some(narrow),
                signs: match form {
                    LanesForm::Page | LanesForm::Compared | LanesForm::File => self.signs(),
                    _ => Vec::new(),
                },
                lanes,
                room,
                langs,
                drawn_as: match form {
                    LanesForm::Band => DrawnAs::Band,
                    LanesForm::Compared => DrawnAs::Compared(self.distance_words()),
                    _ => DrawnAs::Lanes,
                },
            }),
            finding,
            ..LanesView::default()
        }
    }

    /// Everything that happened and was announced in these lanes, as far as the axis of the page of lanes goes.
    pub fn lane_rows(&self, terms: &[TermRef]) -> Vec<LaneRow> {
        let facts = self.facts(terms, LanesForm::Page);
        let today = number(self.site.today);
        let options = Options {
            from: facts.from,
            ..self.picture("", last_change(&facts.lanes, today), Some(today))
        };
        table(&facts.lanes, &options, &facts.certainties, &facts.langs)
    }

    /// The facts of these terms on the axis of a picture.
    fn facts(&self, terms: &[TermRef], form: LanesForm) -> Facts {
        let mut facts = Facts::default();
        for at in terms {
            let mut lane = self.lane(*at, &mut facts);
            if form == LanesForm::Band {
                lane.marks.clear();
                lane.promises.clear();
            }
            facts.lanes.push(lane);
        }
        facts.from = first_day(&facts.lanes, form);
        if let Some(from) = facts.from {
            let lanes = facts.lanes.iter();
            facts.lanes = lanes.map(|lane| clipped(lane, from, Day::MAX)).collect();
        }
        facts
    }

    /// A lane with no more marks and announcements than it has room for.
    fn thinned(&self, lane: &Lane, room: Room) -> Lane {
        let (lane, hidden) = thinned(lane, room);
        let args = [("count", hidden.into())];
        Lane {
            more_plans: match hidden {
                0 => String::new(),
                _ => self.messages.with("chart-more-plans", &args),
            },
            ..lane
        }
    }

    /// As many rows as a page has, in their order: those of what the picture shows by itself, then the latest. And
    /// in words how many these are, if some are left out.
    fn shown(&self, rows: Vec<LaneRow>, lanes: &[Lane]) -> (Vec<LaneRow>, Option<String>) {
        let count = rows.len();
        let rows = bounded(rows, lanes);
        let args = [("shown", rows.len().into()), ("count", count.into())];
        let words = self.messages.with("lanes-rows-shown", &args);
        let is_whole = rows.len() == count;
        (rows, (!is_whole).then_some(words))
    }

    fn lanes_title(&self, terms: &[TermRef], form: LanesForm) -> String {
        match (form, terms) {
            (LanesForm::Alone | LanesForm::Band, [at, ..]) => {
                let args = [("name", (&self.site.term(*at).label).into())];
                self.messages.with("lane-title", &args)
            }
            (LanesForm::Compared, _) => self.compared(terms),
            _ => self.messages.say("lanes-title").to_owned(),
        }
    }

    /// "Meta and Google: hybrid; Mistral: open weight." `None` if nobody takes a stance.
    fn finding(&self, terms: &[TermRef]) -> Option<String> {
        let mut holders: Vec<(String, Vec<String>)> = Vec::new();
        for at in terms {
            let Some((step, _)) = self.present(*at) else {
                continue;
            };
            let name = self.site.term(*at).label.clone();
            let stance = &self.site.config.stances[step].label;
            match holders.iter_mut().find(|(of, _)| of == stance) {
                Some((_, names)) => names.push(name),
                None => holders.push((stance.clone(), vec![name])),
            }
        }
        let parts = self.stance_parts(&holders);
        let args = [("parts", (&parts).into())];
        (!parts.is_empty()).then(|| self.messages.with("lanes-finding", &args))
    }

    /// "Meta and Google: hybrid; Mistral: open weight", from each stance with those who take it.
    pub(super) fn stance_parts(&self, holders: &[(String, Vec<String>)]) -> String {
        let part = |(stance, names): &(String, Vec<String>)| {
            let names = plain_list(self.messages, names);
            let args = [("names", (&names).into()), ("stance", stance.into())];
            self.messages.with("lanes-finding-part", &args)
        };
        let parts: Vec<String> = holders.iter().map(part).collect();
        parts.join(self.messages.say("lanes-finding-comma"))
    }

    /// "Hybrid since 4 Aug 2026."
    fn finding_of_one(&self, at: TermRef) -> Option<String> {
        let (step, entry) = self.present(at)?;
        let date = entry.date.as_ref()?;
        let short = self.short_for("lane-finding", date);
        let args = [
            ("stance", (&self.site.config.stances[step].label).into()),
            ("date", (&short).into()),
            ("kind", date_text::kind(date).into()),
        ];
        Some(self.messages.with("lane-finding", &args))
    }

    fn present(&self, at: TermRef) -> Option<(usize, &Entry)> {
        let entry = self.site.entry(self.present_stance(at)?);
        let mut stances = entry.stances.iter();
        let (_, step) = stances.find(|(organisation, _)| *organisation == at)?;
        Some((*step, entry))
    }

    /// The facts of a term; what the table says of them besides is added to `facts`.
    fn lane(&self, at: TermRef, facts: &mut Facts) -> Lane {
        let term = self.site.term(at);
        let link = self.term_link(at);
        let mut entries: Vec<EntryId> = term.entries.clone();
        entries.sort_by_key(|id| self.site.rank_oldest(*id));
        let mut lane = Lane {
            name: link.label,
            href: link.url,
            ..Lane::default()
        };
        let mut since = HashMap::new();
        for id in entries {
            let entry = self.site.entry(id);
            if entry.background {
                continue;
            }
            let href = self.entry_href(entry);
            let told = entry.folded.iter().map(|id| self.site.entry(*id));
            for entry in std::iter::once(entry).chain(told) {
                if let Some(lang) = self.article_lang(entry.article) {
                    facts.langs.insert(self.entry_href(entry), lang);
                }
            }
            if let Some(certainty) = self.certainty(entry) {
                facts.certainties.insert(href, certainty.label);
            }
            lane.marks.extend(self.mark(entry, &term.label));
            if let Some(change) = self.change(entry, at) {
                since.insert(change.href.clone(), self.since(entry));
                lane.changes.push(change);
            }
            lane.promises
                .extend(self.lane_promise(entry, None, &term.label));
            for promise in &entry.folded {
                let promise = self.site.entry(*promise);
                lane.promises
                    .extend(self.lane_promise(promise, Some(entry), &term.label));
            }
        }
        let now = crate::chart::bands::merged(&lane.changes).pop();
        if let Some(now) = now {
            lane.since = since.remove(&now.href).unwrap_or_default();
            lane.stance = now.name;
        }
        lane
    }

    /// "since 4 Aug 2026".
    fn since(&self, entry: &Entry) -> String {
        let dated = entry.date.as_ref();
        dated.map_or_else(String::new, |date| self.dated("lane-since", date))
    }

    /// A message with an abbreviated date and nothing else.
    pub(super) fn dated(&self, id: &str, date: &EventDate) -> String {
        let short = self.short_for(id, date);
        let args = [
            ("date", (&short).into()),
            ("kind", date_text::kind(date).into()),
        ];
        self.messages.with(id, &args)
    }

    /// What happened, unless an article only explains or analyses it.
    fn mark(&self, entry: &Entry, name: &str) -> Option<chart::Mark> {
        let kind = self.site.article(entry.article).front.kind;
        let is_news = entry.listed.is_some() || kind == ArticleKind::News;
        if entry.stage != LifeStage::Happened || !is_news {
            return None;
        }
        let date = entry.date.as_ref()?;
        Some(chart::Mark {
            id: entry.id.clone(),
            href: self.entry_href(entry),
            label: self.label_within(entry, name),
            title: self.title(entry).to_owned(),
            when: self.messages.short(date),
            span: span(date)?,
            status: Status::Happened,
            importance: entry.importance,
        })
    }

    /// A title as a lane shows it: English allows to leave out the lane's own name.
    pub(super) fn label_within(&self, entry: &Entry, name: &str) -> String {
        let title = self.title(entry);
        let article = self.site.article(entry.article);
        let language = article.front.lang.as_deref();
        let language = language.unwrap_or(&self.site.config.language);
        match language.split('-').next() {
            Some("en") => without_name(title, name),
            _ => title.to_owned(),
        }
    }

    /// The change of stance that an event is.
    pub(super) fn change(&self, entry: &Entry, at: TermRef) -> Option<chart::Change> {
        let mut stances = entry.stances.iter();
        let (_, step) = stances.find(|(organisation, _)| *organisation == at)?;
        if entry.stage != LifeStage::Happened {
            return None;
        }
        let date = entry.date.as_ref()?;
        let span = span(date)?;
        let stance = self.stance(entry, at, *step);
        let name = match self.certainty(entry).filter(|_| stance.tentative) {
            Some(how) => {
                let args = [
                    ("stance", (&stance.label).into()),
                    ("how", (&how.label).into()),
                ];
                self.messages.with("lane-stance-unsure", &args)
            }
            None => stance.label.clone(),
        };
        let year = self
            .messages
            .short_year(date.position().year.unwrap_or_default());
        let args = [("stance", (&name).into()), ("date", (&year).into())];
        Some(chart::Change {
            step: drawn_step(*step, self.site.config.stances.len()),
            span,
            tentative: stance.tentative,
            since: self.messages.with("lane-stance-since", &args),
            title: self.title(entry).to_owned(),
            when: self.messages.short(date),
            href: self.entry_href(entry),
            name,
        })
    }

    /// The abbreviated date in the case that a message asks for.
    pub(super) fn short_for(&self, id: &str, date: &EventDate) -> String {
        self.messages
            .short_in(date, self.messages.case(id, "date", ""))
    }

    pub(super) fn axis_words(&self, shows_today: bool) -> chart::Words {
        let messages = self.messages;
        let digit = |n: usize| messages.number(n as i64).chars().next().unwrap_or('0');
        let today = number(self.site.today);
        let today = short_day(messages, today).filter(|_| shows_today);
        chart::Words {
            today: today.map_or_else(String::new, |date| {
                messages.with("chart-today", &[("date", (&date).into())])
            }),
            months: messages.axis_months(),
            month_year: messages.axis_month_and_year(),
            year: messages.with("short-year", &[("year", "{y}".into())]),
            early_years: messages.axis_early_years(),
            digits: std::array::from_fn(digit),
            colon: messages.say("chart-colon").to_owned(),
            semicolon: messages.say("promise-comma").to_owned(),
            then: match messages.is_turned() {
                true => " \u{2190} ",
                false => " \u{2192} ",
            }
            .to_owned(),
            ..chart::Words::default()
        }
    }

    /// The patterns of the steps that pictures tell apart.
    pub(super) fn stance_patterns(&self) -> Vec<Option<chart::Pattern>> {
        let stances = &self.site.config.stances;
        let of = |drawn: usize| {
            let steps = (0..stances.len()).filter(|step| drawn_step(*step, stances.len()) == drawn);
            let mut named = steps.filter_map(|step| stances[step].pattern.as_deref());
            named.next().and_then(chart::Pattern::named)
        };
        (0..stances.len().min(MOST_STEPS)).map(of).collect()
    }

    /// The stances that lanes show.
    fn stance_signs(&self, lanes: &[Lane]) -> Vec<StanceSign> {
        let all = &self.site.config.stances;
        let changes = || lanes.iter().flat_map(|lane| &lane.changes);
        let shown = |step: usize| changes().any(|change| change.step == step);
        let signs = all.iter().enumerate().map(|(step, stance)| StanceSign {
            label: stance.label.clone(),
            step: drawn_step(step, all.len()),
            pattern: stance.pattern.clone(),
        });
        signs.filter(|sign| shown(sign.step)).collect()
    }

    /// The key to all signs; rendering leaves out those that the picture does not have.
    fn signs(&self) -> Vec<(Sign, String)> {
        let say = |id: &'static str| self.messages.say(id).to_owned();
        let mut signs = vec![(Sign::Heading, say("choice-stance"))];
        let all = &self.site.config.stances;
        let stances = all.iter().enumerate().map(|(step, stance)| {
            let sign = Sign::Step(drawn_step(step, all.len()));
            (sign, stance.label.clone())
        });
        signs.extend(stances);
        let others = [
            (Sign::Reported, "chart-reported"),
            (Sign::Slanted, "chart-slanted"),
            (Sign::Heading, "chart-events"),
            (Sign::Day, "key-exact"),
            (Sign::About, "key-approximate"),
            (Sign::Period, "key-partial"),
            (Sign::Range, "key-range"),
            (Sign::Lesser, "chart-lesser"),
            (Sign::Expected, "key-expected"),
            (Sign::PutOff, "chart-put-off"),
            (Sign::Overdue, "chart-passed"),
            (Sign::Cancelled, "chart-cancelled"),
            (Sign::Folded, "chart-folded"),
            (Sign::Larger, "chart-larger"),
        ];
        signs.extend(others.map(|(sign, id)| (sign, say(id))));
        signs
    }
}

fn lane_view(lane: &Lane, langs: &BTreeMap<String, String>) -> LaneView {
    let event = |mark: &chart::Mark| LaneEvent {
        when: mark.when.clone(),
        title: mark.label.clone(),
        url: mark.href.clone(),
        lang: langs.get(&mark.href).cloned(),
    };
    let promise = |promise: &chart::Promise| LaneEvent {
        when: promise.verdict.clone(),
        title: promise.label.clone(),
        url: promise.href.clone(),
        lang: langs.get(&promise.href).cloned(),
    };
    let target = |promise: &&chart::Promise| {
        let last = promise.targets.last();
        last.and_then(|t| t.span).map_or(Day::MAX, |span| span.end)
    };
    let of = |outcome: Outcome| {
        let promises = lane.promises.iter();
        promises.filter(move |promise| promise.outcome == outcome)
    };
    let weighty = lane.marks.iter().rfind(|mark| mark.importance >= WEIGHTY);
    LaneView {
        label: lane.name.clone(),
        url: lane.href.clone(),
        stance: lane.stance.clone(),
        since: lane.since.clone(),
        last: weighty.or(lane.marks.last()).map(event),
        passed: of(Outcome::Overdue).max_by_key(target).map(promise),
        next: of(Outcome::Waiting).min_by_key(target).map(promise),
        narrow: Html(()),
    }
}

/// Names in a row, without markup.
pub(super) fn plain_list(messages: &Messages, names: &[String]) -> String {
    let mut names = names.iter().enumerate();
    let Some((_, first)) = names.next() else {
        return String::new();
    };
    let count = 1 + names.len();
    names.fold(first.clone(), |before, (n, name)| {
        let id = match (n + 1 == count, count) {
            (true, 2) => "and-two",
            (true, _) => "and-last",
            _ => "and-more",
        };
        let args = [("names", (&before).into()), ("name", name.into())];
        messages.with(id, &args)
    })
}
