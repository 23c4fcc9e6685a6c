//! After any sequence of sites with kills in between, the output is the last site.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::world::InjectedFault;

fn any_site() -> impl Strategy<Value = SiteFiles> {
    let route = select(vec![
        "a",
        "a/index.html",
        "a/b",
        "a/b/index.html",
        "A/index.html",
        "b.html",
        "c/d/e.xml",
        "f.js",
        "c/F.js",
    ]);
    let class = select(vec![ASSET, FINGERPRINTED, Class::Page, Class::List]);
    let text = select(vec!["", "one", "two", "three"]);
    btree_map(route, (class, text), 0..7).prop_map(|files| {
        let mut site = SiteFiles::new();
        for (route, (class, text)) in files {
            // A site has no path that is both a file and a folder, and no two paths that differ
            // only in case.
            let fits = |other: &String| {
                let (one, two) = (route.to_lowercase(), other.to_lowercase());
                !format!("{one}/").starts_with(&format!("{two}/"))
                    && !format!("{two}/").starts_with(&format!("{one}/"))
            };
            if site.keys().all(fits) {
                site.insert(route.to_owned(), (class, text.as_bytes().to_owned()));
            }
        }
        site
    })
}

proptest! {
    #[test]
    fn the_output_is_the_last_site_and_what_others_put_there(
        history in vec((any_site(), 0..120_usize), 1..8),
        last in any_site(),
    ) {
        let world = world();
        publish(&world, &small()).unwrap();
        world.set("/p/public/c/d/mine.txt", "mine");
        let mut fingerprinted: Vec<PathBuf> = Vec::new();
        for (site, kill) in history {
            world.set_fault(InjectedFault::kill(kill));
            _ = publish(&world, &site);
            world.set_fault(None);
            fingerprinted.extend(
                site.iter()
                    .filter(|(_, (class, _))| *class == FINGERPRINTED)
                    .map(|(route, _)| PathBuf::from(route)),
            );
        }
        let report = publish(&world, &last).unwrap();
        prop_assert_eq!(report.new + report.changed + report.same, last.len());
        prop_assert!(report.left.is_empty());

        let mut now = output(&world);
        for (path, bytes) in tree(&last) {
            prop_assert_eq!(now.remove(&path), Some(bytes), "{}", path.display());
        }
        prop_assert_eq!(now.remove(Path::new("c/d/mine.txt")), Some(b"mine".to_vec()));
        prop_assert_eq!(now.len(), report.retained);
        for path in now.keys() {
            prop_assert!(fingerprinted.contains(path), "{}", path.display());
        }
        prop_assert_eq!(state(&world), ["lock", "manifest"]);
    }
}
