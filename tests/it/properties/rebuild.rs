//! A build that goes on from the last one gives what a build from nothing gives.
//!
//! `TRIALS=300 cargo test --locked --test it properties::rebuild` tries as many sequences of
//! edits; without it there are a few.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dateline::world::MemoryWorld;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{SITE, article, cases, date, front_matter, plain};
use crate::site_test::{ROOT, SiteTest};

/// One edit of a site, by whomever.
#[derive(Debug, Clone)]
enum Edit {
    Add(Vec<String>),
    Delete(usize),
    Rename(usize),
    Title(usize, String),
    Summary(usize, Option<String>),
    Text(usize, String),
    Terms(usize, String),
    Date(usize, String),
    Story(usize, String),
    /// An article tells of another one's event; the flag: they are one event.
    Tell(usize, usize, bool),
    Draft(usize),
    Expires(usize, String),
    /// The article can't be built, or can be again.
    Break(usize),
    /// Written again as it was.
    Touch(usize),
    Template(Option<String>),
    Css(String),
    /// A message of the interface in a language, or none of the site's own.
    Words(&'static str, Option<String>),
    /// What fills the slot of the sponsor, where the configuration has one.
    Fragment(String),
    /// The article is in another language.
    Language(usize, &'static str),
    /// The text is raw HTML that loads something.
    Embed(usize, String),
    Config(&'static str),
    Page(String),
    TermText(String),
    Beside(String),
    Static(Option<String>),
    Now(&'static str),
    Drafts(bool),
    Future(bool),
    Url(bool),
    /// A file of the output changes, without changing its length, or goes.
    Output(usize, bool),
    /// The cache goes, or a byte of it changes.
    Cache(usize, bool),
}

fn edit() -> impl Strategy<Value = Edit> {
    let n = || 0..8usize;
    prop_oneof![
        3 => front_matter().prop_map(Edit::Add),
        2 => n().prop_map(Edit::Delete),
        2 => n().prop_map(Edit::Rename),
        5 => (n(), "[A-Z][a-z]{2,8}").prop_map(|(n, t)| Edit::Title(n, t)),
        3 => (n(), proptest::option::of("[A-Z][a-z]{2,8}")).prop_map(|(n, t)| Edit::Summary(n, t)),
        4 => (n(), "[a-z ]{0,12}(\\[\\[a[0-3]\\]\\])?").prop_map(|(n, t)| Edit::Text(n, t)),
        3 => (n(), "[A-C]").prop_map(|(n, t)| Edit::Terms(n, t)),
        3 => (n(), date()).prop_map(|(n, d)| Edit::Date(n, plain(&d))),
        2 => (n(), "s[12]").prop_map(|(n, s)| Edit::Story(n, s)),
        3 => (n(), n(), any::<bool>()).prop_map(|(n, of, same)| Edit::Tell(n, of, same)),
        1 => n().prop_map(Edit::Draft),
        1 => (n(), select(vec!["2025-12-31", "2026-03-01"])).prop_map(|(n, d)| Edit::Expires(n, d.to_owned())),
        1 => n().prop_map(Edit::Break),
        1 => n().prop_map(Edit::Touch),
        1 => proptest::option::of("[a-z]{1,8}").prop_map(Edit::Template),
        1 => "[a-z]{1,8}".prop_map(Edit::Css),
        2 => (select(vec!["en", "id", "de"]), proptest::option::of("[a-z]{1,8}"))
            .prop_map(|(lang, word)| Edit::Words(lang, word)),
        2 => "[a-z]{1,8}".prop_map(Edit::Fragment),
        2 => (n(), select(vec!["en", "id", "de", "ar"])).prop_map(|(n, lang)| Edit::Language(n, lang)),
        1 => (n(), "[a-z]{1,8}").prop_map(|(n, host)| Edit::Embed(n, host)),
        2 => select(vec![
            "",
            "description: Another\n",
            "markdown: {smart_punctuation: false}\n",
            "feeds: {full_content: false}\n",
            "timezone: Pacific/Auckland\n",
            "per_page: 10\n",
            "lint: {vague-title: error}\n",
            "lenient: true\n",
            "identity: {accent: '#0b5'}\n",
            "identity: {accent: '#a00'}\n",
            "slots: {sponsor_top: {fragment: ads/top.html, label: Advertisement, height: 90}}\n",
            "slots: {notice: {text: Hello}}\n",
            "slots: {counter: {goatcounter: desk}}\n",
            "hosting: {hosts: [netlify, nginx]}\nmarkdown: {raw_html: trust}\n",
            "stances: {open: {label: Open}, shut: {label: Shut}}\n",
        ]).prop_map(Edit::Config),
        1 => "[a-z]{1,8}".prop_map(Edit::Page),
        1 => "[a-z]{1,8}".prop_map(Edit::TermText),
        1 => "[a-z]{1,8}".prop_map(Edit::Beside),
        1 => proptest::option::of("[a-z]{1,8}").prop_map(Edit::Static),
        4 => select(vec!["2024-01-01", "2026-01-16", "2026-06-01", "2030-01-01"]).prop_map(Edit::Now),
        1 => any::<bool>().prop_map(Edit::Drafts),
        1 => any::<bool>().prop_map(Edit::Future),
        1 => any::<bool>().prop_map(Edit::Url),
        2 => (0..99usize, any::<bool>()).prop_map(|(n, gone)| Edit::Output(n, gone)),
        1 => (0..9_999usize, any::<bool>()).prop_map(|(n, gone)| Edit::Cache(n, gone)),
    ]
}

/// Path and lines of the front matter, and the text.
type Draft = (String, Vec<String>, String);

/// The number in the path of an article.
fn number(path: &str) -> usize {
    let number = path.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number = number.split('.').next().and_then(|n| n.parse().ok());
    number.unwrap_or(99)
}

/// A desk at work.
struct Desk {
    site: SiteTest,
    articles: Vec<Draft>,
    made: usize,
    /// Files of the output that somebody else has changed.
    spoilt: BTreeSet<String>,
}

impl Desk {
    fn new(articles: Vec<Vec<String>>) -> Self {
        let site = SiteTest::new()
            .site(SITE)
            .file(
                "content/pages/about.md",
                "---\ntitle: About\n---\n\nText.\n",
            )
            .file(
                "content/bundle/index.md",
                "---\ntitle: Bundle\ndate: 2025-03-03\n---\n\n[D](data.csv)\n",
            )
            .file("content/bundle/data.csv", "1")
            .file("ads/top.html", "<p>Buy</p>\n");
        let mut desk = Self {
            site,
            articles: Vec::new(),
            made: 0,
            spoilt: BTreeSet::new(),
        };
        articles.into_iter().for_each(|lines| desk.add(lines));
        desk
    }

    fn add(&mut self, lines: Vec<String>) {
        let path = format!("content/a{}.md", self.made);
        self.articles.push((path, lines, String::new()));
        self.made += 1;
        self.write(self.articles.len() - 1);
    }

    fn set(&self, path: &str, text: &str) {
        self.site.world.set(Path::new(ROOT).join(path), text);
    }

    fn unset(&self, path: &str) {
        self.site.world.unset(Path::new(ROOT).join(path));
    }

    fn write(&self, n: usize) {
        let (path, lines, text) = &self.articles[n];
        self.set(path, &format!("{}\n{text}\n", article(number(path), lines)));
    }

    /// Sets a key of an article; None takes it out.
    fn key(&mut self, n: usize, key: &str, value: Option<&str>) {
        let Some(n) = self.some(n) else { return };
        let lines = &mut self.articles[n].1;
        let at = lines
            .iter()
            .position(|line| line.starts_with(&format!("{key}:")));
        let line = value.map(|value| format!("{key}: {value}"));
        match (at, line) {
            (Some(at), Some(line)) => lines[at] = line,
            (Some(at), None) => drop(lines.remove(at)),
            // `entries` stand last, over several lines.
            (None, Some(line)) => lines.insert(1, line),
            (None, None) => {}
        }
        self.write(n);
    }

    /// An article says that the event of another one happened when its own did.
    fn tell(&mut self, n: usize, of: usize, same: bool) {
        let (Some(n), Some(of)) = (self.some(n), self.some(of)) else {
            return;
        };
        let date = |line: &String| Some(line.strip_prefix("date: ")?.to_owned());
        let Some(date) = self.articles[n].1.iter().find_map(date) else {
            return;
        };
        if n != of {
            let entry = number(&self.articles[of].0);
            let said = format!(
                "[{{entry: a{entry}, date: {date}, status: happened, same_event: {same}}}]"
            );
            self.key(n, "updates", Some(&said));
        }
    }

    fn some(&self, n: usize) -> Option<usize> {
        n.checked_rem(self.articles.len())
    }

    fn edit(&mut self, edit: &Edit) {
        match edit {
            Edit::Add(lines) => self.add(lines.clone()),
            // All the others link to the first.
            Edit::Delete(n) => {
                if let Some(n) = self.some(*n).filter(|n| *n > 0) {
                    let (path, ..) = self.articles.remove(n);
                    self.unset(&path);
                }
            }
            Edit::Rename(n) => {
                if let Some(n) = self.some(*n).filter(|n| *n > 0) {
                    self.unset(&self.articles[n].0);
                    self.articles[n].0 = format!("content/2025/b{}.md", self.made);
                    self.made += 1;
                    self.write(n);
                }
            }
            Edit::Title(n, title) => self.key(*n, "title", Some(title)),
            Edit::Summary(n, summary) => self.key(*n, "summary", summary.as_deref()),
            Edit::Text(n, text) => {
                if let Some(n) = self.some(*n) {
                    self.articles[n].2.clone_from(text);
                    self.write(n);
                }
            }
            Edit::Terms(n, term) => self.key(*n, "tags", Some(&format!("[{term}, Same]"))),
            Edit::Date(n, date) => self.key(*n, "date", Some(date)),
            Edit::Story(n, story) => self.key(*n, "story", Some(story)),
            Edit::Tell(n, of, same) => self.tell(*n, *of, *same),
            Edit::Draft(n) => {
                let draft = self
                    .some(*n)
                    .is_some_and(|n| self.articles[n].1.iter().any(|line| line == "draft: true"));
                self.key(*n, "draft", (!draft).then_some("true"));
            }
            Edit::Expires(n, day) => self.key(*n, "expires", Some(day)),
            Edit::Break(n) => {
                let broken = self.some(*n).is_some_and(|n| {
                    self.articles[n]
                        .1
                        .iter()
                        .any(|line| line == "importance: all")
                });
                self.key(*n, "importance", Some(if broken { "1" } else { "all" }));
            }
            Edit::Touch(n) => {
                if let Some(n) = self.some(*n) {
                    self.write(n);
                }
            }
            Edit::Template(Some(word)) => self.set("templates/not-found.html", word),
            Edit::Template(None) => self.unset("templates/not-found.html"),
            Edit::Words(lang, Some(word)) => {
                let head = match *lang {
                    "de" => "language-of-words = de\n",
                    _ => "",
                };
                let text = format!("{head}timeline = {word}\nexpected = {word} x\n");
                self.set(&format!("templates/words/{lang}.ftl"), &text);
            }
            Edit::Words(lang, None) => self.unset(&format!("templates/words/{lang}.ftl")),
            Edit::Fragment(word) => self.set("ads/top.html", &format!("<p>{word}</p>\n")),
            Edit::Language(n, lang) => self.key(*n, "lang", Some(lang)),
            Edit::Embed(n, host) => {
                if let Some(n) = self.some(*n) {
                    self.articles[n].2 =
                        format!("<img src=\"https://{host}.example/a.png\" alt=\"\">");
                    self.write(n);
                }
            }
            Edit::Css(word) => self.set("static/site.css", word),
            Edit::Config(line) => {
                let site = match line.starts_with("timezone") {
                    true => SITE.replace("timezone: Asia/Jakarta\n", ""),
                    false => SITE.to_owned(),
                };
                self.set("site.yaml", &format!("{site}{line}"));
            }
            Edit::Page(word) => self.set(
                "content/pages/about.md",
                &format!("---\ntitle: {word}\n---\n\n\"{word}\"\n"),
            ),
            Edit::TermText(word) => self.set(
                "content/terms/tags/same.md",
                &format!("---\nsummary: {word}\n---\n\n{word}\n"),
            ),
            Edit::Beside(word) => self.set("content/bundle/data.csv", word),
            Edit::Static(Some(word)) => self.set("static/note.txt", word),
            Edit::Static(None) => self.unset("static/note.txt"),
            Edit::Now(day) => self.site.world.set_now(crate::site_test::instant(day)),
            Edit::Drafts(drafts) => self.site.settings.drafts = *drafts,
            Edit::Future(future) => self.site.settings.future = *future,
            Edit::Url(other) => {
                self.site.settings.base_url = other.then(|| "https://other.example/".to_owned());
            }
            Edit::Output(n, gone) => self.spoil("public", *n, *gone),
            Edit::Cache(n, gone) => self.spoil(".dateline", *n, *gone),
        }
    }

    /// Somebody changes a byte of a file, or removes it.
    fn spoil(&mut self, folder: &str, n: usize, gone: bool) {
        let files = self.site.world.files(Path::new(ROOT).join(folder));
        let Some(at) = n.checked_rem(files.len()) else {
            return;
        };
        let Some((path, bytes)) = files.into_iter().nth(at) else {
            return;
        };
        if folder == "public" && !gone {
            self.spoilt.insert(path.display().to_string());
        }
        let path = format!("{folder}/{}", path.display());
        match gone {
            true => self.unset(&path),
            false => {
                let mut bytes = bytes;
                if let Some(at) = n.checked_rem(bytes.len()) {
                    bytes[at] ^= 1;
                }
                self.site.world.set(Path::new(ROOT).join(path), bytes);
            }
        }
    }

    /// The same project, as if nothing had ever been built.
    fn anew(&self) -> SiteTest {
        let now = dateline::world::World::now(&self.site.world);
        let world = MemoryWorld::new(now).with_home("/desk");
        for (path, bytes) in self.site.world.files(ROOT) {
            let first = path.iter().next().and_then(|name| name.to_str());
            if !matches!(first, Some("public" | ".public.dateline" | ".dateline")) {
                world.set(Path::new(ROOT).join(path), bytes);
            }
        }
        SiteTest {
            world,
            settings: self.site.settings.clone(),
        }
    }

    /// Builds on, and from nothing, and compares.
    fn compare(&self, known: &mut BTreeMap<String, Vec<u8>>) -> Result<(), TestCaseError> {
        let on = self.site.rebuild();
        let clean = self.anew().build();
        prop_assert_eq!(
            on.result.is_ok(),
            clean.result.is_ok(),
            "{}",
            clean.found.text
        );
        let said = |text: &str| {
            let lines = text.lines().filter(|line| !line.contains("-memo]"));
            lines.map(|line| format!("{line}\n")).collect::<String>()
        };
        prop_assert_eq!(said(&on.found.short), said(&clean.found.short));
        if clean.result.is_err() {
            return Ok(());
        }
        // Style sheets of earlier builds stay for a while.
        let retained = |route: &str| {
            known.contains_key(route) && route.starts_with("assets/") && !clean.has(route)
        };
        // What is not the site's any more and somebody has changed is left to them, and told: here
        // they take it away.
        let left = on.result.as_ref().map(|built| &built.report.left);
        let left = left.map_or(&[][..], Vec::as_slice);
        for route in left {
            prop_assert!(self.spoilt.contains(route), "{} is left", route);
            self.unset(&format!("public/{route}"));
        }
        for (route, bytes) in &on.files {
            if !retained(route) && !left.contains(route) {
                prop_assert!(clean.has(route), "{} is too many", route);
                prop_assert!(bytes == &clean.files[route], "{} differs", route);
            }
        }
        for route in clean.files.keys() {
            prop_assert!(on.has(route), "{} is missing", route);
        }
        known.extend(clean.files);
        Ok(())
    }
}

fn trials() -> ProptestConfig {
    let trials = std::env::var("TRIALS").ok().and_then(|n| n.parse().ok());
    let config = cases(25);
    ProptestConfig {
        cases: trials.unwrap_or(config.cases),
        max_shrink_iters: 200,
        ..config
    }
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn any_sequence_of_edits_ends_as_a_clean_build_does(
        articles in vec(front_matter(), 2..6),
        edits in vec(vec(edit(), 1..3), 1..8),
    ) {
        let mut desk = Desk::new(articles);
        let mut known = BTreeMap::new();
        desk.compare(&mut known)?;
        for together in &edits {
            together.iter().for_each(|edit| desk.edit(edit));
            desk.compare(&mut known)?;
        }
    }
}
