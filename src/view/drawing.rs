//! What a picture is drawn from. Templates never see it: rendering draws it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::ViewContext;
use crate::chart::alone::Frame;
use crate::chart::calendar::Day;
use crate::chart::density::{Fact, Period};
use crate::chart::key::Sign;
use crate::chart::slips::Axes;
use crate::chart::story::Story;
use crate::chart::thin::Room;
use crate::chart::types::{Lane, Options, Promise, Span};
use crate::plan::ChartForm;

/// Widths of pictures, in pixels: on wide screens, and on phones.
const WIDE: f64 = 1184.0;
pub(super) const NARROW: f64 = 328.0;

impl ViewContext<'_> {
    /// How a picture is drawn that says nothing else: on wide screens, for as long as its facts go,
    /// without names and stances. `today`: a line stands there.
    pub(super) fn picture(&self, id: &str, as_of: Day, today: Option<Day>) -> Options {
        Options {
            id: id.to_owned(),
            width: WIDE,
            from: None,
            to: None,
            today,
            as_of,
            rtl: self.messages.is_turned(),
            steps: 1,
            patterns: Vec::new(),
            compact: false,
            heads: false,
            zoomable: false,
            key_dates: Vec::new(),
            words: self.axis_words(today.is_some()),
        }
    }
}

/// What the pictures of lanes are drawn from.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Drawing {
    pub title: String,
    /// Empty if there is nothing to say.
    pub finding: String,
    pub lanes: Vec<Lane>,
    /// How much of each lane is shown by itself; none if all is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<Room>,
    pub wide: Option<Options>,
    pub narrow: Option<Options>,
    /// In a site with several languages: the languages of labels in another than that of the
    /// edition, by the address of what they name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub langs: BTreeMap<String, String>,
    /// Words of the signs.
    pub signs: Vec<(Sign, String)>,
    pub drawn_as: DrawnAs,
}

/// Which picture of lanes it is.
#[derive(Debug, Clone, Default, Serialize)]
pub enum DrawnAs {
    /// Lanes, one below the other.
    #[default]
    Lanes,
    /// The stances of one lane.
    Band,
    /// Lanes, and below them where they differ.
    Compared(DistanceWords),
}

/// What is said of stances that differ.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DistanceWords {
    /// "Differences".
    pub heading: String,
    /// By how many steps of the scale: "the same stance", "one step apart".
    pub distances: Vec<String>,
}

impl DistanceWords {
    /// Of some steps; empty if fewer than two are known.
    pub fn of(&self, distance: Option<usize>) -> &str {
        let words = distance.and_then(|steps| self.distances.get(steps));
        words.map_or("", String::as_str)
    }
}

/// What a row of bars is drawn from.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DensityDrawing {
    pub title: String,
    /// First and last day, importance, whether it is expected.
    pub facts: Vec<(Day, Day, u8, bool)>,
    pub periods: Vec<Period>,
    pub wide: Option<Options>,
    pub narrow: Option<Options>,
}

impl DensityDrawing {
    /// The facts as the picture takes them.
    pub fn facts(&self) -> Vec<Fact> {
        let fact = |&(start, end, importance, expected): &(Day, Day, u8, bool)| Fact {
            span: Span::period(start, end),
            importance,
            expected,
        };
        self.facts.iter().map(fact).collect()
    }
}

/// What the picture of slips is drawn from.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SlipsDrawing {
    pub title: String,
    /// What the picture shows, in a sentence.
    pub about: String,
    pub promises: Vec<Promise>,
    /// As in [`Drawing`].
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub langs: BTreeMap<String, String>,
    pub axes: Axes,
    pub wide: Option<Options>,
    pub narrow: Option<Options>,
}

/// What the picture of a storyline is drawn from.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryDrawing {
    pub title: String,
    /// Empty if there is nothing to say.
    pub finding: String,
    pub story: Story,
    /// As in [`Drawing`].
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub langs: BTreeMap<String, String>,
    pub wide: Option<Options>,
    pub narrow: Option<Options>,
}

/// What such a file is made from.
#[derive(Debug, Serialize)]
pub struct ChartDeps {
    pub form: ChartForm,
    pub drawn: ChartDrawing,
    pub frame: Frame,
}

/// The picture in it.
#[derive(Debug, Serialize)]
pub enum ChartDrawing {
    Lanes(Drawing),
    Story(StoryDrawing),
    Slips(SlipsDrawing),
}

impl ChartDrawing {
    /// Title and finding; the finding may be empty.
    pub(super) fn words(&self) -> (&str, &str) {
        match self {
            ChartDrawing::Lanes(drawing) => (&drawing.title, &drawing.finding),
            ChartDrawing::Story(drawing) => (&drawing.title, &drawing.finding),
            ChartDrawing::Slips(drawing) => (&drawing.title, &drawing.about),
        }
    }

    /// How it is drawn.
    pub(super) fn options(&self) -> Option<&Options> {
        match self {
            ChartDrawing::Lanes(drawing) => drawing.wide.as_ref(),
            ChartDrawing::Story(drawing) => drawing.wide.as_ref(),
            ChartDrawing::Slips(drawing) => drawing.wide.as_ref(),
        }
    }

    /// The wide picture alone. It ends at its last change, so that it changes with it and not every day, and has
    /// no script.
    pub(super) fn settled(mut self) -> Self {
        let (wide, narrow) = match &mut self {
            ChartDrawing::Lanes(drawing) => (&mut drawing.wide, &mut drawing.narrow),
            ChartDrawing::Story(drawing) => (&mut drawing.wide, &mut drawing.narrow),
            ChartDrawing::Slips(drawing) => (&mut drawing.wide, &mut drawing.narrow),
        };
        *narrow = None;
        if let Some(options) = wide {
            options.today = None;
            options.words.today.clear();
            options.zoomable = false;
            options.id = "c-".to_owned();
        }
        self
    }
}
