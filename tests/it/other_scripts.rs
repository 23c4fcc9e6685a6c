//! What is typed in other scripts, languages and calendars, and what readers see of it.

use crate::html::{self, Piece};
use crate::site_test::{Outcome, SITE, SiteTest};

const QUIET: &str = "title: T\nurl: https://example.org/\nlenient: true\n\
    lint: {missing-published: off, missing-source: off, vague-title: off, missing-words: off}\n";

fn site(lines: &str) -> SiteTest {
    SiteTest::new().site(&format!("{QUIET}{lines}\n"))
}

fn article(keys: &str, body: &str) -> String {
    format!("---\n{keys}\n---\n{body}\n")
}

/// The texts between tags, each with the language and the direction that it stands in: of the
/// innermost element that names one.
pub(crate) fn texts(page: &str) -> Vec<(String, String, String)> {
    const VOID: [&str; 8] = ["meta", "link", "input", "br", "img", "hr", "wbr", "source"];
    let mut open: Vec<(String, String, String)> = Vec::new();
    let mut out = Vec::new();
    for piece in html::pieces(page) {
        match piece {
            Piece::Open(tag) => {
                let (lang, dir) = open
                    .last()
                    .map_or_else(Default::default, |(_, l, d)| (l.clone(), d.clone()));
                let said = |name: &str| tag.attribute(name).map(str::to_owned);
                let dir = match (tag.name.as_str(), said("dir")) {
                    (_, Some(dir)) => dir,
                    ("bdi", None) => "auto".to_owned(),
                    _ => dir,
                };
                let lang = said("lang").unwrap_or(lang);
                if !VOID.contains(&tag.name.as_str()) {
                    open.push((tag.name, lang, dir));
                }
            }
            Piece::Close(name) => {
                if let Some(at) = open.iter().rposition(|(n, ..)| *n == name) {
                    open.truncate(at);
                }
            }
            Piece::Text(text) if !text.trim().is_empty() => {
                let hidden = open
                    .iter()
                    .any(|(n, ..)| ["script", "style", "title", "svg"].contains(&n.as_str()));
                if let Some((_, lang, dir)) = open.last().filter(|_| !hidden) {
                    out.push((text.trim().to_owned(), lang.clone(), dir.clone()));
                }
            }
            Piece::Text(_) => {}
        }
    }
    out
}

fn hebrew_or_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{590}'..='\u{8ff}').contains(&c))
}

#[test]
fn a_date_of_another_calendar_is_told_and_read_once_its_calendar_is_named() {
    for (language, calendar, date, gregorian) in [
        ("fa", "persian", "1403-09-03", "2024-11-23"),
        ("ckb", "persian", "1402-01-31", "2023-04-20"),
        ("ur", "islamic", "1446-05-21", "2024-11-23"),
        ("he", "hebrew", "5785-02-22", "2024-11-23"),
        ("th", "buddhist", "2567-11-23", "2024-11-23"),
        // Days and months that the Gregorian year does not have.
        ("fa", "persian", "1395-02-31", "2016-05-20"),
        ("prs", "persian", "1399-12-30", "2021-03-20"),
        ("ar", "islamic", "1446-02-29", "2024-09-02"),
        ("he", "hebrew", "5785-02-29", "2024-11-30"),
        ("he", "hebrew", "5784-13-01", "2024-09-04"),
        ("th", "buddhist", "2567-02-29", "2024-02-29"),
    ] {
        let typed = article(&format!("title: A reading room\ndate: \"{date}\""), "Text.");
        let other = article("title: Another room\ndate: 2024-12-01", "Text.");
        let desk = |lines: &str| {
            let lines = format!("language: {language}\n{lines}");
            let desk = site(&lines).article("a.md", &typed);
            desk.article("b.md", &other)
        };
        let found = desk("").check();
        let told = found.list.iter().find(|d| {
            let hint = d.hint.as_deref().unwrap_or_default();
            hint.contains(&format!("`calendar: {calendar}`"))
        });
        assert!(told.is_some(), "{language} {date}\n{}", found.text);
        let built = desk(&format!("calendar: {calendar}")).built();
        let page = built.text("a/index.html");
        let day = format!("<time class=\"date\" datetime=\"{gregorian}\"");
        assert!(page.contains(&day), "{date}: {}", html::text(page));
    }
    // No calendar has them: nobody is sent to one.
    for date in [
        "2024-02-31",
        "1395-07-32",
        "5785-13-01",
        "2566-02-29",
        "1066-13-01",
    ] {
        let typed = article(&format!("title: A reading room\ndate: \"{date}\""), "Text.");
        let found = SiteTest::new().article("a.md", &typed).check();
        assert!(!found.text.contains("calendar:"), "{date}\n{}", found.text);
    }
}

#[test]
fn words_that_a_language_lacks_keep_their_own_order() {
    let typed = article("title: الف\ndate: 2026-04-04 10:00:00", "Text.");
    for language in ["ur", "yi", "ps", "dv"] {
        let built = site(&format!("language: {language}"))
            .article("a.md", &typed)
            .now("2026-05-01")
            .built();
        let page = built.text("index.html");
        assert!(page.contains("dir=\"rtl\""), "{language}");
        for (said, plain) in [
            ("<p class=\"tally\">", "1 entry in 1 article"),
            (
                "<time class=\"date\" datetime=\"2026-04-04\">",
                "4 Apr 2026",
            ),
            ("<time class=\"when\" datetime=\"2026-04-04\">", "Sat 4"),
        ] {
            let (_, text) = page.split_once(said).expect(said);
            let ends = ["</p>", "</time>"].into_iter();
            let end = ends.filter_map(|end| text.find(end)).min();
            let text = &text[..end.expect("an end")];
            let said = html::text(text);
            let without = said.trim_end().replace(['\u{2066}', '\u{2069}'], "");
            assert_eq!(without, plain, "{language}");
            // The whole is one run from left to right.
            assert!(
                text.starts_with('\u{2066}') && text.ends_with('\u{2069}'),
                "{text:?}"
            );
        }
    }
    for (language, tally, day) in [
        ("he", "אירוע אחד בכתבה אחת", "4 באפר׳ 2026"),
        ("ar", "حدث واحد في مقال واحد", "4 أبريل 2026"),
    ] {
        let built = site(&format!("language: {language}"))
            .article("a.md", &typed)
            .now("2026-05-01")
            .built();
        let text = html::text(built.text("index.html"));
        assert!(text.contains(tally) && text.contains(day), "{text}");
    }
}

#[test]
fn marks_within_words_stay_and_pairs_are_those_of_the_language_in_headline_and_text() {
    for (lang, typed, shown) in [
        ("he", "דו\"ח צה\"ל", "דו\"ח צה\"ל"),
        (
            "he",
            "מנכ\"לית הרשות ע\"י ב\"שער\"",
            "מנכ\"לית הרשות ע\"י ב\"שער\"",
        ),
        ("yi", "ד\"ר פון \"טויער\"", "ד\"ר פון \"טויער\""),
        ("zh", "他说\"停\"了", "他说“停”了"),
        ("zh-TW", "他說\"停\"了", "他說「停」了"),
        ("ja", "彼は\"停止\"と言った", "彼は「停止」と言った"),
        ("de", "Er sagte \"Halt\" --force", "Er sagte „Halt“ --force"),
        (
            "ru",
            "Он сказал \"стоп\" --force",
            "Он сказал «стоп» --force",
        ),
        ("sv", "Hon sa \"stopp\" --force", "Hon sa ”stopp” --force"),
    ] {
        let keys = format!("title: '{typed}'\ndate: 2026-02-03\nlang: {lang}");
        let built = site("").article("a.md", &article(&keys, typed)).built();
        let page = built.text("a/index.html");
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "").trim().to_owned();
        assert_eq!(plain(html::text(html::inside(page, "h1"))), shown, "{lang}");
        let (_, body) = page.split_once("story-body prose").expect("a body");
        let shown_there = plain(html::text(html::inside(body, "p")));
        assert_eq!(shown_there, shown, "{lang}");
        assert!(
            html::text(built.text("index.html")).contains(shown),
            "{lang}"
        );
    }
}

#[test]
fn a_line_break_between_chinese_or_japanese_characters_is_no_space() {
    for (lang, keys, body, shown) in [
        (
            "ja",
            "title: >-\n  堤防の工事が\n  始まる\nsummary: >\n  これは要約です。\n  次の行です。",
            "これは**「重要」**です。\n次の行です。",
            [
                "堤防の工事が始まる",
                "これは要約です。次の行です。",
                "これは「重要」です。次の行です。",
            ],
        ),
        (
            "zh",
            "title: 大桥\n  重新开放\nsummary: \"第一行，\n  第二行。\"",
            "> 引用**“文字”**的\n> 下一行",
            ["大桥重新开放", "第一行，第二行。", "引用“文字”的下一行"],
        ),
        (
            "zh-TW",
            "title: '水門\n  關閉'\nsummary: '一行目\n  二行目'",
            "- 第一行\n  第二行",
            ["水門關閉", "一行目二行目", "第一行第二行"],
        ),
        // A space that was typed stays, and so does one between other words.
        (
            "ja",
            "title: >-\n  首相 訪米へ\n  AI の\n  議論\nsummary: work\n  の報告",
            "首相 訪米へ\nAI の\n議論",
            [
                "首相 訪米へ AI の議論",
                "work の報告",
                "首相 訪米へ AI の議論",
            ],
        ),
        (
            "ko",
            "title: >-\n  다리가\n  닫혔다\nsummary: 첫 줄\n  둘째 줄",
            "첫 줄\n둘째 줄",
            ["다리가 닫혔다", "첫 줄 둘째 줄", "첫 줄 둘째 줄"],
        ),
    ] {
        let keys = format!("{keys}\ndate: 2026-02-03\nlang: {lang}");
        let built = site("").article("a.md", &article(&keys, body)).built();
        let page = built.text("a/index.html");
        let (_, prose) = page.split_once("story-body prose").expect("a body");
        let prose = html::text(&prose[prose.find('>').expect("its end") + 1..]);
        let [title, summary, text] = shown;
        assert_eq!(html::text(html::inside(page, "h1")).trim(), title);
        let (_, dek) = page.split_once("class=\"standfirst\"").expect("a summary");
        let dek = html::text(&dek[dek.find('>').expect("its end") + 1..]);
        assert!(dek.trim_start().starts_with(summary), "{dek}");
        assert!(prose.trim_start().starts_with(text), "{prose}");
    }
}

/// A small site in a language, with an article in another that every list has.
fn side_by_side(language: &str, lang: &str, title: &str) -> Outcome {
    let told = format!(
        "title: {title} (2027)\nlang: {lang}\ndate: 2026-03-06\npublished: 2026-03-06\n\
         summary: {title} (3).\norganisations: [Board]\nstory: bridge\nstance: {{Board: backs}}\n\
         entries:\n  - {{title: {title} (2), id: open, date: 2027-Q2, status: expected, source: s}}\n\
         sources:\n  - {{id: s, title: Note, publisher: Star, url: \"https://example.com/1\", date: 2026-03-05}}\n\
         corrections:\n  - {{date: 2026-03-07, text: {title} (5).}}"
    );
    let moved = article(
        "title: Other\ndate: 2026-03-09\norganisations: [Board]\nstory: bridge\nfollows: [told]\n\
         sources:\n  - {id: s, title: Note, publisher: Star, url: \"https://example.com/2\", date: 2026-03-09}\n\
         updates:\n  - {entry: open, date: 2028, source: s}",
        "See [[told]] and [[open]].",
    );
    site(&format!(
        "language: {language}\nstances: {{backs: {{label: Backs}}}}"
    ))
    .article(
        "told.md",
        &article(&told, &format!("{title}.\n\n> {title}\n\n- {title}")),
    )
    .article("moved.md", &moved)
    .now("2026-04-01")
    .built()
}

#[test]
fn a_text_in_another_script_has_its_language_and_direction_wherever_it_stands() {
    for (language, lang, title) in [
        ("en", "ar", "أعلنت الهيئة"),
        ("en", "fa", "پل بسته شد"),
        ("id", "he", "הגשר נסגר"),
        ("ja", "ur", "پل بند ہے"),
    ] {
        let built = side_by_side(language, lang, title);
        let mut places = 0;
        for (route, page) in built.pages() {
            let own = route == "told/index.html";
            for (text, in_lang, dir) in texts(page) {
                if !hebrew_or_arabic(&text) {
                    continue;
                }
                places += 1;
                // Where a sentence of the interface names an article, its name is isolated.
                let is_fine = dir == "auto" || (dir == "rtl" && (in_lang == lang || own));
                assert!(is_fine, "{route}: {text}: {in_lang} {dir}");
            }
        }
        assert!(places > 40, "{places}");
        for list in [
            "corrections",
            "expected",
            "organisations/board",
            "2026/03",
            "stories/bridge",
        ] {
            let page = built.text(&format!("{list}/index.html"));
            assert!(hebrew_or_arabic(page), "{list}");
        }
    }
    // And the other way round.
    let built = side_by_side("ar", "en", "The bridge is closed");
    for (route, page) in built.pages() {
        for (text, lang, dir) in texts(page) {
            if text.contains("The bridge is closed") {
                let is_fine = dir == "auto" || (lang == "en" && (dir == "ltr" || dir.is_empty()));
                assert!(is_fine, "{route}: {text}: {lang} {dir}");
            }
        }
    }
}

#[test]
fn a_site_in_a_language_says_nothing_in_english_or_says_how_to_add_its_words() {
    let typed = article("title: Q\ndate: 2025-12-09\npublished: 2025-12-10", "Q.");
    for (language, skip) in [
        ("ar", "الانتقال إلى المحتوى"),
        ("ar-EG", "الانتقال إلى المحتوى"),
        ("he", "דילוג לתוכן"),
        ("pt-PT", "Ir para o conteúdo"),
    ] {
        let built = site(&format!("language: {language}"))
            .article("a.md", &typed)
            .built();
        let page = built.text("index.html");
        assert!(page.contains(skip), "{language}");
        assert!(!page.contains("Skip to content") && !page.contains("Made with"));
        let told = built
            .found
            .list
            .iter()
            .any(|d| d.code == "language-without-words");
        assert!(!told, "{language}");
    }
    for language in ["sw", "ko", "fa", "zh-Hant"] {
        let found = SiteTest::new()
            .site(&format!("{SITE}language: {language}\n"))
            .article("a.md", &typed)
            .check();
        let told = found
            .list
            .iter()
            .find(|d| d.code == "language-without-words");
        let told = told.expect("a notice");
        let hint = told.hint.as_deref().unwrap_or_default();
        assert!(told.message.contains(language) && hint.contains(&format!("words/{language}.ftl")));
    }
}
