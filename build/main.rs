//! Makes what the program embeds and nobody edits: the theme's style sheet as it is served.

#![allow(clippy::disallowed_methods)] // Runs where cargo builds the program, not in it.

mod minify;

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=static/site.css");
    println!("cargo::rerun-if-changed=build");
    let sheet = fs::read_to_string("static/site.css").expect("the theme's style sheet");
    let folder = env::var_os("OUT_DIR").expect("set by cargo");
    let path = Path::new(&folder).join("site.css");
    fs::write(path, minify::minified(&sheet)).expect("the folder of the build can be written");
}
