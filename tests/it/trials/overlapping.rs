//! Builds at the same time.

use std::process::Child;
use std::time::Duration;

use super::{Random, assert_clean, assert_tidy, clean_build, rewrite, sources, start, trials};
use crate::project::Project;
use crate::project::Ran;

const ARTICLES: usize = 60;

fn end(build: Child) -> (u32, Ran) {
    let pid = build.id();
    let output = build.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let ran = Ran {
        code: output.status.code().expect("it ends by itself"),
        out: text(output.stdout),
        err: text(output.stderr),
    };
    (pid, ran)
}

#[test]
fn of_two_builds_at_once_one_publishes_and_the_other_names_it() {
    let both = [sources(ARTICLES, false), sources(ARTICLES, true)];
    let sites = [clean_build(&both[0]), clean_build(&both[1])];
    let project = Project::empty();
    let (mut random, mut held) = (Random(2), 0);
    let count = trials(200, 6);
    for trial in 0..count {
        let to = usize::from(trial % 2 == 1);
        rewrite(&project, &both[to]);
        let first = start(&project, "build");
        std::thread::sleep(Duration::from_micros(random.below(40_000)));
        let second = start(&project, "build");
        let (one, two) = (end(first), end(second));
        assert!(one.1.code == 0 || two.1.code == 0, "{one:?} {two:?}");
        for ((_, ran), (pid, _)) in [(&one, &two), (&two, &one)] {
            if ran.code != 0 {
                assert_eq!(ran.code, 2, "{ran:?}");
                let holder = format!("process {pid},");
                assert!(ran.err.contains(&holder), "{holder} {ran:?}");
                assert!(ran.err.contains("wait until it has finished"), "{ran:?}");
                held += 1;
            }
        }
        let what = format!("pair {trial}");
        assert_clean(&project.root().join("public"), &sites[to], &what);
        assert_tidy(&project.root().join(".public.dateline"), &what);
    }
    println!("{count} pairs of builds: {held} times the second was told who holds the lock");
}

#[test]
fn the_lock_of_a_build_that_was_killed_is_no_lock() {
    let both = [sources(ARTICLES, false), sources(ARTICLES, true)];
    let sites = [clean_build(&both[0]), clean_build(&both[1])];
    let project = Project::empty();
    rewrite(&project, &both[1]);
    project.run("build").code(0);
    let stage = project.root().join(".public.dateline/stage");
    let (mut random, mut holding) = (Random(3), 0);
    let count = trials(50, 3);
    for trial in 0..count {
        let to = usize::from(trial % 2 == 1);
        rewrite(&project, &both[to]);
        let mut build = start(&project, "build");
        // It has the lock once it stages.
        while !stage.exists() && build.try_wait().expect("a child").is_none() {
            std::hint::spin_loop();
        }
        std::thread::sleep(Duration::from_micros(random.below(20_000)));
        build.kill().expect("a child");
        holding += u64::from(build.wait().expect("a child").code().is_none());
        project.run("build").code(0);
        let what = format!("holder {trial}");
        assert_clean(&project.root().join("public"), &sites[to], &what);
        assert_tidy(&project.root().join(".public.dateline"), &what);
    }
    println!("{count} holders of the lock: {holding} were killed while they held it");
}

#[test]
fn two_outputs_of_one_project_are_built_at_once() {
    let both = [sources(ARTICLES, false), sources(ARTICLES, true)];
    let sites = [clean_build(&both[0]), clean_build(&both[1])];
    let project = Project::empty();
    for trial in 0..trials(50, 3) {
        let to = usize::from(trial % 2 == 1);
        rewrite(&project, &both[to]);
        let builds = ["one", "two"].map(|name| start(&project, &format!("build -o {name}")));
        for build in builds {
            end(build).1.code(0);
        }
        for name in ["one", "two"] {
            let what = format!("trial {trial}, {name}");
            assert_clean(&project.root().join(name), &sites[to], &what);
            assert_tidy(&project.root().join(format!(".{name}.dateline")), &what);
        }
    }
}
