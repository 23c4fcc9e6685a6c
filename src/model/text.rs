//! Which term or story a text is about, by its path: `content/terms/organisations/meta.md`,
//! `content/stories/llama-to-avocado.md`.

use foldhash::{HashMap, HashMapExt as _};

use super::storyline::Storylines;
use super::taxonomy::{Taxonomy, TermRef};
use super::unpublished::Unpublished;
use crate::config::SiteConfig;
use crate::content::article::stem;
use crate::content::slug::{Slugs, slug};
use crate::content::text::Text;
use crate::diagnostic::suggest::guess;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Span;

/// What a text is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    Term(TermRef),
    /// Number in [`Storylines::stories`](super::storyline::Storylines).
    Story(usize),
}

/// Which text is about what.
#[derive(Debug)]
pub struct Subjects {
    /// By the number of the text; None where it is shown nowhere.
    of_text: Vec<Option<Subject>>,
    /// The first text about each subject in the language of the edition; of a story without one,
    /// the first in that of the site.
    texts: HashMap<Subject, usize>,
}

/// What texts can be about, and what may explain that a subject is missing.
#[derive(Clone, Copy)]
pub(super) struct SubjectInputs<'a> {
    pub taxonomies: &'a [Taxonomy],
    pub storylines: &'a Storylines,
    pub unpublished: &'a Unpublished,
    pub slugs: Slugs,
}

impl Subjects {
    /// Finds the subject of each text. A text without one is a warning; a second text about the
    /// same subject is an error.
    pub(super) fn new(
        texts: &[Text],
        config: &SiteConfig,
        inputs: SubjectInputs<'_>,
        sink: &mut Sink,
    ) -> Self {
        let mut first_about: HashMap<(Subject, usize), usize> = HashMap::new();
        let mut of_text = Vec::with_capacity(texts.len());
        for (i, text) in texts.iter().enumerate() {
            let subject = match text.path.strip_prefix("stories/") {
                Some(_) => story(text, inputs, sink),
                None => term(text, inputs, sink),
            };
            let edition = config.edition_in(text.front.lang.as_deref());
            let first = subject.map(|subject| *first_about.entry((subject, edition)).or_insert(i));
            if let Some(first) = first.filter(|first| *first != i) {
                sink.push(two_texts(text, &texts[first]));
            }
            of_text.push(subject);
        }
        let mut about: HashMap<Subject, usize> = HashMap::new();
        for ((subject, edition), text) in first_about {
            if edition == config.edition {
                about.insert(subject, text);
            } else if edition == 0 && matches!(subject, Subject::Story(_)) {
                about.entry(subject).or_insert(text);
            }
        }
        Self {
            of_text,
            texts: about,
        }
    }

    /// The subject of a text; None where it is shown nowhere.
    pub fn of(&self, text: usize) -> Option<Subject> {
        self.of_text[text]
    }

    /// Number of the first text about a subject.
    pub fn text(&self, subject: Subject) -> Option<usize> {
        self.texts.get(&subject).copied()
    }
}

fn story(text: &Text, inputs: SubjectInputs<'_>, sink: &mut Sink) -> Option<Subject> {
    let id = stem(&text.path);
    let (storylines, unpublished) = (inputs.storylines, inputs.unpublished);
    let found = storylines.find(id);
    match found {
        Some(_) => require_title(text, sink),
        None if unpublished.any_broken() || unpublished.hides_story(id) => {}
        None => {
            let ids = storylines.stories.iter().map(|s| s.id.as_str());
            let near = guess(sink, id, ids).map(|n| format!("did you mean `{n}.md`?"));
            sink.push(unused(
                text,
                &format!("no entry belongs to the storyline `{id}`"),
                near,
                format!("add `story: {id}` to the articles of the storyline, or remove this file"),
            ));
        }
    }
    found.map(Subject::Story)
}

fn require_title(text: &Text, sink: &mut Sink) {
    if text.front.title.is_none() {
        sink.push(
            Diagnostic::error("missing-title", "there is no `title`")
                .at(beginning(text), "no title here")
                .hint("add `title: The storyline in a few words`"),
        );
    }
}

fn term(text: &Text, inputs: SubjectInputs<'_>, sink: &mut Sink) -> Option<Subject> {
    let inner = text.path.strip_prefix("terms/").unwrap_or(&text.path);
    let folder = inner.split_once('/').map_or("", |(folder, _)| folder);
    let mut taxonomies = inputs.taxonomies.iter();
    let Some(index) = taxonomies.position(|t| t.config.id == folder) else {
        let fault = unknown_taxonomy(text, folder, inputs.taxonomies, sink);
        sink.push(fault);
        return None;
    };
    let taxonomy = &inputs.taxonomies[index];
    let name = stem(&text.path);
    let wanted = inputs.slugs.of(name);
    let terms = &taxonomy.terms;
    let title = text.front.title.as_ref().map(|t| t.value.as_str());
    let found = terms
        .iter()
        .position(|t| t.slug == wanted)
        .or_else(|| taxonomy.find(name))
        .or_else(|| terms.iter().position(|t| t.aliases.contains(&wanted)))
        // The file may be called like the term in Latin letters, or in its own.
        .or_else(|| {
            let latin = slug(name);
            terms.iter().position(|t| slug(&t.slug) == latin)
        })
        .or_else(|| taxonomy.find(title?))
        .filter(|term| !terms[*term].entries.is_empty());
    let unpublished = inputs.unpublished;
    let excused = unpublished.any_broken() || unpublished.hides_term(index, &wanted);
    if found.is_none() && !excused {
        let used = terms.iter().filter(|t| !t.entries.is_empty());
        let near = guess(sink, &wanted, used.map(|t| t.slug.as_str()));
        sink.push(unused(
            text,
            &format!("no entry has `{name}` among its {folder}"),
            near.map(|n| format!("did you mean `{n}.md`?")),
            "name the file after the address of the term, or remove it".to_owned(),
        ));
    }
    found.map(|term| {
        Subject::Term(TermRef {
            taxonomy: index,
            term,
        })
    })
}

/// A text in a `folder` that is no taxonomy's.
fn unknown_taxonomy(text: &Text, folder: &str, taxonomies: &[Taxonomy], sink: &Sink) -> Diagnostic {
    let ids = taxonomies.iter().map(|t| t.config.id.as_str());
    let near = guess(sink, folder, ids.clone()).map(|n| format!("did you mean `terms/{n}/`?"));
    let message = match folder {
        "" => "the text of a term belongs in the folder of its taxonomy".to_owned(),
        folder => format!("`{folder}` is not a taxonomy of this site"),
    };
    let folders: Vec<String> = ids.map(|id| format!("terms/{id}/")).collect();
    let hint = format!("move it to one of {}", folders.join(", "));
    unused(text, &message, near, hint)
}

fn unused(text: &Text, message: &str, near: Option<String>, hint: String) -> Diagnostic {
    let label = near.unwrap_or_else(|| "not shown".to_owned());
    Diagnostic::warning("unused-text", format!("{message}; its text is left out"))
        .at(beginning(text), label)
        .hint(hint)
}

fn two_texts(second: &Text, first: &Text) -> Diagnostic {
    Diagnostic::error(
        "duplicate-text",
        format!(
            "content/{} and content/{} both contain the text of the same page",
            first.path, second.path
        ),
    )
    .at(beginning(second), "this one")
    .related(beginning(first), "and this one")
    .hint("keep one of the two")
}

fn beginning(text: &Text) -> Span {
    text.front.span
}

/// The title of the story with this id: that of its `text`, else the id in words.
pub(super) fn story_title(id: &str, text: Option<&Text>) -> String {
    let title = text.and_then(|text| text.front.title.as_ref());
    title.map_or_else(|| in_words(id), |title| title.value.clone())
}

/// `llama-to-avocado` as "Llama to avocado".
fn in_words(id: &str) -> String {
    let words = id.replace(['-', '_'], " ");
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_without_a_text_has_its_id_for_a_title() {
        assert_eq!(in_words("llama-to-avocado"), "Llama to avocado");
        assert_eq!(in_words("élan_vital"), "Élan vital");
    }
}
