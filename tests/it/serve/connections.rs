//! Clients that connect and then do not do their part.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;

use super::project;
use super::served::{Served, serve};

/// Reads until the server closes, and returns what it sent. Fails if it never closes.
fn rest(mut stream: TcpStream, what: &str) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        // What was sent and not read makes a close a reset.
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("{what}: the connection is held: {error}"),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn sent(served: &Served, bytes: &str) -> TcpStream {
    let mut stream = served.stream();
    stream.write_all(bytes.as_bytes()).expect("sent");
    stream
}

#[test]
fn who_sends_half_a_request_or_none_is_cut_off() {
    let project = project();
    let served = serve(&project, "");
    let host = format!("Host: localhost:{}\r\n", served.port);
    let half = [
        String::new(),
        "G".to_owned(),
        "GET / HTT".to_owned(),
        "GET / HTTP/1.1\r\n".to_owned(),
        format!("GET / HTTP/1.1\r\n{host}"),
        format!("GET / HTTP/1.1\r\n{host}X-Long: {}", "x".repeat(3000)),
        "\r\n\r\n".to_owned(),
        format!("GET / HTTP/1.1\r\n{host}Expect: 100-continue\r\nContent-Length: 9"),
    ];
    let streams: Vec<_> = half.iter().map(|bytes| sent(&served, bytes)).collect();
    // Whole requests that leave the connection open, or promise a body that never comes.
    let whole = [
        (200, format!("GET /ely/ HTTP/1.1\r\n{host}\r\n")),
        (404, format!("HEAD /nowhere/ HTTP/1.1\r\n{host}\r\n")),
        (
            200,
            format!("GET /ely/ HTTP/1.1\r\n{host}Content-Length: 1000000\r\n\r\nx"),
        ),
        (
            405,
            format!("POST / HTTP/1.1\r\n{host}Content-Length: 1000000\r\n\r\nx"),
        ),
        (
            405,
            format!("PUT / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n5\r\nx"),
        ),
    ];
    let open: Vec<_> = whole
        .iter()
        .map(|(_, bytes)| sent(&served, bytes))
        .collect();
    // Others are answered meanwhile.
    assert_eq!(served.get("/").status, 200);
    for (bytes, stream) in half.iter().zip(streams) {
        let answer = rest(stream, bytes);
        assert!(!answer.contains("HTTP/1.1 200"), "{bytes:?}: {answer}");
    }
    for ((status, bytes), stream) in whole.iter().zip(open) {
        let answer = rest(stream, bytes);
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status}")),
            "{bytes:?}: {answer}"
        );
    }
}

#[test]
fn a_page_that_listens_for_changes_is_not_cut_off() {
    let project = project();
    let served = serve(&project, "");
    let mut news = served.listen();
    news.next();
    // Until a connection that was opened later has been cut off for its silence.
    rest(served.stream(), "a silent connection");
    project.write("content/pages/about.md", "---\ntitle: About\n---\nNew.\n");
    news.until(|news| news["saved"][1] == "/about/");
}

#[test]
fn however_many_connections_there_are_a_reader_is_answered() {
    let project = project();
    let served = serve(&project, "");
    let silent: Vec<_> = (0..150).map(|_| served.stream()).collect();
    let half: Vec<_> = (0..50).map(|_| sent(&served, "GET /ely/ HT")).collect();
    assert_eq!(served.get("/ely/").status, 200);
    drop((silent, half));
    assert_eq!(served.get("/").status, 200);
}

#[cfg(unix)]
#[test]
fn a_save_that_met_too_many_open_files_is_read_again_once_there_are_fewer() {
    let project = project();
    let served = super::served::serve_with_few_files(&project, 60);
    assert_eq!(served.get("/ely/").status, 200);
    // More than the server can hold at once, so that they follow each other for a while.
    let connections: Vec<_> = (0..150).map(|_| served.stream()).collect();
    let saved = |words: &str| {
        let text = format!(
            "---\ntitle: The dam at Ely\ndate: 2025-12-09\norganisations: [Ely Council]\n---\n{words}\n"
        );
        project.write("content/ely.md", text);
    };
    saved("It was saved.");
    served.prints("Too many open files");
    drop(connections);
    served.shows("/ely/", "It was saved.");
    saved("It was saved again.");
    served.shows("/ely/", "It was saved again.");
}
