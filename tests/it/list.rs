//! `dateline list`: what it finds, and that other programs can read it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::project::Project;

fn project() -> Project {
    Project::new()
        .article(
            "a.md",
            "---\ntitle: \"=cmd|' /C calc'!A0, said \\\"Ann\\\"\"\ndate: 2025-12-09\norganisations: [Meta]\ncertainty: reported\nsources: [https://example.org/a]\nentries:\n  - {id: launch, title: Launch of it, date: 2026-Q1, status: expected}\n---\n",
        )
        .article(
            "b.md",
            "---\ntitle: OpenAI opens a model\ndate: 2025\norganisations: [OpenAI]\n---\n",
        )
        .article(
            "c.md",
            "---\ntitle: Not yet\ndate: 2025-01-02\ndraft: true\n---\n",
        )
}

/// The ids that are listed, in their order.
fn ids(project: &Project, flags: &str) -> Vec<String> {
    let ran = project
        .run(&format!("--now 2026-06-01 list --as json {flags}"))
        .code(0);
    let rows: Vec<Value> = serde_json::from_str(&ran.out).expect("an array");
    let id = |row: &Value| row["id"].as_str().expect("an id").to_owned();
    rows.iter().map(id).collect()
}

#[test]
fn filters_are_taken_together() {
    let site = project();
    assert_eq!(ids(&site, ""), ["launch", "a", "b"]);
    assert_eq!(ids(&site, "--drafts"), ["launch", "a", "c", "b"]);
    assert_eq!(ids(&site, "--term meta"), ["launch", "a"]);
    assert_eq!(ids(&site, "--term organisations=OpenAI"), ["b"]);
    assert_eq!(ids(&site, "--term Meta --status happened"), ["a"]);
    assert_eq!(ids(&site, "--status overdue"), ["launch"]);
    assert_eq!(ids(&site, "--certainty reported --status happened"), ["a"]);
    assert_eq!(ids(&site, "--text OPENS"), ["b"]);
    assert_eq!(ids(&site, "--without-source"), ["b"]);
    assert_eq!(
        ids(&site, "--term Meta --term OpenAI"),
        Vec::<String>::new()
    );
}

#[test]
fn a_period_finds_what_may_fall_into_it() {
    let site = project();
    assert_eq!(ids(&site, "--period 2025-12"), ["a", "b"]);
    assert_eq!(ids(&site, "--period 2026-02"), ["launch"]);
    assert_eq!(ids(&site, "--period ../2025-06"), ["b"]);
}

/// The header and the records of CSV, as another program reads them.
fn records(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let own = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let header = own(reader.headers().expect("a header"));
    let records = reader
        .records()
        .map(|r| own(&r.expect("as wide as the header")));
    (header, records.collect())
}

/// The cells of the first record, by column.
fn first(project: &Project, line: &str) -> BTreeMap<String, String> {
    let (header, records) = records(&project.run(line).code(0).out);
    header.into_iter().zip(records[0].clone()).collect()
}

#[test]
fn a_spreadsheet_is_given_text_and_no_formula() {
    let line = "--now 2026-06-01 list --as csv --period 2025-12-09 --term Meta";
    let csv = project().run(line).code(0).out;
    assert!(csv.ends_with("\r\n") && !csv.replace("\r\n", "").contains('\n'));
    let row = first(&project(), line);
    assert_eq!(row["title"], "'=cmd|’ /C calc’!A0, said “Ann”");
    assert_eq!(row["organisations"], "Meta");
    assert_eq!(row["sources"], "https://example.org/a");
    assert_eq!(row["earliest"], "2025-12-09");
    for text in ["=1+1", "+1+1", "-1+1", "@A1"] {
        let site = Project::new().article(
            "a.md",
            &format!("---\ntitle: \"{text}\"\ndate: 2025\n---\n"),
        );
        assert_eq!(first(&site, "list --as csv")["title"], format!("'{text}"));
    }
}

/// A site whose entries have something in every field.
fn full() -> Project {
    Project::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade/site"))
}

const ALL_STATES: &str = "--state shown,draft,scheduled,expired,background,retracted,folded";

fn json(project: &Project, flags: &str) -> Vec<Value> {
    let out = project.run(&format!("list --as json {flags}")).code(0).out;
    serde_json::from_str(&out).expect("an array")
}

/// The rows of the first table of `docs/list.md`: field and type.
fn documented() -> Vec<(String, String)> {
    let document = include_str!("../../docs/list.md");
    let rows = document
        .lines()
        .skip_while(|line| !line.starts_with("| field "));
    let rows = rows.skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        (cells[1].trim_matches('`').to_owned(), cells[2].to_owned())
    })
    .collect()
}

#[test]
fn the_document_names_every_field_in_the_order_of_the_columns_with_its_type() {
    let site = full();
    let documented = documented();
    let fixed: Vec<&str> = documented.iter().map(|(field, _)| field.as_str()).collect();
    let csv = site.run(&format!("list --as csv {ALL_STATES}")).code(0).out;
    let (header, records) = records(&csv);
    assert_eq!(header[..fixed.len()], fixed);
    let taxonomies = [
        "organisations",
        "people",
        "materials",
        "categories",
        "tags",
        "authors",
    ];
    assert_eq!(header[fixed.len()..], taxonomies);
    let rows = json(&site, ALL_STATES);
    assert_eq!(rows.len(), records.len());
    let mut seen = BTreeSet::new();
    for row in &rows {
        let row = row.as_object().expect("an object");
        let keys: BTreeSet<&str> = row.keys().map(String::as_str).collect();
        assert_eq!(keys, header.iter().map(String::as_str).collect());
        for (field, kind) in &documented {
            let value = &row[field];
            let fits = match value {
                Value::Null => kind.ends_with("none"),
                Value::Bool(_) => kind == "true or false",
                Value::Number(_) => kind.starts_with("number"),
                Value::String(text) => {
                    let day = text.len() == 10 && text.is_ascii();
                    kind.starts_with("text")
                        || kind.starts_with("day") && (day || kind.contains("instant"))
                }
                Value::Array(_) => kind.starts_with("list of "),
                Value::Object(_) => false,
            };
            assert!(fits, "{field}: {kind}, but {value}");
            let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            if !empty {
                seen.insert(field.as_str());
            }
        }
    }
    let unseen: Vec<&&str> = fixed
        .iter()
        .filter(|field| !seen.contains(**field))
        .collect();
    assert!(unseen.is_empty(), "the fixture has nothing in {unseen:?}");
}

/// What is wrong with a value by a schema that uses no more than ours does.
fn by_schema(schema: &Value, root: &Value, value: &Value, place: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().expect("a name");
        return by_schema(&root["$defs"][name], root, value, place, wrong);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = |schema: &Value| {
            let mut wrong = Vec::new();
            by_schema(schema, root, value, place, &mut wrong);
            wrong.is_empty()
        };
        if !choices.iter().any(fits) {
            wrong.push(format!("{place}: {value} is none of {choices:?}"));
        }
        return;
    }
    if let Some(words) = schema["enum"].as_array() {
        if !words.contains(value) {
            wrong.push(format!("{place}: {value} is none of {words:?}"));
        }
        return;
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let allowed = &schema["type"];
    if allowed != kind
        && !allowed
            .as_array()
            .is_some_and(|all| all.contains(&kind.into()))
    {
        wrong.push(format!("{place}: {value} is no {allowed}"));
    }
    for (n, item) in value.as_array().into_iter().flatten().enumerate() {
        by_schema(
            &schema["items"],
            root,
            item,
            &format!("{place}[{n}]"),
            wrong,
        );
    }
    let Some(object) = value.as_object() else {
        return;
    };
    for required in schema["required"].as_array().into_iter().flatten() {
        let name = required.as_str().expect("a name");
        if !object.contains_key(name) {
            wrong.push(format!("{place}: no {name}"));
        }
    }
    for (key, value) in object {
        let place = format!("{place}.{key}");
        match (&schema["properties"][key], &schema["additionalProperties"]) {
            (Value::Null, Value::Bool(false)) => {
                wrong.push(format!("{place} is not in the schema"));
            }
            (Value::Null, more) => by_schema(more, root, value, &place, wrong),
            (property, _) => by_schema(property, root, value, &place, wrong),
        }
    }
}

#[test]
fn the_output_is_what_the_schema_says() {
    let schema: Value =
        serde_json::from_str(include_str!("../../docs/list.schema.json")).expect("JSON");
    let mut wrong = Vec::new();
    let rows = Value::Array(json(&full(), ALL_STATES));
    by_schema(&schema, &schema, &rows, "", &mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let documented: BTreeSet<String> = documented().into_iter().map(|(field, _)| field).collect();
    let properties = schema["$defs"]["entry"]["properties"]
        .as_object()
        .expect("properties");
    assert_eq!(
        properties.keys().cloned().collect::<BTreeSet<_>>(),
        documented
    );
    let document = include_str!("../../docs/list.md");
    for kind in ["stance", "statement", "source"] {
        let properties = schema["$defs"][kind]["properties"]
            .as_object()
            .expect("properties");
        for key in properties.keys() {
            assert!(document.contains(&format!("`{key}`")), "{kind}: {key}");
        }
    }
    // The test sees what is wrong.
    let mut broken = rows.clone();
    broken[0]["importance"] = "high".into();
    broken[1]["sources"][0]["mood"] = "good".into();
    by_schema(&schema, &schema, &broken, "", &mut wrong);
    assert_eq!(wrong.len(), 2, "{wrong:#?}");
}

#[test]
fn an_entry_has_what_the_model_knows_of_it() {
    let site = full();
    let rows = json(&site, "");
    let row = rows
        .iter()
        .find(|row| row["id"] == "bridge-opening")
        .expect("listed");
    assert_eq!(row["date"], "2026-07");
    assert_eq!(
        (&row["earliest"], &row["latest"]),
        (&"2026-07-01".into(), &"2026-07-31".into())
    );
    assert_eq!(row["stage"], "expected");
    assert_eq!(row["anchor"], "entry-bridge-opening");
    let dates = |key: &str| -> Vec<&str> {
        let list = row[key].as_array().expect("a list").iter();
        list.map(|said| said["date"].as_str().expect("a date"))
            .collect()
    };
    assert_eq!(dates("slips"), ["2024", "2025", "2026-Q1"]);
    assert_eq!(dates("updates"), ["2026-Q1", "2026-07"]);
    assert_eq!(row["updates"][1]["source"]["publisher"], "Port Radio");
    assert_eq!(row["updates"][1]["on"], "2025-10-02");
    let row = rows
        .iter()
        .find(|row| row["id"] == "bridge-plan")
        .expect("listed");
    assert_eq!(row["stances"][1]["organisation"], "Harbour Authority");
    assert_eq!(row["stances"][1]["stance"], "against");
    assert_eq!(row["materials"], serde_json::json!(["steel"]));
    let (header, records) = records(&site.run("list --as csv").code(0).out);
    let column = |name: &str| header.iter().position(|column| column == name).expect(name);
    let cells = |id: &str, name: &str| {
        let row = records.iter().find(|row| row[0] == id).expect("listed");
        row[column(name)].clone()
    };
    assert_eq!(cells("bridge-opening", "slips"), "2024; 2025; 2026-Q1");
    assert_eq!(
        cells("bridge-opening", "updates"),
        "works-begin; opening-delayed"
    );
    assert_eq!(
        cells("bridge-plan", "stances"),
        "City of Port Town=in-favour; Harbour Authority=against"
    );
}

#[test]
fn dates_are_listed_as_they_are_written_with_their_bounds() {
    for (written, edtf, earliest, latest, precision) in [
        ("2027-Q2", "2027-34", "2027-04-01", "2027-06-30", "quarter"),
        ("2024~", "2024~", "2024-01-01", "2024-12-31", "year"),
        (
            "2025-12-XX",
            "2025-12-XX",
            "2025-12-01",
            "2025-12-31",
            "month",
        ),
        ("203X", "203X", "2030-01-01", "2039-12-31", "decade"),
    ] {
        let text = format!("---\ntitle: T\ndate: {written}\n---\n");
        let site = Project::new().article("a.md", &text);
        let row = &json(&site, "")[0];
        assert_eq!(row["date"], written);
        assert_eq!(row["edtf"], edtf);
        assert_eq!(
            (&row["earliest"], &row["latest"]),
            (&earliest.into(), &latest.into())
        );
        assert_eq!(row["precision"], precision);
        let table = site.run("list").code(0).out;
        assert!(table.starts_with(written), "{table}");
    }
}

#[test]
fn a_taxonomy_that_is_called_like_a_field_keeps_its_terms() {
    let site = Project::new()
        .file(
            "site.yaml",
            format!(
                "{}taxonomies: {{precision: {{title: Precision}}}}\n",
                crate::site_test::SITE
            ),
        )
        .article(
            "a.md",
            "---\ntitle: T\ndate: 2025-01-02\nprecision: [high; low]\n---\n",
        );
    let row = &json(&site, "")[0];
    assert_eq!(row["precision"], "day");
    assert_eq!(row["terms.precision"], serde_json::json!(["high; low"]));
    assert_eq!(
        first(&site, "list --as csv")["terms.precision"],
        "high\\; low"
    );
}

#[test]
fn the_table_has_a_line_an_entry_and_their_number() {
    let ran = project().run("--now 2026-06-01 list").code(0);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", ran.out);
    assert!(
        lines[0].starts_with("2026-Q1     overdue   Launch of it"),
        "{}",
        lines[0]
    );
    assert!(lines[2].ends_with("  content/b.md"), "{}", lines[2]);
    assert_eq!(lines[3], "3 entries");
    let none = project().run("list --text nothing").code(0);
    assert_eq!(none.out, "0 entries\n");
}

#[test]
fn what_the_site_does_not_have_is_named_with_what_is_near() {
    let site = project();
    for (flags, said) in [
        ("--term Mta", "did you mean `Meta`?"),
        ("--status hapened", "did you mean `happened`?"),
        ("--certainty reportd", "did you mean `reported`?"),
        ("--period yesterday", "--period: "),
    ] {
        let ran = site.run(&format!("list {flags}")).code(2);
        assert!(ran.err.contains(said), "{flags}: {}", ran.err);
        assert_eq!(ran.out, "", "{flags}");
    }
}

#[test]
fn a_file_with_a_fault_is_told_of_and_the_others_are_listed() {
    let site = project().article("d.md", "---\ntitle: D\ndate: 2025-02-30\n---\n");
    let ran = site.run("list").code(1);
    assert!(ran.err.contains("bad-date"), "{}", ran.err);
    assert!(ran.out.contains("content/b.md"), "{}", ran.out);
}

/// An article in each state, and what has two.
fn states() -> Project {
    let dated = |more: &str| format!("---\ntitle: T\ndate: 2025-03-01\n{more}---\n");
    Project::new()
        .article("shown.md", "---\ntitle: Shown\ndate: 2025-05-01\n---\n")
        .article("draft.md", &dated("draft: true\norganisations: [Acme]\n"))
        .article("scheduled.md", "---\ntitle: S\ndate: 2026-07-01\npublished: 2026-07-02\n---\n")
        .article("both.md", &dated("draft: true\npublished: 2026-07-02\nexpires: 2025-01-01\n"))
        .article(
            "expired.md",
            "---\ntitle: Over\ndate: 2024-01-05\npublished: 2024-01-05\nexpires: 2025-01-01\nentries:\n  - {title: Part of it, date: 2024-01-06}\n---\n",
        )
        .article("background.md", "---\ntitle: What is a dam\nkind: explainer\n---\n")
        .article(
            "retracted.md",
            "---\ntitle: Wrong\ndate: 2025-02-01\ncorrections:\n  - {date: 2025-02-03, text: It was not so., kind: retraction}\n---\n",
        )
        .article(
            "salah.md",
            "---\ntitle: Terjemahan\nlang: id\ntranslation_of: shown\ndate: 2025-05-01\ndraft: true\n---\n",
        )
}

#[test]
fn what_no_timeline_shows_is_listed_by_its_state() {
    let site = states();
    assert_eq!(ids(&site, ""), ["shown"]);
    for (state, listed) in [
        ("shown", &["shown"][..]),
        ("scheduled", &["scheduled"]),
        ("expired", &["part-of-it", "expired"]),
        ("background", &["background"]),
        ("retracted", &["retracted"]),
    ] {
        assert_eq!(ids(&site, &format!("--state {state}")), listed, "{state}");
    }
    let mut drafts = ids(&site, "--state draft");
    drafts.sort();
    assert_eq!(drafts, ["both", "draft", "salah"]);
    assert_eq!(ids(&site, "--state draft --term Acme"), ["draft"]);
    assert_eq!(
        ids(&site, "--state retracted,background --state shown"),
        ["shown", "retracted", "background"]
    );
    assert_eq!(
        ids(&site, "--state expired --period 2024-01-05"),
        ["expired"]
    );
}

#[test]
fn a_state_that_is_asked_for_is_told() {
    let site = states();
    let line = "--now 2026-06-01 list --state expired,shown";
    let table = site.run(line).code(0).out;
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines,
        [
            "2025-05-01  shown    happened  Shown       content/shown.md",
            "2024-01-06  expired  happened  Part of it  content/expired.md",
            "2024-01-05  expired  happened  Over        content/expired.md",
            "3 entries",
        ]
    );
    let (_, records) = records(&site.run(&format!("{line} --as csv")).code(0).out);
    let states: Vec<&str> = records.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(states, ["shown", "expired", "expired"]);
    let json = site.run(&format!("{line} --as json")).code(0).out;
    let rows: Vec<Value> = serde_json::from_str(&json).expect("an array");
    assert_eq!(rows[2]["state"], "expired");
    let table = site.run("--now 2026-06-01 list").code(0).out;
    assert!(!table.contains("shown  "), "{table}");
    let none = site.run("list --state drafts").code(2);
    assert!(none.err.contains("scheduled"), "{}", none.err);
}

#[test]
fn a_cancellation_a_last_look_and_authors_are_listed() {
    let site = Project::new()
        .article("a.md", "---\ntitle: The plan\ndate: 2025-03-04\nentries: [{id: dam, title: The dam, date: 2026, status: expected}]\n---\n")
        .article("b.md", "---\ntitle: The plan is dropped\ndate: 2025-06-07\nsources:\n  - {id: s, title: S, url: 'https://example.org/s', authors: [Ann Lee]}\nupdates: [{entry: dam, date: 2025-06-05, status: cancelled, checked: 2025-06-07, source: s}]\n---\n");
    let rows = json(&site, "");
    let dam = rows.iter().find(|row| row["id"] == "dam");
    let said = &dam.expect("listed")["updates"][0];
    assert_eq!(said["cancelled"], "2025-06-05");
    assert_eq!(said["checked"], "2025-06-07");
    assert_eq!(said["same_event"], false);
    assert_eq!(said["source"]["authors"], serde_json::json!(["Ann Lee"]));
}

#[test]
fn a_file_with_errors_is_not_listed() {
    for broken in [
        "---\ntitle: \"Cut\ndate: 2025-01-03\n---\n",
        "---\ntitle: Cut\ndate: 2025-01-03\nsources: [{title: A, b, url: https://example.org/}]\n---\n",
        "---\ntilte: Cut\ndate: 2025-01-03\n---\n",
        "---\ntitle: Cut\ndate: 2025-01-33\n---\n",
    ] {
        let site = Project::new()
            .article("good.md", "---\ntitle: Good\ndate: 2025-01-02\n---\n")
            .article("broken.md", broken);
        let listed = site.run("list").code(1);
        assert!(
            listed.err.contains("files with errors are not listed"),
            "{}",
            listed.err
        );
        assert!(
            listed.out.contains("good.md") && listed.out.contains("1 entry"),
            "{}",
            listed.out
        );
        assert!(
            !listed.out.contains("broken.md"),
            "{broken}: {}",
            listed.out
        );
    }
}
