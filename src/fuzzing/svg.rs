//! The sanitiser of SVG: what it leaves is well formed and inert, and it leaves that as it is.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::render::svg::sanitize;

/// Elements that run, load, or are of another language.
const ACTIVE: [&str; 12] = [
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "handler",
    "listener",
    "set",
    "animate",
    "discard",
];

pub fn run(data: &[u8]) {
    // What is no drawing is published as an empty one.
    let Ok(once) = sanitize(data.to_vec()) else {
        return;
    };
    let once = String::from_utf8(once.bytes).expect("text");
    holds(&once);
    let twice = sanitize(once.clone().into_bytes());
    let twice = twice.unwrap_or_else(|fault| panic!("{fault:?}: {once}"));
    assert!(twice.removed.is_empty(), "{:?} in\n{once}", twice.removed);
    let twice = String::from_utf8(twice.bytes).expect("text");
    assert!(once == twice, "{once}\nbecame\n{twice}");
}

fn holds(text: &str) {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Err(fault) => panic!("{fault} in\n{text}"),
            Ok(Event::Eof) => break,
            Ok(Event::Start(start)) => {
                depth += 1;
                element_holds(&start, text);
            }
            Ok(Event::Empty(start)) => element_holds(&start, text),
            Ok(Event::End(_)) => depth = depth.checked_sub(1).expect("an open element"),
            Ok(Event::PI(_) | Event::DocType(_) | Event::Comment(_) | Event::CData(_)) => {
                panic!("more than elements and text in\n{text}")
            }
            Ok(_) => {}
        }
    }
    assert_eq!(depth, 0, "{text}");
}

fn element_holds(start: &BytesStart<'_>, text: &str) {
    let name = start.local_name();
    let name = <_ as AsRef<str>>::as_ref(&name).to_ascii_lowercase();
    assert!(!ACTIVE.contains(&name.as_str()), "{name} in\n{text}");
    for attribute in start.attributes() {
        let attribute = attribute.unwrap_or_else(|fault| panic!("{fault} in\n{text}"));
        let key = attribute.key.local_name();
        let key = <_ as AsRef<str>>::as_ref(&key).to_ascii_lowercase();
        assert!(!key.starts_with("on"), "{key} in\n{text}");
        if ["href", "src"].contains(&key.as_str()) {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.unwrap_or_else(|fault| panic!("{fault} in\n{text}"));
            let value: String = value.chars().filter(|c| *c > ' ').collect();
            let value = value.to_ascii_lowercase();
            for scheme in ["javascript:", "vbscript:", "data:text", "data:image/svg"] {
                assert!(!value.starts_with(scheme), "{value} in\n{text}");
            }
        }
    }
}
