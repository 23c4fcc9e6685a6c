//! The first sentence of a text, which describes its page where the editor has written no summary.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::content::lead::{LINK, Lead, LeadLink, MOST, shortened};
use crate::diagnostic::visible::visible;

/// Number of letters before a full stop from which on it ends a sentence: an initial, a title or a
/// number has fewer.
const WORD: usize = 4;

/// Collects the first paragraph that is not in a list, a quote or a note, up to its first sentence.
#[derive(Default)]
pub(super) struct LeadScan {
    /// Whether nobody needs it, or it is complete.
    is_done: bool,
    /// Elements that are open, but for the paragraph.
    depth: usize,
    is_open: bool,
    text: String,
    links: Vec<LeadLink>,
    /// Whether the text is that of a link in double brackets.
    is_in_brackets: bool,
}

impl LeadScan {
    /// `is_wanted`: otherwise nothing is collected.
    pub(super) fn new(is_wanted: bool) -> Self {
        Self {
            is_done: !is_wanted,
            ..Self::default()
        }
    }

    /// `link`: how many links were before the event.
    pub(super) fn event(&mut self, event: &Event<'_>, link: usize) {
        if self.is_done {
            return;
        }
        match event {
            Event::Start(Tag::Paragraph) if self.depth == 0 => self.is_open = true,
            Event::End(TagEnd::Paragraph) if self.is_open && self.depth == 0 => {
                self.is_open = false;
                self.is_done = !self.text.trim().is_empty();
            }
            Event::Start(Tag::Link {
                link_type: LinkType::WikiLink { has_pothole },
                dest_url,
                ..
            }) if self.takes() => {
                self.is_in_brackets = true;
                self.text.push(LINK);
                self.links.push(LeadLink {
                    link,
                    written: dest_url.to_string(),
                    words: has_pothole.then(String::new),
                });
            }
            Event::End(TagEnd::Link) if self.is_in_brackets => self.is_in_brackets = false,
            Event::Text(text) if self.is_in_brackets => {
                let words = self.links.last_mut().and_then(|link| link.words.as_mut());
                if let Some(words) = words {
                    words.push_str(text);
                }
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            | Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link,
            ) => {}
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if self.takes() => {
                self.text.push_str(&text.replace(LINK, ""));
                self.is_done = self.text.len() > 16 * MOST;
            }
            Event::SoftBreak | Event::HardBreak if self.takes() => self.text.push(' '),
            _ => {}
        }
    }

    fn takes(&self) -> bool {
        self.is_open && self.depth == 0
    }

    /// Returns the sentence; `None` if the text has no paragraph.
    pub(super) fn sentence(self) -> Option<Lead> {
        let text = visible(&self.text);
        let text: Vec<&str> = text.split_whitespace().collect();
        let text = text.join(" ");
        (!text.is_empty()).then(|| Lead {
            text: first_sentence(&text),
            links: self.links,
        })
    }
}

/// The first sentence of a text, shortened at a space if it is too long.
fn first_sentence(text: &str) -> String {
    shortened(&text[..end_of_sentence(text).unwrap_or(text.len())])
}

fn end_of_sentence(text: &str) -> Option<usize> {
    let mut letters = 0;
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        let is_over = match sign {
            '。' | '！' | '？' | '।' => true,
            '.' | '!' | '?' | '؟' | '…' => {
                let rest = text[end..].trim_start_matches(['"', '”', '’', '»', ')']);
                let mut next = rest.chars();
                let apart = next.next().is_none_or(char::is_whitespace);
                let is_word = sign != '.' || letters >= WORD;
                apart && is_word && next.next().is_none_or(|c| !c.is_lowercase())
            }
            _ => false,
        };
        if is_over {
            let rest = &text[end..];
            let closing = rest.trim_start_matches(['"', '”', '’', '»', ')', '」', '』']);
            return Some(end + rest.len() - closing.len());
        }
        letters = match sign {
            LINK => WORD,
            sign if sign.is_alphabetic() => letters + 1,
            _ => 0,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_where_another_begins() {
        for (text, first) in [
            ("It flew. It landed.", "It flew."),
            (
                "Dr. A. Smith of the U.S. office left. She was 60.",
                "Dr. A. Smith of the U.S. office left.",
            ),
            ("“It works.” Nobody said so.", "“It works.”"),
            (
                "Version 4.5 came in March. Then 5.",
                "Version 4.5 came in March.",
            ),
            ("打ち上げは成功した。次は月へ。", "打ち上げは成功した。"),
            ("No end", "No end"),
        ] {
            assert_eq!(first_sentence(text), first);
        }
    }

    #[test]
    fn a_long_one_is_cut_at_a_space() {
        let cut = first_sentence(&"word, ".repeat(80));
        assert!(
            cut.chars().count() <= MOST && cut.ends_with("word…"),
            "{cut}"
        );
    }
}
