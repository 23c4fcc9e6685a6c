//! Texts that are not dates: what readers see once a cure is written, and what nothing chooses.

use crate::html;
use crate::project::Project;
use crate::site_test::{SITE, SiteTest};

fn article(lines: &str) -> String {
    format!("---\ntitle: The hall is built\n{lines}\n---\nText.\n")
}

/// The text that a check says to write in place of a date: all that is between the first backticks,
/// and the wording.
fn cure_of(text: &str) -> (String, Option<String>) {
    let found = SiteTest::new()
        .article("a.md", &article(&format!("date: {text}")))
        .check();
    assert_eq!(found.errors(), ["bad-date"], "{text}: {}", found.text);
    let hint = found.list[0].hint.clone().expect("a hint");
    let mut cures = hint.split('`').skip(1).step_by(2);
    let date = cures.next().unwrap_or_else(|| panic!("{text}: {hint}"));
    let wording = cures.find(|cure| cure.starts_with("wording: "));
    (date.to_owned(), wording.map(str::to_owned))
}

#[test]
fn a_page_says_no_more_than_the_words_that_were_cured() {
    for (text, shown) in [
        ("before 1900", "1899 or earlier"),
        ("after 1900", "1901 or later"),
        ("by 1900", "1900 or earlier"),
        ("not before 1900", "1900 or later"),
        ("1900 at the latest", "1900 or earlier"),
        ("until 1900", "until 1900"),
        ("since 1900", "since 1900, ongoing"),
        ("from 1900", "from 1900, end unknown"),
        ("since the 1990s", "since the 1990s"),
        ("1900-present", "since 1900, ongoing"),
        ("nach 1900", "1901 or later"),
        ("before summer 2025", "May 2025 or earlier"),
        ("قبل ١٩٠٠", "1899 or earlier"),
        ("March 2025 on", "from March 2025, end unknown"),
        ("BC 300–250", "300 BC to 250 BC"),
        ("before 44 BC", "45 BC or earlier"),
        ("after 1 BC", "AD 1 or later"),
        ("300-250 BC", "300 BC to 250 BC"),
        ("c. 300–250 BC", "about 300 BC to about 250 BC"),
        ("March–May 44 BC", "March to May 44 BC"),
        ("50 BC – AD 20", "50 BC to AD 20"),
        ("15 March 44 BC", "15 March 44 BC"),
        ("March 44 BC", "March 44 BC"),
        ("3rd century BC", "3rd century BC"),
        ("250s BC", "250s BC"),
        ("19th c.", "the 19th century"),
        ("24 August AD 79", "24 August AD 79"),
        ("winter 1899/1900", "winter 1899"),
        ("1914–18", "1914 to 1918"),
        ("2019/20 season", "2019/20 season"),
    ] {
        let (date, wording) = cure_of(text);
        let lines = format!("date: {date}\n{}", wording.unwrap_or_default());
        let site = SiteTest::new().article("a.md", &article(&lines)).built();
        assert!(
            site.found.errors().is_empty(),
            "{text}: {}",
            site.found.text
        );
        let words = html::text_of_main(site.text("a/index.html"));
        let happened = words.split("Happened").nth(1).unwrap_or_default();
        let line = happened.trim().lines().next().unwrap_or_default();
        assert_eq!(line.trim(), shown, "{text}: {words}");
    }
}

#[test]
fn nothing_chooses_one_of_several_readings() {
    let texts = [
        "1204/5",
        "1911/12",
        "1911–12",
        "1914-18",
        "2023/24",
        "24 August 79",
        "50",
        "264–41 BC",
        "100s BC",
        "winter 1899",
        "winter 44 BC",
        "300 BC–250",
        "before winter 2025",
        "1914-18?",
        "March 2025 on",
    ];
    let project = Project::new();
    for (n, text) in texts.iter().enumerate() {
        project.write(
            &format!("content/a{n}.md"),
            article(&format!("id: a{n}\ndate: {text}")),
        );
    }
    let before = project.files();
    project.run("check --fix");
    assert_eq!(project.files(), before);
    for text in texts {
        let found = SiteTest::new()
            .site(&format!("{SITE}lenient: true\n"))
            .article("a.md", &article(&format!("date: {text}")))
            .check();
        assert_eq!(found.errors(), ["nothing-left"], "{text}: {}", found.text);
    }
}

#[test]
fn what_has_one_reading_is_fixed() {
    for (text, fixed) in [
        ("15 March 44 BC", "-0043-03-15"),
        ("winter 1899/1900", "1899-24"),
        ("19th c.", "18XX"),
        ("2025-01-14 at 3pm", "2025-01-14T15:00:00"),
        ("2025-12-09 3 pm EST", "2025-12-09T15:00:00-05:00"),
    ] {
        let project = Project::new().article("a.md", &article(&format!("date: {text}")));
        project.run("check --fix").code(0);
        let file = project.read("content/a.md");
        assert!(file.contains(fixed), "{text}: {file}");
        assert!(!file.contains(text), "{text}: {file}");
    }
}
