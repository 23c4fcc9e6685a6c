//! Content files that are left out, so that the others can be published.

use crate::content::article::Article;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::model::kept::{KeptAddresses, UsableArticles};
use crate::model::unpublished::BrokenFiles;

/// A content file that no page can be made from.
pub(super) struct UnusableFile {
    /// Relative to `content/`.
    pub path: String,
    pub faults: Vec<Diagnostic>,
    /// The ids that its text seems to define.
    pub ids: Vec<String>,
    /// Whether it is marked as a draft.
    pub is_draft: bool,
}

/// What decides about unusable files.
pub(super) struct UnusableContext<'a> {
    pub lenient: bool,
    /// Whether drafts are shown.
    pub drafts: bool,
    pub kept: &'a KeptAddresses,
    /// The articles that can be used.
    pub articles: &'a [Article],
}

impl UnusableContext<'_> {
    /// Reports files that are left out. One that is public stops the build, until it is mended or
    /// given up. Returns how many may have been meant as articles.
    pub fn report(
        &self,
        files: Vec<UnusableFile>,
        broken: &mut BrokenFiles,
        sink: &mut Sink,
    ) -> usize {
        if files.is_empty() {
            return 0;
        }
        let usable = UsableArticles::of(self.articles);
        let mut left_out = 0;
        for file in files {
            let is_hidden = file.is_draft && !self.drafts;
            let public = self.kept.of_lost_file(&file.path, &file.ids, &usable);
            match public.filter(|_| !is_hidden) {
                Some(address) => {
                    sink.push(lost_article(&file.path, address));
                    broken.add(&file.path, file.ids);
                    sink.extend(file.faults);
                }
                None => {
                    let is_text = ["pages/", "terms/", "stories/"]
                        .iter()
                        .any(|folder| file.path.starts_with(folder));
                    left_out += usize::from(!is_hidden && !is_text);
                    sink.extend(self.eased(file.faults, is_hidden));
                }
            }
        }
        left_out
    }

    /// Returns the faults of a file that is left out: no errors if the site is lenient, and none
    /// that need attention if the file is not public.
    fn eased(&self, mut faults: Vec<Diagnostic>, is_hidden: bool) -> Vec<Diagnostic> {
        if !self.lenient {
            return faults;
        }
        if is_hidden {
            for fault in faults.iter_mut().filter(is_error) {
                fault.severity = Severity::Notice;
            }
            return faults;
        }
        if let Some(first) = faults.iter_mut().find(is_error) {
            first.message.push_str("; the file is left out");
        }
        for fault in faults.iter_mut().filter(is_error) {
            fault.severity = Severity::Warning;
        }
        faults
    }
}

fn is_error(d: &&mut Diagnostic) -> bool {
    d.severity == Severity::Error
}

fn lost_article(path: &str, address: &str) -> Diagnostic {
    Diagnostic::error(
        "lost-article",
        format!("`{address}` is public (urls.lock), and its file can no longer be read"),
    )
    .file(format!("content/{path}"))
    .hint(format!(
        "fix the file; or give the address up: `dateline urls --gone {address}`"
    ))
}
