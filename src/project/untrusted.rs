//! Content of strangers, as in a pull request.
//!
//! With [`Trust::AllButContent`], the project's folder is a checkout of the trusted branch, and only
//! `content/` comes from elsewhere: [`mounted`] puts it in place, so that nothing else of the
//! stranger's can be read at all. With [`Trust::None`], the whole project is the stranger's.
//!
//! In both cases raw HTML is shown as text and limits are tight
//! ([`SiteConfig::distrust`](crate::config::SiteConfig::distrust)), and symbolic links are errors.

use std::path::Path;

use super::settings::{CONFIG_FILE, Settings, Trust};
use crate::diagnostic::{Diagnostic, Sink};
use crate::urls;
use crate::world::{FileKind, Mounted, World};

/// The folder of a stranger's content, in the stranger's checkout and in the trusted one.
pub const CONTENT: &str = "content";

/// Returns the world in which `content/` of the trusted project is that of the checkout `theirs`.
pub fn mounted<'w>(world: &'w dyn World, settings: &Settings, theirs: &Path) -> Mounted<'w> {
    Mounted::new(world, settings.root.join(CONTENT), theirs.join(CONTENT))
}

/// Returns whether links in a folder of the project are refused.
pub(super) fn refuses_links(trust: Trust, folder: &str) -> bool {
    match trust {
        Trust::Own => false,
        Trust::None => true,
        Trust::AllButContent => folder == CONTENT,
    }
}

/// The error for a symbolic link in what is not trusted.
pub(super) fn link() -> Diagnostic {
    Diagnostic::error(
        "untrusted-link",
        "symbolic links are not accepted from strangers",
    )
    .hint("replace it with the file itself")
}

/// Reports folders and files of the project that are themselves links, where links are refused.
pub fn check_top(world: &dyn World, settings: &Settings, sink: &mut Sink) {
    let names: &[&str] = match settings.trust {
        Trust::Own => return,
        Trust::None => &[CONFIG_FILE, CONTENT, "static", "templates", urls::FILE],
        Trust::AllButContent => &[CONTENT],
    };
    for name in names {
        let stat = world.stat(&settings.root.join(name));
        if matches!(stat, Ok(Some(stat)) if stat.kind == FileKind::Link) {
            sink.push(link().file(*name));
        }
    }
}
