"""LLVM's own programs, for the profiles that a Rust compiler's binaries write."""

import re
import shutil
import subprocess
import sys


def tool(name):
    """The program in the version of the compiler's LLVM, or else the newest that is installed: some older
    versions read its profiles too (19 those of Rust 1.95)."""
    version = re.search(r"LLVM version: (\d+)", subprocess.check_output(["rustc", "-vV"], text=True))[1]
    for candidate in [f"{name}-{version}"] + [f"{name}-{n}" for n in range(30, 18, -1)] + [name]:
        if shutil.which(candidate):
            return candidate
    sys.exit(f"{name} is missing: apt-get install llvm-{version}, or llvm-19 where there is none so new")
