//! Types of the files beside articles, by the endings of their names: which of them are published.
//!
//! A host serves a file under the media type that it has for the ending, and a browser runs what is
//! served as a page, a drawing or a document of XML; a file without a media type it judges by its
//! first bytes (WHATWG MIME Sniffing, 7.1). So a list names what is published, not what is left out.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Endings of files that are copied from `content/`, in lower case; sorted. Browsers show or save these
/// files, and run none of them.
pub const COPIED_ENDINGS: [&str; 82] = [
    "3gp", "7z", "aac", "aif", "aiff", "avi", "avif", "bmp", "csv", "dbf", "doc", "docx", "eml",
    "epub", "flac", "geojson", "gif", "gpx", "gz", "heic", "heif", "ico", "ics", "jpeg", "jpg",
    "json", "jsonl", "jxl", "kml", "kmz", "m4a", "m4v", "mid", "mkv", "mov", "mp3", "mp4", "mpeg",
    "mpg", "msg", "ndjson", "numbers", "odp", "ods", "odt", "oga", "ogg", "ogv", "opus", "otf",
    "pages", "parquet", "pdf", "png", "ppt", "pptx", "prj", "rtf", "shp", "shx", "sqlite", "srt",
    "svg", "tar", "tgz", "tif", "tiff", "topojson", "tsv", "ttf", "txt", "vcf", "vtt", "wav",
    "weba", "webm", "webp", "woff", "woff2", "xls", "xlsx", "zip",
];

/// Endings of files that a browser or a server is known to run, in lower case; sorted. They are never
/// copied from `content/` unless the site lists them; this list only chooses the words.
const ACTIVE_ENDINGS: [&str; 52] = [
    "asp", "aspx", "atom", "cgi", "hta", "htc", "htm", "html", "hxt", "js", "jse", "jsp", "jspx",
    "mathml", "mht", "mhtml", "mjs", "mml", "phar", "php", "php3", "php4", "php5", "php7", "php8",
    "phps", "pht", "phtml", "pl", "plist", "py", "rb", "rdf", "rss", "sht", "shtm", "shtml", "stm",
    "svgz", "swf", "vbs", "wasm", "wsdl", "xbl", "xht", "xhtm", "xhtml", "xml", "xsd", "xsl",
    "xslt", "xul",
];

/// Endings of documents of XML that are copied if nothing in them runs.
const XML_ENDINGS: [&str; 2] = ["gpx", "kml"];

/// Endings for which every host has a media type that browsers never take for a page.
const KNOWN_EVERYWHERE: [&str; 8] = ["avif", "gif", "jpeg", "jpg", "json", "pdf", "png", "webp"];

/// Endings that servers look for anywhere in a name (`a.php.jpg`), because a handler is set for them.
const HANDLED: [&str; 8] = ["asp", "aspx", "cgi", "jsp", "phar", "php", "phtml", "shtml"];

/// Whether a file is copied from `content/`, by its path. `more` are endings that the site adds.
pub fn is_copied(path: &str, more: &[String]) -> bool {
    let Some((name, ending)) = split(path) else {
        return false;
    };
    let mut inner = name.split('.').skip(1).map(str::to_ascii_lowercase);
    if inner.any(|part| HANDLED.contains(&part.as_str()) && !more.contains(&part)) {
        return false;
    }
    if more.contains(&ending) {
        return true;
    }
    if !is_in(&COPIED_ENDINGS, &ending) {
        return false;
    }
    // A server may send `a.svg.gz` in place of `a.svg`, and as a drawing.
    ending != "gz"
        || split(name).is_some_and(|(_, inner)| {
            let listed = is_in(&COPIED_ENDINGS, &inner) && inner != "svg" && inner != "gz";
            listed && !XML_ENDINGS.contains(&inner.as_str()) || more.contains(&inner)
        })
}

/// Whether a browser or a server is known to run a file of this name.
pub fn is_active(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut endings = name.split('.').skip(1);
    endings.any(|ending| is_in(&ACTIVE_ENDINGS, &ending.to_ascii_lowercase()))
}

/// The ending of a path, in lower case; `None` if its name has none.
pub fn ending(path: &str) -> Option<String> {
    split(path).map(|(_, ending)| ending)
}

/// Whether a file that is copied by its ending would run all the same: its bytes are those of a page,
/// which browsers show where a host has no media type for the ending, or it is a document of XML with
/// parts that run.
pub fn is_disguised(path: &str, bytes: &[u8]) -> bool {
    let Some(ending) = ending(path).filter(|ending| is_in(&COPIED_ENDINGS, ending)) else {
        return false;
    };
    if XML_ENDINGS.contains(&ending.as_str()) {
        return !is_inert_xml(bytes);
    }
    // Drawings are written anew.
    if ending == "svg" || KNOWN_EVERYWHERE.contains(&ending.as_str()) {
        return false;
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    matches!(text, [b'<', next, ..] if next.is_ascii_alphabetic() || b"!?/".contains(next))
}

/// Splits a path into the name of its file without the ending, and the ending in lower case.
fn split(path: &str) -> Option<(&str, String)> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (own, ending) = name.rsplit_once('.')?;
    Some((own, ending.to_ascii_lowercase()))
}

fn is_in(sorted: &[&str], ending: &str) -> bool {
    sorted.binary_search(&ending).is_ok()
}

/// Vocabularies of XML that browsers run, or that change a document into one.
const RUN: [&str; 4] = [
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/1999/XSL/Transform",
];

/// Whether nothing in a document of XML runs in a browser: it is well-formed UTF-8 without a document
/// type, processing instructions, and elements of pages and drawings, and does not begin as a page
/// does.
fn is_inert_xml(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let text = text.trim_start_matches('\u{feff}');
    if !["<?xml", "<kml", "<gpx"]
        .iter()
        .any(|start| text.starts_with(start))
    {
        return false;
    }
    let mut reader = Reader::from_str(text);
    loop {
        let is_fine = match reader.read_event() {
            Ok(Event::Eof) => return true,
            Ok(Event::Start(tag) | Event::Empty(tag)) => is_inert_tag(&tag),
            Ok(Event::Decl(decl)) => decl.encoding().is_none_or(|encoding| {
                encoding.is_ok_and(|name| {
                    ["utf-8", "us-ascii"]
                        .iter()
                        .any(|own| name.eq_ignore_ascii_case(own))
                })
            }),
            Ok(Event::DocType(_) | Event::PI(_)) | Err(_) => false,
            Ok(_) => true,
        };
        if !is_fine {
            return false;
        }
    }
}

/// Whether a tag declares no vocabulary that runs.
fn is_inert_tag(tag: &BytesStart<'_>) -> bool {
    tag.attributes().with_checks(false).all(|attribute| {
        attribute.is_ok_and(|attribute| {
            let declares = attribute.key.0.starts_with("xmlns");
            let value = attribute.value.trim();
            !declares || !value.contains('&') && !RUN.contains(&value)
        })
    })
}

/// Returns the media type of a picture by the ending of its name.
pub fn picture_type(ending: &str) -> Option<&'static str> {
    Some(match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_share_no_ending() {
        assert!(COPIED_ENDINGS.is_sorted() && ACTIVE_ENDINGS.is_sorted());
        for ending in COPIED_ENDINGS {
            assert!(!ACTIVE_ENDINGS.contains(&ending), "{ending}");
        }
        let listed = |list: &[&str]| list.iter().all(|ending| is_in(&COPIED_ENDINGS, ending));
        assert!(listed(&XML_ENDINGS) && listed(&KNOWN_EVERYWHERE));
    }

    #[test]
    fn only_listed_endings_are_copied_whatever_their_case() {
        let more = ["stl".to_owned()];
        for path in [
            "a.png",
            "x/a.PDF",
            "a.b.csv",
            "a.csv.gz",
            "100% sure.xlsx",
            "a.STL",
            "a.html.pdf",
            "a.tar.gz",
        ] {
            assert!(is_copied(path, &more), "{path}");
        }
        for path in [
            "a",
            "a.",
            "png",
            "tls.key",
            "x.png/a",
            "a.html",
            "a.svgz",
            "a.xsd",
            "a.SHTM",
            "a.phtml",
            "a.js",
            "a.svg.gz",
            "a.html.gz",
            "a.gz",
            "a.gz.gz",
            "a.kml.gz",
            "a.br",
            "a.php.jpg",
            "a.PHP.png",
            "a.shtml.txt",
            "a.svg ",
            "a.svg.",
            "a.\u{ff53}vg",
            "a.obj",
            "_headers",
            "a.config",
        ] {
            assert!(!is_copied(path, &more), "{path}");
        }
        assert!(is_active("x/a.SvgZ") && is_active("a.php.jpg") && !is_active("a.obj"));
    }

    #[test]
    fn a_page_under_another_name_is_told_by_its_first_bytes() {
        for (path, bytes) in [
            ("a.txt", &b"<script>alert(1)</script>"[..]),
            ("a.csv", b" \r\n\t<HTML>"),
            ("a.ics", b"<!-- x --><script>"),
            ("a.vtt", b"\xef\xbb\xbf<body onload=alert(1)>"),
            (
                "a.zip",
                b"<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'/>",
            ),
            (
                "a.KML",
                b"<kml><s xmlns='http://www.w3.org/1999/xhtml'/></kml>",
            ),
            ("a.kml", b"<script>alert(1)</script>"),
            ("a.gpx", b"<!-- a track --><gpx/>"),
            ("a.gpx", b"<?xml-stylesheet href='x.xsl'?><gpx/>"),
            ("a.gpx", b"<!DOCTYPE gpx [<!ENTITY x 'y'>]><gpx/>"),
            (
                "a.gpx",
                b"<gpx xmlns:x='http://www.w3.org/1999/xhtm&#108;'/>",
            ),
            ("a.gpx", b"<gpx xmlns:x=\" http://www.w3.org/2000/svg \"/>"),
            ("a.kml", b"<?xml version='1.0' encoding='utf-7'?><kml/>"),
            (
                "a.kml",
                b"<kml><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)",
            ),
            ("a.kml", b"\xff\xfe<\0k\0"),
        ] {
            assert!(
                is_disguised(path, bytes),
                "{path} {}",
                String::from_utf8_lossy(bytes)
            );
        }
        for (path, bytes) in [
            ("a.txt", &b"a < b and <script>"[..]),
            ("a.txt", b"<3 and 1 < 2"),
            ("a.csv", b""),
            ("a.jpg", b"<html>"),
            ("a.svg", b"<svg/>"),
            ("a.stl", b"<html>"),
            ("a.gpx", b"\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><name>A &amp; B</name></gpx>"),
            ("a.kml", b"<kml><description><![CDATA[<b onclick='x'>Gate</b>]]></description></kml>"),
        ] {
            assert!(!is_disguised(path, bytes), "{path} {}", String::from_utf8_lossy(bytes));
        }
    }
}
