//! Makes what the program embeds and nobody edits: the theme's style sheet and scripts as they are
//! served.

#![allow(clippy::disallowed_methods)] // Runs where cargo builds the program, not in it.

mod minify;

use std::path::Path;
use std::{env, fs};

const SCRIPTS: &str = "src/render/modules";

fn main() {
    println!("cargo::rerun-if-changed=static/site.css");
    println!("cargo::rerun-if-changed=build");
    let sheet = fs::read_to_string("static/site.css").expect("the theme's style sheet");
    let folder = env::var_os("OUT_DIR").expect("set by cargo");
    let path = Path::new(&folder).join("site.css");
    fs::write(path, minify::minified(&sheet)).expect("the folder of the build can be written");
    println!("cargo::rerun-if-changed={SCRIPTS}");
    for entry in fs::read_dir(SCRIPTS).expect("the theme's scripts") {
        let from = entry.expect("a script").path();
        let name = from.file_name().expect("its name");
        let script = fs::read_to_string(&from).expect("a script");
        let path = Path::new(&folder).join(name);
        fs::write(path, minify::script(&script)).expect("the folder of the build can be written");
    }
}
