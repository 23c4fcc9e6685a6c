//! Keys that tie an article to others: its storyline, the language that it is translated from;
//! its picture; and the front matter of texts of terms and stories.

use crate::config::SiteConfig;
use crate::content::slug;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::parse::typography::smart_quotes;
use crate::source::{At, Span};
use crate::yaml::fields::Fields;
use crate::yaml::values;
use crate::yaml::{Node, Value};

/// What an article's own event, or a listed entry, has to do with others.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    /// Id of the storyline that it belongs to.
    pub story: Option<At<String>>,
    /// In the order of the kinds, then of the file.
    pub relations: Vec<Relation>,
}

/// `follows: [llama-4]`.
#[derive(Debug, Clone)]
pub struct Relation {
    pub kind: RelationKind,
    /// Id of an article or entry.
    pub to: At<String>,
}

/// What one entry does to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    Reverses,
    Confirms,
    /// Never written: an `update` with a later date implies it.
    Delays,
    Follows,
}

/// The picture of an article.
#[derive(Debug, Clone)]
pub struct Image {
    /// Beside the file, under `static/`, or a web address.
    pub src: At<String>,
    /// What it shows, for those who can't see it.
    pub alt: Option<String>,
    pub credit: Option<String>,
    pub caption: Option<String>,
}

/// Front matter of `content/terms/<taxonomy>/<term>.md` and `content/stories/<story>.md`.
#[derive(Debug, Clone)]
pub struct TextMatter {
    /// A term has a name without it.
    pub title: Option<At<String>>,
    pub summary: Option<String>,
    pub draft: bool,
    /// Where to point for what concerns all of the text.
    pub span: Span,
}

impl Relations {
    /// Neither in a storyline nor related to anything.
    pub fn is_empty(&self) -> bool {
        self.story.is_none() && self.relations.is_empty()
    }
}

/// Reads `story`, `follows`, `reverses` and `confirms`.
pub(super) fn relations(f: &mut Fields<'_>, sink: &mut Sink) -> Relations {
    let written = [
        ("reverses", RelationKind::Reverses),
        ("confirms", RelationKind::Confirms),
        ("follows", RelationKind::Follows),
    ];
    let story = story(f, sink);
    let mut relations = Vec::new();
    for (key, kind) in written {
        let ids = f.list(key, sink).into_iter();
        relations.extend(ids.map(|to| Relation { kind, to }));
    }
    Relations { story, relations }
}

fn story(f: &mut Fields<'_>, sink: &mut Sink) -> Option<At<String>> {
    let story = f.text("story", sink)?;
    let Err(fault) = slug::check(&story.value) else {
        return Some(story);
    };
    sink.push(
        Diagnostic::error(
            "bad-id",
            format!("`{}` can't be the id of a story: {fault}", story.value),
        )
        .at(story.span, "here")
        .hint(format!(
            "write letters, digits and dashes, as in `story: {}`",
            slug::slug(&story.value)
        )),
    );
    None
}

/// Reads `image`: a group of keys, or its `src` alone.
pub(super) fn image(f: &mut Fields<'_>, config: &SiteConfig, sink: &mut Sink) -> Option<Image> {
    let node = f.take("image")?;
    if let Value::Scalar { .. } = node.value {
        return Some(Image {
            src: values::text(node, "image", sink)?,
            alt: None,
            credit: None,
            caption: None,
        });
    }
    let mut image = Fields::new(node, "`image`", sink);
    let src = image.text("src", sink);
    let [alt, credit, caption] =
        ["alt", "credit", "caption"].map(|key| prose(&mut image, key, config, sink));
    image.refuse_rest(Severity::Warning, "`image`", &[], sink);
    if src.is_none() {
        sink.push(
            Diagnostic::error("missing-key", "`src` is missing: which picture?")
                .at(image.place_of("src"), "here")
                .hint("write `image: {src: picture.jpg, alt: What it shows}`"),
        );
    }
    Some(Image {
        src: src?,
        alt,
        credit,
        caption,
    })
}

/// Reads the front matter of a text of a term or story.
pub(in crate::parse) fn text(
    root: &Node,
    what: &str,
    config: &SiteConfig,
    sink: &mut Sink,
) -> TextMatter {
    let naming = super::names::of_article(config);
    let mut f = Fields::named(root, "the front matter", naming, sink);
    let title = f.text("title", sink);
    let title = match config.markdown.smart_punctuation {
        true => title.map(|t| t.map(|t| smart_quotes(&t))),
        false => title,
    };
    let summary = prose(&mut f, "summary", config, sink);
    let draft = f.flag("draft", sink).unwrap_or(false);
    f.refuse_rest(Severity::Warning, what, &[], sink);
    let start = f.place_of("");
    TextMatter {
        span: title.as_ref().map_or(start, |t| t.span),
        title,
        summary,
        draft,
    }
}

/// Words that readers see, with the quotation marks of the texts.
fn prose(
    f: &mut Fields<'_>,
    key: &'static str,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<String> {
    let text = f.text(key, sink)?.value;
    Some(match config.markdown.smart_punctuation {
        true => smart_quotes(&text),
        false => text,
    })
}
