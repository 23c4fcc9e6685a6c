//! A message file for a translator to fill in.

use super::{EMBEDDED, tag};
use crate::config::primary_subtag;

/// Returns the message file of a language that has none: a comment for each message, with the text
/// that readers see as long as the comment stays. That is the text of its base language (`pt` for
/// `pt-PT`) if that is embedded in the same script, else the English one.
pub fn to_translate(language: &str) -> String {
    let base = primary_subtag(language);
    let mut known = EMBEDDED.iter();
    let own = known.find(|(l, _)| *l == base && !tag::other_script(language));
    let (from, text) = own.unwrap_or(&EMBEDDED[0]);
    let seen = match own {
        Some(_) => format!("those of `{from}`"),
        None => "the English ones".to_owned(),
    };
    let mut out = format!(
        "# The messages of the interface in the language `{language}`. Remove \"# \" before a message and the lines\n\
         # of its text, and translate the text; keep the id, and what is in braces. Readers see {seen}\n\
         # where a message is still a comment; `dateline check` counts them.\n\n"
    );
    let mut first = true;
    for line in text.lines() {
        // The comment at the top of a file is about that file.
        if first && (line.starts_with("# ") || line == "#") {
            continue;
        }
        if first && line.is_empty() {
            first = false;
            continue;
        }
        first = false;
        match line.is_empty() || line.starts_with('#') {
            true => out.push_str(line),
            false => {
                out.push_str("# ");
                out.push_str(line);
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;

    use super::to_translate;

    /// The messages of a file whose comments became messages.
    fn ids(text: &str) -> usize {
        let read = FluentResource::try_new(text.to_owned()).expect("its grammar is right");
        crate::messages::arguments(&read).len()
    }

    #[test]
    fn a_new_language_has_every_message_as_a_comment() {
        let all = ids(super::EMBEDDED[0].1);
        for (language, has, translated) in [
            ("sw", "# skip = Skip to content\n", "skip = Ruka\n"),
            ("zh-TW", "# skip = Skip to content\n", "skip = 跳\n"),
        ] {
            let text = to_translate(language);
            assert!(text.contains(has), "{text}");
            assert_eq!(ids(&text), 0, "{text}");
            assert_eq!(ids(&text.replace(has, translated)), 1, "{text}");
            let is_comment = |line: &str| !line.contains(" = ") && !line.starts_with("#  ");
            let whole: String = text
                .lines()
                .map(|line| match line.strip_prefix("# ") {
                    Some(rest) if !is_comment(line) || rest == "}" => format!("{rest}\n"),
                    _ => format!("{line}\n"),
                })
                .collect();
            assert_eq!(ids(&whole), all, "{whole}");
        }
        assert!(!to_translate("pt-PT").contains("Skip to content"));
        assert!(to_translate("pt-PT").contains("those of `pt`"));
    }
}
