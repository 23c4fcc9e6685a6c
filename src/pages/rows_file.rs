//! Files of data with one row for each entry.
//!
//! At 100,000 articles such a file has up to 80 MB, of which an edited headline changes one row: the
//! others are taken from the file as it was published ([`RowsFile::edited`]).

use std::borrow::Cow;
use std::collections::BTreeSet;

use memchr::memmem;

use crate::content::article::ArticleId;
use crate::messages::borrowed::unmarked_file;
use crate::model::entry::EntryId;
use crate::view::context::ViewContext;

/// Writes the row of an entry. It may show the headlines and summaries of the entry's article and of
/// the articles of entries that are folded into it.
type WriteRow<'a> = Box<dyn Fn(&ViewContext<'_>, EntryId, &mut String) + Sync + 'a>;

/// A file with one row for each of some entries.
pub struct RowsFile<'a> {
    /// What is before the first row.
    pub head: String,
    /// What is between two rows, and occurs in none.
    pub between: &'static str,
    /// What is after the last row.
    pub tail: String,
    /// In the order of the rows.
    pub entries: Cow<'a, [EntryId]>,
    pub row: WriteRow<'a>,
}

impl<'a> RowsFile<'a> {
    /// JSON with an array of rows, each on a line of its own: `json` has the array, empty, as the
    /// value of `key`.
    pub fn json(json: &str, key: &str, entries: Cow<'a, [EntryId]>, row: WriteRow<'a>) -> Self {
        let empty = format!("\"{key}\":[]");
        let at = json.find(&empty).expect("the array is empty") + empty.len() - 1;
        let (head, tail) = json.split_at(at);
        let line = if entries.is_empty() { "" } else { "\n" };
        Self {
            head: format!("{head}{line}"),
            between: ",\n",
            tail: format!("{line}{tail}\n"),
            entries,
            row,
        }
    }

    /// Returns the whole file.
    pub fn written(&self, ctx: &ViewContext<'_>) -> String {
        let parts = ctx.in_parallel(&self.entries, |ctx, entries| {
            let mut part = String::new();
            for (n, id) in entries.iter().enumerate() {
                if n > 0 {
                    part.push_str(self.between);
                }
                shown_by(ctx, *id).for_each(|article| ctx.shows(article));
                (self.row)(ctx, *id, &mut part);
            }
            unmarked(part)
        });
        let length: usize = parts.iter().map(|part| part.len() + 2).sum();
        let mut out = String::with_capacity(self.head.len() + length + self.tail.len());
        out.push_str(&self.head);
        for (n, part) in parts.into_iter().enumerate() {
            if n > 0 {
                out.push_str(self.between);
            }
            out.push_str(&part);
        }
        out.push_str(&self.tail);
        out
    }

    /// Returns the whole file, made from `old`: the same after nothing changed but texts, and
    /// headlines and summaries of the articles whose indices are in `heads`. `None` if `old` has not
    /// one row for each entry.
    pub fn edited(
        &self,
        ctx: &ViewContext<'_>,
        old: &str,
        heads: &BTreeSet<usize>,
    ) -> Option<String> {
        let rows = old.strip_prefix(&*self.head)?.strip_suffix(&*self.tail)?;
        let is_edited = |id: EntryId| shown_by(ctx, id).any(|article| heads.contains(&article.0));
        let ends = memmem::find_iter(rows.as_bytes(), self.between);
        let mut entries = self.entries.iter();
        let mut out = String::with_capacity(old.len() + old.len() / 64);
        out.push_str(&self.head);
        let (mut start, mut taken) = (0, 0);
        for end in ends.chain([rows.len()]) {
            let id = *entries.next()?;
            if is_edited(id) {
                let mut row = String::new();
                (self.row)(ctx, id, &mut row);
                let row = unmarked(row);
                // It begins with the entry's id.
                if row.split(',').next() != rows[start..end].split(',').next() {
                    return None;
                }
                out.push_str(&rows[taken..start]);
                out.push_str(&row);
                taken = end;
            }
            start = end + self.between.len();
        }
        if entries.next().is_some() {
            return None;
        }
        out.push_str(&rows[taken..]);
        out.push_str(&self.tail);
        Some(out)
    }
}

/// The articles whose headline or summary the row of an entry may show.
fn shown_by(ctx: &ViewContext<'_>, id: EntryId) -> impl Iterator<Item = ArticleId> {
    let site = ctx.site;
    let entry = site.entry(id);
    let folded = entry.folded.iter().map(|id| site.entry(*id).article);
    std::iter::once(entry.article).chain(folded)
}

fn unmarked(text: String) -> String {
    let bytes = unmarked_file(text.into_bytes());
    String::from_utf8(bytes).expect("text without its marks is text")
}
