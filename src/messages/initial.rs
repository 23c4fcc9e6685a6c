//! `INITIAL($text)` in a message: how a text begins, to choose what stands before it.

use unicode_normalization::char::decompose_compatible;

/// The scripts that have a name here, by their letters.
const SCRIPTS: [(std::ops::RangeInclusive<u32>, &str); 25] = [
    (0x0370..=0x03ff, "greek"),
    (0x0400..=0x052f, "cyrillic"),
    (0x0530..=0x058f, "armenian"),
    (0x0590..=0x05ff, "hebrew"),
    (0x0600..=0x06ff, "arabic"),
    (0x0750..=0x077f, "arabic"),
    (0x0900..=0x097f, "devanagari"),
    (0x0980..=0x09ff, "bengali"),
    (0x0a00..=0x0a7f, "gurmukhi"),
    (0x0a80..=0x0aff, "gujarati"),
    (0x0b80..=0x0bff, "tamil"),
    (0x0c00..=0x0c7f, "telugu"),
    (0x0c80..=0x0cff, "kannada"),
    (0x0d00..=0x0d7f, "malayalam"),
    (0x0d80..=0x0dff, "sinhala"),
    (0x0e00..=0x0e7f, "thai"),
    (0x10a0..=0x10ff, "georgian"),
    (0x1100..=0x11ff, "hangul"),
    (0x1f00..=0x1fff, "greek"),
    (0x3040..=0x309f, "hiragana"),
    (0x30a0..=0x30ff, "katakana"),
    (0x3400..=0x9fff, "han"),
    (0xac00..=0xd7a3, "hangul"),
    (0xf900..=0xfaff, "han"),
    (0x20000..=0x3ffff, "han"),
];

/// Returns `digit`; the first letter as a small Latin letter without marks; or the English name of
/// its script in small letters: `hebrew`. Quotes, brackets and signs of direction before it do not
/// count. `other` if there is nothing of these.
pub fn initial(text: &str) -> String {
    let Some(first) = text.chars().find(|c| c.is_alphanumeric()) else {
        return "other".to_owned();
    };
    let mut base = first;
    let mut known = false;
    decompose_compatible(first, |part| {
        if !known {
            (base, known) = (part, true);
        }
    });
    if base.is_numeric() {
        return "digit".to_owned();
    }
    let small = base.to_lowercase().next().unwrap_or(base);
    let latin = match small {
        'æ' => 'a',
        'ð' | 'đ' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ł' => 'l',
        'ø' | 'œ' => 'o',
        'ß' => 's',
        'þ' | 'ŧ' => 't',
        other => other,
    };
    if latin.is_ascii_alphabetic() {
        return latin.to_string();
    }
    let mut scripts = SCRIPTS.iter();
    let script = scripts.find(|(letters, _)| letters.contains(&u32::from(small)));
    script.map_or("other", |(_, name)| name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::initial;

    #[test]
    fn a_text_begins_with_a_digit_a_latin_letter_or_a_script() {
        for (text, begins) in [
            ("9 December", "digit"),
            ("\u{200f}2025", "digit"),
            ("٣ مارس", "digit"),
            ("été 2025", "e"),
            ("Åland", "a"),
            ("Œuvre", "o"),
            ("Ｘ", "x"),
            ("«Octubre»", "o"),
            ("(\u{2068}Ines", "i"),
            ("דצמבר", "hebrew"),
            ("март", "cyrillic"),
            ("Ήλιος", "greek"),
            ("يناير", "arabic"),
            ("مهر", "arabic"),
            ("दिसंबर", "devanagari"),
            ("三月", "han"),
            ("ひな", "hiragana"),
            ("한국", "hangul"),
            ("იანვარი", "georgian"),
            ("", "other"),
            ("…", "other"),
            ("ᚠ", "other"),
        ] {
            assert_eq!(initial(text), begins, "{text}");
        }
    }
}
