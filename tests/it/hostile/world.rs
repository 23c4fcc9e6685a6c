//! What stands in the project's folder and is no file of it: links, pipes, what can't be read.
//! The same faults in a real folder and, where root can read everything, in memory.

#![cfg(unix)]

use std::os::unix::fs::{FileTypeExt, symlink};
use std::time::Duration;

use crate::project::{Project, Ran, ran};
use crate::site_test::{ROOT, SiteTest};

const GOOD: &str = "---\ntitle: Good\ndate: 2025\n---\n\nText.\n";

/// The one fault that a check says, without hanging; a build says the same and publishes nothing.
#[track_caller]
fn fault(project: &Project) -> String {
    let run = |verb: &str| -> Ran {
        let mut command = project.command();
        command.timeout(Duration::from_secs(30));
        ran(command.args([verb, "--format", "short"])).code(1)
    };
    let said = run("check").err;
    assert!(said.ends_with("\n1 error\n"), "{said}");
    let first = said.lines().next().expect("a line").to_owned();
    let built = run("build").err;
    assert!(built.starts_with(&format!("{first}\n1 error: ")), "{built}");
    assert!(!project.has("public"));
    first
}

fn linked(name: &str, target: &str) -> Project {
    let project = Project::new().article("a.md", GOOD);
    symlink(target, project.root().join(name)).expect("linked");
    project
}

#[test]
fn a_symbolic_link_out_of_the_site_is_refused_and_not_read() {
    for folder in ["content/out.md", "static/out.txt", "templates/out.html"] {
        let project = Project::new().article("a.md", GOOD);
        let link = project.root().join(folder);
        std::fs::create_dir_all(link.parent().expect("one")).expect("made");
        std::fs::write(project.around().join("secret"), "title: secret words").expect("written");
        symlink("../../secret", link).expect("linked");
        let said = fault(&project);
        assert!(
            said.starts_with(&format!("{folder}: error[link-leads-out]")),
            "{said}"
        );
        assert!(!said.contains("secret words"), "{said}");
    }
}

#[test]
fn a_link_to_the_machine_s_files_is_refused() {
    let said = fault(&linked("content/passwd.md", "/etc/passwd"));
    assert!(
        said.starts_with("content/passwd.md: error[link-leads-out]"),
        "{said}"
    );
}

#[test]
fn links_in_a_circle_end_as_a_fault() {
    let project = linked("content/one.md", "two.md");
    symlink("one.md", project.root().join("content/two.md")).expect("linked");
    let said = project.run("check --format short").code(1).err;
    for name in ["one", "two"] {
        assert!(
            said.contains(&format!("content/{name}.md: error[broken-symlink]")),
            "{said}"
        );
    }
    let said = fault(&linked("content/self.md", "self.md"));
    assert!(
        said.starts_with("content/self.md: error[broken-symlink]"),
        "{said}"
    );
}

#[test]
fn a_link_to_a_folder_is_not_followed_so_that_no_walk_is_without_end() {
    for target in [".", "..", "../content"] {
        let said = fault(&linked("content/again", target));
        assert!(
            said.starts_with("content/again: error[linked-folder]"),
            "{said}"
        );
    }
}

#[test]
fn a_link_within_the_site_is_the_file_that_it_leads_to() {
    let project = linked("content/copy.md", "drafts/real.md").file("content/drafts/real.md", GOOD);
    project.run("build").code(0);
    assert!(project.has("public/copy/index.html"));
}

#[test]
fn a_pipe_a_socket_and_a_device_are_refused_and_never_opened() {
    let project = Project::new().article("a.md", GOOD);
    let pipe = project.root().join("content/pipe.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "no mkfifo here");
    let kind = std::fs::symlink_metadata(&pipe).expect("there").file_type();
    assert!(kind.is_fifo());
    let said = fault(&project);
    assert!(
        said.starts_with("content/pipe.md: error[not-a-file]"),
        "{said}"
    );

    let project = Project::new().article("a.md", GOOD);
    let socket = project.root().join("content/s.md");
    let _open = std::os::unix::net::UnixListener::bind(socket).expect("a socket");
    let said = fault(&project);
    assert!(
        said.starts_with("content/s.md: error[not-a-file]"),
        "{said}"
    );

    let said = fault(&linked("content/zero.md", "/dev/zero"));
    assert!(
        said.starts_with("content/zero.md: error[link-leads-out]"),
        "{said}"
    );
}

#[test]
fn a_folder_and_a_file_that_can_t_be_read_are_named_and_the_rest_is_read() {
    let mut site = SiteTest::new()
        .article("a.md", GOOD)
        .article("closed.md", GOOD)
        .article("bad.md", "---\ntitle: Bad\n---\n");
    site.world = site
        .world
        .with_folder(format!("{ROOT}/content/folder"))
        .with_denied(format!("{ROOT}/content/folder"))
        .with_denied(format!("{ROOT}/content/closed.md"));
    let found = site.check();
    let lines: Vec<&str> = found.short.lines().collect();
    let begins = |n: usize, with: &str| assert!(lines[n].starts_with(with), "{}", found.short);
    begins(0, "content/bad.md:2:1: error[missing-date]");
    begins(1, "content/closed.md: error[unreadable]");
    begins(2, "content/folder: error[unreadable]");
    assert_eq!(lines.len(), 3, "{}", found.short);
    assert!(site.build().files.is_empty());
}

#[test]
fn a_name_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let project = Project::new().article("a.md", GOOD);
    let name = std::ffi::OsStr::from_bytes(b"content/\xff.md");
    if std::fs::write(project.root().join(name), GOOD).is_err() {
        // A file system that takes no such name.
        return;
    }
    let said = fault(&project);
    assert!(said.contains("error[bad-file-name]"), "{said}");
}

#[test]
fn an_output_that_is_not_ours_is_refused_and_stays() {
    let project = Project::new()
        .article("a.md", GOOD)
        .file("public/theirs.txt", "theirs");
    let ran = project.run("build").code(2);
    assert!(ran.err.contains("theirs.txt"), "{}", ran.err);
    assert_eq!(project.read("public/theirs.txt"), "theirs");
    for output in ["/", "..", ".", "content"] {
        let ran = project.run(&format!("build --output {output}")).code(2);
        assert!(!ran.err.is_empty());
    }
    assert_eq!(project.read("content/a.md"), GOOD);
}
