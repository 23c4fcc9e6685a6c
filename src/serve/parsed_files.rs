//! Files of one kind, each with what was parsed of it.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diagnostic::Sink;
use crate::digest;
use crate::model::unpublished::BrokenFiles;
use crate::pipeline::{FileReport, parse_one};
use crate::source::{Source, SourceId, Sources};
use crate::world::World;

/// In the order of paths.
pub struct ParsedFiles<T> {
    kept: Vec<ParsedFile<T>>,
}

impl<T> Default for ParsedFiles<T> {
    fn default() -> Self {
        Self { kept: Vec::new() }
    }
}

struct ParsedFile<T> {
    /// Below `content/`.
    path: String,
    source: SourceId,
    /// Must be read again.
    stale: bool,
    /// Of the text; none where there was none.
    digest: Option<[u8; 16]>,
    value: Option<T>,
    told: FileReport,
}

impl<T: Clone + Send + Sync> ParsedFiles<T> {
    /// Takes another list of files, in the order of their paths. Those that were there stay as
    /// they are.
    pub fn list(&mut self, files: &[(SourceId, String)]) {
        let mut old = std::mem::take(&mut self.kept).into_iter().peekable();
        let place = |(source, path): &(SourceId, String)| {
            while old.next_if(|kept| kept.path < *path).is_some() {}
            old.next_if(|kept| kept.path == *path)
                .unwrap_or_else(|| ParsedFile {
                    path: path.clone(),
                    source: *source,
                    stale: true,
                    digest: None,
                    value: None,
                    told: FileReport::default(),
                })
        };
        self.kept = files.iter().map(place).collect();
    }

    /// Marks what is among `touched`, which are paths below the project.
    pub fn mark(&mut self, touched: &BTreeSet<String>) {
        for path in touched.iter().filter_map(|n| n.strip_prefix("content/")) {
            if let Ok(at) = self.kept.binary_search_by(|k| k.path.as_str().cmp(path)) {
                self.kept[at].stale = true;
            }
        }
    }

    /// Reads what is marked, and parses it where its text is another. Then it is `changed`.
    pub fn parse(
        &mut self,
        world: &dyn World,
        sources: &Sources,
        changed: &mut BTreeSet<String>,
        parse: impl Fn(&Source, &str, &mut Sink) -> Option<T> + Sync,
    ) {
        let again = |kept: &mut ParsedFile<T>| {
            kept.stale = false;
            let read = sources.read(world, kept.source);
            let digest = read.as_ref().ok().map(|s| digest::of(s.text.as_bytes()));
            if digest.is_some() && digest == kept.digest {
                return None;
            }
            let name = sources.name(kept.source);
            kept.digest = digest;
            (kept.value, kept.told) = parse_one(name, &kept.path, read, &parse);
            Some(name.to_owned())
        };
        let stale = self.kept.par_iter_mut().filter(|kept| kept.stale);
        changed.extend(stale.filter_map(again).collect::<Vec<_>>());
    }

    /// What was parsed, with what was said of it.
    pub fn values(&self, broken: &mut BrokenFiles, sink: &mut Sink) -> Vec<T> {
        for kept in &self.kept {
            if let Some(ids) = &kept.told.ids {
                broken.add(&kept.path, ids.clone());
            }
            sink.extend(kept.told.faults.iter().cloned());
        }
        let values = self.kept.par_iter().map(|kept| kept.value.clone());
        values.collect::<Vec<_>>().into_iter().flatten().collect()
    }
}
