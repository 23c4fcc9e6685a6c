//! What `/explore/` looks things up in: an index of all entries in small files, of which a
//! browser fetches those that a question needs.
//!
//! Entries are numbered from the oldest, so that a new one leaves most files as they are. How many
//! files there are follows from the number of entries alone
//! ([`Layout`]), so that a plan needs no text. `Documents` are what
//! can be known without reading: cards, dates, facets. [`TermShards`] are made of the [`mod@postings`] of
//! each of some hundred articles; a cache keeps these, so that only texts that changed are read.
//!
//! The files, whose reader is `render/modules/search.js`:
//!
//! | file | what it holds |
//! | --- | --- |
//! | `search/index.json` | how many entries, the facets with their first choices, the prints of all files, the first word of each file of words |
//! | `search/dates.bin` | of each entry the days between which it may fall, delta-coded |
//! | `search/order.bin` | of each entry its place, newest first |
//! | `search/times.bin` | of each entry publication and last change, in minutes |
//! | `search/facet-N.bin`, `facet-N-more.bin` | the entries of each choice ([`posting_list`]) |
//! | `search/words-N.bin` | words in order, the entries of their stems |
//! | `search/cards-N.json` | what the results show |

mod documents;
pub mod posting_list;
pub mod postings;
mod sharding;
mod term_shards;
pub mod texts;
pub mod tokens;

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::content::article::Article;
use crate::diagnostic::Diagnostic;
use crate::model::site::Site;
use crate::plan::explore::{IndexFile, Layout};
use crate::source::Sources;
use crate::view::context::ViewContext;
use crate::world::World;
use documents::Documents;
use postings::PostingsInput;
pub use term_shards::TermShards;

/// Articles of one set of postings, where no cache has parted them.
const PART: usize = 256;

/// The index of a prepared site, made when it is first asked for.
#[derive(Debug, Default)]
pub struct Index {
    documents: OnceLock<Documents>,
    /// [`Documents::head`].
    head: OnceLock<String>,
    /// As a cache had it made.
    known: OnceLock<TermShards>,
    /// Of texts that were read again.
    words: OnceLock<Result<TermShards, Box<Diagnostic>>>,
}

impl Index {
    /// Goes on with words that were made with a cache, and, if it knows that, with what the manifest
    /// says besides.
    pub fn resume(&self, words: TermShards, head: Option<String>) {
        _ = self.known.set(words);
        if let Some(head) = head {
            _ = self.head.set(head);
        }
    }

    /// What is to be remembered of words that were made with a cache, and what the manifest says
    /// besides.
    pub fn known(&self) -> Option<(&TermShards, &str)> {
        Some((self.known.get()?, self.head.get()?))
    }

    /// The key of a file, with its name.
    pub fn digest(&self, ctx: ViewContext<'_>, layout: &Layout, file: IndexFile) -> [u8; 16] {
        match (file, self.known.get()) {
            (IndexFile::Words(n), Some(words)) => words.keys[n],
            (IndexFile::Manifest, Some(words)) => {
                crate::digest::of(&manifest(self.head(ctx, layout), words))
            }
            (IndexFile::Words(_) | IndexFile::Manifest, None) => {
                self.documents(ctx, layout).digest(ctx.site)
            }
            (file, _) => {
                let bytes = self.documents(ctx, layout).file(file);
                crate::digest::of(bytes.unwrap_or_default())
            }
        }
    }

    /// The bytes of a file. To be asked for where nothing else runs in parallel: the first makes
    /// all of it, and a thread that works at that must not be given another that waits for it.
    ///
    /// # Errors
    /// A text that can't be read or has changed since it was parsed.
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
            IndexFile::Words(n) => match self.known.get().and_then(|known| known.take(n)) {
                Some(bytes) => Ok(bytes),
                None => Ok(words()?.file(n).unwrap_or_default()),
            },
            file => {
                let bytes = self.documents(ctx, layout).file(file);
                Ok(bytes.unwrap_or_default().to_vec())
            }
        }
    }

    fn documents(&self, ctx: ViewContext<'_>, layout: &Layout) -> &Documents {
        let make = || Documents::new(ctx, layout);
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
        let make = || {
            let parts = site.articles.par_chunks(PART);
            let parts = parts.map(|articles| postings(world, sources, site, articles));
            let parts = parts.collect::<Result<_, _>>()?;
            Ok(TermShards::new(parts, site, layout, &|_, _| None))
        };
        self.words.get_or_init(make).as_ref().map_err(Clone::clone)
    }
}

/// The file that a browser begins with.
fn manifest(head: &str, words: &TermShards) -> Vec<u8> {
    let files = words.beginnings.iter().zip(&words.prints);
    let files = serde_json::to_vec(&files.collect::<Vec<_>>()).expect("texts always serialise");
    [head.as_bytes(), b",\"words\":", &files, b"}"].concat()
}

/// The postings of some articles, whose files are read again.
///
/// # Errors
/// A file that can't be read or has changed since it was parsed.
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

/// What tells a browser that a file is the one that the manifest means: FNV-1a, 32 bits, which is
/// quick to make there.
pub fn print(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}
