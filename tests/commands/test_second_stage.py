"""The second stage as a person runs it: invitations, proposals by mail, completions, marks, prices, decision, letters."""

import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from tests.commands.conftest import CALL, SCORED, fill
from tests.facts.making import pdf
from tests.intake.letters import letter
from tests.running import Run, run

SUBJECT = "Capitalisation / MNA Nantes / France"
AWARD = """\
award:
  mode: scored
  winners: 1
  technical_percent: 80
  technical_threshold_percent: 60
  criteria:
    - {id: approach, label: {fr: Démarche, en: Approach}, weight: 60, look_for: [terrain, prix]}
    - {id: team, label: {fr: Équipe, en: Team}, weight: 40}
"""
PROPOSAL = """\
Proposition technique
1. Compréhension de la mission
Nous avons lu les termes de référence de la capitalisation du programme.
2. Méthodologie proposée
Notre méthode repose sur des entretiens semi-directifs, un atelier et une analyse documentaire.
Nous proposons trois phases : cadrage, terrain, restitution. Chaque phase donne lieu à un livrable.
3. Équipe et répartition des rôles
La cheffe de mission conduit les entretiens ; le facilitateur graphique prépare la vidéo.
4. Calendrier et plan de travail
Octobre : cadrage. Novembre : terrain. Décembre : restitution et rapport final.
5. Risques et assurance qualité
Chaque livrable est relu par un pair avant son envoi."""
FIRST = {"01-atelier": 5, "02-cabinet": 5, "03-sante": 4, "04-helene": 4, "05-bluefield": 4}
SECOND = {"01-atelier": 4, "02-cabinet": 4.5, "04-helene": 2}
AT = "2025-09-26T10:00:00+02:00"
IN_TIME, LATE, COMPLETED = (
    "Fri, 26 Sep 2025 10:00:00 +0200",
    "Sun, 28 Sep 2025 18:20:00 +0200",
    "Wed, 01 Oct 2025 10:00:00 +0200",
)


def workbook(*rows: tuple[str | int | None, ...]) -> bytes:
    book, held = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Budget"
    for row in (("Proposition budgétaire",), ("Poste", "Jours", "Prix unitaire", "Montant (€)"), *rows):
        sheet.append(row)
    book.save(held)
    return held.getvalue()


def text_document(*rows: tuple[str, ...]) -> bytes:
    document, held = docx.Document(), io.BytesIO()
    document.add_heading("Proposition budgétaire")
    table = document.add_table(len(rows), len(rows[0]))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    document.save(held)
    return held.getvalue()


FEES, TRAVEL, KEPT = ("Honoraires", 26, 450, 11700), ("Déplacements", None, None, 1800), ("Imprévus", None, None, 600)
BUDGETS: dict[str, dict[str, bytes]] = {
    "01": {"budget.xlsx": workbook(FEES, TRAVEL, KEPT, ("Total TTC", None, None, 14100))},
    "02": {
        "budget.docx": text_document(
            ("Poste", "Quantité", "Prix unitaire (€)", "Montant (€)"),
            ("Honoraires", "22", "450,00", "9 900,00"),
            ("Transport", "4", "275,00", "1 100,00"),
            ("Total HT", "", "", "11 000,00"),
            ("TVA 20 %", "", "", "2 200,00"),
        )
    },
    "03": {"budget.xlsx": workbook(("Honoraires", 32, 520, 16640), ("Total TTC", None, None, 16640))},
    "04": {},
    "05": {"budget.xlsx": workbook(FEES, TRAVEL, ("Total TTC", None, None, 13500))},
}
COMPLETION = pdf("Proposition budgétaire\nHonoraires 20 jours 400,00 8 000,00\nTransport 450,00\nTotal 8 450,00\nTVA non due")


@pytest.fixture(scope="module")
def place(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which five were invited to the second stage."""
    root = Path(shutil.copytree(example, tmp_path_factory.mktemp("second") / "w"))
    for folder in (root / "submissions" / CALL).iterdir():
        if folder.name[:2] > "05":
            shutil.rmtree(folder)
    file = root / "calls" / f"{CALL}.yaml"
    first = SCORED.replace("shortlist_max: 3", "shortlist_max: 5")
    text = file.read_text("utf-8").replace("selection: {shortlist_max: 6, mode: reasoned, tie: extend}\n", first + AWARD)
    file.write_text(text, "utf-8")
    (root / "evaluations" / CALL / "grounds.yaml").unlink()
    return root


def folder(root: Path, start: str) -> Path:
    (found,) = (root / "submissions" / CALL).glob(f"{start}-*")
    return found


def marked(root: Path, stage: str, marks: Mapping[str, float]) -> None:
    """Fill in the grid of one evaluator."""
    names = {folder(root, start[:2]).name: mark for start, mark in marks.items()}
    fill(root / "evaluations" / CALL / stage / "ana-ruiz.xlsx", names)


def sent(box: Path, start: str | None, files: dict[str, bytes], when: str) -> None:
    """Put a message of an applicant into a folder, as a mail program saves it."""
    root, number = box.parent, 10 * len(box.name) + int(start or 9)
    address = "x@inconnu.example"
    if start is not None:
        found = re.search(r"^email: (.+)$", (folder(root, start) / "application.yaml").read_text("utf-8"), re.MULTILINE)
        assert found is not None
        address = found[1]
    box.mkdir(exist_ok=True)
    to = "doi.applications@medecinsdumonde.net"
    message = letter(subject=SUBJECT, sender=address, to=to, files=files, received=when, date=when, number=number)
    (box / f"{number}.eml").write_bytes(message)


def status(root: Path, now: str) -> dict[str, Any]:
    (one,) = json.loads(run("status", "--format", "json", "--now", now, where=root).out)["calls"]
    return dict(one)


@pytest.fixture(scope="module")
def walk(place: Path) -> dict[str, Any]:
    """Everything that is said on the way."""
    return dict(_walk(place))


def _walk(root: Path) -> Iterator[tuple[str, Any]]:
    stage = ("--stage", "proposal")
    yield "first grids", run("grids", "--evaluator", "Ana Ruiz", where=root)
    marked(root, "grids", FIRST)
    yield "first decision", run("decide", "--who", "Comité", "--now", "2025-09-03", where=root)
    yield "to write", status(root, "2025-09-04")
    yield "invitations", run("letters", "invitation", "--now", "2025-09-04", where=root)
    tech = {"Proposition technique.pdf": pdf(PROPOSAL)}
    for start, budget in BUDGETS.items():
        sent(root / "box", start, tech | budget, LATE if start == "05" else IN_TIME)
    sent(root / "box", None, tech | BUDGETS["01"], IN_TIME)
    yield "no stage", run("ingest", "box", "--now", "2025-09-29", where=root)
    yield "ingest", run("ingest", "box", *stage, "--now", "2025-09-29", where=root)
    yield "check", run("check", *stage, "--format", "json", where=root)
    yield "table", run("check", *stage, where=root)
    yield "to examine", status(root, "2025-09-29")
    yield "cure", run("cure", "open", *stage, "--until", "2025-10-03T18:00", "--now", "2025-09-29T12:00", where=root)
    yield "asked", run("letters", "cure", *stage, "--now", "2025-09-29T12:00", where=root)
    sent(root / "more", "04", {"Budget.pdf": COMPLETION}, COMPLETED)
    yield "completed", run("ingest", "more", *stage, "--now", "2025-10-03T19:00", where=root)
    yield "closed", run("cure", "close", *stage, "--now", "2025-10-03T19:00", where=root)
    yield "checked again", run("check", *stage, "--format", "json", where=root)
    yield "grids", run("grids", "--evaluator", "Ana Ruiz", "--to", "xlsx,yaml", *stage, where=root)
    yield "unmarked", run("shortlist", *stage, "--table", "candidates", "--format", "md", where=root)
    (root / "evaluations" / CALL / "grids-proposal" / "ana-ruiz.yaml").rename(root / "ana-ruiz.yaml")
    marked(root, "grids-proposal", SECOND)
    yield "shortlist", run("shortlist", *stage, "--format", "json", where=root)
    yield "comparison", run("shortlist", *stage, "--table", "comparison", "--format", "csv", where=root)
    yield "sheets", run("shortlist", *stage, "--table", "candidates", "--format", "md", where=root)
    yield "minutes", run("minutes", *stage, "--to", "md", "--lang", "both", "--now", "2025-10-06", where=root)
    yield "decided", run("decide", *stage, "--who", "Comité", "--now", "2025-10-06", where=root)
    yield "to answer", status(root, "2025-10-07")
    yield "no stage left", run("letters", "invitation", *stage, "--now", "2025-10-07", where=root)
    yield "reserves", run("letters", "reserve", *stage, "--now", "2025-10-07", where=root)
    yield "regrets", run("letters", "regret", *stage, "--now", "2025-10-07", where=root)
    yield "to send", status(root, "2025-10-07")


def plain(text: str) -> str:
    """Return a text with one kind of space."""
    return re.sub(r"\s", " ", text)


def verdicts(said: Run) -> dict[str, str]:
    return {one["id"][:2]: one["verdict"] for one in json.loads(said.out)["applications"]}


def unmet(said: Run, start: str) -> set[str]:
    (one,) = (one for one in json.loads(said.out)["applications"] if one["id"].startswith(start))
    return {outcome["rule"] for outcome in one["outcomes"] if outcome["status"] in {"not_met", "to_verify"}}


def test_deliveries_after_the_first_decision_have_to_name_their_stage(walk: dict[str, Any]) -> None:
    assert (walk["first decision"].code, walk["invitations"].code) == (0, 0)
    assert (walk["no stage"].code, "--stage proposal" in walk["no stage"].err) == (2, True)
    assert walk["ingest"].err.splitlines()[-1] == "6 reçus = 6 pris + 0 non pris"


def test_only_the_invited_are_examined_and_who_was_not_is_told(walk: dict[str, Any]) -> None:
    assert verdicts(walk["check"]) == {
        "01": "complete",
        "02": "complete",
        "03": "incomplete",
        "04": "incomplete",
        "05": "incomplete",
    }
    assert unmet(walk["check"], "03") == {"budget-over-ceiling"}
    assert unmet(walk["check"], "04") == {"missing-document"}
    assert unmet(walk["check"], "05") == {"received-late"}
    assert "06-x : a envoyé des pièces pour cette étape sans y être invité" in walk["table"].err


def test_prices_are_read_with_their_place_and_computed_with_their_taxes(walk: dict[str, Any]) -> None:
    found = {one["id"][:2]: one["price"] for one in json.loads(walk["checked again"].out)["applications"]}
    read = {start: (price["amount"], price["evidence"][0]["place"]) for start, price in found.items() if price}
    assert read == {
        "01": ("14100", "Budget!D6"),
        "02": ("13200.00", None),
        "03": ("16640", "Budget!D4"),
        "04": ("8450.00", None),
        "05": ("13500", "Budget!D5"),
    }


def test_what_is_missing_is_asked_for_and_completed(walk: dict[str, Any], place: Path) -> None:
    assert [walk[step].code for step in ("cure", "asked", "completed", "closed")] == [0, 0, 0, 0]
    (asked,) = (place / "outbox" / CALL / "cure-proposal").iterdir()
    assert asked.name.startswith("04-")
    assert verdicts(walk["checked again"])["04"] == "complete"


def test_each_next_step_names_the_stage(walk: dict[str, Any]) -> None:
    said = {step: walk[step]["next"]["fr"] for step in ("to write", "to examine", "to answer", "to send")}
    assert {step: walk[step]["phase"] for step in said} == {
        "to write": "writing",
        "to examine": "examining",
        "to answer": "writing",
        "to send": "writing",
    }
    assert "ami letters invitation" in said["to write"]
    assert "ami letters send" in said["to examine"]  # invitations and receipts still lie in the outbox
    assert "ami letters regret --stage proposal" in said["to answer"]
    assert "ami letters send" in said["to send"]


def test_no_price_is_shown_before_the_technical_part_is_judged(walk: dict[str, Any], place: Path) -> None:
    grid = plain((place / "ana-ruiz.yaml").read_text("utf-8"))
    before = plain("\n".join(one for one in walk["unmarked"].out.splitlines() if "plafond" not in one))
    figures = ("14100", "14 100", "13200", "13 200", "8450", "8 450")
    assert [one for one in figures if one in grid or one in before] == []
    assert "terrain" in grid


def test_below_the_threshold_the_price_stays_closed(walk: dict[str, Any]) -> None:
    candidates = {one["application"][:2]: one for one in json.loads(walk["shortlist"].out)["candidates"]}
    assert {start: one["decision"] for start, one in candidates.items()} == {
        "02": "shortlisted",
        "01": "reserve",
        "04": "not_retained",
        "03": "excluded",
        "05": "excluded",
    }
    said = {start: " ".join(reason["en"] for reason in one["reasons"]) for start, one in candidates.items()}
    assert "Price: 13,200 EUR, taxes included (files/" in said["02"]
    assert "Budget!D6" in said["01"]
    assert "Price" not in said["04"]
    sheets = plain(walk["sheets"].out)
    assert ("8 450" in sheets, "13 200" in sheets) == (False, True)


def test_technical_and_financial_are_joined_by_the_ratio_of_the_call(walk: dict[str, Any]) -> None:
    scores = {one["application"][:2]: one["score"] for one in json.loads(walk["shortlist"].out)["candidates"]}
    assert scores["02"] == round(0.8 * 90 + 0.2 * 100, 2)
    assert scores["01"] == round(0.8 * 80 + 0.2 * 100 * 13200 / 14100, 2)
    assert "Prix (taxes comprises),13 200 EUR,14 100 EUR," in plain(walk["comparison"].out)


def test_the_minutes_of_the_second_stage_stand_beside_those_of_the_first(walk: dict[str, Any], place: Path) -> None:
    text = plain((place / "exports" / CALL / f"{CALL}-minutes-proposal.fr-en.md").read_text("utf-8"))
    assert walk["minutes"].code == 0
    for said in ("28 septembre 2025", "de retenir un (1) candidat au plus", "Les prix n’ont été ouverts qu’après la notation"):
        assert said in text
    assert "Prices were opened only once the technical part was marked" in text
    assert ("13 200 EUR" in text, "8 450" in text, "8,450" in text) == (True, False, False)


def test_those_who_are_not_retained_are_told_and_nobody_else(walk: dict[str, Any], place: Path) -> None:
    assert (walk["decided"].code, walk["no stage left"].code, walk["regrets"].code) == (0, 4, 0)
    letters = {path.name[:2]: message_from_bytes(path.read_bytes(), policy=default) for path in _drafts(place)}
    assert sorted(letters) == ["03", "04", "05"]
    third = letters["03"]
    assert isinstance(third, EmailMessage)
    body = third.get_body(("plain",))
    assert body is not None
    assert "16 640 EUR" in plain(body.get_content())


def _drafts(root: Path) -> list[Path]:
    return sorted((root / "outbox" / CALL / "regret-proposal").glob("*.eml"))
