//! Which term or story a text is about, by its path: `content/terms/organisations/meta.md`,
//! `content/stories/llama-to-avocado.md`.

use std::collections::HashMap;

use super::site::Site;
use super::storyline::Storyline;
use super::taxonomy::TermRef;
use crate::content::article::stem;
use crate::content::slug::slug;
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
#[derive(Debug, Default)]
pub struct Subjects {
    /// By the number of the text; none: it is shown nowhere.
    of_text: Vec<Option<Subject>>,
    texts: HashMap<Subject, usize>,
}

impl Subjects {
    /// Finds what each text is about. One that nothing uses is a warning, two of one thing are
    /// an error.
    pub(super) fn new(site: &Site, sink: &mut Sink) -> Self {
        let mut subjects = Self::default();
        for (i, text) in site.texts.iter().enumerate() {
            let found = match text.path.strip_prefix("stories/") {
                Some(_) => story(site, text, sink),
                None => term(site, text, sink),
            };
            let first = found.and_then(|subject| subjects.texts.get(&subject).copied());
            if let Some(first) = first {
                sink.push(two_texts(text, &site.texts[first]));
            } else if let Some(subject) = found {
                subjects.texts.insert(subject, i);
            }
            subjects.of_text.push(found);
        }
        subjects
    }

    /// What a text is about; none where it is shown nowhere.
    pub fn of(&self, text: usize) -> Option<Subject> {
        self.of_text[text]
    }

    /// Number of the text about something.
    pub fn text(&self, subject: Subject) -> Option<usize> {
        self.texts.get(&subject).copied()
    }
}

fn story(site: &Site, text: &Text, sink: &mut Sink) -> Option<Subject> {
    let id = stem(&text.path);
    let found = site.storylines.find(id);
    match found {
        Some(_) => require_title(text, sink),
        None if site.absent.any_broken() || site.absent.hides_story(id) => {}
        None => {
            let ids = site.storylines.stories.iter().map(|s| s.id.as_str());
            let near = guess(sink, id, ids).map(|n| format!("did you mean `{n}.md`?"));
            sink.push(unused(
                text,
                &format!("no entry belongs to the story `{id}`"),
                near,
                format!("add `story: {id}` to the articles that tell it, or remove this file"),
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
                .hint("add `title: The story in a few words`"),
        );
    }
}

fn term(site: &Site, text: &Text, sink: &mut Sink) -> Option<Subject> {
    let inner = text.path.strip_prefix("terms/").unwrap_or(&text.path);
    let folder = inner.split_once('/').map_or("", |(folder, _)| folder);
    let Some(taxonomy) = site.taxonomy(folder) else {
        let ids = site.config.taxonomies.iter().map(|t| t.id.as_str());
        let near = guess(sink, folder, ids.clone()).map(|n| format!("did you mean `terms/{n}/`?"));
        let message = match folder {
            "" => "a text of a term stands in the folder of its taxonomy".to_owned(),
            folder => format!("`{folder}` is no taxonomy of this site"),
        };
        let hint = format!(
            "move it to one of {}",
            ids.map(|id| format!("terms/{id}/"))
                .collect::<Vec<_>>()
                .join(", ")
        );
        sink.push(unused(text, &message, near, hint));
        return None;
    };
    let name = stem(&text.path);
    let wanted = slug(name);
    let terms = &site.taxonomies[taxonomy].terms;
    let title = text.front.title.as_ref().map(|t| t.value.as_str());
    let found = terms
        .iter()
        .position(|t| t.slug == wanted)
        .or_else(|| site.taxonomies[taxonomy].find(name))
        .or_else(|| terms.iter().position(|t| t.aliases.contains(&wanted)))
        .or_else(|| site.taxonomies[taxonomy].find(title?))
        .filter(|term| !terms[*term].entries.is_empty());
    let excused = site.absent.any_broken() || site.absent.hides_term(taxonomy, &wanted);
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
    found.map(|term| Subject::Term(TermRef { taxonomy, term }))
}

fn unused(text: &Text, message: &str, near: Option<String>, hint: String) -> Diagnostic {
    let label = near.unwrap_or_else(|| "shown nowhere".to_owned());
    Diagnostic::warning("unused-text", format!("{message}; its text is left out"))
        .at(beginning(text), label)
        .hint(hint)
}

fn two_texts(second: &Text, first: &Text) -> Diagnostic {
    Diagnostic::error(
        "duplicate-text",
        format!(
            "content/{} and content/{} are texts of the same page",
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

/// The title of a story: of its text, else its id in words.
pub fn story_title(site: &Site, number: usize, story: &Storyline) -> String {
    let text = site.subjects.text(Subject::Story(number));
    let title = text.and_then(|t| site.texts[t].front.title.as_ref());
    title.map_or_else(|| in_words(&story.id), |t| t.value.clone())
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
