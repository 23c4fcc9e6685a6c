//! What a language tag (BCP 47) says of the script, and which messages may stand for others.

use super::EMBEDDED;
use crate::config::primary_subtag;

/// Whether a language is written from right to left: decided by its script subtag, otherwise by its
/// primary subtag.
pub fn is_right_to_left(language: &str) -> bool {
    const SCRIPTS: [&str; 5] = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo"];
    const LANGUAGES: [&str; 12] = [
        "ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "ug", "ur", "yi",
    ];
    let mut parts = language.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4 && part.chars().all(|c| c.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.iter().any(|s| s.eq_ignore_ascii_case(script)),
        None => LANGUAGES.iter().any(|l| l.eq_ignore_ascii_case(first)),
    }
}

/// The script in which a language is written: that of its tag, or the one that its region means.
fn script(tag: &str) -> Option<String> {
    let mut parts = tag.split('-');
    let base = parts.next().unwrap_or_default();
    let parts: Vec<String> = parts.map(str::to_ascii_lowercase).collect();
    let is_script =
        |part: &&String| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let named = parts.iter().find(is_script).cloned();
    let traditional = base.eq_ignore_ascii_case("zh")
        && parts
            .iter()
            .any(|p| matches!(p.as_str(), "tw" | "hk" | "mo"));
    named.or_else(|| traditional.then(|| "hant".to_owned()))
}

/// The script of the embedded messages of a language, as its tag names it; `None` if it has none.
fn embedded_script(base: &str) -> Option<&'static str> {
    if !EMBEDDED.iter().any(|(language, _)| *language == base) {
        return None;
    }
    Some(match base {
        "ar" => "arab",
        "he" => "hebr",
        "hi" => "deva",
        "ja" => "jpan",
        "ru" => "cyrl",
        "zh" => "hans",
        _ => "latn",
    })
}

/// Whether the words of a language are in Latin, Greek or Cyrillic letters, as far as is known.
pub fn is_european_script(tag: &str) -> bool {
    let base = primary_subtag(tag);
    let script = script(tag).or_else(|| embedded_script(&base).map(str::to_owned));
    script.is_none_or(|script| matches!(script.as_str(), "latn" | "grek" | "cyrl"))
}

/// Whether a language is written in another script than the embedded messages of its base language,
/// so that these can't stand for its own: traditional Chinese beside simplified.
pub fn other_script(tag: &str) -> bool {
    let embedded = embedded_script(&primary_subtag(tag));
    embedded.is_some_and(|embedded| script(tag).is_some_and(|script| script != embedded))
}

/// The tags whose messages stand for those of a language, in lower case, the nearest first, without
/// its base language: `zh-hant-hk`, `zh-hant`.
pub fn steps(tag: &str) -> Vec<String> {
    let tag = tag.to_ascii_lowercase();
    let mut steps = Vec::new();
    let mut rest = tag.as_str();
    while let Some((shorter, _)) = rest.rsplit_once('-') {
        steps.push(rest.to_owned());
        rest = shorter;
    }
    if let Some(script) = script(&tag) {
        let scripted = format!("{rest}-{script}");
        if !steps.contains(&scripted) {
            steps.push(scripted);
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_says_which_way_before_the_language_does() {
        for language in ["ar", "fa-IR", "ur", "HE", "az-Arab"] {
            assert!(is_right_to_left(language), "{language}");
        }
        for language in ["en", "id", "ar-Latn", "pt-BR"] {
            assert!(!is_right_to_left(language), "{language}");
        }
    }

    #[test]
    fn a_language_takes_the_messages_of_its_own_script() {
        for tag in [
            "zh-TW",
            "zh-HK",
            "zh-Hant",
            "zh-hant-MO",
            "ar-Latn",
            "hi-Latn-IN",
            "ru-Latn",
        ] {
            assert!(other_script(tag), "{tag}");
        }
        for tag in [
            "zh",
            "zh-CN",
            "zh-SG",
            "zh-Hans-HK",
            "pt-BR",
            "ar-EG",
            "he-Hebr",
            "ja",
            "sr-Cyrl",
        ] {
            assert!(!other_script(tag), "{tag}");
        }
        assert_eq!(steps("zh-TW"), ["zh-tw", "zh-hant"]);
        assert_eq!(steps("zh-Hant-HK"), ["zh-hant-hk", "zh-hant"]);
        assert_eq!(steps("pt-BR"), ["pt-br"]);
        assert_eq!(steps("pt"), [""; 0]);
    }
}
