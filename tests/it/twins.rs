//! The Markdown twins of articles, as programs read them.

use comrak::{Options, markdown_to_html};

use crate::site_test::{SITE, SiteTest};

const ARTICLE: &str = "---\nid: launch\ntitle: Launch of \"Aurora\"\ndate: 2025-12-09\nplace: Oslo\n\
    published: 2025-12-10T08:00:00Z\ntags: [space, \"R&D\"]\nsummary: It flew *high*.\n\
    sources:\n  - {id: cnbc, title: Report, url: \"https://news.example/a(1)\", publisher: CNBC, date: 2025-12-09}\n\
    corrections:\n  - {date: 2025-12-11, text: The name was wrong.}\n\
    entries:\n  - {id: landing, title: It lands, date: 2026-Q1, status: expected}\n---\n\
    # Launch of \"Aurora\"\n\n## What flew\n\nIt flew[^cnbc], see [[later]] and [the file](plan.pdf).\n\n\
    ![A rocket](aurora.png)\n\n<script>alert(1)</script>\n\n- [x] built\n- [ ] landed\n";

fn desk() -> SiteTest {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01";
    SiteTest::new()
        .site(&format!("{SITE}features: {{markdown: true}}\n"))
        .article("launch.md", ARTICLE)
        .article("later.md", "---\ntitle: Later\ndate: 2026\n---\nWait.\n")
        .bytes("content/aurora.png", png)
        .bytes("content/plan.pdf", b"%PDF-1.4")
}

#[test]
fn an_article_has_a_twin_that_it_and_llms_txt_lead_to() {
    let outcome = desk().built();
    let page = outcome.text("launch/index.html");
    let link = "<link rel=\"alternate\" type=\"text/markdown\" title=\"Launch of “Aurora”\" href=\"https://example.org/launch/index.html.md\">";
    assert!(page.contains(link), "{page}");
    let llms = outcome.text("llms.txt");
    assert!(
        llms.contains("(https://example.org/launch/index.html.md)"),
        "{llms}"
    );
    let without = desk().site(SITE).built();
    assert!(!without.has("launch/index.html.md"));
    assert!(!without.text("launch/index.html").contains("text/markdown"));
    assert!(
        without
            .text("llms.txt")
            .contains("(https://example.org/launch/)")
    );
}

#[test]
fn a_twin_has_the_facts_the_text_and_the_sources() {
    let outcome = desk().built();
    let twin = outcome.text("launch/index.html.md");
    let expected = "---\n\
        id: \"launch\"\n\
        title: \"Launch of “Aurora”\"\n\
        url: \"https://example.org/launch/\"\n\
        date: \"2025-12-09\"\n\
        place: \"Oslo\"\n\
        published: \"2025-12-10T08:00:00Z\"\n\
        updated: \"2025-12-11T00:00:00Z\"\n\
        status: \"happened\"\n\
        lang: \"en\"\n\
        summary: \"It flew *high*.\"\n\
        tags: [\"space\", \"R&D\"]\n\
        ---\n\n\
        # Launch of “Aurora”\n\n\
        **Happened: Tuesday 9 December 2025**\n\n\
        It flew \\*high\\*.\n\n\
        ## What flew\n\n\
        It flew[^cnbc], see [Later](https://example.org/later/) and [the file](https://example.org/launch/plan.pdf).\n\n\
        ![A rocket](https://example.org/launch/aurora.png)\n\n\
        - [x] built\n- [ ] landed\n\n\
        ## Events in this article\n\n\
        - Tuesday 9 December 2025: [Launch of “Aurora”](https://example.org/launch/)\n\
        - first quarter of 2026: [It lands](https://example.org/launch/#entry-landing)\n\n\
        ## Sources\n\n\
        [^cnbc]: [Report](https://news.example/a%281%29), CNBC, Tuesday 9 December 2025\n\n\
        ## Corrections\n\n\
        - Thursday 11 December 2025, Correction: The name was wrong.\n";
    assert_eq!(twin, expected);
}

/// The words of HTML, without those of notes, signs of links, and what is added to the text.
fn words(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (name, after) = tag.split_once('>').unwrap_or((tag, ""));
        rest = after;
        let end = match name {
            name if name.starts_with("sup") => "</sup>",
            name if name.starts_with("a class=\"anchor\"") => "</a>",
            name if name.starts_with("section class=\"footnotes\"") => "</section>",
            name if name.starts_with("p class=\"alert-title\"")
                || name.starts_with("p class=\"markdown-alert-title\"") =>
            {
                "</p>"
            }
            name if name.starts_with("figure") => "</figure>",
            name if name.starts_with("small") => "</small>",
            name if name.starts_with("p class=\"dateline\"") => "</p>",
            _ => {
                if ![
                    "em", "strong", "a ", "/a", "/em", "/strong", "code", "/code", "b", "/b", "i",
                    "/i", "del", "/del",
                ]
                .iter()
                .any(|inline| name.starts_with(inline))
                {
                    text.push(' ');
                }
                continue;
            }
        };
        rest = rest.split_once(end).map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = text
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[test]
fn a_twin_says_what_the_page_says() {
    let mut compared = 0;
    for name in ["kabar", "languages", "events", "stories", "look"] {
        let test = SiteTest::fixture(name);
        let config = std::fs::read_to_string(crate::goldens::site_folder(name).join("site.yaml"))
            .expect("a site");
        let config = match config.contains("\nfeatures:") {
            true => config.replace("\nfeatures:", "\nfeatures:\n  markdown: true"),
            false => format!("{config}\nfeatures: {{markdown: true}}\n"),
        };
        let outcome = test.site(&config).built();
        let twins = outcome
            .files
            .keys()
            .filter(|route| route.ends_with(".html.md"));
        for twin in twins {
            let page = outcome.text(twin.strip_suffix(".md").expect("a twin"));
            let Some((_, body)) = page.split_once("<div class=\"story-body prose\"") else {
                continue;
            };
            let body = body.split_once('>').expect("the start of a tag").1;
            let body = body
                .split_once("<div class=\"story-after\">")
                .expect("the end of the text")
                .0;
            let mut options = Options::default();
            options.extension.table = true;
            options.extension.footnotes = true;
            options.extension.strikethrough = true;
            options.extension.tasklist = true;
            options.extension.alerts = true;
            options.extension.description_lists = true;
            options.render.r#unsafe = true;
            let text = outcome
                .text(twin)
                .splitn(3, "---\n")
                .nth(2)
                .expect("front matter");
            let html = markdown_to_html(text, &options);
            let (page, twin_words) = (words(body).join(" "), words(&html).join(" "));
            assert!(
                twin_words.contains(&page),
                "{name}: {twin}\n{page}\n\n{twin_words}\n\n{text}"
            );
            compared += 1;
        }
    }
    assert!(compared >= 20, "{compared}");
}
