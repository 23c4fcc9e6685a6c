use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::allowed::{ELEMENTS, PLAIN, PROPERTIES};
use super::*;

fn svg(inner: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>")
}

/// The drawing as it is published, and what was removed.
#[track_caller]
fn cleaned(text: &str) -> (String, Vec<String>) {
    let clean = sanitize(text.as_bytes().to_vec()).unwrap_or_else(|e| panic!("{text}: {e:?}"));
    let removed = clean.removed.into_iter().map(|part| part.what);
    (
        String::from_utf8(clean.bytes).expect("text"),
        removed.collect(),
    )
}

/// Reads a published drawing anew and looks at each of its parts.
#[track_caller]
fn assert_clean(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("text");
    let mut reader = Reader::from_str(text);
    reader.config_mut().enable_all_checks(true);
    let mut depth = 0_usize;
    let mut in_style = false;
    loop {
        let event = reader
            .read_event()
            .unwrap_or_else(|e| panic!("{text}: {e}"));
        match &event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let is_root = depth == 0;
                depth += usize::from(matches!(event, Event::Start(_)));
                in_style = tag.name().0 == "style" && matches!(event, Event::Start(_));
                assert!(ELEMENTS.contains(&tag.name().0), "{text}");
                // Two attributes of one name are an error here.
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap_or_else(|e| panic!("{text}: {e}"));
                    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                    let value = value.unwrap_or_else(|e| panic!("{text}: {e}"));
                    let name = attribute.key.0;
                    let known = PLAIN.contains(&name) || PROPERTIES.contains(&name);
                    match name {
                        "xmlns" => assert!(is_root && value == SVG, "{text}"),
                        "xml:space" | "xml:lang" => {}
                        "href" => {
                            let lower = value.trim().to_ascii_lowercase();
                            let starts = ["#", "https://", "http://", "mailto:", "data:image/"];
                            assert!(
                                starts.iter().any(|start| lower.starts_with(start)),
                                "{text}"
                            );
                        }
                        "style" => assert_loads_nothing(&value),
                        _ if PROPERTIES.contains(&name) && !PLAIN.contains(&name) => {
                            assert_loads_nothing(&value);
                        }
                        _ => assert!(known, "{name}: {text}"),
                    }
                }
            }
            Event::End(_) => {
                depth -= 1;
                in_style = false;
            }
            Event::Text(words) if in_style => assert_loads_nothing(words),
            Event::Text(_) => {}
            Event::GeneralRef(name) => {
                assert!(["lt", "gt", "amp", "quot"].contains(&&**name), "{text}");
            }
            other => panic!("{other:?}: {text}"),
        }
    }
    assert_eq!(depth, 0, "{text}");
    let again = sanitize(bytes.to_vec()).unwrap_or_else(|e| panic!("{text}: {e:?}"));
    assert_eq!(String::from_utf8_lossy(&again.bytes), text);
    assert!(again.removed.is_empty(), "{text}: {:?}", again.removed);
}

#[track_caller]
fn assert_loads_nothing(css: &str) {
    let lower = css.to_ascii_lowercase();
    assert!(
        !css.contains('\\') && !lower.contains("@import") && !lower.contains("expression("),
        "{css}"
    );
    for (at, found) in lower.match_indices("url(") {
        let address = lower[at + found.len()..].trim_start_matches([' ', '"', '\'']);
        assert!(address.starts_with('#'), "{css}");
    }
}

#[test]
fn a_plain_drawing_stays_as_it_is() {
    for inner in [
        "<rect width=\"1\" height=\"1\" fill=\"url(#g)\"/>",
        "<a href=\"https://example.org/?a=b&amp;c=d\"><text>1 &lt; 2, don't &amp; do</text></a>",
        "<image href=\"data:image/png;base64,AAAA\"/><use href=\"#a\"/>",
        "<style>.a{fill:red;stroke:url(#b)}</style><filter><feFlood/></filter>",
        "<g id=\"مخطط\" class=\"é\"><text xml:space=\"preserve\">قناة <tspan>a</tspan><tspan>b</tspan></text></g>",
        "<title>A map</title>\n  <desc>Of the river</desc>\n",
        "<path d=\"M0 0h9v9z\" style=\"fill:#fff;font-family:'Noto Sans',sans-serif\"/>",
        "<style>@media (prefers-color-scheme:dark){.a{fill:#fff}}</style>",
        "<g clip-path=\"url(#c)\" transform=\"translate(1,2) rotate(45)\"/>",
        "<text font-family=\"&quot;Noto Sans&quot;\">x</text>",
    ] {
        for end in ["", "\n"] {
            let text = format!("{}{end}", svg(inner));
            assert_eq!(cleaned(&text), (text.clone(), Vec::new()));
            assert_clean(text.as_bytes());
        }
    }
}

#[test]
fn what_other_programs_add_is_left_out_without_a_word() {
    let text = "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\r\n\
        <!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\r\n\
        <!-- Created with Inkscape -->\r\n\
        <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:svg=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
        xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"9\" inkscape:version=\"1.3\" data-name=\"Layer 1\">\r\n\
        <inkscape:grid><script/></inkscape:grid><metadata><rdf/></metadata>\
        <svg:g inkscape:label=\"x\" style=\"fill:#000;-inkscape-font-specification:Sans\"><use xlink:href=\"#a\" xlink:title=\"x\"/></svg:g></svg>\r\n";
    let (clean, removed) = cleaned(text);
    assert_eq!(
        clean,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\">\n<g style=\"fill:#000\"><use href=\"#a\"/></g></svg>\n"
    );
    assert!(removed.is_empty(), "{removed:?}");
    // As old versions of Illustrator write it.
    let text = "<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\"><!ENTITY ns_xlink \"x\">]>\
        <svg xmlns=\"&ns_svg;\" xmlns:xlink=\"&ns_xlink;\"><use xlink:href=\"#a\"/></svg>";
    let (clean, removed) = cleaned(text);
    assert_eq!(clean, svg("<use href=\"#a\"/>"));
    assert!(removed.is_empty(), "{removed:?}");
    // Without a vocabulary, a browser would not draw it.
    assert_eq!(
        cleaned("<svg><g/></svg>").0,
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>"
    );
}

#[test]
fn what_could_run_or_load_is_removed_and_named() {
    for (bad, what) in [
        ("<script>alert(1)</script>", "<script>"),
        ("<script href=\"//x.org/x.js\"/>", "<script>"),
        (
            "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
            "<x:script>",
        ),
        (
            "<s xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/>",
            "<s>",
        ),
        ("<rect onclick=\"alert(1)\"/>", "onclick"),
        ("<rect ONLOAD=\"alert(1)\"/>", "ONLOAD"),
        ("<rect a='\" onload=\"alert(1)'/>", "a"),
        ("<a href=\"java&#115;cript:alert(1)\"/>", "href"),
        ("<a href=\" java\nscript:alert(1)\"/>", "href"),
        ("<a href=\"&#1;javascript:alert(1)\"/>", "href"),
        (
            "<a xlink:href=\"data:text/html,alert(1)\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>",
            "xlink:href",
        ),
        (
            "<a y:href=\"javascript:alert(1)\" xmlns:y=\"http://www.w3.org/1999/xlink\"/>",
            "y:href",
        ),
        ("<use href=\"data:image/svg+xml,alert(1)\"/>", "href"),
        ("<use href=\"https://example.org/x.svg#a\"/>", "href"),
        ("<image href=\"data:image/svg+xml;base64,AAAA\"/>", "href"),
        (
            "<image href=\"data:image/png;base64,AA&quot; onload=alert(1)\"/>",
            "href",
        ),
        ("<image href=\"https://example.org/spy.png\"/>", "href"),
        (
            "<foreignObject><body onload=\"alert(1)\"/></foreignObject>",
            "<foreignObject>",
        ),
        (
            "<h:iframe xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"alert\"/>",
            "<h:iframe>",
        ),
        (
            "<a><set attributeName=\"href\" to=\"javascript:alert(1)\"/></a>",
            "<set>",
        ),
        (
            "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
            "<animate>",
        ),
        (
            "<?xml-stylesheet href=\"alert.xsl\"?>",
            "<?xml-stylesheet?>",
        ),
        ("<handler>alert(1)</handler>", "<handler>"),
        ("<g xml:base=\"javascript:alert(1)//\"/>", "xml:base"),
        ("<style>@import 'alert.css';</style>", "@import in <style>"),
        (
            "<style>.a{background:url(https://example.org/alert)}</style>",
            "background in <style>",
        ),
        ("<style>.a{fill:u\\72l(alert)}</style>", "fill in <style>"),
        (
            "<style>.a{fill:image-set('alert' 1x)}</style>",
            "fill in <style>",
        ),
        (
            "<style>@font-face{src:url(alert)}</style>",
            "@font-face in <style>",
        ),
        (
            "<rect style=\"fill:URL( 'alert.svg#a' )\"/>",
            "fill in style",
        ),
        ("<rect fill=\"url(https://example.org/alert#a)\"/>", "fill"),
        ("<rect cursor=\"u/**/rl(alert)\"/>", "cursor"),
        ("<title><g onload=\"alert(1)\"/></title>", "<g>"),
        ("<text>&alert;</text>", "&alert;"),
        ("<rect width=\"&alert;\"/>", "width"),
    ] {
        let text = svg(&format!("<g/>{bad}"));
        let (clean, removed) = cleaned(&text);
        assert!(clean.contains("<g/>"), "{bad} gave {clean}");
        assert!(
            removed.iter().any(|part| part == what),
            "{bad}: {removed:?}"
        );
        let lower = clean.to_lowercase();
        for part in [
            "script",
            "alert",
            "onload",
            "data:",
            "iframe",
            "stylesheet",
            "example.org",
        ] {
            assert!(!lower.contains(part), "{bad} gave {clean}");
        }
        assert_clean(clean.as_bytes());
    }
}

#[test]
fn a_removed_part_is_found_where_it_stands_and_counted() {
    let text = svg("\n<g/>\n<rect width=\"1\" onclick=\"a()\"/>\n<rect onclick=\"b()\"/><script/>");
    let clean = sanitize(text.clone().into_bytes()).expect("a drawing");
    let parts: Vec<_> = clean
        .removed
        .iter()
        .map(|part| (&text[part.at.clone()], part.times))
        .collect();
    assert_eq!(parts, [("onclick", 2), ("script", 1)]);
    let many: String = (0..100).map(|n| format!("<g q{n}=\"\"/>")).collect();
    let many = sanitize(svg(&many).into_bytes()).expect("a drawing");
    assert_eq!(many.removed.len(), MAX_KINDS + 1);
    assert_eq!(
        many.removed.iter().map(|part| part.times).sum::<usize>(),
        100
    );
}

#[test]
fn entities_are_not_resolved_and_broken_drawings_are_told() {
    let bomb = "<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]><svg>&x;</svg>";
    let (clean, removed) = cleaned(bomb);
    assert_eq!((clean, removed), (svg(""), vec!["&x;".to_owned()]));
    for (broken, at) in [
        ("<svg><script>alert(1)", 21),
        ("<svg></g>", 5),
        ("<svg a=b/>", 0),
        ("<svg/><script/>", 6),
        ("<svg/>text", 6),
        ("<svg/>&#65;", 6),
    ] {
        let fault = sanitize(broken.as_bytes().to_vec());
        assert_eq!(fault, Err(NoDrawing::Broken(at)), "{broken}");
    }
    for other in [
        "",
        "words",
        "<html/>",
        "<x:svg xmlns:x=\"y\"/>",
        "&#65;<svg/>",
        "<script/>",
    ] {
        assert_eq!(
            sanitize(other.as_bytes().to_vec()),
            Err(NoDrawing::Other),
            "{other}"
        );
    }
    for bytes in [&b"\xff\xfe<\0s\0"[..], b"<svg>\xff</svg>", b"\x1f\x8b\x08"] {
        assert_eq!(sanitize(bytes.to_vec()), Err(NoDrawing::NotText));
    }
    let large = vec![b' '; 10 * 1024 * 1024 + 1];
    assert_eq!(sanitize(large), Err(NoDrawing::TooLarge));
}

#[test]
fn depth_and_attributes_are_bounded() {
    let deep = "<g>".repeat(100_000) + &"</g>".repeat(100_000);
    let (clean, removed) = cleaned(&svg(&deep));
    assert_eq!(clean.matches("<g>").count(), MAX_ELEMENT_DEPTH - 1);
    assert_eq!(removed, ["<g>"]);
    assert_clean(clean.as_bytes());
    let names: String = PLAIN
        .iter()
        .chain(PROPERTIES)
        .map(|n| format!(" {n}=\"1\""))
        .collect();
    let twice = names.clone() + &names;
    let (clean, removed) = cleaned(&svg(&format!("<g{twice}/>")));
    assert_eq!(removed, ["an attribute"]);
    assert_clean(clean.as_bytes());
    let twice = svg("<a href=\"#a\" xlink:href=\"#b\" HREF=\"#c\" x=\"1\" x=\"2\"/>");
    assert_eq!(cleaned(&twice).0, svg("<a href=\"#a\" x=\"1\"/>"));
}

#[test]
fn references_that_multiply_are_bounded() {
    let bomb = |levels: usize| {
        let level = |n: usize| {
            let uses = format!("<use href=\" #a{}\"/>", n + 1).repeat(10);
            format!("<g id=\"a{n}\">{uses}</g>")
        };
        let levels: String = (0..levels).map(level).collect();
        svg(&format!("<defs>{levels}<g id=\"a{}\"/></defs>", 9))
    };
    assert!(sanitize(bomb(3).into_bytes()).is_ok());
    assert_eq!(sanitize(bomb(9).into_bytes()), Err(NoDrawing::TooMany));
    let circle = svg("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>");
    assert_eq!(cleaned(&circle).0, circle);
    // What is written is bounded too.
    let quotes = format!("<g class='{}'/>", "\"".repeat(2_000_000));
    assert_eq!(
        sanitize(svg(&quotes).into_bytes()),
        Err(NoDrawing::TooLarge)
    );
}

/// Pieces of which attacks are made.
const PIECES: [&str; 58] = [
    "<g>",
    "</g>",
    "<g ",
    "/>",
    ">",
    "<svg>",
    "</svg>",
    "<a href=\"",
    "\"",
    "'",
    " x='",
    " style=\"",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<script>",
    "</script>",
    "alert(1)",
    " onload=",
    "javascript:",
    "java\nscript:",
    "data:image/png;base64,",
    "data:image/svg+xml,",
    "https://x/",
    "#a",
    "url(",
    ")",
    "url(#a)",
    "{",
    "}",
    ";",
    ":",
    "fill:",
    "fill",
    "@import ",
    "@media x",
    "/*",
    "*/",
    "\\",
    "&#60;",
    "&#0;",
    "&#1;",
    "&#13;",
    "&lt;",
    "&quot;",
    "&x;",
    "&",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml-stylesheet ?>",
    "\u{1}",
    "\u{fffe}",
    "é\u{a0}",
    "\r\n\t",
    " xmlns=\"http://www.w3.org/1999/xhtml\"",
];

/// An element that is well-formed, so that its parts are looked at.
fn element() -> impl Strategy<Value = String> {
    let value = || {
        vec(select(PIECES.to_vec()), 0..5).prop_map(|parts| {
            parts
                .concat()
                .replace('<', "&lt;")
                .replace(['"', '&'], "&#38;")
                .replace("&#38;lt;", "&lt;")
        })
    };
    let name = select(vec![
        "g",
        "a",
        "use",
        "image",
        "style",
        "title",
        "text",
        "rect",
        "svg",
        "script",
        "set",
        "foreignObject",
        "h:p",
        "s:g",
        "x:g",
        "feImage",
    ]);
    let attribute = select(vec![
        "href",
        "xlink:href",
        "style",
        "fill",
        "x",
        "id",
        "onload",
        "xmlns",
        "xmlns:s",
        "xmlns:h",
        "xml:base",
        "class",
        "filter",
        "cursor",
        "d",
    ]);
    let tag = (name, vec((attribute, value()), 0..4)).prop_map(|(name, attributes)| {
        let mut known: Vec<&str> = Vec::new();
        let mut tag = name.to_owned();
        for (key, value) in attributes {
            if !known.contains(&key) {
                known.push(key);
                tag.push_str(&format!(" {key}=\"{value}\""));
            }
        }
        (name, tag)
    });
    let leaf = prop_oneof![
        value(),
        Just("<![CDATA[a<b{fill:url(x)}]]>".to_owned()),
        Just(".a{fill:red}".to_owned()),
        tag.clone().prop_map(|(_, tag)| format!("<{tag}/>")),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        (tag.clone(), vec(inner, 0..4))
            .prop_map(|((name, tag), inner)| format!("<{tag}>{}</{name}>", inner.concat()))
    })
}

#[test]
fn a_string_that_looks_like_an_address_is_left_out() {
    for text in ["fill:'url('url(#a)", "fill:\"URL(x\"", "a{fill:'url(x'}"] {
        assert_eq!(css::declarations(text).text, "", "{text}");
    }
    assert_eq!(
        css::declarations("font-family:'A (b)'").text,
        "font-family:'A (b)'"
    );
}

proptest! {
    #[test]
    fn no_text_makes_a_drawing_that_runs(parts in vec(select(PIECES.to_vec()), 0..30)) {
        for text in [parts.concat(), svg(&parts.concat()), svg(&format!("<g {}/>", parts.concat()))] {
            if let Ok(clean) = sanitize(text.into_bytes()) {
                assert_clean(&clean.bytes);
            }
        }
    }

    #[test]
    fn no_drawing_runs(inner in element()) {
        let text = format!(
            "<svg xmlns=\"{SVG}\" xmlns:s=\"{SVG}\" xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inner}</svg>"
        );
        let clean = sanitize(text.clone().into_bytes());
        let clean = clean.unwrap_or_else(|e| panic!("{text}: {e:?}"));
        assert_clean(&clean.bytes);
    }

    #[test]
    fn no_style_loads_anything(parts in vec(select(PIECES.to_vec()), 0..30)) {
        let text = parts.concat();
        for kept in [css::sheet(&text), css::declarations(&text)] {
            assert_loads_nothing(&kept.text);
        }
        let sheet = css::sheet(&text).text;
        let again = css::sheet(&sheet);
        prop_assert!(again.text == sheet && again.lost.is_none(), "{} gave {} and {}", text, sheet, again.text);
        let own = css::declarations(&text).text;
        let again = css::declarations(&own);
        prop_assert!(again.text == own && again.lost.is_none(), "{} gave {} and {}", text, own, again.text);
    }
}
