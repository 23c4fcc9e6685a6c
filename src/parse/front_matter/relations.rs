//! Reads keys that relate an article to others: its storyline, what it follows or reverses; its
//! picture; and the front matter of texts of terms and stories.

use crate::config::{SiteConfig, language_tag};
use crate::content::event::{Relation, RelationKind, Relations};
use crate::content::picture::Image;
use crate::content::slug;
use crate::content::text::TextMatter;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::parse::conventions::{Conventions, conventions_of};
use crate::parse::typography::typeset;
use crate::reference::front_matter as keys_of;
use crate::source::At;
use crate::yaml::fields::Fields;
use crate::yaml::{Node, Value, values};

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
            format!("`{}` can't be the id of a storyline: {fault}", story.value),
        )
        .at(story.span, "here")
        .hint(format!(
            "use letters, digits and hyphens, as in `story: {}`",
            slug::slug(&story.value)
        )),
    );
    None
}

/// Reads `image`: a group of keys, or a single text, its `src`. `conventions` is whether the language has
/// conventions quotes.
pub(super) fn image(
    f: &mut Fields<'_>,
    config: &SiteConfig,
    conventions: &'static Conventions,
    sink: &mut Sink,
) -> Option<Image> {
    let node = f.take("image")?;
    if let Value::Scalar { .. } = node.value {
        // As the themes of other generators have it.
        let beside = ["imageAlt", "image_alt", "image-alt", "imagealt"];
        let beside = beside
            .into_iter()
            .find_map(|key| Some((key, f.take_named(key)?)));
        return Some(Image {
            src: values::text(node, "image", sink)?,
            alt: beside
                .and_then(|(key, node)| values::text(node, key, sink))
                .map(|alt| typeset_text(alt, config, conventions)),
            credit: None,
            caption: None,
        });
    }
    let mut image = Fields::new(node, &keys_of::IMAGE, sink);
    let src = image.text("src", sink);
    let [alt, credit, caption] =
        ["alt", "credit", "caption"].map(|key| prose(&mut image, key, config, conventions, sink));
    image.refuse_rest(Severity::Warning, sink);
    if src.is_none() {
        sink.push(
            Diagnostic::error("missing-key", "`image` has no `src`")
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
pub(in crate::parse) fn text(root: &Node, config: &SiteConfig, sink: &mut Sink) -> TextMatter {
    let naming = super::names::of_article(config);
    let mut f = Fields::named(root, &keys_of::TEXT, naming, sink);
    let lang = f.text("lang", sink);
    let lang = lang.and_then(|lang| language_tag(&lang, sink));
    let conventions = conventions_of(lang.as_ref().unwrap_or(&config.language));
    let title = f.text("title", sink);
    let title = match config.markdown.smart_punctuation {
        true => title.map(|t| t.map(|t| typeset(&t, conventions))),
        false => title,
    };
    let summary = prose(&mut f, "summary", config, conventions, sink);
    let draft = f.flag("draft", sink).unwrap_or(false);
    f.refuse_rest(Severity::Warning, sink);
    let start = f.place_of("");
    TextMatter {
        span: title.as_ref().map_or(start, |t| t.span),
        title,
        summary,
        lang,
        draft,
    }
}

/// Reads prose for readers, with smart punctuation if configured.
fn prose(
    f: &mut Fields<'_>,
    key: &'static str,
    config: &SiteConfig,
    conventions: &'static Conventions,
    sink: &mut Sink,
) -> Option<String> {
    Some(typeset_text(f.text(key, sink)?, config, conventions))
}

fn typeset_text(
    text: At<String>,
    config: &SiteConfig,
    conventions: &'static Conventions,
) -> String {
    match config.markdown.smart_punctuation {
        true => typeset(&text.value, conventions),
        false => text.value,
    }
}
