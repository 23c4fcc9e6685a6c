//! The order of names that hold numbers: `4.5.2` before `4.5.10`.

use std::cmp::Ordering;

/// Compares two texts; digits that stand together are compared as one number. Texts that differ are
/// never equal.
pub fn compare_naturally(a: &str, b: &str) -> Ordering {
    let (mut x, mut y) = (a.as_bytes(), b.as_bytes());
    loop {
        match (x, y) {
            ([p, ..], [q, ..]) if p.is_ascii_digit() && q.is_ascii_digit() => {
                let ((m, after_m), (n, after_n)) = (number(x), number(y));
                match m.len().cmp(&n.len()).then_with(|| m.cmp(n)) {
                    Ordering::Equal => (x, y) = (after_m, after_n),
                    other => return other,
                }
            }
            ([p, after_p @ ..], [q, after_q @ ..]) if p == q => (x, y) = (after_p, after_q),
            _ => return x.cmp(y).then_with(|| a.cmp(b)),
        }
    }
}

/// An id, in the order of [`compare_naturally`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NaturalId(pub String);

impl Ord for NaturalId {
    fn cmp(&self, other: &Self) -> Ordering {
        compare_naturally(&self.0, &other.0)
    }
}

impl PartialOrd for NaturalId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Splits off the digits at the start, without leading zeros.
fn number(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|b| !b.is_ascii_digit());
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    let zeros = digits.iter().take_while(|b| **b == b'0').count();
    (&digits[zeros..], rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_count_as_numbers() {
        let mut names = [
            "v4.5.10", "v4.5.2", "v10", "v9", "part-11", "part-2", "x", "x1", "7", "007", "7a",
        ];
        names.sort_by(|a, b| compare_naturally(a, b));
        assert_eq!(
            names,
            [
                "007", "7", "7a", "part-2", "part-11", "v4.5.2", "v4.5.10", "v9", "v10", "x", "x1"
            ]
        );
    }

    proptest! {
        #[test]
        fn the_order_is_total(a in "[a-b0-2.]{0,6}", b in "[a-b0-2.]{0,6}", c in "[a-b0-2.]{0,6}") {
            prop_assert_eq!(compare_naturally(&a, &b), compare_naturally(&b, &a).reverse());
            prop_assert_eq!(compare_naturally(&a, &b) == Ordering::Equal, a == b);
            if compare_naturally(&a, &b).is_le() && compare_naturally(&b, &c).is_le() {
                prop_assert!(compare_naturally(&a, &c).is_le());
            }
        }
    }
}
