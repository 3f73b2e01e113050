"""The parts of the two READMEs that are written by the program itself. `make readme` writes them anew; a test compares."""

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from ami_cli import call, notice, rules
from ami_cli.commands import GROUPS, Pair
from ami_cli.errors import ExitCode
from ami_cli.models.page import RulePage
from tests.running import run

ROOT = Path(__file__).parents[1]
READMES = {"en": ROOT / "README.md", "fr": ROOT / "README.fr.md"}
CALL = "capitalisation-mna-nantes"
CODES = {
    ExitCode.DONE: Pair("fait, et tout est en règle", "done, and everything is met"),
    ExitCode.NOT_MET: Pair("fait ; quelque chose manque ou est à vérifier", "done; something is not met or to verify"),
    ExitCode.USAGE: Pair("la commande est mal écrite", "the command is written wrongly"),
    ExitCode.CALL: Pair("l’appel n’est pas valide", "the call is not valid"),
    ExitCode.SOURCE: Pair("une source ou l’espace de travail est inutilisable", "a source or the workspace cannot be used"),
    ExitCode.TEMPLATE: Pair("un modèle est fautif", "a template is wrong"),
    ExitCode.FAULT: Pair("défaut d’ami lui-même", "a fault of ami itself"),
    ExitCode.INTERRUPTED: Pair("interrompu", "interrupted"),
}
LONGEST = 60
"""Lines of a shown result; the rest of a longer one is left to whoever tries it."""
TOUR: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "detail": ("check", f"submissions/{CALL}/07-cabinet-melusine"),
    "shortlist": ("shortlist",),
    "validate": ("validate",),
    "show": ("show", "--now", "2025-08-01"),
}


def commands(language: str) -> str:
    """Every command and what it does."""
    rows = [(f"`ami {one.name}`", Pair(one.fr, one.en).of(language)) for group in GROUPS for one in group.commands]
    return _table(Pair("commande", "command"), Pair("ce qu’elle fait", "what it does"), rows, language)


def rules_of_applications(language: str) -> str:
    """Every rule of `ami check`."""
    return _pages(rules.PAGES, Pair("règle", "rule"), language)


def warnings_of_calls(language: str) -> str:
    """Every warning of `ami validate`."""
    return _pages((*call.pages(), *notice.PAGES), Pair("avertissement", "warning"), language)


def exit_codes(language: str) -> str:
    """Every exit code."""
    rows = [(str(code.value), CODES[code].of(language)) for code in ExitCode]
    return _table(Pair("code", "code"), Pair("sens", "meaning"), rows, language)


def shown(name: str, language: str, example: Path) -> str:
    """What a command of the tour shows in the example workspace."""
    words = TOUR[name]
    found = run(*words, "--lang", language, where=example)
    lines = [line.rstrip() for line in f"{found.out.rstrip()}\n{found.err}".rstrip().splitlines()]
    told = [*lines[:LONGEST], "…"] if len(lines) > LONGEST else lines
    return "\n".join(["```console", f"$ ami {' '.join(words)}", *told, "```"])


def written(language: str, example: Path) -> str:
    """The README in `language`, its generated parts anew."""
    tables = {
        "commands": commands,
        "rules": rules_of_applications,
        "warnings": warnings_of_calls,
        "exit-codes": exit_codes,
    }
    text = READMES[language].read_text("utf-8")
    for name, table in tables.items():
        text = _put(text, name, table(language))
    for name in TOUR:
        text = _put(text, f"tour:{name}", shown(name, language, example))
    return text


def _pages(pages: tuple[RulePage, ...], title: Pair, language: str) -> str:
    rows = [(f"`{page.name}`", page.checks.of(language)) for page in pages]
    return _table(title, Pair("ce qui est vérifié", "what is checked"), rows, language)


def _table(left: Pair, right: Pair, rows: list[tuple[str, str]], language: str) -> str:
    lines = [f"| {left.of(language)} | {right.of(language)} |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {' '.join(text.split())} |" for name, text in rows)])


def _put(text: str, name: str, part: str) -> str:
    begin, end = f"<!-- {name} begin -->", f"<!-- {name} end -->"
    found = re.compile(f"{re.escape(begin)}\n.*?{re.escape(end)}", re.DOTALL)
    return found.sub(lambda _match: f"{begin}\n{part}\n{end}", text, count=1)


def main() -> None:
    """Write the generated parts of both READMEs anew."""
    folder = Path(tempfile.mkdtemp())
    os.environ |= {"AMI_SOFFICE": "", "AMI_TESSERACT": ""}  # what is shown does not depend on what this machine has
    try:
        run("demo", folder / "w", "--now", "2025-09-01")
        for language, path in READMES.items():
            path.write_text(written(language, folder / "w"), "utf-8")
            sys.stderr.write(f"{path.name}\n")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
