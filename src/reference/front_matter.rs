//! The keys of the front matter: of an article, and of what it lists; of a static page, and of the
//! text of a term or story.

use super::words::{AUTHORS, PUBLISHED, SOURCE_DATE, SUMMARY, UPDATED};
use crate::yaml::table::{Form, Key, KeyTable, key};

pub static ARTICLE: KeyTable = KeyTable {
    name: "the front matter",
    keys: &[
        key("id", Form::Text, "A permanent name of the article. Feeds, calendars, links and `updates` of other articles refer to it, so never change it. Letters, digits and dashes.")
            .default("the file's name")
            .example("id: avocado-closed")
            .shows("addresses of feeds and anchors"),
        key("title", Form::Text, "The headline: what happened, in one line. Required.")
            .example("title: Meta shifts to a closed model with Avocado")
            .shows("every page that lists the article")
            .meant(&["headline", "name", "heading", "header", "article_title", "post_title"]),
        key("kind", Form::Word(&["news", "analysis", "opinion", "explainer"]), "The kind of article. An explainer needs no date and is on no timeline.")
            .default("`news`")
            .example("kind: analysis")
            .shows("the article, cards")
            .meant(&["type", "genre"]),
        key("date", Form::Date, "When it happened, or will: as exactly as is known and no more. A time of day is read as the time of publication. Required, except of an explainer and of what is expected without a date.")
            .default("the day that the file's name starts with, or else that its path names")
            .example("date: 2025-12-09")
            .shows("every page that lists the entry")
            .meant(&["when", "day", "event_date", "date_of_event", "event_day", "happened_on", "occurred"]),
        key("wording", Form::Text, "The date in words, as the source put it. Above the article it stands in place of the date; in lists, beside it. The bounds of the date stay.")
            .default("the words of `date`")
            .example("wording: by the end of the year")
            .shows("the article, cards"),
        key("published", Form::Instant, "When the article was published here. An article with an instant in the future is scheduled. `false` marks a draft.")
            .default("unknown: no list of news leads with the article")
            .example("published: 2025-12-12T16:00:00+07:00")
            .shows("the article, the front page, feeds")
            .names(&["publishdate", "pubdate", "published_at", "date_published", "pubdatetime", "publishedat", "publish_date", "published_date", "pub_date", "post_date"])
            .meant(PUBLISHED),
        key("updated", Form::Instant, "The last material change. A correction counts as one.")
            .default("the latest correction")
            .example("updated: 2025-12-13")
            .shows("the article, feeds, the sitemap")
            .names(&[
                "lastmod",
                "last_modified_at",
                "last_updated",
                "modified",
                "updated_at",
                "updateddate",
            ])
            .meant(UPDATED),
        key("expires", Form::Instant, "From then on, the article's address answers with a short notice.")
            .default("never")
            .example("expires: 2027-01-01")
            .shows("the article")
            .names(&["expirydate", "unpublishdate"]),
        key("place", Form::Text, "Where it happened: with the date, the dateline.")
            .example("place: Menlo Park")
            .shows("the article, cards")
            .names(&["location"])
            .meant(&["where", "city", "dateline", "town", "venue"]),
        key("lang", Form::Language, "The language of the article, as a code (BCP 47).")
            .default("`language` in `site.yaml`")
            .example("lang: en")
            .shows("the article")
            .meant(&["language", "locale"]),
        key("translation_of", Form::Text, "The id of the same article in another language.")
            .example("translation_of: avocado-closed")
            .shows("the article: a link to the other language"),
        key("summary", Form::Text, "The standfirst: one or two sentences.")
            .example("summary: The successor to Llama will not be open.")
            .shows("the article, cards, feeds, search engines")
            .names(&["description", "excerpt"])
            .meant(SUMMARY),
        key("authors", Form::Terms, "Who wrote the article. A taxonomy.")
            .example("authors: [Jane Editor]")
            .shows("the article, pages of authors")
            .names(&["author"])
            .meant(AUTHORS),
        key("organisations", Form::Terms, "The organisations that the event is about. A taxonomy.")
            .example("organisations: [Meta, OpenAI]")
            .shows("the article, cards, pages of organisations")
            .names(&["organizations", "organisation", "organization"])
            .meant(&["company", "companies", "orgs", "org", "institution", "institutions"]),
        key("people", Form::Terms, "The people that the event is about. A taxonomy.")
            .example("people: [Mark Zuckerberg]")
            .shows("the article, pages of people")
            .names(&["person"])
            .meant(&["persons"]),
        key("tags", Form::Terms, "Subjects. A taxonomy. A term of two words needs no quotes.")
            .example("tags: [open-weight, release strategy]")
            .shows("the article, cards, pages of tags")
            .names(&["tag"])
            .meant(&["keywords", "keyword", "topics", "topic", "subjects", "subject", "labels", "hashtags"]),
        key("categories", Form::Terms, "Another taxonomy of subjects, for files from Jekyll and Hugo.")
            .example("categories: [News]")
            .shows("the article, pages of categories")
            .names(&["category"])
            .meant(&["section", "sections", "rubric", "rubrics"]),
        key("certainty", Form::SiteWord("certainties"), "How firm it is: `rumoured`, `reported`, `confirmed` or `disputed`.")
            .example("certainty: reported")
            .shows("the article, cards, `/certainty/`"),
        key("status", Form::SiteWord("statuses"), "Its stage: `happened`, `expected` or `cancelled`.")
            .default("`expected` if the earliest day that the date can mean is in the future, else `happened`")
            .example("status: happened")
            .shows("the article, cards, `/expected/`, `/status/`"),
        key("stance", Form::SiteWord("stances"), "The position that an organisation takes. It needs `stances` in `site.yaml`.")
            .example("stance: {Meta: closed}")
            .shows("the article, cards, `/stances/`, pages of organisations")
            .meant(&["stances"]),
        key("importance", Form::Number(1, 100), "How important it is, from 1 to the `importance: {max: …}` of `site.yaml` (5). Views with little room keep the most important entries.")
            .default("in the middle of the scale")
            .example("importance: 4")
            .shows("dense views"),
        key("order", Form::Number(-1_000_000, 1_000_000), "The place among entries of the same day, smallest first.")
            .example("order: 2")
            .shows("timelines"),
        key("slug", Form::Text, "The article's part of its address.")
            .default("the file's name without a leading date")
            .example("slug: meta-avocado")
            .shows("the address")
            .meant(&["post_name", "post_slug", "url_slug"]),
        key("aliases", Form::List, "Old addresses, which redirect to the article.")
            .example("aliases: [/2025/12/meta-closed.html]")
            .shows("the old addresses")
            .names(&["redirect_from", "alias"])
            .meant(&["old_address", "old_addresses", "old_url", "old_urls", "redirects_from"]),
        key("permalink", Form::Text, "A fixed address below the site's, in place of the pattern of `site.yaml`.")
            .default("`permalink` in `site.yaml`")
            .example("permalink: /2014/05/my-post/")
            .shows("the address")
            .names(&["url", "path"]),
        key("image", Form::GroupOrText(&IMAGE), "The picture of the article, a file beside it or below `static/`.")
            .example("image: {src: avocado.jpg, alt: An avocado on a table}")
            .shows("the article, cards, share previews")
            .meant(&["picture", "photo"]),
        key("story", Form::Text, "The id of the storyline that it belongs to.")
            .example("story: llama-to-avocado")
            .shows("the article, `/stories/`")
            .meant(&["storyline"]),
        key("follows", Form::List, "Ids of the entries that it follows from.")
            .example("follows: [llama-4-release]")
            .shows("the article, its storyline"),
        key("reverses", Form::List, "Ids of the entries that it reverses.")
            .example("reverses: [llama-4-release]")
            .shows("the article, its storyline"),
        key("confirms", Form::List, "Ids of the entries that it confirms.")
            .example("confirms: [llama-4-release]")
            .shows("the article, its storyline"),
        key("sources", Form::GroupsOrTexts(&SOURCE), "The sources, numbered in this order. An item that is only an address or a title is a source too, and so is each key of a group of sources (its `id`).")
            .example("sources:\n  - id: cnbc\n    title: Meta's new model strategy\n    url: https://example.org/article\n    publisher: CNBC\n    date: 2025-12-09")
            .shows("the article: the list of sources, and `[^cnbc]` in the text; cards")
            .meant(&["source", "references", "reference", "citations", "citation", "via", "source_url", "source_urls"]),
        key("entries", Form::Groups(&ENTRY), "Further dated events that the article reports.")
            .example("entries:\n  - id: avocado-launch\n    title: Avocado's planned launch\n    date: 2026-Q1\n    status: expected")
            .shows("the article, every timeline")
            .meant(&["events"]),
        key("slipped", Form::Groups(&SLIP), "Earlier target dates of the article's own event that no article here recorded.")
            .example("slipped:\n  - from: 2025\n    wording: by the end of 2025")
            .shows("the article, `/expected/`"),
        key("checked", Form::Date, "When the desk last looked for news of the article's own event, which is still expected.")
            .example("checked: 2025-12-13")
            .shows("the article, `/expected/`"),
        key("updates", Form::Groups(&UPDATE), "What the article changes about entries of other articles.")
            .example("updates:\n  - entry: avocado-launch\n    date: 2026-04")
            .shows("the entry wherever it is listed, `/expected/`"),
        key("corrections", Form::Groups(&CORRECTION), "Public changes of fact.")
            .example("corrections:\n  - date: 2025-12-14\n    text: An earlier version gave the wrong month.")
            .shows("the article, `/corrections/` and its feed")
            .meant(&["correction", "errata", "erratum"]),
        key("draft", Form::Flag, "A draft is not built, except with `--drafts`; `serve` shows it and marks it.")
            .default("`false`; `true` in a folder `_drafts/`")
            .example("draft: true")
            .shows("nowhere"),
        key("extra", Form::Any, "Values for templates of your own: `article.extra.…`. Keys that Dateline does not know are kept there too.")
            .example("extra: {layout: wide}")
            .shows("your own templates"),
        key("params", Form::Any, "Hugo's group of keys: its keys are read as if they were at the top.")
            .example("params: {place: Oslo}")
            .shows("as the keys inside"),
        key("taxonomies", Form::Any, "Zola's group of taxonomies: its keys are read as if they were at the top.")
            .example("taxonomies: {tags: [floods]}")
            .shows("as the keys inside"),
    ],
};

pub static SOURCE: KeyTable = KeyTable {
    name: "a source",
    keys: &[
        key(
            "id",
            Form::Text,
            "The name by which the text cites it: `[^cnbc]`.",
        )
        .example("id: cnbc")
        .shows("anchors"),
        key(
            "title",
            Form::Text,
            "The title of the report. A source needs a title, a publisher or an address.",
        )
        .default("`publisher`, else `url`")
        .example("title: Meta's new model strategy")
        .shows("the list of sources")
        .meant(&["headline", "name", "text"]),
        key("url", Form::Address, "Its address.")
            .example("url: https://example.org/article")
            .shows("the list of sources: the link of the title")
            .meant(&["link", "href", "uri", "address", "website", "web", "site"]),
        key("authors", Form::List, "Who wrote it.")
            .example("authors: [Jane Reporter, John Reporter]")
            .shows("the list of sources, JSON-LD")
            .names(&["author"])
            .meant(AUTHORS),
        key("publisher", Form::Text, "Who published it.")
            .example("publisher: CNBC")
            .shows("the list of sources, cards")
            .names(&["outlet", "publication"])
            .meant(&[
                "newspaper",
                "paper",
                "magazine",
                "journal",
                "medium",
                "media",
                "agency",
                "source",
            ]),
        key("date", Form::Date, "When it was published.")
            .example("date: 2025-12-09")
            .shows("the list of sources")
            .meant(SOURCE_DATE),
        key(
            "kind",
            Form::Word(&["primary", "secondary", "rewrite"]),
            "Whether it is a primary source, a report, or a rewrite of another report.",
        )
        .example("kind: primary")
        .shows("the list of sources")
        .meant(&["type"]),
        key(
            "archived",
            Form::Address,
            "The address of an archived copy.",
        )
        .example("archived: https://web.archive.org/web/2025/https://example.org/article")
        .shows("the list of sources")
        .names(&["archive_url"])
        .meant(&["archive", "archive_link", "wayback"]),
        key("accessed", Form::Date, "When it was read.")
            .example("accessed: 2025-12-12")
            .shows("the list of sources")
            .names(&["access_date", "retrieved"])
            .meant(&[
                "accessed_on",
                "date_accessed",
                "last_accessed",
                "retrieved_on",
                "viewed",
            ]),
    ],
};

pub static ENTRY: KeyTable = KeyTable {
    name: "an item of `entries`",
    keys: &[
        key("id", Form::Text, "A permanent name, by which later articles update the entry. Required of what is expected.")
            .default("made from the title")
            .example("id: avocado-launch")
            .shows("anchors"),
        key("title", Form::Text, "What happened, or will. Required.")
            .example("title: Avocado's planned launch")
            .shows("every page that lists the entry"),
        key("date", Form::Date, "When. Required, except of what is expected and has a `wording`.")
            .example("date: 2026-Q1")
            .shows("every page that lists the entry"),
        key("wording", Form::Text, "The date in words, as the source put it. Beside a known date, which keeps its bounds.")
            .example("wording: early next year")
            .shows("every page that lists the entry"),
        key("summary", Form::Text, "One or two sentences.")
            .example("summary: The launch of the closed model.")
            .shows("the article")
            .names(&["description", "excerpt"]),
        key("place", Form::Text, "Where.")
            .example("place: Menlo Park")
            .shows("the article, cards")
            .names(&["location"]),
        key("authors", Form::Terms, "As of an article.")
            .default("the article's")
            .example("authors: [Jane Editor]")
            .shows("as of an article")
            .names(&["author"]),
        key("organisations", Form::Terms, "As of an article.")
            .default("the article's")
            .example("organisations: [Meta]")
            .shows("as of an article")
            .names(&["organizations", "organisation", "organization"]),
        key("people", Form::Terms, "As of an article.")
            .default("the article's")
            .example("people: [Mark Zuckerberg]")
            .shows("as of an article")
            .names(&["person"]),
        key("tags", Form::Terms, "As of an article.")
            .default("the article's")
            .example("tags: [release strategy]")
            .shows("as of an article")
            .names(&["tag"]),
        key("categories", Form::Terms, "As of an article.")
            .default("the article's")
            .example("categories: [News]")
            .shows("as of an article")
            .names(&["category"]),
        key("certainty", Form::SiteWord("certainties"), "As of an article.")
            .default("the article's")
            .example("certainty: reported")
            .shows("as of an article"),
        key("status", Form::SiteWord("statuses"), "As of an article; never inherited.")
            .default("as of an article")
            .example("status: expected")
            .shows("as of an article, `/expected/`"),
        key("stance", Form::SiteWord("stances"), "As of an article; never inherited.")
            .example("stance: {Meta: closed}")
            .shows("as of an article"),
        key("importance", Form::Number(1, 100), "As of an article.")
            .example("importance: 4")
            .shows("dense views"),
        key("order", Form::Number(-1_000_000, 1_000_000), "The place among entries of the same day.")
            .example("order: 2")
            .shows("timelines"),
        key("source", Form::Text, "The `id` of the source of the date.")
            .example("source: cnbc")
            .shows("the article, cards")
            .meant(&["sources"]),
        key("slipped", Form::Groups(&SLIP), "Earlier target dates that no article here recorded.")
            .example("slipped: [{from: 2025, wording: by the end of 2025}]")
            .shows("the article, `/expected/`"),
        key("checked", Form::Date, "When the desk last looked for news of the entry, which is still expected.")
            .example("checked: 2025-12-13")
            .shows("the article, `/expected/`"),
        key("story", Form::Text, "The id of the storyline that it belongs to.")
            .example("story: llama-to-avocado")
            .shows("its storyline"),
        key("follows", Form::List, "Ids of the entries that it follows from.")
            .example("follows: [llama-4-release]")
            .shows("its storyline"),
        key("reverses", Form::List, "Ids of the entries that it reverses.")
            .example("reverses: [llama-4-release]")
            .shows("its storyline"),
        key("confirms", Form::List, "Ids of the entries that it confirms.")
            .example("confirms: [llama-4-release]")
            .shows("its storyline"),
    ],
};

pub static SLIP: KeyTable = KeyTable {
    name: "an item of `slipped`",
    keys: &[
        key("from", Form::Date, "The earlier target date. Required.")
            .example("from: 2025")
            .shows("the article, `/expected/`"),
        key(
            "wording",
            Form::Text,
            "That date in words, as the source put it.",
        )
        .example("wording: by the end of 2025")
        .shows("the article, `/expected/`"),
        key("on", Form::Date, "When it was said.")
            .example("on: 2025-03-01")
            .shows("the article, `/expected/`")
            .meant(&["date", "said"]),
        key("source", Form::Text, "The `id` of the source that said so.")
            .example("source: cnbc")
            .shows("the article, `/expected/`"),
    ],
};

pub static UPDATE: KeyTable = KeyTable {
    name: "an item of `updates`",
    keys: &[
        key(
            "entry",
            Form::Text,
            "The id of the entry that changes. Required.",
        )
        .example("entry: avocado-launch")
        .shows("the article")
        .meant(&["id"]),
        key("date", Form::Date, "Its new date.")
            .example("date: 2026-04")
            .shows("every page that lists the entry"),
        key(
            "wording",
            Form::Text,
            "The new date in words, as the source put it.",
        )
        .example("wording: in spring")
        .shows("every page that lists the entry"),
        key(
            "status",
            Form::SiteWord("statuses"),
            "Its new stage: `happened` or `cancelled`.",
        )
        .example("status: happened")
        .shows("every page that lists the entry"),
        key(
            "certainty",
            Form::SiteWord("certainties"),
            "How firm it is now.",
        )
        .example("certainty: confirmed")
        .shows("every page that lists the entry"),
        key(
            "checked",
            Form::Date,
            "When the desk last looked, and found no news.",
        )
        .example("checked: 2025-12-13")
        .shows("the article, `/expected/`"),
        key(
            "same_event",
            Form::Flag,
            "Whether the article's own event is the one that the entry expected.",
        )
        .default("`false`")
        .example("same_event: true")
        .shows("lists: the promise stands with the article's entry"),
        key("source", Form::Text, "The `id` of the source that says so.")
            .example("source: cnbc")
            .shows("every page that lists the entry"),
    ],
};

pub static CORRECTION: KeyTable = KeyTable {
    name: "an item of `corrections`",
    keys: &[
        key("date", Form::Date, "When it was corrected. Required.")
            .example("date: 2025-12-14")
            .shows("the article, `/corrections/`")
            .meant(&["on"]),
        key("kind", Form::Word(&["correction", "clarification", "editors-note", "retraction"]), "A retraction keeps the page with its notice, and takes the article's entries off the timelines.")
            .default("`correction`")
            .example("kind: clarification")
            .shows("the article, `/corrections/`")
            .meant(&["type"]),
        key("text", Form::Text, "What was wrong. Required.")
            .example("text: An earlier version gave the wrong month.")
            .shows("the article, `/corrections/`")
            .meant(&["note", "description", "what"]),
    ],
};

pub static IMAGE: KeyTable = KeyTable {
    name: "`image`",
    keys: &[
        key(
            "src",
            Form::Text,
            "The file: beside the article, or below `static/` with a leading slash. Required.",
        )
        .example("src: avocado.jpg")
        .shows("the article, cards")
        .meant(&["url", "path", "file", "href"]),
        key(
            "alt",
            Form::Text,
            "What the picture shows, for readers who can't see it.",
        )
        .example("alt: An avocado on a table")
        .shows("the article, cards")
        .meant(&["description"]),
        key("credit", Form::Text, "Who made it.")
            .example("credit: Jane Photographer")
            .shows("the article")
            .meant(&["photographer", "author", "copyright"]),
        key("caption", Form::Text, "The text below it.")
            .example("caption: The fruit that the model is named after")
            .shows("the article")
            .meant(&["title", "text"]),
    ],
};

pub static PAGE: KeyTable = KeyTable {
    name: "a static page",
    keys: &[
        key("title", Form::Text, "The title. Required.")
            .example("title: About")
            .shows("the page, the menu"),
        key("summary", Form::Text, "The standfirst.")
            .example("summary: Who makes this timeline.")
            .shows("the page, search engines")
            .names(&["description", "excerpt"]),
        key("slug", Form::Text, "The page's part of its address.")
            .default("the file's name")
            .example("slug: about-us")
            .shows("the address"),
        key("permalink", Form::Text, "A fixed address below the site's.")
            .example("permalink: /about-us/")
            .shows("the address")
            .names(&["url", "path"]),
        key("updated", Form::Instant, "The last change.")
            .example("updated: 2025-12-13")
            .shows("the page, the sitemap")
            .names(&[
                "lastmod",
                "last_modified_at",
                "last_updated",
                "modified",
                "updated_at",
                "updateddate",
            ]),
        key("lang", Form::Language, "The language of the page, as a code (BCP 47): in a site with several languages, it belongs to that edition.")
            .default("`language` in `site.yaml`")
            .example("lang: en")
            .shows("the page")
            .meant(&["language", "locale"]),
        key("translation_of", Form::Text, "The name of the file of the same page in another language, if it has another name.")
            .example("translation_of: about")
            .shows("the menu of languages"),
        key("published", Form::Instant, "`false` marks a draft.")
            .example("published: 2025-12-12")
            .shows("nowhere")
            .names(&[
                "publishdate",
                "pubdate",
                "published_at",
                "date_published",
                "pubdatetime",
                "publishedat",
                "publish_date",
                "published_date",
                "pub_date",
                "post_date",
            ])
            .meant(PUBLISHED),
        key(
            "draft",
            Form::Flag,
            "A draft is not built, except with `--drafts`.",
        )
        .default("`false`")
        .example("draft: true")
        .shows("nowhere"),
        key("extra", Form::Any, "Values for templates of your own.")
            .example("extra: {layout: wide}")
            .shows("your own templates"),
        key(
            "params",
            Form::Any,
            "Hugo's group of keys: its keys are read as if they were at the top.",
        )
        .example("params: {summary: Who makes this timeline.}")
        .shows("as the keys inside"),
        key(
            "taxonomies",
            Form::Any,
            "Zola's group of taxonomies; a static page has none.",
        )
        .example("taxonomies: {}")
        .shows("nowhere"),
    ],
};

pub static TEXT: KeyTable = KeyTable {
    name: "the text of a term or story",
    keys: &[
        key("title", Form::Text, "The name that readers see.")
            .default("the term or the id of the story")
            .example("title: From Llama to Avocado")
            .shows("the page of the term or story"),
        key("summary", Form::Text, "The standfirst.")
            .example("summary: How an open model became a closed one.")
            .shows("the page of the term or story, `/stories/`")
            .names(&["description", "excerpt"]),
        key("lang", Form::Language, "The language of the text, as a code (BCP 47): in a site with several languages, it belongs to that edition.")
            .default("`language` in `site.yaml`")
            .example("lang: en")
            .shows("the page of the term or story")
            .meant(&["language", "locale"]),
        key(
            "draft",
            Form::Flag,
            "A draft is not shown, except with `--drafts`.",
        )
        .default("`false`")
        .example("draft: true")
        .shows("nowhere"),
    ],
};

/// The keys of an article that are not the name of a taxonomy.
pub fn reserved() -> impl Iterator<Item = &'static str> {
    let own = |key: &&Key| !matches!(key.form, Form::Terms);
    ARTICLE.keys.iter().filter(own).map(|key| key.name)
}
