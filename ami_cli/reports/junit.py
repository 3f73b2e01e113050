"""Assessments → JUnit XML: what is not met is a failure, what a person must look at is an error (no verdict was possible)."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence

from ami_cli.models.assessment import Assessment, Evidence, Outcome

_ELEMENTS = {"not_met": "failure", "to_verify": "error", "not_applicable": "skipped"}


def as_junit(assessments: Sequence[Assessment], language: str) -> str:
    """Return one suite per application and one case per outcome; a waived outcome passes, with its waiver in the output."""
    suites = ET.Element("testsuites", {"name": "ami check", **_counts([o for a in assessments for o in a.outcomes])})
    for assessment in assessments:
        name = _text(f"{assessment.call}/{assessment.application.id}")
        suite = ET.SubElement(suites, "testsuite", {"name": name, **_counts(assessment.outcomes)})
        for outcome in assessment.outcomes:
            _case(suite, name, outcome, language)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _counts(outcomes: Sequence[Outcome]) -> dict[str, str]:
    kinds = Counter(_element(outcome) for outcome in outcomes)
    return {
        "tests": str(len(outcomes)),
        "failures": str(kinds["failure"]),
        "errors": str(kinds["error"]),
        "skipped": str(kinds["skipped"]),
    }


def _element(outcome: Outcome) -> str | None:
    return None if outcome.waived_by is not None else _ELEMENTS.get(outcome.status)


def _case(suite: ET.Element, suite_name: str, outcome: Outcome, language: str) -> None:
    name = outcome.rule if outcome.requirement is None else f"{outcome.rule}[{outcome.requirement}]"
    case = ET.SubElement(suite, "testcase", classname=suite_name, name=_text(name))
    element, message = _element(outcome), _text(outcome.message.of(language))
    if element is not None:
        child = ET.SubElement(case, element, message=message)
        if element != "skipped":
            child.set("type", outcome.status)
            child.text = _text(_detail(outcome, language))
    if outcome.waived_by is not None:
        waiver = outcome.waived_by
        ET.SubElement(case, "system-out").text = _text(f"{message}\n{waiver.reason} ({waiver.who}, {waiver.when})")


def _detail(outcome: Outcome, language: str) -> str:
    words = (outcome.clause, outcome.message, outcome.remedy)
    lines = [word.of(language) for word in words if word is not None]
    return "\n".join([*lines, *(place(evidence) for evidence in outcome.evidence)])


def place(evidence: Evidence) -> str:
    """Return `file, p. 2: « words »` as far as it is known."""
    where = ", ".join(part for part in (evidence.document, evidence.page and f"p. {evidence.page}", evidence.place) if part)
    return ": ".join(part for part in (where, evidence.quote) if part) + (" (OCR)" if evidence.ocr else "")


def _text(text: str) -> str:
    """Return text with what XML cannot hold shown as the replacement character."""
    return "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000" else "\ufffd" for c in text
    )
