//! Guesses single dates in forms that are not EDTF: `December 9, 2025`, `5/1/2026`, `20251209`,
//! `15 March 44 BC`.

use super::era::{Era, era_in, undotted};
use super::read::is_date;

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

    fn sign(self) -> Option<char> {
        match self {
            Self::Sign(sign) => Some(sign),
            Self::Word(_) | Self::Number(_) => None,
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
/// number is the month, or whether there is one. They need not exist (`2025-02-30`).
pub(super) fn guess(text: &str) -> Option<Vec<String>> {
    let text = undotted(text);
    if is_since(&text) {
        return None;
    }
    let mut tokens = tokens(&text);
    let Some((era, at, counted)) = era_in(&tokens) else {
        return guess_tokens(&tokens);
    };
    tokens.remove(at);
    let Some(counted) = counted else {
        // `3rd century AD`; one BC has no single form.
        return guess_tokens(&tokens).filter(|_| era == Era::Ad);
    };
    let counted = match *tokens.as_slice() {
        // `44-03-15 BC`: as in ISO 8601, the year is first, unless that can be a day.
        [
            Token::Number(first),
            Token::Sign('-'),
            Token::Number(_),
            Token::Sign('-'),
            _,
        ] if first.parse().is_ok_and(|first: u32| first > 31) => 0,
        _ => counted - usize::from(counted > at),
    };
    let year = tokens[counted].number().filter(|year| year.len() <= 4)?;
    let year = format!("{year:0>4}");
    if era == Era::Bc
        && let [Token::Word("winter"), Token::Number(_)] | [Token::Number(_), Token::Word("winter")] =
            *tokens.as_slice()
    {
        // The year before is that before the era's: a winter that ends in 44 BC begins in 45 BC.
        let before = format!("{:04}", year.parse::<u32>().ok()? + 1);
        let begins = |year: &str| era.convert(&format!("{year}-24"));
        return Some(vec![
            begins(&year)?,
            begins(&before).filter(|_| before.len() == 4)?,
        ]);
    }
    tokens[counted] = Token::Number(&year);
    let dates = match *tokens.as_slice() {
        [Token::Number(_)] => vec![year.clone()],
        // Two years, not a month and a year.
        [Token::Number(_), Token::Sign(_), Token::Number(_)] => return None,
        _ => guess_tokens(&tokens)?,
    };
    dates.iter().map(|date| era.convert(date)).collect()
}

/// Whether a lower-case text is that of `March 2025 on`, which is no date but a bound; before a date, the
/// word carries no information.
pub(super) fn is_since(text: &str) -> bool {
    text.trim_end().ends_with(" on")
}

/// Returns what a text means if its last number is the short form of a year: `24 August 79`, `50`;
/// none if it has no such number.
pub(super) fn with_short_year(text: &str) -> Vec<String> {
    let mut tokens = tokens(text);
    let is_after_century = tokens.contains(&Token::Sign('\''));
    tokens.retain(|token| !matches!(token, Token::Sign('-' | '.' | '\'')));
    use Token::{Number, Word};
    let year = match *tokens.as_slice() {
        [Number(year)]
        | [Word(_), Number(_), Number(year)]
        | [Number(_), Word(_), Number(year)] => year,
        // Up to 31, it may be a day.
        [Word(_), Number(year)] if year.parse().is_ok_and(|year: u32| year > 31) => year,
        _ => return Vec::new(),
    };
    if year.len() > 2 {
        return Vec::new();
    }
    let last = tokens.len() - 1;
    let centuries = ["00", "19", "20"];
    let possible = &centuries[usize::from(is_after_century)..];
    let dates = possible.iter().filter_map(|century| {
        let year = format!("{century}{year:0>2}");
        let mut tokens = tokens.clone();
        tokens[last] = Number(&year);
        let date = match *tokens.as_slice() {
            [_] => Some(year.clone()),
            _ => with_month(&tokens),
        };
        date.filter(|date| is_date(date))
    });
    dates.collect()
}

fn guess_tokens(tokens: &[Token]) -> Option<Vec<String>> {
    if let Some(dates) = from_numbers(tokens).or_else(|| from_hundred(tokens)) {
        return Some(dates);
    }
    let is_sign = |token: &&Token| matches!(token, Token::Sign('-' | '–' | '.' | '/' | '\''));
    let bare: Vec<Token> = tokens
        .iter()
        .filter(|token| !is_sign(token))
        .copied()
        .collect();
    if let Some(winters) = winter(&bare) {
        return Some(winters);
    }
    with_month(&bare)
        .or_else(|| with_part(&bare))
        .or_else(|| with_years(&bare))
        .map(|edtf| vec![edtf])
}

/// A winter has parts of two years: `winter 1899` may begin or end in 1899, `winter 1899/1900` is
/// that of both.
fn winter(tokens: &[Token]) -> Option<Vec<String>> {
    use Token::{Number, Word};
    match *tokens {
        [Word("winter"), Number(year)] | [Number(year), Word("winter")] if is_year(year) => {
            let before = year.parse::<u32>().ok()?.checked_sub(1)?;
            Some(vec![format!("{year}-24"), format!("{before:04}-24")])
        }
        [Word("winter"), Number(year), Number(next)]
        | [Number(year), Number(next), Word("winter")]
            if is_year(year) =>
        {
            let after = year.parse::<u32>().ok()? + 1;
            let is_next = matches!(next.len(), 1 | 2 | 4) && format!("{after:04}").ends_with(next);
            is_next.then(|| vec![format!("{year}-24")])
        }
        _ => None,
    }
}

/// Returns the year after another one that is written by its last one or two digits: 1918 of
/// `1914–18`, 1205 of `1204/5`, 1900 of `1899/00`; `None` if it can't be one. After a slash, a single
/// digit, or what may be a month, is only that of the next year.
pub(super) fn later_year(year: &str, short: &str, sign: char) -> Option<String> {
    let first: u32 = year.parse().ok()?;
    let digits = u32::try_from(short.len())
        .ok()
        .filter(|len| (1..=2).contains(len))?;
    let unit = 10_u32.pow(digits);
    let number: u32 = short.parse().ok()?;
    let is_next = (first + 1) % unit == number;
    let last = match first - first % unit + number {
        _ if is_next => first + 1,
        last if last > first && !(sign == '/' && (digits == 1 || number <= 12)) => last,
        _ => return None,
    };
    (last <= 9999).then(|| format!("{last:04}"))
}

/// Whether a word of a lower-case text means a century.
pub(super) fn is_century(word: &str) -> bool {
    matches!(word, "century" | "centuries" | "cent" | "c")
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

/// A year of three digits has no other reading.
fn whole_year(digits: &str) -> Option<String> {
    matches!(digits.len(), 3 | 4).then(|| format!("{digits:0>4}"))
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
            let ordered = tokens[0] == Number(year);
            month_or_years(year, month, tokens[1].sign().filter(|_| ordered))
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

/// A month after a year, or, as in `1911/12`, the last digits of another year. `sign` is the one between
/// them, if the year is first.
fn month_or_years(year: &str, month: &str, sign: Option<char>) -> Option<Vec<String>> {
    let edtf = format!("{year}-{month:0>2}");
    let number: u32 = month.parse().ok()?;
    // Seasons have such numbers, but are written with a hyphen.
    if number > 12 && sign != Some('-') && is_date(&edtf) {
        return None;
    }
    let later = sign
        .filter(|sign| *sign != '.' && (1..=12).contains(&number))
        .and_then(|sign| later_year(year, month, sign));
    Some(match later {
        Some(later) => vec![edtf, format!("{year}/{later}")],
        None => vec![edtf],
    })
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
        [Word(name), Number(year)] | [Number(year), Word(name)] if year.len() > 2 => {
            Some(format!("{}-{:02}", whole_year(year)?, month(name)?))
        }
        [Number(year), Word(name), Number(day)] if year.len() > 2 => {
            day_in(&whole_year(year)?, &month(name)?.to_string(), day)
        }
        [Word(name), Number(day), Number(year)] | [Number(day), Word(name), Number(year)] => {
            day_in(&whole_year(year)?, &month(name)?.to_string(), day)
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
        [Token::Number(year), Token::Word("s")] => {
            let year = whole_year(year)?;
            let century = year.strip_suffix("00")?;
            Some(vec![format!("{century}0X"), format!("{century}XX")])
        }
        _ => None,
    }
}

/// Matches `the 1990s`, `the 250s`, `19th century`.
fn with_years(tokens: &[Token]) -> Option<String> {
    use Token::{Number, Word};
    match *tokens {
        [Number(year), Word("s")] => Some(format!("{}X", whole_year(year)?.strip_suffix('0')?)),
        [Number(number), Word(word)] if is_century(word) => {
            let century = number.parse::<u32>().ok()?.checked_sub(1)?;
            (century < 100).then(|| format!("{century:02}XX"))
        }
        _ => None,
    }
}
