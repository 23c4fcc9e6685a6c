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
    let once = match sanitize(data) {
        Some(once) => once,
        // Left as it is.
        None => data.to_vec(),
    };
    holds(std::str::from_utf8(&once).expect("text"));
    let twice = sanitize(&once).unwrap_or_else(|| once.clone());
    assert!(
        once == twice,
        "{}\nbecame\n{}",
        String::from_utf8_lossy(&once),
        String::from_utf8_lossy(&twice)
    );
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
            Ok(Event::PI(_)) => panic!("an instruction in\n{text}"),
            Ok(Event::DocType(kind)) => assert!(!kind.contains('['), "entities in\n{text}"),
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
