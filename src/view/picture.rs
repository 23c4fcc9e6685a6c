//! The pictures of articles as shown on pages.

use serde::Serialize;

use super::ImageView;
use super::context::ViewContext;
use crate::content::article::ArticleId;
use crate::content::picture::Picture;
use crate::content::slug::nfc;
use crate::percent;
use crate::plan::{PictureVariant, beside, variants};

/// How wide a picture is shown: as a column of text, or as a narrow screen.
const SIZES: &str = "(min-width: 48rem) 40rem, 100vw";

/// The other widths of a picture, as attributes of HTML have them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PictureWidths {
    /// What stands in for the picture if it is very wide: its address and its size.
    pub instead: Option<(String, (u32, u32))>,
    /// In the format of the picture, for `srcset`.
    pub own: Option<String>,
    /// As WebP, for `srcset`.
    pub webp: Option<String>,
    /// For `sizes`.
    pub sizes: &'static str,
}

impl ViewContext<'_> {
    /// The picture of an article, if it has one.
    pub fn image(&self, id: ArticleId) -> Option<ImageView> {
        let picture = self.links.images.get(&id)?;
        let article = self.site.article(id);
        let image = article.front.image.as_ref()?;
        let route = &self.plan.articles[id.0];
        let (src, file) = match picture {
            Picture::Beside(path) => (
                encoded(&self.whole_href(&beside(route, &article.path, path))),
                Some(format!("content/{path}")),
            ),
            Picture::Static(path) => (
                encoded(&self.whole_href(&nfc(path))),
                Some(format!("static/{path}")),
            ),
            Picture::Away(url) => (url.clone(), None),
        };
        let widths = file.as_ref().and_then(|file| self.widths(file, &src));
        let size = file.and_then(|path| self.cache.file(&path).size);
        let widths = widths.unwrap_or_default();
        let (src, size) = match widths.instead {
            Some((src, size)) => (src, Some(size)),
            None => (src, size),
        };
        Some(ImageView {
            src,
            alt: image.alt.clone().unwrap_or_default(),
            credit: image.credit.clone(),
            caption: image.caption.clone(),
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
            srcset: widths.own,
            webp: widths.webp,
            sizes: widths.sizes,
        })
    }

    /// The other widths of the picture `file`, a path below the project, which is at an address. `None`
    /// if it has none.
    pub(super) fn widths(&self, file: &str, address: &str) -> Option<PictureWidths> {
        let size = *self.cache.inputs().pictures.get(file)?;
        let all = variants(file, size);
        let at = |variant: &PictureVariant| encoded(&variant.beside(address));
        let candidate = |variant: &PictureVariant| format!("{} {}w", at(variant), variant.width);
        let list = |variants: &[PictureVariant]| -> Vec<String> {
            variants.iter().map(candidate).collect()
        };
        let widest = all.own.last();
        let is_wide =
            widest.is_some() && all.webp.last().or(widest).is_some_and(|v| v.width < size.0);
        let mut own = list(&all.own);
        if !is_wide && !own.is_empty() {
            own.push(format!("{} {}w", encoded(address), size.0));
        }
        let webp = list(&all.webp);
        let joined = |list: Vec<String>| (!list.is_empty()).then(|| list.join(", "));
        Some(PictureWidths {
            instead: widest
                .filter(|_| is_wide)
                .map(|variant| (at(variant), (variant.width, variant.height))),
            own: joined(own),
            webp: joined(webp),
            sizes: SIZES,
        })
    }
}

/// An address as an attribute of HTML has it: the name of a file may contain spaces.
fn encoded(address: &str) -> String {
    percent::attribute(address).into_owned()
}
