//! The pictures of articles: where each of them is.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::link::{left_out, spaced};
use super::path::{join, relative, scheme};
use super::site::Site;
use crate::content::article::ArticleId;
use crate::content::picture::{Image, MediaFiles, Picture};
use crate::content::schemes;
use crate::content::slug::nfc;
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Sink};

/// Finds the pictures of all articles that have one. A picture that does not exist is an error; one
/// without a text alternative is a warning. `statics` are the sorted paths below `static/`.
pub(super) fn find(
    site: &Site,
    files: &MediaFiles,
    unlisted: &MediaFiles,
    statics: &[String],
    sink: &mut Sink,
) -> BTreeMap<ArticleId, Picture> {
    let mut images = BTreeMap::new();
    let known = LazyCell::new(|| KnownPictures::of(files, statics));
    for (i, article) in site.articles.iter().enumerate() {
        let Some(image) = &article.front.image else {
            continue;
        };
        if image.alt.is_none() {
            sink.push(missing_alt(image));
        }
        if let Some(fault) = of_web(&image.src.value).and_then(|src| spaced(src, image.src.span)) {
            sink.push(fault);
            continue;
        }
        match picture(&article.path, &image.src.value, files, statics) {
            Some(picture) => {
                images.insert(ArticleId(i), picture);
            }
            None => {
                let beside = join(&article.path, &image.src.value);
                sink.push(match beside.filter(|path| unlisted.contains(path)) {
                    Some(path) => left_out("missing-picture", &path).at(image.src.span, "left out"),
                    None => missing_image(&article.path, image, &known),
                });
            }
        }
    }
    images
}

/// The picture that the article at `path` names `src`: on the web, beside the article or below
/// `static/`, in this order.
fn picture(path: &str, src: &str, files: &MediaFiles, statics: &[String]) -> Option<Picture> {
    if scheme(src).is_some() {
        return of_web(src).map(|src| Picture::Away(src.to_owned()));
    }
    let beside = join(path, src).filter(|_| !src.starts_with('/'));
    let beside = beside.and_then(|p| named(&p, files.contains(&p), files.iter()));
    let inner = join("", src.trim_start_matches('/'));
    let fixed = inner.and_then(|p| named(&p, statics.binary_search(&p).is_ok(), statics.iter()));
    beside.map(Picture::Beside).or(fixed.map(Picture::Static))
}

/// The address of a picture on the web; `None` for any other, and for a path.
fn of_web(src: &str) -> Option<&str> {
    let scheme = scheme(src)?;
    schemes::PICTURES.contains(&scheme.as_str()).then_some(src)
}

/// The name among `names` that is `wanted` in either form of Unicode. `there`: it is so as written.
fn named<'n>(
    wanted: &str,
    there: bool,
    mut names: impl Iterator<Item = &'n String>,
) -> Option<String> {
    if there {
        return Some(wanted.to_owned());
    }
    let composed = nfc(wanted);
    let found = match wanted.is_ascii() {
        true => None,
        false => names.find(|name| nfc(name) == composed),
    };
    found.cloned()
}

fn missing_alt(image: &Image) -> Diagnostic {
    Diagnostic::warning("missing-alt", "the picture has no alternative text")
        .at(image.src.span, "no `alt`")
        .hint(format!(
            "describe what it shows: `image: {{src: {}, alt: …}}`",
            image.src.value
        ))
}

/// What a picture can be, each with the name of its file.
struct KnownPictures<'a>(Vec<(&'a str, Place<'a>)>);

enum Place<'a> {
    Beside(&'a str),
    Static(&'a str),
}

impl<'a> KnownPictures<'a> {
    fn of(files: &'a MediaFiles, statics: &'a [String]) -> Self {
        let beside = files.iter().map(|file| (last(file), Place::Beside(file)));
        let fixed = statics.iter().map(|file| (last(file), Place::Static(file)));
        Self(beside.chain(fixed).collect())
    }

    /// How the article at `path` names the picture whose file is called most like `name`.
    fn near(&self, name: &str, path: &str) -> Option<String> {
        let near = nearest(name, self.0.iter().map(|(name, _)| *name))?;
        let (_, place) = self.0.iter().find(|(name, _)| *name == near)?;
        Some(match place {
            Place::Beside(file) => relative(path, file),
            Place::Static(file) => format!("/{file}"),
        })
    }
}

/// The name of a file without its folders.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn missing_image(path: &str, image: &Image, known: &KnownPictures<'_>) -> Diagnostic {
    let src = &image.src.value;
    let slashes = src.replace('\\', "/");
    let near = known.near(last(&slashes), path);
    let label = did_you_mean(near.as_deref(), "no such file");
    let d = Diagnostic::error("missing-picture", format!("there is no picture `{src}`"))
        .at(image.src.span, label);
    match *src == slashes {
        true => d.hint("put it next to the article, or under `static/`, and write its path"),
        false => d.hint(format!("write slashes in a path: `{slashes}`")),
    }
}
