//! `dateline ping`: a hub hears of the feeds that have changed, once.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use crate::project::Project;

/// A hub on this machine, which answers each request with a status; the bodies that it gets.
fn hub(status: &'static str) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("bound").port();
    let (send, heard) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a request");
            let mut request = Vec::new();
            let body = loop {
                let mut part = [0; 1024];
                let read = stream.read(&mut part).expect("bytes");
                request.extend_from_slice(&part[..read]);
                let text = String::from_utf8_lossy(&request).into_owned();
                let Some((head, body)) = text.split_once("\r\n\r\n") else {
                    continue;
                };
                assert!(head.starts_with("POST /hub HTTP/1.1\r\n"), "{head}");
                assert!(
                    head.contains("Content-Type: application/x-www-form-urlencoded"),
                    "{head}"
                );
                let len = head
                    .lines()
                    .find_map(|line| line.strip_prefix("Content-Length: "));
                if body.len() >= len.expect("a length").parse().expect("a number") {
                    break body.to_owned();
                }
            };
            let answer =
                format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            stream.write_all(answer.as_bytes()).expect("sent");
            if send.send(body).is_err() {
                return;
            }
        }
    });
    (format!("http://127.0.0.1:{port}/hub"), heard)
}

fn desk(hub: &str) -> Project {
    Project::new()
        .file(
            "site.yaml",
            format!("title: Test\nurl: https://example.org/news/\nfeeds: {{hub: \"{hub}\"}}\ntaxonomies: {{tags: {{feeds_from: 1}}}}\nlint: {{missing-published: off, missing-source: off}}\n"),
        )
        .article("one.md", "---\ntitle: One thing happened\ndate: 2025-12-09\ntags: [sea]\n---\nText.\n")
        .article("two.md", "---\ntitle: Two things happened\ndate: 2025-12-10\ntags: [land]\n---\nText.\n")
}

fn heard(heard: &Receiver<String>) -> Vec<String> {
    let mut all: Vec<String> = heard.try_iter().collect();
    all.sort();
    all
}

fn body(path: &str) -> String {
    let path = path.replace('/', "%2F");
    format!("hub.mode=publish&hub.url=https%3A%2F%2Fexample.org%2Fnews%2F{path}")
}

#[test]
fn a_hub_hears_of_what_has_changed_and_of_nothing_twice() {
    let (address, hub) = hub("204 No Content");
    let desk = desk(&address);
    desk.run("build").code(0);
    let ran = desk.run("ping").code(0);
    assert!(ran.said().contains("about 4 feeds"), "{}", ran.said());
    let all = [
        "feed.json",
        "feed.xml",
        "tags/land/feed.xml",
        "tags/sea/feed.xml",
    ];
    assert_eq!(heard(&hub), all.map(body));
    let again = desk.run("ping").code(0);
    assert!(
        again.said().contains("No feed has changed"),
        "{}",
        again.said()
    );
    assert!(heard(&hub).is_empty());
    desk.write(
        "content/one.md",
        "---\ntitle: One thing happened\ndate: 2025-12-09\ntags: [sea]\n---\nOther text.\n",
    );
    desk.run("build").code(0);
    let dry = desk.run("ping --dry-run").code(0);
    assert!(
        dry.said()
            .contains("https://example.org/news/tags/sea/feed.xml"),
        "{}",
        dry.said()
    );
    assert!(heard(&hub).is_empty());
    desk.run("ping").code(0);
    assert_eq!(
        heard(&hub),
        ["feed.json", "feed.xml", "tags/sea/feed.xml"].map(body)
    );
}

#[test]
fn what_a_hub_refuses_is_told_and_tried_again() {
    let (address, hub) = hub("503 Service Unavailable");
    let desk = desk(&address);
    desk.run("build").code(0);
    let ran = desk.run("ping").code(2);
    assert!(
        ran.err
            .contains("was not told about https://example.org/news/feed.xml"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("503"), "{}", ran.err);
    assert_eq!(heard(&hub).len(), 4);
    desk.run("ping").code(2);
    assert_eq!(heard(&hub).len(), 4);
}

#[test]
fn without_a_hub_or_a_build_it_says_what_to_do() {
    let ran = desk("https://hub.example.org/").run("ping").code(2);
    assert!(
        ran.err.contains("run `dateline build` first"),
        "{}",
        ran.err
    );
    let ran = Project::new().run("ping").code(2);
    assert!(ran.err.contains("feeds: {hub:"), "{}", ran.err);
}
