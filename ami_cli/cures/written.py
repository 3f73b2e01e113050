"""`cures.yaml`: read strictly, added to at its end, never changed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ami_cli.errors import SourceError
from ami_cli.models.cure import CureEntry, Cures
from ami_cli.models.remark import Remark
from ami_cli.strict_yaml import model_of, values_of
from ami_cli.strict_yaml.writing import scalar

HEADING = (
    "# Demandes de complément : une entrée par ouverture ou clôture, jamais modifiée.\n"
    "# Requests to complete: one entry each time a period opens or closes, never changed.\n"
    "cures:\n"
)


def load_cures(path: Path) -> Cures:
    """Return the periods so far, none where the file does not exist; a SourceError with every mistake otherwise."""
    if not path.exists():
        return Cures()
    values, mistakes = values_of(path)
    if values is None:
        raise _unusable(mistakes)
    found = model_of(Cures, values, {})
    if isinstance(found, tuple):
        raise _unusable(found)
    return found


def added(text: str, entry: CureEntry) -> str:
    """Return the text of the file with the entry at its end."""
    before = text if text.strip() else HEADING
    return before.rstrip("\n") + "\n" + "\n".join(_lines(entry)) + "\n"


def _lines(entry: CureEntry) -> Iterator[str]:
    lead = "  - "
    for name, value in entry.model_dump(mode="json", exclude_none=True, exclude={"offers"}).items():
        yield f"{lead}{name}: {scalar(value)}"
        lead = "    "
    if entry.offers:
        yield "    offers:"
    for offer in entry.offers:
        yield f"      - application: {scalar(offer.application)}"
        yield "        points:"
        for point in offer.points:
            yield from _point(point.model_dump(mode="json", exclude_none=True))


def _point(values: dict[str, object]) -> Iterator[str]:
    lead = "          - "
    for name, value in values.items():
        yield f"{lead}{name}: {scalar(value)}"
        lead = "            "


def _unusable(mistakes: Sequence[Remark]) -> SourceError:
    return SourceError(
        fr="\n".join(remark.of("fr") for remark in mistakes),
        en="\n".join(remark.of("en") for remark in mistakes),
        remedy_fr="remettez cures.yaml comme ami l’a écrit : il dit ce qui a été demandé à qui",
        remedy_en="put cures.yaml back as ami wrote it: it says what was asked of whom",
    )
