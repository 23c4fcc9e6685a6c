//! Routes that follow from the site alone.

use super::data::TimelineOf;
use super::{ChartForm, ChartOf, Plan};
use crate::config::TermFeeds;
use crate::content::article::stem;
use crate::content::slug::nfc;
use crate::model::entry::EntryId;
use crate::model::lanes::compared;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::model::text::Subject;

/// Route of the file at `path` for the article at `article`, both below `content/`.
pub fn beside(route: &str, article: &str, path: &str) -> String {
    let folder = article.rsplit_once('/').map_or("", |(folder, _)| folder);
    let inner = match path.strip_prefix(folder) {
        Some(rest) if folder.is_empty() || rest.starts_with('/') => rest.trim_start_matches('/'),
        _ => path.rsplit('/').next().unwrap_or(path),
    };
    let (page, _) = route.split_at(route.rfind('/').map_or(0, |n| n + 1));
    nfc(&format!("{page}{inner}")).into_owned()
}

impl Plan {
    /// Route of the list of days.
    pub const DAYS: &str = "on-this-day/index.html";
    /// Route of the list of recent articles.
    pub const NEW: &str = "new/index.html";
    /// Route of the list of static pages.
    pub const PAGES: &str = "pages/index.html";
    /// Route of the list of storylines.
    pub const STORIES: &str = "stories/index.html";
    /// Route of the page of lanes.
    pub const LANES: &str = "lanes/index.html";
    /// Route of the facts of the lanes as CSV.
    pub const LANES_CSV: &str = "lanes.csv";
    /// Route of the list of expected entries.
    pub const EXPECTED: &str = "expected/index.html";
    /// Route of the calendar of expected entries; also its name in the folder of a term.
    pub const CALENDAR: &str = "expected.ics";
    /// Route of the page about the site's data.
    pub const DATA: &str = "data/index.html";
    /// Route of the list of feeds.
    pub const FEEDS: &str = "feeds/index.html";
    /// Route of the list of corrections.
    pub const CORRECTIONS: &str = "corrections/index.html";

    /// Route of a term's newest page.
    pub fn term_route(site: &Site, term: TermRef) -> String {
        format!(
            "{}/{}/index.html",
            site.config.taxonomies[term.taxonomy].id,
            site.term(term).slug
        )
    }

    pub fn year_route(year: i32) -> String {
        format!("{}/index.html", year_segment(year))
    }

    pub fn month_route(year: i32, month: u8) -> String {
        format!("{}/{month:02}/index.html", year_segment(year))
    }

    /// Whether a term has its own feed.
    pub fn has_feed(site: &Site, term: TermRef) -> bool {
        site.config.feeds.terms != TermFeeds::None && Plan::has_outputs(site, term)
    }

    /// Whether a term has files of its own besides its page: a feed, a calendar, a timeline. What is
    /// told with another entry counts too, so that they do not end because two entries become one.
    pub fn has_outputs(site: &Site, term: TermRef) -> bool {
        let (entries, from) = (
            &site.term(term).entries,
            site.config.taxonomies[term.taxonomy].feeds_from,
        );
        let folded = |id: &EntryId| site.entry(*id).folded.len();
        entries.len() >= from || entries.len() + entries.iter().map(folded).sum::<usize>() >= from
    }

    /// Route of a term's calendar.
    pub fn term_calendar(site: &Site, term: TermRef) -> String {
        let route = Plan::term_route(site, term);
        format!("{}{}", Plan::address(&route), Plan::CALENDAR)
    }

    /// For example `organisations/meta/timeline.json`.
    pub fn timeline_route(site: &Site, of: TimelineOf) -> String {
        let page = match of {
            TimelineOf::Site => return "data/timeline.json".to_owned(),
            TimelineOf::Term(at) => Plan::term_route(site, at),
            TimelineOf::Story(n) => Plan::story_route(site, n),
        };
        format!("{}timeline.json", Plan::address(&page))
    }

    /// For example `stories/llama/llama.svg`: in the folder of its page, under the name of that.
    pub fn chart_route(site: &Site, of: ChartOf, form: ChartForm) -> String {
        let page = Plan::chart_page(site, of);
        let folder = Plan::address(&page);
        let name = match of {
            ChartOf::Slips => "slips",
            _ => folder
                .trim_end_matches('/')
                .rsplit('/')
                .next()
                .unwrap_or(folder),
        };
        let ending = match form {
            ChartForm::Svg => "svg",
            ChartForm::Png => "png",
        };
        format!("{folder}{name}.{ending}")
    }

    /// Route of the page that shows a picture.
    pub fn chart_page(site: &Site, of: ChartOf) -> String {
        match of {
            ChartOf::Lanes => Plan::LANES.to_owned(),
            ChartOf::Compare(n) => {
                Plan::compare_route(site, &compared(site, n).unwrap_or_default())
            }
            ChartOf::Story(n) => Plan::story_route(site, n),
            ChartOf::Slips => Plan::EXPECTED.to_owned(),
        }
    }

    /// For example `on-this-day/12-09/index.html`.
    pub fn day_route(month: u8, day: u8) -> String {
        format!("on-this-day/{month:02}-{day:02}/index.html")
    }

    /// For example `organisations/meta/2025/index.html`.
    pub fn term_year_route(site: &Site, term: TermRef, year: i32) -> String {
        let route = Plan::term_route(site, term);
        format!("{}{}", Plan::address(&route), Plan::year_route(year))
    }

    /// Route of the page that compares some terms.
    pub fn compare_route(site: &Site, terms: &[TermRef]) -> String {
        let slugs: Vec<&str> = terms.iter().map(|at| &*site.term(*at).slug).collect();
        format!("compare/{}/index.html", slugs.join("-"))
    }

    /// Route of a storyline's page.
    pub fn story_route(site: &Site, story: usize) -> String {
        format!("stories/{}/index.html", site.storylines.stories[story].id)
    }
}

fn year_segment(year: i32) -> String {
    if year < 0 {
        format!("-{:04}", -year)
    } else {
        format!("{year:04}")
    }
}

/// Routes of the pages that show texts, indexed by text.
pub fn text_routes(site: &Site) -> Vec<Option<String>> {
    let route = |text: usize| {
        let route = match site.subjects.of(text)? {
            Subject::Term(term) => Plan::term_route(site, term),
            Subject::Story(story) => Plan::story_route(site, story),
        };
        let lang = site.texts[text].front.lang.as_deref();
        let prefix = site.config.prefix_of(site.config.edition_in(lang));
        Some(format!("{prefix}{route}"))
    };
    (0..site.texts.len()).map(route).collect()
}

/// Routes of the static pages, indexed by page.
pub fn of_static_pages(site: &Site) -> Vec<String> {
    let route = |page: &crate::content::article::StaticPage| match &page.front.address {
        Some(address) => address.value.clone(),
        None => {
            let route = format!("{}/index.html", page.slug);
            let prefix = site.config.prefix_of(site.edition_of_page(page));
            // A page that had its address before the site had editions keeps it.
            let name = stem(&page.path);
            let is_kept = || site.kept.is_page(&format!("/{}/", page.slug), name);
            let mut first = site.pages.iter().filter(|p| site.edition_of_page(p) == 0);
            if prefix.is_empty()
                && let Some(lang) = &page.front.lang
            {
                // Its language had an edition.
                let folder = lang.to_ascii_lowercase();
                let address = format!("/{folder}/{}/", page.slug);
                if site.kept.is_page(&address, &format!("{folder}/{name}")) {
                    return format!("{folder}/{route}");
                }
            }
            match !prefix.is_empty() && is_kept() && first.all(|p| stem(&p.path) != name) {
                true => route,
                false => format!("{prefix}{route}"),
            }
        }
    };
    site.pages.iter().map(route).collect()
}
