//! Each shape that parsers take long over, at one size: it ends, without overflow, and what comes
//! of it is no larger than its like. How its time grows is shown by `cargo bench --bench linear`.

use super::files::FILES;
use super::shapes::SHAPES;
use crate::site_test::SiteTest;

/// Bytes of output for one of input, and what a site has in any case.
const GROWTH: usize = 60;
const FRAME: usize = 300_000;

#[test]
fn no_shape_overflows_or_grows_out_of_proportion() {
    for shape in SHAPES {
        let article = (shape.article)((shape.n / 10).max(60));
        let outcome = SiteTest::new().article("a.md", &article).build();
        let bytes: usize = outcome.files.values().map(Vec::len).sum();
        let said = outcome.found.text.len();
        let most = GROWTH * article.len() + FRAME;
        assert!(
            bytes < most,
            "{}: {bytes} bytes of {}",
            shape.name,
            article.len()
        );
        assert!(
            said < most,
            "{}: {said} bytes of faults of {}",
            shape.name,
            article.len()
        );
        let fine = outcome.found.errors().is_empty();
        assert_eq!(outcome.result.is_ok(), fine, "{}", shape.name);
    }
}

/// How their times and memory grow is shown by `cargo bench --bench curves`.
#[test]
fn no_other_file_overflows_or_grows_out_of_proportion() {
    for shape in FILES {
        let mut site = SiteTest::new().article("b.md", "---\ntitle: B\ndate: 2025\n---\n");
        let mut size = 0;
        for (path, text) in (shape.files)((shape.n / 10).max(20)) {
            size += text.len();
            site = site.file(&path, &text);
        }
        let outcome = site.build();
        let bytes: usize = outcome.files.values().map(Vec::len).sum();
        let said = outcome.found.text.len();
        let most = GROWTH * size + FRAME;
        let name = format!("{}: {}", shape.input, shape.name);
        assert!(bytes < most, "{name}: {bytes} bytes of {size}");
        assert!(said < most, "{name}: {said} bytes of faults of {size}");
        let fine = outcome.found.errors().is_empty();
        assert_eq!(outcome.result.is_ok(), fine, "{name}");
    }
}

/// The stack of a thread is what nesting would run over: these go as deep as they can.
#[test]
fn what_is_nested_without_end_ends_in_a_small_stack() {
    let deep = SHAPES.iter().filter(|shape| {
        [" in ", "open ", "emphasis"]
            .iter()
            .any(|word| shape.name.contains(word))
    });
    let mut tried = 0;
    for shape in deep {
        let article = (shape.article)(shape.n);
        let thread = std::thread::Builder::new().stack_size(1024 * 1024);
        let check = move || SiteTest::new().article("a.md", &article).count_faults();
        let ended = thread.spawn(check).expect("a thread").join();
        assert!(ended.is_ok(), "{}", shape.name);
        tried += 1;
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn every_shape_has_a_name_of_its_own_and_grows_with_its_number() {
    let names: std::collections::BTreeSet<&str> = SHAPES.iter().map(|s| s.name).collect();
    assert_eq!(names.len(), SHAPES.len());
    assert!(SHAPES.len() + FILES.len() >= 150);
    for shape in SHAPES {
        let (one, two) = ((shape.article)(100).len(), (shape.article)(200).len());
        assert!(two > one + 90, "{}: {one} and {two}", shape.name);
    }
}
