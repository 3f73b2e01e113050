from collections.abc import Iterator

import pytest

from ami_cli import notice
from ami_cli.models.content import Block, Box, Copy, Heading, Listing, Run, Table, plain
from ami_cli.models.text import Text
from ami_cli.wording.compose import compose
from ami_cli.writers import markdown
from tests.conftest import NOW, setting


def runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, Box):
            yield from runs(block.blocks)
        elif isinstance(block, Listing):
            yield from (run for item in block.items for run in runs(item.blocks))
        elif isinstance(block, Table):
            yield from (run for row in (block.header, *block.rows) for cell in row for run in cell)
        elif isinstance(block, Copy):
            yield block.run
        elif hasattr(block, "runs"):
            yield from block.runs


@pytest.mark.parametrize(
    ("language", "when"),
    [
        ("fr", "dimanche 31 août 2025 à 12\u00a0h\u00a000 (heure de Paris, UTC+2)"),
        ("en", "Sunday 31 August 2025 at 12:00 (Paris time, UTC+2)"),
    ],
)
def test_the_calendar_is_a_table_in_the_language_and_zone(nantes: notice.Setting, language: str, when: str) -> None:
    (table,) = (block for block in compose(nantes, language).blocks if isinstance(block, Table))
    assert next(plain(row[1]) for row in table.rows) == when
    assert len(table.rows) == 5


def test_both_languages_have_the_same_blocks(nantes: notice.Setting) -> None:
    fr, en = (compose(nantes, language).blocks for language in ("fr", "en"))
    assert [block.kind for block in fr] == [block.kind for block in en]


def test_the_subject_is_printed_exactly_and_in_the_language_of_the_call(nantes: notice.Setting) -> None:
    subject = "Capitalisation / MNA Nantes / France"
    found = [run for run in runs(compose(nantes, "en").blocks) if run.text == subject]
    assert {(run.literal, run.language) for run in found} == {(True, "fr")}
    assert len(found) == 2


def test_what_is_to_be_set_stops_a_publication(trafficking: notice.Setting) -> None:
    with pytest.raises(notice.UnpublishableError) as raised:
        compose(setting("positionnement-traite"), "fr")
    assert raised.value.paths == (
        "calendar.milestones.1.at",
        "calendar.milestones.2.at",
        "calendar.milestones.3.at",
        "application.channels.accepted.0.email",
        "data_protection.contact_email",
    )
    assert raised.value.code == 3
    draft = compose(trafficking, "fr")
    assert draft.draft
    assert {run.text for run in runs(draft.blocks) if run.missing} == {"[à compléter]"}


def test_a_finished_call_is_no_draft_even_when_one_is_wanted() -> None:
    assert not compose(setting("capitalisation-mna-nantes", draft=True), "fr").draft


def test_a_picture_in_the_prose_is_told_with_its_field(nantes: notice.Setting) -> None:
    call = nantes.call.model_copy(update={"eligibility": Text({"fr": "![a](b)", "en": "c"})})
    with pytest.raises(notice.UnpublishableError) as raised:
        compose(notice.Setting(call, nantes.organisation, nantes.templates, NOW), "fr")
    assert raised.value.paths == ("eligibility",)


def test_numbers_in_words_and_figures_come_from_one_value(nantes: notice.Setting) -> None:
    document = nantes.call.application.documents[0].model_copy(update={"max_pages": 5})
    terms = nantes.call.application.model_copy(update={"documents": (document, *nantes.call.application.documents[1:])})
    call = nantes.call.model_copy(update={"application": terms})
    written = markdown.write(compose(notice.Setting(call, nantes.organisation, nantes.templates, NOW), "fr")).decode()
    assert "cinq (5) pages" in written.replace("\u00a0", " ")


def test_the_outline_of_the_notice(nantes: notice.Setting) -> None:
    headings = [block for block in compose(nantes, "en").blocks if isinstance(block, Heading)]
    assert [plain(heading.runs) for heading in headings if heading.level == 2] == [
        "Context",
        "Mission",
        "Profile sought",
        "Conditions of the work",
        "Indicative timetable",
        "How to apply",
        "Your personal data",
        "Before you send: your checklist",
    ]


def test_a_picture_in_the_title_is_told_with_its_field(nantes: notice.Setting) -> None:
    call = nantes.call.model_copy(update={"title": Text({"fr": "![a](b)", "en": "c"})})
    with pytest.raises(notice.UnpublishableError) as raised:
        compose(notice.Setting(call, nantes.organisation, nantes.templates, NOW), "fr")
    assert raised.value.paths == ("title",)


def test_a_draft_of_an_empty_organisation_shows_what_is_missing(nantes: notice.Setting) -> None:
    organisation = nantes.organisation.model_copy(update={"name": Text({"fr": "to-be-set", "en": "to-be-set"})})
    tree = compose(notice.Setting(nantes.call, organisation, nantes.templates, NOW, draft=True), "fr")
    assert (tree.organisation, tree.draft) == ("[à compléter]", True)
