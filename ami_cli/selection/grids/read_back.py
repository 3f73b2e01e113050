"""What came back, held against what was handed out → a grid that can be counted, or every mistake in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from ami_cli.models.evaluation import Grid, Judgement, Mark
from ami_cli.models.selection import Scale
from ami_cli.models.text import Words
from ami_cli.selection.grids import mistakes as wrong
from ami_cli.selection.grids import words
from ami_cli.selection.grids.marks import read as read_mark
from ami_cli.selection.grids.mistakes import InvalidGridsError, Mistake
from ami_cli.selection.grids.plan import Frame
from ami_cli.selection.grids.returned import Field, Returned, Row


def read_back(returned: Iterable[Returned], asked: Frame) -> tuple[Grid, ...]:
    """Return the grids in order of their evaluators; InvalidGridsError with the mistakes of all of them together."""
    grids: dict[str, Grid] = {}
    mistakes: list[Mistake] = []
    for one in sorted(returned, key=lambda one: one.source):
        checker = _Checker(asked, one)
        grid = checker.grid()
        mistakes += checker.mistakes
        if grid.evaluator in grids:
            mistakes.append(Mistake(one.source, wrong.twice(grid.evaluator, grids[grid.evaluator].source)))
        grids[grid.evaluator] = grid
    if mistakes:
        raise InvalidGridsError(mistakes)
    return tuple(grids[name] for name in sorted(grids))


@dataclass
class _Checker:
    """Goes through one returned grid and collects what is wrong with it."""

    asked: Frame
    returned: Returned
    mistakes: list[Mistake] = field(default_factory=list)

    @cached_property
    def scales(self) -> Mapping[str, Scale]:
        """The scale of each criterion."""
        return {leaf.id: leaf.scale for leaf in self.asked.criteria}

    def grid(self) -> Grid:
        """Return the grid; it may be counted only where `mistakes` stayed empty."""
        purpose = self._purpose()
        if purpose is not None:
            self.mistakes.append(Mistake(self.returned.source, purpose))
        return Grid(
            call=self.asked.call.id,
            stage=self.asked.stage,
            evaluator=self.returned.said["evaluator"],
            list_digest=self.asked.list_digest,
            judgements=() if purpose is not None else tuple(self._judgements()),
            source=self.returned.source,
            sha256=self.returned.sha256,
        )

    def _purpose(self) -> Words | None:
        said = self.returned.said
        if said["call"] != self.asked.call.id:
            return wrong.OTHER_CALL
        if said["stage"] != self.asked.stage:
            return wrong.OTHER_STAGE
        return None if said["list"] == self.asked.list_digest else wrong.OLDER_LIST

    def _judgements(self) -> Iterator[Judgement]:
        wanted = sorted(self.asked.applications)
        leaves = [leaf.id for leaf in self.asked.criteria]
        candidates = self._by_key(self.returned.candidates, {(name,) for name in wanted})
        marks = self._by_key(self.returned.marks, {(name, leaf) for name in wanted for leaf in leaves})
        for application in wanted:
            row = candidates.get((application,))
            if row is not None:
                yield self._judgement(application, row, marks)

    def _by_key(self, rows: Iterable[Row], wanted: set[tuple[str, ...]]) -> Mapping[tuple[str, ...], Row]:
        found: dict[tuple[str, ...], Row] = {}
        for row in rows:
            if not any(row.key):
                self.mistakes.append(Mistake(row.place, wrong.STRAY))
            elif row.key not in wanted or row.key in found:
                self.mistakes.append(Mistake(row.place, wrong.changed_candidate(" / ".join(row.key))))
            else:
                found[row.key] = row
        self.mistakes += [
            Mistake(self.returned.source, wrong.missing_candidate(" / ".join(key))) for key in sorted(wanted - found.keys())
        ]
        return found

    def _judgement(self, application: str, row: Row, marks: Mapping[tuple[str, ...], Row]) -> Judgement:
        conflict, abstains = self._yes_no(row.get("conflict")), self._yes_no(row.get("abstention"))
        reason = self._text(row.get("reason"))
        counts = not conflict and not abstains
        if not counts and not reason:
            self.mistakes.append(Mistake(row.get("reason").place, wrong.NO_REASON))
        mine = {leaf.id: marks[application, leaf.id] for leaf in self.asked.criteria if (application, leaf.id) in marks}
        return Judgement(
            application=application,
            conflict=bool(conflict),
            abstains=bool(abstains),
            reason=reason,
            marks=self._marks(mine) if counts and self.asked.scored else {},
            grounds={} if self.asked.scored else self._grounds(mine),
            needs=self._needs(row) if counts else {},
            retained=None if self.asked.scored else self._yes_no(row.get("retained")),
            ground=None if self.asked.scored else self._text(row.get("ground")),
            comment=self._text(row.get("comment")),
        )

    def _needs(self, row: Row) -> dict[str, bool]:
        found = {}
        for need in self.asked.needs:
            answer = self._yes_no(row.get(need.id))
            if answer is not None:
                found[need.id] = answer
            elif row.get(need.id).text is None and not self.asked.partial:
                self.mistakes.append(
                    Mistake(row.get(need.id).place, wrong.no_answer(need.need.any_of("fr"), need.need.any_of("en")))
                )
        return found

    def _marks(self, rows: Mapping[str, Row]) -> dict[str, Mark]:
        found = {}
        for leaf, row in rows.items():
            value = self._mark(row.get("mark"), leaf)
            comment = self._text(row.get("comment"))
            if value is not None:
                found[leaf] = Mark(value=value, comment=comment)
        return found

    def _grounds(self, rows: Mapping[str, Row]) -> dict[str, str]:
        texts = {leaf: self._text(row.get("mark")) for leaf, row in rows.items()}
        return {leaf: text for leaf, text in texts.items() if text}

    def _mark(self, written: Field, leaf: str) -> Decimal | None:
        scale = self.scales[leaf]
        if self._is_formula(written):
            return None
        if written.text is None:
            if not self.asked.partial:
                self.mistakes.append(Mistake(written.place, wrong.no_mark(leaf)))
            return None
        value = read_mark(written.value, scale)
        if value is None:
            self.mistakes.append(Mistake(written.place, wrong.off_scale(written.value, scale.least, scale.most)))
        return value

    def _yes_no(self, written: Field) -> bool | None:
        if self._is_formula(written) or written.text is None:
            return None
        said = written.text.casefold()
        for answer, meaning in ((words.YES, True), (words.NO, False)):
            if said in {answer.fr, answer.en}:
                return meaning
        self.mistakes.append(Mistake(written.place, wrong.NOT_YES_NO))
        return None

    def _text(self, written: Field) -> str | None:
        return None if self._is_formula(written) else written.text

    def _is_formula(self, written: Field) -> bool:
        if written.formula:
            self.mistakes.append(Mistake(written.place, wrong.FORMULA))
        return written.formula
