//! Reads front matter in TOML, as Hugo and Zola write it, into the tree that YAML is read into.
//!
//! Values other than texts keep the characters that were written, as those of YAML do.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::blocks::TakenOut;
use super::fix::Reading;
use super::{Node, Value, toml_lines};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::{MAX_DEPTH, MAX_FAULTS, MAX_NODES};
use crate::source::{At, SourceId, Span};

/// Maximum length of front matter in which more than the first colon is found, in bytes; each takes
/// another parse.
const LONGEST: usize = 64 * 1024;

/// Length of the longest line that a hint shows, in bytes.
const LONGEST_SHOWN: usize = 1000;

/// Parses `text[range]`, whose first line is the fence; spans are relative to `text`. The lines of a
/// key that can't be read are taken out, so that the sink receives all faults. `None` if nothing can
/// be read.
pub fn read<'t>(
    source: SourceId,
    text: &'t str,
    range: Range<usize>,
    sink: &mut Sink,
) -> Option<Reading<'t>> {
    let slice = &text[range.clone()];
    let fence = slice.find('\n').map_or(slice.len(), |n| n + 1);
    let base = range.start + fence;
    let toml = &slice[fence..];
    let mut faults: BTreeMap<usize, Diagnostic> = BTreeMap::new();
    let mut taken_out = TakenOut::default();
    let mut plain = Cow::Borrowed(toml);
    let most = if toml.len() > LONGEST { 0 } else { MAX_FAULTS };
    while let Some(colon) = first_colon(&plain).filter(|_| faults.len() < most) {
        let found = fault(
            source,
            base,
            toml,
            "a key is followed by `=`",
            colon..colon + 1,
        );
        faults.insert(line_of(toml, colon), found);
        // The parser gives up here, but reads on after an equals sign.
        plain.to_mut().replace_range(colon..colon + 1, "=");
    }
    let mut rounds = 0;
    loop {
        let (table, errors) = DeTable::parse_recoverable(&plain);
        let place = |error: &toml::de::Error| error.span().unwrap_or(0..0);
        let Some(first) = errors.iter().min_by_key(|error| place(error).start) else {
            break;
        };
        let at = place(first);
        let begin = toml.floor_char_boundary(at.start.min(toml.len()));
        let (block, at) = match toml_lines::open_above(&plain, begin) {
            Some(above) => (above.clone(), above.start..above.start),
            None => (toml_lines::block(&plain, begin), at),
        };
        // What follows from the first fault of a line is no other mistake.
        faults
            .entry(line_of(toml, at.start))
            .or_insert_with(|| fault(source, base, toml, first.message(), at));
        rounds += 1;
        let is_blank = plain[block.clone()].trim().is_empty();
        if is_blank || rounds > most {
            drop(table);
            sink.extend(faults.into_values());
            return None;
        }
        taken_out.note(&plain[block.clone()]);
        // As many bytes and lines as before.
        let spaces: String = plain[block.clone()]
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        plain.to_mut().replace_range(block, &spaces);
    }
    sink.extend(faults.into_values());
    let (table, _) = DeTable::parse_recoverable(&plain);
    let mut tree = Tree {
        source,
        base,
        toml,
        nodes: 0,
        fault: None,
    };
    let whole = Span::new(source, range.start..range.end);
    let value = tree.table(table.into_inner(), 0);
    match tree.fault {
        None => Some(Reading {
            taken_out,
            ..Node { span: whole, value }.into()
        }),
        Some(fault) => {
            sink.push(*fault);
            None
        }
    }
}

/// Returns the colon with which, as in YAML, the value of a key begins, if that is what the parser
/// stumbles over first.
fn first_colon(toml: &str) -> Option<usize> {
    let error = DeTable::parse(toml).err()?;
    let at = toml.floor_char_boundary(error.span()?.start);
    let start = toml[..at].rfind('\n').map_or(0, |n| n + 1);
    let key = toml[start..].lines().next()?.split_once(':')?.0;
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let has_key = !key.is_empty() && key.chars().all(is_key);
    (has_key && error.message().contains("expected `=`")).then_some(start + key.len())
}

/// Returns the number of a line, from 0.
fn line_of(toml: &str, at: usize) -> usize {
    let before = &toml.as_bytes()[..at.min(toml.len())];
    before.iter().filter(|byte| **byte == b'\n').count()
}

struct Tree<'t> {
    source: SourceId,
    /// Offset of the TOML in the file.
    base: usize,
    toml: &'t str,
    /// Number of values so far.
    nodes: usize,
    /// The limit that was exceeded first.
    fault: Option<Box<Diagnostic>>,
}

impl Tree<'_> {
    fn table(&mut self, table: DeTable<'_>, depth: usize) -> Value {
        let pairs = table.into_iter().map(|(key, value)| {
            let span = self.span(self.without_quotes(key.span()));
            let node = self.node(value, depth + 1);
            (At::new(key.into_inner().into_owned(), span), node)
        });
        let mut pairs: Vec<_> = pairs.collect();
        // A table may be continued further down.
        pairs.sort_by_key(|(key, _)| key.span.start);
        Value::Map(pairs)
    }

    fn node(&mut self, value: Spanned<DeValue<'_>>, depth: usize) -> Node {
        let at = value.span();
        let span = self.span(at.clone());
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            let (message, hint) = match depth > MAX_DEPTH {
                true => ("lists and groups are nested too deep", "nest them less"),
                false => ("there are too many values", "split the article"),
            };
            let fault = Diagnostic::error("broken-toml", message);
            let fault = fault.at(span, "here").hint(hint);
            self.fault.get_or_insert(Box::new(fault));
            return Node {
                span,
                value: Value::Null,
            };
        }
        let value = match value.into_inner() {
            DeValue::String(text) => Value::Scalar {
                text: text.into_owned(),
                quoted: true,
            },
            DeValue::Array(items) => Value::List(
                items
                    .into_iter()
                    .map(|item| self.node(item, depth + 1))
                    .collect(),
            ),
            DeValue::Table(table) => self.table(table, depth),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => Value::Scalar {
                text: self.toml[at].to_owned(),
                quoted: false,
            },
        };
        Node { span, value }
    }

    /// Returns the range of a key without the quotes around it.
    fn without_quotes(&self, key: Range<usize>) -> Range<usize> {
        match self.toml[key.clone()].starts_with(['"', '\'']) && key.len() > 1 {
            true => key.start + 1..key.end - 1,
            false => key,
        }
    }

    fn span(&self, at: Range<usize>) -> Span {
        Span::new(self.source, self.base + at.start..self.base + at.end)
    }
}

fn fault(source: SourceId, base: usize, toml: &str, said: &str, at: Range<usize>) -> Diagnostic {
    let start = toml.floor_char_boundary(at.start.min(toml.len()));
    let end = toml.ceil_char_boundary(at.end.clamp(start, toml.len()));
    let line_start = toml[..start].rfind('\n').map_or(0, |n| n + 1);
    let line = toml[line_start..].lines().next().unwrap_or("");
    // A caret on one line.
    let end = end.min(line_start + line.len()).max(start);
    let key = line.split(['=', ':']).next().unwrap_or("").trim();
    // A list may go on over several lines.
    let block = &toml[toml_lines::block(toml, start)];
    let whole = match block.len() < LONGEST_SHOWN && block.starts_with(line) {
        true => block,
        false => line,
    };
    let hint = if said.contains("duplicate") && line.contains(['=', ':']) {
        format!("keep one of the lines with `{key}`")
    } else if let Some(finished) = toml_lines::finished(whole) {
        format!("write `{finished}`")
    } else if said.contains("multi-line") {
        "end the text with the same three quotes".to_owned()
    } else if line.trim_start().starts_with('[') {
        "write the name of a table in brackets, as in `[[sources]]`".to_owned()
    } else if line.trim_end().ends_with(['=', ':']) && !key.is_empty() {
        format!("write the value of `{key}` after the `=`, or remove the line")
    } else {
        "write one `key = \"value\"` per line".to_owned()
    };
    let wants_quotes = [
        "invalid boolean",
        "must be quoted",
        "invalid date",
        "invalid integer",
    ];
    let said = match wants_quotes.iter().any(|words| said.contains(words)) {
        true => "a text must be in quotes",
        false if said.contains("invalid unquoted key") && line.contains('{') => {
            "a key is followed by `=`, in braces too"
        }
        false => said,
    };
    Diagnostic::error("broken-toml", format!("this is not valid TOML: {said}"))
        .at(Span::new(source, base + start..base + end), "here")
        .hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    fn parse(toml: &str) -> (Option<Node>, Vec<Diagnostic>) {
        let text = format!("+++\n{toml}+++\n");
        let mut sink = Sink::default();
        let end = text.len() - 4;
        let reading = read(SourceId(0), &text, 0..end, &mut sink);
        let whole = reading.filter(|reading| reading.taken_out.is_empty());
        let node = whole.map(|reading| reading.root);
        (node, sink.into_iter().collect())
    }

    /// Formats a tree without its spans, and without how its texts are quoted.
    fn shown(node: &Node) -> String {
        match &node.value {
            Value::Null => "~".to_owned(),
            Value::Scalar { text, .. } => text.clone(),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(shown).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(pairs) => {
                let pairs = pairs
                    .iter()
                    .map(|(k, v)| format!("{}: {}", k.value, shown(v)));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[test]
    fn toml_is_read_as_the_same_yaml() {
        let toml = "title = \"Rivers: \\\"high\\\" \\u00e9\"\ndate = 2021-03-04T05:06:07+07:00 # said\ndraft = false\nweight = 1_0\n\
            rate = 4.10\ntags = [\"a\", 'b \\n', ]\nextra.x.y = \"z\"\n'odd key' = 07:32:00\n\
            long = \"\"\"\none\n two\"\"\"\n[taxonomies]\nplaces = [\"Oslo\"]\n\
            [[sources]]\ntitle = \"A\"\n[[sources]]\ntitle = \"B\"\nurl = \"https://example.org/\"\n";
        let yaml = "title: 'Rivers: \"high\" é'\ndate: 2021-03-04T05:06:07+07:00\ndraft: false\nweight: 1_0\n\
            rate: 4.10\ntags: [a, 'b \\n']\nextra: {x: {y: z}}\nodd key: 07:32:00\n\
            long: \"one\\n two\"\ntaxonomies: {places: [Oslo]}\n\
            sources:\n  - {title: A}\n  - {title: B, url: https://example.org/}\n";
        let (node, faults) = parse(toml);
        assert_eq!(faults, []);
        let expected = yaml::read(SourceId(0), yaml, 0..yaml.len()).unwrap();
        assert_eq!(shown(&node.unwrap()), shown(&expected));
    }

    #[test]
    fn spans_are_those_of_the_file() {
        let (node, _) = parse("\"title\" = \"A é\"\ndate = 2021-03-04\n");
        let text = "+++\n\"title\" = \"A é\"\ndate = 2021-03-04\n";
        let Value::Map(pairs) = node.unwrap().value else {
            panic!("a map");
        };
        let written = |span: Span| &text[span.range()];
        let found: Vec<_> = pairs
            .iter()
            .map(|(key, node)| (written(key.span), written(node.span)))
            .collect();
        assert_eq!(found, [("title", "\"A é\""), ("date", "2021-03-04")]);
    }

    #[test]
    fn every_mistake_is_named_with_its_line() {
        let (node, faults) = parse(
            "title = Rivers\ndate: 2021-03-04\nplace = \"Oslo\"\nupdated = 2021-02\nsummary: \"Rain\"\n",
        );
        assert_eq!(node, None);
        let hints: Vec<_> = faults.iter().filter_map(|d| d.hint.as_deref()).collect();
        assert!(hints.contains(&"write `title = \"Rivers\"`"), "{faults:#?}");
        assert!(hints.contains(&"write `date = 2021-03-04`"), "{faults:#?}");
        assert!(
            hints.contains(&"write `updated = \"2021-02\"`"),
            "{faults:#?}"
        );
    }

    #[test]
    fn nesting_is_bounded() {
        for toml in [
            format!("a = {}{}\n", "[".repeat(40), "]".repeat(40)),
            format!("a = {}{}\n", "[".repeat(40_000), "]".repeat(40_000)),
            format!("{} = 1\n", vec!["a"; 60].join(".")),
            format!("{} = 1\n", vec!["a"; 60_000].join(".")),
            format!("[{}]\n", vec!["a"; 60_000].join(".")),
        ] {
            let (node, faults) = parse(&toml);
            assert_eq!(node, None);
            assert!(faults.iter().all(|d| d.code == "broken-toml") && !faults.is_empty());
        }
    }
}
