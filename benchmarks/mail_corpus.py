"""Read a folder of real messages and compare with what is true of them: `python benchmarks/mail_corpus.py FOLDER`.

FOLDER holds TRUTH.csv (columns path, kind, subject, from, n_attachments, attachments) and the messages it names.
"""

import csv
import sys
from pathlib import Path

from ami_cli.intake.mail import Message, Refusal, read
from ami_cli.intake.sources.mbox import messages


def main(folder: Path) -> int:
    csv.field_size_limit(1 << 24)
    with (folder / "TRUTH.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["kind"] == "mail"]
    wrong = [problem for row in rows for problem in compare(folder, row)]
    print("\n".join(wrong) if wrong else "all as the truth says")
    print(f"{len(rows)} files, {len({problem.split(':')[0] for problem in wrong})} with a difference")
    return 1 if wrong else 0


def compare(folder: Path, row: dict[str, str]) -> list[str]:
    raw = (folder / row["path"]).read_bytes()
    found = [read(piece) for piece in (messages(raw) if row["path"].endswith(".mbox") else [raw])]
    if row["readable"] == "no":
        return [] if all(isinstance(one, Refusal) for one in found) else [f"{row['path']}: read, although it is no mail"]
    said = [one for one in found if isinstance(one, Message)]
    if len(said) != len(found):
        return [f"{row['path']}: refused"]
    facts = {
        "subject": " || ".join(one.subject for one in said),
        "from": " || ".join(one.sender.email if one.sender else "" for one in said),
        "n_attachments": str(sum(len(one.attachments) for one in said)),
        "attachments": " | ".join(attachment.name for one in said for attachment in one.attachments),
    }
    return [f"{row['path']}: {key}: {facts[key]!r} is not {row[key]!r}" for key in facts if not same(key, facts[key], row[key])]


def same(key: str, found: str, true: str) -> bool:
    """Compare; the truth shortens one very long subject and gives addresses in their own case."""
    if key == "subject" and "(repeated:" in true:
        length = int(true.rsplit(" ", 4)[1].replace(",", ""))
        return found.startswith(true[:70]) and abs(len(found) - length) <= 2  # noqa: PLR2004  # blanks at a fold
    return found.lower() == true.lower() if key == "from" else found == true


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
