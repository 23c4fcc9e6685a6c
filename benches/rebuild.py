#!/usr/bin/env python3
"""Times builds that go on from the last one: what an editor waits for.

usage: rebuild.py [--articles 10000 100000] [--material newsroom|corpus] [--runs 5] --binary FILE
                  [--work FOLDER]

For each size, over the articles of newsroom.py or corpus.py, each `--runs` times: a clean build, a build where
nothing changed, one after a line was added to one article's text, and one after one
article's title changed. Printed are medians: seconds from the start of the process to its end,
seconds of processor time, peak memory, and how many files were written. Before each
run it waits until the stamps of the files tell (a tenth of a second) and calls sync(), outside of
the timing. Needs some 4 GB of disk for 100,000 articles, and 3 GB more for each further run.
"""

import argparse
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
import newsroom  # noqa: E402

MATERIAL = {"corpus": corpus, "newsroom": newsroom}
HERE = Path(__file__).resolve().parent


def build(binary, project):
    """One build: seconds, processor seconds, MiB, how many files it says that it wrote."""
    time.sleep(0.1)
    os.sync()
    command = [str(binary), "--root", str(project), "build"]
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{' '.join(command)}: exit code {child.returncode}")
        out.seek(0)
        said = out.read().decode()
    did = re.search(r"([\d,]+) new, ([\d,]+) changed", said)
    written = sum(int(n.replace(",", "")) for n in did.groups()) if did else 0
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return wall, usage.ru_utime + usage.ru_stime, memory / 2**20, written


def say(what, runs):
    wall, cpu, memory = (median(run[n] for run in runs) for n in range(3))
    written = runs[-1][3]
    print(f"{what:<26} {wall:7.2f} s  {cpu:7.2f} s  {memory:6.0f} MiB  {written:>7}", flush=True)


def measure(binary, material, articles, runs, project):
    material.write(articles, {"dateline": project / "content"})
    shutil.copy(HERE / "peers" / "dateline" / "site.yaml", project)
    print(f"{articles:,} articles {'wall':>12} {'CPU':>11} {'peak':>11} {'written':>11}")

    def anew(n):
        # Moved, not deleted: a file system may be slow after a large tree has gone.
        for name in ("public", ".dateline"):
            if (project / name).exists():
                (project / name).rename(project / f"old-{name}-{n}")
        return build(binary, project)

    say("clean", [anew(n) for n in range(runs)])
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
    parser.add_argument("--material", choices=sorted(MATERIAL), default="newsroom")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=HERE.parent / "target" / "bench")
    wants = parser.parse_args()
    wants.work.mkdir(parents=True, exist_ok=True)
    for articles in wants.articles:
        with tempfile.TemporaryDirectory(prefix="rebuild-", dir=wants.work) as folder:
            measure(wants.binary.resolve(strict=True), MATERIAL[wants.material], articles, wants.runs, Path(folder))


if __name__ == "__main__":
    main()
