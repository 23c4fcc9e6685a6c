//! Bodies of text, with everything that their HTML depends on.

use super::context::{ViewContext, other_language};
use super::deps::{BodyRef, Destination, FrameView, RawLinks};
use super::language::own_name;
use crate::content::article::ArticleId;
use crate::content::body::{Body, BodyLink, LinkKind};
use crate::content::slug::nfc;
use crate::model::frames::frame;

use crate::model::link::{self, Target, has_anchor, has_anchor_in_text};
use crate::model::text::Subject;
use crate::parse::markdown::Dialect;
use crate::percent;
use crate::plan::links::meant_anchor;
use crate::plan::{Page, Plan, Planned, beside};

impl ViewContext<'_> {
    /// The body of an article, with links relative to the article's page, or absolute ones for
    /// feeds if `absolute`.
    pub fn article_body(&self, id: ArticleId, absolute: bool) -> BodyRef {
        let article = self.site.article(id);
        let language = &self.site.config.language;
        let sources = article
            .front
            .sources
            .iter()
            .map(|s| {
                s.id.as_ref()
                    .map_or_else(String::new, |id| id.value.clone())
            })
            .collect();
        self.body(
            article.source,
            &article.body,
            &self.links.articles[id.0],
            (&self.plan.articles[id.0], &article.path),
            (sources, article.front.lang.as_deref().unwrap_or(language)),
            absolute,
        )
    }

    pub fn static_body(&self, page: usize) -> BodyRef {
        let standing = &self.site.pages[page];
        let language = &self.whole.site.config.language;
        self.body(
            standing.source,
            &standing.body,
            &self.links.pages[page],
            (&self.plan.static_pages[page], &standing.path),
            (Vec::new(), standing.front.lang.as_ref().unwrap_or(language)),
            false,
        )
    }

    /// The text of a term or storyline, as shown on its page.
    pub fn text_body(&self, subject: Subject) -> Option<BodyRef> {
        let n = self.site.subjects.text(subject)?;
        let text = &self.site.texts[n];
        let route = self.plan.texts[n].as_ref()?;
        let place = (route.as_str(), text.path.as_str());
        let links = &self.links.texts[n];
        let language = &self.whole.site.config.language;
        let words = (
            Vec::new(),
            text.front.lang.as_ref().unwrap_or(language).as_str(),
        );
        Some(self.body(text.source, &text.body, links, place, words, false))
    }

    /// The first sentence of an article's text, with the words that its page shows.
    pub fn lead_of_article(&self, id: ArticleId) -> Option<String> {
        let article = self.site.article(id);
        let lang = article.front.lang.as_deref();
        let lang = lang.unwrap_or(&self.site.config.language);
        let place = (&*self.plan.articles[id.0], &*article.path, lang);
        self.lead(&article.body, &self.links.articles[id.0], place)
    }

    /// The same of a static page, by its number.
    pub fn lead_of_page(&self, page: usize) -> Option<String> {
        let standing = &self.site.pages[page];
        let lang = standing.front.lang.as_deref();
        let lang = lang.unwrap_or(&self.whole.site.config.language);
        let place = (&*self.plan.static_pages[page], &*standing.path, lang);
        self.lead(&standing.body, &self.links.pages[page], place)
    }

    fn lead(&self, body: &Body, targets: &[Target], place: (&str, &str, &str)) -> Option<String> {
        let lead = body.lead.as_ref()?;
        Some(lead.with(&|found| {
            let link = body.links.get(found.link).zip(targets.get(found.link));
            let leads = link.map(|(link, target)| self.destination(link, target, place, false));
            match leads.filter(|to| to.href.is_some()) {
                Some(to) => {
                    let words = found.words.clone().or(to.title);
                    words.unwrap_or_else(|| found.written.clone())
                }
                // Such brackets are shown as they are written.
                None => match &found.words {
                    Some(words) => format!("[[{}|{words}]]", found.written),
                    None => format!("[[{}]]", found.written),
                },
            }
        }))
    }

    fn body(
        &self,
        source: crate::source::SourceId,
        body: &Body,
        targets: &[Target],
        (route, path): (&str, &str),
        (sources, lang): (Vec<String>, &str),
        absolute: bool,
    ) -> BodyRef {
        let config = &self.site.config;
        let mut links = Vec::with_capacity(body.links.len());
        let mut raw = RawLinks::default();
        for (link, target) in body.links.iter().zip(targets) {
            let destination = self.destination(link, target, (route, path, lang), absolute);
            match link.kind {
                LinkKind::HtmlLink => drop(raw.links.insert(link.target.clone(), destination.href)),
                LinkKind::HtmlPicture => {
                    raw.pictures.insert(link.target.clone(), destination.href);
                }
                _ => links.push(destination),
            }
        }
        BodyRef {
            source,
            range: body.range.clone(),
            digest: body.digest,
            links,
            raw,
            headings: body.headings.iter().map(|h| h.id.clone()).collect(),
            sources,
            language: self.messages.language().to_owned(),
            raw_html: config.markdown.raw_html,
            dialect: (
                config.markdown.raw_html as u8,
                Dialect::new(&config.markdown, lang),
            ),
            repeats_title: body.repeats_title,
            origin: if absolute {
                config.whole_permalink_of(Plan::address(route))
            } else {
                String::new()
            },
            base: if absolute {
                config.whole_permalink_of("")
            } else {
                config.root().to_owned()
            },
        }
    }

    fn destination(
        &self,
        link: &BodyLink,
        target: &Target,
        (route, path, lang): (&str, &str, &str),
        absolute: bool,
    ) -> Destination {
        let at = |url: String, anchor: &Option<String>| match anchor {
            Some(anchor) => format!("{url}#{anchor}"),
            None => url,
        };
        let mut title_lang = None;
        let (href, title, away) = match target {
            Target::Article {
                article,
                anchor,
                title,
            } => {
                let here = self.site.here(*article);
                self.shows(here);
                // An expired article has no anchors any more, a translation has its own.
                let has = |anchor: &String| {
                    here == *article || has_anchor(self.site.article(here), anchor)
                };
                let anchor = anchor
                    .clone()
                    .filter(|anchor| !self.site.expired.contains(here) && has(anchor));
                let href = at(self.article_href(here), &anchor);
                let title = match here == *article {
                    true => title.clone(),
                    false => self.headline(here).to_owned(),
                };
                title_lang = Some(self.lang_of(here))
                    .filter(|of| !of.eq_ignore_ascii_case(lang))
                    .map(str::to_owned);
                (Some(href), Some(title), false)
            }
            Target::Page { page, anchor } => {
                let here = self.page_here(*page);
                let has = |anchor: &String| {
                    here == *page || has_anchor_in_text(&self.site.pages[here].body, anchor)
                };
                let anchor = anchor.clone().filter(has);
                let href = self.whole_href(&self.plan.static_pages[here]);
                (Some(at(href, &anchor)), None, false)
            }
            Target::Text { text, anchor } => {
                let route = self.plan.texts[*text].as_ref();
                (route.map(|r| at(self.whole_href(r), anchor)), None, false)
            }
            Target::Here(anchor) if absolute => (
                Some(format!("{}#{anchor}", self.whole_href(route))),
                None,
                false,
            ),
            Target::Here(anchor) => (Some(format!("#{anchor}")), None, false),
            // With `lenient`, a link to a missing page keeps only its text, unless it may lead out of
            // the site.
            Target::Route { path, anchor }
                if self.whole.plan.find_linked(path).is_none()
                    && let Some(found) = self.meant(link, path) =>
            {
                if let Page::Article(article) = found.page {
                    self.shows(article);
                }
                let meant = anchor.as_ref();
                let meant = meant.and_then(|anchor| meant_anchor(self.site, &found.page, anchor));
                (Some(at(self.whole_href(&found.route), &meant)), None, false)
            }
            Target::Route { path, anchor } if self.whole.plan.find_linked(path).is_none() => {
                let kept = !link.kind.is_picture() && self.whole.plan.may_be_outside(path);
                (kept.then(|| at(format!("/{path}"), anchor)), None, false)
            }
            Target::Outside(address) => (Some(address.clone()), None, false),
            Target::Route { path, anchor } => {
                let page = self.whole.plan.find_linked(path);
                let meant = anchor
                    .as_ref()
                    .and_then(|anchor| meant_anchor(self.site, &page?.page, anchor));
                let anchor = meant.or_else(|| anchor.clone());
                (Some(at(self.route_href(path), &anchor)), None, false)
            }
            Target::File(file) => (
                Some(self.whole_href(&beside(route, path, file))),
                None,
                false,
            ),
            Target::Away => (Some(link::away(link).into_owned()), None, true),
            Target::Nowhere => (None, None, false),
        };
        let href = href.map(|h| {
            if absolute && !away {
                let origin = &self.site.config.origin;
                match h.is_ascii() {
                    true => format!("{origin}{h}"),
                    false => format!("{origin}{}", percent::path_of_address(&h)),
                }
            } else {
                h
            }
        });
        let file = match target {
            Target::File(file) => Some(format!("content/{file}")),
            Target::Route { path, .. } => Some(format!("static/{path}")),
            _ => None,
        };
        let frame = match target {
            Target::Away if link.kind.is_picture() => {
                let frame = frame(&link::away(link), &self.site.config.embeds);
                let script = self.plan.frames.as_ref();
                frame.zip(script).map(|(frame, script)| FrameView {
                    address: frame.address,
                    host: frame.host,
                    is_film: frame.is_film,
                    // A feed has no script.
                    script: match absolute {
                        true => String::new(),
                        false => self.whole_href(script),
                    },
                })
            }
            _ => None,
        };
        let size = file.as_ref().and_then(|file| self.cache.file(file).size);
        let widths = match (&file, &href) {
            (Some(file), Some(href)) if link.kind.is_picture() => self.widths(file, href),
            _ => None,
        };
        let instead = widths.as_ref().and_then(|widths| widths.instead.clone());
        let (href, size) = match instead {
            Some((address, size)) => (Some(address), Some(size)),
            None => (href, size),
        };
        Destination {
            href,
            title,
            title_lang,
            away,
            frame,
            size,
            // A feed has one picture, which every program shows.
            widths: widths.filter(|_| !absolute).map(Box::new),
        }
    }

    /// The page that a link means by an address of another generator.
    fn meant(&self, link: &BodyLink, path: &str) -> Option<&Planned> {
        match link.kind.is_picture() {
            true => None,
            false => self.whole.plan.find_meant(self.site, path),
        }
    }

    /// The address of a path from the root, with its trailing slash, since not every host adds it.
    fn route_href(&self, path: &str) -> String {
        let (folder, query) = path.split_at(path.find('?').unwrap_or(path.len()));
        let folder = nfc(folder);
        let slash = self.whole.plan.find_linked(&folder).is_some_and(|found| {
            let is_folder = found.route.ends_with("index.html") && !folder.ends_with("index.html");
            is_folder && !folder.is_empty() && !folder.ends_with('/')
        });
        let slash = if slash { "/" } else { "" };
        let path = format!("{folder}{slash}{query}");
        self.site.config.whole_href(&path)
    }

    /// What the language of an article calls itself, for a site in several languages, if it differs
    /// from that of the edition.
    pub fn marked_language(&self, id: ArticleId) -> Option<String> {
        let lang = self.article_lang(id)?;
        let is_multilingual = self.site.config.is_multilingual();
        is_multilingual.then(|| own_name(&lang))
    }

    /// The language of an article, if it differs from the site's.
    pub fn article_lang(&self, id: ArticleId) -> Option<String> {
        other_language(self.site, self.site.article(id).front.lang.as_deref())
    }
}
