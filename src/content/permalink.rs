//! Permalink patterns of articles: `/{slug}/`, `/{published:%Y}/{slug}/`.
//!
//! An address never depends on the event's date, which may become more exact later.

use std::fmt;

use chrono::NaiveDateTime;

use super::slug::{self, Slugs};

/// A validated `permalink` of `site.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permalink {
    parts: Vec<PatternPart>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum PatternPart {
    Text(String),
    Slug,
    Id,
    Kind,
    /// With a strftime format that yields only digits and separators.
    Published(String),
}

impl Default for Permalink {
    fn default() -> Self {
        Self {
            parts: vec![PatternPart::Slug, PatternPart::Text("/".to_owned())],
        }
    }
}

impl Permalink {
    /// Parses a permalink pattern.
    ///
    /// # Errors
    /// Describes what is wrong with the pattern, for the user.
    pub fn parse(pattern: &str) -> Result<Self, String> {
        let inner = pattern.trim_matches('/');
        let mut parts = Vec::new();
        let mut rest = inner;
        while let Some(open) = rest.find('{') {
            let close = rest[open..]
                .find('}')
                .map(|n| open + n)
                .ok_or("a { is never closed")?;
            text_part(&rest[..open], &mut parts)?;
            parts.push(match &rest[open + 1..close] {
                "slug" => PatternPart::Slug,
                "id" => PatternPart::Id,
                "kind" => PatternPart::Kind,
                other => match other.strip_prefix("published:") {
                    Some(format)
                        if matches!(
                            format,
                            "%Y" | "%m" | "%d" | "%Y-%m" | "%Y/%m" | "%Y-%m-%d" | "%Y/%m/%d"
                        ) =>
                    {
                        PatternPart::Published(format.to_owned())
                    }
                    _ => return Err(format!("`{{{other}}}` is not a placeholder")),
                },
            });
            rest = &rest[close + 1..];
        }
        text_part(rest, &mut parts)?;
        if !parts
            .iter()
            .any(|p| matches!(p, PatternPart::Slug | PatternPart::Id))
        {
            return Err(
                "every article would have the same address: {slug} or {id} is missing".to_owned(),
            );
        }
        parts.push(PatternPart::Text("/".to_owned()));
        Ok(Self { parts })
    }

    /// Returns the route of an article's folder, with a trailing slash; `None` if the pattern needs
    /// a publication date and it is unknown. `published` is its local day and time. An id that comes
    /// from a file name and is no valid segment of an address is made one by `slugs`.
    pub fn route(
        &self,
        own: &str,
        id: &str,
        kind: &str,
        published: Option<NaiveDateTime>,
        slugs: Slugs,
    ) -> Option<String> {
        let mut route = String::new();
        for part in &self.parts {
            match part {
                PatternPart::Text(text) => route.push_str(text),
                PatternPart::Slug => route.push_str(own),
                PatternPart::Id if slug::check(id).is_err() => route.push_str(&slugs.of(id)),
                PatternPart::Id => route.push_str(id),
                PatternPart::Kind => route.push_str(kind),
                PatternPart::Published(format) => {
                    route.push_str(&published?.format(format).to_string());
                }
            }
        }
        Some(route)
    }
}

/// Formats the pattern as an editor writes it.
impl fmt::Display for Permalink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/")?;
        self.parts.iter().try_for_each(|part| match part {
            PatternPart::Text(text) => f.write_str(text),
            PatternPart::Slug => f.write_str("{slug}"),
            PatternPart::Id => f.write_str("{id}"),
            PatternPart::Kind => f.write_str("{kind}"),
            PatternPart::Published(format) => write!(f, "{{published:{format}}}"),
        })
    }
}

fn text_part(text: &str, parts: &mut Vec<PatternPart>) -> Result<(), String> {
    if !text
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c))
        || text.contains("..")
    {
        return Err(format!(
            "`{text}` contains characters that are not allowed in an address"
        ));
    }
    if !text.is_empty() {
        parts.push(PatternPart::Text(text.to_owned()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_filled() {
        let p = Permalink::parse("/{published:%Y}/{slug}/").unwrap();
        let local = "2026-01-01T03:00:00".parse().unwrap();
        assert_eq!(
            p.route("a", "i", "news", Some(local), Slugs::Latin)
                .unwrap(),
            "2026/a/"
        );
        assert_eq!(p.route("a", "i", "news", None, Slugs::Latin), None);
        assert_eq!(p.to_string(), "/{published:%Y}/{slug}/");
        assert_eq!(
            Permalink::default()
                .route("a", "i", "news", None, Slugs::Latin)
                .unwrap(),
            "a/"
        );
    }

    #[test]
    fn a_pattern_that_can_not_work_is_refused() {
        for bad in [
            "/news/",
            "/{title}/",
            "/{slug",
            "/../{slug}/",
            "/{published:%c}/{slug}/",
            "/a b/{slug}",
        ] {
            assert!(Permalink::parse(bad).is_err(), "{bad}");
        }
    }
}
