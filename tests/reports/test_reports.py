"""Reports for machines and for people, whatever applicants wrote."""

import inspect
import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli import reports
from ami_cli.models.assessment import Assessment
from tests.rules.made_up import assess, both, call, case, cv, letter, unreadable

WAIVER = {"rule": "too-many-pages", "requirement": "cv", "reason": "CV bilingue", "who": "A. Roy", "when": "2025-09-02"}
COMPLETE = assess(case())
INCOMPLETE = assess(case(cv(pages=4), id="02-martin", applicant=None))
DOUBTFUL = assess(case(cv(), unreadable("files/l.pdf"), id="03-roy"))
WAIVED = assess(case(cv(pages=4), letter(), id="04-sow", waivers=[WAIVER]))
ALL = [COMPLETE, INCOMPLETE, DOUBTFUL, WAIVED]


def hostile(text: str) -> Assessment:
    return assess(case(cv(f"files/{text or 'x'}.pdf", person=text, pages=4), letter(), applicant=text, subject=text))


def test_json_has_the_fields_of_the_contract() -> None:
    content = json.loads(reports.write(ALL, "json"))
    assert {"call", "applications", "summary"} <= set(content)
    assert content["summary"] == {"complete": 2, "incomplete": 1, "to_verify": 1}
    application = content["applications"][0]
    assert {"id", "path", "applicant", "received_at", "on_time", "verdict", "documents", "outcomes"} <= set(application)
    assert application["received_at"] == "2025-08-30T09:00:00+02:00"
    wanted = {"path", "sha256", "bytes", "media_type", "readable", "problem", "encrypted", "pages", "pages_basis", "text_layer"}
    wanted |= {"language", "kind", "confidence", "person", "parts", "members"}
    assert wanted <= set(application["documents"][0])
    assert application["documents"][0]["parts"][0].items() >= {"kind": "cv", "first_page": 1, "last_page": 1}.items()


def test_json_outcomes_carry_both_languages_the_evidence_and_the_waiver() -> None:
    content = json.loads(reports.write([WAIVED], "json"))
    (found,) = (o for o in content["applications"][0]["outcomes"] if (o["rule"], o["requirement"]) == ("too-many-pages", "cv"))
    assert found["status"] == "not_met"
    assert set(found["message"]) == {"fr", "en"}
    assert found["evidence"] == [{"document": "files/cv.pdf", "page": 4, "place": None, "quote": None, "ocr": False}]
    assert found["waived_by"]["reason"] == "CV bilingue"


def test_json_of_several_calls_is_a_list() -> None:
    other = assess(case(of=call(id="sault")))
    assert [content["call"] for content in json.loads(reports.write([other, COMPLETE], "json"))] == ["nantes", "sault"]


def test_jsonl_is_one_application_a_line() -> None:
    lines = [json.loads(line) for line in reports.write(ALL, "jsonl").splitlines()]
    assert [(line["call"], line["id"], line["verdict"]) for line in lines] == [
        ("nantes", "01-diallo", "complete"),
        ("nantes", "02-martin", "incomplete"),
        ("nantes", "03-roy", "to_verify"),
        ("nantes", "04-sow", "complete"),
    ]


def test_junit_counts_what_it_holds() -> None:
    root = ET.fromstring(reports.write(ALL, "junit", "fr"))  # noqa: S314  # our own output
    for suite, examined in zip(root, ALL, strict=True):
        assert suite.get("name") == f"nantes/{examined.application.id}"
        assert suite.get("tests") == str(len(suite))
        for name, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(name) == str(len(suite.findall(f"testcase/{element}")))
    by_suite = [(suite.get("failures"), suite.get("errors")) for suite in root]
    assert by_suite[0] == ("0", "0")
    assert by_suite[1][0] != "0"
    assert by_suite[2][1] != "0"
    assert by_suite[3] == ("0", "0")
    assert "CV bilingue" in (root[3].findtext("testcase/system-out") or "")


def test_github_says_one_line_for_each_open_or_waived_outcome() -> None:
    assert reports.write([COMPLETE], "github", "en") == ""
    levels = [line.split(" ", 1)[0] for line in reports.write([INCOMPLETE, DOUBTFUL, WAIVED], "github", "en").splitlines()]
    assert set(levels) == {"::error", "::warning", "::notice"}


def test_github_escapes_properties_and_messages() -> None:
    odd = assess(case(cv("files/a,b:c%d.pdf", pages=4), letter()))
    (line,) = reports.write([odd], "github", "en").splitlines()
    assert line.startswith(
        "::error file=submissions/nantes/01-diallo/files/a%2Cb%3Ac%25d.pdf,title=01-diallo · too-many-pages · cv::"
    )


texts = st.text(max_size=30) | st.text(st.sampled_from("<>&]'\"\x00\x0b\ufffe\r\n:%,=|`é"), max_size=12)


@given(texts)
def test_any_text_gives_well_formed_reports(text: str) -> None:
    examined = hostile(text)
    ET.fromstring(reports.write([examined], "junit", "fr"))  # noqa: S314  # our own output
    assert json.loads(reports.write([examined], "json"))["applications"][0]["applicant"] == text
    assert len(reports.write([examined], "jsonl").split("\n")) == 2
    for line in reports.write([examined], "github", "fr").split("\n")[:-1]:
        assert re.fullmatch(r"::(error|warning|notice) file=[^,:]*,title=[^,:]*::[^\r\n]*", line)


@pytest.mark.parametrize("form", reports.FORMATS)
def test_no_application_is_a_report_too(form: reports.Format) -> None:
    assert isinstance(reports.write([], form, "fr"), str)


def test_the_table_for_people_says_what_is_missing() -> None:
    table = reports.overview([INCOMPLETE, WAIVED], "fr")
    rows: list[Any] = [dict(zip((column.title for column in table.columns), row, strict=True)) for row in table.rows]
    assert rows[0]["Verdict"] == "incomplète"
    assert rows[0]["Ce qui manque"] == "pièce manquante : lettre\nCV : 4 pages (« files/cv.pdf »), 3 pages au plus"
    assert rows[1]["Verdict"] == "complète"
    assert rows[1]["Dérogations"] == "CV : 4 pages (« files/cv.pdf »), 3 pages au plus (CV bilingue)"
    assert reports.overview([INCOMPLETE], "en").rows[0][3] == "incomplete"


def test_remarks_stand_below_the_table() -> None:
    odd = assess(case(waivers=[WAIVER | {"rule": "nothing"}]))
    assert reports.overview([odd], "en").notes == ("01-diallo: waiver without effect: there is no rule “nothing”",)


def test_messages_of_the_call_stay_words() -> None:
    asked = call(waived={"no-such-rule": both("a|b")})
    assert len(reports.overview([assess(case(of=asked))], "fr").notes) == 1


def test_a_folder_named_over_two_lines_has_one_line_of_the_table() -> None:
    (row,) = reports.brief([assess(case(id="01-a\nb\u2028c"))], "fr").rows
    assert row[0] == "01-a\ufffdb\ufffdc"


@pytest.mark.parametrize("name", reports.__all__)
def test_what_is_offered_is_there(name: str) -> None:
    assert not inspect.ismodule(getattr(reports, name))
