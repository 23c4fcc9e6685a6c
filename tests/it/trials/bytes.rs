//! The same bytes in any surroundings.

use dateline::diagnostic::Sink;
use dateline::pipeline;
use dateline::source::Sources;

use super::world::Odd;
use super::{Random, trials};
use crate::project::{Project, program, ran};
use crate::same_bytes::{assert_same, sources};
use crate::site_test::SiteTest;

const THREADS: [&str; 5] = ["1", "2", "3", "4", "16"];
const ZONES: [&str; 6] = [
    "UTC",
    "Asia/Jakarta",
    "America/St_Johns",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Nowhere/At_All",
];
const LOCALES: [&str; 6] = [
    "C",
    "POSIX",
    "en_GB.UTF-8",
    "tr_TR.UTF-8",
    "ar_EG.UTF-8",
    "xx",
];

#[test]
fn threads_zones_locales_folders_and_the_order_of_files_change_no_byte() {
    let mut random = Random(4);
    let mut files = sources();
    let mut first = None;
    let count = trials(100, 10);
    for trial in 0..count {
        random.shuffle(&mut files);
        let project = files
            .iter()
            .fold(Project::empty(), |project, (path, bytes)| {
                project.file(path, bytes)
            });
        let folders = [project.root(), project.around(), "/".as_ref()];
        let mut command = program();
        command
            .current_dir(random.one_of(&folders))
            .env("SOURCE_DATE_EPOCH", "1768478400")
            .env("RAYON_NUM_THREADS", random.one_of(&THREADS))
            .env("TZ", random.one_of(&ZONES))
            .env("LANG", random.one_of(&LOCALES))
            .env("LC_ALL", random.one_of(&LOCALES))
            .arg("build")
            .arg("--root")
            .arg(project.root());
        ran(&mut command).code(0);
        let output = project.output();
        assert!(output.len() > 130, "{}", output.len());
        let first = first.get_or_insert_with(|| output.clone());
        assert_same(first, &output, &format!("trial {trial}: {command:?}"));
    }
    println!("{count} builds in other surroundings: the same bytes");
}

#[test]
fn folders_that_are_listed_in_any_order_change_no_byte_and_no_word() {
    let site = sources()
        .into_iter()
        .fold(SiteTest::new(), |site, (path, bytes)| {
            site.bytes(&path, &bytes)
        });
    let clean = SiteTest {
        world: site.world.clone(),
        settings: site.settings.clone(),
    }
    .built();
    for seed in 0..trials(100, 10) {
        let inner = site.world.clone();
        let world = Odd::shuffled(&inner, seed);
        let (mut files, mut sink) = (Sources::default(), Sink::default());
        let settings = &site.settings;
        let prepared = pipeline::prepare(&world, settings, &mut files, &mut sink);
        let prepared = prepared.expect("a good site");
        let progress = |_, _| {};
        pipeline::build(&world, settings, &prepared, &files, &mut sink, &progress).expect("built");
        let after = SiteTest {
            world: inner.clone(),
            settings: settings.clone(),
        };
        let output = after.output(&settings.root.join("public"));
        assert_same(&clean.files, &output, &format!("order {seed}"));
        let found = after.found(sink, &files);
        assert_eq!(found.text, clean.found.text, "order {seed}");
    }
}
