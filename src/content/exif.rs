//! What a camera wrote into a photograph besides the picture (Exif 3.0, JPEG: ITU T.81).

/// How a photograph has to be turned to be upright: 1 to 8, as Exif counts (4.6.5, "Orientation"); 1 if
/// it says nothing.
pub fn orientation(jpeg: &[u8]) -> u8 {
    let exif = segments(jpeg).find_map(|segment| segment.exif());
    exif.and_then(orientation_of).unwrap_or(1)
}

/// Whether width and height change places when it is turned.
pub fn is_turned(jpeg: &[u8]) -> bool {
    orientation(jpeg) >= 5
}

/// A JPEG without what the camera and editors noted: place, time, device, comments. Its colours and its
/// orientation stay, and no picture is decoded. `None` for another file.
pub fn stripped(jpeg: &[u8]) -> Option<Vec<u8>> {
    if !jpeg.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let mut out = Vec::with_capacity(jpeg.len());
    out.extend_from_slice(&jpeg[..2]);
    let orientation = orientation(jpeg);
    if orientation > 1 {
        out.extend_from_slice(&only_orientation(orientation));
    }
    let mut end = 2;
    for segment in segments(jpeg) {
        end = segment.end;
        if segment.is_picture() {
            out.extend_from_slice(&jpeg[segment.start..segment.end]);
        }
    }
    out.extend_from_slice(&jpeg[end..]);
    Some(out)
}

/// A segment before the data of the picture, with its marker.
struct Segment<'a> {
    marker: u8,
    start: usize,
    end: usize,
    content: &'a [u8],
}

impl<'a> Segment<'a> {
    fn exif(&self) -> Option<&'a [u8]> {
        match self.marker {
            0xe1 => self.content.strip_prefix(b"Exif\0\0"),
            _ => None,
        }
    }

    /// Whether the picture would look different without it: tables, frames, JFIF, the profile of its
    /// colours, Adobe's transform.
    fn is_picture(&self) -> bool {
        match self.marker {
            0xe0 => !self.content.starts_with(b"JFXX"),
            0xe2 => self.content.starts_with(b"ICC_PROFILE\0"),
            0xee => self.content.starts_with(b"Adobe"),
            0xe1..=0xef | 0xfe => false,
            _ => true,
        }
    }
}

/// The segments up to the first scan.
fn segments(jpeg: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut at = 2;
    let is_jpeg = jpeg.starts_with(&[0xff, 0xd8]);
    std::iter::from_fn(move || {
        if !is_jpeg {
            return None;
        }
        let start = at;
        // A marker may be preceded by any number of fill bytes.
        while jpeg.get(at)? == &0xff && jpeg.get(at + 1)? == &0xff {
            at += 1;
        }
        let (head, marker) = (*jpeg.get(at)?, *jpeg.get(at + 1)?);
        if head != 0xff || matches!(marker, 0xda | 0xd9) {
            return None;
        }
        let len = usize::from(u16::from_be_bytes([*jpeg.get(at + 2)?, *jpeg.get(at + 3)?]));
        let end = at + 2 + len;
        let content = jpeg.get(at + 4..end)?;
        at = end;
        Some(Segment {
            marker,
            start,
            end,
            content,
        })
    })
}

/// Reads the orientation from the first directory of a TIFF header.
fn orientation_of(tiff: &[u8]) -> Option<u8> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let word = |at: usize| {
        let bytes = [*tiff.get(at)?, *tiff.get(at.checked_add(1)?)?];
        Some(match is_little {
            true => u16::from_le_bytes(bytes),
            false => u16::from_be_bytes(bytes),
        })
    };
    let (high, low) = (word(4)?, word(6)?);
    let first = match is_little {
        true => usize::from(low) << 16 | usize::from(high),
        false => usize::from(high) << 16 | usize::from(low),
    };
    let count = usize::from(word(first)?);
    let tags = (0..count).map(|n| first + 2 + 12 * n);
    let mut of_orientation = tags.filter(|at| word(*at) == Some(0x0112));
    let value = word(of_orientation.next()? + 8)?;
    u8::try_from(value).ok().filter(|n| (1..=8).contains(n))
}

/// A segment that says how to turn the picture, and nothing else.
fn only_orientation(orientation: u8) -> Vec<u8> {
    let mut content = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    content.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0]);
    let len = u16::try_from(content.len() + 2).expect("a few bytes");
    let mut segment = vec![0xff, 0xe1];
    segment.extend_from_slice(&len.to_be_bytes());
    segment.extend_from_slice(&content);
    segment
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let len = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &len[..], content].concat()
    }

    /// A photograph that says where it was taken.
    fn photograph(orientation: u8) -> Vec<u8> {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        exif.extend_from_slice(&[orientation, 0, 0, 0]);
        exif.extend_from_slice(b"\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0GPS 59.91N");
        [
            &[0xff, 0xd8][..],
            &segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
            &segment(0xe1, &exif),
            &segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x>59.91N</x>"),
            &segment(0xe2, b"ICC_PROFILE\0\x01\x01colours"),
            &segment(0xed, b"Photoshop 3.0\0 by line"),
            &segment(0xfe, b"a comment"),
            &segment(0xc0, b"\x08\x01\xe0\x02\x80\x03"),
            &segment(0xda, b"\x03"),
            b"data \xff\xe1 of the scan\xff\xd9",
        ]
        .concat()
    }

    #[test]
    fn a_place_goes_and_the_picture_stays() {
        let jpeg = photograph(6);
        assert_eq!(orientation(&jpeg), 6);
        let bare = stripped(&jpeg).expect("a JPEG");
        for gone in ["GPS", "59.91N", "Photoshop", "comment"] {
            assert!(!String::from_utf8_lossy(&bare).contains(gone), "{gone}");
        }
        for kept in ["JFIF", "ICC_PROFILE", "data"] {
            assert!(String::from_utf8_lossy(&bare).contains(kept), "{kept}");
        }
        assert!(bare.ends_with(b"data \xff\xe1 of the scan\xff\xd9"));
        assert_eq!(orientation(&bare), 6);
        assert_eq!(stripped(&bare).as_deref(), Some(&*bare), "once is enough");
        assert_eq!(orientation(&stripped(&photograph(1)).unwrap()), 1);
    }

    #[test]
    fn what_is_cut_short_or_no_jpeg_is_read_without_harm() {
        let jpeg = photograph(8);
        for end in 0..jpeg.len() {
            let _ = orientation(&jpeg[..end]);
            if let Some(bare) = stripped(&jpeg[..end]) {
                assert!(!String::from_utf8_lossy(&bare).contains("Photoshop 3.0\0 by line"));
            }
        }
        assert_eq!(stripped(b"\x89PNG"), None);
        assert_eq!(orientation(b"Exif"), 1);
    }
}
