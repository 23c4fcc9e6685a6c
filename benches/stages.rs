//! Benchmarks of the stages, without a disk: `cargo bench --bench stages`.
//!
//! `compare.py` times whole builds against other generators. The corpus here is a small version of
//! that of `corpus.py`: articles of the same size and shape.

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use dateline::config::SiteConfig;
use dateline::content::date::{Direction, EventDate, order_key};
use dateline::diagnostic::Sink;
use dateline::pipeline::{self, Prepared};
use dateline::plan::{FeedForm, FeedOf, Page, Planned};
use dateline::project::{Settings, configuration};
use dateline::source::{Source, SourceId, Sources};
use dateline::world::MemoryWorld;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

const ARTICLES: usize = 200;
const ENTRIES: usize = 10_000;
const ROOT: &str = "/site";

const CONFIG: &str = "\
title: AI strategy timeline
url: https://timeline.example.org/
per_page: 50
front_page: {entries: 50}
stances:
  open-source: {label: Open source}
  open-weight: {label: Open weight}
  hybrid: {label: Hybrid}
  closed: {label: Closed}
";

const WORDS: &str = "model weights open closed release strategy lab research compute licence \
market policy frontier training data safety benchmark agent reasoning inference chip cluster \
partner revenue enterprise developer community regulator export audit cloud price token";

fn main() {
    divan::main();
}

/// Parses the front matter and the body of one article.
#[divan::bench]
fn parse_article(bencher: Bencher) {
    let config = Corpus::new(1).config();
    let source = Source {
        id: SourceId(0),
        text: article(1),
    };
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| {
        dateline::parse::article(&source, "2025/event-1.md", &config, &mut Sink::default())
    });
}

/// The date formats that editors write, from plain ones to EDTF level 2. The last one is rejected
/// with a suggestion.
#[divan::bench(args = [
    "2025-12-12",
    "2025-12",
    "2026-Q1",
    "2026-03~",
    "199X",
    "2025-12-12T19:27",
    "2025-06/2025-09",
    "[2024,2025]",
    "12 December 2025",
])]
fn parse_date(bencher: Bencher, text: &str) {
    bencher.bench(|| EventDate::parse(black_box(text), Tz::Asia__Jakarta));
}

/// Computes the sort keys of 10,000 entries and sorts them, as the model does.
#[divan::bench]
fn sort_entries(bencher: Bencher) {
    let mut random = Random(1);
    let entries: Vec<(EventDate, String)> = (0..ENTRIES)
        .map(|number| {
            let text = match number % 8 {
                0 => format!("{}-Q{}", year(&mut random), 1 + random.below(4)),
                1 => format!("{}-{:02}", year(&mut random), 1 + random.below(12)),
                _ => day(&mut random),
            };
            let date = EventDate::parse(&text, Tz::UTC).expect("a date");
            (date, format!("event-{number:06}"))
        })
        .collect();
    let order: Vec<usize> = (0..ENTRIES).collect();
    let key = |number: usize| {
        let (date, id) = &entries[number];
        order_key(Some(date), Direction::Newest, None, None, id)
    };
    bencher
        .counter(ItemsCount::new(ENTRIES))
        .with_inputs(|| order.clone())
        .bench_local_values(|mut order| {
            order.sort_by_cached_key(|number| key(*number));
            order
        });
}

/// From a project to its plan: reads, parses and builds the model, in parallel as in a build.
#[divan::bench]
fn prepare(bencher: Bencher) {
    let corpus = Corpus::new(ARTICLES);
    bencher
        .counter(ItemsCount::new(ARTICLES))
        .with_inputs(|| corpus.forget())
        .bench_local_values(|()| corpus.prepare());
}

/// The page of an article: its text is read again, rendered to HTML and inserted into its template.
#[divan::bench]
fn render_article(bencher: Bencher) {
    render(bencher, |page| matches!(page, Page::Article(_)));
}

/// A list: reads no text.
#[divan::bench]
fn render_year(bencher: Bencher) {
    render(bencher, |page| matches!(page, Page::Year(_)));
}

/// A feed, by default with the full texts of 20 articles.
#[divan::bench]
fn render_feed(bencher: Bencher) {
    render(bencher, |page| {
        matches!(page, Page::Feed(FeedOf::Site, FeedForm::Atom))
    });
}

/// Benchmarks the middle one of the matching pages.
fn render(bencher: Bencher, wanted: impl Fn(&Page) -> bool) {
    let corpus = Corpus::new(ARTICLES);
    let (prepared, sources) = corpus.prepare();
    let pages: Vec<&Planned> = prepared
        .plan
        .pages
        .iter()
        .filter(|planned| wanted(&planned.page))
        .collect();
    let planned = pages[pages.len() / 2];
    let render = || {
        pipeline::render_page(
            &corpus.world,
            &corpus.settings,
            &prepared,
            &sources,
            planned,
        )
        .unwrap_or_else(|fault| panic!("{}: {}", planned.route, fault.message))
    };
    bencher
        .counter(BytesCount::of_slice(&render()))
        .with_inputs(|| corpus.forget())
        .bench_local_values(|()| render());
}

/// An in-memory project.
struct Corpus {
    world: MemoryWorld,
    settings: Settings,
}

impl Corpus {
    fn new(articles: usize) -> Self {
        let now = DateTime::<Utc>::from_timestamp(1_793_491_200, 0).expect("2026-11-01");
        let root = PathBuf::from(ROOT);
        let world = MemoryWorld::new(now)
            .with_folder(root.join("static"))
            .with_folder(root.join("templates"))
            .with(root.join("site.yaml"), CONFIG);
        for number in 0..articles {
            let path = format!("content/event-{number:06}.md");
            world.set(root.join(path), article(number));
        }
        let settings = Settings::new(root);
        Self { world, settings }
    }

    fn config(&self) -> SiteConfig {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        configuration::read(&self.world, &self.settings, &mut sources, &mut sink)
            .expect("a good site.yaml")
    }

    fn prepare(&self) -> (Prepared, Sources) {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let prepared = pipeline::prepare(&self.world, &self.settings, &mut sources, &mut sink);
        assert!(!sink.has_errors(), "the corpus is good");
        (prepared.expect("a plan"), sources)
    }

    /// Clears the world's log, which would otherwise grow with every run.
    fn forget(&self) {
        self.world.set_fault(None);
    }
}

/// Generates an article of some 4 KB: four sections, a list, a quote, links and emphasis; every
/// eighth has a table.
fn article(number: usize) -> String {
    let mut random = Random(number as u64 * 7919 + 17);
    let date = day(&mut random);
    let stance = ["open-source", "open-weight", "hybrid", "closed"][random.below(4)];
    let (tag, organisation) = (random.below(57), random.below(39));
    let mut text = format!(
        "---\ntitle: \"{title} {number}\"\ndate: {date}\nsummary: \"{summary}\"\n\
         tags: [\"topic-{tag:02}\", \"topic-{:02}\", \"topic-{:02}\"]\n\
         organisations: [\"Organisation {organisation:02}\", \"Organisation {:02}\"]\n\
         stance: {stance}\nsources:\n",
        tag + 1,
        tag + 2,
        organisation + 1,
        title = words(&mut random, 7),
        summary = words(&mut random, 14),
    );
    for source in 1..=2 {
        _ = write!(
            text,
            "  - title: \"Report {source} on event {number}\"\n    url: https://news.example.org/{number}/{source}\n    publisher: Example Wire\n    date: {date}\n"
        );
    }
    text.push_str("---\n\n");
    paragraph(&mut text, &mut random);
    for section in 0..4 {
        _ = write!(text, "## {}\n\n", words(&mut random, 4));
        paragraph(&mut text, &mut random);
        match section {
            1 => {
                for _ in 0..4 {
                    _ = writeln!(text, "- {}", sentence(&mut random));
                }
                text.push('\n');
            }
            2 => _ = write!(text, "> {}\n\n", sentence(&mut random)),
            _ => {}
        }
    }
    if number.is_multiple_of(8) {
        text.push_str("| Model | Stance | Year |\n|---|---|---|\n");
        for _ in 0..4 {
            _ = writeln!(
                text,
                "| {} | {stance} | {} |",
                words(&mut random, 1),
                year(&mut random)
            );
        }
    }
    text
}

fn paragraph(text: &mut String, random: &mut Random) {
    let sentences: Vec<String> = (0..3 + random.below(4)).map(|_| sentence(random)).collect();
    _ = write!(text, "{}\n\n", sentences.join(" "));
}

/// Generates a sentence; one in four has emphasis, one in seven has a link.
fn sentence(random: &mut Random) -> String {
    let count = 6 + random.below(15);
    let mut text = words(random, count);
    if random.below(4) == 0 {
        _ = write!(text, " **{}**", words(random, 1));
    }
    if random.below(7) == 0 {
        _ = write!(
            text,
            " [{}](https://example.org/{})",
            words(random, 1),
            random.below(999)
        );
    }
    text + "."
}

fn words(random: &mut Random, count: usize) -> String {
    let all: Vec<&str> = WORDS.split(' ').collect();
    let chosen: Vec<&str> = (0..count).map(|_| all[random.below(all.len())]).collect();
    chosen.join(" ")
}

fn day(random: &mut Random) -> String {
    let year = year(random);
    format!(
        "{year}-{:02}-{:02}",
        1 + random.below(12),
        1 + random.below(28)
    )
}

fn year(random: &mut Random) -> usize {
    2015 + random.below(11)
}

/// A random number generator with the same sequence on every machine (Knuth's 64-bit multiplier).
struct Random(u64);

impl Random {
    /// Returns a number from 0 up to but not including `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}
