//! Codes for the ledger of addresses.

use super::{Example, Explained, code, files};

const FLOODS: &str = "---\nid: floods\ntitle: Rivers rise\ndate: 2025\n---\n";
const MOVED: &str = "---\nid: floods\ntitle: Rivers rise\ndate: 2025\naliases: [/floods/]\n---\n";

const WHOLE: Example = files(&[
    ("content/floods.md", FLOODS),
    (
        "urls.lock",
        "/ list front\n/2025/ list 2025\n/explore/ list explore\n/feed.xml feed site\n/floods/ article floods\n",
    ),
]);

pub(super) const CODES: &[Explained] = &[
    code(
        "bad-ledger",
        "A line of urls.lock is no address with its kind and id, perhaps since a merge has left its marks there. Take the line out, and run `dateline urls --accept`.",
        files(&[
            ("content/floods.md", FLOODS),
            ("urls.lock", "<<<<<<< HEAD\n/floods/ article floods\n"),
        ]),
        WHOLE,
    ),
    code(
        "changed-id",
        "An article that was public has another id now, so that feeds, and calendars, give it to their readers as a new one. The id is the name of the file where `id` is not written. Write the old one.",
        files(&[
            (
                "content/high-water.md",
                "---\ntitle: Rivers rise\ndate: 2025\naliases: [/floods/]\n---\n",
            ),
            ("urls.lock", "/floods/ article floods\n"),
        ]),
        files(&[
            ("content/high-water.md", MOVED),
            ("urls.lock", "/floods/ article floods\n"),
        ]),
    ),
    code(
        "lost-address",
        "An address that was public leads nowhere any more: a file was moved, a slug or term renamed, an article deleted. Readers and search engines still have it. Let it redirect, by `aliases` of the article or of the term, or by `hosting.redirects`; or say that it is gone: `dateline urls --gone /its-address/`.",
        files(&[
            ("content/high-water.md", FLOODS),
            ("urls.lock", "/floods/ article floods\n"),
        ]),
        files(&[
            ("content/high-water.md", MOVED),
            ("urls.lock", "/floods/ article floods\n"),
        ]),
    ),
    code(
        "new-address",
        "The site has addresses that urls.lock does not have yet, so that nobody would be told if they were lost. Run `dateline urls --accept` when they are public, and commit the file.",
        files(&[
            ("content/floods.md", FLOODS),
            ("urls.lock", "/floods/ article floods\n"),
        ]),
        WHOLE,
    ),
];
