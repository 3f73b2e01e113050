from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ami_cli import letters
from ami_cli.letters import Drafted, Outbox, Series
from ami_cli.models.letter import Draft, Letter
from ami_cli.models.text import Words

REGRET = Series("regret")


def letter(name: str, text: str = "Bonjour.", to: str | None = None) -> Letter:
    return Letter(
        kind="regret",
        application=name,
        to_name=None,
        to_address=f"{name}@example.org" if to is None else to,
        from_name="Ici",
        from_address="appels@ici.example",
        subject="Votre candidature",
        text=f"{text}\n",
        html=f"<p>{text}</p>",
        language="fr",
        dated=datetime(2025, 9, 3, 12, tzinfo=UTC),
    )


def written(outbox: Outbox, *drafts: Letter, series: Series = REGRET) -> tuple[Outbox, list[tuple[str, str]]]:
    done = letters.write(outbox, series, drafts, {})
    return replace(outbox, lines={**outbox.lines, **_lines(done)}), [(one.file, one.state) for one in done]


def _lines(done: tuple[Drafted, ...]) -> dict[str, Draft]:
    return {one.file: one.draft for one in done if one.draft}


def test_a_draft_is_written_kept_and_written_again(tmp_path: Path) -> None:
    outbox, first = written(Outbox(tmp_path), letter("ana"))
    outbox, second = written(outbox, letter("ana"))
    _, third = written(outbox, letter("ana", "Bonsoir."))
    assert [first, second, third] == [[("regret/ana.eml", state)] for state in ("new", "same", "replaced")]


def test_the_same_letter_of_another_day_is_the_same_draft(tmp_path: Path) -> None:
    outbox, _ = written(Outbox(tmp_path), letter("ana"))
    before = (tmp_path / "regret" / "ana.eml").read_bytes()
    _, again = written(outbox, letter("ana").model_copy(update={"dated": datetime(2026, 1, 1, 8, 0, 0, 5, tzinfo=UTC)}))
    assert (again, (tmp_path / "regret" / "ana.eml").read_bytes()) == ([("regret/ana.eml", "same")], before)


@pytest.mark.parametrize("lying", [b"", b"Date: \r\n\r\n", b"Date: Fri, 99 Xyz 99999999999999 12:00:00 +9999\r\n\r\n"])
def test_a_draft_without_a_date_is_written_again(tmp_path: Path, lying: bytes) -> None:
    (tmp_path / "regret").mkdir()
    (tmp_path / "regret" / "ana.eml").write_bytes(lying)
    _, again = written(Outbox(tmp_path), letter("ana"))
    assert again == [("regret/ana.eml", "replaced")]


def test_what_a_person_changed_is_not_written_over(tmp_path: Path) -> None:
    outbox, _ = written(Outbox(tmp_path), letter("ana"))
    (tmp_path / "regret" / "ana.eml").write_bytes(b"by hand")
    outbox, again = written(outbox, letter("ana", "Bonsoir."))
    _, once_more = written(outbox, letter("ana", "Bonsoir."))
    assert (again, once_more) == ([("regret/ana.eml", "edited")],) * 2
    assert (tmp_path / "regret" / "ana.eml").read_bytes() == b"by hand"


def test_a_draft_that_is_not_due_any_more_is_taken_away_unless_it_went_or_was_changed(tmp_path: Path) -> None:
    outbox, _ = written(Outbox(tmp_path), *map(letter, ("ana", "bo", "cy", "di")))
    (tmp_path / "regret" / "cy.eml").write_bytes(b"by hand")
    _, again = written(replace(outbox, gone=frozenset({"regret/bo.eml"})), letter("ana"))
    assert again == [("regret/ana.eml", "same"), ("regret/cy.eml", "edited"), ("regret/di.eml", "withdrawn")]
    assert sorted(path.name for path in (tmp_path / "regret").iterdir()) == ["ana.eml", "bo.eml", "cy.eml"]


def test_an_earlier_draft_of_a_letter_that_is_withheld_now_does_not_stay(tmp_path: Path) -> None:
    outbox, _ = written(Outbox(tmp_path), letter("ana"))
    _, again = written(outbox, letter("ana", to="nowhere"))
    assert again == [("regret/ana.eml", "withheld"), ("regret/ana.eml", "withdrawn")]
    assert list((tmp_path / "regret").iterdir()) == []


def test_an_answer_leaves_the_other_answers(tmp_path: Path) -> None:
    series = Series("answer")
    outbox, _ = written(Outbox(tmp_path), letter("question-1"), series=series)
    _, again = written(outbox, letter("question-2"), series=series)
    assert again == [("answer/question-2.eml", "new")]
    assert len(list((tmp_path / "answer").iterdir())) == 2


@pytest.mark.parametrize(
    ("series", "folder"),
    [
        (Series("regret"), "regret"),
        (Series("receipt"), "receipts"),
        (Series("regret", "proposal"), "regret-proposal"),
        (Series("extension", None, 2), "extension-2"),
        (Series("cure", "proposal", 12), "cure-proposal-12"),
    ],
)
def test_letters_of_another_stage_or_occasion_are_other_letters(series: Series, folder: str) -> None:
    assert (series.folder, letters.series_of(folder)) == (folder, series)


def test_a_receipt_is_named_after_application_and_delivery_within_what_a_disk_allows() -> None:
    named = letter("04-" + "é" * 120).model_copy(update={"delivery": "d8fcd736d60e"})
    assert Series("receipt").file_of(named) == f"receipts/04-{'é' * 98}-d8fcd736d60e.eml"


@pytest.mark.parametrize("folder", ["receipt", "regret-", "regret-2-proposal", "cure-0", ".lock"])
def test_other_folders_of_the_outbox_hold_no_letters(folder: str) -> None:
    assert letters.series_of(folder) is None


def test_what_changes_in_a_draft_that_is_written_again_is_said(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    letters.write(outbox, REGRET, [letter("ana")], {})
    changed = letter("ana", "Bonsoir.", to="other@example.org").model_copy(update={"subject": "Réponse"})
    (done,) = letters.write(outbox, REGRET, [changed], {})
    assert (done.state, done.why) == (
        "replaced",
        Words(fr="ce qui change : l’adresse, l’objet, le texte", en="what changes: the address, the subject, the text"),
    )


def test_an_address_of_two_applicants_is_told(tmp_path: Path) -> None:
    others = {"ana": ("Ana", "same@example.org"), "bo": ("Bo", "Same@Example.org")}
    (done,) = letters.write(Outbox(tmp_path), REGRET, [letter("ana", to="same@example.org")], others)
    assert (done.state, done.why and done.why.en) == ("new", "the same address as bo: check whose it is before sending")
