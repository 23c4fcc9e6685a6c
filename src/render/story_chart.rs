//! The picture of a storyline as templates see it.

use serde::Serialize;

use super::lanes::marked;
use crate::chart::story;
use crate::chart::svg::Role;
use crate::view::story_chart::StoryChartView;

#[derive(Serialize)]
pub(super) struct StoryChartHtml<'a> {
    finding: Option<&'a str>,
    as_of: &'a str,
    wide: String,
    narrow: String,
}

/// Draws the pictures of a storyline. On phones nothing has a label: the list below names all.
pub(super) fn drawn(view: &StoryChartView) -> StoryChartHtml<'_> {
    let drawing = &view.wide.0;
    let mut bare = drawing.story.clone();
    for mark in &mut bare.lane.marks {
        mark.label.clear();
    }
    let pictures = [(&drawing.wide, &drawing.story), (&drawing.narrow, &bare)];
    let [wide, narrow] = pictures.map(|(options, story)| {
        options.as_ref().map_or_else(String::new, |options| {
            let picture = story::draw(story, options);
            let about = &drawing.finding;
            let svg = picture.svg(&options.id, &drawing.title, about, "", Role::Group);
            marked(svg, &drawing.langs)
        })
    });
    StoryChartHtml {
        finding: view.finding.as_deref(),
        as_of: &view.as_of,
        wide,
        narrow,
    }
}
