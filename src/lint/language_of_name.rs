//! Texts whose file name ends with a language, as other generators read it, and that do not say so
//! themselves: `dam.ar.md` without `lang`.

use std::collections::{BTreeMap, BTreeSet};

use super::LintContext;
use crate::config::{SiteConfig, is_language, primary_subtag};
use crate::content::article::{Article, StaticPage, stem};
use crate::diagnostic::Sink;
use crate::messages::EMBEDDED;
use crate::source::{SourceId, Span};

/// The codes of languages of two letters (ISO 639-1).
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
    ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk \
    ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se \
    sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo \
    xh yi yo za zh zu";

/// A text that an editor may give a language.
struct Named<'s> {
    path: &'s str,
    source: SourceId,
    lang: Option<&'s str>,
    /// What `translation_of` calls it.
    name: &'s str,
    is_translation: bool,
    span: Span,
}

impl<'s> From<&'s Article> for Named<'s> {
    fn from(article: &'s Article) -> Self {
        Self {
            path: &article.path,
            source: article.source,
            lang: article.front.lang.as_deref(),
            name: &article.id,
            is_translation: article.front.translation_of.is_some(),
            span: article.front.title.span,
        }
    }
}

impl<'s> From<&'s StaticPage> for Named<'s> {
    fn from(page: &'s StaticPage) -> Self {
        Self {
            path: &page.path,
            source: page.source,
            lang: page.front.lang.as_deref(),
            name: stem(&page.path),
            is_translation: page.front.translation_of.is_some(),
            span: page.front.title.span,
        }
    }
}

impl<'s> Named<'s> {
    /// Its folder, and its name without the ending of Markdown.
    fn place(&self) -> (&'s str, &'s str) {
        let (folder, file) = self.path.rsplit_once('/').unwrap_or(("", self.path));
        let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
        (folder, name)
    }

    /// Its folder, its name without a language, and that language.
    fn parts(&self) -> Option<((&'s str, &'s str), &'s str)> {
        let (folder, name) = self.place();
        let (base, tag) = name.rsplit_once('.')?;
        (!base.is_empty() && is_known(tag)).then_some(((folder, base), tag))
    }
}

fn is_known(tag: &str) -> bool {
    let language = primary_subtag(tag);
    is_language(tag) && TWO_LETTERS.split(' ').any(|code| code == language)
}

/// Whether a name like `dam.ar` is surely meant as one in that language, though nothing else is named
/// like it: the interface has the language, and the name is not one of a site (`go.id`).
fn is_meant(config: &SiteConfig, base: &str, tag: &str) -> bool {
    let language = primary_subtag(tag);
    let is_edition = config
        .editions
        .iter()
        .any(|own| primary_subtag(&own.language) == language);
    is_edition || (EMBEDDED.iter().any(|(known, _)| *known == language) && !base.contains('.'))
}

/// Reports articles and static pages without `lang` whose name ends with the code of another language
/// than the site's: they count as texts in the language of the site.
pub(super) fn language_of_name(ctx: &LintContext<'_>, sink: &mut Sink) {
    const CODE: &str = "language-of-name";
    if !ctx.wants(CODE) {
        return;
    }
    report(ctx, sink, CODE, ctx.site.articles.iter().map(Named::from));
    report(ctx, sink, CODE, ctx.site.pages.iter().map(Named::from));
}

fn report<'s>(
    ctx: &LintContext<'_>,
    sink: &mut Sink,
    code: &'static str,
    texts: impl Iterator<Item = Named<'s>>,
) {
    let config = &ctx.site.config;
    let texts: Vec<Named<'s>> = texts.collect();
    if !texts
        .iter()
        .any(|text| text.lang.is_none() && text.parts().is_some())
    {
        return;
    }
    let plain: BTreeMap<_, _> = texts.iter().map(|text| (text.place(), text.name)).collect();
    let mut tags: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    for (place, tag) in texts.iter().filter_map(Named::parts) {
        tags.entry(place).or_default().insert(tag);
    }
    for text in &texts {
        let Some((place, tag)) = text.parts().filter(|_| text.lang.is_none()) else {
            continue;
        };
        let is_own = primary_subtag(tag) == primary_subtag(&config.language);
        if is_own || ctx.faulty.contains(&text.source) {
            continue;
        }
        let original = plain.get(&place);
        let has_like = original.is_some() || tags[&place].len() > 1;
        if !has_like && !is_meant(config, place.1, tag) {
            continue;
        }
        let of = original.filter(|_| !text.is_translation);
        let of = of.map_or(String::new(), |name| {
            format!(" and `translation_of: {name}`")
        });
        let own = &config.language;
        let message =
            format!("the name of the file ends with the language `{tag}`, and there is no `lang`");
        let d = ctx.found(code, message).map(|d| {
            d.at(text.span, format!("read as a text in `{own}`"))
                .hint(format!(
                    "add `lang: {tag}`{of}; or `lang: {own}`, if that is its language"
                ))
        });
        sink.extend(d);
    }
}
