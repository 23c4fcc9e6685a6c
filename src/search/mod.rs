//! The search index of `/explore/`: an index of all entries in small files, of which a browser
//! fetches those that a query needs.
//!
//! Entries are numbered from the oldest, so a new entry leaves most files unchanged. The number of
//! files depends only on the number of entries ([`Layout`]), so planning needs no text. `Documents`
//! holds what is known without reading texts: cards, dates, facets. [`TermShards`] are merged from
//! [`mod@postings`], one set for every few hundred articles; the cache keeps these, so that only
//! changed texts are read.
//!
//! The files, which `render/modules/search.js` reads:
//!
//! | file | contents |
//! | --- | --- |
//! | `search/index.json` | the number of entries, the facets with their first values, the fingerprints of all files, the first word of each term shard |
//! | `search/dates.bin` | for each entry the days between which it may fall, delta-coded |
//! | `search/order.bin` | for each entry its rank, newest first |
//! | `search/times.bin` | for each entry publication and last change, in minutes |
//! | `search/facet-N.bin`, `facet-N-more.bin` | the entries of each value ([`posting_list`]) |
//! | `search/words-N.bin` | a term shard: words in order, the entries of their stems by field ([`fields`]), the names of terms that belong here |
//! | `search/spellings.txt` | the most frequent words, a line for each class of frequency: what a misspelt word may be |
//! | `search/cards-N.json` | what the results show |

mod division;
mod documents;
pub mod fields;
pub mod posting_list;
pub mod postings;
mod sharding;
mod term_names;
mod term_shards;
pub mod texts;
pub mod tokens;
mod years;

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use crate::content::article::Article;
use crate::diagnostic::Diagnostic;
use crate::model::site::Site;
use crate::plan::explore::{IndexFile, Layout};
use crate::source::Sources;
use crate::view::context::ViewContext;
use crate::world::World;
pub use division::LastDivision;
use documents::Documents;
pub use documents::prints_of_cards;
use postings::PostingsInput;
pub use term_shards::{EncodedPostings, PostingsEdit, StoredPostings, TermShards};

/// Number of articles in one set of postings, if no cache has divided them.
const PART: usize = 256;

/// The index of a prepared site, made on first use.
#[derive(Debug, Default)]
pub struct Index {
    documents: OnceLock<Documents>,
    /// [`Documents::head`].
    head: OnceLock<String>,
    /// Made with the help of a cache.
    known: OnceLock<TermShards>,
    /// Made from texts that were read again.
    words: OnceLock<TermShards>,
    /// Held by who makes them.
    making: Mutex<()>,
}

impl Index {
    /// Takes over term shards that were made with a cache and, if that knows it, the head of the
    /// manifest.
    pub fn resume(&self, words: TermShards, head: Option<String>) {
        _ = self.known.set(words);
        if let Some(head) = head {
            _ = self.head.set(head);
        }
    }

    /// Makes what is known without reading texts. Never splits its work across threads: others may
    /// wait for it. `kept`: the fingerprint of a file of cards that is as the last build made it.
    pub fn prepare_documents(
        &self,
        ctx: ViewContext<'_>,
        layout: &Layout,
        kept: &dyn Fn(usize) -> Option<String>,
    ) {
        let make = || Documents::new(ctx, layout, kept);
        self.documents.get_or_init(make);
    }

    /// Returns the indices of the articles whose headline or summary a file of cards shows.
    pub fn shown_on_cards(
        &self,
        ctx: ViewContext<'_>,
        layout: &Layout,
        n: usize,
    ) -> &BTreeSet<usize> {
        &self.documents(ctx, layout).cards(ctx, layout, n).shown
    }

    /// Returns the term shards that were made with a cache and the head of the manifest, for the
    /// cache to store.
    pub fn known(&self) -> Option<(&TermShards, &str)> {
        Some((self.known.get()?, self.head.get()?))
    }

    /// Returns the digest of a file's contents, or of everything that they depend on.
    pub fn digest(&self, ctx: ViewContext<'_>, layout: &Layout, file: IndexFile) -> [u8; 16] {
        match (file, self.known.get()) {
            (IndexFile::Words(n), Some(words)) => words.keys[n],
            (IndexFile::Manifest, Some(words)) => {
                crate::digest::of(&manifest(self.head(ctx, layout), words))
            }
            (IndexFile::Spellings, Some(words)) => crate::digest::of(&words.spellings),
            (IndexFile::Words(_) | IndexFile::Manifest | IndexFile::Spellings, None) => {
                self.documents(ctx, layout).digest(ctx, layout)
            }
            (file, _) => {
                let bytes = self.documents(ctx, layout).file(ctx, layout, file);
                crate::digest::of(bytes.unwrap_or_default())
            }
        }
    }

    /// Returns the bytes of a file. Call it where nothing else runs in parallel: the first call
    /// makes the whole index, and a thread working on that must not be given a task that waits for
    /// it.
    ///
    /// # Errors
    /// A text can't be read or has changed since it was parsed.
    pub fn file(
        &self,
        world: &dyn World,
        sources: &Sources,
        ctx: ViewContext<'_>,
        layout: &Layout,
        file: IndexFile,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let words = || self.term_shards(world, sources, ctx.site, layout);
        match file {
            IndexFile::Manifest => {
                let words = self.known.get().map_or_else(words, Ok)?;
                Ok(manifest(self.head(ctx, layout), words))
            }
            IndexFile::Spellings => {
                let words = self.known.get().map_or_else(words, Ok)?;
                Ok(words.spellings.clone())
            }
            IndexFile::Words(n) => match self.known.get().and_then(|known| known.take(n)) {
                Some(bytes) => Ok(bytes),
                None => Ok(words()?.file(n).unwrap_or_default()),
            },
            file => {
                let bytes = self.documents(ctx, layout).file(ctx, layout, file);
                Ok(bytes.unwrap_or_default().to_vec())
            }
        }
    }

    fn documents(&self, ctx: ViewContext<'_>, layout: &Layout) -> &Documents {
        let make = || Documents::new(ctx, layout, &|_| None);
        self.documents.get_or_init(make)
    }

    fn head(&self, ctx: ViewContext<'_>, layout: &Layout) -> &str {
        let make = || self.documents(ctx, layout).head();
        self.head.get_or_init(make)
    }

    fn term_shards(
        &self,
        world: &dyn World,
        sources: &Sources,
        site: &Site,
        layout: &Layout,
    ) -> Result<&TermShards, Box<Diagnostic>> {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(words) = self.words.get() {
            return Ok(words);
        }
        let parts = site.articles.par_chunks(PART);
        let parts = parts.map(|articles| {
            let digest = None;
            let bytes = postings(world, sources, site, articles);
            bytes.map(|bytes| EncodedPostings { bytes, digest })
        });
        // A text that can't be read now may be readable when a file is requested again.
        let parts = parts.collect::<Result<_, _>>()?;
        let make = || TermShards::new(parts, site, layout, None, &|_, _| None);
        Ok(self.words.get_or_init(make))
    }
}

/// Returns the file that a browser fetches first.
fn manifest(head: &str, words: &TermShards) -> Vec<u8> {
    let files = words.beginnings.iter().zip(&words.prints);
    let files = serde_json::to_vec(&files.collect::<Vec<_>>()).expect("texts always serialise");
    let spellings = print(&words.spellings);
    let spellings = format!(",\"spellings\":\"{spellings}\"}}");
    let parts = [
        head.as_bytes(),
        b",\"words\":",
        &files,
        spellings.as_bytes(),
    ];
    parts.concat()
}

/// Returns the postings of some articles, whose files are read again.
///
/// # Errors
/// A file can't be read or has changed since it was parsed.
pub fn postings(
    world: &dyn World,
    sources: &Sources,
    site: &Site,
    articles: &[Article],
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let read = |article| texts::read_again(world, sources, article, &site.config);
    let search_texts: Vec<_> = articles.iter().map(read).collect::<Result<_, _>>()?;
    let given = articles.iter().zip(&search_texts);
    let given = given
        .map(|(article, search_text)| (article.path.as_str(), PostingsInput::New(search_text)));
    let given: Vec<_> = given.collect();
    Ok(postings::written(&given, None).unwrap_or_default())
}

/// Returns the fingerprint by which a browser knows that a file is the one that the manifest lists:
/// 32-bit FNV-1a, which is fast to compute in JavaScript.
pub fn print(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}
