//! Integration tests: one binary, a module a verb and a module a promise.
//!
//! A test makes a site, builds or checks it, and looks at a file. [`site_test`] does that in
//! memory, where disks can fill up and clocks stand still; [`project`] does it in a real folder
//! with the real program. Fixture sites with the output that is expected of them stand in
//! `tests/sites`; `UPDATE=1 cargo test` renews what is expected.

#![allow(
    clippy::disallowed_methods,
    reason = "tests prepare real folders and read what is in them"
)]

mod addresses;
mod arrows;
mod as_meant;
mod as_meant_marks;
mod as_typed;
mod borrowed_words;
mod build;
mod calendars;
mod chart;
mod chart_files;
mod check;
mod clean;
mod collections;
mod command_line;
mod compare;
mod config;
mod contract;
mod cures;
mod custom_css;
mod data;
mod dates;
mod density;
mod differential;
mod digest;
mod digits;
mod editions;
mod editors;
mod eject;
mod elsewhere;
mod embeds;
mod expires;
mod explain;
mod facet_lists;
mod faults;
mod feeds;
mod files_left_out;
mod floods;
mod fmt;
mod foot;
mod formats;
mod glue;
mod goldens;
mod grouped;
mod guesses;
mod heads;
mod hostile;
mod hosting;
mod html;
mod identity;
mod index;
mod index_edits;
mod index_files;
mod init;
mod inputs;
mod kept_addresses;
mod kept_back;
mod lanes;
mod languages;
mod languages_of_pages;
mod late;
mod links;
mod lints;
mod list;
mod located;
mod markdown;
mod meant_dates;
mod messages;
mod mistakes;
mod names_in_one_form;
mod native_addresses;
mod new;
mod notations;
mod old_links;
mod other_calendars;
mod other_generators;
mod other_scripts;
mod own_content;
mod panics;
mod pictures;
mod ping;
mod project;
mod properties;
mod publish;
mod rebuild;
mod reference;
mod relations;
mod reported_days;
mod reserved_routes;
mod responsive;
mod same_bytes;
mod serve;
mod share_cards;
mod site_css;
mod site_test;
mod slip_chart;
mod slips;
mod slots;
mod stances;
mod stories;
mod structured;
mod supply;
mod terms;
mod theme;
mod told_once;
mod translations;
mod trials;
mod truth;
mod twins;
mod untrusted;
mod update;
mod upgrade;
mod urls;
mod why;
mod wild;
mod written_dates;
mod years;
