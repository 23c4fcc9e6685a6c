//! What each key of `site.yaml` may say, and what it may not.

use dateline::config::{Host, SiteConfig};
use dateline::content::event::LifeStage;
use dateline::diagnostic::Severity;
use dateline::diagnostic::lint::Level;

use super::read;

/// Reads a `site.yaml` that has these lines besides what is required; nothing may be wrong.
#[track_caller]
fn good(lines: &str) -> SiteConfig {
    let (config, said) = read(&format!(
        "title: Test\nurl: https://example.org/\n{lines}\n"
    ));
    for d in &said {
        assert_eq!(d.code, "no-effect-yet", "{lines}: {d:?}");
    }
    config.expect("what is required is there")
}

#[test]
fn what_is_required_and_nothing_more_is_a_site() {
    let (config, said) = read("title: Test\nurl: https://Example.org/news\n");
    let config = config.expect("read");
    assert!(said.is_empty(), "{said:?}");
    assert_eq!(config.origin, "https://example.org");
    assert_eq!(config.base, "/news/");
    let (config, said) = read("description: x\n");
    assert!(config.is_none());
    let codes: Vec<_> = said.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["missing-key", "missing-key"]);
}

#[test]
fn the_first_language_is_the_sites_own() {
    let config = good("languages: [id, en]");
    assert_eq!(config.language, "id");
    let languages = |config: SiteConfig| -> Vec<String> {
        let editions = config.editions.into_iter();
        editions.map(|edition| edition.language).collect()
    };
    assert_eq!(languages(config), ["id"], "a list makes no editions");
    assert_eq!(languages(good("language: pt-BR")), ["pt-BR"]);
    let config = good("languages:\n  id: {}\n  en: {title: T}");
    assert_eq!(languages(config), ["id", "en"]);
    assert_eq!(good("languages: zh-Hant-TW").language, "zh-Hant-TW");
    assert_eq!(languages(good("")), ["en"]);
    let config = good("language: id\nlanguages:\n  en: {}\n  id: {}");
    assert_eq!(languages(config), ["id", "en"]);
}

#[test]
fn identity_publisher_links_and_menu_are_read() {
    let config = good(
        "identity: {logo: logo.svg, favicon: f.svg, accent: \"#0b5\", share_image: share.png}\n\
        publisher: {name: Desk, corrections_policy: /c/, masthead: /m/, report: mailto:d@example.org}\n\
        links: [{label: News, url: https://n.example/, rel: me}]\n\
        menu: [{label: About, page: about}]",
    );
    let identity = config.identity;
    assert_eq!(identity.logo.expect("a logo").value, "logo.svg");
    assert_eq!(identity.favicon.expect("a favicon").value, "f.svg");
    assert_eq!(identity.accent.expect("a colour").value, "#0b5");
    assert_eq!(identity.share_image.expect("a picture").value, "share.png");
    let publisher = config.publisher;
    assert_eq!(publisher.name.as_deref(), Some("Desk"));
    assert_eq!(publisher.corrections_policy.as_deref(), Some("/c/"));
    assert_eq!(publisher.masthead.as_deref(), Some("/m/"));
    assert_eq!(publisher.report.as_deref(), Some("mailto:d@example.org"));
    assert_eq!(config.links[0].label, "News");
    assert_eq!(config.links[0].rel.as_deref(), Some("me"));
    assert_eq!(config.menu.expect("a menu")[0].page.value, "about");
    assert!(good("").menu.is_none());
}

#[test]
fn lists_and_the_front_page_are_read() {
    let config = good(
        "permalink: \"/{published:%Y}/{slug}/\"\nper_page: 10\n\
        front_page: {just_published: 0, entries: 7, expected: 3}\noutput: site",
    );
    assert_eq!(config.per_page, 10);
    let front = config.front_page;
    let numbers = (front.just_published, front.entries, front.expected);
    assert_eq!(numbers, (0, 7, 3));
    assert_eq!(config.output, "site");
}

#[test]
fn taxonomies_are_added_before_categories_and_tags_and_the_built_in_ones_may_be_changed() {
    let config = good(
        "taxonomies:\n  models: {lanes: true, feeds_from: 2, aliases: {GPT-OSS: [gpt-oss-120b, gpt-oss-20b], X: Twitter}}\n\
        \x20 organisations: {title: Firms, singular: Firm}",
    );
    let ids: Vec<&str> = config.taxonomies.iter().map(|t| t.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "organisations",
            "people",
            "models",
            "categories",
            "tags",
            "authors"
        ]
    );
    let firms = &config.taxonomies[0];
    assert_eq!(
        (firms.title.as_deref(), firms.singular.as_deref()),
        (Some("Firms"), Some("Firm"))
    );
    let models = &config.taxonomies[2];
    assert_eq!(
        (models.title.as_deref(), models.singular.as_deref()),
        (Some("Models"), Some("Model"))
    );
    assert!(models.lanes);
    assert_eq!(models.feeds_from, 2);
    assert_eq!(models.aliases[0].1, ["gpt-oss-120b", "gpt-oss-20b"]);
    assert_eq!(
        models.aliases[1],
        ("X".to_owned(), vec!["Twitter".to_owned()])
    );
}

#[test]
fn the_words_of_a_site_extend_those_that_are_built_in() {
    let config = good(
        "stances: {open-weight: {colour: \"#00aa55\", pattern: dots, about: x}, closed: {label: Shut}}\n\
        statuses: {postponed: {stage: expected}, happened: {label: Done}}\n\
        certainties: {alleged: {firm: 0}, rumoured: {label: Rumour, firm: 0}}\n\
        importance: {max: 10}",
    );
    let open = &config.stances[0];
    assert_eq!(
        (open.id.as_str(), open.label.as_str()),
        ("open-weight", "Open weight")
    );
    assert_eq!(open.colour.as_deref(), Some("#00aa55"));
    assert_eq!(open.pattern.as_deref(), Some("dots"));
    assert_eq!(config.stance("closed"), Some(1));
    let postponed = &config.statuses[config.status("postponed").expect("known")];
    assert_eq!(
        (postponed.stage, postponed.label.as_deref()),
        (LifeStage::Expected, Some("Postponed"))
    );
    assert_eq!(config.statuses[0].label.as_deref(), Some("Done"));
    assert_eq!(
        config.certainties[config.certainty("alleged").expect("known")].firm,
        0
    );
    assert_eq!(config.certainties[0].label.as_deref(), Some("Rumour"));
    assert_eq!(config.importance_max, 10);
}

#[test]
fn front_matter_leniency_and_lints_are_read() {
    let config = good(
        "front_matter: {rename: {happened: date, firms: organisations}, ignore: [layout, weight]}\n\
        lenient: true\nlint: {missing-source: off, first-of-month: error, single-source: notice}",
    );
    let rename = config.front_matter.rename;
    assert_eq!(rename[0], ("happened".to_owned(), "date".to_owned()));
    assert_eq!(rename[1], ("firms".to_owned(), "organisations".to_owned()));
    assert_eq!(config.front_matter.ignore, ["layout", "weight"]);
    assert!(config.lenient);
    assert_eq!(config.lint.of("missing-source"), Some(Level::Off));
    assert_eq!(config.lint.of("first-of-month"), Some(Level::Error));
    assert_eq!(config.lint.of("single-source"), Some(Level::Notice));
    assert_eq!(config.lint.of("missing-alt"), Some(Level::Warning));
    assert_eq!(config.lint.of("missing-title"), None);
}

#[test]
fn texts_and_feeds_are_read() {
    let config = good(
        "markdown: {raw_html: trust, math: true, smart_punctuation: false, linkify: false}\n\
        feeds: {entries: 3, full_content: false, hub: https://hub.example/}",
    );
    assert!(config.markdown.math && !config.markdown.smart_punctuation && !config.markdown.linkify);
    assert_eq!(config.feeds.entries, 3);
    assert!(!config.feeds.full_content);
    assert_eq!(config.feeds.hub.as_deref(), Some("https://hub.example/"));
}

#[test]
fn keys_of_later_features_are_read() {
    let config = good(
        "slots:\n  notice: {text: Hello, link: /x/, until: 2026-12-31}\n\
        \x20 comments: {giscus: {repo: a/b, category: C}}\n  counter: {goatcounter: x}\n\
        \x20 sponsor_top: {fragment: s.html, label: Ad, height: 90}\n\
        compare: [[Meta, OpenAI], [A, B, C]]\n\
        features: {search: false, cards: true, compress: true, data: false}\n\
        hosting:\n  hosts: [netlify, cloudflare, github-pages, nginx, caddy]\n\
        \x20 headers: {X-A: \"1\"}\n  redirects: [{from: /a/, to: /b/}, {from: /c/, to: \"https://d.example/\", status: 302}]\n\
        deploy: {target: \"s3://bucket/prefix\", max_deletes: 0}",
    );
    let slots = config.slots;
    let notice = slots.notice.expect("a notice");
    assert_eq!(
        notice.until.map(|d| d.to_string()).as_deref(),
        Some("2026-12-31")
    );
    assert_eq!(slots.comments.expect("comments").category, "C");
    assert_eq!(slots.counter.as_deref(), Some("https://x.goatcounter.com"));
    assert_eq!(slots.sponsor_top.expect("a slot").height, Some(90));
    let names = config.compare[1].iter().map(|n| n.value.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["A", "B", "C"]);
    let features = config.features;
    assert!(!features.search && features.cards && features.compress && !features.data);
    assert_eq!(config.hosting.hosts[2], Host::GithubPages);
    assert_eq!(config.hosting.headers, [("X-A".to_owned(), "1".to_owned())]);
    let codes: Vec<u16> = config.hosting.redirects.iter().map(|r| r.status).collect();
    assert_eq!(codes, [301, 302]);
    assert_eq!(config.deploy.target.as_deref(), Some("s3://bucket/prefix"));
    assert_eq!(config.deploy.max_deletes, 0);
}

#[test]
fn a_key_without_effect_is_said_to_be_so_once() {
    let (_, said) = read(
        "title: T\nurl: https://example.org/\n\
        taxonomies: {models: {lanes: true}, rivers: {lanes: true}}\n\
        stances: {a: {colour: \"#000\"}, b: {colour: \"#fff\"}}\n\
        compare: [[A, B]]\nfeatures: {compress: true}\n\
        deploy: {max_deletes: 3}\n",
    );
    let what: Vec<&str> = said
        .iter()
        .map(|d| {
            assert_eq!((d.severity, d.code), (Severity::Notice, "no-effect-yet"));
            d.message.split('`').nth(1).expect("a key is named")
        })
        .collect();
    assert_eq!(what, ["stances.colour", "features.compress", "deploy"]);
}

/// Line of `site.yaml`; code of the fault; what the caret stands under; a part of the cure.
const BAD: [(&str, &str, &str, &str); 50] = [
    (
        "language: Old English",
        "bad-language",
        "Old English",
        "BCP 47",
    ),
    (
        "slots: {comments: {giscus: {repo: https://github.com/a/b, category: C}}}",
        "bad-name",
        "https://github.com/a/b",
        "owner/name",
    ),
    (
        "slots: {counter: {goatcounter: \"a; img-src *\"}}",
        "bad-name",
        "\"a; img-src *\"",
        "the site code",
    ),
    ("timezone: BST", "bad-timezone", "BST", "`Europe/London`"),
    ("languages: [en, e]", "bad-language", "e", "`pt-BR`"),
    (
        "languages: [en, EN]",
        "duplicate-word",
        "EN",
        "one of the two",
    ),
    (
        "{language: id, languages: [en]}",
        "first-language",
        "id",
        "remove `language`",
    ),
    (
        "timezone: Asia/Jakata",
        "bad-timezone",
        "Asia/Jakata",
        "`Asia/Jakarta`",
    ),
    (
        "identity: {accent: green}",
        "bad-colour",
        "green",
        "#00aa55",
    ),
    (
        "identity: {accent: \"#00\"}",
        "bad-colour",
        "\"#00\"",
        "#00aa55",
    ),
    (
        "links: [{label: x}]",
        "missing-key",
        "{label: x}",
        "`url` to each item",
    ),
    (
        "links: {label: x, url: y}",
        "wrong-type",
        "{label: x, url: y}",
        "- …",
    ),
    (
        "menu: [{page: x}]",
        "missing-key",
        "{page: x}",
        "`page` to each item",
    ),
    (
        "permalink: /{date}/",
        "bad-permalink",
        "/{date}/",
        "{published:%Y}",
    ),
    ("per_page: 5", "wrong-number", "5", "10"),
    ("per_page: many", "wrong-number", "many", "a number"),
    (
        "front_page: {entries: 0}",
        "wrong-number",
        "0",
        "entries: 1",
    ),
    (
        "front_page: {expected: 51}",
        "wrong-number",
        "51",
        "a number",
    ),
    (
        "taxonomies: {date: {title: D}}",
        "reserved-name",
        "date",
        "another name",
    ),
    (
        "taxonomies: {expected: {title: D}}",
        "reserved-name",
        "expected",
        "another name",
    ),
    (
        "taxonomies: {Models: {title: D}}",
        "bad-name",
        "Models",
        "lower-case letters",
    ),
    (
        "taxonomies: {models: {feeds_from: 0}}",
        "wrong-number",
        "0",
        "a number",
    ),
    (
        "taxonomies: {models: {lanes: maybe}}",
        "wrong-type",
        "maybe",
        "lanes: true",
    ),
    (
        "taxonomies: {models: {aliases: [a]}}",
        "wrong-type",
        "[a]",
        "DeepMind",
    ),
    (
        "taxonomies: {tags: {title: a}, tags: {title: b}}",
        "duplicate-key",
        "tags",
        "one of",
    ),
    (
        "stances: {open: {pattern: dotz}}",
        "unknown-word",
        "dotz",
        "dots",
    ),
    (
        "stances: {open: {colour: red}}",
        "bad-colour",
        "red",
        "#00aa55",
    ),
    (
        "statuses: {late: {stage: expectd}}",
        "unknown-word",
        "expectd",
        "cancelled",
    ),
    (
        "statuses: {happened: {stage: expected}}",
        "fixed-meaning",
        "stage",
        "another name",
    ),
    (
        "certainties: {sure: {firm: 4}}",
        "wrong-number",
        "4",
        "firm: ",
    ),
    (
        "certainties: {rumoured: {firm: 3}}",
        "fixed-meaning",
        "firm",
        "another name",
    ),
    ("importance: {max: 1}", "wrong-number", "1", "max: 2"),
    ("importance: 10", "wrong-type", "10", "key: value"),
    (
        "front_matter: {rename: {happened: dat}}",
        "unknown-word",
        "dat",
        "date",
    ),
    ("lenient: perhaps", "wrong-type", "perhaps", "lenient: true"),
    (
        "lint: {missing-source: loud}",
        "unknown-word",
        "loud",
        "off, notice, warning, error",
    ),
    (
        "lint: {missing-sources: off}",
        "unknown-key",
        "missing-sources",
        "`missing-source`",
    ),
    (
        "markdown: {raw_html: maybe}",
        "unknown-word",
        "maybe",
        "sanitise",
    ),
    ("markdown: {math: 1}", "wrong-type", "1", "math: true"),
    ("feeds: {entries: 501}", "wrong-number", "501", "a number"),
    (
        "feeds: {hub: hub.example.org}",
        "bad-url",
        "hub.example.org",
        "https://",
    ),
    (
        "slots: {notice: {link: /x/}}",
        "missing-key",
        "{link",
        "text: …",
    ),
    (
        "slots: {notice: {text: x, until: soon}}",
        "bad-date",
        "soon",
        "2026-12-31",
    ),
    (
        "slots: {sponsor_left: {label: x}}",
        "unknown-key",
        "sponsor_left",
        "sponsor_top",
    ),
    (
        "compare: [Meta, OpenAI]",
        "missing-key",
        "Meta",
        "[[Meta, OpenAI]]",
    ),
    (
        "hosting: {hosts: [netlfy]}",
        "unknown-word",
        "netlfy",
        "netlify",
    ),
    (
        "hosting: {headers: {\"a b\": c}}",
        "bad-name",
        "a b",
        "X-Frame-Options",
    ),
    (
        "hosting: {redirects: [{from: a, to: /b/}]}",
        "bad-url",
        "a",
        "a slash",
    ),
    (
        "hosting: {redirects: [{from: /a/, to: /b/, status: 200}]}",
        "unknown-word",
        "200",
        "301",
    ),
    ("deploy: {target: bucket}", "bad-url", "bucket", "s3://"),
];

#[test]
fn each_bad_value_is_named_with_its_place_and_its_cure() {
    for (line, code, caret, hint) in BAD {
        let text = match line.strip_prefix('{') {
            // Several keys.
            Some(keys) => {
                let keys = keys
                    .strip_suffix('}')
                    .expect("closed")
                    .replacen(", ", "\n", 1);
                format!("title: T\nurl: https://example.org/\n{keys}\n")
            }
            None => format!("title: T\nurl: https://example.org/\n{line}\n"),
        };
        let (_, said) = read(&text);
        let errors: Vec<_> = said
            .iter()
            .filter(|d| d.severity == Severity::Error)
            .collect();
        let first = errors
            .first()
            .unwrap_or_else(|| panic!("{line} passes: {said:?}"));
        assert_eq!(first.code, code, "{line}: {errors:#?}");
        let place = first
            .span
            .unwrap_or_else(|| panic!("{line}: no place"))
            .range();
        assert_eq!(&text[place], caret, "{line}");
        let said = first.hint.as_deref().unwrap_or_default();
        assert!(said.contains(hint), "{line}: {said}");
    }
}

/// What an editor sees is a colour; what YAML sees is a comment.
#[test]
fn a_colour_without_quotes_is_not_taken_for_none() {
    let text = "title: T\nurl: https://example.org/\nidentity:\n  accent: #0b5\n";
    let (_, said) = read(text);
    let fault = said.first().expect("said");
    assert_eq!(&text[fault.span.expect("a place").range()], "accent");
    assert_eq!(
        (fault.severity, fault.code),
        (Severity::Error, "bad-colour")
    );
    assert!(fault.message.contains("starts a comment"), "{fault:?}");
    assert!(
        fault
            .hint
            .as_deref()
            .is_some_and(|c| c.contains("in quotes"))
    );
}
