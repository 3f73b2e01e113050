"""How `ami` reads files beside markitdown and pypdf alone: time, and share of the words that are there to be found.

Run: `.venv/bin/python benchmarks/others.py FOLDER`. markitdown is no part of the installation: `pip install 'markitdown[pdf]'`
by hand for this script; without it the line is left out. The words that are there: those that poppler's `pdftotext` finds in a PDF
file, each as often as it stands there. Each reader runs in this process, after one file to warm it, on one processor.
"""

import io
import logging
import subprocess
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from ami_cli.facts.reading import facts_of


def by_ami(data: bytes) -> str:
    return "\n".join(page.text for page in facts_of(data, ".pdf").texts)


def by_pypdf(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def by_markitdown(data: bytes) -> str:
    from markitdown import MarkItDown, StreamInfo

    return str(
        MarkItDown(enable_plugins=False).convert_stream(io.BytesIO(data), stream_info=StreamInfo(extension=".pdf")).text_content
    )


READERS: dict[str, Callable[[bytes], str]] = {"ami (facts, statements too)": by_ami, "pypdf": by_pypdf, "markitdown": by_markitdown}


def words(text: str) -> Counter[str]:
    return Counter(text.lower().replace("\u00ad", "").split())


def reference(path: Path) -> Counter[str] | None:
    """The words of a file, or None where poppler does not give them in time."""
    try:
        said = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, timeout=20, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    return words(said.stdout.decode("utf-8", "replace")) or None


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    there = {path: found for path in sorted(Path(sys.argv[1]).rglob("*.pdf")) if (found := reference(path))}
    total = sum(found.total() for found in there.values())
    print(f"{len(there)} PDF files with text, {total} words")
    for name, reader in READERS.items():
        if name == "markitdown" and find_spec("markitdown") is None:
            continue
        found = failed = 0
        seconds = 0.0
        reader(next(iter(there)).read_bytes())
        for path, expected in there.items():
            data, start = path.read_bytes(), time.perf_counter()
            try:
                got = words(reader(data))
            except Exception:  # noqa: BLE001  # another program's failures are what is counted here
                got, failed = Counter(), failed + 1
            seconds += time.perf_counter() - start
            found += (expected & got).total()
        print(f"{name:28} {seconds / len(there) * 1000:8.1f} ms a file {found / total:7.1%} of the words, {failed} files failed")


if __name__ == "__main__":
    main()
