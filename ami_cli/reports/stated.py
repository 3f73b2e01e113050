"""What a file states, passage by passage: for people who ask about one file, and for machines."""

from collections.abc import Iterator, Sequence
from typing import Any

from ami_cli.models.assessment import Document
from ami_cli.models.facts import Stated, StatedKind
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words
from ami_cli.reports.brief import LINE_BREAKS

_TITLE = Words(fr="Ce que le fichier indique", en="What the file states")
_COLUMNS = (
    (Words(fr="Indique", en="States"), 24),
    (Words(fr="Page", en="Page"), 6),
    (Words(fr="Passage", en="Passage"), 60),
)
_KINDS: dict[StatedKind, Words] = {
    "reference": Words(fr="une référence", en="a reference"),
    "similar-mission": Words(fr="une mission analogue", en="a similar mission"),
    "availability": Words(fr="une disponibilité", en="when they are free"),
    "firm": Words(fr="une structure", en="a firm"),
    "independent": Words(fr="une activité indépendante", en="self-employment"),
    "member": Words(fr="un membre de l’équipe", en="a member of the team"),
    "amount": Words(fr="un montant", en="an amount"),
    "link": Words(fr="un lien", en="a link"),
}
_COUNTED: tuple[StatedKind, ...] = ("reference",)
_TOGETHER: tuple[tuple[StatedKind, ...], ...] = (
    _COUNTED,
    ("similar-mission",),
    ("availability",),
    ("firm", "independent"),
    ("member",),
    ("amount",),
    ("link",),
)
_UNSURE = Words(fr="{what} ?", en="{what}?")
_TO_READ = Words(
    fr="? : peut-être. Lisez ce passage : ami ne tranche pas à votre place.",
    en="?: perhaps. Read that passage: ami does not decide it for you.",
)


def as_stated(document: Document) -> list[dict[str, Any]]:
    """Return what a document states, in the order of the text: what, page, its own words, the value in them, whether it is sure."""
    return [
        {"what": one.what, "page": one.page, "quote": one.quote, "value": one.value, "sure": one.sure}
        for one in document.facts.stated
    ]


def stated_table(documents: Sequence[Document], language: str) -> Table | None:
    """Return the passages of one file and of those inside it, kind by kind; nothing where none was found.

    What is doubtful is shown where nothing of its kind is sure; doubtful references always, for a call may ask for several.
    """
    shown = [one for kinds in _TOGETHER for document in documents for one in _worth_showing(document.facts.stated, kinds)]
    if not shown:
        return None
    columns = [Column(title=title.of(language), width=width) for title, width in _COLUMNS]
    notes = () if all(one.sure for one in shown) else (_TO_READ.of(language),)
    return table(_TITLE.of(language), columns, [_row(one, language) for one in shown], language).model_copy(update={"notes": notes})


def _worth_showing(stated: Sequence[Stated], kinds: Sequence[StatedKind]) -> Iterator[Stated]:
    mine = [one for one in stated if one.what in kinds]
    sure = {one.quote: one for one in mine if one.sure}
    yield from sure.values()
    if not sure or kinds == _COUNTED:
        yield from {one.quote: one for one in mine if one.quote not in sure}.values()


def _row(one: Stated, language: str) -> tuple[str, int | None, str]:
    what = _KINDS[one.what].of(language)
    return (what if one.sure else _UNSURE.of(language).format(what=what), one.page, one.quote.translate(LINE_BREAKS))
