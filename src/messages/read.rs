//! Reads Fluent files into the messages of every language: the embedded ones, overridden by the
//! site's own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;

use super::message::{self, Declared};
use super::{EMBEDDED, Messages, is_right_to_left};
use crate::config::is_language;
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_BRACES;
use crate::source::{SourceId, Span};

/// The messages of all languages that have a file.
#[derive(Debug)]
pub struct Catalogs {
    /// By lower-case language tag.
    languages: BTreeMap<String, Arc<Messages>>,
    /// The English ones, for texts that are written from right to left.
    turned_english: Arc<Messages>,
    /// The ids of all messages.
    ids: Vec<String>,
    /// Digest of all texts.
    digest: [u8; 16],
}

/// A site's own file: its id, its path below `templates/`, its text.
pub type OwnCatalog = (SourceId, String, String);

impl Catalogs {
    /// Returns the embedded messages: English and Indonesian.
    pub fn embedded() -> Self {
        Self::read(&[], &mut Sink::default())
    }

    /// Reads the embedded messages and the site's own files. Faults are added to `sink`, and faulty
    /// messages are left out.
    pub fn read(own: &[OwnCatalog], sink: &mut Sink) -> Self {
        let default: BTreeMap<String, Arc<FluentResource>> = EMBEDDED
            .iter()
            .map(|(language, text)| ((*language).to_owned(), parsed(text).0))
            .collect();
        let mut files: BTreeMap<String, (SourceId, String, Arc<FluentResource>)> = BTreeMap::new();
        for (id, name, text) in own {
            let Some(language) = language_of(name) else {
                sink.push(no_language(*id, name));
                continue;
            };
            let (resource, faults) = parsed(text);
            let mut of_file = Sink::default();
            of_file.extend(
                faults
                    .into_iter()
                    .map(|(range, what)| syntax(Span::new(*id, range), &what)),
            );
            if of_file.is_empty() {
                check(*id, &resource, &default["en"], &mut of_file);
            }
            sink.extend(of_file.of_file(&format!("templates/{name}")));
            files.insert(
                language.to_lowercase(),
                (*id, language.to_owned(), resource),
            );
        }
        let tags: BTreeSet<&String> = default.keys().chain(files.keys()).collect();
        let replaced = files.get("en").map(|(.., r)| Arc::clone(r));
        let english: Vec<_> = replaced
            .into_iter()
            .chain([Arc::clone(&default["en"])])
            .collect();
        let turned_english = Arc::new(Messages::new("en", &[], &english, true));
        let mut languages = BTreeMap::new();
        for tag in tags {
            let base = tag.split('-').next().unwrap_or(tag);
            let mut resources: Vec<Arc<FluentResource>> = Vec::new();
            let steps = [tag.as_str(), base];
            for step in &steps[..if base == tag { 1 } else { 2 }] {
                resources.extend(files.get(*step).map(|(.., r)| Arc::clone(r)));
                resources.extend(default.get(*step).cloned());
            }
            if let Some((id, language, _)) = files.get(tag) {
                lacks(*id, language, &resources, &default["en"], sink);
            }
            let fallback = if base == "en" { &[] } else { &*english };
            let name = files.get(tag).map_or(tag.as_str(), |(_, name, _)| name);
            let messages = Messages::new(name, &resources, fallback, is_right_to_left(name));
            languages.insert(tag.clone(), Arc::new(messages));
        }
        let mut hasher = crate::digest::Hasher::new();
        let embedded = EMBEDDED.iter().map(|(name, text)| (*name, *text));
        let all = embedded.chain(
            own.iter()
                .map(|(_, name, text)| (name.as_str(), text.as_str())),
        );
        for part in all.flat_map(|(name, text)| [name, text]) {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        let ids = message::messages(&default["en"]).map(|(id, _)| id.to_owned());
        Self {
            languages,
            turned_english,
            ids: ids.collect(),
            digest: hasher.finish(),
        }
    }

    /// Returns the ids of all messages, in the order of the English file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// The digest of all texts.
    pub fn digest(&self) -> &[u8; 16] {
        &self.digest
    }

    /// Returns the messages of a language, or of its base language; `None` if neither has a file.
    pub fn of(&self, language: &str) -> Option<&Arc<Messages>> {
        let tag = language.to_lowercase();
        let base = tag.split('-').next().unwrap_or(&tag);
        self.languages
            .get(&tag)
            .or_else(|| self.languages.get(base))
    }

    /// Like [`of`](Self::of), with English as fallback.
    pub fn or_english(&self, language: &str) -> &Arc<Messages> {
        self.of(language)
            .unwrap_or_else(|| match is_right_to_left(language) {
                true => &self.turned_english,
                false => &self.languages["en"],
            })
    }
}

/// Parses a file into its messages and its syntax errors.
fn parsed(text: &str) -> (Arc<FluentResource>, Vec<(std::ops::Range<usize>, String)>) {
    if let Some(at) = too_deep(text) {
        let (none, _) = parsed("");
        let what = format!("braces are nested more than {MAX_BRACES} levels deep");
        return (none, vec![(at..at + 1, what)]);
    }
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (Arc::new(resource), Vec::new()),
        Err((resource, faults)) => {
            let faults = faults.into_iter().map(|f| (f.pos, f.kind.to_string()));
            (Arc::new(resource), faults.collect())
        }
    }
}

/// Returns where the braces and parentheses of a message are nested too deep.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    for line in text.split_inclusive('\n') {
        // A message starts at the beginning of its line; a comment has no braces.
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || "-#".contains(c)) {
            depth = 0;
        }
        let (mut quoted, mut escaped) = (false, false);
        for (n, byte) in line.bytes().enumerate() {
            match byte {
                b'#' if n == 0 => break,
                _ if escaped => escaped = false,
                b'\\' => escaped = quoted,
                b'"' if depth > 0 => quoted = !quoted,
                _ if quoted => {}
                b'{' => depth += 1,
                b'(' if depth > 0 => depth += 1,
                b'}' | b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_BRACES {
                return Some(at + n);
            }
        }
        at += line.len();
    }
    None
}

/// Returns the language of a file such as `words/pt-BR.ftl`.
fn language_of(name: &str) -> Option<&str> {
    let language = name.strip_prefix("words/")?.strip_suffix(".ftl")?;
    is_language(language).then_some(language)
}

fn no_language(id: SourceId, name: &str) -> Diagnostic {
    Diagnostic::error(
        "bad-words-file",
        format!("`templates/{name}` is not named after a language"),
    )
    .at(Span::new(id, 0..0), "ignored")
    .hint("move it to templates/words/ and name it after its language code, as in `templates/words/pt-BR.ftl`")
}

fn syntax(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(
        "bad-words",
        format!("invalid Fluent syntax: {}", what.trim_end_matches('.')),
    )
    .at(span, "here")
    .hint("write `id = text`; indent further lines of the text, and write arguments as { $count }")
}

/// Reports ids that no template uses, and arguments that a message does not receive.
fn check(id: SourceId, own: &FluentResource, english: &FluentResource, sink: &mut Sink) {
    let known = message::arguments(english);
    for Declared { id: name, used, .. } in message::arguments(own) {
        let start = place(own.source(), name);
        let span = Span::new(id, start..start + name.len());
        let Some(english) = known.iter().find(|known| known.id == name) else {
            let near = nearest(name, known.iter().map(|known| known.id));
            let d =
                Diagnostic::warning("unknown-message", format!("no message has the id `{name}`"));
            sink.push(d.at(span, "never used").hint(did_you_mean(
                near,
                "remove it; templates/words/en.ftl of the default theme lists all ids",
            )));
            continue;
        };
        for argument in &used {
            if !english.used.contains(argument) && !english.named.contains(argument) {
                let dollar = format!("${argument}");
                let at = own.source()[start..]
                    .find(&dollar)
                    .map_or(start, |n| start + n);
                let given = english.used.union(&english.named).copied();
                let near = nearest(argument, given).or_else(|| english.used.first().copied());
                let message = format!("`{name}` has no argument `{dollar}`");
                sink.push(
                    Diagnostic::error("unknown-argument", message)
                        .at(Span::new(id, at..at + dollar.len()), "unknown argument")
                        .hint(near.map_or_else(
                            || "remove it: the message has no arguments".to_owned(),
                            |near| format!("did you mean `${near}`?"),
                        )),
                );
            }
        }
        let left: Vec<String> = english
            .needed
            .difference(&used)
            .map(|a| format!("`${a}`"))
            .collect();
        if !left.is_empty() {
            let message = format!("`{name}` does not use {}", left.join(", "));
            sink.push(
                Diagnostic::warning("missing-argument", message)
                    .at(span, "shown without it")
                    .hint("add it: the message is incomplete without it"),
            );
        }
    }
}

/// Returns the offset of an id, which is a part of the text.
fn place(text: &str, id: &str) -> usize {
    let start = id.as_ptr().addr().checked_sub(text.as_ptr().addr());
    start.filter(|start| *start < text.len()).unwrap_or(0)
}

/// Reports which messages a language lacks, in one notice.
fn lacks(
    id: SourceId,
    language: &str,
    has: &[Arc<FluentResource>],
    english: &FluentResource,
    sink: &mut Sink,
) {
    if language.split('-').next() == Some("en") {
        return;
    }
    let there: BTreeSet<&str> = has
        .iter()
        .flat_map(|r| message::messages(r))
        .map(|(id, _)| id)
        .collect();
    let all = message::messages(english).map(|(id, _)| id);
    let missing: Vec<String> = all
        .filter(|id| !there.contains(id))
        .map(|id| format!("`{id}`"))
        .collect();
    if missing.is_empty() {
        return;
    }
    let count = missing.len();
    let plural = if count == 1 { "message" } else { "messages" };
    sink.push(
        Diagnostic::notice(
            "missing-words",
            format!("`{language}` lacks {count} {plural}; readers see English instead"),
        )
        .at(
            Span::new(id, 0..0),
            format!("missing: {}", missing.join(", ")),
        )
        .hint("add them; templates/words/en.ftl of the default theme lists all messages"),
    );
}
