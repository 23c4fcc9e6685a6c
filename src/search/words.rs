//! The words of all texts, with the entries that have them.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use pulldown_cmark::{Event, TagEnd};
use rayon::prelude::*;

use super::sets;
use super::tokens::{self, Stem};
use crate::diagnostic::Diagnostic;
use crate::model::article::{Article, ArticleId};
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::parse::markdown;
use crate::plan::explore::Layout;
use crate::source::Sources;
use crate::world::World;

/// Articles that one thread takes at a time.
const CHUNK: usize = 256;

/// The files of words, each with the first word in it.
#[derive(Debug)]
pub struct Words {
    pub files: Vec<(String, Vec<u8>)>,
}

/// A form (folded) with its stem, and the entries that have it.
type Found = Vec<((String, String), Vec<u32>)>;

impl Words {
    /// Reads all texts again.
    ///
    /// # Errors
    /// A file that can't be read or has changed since it was parsed.
    pub fn new(
        world: &dyn World,
        sources: &Sources,
        site: &Site,
        layout: &Layout,
    ) -> Result<Self, Box<Diagnostic>> {
        let numbers = layout.numbers();
        let number = |id| numbers.get(&site.on_timeline(id)).copied();
        let all: Vec<usize> = (0..site.articles.len()).collect();
        let found: Vec<Found> = all
            .par_chunks(CHUNK)
            .map(|some| {
                let mut take = Take::new(&site.config.language);
                for n in some {
                    of_article(world, sources, site, ArticleId(*n), &number, &mut take)?;
                }
                Ok(take.found())
            })
            .collect::<Result<_, Box<Diagnostic>>>()?;
        Ok(Self {
            files: files(found, layout),
        })
    }
}

/// The language of names, which have no forms (ISO 639-2: no linguistic content).
const NAMES: &str = "zxx";

/// The words of one article's own event and of the entries that it lists.
fn of_article(
    world: &dyn World,
    sources: &Sources,
    site: &Site,
    id: ArticleId,
    number: &dyn Fn(EntryId) -> Option<u32>,
    take: &mut Take,
) -> Result<(), Box<Diagnostic>> {
    let article = site.article(id);
    let entries = &site.of_article[id.0];
    let lang = article.front.lang.as_deref();
    let lang = lang.unwrap_or(&site.config.language);
    let names = |take: &mut Take, doc: u32, entry: EntryId| {
        take.speak(NAMES);
        let terms = site.entry(entry).terms.iter();
        terms.for_each(|t| take.text(doc, &site.term(*t).label));
        take.speak(lang);
    };
    take.speak(lang);
    for id in &entries.listed {
        let Some(doc) = number(*id) else { continue };
        names(take, doc, *id);
        let entry = site.entry(*id);
        let listed = entry.listed.map(|n| &article.front.entries[n]);
        take.text(doc, &entry.title);
        take.text(doc, listed.and_then(|l| l.summary.as_deref()).unwrap_or(""));
    }
    let Some((entry, doc)) = entries.own.and_then(|own| Some((own, number(own)?))) else {
        return Ok(());
    };
    take.text(doc, &article.front.title.value);
    take.text(doc, article.front.summary.as_deref().unwrap_or(""));
    names(take, doc, entry);
    body(world, sources, site, article, doc, take)
}

fn body(
    world: &dyn World,
    sources: &Sources,
    site: &Site,
    article: &Article,
    doc: u32,
    take: &mut Take,
) -> Result<(), Box<Diagnostic>> {
    let name = sources.name(article.source);
    let changed = || {
        let message = "the file changed while the site was being built";
        let fault = Diagnostic::error("changed-meanwhile", message);
        Box::new(fault.file(name).cure("build again"))
    };
    let source = sources.read(world, article.source).map_err(|_| changed())?;
    let text = source.text.get(article.body.range.clone());
    let text = text.ok_or_else(changed)?;
    if crate::digest::of(text.as_bytes()) != article.body.digest {
        return Err(changed());
    }
    let sources = article.front.sources.iter();
    let ids: Vec<&str> = sources
        .filter_map(|s| s.id.as_ref().map(|id| id.value.as_str()))
        .collect();
    let prepared = markdown::prepare(text, &ids);
    // A word may be parted by emphasis; a block ends it.
    let mut run = String::with_capacity(256);
    for (event, _) in markdown::events(&prepared, &site.config.markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => run.push_str(&text),
            Event::SoftBreak | Event::HardBreak => run.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            ) => {
                take.text(doc, &run);
                run.clear();
            }
            _ => {}
        }
    }
    take.text(doc, &run);
    Ok(())
}

/// What one thread has found so far.
struct Take {
    /// Of each language: its stems, and the number of each word as it is written.
    tongues: Vec<(String, Stem, Quick<String>)>,
    now: usize,
    /// The number of a form with its stem.
    pairs: HashMap<(String, String), u32>,
    /// Of each pair.
    entries: Vec<Vec<u32>>,
}

impl Take {
    fn new(language: &str) -> Self {
        let own = (language.to_owned(), Stem::of(language), Quick::default());
        Self {
            tongues: vec![own],
            now: 0,
            pairs: HashMap::new(),
            entries: Vec::new(),
        }
    }

    fn speak(&mut self, language: &str) {
        let known = self.tongues.iter().position(|(l, ..)| l == language);
        self.now = known.unwrap_or_else(|| {
            let tongue = (language.to_owned(), Stem::of(language), Quick::default());
            self.tongues.push(tongue);
            self.tongues.len() - 1
        });
    }

    fn text(&mut self, doc: u32, text: &str) {
        let (_, stems, seen) = &mut self.tongues[self.now];
        tokens::words(text, |word| {
            let number = match seen.get(word) {
                Some(number) => *number,
                None => {
                    let form = tokens::fold(word);
                    if form.is_empty() {
                        return;
                    }
                    let stem = match stems.stem(word) {
                        stem if stem.is_empty() => form.clone(),
                        stem => stem,
                    };
                    let next = self.pairs.len() as u32;
                    let number = *self.pairs.entry((form, stem)).or_insert(next);
                    if number == next {
                        self.entries.push(Vec::new());
                    }
                    seen.insert(word.to_owned(), number);
                    number
                }
            };
            let entries = &mut self.entries[number as usize];
            if entries.last() != Some(&doc) {
                entries.push(doc);
            }
        });
    }

    fn found(self) -> Found {
        let entries = self.entries;
        let pairs = self.pairs.into_iter();
        let mut entries: Vec<Option<Vec<u32>>> = entries.into_iter().map(Some).collect();
        let mut taken = |n: u32| entries[n as usize].take().unwrap_or_default();
        pairs.map(|(pair, n)| (pair, taken(n))).collect()
    }
}

/// Joins what the threads found and parts it into files of like size.
fn files(found: Vec<Found>, layout: &Layout) -> Vec<(String, Vec<u8>)> {
    let count = layout.entries.len();
    let mut stems: HashMap<String, Vec<u32>> = HashMap::new();
    let mut forms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for ((form, stem), entries) in found.into_iter().flatten() {
        let known = forms.entry(form).or_default();
        if !known.contains(&stem) {
            known.push(stem.clone());
        }
        stems.entry(stem).or_default().extend(entries);
    }
    for own in forms.values_mut() {
        own.sort_unstable();
    }
    let mut sets: HashMap<String, Vec<u8>> = stems
        .into_par_iter()
        .map(|(stem, mut entries)| {
            entries.sort_unstable();
            entries.dedup();
            let mut out = Vec::with_capacity(sets::most(entries.len(), count));
            sets::write(&entries, count, &mut out);
            (stem, out)
        })
        .collect();
    sets.shrink_to_fit();
    let total: usize = forms
        .iter()
        .map(|(form, own)| weight(form, own, &sets))
        .sum();
    let wanted = layout.words();
    let mut out = Vec::with_capacity(wanted);
    let mut file: Vec<(&String, &Vec<String>)> = Vec::new();
    let mut done = 0;
    for (form, own) in &forms {
        // The file ends where its share of the whole does.
        if !file.is_empty() && out.len() + 1 < wanted && done * wanted >= total * (out.len() + 1) {
            out.push(written(&file, &sets));
            file.clear();
        }
        done += weight(form, own, &sets);
        file.push((form, own));
    }
    out.push(written(&file, &sets));
    // Fewer words than files: the plan has named them all.
    out.resize_with(wanted, || written(&[], &sets));
    out
}

fn weight(form: &str, stems: &[String], sets: &HashMap<String, Vec<u8>>) -> usize {
    form.len() + 4 + stems.iter().map(|s| sets[s].len()).sum::<usize>()
}

/// Words in order, of each the stems by their place in the file; then the entries of the stems.
fn written(file: &[(&String, &Vec<String>)], sets: &HashMap<String, Vec<u8>>) -> (String, Vec<u8>) {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut tail: Vec<u8> = Vec::new();
    let mut stems = Vec::with_capacity(file.len());
    for (_, own) in file {
        let own = own.iter().map(|stem| {
            let next = places.len();
            *places.entry(stem).or_insert_with(|| {
                tail.extend(&sets[stem]);
                next
            })
        });
        let own: Vec<usize> = own.collect();
        stems.push(match own.as_slice() {
            [one] => serde_json::json!(one),
            many => serde_json::json!(many),
        });
    }
    let words: Vec<&str> = file.iter().map(|(form, _)| form.as_str()).collect();
    let mut out = super::catalogue::with_head(&(words.join(" "), stems));
    out.extend(tail);
    let first = words.first().map_or("\u{10ffff}", |first| *first);
    (first.to_owned(), out)
}

/// A map whose keys are words of our own texts: quick, where keeping attackers out is not needed.
type Quick<K> = HashMap<K, u32, BuildHasherDefault<Mixed>>;

#[derive(Default)]
struct Mixed(u64);

impl Mixed {
    fn mix(&mut self, word: u64) {
        let mixed = self.0.rotate_left(5) ^ word;
        self.0 = mixed.wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        whole.iter().for_each(|w| self.mix(u64::from_le_bytes(*w)));
        let rest = rest
            .iter()
            .fold(0, |word, byte| word << 8 | u64::from(*byte));
        self.mix(rest | (bytes.len() as u64) << 56);
    }

    /// What ends a text; its length has been mixed in.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
