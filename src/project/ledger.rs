//! The ledger of addresses, as an input. It may be long.

use super::{ReadPass, Reader, is_recent};
use crate::diagnostic::Sink;
use crate::urls::{self, Ledger};
use crate::world::Stat;

/// The ledger as read, with its diagnostics.
#[derive(Default)]
pub(super) struct LedgerFile {
    /// `None` if the site has no ledger.
    pub ledger: Option<Ledger>,
    pub faults: Sink,
    /// Metadata of the file when it was read; `None` if there was no file.
    stat: Option<Stat>,
    /// The file system's clock at that time.
    clock: i64,
    is_read: bool,
}

impl LedgerFile {
    /// Reads the file if it may have changed.
    pub fn refresh(&mut self, reader: &mut Reader<'_>, pass: &mut ReadPass) {
        let named = pass.touched.contains(urls::FILE);
        if !pass.whole && !named {
            return;
        }
        let root = &reader.settings.root;
        let stat = reader.world.stat(&root.join(urls::FILE)).ok().flatten();
        let recent = stat.is_some_and(|stat| is_recent(&stat, self.clock));
        let same = stat == self.stat && !recent && self.faults.is_empty();
        if self.is_read && same && !named {
            return;
        }
        let mut faults = Sink::default();
        let ledger = urls::open(reader.world, root, reader.sources, &mut faults);
        if ledger != self.ledger || !faults.iter().eq(self.faults.iter()) {
            pass.changed.insert(urls::FILE.to_owned());
        }
        *self = Self {
            ledger,
            faults,
            stat,
            clock: pass.clock,
            is_read: true,
        };
    }
}
