//! The site's vocabulary for entries: stances, statuses, certainties and the importance scale.

use super::keys::{Later, colour, group, inner, inside, label_of, named, one_of};
use super::{CertaintyConfig, StanceConfig, StatusConfig};
use crate::chart::types::Pattern;
use crate::content::event::LifeStage;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Span;
use crate::yaml::fields::Fields;

/// Patterns that the theme can draw.
const PATTERNS: [(&str, &str); 7] = [
    ("solid", "solid"),
    ("lines", "lines"),
    ("grid", "grid"),
    ("dots", "dots"),
    ("stripes", "stripes"),
    ("hatch", "hatch"),
    ("outline", "outline"),
];

const STAGES: [(&str, LifeStage); 3] = [
    ("happened", LifeStage::Happened),
    ("expected", LifeStage::Expected),
    ("cancelled", LifeStage::Cancelled),
];

pub(super) fn stances(f: &mut Fields<'_>, later: &mut Later, sink: &mut Sink) -> Vec<StanceConfig> {
    let table = inner(f, "stances");
    let mut stances: Vec<StanceConfig> =
        named(f, "stances", "stances: {open: {label: Open}}", sink)
            .into_iter()
            .map(|(name, node)| {
                inside(node, table, sink, |f, sink| {
                    later.note(f, "colour", "stances.colour", sink);
                    StanceConfig {
                        id: name.value.clone(),
                        label: label(f, &name.value, sink),
                        colour: colour(f, "colour", sink).map(|c| c.value),
                        pattern: one_of(f, "pattern", "pattern", &PATTERNS, sink)
                            .map(str::to_owned),
                        about: f.text("about", sink).map(|a| a.value),
                    }
                })
            })
            .collect();
    let steps = stances.len();
    for (step, stance) in stances.iter_mut().enumerate() {
        let usual = || Pattern::usual(step, steps).word().to_owned();
        stance.pattern.get_or_insert_with(usual);
    }
    stances
}

pub(super) fn statuses(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<StatusConfig> {
    let own = |id: &str, stage| StatusConfig {
        id: id.to_owned(),
        label: None,
        stage,
    };
    let mut statuses = vec![
        own("happened", LifeStage::Happened),
        own("expected", LifeStage::Expected),
        own("cancelled", LifeStage::Cancelled),
    ];
    let example = "statuses: {postponed: {label: Postponed, stage: expected}}";
    let table = inner(f, "statuses");
    for (name, node) in named(f, "statuses", example, sink) {
        let (label, stage, span) = inside(node, table, sink, |f, sink| {
            let label = f.text("label", sink).map(|l| l.value);
            let stage = one_of(f, "stage", "stage", &STAGES, sink);
            (label, stage, f.key_span("stage"))
        });
        match statuses.iter_mut().find(|s| s.id == name.value) {
            Some(known) => {
                known.label = label;
                if stage.is_some_and(|stage| stage != known.stage) {
                    sink.push(fixed(&name.value, "stage", span.unwrap_or(name.span)));
                }
            }
            None => statuses.push(StatusConfig {
                id: name.value.clone(),
                label: label.or_else(|| Some(label_of(&name.value))),
                stage: stage.unwrap_or(LifeStage::Happened),
            }),
        }
    }
    statuses
}

pub(super) fn certainties(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<CertaintyConfig> {
    let own = |id: &str, firm| CertaintyConfig {
        id: id.to_owned(),
        label: None,
        firm,
    };
    let mut list = vec![
        own("rumoured", 0),
        own("reported", 2),
        own("confirmed", 3),
        own("disputed", 0),
    ];
    let example = "certainties: {alleged: {label: Alleged, firm: 1}}";
    let table = inner(f, "certainties");
    for (name, node) in named(f, "certainties", example, sink) {
        let (label, firm, span) = inside(node, table, sink, |f, sink| {
            let label = f.text("label", sink).map(|l| l.value);
            let firm = f.number("firm", 0..=3, sink);
            let firm = firm.and_then(|n| u8::try_from(n.value).ok());
            (label, firm, f.key_span("firm"))
        });
        match list.iter_mut().find(|c| c.id == name.value) {
            Some(known) => {
                known.label = label;
                if firm.is_some_and(|firm| firm != known.firm) {
                    sink.push(fixed(&name.value, "firm", span.unwrap_or(name.span)));
                }
            }
            None => list.push(CertaintyConfig {
                id: name.value.clone(),
                label: label.or_else(|| Some(label_of(&name.value))),
                firm: firm.unwrap_or(1),
            }),
        }
    }
    list
}

/// Reads `label`; the default is derived from the name.
fn label(f: &mut Fields<'_>, name: &str, sink: &mut Sink) -> String {
    f.text("label", sink)
        .map_or_else(|| label_of(name), |l| l.value)
}

/// Reports a change of a built-in word's meaning; only its label can be changed.
fn fixed(name: &str, key: &str, span: Span) -> Diagnostic {
    Diagnostic::error(
        "fixed-meaning",
        format!("`{name}` is built in, and its `{key}` can't be changed"),
    )
    .at(span, "built in")
    .hint("remove it, or define a value under another name")
}

/// Reads the top of the importance scale.
pub(super) fn importance(f: &mut Fields<'_>, sink: &mut Sink) -> i64 {
    group(f, "importance", sink, |f, sink| {
        f.number("max", 2..=100, sink).map_or(5, |n| n.value)
    })
}
