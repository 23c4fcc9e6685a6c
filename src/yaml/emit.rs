//! Single values as YAML, for what Dateline itself writes into an editor's file.

use serde_yaml::{FlowSeq, SerializerOptions, to_fmt_writer_with_options};

/// Returns a text as the value of a key on a line of its own: plain where every YAML parser reads
/// that as this text, otherwise in double quotes.
pub fn value(text: &str) -> String {
    written(&text).unwrap_or_else(|| quoted(text))
}

/// Like [`value`], between brackets or braces.
pub fn in_flow(text: &str) -> String {
    let list = written(&FlowSeq([text]));
    let item = list.as_deref().and_then(|list| {
        let inner = list.strip_prefix('[')?.strip_suffix(']')?;
        Some(inner.to_owned())
    });
    item.unwrap_or_else(|| quoted(text))
}

/// Returns a text in double quotes, whether it needs them or not. Every string of JSON is one of
/// YAML (YAML 1.2.2, section 1.2).
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text always serialises")
}

/// Returns a date in EDTF, which the library would quote: a year is a number to it. Plain where it
/// can be, like an editor writes it, in any position.
pub fn date(text: &str) -> String {
    let sign = |c: char| c.is_ascii_alphanumeric() || "-:+.~?/%".contains(c);
    let plain = text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(sign);
    if plain {
        text.to_owned()
    } else {
        in_flow(text)
    }
}

/// Returns a value on one line, without a line end.
fn written(value: &impl serde::Serialize) -> Option<String> {
    let mut options = SerializerOptions::default();
    options.prefer_block_scalars = false;
    let mut line = String::new();
    to_fmt_writer_with_options(&mut line, value, options).ok()?;
    let line = line.trim_end_matches('\n');
    (!line.contains('\n')).then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::SourceId;
    use crate::yaml::{Value, read};

    /// What the reader makes of `k: …`.
    fn read_back(line: &str) -> Option<String> {
        let text = format!("---\n{line}\n");
        let node = read(SourceId(0), &text, 0..text.len()).ok()?;
        let Value::Map(map) = node.value else {
            return None;
        };
        let node = match &map[0].1.value {
            Value::List(items) if items.len() == 1 => &items[0],
            Value::Map(inner) if inner.len() == 1 => &inner[0].1,
            _ => &map[0].1,
        };
        match &node.value {
            Value::Scalar { text, .. } => Some(text.clone()),
            _ => None,
        }
    }

    #[test]
    fn a_value_is_quoted_only_where_it_must_be() {
        for (text, alone, between) in [
            (
                "Meta delays Avocado",
                "Meta delays Avocado",
                "Meta delays Avocado",
            ),
            ("Meta: a shift", "\"Meta: a shift\"", "\"Meta: a shift\""),
            ("a, b", "a, b", "\"a, b\""),
            ("say \"no\"", "say \"no\"", "say \"no\""),
            ("It's", "It's", "It's"),
            ("# one", "\"# one\"", "\"# one\""),
            ("C#", "C#", "C#"),
            ("null", "\"null\"", "\"null\""),
            ("yes", "\"yes\"", "\"yes\""),
            ("4.10", "\"4.10\"", "\"4.10\""),
            ("", "\"\"", "\"\""),
            ("two\nlines", "\"two\\nlines\"", "\"two\\nlines\""),
            (
                "https://example.org/a?b=c#d",
                "https://example.org/a?b=c#d",
                "https://example.org/a?b=c#d",
            ),
        ] {
            assert_eq!(value(text), alone);
            assert_eq!(in_flow(text), between);
        }
        let long = "word ".repeat(60) + "end";
        assert_eq!(value(&long), long, "a long text stays on its line");
    }

    #[test]
    fn a_date_is_plain_as_an_editor_writes_it() {
        for plain in [
            "2026",
            "2026-04-08",
            "2026-Q1",
            "2024~",
            "2026-07-26/2026-07-27",
        ] {
            assert_eq!(date(plain), plain);
            assert_eq!(read_back(&format!("k: {plain}")).as_deref(), Some(plain));
        }
        assert_eq!(date("[2026-05..]"), "\"[2026-05..]\"");
        assert_eq!(date("-0043"), "\"-0043\"");
    }

    proptest! {
        #[test]
        fn every_text_is_read_back_as_it_was(text in "[^\\p{Cc}]{0,30}|[-a: #,'\"\\[{}&*!|>%@`?~\\\\]{0,12}") {
            for line in [
                format!("k: {}", value(&text)),
                format!("k: {}", quoted(&text)),
                format!("k: [{}]", in_flow(&text)),
                format!("k: {{a: {}}}", in_flow(&text)),
            ] {
                prop_assert_eq!(read_back(&line), Some(text.clone()), "{}", line);
            }
        }
    }
}
