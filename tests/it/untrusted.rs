//! `--untrusted`: a stranger's pull request is checked and built without trusting anything in it.

use std::path::Path;

use crate::project::{Project, Ran, program, ran};
use crate::site_test::files_below;

/// What the owner's branch has.
const SITE: &str = "title: Ours\nurl: https://example.org/\nmarkdown: {raw_html: trust}\n\
    lint: {missing-published: off, missing-source: off, vague-title: off}\n";
const GOOD: &str = "---\ntitle: Dikes hold\nslug: dikes\ndate: 2025\ntags: [water]\n---\n\nText.\n";

/// A stranger's checkout, with one beside it that is trusted.
struct PullRequest {
    theirs: Project,
}

impl PullRequest {
    /// Both as the owner has them.
    fn new() -> Self {
        let theirs = Project::empty();
        for folder in ["project", "main"] {
            let write = |path: &str, text: &str| {
                let path = theirs.around().join(folder).join(path);
                std::fs::create_dir_all(path.parent().expect("one")).expect("made");
                std::fs::write(path, text).expect("written");
            };
            write("site.yaml", SITE);
            write("content/a.md", GOOD);
            write("static/custom.css", "body { color: #123456 }\n");
            write("static/robots-own.txt", "ours\n");
            write("templates/words/en.ftl", "expected = Announced by us\n");
        }
        Self { theirs }
    }

    /// With a file of the stranger's.
    fn with(self, path: &str, text: &str) -> Self {
        self.theirs.write(path, text);
        self
    }

    fn trusted(&self) -> std::path::PathBuf {
        self.theirs.around().join("main")
    }

    fn check(&self) -> Ran {
        self.run("check --untrusted --trusted ../main --format short")
    }

    fn build(&self) -> Ran {
        self.run("build --untrusted --trusted ../main --output ../out --format short")
    }

    fn run(&self, line: &str) -> Ran {
        let line = format!("{line} --now 2026-01-15");
        let mut command = program();
        command.current_dir(self.theirs.root());
        ran(command.args(line.split_whitespace()))
    }

    /// A file of the output.
    fn built(&self, route: &str) -> String {
        let path = self.theirs.around().join("out").join(route);
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    fn has(&self, route: &str) -> bool {
        self.theirs.around().join("out").join(route).exists()
    }
}

#[test]
fn everything_but_the_content_is_that_of_the_trusted_branch() {
    let theirs = PullRequest::new()
        .with(
            "site.yaml",
            "title: Theirs\nurl: https://evil.example/\nlinks: [{label: Evil, url: \"https://evil.example/\"}]\n",
        )
        .with("static/evil.html", "<script>alert(1)</script>")
        .with("static/robots-own.txt", "theirs\n")
        .with("static/custom.css", "body { background: url(//evil.example/) }\n")
        .with("static/site.css", "body { background: url(//evil.example/) }\n")
        .with("templates/base.html", "<script>alert(2)</script>")
        .with("templates/article.html", "<script>alert(3)</script>")
        .with("templates/words/en.ftl", "expected = Evil\n")
        .with("content/a.md", &GOOD.replace("Dikes hold", "Dikes break"));
    theirs.check().code(0);
    theirs.build().code(0);
    let page = theirs.built("dikes/index.html");
    assert!(page.contains("Dikes break"), "their article: {page}");
    assert!(page.contains("Ours") && page.contains("https://example.org/"));
    for (route, bytes) in files_below(&theirs.theirs.around().join("out")) {
        let text = String::from_utf8_lossy(&bytes);
        for evil in ["evil", "Evil", "alert("] {
            assert!(!text.contains(evil), "{route} has `{evil}`");
        }
    }
    assert!(!theirs.has("evil.html"));
    assert_eq!(theirs.built("robots-own.txt"), "ours\n");
}

#[test]
fn without_a_checkout_that_is_trusted_the_project_is_used_as_it_is() {
    let theirs = PullRequest::new().with("static/own.txt", "of the project\n");
    theirs.run("build --untrusted --output ../out").code(0);
    assert_eq!(theirs.built("own.txt"), "of the project\n");
    let help = ran(program().args(["help", "check"])).code(0).out;
    let help: Vec<&str> = help.split_whitespace().collect();
    let help = help.join(" ");
    assert!(
        help.contains("Without --trusted, the site.yaml, templates/, static/ and urls.lock of the project are used"),
        "{help}"
    );
}

#[test]
fn raw_html_is_shown_as_text_with_a_warning_whatever_the_configuration_says() {
    for html in [
        "<script>alert(1)</script>",
        "<b onclick=alert(1)>bold</b>",
        "text <img src=https://example.org/x.png onerror=alert(1)> text",
        "<svg onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<div>\n\n*text*\n\n</div>",
    ] {
        let theirs = PullRequest::new().with(
            "content/b.md",
            &format!("{GOOD}\n{html}\n").replace("dikes", "b"),
        );
        let said = theirs.check().code(0).err;
        assert!(
            said.contains("content/b.md:10:") && said.contains("warning[untrusted-html]"),
            "{html}: {said}"
        );
        theirs.build().code(0);
        let page = theirs.built("b/index.html");
        for tag in [
            "<script>alert",
            "<b ",
            "<img src",
            "<svg onload",
            "<iframe",
            "<div>\n",
        ] {
            assert!(!page.contains(tag), "{html}: {tag}");
        }
        let shown = html.split_once('<').expect("a tag").1;
        let shown: String = shown
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .collect();
        assert!(page.contains(&format!("&lt;{shown}")), "{html}: {page}");
        // The owner's own build trusts it, as configured.
        let own = theirs.run("build --output ../own").code(0);
        assert!(!own.said().contains("untrusted-html"));
    }
    let strict = PullRequest::new().with("content/b.md", &format!("{GOOD}\n<b>x</b>\n"));
    let strict = strict.run("check --strict --untrusted --trusted ../main");
    assert!(strict.code(1).err.contains("error[untrusted-html]"));
}

#[test]
fn pages_and_scripts_beside_articles_are_left_out_though_the_configuration_trusts_them() {
    let theirs = PullRequest::new()
        .with("content/b/index.md", &GOOD.replace("dikes", "b"))
        .with("content/b/page.html", "<script>alert(1)</script>")
        .with("content/b/run.js", "alert(1)");
    let said = theirs.check().code(0).err;
    assert_eq!(said.matches("warning[active-file]").count(), 2, "{said}");
    theirs.build().code(0);
    assert!(theirs.has("b/index.html") && !theirs.has("b/page.html") && !theirs.has("b/run.js"));
    // Nor if the owner's own articles may have them.
    let site = format!("{SITE}files: {{endings: [html, js, stl]}}\n");
    let theirs = theirs.with("content/b/part.stl", "solid a\nendsolid a\n");
    std::fs::write(theirs.trusted().join("site.yaml"), site).expect("written");
    let said = theirs.check().code(0).err;
    assert_eq!(said.matches("warning[active-file]").count(), 2, "{said}");
    theirs.build().code(0);
    assert!(theirs.has("b/part.stl") && !theirs.has("b/page.html") && !theirs.has("b/run.js"));
}

#[test]
fn what_a_stranger_s_folder_lacks_chooses_no_project() {
    // Unpacked below the trusted checkout, whose own content is fine.
    let theirs = PullRequest::new();
    let below = theirs.trusted().join("pr");
    let bad = below.join("content/bad.md");
    std::fs::create_dir_all(bad.parent().expect("one")).expect("made");
    std::fs::write(&bad, "---\ntitle: B\ndate: never\n---\n").expect("written");
    for site in [None, Some("")] {
        if let Some(site) = site {
            std::fs::write(below.join("site.yaml"), site).expect("written");
        }
        let mut command = program();
        command.current_dir(&below);
        let line = "check --untrusted --trusted .. --format short --now 2026-01-15";
        let said = ran(command.args(line.split_whitespace())).code(1).err;
        assert!(said.contains("content/bad.md:3"), "{said}");
        assert!(!said.contains("using the project"), "{said}");
    }
}

#[test]
fn a_line_break_in_a_value_begins_no_line_of_the_log() {
    let theirs = PullRequest::new().with(
        "content/b.md",
        "---\ntitle: B\ndate: 2025\naliases: [\"/a\\n::add-mask::the\"]\n\"k\\n::error::x\": 1\n---\n",
    );
    for format in ["human", "short", "github", "json"] {
        let ran = theirs.run(&format!(
            "check --untrusted --trusted ../main --format {format}"
        ));
        let said = format!("{}{}", ran.out, ran.err);
        assert!(said.contains("add-mask"), "{format}: {said}");
        let forged = said
            .lines()
            .map(str::trim_start)
            .find(|line| line.starts_with("::add-mask") || line.starts_with("::error::x"));
        assert_eq!(forged, None, "{format}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn no_symbolic_link_of_a_stranger_is_followed_wherever_it_leads() {
    use std::os::unix::fs::symlink;
    let secret = "---\ntitle: A secret of ours\ndate: 2025\n---\n";
    for (name, target) in [
        ("content/out.md", "../../secret.md"),
        ("content/in.md", "a.md"),
        ("content/passwd.md", "/etc/passwd"),
        ("content/folder", "../.git"),
        ("content/trusted.md", "../../main/content/a.md"),
        ("content/nowhere.md", "nothing.md"),
        ("content/self.md", "self.md"),
        ("content/picture.png", "../.git/config"),
    ] {
        let theirs = PullRequest::new().with(".git/config", "secret of ours");
        std::fs::write(theirs.theirs.around().join("secret.md"), secret).expect("written");
        symlink(target, theirs.theirs.root().join(name)).expect("linked");
        for said in [theirs.check().code(1).err, theirs.build().code(1).err] {
            assert!(
                said.contains(&format!("{name}: error[untrusted-link]")),
                "{name}: {said}"
            );
            assert!(!said.contains("secret of ours"), "{said}");
        }
        assert!(!theirs.theirs.around().join("out").exists(), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_of_the_project_that_is_itself_a_link_is_refused() {
    use std::os::unix::fs::symlink;
    let theirs = PullRequest::new();
    std::fs::remove_dir_all(theirs.theirs.root().join("content")).expect("removed");
    symlink("../main", theirs.theirs.root().join("content")).expect("linked");
    let said = theirs.check().code(1).err;
    assert!(said.contains("content: error[untrusted-link]"), "{said}");
    // What is taken from the trusted branch may be linked there.
    for name in ["static", "templates", "site.yaml", "urls.lock"] {
        let theirs = PullRequest::new();
        let path = theirs.theirs.root().join(name);
        let _ = std::fs::remove_dir_all(&path);
        let _ = std::fs::remove_file(&path);
        symlink("/etc/passwd", &path).expect("linked");
        theirs.check().code(0);
        let said = theirs.run("check --untrusted --format short").code(1).err;
        assert!(
            said.contains(&format!("{name}: error[untrusted-link]")),
            "{said}"
        );
    }
}

#[cfg(unix)]
#[test]
fn content_that_is_no_folder_is_an_error_and_not_an_empty_site() {
    for what in ["file", "pipe"] {
        let theirs = PullRequest::new();
        let content = theirs.theirs.root().join("content");
        std::fs::remove_dir_all(&content).expect("removed");
        match what {
            "file" => std::fs::write(&content, GOOD).expect("written"),
            _ => {
                let made = std::process::Command::new("mkfifo").arg(&content).status();
                assert!(made.is_ok_and(|status| status.success()), "no mkfifo here");
            }
        }
        for said in [theirs.check().code(1).err, theirs.build().code(1).err] {
            assert!(
                said.contains("content: error[not-a-folder]"),
                "{what}: {said}"
            );
        }
        let said = theirs.run("check --format short").code(1).err;
        assert!(said.contains("error[not-a-folder]"), "{what}: {said}");
    }
}

#[test]
fn the_environment_decides_nothing() {
    let theirs = PullRequest::new();
    let run = |epoch: &str, args: &str| {
        let mut command = program();
        command
            .current_dir(theirs.theirs.root())
            .env("SOURCE_DATE_EPOCH", epoch)
            .env("RAYON_NUM_THREADS", "many")
            .env("DATELINE_EDITOR", "evil://{file}")
            .env("NO_COLOR", "");
        ran(command.args(args.split_whitespace()))
    };
    let said = run("not a number", "check").code(2).err;
    assert!(said.contains("SOURCE_DATE_EPOCH"), "{said}");
    run("not a number", "check --untrusted --trusted ../main").code(0);
    // In 1970, everything is still to come.
    let line = "build --untrusted --trusted ../main --output ../out";
    run("0", line).code(0);
    let page = theirs.built("dikes/index.html");
    assert!(!page.contains("status-expected"), "{page}");
}

#[test]
fn a_forged_cache_is_neither_read_nor_written() {
    let theirs = PullRequest::new();
    theirs
        .theirs
        .write(".dateline/state", "dateline-memo forged");
    std::fs::create_dir_all(theirs.trusted().join(".dateline")).expect("made");
    std::fs::write(theirs.trusted().join(".dateline/state"), "forged").expect("written");
    let said = theirs.build().code(0).said();
    assert!(!said.contains("unusable-memo"), "{said}");
    assert_eq!(
        theirs.theirs.read(".dateline/state"),
        "dateline-memo forged"
    );
    let left: Vec<_> = files_below(&theirs.trusted().join(".dateline"))
        .into_keys()
        .collect();
    assert_eq!(left, ["state"]);
    let said = theirs
        .run("build --untrusted --output ../out --format short")
        .code(0)
        .said();
    assert!(!said.contains("unusable-memo"), "{said}");
    assert!(!theirs.theirs.has(".dateline/lock"));
}

#[test]
fn a_build_needs_an_output_outside_of_both_checkouts() {
    let theirs = PullRequest::new().with("preview/x", "");
    for (output, words) in [
        ("", "--untrusted needs --output"),
        ("--output public", "must be outside of the project"),
        ("--output preview/deep/er", "must be outside of the project"),
        ("--output ../main/public", "must be outside of the project"),
        (
            "--output ../project/../project/p",
            "must be outside of the project",
        ),
    ] {
        let line = format!("build --untrusted --trusted ../main {output}");
        let said = theirs.run(&line).code(2).err;
        assert!(said.contains(words), "{output}: {said}");
    }
    assert!(!theirs.theirs.has("public") && !theirs.trusted().join("public").exists());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(theirs.trusted(), theirs.theirs.around().join("link"))
            .expect("linked");
        let line = "build --untrusted --trusted ../main --output ../link/p";
        let said = theirs.run(line).code(2).err;
        assert!(said.contains("must be outside"), "{said}");
    }
}

#[test]
fn limits_are_tight_and_those_that_the_trusted_branch_sets_count() {
    let tags: Vec<String> = (0..60).map(|n| format!("tag{n}")).collect();
    let entries: String = (0..100)
        .map(|n| format!("  - {{id: e{n}, title: E{n}, date: 2025}}\n"))
        .collect();
    let article = format!(
        "---\ntitle: Many\nslug: many\ndate: 2025\ntags: [{}]\nentries:\n{entries}---\n",
        tags.join(", ")
    );
    let theirs = PullRequest::new().with("content/many.md", &article);
    // The owner may.
    theirs.run("check").code(0);
    let said = theirs.check().code(1).err;
    assert!(
        said.contains("content/many.md:5:")
            && said.contains("error[output-limit]: 60 tags × 100 entries")
            && said.contains("the limit is 5,000")
            && said.contains(
                "raise `listings` under `untrusted` of `limits` in the trusted site.yaml"
            ),
        "{said}"
    );
    // What the stranger sets does not.
    let raised = format!("{SITE}limits: {{listings: 100000, untrusted: {{listings: 100000}}}}\n");
    let theirs = theirs.with("site.yaml", &raised);
    theirs.check().code(1);
    theirs.run("check --untrusted").code(1);
    std::fs::write(theirs.trusted().join("site.yaml"), raised).expect("written");
    theirs.check().code(0);

    let long = format!("{GOOD}\n{}", "A line of text.\n".repeat(80_000));
    let theirs = PullRequest::new().with("content/a.md", &long);
    let said = theirs.check().code(1).err;
    assert!(
        said.contains("error[too-large]: the file is 2 MB; the limit is 1 MB"),
        "{said}"
    );
}

#[test]
fn annotations_name_the_files_of_the_pull_request() {
    let theirs = PullRequest::new().with("content/b.md", "---\ntitle: B\n---\n");
    let said = theirs
        .run("check --untrusted --trusted ../main --format github")
        .code(1)
        .out;
    assert!(said.contains("file=content/b.md"), "{said}");
    let said = theirs
        .run("check --untrusted --trusted ../main content/b.md")
        .code(1)
        .err;
    assert!(said.contains("content/b.md"), "{said}");
    let said = theirs.run("check --untrusted --trusted ../main content/a.md");
    assert!(said.code(0).out.contains("in other files: 1 error"));
}

#[test]
fn what_does_not_go_together_is_a_fault_of_usage() {
    let theirs = PullRequest::new();
    theirs.run("check --trusted ../main").code(2);
    theirs.run("check --untrusted --fix").code(2);
    let said = theirs
        .run("check --untrusted --trusted ../none")
        .code(2)
        .err;
    assert!(said.contains("../none is no folder"), "{said}");
    let said = theirs.run("check --untrusted --trusted ../main/content");
    assert!(said.code(2).err.contains("no-site"));
}

#[test]
fn a_ledger_of_the_stranger_s_is_not_read() {
    let theirs = PullRequest::new().with("urls.lock", "not a ledger\n");
    theirs.check().code(0);
    assert!(Path::new(&theirs.trusted()).join("site.yaml").exists());
}
