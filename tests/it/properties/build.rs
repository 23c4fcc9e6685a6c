//! Any front matter builds.

use proptest::collection::vec;
use proptest::prelude::*;

use super::{cases, front_matter, site};
use crate::html;
use crate::site_test::SiteTest;

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_front_matter_builds_and_every_link_leads_somewhere(articles in vec(front_matter(), 1..6)) {
        let site = site(&articles);
        let outcome = site.build();
        prop_assert!(outcome.result.is_ok(), "{}", outcome.found.text);
        let dead = html::dead_ends(&outcome.files, "https://example.org", "/news/");
        prop_assert!(dead.is_empty(), "{dead:#?}");
        for (route, bytes) in outcome.files.iter().filter(|(route, _)| route.ends_with("feed.xml")) {
            let feed = feed_rs::parser::parse(bytes.as_slice());
            prop_assert!(feed.is_ok(), "{route}: {feed:?}");
        }
    }
}

#[test]
fn a_retracted_article_links_to_no_term_that_has_no_page() {
    let text = "---\ntitle: A\ndate: 2025-01-01\nauthors: [Ann]\ntags: [one]\n\
        corrections: [{date: 2025-02-02, kind: retraction, text: Wrong}]\n---\n";
    let site = SiteTest::new().article("a.md", text).built();
    let dead = html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
}
