//! The picture of an article as shown on its page.

use super::ImageView;
use super::context::ViewContext;
use crate::content::article::ArticleId;
use crate::content::picture::Picture;
use crate::content::slug::nfc;
use crate::percent;
use crate::plan::beside;

impl ViewContext<'_> {
    /// The picture of an article, if it has one.
    pub fn image(&self, id: ArticleId) -> Option<ImageView> {
        let picture = self.links.images.get(&id)?;
        let article = self.site.article(id);
        let image = article.front.image.as_ref()?;
        let route = &self.plan.articles[id.0];
        let (src, file) = match picture {
            Picture::Beside(path) => (
                encoded(self.whole_href(&beside(route, &article.path, path))),
                Some(format!("content/{path}")),
            ),
            Picture::Static(path) => (
                encoded(self.whole_href(&nfc(path))),
                Some(format!("static/{path}")),
            ),
            Picture::Away(url) => (url.clone(), None),
        };
        let size = file.and_then(|path| self.cache.file(&path).size);
        Some(ImageView {
            src,
            alt: image.alt.clone().unwrap_or_default(),
            credit: image.credit.clone(),
            caption: image.caption.clone(),
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
        })
    }
}

/// An address as an attribute of HTML has it: the name of a file may contain spaces.
fn encoded(address: String) -> String {
    percent::attribute(&address).into_owned()
}
