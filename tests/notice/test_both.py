from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ami_cli import notice
from ami_cli.errors import TemplateError
from ami_cli.models.content import Heading, Listing, Pair, Table, plain
from ami_cli.models.text import Text
from tests.conftest import setting


def test_each_paragraph_stands_against_its_own(nantes: notice.Setting) -> None:
    tree = notice.in_two(nantes, notice.Document())
    pairs = [block for block in tree.blocks if isinstance(block, Pair)]
    assert tree.languages == ("fr", "en")
    assert all(pair.left.kind == pair.right.kind for pair in pairs)
    titles = [
        (plain(p.left.runs), plain(p.right.runs)) for p in pairs if isinstance(p.left, Heading) and isinstance(p.right, Heading)
    ]
    assert ("Où et comment", "Where and how") in titles
    assert all(len(pair.left.items) == 1 for pair in pairs if isinstance(pair.left, Listing))


def test_the_rows_of_a_table_stand_level_in_one_table_of_two_halves(nantes: notice.Setting) -> None:
    (table,) = (block for block in notice.in_two(nantes, notice.Document()).blocks if isinstance(block, Table))
    assert table.divided
    assert [[plain(cell) for cell in row] for row in (table.header, *table.rows[2:3])] == [
        ["Étape", "Date", "Step", "Date"],
        ["Démarrage souhaité de la mission", "lundi 13 octobre 2025", "Desired start of the mission", "Monday 13 October 2025"],
    ]
    spoken = {tuple(run.language for run in cell) for row in table.rows for cell in row[2:]}
    assert spoken == {("en",)}


def test_a_paragraph_in_one_language_only_is_an_error_with_its_place(nantes: notice.Setting) -> None:
    call = nantes.call.model_copy(update={"eligibility": Text({"fr": "Un.\n\nDeux, sans vis-à-vis.", "en": "One."})})
    with pytest.raises(notice.UnpublishableError) as raised:
        notice.in_two(replace(nantes, call=call), notice.Document())
    (gap,) = raised.value.gaps
    assert (gap.path, gap.language, gap.paragraph, gap.words, gap.position) == ("eligibility", "fr", 2, "Deux, sans vis-à-vis.", 5)


@pytest.mark.parametrize(
    ("fr", "en", "alone"),
    [
        ("Un.\n\n- a\n  - b\n  - c", "One.\n\n- a\n  - b", ("fr", "c", 19)),
        ("Un.\n\n> « Dit. »", "One.", ("fr", "«\u202fDit.\u202f»", 5)),
        ("> Un.", "> One.\n>\n> Two.", ("en", "Two.", 11)),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", "| a | b |\n| --- | --- |", ("fr", "a | b", 2)),
    ],
)
def test_what_stands_alone_inside_a_list_a_frame_or_a_table_is_found_too(
    nantes: notice.Setting, fr: str, en: str, alone: tuple[object, ...]
) -> None:
    call = nantes.call.model_copy(update={"eligibility": Text({"fr": fr, "en": en})})
    with pytest.raises(notice.UnpublishableError) as raised:
        notice.in_two(replace(nantes, call=call), notice.Document())
    (gap,) = raised.value.gaps
    assert (gap.language, gap.words, gap.position) == alone


def test_a_picture_in_a_text_is_refused_before_the_languages_are_compared(nantes: notice.Setting) -> None:
    call = nantes.call.model_copy(update={"eligibility": Text({"fr": "![x](y.png)", "en": "One."})})
    with pytest.raises(notice.UnpublishableError, match="a picture"):
        notice.in_two(replace(nantes, call=call), notice.Document())


def test_templates_that_do_not_match_are_told(tmp_path: Path) -> None:
    (tmp_path / "corrigendum.fr.md.j2").write_text("# {{ call.title }}\n\nSeul.\n", encoding="utf-8")
    (tmp_path / "corrigendum.en.md.j2").write_text("# {{ call.title }}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match="on: Seul"):
        notice.in_two(setting("capitalisation-mna-nantes", templates=(tmp_path,)), notice.Document("corrigendum"))


def test_a_corrigendum_stands_in_two_languages_too(nantes: notice.Setting) -> None:
    budget = nantes.call.budget.model_copy(update={"ceiling": Decimal(9000)})
    earlier = nantes.call.model_copy(update={"budget": budget, "eligibility": Text({"fr": "Un.", "en": "One."})})
    tree = notice.in_two(nantes, notice.Document("corrigendum", earlier=earlier))
    tables = [block for block in tree.blocks if isinstance(block, Table)]
    assert [[plain(cell) for cell in table.rows[0][3:]] for table in tables] == [
        ["Budget", "€9,000 at most, tax included", "€15,000 at most, tax included"]
    ]
