//! Codes for `site.yaml` and templates.

use super::{Explained, code, files, site, unshown};

pub(super) const CODES: &[Explained] = &[
    code(
        "bad-authority",
        "The domain in the ids of feeds, or the day since when it was yours, is not written in the right form. Write a domain without https://, and a year, a month or a day.",
        site("feeds: {authority: \"https://example.org\"}"),
        site("feeds: {authority: example.org, since: 2025-06}"),
    ),
    code(
        "bad-colour",
        "A colour is not a valid hex code. Write `#` and six hex digits (0 to 9, a to f), in quotes: without them, `#` starts a comment.",
        site("stances: {open: {label: Open, colour: greenish}}"),
        site("stances: {open: {label: Open, colour: \"#1a7f37\"}}"),
    ),
    code(
        "bad-css",
        "The site's own style sheet, `static/custom.css`, has a mistake that makes browsers drop rules without a word: a bracket, quotation mark or comment that is never closed, a missing `;`, a declaration outside of a rule, `//` for a comment, `@import` after a rule. Selectors, properties and values are not checked.",
        files(&[("static/custom.css", ".entry { color: red\n")]),
        files(&[("static/custom.css", ".entry { color: red }\n")]),
    ),
    code(
        "bad-name",
        "The name of a value or taxonomy can't be part of an address. Use lower-case letters, digits and hyphens, and give the text that readers see as `label` or `title`.",
        site("stances: {Open Source!: {label: Open source}}"),
        site("stances: {open-source: {label: Open source}}"),
    ),
    code(
        "bad-permalink",
        "The pattern of addresses has an unknown part. It may use {slug}, {id}, {kind} and {published:%Y}, but never the date of the event, because that may change.",
        site("permalink: /{date}/{slug}/"),
        site("permalink: /{published:%Y}/{slug}/"),
    ),
    code(
        "bad-redirect",
        "A redirect of site.yaml can't work, or could be turned against readers: what `*` or `:name` matches comes from whoever made the link, and must never choose the site that readers are sent to. Write a path in `from`, and in `to` a path with one slash, or a full address with a slash after its host.",
        site("hosting: {redirects: [{from: \"/old/*\", to: \"https://:splat\"}]}"),
        site("hosting: {redirects: [{from: \"/old/*\", to: \"https://example.org/:splat\"}]}"),
    ),
    code(
        "bad-timezone",
        "A time zone is not in the IANA time zone database. Write a region and a city: an abbreviation such as `BST` may mean several zones.",
        site("timezone: Jakarta"),
        site("timezone: Asia/Jakarta"),
    ),
    code(
        "duplicate-word",
        "A language is listed twice. Keep one.",
        site("languages: [en, id, en]"),
        site("languages: [en, id]"),
    ),
    code(
        "first-language",
        "`language` names one language, but `languages` begins with another. The first item of the list is the site's own language.",
        site("language: en\nlanguages: [id, en]"),
        site("languages: [en, id]"),
    ),
    code(
        "fixed-meaning",
        "A built-in status or certainty is given another meaning. You can change its label; another meaning needs a new name.",
        site("statuses: {happened: {stage: expected}}"),
        site("statuses: {postponed: {label: Postponed, stage: expected}}"),
    ),
    code(
        "unused-notice",
        "A language has a text for the notice above every page, but the site has no notice. Add it under `slots`, or remove the text.",
        site("languages: {en: {}, id: {notice: Air naik.}}"),
        site(
            "languages: {en: {}, id: {notice: Air naik.}}\nslots: {notice: {text: The water is rising.}}",
        ),
    ),
    code(
        "no-digits",
        "`digits: native` is set for a language that is written with the digits 0 to 9. Remove it.",
        site("language: de\ndigits: native"),
        site("language: ar\ndigits: native"),
    ),
    unshown(
        "host-limit",
        "The site exceeds a limit of a host that site.yaml lists: the number of files, of redirects, or of characters per line; or a redirect can't be written for that host. The message names the limit and what remains of the site there. Redirect whole folders with a `*`, load pictures from fewer hosts, or publish to a host with higher limits.",
        "it would take a hundred redirects, or a line of a thousand characters",
    ),
    unshown(
        "internal-error",
        "Dateline stopped because of a bug of its own. Undo the last change to continue, and report the bug, with the message and the file that causes it.",
        "it would take a bug in Dateline",
    ),
    code(
        "unknown-name",
        "A name in site.yaml belongs to nothing that the site has: a language in `languages` gives its own words for a taxonomy, stance, status or certainty that does not exist, or `compare` names an organisation of which there are no entries. Write the name that it has in site.yaml or in the articles.",
        site(
            "stances: {open: {label: Open}}\nlanguages: {en: {}, id: {stances: {opn: {label: Terbuka}}}}",
        ),
        site(
            "stances: {open: {label: Open}}\nlanguages: {en: {}, id: {stances: {open: {label: Terbuka}}}}",
        ),
    ),
    unshown(
        "unusable-memo",
        "The cache of the last build, in `.dateline/`, is damaged or was written by another version of Dateline. Nothing is lost: this build renders everything again and writes a new cache. The folder can be deleted at any time.",
        "it would take a damaged cache",
    ),
    code(
        "missing-component",
        "A template of the site replaces one that other templates depend on, and lacks a component that they use. Start from the default file, and keep that component.",
        files(&[("templates/components/card.html", "")]),
        files(&[("templates/extra.html", "<p>An extra page.</p>")]),
    ),
    code(
        "missing-file",
        "site.yaml names a file for a slot, and the project has no such file. Write its path relative to the project's folder.",
        site("slots: {sponsor_top: {fragment: sponsor.html, label: Advertisement}}"),
        site("slots: {sponsor_top: {fragment: sponsor.html, label: Advertisement}}").with(&[(
            "sponsor.html",
            "<p>The Desk is paid for by its readers.</p>",
        )]),
    ),
    code(
        "new-template",
        "A template has a name that the default theme does not use, so nothing renders it automatically. That is fine if other templates include it; otherwise fix its name.",
        files(&[("templates/artikle.html", "<p>An article.</p>")]),
        site("title: The Desk"),
    ),
    code(
        "language-without-words",
        "Dateline has no words in the language of the site, so that menus, labels and dates are in English. `dateline theme eject words/sw.ftl` writes a file for the language `sw`, with every English text as a comment, to be translated; what is missing there stays English. The words of a language in one script do not stand for it in another: `zh` is simplified Chinese, so `zh-TW` has none.",
        site("language: sw"),
        site("language: id"),
    ),
    code(
        "no-effect-yet",
        "A key of site.yaml belongs to a feature of a later version. It is accepted, but has no effect yet. docs/site-yaml.md says so of each such key. A list of `languages` has no effect either: a group with each of them, such as `{en: {}, id: {}}`, makes an edition in each (docs/languages.md).",
        site("features: {compress: true}"),
        site(""),
    ),
    unshown(
        "no-card",
        "With `features: {cards: true}`, the headline of a page has letters for which the program has no font: it draws Latin, Greek and Cyrillic ones. Previews of its link show the picture of the article or of the site (`identity: {share_image: share.png}`), if there is one. With `{png_charts: true}`, a picture of time has such letters: it is there as SVG, which the fonts of readers write.",
        "it depends on how the program was built",
    ),
    unshown(
        "no-site",
        "There is no site.yaml here, so there is no site. Run `dateline init` in an empty folder, or name the project with `--root`.",
        "it would take a project without site.yaml",
    ),
    unshown(
        "output-limit",
        "A page, a list or the whole site would be far larger than what it is made from. The message names what is multiplied: every entry stands in the list of each of its terms, so that 2,000 entries that have the 200 tags of their article take 400,000 places. Give entries only the terms that concern them, split the article, or, if it must be so, raise the limit under `limits` in site.yaml.",
        "it would take a thousand entries",
    ),
    code(
        "reserved-name",
        "A taxonomy has a reserved name: a key of articles, or an address of the site. Choose another.",
        site("taxonomies: {sources: {title: Sources}}"),
        site("taxonomies: {outlets: {title: Outlets}}"),
    ),
    code(
        "root-only-file",
        "A site below a path of its domain has a file that is read only at the root of the domain: `robots.txt`, and on Netlify and Cloudflare Pages `_headers` and `_redirects`. There, move it to the root of what you publish; the rules in it have the path already. If the root of the domain is not yours, set `lint: {root-only-file: off}`.",
        site("url: https://example.org/news/"),
        site("url: https://news.example.org/"),
    ),
    code(
        "not-a-folder",
        "A file or a pipe has the name of a folder of the project: `content`, `static` or `templates`. Nothing of it can be read. Rename it, and put files into a folder of that name.",
        files(&[("content", "---\ntitle: Rivers rise\ndate: 2025\n---\n")]),
        files(&[("content/a.md", "---\ntitle: Rivers rise\ndate: 2025\n---\n")]),
    ),
    code(
        "template",
        "A template of the site can't be parsed or rendered. The message says where; compare it with the template of the default theme. TEMPLATES.md lists everything that a template can use.",
        files(&[
            ("content/a.md", "---\ntitle: Rivers rise\ndate: 2025\n---\n"),
            ("templates/article.html", "<h1>{{ artikel.title }}</h1>"),
        ]),
        files(&[
            ("content/a.md", "---\ntitle: Rivers rise\ndate: 2025\n---\n"),
            ("templates/article.html", "<h1>{{ article.title }}</h1>"),
        ]),
    ),
    unshown(
        "untrusted-html",
        "With `--untrusted`, raw HTML is shown as text, whatever site.yaml says. Write Markdown; docs/markdown.md says how to write what HTML is mostly used for.",
        "it would take --untrusted",
    ),
    unshown(
        "untrusted-link",
        "With `--untrusted`, a symbolic link is an error, wherever it leads: it could publish a file that is not part of the content. Replace it with the file itself.",
        "it would take --untrusted",
    ),
];
