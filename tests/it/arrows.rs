//! Imports run one way: a module of `src/` uses only modules of lower layers.
//!
//! A module here is a file or folder of `src/` with all that is in it. What is compiled for tests
//! alone does not count, and neither do links in the documentation. `lib.rs` and `main.rs` join the
//! modules and may use all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The layers from the lowest. Modules of one layer do not use each other.
const LAYERS: [&[&str]; 30] = [
    &["chart", "cjk", "digest", "limits", "percent", "raster"],
    &["world"],
    &["source"],
    &["diagnostic"],
    &["panics"],
    &["yaml"],
    &["content"],
    &["reference"],
    &["config"],
    &["messages"],
    &["parse"],
    &["model"],
    &["plan"],
    &["hosting", "lint"],
    &["publish"],
    &["view"],
    &["search"],
    &["pages"],
    &["urls"],
    &["render"],
    &["theme"],
    &["edit"],
    &["fix"],
    &["format"],
    &["cache"],
    &["project"],
    &["pipeline"],
    &["serve"],
    &["cli"],
    &["fuzzing"],
];

/// Modules that use no more than these, though they could by their layer.
const NARROW: [(&str, &[&str]); 3] = [
    ("content", &["digest", "limits", "percent", "source"]),
    (
        "parse",
        &[
            "cjk",
            "config",
            "content",
            "diagnostic",
            "digest",
            "limits",
            "messages",
            "reference",
            "source",
            "yaml",
        ],
    ),
    ("publish", &["digest", "limits", "world"]),
];

/// Uses that are still to be removed: from, to, why they are there.
type Exceptions<'a> = &'a [(&'a str, &'a str, &'a str)];

const EXCEPTIONS: Exceptions<'_> = &[];

#[test]
fn modules_use_only_lower_layers() {
    let found = violations(&sources(), EXCEPTIONS);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_map_names_every_module_in_the_order_of_its_layer() {
    let map = include_str!("../../ARCHITECTURE.md");
    let rows = map
        .lines()
        .skip_while(|line| !line.starts_with("| module |"));
    let rows = rows.skip(2).take_while(|line| line.starts_with('|'));
    let mut above = 0;
    let mut named = BTreeSet::new();
    for row in rows {
        let names = row.split('|').nth(1).unwrap().split('`');
        let names = names.skip(1).step_by(2).map(|n| n.trim_end_matches('/'));
        let names: Vec<&str> = names.collect();
        let layers = names
            .iter()
            .map(|name| layer(name).unwrap_or_else(|| panic!("`{name}` has no layer")));
        let layers: Vec<usize> = layers.collect();
        assert!(layers.iter().all(|layer| *layer >= above), "{row}");
        above = *layers.iter().max().expect("a row names a module");
        named.extend(names);
    }
    let sources = sources();
    let modules = sources.keys().filter(|path| !joins(path));
    let modules: BTreeSet<&str> = modules.map(|path| module_of(path)).collect();
    assert_eq!(named, modules);
    assert_eq!(
        LAYERS.concat().into_iter().collect::<BTreeSet<_>>(),
        modules
    );
}

#[test]
fn a_use_of_a_higher_layer_and_a_circle_are_found() {
    let files = |files: &[(&str, &str)]| -> BTreeMap<String, String> {
        let file = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        files.iter().map(file).collect()
    };
    let broken = files(&[
        ("lib.rs", "pub mod a;\npub use cli::{Verb, run};\n"),
        ("world/mod.rs", "mod os;\nuse super::source::Span;\n"),
        (
            "world/os.rs",
            "fn f() { let _ = super::super::yaml::read(); }\n",
        ),
        ("source.rs", "use crate::world::World; // crate::cli\n"),
        (
            "yaml/mod.rs",
            "/* crate::cli */\n#[cfg(test)]\nmod tests { use crate::cli::X; }\n#[cfg(test)]\nmod random;\n",
        ),
        ("yaml/random.rs", "use crate::cli::X;\n"),
        ("yaml/tests/deep.rs", "use crate::cli::X;\n"),
        (
            "model/a.rs",
            "const A: &str = \"crate::cli\";\nconst B: &str = r#\"\"crate::cli\"#;\nfn f<'a>(c: &'a str) {\n    f('\"');\n    crate::pages::f()\n}\n",
        ),
        (
            "pages/mod.rs",
            "use crate::{\n    digest,\n    model::{self, a::{b as c, d}},\n};\n",
        ),
        ("serve.rs", "use crate::{Verb, world};\n"),
        ("hosting/policy.rs", "use crate::lint;\n"),
        ("content.rs", "use crate::yaml::Node;\nuse crate::digest;\n"),
        ("strange.rs", ""),
    ]);
    let known: Exceptions<'_> = &[
        ("world", "yaml", "to be removed"),
        ("plan", "view", "was removed"),
    ];
    assert_eq!(
        violations(&broken, known),
        [
            "src/content.rs:1: `content` uses `yaml`, which is not one of digest, limits, percent, source",
            "src/hosting/policy.rs:1: `hosting` uses `lint`, which is of the same layer",
            "src/model/a.rs:5: `model` uses `pages`, which is of a higher layer; a circle: model → pages → model",
            "src/serve.rs:1: `serve` uses `cli`, which is of a higher layer",
            "src/strange.rs:1: `strange` has no layer",
            "src/world/mod.rs:2: `world` uses `source`, which is of a higher layer; a circle: world → source → world",
            "`plan` no longer uses `view`: take it out of the exceptions",
        ]
    );
}

/// One module uses another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Arrow {
    file: String,
    line: usize,
    from: String,
    to: String,
}

/// The files of `src/`, by their paths in it.
fn sources() -> BTreeMap<String, String> {
    fn walk(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) {
        for entry in std::fs::read_dir(folder).expect("src/ can be read") {
            let path = entry.expect("src/ can be read").path();
            let name = path.file_name().and_then(|n| n.to_str()).expect("a name");
            if path.is_dir() {
                walk(&path, &format!("{below}{name}/"), found);
            } else if name.ends_with(".rs") {
                let text = std::fs::read_to_string(&path).expect("a source can be read");
                found.insert(format!("{below}{name}"), text);
            }
        }
    }
    let mut found = BTreeMap::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    walk(&root, "", &mut found);
    found
}

/// What is wrong with the imports of some files: of two modules, the first place only.
fn violations(files: &BTreeMap<String, String>, exceptions: Exceptions<'_>) -> Vec<String> {
    let arrows = arrows(files);
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for path in files.keys().filter(|path| !joins(path)) {
        let name = module_of(path);
        if layer(name).is_none() && told.insert((name, name)) {
            found.push(format!("src/{path}:1: `{name}` has no layer"));
        }
    }
    for arrow in &arrows {
        let (from, to) = (arrow.from.as_str(), arrow.to.as_str());
        let excepted = exceptions.iter().any(|e| (e.0, e.1) == (from, to));
        let Some(mut fault) = fault(from, to).filter(|_| !excepted) else {
            continue;
        };
        if !told.insert((from, to)) {
            continue;
        }
        if let Some(back) = way(&arrows, to, from) {
            fault = format!("{fault}; a circle: {from} → {}", back.join(" → "));
        }
        found.push(format!(
            "src/{}:{}: `{from}` uses `{to}`, {fault}",
            arrow.file, arrow.line
        ));
    }
    found.sort();
    for (from, to, _) in exceptions {
        if !arrows.iter().any(|a| a.from == *from && a.to == *to) {
            found.push(format!(
                "`{from}` no longer uses `{to}`: take it out of the exceptions"
            ));
        }
    }
    found
}

/// Why one module may not use another.
fn fault(from: &str, to: &str) -> Option<String> {
    let (low, high) = (layer(to)?, layer(from)?);
    let narrow = NARROW.iter().find(|(name, _)| *name == from);
    match narrow {
        _ if low > high => Some("which is of a higher layer".to_owned()),
        _ if low == high => Some("which is of the same layer".to_owned()),
        Some((_, allowed)) if !allowed.contains(&to) => {
            Some(format!("which is not one of {}", allowed.join(", ")))
        }
        _ => None,
    }
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// A shortest way along the arrows from one module to another, with both ends.
fn way<'a>(arrows: &'a [Arrow], from: &'a str, to: &str) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![from]];
    let mut seen = BTreeSet::from([from]);
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        let end = way[way.len() - 1];
        if end == to {
            return Some(way);
        }
        for arrow in arrows.iter().filter(|a| a.from == end) {
            if seen.insert(&arrow.to) {
                ways.push([&way[..], &[&arrow.to]].concat());
            }
        }
        next += 1;
    }
    None
}

/// Whether a file joins the modules.
fn joins(path: &str) -> bool {
    matches!(path, "lib.rs" | "main.rs")
}

/// The module of `src/` that a file belongs to.
fn module_of(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The names from the crate to a file: `view::date_text` for `view/date_text.rs`.
fn names_of(path: &str) -> Vec<&str> {
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/').collect()
}

/// All arrows of some files, in the order of files and lines.
fn arrows(files: &BTreeMap<String, String>) -> Vec<Arrow> {
    let scans: Vec<(&str, Scan)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), scan(&names_of(path), text)))
        .collect();
    let test_modules: BTreeSet<&Vec<String>> = scans
        .iter()
        .flat_map(|(_, scan)| &scan.test_modules)
        .collect();
    let for_tests = |path: &str| {
        let names: Vec<String> = names_of(path).into_iter().map(str::to_owned).collect();
        names.iter().any(|name| name == "tests")
            || (1..=names.len()).any(|n| test_modules.contains(&names[..n].to_vec()))
    };
    // Items that `lib.rs` brings up to the crate's root, and their modules.
    let brought: BTreeMap<&str, &str> = scans
        .iter()
        .filter(|(path, _)| *path == "lib.rs")
        .flat_map(|(_, scan)| &scan.paths)
        .filter_map(|(_, path)| Some((path.last()?.as_str(), path.first()?.as_str())))
        .collect();
    let modules: BTreeSet<&str> = files.keys().map(|path| module_of(path)).collect();
    let mut arrows = Vec::new();
    for (path, scan) in &scans {
        if joins(path) || for_tests(path) {
            continue;
        }
        let from = module_of(path);
        for (line, used) in &scan.paths {
            let first = used[0].as_str();
            let to = match modules.contains(first) {
                true => first,
                false => brought.get(first).copied().unwrap_or(first),
            };
            if to != from && (modules.contains(to) || layer(to).is_some()) {
                arrows.push(Arrow {
                    file: (*path).to_owned(),
                    line: *line,
                    from: from.to_owned(),
                    to: to.to_owned(),
                });
            }
        }
    }
    arrows
}

/// What one file uses.
#[derive(Debug, Default)]
struct Scan {
    /// Lines, and paths from the crate's root.
    paths: Vec<(usize, Vec<String>)>,
    /// Modules with files of their own that only tests have.
    test_modules: Vec<Vec<String>>,
}

/// A word or sign, and its line.
type Token<'a> = (usize, &'a str);

fn scan(module: &[&str], text: &str) -> Scan {
    let tokens = without_comments_and_literals(text);
    let root = module == ["lib"];
    let mut scan = Scan::default();
    let mut at = 0;
    while at < tokens.len() {
        let word = |n: usize| tokens.get(at + n).map_or("", |(_, token)| *token);
        if (0..7)
            .map(word)
            .eq(["#", "[", "cfg", "(", "test", ")", "]"])
        {
            at = after_item(&tokens, at + 7, |name| {
                let names = module.iter().copied().chain([name]);
                scan.test_modules.push(names.map(str::to_owned).collect());
            });
            continue;
        }
        let in_path = at > 0 && tokens[at - 1].1 == "::";
        // In `lib.rs` a path of `use` begins at the root by itself.
        let of_root = root && at > 0 && tokens[at - 1].1 == "use";
        let base: Option<Vec<String>> = match word(0) {
            "crate" if !in_path => Some(Vec::new()),
            "super" if !in_path => Some(module.iter().map(|n| (*n).to_owned()).collect()),
            _ if of_root => Some(Vec::new()),
            _ => None,
        };
        match base {
            Some(base) => at = tree(&tokens, at, base, &mut scan.paths).max(at + 1),
            None => at += 1,
        }
    }
    scan
}

/// Reads a path, or a tree of `use`, that begins at `at`; gives where it ends.
fn tree(
    tokens: &[Token<'_>],
    mut at: usize,
    mut path: Vec<String>,
    found: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let line = tokens[at].0;
    loop {
        match tokens.get(at).map(|(_, token)| *token) {
            Some("crate" | "self") => {}
            Some("super") => {
                path.pop();
            }
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|(_, token)| *token != "}") {
                    at = match tokens[at].1 {
                        "," => at + 1,
                        _ => tree(tokens, at, path.clone(), found),
                    };
                }
                return at + 1;
            }
            Some(name) => path.push(name.to_owned()),
            None => return at,
        }
        let goes_on = tokens.get(at + 1).is_some_and(|(_, token)| *token == "::");
        if !goes_on {
            break;
        }
        at += 2;
    }
    if !path.is_empty() {
        found.push((line, path));
    }
    at += 1;
    match tokens.get(at).map(|(_, token)| *token) {
        Some("as") => at + 2,
        _ => at,
    }
}

/// Where the item ends that begins at `at`: with a semicolon, or its braces. `module` gets the name
/// of a module that has a file of its own.
fn after_item(tokens: &[Token<'_>], mut at: usize, module: impl FnOnce(&str)) -> usize {
    let start = at;
    let mut depth = 0;
    while let Some((_, token)) = tokens.get(at) {
        match *token {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 && matches!(*token, ";" | "}") {
            break;
        }
    }
    let item = &tokens[start..at];
    if let [.., (_, word), (_, name), (_, end)] = item
        && (*word, *end) == ("mod", ";")
    {
        module(name);
    }
    at
}

/// The words and signs of Rust text, with their lines. `::` is one sign.
fn without_comments_and_literals(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let len = literal_or_comment(rest).unwrap_or_else(|| {
            let word = |c: char| c.is_alphanumeric() || c == '_';
            let len = match rest.find(|c: char| !word(c)).unwrap_or(rest.len()) {
                0 if rest.starts_with("::") => 2,
                0 => c.len_utf8(),
                len => len,
            };
            if !c.is_whitespace() {
                tokens.push((line, &rest[..len]));
            }
            len
        });
        line += rest[..len].matches('\n').count();
        rest = &rest[len..];
    }
    tokens
}

/// The length of the comment, text or character that begins here.
fn literal_or_comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        let mut depth = 0;
        let mut at = 0;
        while at < rest.len() {
            match &rest.as_bytes()[at..] {
                [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
                [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
                _ => at += 1,
            }
            if depth == 0 {
                break;
            }
        }
        return Some(at);
    }
    let prefix = ["br", "cr", "b", "c", "r"].into_iter().find(|prefix| {
        let inner = rest.strip_prefix(prefix);
        inner.is_some_and(|inner| inner.starts_with(['"', '\'', '#']))
    });
    let inner = &rest[prefix.map_or(0, str::len)..];
    if prefix.is_some_and(|p| p.ends_with('r')) {
        let hashes = inner.len() - inner.trim_start_matches('#').len();
        if inner[hashes..].starts_with('"') {
            let end = format!("\"{}", &inner[..hashes]);
            let body = hashes + 1;
            let close = inner[body..].find(&end).map(|n| body + n + end.len());
            return Some(rest.len() - inner.len() + close.unwrap_or(inner.len()));
        }
        return None;
    }
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut chars = inner.char_indices().skip(1);
    let mut first = true;
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            // A lifetime: its name is a word.
            _ if quote == '\'' && first && !inner[at + c.len_utf8()..].starts_with('\'') => {
                return Some(1);
            }
            c if c == quote => return Some(rest.len() - inner.len() + at + 1),
            _ => {}
        }
        first = false;
    }
    Some(rest.len())
}
