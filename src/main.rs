//! Arguments to a verb, a verb to an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::cli::run(std::env::args_os())
}
