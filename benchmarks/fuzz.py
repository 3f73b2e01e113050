"""Feed every reader, and the reader of messages, with files spoilt by a fuzzer that follows what the code does with them.

`pip install atheris`, then `python benchmarks/fuzz.py [READER…] [--seconds N] [--seeds FOLDER]`: every reader for a minute
of processor time unless told otherwise. FOLDER may hold real files to spoil besides those that tests are made of.
What is found is written to `fuzz-findings/`, with the input; `--try READER FILE` runs it again. Nothing found: exit code 0.
"""

import argparse
import contextlib
import hashlib
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))
FINDINGS = Path("fuzz-findings")
SLOW = 4.0
"""Seconds of processor time; no input is larger than `LARGEST`, so a reader that takes longer can be made to hang."""
LARGEST = 60_000


class Target(NamedTuple):
    """One reader: what to begin with, and what to do with a spoilt copy. Both load what they need when called."""

    suffix: str
    seeds: Callable[[], list[bytes]]
    feed: Callable[[bytes], object]


def reader(media_type: str) -> Callable[[bytes], object]:
    """Return what reads one format, and understands its text; a file that is named unreadable is no finding."""

    def feed(data: bytes) -> object:
        from ami_cli.facts.bounds import DEFAULT
        from ami_cli.facts.content import UnreadableError
        from ami_cli.facts.prose import understand
        from ami_cli.facts.readers import picture
        from ami_cli.facts.reading import READERS, facts_of

        if media_type == "application/zip":
            return facts_of(data, ".zip")
        with contextlib.suppress(UnreadableError):
            content = (picture.read if media_type == "image/*" else READERS[media_type])(data, DEFAULT)
            return understand(content.texts)
        return None

    return feed


def part(media_type: str, name: str, whole: Callable[[], bytes]) -> Callable[[bytes], object]:
    """Return what reads a package with one part spoilt: a fuzzer that spoils the package itself seldom gets past its checksums."""
    read, kept = reader(media_type), []

    def feed(data: bytes) -> object:
        kept[:] = kept or [_others(whole(), name)]
        held = BytesIO(kept[0])
        with zipfile.ZipFile(held, "a") as package:
            package.writestr(name, data)
        return read(held.getvalue())

    return feed


def _others(package: bytes, name: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(held, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
    return held.getvalue()


def _part_of(package: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return archive.read(name)


LETTER = "Lettre de candidature\nÉlise Durand, disponible dès octobre\nRéférence : Ville de Sault, 2023"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODP = "application/vnd.oasis.opendocument.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def a_docx() -> bytes:
    from tests.facts import making

    cells = "".join(f"<w:tc>{making.paragraph(word)}</w:tc>" for word in ("Poste", "Durée"))
    body = "".join(map(making.paragraph, LETTER.split("\n"))) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    return making.docx(body, pages=2, words=20, parts={"header1": making.paragraph("Page")})


def an_odt() -> bytes:
    from tests.facts import making

    return making.opendocument(ODT, f"<text:h>CV</text:h><text:p>{LETTER}<text:s text:c='2'/></text:p>", pages=1, words=12)


def an_ods() -> bytes:
    from tests.facts import making

    cell = "<table:table-cell table:number-columns-repeated='2'><text:p>15 000</text:p></table:table-cell>"
    return making.opendocument(ODS, f"<table:table table:name='B'><table:table-row>{cell}</table:table-row></table:table>")


def flat() -> bytes:
    from tests.facts.making import FLAT

    return FLAT


def an_odp() -> bytes:
    from tests.facts import making

    return making.opendocument(ODP, f"<draw:page><draw:text-box><text:p>{LETTER}</text:p></draw:text-box></draw:page><draw:page/>")


def an_xlsx() -> bytes:
    from openpyxl import Workbook

    book, held = Workbook(), BytesIO()
    for row in (["Poste", "Montant"], ["Honoraires", 12500.5], ["Total", "=B2"]):
        book.active.append(row)
    book.save(held)
    return held.getvalue()


def a_pptx() -> bytes:
    from tests.facts import making

    return making.pptx(LETTER, "Deuxième")


def pdfs() -> list[bytes]:
    from tests.facts import making

    return [making.pdf(LETTER, ""), making.pdf("Scan", picture=True), making.pdf("x", count=9)]


def pictures() -> list[bytes]:
    from PIL import Image

    made = []
    for form in ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"):
        Image.new("L", (40, 30), 200).save(held := BytesIO(), form)
        made.append(held.getvalue())
    return [*made, (HERE / "tests" / "facts" / "page.heic").read_bytes()]


def archives() -> list[bytes]:
    from tests.facts import making

    inner = making.zipped({"CV été.txt": LETTER})
    return [making.zipped({"lettre.txt": LETTER, "dossier/b.zip": inner, "c.docx": a_docx()})]


def mails() -> list[bytes]:
    from tests.intake.letters import letter

    odd = b"From: =?utf-8?q?=C3=89lise?= <e@b.example>\nSubject: =?x?b?4?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    odd += (
        b"Content-Type: application/pdf; name*0*=utf-8''c%C3%A9; name*1=v.pdf\nContent-Transfer-Encoding: base64\n\nYQ==\n--b--\n"
    )
    forwarded = letter(files={"plus.eml": letter(files={})}, text="<p>Bonjour <a href='https://we.tl/x'>fichiers</a>")
    return [letter(), forwarded, odd]


def read_mail(data: bytes) -> object:
    from ami_cli.intake.mail import read

    return read(data)


def as_text(suffix: str) -> Callable[[bytes], object]:
    def feed(data: bytes) -> object:
        from ami_cli.facts.reading import facts_of

        return facts_of(data, suffix)

    return feed


def parts_of(make: Callable[[], bytes], name: str) -> Callable[[], list[bytes]]:
    return lambda: [_part_of(make(), name)]


RTF = [
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\nofpages2}{\nofwords9}} Lettre d\'e9t\'e9\par \u233? \trowd a\cell\row}"
]
HTML = [b"<!DOCTYPE html><head><title>x</title></head><body><p>Bonjour &eacute;t&#233;<br>ici<table><tr><td>a</table><!-- b -->"]
TARGETS = {
    "pdf": Target(".pdf", pdfs, reader("application/pdf")),
    "docx": Target("", parts_of(a_docx, "word/document.xml"), part(DOCX, "word/document.xml", a_docx)),
    "docx-package": Target(".docx", lambda: [a_docx()], reader(DOCX)),
    "odt": Target("", parts_of(an_odt, "content.xml"), part(ODT, "content.xml", an_odt)),
    "odp": Target("", parts_of(an_odp, "content.xml"), part(ODP, "content.xml", an_odp)),
    "ods": Target("", parts_of(an_ods, "content.xml"), part(ODS, "content.xml", an_ods)),
    "xlsx": Target("", parts_of(an_xlsx, "xl/worksheets/sheet1.xml"), part(XLSX, "xl/worksheets/sheet1.xml", an_xlsx)),
    "xlsx-book": Target("", parts_of(an_xlsx, "xl/workbook.xml"), part(XLSX, "xl/workbook.xml", an_xlsx)),
    "xlsx-styles": Target("", parts_of(an_xlsx, "xl/styles.xml"), part(XLSX, "xl/styles.xml", an_xlsx)),
    "pptx": Target("", parts_of(a_pptx, "ppt/slides/slide1.xml"), part(PPTX, "ppt/slides/slide1.xml", a_pptx)),
    "pptx-order": Target("", parts_of(a_pptx, "ppt/presentation.xml"), part(PPTX, "ppt/presentation.xml", a_pptx)),
    "fodt": Target(".fodt", lambda: [flat()], as_text(".fodt")),
    "rtf": Target(".rtf", lambda: RTF, reader("application/rtf")),
    "html": Target(".html", lambda: HTML, reader("text/html")),
    "csv": Target(".csv", lambda: [b'Poste;Montant\n"Hono;raires";12 500\n'], reader("text/csv")),
    "text": Target(".txt", lambda: [LETTER.encode(), LETTER.encode("utf-16"), LETTER.encode("cp1252")], as_text(".txt")),
    "zip": Target(".zip", archives, reader("application/zip")),
    "picture": Target(".png", pictures, reader("image/*")),
    "any": Target("", lambda: [*pdfs(), *RTF, *HTML, a_docx(), *pictures()], as_text("")),
    "mail": Target(".eml", mails, read_mail),
    "outlook": Target(".msg", list, read_mail),
}


class Watched:
    """Feeds a target and writes down what it does not survive, each kind once."""

    def __init__(self, name: str) -> None:
        self.name, self.target = name, TARGETS[name]
        self.seen: set[str] = set()
        self.runs = 0

    def __call__(self, data: bytes) -> None:
        """Feed it one input."""
        self.runs += 1
        start = time.process_time()
        try:
            self.target.feed(data)
        except Exception as error:  # noqa: BLE001  # whatever comes out is the finding
            last = traceback.extract_tb(error.__traceback__)[-1]
            self.note(f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}", data, traceback.format_exc())
        spent = time.process_time() - start
        if spent > SLOW:
            self.note("slow", data, f"{spent:.1f} s for {len(data)} bytes")

    def note(self, what: str, data: bytes, why: str) -> None:
        """Write a finding down, unless its kind is known."""
        if what in self.seen:
            return
        self.seen.add(what)
        stem = FINDINGS / f"{self.name}-{hashlib.sha256(what.encode()).hexdigest()[:8]}"
        FINDINGS.mkdir(exist_ok=True)
        stem.with_suffix(".input").write_bytes(data)
        stem.with_suffix(".txt").write_text(f"{what}\n{why}")
        print(f"FOUND {self.name}: {what}", flush=True)


def fuzz(name: str, seconds: int, seeds: Path | None) -> None:
    """Spoil files for one reader, in this process, until the time is over."""
    import atheris

    watched = Watched(name)
    with atheris.instrument_imports(include=["ami_cli", "striprtf", "html", "email", "csv", "zipfile", "openpyxl", "oxmsg"]):
        for seed in _seeds(watched.target, seeds):
            with contextlib.suppress(Exception):
                watched.target.feed(seed)  # what is loaded once is no slowness of the reader
            watched(seed)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(_seeds(watched.target, seeds)):
            (Path(corpus) / str(number)).write_bytes(seed)
        own = str((FINDINGS / f"{name}-").absolute())
        FINDINGS.mkdir(exist_ok=True)
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={LARGEST}",
            "-timeout=30",
            "-rss_limit_mb=3000",
            "-seed=1",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={own}", corpus], watched)
        atheris.Fuzz()


def _seeds(target: Target, folder: Path | None) -> Iterator[bytes]:
    yield from target.seeds()
    real = sorted(folder.rglob(f"*{target.suffix}")) if folder and target.suffix else []
    real = [path for path in real if path.is_file() and path.stat().st_size <= LARGEST]
    yield from (path.read_bytes() for path in random.Random(1).sample(real, min(len(real), 40)))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("readers", nargs="*", metavar="READER", help=", ".join(TARGETS))
    arguments.add_argument("--seconds", type=int, default=60)
    arguments.add_argument("--seeds", type=Path)
    arguments.add_argument("--try", nargs=2, metavar=("READER", "FILE"), dest="again")
    arguments.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.again:
        TARGETS[asked.again[0]].feed(Path(asked.again[1]).read_bytes())
    elif asked.inside:
        fuzz(asked.readers[0], asked.seconds, asked.seeds)
    else:
        quiet = [_apart(name, asked) for name in asked.readers or TARGETS]
        sys.exit(not all(quiet))


def _apart(name: str, asked: argparse.Namespace) -> bool:
    """Fuzz one reader in a process of its own, so that a crash costs that reader alone; return whether nothing was found."""
    command = [sys.executable, __file__, name, "--inside", "--seconds", str(asked.seconds)]
    command += ["--seeds", str(asked.seeds)] if asked.seeds else []
    before = os.times()
    ended = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    spent = os.times().children_user - before.children_user
    found = [line for line in ended.stdout.splitlines() if line.startswith("FOUND")]
    if ended.returncode:
        found.append(f"FOUND {name}: it ended with status {ended.returncode}: {ended.stderr[-300:]}")
    runs = re.search(r"number_of_executed_units: *(\d+)", ended.stderr)
    print(f"{name}: {runs[1] if runs else '?'} files, {spent:.0f} s of processor time", *found, sep="\n  ", flush=True)
    return not found


if __name__ == "__main__":
    main()
