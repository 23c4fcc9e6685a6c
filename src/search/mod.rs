//! What `/explore/` looks things up in: an index of all entries in small files, of which a
//! browser fetches those that a question needs.
//!
//! Entries are numbered from the oldest, so that a new one leaves most files as they are. How many
//! files there are follows from the number of entries alone ([`Layout`](crate::plan::explore::Layout)), so that a plan needs no
//! text. [`Catalogue`] is what can be known without reading: cards, dates, facets; its digest,
//! with those of the texts, is the key of every file. [`Words`](words::Words) reads the texts, and
//! only where a file of the index is asked for.
//!
//! The files, whose reader is `render/modules/search.js`:
//!
//! | file | what it holds |
//! | --- | --- |
//! | `search/index.json` | how many entries, the facets with their first choices, the prints of all files, the first word of each file of words |
//! | `search/dates.bin` | of each entry the days between which it may fall, delta-coded |
//! | `search/order.bin` | of each entry its place, newest first |
//! | `search/times.bin` | of each entry publication and last change, in minutes |
//! | `search/facet-N.bin`, `facet-N-more.bin` | the entries of each choice ([`sets`]) |
//! | `search/words-N.bin` | words in order, the entries of their stems |
//! | `search/cards-N.json` | what the results show |

mod catalogue;
pub mod sets;
pub mod tokens;
mod words;

use std::sync::OnceLock;

use crate::diagnostic::Diagnostic;
use crate::plan::explore::{File, Layout};
use crate::source::Sources;
use crate::view::card::Whole;
use crate::world::World;
use catalogue::Catalogue;
use words::Words;

/// The index of a prepared site, made when it is first asked for.
#[derive(Debug, Default)]
pub struct Index {
    catalogue: OnceLock<Catalogue>,
    words: OnceLock<Result<Words, Box<Diagnostic>>>,
}

impl Index {
    /// The digest of all that the index is made of: with a file's name, its key.
    pub fn digest(&self, whole: Whole<'_>, layout: &Layout) -> [u8; 16] {
        self.catalogue(whole, layout).digest
    }

    /// Makes all of it. To be called where nothing else runs in parallel, before several threads
    /// ask for its files: a thread that makes it must not be given a page that waits for it.
    pub fn make(&self, world: &dyn World, sources: &Sources, whole: Whole<'_>, layout: &Layout) {
        rayon::join(
            || self.catalogue(whole, layout),
            || self.words(world, sources, whole, layout).is_ok(),
        );
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// A text that can't be read or has changed since it was parsed.
    pub fn file(
        &self,
        world: &dyn World,
        sources: &Sources,
        whole: Whole<'_>,
        layout: &Layout,
        file: File,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let catalogue = self.catalogue(whole, layout);
        if let Some(bytes) = catalogue.file(file) {
            return Ok(bytes.to_vec());
        }
        let words = self.words(world, sources, whole, layout)?;
        Ok(match file {
            File::Words(n) => words.files[n].1.clone(),
            _ => {
                let firsts = words.files.iter();
                let firsts = firsts.map(|(first, bytes)| (first.clone(), print(bytes)));
                catalogue.manifest(&firsts.collect::<Vec<_>>())
            }
        })
    }

    fn catalogue(&self, whole: Whole<'_>, layout: &Layout) -> &Catalogue {
        let make = || Catalogue::new(whole, layout);
        self.catalogue.get_or_init(make)
    }

    fn words(
        &self,
        world: &dyn World,
        sources: &Sources,
        whole: Whole<'_>,
        layout: &Layout,
    ) -> Result<&Words, Box<Diagnostic>> {
        let make = || Words::new(world, sources, whole.site, layout);
        self.words.get_or_init(make).as_ref().map_err(Clone::clone)
    }
}

/// What tells a browser that a file is the one that the manifest means: FNV-1a, 32 bits, which is
/// quick to make there.
pub fn print(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}
