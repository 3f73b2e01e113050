from pathlib import Path

import pytest

from ami_cli import starter
from ami_cli.errors import TemplateError
from ami_cli.models.content import Heading, plain
from ami_cli.wording.compose import compose
from tests.conftest import setting

BROKEN = [
    ("# x\n\n{{ call.titel }}\n", 3, "« titel » n’existe pas là où on le cherche"),
    ("# x\n\n{{ call.award.note }}\n", 3, "« note » de quelque chose que l’appel ne donne pas"),
    ("# x\n{{ nothing_of_the_kind }}\n", 2, "« nothing_of_the_kind » n’est le nom de rien"),
    ("# x\n\n\n{% if call %}\n", 4, "la fin du modèle arrive avant la balise qui ferme « if » (endif)"),
    (
        "# x\n{% for a in levels %}\n{% endif %}\n",
        3,
        "la balise « endif » n’est pas attendue ici : c’est « for » qui reste",
    ),
    ("# x\n{% whatever %}\n", 2, "il n’y a pas de balise « whatever »"),
    ("# x\n{% if x % %}\n", 2, "la balise se ferme trop tôt"),
    ("# x\n{% if x }}\n", 2, "« } » n’est pas attendu ici"),
    ("# {{ call.mission }}\n", 1, "ceci n’a pas de mots à imprimer : Mission"),
    ("# x\n{{ ''.__class__ }}\n", 2, "« __class__ » n’est pas permis"),
    ("# x\n{{ call.title | no_such_filter }}\n", 2, "il n’y a pas de filtre « no_such_filter »"),
    ("# x\n{% if call is no_such_test %}{% endif %}\n", 2, "il n’y a pas de test « no_such_test »"),
    ("# x\n{{ 1 / 0 }}\n", 2, "division by zero"),
    ('# x\n{% include "notice.fr.md.j2" %}\n', 2, "le modèle s’inclut lui-même sans fin"),
]


@pytest.mark.parametrize(("source", "line", "said"), BROKEN)
def test_a_broken_template_is_told_with_its_file_and_line(tmp_path: Path, source: str, line: int, said: str) -> None:
    (tmp_path / "notice.fr.md.j2").write_text(source, encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        compose(setting("capitalisation-mna-nantes", templates=(tmp_path,)), "fr")
    assert raised.value.of("fr").startswith(f"{tmp_path / 'notice.fr.md.j2'}:{line} : modèle incorrect : {said}")
    assert raised.value.of("en").startswith(f"{tmp_path / 'notice.fr.md.j2'}:{line}: the template is wrong: ")


def test_a_mistake_in_a_shared_phrase_is_told_there(tmp_path: Path) -> None:
    phrases = (starter.folder("templates") / "phrases.fr.md.j2").read_text(encoding="utf-8")
    (tmp_path / "phrases.fr.md.j2").write_text(phrases.replace("document.max_pages", "document.max_pges"), encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        compose(setting("capitalisation-mna-nantes", templates=(tmp_path,)), "fr")
    assert f"{tmp_path / 'phrases.fr.md.j2'}:" in raised.value.of("fr")


def test_a_template_that_is_not_utf_8_or_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "notice.fr.md.j2").write_bytes("a\n\né".encode("latin-1"))
    with pytest.raises(TemplateError) as raised:
        compose(setting("capitalisation-mna-nantes", templates=(tmp_path,)), "fr")
    assert "notice.fr.md.j2:3" in raised.value.of("fr")
    with pytest.raises(TemplateError) as raised:
        compose(setting("capitalisation-mna-nantes"), "fr", "no-such-document")
    assert "no-such-document.fr.md.j2" in raised.value.of("en")


def test_the_templates_of_the_workspace_come_first(tmp_path: Path) -> None:
    (tmp_path / "notice.fr.md.j2").write_text("# Chez nous : {{ call.id }}\n", encoding="utf-8")
    found = compose(setting("capitalisation-mna-nantes", templates=(tmp_path,)), "fr")
    (only,) = found.blocks
    assert isinstance(only, Heading)
    assert plain(only.runs) == "Chez nous\u00a0: capitalisation-mna-nantes"
