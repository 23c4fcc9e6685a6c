//! With the line, the caret and the cure, as compilers print them.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity, Texts};
use crate::source::floor_boundary;

pub(super) fn print(d: &Diagnostic, texts: &mut Texts<'_>, colour: bool) -> String {
    let places: Vec<_> = d
        .span
        .map(|s| (s, d.label.clone(), true))
        .into_iter()
        .chain(
            d.related
                .iter()
                .map(|(s, label)| (*s, label.clone(), false)),
        )
        .map(|(span, label, primary)| {
            let name = texts.sources.name(span.source).to_owned();
            let text = texts.text(span.source).unwrap_or("").to_owned();
            (name, text, span, label, primary)
        })
        .collect();
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE.with_name("notice"),
    };
    let mut group = Group::with_title(level.primary_title(d.message.as_str()).id(d.code));
    for (name, text, span, label, primary) in &places {
        let start = floor_boundary(text, span.start as usize);
        let end = floor_boundary(text, span.end as usize).max(start);
        let kind = if *primary {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let mut annotation = kind.span(start..end);
        if !label.is_empty() {
            annotation = annotation.label(label.as_str());
        }
        group = group.element(
            Snippet::source(text.as_str())
                .path(name.as_str())
                .annotation(annotation),
        );
    }
    if places.is_empty()
        && let Some(file) = &d.file
    {
        group = group.element(Origin::path(file.as_str()));
    }
    if let Some(cure) = &d.cure {
        group = group.element(Level::HELP.message(cure.as_str()));
    }
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut out = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    out.push('\n');
    out
}
