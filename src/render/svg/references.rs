//! How many elements a drawing draws, with those that references (`use`) repeat. A few elements that
//! refer to each other can stand for more than a browser can draw.

use foldhash::{HashMap, HashMapExt as _};

/// The elements of a drawing, by the innermost one with an id that each is in.
#[derive(Debug)]
pub(super) struct DrawnElements {
    parts: Vec<DrawnPart>,
    by_id: HashMap<String, usize>,
    /// The parts that are open, from the root.
    open: Vec<usize>,
}

/// An element with an id, or the root.
#[derive(Debug, Default)]
struct DrawnPart {
    /// The number of its elements, without those of inner parts.
    count: usize,
    inner: Vec<usize>,
    /// The ids that its references name.
    named: Vec<String>,
}

impl DrawnElements {
    pub fn new() -> Self {
        Self {
            parts: vec![DrawnPart::default()],
            by_id: HashMap::new(),
            open: vec![0],
        }
    }

    /// Adds an element. Returns whether it begins a part, which [`close`](Self::close) must end.
    pub fn add(&mut self, id: Option<&str>, named: Option<&str>) -> bool {
        let is_part = id.is_some_and(|id| !self.by_id.contains_key(id));
        if let Some(id) = id.filter(|_| is_part) {
            let part = self.parts.len();
            self.parts.push(DrawnPart::default());
            self.by_id.insert(id.to_owned(), part);
            self.innermost().inner.push(part);
            self.open.push(part);
        }
        let part = self.innermost();
        part.count += 1;
        part.named.extend(named.map(str::to_owned));
        is_part
    }

    pub fn close(&mut self) {
        self.open.pop();
    }

    fn innermost(&mut self) -> &mut DrawnPart {
        let at = self.open.last().copied().unwrap_or(0);
        &mut self.parts[at]
    }

    /// Returns the number of elements that are drawn. What refers to itself is drawn once.
    pub fn count(&self) -> usize {
        let mut counts: Vec<Option<usize>> = vec![None; self.parts.len()];
        let mut is_open = vec![false; self.parts.len()];
        let mut stack = vec![0];
        while let Some(part) = stack.last().copied() {
            if counts[part].is_some() {
                stack.pop();
                continue;
            }
            let named = self.parts[part].named.iter();
            let named = named.filter_map(|id| self.by_id.get(id).copied());
            let parts = || self.parts[part].inner.iter().copied().chain(named.clone());
            if !is_open[part] {
                is_open[part] = true;
                stack.extend(parts().filter(|p| counts[*p].is_none() && !is_open[*p]));
                continue;
            }
            let below = parts().map(|p| counts[p].unwrap_or(0));
            let count = below.fold(self.parts[part].count, usize::saturating_add);
            counts[part] = Some(count);
            stack.pop();
        }
        counts[0].unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_references_repeat_is_counted() {
        let mut drawn = DrawnElements::new();
        drawn.add(None, None);
        assert!(drawn.add(Some("a"), None));
        drawn.add(None, None);
        drawn.add(None, None);
        drawn.close();
        assert_eq!(drawn.count(), 4);
        drawn.add(None, Some("a"));
        drawn.add(None, Some("missing"));
        assert_eq!(drawn.count(), 9);
    }

    #[test]
    fn references_to_references_multiply_and_circles_end() {
        let mut drawn = DrawnElements::new();
        for n in 0..70 {
            assert!(drawn.add(Some(&format!("a{n}")), None));
            let next = format!("a{}", n + 1);
            drawn.add(None, Some(&next));
            drawn.add(None, Some(&next));
            drawn.close();
        }
        assert!(drawn.count() > 1 << 60);
        let mut drawn = DrawnElements::new();
        for (id, named) in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "d")] {
            drawn.add(Some(id), Some(named));
            drawn.close();
        }
        assert!((4..40).contains(&drawn.count()));
        // A second element of one id is no part of its own.
        assert!(!drawn.add(Some("a"), None));
    }
}
