//! Dates in languages that need more than English: cases, articles by kind, years that come first.
//! Codes for private use stand for them, so that no embedded messages are mixed in.

use chrono_tz::Asia::Jakarta;

use super::*;
use crate::messages::Catalogs;
use crate::messages::borrowed::unmarked;
use crate::source::SourceId;

/// The messages of a language that only these tests have.
fn language(name: &str, text: &str) -> std::sync::Arc<Messages> {
    let file = (SourceId(0), format!("words/{name}.ftl"), text.to_owned());
    let mut sink = crate::diagnostic::Sink::default();
    let catalogs = Catalogs::read(&[file], &mut sink);
    let errors = sink.iter().filter(|d| d.code != "missing-words");
    assert_eq!(
        errors.map(|d| d.message.clone()).collect::<Vec<_>>(),
        [""; 0]
    );
    std::sync::Arc::clone(catalogs.of(name).expect("read"))
}

fn date(text: &str) -> EventDate {
    EventDate::parse(text, Jakarta).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

fn says(messages: &Messages, rows: &[(&str, &str, &str)]) {
    for (text, long, short) in rows {
        let (in_full, abbreviated) = (messages.long(&date(text)), messages.short(&date(text)));
        assert_eq!(unmarked(&in_full), *long, "{text}");
        assert_eq!(unmarked(&abbreviated), *short, "{text}");
    }
}

#[test]
fn a_message_names_the_case_of_the_date_in_it() {
    // Russian, as far as it is needed here.
    let russian = language(
        "qaa",
        "month-3 = март\nmonth-in-date-3 = марта\nmonth-5 = май\nmonth-in-date-5 = мая\n\
         month-short-3 = март\nmonth-short-in-date-3 = мар.\nmonth-short-5 = май\nmonth-short-in-date-5 = мая\n\
         part-spring = { $case ->\n    [genitive] весны\n   *[nominative] весна\n }\n\
         date-year = { $year } { $case ->\n    [genitive] года\n   *[nominative] год\n }\n\
         date-year-bc = { $year } г. до н. э.\n\
         year-in-date = { $year } года\nyear-in-date-bc = { $year } года до н. э.\n\
         date-month = { $case ->\n    [genitive] { $month }\n   *[nominative] { $month-name }\n } { $year }\n\
         date-month-of-year = { $case ->\n    [genitive] { $month }\n   *[nominative] { $month-name }\n }\n\
         date-day = { $day } { $month } { $year }\ndate-weekday = { $date }\n\
         date-season = { $part } { $year }\n\
         date-since = с { $date } по настоящее время\n    .case = genitive\n\
         date-about = около { $date }\n    .case = genitive\n\
         date-perhaps = возможно, { $date }\n\
         date-to = с { $from } по { $to }\n    .case-from = genitive\n\
         date-to-years = { $from }–{ $to } годы\n\
         date-one-of-years = { $dates } год\ndate-or-two = { $dates } или { $date }\n\
         date-decade = { $decade }-е годы\ndate-century = { $roman } век\n\
         short-since = с { $date }\n    .case = genitive\n\
         short-month = { $case ->\n    [genitive] { $month }\n   *[nominative] { $month-name }\n }\n",
    );
    says(
        &russian,
        &[
            ("2025", "2025 год", "2025"),
            ("2025-03", "март 2025 года", "март 2025"),
            ("2025-05-09", "9 мая 2025 года", "9 мая 2025"),
            (
                "-0043-03-15",
                "15 марта 44 года до н. э.",
                "15 мар. 44 г. до н. э.",
            ),
            ("2024~", "около 2024 года", "c. 2024"),
            ("2025-03?", "возможно, март 2025 года", "март 2025?"),
            (
                "2025-03/..",
                "с марта 2025 года по настоящее время",
                "с мар. 2025",
            ),
            (
                "2025-05/..",
                "с мая 2025 года по настоящее время",
                "с мая 2025",
            ),
            (
                "2025-21/..",
                "с весны 2025 года по настоящее время",
                "с spring 2025",
            ),
            // The inner message has the case of the outer one.
            (
                "2025-03?/..",
                "с возможно, марта 2025 года по настоящее время",
                "с мар. 2025?",
            ),
            (
                "2025-03/2025-05",
                "с марта по май 2025 года",
                "март–май 2025",
            ),
            ("2024/2026", "2024–2026 годы", "2024–2026"),
            ("[2024,2025]", "2024 или 2025 год", "2024 или 2025"),
            ("20XX", "XXI век", "21st century"),
            ("199X", "1990-е годы", "1990s"),
        ],
    );
}

#[test]
fn a_message_chooses_its_words_by_the_kind_of_the_date() {
    // French, as far as it is needed here.
    let french = language(
        "qab",
        "month-in-date-3 = mars\nmonth-3 = mars\nmonth-in-date-4 = avril\nmonth-4 = avril\nmonth-5 = mai\n\
         month-in-date-5 = mai\nmonth-in-date-12 = décembre\npart-summer = été\npart-spring = printemps\n\
         part-q1 = premier trimestre\ndate-inner = { $date }\n\
         date-day = { $day ->\n    [1] 1er\n   *[other] { $day }\n } { $month } { $year }\n\
         date-weekday = { $date }\n\
         date-quarter = { $part } { $year }\n\
         date-days = du { $day ->\n    [1] 1er\n   *[other] { $day }\n } au { $date }\n\
         date-decade = années { $decade }\n\
         date-since = depuis { $kind ->\n    [day] le { $date }\n    [quarter] le { $date }\n    [decade] les { $date }\n    [season] { INITIAL($date) ->\n        [p] le { $date }\n       *[e] l’{ $date }\n    }\n   *[other] { $date }\n }\n\
         date-to = { $from-kind ->\n    [day] du { $from }\n    [month] { INITIAL($from) ->\n        [a] d’{ $from }\n        [o] d’{ $from }\n       *[m] de { $from }\n    }\n   *[other] de { $from }\n } { $to-kind ->\n    [day] au { $to }\n   *[other] à { $to }\n }\n\
         date-some-day = un jour entre le { $from } et le { $to }\n\
         day-number = { $day ->\n    [1] 1er\n   *[other] { $day }\n }\n\
         date-decade-short = années { $tens }\n",
    );
    says(
        &french,
        &[
            (
                "2025-03-01/..",
                "depuis le 1er mars 2025",
                "since 1 Mar 2025",
            ),
            ("2025-03/..", "depuis mars 2025", "since Mar 2025"),
            ("2025/..", "depuis 2025", "since 2025"),
            (
                "2026-Q1/..",
                "depuis le premier trimestre 2026",
                "since Q1 2026",
            ),
            ("2025-22/..", "depuis l’été 2025", "since summer 2025"),
            (
                "2025-21/..",
                "depuis le printemps 2025",
                "since spring 2025",
            ),
            ("199X", "années 1990", "années 90"),
            ("2025-04/2025-05", "d’avril à mai 2025", "Apr–May 2025"),
            ("2025-03/2025-05", "de mars à mai 2025", "Mar–May 2025"),
            (
                "2025-12-01/2025-12-03",
                "du 1er au 3 décembre 2025",
                "1–3 Dec 2025",
            ),
            (
                "[2025-12-01..2025-12-03]",
                "un jour entre le 1er et le 3 décembre 2025",
                "1–3 Dec 2025",
            ),
        ],
    );
    assert_eq!(
        unmarked(&french.date_column(&date("2025-12-01~"), Within::Month)),
        "c. 1er"
    );
}

#[test]
fn a_year_may_come_first() {
    // Japanese, as far as it is needed here.
    let japanese = language(
        "qac",
        "month-3 = 3月\nmonth-in-date-3 = 3月\nmonth-5 = 5月\nmonth-in-date-5 = 5月\nmonth-12 = 12月\nmonth-in-date-12 = 12月\n\
         month-short-3 = 3月\nmonth-short-5 = 5月\nmonth-short-in-date-12 = 12月\n\
         year-heading = { $year }年\ndate-year = { $year }年\nshort-year = { $year }年\nyear-in-date = { $year }年\n\
         date-month = { $year }{ $month }\ndate-day = { $year }{ $month }{ $day }日\ndate-weekday = { $date }\n\
         date-days = { $from-full }～{ $to-day }日\ndate-to = { $from-full }から{ $to-part }まで\n\
         date-to-years = { $from }年から{ $to }年まで\n\
         short-date = { $year }{ $part }\nshort-day = { $month }{ $day }日\n\
         short-days = { $from-full }～{ $to-day }日\nshort-range = { $from-full }～{ $to-part }\n\
         short-years = { $from }～{ $to }年\n",
    );
    says(
        &japanese,
        &[
            ("2025-12-09", "2025年12月9日", "2025年12月9日"),
            ("2025", "2025年", "2025年"),
            ("2026-03/2026-05", "2026年3月から5月まで", "2026年3月～5月"),
            (
                "2025-12/2026-03",
                "2025年12月から2026年3月まで",
                "2025年Dec～2026年3月",
            ),
            (
                "2025-12-09/2025-12-11",
                "2025年12月9日～11日",
                "2025年12月9日～11日",
            ),
            ("2024/2026", "2024年から2026年まで", "2024～2026年"),
        ],
    );
    assert_eq!(japanese.year(2025), "2025年");
    assert_eq!(japanese.bar_year(2025), "2025");
}

#[test]
fn lengths_and_clocks_have_their_numbers() {
    let words = language(
        "xx",
        "late-more-than = { $count ->\n    [1] plus d’{ $length }\n   *[other] plus de { $length } ({ $unit })\n }\n\
         clock = { $hour-24 } h { $minutes ->\n    [0] {\"\"}\n   *[other] { $minute }\n } { $zone }\n\
         zone = { $zone ->\n    [WIB] heure de Jakarta\n   *[other] { $zone }\n }\n",
    );
    let late = |from, to| {
        let shift = crate::content::date::shift(&date(from), &date(to)).expect("later");
        words.punctuality(shift)
    };
    assert_eq!(
        unmarked(&late("2026-06-15", "2028-12-15")),
        "plus de two years (years)"
    );
    let nine = words.long(&date("2025-12-09T09:05"));
    assert!(nine.ends_with("9 h 05 heure de Jakarta"), "{nine}");
    let four = words.long(&date("2025-12-09T16:00Z"));
    assert!(four.ends_with("16 h  UTC"), "{four}");
}

#[test]
fn what_begins_a_heading_has_a_capital_where_there_are_capitals() {
    for (name, words, heading) in [
        ("es", "marzo de 2025", "Marzo de 2025"),
        ("fr", "été", "Été"),
        ("tr", "ilkbahar", "İlkbahar"),
        ("ka", "მარტი", "მარტი"),
        ("he", "מרץ 2025", "מרץ 2025"),
        ("en", "", ""),
    ] {
        assert_eq!(language(name, "").heading(words), heading, "{name}");
    }
}

#[test]
fn a_phrase_has_its_html_where_the_language_puts_it() {
    let hebrew = language(
        "yi",
        "according-to = לפי { $source } & עוד\n\
         and-two = { $names } ו{ INITIAL($name) ->\n    [hebrew] {\"\"}\n   *[other] ־\n }{ $name }\n\
         byline = { $count ->\n    [one] מאת { $authors }\n   *[other] מאת: { $authors }\n }\n",
    );
    let said = |id, args: &[(&str, Arg<'_>)]| hebrew.html(id, args).expect("there");
    assert_eq!(
        said(
            "according-to",
            &[("source", Arg::Html("<a href=\"x\">Y!</a>"))]
        ),
        "לפי <a href=\"x\">Y!</a> &amp; עוד"
    );
    assert_eq!(
        said("according-to", &[("source", Arg::Text("A <b> & C"))]),
        "לפי <bdi>A &lt;b&gt; &amp; C</bdi> &amp; עוד"
    );
    let list = |last: &str| hebrew.list(&["<i>דנה</i>".to_owned(), last.to_owned()]);
    assert_eq!(list("<a>יוסי</a>"), "<i>דנה</i> ו<a>יוסי</a>");
    assert_eq!(list("<a>John</a>"), "<i>דנה</i> ו־<a>John</a>");
    // A message with plural forms takes HTML as well.
    let authors = |count| {
        said(
            "byline",
            &[
                ("count", Arg::Number(count)),
                ("authors", Arg::Html("<b>&amp;</b>")),
            ],
        )
    };
    assert_eq!(
        (authors(1), authors(2)),
        (
            "מאת <b>&amp;</b>".to_owned(),
            "מאת: <b>&amp;</b>".to_owned()
        )
    );
    let english = Catalogs::embedded();
    let english = english.of("en").expect("embedded");
    let source = |name| english.html("source", &[("source", Arg::Text(name))]);
    assert_eq!(source("Reuters"), Some("Source: Reuters".to_owned()));
    assert_eq!(source("הארץ"), Some("Source: <bdi>הארץ</bdi>".to_owned()));
    assert_eq!(
        english.list(&["A".into(), "B".into(), "C".into()]),
        "A, B and C"
    );
}
