"""Weigh what sentences say: logistic regression with a ridge, written as `ami_cli/facts/prose/statement_weights.tsv`.

    python benchmarks/fit_statements.py

It learns from `benchmarks/prose/learnt`: sentences (`*.tsv`: what each states, its language, the heading above it, its words) and
documents (`*.txt`: what a sentence states stands in braces before it), each file by one writer, and from the sentences of
`tests/facts/prose/said.yaml`; never from the half kept aside. What surroundings change is learnt after it, by `fit_context.py`,
whose `--check` says what both are worth.
"""

import argparse
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import yaml

from ami_cli.facts.prose import traits
from ami_cli.facts.prose.pieces import Piece, pieces_of
from ami_cli.facts.prose.units import read
from ami_cli.models.facts import Page

ROOT = Path(__file__).parents[1]
LEARNT = ROOT / "benchmarks" / "prose" / "learnt"
SAID = ROOT / "tests" / "facts" / "prose" / "said.yaml"
WEIGHTS = ROOT / "ami_cli" / "facts" / "prose" / "statement_weights.tsv"
STATES = "asfr"
"""Availability, similar mission, firm, reference."""
UNSURE = -1
OFTEN = 2
"""A word or pair must stand in so many passages to be learnt."""
RARE = 0.7
"""How much more what is rare weighs: the power of the logarithm of its rarity."""
RIDGE = 0.015
SMALLEST = 1e-8
COUNTS = {"sentence": 1.0, "said": 4.0, "open": 10.0}
"""How much a sentence alone counts, one of the tests, and a passage of the open texts, which are of the sort that is measured;

that of another whole document, for that is how they come, 3.
"""
HOW_MUCH = {"apart": 0.25, "letters": 0.3, "above": 0.3}
"""How much each of these weighs beside a word: two words further apart, four letters of one, and two words above the passage.

There are so many that what they say of texts alike would drown what words say of all.
"""
FURTHEST = 2
LEAST = 8
"""A trait that weighs less for all of them is not kept."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
TAG = re.compile(r"\{([afsr?,]+)\}")


@dataclass
class Passage:
    """A piece, who wrote it, and what it states."""

    writer: str
    piece: Piece
    states: dict[str, int]
    document: int
    alone: bool
    """Whether it is the only piece of its sentence: which of several states it, nobody said."""


@dataclass
class Source:
    """All that is learnt from."""

    passages: list[Passage] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    """Of each document; "sentence" for a sentence."""
    truths: list[dict[str, int]] = field(default_factory=list)


def labels(told: str) -> dict[str, int]:
    states = dict.fromkeys(STATES, 0)
    for one in told.split(","):
        if one and one[0] in states:
            states[one[0]] = UNSURE if one.endswith("?") else 1
    return states


def take_sentence(source: Source, writer: str, line: str) -> None:
    told, _, heading, text = line.split("\t")
    before = f"{heading}\n\n" if heading else ""
    page = read(Page(number=1, text=before + text))
    pieces = [piece for piece in pieces_of((page,)) if place_in_source(piece) >= len(before)]
    for piece in pieces:
        source.passages.append(Passage(writer, piece, labels(told), len(source.kinds), len(pieces) == 1))
    source.kinds.append("sentence")
    source.truths.append(labels(told))


def place_in_source(piece: Piece) -> int:
    offsets = piece.page.folded.offsets
    return offsets[piece.start] if offsets else piece.start


def take_document(source: Source, writer: str, kind: str, tagged: str) -> None:
    text, tags = untagged(tagged)
    truth = dict.fromkeys(STATES, 0)
    start = 0
    passages: list[Passage] = []
    for number, words in enumerate(text.split("\f"), 1):
        page = read(Page(number=number, text=words))
        for piece in pieces_of((page,)):
            passages.append(Passage(writer, piece, dict.fromkeys(STATES, 0), len(source.kinds), alone=True))
            passages[-1].states["at"] = start + place_in_source(piece)
        start += len(words) + 1
    for place, told in tags:
        before = [one for one in passages if one.states["at"] <= place + 1]
        for state, value in labels(told).items():
            if before and value:
                before[-1].states[state] = max(value, before[-1].states[state])
            truth[state] = max(truth[state], 0) + 1 if value == 1 else truth[state] or value
    source.passages += passages
    source.kinds.append(kind)
    source.truths.append(truth)


def untagged(text: str) -> tuple[str, list[tuple[int, str]]]:
    plain, tags, last = "", [], 0
    for tag in TAG.finditer(text):
        plain += text[last : tag.start()]
        tags.append((len(plain), tag[1]))
        last = tag.end()
    return plain + text[last:], tags


def take_said(source: Source) -> None:
    """Take the texts of the tests: of each it is known whether, or how often, it states one thing, and nothing of the others."""
    said = yaml.safe_load(SAID.read_text(encoding="utf-8"))
    for state, name in zip("asf", ("availability", "similar-mission", "firm"), strict=True):
        for there, texts in said[name].items():
            states = dict.fromkeys(STATES, UNSURE) | {state: int(there == "sure")}
            for text in texts:
                pieces = pieces_of((read(Page(number=1, text=text)),))
                source.passages += [Passage("said", piece, states, len(source.kinds), len(pieces) == 1) for piece in pieces]
                source.kinds.append("said")
                source.truths.append(states)
    for told in said["reference"]:
        take_references(source, told["text"], told["number"])


def take_references(source: Source, text: str, number: int) -> None:
    """Take a text of which only the number of references is known: where it does not show which pieces they are, nobody said."""
    pieces = pieces_of((read(Page(number=1, text=text)),))
    for piece, told in zip(pieces, which_are_references(pieces, number), strict=True):
        states = dict.fromkeys(STATES, UNSURE) | {"r": told}
        source.passages.append(Passage("said", piece, states, len(source.kinds), alone=True))
    source.kinds.append("said")
    source.truths.append(dict.fromkeys(STATES, UNSURE))


def which_are_references(pieces: Sequence[Piece], number: int) -> list[int]:
    dated = [bool(YEAR.search(piece.cased)) for piece in pieces]
    if number == 0 or len(pieces) in {1, number}:
        return [min(number, 1)] * len(pieces)
    if len(pieces) == number + 1:
        return [0] + [1] * number
    return [1 if one and sum(dated) == number else UNSURE for one in dated]


def read_all(folder: Path) -> Source:
    source = Source()
    take_said(source)
    for file in sorted(folder.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            take_sentence(source, file.stem.partition("-")[0], line)
    for file in sorted(folder.glob("*.txt")):
        parts = re.split(r"(?m)^=== (.*)\n", file.read_text(encoding="utf-8"))
        for head, text in zip(parts[1::2], parts[2::2], strict=True):
            take_document(source, file.stem.partition("-")[0], head.split(" ")[0], text.strip("\n"))
    return source


def known_words(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the words, cut, that stand in lower case in several passages: all others are names when they have a capital."""
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update({traits.cut(word) for word in re.findall(r"(?<![A-Za-z])[a-z]+", passage.piece.cased)})
    return frozenset(word for word, count in counts.items() if count >= OFTEN)


@dataclass
class Table:
    """What each passage has, as rows of a sparse matrix."""

    names: list[str]
    rarity: np.ndarray
    columns: np.ndarray
    values: np.ndarray
    starts: np.ndarray

    def rows(self, chosen: np.ndarray) -> "Table":
        """Return some of the rows."""
        pieces = [slice(self.starts[row], self.starts[row + 1]) for row in chosen]
        columns = np.concatenate([self.columns[piece] for piece in pieces])
        values = np.concatenate([self.values[piece] for piece in pieces])
        lengths = [piece.stop - piece.start for piece in pieces]
        return Table(self.names, self.rarity, columns, values, np.concatenate([[0], np.cumsum(lengths)]))

    def times(self, weights: np.ndarray) -> np.ndarray:
        """Return what each row weighs."""
        return np.add.reduceat(self.values * weights[self.columns], self.starts[:-1])

    def gathered(self, by_row: np.ndarray) -> np.ndarray:
        """Return, trait by trait, the sum of a figure of each row."""
        return np.bincount(self.columns, weights=self.values * np.repeat(by_row, np.diff(self.starts)), minlength=len(self.names))


def table_of(passages: Sequence[Passage], known: frozenset[str], only: frozenset[str] | None = None) -> Table:
    """Return how often each passage has each trait, times its rarity, the rows brought to one length."""
    counted = [Counter(traits_of(passage.piece, known)) for passage in passages]
    spread: Counter[str] = Counter()
    for one in counted:
        spread.update(one.keys())
    names = sorted(name for name, count in spread.items() if count >= OFTEN and (only is None or name in only))
    number = {name: place for place, name in enumerate(names)}
    rarity = np.array([math.log(len(passages) / spread[name]) ** RARE * HOW_MUCH.get(sort(name), 1.0) for name in names])
    columns: list[int] = []
    values: list[float] = []
    starts = [0]
    for one in counted:
        mine = [(number[name], count) for name, count in one.items() if name in number]
        mass = math.sqrt(sum(count * rarity[place] ** 2 for place, count in mine)) or 1.0
        columns += [place for place, _ in mine]
        values += [count * rarity[place] / mass for place, count in mine]
        starts.append(len(columns))
    return Table(names, rarity, np.array(columns), np.array(values), np.array(starts))


def sort(name: str) -> str:
    """Return the sort of a trait, as `HOW_MUCH` names it."""
    if name[0] == "~":
        return "letters"
    if name[0] == ">":
        return "above" if " " in name else "word above"
    two = traits.pair(name)
    return "apart" if two and two[2] == FURTHEST else "other"


def traits_of(piece: Piece, known: frozenset[str]) -> Iterator[str]:
    tokens = traits.tokens(piece.cased)
    words = {token: traits.word_of(token, known.__contains__) for token in tokens}
    for whole, word in dict.fromkeys((token.lower() if words[token] != traits.NAME else "", words[token]) for token in tokens):
        yield word
        yield from traits.letters(whole)
    kept = traits.joined([words[token] for token in tokens])
    yield from traits.pairs(kept)
    yield from traits.above(piece.lead, known.__contains__)
    yield from traits.shape(piece, len(kept))


def counted(source: Source, chosen: np.ndarray) -> np.ndarray:
    passages = (source.passages[number] for number in chosen)
    return np.array([COUNTS.get(one.writer) or COUNTS.get(source.kinds[one.document], 3.0) for one in passages])


def fit(table: Table, truth: np.ndarray, heavy: np.ndarray) -> np.ndarray:
    """Return the weights, the last that of any text: L-BFGS on the loss of a logistic regression with a ridge."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = table.times(weights[:-1]) + weights[-1]
        chance = 1 / (1 + np.exp(-margin))
        value = float((heavy * (np.logaddexp(0, margin) - truth * margin)).sum() + RIDGE / 2 * (weights[:-1] ** 2).sum())
        away = heavy * (chance - truth)
        slope = np.append(table.gathered(away) + RIDGE * weights[:-1], away.sum())
        return value, slope

    return minimum(loss, np.zeros(len(table.names) + 1))


def minimum(
    loss: Callable[[np.ndarray], tuple[float, np.ndarray]], weights: np.ndarray, rounds: int = 120, memory: int = 10
) -> np.ndarray:
    value, slope = loss(weights)
    steps: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(rounds):
        direction = -descent(slope, steps)
        size = 1.0 if steps else 1 / max(1.0, np.abs(slope).sum() ** 0.5)
        while True:
            there, its_slope = loss(weights + size * direction)
            if there <= value + 1e-4 * size * (slope @ direction) or size < SMALLEST:
                break
            size /= 2
        steps = [*steps[-memory + 1 :], (size * direction, its_slope - slope)]
        if value - there < 1e-6 * abs(value):
            return weights + size * direction
        weights, value, slope = weights + size * direction, there, its_slope
    return weights


def descent(slope: np.ndarray, steps: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    direction = slope.copy()
    shares = []
    for step, change in reversed(steps):
        share = (step @ direction) / (step @ change)
        shares.append(share)
        direction -= share * change
    if steps:
        step, change = steps[-1]
        direction *= (step @ change) / (change @ change)
    for (step, change), share in zip(steps, reversed(shares), strict=True):
        direction += step * (share - (change @ direction) / (step @ change))
    return direction


def learnt_from(passages: Sequence[Passage], state: str) -> np.ndarray:
    """Return the numbers of the passages that one learns from."""
    return np.array(
        [
            number
            for number, passage in enumerate(passages)
            if passage.states[state] != UNSURE and (passage.alone or not passage.states[state])
        ]
    )


def write(source: Source) -> None:
    """Fit all that was learnt from, then once more what weighs enough to be kept."""
    known = known_words(source.passages)
    whole = table_of(source.passages, known)
    fitted = fit_all(source, whole)
    most = np.abs(fitted[:, :-1] * whole.rarity).max(axis=0)
    kept = frozenset(name for name, weight in zip(whole.names, most, strict=True) if weight >= LEAST or name in known)
    table = table_of(source.passages, known, kept)
    fitted = fit_all(source, table)
    with WEIGHTS.open("w", encoding="utf-8") as out:
        out.write("trait\tapart\tand\tavailability\tsimilar\tfirm\treference\tlength\n")
        out.write("any text\t\t\t" + "\t".join(str(round(100 * weight)) for weight in fitted[:, -1]) + "\t0\n")
        for place, name in enumerate(table.names):
            row = (*(fitted[:, place] * table.rarity[place]), table.rarity[place] ** 2)
            one, other, apart = traits.pair(name) or (name, "", "")
            out.write(f"{one}\t{apart}\t{other}\t" + "\t".join(str(round(100 * weight)) for weight in row) + "\n")
    print(len(table.names), "traits kept of", len(whole.names), file=sys.stderr)


def fit_all(source: Source, table: Table) -> np.ndarray:
    fitted = []
    for state in STATES:
        chosen = learnt_from(source.passages, state)
        truth = np.array([source.passages[number].states[state] for number in chosen], dtype=float)
        fitted.append(fit(table.rows(chosen), truth, counted(source, chosen)))
    return np.array(fitted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=LEARNT)
    arguments = parser.parse_args()
    source = read_all(arguments.data)
    print(len(source.passages), "passages of", len(source.kinds), "documents and sentences", file=sys.stderr)
    write(source)


if __name__ == "__main__":
    main()
