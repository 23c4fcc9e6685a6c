//! Codes for the ledger of addresses.

use super::{Example, Explained, code, files, unshown};

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
        "A line of urls.lock is not an address with its kind and id, perhaps because a merge has left conflict markers. Remove the line, and run `dateline urls --accept`.",
        files(&[
            ("content/floods.md", FLOODS),
            ("urls.lock", "<<<<<<< HEAD\n/floods/ article floods\n"),
        ]),
        WHOLE,
    ),
    code(
        "changed-authority",
        "The ids in the site's feeds begin with its domain, and the domain is not the one that urls.lock has recorded. Feed readers take every entry for a new one and show it again. Keep the ids with `feeds: {authority: old-domain.example}` in site.yaml, or accept the change with `dateline urls --accept`.",
        files(&[
            ("content/floods.md", FLOODS),
            (
                "urls.lock",
                "feeds authority floods.example,2025\n/floods/ article floods\n",
            ),
        ]),
        files(&[
            ("content/floods.md", FLOODS),
            (
                "urls.lock",
                "feeds authority floods.example,2025\n/floods/ article floods\n",
            ),
        ])
        .on("feeds: {authority: floods.example}"),
    ),
    unshown(
        "changed-slugs",
        "With the other value of `slugs` in site.yaml, pages of the published site get addresses in other letters, and nothing redirects the old ones. Write the former value, record the addresses with `dateline urls --accept`, and change the value again: the old addresses then redirect. To lose them, remove the published site first: `dateline clean`.",
        "it needs a site that has been published",
    ),
    code(
        "changed-id",
        "A public article has a new id, so feeds and calendars present it to their readers as a new one. Without `id`, the file's name is the id. Restore the old id.",
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
        "An address that was public no longer works: a file was moved, a slug or term renamed, or an article deleted. Readers and search engines still have it. Redirect it with `aliases` of the article or of the term, or with `hosting.redirects`; or mark it as gone: `dateline urls --gone /its-address/`.",
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
        "lost-article",
        "A file that was published, as urls.lock records, can no longer be read, so the page would disappear. The build stops, even if the site is lenient, until the file is fixed or its address is given up: `dateline urls --gone /its-address/`.",
        files(&[
            ("content/floods.md", "Rivers rise.\n"),
            ("urls.lock", "/floods/ article floods\n"),
        ]),
        WHOLE,
    ),
    code(
        "new-address",
        "The site has addresses that are not in urls.lock yet, so losing one of them would go unnoticed. Run `dateline urls --accept` once they are public, and commit the file.",
        files(&[
            ("content/floods.md", FLOODS),
            ("urls.lock", "/floods/ article floods\n"),
        ]),
        WHOLE,
    ),
];
