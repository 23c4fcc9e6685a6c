//! Masthead, menu and foot, and the lists that they link to.

use super::KINDS;
use crate::messages::is_right_to_left;
use crate::plan::explore;
use crate::view::context::ViewContext;
use crate::view::{Chrome, Link};

/// A page that every page links to, or that `/explore/` lists.
pub(super) struct Listing {
    pub(super) link: Link,
    in_menu: bool,
    in_foot: bool,
    /// Rank among the further lists of `/explore/`, and the number of things it lists.
    pub(super) further: Option<(u8, usize)>,
}

impl Listing {
    pub(super) fn menu(link: Link) -> Self {
        Self {
            link,
            in_menu: true,
            in_foot: false,
            further: None,
        }
    }

    pub(super) fn foot(link: Link) -> Self {
        Self {
            in_menu: false,
            in_foot: true,
            ..Self::menu(link)
        }
    }

    /// Also adds it to the further lists of `/explore/`.
    pub(super) fn further(self, rank: u8, count: usize) -> Self {
        Self {
            further: Some((rank, count)),
            ..self
        }
    }
}

/// All of them, in the order of the kinds.
pub(super) fn listings(ctx: &ViewContext<'_>) -> impl Iterator<Item = Listing> {
    KINDS.iter().flat_map(|kind| (kind.listings)(ctx))
}

/// Masthead, menu and foot, the same on every page with an interface in `lang`.
pub fn chrome(whole: ViewContext<'_>, lang: &str) -> Chrome {
    let config = &whole.site.config;
    let asset = |file: &Option<crate::source::At<String>>| {
        file.as_ref()
            .map(|f| whole.own_or_away(&format!("/{}", f.value.trim_start_matches('/'))))
    };
    let foot: Vec<Link> = listings(&whole)
        .filter(|listing| listing.in_foot)
        .map(|listing| listing.link)
        .collect();
    let policy = |address: &Option<String>| {
        let url = whole.own_or_away(address.as_ref()?);
        (!foot.iter().any(|l| l.url == url)).then_some(url)
    };
    let (corrections_policy, masthead) = (
        policy(&config.publisher.corrections_policy),
        policy(&config.publisher.masthead),
    );
    Chrome {
        corrections_policy,
        masthead,
        notice: whole.notice_bar(),
        sponsor: whole.sponsor_slot(),
        comments: whole.comments(),
        title: config.title.clone(),
        description: config.description.clone(),
        lang: lang.to_owned(),
        rtl: is_right_to_left(lang),
        digits: whole.messages.numbering_system().to_owned(),
        home: config.base.clone(),
        css: whole.whole_href(&whole.plan.css),
        custom_css: whole
            .plan
            .custom_css
            .as_ref()
            .map(|css| whole.whole_href(css)),
        look: whole.whole_href(&whole.plan.look),
        favicon: Some(whole.whole_href(&whole.plan.favicon)),
        logo: asset(&config.identity.logo),
        explore: whole
            .plan
            .explore
            .as_ref()
            .map(|_| whole.href(explore::ROUTE)),
        menu: menu(&whole),
        foot,
        links: config
            .links
            .iter()
            .map(|l| Link {
                label: l.label.clone(),
                url: whole.own_or_away(&l.url),
                rel: l.rel.clone(),
                lang: None,
            })
            .collect(),
        publisher: config.publisher.name.clone(),
        report: config.publisher.report.clone(),
        feed: whole.href("feed.xml"),
        generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")).to_owned(),
    }
}

/// The owner's menu, or a default one with the pages that the site has.
fn menu(ctx: &ViewContext<'_>) -> Vec<Link> {
    let config = &ctx.site.config;
    if let Some(menu) = &config.menu {
        return menu
            .iter()
            .map(|item| Link {
                label: item.label.clone(),
                url: menu_target(ctx, &item.page.value),
                rel: None,
                lang: None,
            })
            .collect();
    }
    listings(ctx)
        .filter(|listing| listing.in_menu)
        .map(|listing| listing.link)
        .collect()
}

fn menu_target(ctx: &ViewContext<'_>, page: &str) -> String {
    if page.contains(':') || page.starts_with('/') {
        return ctx.own_or_away(page);
    }
    match page {
        "" | "front" | "timeline" => ctx.site.config.base.clone(),
        page => ctx.own_or_away(&format!("/{}/", page.trim_end_matches('/'))),
    }
}
