//! A mail: as HTML that mail programs show alike, and as text.

use std::fmt::Write;

use super::body::attribute;
use crate::diagnostic::visible::visible;
use crate::messages::borrowed::{in_html, unmarked};
use crate::percent;
use crate::view::mail::MailView;

/// Width of a line of text, in characters.
const WIDTH: usize = 72;

/// Returns the mail as a page of HTML. Mail programs ignore style sheets, so that its few rules are
/// attributes.
pub fn html(mail: &MailView) -> String {
    let (lang, subject) = (attribute(&mail.lang), attribute(&mail.subject));
    let direction = if mail.rtl { " dir=\"rtl\"" } else { "" };
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{lang}\"{direction}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{subject}</title>\n</head>\n\
         <body style=\"margin:0;padding:16px;font-family:Georgia,serif;line-height:1.45\">\n\
         <div style=\"max-width:600px;margin:0 auto\">\n<h1 style=\"font-size:24px\">{subject}</h1>\n<p>{}</p>\n",
        attribute(&mail.since)
    );
    if mail.sections.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", attribute(&mail.nothing));
    }
    for section in &mail.sections {
        let heading = attribute(&section.heading);
        let _ = write!(out, "<h2 style=\"font-size:18px\">{heading}</h2>\n<ul>\n");
        for item in &section.items {
            let url = percent::attribute(&item.url);
            let (url, title) = (attribute(&url), attribute(&item.title));
            let _ = write!(out, "<li><a href=\"{url}\">{title}</a>");
            if let Some(text) = &item.text {
                let _ = write!(out, "<br>{}", attribute(text));
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ul>\n");
    }
    let (title, url) = &mail.site;
    let _ = write!(
        out,
        "<p><a href=\"{}\">{}</a></p>\n</div>\n</body>\n</html>\n",
        attribute(url),
        attribute(title)
    );
    in_html(out)
}

/// Returns the mail as text.
pub fn text(mail: &MailView) -> String {
    let mut out = format!("{}\n{}\n", visible(&mail.subject), visible(&mail.since));
    if mail.sections.is_empty() {
        let _ = write!(out, "\n{}\n", mail.nothing);
    }
    for section in &mail.sections {
        let heading = unmarked(&section.heading);
        let heading = visible(&heading);
        let _ = write!(
            out,
            "\n{heading}\n{}\n",
            "-".repeat(heading.chars().count())
        );
        for item in &section.items {
            out.push('\n');
            wrapped(&item.title, &mut out);
            if let Some(text) = &item.text {
                wrapped(text, &mut out);
            }
            let _ = writeln!(out, "{}", item.url);
        }
    }
    let (title, url) = &mail.site;
    // What mail programs know as the beginning of a signature.
    let _ = write!(out, "\n-- \n{}\n{url}\n", visible(title));
    unmarked(&out).into_owned()
}

/// Writes a text in lines that are no longer than [`WIDTH`], unless a word is.
fn wrapped(text: &str, out: &mut String) {
    let text = visible(text);
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_lose_no_word() {
        let words = "word ".repeat(60);
        let mut out = String::new();
        wrapped(&words, &mut out);
        assert!(out.lines().all(|line| line.len() <= WIDTH), "{out}");
        assert_eq!(out.split_whitespace().count(), 60);
    }
}
