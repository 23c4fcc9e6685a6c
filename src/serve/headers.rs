//! Response headers of a previewed site: those that its host would send, as far as they make sense
//! here and let the page listen for changes.

use std::sync::Arc;

use crate::hosting::DRAWING_POLICY;

/// Headers that the server sets itself, or that a browser would remember for `localhost`.
const NOT_HERE: [&str; 12] = [
    "cache-control",
    "clear-site-data",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cross-origin-resource-policy",
    "etag",
    "location",
    "strict-transport-security",
    "transfer-encoding",
    "vary",
];

/// Returns the headers of the site's pages as they are served here.
pub fn served(headers: Vec<(String, String)>) -> Vec<(String, String)> {
    headers
        .into_iter()
        .filter(|(name, _)| {
            let name = name.to_ascii_lowercase();
            !NOT_HERE.contains(&name.as_str()) && !name.starts_with("access-control-")
        })
        .map(|(name, value)| {
            let value = match name
                .to_ascii_lowercase()
                .starts_with("content-security-policy")
            {
                true => with_own(&value),
                false => value,
            };
            (name, value)
        })
        .collect()
}

/// Returns the headers of a drawing, whose policy is its own.
pub fn of_drawing(served: &[(String, String)]) -> Arc<Vec<(String, String)>> {
    with_policy(served, DRAWING_POLICY)
}

/// Returns the headers of a page whose policy is its own.
pub fn with_policy(served: &[(String, String)], policy: &str) -> Arc<Vec<(String, String)>> {
    const NAME: &str = "Content-Security-Policy";
    let others = served
        .iter()
        .filter(|(name, _)| !name.eq_ignore_ascii_case(NAME));
    let mut headers: Vec<_> = others.cloned().collect();
    headers.push((NAME.to_owned(), policy.to_owned()));
    Arc::new(headers)
}

/// Extends a content security policy to allow the client script, its requests and its style, all
/// from this server.
pub fn with_own(policy: &str) -> String {
    let mut directives: Vec<String> = policy
        .split(';')
        .map(|d| d.trim().to_owned())
        .filter(|d| !d.is_empty())
        .collect();
    let named = |d: &String, name: &str| {
        d.split_ascii_whitespace()
            .next()
            .is_some_and(|n| n.eq_ignore_ascii_case(name))
    };
    let default = directives.iter().find(|d| named(d, "default-src")).cloned();
    for name in ["script-src", "style-src", "connect-src"] {
        let own = directives.iter().position(|d| named(d, name));
        let Some(at) = own.or_else(|| {
            // Without a default, everything is allowed.
            let default = default.as_ref()?;
            let sources = default.split_ascii_whitespace().skip(1);
            let all: Vec<&str> = std::iter::once(name).chain(sources).collect();
            directives.push(all.join(" "));
            Some(directives.len() - 1)
        }) else {
            continue;
        };
        let directive = &mut directives[at];
        let lets_in = |s: &str| s == "*" || s.eq_ignore_ascii_case("'self'");
        if !directive.split_ascii_whitespace().any(lets_in) {
            let kept: Vec<&str> = directive
                .split_ascii_whitespace()
                .filter(|s| !s.eq_ignore_ascii_case("'none'"))
                .collect();
            *directive = format!("{} 'self'", kept.join(" "));
        }
    }
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_lets_in_what_listens_and_nothing_else() {
        let usual = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
        assert_eq!(with_own(usual), usual);
        assert_eq!(
            with_own("default-src 'none'; img-src *; Script-Src https://a.example 'none';"),
            "default-src 'none'; img-src *; Script-Src https://a.example 'self'; \
             style-src 'self'; connect-src 'self'"
        );
        assert_eq!(with_own("img-src 'self'"), "img-src 'self'");
    }

    #[test]
    fn no_header_lets_others_read_or_outlives_the_server() {
        let own = |n: &str, v: &str| (n.to_owned(), v.to_owned());
        let kept = served(vec![
            own("Access-Control-Allow-Origin", "*"),
            own("Strict-Transport-Security", "max-age=1"),
            own("X-Frame-Options", "DENY"),
            own("CROSS-ORIGIN-RESOURCE-POLICY", "cross-origin"),
        ]);
        assert_eq!(kept, [own("X-Frame-Options", "DENY")]);
    }
}
