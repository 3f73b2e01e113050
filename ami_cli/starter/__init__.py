"""What a new workspace starts from. Installed, it lies beside this file; in the repository, at its root."""

from pathlib import Path

from ami_cli.files import write_whole

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

FOLDERS = ("calls/organisations", "templates", "submissions", "evaluations", "outbox", "exports", "records")

GITIGNORE = """\
# Personal data never belongs in git: applications, evaluations, letters, exports and records stay out.
/submissions/
/evaluations/
/outbox/
/exports/
/records/
/.ami/
"""

ORGANISATION = """\
# yaml-language-server: $schema=../organisation.schema.json
# Your organisation, typed once: every notice, letter and data-protection text reads it from here.
# Replace each to-be-set; `ami validate` lists those that are left.
id: {id}
name: to-be-set
short_name: to-be-set
address: to-be-set
presentation: to-be-set
country: FR
data_protection:
  purposes: to-be-set
  legal_basis: to-be-set
  recipients: to-be-set
  retention: to-be-set
  rights: to-be-set
  contact_address: to-be-set
  authority: to-be-set
"""


def folder(name: str) -> Path:
    """Return the starter's `templates` or `calls`."""
    beside = HERE / name
    return beside if beside.is_dir() else ROOT / name


def templates() -> tuple[Path, ...]:
    """Return the template files, as paths below `folder("templates")`."""
    base = folder("templates")
    return tuple(sorted(p.relative_to(base) for p in base.rglob("*") if p.is_file() and not p.name.startswith(".")))


def lay_out(root: Path, organisation: str = "organisation") -> tuple[Path, ...]:
    """Make an empty workspace; what is there already stays as it is. Return the files written, in order."""
    for name in FOLDERS:
        (root / name).mkdir(parents=True, exist_ok=True)
    return tuple(path for path, content in _files(root, organisation) if _write_new(path, content))


def _files(root: Path, organisation: str) -> list[tuple[Path, bytes]]:
    wanted = [(root / ".gitignore", GITIGNORE.encode())]
    if not any((root / "calls" / "organisations").glob("*.yaml")):
        wanted.append((root / "calls" / "organisations" / f"{organisation}.yaml", ORGANISATION.format(id=organisation).encode()))
    schemas = sorted(folder("calls").glob("*.schema.json"))
    wanted.extend((root / "calls" / schema.name, schema.read_bytes()) for schema in schemas)
    wanted.extend((root / "templates" / name, (folder("templates") / name).read_bytes()) for name in templates())
    return wanted


def _write_new(path: Path, content: bytes) -> bool:
    if path.exists():
        return False
    write_whole(path, content)
    return True
