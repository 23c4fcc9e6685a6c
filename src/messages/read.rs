//! Reads Fluent files into the messages of every language: the embedded ones, overridden by the
//! site's own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use fluent_bundle::FluentResource;

use super::message::{self, Declared};
use super::{EMBEDDED, Messages, NATIVE_DIGITS, is_right_to_left, other_script, tag};
use crate::config::is_language;
use crate::config::primary_subtag;
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_BRACES;
use crate::source::{SourceId, Span};

/// The messages of all languages that have a file. Each language is made ready when it is asked for.
#[derive(Debug)]
pub struct Catalogs {
    /// By lower-case language tag.
    languages: BTreeMap<String, Language>,
    /// The English ones, which replace what a language lacks.
    english: Vec<Arc<FluentResource>>,
    /// The same as messages of a language that has none, for texts that are written from left to right
    /// and from right to left.
    for_others: [OnceLock<Arc<Messages>>; 2],
    /// The ids of all messages.
    ids: Vec<String>,
    /// Digest of all texts.
    digest: [u8; 16],
}

/// The texts of a language, the first that has a message first.
#[derive(Debug)]
struct Language {
    name: String,
    texts: Vec<Text>,
    made: OnceLock<Arc<Messages>>,
    /// The same with the digits of its script.
    native: OnceLock<Arc<Messages>>,
}

/// A file of messages.
#[derive(Debug, Clone)]
enum Text {
    Read(Arc<FluentResource>),
    Embedded(&'static str),
}

impl Text {
    fn resource(&self) -> Arc<FluentResource> {
        match self {
            Self::Read(resource) => Arc::clone(resource),
            Self::Embedded(text) => parsed(text).0,
        }
    }
}

impl Language {
    fn new(name: &str, texts: Vec<Text>) -> Self {
        Self {
            name: name.to_owned(),
            texts,
            made: OnceLock::new(),
            native: OnceLock::new(),
        }
    }

    fn messages(&self, english: &[Arc<FluentResource>], native: bool) -> &Arc<Messages> {
        let made = match native {
            true => &self.native,
            false => &self.made,
        };
        made.get_or_init(|| {
            let fallback = if primary_subtag(&self.name) == "en" {
                &[]
            } else {
                english
            };
            let own: Vec<_> = self.texts.iter().map(Text::resource).collect();
            let turned = is_right_to_left(&self.name);
            Arc::new(Messages::new(&self.name, &own, fallback, turned, native))
        })
    }
}

/// Messages that are named where a language lacks some.
const MISSING_NAMED: usize = 8;

/// A site's own file: its id, its path below `templates/`, its text.
pub type OwnCatalog = (SourceId, String, String);

impl Catalogs {
    /// Returns the embedded messages.
    pub fn embedded() -> Self {
        Self::read(&[], &mut Sink::default())
    }

    /// Reads the site's own files. Faults are added to `sink`, and faulty messages are left out.
    pub fn read(own: &[OwnCatalog], sink: &mut Sink) -> Self {
        let (_, text) = EMBEDDED[0];
        let default = parsed(text).0;
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
                check(*id, &resource, &default, &mut of_file);
            }
            sink.extend(of_file.of_file(&format!("templates/{name}")));
            files.insert(
                language.to_lowercase(),
                (*id, language.to_owned(), resource),
            );
        }
        let file = |tag: &str| files.get(tag).map(|(.., r)| Text::Read(Arc::clone(r)));
        let mut languages = BTreeMap::new();
        for (name, text) in EMBEDDED {
            // English is read already.
            let embedded = match name {
                "en" => Text::Read(Arc::clone(&default)),
                _ => Text::Embedded(text),
            };
            let texts = file(name).into_iter().chain([embedded]).collect();
            languages.insert(name.to_owned(), Language::new(name, texts));
        }
        for (tag, (id, name, _)) in &files {
            let base = primary_subtag(tag);
            let mut texts: Vec<Text> = tag::steps(tag).iter().filter_map(|t| file(t)).collect();
            if !other_script(tag) {
                texts.extend(file(&base));
                let mut embedded = EMBEDDED.iter().filter(|(language, _)| *language == base);
                texts.extend(embedded.next().map(|(_, text)| Text::Embedded(text)));
            }
            lacks(*id, name, &texts, &default, sink);
            languages.insert(tag.clone(), Language::new(name, texts));
        }
        let english = languages["en"].texts.iter().map(Text::resource).collect();
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
        let ids = message::messages(&default).map(|(id, _)| id.to_owned());
        Self {
            languages,
            english,
            for_others: Default::default(),
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

    /// Returns the messages of a language, or of its base language if that is written in the same
    /// script; `None` if neither has a file. A tag may end with [`NATIVE_DIGITS`].
    pub fn of(&self, language: &str) -> Option<&Arc<Messages>> {
        let native = language.strip_suffix(NATIVE_DIGITS);
        let language = native.unwrap_or(language);
        let found = self.languages.get(language).or_else(|| {
            let steps = tag::steps(language);
            let mut steps = steps.iter().filter_map(|tag| self.languages.get(tag));
            steps.next().or_else(|| {
                let base = self.languages.get(&primary_subtag(language))?;
                (!other_script(language)).then_some(base)
            })
        })?;
        Some(found.messages(&self.english, native.is_some()))
    }

    /// Like [`of`](Self::of), with English as fallback.
    pub fn or_english(&self, language: &str) -> &Arc<Messages> {
        self.of(language).unwrap_or_else(|| {
            let turned = is_right_to_left(language);
            let made = &self.for_others[usize::from(turned)];
            made.get_or_init(|| Arc::new(Messages::new("en", &[], &self.english, turned, false)))
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
fn lacks(id: SourceId, language: &str, has: &[Text], english: &FluentResource, sink: &mut Sink) {
    if language.split('-').next() == Some("en") {
        return;
    }
    let has: Vec<_> = has.iter().map(Text::resource).collect();
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
    let mut named = missing[..count.min(MISSING_NAMED)].join(", ");
    if count > MISSING_NAMED {
        named.push_str(&format!(" and {} more", count - MISSING_NAMED));
    }
    let plural = if count == 1 { "message" } else { "messages" };
    sink.push(
        Diagnostic::notice(
            "missing-words",
            format!("`{language}` lacks {count} {plural}; readers see English instead"),
        )
        .at(
            Span::new(id, 0..0),
            format!("missing: {named}"),
        )
        .hint(format!(
            "add them; in a project without this file, `dateline theme eject words/{language}.ftl` writes all English texts into it as comments"
        )),
    );
}
