//! Names that are called otherwise now: whether the old ones still work.

use std::collections::BTreeSet;

use clap::error::ErrorKind;
use dateline::diagnostic::{Diagnostic, Severity, explain};

use super::names::{self, Site, said_of_site_yaml};
use crate::config::every_key;
use crate::site_test::{SITE, SiteTest};

/// The rows of `renamed.txt`.
#[derive(Default)]
pub struct Renamed {
    rows: Vec<Row>,
}

struct Row {
    kind: String,
    old: String,
    new: String,
}

impl Renamed {
    pub fn read() -> Self {
        let path = super::folder().join("renamed.txt");
        Self::parse(&std::fs::read_to_string(path).expect("tests/upgrade/renamed.txt"))
    }

    pub fn parse(text: &str) -> Self {
        let rows = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        let row = |line: &str| {
            let (kind, names) = line.split_once(": ")?;
            let (old, new) = names.split_once(" → ")?;
            Some(Row {
                kind: kind.to_owned(),
                old: old.to_owned(),
                new: new.to_owned(),
            })
        };
        let rows = rows.map(|line| row(line).unwrap_or_else(|| panic!("no row: {line}")));
        Self {
            rows: rows.collect(),
        }
    }

    /// Rows whose kind or new name does not exist.
    pub fn faults(&self, site: &Site) -> Vec<String> {
        let fault = |row: &Row| {
            let of = names::ALL.iter().find(|(kind, _)| *kind == row.kind);
            let Some((_, names)) = of else {
                return Some(format!("renamed.txt: `{}` is no kind of name", row.kind));
            };
            let names = names(site);
            let view = format!("{}.", row.new);
            let there = names.contains(&row.new) || names.iter().any(|n| n.starts_with(&view));
            (!there).then(|| format!("renamed.txt: there is no `{}`", row.new))
        };
        self.rows.iter().filter_map(fault).collect()
    }

    /// Whether a name that is lost still works, under a new one.
    ///
    /// # Errors
    /// Says why it does not.
    pub fn answers(
        &self,
        kind: &str,
        old: &str,
        now: &BTreeSet<String>,
        site: &Site,
    ) -> Result<(), String> {
        if kind == "anchors" {
            return self.anchor(old, now, site);
        }
        let of = |row: &&Row| row.kind == kind;
        if kind == "template-fields" {
            let moved = self.rows.iter().filter(of).any(|row| {
                let rest = old.strip_prefix(&row.old);
                rest.is_some_and(|rest| {
                    rest.starts_with('.') && now.contains(&format!("{}{rest}", row.new))
                })
            });
            return moved.then_some(()).ok_or_else(|| STAYS.to_owned());
        }
        let row = self.rows.iter().filter(of).find(|row| row.old == old);
        let Some(row) = row else {
            return Err("no row of renamed.txt says what it is called now".to_owned());
        };
        match kind {
            "addresses" => address(row, site),
            "command-line" => flag(row, &dateline::cli::command()),
            "site-yaml" => site_key(row),
            "front-matter" => front_matter_key(row, &site.said()),
            "messages" => message(row),
            "codes" => code(row),
            _ => Err(STAYS.to_owned()),
        }
    }

    /// An anchor of an address that redirects is one of the page that it leads to.
    fn anchor(&self, old: &str, now: &BTreeSet<String>, site: &Site) -> Result<(), String> {
        let (address, id) = old.split_once('#').unwrap_or((old, ""));
        let Some(to) = site.redirect(address) else {
            return Err("its page has it no more".to_owned());
        };
        let there = now.contains(&format!("{to}#{id}"));
        there
            .then_some(())
            .ok_or_else(|| format!("{to}, where it leads now, has it not"))
    }
}

const STAYS: &str = "a name of this kind has to stay, beside a new one";

fn address(row: &Row, site: &Site) -> Result<(), String> {
    match site.redirect(&row.old) {
        Some(to) if to == row.new => Ok(()),
        Some(to) => Err(format!("it leads to {to}")),
        None => Err("no redirect is there".to_owned()),
    }
}

/// `dateline check --old`: what the command line understands.
fn flag(row: &Row, command: &clap::Command) -> Result<(), String> {
    let mut words: Vec<String> = row.old.split_whitespace().map(str::to_owned).collect();
    let last = words.last().cloned().unwrap_or_default();
    if !last.starts_with('-') {
        // A verb that exists prints its help.
        words.push("--help".to_owned());
    }
    let refused = |words: &[String]| match command.clone().try_get_matches_from(words) {
        Ok(_) => None,
        Err(error) => match error.kind() {
            ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand | ErrorKind::InvalidValue => {
                Some(error.to_string())
            }
            // Another argument is missing, perhaps.
            _ => None,
        },
    };
    match refused(&words) {
        None => Ok(()),
        Some(why) => Err(why.lines().next().unwrap_or_default().to_owned()),
    }
}

/// Whether one of these is a warning that names the new key, and none an error.
fn warned(said: &[Diagnostic], old: &str, new: &str) -> Result<(), String> {
    let text = |d: &Diagnostic| format!("{} {} {:?}", d.message, d.label, d.hint);
    let about: Vec<&Diagnostic> = said.iter().filter(|d| text(d).contains(old)).collect();
    if let Some(error) = about.iter().find(|d| d.severity == Severity::Error) {
        return Err(format!("it is refused: {}", error.message));
    }
    let warned = about.iter().any(|d| {
        d.severity == Severity::Warning && d.code != "unknown-key" && text(d).contains(new)
    });
    warned
        .then_some(())
        .ok_or_else(|| format!("no warning says that it is `{new}` now"))
}

/// The tree of `init --full`, with the old key in the place of the new one.
fn site_key(row: &Row) -> Result<(), String> {
    let last = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
    let (old, new) = (last(&row.old), last(&row.new));
    let text = every_key().replace(&format!("{new}:"), &format!("{old}:"));
    warned(&said_of_site_yaml(&text), &old, &new)
}

/// The site itself still writes the old key.
fn front_matter_key(row: &Row, said: &[Diagnostic]) -> Result<(), String> {
    let last = |name: &str| name.rsplit(['.', ' ']).next().unwrap_or(name).to_owned();
    warned(said, &last(&row.old), &last(&row.new))
}

/// A site words the old message.
fn message(row: &Row) -> Result<(), String> {
    let built = SiteTest::new()
        .site(SITE)
        .article("a.md", "---\ntitle: A\ndate: 2025-12-09\n---\nText.\n")
        .file("templates/words/en.ftl", &format!("{} = Qwertz\n", row.old))
        .build();
    let heard = built.pages().any(|(_, page)| page.contains("Qwertz"));
    let told = built.found.list.iter().any(|d| {
        let hint = d.hint.as_deref().unwrap_or_default();
        d.severity == Severity::Warning && (d.message.contains(&row.new) || hint.contains(&row.new))
    });
    (heard || told)
        .then_some(())
        .ok_or_else(|| "a site that words it is neither heard nor told".to_owned())
}

fn code(row: &Row) -> Result<(), String> {
    if let Some(old) = row.old.strip_prefix("lint ") {
        let lint = format!("title: T\nurl: https://example.org/\nlint: {{{old}: off}}\n");
        let said = said_of_site_yaml(&lint);
        let refused = said.iter().find(|d| d.severity == Severity::Error);
        return match refused {
            Some(error) => Err(error.message.clone()),
            None => Ok(()),
        };
    }
    match explain::of(&row.old) {
        Some(explained) if explained.words.contains(&row.new) => Ok(()),
        Some(_) => Err(format!("`explain {}` does not name `{}`", row.old, row.new)),
        None => Err(format!("`explain {}` knows nothing of it", row.old)),
    }
}

#[test]
fn a_row_counts_only_if_the_old_name_works() {
    let site = Site::load();
    for (kind, old, new) in [
        ("addresses", "/news/before/", "/news/plan/"),
        (
            "command-line",
            "dateline check --severe",
            "dateline check --strict",
        ),
        ("command-line", "dateline verify", "dateline check"),
        ("site-yaml", "caption", "title"),
        ("front-matter", "headline", "title"),
        ("messages", "jump-over", "skip"),
        ("codes", "date-bad", "bad-date"),
        ("codes", "lint no-source", "lint missing-source"),
        ("theme", "block inside", "block main"),
        ("css-properties", "--colour", "--accent"),
        ("json", "list.name", "list.title"),
        ("template-fields", "Head.name", "Head.title"),
    ] {
        let renamed = Renamed::parse(&format!("{kind}: {old} → {new}"));
        let now = BTreeSet::from([new.to_owned()]);
        let answer = renamed.answers(kind, old, &now, &site);
        let why = answer.expect_err(old);
        assert!(!why.contains("no row"), "{kind} {old}: {why}");
    }
}

#[test]
fn a_row_counts_if_the_old_name_works() {
    let site = Site::load();
    for (kind, old, new) in [
        (
            "addresses",
            "/news/2023/06/toll.html",
            "/news/bridge-without-toll/",
        ),
        (
            "addresses",
            "/news/organisations/port-authority/",
            "/news/organisations/harbour-authority/",
        ),
        ("messages", "skip", "skip"),
        ("template-fields", "Head.title", "Chrome.title"),
        ("codes", "lint missing-source", "lint single-source"),
    ] {
        let row = match kind {
            "template-fields" => "template-fields: Head → Chrome".to_owned(),
            _ => format!("{kind}: {old} → {new}"),
        };
        let now = BTreeSet::from([new.to_owned()]);
        let answer = Renamed::parse(&row).answers(kind, old, &now, &site);
        assert_eq!(answer, Ok(()), "{kind}: {old}");
    }
    let elsewhere = Renamed::parse("addresses: /news/2023/06/toll.html → /news/works/");
    let now = BTreeSet::new();
    assert!(
        elsewhere
            .answers("addresses", "/news/2023/06/toll.html", &now, &site)
            .is_err()
    );
}

#[test]
fn a_flag_with_an_alias_works_and_its_alias_is_no_name_of_its_own() {
    use clap::{Arg, ArgAction, Command};
    let strict = Arg::new("strict")
        .long("strict")
        .alias("severe")
        .action(ArgAction::SetTrue);
    let check = Command::new("check").alias("verify").arg(strict);
    let command = Command::new("dateline").subcommand(check);
    let names = names::command_line(&command);
    assert!(names.contains("dateline check --strict"), "{names:?}");
    assert!(!names.contains("dateline check --severe"), "{names:?}");
    for (old, works) in [
        ("dateline check --severe", true),
        ("dateline verify", true),
        ("dateline check --sever", false),
        ("dateline prove", false),
    ] {
        let row = Row {
            kind: "command-line".to_owned(),
            old: old.to_owned(),
            new: String::new(),
        };
        assert_eq!(flag(&row, &command).is_ok(), works, "{old}");
    }
}

#[test]
fn an_old_key_works_if_a_warning_names_the_new_one() {
    let said = |severity, code, message: &str, hint: &str| {
        [Diagnostic::new(severity, code, message).hint(hint)]
    };
    let told = said(
        Severity::Warning,
        "old-key",
        "`colour` is an old name",
        "write `accent`",
    );
    assert_eq!(warned(&told, "colour", "accent"), Ok(()));
    for wrong in [
        said(
            Severity::Error,
            "old-key",
            "`colour` is an old name",
            "write `accent`",
        ),
        said(
            Severity::Warning,
            "unknown-key",
            "`colour` is not a key",
            "write `accent`",
        ),
        said(
            Severity::Warning,
            "old-key",
            "`colour` is an old name",
            "remove it",
        ),
        said(
            Severity::Notice,
            "old-key",
            "`colour` is an old name",
            "write `accent`",
        ),
    ] {
        assert!(warned(&wrong, "colour", "accent").is_err(), "{wrong:?}");
    }
}
