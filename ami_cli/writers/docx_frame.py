"""What surrounds the text of a Word file: properties, language, header, footer, logo, watermark."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt
from docx.styles.style import ParagraphStyle

from ami_cli.errors import TemplateError
from ami_cli.models.content import Notice
from ami_cli.writers.brand import Brand, checked_logo

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as WordParagraph

REGIONS = {"fr": "fr-FR", "en": "en-GB", "es": "es-ES", "pt": "pt-PT", "de": "de-DE", "it": "it-IT", "ar": "ar-SA"}
"""The variant of each language that Word's spelling checker is asked for."""

STYLES = (
    "Title", "Kicker", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Normal", "Box", "Copy", "Preformatted",
    "List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3", "Checklist",
    "Literal", "Missing", "Hyperlink", "Ami Table", "Ami Side by Side",
)  # fmt: skip
"""The styles that brand.docx has to hold."""

_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_NARROW_MARGIN = Cm(1.6)
_SMALL = {"Normal": Pt(9), "Title": Pt(15), "Heading 1": Pt(12), "Heading 2": Pt(10.5), "Box": Pt(9), "Copy": Pt(8)}
_FOOTER_TITLE = 80
_HEADER_LINE, _LOGO_LETTERS = 92, 20
"""How many letters go on one line of the header, and how many a logo takes from them."""
_WATERMARK = """<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>
<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="DraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="DRAFT" style="position:absolute;margin-left:0;
margin-top:0;width:440pt;height:120pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;
mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
o:allowincell="f" fillcolor="#d0d0d0" stroked="f"><v:fill opacity=".5"/>
<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="DRAFT"/></v:shape></w:pict></w:r>"""


def opened(brand: Brand) -> "Word":
    """Open brand.docx; a TemplateError where it is no Word file or lacks a style."""
    path = brand.file("brand.docx")
    try:
        word = Document(io.BytesIO(path.read_bytes()))
    except (zipfile.BadZipFile, OpcError, SyntaxError, KeyError, ValueError, OSError) as error:
        raise TemplateError(
            fr=f"ce n’est pas un document Word lisible : {path}",
            en=f"this is not a readable Word document: {path}",
            remedy_fr="rouvrez-le dans Word et enregistrez-le en .docx, ou supprimez-le pour reprendre celui d’ami",
            remedy_en="open it in Word and save it as .docx, or delete it to use the one ami brings",
        ) from error
    lacking = [name for name in STYLES if name not in word.styles]
    if lacking:
        names = ", ".join(lacking)
        raise TemplateError(
            fr=f"{path} : il manque ces styles : {names}",
            en=f"{path}: these styles are missing: {names}",
            remedy_fr="recréez-les dans Word sous ces noms, ou repartez du brand.docx d’ami",
            remedy_en="create them again in Word under these names, or start from the brand.docx of ami",
        )
    return word


def dress(word: "Word", notice: Notice, brand: Brand) -> None:
    """Fill in what surrounds the text."""
    _properties(word, notice)
    _language(word, notice.language)
    if len(notice.languages) > 1:
        _narrow(word)
    words = {
        "organisation": notice.organisation,
        "subject": _brief(notice, _HEADER_LINE - len(notice.organisation) - (_LOGO_LETTERS if brand.logo else 0)),
        "title": _cut(notice.title, _FOOTER_TITLE),
        "language": notice.language,
    }
    for paragraph in _edges(word):
        _filled(paragraph, words, brand)
    if notice.draft:
        for section in word.sections:
            section.header.paragraphs[0]._p.append(parse_xml(_WATERMARK.format(ns=nsdecls("w"))))


def _brief(notice: Notice, room: int) -> str:
    """Return what kind of document it is; without its numbers, which stand above the title, where the line is too short."""
    if len(notice.subject) <= room:
        return notice.subject
    return _cut(" / ".join(part.split(" · ")[0] for part in notice.subject.split(" / ")), max(room, _LOGO_LETTERS))


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else f"{words[: room - 1].rstrip()}…"


def _narrow(word: "Word") -> None:
    """Make room for two columns: narrow margins, small print."""
    for section in word.sections:
        section.left_margin = section.right_margin = _NARROW_MARGIN
    for name in ("Header", "Footer"):
        for stop in _paragraph_style(word, name).paragraph_format.tab_stops:
            stop.position = Length((word.sections[0].page_width or 0) - 2 * _NARROW_MARGIN)
    for name, size in _SMALL.items():
        _paragraph_style(word, name).font.size = size


def _paragraph_style(word: "Word", name: str) -> ParagraphStyle:
    style = word.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101  for the type checker: only paragraph styles are asked for
    return style


def _properties(word: "Word", notice: Notice) -> None:
    properties = word.core_properties
    moment = notice.written.replace(tzinfo=None, microsecond=0)
    properties.title, properties.subject = notice.title, notice.subject
    properties.author = properties.last_modified_by = notice.organisation
    properties.language = ", ".join(notice.languages)
    properties.created = properties.modified = moment
    properties.revision = 1
    properties.content_status = "DRAFT" if notice.draft else "Final"


def _language(word: "Word", language: str) -> None:
    """Set the language of everything that does not say otherwise."""
    region = REGIONS.get(language, language)
    for properties in word.styles.element.iter(qn("w:rPrDefault")):
        for found in properties.iter(qn("w:lang")):
            found.set(qn("w:val"), region)
            found.set(qn("w:eastAsia"), region)


def _edges(word: "Word") -> Iterator["WordParagraph"]:
    for section in word.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                yield from part.paragraphs
                yield from (paragraph for table in part.tables for cell in table._cells for paragraph in cell.paragraphs)


def _filled(paragraph: "WordParagraph", words: Mapping[str, str], brand: Brand) -> None:
    """Replace the placeholders of a paragraph. Word may split one over several runs: the paragraph is read as a whole."""
    pieces = list(paragraph._p.iter(qn("w:t")))
    whole = "".join(piece.text or "" for piece in pieces)
    for match in reversed(list(_PLACEHOLDER.finditer(whole))):
        if match[1] != "logo" and match[1] not in words:
            raise _unknown(match[1], words, brand)
        _put(pieces, match.start(), match.end(), words.get(match[1], ""))
        if match[1] == "logo" and brand.logo is not None:
            _logo(paragraph, brand)


def _put(pieces: list, start: int, end: int, words: str) -> None:  # type: ignore[type-arg]  # lxml has no types
    offset = 0
    for piece in pieces:
        text = piece.text or ""
        first, last = max(start - offset, 0), min(end - offset, len(text))
        if first < len(text) and last > 0:
            piece.text = text[:first] + (words if start >= offset else "") + text[last:]
            piece.set(qn("xml:space"), "preserve")
        offset += len(text)


def _logo(paragraph: "WordParagraph", brand: Brand) -> None:
    assert brand.logo is not None  # noqa: S101  for the type checker: the caller has looked
    run = paragraph.add_run()
    run.add_picture(io.BytesIO(checked_logo(brand.logo)), height=Cm(1.2))
    for properties in run._r.iter(qn("wp:docPr")):
        properties.set("descr", brand.alternative)
        properties.set("name", "logo")
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, run._r)


def _unknown(name: str, words: Mapping[str, str], brand: Brand) -> TemplateError:
    known = ", ".join(f"{{{{ {word} }}}}" for word in ("logo", *words))
    path = brand.file("brand.docx")
    return TemplateError(
        fr=f"{path} : champ inconnu dans l’en-tête ou le pied de page : {{{{ {name} }}}}",
        en=f"{path}: unknown field in the header or footer: {{{{ {name} }}}}",
        remedy_fr=f"champs possibles : {known}",
        remedy_en=f"possible fields: {known}",
    )
