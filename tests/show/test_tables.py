from decimal import Decimal

import pytest

from ami_cli import show
from ami_cli.models.table import Column, table

CONTENT = table(
    "Examen",
    [Column(title="Dossier"), Column(title="Verdict"), Column(title="Note", align="right")],
    [["01 [/b] \x1b[1m", "complet", Decimal("12.5")], ["02", "incomplet", None]],
    "fr",
)


def test_a_table_in_a_pipe_is_plain_text_and_treats_cells_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    show.table(CONTENT, {"complet": show.Mark.GOOD})
    assert capsys.readouterr().out.splitlines() == [
        "Examen",
        "Dossier        Verdict     Note",
        "───────────────────────────────",
        "01 [/b] �[1m   complet     12,5",
        "02             incomplet",
        "",
    ]


def test_a_word_longer_than_its_column_breaks_at_a_mark(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    words = "lisez submissions/appel/07-cabinet-melusine ; self-care"
    show.table(table("Où", [Column(title="À"), Column(title="Quoi")], [["accueil@cabinet-melusine.example", words]], "fr"))
    assert capsys.readouterr().out.splitlines() == [
        "Où",
        "À                    Quoi",
        "────────────────────────────────────────",
        "accueil@cabinet-     lisez submissions/",
        "melusine.example     appel/07-cabinet-",
        "                     melusine ;",
        "                     self-care",
        "",
    ]
