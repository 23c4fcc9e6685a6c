//! An upgrade breaks nothing: what was public once answers for ever.
//!
//! `tests/upgrade/site` is a site with every kind of page, as somebody wrote it. What it has in
//! public, and what the program promises to everyone (flags, keys, codes, names in templates), is
//! recorded in `tests/upgrade/recorded`, a file a kind of name, one name a line. A recorded name
//! that is there no more is a failure, unless a row of `tests/upgrade/renamed.txt` says what it is
//! called now, and the old name still works: [`renamed`] tries it.
//!
//! `UPDATE=1 cargo test --test it upgrade` records names that are new. It never removes one.

mod names;
mod renamed;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use dateline::pages::{KINDS, kind};

use names::Site;
use renamed::Renamed;

/// What stands at the top of each file of the record.
const HEAD: &str = "\
# What is public, one name a line: tests/it/upgrade/ computes it. `UPDATE=1 cargo test --test it
# upgrade` adds names and never removes one. This record is frozen with 0.2.0. Until then a name
# that is lost may be removed here by hand, together with a line in CHANGELOG.md, \"Unreleased\".
# From then on a lost name needs a row in ../renamed.txt, and the old name must still work.
";

/// Pages that the site cannot have: there is an index of sitemaps from 50,000 pages on, and pictures in
/// other widths and cards only in a program with their libraries.
const ABSENT: [&str; 3] = ["card", "picture", "sitemap-index"];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade")
}

/// The names of one file of the record.
fn recorded(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

/// The file of the record, with new names added.
fn renewed(text: &str, now: &BTreeSet<String>) -> String {
    let all = &recorded(text) | now;
    let lines = all.iter().map(|name| format!("{name}\n"));
    HEAD.to_owned() + &lines.collect::<String>()
}

/// What is wrong with the names of one kind: those that are lost and do not answer, those that are
/// not recorded yet.
fn faults(
    kind: &str,
    recorded: &BTreeSet<String>,
    now: &BTreeSet<String>,
    site: &Site,
    renamed: &Renamed,
) -> Vec<String> {
    let lost = recorded.difference(now).filter_map(|name| {
        let why = renamed.answers(kind, name, now, site).err()?;
        Some(format!("{kind}: `{name}` is lost: {why}"))
    });
    let new = now.difference(recorded);
    let new = new.map(|name| format!("{kind}: `{name}` is not recorded yet"));
    lost.chain(new).collect()
}

/// Names by kind: as recorded, and as they are now.
fn all_names(site: &Site) -> BTreeMap<&'static str, (BTreeSet<String>, BTreeSet<String>)> {
    let read = |kind: &str| {
        let path = folder().join(format!("recorded/{kind}.txt"));
        recorded(&std::fs::read_to_string(path).unwrap_or_default())
    };
    let all = names::ALL.iter();
    all.map(|(kind, now)| (*kind, (read(kind), now(site))))
        .collect()
}

#[test]
fn the_site_has_every_kind_of_page() {
    let site = Site::load();
    let site = site.prepared();
    // Two rows of the table may have one name: they are told apart by their variant of `Page`.
    let mut there: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for planned in &site.plan.pages {
        let variant = format!("{:?}", planned.page);
        let variant = variant.split(['(', ' ']).next().expect("a name").to_owned();
        let name = kind(&planned.page).name;
        there.entry(name).or_default().insert(variant);
    }
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    for kind in KINDS {
        *wanted.entry(kind.name).or_default() += 1;
    }
    for (name, rows) in wanted {
        let found = there.get(name).map_or(0, BTreeSet::len);
        assert!(
            found == rows || ABSENT.contains(&name),
            "`{name}`: {rows} kinds, but {found} on the site: add what they show to tests/upgrade/site"
        );
    }
}

#[test]
fn nothing_that_was_public_is_lost() {
    let site = Site::load();
    let renamed = Renamed::read();
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let mut wrong = renamed.faults(&site);
    for (kind, (before, now)) in all_names(&site) {
        if update {
            let path = folder().join(format!("recorded/{kind}.txt"));
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            std::fs::write(&path, renewed(&text, &now)).expect("written");
        }
        let mut faults = faults(kind, &before, &now, &site, &renamed);
        faults.retain(|fault| !update || !fault.ends_with("recorded yet"));
        wrong.extend(faults);
    }
    assert!(
        wrong.is_empty(),
        "{}\n\nNames that are new: UPDATE=1 cargo test --test it upgrade. Names that are lost: \
         see the head of the files in tests/upgrade/recorded",
        wrong.join("\n")
    );
}

#[test]
fn the_record_is_sorted_and_complete() {
    let files = crate::site_test::files_below(&folder().join("recorded"));
    let there: Vec<&str> = files.keys().map(String::as_str).collect();
    let wanted = names::ALL.iter().map(|(kind, _)| format!("{kind}.txt"));
    assert_eq!(
        there,
        wanted
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    );
    for (path, bytes) in files {
        let text = String::from_utf8(bytes).expect("text");
        assert_eq!(text, renewed(&text, &BTreeSet::new()), "{path}");
        assert!(recorded(&text).len() > 5, "{path} records next to nothing");
    }
}

#[test]
fn a_name_that_is_lost_is_seen_whatever_its_kind() {
    let site = Site::load();
    let nothing = Renamed::default();
    for (kind, (before, now)) in all_names(&site) {
        assert_eq!(
            faults(kind, &before, &now, &site, &nothing),
            [""; 0],
            "{kind}"
        );
        let mut more = before.clone();
        more.insert("once-upon-a-time/".to_owned());
        let [fault] = &faults(kind, &more, &now, &site, &nothing)[..] else {
            panic!("{kind}: one name is lost");
        };
        assert!(
            fault.starts_with(&format!("{kind}: `once-upon-a-time/` is lost")),
            "{fault}"
        );
    }
}

#[test]
fn a_name_that_was_never_recorded_is_seen_and_recorded() {
    let site = Site::load();
    for (kind, (before, now)) in all_names(&site) {
        let mut fewer = before.clone();
        let first = fewer.pop_first().expect("a name");
        assert_eq!(
            faults(kind, &fewer, &now, &site, &Renamed::default()),
            [format!("{kind}: `{first}` is not recorded yet")]
        );
        let lines: Vec<&str> = fewer.iter().map(String::as_str).collect();
        assert_eq!(
            recorded(&renewed(&lines.join("\n"), &now)),
            before,
            "{kind}"
        );
    }
}

#[test]
fn to_record_anew_removes_nothing() {
    let now = BTreeSet::from(["b".to_owned()]);
    let text = renewed("# head\na\nc\n", &now);
    assert_eq!(text, format!("{HEAD}a\nb\nc\n"));
}

#[test]
fn an_address_that_leads_on_is_not_lost_and_one_that_leads_nowhere_is() {
    let site = Site::load();
    let old = "/news/2023/06/toll.html";
    let to = site.redirect(old).expect("a redirect");
    assert_eq!(to, "/news/bridge-without-toll/");
    assert!(names::addresses(&site).contains(old));
    let anchors = names::anchors(&site);
    let (here, there) = (
        format!("{old}#article-corrections"),
        format!("{to}#article-corrections"),
    );
    assert!(!anchors.contains(&here), "a redirect has no anchors");
    assert!(anchors.contains(&there), "{anchors:#?}");
    let answers = |anchor: &str| Renamed::default().answers("anchors", anchor, &anchors, &site);
    assert_eq!(answers(&here), Ok(()));
    let never = answers(&format!("{old}#never"));
    assert!(
        never.is_err(),
        "the page that it leads to has no such anchor"
    );
}
