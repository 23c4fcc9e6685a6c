//! The index of `/explore/` in a build that goes on from an earlier one.

use rayon::prelude::*;

use super::Prepared;
use crate::memo::{IndexState, Memo};
use crate::model::article::Article;
use crate::plan::explore::File;
use crate::search::concordance::Concordance;
use crate::search::{self, Words};
use crate::source::Sources;
use crate::world::World;

/// Has the files of words that are other than they were made, of the concordances that `memo` has;
/// one that it lacks is made of texts that are read again. `texts_alone`: nothing but texts is
/// other than in the last build. `stands`: whether the output has anything at a route.
///
/// Where a text can't be read nothing is done: those who ask for a file are told.
pub(super) fn go_on(
    world: &dyn World,
    sources: &Sources,
    prepared: &Prepared,
    memo: &mut Memo,
    texts_alone: bool,
    stands: &(dyn Fn(&str) -> bool + Sync),
) {
    let (site, Some(layout)) = (&prepared.site, &prepared.plan.explore) else {
        return;
    };
    if !memo.keeps() {
        return;
    }
    let known = memo.concordances();
    let begin = |first: &str| site.articles.partition_point(|a| a.path.as_str() < first);
    let begins = known.iter().map(|(first, _)| begin(first));
    let ends = begins.clone().skip(1).chain([site.articles.len()]);
    let parts: Vec<_> = known.iter().zip(begins.zip(ends)).collect();
    let read = |((_, digest), (begin, end)): &(&(&str, Option<[u8; 16]>), (usize, usize))| {
        let articles = &site.articles[*begin..*end];
        let bytes = digest.and_then(|digest| memo.concordance(world, &digest));
        match bytes.filter(|bytes| covers(bytes, articles)) {
            Some(bytes) => Ok((bytes, false)),
            None => Ok((search::concordance(world, sources, site, articles)?, true)),
        }
    };
    let read: Result<Vec<_>, Box<crate::diagnostic::Diagnostic>> =
        parts.par_iter().map(read).collect();
    let Ok(read) = read else { return };
    let firsts: Vec<String> = known.iter().map(|(first, _)| (*first).to_owned()).collect();
    for (first, (bytes, _)) in firsts.iter().zip(&read).filter(|(_, (_, new))| *new) {
        memo.note_concordance(world, first, bytes.clone());
    }
    let concordances = read.into_iter().map(|(bytes, _)| bytes).collect();
    let last = memo.index();
    let print = |n: usize, key: &[u8; 16]| {
        let (known, print) = last?.words.get(n)?;
        (known == key && stands(&File::Words(n).route())).then(|| print.clone())
    };
    let words = Words::new(concordances, site, layout, &print);
    let head = last.filter(|_| texts_alone).map(|last| last.head.clone());
    prepared.index.go_on(words, head);
}

/// Whether a concordance has all these articles; both are in the order of paths.
fn covers(bytes: &[u8], articles: &[Article]) -> bool {
    let Some(read) = Concordance::read(bytes) else {
        return false;
    };
    let mut files = read.files.iter();
    articles
        .iter()
        .all(|article| files.any(|(path, _)| *path == article.path))
}

/// What the next build is to know.
pub(super) fn remembered(prepared: &Prepared) -> Option<IndexState> {
    let (head, words) = prepared.index.remembered()?;
    Some(IndexState { head, words })
}
