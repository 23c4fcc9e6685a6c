//! Addresses and paths as editors write them in texts and front matter.

use crate::diagnostic::visible::is_invisible;
use crate::percent;

/// The scheme of an address, in lower case; None for a path. Whitespace and invisible
/// characters within it are ignored: browsers ignore some, and pages lose the others.
pub(super) fn scheme(target: &str) -> Option<String> {
    let (before, _) = target.split_once(':')?;
    let scheme: String = before
        .chars()
        .filter(|c| !c.is_whitespace() && !is_invisible(*c))
        .collect();
    let good = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    good.then(|| scheme.to_ascii_lowercase())
}

/// Resolves the percent-encoded `file`, as the file at `path` refers to it, to a path below
/// `content/`. An initial slash stands for `content/`. None for a path outside of it.
pub(super) fn join(path: &str, file: &str) -> Option<String> {
    let decoded = percent::decode(file)?;
    let mut parts: Vec<&str> = if decoded.starts_with('/') {
        Vec::new()
    } else {
        path.split('/').collect()
    };
    parts.pop();
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The path of the file `to`, as the file at `path` refers to it. Both are below `content/`.
pub(super) fn relative(path: &str, to: &str) -> String {
    let mut from: Vec<&str> = path.split('/').collect();
    from.pop();
    let to: Vec<&str> = to.split('/').collect();
    let folders = to.len() - 1;
    let common = from.iter().zip(&to[..folders]).take_while(|(a, b)| a == b);
    let common = common.count();
    let up = std::iter::repeat_n("..", from.len() - common);
    up.chain(to[common..].iter().copied())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_seen_from_the_file_that_names_it() {
        assert_eq!(join("2025/a.md", "../2024/b.md").unwrap(), "2024/b.md");
        assert_eq!(join("2025/a.md", "/2024/b.md").unwrap(), "2024/b.md");
        assert_eq!(
            join("2025/a.md", "./my%20pic.png").unwrap(),
            "2025/my pic.png"
        );
        assert_eq!(join("a.md", "../../etc/passwd"), None);
        assert_eq!(join("a.md", "%2e%2e/x"), None);
    }

    #[test]
    fn a_relative_path_leads_back() {
        for (from, to, path) in [
            ("a.md", "b.png", "b.png"),
            ("x/a.md", "x/b.png", "b.png"),
            ("x/a.md", "b.png", "../b.png"),
            ("x/y/a.md", "x/z/b.png", "../z/b.png"),
            ("a.md", "x/b.png", "x/b.png"),
        ] {
            assert_eq!(relative(from, to), path);
            assert_eq!(join(from, path).unwrap(), to);
        }
    }

    #[test]
    fn a_scheme_is_seen_through_its_disguises() {
        assert_eq!(
            scheme("JaVa\tScript:alert(1)").as_deref(),
            Some("javascript")
        );
        assert_eq!(scheme("https://x.org").as_deref(), Some("https"));
        assert_eq!(scheme("a/b:c"), None);
        assert_eq!(scheme("../x.md"), None);
    }
}
