#!/usr/bin/env python3
"""Times builds that go on from the last one: what an editor waits for.

usage: rebuild.py [--articles 10000 100000] [--runs 5] --binary FILE [--work FOLDER]

For each size, over the articles of corpus.py: a clean build, then, each `--runs` times, a build
where nothing changed, one after a line was added to one article's text, and one after one
article's title changed. Printed are medians: seconds from the start of the process to its end,
seconds of processor time, peak memory, and how many pages were rendered and written. Before each
run it waits until the stamps of the files tell (a tenth of a second) and calls sync(), outside of
the timing. Needs some 2 GB of disk for 100,000 articles.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.dont_write_bytecode = True
import corpus  # noqa: E402 (no cache of it beside the sources)

HERE = Path(__file__).resolve().parent


def build(binary, project):
    """One build: seconds, processor seconds, MiB, what it says that it did."""
    time.sleep(0.1)
    os.sync()
    command = [str(binary), "--root", str(project), "--format", "json", "build"]
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{' '.join(command)}: exit code {child.returncode}")
        out.seek(0)
        did = json.loads(out.read().splitlines()[-1])["build"]
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return wall, usage.ru_utime + usage.ru_stime, memory / 2**20, did


def say(what, runs):
    wall, cpu, memory = (median(run[n] for run in runs) for n in range(3))
    did = runs[-1][3]
    print(f"{what:<26} {wall:7.2f} s  {cpu:7.2f} s  {memory:6.0f} MiB  {did['rendered']:>7} {did['written']:>7}", flush=True)


def measure(binary, articles, runs, project):
    corpus.write(articles, {"dateline": project / "content"})
    shutil.copy(HERE / "peers" / "dateline" / "site.yaml", project)
    print(f"{articles:,} articles {'wall':>12} {'CPU':>11} {'peak':>11} {'rendered':>12} {'written':>7}")
    say("clean", [build(binary, project)])
    # The files are young still: this one looks at them once more.
    build(binary, project)
    say("nothing changed", [build(binary, project) for _ in range(runs)])
    one = sorted((project / "content").rglob("*.md"))[articles // 2]

    def edited(change):
        one.write_text(change(one.read_text()))
        return build(binary, project)

    say("one text changed", [edited(lambda text: text + "\nOne more line.\n") for _ in range(runs)])
    titles = iter(range(runs))
    title = lambda text: re.sub(r"(?m)^title: .*$", f"title: Renamed {next(titles)}", text, count=1)
    say("one title changed", [edited(title) for _ in range(runs)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=HERE.parent / "target" / "bench")
    wants = parser.parse_args()
    wants.work.mkdir(parents=True, exist_ok=True)
    for articles in wants.articles:
        with tempfile.TemporaryDirectory(prefix="rebuild-", dir=wants.work) as folder:
            measure(wants.binary.resolve(strict=True), articles, wants.runs, Path(folder))


if __name__ == "__main__":
    main()
