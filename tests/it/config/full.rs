//! `init --full` writes a site that is good, whichever of its lines are in use.

use super::{every_key, read, uncommented};
use crate::project::Project;

#[test]
fn it_is_a_good_site_as_it_is_written() {
    let project = Project::empty();
    project.run("init --full --title Floods").code(0);
    assert_eq!(project.run("check --strict").code(0).err, "");
    assert!(project.read("site.yaml").contains("\ntitle: Floods\n"));
}

#[test]
fn it_is_a_good_site_with_every_line_uncommented() {
    let project = Project::empty();
    project.run("init --full --title Test").code(0);
    let text = uncommented(&project.read("site.yaml"));
    assert_eq!(text, every_key());
    let (config, said) = read(&text);
    assert!(config.is_some());
    // It has only keys that work: nothing is said of any.
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn a_key_without_effect_is_not_offered() {
    use dateline::reference::site::SITE;
    use dateline::yaml::table::KeyTable;

    fn without_effect(table: &KeyTable) -> Vec<&'static str> {
        let own = table
            .keys
            .iter()
            .filter(|key| !key.works)
            .map(|key| key.name);
        let inner = table.keys.iter().filter_map(|key| key.form.inner());
        own.chain(inner.flat_map(without_effect)).collect()
    }
    let text = dateline::config::full("Test", "https://example.org/", "UTC");
    let idle = without_effect(&SITE);
    assert!(idle.len() > 4, "{idle:?}");
    for key in idle {
        assert!(!text.contains(&format!(" {key}:")), "{key}");
    }
}

#[test]
fn a_key_whose_value_is_its_default_changes_nothing_when_it_is_uncommented() {
    let (some, _) = read("title: Test\nurl: https://example.org/\n");
    let (every, _) = read(&every_key());
    let (some, every) = (some.expect("read"), every.expect("read"));
    macro_rules! same {
        ($($field:ident).+) => {
            assert_eq!(format!("{:?}", some.$($field).+), format!("{:?}", every.$($field).+));
        };
    }
    same!(language);
    same!(timezone);
    same!(permalink);
    same!(per_page);
    same!(front_page);
    same!(importance_max);
    same!(lenient);
    same!(lint);
    same!(markdown);
    same!(feeds.entries);
    same!(feeds.full_content);
    same!(feeds.terms);
    same!(features);
    same!(deploy.max_deletes);
    same!(output);
}

#[test]
fn a_title_of_any_signs_is_written_so_that_it_can_be_read() {
    for title in ["a: b", "# one", "{url}", "{title}", "\"", "{{ x }}"] {
        let project = Project::empty();
        project
            .run_with(["init", "--full", "--title", title])
            .code(0);
        let (config, said) = read(&project.read("site.yaml"));
        assert_eq!(config.expect("read").title, title, "{said:?}");
    }
}
