//! The index of `/explore/` where it has several files of words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dateline::search::tokens::{self, Stem};
use serde_json::Value;

use crate::index_files;
use crate::site_test::{Outcome, ROOT, SITE, SiteTest};

/// So many that there are 32 files of words.
const ARTICLES: usize = 800;

const ENDINGS: [&str; 6] = ["", "s", "ing", "ed", "er", "ly"];

/// Words that look alike on no two machines differently: forms of one stem, some of which begin
/// unlike it.
fn words(seed: usize, count: usize) -> String {
    let mut state = seed as u64 * 0x9e37_79b9 + 1;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(0x5851_f42d_4c95_7f2d)
            .wrapping_add(0x1405_7b7e_f767_814f);
        (state >> 33) as usize % below
    };
    let word = |_| {
        let begin = ["al", "be", "co", "dy", "di", "re", "sk", "tr", "un", "wo"][next(10)];
        let middle = ["rum", "ant", "eri", "old", "isk", "ump"][next(6)];
        let own = next(20);
        let last = char::from(b'a' + own as u8);
        format!("{begin}{middle}{last}{} dying skies", ENDINGS[next(6)])
    };
    let words: Vec<String> = (0..count).map(word).collect();
    words.join(" ")
}

fn text(n: usize, title: &str, text: &str) -> String {
    let (month, day) = (n / 28 % 12 + 1, n % 28 + 1);
    let lang = if n.is_multiple_of(7) {
        "lang: id\n"
    } else {
        ""
    };
    format!(
        "---\ntitle: {title}\ndate: 20{:02}-{month:02}-{day:02}\ntags: [Some {}]\n{lang}---\n\n{text}\n",
        20 + n % 5,
        n % 3
    )
}

fn path(n: usize) -> String {
    format!("a{:03}.md", n * 377 % ARTICLES)
}

fn site() -> SiteTest {
    let quiet = "feeds: {full_content: false}\n";
    let mut site = SiteTest::new().site(&format!("{SITE}{quiet}"));
    for n in 0..ARTICLES {
        let text = text(n, &format!("Event {n}"), &words(n, 12));
        site = site.article(&path(n), &text);
    }
    site
}

/// The files of the index that differ from those of a build from nothing.
fn differ(site: &SiteTest, on: &Outcome) -> Vec<String> {
    let files = site.world.files(ROOT);
    let mut anew = SiteTest::new().now("2026-01-15");
    anew.settings = site.settings.clone();
    for (path, bytes) in files {
        let path = path.to_string_lossy().into_owned();
        if path.starts_with("content/") || path == "site.yaml" {
            let text = String::from_utf8(bytes).expect("a text");
            anew = anew.file(&path, &text);
        }
    }
    dateline_now(site, &anew);
    let clean = anew.built();
    let index = |outcome: &Outcome| {
        let routes = outcome.files.keys().filter(|r| r.starts_with("search/"));
        routes.cloned().collect::<BTreeSet<_>>()
    };
    let all = index(&clean).union(&index(on)).cloned().collect::<Vec<_>>();
    all.into_iter()
        .filter(|route| clean.files.get(route) != on.files.get(route))
        .collect()
}

fn dateline_now(from: &SiteTest, to: &SiteTest) {
    to.world.set_now(dateline::world::World::now(&from.world));
}

#[test]
fn an_edit_makes_few_files_of_words_and_all_are_as_if_made_anew() {
    let mut site = site();
    let first = site.rebuild();
    first.result.as_ref().expect("a site");
    assert_eq!(differ(&site, &first), [""; 0]);
    let all = first
        .files
        .keys()
        .filter(|r| r.starts_with("search/words-"))
        .count();
    assert_eq!(all, 67);
    let made = |outcome: &Outcome| {
        let built = outcome.result.as_ref().expect("a site");
        let routes = built.rendered.iter().map(|(route, _)| route.as_str());
        let words = routes.filter(|r| r.starts_with("search/words-"));
        words.count()
    };

    // A word of one file.
    let one = format!("{} zzyzx", words(5, 12));
    site = site.article(&path(5), &text(5, "Event 5", &one));
    let outcome = site.rebuild();
    assert_eq!(differ(&site, &outcome), [""; 0]);
    let few = 1..=all / 10;
    assert!(few.contains(&made(&outcome)), "{}", made(&outcome));

    // A template has no part in it.
    site = site.file("templates/not-found.html", "gone");
    let outcome = site.rebuild();
    assert_eq!(made(&outcome), 0);
    assert_eq!(differ(&site, &outcome), [""; 0]);

    // Other words, another headline, an article that comes, one that goes, another language.
    site = site.article(&path(9), &text(9, "Event 9", &words(9_000, 30)));
    site = site.article(&path(10), &text(10, "Renamed dyes", &words(10, 12)));
    let outcome = site.rebuild();
    assert_eq!(differ(&site, &outcome), [""; 0]);
    site = site.article("zz.md", &text(900, "Event 900", &words(900, 12)));
    site.world
        .unset(Path::new(ROOT).join("content").join(path(11)));
    let outcome = site.rebuild();
    assert_eq!(differ(&site, &outcome), [""; 0]);
    site = site.article(&path(12), &text(14, "Event 12", &words(12, 12)));
    let outcome = site.rebuild();
    assert_eq!(differ(&site, &outcome), [""; 0]);

    // What stood in the output went, or was changed by somebody.
    let words = Path::new(ROOT).join("public/search");
    site.world.unset(words.join("words-2.bin"));
    site.world.set(words.join("words-3.bin"), "other");
    let outcome = site.rebuild();
    assert_eq!(differ(&site, &outcome), [""; 0]);
}

#[test]
fn files_of_words_are_of_like_size() {
    let outcome = site().built();
    let sizes = outcome.files.iter();
    let sizes: Vec<usize> = sizes
        .filter(|(route, _)| route.starts_with("search/words-"))
        .map(|(_, bytes)| bytes.len())
        .collect();
    let middle = sizes.iter().sum::<usize>() / sizes.len();
    assert!(
        sizes
            .iter()
            .all(|size| *size > middle / 4 && *size < middle * 3),
        "{sizes:?}"
    );
}

#[test]
fn every_word_has_all_entries_of_its_stems_wherever_their_forms_stand() {
    let outcome = site().built();
    // The numbers of the entries: cards stand in their order.
    let cards = (0..).map_while(|n| outcome.files.get(&format!("search/cards-{n}.json")));
    let cards = cards.flat_map(|bytes| serde_json::from_slice::<Vec<Value>>(bytes).expect("cards"));
    let event = |card: Value| card["t"].as_str()?.strip_prefix("Event ")?.parse().ok();
    let numbers: Vec<usize> = cards.map(|card| event(card).expect("a title")).collect();
    assert_eq!(numbers.len(), ARTICLES);
    let (mut stems, mut forms) = (BTreeMap::new(), BTreeMap::new());
    for (entry, n) in (0_u64..).zip(&numbers) {
        let mut add = |language: &str, text: &str| {
            let rule = Stem::of(language);
            tokens::each_token(text, |token| {
                let word = token.text();
                let stem = rule.stem(word);
                let own: &mut BTreeSet<u64> = stems.entry(stem.clone()).or_default();
                own.insert(entry);
                let own: &mut BTreeSet<String> = forms.entry(tokens::fold(word)).or_default();
                own.insert(stem);
            });
        };
        let language = if n.is_multiple_of(7) { "id" } else { "en" };
        add(language, &format!("Event {n} {}", words(*n, 12)));
        add("zxx", &format!("Some {}", n % 3));
        add("zxx", &(2020 + n % 5).to_string());
    }
    let expected: BTreeMap<String, BTreeSet<u64>> = forms
        .into_iter()
        .map(|(form, own)| {
            (
                form,
                own.iter().flat_map(|stem| stems[stem].clone()).collect(),
            )
        })
        .collect();
    let files = outcome.files.iter();
    let found: BTreeMap<_, _> = files
        .filter(|(route, _)| route.starts_with("search/words-"))
        .flat_map(|(_, bytes)| index_files::words(bytes, ARTICLES as u64))
        .collect();
    assert!(found.keys().eq(expected.keys()));
    for (form, entries) in &expected {
        assert_eq!(&found[form], entries, "{form}");
    }
}
