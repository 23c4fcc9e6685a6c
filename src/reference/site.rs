//! The keys of `site.yaml`.

use crate::diagnostic::lint::LINTS;
use crate::yaml::table::{Form, Key, KeyTable, key};

pub static SITE: KeyTable = KeyTable {
    name: "site.yaml",
    keys: &[
        key("title", Form::Text, "The name of the site. Required.")
            .example("title: Flood watch")
            .shows("every page, feeds")
            .meant(&["name"]),
        key("url", Form::Address, "The address of the site; it may include a path. Required.")
            .example("url: https://example.org/news/")
            .shows("feeds, the sitemap, share links")
            .meant(&["baseurl", "base_url", "site_url", "address", "domain"]),
        key("language", Form::Language, "The language of the articles, as a code (BCP 47). The interface has words in `ar`, `de`, `en`, `es`, `fr`, `he`, `hi`, `id`, `ja`, `pt`, `ru` and `zh`, and in every language with a file `templates/words/xx.ftl`.")
            .default("`en`")
            .example("language: en")
            .shows("every page: its words, its dates")
            .meant(&["lang", "languagecode", "locale", "default_language"]),
        key("timezone", Form::Text, "The editors' time zone (IANA).")
            .default("`UTC`")
            .example("timezone: Asia/Jakarta")
            .shows("times of day")
            .meant(&["time_zone", "tz", "zone"]),
        key(
            "calendar",
            Form::Word(&["persian", "islamic", "hebrew", "buddhist", "japanese"]),
            "A calendar in which dates may be written (`1403-09-03`), and which stands beside the Gregorian one.",
        )
        .example("calendar: persian")
        .shows("dates of entries"),
        key("digits", Form::Word(&["latin", "native"]), "The digits of dates, counts and charts: `latin` (0 to 9) or `native`, those of the language's script (Arabic, Persian, Hindi, Bengali, Thai …). Addresses and what programs read stay as they are.")
            .default("`latin`")
            .example("digits: native")
            .shows("every page"),
        key("description", Form::Text, "What the timeline is about, in one sentence.")
            .example("description: Floods on the lower river, and what was promised afterwards.")
            .shows("search engines, feeds")
            .meant(&["summary", "tagline", "subtitle"]),
        key("languages", Form::NamedGroupsOrNames(&LANGUAGE), "The languages of a site with several editions: that of the first one (or of `language`) at the root of the site, each other below its code. See [docs/languages.md](languages.md).")
            .default("only `language`")
            .example("languages: {en: {}, id: {title: Pantau banjir}}")
            .shows("an edition for each language, with a menu of languages"),
        key("identity", Form::Group(&IDENTITY), "Pictures of the site and its colour.")
            .example("identity: {logo: logo.svg, accent: \"#00aa55\"}")
            .shows("every page"),
        key("publisher", Form::Group(&PUBLISHER), "Who publishes the site, where its policies are, and where readers report errors.")
            .example("publisher: {name: Flood desk, report: \"mailto:desk@example.org\"}")
            .shows("the foot of every page, JSON-LD"),
        key("links", Form::GroupOrFirst(&LINKS), "Your own links, and which links out of the site are kept.")
            .example("links:\n  - {label: Newsletter, url: \"https://example.org/newsletter/\", rel: me}")
            .shows("the foot of every page; texts"),
        key("menu", Form::Groups(&MENU), "The menu of every page. The foot has the first twelve pages of `content/pages/`, and a list of all if there are more; to choose others, name them here or in `links`.")
            .default("the pages that exist")
            .example("menu:\n  - {label: About, page: about}")
            .shows("every page"),
        key("permalink", Form::Text, "The addresses of articles, from `{slug}`, `{id}`, `{kind}` and `{published:%Y}`; never the date of the event.")
            .default("`/{slug}/`")
            .example("permalink: \"/{published:%Y}/{slug}/\"")
            .shows("addresses")
            .meant(&["permalinks"]),
        key("slugs", Form::Word(&["latin", "native"]), "What becomes of words in other scripts where addresses are made from them: `latin` writes them in Latin letters, which every host can serve; `native` keeps their letters (`/organisations/هيئة-النقرة/`). See [docs/urls.md](urls.md#letters-of-other-scripts) before you change it on a site that is public.")
            .default("`latin`")
            .example("slugs: native")
            .shows("addresses"),
        key("per_page", Form::Number(10, 1000), "Entries per page of a long list.")
            .default("`50`")
            .example("per_page: 50")
            .shows("lists")
            .meant(&["paginate", "pagination", "page_size"]),
        key("front_page", Form::Group(&FRONT_PAGE), "How many articles and entries the front page shows.")
            .example("front_page: {just_published: 5, entries: 50, expected: 5}")
            .shows("the front page")
            .meant(&["home", "homepage"]),
        key("taxonomies", Form::NamedGroups(&TAXONOMY), "Classifications besides organisations, people, categories, tags and authors, or changes to these. The name is a key of the front matter.")
            .default("no others")
            .example("taxonomies: {rivers: {title: Rivers, singular: River}}")
            .shows("articles, cards, a page for each term")
            .meant(&["taxonomy"]),
        key("stances", Form::NamedGroups(&STANCE), "The scale of positions that organisations take, in order.")
            .default("none, and the site shows no stances")
            .example("stances: {open: {label: Open}, closed: {label: Closed}}")
            .shows("`/stances/`, articles, cards, pages of organisations")
            .meant(&["stance", "positions"]),
        key("statuses", Form::NamedGroups(&STATUS), "Statuses besides `happened`, `expected` and `cancelled`, or other labels for these.")
            .default("no others")
            .example("statuses: {postponed: {label: Postponed, stage: expected}}")
            .shows("`/status/`, articles, cards")
            .meant(&["status"]),
        key("certainties", Form::NamedGroups(&CERTAINTY), "Certainties besides `rumoured`, `reported`, `confirmed` and `disputed`, or other labels for these.")
            .default("no others")
            .example("certainties: {alleged: {label: Alleged, firm: 1}}")
            .shows("`/certainty/`, articles, cards")
            .meant(&["certainty"]),
        key("importance", Form::Group(&IMPORTANCE), "The scale of `importance`.")
            .example("importance: {max: 10}")
            .shows("dense views"),
        key("front_matter", Form::Group(&FRONT_MATTER), "How to read front matter that was written for another generator.")
            .example("front_matter: {rename: {happened: date}, ignore: [layout]}")
            .shows("as the keys"),
        key("lenient", Form::Flag, "Whether most mistakes in articles are only warnings: see [what `lenient` accepts](elsewhere.md#what-lenient-accepts).")
            .default("`false`")
            .example("lenient: true")
            .shows("the value as it was written"),
        key("lint", Form::Group(&LINT), "The level of each lint: `off`, `notice`, `warning` or `error`.")
            .example("lint: {missing-source: off, first-of-month: error}")
            .shows("what `check` and `build` report")
            .meant(&["lints"]),
        key("markdown", Form::Group(&MARKDOWN), "How texts are read.")
            .example("markdown: {raw_html: sanitise, math: false, smart_punctuation: true}")
            .shows("texts"),
        key("files", Form::Group(&FILES), "Which files are published besides those that always are: see [docs/hosting.md](hosting.md#files-beside-articles).")
            .example("files: {endings: [stl]}")
            .shows("the files beside articles")
            .meant(&["assets", "extensions"]),
        key("embeds", Form::List, "Hosts whose films and posts a page may show: see [films and posts](markdown.md#films-and-posts).")
            .default("none")
            .example("embeds: [youtube.com, vimeo.com]")
            .shows("texts; the content security policy"),
        key(
            "data_licence",
            Form::Text,
            "The terms on which others may use the site's data: words, or an address.",
        )
        .example("data_licence: https://creativecommons.org/licenses/by/4.0/")
        .default("none")
        .shows("`/data/`, the files of data"),
        key("feeds", Form::Group(&FEEDS), "What feeds contain.")
            .example("feeds: {entries: 20, full_content: true}")
            .shows("feeds")
            .meant(&["feed", "rss", "atom"]),
        key("slots", Form::Group(&SLOTS), "Slots of the theme. [docs/hosting.md](hosting.md) lists what each loads.")
            .default("empty")
            .example("slots: {notice: {text: Water is rising, until: 2026-12-31}}")
            .shows("every page, or below articles"),
        key("compare", Form::Lists, "Sets of two or three organisations to compare side by side. See [docs/lanes.md](lanes.md#organisations-side-by-side).")
            .default("none")
            .example("compare: [[Meta, OpenAI]]")
            .shows("a page of each set, `/compare/meta-openai/`, linked from the pages of its organisations"),
        key("features", Form::Group(&FEATURES), "Features that cost build time or files.")
            .example("features: {search: true}")
            .shows("`/explore/`, the search field"),
        key("hosting", Form::Group(&HOSTING), "What the host of the site is told. See [docs/hosting.md](hosting.md).")
            .example("hosting: {hosts: [netlify]}")
            .shows("headers, redirects"),
        key("deploy", Form::Group(&DEPLOY), "Where the site is uploaded.")
            .example("deploy: {target: \"s3://bucket/prefix\"}")
            .later(),
        key("limits", Form::Group(&LIMITS), "How much may be made of the content. The defaults leave sites of 100,000 articles alone.")
            .example("limits: {listings: 50000, page_megabytes: 64}")
            .shows("what `check` and `build` report")
            .meant(&["limit"]),
        key("output", Form::Text, "The output folder, relative to the project.")
            .default("`public`")
            .example("output: public")
            .shows("nowhere")
            .meant(&["destination", "publishdir", "output_dir"]),
    ],
};

pub static LANGUAGE: KeyTable = KeyTable {
    name: "a language",
    keys: &[
        key("title", Form::Text, "The name of the site in this language.")
            .default("the site's `title`")
            .example("title: Pantau banjir")
            .shows("every page of the edition, its feeds"),
        key("description", Form::Text, "What the timeline is about, in this language.")
            .default("the site's `description`")
            .example("description: Banjir di hilir sungai, dan apa yang dijanjikan sesudahnya.")
            .shows("search engines, feeds"),
        key("untranslated", Form::Word(&["show", "hide"]), "What the edition does with articles that are not in its language: it lists them in their original, marked with their language and linked to their own address, or leaves them out.")
            .default("`show`")
            .example("untranslated: hide")
            .shows("every list, feeds, `/explore/`"),
        key("digits", Form::Word(&["latin", "native"]), "The digits of this edition.")
            .default("the site's `digits`")
            .example("digits: native")
            .shows("every page of the edition"),
        key("publisher", Form::Text, "The publisher's name in this language.")
            .default("`publisher.name`")
            .example("publisher: Meja banjir")
            .shows("the foot of every page, JSON-LD"),
        key("notice", Form::Text, "The text of `slots.notice` in this language.")
            .default("`slots.notice.text`")
            .example("notice: Air naik.")
            .shows("every page of the edition"),
        key("menu", Form::Groups(&MENU), "The menu of the edition.")
            .default("the site's `menu`; without it, the pages that exist")
            .example("menu:\n      - {label: Tentang kami, page: tentang}")
            .shows("every page of the edition"),
        key("links", Form::Groups(&LINK), "Your own links at the foot of the edition.")
            .default("the site's `links`")
            .example("links:\n      - {label: Buletin, url: \"https://example.org/buletin/\"}")
            .shows("the foot of every page of the edition"),
        key("taxonomies", Form::NamedGroups(&TAXONOMY_WORDS), "Titles of taxonomies and of their terms in this language.")
            .default("the titles of the site, and the names of the terms")
            .example("taxonomies: {organisations: {title: Lembaga, terms: {Red Cross: Palang Merah}}}")
            .shows("articles, cards, pages of terms"),
        key("stances", Form::NamedGroups(&STANCE_WORDS), "Names of stances in this language.")
            .default("those of `stances`")
            .example("stances: {open: {label: Terbuka}}")
            .shows("`/stances/`, articles, cards"),
        key("statuses", Form::NamedGroups(&LABEL_WORDS), "Names of statuses in this language.")
            .default("those of the theme, or of `statuses`")
            .example("statuses: {expected: {label: Dinantikan}}")
            .shows("`/status/`, articles, cards"),
        key("certainties", Form::NamedGroups(&LABEL_WORDS), "Names of certainties in this language.")
            .default("those of the theme, or of `certainties`")
            .example("certainties: {confirmed: {label: Dipastikan}}")
            .shows("`/certainty/`, articles, cards"),
    ],
};

pub static TAXONOMY_WORDS: KeyTable = KeyTable {
    name: "a taxonomy in a language",
    keys: &[
        key("title", Form::Text, "Its title in this language.")
            .example("title: Sungai")
            .shows("the menu, its page"),
        key(
            "singular",
            Form::Text,
            "The title of one term in this language.",
        )
        .default("the title")
        .example("singular: Sungai")
        .shows("pages of terms"),
        key(
            "terms",
            Form::Names,
            "Terms, each with its title in this language.",
        )
        .example("terms: {Red Cross: Palang Merah}")
        .shows("wherever the term is"),
    ],
};

pub static STANCE_WORDS: KeyTable = KeyTable {
    name: "a stance in a language",
    keys: &[
        key("label", Form::Text, "Its name in this language.")
            .example("label: Mendukung")
            .shows("wherever the stance is"),
        key("about", Form::Text, "What it means, in this language.")
            .example("about: Ingin tanggul ditinggikan.")
            .shows("`/stances/`"),
    ],
};

pub static LABEL_WORDS: KeyTable = KeyTable {
    name: "a label in a language",
    keys: &[key("label", Form::Text, "Its name in this language.")
        .example("label: Dinantikan")
        .shows("wherever it stands")],
};

pub static IDENTITY: KeyTable = KeyTable {
    name: "`identity`",
    keys: &[
        key("logo", Form::Text, "A picture below `static/`.")
            .example("logo: logo.svg")
            .shows("the masthead, JSON-LD"),
        key("favicon", Form::Text, "A picture below `static/`.")
            .example("favicon: favicon.svg")
            .shows("the tab of the browser")
            .meant(&["icon"]),
        key(
            "accent",
            Form::Text,
            "The colour of links and marks, in quotes.",
        )
        .example("accent: \"#00aa55\"")
        .shows("every page")
        .meant(&["colour", "color", "accent_color", "accent_colour"]),
        key(
            "share_image",
            Form::Text,
            "A picture below `static/`, for pages that have none.",
        )
        .example("share_image: share.png")
        .shows("share previews"),
    ],
};

pub static PUBLISHER: KeyTable = KeyTable {
    name: "`publisher`",
    keys: &[
        key("name", Form::Text, "The publisher.")
            .default("the title of the site")
            .example("name: Flood desk")
            .shows("JSON-LD"),
        key("corrections_policy", Form::Text, "A path or address.")
            .example("corrections_policy: /corrections-policy/")
            .shows("the foot of every page, JSON-LD"),
        key(
            "masthead",
            Form::Text,
            "A path or address: who makes the site.",
        )
        .example("masthead: /about/")
        .shows("the foot of every page, JSON-LD"),
        key("report", Form::Text, "Where readers report errors.")
            .example("report: mailto:desk@example.org")
            .shows("the foot of every page"),
    ],
};

pub static LINKS: KeyTable = KeyTable {
    name: "`links`",
    keys: &[
        key("owner", Form::Groups(&LINK), "Your own links.")
            .example("owner:\n    - {label: Newsletter, url: \"https://example.org/newsletter/\", rel: me}")
            .shows("the foot of every page"),
        key("outside", Form::List, "Paths of the same domain that are not part of this site; links to them are kept.")
            .example("outside: [/docs/]")
            .shows("texts"),
    ],
};

pub static LINK: KeyTable = KeyTable {
    name: "an item of `links`",
    keys: &[
        key("label", Form::Text, "The words of the link. Required.")
            .example("label: Newsletter")
            .shows("the foot of every page")
            .meant(&["title", "name", "text"]),
        key("url", Form::Text, "The address. Required.")
            .example("url: https://example.org/newsletter/")
            .shows("the foot of every page")
            .meant(&["link", "href"]),
        key("rel", Form::Text, "The relation; `me` verifies a profile.")
            .example("rel: me")
            .shows("the link"),
    ],
};

pub static MENU: KeyTable = KeyTable {
    name: "an item of `menu`",
    keys: &[
        key("label", Form::Text, "The words of the link. Required.")
            .example("label: About")
            .shows("the menu")
            .meant(&["title", "name", "text"]),
        key(
            "page",
            Form::Text,
            "The name of a page, a path or an address. Required.",
        )
        .example("page: about")
        .shows("the menu")
        .meant(&["url", "link", "href"]),
    ],
};

pub static FRONT_PAGE: KeyTable = KeyTable {
    name: "`front_page`",
    keys: &[
        key(
            "just_published",
            Form::Number(0, 50),
            "Articles in the lead, newest publication first.",
        )
        .default("`5`")
        .example("just_published: 5")
        .shows("the front page"),
        key("entries", Form::Number(1, 1000), "Entries of the timeline.")
            .default("`50`")
            .example("entries: 50")
            .shows("the front page"),
        key("expected", Form::Number(0, 50), "Expected entries.")
            .default("`5`")
            .example("expected: 5")
            .shows("the front page"),
    ],
};

pub static TAXONOMY: KeyTable = KeyTable {
    name: "a taxonomy",
    keys: &[
        key("title", Form::Text, "Its title.")
            .default("made from its name")
            .example("title: Rivers")
            .shows("the menu, its page"),
        key("singular", Form::Text, "The title of one term.")
            .default("the title without its `s`")
            .example("singular: River")
            .shows("pages of terms"),
        key(
            "lanes",
            Form::Flag,
            "Whether its terms are shown as lanes over time.",
        )
        .default("`true` for organisations, else `false`")
        .example("lanes: false")
        .shows("`/lanes/`, pages of terms, the front page"),
        key("aliases", Form::Names, "Terms, each with its other names.")
            .example("aliases: {Lower Elbe: [Elbe estuary]}")
            .shows("the other names lead to the term"),
        key(
            "feeds_from",
            Form::Number(1, 1_000_000),
            "The number of entries from which a term has files of its own besides its page: a feed, a calendar, a timeline for TimelineJS.",
        )
        .default("`5`")
        .example("feeds_from: 5")
        .shows("pages of terms"),
    ],
};

pub static STANCE: KeyTable = KeyTable {
    name: "a stance",
    keys: &[
        key("label", Form::Text, "Its name for readers.")
            .default("made from its key")
            .example("label: In favour")
            .shows("wherever the stance is"),
        key("colour", Form::Text, "Its colour, in quotes.")
            .example("colour: \"#00aa55\"")
            .meant(&["color"])
            .later(),
        key(
            "pattern",
            Form::Word(&[
                "solid", "dots", "stripes", "hatch", "outline", "lines", "grid",
            ]),
            "How it is drawn.",
        )
        .example("pattern: solid")
        .shows("wherever the stance is"),
        key("about", Form::Text, "What it means.")
            .example("about: Wants the dike to be raised")
            .shows("`/stances/`, the title of the mark")
            .meant(&["description"]),
    ],
};

pub static STATUS: KeyTable = KeyTable {
    name: "a status",
    keys: &[
        key("label", Form::Text, "Its name for readers.")
            .default("made from its key")
            .example("label: Postponed")
            .shows("wherever the status is"),
        key(
            "stage",
            Form::Word(&["happened", "expected", "cancelled"]),
            "The built-in status that it counts as.",
        )
        .default("`happened`")
        .example("stage: expected")
        .shows("`/expected/`"),
    ],
};

pub static CERTAINTY: KeyTable = KeyTable {
    name: "a certainty",
    keys: &[
        key("label", Form::Text, "Its name for readers.")
            .default("made from its key")
            .example("label: Alleged")
            .shows("wherever the certainty is"),
        key(
            "firm",
            Form::Number(0, 3),
            "How firm: from 0 (rumoured, disputed) to 3 (confirmed).",
        )
        .default("`1`")
        .example("firm: 1")
        .shows("how the mark is drawn"),
    ],
};

pub static IMPORTANCE: KeyTable = KeyTable {
    name: "`importance`",
    keys: &[key(
        "max",
        Form::Number(2, 100),
        "The top of the scale, which starts at 1.",
    )
    .default("`5`")
    .example("max: 10")
    .shows("dense views")],
};

pub static FRONT_MATTER: KeyTable = KeyTable {
    name: "`front_matter`",
    keys: &[
        key(
            "rename",
            Form::Names,
            "Keys of your files, each with the key that it stands for.",
        )
        .example("rename: {happened: date}")
        .shows("as that key"),
        key(
            "ignore",
            Form::List,
            "Keys that are kept for templates without a message.",
        )
        .example("ignore: [layout]")
        .shows("your own templates"),
    ],
};

const LINT_KEYS: [Key; LINTS.len()] = {
    let mut keys = [key("", Form::Any, ""); LINTS.len()];
    let mut n = 0;
    while n < LINTS.len() {
        keys[n] = key(
            LINTS[n].code,
            Form::Word(&["off", "notice", "warning", "error"]),
            LINTS[n].finds,
        )
        .default(LINTS[n].level.word())
        .shows("what `check` and `build` report");
        n += 1;
    }
    keys
};

pub static LINT: KeyTable = KeyTable {
    name: "`lint`",
    keys: &LINT_KEYS,
};

pub static MARKDOWN: KeyTable = KeyTable {
    name: "`markdown`",
    keys: &[
        key(
            "raw_html",
            Form::Word(&["escape", "sanitise", "trust"]),
            "How to treat raw HTML: show it as text, keep what is harmless, or leave it as it is.",
        )
        .default("`sanitise`")
        .example("raw_html: sanitise")
        .shows("texts"),
        key(
            "math",
            Form::Flag,
            "Whether formulas are written between dollar signs.",
        )
        .default("`false`")
        .example("math: false")
        .shows("texts"),
        key(
            "smart_punctuation",
            Form::Flag,
            "Whether quotes and dashes become typographic ones.",
        )
        .default("`true`")
        .example("smart_punctuation: true")
        .shows("texts, headlines"),
        key(
            "linkify",
            Form::Flag,
            "Whether bare web and email addresses become links.",
        )
        .default("`true`")
        .example("linkify: true")
        .shows("texts"),
    ],
};

pub static FILES: KeyTable = KeyTable {
    name: "`files`",
    keys: &[
        key(
            "endings",
            Form::List,
            "Further endings of files that are copied from `content/`. A browser may run such a file; the owner answers for it.",
        )
        .default("none")
        .example("endings: [stl]")
        .shows("the files beside articles")
        .meant(&["extensions", "suffixes", "types"]),
        key(
            "linked",
            Form::List,
            "Folders of the project that may be symbolic links: `content`, `static`, `templates`.",
        )
        .default("none")
        .example("linked: [content]")
        .shows("as the files of the folder")
        .meant(&["links", "symlinks"]),
    ],
};

/// The rows of the limits, with the defaults of one's own content or of a stranger's.
macro_rules! limits {
    ($text:literal, $levels:literal, $elements:literal, $listings:literal, $list_pages:literal, $page:literal, $site:literal, $growth:literal, $($more:expr)?) => {
        &[
            key("text_megabytes", Form::Number(1, 10), "The size of a text file.")
                .default($text)
                .example("text_megabytes: 10")
                .shows("`too-large`"),
            key("levels", Form::Number(10, 100), "Levels of quotes, lists, emphasis and links in each other.")
                .default($levels)
                .example("levels: 100")
                .shows("`too-deep`"),
            key("elements", Form::Number(1000, 10_000_000), "Elements of one text: paragraphs, items, cells, links, emphasis.")
                .default($elements)
                .example("elements: 100000")
                .shows("`too-many`"),
            key("listings", Form::Number(1000, 10_000_000), "Places in lists that the entries of one article may take: each entry stands in the list of each of its terms, and has the article's terms where it gives none.")
                .default($listings)
                .example("listings: 50000")
                .shows("`output-limit`"),
            key("list_pages", Form::Number(100, 1_000_000), "Pages of one list: of a term, a status, a certainty or a stance.")
                .default($list_pages)
                .example("list_pages: 20000")
                .shows("`output-limit`"),
            key("page_megabytes", Form::Number(1, 1000), "The size of one page, feed or file of the search index.")
                .default($page)
                .example("page_megabytes: 64")
                .shows("`output-limit`"),
            key("site_megabytes", Form::Number(1, 1_000_000), "The size that the site may have whatever its sources are. Files that are copied do not count, unless more than ten times.")
                .default($site)
                .example("site_megabytes: 256")
                .shows("`output-limit`"),
            key("growth", Form::Number(10, 10_000), "How many times larger than its texts the site may be, if it is larger than `site_megabytes`. A text counts as 4 kB at least.")
                .default($growth)
                .example("growth: 100")
                .shows("`output-limit`"),
            $($more)?
        ]
    };
}

pub static LIMITS: KeyTable = KeyTable {
    name: "`limits`",
    keys: limits!(
        "`10`", "`100`", "`100000`", "`50000`", "`20000`", "`64`", "`256`", "`100`",
        key("untrusted", Form::Group(&UNTRUSTED_LIMITS), "The same limits on content of strangers: `dateline check --untrusted --trusted`. See [docs/untrusted.md](untrusted.md).")
            .example("untrusted: {listings: 5000}")
            .shows("what `check` and `build` report")
    ),
};

pub static UNTRUSTED_LIMITS: KeyTable = KeyTable {
    name: "`untrusted`",
    keys: limits!(
        "`1`", "`30`", "`50000`", "`5000`", "`5000`", "`16`", "`128`", "`50`",
    ),
};

pub static FEEDS: KeyTable = KeyTable {
    name: "`feeds`",
    keys: &[
        key(
            "entries",
            Form::Number(1, 500),
            "The number of articles in a feed.",
        )
        .default("`20`")
        .example("entries: 20")
        .shows("feeds"),
        key(
            "full_content",
            Form::Flag,
            "Whether feeds include the full text.",
        )
        .default("`true`")
        .example("full_content: true")
        .shows("feeds"),
        key(
            "terms",
            Form::Word(&["auto", "full", "summary", "none"]),
            "What the feeds of terms contain: the `full` text, a `summary` (the date in words, the certainty, the summary, the linked sources), or nothing, because there are `none`. `auto` means `full` on a site of up to 1,000 articles and `summary` on a larger one, whose texts would weigh more in these feeds than on its pages. `full_content: false` makes a summary of every feed.",
        )
        .default("`auto`")
        .example("terms: summary")
        .shows("feeds of terms"),
        key("authority", Form::Text, "The domain in the ids of feeds. Set it when the site moves, so that readers' programs don't show every entry anew.")
            .default("the domain of `url`")
            .example("authority: example.org")
            .shows("feeds"),
        key("since", Form::Date, "A year or day on which the `authority` was yours.")
            .default("`2025`")
            .example("since: 2025")
            .shows("feeds"),
        key("hub", Form::Address, "A WebSub hub.")
            .default("none")
            .example("hub: https://hub.example.org/")
            .shows("feeds"),
    ],
};

pub static SLOTS: KeyTable = KeyTable {
    name: "`slots`",
    keys: &[
        key("notice", Form::Group(&NOTICE), "The bar above every page.")
            .example("notice: {text: Water is rising, link: /warnings/, until: 2026-12-31}")
            .shows("every page")
            .meant(&["banner", "announcement"]),
        key("comments", Form::Group(&COMMENTS), "Comments.")
            .example("comments: {giscus: {repo: owner/name, category: Comments}}")
            .shows("below articles"),
        key("counter", Form::Group(&COUNTER), "A visit counter.")
            .example("counter: {goatcounter: example}")
            .shows("every page, without being seen")
            .meant(&["analytics"]),
        key("sponsor_top", Form::Group(&SPONSOR), "An advertisement.")
            .example("sponsor_top: {fragment: sponsor.html, label: Advertisement}")
            .shows("below the masthead"),
    ],
};

pub static NOTICE: KeyTable = KeyTable {
    name: "`notice`",
    keys: &[
        key("text", Form::Text, "The words. Required.")
            .example("text: Water is rising")
            .shows("every page"),
        key("link", Form::Text, "A path or address.")
            .example("link: /warnings/")
            .shows("every page")
            .meant(&["url", "href"]),
        key("until", Form::Day, "The last day on which it is shown.")
            .default("it stays")
            .example("until: 2026-12-31")
            .shows("every page"),
    ],
};

pub static COMMENTS: KeyTable = KeyTable {
    name: "`comments`",
    keys: &[key(
        "giscus",
        Form::Group(&GISCUS),
        "Comments kept as discussions at GitHub.",
    )
    .example("giscus: {repo: owner/name, category: Comments}")
    .shows("below articles")],
};

pub static GISCUS: KeyTable = KeyTable {
    name: "`giscus`",
    keys: &[
        key("repo", Form::Text, "The repository. Required.")
            .example("repo: owner/name")
            .shows("below articles")
            .meant(&["repository"]),
        key("category", Form::Text, "The category of discussions. Required.")
            .example("category: Comments")
            .shows("below articles"),
        key("repo_id", Form::Text, "GitHub's id of the repository. Without both ids, readers can't start a discussion on the page.")
            .example("repo_id: R_1")
            .shows("below articles"),
        key("category_id", Form::Text, "GitHub's id of the category.")
            .example("category_id: DIC_1")
            .shows("below articles"),
    ],
};

pub static COUNTER: KeyTable = KeyTable {
    name: "`counter`",
    keys: &[key(
        "goatcounter",
        Form::Text,
        "A site code at GoatCounter, or the `https://` address of your own server.",
    )
    .example("goatcounter: example")
    .shows("every page, without being seen")],
};

pub static SPONSOR: KeyTable = KeyTable {
    name: "`sponsor_top`",
    keys: &[
        key(
            "fragment",
            Form::Text,
            "A file of HTML in the project. Required.",
        )
        .example("fragment: sponsor.html")
        .shows("below the masthead")
        .meant(&["file", "html"]),
        key("label", Form::Text, "The word above it. Required.")
            .example("label: Advertisement")
            .shows("below the masthead"),
        key(
            "height",
            Form::Number(1, 2000),
            "The height to reserve, in CSS pixels.",
        )
        .example("height: 90")
        .shows("below the masthead"),
    ],
};

pub static FEATURES: KeyTable = KeyTable {
    name: "`features`",
    keys: &[
        key(
            "search",
            Form::Flag,
            "The page `/explore/` with its index, and the search field of every page.",
        )
        .default("`true`")
        .example("search: true")
        .shows("`/explore/`, the masthead"),
        key(
            "cards",
            Form::Flag,
            "A picture of the site and of each article, term with a feed and storyline, for previews of links. It needs a program that draws, as it is shipped.",
        )
        .default("`false`")
        .example("cards: true")
        .shows("previews of links (`og:image`)"),
        key("compress", Form::Flag, "Compressed copies of every file.")
            .default("`false`")
            .example("compress: false")
            .later(),
        key(
            "json_feeds",
            Form::Flag,
            "A JSON Feed beside the Atom feed of each term; the site, each storyline and the corrections always have one.",
        )
        .default("`false`")
        .example("json_feeds: true")
        .shows("`/feeds/`, the pages of terms"),
        key(
            "calendars",
            Form::Flag,
            "Calendars of what is expected: of the site, and of each term that has a feed.",
        )
        .default("`true`")
        .example("calendars: true")
        .shows("`/expected/`, the pages of terms"),
        key(
            "charts",
            Form::Flag,
            "The pictures of lanes, comparisons, storylines and slips as files of their own, to download and to embed elsewhere; see [docs/lanes.md](lanes.md#pictures-as-files).",
        )
        .default("`true`")
        .example("charts: true")
        .shows("`/lanes/`, `/expected/`, the pages of storylines and comparisons"),
        key(
            "png_charts",
            Form::Flag,
            "With `charts`, each of these pictures as PNG too. It needs a program that draws, as it is shipped.",
        )
        .default("`false`")
        .example("png_charts: true")
        .shows("below these pictures"),
        key("data", Form::Flag, "The data of the site as files, and the page about them.")
            .default("`true`")
            .example("data: true")
            .shows("`/data/`"),
        key(
            "llms",
            Form::Flag,
            "A list of what the site has, for language models.",
        )
        .default("`true`")
        .example("llms: true")
        .shows("`/llms.txt`"),
        key(
            "embeds",
            Form::Flag,
            "Articles, terms with a feed and storylines as pages that other sites may show in a frame, with oEmbed.",
        )
        .default("`false`")
        .example("embeds: true")
        .shows("below an article, the pages of terms and storylines"),
        key(
            "entry_embeds",
            Form::Flag,
            "With `embeds`, also each event that an article lists.",
        )
        .default("`false`")
        .example("entry_embeds: true")
        .shows("the events of an article"),
        key(
            "pictures",
            Form::Flag,
            "Pictures beside articles in several widths and as WebP, upright and without the place where they were taken. It needs a program with codecs, as it is shipped.",
        )
        .default("`false`")
        .example("pictures: true")
        .shows("articles, the front page"),
        key(
            "markdown",
            Form::Flag,
            "Each article as Markdown, at its address with `index.html.md` after it; `llms.txt` leads there.",
        )
        .default("`false`")
        .example("markdown: true")
        .shows("`/llms.txt`"),
        key(
            "timelines",
            Form::Flag,
            "The timeline as JSON for TimelineJS: of the site, of each term that has a feed, of each storyline.",
        )
        .default("`true`")
        .example("timelines: true")
        .shows("`/data/`"),
    ],
};

pub static HOSTING: KeyTable = KeyTable {
    name: "`hosting`",
    keys: &[
        key("hosts", Form::List, "Hosts to write configuration files for: `netlify`, `cloudflare`, `github-pages`, `nginx`, `caddy`.")
            .default("none")
            .example("hosts: [netlify]")
            .shows("headers, redirects")
            .meant(&["host"]),
        key("headers", Form::Names, "Headers for every page.")
            .example("headers: {X-Frame-Options: DENY}")
            .shows("headers"),
        key("redirects", Form::Groups(&REDIRECT), "Old addresses and where they lead.")
            .example("redirects:\n  - {from: /old/, to: /new/, status: 301}")
            .shows("redirects"),
    ],
};

pub static REDIRECT: KeyTable = KeyTable {
    name: "an item of `redirects`",
    keys: &[
        key("from", Form::Text, "A path of this site; `*` matches any text, `/:name` a part between slashes. Required.")
            .example("from: /old/")
            .shows("redirects"),
        key(
            "to",
            Form::Text,
            "A path of this site, or an address elsewhere; `:splat` is what `*` matched, `:name` that part. Required.",
        )
        .example("to: /new/")
        .shows("redirects"),
        key(
            "status",
            Form::Word(&["301", "302", "307", "308"]),
            "The HTTP status.",
        )
        .default("`301`")
        .example("status: 301")
        .shows("redirects"),
    ],
};

pub static DEPLOY: KeyTable = KeyTable {
    name: "`deploy`",
    keys: &[
        key("target", Form::Text, "Where the site is uploaded.")
            .example("target: s3://bucket/prefix")
            .later(),
        key(
            "max_deletes",
            Form::Number(0, 1_000_000),
            "How many files may be deleted at once.",
        )
        .default("`256`")
        .example("max_deletes: 256")
        .later(),
    ],
};
