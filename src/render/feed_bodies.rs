//! Contents of articles as feeds show them.

use std::sync::{Arc, Mutex, PoisonError};

use foldhash::HashMap;

use crate::source::SourceId;

/// Bytes of HTML that are kept at most.
const MOST_KEPT: usize = 32 << 20;

/// The HTML of the contents that feeds have shown, while one site is rendered: an article is in the feed
/// of the site and in one of each of its terms. No more is kept than `MOST_KEPT`; the others are
/// rendered for each feed.
#[derive(Debug, Default)]
pub struct FeedBodies(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    html: HashMap<SourceId, Arc<str>>,
    bytes: usize,
}

impl FeedBodies {
    /// Returns the HTML of the content of a file, which `make` renders if it is not kept.
    ///
    /// # Errors
    /// That of `make`.
    pub fn get<E>(
        &self,
        source: SourceId,
        make: impl FnOnce() -> Result<String, E>,
    ) -> Result<Arc<str>, E> {
        let known = self.locked(|kept| kept.html.get(&source).cloned());
        if let Some(html) = known {
            return Ok(html);
        }
        let html: Arc<str> = make()?.into();
        self.locked(|kept| {
            // Another thread may have rendered it meanwhile.
            if kept.bytes + html.len() <= MOST_KEPT && !kept.html.contains_key(&source) {
                kept.bytes += html.len();
                kept.html.insert(source, Arc::clone(&html));
            }
        });
        Ok(html)
    }

    fn locked<T>(&self, with: impl FnOnce(&mut Kept) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_rendered_once_and_a_failure_is_not_kept() {
        let bodies = FeedBodies::default();
        let source = SourceId(7);
        assert_eq!(bodies.get(source, || Err("no")), Err("no"));
        let first = bodies.get(source, || Ok::<_, &str>("<p>one".to_owned()));
        assert_eq!(first.as_deref(), Ok("<p>one"));
        let again = bodies.get(source, || Err("rendered twice"));
        assert_eq!(again.as_deref(), Ok("<p>one"));
    }

    #[test]
    fn what_is_too_large_to_be_kept_is_rendered_again() {
        let bodies = FeedBodies::default();
        let large = || Ok::<_, &str>("x".repeat(MOST_KEPT + 1));
        assert!(bodies.get(SourceId(1), large).is_ok());
        assert_eq!(bodies.get(SourceId(1), || Err("again")), Err("again"));
    }
}
