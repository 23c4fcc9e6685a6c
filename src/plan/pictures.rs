//! Pictures in several widths.

use std::collections::BTreeMap;

/// Width and height of the pictures that get several widths, upright, by path below the project.
pub type ResponsivePictures = BTreeMap<String, (u32, u32)>;

/// The widths in which a picture is shown at most, in pixels: a phone, a phone with fine pixels or a
/// column of text, the same with fine pixels.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// The format of a picture in another width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum PictureFormat {
    Jpeg,
    WebP,
    /// For pictures that came without loss: drawings, screenshots.
    LosslessWebP,
}

impl PictureFormat {
    fn ending(self) -> &'static str {
        match self {
            PictureFormat::Jpeg => "jpg",
            PictureFormat::WebP | PictureFormat::LosslessWebP => "webp",
        }
    }
}

/// A picture in another width or format.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct PictureVariant {
    /// Of the picture, below the project.
    pub path: String,
    pub width: u32,
    pub height: u32,
    pub format: PictureFormat,
}

impl PictureVariant {
    /// Its route, or its address, beside that of the picture.
    pub fn beside(&self, picture: &str) -> String {
        format!("{picture}.{}w.{}", self.width, self.format.ending())
    }
}

/// The variants of a picture.
#[derive(Debug, Default)]
pub struct PictureVariants {
    /// In its own format, the narrowest first. A picture that is no wider than the widest is itself the
    /// last of them, which is not listed.
    pub own: Vec<PictureVariant>,
    /// As WebP, the narrowest first; empty if that is its own format.
    pub webp: Vec<PictureVariant>,
}

/// Whether a picture can have several widths, by its name: JPEG, PNG, WebP.
pub fn may_vary(path: &str) -> bool {
    own_format(path).is_some()
}

/// The format for which WebP stands in; none for a PNG, whose smaller copies would weigh more than
/// itself.
fn own_format(path: &str) -> Option<Option<PictureFormat>> {
    let ending = path.rsplit_once('.')?.1.to_ascii_lowercase();
    match ending.as_str() {
        "jpg" | "jpeg" => Some(Some(PictureFormat::Jpeg)),
        "webp" => Some(Some(PictureFormat::WebP)),
        "png" => Some(None),
        _ => None,
    }
}

/// The variants of a picture of this size.
pub fn variants(path: &str, size: (u32, u32)) -> PictureVariants {
    let Some(own) = own_format(path) else {
        return PictureVariants::default();
    };
    let variant = |width: u32, format| PictureVariant {
        path: path.to_owned(),
        width,
        height: scaled(size, width),
        format,
    };
    let narrower = || WIDTHS.into_iter().filter(|width| *width < size.0);
    let whole = WIDTHS
        .last()
        .filter(|most| size.0 <= **most)
        .map(|_| size.0);
    let own_variants = own.map_or_else(Vec::new, |format| {
        narrower().map(|width| variant(width, format)).collect()
    });
    let webp = match own {
        Some(PictureFormat::WebP) => None,
        Some(_) => Some(PictureFormat::WebP),
        None => Some(PictureFormat::LosslessWebP),
    };
    let webp = webp.map_or_else(Vec::new, |format| {
        narrower()
            .chain(whole)
            .map(|width| variant(width, format))
            .collect()
    });
    PictureVariants {
        own: own_variants,
        webp,
    }
}

/// The height of a picture at another width, at least a pixel.
fn scaled((width, height): (u32, u32), to: u32) -> u32 {
    let exact = u64::from(height) * u64::from(to);
    let rounded = (exact + u64::from(width) / 2) / u64::from(width.max(1));
    u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, size: (u32, u32)) -> (Vec<String>, Vec<String>) {
        let all = variants(path, size);
        let names = |list: Vec<PictureVariant>| list.iter().map(|v| v.beside("p")).collect();
        (names(all.own), names(all.webp))
    }

    #[test]
    fn no_picture_is_enlarged_and_every_width_is_there_once() {
        let (own, webp) = told("a.jpg", (4000, 3000));
        assert_eq!(own, ["p.480w.jpg", "p.960w.jpg", "p.1600w.jpg"]);
        assert_eq!(webp, ["p.480w.webp", "p.960w.webp", "p.1600w.webp"]);
        let (own, webp) = told("a.JPEG", (960, 640));
        assert_eq!(own, ["p.480w.jpg"]);
        assert_eq!(webp, ["p.480w.webp", "p.960w.webp"]);
        let (own, webp) = told("a.webp", (500, 10));
        assert_eq!((own.len(), webp.len()), (1, 0));
        let (own, webp) = told("a.png", (300, 10));
        assert_eq!((own.len(), webp), (0, vec!["p.300w.webp".to_owned()]));
        assert_eq!(told("a.gif", (4000, 3000)), (Vec::new(), Vec::new()));
        assert_eq!(variants("a.jpg", (10_000, 1)).own[0].height, 1);
    }
}
