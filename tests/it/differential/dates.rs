//! Dates against the published examples of EDTF.

use dateline::content::date::EventDate;

use super::{Differences, assert_differences};

/// Where Dateline differs, and why.
const DIFFERENCES: Differences<'_> = &[
    (
        "an end that is not known is not taken for ten years",
        &["/2006", "2004-06-01/", "1984-06-02?/"],
    ),
    ("a winter ends in February", &["2010-24"]),
    (
        "a year has four digits",
        &[
            "Y170000002",
            "Y-170000002",
            "Y17E7",
            "Y-17E7",
            "Y17101E4S3",
            "Y3388E2S3",
            "Y171010000S3",
        ],
    ),
    (
        "level 2: digits that are estimated",
        &["1950S2", "1953S2", "1953S3"],
    ),
    (
        "level 2: a mark on a part of a date",
        &[
            "2004?-06-11",
            "2004-06~-11",
            "2004-06-~11",
            "2004-%06",
            "2004-?06-?11",
            "2004?-06-~11",
            "?2004-%06",
            "2004?-%06",
            "2004?-~06-~04",
            "2011-~06-~04",
            "2004-06-~01/2004-06-~20",
        ],
    ),
    (
        "level 2: digits that are not known, other than the last two of a year, a month or a day",
        &[
            "1XXX",
            "1XXX~",
            "-01XX",
            "-01XX~",
            "156X-12-25",
            "15XX-12-25",
            "1560-XX-25",
            "15XX-12-XX",
            "XXXX-XX-23",
            "2004-06-XX/2004-07-03",
        ],
    ),
    (
        "level 2: all of several dates, which would be several entries",
        &[
            "{1667,1668, 1670..1672}",
            "{1960, 1961-12}",
            "{1912-03..1912-05}",
        ],
    ),
    ("level 2: seasons of one hemisphere", &["2001-29"]),
];

#[test]
fn every_example_of_edtf_means_the_days_that_it_says() {
    let examples = include_str!("edtf.txt");
    let examples: Vec<Vec<&str>> = examples
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(examples.len() > 100);
    let mut found = Vec::new();
    for example in examples {
        let ours = match EventDate::parse(example[0], chrono_tz::UTC) {
            Ok(date) => {
                let day = |day: Option<chrono::NaiveDate>, none: &str| {
                    day.map_or_else(|| none.to_owned(), |day| day.format("%Y-%m-%d").to_string())
                };
                vec![day(date.earliest(), "-inf"), day(date.latest(), "inf")]
            }
            Err(_) => vec!["bad".to_owned()],
        };
        if ours != example[1..] {
            found.push((
                example[0].to_owned(),
                format!("{ours:?}, not {:?}", &example[1..]),
            ));
        }
    }
    assert_differences(&found, DIFFERENCES);
}
