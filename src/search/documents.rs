//! The part of the index that is known without reading texts.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::posting_list;
use crate::messages::Arg;
use crate::messages::borrowed::{unmarked, unmarked_file};
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::plan::explore::{FIRST, FacetValue, IndexFile, Layout};
use crate::view::context::ViewContext;
use crate::view::{Card, DateView, Link};

/// Everything in the index but the words.
#[derive(Debug)]
pub struct Documents {
    cards: Vec<CardFile>,
    dates: Vec<u8>,
    order: Vec<u8>,
    times: Vec<u8>,
    /// For each facet: the first values, then the others with their names.
    facets: Vec<(Vec<u8>, Vec<u8>)>,
    /// For each facet: its name, the number of its values, and the first values.
    named: Vec<(String, usize, Vec<Named>)>,
    count: usize,
    /// Cards per file.
    per: usize,
    /// How many of them are entries; the others are articles without an event.
    shown: usize,
}

/// A file of cards.
#[derive(Debug)]
struct CardFile {
    /// Not made yet, if it is as the last build made it.
    made: OnceLock<Cards>,
    print: String,
}

/// What a file of cards has.
#[derive(Debug)]
pub struct Cards {
    pub bytes: Vec<u8>,
    /// Indices of the articles whose headline or summary it shows: a card names others than its own.
    pub shown: BTreeSet<usize>,
}

/// Name, label and count of a value.
type Named = (String, String, usize);

/// What a result shows; the keys are short because every card repeats them.
#[derive(Serialize)]
struct CardOut {
    t: String,
    u: String,
    /// The date as text, its machine-readable form, its EDTF, its mark.
    w: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    d: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    e: Option<String>,
    m: &'static str,
    /// Importance.
    i: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    k: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    c: Vec<(String, String)>,
    /// Stances: step, pattern, whether tentative, organisation, its address, stance.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    p: Vec<(usize, String, bool, String, String, String)>,
    /// The other organisations, with their addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    o: Vec<(String, String)>,
    /// Of which article it is part.
    #[serde(skip_serializing_if = "Option::is_none")]
    a: Option<Said>,
    /// Whom it credits.
    #[serde(skip_serializing_if = "Option::is_none")]
    b: Option<Said>,
    /// The promises that came true in it, with their addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    y: Vec<(String, String)>,
    /// The date in another calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    z: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    l: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<String>,
}

/// A message with a link in it, and perhaps a date: as text, for `datetime`, as EDTF.
#[derive(Serialize)]
struct Said {
    #[serde(rename = "t")]
    text: String,
    #[serde(rename = "l")]
    label: String,
    #[serde(rename = "u")]
    url: String,
    #[serde(rename = "d", skip_serializing_if = "Option::is_none")]
    date: Option<(String, Option<String>, Option<String>)>,
}

impl Documents {
    /// `kept`: the fingerprint of a file of cards that is as the last build made it. Runs on one
    /// thread, because others may wait for the result.
    pub fn new(
        ctx: ViewContext<'_>,
        layout: &Layout,
        kept: &dyn Fn(usize) -> Option<String>,
    ) -> Self {
        let site = ctx.site;
        let count = layout.entries.len();
        let cards = (0..layout.cards()).map(|n| match kept(n) {
            Some(print) => CardFile {
                made: OnceLock::new(),
                print,
            },
            None => {
                let made = cards(ctx, layout, n);
                CardFile {
                    print: super::print(&made.bytes),
                    made: made.into(),
                }
            }
        });
        let mut named = Vec::new();
        let mut facets = Vec::new();
        for facet in layout.facets(site) {
            let name = |value: &FacetValue| {
                let (id, label) = (layout.id(site, value.of), ctx.facet_value_label(value.of));
                (id, label, value.count)
            };
            let (first, more) = facet.values.split_at(facet.values.len().min(FIRST));
            let write = |values: &[FacetValue], out: &mut Vec<u8>| {
                values
                    .iter()
                    .for_each(|c| posting_list::write(&c.entries, count, out));
            };
            let (mut near, mut far) = (Vec::new(), Vec::new());
            write(first, &mut near);
            if !more.is_empty() {
                let names: Vec<_> = more.iter().map(name).collect();
                far = with_head(&names);
                write(more, &mut far);
            }
            facets.push((near, far));
            named.push((
                facet.id(site).to_owned(),
                facet.values.len(),
                first.iter().map(name).collect(),
            ));
        }
        Self {
            cards: cards.collect(),
            dates: dates(site, &layout.entries),
            order: order(site, &layout.entries),
            times: times(site, &layout.entries),
            facets,
            named,
            count,
            per: layout.cards_per_file(),
            shown: layout.shown,
        }
    }

    /// Returns a file of cards.
    pub fn cards(&self, ctx: ViewContext<'_>, layout: &Layout, n: usize) -> &Cards {
        self.cards[n].made.get_or_init(|| cards(ctx, layout, n))
    }

    /// Returns the bytes of a file; `None` for those that depend on texts.
    pub fn file(&self, ctx: ViewContext<'_>, layout: &Layout, file: IndexFile) -> Option<&[u8]> {
        match file {
            IndexFile::Dates => Some(&self.dates),
            IndexFile::Order => Some(&self.order),
            IndexFile::Times => Some(&self.times),
            IndexFile::Facet(n, false) => Some(&self.facets[n].0),
            IndexFile::Facet(n, true) => Some(&self.facets[n].1),
            IndexFile::Cards(n) => Some(&self.cards(ctx, layout, n).bytes),
            IndexFile::Manifest | IndexFile::Words(_) | IndexFile::Spellings => None,
        }
    }

    /// Returns the manifest without its list of term shards: a JSON object without its closing
    /// brace.
    pub fn head(&self) -> String {
        let print = super::print;
        let facets = self.named.iter().zip(&self.facets);
        let facets = facets.map(|((id, all, first), (near, far))| {
            serde_json::json!([id, all, first, print(near), print(far)])
        });
        let head = serde_json::json!({
            "count": self.count,
            "entries": self.shown,
            "per": self.per,
            "dates": print(&self.dates),
            "order": print(&self.order),
            "times": print(&self.times),
            "facets": facets.collect::<Vec<_>>(),
            (CARDS): self.cards.iter().map(|file| &file.print).collect::<Vec<_>>(),
        });
        let head = serde_json::to_string(&head).expect("the manifest always serialises");
        let mut head = unmarked(&head).into_owned();
        head.pop();
        head
    }

    /// Returns the digest of everything that the index depends on, including the texts.
    pub fn digest(&self, ctx: ViewContext<'_>, layout: &Layout) -> [u8; 16] {
        let site = ctx.site;
        // All in one buffer: a hasher is slow with parts of a few bytes.
        let mut all: Vec<u8> = Vec::new();
        let mut add = |bytes: &[u8]| {
            all.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
            all.extend_from_slice(bytes);
        };
        let files = [&self.dates, &self.order, &self.times].into_iter();
        let facets = self.facets.iter().flat_map(|(near, far)| [near, far]);
        let cards = (0..self.cards.len()).map(|n| &self.cards(ctx, layout, n).bytes);
        for bytes in files.chain(cards).chain(facets) {
            add(bytes);
        }
        let names = serde_json::to_vec(&self.named).expect("names always serialise");
        add(&names);
        add(format!("{:?}{}", site.config.markdown, site.config.language).as_bytes());
        for article in &site.articles {
            let front = &article.front;
            add(&article.body.digest);
            add(article.path.as_bytes());
            add(front.title.value.as_bytes());
            add(&(front.entries.len() as u64).to_le_bytes());
            let listed = front.entries.iter().map(|listed| &listed.summary);
            for text in [&front.summary, &front.lang].into_iter().chain(listed) {
                add(&[u8::from(text.is_some())]);
                add(text.as_deref().unwrap_or_default().as_bytes());
            }
            for listed in &front.entries {
                add(listed.title.value.as_bytes());
            }
        }
        for (n, entry) in site.entries.iter().enumerate() {
            add(&(site.on_timeline(EntryId(n)).0 as u64).to_le_bytes());
            add(&(entry.terms.len() as u64).to_le_bytes());
            for term in &entry.terms {
                add(site.term(*term).label.as_bytes());
            }
        }
        crate::digest::of(&all)
    }
}

/// The key of the manifest that has the fingerprints of the files of cards.
const CARDS: &str = "cards";

/// Returns the fingerprints of the files of cards from a [`Documents::head`].
pub fn prints_of_cards(head: &str) -> Option<Vec<String>> {
    let mut head: serde_json::Value = serde_json::from_str(&format!("{head}}}")).ok()?;
    serde_json::from_value(head.get_mut(CARDS)?.take()).ok()
}

fn cards(ctx: ViewContext<'_>, layout: &Layout, n: usize) -> Cards {
    let shown = RefCell::default();
    let ctx = ViewContext {
        shown: Some(&shown),
        ..ctx
    };
    let cards = layout.on_cards(n).iter().map(|id| {
        ctx.shows(ctx.site.entry(*id).article);
        card(ctx, *id)
    });
    let cards: Vec<CardOut> = cards.collect();
    let json = serde_json::to_vec(&cards).expect("cards always serialise");
    Cards {
        bytes: unmarked_file(json),
        shown: shown.into_inner(),
    }
}

/// Returns a length of four bytes, little-endian, and JSON of that length.
pub(super) fn with_head(head: &impl Serialize) -> Vec<u8> {
    let json = unmarked_file(serde_json::to_vec(head).expect("names always serialise"));
    let mut out = (json.len() as u32).to_le_bytes().to_vec();
    out.extend(json);
    out
}

fn card(ctx: ViewContext<'_>, id: EntryId) -> CardOut {
    let card = ctx.card(id, None);
    let mut chips: Vec<(String, String)> = Vec::new();
    let mut chip = |class: &str, label: &str| chips.push((class.to_owned(), label.to_owned()));
    for words in card.date.wording.iter() {
        chip("wording", words);
    }
    for language in card.language.iter() {
        chip("language", language);
    }
    for label in card.kind.iter() {
        chip("kind", &label.label);
    }
    for label in card.certainty.iter() {
        chip(&label.id, &label.label);
    }
    match &card.status {
        _ if card.overdue => chip("overdue", card.passed.as_deref().unwrap_or_default()),
        Some(status) => chip(&status.id, &status.label),
        None => {}
    }
    for delay in card.delay.iter() {
        chip("delay", delay);
    }
    if card.corrected {
        chip("corrected", ctx.messages.say("corrected"));
    }
    let (a, b) = (part_of(ctx, &card), credit(ctx, &card));
    let stances = card.stances.into_iter().map(|s| {
        let label = s.label + s.qualifier.as_deref().unwrap_or_default();
        let pattern = s.pattern.unwrap_or_else(|| "step".to_owned());
        let of = s.organisation;
        (s.step, pattern, s.tentative, of.label, of.url, label)
    });
    let named = |link: Link| (link.label, link.url);
    CardOut {
        p: stances.collect(),
        o: card.organisations.into_iter().map(named).collect(),
        a,
        b,
        y: card.promises.into_iter().map(named).collect(),
        z: card.date.calendar,
        t: card.title,
        u: card.url,
        w: card.date.short,
        d: card.date.datetime,
        e: card.date.edtf,
        m: card.date.mark,
        i: card.importance,
        k: card.dek.map(|dek| shortened(&dek)),
        c: chips,
        l: card.lang,
        s: card.status.map(|s| match card.overdue {
            true => s.id + " overdue",
            false => s.id,
        }),
    }
}

/// In a message of a result: where the link is, and where the date is. Private use: they stand in no text.
const LINK: &str = "\u{e000}";
const DATE: &str = "\u{e001}";

/// "part of …", as the component `card` says it.
fn part_of(ctx: ViewContext<'_>, card: &Card) -> Option<Said> {
    let article = card.article.as_ref()?;
    Some(Said {
        text: ctx.messages.with("in-article", &[("article", LINK.into())]),
        label: article.label.clone(),
        url: article.url.clone(),
        date: None,
    })
}

/// "Source: …", as the component `card` says it.
fn credit(ctx: ViewContext<'_>, card: &Card) -> Option<Said> {
    let source = card.source_link.as_ref()?;
    let more = card.sources > 1;
    let id = match (&card.said, more) {
        (Some(_), true) => "source-date-more",
        (Some(_), false) => "source-date",
        (None, true) => "source-more",
        (None, false) => "source",
    };
    let mut args: Vec<(&str, Arg<'_>)> = vec![("source", LINK.into())];
    if let Some(date) = &card.said {
        args.push(("date", DATE.into()));
        args.push(("kind", date.kind.into()));
    }
    if more {
        args.push(("count", (card.sources - 1).into()));
    }
    let date = |date: &DateView| (date.short.clone(), date.datetime.clone(), date.edtf.clone());
    Some(Said {
        text: ctx.messages.with(id, &args),
        label: source.label.clone(),
        url: source.url.clone(),
        date: card.said.as_ref().map(date),
    })
}

/// Shortens a dek to a few lines.
fn shortened(dek: &str) -> String {
    const MOST: usize = 320;
    if dek.len() <= MOST {
        return dek.to_owned();
    }
    let cut = &dek[..crate::source::floor_boundary(dek, MOST)];
    let cut = cut
        .rsplit_once(char::is_whitespace)
        .map_or(cut, |(cut, _)| cut);
    format!("{cut} …")
}

fn day(date: NaiveDate) -> i64 {
    const EPOCH: i64 = 719_163;
    i64::from(date.num_days_from_ce()) - EPOCH
}

/// For each entry: the number of spans; for each span: the flags 1 (no start) and 2 (no end), then
/// the ends that it has.
fn dates(site: &Site, entries: &[EntryId]) -> Vec<u8> {
    let mut out = Vec::with_capacity(entries.len() * 4);
    let mut before = 0;
    for id in entries {
        let spans = site
            .entry(*id)
            .date
            .as_ref()
            .map_or_else(Vec::new, |d| d.spans());
        posting_list::varint(spans.len() as u64, &mut out);
        for (from, to) in spans {
            posting_list::varint(
                u64::from(from.is_none()) | u64::from(to.is_none()) << 1,
                &mut out,
            );
            for date in [from, to].into_iter().flatten() {
                posting_list::zigzag(day(date) - before, &mut out);
                before = day(date);
            }
        }
    }
    out
}

/// For each entry: the difference between its rank, newest first, and the reverse of its number.
fn order(site: &Site, entries: &[EntryId]) -> Vec<u8> {
    let mut newest: Vec<usize> = (0..entries.len()).collect();
    newest.sort_by_key(|n| site.rank_newest(entries[*n]));
    let mut places = vec![0_i64; entries.len()];
    for (place, n) in newest.into_iter().enumerate() {
        places[n] = place as i64;
    }
    let mut out = Vec::with_capacity(entries.len());
    for (n, place) in places.into_iter().enumerate() {
        posting_list::zigzag(place - (entries.len() - 1 - n) as i64, &mut out);
    }
    out
}

/// For each entry: the minutes of publication and of its article's last change, each relative to
/// the last known one before; 0 if unknown, otherwise shifted up by one.
fn times(site: &Site, entries: &[EntryId]) -> Vec<u8> {
    let mut out = Vec::with_capacity(entries.len() * 6);
    let mut before = [0_i64; 2];
    for id in entries {
        let article = site.article(site.entry(*id).article);
        let moments = [article.published(), article.changed(site.config.timezone)];
        for (before, moment) in before.iter_mut().zip(moments) {
            let Some(moment) = moment else {
                posting_list::varint(0, &mut out);
                continue;
            };
            let minutes = moment.at.timestamp().div_euclid(60);
            let step = minutes - *before;
            *before = minutes;
            posting_list::varint((((step << 1) ^ (step >> 63)) as u64) + 1, &mut out);
        }
    }
    out
}
