"""How often `ami inspect` is right about real files whose truth is known.

Run: `.venv/bin/python benchmarks/corpus.py FOLDER`, where FOLDER holds the files and TRUTH.csv (path, kind, kind_accept,
language, language_accept, pages, readable, encrypted, text_layer). Mails have their own script. Pages of office files may
differ by one; answers listed in the columns `…_accept` are right too.
"""

import csv
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Row = dict[str, str]
Answer = dict[str, Any]
NOT_PDF = 1
OURS = ("fr", "en", "es")
"""The languages that calls ask for; `other` among the fair answers is any other one."""


def pages(row: Row, answer: Answer) -> bool | None:
    if not row["pages"]:
        return None
    slack = 0 if answer["media_type"] == "application/pdf" else NOT_PDF
    return answer["pages"] is not None and abs(answer["pages"] - int(row["pages"])) <= slack


def readable(row: Row, answer: Answer) -> bool | None:
    return answer["readable"] == (row["readable"] == "yes")


def encrypted(row: Row, answer: Answer) -> bool | None:
    return answer["encrypted"] == row["encrypted"]


def text_layer(row: Row, answer: Answer) -> bool | None:
    return answer["text_layer"] == (row["text_layer"] == "yes") if row["readable"] == "yes" else None


def language(row: Row, answer: Answer) -> bool | None:
    accepted = {row["language"], *row["language_accept"].split("|")} - {""}
    if "other" in accepted and answer["language"] not in {None, *OURS}:
        return True
    return (answer["language"] or "none") in accepted if row["readable"] == "yes" else None


def kind(row: Row, answer: Answer) -> bool | None:
    if row["readable"] != "yes" or row["kind"] not in {"cv", "letter"}:
        return None
    return answer["kind"] in {row["kind"], *row["kind_accept"].split("|")} - {""}


def no_false_kind(row: Row, answer: Answer) -> bool | None:
    return answer["kind"] not in {"cv", "letter"} if row["kind"] in {"other", "broken"} else None


QUESTIONS: dict[str, Callable[[Row, Answer], bool | None]] = {
    "pages": pages,
    "readable": readable,
    "encrypted": encrypted,
    "text layer": text_layer,
    "language": language,
    "kind of CVs and letters": kind,
    "others not taken for one": no_false_kind,
}


def main() -> None:
    folder = Path(sys.argv[1])
    with (folder / "TRUTH.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["kind"] != "mail"]
    start = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "ami_cli",
        "inspect",
        "--format",
        "jsonl",
        "--no-cache",
        *(str(folder / row["path"]) for row in rows),
    ]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    print(f"{len(rows)} files in {time.perf_counter() - start:.1f} s")
    answers = [json.loads(line) for line in lines]
    for question, judge in QUESTIONS.items():
        verdicts = [(row, answer, judge(row, answer)) for row, answer in zip(rows, answers, strict=True)]
        asked = [verdict for verdict in verdicts if verdict[2] is not None]
        right = sum(bool(verdict) for _row, _answer, verdict in asked)
        print(f"{question:26} {right:3} of {len(asked):3}  {right / len(asked):6.1%}")
        for row, answer, verdict in asked:
            if not verdict:
                said = {key: answer[key] for key in ("readable", "problem", "encrypted", "pages", "language", "kind", "confidence")}
                print(f"    {row['path']}: {said}")


if __name__ == "__main__":
    main()
