//! Time and memory over every input that a project has: `cargo bench --bench curves`, or for some
//! shapes only, by a part of their names: `cargo bench --bench curves -- SVG`.
//!
//! The shapes are those of articles (`tests/it/hostile/shapes.rs`) and those of all other files
//! (`tests/it/hostile/files.rs`). A whole check of n and of 2n parts is timed, each in a process of
//! its own, by the processor time of its threads (of three runs, the median); then a check of about
//! a megabyte, for the most memory that it takes. Exits with 1 if time(2n) / time(n) exceeds 2.5 for
//! any shape twice in a row, or if a megabyte takes more than 300 MiB.
//!
//! Needs Linux: `/proc` has both figures.

#[path = "../tests/it/hostile/files.rs"]
mod files;
#[path = "../tests/it/hostile/shapes.rs"]
mod shapes;

use std::path::Path;
use std::process::{Command, ExitCode};

use chrono::{DateTime, Utc};
use dateline::diagnostic::{self, Format, Sink};
use dateline::pipeline;
use dateline::project::Settings;
use dateline::source::Sources;
use dateline::world::MemoryWorld;
use files::{FILES, File};
use shapes::SHAPES;

const MOST_RATIO: f64 = 2.5;
const MOST_MEMORY: u64 = 300 * 1024;
const MEGABYTE: usize = 1_000_000;
const RUNS: usize = 3;
/// Below this, in milliseconds, the clock says little.
const SHORT: f64 = 4.0;

/// A shape of any input.
struct Curve {
    name: String,
    n: usize,
    files: Box<dyn Fn(usize) -> Vec<File>>,
}

fn curves() -> Vec<Curve> {
    let articles = SHAPES.iter().map(|shape| Curve {
        name: format!("article: {}", shape.name),
        n: shape.n,
        files: Box::new(|n| vec![("content/a.md".to_owned(), (shape.article)(n))]),
    });
    let others = FILES.iter().map(|shape| Curve {
        name: format!("{}: {}", shape.input, shape.name),
        n: shape.n,
        files: Box::new(|n| (shape.files)(n)),
    });
    articles.chain(others).collect()
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [first, at, n] = args.as_slice()
        && first == "--child"
    {
        child(at.parse().ok(), n.parse().expect("a number"));
        return ExitCode::SUCCESS;
    }
    let wanted = args.iter().find(|arg| !arg.starts_with('-'));
    let wanted = wanted.map_or("", String::as_str);
    let base = median(None, 0);
    println!(
        "{:>9} {:>9} {:>6} {:>8}  shape",
        "n, ms", "2n, ms", "ratio", "MiB"
    );
    let (mut count, mut faults) = (0, Vec::new());
    for (at, curve) in curves().iter().enumerate() {
        if !curve.name.contains(wanted) {
            continue;
        }
        count += 1;
        let measure = || {
            let (one, two) = (median(Some(at), curve.n), median(Some(at), 2 * curve.n));
            let (one, two) = ((one - base).max(0.0), (two - base).max(0.0));
            (one, two, two.max(SHORT) / one.max(SHORT))
        };
        let (mut one, mut two, mut ratio) = measure();
        if ratio > MOST_RATIO {
            (one, two, ratio) = measure();
        }
        let memory = run(Some(at), of_a_megabyte(curve)).1;
        println!(
            "{one:>9.1} {two:>9.1} {ratio:>6.2} {:>8.1}  {}",
            memory as f64 / 1024.0,
            curve.name
        );
        if ratio > MOST_RATIO {
            faults.push(format!("{}: time grows by {ratio:.2}", curve.name));
        }
        if memory > MOST_MEMORY {
            faults.push(format!(
                "{}: a megabyte takes {} MiB",
                curve.name,
                memory / 1024
            ));
        }
    }
    println!(
        "{count} shapes; the limits are {MOST_RATIO} and {} MiB",
        MOST_MEMORY / 1024
    );
    for fault in &faults {
        eprintln!("{fault}");
    }
    u8::from(!faults.is_empty() || count == 0).into()
}

/// How many parts make about a megabyte.
fn of_a_megabyte(curve: &Curve) -> usize {
    let size = |n: usize| -> usize { (curve.files)(n).iter().map(|(_, text)| text.len()).sum() };
    let (mut low, mut high) = (1, 2);
    while size(high) < MEGABYTE && high < 4_000_000 {
        (low, high) = (high, high * 2);
    }
    while high - low > low / 50 + 1 {
        let middle = low.midpoint(high);
        match size(middle) < MEGABYTE {
            true => low = middle,
            false => high = middle,
        }
    }
    low
}

fn median(at: Option<usize>, n: usize) -> f64 {
    let mut times: Vec<f64> = (0..RUNS).map(|_| run(at, n).0).collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// Runs a check in a process of its own; returns its processor time in milliseconds and the most
/// memory that it took, in KiB.
#[allow(clippy::disallowed_methods, reason = "runs itself")]
fn run(at: Option<usize>, n: usize) -> (f64, u64) {
    let name = at.map_or_else(|| "none".to_owned(), |at| at.to_string());
    let ran = Command::new(std::env::current_exe().expect("this program"))
        .args(["--child", &name, &n.to_string()])
        .output()
        .expect("this program runs");
    let out = String::from_utf8_lossy(&ran.stdout).into_owned();
    let mut words = out.split_whitespace();
    let mut number = || words.next().and_then(|word| word.parse::<u64>().ok());
    match (number(), number()) {
        (Some(nanoseconds), Some(kib)) => (nanoseconds as f64 / 1e6, kib),
        _ => panic!("{name}: {out}{}", String::from_utf8_lossy(&ran.stderr)),
    }
}

/// Checks one project, and prints the figures.
fn child(at: Option<usize>, n: usize) {
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global()
        .expect("nothing ran yet");
    let now = DateTime::<Utc>::from_timestamp(1_793_491_200, 0).expect("2026-11-01");
    let root = Path::new("/site");
    let article = "---\ntitle: A\ndate: 2025\ntags: [x]\n---\n\nText.\n";
    let mut world = MemoryWorld::new(now)
        .with(root.join("site.yaml"), files::SITE)
        .with(root.join("content/b.md"), article);
    if let Some(at) = at {
        for (path, text) in (curves()[at].files)(n) {
            world = world.with(root.join(path), text);
        }
    }
    let settings = Settings::new(root);
    let start = processor_time();
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    if let Some(prepared) = pipeline::prepare(&world, &settings, &mut sources, &mut sink) {
        pipeline::check(&world, &settings, &prepared, &sources, &mut sink);
    }
    let faults = sink.sorted(&sources);
    let format = Format::Human { colour: false };
    std::hint::black_box(diagnostic::print(&faults, format, &sources, &world));
    println!("{} {}", processor_time() - start, most_memory());
}

/// The processor time of all threads, in nanoseconds.
#[allow(
    clippy::disallowed_methods,
    reason = "of the process, not of a project"
)]
fn processor_time() -> u64 {
    let tasks = std::fs::read_dir("/proc/self/task").expect("Linux");
    let time = |task: std::fs::DirEntry| {
        let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    };
    tasks.flatten().filter_map(time).sum()
}

/// The most memory that the process has taken, in KiB.
#[allow(
    clippy::disallowed_methods,
    reason = "of the process, not of a project"
)]
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.expect("Linux says it")
}
