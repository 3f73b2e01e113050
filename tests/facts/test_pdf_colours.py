import pypdfium2
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.facts.readers.pdf_colours import without_profiles
from tests.facts.making import assembled, stream

CATALOG = b"<</Type /Catalog /Pages 2 0 R>>"
PAGES = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
PAGE = (
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
    b"<</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>> /ColorSpace <</C [/ICCBased 5 0 R]>>>>>>"
)
PROFILE = b"0" * 36 + b"acsp" + b"0" * 100
PICTURE = b"BI /W 2 /H 1 /BPC 8 /CS /C ID \x00( EI\n"
"""Two dots drawn within the page: how many bytes they take is known from the profile's channels alone."""


def painted(head: bytes = b"/N 1", profile: bytes = PROFILE) -> bytes:
    drawing = (
        b"/C cs 0.5 sc BT /F 12 Tf 72 700 Td (Avant) Tj ET\n" + PICTURE + b"BT /F 12 Tf 72 600 Td (Lettre de candidature) Tj ET"
    )
    return assembled((CATALOG, PAGES, PAGE, stream(b"<<", drawing), stream(b"<<" + head, profile)))


def text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        said: str = document[0].get_textpage().get_text_bounded()
        return said


def test_a_profile_is_made_unreadable_and_nothing_moves_or_is_lost() -> None:
    before = painted()
    after = without_profiles(before)
    place = before.index(PROFILE)
    assert after == before[:place] + bytes(40) + before[place + 40 :]
    assert text(after) == text(before) == "Avant\r\nLettre de candidature"


def test_a_page_as_a_typesetter_makes_it_says_the_same() -> None:
    before = typst.compile(b'#set text(fill: rgb("#aa2200"))\nLettre de candidature, \xc3\xa0 Nantes')
    after = without_profiles(before)
    assert b"/ICCBased" in before
    assert after != before
    assert text(after) == text(before) == "Lettre de candidature, à Nantes"


@pytest.mark.parametrize("head", [b"", b"/N 12", b"/Type /ObjStm /N 1", b"/N 1 /DecodeParms <</Columns 4>>"])
def test_what_is_not_plainly_a_profile_is_left_alone(head: bytes) -> None:
    assert without_profiles(painted(head)) == painted(head)


def test_a_profile_shorter_than_its_mark_is_left_alone() -> None:
    assert without_profiles(painted(profile=b"0" * 30)) == painted(profile=b"0" * 30)
    cut = painted()[: painted().index(PROFILE) + 10]
    assert without_profiles(cut) == cut


def test_what_a_page_shows_is_never_taken_for_a_profile() -> None:
    disguised = painted().replace(b"/ICCBased 5 0 R", b"/ICCBased 4 0 R").replace(b"<< /Length", b"<</N 3 /Length")
    assert without_profiles(disguised) == disguised


def test_another_part_whose_number_ends_alike_is_left_alone() -> None:
    other = b"15 0 obj\n" + stream(b"<</N 3", PROFILE)
    assert without_profiles(painted() + other).endswith(other)


def test_only_some_profiles_of_a_file_with_very_many_are_looked_for() -> None:
    many = b"".join(b"[/ICCBased %d 0 R] %d 0 obj <</N 3>>stream\n%b\n" % (number, number, PROFILE) for number in range(1, 1001))
    assert without_profiles(many).count(bytes(40)) == 20


PIECES = [b"[/ICCBased 5 0 R]", b"5 0 obj", b"<</N 3>>", b" stream\n", b"x" * 50, b"endstream"]


@given(st.lists(st.sampled_from(PIECES)))
def test_of_any_bytes_the_length_stays_and_only_zeros_are_put(parts: list[bytes]) -> None:
    data = b"".join(parts)
    after = without_profiles(data)
    assert len(after) == len(data)
    assert all(new in {0, old} for new, old in zip(after, data, strict=True))
