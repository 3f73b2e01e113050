"""The document as PDF, laid out by Typst as `templates/brand.typ` says: PDF/UA-1 and PDF/A-2a, fonts inside.

The words reach Typst as data, never as markup, so nothing in them can be a command of it. No font of the machine is
used: the same document has the same bytes everywhere.
"""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ami_cli.errors import TemplateError
from ami_cli.models.content import Notice
from ami_cli.wording.missing import runs
from ami_cli.writers.brand import Brand, checked_logo
from ami_cli.writers.shares import shares

if TYPE_CHECKING:
    from typst import PDFStandard

_STANDARDS: "list[PDFStandard]" = ["ua-1", "a-2a"]
_NO_GLYPH = re.compile(r'the text `(".*?")` could not be displayed with font `"?(.*?)"?`', re.DOTALL)
_NO_FONT = re.compile(r"unknown font family: (.+)")
_LINE = re.compile(r"\.typ:(\d+)")
_AROUND = 20


def write(notice: Notice, brand: Brand) -> bytes:
    """Return the bytes of a PDF.

    Raises:
        TemplateError: where brand.typ is wrong, with its line; where no font has a character of the document, with it.
    """
    import typst

    source = brand.file("brand.typ")
    fonts = [folder / "fonts" for folder in brand.folders if (folder / "fonts").is_dir()]
    try:
        written, warnings = typst.compile_with_warnings(
            source,
            root=source.parent,
            format="pdf",
            pdf_standards=_STANDARDS,
            sys_inputs={"notice": json.dumps(_data(notice, brand))},
            font_paths=fonts,
            ignore_system_fonts=True,
            timestamp=int(notice.written.timestamp()),
        )
    except typst.TypstError as error:
        raise _told(error, source, notice) from error
    for warning in warnings:
        unknown = _NO_FONT.fullmatch(warning.message)
        if unknown:
            raise _no_font(unknown[1], source)
    return bytes(written)


def _data(notice: Notice, brand: Brand) -> dict[str, Any]:
    moment = notice.written
    data = notice.model_dump(mode="json")
    data["written"] = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
    for block in _tables(data["blocks"]):
        rows = [[_plain(cell) for cell in row] for row in (block["header"], *block["rows"])]
        block["widths"] = shares(rows, divided=block["divided"])
    if brand.logo is not None:
        data["logo"], data["logo-alt"] = list(checked_logo(brand.logo)), brand.alternative
    return data


def _tables(part: Any) -> list[dict[str, Any]]:
    """Return every table below a part of the tree."""
    if isinstance(part, list):
        return [table for inner in part for table in _tables(inner)]
    if not isinstance(part, dict):
        return []
    if part.get("kind") == "table":
        return [part]
    return [table for inner in part.values() for table in _tables(inner)]


def _plain(cell: list[dict[str, Any]]) -> str:
    return "".join(run["text"] for run in cell)


def _no_font(name: str, source: Path) -> TemplateError:
    place = source.parent / "fonts"
    return TemplateError(
        fr=f"{source} : cette police n’est pas là : « {name} »",
        en=f"{source}: this font is not there: “{name}”",
        remedy_fr=f"mettez son fichier (.ttf ou .otf) dans {place}, ou retirez son nom",
        remedy_en=f"put its file (.ttf or .otf) into {place}, or take its name out",
    )


def _around(text: str, notice: Notice) -> str:
    """Return where in the document a character stands: a few words on each side."""
    whole = next((run.text for run in runs(notice.blocks) if text in run.text), notice.title)
    start = max(whole.find(text), 0)
    first, end = max(start - _AROUND, 0), start + len(text) + _AROUND
    return ("…" if first else "") + whole[first:end].replace("\n", " ") + ("…" if end < len(whole) else "")


def _told(error: Any, source: Path, notice: Notice) -> TemplateError:
    glyph = _NO_GLYPH.search(error.message)
    if glyph:
        text, font = json.loads(glyph[1]) if "\\" not in glyph[1] else glyph[1], glyph[2]
        return TemplateError(
            fr=f"aucune police du PDF ne sait écrire « {text} » (la dernière essayée : {font}), dans « {_around(text, notice)} »",
            en=f"no font of the PDF can write “{text}” (the last one tried: {font}), in “{_around(text, notice)}”",
            remedy_fr=f"mettez une police (.ttf ou .otf) qui l’a dans {source.parent / 'fonts'}, et nommez-la dans {source}",
            remedy_en=f"put a font (.ttf or .otf) that has it into {source.parent / 'fonts'}, and name it in {source}",
        )
    found = _LINE.search(str(error.diagnostic))
    where = f"{source}:{found[1]}" if found else str(source)
    return TemplateError(
        fr=f"{where} : la charte du PDF est incorrecte : {error.message}",
        en=f"{where}: the look of the PDF is wrong: {error.message}",
        remedy_fr="corrigez cette ligne, ou supprimez votre copie pour reprendre celle d’ami",
        remedy_en="mend this line, or delete your copy to use the one ami brings",
    )
