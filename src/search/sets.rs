//! Sets of entries as bytes, whichever of two forms is shorter.
//!
//! A set is a varint `length << 1 | form` and so many bytes: the gaps between the numbers as
//! varints (form 0), or a bit for each entry (form 1). Varints are LEB128.

/// Appends a set; `docs` is sorted and without doubles, all below `count`.
pub fn write(docs: &[u32], count: usize, out: &mut Vec<u8>) {
    let mut gaps = Vec::with_capacity(docs.len());
    let mut next = 0;
    for doc in docs {
        varint(u64::from(doc - next), &mut gaps);
        next = doc + 1;
    }
    let bits = docs.last().map_or(0, |last| *last as usize / 8 + 1);
    debug_assert!(bits <= count.div_ceil(8));
    if bits < gaps.len() {
        let mut map = vec![0; bits];
        for doc in docs {
            map[*doc as usize / 8] |= 1 << (doc % 8);
        }
        varint((bits as u64) << 1 | 1, out);
        out.extend(map);
    } else {
        varint((gaps.len() as u64) << 1, out);
        out.extend(gaps);
    }
}

/// How many bytes [`write`] takes at most.
pub fn most(docs: usize, count: usize) -> usize {
    (docs * 2).min(count.div_ceil(8)) + 3
}

pub fn varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// A number that may be below zero, small where it is near zero.
pub fn zigzag(value: i64, out: &mut Vec<u8>) {
    varint(((value << 1) ^ (value >> 63)) as u64, out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_gaps_and_many_are_bits() {
        let mut out = Vec::new();
        write(&[0, 1, 300], 1000, &mut out);
        assert_eq!(out, [8, 0, 0, 0xaa, 2]);
        out.clear();
        write(&(0..16).collect::<Vec<_>>(), 16, &mut out);
        assert_eq!(out, [5, 0xff, 0xff]);
    }

    #[test]
    fn near_zero_is_short() {
        let mut out = Vec::new();
        for value in [0, -1, 1, -64] {
            zigzag(value, &mut out);
        }
        assert_eq!(out, [0, 1, 2, 127]);
    }
}
