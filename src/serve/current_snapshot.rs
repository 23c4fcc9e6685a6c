//! The state that the worker shares with the threads that answer requests.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::findings::Findings;
use super::snapshot::Snapshot;

/// The last good snapshot, and the errors found since.
#[derive(Clone, Default)]
pub struct ServerState {
    /// Number of finished scans of the project.
    pub looks: u64,
    /// `None` until a scan could be planned.
    pub snapshot: Option<Arc<Snapshot>>,
    /// What the last scan found wrong.
    pub findings: Arc<Findings>,
}

#[derive(Default)]
pub struct CurrentSnapshot {
    state: Mutex<ServerState>,
    turned: Condvar,
}

impl CurrentSnapshot {
    /// Returns the current state; waits for the first scan.
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

    /// Returns the current state; `None` before the first scan has finished.
    pub fn state_now(&self) -> Option<ServerState> {
        let state = self.lock();
        (state.looks > 0).then(|| state.clone())
    }

    /// Returns the state after a scan later than `looks`; the current state if none finishes
    /// `within` that time.
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

    /// Publishes the result of a scan; returns the snapshot that it replaces.
    pub fn put(
        &self,
        snapshot: Option<Arc<Snapshot>>,
        findings: Arc<Findings>,
    ) -> Option<Arc<Snapshot>> {
        let mut state = self.lock();
        state.looks += 1;
        state.findings = findings;
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
