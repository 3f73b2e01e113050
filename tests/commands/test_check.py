import csv
import io
import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.running import run

CALL = "capitalisation-mna-nantes"
VERDICTS = {
    "01-atelier-du-recit": "complete",
    "02-cabinet-passerelles": "complete",
    "03-sante-et-territoires": "complete",
    "04-helene-marchais": "complete",
    "05-bluefield-learning": "complete",
    "06-collectif-traverse": "incomplete",
    "07-cabinet-melusine": "incomplete",
    "08-studio-mosaique": "to_verify",
    "09-reseau-ancrage": "to_verify",
    "10-cabinet-de-lorme": "to_verify",
    "11-agence-kaleido": "to_verify",
    "12-lea-fontanel": "incomplete",
    "13-cabinet-hirondelle": "to_verify",
    "14-association-trame": "incomplete",
    "15-plume-et-terrain": "to_verify",
}
WHY = {
    ("06-collectif-traverse", "received-late", "not_met"),
    ("07-cabinet-melusine", "too-many-pages", "not_met"),
    ("08-studio-mosaique", "too-few-references", "to_verify"),
    ("09-reseau-ancrage", "unreadable-document", "to_verify"),
    ("10-cabinet-de-lorme", "unreadable-document", "to_verify"),
    ("11-agence-kaleido", "wrong-subject", "to_verify"),
    ("12-lea-fontanel", "missing-document", "not_met"),
    ("12-lea-fontanel", "duplicate-document", "to_verify"),
    ("13-cabinet-hirondelle", "too-many-pages", "to_verify"),
    ("14-association-trame", "member-without-cv", "not_met"),
    ("15-plume-et-terrain", "documents-elsewhere", "to_verify"),
}


def test_the_example_shows_each_flaw_where_it_is(example: Path) -> None:
    found = run("check", "submissions", "--format", "json", where=example)
    checked = json.loads(found.out)
    open_outcomes = {
        (application["id"], outcome["rule"], outcome["status"])
        for application in checked["applications"]
        for outcome in application["outcomes"]
    }
    assert (found.code, found.err, checked["call"]) == (1, "", CALL)
    assert {application["id"]: application["verdict"] for application in checked["applications"]} == VERDICTS
    assert WHY - open_outcomes == set()
    assert checked["summary"] == {"complete": 5, "incomplete": 4, "to_verify": 6}


def test_a_waived_finding_stays_visible(example: Path) -> None:
    found = run("check", f"submissions/{CALL}/05-bluefield-learning", "--format", "json", where=example)
    (application,) = json.loads(found.out)["applications"]
    (waived,) = [outcome for outcome in application["outcomes"] if outcome["waived_by"]]
    assert (found.code, waived["rule"], waived["status"]) == (0, "wrong-subject", "to_verify")
    assert "(dérogation) objet différent" in run("check", where=example).out


def test_all_complete_is_0_and_one_that_is_not_is_1(example: Path) -> None:
    assert run("check", f"submissions/{CALL}/01-atelier-du-recit", where=example).code == 0
    assert run("check", f"submissions/{CALL}/06-collectif-traverse", where=example).code == 1


def test_one_application_is_shown_with_every_rule_its_evidence_and_what_to_do(example: Path) -> None:
    shown = run("check", f"submissions/{CALL}/07-cabinet-melusine", "--lang", "en", where=example)
    assert shown.out.splitlines()[0] == "07-cabinet-melusine: incomplete"
    first = shown.out.splitlines()[3]
    assert first.startswith("too-many-pages")
    assert "4 pages" in " ".join(shown.out.split())
    assert "→" in shown.out
    assert shown.err == "1 application: 0 complete, 1 incomplete, 0 to verify.\n"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_table_says_the_verdict_in_words_and_fits_80_columns(example: Path, language: str) -> None:
    shown = run("check", "--lang", language, where=example)
    words = {"fr": ("complète", "incomplète", "à vérifier"), "en": ("complete", "incomplete", "to verify")}[language]
    lines = shown.out.splitlines()
    assert [word in shown.out for word in words] == [True] * 3
    assert max(map(len, lines)) <= 80
    assert [name for name in VERDICTS if not any(line.startswith(f"{name} ") for line in lines)] == []
    assert "\x1b" not in shown.out


def test_every_format_holds_every_application(example: Path) -> None:
    def out(form: str) -> str:
        return run("check", "--format", form, where=example).out

    assert [json.loads(line)["id"] for line in out("jsonl").splitlines()] == list(VERDICTS)
    assert [row[0] for row in csv.reader(io.StringIO(out("csv").lstrip("\ufeff")))][1:16] == list(VERDICTS)
    assert [name for name in VERDICTS if name not in out("md")] == []
    assert ET.fromstring(out("junit")).tag == "testsuites"  # noqa: S314  # our own
    assert all(line.startswith("::") for line in out("github").splitlines())


def test_the_result_can_go_to_a_file(example: Path, tmp_path: Path) -> None:
    written = run("check", "--format", "json", "--out", tmp_path / "r" / "check.json", where=example)
    assert (written.code, written.out) == (1, "")
    assert json.loads((tmp_path / "r" / "check.json").read_text())["call"] == CALL


def test_several_calls_below_the_path_give_a_list_and_one_table(example: Path, tmp_path: Path) -> None:
    root = tmp_path / "w"
    shutil.copytree(example / "calls", root / "calls")
    text = (root / "calls" / f"{CALL}.yaml").read_text().replace(f"id: {CALL}", "id: another")
    (root / "calls" / "another.yaml").write_text(text)
    for call, name in ((CALL, "06-collectif-traverse"), ("another", "04-helene-marchais")):
        shutil.copytree(example / "submissions" / CALL / name, root / "submissions" / call / name)
    found = json.loads(run("check", "submissions/", "--format", "json", where=root).out)
    assert [(one["call"], len(one["applications"])) for one in found] == [("another", 1), (CALL, 1)]
    shown = run("check", where=root)
    assert (shown.code, "another/04-helene-marchais" in shown.out) == (1, True)
    assert run("check", "--call", "another", where=root).code == 0


def test_checking_changes_nothing_but_the_cache_and_a_second_time_says_the_same(example: Path, tmp_path: Path) -> None:
    root = tmp_path / "w"
    shutil.copytree(example, root, ignore=shutil.ignore_patterns(".ami"))
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    first, second = (run("check", "--format", "json", "--jobs", 1, where=root) for _ in range(2))
    uncached = run("check", "--format", "json", "--no-cache", where=root)
    assert first == second == uncached
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".ami" not in path.parts} == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nowhere"], 4, "there is no such folder: nowhere"),
        (["--call", "nothing"], 2, "no call is named “nothing”"),
        (["--jobs", "0"], 2, "--jobs: at least 1 is needed"),
        (["--format", "pdf"], 2, "--format: “pdf” is not possible; choose 'table', 'json'"),
    ],
)
def test_a_wrong_command_says_what_to_do(example: Path, words: list[str], code: int, said: str) -> None:
    found = run("check", *words, "--lang", "en", where=example)
    assert (found.code, found.out) == (code, "")
    assert said in found.err


def test_an_invalid_call_is_3_with_its_line(example: Path, tmp_path: Path) -> None:
    root = tmp_path / "w"
    shutil.copytree(example, root, ignore=shutil.ignore_patterns(".ami"))
    with (root / "calls" / f"{CALL}.yaml").open("a") as stream:
        stream.write("unknown_key: 1\n")
    found = run("check", where=root)
    assert (found.code, found.out) == (3, "")
    assert f"{CALL}.yaml:" in found.err
