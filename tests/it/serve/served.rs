//! A project that is served by the real program, and a browser's part of the conversation.

use std::io::{BufRead, BufReader, Read, Write, pipe};
use std::net::TcpStream;
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::project::{Project, program};

/// Nothing that is waited for takes longer, on the busiest machine.
const LONGEST: Duration = Duration::from_secs(60);

/// The program at work. It ends with the test.
pub struct Served {
    pub port: u16,
    /// The site's path.
    pub base: String,
    /// All that was printed until the site was there, on both streams.
    pub said: String,
    child: Child,
    lines: Receiver<String>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Reply {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

/// Serves a project as `serve --port 0` with `args` does.
pub fn serve(project: &Project, args: &str) -> Served {
    serve_with(project, args, |_| {})
}

/// As [`serve`], with something else about the program.
pub fn serve_with(project: &Project, args: &str, with: impl FnOnce(&mut Command)) -> Served {
    let mut command = Command::new(program().get_program());
    with(&mut command);
    serve_by(project, args, command)
}

/// As [`serve`], with at most so many open files.
#[cfg(unix)]
pub fn serve_with_few_files(project: &Project, files: u32) -> Served {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("ulimit -n {files}; exec \"$0\" \"$@\"")])
        .arg(program().get_program());
    serve_by(project, "", command)
}

fn serve_by(project: &Project, args: &str, mut command: Command) -> Served {
    // One pipe for both streams: lines come in the order in which they were printed.
    let (printed, stream) = pipe().expect("a pipe");
    command
        .env_remove("DATELINE_EDITOR")
        .env("SOURCE_DATE_EPOCH", "1768478400")
        .current_dir(project.root())
        .args(["serve", "--port", "0"])
        .args(args.split_whitespace())
        .stdout(stream.try_clone().expect("an end for each stream"))
        .stderr(stream);
    let mut served = Served {
        port: 0,
        base: String::new(),
        said: String::new(),
        child: command.spawn().expect("the program starts"),
        lines: pass_on(printed),
    };
    // The program's ends are the only ones left: the pipe closes when it ends.
    drop(command);
    loop {
        let line = served.lines.recv_timeout(LONGEST);
        let line = line.unwrap_or_else(|_| panic!("it does not serve; it said:\n{}", served.said));
        served.said.push_str(&line);
        served.said.push('\n');
        if let Some(rest) = line.strip_prefix("Serving http://") {
            let address = rest.split_whitespace().next().expect("an address");
            let (authority, path) = address.split_once('/').expect("a path");
            let port = authority.rsplit(':').next().and_then(|p| p.parse().ok());
            served.port = port.expect("a port");
            served.base = format!("/{path}");
            return served;
        }
    }
}

/// Passes lines on as they come, so that the program is never stopped by a full pipe.
fn pass_on(printed: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(printed).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    lines
}

impl Served {
    /// Sends bytes as they are and reads until the server closes.
    pub fn raw(&self, request: &str) -> Reply {
        let mut stream = self.stream();
        stream.write_all(request.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer that ends");
        Reply::parse(&bytes)
    }

    /// A connection over which nothing has been sent.
    pub fn stream(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(LONGEST)).expect("set");
        stream
    }

    /// Asks with a method, for a path as it is, with more lines of the head.
    pub fn ask(&self, method: &str, path: &str, more: &str) -> Reply {
        let host = format!("localhost:{}", self.port);
        self.raw(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n"
        ))
    }

    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    /// Whoever knows this may listen.
    pub fn token(&self) -> String {
        let module = self.get("/.dateline/live.js").text();
        let start = module.find("[\"").expect("a token") + 2;
        module[start..start + 64].to_owned()
    }

    /// Listens as a page does.
    pub fn listen(&self) -> News {
        let mut stream = self.stream();
        let request = format!(
            "GET /.dateline/news/{} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
            self.token(),
            self.port
        );
        stream.write_all(request.as_bytes()).expect("sent");
        News {
            stream: BufReader::new(stream),
        }
    }

    /// Waits until the page at `path` satisfies `good`.
    #[track_caller]
    pub fn until(&self, path: &str, good: impl Fn(&Reply) -> bool) -> Reply {
        let begun = Instant::now();
        loop {
            let reply = self.get(path);
            if good(&reply) {
                return reply;
            }
            assert!(
                begun.elapsed() < LONGEST,
                "{path} never became what it should be: {} {}",
                reply.status,
                reply.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the page at `path` shows `words`.
    #[track_caller]
    pub fn shows(&self, path: &str, words: &str) {
        self.until(path, |reply| {
            reply.status == 200 && reply.text().contains(words)
        });
    }

    /// The next line that is printed and holds `words`.
    #[track_caller]
    pub fn prints(&self, words: &str) -> String {
        let begun = Instant::now();
        loop {
            let left = LONGEST.saturating_sub(begun.elapsed());
            let line = self.lines.recv_timeout(left);
            let line = line.unwrap_or_else(|_| panic!("`{words}` is never printed"));
            if line.contains(words) {
                return line;
            }
        }
    }

    /// Reads what is printed, on either stream, until each of some words was in it.
    #[track_caller]
    pub fn prints_all(&self, words: &[&str]) -> String {
        let mut said = String::new();
        while !words.iter().all(|words| said.contains(words)) {
            let line = self.lines.recv_timeout(LONGEST);
            let line =
                line.unwrap_or_else(|_| panic!("{words:?} are not in what is printed:\n{said}"));
            said.push_str(&line);
            said.push('\n');
        }
        said
    }

    /// Ends it as Ctrl-C does; gives its exit code.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &pid]).status();
        assert!(sent.expect("kill runs").success());
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it was started here") {
                return status.code();
            }
            assert!(begun.elapsed() < LONGEST, "it does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Memory in use, in KiB.
    #[cfg(target_os = "linux")]
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("it runs");
        let line = status.lines().find(|l| l.starts_with("VmRSS:"));
        let number = line.and_then(|l| l.split_whitespace().nth(1));
        number.and_then(|n| n.parse().ok()).expect("a number")
    }

    /// It has not ended by itself.
    pub fn lives(&mut self) -> bool {
        self.child
            .try_wait()
            .expect("it was started here")
            .is_none()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the server says of changes.
pub struct News {
    stream: BufReader<TcpStream>,
}

impl News {
    /// The next that is said.
    pub fn next(&mut self) -> Value {
        loop {
            let mut line = String::new();
            let read = self.stream.read_line(&mut line).expect("news in time");
            assert!(read > 0, "the channel ended");
            if let Some(data) = line.trim_end().strip_prefix("data: ") {
                return serde_json::from_str(data).expect("JSON");
            }
        }
    }

    /// The next that satisfies `good`.
    pub fn until(&mut self, good: impl Fn(&Value) -> bool) -> Value {
        loop {
            let news = self.next();
            if good(&news) {
                return news;
            }
        }
    }
}

impl Reply {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|w| w == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("no head: {}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok());
        let body = bytes[end + 4..].to_vec();
        let status = status.expect("a status");
        assert!(
            !head.to_ascii_lowercase().contains("transfer-encoding"),
            "these tests read no chunks: {head}"
        );
        Self { status, head, body }
    }

    /// A line of the head.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub fn headers(&self) -> impl Iterator<Item = String> {
        let names = self.head.lines().skip(1).filter_map(|l| l.split_once(':'));
        names.map(|(name, _)| name.to_ascii_lowercase())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as a build writes it: without the module that listens, and what it is told.
    pub fn as_built(&self) -> Vec<u8> {
        let mut text = self.text();
        for own in [
            "<script type=\"module\" src=\"/.dateline/live.js?at=",
            "<script type=\"application/json\" id=\"dl:own\">",
        ] {
            if let Some(start) = text.find(own) {
                let end = start + text[start..].find("</script>").expect("an end") + 9;
                text.replace_range(start..end, "");
            } else if own.contains("module") {
                return self.body.clone();
            }
        }
        text.into_bytes()
    }
}
