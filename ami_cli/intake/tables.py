"""What `ami ingest` shows: the applications that got something, what was not taken and why, and the count."""

from collections.abc import Iterator
from itertools import groupby

from ami_cli.intake.judging import WORDS
from ami_cli.intake.ledger import NotTaken
from ami_cli.intake.receiving import Kept, Report
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words

SHOWN = 60
"""Lines of a table on a screen; the rest is in not-taken.jsonl."""


def of_report(report: Report, language: str, *, dry_run: bool) -> Iterator[Table]:
    """Give the table of applications and that of what was not taken, where there is something in them."""
    if report.kept:
        yield _applications(report.kept, language, dry_run=dry_run)
    if report.not_taken:
        yield _not_taken(report.not_taken, language)


def _applications(kept: tuple[Kept, ...], language: str, *, dry_run: bool) -> Table:
    heads = {
        "fr": ("Candidature", "Plis", "Pièces", "Arrivée", "À regarder"),
        "en": ("Application", "Mails", "Files", "Arrival", "To look at"),
    }
    titles = {
        "fr": ("Candidatures qui seraient écrites", "Candidatures écrites"),
        "en": ("Applications that would be written", "Applications written"),
    }
    aligned = zip(heads["fr" if language == "fr" else "en"], ("left", "right", "right", "left", "left"), strict=True)
    columns = tuple(Column(title=title, align=align) for title, align in aligned)  # type: ignore[arg-type]  # one of the three
    rows = [_row(one, language) for one in kept]
    return table(titles["fr" if language == "fr" else "en"][0 if dry_run else 1], columns, rows, language)


def _row(one: Kept, language: str) -> tuple[str | int | None, ...]:
    counting = sum(file.counts is None for file in one.composed.files)
    arrival = one.composed.counted.arrival
    said = [note.of(language) for note in one.notes] + [
        note for delivered, _ in one.composed.new for note in _of(delivered.notes, language)
    ]
    aside = sorted({file.counts for file in one.composed.files if file.counts in {"replaced", "late"}})
    said = [_ASIDE[why].of(language) for why in aside] + said
    when = f"{arrival:%Y-%m-%d %H:%M:%S}" if arrival else _UNKNOWN.of(language)
    return one.name, len(one.composed.deliveries), counting, when, "\n".join(dict.fromkeys(said))


def _of(notes: tuple[Words, ...], language: str) -> list[str]:
    return [note.of(language) for note in notes]


_UNKNOWN = Words(fr="inconnue", en="unknown")
_ASIDE = {
    "replaced": Words(fr="des pièces remplacées par un pli plus récent", en="documents replaced by a later delivery"),
    "late": Words(fr="un pli tardif, mis à part", en="a late delivery, set aside"),
}


def _not_taken(entries: tuple[NotTaken, ...], language: str) -> Table:
    french = language == "fr"
    heads = ("Identifiant", "De", "Objet", "Motif") if french else ("Id", "From", "Subject", "Reason")
    columns = tuple(Column(title=title) for title in heads)
    rows = [(one.id[:8], one.sender, one.subject or one.where, one.words.of(language)) for one in entries[:SHOWN]]
    title = "Ce qui n’est pas pris" if french else "What is not taken"
    found = table(title, columns, rows, language)
    if len(entries) <= SHOWN:
        return found
    more = len(entries) - SHOWN
    note = f"… et {more} de plus, tous dans not-taken.jsonl" if french else f"… and {more} more, all in not-taken.jsonl"
    return found.model_copy(update={"notes": (note,)})


def counted(report: Report, *, dry_run: bool) -> Words:
    """Return the count: what came in is what was taken and what was not, and never anything else."""
    would_fr, would_en = ("seraient pris", "would be taken") if dry_run else ("pris", "taken")
    before_fr = f" (dont {report.taken_before} déjà là)" if report.taken_before else ""
    before_en = f" ({report.taken_before} of them before)" if report.taken_before else ""
    left = len(report.not_taken)
    return Words(
        fr=f"{report.total} reçus = {report.taken} {would_fr}{before_fr} + {left} non pris{_reasons(report, 'fr')}",
        en=f"{report.total} received = {report.taken} {would_en}{before_en} + {left} not taken{_reasons(report, 'en')}",
    )


def _reasons(report: Report, language: str) -> str:
    by_reason = groupby(sorted(one.reason for one in report.not_taken))
    colon = "\u00a0: " if language == "fr" else ": "
    said = " · ".join(f"{WORDS[reason].of(language)}{colon}{len(list(found))}" for reason, found in by_reason)
    return f" ({said})" if said else ""
