//! Any front matter that is read, printed and read again is the same.

use chrono::FixedOffset;
use dateline::config::SiteConfig;
use dateline::content::article::Article;
use dateline::content::citation::SourceKind;
use dateline::content::event::{Facts, RelationKind, Relations, Slip};
use dateline::content::extra::{Extra, Plain};
use dateline::content::front_matter::{FrontMatter, Moment};
use dateline::diagnostic::Sink;
use dateline::source::{Source, SourceId};
use proptest::prelude::*;

use super::{article, bytes, cases, front_matter, quoted};

/// Prints front matter as YAML, every key of which is written in full.
fn printed(front: &FrontMatter, config: &SiteConfig) -> String {
    let mut out = Keys::default();
    out.text("id", front.id.as_ref().map(|v| v.value.as_str()));
    out.text("title", Some(&front.title.value));
    out.text("kind", Some(front.kind.id()));
    out.text("date", front.date.as_ref().map(|d| d.value.written()));
    out.text("wording", front.wording.as_deref());
    out.text(
        "published",
        front.published.map(|m| moment(m, config)).as_deref(),
    );
    out.text(
        "updated",
        front.updated.map(|m| moment(m, config)).as_deref(),
    );
    out.text(
        "expires",
        front.expires.map(|m| moment(m, config)).as_deref(),
    );
    out.text("place", front.place.as_deref());
    out.text("lang", front.lang.as_deref());
    out.text("summary", front.summary.as_deref());
    facts(&mut out, &front.facts, config);
    out.text("order", front.order.map(|n| n.to_string()).as_deref());
    out.text("slug", front.slug.as_ref().map(|v| v.value.as_str()));
    let aliases = front
        .aliases
        .iter()
        .map(|a| quoted(&format!("/{}", a.value)));
    out.list("aliases", aliases.collect());
    out.list(
        "sources",
        front
            .sources
            .iter()
            .map(|source| {
                let mut keys = Keys::default();
                keys.text("id", source.id.as_ref().map(|v| v.value.as_str()));
                keys.text("title", Some(&source.title));
                keys.text("url", source.url.as_deref());
                keys.text("publisher", source.publisher.as_deref());
                keys.text("date", source.date.as_ref().map(|d| d.written()));
                keys.text(
                    "kind",
                    source.kind.map(|kind| match kind {
                        SourceKind::Primary => "primary",
                        SourceKind::Secondary => "secondary",
                        SourceKind::Rewrite => "rewrite",
                    }),
                );
                keys.text("archived", source.archived.as_deref());
                keys.text("accessed", source.accessed.as_ref().map(|d| d.written()));
                keys.group()
            })
            .collect(),
    );
    out.list(
        "entries",
        front
            .entries
            .iter()
            .map(|entry| {
                let mut keys = Keys::default();
                keys.text("id", entry.id.as_ref().map(|v| v.value.as_str()));
                keys.text("title", Some(&entry.title.value));
                keys.text("date", entry.date.as_ref().map(|d| d.value.written()));
                keys.text("wording", entry.wording.as_deref());
                keys.text("summary", entry.summary.as_deref());
                keys.text("place", entry.place.as_deref());
                facts(&mut keys, &entry.facts, config);
                keys.text("order", entry.order.map(|n| n.to_string()).as_deref());
                keys.text("source", entry.source.as_ref().map(|v| v.value.as_str()));
                keys.list("slipped", slips(&entry.slipped));
                relations(&mut keys, &entry.relations);
                keys.group()
            })
            .collect(),
    );
    out.list("slipped", slips(&front.slipped));
    out.list(
        "updates",
        front
            .updates
            .iter()
            .map(|update| {
                let mut keys = Keys::default();
                keys.text("entry", Some(&update.entry.value));
                keys.text("date", update.date.as_ref().map(|d| d.value.written()));
                keys.text("wording", update.wording.as_deref());
                keys.text(
                    "status",
                    update
                        .status
                        .as_ref()
                        .map(|s| config.statuses[s.value].id.as_str()),
                );
                keys.text(
                    "certainty",
                    update.certainty.map(|c| config.certainties[c].id.as_str()),
                );
                keys.text("source", update.source.as_ref().map(|v| v.value.as_str()));
                keys.group()
            })
            .collect(),
    );
    out.list(
        "corrections",
        front
            .corrections
            .iter()
            .map(|correction| {
                let mut keys = Keys::default();
                keys.text("date", Some(correction.date.value.written()));
                keys.text("kind", Some(correction.kind.id()));
                keys.text("text", Some(&correction.text));
                keys.group()
            })
            .collect(),
    );
    out.bare("draft", &front.draft.to_string());
    out.text(
        "translation_of",
        front.translation_of.as_ref().map(|v| v.value.as_str()),
    );
    if let Some(image) = &front.image {
        let mut keys = Keys::default();
        keys.text("src", Some(&image.src.value));
        keys.text("alt", image.alt.as_deref());
        keys.text("credit", image.credit.as_deref());
        keys.text("caption", image.caption.as_deref());
        out.bare("image", &keys.group());
    }
    relations(&mut out, &front.relations);
    if !front.extra.is_empty() {
        out.bare("extra", &group(&front.extra));
    }
    out.0.join("\n") + "\n"
}

fn moment(moment: Moment, config: &SiteConfig) -> String {
    let local = moment.at.with_timezone(&config.timezone);
    let offset = moment.offset.and_then(FixedOffset::east_opt);
    match (moment.day_only, offset) {
        (true, _) => local.format("%Y-%m-%d").to_string(),
        (false, None) => local.format("%Y-%m-%dT%H:%M:%S").to_string(),
        (false, Some(offset)) => moment.at.with_timezone(&offset).to_rfc3339(),
    }
}

fn facts(keys: &mut Keys, facts: &Facts, config: &SiteConfig) {
    for (taxonomy, terms) in config.taxonomies.iter().zip(&facts.terms) {
        if let Some(terms) = terms {
            keys.list(
                &taxonomy.id,
                terms.iter().map(|t| quoted(&t.value)).collect(),
            );
        }
    }
    keys.text(
        "certainty",
        facts.certainty.map(|c| config.certainties[c].id.as_str()),
    );
    keys.text(
        "status",
        facts
            .status
            .as_ref()
            .map(|s| config.statuses[s.value].id.as_str()),
    );
    let stances = facts.stances.iter().map(|stance| {
        let word = &config.stances[stance.stance].id;
        (stance.organisation.as_ref().map(|o| o.value.as_str()), word)
    });
    let stances: Vec<_> = stances.collect();
    match stances.as_slice() {
        [(None, word)] => keys.text("stance", Some(word)),
        named => {
            let pairs = named
                .iter()
                .map(|(o, word)| format!("{}: {word}", quoted(o.expect("named"))));
            let pairs: Vec<String> = pairs.collect();
            if !pairs.is_empty() {
                keys.bare("stance", &format!("{{{}}}", pairs.join(", ")));
            }
        }
    }
    keys.text(
        "importance",
        facts.importance.map(|n| n.to_string()).as_deref(),
    );
}

fn slips(slips: &[Slip]) -> Vec<String> {
    slips
        .iter()
        .map(|slip| {
            let mut keys = Keys::default();
            keys.text("from", Some(slip.from.value.written()));
            keys.text("wording", slip.wording.as_deref());
            keys.text("on", slip.on.as_ref().map(|d| d.written()));
            keys.text("source", slip.source.as_ref().map(|v| v.value.as_str()));
            keys.group()
        })
        .collect()
}

fn relations(keys: &mut Keys, relations: &Relations) {
    keys.text("story", relations.story.as_ref().map(|v| v.value.as_str()));
    for (key, kind) in [
        ("reverses", RelationKind::Reverses),
        ("confirms", RelationKind::Confirms),
        ("follows", RelationKind::Follows),
    ] {
        let to = relations
            .relations
            .iter()
            .filter(|relation| relation.kind == kind);
        keys.list(key, to.map(|relation| quoted(&relation.to.value)).collect());
    }
}

fn group(extra: &Extra) -> String {
    let pairs = extra
        .iter()
        .map(|(key, value)| format!("{}: {}", quoted(key), value_of(value)));
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
}

fn value_of(value: &Plain) -> String {
    match value {
        Plain::Nothing => "~".to_owned(),
        Plain::Flag(flag) => flag.to_string(),
        Plain::Number(n) => n.to_string(),
        Plain::Text(text) => quoted(text),
        Plain::List(list) => format!(
            "[{}]",
            list.iter().map(value_of).collect::<Vec<_>>().join(", ")
        ),
        Plain::Map(map) => group(map),
    }
}

/// `key: value`, each ready to be put on a line, or between braces.
#[derive(Default)]
struct Keys(Vec<String>);

impl Keys {
    fn text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.bare(key, &quoted(value));
        }
    }

    fn bare(&mut self, key: &str, value: &str) {
        self.0.push(format!("{key}: {value}"));
    }

    fn list(&mut self, key: &str, items: Vec<String>) {
        if !items.is_empty() {
            self.bare(key, &format!("[{}]", items.join(", ")));
        }
    }

    fn group(&self) -> String {
        format!("{{{}}}", self.0.join(", "))
    }
}

fn read(text: String, config: &SiteConfig) -> Article {
    let source = Source {
        id: SourceId(0),
        text,
    };
    let mut sink = Sink::default();
    let article = dateline::parse::article(&source, "a.md", config, &mut sink);
    assert!(
        !sink.has_errors(),
        "{:?}\n{}",
        sink.into_iter().collect::<Vec<_>>(),
        source.text
    );
    article.expect("an article")
}

/// All that front matter says, without the places where it says it.
fn said(front: &FrontMatter) -> String {
    let debug = format!("{front:?}");
    let mut parts = debug.split("Span { source: SourceId(0), start: ");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        out.push_str(part.split_once(" }").map_or("", |(_, rest)| rest));
    }
    out
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn front_matter_is_the_same_when_it_is_printed_and_read_again(lines in front_matter(), n in 0..3usize) {
        thread_local!(static CONFIG: SiteConfig = bytes::config());
        CONFIG.with(|config| {
            let first = read(article(n, &lines), config);
            let text = format!("---\n{}---\n", printed(&first.front, config));
            let again = read(text.clone(), config);
            prop_assert_eq!(said(&first.front), said(&again.front), "{}", text);
            prop_assert_eq!(printed(&again.front, config), printed(&first.front, config));
            // Nothing that was written is missing.
            for key in lines.iter().filter_map(|line| line.split(':').next()) {
                let there = text.contains(&format!("\n{key}: "));
                let empty = lines.iter().any(|line| line == &format!("{key}: []"));
                prop_assert!(there || empty, "{} is lost in\n{}", key, text);
            }
            Ok(())
        })?;
    }
}

#[test]
fn every_key_of_the_content_model_is_printed_and_read_again() {
    let config = bytes::config();
    let text = "---\nid: all\ntitle: All of it\nkind: analysis\ndate: 2025-12-09\nwording: by the end\n\
        published: 2025-12-12T16:00:00+07:00\nupdated: 2025-12-13\nexpires: 2027-01-01\nplace: Menlo Park\nlang: en\n\
        translation_of: other\nsummary: One.\nauthors: [Jane]\norganisations: [Meta, OpenAI]\npeople: [Mark]\n\
        tags: [a, b]\nmodels: [One]\ncertainty: reported\nstatus: happened\nstance: {Meta: shut, OpenAI: open}\n\
        importance: 4\norder: 2\nslug: all-of-it\naliases: [/old/a.html]\n\
        image: {src: a.jpg, alt: A, credit: B, caption: C}\nstory: s\nfollows: [x]\nreverses: [y, z]\nconfirms: [w]\n\
        sources: [{id: s, title: S, url: \"https://example.org/\", publisher: P, date: 2025-12, kind: primary, \
        archived: \"https://example.org/b\", accessed: 2025-12-12}]\n\
        entries: [{id: e, title: E, date: 2026-Q1, status: expected, organisations: [Meta], source: s, \
        slipped: [{from: 2025, wording: soon, on: 2025-12-09, source: s}]}]\n\
        updates: [{entry: o, date: 2026-04, status: cancelled, certainty: confirmed, source: s}]\n\
        corrections: [{date: 2025-12-14, kind: clarification, text: T}]\ndraft: true\nmine: {a: [1, true, x]}\n---\n";
    let first = read(text.to_owned(), &config);
    let yaml = printed(&first.front, &config);
    let again = read(format!("---\n{yaml}---\n"), &config);
    assert_eq!(said(&first.front), said(&again.front), "{yaml}");
    for key in text
        .lines()
        .flat_map(|line| line.split(", "))
        .filter_map(|part| part.split_once(": "))
    {
        let key = key.0.trim_start_matches(['{', '[', ' ']);
        let key = key.rsplit(['{', ' ']).next().unwrap_or(key);
        assert!(yaml.contains(key), "{key} is lost in\n{yaml}");
    }
}
