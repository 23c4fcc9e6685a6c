//! Whole collections in the habits of their generators, languages and hands: each builds with three
//! lines in `site.yaml`, shows its titles and days as they were written, and every fault is named.

use std::fmt::Write as _;

use crate::html;
use crate::site_test::SiteTest;

const THREE_LINES: &str = "title: T\nurl: https://example.org/\nlenient: true\n";
const LINTS: &str =
    "lint: {missing-published: off, missing-source: off, vague-title: off, overdue: off}\n";

/// One article: its file, its text, the page, the title, the day.
type Piece = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

struct Collection {
    name: &'static str,
    /// Further lines of `site.yaml`.
    yaml: &'static str,
    pieces: &'static [Piece],
    /// Addresses to which the pages link.
    links: &'static [&'static str],
    warnings: &'static [&'static str],
    /// Errors without `lenient`.
    errors: &'static [&'static str],
}

const COLLECTIONS: [Collection; 10] = [
    Collection {
        name: "Jekyll, Arabic: days from file names, offsets, kramdown",
        yaml: "language: ar\n",
        pieces: &[
            (
                "_posts/2019-03-05-اجتماع-المجلس.md",
                "---\nlayout: post\ntitle: \"اجتماع المجلس: قرار جديد\"\ndate: 2019-03-05 00:20:00 +0300\ncategories: أخبار\n---\nنص.\n{: .notice}\n\n[رابط](https://example.net/1)؛ نهاية.\n",
                "jtm-lmjls/index.html",
                "اجتماع المجلس: قرار جديد",
                "2019-03-05",
            ),
            (
                "_posts/2019-03-06-الجسر.markdown",
                "---\nlayout: post\ntitle: هل يفتح الجسر؟\n---\n* TOC\n{:toc}\n\n## مقدمة\n\nنص.\n",
                "ljsr/index.html",
                "هل يفتح الجسر؟",
                "2019-03-06",
            ),
        ],
        links: &["https://example.net/1"],
        warnings: &["attribute-list", "attribute-list"],
        errors: &[],
    },
    Collection {
        name: "Hugo, Persian: shortcodes, offsets of half an hour",
        yaml: "language: fa\n",
        pieces: &[(
            "post/پل-تازه/index.md",
            "---\ntitle: \"پل تازه باز شد\"\ndate: 2021-04-14T00:30:00+03:30\ndraft: false\nslug: bridge\ntags: [\"پل\"]\n---\n{{< youtube abc >}}\n\nمتن[^1].\n\n[^1]: یادداشت\n",
            "bridge/index.html",
            "پل تازه باز شد",
            "2021-04-14",
        )],
        links: &["#fn-1"],
        warnings: &["shortcode"],
        errors: &[],
    },
    Collection {
        name: "Hexo, Chinese: no line before the keys, days with slashes",
        yaml: "language: zh\n",
        pieces: &[
            (
                "_posts/部署教程.md",
                "title: 部署教程：第一步\ndate: 2018/08/08 08:08:08\ntags:\n---\n部署。\n<!-- more -->\n细节：https://example.net/a\n",
                "bu-shu-jiao-cheng/index.html",
                "部署教程：第一步",
                "2018-08-08",
            ),
            (
                "_posts/桥梁.md",
                "---\n\ntitle: '桥梁\"关闭\"了'\ndate: 2018-8-9 8:08\n\n---\n正文。\n",
                "qiao-liang/index.html",
                "桥梁\"关闭\"了",
                "2018-08-09",
            ),
        ],
        links: &["https://example.net/a"],
        warnings: &["bad-fence"],
        errors: &["bad-fence"],
    },
    Collection {
        name: "Zenn, Japanese: `published: true` beside `published_at`",
        yaml: "language: ja\n",
        pieces: &[(
            "articles/0a1b2c3d4e5f6a.md",
            "---\ntitle: \"橋の工事 — メモ\"\nemoji: \"😀\"\ntype: \"tech\" # 技術\ntags: [\"橋\"]\npublished: true\npublished_at: 2022-03-04 07:00\n---\n本文。\n次の行。\n\n```js:a.js\n**x**\n```\n",
            "0a1b2c3d4e5f6a/index.html",
            "橋の工事 — メモ",
            "2022-03-04",
        )],
        links: &[],
        warnings: &["date-from-published"],
        errors: &["missing-date"],
    },
    Collection {
        name: "Astro, French: `pubDate` in English words",
        yaml: "language: fr\n",
        pieces: &[
            (
                "blog/le-pont.md",
                "---\ntitle: \"Le pont : fermeture d'été\"\ndescription: Bref.\npubDate: \"Jul 08 2022\"\nupdatedDate: 2022-07-09\n---\nTexte, [suite](./l-ete.md).\n",
                "le-pont/index.html",
                "Le pont : fermeture d'été",
                "2022-07-08",
            ),
            (
                "blog/l-ete.md",
                "---\ntitle: L'été à Évreux\npubDate: 2022-07-10T00:10:00+02:00\n---\nTexte.\n",
                "l-ete/index.html",
                "L'été à Évreux",
                "2022-07-10",
            ),
        ],
        links: &["/l-ete/"],
        warnings: &["date-from-published", "date-from-published"],
        errors: &["missing-date", "missing-date"],
    },
    Collection {
        name: "by hand, German: no front matter, the day in the file name",
        yaml: "language: de\n",
        pieces: &[
            (
                "2023/2023-04-17 Straße gesperrt.md",
                "# Straße in *Köln* gesperrt\n\nText und [mehr](<2023-04-18_Brücke.md>).\n\n## Teil\n",
                "strasse-gesperrt/index.html",
                "Straße in Köln gesperrt",
                "2023-04-17",
            ),
            (
                "2023/2023-04-18_Brücke.md",
                "\u{feff}---\r\ntitle: Brücke wieder offen\r\ndate: 18.4.2023\r\n---\r\nText.\r\n",
                "brucke/index.html",
                "Brücke wieder offen",
                "2023-04-18",
            ),
        ],
        links: &["/brucke/"],
        warnings: &["from-file-name", "title-from-heading", "bad-date"],
        errors: &["bad-date"],
    },
    Collection {
        name: "by hand, Japanese: days of eight digits",
        yaml: "language: ja\n",
        pieces: &[(
            "20240131_会議.md",
            "# 会議のまとめ\n\n本文です。\n",
            "hui-yi/index.html",
            "会議のまとめ",
            "2024-01-31",
        )],
        links: &[],
        warnings: &["from-file-name", "title-from-heading"],
        errors: &[],
    },
    Collection {
        name: "by hand, without front matter: the day below the heading",
        yaml: "language: en\n",
        pieces: &[
            (
                "2014/09/gate.md",
                "# The gate is shut\n\n*2014-09-06*\n\nIt rained.\n",
                "gate/index.html",
                "The gate is shut",
                "2014-09-06",
            ),
            (
                "2014/12/dam.md",
                "The dam holds\n=============\n2014/12/27\n\nIt rained.\n",
                "dam/index.html",
                "The dam holds",
                "2014-12-27",
            ),
        ],
        links: &[],
        warnings: &[
            "from-file-name",
            "from-file-name",
            "title-from-heading",
            "title-from-heading",
        ],
        errors: &[],
    },
    Collection {
        name: "by hand, Hebrew: the day first, marks within words",
        yaml: "language: he\n",
        pieces: &[(
            "דוח.md",
            "---\ntitle: 'דו\"ח צה\"ל'\ndate: 14-12-2025\ntags: מים\n---\nדו\"חות הוועדה.\n",
            "dvkh/index.html",
            "דו\"ח צה\"ל",
            "2025-12-14",
        )],
        links: &[],
        warnings: &["bad-date"],
        errors: &["bad-date"],
    },
    Collection {
        name: "Eleventy, Indonesian: addresses by template, tags of lists",
        yaml: "language: id\n",
        pieces: &[(
            "posts/jembatan.md",
            "---\ntitle: Jembatan lama ditutup\ndate: 2020-01-02T00:00:00.000Z\ntags: [posts]\npermalink: \"/b/{{ title | slugify }}/\"\n---\nTeks.\n\n{% image \"a.png\", \"jembatan\" %}\n",
            "jembatan/index.html",
            "Jembatan lama ditutup",
            "2020-01-02",
        )],
        links: &[],
        warnings: &["bad-address", "shortcode"],
        errors: &["bad-address"],
    },
];

/// Titles have the typographic marks of their languages.
fn plain(text: &str) -> String {
    text.replace(['“', '”', '„', '«', '»', '「', '」'], "\"")
        .replace(['‘', '’', '‚'], "'")
}

impl Collection {
    fn site(&self, yaml: &str) -> SiteTest {
        let site = SiteTest::new().site(&format!("{yaml}{}{LINTS}", self.yaml));
        let articles = self.pieces.iter();
        articles.fold(site, |site, (path, text, ..)| site.article(path, text))
    }
}

#[test]
fn three_lines_show_titles_days_and_links_as_they_were_written() {
    let mut wrong = String::new();
    for collection in &COLLECTIONS {
        let name = collection.name;
        let site = collection.site(THREE_LINES).built();
        for (path, _, route, title, day) in collection.pieces {
            if !site.has(route) {
                let routes: Vec<_> = site.files.keys().collect();
                let _ = writeln!(wrong, "{name}: {path}: no {route} among {routes:?}");
                continue;
            }
            let page = site.text(route);
            let shown = plain(&html::text(html::inside(page, "h1")));
            let at = format!("datetime=\"{day}\"");
            if shown.trim() != *title || !page.contains(&at) {
                let _ = writeln!(wrong, "{name}: {path}: {shown:?}, {day}");
            }
        }
        for link in collection.links {
            let leads = |page: &str| page.contains(&format!("href=\"{link}\""));
            if !site.pages().any(|(_, page)| leads(page)) {
                let _ = writeln!(wrong, "{name}: no link to {link}");
            }
        }
        let mut told = site.found.warnings();
        let mut meant = collection.warnings.to_vec();
        told.sort_unstable();
        meant.sort_unstable();
        if told != meant {
            let _ = writeln!(wrong, "{name}: {told:?}\n{}", site.found.text);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn without_lenient_each_fault_is_an_error() {
    let strict = THREE_LINES.replace("lenient: true\n", "");
    for collection in &COLLECTIONS {
        let found = collection.site(&strict).check();
        let mut told = found.errors();
        told.retain(|code| *code != "nothing-left");
        assert_eq!(
            told, collection.errors,
            "{}\n{}",
            collection.name, found.text
        );
    }
}

#[test]
fn a_text_in_another_language_has_its_direction_beside_it() {
    let article = |lang: &str| {
        format!("---\ntitle: A\nlang: {lang}\nsummary: S.\ndate: 2026-01-02\n---\nText.\n")
    };
    for (site, lang, direction) in [
        ("en", "ar", "rtl"),
        ("en", "he", "rtl"),
        ("en", "az-Arab", "rtl"),
        ("en", "ja", "ltr"),
        ("fa", "en", "ltr"),
    ] {
        let yaml = format!("{THREE_LINES}{LINTS}language: {site}\n");
        let site = SiteTest::new().site(&yaml).article("a.md", &article(lang));
        let site = site.built();
        let both = format!("lang=\"{lang}\" dir=\"{direction}\"");
        for (route, places) in [("a/index.html", 3), ("index.html", 1)] {
            let page = site.text(route);
            assert!(page.matches(&both).count() >= places, "{route}: {page}");
        }
    }
}

#[test]
fn a_language_without_words_is_told() {
    let check = |yaml: &str| SiteTest::new().site(&format!("{THREE_LINES}{LINTS}{yaml}"));
    let told = |site: SiteTest| {
        let found = site.check();
        let said = found
            .list
            .iter()
            .find(|d| d.code == "language-without-words");
        said.map(|d| format!("{} {}", d.message, d.hint.clone().unwrap_or_default()))
    };
    for language in ["sw", "ko", "zh-TW", "zh-Hant-HK"] {
        let said = told(check(&format!("language: {language}\n"))).expect("a notice");
        assert!(said.contains(&format!("words/{language}.ftl")), "{said}");
    }
    for language in ["en", "en-GB", "id", "ar", "pt-BR", "zh-CN", "zh-Hans"] {
        assert_eq!(told(check(&format!("language: {language}\n"))), None);
    }
    let own = check("language: sw\n").file("templates/words/sw.ftl", "skip = Ruka\n");
    assert_eq!(told(own), None);
}

#[test]
fn a_day_of_publication_is_a_date_only_where_none_is_written() {
    for (keys, date) in [
        ("pubDate: 2022-07-08\ndate: 2022-07-01", Some("2022-07-01")),
        ("publishDate: 2022-07-08T23:30:00-05:00", Some("2022-07-08")),
        (
            "published: true\npublished_at: 2022-07-08",
            Some("2022-07-08"),
        ),
        ("date_published: 8 July 2022", Some("2022-07-08")),
        ("published: 2022-07-08\nkind: explainer", None),
        (
            "published: 2022-07-08\nstatus: expected\nwording: soon",
            None,
        ),
    ] {
        let text = format!("---\ntitle: A thing\n{keys}\n---\nText.\n");
        let yaml = format!("{THREE_LINES}{LINTS}");
        let site = SiteTest::new().site(&yaml).article("a.md", &text).built();
        let page = site.text("a/index.html");
        let told = site.found.warnings().contains(&"date-from-published");
        let beside = keys.contains("\ndate:");
        assert_eq!(
            told,
            date.is_some() && !beside,
            "{keys}: {}",
            site.found.text
        );
        if let Some(day) = date {
            let at = format!("<time class=\"date\" datetime=\"{day}\"");
            assert!(page.contains(&at), "{keys}: {page}");
        }
    }
}

#[test]
fn a_name_without_a_day_or_a_text_without_a_heading_is_no_article() {
    for (path, text) in [
        ("notes.md", "# A thing\n\nText.\n"),
        ("2024-01-31-notes.md", "Text only.\n"),
        ("2024-02-31-notes.md", "# A thing\n"),
        ("notes.md", "# A thing of 2024-01-30 and more\n"),
        ("notes.md", "# 2024-02-31: a thing\n"),
        ("20241331-notes.md", "# A thing\n"),
        ("12345678-notes.md", "# A thing\n"),
    ] {
        let yaml = format!("{THREE_LINES}{LINTS}");
        let good = "---\ntitle: Good\ndate: 2026-01-02\n---\nText.\n";
        let site = SiteTest::new().site(&yaml).article("good.md", good);
        let found = site.article(path, text).check();
        assert!(
            found.warnings().contains(&"left-out"),
            "{path}: {}",
            found.text
        );
    }
}

#[test]
fn a_text_without_front_matter_has_the_day_of_its_path_or_heading() {
    for (path, text, title, day) in [
        (
            "2024-01-31-a.md",
            "# Other\n\nText.\n",
            "Other",
            "2024-01-31",
        ),
        (
            "a-2024-01-31.md",
            "# Other\n\nText.\n",
            "Other",
            "2024-01-31",
        ),
        (
            "2024/01/31/a.md",
            "Other\n=====\n\nText.\n",
            "Other",
            "2024-01-31",
        ),
        (
            "2024-01-31/a.md",
            "\u{feff}# Other\n\nText.\n",
            "Other",
            "2024-01-31",
        ),
        (
            "a.md",
            "# 2024-01-31: Other\n\nText.\n",
            "2024-01-31: Other",
            "2024-01-31",
        ),
        (
            "a.md",
            "# Other (2024-01-31)\n\nText.\n",
            "Other (2024-01-31)",
            "2024-01-31",
        ),
        (
            "2024-01-31-a.md",
            "Title: Other\nDate: 2024-01-30\n\n## A part\n",
            "Other",
            "2024-01-30",
        ),
    ] {
        let yaml = format!("{THREE_LINES}{LINTS}");
        let built = SiteTest::new().site(&yaml).article(path, text).build();
        assert_eq!(built.found.errors(), [""; 0], "{}", built.found.text);
        let front = built.text("index.html");
        assert!(
            front.contains(title) && front.contains(&format!("datetime=\"{day}\"")),
            "{path}: {}",
            built.found.text
        );
        let strict = SiteTest::new().article(path, text).check();
        assert!(!strict.list.is_empty(), "{path}");
    }
}

#[test]
fn front_matter_in_javascript_and_days_that_are_links_are_read() {
    let yaml = format!("{THREE_LINES}{LINTS}");
    for text in [
        "---js\n{\n  title: \"A thing\",\n  date: '2024-01-31', // the day\n  tags: ['x'],\n}\n---\nText.\n",
        "---json\n{\n  \"title\": \"A thing\",\n  \"date\": \"2024-01-31\"\n}\n---\nText.\n",
        "---\ntitle: A thing\ndate: \"[[2024-01-31]]\"\n---\nText.\n",
        "---\ntitle: A thing\ndate: \"[[2024-01-31|a Wednesday]]\"\n---\nText.\n",
    ] {
        let built = SiteTest::new().site(&yaml).article("a.md", text).build();
        assert_eq!(built.found.errors(), [""; 0], "{}", built.found.text);
        let front = built.text("index.html");
        assert!(
            front.contains("A thing") && front.contains("datetime=\"2024-01-31\""),
            "{}",
            built.found.text
        );
    }
    // What can't be read is left out, and its lines are no heading.
    let text = "---js\n{ title: makeTitle(), date: new Date() }\n---\nText.\n";
    let good = "---\ntitle: Good\ndate: 2026-01-02\n---\nText.\n";
    let site = SiteTest::new().site(&yaml).article("good.md", good);
    let built = site.article("2024-01-31-a.md", text).build();
    assert!(
        !built.text("index.html").contains("makeTitle"),
        "{}",
        built.found.text
    );
    assert!(
        built.found.text.contains("2024-01-31-a.md"),
        "{}",
        built.found.text
    );
}
