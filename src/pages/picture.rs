//! Pictures in other widths, beside the picture that is copied.

use super::planner::Planner;
use super::{FILE, Kind, Output, PageSources};
use crate::plan::{Page, PictureVariant, variants};
use crate::publish::Class;
use crate::view::deps::Deps;

pub(super) const PICTURE: Kind = Kind {
    name: "picture",
    class: Class::Asset {
        fingerprinted: false,
    },
    output: Output::Bytes(|ctx, planned| {
        let variant = of(&planned.page);
        let digest = ctx.cache.file(&variant.path).digest;
        Deps::Picture(Box::new(variant.clone()), digest)
    }),
    // They are claimed together with the files.
    describe: |_, page| {
        let variant = of(page);
        format!("the file {}, {} pixels wide", variant.path, variant.width)
    },
    sources: |_, page| PageSources::File(of(page).path.clone()),
    ..FILE
};

fn of(page: &Page) -> &PictureVariant {
    match page {
        Page::Picture(variant) => variant,
        page => page.is_not("a picture in another width"),
    }
}

/// Claims the other widths of the picture `path`, which is copied to a route.
pub(super) fn claim(planner: &mut Planner<'_>, route: &str, path: &str) {
    let Some(size) = planner.files.pictures.get(path) else {
        return;
    };
    let all = variants(path, *size);
    for variant in all.own.into_iter().chain(all.webp) {
        let who = format!("the file {path}, {} pixels wide", variant.width);
        let page = Page::Picture(Box::new(variant.clone()));
        planner.claim(variant.beside(route), page, who);
    }
}
