//! `dateline explain`: explains the code of a diagnostic.

use clap::Args;
use serde_json::json;

use super::{GlobalArgs, MessageFormat, failed, show_text};
use crate::diagnostic::explain::{self, Examples, Explained};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::visible::printable_json;

/// Explain a code such as bad-date, with a wrong and a right example.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline explain bad-date
  dateline explain                     list every code, one per line
  dateline explain --format json       print everything as JSON, for programs

Exit codes: 0 explained; 2 unknown code.")]
pub struct Explain {
    /// The code in the brackets of `error[bad-date]`; without one, all codes are listed
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self, common: &GlobalArgs) -> u8 {
        let json = common.format == MessageFormat::Json;
        let text = match &self.code {
            None if json => {
                let all: Vec<_> = explain::all().into_iter().map(for_programs).collect();
                format!("{}\n", serde_json::Value::from(all))
            }
            None => explain::all().into_iter().map(line).collect(),
            Some(code) => match explain::of(code) {
                Some(explained) if json => format!("{}\n", for_programs(explained)),
                Some(explained) => format!("{}\n\n{}", explained.code, explained.markdown()),
                None => return failed(&unknown(code)),
            },
        };
        match json {
            true => show_text(&printable_json(text)),
            false => show_text(&text),
        }
        0
    }
}

fn unknown(code: &str) -> String {
    let near = nearest(code, explain::all().into_iter().map(|e| e.code));
    let hint = near.map_or_else(
        || "`dateline explain` lists all codes".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    format!("there is no code `{code}`; {hint}")
}

fn line(explained: &Explained) -> String {
    format!("{:26}{}\n", explained.code, explained.summary())
}

fn for_programs(explained: &Explained) -> serde_json::Value {
    let example = |e: explain::Example| {
        let files: serde_json::Map<_, _> = e
            .files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), json!(text)))
            .collect();
        json!({ "site": e.site, "keys": e.keys, "body": e.body, "files": files })
    };
    match explained.examples {
        Examples::Shown { wrong, right } => json!({
            "code": explained.code,
            "words": explained.words,
            "wrong": example(wrong),
            "right": example(right),
        }),
        Examples::None(why) => json!({
            "code": explained.code,
            "words": explained.words,
            "no_example": why,
        }),
    }
}
