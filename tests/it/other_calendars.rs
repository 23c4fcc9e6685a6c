//! Dates that are written, and shown, in another calendar than the Gregorian one.

use crate::html;
use crate::site_test::SiteTest;

fn site(calendar: &str, language: &str, date: &str) -> SiteTest {
    SiteTest::new()
        .site(&format!(
            "title: T\nurl: https://example.org/\nlanguage: {language}\ncalendar: {calendar}\n"
        ))
        .article(
            "a.md",
            &format!("---\ntitle: The library opens\ndate: {date}\n---\nText.\n"),
        )
}

#[test]
fn a_date_of_another_calendar_stands_beside_the_gregorian_one() {
    for (calendar, language, date, datetime, shown) in [
        (
            "persian",
            "en",
            "1403-09-03",
            "2024-11-23",
            "Azar 3, 1403 AP (Saturday 23 November 2024)",
        ),
        (
            "persian",
            "en",
            "1403/9/3",
            "2024-11-23",
            "Azar 3, 1403 AP (Saturday 23 November 2024)",
        ),
        (
            "persian",
            "de",
            "2024-11-23",
            "2024-11-23",
            "3. Āsar 1403 AP (Samstag, 23. November 2024)",
        ),
        (
            "islamic",
            "ar",
            "1446-05-21",
            "2024-11-23",
            "21 جمادى الأولى 1446 هـ",
        ),
        (
            "hebrew",
            "he",
            "5785-02-22",
            "2024-11-23",
            "כ״ב בחשוון ה׳תשפ״ה",
        ),
        (
            "buddhist",
            "en",
            "2567-11-23",
            "2024-11-23",
            "November 23, 2567 BE (Saturday 23 November 2024)",
        ),
        (
            "japanese",
            "ja",
            "令和6年11月23日",
            "2024-11-23",
            "令和6年11月23日（2024年11月23日",
        ),
    ] {
        let built = site(calendar, language, date).built();
        let page = built.text("a/index.html");
        assert!(
            page.contains(&format!("datetime=\"{datetime}\"")),
            "{calendar} {date}"
        );
        let text = html::text(page);
        assert!(text.contains(shown), "{calendar} {language} {date}: {text}");
        // A card has it too.
        let words = shown.split([' ', '（', '(']).next().expect("a word");
        assert!(
            html::text(built.text("index.html")).contains(words),
            "{calendar} {language}"
        );
    }
}

#[test]
fn a_month_of_another_calendar_is_one_of_its_days() {
    let built = site("persian", "en", "1403-09").built();
    let text = html::text(built.text("a/index.html"));
    assert!(
        text.contains("Azar 1403 AP (")
            && text.contains("21 November")
            && text.contains("20 December 2024"),
        "{text}"
    );
    let built = site("persian", "en", "\"1403\"").built();
    let text = html::text(built.text("a/index.html"));
    assert!(text.contains("1403 AP ("), "{text}");
    // What is less exact than a day here is no month there.
    let built = site("persian", "en", "2024-11").built();
    assert!(!html::text(built.text("a/index.html")).contains(" AP"));
}

#[test]
fn a_day_that_the_calendar_does_not_have_is_an_error() {
    let found = site("persian", "en", "1404-12-30").check();
    assert_eq!(found.errors(), ["bad-date"]);
    assert!(
        found
            .text
            .contains("the Persian calendar has no `1404-12-30`"),
        "{}",
        found.text
    );
}

#[test]
fn without_a_calendar_dates_are_gregorian() {
    let built = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: The library opens\ndate: 2024-11-23\n---\nText.\n",
        )
        .built();
    assert!(!built.text("index.html").contains("other-date"));
}
