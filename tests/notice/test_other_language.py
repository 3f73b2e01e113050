"""A call in a language that `ami` brings no wording for: its organisation writes the templates, the rest follows."""

import json
from pathlib import Path
from typing import Any

import pytest

from ami_cli import notice, starter
from ami_cli.errors import TemplateError
from ami_cli.models.call import Call
from ami_cli.models.organisation import Organisation
from tests.conftest import NOW, setting
from tests.notice import reading
from tests.notice.rich import VALUES

LANGUAGES = {"languages": ("fr", "es")}


def in_spanish(values: Any) -> Any:
    """Return the same values with Spanish in the place of English."""
    return json.loads(json.dumps(values).replace('"en":', '"es":').replace(" in English", " en español").replace('"en"', '"es"'))


def spanish(folder: Path) -> notice.Setting:
    base = setting("capitalisation-mna-nantes")
    call = Call.model_validate(in_spanish(VALUES) | {"languages": ["fr", "es"]}, context=LANGUAGES)
    organisation = Organisation.model_validate(in_spanish(base.organisation.model_dump(mode="json")), context=LANGUAGES)
    return notice.Setting(call, organisation, (folder, *base.templates), NOW)


def test_without_templates_it_says_which_to_write(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as raised:
        notice.in_one(spanish(tmp_path), notice.Document(), "es")
    assert "notice.es.md.j2" in raised.value.of("en")


def test_with_templates_dates_amounts_and_names_follow(tmp_path: Path, brand: notice.Brand) -> None:
    for path in starter.folder("templates").glob("*.en.md.j2"):
        words = path.read_text(encoding="utf-8").replace(".en.md.j2", ".es.md.j2").replace("Reply by", "Responder antes de")
        (tmp_path / path.name.replace(".en.", ".es.")).write_text(words, encoding="utf-8")
    tree = notice.in_one(spanish(tmp_path), notice.Document(), "es")
    text = reading.words(notice.write(tree, "docx", brand), "docx")
    facts = ("Responder antes de: jueves, 10 de julio de 2025", "UTC+1", "80.000 US$", "viernes, 20 de junio de 2025")
    assert [fact for fact in facts if fact not in text] == []
    assert notice.write(tree, "pdf", brand).startswith(b"%PDF-")
