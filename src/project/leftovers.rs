//! Files that synchronising programs and editors leave beside the ones that they save: conflicted
//! copies, backups, swap files. Publishing one would publish an article twice.

use crate::content::article::stem;

/// Words that a synchronising program puts in brackets after the name of a conflicted copy, in
/// lower case: Dropbox, Nextcloud and ownCloud, in the languages of their programs, and Seafile.
const CONFLICTS: [&str; 16] = [
    "conflicted copy",
    "case conflict",
    "unicode encoding conflict",
    "selective sync conflict",
    "whitespace conflict",
    "sfconflict",
    "in konflikt stehende kopie",
    "copie en conflit",
    "copia en conflicto",
    "copia in conflitto",
    "cópia em conflito",
    "conflicterende kopie",
    "salinan konflik",
    "konfliktkopia",
    "の競合コピー",
    "的冲突副本",
];

/// Endings of backups and swap files, in lower case.
const BACKUPS: [&str; 11] = [
    "~", ".bak", ".backup", ".orig", ".rej", ".save", ".swn", ".swo", ".swp", ".tmp", ".temp",
];

/// What `git mergetool` puts before a number at the end of a name.
const MERGES: [&str; 4] = ["_BACKUP_", "_BASE_", "_LOCAL_", "_REMOTE_"];

/// Returns what a path shows its file to be, if another program has left it behind. `has` tells
/// whether a file exists at a path.
pub(super) fn what(path: &str, has: impl Fn(&str) -> bool) -> Option<&'static str> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    // Most names have nothing of the sort.
    if !path.contains(['(', '[', '~', '#']) && !may_be_left(name) {
        return None;
    }
    let lower = path.to_lowercase();
    let is_conflict = lower.contains(['(', '['])
        && (CONFLICTS.iter().any(|words| in_brackets(&lower, words))
            || lower.contains("[conflict]"));
    if is_conflict || lower.contains(".sync-conflict-") || of_a_moment(name) {
        return Some("a conflicted copy that a synchronising program has left");
    }
    if of_another_computer(folder, name, &has) {
        return Some("a conflicted copy that OneDrive has named after a computer");
    }
    if of_a_merge(folder, name, &has) {
        return Some("one side of a merge that git has left");
    }
    let name = name.to_lowercase();
    let own = stem(&name);
    let backup = |name: &str| BACKUPS.iter().any(|ending| name.ends_with(ending));
    let is_backup = backup(&name)
        || (own != name && backup(own))
        || name.starts_with("~$")
        || name.starts_with("~syncthing~")
        || (name.len() > 2 && name.starts_with('#') && name.ends_with('#'));
    is_backup.then_some("a backup or an unsaved copy that an editor has left")
}

/// Whether a name may be one that a program has given, although it has no unusual character.
fn may_be_left(name: &str) -> bool {
    let (own, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    !matches!(ending, "md" | "markdown" | "html" | "css" | "png" | "jpg")
        || own.contains(['.', '_'])
        || own.contains("-DESKTOP-")
        || own.contains("-LAPTOP-")
}

/// Whether brackets contain the words.
fn in_brackets(lower: &str, words: &str) -> bool {
    let Some(at) = lower.find(words) else {
        return false;
    };
    let opened = lower[..at]
        .rfind('(')
        .filter(|open| !lower[*open..at].contains(')'));
    opened.is_some() && lower[at..].contains(')')
}

/// Whether ownCloud has named the file after a moment: `a_conflict-20260202-101010.md`.
fn of_a_moment(name: &str) -> bool {
    let (own, _) = name.rsplit_once('.').unwrap_or((name, ""));
    let moment = own.rsplit_once("_conflict-");
    let parts = moment.and_then(|(_, moment)| moment.split_once('-'));
    parts.is_some_and(|(day, time)| {
        day.len() == 8 && time.len() == 6 && is_number(day) && is_number(time)
    })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Returns the path of a file in a folder: its name and its ending.
fn path_of(folder: &str, own: &str, ending: &str) -> String {
    let slash = if folder.is_empty() { "" } else { "/" };
    let dot = if ending.is_empty() { "" } else { "." };
    format!("{folder}{slash}{own}{dot}{ending}")
}

/// Whether `git mergetool` has named the file (`a_BASE_51.md`), and the file that it merges is there
/// too.
fn of_a_merge(folder: &str, name: &str, has: impl Fn(&str) -> bool) -> bool {
    let (own, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut found = MERGES.iter().filter_map(|words| own.rsplit_once(words));
    found.any(|(own, number)| is_number(number) && has(&path_of(folder, own, ending)))
}

/// Whether `OneDrive` has named the file after a computer (`a-DESKTOP-4K2L9QX.md`), and the file
/// itself is there too.
fn of_another_computer(folder: &str, name: &str, has: impl Fn(&str) -> bool) -> bool {
    let (own, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let computers = ["-DESKTOP-", "-LAPTOP-"].iter();
    let mut found = computers.filter_map(|word| own.rsplit_once(word));
    found.any(|(own, computer)| {
        let is_name = (6..=8).contains(&computer.len())
            && computer
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        is_name && has(&path_of(folder, own, ending))
    })
}

/// Returns the path of the file whose copy a path seems to name, as Finder, iCloud, Google Drive
/// and browsers number and call them: `a 2.md`, `a (1).md`, `a copy.md`. Only their texts tell
/// whether it is a copy.
pub(super) fn original(path: &str) -> Option<String> {
    let (own, ending) = path.rsplit_once('.')?;
    let (first, last) = own.rsplit_once(' ')?;
    let inner = last.strip_prefix('(').and_then(|l| l.strip_suffix(')'));
    let number = inner.unwrap_or(last);
    let small = matches!(number.parse::<u8>(), Ok(1..=20)) && !number.starts_with('0');
    let first = match last {
        "copy" | "Copy" | "Kopie" | "copie" | "copia" => first.trim_end_matches(" -"),
        _ if small => first.strip_suffix(" copy").unwrap_or(first),
        _ => return None,
    };
    Some(format!("{first}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(path: &str) -> bool {
        what(path, |path| path == "a.md" || path == "x/a.md").is_some()
    }

    #[test]
    fn what_programs_leave_is_told_from_what_editors_write() {
        for path in [
            "a (conflicted copy 2026-02-02).md",
            "a (Ann's conflicted copy 2026-02-02).md",
            "a (conflicted copy 2026-02-02 101010).md",
            "x (In Konflikt stehende Kopie von Ann 2026-02-02)/b.md",
            "a (SFConflict ann@x.org 2026-02-02-10-10-10).md",
            "a.sync-conflict-20260202-101010-ABC.md",
            "2026/a.sync-conflict-20260202-101010-ABCDEFG.png",
            "a_conflict-20260202-101010.md",
            "a[Conflict].md",
            "a-DESKTOP-4K2L9QX.md",
            "x/a-LAPTOP-9F3B2KD1.md",
            "a.md~",
            "a~",
            "#a.md#",
            "a.md.swp",
            "a.md.orig",
            "a.bak.md",
            "a.md.BAK",
            "~$a.docx",
            "a_REMOTE_1234.md",
            "x/a_BASE_51.md",
            "x/map_conflict-20260202-101010.png",
        ] {
            assert!(left(path), "{path}");
        }
        for path in [
            "a.md",
            "part 2.md",
            "b-DESKTOP-4K2L9QX.md",
            "conflicted copy of the treaty.md",
            "the conflict (2026).md",
            "a_base_of_power.md",
            "MILITARY_BASE_51.md",
            "x/b_LOCAL_7.md",
            "israel-gaza_conflict-2023.md",
            "israel-gaza_conflict-20231007.md",
            "israel-gaza_conflict-20231007-summary.md",
            "number #1.md",
            "bakery.md",
            "c~d.md",
            "a.b.md",
            "origin.md",
        ] {
            assert!(!left(path), "{path}");
        }
    }

    #[test]
    fn a_copy_names_its_original() {
        for (path, of) in [
            ("x/a 2.md", Some("x/a.md")),
            ("a (1).md", Some("a.md")),
            ("a copy.md", Some("a.md")),
            ("a copy 3.md", Some("a.md")),
            ("a - Copy.md", Some("a.md")),
            ("plan 2026.md", None),
            ("part-2.md", None),
            ("a 02.md", None),
        ] {
            assert_eq!(original(path).as_deref(), of, "{path}");
        }
    }
}
