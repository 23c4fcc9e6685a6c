//! The words of some articles, each with the texts that contain it.
//!
//! The cache stores one set of postings for each of its segments of articles, so that a build reads
//! only the texts that changed; the term shards are merged from all sets. Postings depend on the
//! articles alone: they do not contain the number of a text in the index.
//!
//! As bytes: the articles by path, each with its number of texts; then, in order, pairs of a form
//! and its stem (the length of the prefix shared with the form, and the rest), with the texts that
//! contain the form with that stem ([`fields`]).

use foldhash::{HashMap, HashMapExt as _};

use super::fields::{self, HEADLINE, NAME, SUMMARY, Seen};
use super::posting_list::{self, varint};
use super::tokens::{self, Stem, Token};

/// The searchable text of an article, as written.
#[derive(Debug)]
pub struct SearchText {
    /// BCP 47.
    pub lang: String,
    /// Its own event, and each entry that it lists.
    pub texts: Vec<Passage>,
}

/// What is searched of one entry.
#[derive(Debug, Default)]
pub struct Passage {
    pub title: String,
    pub summary: String,
    pub text: String,
}

/// An article of the postings to be written.
pub enum PostingsInput<'a> {
    /// As in the old postings.
    Same,
    New(&'a SearchText),
}

/// Encodes postings; see the module. `None` if `old` lacks an article that should be in it, or if
/// there are more texts than [`Postings::read`] accepts.
pub fn written(files: &[(&str, PostingsInput<'_>)], old: Option<&Postings<'_>>) -> Option<Vec<u8>> {
    let mut gathered = PostingsBuilder::default();
    let mut heads: Vec<(&str, usize)> = Vec::with_capacity(files.len());
    // For each article of the old postings: the number of its first text, and how many it has.
    let mut known: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut end = 0;
    for (path, texts) in old.map_or(&[][..], |old| &old.files) {
        known.insert(path, (end, *texts));
        end += texts;
    }
    let mut moved = vec![NONE; end];
    let mut next = 0;
    for (path, given) in files {
        let texts = match given {
            PostingsInput::Same => {
                let (from, texts) = *known.get(path)?;
                for n in 0..texts {
                    moved[from + n] = (next + n) as u32;
                }
                texts
            }
            PostingsInput::New(search_text) => {
                gathered.speak(&search_text.lang);
                for (n, passage) in search_text.texts.iter().enumerate() {
                    gathered.passage((next + n) as u32, passage);
                }
                search_text.texts.len()
            }
        };
        heads.push((path, texts));
        next += texts;
    }
    let mut stem = String::new();
    for pair in old.into_iter().flat_map(Postings::pairs) {
        pair.stem(&mut stem);
        let seen = pair.seen().into_iter();
        let seen = seen.filter_map(|seen| {
            let text = *moved.get(seen.text as usize)?;
            (text != NONE).then_some(Seen { text, ..seen })
        });
        let seen: Vec<Seen> = seen.collect();
        if !seen.is_empty() {
            let pair = gathered.pair(pair.form.to_owned(), stem.clone());
            gathered.texts[pair].extend(seen);
        }
    }
    let bytes = gathered.written(&heads, next);
    (next <= most_texts(bytes.len())).then_some(bytes)
}

/// How many texts postings of so many bytes can have: a text with words takes a bit at least, in the
/// set of one of them. Any more than that have no words, such as `…`. Bounds what forged bytes take.
fn most_texts(bytes: usize) -> usize {
    const WITHOUT_WORDS: usize = 1 << 20;
    8 * bytes + WITHOUT_WORDS
}

/// Marks a text that is not in the index.
pub const NONE: u32 = u32::MAX;

/// Decoded postings.
pub struct Postings<'a> {
    /// Path and number of texts of each article; texts are numbered across articles.
    pub files: Vec<(&'a str, usize)>,
    bytes: &'a [u8],
    /// Offset of the first pair.
    pub begin: usize,
}

impl<'a> Postings<'a> {
    /// `None` if the bytes are not postings.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut from = PostingsReader { bytes, at: 0 };
        let count = from.number()?;
        let (mut files, mut texts) = (Vec::new(), 0_usize);
        for _ in 0..count {
            let file = (from.text()?, from.number()?);
            texts = texts.checked_add(file.1)?;
            files.push(file);
        }
        if texts > most_texts(bytes.len()) {
            return None;
        }
        let begin = from.at;
        Some(Self {
            files,
            bytes,
            begin,
        })
    }

    fn pairs(&self) -> FormPostings<'a> {
        FormPostings::of(self.bytes, self.begin)
    }
}

/// The pairs of one set of postings, in order.
pub struct FormPostings<'a> {
    from: PostingsReader<'a>,
}

impl<'a> FormPostings<'a> {
    /// Iterates over the pairs of encoded postings from offset `at`.
    pub fn of(bytes: &'a [u8], at: usize) -> Self {
        Self {
            from: PostingsReader { bytes, at },
        }
    }
}

impl<'a> Iterator for FormPostings<'a> {
    type Item = FormPosting<'a>;

    fn next(&mut self) -> Option<FormPosting<'a>> {
        let from = &mut self.from;
        let at = from.at;
        let form = from.text()?;
        let shared = form.get(..from.number()?)?;
        let rest = from.text()?;
        let begin = from.at;
        fields::skip(from.bytes, &mut from.at)?;
        Some(FormPosting {
            at,
            form,
            shared,
            rest,
            texts: &from.bytes[begin..from.at],
        })
    }
}

/// A form with one of its stems.
pub struct FormPosting<'a> {
    /// Offset of the pair.
    pub at: usize,
    /// Folded.
    pub form: &'a str,
    /// The prefix that its stem shares with the form, and the rest of the stem.
    shared: &'a str,
    rest: &'a str,
    texts: &'a [u8],
}

impl FormPosting<'_> {
    pub fn is_stem(&self) -> bool {
        // However it is divided: damaged files say it in other ways than this program does.
        self.form.get(self.shared.len()..) == Some(self.rest)
    }

    pub fn stem(&self, into: &mut String) {
        into.clear();
        into.push_str(self.shared);
        into.push_str(self.rest);
    }

    /// Calls `text` with each text that contains it.
    pub fn each(&self, text: impl FnMut(u32)) {
        let mut at = 0;
        let head = posting_list::read_varint(self.texts, &mut at).unwrap_or(0);
        let set = self.texts.get(at..at + head / 2).unwrap_or_default();
        posting_list::each(head % 2 == 1, set, text);
    }

    /// The texts that contain it, in order, with the fields in which they do.
    pub fn seen(&self) -> Vec<Seen> {
        fields::read(self.texts)
    }
}

struct PostingsReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> PostingsReader<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(len)?)?;
        self.at += len;
        Some(taken)
    }

    fn number(&mut self) -> Option<usize> {
        posting_list::read_varint(self.bytes, &mut self.at)
    }

    fn text(&mut self) -> Option<&'a str> {
        let len = self.number()?;
        std::str::from_utf8(self.take(len)?).ok()
    }
}

/// The language code of names (ISO 639-2: no linguistic content).
const NAMES: &str = "zxx";

/// Collects postings.
#[derive(Default)]
pub struct PostingsBuilder {
    /// For each language: its stemmer, and the number in `words` of each word as written.
    languages: Vec<(String, Stem, HashMap<String, u32>)>,
    now: usize,
    /// The pairs of each word: its own first.
    words: Vec<(u32, Box<[u32]>)>,
    /// The number of each pair of form and stem.
    pairs: HashMap<(String, String), u32>,
    /// The texts of each pair.
    texts: Vec<Vec<Seen>>,
}

impl PostingsBuilder {
    /// Sets the language of the texts that follow.
    fn speak(&mut self, language: &str) {
        let known = self.languages.iter().position(|(l, ..)| l == language);
        self.now = known.unwrap_or_else(|| {
            let language_terms = (language.to_owned(), Stem::of(language), HashMap::default());
            self.languages.push(language_terms);
            self.languages.len() - 1
        });
    }

    /// Adds the words of the entry with number `n`.
    fn passage(&mut self, n: u32, passage: &Passage) {
        let mut title: Vec<(usize, u8)> = Vec::new();
        let mut at = 0_u8;
        tokens::each_token(&passage.title, |token| {
            let place = match token {
                Token::Word(_) => at,
                // Begins at the word before.
                Token::Joined(_) => at.saturating_sub(2),
            };
            let Some(word) = self.word(token.text()) else {
                return;
            };
            title.push((word, place));
            if matches!(token, Token::Word(_)) {
                at = at.saturating_add(1);
            }
        });
        for (word, place) in title {
            let place = (place, at);
            let seen = Seen::new(n, HEADLINE);
            self.see(word, Seen { place, ..seen });
        }
        tokens::each_token(&passage.summary, |token| {
            if let Some(word) = self.word(token.text()) {
                self.see(word, Seen::new(n, SUMMARY));
            }
        });
        tokens::each_token(&passage.text, |token| {
            if let Some(word) = self.word(token.text()) {
                let seen = Seen::new(n, 0);
                self.see(word, Seen { times: 1, ..seen });
            }
        });
    }

    /// Adds a name, which is not stemmed, to each of these texts.
    pub fn name(&mut self, name: &str, texts: &[u32]) {
        self.speak(NAMES);
        tokens::each_token(name, |token| {
            if let Some(word) = self.word(token.text()) {
                for text in texts {
                    self.see(word, Seen::new(*text, NAME));
                }
            }
        });
    }

    /// Notes that a text has a word.
    fn see(&mut self, word: usize, seen: Seen) {
        let (own, more) = &self.words[word];
        for pair in std::iter::once(own).chain(more) {
            let texts = &mut self.texts[*pair as usize];
            match texts.last_mut() {
                Some(last) if last.text == seen.text => last.merge(seen),
                _ => texts.push(seen),
            }
        }
    }

    /// Returns the number of a word as written; `None` if it has no letter or digit.
    fn word(&mut self, word: &str) -> Option<usize> {
        let (.., seen) = self.languages.get(self.now)?;
        if let Some(number) = seen.get(word) {
            return Some(*number as usize);
        }
        let own = self.form(word)?;
        let parts = tokens::parts(word);
        let (language, ..) = self.languages.get(self.now)?;
        let bare = tokens::bare(word, language);
        let more = parts.into_iter().chain(bare);
        let more: Vec<u32> = more
            .filter_map(|part| Some(self.form(&part)? as u32))
            .filter(|pair| *pair as usize != own)
            .collect();
        let number = self.words.len();
        self.words.push((own as u32, more.into_boxed_slice()));
        let (.., seen) = self.languages.get_mut(self.now)?;
        seen.insert(word.to_owned(), number as u32);
        Some(number)
    }

    /// Returns the number of the pair of a form as written.
    fn form(&mut self, word: &str) -> Option<usize> {
        let form = tokens::fold(word);
        if form.is_empty() {
            return None;
        }
        let (_, stems, _) = self.languages.get(self.now)?;
        let stem = match stems.stem(word) {
            stem if stem.is_empty() => form.clone(),
            stem => stem,
        };
        Some(self.pair(form, stem))
    }

    fn pair(&mut self, form: String, stem: String) -> usize {
        let next = self.pairs.len() as u32;
        let number = *self.pairs.entry((form, stem)).or_insert(next);
        if number == next {
            self.texts.push(Vec::new());
        }
        number as usize
    }

    /// Encodes the postings. `count`: the number of texts.
    pub fn written(self, files: &[(&str, usize)], count: usize) -> Vec<u8> {
        let mut texts = self.texts;
        let mut pairs: Vec<_> = self.pairs.into_iter().collect();
        pairs.sort_unstable();
        let mut out = Vec::with_capacity(pairs.len() * 16);
        let text = |text: &str, out: &mut Vec<u8>| {
            varint(text.len() as u64, out);
            out.extend_from_slice(text.as_bytes());
        };
        varint(files.len() as u64, &mut out);
        for (path, texts) in files {
            text(path, &mut out);
            varint(*texts as u64, &mut out);
        }
        for ((form, stem), number) in pairs {
            let texts = std::mem::take(&mut texts[number as usize]);
            let texts = fields::in_order(texts, count);
            let alike = form.char_indices().zip(stem.char_indices());
            let shared = alike
                .take_while(|(one, other)| one == other)
                .last()
                .map_or(0, |((at, sign), _)| at + sign.len_utf8());
            text(&form, &mut out);
            varint(shared as u64, &mut out);
            text(&stem[shared..], &mut out);
            fields::write(&texts, count, &mut out);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search_text(texts: &[&str]) -> SearchText {
        SearchText {
            lang: "en".to_owned(),
            texts: texts.iter().map(|&text| passage(text)).collect(),
        }
    }

    fn passage(text: &str) -> Passage {
        Passage {
            text: text.to_owned(),
            ..Passage::default()
        }
    }

    #[test]
    fn what_is_made_of_an_old_one_is_what_is_made_anew() {
        let (a, b, c) = (
            search_text(&["Releases, released", "été"]),
            search_text(&["release the models"]),
            search_text(&["dying models die", "", "開放"]),
        );
        let old = written(
            &[("a", PostingsInput::New(&a)), ("b", PostingsInput::New(&b))],
            None,
        )
        .unwrap();
        let old = Postings::read(&old).unwrap();
        let on = written(
            &[("b", PostingsInput::Same), ("c", PostingsInput::New(&c))],
            Some(&old),
        );
        let anew = written(
            &[("b", PostingsInput::New(&b)), ("c", PostingsInput::New(&c))],
            None,
        );
        assert_eq!(on, anew);
        assert!(written(&[("d", PostingsInput::Same)], Some(&old)).is_none());
        let bytes = on.unwrap();
        let read = Postings::read(&bytes).unwrap();
        assert_eq!(read.files, [("b", 1), ("c", 3)]);
        let pairs = read.pairs().map(|pair| {
            let (mut stem, mut texts) = (String::new(), Vec::new());
            pair.stem(&mut stem);
            pair.each(|text| texts.push(text));
            format!("{} {stem} {texts:?}", pair.form)
        });
        assert_eq!(
            pairs.collect::<Vec<_>>(),
            [
                "die die [1]",
                "dying die [1]",
                "models model [0, 1]",
                "release releas [0]",
                "the the [0]",
                "放 放 [3]",
                "開 開 [3]",
                "開放 開放 [3]",
            ]
        );
    }

    #[test]
    fn texts_without_words_are_no_damage() {
        let texts: Vec<&str> = ["Meta"].into_iter().chain([""; 1000]).collect();
        let article = search_text(&texts);
        let bytes = written(&[("a", PostingsInput::New(&article))], None).expect("postings");
        let read = Postings::read(&bytes).expect("postings");
        assert_eq!(read.files, [("a", 1001)]);
        assert_eq!(read.pairs().count(), 1);
    }
}
