import html.parser
import json
import re
from pathlib import Path

import pytest

from ami_cli import notice
from ami_cli.errors import TemplateError


def page(setting: notice.Setting, brand: notice.Brand, language: str = "fr") -> str:
    return notice.write(notice.compose(setting, language), "html", brand).decode()


class Outline(html.parser.HTMLParser):
    """Checks that tags close in order, and keeps the levels of headings."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in {"meta", "br", "img"}:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_its_headings_go_down_by_one(nantes: notice.Setting, brand: notice.Brand) -> None:
    outline = Outline()
    outline.feed(page(nantes, brand))
    assert outline.open == []
    assert outline.levels[0] == 1
    assert outline.levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(outline.levels, outline.levels[1:], strict=False))


def test_the_page_needs_nothing_from_elsewhere(nantes: notice.Setting, brand: notice.Brand) -> None:
    written = page(nantes, brand)
    assert re.findall(r'(?:src|href)="(?!#|mailto:|https?:)[^"]*"', written) == []
    assert "<link" not in written
    assert "@import" not in written


def test_the_subject_says_its_language_and_can_be_selected_at_once(nantes: notice.Setting, brand: notice.Brand) -> None:
    written = page(nantes, brand, "en")
    assert written.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<p class="copy"><code lang="fr" translate="no">Capitalisation / MNA Nantes / France</code></p>' in written


def test_search_engines_find_the_deadline_and_the_amount(nantes: notice.Setting, brand: notice.Brand) -> None:
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(nantes, brand), re.DOTALL)
    found = json.loads(data)
    assert found["@type"] == "Demand"
    assert found["availabilityEnds"] == "2025-08-31T12:00:00+02:00"
    assert found["priceSpecification"] == {"@type": "PriceSpecification", "maxPrice": "15000", "priceCurrency": "EUR"}


def test_two_languages_stand_in_two_columns_each_with_its_language(nantes: notice.Setting, brand: notice.Brand) -> None:
    written = notice.write(notice.in_two(nantes, notice.Document()), "html", brand).decode()
    pairs = re.findall(r'<div class="pair[^"]*"><div lang="fr">', written)
    assert len(pairs) > 50
    assert len(pairs) == written.count('</div><div lang="en">')
    assert written.count("<h1") == 1


def test_a_draft_says_so_in_its_title_and_on_the_page(trafficking: notice.Setting, brand: notice.Brand) -> None:
    written = page(trafficking, brand, "en")
    assert "<title>DRAFT" in written
    assert '<p class="draft">DRAFT: this document is not published.</p>' in written
    assert '<body class="unpublished">' in written


def test_a_style_sheet_that_is_not_utf_8_is_named(nantes: notice.Setting, tmp_path: Path) -> None:
    (tmp_path / "brand.css").write_bytes(b"/* \xe9 */")
    with pytest.raises(TemplateError, match=r"brand\.css:1: the file is not in UTF-8"):
        page(nantes, notice.Brand(folders=(tmp_path,)))
