//! The template functions `word`, a message with arguments, `phrase`, a message with HTML in it,
//! and `number`, a number of things, and the filters `direction` of a language and `isolated`.

use std::borrow::Cow;
use std::sync::Arc;

use tera::value::Key;
use tera::{Error, Kwargs, State, Tera, Value};

use crate::diagnostic::suggest::nearest;
use crate::messages::{Arg, Catalogs, LANGUAGE, Messages, escape, is_right_to_left, isolated_name};

/// Registers `word(id="entries", count=3)`, `phrase(id="according-to", source=link)` and
/// `number(value=3)`. They format in the language of the name `words`, and depend on nothing else.
pub fn register(tera: &mut Tera, catalogs: Arc<Catalogs>) {
    tera.register_filter(
        "direction",
        |language: &str, _: Kwargs, _: &State| match is_right_to_left(language) {
            true => "rtl",
            false => "ltr",
        },
    );
    let also = Arc::clone(&catalogs);
    let for_names = Arc::clone(&catalogs);
    tera.register_filter("isolated", move |name: &str, _: Kwargs, state: &State| {
        let turned = messages(&for_names, "isolated", state)?.is_turned();
        let mut html = String::new();
        isolated_name(name, turned, &mut html);
        Ok::<_, Error>(Value::safe_string(&html))
    });
    tera.register_function("word", move |given: Kwargs, state: &State| {
        word(messages(&catalogs, "word", state)?, &catalogs, &given)
    });
    let for_phrases = Arc::clone(&also);
    tera.register_function("phrase", move |given: Kwargs, state: &State| {
        phrase(
            messages(&for_phrases, "phrase", state)?,
            &for_phrases,
            &given,
        )
    });
    tera.register_function("number", move |given: Kwargs, state: &State| {
        let value: i64 = given.must_get("value")?;
        Ok::<_, Error>(messages(&also, "number", state)?.number(value))
    });
}

/// Returns the messages in the language of the name `words`.
fn messages<'c>(catalogs: &'c Catalogs, name: &str, state: &State) -> Result<&'c Messages, Error> {
    let words: Option<Value> = state.get("words")?;
    let words = words.as_ref().and_then(Value::as_map);
    let language = words.and_then(|words| words.get(&Key::from(LANGUAGE))?.as_str());
    match language {
        Some(language) => Ok(&**catalogs.or_english(language)),
        None => Err(Error::message(format!(
            "`{name}` needs the name `words`: add the parameter `@words` to the component"
        ))),
    }
}

/// An argument as a template gives it.
enum Given<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Html(Cow<'a, str>),
}

impl Given<'_> {
    fn arg(&self) -> Arg<'_> {
        match self {
            Self::Text(text) => Arg::Text(text),
            Self::Number(number) => Arg::Number(*number),
            Self::Html(html) => Arg::Html(html),
        }
    }
}

/// The arguments of a message: names have hyphens for underscores.
fn arguments<'a>(
    given: &'a Kwargs,
    read: &dyn Fn(&'a Value) -> Given<'a>,
) -> Vec<(Cow<'a, str>, Given<'a>)> {
    let named = given.iter().filter_map(|(name, value)| {
        let name = name.as_str().filter(|name| *name != "id")?;
        let name = match name.contains('_') {
            true => name.replace('_', "-").into(),
            false => name.into(),
        };
        Some((name, read(value)))
    });
    named.collect()
}

/// A text or a number.
fn plain(value: &Value) -> Given<'_> {
    match value.as_i128().and_then(|n| i64::try_from(n).ok()) {
        Some(number) => Given::Number(number),
        None => Given::Text(
            value
                .as_str()
                .map_or_else(|| Cow::from(value.to_string()), Cow::from),
        ),
    }
}

fn word(messages: &Messages, catalogs: &Catalogs, given: &Kwargs) -> Result<String, Error> {
    let id: &str = given.must_get("id")?;
    let given = arguments(given, &plain);
    let args: Vec<(&str, Arg<'_>)> = given.iter().map(|(n, arg)| (&**n, arg.arg())).collect();
    let said = messages.try_with(id, &args);
    said.ok_or_else(|| unknown(id, catalogs))
}

/// Formats a message as HTML. A text is escaped, a number is written as the language does; what a
/// block of the template made is HTML already; a link becomes one; a list is joined as the
/// language lists things.
fn phrase(messages: &Messages, catalogs: &Catalogs, given: &Kwargs) -> Result<Value, Error> {
    let id: &str = given.must_get("id")?;
    let given = arguments(given, &|value| in_html(messages, value));
    let args: Vec<(&str, Arg<'_>)> = given.iter().map(|(n, arg)| (&**n, arg.arg())).collect();
    let said = messages.html(id, &args);
    let said = said.ok_or_else(|| unknown(id, catalogs))?;
    Ok(Value::safe_string(&said))
}

fn in_html<'a>(messages: &Messages, value: &'a Value) -> Given<'a> {
    if let Some(items) = value.as_array() {
        let items = items.iter().map(|item| match in_html(messages, item) {
            Given::Html(html) => html.into_owned(),
            Given::Number(number) => messages.number(number),
            Given::Text(text) => {
                let mut html = String::new();
                isolated_name(&text, messages.is_turned(), &mut html);
                html
            }
        });
        return Given::Html(messages.list(&items.collect::<Vec<_>>()).into());
    }
    if let Some(link) = value.as_map() {
        let field = |name: &'static str| link.get(&Key::from(name)).and_then(Value::as_str);
        let label = field("label")
            .or_else(|| field("title"))
            .unwrap_or_default();
        let mut html = String::new();
        let url = field("url").filter(|url| !url.is_empty());
        if let Some(url) = url {
            html.push_str("<a href=\"");
            escape(url, &mut html);
            html.push('"');
            if let Some(lang) = field("lang") {
                html.push_str(" lang=\"");
                escape(lang, &mut html);
                html.push_str(match is_right_to_left(lang) {
                    true => "\" dir=\"rtl\"",
                    false => "\" dir=\"ltr\"",
                });
            }
            html.push('>');
        }
        isolated_name(label, messages.is_turned(), &mut html);
        if url.is_some() {
            html.push_str("</a>");
        }
        return Given::Html(html.into());
    }
    match value.as_str().filter(|_| value.is_safe()) {
        Some(html) => Given::Html(html.into()),
        None => plain(value),
    }
}

fn unknown(id: &str, catalogs: &Catalogs) -> Error {
    let near = nearest(id, catalogs.ids());
    let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Error::message(format!("no message has the id `{id}`{near}"))
}
