//! Dateline reads Markdown, YAML and dates as their own test suites say, apart from differences that
//! are listed with their reasons. README.md names the sources.

mod dates;
mod markdown;
mod yaml;

/// Examples that are read otherwise on purpose, each group with its reason.
type Differences<'a> = &'a [(&'a str, &'a [&'a str])];

/// Fails for each difference that is not listed, and for each that is listed and gone. `found` are
/// the examples that differ, each with what came of it.
#[track_caller]
fn assert_differences(found: &[(String, String)], listed: Differences<'_>) {
    let is_listed = |id: &str| listed.iter().any(|(_, ids)| ids.contains(&id));
    let new: Vec<String> = found
        .iter()
        .filter(|(id, _)| !is_listed(id))
        .map(|(id, what)| format!("{id}: {what}"))
        .collect();
    assert!(new.is_empty(), "{} differ\n{}", new.len(), new.join("\n"));
    let gone: Vec<&str> = listed
        .iter()
        .flat_map(|(_, ids)| ids.iter().copied())
        .filter(|id| !found.iter().any(|(found, _)| found == id))
        .collect();
    assert!(gone.is_empty(), "no longer different: {gone:?}");
}
