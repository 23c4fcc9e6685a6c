//! Pages of stories, and where the texts of stories and terms stand.

use super::{Claim, Page, Plan, claim_route};
use crate::model::site::Site;
use crate::model::storyline::relations_of;
use crate::model::text::Subject;

impl Plan {
    /// Route of a story's page.
    pub fn story_route(site: &Site, story: usize) -> String {
        format!("stories/{}/index.html", site.storylines.stories[story].id)
    }

    /// Route of the list of stories.
    pub const STORIES: &str = "stories/index.html";
}

/// Route of the page that shows each text, by the number of the text.
pub(super) fn text_routes(site: &Site) -> Vec<Option<String>> {
    let route = |text| {
        Some(match site.subjects.of(text)? {
            Subject::Term(term) => Plan::term_route(site, term),
            Subject::Story(story) => Plan::story_route(site, story),
        })
    };
    (0..site.texts.len()).map(route).collect()
}

pub(super) fn claim(site: &Site, claims: &mut Vec<Claim>) {
    if site.storylines.stories.is_empty() {
        return;
    }
    claim_route(claims, Plan::STORIES, Page::Stories, "the list of stories");
    for (i, story) in site.storylines.stories.iter().enumerate() {
        let named = relations_of(site, story.entries[0]).story.as_ref();
        claims.push(Claim {
            route: Plan::story_route(site, i),
            page: Page::Story(i),
            who: format!("the page of the story `{}`", story.id),
            span: named.map(|id| id.span),
        });
    }
}
