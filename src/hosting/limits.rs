//! What the listed hosts can't take, and the files that have an effect only at the root of a domain.

use super::redirect_file::{Omitted, RedirectFile};
use super::{Loaded, folder, headers};
use crate::config::{Host, SiteConfig};
use crate::diagnostic::{Diagnostic, Sink};
use crate::plan::Plan;

// Cloudflare Pages, "Limits", "Headers" and "Redirects". Of its 100 header rules, three are used.
const LINE: usize = 2000;
const REDIRECT: usize = 1000;
const STATIC: usize = 2000;
const DYNAMIC: usize = 100;
const FILES: usize = 20_000;
// nginx reads a word of its configuration into a buffer of 4,096 bytes, and does not start with a
// longer one.
const WORD: usize = 4000;

/// Reports what the listed hosts would cut or refuse, and what they don't read where it is.
pub fn check(config: &SiteConfig, plan: &Plan, loaded: &Loaded, sink: &mut Sink) {
    let has = |host: Host| config.hosting.hosts.contains(&host);
    if has(Host::Cloudflare) || has(Host::Netlify) {
        let file = RedirectFile::of(config, plan);
        omitted(&file, sink);
        if has(Host::Cloudflare) {
            cloudflare(config, plan, loaded, &file, sink);
        }
    }
    if has(Host::Nginx) {
        long_headers(config, loaded, WORD, "nginx can't read more than", sink);
    }
    below_a_path(config, sink);
}

/// Reports headers with more than `most` bytes. `says`: what the host does with them, up to the number.
fn long_headers(config: &SiteConfig, loaded: &Loaded, most: usize, says: &str, sink: &mut Sink) {
    for (name, value) in headers(config, loaded) {
        let length = name.len() + 2 + value.len();
        if length > most {
            let message = format!("the header {name} has {length} characters; {says} {most}");
            sink.push(
                Diagnostic::warning("host-limit", message)
                    .file("site.yaml")
                    .hint("shorten it under `hosting: {headers: …}`, or load from fewer hosts"),
            );
        }
    }
}

fn omitted(file: &RedirectFile<'_>, sink: &mut Sink) {
    for (rule, why) in &file.omitted {
        let (fault, hint) = match why {
            Omitted::Unsafe => (
                "left out: on Cloudflare Pages, a crafted link could make it lead to another site",
                "repeat only what `from` ends with: `*` as `:splat`, after a slash",
            ),
            Omitted::Colon => (
                "left out: Cloudflare Pages takes a colon and a letter for a placeholder",
                "make a redirect page of it: `aliases` of an article, or a file in static/",
            ),
            Omitted::PartOfSegment => (
                "left out: on Netlify, a placeholder must be all that is between two slashes",
                "end it at a slash, as in `/old/:name/`",
            ),
        };
        let written = &rule.from.value;
        let message = format!("the redirect from `{written}` is {fault}");
        sink.push(
            Diagnostic::warning("host-limit", message)
                .at(rule.from.span, "this redirect")
                .hint(hint),
        );
    }
}

fn cloudflare(
    config: &SiteConfig,
    plan: &Plan,
    loaded: &Loaded,
    file: &RedirectFile<'_>,
    sink: &mut Sink,
) {
    long_headers(config, loaded, LINE, "Cloudflare Pages allows", sink);
    let mut said = |message: String, hint: &str| {
        sink.push(
            Diagnostic::warning("host-limit", message)
                .file("site.yaml")
                .hint(hint),
        );
    };
    let patterns = file.patterns();
    if patterns > DYNAMIC {
        said(
            format!(
                "_redirects has {patterns} lines with a * or :name; Cloudflare Pages ignores all after the first {DYNAMIC}"
            ),
            "combine them into fewer, broader redirects; one that leads to `/:splat` takes up to three lines",
        );
    }
    let plain = file.plain();
    if plain > STATIC {
        said(
            format!(
                "_redirects has {plain} lines without a * or :name; Cloudflare Pages ignores all after the first {STATIC}"
            ),
            "replace several with one that has a *; old addresses over the limit still work, as redirect pages",
        );
    }
    if let Some(long) = file
        .lines()
        .iter()
        .find(|line| line.text().len() > REDIRECT)
    {
        said(
            format!(
                "the redirect from {} has more than {REDIRECT} characters, which Cloudflare Pages does not allow",
                long.from
            ),
            "shorten it",
        );
    }
    if let Some(line) = file
        .lines()
        .iter()
        .find(|line| line.to.starts_with("http://"))
    {
        said(
            format!(
                "the redirect from {} leads to http://, which Cloudflare Pages ignores",
                line.from
            ),
            "write the address with https://",
        );
    }
    let files = plan.pages.len();
    if files > FILES {
        said(
            format!(
                "the site has {files} files; Cloudflare Pages allows {FILES} on the free plan, 100,000 on a paid one"
            ),
            "choose a paid plan, or another host",
        );
    }
}

/// Files that are read only at the root of the domain, for a site that is below a path.
fn below_a_path(config: &SiteConfig, sink: &mut Sink) {
    let Some(folder) = folder(config) else {
        return;
    };
    let hosts = &config.hosting.hosts;
    let names = [
        (Host::Netlify, "Netlify"),
        (Host::Cloudflare, "Cloudflare Pages"),
    ];
    let read: Vec<&str> = names
        .into_iter()
        .filter(|(host, _)| hosts.contains(host))
        .map(|(_, name)| name)
        .collect();
    let said = |found: Diagnostic, hint: String| found.file("site.yaml").hint(hint);
    if !read.is_empty() {
        let hosts = read.join(" and ");
        let verb = if read.len() > 1 { "read" } else { "reads" };
        let message = format!(
            "{hosts} {verb} `_headers` and `_redirects` only at the root of the domain, and this site is at /{folder}/"
        );
        sink.push(said(
            Diagnostic::warning("root-only-file", message),
            format!(
                "publish a folder that has the site in `{folder}/`, and move both files out of it, beside `{folder}/`"
            ),
        ));
    }
    if let Some((robots, line)) = robots_elsewhere(config) {
        let message =
            format!("robots.txt is read only at {robots}, and this site is at /{folder}/");
        sink.push(said(
            Diagnostic::notice("root-only-file", message),
            format!(
                "add the line `{line}` to it; if the root of the domain is not yours, set `lint: {{root-only-file: off}}`"
            ),
        ));
    }
}

/// For a site below a path: the address of the domain's `robots.txt`, and the line that belongs there.
/// `None` if the owner does not want to hear of it.
pub fn robots_elsewhere(config: &SiteConfig) -> Option<(String, String)> {
    folder(config)?;
    config.lint.of("root-only-file")?.severity()?;
    let line = format!("Sitemap: {}", config.permalink_of("sitemap.xml"));
    Some((format!("{}/robots.txt", config.origin), line))
}
