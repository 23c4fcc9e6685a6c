//! Whatever bytes a file holds, reading it ends with values or faults.

use dateline::diagnostic::Sink;
use dateline::parse;
use dateline::source::{Source, SourceId, decode};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{SITE, cases};
use crate::site_test::SiteTest;

/// Bytes that look like an article here and there.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let token = prop_oneof![
        select(vec![
            "---\n",
            "--- \n",
            "title: ",
            "date: ",
            "2025-12-09",
            "\n",
            "  - ",
            "{",
            "}",
            "[",
            "]",
            ": ",
            "\"",
            "'",
            "&a ",
            "*a",
            "|",
            ">",
            "\t",
            "#",
            "sources:\n",
            "entries:\n",
            "corrections:\n",
            "stance: {",
            "[^x]",
            "[[",
            "]]",
            "![](",
            "(a.md#b)",
            "<b>",
            "</",
            "```",
            "> ",
            "- [x] ",
            "| a |\n|--|\n",
            "[^n]: ",
            "$$",
            "&#x53;",
            "\u{feff}",
            "\r\n",
            "\u{0}",
            "\u{10}",
            "\u{202e}",
            "é",
            "🎉",
            "~~",
            "**",
            "_",
            "# ",
            "{#id}",
            "!!str ",
            "%YAML 1.2\n",
            "...\n",
            "? ",
            "<<: ",
            "-1",
            "2025-XX",
            "[2025,..]",
            "T25:00",
            "Q5 2025",
            "+99:99",
        ])
        .prop_map(|t| t.as_bytes().to_vec()),
        vec(any::<u8>(), 0..4),
        "\\PC{0,6}".prop_map(String::into_bytes),
    ];
    let body = vec(token, 0..40).prop_map(|tokens| tokens.concat());
    prop_oneof![
        body.clone(),
        body.prop_map(|body| [b"---\ntitle: x\n".as_slice(), &body, b"\n---\n", &body].concat()),
        vec(any::<u8>(), 0..200),
    ]
}

pub(super) fn config() -> dateline::config::SiteConfig {
    let test = SiteTest::new().site(SITE);
    test.prepare().prepared.expect("a site").site.config
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in bytes()) {
        thread_local!(static CONFIG: dateline::config::SiteConfig = config());
        let Ok(text) = decode(bytes) else { return Ok(()) };
        let source = Source { id: SourceId(0), text };
        CONFIG.with(|config| {
            for article in [true, false] {
                let mut sink = Sink::default();
                if article {
                    parse::article(&source, "2025/a.md", config, &mut sink);
                } else {
                    parse::static_page(&source, "pages/a.md", config, &mut sink);
                }
                for fault in sink {
                    for span in fault.span.iter().chain(fault.related.iter().map(|(span, _)| span)) {
                        assert!(span.start <= span.end && span.end as usize <= source.text.len(), "{fault:?}");
                    }
                }
            }
        });
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// The faults of any two files can be printed in every format, and never stop the build
    /// otherwise than as faults.
    #[test]
    fn no_bytes_make_a_check_panic(one in bytes(), other in bytes()) {
        let found = SiteTest::new()
            .site(SITE)
            .bytes("content/one.md", &one)
            .bytes("content/pages/other.md", &other)
            .check();
        prop_assert!(found.text.len() >= found.list.len());
    }
}
