//! Paging of long lists, numbered from the oldest page.

use std::ops::Range;

/// Returns which of `total` entries, newest first, are on a page.
///
/// Numbered pages hold exactly `per_page` entries and are counted from the oldest, so that a new
/// entry changes none of them. The newest page has no number and holds from `per_page` to just
/// under twice as many. `None` if there is no such page.
pub fn chunk(total: usize, per_page: usize, page: Option<usize>) -> Option<Range<usize>> {
    let numbered = numbered(total, per_page);
    match page {
        None => Some(0..total - numbered * per_page),
        Some(n) if (1..=numbered).contains(&n) => {
            let end = total - (n - 1) * per_page;
            Some(end - per_page..end)
        }
        Some(_) => None,
    }
}

/// The number of numbered pages.
pub fn numbered(total: usize, per_page: usize) -> usize {
    (total / per_page).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_stands_on_one_page_and_a_new_one_changes_only_the_newest() {
        for total in 0..300 {
            let pages: Vec<_> = std::iter::once(chunk(total, 50, None).unwrap())
                .chain(
                    (1..=numbered(total, 50))
                        .rev()
                        .map(|n| chunk(total, 50, Some(n)).unwrap()),
                )
                .collect();
            let all: Vec<usize> = pages.iter().cloned().flatten().collect();
            assert_eq!(all, (0..total).collect::<Vec<_>>());
            for n in 1..=numbered(total, 50) {
                let (now, then) = (
                    chunk(total, 50, Some(n)).unwrap(),
                    chunk(total + 1, 50, Some(n)).unwrap(),
                );
                assert_eq!((now.start + 1, now.end + 1), (then.start, then.end));
            }
            assert!(pages[0].len() < 100);
            assert_eq!(chunk(total, 50, Some(numbered(total, 50) + 1)), None);
        }
    }
}
