//! The `dateline` binary: runs the command line and exits with its exit code.

use std::process::ExitCode;

/// A build allocates and frees millions of small strings, which this allocator does faster than
/// glibc's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dateline::cli::run(std::env::args_os())
}
