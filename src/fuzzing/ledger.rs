//! `urls.lock`: what is read is written and read again as the same; a site with it is planned.

use std::cell::RefCell;

use super::checks::SITE;
use super::preview::Preview;
use super::settings_and_text;
use crate::diagnostic::Severity;
use crate::urls::{Lines, accepted, lost, marked, public};

/// A line as its parts.
type Parts = (
    String,
    crate::plan::AddressKind,
    String,
    Option<String>,
    bool,
);

thread_local! {
    static PREVIEW: RefCell<Preview> = RefCell::new(new());
}

pub fn run(data: &[u8]) {
    let Some((settings, text)) = settings_and_text(data) else {
        return;
    };
    let lines = Lines::read(&text);
    for line in &lines.list {
        let written = text.get(line.range.clone()).expect("a place");
        assert!(written.starts_with(line.address), "{written}");
        assert_eq!(lines.find(line.address), Some(line));
        assert!(line.address.starts_with('/') && !line.id.is_empty());
    }
    for range in &lines.unreadable {
        assert!(text.get(range.clone()).is_some_and(|line| !line.is_empty()));
    }
    let ordered = lines.list.is_sorted_by(|a, b| a.address < b.address);
    assert!(ordered, "{text}");

    let same = marked(&lines, |_| false);
    let again = Lines::read(&same);
    assert!(again.unreadable.is_empty(), "{same}");
    assert_eq!(parts(&again), parts(&lines), "{text}\nbecame\n{same}");
    assert_eq!(again.authority, lines.authority, "{same}");
    assert_eq!(marked(&again, |_| false), same);
    let gone = marked(&lines, |_| true);
    assert!(
        Lines::read(&gone).list.iter().all(|line| line.gone),
        "{gone}"
    );

    // The rest takes longer.
    if settings & 1 != 0 {
        PREVIEW.with_borrow_mut(|preview| planned(preview, &text));
    }
}

fn planned(preview: &mut Preview, text: &str) {
    let Some(shown) = preview.save("urls.lock", text) else {
        return;
    };
    for fault in shown.faults.iter() {
        let ours = fault
            .span
            .filter(|span| shown.sources.name(span.source) == "urls.lock");
        let place = ours.is_none_or(|span| text.get(span.range()).is_some());
        assert!(place, "{fault:?} in\n{text}");
    }
    let prepared = shown.prepared.as_ref().expect("a site");
    let lines = Lines::read(text);
    let all = public(&prepared.site, &prepared.others, &prepared.plan);
    let now = accepted(&lines, &all, "example.org");
    let after = Lines::read(&now);
    assert!(after.unreadable.is_empty(), "{now}");
    for each in &all {
        let line = after
            .find(&each.address)
            .unwrap_or_else(|| panic!("{each:?} in\n{now}"));
        assert!(!line.gone, "{each:?} in\n{now}");
        assert!(each.redirect || line.id == each.id, "{each:?} in\n{now}");
    }
    for line in &lines.list {
        assert!(
            after.find(line.address).is_some(),
            "{line:?} is lost in\n{now}"
        );
    }
    assert_eq!(accepted(&after, &all, "example.org"), now);
    // What is lost is told, and what is told can be marked as gone.
    let lost = lost(&prepared.site, &prepared.plan, &lines, &all);
    let told = shown.faults.iter().any(|d| d.severity != Severity::Notice);
    assert!(lost.is_empty() || told, "{text}");
}

fn parts(lines: &Lines<'_>) -> Vec<Parts> {
    let part = |line: &crate::urls::Line<'_>| {
        let note = line.note.filter(|_| !line.gone).map(str::to_owned);
        (
            line.address.to_owned(),
            line.kind,
            line.id.to_owned(),
            note,
            line.gone,
        )
    };
    lines.list.iter().map(part).collect()
}

fn new() -> Preview {
    Preview::new(&[
        ("site.yaml", SITE),
        (
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-03-01\ntags: [Floods, High water]\naliases: [/old/]\n\
             entries: [{id: e, title: E, date: 2026-Q1, status: expected}, {title: F, date: 2024}]\n---\nText.\n",
        ),
        (
            "content/2024/b.md",
            "---\nid: bee\ntitle: B\ndate: 2024-02\nstory: s\n---\nText.\n",
        ),
        (
            "content/c d.md",
            "---\ntitle: C\ndate: 2023\nexpires: 2025-01-01\n---\nText.\n",
        ),
        ("content/pages/about.md", "---\ntitle: About\n---\nText.\n"),
        (
            "content/terms/tags/floods.md",
            "---\nsummary: S\n---\nText.\n",
        ),
        ("urls.lock", "# Nothing.\n"),
    ])
}
