//! Chooses where each term shard starts.
//!
//! The choice depends on the words of a sample of articles, selected by their paths, so that an
//! edit moves few boundaries or none, and the words of all articles need not be known at once.

use std::cmp::Reverse;
use std::collections::hash_map::Entry;

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
            .map(|word| weight(word.form, word.texts, step, count));
        let cuts = cuts(&words, &weights.collect::<Vec<_>>(), wanted);
        let begin = |at: &usize| apart(words[at - 1].form, words[*at].form).to_owned();
        beginnings.extend(cuts.iter().map(begin));
    }
    beginnings.resize(wanted, END.to_owned());
    (beginnings, spellings(&words))
}

/// A word of the sample.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct SampledWord<'a> {
    form: &'a str,
    /// One of its stems, if it has several.
    stem: String,
    /// How many texts of the sample have it.
    texts: usize,
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
fn spellings(words: &[SampledWord<'_>]) -> Vec<u8> {
    const LEAST: usize = 4;
    let is_spelt = |form: &str| {
        form.chars().nth(LEAST - 1).is_some() && !form.bytes().any(|byte| byte.is_ascii_digit())
    };
    let class = |of: usize| usize::BITS - of.leading_zeros();
    let spelt = words.iter().filter(|word| is_spelt(word.form));
    let mut spelt: Vec<_> = spelt
        .map(|word| (Reverse(class(word.texts)), hash(word.form), word.form))
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
fn cuts(words: &[SampledWord<'_>], weights: &[usize], wanted: usize) -> Vec<usize> {
    // Rounded up, so that what is before an edited word seldom moves; the last shards may be empty.
    let total = weights.iter().sum::<usize>().max(1);
    let total = total.next_multiple_of((total / 1024).max(1).next_power_of_two());
    let joined = joined(words, weights, total / wanted);
    // In eighths of a shard's share of the weight.
    let mut places = Vec::with_capacity(words.len());
    let mut nearest: Vec<Option<(u64, usize)>> = vec![None; wanted];
    let mut done = 0;
    for (n, weight) in weights.iter().enumerate() {
        let place = done * wanted * 8 / total;
        let near = (place + 1) / 8;
        if (place + 1) % 8 < 2 && near > 0 && near < wanted && !joined[n] {
            let this = (hash(words[n].form), n);
            let best = nearest[near].get_or_insert(this);
            *best = this.min(*best);
        }
        places.push(place);
        done += weight;
    }
    let mut cuts: Vec<usize> = Vec::with_capacity(wanted);
    for (n, nearest) in nearest.iter().enumerate().skip(1) {
        let behind = || {
            let cut = places.partition_point(|place| *place <= n * 8);
            cut + joined[cut..].iter().take_while(|joined| **joined).count()
        };
        let cut = nearest.map_or_else(behind, |(_, cut)| cut);
        if cut < words.len() && cut > cuts.last().copied().unwrap_or(0) {
            cuts.push(cut);
        }
    }
    cuts
}

/// Returns whether each word belongs in the shard of the word before it: words between forms of a
/// frequent stem, if they are mostly its forms. Two shards with forms of one stem each hold all its
/// entries, and a search fetches both. `share`: the weight of a shard.
fn joined(words: &[SampledWord<'_>], weights: &[usize], share: usize) -> Vec<bool> {
    let mut of_stems: HashMap<&str, usize> = HashMap::default();
    for (word, weight) in words.iter().zip(weights) {
        *of_stems.entry(&word.stem).or_default() += weight;
    }
    let mut joined = vec![false; words.len()];
    let mut at = 0;
    while let Some(SampledWord { form, stem, .. }) = words.get(at) {
        let own = of_stems[stem.as_str()];
        let mut end = at + 1;
        // *Company* and *companies* begin with all but the end of *compani*.
        let begin = stem
            .char_indices()
            .next_back()
            .map_or("", |(at, _)| &stem[..at]);
        if own * 4 > share && !begin.is_empty() && form.starts_with(begin) {
            let alike = words[at..]
                .iter()
                .take_while(|word| word.form.starts_with(begin));
            let last = alike
                .enumerate()
                .filter(|(_, word)| word.stem == *stem)
                .last();
            let run = at..at + last.map_or(0, |(n, _)| n) + 1;
            if weights[run.clone()].iter().sum::<usize>() <= own * 2 {
                end = run.end;
            }
        }
        joined[at + 1..end].fill(true);
        at = end;
    }
    joined
}

/// Returns the shortest prefix of `form` that sorts after `before`; `form` itself must.
fn apart<'f>(before: &str, form: &'f str) -> &'f str {
    let mut others = before.chars();
    let differs = form
        .char_indices()
        .find(|(_, sign)| others.next() != Some(*sign));
    differs.map_or(form, |(at, sign)| &form[..at + sign.len_utf8()])
}

/// Returns the words of one in `step` articles, in order.
fn sampled(parts: &[SegmentPostings], step: usize) -> Vec<SampledWord<'_>> {
    let of_part = |part| {
        let mut found: Vec<SampledWord<'_>> = Vec::new();
        let chosen = chosen(part, step);
        if !chosen.contains(&true) {
            return found;
        }
        for pair in part.pairs() {
            let mut texts = 0;
            pair.each(|text| texts += usize::from(chosen.get(text as usize) == Some(&true)));
            if texts > 0 {
                let (form, mut stem) = (pair.form, String::new());
                pair.stem(&mut stem);
                found.push(SampledWord { form, stem, texts });
            }
        }
        found
    };
    let found: Vec<_> = parts.par_iter().map(of_part).collect();
    let mut all: HashMap<&str, (String, usize)> = HashMap::default();
    for SampledWord { form, stem, texts } in found.into_iter().flatten() {
        match all.entry(form) {
            Entry::Vacant(vacant) => _ = vacant.insert((stem, texts)),
            Entry::Occupied(known) => {
                let (first, of) = known.into_mut();
                if stem < *first {
                    *first = stem;
                }
                *of += texts;
            }
        }
    }
    let all = all.into_iter();
    let mut all: Vec<_> = all
        .map(|(form, (stem, texts))| SampledWord { form, stem, texts })
        .collect();
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
/// the sample represents many that are not in it. Two texts seldom have a word with digits in common,
/// so one in the sample represents more that are not.
fn weight(form: &str, of: usize, step: usize, count: usize) -> usize {
    /// The length of a word, its number as a stem, and the head of its set.
    const FORM: usize = 12;
    let texts = (of * step).min(count);
    let gap = count / texts.max(1);
    let gaps = texts * (1 + usize::from(gap >= 1 << 7) + usize::from(gap >= 1 << 14));
    let forms = match form.bytes().any(|byte| byte.is_ascii_digit()) {
        true => step / (of * of),
        false => step / (2 * of * of),
    };
    gaps.min(count.div_ceil(8)) + forms.max(1) * (form.len() + FORM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_frequent_stem_stay_together() {
        let words = [
            "run", "running", "runs", "runway", "rust", "rusty", "skies", "sky",
        ];
        let stems = ["run", "run", "run", "runway", "rust", "rust", "ski", "ski"];
        let words = words.iter().zip(stems).map(|(form, stem)| SampledWord {
            form,
            stem: stem.to_owned(),
            texts: 1,
        });
        let words: Vec<_> = words.collect();
        assert_eq!(cuts(&words, &[20, 9, 9, 9, 9, 9, 1, 1], 3), [3, 4]);
        let joined_at = |weights: [usize; 8]| {
            let joined = joined(&words, &weights, 100).into_iter().enumerate();
            joined
                .filter_map(|(n, is)| is.then_some(n))
                .collect::<Vec<_>>()
        };
        assert_eq!(joined_at([20, 9, 9, 9, 9, 9, 9, 30]), [1, 2, 7]);
        // Rare.
        assert_eq!(joined_at([8, 8, 8, 8, 8, 8, 8, 8]), [] as [usize; 0]);
        // A frequent word of one form.
        assert_eq!(joined_at([1, 1, 1, 90, 1, 1, 1, 1]), [] as [usize; 0]);
        // Few of the words between are its forms.
        assert_eq!(joined_at([20, 1, 9, 1, 1, 1, 1, 1]), [1, 2]);
        let mut others = words;
        others[1].stem = "running".to_owned();
        let joined = joined(&others, &[20, 90, 9, 1, 1, 1, 1, 1], 100);
        assert!(!joined.contains(&true));
    }

    #[test]
    fn a_beginning_is_as_short_as_can_be() {
        assert_eq!(apart("runes", "runner"), "runn");
        assert_eq!(apart("run", "runner"), "runn");
        assert_eq!(apart("run", "été"), "é");
        assert_eq!(apart("", "a"), "a");
    }
}
