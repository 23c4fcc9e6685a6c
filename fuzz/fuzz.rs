//! Runs the target that `DATELINE_FUZZ` names on inputs that libFuzzer makes: see `fuzz/run`. Without
//! a name, lists the targets, each with what it is to cover.

#![no_main]

use std::sync::OnceLock;

use dateline::fuzzing::{TARGETS, target};
use libfuzzer_sys::fuzz_target;

static RUN: OnceLock<fn(&[u8])> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let run = RUN.get_or_init(|| match std::env::var("DATELINE_FUZZ") {
        Ok(name) => target(&name).expect("a target").run,
        Err(_) => {
            for target in &TARGETS {
                println!("{} {}", target.name, target.covers.join(" "));
            }
            std::process::exit(0)
        }
    });
    run(data);
});
