//! Files other than articles that readers take long over, of any size: drawings, `site.yaml`,
//! `urls.lock`, words, templates, and articles full of raw HTML. Pure, since the bench `curves`
//! measures them too.

/// Path below the project, and text.
pub type File = (String, String);

/// One shape: files made of `n` of something.
pub struct FileShape {
    /// The kind of file.
    pub input: &'static str,
    pub name: &'static str,
    /// Of which the files have some hundred kilobytes, or as many as the limits let pass.
    pub n: usize,
    pub files: fn(usize) -> Vec<File>,
}

/// The `site.yaml` of a project that has none of its own.
pub const SITE: &str = "title: A\nurl: https://example.org/\n";

macro_rules! files {
    ($($input:literal, $name:literal, $n:literal, |$i:ident| $files:expr;)*) => {
        pub const FILES: &[FileShape] = &[$(FileShape {
            input: $input,
            name: $name,
            n: $n,
            files: |$i| $files,
        }),*];
    };
}

files! {
    "raw HTML", "plain elements", 4_000, |n| html("<b>x</b> ", n, "");
    "raw HTML", "elements with attributes", 4_000, |n| html("<a href=\"https://example.org/\" title=\"x\" class=\"y\">x</a> ", n, "");
    "raw HTML", "one element of many attributes", 4_000, |n| html("<p", 1, "") .map_text(|t| t + &" a=b".repeat(n) + ">x");
    "raw HTML", "elements that are removed", 4_000, |n| html("<blink>x</blink> ", n, "");
    "raw HTML", "scripts", 4_000, |n| html("<script>x</script>\n\n", n, "");
    "raw HTML", "rows of one table", 4_000, |n| html("<table>\n", 1, "").map_text(|t| t + &"<tr><td>x</td></tr>\n".repeat(n) + "</table>\n");
    "raw HTML", "tables that are never closed", 2_000, |n| html("<table><tr><td>x\n", n, "");
    "raw HTML", "paragraphs that are never closed", 6_000, |n| html("<p>x\n", n, "");
    "raw HTML", "items that are never closed", 6_000, |n| html("<ul>\n", 1, "").map_text(|t| t + &"<li>x\n".repeat(n));
    "raw HTML", "a long attribute", 50_000, |n| html("<p title=\"", 1, "").map_text(|t| t + &"x&amp;".repeat(n) + "\">x");
    "raw HTML", "styles", 3_000, |n| html("<p style=\"color: red; background: url(x)\">x</p>\n", n, "");
    "raw HTML", "formatting that is never closed", 2_000, |n| html("<p><b><i>x\n", n, "");
    "raw HTML", "comments", 8_000, |n| html("<!-- x -->\n", n, "");
    "raw HTML", "pictures", 3_000, |n| html("<img src=\"https://example.org/x.png\" alt=\"x\">\n", n, "");

    "SVG", "plain shapes", 5_000, |n| svg("<path d=\"M0 0h1v1z\"/>", n, "");
    "SVG", "groups in groups", 5_000, |n| svg("<g>", n, "</g>");
    "SVG", "groups that are never closed", 10_000, |n| svg("<g>", n, "");
    "SVG", "ends without a start", 10_000, |n| svg("</g>", n, "");
    "SVG", "scripts", 4_000, |n| svg("<script>x</script>", n, "");
    "SVG", "handlers", 4_000, |n| svg("<a onload=\"x\" onclick='y'/>", n, "");
    "SVG", "one element of many attributes", 3_000, |n| drawing(&format!("<g {}/>", (0..n).map(|i| format!("a{i}=\"b\" ")).collect::<String>()));
    "SVG", "comments", 10_000, |n| svg("<!-- x -->", n, "");
    "SVG", "entities", 20_000, |n| drawing(&format!("<text>{}</text>", "&lt;".repeat(n)));
    "SVG", "entities of its own", 5_000, |n| vec![picture(), ("content/p.svg".to_owned(), format!(
        "<!DOCTYPE svg [<!ENTITY a \"{}\">]><svg xmlns=\"http://www.w3.org/2000/svg\">{}</svg>", "x".repeat(n), "&a;".repeat(n)))];
    "SVG", "character data", 10_000, |n| svg("<![CDATA[<script>]]>", n, "");
    "SVG", "a long path", 100_000, |n| drawing(&format!("<path d=\"M0 0{}\"/>", "h1".repeat(n)));
    "SVG", "styles", 4_000, |n| svg("<style>a{fill:url(//x)}</style>", n, "");
    "SVG", "what is no XML", 50_000, |n| svg("< & ", n, "");

    "site.yaml", "owner's links", 900, |n| site(&format!("links: [{}]", list(n, "{label: L@, url: \"https://example.org/@\"}")));
    "site.yaml", "items of the menu", 900, |n| site(&format!("menu: [{}]", list(n, "{label: L@, page: /@/}")));
    "site.yaml", "taxonomies", 200, |n| site(&format!("taxonomies: {{{}}}", list(n, "t@: {title: T@}")));
    "site.yaml", "other names of terms", 200, |n| site(&format!("taxonomies: {{tags: {{aliases: {{{}}}}}}}", list(n, "x@: [y@, z@]")));
    "site.yaml", "other names of one term", 900, |n| site(&format!("taxonomies: {{tags: {{aliases: {{x: [{}]}}}}}}", list(n, "y@")));
    "site.yaml", "stances", 200, |n| site(&format!("stances: {{{}}}", list(n, "s@: {label: S@}")));
    "site.yaml", "statuses", 200, |n| site(&format!("statuses: {{{}}}", list(n, "s@: {label: S@}")));
    "site.yaml", "redirects", 900, |n| site(&format!("hosting: {{hosts: [netlify, nginx, caddy], redirects: [{}]}}", list(n, "{from: /f@/, to: /t@/}")));
    "site.yaml", "headers", 200, |n| site(&format!("hosting: {{hosts: [netlify], headers: {{{}}}}}", list(n, "X-H@: v")));
    "site.yaml", "keys that are renamed", 200, |n| site(&format!("front_matter: {{rename: {{{}}}}}", list(n, "k@: place")));
    "site.yaml", "keys that are ignored", 900, |n| site(&format!("front_matter: {{ignore: [{}]}}", list(n, "k@")));
    "site.yaml", "keys that nobody knows", 200, |n| site(&(0..n).map(|i| format!("unknown{i}: x\n")).collect::<String>());
    "site.yaml", "a long text", 100_000, |n| site(&format!("description: {}", "words ".repeat(n)));
    "site.yaml", "a list of lists", 20_000, |n| site(&format!("compare: [{}]", "[x, y], ".repeat(n)));
    "site.yaml", "open lists", 20_000, |n| site(&format!("compare: {}", "[".repeat(n)));
    "site.yaml", "comments", 40_000, |n| site(&"# a note\n".repeat(n));

    "urls.lock", "addresses that are lost", 4_000, |n| lock(n, "/lost@/ article lost@\n");
    "urls.lock", "addresses that are given up", 4_000, |n| lock(n, "/gone@/ article gone@ gone\n");
    "urls.lock", "one address, many times", 8_000, |n| lock(n, "/b/ article b\n");
    "urls.lock", "lines that can't be read", 8_000, |n| lock(n, "what is this @\n");
    "urls.lock", "anchors", 4_000, |n| lock(n, "/b/#entry-e@ entry e@\n");
    "urls.lock", "terms", 4_000, |n| lock(n, "/tags/t@/ term tags/t@\n");
    "urls.lock", "one long line", 100_000, |n| vec![("urls.lock".to_owned(), format!("/{}/ article b\n", "x".repeat(n)))];
    "urls.lock", "comments", 40_000, |n| lock(n, "# a note\n");

    "words", "messages that nobody asks for", 6_000, |n| words(n, "m@ = Words\n");
    "words", "one message, many times", 6_000, |n| words(n, "expected = Words\n");
    "words", "variables", 6_000, |n| vec![("templates/words/en.ftl".to_owned(), format!("entries = {}\n", "{ $count } ".repeat(n)))];
    "words", "lines of one message", 20_000, |n| vec![("templates/words/en.ftl".to_owned(), format!("entries =\n{}", "    words\n".repeat(n)))];
    "words", "choices", 3_000, |n| words(n, "m@ = { $count ->\n    [one] one\n   *[other] many\n }\n");
    "words", "terms that refer to the next", 3_000, |n| words(n, "-t@ = { -t@ }\n");
    "words", "braces in braces", 20_000, |n| vec![("templates/words/en.ftl".to_owned(), format!("entries = {}x\n", "{ ".repeat(n)))];
    "words", "what is no message", 10_000, |n| words(n, "= what\n");
    "words", "comments", 40_000, |n| words(n, "# a note\n");

    "templates", "plain text", 20_000, |n| template("not-found.html", &"<p>words</p>\n".repeat(n));
    "templates", "values", 6_000, |n| template("not-found.html", &"{{ site.title }}\n".repeat(n));
    "templates", "conditions one after the other", 4_000, |n| template("not-found.html", &"{% if site.title %}x{% endif %}\n".repeat(n));
    "templates", "conditions in conditions", 60, |n| template("not-found.html", &format!("{}x{}", "{% if site.title %}".repeat(n), "{% endif %}".repeat(n)));
    "templates", "comments", 10_000, |n| template("not-found.html", &"{# a note #}\n".repeat(n));
    "templates", "open braces", 20_000, |n| template("not-found.html", &"{{ ".repeat(n));
    "templates", "values that nobody knows", 4_000, |n| template("not-found.html", &"{{ nothing }}\n".repeat(n));
    "templates", "filters", 500, |n| template("not-found.html", &format!("{{{{ site.title{} }}}}", " | upper".repeat(n)));
    "templates", "sums", 500, |n| template("not-found.html", &format!("{{{{ 1{} }}}}", " + 1".repeat(n)));
    "templates", "many of them", 400, |n| (0..n).map(|i| (format!("templates/extra{i}.html"), "<p>words</p>\n".repeat(20))).collect();
    "templates", "a long style sheet", 10_000, |n| vec![("static/custom.css".to_owned(), "a { color: red }\n".repeat(n))];
    "templates", "brackets that are never closed", 20_000, |n| sheet("a{(", n);
    "templates", "brackets that close nothing", 20_000, |n| sheet("})]", n);
    "templates", "quotation marks", 10_000, |n| sheet("a { content: \" }\n", n);
    "templates", "comments that begin", 20_000, |n| sheet("/* ", n);
    "templates", "slashes in a style sheet", 20_000, |n| sheet("// a\n", n);
    "templates", "addresses of no file", 4_000, |n| sheet("a { background: url(b.png) }\n", n);
    "templates", "one long selector", 20_000, |n| sheet("a, ", n);
    "templates", "declarations in no rule", 20_000, |n| sheet("color: red;\n", n);
}

fn sheet(part: &str, n: usize) -> Vec<File> {
    vec![("static/custom.css".to_owned(), part.repeat(n))]
}

/// A good article of this raw HTML, `n` times, and an end.
fn html(part: &str, n: usize, end: &str) -> Vec<File> {
    let text = format!("---\ntitle: A\ndate: 2025\n---\n\n{}{end}", part.repeat(n));
    vec![("content/a.md".to_owned(), text)]
}

trait MapText {
    fn map_text(self, change: impl FnOnce(String) -> String) -> Self;
}

impl MapText for Vec<File> {
    /// Changes the text of the only file.
    fn map_text(mut self, change: impl FnOnce(String) -> String) -> Self {
        let (path, text) = self.remove(0);
        vec![(path, change(text))]
    }
}

/// An article that shows a drawing.
fn picture() -> File {
    let text = "---\ntitle: A\ndate: 2025\n---\n\n![x](p.svg)\n";
    ("content/a.md".to_owned(), text.to_owned())
}

fn drawing(inner: &str) -> Vec<File> {
    let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
    vec![picture(), ("content/p.svg".to_owned(), svg)]
}

fn svg(part: &str, n: usize, end: &str) -> Vec<File> {
    drawing(&format!("{}{}", part.repeat(n), end.repeat(n)))
}

fn site(keys: &str) -> Vec<File> {
    vec![("site.yaml".to_owned(), format!("{SITE}{keys}\n"))]
}

fn lock(n: usize, line: &str) -> Vec<File> {
    vec![("urls.lock".to_owned(), lines(n, line))]
}

fn words(n: usize, line: &str) -> Vec<File> {
    vec![("templates/words/en.ftl".to_owned(), lines(n, line))]
}

fn template(name: &str, text: &str) -> Vec<File> {
    vec![(format!("templates/{name}"), text.to_owned())]
}

fn lines(n: usize, line: &str) -> String {
    (0..n).map(|i| line.replace('@', &i.to_string())).collect()
}

fn list(n: usize, item: &str) -> String {
    let items: Vec<String> = (0..n).map(|i| item.replace('@', &i.to_string())).collect();
    items.join(", ")
}
