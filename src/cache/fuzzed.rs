//! What the fuzz targets use of the cache's inside.

use chrono_tz::Tz;

use super::encode::{Decoder, Encode, Encoder};
use super::segments::{Parsed, entries};
use super::state::CacheState;
use crate::content::article::{Article, StaticPage};
use crate::content::text::Text;
use crate::digest;

/// The bytes of a value in a segment.
pub fn stored<T: Encode>(value: &T) -> Vec<u8> {
    let mut bytes = Encoder::default();
    value.encode(&mut bytes);
    bytes.into_bytes()
}

/// The value of some bytes, if they are no more and no less than one.
pub fn stored_again<T: Encode>(bytes: &[u8], zone: Tz) -> Option<T> {
    let mut from = Decoder::new(bytes, zone);
    T::decode(&mut from).filter(|_| from.is_empty())
}

/// Gives any bytes the head and the checksum of a state.
pub fn state(body: &[u8]) -> Vec<u8> {
    let mut bytes = super::state::head();
    bytes.extend_from_slice(&digest::of(body));
    bytes.extend_from_slice(body);
    bytes
}

/// Returns the bytes of a state after its head and checksum.
pub fn body_of_state(bytes: &[u8]) -> &[u8] {
    bytes
        .get(super::state::head().len() + 16..)
        .unwrap_or_default()
}

/// Reads forged bytes as everything that the cache stores: what can be read is written and read
/// again as the same.
pub fn reads(kind: u8, bytes: &[u8]) {
    match kind % 5 {
        0 => {
            if let Ok(state) = CacheState::open(&state(bytes)) {
                let written = state.with_checksum();
                let again = CacheState::open(&written);
                let again = again.unwrap_or_else(|why| panic!("{why:?}"));
                assert!(again.with_checksum() == written, "{state:?}");
                for page in &state.pages {
                    state.page(&page.route);
                }
                for input in &state.inputs {
                    state.input(&input.name);
                }
            }
        }
        1 => same::<Parsed<Article>>(bytes),
        2 => same::<Parsed<StaticPage>>(bytes),
        3 => same::<Parsed<Text>>(bytes),
        _ => drop(entries(bytes)),
    }
}

fn same<T: Encode>(bytes: &[u8]) {
    let Some(value) = stored_again::<T>(bytes, Tz::Asia__Jakarta) else {
        return;
    };
    let written = stored(&value);
    let again = stored_again::<T>(&written, Tz::Asia__Jakarta);
    let again = again.expect("what was written can be read");
    assert!(stored(&again) == written);
}
