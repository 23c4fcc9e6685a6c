//! How much of the content the site shows: a site that loses its articles must not replace one that
//! has them.

use crate::content::article::article_name;
use crate::diagnostic::{Diagnostic, Sink, thousands};
use crate::model::site::Site;
use crate::project::Inventory;

/// From which part of the articles on it is a warning that so many are left out.
const MANY: usize = 10;

/// Reports that no article is left, or that many are left out. `read` is the number of articles that
/// were read, `left_out` that of the files that may have been meant as articles.
pub(super) fn check(
    site: &Site,
    inventory: &Inventory,
    read: usize,
    left_out: usize,
    sink: &mut Sink,
) {
    if site.articles.is_empty() {
        let others = inventory.files.iter();
        let left_out = left_out + others.filter(|path| article_name(path).is_some()).count();
        if left_out > 0 {
            sink.push(nothing_left(left_out, site));
        }
    } else if left_out > 0 && left_out * MANY >= read + left_out {
        let message = format!(
            "{} of {} files for articles are left out",
            thousands(left_out),
            thousands(read + left_out)
        );
        sink.push(
            Diagnostic::warning("many-left-out", message)
                .file("content")
                .hint(
                    "fix what the messages about these files say, or move them out of `content/`",
                ),
        );
    }
}

fn nothing_left(left_out: usize, site: &Site) -> Diagnostic {
    let files = match left_out {
        1 => "1 file is left out".to_owned(),
        n => format!("{} files are left out", thousands(n)),
    };
    let hidden = match site.left_out.drafts + site.left_out.scheduled {
        0 => "",
        _ => ", and the others are not public yet",
    };
    Diagnostic::error(
        "nothing-left",
        format!("the site has no article: {files}{hidden}"),
    )
    .file("content")
    .hint("fix what the messages about these files say; `dateline check -vv` shows each of them")
}
