//! Encodes parsed values as bytes, every type by all of its fields.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::encode::{Decoder, Encode, Encoder, encode_text, pack_fields, pack_names};
use crate::content::article::{Article, StaticPage};
use crate::content::body::{Body, BodyLink, Embed, Heading, LinkKind};
use crate::content::citation::{Citation, SourceKind};
use crate::content::event::{
    Facts, ListedEvent, Relation, RelationKind, Relations, Slip, Stance, UnknownStatus, Update,
};
use crate::content::extra::{Extra, Plain};
use crate::content::front_matter::{
    ArticleKind, Correction, CorrectionKind, FrontMatter, Moment, PageMatter,
};
use crate::content::lead::{Lead, LeadLink};
use crate::content::picture::{Image, NoPicture};
use crate::content::slug::Slugs;
use crate::content::text::{Text, TextMatter};
use crate::diagnostic::{Diagnostic, Fix, Severity};

pack_fields! {
    Article { source, path, id, slug, front, body }
    StaticPage { source, path, slug, front, body }
    Text { source, path, front, body }
    FrontMatter {
        id, title, kind, date, wording, published, updated, place, lang, summary, facts, order,
        slug, address, aliases, sources, entries, slipped, checked, updates, corrections, draft, expires,
        translation_of, image, relations, extra,
    }
    PageMatter { title, summary, slug, address, updated, lang, translation_of, draft, extra }
    TextMatter { title, summary, lang, draft, span }
    Moment { at, day_only, offset }
    Facts { terms, certainty, status, stances, importance, words }
    UnknownStatus { status, certainty }
    Stance { organisation, stance, span }
    Citation {
        id, title, url, unlinked, authors, publisher, date, date_words, kind, archived, accessed,
        accessed_words, extra, span,
    }
    ListedEvent {
        id, title, date, wording, summary, place, facts, order, source, slipped, checked, relations,
        slugs, span,
    }
    Slip { from, wording, on, source }
    Update { entry, date, wording, status, certainty, source, checked, same_event }
    Correction { date, kind, text }
    Relations { story, relations }
    Relation { kind, to }
    Image { src, alt, credit, caption }
    Lead { text, links }
    LeadLink { link, written, words }
    Body { range, digest, links, headings, forms, anchors, repeats_title, citations, words, lead,
        embeds }
    Fix { span, replacement }
    BodyLink { target, span, kind }
    Heading { id, text, level }
}

pack_names! {
    Slugs { Latin = 0, Native = 1 }
    ArticleKind { News = 0, Analysis = 1, Opinion = 2, Explainer = 3 }
    SourceKind { Primary = 0, Secondary = 1, Rewrite = 2 }
    CorrectionKind { Correction = 0, Clarification = 1, EditorsNote = 2, Retraction = 3 }
    RelationKind { Reverses = 0, Confirms = 1, Delays = 2, Follows = 3 }
    Embed { Picture = 0, Media = 1, Frame = 2, Script = 3, Style = 4 }
    LinkKind { Link = 0, Picture = 1, Wiki = 2, Bracketed = 3, HtmlLink = 4, HtmlPicture = 5 }
    NoPicture {
        Empty = 0, Heic = 1, Tiff = 2, Pdf = 3, Svg = 4, WebPage = 5, LfsPointer = 6, Text = 7,
        Unknown = 8,
    }
    Severity { Error = 0, Warning = 1, Notice = 2 }
}

impl Encode for Extra {
    fn encode(&self, out: &mut Encoder) {
        self.iter().count().encode(out);
        for (key, value) in self.iter() {
            encode_text(key, out);
            value.encode(out);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Vec::<(String, Plain)>::decode(from).map(Extra::from)
    }
}

impl Encode for Plain {
    fn encode(&self, out: &mut Encoder) {
        match self {
            Plain::Nothing => out.push(0),
            Plain::Flag(flag) => {
                out.push(1);
                flag.encode(out);
            }
            Plain::Number(number) => {
                out.push(2);
                number.encode(out);
            }
            Plain::Text(text) => {
                out.push(3);
                text.encode(out);
            }
            Plain::List(list) => {
                out.push(4);
                list.encode(out);
            }
            Plain::Map(map) => {
                out.push(5);
                map.encode(out);
            }
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some(match from.take(1)? {
            [0] => Plain::Nothing,
            [1] => Plain::Flag(Encode::decode(from)?),
            [2] => Plain::Number(Encode::decode(from)?),
            [3] => Plain::Text(Encode::decode(from)?),
            [4] => Plain::List(Encode::decode(from)?),
            [5] => Plain::Map(Encode::decode(from)?),
            _ => return None,
        })
    }
}

impl Encode for Diagnostic {
    fn encode(&self, out: &mut Encoder) {
        let Self {
            severity,
            code,
            message,
            span,
            file,
            label,
            hint,
            for_many,
            related,
            lenient,
            fix,
        } = self;
        severity.encode(out);
        encode_text(code, out);
        message.encode(out);
        span.encode(out);
        file.encode(out);
        label.encode(out);
        hint.encode(out);
        for_many.encode(out);
        related.encode(out);
        lenient.encode(out);
        fix.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {
            severity: Encode::decode(from)?,
            code: code(from.text()?),
            message: Encode::decode(from)?,
            span: Encode::decode(from)?,
            file: Encode::decode(from)?,
            label: Encode::decode(from)?,
            hint: Encode::decode(from)?,
            for_many: Encode::decode(from)?,
            related: Encode::decode(from)?,
            lenient: Encode::decode(from)?,
            fix: Encode::decode(from)?,
        })
    }
}

/// Returns a diagnostic's code with static lifetime. There are a few hundred codes; each is leaked
/// once.
fn code(text: &str) -> &'static str {
    static CODES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut codes = CODES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = codes.get(text) {
        return known;
    }
    let kept: &'static str = Box::leak(text.into());
    codes.insert(kept);
    kept
}
