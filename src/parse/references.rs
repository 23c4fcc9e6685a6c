//! Addresses as other generators write them: `{{ site.baseurl }}`, `{{ "/a/" | relative_url }}`,
//! `{% post_url 2024-01-01-a %}`, `{% link a.md %}`, `{{< ref "a.md" >}}`.
//!
//! Each is understood only where an address begins: in a link, a picture or an attribute.

use super::liquid::{LiquidTag, tag};
use crate::content::body::REFERENCE;

/// Returns the address that a shortcode stands for; `None` if that is not known. `after` is the text
/// that follows it.
pub(super) fn address(shortcode: &str, after: &str) -> Option<String> {
    if let Some(tag) = tag(shortcode, 0) {
        return of_tag(&tag);
    }
    let inner = shortcode.strip_prefix("{{")?.strip_suffix("}}")?;
    let mut parts = split_at_pipes(inner.trim_matches(['-', ' ', '\t']));
    let head = parts.next()?.trim();
    let (mut address, mut is_base) = match literal(head) {
        Some(text) => (text.to_owned(), false),
        None => (is_root(head).then(String::new)?, true),
    };
    for filter in parts {
        let (name, argument) = match filter.split_once(':') {
            Some((name, argument)) => (name.trim(), argument.trim()),
            None => (filter.trim(), ""),
        };
        match name {
            "relative_url" | "absolute_url" if !is_whole(&address) => {
                address = format!("/{}", address.trim_start_matches('/'));
            }
            "url" | "uri_escape" | "absolute_url" | "relative_url" | "relURL" | "absURL"
            | "relLangURL" | "absLangURL" | "htmlBaseUrl" | "strip" | "escape" | "safe" => {}
            "prepend" if is_root(argument) => {}
            "prepend" => address.insert_str(0, literal(argument)?),
            "append" => {
                address.push_str(literal(argument)?);
                is_base = false;
            }
            _ => return None,
        }
    }
    // The root of a site ends with a slash here, and without one there.
    if is_base && !after.starts_with(['/', '{']) {
        address.push('/');
    }
    Some(address)
}

/// Returns whether an address begins at the end of a text: of a link, a definition or an attribute.
pub(super) fn begins_address(before: &str) -> bool {
    let bare = before.trim_end_matches([' ', '\t']);
    let link = bare
        .strip_suffix('<')
        .unwrap_or(bare)
        .trim_end_matches([' ', '\t']);
    if link.ends_with("](") {
        return true;
    }
    if link.ends_with("]:") {
        // A label has at most 999 characters (CommonMark 0.31, 6.3), of up to four bytes.
        let near = &link[link.ceil_char_boundary(link.len().saturating_sub(4 * 1000))..];
        let line = match near.rsplit_once('\n') {
            Some((_, line)) => line,
            None if near.len() == link.len() => near,
            None => return false,
        };
        return line.trim_start().starts_with('[');
    }
    let value = before.strip_suffix(['"', '\'']).unwrap_or(before);
    let Some(name) = value.trim_end().strip_suffix('=') else {
        return false;
    };
    let names = ["href", "src", "srcset", "poster", "cite", "data"];
    let ends = |attribute: &&str| {
        let at = name.len().checked_sub(attribute.len());
        let word = at.and_then(|at| Some((at, name.get(at..)?)));
        word.is_some_and(|(at, word)| {
            word.eq_ignore_ascii_case(attribute) && name[..at].ends_with(char::is_whitespace)
        })
    };
    names.iter().any(ends)
}

fn of_tag(tag: &LiquidTag<'_>) -> Option<String> {
    let written = match (tag.name, tag.is_hugo) {
        ("ref" | "relref", true) => argument(tag.rest),
        ("post_url" | "link" | "post_path", false) => Some(tag.rest),
        ("asset_path", false) => return Some(encoded(tag.rest)),
        _ => None,
    }?;
    let written = literal(written).unwrap_or(written).trim();
    let (file, anchor) = match written.split_once('#') {
        Some((file, anchor)) => (file, Some(anchor)),
        None => (written, None),
    };
    let mut address = String::new();
    if !file.is_empty() {
        address = format!("{REFERENCE}{}", encoded(file));
    }
    if let Some(anchor) = anchor {
        address.push('#');
        address.push_str(anchor);
    }
    (!address.is_empty()).then_some(address)
}

/// The first argument of a shortcode, or that named `path` or `page`.
fn argument(rest: &str) -> Option<&str> {
    let named = ["path=", "page="].iter().find_map(|name| {
        let at = rest.find(name)?;
        Some(&rest[at + name.len()..])
    });
    let value = named.unwrap_or(rest);
    match value.chars().next()? {
        quote @ ('"' | '\'' | '`') => value[1..].split_once(quote).map(|(value, _)| value),
        _ => value.split_whitespace().next(),
    }
}

/// Writes a path as part of an address of Markdown and HTML.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            c => out.push(c),
        }
    }
    out
}

fn is_whole(address: &str) -> bool {
    address.contains("://") || address.starts_with('#')
}

/// The root of a site, by the names that generators give it.
fn is_root(name: &str) -> bool {
    let name = name.trim_matches(['.', ' ']).to_ascii_lowercase();
    let names = [
        "site.baseurl",
        "site.base_url",
        "site.url",
        "site.github.url",
        "site.root",
        "baseurl",
        "base_url",
        "base_path",
        "root_url",
        "site_url",
        "siteurl",
        "config.base_url",
        "config.url",
    ];
    names.contains(&name.as_str())
}

/// The text in quotes.
fn literal(word: &str) -> Option<&str> {
    let quote = word
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let inner = word[1..].strip_suffix(quote)?;
    (!inner.contains(quote)).then_some(inner)
}

/// The parts of an expression between pipes outside quotes.
fn split_at_pipes(text: &str) -> impl Iterator<Item = &str> {
    let mut quote = None;
    text.split(move |c: char| {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
        c == '|' && quote.is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_each_generator_are_understood() {
        for (shortcode, after, expected) in [
            ("{{ site.baseurl }}", "/a/)", "".to_owned()),
            ("{{site.url}}", "{{ site.baseurl }}/a", "".to_owned()),
            ("{{ site.baseurl }}", ")", "/".to_owned()),
            ("{{ \"/a/\" | relative_url }}", "", "/a/".to_owned()),
            ("{{ 'a.jpg' | absolute_url }}", "", "/a.jpg".to_owned()),
            (
                "{{ \"/a\" | prepend: site.baseurl | prepend: site.url }}",
                "",
                "/a".to_owned(),
            ),
            ("{{ site.baseurl | append: '/b/' }}", "", "/b/".to_owned()),
            ("{{ '/a/' | url }}", "", "/a/".to_owned()),
            ("{{- \"/a\" | absolute_url -}}", "", "/a".to_owned()),
            (
                "{% post_url 2024-01-01-old %}",
                "",
                format!("{REFERENCE}2024-01-01-old"),
            ),
            (
                "{% link _posts/2024-01-01-a b.md %}",
                "",
                format!("{REFERENCE}_posts/2024-01-01-a%20b.md"),
            ),
            (
                "{{< ref \"t1.md#part\" >}}",
                "",
                format!("{REFERENCE}t1.md#part"),
            ),
            ("{{% relref `/p/t1` %}}", "", format!("{REFERENCE}/p/t1")),
            (
                "{{< relref path=\"t1\" lang=\"en\" >}}",
                "",
                format!("{REFERENCE}t1"),
            ),
            ("{{< ref \"#part\" >}}", "", "#part".to_owned()),
            ("{% asset_path a b.jpg %}", "", "a%20b.jpg".to_owned()),
        ] {
            assert_eq!(address(shortcode, after), Some(expected), "{shortcode}");
        }
        for other in [
            "{{ page.url }}",
            "{{ \"/a\" | md5 }}",
            "{{ site.title }}",
            "{% include a.html %}",
            "{{< figure src=\"a.png\" >}}",
        ] {
            assert_eq!(address(other, ""), None, "{other}");
        }
    }

    #[test]
    fn an_address_begins_in_a_link_or_an_attribute() {
        for before in [
            "[a](",
            "![a](<",
            "[a]: ",
            "x\n[a]: <",
            "<a class=\"b\" href=\"",
            "<img src=",
            "<video poster='",
        ] {
            assert!(begins_address(before), "{before}");
        }
        for before in ["see ", "(", "a = \"", "title=\"", "note]: ", "datasrc=\""] {
            assert!(!begins_address(before), "{before}");
        }
    }
}
