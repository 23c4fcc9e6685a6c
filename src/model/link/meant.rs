//! What a link that leads nowhere was meant to be: an address without its scheme, a file of the
//! author's computer, a file that is elsewhere.

use super::{Resolver, left_out};
use crate::content::body::BodyLink;
use crate::content::file_types;
use crate::content::picture::MediaFiles;
use crate::diagnostic::suggest::{guess, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_FAULTS;
use crate::model::path::relative;
use crate::percent;
use crate::source::Span;

/// Signs that editors put around an address.
const QUOTES: [char; 18] = [
    '<', '>', '“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '‹', '›', '「', '」', '"', '\'', '`',
];

/// Top-level domains that an address without a scheme may end with, besides those of countries.
const DOMAINS: [&str; 22] = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "news", "blog", "site",
    "online", "app", "dev", "wiki", "museum", "africa", "asia", "travel", "xyz", "example",
];

/// Endings of files that are domains of countries too.
const ENDINGS: [&str; 12] = [
    "md", "js", "ts", "py", "rs", "sh", "pl", "ps", "cc", "ai", "tf", "gz",
];

/// Folders of which a path from the root is one of the author's computer. Such a page or file is
/// looked for on the site first.
const COMPUTER: [&str; 8] = [
    "Users/", "home/", "Volumes/", "mnt/", "media/", "private/", "tmp/", "root/",
];

/// Whether a path without its first slash is likely to be one of the author's computer.
pub fn is_of_computer(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let drive = path.split('/').next().unwrap_or("");
    let is_drive = drive.len() == 2 && drive.ends_with(':');
    let is_folder = COMPUTER.iter().any(|folder| path.starts_with(folder));
    is_drive || path.starts_with("Users/") || (is_folder && file_types::ending(name).is_some())
}

/// Says that a link names a file of the author's computer.
pub fn of_computer(link: &BodyLink) -> Diagnostic {
    let code = match link.kind.is_picture() {
        true => "missing-picture",
        false => "broken-link",
    };
    let target = &link.target;
    let name = target.rsplit(['/', '\\']).next().unwrap_or(target);
    let written = match name.is_empty() {
        true => "its name".to_owned(),
        false => format!("only its name: `{}`", percent::attribute(name)),
    };
    Diagnostic::error(
        code,
        format!("`{target}` is on your computer, where readers can't see it"),
    )
    .at(link.span, "not found")
    .hint(format!(
        "put the file next to the article, and write {written}"
    ))
}

/// The address that was meant by one with quotes around it, without its scheme or with half of it.
pub(super) fn address(target: &str) -> Option<String> {
    let inner = target.trim_matches(QUOTES).trim();
    if inner.is_empty() || inner.contains(char::is_whitespace) {
        return None;
    }
    let is_whole = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| inner.starts_with(scheme));
    if is_whole {
        return (inner.len() < target.len()).then(|| inner.to_owned());
    }
    // `https//example.org`, `https;//example.org`
    if let Some((before, rest)) = inner.split_once("//")
        && let scheme @ ("https" | "http") = before.trim_end_matches([';', ',', '.'])
        && is_host(rest)
    {
        return Some(format!("{scheme}://{rest}"));
    }
    if let Some((name, host)) = inner.split_once('@') {
        let is_name = !name.is_empty() && !name.contains('/');
        return (is_name && is_host(host) && !host.contains('/'))
            .then(|| format!("mailto:{inner}"));
    }
    is_host(inner).then(|| format!("https://{inner}"))
}

/// Whether an address without its scheme begins a text.
fn is_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or(text);
    let Some((name, last)) = host.rsplit_once('.') else {
        return false;
    };
    let lower = last.to_ascii_lowercase();
    let is_country = lower.len() == 2
        && lower.bytes().all(|b| b.is_ascii_alphabetic())
        && !ENDINGS.contains(&lower.as_str());
    let is_name = name.starts_with(char::is_alphanumeric)
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "-.".contains(c));
    is_name
        && (host.starts_with("www.") || is_country || DOMAINS.contains(&lower.as_str()))
        && !name.contains("..")
}

/// Says that an address is none, and which was meant.
pub(super) fn no_address(link: &BodyLink, meant: &str) -> Diagnostic {
    let code = match link.kind.is_picture() {
        true => "missing-picture",
        false => "broken-link",
    };
    let target = &link.target;
    let has_quotes = target.starts_with(QUOTES) || target.ends_with(QUOTES);
    let message = match has_quotes {
        true => format!("the address `{target}` has quotes around it"),
        false => format!("`{target}` has no scheme, so it is read as the name of a file"),
    };
    Diagnostic::error(code, message)
        .at(link.span, format!("did you mean `{meant}`?"))
        .hint(format!("write `{meant}`"))
}

/// The scheme that was meant by one that nobody knows: `htps` for `https`.
pub(super) fn scheme_meant(scheme: &str) -> Option<&'static str> {
    nearest(scheme, ["https", "http", "mailto"].into_iter())
}

/// Reports an address with a space in its scheme or before its slashes, which pages would write as a path.
pub fn spaced(address: &str, span: Span) -> Option<Diagnostic> {
    let meant = without_spaces(address)?;
    let found = Diagnostic::error("bad-url", format!("`{address}` is not a web address"))
        .at(span, "a space at the colon")
        .hint(format!("write `{meant}`"));
    Some(found)
}

fn without_spaces(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once(':')?;
    let dense: String = scheme.split_whitespace().collect();
    let after = match rest.trim_start() {
        slashes if slashes.starts_with("//") => slashes,
        _ => rest,
    };
    (dense != scheme || after != rest).then(|| format!("{dense}:{after}"))
}

/// The only file below `content/` of the name that a path has, as the text at `path` refers to it.
pub fn of_same_name(files: &MediaFiles, path: &str, wanted: &str) -> Option<String> {
    let name = wanted.rsplit('/').next().filter(|name| !name.is_empty())?;
    let is_named = |file: &&String| {
        let own = file.rsplit('/').next().unwrap_or(file);
        own.eq_ignore_ascii_case(name)
    };
    let mut all = files.iter().filter(is_named);
    let only = all.next()?;
    all.next().is_none().then(|| relative(path, only))
}

impl Resolver<'_> {
    pub(super) fn missing_article(
        &self,
        path: &str,
        wanted: &str,
        link: &BodyLink,
        sink: &mut Sink,
    ) {
        // A name that is right in another folder is nearer than another name.
        let elsewhere = match sink.len() < MAX_FAULTS {
            true => self.elsewhere(path, wanted, false),
            false => None,
        };
        let near = match elsewhere {
            Some(_) => None,
            None => guess(sink, wanted, self.by_path.keys().copied()),
        };
        let elsewhere = elsewhere.or_else(|| near.map(|near| relative(path, near)));
        let hint = match &elsewhere {
            Some(elsewhere) => format!("write `{}`", percent::attribute(elsewhere)),
            None => {
                "write the path relative to this file, or from `content/` with a slash in front"
                    .to_owned()
            }
        };
        let near = elsewhere;
        sink.push(
            Diagnostic::error(
                "broken-link",
                format!("there is no published article `content/{wanted}`"),
            )
            .at(
                link.span,
                near.map_or_else(
                    || "not found".to_owned(),
                    |near| format!("did you mean `{}`?", percent::attribute(&near)),
                ),
            )
            .hint(hint),
        );
    }

    pub(super) fn missing_file(&self, path: &str, wanted: &str, link: &BodyLink, sink: &mut Sink) {
        let is_picture = link.kind.is_picture();
        let near = guess(sink, wanted, self.files.iter().map(String::as_str));
        let elsewhere = match near {
            None if sink.len() < MAX_FAULTS => {
                let named = self.elsewhere(path, wanted, is_picture);
                named.or_else(|| self.by_id(path, wanted).filter(|_| !is_picture))
            }
            _ => None,
        };
        let near = near.map(|near| relative(path, near));
        let (code, what) = match is_picture {
            true => ("missing-picture", "picture"),
            false => ("broken-link", "file"),
        };
        let name = wanted.rsplit('/').next().unwrap_or(wanted);
        if self.unlisted.contains(wanted) {
            sink.push(left_out(code, wanted).at(link.span, "left out"));
            return;
        }
        let is_there = self.files.contains(wanted) || self.by_path.contains_key(wanted);
        let message = match link.target.contains('\\') && is_there {
            true => format!("`{}` is written with backslashes", link.target),
            false => format!("there is no {what} `content/{wanted}`"),
        };
        let mut hint = format!(
            "put the {what} next to the article, or link to it under `static/` as `/{name}`"
        );
        if !is_picture && (!wanted.contains('.') || wanted.ends_with('/')) {
            hint = "link to an article by its file (`other.md`), its id (`[[id]]`) or its address from the root (`/other/`)".to_owned();
        }
        if link.target.contains('\\') {
            let slashes = link.target.replace('\\', "/");
            hint = format!(
                "write slashes in an address: `{}`",
                percent::attribute(&slashes)
            );
        }
        if let Some(elsewhere) = &elsewhere
            && !is_there
        {
            hint = format!("write `{}`", percent::attribute(elsewhere));
        }
        sink.push(
            Diagnostic::error(code, message)
                .at(
                    link.span,
                    near.or(elsewhere).map_or_else(
                        || "not found".to_owned(),
                        |n| format!("did you mean `{}`?", percent::attribute(&n)),
                    ),
                )
                .hint(hint),
        );
    }

    /// The only file or page that a path means which names none: of this name, with or without its
    /// ending, in another folder.
    pub(super) fn elsewhere(&self, path: &str, wanted: &str, is_picture: bool) -> Option<String> {
        let name = wanted.rsplit('/').next().filter(|name| !name.is_empty())?;
        let is_named = |other: &str| {
            let own = other.rsplit('/').next().unwrap_or(other);
            own.eq_ignore_ascii_case(name)
                || (!is_picture && own.strip_suffix(".md").is_some_and(|own| own == name))
        };
        let files = self.files.iter().map(String::as_str);
        let pages = self.by_path.keys().copied();
        let pages = pages.filter(|_| !is_picture);
        let mut all = files.chain(pages).filter(|other| is_named(other));
        let only = all.next()?;
        all.next().is_none().then(|| relative(path, only))
    }

    /// A page by its id, for a link that names no file.
    pub(super) fn by_id(&self, path: &str, wanted: &str) -> Option<String> {
        let article = self.site.article_by_id(wanted)?;
        Some(relative(path, &self.site.article(article).path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_no_space_at_its_colon() {
        for spaced in [
            "https : //x.org",
            "ht tps://x.org",
            " https\u{a0}://x.org",
            "https: //x.org",
        ] {
            assert_eq!(without_spaces(spaced).as_deref(), Some("https://x.org"));
        }
        for fine in [" https://x.org ", "mailto: a b@x.org", "tel: +44 1", "a.md"] {
            assert_eq!(without_spaces(fine), None, "{fine}");
        }
    }

    #[test]
    fn an_address_without_its_scheme_is_told_from_a_file() {
        for (target, meant) in [
            ("www.example.org", Some("https://www.example.org")),
            ("example.org/plan", Some("https://example.org/plan")),
            ("bbc.co.uk/news?a=b", Some("https://bbc.co.uk/news?a=b")),
            ("ann@example.org", Some("mailto:ann@example.org")),
            ("“https://example.org/a”", Some("https://example.org/a")),
            ("'www.example.org'", Some("https://www.example.org")),
            ("‹https://example.org›", Some("https://example.org")),
            ("https//example.org/a", Some("https://example.org/a")),
            ("http;//example.org", Some("http://example.org")),
            ("https://example.org", None),
            ("plan.pdf", None),
            ("other.md", None),
            ("a.b/other.md", None),
            ("logo@2x.png", None),
            ("../example.org", None),
            ("pictures/a.png", None),
            ("base", None),
            ("a b.org", None),
        ] {
            assert_eq!(address(target).as_deref(), meant, "{target}");
        }
    }

    #[test]
    fn a_path_of_a_computer_is_told_from_one_of_the_site() {
        for path in [
            "Users/ann/Desktop/a.png",
            "home/ann/a.png",
            "C:/a.png",
            "Volumes/Disk/a.pdf",
            "tmp/a.jpg",
        ] {
            assert!(is_of_computer(path), "{path}");
        }
        for path in ["home/", "home/about/", "users/ann/", "media/", "a.png"] {
            assert!(!is_of_computer(path), "{path}");
        }
    }
}
