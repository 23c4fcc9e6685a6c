//! What holds for each key of `site.yaml`, tried on each: the tree of `init --full` is changed at
//! one place, and read.

use std::collections::BTreeSet;

use dateline::config;
use dateline::diagnostic::{Diagnostic, Severity, Sink};
use dateline::source::{At, SourceId, Sources};
use dateline::yaml::{self, Node, Value};

use super::every_key;

/// Groups whose keys the owner makes up.
const OPEN: [&str; 13] = [
    "languages",
    "languages.en.taxonomies",
    "languages.en.taxonomies.organisations.terms",
    "languages.en.stances",
    "languages.en.statuses",
    "languages.en.certainties",
    "taxonomies",
    "taxonomies.rivers.aliases",
    "stances",
    "statuses",
    "certainties",
    "front_matter.rename",
    "hosting.headers",
];

fn tree() -> Node {
    let text = every_key();
    yaml::read(SourceId(0), &text, 0..text.len()).expect("YAML")
}

fn errors(tree: &Node) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    config::read(tree, &dateline::pages::reserved_names(), &mut sink);
    let mut errors = sink.sorted(&sources());
    errors.retain(|d| d.severity == Severity::Error);
    errors
}

fn sources() -> Sources {
    let mut sources = Sources::default();
    sources.add_embedded("site.yaml".to_owned(), "");
    sources
}

/// Every node below `node`, by its place: the numbers of the children on the way, and its name.
fn places(node: &Node) -> Vec<(Vec<usize>, String)> {
    let children: Vec<(String, &Node)> = match &node.value {
        Value::Map(map) => map.iter().map(|(k, n)| (k.value.clone(), n)).collect(),
        Value::List(list) => list.iter().map(|n| ("-".to_owned(), n)).collect(),
        _ => Vec::new(),
    };
    let mut all = vec![(Vec::new(), String::new())];
    for (n, (name, child)) in children.into_iter().enumerate() {
        for (mut path, below) in places(child) {
            path.insert(0, n);
            let dot = if below.is_empty() { "" } else { "." };
            all.push((path, format!("{name}{dot}{below}")));
        }
    }
    all
}

fn at<'n>(node: &'n mut Node, path: &[usize]) -> &'n mut Node {
    let Some((first, rest)) = path.split_first() else {
        return node;
    };
    match &mut node.value {
        Value::Map(map) => at(&mut map[*first].1, rest),
        Value::List(list) => at(&mut list[*first], rest),
        _ => unreachable!("a path leads through lists and groups"),
    }
}

/// The groups of the tree: place, name and keys.
fn groups() -> Vec<(Vec<usize>, String, Vec<String>)> {
    let mut tree = tree();
    let mut groups = Vec::new();
    for (path, name) in places(&tree.clone()) {
        if let Value::Map(map) = &at(&mut tree, &path).value {
            let keys = map.iter().map(|(key, _)| key.value.clone()).collect();
            groups.push((path, name, keys));
        }
    }
    groups
}

#[test]
fn a_stranger_is_refused_in_every_group_and_the_keys_that_are_known_are_those_of_the_file() {
    let mut open = BTreeSet::new();
    let mut known = 0;
    for (path, name, keys) in groups() {
        let mut tree = tree();
        let group = at(&mut tree, &path);
        let (span, Value::Map(map)) = (group.span, &mut group.value) else {
            unreachable!("{name} is a group");
        };
        let value = Value::Scalar {
            text: "x".to_owned(),
            quoted: false,
        };
        map.push((At::new("qqqqqqqq".to_owned(), span), Node { span, value }));
        let errors = errors(&tree);
        let Some(fault) = errors.iter().find(|d| d.code == "unknown-key") else {
            open.insert(name);
            continue;
        };
        assert!(fault.message.contains("`qqqqqqqq`"), "{fault:?}");
        let hint = fault.hint.as_deref().unwrap_or_default();
        let (_, listed) = hint.split_once("the known keys are ").expect(hint);
        let listed: BTreeSet<&str> = listed.split(", ").collect();
        let keys: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
        assert_eq!(
            listed, keys,
            "`{name}`: known to the reader, and in the file"
        );
        known += keys.len();
    }
    assert_eq!(open, OPEN.map(str::to_owned).into());
    assert!(known > 80, "only {known} keys");
}

#[test]
fn a_key_that_is_misspelled_is_an_error_that_names_the_key() {
    for (path, name, keys) in groups() {
        if OPEN.contains(&name.as_str()) {
            continue;
        }
        for (n, key) in keys.iter().enumerate() {
            let mut tree = tree();
            let Value::Map(map) = &mut at(&mut tree, &path).value else {
                unreachable!("{name} is a group");
            };
            map[n].0.value.push('q');
            let errors = errors(&tree);
            let fault = errors.iter().find(|d| d.code == "unknown-key");
            let fault = fault.unwrap_or_else(|| panic!("`{name}`: {key}q passes"));
            assert_eq!(fault.label, format!("did you mean `{key}`?"), "`{name}`");
        }
    }
}

#[test]
fn a_value_of_the_wrong_kind_is_an_error_at_every_key() {
    for (path, name) in places(&tree()).into_iter().skip(1) {
        let mut tree = tree();
        let node = at(&mut tree, &path);
        let span = node.span;
        let scalar = |text: &str| Value::Scalar {
            text: text.to_owned(),
            quoted: false,
        };
        node.value = match &node.value {
            Value::Scalar { .. } => {
                let value = scalar("x");
                Value::Map(vec![(At::new("x".to_owned(), span), Node { span, value })])
            }
            // A list of words may be one word; it is no group.
            Value::List(items) if matches!(items[0].value, Value::Scalar { .. }) => {
                let value = scalar("x");
                Value::Map(vec![(At::new("x".to_owned(), span), Node { span, value })])
            }
            _ => scalar("x"),
        };
        let errors = errors(&tree);
        assert!(!errors.is_empty(), "`{name}` takes anything");
        for fault in &errors {
            assert!(fault.hint.is_some(), "`{name}`: {fault:?}");
            assert!(fault.span.is_some(), "`{name}`: {fault:?}");
        }
    }
}

#[test]
fn an_empty_value_is_an_absent_one_save_where_the_key_is_required() {
    let required = [
        "title",
        "url",
        "identity.accent",
        "links.owner.-.label",
        "links.owner.-.url",
        "languages.en.menu.-.label",
        "languages.en.menu.-.page",
        "languages.en.links.-.label",
        "languages.en.links.-.url",
        "languages.en.taxonomies.organisations.terms.Red Cross",
        "compare.-.-",
        "menu.-.label",
        "menu.-.page",
        "front_matter.rename.happened",
        "slots.notice.text",
        "slots.comments.giscus.repo",
        "slots.comments.giscus.category",
        "slots.sponsor_top.fragment",
        "slots.sponsor_top.label",
        "hosting.headers.X-Frame-Options",
        "hosting.redirects.-.from",
        "hosting.redirects.-.to",
    ];
    for (path, name) in places(&tree()).into_iter().skip(1) {
        let mut tree = tree();
        at(&mut tree, &path).value = Value::Null;
        let errors = errors(&tree);
        let is_required = required.contains(&name.as_str());
        assert_eq!(errors.is_empty(), !is_required, "`{name}`: {errors:#?}");
    }
}
