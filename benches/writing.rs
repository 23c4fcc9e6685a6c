//! What this file system likes: `cargo bench --bench writing -- [--files 10000] [--rounds 5]
//! [--folder FOLDER]`.
//!
//! Writes a site's worth of pages of 9 KB, each in a folder of its own, in each of the ways in
//! which a publication could, and prints medians with the least and the most. The ways take
//! turns, and each round begins with another of them, so that a noisy minute hits all alike;
//! the last column compares within a round. Before each, outside of the timing, the disk is
//! given what the one before has written. Nothing is deleted between rounds: an ext4 without a
//! journal searches past recently deleted files for minutes. All is deleted at the end.
//!
//! It uses nothing but the standard library: what is measured is the file system, not Dateline.

#![allow(
    clippy::disallowed_methods,
    reason = "the file system itself is what is measured"
)]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const BYTES: usize = 9_000;
/// Folders of a stage that is not laid out as the site.
const SHELVES: usize = 8;

/// How the files come to their places.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Staged as the site is laid out; one rename puts all in place.
    Tree,
    /// As [`Way::Tree`], in no order.
    Shuffled,
    /// Staged by number, as what changes on a later build is; left there.
    Numbered,
    /// Staged by number, and each renamed into a folder that is made for it.
    Renamed,
    /// Only the folders.
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
            Self::Folders => "the folders alone",
        }
    }
}

/// What a way took: until all was written, and until it was on the disk.
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

/// The numbers of the files, in the order in which they are written.
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
        // One thread, as a publication takes its steps.
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

/// Does this for each number; each thread takes the next when it has done one.
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

/// Waits until the file system that a folder is on has written everything.
fn sync(folder: &Path) {
    let done = Command::new("sync").arg("-f").arg(folder).status();
    assert!(done.is_ok_and(|status| status.success()), "sync -f failed");
}

fn print(files: usize, took: &[Vec<Took>]) {
    println!(
        "{files} pages of {BYTES} bytes, medians (least to most) of {} rounds, in seconds\n",
        took[0].len()
    );
    println!("| staged | threads | written | on the disk | to the first row |");
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

/// With the least and the most.
fn median(mut numbers: Vec<f64>) -> (f64, f64, f64) {
    numbers.sort_by(f64::total_cmp);
    let last = numbers.len() - 1;
    (numbers[0], numbers[numbers.len() / 2], numbers[last])
}
