//! Names of months and weekdays in other languages: `12. März 2018`, `١٠ أبريل ٢٠١٨`.

use super::guess;

/// The names of months, by language: full ones and abbreviations, in lower case. Each month's names
/// are separated by spaces; those of two words have an underscore.
const MONTHS: [[&str; 12]; 11] = [
    // German
    [
        "januar jänner",
        "februar feber",
        "märz maerz mrz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september sept",
        "oktober okt",
        "november",
        "dezember dez",
    ],
    // French
    [
        "janvier janv",
        "février fevrier févr fevr fév",
        "mars",
        "avril avr",
        "mai",
        "juin",
        "juillet juil",
        "août aout",
        "septembre sept",
        "octobre",
        "novembre",
        "décembre decembre déc",
    ],
    // Spanish
    [
        "enero ene",
        "febrero",
        "marzo",
        "abril abr",
        "mayo",
        "junio",
        "julio",
        "agosto ago",
        "septiembre setiembre sept",
        "octubre",
        "noviembre",
        "diciembre dic",
    ],
    // Portuguese
    [
        "janeiro",
        "fevereiro fev",
        "março marco",
        "abril abr",
        "maio mai",
        "junho",
        "julho",
        "agosto ago",
        "setembro set",
        "outubro out",
        "novembro",
        "dezembro dez",
    ],
    // Italian
    [
        "gennaio gen",
        "febbraio",
        "marzo",
        "aprile",
        "maggio mag",
        "giugno giu",
        "luglio lug",
        "agosto ago",
        "settembre",
        "ottobre ott",
        "novembre",
        "dicembre dic",
    ],
    // Russian
    [
        "января январь янв",
        "февраля февраль фев",
        "марта март мар",
        "апреля апрель апр",
        "мая май",
        "июня июнь июн",
        "июля июль июл",
        "августа август авг",
        "сентября сентябрь сен сент",
        "октября октябрь окт",
        "ноября ноябрь ноя",
        "декабря декабрь дек",
    ],
    // Arabic: of Egypt and the Gulf, of the Levant, of the Maghreb
    [
        "يناير كانون_الثاني جانفي",
        "فبراير شباط فيفري",
        "مارس آذار",
        "أبريل ابريل إبريل نيسان أفريل",
        "مايو أيار ماي",
        "يونيو حزيران جوان يونيه",
        "يوليو تموز جويلية يوليه",
        "أغسطس اغسطس آب أوت",
        "سبتمبر أيلول",
        "أكتوبر اكتوبر تشرين_الأول",
        "نوفمبر تشرين_الثاني",
        "ديسمبر كانون_الأول",
    ],
    // Hebrew
    [
        "ינואר",
        "פברואר",
        "מרץ מרס",
        "אפריל",
        "מאי",
        "יוני",
        "יולי",
        "אוגוסט",
        "ספטמבר",
        "אוקטובר",
        "נובמבר",
        "דצמבר",
    ],
    // Hindi
    [
        "जनवरी",
        "फ़रवरी फरवरी",
        "मार्च",
        "अप्रैल",
        "मई",
        "जून",
        "जुलाई",
        "अगस्त",
        "सितंबर सितम्बर",
        "अक्टूबर अक्तूबर",
        "नवंबर नवम्बर",
        "दिसंबर दिसम्बर",
    ],
    // Indonesian
    [
        "januari",
        "februari pebruari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus agu agt agust",
        "september",
        "oktober",
        "november nopember nop",
        "desember des",
    ],
    // Persian, of the Gregorian calendar
    [
        "ژانویه",
        "فوریه",
        "مارس",
        "آوریل",
        "مه",
        "ژوئن",
        "ژوئیه جولای",
        "اوت آگوست",
        "سپتامبر",
        "اکتبر",
        "نوامبر",
        "دسامبر",
    ],
];

/// The names of weekdays, Monday first, of these languages.
const WEEKDAYS: [[&str; 7]; 11] = [
    [
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag sonnabend",
        "sonntag",
    ],
    [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ],
    [
        "lunes",
        "martes",
        "miércoles miercoles",
        "jueves",
        "viernes",
        "sábado sabado",
        "domingo",
    ],
    [
        "segunda segunda-feira",
        "terça terça-feira",
        "quarta quarta-feira",
        "quinta quinta-feira",
        "sexta sexta-feira",
        "sábado",
        "domingo",
    ],
    [
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
    ],
    [
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
    ],
    [
        "الاثنين الإثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
    ],
    ["שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון"],
    [
        "सोमवार",
        "मंगलवार",
        "बुधवार",
        "गुरुवार",
        "शुक्रवार",
        "शनिवार",
        "रविवार",
    ],
    [
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat jum'at",
        "sabtu",
        "minggu ahad",
    ],
    [
        "دوشنبه",
        "سه‌شنبه",
        "چهارشنبه",
        "پنج‌شنبه پنجشنبه",
        "جمعه",
        "شنبه",
        "یکشنبه",
    ],
];

/// Words between the parts of a date.
const FILLERS: [&str; 17] = [
    "de", "del", "do", "dem", "den", "der", "im", "le", "el", "il", "am", "г", "года", "في", "يوم",
    "יום", "um",
];

/// Words before a date of which only one end is named, with the English ones that mean the same.
/// Where a language has one word for two of them, it has the weaker one.
const BOUNDS: [(&str, &str); 58] = [
    // German
    ("spätestens ", "no later than "),
    ("frühestens ", "not before "),
    ("vor ", "before "),
    ("nach ", "after "),
    ("seit ", "since "),
    ("bis ", "until "),
    ("ab ", "from "),
    // French
    ("au plus tard le ", "no later than "),
    ("au plus tard en ", "no later than "),
    ("au plus tôt le ", "not before "),
    ("au plus tôt en ", "not before "),
    ("avant ", "before "),
    ("après ", "after "),
    ("depuis ", "since "),
    ("jusqu'en ", "until "),
    ("jusqu’en ", "until "),
    ("à partir de ", "from "),
    ("dès ", "from "),
    // Spanish
    ("antes de ", "before "),
    ("antes del ", "before "),
    ("después de ", "after "),
    ("después del ", "after "),
    ("desde ", "from "),
    ("hasta ", "until "),
    ("a partir de ", "from "),
    ("a partir del ", "from "),
    // Portuguese
    ("depois de ", "after "),
    ("após ", "after "),
    ("até ", "until "),
    // Italian
    ("prima del ", "before "),
    ("dopo il ", "after "),
    ("fino al ", "until "),
    ("dal ", "from "),
    // Russian
    ("не позднее ", "no later than "),
    ("не ранее ", "not before "),
    ("до ", "no later than "),
    ("после ", "after "),
    ("с ", "from "),
    // Indonesian
    ("paling lambat ", "no later than "),
    ("sebelum ", "before "),
    ("setelah ", "after "),
    ("sesudah ", "after "),
    ("sejak ", "since "),
    ("hingga ", "until "),
    ("sampai ", "until "),
    ("mulai ", "from "),
    // Arabic
    ("قبل ", "before "),
    ("بعد ", "after "),
    ("منذ ", "since "),
    ("حتى ", "until "),
    // Hebrew
    ("לפני ", "before "),
    ("אחרי ", "after "),
    ("מאז ", "since "),
    ("עד ", "until "),
    // Persian
    ("قبل از ", "before "),
    ("پیش از ", "before "),
    ("بعد از ", "after "),
    ("پس از ", "after "),
];

/// Returns a text whose first word, of another language, says that only one end of a date is named,
/// with English words in its place, and without words that carry no information beside a year.
pub(super) fn bound_in_english(text: &str) -> Option<String> {
    let small = text.to_lowercase();
    let longest = BOUNDS
        .iter()
        .filter(|(word, _)| small.starts_with(word))
        .max_by_key(|(word, _)| word.len());
    let (word, english) = longest?;
    let words: Vec<&str> = small[word.len()..]
        .split_whitespace()
        .filter(|word| !FILLERS.contains(&word.trim_end_matches('.')))
        .collect();
    Some(format!("{english}{}", words.join(" ")))
}

/// Returns a text in which the names of months and weekdays are English; `None` if it has none of
/// another language, or other words. The text has digits of ASCII.
pub(super) fn in_english(text: &str) -> Option<String> {
    let small = text.to_lowercase();
    let small = joined(&small);
    let mut out: Vec<&str> = Vec::new();
    let mut found = false;
    for part in small.split([' ', '\u{a0}', ',', '،']) {
        let word = part.trim_end_matches('.');
        let is_word = word.chars().any(char::is_alphabetic);
        let translated = match is_word {
            false => None,
            true => month(word)
                .map(|n| guess::MONTHS[n])
                .or_else(|| weekday(word).map(|n| guess::DAYS[n])),
        };
        match translated {
            Some(english) => {
                found = true;
                out.push(english);
            }
            None if FILLERS.contains(&word) => {}
            // `1er`, `1º`
            None => out.push(
                word.strip_suffix("er")
                    .or_else(|| word.strip_suffix(['º', 'ª']))
                    .filter(|n| n.bytes().all(|b| b.is_ascii_digit()))
                    .unwrap_or(word),
            ),
        }
    }
    found.then(|| out.join(" "))
}

/// Joins the names of two words.
fn joined(text: &str) -> String {
    let mut text = text.to_owned();
    for name in MONTHS.iter().flatten().flat_map(|names| names.split(' ')) {
        if name.contains('_') {
            text = text.replace(&name.replace('_', " "), name);
        }
    }
    text
}

fn month(word: &str) -> Option<usize> {
    // `ב-11 באפריל`
    let bare = word.strip_prefix('ב').unwrap_or(word);
    let is = |names: &&str| names.split(' ').any(|name| name == word || name == bare);
    MONTHS.iter().find_map(|months| months.iter().position(&is))
}

fn weekday(word: &str) -> Option<usize> {
    let is = |names: &&str| names.split(' ').any(|name| name == word);
    WEEKDAYS.iter().find_map(|days| days.iter().position(&is))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_weekdays_are_translated() {
        for (text, english) in [
            ("12. März 2018", "12 march 2018"),
            ("Montag, 12. März 2018", "monday  12 march 2018"),
            ("1er août 2018", "1 august 2018"),
            ("13 de março de 2018", "13 march 2018"),
            ("13 мая 2018 г.", "13 may 2018"),
            ("11 באפריל 2018", "11 april 2018"),
            ("10 كانون الثاني 2018", "10 january 2018"),
        ] {
            assert_eq!(in_english(text).as_deref(), Some(english), "{text}");
        }
        for text in ["12 March 2018", "2018-03-12", "de 2018", "foo 2018"] {
            assert_eq!(in_english(text), None, "{text}");
        }
    }
}
