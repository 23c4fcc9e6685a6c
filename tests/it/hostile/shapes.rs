//! Texts that parsers take long over, of any size. Pure, since the bench `linear` times them too.

/// One shape: an article made of `n` of something.
pub struct Shape {
    pub name: &'static str,
    /// Of which the article has some hundred kilobytes, or as many as the limits let pass.
    pub n: usize,
    pub article: fn(usize) -> String,
}

macro_rules! shapes {
    ($($name:literal, $n:literal, |$i:ident| $article:expr;)*) => {
        pub const SHAPES: &[Shape] = &[$(Shape { name: $name, n: $n, article: |$i| $article }),*];
    };
}

shapes! {
    "quotes in quotes", 50_000, |n| text("> ", n, "x");
    "lists in lists", 50_000, |n| text("- ", n, "x");
    "quotes, fifty deep, of many lines", 2_000, |n| text(&format!("{}x\n", ">".repeat(50)), n, "");
    "lists, twelve deep, of many items", 1_000, |n| {
        let steps: String = (0..12).map(|d| format!("{}- x\n", "  ".repeat(d))).collect();
        text(&steps, n, "")
    };
    "numbered items", 20_000, |n| text("1. x\n", n, "");
    "items with blank lines", 20_000, |n| text("- x\n\n", n, "");
    "task lists", 20_000, |n| text("- [ ] x\n", n, "");
    "definition lists", 10_000, |n| text("x\n: y\n\n", n, "");
    "brackets after Chinese, line by line", 20_000, |n| text("中文\n", 1, "") + &"[\n".repeat(n);
    "emphasis in brackets", 20_000, |n| text("*[", n, "");
    "wrong anchors", 2_000, |n| numbered("## x@\n\n[a](#y@)\n\n", n);
    "open brackets", 100_000, |n| text("[", n, "");
    "closed brackets", 100_000, |n| text("]", n, "");
    "open wiki links", 50_000, |n| text("[[", n, "");
    "open pictures", 50_000, |n| text("![", n, "");
    "pictures in pictures", 20_000, |n| format!("{}x{}", text("![", n, ""), "](y)".repeat(n));
    "links that never end", 50_000, |n| text("[a](", n, "");
    "links with open angles", 100_000, |n| text("[a](<b", n, "");
    "links with open titles", 40_000, |n| text("[a](b \"", n, "");
    "links with open parentheses", 50_000, |n| text("[a](b(", n, "");
    "empty links in brackets", 30_000, |n| text("[[]()", n, "");
    "stars and underscores", 50_000, |n| text("*_", n, "");
    "open emphasis", 40_000, |n| text("*a _b ", n, "");
    "closed emphasis", 40_000, |n| text("a* b_ ", n, "");
    "emphasis and brackets", 30_000, |n| text("[*_a", n, "");
    "three stars", 40_000, |n| text("a***", n, "");
    "tildes and stars", 40_000, |n| text("~~*a", n, "");
    "runs of backticks", 400, |n| (1..=n).fold(text("", 0, ""), |t, i| t + &"`".repeat(i) + "a ");
    "backticks", 50_000, |n| text("`a``", n, "");
    "open fences", 20_000, |n| text("```a\n", n, "");
    "long tables", 10_000, |n| text("| a | b |\n", 1, "|---|---|\n") + &"| 1 | 2 |\n".repeat(n);
    "wide tables", 10_000, |n| text("|a", n, "|\n") + &"|-".repeat(n) + "|\n|1|\n|2|\n|3|\n";
    "tables that may be", 20_000, |n| text("|a\n|-\n", n, "");
    "definitions of footnotes", 4_000, |n| numbered("[^n@]: x\n\n", n);
    "footnotes and references", 3_000, |n| numbered("a[^n@]\n\n[^n@]: x\n\n", n);
    "one footnote, cited often", 20_000, |n| text("a[^n] ", n, "\n\n[^n]: x\n");
    "open notes", 60_000, |n| text("^[", n, "");
    "open notes, closed at the end", 60_000, |n| text("^[", n, "]");
    "open footnotes", 60_000, |n| text("[^", n, "");
    "scripts in a line", 4_000, |n| text("<script>", n, "");
    "scripts in words", 4_000, |n| text("a <script> ", n, "");
    "scripts with lines between", 4_000, |n| text("<script>\n\n", n, "");
    "styles that are closed last", 25_000, |n| text("<style>", n, &"</style>".repeat(n));
    "scripts that are not closed", 4_000, |n| text("<script></script", n, "");
    "text areas in words", 4_000, |n| text("a <textarea> ", n, "");
    "expressions after brackets", 4_000, |n| text("]:{{ \"a\" | url }}", n, "");
    "open comments with spaces", 40_000, |n| text("<!-- ", n, "");
    "comments of HTML with scripts", 15_000, |n| text("<div><!-- <script> --></div>", n, "");
    "open footnotes at ends of lines", 40_000, |n| text("[^\n", n, "");
    "open footnotes in lists", 30_000, |n| text("- [^\n", n, "");
    "open footnotes in tags", 30_000, |n| text("<a [^\n", n, "");
    "open footnotes in quotes", 30_000, |n| text("> [^\n", n, "");
    "definitions that hold open footnotes", 10_000, |n| text("[^a]: [^\n", n, "");
    "definitions that hold open tags", 10_000, |n| text("[^a]: <a\n", n, "");
    "reference links", 5_000, |n| numbered("[x@]\n\n[x@]: https://a.org/@\n\n", n);
    "one reference, used often", 20_000, |n| text("[x]: https://a.org/\n\n", 1, "") + &"[x] ".repeat(n);
    "a long reference, used often", 1_000, |n| text("[x]: https://a.org/", 1, "") + &"y".repeat(n) + "\n\n" + &"[x] ".repeat(n);
    "open references", 20_000, |n| text("[x]: \"\n", n, "");
    "open tags", 50_000, |n| text("<a ", n, "");
    "open comments", 40_000, |n| text("<!--", n, "");
    "comments that may begin", 40_000, |n| text("!-- <", n, "");
    "open instructions", 40_000, |n| text("a<?", n, "");
    "open declarations", 40_000, |n| text("a<!A", n, "");
    "open character data", 20_000, |n| text("a<![CDATA[", n, "");
    "tags with open quotes", 30_000, |n| text("<a b='", n, "");
    "tags in tags", 10_000, |n| text("<b>", n, "x");
    "blocks in blocks", 10_000, |n| text("<div>", n, "x");
    "ends of tags", 20_000, |n| text("x</b>", n, "");
    "tags that cross", 3_000, |n| text("<b><i>x</b></i>", n, "");
    "links in tables of raw HTML", 3_000, |n| text("<table><a>", n, "x");
    "open formatting before paragraphs", 20_000, |n| bold("<p>x</p>", n);
    "open formatting before Markdown", 10_000, |n| bold("\n\nx\n\n", n);
    "open formatting before tables", 5_000, |n| bold("<table><tr><td>x</table>", n);
    "open formatting before items", 10_000, |n| bold("<ul><li>x</ul>", n);
    "open formatting before headings", 10_000, |n| bold("<h2>x</h2>", n);
    "open formatting before ends of others", 20_000, |n| bold("</i>", n);
    "open formatting and links", 10_000, |n| bold("<a href=/x>", n);
    "ends of other elements", 20_000, |n| text("<b>x</i>", n.min(250), &"<i>x</b>".repeat(n));
    "paragraphs that no tag ends", 20_000, |n| text("<p>x", n, "");
    "items that no tag ends", 20_000, |n| text("<li>x", n, "");
    "items of lists in items", 200, |n| text("<ul><li>x", n.min(120), &"</ul>".repeat(n));
    "cells that no tag ends", 10_000, |n| text("<table>", 1, &"<tr><td>x".repeat(n));
    "cells without a table", 20_000, |n| text("<td>x", n, "");
    "tables in cells", 200, |n| text("<table><tr><td>", n.min(80), &"x ".repeat(n));
    "formatting in tables", 5_000, |n| text("<table><b><tr><td>x</table>", n, "");
    "blocks in paragraphs", 10_000, |n| text("x <div>y</div> ", n, "");
    "blocks in emphasis", 10_000, |n| text("*x <div>y</div>* ", n, "");
    "blocks in quotations", 5_000, |n| text("> <div>x\n\n", n, "");
    "links in raw links", 10_000, |n| text("<a href=/x>[y](https://a.org/)", n, "");
    "many attributes", 20_000, |n| text("<b", 1, &" title=x".repeat(n)) + ">x</b>\n";
    "many attributes of nobody", 20_000, |n| text("<b", 1, &" on@=x".repeat(n)) + ">x</b>\n";
    "many classes", 20_000, |n| text("<b class=\"", 1, &"skip mine ".repeat(n)) + "\">x</b>\n";
    "values of references", 10_000, |n| text("<b title=\"", 1, &"&#60;&amp;&eacute;&".repeat(n)) + "\">x</b>\n";
    "addresses of references", 10_000, |n| text("<a href=\"", 1, &"&#106;&colon;&".repeat(n)) + "\">x</a>\n";
    "pictures without an address", 10_000, |n| text("<img alt=x> ", n, "");
    "scripts that never end", 10_000, |n| text("<div><script>", n, "");
    "scripts that end", 10_000, |n| text("x <script>y</script> ", n, "");
    "comments in blocks", 10_000, |n| text("<div><!-- x -->\n\n", n, "");
    "comments that hide the rest", 10_000, |n| text("<div><!-- x\n\n", 1, &"> *y*\n\n".repeat(n));
    "angles that are no tags", 50_000, |n| text("<div>\n", 1, &"< ".repeat(n));
    "angles in a row", 50_000, |n| text("<div>\n", 1, &"<".repeat(n));
    "ends that are none", 20_000, |n| text("<div>\n", 1, &"</ ".repeat(n));
    "tags with slashes", 20_000, |n| text("<div>\n", 1, &"<b/a=/".repeat(n));
    "quotes without an end in a block", 20_000, |n| text("<div>\n", 1, &"<b a='".repeat(n));
    "elements that are removed", 10_000, |n| text("<iframe src=/x>", n, "");
    "ids of raw HTML", 5_000, |n| numbered("<p id=a@>x\n", n);
    "footnotes of raw HTML", 2_000, |n| numbered("a[^n@]\n\n[^n@]: <div>x\n\n", n);
    "entities", 50_000, |n| text("&amp;", n, "");
    "ampersands", 100_000, |n| text("&", n, "");
    "numbers of characters", 30_000, |n| text("&#x41;", n, "");
    "links", 10_000, |n| text("[x](https://example.org/) ", n, "");
    "bare addresses", 10_000, |n| text("<https://example.org/> ", n, "");
    "quotation marks", 50_000, |n| text("\"'", n, "");
    "dashes", 100_000, |n| text("-", n, "x");
    "blanks at ends of lines", 50_000, |n| text("x  \n", n, "");
    "backslashes", 100_000, |n| text("\\", n, "x");
    "signs that nobody sees", 20_000, |n| text("\u{202e}x", n, "");
    "headings of equal words", 10_000, |n| text("## Same\n\n", n, "");
    "headings of equal words and numbers", 5_000, |n| numbered("## Same @\n\n", n) + &"## Same\n\n".repeat(n);
    "headings with ids", 10_000, |n| numbered("## A {#a@}\n\n", n);
    "headings and links to them", 4_000, |n| numbered("## A@\n\n[x](#a@)\n\n", n);
    "headings and links from the root to them", 4_000, |n| numbered("## A@\n\n[x](/a/#a@)\n\n", n);
    "links that lead nowhere", 10_000, |n| numbered("[x](none@.md) ", n);
    "places that are not there", 4_000, |n| numbered("## A@\n\n[x](#b@)\n\n", n);
    "citations of no source", 10_000, |n| numbered("x[^none@] ", n);
    "wiki links to nothing", 10_000, |n| numbered("[[none@]] ", n);
    "pictures without words", 10_000, |n| text("![](https://a.org/p.png) ", n, "");
    "sources and citations", 900, |n| {
        let cited: String = (0..n).map(|i| format!("x[^s{i}] ")).collect();
        keys(&list("sources", n, "{id: s@, title: Source @, publisher: P}")) + &cited
    };
    "entries with sources", 900, |n| keys(&format!(
        "{}\n{}",
        list("sources", n, "{id: s@, title: Source @}"),
        list("entries", n, "{id: e@, title: Entry @, date: 2025-01, source: s@}"),
    ));
    "entries without ids", 900, |n| keys(&list("entries", n, "{title: Entry of long words @, date: 2025}"));
    "entries with sources that are not there", 900, |n| keys(&list("entries", n, "{id: e@, title: E, date: 2025, source: s@}"));
    "slips", 900, |n| keys(&list("slipped", n, "{from: 2024}"));
    "corrections", 900, |n| keys(&list("corrections", n, "{date: 2025-01-01, text: Wrong @}"));
    "aliases", 900, |n| keys(&list("aliases", n, "/a/b/c/d/@/"));
    "aliases that are pages", 900, |n| keys(&list("aliases", n, "/tags/"));
    "tags of one address", 90, |n| keys(&format!("tags: [{}]", (0..n).map(|i| format!("\"a{}\"", "!".repeat(i))).collect::<Vec<_>>().join(", ")));
    "sources of one id", 900, |n| keys(&list("sources", n, "{id: s, title: S}"));
    "keys that nobody knows", 230, |n| keys(&(0..n).map(|i| format!("unknown{i}: x\n")).collect::<String>());
    "keys that are given twice", 230, |n| keys(&"place: x\n".repeat(n));
    "lists of YAML", 40_000, |n| keys(&format!("layout: [{}]", "x, ".repeat(n)));
    "lists in lists of YAML", 5_000, |n| keys(&format!("layout: [{}]", "[[[[x]]]], ".repeat(n)));
    "items of YAML", 20_000, |n| keys(&format!("layout:\n{}", "  - x\n".repeat(n)));
    "open lists of YAML", 50_000, |n| keys(&format!("layout: {}", "[".repeat(n)));
    "a long plain value", 20_000, |n| keys(&format!("summary: {}", "words ".repeat(n)));
    "a long value in quotes", 20_000, |n| keys(&format!("summary: \"{}\"", "words ".repeat(n)));
    "a long folded value", 20_000, |n| keys(&format!("summary: >\n{}", "  words\n".repeat(n)));
    "a value of escapes", 20_000, |n| keys(&format!("summary: \"{}\"", "\\u0041".repeat(n)));
    "a value with colons", 20_000, |n| keys(&format!("place: {}", "a: ".repeat(n)));
    "references of YAML", 5_000, |n| keys(&format!("layout: [&a x, {}]", "*a, ".repeat(n)));
    "comments of YAML", 20_000, |n| keys(&"# a note\n".repeat(n));
    "blank lines of YAML", 50_000, |n| keys(&"\n".repeat(n));
    "a long slug", 20_000, |n| format!("---\ntitle: A\nslug: {}\ndate: 2025\n---\n", "a-".repeat(n));
    "a long id", 20_000, |n| format!("---\ntitle: A\nid: {}\ndate: 2025\n---\n", "é".repeat(n));
    "a long headline", 900, |n| format!("---\ntitle: {}\ndate: 2025\n---\n", "é".repeat(n));
    "a long term", 20_000, |n| keys(&format!("tags: [{}]", "ü".repeat(n)));
    "a long choice of dates", 20_000, |n| format!("---\ntitle: A\ndate: \"[{}2025]\"\n---\n", "2024,".repeat(n));
    "a long text that is no date", 20_000, |n| format!("---\ntitle: A\ndate: {}\n---\n", "early ".repeat(n));
}

/// A good article with these keys besides.
fn keys(keys: &str) -> String {
    format!("---\ntitle: A\ndate: 2025\n{keys}\n---\n\n")
}

/// As many elements as may be open, none of them closed, and then `n` of a part.
fn bold(part: &str, n: usize) -> String {
    let open: String = (0..250).map(|i| format!("<b title={i}>")).collect();
    text(&open, 1, &part.repeat(n))
}

/// A good article of this text, `n` times, and an end.
fn text(part: &str, n: usize, end: &str) -> String {
    format!("{}{}{end}", keys("published: 2025-01-01"), part.repeat(n))
}

/// As [`text`], with the number of each part in the place of `@`.
fn numbered(part: &str, n: usize) -> String {
    let parts = (0..n).map(|i| part.replace('@', &i.to_string()));
    text("", 0, "") + &parts.collect::<String>()
}

fn list(key: &str, n: usize, item: &str) -> String {
    let items: Vec<String> = (0..n).map(|i| item.replace('@', &i.to_string())).collect();
    format!("{key}: [{}]", items.join(", "))
}
