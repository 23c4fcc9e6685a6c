//! The questions of `dateline new` and `dateline update`, independent of who answers.

use std::io::{BufRead, Write};

use crate::config::SiteConfig;
use crate::content::date::EventDate;
use crate::diagnostic::visible::printable;
use crate::model::taxonomy::key;

/// Someone who answers questions.
pub(super) trait Asker {
    /// Returns one line, trimmed; `None` at the end of input.
    fn prompt(&mut self, question: &str) -> Option<String>;
    /// Shows a text that needs no answer.
    fn tell(&mut self, words: &str);
}

/// The user at the terminal. Questions go to stderr, since stdout is for the name of the file.
pub(super) struct Terminal;

impl Asker for Terminal {
    fn prompt(&mut self, question: &str) -> Option<String> {
        let mut err = std::io::stderr().lock();
        write!(err, "{}: ", printable(question))
            .and_then(|()| err.flush())
            .ok()?;
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(n) if n > 0 => Some(line.trim().to_owned()),
            _ => {
                // Later output starts on a new line.
                let _ = writeln!(err);
                None
            }
        }
    }

    fn tell(&mut self, words: &str) {
        super::tell(&format!("  {words}"));
    }
}

/// The input has ended: nothing is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct InputEnded;

/// Asks until the answer contains no control characters, which cursor keys leave behind invisibly.
fn answer(asker: &mut dyn Asker, question: &str) -> Result<String, InputEnded> {
    loop {
        let said = asker.prompt(question).ok_or(InputEnded)?;
        if !said.chars().any(char::is_control) {
            return Ok(said);
        }
        asker.tell("arrow keys don't work here and leave invisible characters; type it again and correct it with backspace");
    }
}

/// Asks for the headline, which is required. `taken` returns the file that already has it.
pub(super) fn headline(
    asker: &mut dyn Asker,
    taken: &dyn Fn(&str) -> Option<String>,
) -> Result<String, InputEnded> {
    loop {
        let title = answer(asker, "Headline")?;
        if title.is_empty() {
            asker.tell("an article needs a headline");
        } else if let Some(file) = taken(&title) {
            asker.tell(&format!(
                "{file} already has this headline; say what is new"
            ));
        } else {
            return Ok(title);
        }
    }
}

/// Asks for a date in any form that is understood; an empty answer means `today`.
pub(super) fn date(
    asker: &mut dyn Asker,
    today: &str,
    config: &SiteConfig,
) -> Result<String, InputEnded> {
    loop {
        let question = format!("Date (2025-12-09, 2025-12, Q1 2026, 2024~; empty: {today})");
        let said = answer(asker, &question)?;
        if said.is_empty() {
            return Ok(today.to_owned());
        }
        match EventDate::parse(&said, config.timezone) {
            Ok(_) => return Ok(said),
            Err(fault) => asker.tell(&format!("{}; {}", fault.message, fault.hint)),
        }
    }
}

/// Asks for a date in any form that is understood, or none.
pub(super) fn optional_date(
    asker: &mut dyn Asker,
    question: &str,
    config: &SiteConfig,
) -> Result<Option<String>, InputEnded> {
    while let Some(said) = line(asker, question)? {
        match EventDate::parse(&said, config.timezone) {
            Ok(_) => return Ok(Some(said)),
            Err(fault) => asker.tell(&format!("{}; {}", fault.message, fault.hint)),
        }
    }
    Ok(None)
}

/// Asks for a line of text, or none.
pub(super) fn line(asker: &mut dyn Asker, question: &str) -> Result<Option<String>, InputEnded> {
    let said = answer(asker, question)?;
    Ok((!said.is_empty()).then_some(said))
}

/// Asks for names, separated by commas. The start of a known name is completed, unless it is
/// quoted.
pub(super) fn names(
    asker: &mut dyn Asker,
    question: &str,
    known: &[String],
) -> Result<Vec<String>, InputEnded> {
    'again: loop {
        let said = answer(asker, question)?;
        let mut names: Vec<String> = Vec::new();
        for name in said
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            let quoted = name
                .strip_prefix('"')
                .and_then(|name| name.strip_suffix('"'));
            let said = match quoted {
                Some(name) => ParsedAnswer::One(name.to_owned()),
                None => parsed_answer(name, known),
            };
            let name = match said {
                ParsedAnswer::One(whole) => {
                    if quoted.is_none() && key(&whole) != key(name) {
                        asker.tell(&format!(
                            "read as {whole}; to keep {name}, write it in double quotes: \"{name}\""
                        ));
                    }
                    whole
                }
                ParsedAnswer::New => {
                    asker.tell(&format!("`{name}` is new to this site"));
                    name.to_owned()
                }
                ParsedAnswer::Several(all) => {
                    asker.tell(&format!("`{name}` could be {}", all.join(", ")));
                    continue 'again;
                }
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        return Ok(names);
    }
}

/// Asks for one of the known words, or none.
pub(super) fn word(
    asker: &mut dyn Asker,
    question: &str,
    known: &[String],
) -> Result<Option<String>, InputEnded> {
    let question = format!("{question} ({}; empty: none)", known.join(", "));
    loop {
        let said = answer(asker, &question)?;
        if said.is_empty() {
            return Ok(None);
        }
        match parsed_answer(&said, known) {
            ParsedAnswer::One(word) => return Ok(Some(word)),
            ParsedAnswer::Several(all) => {
                asker.tell(&format!("`{said}` could be {}", all.join(", ")));
            }
            ParsedAnswer::New => asker.tell(&format!("write one of {}", known.join(", "))),
        }
    }
}

/// Asks for the URL of a source, or none.
pub(super) fn source(asker: &mut dyn Asker) -> Result<Option<String>, InputEnded> {
    loop {
        let said = answer(asker, "URL of the source (empty: none)")?;
        if said.is_empty() {
            return Ok(None);
        }
        if said.starts_with("https://") || said.starts_with("http://") {
            return Ok(Some(said));
        }
        asker.tell("write a full URL, such as https://example.org/report");
    }
}

enum ParsedAnswer {
    One(String),
    Several(Vec<String>),
    New,
}

/// Returns the known name that equals the answer, otherwise those that start with it.
fn parsed_answer(said: &str, known: &[String]) -> ParsedAnswer {
    let said = key(said);
    if let Some(same) = known.iter().find(|name| key(name) == said) {
        return ParsedAnswer::One(same.clone());
    }
    let mut begin: Vec<String> = known
        .iter()
        .filter(|name| key(name).starts_with(&said))
        .cloned()
        .collect();
    match begin.len() {
        0 => ParsedAnswer::New,
        1 => ParsedAnswer::One(begin.remove(0)),
        _ => ParsedAnswer::Several(begin),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Prepared answers.
    pub struct ScriptedAsker {
        pub answers: std::vec::IntoIter<&'static str>,
        pub told: Vec<String>,
    }

    pub fn script(answers: Vec<&'static str>) -> ScriptedAsker {
        ScriptedAsker {
            answers: answers.into_iter(),
            told: Vec::new(),
        }
    }

    impl Asker for ScriptedAsker {
        fn prompt(&mut self, _: &str) -> Option<String> {
            self.answers.next().map(str::to_owned)
        }

        fn tell(&mut self, words: &str) {
            self.told.push(words.to_owned());
        }
    }

    fn known() -> Vec<String> {
        ["Meta", "Microsoft", "Mistral", "OpenAI"]
            .map(str::to_owned)
            .into()
    }

    #[test]
    fn names_are_completed_and_several_are_asked_again() {
        let mut asker = script(vec!["mi", "meta, open, Acme, OpenAI"]);
        let names = names(&mut asker, "Organisations", &known());
        assert_eq!(
            names,
            Ok(vec![
                "Meta".to_owned(),
                "OpenAI".to_owned(),
                "Acme".to_owned()
            ])
        );
        assert_eq!(
            asker.told,
            [
                "`mi` could be Microsoft, Mistral",
                "read as OpenAI; to keep open, write it in double quotes: \"open\"",
                "`Acme` is new to this site"
            ]
        );
        let mut asker = script(vec!["\"Open\""]);
        let quoted = self::names(&mut asker, "Organisations", &known());
        assert_eq!(quoted, Ok(vec!["Open".to_owned()]));
    }

    #[test]
    fn a_word_is_one_of_the_list_or_none() {
        let words: Vec<String> = ["happened", "expected"].map(str::to_owned).into();
        let mut asker = script(vec!["later", "exp"]);
        assert_eq!(
            word(&mut asker, "Status", &words),
            Ok(Some("expected".to_owned()))
        );
        assert_eq!(asker.told, ["write one of happened, expected"]);
        assert_eq!(word(&mut script(vec![""]), "Status", &words), Ok(None));
    }

    #[test]
    fn what_is_no_headline_or_address_is_asked_again_and_nobody_is_waited_for() {
        let free = |_: &str| None;
        let headline = |answers| headline(&mut script(answers), &free);
        assert_eq!(headline(vec!["", "A"]), Ok("A".to_owned()));
        assert_eq!(headline(vec![""]), Err(InputEnded));
        let mut asker = script(vec!["example.org", "https://example.org/"]);
        assert_eq!(
            source(&mut asker),
            Ok(Some("https://example.org/".to_owned()))
        );
    }

    #[test]
    fn signs_of_arrow_keys_and_headlines_that_are_taken_are_asked_again() {
        let taken = |title: &str| (title == "Old").then(|| "content/old.md".to_owned());
        let mut asker = script(vec!["Ne\u{1b}[Dw", "Old", "New"]);
        assert_eq!(headline(&mut asker, &taken), Ok("New".to_owned()));
        assert!(asker.told[0].starts_with("arrow keys"), "{:?}", asker.told);
        assert_eq!(
            asker.told[1],
            "content/old.md already has this headline; say what is new"
        );
    }
}
