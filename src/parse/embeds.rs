//! Finds what HTML loads from other hosts, for the content security policy.

use super::html_tokens::{self, decoded};
use crate::content::body::Embed;

/// Elements that load a resource, and how.
const LOADERS: [(&str, Embed); 8] = [
    ("img", Embed::Picture),
    ("source", Embed::Picture),
    ("video", Embed::Media),
    ("audio", Embed::Media),
    ("track", Embed::Media),
    ("iframe", Embed::Frame),
    ("script", Embed::Script),
    ("link", Embed::Style),
];

/// Returns what a piece of HTML loads, with the origin of each resource, in text order. A
/// `<source>` may belong to a picture or a video, so it counts as both.
pub fn of_html(html: &str) -> Vec<(Embed, String)> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1) {
        let name_end = tag
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(name_end);
        let Some((_, how)) = LOADERS.iter().find(|(n, _)| name.eq_ignore_ascii_case(n)) else {
            continue;
        };
        for (attribute, value) in html_tokens::attributes(attributes) {
            let (attribute, value) = (attribute.to_ascii_lowercase(), decoded(value));
            let how = match attribute.as_str() {
                "poster" => Embed::Picture,
                "src" | "srcset" => *how,
                "href" if *how == Embed::Style => *how,
                _ => continue,
            };
            let addresses = match attribute.as_str() {
                "srcset" => value
                    .split(',')
                    .filter_map(|one| one.split_whitespace().next())
                    .collect(),
                _ => vec![value.trim()],
            };
            for origin in addresses.into_iter().filter_map(origin) {
                if name.eq_ignore_ascii_case("source") {
                    found.push((Embed::Media, origin.clone()));
                }
                found.push((how, origin));
            }
        }
    }
    found
}

/// Returns the origin of an address on another host: `https://example.org`. `None` for a path, and
/// for a host that can't be listed in a policy.
pub fn origin(address: &str) -> Option<String> {
    let whole = address
        .strip_prefix("//")
        .map(|rest| format!("https://{rest}"));
    let whole = whole.as_deref().unwrap_or(address);
    let (scheme, rest) = whole.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let host = rest.split(['/', '?', '#', '\\']).next()?;
    let host = host.rsplit('@').next()?.to_ascii_lowercase();
    let good = |b: u8| b.is_ascii_alphanumeric() || b".-:[]".contains(&b);
    let fine = matches!(scheme.as_str(), "http" | "https") && !host.is_empty();
    (fine && host.bytes().all(good)).then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origins_of_what_is_loaded_are_found() {
        let html = "<p>a < b <IMG alt='x>y' SRC=https://A.example/p.png><iframe src=\"//v.example:8443/e?a=1\">\
                    <a href=https://no.example/>x</a><img srcset='https://s.example/1 1x, /own 2x' src=own.png>\
                    <video poster=https://p.example/p></video><img src='data:image/png;base64,AA'>";
        let found = of_html(html);
        let found: Vec<(Embed, &str)> = found.iter().map(|(how, o)| (*how, o.as_str())).collect();
        assert_eq!(
            found,
            [
                (Embed::Picture, "https://a.example"),
                (Embed::Frame, "https://v.example:8443"),
                (Embed::Picture, "https://s.example"),
                (Embed::Picture, "https://p.example"),
            ]
        );
    }

    #[test]
    fn what_could_end_a_policy_is_no_origin() {
        for address in [
            "https://a.example;script-src/",
            "https://a b/",
            "https:///x",
            "/own.png",
            "javascript://a.example/",
            "https://é.example/",
            "https://*/x",
        ] {
            assert_eq!(origin(address), None, "{address}");
        }
        assert_eq!(
            origin("https://u:p@a.example\\@b/").as_deref(),
            Some("https://a.example")
        );
    }

    #[test]
    fn what_is_cut_short_is_read_to_its_end() {
        for html in [
            "<img",
            "<img src",
            "<img src=",
            "<img src='",
            "<img =",
            "<img = =",
            "<",
            "<img src=\"https://a.example",
        ] {
            of_html(html);
        }
    }
}
