//! Whole builds, from the first folder that is walked to the last file that is removed, with
//! every operation failing in every way.

use std::path::Path;

use dateline::diagnostic::Sink;
use dateline::pipeline::{self, Built, Failure};
use dateline::publish::PublishError;
use dateline::source::Sources;
use dateline::world::{MemoryWorld, World};

use super::world::{EACCES, EIO, ENOSPC, EROFS, Failing, Odd};
use super::{Files, asked};
use crate::site_test::{ROOT, SiteTest};

const ERRORS: [i32; 4] = [ENOSPC, EIO, EROFS, EACCES];

const GOOD: &str = "---\ntitle: Good\ndate: 2025-01-01\n---\n\nText.\n";

/// A site before the build, with what it is now and what it is to be.
struct Scene {
    site: SiteTest,
    old: Files,
    new: Files,
}

impl Scene {
    /// The first build, with an output that is missing.
    fn first() -> Self {
        Self::of(edited(SiteTest::new().article("b.md", GOOD)))
    }

    /// Pages that change, come and go, and another style sheet.
    fn next() -> Self {
        let site = SiteTest::new()
            .article("a.md", GOOD)
            .article("b.md", &GOOD.replace("Good", "Other"));
        site.built();
        Self::of(edited(site))
    }

    fn of(site: SiteTest) -> Self {
        let public = Path::new(ROOT).join("public");
        let clean = SiteTest {
            world: site.world.clone(),
            settings: site.settings.clone(),
        };
        Self {
            old: site.output(&public),
            new: clean.built().files,
            site,
        }
    }

    /// A copy of the world before the build.
    fn copy(&self) -> MemoryWorld {
        self.site.world.clone()
    }

    fn output(&self, world: &MemoryWorld) -> Files {
        SiteTest {
            world: world.clone(),
            settings: self.site.settings.clone(),
        }
        .output(&Path::new(ROOT).join("public"))
    }

    /// As `dateline build`.
    fn build(&self, world: &dyn World) -> (Result<Built, Failure>, Sink) {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let settings = &self.site.settings;
        let Some(prepared) = pipeline::prepare(world, settings, &mut sources, &mut sink) else {
            return (Err(Failure::Content), sink);
        };
        let progress = |_, _| {};
        let built = pipeline::build(world, settings, &prepared, &sources, &mut sink, &progress);
        (built, sink)
    }

    /// Builds with this going wrong, and again with nothing going wrong; says whether it came
    /// so far.
    fn survives(&self, failing: Failing) -> bool {
        let what = format!("{failing:?}");
        let inner = self.copy();
        let world = Odd::failing(&inner, failing);
        let (result, sink) = self.build(&world);
        let reached = world.seen() > failing.nth;
        let after = self.output(&inner);
        match result {
            // What failed was of no matter; the site is the right one.
            Ok(_) => assert!(after == self.new, "{what}: built, and not the new site"),
            Err(failure) => {
                says_what_to_do(&failure, sink, &what);
                for (route, bytes) in &after {
                    let whole = [self.old.get(route), self.new.get(route)];
                    assert!(whole.contains(&Some(bytes)), "{what}: {route}");
                }
                let both = self.old.keys().filter(|r| self.new.contains_key(*r));
                for route in both {
                    assert!(after.contains_key(route), "{what}: {route} is missing");
                }
                let journal = Path::new(ROOT).join(".public.dateline/journal");
                let journaled = inner.files(journal).len() == 1;
                assert!(
                    journaled || after == self.old || after == self.new,
                    "{what}"
                );
            }
        }
        let (healed, _) = self.build(&inner);
        assert!(healed.is_ok(), "{what}: the next build fails: {healed:?}");
        assert!(self.output(&inner) == self.new, "{what}: not healed");
        let state = inner.names(&Path::new(ROOT).join(".public.dateline"));
        assert_eq!(state.expect("it is there"), ["lock", "manifest"], "{what}");
        reached
    }
}

fn edited(site: SiteTest) -> SiteTest {
    site.article("a.md", &GOOD.replace("Good", "Better"))
        .article(
            "c.md",
            "---\ntitle: New\ndate: 2023-01-01\ntags: [t]\n---\n",
        )
        .file("static/site.css", "b {}")
        .file("static/plain.txt", "plain")
        .file("templates/footer.html", "")
        .without("content/b.md")
}

/// What the program prints, which ends with 2.
fn says_what_to_do(failure: &Failure, sink: Sink, what: &str) {
    match failure {
        Failure::Publish(error) => {
            assert!(matches!(error, PublishError::Io { .. }), "{what}: {error}");
            let text = error.to_string();
            let advice = [
                "free some",
                "choose a",
                "build again",
                "check that",
                "fix the cause",
            ];
            let cured = |hint: &str| text.contains(&format!("; {hint}"));
            assert!(advice.iter().any(|a| cured(a)), "{what}: {text}");
        }
        Failure::Content => {
            let told: Vec<_> = sink
                .into_iter()
                .filter(|d| matches!(d.code, "unreadable" | "changed-meanwhile"))
                .collect();
            assert!(!told.is_empty(), "{what}: nobody was told");
            assert!(told.iter().all(|d| d.hint.is_some()), "{what}: {told:?}");
        }
    }
}

#[test]
fn a_fault_at_any_operation_of_a_build_leaves_the_site_whole_or_is_healed_by_the_next() {
    for scene in [Scene::first(), Scene::next()] {
        for nth in 0.. {
            // All, or by turns.
            let turn = usize::try_from(nth).expect("a few hundred");
            let errors = match asked() {
                Some(_) => &ERRORS[..],
                None => &ERRORS[turn % 4..=turn % 4],
            };
            let mut reached = false;
            for &errno in errors {
                for for_good in [false, true] {
                    reached |= scene.survives(Failing {
                        nth,
                        errno,
                        for_good,
                    });
                }
            }
            if !reached {
                assert!(nth > 60, "{nth} operations are no whole build");
                break;
            }
        }
    }
}

#[test]
fn the_program_ends_with_2_where_the_disk_did_not_do_its_part() {
    let line = ["dateline", "build", "--quiet", "--root", ROOT].map(Into::into);
    let scene = Scene::next();
    let world = scene.copy();
    let counting = Odd::shuffled(&world, 0);
    assert_eq!(dateline::cli::run_in(&counting, line.clone()), 0);
    let operations = counting.seen();
    // Some at each stage, from reading the configuration to dropping the journal.
    for nth in (0..operations).step_by(7) {
        let inner = scene.copy();
        let failing = Failing {
            nth,
            errno: EIO,
            for_good: true,
        };
        let world = Odd::failing(&inner, failing);
        let code = dateline::cli::run_in(&world, line.clone());
        let done = scene.output(&inner) == scene.new;
        assert!(code == 2 || (code == 0 && done), "{nth}: {code}");
    }
}
