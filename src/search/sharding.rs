//! Chooses where each term shard starts.
//!
//! The choice depends on the words of a sample of articles, selected by their paths, so that an
//! edit moves few boundaries or none, and the words of all articles need not be known at once.

use std::cmp::Reverse;

use foldhash::HashMap;
use rayon::prelude::*;

use super::postings::NONE;
use super::term_shards::SegmentPostings;

/// Approximate number of articles in the sample.
const SAMPLE: usize = 2048;

/// Sorts after every word: the start of shards that have no words.
pub const END: &str = "\u{10ffff}";

/// Returns where each of `wanted` shards starts: the first at the empty string, each other at a
/// prefix of its first word that sorts after every word of the shard before. `count`: the number of
/// entries in the index. And the most frequent words ([`spellings`]).
pub fn beginnings(
    parts: &[SegmentPostings],
    wanted: usize,
    count: usize,
) -> (Vec<String>, Vec<u8>) {
    let mut beginnings = vec![String::new()];
    let step = step(count);
    let words = sampled(parts, step);
    if wanted > 1 {
        let weights = words
            .iter()
            .map(|(form, of)| weight(form, *of, step, count));
        let cuts = cuts(&words, &weights.collect::<Vec<_>>(), wanted);
        let begin = |at: &usize| apart(words[at - 1].0, words[*at].0).to_owned();
        beginnings.extend(cuts.iter().map(begin));
    }
    beginnings.resize(wanted, END.to_owned());
    (beginnings, spellings(&words))
}

/// One in so many articles is in the sample.
fn step(count: usize) -> usize {
    (count / SAMPLE).next_power_of_two()
}

/// Whether where shards start depends on the article at a path. `count`: the number of entries in the
/// index.
pub fn is_sampled(path: &str, count: usize) -> bool {
    is_chosen(path, step(count))
}

fn is_chosen(path: &str, step: usize) -> bool {
    hash(path).is_multiple_of(step as u64)
}

/// Most words of which a misspelt one may be a spelling.
const SPELLINGS: usize = 6000;

/// Returns the most frequent words of the sample, those of one class of frequency on a line.
fn spellings(words: &[(&str, usize)]) -> Vec<u8> {
    const LEAST: usize = 4;
    let is_spelt = |form: &str| {
        form.chars().nth(LEAST - 1).is_some() && !form.bytes().any(|byte| byte.is_ascii_digit())
    };
    let class = |of: usize| usize::BITS - of.leading_zeros();
    let spelt = words.iter().filter(|(form, _)| is_spelt(form));
    let mut spelt: Vec<_> = spelt
        .map(|(form, of)| (Reverse(class(*of)), hash(form), *form))
        .collect();
    if spelt.len() > SPELLINGS {
        spelt.select_nth_unstable(SPELLINGS);
        spelt.truncate(SPELLINGS);
    }
    spelt.sort_unstable_by_key(|(class, _, form)| (*class, *form));
    let mut out = String::new();
    for class_of in spelt.chunk_by(|a, b| a.0 == b.0) {
        let forms: Vec<&str> = class_of.iter().map(|(.., form)| *form).collect();
        out.push_str(&forms.join(" "));
        out.push('\n');
    }
    out.into_bytes()
}

/// Returns the words at which shards start, near the points that divide the weight equally: of the
/// words near a point, the one with the least hash, so that small changes of weight move few
/// boundaries.
fn cuts(words: &[(&str, usize)], weights: &[usize], wanted: usize) -> Vec<usize> {
    let total = weights.iter().sum::<usize>().max(1);
    // In eighths of a shard's share of the weight.
    let mut places = Vec::with_capacity(words.len());
    let mut nearest: Vec<Option<(u64, usize)>> = vec![None; wanted];
    let mut done = 0;
    for (n, weight) in weights.iter().enumerate() {
        let place = done * wanted * 8 / total;
        let near = (place + 1) / 8;
        if (place + 1) % 8 < 2 && near > 0 && near < wanted {
            let this = (hash(words[n].0), n);
            let best = nearest[near].get_or_insert(this);
            *best = this.min(*best);
        }
        places.push(place);
        done += weight;
    }
    let mut cuts: Vec<usize> = Vec::with_capacity(wanted);
    for (n, nearest) in nearest.iter().enumerate().skip(1) {
        let behind = || places.partition_point(|place| *place <= n * 8);
        let cut = nearest.map_or_else(behind, |(_, cut)| cut);
        if cut < words.len() && cut > cuts.last().copied().unwrap_or(0) {
            cuts.push(cut);
        }
    }
    cuts
}

/// Returns the shortest prefix of `form` that sorts after `before`; `form` itself must.
fn apart<'f>(before: &str, form: &'f str) -> &'f str {
    let mut others = before.chars();
    let differs = form
        .char_indices()
        .find(|(_, sign)| others.next() != Some(*sign));
    differs.map_or(form, |(at, sign)| &form[..at + sign.len_utf8()])
}

/// Returns the words of one in `step` articles, in order, each with its number of texts.
fn sampled(parts: &[SegmentPostings], step: usize) -> Vec<(&str, usize)> {
    let of_part = |part| {
        let mut found: Vec<(&str, usize)> = Vec::new();
        let chosen = chosen(part, step);
        if !chosen.contains(&true) {
            return found;
        }
        for pair in part.pairs() {
            let mut of = 0;
            pair.each(|text| of += usize::from(chosen.get(text as usize) == Some(&true)));
            if of > 0 {
                found.push((pair.form, of));
            }
        }
        found
    };
    let found: Vec<_> = parts.par_iter().map(of_part).collect();
    let mut all: HashMap<&str, usize> = HashMap::default();
    for (form, of) in found.into_iter().flatten() {
        *all.entry(form).or_default() += of;
    }
    let mut all: Vec<_> = all.into_iter().collect();
    all.par_sort_unstable();
    all
}

/// Returns for each text of a part whether it is in the sample.
fn chosen(part: &SegmentPostings, step: usize) -> Vec<bool> {
    let mut chosen = vec![false; part.numbers.len()];
    let mut at = 0;
    for (path, texts) in part.files() {
        if is_chosen(path, step) {
            let of_path = chosen.iter_mut().zip(&part.numbers).skip(at).take(texts);
            of_path.for_each(|(chosen, number)| *chosen = *number != NONE);
        }
        at += texts;
    }
    chosen
}

/// FNV-1a, which is equal on all platforms.
fn hash(path: &str) -> u64 {
    path.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Estimates how many bytes a word takes, including the words that it represents: a rare word in
/// the sample represents many that are not in it. Few texts have a number in common.
fn weight(form: &str, of: usize, step: usize, count: usize) -> usize {
    /// The length of a word, its number as a stem, and the head of its set.
    const FORM: usize = 12;
    let texts = (of * step).min(count);
    let gap = count / texts.max(1);
    let gaps = texts * (1 + usize::from(gap >= 1 << 7) + usize::from(gap >= 1 << 14));
    let forms = match form.bytes().all(|byte| byte.is_ascii_digit()) {
        true => step / (of * of),
        false => step / (2 * of * of),
    };
    gaps.min(count.div_ceil(8)) + forms.max(1) * (form.len() + FORM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_as_short_as_can_be() {
        assert_eq!(apart("runes", "runner"), "runn");
        assert_eq!(apart("run", "runner"), "runn");
        assert_eq!(apart("run", "été"), "é");
        assert_eq!(apart("", "a"), "a");
    }
}
