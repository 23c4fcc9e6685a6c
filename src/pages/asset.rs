//! The style sheet, scripts, the favicon, and files copied from the project.

use std::collections::BTreeSet;

use foldhash::HashMap;

use super::planner::Planner;
use super::{FILE, Kind, Output, PageSources, chart_file, picture};
use crate::content::article::{ArticleId, article_name};
use crate::content::file_types;
use crate::content::picture::Picture;
use crate::content::slug::nfc;
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::lanes;
use crate::model::link::Target;
use crate::model::site::Site;
use crate::plan::{Fingerprints, Page, ProjectFiles, ThemeScript, beside};
use crate::publish::Class;
use crate::view::deps::Deps;
use crate::view::site_css::{self, CUSTOM_SHEET, is_style};

/// File names that are recognised as a favicon without configuration.
const FAVICONS: [&str; 3] = ["favicon.svg", "favicon.png", "favicon.ico"];

/// A file whose name changes with its contents.
const FINGERPRINTED: Class = Class::Asset {
    fingerprinted: true,
};

const ASSET: Class = Class::Asset {
    fingerprinted: false,
};

pub(super) const CSS: Kind = Kind {
    name: "css",
    folders: &["assets"],
    class: FINGERPRINTED,
    output: Output::Bytes(|ctx, _| Deps::Css(site_css::rules(&ctx.site.config))),
    claim: |planner| {
        let route = css_route(planner.fingerprints);
        planner.claim(route, Page::Css, "the style sheet");
    },
    ..FILE
};

/// At the root of the site, so that addresses in it are those of the files in `static/`.
pub(super) const CUSTOM_CSS: Kind = Kind {
    name: "custom-css",
    class: FINGERPRINTED,
    output: Output::Bytes(|_, _| Deps::CustomCss),
    claim: |planner| {
        if let Some(route) = custom_css_route(planner.fingerprints) {
            planner.claim(route, Page::CustomCss, "the site's own style sheet");
        }
    },
    describe: |_, _| format!("the file static/{CUSTOM_SHEET}"),
    sources: |_, _| PageSources::File(format!("static/{CUSTOM_SHEET}")),
    ..FILE
};

pub(super) const COMMENTS_MODULE: Kind = Kind {
    name: "comments-module",
    class: FINGERPRINTED,
    output: Output::Bytes(|_, _| Deps::CommentsModule),
    claim: |planner| {
        if let Some(route) = comments_route(planner.site, planner.fingerprints) {
            let who = "the comments script";
            planner.claim(route, Page::CommentsModule, who);
        }
    },
    ..FILE
};

pub(super) const FRAMES_MODULE: Kind = Kind {
    name: "frames-module",
    class: FINGERPRINTED,
    output: Output::Bytes(|_, _| Deps::FramesModule),
    claim: |planner| {
        if let Some(route) = frames_route(planner.site, planner.fingerprints) {
            let who = "the script that loads films and posts";
            planner.claim(route, Page::FramesModule, who);
        }
    },
    ..FILE
};

/// Scripts of the theme that need nothing from the site.
pub(super) const THEME_SCRIPT: Kind = Kind {
    name: "theme-script",
    class: FINGERPRINTED,
    output: Output::Bytes(|_, planned| match planned.page {
        Page::ThemeScript(script) => Deps::ThemeScript(script),
        _ => planned.page.is_not("a script of the theme"),
    }),
    claim: |planner| {
        let days = !planner.outline.facet_lists.days.is_empty();
        let charts = chart_file::has_any(planner);
        let scripts = [
            (ThemeScript::Look, true),
            (ThemeScript::Today, days),
            (ThemeScript::Copy, charts),
        ];
        for (script, _) in scripts.into_iter().filter(|(_, used)| *used) {
            let route = script_route(script, planner.fingerprints);
            planner.claim(route, Page::ThemeScript(script), "a script of the theme");
        }
    },
    ..FILE
};

pub(super) const LANES_MODULE: Kind = Kind {
    name: "lanes-module",
    class: FINGERPRINTED,
    output: Output::Bytes(|_, _| Deps::LanesModule),
    claim: |planner| {
        if let Some(route) = lanes_route(planner.site, planner.fingerprints) {
            let who = "the script that zooms and orders lanes";
            planner.claim(route, Page::LanesModule, who);
        }
    },
    ..FILE
};

/// The favicon that is generated for a site without one.
pub(super) const FAVICON: Kind = Kind {
    name: "favicon",
    class: ASSET,
    output: Output::Bytes(|ctx, _| Deps::Text(site_css::favicon(&ctx.site.config))),
    claim: |planner| {
        if own_favicon(planner.site, planner.files).is_none() {
            planner.claim(FAVICONS[0], Page::Favicon, "the generated favicon");
        }
        check_pictures(planner.site, planner.files, &mut planner.sink);
    },
    ..FILE
};

pub(super) const PROJECT_FILE: Kind = Kind {
    name: "file",
    class: ASSET,
    output: Output::Bytes(|ctx, planned| {
        let path = of(&planned.page);
        let digest = ctx.cache.file(path).digest;
        let is_photograph = path.starts_with("content/") && is_jpeg(path);
        match ctx.site.config.features.pictures && is_photograph {
            true => Deps::Photograph(path.to_owned(), digest),
            false => Deps::File(path.to_owned(), digest),
        }
    }),
    claim: claim_files,
    describe: |_, page| format!("the file {}", of(page)),
    sources: |_, page| PageSources::File(of(page).to_owned()),
    ..FILE
};

fn is_jpeg(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    file_types::picture_type(ending) == Some("image/jpeg")
}

fn of(page: &Page) -> &str {
    match page {
        Page::File(path) => path,
        page => page.is_not("a file of the project"),
    }
}

pub(super) fn css_route(fingerprints: &Fingerprints) -> String {
    format!("assets/site.{}.css", fingerprints.css)
}

/// Returns `None` if the site has no style sheet of its own.
pub(super) fn custom_css_route(fingerprints: &Fingerprints) -> Option<String> {
    let print = fingerprints.custom_css.as_ref()?;
    Some(format!("custom.{print}.css"))
}

/// Returns `None` if the site has no comments.
pub(super) fn comments_route(site: &Site, fingerprints: &Fingerprints) -> Option<String> {
    site.config.slots.comments.as_ref()?;
    Some(format!("assets/comments.{}.js", fingerprints.comments))
}

/// Returns `None` if the site embeds no host.
pub(super) fn frames_route(site: &Site, fingerprints: &Fingerprints) -> Option<String> {
    let is_used = !site.config.embeds.is_empty();
    is_used.then(|| format!("assets/frames.{}.js", fingerprints.frames))
}

pub(super) fn script_route(script: ThemeScript, fingerprints: &Fingerprints) -> String {
    match script {
        ThemeScript::Look => format!("assets/look.{}.js", fingerprints.look),
        ThemeScript::Today => format!("assets/today.{}.js", fingerprints.today),
        ThemeScript::Copy => format!("assets/copy.{}.js", fingerprints.copy),
    }
}

/// Returns `None` if the site has no lanes to zoom.
pub(super) fn lanes_route(site: &Site, fingerprints: &Fingerprints) -> Option<String> {
    let compares = || (0..site.config.compare.len()).any(|n| lanes::compared(site, n).is_some());
    let is_used = !lanes::of_site(site).is_empty() || compares();
    is_used.then(|| format!("assets/lanes.{}.js", fingerprints.lanes))
}

/// The site's own favicon, or the generated one.
pub(super) fn favicon_route(site: &Site, files: ProjectFiles<'_>) -> String {
    own_favicon(site, files).unwrap_or_else(|| FAVICONS[0].to_owned())
}

fn own_favicon(site: &Site, files: ProjectFiles<'_>) -> Option<String> {
    if let Some(own) = &site.config.identity.favicon {
        return Some(own.value.trim_start_matches('/').to_owned());
    }
    let there = |name: &&&str| files.statics.iter().any(|p| p == **name);
    FAVICONS.iter().find(there).map(|name| (*name).to_owned())
}

/// Reports pictures named by `identity` that do not exist.
fn check_pictures(site: &Site, files: ProjectFiles<'_>, sink: &mut Sink) {
    let identity = &site.config.identity;
    let named = [&identity.logo, &identity.favicon, &identity.share_image];
    for file in named.into_iter().flatten() {
        let path = file.value.trim_start_matches('/');
        if files.statics.iter().any(|p| p == path) {
            continue;
        }
        let near = nearest(path, files.statics.iter().map(String::as_str));
        sink.push(
            Diagnostic::error("missing-picture", format!("`static/{path}` does not exist"))
                .at(file.span, did_you_mean(near, "no such file"))
                .hint("add the file to `static/`, and write its path relative to that folder"),
        );
    }
}

/// Returns the warning for a file that is left out, because no page uses it.
fn unused(path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    match article_name(path) {
        Some(article) => Diagnostic::warning(
            "unused-file",
            format!("`{name}` is left out: only files whose names end in .md are articles"),
        )
        .hint(format!(
            "if it is an article, rename it to `{}`; otherwise link to it, or move it to `static/`",
            article.rsplit('/').next().unwrap_or(&article)
        )),
        None => Diagnostic::warning(
            "unused-file",
            "no published article uses this file; it is not copied",
        )
        .hint("link to it, move it next to an `index.md`, or move it to `static/`"),
    }
}

/// Claims copied files. A file beside an article goes into the folder of each article that uses it;
/// a file beside an `index.md` goes with that article in any case. Files of `static/` keep their
/// path.
fn claim_files(planner: &mut Planner<'_>) {
    let (site, links, files) = (planner.site, planner.links, planner.files);
    let (articles, static_pages, texts) = (
        &planner.outline.articles,
        &planner.outline.static_pages,
        &planner.outline.texts,
    );
    let mut wanted: BTreeSet<(String, String)> = BTreeSet::new();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let shown = |i: usize| !site.expired.contains(ArticleId(i));
    for (i, targets) in links.articles.iter().enumerate().filter(|(i, _)| shown(*i)) {
        for target in targets {
            if let Target::File(path) = target {
                used.insert(path);
                wanted.insert((
                    beside(&articles[i], &site.articles[i].path, path),
                    path.clone(),
                ));
            }
        }
    }
    for (i, targets) in links.pages.iter().enumerate() {
        for target in targets {
            if let Target::File(path) = target {
                used.insert(path);
                let route = &static_pages[i];
                wanted.insert((beside(route, &site.pages[i].path, path), path.clone()));
            }
        }
    }
    for (i, targets) in links.texts.iter().enumerate() {
        let Some(route) = &texts[i] else { continue };
        for target in targets {
            if let Target::File(path) = target {
                used.insert(path);
                wanted.insert((beside(route, &site.texts[i].path, path), path.clone()));
            }
        }
    }
    for (id, picture) in links.images.iter().filter(|(id, _)| shown(id.0)) {
        if let Picture::Beside(path) = picture {
            used.insert(path);
            let route = beside(&articles[id.0], &site.article(*id).path, path);
            wanted.insert((route, path.clone()));
        }
    }
    let bundles: HashMap<&str, usize> = site
        .articles
        .iter()
        .enumerate()
        .filter(|(i, _)| shown(*i))
        .filter_map(|(i, a)| Some((a.path.strip_suffix("/index.md")?, i)))
        .collect();
    for path in files.media {
        let owner = path
            .match_indices('/')
            .rev()
            .find_map(|(n, _)| bundles.get(&path[..n]));
        if let Some(i) = owner {
            used.insert(path);
            wanted.insert((
                beside(&articles[*i], &site.articles[*i].path, path),
                path.clone(),
            ));
        } else if !used.contains(path.as_str()) {
            planner
                .sink
                .push(unused(path).file(format!("content/{path}")));
        }
    }
    for (route, path) in wanted {
        let name = format!("content/{path}");
        let who = format!("the file {name}");
        picture::claim(planner, &route, &name);
        planner.claim(route, Page::File(name), who);
    }
    for path in files.statics.iter().filter(|p| !is_style(p)) {
        let name = format!("static/{path}");
        let who = format!("the file {name}");
        planner.claim(nfc(path), Page::File(name), who);
    }
}
