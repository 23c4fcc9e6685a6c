//! Codes for bodies, links and files.

use super::{Explained, body, code, files, keys, unshown};

const LINKS: &str = "it would take a symbolic link";

pub(super) const CODES: &[Explained] = &[
    code(
        "almost-markdown",
        "Something is almost a heading, a list or bold, so readers see its signs. A heading has a space after `#`, an item of a list begins with a hyphen and a space, and there is no space within `**`.",
        body("##High water\n\nThe river rises."),
        body("## High water\n\nThe river rises."),
    ),
    code(
        "active-file",
        "A page, script or drawing in `content/` could run code in a reader's browser, or load something from elsewhere. Content is not trusted to do that: a page or script is left out, a drawing is published without the part that the message names, and a page under another ending is published empty. Move the file to `static/`, which is trusted.",
        files(&[("content/tool.html", "<script>alert(1)</script>")]),
        files(&[("static/tool.html", "<script>alert(1)</script>")]),
    ),
    code(
        "attribute-list",
        "The text contains an attribute list of kramdown or Pandoc. Dateline leaves it out: remove it, or write HTML with the attributes. Only the id of a heading is understood: `## High water {#high}`.",
        body("The river rises.\n{: .warning}"),
        body("<p class=\"warning\">The river rises.</p>"),
    ),
    code(
        "bad-file-name",
        "The name of a file or folder can't be part of an address, or can't exist on every system: it has a backslash, a control character, one that changes the direction of writing, or bytes that are not UTF-8, it ends with a dot or a space, Windows reserves it (`con`, `aux.txt`), or it is longer than 255 bytes. Use letters, digits and hyphens. A lenient site leaves the file out.",
        files(&[("static/a\\b.txt", "")]),
        files(&[("static/a-b.txt", "")]),
    ),
    code(
        "broken-anchor",
        "A link points to an anchor (`#…`) that the page does not have. Headings create anchors: `## High water` is `#high-water`.",
        body("See [the heights](#heights)."),
        body("See [the heights](#heights).\n\n## Heights"),
    ),
    code(
        "broken-link",
        "A link points to an article, page or file that does not exist. Write the path of a file relative to this one, an address that begins with a slash, or the id of an article in double brackets.",
        body("As [we wrote](rivers.md)."),
        body("As [we wrote](rivers.md).").with(&[(
            "content/rivers.md",
            "---\ntitle: Rivers rise\ndate: 2025\n---\n",
        )]),
    ),
    unshown(
        "broken-picture",
        "With `features: {pictures: true}`, a picture beside an article can't be decoded: its file is damaged or cut short. It is published as it is, in one width. Save or download it again.",
        "it would take bytes that are not text",
    ),
    unshown(
        "broken-symlink",
        "A symbolic link points to a missing file. Remove it, or put the file there.",
        LINKS,
    ),
    unshown(
        "changed-meanwhile",
        "A file was changed while the site was being built, so its pages would not match each other. Build again.",
        "it would take two programs running at once",
    ),
    code(
        "circular-translation",
        "Articles are translations of each other, and none is the original. Remove `translation_of` from the original.",
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
        "duplicate-footnote",
        "Two footnotes have one name, or a footnote has the name of a source. The first one counts, a source before a footnote; the other one is not shown. Give it another name.",
        body("The river[^a] rises.\n\n[^a]: The Arun.\n\n[^a]: By a metre."),
        body("The river[^a] rises[^b].\n\n[^a]: The Arun.\n\n[^b]: By a metre."),
    ),
    code(
        "duplicate-text",
        "Two files contain the text of the same term or storyline. Keep one of them.",
        keys("tags: [floods]").with(&[
            ("content/terms/tags/floods.md", "---\ntitle: Floods\n---\n"),
            ("content/terms/tags/Floods.md", "---\ntitle: Floods\n---\n"),
        ]),
        keys("tags: [floods]")
            .with(&[("content/terms/tags/floods.md", "---\ntitle: Floods\n---\n")]),
    ),
    code(
        "duplicate-translation",
        "Two articles are the same article in the same language. Keep one, or fix its `lang`.",
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
        "hidden-comment",
        "The text contains a comment of another generator: `{% comment %}…{% endcomment %}`, `{# … #}`, `{{/* … */}}`, `{/* … */}`, `{::comment}…{:/comment}` or `%%…%%`. Readers do not see it. Remove it, or write it as `<!-- … -->`.",
        body("The river rises.\n\n{% comment %}ask the office again{% endcomment %}"),
        body("The river rises.\n\n<!-- ask the office again -->"),
    ),
    unshown(
        "large-picture",
        "With `features: {pictures: true}`, a picture beside an article has more than 50 million pixels, which would take much memory to make smaller. It is published as it is, in one width. Export it with fewer pixels; no page shows more than 1,600 in a row.",
        "it would take a file of many megabytes",
    ),
    code(
        "left-out",
        "A file in `content/` is not an article and is left out: it has no front matter, is a README, or is a copy that a synchronising program or an editor has left. Nothing is wrong if that is intended; otherwise begin it with `---`, a title, a date, and `---`, or give it a name of its own.",
        files(&[("content/a.md", "Rivers rise.\n")]),
        files(&[("content/a.md", "---\ntitle: Rivers rise\ndate: 2025\n---\n")]),
    ),
    unshown(
        "link-leads-out",
        "A symbolic link points outside its folder (`content/`, `static/` or `templates/`) or to a hidden file, which could publish something secret. Put a copy of the file here. The folder itself may be a link if `site.yaml` says so: `files: {linked: [content]}`.",
        LINKS,
    ),
    unshown(
        "linked-folder",
        "A symbolic link points to a folder and is not followed. Put the folder itself here.",
        LINKS,
    ),
    code(
        "markdown-in-html",
        "A citation is part of a block of raw HTML, where nothing is Markdown, so it is printed as it is written. Write the paragraph without tags.",
        super::Example {
            keys: "sources: [{id: report, title: The report}]",
            ..body("<p>The river rises.</p>[^report]")
        },
        super::Example {
            keys: "sources: [{id: report, title: The report}]",
            ..body("The river rises.[^report]")
        },
    ),
    unshown(
        "missing-codecs",
        "`features: {pictures: true}`, `{cards: true}` or `{png_charts: true}` in `site.yaml` has no effect, because this program was built without the codecs of pictures, or without what draws PNG. Use the program as it is shipped, or build it with `cargo build --release --locked --features shipped`. Without it, pictures are published as they are, with their width and height.",
        "it depends on how the program was built",
    ),
    code(
        "missing-alt",
        "A picture has no alternative text for readers who can't see it. Describe it in the brackets, or as `alt`.",
        body("![](/river.jpg)").with(&[("static/river.jpg", "(a picture)")]),
        body("![The river at the bridge](/river.jpg)").with(&[("static/river.jpg", "(a picture)")]),
    ),
    code(
        "not-a-citation",
        "A word in brackets is the `id` of a source, but a citation needs a `^` before it. Without it, readers see the brackets and the word.",
        super::Example {
            keys: "sources: [{id: report, title: The report}]",
            ..body("The river rises.[report]")
        },
        super::Example {
            keys: "sources: [{id: report, title: The report}]",
            ..body("The river rises.[^report]")
        },
    ),
    code(
        "nothing-left",
        "Every file that may have been an article is left out, so the site would be published without any. The published site stays as it is; fix what the other messages say of these files.",
        files(&[("content/a.md", "Rivers rise.\n")]),
        files(&[("content/a.md", "---\ntitle: Rivers rise\ndate: 2025\n---\n")]),
    ),
    unshown(
        "not-a-file",
        "A pipe, socket, device or folder is where a file should be. Reading a pipe might never end, so Dateline refuses it. Remove it, or replace it with a file.",
        "it would take a device",
    ),
    code(
        "not-a-link",
        "Something is almost a link or a picture, so readers see its brackets and its address. There is no space between `]` and `(`, an address with spaces stands in angle brackets, and the bracket after it is closed.",
        body("The [plan] (https://example.org/plan)."),
        body("The [plan](https://example.org/plan)."),
    ),
    code(
        "not-a-picture",
        "A file has the name of a picture, but no browser shows it as one: it is a HEIC or TIFF picture, a web page that was saved in its place, a drawing that is not well-formed XML, or empty. Export the picture again as JPEG, PNG, WebP or AVIF, a drawing as plain SVG. Or the address is that of a film or a post: name its host under `embeds` in `site.yaml`.",
        body("![The river](/river.png)").with(&[(
            "static/river.png",
            "<!DOCTYPE html>\n<title>Not found</title>\n",
        )]),
        body("![The river](/river.svg)").with(&[(
            "static/river.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
        )]),
    ),
    unshown(
        "not-utf8",
        "A file is not saved as UTF-8, so its characters can't be read. Choose UTF-8 when you save it.",
        "it would take bytes that are not text",
    ),
    code(
        "old-address",
        "A link names a page as another generator would: by the address that it had there (`/2024/01/01/rivers.html`, `/posts/rivers/`), or without the ending of its file (`../rivers/`). It leads to the page that it means, as long as only one can be meant. Write the file or the address of the page, so that it stays so.",
        body("[The rivers](/posts/rivers/)").with(&[(
            "content/posts/rivers.md",
            "---\ntitle: Rivers rise\ndate: 2025\n---\n",
        )]),
        body("[The rivers](posts/rivers.md)").with(&[(
            "content/posts/rivers.md",
            "---\ntitle: Rivers rise\ndate: 2025\n---\n",
        )]),
    ),
    code(
        "not-a-table",
        "Rows with bars are a table only if there is a line of dashes below the first one. Without it, readers see the bars. kramdown reads such rows as a table without a head; here, the first row is the head.",
        body("| Year | Level |\n| 2024 | 3 m |"),
        body("| Year | Level |\n| --- | --- |\n| 2024 | 3 m |"),
    ),
    code(
        "raw-link",
        "A link in raw HTML points outside the site, which is published under a path of its host. Markdown links are adjusted automatically; write a Markdown link, or the full path.",
        body("<a href=\"/\">Home</a>")
            .on("url: https://example.org/news/\nmarkdown: {raw_html: trust}"),
        body("<a href=\"/news/\">Home</a>")
            .on("url: https://example.org/news/\nmarkdown: {raw_html: trust}"),
    ),
    code(
        "removed-html",
        "Raw HTML contains an element or attribute that could run code or load something from elsewhere, that no browser knows, that can't be where it is, or that belongs to the page around the text; it is removed, and readers don't see it. Link to it, or write Markdown. A film or a post can be shown: see `embeds`. `markdown: {raw_html: trust}` in `site.yaml` keeps everything.",
        body("<iframe src=\"https://example.org/recording\"></iframe>"),
        body("[The recording](https://example.org/recording)"),
    ),
    code(
        "route-clash",
        "Two pages, or a page and a file, claim the same address. Give one of them another `slug` or name. In a lenient site, an article or page gets an address with a number, and a file is left out.",
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
        "The text contains a shortcode, a container or an import of another generator. Dateline supports none of these and prints it as it is: write a link, a picture or a note instead.",
        body("{{< youtube abc >}}"),
        body("[The recording](https://example.org/recording)"),
    ),
    code(
        "tag-as-text",
        "A word in angle brackets is no element of HTML (`vector<int>`, `<name>`), or it begins an element that would hide the rest of the text (`<script>`) and is never closed. Readers see it as it is written. Put it in backticks to say that it is meant so.",
        body("Rivers are a list<river>."),
        body("Rivers are a `list<river>`."),
    ),
    code(
        "too-deep",
        "Quotes, lists or emphasis are nested a hundred levels deep, which no page can show. Use fewer levels.",
        body(
            ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> so deep",
        ),
        body("> > not so deep"),
    ),
    unshown(
        "too-large",
        "A text file is larger than 10 MB (or than `text_megabytes` under `limits` in site.yaml), or a group has more than 500 keys. Split the file into several articles, or remove keys that the site does not use.",
        "it would fill this page",
    ),
    code(
        "unknown-citation",
        "The text cites a source that the article does not list. `[^name]` is the `id` of one of its `sources`, or the name of a footnote in the text.",
        body("The river rises[^report]."),
        super::Example {
            keys: "sources: [{id: report, title: The report}]",
            ..body("The river rises[^report].")
        },
    ),
    code(
        "unlisted-ending",
        "Files beside articles are copied only if the endings of their names are on a list of those that no browser runs (`docs/hosting.md`); this one is left out. Move the file to `static/`, or add its ending in `site.yaml`: `files: {endings: [stl]}`.",
        files(&[("content/bridge.stl", "solid bridge\n")]),
        body("[The bridge](bridge.stl)")
            .on("files: {endings: [stl]}")
            .with(&[("content/bridge.stl", "solid bridge\n")]),
    ),
    code(
        "unused-footnote",
        "Nothing in the text refers to a footnote, so it is not shown. Refer to it where it belongs, or remove it.",
        body("The river rises.\n\n[^a]: By a metre."),
        body("The river rises[^a].\n\n[^a]: By a metre."),
    ),
    unshown(
        "unreadable",
        "The operating system does not let Dateline read a file or folder. Check its permissions.",
        "it would take a file without read permission",
    ),
    code(
        "unsafe-link",
        "The address of a link would run code in a reader's browser, or has a scheme that Dateline does not know. Only the text is shown; link to an address that begins with https://.",
        body("[Press](javascript:alert(1))"),
        body("[Press](https://example.org/)"),
    ),
];
