//! Checks that parsing and rendering are linear: `cargo bench --bench linear`, or for some shapes
//! only, by a part of their names: `cargo bench --bench linear -- brackets`.
//!
//! For each shape of `tests/it/hostile/shapes.rs`, times a whole check of an article of n and of 2n
//! parts, including the printing of diagnostics, in one thread and without a disk. Takes medians of
//! seven alternating runs. Exits with 1 if time(2n) / time(n) exceeds 2.5 for any shape twice in a
//! row (once may be due to another process).

#[path = "../tests/it/hostile/shapes.rs"]
mod shapes;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use dateline::diagnostic::{self, Format, Sink};
use dateline::pipeline;
use dateline::project::Settings;
use dateline::source::Sources;
use dateline::world::MemoryWorld;
use shapes::{SHAPES, Shape};

const LIMIT: f64 = 2.5;
const RUNS: usize = 7;

fn main() -> std::process::ExitCode {
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    let wanted = wanted.unwrap_or_default();
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global()
        .expect("nothing ran yet");
    println!(
        "{:>10} {:>9} {:>9} {:>6}  shape",
        "n", "n, ms", "2n, ms", "ratio"
    );
    let mut worst: Vec<(f64, &str)> = Vec::new();
    for shape in SHAPES.iter().filter(|shape| shape.name.contains(&wanted)) {
        let (mut one, mut two) = medians(shape);
        let mut ratio = two.as_secs_f64() / one.as_secs_f64();
        if ratio > LIMIT {
            (one, two) = medians(shape);
            ratio = two.as_secs_f64() / one.as_secs_f64();
        }
        let mark = if ratio > LIMIT {
            "  <-- above the limit"
        } else {
            ""
        };
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!(
            "{:>10} {:>9.2} {:>9.2} {ratio:>6.2}  {}{mark}",
            shape.n,
            ms(one),
            ms(two),
            shape.name
        );
        if ratio > LIMIT {
            worst.push((ratio, shape.name));
        }
    }
    for (ratio, name) in &worst {
        eprintln!("{name}: {ratio:.2} exceeds the limit of {LIMIT}");
    }
    u8::from(!worst.is_empty()).into()
}

/// Returns the median times of n and of 2n parts.
fn medians(shape: &Shape) -> (Duration, Duration) {
    let (small, large) = ((shape.article)(shape.n), (shape.article)(2 * shape.n));
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        times.0.push(time(&small));
        times.1.push(time(&large));
    }
    times.0.sort_unstable();
    times.1.sort_unstable();
    (times.0[RUNS / 2], times.1[RUNS / 2])
}

fn time(article: &str) -> Duration {
    let now = DateTime::<Utc>::from_timestamp(1_793_491_200, 0).expect("2026-11-01");
    let root = PathBuf::from("/site");
    let world = MemoryWorld::new(now)
        .with(
            root.join("site.yaml"),
            "title: A\nurl: https://example.org/\n",
        )
        .with(root.join("content/a.md"), article);
    let settings = Settings::new(root);
    let start = Instant::now();
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    if let Some(prepared) = pipeline::prepare(&world, &settings, &mut sources, &mut sink) {
        pipeline::check(&world, &settings, &prepared, &sources, &mut sink);
    }
    let faults = sink.sorted(&sources);
    let format = Format::Human { colour: false };
    std::hint::black_box(diagnostic::print(&faults, format, &sources, &world));
    start.elapsed()
}
