#!/usr/bin/env python3
"""Times `dateline serve`: from a save to the page that shows it.

usage: serve.py [--articles N] [--material newsroom|corpus] [--saves N] [--style place|rename|both] [--dateline PROGRAM]
                [--folder FOLDER]

Makes a site of N articles (newsroom.py or corpus.py), serves it, and saves one article after another: at a save
the clock starts; the server says on its channel that pages are others; the page is asked for; the
clock stops when it shows the new text. Medians of the run, with the least and the most. The
server listens on loopback only. Needs nothing but Python 3.10 or later.
"""

import argparse
import http.client
import json
import os
import queue
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--material", choices=["corpus", "newsroom"], default="newsroom")
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--style", choices=["place", "rename", "both"], default="both")
    parser.add_argument("--dateline", default=str(HERE.parent / "target/dist/dateline"))
    parser.add_argument("--folder", help="a site that was made for this before; kept")
    return parser.parse_args()


def make(folder, material, articles):
    shutil.copy(HERE / "peers/dateline/site.yaml", folder / "site.yaml")
    write = [sys.executable, HERE / f"{material}.py", str(articles), folder / "content", "dateline"]
    subprocess.run(write, check=True)


class Server:
    """The program at work, and what it says."""

    def __init__(self, program, root):
        self.began = time.perf_counter()
        command = [program, "serve", "--root", str(root), "--port", "0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://localhost:(\d+)(/\S*)", line):
                self.port, self.base = int(found[1]), found[2]
                break
        else:
            sys.exit("the server ended before it served")
        self.started = time.perf_counter() - self.began

    def get(self, path):
        page = http.client.HTTPConnection("127.0.0.1", self.port)
        page.request("GET", path)
        text = page.getresponse().read().decode()
        page.close()
        return text

    def channel(self):
        token = re.search(r'\["([0-9a-f]{64})"', self.get("/.dateline/live.js"))[1]
        channel = http.client.HTTPConnection("127.0.0.1", self.port)
        channel.request("GET", f"/.dateline/news/{token}")
        return Channel(channel.getresponse())

    def memory(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024

    def end(self):
        self.process.send_signal(2)
        return self.process.wait(timeout=30)


class Channel:
    """What the server says of changes."""

    def __init__(self, stream):
        self.said = queue.Queue()
        threading.Thread(target=self.hear, args=[stream], daemon=True).start()

    def hear(self, stream):
        while line := stream.fp.readline():
            if line.startswith(b"data:"):
                self.said.put(json.loads(line[5:]))

    def news(self):
        return self.said.get(timeout=60)

    def forget(self):
        while not self.said.empty():
            self.said.get()


def save(path, text, style):
    if style == "place":
        path.write_text(text)
    else:
        other = path.with_name(f".{path.name}.swp")
        other.write_text(text)
        os.replace(other, path)


def main():
    args = arguments()
    with tempfile.TemporaryDirectory(prefix="dateline-serve-") as made:
        root = Path(args.folder or made)
        if not (root / "site.yaml").exists():
            root.mkdir(parents=True, exist_ok=True)
            make(root, args.material, args.articles)
        server = Server(args.dateline, root)
        try:
            measure(args, root, server)
        finally:
            code = server.end()
        if code != 0:
            sys.exit(f"the server ended with {code}")


def measure(args, root, server):
    files = sorted((root / "content").rglob("event-*.md"))
    print(f"{len(files):,} articles: serves after {server.started:.2f} s, {server.memory()} MiB")
    channel = server.channel()
    channel.news()
    random = Random(1)
    for style in ["place", "rename"] if args.style == "both" else [args.style]:
        told, shown = [], []
        for number in range(args.saves):
            path = random.choice(files)
            word = f"saved-{style}-{number}"
            before = path.read_text()
            text = re.sub(r"(?m)^title: .*$", f"title: {word}", before, count=1)
            address = f"{server.base}{path.stem}/"
            channel.forget()
            began = time.perf_counter()
            save(path, text + f"\n{word}\n", style)
            while True:
                said = channel.news()
                if said["faults"]:
                    sys.exit(f"errors: {said['faults'][0]['text']}")
                heard = time.perf_counter()
                if server.get(address).count(word) >= 2:
                    break
            ended = time.perf_counter()
            told.append((heard - began) * 1000)
            shown.append((ended - began) * 1000)
            path.write_text(before)
            # An editor pauses between two saves.
            time.sleep(1.5)
        print(
            f"  {'written in place' if style == 'place' else 'renamed over':17}"
            f" told {statistics.median(told):.0f} ms;"
            f" page shown {statistics.median(shown):.0f}"
            f" ({min(shown):.0f} to {max(shown):.0f}) ms, median of {len(shown)}"
        )
    print(f"  {server.memory()} MiB afterwards")


main()
