//! Dateline, a static generator for news timelines.
//!
//! Editors write Markdown with YAML front matter about dated events; Dateline renders it through
//! Tera templates into a website built around a timeline. Data flows one way:
//!
//! ```text
//! World ──project──► Inputs ──parse──► content ──model──► Site ──pages::plan──► Plan
//!                                                                                │ for each page
//!   disk ◄──publish── bytes ◄──render── Deps ◄──pages (view of one page)─────────┘
//!           diagnostics of every stage are collected and printed once
//! ```
//!
//! The modules, in the order of their layers; each uses only those above it:
//!
//! - [`chart`] draws time as SVG; [`cjk`] knows the characters of Chinese and Japanese; [`digest`] identifies texts, files and pages; [`limits`] bounds input
//!   and output; [`percent`] encodes addresses.
//! - [`world`] is the only access to the file system and the clock.
//! - [`source`] maps spans to files, lines and columns.
//! - [`diagnostic`] is what every stage returns besides its value.
//! - [`panics`] catches bugs of the program at its edges, and reports them.
//! - [`yaml`] reads YAML into nodes with spans, and the keys of one map.
//! - [`content`] holds what editors write, as plain values: dates, slugs, articles, citations.
//! - [`mod@reference`] lists the keys of front matter and `site.yaml`, for readers and documentation.
//! - [`config`] validates `site.yaml`.
//! - [`messages`] are the interface's messages, by language.
//! - [`parse`] turns single files into content.
//! - [`model`] joins them: ids, terms, histories, the order of entries, links.
//! - [`plan`] says what a page is and where it stands, and finds two pages that want one route.
//! - [`hosting`] writes headers, redirects and the content security policy for hosts; [`lint`]
//!   reports what is worth knowing about a site that is not wrong.
//! - [`publish`] writes a tree of files, all or nothing.
//! - [`view`] is what templates see: worded, linked, plain data.
//! - [`search`] writes the index of `/explore/`.
//! - [`pages`] has one file for each kind of page: what it claims, depends on and shows.
//! - [`urls`] compares the plan with the ledger of public addresses.
//! - [`render`] turns what a page depends on into bytes, purely; [`theme`] is the default theme as
//!   files, and what a site has ejected of it.
//! - [`edit`], [`fix`] and [`mod@format`] change an editor's files.
//! - [`cache`] keeps the results of parsing and rendering for the next build.
//! - [`project`] reads the inputs of a build, for `build` and for `serve`.
//! - [`pipeline`] joins the stages.
//! - [`serve`] previews the site: it renders the page that is requested, after every save.
//! - [`cli`] is the command line.
//!
//! [`prepare`] runs the stages up to the plan, [`build`] renders and publishes every page,
//! [`check`] renders everything and writes nothing. [`prepare_with`] and [`build_with`] do the same
//! with a [`cache::Cache`], so that only what has changed since the last build is read, parsed,
//! rendered and written. [`up_to_date`] tells beforehand whether there is anything to do.

pub mod chart;
pub mod cjk;
pub mod digest;
pub mod limits;
pub mod percent;
pub mod raster;

pub mod world;

pub mod source;

pub mod diagnostic;

pub mod panics;

pub mod yaml;

pub mod content;

pub mod reference;

pub mod config;

pub mod messages;
pub mod parse;

pub mod model;

pub mod plan;

pub mod hosting;
pub mod lint;
pub mod publish;

pub mod view;

pub mod search;

pub mod pages;

pub mod urls;

pub mod render;
pub mod theme;

pub mod edit;

pub mod fix;

pub mod format;

pub mod cache;

pub mod project;

pub mod pipeline;

pub mod serve;

pub mod cli;

#[cfg(any(test, feature = "fuzzing"))]
#[doc(hidden)]
pub mod fuzzing;

pub use pipeline::{Built, Prepared, build, build_with, check, prepare, prepare_with, up_to_date};
pub use project::Settings;
