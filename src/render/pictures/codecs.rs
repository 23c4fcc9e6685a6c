//! Decodes, turns, shrinks and encodes.

use std::cell::RefCell;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageReader, Limits};

use super::MOST_PIXELS;
use crate::plan::{PictureFormat, PictureVariant};

/// No variant is wider: all are made from a copy of this width.
const WIDEST: u32 = 1600;
/// Of 100: as sharp as readers notice, and less for a smaller copy that would weigh more than the picture,
/// which was not as sharp itself.
const JPEG_QUALITIES: [u8; 4] = [82, 70, 58, 46];
const WEBP_QUALITIES: [f32; 4] = [78.0, 66.0, 54.0, 42.0];
/// For a copy without loss that would weigh more than the picture.
const NEARLY_LOSSLESS: [f32; 3] = [92.0, 80.0, 68.0];

/// An upright picture, no wider than [`WIDEST`].
struct Decoded {
    image: DynamicImage,
    /// The profile of its colours.
    profile: Option<Vec<u8>>,
}

thread_local! {
    /// The last picture of this thread, by the digest of its file: its variants are made one after the
    /// other.
    static LAST: RefCell<Option<([u8; 16], Decoded)>> = const { RefCell::new(None) };
}

/// Whether a picture can be decoded.
pub fn decodes(bytes: &[u8]) -> bool {
    whole(bytes).is_some()
}

/// Returns a variant of a picture; `None` if it can't be decoded. `digest` is that of the bytes.
pub fn encoded(bytes: &[u8], digest: [u8; 16], variant: &PictureVariant) -> Option<Vec<u8>> {
    LAST.with(|last| {
        let mut last = last.borrow_mut();
        if last.as_ref().is_none_or(|(of, _)| *of != digest) {
            // The one before goes before the next one is decoded.
            *last = None;
            *last = Some((digest, decoded(bytes)?));
        }
        let (_, decoded) = last.as_ref()?;
        let size = (variant.width, variant.height);
        let image = match (decoded.image.width(), decoded.image.height()) == size {
            true => decoded.image.clone(),
            false => decoded
                .image
                .resize_exact(size.0, size.1, FilterType::CatmullRom),
        };
        let profile = decoded.profile.as_deref();
        match variant.format {
            PictureFormat::Jpeg => {
                let encode = |quality| jpeg(&image, profile, quality);
                lighter(bytes.len(), JPEG_QUALITIES.into_iter().map(encode))
            }
            PictureFormat::WebP => {
                let encode = |quality| Some(webp(&image, profile, Some(quality)));
                lighter(bytes.len(), WEBP_QUALITIES.into_iter().map(encode))
            }
            PictureFormat::LosslessWebP => {
                let qualities = std::iter::once(None).chain(NEARLY_LOSSLESS.map(Some));
                let encode = |quality| Some(webp(&image, profile, quality));
                lighter(bytes.len(), qualities.map(encode))
            }
        }
    })
}

/// The first that weighs no more than the picture; else the last one.
fn lighter(picture: usize, tried: impl Iterator<Item = Option<Vec<u8>>>) -> Option<Vec<u8>> {
    let mut best = None;
    for encoded in tried {
        let is_light = encoded.as_ref().is_none_or(|bytes| bytes.len() <= picture);
        best = encoded;
        if is_light {
            break;
        }
    }
    best
}

/// Decodes a picture as it is in the file.
fn whole(bytes: &[u8]) -> Option<(DynamicImage, Orientation, Option<Vec<u8>>)> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8);
    decoder.set_limits(limits).ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).ok()?;
    Some((image, orientation, profile))
}

fn decoded(bytes: &[u8]) -> Option<Decoded> {
    let (mut image, orientation, profile) = whole(bytes)?;
    image.apply_orientation(orientation);
    if image.width() > WIDEST {
        let height = u64::from(image.height()) * u64::from(WIDEST) + u64::from(image.width()) / 2;
        let height = u32::try_from(height / u64::from(image.width()))
            .ok()?
            .max(1);
        image = image.resize_exact(WIDEST, height, FilterType::CatmullRom);
    }
    let image = match image.color().has_alpha() {
        true => DynamicImage::ImageRgba8(image.into_rgba8()),
        false => DynamicImage::ImageRgb8(image.into_rgb8()),
    };
    Some(Decoded { image, profile })
}

fn jpeg(image: &DynamicImage, profile: Option<&[u8]>, quality: u8) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, quality);
    if let Some(profile) = profile {
        // Without it the colours are a little off, and the picture is still there.
        _ = encoder.set_icc_profile(profile.to_vec());
    }
    image.to_rgb8().write_with_encoder(encoder).ok()?;
    Some(out)
}

/// Without a quality, without loss.
fn webp(image: &DynamicImage, profile: Option<&[u8]>, quality: Option<f32>) -> Vec<u8> {
    let (width, height) = (image.width(), image.height());
    let encoder = match image {
        DynamicImage::ImageRgba8(image) => webp::Encoder::from_rgba(image, width, height),
        image => {
            // `decoded` makes nothing else.
            let Some(image) = image.as_rgb8() else {
                return Vec::new();
            };
            webp::Encoder::from_rgb(image, width, height)
        }
    };
    let plain = match quality {
        None => encoder.encode_lossless(),
        Some(quality) => encoder.encode(quality),
    };
    match profile {
        Some(profile) => with_profile(&plain, profile, (width, height), image.color().has_alpha()),
        None => plain.to_vec(),
    }
}

/// Adds the profile of colours to a WebP (RFC 9649, sections 2.7 and 2.7.1.4).
fn with_profile(plain: &[u8], profile: &[u8], size: (u32, u32), has_alpha: bool) -> Vec<u8> {
    const ICC: u8 = 0x20;
    const ALPHA: u8 = 0x10;
    let rest = &plain[12..];
    // An extended head, with its own size, is replaced.
    let (flags, rest) = match rest.strip_prefix(b"VP8X") {
        Some(_) => (rest[8], &rest[18..]),
        None => (if has_alpha { ALPHA } else { 0 }, rest),
    };
    let small = |n: u32| (n - 1).to_le_bytes();
    let mut chunks = b"WEBPVP8X\x0a\0\0\0".to_vec();
    chunks.extend_from_slice(&[flags | ICC, 0, 0, 0]);
    chunks.extend_from_slice(&small(size.0)[..3]);
    chunks.extend_from_slice(&small(size.1)[..3]);
    chunks.extend_from_slice(b"ICCP");
    chunks.extend_from_slice(&u32::try_from(profile.len()).unwrap_or(0).to_le_bytes());
    chunks.extend_from_slice(profile);
    if profile.len() % 2 == 1 {
        chunks.push(0);
    }
    chunks.extend_from_slice(rest);
    let mut out = b"RIFF".to_vec();
    out.extend_from_slice(&u32::try_from(chunks.len()).unwrap_or(0).to_le_bytes());
    out.extend_from_slice(&chunks);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::picture;
    use image::{ColorType, Rgb, RgbImage};

    /// A photograph of a sky above a field.
    fn photograph(width: u32, height: u32) -> Vec<u8> {
        let image = RgbImage::from_fn(width, height, |x, y| {
            let noise = u8::try_from((x * 31 + y * 17) % 23).unwrap();
            match y < height / 2 {
                true => Rgb([90 + noise, 140 + noise, 220]),
                false => Rgb([60 + noise, 120, 40 + noise]),
            }
        });
        let mut out = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut out, 95);
        encoder.set_icc_profile(vec![7; 301]).unwrap();
        encoder
            .write_image(&image, width, height, ColorType::Rgb8.into())
            .unwrap();
        out
    }

    fn variant(width: u32, height: u32, format: PictureFormat) -> PictureVariant {
        PictureVariant {
            path: "a.jpg".to_owned(),
            width,
            height,
            format,
        }
    }

    #[test]
    fn a_variant_has_its_size_its_format_and_the_colours_of_the_picture() {
        let bytes = photograph(2000, 1000);
        assert!(decodes(&bytes));
        for (format, is) in [
            (PictureFormat::Jpeg, &b"\xff\xd8"[..]),
            (PictureFormat::WebP, b"RIFF"),
            (PictureFormat::LosslessWebP, b"RIFF"),
        ] {
            let small = encoded(&bytes, [1; 16], &variant(480, 240, format)).expect("a picture");
            assert!(small.starts_with(is));
            assert_eq!(picture::size(&small), Some((480, 240)), "{format:?}");
            let (image, _, profile) = whole(&small).expect("it decodes");
            assert_eq!((image.width(), image.height()), (480, 240));
            assert_eq!(profile, Some(vec![7; 301]), "{format:?}");
            let sky = image.to_rgb8();
            let [red, _, blue] = sky.get_pixel(240, 20).0;
            assert!(blue > 180 && red < 130, "{format:?}: the sky is above");
        }
    }

    #[test]
    fn a_smaller_copy_weighs_no_more_than_the_picture() {
        // Of few colours: lossless at its own size is light, and every smaller copy has many more.
        let drawing = RgbImage::from_fn(1600, 800, |x, y| match (x / 7 + y / 5) % 2 {
            0 => Rgb([255, 255, 255]),
            _ => Rgb([20, 40, 60]),
        });
        let mut bytes = Vec::new();
        let png = image::codecs::png::PngEncoder::new(&mut bytes);
        drawing.write_with_encoder(png).unwrap();
        for (digest, width) in [(3, 480), (4, 960)] {
            let wanted = variant(width, width / 2, PictureFormat::LosslessWebP);
            let small = encoded(&bytes, [digest; 16], &wanted).expect("a picture");
            assert!(
                small.len() <= bytes.len(),
                "{width}: {} of {}",
                small.len(),
                bytes.len()
            );
        }
        // A picture that is hardly sharp.
        let (image, ..) = whole(&photograph(1700, 900)).expect("a picture");
        let poor = jpeg(&image, None, 20).expect("a picture");
        let wanted = variant(1600, 847, PictureFormat::Jpeg);
        let small = encoded(&poor, [5; 16], &wanted).expect("a picture");
        assert!(
            small.len() <= poor.len(),
            "{} of {}",
            small.len(),
            poor.len()
        );
    }

    #[test]
    fn what_is_cut_short_or_too_large_does_not_decode() {
        let bytes = photograph(64, 64);
        assert!(!decodes(&bytes[..100]));
        assert!(!decodes(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01"
        ));
        assert!(!decodes(b"words"));
        assert!(encoded(b"words", [2; 16], &variant(480, 240, PictureFormat::Jpeg)).is_none());
    }
}
