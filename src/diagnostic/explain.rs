//! Explanations of the diagnostic codes, each with a wrong and a right example (`dateline
//! explain`).
//!
//! `docs/diagnostics.md` is generated from them. Tests check that every code of the program is
//! listed here, that every wrong example triggers its code, and that no right example does.

mod front_matter;
mod lints;
mod messages;
mod site;
mod texts;
mod urls;

use std::fmt::Write;

/// The explanation of one code.
#[derive(Debug, Clone, Copy)]
pub struct Explained {
    pub code: &'static str,
    /// What the code means, why it matters, and what to do.
    pub words: &'static str,
    pub examples: Examples,
}

#[derive(Debug, Clone, Copy)]
pub enum Examples {
    /// Excerpts of two projects: `wrong` triggers the code, `right` does not.
    Shown { wrong: Example, right: Example },
    /// Why no files can demonstrate the code.
    None(&'static str),
}

/// An excerpt of a project. Everything else in the project is valid.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// Lines of `site.yaml`. A title and a URL are added if missing.
    pub site: &'static str,
    /// Lines of an article's front matter. A title and a date are added if missing.
    pub keys: &'static str,
    /// Body of that article.
    pub body: &'static str,
    /// Whole files, as paths and texts.
    pub files: &'static [(&'static str, &'static str)],
}

const NOTHING: Example = Example {
    site: "",
    keys: "",
    body: "",
    files: &[],
};

const fn keys(keys: &'static str) -> Example {
    Example { keys, ..NOTHING }
}

const fn body(body: &'static str) -> Example {
    Example { body, ..NOTHING }
}

const fn site(site: &'static str) -> Example {
    Example { site, ..NOTHING }
}

const fn files(files: &'static [(&'static str, &'static str)]) -> Example {
    Example { files, ..NOTHING }
}

impl Example {
    const fn on(self, site: &'static str) -> Self {
        Self { site, ..self }
    }

    const fn with(self, files: &'static [(&'static str, &'static str)]) -> Self {
        Self { files, ..self }
    }
}

const fn code(
    code: &'static str,
    words: &'static str,
    wrong: Example,
    right: Example,
) -> Explained {
    Explained {
        code,
        words,
        examples: Examples::Shown { wrong, right },
    }
}

const fn unshown(code: &'static str, words: &'static str, why: &'static str) -> Explained {
    Explained {
        code,
        words,
        examples: Examples::None(why),
    }
}

/// Returns all explanations, sorted by code.
pub fn all() -> Vec<&'static Explained> {
    let parts = [
        front_matter::CODES,
        texts::CODES,
        site::CODES,
        urls::CODES,
        messages::CODES,
        lints::CODES,
    ];
    let mut all: Vec<&Explained> = parts.into_iter().flatten().collect();
    all.sort_by_key(|e| e.code);
    all
}

/// Returns the explanation of a code, or `None` if the program has no such code.
pub fn of(code: &str) -> Option<&'static Explained> {
    all().into_iter().find(|e| e.code == code)
}

impl Explained {
    /// Returns the first sentence of the explanation, without its full stop.
    pub fn summary(&self) -> &'static str {
        let end = self.words.find(". ").unwrap_or(self.words.len());
        self.words[..end].trim_end_matches('.')
    }

    /// Formats the explanation as Markdown, without a heading.
    pub fn markdown(&self) -> String {
        let mut out = format!("{}\n", self.words);
        match self.examples {
            Examples::Shown { wrong, right } => {
                out.push_str("\nWrong:\n");
                out.push_str(&wrong.markdown());
                out.push_str("\nRight:\n");
                out.push_str(&right.markdown());
            }
            Examples::None(why) => {
                let _ = write!(out, "\n(No example: {why}.)\n");
            }
        }
        out
    }
}

impl Example {
    fn markdown(&self) -> String {
        let mut out = String::new();
        let mut part = |name: &str, language: &str, text: &str| {
            let name = match name {
                "" => String::new(),
                name => format!("\n`{name}`\n"),
            };
            let fence = if text.contains("```") { "````" } else { "```" };
            let text = text.trim_end_matches('\n');
            let _ = write!(out, "{name}\n{fence}{language}\n{text}\n{fence}\n");
        };
        if !self.site.is_empty() {
            part("site.yaml", "yaml", self.site);
        }
        if !self.keys.is_empty() {
            let name = match self.site.is_empty() && self.files.is_empty() {
                true => "",
                false => "an article",
            };
            part(name, "yaml", self.keys);
        }
        if !self.body.is_empty() {
            part("", "markdown", self.body);
        }
        for (path, text) in self.files {
            part(path, "", text);
        }
        out
    }
}

/// Formats the documentation page, `docs/diagnostics.md`.
pub fn page() -> String {
    let mut out = String::from(
        "# Diagnostics\n\n\
         Every diagnostic has a code, in brackets after its severity: `error[bad-date]`.\n\
         `dateline explain bad-date` prints the same explanation as this page. `UPDATE=1 cargo test\n\
         --test it explain` regenerates the page. An example is part of an article's front matter\n\
         unless it names a file.\n",
    );
    for explained in all() {
        let _ = write!(out, "\n## {}\n\n{}", explained.code, explained.markdown());
    }
    out
}
