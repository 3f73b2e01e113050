"""What people typed into the fields of a PDF form, or on top of its pages: a page's own text holds none of it."""

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from ami_cli.facts.clean import clean

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST = 500
"""Fields read on one page."""
_LONGEST = 200_000
"""Bytes kept of one, which is more than anybody types."""


def open_fields(document: "PdfDocument") -> bool:
    """Make the fields of a form readable, before any page is; return whether all that it shows can be read.

    A form that its program draws anew each time it is opened (XFA) shows to others only a page that asks for that program.
    """
    import pypdfium2.raw as pdfium

    sort = document.get_formtype()
    if sort in {pdfium.FORMTYPE_ACRO_FORM, pdfium.FORMTYPE_XFA_FOREGROUND}:
        document.init_forms()
    return bool(sort != pdfium.FORMTYPE_XFA_FULL)


def typed(document: "PdfDocument", page: "PdfPage") -> str:
    """Return the values of the text fields and lists of a page, and what was typed onto it, a line each."""
    return clean("\n".join(filter(None, (text.strip() for text in _values(document, page)))))


def _values(document: "PdfDocument", page: "PdfPage") -> Iterator[str]:
    import pypdfium2.raw as pdfium

    shown = {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
    form = document.formenv.raw if document.formenv else None
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST)):
        place = pdfium.FPDFPage_GetAnnot(page, index)
        if not place:
            continue
        sort = pdfium.FPDFAnnot_GetSubtype(place)
        if sort == pdfium.FPDF_ANNOT_FREETEXT:
            yield _text(partial(pdfium.FPDFAnnot_GetStringValue, place, b"Contents"))
        elif sort == pdfium.FPDF_ANNOT_WIDGET and form and pdfium.FPDFAnnot_GetFormFieldType(form, place) in shown:
            yield _text(partial(pdfium.FPDFAnnot_GetFormFieldValue, form, place))
        pdfium.FPDFPage_CloseAnnot(place)


def _text(ask: Callable[[Any, int], int]) -> str:
    """Ask for a text as pdfium gives it: its size in bytes first, then its letters of two bytes, with a zero at the end."""
    size = min(ask(None, 0), _LONGEST)
    letters = (ctypes.c_ushort * (size // 2 + 1))()
    ask(letters, size)
    return bytes(letters)[:size].decode("utf-16-le", "replace").rstrip("\x00")
