//! From Fluent files to the words of every language: the embedded ones, with the site's own in
//! their place.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;

use super::{EMBEDDED, Messages, message};
use crate::config::is_language;
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{SourceId, Span};

/// The words of all languages that there are files of.
#[derive(Debug)]
pub struct Catalogs {
    /// By tag, in small letters.
    languages: BTreeMap<String, Arc<Messages>>,
    /// The ids of all messages.
    ids: Vec<String>,
    /// Of all texts.
    digest: [u8; 16],
}

/// A site's own file: its id, its name below `templates/`, its text.
pub type OwnCatalog = (SourceId, String, String);

impl Catalogs {
    /// English and Indonesian.
    pub fn embedded() -> Self {
        Self::read(&[], &mut Sink::default())
    }

    /// With the site's own files. Their faults go to `sink`, and what is at fault is left out.
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
            let broken = !faults.is_empty();
            sink.extend(
                faults
                    .into_iter()
                    .map(|(range, what)| syntax(Span::new(*id, range), &what)),
            );
            if !broken {
                check(*id, &resource, &default["en"], sink);
            }
            files.insert(
                language.to_lowercase(),
                (*id, language.to_owned(), resource),
            );
        }
        let tags: BTreeSet<&String> = default.keys().chain(files.keys()).collect();
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
            if base != "en" {
                resources.extend(files.get("en").map(|(.., r)| Arc::clone(r)));
                resources.push(Arc::clone(&default["en"]));
            }
            let name = files.get(tag).map_or(tag.as_str(), |(_, name, _)| name);
            languages.insert(tag.clone(), Arc::new(Messages::new(name, &resources)));
        }
        let mut hasher = blake3::Hasher::new();
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
            ids: ids.collect(),
            digest: crate::digest::finish(&hasher),
        }
    }

    /// Ids of all messages, in the order of the English file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// Changes with every text of it.
    pub fn digest(&self) -> &[u8; 16] {
        &self.digest
    }

    /// The words of a language, or of its base language; none where there is no file of either.
    pub fn of(&self, language: &str) -> Option<&Arc<Messages>> {
        let tag = language.to_lowercase();
        let base = tag.split('-').next().unwrap_or(&tag);
        self.languages
            .get(&tag)
            .or_else(|| self.languages.get(base))
    }

    /// As [`of`](Self::of), else English.
    pub fn or_english(&self, language: &str) -> &Arc<Messages> {
        self.of(language).unwrap_or(&self.languages["en"])
    }
}

/// A file's messages, and where its grammar is at fault.
fn parsed(text: &str) -> (Arc<FluentResource>, Vec<(std::ops::Range<usize>, String)>) {
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (Arc::new(resource), Vec::new()),
        Err((resource, faults)) => {
            let faults = faults.into_iter().map(|f| (f.pos, f.kind.to_string()));
            (Arc::new(resource), faults.collect())
        }
    }
}

/// The language that a file is of: `words/pt-BR.ftl`.
fn language_of(name: &str) -> Option<&str> {
    let language = name.strip_prefix("words/")?.strip_suffix(".ftl")?;
    is_language(language).then_some(language)
}

fn no_language(id: SourceId, name: &str) -> Diagnostic {
    Diagnostic::error(
        "bad-words-file",
        format!("`templates/{name}` is not the file of a language"),
    )
    .at(Span::new(id, 0..0), "not read")
    .hint("put it into templates/words/ under the code of its language, as in `templates/words/pt-BR.ftl`")
}

fn syntax(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error("bad-words", format!("this is not Fluent: {}", what.trim_end_matches('.')))
        .at(span, "here")
        .hint("write `id = text`; further lines of the text are indented, and arguments stand as { $count }")
}

/// Ids that no template asks for, and arguments that a message is not given.
fn check(id: SourceId, own: &FluentResource, english: &FluentResource, sink: &mut Sink) {
    let known = message::arguments(english);
    for (name, used, _) in message::arguments(own) {
        let start = place(own.source(), name);
        let span = Span::new(id, start..start + name.len());
        let Some((_, wanted, offered)) = known.iter().find(|(known, ..)| *known == name) else {
            let near = nearest(name, known.iter().map(|(known, ..)| *known));
            let d =
                Diagnostic::warning("unknown-message", format!("no message has the id `{name}`"));
            sink.push(d.at(span, "not used").hint(did_you_mean(
                near,
                "take it out; templates/words/en.ftl of the default theme has all ids",
            )));
            continue;
        };
        for argument in &used {
            if !wanted.contains(argument) && !offered.contains(argument) {
                let dollar = format!("${argument}");
                let at = own.source()[start..]
                    .find(&dollar)
                    .map_or(start, |n| start + n);
                let given = wanted.iter().chain(offered).copied();
                let near = nearest(argument, given.clone()).or_else(|| wanted.first().copied());
                let message = format!("`{name}` is given no argument `{dollar}`");
                sink.push(
                    Diagnostic::error("unknown-argument", message)
                        .at(Span::new(id, at..at + dollar.len()), "not known")
                        .hint(near.map_or_else(
                            || "take it out: the message has no arguments".to_owned(),
                            |near| format!("did you mean `${near}`?"),
                        )),
                );
            }
        }
        let left: Vec<String> = wanted
            .iter()
            .filter(|a| offered.is_empty() && !used.contains(*a))
            .map(|a| format!("`${a}`"))
            .collect();
        if !left.is_empty() {
            let message = format!("`{name}` leaves out {}", left.join(", "));
            sink.push(
                Diagnostic::warning("missing-argument", message)
                    .at(span, "said without it")
                    .hint("put it in: the message would lack what it is about"),
            );
        }
    }
}

/// Where a message begins: its id at the beginning of a line.
fn place(text: &str, id: &str) -> usize {
    let begins = |at: usize| {
        let after = text[at + id.len()..].trim_start_matches(' ');
        (at == 0 || text[..at].ends_with('\n')) && after.starts_with('=')
    };
    let found = text.match_indices(id).map(|(at, _)| at);
    found.into_iter().find(|at| begins(*at)).unwrap_or(0)
}

/// Says which messages a language lacks, all in one.
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
            format!("`{language}` lacks {count} {plural}, which readers see in English"),
        )
        .at(Span::new(id, 0..0), format!("lacks {}", missing.join(", ")))
        .hint("add them; templates/words/en.ftl of the default theme has all messages"),
    );
}
