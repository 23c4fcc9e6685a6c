//! Words that people write in place of keys of the front matter; see [`Key::meant`](crate::yaml::table::Key::meant).

/// Words that people write for `published`.
pub(super) const PUBLISHED: &[&str] = &[
    "publish",
    "pub",
    "posted",
    "publication",
    "publication_date",
    "publish_date",
    "released",
    "published_on",
    "posted_on",
    "date_posted",
    "date_of_publication",
    "first_published",
    "publication_time",
    "publish_time",
    "published_time",
    "release_date",
];

/// Words that people write for `updated`.
pub(super) const UPDATED: &[&str] = &[
    "changed",
    "date_modified",
    "date_updated",
    "edited",
    "last_change",
    "last_changed",
    "last_edit",
    "last_edited",
    "last_modification",
    "last_modified",
    "last_revised",
    "last_update",
    "modification_date",
    "modified_at",
    "modified_date",
    "modified_on",
    "revised",
    "revision_date",
    "update_date",
    "updated_on",
];

/// Words that people write for `summary`.
pub(super) const SUMMARY: &[&str] = &[
    "abstract",
    "blurb",
    "deck",
    "dek",
    "intro",
    "introduction",
    "lead",
    "lede",
    "meta_description",
    "seo_description",
    "standfirst",
    "subhead",
    "subheading",
    "subheadline",
    "subtitle",
    "synopsis",
    "teaser",
];

/// Words that people write for `authors`.
pub(super) const AUTHORS: &[&str] = &[
    "author_name",
    "author_names",
    "by",
    "byline",
    "contributor",
    "contributors",
    "journalist",
    "journalists",
    "posted_by",
    "reporter",
    "reporters",
    "writer",
    "writers",
    "written_by",
];

/// Words that people write for the `date` of a source.
pub(super) const SOURCE_DATE: &[&str] = &[
    "date_published",
    "day",
    "pub_date",
    "publication_date",
    "publish_date",
    "published",
    "published_at",
    "published_date",
    "published_on",
];
