//! Files beside articles: which endings and which names are published, and what is done with a file
//! that is not what its name says.

use crate::html;
use crate::project::Project;
use crate::site_test::{Outcome, SITE, SiteTest};

const RUN: &str = "<script xmlns=\"http://www.w3.org/1999/xhtml\">ran()</script>";

fn article(body: &str) -> String {
    format!("---\ntitle: Alpha happened today\ndate: 2025-01-01\n---\n\n{body}\n")
}

/// A site with one article that has files of these endings beside it.
fn with_endings(site: &str, endings: &[&str], text: &str) -> SiteTest {
    let site = SiteTest::new().site(&format!("{SITE}{site}"));
    let site = site.article("a/index.md", &article("Text."));
    endings.iter().fold(site, |site, ending| {
        site.file(&format!("content/a/p.{ending}"), text)
    })
}

fn beside(outcome: &Outcome) -> Vec<&str> {
    let routes = outcome.files.keys();
    let files = routes.filter_map(|route| route.strip_prefix("a/p."));
    files.collect()
}

#[test]
fn what_newsrooms_publish_is_copied() {
    let endings = [
        "avif", "csv", "docx", "eml", "epub", "geojson", "gpx", "ics", "jpg", "json", "kml", "m4a",
        "mov", "mp3", "mp4", "odt", "ogg", "pdf", "png", "pptx", "srt", "svg", "tsv", "txt", "vtt",
        "wav", "webm", "webp", "xlsx", "zip", "csv.gz",
    ];
    let site = with_endings("", &endings, "words\n")
        .file("content/a/p.kml", "<kml/>")
        .file("content/a/p.gpx", "<gpx/>");
    let outcome = site.built();
    let mut wanted = endings.to_vec();
    wanted.sort_unstable();
    assert_eq!(beside(&outcome), wanted, "{}", outcome.found.text);
}

#[test]
fn no_ending_that_a_browser_or_a_server_may_run_is_published() {
    let endings = [
        "html",
        "htm",
        "HTML",
        "xhtml",
        "xht",
        "xhtm",
        "shtml",
        "shtm",
        "stm",
        "xml",
        "xsl",
        "xslt",
        "xsd",
        "xbl",
        "svgz",
        "SVGZ",
        "plist",
        "rdf",
        "rss",
        "atom",
        "mathml",
        "mml",
        "mht",
        "mhtml",
        "js",
        "mjs",
        "wasm",
        "swf",
        "php",
        "phtml",
        "phar",
        "php5",
        "asp",
        "aspx",
        "jsp",
        "cgi",
        "htc",
        "hta",
        "wsdl",
        "xul",
        "php.jpg",
        "PHP.png",
        "shtml.txt",
        "svg.gz",
        "html.gz",
        "html.br",
        "svg ",
    ];
    let site = with_endings("lenient: true\n", &endings, RUN);
    let outcome = site.built();
    assert!(beside(&outcome).is_empty(), "{:?}", beside(&outcome));
    for ending in endings {
        let said = outcome.found.list.iter().any(|d| {
            let file = d.file.as_deref() == Some(&format!("content/a/p.{ending}"));
            file && ["active-file", "unlisted-ending", "bad-file-name"].contains(&d.code)
        });
        assert!(said, "{ending}: {}", outcome.found.text);
    }
}

#[test]
fn a_linked_file_that_is_left_out_is_an_error() {
    for (ending, code) in [
        ("svgz", "active-file"),
        ("xsd", "active-file"),
        ("stl", "unlisted-ending"),
    ] {
        let body = format!("[the file](p.{ending})");
        let site = with_endings("", &[ending], RUN).article("a/index.md", &article(&body));
        let found = site.check();
        assert_eq!(found.errors(), ["broken-link"], "{}", found.text);
        assert_eq!(found.warnings(), [code], "{}", found.text);
        assert!(
            found
                .text
                .contains(&format!("`content/a/p.{ending}` is left out")),
            "{}",
            found.text
        );
        assert!(site.build().result.is_err());
    }
    let body = article("Text.").replace("date:", "image: {src: p.svgz, alt: x}\ndate:");
    let site = with_endings("", &["svgz"], RUN).article("a/index.md", &body);
    let found = site.check();
    assert_eq!(found.errors(), ["missing-picture"], "{}", found.text);
    assert!(found.text.contains("is left out"), "{}", found.text);
    let picture = article("![The file](p.xhtm)");
    let found = with_endings("", &["xhtm"], RUN)
        .article("a/index.md", &picture)
        .check();
    assert_eq!(found.errors(), ["missing-picture"], "{}", found.text);
}

#[test]
fn the_site_adds_endings_and_static_is_the_owner_s() {
    let site = with_endings(
        "files: {endings: [stl, .OBJ, xml]}\n",
        &["stl", "obj", "xml", "dae"],
        RUN,
    );
    let outcome = site.built();
    assert_eq!(beside(&outcome), ["obj", "stl", "xml"]);
    let found = outcome.found;
    assert_eq!(found.warnings(), ["unlisted-ending"], "{}", found.text);
    assert!(
        found.text.contains("files: {endings: [dae]}"),
        "{}",
        found.text
    );
    for bad in [
        "files: {endings: [a/b]}",
        "files: {endings: ['*.*']}",
        "files: {linked: [public]}",
    ] {
        let found = with_endings(&format!("{bad}\n"), &[], "").check();
        assert_eq!(found.errors().len(), 1, "{bad}: {}", found.text);
    }
    let owned = SiteTest::new()
        .file("static/tool.html", RUN)
        .file("static/x.svgz", RUN)
        .file("static/notes", RUN)
        .file("static/page.txt", RUN)
        .built();
    for route in ["tool.html", "x.svgz", "notes", "page.txt"] {
        assert_eq!(owned.text(route), RUN, "{route}");
    }
}

#[test]
fn many_files_of_one_ending_are_one_line() {
    let site = (0..30).fold(with_endings("", &[], ""), |site, n| {
        site.file(&format!("content/a/m{n}.dae"), "x")
    });
    let project = Project::new();
    for (path, bytes) in site.world.files(crate::site_test::ROOT) {
        project.write(path.to_str().expect("text"), bytes);
    }
    let said = project.run("check").code(0).err;
    assert!(said.contains("files: {endings: [dae]}"), "{said}");
    assert!(said.lines().count() < 12, "{said}");
}

#[test]
fn a_page_under_the_name_of_something_else_is_published_empty() {
    for (ending, text) in [
        ("txt", "<script>ran()</script>"),
        ("csv", "\n <!doctype html><script>ran()</script>"),
        ("ics", "\u{feff}<body onload=ran()>"),
        (
            "kml",
            "<kml><s xmlns='http://www.w3.org/1999/xhtml'>ran()</s></kml>",
        ),
        ("gpx", "<?xml-stylesheet href='x.xsl'?><gpx/>"),
        (
            "vtt",
            "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
        ),
    ] {
        let site = with_endings("", &[ending], text);
        let found = site.check();
        assert_eq!(found.errors(), ["active-file"], "{ending}: {}", found.text);
        let lenient = site.site(&format!("{SITE}lenient: true\n")).built();
        assert_eq!(
            lenient.found.warnings(),
            ["active-file"],
            "{}",
            lenient.found.text
        );
        assert_eq!(lenient.text(&format!("a/p.{ending}")), "", "{ending}");
    }
}

#[test]
fn what_is_removed_from_a_drawing_is_said_with_its_line_and_kept_in_mind() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" a='\" onload=\"ran()'>\n\
        <script/>\n<rect width=\"9\" onclick=\"ran()\"/><rect onclick=\"ran()\"/>\n</svg>\n";
    let body = article("[drawing](p.svg)");
    let site = with_endings("", &["svg"], drawing).article("a/index.md", &body);
    // The second build takes what it says from the cache.
    for _ in 0..2 {
        let outcome = site.rebuild();
        assert_eq!(
            outcome.text("a/p.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\">\n\n<rect width=\"9\"/><rect/>\n</svg>\n"
        );
        let short = &outcome.found.short;
        for line in [
            "content/a/p.svg:1:41: warning[active-file]: `a` is removed",
            "content/a/p.svg:2:2: warning[active-file]: `<script>` is removed",
            "content/a/p.svg:3:17: warning[active-file]: `onclick` is removed from this drawing (2 times)",
        ] {
            assert!(short.contains(line), "{line}\n{short}");
        }
    }
    let project = Project::new()
        .article("a/index.md", &body)
        .file("content/a/p.svg", drawing);
    for verb in ["check", "build", "build"] {
        let said = project.run(verb).code(0).err;
        assert_eq!(said.matches("[active-file]").count(), 3, "{verb}: {said}");
        assert!(said.contains("p.svg:2:2"), "{verb}: {said}");
    }
}

#[test]
fn a_drawing_that_is_none_is_said_and_empty() {
    for (text, what) in [
        ("<svg><g></svg>", "not well-formed XML"),
        ("<html/>", "its first element is not `<svg>`"),
        ("", "its first element is not `<svg>`"),
    ] {
        let outcome = with_endings("", &["svg"], text).built();
        let found = &outcome.found;
        assert_eq!(found.warnings(), ["not-a-picture"], "{}", found.text);
        assert!(found.text.contains(what), "{}", found.text);
        let published = outcome.text("a/p.svg");
        assert_eq!(published, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
    }
}

#[test]
fn hosts_are_told_that_drawings_run_nothing() {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
    let built = |hosts: &str, url: &str| {
        SiteTest::new()
            .site(&format!(
                "title: Test\nurl: {url}\nhosting: {{hosts: [{hosts}]}}\n"
            ))
            .built()
    };
    for url in ["https://example.org/", "https://example.org/news/"] {
        let base = url.trim_start_matches("https://example.org");
        let netlify = built("netlify", url);
        let rule = format!("\n{base}*.svg\n  Content-Security-Policy: {policy}\n");
        assert!(
            netlify.text("_headers").contains(&rule),
            "{}",
            netlify.text("_headers")
        );
        // Cloudflare would join the two policies.
        let cloudflare = built("cloudflare", url);
        let rule = rule.replace("  Content", "  ! Content-Security-Policy\n  Content");
        assert!(cloudflare.text("_headers").contains(&rule));
        let both = built("netlify, cloudflare", url);
        assert!(!both.text("_headers").contains('!'));
        let servers = built("nginx, caddy", url);
        let nginx = servers.text("_nginx.conf");
        let (_, location) = nginx.split_once("location ~* ").expect("one for drawings");
        let (start, location) = location.split_once('{').expect("a block");
        assert_eq!(start, format!("\"^{base}.*\\.svg$\" "));
        assert!(location.contains(&format!("add_header Content-Security-Policy \"{policy}\"")));
        assert_eq!(location.matches("Content-Security-Policy").count(), 1);
        assert!(location.contains("add_header X-Content-Type-Options \"nosniff\""));
        let caddy = servers.text("_Caddyfile");
        let mut lines = caddy.lines().map(str::trim);
        assert!(lines.any(|line| line == "header @drawings {"));
        // After the policy of pages has been set.
        assert_eq!(lines.next(), Some("defer"));
        let rule = format!("Content-Security-Policy \"{policy}\"");
        assert_eq!(lines.next(), Some(rule.as_str()));
    }
}

/// Names that no address, host or file system may have, and what is said of each.
const NAMES: [(&str, &str); 22] = [
    ("a\tb.txt", "a tab"),
    ("a\nb.txt", "a line break"),
    ("a\rb.txt", "U+000D"),
    ("a\u{1}b.txt", "U+0001"),
    ("a\u{1b}[31mb.txt", "U+001B"),
    ("a\u{7f}.txt", "U+007F"),
    ("a\u{85}b.txt", "U+0085"),
    ("a\u{202e}txt.exe.txt", "U+202E"),
    ("a\u{2066}b.txt", "U+2066"),
    ("a\u{feff}b.txt", "U+FEFF"),
    ("a\\b.txt", "a backslash"),
    ("a\\..\\b.txt", "a backslash"),
    ("a.txt.", "a dot or a space"),
    ("a.txt ", "a dot or a space"),
    ("a./b.txt", "a dot or a space"),
    ("con.txt", "a device"),
    ("NUL.txt", "a device"),
    ("aux", "a device"),
    ("com1.b.txt", "a device"),
    ("lpt9.txt", "a device"),
    ("x/CON/b.txt", "a device"),
    ("a\n::error::b.txt", "a line break"),
];

/// Names that look odd and are published.
const GOOD_NAMES: [&str; 8] = [
    "100% sure.txt",
    "a%2fb.txt",
    "%2e%2e.txt",
    "a%00.txt",
    "gate%20photo.txt",
    "بوابة.txt",
    "com10.txt",
    "a 'b' & (c) [d].txt",
];

#[test]
fn check_names_every_bad_name_at_once_and_build_says_the_same() {
    for folder in ["static", "content/a"] {
        let site = SiteTest::new().article("a/index.md", &article("Text."));
        let site = NAMES.iter().fold(site, |site, (name, _)| {
            site.file(&format!("{folder}/{name}"), "x")
        });
        let site = GOOD_NAMES.iter().fold(site, |site, name| {
            site.file(&format!("{folder}/{name}"), name)
        });
        let found = site.check();
        assert_eq!(found.errors(), ["bad-file-name"; 22], "{}", found.text);
        for (name, what) in NAMES {
            let file = format!("{folder}/{name}").replace('\\', "/");
            let said = found
                .list
                .iter()
                .find(|d| d.file.as_deref() == Some(&*file));
            let said = said.unwrap_or_else(|| panic!("{name:?}: {}", found.text));
            assert!(said.message.contains(what), "{name:?}: {}", said.message);
        }
        let built = site.build();
        assert!(built.result.is_err());
        assert_eq!(built.found.short, found.short);
        let lenient = site.site(&format!("{SITE}lenient: true\n")).built();
        assert_eq!(lenient.found.warnings(), ["bad-file-name"; 22]);
        let below = if folder == "static" { "" } else { "a/" };
        for name in GOOD_NAMES {
            assert_eq!(lenient.text(&format!("{below}{name}")), name);
        }
        assert_eq!(
            lenient
                .files
                .values()
                .filter(|bytes| *bytes == b"x")
                .count(),
            0
        );
    }
}

#[cfg(unix)]
#[test]
fn a_bad_name_on_a_real_disk_is_said_by_check_and_by_build() {
    use std::os::unix::ffi::OsStrExt;
    let project = Project::new().article("a/index.md", &article("Text."));
    let names: [&[u8]; 8] = [
        b"content/a/\xff.txt",
        b"content/a/\xc3\x28.png",
        b"static/\xe2\x80.txt",
        b"content/\xed\xa0\x80.md",
        b"static/a\tb.txt",
        b"static/c\x01d.txt",
        b"static/c\x1b[2J.txt",
        b"content/a/e\nf.csv",
    ];
    let mut written = 0;
    for name in names {
        let path = project.root().join(std::ffi::OsStr::from_bytes(name));
        std::fs::create_dir_all(path.parent().expect("one")).expect("made");
        // Not every file system takes every name.
        written += usize::from(std::fs::write(path, "x").is_ok());
    }
    let check = project.run("check --format json").code(1);
    let build = project.run("build --format json").code(1);
    assert_eq!(
        check.said().matches("bad-file-name").count(),
        written,
        "{}",
        check.said()
    );
    let lines = |said: &str| -> Vec<String> {
        let lines = said.lines().filter(|line| line.starts_with('{'));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(lines(&build.said()), lines(&check.said()));
    assert!(!check.said().contains('\u{1b}'));
    project.write("site.yaml", format!("{SITE}lenient: true\n"));
    project.run("build").code(0);
    assert!(project.has("public/a/index.html"));
}

#[test]
fn a_path_with_backslashes_is_told_as_such_and_the_way_to_write_it_works() {
    for written in ["pictures\\a.png", ".\\pictures\\a.png", "pictures\\\\a.png"] {
        let site = |src: &str| {
            SiteTest::new()
                .bytes(
                    "content/pictures/a.png",
                    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0",
                )
                .article("a.md", &article(&format!("![A gate]({src})")))
        };
        let found = site(written).check();
        assert_eq!(
            found.errors(),
            ["missing-picture"],
            "{written}: {}",
            found.text
        );
        assert!(
            found.text.contains("is written with backslashes"),
            "{written}: {}",
            found.text
        );
        assert!(
            !found.text.contains("there is no picture"),
            "{written}: {}",
            found.text
        );
        let (_, cure) = found.text.split_once("did you mean `").expect("a cure");
        let cure = cure.split('`').next().expect("an address");
        let cured = site(cure).built();
        assert!(cured.found.errors().is_empty(), "{cure}");
        let page = html::references(cured.text("a/index.html"));
        assert!(page.contains("/a/pictures/a.png"), "{page:?}");
    }
    let missing = SiteTest::new()
        .article("a.md", &article("![A gate](pictures\\b.png)"))
        .check();
    assert!(
        missing.text.contains("there is no picture"),
        "{}",
        missing.text
    );
    assert!(missing.text.contains("write slashes"), "{}", missing.text);
}
