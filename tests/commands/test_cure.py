"""The cure period, as a person lives it: open, write, take in, close."""

import json
import shutil
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.facts.making import pdf
from tests.running import run

CALL = "capitalisation-mna-nantes"
OPEN = ("cure", "open", "--until", "2025-09-10T12:00", "--now", "2025-09-03T10:00", "--who", "Comité")
LETTER = (
    "Objet : lettre d'intérêt\nMadame, Monsieur,\nJe vous adresse ma candidature à l'appel à manifestation d'intérêt.\n"
    "J'ai mené des missions semblables de capitalisation de projets pour des associations.\n"
    "Références : Association Horizon, 2023, capitalisation ; Fondation Rive, 2022, évaluation.\n"
    "Je suis disponible du 13 octobre au 12 décembre 2025.\nJe vous prie d'agréer, Madame, Monsieur, mes salutations.\nLéa Fontanel"
)
CV = "CURRICULUM VITAE\nLéa Fontanel\nExpérience professionnelle\n2019-2025 consultante\nFormation\n2012 master\nLangues\nfrançais"


@pytest.fixture
def workspace(example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(example, tmp_path / "w"))


def delivery(where: Path, sender: str, files: dict[str, bytes], at: str = "Fri, 05 Sep 2025 09:00:00 +0200") -> Path:
    message = EmailMessage()
    message["From"], message["To"] = sender, "doi.applications@medecinsdumonde.net"
    message["Subject"] = "Capitalisation / MNA Nantes / France"
    message["Received"] = f"from a.example by mx.medecinsdumonde.net; {at}"
    message["Date"], message["Message-ID"] = at, f"<{len(files)}.{sender.strip('<>')}>"
    message.set_content("Voici les compléments demandés.")
    for name, content in files.items():
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    path = where / f"{sender.partition('@')[0]}.eml"
    path.write_bytes(message.as_bytes())
    return path


def checked(workspace: Path, name: str) -> dict[str, Any]:
    done = run("check", workspace / "submissions" / CALL / name, "--format", "json", where=workspace)
    (one,) = json.loads(done.out)["applications"]
    return dict(one)


def test_everybody_with_the_same_finding_may_complete_within_the_same_delay(workspace: Path) -> None:
    done = run(*OPEN, where=workspace)
    assert (done.code, "ami letters cure" in done.err) == (0, True), done.err
    written = (workspace / "evaluations" / CALL / "cures.yaml").read_text("utf-8")
    offered = [line.split('"')[1] for line in written.splitlines() if "application:" in line]
    assert {"07-cabinet-melusine", "12-lea-fontanel", "14-association-trame"} <= set(offered)
    assert written.count("until:") == 1


def test_nothing_is_chosen_and_none_refused_while_applications_are_being_completed(workspace: Path) -> None:
    run(*OPEN, where=workspace)
    done = run("shortlist", "--now", "2025-09-04", where=workspace)
    assert (done.code, "ami cure close" in done.err) == (4, True)
    again = run(*OPEN, where=workspace)
    assert (again.code, "une demande de complément est ouverte" in again.err) == (4, True)


def test_only_what_was_asked_for_replaces_a_piece_and_the_rest_is_named(workspace: Path) -> None:
    run(*OPEN, where=workspace)
    before = checked(workspace, "12-lea-fontanel")
    mail = delivery(workspace, "lea.fontanel@courriel.example", {"Lettre.pdf": pdf(LETTER), "CV nouveau.pdf": pdf(CV)})
    taken = run("ingest", mail, "--call", CALL, "--now", "2025-09-05T10:00", where=workspace)
    assert taken.code == 0, taken.err
    after = checked(workspace, "12-lea-fontanel")
    statuses = [
        next(o["status"] for o in one["outcomes"] if (o["rule"], o["requirement"]) == ("missing-document", "letter"))
        for one in (before, after)
    ]
    assert statuses == ["not_met", "met"]
    names = sorted(document["path"].rpartition("/")[2] for document in after["documents"])
    assert names == ["CV Léa Fontanel.pdf", "Lettre d'intérêt Léa Fontanel.pdf", "Lettre.pdf"]
    (said,) = (remark["fr"] for remark in after["remarks"] if "sans avoir été demandé" in remark["fr"])
    assert "CV nouveau.pdf" in said


def test_what_comes_after_the_delay_completes_nothing(workspace: Path) -> None:
    run(*OPEN, where=workspace)
    mail = delivery(workspace, "lea.fontanel@courriel.example", {"Lettre.pdf": pdf(LETTER)}, at="Wed, 10 Sep 2025 12:00:01 +0200")
    run("ingest", mail, "--call", CALL, "--now", "2025-09-11", where=workspace)
    after = checked(workspace, "12-lea-fontanel")
    assert next(o["status"] for o in after["outcomes"] if (o["rule"], o["requirement"]) == ("missing-document", "letter")) != "met"


def test_a_period_is_closed_after_its_delay_or_with_a_reason(workspace: Path) -> None:
    run(*OPEN, where=workspace)
    early = run("cure", "close", "--now", "2025-09-04", where=workspace)
    assert (early.code, "--reason" in early.err) == (2, True)
    assert run("cure", "close", "--now", "2025-09-11", where=workspace).code == 0
    assert run("shortlist", "--now", "2025-09-11", where=workspace).code in {0, 1}
    none = run("cure", "close", "--now", "2025-09-11", where=workspace)
    assert (none.code, "ami cure open" in none.err) == (4, True)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("cure", "open"), 2, "--until 2025-09-10T12:00"),
        (("cure", "open", "--until", "demain"), 2, "« demain » n’est pas un jour et une heure"),
        (("cure", "open", "--until", "2025-01-10T12:00", "--now", "2025-09-03"), 2, "déjà passé"),
        (("cure", "show"), 4, "ami cure open"),
    ],
)
def test_what_is_missing_is_said_with_what_to_do(words: tuple[str, ...], code: int, said: str, workspace: Path) -> None:
    done = run(*words, where=workspace)
    assert (done.code, said in " ".join(done.err.split())) == (code, True), done.err
