//! Fuzz targets: for any bytes, what must hold of a module that reads what others wrote.
//!
//! Compiled only for tests and with the feature `fuzzing`, which the package in `fuzz/` turns on;
//! CONTRIBUTING.md has its commands. A target asserts more than the absence of panics: what was
//! read and written is read again as the same, an edit keeps what it does not change, a page holds
//! nothing that runs. `fuzz/corpus/` has the inputs that were found so far, and the tests run all
//! of them.

mod checks;
mod dates;
mod fix;
mod format;
mod front_matter;
mod html;
mod journal;
mod ledger;
mod markdown;
mod memo;
mod preview;
mod request;
mod sanitizer;
mod site;
mod svg;

/// A module, and what must hold of it.
pub struct Target {
    pub name: &'static str,
    /// Takes any bytes. Panics if something does not hold.
    pub run: fn(&[u8]),
    /// The files and folders below `src/` that it is to cover.
    pub covers: &'static [&'static str],
}

/// All targets, sorted by name.
pub const TARGETS: [Target; 12] = [
    Target {
        name: "dates",
        run: dates::run,
        covers: &["content/date/"],
    },
    Target {
        name: "fix",
        run: fix::run,
        covers: &[
            "fix.rs",
            "yaml/fix.rs",
            "yaml/slips/",
            "diagnostic/merge_marker.rs",
        ],
    },
    Target {
        name: "fmt",
        run: format::run,
        covers: &["format.rs", "format/"],
    },
    Target {
        name: "front-matter",
        run: front_matter::run,
        covers: &["parse/front_matter/", "parse/fence.rs"],
    },
    Target {
        name: "html",
        run: sanitizer::run,
        covers: &[
            "parse/html_tokens.rs",
            "parse/open_elements.rs",
            "parse/raw_html.rs",
            "render/sanitizer.rs",
        ],
    },
    Target {
        name: "journal",
        run: journal::run,
        covers: &[
            "publish/checksummed.rs",
            "publish/journal.rs",
            "publish/manifest.rs",
            "publish/steps.rs",
        ],
    },
    Target {
        name: "markdown",
        run: markdown::run,
        covers: &[
            "parse/autolink.rs",
            "parse/foreign.rs",
            "parse/inline.rs",
            "parse/markdown.rs",
            "parse/scan.rs",
            "parse/slips.rs",
            "parse/typography.rs",
            "render/body.rs",
        ],
    },
    Target {
        name: "memo",
        run: memo::run,
        covers: &[
            "cache/codec.rs",
            "cache/encode.rs",
            "cache/segments.rs",
            "cache/state.rs",
            "search/fields.rs",
            "search/postings.rs",
        ],
    },
    Target {
        name: "request",
        run: request::run,
        // Not the sockets of serve/http.rs, whose handler of requests is run too.
        covers: &["serve/address.rs", "serve/pages.rs"],
    },
    Target {
        name: "site-yaml",
        run: site::run,
        covers: &["config/"],
    },
    Target {
        name: "svg",
        run: svg::run,
        covers: &["render/svg/"],
    },
    Target {
        name: "urls-lock",
        run: ledger::run,
        covers: &["urls/"],
    },
];

/// Returns the target of this name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// Splits an input into its settings, which are its first byte, and its text. `None` if it has
/// none.
fn settings_and_text(data: &[u8]) -> Option<(u8, String)> {
    let (settings, bytes) = data.split_first()?;
    let text = crate::source::decode(bytes.to_vec()).ok()?;
    Some((*settings, text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    use super::*;

    #[allow(
        clippy::disallowed_methods,
        reason = "the corpus lies in the repository"
    )]
    fn names(folder: &Path) -> BTreeSet<String> {
        let entries = std::fs::read_dir(folder).expect("a folder");
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.expect("an entry").file_name().into_string()
        };
        entries.map(|entry| name(entry).expect("a name")).collect()
    }

    #[allow(
        clippy::disallowed_methods,
        reason = "the corpus lies in the repository"
    )]
    fn replay(name: &str) {
        let folder = corpora().join(name);
        let run = target(name).expect("a target").run;
        for input in names(&folder) {
            let bytes = std::fs::read(folder.join(&input)).expect("an input");
            let held = crate::panics::catch(|| run(&bytes));
            if let Err(panic) = held {
                panic!("fuzz/corpus/{name}/{input}: {}", panic.text());
            }
        }
    }

    fn corpora() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus")
    }

    #[test]
    fn every_target_has_a_corpus_and_covers_files_that_exist() {
        assert!(TARGETS.is_sorted_by_key(|target| target.name));
        let targets: BTreeSet<String> = TARGETS.iter().map(|t| t.name.to_owned()).collect();
        assert_eq!(names(&corpora()), targets);
        let files = include_str!("../../Cargo.toml");
        assert!(files.contains("fuzzing = []"));
        for target in &TARGETS {
            for path in target.covers {
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path);
                #[allow(clippy::disallowed_methods, reason = "the sources of the program")]
                let exists = path.exists();
                assert!(exists, "{}: {}", target.name, path.display());
            }
        }
    }

    macro_rules! replayed {
        ($($test:ident $name:literal,)*) => {$(
            #[test]
            fn $test() {
                replay($name);
            }
        )*};
    }

    replayed! {
        the_corpus_of_dates_holds "dates",
        the_corpus_of_fix_holds "fix",
        the_corpus_of_fmt_holds "fmt",
        the_corpus_of_front_matter_holds "front-matter",
        the_corpus_of_html_holds "html",
        the_corpus_of_journal_holds "journal",
        the_corpus_of_markdown_holds "markdown",
        the_corpus_of_memo_holds "memo",
        the_corpus_of_request_holds "request",
        the_corpus_of_site_yaml_holds "site-yaml",
        the_corpus_of_svg_holds "svg",
        the_corpus_of_urls_lock_holds "urls-lock",
    }
}
