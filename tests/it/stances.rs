//! A stance over time: a line that is dashed where it is not firm, and begins blurred where the
//! date is not known to the day.

use crate::html::{self, Tag};
use crate::site_test::{Outcome, SiteTest};

const SITE: &str = "title: T\nurl: https://example.org/\n\
                    stances: {open: {label: Open}, half: {label: Half}, shut: {label: Shut}}\n";

fn site(entries: &[(&str, &str)]) -> Outcome {
    let mut site = SiteTest::new().site(SITE);
    for (n, (stance, keys)) in entries.iter().enumerate() {
        site = site.article(
            &format!("a{n}.md"),
            &format!("---\ntitle: A{n}\norganisations: [Acme]\nstance: {stance}\n{keys}---\n"),
        );
    }
    site.built()
}

/// Classes of the steps, and of the lines between them, from the latest on.
fn steps(site: &Outcome) -> (Vec<String>, Vec<String>) {
    let page = site.text("organisations/acme/index.html");
    let classes = |wanted: fn(&Tag) -> bool| {
        let tags = html::tags(page).into_iter().filter(wanted);
        tags.map(|tag| tag.attribute("class").unwrap_or("").to_owned())
            .collect()
    };
    (
        classes(|tag| {
            tag.name == "li" && tag.attribute("class").is_some_and(|c| c.contains(" step "))
        }),
        classes(|tag| {
            tag.attribute("class")
                .is_some_and(|c| c.starts_with("held"))
        }),
    )
}

#[test]
fn only_what_is_rumoured_disputed_or_expected_is_dashed() {
    for (keys, dashed) in [
        ("certainty: rumoured\n", true),
        ("certainty: disputed\n", true),
        ("certainty: reported\n", false),
        ("certainty: confirmed\n", false),
        ("", false),
        ("status: expected\n", true),
        ("certainty: reported\nstatus: expected\n", true),
    ] {
        let site = site(&[("open", &format!("date: 2025-03-01\n{keys}"))]);
        let (steps, lines) = steps(&site);
        assert_eq!(steps.len(), 1, "{keys}");
        assert_eq!(steps[0].contains("tentative"), dashed, "{keys}: {steps:?}");
        assert_eq!(lines[0].contains("tentative"), dashed, "{keys}: {lines:?}");
    }
}

#[test]
fn below_a_step_is_the_line_of_the_one_before() {
    let site = site(&[
        ("open", "date: 2023-05-01\n"),
        ("half", "date: 2024\n"),
        ("shut", "date: 2025-02-03\ncertainty: rumoured\n"),
        ("open", "date: 2025-06~\n"),
    ]);
    let (steps, lines) = steps(&site);
    assert_eq!(
        steps,
        [
            "entry step approximate",
            "entry step exact tentative",
            "entry step partial",
            "entry step exact"
        ]
    );
    assert_eq!(
        lines,
        [
            "held now stance-step-0",
            "held stance-step-2 tentative",
            "held stance-step-1 approximate",
            "held stance-step-0"
        ]
    );
}

#[test]
fn a_stance_that_stays_makes_no_step() {
    let site = site(&[
        ("open", "date: 2023-05-01\n"),
        ("open", "date: 2024-05-01\n"),
        ("shut", "date: 2025-05-01\n"),
    ]);
    assert_eq!(steps(&site).0.len(), 2);
}
