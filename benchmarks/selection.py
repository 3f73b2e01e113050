"""300 candidates, 7 evaluators, 20 criteria: grids read back, ranked and exported, beside openpyxl merely reading them."""

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from ami_cli import tables
from ami_cli.models.evaluation import Evaluator
from ami_cli.selection import Judged, choose, comparison, shortlist_table
from ami_cli.selection.grids import Frame, collect, frame, hand_out
from tests.selection.conftest import a_call, an_assessment, text

CANDIDATES, EVALUATORS, CRITERIA = 300, 7, 20


def fill(path: Path, seed: int) -> None:
    from openpyxl import load_workbook

    draw = Random(seed)
    book = load_workbook(path)
    sheet = book["Grille"]
    for row in range(4, sheet.max_row + 1):
        sheet.cell(row, 8).value = draw.randint(0, 5)
        sheet.cell(row, 9).value = "Un commentaire de longueur ordinaire."
    book.save(path)


def timed(what: Callable[[], object]) -> tuple[float, object]:
    start = time.perf_counter()
    result = what()
    return time.perf_counter() - start, result


def merely_read(folder: Path) -> int:
    """What anybody would write first: every cell of every grid, with openpyxl as it comes."""
    from openpyxl import load_workbook

    return sum(
        cell is not None
        for path in sorted(folder.glob("*.xlsx"))
        for sheet in load_workbook(path)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    )


def main() -> None:
    criteria = [{"id": f"c{n}", "label": text(f"Critère {n}"), "weight": 5, "threshold_percent": 10} for n in range(CRITERIA)]
    call = a_call(mode="scored", criteria=criteria, shortlist_max=6, threshold_percent=Decimal(40))
    candidates = [an_assessment(f"{n:03}-candidat") for n in range(CANDIDATES)]
    asked: Frame = frame(call, "interest", candidates)
    people = [Evaluator(name=f"Évaluateur {n}") for n in range(EVALUATORS)]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "grids"
        made, files = timed(lambda: [one.path for one in hand_out(folder, asked, candidates, people, (("xlsx",), "fr"))])
        for seed, path in enumerate(files):  # type: ignore[arg-type, call-overload] # what was timed is a list of paths
            fill(path, seed)
        read, back = timed(lambda: collect(folder, asked, people))
        ranked, choice = timed(lambda: choose(call, candidates, Judged(grids=back.grids)))  # type: ignore[attr-defined]
        shown = [shortlist_table(choice.shortlist, "fr"), comparison(choice, "fr")]  # type: ignore[attr-defined, arg-type]
        exported, _ = timed(lambda: [tables.write(one, form) for one in shown for form in tables.FORMATS])
        plain, _ = timed(lambda: merely_read(folder))
    whole = read + ranked + exported
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, seconds of wall time")
    print(f"{CANDIDATES} candidates x {EVALUATORS} evaluators x {CRITERIA} criteria")
    print(f"grids written            {made:6.2f} s")
    print(f"read back and checked    {read:6.2f} s")
    print(f"ranked, with what-if     {ranked:6.2f} s")
    print(f"exported in 5 formats    {exported:6.2f} s   (shortlist and comparison)")
    print(f"read, ranked, exported   {whole:6.2f} s")
    print(f"openpyxl merely reading  {plain:6.2f} s   ratio {whole / plain:.2f}")


if __name__ == "__main__":
    main()
