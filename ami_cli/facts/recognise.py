"""Reading scans: pages drawn by pdfium or taken from pictures, their words recognised by Tesseract in French and English."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ami_cli.facts import media
from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.orders import RECOGNISED_PAGES
from ami_cli.facts.outside import run
from ami_cli.facts.readers.picture import frames, opened
from ami_cli.facts.tools import Bench
from ami_cli.models.facts import Page

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_INCH = 200
_LONGEST_SIDE = 3500


def recognised(data: bytes, kind: str, bench: Bench, only: tuple[int, ...] = ()) -> tuple[Page, ...]:
    """Return the recognised text of the pages, or of some `only`; pages without a word are left out."""
    pages = []
    for number, picture in _of_pdf(data, only) if kind == media.PDF else _of_picture(data, bench.bounds):
        text = _words(picture, bench)
        if any(map(str.isalnum, text)):
            pages.append(Page(number=number, text=text, ocr=True))
    return tuple(pages)


def _words(picture: "Image", bench: Bench) -> str:
    source, target = bench.folder / "page.png", bench.folder / "page.txt"
    target.unlink(missing_ok=True)
    picture.save(source, "PNG", compress_level=1)
    program = bench.tools.tesseract or "tesseract"
    languages = _languages(program, bench.folder)
    command = [program, str(source), str(target.with_suffix("")), "-l", languages, "--dpi", str(_DOTS_PER_INCH)]
    run(command, seconds=bench.bounds.seconds, folder=bench.folder)
    return clean(target.read_text(encoding="utf-8", errors="replace")) if target.exists() else ""


_LANGUAGES: dict[str, str] = {}


def _languages(program: str, folder: Path) -> str:
    """French and English, or as much of them as is installed: tried once on an empty picture."""
    if program not in _LANGUAGES:
        from PIL import Image

        Image.new("L", (40, 40), 255).save(folder / "blank.png")
        for languages in ("fra+eng", "eng", "fra"):
            if run([program, str(folder / "blank.png"), str(folder / "blank"), "-l", languages], seconds=20, folder=folder):
                break
        else:
            languages = "eng"
        _LANGUAGES[program] = languages
    return _LANGUAGES[program]


def _of_pdf(data: bytes, only: tuple[int, ...]) -> Iterator[tuple[int, "Image"]]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for number in (only or range(1, len(document) + 1))[:RECOGNISED_PAGES]:
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            continue
        scale = min(_DOTS_PER_INCH / 72, _LONGEST_SIDE / max(*page.get_size(), 1))
        yield number, page.render(scale=scale, grayscale=True).to_pil()


def _of_picture(data: bytes, bounds: Bounds) -> Iterator[tuple[int, "Image"]]:
    from PIL import ImageOps

    picture = opened(data)
    several = frames(picture)
    for number in range(1, min(several, RECOGNISED_PAGES) + 1):
        if several > 1:
            picture.seek(number - 1)
        if picture.width * picture.height > bounds.pixels:
            continue
        upright = ImageOps.exif_transpose(picture).convert("L")
        upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
        yield number, upright
