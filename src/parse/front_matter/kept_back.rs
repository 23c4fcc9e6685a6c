//! What other generators keep from their readers: `status: draft`, `permalink: false`,
//! `password: …`, `build: {render: never}`. It is a draft here, with a warning.

use crate::config::SiteConfig;
use crate::diagnostic::Diagnostic;
use crate::source::{At, Span};
use crate::yaml::fields::Fields;
use crate::yaml::{Node, Value};

/// What of a key's value keeps an article from readers.
#[derive(Debug, Clone, Copy)]
enum Sign {
    /// `true`, `yes`, `on`.
    Set,
    /// `false`, `no`, `off`, `never`.
    Unset,
    /// Any value but `false`.
    Value,
    /// A word of [`HIDDEN`].
    Word,
    /// A group in which `render` or `list` is off.
    Group,
}

/// Keys that keep an article from readers, in lower case and without hyphens and underscores.
const SIGNS: [(&str, Sign); 34] = [
    ("build", Sign::Group),
    ("confidential", Sign::Set),
    ("eleventyexcludefromcollections", Sign::Set),
    ("encrypt", Sign::Set),
    ("encrypted", Sign::Set),
    ("headless", Sign::Set),
    ("hidden", Sign::Set),
    ("hide", Sign::Set),
    ("isdraft", Sign::Set),
    ("ishidden", Sign::Set),
    ("isprivate", Sign::Set),
    ("ispublic", Sign::Unset),
    ("ispublished", Sign::Unset),
    ("listed", Sign::Unset),
    ("membersonly", Sign::Set),
    ("password", Sign::Value),
    ("permalink", Sign::Unset),
    ("poststatus", Sign::Word),
    ("postpassword", Sign::Value),
    ("private", Sign::Set),
    ("protected", Sign::Set),
    ("public", Sign::Unset),
    ("publish", Sign::Unset),
    ("render", Sign::Unset),
    ("secret", Sign::Set),
    ("state", Sign::Word),
    ("status", Sign::Word),
    ("trashed", Sign::Set),
    ("unlisted", Sign::Set),
    ("unpublished", Sign::Set),
    ("url", Sign::Unset),
    ("visibility", Sign::Word),
    ("visible", Sign::Unset),
    ("workflowstate", Sign::Word),
];

/// Stages of a text that is not public, in lower case and with spaces for hyphens and underscores.
const HIDDEN: [&str; 43] = [
    "archived",
    "auto draft",
    "borrador",
    "brouillon",
    "confidential",
    "deleted",
    "do not publish",
    "draf",
    "draft",
    "drafts",
    "embargo",
    "embargoed",
    "entwurf",
    "future",
    "hidden",
    "idea",
    "in progress",
    "in review",
    "internal",
    "members",
    "never",
    "not published",
    "paid",
    "password",
    "pending",
    "pending review",
    "private",
    "protected",
    "rascunho",
    "review",
    "scheduled",
    "secret",
    "skip",
    "trash",
    "trashed",
    "unlisted",
    "unpublished",
    "wip",
    "withdrawn",
    "черновик",
    "مسودة",
    "טיוטה",
    "草稿",
];

/// Stages of a text that is public: they say nothing of the event.
const PUBLIC: [&str; 8] = [
    "approved",
    "featured",
    "live",
    "public",
    "publish",
    "published",
    "veröffentlicht",
    "visible",
];

/// Returns whether a word of `status` is about the text and not about its event.
pub(super) fn is_of_text(word: &str) -> bool {
    let word = plain_word(word);
    PUBLIC.contains(&word.as_str()) || HIDDEN.contains(&word.as_str())
}

/// Finds the key by which another generator keeps the text from readers.
pub(super) fn find<'a>(f: &Fields<'a>, config: &SiteConfig) -> Option<(At<&'a str>, &'a Node)> {
    f.rest().into_iter().find(|(key, node)| {
        let sign = SIGNS.iter().find(|(name, _)| is_named(key.value, name));
        sign.is_some_and(|(name, sign)| {
            keeps_back(node, *sign) && !has_own_meaning(key.value, name, node, config)
        })
    })
}

/// Returns the warning that names the line.
pub(super) fn warning(key: &str, span: Span, node: &Node) -> Diagnostic {
    let shown = match &node.value {
        // A password is not repeated.
        Value::Scalar { text, .. } if text.len() < 20 && !is_named(key, "password") => {
            format!("{key}: {text}")
        }
        _ => key.to_owned(),
    };
    Diagnostic::warning(
        "kept-back",
        format!("`{shown}` keeps a text from readers in other generators; it is a draft here"),
    )
    .at(span, "not published")
    .hint("write `draft: true` instead; or, if everyone may read it, remove this line")
}

/// Returns whether a site has given a key or a word a meaning of its own.
fn has_own_meaning(key: &str, name: &str, node: &Node, config: &SiteConfig) -> bool {
    let word = || match &node.value {
        Value::Scalar { text, .. } => text.to_lowercase().replace(' ', "-"),
        _ => String::new(),
    };
    let is_ignored = config.front_matter.ignore.iter().any(|word| word == key);
    let is_taxonomy = config.taxonomies.iter().any(|t| t.id == key);
    let is_own =
        name == "status" && (config.status(&word()).or(config.certainty(&word()))).is_some();
    is_ignored || is_taxonomy || is_own
}

/// Returns whether a key has a name, whatever its case, hyphens and underscores.
fn is_named(key: &str, name: &str) -> bool {
    let letters = key.bytes().filter(|b| !matches!(b, b'_' | b'-'));
    letters.map(|b| b.to_ascii_lowercase()).eq(name.bytes())
}

fn keeps_back(node: &Node, sign: Sign) -> bool {
    let text = match &node.value {
        Value::Scalar { text, .. } => text.trim(),
        Value::Map(map) if matches!(sign, Sign::Group) => {
            let is_off = |name: &str| {
                map.iter()
                    .any(|(key, node)| key.value == name && keeps_back(node, Sign::Unset))
            };
            return is_off("render") || is_off("list");
        }
        _ => return false,
    };
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let unset = || is(&["false", "no", "off", "n", "0", "never"]);
    match sign {
        Sign::Set => is(&["true", "yes", "on", "y", "1", "always"]),
        Sign::Unset => unset(),
        Sign::Value => !text.is_empty() && !unset(),
        Sign::Word => HIDDEN.contains(&plain_word(text).as_str()),
        Sign::Group => false,
    }
}

/// Writes a word in lower case, with spaces for hyphens and underscores.
pub(super) fn plain_word(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', '_'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_one_name_in_every_case() {
        for key in ["isDraft", "is_draft", "is-draft", "ISDRAFT"] {
            assert!(is_named(key, "isdraft"), "{key}");
        }
        assert!(is_named("_build", "build"), "Hugo's older name");
        assert!(!is_named("drafted", "draft"));
    }

    #[test]
    fn words_of_the_text_are_not_words_of_the_event() {
        for word in ["publish", "Published", "auto-draft", "Pending Review"] {
            assert!(is_of_text(word), "{word}");
        }
        for word in ["happened", "expected", "confirmed", "closed"] {
            assert!(!is_of_text(word), "{word}");
        }
    }
}
