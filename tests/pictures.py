"""Draw the pictures of the gallery anew: `make pictures`. Needs LibreOffice, poppler and Chromium."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

GALLERY = Path(__file__).parents[1] / "docs" / "gallery"
NANTES, TRAFFICKING = "capitalisation-mna-nantes-notice", "positionnement-traite-notice-DRAFT"
PAGE, SCREEN, PHONE = (560, 791), (640, 727), (390, 844)
DARK = "--blink-settings=preferredColorScheme=0"
FRAME = '<body style="margin:0"><iframe src="{page}" style="border:0;width:390px;height:844px"></iframe>'
"""A browser without a screen makes no window as narrow as a phone: the page is shown in a frame of that width."""


def run(*command: str | Path) -> str:
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, timeout=180)  # noqa: S603  programs of this machine
    return done.stdout


def page_of(pdf: Path, number: int, into: Path) -> Path:
    run("pdftoppm", "-r", "130", "-png", "-singlefile", "-f", str(number), "-l", str(number), pdf, into / f"{pdf.stem}-{number}")
    return into / f"{pdf.stem}-{number}.png"


def pages(pdf: Path) -> int:
    return int(next(line.split()[1] for line in run("pdfinfo", pdf).splitlines() if line.startswith("Pages:")))


def screen(page: str, into: Path, name: str, size: tuple[int, int], *flags: str) -> Path:
    picture = into / f"{name}.png"
    window = f"--window-size={size[0]},{size[1]}"
    run(*BROWSER, f"--user-data-dir={into / 'profile'}", window, *flags, f"--screenshot={picture}", page)
    return picture


def saved(picture: Path, name: str, size: tuple[int, int]) -> None:
    small = Image.open(picture).convert("RGB").resize(size, Image.Resampling.LANCZOS)
    small.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(GALLERY / "pictures" / name, optimize=True)


def draw(into: Path) -> None:
    """Draw every picture that the gallery and the READMEs show."""
    run("soffice", f"-env:UserInstallation={(into / 'office').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", into,
        GALLERY / f"{NANTES}.fr.docx")  # fmt: skip
    saved(page_of(into / f"{NANTES}.fr.pdf", 1, into), "word-fr.png", PAGE)
    saved(page_of(GALLERY / f"{NANTES}.fr-en.pdf", 1, into), "pdf-both.png", PAGE)
    french = GALLERY / f"{NANTES}.fr.pdf"
    saved(page_of(french, pages(french), into), "pdf-checklist.png", PAGE)
    web = (GALLERY / f"{NANTES}.fr.html").as_uri()
    wide = (2 * SCREEN[0], 2 * SCREEN[1])
    saved(screen(web, into, "web", wide), "web-fr.png", SCREEN)
    saved(screen((GALLERY / f"{TRAFFICKING}.fr.html").as_uri(), into, "dark", wide, DARK), "web-draft-dark.png", SCREEN)
    (into / "frame.html").write_text(FRAME.format(page=web), encoding="utf-8")
    saved(screen((into / "frame.html").as_uri(), into, "phone", PHONE), "phone-fr.png", PHONE)


BROWSER = (shutil.which("chromium") or "google-chrome", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
           "--allow-file-access-from-files")  # fmt: skip

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        draw(Path(folder))
    sys.stdout.write("docs/gallery/pictures\n")
