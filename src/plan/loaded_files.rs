//! Checks the addresses in the site's own style sheet.

use super::Plan;
use crate::config::SiteConfig;
use crate::diagnostic::suggest::{did_you_mean, guess};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;

/// Reports addresses that lead to no file of the site. `sheet` is the route of the style sheet, from
/// which relative ones start.
pub fn check(
    config: &SiteConfig,
    plan: &Plan,
    sheet: &str,
    addresses: &[At<String>],
    sink: &mut Sink,
) {
    let own = config.base.trim_start_matches('/');
    for address in addresses {
        let Some(path) = path_of(&address.value, own, sheet) else {
            continue;
        };
        let inner = path.strip_prefix(own);
        if inner.is_some_and(|inner| plan.find_linked(inner).is_some()) {
            continue;
        }
        // Beside the site, where other parts of the domain are.
        let misses = inner.is_none().then(|| plan.find_linked(&path)).flatten();
        let fault = match (inner, misses) {
            (None, None) => continue,
            (None, Some(found)) => Diagnostic::error(
                "broken-link",
                format!(
                    "`/{path}` is outside of the site, which is at {}",
                    config.base
                ),
            )
            .at(address.span, "the site's path is not added here")
            .hint(format!("write `{}`", relative(&found.route, sheet))),
            (Some(inner), _) => {
                let routes = plan.pages.iter().map(|p| p.route.as_str());
                let near = guess(sink, inner, routes);
                let near = near.map(|route| relative(route, sheet));
                Diagnostic::error("broken-link", format!("the site has no file at /{inner}"))
                    .at(address.span, did_you_mean(near.as_deref(), "not found"))
                    .hint(format!(
                        "add the file as `static/{inner}`, or check the address: it starts from the root of the site"
                    ))
            }
        };
        sink.push(fault.lenient_warning());
    }
}

/// The path that an address means, from the root of the domain and without its leading slash; `None`
/// for an address of another site, or of a part of the style sheet itself.
fn path_of(address: &str, own: &str, sheet: &str) -> Option<String> {
    let address = address.trim();
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let path = &address[..end];
    let first = path.split('/').next().unwrap_or_default();
    if path.is_empty() || path.starts_with("//") || first.contains(':') {
        return None;
    }
    let whole = match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => {
            let folder = sheet.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{own}{folder}/{path}")
        }
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "." | "" => {}
            // Above the root, browsers stay at the root.
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// How a style sheet names a file of the site.
fn relative(route: &str, sheet: &str) -> String {
    let up = sheet.matches('/').count();
    format!("{}{route}", "../".repeat(up))
}
