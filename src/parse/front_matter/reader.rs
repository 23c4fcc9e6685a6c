//! Reads single values of front matter.

use super::extra::{UnknownKeys, plain_value};
use super::kept_back;
use crate::config::{SiteConfig, language_tag};
use crate::content::date::EventDate;
use crate::content::extra::Extra;
use crate::content::front_matter::ArticleKind;
use crate::content::slug;
use crate::diagnostic::{Diagnostic, Sink, suggest};
use crate::limits::MAX_TITLE;
use crate::parse::conventions::{Conventions, conventions_of};
use crate::parse::entities;
use crate::parse::typography::typeset;
use crate::source::{At, Span};
use crate::yaml::fields::Fields;
use crate::yaml::{Node, Value, values};

/// Returns the first heading of the text below the front matter, in the typography of a language.
pub type FirstHeading<'f> = &'f dyn Fn(&'static Conventions) -> Option<At<String>>;

/// Reads the values of one group of keys, and collects faults.
pub(super) struct ValueReader<'a, 's> {
    pub f: Fields<'a>,
    pub config: &'a SiteConfig,
    pub sink: &'s mut Sink,
    /// The dates read so far. Equal texts share one date: a source often has its article's.
    pub(super) dates: Vec<EventDate>,
    /// Whether a text that is not a date is shown as written, even if it has only one reading.
    pub(super) shows_words: bool,
    /// Keys and values kept as written.
    pub extra: Extra,
    pub unknown_keys: UnknownKeys,
    /// The typography of the text's language.
    pub conventions: &'static Conventions,
}

impl<'a, 's> ValueReader<'a, 's> {
    pub fn new(f: Fields<'a>, config: &'a SiteConfig, sink: &'s mut Sink) -> Self {
        Self {
            f,
            config,
            sink,
            dates: Vec::new(),
            shows_words: false,
            extra: Extra::default(),
            unknown_keys: UnknownKeys::default(),
            conventions: conventions_of(&config.language),
        }
    }

    /// Runs `read` and turns the faults that it finds into lenient warnings.
    pub fn leniently<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.sink.len();
        let value = read(self);
        self.sink.lenient_since(before);
        value
    }

    pub fn string(&mut self, key: &'static str) -> Option<String> {
        let text = self.text_for_readers(key)?;
        if key == "place" {
            self.number_for_name(&text, key);
        }
        Some(text.value)
    }

    /// Reads a text that readers see: its character references are decoded, and tags are reported.
    fn text_for_readers(&mut self, key: &'static str) -> Option<At<String>> {
        let text = self.f.text(key, self.sink)?;
        if let Some((decoded, first)) = entities::decoded(&text.value) {
            self.sink.push(
                Diagnostic::warning(
                    "html-in-value",
                    format!(
                        "`{first}` in `{key}` is HTML; it is read as the character that it means"
                    ),
                )
                .at(text.span, "in here")
                .hint("write the character itself"),
            );
            return Some(At::new(decoded, text.span));
        }
        if text.value.contains("</") && entities::has_tag(&text.value) {
            self.sink.push(
                Diagnostic::warning(
                    "html-in-value",
                    format!("`{key}` is plain text; readers see the tags of HTML in it"),
                )
                .at(text.span, "tags in here")
                .hint("write only the words"),
            );
        }
        Some(text)
    }

    /// Reads a language tag.
    pub fn lang(&mut self) -> Option<String> {
        let node = self.f.take("lang")?;
        let lang = match &node.value {
            // The text has one language.
            Value::List(items)
                if items.iter().all(|item| !item.is_empty()) && !items.is_empty() =>
            {
                let first = values::text(&items[0], "lang", self.sink)?;
                if items.len() > 1 {
                    self.sink.push(
                        Diagnostic::error("wrong-type", "`lang` must be one language")
                            .at(node.span, format!("`{}` is used", first.value))
                            .hint(format!("write `lang: {}`", first.value))
                            .lenient_warning(),
                    );
                }
                first
            }
            _ => values::text(node, "lang", self.sink)?,
        };
        self.leniently(|r| language_tag(&lang, r.sink))
    }

    /// Reads prose for readers, with smart quotes if configured.
    pub fn prose(&mut self, key: &'static str) -> Option<At<String>> {
        let text = self.text_for_readers(key)?;
        Some(if self.config.markdown.smart_punctuation {
            text.map(|t| typeset(&t, self.conventions))
        } else {
            text
        })
    }

    /// Reads the title. `heading` returns the first heading of the text, which in lenient mode is
    /// the title if there is no other.
    pub fn title(&mut self, heading: FirstHeading<'_>) -> Option<At<String>> {
        let title = self.prose("title");
        match &title {
            None if self.f.take("title").is_none() => {
                return self.title_of_text(heading(self.conventions));
            }
            Some(t) if is_too_long(&t.value) => self.sink.push(too_long(
                t.span,
                "shorten it to about 70 characters, and move the rest to `summary`",
            )),
            _ => {}
        }
        title
    }

    fn title_of_text(&mut self, heading: Option<At<String>>) -> Option<At<String>> {
        let span = self.f.place_of("title");
        let Some(heading) = heading else {
            self.sink.push(
                Diagnostic::error("missing-title", "there is no `title`")
                    .at(span, "no title here")
                    .hint("add `title: What happened, in one line`"),
            );
            return None;
        };
        if is_too_long(&heading.value) {
            self.sink.push(too_long(
                heading.span,
                "add `title: What happened, in one line`; the first heading of the text is too long for it",
            ));
            return None;
        }
        let line = format!("title: {}", written_in_yaml(&heading.value));
        if self.config.lenient {
            self.sink.push(
                Diagnostic::warning(
                    "title-from-heading",
                    "there is no `title`; the first heading of the text is taken for it",
                )
                .at(heading.span, "the title")
                .hint(format!("add `{line}`")),
            );
            return Some(heading);
        }
        let start = Span {
            end: span.start,
            ..span
        };
        let d = Diagnostic::error("missing-title", "there is no `title`")
            .at(span, "no title here")
            .related(heading.span, "the first heading of the text")
            .hint(format!("add `{line}`"));
        self.sink.push(match self.f.key_span("title").is_some() {
            // A second one would not count.
            true => d,
            false => d.fix(start, format!("{line}\n")),
        });
        None
    }

    /// Returns whether it is a draft. An unreadable value hides the article as well.
    pub fn draft(&mut self) -> bool {
        let flag = self.f.flag("draft", self.sink);
        flag.unwrap_or_else(|| self.f.take("draft").is_some())
    }

    /// Returns whether another generator would keep the text from readers, with a warning unless it
    /// is marked as a draft as well.
    pub fn kept_back(&mut self) -> bool {
        let Some((key, node)) = kept_back::find(&self.f, self.config) else {
            return false;
        };
        if !self.f.take("draft").is_some_and(Node::is_true) {
            self.sink
                .push(kept_back::warning(key.value, key.span, node));
        }
        self.f.take_named(key.value);
        self.extra.add(key.value, plain_value(node));
        true
    }

    pub fn kind(&mut self) -> ArticleKind {
        let kinds = [
            ArticleKind::News,
            ArticleKind::Analysis,
            ArticleKind::Opinion,
            ArticleKind::Explainer,
        ];
        let Some(word) = self.f.text("kind", self.sink) else {
            return ArticleKind::News;
        };
        kinds
            .into_iter()
            .find(|k| k.id() == word.value)
            .unwrap_or_else(|| {
                self.unknown_word(&word, "kind of article", kinds.iter().map(|k| k.id()));
                self.keep("kind");
                ArticleKind::News
            })
    }

    pub fn unknown_word<'k>(
        &mut self,
        word: &At<String>,
        what: &str,
        choices: impl Iterator<Item = &'k str>,
    ) {
        let choices: Vec<_> = choices.collect();
        suggest::unknown_word(word, what, &choices, self.sink);
    }

    /// Reads a fixed address, as a route.
    pub fn address(&mut self) -> Option<At<String>> {
        let Some(node) = self.f.take("permalink") else {
            let text = self.f.text("slug", &mut Sink::default())?;
            let route = slug::check_path(&text.value).ok();
            return route
                .filter(|_| text.value.starts_with('/'))
                .map(|route| At::new(route, text.span));
        };
        if matches!(&node.value, Value::Scalar { text, quoted: false } if text == "false") {
            return None;
        }
        let text = values::text(node, "permalink", self.sink)?;
        let styles = ["date", "pretty", "ordinal", "weekdate", "none"];
        let is_pattern = text.value.contains(":") && !text.value.contains("://");
        let (message, hint) = if is_pattern || styles.contains(&text.value.as_str()) {
            (
                format!("`{}` is a permalink pattern, not an address", text.value),
                "write the address itself, as in `permalink: /2014/05/my-post/`; or remove it, and set the pattern for all articles in site.yaml",
            )
        } else {
            match slug::check_path(&text.value) {
                Ok(route) => return Some(At::new(route, text.span)),
                Err(fault) => (
                    format!("`{}` can't be an address of this site: {fault}", text.value),
                    "write only the path, as in `permalink: /2014/05/my-post/`; list an address on another site under `sources`",
                ),
            }
        };
        self.sink.push(
            Diagnostic::error("bad-address", message)
                .at(text.span, "here")
                .hint(hint)
                .lenient_warning(),
        );
        self.keep("permalink");
        None
    }

    pub fn id(&mut self, key: &'static str) -> Option<At<String>> {
        let id = self.f.text(key, self.sink)?;
        let id = id.map(|id: String| slug::nfc(&id).into_owned());
        if let Err(fault) = slug::check(&id.value) {
            self.sink.push(
                Diagnostic::error("bad-id", format!("`{}` can't be an id: {fault}", id.value))
                    .at(id.span, "here")
                    .hint(format!(
                        "use letters, digits and hyphens, as in `{}`",
                        self.config.slugs.of(&id.value)
                    )),
            );
            self.keep(key);
            return None;
        }
        Some(id)
    }

    pub fn slug(&mut self) -> Option<At<String>> {
        let text = self.f.text("slug", self.sink)?;
        // Docusaurus's is an address.
        if text.value.starts_with('/') && slug::check_path(&text.value).is_ok() {
            return None;
        }
        let text = text.map(|text: String| slug::nfc(&text).into_owned());
        if let Err(fault) = slug::check(&text.value) {
            self.sink.push(
                Diagnostic::error(
                    "bad-slug",
                    format!("`{}` can't be part of an address: {fault}", text.value),
                )
                .at(text.span, "here")
                .hint(format!(
                    "write `slug: {}`",
                    self.config.slugs.of(&text.value)
                )),
            );
            self.keep("slug");
            return None;
        }
        Some(text)
    }

    pub fn aliases(&mut self) -> Vec<At<String>> {
        let list = self.f.list("aliases", self.sink);
        let all = list.len();
        let mut good = Vec::new();
        for alias in list {
            match slug::check_path(&alias.value) {
                Ok(route) => good.push(At::new(route, alias.span)),
                Err(fault) => self.sink.push(
                    Diagnostic::error(
                        "bad-alias",
                        format!(
                            "`{}` can't be an old address of this site: {fault}",
                            alias.value
                        ),
                    )
                    .at(alias.span, "here")
                    .hint("write only the path, as in `aliases: [/2025/12/old-name.html]`"),
                ),
            }
        }
        if good.len() < all {
            self.keep("aliases");
        }
        good
    }

    pub fn order(&mut self) -> Option<i32> {
        self.f
            .number("order", -1_000_000..=1_000_000, self.sink)
            .and_then(|n| i32::try_from(n.value).ok())
    }
}

fn is_too_long(title: &str) -> bool {
    title.len() > MAX_TITLE && title.chars().count() > MAX_TITLE
}

fn too_long(span: Span, hint: &str) -> Diagnostic {
    let message = format!("the title has more than {MAX_TITLE} characters");
    Diagnostic::error("too-long", message)
        .at(span, "too long")
        .hint(hint)
}

/// A title as YAML reads it back: in quotes if it needs them.
fn written_in_yaml(title: &str) -> String {
    let plain = title.starts_with(char::is_alphabetic)
        && !title.contains([':', '#', '"', '\\'])
        && !["true", "false", "null", "yes", "no", "on", "off"]
            .iter()
            .any(|word| title.eq_ignore_ascii_case(word));
    match plain {
        true => title.to_owned(),
        false => format!("\"{}\"", title.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}
