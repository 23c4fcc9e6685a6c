//! The site's own style sheet, `static/custom.css`: its syntax errors, and the files that it names.
//!
//! A browser drops what it can't read, up to the next `;` or `}`, and says nothing. Here that is an
//! error at the place of the mistake. Selectors, properties and values are the browser's concern: a
//! list of them would be out of date.

use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{At, Source, Span};

/// The code of every syntax error.
const BAD_CSS: &str = "bad-css";

/// Maximum nesting of brackets, in levels: the parser calls itself for each.
const MAX_LEVELS: u8 = 64;

/// At-rules, to suggest one for a slip of the keyboard.
const AT_RULES: [&str; 19] = [
    "charset",
    "container",
    "counter-style",
    "font-face",
    "font-feature-values",
    "font-palette-values",
    "import",
    "keyframes",
    "layer",
    "media",
    "namespace",
    "page",
    "position-try",
    "property",
    "scope",
    "starting-style",
    "supports",
    "view-transition",
    "-webkit-keyframes",
];

/// At-rules whose block has rules in it; within a rule, declarations too.
const GROUPS: [&str; 7] = [
    "container",
    "layer",
    "media",
    "scope",
    "starting-style",
    "supports",
    "document",
];

/// At-rules whose block has nothing but rules, and these nothing but declarations.
const KEYFRAMES: [&str; 3] = ["keyframes", "-moz-keyframes", "-webkit-keyframes"];

/// Reports the syntax errors of a style sheet, and returns the addresses that it loads: of
/// `@import`, `url()` and `image-set()`, without those of namespaces.
pub fn read(source: &Source, sink: &mut Sink) -> Vec<At<String>> {
    let mut reader = Reader {
        source,
        faults: Sink::default(),
        addresses: Vec::new(),
        state: State::default(),
    };
    let mut input = Parser::new(&source.text);
    input.set_nested_block_limit(MAX_LEVELS);
    reader.items(&mut input, Content::Rules);
    sink.extend(reader.faults.of_file("static/custom.css"));
    reader.addresses
}

/// What a block holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Rules,
    /// Declarations, and rules that are nested in them.
    Declarations,
}

/// What was found so far in the whole sheet.
#[derive(Default)]
struct State {
    /// Whether a bracket, a string or a comment is never closed: all that follows is part of it.
    open_end: bool,
    /// Whether the next `}` without a `{` follows from an error that was reported.
    loose: bool,
    /// Whether there was a rule, after which `@import` has no effect.
    had_rule: bool,
    too_deep: bool,
}

/// A rule or a declaration, as far as it has been read.
#[derive(Default)]
struct Item {
    /// From its first token to the end of the last one.
    range: Range<usize>,
    /// The name of an at-rule, in lower case.
    at: Option<String>,
    /// The first word, if the item begins with one.
    name: Option<String>,
    /// The tokens so far, without spaces, comments and a `*` before a property.
    count: usize,
    /// Whether the second token is a colon: a declaration, or a selector with a pseudo-class.
    has_colon: bool,
    /// Whether there is something after the colon.
    has_value: bool,
    /// The last word, which may be the property of a declaration that should have been separate.
    word: Option<Range<usize>>,
    /// The place of such a word, which a colon follows.
    second: Option<Range<usize>>,
    /// Whether the last token was a slash, and where.
    slash: Option<usize>,
    /// Whether something in it was reported, so that its form says nothing.
    faulty: bool,
}

impl Item {
    /// Whether it sets a custom property, whose value may be anything.
    fn is_custom(&self) -> bool {
        self.has_colon && self.name.as_ref().is_some_and(|n| n.starts_with("--"))
    }

    /// Whether its addresses are loaded.
    fn loads(&self) -> bool {
        !matches!(self.at.as_deref(), Some("namespace" | "document"))
    }
}

struct Reader<'s> {
    source: &'s Source,
    faults: Sink,
    addresses: Vec<At<String>>,
    state: State,
}

impl Reader<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source.id, range)
    }

    fn fault(&mut self, message: String, range: Range<usize>, label: &str, hint: &str) {
        let fault = Diagnostic::error(BAD_CSS, message)
            .at(self.span(range), label)
            .hint(hint)
            .lenient_warning();
        self.faults.push(fault);
    }

    /// Reads rules or declarations up to the end of the block.
    fn items(&mut self, input: &mut Parser<'_>, content: Content) {
        while !self.state.too_deep && self.item(input, content) {}
    }

    /// Reads one of them. Returns whether the block goes on.
    fn item(&mut self, input: &mut Parser<'_>, content: Content) -> bool {
        let mut item = Item::default();
        loop {
            let start = input.position().byte_index();
            let Ok(token) = input.next_including_whitespace_and_comments().cloned() else {
                self.end(&item, content);
                return false;
            };
            let range = start..input.position().byte_index();
            match &token {
                Token::WhiteSpace(_) | Token::CDO | Token::CDC => {
                    item.slash = None;
                    continue;
                }
                Token::Comment(_) => {
                    self.comment(range);
                    item.slash = None;
                    continue;
                }
                Token::Semicolon if item.at.is_none() && content == Content::Rules => {
                    self.outside(&item, range.end);
                    return true;
                }
                Token::Semicolon => {
                    self.end(&item, content);
                    return true;
                }
                Token::CurlyBracketBlock if !item.is_custom() => {
                    self.rule(input, &item, range, content);
                    return !self.state.too_deep;
                }
                _ => {}
            }
            if item.count == 0 && matches!(token, Token::Delim('*')) && content != Content::Rules {
                // An old way to address one browser; others drop the declaration.
                continue;
            }
            if item.count == 0 {
                item.range = range.clone();
            }
            item.range.end = range.end;
            self.token(input, &token, range, &mut item);
            if self.state.too_deep {
                return false;
            }
            item.count += 1;
            item.range.end = input.position().byte_index().max(item.range.end);
        }
    }

    /// Reads a token of an item, and what is in it.
    fn token(
        &mut self,
        input: &mut Parser<'_>,
        token: &Token<'_>,
        range: Range<usize>,
        item: &mut Item,
    ) {
        let (slash, word) = (item.slash.take(), item.word.take());
        match token {
            Token::AtKeyword(name) if item.count == 0 => {
                item.at = Some(name.to_ascii_lowercase());
                self.at_rule(name, range);
            }
            Token::Ident(name) => {
                if item.count == 0 {
                    item.name = Some(name.to_string());
                }
                item.has_value |= item.has_colon;
                item.word = Some(range);
            }
            Token::Colon if item.count == 1 && item.name.is_some() => item.has_colon = true,
            Token::Colon if item.has_colon && !item.is_custom() => item.second = word,
            Token::Delim('/') if slash == Some(range.start) && !item.is_custom() => {
                item.faulty = true;
                self.fault(
                    "`//` does not begin a comment in a style sheet".to_owned(),
                    range.start - 1..range.end,
                    "browsers drop what follows, up to the next `;` or `}`",
                    "write `/* … */`",
                );
            }
            Token::Delim('/') => {
                item.slash = Some(range.end);
                item.has_value |= item.has_colon;
            }
            Token::UnquotedUrl(address) => {
                item.has_value |= item.has_colon;
                self.address(address, range, item);
            }
            Token::QuotedString(text) => {
                item.has_value |= item.has_colon;
                self.string(range.clone());
                if item.at.as_deref() == Some("import") && item.count == 1 {
                    self.address(text, range, item);
                }
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => {
                item.has_value |= item.has_colon;
                let name = match token {
                    Token::Function(name) => name.to_ascii_lowercase(),
                    _ => String::new(),
                };
                self.value(input, &name, range, item);
            }
            _ => {
                item.has_value |= item.has_colon;
                item.faulty |= self.broken(token, range);
            }
        }
    }

    /// Reads what is between brackets within a value or a selector. `function` is the name before
    /// the bracket.
    fn value(
        &mut self,
        input: &mut Parser<'_>,
        function: &str,
        opened: Range<usize>,
        item: &mut Item,
    ) {
        let names_files = matches!(
            function,
            "url" | "src" | "image-set" | "-webkit-image-set" | "image"
        );
        self.nested(input, opened.clone(), |reader, input| {
            loop {
                let start = input.position().byte_index();
                let Ok(token) = input.next_including_whitespace_and_comments().cloned() else {
                    return;
                };
                let range = start..input.position().byte_index();
                match &token {
                    Token::Comment(_) => reader.comment(range),
                    Token::UnquotedUrl(address) => reader.address(address, range, item),
                    Token::QuotedString(text) => {
                        reader.string(range.clone());
                        if names_files {
                            reader.address(text, range, item);
                        }
                    }
                    Token::Function(name) => {
                        let name = name.to_ascii_lowercase();
                        reader.value(input, &name, range, item);
                    }
                    Token::ParenthesisBlock
                    | Token::SquareBracketBlock
                    | Token::CurlyBracketBlock => reader.value(input, "", range, item),
                    // Of what is around it, so that this one was to be closed before.
                    Token::CloseParenthesis
                    | Token::CloseSquareBracket
                    | Token::CloseCurlyBracket => reader.unclosed(opened.clone()),
                    _ => item.faulty |= reader.broken(&token, range),
                }
                if reader.state.too_deep {
                    return;
                }
            }
        });
    }

    /// Reads what is between the bracket that was read last and the one that closes it.
    fn nested(
        &mut self,
        input: &mut Parser<'_>,
        opened: Range<usize>,
        read: impl FnOnce(&mut Self, &mut Parser<'_>),
    ) {
        let mut entered = false;
        let _: Result<(), ParseError<()>> = input.parse_nested_block(|input| {
            entered = true;
            read(self, input);
            let ends = input.position().byte_index() >= self.source.text.len();
            if ends && !self.state.too_deep {
                self.unclosed(opened.clone());
            }
            Ok(())
        });
        if !entered {
            self.state.too_deep = true;
            self.fault(
                format!("brackets are nested more than {MAX_LEVELS} levels deep"),
                opened,
                "too deep",
                "close brackets, or write the rule in another way",
            );
        }
    }

    /// Reports a bracket that is never closed.
    fn unclosed(&mut self, opened: Range<usize>) {
        if std::mem::replace(&mut self.state.open_end, true) {
            return;
        }
        let bracket = &self.source.text[opened.end - 1..opened.end];
        let closing = match bracket {
            "{" => "}",
            "[" => "]",
            _ => ")",
        };
        let message = format!("`{bracket}` is never closed");
        let hint = format!("add `{closing}` where it ends; all that follows is read as part of it");
        self.fault(message, opened, "opened here", &hint);
    }

    /// Reads a rule with its block.
    fn rule(
        &mut self,
        input: &mut Parser<'_>,
        item: &Item,
        opened: Range<usize>,
        content: Content,
    ) {
        if item.at.is_none() && item.count == 0 {
            self.fault(
                "a rule has no selector".to_owned(),
                opened.clone(),
                "nothing before it says what the rule is for",
                "write a selector before `{`: `.entry {`",
            );
        }
        self.state.loose = false;
        self.state.had_rule = true;
        let within = match item.at.as_deref() {
            Some(name) if KEYFRAMES.contains(&name) => Content::Rules,
            Some(name) if GROUPS.contains(&name) => content,
            _ => Content::Declarations,
        };
        self.nested(input, opened, |reader, input| reader.items(input, within));
    }

    /// Checks what has ended without a block.
    fn end(&mut self, item: &Item, content: Content) {
        let ends = item.range.end >= self.source.text.trim_end().len();
        if item.count == 0 || item.faulty || item.at.is_some() || self.state.open_end {
            return;
        }
        let text = self.source.text[item.range.clone()].trim_end();
        let line = text.lines().next().unwrap_or(text).to_owned();
        let first = item.range.start..item.range.start + line.len();
        if content == Content::Rules {
            let label = match ends {
                true => "the sheet ends here",
                false => "no block follows",
            };
            self.fault(
                format!("`{line}` is not a rule"),
                first,
                label,
                "write a rule: `selector { property: value; }`",
            );
        } else if !item.has_colon {
            self.fault(
                format!("`{line}` is not a declaration"),
                first,
                "no `property:` at its beginning",
                "write `property: value;`",
            );
        } else if !item.has_value && !item.is_custom() {
            let name = item.name.as_deref().unwrap_or_default();
            self.fault(
                format!("`{name}` has no value"),
                first,
                "nothing after the colon",
                "write a value, or remove the declaration",
            );
        } else if let Some(second) = item.second.clone().filter(|_| !is_old_filter(text)) {
            let name = self.source.text[second.clone()].to_owned();
            self.fault(
                format!("a `;` is missing before `{name}`"),
                second,
                "another declaration begins here",
                "end the declaration before it with `;`: browsers drop both",
            );
        }
    }

    /// Reports a declaration that is in no rule.
    fn outside(&mut self, item: &Item, end: usize) {
        if item.count == 0 || item.faulty || self.state.open_end {
            return;
        }
        let text = &self.source.text[item.range.start..end];
        let line = text.lines().next().unwrap_or(text).to_owned();
        let range = item.range.start..item.range.start + line.len();
        self.state.loose = true;
        self.fault(
            format!("`{line}` is in no rule"),
            range,
            "outside of all `{ … }`",
            "write a rule, `selector { property: value; }`, and check whether the one before has a `}` too many",
        );
    }

    /// Checks the name of an at-rule, and its place.
    fn at_rule(&mut self, name: &str, range: Range<usize>) {
        let lower = name.to_ascii_lowercase();
        if lower == "import" && self.state.had_rule {
            self.fault(
                "`@import` has no effect after a rule".to_owned(),
                range,
                "browsers ignore it here",
                "move it to the beginning of the file",
            );
        } else if !AT_RULES.contains(&lower.as_str())
            && let Some(near) = nearest(&lower, AT_RULES.into_iter())
        {
            let near = format!("@{near}");
            self.fault(
                format!("there is no at-rule `@{name}`"),
                range,
                &did_you_mean(Some(&near), ""),
                "browsers drop it, with its block",
            );
        }
    }

    /// Reports a token that stands for an error. Returns whether it does.
    fn broken(&mut self, token: &Token<'_>, range: Range<usize>) -> bool {
        match token {
            Token::BadString(_) => self.fault(
                "a quotation mark is never closed".to_owned(),
                range,
                "a text ends where its line ends",
                "add the same quotation mark at the end of the text",
            ),
            Token::BadUrl(_) => self.fault(
                "`url(…)` has a sign in it that needs quotation marks".to_owned(),
                range,
                "a space, a quotation mark or a bracket",
                "write the address in quotation marks: `url(\"…\")`",
            ),
            Token::CloseParenthesis | Token::CloseSquareBracket | Token::CloseCurlyBracket => {
                if std::mem::take(&mut self.state.loose) || self.state.open_end {
                    return true;
                }
                let bracket = &self.source.text[range.clone()];
                let message = format!("`{bracket}` closes nothing");
                let hint = format!("remove it, or add what `{bracket}` should close");
                self.fault(message, range, "nothing is open here", &hint);
            }
            Token::Delim('<') => self.fault(
                "`<` is no part of a style sheet".to_owned(),
                range,
                "not CSS",
                "a style sheet has rules only, and no HTML: remove `<style>`",
            ),
            _ => return false,
        }
        true
    }

    /// Reports a comment that is never closed.
    fn comment(&mut self, range: Range<usize>) {
        let text = &self.source.text[range.clone()];
        if text.len() < 4 || !text.ends_with("*/") {
            self.state.open_end = true;
            self.fault(
                "a comment is never closed".to_owned(),
                range.start..range.start + 2,
                "opened here",
                "add `*/` where it ends; all that follows is part of it",
            );
        }
    }

    /// Reports a text that the end of the file ends.
    fn string(&mut self, range: Range<usize>) {
        let text = &self.source.text[range.clone()];
        let closed = text.len() > 1 && text.chars().next() == text.chars().next_back();
        if !closed && !self.state.open_end {
            self.state.open_end = true;
            self.fault(
                "a quotation mark is never closed".to_owned(),
                range,
                "opened here",
                "add the same quotation mark at the end of the text",
            );
        }
    }

    fn address(&mut self, address: &str, range: Range<usize>, item: &Item) {
        // What is written in the sheet itself may be long.
        let is_data = address
            .get(..5)
            .is_some_and(|s| s.eq_ignore_ascii_case("data:"));
        if item.loads() && !is_data {
            self.addresses
                .push(At::new(address.to_owned(), self.span(range)));
        }
    }
}

/// Whether a declaration is a filter of Internet Explorer, which has colons in its value.
fn is_old_filter(declaration: &str) -> bool {
    declaration.to_ascii_lowercase().contains("progid:")
}
