"""What became of letters, for people."""

from collections.abc import Sequence

from ami_cli.letters.outbox import Drafted, State
from ami_cli.letters.sending import Outcome, Sending
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words

STATES: dict[State, Words] = {
    "new": Words(fr="nouveau brouillon", en="new draft"),
    "same": Words(fr="inchangé", en="unchanged"),
    "replaced": Words(fr="refait", en="written again"),
    "edited": Words(fr="modifié par vous", en="changed by you"),
    "sent": Words(fr="déjà partie", en="already sent"),
    "withdrawn": Words(fr="retiré", en="taken away"),
    "withheld": Words(fr="en suspens", en="withheld"),
}
OUTCOMES: dict[Outcome, Words] = {
    "sent": Words(fr="envoyée", en="sent"),
    "already_sent": Words(fr="déjà envoyée", en="already sent"),
    "unknown": Words(fr="incertain", en="unknown"),
    "refused": Words(fr="refusée", en="refused"),
    "not_sent": Words(fr="pas envoyée", en="not sent"),
    "would_send": Words(fr="prête à partir", en="ready to go"),
}
LETTER, TO, STATE, WHY = (
    Words(fr="Lettre", en="Letter"),
    Words(fr="À", en="To"),
    Words(fr="État", en="State"),
    Words(fr="Pourquoi", en="Why"),
)


def drafted(letters: Sequence[Drafted], language: str) -> Table:
    """Return a row for each letter: for whom, where to, what became of it, and why it was written or withheld."""
    rows = [
        (
            one.file,
            one.to or None,
            STATES[one.state].of(language),
            one.why.of(language) if one.why else one.reason,
        )
        for one in letters
    ]
    return table(Words(fr="Lettres", en="Letters").of(language), _columns(language), rows, language)


def sent(sendings: Sequence[Sending], language: str) -> Table:
    """Return a row for each letter: the file, to whom, what became of it, and what to do."""
    rows = [
        (s.outgoing.name, s.to, OUTCOMES[s.outcome].of(language), s.detail.of(language) if s.detail else None) for s in sendings
    ]
    return table(Words(fr="Envois", en="Sendings").of(language), _columns(language), rows, language)


def drafts_counted(letters: Sequence[Drafted]) -> Words:
    """Return how many of each, and what to do next."""
    if not letters:
        return Words(fr="Aucune lettre de ce genre à écrire.", en="There is no letter of this kind to write.")
    counts = {state: sum(one.state == state for one in letters) for state in STATES}
    french, english = (", ".join(f"{STATES[s].of(lang)} {count}" for s, count in counts.items() if count) for lang in ("fr", "en"))
    return Words(
        fr=f"Lettres : {french}. Relisez les brouillons dans outbox/, puis : ami letters send",
        en=f"Letters: {english}. Read the drafts in outbox/, then: ami letters send",
    )


def receipts_counted(receipts: Sequence[Drafted]) -> Words | None:
    """Return how many receipts were drafted as deliveries came, and what to do next; None where there was none to draft."""
    written = sum(one.state in {"new", "same", "replaced"} for one in receipts)
    left = len(receipts) - written
    if not receipts:
        return None
    more_fr = f" {left} ne l’ont pas été : ami letters receipt dit pourquoi." if left else ""
    more_en = f" {left} were not: ami letters receipt says why." if left else ""
    return Words(
        fr=f"Accusés de réception rédigés : {written}, dans outbox/. Rien n’est parti ; relisez-les, puis : "
        f"ami letters send.{more_fr}",
        en=f"Receipts drafted: {written}, in outbox/. Nothing has left; read them, then: ami letters send.{more_en}",
    )


def sendings_counted(sendings: Sequence[Sending]) -> Words:
    """Return how many of each, and what to do next."""
    counts = {outcome: sum(one.outcome == outcome for one in sendings) for outcome in OUTCOMES}
    french, english = (
        ", ".join(f"{OUTCOMES[o].of(lang)} {count}" for o, count in counts.items() if count) for lang in ("fr", "en")
    )
    dry = counts["would_send"] > 0
    return Words(
        fr=f"Lettres : {french or 'aucune'}." + (" Rien n’est parti ; pour envoyer : ami letters send --really" if dry else ""),
        en=f"Letters: {english or 'none'}." + (" Nothing has left; to send: ami letters send --really" if dry else ""),
    )


def _columns(language: str) -> tuple[Column, ...]:
    return tuple(Column(title=title.of(language), width=width) for title, width in ((LETTER, 26), (TO, 24), (STATE, 14), (WHY, 40)))
