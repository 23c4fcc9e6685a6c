//! What the thread that looks at the project tells the threads that answer.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::fault::OverlayFault;
use super::snapshot::Snapshot;

/// The last good snapshot, and what is wrong since.
#[derive(Clone, Default)]
pub struct ServerState {
    /// How many looks at the project are over.
    pub looks: u64,
    /// None until one could be planned.
    pub snapshot: Option<Arc<Snapshot>>,
    /// Errors of the last scan.
    pub faults: Arc<Vec<OverlayFault>>,
}

#[derive(Default)]
pub struct CurrentSnapshot {
    state: Mutex<ServerState>,
    turned: Condvar,
}

impl CurrentSnapshot {
    /// The present state; the first scan is waited for.
    pub fn state(&self) -> ServerState {
        let mut state = self.lock();
        while state.looks == 0 {
            state = self
                .turned
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        state.clone()
    }

    /// The present state; none before the first scan is over.
    pub fn state_now(&self) -> Option<ServerState> {
        let state = self.lock();
        (state.looks > 0).then(|| state.clone())
    }

    /// The state after a further look than `looks`; the present one if none ends `within`.
    pub fn after(&self, looks: u64, within: Duration) -> ServerState {
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

    /// Puts up what a scan found; gives back the snapshot that it replaces.
    pub fn put(
        &self,
        snapshot: Option<Arc<Snapshot>>,
        faults: Vec<OverlayFault>,
    ) -> Option<Arc<Snapshot>> {
        let mut state = self.lock();
        state.looks += 1;
        state.faults = Arc::new(faults);
        let old = match snapshot {
            Some(snapshot) => state.snapshot.replace(snapshot),
            None => None,
        };
        drop(state);
        self.turned.notify_all();
        old
    }

    fn lock(&self) -> MutexGuard<'_, ServerState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
