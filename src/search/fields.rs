//! Which texts have a word, and in which field of each: what a search ranks by.
//!
//! As bytes: the set of texts ([`posting_list`]); a byte with a bit for each field that some of
//! them have the word in; for each of these fields, in the order of the bits, the set of those
//! texts. The set of headlines is followed by two bytes for each: which word of the headline it is,
//! and how many words that has.

use super::posting_list::{self, read_varint};

/// The word is in the headline.
pub const HEADLINE: u8 = 1;
/// In the summary.
pub const SUMMARY: u8 = 2;
/// At least `OFTEN` times in the text.
pub const REPEATED: u8 = 4;
/// In the name of a term.
pub const NAME: u8 = 8;

const FIELDS: [u8; 4] = [HEADLINE, SUMMARY, REPEATED, NAME];

const OFTEN: u8 = 3;

/// A text that has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub text: u32,
    /// Bits.
    pub fields: u8,
    /// How often the text itself has it, if that is not in the bits yet.
    pub times: u8,
    /// Which word of the headline it is, and how many words that has.
    pub place: (u8, u8),
}

impl Seen {
    pub const fn new(text: u32, fields: u8) -> Self {
        Self {
            text,
            fields,
            times: 0,
            place: (0, 0),
        }
    }

    /// Takes over what another knows of the same text.
    pub fn merge(&mut self, other: Self) {
        if other.fields & HEADLINE != 0 {
            self.place = match self.fields & HEADLINE != 0 {
                true => self.place.min(other.place),
                false => other.place,
            };
        }
        self.times = self.times.saturating_add(other.times);
        self.fields |= other.fields;
        if self.times >= OFTEN {
            self.fields |= REPEATED;
        }
    }
}

/// Sorts by text, each once. Every text is below `count`.
pub fn in_order(mut seen: Vec<Seen>, count: usize) -> Vec<Seen> {
    if seen.len() < count / 64 {
        seen.sort_unstable_by_key(|seen| seen.text);
        seen.dedup_by(|next, kept| {
            let same = next.text == kept.text;
            if same {
                kept.merge(*next);
            }
            same
        });
        return seen;
    }
    let mut all: Vec<Option<Seen>> = vec![None; count];
    for one in seen.drain(..) {
        match &mut all[one.text as usize] {
            Some(known) => known.merge(one),
            none => *none = Some(one),
        }
    }
    seen.extend(all.into_iter().flatten());
    seen
}

/// Appends texts that are in order.
pub fn write(seen: &[Seen], count: usize, out: &mut Vec<u8>) {
    let mut set: Vec<u32> = seen.iter().map(|seen| seen.text).collect();
    posting_list::write(&set, count, out);
    let fields = seen.iter().fold(0, |all, seen| all | seen.fields);
    out.push(fields);
    for field in FIELDS.into_iter().filter(|field| fields & field != 0) {
        let of_field = || seen.iter().filter(|seen| seen.fields & field != 0);
        set.clear();
        set.extend(of_field().map(|seen| seen.text));
        posting_list::write(&set, count, out);
        if field == HEADLINE {
            out.extend(of_field().flat_map(|seen| [seen.place.0, seen.place.1]));
        }
    }
}

/// Moves past what `write` wrote. `None` if it is something else.
pub fn skip(bytes: &[u8], at: &mut usize) -> Option<()> {
    each_set(bytes, at, |_, _, _, _| {})
}

/// Reads what `write` wrote: in order, each text once.
pub fn read(bytes: &[u8]) -> Vec<Seen> {
    let mut all: Vec<Seen> = Vec::new();
    let mut at = 0;
    each_set(bytes, &mut at, |field, bits, set, places| {
        if field == 0 {
            posting_list::each(bits, set, |text| all.push(Seen::new(text, 0)));
            return;
        }
        let (mut known, mut places) = (all.iter_mut(), places.iter());
        posting_list::each(bits, set, |text| {
            let place = (places.next(), places.next());
            let Some(seen) = known.find(|seen| seen.text == text) else {
                return;
            };
            seen.fields |= field;
            if let (Some(word), Some(of)) = place {
                seen.place = (*word, *of);
            }
        });
    });
    all
}

/// Calls `each` with every set: its field (0: all texts), whether it is one of bits, its bytes, and
/// the places in headlines.
fn each_set<'a>(
    bytes: &'a [u8],
    at: &mut usize,
    mut each: impl FnMut(u8, bool, &'a [u8], &'a [u8]),
) -> Option<()> {
    let take = |len: usize, at: &mut usize| {
        let taken = bytes.get(*at..at.checked_add(len)?)?;
        *at += len;
        Some(taken)
    };
    let head = read_varint(bytes, at)?;
    each(0, head % 2 == 1, take(head / 2, at)?, &[]);
    let fields = *take(1, at)?.first()?;
    for field in FIELDS.into_iter().filter(|field| fields & field != 0) {
        let head = read_varint(bytes, at)?;
        let (bits, set) = (head % 2 == 1, take(head / 2, at)?);
        let mut places: &[u8] = &[];
        if field == HEADLINE {
            let mut count = 0_usize;
            posting_list::each(bits, set, |_| count += 1);
            places = take(count * 2, at)?;
        }
        each(field, bits, set, places);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let seen = |text, fields, place| Seen {
            place,
            ..Seen::new(text, fields)
        };
        let all = [
            seen(0, HEADLINE | NAME, (2, 9)),
            seen(3, 0, (0, 0)),
            seen(700, SUMMARY | REPEATED, (0, 0)),
            seen(701, HEADLINE, (0, 255)),
        ];
        let mut out = Vec::new();
        write(&all, 1000, &mut out);
        assert_eq!(read(&out), all);
        let mut end = 0;
        assert!(skip(&out, &mut end).is_some() && end == out.len());
        assert!(skip(&out[..end - 1], &mut 0).is_none());
    }

    #[test]
    fn a_text_knows_the_first_place_in_its_headline_and_what_it_repeats() {
        let place = |text, place| Seen {
            place,
            ..Seen::new(text, HEADLINE)
        };
        let body = Seen {
            times: 1,
            ..Seen::new(5, 0)
        };
        for count in [10, 10_000] {
            let seen = vec![
                body,
                place(5, (4, 6)),
                body,
                place(2, (1, 1)),
                place(5, (3, 6)),
                body,
            ];
            let found = in_order(seen, count);
            assert_eq!(found.len(), 2);
            assert_eq!(
                (found[1].place, found[1].fields),
                ((3, 6), HEADLINE | REPEATED)
            );
        }
    }
}
