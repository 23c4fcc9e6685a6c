//! Dateline, a static generator for news timelines.
//!
//! Editors write Markdown with YAML front matter about dated events; Dateline renders it
//! through Tera templates into a website whose heart is a timeline. The crate reads as the way
//! that the data takes:
//!
//! ```text
//! World ─load─► Sources ─parse─► Articles ─model─► Site ─plan─► Plan ─render(page)─► bytes ─publish─► disk
//!                    └────────── diagnostics of every stage, collected ──────────┘
//! ```
//!
//! The modules in the order of their layers; each uses only those above it:
//!
//! - [`digest`] tells texts, files and pages apart, [`limits`] has how much is read, [`percent`]
//!   encodes addresses.
//! - [`world`] is the only door to the file system and the clock.
//! - [`source`] knows where a byte stands in a file.
//! - [`diagnostic`] is what each stage returns beside its value.
//! - [`yaml`] reads YAML as nodes with spans, and the keys of one map.
//! - [`content`] is what editors write, as plain values: dates, slugs, articles, citations.
//! - [`config`] makes validated settings of `site.yaml`.
//! - [`load`] lists what the project holds.
//! - [`messages`] are the messages of the interface, by language.
//! - [`parse`] makes content of single files.
//! - [`model`] joins them: ids, terms, histories, the order of entries, links.
//! - [`plan`] says what a page is and where it stands, and finds two that want one address.
//! - [`hosting`] is what hosts are told: headers, redirects, the content security policy;
//!   [`lint`] finds what is not wrong and worth knowing.
//! - [`publish`] writes a tree of files, all or nothing.
//! - [`view`] is what pages share, worded and linked: all that a template sees.
//! - [`search`] writes the index for readers' searches.
//! - [`pages`] has a file for each kind of page: what it claims, depends on and shows.
//! - [`urls`] holds the plan against the addresses that were public.
//! - [`render`] makes bytes of what pages depend on, purely; [`theme`] is the default theme as
//!   files, and what a site has taken out of it.
//! - [`edit`], [`fix`] and [`mod@format`] change files that an editor wrote.
//! - [`cache`] keeps what parsing and rendering gave, for the next build.
//! - [`pipeline`] joins the stages.
//! - [`serve`] shows pages while they are written: the one that is asked for, after every save.
//! - [`cli`] is the command line.
//!
//! [`prepare`] joins the stages up to the plan, [`build`] adds rendering and publishing, and
//! [`check`] renders everything and writes nothing; [`mod@serve`] renders what is asked for.
//! [`prepare_with`] and [`build_with`] are the same with a [`cache::Cache`], so that only what changed
//! since the last build is read, parsed, rendered and written. [`up_to_date`] tells beforehand whether
//! there is anything to do.

// In the order of the layers, which tests/it/arrows.rs enforces.
pub mod digest;
pub mod limits;
pub mod percent;

pub mod world;

pub mod source;

pub mod diagnostic;
pub mod yaml;

pub mod content;

pub mod config;
pub mod load;
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

pub mod pipeline;
pub mod serve;

pub mod cli;

pub use pipeline::{
    Built, Prepared, Settings, build, build_with, check, prepare, prepare_with, up_to_date,
};
