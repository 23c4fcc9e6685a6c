//! Sets of entries as bytes, in the shorter of two encodings.
//!
//! A set is a varint `length << 1 | form` followed by that many bytes: the gaps between the numbers
//! as varints (form 0), or one bit for each entry (form 1). Varints are LEB128.

/// Appends a set; `docs` is sorted without duplicates, and every number is below `count`.
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

/// Calls `doc` with each number of a set, in order. `bits`: whether the set has form 1.
pub fn each(bits: bool, set: &[u8], mut doc: impl FnMut(u32)) {
    if bits {
        for (n, byte) in set.iter().enumerate() {
            let mut rest = *byte;
            while rest != 0 {
                doc(n as u32 * 8 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
        return;
    }
    let (mut at, mut next) = (0, 0_u32);
    while let Some(gap) = read_varint(set, &mut at) {
        let number = next.wrapping_add(gap as u32);
        doc(number);
        next = number.wrapping_add(1);
    }
}

/// Reads the number at a position and advances the position past it. `None` at the end.
pub fn read_varint(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let mut value = 0;
    for shift in (0..usize::BITS).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

pub fn varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a signed number, in few bytes if it is near zero.
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
    fn what_was_written_is_read() {
        for docs in [vec![0, 1, 300], (0..16).collect(), vec![]] {
            let mut out = Vec::new();
            write(&docs, 1000, &mut out);
            let mut at = 0;
            let head = read_varint(&out, &mut at).unwrap();
            let mut found = Vec::new();
            each(head % 2 == 1, &out[at..], |doc| found.push(doc));
            assert_eq!((found, out.len() - at), (docs, head / 2));
        }
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
