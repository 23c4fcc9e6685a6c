//! No page that readers can reach links to a missing file, whenever the process is killed.
//!
//! A file of these sites is a list of the routes that it links to.

use std::collections::BTreeSet;

use super::*;
use crate::world::InjectedFault;

/// Numbers without a pattern, the same in every run (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).expect("small")
    }
}

/// Routes of which a site has some. Several differ only in case.
const ROUTES: [(&str, Class); 16] = [
    ("2025/index.html", Class::List),
    ("2025/05/index.html", Class::List),
    ("a/index.html", Class::Page),
    ("A/index.html", Class::Page),
    ("a/b/index.html", Class::Page),
    ("a/b/picture.png", ASSET),
    ("assets/site.1.css", FINGERPRINTED),
    ("assets/site.2.css", FINGERPRINTED),
    ("assets/site.3.css", FINGERPRINTED),
    ("feed.xml", Class::List),
    ("late/index.html", Class::Page),
    ("plain.css", ASSET),
    ("tags/x/index.html", Class::List),
    ("tags/X/index.html", Class::List),
    ("tags/x/page/1/index.html", Class::List),
    ("z.html", Class::Page),
];

/// The front page links to some pages, the sitemap to all, and every page to any others.
fn any_site(random: &mut Random) -> SiteFiles {
    let mut routes: Vec<(&str, Class)> = Vec::new();
    for (route, class) in ROUTES {
        let is_variant = |(other, _): &(&str, Class)| other.eq_ignore_ascii_case(route);
        if random.below(5) < 3 && !routes.iter().any(is_variant) {
            routes.push((route, class));
        }
    }
    routes.push(("index.html", Class::List));
    let mut site = SiteFiles::new();
    for (route, class) in &routes {
        let mut text = format!("version {}\n", random.below(3));
        if !matches!(class, Class::Asset { .. }) {
            for (target, _) in &routes {
                if random.below(3) == 0 {
                    text.push_str(&format!("-> {target}\n"));
                }
            }
        }
        site.insert((*route).to_owned(), (*class, text.into_bytes()));
    }
    let pages = routes.iter().filter(|(route, _)| route.ends_with(".html"));
    let sitemap: String = pages.map(|(route, _)| format!("-> {route}\n")).collect();
    site.insert("sitemap.xml".into(), (Class::List, sitemap.into_bytes()));
    site
}

/// Returns the links to missing files on pages that can be reached from the front page, from the
/// sitemap, and from `earlier`.
fn dead_links(world: &MemoryWorld, earlier: &BTreeSet<&String>) -> Vec<String> {
    let tree = output(world);
    let read = |route: &str| tree.get(Path::new(route));
    let roots = ["index.html", "sitemap.xml"].into_iter();
    let mut to_read: Vec<String> = roots
        .chain(earlier.iter().map(|route| route.as_str()))
        .map(str::to_owned)
        .collect();
    let mut seen: BTreeSet<String> = to_read.iter().cloned().collect();
    let mut dead = Vec::new();
    while let Some(route) = to_read.pop() {
        let Some(bytes) = read(&route) else {
            dead.push(route);
            continue;
        };
        let text = std::str::from_utf8(bytes).expect("text");
        for target in text.lines().filter_map(|line| line.strip_prefix("-> ")) {
            if read(target).is_none() {
                dead.push(format!("{route} -> {target}"));
            } else if seen.insert(target.to_owned()) {
                to_read.push(target.to_owned());
            }
        }
    }
    dead
}

/// Routes that all these sites have.
fn in_all<'s>(sites: &[&'s SiteFiles]) -> BTreeSet<&'s String> {
    let (first, rest) = sites.split_first().expect("a site");
    first
        .keys()
        .filter(|route| rest.iter().all(|site| site.contains_key(*route)))
        .collect()
}

/// Publishes and is killed at each operation in turn; returns the worlds that are left.
fn killed_everywhere(start: &MemoryWorld, site: &SiteFiles) -> Vec<MemoryWorld> {
    let mut left = Vec::new();
    for nth in 0.. {
        let world = start.clone();
        world.set_fault(InjectedFault::kill(nth));
        let published = publish(&world, site);
        let passed = world.log().len() <= nth;
        world.set_fault(None);
        left.push(world);
        if passed {
            published.expect("published without a fault");
            break;
        }
    }
    left
}

#[test]
fn wherever_a_publication_is_killed_no_page_in_reach_has_a_dead_link() {
    let mut random = Random(15);
    let (mut trees, mut mixed) = (0, 0);
    for trial in 0..60 {
        let (old, new) = (any_site(&mut random), any_site(&mut random));
        let start = world();
        publish(&start, &old).unwrap();
        let both = in_all(&[&old, &new]);
        assert_eq!(dead_links(&start, &both), Vec::<String>::new());
        for (nth, world) in killed_everywhere(&start, &new).iter().enumerate() {
            let dead = dead_links(world, &both);
            assert!(dead.is_empty(), "trial {trial}, kill {nth}: {dead:?}");
            trees += 1;
            let now = output(world);
            mixed += usize::from(now != tree(&old) && now != tree(&new));
        }
    }
    assert!(trees > 3000 && mixed > 500, "{trees} {mixed}");
}

#[test]
fn wherever_a_recovery_is_killed_no_page_in_reach_has_a_dead_link() {
    let mut random = Random(16);
    for trial in 0..4 {
        let sites = [(); 3].map(|()| any_site(&mut random));
        let [old, new, newest] = &sites;
        let start = world();
        publish(&start, old).unwrap();
        let all = in_all(&[old, new, newest]);
        let cuts = killed_everywhere(&start, new);
        for (first, cut) in cuts.iter().enumerate().skip(trial).step_by(11) {
            // The sources have changed before the next build.
            for (second, world) in killed_everywhere(cut, newest).iter().enumerate() {
                let dead = dead_links(world, &all);
                assert!(
                    dead.is_empty(),
                    "trial {trial}, kills {first} and {second}: {dead:?}"
                );
            }
        }
    }
}

#[test]
fn a_folder_that_was_adopted_gets_its_front_page_last() {
    let site = site([
        ("assets/site.1.css", FINGERPRINTED, ""),
        ("a/index.html", Class::Page, "-> assets/site.1.css\n"),
        ("tags/x/index.html", Class::List, "-> a/index.html\n"),
        (
            "index.html",
            Class::List,
            "-> a/index.html\n-> tags/x/index.html\n",
        ),
        ("sitemap.xml", Class::List, "-> tags/x/index.html\n"),
    ]);
    let adopt = |world: &MemoryWorld| {
        let settings = PublishSettings {
            adopt: true,
            ..settings("/p/public", &[])
        };
        let publication = Publication::begin(world, &settings)?;
        for (route, (class, bytes)) in &site {
            publication.put(route, *class, bytes)?;
        }
        publication.commit()
    };
    // A foreign front page is replaced, or there is none.
    for foreign in ["index.html", "theirs.txt"] {
        let start = world().with(Path::new("/p/public").join(foreign), "theirs");
        for nth in 0.. {
            let world = start.clone();
            world.set_fault(InjectedFault::kill(nth));
            _ = adopt(&world);
            let passed = world.log().len() <= nth;
            let there = |route: &str| output(&world).contains_key(Path::new(route));
            let roots = ["index.html", "sitemap.xml"].map(str::to_owned);
            let dead = dead_links(&world, &BTreeSet::new());
            let dead: Vec<_> = dead.iter().filter(|dead| !roots.contains(dead)).collect();
            assert!(dead.is_empty(), "kill {nth}: {dead:?}");
            if passed {
                assert!(there("index.html") && there("sitemap.xml"));
                break;
            }
        }
    }
}

#[test]
fn where_a_file_becomes_a_folder_only_it_is_missing_for_a_moment() {
    let old = site([
        ("a", Class::Page, "-> index.html\n"),
        ("b/index.html", Class::Page, ""),
        ("b/c/picture.png", ASSET, ""),
        ("gone/index.html", Class::Page, "-> a\n"),
        (
            "index.html",
            Class::List,
            "-> a\n-> b/index.html\n-> b/c/picture.png\n-> gone/index.html\n",
        ),
        ("sitemap.xml", Class::List, "-> gone/index.html\n"),
    ]);
    let new = site([
        ("a/index.html", Class::Page, "-> new/index.html\n"),
        ("b", Class::Page, "-> new/index.html\n"),
        ("new/index.html", Class::Page, "-> a/index.html\n-> b\n"),
        (
            "index.html",
            Class::List,
            "-> a/index.html\n-> b\n-> new/index.html\n",
        ),
        ("sitemap.xml", Class::List, "-> new/index.html\n"),
    ]);
    let start = world();
    publish(&start, &old).unwrap();
    for world in killed_everywhere(&start, &new) {
        for dead in dead_links(&world, &in_all(&[&old, &new])) {
            let reshaped = ["-> a", "-> a/index.html", "-> b", "-> b/index.html"];
            let within = dead.ends_with("-> b/c/picture.png");
            assert!(
                reshaped.iter().any(|end| dead.ends_with(end)) || within,
                "{dead}"
            );
        }
    }
}

#[test]
fn a_clean_up_deletes_what_readers_come_from_first() {
    let world = world();
    publish(&world, &small()).unwrap();
    world.set_fault(None);
    clean(&world, &settings("/p/public", &[]), false).unwrap();
    let removed: Vec<_> = world
        .log()
        .into_iter()
        .filter(|(operation, _)| *operation == Operation::RemoveFile)
        .filter_map(|(_, path)| Some(path.strip_prefix("/p/public").ok()?.to_owned()))
        .collect();
    let order = [
        "index.html",
        "feed.xml",
        "2026/b/index.html",
        "2026/a/index.html",
        "style.css",
    ];
    assert_eq!(removed, order.map(PathBuf::from));
}
