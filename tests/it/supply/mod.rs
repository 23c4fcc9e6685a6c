//! The libraries: their licences, where they come from, and that none is there twice. The lists are
//! those of `deny.toml`, which `cargo deny` reads too; here they need no other program.
//!
//! `THIRD_PARTY=FILE cargo test --test it supply` writes the notice of a release, which
//! `tools/third-party` does.

mod lists;
mod lock;
mod notice;
mod spdx;

use std::path::Path;
use std::process::Command;

use lists::Lists;
use notice::Library;

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).expect("the file is there")
}

fn lists() -> Lists {
    Lists::read(&file("deny.toml"))
}

/// What cargo says of the libraries that are compiled on this machine.
fn metadata() -> serde_json::Value {
    let cargo = std::env::var_os("CARGO").expect("cargo runs the tests");
    let host = Command::new("rustc").arg("-vV").output().expect("rustc");
    let host = String::from_utf8(host.stdout).expect("text");
    let host = host.lines().find_map(|line| line.strip_prefix("host: "));
    let said = Command::new(cargo)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(["--filter-platform", host.expect("rustc names its host")])
        .output()
        .expect("cargo runs");
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    serde_json::from_slice(&said.stdout).expect("cargo writes JSON")
}

#[test]
fn libraries_come_from_the_registry_alone_and_none_is_there_twice_or_banned() {
    let faults = lock::faults(&file("Cargo.lock"), &lists());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_library_has_a_licence_that_is_allowed() {
    let libraries = notice::all(&metadata());
    assert!(libraries.len() > 100, "{}", libraries.len());
    let faults = licence_faults(&libraries, &lists());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The libraries whose licences are not allowed, or are not said.
fn licence_faults(libraries: &[Library], lists: &Lists) -> Vec<String> {
    let fault = |library: &Library| {
        let name = format!("{} {}", library.name, library.version);
        match spdx::allows(&library.licence, &lists.licences) {
            Ok(true) => None,
            Ok(false) => Some(format!("{name}: {} is not allowed", library.licence)),
            Err(why) => Some(format!("{name}: `{}`: {why}", library.licence)),
        }
    };
    libraries.iter().filter_map(fault).collect()
}

#[test]
fn a_licence_that_is_not_allowed_is_found() {
    let library = |licence: &str| Library {
        name: "a".to_owned(),
        version: "1.0.0".to_owned(),
        licence: licence.to_owned(),
        ..Library::default()
    };
    for (licence, fault) in [
        ("MIT", None),
        ("GPL-3.0-only OR MIT", None),
        ("MIT/Apache-2.0", None),
        ("(MIT OR GPL-2.0) AND Unicode-3.0", None),
        ("GPL-3.0-only", Some("a 1.0.0: GPL-3.0-only is not allowed")),
        (
            "MIT AND AGPL-3.0",
            Some("a 1.0.0: MIT AND AGPL-3.0 is not allowed"),
        ),
        ("", Some("a 1.0.0: ``: there is no licence")),
        ("(MIT", Some("a 1.0.0: `(MIT`: a parenthesis is not closed")),
    ] {
        let found = licence_faults(&[library(licence)], &lists());
        assert_eq!(found.first().map(String::as_str), fault, "{licence}");
    }
}

/// Every library that is part of the program has its licence in the notice, and the notice is
/// written, if the environment names a file for it.
#[test]
fn the_notice_of_a_release_has_the_licence_of_every_library() {
    let libraries = notice::shipped(&metadata());
    assert!(libraries.len() > 100, "{}", libraries.len());
    let notice = notice::write(&libraries);
    for library in &libraries {
        let line = format!("- {} {}: ", library.name, library.version);
        assert!(notice.contains(&line), "{line}");
        assert!(!library.texts.is_empty(), "{line}has no licence text");
    }
    assert!(!notice.contains("proptest"), "tests are not shipped");
    if let Some(path) = std::env::var_os("THIRD_PARTY") {
        std::fs::write(path, notice).expect("written");
    }
}
