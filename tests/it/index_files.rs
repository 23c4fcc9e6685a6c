//! The files of the index, read as what they are: see `src/search/mod.rs`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The texts of a site's output by route: files of text as they are, of the files of the index
/// that are numbers what they hold of text. Each of these is read to its last byte.
#[track_caller]
pub fn texts(files: &BTreeMap<String, Vec<u8>>) -> Vec<(&str, String)> {
    let manifest = files.get("search/index.json");
    let manifest: Value = manifest.map_or(Value::Null, |bytes| {
        serde_json::from_slice(bytes).expect("JSON")
    });
    let text = |(route, bytes): &(&String, &Vec<u8>)| match route.strip_suffix(".bin") {
        Some(name) => text_of(name, bytes, &manifest),
        None => String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| panic!("{route} is no text")),
    };
    let all = files.iter();
    all.map(|file| (file.0.as_str(), text(&file))).collect()
}

fn text_of(name: &str, bytes: &[u8], manifest: &Value) -> String {
    let count = manifest["count"].as_u64().expect("a count");
    let mut from = Reader { bytes, count };
    let mut text = String::new();
    let name = name.strip_prefix("search/").expect("a file of the index");
    match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "dates" => {
            for _ in 0..count {
                for _ in 0..from.number() {
                    let open = from.number();
                    assert!(open < 4, "{name}: {open}");
                    for _ in 0..2 - open.count_ones() {
                        from.number();
                    }
                }
            }
        }
        "order" => {
            let mut places: Vec<i64> = (0..count)
                .map(|n| (count - 1 - n).cast_signed() + from.signed())
                .collect();
            places.sort_unstable();
            assert!(places.into_iter().eq(0..count.cast_signed()), "{name}");
        }
        "times" => {
            for _ in 0..2 * count {
                from.number();
            }
        }
        "facet-" => {
            let first = facet(name, manifest)[2]
                .as_array()
                .expect("choices")
                .clone();
            from.choices(name, &first);
        }
        "words-" => {
            let head = from.head();
            text = head[0].as_str().expect("words").to_owned();
            let stems = head[1].as_array().expect("stems");
            assert_eq!(text.split_whitespace().count(), stems.len(), "{name}");
            let last = |own: &Value| match own {
                Value::Array(all) => all.iter().filter_map(Value::as_u64).max(),
                one => one.as_u64(),
            };
            let most = stems.iter().map(|own| last(own).expect("a stem")).max();
            (0..most.map_or(0, |most| most + 1))
                .for_each(|_| assert!(!from.seen().is_empty(), "{name}"));
            for term in head[2].as_array().expect("names of terms") {
                text.push('\n');
                text.push_str(term[1].as_str().expect("a label"));
            }
        }
        other => {
            assert!(other.ends_with("-more"), "{name}: nobody knows what it is");
            let head = from.head();
            let choices = head.as_array().expect("choices").clone();
            from.choices(name, &choices);
            for choice in choices {
                text.push_str(choice[1].as_str().expect("a label"));
                text.push('\n');
            }
        }
    }
    assert!(
        from.bytes.is_empty(),
        "{name}: {} are left",
        from.bytes.len()
    );
    text
}

/// The words of a file of words of an index of `count` entries, each with the entries that have
/// one of its stems.
pub fn words(bytes: &[u8], count: u64) -> Vec<(String, BTreeSet<u64>)> {
    let mut from = Reader { bytes, count };
    let head = from.head();
    let mut sets = Vec::new();
    while !from.bytes.is_empty() {
        sets.push(from.seen());
    }
    let stems = head[1].as_array().expect("stems").iter();
    let entries = |own: &Value| {
        let all = own.as_array().cloned().unwrap_or_else(|| vec![own.clone()]);
        let places = all.iter().filter_map(Value::as_u64);
        let places = places.map(|at| usize::try_from(at).expect("a place"));
        places.flat_map(|at| sets[at].clone()).collect()
    };
    let words = head[0].as_str().expect("words").split_whitespace();
    words.map(str::to_owned).zip(stems.map(entries)).collect()
}

fn facet<'m>(name: &str, manifest: &'m Value) -> &'m Value {
    let number = name.split('-').nth(1).and_then(|n| n.parse::<usize>().ok());
    &manifest["facets"][number.expect("a number")]
}

struct Reader<'a> {
    bytes: &'a [u8],
    count: u64,
}

impl Reader<'_> {
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.bytes.split_first().expect("a number");
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        number
    }

    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    fn take(&mut self, len: u64) -> &[u8] {
        let (taken, rest) = self.bytes.split_at(usize::try_from(len).expect("a length"));
        self.bytes = rest;
        taken
    }

    fn head(&mut self) -> Value {
        let len = self.take(4).try_into().map(u32::from_le_bytes);
        let len = len.expect("four bytes");
        serde_json::from_slice(self.take(len.into())).expect("JSON")
    }

    /// The entries that have a word; past the fields in which they do.
    fn seen(&mut self) -> Vec<u64> {
        const HEADLINE: u8 = 1;
        let all = self.entries();
        let fields = self.take(1)[0];
        assert!(fields < 16);
        for field in [HEADLINE, 2, 4, 8].into_iter().filter(|f| fields & f != 0) {
            let some = self.entries();
            assert!(some.iter().all(|entry| all.contains(entry)));
            if field == HEADLINE {
                let places = self.take(2 * some.len() as u64);
                assert!(places.chunks(2).all(|place| place[0] < place[1]));
            }
        }
        all
    }

    /// How many entries a set has.
    fn set(&mut self) -> u64 {
        self.entries().len() as u64
    }

    /// The entries of a set, all of which the index has.
    fn entries(&mut self) -> Vec<u64> {
        let count = self.count;
        let head = self.number();
        let bytes = self.take(head / 2);
        let mut entries = Vec::new();
        if head % 2 == 1 {
            let bits = bytes
                .iter()
                .flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1));
            entries.extend((0..).zip(bits).filter(|(_, bit)| *bit == 1).map(|(n, _)| n));
        } else {
            let mut gaps = Reader { bytes, count };
            let mut next = 0;
            while !gaps.bytes.is_empty() {
                next += gaps.number() + 1;
                entries.push(next - 1);
            }
        }
        assert!(entries.last().is_none_or(|last| *last < count));
        entries
    }

    /// Sets of choices, each of as many entries as is said of it.
    fn choices(&mut self, name: &str, choices: &[Value]) {
        for choice in choices {
            assert_eq!(Some(self.set()), choice[2].as_u64(), "{name}: {choice}");
        }
    }
}
