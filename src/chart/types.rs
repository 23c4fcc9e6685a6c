//! What pictures are made from. Every word comes from outside: nothing here is written in a language.

use serde::Serialize;

use super::calendar::Day;

/// How exactly a date is known. Only a [`Precision::Day`] is drawn as a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Precision {
    /// One day (or an instant on it).
    Day,
    /// A month, season, quarter, half, year, decade or century: some day in it.
    Period,
    /// From a first day to a last one, all of it.
    Range,
    /// One of several days.
    Choice,
}

/// The days that a date can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First day.
    pub start: Day,
    /// Last day, itself included; never before `start`.
    pub end: Day,
    /// How exactly it is known.
    pub precision: Precision,
    /// "About": the date is approximate or uncertain.
    pub about: bool,
    /// "Or earlier".
    pub open_start: bool,
    /// "Or later".
    pub open_end: bool,
}

impl Span {
    /// A single day.
    pub fn day(at: Day) -> Span {
        Span {
            start: at,
            end: at,
            precision: Precision::Day,
            about: false,
            open_start: false,
            open_end: false,
        }
    }

    /// Some day from `start` to `end`.
    pub fn period(start: Day, end: Day) -> Span {
        Span {
            start,
            end: end.max(start),
            precision: Precision::Period,
            ..Span::day(start)
        }
    }

    /// Whether it is one known day.
    pub fn is_point(&self) -> bool {
        self.precision == Precision::Day
            && self.start == self.end
            && !self.open_start
            && !self.open_end
    }
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Status {
    /// It happened.
    Happened,
    /// It is expected.
    Expected,
    /// It was expected, and its date is over.
    Overdue,
    /// It was called off.
    Cancelled,
}

/// An event.
#[derive(Clone, Debug, Serialize)]
pub struct Mark {
    /// Stable id: that of the entry.
    pub id: String,
    /// Where it leads.
    pub href: String,
    /// The title as it may be drawn and cut; the lane's own name is already cut from it.
    pub label: String,
    /// The whole title.
    pub title: String,
    /// Its date in words.
    pub when: String,
    /// When.
    pub span: Span,
    /// What it stands for.
    pub status: Status,
    /// 1 to 5.
    pub importance: u8,
}

/// A picture tells so many steps apart.
pub const MOST_STEPS: usize = 6;

/// The step as which a step of a scale is drawn: of a longer scale, neighbours look alike.
pub fn drawn_step(step: usize, steps: usize) -> usize {
    match steps > MOST_STEPS {
        true => step.min(steps - 1) * MOST_STEPS / steps,
        false => step,
    }
}

/// What a band is filled with. The further along the scale, the denser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Pattern {
    Lines,
    Dots,
    Stripes,
    Hatch,
    Grid,
    Solid,
    Outline,
}

impl Pattern {
    const WORDS: [(&'static str, Pattern); 7] = [
        ("lines", Pattern::Lines),
        ("dots", Pattern::Dots),
        ("stripes", Pattern::Stripes),
        ("hatch", Pattern::Hatch),
        ("grid", Pattern::Grid),
        ("solid", Pattern::Solid),
        ("outline", Pattern::Outline),
    ];

    /// That of a step of a scale, if nothing else is wanted.
    pub fn usual(step: usize, steps: usize) -> Pattern {
        let (step, steps) = (drawn_step(step, steps), steps.min(MOST_STEPS));
        if step + 1 >= steps && steps > 1 {
            return Pattern::Solid;
        }
        match step {
            0 => Pattern::Lines,
            1 => Pattern::Dots,
            2 => Pattern::Stripes,
            3 => Pattern::Hatch,
            _ => Pattern::Grid,
        }
    }

    /// As in the configuration and in classes.
    pub fn word(self) -> &'static str {
        let found = Pattern::WORDS.iter().find(|(_, pattern)| *pattern == self);
        found.map_or("", |(word, _)| word)
    }

    /// The pattern of a word.
    pub fn named(word: &str) -> Option<Pattern> {
        let found = Pattern::WORDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, pattern)| *pattern)
    }
}

/// A change of stance.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// Place on the scale of stances, from 0.
    pub step: usize,
    /// The days on which it can have happened.
    pub span: Span,
    /// Only reported or rumoured.
    pub tentative: bool,
    /// The stance as it is drawn under the band: "Open weight", "Closed, reported".
    pub name: String,
    /// The same with the year, for a stance from before the axis: "Open weight since 2019".
    pub since: String,
    /// What the entry says: "Hybrid since August 2026: Meta publishes …".
    pub title: String,
    /// Its date in words.
    pub when: String,
    /// Where it leads.
    pub href: String,
}

/// One date that a promise was given.
#[derive(Clone, Debug, Serialize)]
pub struct Target {
    /// When it was to be; none if no date was given.
    pub span: Option<Span>,
    /// The day on which it was said.
    pub said: Option<Day>,
    /// The date in words.
    pub when: String,
}

/// What came of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Outcome {
    /// Its date is to come.
    Waiting,
    /// Its date is over and nothing was reported.
    Overdue,
    /// It came true then.
    Happened(Span),
    /// It was called off then.
    Cancelled(Span),
}

/// Something announced, and what came of it.
#[derive(Clone, Debug, Serialize)]
pub struct Promise {
    /// Stable id: that of the entry.
    pub id: String,
    /// Where it leads.
    pub href: String,
    /// What was promised, short.
    pub label: String,
    /// The whole title.
    pub title: String,
    /// What came of it, in words: "put off twice, at least 3 months late".
    pub verdict: String,
    /// Its dates, in the order in which they were said; at least one.
    pub targets: Vec<Target>,
    /// What came of it.
    pub outcome: Outcome,
}

impl Promise {
    /// Whether it is still to come.
    pub fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Waiting | Outcome::Overdue)
    }
}

/// One organisation, or another term, over time.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// Its present stance: "Hybrid". Empty if it has none.
    pub stance: String,
    /// Since when: "since Aug 2026".
    pub since: String,
    /// Changes of stance in the order of time.
    pub changes: Vec<Change>,
    /// What happened.
    pub marks: Vec<Mark>,
    /// What was announced.
    pub promises: Vec<Promise>,
    /// When more happened than is shown mark by mark (see [`super::thin`]).
    pub lesser: Vec<Span>,
    /// How many of these are of importance 4.
    pub unnamed: usize,
    /// How much more was announced than is shown, in words: "Further announcements: 37". Empty if nothing.
    pub more_plans: String,
    /// Whether it has a past before the axis begins: then its rail starts at the edge.
    pub earlier: bool,
}

/// A day that all lanes share.
#[derive(Clone, Debug, Serialize)]
pub struct KeyDate {
    /// When.
    pub at: Day,
    /// What is written at its line.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// Words of the axis and of what is written by every picture.
#[derive(Clone, Debug, Serialize)]
pub struct Words {
    /// "Today, 28 Nov 2026".
    pub today: String,
    /// Short names of months, January first.
    pub months: [String; 12],
    /// How month and year are joined: `{m} {y}`.
    pub month_year: String,
    /// A year of digits beside its month: `{y}`, or `{y}年`.
    pub year: String,
    /// A year before the start of the count, which is `{y}`: "{y} BC"; one of its first 999: "AD {y}".
    pub early_years: [String; 2],
    /// Digits of the language.
    pub digits: [char; 10],
    /// Between a date and what it dates: ": ".
    pub colon: String,
    /// Between clauses: "; ".
    pub semicolon: String,
    /// From an earlier date to the one that replaced it: " → ", or " ← " where texts run from right to left.
    pub then: String,
    /// How many more there are than have a label: `+{n}`.
    pub more: String,
}

impl Words {
    /// A whole number, which is not negative, in the language's digits.
    pub fn number(&self, n: i32) -> String {
        let text = n.unsigned_abs().to_string();
        let digits = text.bytes().map(|b| self.digits[usize::from(b - b'0')]);
        digits.collect()
    }

    /// A year on its own. It is astronomical: 0 is 1 BC.
    pub fn year(&self, year: i32) -> String {
        let [before, early] = &self.early_years;
        match year {
            ..=0 => before.replace("{y}", &self.number(1 - year)),
            1..=999 => early.replace("{y}", &self.number(year)),
            _ => self.number(year),
        }
    }

    /// A month, January being 1, and its year.
    pub fn month_of_year(&self, year: i32, month: u32) -> String {
        let of = match year {
            ..=999 => self.year(year),
            _ => self.year.replace("{y}", &self.number(year)),
        };
        let name = &self.months[month as usize - 1];
        self.month_year.replace("{m}", name).replace("{y}", &of)
    }
}

impl Default for Words {
    /// No words at all, for tests: months are numbers.
    fn default() -> Words {
        let digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
        Words {
            today: String::new(),
            months: std::array::from_fn(|m| (m + 1).to_string()),
            month_year: "{m}/{y}".into(),
            year: "{y}".into(),
            early_years: ["{y} BC".into(), "AD {y}".into()],
            digits,
            colon: ": ".into(),
            semicolon: "; ".into(),
            then: " \u{2192} ".into(),
            more: "+{n}".into(),
        }
    }
}

/// How a picture is drawn.
#[derive(Clone, Debug, Serialize)]
pub struct Options {
    /// Begins every id in the picture; must differ between the pictures of a page.
    pub id: String,
    /// Width in pixels.
    pub width: f64,
    /// The first day of the axis; where the facts begin if none is given.
    pub from: Option<Day>,
    /// The last day of the axis; where the facts end if none is given.
    pub to: Option<Day>,
    /// Today, if the picture shows it; pictures without it end at `as_of`.
    pub today: Option<Day>,
    /// The day up to which the facts go: bands end there.
    pub as_of: Day,
    /// The language is written from right to left. Time still runs from left to right.
    pub rtl: bool,
    /// How many stances the scale has.
    pub steps: usize,
    /// Their patterns, where they are not the usual ones.
    pub patterns: Vec<Option<Pattern>>,
    /// Fewer lines of labels, and of promises only the open ones.
    pub compact: bool,
    /// Whether names of lanes and their stances are drawn beside them.
    pub heads: bool,
    /// Whether a script may zoom it: then it says which day is where.
    pub zoomable: bool,
    /// Lines through all lanes.
    pub key_dates: Vec<KeyDate>,
    /// Words of the axis.
    pub words: Words,
}

impl Options {
    /// The day on which bands and rails end.
    pub fn end(&self) -> Day {
        self.today.unwrap_or(self.as_of)
    }
}
