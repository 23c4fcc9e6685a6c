//! Limits on input. Exceeding one is a diagnostic that names the limit.
//!
//! | what | limit | code of the diagnostic |
//! | --- | --- | --- |
//! | size of a text file: an article, a template, `site.yaml` | [`MAX_TEXT`] bytes | `too-large` |
//! | nesting of lists and maps in front matter or `site.yaml` | [`MAX_DEPTH`] levels | `broken-yaml` |
//! | values in one front matter, with aliases expanded | [`MAX_NODES`] | `broken-yaml` |
//! | keys of one map | [`MAX_KEYS`] | `too-large` |
//! | items of one list: `entries`, `sources`, `aliases` … | [`MAX_ITEMS`] | `too-many` |
//! | terms of one taxonomy in one article: `tags`, `people` … | [`MAX_TERMS`] | `too-many` |
//! | a headline | [`MAX_TITLE`] characters | `too-long` |
//! | a date as written | [`MAX_DATE`] bytes | `bad-date` |
//! | an id, a slug, one segment of an address | [`MAX_SEGMENT`] bytes | `bad-id`, `bad-slug`, `bad-alias` |
//! | an old address | [`MAX_ADDRESS`] bytes | `bad-alias` |
//! | a file name | [`MAX_NAME`] bytes | `bad-file-name` |
//! | nesting of quotes, lists and emphasis in a body | [`MAX_NESTING`] levels | `too-deep` |
//! | nesting of raw HTML in a body | [`MAX_RAW_NESTING`] elements | `too-deep` |
//! | diagnostics of one kind listed per file | [`MAX_FAULTS`] | that of the diagnostic |
//!
//! The limits are far above what readers can use, and low enough that no file can make a build run
//! away. `tests/it/hostile/limits.rs` tests each of them.

/// Maximum size of a text file, in bytes.
pub const MAX_TEXT: u64 = 10 * 1024 * 1024;

/// Maximum nesting of lists and maps in YAML, in levels.
pub const MAX_DEPTH: usize = 24;

/// Maximum number of values in one YAML document, with aliases expanded.
pub const MAX_NODES: usize = 200_000;

/// Maximum number of bytes of text that the references of one YAML text repeat.
pub const MAX_REPEATED: usize = 64 * 1024 * 1024;

/// Maximum number of keys in one map. Each key is compared with all others.
pub const MAX_KEYS: usize = 500;

/// Maximum number of items in one front-matter list. Some lists compare each item with all others.
pub const MAX_ITEMS: usize = 2000;

/// Maximum number of terms of one taxonomy in one article or entry. Each term's page lists all
/// others as co-occurring.
pub const MAX_TERMS: usize = 200;

/// Maximum length of a headline, in characters: far more than any page displays well.
pub const MAX_TITLE: usize = 2000;

/// Maximum length of a date as written, in bytes. Only a set of many dates needs more than forty.
pub const MAX_DATE: usize = 100;

/// Maximum length of one segment of an address, in bytes (file systems stop at 255, and some add an
/// extension).
pub const MAX_SEGMENT: usize = 200;

/// Maximum length of an old address, in bytes (a redirect rule of Cloudflare Pages holds 1,000
/// characters).
pub const MAX_ADDRESS: usize = 1000;

/// Maximum length of a file name without its folder, in bytes (the limit of ext4, NTFS and APFS).
pub const MAX_NAME: usize = 255;

/// Maximum nesting of quotes, lists, emphasis and links in a body, in levels.
pub const MAX_NESTING: usize = 100;

/// Maximum number of raw HTML elements open at once, not counting those that close implicitly
/// (`<p>`, `<li>`). The sanitiser scans the open elements at each tag, and browsers lay out all of
/// them.
pub const MAX_RAW_NESTING: usize = 256;

/// Maximum number of diagnostics of one kind listed per file and stage. The rest are only counted.
pub const MAX_FAULTS: usize = 100;

/// Maximum number of diagnostics with a "did you mean". Each one scans all candidates.
pub const MAX_GUESSES: usize = 200;
