//! Codes for front matter.

use super::{Explained, code, files, keys, unshown};

const STANCES: &str = "stances: {open: {label: Open}, closed: {label: Closed}}";

pub(super) const CODES: &[Explained] = &[
    code(
        "bad-address",
        "A fixed address (`permalink`) is no address that this site can have. It is the path of one page, written out, and not a pattern of many.",
        keys("permalink: /:year/:title/"),
        keys("permalink: /2014/05/my-post/"),
    ),
    code(
        "bad-alias",
        "An old address (`aliases`) can't be one of this site. Old addresses lead to the article's page; each is a path that begins with a slash, without the site's name, and stays within the site.",
        keys("aliases: [/../old/]"),
        keys("aliases: [/2025/12/old-name.html]"),
    ),
    code(
        "bad-date",
        "A date can't be read, or can be read in two ways. Write the year first: `2025-12-09`, and no more than is known: `2025-12`, `2025`, `2026-Q1`. From one date to another is `2026-03/2026-05`; about is `2024~`. `dateline check --fix` mends a date that can mean only one thing.",
        keys("date: 5/1/2026"),
        keys("date: 2026-01-05"),
    ),
    code(
        "bad-fence",
        "The front matter is not set off by lines of three hyphens, `---`: the first line lacks, or a word processor has made long dashes of it. `dateline check --fix` mends it where both lines can be told.",
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
        "An `id` holds a sign that an id can't have. Feeds, calendars and links rest on it, so it has letters, digits and dashes only, and stays for ever.",
        keys("id: rivers/rise"),
        keys("id: rivers-rise"),
    ),
    code(
        "bad-instant",
        "When an article was published, updated or expires is a day or an instant. A month or a year says too little; the time of day may be left out.",
        keys("published: 2025-12"),
        keys("published: 2025-12-12T16:00:00+07:00"),
    ),
    code(
        "bad-language",
        "A language is given by its name, or by a code that is none. Write the code: `en`, `id`, `pt-BR`.",
        keys("lang: English"),
        keys("lang: en"),
    ),
    code(
        "bad-slug",
        "A `slug` can't be part of an address. It is one word of letters, digits and dashes; leave it out, and the file's name is taken.",
        keys("slug: news/rivers"),
        keys("slug: rivers"),
    ),
    code(
        "bad-url",
        "An address on the web is not whole, or is of a kind that is not linked to. Begin it with `https://`, as a browser shows it when you copy it.",
        keys("sources:\n  - title: The report\n    url: ftp://example.org/report"),
        keys("sources:\n  - title: The report\n    url: https://example.org/report"),
    ),
    code(
        "broken-yaml",
        "The lines between the `---` can't be read. Most often a quote or a bracket is opened and never closed, a key has no colon, or a line stands further right than the one above it. Write `key: value`, one a line, with a blank after the colon.",
        keys("place: \"Oslo"),
        keys("place: \"Oslo\""),
    ),
    code(
        "colon-in-value",
        "A value has a colon with a blank after it, which looks like the beginning of another value. Put the whole value in straight quotes. `dateline check --fix` does it.",
        keys("title: Meta: a shift"),
        keys("title: \"Meta: a shift\""),
    ),
    code(
        "control-character",
        "A sign that nobody sees, and that no page or feed may hold, stands in the text. It came with a copy from another program; delete it, or write the word anew.",
        keys("place: Os\u{1}lo"),
        keys("place: Oslo"),
    ),
    code(
        "curly-quotes",
        "The quotes round a value are those of printed texts, which a word processor makes. Only straight ones mark a value; most values need none. `dateline check --fix` mends it.",
        keys("kind: “news”"),
        keys("kind: news"),
    ),
    code(
        "cut-by-comment",
        "In front matter a `#` after a blank begins a remark that nobody reads, so that the headline ends before it. Put the headline in quotes.",
        keys("title: Our #1 story of the year"),
        keys("title: \"Our #1 story of the year\""),
    ),
    code(
        "duplicate-id",
        "Two articles, entries or sources have one `id`. Whoever refers to it could mean either; give one of them another.",
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
        "A key is given twice. Only one can count; keep the right one, or make one list of the two.",
        keys("tags: [floods]\ntags: [dams]"),
        keys("tags: [floods, dams]"),
    ),
    code(
        "end-apart",
        "The end of what lasted stands in a key of its own, which is not read. An interval is one date: from/to.",
        keys("date: 2025-03\nend_date: 2025-05"),
        keys("date: 2025-03/2025-05"),
    ),
    code(
        "extra-key",
        "A key is none that Dateline knows. It is kept, and the site's own templates find it under `extra`. Leave it; or say in site.yaml that you know of it.",
        keys("shoe_size: 44"),
        keys("shoe_size: 44").on("front_matter: {ignore: [shoe_size]}"),
    ),
    code(
        "invisible-character",
        "A sign that nobody sees, such as one that turns the direction of writing, stands in a value. It is left out. Remove it, or write the value anew.",
        keys("place: Os\u{202e}lo"),
        keys("place: Oslo"),
    ),
    code(
        "list-in-one",
        "Several terms, or addresses of sources, stand in one text with commas. They are read as several; a list in brackets says so. `dateline check --fix` writes it.",
        keys("tags: floods, dams"),
        keys("tags: [floods, dams]"),
    ),
    code(
        "missing-date",
        "An article has no `date`: when did it happen? Write as much as is known, a year if no more. What is expected without any date says `status: expected` and `wording: no date given`; an explainer (`kind: explainer`) needs none.",
        files(&[("content/a.md", "---\ntitle: Rivers rise\n---\n")]),
        files(&[(
            "content/a.md",
            "---\ntitle: Rivers rise\ndate: 2025-12\n---\n",
        )]),
    ),
    code(
        "missing-key",
        "A group of keys lacks one without which it says nothing: a correction its text, an update its entry, an expected entry its id.",
        keys("corrections:\n  - date: 2025-12-14"),
        keys(
            "corrections:\n  - date: 2025-12-14\n    text: An earlier version gave the wrong month.",
        ),
    ),
    code(
        "missing-picture",
        "The picture that an article names is not there. Put it beside the article, or under `static/`, and write its path; mind capitals.",
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
        "no-dashes",
        "Terms stand on lines of their own without a dash before each, and are read as one long term. Begin each line with a dash and a blank.",
        keys("tags:\n  floods\n  dams"),
        keys("tags:\n  - floods\n  - dams"),
    ),
    code(
        "no-stances",
        "An article gives a stance, and the site has no scale of stances. Describe it in site.yaml, or take the stance out.",
        keys("organisations: [Meta]\nstance: closed"),
        keys("organisations: [Meta]\nstance: closed").on(STANCES),
    ),
    code(
        "own-relation",
        "An article follows, reverses or confirms itself. Name another one, or take it out.",
        keys("id: rivers\nfollows: [rivers]"),
        keys("id: rivers"),
    ),
    code(
        "own-update",
        "`updates` is about entries of other articles, and this one is of the article itself. Change its date here, and give the earlier one under `slipped`.",
        keys(
            "entries: [{id: dam-opens, title: The dam opens, date: 2027, status: expected}]\nupdates: [{entry: dam-opens, date: 2028}]",
        ),
        keys(
            "entries:\n  - id: dam-opens\n    title: The dam opens\n    date: 2028\n    status: expected\n    slipped: [{from: 2027}]",
        ),
    ),
    code(
        "stance-of-nobody",
        "A stance belongs to an organisation, and the article names none. Add `organisations`.",
        keys("stance: open").on(STANCES),
        keys("organisations: [Meta]\nstance: open").on(STANCES),
    ),
    code(
        "stance-of-stranger",
        "A stance is given for an organisation that the article does not name. Add it to `organisations`, or mend its spelling.",
        keys("organisations: [Meta]\nstance: {Meat: open}").on(STANCES),
        keys("organisations: [Meta]\nstance: {Meta: open}").on(STANCES),
    ),
    code(
        "tab-indent",
        "A line is moved to the right with the tab key. Front matter takes blanks only: two for each step. `dateline check --fix` mends it where no line has both.",
        keys("sources:\n\t- title: The report"),
        keys("sources:\n  - title: The report"),
    ),
    unshown(
        "too-long",
        "A headline has more than 2,000 characters, or an address is longer than any server takes. Probably a quote is missing where it should end.",
        "it would fill this page",
    ),
    unshown(
        "too-many",
        "A list has more items than one article can be about: 200 terms of a kind, 2,000 of all else. Split it into several articles.",
        "it would fill this page",
    ),
    code(
        "two-names",
        "Two keys are names of the same thing, and say different things. One of them is read; keep that.",
        keys("summary: Rivers rise.\ndescription: Rivers fall."),
        keys("summary: Rivers rise."),
    ),
    code(
        "unclosed-front-matter",
        "The front matter begins with a line of `---` and nothing ends it. Put a second such line after the last key, before the text.",
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
        "`updates` names an entry that no article has. Write the `id` of an entry, or of an article.",
        keys("updates: [{entry: dam-opens, date: 2028}]"),
        keys("updates: [{entry: dam-opens, date: 2028}]").with(&[(
            "content/dam.md",
            "---\nid: dam-opens\ntitle: The dam opens\ndate: 2027\nstatus: expected\n---\n",
        )]),
    ),
    code(
        "unknown-key",
        "A key is none that Dateline knows, and looks like one that it does. Mend its spelling: what stands there is not read. `dateline check --fix` does it where one letter is wrong.",
        keys("sumary: Rivers rise."),
        keys("summary: Rivers rise."),
    ),
    code(
        "unknown-original",
        "`translation_of` names an article that is not there. Write the `id` of the article that this one translates.",
        keys("lang: id\ntranslation_of: rivers"),
        keys("lang: id\ntranslation_of: rivers").with(&[(
            "content/rivers.md",
            "---\nid: rivers\ntitle: Rivers rise\ndate: 2025\n---\n",
        )]),
    ),
    code(
        "unknown-relation",
        "`follows`, `reverses` or `confirms` names an article or entry that is not there. Write its `id`.",
        keys("follows: [rivers]"),
        keys("follows: [rivers]").with(&[(
            "content/rivers.md",
            "---\nid: rivers\ntitle: Rivers rise\ndate: 2025\n---\n",
        )]),
    ),
    code(
        "unknown-source",
        "An entry rests on a source that the article does not list. Write the `id` of one of its `sources`.",
        keys("entries: [{title: The dam opens, date: 2025, source: report}]"),
        keys(
            "sources: [{id: report, title: The report}]\nentries: [{title: The dam opens, date: 2025, source: report}]",
        ),
    ),
    code(
        "unknown-word",
        "A key takes one of a few words, and this is none of them. The message lists them; site.yaml may add statuses, certainties and stances.",
        keys("kind: newz"),
        keys("kind: news"),
    ),
    code(
        "updated-before-published",
        "An article was changed before it was published, so one of the two is wrong. Without a change, leave `updated` out.",
        keys("published: 2025-12-12\nupdated: 2025-12-01"),
        keys("published: 2025-12-12\nupdated: 2025-12-14"),
    ),
    code(
        "wrong-number",
        "A number is none, or stands outside of its range. `importance` goes from 1 to 5, unless site.yaml gives another scale.",
        keys("importance: 9"),
        keys("importance: 4"),
    ),
    code(
        "wrong-type",
        "A list or group stands where one value is wanted, or the other way round. The cure shows the form.",
        keys("place: [Oslo, Bergen]"),
        keys("place: Oslo and Bergen"),
    ),
];
