//! From a planned page to its [`Deps`].

use std::sync::Arc;

use super::card::Whole;
use super::deps::{BodyRef, Deps, FeedDeps, FeedEntry, HtmlDeps, SitemapUrl};
use super::{
    Chrome, Content, Digested, ExpiredView, Head, Link, RedirectView, Stamp, Standing, look, words,
};
use crate::model::article::{Article, ArticleId};
use crate::model::entry::EntryId;
use crate::model::taxonomy::TermRef;
use crate::model::text::Subject;
use crate::parse::front_matter::Moment;
use crate::percent;
use crate::plan::explore;
use crate::plan::{Page, Plan, Planned, SITEMAP_LIMIT, in_sitemap};
use crate::words::{Arg, is_right_to_left};

/// What an Atom feed says where nothing has a date: the format demands one.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// The dependencies of one page.
pub fn deps(whole: Whole<'_>, chrome: &Arc<Digested<Chrome>>, planned: &Planned) -> Deps {
    match &planned.page {
        Page::SiteFeed => Deps::Feed(Box::new(whole.site_feed())),
        Page::TermFeed(term) => Deps::Feed(Box::new(whole.term_feed(*term))),
        Page::CorrectionsFeed => Deps::Feed(Box::new(whole.corrections_feed())),
        Page::Sitemap(n) => Deps::Sitemap(whole.sitemap(*n)),
        Page::SitemapIndex => Deps::SitemapIndex(
            (1..=whole.plan.sitemaps)
                .map(|n| whole.absolute(&format!("sitemap-{n}.xml")))
                .collect(),
        ),
        Page::Robots => Deps::Text(format!(
            "User-agent: *\nAllow: /\n\nSitemap: {}\n",
            whole.absolute("sitemap.xml")
        )),
        Page::Css => Deps::Css(look::rules(&whole.site.config)),
        Page::CommentsModule => Deps::CommentsModule,
        Page::Script(script) => {
            let imported = whole.plan.explore.as_ref().map(|e| e.search.as_str());
            let imported = imported.and_then(|i| i.strip_prefix("assets/"));
            Deps::Script(*script, imported.unwrap_or_default().to_owned())
        }
        // All files of the index are made together: see `search::Index`.
        Page::Search(file) => Deps::Search(*file, [0; 16]),
        Page::Favicon => Deps::Text(look::favicon(&whole.site.config)),
        Page::Host(file) => {
            let config = &whole.site.config;
            Deps::Text(file.text(config, whole.plan, &whole.atlas.given().loaded))
        }
        Page::File(path) => Deps::File(path.clone(), whole.atlas.file(path).digest),
        _ => Deps::Html(Box::new(whole.html(Arc::clone(chrome), planned))),
    }
}

/// Masthead, menu and foot, alike on every page whose interface is in `lang`.
pub fn chrome(whole: Whole<'_>, lang: &str) -> Chrome {
    let config = &whole.site.config;
    let asset = |file: &Option<crate::source::At<String>>| {
        file.as_ref()
            .map(|f| whole.own_or_away(&format!("/{}", f.value.trim_start_matches('/'))))
    };
    let link = |label: &str, url: String| Link {
        label: label.to_owned(),
        url,
        rel: None,
    };
    let mut foot: Vec<Link> = whole
        .site
        .pages
        .iter()
        .zip(&whole.plan.standing)
        .map(|(p, route)| link(&p.front.title.value, whole.href(route)))
        .collect();
    let lists = [(Plan::NEW, "new-here"), (Plan::DAYS, "on-this-day")];
    for (route, id) in lists {
        if whole.plan.makes(route) {
            foot.push(link(whole.words.say(id), whole.href(route)));
        }
    }
    if whole.plan.corrections {
        foot.push(link(
            whole.words.say("corrections"),
            whole.href("corrections/index.html"),
        ));
    }
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
        home: config.base.clone(),
        css: whole.href(&whole.plan.css),
        favicon: Some(whole.href(&whole.plan.favicon)),
        logo: asset(&config.identity.logo),
        explore: whole
            .plan
            .explore
            .as_ref()
            .map(|_| whole.href(explore::ROUTE)),
        menu: whole.menu(),
        foot,
        links: config
            .links
            .iter()
            .map(|l| Link {
                label: l.label.clone(),
                url: whole.own_or_away(&l.url),
                rel: l.rel.clone(),
            })
            .collect(),
        publisher: config.publisher.name.clone(),
        report: config.publisher.report.clone(),
        feed: whole.href("feed.xml"),
        generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")).to_owned(),
    }
}

impl Whole<'_> {
    /// The owner's menu, or what the site has.
    fn menu(&self) -> Vec<Link> {
        let config = &self.site.config;
        if let Some(menu) = &config.menu {
            return menu
                .iter()
                .map(|item| Link {
                    label: item.label.clone(),
                    url: self.menu_target(&item.page.value),
                    rel: None,
                })
                .collect();
        }
        let mut menu = vec![Link {
            label: self.words.say("timeline").to_owned(),
            url: config.base.clone(),
            rel: None,
        }];
        for (t, taxonomy) in self.site.taxonomies.iter().enumerate() {
            let used = taxonomy
                .terms
                .iter()
                .filter(|term| !term.entries.is_empty())
                .count();
            if used > 1 && config.taxonomies[t].id != "authors" {
                menu.push(Link {
                    label: self.taxonomy_title(t).to_owned(),
                    url: self.href(&format!("{}/index.html", taxonomy.config.id)),
                    rel: None,
                });
            }
        }
        if !self.site.storylines.stories.is_empty() {
            menu.push(Link {
                label: self.words.say("stories").to_owned(),
                url: self.href(Plan::STORIES),
                rel: None,
            });
        }
        if !self.plan.ledger.is_empty() {
            menu.push(Link {
                label: self.words.say("expected").to_owned(),
                url: self.href("expected/index.html"),
                rel: None,
            });
        }
        if self.plan.makes(explore::ROUTE) {
            menu.push(Link {
                label: self.words.say("explore").to_owned(),
                url: self.href(explore::ROUTE),
                rel: None,
            });
        }
        menu
    }

    fn menu_target(&self, page: &str) -> String {
        if page.contains(':') || page.starts_with('/') {
            return self.own_or_away(page);
        }
        match page {
            "" | "front" | "timeline" => self.site.config.base.clone(),
            page => self.href(&format!("{}/index.html", page.trim_end_matches('/'))),
        }
    }

    fn html(&self, chrome: Arc<Digested<Chrome>>, planned: &Planned) -> HtmlDeps {
        let (template, name, kind, title, content) = self.content(&planned.page);
        let mut head = Head {
            kind,
            title,
            canonical: self.absolute(&planned.route),
            ..Head::default()
        };
        head.noindex = matches!(
            planned.page,
            Page::NotFound | Page::Redirect(_) | Page::Forward(_) | Page::Expired(_)
        );
        let body = self.furnish(&planned.page, &content, &mut head);
        self.share(planned, &content, &mut head);
        HtmlDeps {
            template,
            name,
            chrome,
            head,
            content,
            body,
        }
    }

    fn content(&self, page: &Page) -> (&'static str, &'static str, &'static str, String, Content) {
        let site = self.site;
        match page {
            Page::Front => (
                "front.html",
                "front",
                "front",
                site.config.title.clone(),
                Content::Front(self.front()),
            ),
            Page::Year(year) => (
                "period.html",
                "period",
                "year",
                self.words.year(*year),
                Content::Period(self.year(*year)),
            ),
            Page::Month(year, month) => (
                "period.html",
                "period",
                "month",
                self.words.month_year(*year, *month),
                Content::Period(self.month(*year, *month)),
            ),
            Page::Article(id) => (
                "article.html",
                "article",
                "article",
                self.headline(*id).to_owned(),
                Content::Article(Box::new(self.article(*id))),
            ),
            Page::Expired(id) => {
                let front = &site.article(*id).front;
                let view = ExpiredView {
                    title: self.headline(*id).to_owned(),
                    expired: front.expires.map_or_else(Stamp::default, |e| self.stamp(e)),
                };
                let title = view.title.clone();
                (
                    "expired.html",
                    "expired",
                    "expired",
                    title,
                    Content::Expired(view),
                )
            }
            Page::Standing(n) => {
                let front = &site.pages[*n].front;
                let updated = front.updated.map(|u| self.stamp(u));
                (
                    "standing.html",
                    "standing",
                    "standing",
                    front.title.value.clone(),
                    Content::Standing(Standing {
                        title: front.title.value.clone(),
                        dek: front.summary.clone(),
                        body: String::new(),
                        updated,
                        extra: front.extra.clone(),
                    }),
                )
            }
            Page::Taxonomy(t) => (
                "taxonomy.html",
                "taxonomy",
                "taxonomy",
                self.taxonomy_title(*t).to_owned(),
                Content::Taxonomy(self.taxonomy(*t)),
            ),
            Page::Term { term, page } => {
                let view = self.term(*term, *page);
                let title = self.page_title(&view.label, *page);
                ("term.html", "term", "term", title, Content::Term(view))
            }
            Page::TermYear(term, year) => {
                let view = self.term_year(*term, *year);
                let title = view.heading.clone();
                ("term.html", "term", "term-year", title, Content::Term(view))
            }
            Page::Choice { choice, page } => {
                let view = self.choice(*choice, *page);
                let title = self.page_title(&view.label, *page);
                ("term.html", "term", "choice", title, Content::Term(view))
            }
            Page::Days => (
                "days.html",
                "days",
                "days",
                self.words.say("on-this-day").to_owned(),
                Content::Days(self.days()),
            ),
            Page::Day(month, day) => {
                let view = self.day_of_year(*month, *day);
                let title = view.heading.clone();
                ("period.html", "period", "day", title, Content::Period(view))
            }
            Page::New => (
                "new.html",
                "new",
                "new",
                self.words.say("new-here").to_owned(),
                Content::New(self.new_here()),
            ),
            Page::Stories => (
                "stories.html",
                "stories",
                "stories",
                self.words.say("stories").to_owned(),
                Content::Stories(self.stories()),
            ),
            Page::Story(n) => {
                let view = self.story(*n);
                let title = view.title.clone();
                (
                    "story.html",
                    "story",
                    "storyline",
                    title,
                    Content::Story(view),
                )
            }
            Page::Expected => (
                "expected.html",
                "expected",
                "expectations",
                self.words.say("expected").to_owned(),
                Content::Expected(self.expected()),
            ),
            Page::Corrections => (
                "corrections.html",
                "corrections",
                "corrections",
                self.words.say("corrections").to_owned(),
                Content::Corrections(self.corrections()),
            ),
            Page::Explore => (
                "explore.html",
                "explore",
                "explore",
                self.words.say("explore").to_owned(),
                Content::Explore(self.explore()),
            ),
            Page::Redirect(to) => {
                let target = self.plan.find(to).map(|planned| &planned.page);
                let title = match target {
                    Some(Page::Article(id) | Page::Expired(id)) => self.headline(*id).to_owned(),
                    Some(Page::Term { term, .. }) => site.term(*term).label.clone(),
                    _ => Plan::address(to).to_owned(),
                };
                (
                    "redirect.html",
                    "redirect",
                    "redirect",
                    title.clone(),
                    Content::Redirect(RedirectView {
                        to: self.href(to),
                        title,
                    }),
                )
            }
            Page::Forward(n) => {
                let to = &site.config.hosting.redirects[*n].to;
                let view = RedirectView {
                    to: self.own_or_away(to),
                    title: to.clone(),
                };
                let content = Content::Redirect(view);
                ("redirect.html", "redirect", "redirect", to.clone(), content)
            }
            _ => (
                "not-found.html",
                "nothing",
                "not-found",
                self.words.say("not-found").to_owned(),
                Content::Nothing,
            ),
        }
    }

    /// What other sites and machines are told: the picture, the language, JSON-LD; and the count.
    fn share(&self, planned: &Planned, content: &Content, head: &mut Head) {
        let config = &self.site.config;
        if head.image.is_none() {
            let own = config.identity.share_image.as_ref();
            head.image = own.map(|i| config.permalink_of(i.value.trim_start_matches('/')));
        }
        let lang = head.lang.as_deref().unwrap_or(&config.language);
        head.locale = lang.replace('-', "_");
        if !head.noindex {
            head.counter = self.counter(&planned.route);
        }
        head.json_ld = self.json_ld(&planned.page, content, head);
    }

    /// What the head says of this kind of page; gives the text that it shows.
    fn furnish(&self, page: &Page, content: &Content, head: &mut Head) -> Option<BodyRef> {
        let site = self.site;
        let title: Arg<'_> = (&site.config.title).into();
        match (page, content) {
            (Page::Front, _) => head.description.clone_from(&site.config.description),
            (Page::Article(id), _) => {
                head.description = self.summary(*id).cloned();
                head.lang = self.article_lang(*id);
                head.alternates = self.alternates(*id);
                if let Content::Article(article) = content {
                    head.image = article.image.as_ref().map(|i| self.whole_address(&i.src));
                    let alt = article.image.as_ref().map(|i| i.alt.clone());
                    head.image_alt = alt.filter(|alt| !alt.is_empty());
                }
                return Some(self.article_body(*id, false));
            }
            (Page::Standing(n), _) => {
                head.description.clone_from(&site.pages[*n].front.summary);
                return Some(self.standing_body(*n));
            }
            (Page::Day(..), Content::Period(period)) => {
                let events = self.events(period.timeline.count);
                let args = [
                    ("events", (&events).into()),
                    ("site", title),
                    ("day", (&period.heading).into()),
                ];
                head.description = Some(self.words.with("about-day", &args));
            }
            (Page::Days, _) => {
                head.description = Some(self.words.with("about-days", &[("site", title)]));
            }
            (Page::New, _) => {
                head.description = Some(self.words.with("about-new", &[("site", title)]));
            }
            (Page::Year(_) | Page::Month(..), Content::Period(period)) => {
                head.description = Some(self.words.with(
                    "about-period",
                    &[
                        ("events", (&self.events(period.timeline.count)).into()),
                        ("site", title),
                        ("period", (&period.heading).into()),
                    ],
                ));
            }
            (Page::Taxonomy(t), Content::Taxonomy(view)) => {
                head.description = Some(
                    self.words.with(
                        "about-taxonomy",
                        &[
                            ("title", (&view.title).into()),
                            ("site", title),
                            (
                                "terms",
                                (&self.row(view.by_count.iter().take(8).map(|t| t.label.as_str())))
                                    .into(),
                            ),
                        ],
                    ),
                );
                head.section =
                    Some(self.href(&format!("{}/index.html", site.config.taxonomies[*t].id)));
            }
            (Page::TermYear(..) | Page::Choice { .. }, Content::Term(view)) => {
                head.description = Some(view.dek.clone().unwrap_or_else(|| {
                    let events = self.events(view.count);
                    let args = [
                        ("term", (&view.heading).into()),
                        ("events", (&events).into()),
                        ("site", title),
                    ];
                    self.words.with("about-term", &args)
                }));
            }
            (Page::Term { term, page }, Content::Term(view)) => {
                let counted = || {
                    let id = match view.span.is_empty() {
                        true => "about-term",
                        false => "about-term-span",
                    };
                    let events = self.events(view.count);
                    let args = [
                        ("term", (&view.label).into()),
                        ("events", (&events).into()),
                        ("site", title),
                        ("span", (&view.span).into()),
                    ];
                    self.words.with(id, &args)
                };
                head.description = view.dek.clone().or_else(|| Some(counted()));
                head.section = Some(view.taxonomy.url.clone());
                head.feeds.extend(view.feed.clone().map(|url| Link {
                    label: self.feed_name(&view.label),
                    url,
                    rel: None,
                }));
                if page.is_none() {
                    return self.text_body(Subject::Term(*term));
                }
            }
            (Page::Expired(id), _) => head.lang = self.article_lang(*id),
            (Page::Stories, Content::Stories(view)) => {
                let titles = self.row(view.stories.iter().map(|s| s.title.as_str()));
                let args = [("site", title), ("titles", (&titles).into())];
                head.description = Some(self.words.with("about-stories", &args));
                head.section = Some(self.href(Plan::STORIES));
            }
            (Page::Story(n), Content::Story(view)) => {
                head.description = view.dek.clone().or_else(|| {
                    let events = self.events(view.count);
                    let args = [
                        ("story", (&view.title).into()),
                        ("events", (&events).into()),
                        ("site", title),
                    ];
                    Some(self.words.with("about-story", &args))
                });
                head.section = Some(self.href(Plan::STORIES));
                return self.text_body(Subject::Story(*n));
            }
            (Page::Expected, _) => {
                head.description = Some(self.words.with("about-expected", &[("site", title)]));
                head.section = Some(self.href("expected/index.html"));
            }
            (Page::Explore, _) => {
                head.description = Some(self.words.with("about-explore", &[("site", title)]));
                head.section = Some(self.href(explore::ROUTE));
            }
            (Page::Corrections, Content::Corrections(view)) => {
                head.description = Some(self.words.with("about-corrections", &[("site", title)]));
                head.feeds.extend(view.feed.clone().map(|url| Link {
                    label: self.feed_name(self.words.say("corrections")),
                    url,
                    rel: None,
                }));
            }
            _ => {}
        }
        if matches!(page, Page::Front | Page::Year(_) | Page::Month(..)) {
            head.section = Some(site.config.base.clone());
        }
        None
    }

    /// Of a list that may stand on several pages.
    fn page_title(&self, label: &str, page: Option<usize>) -> String {
        match page {
            None => label.to_owned(),
            Some(n) => {
                let args = [("term", label.into()), ("number", n.into())];
                self.words.with("term-page", &args)
            }
        }
    }

    fn events(&self, count: usize) -> String {
        self.words.with("events", &[("count", count.into())])
    }

    /// The name of a feed that is not the site's own.
    fn feed_name(&self, name: &str) -> String {
        let site = &self.site.config.title;
        let args = [("name", name.into()), ("site", site.into())];
        self.words.with("feed-of", &args)
    }

    /// Names in a row, without a last joiner: more may follow.
    fn row<'n>(&self, names: impl Iterator<Item = &'n str>) -> String {
        names.collect::<Vec<_>>().join(self.words.say("comma"))
    }

    fn site_feed(&self) -> FeedDeps {
        let config = &self.site.config;
        let mut articles: Vec<ArticleId> = (0..self.site.articles.len())
            .map(ArticleId)
            .filter(|id| self.site.is_listed(*id))
            .collect();
        articles.sort_by_cached_key(|id| {
            std::cmp::Reverse((
                self.feed_moment(self.site.article(*id)),
                self.site.article(*id).id.clone(),
            ))
        });
        let entries = articles
            .into_iter()
            .take(config.feeds.entries)
            .map(|id| self.feed_entry(id))
            .collect();
        self.feed(
            "site",
            &config.title,
            config.description.clone(),
            "feed.xml",
            "index.html",
            entries,
        )
    }

    fn term_feed(&self, term: TermRef) -> FeedDeps {
        let config = &self.site.config;
        let route = Plan::term_route(self.site, term);
        let mut articles: Vec<ArticleId> = self
            .site
            .term(term)
            .entries
            .iter()
            .map(|e: &EntryId| self.site.entry(*e).article)
            .collect();
        articles.sort_by_cached_key(|id| {
            std::cmp::Reverse((
                self.feed_moment(self.site.article(*id)),
                self.site.article(*id).id.clone(),
            ))
        });
        articles.dedup();
        let entries = articles
            .into_iter()
            .take(config.feeds.entries)
            .map(|id| self.feed_entry(id))
            .collect();
        let label = &self.site.term(term).label;
        let id = format!(
            "{}/{}",
            config.taxonomies[term.taxonomy].id,
            self.site.term(term).slug
        );
        self.feed(
            &id,
            &self.feed_name(label),
            None,
            &format!("{}feed.xml", Plan::address(&route)),
            &route,
            entries,
        )
    }

    fn corrections_feed(&self) -> FeedDeps {
        let config = &self.site.config;
        let mut all: Vec<(chrono::NaiveDate, usize, ArticleId)> = Vec::new();
        for (id, article) in self.site.corrected() {
            let corrections = article.front.corrections.iter().enumerate();
            all.extend(corrections.filter_map(|(n, c)| Some((c.date.value.earliest()?, n, id))));
        }
        all.sort_by(|a, b| b.cmp(a));
        let entries = all
            .into_iter()
            .take(config.feeds.entries)
            .map(|(day, n, id)| self.correction_entry(day, n, id))
            .collect();
        self.feed(
            "corrections",
            &self.feed_name(self.words.say("corrections")),
            None,
            "corrections/feed.xml",
            "corrections/index.html",
            entries,
        )
    }

    fn correction_entry(&self, day: chrono::NaiveDate, n: usize, id: ArticleId) -> FeedEntry {
        let article = self.site.article(id);
        let anchor = format!("correction-{}", n + 1);
        FeedEntry {
            id: self.tag_uri(&format!("{}/{anchor}", article.id)),
            title: self
                .words
                .with("correction-of", &[("title", self.headline(id).into())]),
            address: format!("{}#{anchor}", self.absolute(&self.plan.articles[id.0])),
            published: None,
            updated: words::iso_instant(self.day(day).at, self.site.config.timezone),
            authors: Vec::new(),
            categories: Vec::new(),
            summary: Some(article.front.corrections[n].text.clone()),
            lang: self.article_lang(id),
            body: None,
        }
    }

    fn feed(
        &self,
        id: &str,
        title: &str,
        subtitle: Option<String>,
        route: &str,
        alternate: &str,
        entries: Vec<FeedEntry>,
    ) -> FeedDeps {
        let config = &self.site.config;
        let latest = entries
            .iter()
            .filter_map(|e| {
                Some((
                    chrono::DateTime::parse_from_rfc3339(&e.updated).ok()?,
                    &e.updated,
                ))
            })
            .max();
        FeedDeps {
            id: self.tag_uri(&format!("feed/{id}")),
            title: title.to_owned(),
            subtitle,
            address: self.absolute(route),
            alternate: self.absolute(alternate),
            updated: latest.map_or_else(|| NEVER.to_owned(), |(_, text)| text.clone()),
            author: config
                .publisher
                .name
                .clone()
                .unwrap_or_else(|| config.title.clone()),
            lang: config.language.clone(),
            hub: config.feeds.hub.clone(),
            generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")).to_owned(),
            entries,
        }
    }

    fn feed_entry(&self, id: ArticleId) -> FeedEntry {
        let article = self.site.article(id);
        let zone = self.site.config.timezone;
        let own = self.site.of_article[id.0].own.map(|e| self.site.entry(e));
        let categories = own.map_or_else(Vec::new, |e| {
            let terms = e
                .terms
                .iter()
                .filter(|t| self.site.config.taxonomies[t.taxonomy].id != "authors");
            terms
                .map(|t| {
                    (
                        self.absolute(&format!(
                            "{}/index.html",
                            self.site.config.taxonomies[t.taxonomy].id
                        )),
                        self.site.term(*t).label.clone(),
                    )
                })
                .collect()
        });
        let authors = self.site.taxonomy("authors").map_or_else(Vec::new, |t| {
            article.front.facts.terms[t]
                .iter()
                .flatten()
                .map(|a| a.value.clone())
                .collect()
        });
        FeedEntry {
            id: self.tag_uri(&article.id),
            title: self.headline(id).to_owned(),
            address: self.absolute(&self.plan.articles[id.0]),
            published: article.published().map(|p| words::iso_instant(p.at, zone)),
            updated: article
                .changed(zone)
                .or_else(|| self.feed_moment(article))
                .map_or_else(|| NEVER.to_owned(), |m| words::iso_instant(m.at, zone)),
            authors,
            categories,
            summary: self.summary(id).cloned(),
            lang: self.article_lang(id),
            body: self
                .site
                .config
                .feeds
                .full_content
                .then(|| self.article_body(id, true)),
        }
    }

    /// By what feeds order an article: its publication, else its change, else the earliest day
    /// of its date.
    fn feed_moment(&self, article: &Article) -> Option<Moment> {
        let changed = article.changed(self.site.config.timezone);
        article
            .published()
            .or(changed)
            .or_else(|| Some(self.day(article.front.date.as_ref()?.value.earliest()?)))
    }

    fn day(&self, day: chrono::NaiveDate) -> Moment {
        let noon = day.and_hms_opt(12, 0, 0).expect("noon is a time");
        let at = noon
            .and_local_timezone(self.site.config.timezone)
            .earliest()
            .map_or_else(|| noon.and_utc(), |at| at.to_utc());
        Moment { at, day_only: true }
    }

    /// A path of this site as a whole address; another address as it is.
    pub(super) fn whole_address(&self, url: &str) -> String {
        match url.starts_with('/') {
            true => format!("{}{url}", self.site.config.origin),
            false => url.to_owned(),
        }
    }

    /// A `tag:` URI (RFC 4151) that rests on the site's host and path and an id that stays.
    fn tag_uri(&self, id: &str) -> String {
        let config = &self.site.config;
        let authority = config.origin.split("://").nth(1).unwrap_or("");
        // Without the port; an address in brackets is no authority of a tag.
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
            _ => authority,
        };
        let host = host.trim_matches(['[', ']']).replace(':', "-");
        // An id that is a file's name may hold what no address does.
        let id: Vec<String> = id.split('/').map(percent::component).collect();
        format!(
            "tag:{host},2025:{}{}",
            config.base.trim_start_matches('/'),
            id.join("/")
        )
    }

    fn sitemap(&self, n: Option<usize>) -> Vec<SitemapUrl> {
        let pages = self.plan.pages.iter().filter(|p| in_sitemap(&p.page));
        let pages = pages
            .skip(n.unwrap_or(0) * SITEMAP_LIMIT)
            .take(SITEMAP_LIMIT);
        pages
            .map(|p| SitemapUrl {
                address: self.absolute(&p.route),
                modified: self.modified(&p.page),
            })
            .collect()
    }

    /// The last change of what a page shows; none where it is unknown.
    fn modified(&self, page: &Page) -> Option<String> {
        let zone = self.site.config.timezone;
        let of = |ids: &[EntryId]| {
            ids.iter()
                .filter_map(|e| self.site.article(self.site.entry(*e).article).changed(zone))
                .max()
        };
        let moment = match page {
            Page::Article(id) => self.site.article(*id).changed(zone),
            Page::Standing(n) => self.site.pages[*n].front.updated,
            Page::Story(n) => of(&self.site.storylines.stories[*n].entries),
            Page::Front => of(&self.site.newest),
            Page::Year(year) => of(self.plan.periods.years.get(year)?),
            Page::Month(year, month) => of(self.plan.periods.months.get(&(*year, *month))?),
            Page::TermYear(term, year) => of(self.plan.choices.years.get(term)?.get(year)?),
            Page::Choice { choice, page } => {
                let entries = self.plan.choices.lists.get(choice)?;
                of(&entries[crate::plan::chunk(entries.len(), self.site.config.per_page, *page)?])
            }
            Page::Day(month, day) => of(self.plan.choices.days.get(&(*month, *day))?),
            Page::New => self
                .site
                .published
                .iter()
                .filter_map(|id| self.site.article(*id).changed(zone))
                .max(),
            Page::Term { term, page } => {
                let entries = &self.site.term(*term).entries;
                of(&entries[crate::plan::chunk(entries.len(), self.site.config.per_page, *page)?])
            }
            _ => None,
        };
        moment.map(|m| m.at.with_timezone(&zone).date_naive().to_string())
    }
}
