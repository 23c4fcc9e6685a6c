//! Keys that are read and validated now and take effect in a later version.

use super::Deploy;
use super::keys::{Later, count, group};
use crate::diagnostic::{Diagnostic, Sink};
use crate::yaml::fields::Fields;

pub(super) fn deploy(f: &mut Fields<'_>, later: &mut Later, sink: &mut Sink) -> Deploy {
    later.note(f, "deploy", "deploy", sink);
    group(f, "deploy", sink, |f, sink| {
        let target = f.text("target", sink).filter(|target| {
            let good = target
                .value
                .split_once("://")
                .is_some_and(|(scheme, rest)| {
                    !rest.is_empty()
                        && !scheme.is_empty()
                        && scheme
                            .bytes()
                            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                });
            if !good {
                sink.push(
                    Diagnostic::error(
                        "bad-url",
                        format!("`{}` is not a deploy target", target.value),
                    )
                    .at(target.span, "here")
                    .hint("include the scheme, as in `target: s3://bucket/prefix`"),
                );
            }
            good
        });
        Deploy {
            target: target.map(|t| t.value),
            max_deletes: count(f, "max_deletes", 256, 0..=1_000_000, sink),
        }
    })
}
