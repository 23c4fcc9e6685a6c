//! Pictures: their front matter, their location and their size.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::exif;
use crate::source::At;

/// The picture of an article.
#[derive(Debug, Clone)]
pub struct Image {
    /// A path relative to the article's file, a path below `static/`, or a URL.
    pub src: At<String>,
    /// Alternative text.
    pub alt: Option<String>,
    pub credit: Option<String>,
    pub caption: Option<String>,
}

/// Where an article's picture is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// Path below `content/`.
    Beside(String),
    /// Path below `static/`.
    Static(String),
    /// URL on another host.
    Away(String),
}

/// Paths of the files below `content/` that are not Markdown.
pub type MediaFiles = BTreeSet<String>;

/// Returns the width and height of a picture in pixels, read from the start of its file: PNG (ISO
/// 15948, 11.2.2), JPEG (ITU T.81, B.2.2), GIF (89a, 18), WebP (RFC 9649) and SVG (2, 8.2). `None`
/// for other formats.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = match bytes {
        [0x89, b'P', b'N', b'G', ..] => (big(bytes, 16, 4)?, big(bytes, 20, 4)?),
        [b'G', b'I', b'F', b'8', ..] => (little(bytes, 6, 2)?, little(bytes, 8, 2)?),
        [0xff, 0xd8, ..] => {
            let (width, height) = jpeg(bytes)?;
            // Browsers turn it upright.
            match exif::is_turned(bytes) {
                true => (height, width),
                false => (width, height),
            }
        }
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => webp(bytes)?,
        _ => drawing(bytes)?,
    };
    (size.0 > 0 && size.1 > 0).then_some(size)
}

/// What a file is that has the name of a picture and that no browser shows as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPicture {
    Empty,
    Heic,
    Tiff,
    Pdf,
    Svg,
    WebPage,
    /// A pointer to a file of Git LFS, which was not fetched.
    LfsPointer,
    Text,
    Unknown,
}

impl NoPicture {
    /// What it is, in words.
    pub fn words(self) -> &'static str {
        match self {
            NoPicture::Empty => "an empty file",
            NoPicture::Heic => "a HEIC picture, which most browsers do not show",
            NoPicture::Tiff => "a TIFF picture, which most browsers do not show",
            NoPicture::Pdf => "a PDF document",
            NoPicture::Svg => "an SVG drawing, which needs a name that ends with .svg",
            NoPicture::WebPage => "a web page",
            NoPicture::LfsPointer => "only the pointer of Git LFS to a picture",
            NoPicture::Text => "text",
            NoPicture::Unknown => "in no format that browsers show as a picture",
        }
    }
}

/// Endings of the names of pictures that browsers tell by their first bytes.
const SHOWN: [&str; 6] = ["avif", "gif", "jpeg", "jpg", "png", "webp"];

/// Endings of the names of pictures that most browsers do not show.
const NOT_SHOWN: [&str; 4] = ["heic", "heif", "tif", "tiff"];

/// Returns what a file is that has the name of a picture, if browsers do not show it. A picture with
/// the ending of another format is shown.
pub fn no_picture(path: &str, bytes: &[u8]) -> Option<NoPicture> {
    let ending = path.rsplit_once('.')?.1;
    let is = |list: &[&str]| list.iter().any(|e| ending.eq_ignore_ascii_case(e));
    if !is(&SHOWN) && !is(&NOT_SHOWN) {
        return None;
    }
    let begins = |start: &[u8]| bytes.starts_with(start);
    let brands = bytes.get(8..bytes.len().min(64)).unwrap_or_default();
    let brand = |name: &[u8]| brands.chunks(4).any(|brand| brand == name);
    let container = bytes.get(4..8) == Some(b"ftyp");
    let riff = begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let shown: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8", b"GIF8", b"BM", b"\0\0\x01\0"];
    if riff
        || shown.iter().any(|start| begins(start))
        || container && (brand(b"avif") || brand(b"avis"))
    {
        return None;
    }
    if container
        && [&b"heic"[..], b"heix", b"hevc", b"mif1", b"msf1"]
            .into_iter()
            .any(brand)
    {
        return Some(NoPicture::Heic);
    }
    let text = std::str::from_utf8(&bytes[..bytes.len().min(512)]);
    let text = text.map_or_else(|e| &bytes[..e.valid_up_to()], |text| text.as_bytes());
    let text = String::from_utf8_lossy(text)
        .trim_start()
        .to_ascii_lowercase();
    let printable =
        !text.is_empty() && !text.contains(|c: char| c.is_control() && !c.is_whitespace());
    Some(match bytes {
        [] => NoPicture::Empty,
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => NoPicture::Tiff,
        [b'%', b'P', b'D', b'F', ..] => NoPicture::Pdf,
        _ if text.starts_with("version https://git-lfs") => NoPicture::LfsPointer,
        _ if text.contains("<svg") => NoPicture::Svg,
        _ if text.starts_with("<!doctype html") || text.starts_with("<html") => NoPicture::WebPage,
        _ if printable && bytes.len().min(512) <= text.len() + 8 => NoPicture::Text,
        _ => NoPicture::Unknown,
    })
}

/// Skips from marker to marker up to the first start-of-frame marker.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xff => at += 1,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
            }
            0x01 | 0xd0..=0xd9 => at += 2,
            _ => at += 2 + big(bytes, at + 2, 2)?.max(2) as usize,
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => Some((
            little(bytes, 26, 2)? & 0x3fff,
            little(bytes, 28, 2)? & 0x3fff,
        )),
        _ => None,
    }
}

/// Returns the size of an SVG: `width` and `height` of the root in pixels, else the sides of its
/// `viewBox`.
fn drawing(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let mut reader = Reader::from_str(&text);
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(root) | Event::Empty(root) => break root,
            Event::Eof => return None,
            _ => {}
        }
    };
    if root.local_name().as_ref() != "svg" {
        return None;
    }
    let said = |name: &str| {
        let value = root.try_get_attribute(name).ok()??.value;
        Some(value.into_owned())
    };
    let pixels = |name| whole_pixels(said(name)?.trim().trim_end_matches("px"));
    pixels("width").zip(pixels("height")).or_else(|| {
        let bounds = said("viewBox")?;
        let mut sides = bounds
            .split([' ', ','])
            .filter(|side| !side.is_empty())
            .skip(2);
        Some((whole_pixels(sides.next()?)?, whole_pixels(sides.next()?)?))
    })
}

/// Parses a length and rounds it to whole pixels.
fn whole_pixels(text: &str) -> Option<u32> {
    let number: f64 = text.parse().ok()?;
    (1.0..=100_000.0)
        .contains(&number)
        .then(|| number.round() as u32)
}

fn big(bytes: &[u8], at: usize, len: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(len)?)?;
    Some(part.iter().fold(0, |n, b| n << 8 | u32::from(*b)))
}

fn little(bytes: &[u8], at: usize, len: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(len)?)?;
    Some(part.iter().rev().fold(0, |n, b| n << 8 | u32::from(*b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_picture_is_read_from_its_beginning() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0";
        assert_eq!(size(png), Some((640, 480)));
        assert_eq!(size(b"GIF89a\x80\x02\xe0\x01"), Some((640, 480)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x01\xe0\x02\x80";
        assert_eq!(size(jpeg), Some((640, 480)));
        let webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0";
        assert_eq!(size(webp), Some((640, 480)));
    }

    #[test]
    fn the_size_of_a_drawing_is_what_its_root_says() {
        for svg in [
            "<svg width=\"640\" height=\"480\" viewBox=\"0 0 1 1\"/>",
            "<?xml version=\"1.0\"?>\n<!-- a drawing -->\n<svg width='640px' height='480px'><g/></svg>",
            "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\" viewBox=\"0,0, 640 479.8\"/>",
            "<svg width=\"100%\" height=\"auto\" viewBox=\"-8 -8 640 480\">",
        ] {
            assert_eq!(size(svg.as_bytes()), Some((640, 480)), "{svg}");
        }
        for other in [
            "<html width=\"640\" height=\"480\"/>",
            "<svg width=\"1e9\" height=\"4\"/>",
            "<svg viewBox=\"0 0 640\"/>",
        ] {
            assert_eq!(size(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn what_only_has_the_name_of_a_picture_is_told() {
        for (name, bytes, kind) in [
            (
                "a.jpg",
                &b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..],
                Some(NoPicture::Heic),
            ),
            (
                "a.HEIC",
                b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic",
                Some(NoPicture::Heic),
            ),
            ("a.avif", b"\0\0\0\x18ftypmif1\0\0\0\0avifmif1", None),
            ("a.jpg", b"\x89PNG\r\n\x1a\n", None),
            ("a.png", b"%PDF-1.4", Some(NoPicture::Pdf)),
            ("a.png", b"", Some(NoPicture::Empty)),
            ("a.png", b"\n<!DOCTYPE html><p>", Some(NoPicture::WebPage)),
            (
                "a.webp",
                b"<?xml version='1.0'?><svg/>",
                Some(NoPicture::Svg),
            ),
            (
                "a.jpeg",
                b"version https://git-lfs.github.com/spec/v1\n",
                Some(NoPicture::LfsPointer),
            ),
            ("a.gif", b"words", Some(NoPicture::Text)),
            ("a.gif", b"\x01\x02\xff", Some(NoPicture::Unknown)),
            ("a.tif", b"II*\0", Some(NoPicture::Tiff)),
            ("a.txt", b"words", None),
            ("a.svg", b"<svg/>", None),
        ] {
            assert_eq!(no_picture(name, bytes), kind, "{name} {bytes:?}");
        }
    }

    #[test]
    fn what_is_cut_short_or_no_picture_has_no_size() {
        for bytes in [
            b"".as_slice(),
            b"<svg/>",
            b"\x89PNG",
            b"\xff\xd8\xff\xe0\xff\xff",
            b"\xff\xd8\xff\xff\xff",
            b"GIF89a\0\0\0\0",
            b"RIFF\0\0\0\0WEBPVP8L",
        ] {
            assert_eq!(size(bytes), None, "{bytes:?}");
        }
    }
}
