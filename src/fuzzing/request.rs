//! The server's request path: whoever asks for whatever gets a planned page, a redirect within the
//! site, or a refusal.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use axum::body::Body;
use axum::http::Request;

use super::checks::{ROOT, SITE, at, now};
use crate::digest;
use crate::percent;
use crate::plan::Plan;
use crate::serve::address::{decoded, hidden, is_own_host, is_own_origin};
use crate::serve::fuzzed::{Answer, Preview, Saved, TOKEN};
use crate::world::MemoryWorld;

/// The previews: of a whole site, of one with errors, of one that was never whole, and of one with
/// templates that fail.
struct Previews {
    list: [Preview; 4],
    /// Digests of all bodies that may be sent with status 200.
    bodies: BTreeSet<[u8; 16]>,
    /// Entity tag of an article, which no mutation finds.
    etag: String,
}

pub fn run(data: &[u8]) {
    let Some((settings, bytes)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n');
    let path = lines.next().unwrap_or_default();
    if let Some(path) = decoded(path) {
        let parts = path.split('/');
        assert!(
            parts.clone().all(|part| part != "." && part != ".."),
            "{path}"
        );
        assert!(
            !path.contains(|c: char| c == '\\' || c.is_control()),
            "{path:?}"
        );
        hidden(&path);
    }
    let mut request = Request::builder()
        .method(if settings & 1 == 0 { "GET" } else { "HEAD" })
        .uri(path);
    let (mut hosts, mut own_host) = (0, true);
    let mut header = |name: &str, value: &str| {
        if name.eq_ignore_ascii_case("host") {
            hosts += 1;
            own_host &= is_own_host(value);
            is_own_origin(&format!("http://{value}"), value);
        }
    };
    if settings & 2 == 0 {
        header("host", "localhost:4000");
        request = request.header("host", "localhost:4000");
    }
    let previews = previews();
    for line in lines.take(5) {
        let Some((name, value)) = line.split_once(": ") else {
            continue;
        };
        let value = value.replace("$E", &previews.etag);
        header(name, &value);
        request = request.header(name, value);
    }
    if settings & 16 != 0 {
        request = request.method("POST");
    }
    let Ok(request) = request.body(Body::empty()) else {
        return;
    };
    let listens = request.uri().path().contains(TOKEN);
    let answer = previews.list[usize::from(settings >> 2 & 3)].answer(request);
    if hosts != 1 || !own_host {
        assert_eq!(answer.status, 403, "{text}");
    }
    holds(&answer, &text);
    match answer.status {
        200 if listens => {}
        200 => {
            let body = answer.body.as_slice();
            let known = previews.bodies.contains(&digest::of(body));
            assert!(known, "{text}:\n{}", String::from_utf8_lossy(body));
        }
        301 => {
            let location = value(&answer, "location").unwrap_or_default();
            assert!(location.starts_with("/news/"), "{location}");
            assert!(
                !location.contains(|c: char| c.is_control() || c == '\\'),
                "{location}"
            );
        }
        304 => assert!(answer.body.is_empty()),
        400 | 403 | 404 | 405 | 500 => {}
        status => panic!("{status} for {text}"),
    }
}

fn value<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let found = answer.headers.iter().find(|(key, _)| key == name)?;
    std::str::from_utf8(&found.1).ok()
}

/// What every answer has.
fn holds(answer: &Answer, text: &str) {
    assert_eq!(
        value(answer, "x-content-type-options"),
        Some("nosniff"),
        "{text}"
    );
    assert_eq!(
        value(answer, "cross-origin-resource-policy"),
        Some("same-origin"),
        "{text}"
    );
    assert!(
        value(answer, "access-control-allow-origin").is_none(),
        "{text}"
    );
    assert!(value(answer, "cache-control").is_some(), "{text}");
}

fn previews() -> &'static Previews {
    static PREVIEWS: OnceLock<Previews> = OnceLock::new();
    PREVIEWS.get_or_init(|| {
        let list = [Site::Whole, Site::Broken, Site::Never, Site::Failing].map(new);
        let mut bodies = BTreeSet::new();
        for preview in &list {
            let own = [".dateline/live.js", ".dateline/overlay.css"].map(|own| format!("/{own}"));
            // As a page's address, as the name of its file, and as a folder.
            let names = preview.routes.iter().flat_map(|route| {
                let address = Plan::address(route);
                [route.as_str(), address, address.trim_end_matches('/')]
            });
            let names = names.map(|name| format!("/news/{}", percent::file_path(name)));
            for path in names.chain(own) {
                let request = Request::builder().uri(&path).header("host", "localhost");
                let request = request.body(Body::empty()).expect("a request");
                let answer = preview.answer(request);
                assert!(
                    [200, 301, 500].contains(&answer.status),
                    "{path}: {}",
                    answer.status
                );
                if answer.status == 200 {
                    bodies.insert(digest::of(&answer.body));
                }
            }
        }
        let request = Request::builder()
            .uri("/news/a/")
            .header("host", "localhost");
        let article = list[0].answer(request.body(Body::empty()).expect("a request"));
        let etag = value(&article, "etag").unwrap_or_default().to_owned();
        Previews { list, bodies, etag }
    })
}

#[derive(Clone, Copy, PartialEq)]
enum Site {
    Whole,
    Broken,
    Never,
    Failing,
}

fn new(site: Site) -> Preview {
    let world = MemoryWorld::new(now());
    let settings = format!("{SITE}features: {{embeds: true}}\n");
    for (name, text) in [
        ("site.yaml", settings.as_str()),
        (
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-03-01\ntags: [Floods]\n---\nText.\n",
        ),
        (
            "content/b c.md",
            "---\ntitle: B\ndate: 2024\naliases: [/old/]\n---\nText.\n",
        ),
        (
            "content/é.md",
            "---\ntitle: É\ndate: 2024-02\nslug: été\n---\nText.\n",
        ),
        // Left out, as the index of a folder.
        ("content/notes/index.md", "---\ntitle: Notes\n---\nText.\n"),
        ("content/pages/about.md", "---\ntitle: About\n---\nText.\n"),
        ("static/plain file.txt", "Plain.\n"),
        ("static/100%.txt", "All.\n"),
        (".env", "SECRET=1\n"),
    ] {
        world.set(at(name), text);
    }
    let world: &MemoryWorld = Box::leak(Box::new(world));
    let fails = "{{ nothing.there }}";
    match site {
        Site::Never => world.set(at("site.yaml"), "title: A\nurl: [\n"),
        // Never rendered.
        Site::Failing => world.set(at("templates/period.html"), fails),
        Site::Whole | Site::Broken => {}
    }
    let errors = || {
        world.set(
            at("content/a.md"),
            "---\ntitle: Rivers: rise\ndate: soon\n---\nText.\n",
        );
        world.set(at("content/new.md"), "---\ntitle: [\n---\n");
    };
    // Rendered before.
    let change = || world.set(at("templates/standing.html"), fails);
    let saved = match site {
        Site::Whole | Site::Never => Saved::Nothing,
        Site::Broken => Saved::Errors(&errors),
        Site::Failing => Saved::Change(&change),
    };
    Preview::new(world, Path::new(ROOT), saved)
}
