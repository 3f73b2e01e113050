"""How long `ami check` takes on many applications beside poppler, which only counts and extracts, and how much memory.

Run: `.venv/bin/python benchmarks/speed.py [APPLICATIONS] [FOLDER]`. The applications, three PDF files each, are typeset once into
FOLDER (default: a temporary one) and are the same for both. Poppler: `pdfinfo` then `pdftotext`, each driven by
`xargs -P$(nproc)`. The parent's memory is its peak, read from the system while it works.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import typst

from ami_cli import starter

NAMES = ("Durand", "Martin", "Bernard", "Petit", "Robert", "Richard", "Moreau", "Laurent", "Simon", "Michel", "Roux", "Morel")
FIRST = ("Ana", "Élise", "Karim", "Jeanne", "Louis", "Fatou", "Hugo", "Nora", "Paul", "Inès", "Samir", "Aïcha", "Zoé")
TASKS = (
    "évaluation finale d’un programme de santé en milieu rural",
    "capitalisation d’un projet d’accompagnement de mineurs non accompagnés",
    "étude sur l’accès aux droits des personnes migrantes",
    "formation d’équipes à la réduction des risques",
    "audit organisationnel d’une association régionale",
)
CV = """
#set page(paper: "a4"); #set text(lang: "fr", size: 11pt)
= Curriculum vitae
*{name}* — consultante indépendante — {mail}
== Expérience professionnelle
{lines}
== Formation
- Master en santé publique, université de Nantes, 2008
- Licence de sociologie, 2005
== Langues
- Français, anglais courant, espagnol intermédiaire
"""
LETTER = """
#set page(paper: "a4"); #set text(lang: "fr", size: 11pt)
{name} #h(1fr) Nantes, le 20 août 2025

*Objet : candidature à l’appel à manifestation d’intérêt*

Madame, Monsieur,

{lines}

Références : ONG {a}, Mme Leblanc, leblanc\\@example.org ; Association {b}, M. Noir, noir\\@example.org.

Je suis disponible à partir du 13 octobre 2025.

Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées.

{name}
"""
DISTINCT = 300
"""Sets of files; every one of their texts is different."""
CALL = "capitalisation-mna-nantes"


def typeset(folder: Path) -> list[tuple[bytes, bytes, bytes]]:
    """Some distinct sets of a letter and two CVs; the others differ from them by a comment at their end."""
    made = []
    chance = random.Random(1)
    source = folder / "source.typ"
    for _ in range(DISTINCT):
        three = []
        for template in (LETTER, CV, CV):
            name = f"{chance.choice(FIRST)} {chance.choice(NAMES)}"
            years = sorted(chance.sample(range(2006, 2025), 9), reverse=True)
            lines = "\n\n".join(f"- {year} : {chance.choice(TASKS)}. " + " ".join(chance.sample(TASKS, 4)) + "." for year in years)
            words = template.format(
                name=name, mail=name.split(maxsplit=1)[0].lower() + "\\@example.org", lines=lines, a=name[:4], b=name[-4:]
            )
            source.write_text(words, encoding="utf-8")
            three.append(typst.compile(str(source)))
        made.append((three[0], three[1], three[2]))
    return made


def lay_out(root: Path, count: int) -> list[Path]:
    starter.lay_out(root, "mdm-france")
    sources = starter.folder("calls")
    shutil.copy(sources / f"{CALL}.yaml", root / "calls")
    shutil.copytree(sources / "organisations", root / "calls" / "organisations", dirs_exist_ok=True)
    made, files = typeset(root), []
    for number in range(count):
        folder = root / "submissions" / CALL / f"{number + 1:05}-candidate"
        folder.mkdir(parents=True)
        for name, content in zip(("lettre.pdf", "cv-1.pdf", "cv-2.pdf"), made[number % DISTINCT], strict=True):
            (folder / name).write_bytes(content + f"\n% {number} {name}\n".encode())
            files.append(folder / name)
    return files


def poppler(files: list[Path]) -> float:
    names = b"\0".join(str(path).encode() for path in files)
    start = time.perf_counter()
    for command in (["pdfinfo", "{}"], ["pdftotext", "{}", os.devnull]):
        subprocess.run(
            ["xargs", "-0", f"-P{os.cpu_count()}", "-I{}", *command],
            input=names,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    return time.perf_counter() - start


def environment() -> dict[str, str]:
    """That of a user, whose Python keeps what it compiles."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def ami(root: Path) -> tuple[float, float]:
    """Seconds, and the parent's peak in MB."""
    start = time.perf_counter()
    with (root / "out.json").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "ami_cli", "check", "submissions", "--format", "jsonl"], cwd=root, stdout=out, env=environment()
        )
        peak = 0
        while process.poll() is None:
            try:
                status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
            except OSError:
                break
            peak = max([peak, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))])
            time.sleep(0.05)
        process.wait()
    return time.perf_counter() - start, peak / 1024


def told(what: str, seconds: float, reference: float, count: int, peak: float) -> None:
    each = seconds / count * 1000
    print(f"{what:18} {seconds:7.1f} s {seconds / reference:6.2f} x poppler {each:8.2f} ms each {peak:5.0f} MB")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary) / "w"  # noqa: PLR2004
        files = lay_out(root, count)
        size = sum(path.stat().st_size for path in files) >> 20
        print(f"{count} applications, {len(files)} files, {size} MB, {os.cpu_count()} processors")
        reference = poppler(files)
        print(f"{'poppler':18} {reference:7.1f} s")
        for what in ("ami check, first", "ami check, again"):
            seconds, peak = ami(root)
            told(what, seconds, reference, count, peak)


if __name__ == "__main__":
    main()
