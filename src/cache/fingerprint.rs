//! Fingerprints of files: everything that other pages can see of a file, which is all but its text.
//!
//! Most edits change the text of one article, which only its own page and some feeds show. If no
//! file differs in anything but its text, every other page has the same dependencies and therefore
//! the same key.
//!
//! Many other edits change a headline or a summary. Neither affects how anything is found, ordered
//! or counted, so if no file differs in anything but its text, headline and summary, only the pages
//! that show that article can have other dependencies: [`Shown`].

use std::collections::BTreeSet;

use chrono_tz::Tz;

use super::Cache;
use super::encode::{Decoder, Encode, Encoder};
use super::segments::Parsed;
use super::state::{CommonInputs, InputFile};
use crate::content::article::{Article, StaticPage};
use crate::content::body::{Body, BodyLink};
use crate::content::front_matter::FrontMatter;
use crate::content::text::Text;
use crate::digest;

/// A parsed value that has a text.
pub trait Fingerprinted {
    /// Encodes everything but the text and the head. The embeds, headings, citations and link
    /// targets of a text belong to the frame.
    fn frame(&self, out: &mut Encoder);

    /// Encodes headline and summary, if pages record which of these they show.
    fn head(&self, _: &mut Encoder) {}
}

/// Digests of what other pages can see of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    pub frame: [u8; 16],
    pub head: [u8; 16],
}

/// The indices of the articles whose headline or summary a page shows: ascending, delta-encoded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown(Box<[u8]>);

impl Shown {
    pub fn new(articles: &BTreeSet<usize>) -> Self {
        let mut out = Encoder::default();
        let mut last = 0;
        for article in articles {
            (article - last).encode(&mut out);
            last = *article;
        }
        Self(out.into_bytes().into_boxed_slice())
    }

    fn articles(&self) -> impl Iterator<Item = usize> {
        let mut from = Decoder::new(&self.0, Tz::UTC);
        let distances = std::iter::from_fn(move || usize::decode(&mut from));
        distances.scan(0, |at, distance| {
            *at += distance;
            Some(*at)
        })
    }

    /// Whether it contains any of `articles`.
    pub fn any_of(&self, articles: &BTreeSet<usize>) -> bool {
        !articles.is_empty() && self.articles().any(|article| articles.contains(&article))
    }
}

impl Encode for Shown {
    fn encode(&self, out: &mut Encoder) {
        self.0.len().encode(out);
        out.extend_from_slice(&self.0);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let len = usize::decode(from)?;
        Some(Self(from.take(len)?.into()))
    }
}

/// The only differences from the last build, by file name.
#[derive(Debug, Default)]
pub struct Edits<'a> {
    /// Files with another text or another head.
    pub files: BTreeSet<&'a str>,
    /// Files with another head.
    pub heads: BTreeSet<&'a str>,
}

impl Fingerprinted for Article {
    fn frame(&self, out: &mut Encoder) {
        let Self {
            source: _,
            path,
            id,
            slug,
            front,
            body,
        } = self;
        path.encode(out);
        id.encode(out);
        slug.encode(out);
        let FrontMatter {
            title: _,
            summary: _,
            id,
            kind,
            date,
            wording,
            published,
            updated,
            place,
            lang,
            facts,
            order,
            slug,
            address,
            aliases,
            sources,
            entries,
            slipped,
            checked,
            updates,
            corrections,
            draft,
            expires,
            translation_of,
            image,
            relations,
            extra,
        } = &**front;
        id.encode(out);
        kind.encode(out);
        date.encode(out);
        wording.encode(out);
        published.encode(out);
        updated.encode(out);
        place.encode(out);
        lang.encode(out);
        facts.encode(out);
        order.encode(out);
        slug.encode(out);
        address.encode(out);
        aliases.encode(out);
        sources.encode(out);
        entries.encode(out);
        slipped.encode(out);
        checked.encode(out);
        updates.encode(out);
        corrections.encode(out);
        draft.encode(out);
        expires.encode(out);
        translation_of.encode(out);
        image.encode(out);
        relations.encode(out);
        extra.encode(out);
        body.frame(out);
    }

    fn head(&self, out: &mut Encoder) {
        self.front.title.encode(out);
        self.front.summary.encode(out);
    }
}

impl Fingerprinted for StaticPage {
    fn frame(&self, out: &mut Encoder) {
        let Self {
            source: _,
            path,
            slug,
            front,
            body,
        } = self;
        path.encode(out);
        slug.encode(out);
        front.encode(out);
        body.frame(out);
    }
}

impl Fingerprinted for Text {
    fn frame(&self, out: &mut Encoder) {
        let Self {
            source: _,
            path,
            front,
            body,
        } = self;
        path.encode(out);
        front.encode(out);
        body.frame(out);
    }
}

impl Fingerprinted for Body {
    fn frame(&self, out: &mut Encoder) {
        let Self {
            range: _,
            digest: _,
            words: _,
            // Shown on its own pages only, as the text is.
            lead: _,
            links,
            headings,
            forms: _,
            anchors,
            repeats_title,
            citations,
            embeds,
        } = self;
        for BodyLink {
            target,
            span: _,
            kind,
        } in links
        {
            target.encode(out);
            kind.encode(out);
        }
        links.len().encode(out);
        headings.encode(out);
        anchors.encode(out);
        repeats_title.encode(out);
        citations.encode(out);
        embeds.encode(out);
    }
}

impl<T: Fingerprinted> Parsed<T> {
    /// Returns the fingerprint. The frame of a file without a value covers only its ids.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        let (mut frame, mut head) = (Encoder::placeless(), Encoder::placeless());
        match &self.value {
            Some(value) => {
                value.frame(&mut frame);
                value.head(&mut head);
            }
            None => self.ids.encode(&mut frame),
        }
        Fingerprint {
            frame: digest::of(&frame),
            head: digest::of(&head),
        }
    }
}

impl Cache {
    /// Returns the texts and heads that differ from the last build. `None` if anything else
    /// differs: the request, another input, or the passing of an instant at which the site changes
    /// automatically.
    ///
    /// Call it after all files are parsed and all copied files are known.
    pub fn edits_alone(&self, request: [u8; 16], common: &CommonInputs) -> Option<Edits<'_>> {
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
        let mut edits = Edits::default();
        for (old, new) in self.last.inputs.iter().zip(&self.next.inputs) {
            if old.name != new.name {
                return None;
            }
            if !self.alike(old, new) {
                let (then, now) = (old.fingerprint?, new.fingerprint?);
                if then.frame != now.frame {
                    return None;
                }
                edits.files.insert(new.name.as_str());
                if then.head != now.head {
                    edits.heads.insert(new.name.as_str());
                }
            }
        }
        Some(edits)
    }

    fn alike(&self, old: &InputFile, new: &InputFile) -> bool {
        match (old.digest, new.digest) {
            (Some(old), Some(new)) => old == new,
            _ => old.stamp == new.stamp && old.stamp.is_reliable(self.last.looked),
        }
    }
}
