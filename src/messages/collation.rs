//! The alphabetical order of a language (ICU4X, CLDR).

use std::cmp::Ordering;
use std::fmt;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use unicode_normalization::UnicodeNormalization;

/// Orders names as readers of a language look them up: Å after Z in Swedish, with A in German;
/// numbers by their value.
pub struct Collation {
    names: CollatorBorrowed<'static>,
    /// Tells nothing but letters apart.
    letters: CollatorBorrowed<'static>,
}

impl fmt::Debug for Collation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Collation")
    }
}

impl Collation {
    /// `language`: a BCP 47 tag. One that CLDR has no order for has that of Unicode (UCA, DUCET).
    pub fn new(language: &str) -> Option<Self> {
        let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let mut letters = CollatorOptions::default();
        letters.strength = Some(Strength::Primary);
        Some(Self {
            names: Collator::try_new(preferences, CollatorOptions::default()).ok()?,
            letters: Collator::try_new(preferences, letters).ok()?,
        })
    }

    /// Which of two names comes first. Signs before the first letter or digit do not count, but between
    /// names that are the same otherwise: .NET is at N, “quoted” at Q.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let names = self.names.compare(from_letter(one), from_letter(other));
        names.then_with(|| self.names.compare(one, other))
    }

    /// Which of two letters of an index comes first; the same if both are one letter to the language.
    pub fn compare_letters(&self, one: &str, other: &str) -> Ordering {
        self.letters.compare(one, other)
    }

    /// The letter under which an index of the language has a name: E for École in French, Ö for
    /// Örebro in Swedish. `None` for a name without a letter at its start.
    pub fn letter(&self, name: &str) -> Option<String> {
        let first = name.chars().find(|c| c.is_alphanumeric())?;
        if !first.is_alphabetic() {
            return None;
        }
        let own: String = first.to_uppercase().nfc().collect();
        let plain: String = own.nfd().take(1).collect();
        match self.letters.compare(&own, &plain) {
            Ordering::Equal => Some(plain),
            _ => Some(own),
        }
    }
}

/// A name from its first letter or digit on; all of it if it has none.
fn from_letter(name: &str) -> &str {
    let at = name.find(char::is_alphanumeric);
    &name[at.unwrap_or(0)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: &str, names: &[&'static str]) -> Vec<&'static str> {
        let order = Collation::new(language).expect("an order");
        let mut names = names.to_vec();
        names.sort_by(|one, other| order.compare(one, other));
        names
    }

    #[test]
    fn each_language_has_its_own_order() {
        let names = ["Zug", "Ärzte", "Ort", "Örebro", "Apfel", "Åland", "ähnlich"];
        assert_eq!(
            sorted("de", &names),
            ["ähnlich", "Åland", "Apfel", "Ärzte", "Örebro", "Ort", "Zug"]
        );
        assert_eq!(
            sorted("sv", &names),
            ["Apfel", "Ort", "Zug", "Åland", "ähnlich", "Ärzte", "Örebro"]
        );
        assert_eq!(
            sorted("es", &["nz", "ñandú", "oso"]),
            ["nz", "ñandú", "oso"]
        );
        assert_eq!(
            sorted("en", &["GPT-10", "GPT-5", "GPT-4o"]),
            ["GPT-4o", "GPT-5", "GPT-10"]
        );
        assert_eq!(
            sorted("zh", &["中国", "北京", "上海"]),
            ["北京", "上海", "中国"]
        );
        assert_eq!(sorted("tlh", &["b", "a"]), ["a", "b"]);
        assert_eq!(
            sorted(
                "en",
                &[
                    "“quoted”",
                    "oak",
                    ".NET",
                    "¿Qué?",
                    "@home",
                    "net",
                    "(brackets)",
                    "…"
                ]
            ),
            [
                "…",
                "(brackets)",
                "@home",
                "net",
                ".NET",
                "oak",
                "¿Qué?",
                "“quoted”"
            ]
        );
    }

    #[test]
    fn an_index_has_the_letters_of_its_language() {
        let letter =
            |language: &str, name: &str| Collation::new(language).expect("an order").letter(name);
        assert_eq!(letter("fr", "École").as_deref(), Some("E"));
        assert_eq!(letter("sv", "örebro").as_deref(), Some("Ö"));
        assert_eq!(letter("de", "Ärzte").as_deref(), Some("A"));
        assert_eq!(letter("es", "ñandú").as_deref(), Some("Ñ"));
        assert_eq!(letter("ru", "Йошкар-Ола").as_deref(), Some("Й"));
        assert_eq!(letter("en", "“xAI”").as_deref(), Some("X"));
        assert_eq!(letter("en", "01.AI"), None);
    }
}
