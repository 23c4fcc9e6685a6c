//! Years of other calendars: which calendar a year looks like, and the Gregorian year in which it
//! began. An [`EventDate`](super::EventDate) is Gregorian; [`conversion`](super::conversion) makes
//! one of a date in another calendar.

use chrono::{Datelike, NaiveDate};

/// A calendar whose present years are unlike those of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Calendar {
    /// The solar calendar of Iran and Afghanistan; 1403 began in March 2024.
    Persian,
    /// The lunar calendar of Islam; 1446 began in July 2024.
    Islamic,
    /// The Gregorian calendar with the years of the Buddhist era; 2567 is 2024.
    Buddhist,
    /// 5785 began in October 2024.
    Hebrew,
    /// The Gregorian calendar with years of eras: 令和6年 is 2024.
    Japanese,
}

impl Calendar {
    pub const ALL: [Self; 5] = [
        Self::Persian,
        Self::Islamic,
        Self::Hebrew,
        Self::Buddhist,
        Self::Japanese,
    ];

    /// Its name in `site.yaml`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Persian => "persian",
            Self::Islamic => "islamic",
            Self::Buddhist => "buddhist",
            Self::Hebrew => "hebrew",
            Self::Japanese => "japanese",
        }
    }

    /// Whether its months and years are those of the Gregorian calendar, under other numbers.
    pub fn is_gregorian(self) -> bool {
        matches!(self, Self::Buddhist | Self::Japanese)
    }

    /// Its name in a sentence: "the … calendar".
    pub fn name(self) -> &'static str {
        match self {
            Self::Persian => "Persian",
            Self::Islamic => "Islamic",
            Self::Buddhist => "Buddhist",
            Self::Hebrew => "Hebrew",
            Self::Japanese => "Japanese",
        }
    }

    /// Returns the calendars of which a year may be one of the last hundred years or so.
    pub fn of_year(year: i32) -> impl Iterator<Item = Self> {
        let fits = move |calendar: &Self| match calendar {
            Self::Persian | Self::Islamic => (1300..=1500).contains(&year),
            Self::Buddhist => (2440..=2600).contains(&year),
            Self::Hebrew => (5700..=5800).contains(&year),
            // Its years are written with their eras.
            Self::Japanese => false,
        };
        Self::ALL.into_iter().filter(fits)
    }

    /// Returns the Gregorian year in which a year of this calendar began. For the Islamic calendar
    /// this follows its tabular form, which may differ from the observed one by a day or two.
    pub fn began(self, year: i32) -> i32 {
        match self {
            Self::Persian => year + 621,
            Self::Buddhist => year - 543,
            Self::Hebrew => year - 3761,
            Self::Japanese => year,
            Self::Islamic => {
                // The first day of year 1 was 19 July 622, by the Gregorian calendar.
                let days = (year - 1) * 354 + (3 + 11 * year).div_euclid(30);
                let first = NaiveDate::from_ymd_opt(622, 7, 19).unwrap_or_default();
                let begun = first.num_days_from_ce().saturating_add(days);
                NaiveDate::from_num_days_from_ce_opt(begun).map_or(year, |day| day.year())
            }
        }
    }

    /// Whether writers of a language often use it: decided by the primary subtag.
    pub fn is_of(self, language: &str) -> bool {
        let language = language.split(['-', '_']).next().unwrap_or_default();
        let languages: &[&str] = match self {
            Self::Persian => &["fa", "prs", "ps", "ckb", "ku", "tg", "lrc", "mzn", "glk"],
            Self::Islamic => &["ar", "ur", "ug", "sd", "dv", "ckb", "ku", "ms", "ps"],
            Self::Buddhist => &["th", "lo", "km", "my", "si"],
            Self::Hebrew => &["he", "iw", "yi"],
            Self::Japanese => &["ja"],
        };
        languages.iter().any(|l| l.eq_ignore_ascii_case(language))
    }
}

/// Converts a year of a Japanese era or of the Republic of China, as in `令和6年`; returns the year
/// and the text after it.
pub(super) fn year_of_era(text: &str) -> Option<(i32, &str)> {
    // Each with the year before its first one.
    const ERAS: [(&str, i32); 7] = [
        ("令和", 2018),
        ("平成", 1988),
        ("昭和", 1925),
        ("大正", 1911),
        ("明治", 1867),
        ("民國", 1911),
        ("民国", 1911),
    ];
    let (rest, before) = ERAS
        .iter()
        .find_map(|(era, before)| Some((text.strip_prefix(era)?.trim_start(), before)))?;
    // The first year has a name.
    if let Some(rest) = rest.strip_prefix('元') {
        return Some((before + 1, rest));
    }
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (number, rest) = rest.split_at(end);
    let number: i32 = number.parse().ok()?;
    (1..=150).contains(&number).then(|| (before + number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_another_calendar_began_in_this_year() {
        for (calendar, year, began) in [
            (Calendar::Persian, 1403, 2024),
            (Calendar::Persian, 1395, 2016),
            (Calendar::Islamic, 1446, 2024),
            (Calendar::Islamic, 1445, 2023),
            (Calendar::Islamic, 1430, 2008),
            (Calendar::Islamic, 1403, 1982),
            (Calendar::Islamic, 1362, 1943),
            (Calendar::Buddhist, 2567, 2024),
            (Calendar::Hebrew, 5785, 2024),
        ] {
            assert_eq!(calendar.began(year), began, "{calendar:?} {year}");
            assert!(Calendar::of_year(year).any(|c| c == calendar));
        }
        for year in [-43, 1, 1299, 1501, 1789, 2026, 2439, 2601, 9999] {
            assert_eq!(Calendar::of_year(year).next(), None, "{year}");
        }
    }

    #[test]
    fn an_era_has_its_years() {
        assert_eq!(year_of_era("令和6年8月"), Some((2024, "年8月")));
        assert_eq!(year_of_era("平成元年"), Some((1989, "年")));
        assert_eq!(year_of_era("令和2147483647年"), None);
        assert_eq!(year_of_era("令和0年"), None);
        assert_eq!(year_of_era("民國113年"), Some((2024, "年")));
        assert_eq!(year_of_era("2024年"), None);
    }
}
