//! The fixture `faults`: many faults in many files, and all of them in one run.

use std::collections::BTreeSet;

use dateline::diagnostic::Severity;

use crate::goldens::Goldens;
use crate::project::Project;
use crate::site_test::SiteTest;

#[test]
fn every_fault_is_named_in_one_run_with_its_place_and_its_cure() {
    let found = SiteTest::fixture("faults").check();
    Goldens::of("faults").diagnostics(&found.text).hold();
    assert!(found.errors().len() >= 40, "{}", found.errors().len());
    let mut files = BTreeSet::new();
    for (fault, line) in found.list.iter().zip(found.short.lines()) {
        let span = fault.span.unwrap_or_else(|| panic!("no place: {fault:?}"));
        assert!(span.start < span.end, "no caret: {fault:?}");
        assert!(!fault.label.is_empty(), "no words at the caret: {fault:?}");
        let hint = fault.hint.as_deref().unwrap_or("");
        assert!(!hint.is_empty(), "no cure: {fault:?}");
        let mut place = line.splitn(4, ':');
        files.extend(place.next().map(str::to_owned));
        for number in place.take(2) {
            assert!(number.parse::<usize>().is_ok_and(|n| n > 0), "{line}");
        }
    }
    assert!(files.len() >= 20, "{files:?}");
}

#[test]
fn one_run_names_as_many_kinds_of_faults_as_the_site_has() {
    let found = SiteTest::fixture("faults").check();
    let codes: BTreeSet<&str> = found.list.iter().map(|d| d.code).collect();
    for code in [
        "bad-alias",
        "bad-colour",
        "bad-date",
        "bad-id",
        "bad-instant",
        "bad-slug",
        "bad-timezone",
        "bad-url",
        "broken-anchor",
        "broken-link",
        "broken-yaml",
        "colon-in-value",
        "duplicate-id",
        "duplicate-key",
        "missing-alt",
        "missing-date",
        "missing-key",
        "missing-picture",
        "missing-title",
        "reserved-name",
        "route-clash",
        "stance-of-stranger",
        "tab-indent",
        "too-deep",
        "unclosed-front-matter",
        "unknown-citation",
        "unknown-entry",
        "unknown-key",
        "unknown-source",
        "unknown-word",
        "unsafe-link",
        "updated-before-published",
        "wrong-number",
        "wrong-type",
    ] {
        assert!(codes.contains(code), "{code} is not among {codes:?}");
    }
}

#[test]
fn a_build_names_what_a_check_names_and_publishes_nothing() {
    let site = SiteTest::fixture("faults");
    let (checked, built) = (site.check(), site.build());
    assert!(built.result.is_err());
    assert!(built.files.is_empty());
    assert_eq!(built.found.text, checked.text);
}

#[test]
fn the_program_prints_them_and_says_how_many_there_are() {
    let project = Project::fixture("faults");
    let ran = project.run("check -vv").code(1);
    let found = SiteTest::fixture("faults").check();
    assert!(ran.err.starts_with(&found.text), "{}", ran.err);
    let errors = found
        .list
        .iter()
        .filter(|d| d.severity == Severity::Error)
        .count();
    assert!(ran.err.contains(&format!("{errors} errors")), "{}", ran.err);
    assert!(!project.has("public"));
}

#[test]
fn a_value_that_is_mended_may_be_followed_by_another_fault_among_signs_of_several_bytes() {
    let text = "---\ntitle: x\ntitle: \u{202e}c+99:99stance: {{#id}$$: \n---\n";
    let found = SiteTest::new().article("a.md", text).check();
    assert!(!found.errors().is_empty(), "{}", found.text);
}
