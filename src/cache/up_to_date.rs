//! Before everything: whether there is anything to do.

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

/// A site that is as a build would leave it.
#[derive(Debug)]
pub struct UpToDate {
    pub stats: BuildStats,
    /// Files of the output.
    pub pages: usize,
    pub next_change: Option<DateTime<Utc>>,
    /// What the last build said.
    pub said: Vec<Diagnostic>,
}

/// What is asked of the cache.
#[derive(Clone, Copy)]
pub struct CacheQuery<'a> {
    pub root: &'a Path,
    /// The file of the configuration.
    pub config: &'a Path,
    /// All else that was asked for.
    pub request: [u8; 16],
    /// As for the publication.
    pub protected: &'a [PathBuf],
}

/// What a build that published leaves.
pub struct Published<'a> {
    pub request: [u8; 16],
    /// As the configuration has it.
    pub output_name: &'a str,
    pub output: &'a Path,
    pub target: &'a publish::PublishSettings<'a>,
    pub config: &'a Path,
    pub pages: Vec<PublishedPage>,
    pub common: CommonInputs,
    pub next_change: Option<DateTime<Utc>>,
    pub stats: BuildStats,
    pub said: &'a Sink,
    pub index: Option<IndexState>,
}

/// A page that stands in the output.
pub struct PublishedPage {
    pub route: String,
    pub key: [u8; 16],
    pub digest: [u8; 16],
    /// Of its file, if it was there before.
    pub stamp: Option<FileStamp>,
    pub shown: Shown,
}

impl Cache {
    /// Whether a build now would leave all as it is: the same was asked for, no file of the
    /// project and none of the output was written since, and no instant has come at which the
    /// site changes by itself.
    ///
    /// `target` is the output folder, where the configuration has this one. `files` are those that
    /// the inputs would now be read from, besides the configuration, sorted; it is given those of
    /// the last build. None where a build would fail.
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
        let same = |((name, stat), input): (&(String, Stat), &super::state::Input)| {
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

    /// Keeps what a build that published has found out.
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
        // Where a diagnostic points into what is not read before all else, the next build says
        // it anew.
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
            index: published.index,
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

/// The numbers of the files that a diagnostic points at, in its order.
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

/// None where the bytes are none of diagnostics.
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
