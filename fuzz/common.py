"""What fuzz/run, fuzz/minimise and fuzz/coverage share: the targets, the builds and the folders."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUZZ = ROOT / "fuzz"
CORPUS = FUZZ / "corpus"
WORK = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "fuzz"

# What cargo-fuzz passes, without the flags that need a nightly compiler.
SANCOV = " ".join(
    ["-Cpasses=sancov-module"]
    + [
        f"-Cllvm-args=-sanitizer-coverage-{flag}"
        for flag in ["level=4", "inline-8bit-counters", "pc-table", "trace-compares"]
    ]
)


def targets(named):
    """The targets with these names; all of them, if there are none."""
    every = sorted(path.name for path in CORPUS.iterdir())
    for name in named:
        if name not in every:
            sys.exit(f"there is no target {name}; there are {', '.join(every)}")
    return named or every


def build(own, settings=()):
    """Builds the fuzzer with these flags for Dateline itself, and returns its path."""
    env = dict(os.environ, RUSTC_WRAPPER=str(FUZZ / "rustc"), OWN=own, READERS=SANCOV)
    # Whoever shares flags among builds would instrument too much.
    env.pop("RUSTFLAGS", None)
    command = ["cargo", "build", "--profile", "fuzz", "--locked", "--quiet", "--package", "dateline-fuzz"]
    command += ["--target-dir", str(WORK / "build")]
    for setting in settings:
        command += ["--config", setting]
    subprocess.run(command, check=True, cwd=ROOT, env=env)
    return WORK / "build" / "fuzz" / "fuzz"


def fuzzer():
    return build(SANCOV)


def measured():
    """A program that notes the lines of Dateline that it runs. Cargo does not know of the flags of
    fuzz/rustc, so another setting tells the two builds apart."""
    return build("-Cinstrument-coverage", ["profile.fuzz.package.dateline.opt-level=0"])


def environment(target):
    # One thread: what an input does must not depend on the order of threads.
    return dict(os.environ, DATELINE_FUZZ=target, RAYON_NUM_THREADS="1", RUST_BACKTRACE="1")


def found(target):
    """The folder with the inputs that runs on this machine have found so far."""
    folder = WORK / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def failed(target):
    """The folder with the inputs that failed on this machine."""
    folder = WORK / "failed" / target
    folder.mkdir(parents=True, exist_ok=True)
    return folder
