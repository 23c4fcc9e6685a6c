//! Codes for bodies, links and files.

use super::{Explained, body, code, files, keys, unshown};

const LINKS: &str = "it takes a symbolic link";

pub(super) const CODES: &[Explained] = &[
    code(
        "active-file",
        "A page, script or drawing in `content/` would run in a reader's browser. Content is not trusted with that, and the file is left out or cleaned. Move it to `static/`, which is yours.",
        files(&[("content/tool.html", "<script>alert(1)</script>")]),
        files(&[("static/tool.html", "<script>alert(1)</script>")]),
    ),
    code(
        "bad-file-name",
        "The name of a file can't be an address. Use letters, digits and dashes, 255 bytes at most.",
        files(&[("static/a\\b.txt", "")]),
        files(&[("static/a-b.txt", "")]),
    ),
    code(
        "broken-anchor",
        "A link leads to a place in a page (`#…`) that the page does not have. Headings make such places: `## High water` is `#high-water`.",
        body("See [the heights](#heights)."),
        body("See [the heights](#heights).\n\n## Heights"),
    ),
    code(
        "broken-link",
        "A link leads to an article, page or file that is not there. Write the path of a file beside this one, an address that begins with a slash, or the id of an article in double brackets.",
        body("As [we wrote](rivers.md)."),
        body("As [we wrote](rivers.md).").with(&[(
            "content/rivers.md",
            "---\ntitle: Rivers rise\ndate: 2025\n---\n",
        )]),
    ),
    unshown(
        "broken-symlink",
        "A symbolic link leads to no file. Remove it, or put the file there.",
        LINKS,
    ),
    unshown(
        "changed-meanwhile",
        "A file was changed while the site was built, so that its pages would not belong together. Build again.",
        "it takes two programs at work at once",
    ),
    code(
        "circular-translation",
        "Articles are translations of each other, and none is the original. The original has no `translation_of`.",
        files(&[
            (
                "content/a.md",
                "---\nid: a\ntitle: A\ndate: 2025\ntranslation_of: b\n---\n",
            ),
            (
                "content/b.md",
                "---\nid: b\ntitle: B\ndate: 2025\nlang: id\ntranslation_of: a\n---\n",
            ),
        ]),
        files(&[
            ("content/a.md", "---\nid: a\ntitle: A\ndate: 2025\n---\n"),
            (
                "content/b.md",
                "---\nid: b\ntitle: B\ndate: 2025\nlang: id\ntranslation_of: a\n---\n",
            ),
        ]),
    ),
    code(
        "duplicate-text",
        "Two files are the text of one term or story. Keep one of them.",
        keys("tags: [floods]").with(&[
            ("content/terms/tags/floods.md", "---\ntitle: Floods\n---\n"),
            ("content/terms/tags/Floods.md", "---\ntitle: Floods\n---\n"),
        ]),
        keys("tags: [floods]")
            .with(&[("content/terms/tags/floods.md", "---\ntitle: Floods\n---\n")]),
    ),
    code(
        "duplicate-translation",
        "Two articles are the same article in the same language. Keep one, or mend its `lang`.",
        files(&[
            ("content/a.md", "---\nid: a\ntitle: A\ndate: 2025\n---\n"),
            (
                "content/b.md",
                "---\ntitle: B\ndate: 2025\nlang: id\ntranslation_of: a\n---\n",
            ),
            (
                "content/c.md",
                "---\ntitle: C\ndate: 2025\nlang: id\ntranslation_of: a\n---\n",
            ),
        ]),
        files(&[
            ("content/a.md", "---\nid: a\ntitle: A\ndate: 2025\n---\n"),
            (
                "content/b.md",
                "---\ntitle: B\ndate: 2025\nlang: id\ntranslation_of: a\n---\n",
            ),
            (
                "content/c.md",
                "---\ntitle: C\ndate: 2025\nlang: de\ntranslation_of: a\n---\n",
            ),
        ]),
    ),
    code(
        "left-out",
        "A file of `content/` is no article, and is left out: it has no front matter, or is a README. Nothing is wrong if that is meant; else begin it with `---`, a title, a date, and `---`.",
        files(&[("content/a.md", "Rivers rise.\n")]),
        files(&[("content/a.md", "---\ntitle: Rivers rise\ndate: 2025\n---\n")]),
    ),
    unshown(
        "link-leads-out",
        "A symbolic link leads out of the project, where Dateline reads nothing. Put a copy of the file here.",
        LINKS,
    ),
    unshown(
        "linked-folder",
        "A symbolic link leads to a folder, and is not followed. Put the folder itself here.",
        LINKS,
    ),
    code(
        "missing-alt",
        "A picture has no words for readers who do not see it. Say in the brackets, or as `alt`, what it shows.",
        body("![](/river.jpg)").with(&[("static/river.jpg", "(a picture)")]),
        body("![The river at the bridge](/river.jpg)").with(&[("static/river.jpg", "(a picture)")]),
    ),
    unshown(
        "not-a-file",
        "A pipe, socket or device stands among the files; reading it might never end. Remove it.",
        "it takes a device",
    ),
    unshown(
        "not-utf8",
        "A file is saved in an encoding other than UTF-8, so that its letters can't be told. Choose UTF-8 when you save it.",
        "what is no text can't be shown in one",
    ),
    code(
        "raw-link",
        "A link in raw HTML leads out of the site, which stands under a path of its host. Links of Markdown are put right by themselves; write it as one, or with the whole path.",
        body("<a href=\"/about/\">About</a>")
            .on("url: https://example.org/news/\nmarkdown: {raw_html: trust}"),
        body("<a href=\"/news/about/\">About</a>")
            .on("url: https://example.org/news/\nmarkdown: {raw_html: trust}"),
    ),
    code(
        "route-clash",
        "Two pages, or a page and a file, want one address. Give one of them another `slug` or name.",
        files(&[
            (
                "content/one.md",
                "---\ntitle: One\ndate: 2025\nslug: rivers\n---\n",
            ),
            (
                "content/two.md",
                "---\ntitle: Two\ndate: 2025\nslug: rivers\n---\n",
            ),
        ]),
        files(&[
            (
                "content/one.md",
                "---\ntitle: One\ndate: 2025\nslug: rivers\n---\n",
            ),
            (
                "content/two.md",
                "---\ntitle: Two\ndate: 2025\nslug: rivers-again\n---\n",
            ),
        ]),
    ),
    code(
        "shortcode",
        "A shortcode of another generator stands in the text. Dateline knows none, and prints it as it is: write a link, or a picture, in its place.",
        body("{{< youtube abc >}}"),
        body("[The recording](https://example.org/recording)"),
    ),
    code(
        "too-deep",
        "Quotes, lists or emphasis stand in each other a hundred times, which no page can show. Write it with fewer steps.",
        body(
            ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> so deep",
        ),
        body("> > not so deep"),
    ),
    unshown(
        "too-large",
        "A file of text has more than 10 MB, or a group more than 500 keys. Split it into several articles.",
        "it would fill this page",
    ),
    code(
        "unknown-citation",
        "The text cites a source that the article does not list. `[^name]` is the `id` of one of its `sources`, or a footnote below the text.",
        body("The river rises[^report]."),
        super::Example {
            keys: "sources: [{id: report, title: The report}]",
            ..body("The river rises[^report].")
        },
    ),
    unshown(
        "unreadable",
        "The operating system does not let Dateline read a file or folder. Check its permissions.",
        "it takes a file without permission",
    ),
    code(
        "unsafe-link",
        "A link would run something in a reader's browser. Only its words are shown; link to an address that begins with https://.",
        body("[Press](javascript:alert(1))"),
        body("[Press](https://example.org/)"),
    ),
];
