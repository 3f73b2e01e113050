"""Word files under the schema of Open XML, by a validator that had no part in writing them."""

import json
import subprocess
from pathlib import Path

import pytest

from ami_cli import notice, starter
from tests.conftest import setting
from tests.notice.rich import rich

VALIDATOR = Path(__file__).parents[1] / "npm" / "node_modules" / ".bin" / "ooxml-validator"

pytestmark = pytest.mark.skipif(not VALIDATOR.is_file(), reason="needs ooxml-validator: npm install --prefix tests/npm")


def mistakes(file: Path) -> list[str]:
    """Return what the schema does not allow, with its place."""
    done = subprocess.run([str(VALIDATOR), str(file)], capture_output=True, check=False, timeout=120)  # noqa: S603  on a file made here
    found = json.loads(done.stdout)
    return [f"{mistake['path']} {mistake['xPath']}: {mistake['description']}" for mistake in found["errors"]]


def test_the_brand_that_people_edit_is_valid() -> None:
    assert mistakes(starter.folder("templates") / "brand.docx") == []


@pytest.mark.parametrize("form", ["fr", "en", "both"])
def test_a_call_that_uses_every_field_makes_a_valid_file(brand: notice.Brand, tmp_path: Path, form: str) -> None:
    document = notice.Document()
    tree = notice.in_two(rich(), document) if form == "both" else notice.in_one(rich(), document, form)
    (tmp_path / "notice.docx").write_bytes(notice.write(tree, "docx", brand))
    assert mistakes(tmp_path / "notice.docx") == []


def test_a_draft_with_its_watermark_is_valid(brand: notice.Brand, tmp_path: Path) -> None:
    tree = notice.compose(setting("positionnement-traite", draft=True), "fr")
    (tmp_path / "notice.docx").write_bytes(notice.write(tree, "docx", brand))
    assert mistakes(tmp_path / "notice.docx") == []


def test_what_the_schema_does_not_allow_is_found(brand: notice.Brand, tmp_path: Path) -> None:
    import docx

    word = docx.Document(str(brand.file("brand.docx")))
    properties = word.styles["Checklist"].element.get_or_add_pPr()
    properties.append(properties[0])
    word.save(str(tmp_path / "wrong.docx"))
    assert len(mistakes(tmp_path / "wrong.docx")) == 1
