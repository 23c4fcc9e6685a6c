//! How much of anything is read. What is more is a fault that names the limit.
//!
//! | what | limit | code of the fault |
//! | --- | --- | --- |
//! | one file of text: an article, a template, `site.yaml` | [`MAX_TEXT`] bytes | `too-large` |
//! | nesting of lists and groups in front matter or `site.yaml` | [`MAX_DEPTH`] levels | `broken-yaml` |
//! | values in one front matter, references counted each time | [`MAX_NODES`] | `broken-yaml` |
//! | text that references repeat in one front matter | [`MAX_REPEATED`] bytes | `broken-yaml` |
//! | keys of one group | [`MAX_KEYS`] | `too-large` |
//! | items of one list: `entries`, `sources`, `aliases` … | [`MAX_ITEMS`] | `too-many` |
//! | terms of one taxonomy in one article: `tags`, `people` … | [`MAX_TERMS`] | `too-many` |
//! | a headline | [`MAX_TITLE`] characters | `too-long` |
//! | a date as it is written | [`MAX_DATE`] bytes | `bad-date` |
//! | an id, a slug, one part of an address | [`MAX_SEGMENT`] bytes | `bad-id`, `bad-slug`, `bad-alias` |
//! | an old address | [`MAX_ADDRESS`] bytes | `bad-alias` |
//! | the name of a file | [`MAX_NAME`] bytes | `bad-file-name` |
//! | nesting of quotes, lists and emphasis in a text | [`MAX_NESTING`] levels | `too-deep` |
//! | nesting of raw HTML in a text | [`MAX_RAW_NESTING`] elements | `too-deep` |
//! | faults of one kind that are listed of one file | [`MAX_FAULTS`] | that of the fault |
//!
//! They are far above what readers can use, and low enough that no file can make a build run
//! away. Each is tried by a test in `tests/it/hostile/limits.rs`.

/// Bytes of one file of text.
pub const MAX_TEXT: u64 = 10 * 1024 * 1024;

/// Levels of lists and groups in YAML.
pub const MAX_DEPTH: usize = 24;

/// Values in one YAML text; what a reference repeats counts again.
pub const MAX_NODES: usize = 200_000;

/// Bytes of text in what references of one YAML text repeat.
pub const MAX_REPEATED: usize = 64 * 1024 * 1024;

/// Keys of one group; every one is compared with all others.
pub const MAX_KEYS: usize = 500;

/// Items of one list of the front matter; some are compared with all others.
pub const MAX_ITEMS: usize = 2000;

/// Terms of one taxonomy that one article or entry names; on their pages, every one is said to
/// occur with all others.
pub const MAX_TERMS: usize = 200;

/// Characters of a headline: far more than any page shows well.
pub const MAX_TITLE: usize = 2000;

/// Bytes of a date as it is written; only a choice of many dates needs more than forty.
pub const MAX_DATE: usize = 100;

/// Bytes of one part of an address (file systems stop at 255, and some add an ending).
pub const MAX_SEGMENT: usize = 200;

/// Bytes of an old address (a rule of Cloudflare Pages holds 1,000 characters).
pub const MAX_ADDRESS: usize = 1000;

/// Bytes of the name of a file, without its folder (ext4, NTFS and APFS take no more).
pub const MAX_NAME: usize = 255;

/// Levels of quotes, lists, emphasis and links in a text; more has no reader.
pub const MAX_NESTING: usize = 100;

/// Elements of raw HTML that are open at once, those aside that end by themselves (`<p>`, `<li>`).
/// Sanitising looks through all that are open at each tag.
pub const MAX_RAW_NESTING: usize = 256;

/// Faults of one kind that are listed of one file and stage; the rest is counted.
pub const MAX_FAULTS: usize = 100;

/// Faults that come with a "did you mean"; each looks through all that was possible.
pub const MAX_GUESSES: usize = 200;
