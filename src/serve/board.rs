//! What the thread that looks at the project tells the threads that answer.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::edition::Edition;
use super::fault::Fault;

/// The last good edition, and what is wrong since.
#[derive(Clone, Default)]
pub struct State {
    /// How many looks at the project are over.
    pub looks: u64,
    /// None until one could be planned.
    pub edition: Option<Arc<Edition>>,
    /// Errors of the last look.
    pub faults: Arc<Vec<Fault>>,
}

#[derive(Default)]
pub struct Board {
    state: Mutex<State>,
    turned: Condvar,
}

impl Board {
    /// The present state; the first look is waited for.
    pub fn state(&self) -> State {
        let mut state = self.lock();
        while state.looks == 0 {
            state = self
                .turned
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        state.clone()
    }

    /// The present state; none before the first look is over.
    pub fn state_now(&self) -> Option<State> {
        let state = self.lock();
        (state.looks > 0).then(|| state.clone())
    }

    /// The state after a further look than `looks`; the present one if none ends `within`.
    pub fn after(&self, looks: u64, within: Duration) -> State {
        let until = Instant::now() + within;
        let mut state = self.lock();
        while state.looks <= looks {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let waited = self.turned.wait_timeout(state, left);
            (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        }
        state.clone()
    }

    /// Puts up what a look found; gives back the edition that it replaces.
    pub fn put(&self, edition: Option<Arc<Edition>>, faults: Vec<Fault>) -> Option<Arc<Edition>> {
        let mut state = self.lock();
        state.looks += 1;
        state.faults = Arc::new(faults);
        let old = match edition {
            Some(edition) => state.edition.replace(edition),
            None => None,
        };
        drop(state);
        self.turned.notify_all();
        old
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
