//! The template functions `word`, a message with arguments, and `number`, a number of things, and
//! the filter `direction` of a language.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, Value};

use crate::diagnostic::suggest::nearest;
use crate::messages::{Arg, Catalogs, LANGUAGE, Messages, is_right_to_left};

/// Registers `word(id="entries", count=3)` and `number(value=3)`. They format in the language of
/// the name `words`, and depend on nothing else.
pub fn register(tera: &mut Tera, catalogs: Arc<Catalogs>) {
    tera.register_filter(
        "direction",
        |language: &str, _: Kwargs, _: &State| match is_right_to_left(language) {
            true => "rtl",
            false => "ltr",
        },
    );
    let also = Arc::clone(&catalogs);
    tera.register_function("word", move |given: Kwargs, state: &State| {
        word(messages(&catalogs, "word", state)?, &catalogs, &given)
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
    let language = words.and_then(|words| words.get(&tera::value::Key::from(LANGUAGE))?.as_str());
    match language {
        Some(language) => Ok(&**catalogs.or_english(language)),
        None => Err(Error::message(format!(
            "`{name}` needs the name `words`: add the parameter `@words` to the component"
        ))),
    }
}

fn word(messages: &Messages, catalogs: &Catalogs, given: &Kwargs) -> Result<String, Error> {
    let id: Cow<'_, str> = given.must_get::<&str>("id")?.into();
    let texts: Vec<(&str, Cow<'_, str>, Option<i64>)> = given
        .iter()
        .filter_map(|(name, value)| {
            let name = name.as_str().filter(|name| *name != "id")?;
            let number = value.as_i128().and_then(|n| i64::try_from(n).ok());
            let text = value
                .as_str()
                .map_or_else(|| Cow::from(value.to_string()), Cow::from);
            Some((name, text, number))
        })
        .collect();
    let args: Vec<(&str, Arg<'_>)> = texts
        .iter()
        .map(|(name, text, number)| (*name, number.map_or(Arg::Text(text), Arg::Number)))
        .collect();
    messages.try_with(&id, &args).ok_or_else(|| {
        let near = nearest(&id, catalogs.ids());
        let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        Error::message(format!("no message has the id `{id}`{near}"))
    })
}
