//! Keys that are read and validated now and take effect in a later version.

use super::keys::{Later, count, group};
use super::{Deploy, Features};
use crate::diagnostic::{Diagnostic, Sink};
use crate::yaml::fields::Fields;

pub(super) fn features(f: &mut Fields<'_>, later: &mut Later, sink: &mut Sink) -> Features {
    group(f, "features", sink, |f, sink| {
        for (key, name) in [
            ("cards", "features.cards"),
            ("compress", "features.compress"),
            ("data", "features.data"),
        ] {
            later.note(f, key, name, sink);
        }
        Features {
            search: f.flag("search", sink).unwrap_or(true),
            cards: f.flag("cards", sink).unwrap_or(false),
            compress: f.flag("compress", sink).unwrap_or(false),
            data: f.flag("data", sink).unwrap_or(true),
        }
    })
}

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
