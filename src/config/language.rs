//! Language tags (BCP 47), and the names of locales that systems write instead of them.

use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;

/// Returns whether `tag` has the shape of a language tag: a subtag of two or three letters, then
/// subtags of two to eight letters and digits, separated by dashes (BCP 47, RFC 5646 section 2.1,
/// without private use and grandfathered tags).
pub fn is_language(tag: &str) -> bool {
    let mut words = tag.split('-');
    let first = words.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && words.all(|word| {
            (2..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// Reads a language tag. The name of a locale (`zh_TW`, `en_GB.UTF-8`) is read as the tag that it
/// means, with a notice; `None` if the text is neither.
pub fn language_tag(text: &At<String>, sink: &mut Sink) -> Option<String> {
    if is_language(&text.value) {
        return Some(text.value.clone());
    }
    let named = tag_of_name(&text.value);
    let label = match named {
        Some(_) => "the name of a language",
        None => "the name of a locale",
    };
    let Some(tag) = named.or_else(|| tag_of_locale(&text.value)) else {
        sink.push(
            Diagnostic::error(
                "bad-language",
                format!("`{}` is not a language code", text.value),
            )
            .at(text.span, "here")
            .hint("write a language code such as `en`, `id` or `pt-BR` (BCP 47)"),
        );
        return None;
    };
    sink.push(
        Diagnostic::notice(
            "language-form",
            format!("`{}` is read as `{tag}`", text.value),
        )
        .at(text.span, label)
        .hint(format!("write `{tag}`"))
        .fix(text.span, &*tag),
    );
    Some(tag)
}

/// Names of languages, in English and in the language itself, in lower case.
const NAMES: [(&str, &str, &str); 30] = [
    ("arabic", "العربية", "ar"),
    ("bengali", "বাংলা", "bn"),
    ("chinese", "中文", "zh"),
    ("czech", "čeština", "cs"),
    ("danish", "dansk", "da"),
    ("dutch", "nederlands", "nl"),
    ("english", "english", "en"),
    ("finnish", "suomi", "fi"),
    ("french", "français", "fr"),
    ("german", "deutsch", "de"),
    ("greek", "ελληνικά", "el"),
    ("hebrew", "עברית", "he"),
    ("hindi", "हिन्दी", "hi"),
    ("hungarian", "magyar", "hu"),
    ("indonesian", "bahasa indonesia", "id"),
    ("italian", "italiano", "it"),
    ("japanese", "日本語", "ja"),
    ("korean", "한국어", "ko"),
    ("malay", "bahasa melayu", "ms"),
    ("norwegian", "norsk", "no"),
    ("persian", "فارسی", "fa"),
    ("polish", "polski", "pl"),
    ("portuguese", "português", "pt"),
    ("romanian", "română", "ro"),
    ("russian", "русский", "ru"),
    ("spanish", "español", "es"),
    ("swedish", "svenska", "sv"),
    ("turkish", "türkçe", "tr"),
    ("ukrainian", "українська", "uk"),
    ("vietnamese", "tiếng việt", "vi"),
];

fn tag_of_name(name: &str) -> Option<String> {
    let small = name.trim().to_lowercase();
    let mut names = NAMES.iter();
    let (.., tag) = names.find(|(english, own, _)| *english == small || *own == small)?;
    Some((*tag).to_owned())
}

/// Converts the name of a locale, `language_REGION.charset@modifier`, to a language tag in its
/// usual capitals.
fn tag_of_locale(name: &str) -> Option<String> {
    let (name, modifier) = name.split_once('@').unwrap_or((name, ""));
    let name = name.split('.').next().unwrap_or_default();
    let mut words = name.split(['_', '-']).map(str::to_ascii_lowercase);
    let mut tag = words.next()?;
    let script = match modifier.to_ascii_lowercase().as_str() {
        "latin" => "-Latn",
        "cyrillic" => "-Cyrl",
        _ => "",
    };
    tag.push_str(script);
    for word in words {
        tag.push('-');
        match word.len() {
            2 => tag.push_str(&word.to_ascii_uppercase()),
            4 if word.bytes().all(|b| b.is_ascii_alphabetic()) => {
                tag.push_str(&word[..1].to_ascii_uppercase());
                tag.push_str(&word[1..]);
            }
            _ => tag.push_str(&word),
        }
    }
    is_language(&tag).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_locale_means_a_language_tag() {
        for (name, tag) in [
            ("zh_TW", Some("zh-TW")),
            ("pt_br", Some("pt-BR")),
            ("en_GB.UTF-8", Some("en-GB")),
            ("en.UTF-8", Some("en")),
            ("de_DE@euro", Some("de-DE")),
            ("sr_RS@latin", Some("sr-Latn-RS")),
            ("zh_hant_hk", Some("zh-Hant-HK")),
            ("es_419", Some("es-419")),
            ("English", None),
            ("C", None),
            ("e_n", None),
            ("", None),
        ] {
            assert_eq!(tag_of_locale(name).as_deref(), tag, "{name}");
        }
    }
}
