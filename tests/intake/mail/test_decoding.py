import pytest

from ami_cli.intake.mail.decoding import one_line, text_of, undeclared
from ami_cli.intake.mail.parameters import value_and_parameters
from ami_cli.intake.mail.words import decoded, unbase64


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"Candidature", "Candidature"),
        (b"=?utf-8?B?w4l0dWRl?=", "Étude"),
        (b"=?ISO-8859-1?Q?=C9tude_de_cas?=", "Étude de cas"),
        (b"=?utf-8?Q?=C3?=\r\n =?utf-8?Q?=89tude?=", "Étude"),
        (b"=?utf-8?q?un?= =?utf-8?q?deux?=", "undeux"),
        (b"=?utf-8?q?un?= et =?iso-8859-15?q?=A4?=", "un et €"),
        ("Étude brute".encode(), "Étude brute"),
        ("Étude brute".encode("cp1252"), "Étude brute"),
        (b"=?us-ascii?Q?=C3=89tude?=", "Étude"),
        (b"=?no-such-charset?Q?=C3=89tude?=", "Étude"),
        (b"=?rot13?Q?abc?= =?hex?Q?41?=", "abc41"),
        (b"=?utf-8*fr?Q?langue?=", "langue"),
        (b"=?utf-8?Q?a=0Ab=0D=0AX-Injected:_c?=", "a b X-Injected: c"),
        (b"=?utf-8?B?w4l0dWRl", "=?utf-8?B?w4l0dWRl"),
        (b"=?utf-8?B?w4l0dWR?=", "Étud"),
        (b"  folded\r\n\tover   lines ", "folded over lines"),
    ],
)
def test_a_header_is_read_however_it_was_written(raw: bytes, text: str) -> None:
    assert decoded(raw) == text


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        (b"\xe9t\xe9", "iso-8859-1", "été"),
        ("été".encode(), "iso-8859-1", "été"),
        (b"\x93mot\x94", "iso-8859-1", "“mot”"),
        (b"\xe9", "utf-8", "\ufffd"),
        (b"abc", "utf-16-surrogates", "abc"),
        (b"+2AA-", "utf-7", "\ufffd"),
    ],
)
def test_a_wrong_charset_does_not_make_a_body_unreadable(content: bytes, charset: str, text: str) -> None:
    assert text_of(content, charset) == text


def test_text_cut_in_the_middle_of_a_character_stays_the_text_that_it_was() -> None:
    assert undeclared("Картинка".encode()[:-1]) == "Картинк\ufffd"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b'attachment; filename="cv.pdf"', "cv.pdf"),
        (b"attachment; filename=cv.pdf", "cv.pdf"),
        (b'attachment; filename="cv; de \\"moi\\".pdf"', 'cv; de "moi".pdf'),
        (b"attachment; filename*=utf-8''r%C3%A9f%C3%A9rences.pdf", "références.pdf"),
        (b"attachment; filename*=iso-8859-1'fr'r%E9f.pdf", "réf.pdf"),
        (b"attachment; filename*0*=utf-8''r%C3; filename*1*=%A9f; filename*2=.pdf", "réf.pdf"),
        (b'attachment; filename*1="b.pdf"; filename*0="a"', "ab.pdf"),
        (b'attachment; filename="=?utf-8?B?csOpZi5wZGY=?="', "réf.pdf"),
        ('attachment; filename="réf.pdf"'.encode(), "réf.pdf"),
        ('attachment; filename="réf.pdf"'.encode("cp1252"), "réf.pdf"),
        (b"attachment; filename=plain.pdf; filename*=utf-8''%C3%A9.pdf", "é.pdf"),
        (b'attachment;\r\n filename="never closed.pdf', "never closed.pdf"),
        (b"attachment; filename*=utf-8'r%C3%A9f.pdf", "utf-8'réf.pdf"),
    ],
)
def test_the_name_of_an_attachment_is_read_however_it_was_written(raw: bytes, name: str) -> None:
    assert value_and_parameters(raw) == ("attachment", {"filename": name})


def test_base64_that_is_cut_or_dirty_gives_what_it_holds() -> None:
    assert [unbase64(dirty) for dirty in (b"YWJj", b"YW\r\nJj!", b"YWJ", b"YWJjZ", b"=")] == [b"abc", b"abc", b"ab", b"abc", b""]


def test_control_characters_never_reach_a_line() -> None:
    assert one_line("a\x00b\x1b[31m\tc\u2028d") == "ab[31m c d"
