//! Codes for `site.yaml` and templates.

use super::{Explained, code, files, site, unshown};

pub(super) const CODES: &[Explained] = &[
    code(
        "bad-colour",
        "A colour is not written as one. Write it as `#` and six digits from 0 to f.",
        site("stances: {open: {label: Open, colour: greenish}}"),
        site("stances: {open: {label: Open, colour: \"#1a7f37\"}}"),
    ),
    code(
        "bad-name",
        "A word of a scale or list has a name that can't be part of an address. Use small letters, digits and dashes, and give the words that readers see as `label` or `title`.",
        site("stances: {Open Source!: {label: Open source}}"),
        site("stances: {open-source: {label: Open source}}"),
    ),
    code(
        "bad-permalink",
        "The pattern of addresses has a part that there is not. It may use {slug}, {id}, {kind} and {published:%Y}; never the date of the event, since that may change.",
        site("permalink: /{date}/{slug}/"),
        site("permalink: /{published:%Y}/{slug}/"),
    ),
    code(
        "bad-timezone",
        "A time zone is none of the list that computers share. Write a continent and a city.",
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
        "`language` names one as the site's own, and `languages` begins with another. The first of them is the site's own.",
        site("language: en\nlanguages: [id, en]"),
        site("languages: [en, id]"),
    ),
    code(
        "fixed-meaning",
        "A status or certainty that is built in is given another meaning. It may have another label; another meaning needs a word of its own.",
        site("statuses: {happened: {stage: expected}}"),
        site("statuses: {postponed: {label: Postponed, stage: expected}}"),
    ),
    unshown(
        "host-limit",
        "A host that site.yaml lists takes no more than so many files, redirects or characters of a line, and the site has more. The message names the limit, and what stays of the site there. Redirect whole folders with a `*`, load pictures from fewer hosts, or publish to a host that takes more.",
        "it takes a hundred redirects, or a line of a thousand characters",
    ),
    unshown(
        "internal-error",
        "Dateline itself has a bug, and stopped at it. Undo the last change to go on, and report the bug with the message and the file that causes it.",
        "it takes a bug",
    ),
    unshown(
        "unusable-memo",
        "What the last build remembered, in `.dateline/`, is damaged or was written by another version of Dateline. Nothing is lost: this build makes everything anew and remembers that. The folder may be deleted at any time.",
        "it is about a folder that Dateline writes, not about what you wrote",
    ),
    code(
        "missing-component",
        "A template of the site's own takes the place of one that others rest on, and lacks a part that they use. Begin with the default file, and keep that part.",
        files(&[("templates/components/card.html", "")]),
        files(&[("templates/extra.html", "<p>A page of one's own.</p>")]),
    ),
    code(
        "missing-file",
        "site.yaml names a file to fill a slot with, and there is none of that name in the project. Its path is written from the project's folder.",
        site("slots: {sponsor_top: {fragment: sponsor.html, label: Advertisement}}"),
        site("slots: {sponsor_top: {fragment: sponsor.html, label: Advertisement}}").with(&[(
            "sponsor.html",
            "<p>The Desk is paid for by its readers.</p>",
        )]),
    ),
    code(
        "new-template",
        "A template has a name that the default theme does not use, so that nothing shows it by itself. That is fine if other templates include it; else mend its name.",
        files(&[("templates/artikle.html", "<p>An article.</p>")]),
        site("title: The Desk"),
    ),
    code(
        "no-effect-yet",
        "A key of site.yaml belongs to a feature that comes with a later version. It is read and kept, and does nothing yet.",
        site("languages: [en, id]"),
        site("languages: [en]"),
    ),
    unshown(
        "no-site",
        "There is no site.yaml here, and so no site. Run `dateline init` in an empty folder, or name the project with `--root`.",
        "what is wrong is that there is no file",
    ),
    code(
        "reserved-name",
        "A taxonomy has a name that means something else: a key of articles, or an address of the site. Choose another.",
        site("taxonomies: {sources: {title: Sources}}"),
        site("taxonomies: {outlets: {title: Outlets}}"),
    ),
    code(
        "template",
        "A template of the site's own can't be read or filled in. The message says where; compare it with the default theme's. TEMPLATES.md lists all that a template sees.",
        files(&[
            ("content/a.md", "---\ntitle: Rivers rise\ndate: 2025\n---\n"),
            ("templates/article.html", "<h1>{{ artikel.title }}</h1>"),
        ]),
        files(&[
            ("content/a.md", "---\ntitle: Rivers rise\ndate: 2025\n---\n"),
            ("templates/article.html", "<h1>{{ article.title }}</h1>"),
        ]),
    ),
];
