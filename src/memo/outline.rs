//! What other pages can see of a file: all of it but its text.
//!
//! Most edits change the text of one article, which its own page shows, and feeds. Where no file
//! but for its text is other than it was, every other page depends on what it depended on, and its
//! key is the key that it had.

use std::collections::BTreeSet;

use super::Memo;
use super::pack::Pack;
use super::parts::Parsed;
use super::state::{Common, Input};
use crate::digest;
use crate::model::article::{Article, StandingPage};
use crate::model::text::Text;
use crate::parse::markdown::{Body, BodyLink};

/// What is parsed and has a text.
pub trait Outlined {
    /// Everything but the text: what of it the site is made of, and where it leads, are no text.
    fn outline(&self, out: &mut Vec<u8>);
}

impl Outlined for Article {
    fn outline(&self, out: &mut Vec<u8>) {
        let Self {
            source: _,
            path,
            id,
            slug,
            front,
            body,
        } = self;
        path.pack(out);
        id.pack(out);
        slug.pack(out);
        front.pack(out);
        body.outline(out);
    }
}

impl Outlined for StandingPage {
    fn outline(&self, out: &mut Vec<u8>) {
        let Self {
            source: _,
            path,
            slug,
            front,
            body,
        } = self;
        path.pack(out);
        slug.pack(out);
        front.pack(out);
        body.outline(out);
    }
}

impl Outlined for Text {
    fn outline(&self, out: &mut Vec<u8>) {
        let Self {
            source: _,
            path,
            front,
            body,
        } = self;
        path.pack(out);
        front.pack(out);
        body.outline(out);
    }
}

impl Outlined for Body {
    fn outline(&self, out: &mut Vec<u8>) {
        let Self {
            range: _,
            digest: _,
            words: _,
            links,
            headings,
            citations,
            embeds,
        } = self;
        for BodyLink {
            target,
            span: _,
            kind,
        } in links
        {
            target.pack(out);
            kind.pack(out);
        }
        links.len().pack(out);
        headings.pack(out);
        citations.pack(out);
        embeds.pack(out);
    }
}

impl<T: Outlined> Parsed<T> {
    /// Digest of the outline; of a file that is left out, of that alone.
    pub(super) fn outline(&self) -> [u8; 16] {
        let mut out = Vec::with_capacity(512);
        match &self.value {
            Some(value) => value.outline(&mut out),
            None => self.ids.pack(&mut out),
        }
        digest::of(&out)
    }
}

impl Memo {
    /// The files whose texts alone are other than in the last build, where that is all that is
    /// other: the same was asked for, and no instant has come at which the site changes by
    /// itself.
    ///
    /// To be called when all is parsed and all copied files are known.
    pub fn texts_alone(&self, request: [u8; 16], common: &Common) -> Option<BTreeSet<&str>> {
        let end = self.last.end.as_ref()?;
        let then = &self.last.common;
        let same_time = then.now <= common.now && end.next_change.is_none_or(|at| common.now < at);
        let same = end.request == request
            && self.last.parsing == self.next.parsing
            && (then.theme, then.config, then.chrome)
                == (common.theme, common.config, common.chrome)
            && self.last.inputs.len() == self.next.inputs.len();
        if !same || !same_time {
            return None;
        }
        let mut texts = BTreeSet::new();
        for (old, new) in self.last.inputs.iter().zip(&self.next.inputs) {
            if old.name != new.name {
                return None;
            }
            if !self.alike(old, new) {
                if old.outline.is_none() || old.outline != new.outline {
                    return None;
                }
                texts.insert(new.name.as_str());
            }
        }
        Some(texts)
    }

    fn alike(&self, old: &Input, new: &Input) -> bool {
        match (old.digest, new.digest) {
            (Some(old), Some(new)) => old == new,
            _ => old.stamp == new.stamp && old.stamp.tells(self.last.looked),
        }
    }
}
