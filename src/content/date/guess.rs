//! Guesses single dates in forms that are not EDTF: `December 9, 2025`, `5/1/2026`, `20251209`.

/// A token of a text: a number, a lower-case word or another character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Number(&'a str),
    Word(&'a str),
    Sign(char),
}

impl<'a> Token<'a> {
    pub(super) fn number(self) -> Option<&'a str> {
        match self {
            Self::Number(digits) => Some(digits),
            Self::Word(_) | Self::Sign(_) => None,
        }
    }
}

pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const INDONESIAN_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// Words that carry no information in a date.
const FILLERS: [&str; 8] = ["st", "nd", "rd", "th", "of", "the", "in", "on"];

pub(super) const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Returns the dates that a lower-case text may mean, as EDTF: one, or two if it is unclear which
/// number is the month. They need not exist (`2025-02-30`).
pub(super) fn guess(text: &str) -> Option<Vec<String>> {
    let tokens = tokens(text);
    if let Some(dates) = from_numbers(&tokens).or_else(|| from_hundred(&tokens)) {
        return Some(dates);
    }
    let bare: Vec<Token> = tokens
        .into_iter()
        .filter(|token| !matches!(token, Token::Sign('-' | '.' | '/' | '\'')))
        .collect();
    if let [Token::Word("winter"), Token::Number(year)]
    | [Token::Number(year), Token::Word("winter")] = bare.as_slice()
        && let (true, Ok(number)) = (is_year(year), year.parse::<u32>())
    {
        // A winter has parts of two years.
        let before = number.checked_sub(1)?;
        return Some(vec![format!("{year}-24"), format!("{before:04}-24")]);
    }
    with_month(&bare)
        .or_else(|| with_part(&bare))
        .or_else(|| with_years(&bare))
        .map(|edtf| vec![edtf])
}

/// Splits a lower-case text into tokens, without spaces, commas, fillers and weekdays.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_same = |sign: char| match first {
            '0'..='9' => sign.is_ascii_digit(),
            _ => sign.is_alphabetic(),
        };
        let len = match first.is_ascii_digit() || first.is_alphabetic() {
            true => rest.find(|sign| !is_same(sign)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let (part, after) = rest.split_at(len);
        rest = after;
        match first {
            '0'..='9' => tokens.push(Token::Number(part)),
            _ if first.is_whitespace() || first == ',' => {}
            _ if !first.is_alphabetic() => tokens.push(Token::Sign(first)),
            _ if FILLERS.contains(&part) || is_weekday(part) => {}
            _ => tokens.push(Token::Word(part)),
        }
    }
    tokens
}

fn is_weekday(word: &str) -> bool {
    weekday(word).is_some()
}

/// Returns the number of days since Monday of the weekday that a word names or abbreviates.
pub(super) fn weekday(word: &str) -> Option<usize> {
    let is_named = |day: &&str| word.len() >= 3 && day.starts_with(word);
    DAYS.iter().position(is_named)
}

/// Returns whether a word is the name of a month or an abbreviation of it.
pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// Returns the number of the month that a word names or abbreviates, in English or Indonesian.
pub(super) fn month(word: &str) -> Option<usize> {
    let is_named = |name: &&str| word.len() >= 3 && name.starts_with(word);
    let at = MONTHS.iter().position(is_named);
    at.or_else(|| INDONESIAN_MONTHS.iter().position(is_named))
        .map(|at| at + 1)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4
}

fn day_in(year: &str, month: &str, day: &str) -> Option<String> {
    (is_year(year) && month.len() <= 2 && day.len() <= 2)
        .then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// Matches dates that consist of digits and punctuation.
fn from_numbers(tokens: &[Token]) -> Option<Vec<String>> {
    use Token::{Number, Sign};
    let one = |edtf: Option<String>| edtf.map(|edtf| vec![edtf]);
    match *tokens {
        [Number(year), Sign(_), Number(month), Sign(_), Number(day)] if is_year(year) => {
            one(day_in(year, month, day))
        }
        [
            Number(first),
            Sign(sign),
            Number(second),
            Sign(_),
            Number(year),
        ] if is_year(year) => day_or_month_first(first, second, year, sign),
        [Number(year), Sign('-' | '/' | '.'), Number(month)]
        | [Number(month), Sign('-' | '/' | '.'), Number(year)]
            if is_year(year) && month.len() <= 2 =>
        {
            Some(vec![format!("{year}-{month:0>2}")])
        }
        [Number(digits)] => match digits.len() {
            8 => one(day_in(&digits[..4], &digits[4..6], &digits[6..])),
            6 => Some(vec![format!("{}-{}", &digits[..4], &digits[4..])]),
            3 => Some(vec![format!("0{digits}")]),
            _ => None,
        },
        _ => None,
    }
}

/// In `05.01.2026` the day is first; in `5/1/2026` it may be either.
fn day_or_month_first(first: &str, second: &str, year: &str, sign: char) -> Option<Vec<String>> {
    let is_high = |digits: &str| digits.parse().is_ok_and(|number: u32| number > 12);
    let day_first = day_in(year, second, first)?;
    let month_first = day_in(year, first, second)?;
    Some(if sign == '.' || is_high(first) || first == second {
        vec![day_first]
    } else if is_high(second) {
        vec![month_first]
    } else {
        vec![day_first, month_first]
    })
}

/// Matches `December 2025`, `9 December 2025`, `December 9, 2025`, `2025 Dec 9`.
fn with_month(tokens: &[Token]) -> Option<String> {
    use Token::{Number, Word};
    match *tokens {
        [Word(name), Number(year)] | [Number(year), Word(name)] if is_year(year) => {
            Some(format!("{year}-{:02}", month(name)?))
        }
        [Number(year), Word(name), Number(day)] if is_year(year) => {
            day_in(year, &month(name)?.to_string(), day)
        }
        [Word(name), Number(day), Number(year)] | [Number(day), Word(name), Number(year)] => {
            day_in(year, &month(name)?.to_string(), day)
        }
        _ => None,
    }
}

/// Matches `Q1/2026`, `2026Q1`, `first half of 2026`, `summer 2026`.
fn with_part(tokens: &[Token]) -> Option<String> {
    use Token::{Number, Word};
    let (unit, number, year) = match *tokens {
        [Word(season), Number(year)] | [Number(year), Word(season)] if is_year(year) => {
            let code = match season {
                "spring" => 21,
                "summer" => 22,
                "autumn" | "fall" => 23,
                _ => return None,
            };
            return Some(format!("{year}-{code}"));
        }
        [Word(ordinal), Word(unit), Number(year)] => (unit, ordinal_of(ordinal)?, year),
        [Word(unit), Number(number), Number(year)] | [Number(year), Word(unit), Number(number)]
            if is_year(year) =>
        {
            (unit, number, year)
        }
        [Number(number), Word(unit), Number(year)] => (unit, number, year),
        _ => return None,
    };
    let letter = match unit {
        "q" | "quarter" => 'Q',
        "h" | "half" => 'H',
        _ => return None,
    };
    is_year(year).then(|| format!("{year}-{letter}{number}"))
}

fn ordinal_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "first" => "1",
        "second" => "2",
        "third" => "3",
        "fourth" | "last" => "4",
        _ => return None,
    })
}

/// The 1900s are ten years or a hundred.
fn from_hundred(tokens: &[Token]) -> Option<Vec<String>> {
    match *tokens {
        [Token::Number(year), Token::Word("s")] if is_year(year) => {
            let century = year.strip_suffix("00")?;
            Some(vec![format!("{century}0X"), format!("{century}XX")])
        }
        _ => None,
    }
}

/// Matches `the 1990s`, `19th century`, `44 BC`, `AD 79`.
fn with_years(tokens: &[Token]) -> Option<String> {
    use Token::{Number, Word};
    match *tokens {
        [Number(year), Word("s")] if is_year(year) => Some(format!("{}X", year.strip_suffix('0')?)),
        [Number(number), Word("century")] => {
            let century = number.parse::<u32>().ok()?.checked_sub(1)?;
            (century < 100).then(|| format!("{century:02}XX"))
        }
        [Number(year), Word("bc" | "bce")] => {
            let year = year.parse::<u32>().ok()?.checked_sub(1)?;
            match year {
                0 => Some("0000".to_owned()),
                1..=9999 => Some(format!("-{year:04}")),
                _ => None,
            }
        }
        [Number(year), Word("ad" | "ce")] | [Word("ad"), Number(year)] if year.len() <= 4 => {
            Some(format!("{year:0>4}"))
        }
        _ => None,
    }
}
