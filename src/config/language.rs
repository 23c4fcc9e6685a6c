//! Language tags (BCP 47), and the names of locales that systems write instead of them.

use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;

/// The language of a tag without its script and region, in lower case: `pt` of `pt-BR`.
pub fn primary_subtag(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_ascii_lowercase()
}

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
        let (tag, told) = known_tag(text);
        sink.extend(told);
        return Some(tag);
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

/// Codes of countries that are no codes of languages, other codes that are not used in tags, and the
/// tag that was meant.
const NO_LANGUAGES: [(&str, &str); 41] = [
    ("at", "de"),
    ("by", "be"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("eg", "ar"),
    ("gb", "en"),
    ("gr", "el"),
    ("iq", "ar"),
    ("ir", "fa"),
    ("iw", "he"),
    ("ji", "yi"),
    ("jp", "ja"),
    ("kp", "ko"),
    ("mx", "es"),
    ("pk", "ur"),
    ("rs", "sr"),
    ("tj", "tg"),
    ("ua", "uk"),
    ("us", "en"),
    ("vn", "vi"),
    ("tw", "zh-TW"),
    ("hk", "zh-HK"),
    ("ara", "ar"),
    ("chi", "zh"),
    ("deu", "de"),
    ("eng", "en"),
    ("fas", "fa"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ger", "de"),
    ("heb", "he"),
    ("hin", "hi"),
    ("ind", "id"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("per", "fa"),
    ("por", "pt"),
    ("rus", "ru"),
    ("spa", "es"),
    ("zho", "zh"),
];

/// Codes of languages of few people that are codes of countries with another language too.
const DOUBTFUL: [(&str, &str, &str); 2] = [("se", "Northern Sami", "sv"), ("kr", "Kanuri", "ko")];

/// Returns the tag that a text with the shape of a tag means, and what is to be told of it.
fn known_tag(text: &At<String>) -> (String, Option<Diagnostic>) {
    let small = text.value.to_ascii_lowercase();
    let (base, rest) = match small.find('-') {
        Some(at) => (&small[..at], &text.value[at..]),
        None => (small.as_str(), ""),
    };
    if let Some((_, name, meant)) = DOUBTFUL.iter().find(|(code, ..)| *code == base) {
        let d = Diagnostic::warning(
            "language-form",
            format!("`{}` is the code of {name}", text.value),
        )
        .at(text.span, format!("did you mean `{meant}`?"))
        .hint(format!(
            "write `{meant}{rest}`, unless the text is in {name}"
        ));
        return (text.value.clone(), Some(d));
    }
    let Some((_, meant)) = NO_LANGUAGES.iter().find(|(code, _)| *code == base) else {
        return (text.value.clone(), None);
    };
    let rest = match meant.contains('-') {
        true => "",
        false => rest,
    };
    let tag = format!("{meant}{rest}");
    let what = match base.len() {
        2 => "is not the code of a language",
        _ => "is not the code that pages use for this language",
    };
    let d = Diagnostic::warning(
        "language-form",
        format!("`{}` {what}; it is read as `{tag}`", text.value),
    )
    .at(text.span, format!("did you mean `{tag}`?"))
    .hint(format!("write `{tag}`"))
    .fix(text.span, &*tag);
    (tag, Some(d))
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

    #[test]
    fn the_code_of_a_country_is_told_from_that_of_a_language() {
        let read = |tag: &str| {
            let mut sink = Sink::default();
            let span = crate::source::Span::new(crate::source::SourceId(0), 0..tag.len());
            let read = language_tag(&At::new(tag.to_owned(), span), &mut sink);
            (read, sink.into_iter().next().map(|d| d.label))
        };
        for (tag, meant) in NO_LANGUAGES {
            assert!(is_language(tag) && is_language(meant));
            let label = format!("did you mean `{meant}`?");
            assert_eq!(read(tag), (Some(meant.to_owned()), Some(label)), "{tag}");
            assert_eq!(read(meant), (Some(meant.to_owned()), None), "{meant}");
        }
        let label = Some("did you mean `sv`?".to_owned());
        assert_eq!(read("se"), (Some("se".to_owned()), label));
        let (tag, label) = read("JP-Latn");
        assert!(tag.as_deref() == Some("ja-Latn") && label.is_some());
        for tag in [
            "uk", "ca", "sa", "ar", "pt-BR", "en-US", "zh-TW", "sv-SE", "ckb", "gsw",
        ] {
            assert_eq!(read(tag), (Some(tag.to_owned()), None), "{tag}");
        }
    }
}
