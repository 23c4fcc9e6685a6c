//! Codes for front matter.

use super::{Explained, code, files, keys, unshown};

const STANCES: &str = "stances: {open: {label: Open}, closed: {label: Closed}}";

pub(super) const CODES: &[Explained] = &[
    code(
        "bad-address",
        "The fixed address of an article (`permalink`) is not valid for this site. Write the complete path of one page, not a pattern.",
        keys("permalink: /:year/:title/"),
        keys("permalink: /2014/05/my-post/"),
    ),
    code(
        "bad-alias",
        "An old address (`aliases`) is not valid for this site. Old addresses redirect to the article's page. Write a path that begins with a slash, without the site's name, and that stays within the site.",
        keys("aliases: [/../old/]"),
        keys("aliases: [/2025/12/old-name.html]"),
    ),
    code(
        "bad-date",
        "A date can't be read, or can be read in two ways. Write the year first, and only as much as is known: `2025-12-09`, `2025-12`, `2025` or `2026-Q1`. An interval is `2026-03/2026-05`, an approximate date `2024~`. docs/dates.md has every form. `dateline check --fix` fixes a date that has only one possible meaning.",
        keys("date: 5/1/2026"),
        keys("date: 2026-01-05"),
    ),
    code(
        "bad-fence",
        "The front matter is not enclosed by lines of three hyphens, `---`: the first line is missing, or a word processor has turned the hyphens into dashes. `dateline check --fix` fixes it if it can identify both lines.",
        files(&[(
            "content/a.md",
            "———\ntitle: Rivers rise\ndate: 2025-12-09\n———\n\nThe text.\n",
        )]),
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-09\n---\n\nThe text.\n",
        )]),
    ),
    code(
        "bad-id",
        "An `id` contains a character that an id can't have. Feeds, calendars and links depend on ids, so use only letters, digits and hyphens, and never change an id.",
        keys("id: rivers/rise"),
        keys("id: rivers-rise"),
    ),
    code(
        "bad-instant",
        "The value of `published`, `updated` or `expires` must be a day or an instant. A month or a year is not precise enough; the time of day is optional.",
        keys("published: 2025-12"),
        keys("published: 2025-12-12T16:00:00+07:00"),
    ),
    code(
        "bad-language",
        "A language is given by words that are neither a code nor the name of a language that Dateline knows. Write a language code: `en`, `id`, `pt-BR`.",
        keys("lang: the language"),
        keys("lang: en"),
    ),
    code(
        "bad-slug",
        "A `slug` can't be part of an address. Use one word of letters, digits and hyphens, or leave it out to use the file's name.",
        keys("slug: news/rivers"),
        keys("slug: rivers"),
    ),
    code(
        "bad-url",
        "A web address is incomplete, has a space at its colon, or is of a kind that Dateline does not link to. Begin it with `https://`, as copied from the address bar of a browser.",
        keys("sources:\n  - title: The report\n    url: ftp://example.org/report"),
        keys("sources:\n  - title: The report\n    url: https://example.org/report"),
    ),
    code(
        "broken-toml",
        "The lines between the `+++` are not valid TOML. Write one `key = \"value\"` per line; texts, and dates that are less exact than a day, need quotes. In new articles, front matter is simpler as YAML between `---` lines, and only that is edited by `dateline fmt`, `update` and `check --fix`.",
        files(&[(
            "content/bridge.md",
            "+++\ntitle = Bridge closed\ndate = 2025-12-09\n+++\n",
        )]),
        files(&[(
            "content/bridge.md",
            "+++\ntitle = \"Bridge closed\"\ndate = 2025-12-09\n+++\n",
        )]),
    ),
    code(
        "broken-yaml",
        "The lines between the `---` can't be read. Most often a quote or a bracket is never closed, a key has no colon, or a line is indented further than the one above it. Write one `key: value` per line, with a space after the colon.",
        keys("place: \"Oslo"),
        keys("place: \"Oslo\""),
    ),
    code(
        "colon-in-value",
        "A value has a colon followed by a space, which looks like the start of another value. Enclose the whole value in straight quotes. `dateline check --fix` does this.",
        keys("title: Meta: a shift"),
        keys("title: \"Meta: a shift\""),
    ),
    code(
        "comma-in-value",
        "In braces, a comma ends a value, so the rest of this one is read as another key. Enclose the whole value in straight quotes. `dateline check --fix` does this.",
        keys("sources:\n  - {title: Bridge closed, says mayor, publisher: Star}"),
        keys("sources:\n  - {title: \"Bridge closed, says mayor\", publisher: Star}"),
    ),
    code(
        "control-character",
        "The text contains an invisible character that pages and feeds must not contain. It was probably copied from another program; delete it, or retype the word.",
        keys("place: Os\u{1}lo"),
        keys("place: Oslo"),
    ),
    code(
        "curly-quotes",
        "A value is enclosed in typographic quotes (“…”, ‘…’, „…“, «…»), as a word processor inserts them. Only straight quotes delimit a value, and most values need none. `dateline check --fix` fixes this.",
        keys("kind: “news”"),
        keys("kind: news"),
    ),
    code(
        "cut-by-comment",
        "In front matter, a `#` after a space starts a comment, so the value ends before it. Put a headline with a `#` in quotes. Tags need no `#`: write `tags: [rail, bridge]`.",
        keys("title: Our #1 story of the year"),
        keys("title: \"Our #1 story of the year\""),
    ),
    code(
        "duplicate-id",
        "Two articles, entries or sources have the same `id`. A reference to it is ambiguous; give one of them another `id`.",
        files(&[
            (
                "content/one.md",
                "---\nid: rivers\ntitle: One\ndate: 2025\n---\n",
            ),
            (
                "content/two.md",
                "---\nid: rivers\ntitle: Two\ndate: 2025\n---\n",
            ),
        ]),
        files(&[
            (
                "content/one.md",
                "---\nid: rivers\ntitle: One\ndate: 2025\n---\n",
            ),
            (
                "content/two.md",
                "---\nid: rivers-again\ntitle: Two\ndate: 2025\n---\n",
            ),
        ]),
    ),
    code(
        "duplicate-key",
        "A key is given twice. Only one of them can count: with `lenient: true` the last one does, as most programs read it. Keep the right one, or merge the two into one list.",
        keys("tags: [floods]\ntags: [dams]"),
        keys("tags: [floods, dams]"),
    ),
    code(
        "early-check",
        "`checked` is the day on which the desk last looked for news, and that day is still to come. Write a day that has passed. It has no effect until then.",
        keys("status: expected\nchecked: 9999-01-01"),
        keys("status: expected\nchecked: 2025-12-13"),
    ),
    code(
        "end-apart",
        "The end of an interval is in a separate key, which is ignored. Write the interval as one date: from/to.",
        keys("date: 2025-03\nend_date: 2025-05"),
        keys("date: 2025-03/2025-05"),
    ),
    code(
        "extra-key",
        "Dateline does not know this key. It is kept, and the site's own templates find it under `extra`. Leave it as it is, or list it under `front_matter.ignore` in site.yaml. docs/front-matter.md describes the keys that Dateline knows.",
        keys("shoe_size: 44"),
        keys("shoe_size: 44").on("front_matter: {ignore: [shoe_size]}"),
    ),
    code(
        "inexact-check",
        "`checked` is not one day. Write the day on which the desk last looked for news, for example `2025-12-13`.",
        keys("status: expected\nchecked: 2025-12"),
        keys("status: expected\nchecked: 2025-12-13"),
    ),
    code(
        "invisible-character",
        "A value contains an invisible character, such as one that changes the direction of writing. It is left out. Remove it, or retype the value.",
        keys("place: Os\u{202e}lo"),
        keys("place: Oslo"),
    ),
    code(
        "html-in-value",
        "A value of the front matter contains HTML. Titles, summaries, places and terms are plain text, so readers see the tags, or, of a character reference (`&amp;`), the character that it means. Write the text itself.",
        keys("place: <b>Oslo</b>"),
        keys("place: Oslo"),
    ),
    code(
        "kept-back",
        "A key by which another generator keeps a text from its readers (`status: private`, `password: …`, `unlisted: true`, `permalink: false`, `build: {render: never}`) makes it a draft here. Write `draft: true` instead. If everyone may read it, remove the line; if such a key means something else in your files, `front_matter: {ignore: [unlisted]}` in site.yaml says so.",
        keys("unlisted: true"),
        keys("draft: true"),
    ),
    code(
        "list-in-one",
        "Several terms, or addresses of sources, are written as one text with commas. They are read as several; a list in brackets makes this explicit. `dateline check --fix` writes it.",
        keys("tags: floods, dams"),
        keys("tags: [floods, dams]"),
    ),
    code(
        "merge-marker",
        "Two people changed the same lines, and git could not decide which of the two versions is right: it left both, between lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`. Keep the version that is right, or write one from both, and remove the three lines with the markers. Nothing else is reported about the file until then.",
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\n<<<<<<< HEAD\ndate: 2025-12-09\n=======\ndate: 2025-12-10\n>>>>>>> branch\n---\n\nThe text.\n",
        )]),
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-10\n---\n\nThe text.\n",
        )]),
    ),
    code(
        "missing-date",
        "An article has no `date`: when did the event happen? Write as much as is known, even if it is only a year. An expected event without any date needs `status: expected` and `wording: no date given`; an explainer (`kind: explainer`) needs no date.",
        files(&[("content/a.md", "---\ntitle: Rivers rise\n---\n")]),
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-12\n---\n",
        )]),
    ),
    code(
        "missing-key",
        "A group of keys lacks a required key: a correction its text, an update its entry, an expected entry its id. docs/front-matter.md and docs/site-yaml.md say which keys are required.",
        keys("corrections:\n  - date: 2025-12-14"),
        keys(
            "corrections:\n  - date: 2025-12-14\n    text: An earlier version gave the wrong month.",
        ),
    ),
    code(
        "missing-picture",
        "The picture that an article names does not exist. Put it next to the article or under `static/`, and write its path; upper and lower case matter.",
        keys("image: {src: river.jpg, alt: The river}"),
        keys("image: {src: /river.jpg, alt: The river}")
            .with(&[("static/river.jpg", "(a picture)")]),
    ),
    code(
        "missing-title",
        "An article has no `title`. Every list and feed shows it: write in one line what happened.",
        files(&[("content/a.md", "---\ndate: 2025-12-09\n---\n")]),
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-09\n---\n",
        )]),
    ),
    code(
        "number-for-name",
        "A number stands where the name of a person or a place should be. Readers see it, and under people it gets a page of its own. Write the name.",
        keys("people: [12]"),
        keys("people: [Ann Hale]"),
    ),
    code(
        "no-dashes",
        "Terms are on separate lines without dashes, so they are read as one long term. Begin each line with a dash and a space.",
        keys("tags:\n  floods\n  dams"),
        keys("tags:\n  - floods\n  - dams"),
    ),
    code(
        "no-stances",
        "An article has a stance, but the site has no scale of stances. Define `stances` in site.yaml, or remove the stance.",
        keys("organisations: [Meta]\nstance: closed"),
        keys("organisations: [Meta]\nstance: closed").on(STANCES),
    ),
    code(
        "own-relation",
        "An article follows, reverses or confirms itself. Name another article, or remove the relation.",
        keys("id: rivers\nfollows: [rivers]"),
        keys("id: rivers"),
    ),
    code(
        "own-update",
        "`updates` names an entry of the same article, but is only for entries of other articles. Change the date of the entry itself, and list the earlier date under `slipped`.",
        keys(
            "entries: [{id: dam-opens, title: The dam opens, date: 2027, status: expected}]\nupdates: [{entry: dam-opens, date: 2028}]",
        ),
        keys(
            "entries:\n  - id: dam-opens\n    title: The dam opens\n    date: 2028\n    status: expected\n    slipped: [{from: 2027}]",
        ),
    ),
    code(
        "stance-of-nobody",
        "A stance belongs to an organisation, but the article names none. Add `organisations`.",
        keys("stance: open").on(STANCES),
        keys("organisations: [Meta]\nstance: open").on(STANCES),
    ),
    code(
        "stance-of-stranger",
        "A stance is given for an organisation that the article does not name. Add it to `organisations`, or fix its spelling.",
        keys("organisations: [Meta]\nstance: {Meat: open}").on(STANCES),
        keys("organisations: [Meta]\nstance: {Meta: open}").on(STANCES),
    ),
    code(
        "tab-indent",
        "Lines are indented with tabs. Front matter allows only spaces: two for each level. `dateline check --fix` fixes this if it is clear for how many spaces a tab stands.",
        keys("sources:\n\t- title: The report"),
        keys("sources:\n  - title: The report"),
    ),
    code(
        "date-from-published",
        "An article has no `date`, so with `lenient: true` its day of publication, as written, is the date. Add `date`: the day on which the event happened, which may be another.",
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\npubDate: 2025-12-09\n---\n",
        )])
        .on("lenient: true"),
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\npubDate: 2025-12-09\ndate: 2025-12-08\n---\n",
        )]),
    ),
    code(
        "from-file-name",
        "A text has no front matter. With `lenient: true`, the day in its path, or else at the start or end of its first heading, is the date, and that heading is the title. Add front matter, so that both stay when the file is renamed or the text changes.",
        files(&[("content/2025-12-09-rise.md", "# Rivers rise\n\nText.\n")]).on("lenient: true"),
        files(&[(
            "content/2025-12-09-rise.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-09\n---\n\nText.\n",
        )]),
    ),
    code(
        "title-from-heading",
        "An article has no `title`, so with `lenient: true` the first heading of its text is the title. Add it as `title` to keep it when the text changes.",
        files(&[(
            "content/a.md",
            "---\ndate: 2025-12-09\n---\n\n# Rivers rise\n",
        )])
        .on("lenient: true"),
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-09\n---\n",
        )]),
    ),
    unshown(
        "too-long",
        "A headline has more than 2,000 characters, or an address is longer than any server accepts. Probably a closing quote is missing.",
        "it would fill this page",
    ),
    unshown(
        "too-many",
        "A list has more items than an article may have: 200 terms of one taxonomy, 2,000 items of any other list; or its text has more elements (paragraphs, items, cells, links) than `elements` under `limits` in site.yaml allows. Split it into several articles.",
        "it would fill this page",
    ),
    code(
        "two-names",
        "Two keys are names of the same thing and have different values. Only one of them is read; keep that one.",
        keys("summary: Rivers rise.\ndescription: Rivers fall."),
        keys("summary: Rivers rise."),
    ),
    code(
        "unclosed-front-matter",
        "The front matter begins with a line of `---` and is never closed. Put a second `---` line after the last key, before the text.",
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-09\n\nThe text.\n",
        )]),
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-09\n---\n\nThe text.\n",
        )]),
    ),
    code(
        "unknown-entry",
        "`updates` names an entry that does not exist. Write the `id` of an entry or of an article.",
        keys("updates: [{entry: dam-opens, date: 2028}]"),
        keys("updates: [{entry: dam-opens, date: 2028}]").with(&[(
            "content/dam.md",
            "---\nid: dam-opens\ntitle: The dam opens\ndate: 2027\nstatus: expected\n---\n",
        )]),
    ),
    code(
        "unknown-key",
        "Dateline does not know this key, so no page shows its value. Either it knows a similar one, or one that means the same: write that; `dateline check --fix` does this if one letter is wrong. Or the value is something to read: move it to the text or to a key that is shown. docs/front-matter.md and docs/site-yaml.md describe all keys. If many files have the key, `front_matter: {rename: {sumary: summary}}` in site.yaml settles all of them, and `ignore: [video]` says that only your templates read it.",
        keys("sumary: Rivers rise."),
        keys("summary: Rivers rise."),
    ),
    code(
        "unknown-original",
        "`translation_of` names an article that does not exist. Write the `id` of the article that this one translates.",
        keys("lang: id\ntranslation_of: rivers"),
        keys("lang: id\ntranslation_of: rivers").with(&[(
            "content/rivers.md",
            "---\nid: rivers\ntitle: Rivers rise\ndate: 2025\n---\n",
        )]),
    ),
    code(
        "unknown-relation",
        "`follows`, `reverses` or `confirms` names an article or entry that does not exist. Write its `id`.",
        keys("follows: [rivers]"),
        keys("follows: [rivers]").with(&[(
            "content/rivers.md",
            "---\nid: rivers\ntitle: Rivers rise\ndate: 2025\n---\n",
        )]),
    ),
    code(
        "unknown-source",
        "An entry names a source that the article does not list. Write the `id` of one of its `sources`.",
        keys("entries: [{title: The dam opens, date: 2025, source: report}]"),
        keys(
            "sources: [{id: report, title: The report}]\nentries: [{title: The dam opens, date: 2025, source: report}]",
        ),
    ),
    code(
        "unknown-word",
        "A key accepts only certain values, and this is not one of them. The message lists them; site.yaml can add statuses, certainties and stances.",
        keys("kind: newz"),
        keys("kind: news"),
    ),
    code(
        "updated-before-published",
        "An article was updated before it was published, so one of the two dates is wrong. If it has not changed since, leave out `updated`.",
        keys("published: 2025-12-12\nupdated: 2025-12-01"),
        keys("published: 2025-12-12\nupdated: 2025-12-14"),
    ),
    code(
        "not-indented",
        "The keys of an item of a list must be indented as far as its first key, below the dash; otherwise they are read as keys of the article. `dateline check --fix` indents them.",
        keys("sources:\n- title: The report\nurl: https://example.org/report"),
        keys("sources:\n- title: The report\n  url: https://example.org/report"),
    ),
    code(
        "wrong-number",
        "A value is not a number, or is out of range. `importance` goes from 1 to 5, unless site.yaml defines another scale.",
        keys("importance: 9"),
        keys("importance: 4"),
    ),
    code(
        "wrong-type",
        "A list or group of keys is given where a single value is expected, or the other way round. The hint shows the right form; docs/front-matter.md and docs/site-yaml.md have the form of every key.",
        keys("place: [Oslo, Bergen]"),
        keys("place: Oslo and Bergen"),
    ),
];
