//! What a killed build leaves, damaged or forged: the next build ends with the whole site, or says
//! why not, and touches nothing outside the output.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::checks::now;
use crate::publish::{Class, Digest, Publication, PublishError, PublishSettings, Report, fuzzed};
use crate::world::{MemoryWorld, World};

/// The site that is published in the end.
const SITE: [(&str, Class, &str); 4] = [
    (
        "assets/a.css",
        Class::Asset {
            fingerprinted: true,
        },
        "a { color: red }",
    ),
    ("a/index.html", Class::Page, "new a"),
    ("b/index.html", Class::Page, "b"),
    ("index.html", Class::List, "new front"),
];

/// What stands there before: files of the last build, a foreign one, and files of the user.
const BEFORE: [(&str, &str); 12] = [
    ("/p/public/a/index.html", "old a"),
    ("/p/public/b/index.html", "b"),
    ("/p/public/c/index.html", "old c"),
    ("/p/public/index.html", "old front"),
    ("/p/public/mine.txt", "foreign"),
    ("/p/.public.dateline/stage/0/0", "new a"),
    ("/p/.public.dateline/stage/1/1", "new front"),
    ("/p/.public.dateline/stage/2/2", "a { color: red }"),
    ("/p/site.yaml", "title: A"),
    ("/p/content/a.md", "an article"),
    ("/other/secret", "a secret"),
    ("/other/empty/x", ""),
];

const OUTPUT: &str = "/p/public";
const STATE: &str = "/p/.public.dateline";

pub fn run(data: &[u8]) {
    let Some((settings, bytes)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split('\0').map(filled);
    let mut part = || parts.next().unwrap_or_default();
    let (journal, manifest, next) = (part(), part(), part());
    let is = |bit: u8| settings & 1 << bit != 0;
    let world = MemoryWorld::new(now())
        .with_folder("/p/content")
        .with_folder("/other/hollow")
        .with_link("/p/public/link", "/other")
        .with_home("/home");
    for (path, text) in BEFORE {
        world.set(path, text);
    }
    // Without its last file the tree has one rename to go.
    if is(5) {
        world.unset(OUTPUT);
    }
    let state = |name: &str, body: &str, sealed: bool, seal: fn(&str) -> String| {
        let text = match sealed {
            true => seal(body),
            false => body.to_owned(),
        };
        world.set(Path::new(STATE).join(name), text);
    };
    state("journal", &journal, is(0), fuzzed::journal);
    state("manifest", &manifest, is(1), fuzzed::manifest);
    state("manifest.next", &next, is(2), fuzzed::manifest);
    if is(4) {
        world.unset(Path::new(STATE).join("journal"));
    }
    let before = outside(&world);
    let published = publish(&world, is(3));
    assert_eq!(
        outside(&world),
        before,
        "files outside the output are others"
    );
    match published {
        Ok(_) => {
            for (route, _, text) in SITE {
                let there = world.files(Path::new(OUTPUT).join(route));
                let there = there.into_values().next();
                assert_eq!(there.as_deref(), Some(text.as_bytes()), "{route}");
            }
            let again = publish(&world, is(3)).unwrap_or_else(|why| panic!("again: {why}"));
            assert_eq!((again.new, again.changed), (0, 0), "{again:?}");
            assert!(again.same >= SITE.len(), "{again:?}");
        }
        Err(why) => assert!(!why.to_string().is_empty()),
    }
    assert_eq!(
        outside(&world),
        before,
        "files outside the output are others"
    );
}

/// Replaces the names of digests by digests, which no mutation finds.
fn filled(part: &str) -> String {
    let mut text = part.to_owned();
    for (mark, bytes) in [
        ("$A", "old a"),
        ("$B", "b"),
        ("$C", "old c"),
        ("$F", "old front"),
        ("$M", "foreign"),
        ("$N", "new a"),
        ("$S", "a secret"),
        ("$Z", ""),
    ] {
        if text.contains(mark) {
            text = text.replace(mark, &Digest::of(bytes.as_bytes()).to_string());
        }
    }
    text
}

fn publish(world: &MemoryWorld, adopt: bool) -> Result<Report, PublishError> {
    let protected = [PathBuf::from("/p/content")];
    let settings = PublishSettings {
        output: Path::new(OUTPUT),
        root: Path::new("/p"),
        version: "0.1.0",
        protected: &protected,
        adopt,
    };
    let publication = Publication::begin(world, &settings)?;
    for (route, class, text) in SITE {
        let digest = Digest::of(text.as_bytes());
        // A length alone could be forged.
        publication.put_unless(route, class, text.as_bytes(), digest, |_| false)?;
    }
    publication.commit()
}

/// The files that are neither of the output nor of its state.
fn outside(world: &MemoryWorld) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = world.files("/");
    // An empty folder is a folder that may be removed.
    for path in ["/other/hollow", "/p/content"] {
        let is_there = world.stat(Path::new(path)).is_ok_and(|stat| stat.is_some());
        files.insert(PathBuf::from(path), vec![u8::from(is_there)]);
    }
    files.retain(|path, _| {
        let path = Path::new("/").join(path);
        !path.starts_with(OUTPUT) && !path.starts_with(STATE)
    });
    files
}
