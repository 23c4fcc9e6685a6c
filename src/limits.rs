//! Limits on input and on output. Exceeding one is a diagnostic that names the limit.
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
//! | nesting of raw HTML in a body | [`MAX_RAW_NESTING`] elements | `too-deep` |
//! | nesting of braces and parentheses in a message | [`MAX_BRACES`] levels | `bad-words` |
//! | diagnostics of one kind listed per file | [`MAX_FAULTS`] | that of the diagnostic |
//!
//! Little input can make much output: the entries of one article stand in the list of each of its
//! terms. These limits are [`OutputLimits`], which `limits` in `site.yaml` changes; `--untrusted`
//! has tighter ones.
//!
//! | what | field | code of the diagnostic |
//! | --- | --- | --- |
//! | size of a text file | `text` | `too-large` |
//! | nesting of quotes, lists and emphasis in a body | `levels` | `too-deep` |
//! | elements of a body: paragraphs, items, links … | `elements` | `too-many` |
//! | places that the entries of one article take in lists of terms | `listings` | `output-limit` |
//! | pages of one list | `list_pages` | `output-limit` |
//! | size of a page | `page` | `output-limit` |
//! | size of the site, absolute and as a multiple of its sources | `site`, `growth` | `output-limit` |
//!
//! The limits are far above what readers can use, and low enough that no file can make a build run
//! away. `tests/it/hostile/limits.rs` and `tests/it/hostile/output.rs` test each of them.

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

/// Maximum nesting of quotes, lists, emphasis and links in a body, in levels, unless `site.yaml`
/// sets another.
pub const MAX_NESTING: usize = 100;

/// Maximum number of raw HTML elements open at once, not counting those that close implicitly
/// (`<p>`, `<li>`). The sanitiser scans the open elements at each tag, and browsers lay out all of
/// them.
pub const MAX_RAW_NESTING: usize = 256;

/// Maximum nesting of braces and parentheses in one message of a message file. The parser calls
/// itself for each.
pub const MAX_BRACES: usize = 30;

/// Maximum number of diagnostics of one kind listed per file and stage. The rest are only counted.
pub const MAX_FAULTS: usize = 100;

/// Maximum number of diagnostics with a "did you mean". Each one scans all candidates.
pub const MAX_GUESSES: usize = 200;

/// A megabyte, in bytes.
pub const MEGABYTE: u64 = 1024 * 1024;

/// The least that a text counts for when a site is compared with its sources, in bytes: what a file
/// takes on most disks. A short article makes a page with everything that pages have.
pub const LEAST_TEXT: u64 = 4096;

/// How many times a file that is copied may count: pictures beside an article are copied for each
/// article that shows them.
pub const COPIES: u64 = 10;

/// Limits on what is made of content, which `limits` in `site.yaml` changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutputLimits {
    /// Size of a text file, in megabytes; never more than [`MAX_TEXT`].
    pub text: usize,
    /// Levels of quotes, lists, emphasis and links in a body.
    pub levels: usize,
    /// Elements of a body: paragraphs, items, cells, links, emphasis …
    pub elements: usize,
    /// Places in lists that the entries of one article may take: each entry times its terms.
    pub listings: usize,
    /// Pages of one list.
    pub list_pages: usize,
    /// Size of a page, in megabytes.
    pub page: usize,
    /// Size that a site may have in any case, in megabytes.
    pub site: usize,
    /// How many times larger than its texts a site may be, if it is larger than `site`.
    pub growth: usize,
}

impl OutputLimits {
    /// The limits of a site of one's own. Sites of 100,000 articles stay far below them.
    pub const DEFAULT: Self = Self {
        text: 10,
        levels: MAX_NESTING,
        elements: 100_000,
        listings: 50_000,
        list_pages: 20_000,
        page: 64,
        site: 256,
        growth: 100,
    };

    /// The limits on content of strangers: `--untrusted`.
    pub const UNTRUSTED: Self = Self {
        text: 1,
        levels: 30,
        elements: 50_000,
        listings: 5_000,
        list_pages: 5_000,
        page: 16,
        site: 128,
        growth: 50,
    };

    /// Returns the size in bytes that a site may have. `texts` is the size of its texts, each
    /// counted as at least [`LEAST_TEXT`]; `files` that of the files that it copies.
    pub fn site_bytes(&self, texts: u64, files: u64) -> u64 {
        let growth = texts.saturating_mul(self.growth as u64);
        let least = self.site as u64 * MEGABYTE;
        growth
            .max(least)
            .saturating_add(files.saturating_mul(COPIES))
    }

    /// Returns the size in bytes that a page may have.
    pub fn page_bytes(&self) -> usize {
        self.page * 1024 * 1024
    }
}

/// Says how to raise a limit that is a key of `limits` in `site.yaml`. `untrusted`: whether it is a
/// limit on content of strangers.
pub fn raising(key: &str, untrusted: bool) -> String {
    match untrusted {
        false => format!("raise `{key}` under `limits` in site.yaml"),
        true => format!("raise `{key}` under `untrusted` of `limits` in the trusted site.yaml"),
    }
}
