//! Fluent messages: their text and their arguments.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

/// A part of a message whose arguments are inserted unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Argument(String),
}

/// Returns the messages of a file that have a text, in order.
pub fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}

/// Returns whether a message has words or arguments, not only marks.
pub fn has_words(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { value } => value.contains(char::is_alphanumeric),
        PatternElement::Placeable { expression } => !matches!(
            expression,
            Expression::Inline(
                InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. }
            )
        ),
    })
}

/// Splits a message into pieces; `None` if it contains a selector, a function call or a reference.
pub fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    use InlineExpression::{NumberLiteral, StringLiteral, VariableReference};
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        PatternElement::Placeable { expression } => match expression {
            Expression::Inline(StringLiteral { value } | NumberLiteral { value }) => Some(
                Piece::Text(fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned()),
            ),
            Expression::Inline(VariableReference { id }) => {
                Some(Piece::Argument(id.name.to_owned()))
            }
            _ => None,
        },
    };
    pattern.elements.iter().map(piece).collect()
}

/// Returns for each message, in order: its id, the arguments that it uses, and those that its
/// comment names, from which a translation may choose.
pub fn arguments(resource: &FluentResource) -> Vec<(&str, BTreeSet<&str>, BTreeSet<&str>)> {
    // Parsed again, since the bundle's parser drops comments.
    let source = resource.source();
    let (Ok(parsed) | Err((parsed, _))) = fluent_syntax::parser::parse(source);
    let entries = parsed.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    entries
        .filter_map(|message| {
            let mut used = BTreeSet::new();
            in_pattern(message.value.as_ref()?, &mut used);
            let comment = message.comment.iter().flat_map(|c| &c.content);
            let named = comment.flat_map(|line| line.split('$').skip(1));
            let named = named.map(|rest| {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'));
                &rest[..end.unwrap_or(rest.len())]
            });
            Some((message.id.name, used, named.collect()))
        })
        .collect()
}

fn in_pattern<'a>(pattern: &Pattern<&'a str>, used: &mut BTreeSet<&'a str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, used);
        }
    }
}

fn in_expression<'a>(expression: &Expression<&'a str>, used: &mut BTreeSet<&'a str>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, used),
        Expression::Select { selector, variants } => {
            in_inline(selector, used);
            for variant in variants {
                in_pattern(&variant.value, used);
            }
        }
    }
}

fn in_inline<'a>(inline: &InlineExpression<&'a str>, used: &mut BTreeSet<&'a str>) {
    let in_call = |call: &CallArguments<&'a str>, used: &mut BTreeSet<&'a str>| {
        for argument in &call.positional {
            in_inline(argument, used);
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            used.insert(id.name);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, used),
        InlineExpression::FunctionReference { arguments, .. } => in_call(arguments, used),
        _ => {}
    }
}
