//! Translations of an article, and names of languages.

use serde::Serialize;

use super::context::ViewContext;
use crate::config::EditionConfig;
use crate::content::article::{ArticleId, stem};
use crate::content::date::EventDate;
use crate::model::site::Site;
use crate::plan::{Page, Plan, Planned};

/// The same article in another language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Translation {
    /// BCP 47.
    pub lang: String,
    /// The language's own name: "Bahasa Indonesia".
    pub language: String,
    pub title: String,
    pub url: String,
}

/// For `<link rel="alternate" hreflang>`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Alternate {
    /// BCP 47, or `x-default` for the original.
    pub lang: String,
    /// Absolute.
    pub url: String,
}

/// A language in the menu of languages.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LanguageLink {
    /// BCP 47.
    pub lang: String,
    /// The language's own name: "Bahasa Indonesia".
    pub language: String,
    /// The address of the same page in this language; if there is none, of the nearest list.
    pub url: String,
    /// Whether it is the language of this page.
    pub current: bool,
}

impl ViewContext<'_> {
    /// The translations of an article, without itself.
    pub fn translations(&self, id: ArticleId) -> Vec<Translation> {
        let others = self.site.translations.of(id).iter().filter(|o| **o != id);
        others
            .map(|other| {
                let lang = self.lang_of(*other).to_owned();
                let link = self.article_link(*other);
                Translation {
                    language: own_name(&lang),
                    lang,
                    title: link.label,
                    url: link.url,
                }
            })
            .collect()
    }

    /// Every language version of an article including itself; empty if there is only one. What has
    /// no version in the reader's language is that in the language of the site, else the original.
    pub fn alternates(&self, id: ArticleId) -> Vec<Alternate> {
        let all = self.site.translations.of(id);
        let url = |id: &ArticleId| self.whole_absolute(&self.plan.articles[id.0]);
        let named = all.iter().map(|id| Alternate {
            lang: self.lang_of(*id).to_owned(),
            url: url(id),
        });
        let config = &self.whole.site.config;
        let is_first = |id: &&ArticleId| self.lang_of(**id).eq_ignore_ascii_case(&config.language);
        let of_site = all
            .iter()
            .find(|id| config.is_multilingual() && is_first(id));
        let default = of_site.or(all.first()).map(|id| Alternate {
            lang: "x-default".to_owned(),
            url: url(id),
        });
        named.chain(default).collect()
    }

    /// The same as [`alternates`](Self::alternates), for any page of a site in several languages.
    pub fn alternates_of(&self, planned: &Planned) -> Vec<Alternate> {
        if let Page::Article(id) = planned.page {
            return self.alternates(id);
        }
        let editions = self.whole.site.config.editions.iter().enumerate();
        let routes = editions.filter_map(|(n, edition)| {
            let route = match n == planned.edition {
                true => planned.route.clone(),
                false => self.same_page(planned, n)?,
            };
            let url = self.whole_absolute(&route);
            Some((n, edition.language.clone(), url))
        });
        let mut routes: Vec<_> = routes.collect();
        if routes.len() < 2 {
            return Vec::new();
        }
        let (_, _, default) = routes[0].clone();
        routes.push((routes.len(), "x-default".to_owned(), default));
        let alternate = |(_, lang, url)| Alternate { lang, url };
        routes.into_iter().map(alternate).collect()
    }

    /// The menu of languages on a page of a site in several languages.
    pub fn language_menu(&self, planned: &Planned) -> Vec<LanguageLink> {
        let editions = self.whole.site.config.editions.iter().enumerate();
        let link = |(n, edition): (usize, &EditionConfig)| {
            let route = match n == planned.edition {
                true => planned.route.clone(),
                false => match self.same_page(planned, n) {
                    Some(route) => route,
                    None => self.nearest_list(planned, n),
                },
            };
            LanguageLink {
                lang: edition.language.clone(),
                language: own_name(&edition.language),
                url: self.whole_href(&route),
                current: n == planned.edition,
            }
        };
        editions.map(link).collect()
    }

    /// The static page that the edition has in the place of another.
    pub(super) fn page_here(&self, page: usize) -> usize {
        let config = &self.site.config;
        let same = config
            .is_multilingual()
            .then(|| same_static_page(self.site, page, config.edition));
        same.flatten().unwrap_or(page)
    }

    /// The route of the same page in another edition.
    pub(super) fn same_page(&self, planned: &Planned, edition: usize) -> Option<String> {
        let (site, plan) = self.whole.edition(edition);
        match planned.page {
            Page::Article(id) => {
                let all = site.translations.of(id).iter().copied();
                let same = all.filter(|other| site.edition_of(*other) == edition);
                let route = plan.articles[same.take(1).next()?.0].clone();
                self.is_of(&route, edition).then_some(route)
            }
            Page::Static(n) => {
                let same = same_static_page(site, n, edition)?;
                Some(plan.static_pages[same].clone())
            }
            _ => {
                let route = self.own_route(planned)?;
                let route = format!("{}{route}", plan.prefix);
                self.is_of(&route, edition).then_some(route)
            }
        }
    }

    /// The list in another edition on which the page would stand, else its front page.
    fn nearest_list(&self, planned: &Planned, edition: usize) -> String {
        let route = match planned.page {
            Page::Article(id) => {
                let own = self.site.of_article[id.0]
                    .own
                    .map(|own| self.site.entry(own));
                let date = own.and_then(|entry| entry.date.as_ref());
                let position = date.map(EventDate::position);
                position.and_then(|position| {
                    let year = position.year?;
                    let month = position.month.map(|month| Plan::month_route(year, month));
                    Some(month.unwrap_or_else(|| Plan::year_route(year)))
                })
            }
            _ => self.own_route(planned).map(str::to_owned),
        };
        let prefix = &self.whole.edition(edition).1.prefix;
        let mut folder = route.as_deref().map_or("", Plan::address);
        loop {
            let own = format!("{prefix}{folder}index.html");
            if folder.is_empty() || self.is_of(&own, edition) {
                return own;
            }
            folder = folder.trim_end_matches('/');
            folder = folder.rfind('/').map_or("", |at| &folder[..=at]);
        }
    }

    /// The route of a page within its edition; None of one that keeps an address elsewhere.
    fn own_route<'p>(&self, planned: &'p Planned) -> Option<&'p str> {
        let prefix = &self.whole.edition(planned.edition).1.prefix;
        planned.route.strip_prefix(prefix.as_str())
    }

    /// Whether an edition has a page at a route of the whole site.
    fn is_of(&self, route: &str, edition: usize) -> bool {
        let pages = &self.whole.plan.pages;
        let at = pages.binary_search_by(|page| page.route.as_str().cmp(route));
        at.is_ok_and(|at| pages[at].edition == edition && pages[at].page != Page::NotFound)
    }

    /// The language of a static page.
    pub fn page_lang(&self, page: usize) -> Option<&str> {
        let own = self.site.pages[page].front.lang.as_deref();
        Some(own.unwrap_or(&self.whole.site.config.language))
    }

    pub fn lang_of(&self, id: ArticleId) -> &str {
        let own = self.site.article(id).front.lang.as_deref();
        own.unwrap_or(&self.site.config.language)
    }
}

/// The static page of an edition that is the same as another, or a translation of it.
fn same_static_page(site: &Site, page: usize, edition: usize) -> Option<usize> {
    let name = page_name(site, page);
    let mut pages = 0..site.pages.len();
    pages.find(|other| {
        site.edition_of_page(&site.pages[*other]) == edition && page_name(site, *other) == name
    })
}

/// The name by which a static page and its translations are known: that of the file.
fn page_name(site: &Site, page: usize) -> &str {
    let page = &site.pages[page];
    let of = page.front.translation_of.as_ref();
    of.map_or_else(|| stem(&page.path), |of| &of.value)
}

/// What a language calls itself; its code, if that is not known.
pub fn own_name(lang: &str) -> String {
    name(lang).unwrap_or(lang).to_owned()
}

/// What a language calls itself, by the primary subtag.
fn name(lang: &str) -> Option<&'static str> {
    let code = lang.split(['-', '_']).next()?.to_ascii_lowercase();
    Some(match code.as_str() {
        "ar" => "العربية",
        "bg" => "Български",
        "bn" => "বাংলা",
        "ca" => "Català",
        "cs" => "Čeština",
        "da" => "Dansk",
        "de" => "Deutsch",
        "el" => "Ελληνικά",
        "en" => "English",
        "es" => "Español",
        "et" => "Eesti",
        "eu" => "Euskara",
        "fa" => "فارسی",
        "fi" => "Suomi",
        "fr" => "Français",
        "he" => "עברית",
        "hi" => "हिन्दी",
        "hr" => "Hrvatski",
        "hu" => "Magyar",
        "id" => "Bahasa Indonesia",
        "it" => "Italiano",
        "ja" => "日本語",
        "jv" => "Basa Jawa",
        "ko" => "한국어",
        "lt" => "Lietuvių",
        "lv" => "Latviešu",
        "ms" => "Bahasa Melayu",
        "nb" | "no" => "Norsk",
        "nl" => "Nederlands",
        "nn" => "Nynorsk",
        "pl" => "Polski",
        "pt" => "Português",
        "ro" => "Română",
        "ru" => "Русский",
        "sk" => "Slovenčina",
        "sl" => "Slovenščina",
        "sr" => "Српски",
        "su" => "Basa Sunda",
        "sv" => "Svenska",
        "sw" => "Kiswahili",
        "ta" => "தமிழ்",
        "th" => "ไทย",
        "tl" => "Tagalog",
        "tr" => "Türkçe",
        "uk" => "Українська",
        "ur" => "اردو",
        "vi" => "Tiếng Việt",
        "zh" => "中文",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_by_its_own_word() {
        assert_eq!(name("id"), Some("Bahasa Indonesia"));
        assert_eq!(name("pt-BR"), Some("Português"));
        assert_eq!(name("x-klingon"), None);
    }
}
