//! Translations of an article, and names of languages.

use serde::Serialize;

use super::context::ViewContext;
use crate::content::article::ArticleId;

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

impl ViewContext<'_> {
    /// The translations of an article, without itself.
    pub fn translations(&self, id: ArticleId) -> Vec<Translation> {
        let others = self.site.translations.of(id).iter().filter(|o| **o != id);
        others
            .map(|other| {
                let lang = self.lang_of(*other).to_owned();
                let link = self.article_link(*other);
                Translation {
                    language: name(&lang).unwrap_or(&lang).to_owned(),
                    lang,
                    title: link.label,
                    url: link.url,
                }
            })
            .collect()
    }

    /// Every language version of an article including itself; empty if there is only one.
    pub fn alternates(&self, id: ArticleId) -> Vec<Alternate> {
        let all = self.site.translations.of(id);
        let url = |id: &ArticleId| self.absolute(&self.plan.articles[id.0]);
        let named = all.iter().map(|id| Alternate {
            lang: self.lang_of(*id).to_owned(),
            url: url(id),
        });
        let original = all.first().map(|id| Alternate {
            lang: "x-default".to_owned(),
            url: url(id),
        });
        named.chain(original).collect()
    }

    fn lang_of(&self, id: ArticleId) -> &str {
        let own = self.site.article(id).front.lang.as_deref();
        own.unwrap_or(&self.site.config.language)
    }
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
