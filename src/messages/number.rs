//! Numbers in the words of a page: their digits in groups, as the page's language writes them.

use std::borrow::Cow;
use std::fmt::Write;

use fluent_bundle::FluentValue;

use crate::config::primary_subtag;

/// How a language groups digits (CLDR, `decimalFormats` and `minimumGroupingDigits`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouping {
    separator: char,
    /// Digits that the first group must have, or none are grouped: 2 in Spanish, which writes
    /// 1917 and 19.170.
    least: usize,
    /// Whether groups above the thousands have two digits, as in India: 12,34,567.
    pairs: bool,
    /// The digit zero; the others follow it in Unicode.
    zero: char,
}

const fn by(separator: char) -> Grouping {
    Grouping {
        separator,
        least: 1,
        pairs: false,
        zero: '0',
    }
}

const fn with(zero: char, separator: char) -> Grouping {
    Grouping {
        zero,
        ..by(separator)
    }
}

/// As in India, with the digits of a script.
const fn pairs(zero: char) -> Grouping {
    Grouping {
        pairs: true,
        ..with(zero, ',')
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
        pairs('0'),
        &[
            "hi", "bn", "ta", "te", "mr", "gu", "pa", "kn", "ml", "en-IN",
        ],
    ),
    (by(','), &["es-MX", "es-US"]),
];

/// The same with the digits of the language's script (CLDR, `numberingSystems`, `native`). Those of
/// Chinese and Japanese are words of the language, which are not written for counts and years.
const NATIVE: [(Grouping, &[&str]); 16] = [
    (with('٠', '٬'), &["ar", "ckb", "sd"]),
    (
        with('۰', '٬'),
        &["fa", "ps", "ur", "ks", "lrc", "mzn", "uz-Arab", "pa-Arab"],
    ),
    (
        pairs('०'),
        &["hi", "mr", "ne", "sa", "bho", "brx", "doi", "kok", "mai"],
    ),
    (pairs('০'), &["bn", "as", "mni"]),
    (pairs('੦'), &["pa"]),
    (pairs('૦'), &["gu"]),
    (pairs('୦'), &["or"]),
    (pairs('௦'), &["ta"]),
    (pairs('౦'), &["te"]),
    (pairs('೦'), &["kn"]),
    (pairs('൦'), &["ml"]),
    (with('๐', ','), &["th"]),
    (with('໐', '.'), &["lo"]),
    (with('၀', ','), &["my"]),
    (with('០', '.'), &["km"]),
    (pairs('༠'), &["bo", "dz"]),
];

/// Whether a language has digits of its own.
pub fn has_digits(language: &str) -> bool {
    Grouping::place(&NATIVE, language).is_some()
}

impl Grouping {
    /// Returns how a language groups digits: as its region does, else as it does by itself.
    /// `native`: in the digits of its script, if it has any.
    pub fn of(language: &str, native: bool) -> Self {
        let own = Self::place(&NATIVE, language).filter(|_| native);
        let own = own.map(|n| NATIVE[n].0);
        own.unwrap_or_else(|| {
            Self::place(&GROUPINGS, language).map_or(GROUPINGS[0].0, |n| GROUPINGS[n].0)
        })
    }

    fn place(all: &[(Self, &[&str])], language: &str) -> Option<usize> {
        let find = |tag: &str| {
            let has = |(_, all): &(Self, &[&str])| all.iter().any(|l| l.eq_ignore_ascii_case(tag));
            all.iter().position(has)
        };
        find(language).or_else(|| find(&primary_subtag(language)))
    }

    /// The name of its digits (CLDR, BCP 47 extension U, key `nu`).
    pub fn system(self) -> &'static str {
        match self.zero {
            '٠' => "arab",
            '۰' => "arabext",
            '०' => "deva",
            '০' => "beng",
            '੦' => "guru",
            '૦' => "gujr",
            '୦' => "orya",
            '௦' => "tamldec",
            '౦' => "telu",
            '೦' => "knda",
            '൦' => "mlym",
            '๐' => "thai",
            '໐' => "laoo",
            '၀' => "mymr",
            '០' => "khmr",
            '༠' => "tibt",
            _ => "latn",
        }
    }

    /// A digit, 0 to 9, as the language writes it.
    fn digit(self, digit: u8) -> char {
        char::from_u32(u32::from(self.zero) + u32::from(digit)).unwrap_or('0')
    }

    /// A text whose digits are those of a number, such as a year.
    pub fn digits(self, text: &str) -> Cow<'_, str> {
        match self.zero == '0' || !text.bytes().any(|b| b.is_ascii_digit()) {
            true => Cow::Borrowed(text),
            false => Cow::Owned(text.chars().map(|c| self.own(c)).collect()),
        }
    }

    fn own(self, c: char) -> char {
        match c {
            '0'..='9' => self.digit(c as u8 - b'0'),
            c => c,
        }
    }

    /// Appends a number. A year is not a number: it is passed as text.
    pub fn write(self, number: i64, out: &mut String) {
        if number.unsigned_abs() < 1000 {
            match self.zero {
                '0' => drop(write!(out, "{number}")),
                _ => out.push_str(&self.digits(&number.to_string())),
            }
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
            out.push(self.own(digit));
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
pub fn formatter<M>(language: &str, native: bool) -> Formatter<M> {
    /// A bundle takes no closure, so there is a function for each grouping.
    macro_rules! of {
        ($table:ident, $at:expr, $($n:literal)*) => {
            match $at {
                $(Some($n) => return format_as::<{ Table::$table as u8 }, $n, M>,)*
                _ => {}
            }
        };
    }
    if native {
        of!(Native, Grouping::place(&NATIVE, language), 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15);
    }
    of!(Latin, Grouping::place(&GROUPINGS, language), 0 1 2 3 4 5 6 7 8);
    format_as::<{ Table::Latin as u8 }, 0, M>
}

enum Table {
    Latin = 0,
    Native = 1,
}

fn format_as<const T: u8, const N: usize, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let whole = number.value.trunc();
    #[allow(clippy::cast_possible_truncation, reason = "it is whole and in range")]
    let whole = (whole == number.value && whole.abs() < 1e15).then_some(whole as i64)?;
    let grouping = match T {
        0 => GROUPINGS[N].0,
        _ => NATIVE[N].0,
    };
    Some(grouping.say(whole))
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
            let grouping = Grouping::of(language, false);
            let said = [917, 1917, 19_170, 1_234_567].map(|n| grouping.say(n));
            assert_eq!(said, [few, thousand, more, million], "{language}");
        }
        assert_eq!(Grouping::of("en", false).say(-1917), "-1,917");
        assert_eq!(Grouping::of("en", false).say(0), "0");
    }

    #[test]
    fn a_language_may_write_its_own_digits() {
        for (language, few, thousand, million) in [
            ("ar", "٩١٧", "١٬٩١٧", "١٬٢٣٤٬٥٦٧"),
            ("ar-EG", "٩١٧", "١٬٩١٧", "١٬٢٣٤٬٥٦٧"),
            ("fa", "۹۱۷", "۱٬۹۱۷", "۱٬۲۳۴٬۵۶۷"),
            ("hi", "९१७", "१,९१७", "१२,३४,५६७"),
            ("th", "๙๑๗", "๑,๙๑๗", "๑,๒๓๔,๕๖๗"),
            ("ja", "917", "1,917", "1,234,567"),
            ("de", "917", "1.917", "1.234.567"),
        ] {
            let grouping = Grouping::of(language, true);
            let said = [917, 1917, 1_234_567].map(|n| grouping.say(n));
            assert_eq!(said, [few, thousand, million], "{language}");
        }
        assert_eq!(Grouping::of("hi", true).digits("2026, Q1"), "२०२६, Q१");
        assert_eq!(Grouping::of("hi", true).say(-5), "-५");
        assert!(has_digits("ar-EG") && !has_digits("zh"));
    }

    #[test]
    fn each_grouping_has_its_formatter() {
        for (n, (grouping, languages)) in GROUPINGS.iter().enumerate() {
            for language in *languages {
                let value = FluentValue::from(1_234_567);
                let said = formatter::<()>(language, false)(&value, &());
                assert_eq!(said, Some(grouping.say(1_234_567)), "{n}: {language}");
            }
        }
        for (n, (grouping, languages)) in NATIVE.iter().enumerate() {
            for language in *languages {
                let value = FluentValue::from(1_234_567);
                let said = formatter::<()>(language, true)(&value, &());
                assert_eq!(said, Some(grouping.say(1_234_567)), "{n}: {language}");
            }
        }
        let mut systems: Vec<&str> = NATIVE.iter().map(|(own, _)| own.system()).collect();
        systems.sort_unstable();
        systems.dedup();
        assert_eq!(systems.len(), NATIVE.len());
        assert!(!systems.contains(&"latn"));
        let text = FluentValue::from("2026");
        assert_eq!(formatter::<()>("en", false)(&text, &()), None);
    }
}
