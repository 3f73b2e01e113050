"""Every fact of a call is in every format, in every language."""

import functools
import re

import pytest

from ami_cli import call as calls
from ami_cli import notice, starter
from ami_cli.models.content import Paragraph, plain
from ami_cli.models.texts import texts as every_text
from ami_cli.notice.kinds import Document, in_one
from ami_cli.wording.markdown_in import prose
from tests.conftest import setting
from tests.notice import reading
from tests.notice.rich import FIGURES, rich

BRAND = notice.Brand(folders=(starter.folder("templates"),))
NANTES = {
    "fr": (
        "dimanche 31 août 2025 à 12 h 00 (heure de Paris, UTC+2)", "dimanche 28 septembre 2025 à 18 h 00 (heure de Paris, UTC+2)",
        "lundi 13 octobre 2025", "vendredi 17 octobre 2025", "vendredi 12 décembre 2025", "15 000 € TTC", "5 % au maximum",
        "trois (3) pages", "deux (2) références", "Six (6) candidats",
    ),
    "en": (
        "Sunday 31 August 2025 at 12:00 (Paris time, UTC+2)", "Sunday 28 September 2025 at 18:00 (Paris time, UTC+2)",
        "Monday 13 October 2025", "Friday 17 October 2025", "Friday 12 December 2025", "€15,000", "5% at most",
        "three (3) pages", "two (2) references", "six (6) applicants",
    ),
}  # fmt: skip


@functools.cache
def written(form: str, language: str) -> str:
    tree = notice.compose(setting("capitalisation-mna-nantes"), language)
    return reading.words(notice.write(tree, form, BRAND), form)


def loose(text: str) -> str:
    """A line broken at a hyphen, or a space that a reader of PDF lost, is no difference."""
    return re.sub(r"[\s\u00ad‐-]", "", text)


def found(fact: str, text: str, form: str) -> bool:
    fact = reading.plain(fact)
    return loose(fact) in loose(text) if form in {"pdf", "txt"} else fact in text


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", notice.FORMATS)
def test_every_fact_is_in_every_format(form: str, language: str) -> None:
    text = written(form, language)
    call = setting("capitalisation-mna-nantes").call
    facts = [
        *NANTES[language],
        "doi.applications@medecinsdumonde.net",
        "Capitalisation / MNA Nantes / France",
        *(deliverable.of(language) for deliverable in call.mission.deliverables),
        *(need.need.of(language) for need in call.profile),
        call.title.of(language),
    ]
    assert len(facts) >= 28
    assert [fact for fact in facts if not found(fact, text, form)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_call_that_uses_every_field_loses_none(language: str) -> None:
    text = reading.words(notice.write(notice.compose(rich(), language), "md", BRAND), "md")
    texts = [
        plain(block.runs)
        for _path, words in every_text(rich().call)
        for block in prose(words.of(language), language)
        if isinstance(block, Paragraph)
    ]
    assert len(texts) > 50
    assert [words for words in (*texts, *FIGURES[language]) if reading.plain(words) not in text] == []


def test_every_field_that_a_reader_needs_is_exercised() -> None:
    """The rich call sets every field, so that the test above cannot pass by leaving one out."""
    call = rich().call
    unset = [
        f"{type(model).__name__}.{name}"
        for model in (call, call.mission, call.budget, call.application, call.calendar)
        for name in type(model).model_fields
        if name not in model.model_fields_set
    ]
    assert unset == ["Call.award", "Budget.exact", "Calendar.indicative"]


def test_the_terms_of_reference_tell_the_second_stage() -> None:
    tree = in_one(setting("capitalisation-mna-nantes"), Document("tor"), "en")
    text = reading.words(notice.write(tree, "md", BRAND), "md")
    facts = [
        "Terms of reference",
        "Proposal by: Sunday 28 September 2025 at 18:00 (Paris time, UTC+2)",
        "Full technical proposal",
        "Full budget proposal",
        "French criminal record extract",
        "no copy of it is kept",
        "Received by us no later than: Sunday 28 September 2025 at 18:00",
    ]
    assert [fact for fact in facts if fact not in text] == []
    assert calls.load(starter.folder("calls") / "capitalisation-mna-nantes.yaml").call.id in tree.summary.id
