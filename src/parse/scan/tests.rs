use super::*;

const CONFIG: MarkdownConfig = MarkdownConfig {
    raw_html: RawHtml::Sanitise,
    math: false,
    smart_punctuation: true,
    linkify: true,
};

fn read(text: &str) -> (Body, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let body = scan(
        SourceId(0),
        text,
        0..text.len(),
        TextContext {
            sources: &["cnbc", "wsj"],
            markdown: &CONFIG,
            base: "/",
            lang: "en",
            title: "The title",
            limits: &OutputLimits::DEFAULT,
            untrusted: false,
            wants_lead: false,
        },
        &mut sink,
    );
    (body, sink.into_iter().collect())
}

#[test]
fn citations_count_in_the_order_of_the_text() {
    let (body, faults) = read("A[^wsj] b[^cnbc] c[^wsj].\n\n[^own]: A footnote.\n\nText[^own].\n");
    assert_eq!(
        body.citations,
        [("wsj".to_owned(), 2), ("cnbc".to_owned(), 1)]
    );
    assert!(faults.is_empty());
}

#[test]
fn a_citation_of_nothing_is_a_fault_at_its_place() {
    let text = "A[^cnb] and `[^code]`.\n";
    let (_, faults) = read(text);
    assert_eq!(faults.len(), 1);
    assert_eq!(&text[faults[0].span.unwrap().range()], "[^cnb]");
    assert_eq!(faults[0].label, "did you mean `[^cnbc]`?");
}

#[test]
fn an_indented_first_line_is_code_and_no_part_of_a_definition() {
    let (body, _) = read("    code\n\nText[^cnbc]\n");
    assert_eq!(body.citations.len(), 1);
    let prepared = prepare("    code\n", &["cnbc"], Dialect::new(&CONFIG, "en"));
    assert!(events(&prepared).any(|(e, _)| matches!(e, Event::Start(Tag::CodeBlock(_)))));
}

#[test]
fn an_open_code_fence_swallows_nothing_of_ours() {
    let (body, faults) = read("Text[^cnbc]\n\n```\nnever closed\n");
    assert_eq!(body.citations.len(), 1);
    assert!(faults.is_empty());
}

#[test]
fn headings_have_ids_of_their_own() {
    let (body, _) = read("# A\n\n## A\n\n## A-2\n\n## Entries\n\n### Own {#mine}\n");
    let ids: Vec<_> = body
        .headings
        .iter()
        .map(|h| (h.id.as_str(), h.level))
        .collect();
    assert_eq!(
        ids,
        [
            ("a", 2),
            ("a-1", 3),
            ("a-2", 3),
            ("entries", 3),
            ("mine", 4)
        ]
    );
}

#[test]
fn links_keep_their_places() {
    let text = "See [x](../a.md#b), [[llama-4]], ![](p.jpg) and <me@example.org>.\n";
    let (body, faults) = read(text);
    let targets: Vec<_> = body
        .links
        .iter()
        .map(|l| (l.target.as_str(), l.kind))
        .collect();
    assert_eq!(
        targets,
        [
            ("../a.md#b", LinkKind::Link),
            ("llama-4", LinkKind::Wiki),
            ("p.jpg", LinkKind::Picture),
            ("mailto:me@example.org", LinkKind::Link)
        ]
    );
    assert_eq!(faults[0].code, "missing-alt");
    assert_eq!(&text[body.links[1].span.range()], "[[llama-4]]");
}

#[test]
fn ten_thousand_quotes_are_a_fault_and_not_an_overflow() {
    let text = format!("\n{} x\n", "> ".repeat(10_000));
    let (_, faults) = read(&text);
    let fault = faults.iter().find(|d| d.code == "too-deep").unwrap();
    assert_eq!(fault.span.unwrap().range(), 201..202);
}

#[test]
fn letters_of_chinese_and_japanese_are_read_faster_than_words() {
    for (text, words) in [
        ("Two words", (2, 0)),
        ("日本語", (0, 3)),
        ("これは Dateline です。", (1, 5)),
        ("Meta’s日本, two", (2, 2)),
        ("한국어 텍스트", (2, 0)),
    ] {
        assert_eq!(count_words(text), words, "{text}");
    }
    let thousand = "字".repeat(1000);
    assert_eq!(read(&thousand).0.words, 440);
    assert_eq!(read("字").0.words, 1);
}
