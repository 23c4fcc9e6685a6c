//! Measures how fast the file system writes in several ways: `cargo bench --bench writing --
//! [--files 10000] [--rounds 5] [--folder FOLDER]`.
//!
//! Writes a site's worth of 9 KB pages, each in its own folder, in each way in which a publication
//! could, and prints medians, minima and maxima. The ways take turns, and each round starts with a
//! different one, so that noise affects all of them alike; the last column compares within a round.
//! Before each run, outside of the timing, the previous writes are synced. Nothing is deleted
//! between rounds: ext4 without a journal searches past recently deleted files for minutes.
//! Everything is deleted at the end.
//!
//! Uses only the standard library: it measures the file system, not Dateline.

#![allow(
    clippy::disallowed_methods,
    reason = "this measures the file system itself"
)]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const BYTES: usize = 9_000;
/// Number of folders of a stage with numbered files.
const SHELVES: usize = 8;

/// How the files get to their final paths.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Staged with the layout of the site; one rename publishes everything.
    Tree,
    /// Like [`Way::Tree`], in random order.
    Shuffled,
    /// Staged by number, as changed files are in a later build, and left there.
    Numbered,
    /// Staged by number, then each renamed into a new folder.
    Renamed,
    /// Only creates the folders.
    Folders,
}

const CELLS: [(Way, usize); 12] = [
    (Way::Tree, 1),
    (Way::Tree, 2),
    (Way::Tree, 4),
    (Way::Shuffled, 1),
    (Way::Shuffled, 2),
    (Way::Numbered, 1),
    (Way::Numbered, 2),
    (Way::Numbered, 4),
    (Way::Renamed, 1),
    (Way::Renamed, 2),
    (Way::Folders, 1),
    (Way::Folders, 2),
];

impl Way {
    fn words(self) -> &'static str {
        match self {
            Self::Tree => "as a tree, by folder, one rename",
            Self::Shuffled => "as a tree, shuffled, one rename",
            Self::Numbered => "by number in 8 folders, no rename",
            Self::Renamed => "by number, then a folder and a rename each",
            Self::Folders => "only the folders",
        }
    }
}

/// Time until everything was written, and until it was on the disk.
#[derive(Clone, Copy)]
struct Took {
    written: Duration,
    synced: Duration,
}

fn main() {
    let files = usize::try_from(option("--files").map_or(10_000, number)).expect("a number");
    let rounds = usize::try_from(option("--rounds").map_or(5, number)).expect("a number");
    let folder = option("--folder").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench/writing"),
        PathBuf::from,
    );
    let orders = [order(files, false), order(files, true)];
    let mut took: Vec<Vec<Took>> = vec![Vec::new(); CELLS.len()];
    for round in 0..rounds {
        for turn in 0..CELLS.len() {
            let cell = (turn + round) % CELLS.len();
            let (way, threads) = CELLS[cell];
            let place = folder.join(format!("{round}-{cell}"));
            fs::create_dir_all(&place).expect("a folder");
            sync(&place);
            let order = &orders[usize::from(way == Way::Shuffled)];
            took[cell].push(write(&place, way, threads, order));
        }
    }
    print(files, &took);
    fs::remove_dir_all(&folder).expect("removed");
}

fn option(name: &str) -> Option<String> {
    let mut args = std::env::args().skip_while(|arg| arg != name);
    args.nth(1)
}

fn number(text: impl AsRef<str>) -> u64 {
    text.as_ref().parse().expect("a number")
}

/// Returns the numbers of the files in the order in which they are written.
fn order(files: usize, shuffled: bool) -> Vec<usize> {
    let mut order: Vec<_> = (0..files).collect();
    let mut state = 1_u64;
    for n in (1..if shuffled { files } else { 0 }).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(n, usize::try_from(state >> 33).expect("31 bits") % (n + 1));
    }
    order
}

fn write(place: &Path, way: Way, threads: usize, order: &[usize]) -> Took {
    let text = vec![b'x'; BYTES];
    let stage = place.join("stage");
    let public = place.join("public");
    let begin = Instant::now();
    fs::create_dir(&stage).expect("a folder");
    if matches!(way, Way::Numbered | Way::Renamed) {
        for shelf in 0..SHELVES {
            fs::create_dir(stage.join(shelf.to_string())).expect("a folder");
        }
    }
    let page = |below: &Path, n: usize| below.join(format!("event-{n:06}"));
    shared(threads, order, |n| match way {
        Way::Tree | Way::Shuffled => {
            let folder = page(&stage, n);
            fs::create_dir(&folder).expect("a folder");
            create(&folder.join("index.html"), &text);
        }
        Way::Folders => fs::create_dir(page(&stage, n)).expect("a folder"),
        Way::Numbered | Way::Renamed => {
            create(&stage.join(format!("{}/{n}", n % SHELVES)), &text);
        }
    });
    match way {
        Way::Tree | Way::Shuffled => fs::rename(&stage, &public).expect("renamed"),
        // In one thread, as a publication runs its steps.
        Way::Renamed => {
            for n in order {
                let folder = page(&public, *n);
                fs::create_dir_all(&folder).expect("a folder");
                let staged = stage.join(format!("{}/{n}", n % SHELVES));
                fs::rename(staged, folder.join("index.html")).expect("renamed");
            }
        }
        Way::Numbered | Way::Folders => {}
    }
    let written = begin.elapsed();
    sync(place);
    let synced = begin.elapsed();
    Took { written, synced }
}

fn create(path: &Path, text: &[u8]) {
    let mut file = File::create_new(path).expect("a new file");
    file.write_all(text).expect("written");
}

/// Calls `each` for every number; each thread takes the next one when it is done.
fn shared(threads: usize, order: &[usize], each: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(n) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                    each(*n);
                }
            });
        }
    });
}

/// Waits until the file system of a folder has written everything to the disk.
fn sync(folder: &Path) {
    let done = Command::new("sync").arg("-f").arg(folder).status();
    assert!(done.is_ok_and(|status| status.success()), "sync -f failed");
}

fn print(files: usize, took: &[Vec<Took>]) {
    println!(
        "{files} pages of {BYTES} bytes, medians (minimum to maximum) of {} rounds, in seconds\n",
        took[0].len()
    );
    println!("| staged | threads | written | on the disk | relative to the first row |");
    println!("| --- | --- | --- | --- | --- |");
    for ((way, threads), took_it) in CELLS.iter().zip(took) {
        let seconds = |each: fn(&Took) -> Duration| -> Vec<f64> {
            took_it
                .iter()
                .map(|took| each(took).as_secs_f64())
                .collect()
        };
        let written = seconds(|took| took.written);
        let first = took[0].iter().map(|took| took.written.as_secs_f64());
        let ratios = written.iter().zip(first).map(|(a, b)| a / b).collect();
        println!(
            "| {} | {threads} | {} | {} | {:.2} |",
            way.words(),
            spread(written),
            spread(seconds(|took| took.synced)),
            median(ratios).1
        );
    }
}

fn spread(seconds: Vec<f64>) -> String {
    let (least, median, most) = median(seconds);
    format!("{median:.2} ({least:.2} to {most:.2})")
}

/// Returns the minimum, the median and the maximum.
fn median(mut numbers: Vec<f64>) -> (f64, f64, f64) {
    numbers.sort_by(f64::total_cmp);
    let last = numbers.len() - 1;
    (numbers[0], numbers[numbers.len() / 2], numbers[last])
}
