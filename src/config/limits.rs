//! Limits on what is made of the content, for one's own content and for that of strangers.

use super::keys::{count, group};
use crate::diagnostic::Sink;
use crate::limits::OutputLimits;
use crate::yaml::fields::Fields;
use crate::yaml::table::Form;

/// Limits on content that is trusted, and on content that is not.
pub(super) fn limits(f: &mut Fields<'_>, sink: &mut Sink) -> (OutputLimits, OutputLimits) {
    group(f, "limits", sink, |f, sink| {
        let own = read(f, OutputLimits::DEFAULT, sink);
        let untrusted = group(f, "untrusted", sink, |f, sink| {
            read(f, OutputLimits::UNTRUSTED, sink)
        });
        (own, untrusted)
    })
}

fn read(f: &mut Fields<'_>, defaults: OutputLimits, sink: &mut Sink) -> OutputLimits {
    let mut limit = |key: &'static str, default: usize| {
        let form = f.table.row(key).map(|row| row.form);
        let Some(Form::Number(least, most)) = form else {
            unreachable!("`{key}` is a number");
        };
        count(f, key, default, least..=most, sink)
    };
    OutputLimits {
        text: limit("text_megabytes", defaults.text),
        levels: limit("levels", defaults.levels),
        elements: limit("elements", defaults.elements),
        listings: limit("listings", defaults.listings),
        list_pages: limit("list_pages", defaults.list_pages),
        page: limit("page_megabytes", defaults.page),
        site: limit("site_megabytes", defaults.site),
        growth: limit("growth", defaults.growth),
    }
}
