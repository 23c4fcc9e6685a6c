//! Organisations side by side: since when their stances are the same or differ.

use serde::Serialize;

use super::context::ViewContext;
use super::drawing::DistanceWords;
use super::lanes::{LanesForm, LanesView, plain_list};
use crate::chart::bands::merged;
use crate::chart::compare::{Difference, differences};
use crate::chart::types::{Change, Lane, MOST_STEPS};
use crate::model::taxonomy::TermRef;

/// A time in which the stances of several organisations stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DifferenceView {
    /// The date on which it began: "4 Aug 2026".
    pub since: String,
    /// Who stood where: "Meta: hybrid; Google: closed".
    pub text: String,
    /// How far apart that is: "one step apart".
    pub distance: String,
    /// Whether they differ.
    pub differs: bool,
}

impl ViewContext<'_> {
    /// These terms as lanes, and when their stances differed, latest first.
    pub fn comparison(&self, terms: &[TermRef]) -> (LanesView, Vec<DifferenceView>) {
        let view = self.lanes(terms, LanesForm::Compared);
        let drawing = &view.wide.0;
        let Some(options) = &drawing.wide else {
            return (view, Vec::new());
        };
        let lanes: Vec<(&Lane, Vec<Change>)> = drawing
            .lanes
            .iter()
            .map(|lane| (lane, merged(&lane.changes)))
            .collect();
        let words = self.distance_words();
        let mut told: Vec<DifferenceView> = differences(&drawing.lanes, options.end())
            .iter()
            .filter(|difference| difference.distance().is_some())
            .map(|difference| self.difference(difference, &lanes, &words))
            .collect();
        told.reverse();
        (view, told)
    }

    fn difference(
        &self,
        difference: &Difference,
        lanes: &[(&Lane, Vec<Change>)],
        words: &DistanceWords,
    ) -> DifferenceView {
        let mut holders: Vec<(String, Vec<String>)> = Vec::new();
        let mut since = "";
        for (lane, changes) in lanes {
            let begun = |change: &&Change| change.span.start <= difference.from;
            let Some(change) = changes.iter().rfind(begun) else {
                continue;
            };
            if change.span.start == difference.from {
                since = &change.when;
            }
            match holders.iter_mut().find(|(name, _)| *name == change.name) {
                Some((_, names)) => names.push(lane.name.clone()),
                None => holders.push((change.name.clone(), vec![lane.name.clone()])),
            }
        }
        let differs = holders.len() > 1;
        let distance = match differs && difference.distance() == Some(0) {
            // On a long scale neighbours are drawn alike, and what is only reported is not the same.
            true => self.messages.say("compare-differ"),
            false => words.of(difference.distance()),
        };
        DifferenceView {
            since: since.to_owned(),
            text: self.stance_parts(&holders),
            distance: distance.to_owned(),
            differs,
        }
    }

    /// What is said of stances that differ by so many steps.
    pub(super) fn distance_words(&self) -> DistanceWords {
        let steps = self.site.config.stances.len();
        let distance = |count: usize| match count {
            0 => self.messages.say("compare-same").to_owned(),
            _ if steps > MOST_STEPS => self.messages.say("compare-differ").to_owned(),
            _ => {
                let args = [("count", count.into())];
                self.messages.with("compare-apart", &args)
            }
        };
        DistanceWords {
            heading: self.messages.say("compare-differences").to_owned(),
            distances: (0..steps.min(MOST_STEPS)).map(distance).collect(),
        }
    }

    /// "Meta and Google compared".
    pub fn compared(&self, terms: &[TermRef]) -> String {
        let names: Vec<String> = terms
            .iter()
            .map(|at| self.site.term(*at).label.clone())
            .collect();
        let before = plain_list(self.messages, &names[..names.len().saturating_sub(1)]);
        let whole = plain_list(self.messages, &names);
        let args = [
            ("names", (&whole).into()),
            ("before", (&before).into()),
            ("last", names.last().map_or("", String::as_str).into()),
        ];
        self.messages.with("compare-title", &args)
    }
}
