//! Same sources, configuration and clock: same bytes, whatever is around.

use std::collections::BTreeMap;

use crate::goldens::site_folder;
use crate::project::{Project, program, ran};
use crate::site_test::files_below;

/// Every file of a site that has something of everything.
pub fn sources() -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = files_below(&site_folder("links"))
        .into_iter()
        .filter(|(path, _)| !path.starts_with("expected"))
        .collect();
    for fixture in ["floods", "slips", "dates"] {
        let files = files_below(&site_folder(fixture)).into_iter();
        all.extend(
            files
                .filter_map(|(path, bytes)| {
                    let inner = path.strip_prefix("content/")?;
                    Some((format!("content/{fixture}/{inner}"), bytes))
                })
                .filter(|(path, _)| !path.contains("/pages/")),
        );
    }
    let names = [
        "ığdır",
        "Iğdır",
        "INFO",
        "straße",
        "Ünlü",
        "élan",
        "zebra",
        "Ångström",
    ];
    for n in 0..40 {
        let (name, other) = (names[n % names.len()], names[(n + 3) % names.len()]);
        let text = format!(
            "---\ntitle: {name} {n}\ndate: 2025-{:02}\npublished: 2025-12-{:02}T23:30\n\
             organisations: [{name}, {other}]\ntags: [all]\npeople: [{other}]\n---\n\nText {n} of [[b]].\n",
            n % 12 + 1,
            n % 28 + 1
        );
        all.push((format!("content/many/{n}-{name}.md"), text.into_bytes()));
    }
    all
}

fn project(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Project {
    files
        .into_iter()
        .fold(Project::empty(), |project, (path, bytes)| {
            project.file(&path, bytes)
        })
}

type Output = BTreeMap<String, Vec<u8>>;

#[track_caller]
pub fn assert_same(one: &Output, other: &Output, what: &str) {
    let names: Vec<_> = one.keys().collect();
    assert_eq!(names, other.keys().collect::<Vec<_>>(), "{what}");
    for (route, bytes) in one {
        assert!(bytes == &other[route], "{what}: {route} differs");
    }
}

fn built(project: &Project, args: &str, variables: &[(&str, &str)]) -> Output {
    let line = format!("build --now 2026-01-15T12:00:00Z {args}");
    let mut command = project.command();
    command.args(line.split_whitespace());
    command.envs(variables.iter().copied());
    ran(&mut command).code(0);
    project.output()
}

#[test]
fn no_byte_depends_on_time_zone_locale_threads_or_place() {
    let files = sources();
    let first = project(files.clone());
    let one = built(&first, "", &[]);
    assert!(one.len() > 130, "{}", one.len());

    let again = project(files.clone());
    assert_same(&one, &built(&again, "", &[]), "a second build");

    for variables in [
        [("TZ", "Asia/Tokyo"), ("LC_ALL", "C")],
        [("TZ", "America/New_York"), ("LC_ALL", "tr_TR.UTF-8")],
    ] {
        let other = project(files.clone());
        let threads = if variables[1].1 == "C" { "1" } else { "4" };
        let output = built(&other, &format!("--threads {threads}"), &variables);
        assert_same(&one, &output, &format!("{variables:?}"));
    }

    let elsewhere = project(files);
    let root = elsewhere.root().to_str().expect("a path in UTF-8");
    let mut command = program();
    command
        .current_dir("/")
        .args(["build", "--root", root, "--now", "2026-01-15T12:00:00Z"]);
    ran(&mut command).code(0);
    assert_same(&one, &elsewhere.output(), "another working folder");
}

#[test]
fn no_byte_depends_on_the_order_in_which_the_files_came_to_be() {
    let files = sources();
    let one = built(&project(files.clone()), "", &[]);
    let mut backwards = files.clone();
    backwards.reverse();
    assert_same(&one, &built(&project(backwards), "", &[]), "backwards");
    let (even, odd): (Vec<_>, Vec<_>) =
        files.into_iter().enumerate().partition(|(n, _)| n % 2 == 0);
    let mixed = odd.into_iter().chain(even).map(|(_, file)| file);
    assert_same(&one, &built(&project(mixed), "", &[]), "mixed");
}

#[test]
fn no_byte_depends_on_the_time_of_day() {
    let project = project(sources());
    let one = built(&project, "", &[]);
    let mut command = project.command();
    command.args(["build", "--now", "2026-01-15T16:00:00Z"]);
    let ran = ran(&mut command).code(0);
    assert!(ran.out.contains(" 0 new, 0 changed, "), "{}", ran.out);
    assert_same(&one, &project.output(), "some hours later");
}

#[test]
fn diagnostics_come_in_one_order_whatever_the_threads() {
    let project = Project::fixture("faults");
    let one = project.run("check").code(1).err;
    for threads in ["1", "2", "4"] {
        let mut command = project.command();
        command.env("RAYON_NUM_THREADS", threads).arg("check");
        assert_eq!(ran(&mut command).code(1).err, one, "{threads} threads");
    }
}
