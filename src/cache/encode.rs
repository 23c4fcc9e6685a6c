//! Encodes values as bytes and decodes them: the format in which the cache stores parsed files.
//!
//! The format does not describe itself: only the version that wrote it can read it. Numbers have
//! variable length; values within a file do not repeat the file's id.

use std::ops::{Deref, DerefMut, Range};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use foldhash::{HashMap, HashMapExt as _};

use crate::content::date::EventDate;
use crate::source::{At, SourceId, Span};

/// The output of an encoding.
#[derive(Debug, Default)]
pub struct Encoder {
    bytes: Vec<u8>,
    /// Leaves out positions in the file: for digests, not for values that are decoded again.
    placeless: bool,
    /// The texts written so far with their numbers, if repeated texts are written as numbers.
    texts: Option<HashMap<Box<str>, usize>>,
}

impl Encoder {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity),
            ..Self::default()
        }
    }

    /// Creates an encoder for digests of values, independent of their position in the file.
    pub(super) fn placeless() -> Self {
        Self {
            bytes: Vec::with_capacity(512),
            placeless: true,
            texts: None,
        }
    }

    /// Creates an encoder for values with many repeated texts; to be read by
    /// [`Decoder::repeating`].
    pub(super) fn repeating() -> Self {
        Self {
            texts: Some(HashMap::new()),
            ..Self::default()
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl Deref for Encoder {
    type Target = Vec<u8>;

    fn deref(&self) -> &Vec<u8> {
        &self.bytes
    }
}

impl DerefMut for Encoder {
    fn deref_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}

/// A value that can be stored.
pub trait Encode: Sized {
    fn encode(&self, out: &mut Encoder);

    /// `None` if the bytes do not encode such a value.
    fn decode(from: &mut Decoder<'_>) -> Option<Self>;
}

/// The input of a decoding.
pub struct Decoder<'a> {
    bytes: &'a [u8],
    /// The file that the values come from.
    pub source: SourceId,
    zone: Tz,
    /// Dates that were already parsed; equal ones share the result.
    dates: HashMap<&'a str, EventDate>,
    /// The texts read so far, if repeated texts are written as numbers.
    texts: Option<Vec<&'a str>>,
}

impl<'a> Decoder<'a> {
    /// `zone` is the time zone in which the dates were parsed.
    pub(super) fn new(bytes: &'a [u8], zone: Tz) -> Self {
        Self {
            bytes,
            source: SourceId(0),
            zone,
            dates: HashMap::new(),
            texts: None,
        }
    }

    /// Decodes the output of [`Encoder::repeating`].
    pub(super) fn repeating(bytes: &'a [u8]) -> Self {
        Self {
            texts: Some(Vec::new()),
            ..Self::new(bytes, Tz::UTC)
        }
    }

    /// Continues with other bytes of the same lifetime.
    pub(super) fn turn_to(&mut self, bytes: &'a [u8], source: SourceId) {
        self.bytes = bytes;
        self.source = source;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(super) fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        Some(taken)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        if self.texts.is_some() {
            let number = usize::decode(self)?;
            if let Some(before) = number.checked_sub(1) {
                return self.texts.as_ref()?.get(before).copied();
            }
        }
        let len = usize::decode(self)?;
        let text = std::str::from_utf8(self.take(len)?).ok()?;
        if let Some(texts) = &mut self.texts {
            texts.push(text);
        }
        Some(text)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn date(&mut self) -> Option<EventDate> {
        let written = self.text()?;
        if let Some(date) = self.dates.get(written) {
            return Some(date.clone());
        }
        let date = EventDate::parse(written, self.zone).ok()?;
        self.dates.insert(written, date.clone());
        Some(date)
    }
}

pub(super) fn encode_text(text: &str, out: &mut Encoder) {
    if let Some(texts) = &mut out.texts {
        if let Some(number) = texts.get(text).copied() {
            number.encode(out);
            return;
        }
        let number = texts.len() + 1;
        texts.insert(text.into(), number);
        0_usize.encode(out);
    }
    text.len().encode(out);
    out.extend_from_slice(text.as_bytes());
}

impl Encode for u64 {
    fn encode(&self, out: &mut Encoder) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        from.number()
    }
}

impl Encode for i64 {
    fn encode(&self, out: &mut Encoder) {
        ((*self << 1) ^ (*self >> 63)).cast_unsigned().encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let number = from.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }
}

macro_rules! numbers {
    ($($number:ty as $wide:ty),*) => {$(
        impl Encode for $number {
            fn encode(&self, out: &mut Encoder) {
                <$wide>::try_from(*self).expect("the wider holds the narrower").encode(out);
            }

            fn decode(from: &mut Decoder<'_>) -> Option<Self> {
                <$number>::try_from(<$wide>::decode(from)?).ok()
            }
        }
    )*};
}

numbers!(u8 as u64, u32 as u64, usize as u64, i32 as i64);

impl Encode for bool {
    fn encode(&self, out: &mut Encoder) {
        out.push(u8::from(*self));
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        match from.take(1)? {
            [0] => Some(false),
            [1] => Some(true),
            _ => None,
        }
    }
}

/// What is made on first need is not kept: it is made again.
impl<T> Encode for std::sync::OnceLock<T> {
    fn encode(&self, _: &mut Encoder) {}

    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self::new())
    }
}

impl Encode for [u8; 16] {
    fn encode(&self, out: &mut Encoder) {
        out.extend_from_slice(self);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        from.take(16)?.try_into().ok()
    }
}

impl Encode for String {
    fn encode(&self, out: &mut Encoder) {
        encode_text(self, out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        from.text().map(str::to_owned)
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, out: &mut Encoder) {
        self.is_some().encode(out);
        if let Some(value) = self {
            value.encode(out);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        match bool::decode(from)? {
            true => Some(Some(T::decode(from)?)),
            false => Some(None),
        }
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, out: &mut Encoder) {
        self.len().encode(out);
        for value in self {
            value.encode(out);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let len = usize::decode(from)?;
        // Each item takes at least one byte: an impossible length allocates no memory.
        if len > from.bytes.len() {
            return None;
        }
        (0..len).map(|_| T::decode(from)).collect()
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self, out: &mut Encoder) {
        T::encode(self, out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        T::decode(from).map(Box::new)
    }
}

impl<T: Encode> Encode for Arc<T> {
    fn encode(&self, out: &mut Encoder) {
        T::encode(self, out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        T::decode(from).map(Arc::new)
    }
}

impl<A: Encode, B: Encode> Encode for (A, B) {
    fn encode(&self, out: &mut Encoder) {
        self.0.encode(out);
        self.1.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some((A::decode(from)?, B::decode(from)?))
    }
}

impl Encode for Range<usize> {
    fn encode(&self, out: &mut Encoder) {
        self.start.encode(out);
        self.end.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some(usize::decode(from)?..usize::decode(from)?)
    }
}

impl Encode for DateTime<Utc> {
    fn encode(&self, out: &mut Encoder) {
        self.timestamp().encode(out);
        self.timestamp_subsec_nanos().encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        DateTime::from_timestamp(i64::decode(from)?, u32::decode(from)?)
    }
}

/// Not written: it is the file being decoded.
impl Encode for SourceId {
    fn encode(&self, _: &mut Encoder) {}

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some(from.source)
    }
}

impl Encode for Span {
    fn encode(&self, out: &mut Encoder) {
        if !out.placeless {
            self.start.encode(out);
            self.end.encode(out);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some(Span {
            source: from.source,
            start: u32::decode(from)?,
            end: u32::decode(from)?,
        })
    }
}

impl<T: Encode> Encode for At<T> {
    fn encode(&self, out: &mut Encoder) {
        self.value.encode(out);
        self.span.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some(At::new(T::decode(from)?, Span::decode(from)?))
    }
}

/// As written in the file: in the same time zone it has the same meaning.
impl Encode for EventDate {
    fn encode(&self, out: &mut Encoder) {
        encode_text(self.written(), out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        from.date()
    }
}

/// Encodes a struct by all of its fields; an omitted field does not compile.
macro_rules! pack_fields {
    ($($type:ident { $($field:ident),* $(,)? })*) => {$(
        impl Encode for $type {
            fn encode(&self, out: &mut Encoder) {
                let Self { $($field),* } = self;
                $($field.encode(out);)*
            }

            fn decode(from: &mut Decoder<'_>) -> Option<Self> {
                $(let $field = Encode::decode(from)?;)*
                Some(Self { $($field),* })
            }
        }
    )*};
}

/// Encodes an enum of unit variants; an omitted variant does not compile.
macro_rules! pack_names {
    ($($type:ident { $($name:ident = $number:literal),* $(,)? })*) => {$(
        impl Encode for $type {
            fn encode(&self, out: &mut Encoder) {
                out.push(match self { $(Self::$name => $number),* });
            }

            fn decode(from: &mut Decoder<'_>) -> Option<Self> {
                match from.take(1)? {
                    $([$number] => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    )*};
}

pub(super) use {pack_fields, pack_names};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn again<T: Encode>(value: &T) -> Option<T> {
        let mut bytes = Encoder::default();
        value.encode(&mut bytes);
        let mut from = Decoder::new(&bytes, Tz::UTC);
        T::decode(&mut from).filter(|_| from.is_empty())
    }

    proptest! {
        #[test]
        fn numbers_and_texts_come_back(n in any::<u64>(), i in any::<i64>(), t in vec_of_texts()) {
            prop_assert_eq!(again(&n), Some(n));
            prop_assert_eq!(again(&i), Some(i));
            prop_assert_eq!(again(&t), Some(t.clone()));
            prop_assert_eq!(again(&Some((t.clone(), true))), Some(Some((t, true))));
        }

        #[test]
        fn texts_that_come_again_are_written_once(t in vec_of_texts()) {
            let twice = (t.clone(), t.clone());
            let mut out = Encoder::repeating();
            twice.encode(&mut out);
            let bytes = out.into_bytes();
            let mut once = Encoder::repeating();
            t.encode(&mut once);
            prop_assert!(bytes.len() <= once.len() + t.len() + 1);
            prop_assert_eq!(<(Vec<String>, Vec<String>)>::decode(&mut Decoder::repeating(&bytes)), Some(twice));
        }

        #[test]
        fn a_date_comes_back(date in crate::content::date::any_date()) {
            let mut bytes = Encoder::default();
            date.encode(&mut bytes);
            let mut from = Decoder::new(&bytes, Tz::Asia__Jakarta);
            prop_assert_eq!(EventDate::decode(&mut from), Some(date));
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let mut from = Decoder::new(&bytes, Tz::UTC);
            let _ = Vec::<(String, Option<EventDate>)>::decode(&mut from);
        }
    }

    fn vec_of_texts() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec(".{0,9}", 0..5)
    }
}
