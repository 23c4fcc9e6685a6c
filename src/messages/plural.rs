//! The plural forms of whole numbers (CLDR, "Language Plural Rules"). The library of messages has rules
//! that lack the remainders of Arabic, Lithuanian and others.

use crate::config::primary_subtag;

/// Returns the form that a language has for a number of things: `zero`, `one`, `two`, `few`, `many` or
/// `other`.
pub fn form(language: &str, number: i64) -> &'static str {
    let n = number.unsigned_abs();
    let (ten, hundred) = (n % 10, n % 100);
    let teen = (11..=19).contains(&hundred);
    match primary_subtag(language).as_str() {
        "bm" | "bo" | "dz" | "id" | "ig" | "ii" | "in" | "ja" | "jbo" | "jv" | "jw" | "kde"
        | "kea" | "km" | "ko" | "lkt" | "lo" | "ms" | "my" | "nqo" | "osa" | "sah" | "ses"
        | "sg" | "su" | "th" | "to" | "tpi" | "vi" | "wo" | "yo" | "yue" | "zh" => "other",
        "ak" | "am" | "as" | "bho" | "bn" | "doi" | "fa" | "ff" | "gu" | "guw" | "hi" | "hy"
        | "kab" | "kn" | "ln" | "mg" | "nso" | "pa" | "pcm" | "si" | "ti" | "wa" | "zu" => {
            match n {
                0 | 1 => "one",
                _ => "other",
            }
        }
        "fr" | "pt" => match n {
            0 if language.eq_ignore_ascii_case("pt-PT") => "other",
            0 | 1 => "one",
            _ if n.is_multiple_of(1_000_000) => "many",
            _ => "other",
        },
        "ca" | "es" | "it" | "lld" | "scn" | "vec" => match n {
            1 => "one",
            1.. if n.is_multiple_of(1_000_000) => "many",
            _ => "other",
        },
        "ar" | "ars" => match (n, hundred) {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, 3..=10) => "few",
            (_, 11..=99) => "many",
            _ => "other",
        },
        "he" | "iw" | "iu" | "naq" | "sat" | "se" | "sma" | "smi" | "smj" | "smn" | "sms" => {
            match n {
                1 => "one",
                2 => "two",
                _ => "other",
            }
        }
        "be" | "ru" | "uk" => match (ten, hundred) {
            (1, h) if h != 11 => "one",
            (2..=4, h) if !(12..=14).contains(&h) => "few",
            _ => "many",
        },
        "pl" => match (ten, hundred) {
            _ if n == 1 => "one",
            (2..=4, h) if !(12..=14).contains(&h) => "few",
            _ => "many",
        },
        "bs" | "hr" | "sh" | "sr" => match (ten, hundred) {
            (1, h) if h != 11 => "one",
            (2..=4, h) if !(12..=14).contains(&h) => "few",
            _ => "other",
        },
        "cs" | "sk" => match n {
            1 => "one",
            2..=4 => "few",
            _ => "other",
        },
        "dsb" | "hsb" | "sl" => match hundred {
            1 => "one",
            2 => "two",
            3 | 4 => "few",
            _ => "other",
        },
        "lt" => match ten {
            1 if !teen => "one",
            2..=9 if !teen => "few",
            _ => "other",
        },
        "lv" | "prg" => match ten {
            _ if teen => "zero",
            0 => "zero",
            1 => "one",
            _ => "other",
        },
        "is" | "mk" => match (ten, hundred) {
            (1, h) if h != 11 => "one",
            _ => "other",
        },
        "mo" | "ro" => match (n, hundred) {
            (1, _) => "one",
            (0, _) | (_, 1..=19) => "few",
            _ => "other",
        },
        "ceb" | "fil" | "tl" => match ten {
            4 | 6 | 9 => "other",
            _ => "one",
        },
        "ksh" | "lag" => match n {
            0 => "zero",
            1 => "one",
            _ => "other",
        },
        "tzm" => match n {
            0 | 1 | 11..=99 => "one",
            _ => "other",
        },
        "shi" => match n {
            0 | 1 => "one",
            2..=10 => "few",
            _ => "other",
        },
        "mt" => match (n, hundred) {
            (1, _) => "one",
            (2, _) => "two",
            (0, _) | (_, 3..=10) => "few",
            (_, 11..=19) => "many",
            _ => "other",
        },
        "ga" => match n {
            1 => "one",
            2 => "two",
            3..=6 => "few",
            7..=10 => "many",
            _ => "other",
        },
        "gd" => match n {
            1 | 11 => "one",
            2 | 12 => "two",
            3..=10 | 13..=19 => "few",
            _ => "other",
        },
        "gv" => match (ten, hundred) {
            (1, _) => "one",
            (2, _) => "two",
            (_, 0 | 20 | 40 | 60 | 80) => "few",
            _ => "other",
        },
        "br" => match (ten, hundred) {
            (1, h) if !matches!(h, 11 | 71 | 91) => "one",
            (2, h) if !matches!(h, 12 | 72 | 92) => "two",
            (3 | 4 | 9, h) if !matches!(h, 10..=19 | 70..=79 | 90..=99) => "few",
            _ if n != 0 && n.is_multiple_of(1_000_000) => "many",
            _ => "other",
        },
        "cy" => match n {
            0 => "zero",
            1 => "one",
            2 => "two",
            3 => "few",
            6 => "many",
            _ => "other",
        },
        _ => match n {
            1 => "one",
            _ => "other",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn numbers_have_the_forms_of_their_language() {
        for (language, forms) in [
            (
                "ar",
                "0 zero 1 one 2 two 3 few 10 few 11 many 99 many 100 other 102 other 103 few 1911 many",
            ),
            (
                "ru",
                "0 many 1 one 2 few 5 many 11 many 12 many 21 one 22 few 111 many 121 one 1004 few",
            ),
            ("pl", "1 one 2 few 5 many 12 many 21 many 22 few"),
            (
                "lt",
                "0 other 1 one 2 few 10 other 11 other 21 one 112 other",
            ),
            ("lv", "0 zero 1 one 11 zero 20 zero 21 one 22 other"),
            ("he", "0 other 1 one 2 two 20 other"),
            ("hi", "0 one 1 one 2 other"),
            ("fr", "0 one 1 one 2 other 1000000 many"),
            ("pt-BR", "0 one 1 one 2 other"),
            ("pt-PT", "0 other 1 one"),
            ("es-MX", "0 other 1 one 2000000 many"),
            ("mt", "0 few 1 one 2 two 110 few 111 many 120 other"),
            ("cy", "0 zero 1 one 2 two 3 few 6 many 7 other"),
            ("ja", "0 other 1 other 2 other"),
            ("en", "0 other 1 one 2 other 101 other"),
            ("xx", "0 other 1 one -1 one"),
        ] {
            let words: Vec<&str> = forms.split(' ').collect();
            for pair in words.chunks(2) {
                let number = pair[0].parse().expect("a number");
                assert_eq!(form(language, number), pair[1], "{language}: {number}");
            }
        }
    }
}
