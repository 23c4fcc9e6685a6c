#!/usr/bin/env python3
"""Writes a made-up newsroom of N articles that has the statistics of real ones.

usage: newsroom.py N FOLDER [dateline|hugo|zola]

corpus.py has 93 words and 40 organisations, so that what costs by vocabulary and by terms does not
show there. Here
- words follow Zipf's law (exponent 1.05) over 400,000 forms, so that N articles have about as many
  different words as N articles of news (Heaps' law);
- terms have a heavy tail: organisations, people and tags of 6,000, 9,000 and 3,000, two to eight an
  article; most have one entry, and a few have thousands;
- texts have 150 to 1,500 words (log-normal, median 420) and 0 to 12 sources;
- dates have every precision (70 % are days), most of them in the last two years;
- Dateline's also have certainties, expected entries, updates of earlier ones, and corrections.

The same N gives the same articles on every machine.
"""

import sys
from bisect import bisect_left
from itertools import accumulate
from pathlib import Path
from random import Random

sys.dont_write_bytecode = True
from corpus import listed, main  # noqa: E402 (no cache of it beside the sources)

ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w".split()
VOWELS = "a e i o u ai ea ee ie oa oo ou".split()
CODAS = ["", "", "", *"b ck d f g l ll m n nd ng nt p r rd rn rt s sh ss st t th x".split()]
ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ers", "ly", "ment", "ments", "ion", "ions", "al", "ness", "able"]
BODIES = ["Labs", "AI", "Group", "Institute", "Commission", ""]

# Of forms, the first have no ending.
SHORT = 800


class Zipf:
    """Draws ranks from 0; the weight of rank k is 1 / (k + 2.7) ** exponent."""

    def __init__(self, count, exponent):
        self.sums = list(accumulate((k + 2.7) ** -exponent for k in range(count)))

    def draw(self, random):
        return bisect_left(self.sums, random.random() * self.sums[-1])


FORMS = Zipf(400_000, 1.05)
TERMS = {"organisations": Zipf(6_000, 1.0), "people": Zipf(9_000, 0.95), "tags": Zipf(3_000, 1.0)}


def word(rank, known={}):
    """The form of a rank: short for what is frequent, a stem with an ending for the rest."""
    if rank not in known:
        stem, ending = (rank, "") if rank < SHORT else divmod(rank + 12_000, len(ENDINGS))
        ending = ENDINGS[ending] if rank >= SHORT else ""
        random = Random(stem * 2_654_435_761 % 2**32)
        syllables = 1 if stem < 400 else 2 if stem < 9_000 else 3
        known[rank] = "".join(random.choice(ONSETS) + random.choice(VOWELS) + random.choice(CODAS) for _ in range(syllables)) + ending
    return known[rank]


def form(random):
    return word(FORMS.draw(random))


def term(taxonomy, random):
    rank = TERMS[taxonomy].draw(random)
    if taxonomy == "organisations":
        return f"{word(900 + rank * 7).capitalize()} {BODIES[rank % 6]}".strip()
    if taxonomy == "people":
        return f"{word(1_200 + rank % 700).capitalize()} {word(40_000 + rank * 3).capitalize()}"
    return f"{word(500 + rank)}-{word(1_000 + rank * 5)}" if rank % 3 else word(500 + rank)


def sentence(random):
    words = [form(random) for _ in range(max(4, int(random.gauss(17, 6))))]
    if random.random() < 0.1:
        at = random.randrange(len(words))
        words[at] = f"[{words[at]}](https://example.org/{form(random)})"
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def body(random):
    left, blocks = min(1_500, max(150, int(random.lognormvariate(6.04, 0.55)))), []
    while left > 0:
        sentences = [sentence(random) for _ in range(random.randint(2, 5))]
        left -= sum(text.count(" ") + 1 for text in sentences)
        kind = random.random()
        if kind < 0.12 and blocks:
            blocks.append("## " + " ".join(form(random) for _ in range(4)).capitalize())
        if kind > 0.95:
            blocks.append("> " + sentences[0])
        elif kind > 0.9:
            blocks.append("\n".join("- " + text for text in sentences))
        else:
            blocks.append(" ".join(sentences))
    return blocks


def date(random):
    """The day, and the date as it is stated: of any precision."""
    year = 2026 - min(25, int(random.expovariate(0.45)))
    month, day, kind = random.randint(1, 12 if year < 2026 else 10), random.randint(1, 28), random.random()
    exact = f"{year}-{month:02}-{day:02}"
    forms = [
        (0.7, exact),
        (0.82, f"{year}-{month:02}"),
        (0.87, f"{year}-Q{(month + 2) // 3}"),
        (0.91, str(year)),
        (0.94, f"{exact}~"),
        (0.97, f"{exact}/{year}-{month:02}-{min(28, day + 9):02}"),
        (1, f"{year}-{month:02}/.."),
    ]
    return exact, next(stated for most, stated in forms if kind < most)


class Article:
    """One article; what is drawn after it was made is drawn in the order of its front matter."""

    def __init__(self, number):
        self.random = random = Random(number * 7_919 + 29)
        self.number, self.slug = number, f"event-{number:06}"
        self.exact, self.date = date(random)
        counts = [("organisations", random.randint(1, 4)), ("people", random.randint(0, 3)), ("tags", random.randint(2, 8))]
        self.terms = {taxonomy: sorted({term(taxonomy, random) for _ in range(count)}) for taxonomy, count in counts}
        self.title = " ".join(form(random) for _ in range(random.randint(5, 11))).capitalize()
        self.summary = sentence(random).split("[")[0].rstrip(" .") + "."
        self.body = body(random)

    def grades(self):
        certainty = self.random.choices(["confirmed", "reported", "rumoured", "disputed"], [6, 3, 1, 0.3])[0]
        return certainty, self.random.choices([1, 2, 3, 4, 5], [1, 3, 6, 3, 1])[0]

    def publishers(self):
        return [term("organisations", self.random) for _ in range(min(12, int(self.random.expovariate(0.45))))]

    def has_plan(self):
        return self.random.random() < 0.2


def promises(number, known={}):
    """Whether an article lists an expected entry, so that `updates` name only what is there."""
    if number not in known:
        article = Article(number)
        article.grades()
        article.publishers()
        known[number] = article.has_plan()
    return known[number]


def dateline(article):
    random, slug, exact = article.random, article.slug, article.exact
    certainty, importance = article.grades()
    lines = [f"id: {slug}", f'title: "{article.title}"', f"date: {article.date}", f"published: {exact}T08:00:00Z", f'summary: "{article.summary}"']
    lines += [f"{taxonomy}: {listed(names)}" for taxonomy, names in article.terms.items() if names]
    lines += [f"certainty: {certainty}", f"importance: {importance}"]
    sources = [
        f'  - {{id: s{k}, title: "Report {k} on {slug}", url: "https://news.example.org/{slug}/{k}", publisher: "{publisher}", date: {exact}}}'
        for k, publisher in enumerate(article.publishers())
    ]
    lines += ["sources:", *sources] if sources else []
    if article.has_plan():
        lines += ["entries:", f'  - {{id: plan-{article.number:06}, title: "Plan of {slug}", date: 2027-{random.randint(1, 12):02}, status: expected}}']
    if article.number > 50 and random.random() < 0.12:
        earlier = article.number - random.randint(1, 50)
        if promises(earlier):
            lines += ["updates:", f"  - {{entry: plan-{earlier:06}, date: 2027-Q{random.randint(1, 4)}}}"]
    if random.random() < 0.03:
        lines += ["corrections:", f'  - {{date: {exact}, kind: correction, text: "An earlier version had another number."}}']
    return lines


def hugo(article):
    lines = [f'title: "{article.title}"', f"date: {article.exact}", f'summary: "{article.summary}"']
    return lines + [f"{taxonomy}: {listed(names)}" for taxonomy, names in article.terms.items() if names]


def zola(article):
    lines = [f'title: "{article.title}"', f"date: {article.exact}", f'description: "{article.summary}"', "taxonomies:"]
    return lines + [f"  {taxonomy}: {listed(names)}" for taxonomy, names in article.terms.items()]


def write(count, folders):
    """Writes the articles into the folder of each kind."""
    fronts = {"dateline": dateline, "hugo": hugo, "zola": zola}
    for number in range(count):
        article = Article(number)
        text = "\n\n".join(article.body)
        # Last, because it draws further.
        for kind in sorted(folders, key=lambda kind: kind == "dateline"):
            folder = Path(folders[kind], article.exact[:4])
            folder.mkdir(parents=True, exist_ok=True)
            front = "\n".join(fronts[kind](article))
            (folder / f"{article.slug}.md").write_text(f"---\n{front}\n---\n\n{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:], write, __doc__)
