//! How a text is broken and cut.

use super::widths::is_mark;
pub use super::widths::{Style, width};

/// Whether a line may be broken on either side of a sign (Chinese, Japanese, Korean).
fn is_ideograph(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0xff00..=0xffef | 0x20000..=0x3ffff)
}

fn never_begins(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '」'
            | '』'
            | '）'
            | '】'
            | '〉'
            | '》'
            | 'ー'
            | '々'
            | '！'
            | '？'
            | '：'
            | '；'
            | '・'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'っ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
            | 'ッ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
    )
}

fn never_ends(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '【' | '〈' | '《')
}

/// The pieces between which a line may be broken, each with whether a space comes before it.
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut out: Vec<(bool, &str)> = Vec::new();
    for word in text.split_whitespace() {
        let mut start = 0;
        let mut last: Option<char> = None;
        let mut spaced = !out.is_empty();
        for (at, c) in word.char_indices() {
            if let Some(before) = last
                && (is_ideograph(before) || is_ideograph(c))
                && !never_begins(c)
                && !never_ends(before)
                && !is_mark(c)
            {
                out.push((spaced, &word[start..at]));
                spaced = false;
                start = at;
            }
            last = Some(c);
        }
        out.push((spaced, &word[start..]));
    }
    out
}

/// Breaks a text into lines of at most `limit` pixels; only a piece that is wider itself stands out.
pub fn wrap(text: &str, limit: f64, style: Style) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    for (spaced, piece) in pieces(text) {
        let wide = width(piece, style);
        let space = if spaced && !line.is_empty() {
            width(" ", style)
        } else {
            0.0
        };
        if !line.is_empty() && used + space + wide > limit {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        } else if space > 0.0 {
            line.push(' ');
            used += space;
        }
        line.push_str(piece);
        used += wide;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Breaks a text into at most `most` lines of at most `limit` pixels, and cuts what is longer.
pub fn wrap_within(text: &str, limit: f64, style: Style, most: usize) -> Vec<String> {
    let mut lines = wrap(text, limit, style);
    if lines.len() > most.max(1) {
        let rest = lines.split_off(most.max(1) - 1);
        // As many words as can be needed: the next line follows from what the first few lines hold.
        lines.push(rest.into_iter().take(2).collect::<Vec<_>>().join(" ") + " …");
    }
    lines.iter().map(|line| cut(line, limit, style)).collect()
}

/// A text cut to `limit` pixels, with an ellipsis: between words if there are some, else between signs.
pub fn cut(text: &str, limit: f64, style: Style) -> String {
    if width(text, style) <= limit {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let room = limit - width("…", style);
    let mut short = String::new();
    let mut used = 0.0;
    let all = pieces(text);
    for (spaced, piece) in &all {
        let space = if *spaced && !short.is_empty() {
            width(" ", style)
        } else {
            0.0
        };
        used += space + width(piece, style);
        if used > room {
            break;
        }
        if space > 0.0 {
            short.push(' ');
        }
        short.push_str(piece);
    }
    if short.is_empty() {
        let mut used = 0.0;
        for c in all.first().map_or("", |p| p.1).chars() {
            used += width(c.encode_utf8(&mut [0; 4]), style);
            if used > room {
                break;
            }
            short.push(c);
        }
    }
    let short = short.trim_end_matches(|c: char| c.is_whitespace() || ",;:、，".contains(c));
    format!("{short}…")
}

/// The title without the lane's own name, for English titles: "Meta releases Llama 4" in Meta's lane is
/// "Releases Llama 4". Other titles stay as they are.
pub fn without_name(title: &str, name: &str) -> String {
    if let Some(rest) = title.strip_prefix(name).and_then(|r| r.strip_prefix(' '))
        && let Some(verb) = rest.split(' ').next()
        && verb.ends_with('s')
        && verb.len() > 2
        && verb.bytes().all(|b| b.is_ascii_lowercase())
        && rest.len() > verb.len()
    {
        let mut chars = rest.chars();
        return chars.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(chars).collect()
        });
    }
    title.to_owned()
}

/// A way to write a label.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its lines.
    pub lines: Vec<String>,
    /// Its widest line.
    pub width: f64,
    /// What it costs: more lines and cut words cost more.
    pub cost: f64,
    /// Only for a label that has its place and looks for a better form.
    pub late: bool,
}

const MAX_LABEL: f64 = 190.0;

/// The ways to write a label in at most `most` lines: whole, then its first clause, then cut.
pub fn variants(text: &str, style: Style, most: usize) -> Vec<Variant> {
    let mut all = Vec::new();
    add_ways(&mut all, text, style, most, 0.0);
    let clause = text.char_indices().rfind(|&(at, c)| {
        at > 13
            && (matches!(c, '、' | '，' | '；' | '。' | '،' | '؛')
                || matches!(c, ',' | ';' | ':') && text[at + c.len_utf8()..].starts_with(' '))
    });
    if let Some((at, _)) = clause {
        add_ways(&mut all, &text[..at], style, most, 4.0);
    }
    let total = width(text, style);
    for (share, cost, late) in [
        (110.0, 42.0, false),
        (170.0, 36.0, false),
        (250.0, 30.0, false),
        (330.0, 26.0, true),
        (440.0, 22.0, true),
    ] {
        if total > share {
            let before = all.len();
            add_ways(&mut all, &cut(text, share, style), style, most, cost);
            all[before..].iter_mut().for_each(|v| v.late = late);
        }
    }
    if all.is_empty() {
        let short = cut(text, MAX_LABEL, style);
        let wide = width(&short, style);
        all.push(Variant {
            lines: vec![short],
            width: wide,
            cost: 20.0,
            late: false,
        });
    }
    all
}

/// In one, two, three lines, each as narrow as that number of lines can be.
fn add_ways(all: &mut Vec<Variant>, text: &str, style: Style, most: usize, base: f64) {
    let total = width(text, style);
    for (count, cost) in [(1, 0.0), (2, 1.0), (3, 3.0)] {
        if count > most || total / count as f64 > MAX_LABEL {
            continue;
        }
        let mut limit = (total / count as f64).max(60.0);
        while limit <= MAX_LABEL {
            let lines = wrap(text, limit, style);
            let wide = lines.iter().map(|l| width(l, style)).fold(0.0, f64::max);
            if lines.len() <= count {
                if wide <= MAX_LABEL && lines.len() == count {
                    all.push(Variant {
                        lines,
                        width: wide,
                        cost: base + cost,
                        late: false,
                    });
                }
                break;
            }
            limit += 5.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole_and_lines_short() {
        let lines = wrap(
            "Zuckerberg promises personal superintelligence",
            120.0,
            Style::Bold,
        );
        assert_eq!(
            lines.join(" "),
            "Zuckerberg promises personal superintelligence"
        );
        assert!(lines.len() > 1);
    }

    #[test]
    fn japanese_breaks_between_signs_but_not_before_a_stop() {
        let lines = wrap("メタは、オープンな人工知能を公開した。", 84.0, Style::Plain);
        assert!(lines.len() > 1);
        assert!(
            lines
                .iter()
                .all(|l| !l.starts_with(['、', '。', 'ー', 'ッ']))
        );
        assert_eq!(lines.concat(), "メタは、オープンな人工知能を公開した。");
    }

    #[test]
    fn what_is_cut_fits_and_says_so() {
        for text in [
            "Meta publishes the weights of Muse Spark Open",
            "メタは新しい人工知能モデルを公開した",
            "Donaudampfschifffahrtsgesellschaftskapitän",
        ] {
            let short = cut(text, 90.0, Style::Plain);
            assert!(
                width(&short, Style::Plain) <= 90.0 && short.ends_with('…'),
                "{short}"
            );
        }
        assert_eq!(cut("", 90.0, Style::Plain), "");
    }

    #[test]
    fn the_name_goes_only_before_a_verb() {
        assert_eq!(
            without_name("Meta releases Llama 4", "Meta"),
            "Releases Llama 4"
        );
        assert_eq!(
            without_name("Meta and Microsoft release Llama 2", "Meta"),
            "Meta and Microsoft release Llama 2"
        );
        assert_eq!(without_name("Metaは公開した", "Meta"), "Metaは公開した");
    }

    #[test]
    fn a_label_always_has_a_way() {
        for text in [
            "",
            "x",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
            &"word ".repeat(200),
        ] {
            let ways = variants(text, Style::Plain, 3);
            assert!(!ways.is_empty());
            assert!(ways.iter().all(|v| v.width <= MAX_LABEL + 1.0));
        }
    }
}
