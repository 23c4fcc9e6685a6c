//! A piece of raw HTML as the sanitiser will see it, and where each part of it was written.

use std::ops::Range;

/// One tag within a paragraph, or a whole block.
#[derive(Debug, Default)]
pub(super) struct HtmlPiece {
    pub html: String,
    /// Where each part begins in the piece, and its place in the text as written.
    parts: Vec<(usize, Range<usize>)>,
}

impl HtmlPiece {
    pub fn push(&mut self, html: &str, written: Range<usize>) {
        self.parts.push((self.html.len(), written));
        self.html.push_str(html);
    }

    /// Returns where a range of the piece was written.
    pub fn written(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start).start;
        let end = self.place(range.end.saturating_sub(1).max(range.start)).end;
        start..end.max(start)
    }

    /// The place of a byte; of the whole part if its text is not as written.
    fn place(&self, at: usize) -> Range<usize> {
        let n = self.parts.partition_point(|(start, _)| *start <= at);
        let Some((start, written)) = n.checked_sub(1).and_then(|n| self.parts.get(n)) else {
            return 0..0;
        };
        let end = self.parts.get(n).map_or(self.html.len(), |(next, _)| *next);
        match end - start == written.len() {
            true => written.start + at - start..written.start + at - start + 1,
            false => written.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_found_where_it_was_written() {
        let mut piece = HtmlPiece::default();
        piece.push("<p>\n", 10..14);
        piece.push("<b>x</b>\n", 16..25);
        piece.push("<img src=\"/a\">", 25..70);
        assert_eq!(piece.written(0..3), 10..13);
        assert_eq!(piece.written(4..7), 16..19);
        assert_eq!(piece.written(0..7), 10..19);
        assert_eq!(piece.written(15..18), 25..70, "it was written otherwise");
    }
}
