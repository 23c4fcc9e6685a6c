//! Fluent messages: their text and their arguments.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// A part of a message that is put together without a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// The name of an argument that is inserted, and what is made of it before.
    Argument(String, Option<Function>),
    Choice(Box<Choice>),
}

/// A selector on a text or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub argument: String,
    pub function: Option<Function>,
    pub variants: Vec<(Key, Vec<Piece>)>,
    pub default: usize,
}

/// What a variant is chosen by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// A text, or the plural form of a number (CLDR): `few`.
    Text(String),
    Number(i64),
}

/// The functions of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    Lower,
    Initial,
}

impl Function {
    pub const ALL: [(&str, Self); 2] = [("LOWER", Self::Lower), ("INITIAL", Self::Initial)];

    fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(known, _)| *known == name).map(|(_, f)| *f)
    }

    /// Applies it to a text.
    pub fn of(self, text: &str) -> String {
        match self {
            Self::Lower => text.to_lowercase(),
            Self::Initial => super::initial::initial(text),
        }
    }
}

/// Returns the messages of a file that have a text, in order.
pub fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}

/// Returns the attributes of the messages of a file: id of the message, name, text.
pub fn attributes(resource: &FluentResource) -> impl Iterator<Item = (&str, &str, String)> {
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    messages.flat_map(|message| {
        message.attributes.iter().filter_map(|attribute| {
            let text = plain(&pieces(&attribute.value)?)?;
            Some((message.id.name, attribute.id.name, text))
        })
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

/// Splits a message into pieces; `None` if it needs a bundle: for references to other messages.
pub fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    use InlineExpression::{NumberLiteral, StringLiteral};
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        PatternElement::Placeable { expression } => match expression {
            Expression::Inline(StringLiteral { value } | NumberLiteral { value }) => Some(
                Piece::Text(fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned()),
            ),
            Expression::Inline(inline) => {
                let (argument, function) = argument(inline)?;
                Some(Piece::Argument(argument, function))
            }
            Expression::Select { selector, variants } => {
                let (argument, function) = argument(selector)?;
                let default = variants.iter().position(|variant| variant.default)?;
                let variants = variants.iter().map(|variant| {
                    let key = match &variant.key {
                        VariantKey::NumberLiteral { value } => Key::Number(value.parse().ok()?),
                        VariantKey::Identifier { name } => Key::Text((*name).to_owned()),
                    };
                    Some((key, pieces(&variant.value)?))
                });
                Some(Piece::Choice(Box::new(Choice {
                    argument,
                    function,
                    variants: variants.collect::<Option<_>>()?,
                    default,
                })))
            }
        },
    };
    pattern.elements.iter().map(piece).collect()
}

/// Returns the text of pieces without arguments.
pub fn plain(pieces: &[Piece]) -> Option<String> {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// An argument, or a function of one.
fn argument(inline: &InlineExpression<&str>) -> Option<(String, Option<Function>)> {
    match inline {
        InlineExpression::VariableReference { id } => Some((id.name.to_owned(), None)),
        InlineExpression::FunctionReference { id, arguments } => {
            let function = Function::named(id.name)?;
            match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id }] if arguments.named.is_empty() => {
                    Some((id.name.to_owned(), Some(function)))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Returns the arguments that a message uses.
pub fn used(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    in_pattern(pattern, &mut used);
    used.into_iter().map(str::to_owned).collect()
}

/// A message, and the arguments that it has.
#[derive(Debug)]
pub struct Declared<'a> {
    pub id: &'a str,
    /// Those that its text uses.
    pub used: BTreeSet<&'a str>,
    /// Those that its comment names: a translation may use them.
    pub named: BTreeSet<&'a str>,
    /// Those that a translation must use: of the text, without those that the comment names before
    /// "Also:".
    pub needed: BTreeSet<&'a str>,
}

/// Returns the messages of a file, in order, with their arguments.
pub fn arguments(resource: &FluentResource) -> Vec<Declared<'_>> {
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
            let (mut named, mut needed) = (BTreeSet::new(), used.clone());
            let mut also = false;
            for line in message.comment.iter().flat_map(|c| &c.content) {
                for (n, part) in line.split("Also:").enumerate() {
                    also |= n > 0;
                    for rest in part.split('$').skip(1) {
                        let end =
                            rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'));
                        let name = &rest[..end.unwrap_or(rest.len())];
                        named.insert(name);
                        if !also {
                            needed.remove(name);
                        }
                    }
                }
            }
            Some(Declared {
                id: message.id.name,
                used,
                named,
                needed,
            })
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
