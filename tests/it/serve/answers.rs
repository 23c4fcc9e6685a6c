//! Every line under "Dev server" of the list of hostile inputs.

use std::net::{TcpListener, TcpStream};

use super::served::{serve, serve_with};
use super::{equals_a_build, project};
use crate::project::Project;

#[test]
fn what_is_served_is_what_a_build_writes() {
    let project = project();
    let before = project.files();
    let served = serve(&project, "");
    equals_a_build(&project, &served, "--drafts --future");
    assert_eq!(project.files(), before, "serving writes nothing");
}

#[test]
fn no_address_of_a_site_is_taken_by_the_server() {
    let project = project();
    for slug in ["_dateline", "dateline", "news"] {
        let head = format!("---\ntitle: Ely floods again\nslug: {slug}\ndate: 2025\n---\n");
        project.write(&format!("content/{slug}.md"), &head);
    }
    let served = serve(&project, "");
    for slug in ["_dateline", "dateline", "news"] {
        let page = served.get(&format!("/{slug}/"));
        assert_eq!(page.status, 200, "{slug}");
        assert!(page.text().contains("Ely floods again"), "{slug}");
    }
}

#[test]
fn it_listens_on_both_loopback_addresses_and_on_no_other() {
    let project = project();
    let served = serve(&project, "");
    assert!(TcpStream::connect(("127.0.0.1", served.port)).is_ok());
    if TcpListener::bind("[::1]:0").is_ok() {
        assert!(TcpStream::connect(("::1", served.port)).is_ok());
    }
    // Every other address of this machine is another host's way in.
    assert!(TcpStream::connect(("127.0.0.2", served.port)).is_err());
}

#[test]
fn only_local_names_and_bare_addresses_are_hosts() {
    let project = project();
    let served = serve(&project, "");
    let port = served.port;
    let ask = |host: &str| {
        served.raw(&format!(
            "GET / HTTP/1.1\r\n{host}Connection: close\r\n\r\n"
        ))
    };
    for host in [
        "localhost",
        "news.localhost",
        "127.0.0.1",
        "[::1]",
        "10.1.2.3",
    ] {
        assert_eq!(
            ask(&format!("Host: {host}:{port}\r\n")).status,
            200,
            "{host}"
        );
        assert_eq!(ask(&format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    for host in [
        "example.org",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "evil-localhost",
        "2130706433",
        "",
    ] {
        let reply = ask(&format!("Host: {host}\r\n"));
        assert_eq!(reply.status, 403, "{host}");
        assert!(!reply.text().contains("Ely"));
    }
    assert_eq!(ask("").status, 403, "no host at all");
    let two = format!("Host: localhost:{port}\r\nHost: example.org\r\n");
    assert_eq!(ask(&two).status, 403, "two hosts");
    let whole = format!(
        "GET http://example.org/ HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    );
    assert_eq!(
        served.raw(&whole).status,
        403,
        "another authority in the address"
    );
    let old = "GET / HTTP/1.0\r\n\r\n";
    assert_eq!(served.raw(old).status, 403, "HTTP 1.0 names no host");
}

#[test]
fn the_channel_wants_the_token_and_the_pages_own_origin() {
    let project = project();
    let served = serve(&project, "");
    let (port, token) = (served.port, served.token());
    let path = format!("/.dateline/news/{token}");
    let ask = |path: &str, more: &str| served.ask("HEAD", path, more).status;
    assert_eq!(ask(&path, ""), 200);
    assert_eq!(
        ask(&path, &format!("Origin: http://localhost:{port}\r\n")),
        200
    );
    assert_eq!(ask(&path, "Sec-Fetch-Site: same-origin\r\n"), 200);
    for origin in [
        "http://example.org".to_owned(),
        format!("http://example.org:{port}"),
        "http://localhost".to_owned(),
        format!("http://localhost:{}", port - 1),
        format!("https://localhost:{port}"),
        format!("http://127.0.0.1:{port}"),
        "null".to_owned(),
    ] {
        assert_eq!(
            ask(&path, &format!("Origin: {origin}\r\n")),
            403,
            "{origin}"
        );
    }
    for site in ["cross-site", "same-site", "none"] {
        assert_eq!(
            ask(&path, &format!("Sec-Fetch-Site: {site}\r\n")),
            403,
            "{site}"
        );
    }
    let foreign = format!("GET {path} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n");
    assert_eq!(served.raw(&foreign).status, 403);
    for wrong in ["", "0", &"0".repeat(64), &token[1..], &format!("{token}0")] {
        assert_eq!(ask(&format!("/.dateline/news/{wrong}"), ""), 403, "{wrong}");
    }
    let another = serve(&project, "");
    assert_ne!(another.token(), token, "a token is one server's");
}

#[test]
fn nothing_is_taken_and_nobody_else_may_read() {
    let project = project().file(
        "site.yaml",
        format!(
            "{}hosting:\n  hosts: [netlify]\n  headers:\n    Access-Control-Allow-Origin: '*'\n    Cross-Origin-Resource-Policy: cross-origin\n    X-Own: kept\n",
            crate::site_test::SITE
        ),
    );
    let served = serve(&project, "");
    for method in [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get",
    ] {
        let reply = served.ask(method, "/", "Origin: http://example.org\r\n");
        assert_eq!(reply.status, 405, "{method}");
        assert_eq!(reply.header("allow"), Some("GET, HEAD"));
    }
    for path in [
        "/",
        "/ely/",
        "/ely",
        "/own.css",
        "/no-such-page/",
        "/%2e%2e/x",
        "/.dateline/live.js",
        "/.dateline/overlay.css",
        "/.dateline/x",
        "/.dateline/news/x",
        "/feed.xml",
    ] {
        let reply = served.ask("GET", path, "Origin: http://example.org\r\n");
        let policy = reply.header("cross-origin-resource-policy");
        assert_eq!(policy, Some("same-origin"), "{path}");
        assert_eq!(
            reply.header("x-content-type-options"),
            Some("nosniff"),
            "{path}"
        );
        let cors = reply
            .headers()
            .find(|name| name.starts_with("access-control"));
        assert_eq!(cors, None, "{path}");
        let lasting = reply.header("strict-transport-security");
        assert_eq!(lasting, None, "{path}");
    }
    assert_eq!(served.get("/").header("x-own"), Some("kept"));
    let policy = served.get("/ely/");
    let policy = policy.header("content-security-policy").expect("a policy");
    assert!(policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"));
}

#[test]
fn a_head_is_what_a_get_is_without_its_body() {
    let project = project();
    let served = serve(&project, "");
    for path in [
        "/",
        "/ely",
        "/ely/",
        "/own.css",
        "/no-such-page/",
        "/%00",
        "/.dateline/live.js",
    ] {
        let (get, head) = (served.get(path), served.ask("HEAD", path, ""));
        assert_eq!(get.status, head.status, "{path}");
        assert!(head.body.is_empty(), "{path}");
        for name in [
            "content-type",
            "content-length",
            "etag",
            "location",
            "content-security-policy",
        ] {
            assert_eq!(get.header(name), head.header(name), "{path}: {name}");
        }
    }
}

#[test]
fn a_path_is_looked_up_in_the_table_of_routes_alone() {
    let project = project()
        .file(".secret", "secret")
        .file("content/.hidden.md", "secret")
        .file("static/.env", "secret")
        .file("notes.txt", "secret");
    let served = serve(&project, "");
    let status = |path: &str| served.get(path).status;
    for path in [
        "/../site.yaml",
        "/..%2fsite.yaml",
        "/%2e%2e/site.yaml",
        "/%2E%2E%2Fsite.yaml",
        "/static/../../etc/passwd",
        "/a%5c..%5csite.yaml",
        "/a\\b",
        "/%5c",
        "/ely%00/",
        "/%00",
        "/./",
        "/ely/./",
        "/%",
        "/%f",
        "/%zz",
        "/%ff%fe",
        "/%c0%ae%c0%ae/site.yaml",
        "/%0d%0ax",
    ] {
        assert_eq!(status(path), 400, "{path}");
    }
    for path in [
        "/site.yaml",
        "/content/ely.md",
        "/ely.md",
        "/notes.txt",
        "/.secret",
        "/.env",
        "/.git/config",
        "/content/",
        "/static/",
        "/static/own.css",
        "/templates/",
        "/folder/",
        "/folder/gates/",
        "/%252e%252e/site.yaml",
        "/%252e%252e%252fsite.yaml",
        "//ely/",
        "//example.org/",
        "/ely//",
        "/own.css/",
        "/index.html/",
        "/assets/",
        "/.dateline/",
        "/.dateline/../site.yaml%20",
        "/C:/Windows",
        "/etc/passwd",
        "/ELY/",
    ] {
        let found = status(path);
        assert!(found == 404 || found == 400, "{path}: {found}");
        assert!(!served.get(path).text().contains("secret"), "{path}");
    }
    assert_eq!(served.get("/caf%C3%A9%20noir.txt").text(), "noir");
    assert_eq!(status("/ely/?q=%2e%2e/&x"), 200);
}

#[test]
fn an_address_in_other_letters_is_answered_in_every_form() {
    let project = Project::empty()
        .file(
            "site.yaml",
            "title: T\nurl: https://example.org/news/\nslugs: native\n",
        )
        .article(
            "größe.md",
            "---\ntitle: How large it is\ndate: 2025-12-09\ntags: [水位]\n---\nText.\n",
        );
    let served = serve(&project, "");
    for path in ["/news/gr%C3%B6%C3%9Fe/", "/news/gro%CC%88%C3%9Fe/"] {
        let reply = served.get(path);
        assert_eq!(reply.status, 200, "{path}");
        assert!(reply.text().contains("How large it is"), "{path}");
    }
    assert_eq!(served.get("/news/tags/%E6%B0%B4%E4%BD%8D/").status, 200);
    let moved = served.get("/news/tags/%E6%B0%B4%E4%BD%8D");
    assert_eq!(
        (moved.status, moved.header("location")),
        (301, Some("/news/tags/%E6%B0%B4%E4%BD%8D/"))
    );
}

#[test]
fn a_folder_has_its_slash_as_on_any_host() {
    let project = project();
    let served = serve(&project, "");
    let moved = served.get("/ely");
    assert_eq!(
        (moved.status, moved.header("location")),
        (301, Some("/ely/"))
    );
    assert_eq!(moved.header("cache-control"), Some("no-store"));
    assert_eq!(served.get("/ely/").status, 200);
    assert_eq!(served.get("/ely/index.html").status, 200);
}

#[test]
fn a_site_in_a_folder_stands_there() {
    let project = project().file(
        "site.yaml",
        crate::site_test::SITE.replace("https://example.org/", "https://example.org/news/"),
    );
    let served = serve(&project, "");
    assert_eq!(served.base, "/news/");
    for path in ["/", "/news"] {
        let moved = served.get(path);
        assert_eq!(
            (moved.status, moved.header("location")),
            (301, Some("/news/")),
            "{path}"
        );
    }
    assert_eq!(
        served.get("/news/ely").header("location"),
        Some("/news/ely/")
    );
    assert_eq!(served.get("/ely/").status, 404);
    equals_a_build(&project, &served, "--drafts --future");
    let elsewhere = serve(&project, "--base-url https://example.net/a/b/");
    assert_eq!(elsewhere.base, "/a/b/");
    assert_eq!(elsewhere.get("/a/b/ely/").status, 200);
}

#[test]
fn a_file_says_what_it_is_and_is_asked_for_again_by_its_digest() {
    let project = project();
    let served = serve(&project, "");
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/own.css", "text/css; charset=utf-8"),
        ("/feed.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/gates/gate.svg", "image/svg+xml"),
        ("/robot.webmanifest", "application/manifest+json"),
        ("/.dateline/live.js", "text/javascript; charset=utf-8"),
    ] {
        let reply = served.get(path);
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, Some(kind)),
            "{path}"
        );
    }
    let page = served.get("/ely/");
    let etag = page.header("etag").expect("a digest");
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    let again = served.ask("GET", "/ely/", &format!("If-None-Match: {etag}\r\n"));
    assert_eq!((again.status, again.body.len()), (304, 0));
    let other = served.ask("GET", "/ely/", "If-None-Match: \"0\"\r\n");
    assert_eq!(other.status, 200);
}

#[test]
fn drafts_and_what_is_scheduled_show_and_are_marked() {
    let project = project()
        .article(
            "draft.md",
            "---\ntitle: Not yet\ndate: 2025-12-01\ndraft: true\n---\nText.\n",
        )
        .article(
            "later.md",
            "---\ntitle: Later\ndate: 2025-12-02\npublished: 2026-02-03T09:00:00Z\n---\nText.\n",
        );
    let served = serve(&project, "");
    assert_eq!(served.get("/draft/").status, 200);
    assert!(served.get("/").text().contains("Not yet"));
    let marks = served.listen().next()["marks"].clone();
    assert_eq!(marks["/draft/"], "Draft");
    assert_eq!(marks["/later/"], "Scheduled for 3 February 2026, 09:00 UTC");
    assert_eq!(marks.as_object().map(serde_json::Map::len), Some(2));
    let public = serve(&project, "--published");
    assert_eq!(public.get("/draft/").status, 404);
    assert_eq!(public.get("/later/").status, 404);
    equals_a_build(&project, &public, "");
}

#[test]
fn a_port_that_is_taken_is_said() {
    let project = project();
    let holder = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = holder.local_addr().expect("bound").port();
    let ran = project.run(&format!("serve --port {port}")).code(2);
    let said = format!("error: port {port} is in use by another program");
    assert!(ran.err.contains(&said), "{}", ran.err);
}

#[test]
fn who_listens_to_the_network_is_warned() {
    let project = project();
    let nowhere = project
        .run("serve --port 0 --interface 203.0.113.7")
        .code(2);
    assert!(
        nowhere.err.contains("can't listen on 203.0.113.7:0"),
        "{}",
        nowhere.err
    );
    let bad = project.run("serve --interface everywhere").code(2);
    assert!(bad.err.contains("everywhere"), "{}", bad.err);
}

#[test]
fn a_folder_without_a_site_is_not_served() {
    let ran = Project::empty().run("serve").code(2);
    assert!(
        ran.err.contains("the configuration file does not exist"),
        "{}",
        ran.err
    );
}

#[test]
fn where_no_browser_can_be_opened_the_address_is_said() {
    let project = project();
    let served = serve_with(&project, "--open", |command| {
        command.env("PATH", "").env_remove("BROWSER");
    });
    let said = served.prints("can't open a browser");
    let address = format!("open http://localhost:{}/ yourself", served.port);
    assert!(said.contains(&address), "{said}");
    assert_eq!(served.get("/").status, 200);
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_well_while_pages_listen() {
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    news.next();
    assert_eq!(served.interrupt(), Some(0));
}
