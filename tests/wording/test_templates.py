from pathlib import Path

import pytest

from ami_cli import starter
from ami_cli.errors import TemplateError
from ami_cli.models.content import Heading, plain
from ami_cli.wording.compose import compose
from tests.conftest import setting

BROKEN = [
    ("# x\n\n{{ call.titel }}\n", 3, "titel"),
    ("# x\n{{ nothing_of_the_kind }}\n", 2, "nothing_of_the_kind"),
    ("# x\n\n\n{% if call %}\n", 4, "end of template"),
    ("# {{ call.mission }}\n", 1, "Mission"),
    ("# x\n{{ ''.__class__ }}\n", 2, "unsafe"),
    ("# x\n{{ call.title | no_such_filter }}\n", 2, "no_such_filter"),
]


@pytest.mark.parametrize(("source", "line", "said"), BROKEN)
def test_a_broken_template_is_told_with_its_file_and_line(tmp_path: Path, source: str, line: int, said: str) -> None:
    (tmp_path / "notice.fr.md.j2").write_text(source, encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        compose(setting("capitalisation-mna-nantes", templates=(tmp_path,)), "fr")
    assert f"{tmp_path / 'notice.fr.md.j2'}:{line}" in raised.value.of("en")
    assert said in raised.value.of("en")


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
