"""Prose that holds code of any kind is shown as text in every format, and never runs."""

import io
import zipfile
from dataclasses import replace

import pytest

from ami_cli import notice, starter
from ami_cli.errors import TemplateError
from ami_cli.models.call import Reference
from ami_cli.models.requirement import Channel, Channels
from ami_cli.models.text import Text
from tests.conftest import setting
from tests.notice import reading
from tests.notice.test_changes import changed

BRAND = notice.Brand(folders=(starter.folder("templates"),))
CODE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% raw %} {{ call.__class__ }}",
    '#panic("typst") #set page(fill: red) $x^2$',
    "<w:t>word</w:t> &amp; &#60;",
    "=HYPERLINK(1)",
    "</script><b>",
)


def hostile(code: str) -> notice.Setting:
    base = setting("capitalisation-mna-nantes")
    escaped = code.replace("\\", "\\\\").replace("&", "\\&").replace("*", "\\*").replace("_", "\\_").replace("<", "\\<")
    text = Text({"fr": escaped, "en": escaped})
    mission = base.call.mission.model_copy(update={"objective": text, "deliverables": (text,)})
    return replace(base, call=base.call.model_copy(update={"mission": mission, "title": text}))


@pytest.mark.parametrize("code", CODE)
@pytest.mark.parametrize("form", notice.FORMATS)
def test_code_is_shown_and_does_not_run(form: str, code: str) -> None:
    content = notice.write(notice.compose(hostile(code), "en"), form, BRAND)
    shown = reading.words(content, form)
    expected = reading.plain(code).replace('"', "“").replace("“typst“", "“typst”")
    if form == "md":
        expected = expected.replace("<", "").replace(">", "").replace("*", "")
    assert expected.replace(" ", "") in shown.replace(" ", "").replace("\n", "")


def test_a_page_has_no_script_but_its_data_and_no_handler() -> None:
    page = notice.write(notice.compose(hostile(CODE[1]), "en"), "html", BRAND).decode()
    assert page.count("<script") == 1
    assert '<script type="application/ld+json">' in page
    assert page.count("</script>") == 1
    assert "<img" not in page


def test_a_word_file_stays_a_word_file() -> None:
    content = notice.write(notice.compose(hostile(CODE[4]), "en"), "docx", BRAND)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "&lt;w:t&gt;word" in package.read("word/document.xml").decode()


@pytest.mark.parametrize("name", ["نداء", "Nguyễn Thị Ánh", "Rakotomalàla Ñoro", "Ženěv"])
def test_names_of_many_languages_are_written(name: str) -> None:
    assert reading.words(notice.write(notice.compose(hostile(name), "en"), "html", BRAND), "html").count(name) >= 2
    assert notice.write(notice.compose(hostile(name), "en"), "pdf", BRAND).startswith(b"%PDF-")


def test_a_character_that_no_font_has_is_named() -> None:
    with pytest.raises(TemplateError) as raised:
        notice.write(notice.compose(hostile("漢字"), "en"), "pdf", BRAND)
    assert "« 漢 » (la dernière essayée : " in raised.value.of("fr")
    assert "dans « 漢字 »" in raised.value.of("fr")
    assert "fonts" in raised.value.remedy("en")


@pytest.mark.parametrize("form", notice.FORMATS)
def test_characters_that_no_document_can_hold_are_replaced_by_a_sign(form: str) -> None:
    base = setting("capitalisation-mna-nantes")
    text = Text.model_validate({"fr": "a\x07b", "en": "a\x07b"})
    channels = Channels(accepted=(Channel(email="a@example.org", subjects=("c\x1bd",)),))
    call = changed("application.channels", channels, changed("mission.objective", text, base.call))
    call = changed("references", (Reference(number="e\ud800f"),), call)
    shown = reading.words(notice.write(notice.compose(replace(base, call=call), "en"), form, BRAND), form)
    assert [word for word in ("a\ufffdb", "c\ufffdd", "e\ufffdf") if word not in shown] == []
