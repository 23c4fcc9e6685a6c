//! Detects that a build has nothing to do, before any file is read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use super::encode::{Decoder, Encode, Encoder};
use super::fingerprint::Shown;
use super::segments::{ParsedKind, file_name};
use super::state::{
    BuildStats, CacheState, CommonInputs, EncodedDiagnostics, End, FileStamp, IndexState, PageState,
};
use super::{Cache, postings};
use crate::diagnostic::{Diagnostic, Sink};
use crate::publish;
use crate::source::SourceId;
use crate::world::{FileKind, Stat, World};

/// A site that a build would leave unchanged.
#[derive(Debug)]
pub struct UpToDate {
    pub stats: BuildStats,
    /// Number of files in the output.
    pub pages: usize,
    pub next_change: Option<DateTime<Utc>>,
    /// Diagnostics of the last build.
    pub said: Vec<Diagnostic>,
}

/// What the check depends on.
#[derive(Clone, Copy)]
pub struct CacheQuery<'a> {
    pub root: &'a Path,
    /// The configuration file.
    pub config: &'a Path,
    /// Digest of everything else in the request.
    pub request: [u8; 16],
    /// Folders that the output may not contain, as for publishing.
    pub protected: &'a [PathBuf],
}

/// The result of a build that published.
pub struct Published<'a> {
    pub request: [u8; 16],
    /// As the configuration names it.
    pub output_name: &'a str,
    pub output: &'a Path,
    pub target: &'a publish::PublishSettings<'a>,
    pub config: &'a Path,
    pub pages: Vec<PublishedPage>,
    pub common: CommonInputs,
    pub next_change: Option<DateTime<Utc>>,
    pub stats: BuildStats,
    pub said: &'a Sink,
    pub indices: Vec<Option<IndexState>>,
}

/// A page in the output.
pub struct PublishedPage {
    pub route: String,
    pub key: [u8; 16],
    pub digest: [u8; 16],
    /// Stamp of its file, if the file was already there.
    pub stamp: Option<FileStamp>,
    pub shown: Shown,
}

impl Cache {
    /// Returns the last build's result if a build now would change nothing: the request is the
    /// same, no file of the project or of the output was written since, and no instant has passed
    /// at which the site changes automatically.
    ///
    /// `target` returns the output folder for the name in the configuration. `files` returns the
    /// files, besides the configuration, that the inputs would now be read from, sorted; its
    /// argument iterates over those of the last build. It returns `None` if a build would fail.
    pub fn up_to_date(
        &self,
        world: &dyn World,
        asked: CacheQuery<'_>,
        target: impl FnOnce(&str) -> PathBuf,
        files: impl FnOnce(&mut dyn Iterator<Item = &str>) -> Option<Vec<(String, Stat)>>,
    ) -> Option<UpToDate> {
        let end = self.last.end.as_ref()?;
        let now = world.now();
        let same_time = self.last.common.now <= now && end.next_change.is_none_or(|at| now < at);
        let config = world.stat(asked.config).ok()??;
        let config = FileStamp::from(config);
        if end.request != asked.request
            || !same_time
            || end.config != config
            || !config.is_reliable(self.last.looked)
        {
            return None;
        }
        let output = target(&end.output);
        let settings = publish::PublishSettings {
            output: &output,
            root: asked.root,
            version: env!("CARGO_PKG_VERSION"),
            protected: asked.protected,
            adopt: false,
        };
        let manifest = publish::at_rest(world, &settings).map(FileStamp::from);
        if manifest.is_none() || manifest != end.manifest {
            return None;
        }
        let inputs = &self.last.inputs;
        let files = files(&mut inputs.iter().map(|input| input.name.as_str()))?;
        let same = |((name, stat), input): (&(String, Stat), &super::state::InputFile)| {
            let stamp = FileStamp::from(*stat);
            *name == input.name && stamp == input.stamp && stamp.is_reliable(self.last.looked)
        };
        let stands = |page: &PageState| {
            let stat = world.stat(&output.join(&page.route)).ok().flatten();
            stat.is_some_and(|stat| {
                let stamp = FileStamp::from(stat);
                stat.kind == FileKind::File
                    && stamp == page.stamp
                    && stamp.is_reliable(self.last.outputs_looked)
            })
        };
        if files.len() != inputs.len()
            || !files.iter().zip(inputs).all(same)
            || !self.last.pages.par_iter().all(stands)
        {
            return None;
        }
        Some(UpToDate {
            stats: end.stats.clone(),
            pages: self.last.pages.len(),
            next_change: end.next_change,
            said: decoded(&end.said)?,
        })
    }

    /// Stores the result of a build that published.
    pub fn finish(&mut self, world: &dyn World, published: Published<'_>) {
        if !self.keeps() {
            return;
        }
        let looked = |page: PublishedPage| {
            let stat = || {
                world
                    .stat(&published.output.join(&page.route))
                    .ok()
                    .flatten()
            };
            let stamp = page.stamp.or_else(|| stat().map(FileStamp::from))?;
            Some(PageState {
                route: page.route,
                key: page.key,
                digest: page.digest,
                stamp,
                shown: page.shown,
            })
        };
        let outputs_looked = world.clock();
        let mut pages: Vec<_> = published.pages.into_par_iter().filter_map(looked).collect();
        pages.par_sort_unstable_by(|a, b| a.route.cmp(&b.route));
        let config = world.stat(published.config).ok().flatten();
        // If a diagnostic points to a file that is not registered up front, the next build has to
        // report it again.
        let known = |said: &Diagnostic| {
            let files = pointed_at(said);
            files.iter().all(|id| (*id as usize) < self.known)
        };
        let end = config
            .filter(|_| published.said.iter().all(known))
            .map(|config| End {
                request: published.request,
                output: published.output_name.to_owned(),
                manifest: publish::at_rest(world, published.target).map(FileStamp::from),
                config: config.into(),
                next_change: published.next_change,
                stats: published.stats,
                said: encoded(published.said),
            });
        let next = std::mem::take(&mut self.next);
        self.last = CacheState {
            outputs_looked,
            pages,
            common: published.common,
            end,
            indices: published.indices,
            ..next
        };
        let forms = [ParsedKind::Article, ParsedKind::Page, ParsedKind::Text];
        let segments = forms
            .iter()
            .zip(&self.last.segments)
            .flat_map(|(form, segments)| {
                segments.iter().map(|(_, digest)| file_name(*form, digest))
            });
        let all_postings = self.last.all_postings.iter();
        let all_postings = all_postings.map(|(_, digest)| postings::file_name(digest));
        let segments: BTreeSet<String> = segments.chain(all_postings).collect();
        if self.store.is_disk() {
            self.store
                .finish(world, &self.last.with_checksum(), &segments);
        } else {
            self.store.finish(world, &[], &segments);
        }
    }
}

/// Returns the ids of the files that a diagnostic points to, in order.
fn pointed_at(said: &Diagnostic) -> Vec<u32> {
    let related = said.related.iter().map(|(span, _)| *span);
    let fix = said.fix.as_ref().map(|fix| fix.span);
    said.span
        .into_iter()
        .chain(related)
        .chain(fix)
        .map(|span| span.source.0)
        .collect()
}

fn encoded(said: &Sink) -> EncodedDiagnostics {
    let mut out = Encoder::repeating();
    for said in said.iter() {
        said.encode(&mut out);
        pointed_at(said).encode(&mut out);
    }
    EncodedDiagnostics(out.into_bytes())
}

/// `None` if the bytes are not encoded diagnostics.
fn decoded(said: &EncodedDiagnostics) -> Option<Vec<Diagnostic>> {
    let mut from = Decoder::repeating(&said.0);
    let mut all = Vec::new();
    while !from.is_empty() {
        let mut said = Diagnostic::decode(&mut from)?;
        let files = Vec::<u32>::decode(&mut from)?;
        let related = said.related.iter_mut().map(|(span, _)| span);
        let fix = said.fix.as_mut().map(|fix| &mut fix.span);
        let spans = said.span.iter_mut().chain(related).chain(fix);
        for (span, file) in spans.zip(files) {
            span.source = SourceId(file);
        }
        all.push(said);
    }
    Some(all)
}
