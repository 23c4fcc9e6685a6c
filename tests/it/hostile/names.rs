//! Names that content shares with the page around it, and with the terminal.

use std::collections::BTreeSet;

use crate::html;
use crate::project::{Project, program, ran};
use crate::site_test::SiteTest;

fn ids(page: &str) -> Vec<String> {
    let tags = html::tags(page);
    let ids = tags.iter().filter_map(|tag| tag.attribute("id"));
    ids.map(str::to_owned).collect()
}

/// Ids of headings and raw HTML stay what they are, and are nobody else's.
#[test]
fn ids_of_a_text_are_kept_and_no_id_is_there_twice() {
    let own = [
        "dateline-faults",
        "page-main",
        "article-sources",
        "article-corrections",
        "article-share",
        "term-timeline",
        "main",
        "menu",
        "entries",
        "explore-form",
        "faults",
        "dl",
        "source-code",
    ];
    for raw in [false, true] {
        let texts = own.iter().map(|id| match raw {
            true => format!("<p id=\"{id}\">x</p>\n\n"),
            false => format!("## Heading {id} {{#{id}}}\n\nx\n\n"),
        });
        let text = format!(
            "---\ntitle: T\ndate: 2025-01-01\nsources: [{{title: S}}]\ncorrections: [{{date: 2025-01-02, text: C}}]\n\
             entries: [{{id: e, title: E, date: 2024}}]\n---\n\n{}",
            texts.collect::<String>()
        );
        let site = SiteTest::new().article("a.md", &text).built();
        let ids = ids(site.text("a/index.html"));
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        for id in own {
            assert!(ids.contains(&id.to_owned()), "{id}: {ids:?}");
        }
        assert!(!site.found.text.contains("removed"), "{}", site.found.text);
    }
}

#[test]
fn ids_of_the_page_are_taken_from_raw_html_with_a_warning() {
    for id in [
        "dl:faults",
        "DL:page-main",
        "dl:",
        "source-1",
        "entry-e",
        "cite-1-1",
        "fn-1",
        "fnref-1",
        "correction-1",
        "y-2025",
        "m-2025-01",
        "top",
        "&#100;l:faults",
    ] {
        let text = format!("---\ntitle: T\ndate: 2025-01-01\n---\n\n<p id=\"{id}\">x</p>\n");
        let site = SiteTest::new().article("a.md", &text).built();
        assert!(
            site.found.warnings().contains(&"removed-html"),
            "{id}: {}",
            site.found.text
        );
        let page = site.text("a/index.html");
        assert!(page.contains("<p>x</p>"), "{id}: {page}");
    }
}

#[test]
fn a_public_anchor_of_the_page_still_leads_there_unless_the_text_has_it() {
    let keys = "---\ntitle: T\ndate: 2025-01-01\nsources: [{title: S}]\n---\n\n";
    let page = |body: &str| {
        let site = SiteTest::new()
            .article("a.md", &format!("{keys}{body}"))
            .built();
        site.text("a/index.html").to_owned()
    };
    let plain = page("x\n");
    assert!(
        plain.contains("<section class=\"after\" id=\"article-sources\""),
        "{plain}"
    );
    let taken = page("## Article sources\n");
    assert!(taken.contains("<h2 id=\"article-sources\""), "{taken}");
    assert!(!taken.contains("<section class=\"after\" id="), "{taken}");
}

#[test]
fn classes_of_the_theme_are_taken_from_raw_html_and_others_stay() {
    let text = "---\ntitle: T\ndate: 2025-01-01\n---\n\n<p class=\"banner retraction mine dateline-mark right\">x</p>\n";
    let site = SiteTest::new().article("a.md", text).built();
    let page = site.text("a/index.html");
    assert!(page.contains("<p class=\"mine right\">x</p>"), "{page}");
    let said = site
        .found
        .list
        .iter()
        .filter(|d| d.code == "removed-html")
        .count();
    assert_eq!(said, 3, "{}", site.found.text);
}

/// Characters that steer a terminal, or change the order of what is read.
const SIGNS: [&str; 8] = [
    "\u{1b}]0;owned\u{7}",
    "\u{1b}]52;c;ZXZpbA==\u{1b}\\",
    "\u{9b}31m",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{2066}",
    "\u{7f}\u{8}",
    "\u{1b}P1q",
];

#[test]
fn no_sign_reaches_the_terminal_from_a_name_a_key_or_a_value() {
    let project = Project::new();
    project.write("site.yaml", "title: T\nurl: https://example.org/\n");
    for (n, sign) in SIGNS.into_iter().enumerate() {
        let quoted: String = sign
            .chars()
            .map(|c| format!("\\U{:08x}", u32::from(c)))
            .collect();
        let good = format!(
            "---\ntitle: Alpha {n}\ndate: 2025\ntags: [\"a{quoted}\"]\nplace: \"p{quoted}\"\nsources: [{{title: \"s{quoted}\"}}]\n\
             \"titel{quoted}\": 1\n---\n[x](<a{sign}.md>) <b on{sign}=x class=\"skip\">y{sign}</b>\n"
        );
        project.write(&format!("content/good{n}.md"), &good);
        project.write(&format!("content/b{sign}.md"), "---\ntitel: x\n---\nx\n");
        project.write(
            &format!("content/c{sign}.md"),
            "---\ntitle: C\ndate: 2025\n---\nx\n",
        );
    }
    let named = format!("content/b{}.md", SIGNS[0]);
    let mut lines: Vec<Vec<&str>> = Vec::new();
    for format in ["human", "short", "json", "github"] {
        lines.push(vec!["check", "-vv", "--format", format, "--color", "never"]);
    }
    lines.extend([
        vec!["build", "--color", "never"],
        vec!["list"],
        vec!["list", "--as", "csv"],
        vec!["list", "--as", "json"],
        vec!["why", named.as_str()],
        vec!["urls"],
        vec!["urls", "--format", "json"],
        vec!["fmt", "--check"],
        vec!["check", "--fix", "--dry-run"],
        vec!["check", named.as_str()],
    ]);
    for line in lines {
        let ran = ran(program().current_dir(project.root()).args(&line));
        for text in [&ran.out, &ran.err] {
            let steers = |c: char| {
                c.is_control() && !matches!(c, '\n' | '\t')
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            let found = text.replace("\r\n", "\n").find(steers);
            assert!(found.is_none(), "{line:?}: {text:?}");
        }
    }
}
