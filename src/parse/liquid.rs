//! Jekyll's blocks: `{% highlight ruby %}…{% endhighlight %}` and `{% raw %}…{% endraw %}`.

use std::ops::Range;

use super::markdown::MARK;

/// Maximum length of a tag in bytes.
const LONGEST: usize = 500;

/// Returns a text of the same length whose highlighted blocks are fenced code and that has no raw
/// tags, and the ranges between raw tags. None if there are no such blocks.
pub(super) fn blocks(text: &str) -> (Option<String>, Vec<Range<usize>>) {
    if !(text.contains("highlight") || text.contains("raw")) {
        return (None, Vec::new());
    }
    let mut out: Option<Vec<u8>> = None;
    let (mut raw, mut raw_from) = (Vec::new(), None);
    let (mut start, mut fence): (usize, Option<(u8, usize)>) = (0, None);
    let (mut done, mut endless) = (0, false);
    for line in text.split_inclusive('\n') {
        let line_start = start;
        start += line.len();
        if line_start < done {
            continue;
        }
        let (sign, len) = fence_of(line);
        match fence {
            Some((open, most)) if sign == open && len >= most => fence = None,
            Some(_) => {}
            None if len >= 3 => fence = Some((sign, len)),
            None => {}
        }
        if fence.is_some() || len >= 3 {
            continue;
        }
        let (mut at, mut ticks, mut counted) = (line_start, 0, line_start);
        while let Some(n) = text[at..start].find("{%") {
            let here = at + n;
            at = here + 2;
            let Some(tag) = tag(text, here) else { continue };
            ticks += text[counted..here].matches('`').count();
            counted = here;
            if ticks % 2 == 1 {
                continue;
            }
            match tag.name {
                "highlight" if !endless => {
                    let Some(end) = end_of_highlight(text, tag.range.end) else {
                        endless = true;
                        continue;
                    };
                    let out = out.get_or_insert_with(|| text.as_bytes().to_vec());
                    highlight(text, &tag, &end, out);
                    done = end.end;
                }
                "raw" | "endraw" => {
                    let out = out.get_or_insert_with(|| text.as_bytes().to_vec());
                    let alone = text[line_start..start].trim().len() == tag.range.len();
                    let filling = if alone { b' ' } else { MARK as u8 };
                    out[tag.range.clone()].fill(filling);
                    match (tag.name, raw_from.take()) {
                        ("raw", _) => raw_from = Some(tag.range.end),
                        (_, Some(from)) => raw.push(from..tag.range.start),
                        (_, None) => {}
                    }
                }
                _ => continue,
            }
            at = tag.range.end.max(done);
            if at >= start {
                break;
            }
            counted = at.max(counted);
        }
    }
    let out = out.map(|bytes| String::from_utf8(bytes).expect("only whole tags are replaced"));
    (out, raw)
}

/// The fence that a line consists of or begins with: its sign and length, or a length of 0.
fn fence_of(line: &str) -> (u8, usize) {
    let line = line.trim_start();
    let sign = line.bytes().next().filter(|b| matches!(b, b'`' | b'~'));
    let len = sign.map_or(0, |s| line.bytes().take_while(|b| *b == s).count());
    (sign.unwrap_or(0), len)
}

struct LiquidTag<'t> {
    range: Range<usize>,
    name: &'t str,
    /// The first word after the name.
    word: &'t str,
}

/// Reads the tag at a place. It must end on the same line.
fn tag(text: &str, start: usize) -> Option<LiquidTag<'_>> {
    let rest = text.get(start..)?.strip_prefix("{%")?;
    let window = &rest[..rest.floor_char_boundary(LONGEST.min(rest.len()))];
    let line = window.split('\n').next().unwrap_or(window);
    let end = line.find("%}")?;
    let inner = line[..end].trim_matches(['-', ' ', '\t']);
    let mut words = inner.split_whitespace();
    Some(LiquidTag {
        range: start..start + 2 + end + 2,
        name: words.next()?,
        word: words.next().unwrap_or(""),
    })
}

fn end_of_highlight(text: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    while let Some(n) = text[at..].find("{%") {
        let found = tag(text, at + n);
        if let Some(found) = found.filter(|t| t.name == "endhighlight") {
            return Some(found.range);
        }
        at += n + 2;
    }
    None
}

/// Writes fences over a pair of tags. What shares a line with a tag gets a line of its own.
fn highlight(text: &str, open: &LiquidTag<'_>, close: &Range<usize>, out: &mut [u8]) {
    let inner = &text[open.range.end..close.start];
    let sign = match inner.contains("~~~") {
        true => b'`',
        false => b'~',
    };
    let good = |b: u8| b.is_ascii_alphanumeric() || b"-_+.#".contains(&b);
    let word = match open.word.bytes().all(good) {
        true => open.word.as_bytes(),
        false => b"",
    };
    let line_before = |at: usize| text[..at].rsplit('\n').next().unwrap_or("");
    let place = &mut out[open.range.clone()];
    place.fill(b' ');
    let from = usize::from(!line_before(open.range.start).trim().is_empty());
    if from == 1 {
        place[0] = b'\n';
    }
    place[from..from + 3].fill(sign);
    let fits = from + 3 + word.len() < place.len();
    if fits {
        place[from + 3..from + 3 + word.len()].copy_from_slice(word);
    }
    if !inner.starts_with(['\n', '\r']) {
        place[place.len() - 1] = b'\n';
    }
    let place = &mut out[close.clone()];
    place.fill(b' ');
    let from = usize::from(!line_before(close.start).trim().is_empty());
    if from == 1 {
        place[0] = b'\n';
    }
    place[from..from + 3].fill(sign);
    if !text[close.end..]
        .trim_start_matches([' ', '\t', '\r'])
        .starts_with('\n')
    {
        let last = place.len() - 1;
        place[last] = b'\n';
    }
}
