//! The searchable text of one article, without Markdown syntax.

use pulldown_cmark::{Event, TagEnd};

use super::postings::{Passage, SearchText};
use crate::config::SiteConfig;
use crate::content::article::Article;
use crate::diagnostic::Diagnostic;
use crate::parse::markdown::{self, Dialect};
use crate::source::Sources;
use crate::world::World;

/// Returns the searchable text of an article that was parsed from `text`.
pub fn search_text(article: &Article, text: &str, config: &SiteConfig) -> SearchText {
    let front = &article.front;
    let passage = |title: &str, summary: &Option<String>| Passage {
        title: title.to_owned(),
        summary: summary.clone().unwrap_or_default(),
        text: String::new(),
    };
    let mut own = passage(&front.title.value, &front.summary);
    let body = text.get(article.body.range.clone());
    prose(article, body.unwrap_or_default(), config, &mut own.text);
    let listed = front.entries.iter();
    let listed = listed.map(|listed| passage(&listed.title.value, &listed.summary));
    SearchText {
        lang: front.lang.as_ref().unwrap_or(&config.language).clone(),
        texts: std::iter::once(own).chain(listed).collect(),
    }
}

/// Like [`search_text`], for an article whose file is read again.
///
/// # Errors
/// The file can't be read or has changed since it was parsed.
pub fn read_again(
    world: &dyn World,
    sources: &Sources,
    article: &Article,
    config: &SiteConfig,
) -> Result<SearchText, Box<Diagnostic>> {
    let name = sources.name(article.source);
    let changed = || {
        let message = "the file changed while the site was being built";
        let fault = Diagnostic::error("changed-meanwhile", message);
        Box::new(fault.file(name).hint("build again"))
    };
    let source = sources.read(world, article.source).map_err(|_| changed())?;
    let body = source.text.get(article.body.range.clone());
    if body.is_none_or(|body| crate::digest::of(body.as_bytes()) != article.body.digest) {
        return Err(changed());
    }
    Ok(search_text(article, &source.text, config))
}

fn prose(article: &Article, body: &str, config: &SiteConfig, out: &mut String) {
    let sources = article.front.sources.iter();
    let ids: Vec<&str> = sources
        .filter_map(|s| s.id.as_ref().map(|id| id.value.as_str()))
        .collect();
    let lang = article.front.lang.as_ref().unwrap_or(&config.language);
    let dialect = Dialect::new(&config.markdown, lang);
    let prepared = markdown::prepare(body, &ids, dialect);
    // Emphasis may divide a word; the end of a block ends it.
    for (event, _) in markdown::events(&prepared) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            ) => out.push('\n'),
            _ => {}
        }
    }
}
