//! Reads what an article lists: further entries, earlier targets, updates, corrections.

use super::names::Naming;
use super::{ValueReader, names, relations};
use crate::content::event::{LifeStage, ListedEvent, Slip, Update};
use crate::content::front_matter::{Correction, CorrectionKind};
use crate::diagnostic::{Diagnostic, Severity};
use crate::yaml::fields::Fields;
use crate::yaml::values::bounded;
use crate::yaml::{Node, Value};

impl<'a> ValueReader<'a, '_> {
    /// Reads a list of maps, each with `read`; a single map is a list of one.
    pub fn items<T>(
        &mut self,
        key: &'static str,
        naming: Naming<'a>,
        read: impl Fn(&mut ValueReader<'a, '_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = self.f.take(key) else {
            return Vec::new();
        };
        let nodes = match &node.value {
            Value::List(nodes) => bounded(nodes, node, key, self.sink),
            Value::Map(_) => std::slice::from_ref(node),
            _ => {
                self.no_list(key, node);
                return Vec::new();
            }
        };
        let mut out = Vec::new();
        let mut all = 0;
        for node in nodes.iter().filter(|n| !n.is_empty()) {
            all += 1;
            if matches!(node.value, Value::Map(_)) {
                out.extend(self.item(key, node, naming, &read));
            } else {
                self.no_item(key, node);
            }
        }
        if out.len() < all {
            self.keep(key);
        }
        out
    }

    /// Reads one item of a list of maps.
    pub fn item<T>(
        &mut self,
        key: &str,
        node: &'a Node,
        naming: Naming<'a>,
        read: impl Fn(&mut ValueReader<'a, '_>) -> Option<T>,
    ) -> Option<T> {
        let table = self.f.table.row(key).and_then(|row| row.form.inner());
        let table = table.expect("the key has a row, and its items have keys");
        let fields = Fields::named(node, table, naming, self.sink);
        let mut r = ValueReader::new(fields, self.config, self.sink);
        r.conventions = self.conventions;
        r.dates = std::mem::take(&mut self.dates);
        let item = read(&mut r);
        self.dates = std::mem::take(&mut r.dates);
        r.f.refuse_rest(Severity::Warning, r.sink);
        let unknown_keys = std::mem::take(&mut r.unknown_keys);
        self.unknown_keys.extend(unknown_keys);
        item
    }

    pub fn no_list(&mut self, key: &str, node: &Node) {
        self.sink.push(
            Diagnostic::error(
                "wrong-type",
                format!("`{key}` must be a list, not {}", node.what()),
            )
            .at(node.span, "here")
            .hint(format!(
                "write `{key}:` and below it, for each item, {}",
                example(key)
            )),
        );
    }

    pub fn no_item(&mut self, key: &str, node: &Node) {
        self.sink.push(
            Diagnostic::error(
                "wrong-type",
                format!(
                    "an item of `{key}` must be a group of keys, not {}",
                    node.what()
                ),
            )
            .at(node.span, "here")
            .hint(format!("write {}", example(key))),
        );
    }

    /// Reports that an item lacks `key`.
    pub fn missing(&mut self, key: &str, hint: &str) {
        let span = self.f.key_span(key).unwrap_or(self.f.span);
        self.sink.push(
            Diagnostic::error("missing-key", format!("`{key}` is missing"))
                .at(span, "here")
                .hint(hint),
        );
    }

    pub fn listed(&mut self) -> Option<ListedEvent> {
        let id = self.id("id");
        let title = self.title(&|_| None);
        let date = self.date("date");
        let wording = self.string("wording");
        let summary = self.prose("summary").map(|s| s.value);
        let place = self.string("place");
        let facts = self.facts();
        let order = self.order();
        let source = self.f.text("source", self.sink);
        let slipped = self.items("slipped", names::plain(self.config), |r| r.slip());
        let checked = self.checked();
        let relations = relations::relations(&mut self.f, self.sink);
        let expected = facts
            .status
            .as_ref()
            .is_some_and(|s| self.config.statuses[s.value].stage == LifeStage::Expected);
        if date.is_none() && self.f.take("date").is_none() && !(expected && wording.is_some()) {
            self.missing("date", "add `date: 2025-12`; if it is expected without a date, add `status: expected` and `wording: no date given`");
        }
        if expected && id.is_none() && self.f.take("id").is_none() {
            self.missing("id", "add a permanent `id`, so that later articles can update the entry: `id: short-name`");
        }
        Some(ListedEvent {
            id,
            title: title?,
            date,
            wording,
            summary,
            place,
            facts,
            order,
            source,
            slipped,
            checked,
            relations,
            slugs: self.config.slugs,
            span: self.f.span,
        })
    }

    pub fn slip(&mut self) -> Option<Slip> {
        let from = self.date("from");
        let (wording, on, source) = (
            self.string("wording"),
            self.date("on").map(|d| d.value),
            self.f.text("source", self.sink),
        );
        if from.is_none() && self.f.take("from").is_none() {
            self.missing("from", "write the earlier target date: `from: 2025`");
        }
        Some(Slip {
            from: from?,
            wording,
            on,
            source,
        })
    }

    pub fn update(&mut self) -> Option<Update> {
        let entry = self.f.text("entry", self.sink);
        if entry.is_none() {
            self.missing("entry", "name the entry by its id: `entry: avocado-launch`");
        }
        let (status, certainty) = self.status_and_certainty();
        let (date, wording) = (self.date("date"), self.string("wording"));
        let source = self.f.text("source", self.sink);
        let checked = self.checked();
        let place = self.f.key_span("same_event");
        let same_event = place.filter(|_| self.f.flag("same_event", self.sink) == Some(true));
        let update = Update {
            entry: entry?,
            date,
            wording,
            status,
            certainty,
            source,
            checked,
            same_event,
        };
        if update.date.is_none()
            && update.status.is_none()
            && update.certainty.is_none()
            && update.wording.is_none()
            && update.checked.is_none()
        {
            self.missing(
                "date",
                "write what changed: `date: 2026-04`, `status: happened` or `certainty: confirmed`",
            );
        }
        Some(update)
    }

    pub fn correction(&mut self) -> Option<Correction> {
        let date = self.date("date");
        let kinds = [
            CorrectionKind::Correction,
            CorrectionKind::Clarification,
            CorrectionKind::EditorsNote,
            CorrectionKind::Retraction,
        ];
        let kind = self
            .f
            .text("kind", self.sink)
            .map_or(CorrectionKind::Correction, |word| {
                kinds
                    .into_iter()
                    .find(|k| k.id() == word.value)
                    .unwrap_or_else(|| {
                        self.unknown_word(
                            &word,
                            "kind of correction",
                            kinds.iter().map(|k| k.id()),
                        );
                        CorrectionKind::Correction
                    })
            });
        let text = self.prose("text").map(|t| t.value);
        if date.is_none() && self.f.take("date").is_none() {
            self.missing("date", "write when it was corrected: `date: 2025-12-14`");
        }
        if text.is_none() {
            self.missing(
                "text",
                "describe what was wrong: `text: \"An earlier version …\"`",
            );
        }
        Some(Correction {
            date: date?,
            kind,
            text: text?,
        })
    }
}

fn example(key: &str) -> &'static str {
    match key {
        "sources" => "`- title: …`, and below it `url: …`",
        "entries" => "`- title: …`, and below it `date: …`",
        "slipped" => "`- from: 2025`",
        "updates" => "`- entry: id-of-the-entry`, and below it `date: …`",
        _ => "`- date: …`, and below it `text: …`",
    }
}
