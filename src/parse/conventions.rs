//! What typography differs in by language: quotation marks, spaces before marks, dashes.

use serde::Serialize;

/// The conventions of a language.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Conventions {
    /// The marks that open and close a quotation, and those of a quotation within one. `None`:
    /// straight marks stay as they were typed.
    pub quotes: Option<[&'static str; 4]>,
    /// Whether `;`, `:`, `!`, `?` and guillemets have a space that no line may break at.
    pub spaced_marks: bool,
    /// Whether words are not divided by spaces: dashes and ellipses are two characters wide.
    pub unspaced: bool,
}

const fn quoting(outer: [&'static str; 2], inner: [&'static str; 2]) -> Conventions {
    Conventions {
        quotes: Some([outer[0], outer[1], inner[0], inner[1]]),
        spaced_marks: false,
        unspaced: false,
    }
}

/// Those of a language that is not known: its quotation marks stay as they were typed.
pub static UNKNOWN: Conventions = Conventions {
    quotes: None,
    spaced_marks: false,
    unspaced: false,
};
pub static ENGLISH: Conventions = quoting(["“", "”"], ["‘", "’"]);
static GERMAN: Conventions = quoting(["„", "“"], ["‚", "‘"]);
static SWISS: Conventions = quoting(["«", "»"], ["‹", "›"]);
static POLISH: Conventions = quoting(["„", "”"], ["«", "»"]);
static HUNGARIAN: Conventions = quoting(["„", "”"], ["»", "«"]);
static BOSNIAN: Conventions = quoting(["„", "”"], ["‘", "’"]);
static SERBIAN: Conventions = quoting(["„", "”"], ["’", "’"]);
static SPANISH: Conventions = quoting(["«", "»"], ["“", "”"]);
static RUSSIAN: Conventions = quoting(["«", "»"], ["„", "“"]);
static NORWEGIAN: Conventions = quoting(["«", "»"], ["‘", "’"]);
static SWEDISH: Conventions = quoting(["”", "”"], ["’", "’"]);
static FRENCH: Conventions = Conventions {
    spaced_marks: true,
    ..quoting(["«\u{a0}", "\u{a0}»"], ["“", "”"])
};
static CHINESE: Conventions = Conventions {
    unspaced: true,
    ..quoting(["“", "”"], ["‘", "’"])
};
static JAPANESE: Conventions = Conventions {
    unspaced: true,
    ..quoting(["「", "」"], ["『", "』"])
};

/// Languages by their conventions: those of CLDR 48 (`delimiters`), but of the newspapers where
/// these differ (Arabic, Dutch, French and Swiss German), and of the academy for Spanish. Hebrew
/// has straight marks within words, so all of its marks stay.
static KNOWN: [(&Conventions, &[&str]); 14] = [
    (
        &ENGLISH,
        &[
            "en", "af", "az", "bn", "ckb", "cy", "da", "es-419", "es-AR", "es-BO", "es-CL",
            "es-CO", "es-CR", "es-CU", "es-DO", "es-EC", "es-GT", "es-HN", "es-MX", "es-NI",
            "es-PA", "es-PE", "es-PR", "es-PY", "es-SV", "es-US", "es-UY", "es-VE", "fil", "ga",
            "gd", "gl", "gu", "ha", "hi", "id", "ig", "jv", "km", "kn", "ko", "lo", "lv", "ml",
            "mn", "mr", "ms", "my", "ne", "nl", "or", "pa", "ps", "pt", "sd", "si", "so", "sw",
            "ta", "te", "tg", "th", "tl", "tr", "tt", "uz", "vi", "xh", "yo", "zu",
        ],
    ),
    (
        &GERMAN,
        &[
            "de", "bg", "cs", "et", "hr", "is", "ka", "lb", "lt", "mk", "sk", "sl",
        ],
    ),
    (
        &SWISS,
        &["de-CH", "de-LI", "am", "fa", "fr-CH", "gsw", "rm"],
    ),
    (&POLISH, &["pl", "ro"]),
    (&HUNGARIAN, &["hu"]),
    (&BOSNIAN, &["bs"]),
    (&SERBIAN, &["sr"]),
    (
        &SPANISH,
        &[
            "es", "an", "ar", "ast", "ca", "el", "eu", "hy", "it", "kk", "pt-PT", "sq",
        ],
    ),
    (&RUSSIAN, &["ru", "be", "ky", "uk"]),
    (&NORWEGIAN, &["no", "nb", "nn"]),
    (&SWEDISH, &["sv", "fi"]),
    (&FRENCH, &["fr", "br"]),
    (&CHINESE, &["zh"]),
    (
        &JAPANESE,
        &["ja", "yue", "zh-Hant", "zh-HK", "zh-MO", "zh-TW"],
    ),
];

/// The conventions of a language, given by its tag.
pub fn conventions_of(lang: &str) -> &'static Conventions {
    let known = |wanted: &str| {
        let mut all = KNOWN.iter();
        all.find(|(_, tags)| tags.iter().any(|tag| tag.eq_ignore_ascii_case(wanted)))
            .map(|(conventions, _)| *conventions)
    };
    let mut tag = lang;
    loop {
        if let Some(found) = known(tag) {
            return found;
        }
        match tag.rsplit_once(['-', '_']) {
            Some((wider, _)) => tag = wider,
            None => return &UNKNOWN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_or_script_goes_before_its_language() {
        let opens = |lang| conventions_of(lang).quotes.map(|q| q[0]);
        assert_eq!(opens("en-GB"), Some("“"));
        assert_eq!(opens("EN"), Some("“"));
        assert_eq!(opens("de-AT"), Some("„"));
        assert_eq!(opens("de-CH"), Some("«"));
        assert_eq!(opens("pt-BR"), Some("“"));
        assert_eq!(opens("pt-PT"), Some("«"));
        assert_eq!(opens("zh-Hans-CN"), Some("“"));
        assert_eq!(opens("zh-Hant-TW"), Some("「"));
        assert_eq!(opens("zh-TW"), Some("「"));
        assert_eq!(opens("tlh"), None);
    }

    #[test]
    fn no_language_stands_twice() {
        let mut all: Vec<&str> = KNOWN
            .iter()
            .flat_map(|(_, tags)| tags.iter().copied())
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
