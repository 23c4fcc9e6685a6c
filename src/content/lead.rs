//! The first sentence of a text, which describes its page where the editor has written no summary.

/// Maximum number of characters of the sentence.
pub const MOST: usize = 200;

/// Stands for a link in double brackets, whose words are those of its target (U+FFFC).
pub const LINK: char = '\u{fffc}';

/// The sentence, before the words of links are known that do not stand in the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lead {
    /// With [`LINK`] for each of the links.
    pub text: String,
    /// In text order. Those after a cut have no sign in the text.
    pub links: Vec<LeadLink>,
}

/// `[[id]]` or `[[id|words]]` in a lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadLink {
    /// Its number among the links of the body.
    pub link: usize,
    /// What is written between the brackets.
    pub written: String,
    /// The written words.
    pub words: Option<String>,
}

impl Lead {
    /// The sentence with the words of each link; shortened if it is too long.
    pub fn with(&self, words: &dyn Fn(&LeadLink) -> String) -> String {
        let mut links = self.links.iter();
        let mut out = String::with_capacity(self.text.len());
        for sign in self.text.chars() {
            match sign {
                LINK => out.extend(links.next().map(words)),
                sign => out.push(sign),
            }
        }
        shortened(&out)
    }
}

/// Shortens a sentence at a space if it is too long.
pub fn shortened(sentence: &str) -> String {
    if sentence.chars().count() <= MOST {
        return sentence.to_owned();
    }
    let room: String = sentence.chars().take(MOST - 1).collect();
    let cut = room.rfind(' ').filter(|at| *at > 0).unwrap_or(room.len());
    format!("{}…", room[..cut].trim_end_matches([' ', ',', ';', ':']))
}
