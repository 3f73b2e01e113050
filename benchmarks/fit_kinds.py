"""Weigh the signs of a CV and of a letter: logistic regression with a ridge, written as `ami_cli/facts/prose/kind_weights.py`.

    python benchmarks/fit_kinds.py

It learns from the documents of `benchmarks/prose/learnt` (those of the open half among them), from `kinds.yaml` and `notices.yaml`
of `tests/facts/prose` and from this project's own pages; never from the half kept aside. On stderr: how often a fifth of the
documents is told right by the other four fifths.
"""

import re
import sys
from pathlib import Path

import numpy as np
import yaml

from ami_cli.facts.prose.signs import SIGNS, Text, signs_of
from ami_cli.facts.prose.units import read
from ami_cli.models.facts import Page

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "ami_cli" / "facts" / "prose" / "kind_weights.py"
TESTS = ROOT / "tests" / "facts" / "prose"
RIDGE = 0.6
AGAINST = {
    "manual": -1.5,
    "paper": -1.0,
    "to applicants": -1.5,
    "call": -0.3,
    "many pages": -2.0,
    "memo": -1.5,
    "form": -1.0,
    "paid": -1.2,
}
AGAINST |= {"official": -1.0, "report": -1.0, "few words": -1.0}
EXPECTED = {
    "cv": AGAINST
    | {
        "cv title": 1.0,
        "experience": 0.7,
        "education": 0.7,
        "skills": 0.5,
        "languages": 0.7,
        "sections": 2.8,
        "told of another": 1.0,
        "name first": 0.5,
        "salutation": -1.5,
    },
    "letter": AGAINST
    | {"salutation": 1.0, "closing": 1.0, "letter title": 1.8, "cv title": -0.5, "sections": -0.7, "to applicants": -2.5},
}
"""Where the ridge pulls to: what any reader knows, and what is too rare in these texts to be learnt from them."""
FOLDS = 5
TAG = re.compile(r"\{[afsr?,]+\}")
"""What says, in those documents, what a sentence states."""
HARD = 8
"""How much a short text written to be mistaken for a CV or a letter counts."""


def documents() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for file in sorted((ROOT / "benchmarks/prose/learnt").glob("*.txt")):
        parts = re.split(r"(?m)^=== (.*)\n", file.read_text(encoding="utf-8"))
        found += [(head.split(" ")[0], TAG.sub("", text)) for head, text in zip(parts[1::2], parts[2::2], strict=True)]
    for one in yaml.safe_load((TESTS / "kinds.yaml").read_text(encoding="utf-8")):
        found += [(one["kind"], one["text"])] * (HARD if one["kind"] not in {"cv", "letter"} else 1)
    found += [("other", text) for text in yaml.safe_load((TESTS / "notices.yaml").read_text(encoding="utf-8"))] * (3 * HARD)
    found += [("other", page.read_text(encoding="utf-8")[:12_000]) for page in sorted(ROOT.glob("*.md"))]
    found += [
        ("other", chapter) for page in sorted(ROOT.glob("*.md")) for chapter in page.read_text(encoding="utf-8").split("\n## ")[1:9]
    ]
    return found


def table(texts: list[str]) -> np.ndarray:
    rows = []
    for text in texts:
        pages = tuple(read(Page(number=number, text=page)) for number, page in enumerate(text.split("\f"), 1))
        signs = signs_of(Text(pages))
        rows.append([*(signs[name] for name in SIGNS), 1.0])
    return np.array(rows)


def fit(signs: np.ndarray, truth: np.ndarray, kind: str) -> np.ndarray:
    weights = np.zeros(signs.shape[1])
    ridge = np.eye(len(weights)) * RIDGE
    ridge[-1, -1] = 1e-6
    expected = np.array([EXPECTED[kind].get(name, 0.0) for name in [*SIGNS, "any text"]])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (chance - truth) + ridge @ (weights - expected)
        curve = (signs * (chance * (1 - chance))[:, None]).T @ signs + ridge
        weights -= np.linalg.solve(curve, slope)
    return weights


def check(signs: np.ndarray, kinds: list[str], texts: list[str], kind: str) -> None:
    truth = np.array([float(one == kind) for one in kinds])
    groups = {text: place % FOLDS for place, text in enumerate(dict.fromkeys(texts))}
    fold = np.array([groups[text] for text in texts])
    chance = np.zeros(len(truth))
    for number in range(FOLDS):
        weights = fit(signs[fold != number], truth[fold != number], kind)
        chance[fold == number] = 1 / (1 + np.exp(-signs[fold == number] @ weights))
    print(f"{kind}: {(np.round(chance) == truth).mean():.1%} of {len(truth)} told right", file=sys.stderr)


def main() -> None:
    kinds, texts = map(list, zip(*documents(), strict=True))
    signs = table(texts)
    lines = ['"""How much each sign weighs for a kind. Written by `benchmarks/fit_kinds.py`."""', ""]
    for kind in ("cv", "letter"):
        check(signs, kinds, texts, kind)
        weights = fit(signs, np.array([float(one == kind) for one in kinds]), kind)
        named = zip([*SIGNS, "any text"], weights, strict=True)
        lines += [f"{kind.upper()} = {{", *(f'    "{name}": {weight:.2f},' for name, weight in named), "}"]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
