//! Writes staged files to the disk while others are still being rendered.
//!
//! A commit has to wait until every staged file is on the disk, which can be gigabytes for a large
//! site. A background thread syncs them in portions, so that little is left for the commit.

use std::io;
use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::world::World;

/// Number of staged bytes after which they are synced.
const PORTION: u64 = 24 * 1024 * 1024;

/// Progress of the background sync.
#[derive(Debug, Default)]
pub(super) struct Flush {
    state: Mutex<FlushState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct FlushState {
    /// Staged bytes not yet synced.
    waiting: u64,
    done: bool,
    /// The first error.
    fault: Option<io::Error>,
}

impl Flush {
    /// Records that bytes were staged.
    pub(super) fn staged(&self, bytes: u64) {
        let mut state = self.state();
        state.waiting += bytes;
        if state.waiting >= PORTION {
            self.changed.notify_one();
        }
    }

    /// Runs `work`, and meanwhile syncs what it stages below `folder`, a portion at a time. Errors
    /// are returned by [`fault`](Self::fault): an operating system reports a failed write only
    /// once, so that the sync of the commit would not see them.
    pub(super) fn during<T>(
        &self,
        world: &dyn World,
        folder: &Path,
        work: impl FnOnce() -> T,
    ) -> T {
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while self.portion() {
                    if let Err(error) = world.sync_all(folder) {
                        self.state().fault.get_or_insert(error);
                    }
                }
            });
            let _ended = Ended(self);
            work()
        })
    }

    /// Returns the first error of the background syncs, once.
    pub(super) fn fault(&self) -> io::Result<()> {
        self.state().fault.take().map_or(Ok(()), Err)
    }

    fn state(&self) -> MutexGuard<'_, FlushState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a portion. Returns false when the work is done.
    fn portion(&self) -> bool {
        let idle = |state: &mut FlushState| !state.done && state.waiting < PORTION;
        let mut state = self
            .changed
            .wait_while(self.state(), idle)
            .unwrap_or_else(PoisonError::into_inner);
        state.waiting = 0;
        !state.done
    }
}

/// Ends the thread, even if the work panics.
struct Ended<'f>(&'f Flush);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.done = true;
        self.0.changed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{InjectedFault, MemoryWorld, Operation};
    use chrono::DateTime;

    fn syncs(portions: &[u64]) -> usize {
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("an instant");
        let world = MemoryWorld::new(now).with_folder("/s");
        let flush = Flush::default();
        flush.during(&world, Path::new("/s"), || {
            for bytes in portions {
                flush.staged(*bytes);
                // Wait until the thread has taken it.
                while flush.state.lock().unwrap().waiting >= PORTION {
                    std::thread::yield_now();
                }
            }
        });
        let done = world.log();
        done.iter()
            .filter(|(op, _)| *op == Operation::SyncAll)
            .count()
    }

    #[test]
    fn what_the_disk_said_meanwhile_is_not_forgotten() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("an instant");
        let world = MemoryWorld::new(now).with_folder("/s");
        world.set_fault(InjectedFault::of(
            Operation::SyncAll,
            0,
            io::ErrorKind::StorageFull,
        ));
        let flush = Flush::default();
        flush.during(&world, Path::new("/s"), || {
            flush.staged(PORTION);
            while world.log().is_empty() {
                std::thread::yield_now();
            }
        });
        let fault = flush.fault().expect_err("the sync failed");
        assert_eq!(fault.kind(), io::ErrorKind::StorageFull);
    }

    #[test]
    fn the_disk_is_given_its_part_after_each_portion_and_not_before() {
        assert_eq!(syncs(&[]), 0);
        assert_eq!(syncs(&[PORTION - 1]), 0);
        assert_eq!(syncs(&[PORTION - 1, 1]), 1);
        assert_eq!(syncs(&[PORTION, 5 * PORTION, 3]), 2);
    }
}
