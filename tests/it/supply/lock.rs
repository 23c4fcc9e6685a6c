//! What `Cargo.lock` says of all libraries, on every platform.

use std::collections::BTreeMap;

use super::lists::Lists;

/// The packages of this repository.
const OWN: [&str; 2] = ["dateline", "dateline-fuzz"];

struct Package<'a> {
    name: &'a str,
    version: &'a str,
    /// `None` for the program itself.
    source: Option<&'a str>,
    has_checksum: bool,
}

fn packages(lock: &str) -> Vec<Package<'_>> {
    let value = |part: &'_ str, key: &str| -> Option<(usize, usize)> {
        let line = format!("\n{key} = \"");
        let start = part.find(&line)? + line.len();
        Some((start, start + part[start..].find('"')?))
    };
    lock.split("\n[[package]]")
        .skip(1)
        .map(|part| Package {
            name: value(part, "name").map_or("", |(start, end)| &part[start..end]),
            version: value(part, "version").map_or("", |(start, end)| &part[start..end]),
            source: value(part, "source").map(|(start, end)| &part[start..end]),
            has_checksum: value(part, "checksum").is_some(),
        })
        .collect()
}

/// What is not as `deny.toml` has it.
pub fn faults(lock: &str, lists: &Lists) -> Vec<String> {
    let packages = packages(lock);
    let mut faults = Vec::new();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in &packages {
        let Package { name, version, .. } = package;
        versions.entry(name).or_default().push(version);
        if lists.banned.iter().any(|banned| banned == name) {
            faults.push(format!("{name} {version} is banned"));
        }
        let from_registry = |source: &str| {
            let registries = lists.registries.iter();
            let mut registries = registries.map(|registry| format!("registry+{registry}"));
            registries.any(|registry| registry == source)
        };
        match package.source {
            // The program itself, and its fuzz targets.
            None if OWN.contains(name) => {}
            Some(source) if from_registry(source) && package.has_checksum => {}
            Some(source) if from_registry(source) => {
                faults.push(format!("{name} {version} has no checksum"));
            }
            source => faults.push(format!(
                "{name} {version} is not from a registry that is allowed: {}",
                source.unwrap_or("a folder")
            )),
        }
    }
    let is_skipped = |name: &str, version: &str| {
        let wanted = format!("{name}@{version}");
        lists.skipped.contains(&wanted)
    };
    for (name, versions) in &versions {
        let mut counted = versions.clone();
        counted.retain(|version| !is_skipped(name, version));
        if counted.len() > 1 {
            faults.push(format!("{name} is there twice: {}", counted.join(", ")));
        }
    }
    for skipped in &lists.skipped {
        let (name, version) = skipped.split_once('@').expect("name@version");
        let there = versions.get(name);
        if !there.is_some_and(|all| all.len() > 1 && all.contains(&version)) {
            faults.push(format!(
                "deny.toml skips {skipped}, which is not there twice"
            ));
        }
    }
    faults
}

#[test]
fn what_is_not_as_it_should_be_is_found() {
    let registry = "registry+https://github.com/rust-lang/crates.io-index";
    let package = |name: &str, version: &str, source: &str| {
        format!(
            "\n[[package]]\nname = \"{name}\"\nversion = \"{version}\"\nsource = \"{source}\"\nchecksum = \"x\"\n"
        )
    };
    let lists = Lists {
        skipped: vec!["old@1.0.0".to_owned()],
        banned: vec!["openssl-sys".to_owned()],
        registries: vec!["https://github.com/rust-lang/crates.io-index".to_owned()],
        ..Lists::default()
    };
    let fine = package("a", "1.0.0", registry)
        + &package("old", "1.0.0", registry)
        + &package("old", "2.0.0", registry);
    let own = "\n[[package]]\nname = \"dateline\"\nversion = \"0.1.0\"\n";
    let fine = format!("version = 4\n{own}{fine}");
    assert_eq!(faults(&fine, &lists), [""; 0]);
    let git = "git+https://example.org/a?rev=1#1";
    for (more, fault) in [
        (
            package("b", "1.0.0", git),
            "b 1.0.0 is not from a registry that is allowed: git+https://example.org/a?rev=1#1",
        ),
        (
            package("b", "1.0.0", "registry+https://example.org/index"),
            "b 1.0.0 is not from a registry that is allowed: registry+https://example.org/index",
        ),
        (
            package("b", "1.0.0", registry).replace("checksum", "x"),
            "b 1.0.0 has no checksum",
        ),
        (
            "\n[[package]]\nname = \"b\"\nversion = \"1.0.0\"\n".to_owned(),
            "b 1.0.0 is not from a registry that is allowed: a folder",
        ),
        (
            package("openssl-sys", "1.0.0", registry),
            "openssl-sys 1.0.0 is banned",
        ),
        (
            package("a", "2.0.0", registry),
            "a is there twice: 1.0.0, 2.0.0",
        ),
    ] {
        assert_eq!(faults(&(fine.clone() + &more), &lists), [fault]);
    }
    let moved = fine.replace("version = \"2.0.0\"", "version = \"1.0.0\"");
    let moved = moved.replacen("name = \"old\"", "name = \"new\"", 1);
    assert_eq!(
        faults(&moved, &lists),
        ["deny.toml skips old@1.0.0, which is not there twice"]
    );
}
