//! Numbers in the words of a page: their digits in groups, as the page's language writes them.

use std::fmt::Write;

use fluent_bundle::FluentValue;

/// How a language groups digits (CLDR, `decimalFormats` and `minimumGroupingDigits`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouping {
    separator: char,
    /// Digits that the first group must have, or none are grouped: 2 in Spanish, which writes
    /// 1917 and 19.170.
    least: usize,
    /// Whether groups above the thousands have two digits, as in India: 12,34,567.
    pairs: bool,
}

const fn by(separator: char) -> Grouping {
    Grouping {
        separator,
        least: 1,
        pairs: false,
    }
}

const fn from_two(separator: char) -> Grouping {
    Grouping {
        least: 2,
        ..by(separator)
    }
}

const SPACE: char = '\u{a0}';

/// Every grouping. Languages that are not named here group as English does, which is also how
/// their numerals stand beside those of the page's script.
const GROUPINGS: [(Grouping, &[&str]); 9] = [
    (by(','), &["en"]),
    (
        by('.'),
        &[
            "id", "de", "it", "nl", "pt", "da", "el", "tr", "ro", "sr", "hr", "bs", "sl", "mk",
            "is", "gl", "eu", "vi", "jv", "su",
        ],
    ),
    (from_two('.'), &["es", "ca"]),
    (
        by(SPACE),
        &[
            "ru", "uk", "cs", "sk", "fi", "nb", "nn", "no", "sv", "lt", "et", "be", "kk", "hy",
            "sq", "af", "en-ZA", "de-AT",
        ],
    ),
    (from_two(SPACE), &["pl", "bg", "hu", "lv", "ka", "pt-PT"]),
    (by('\u{202f}'), &["fr"]),
    (by('’'), &["de-CH", "de-LI", "it-CH"]),
    (
        Grouping {
            pairs: true,
            ..by(',')
        },
        &[
            "hi", "bn", "ta", "te", "mr", "gu", "pa", "kn", "ml", "en-IN",
        ],
    ),
    (by(','), &["es-MX", "es-US"]),
];

impl Grouping {
    /// Returns how a language groups digits: as its region does, else as it does by itself.
    pub fn of(language: &str) -> Self {
        Self::index(language).map_or(GROUPINGS[0].0, |n| GROUPINGS[n].0)
    }

    fn index(language: &str) -> Option<usize> {
        let find = |tag: &str| {
            let has =
                |(_, all): &(Grouping, &[&str])| all.iter().any(|l| l.eq_ignore_ascii_case(tag));
            GROUPINGS.iter().position(has)
        };
        let base = language.split('-').next().unwrap_or(language);
        find(language).or_else(|| find(base))
    }

    /// Appends a number. A year is not a number: it is passed as text.
    pub fn write(self, number: i64, out: &mut String) {
        if number.unsigned_abs() < 1000 {
            let _ = write!(out, "{number}");
            return;
        }
        let digits = number.unsigned_abs().to_string();
        if number < 0 {
            out.push('-');
        }
        let grouped = digits.len() >= 3 + self.least;
        for (n, digit) in digits.chars().enumerate() {
            let left = digits.len() - n;
            let ends_group = match self.pairs {
                true => left == 3 || (left > 3 && (left - 3).is_multiple_of(2)),
                false => left.is_multiple_of(3),
            };
            if n > 0 && grouped && ends_group {
                out.push(self.separator);
            }
            out.push(digit);
        }
    }

    /// Returns a number with its digits in groups.
    pub fn say(self, number: i64) -> String {
        let mut out = String::new();
        self.write(number, &mut out);
        out
    }
}

/// The function with which a bundle of messages formats its numbers.
pub type Formatter<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

/// Returns the formatter of a language.
pub fn formatter<M>(language: &str) -> Formatter<M> {
    // A bundle takes no closure, so there is a function for each grouping.
    match Grouping::index(language).unwrap_or(0) {
        1 => format::<1, M>,
        2 => format::<2, M>,
        3 => format::<3, M>,
        4 => format::<4, M>,
        5 => format::<5, M>,
        6 => format::<6, M>,
        7 => format::<7, M>,
        8 => format::<8, M>,
        _ => format::<0, M>,
    }
}

fn format<const N: usize, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let whole = number.value.trunc();
    #[allow(clippy::cast_possible_truncation, reason = "it is whole and in range")]
    let whole = (whole == number.value && whole.abs() < 1e15).then_some(whole as i64)?;
    Some(GROUPINGS[N].0.say(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        for (language, few, thousand, more, million) in [
            ("en", "917", "1,917", "19,170", "1,234,567"),
            ("en-GB", "917", "1,917", "19,170", "1,234,567"),
            ("id", "917", "1.917", "19.170", "1.234.567"),
            ("de", "917", "1.917", "19.170", "1.234.567"),
            ("de-CH", "917", "1’917", "19’170", "1’234’567"),
            ("es", "917", "1917", "19.170", "1.234.567"),
            (
                "fr",
                "917",
                "1\u{202f}917",
                "19\u{202f}170",
                "1\u{202f}234\u{202f}567",
            ),
            ("pl", "917", "1917", "19\u{a0}170", "1\u{a0}234\u{a0}567"),
            ("hi", "917", "1,917", "19,170", "12,34,567"),
            ("pt-BR", "917", "1.917", "19.170", "1.234.567"),
            ("zh-TW", "917", "1,917", "19,170", "1,234,567"),
            ("xx", "917", "1,917", "19,170", "1,234,567"),
        ] {
            let grouping = Grouping::of(language);
            let said = [917, 1917, 19_170, 1_234_567].map(|n| grouping.say(n));
            assert_eq!(said, [few, thousand, more, million], "{language}");
        }
        assert_eq!(Grouping::of("en").say(-1917), "-1,917");
        assert_eq!(Grouping::of("en").say(0), "0");
    }

    #[test]
    fn each_grouping_has_its_formatter() {
        for (n, (grouping, languages)) in GROUPINGS.iter().enumerate() {
            for language in *languages {
                let value = FluentValue::from(1_234_567);
                let said = formatter::<()>(language)(&value, &());
                assert_eq!(said, Some(grouping.say(1_234_567)), "{n}: {language}");
            }
        }
        let text = FluentValue::from("2026");
        assert_eq!(formatter::<()>("en")(&text, &()), None);
    }
}
