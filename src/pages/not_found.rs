//! The "not found" page.

use super::{FILE, Kind, Output, Parts, Template};
use crate::plan::Page;
use crate::publish::Class;
use crate::view::Nothing;

pub(super) const NOT_FOUND: Kind = Kind {
    name: "not-found",
    class: Class::Page,
    output: Output::Html(
        Template::of::<Nothing>("not-found.html", "", |ctx, _, mut head| {
            ctx.messages.say("not-found").clone_into(&mut head.title);
            Parts::new(head, Nothing)
        })
        .noindex(),
    ),
    claim: |planner| planner.claim("404.html", Page::NotFound, "the \"not found\" page"),
    describe: |_, _| "the page for addresses that do not exist".to_owned(),
    ..FILE
};
