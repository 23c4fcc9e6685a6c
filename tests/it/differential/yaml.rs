//! YAML against the YAML Test Suite: the tree of every document with one reading.

use dateline::source::SourceId;
use dateline::yaml::{self, Node, Value};
use serde_json::Value as Json;

use super::{Differences, assert_differences};

/// Where Dateline differs, and why.
const DIFFERENCES: Differences<'_> = &[
    (
        "every key has a name",
        &[
            "2JQS", "6M2F", "CFD4", "FH7J", "FRK4", "NHX8", "PW8X", "S3PD", "SM9W/1", "UKK6/0",
            "DFF7",
        ],
    ),
    ("a binary value is not text", &["565N"]),
    (
        "what stands in brackets or quotes may begin at the margin",
        &["9C9N", "QB6E", "DK95/1"],
    ),
];

/// A value as the suite's events and our tree both have it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Plain {
    Text(String),
    List(Vec<Plain>),
    Map(Vec<(String, Plain)>),
}

fn ours(node: &Node) -> Plain {
    match &node.value {
        Value::Null => Plain::Text(String::new()),
        Value::Scalar { text, .. } => Plain::Text(text.clone()),
        Value::List(list) => Plain::List(list.iter().map(ours).collect()),
        Value::Map(map) => Plain::Map(
            map.iter()
                .map(|(key, node)| (key.value.clone(), ours(node)))
                .collect(),
        ),
    }
}

/// The tree that the suite's events describe; `None` if it has a key that is no text.
struct Events<'t> {
    lines: std::str::Lines<'t>,
    anchors: Vec<(String, Plain)>,
}

impl Events<'_> {
    /// The next value; `None` at the end of a list or map.
    fn value(&mut self) -> Option<Option<Plain>> {
        let line = self.lines.next()?;
        let (event, rest) = line.split_at(4);
        let rest = match event {
            // Braces and brackets of the flow style.
            "+SEQ" | "+MAP" => rest.trim_start_matches([' ', '{', '}', '[', ']']),
            _ => rest.trim_start(),
        };
        let (anchor, rest) = match rest.strip_prefix('&') {
            Some(rest) => {
                let (anchor, rest) = rest.split_once(' ').unwrap_or((rest, ""));
                (Some(anchor.to_owned()), rest)
            }
            None => (None, rest),
        };
        let value = match event {
            "-SEQ" | "-MAP" => return None,
            "=ALI" => {
                let name = rest.trim_start_matches('*');
                let known = self.anchors.iter().rev().find(|(known, _)| known == name);
                Some(known.expect("an anchor").1.clone())
            }
            "=VAL" => {
                let text = match rest.strip_prefix('<') {
                    Some(tagged) => tagged.split_once("> ").expect("a value").1,
                    None => rest,
                };
                Some(Plain::Text(unescaped(&text[1..])))
            }
            "+SEQ" => {
                let mut list = Some(Vec::new());
                while let Some(item) = self.value() {
                    list = list.zip(item).map(|(mut list, item)| {
                        list.push(item);
                        list
                    });
                }
                list.map(Plain::List)
            }
            "+MAP" => {
                let mut map = Some(Vec::new());
                while let Some(key) = self.value() {
                    let value = self.value().expect("a value for each key");
                    map = match (map, key, value) {
                        (Some(mut map), Some(Plain::Text(key)), Some(value)) => {
                            map.push((key, value));
                            Some(map)
                        }
                        _ => None,
                    };
                }
                map.map(Plain::Map)
            }
            other => panic!("{other}"),
        };
        if let (Some(anchor), Some(value)) = (anchor, &value) {
            self.anchors.push((anchor, value.clone()));
        }
        Some(value)
    }
}

/// A text as the suite writes it in one line.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some('b') => '\u{8}',
                Some(c) => c,
                None => '\\',
            },
            c => c,
        });
    }
    out
}

#[test]
fn every_case_of_the_yaml_test_suite_is_read_as_it_says() {
    let cases = include_str!("yaml-test-suite.jsonl").lines();
    let cases: Vec<Json> = cases
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert!(cases.len() > 350);
    let mut found = Vec::new();
    for case in cases {
        let text = |key: &str| case[key].as_str().unwrap_or_default();
        let yaml = text("yaml");
        let read = yaml::read(SourceId(0), yaml, 0..yaml.len());
        let wanted = match case["tree"].as_str() {
            Some(tree) => Events {
                lines: tree.lines(),
                anchors: Vec::new(),
            }
            .value()
            .unwrap_or(Some(Plain::Text(String::new()))),
            None => None,
        };
        // What is no text cannot be a key here.
        let same = match (&read, &wanted) {
            (Ok(node), Some(wanted)) => ours(node) == *wanted,
            (Err(_), None) => true,
            _ => false,
        };
        if !same {
            let read = read.as_ref().map(ours).map_err(|d| d.message.clone());
            found.push((
                text("id").to_owned(),
                format!("{read:?}, not {wanted:?}, of {yaml:?}"),
            ));
        }
    }
    assert_differences(&found, DIFFERENCES);
}
