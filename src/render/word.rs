//! The template function `word`: a message with arguments.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, Value};

use crate::diagnostic::suggest::nearest;
use crate::messages::{Arg, Catalogs, LANGUAGE};

/// Registers `word(id="entries", count=3)`. It formats the message in the language of the name
/// `words`, and depends on nothing else.
pub fn register(tera: &mut Tera, catalogs: Arc<Catalogs>) {
    tera.register_function("word", move |given: Kwargs, state: &State| {
        word(&catalogs, &given, state)
    });
}

fn word(catalogs: &Catalogs, given: &Kwargs, state: &State) -> Result<String, Error> {
    let words: Option<Value> = state.get("words")?;
    let words = words.as_ref().and_then(Value::as_map);
    let language = words.and_then(|words| words.get(&tera::value::Key::from(LANGUAGE))?.as_str());
    let Some(language) = language else {
        let fault = "`word` needs the name `words`: add the parameter `@words` to the component";
        return Err(Error::message(fault));
    };
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
    catalogs
        .or_english(language)
        .try_with(&id, &args)
        .ok_or_else(|| {
            let near = nearest(&id, catalogs.ids());
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            Error::message(format!("no message has the id `{id}`{near}"))
        })
}
