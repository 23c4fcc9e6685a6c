//! Whatever is edited, what was kept and what is read anew give the same site.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

use dateline::diagnostic::{self, Format, Sink};
use dateline::pipeline::{self, Prepared};
use dateline::project::{ChangeSet, Settings};
use dateline::serve::session::{Scan, Session};
use dateline::source::Sources;
use dateline::world::{InjectedFault, MemoryWorld, Operation};

use crate::site_test::{ROOT, SITE, instant};

/// Pages by route, and what is said.
type Site = (BTreeMap<String, String>, String);

fn settings() -> Settings {
    Settings {
        drafts: true,
        future: true,
        ..Settings::new(ROOT)
    }
}

fn site(world: &MemoryWorld, prepared: Option<&Prepared>, sources: &Sources, sink: Sink) -> Site {
    let failed = sink.has_errors();
    let sorted = sink.sorted(sources);
    // The server looks for no notices.
    let sorted: Vec<_> = sorted
        .into_iter()
        .filter(|d| d.severity != diagnostic::Severity::Notice)
        .collect();
    let said = diagnostic::print(&sorted, Format::Short, sources, world);
    let settings = settings();
    let prepared = prepared.filter(|_| !failed);
    let pages = prepared
        .iter()
        .flat_map(|p| p.plan.pages.iter().map(move |page| (p, page)));
    let pages = pages.map(|(prepared, page)| {
        let bytes = pipeline::render_page(world, &settings, prepared, sources, page);
        let text = match bytes {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(fault) => fault.message,
        };
        (page.route.clone(), text)
    });
    (pages.collect(), said)
}

fn anew(world: &MemoryWorld) -> Site {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let prepared = pipeline::prepare(world, &settings(), &mut sources, &mut sink);
    site(world, prepared.as_ref(), &sources, sink)
}

fn kept(world: &MemoryWorld, scan: Scan) -> Site {
    site(world, scan.prepared.as_ref(), &scan.sources, scan.faults)
}

fn world() -> MemoryWorld {
    let world = MemoryWorld::new(instant("2026-01-15T12:00:00Z"));
    world.set(Path::new(ROOT).join("site.yaml"), SITE);
    world
}

/// Texts that each file may have; none: it is not there.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "content/a.md",
        &[
            "---\ntitle: A\ndate: 2025-12-09\ntags: [x]\n---\n[b](b.md)\n",
            "---\ntitle: A again\ndate: 2025\norganisations: [Ely]\nentries:\n  - {id: e, title: E, date: 2026, status: expected}\n---\n![p](p.png)\n",
            "---\ntitle: A\ndate: 2025-02-30\n---\n",
            "---\ntitle: A\n",
            "",
        ],
    ),
    (
        "content/b.md",
        &[
            "---\ntitle: B\ndate: 2025-12-10\ntags: [x, y]\ndraft: true\n---\nText.\n",
            "---\ntitle: B\ndate: 2024-01\nid: a\nupdates: [{entry: e, status: happened}]\n---\nText.\n",
            "---\ntitle: B\ndate: 2024-01\npublished: 2026-02-01\n---\n<b>Raw</b> [c](folder/c.md)\n",
        ],
    ),
    (
        "content/folder/c.md",
        &[
            "---\ntitle: C\ndate: 2025-12-11\ntags: [X]\nstory: s\n---\nText.\n",
            "---\ntitle: C\ndate: 2025-12-11\nlang: id\nslug: tiga\n---\nTeks.\n",
        ],
    ),
    ("content/folder/c.md.bak", &["", "x"]),
    ("content/p.png", &["one", "two"]),
    ("content/page.html", &["<script>1</script>"]),
    (
        "content/pages/about.md",
        &[
            "---\ntitle: About\n---\n[a](../a.md)\n",
            "---\ntitle: Us\ndraft: true\n---\n",
        ],
    ),
    (
        "content/terms/tags/x.md",
        &[
            "---\ntitle: X\n---\nOf x.\n",
            "---\ntitle: X\n---\nAnother.\n",
        ],
    ),
    (
        "static/custom.css",
        &["p { color: red }", "p { color: blue }", "p { color: blue"],
    ),
    ("static/plain.txt", &["one", "two"]),
    (
        "templates/components/foot.html",
        &[
            "{% component foot(site) %}<footer>Own</footer>{% endcomponent foot %}",
            "{% component foot(site) %}<footer>Ours</footer>{% endcomponent foot %}",
            "{% if",
        ],
    ),
    (
        "templates/not-found.html",
        &["Nothing {{ site.title }}", "{{ site.titel }}"],
    ),
    (
        "templates/words/en.ftl",
        &[
            "not-found = Gone\n",
            "not-found = Away\n",
            "not-found = {\n",
        ],
    ),
    ("sponsor.html", &["<p>One</p>", "<p>Two</p>"]),
    (
        "urls.lock",
        &[
            "/a/ article a\n/a/#entry-e entry e\n/b/ article b\n/gone/ article gone gone\n",
            "/2020/ list 2020\n/old/ article a\n/tags/x/page/3/ term tags/x\n/z/ page z\n",
            "# Unsorted.\n/b/ article a\n/a/ article other\n",
        ],
    ),
    (
        "site.yaml",
        &[
            SITE,
            "title: Other\nurl: https://example.org/news/\nslots: {sponsor_top: {fragment: sponsor.html, label: Sponsor}}\n",
            "title: Other\nurl: https://example.org/\nmarkdown: {raw_html: trust}\nlenient: true\n",
            "title: [",
        ],
    ),
];

/// Numbers without a pattern, the same in every run (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).expect("small")
    }
}

#[test]
fn after_any_edits_the_site_is_as_if_it_were_read_for_the_first_time() {
    let mut random = Random(1);
    let mut good = 0;
    for _ in 0..10 {
        let world = world();
        let mut session = Session::new(&world, settings());
        let first = session
            .scan(&ChangeSet::everything())
            .expect("a first look");
        let mut shown = kept(&world, first);
        let mut history = Vec::new();
        for _ in 0..40 {
            let mut changes = ChangeSet::default();
            for _ in 0..=random.below(3) {
                let (path, texts) = TEXTS[random.below(TEXTS.len())];
                let full = Path::new(ROOT).join(path);
                // The first text, which is good, more often than the others.
                let all = texts.len() + 1;
                let choice = random.below(all).min(random.below(all));
                match texts.get(choice) {
                    Some(text) => world.set(&full, text),
                    None => world.unset(&full),
                }
                history.push((path, choice));
                // A folder's name may be all that is heard.
                let name = match random.below(8) {
                    0 => path.rsplit_once('/').map_or(path, |(folder, _)| folder),
                    _ => path,
                };
                changes.names.insert(name.to_owned());
            }
            // Or nothing at all.
            if random.below(5) == 0 {
                changes = ChangeSet::everything();
            }
            if let Some(scan) = session.scan(&changes) {
                shown = kept(&world, scan);
            }
            let fresh = anew(&world);
            assert_eq!(shown.1, fresh.1, "what is said after {history:?}");
            assert_eq!(shown.0, fresh.0, "pages after {history:?}");
            good += usize::from(!fresh.0.is_empty());
        }
    }
    assert!(good > 60, "{good} of 400 sites had no errors");
}

#[test]
fn what_went_while_it_was_looked_at_is_no_error_for_ever() {
    let world = world();
    let template = Path::new(ROOT).join("templates/article.html");
    let mut session = Session::new(&world, settings());
    session
        .scan(&ChangeSet::everything())
        .expect("a first look");
    let names = BTreeSet::from(["templates/article.html".to_owned()]);
    let changes = ChangeSet { names, all: false };
    world.set(&template, "Own");
    // It is the first file that is read then.
    world.set_fault(InjectedFault::of(Operation::Read, 0, ErrorKind::NotFound));
    let scan = session.scan(&changes).expect("something changed");
    assert!(scan.faults.has_errors());
    world.set_fault(None);
    world.unset(&template);
    let scan = session.scan(&changes).expect("something changed");
    assert!(!scan.faults.has_errors());
}

/// Inputs of every kind, as they are before and after a save of all of them.
const SAVED: &[(&str, &str, &str)] = &[
    (
        "site.yaml",
        "title: Test\nurl: https://example.org/\nslots: {sponsor_top: {fragment: sponsor.html, label: S}}\n",
        "title: Other\nurl: https://example.org/\nslots: {sponsor_top: {fragment: sponsor.html, label: S}}\n",
    ),
    (
        "content/a.md",
        "---\ntitle: A\ndate: 2025-12-09\n---\n![p](p.png)\n",
        "---\ntitle: A again\ndate: 2025-12-09\n---\n![p](p.png)\n",
    ),
    (
        "content/folder/new.md",
        "",
        "---\ntitle: New\ndate: 2025-12-10\ntags: [x]\n---\nText.\n",
    ),
    (
        "content/pages/about.md",
        "---\ntitle: About\n---\nWe.\n",
        "---\ntitle: About\n---\nUs.\n",
    ),
    ("content/p.png", "one", "two"),
    (
        "content/terms/tags/x.md",
        "---\ntitle: X\n---\nOf x.\n",
        "---\ntitle: X\n---\nAnother.\n",
    ),
    ("sponsor.html", "<p>One</p>", "<p>Two</p>"),
    ("static/custom.css", "p { color: red }", "p { color: blue }"),
    ("static/plain.txt", "one", "two"),
    ("templates/not-found.html", "One", "Two"),
    (
        "templates/words/en.ftl",
        "not-found = One\n",
        "not-found = Two\n",
    ),
    (
        "urls.lock",
        "/a/ article a\n",
        "/a/ article a\n/gone/ article gone gone\n",
    ),
];

#[test]
fn what_could_not_be_read_for_a_moment_is_read_again_without_another_save() {
    let put = |world: &MemoryWorld, path: &str, text: &str| match text {
        "" => world.unset(Path::new(ROOT).join(path)),
        text => world.set(Path::new(ROOT).join(path), text),
    };
    let all = ChangeSet {
        names: SAVED.iter().map(|(path, ..)| (*path).to_owned()).collect(),
        all: false,
    };
    let mut failed = 0;
    // All fail from one operation on, as with too many open files, or one fails alone.
    let faults = [
        (Operation::Read, ErrorKind::Other, true),
        (Operation::Read, ErrorKind::Interrupted, false),
        (Operation::Walk, ErrorKind::Other, false),
        (Operation::Stat, ErrorKind::PermissionDenied, false),
    ];
    for (operation, kind, rest) in faults {
        for nth in 0.. {
            let world = world();
            for (path, before, _) in SAVED {
                put(&world, path, before);
            }
            let mut session = Session::new(&world, settings());
            session
                .scan(&ChangeSet::everything())
                .expect("a first look");
            for (path, _, after) in SAVED {
                put(&world, path, after);
            }
            world.set_fault(InjectedFault {
                rest,
                ..InjectedFault::of(operation, nth, kind)
            });
            let mut shown = session.scan(&all);
            let done = world.log().into_iter();
            let passed = done.filter(|(each, _)| *each == operation).count() <= nth;
            // It may go on for a while, and is not told again and again.
            if rest && !passed {
                let again = session.scan(&ChangeSet::everything());
                shown = again.or(shown);
                assert!(session.is_unread(), "{operation:?} {nth}");
                assert!(
                    session.scan(&ChangeSet::everything()).is_none(),
                    "{operation:?} {nth}: told twice"
                );
            }
            world.set_fault(None);
            failed += usize::from(session.is_unread());
            let mut scans = 0;
            while session.is_unread() {
                assert!(scans < 4, "{operation:?} {nth}: not read in the end");
                shown = session.scan(&ChangeSet::everything()).or(shown);
                scans += 1;
            }
            let shown = kept(&world, shown.expect("something has changed"));
            let fresh = anew(&world);
            assert_eq!(shown.1, fresh.1, "what is said: {operation:?} {kind} {nth}");
            assert_eq!(shown.0, fresh.0, "pages: {operation:?} {kind} {nth}");
            if passed {
                assert!(nth > 0, "{operation:?}: {nth} are not all");
                break;
            }
        }
    }
    assert!(failed > 20, "{failed}");
}
