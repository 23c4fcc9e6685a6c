use std::collections::HashSet;

use crate::render::body::tests::render;

/// What is written for a text without links.
fn kept(text: &str) -> String {
    render(text, &[]).trim_end().to_owned()
}

#[test]
fn elements_and_attributes_of_the_lists_are_kept_and_nothing_else() {
    for (text, expected) in [
        ("<div class=\"mine\">x</div>", "<div class=\"mine\">x</div>"),
        (
            "<B TITLE='a \"b\"'>x</B>",
            "<p><b title=\"a &quot;b&quot;\">x</b></p>",
        ),
        ("a <iframe src=/x>b</iframe> c", "<p>a b c</p>"),
        ("a <script>b()</script> c", "<p>a  c</p>"),
        ("a <script>b() c", "<p>a &lt;script&gt;b() c</p>"),
        // Its end is in another piece of HTML: what stands between them is text.
        (
            "<div><script>\n\nb()\n\n</script>c</div>",
            "<div>&lt;script&gt;\n<p>b()</p>\n<p>c</p>\n</div>",
        ),
        (
            "<div>\n<!--\n\nhidden **b**\n\n> c\n\n<p>d --></p>\n\ne",
            "<div>\n\n<p>e</p>\n</div>",
        ),
        (
            "<a href=\"java\u{1}script:x\" rel=me>x</a>",
            "<p><a rel=\"me\">x</a></p>",
        ),
        (
            "<a href=\"&#106;ava&Tab;script&colon;x\">x</a>",
            "<p><a>x</a></p>",
        ),
        ("<img src=javascript:x alt=\"A <b>\">", "A &lt;b&gt;"),
        ("<img src=a.png src=b.png>", "<img src=\"a.png\">"),
        (
            "<p id=dl:faults class=\"skip mine\">x",
            "<p class=\"mine\">x</p>",
        ),
        (
            // What nobody sees is taken away later.
            "<p class=\"sk\0ip mine &#x202e;skip\">x",
            "<p class=\"mine\">x</p>",
        ),
        ("<h1>x</h1>", "<h2>x</h2>"),
        (
            "<p>a &eacute; &amp; &#150; & &#x202e; b < c",
            "<p>a &eacute; &amp; – &amp;  b &lt; c</p>",
        ),
        ("<q cite=\"javascript:x\">x</q>", "<p><q>x</q></p>"),
        (
            "<details open><summary>a</summary>\n\nb\n\n</details>",
            "<details open=\"\"><summary>a</summary>\n<p>b</p>\n</details>",
        ),
    ] {
        assert_eq!(kept(text), expected, "{text}");
    }
}

#[test]
fn what_is_opened_is_closed_within_its_paragraph_quotation_or_cell() {
    for (text, expected) in [
        ("a <b>b\n\nc</b> d", "<p>a <b>b</b></p>\n<p>c d</p>"),
        (
            "> <div>a\n\nb</div></blockquote>",
            "<blockquote>\n<div>a\n</div></blockquote>\n<p>b</p>",
        ),
        ("- a </li></ul></div> b", "<ul>\n<li>a  b</li>\n</ul>"),
        ("a <div>b</div> c", "<p>a </p>\n<div>b</div> c"),
        (
            "a <details>b\n\nc\n\n</details>\n\nd",
            "<p>a </p>\n<details>b\n<p>c</p>\n</details>\n<p>d</p>",
        ),
        ("*a <div>b</div>*", "<p><em>a b</em></p>"),
        ("[a <a href=/x>b</a>](/c)", "<p>a b</p>"),
        ("<b>x</i>y", "<p><b>xy</b></p>"),
        ("a[^1]\n\n[^1]: <div>b", "<section"),
    ] {
        let html = kept(text);
        match expected {
            "<section" => {
                assert_eq!(
                    html.matches("<div>").count(),
                    html.matches("</div>").count()
                );
            }
            _ => assert_eq!(html, expected, "{text}"),
        }
    }
}

#[test]
fn a_footnote_in_a_footnote_closes_what_it_opens() {
    let html = kept("a[^1] b[^2]\n\n[^1]: > [^2]: <b>x\n");
    for element in ["blockquote", "b", "p", "li"] {
        let (starts, ends) = (format!("<{element}>"), format!("</{element}>"));
        let starts = html.matches(&starts).count() + html.matches(&format!("<{element} ")).count();
        assert_eq!(starts, html.matches(&ends).count(), "{element}: {html}");
    }
}

/// Pieces that raw HTML is made of; some are Markdown.
const PIECES: [&str; 48] = [
    "<b>",
    "</b>",
    "<b title=1>",
    "<i>",
    "</i>",
    "<a href=/x>",
    "</a>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<caption>",
    "<tbody>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<h2>",
    "</h2>",
    "<details>",
    "<summary>",
    "</details>",
    "<ruby>",
    "<rt>",
    "<center>",
    "<pre>",
    "</pre>",
    "<span>",
    "</span>",
    "<br>",
    "x",
    "y ",
    "\n",
    "\n\n",
    "*",
    "> ",
    "- ",
    "<!-- c -->",
    "<script>",
];

/// Texts of pieces in every order, the same each time.
fn texts(count: u32) -> impl Iterator<Item = String> {
    (0..count).map(|seed| {
        let mut state = u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % PIECES.len() as u64).expect("small")
        };
        let len = 4 + seed as usize % 60;
        (0..len).map(|_| PIECES[next()]).collect()
    })
}

/// The number of start tags.
fn elements(html: &str) -> usize {
    let mut tags = html.match_indices('<').map(|(at, _)| &html[at + 1..]);
    let starts = tags
        .by_ref()
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    starts.count()
}

/// The parser of browsers, which keeps everything that may be in a text.
fn browser() -> ammonia::Builder<'static> {
    let tags: HashSet<&str> = crate::parse::raw_html::ELEMENTS
        .into_iter()
        .chain(["div", "section", "small", "script"])
        .collect();
    let attributes = [
        "id",
        "class",
        "title",
        "aria-label",
        "tabindex",
        "href",
        "src",
        "alt",
        "rel",
        "open",
        "lang",
        "dir",
        "scope",
        "type",
        "loading",
        "decoding",
    ];
    let mut browser = ammonia::Builder::default();
    browser
        .clean_content_tags(HashSet::new())
        .tags(tags)
        .generic_attributes(attributes.into_iter().collect())
        .link_rel(None);
    browser
}

/// A second opinion: what is written has as many elements in a browser as it has tags, and the same
/// again when that is parsed. (`<tbody>` and `<colgroup>` are implied.)
#[test]
fn a_browser_makes_no_more_elements_of_it_than_it_has_tags() {
    let browser = browser();
    for text in texts(700) {
        let html = kept(&text);
        let parsed = browser.clean(&html).to_string();
        let implied = html.matches("<tr>").count() + html.matches("<t").count();
        let (written, made) = (elements(&html), elements(&parsed));
        assert!(
            made <= written + implied + 8,
            "{made} of {written}:\n{text}\n---\n{html}\n---\n{parsed}"
        );
        let ends = html.matches("</").count();
        let void = html.matches("<br").count() + html.matches("<hr").count();
        assert_eq!(written, ends + void, "{text}\n---\n{html}");
    }
}

#[test]
fn the_output_grows_with_the_input_and_no_more() {
    let browser = browser();
    let parsed = |html: &str| browser.clean(html).to_string();
    let open: String = (0..250).map(|n| format!("<b title={n}>")).collect();
    for (text, part) in [
        (open.as_str(), "<p>x</p>"),
        (open.as_str(), "\n\nx\n\n"),
        (open.as_str(), "<table><tr><td>x</table>"),
        ("", "<b>x</i>"),
        ("", "<b><p>"),
        ("", "<a href=/x><b>"),
        ("", "</b>"),
        ("", "<li><b>x"),
    ] {
        let of = |n: usize| {
            let text = format!("{text}{}", part.repeat(n));
            let html = kept(&text);
            (elements(&html), elements(&parsed(&html)), html.len())
        };
        let (one, two) = (of(1000), of(2000));
        assert!(two.0 <= 2 * one.0 + 600, "{part}: {one:?} {two:?}");
        assert!(two.1 <= 2 * one.1 + 600, "{part}: {one:?} {two:?}");
        assert!(two.2 <= 2 * one.2 + 20_000, "{part}: {one:?} {two:?}");
    }
}
