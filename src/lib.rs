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
//! - [`world`] is the only door to the file system and the clock.
//! - [`load`] lists what the project holds; [`source`] knows where a byte stands in a file.
//! - [`parse`] makes validated articles of single files, [`config`] of `site.yaml`.
//! - [`model`] joins them: ids, terms, histories, the order of entries, links.
//! - [`lint`] finds what is not wrong and worth knowing; [`limits`] has how much is read.
//! - [`plan`] lays out every route before anything is rendered.
//! - [`messages`] are the messages of the interface, by language.
//! - [`hosting`] is what hosts are told: headers, redirects, the content security policy.
//! - [`urls`] holds the plan against the addresses that were public.
//! - [`view`] is what a page depends on, worded and linked: all that a template sees.
//! - [`render`] makes bytes of that, purely.
//! - [`serve`] shows them while they are written: the page that is asked for, after every save.
//! - [`publish`] writes them, all or nothing.
//! - [`cache`] keeps what parsing and rendering gave, for the next build.
//! - [`theme`] is the default theme as files, and what a site has taken out of it.
//! - [`diagnostic`] is what each stage returns beside its value.
//! - [`fix`] and [`mod@format`] change files that an editor wrote, by [`edit`]s of their text.
//!
//! [`prepare`] joins the stages up to the plan, [`build`] adds rendering and publishing, and
//! [`check`] renders everything and writes nothing; [`mod@serve`] renders what is asked for.
//! [`prepare_with`] and [`build_with`] are the same with a [`cache::Cache`], so that only what changed
//! since the last build is read, parsed, rendered and written. [`up_to_date`] tells beforehand whether
//! there is anything to do.

pub mod cache;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod digest;
pub mod edit;
pub mod fix;
pub mod format;
pub mod hosting;
pub mod limits;
pub mod lint;
pub mod load;
pub mod messages;
pub mod model;
pub mod pages;
pub mod panics;
pub mod parse;
pub mod percent;
pub mod pipeline;
pub mod plan;
pub mod publish;
pub mod render;
pub mod search;
pub mod serve;
pub mod source;
pub mod theme;
pub mod urls;
pub mod view;
pub mod world;

pub use pipeline::{
    Built, Prepared, Settings, build, build_with, check, prepare, prepare_with, up_to_date,
};
