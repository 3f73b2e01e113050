"""How well statements in prose are found: figures for each half of the data set.

    python benchmarks/prose.py [--half open|kept|last|bounds|unseen|all] [--show] [--flat]

`--show` lists every document that is wrong (not for those kept aside); `--flat` takes the blank lines out of the texts,
as text drawn from a PDF often has none.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ami_cli.facts.prose import Understanding, best_kind, understand
from ami_cli.models.facts import Page

DATA = Path(__file__).parent / "prose"
HALVES = ("open", "kept", "last", "bounds", "unseen")
NEEDED = 2
SURE = 0.9


def documents(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.yaml")):
        yield from yaml.safe_load(file.read_text(encoding="utf-8"))


def pages(text: str, *, flat: bool) -> tuple[Page, ...]:
    if flat:
        text = "\n".join(line.strip() for line in text.replace("\f", "\n\f\n").split("\n") if line.strip(" ")).replace(
            "\n\f\n", "\f"
        )
    return tuple(Page(number=number, text=page) for number, page in enumerate(text.split("\f"), 1))


def answers(understanding: Understanding, references: int = NEEDED) -> dict[str, str]:
    """Return, for each statement that a call asks for with so many references, what the rules make of what was found."""
    by_kind: dict[str, list[bool]] = {}
    for statement in understanding.stated:
        by_kind.setdefault(statement.what, []).append(statement.sure)
    firm = by_kind.get("firm", []) + by_kind.get("independent", [])
    return {
        "references": _answer(by_kind.get("reference", []), references),
        "availability": _answer(by_kind.get("availability", []), 1),
        "similar missions": _answer(by_kind.get("similar-mission", []), 1),
        "firm": _answer(firm, 1),
    }


def _answer(found: list[bool], needed: int) -> str:
    if sum(found) >= needed:
        return "met"
    return "not_met" if all(found) else "to_verify"


def truths(document: dict[str, Any]) -> dict[str, bool]:
    truth = document.get("truth") or {}
    present: dict[str, bool] = {}
    if truth.get("references") is not None:
        present["references"] = truth["references"] >= NEEDED
    if truth.get("availability") is not None:
        present["availability"] = bool(truth["availability"])
    if truth.get("similar_missions") is not None:
        present["similar missions"] = bool(truth["similar_missions"])
    if "firm" in truth:
        present["firm"] = truth["firm"] is not None
    return present


def measure(folder: Path, *, show: bool, flat: bool) -> None:
    table: Counter[tuple[str, bool, str]] = Counter()
    kinds: Counter[tuple[str, str, bool]] = Counter()
    languages: Counter[bool] = Counter()
    for document in documents(folder):
        understanding = understand(pages(document["text"], flat=flat))
        kind, confidence = best_kind(understanding.kinds)
        kinds[document["kind"], str(kind), confidence >= SURE] += 1
        languages[understanding.language == document["language"]] += 1
        wrong = []
        if str(kind) != document["kind"] or understanding.language != document["language"]:
            wrong.append(f"kind {document['kind']} read as {kind} {confidence}, language {understanding.language}")
        given = answers(understanding)
        for name, present in truths(document).items():
            table[name, present, given[name]] += 1
            if present != (given[name] == "met") and (present or given[name] == "met"):
                wrong.append(f"{name}: {'present' if present else 'absent'}, called {given[name]}")
        if show and wrong:
            print(document["id"], *wrong, sep="\n    ")
    print_figures(table, kinds, languages)


def print_figures(table: Counter[tuple[str, bool, str]], kinds: Counter[tuple[str, str, bool]], languages: Counter[bool]) -> None:
    print(f"{'statement':<18}{'present':>8}{'not_met':>9}{'to_verify':>10}{'':>8}{'absent':>8}{'met':>6}{'':>8}{'not_met':>9}")
    for name in ("references", "availability", "similar missions", "firm"):
        print_line(name, Counter({(there, said): n for (one, there, said), n in table.items() if one == name}))
    everything: Counter[tuple[bool, str]] = Counter()
    for (_, there, said), n in table.items():
        everything[there, said] += n
    print_line("all", everything)
    asked = [(truth == said, n) for (truth, said, _), n in kinds.items() if truth in {"cv", "letter"}]
    taken = [(said in {"cv", "letter"}, n) for (truth, said, _), n in kinds.items() if truth not in {"cv", "letter"}]
    sure = [(truth == said, n) for (truth, said, high), n in kinds.items() if high]
    if not kinds:
        return
    print(f"kinds: {share(asked)} CVs and letters right; {share(taken)} others taken for one; at 0.9 and more {share(sure)} right")
    print(f"languages: {share(list(languages.items()))} right")


def share(counts: list[tuple[bool, int]]) -> str:
    return f"{sum(n for ok, n in counts if ok)}/{sum(n for _, n in counts)}"


def print_line(name: str, count: Counter[tuple[bool, str]]) -> None:
    present, absent = (sum(n for (there, _), n in count.items() if there is wanted) for wanted in (True, False))
    doubted, wrongly = count[True, "to_verify"] / max(1, present), count[False, "met"] / max(1, absent)
    print(
        f"{name:<18}{present:>8}{count[True, 'not_met']:>9}{count[True, 'to_verify']:>10}{doubted:>8.1%}"
        f"{absent:>8}{count[False, 'met']:>6}{wrongly:>8.1%}{count[False, 'not_met']:>9}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=(*HALVES, "all"), default="all")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--flat", action="store_true")
    arguments = parser.parse_args()
    for half in HALVES if arguments.half == "all" else (arguments.half,):
        print(f"— {half} —")
        measure(arguments.data / half, show=arguments.show and half == "open", flat=arguments.flat)


if __name__ == "__main__":
    main()
