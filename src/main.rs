//! Arguments to a verb, a verb to an exit code.

use std::process::ExitCode;

/// A build makes and drops some millions of small strings; this allocator takes less time for
/// them than glibc's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dateline::cli::run(std::env::args_os())
}
