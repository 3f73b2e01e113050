"""Learn what the surroundings of a passage change in what it says, written as `ami_cli/facts/prose/context_trees.tsv`.

    pip install scikit-learn
    python benchmarks/fit_context.py [--check] [--told FILE]

Every document of `benchmarks/prose/learnt` is weighed by what writers of the other four fifths wrote (as `fit_statements.py`
learns it); from that, and from what stands around each passage, trees are learnt by gradient boosting. `--check` writes nothing:
it lets the whole reading tell the documents of each fifth by what all others wrote, trees too, and prints the figures. `--told`
keeps what the passages say in a file, or takes it from there: it takes most of the time (some eight minutes).
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from fit_statements import LEARNT, STATES, UNSURE, Source, counted, fit, known_words, learnt_from, read_all, table_of
from prose import answers, print_figures
from sklearn.ensemble import HistGradientBoostingClassifier

from ami_cli.facts.prose import context, trees, understand
from ami_cli.facts.prose.kinds import kinds_of
from ami_cli.facts.prose.parts import parts_of
from ami_cli.facts.prose.pieces import Piece
from ami_cli.facts.prose.weights import Weighed
from ami_cli.models.facts import Page, Part

TREES = Path(context.__file__).with_name("context_trees.tsv")
FIFTHS = 5
NEVER_HELD = -1
HOW_MANY = 80
RATE = 0.14
OTHERS = 16
"""Where the figures of all other passages begin: the more these say it, and the more the passage does, the likelier it is."""
TOLD = {"references": "r", "availability": "a", "similar missions": "s", "firm": "f"}


def fifth_of(writer: str) -> int:
    """Return to which fifth a writer belongs; the tests' own sentences are in none, for they are always learnt from."""
    number = writer.removeprefix("w")
    return int(number) % FIFTHS if number.isdigit() else NEVER_HELD if writer == "said" else FIFTHS - 1


def told_by_others(source: Source) -> np.ndarray:
    """Return what every passage says by weights fitted to what writers of the other fifths wrote: passages by statements."""
    table = table_of(source.passages, known_words(source.passages))
    fifths = np.array([fifth_of(passage.writer) for passage in source.passages])
    told = np.zeros((len(source.passages), len(STATES)))
    for fifth in range(FIFTHS):
        for place, state in enumerate(STATES):
            chosen = np.array([n for n in learnt_from(source.passages, state) if fifths[n] != fifth])
            truth = np.array([source.passages[n].states[state] for n in chosen], dtype=float)
            weights = fit(table.rows(chosen), truth, counted(source, chosen))
            held = (fifths == fifth) | (fifths == NEVER_HELD)
            told[held, place] = (table.times(weights[:-1]) + weights[-1])[held]
        print("fifth", fifth + 1, file=sys.stderr, flush=True)
    return told


class Examples:
    """Passages that are read in context: figures, what each says of each statement, what it states, and the fifth of its writer."""

    def __init__(self, source: Source, told: np.ndarray) -> None:
        documents = defaultdict(list)
        for number, passage in enumerate(source.passages):
            documents[passage.document].append(number)
        rows, numbers = [], []
        for mine in documents.values():
            if len(mine) == 1:
                continue  # a passage alone has nothing around it
            pieces = [source.passages[number].piece for number in mine]
            chosen = [place for place, number in enumerate(mine) if told[number].max() > context.HEARD]
            if chosen:
                rows.append(context.figures(pieces, told[mine], chosen, part_of(pieces)))
                numbers += [mine[place] for place in chosen]
        self.rows = np.vstack(rows)
        self.told = told[numbers]
        self.states = np.array([[source.passages[number].states[state] for state in STATES] for number in numbers])
        self.counts = counted(source, np.array(numbers))
        self.fifths = np.array([fifth_of(source.passages[number].writer) for number in numbers])

    def learn(self, hold: int | None) -> list[str]:
        """Return the trees as lines of the table, learnt without the examples of one fifth."""
        lines = []
        for place in range(len(STATES)):
            mine = (self.told[:, place] > context.HEARD) & (self.states[:, place] != UNSURE) & (self.fifths != hold)
            more = np.zeros(context.FIGURES, int)
            more[[place, OTHERS + place]] = 1
            model = HistGradientBoostingClassifier(
                max_iter=HOW_MANY, learning_rate=RATE, max_depth=trees.DEPTH, min_samples_leaf=30, l2_regularization=1.0,
                monotonic_cst=more, early_stopping=False, random_state=0,
            )  # fmt: skip
            model.fit(self.rows[mine], self.states[mine, place], sample_weight=self.counts[mine])
            start = float(model._baseline_prediction.ravel()[0]) / HOW_MANY  # noqa: SLF001 - there is no public way to the trees
            lines += [line_of(place, one.nodes, start) for (one,) in model._predictors]  # noqa: SLF001 - as above
        return lines


def part_of(pieces: Sequence[Piece]) -> Part | None:
    pages = list(dict.fromkeys(piece.page for piece in pieces))
    parts = parts_of(pages, kinds_of(pages))
    return parts[0] if parts else None


def line_of(place: int, nodes: Any, start: float) -> str:
    """Return a tree as a line; where it asks less than it may, the question is one that all answer alike."""
    asked, bounds, said = [0] * trees.QUESTIONS, [0.0] * trees.QUESTIONS, [0.0] * (trees.QUESTIONS + 1)

    def fill(node: int, at: int) -> None:
        leaf = bool(nodes[node]["is_leaf"])
        if at >= trees.QUESTIONS:
            said[at - trees.QUESTIONS] = start + float(nodes[node]["value"])
            return
        if not leaf:
            asked[at], bounds[at] = int(nodes[node]["feature_idx"]), float(nodes[node]["num_threshold"])
        fill(node if leaf else int(nodes[node]["left"]), 2 * at + 1)
        fill(node if leaf else int(nodes[node]["right"]), 2 * at + 2)

    fill(0, 0)
    weights = [round(trees.SCALE * one) for one in said]
    return "\t".join(map(str, (place, *asked, *(f"{bound:.4f}" for bound in bounds), *weights)))


def write(lines: Sequence[str]) -> None:
    names = [f"{name} {number}" for name in ("figure", "bound") for number in range(1, trees.QUESTIONS + 1)]
    names += [f"answer {number}" for number in range(1, trees.QUESTIONS + 2)]
    TREES.write_text("\n".join(["\t".join(["statement", *names]), *lines, ""]), encoding="utf-8")


def check(source: Source, told: np.ndarray, examples: Examples) -> None:
    """Print how the whole reading tells the letters and CVs of each fifth by what all others wrote."""
    documents = defaultdict(list)
    for number, passage in enumerate(source.passages):
        if source.kinds[passage.document] in {"cv", "letter"}:
            documents[passage.document].append(number)
    table: Counter[tuple[str, bool, str]] = Counter()
    for fifth in range(FIFTHS):
        learnt = trees.read(examples.learn(fifth))
        for document, mine in documents.items():
            if fifth_of(source.passages[mine[0]].writer) == fifth:
                table += outcome(source, document, mine, told, learnt)
    print_figures(table, Counter(), Counter())


def outcome(
    source: Source, document: int, mine: Sequence[int], told: np.ndarray, learnt: trees.Trees
) -> Counter[tuple[str, bool, str]]:
    weighed = [Weighed(*row) for row in told[mine].tolist()]
    pages = {source.passages[number].piece.page.page.number: source.passages[number].piece.page.page for number in mine}

    def hear(pieces: Sequence[Piece], parts: Sequence[Part]) -> list[Weighed]:
        if len(pieces) != len(weighed):
            message = f"document {document} was cut otherwise than when it was weighed"
            raise ValueError(message)
        return context.in_context(pieces, weighed, parts, learnt)

    given = answers(understand(tuple(Page(number=n, text=pages[n].text) for n in sorted(pages)), hear=hear), references=1)
    truths = source.truths[document]
    asked = {name: truths[state] for name, state in TOLD.items() if state != "r" or source.kinds[document] == "letter"}
    return Counter((name, truth > 0, given[name]) for name, truth in asked.items() if truth != UNSURE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--told", type=Path)
    parser.add_argument("--data", type=Path, default=LEARNT)
    arguments = parser.parse_args()
    source = read_all(arguments.data)
    if arguments.told and arguments.told.exists():
        told = np.load(arguments.told)
    else:
        told = told_by_others(source)
        if arguments.told:
            np.save(arguments.told, told)
    examples = Examples(source, told)
    if arguments.check:
        check(source, told, examples)
    else:
        write(examples.learn(None))


if __name__ == "__main__":
    main()
