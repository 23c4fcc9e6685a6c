use super::*;
use crate::parse::markdown::{events, prepare};

const DIALECT: Dialect = Dialect {
    math: false,
    smart: true,
    conventions: &crate::parse::conventions::ENGLISH,
    linkify: true,
    sanitised: true,
};

fn found(text: &str) -> Vec<&str> {
    let marks = find(text, DIALECT).marks;
    marks.into_iter().map(|mark| &text[mark.range]).collect()
}

fn html(text: &str) -> String {
    let mut html = String::new();
    let prepared = prepare(text, &[], DIALECT);
    pulldown_cmark::html::push_html(&mut html, events(&prepared).map(|(event, _)| event));
    html
}

#[test]
fn shortcodes_of_each_generator_are_found_at_their_places() {
    let text = "A {{< figure src=\"a.png\" >}} b {{% note %}}c{{% /note %}}\n\n{% include a.html %} {{ page.title }} {{- x -}}\n";
    assert_eq!(
        found(text),
        [
            "{{< figure src=\"a.png\" >}}",
            "{{% note %}}",
            "{{% /note %}}",
            "{% include a.html %}",
            "{{ page.title }}",
            "{{- x -}}"
        ]
    );
}

#[test]
fn code_and_braces_of_other_kinds_are_none() {
    for text in [
        "`{{< figure >}}` and ``{% x %}``",
        "```\n{{ x }}\n{% x %}\n:::note\n{: .a}\n```\n",
        "    {{ indented }}\n",
        "~~~html\n{{ x }}\nimport a from 'b'\n",
        "a {b} {{}} {{1}} {{ open\n}} {%",
        "`$\\frac{{2}}{3}$`",
        "an import from the north, f(x){y}, {: no",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn a_shortcode_is_shown_whole() {
    for (text, shown) in [
        (
            "{{<video src=\"/v.mp4\" >}}",
            "<p><code>{{&lt;video src=\"/v.mp4\" &gt;}}</code></p>\n",
        ),
        (
            "*a* {{% x \"*b*\" %}} --c",
            "<p><em>a</em> <code>{{% x \"*b*\" %}}</code> --c</p>\n",
        ),
        (
            "[x]({{< figure \"a.md\" >}})",
            "<p>[x](<code>{{&lt; figure \"a.md\" &gt;}}</code>)</p>\n",
        ),
        (
            "x {{ a }}{% b %} y",
            "<p>x <code>{{ a }}{% b %}</code> y</p>\n",
        ),
        (
            "`q`{{ a }}`r`",
            "<p><code>q</code><code>{{ a }}</code><code>r</code></p>\n",
        ),
        (
            "c <img alt=\"{{ \"a\" | b }}\">",
            "<p>c <img alt=\"{{ &quot;a&quot; | b }}\"></p>\n",
        ),
        (
            "`` ` `` {{ a }}",
            "<p><code>`</code> <code>{{ a }}</code></p>\n",
        ),
        ("<div>{{< a >}}</div>", "<div>{{&lt; a &gt;}}</div>"),
        (
            "<div title=\"{{ a }}\">b</div>",
            "<div title=\"{{ a }}\">b</div>",
        ),
    ] {
        assert_eq!(html(text), shown);
    }
}

#[test]
fn attribute_lists_are_left_out() {
    for (text, shown) in [
        ("A note.\n{: .warning}\n\nb", "<p>A note.</p>\n<p>b</p>\n"),
        ("*a*{: .b} c", "<p><em>a</em> c</p>\n"),
        ("> a\n> {: .b}\n", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        (
            "[a](/b){:target=\"_blank\"}.",
            "<p><a href=\"/b\">a</a>.</p>\n",
        ),
        ("* TOC\n{:toc}\n\ntext", "<p>text</p>\n"),
        ("[a](/b){width=50%}", "<p><a href=\"/b\">a</a></p>\n"),
        ("## Head\n{: #own}\n", "<h2 id=\"own\">Head</h2>\n"),
        ("the set {: x}", "<p>the set {: x}</p>\n"),
    ] {
        assert_eq!(html(text), shown);
    }
}

#[test]
fn a_highlighted_block_is_code() {
    for (text, shown) in [
        (
            "{% highlight ruby %}\n# a \"b\"\n{% endhighlight %}\n",
            "<pre><code class=\"language-ruby\"># a \"b\"\n</code></pre>\n",
        ),
        (
            "a\n{%- highlight c++ linenos -%}x{{ y }}\n{%- endhighlight -%}\nb",
            "<p>a</p>\n<pre><code class=\"language-c++\">x{{ y }}\n</code></pre>\n<p>b</p>\n",
        ),
        (
            "{% highlight text %}\n~~~~\nx {% endhighlight %}\n",
            "<pre><code class=\"language-text\">~~~~\nx \n</code></pre>\n",
        ),
        (
            "{% raw %}\n{{ a }} -- b\n{% endraw %}\n",
            "<p>{{ a }} – b</p>\n",
        ),
        ("a {% raw %}{{ b }}{% endraw %} c", "<p>a {{ b }} c</p>\n"),
    ] {
        assert_eq!(html(text), shown);
    }
    assert!(found("{% raw %}{{ b }}{% endraw %}").is_empty());
    assert!(found("{% highlight ruby %}\n{{ x }}\n{% endhighlight %}\n").is_empty());
}

#[test]
fn code_of_other_generators_is_code() {
    for (text, shown) in [
        (
            "{{< highlight go \"linenos=table\" >}}\nfunc main() { }\n{{< /highlight >}}\n",
            "<pre><code class=\"language-go\">func main() { }\n</code></pre>\n",
        ),
        (
            "{{% highlight sh %}}\n{{< x >}}\n{{% / highlight %}}\n",
            "<pre><code class=\"language-sh\">{{&lt; x &gt;}}\n</code></pre>\n",
        ),
        (
            "{% codeblock A title lang:js %}\nalert(1)\n{% endcodeblock %}\n",
            "<pre><code class=\"language-js\">alert(1)\n</code></pre>\n",
        ),
        (
            "{% code %}\nx\n{% endcode %}\n",
            "<pre><code>x\n</code></pre>\n",
        ),
        (
            "{% highlight \"css\" %}\na {}\n{% endhighlight %}\n",
            "<pre><code class=\"language-css\">a {}\n</code></pre>\n",
        ),
    ] {
        assert_eq!(html(text), shown);
        assert!(found(text).is_empty());
    }
}

#[test]
fn comments_are_left_out() {
    for (text, shown) in [
        ("a {% comment %}b{% endcomment %} c", "<p>a  c</p>\n"),
        (
            "a\n\n{% comment %}\nb\n\n    c `\n{% endcomment %}\n\nd `e`",
            "<p>a</p>\n<p>d <code>e</code></p>\n",
        ),
        ("<div>\n{# b #}a\n</div>", "<div>\na\n</div>"),
        (
            "`{# a #}`\n\n```\n%%a b%%\n```\n",
            "<p><code>{# a #}</code></p>\n<pre><code>%%a b%%\n</code></pre>\n",
        ),
        ("{% raw %}{# a #}{% endraw %}", "<p>{# a #}</p>\n"),
    ] {
        assert_eq!(html(text), shown);
    }
}

#[test]
fn addresses_are_read_where_one_begins() {
    for (text, shown) in [
        (
            "[a]({{ site.baseurl }}/b/) ![c]({{ \"/d.png\" | relative_url }})",
            "<p><a href=\"/b/\">a</a> <img src=\"/d.png\" alt=\"c\" /></p>\n",
        ),
        (
            "[a]\n\n[a]: {{ site.url }}{{ site.baseurl }}/b/\n",
            "<p><a href=\"/b/\">a</a></p>\n",
        ),
        (
            "c <img src=\"{{ \"/a.jpg\" | relative_url }}\"/>",
            "<p>c <img src=\"/a.jpg\"/></p>\n",
        ),
        (
            "see {{ site.url }}",
            "<p>see <code>{{ site.url }}</code></p>\n",
        ),
    ] {
        assert_eq!(html(text), shown);
    }
}

#[test]
fn containers_and_modules_are_found() {
    let text = "import A from './a';\n\n:::note\n\ntext\n\n:::\n";
    assert_eq!(found(text), ["import A from './a';", ":::note", ":::"]);
}

#[test]
fn very_many_are_not_all_named() {
    let text = "{% x %}\n".repeat(1000);
    let mut sink = Sink::default();
    report(SourceId(0), 0, &find(&text, DIALECT).marks, &mut sink);
    assert_eq!(sink.len(), MOST + 1);
}
