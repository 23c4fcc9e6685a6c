#!/usr/bin/env python3
"""Writes a made-up news timeline of N articles, in the front matter of Dateline or of a peer.

usage: corpus.py N FOLDER [dateline|hugo|zola]

The same N gives the same articles in every front matter, on every machine: what is random in
an article is drawn from its number alone. An article is some 4 KB of Markdown: an opening
paragraph, four sections, a list, a quote, a table in every eighth, links and emphasis; of a
day in 2015 to 2026, with 3 of 60 tags, 2 of 40 organisations, a stance and two sources. They
stand in FOLDER by their year. Needs nothing but Python 3.10 or later.
"""

import sys
from pathlib import Path
from random import Random

# The order of the words, and of the draws below, decides every byte.
WORDS = (
    "model weights open closed release strategy lab research compute licence market policy"
    " frontier training data safety benchmark agent reasoning inference chip cluster partner"
    " revenue enterprise developer community regulator export audit cloud price token context"
    " window multimodal preview general availability roadmap delay quarter analyst source"
    " report memo statement letter board founder chief scientist engineer hiring talent"
    " acquisition investment funding valuation subscription product assistant search browser"
    " device glasses startup rival competitor alliance standard protocol interface library"
    " framework distillation quantisation checkpoint architecture attention mixture expert"
    " dataset synthetic evaluation leaderboard claim rebuttal correction update timeline"
).split()
TAGS = [f"topic-{number:02}" for number in range(60)]
ORGANISATIONS = [f"Organisation {number:02}" for number in range(40)]
STANCES = ["open-source", "open-weight", "closed", "hybrid"]
FIRST_YEAR, YEARS = 2015, 12
KINDS = ("dateline", "hugo", "zola")


class Article:
    """The article of one number, as yet in nobody's format."""

    def __init__(self, number):
        self.slug = f"event-{number:06}"
        draw = self.draw = Random(number * 7919 + 17)
        blocks = [self.paragraph()]
        for _ in range(4):
            blocks += ["## " + self.words(4).capitalize(), self.paragraph()]
        blocks.insert(4, "\n".join(f"- {self.sentence()}" for _ in range(4)))
        blocks.insert(7, f"> {self.sentence()}")
        if number % 8 == 0:
            blocks.append(self.table())
        self.body = "\n\n".join(blocks) + "\n"
        year, month, day = self.year(), 1 + draw.randrange(12), 1 + draw.randrange(28)
        if year == 2026 and month > 10:
            year = 2025
        self.folder, self.date = f"{year}", f"{year}-{month:02}-{day:02}"
        self.title = f"{self.words(7).capitalize()} {number}"
        # Without its emphasis, and no further than its first link.
        self.summary = self.sentence().replace("*", "").replace("[", "").split("](")[0]
        self.tags = draw.sample(TAGS, 3)
        self.organisations = draw.sample(ORGANISATIONS, 2)
        self.stance = draw.choice(STANCES)

    def words(self, count):
        return " ".join(self.draw.choice(WORDS) for _ in range(count))

    def year(self):
        return FIRST_YEAR + self.draw.randrange(YEARS)

    def sentence(self):
        """8 to 22 words; in every fourth one is strong, in every seventh one is a link."""
        draw = self.draw
        words = self.words(draw.randint(8, 22)).split()
        if draw.random() < 0.25:
            at = draw.randrange(len(words))
            words[at] = f"**{words[at]}**"
        if draw.random() < 0.15:
            at = draw.randrange(len(words))
            words[at] = f"[{words[at]}](https://example.org/{draw.choice(WORDS)}/{draw.randrange(999)})"
        text = " ".join(words) + "."
        return text[0].upper() + text[1:]

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.draw.randint(3, 6)))

    def table(self):
        rows = (f"| {self.words(1)} | {self.draw.choice(STANCES)} | {self.year()} |" for _ in range(4))
        return "\n".join(["| Model | Stance | Year |", "|---|---|---|", *rows])

    def source(self, number):
        return [
            f'  - title: "Report {number} on {self.slug}"',
            f"    url: https://news.example.org/{self.slug}/{number}",
            "    publisher: Example Wire",
            f"    date: {self.date}",
        ]

    def front_matter(self, kind):
        """The lines between the fences."""
        zola = kind == "zola"
        title = [
            f'title: "{self.title}"',
            f"date: {self.date}",
            f'{"description" if zola else "summary"}: "{self.summary}"',
        ]
        terms = [f"tags: {listed(self.tags)}", f"organisations: {listed(self.organisations)}"]
        stance = f"stance: {self.stance}"
        if zola:
            return [*title, "taxonomies:", *(f"  {line}" for line in terms), "extra:", f"  {stance}"]
        if kind == "hugo":
            return [*title, *terms, stance]
        return [*title, *terms, stance, "sources:", *self.source(1), *self.source(2)]

    def text(self, kind):
        return "\n".join(["---", *self.front_matter(kind), "---", "", self.body])


def listed(names):
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def write(count, folders):
    """Writes the articles into the folder of each kind."""
    for number in range(count):
        article = Article(number)
        for kind, folder in folders.items():
            path = Path(folder, article.folder, f"{article.slug}.md")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article.text(kind), encoding="utf-8", newline="\n")


def main(arguments, write, usage):
    """The command of a script that writes articles: how many, into which folder, of which kind."""
    if len(arguments) not in (2, 3) or not arguments[0].isdecimal() or (kind := (*arguments, "dateline")[2]) not in KINDS:
        sys.exit(usage.strip())
    write(int(arguments[0]), {kind: arguments[1]})


if __name__ == "__main__":
    main(sys.argv[1:], write, __doc__)
