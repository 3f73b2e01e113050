"""What a file states, passage by passage: for people who ask about one file, and for machines."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from ami_cli.models.assessment import Document
from ami_cli.models.facts import Stated, StatedKind
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words

_TITLE = Words(fr="Ce que le fichier indique", en="What the file states")
_FILE = (Words(fr="Fichier", en="File"), 24)
_STATES = (Words(fr="Indique", en="States"), 24)
_PAGE = (Words(fr="Page", en="Page"), 6)
_PASSAGE = (Words(fr="Passage", en="Passage"), 60)


class _Kind(NamedTuple):
    """How one kind of passage is called, and whether what is doubtful is shown beside what is sure.

    `named`: whether what was understood says more than its passage; of a date it is a bare month, without its year.
    """

    words: Words
    doubts: bool = False
    named: bool = True


_KINDS: dict[StatedKind, _Kind] = {
    "reference": _Kind(Words(fr="une référence", en="a reference"), doubts=True),
    "similar-mission": _Kind(Words(fr="une mission analogue", en="a similar mission")),
    "availability": _Kind(Words(fr="une disponibilité", en="when they are free"), doubts=True, named=False),
    "firm": _Kind(Words(fr="une structure", en="a firm"), doubts=True),
    "independent": _Kind(Words(fr="une activité indépendante", en="self-employment"), doubts=True),
    "member": _Kind(Words(fr="un membre de l’équipe", en="a member of the team")),
    "amount": _Kind(Words(fr="un montant", en="an amount")),
    "link": _Kind(Words(fr="un lien", en="a link")),
}
_MOST = 30
"""Rows of each kind."""
_MORE = (Words(fr="… et 1 autre", en="… and 1 more"), Words(fr="… et {n} autres", en="… and {n} more"))
_QUOTED = Words(fr="{value} : « {quote} »", en="{value}: “{quote}”")
_WORD = re.compile(r"\w+")
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


class _Found(NamedTuple):
    """A passage, and which file it stands in."""

    file: str
    one: Stated


def stated_table(documents: Sequence[Document], language: str) -> Table | None:
    """Return the passages of one file and of those inside it, kind by kind; nothing where none was found.

    What is doubtful is shown where nothing of its kind is sure in that file; references, dates and firms always, for a call
    may ask for several, and one may contradict another. The file is named where there are several, the page where any is known.
    """
    shown = [_Found(name, one) for name, document in _named(documents) for one in _worth_showing(document.facts.stated)]
    if not shown:
        return None
    named, paged = len(documents) > 1, any(found.one.page for found in shown)
    columns = [_FILE] * named + [_STATES] + [_PAGE] * paged + [_PASSAGE]
    rows = [row for kind in _KINDS for row in _rows([found for found in shown if found.one.what == kind], language)]
    cells = [[file] * named + [what] + [page] * paged + [passage] for file, what, page, passage in rows]
    notes = () if all(found.one.sure for found in shown) else (_TO_READ.of(language),)
    made = table(_TITLE.of(language), [Column(title=title.of(language), width=width) for title, width in columns], cells, language)
    return made.model_copy(update={"notes": notes})


def _named(documents: Sequence[Document]) -> Iterator[tuple[str, Document]]:
    """Name the file itself, and those inside it by their place in it."""
    for document in documents:
        inner = document.file.path.removeprefix(f"{documents[0].file.path}/")
        yield _one_line(inner if document.inside else document.file.name), document


def _worth_showing(stated: Sequence[Stated]) -> Iterator[Stated]:
    references = {_words(one.quote) for one in _of_kind(stated, "reference")}
    for kind in _KINDS:
        for one in _of_kind(stated, kind):
            if kind != "similar-mission" or not _is_told(_words(one.quote), references):
                yield one


def _is_told(words: str, references: AbstractSet[str]) -> bool:
    """Return whether words are those of a reference, lie within them or hold them: most are the same, which is told at once."""
    return words in references or any(words in known or known in words for known in references)


def _of_kind(stated: Sequence[Stated], kind: StatedKind) -> Iterator[Stated]:
    """Give what is sure, then what is doubtful and says more than that; each passage once, but for each value in it."""
    mine = [one if _KINDS[kind].named else one.model_copy(update={"value": None}) for one in stated if one.what == kind]
    sure = dict.fromkeys(one for one in mine if one.sure)
    yield from sure
    if not sure or _KINDS[kind].doubts:
        known = "\n".join(_words(one.quote) for one in sure)
        yield from dict.fromkeys(one for one in mine if not one.sure and _words(one.quote) not in known)


def _words(text: str) -> str:
    """Return the words of a passage between spaces, whatever marks and capitals they are written with."""
    return f" {' '.join(_WORD.findall(text.casefold())) or _one_line(text)} "


def _rows(found: Sequence[_Found], language: str) -> Iterator[tuple[str | None, str, int | None, str]]:
    for file, one in found[:_MOST]:
        what = _KINDS[one.what].words.of(language)
        yield file, what if one.sure else _UNSURE.of(language).format(what=what), one.page, _passage(one, language)
    if more := len(found[_MOST:]):
        words = _KINDS[found[0].one.what].words.of(language)
        yield None, words, None, _MORE[more > 1].of(language).format(n=more)


def _passage(one: Stated, language: str) -> str:
    """Return the words of the file, after what was understood of them where that is less than all."""
    quote, value = _one_line(one.quote), _one_line(one.value or "")
    return quote if not value or _words(value) == _words(quote) else _QUOTED.of(language).format(value=value, quote=quote)


def _one_line(text: str) -> str:
    return " ".join(text.split())
