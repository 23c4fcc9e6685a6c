//! A timeline as templates see it: with the HTML of its entries.

use std::sync::Arc;

use serde::Serialize;

use crate::view::{Card, Group, SharedCard, Timeline, YearGroup};

#[derive(Serialize)]
pub(super) struct TimelineHtml<'a> {
    years: Vec<YearHtml<'a>>,
    undated: &'a [Card],
    background: &'a [Card],
    count: usize,
}

#[derive(Serialize)]
struct YearHtml<'a> {
    heading: &'a str,
    anchor: &'a str,
    url: Option<&'a str>,
    groups: Vec<GroupHtml<'a>>,
}

#[derive(Serialize)]
struct GroupHtml<'a> {
    #[serde(flatten)]
    group: &'a Group,
    entries: String,
}

/// Converts a timeline, rendering each group's cards with `html`.
///
/// # Errors
///
/// Those of `html`.
pub(super) fn with_cards<'a, E>(
    timeline: &'a Timeline,
    html: impl Fn(&[Arc<SharedCard>]) -> Result<String, E>,
) -> Result<TimelineHtml<'a>, E> {
    let Timeline {
        years,
        undated,
        background,
        count,
    } = timeline;
    let group = |group: &'a Group| {
        Ok(GroupHtml {
            group,
            entries: html(&group.entries.0)?,
        })
    };
    let year = |year: &'a YearGroup| {
        Ok(YearHtml {
            heading: &year.heading,
            anchor: &year.anchor,
            url: year.url.as_deref(),
            groups: year.groups.iter().map(group).collect::<Result<_, E>>()?,
        })
    };
    Ok(TimelineHtml {
        years: years.iter().map(year).collect::<Result<_, E>>()?,
        undated,
        background,
        count: *count,
    })
}
