//! Codes of lints: reports on a valid site. `lint` in `site.yaml` sets their levels.

use super::{Example, Explained, body, code, files, keys, site};

const PROMISE: (&str, &str) = (
    "content/plan.md",
    "---\ntitle: A dam is planned\ndate: 2025-01-10\norganisations: [Water Board]\nentries:\n  - {id: dam-opens, title: The dam opens, date: 2025-06, status: expected}\n---\n",
);
const TOLD_TWICE: Example = files(&[
    PROMISE,
    (
        "content/dam.md",
        "---\ntitle: The dam opens\ndate: 2025-06-20\norganisations: [Water Board]\nupdates:\n  - {entry: dam-opens, date: 2025-06-20, status: happened}\n---\n",
    ),
]);
const TOLD_ONCE: Example = files(&[
    PROMISE,
    (
        "content/dam.md",
        "---\ntitle: The dam opens\ndate: 2025-06-20\norganisations: [Water Board]\nupdates:\n  - {entry: dam-opens, date: 2025-06-20, status: happened, same_event: true}\n---\n",
    ),
]);
const TOLD_DIFFERENTLY: Example = files(&[
    PROMISE,
    (
        "content/dam.md",
        "---\ntitle: The dam opens\ndate: 2025-06-20\ncertainty: rumoured\norganisations: [Water Board]\nupdates:\n  - {entry: dam-opens, date: 2025-06-20, status: happened, same_event: true}\n---\n",
    ),
]);

const DAM: (&str, &str) = (
    "content/dam.md",
    "---\ntitle: The dam opens\ndate: 2025-12-09\n---\n",
);
const LATER_PROMISE: (&str, &str) = (
    "content/plan.md",
    "---\ntitle: A dam is planned\ndate: 2025-01-10\nentries:\n  - {id: dam-opens, title: The dam opens, date: 2025-06, status: expected}\n---\n",
);
const SAID_BEFORE: Example = files(&[
    LATER_PROMISE,
    (
        "content/delay.md",
        "---\ntitle: The dam is late\ndate: 2025-03-02\nsources: [{id: board, title: Minutes, date: 2024-11-05}]\nupdates:\n  - {entry: dam-opens, date: 2025-12, source: board}\n---\n",
    ),
]);
const SAID_AFTER: Example = files(&[
    LATER_PROMISE,
    (
        "content/delay.md",
        "---\ntitle: The dam is late\ndate: 2025-03-02\nsources: [{id: board, title: Minutes, date: 2025-03-01}]\nupdates:\n  - {entry: dam-opens, date: 2025-12, source: board}\n---\n",
    ),
]);
const HAPPENED: (&str, &str) = (
    "content/dam.md",
    "---\ntitle: The dam opens\ndate: 2025-06-20\nentries:\n  - {id: second-dam, title: A second dam opens, date: 2026, status: expected}\n---\n",
);
const PUT_OFF_AFTERWARDS: Example = files(&[
    HAPPENED,
    (
        "content/delay.md",
        "---\ntitle: The second dam is late\ndate: 2025-09-02\nupdates:\n  - {entry: dam, date: 2027}\n---\n",
    ),
]);
const PUT_OFF: Example = files(&[
    HAPPENED,
    (
        "content/delay.md",
        "---\ntitle: The second dam is late\ndate: 2025-09-02\nupdates:\n  - {entry: second-dam, date: 2027}\n---\n",
    ),
]);

pub(super) const CODES: &[Explained] = &[
    code(
        "early-outcome",
        "An entry has the status of what has happened, and its date is still to come. Write `status: expected` until a source reports that it happened, or correct the date. A lenient site shows it as expected.",
        keys("date: 9998\nstatus: happened"),
        keys("date: 9998\nstatus: expected"),
    ),
    code(
        "early-report",
        "A source, the day on which it was `accessed`, or a correction is dated on a day still to come. Nobody can have said or seen it yet; the day of an event goes into the `date` of the article or of an entry.",
        keys("sources: [{title: The report, date: 9998-03-10}]"),
        keys("sources: [{title: The report, date: 2025-12-09}]"),
    ),
    code(
        "reversed-days",
        "A source was `accessed` before its date, or a correction is from before the article was `published`. One of the two days is wrong.",
        keys("sources: [{title: The report, date: 2025-12-09, accessed: 2025-11-02}]"),
        keys("sources: [{title: The report, date: 2025-12-09, accessed: 2025-12-10}]"),
    ),
    code(
        "unreported-outcome",
        "An article was published before the day of its event and gives it no status. Once that day has passed, the event is shown as happened, though nobody has reported it. Write `status: expected`, and report later what became of it; or `status: happened` if it happened.",
        keys("date: 2025-12-09\npublished: 2025-11-12"),
        keys("date: 2025-12-09\npublished: 2025-11-12\nstatus: expected"),
    ),
    code(
        "older-update",
        "An update rests on a source that is older than the report of the date that it would replace. It is recorded as history, in the order of the reports, and the newer report stays in force. Name the source that says it now, or list the date under `slipped` of the entry.",
        SAID_BEFORE,
        SAID_AFTER,
    ),
    code(
        "update-after-outcome",
        "An update gives an entry that has happened a date still to come, without a status. It is left out. The update is probably meant for another entry: the article's own event has the id of the article, and its `entries` have their own. If the report that it happened was wrong, add `status: expected`.",
        PUT_OFF_AFTERWARDS,
        PUT_OFF,
    ),
    code(
        "accent-contrast",
        "The site's accent colour can't be read as text on light paper, on dark paper, or on either; no colour can be read on both. Pages use the nearest readable shades, which the message names, so no action is needed. Without an accent the theme uses its own.",
        site("identity: {accent: \"#ffee88\"}"),
        site("title: The Desk"),
    ),
    code(
        "date-after-source",
        "An event is dated later than every source that reports it. The date is probably that of the article; write the date of the event.",
        keys("date: 2025-12-09\nsources: [{title: The report, date: 2025-12-01}]"),
        keys("date: 2025-12-01\nsources: [{title: The report, date: 2025-12-01}]"),
    ),
    code(
        "date-of-name",
        "The name of a file starts with a day that is neither its date nor the day of its publication. The date in the front matter is used. Correct one of the two; if the file is named after its publication, add `published`.",
        files(&[(
            "content/2025-12-10-rivers.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-09\n---\n",
        )]),
        files(&[(
            "content/2025-12-10-rivers.md",
            "---\ntitle: Rivers rise\ndate: 2025-12-09\npublished: 2025-12-10\n---\n",
        )]),
    ),
    code(
        "language-of-name",
        "The name of a file ends with the code of another language than the site's, as Hugo and Zola name translations (`dam.ar.md`), and its front matter has no `lang`. Dateline reads a language only from `lang`, so the text counts as one in the language of the site: it has its words, its direction and its place on the timeline. Add `lang`, and `translation_of` with the id of the original; if the name means something else, give the language of the site.",
        files(&[DAM, ("content/dam.ar.md", "---\ntitle: افتتاح السد\ndate: 2025-12-09\n---\n")]),
        files(&[
            DAM,
            (
                "content/dam.ar.md",
                "---\ntitle: افتتاح السد\ndate: 2025-12-09\nlang: ar\ntranslation_of: dam\n---\n",
            ),
        ]),
    ),
    code(
        "same-event",
        "An update reports that an expected entry happened, on the day of its article, with the same organisations and certainty: probably one event, which readers find twice. Write `same_event: true` in the update, and the entry is told with the article: lists and counts have it once, with what was promised and how late it came. Its id, address and history stay.",
        TOLD_TWICE,
        TOLD_ONCE,
    ),
    code(
        "same-event-differs",
        "An update with `same_event: true` is in an article that says something else of the event: another certainty, another date, or that it is still to come. Both stay on the timelines. Give the update the `status`, `date` and `certainty` of the article, or remove `same_event`.",
        TOLD_DIFFERENTLY,
        TOLD_ONCE,
    ),
    code(
        "first-of-month",
        "Many events are dated on the first of a month, and no source has that date. A program has probably turned months into days; write only the month or the year.",
        files(&[
            (
                "content/a.md",
                "---\ntitle: Rivers rise\ndate: 2025-03-01\n---\n",
            ),
            (
                "content/b.md",
                "---\ntitle: Dams break\ndate: 2025-04-01\n---\n",
            ),
            (
                "content/c.md",
                "---\ntitle: Roads close\ndate: 2025-05-01\n---\n",
            ),
        ]),
        files(&[
            (
                "content/a.md",
                "---\ntitle: Rivers rise\ndate: 2025-03\n---\n",
            ),
            (
                "content/b.md",
                "---\ntitle: Dams break\ndate: 2025-04\n---\n",
            ),
            (
                "content/c.md",
                "---\ntitle: Roads close\ndate: 2025-05\n---\n",
            ),
        ]),
    ),
    code(
        "language-form",
        "A language is given by the name of a locale, as operating systems write it. It is read as the language code that it means. `dateline check --fix` writes the code.",
        keys("lang: pt_BR"),
        keys("lang: pt-BR"),
    ),
    code(
        "lone-story",
        "A storyline has only one entry, so there is nothing to follow. Give its other articles the same `story`, or fix its spelling.",
        keys("story: the-great-flood"),
        keys("story: the-great-flood").with(&[(
            "content/dams.md",
            "---\ntitle: Dams break\ndate: 2025-04\nstory: the-great-flood\n---\n",
        )]),
    ),
    code(
        "long-title",
        "A headline has more than 110 characters, so search engines and lists truncate it. Move the rest to `summary`.",
        keys(
            "title: The river that has not risen above its banks since the year of the great flood rises above them again this week",
        ),
        keys("title: The river rises above its banks again"),
    ),
    code(
        "many-left-out",
        "A tenth or more of the files that may have been articles are left out. Each of them has a message of its own; fix what it says.",
        body("It rises.").with(&[("content/dams.md", "Dams break.\n")]),
        body("It rises."),
    ),
    code(
        "missing-published",
        "An article does not say when it was published, so lists of news and feeds can't put it first. Add `published`.",
        keys("title: Rivers rise in Bergen"),
        keys("title: Rivers rise in Bergen\npublished: 2025-12-12"),
    ),
    code(
        "missing-source",
        "News or an analysis has no source. Add the `sources` that report it.",
        keys("title: Rivers rise in Bergen"),
        keys(
            "title: Rivers rise in Bergen\nsources: [{title: The report, url: \"https://example.org/\"}]",
        ),
    ),
    code(
        "no-summer-time",
        "`timezone` is `EST` or `MST`, whose clocks never change, so times in summer are an hour off where they do. Write a region and a city.",
        site("timezone: EST"),
        site("timezone: America/New_York"),
    ),
    code(
        "other-calendar",
        "A year looks like one of the Persian, Islamic, Buddhist or Hebrew calendar: the language of the article, the day of its publication, and the other dates of the site fit that better than the Gregorian year. Dates are Gregorian; nothing is converted. Write the Gregorian date. If the year is right, turn the lint off: `lint: {other-calendar: off}`.",
        keys("date: 1403-09-03").on("language: fa"),
        keys("date: 2024-11-23").on("language: fa"),
    ),
    code(
        "overdue",
        "An event is still expected, although the last day of its date has passed. Report what happened in a new article, or give the new date under `updates`.",
        keys("date: 2025-06\nstatus: expected"),
        keys("date: 2025-06\nstatus: happened"),
    ),
    code(
        "replaced-page",
        "An article has the address of a page that the program makes, of the site's data (`/data/`), its feeds (`/feeds/`) or its pages (`/pages/`), and replaces it. Give the article another `slug`, `permalink` or file name. If it is to replace that page, turn the lint off: `lint: {replaced-page: off}`.",
        keys("slug: feeds"),
        keys("slug: feeds-of-today"),
    ),
    code(
        "single-source",
        "News or an analysis has only one source. (This lint is off unless site.yaml turns it on.)",
        keys("sources: [{title: The report}]").on("lint: {single-source: warning}"),
        keys("sources: [{title: The report}, {title: The minister’s words}]")
            .on("lint: {single-source: warning}"),
    ),
    code(
        "translated-date",
        "A translation has another date than its original, for its event or for one that it lists. In a site with several editions, each would show its own. Write the date that is right in both.",
        keys("date: 2025-12-09").with(&[(
            "content/dam-id.md",
            "---\ntitle: Bendungan dibuka\ndate: 2025-12-10\nlang: id\ntranslation_of: article\n---\n",
        )]),
        keys("date: 2025-12-09").with(&[(
            "content/dam-id.md",
            "---\ntitle: Bendungan dibuka\ndate: 2025-12-09\nlang: id\ntranslation_of: article\n---\n",
        )]),
    ),
    code(
        "term-clash",
        "Two terms would have the same address. A number is added to distinguish them; if they are the same term, make one an alias of the other in site.yaml.",
        keys("tags: [C++, c plus plus]"),
        keys("tags: [C++]"),
    ),
    code(
        "term-spelling",
        "A term is spelled in two ways. Both are treated as the same term; use one spelling.",
        keys("tags: [Floods]").with(&[(
            "content/dams.md",
            "---\ntitle: Dams break\ndate: 2025-04\ntags: [floods]\n---\n",
        )]),
        keys("tags: [floods]").with(&[(
            "content/dams.md",
            "---\ntitle: Dams break\ndate: 2025-04\ntags: [floods]\n---\n",
        )]),
    ),
    code(
        "unpaired-entry",
        "A translation has an entry that its original lacks. It is not on any timeline; add it to the original, with the same `id`.",
        files(&[
            ("content/a.md", "---\nid: a\ntitle: A\ndate: 2025\n---\n"),
            (
                "content/b.md",
                "---\ntitle: B\ndate: 2025\nlang: id\ntranslation_of: a\nentries: [{id: e, title: E, date: 2025}]\n---\n",
            ),
        ]),
        files(&[
            (
                "content/a.md",
                "---\nid: a\ntitle: A\ndate: 2025\nentries: [{id: e, title: E, date: 2025}]\n---\n",
            ),
            (
                "content/b.md",
                "---\ntitle: B\ndate: 2025\nlang: id\ntranslation_of: a\nentries: [{id: e, title: E, date: 2025}]\n---\n",
            ),
        ]),
    ),
    code(
        "unused-file",
        "A file is next to the articles, but none of them uses it. It is left out; link to it, or remove it.",
        files(&[("content/chart.png", "(a picture)")]),
        files(&[("static/chart.png", "(a picture)")]),
    ),
    code(
        "unused-text",
        "There is a text for a term or storyline that no article names. It is left out; fix the name of the file, or of the term or storyline.",
        keys("tags: [floods]").with(&[("content/terms/tags/dams.md", "---\ntitle: Dams\n---\n")]),
        keys("tags: [floods]")
            .with(&[("content/terms/tags/floods.md", "---\ntitle: Floods\n---\n")]),
    ),
    code(
        "vague-title",
        "A headline names no one and nothing specific, so a reader of a list can't tell what it is about. Say who did what.",
        keys("title: Update"),
        keys("title: Bergen closes its harbour"),
    ),
    code(
        "ambiguous-zone",
        "A time of day is followed by `CST`, which is Central Standard Time in North America and China Standard Time in China. It is read as the former. Write the offset; or, if your site's own zone has this name, set `timezone` in site.yaml, and it is read as that.",
        keys("date: 2018-03-04 10:00 CST"),
        keys("date: 2018-03-04T10:00:00+08:00"),
    ),
    code(
        "zone-without-time",
        "A day without a time of day is followed by a time zone. The day is as written, so the zone has no effect. Remove it, or add the time. `dateline check --fix` removes it.",
        keys("date: 2018-03-01 +0800"),
        keys("date: 2018-03-01"),
    ),
];
