//! Reads the lists of `deny.toml`: one item a line.

/// The lists that are kept here too.
#[derive(Default)]
pub struct Lists {
    pub licences: Vec<String>,
    /// `name@version`.
    pub skipped: Vec<String>,
    pub banned: Vec<String>,
    pub registries: Vec<String>,
}

impl Lists {
    pub fn read(text: &str) -> Self {
        let list = |section, key| {
            let items = items(text, section, key);
            assert!(!items.is_empty(), "deny.toml has no {section}.{key}");
            items
        };
        Self {
            licences: list("licenses", "allow"),
            skipped: list("bans", "skip"),
            banned: list("bans", "deny"),
            registries: list("sources", "allow-registry"),
        }
    }
}

/// The texts of the list of a key in a section.
fn items(text: &str, section: &str, key: &str) -> Vec<String> {
    let heading = format!("[{section}]");
    let lines = text.lines().skip_while(|line| *line != heading).skip(1);
    let of_section = lines.take_while(|line| !line.starts_with('['));
    let first = format!("{key} = [");
    let of_list = of_section.skip_while(|line| *line != first).skip(1);
    of_list
        .take_while(|line| line.trim() != "]")
        .map(|line| line.trim().trim_end_matches(',').trim_matches('"'))
        .filter(|item| !item.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn lists_are_read_item_by_item() {
    let text = "[a]\nx = [\n    \"1\",\n    # not this\n    \"2\",\n]\n[b]\nx = [\n    \"3\",\n]\n";
    assert_eq!(items(text, "a", "x"), ["1", "2"]);
    assert_eq!(items(text, "b", "x"), ["3"]);
    assert!(items(text, "a", "y").is_empty());
}
