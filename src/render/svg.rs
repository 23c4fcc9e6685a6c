//! Sanitises SVG files that come with content: an SVG may contain scripts, and content is not
//! trusted with any.
//!
//! Known drawing elements are kept. An unknown element is removed together with its contents, and
//! so are event handlers and addresses other than pictures and anchors. (SVG 2, chapter 15; also
//! what else is active in an XML document: style sheets by processing instruction, entities.)

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer, XmlVersion};

/// Drawing elements, by local name. Filter primitives, whose names begin with `fe`, are also
/// allowed.
const DRAWN: [&str; 33] = [
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "tref",
    "use",
    "view",
];

/// Replaces a drawing that cannot be parsed.
const NOTHING: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n";

/// Returns the drawing without active content; `None` if it has none.
pub fn sanitize(bytes: &[u8]) -> Option<Vec<u8>> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some(NOTHING.to_vec());
    };
    match rewritten(text) {
        Some((_, false)) => None,
        Some((bytes, true)) => Some(bytes),
        None => Some(NOTHING.to_vec()),
    }
}

/// Returns the drawing, and whether anything was removed; `None` if it is not well-formed XML.
fn rewritten(text: &str) -> Option<(Vec<u8>, bool)> {
    let mut reader = Reader::from_str(text);
    let mut writer = Writer::new(Vec::with_capacity(text.len()));
    // Depth within a removed element.
    let mut within = 0_usize;
    let mut open = 0_usize;
    let mut taken = false;
    loop {
        let event = reader.read_event().ok()?;
        let kept = match event {
            Event::Eof => break,
            Event::Start(start) => {
                open += 1;
                if within > 0 || !is_drawn(&start) {
                    within += 1;
                    None
                } else {
                    let (start, less) = without_handlers(&start)?;
                    taken |= less;
                    Some(Event::Start(start))
                }
            }
            Event::End(end) => {
                open = open.checked_sub(1)?;
                if within > 0 {
                    within -= 1;
                    taken = true;
                    None
                } else {
                    Some(Event::End(end))
                }
            }
            Event::Empty(start) if within == 0 && is_drawn(&start) => {
                let (start, less) = without_handlers(&start)?;
                taken |= less;
                Some(Event::Empty(start))
            }
            Event::Decl(decl) => {
                let utf_8 = decl.encoding().is_none_or(|encoding| {
                    encoding.is_ok_and(|name| name.eq_ignore_ascii_case("utf-8"))
                });
                Some(Event::Decl(decl)).filter(|_| utf_8)
            }
            Event::DocType(kind) if !kind.contains('[') => Some(Event::DocType(kind)),
            Event::GeneralRef(name) if !is_known(&name) => None,
            Event::Empty(_) | Event::DocType(_) | Event::PI(_) => None,
            event => Some(event).filter(|_| within == 0),
        };
        match kept {
            Some(event) => writer.write_event(event).ok()?,
            None => taken = true,
        }
    }
    (open == 0).then(|| (writer.into_inner(), taken))
}

fn is_drawn(start: &BytesStart<'_>) -> bool {
    let name = start.local_name();
    let name: &str = name.as_ref();
    DRAWN.contains(&name) || name.starts_with("fe")
}

/// Whether an entity needs no declaration.
fn is_known(name: &str) -> bool {
    name.starts_with('#') || ["lt", "gt", "amp", "quot", "apos"].contains(&name)
}

/// Returns a tag without active attributes, and whether any were removed; `None` if it cannot be
/// parsed.
fn without_handlers(start: &BytesStart<'_>) -> Option<(BytesStart<'static>, bool)> {
    let name = start.name();
    let name: &str = name.as_ref();
    let mut kept = BytesStart::new(name.to_owned());
    let mut taken = false;
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        if is_safe(&attribute) {
            kept.push_attribute(attribute);
        } else {
            taken = true;
        }
    }
    Some((kept, taken))
}

fn is_safe(attribute: &Attribute<'_>) -> bool {
    let name = attribute.key.local_name();
    let name = <_ as AsRef<str>>::as_ref(&name).to_ascii_lowercase();
    let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
        return false;
    };
    if name.starts_with("on") || ["base", "action", "formaction", "srcdoc"].contains(&&*name) {
        return false;
    }
    let address: String = value
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let address = address.to_ascii_lowercase();
    let leads = ["href", "src", "from", "to", "by", "values"].contains(&&*name);
    let scheme = address.split(['/', '?', '#']).next().unwrap_or("");
    let picture = ["png", "jpeg", "gif", "webp"]
        .iter()
        .any(|kind| address.starts_with(&format!("data:image/{kind}")));
    !leads || !scheme.contains(':') || picture || ["https:", "http:"].contains(&scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> String {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>")
    }

    #[test]
    fn a_plain_drawing_stays_as_it_is() {
        for inner in [
            "<rect width=\"1\" height=\"1\" fill=\"url(#g)\"/>",
            "<a href=\"https://example.org/?a=b&amp;c=d\"><text>1 &lt; 2</text></a>",
            "<image href=\"data:image/png;base64,AAAA\"/><use xlink:href=\"#a\" xmlns:xlink=\"x\"/>",
            "<style>.a{fill:red}</style><filter><feFlood/></filter><!-- a note -->",
        ] {
            assert_eq!(sanitize(svg(inner).as_bytes()), None, "{inner}");
        }
        let whole = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n{}",
            svg("<g/>")
        );
        assert_eq!(sanitize(whole.as_bytes()), None);
    }

    #[test]
    fn what_could_run_is_taken_out_of_a_drawing() {
        for bad in [
            "<script>alert(1)</script>",
            "<script href=\"//x.org/x.js\"/>",
            "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
            "<rect onclick=\"alert(1)\"/>",
            "<rect ONLOAD=\"alert(1)\"/>",
            "<a href=\"java&#115;cript:alert(1)\"/>",
            "<a href=\" java\nscript:alert(1)\"/>",
            "<a xlink:href=\"data:text/html,x\" xmlns:xlink=\"x\"/>",
            "<use href=\"data:image/svg+xml,x\"/>",
            "<foreignObject><body onload=\"alert(1)\"/></foreignObject>",
            "<h:iframe xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"x\"/>",
            "<a><set attributeName=\"href\" to=\"javascript:alert(1)\"/></a>",
            "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
            "<?xml-stylesheet href=\"x.xsl\"?>",
            "<handler>alert(1)</handler>",
        ] {
            let left = sanitize(svg(&format!("<g/>{bad}")).as_bytes()).expect(bad);
            let left = String::from_utf8(left).expect("text").to_lowercase();
            assert!(left.contains("<g/>"), "{bad} gave {left}");
            for part in ["script", "alert", "onload", "data:", "iframe", "stylesheet"] {
                assert!(!left.contains(part), "{bad} gave {left}");
            }
            assert_eq!(sanitize(left.as_bytes()), None, "{bad} gave {left}");
        }
    }

    #[test]
    fn entities_and_broken_drawings_leave_nothing_that_runs() {
        let bomb = "<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]><svg>&x;</svg>";
        assert_eq!(sanitize(bomb.as_bytes()), Some(b"<svg></svg>".to_vec()));
        for broken in [
            "<svg><script>alert(1)",
            "<svg></g>",
            "<svg a=b/>",
            "</svg>",
            "\u{0}<svg",
        ] {
            assert_eq!(
                sanitize(broken.as_bytes()),
                Some(NOTHING.to_vec()),
                "{broken}"
            );
        }
        assert_eq!(sanitize(b"\xff\xfe<\0s\0"), Some(NOTHING.to_vec()));
        let deep = "<g>".repeat(100_000) + &"</g>".repeat(100_000);
        assert_eq!(sanitize(svg(&deep).as_bytes()), None);
    }
}
