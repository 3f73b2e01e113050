from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.cures import CURES
from ami_cli.errors import SourceError
from ami_cli.ledger import InvalidLedgerError
from ami_cli.models.cure import CureEntry, Cures, Offer, Reopened

NOON = datetime(2025, 9, 3, 12, tzinfo=UTC)
OPENED = CureEntry(
    what="opened",
    when=NOON,
    stage="interest",
    who="Comité",
    until=datetime(2025, 9, 10, 12, tzinfo=UTC),
    offers=(
        Offer(application="01-ana", points=(Reopened(rule="missing-document", requirement="letter"),)),
        Offer(application="02-bo", points=(Reopened(rule="too-many-pages", files=("files/a.pdf",)), Reopened(rule="x"))),
    ),
)
CLOSED = CureEntry(what="closed", when=NOON, stage="interest")


def test_nothing_was_written_yet(tmp_path: Path) -> None:
    assert CURES.read(tmp_path / "cures.yaml") == Cures()


def test_entries_stand_in_the_order_in_which_they_came_and_the_first_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "cures.yaml"
    CURES.add(path, OPENED)
    first = path.read_text(encoding="utf-8")
    CURES.add(path, CLOSED)
    assert path.read_text(encoding="utf-8").startswith(first)
    assert CURES.read(path) == Cures(cures=(OPENED, CLOSED))
    assert first.splitlines()[2:] == [
        "cures:",
        '  - what: "opened"',
        '    when: "2025-09-03T12:00:00Z"',
        '    stage: "interest"',
        '    who: "Comité"',
        '    until: "2025-09-10T12:00:00Z"',
        "    offers:",
        '      - application: "01-ana"',
        "        points:",
        '          - rule: "missing-document"',
        '            requirement: "letter"',
        '      - application: "02-bo"',
        "        points:",
        '          - rule: "too-many-pages"',
        '            files: ["files/a.pdf"]',
        '          - rule: "x"',
    ]


def test_what_a_person_wrote_between_stays(tmp_path: Path) -> None:
    path = tmp_path / "cures.yaml"
    CURES.add(path, OPENED)
    path.write_text(path.read_text(encoding="utf-8") + "  # seen with the committee\n", encoding="utf-8")
    CURES.add(path, CLOSED)
    assert "  # seen with the committee\n" in path.read_text(encoding="utf-8")
    assert CURES.read(path).cures == (OPENED, CLOSED)


def test_a_file_laid_out_in_another_way_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "cures.yaml"
    text = "cures: [{what: closed, when: 2025-09-03T12:00:00Z, stage: interest}]\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        CURES.add(path, OPENED)
    assert caught.value.en == "nothing can be added at the end of cures.yaml: the file was laid out in another way"
    assert (path.read_text(encoding="utf-8"), [one.name for one in tmp_path.iterdir()]) == (text, ["cures.yaml"])


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "cures.yaml"
    path.write_text("cures:\n  - what: opend\n    when: 2025-09-03T12:00:00Z\n    stage: interest\n", encoding="utf-8")
    with pytest.raises(InvalidLedgerError, match=r"cures\.yaml:2: cures\.0\.what"):
        CURES.read(path)


@given(who=st.text(min_size=1).filter(str.strip), application=st.text(), files=st.lists(st.text(), max_size=3))
def test_hostile_words_stay_values(who: str, application: str, files: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    offer = Offer(application=application, points=(Reopened(rule="r", files=tuple(files)),))
    entry = CureEntry(what="opened", when=NOON, stage="interest", who=who, offers=(offer,))
    path = tmp_path_factory.mktemp("l") / "cures.yaml"
    CURES.add(path, entry)
    assert CURES.read(path).cures == (entry,)
