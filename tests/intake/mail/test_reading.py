import io
import struct
import zipfile
from datetime import datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli.intake.mail import Message, Refusal, read
from ami_cli.intake.mail.addresses import Address
from ami_cli.intake.mail.stamps import Stamp
from tests.intake.letters import PDF, letter


def message(raw: bytes) -> Message:
    found = read(raw)
    assert isinstance(found, Message)
    return found


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8", "surrogateescape")


def test_a_whole_message_is_read() -> None:
    found = message(letter(headers={"Reply-To": "Bureau <bureau@rivage.example>"}))
    assert (found.subject, found.senders, found.reply_to) == (
        "Étude / Parcours",
        (Address("Ana Martin", "ana@rivage.example"),),
        (Address("Bureau", "bureau@rivage.example"),),
    )
    assert found.to == (Address("", "appels@example.org"),)
    assert found.date == datetime.fromisoformat("2025-08-30T16:11:50+02:00")
    assert found.stamps == (Stamp("mx.example.org", datetime.fromisoformat("2025-08-30T16:12:00+02:00")),)
    assert found.text == "Bonjour,\n\nveuillez trouver ma candidature."
    assert [(one.name, one.media_type, one.content, one.role) for one in found.attachments] == [
        ("cv.pdf", "application/pdf", PDF + b"cv", "document"),
        ("lettre.pdf", "application/pdf", PDF + b"letter", "document"),
    ]
    assert (found.sort, found.is_reply, found.notes) == ("person", False, ())


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=cv.pdf\n\nx", "cv.pdf"),
        ("Content-Type: application/pdf; name=cv.pdf\nContent-Disposition: inline\n\nx", "cv.pdf"),
        ("Content-Type: application/pdf\n\nx", "part-2.pdf"),
        ("Content-Type: text/plain; name=cv.txt\n\nx", "cv.txt"),
        ("Content-Disposition: attachment\n\nx", "part-2.txt"),
        ("Content-Type: nonsense\n\nx", "part-2.bin"),
    ],
)
def test_whatever_could_be_saved_is_an_attachment(part: str, name: str) -> None:
    raw = crlf(f"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n{part}\n--b--\n")
    found = message(raw)
    assert (found.text, [(one.name, one.content) for one in found.attachments]) == ("hello", [(name, b"x")])


def test_an_attachment_inside_an_alternative_is_not_lost() -> None:
    inner = "--i\nContent-Type: text/html\n\n<p>one</p>\n--i\nContent-Type: application/pdf; name=cv.pdf\n\nx\n--i--"
    raw = crlf(
        "From: a@b.example\nContent-Type: multipart/alternative; boundary=o\n\n"
        f"--o\n\none\n--o\nContent-Type: multipart/mixed; boundary=i\n\n{inner}\n--o--\n"
    )
    assert [one.name for one in message(raw).attachments] == ["cv.pdf"]


def test_a_body_in_html_alone_becomes_text_and_nothing_is_fetched() -> None:
    page = "<html><head><style>p {}</style></head><p>Bonjour&nbsp;!<br>Mon CV<img src='http://spy.example/x.png'></p></html>"
    raw = crlf(f"From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n{page}\n")
    assert message(raw).text == "Bonjour !\nMon CV"


def test_forwarded_messages_are_opened() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "officer@example.org", "TR : candidature"
    outer.set_content("voir ci-joint")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Ana <ana@rivage.example>", "Candidature"
    inner.set_content("bonjour")
    inner.add_attachment(b"x", maintype="application", subtype="pdf", filename="cv.pdf")
    outer.add_attachment(inner)
    found = message(outer.as_bytes())
    assert [one.role for one in found.attachments] == ["message"]
    (opened,) = found.enclosed
    assert (opened.subject, [one.name for one in opened.attachments]) == ("Candidature", ["cv.pdf"])


def test_messages_inside_messages_without_end_stop_at_a_bound() -> None:
    raw = b"From: a@b.example\r\n\r\ndeep"
    for _ in range(200):
        raw = b"From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\n" + raw
    found, depth = message(raw), 0
    while found.enclosed:
        found, depth = found.enclosed[0], depth + 1
    assert depth == 5


def test_parts_inside_parts_without_end_stop_at_a_bound_and_it_is_told() -> None:
    raw = b"From: a@b.example\r\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (depth, depth) for depth in range(500)
    )
    assert [words.en for words in message(raw).notes] == ["too many parts: some were not opened"]


@pytest.mark.parametrize(
    ("headers", "sort"),
    [
        ({}, "person"),
        ({"Auto-Submitted": "auto-replied"}, "auto-reply"),
        ({"Auto-Submitted": "no"}, "person"),
        ({"X-Autoreply": "yes"}, "auto-reply"),
        ({"List-Unsubscribe": "<mailto:x@y.example>"}, "list"),
        ({"Precedence": "bulk"}, "list"),
    ],
)
def test_who_speaks_is_known_from_the_headers(headers: dict[str, str], sort: str) -> None:
    assert message(letter(headers=headers)).sort == sort


@pytest.mark.parametrize(
    ("sender", "subject", "sort"),
    [
        ("MAILER-DAEMON@mx.example.org", "Undelivered Mail Returned to Sender", "bounce"),
        ("Ana <ana@rivage.example>", "Absence du bureau : Étude / Parcours", "auto-reply"),
        ("Ana <ana@rivage.example>", "Automatic reply: Étude", "auto-reply"),
    ],
)
def test_bounces_and_absences_are_known_by_their_words(sender: str, subject: str, sort: str) -> None:
    assert message(letter(sender=sender, subject=subject)).sort == sort


def test_a_report_of_delivery_is_a_bounce() -> None:
    raw = crlf(
        "From: x@y.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        "--b\n\nfailed\n--b\nContent-Type: message/delivery-status\n\nStatus: 5.0.0\n--b--\n"
    )
    found = message(raw)
    assert (found.sort, [one.role for one in found.attachments]) == ("bounce", ["signature"])


@pytest.mark.parametrize("name", ["smime.p7m", "winmail.dat"])
def test_what_hides_its_content_is_named(name: str) -> None:
    found = message(letter(files={name: b"closed"}))
    assert [one.role for one in found.attachments] == ["closed"]
    assert [name in words.fr for words in found.notes] == [True]


def test_links_to_files_kept_elsewhere_are_named_and_others_are_not() -> None:
    text = (
        "Mon CV : https://we.tl/t-abcdef. Mon site : https://rivage.example/\nhttps://cloud.rivage.example/index.php/s/Ab12Cd34Ef\n"
    )
    assert message(letter(text=text, files={})).links == (
        "https://we.tl/t-abcdef",
        "https://cloud.rivage.example/index.php/s/Ab12Cd34Ef",
    )


def test_a_logo_of_the_layout_is_told_from_a_scan() -> None:
    logo = "Content-Type: image/png; name=image001.png\nContent-ID: <logo@x>\nContent-Disposition: inline\n\nsmall"
    scan = f"Content-Type: image/jpeg; name=IMG_2041.jpg\nContent-Disposition: inline\n\n{'x' * 200_000}"
    page = "Content-Type: text/html\n\n<p>Bonjour<img src='cid:logo@x'></p>"
    raw = crlf(f"From: a@b.example\nContent-Type: multipart/related; boundary=b\n\n--b\n{page}\n--b\n{logo}\n--b\n{scan}\n--b--\n")
    assert [one.role for one in message(raw).attachments] == ["decoration", "document"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"\r\n\r\n   \r\n", "empty"),
        (b"just words\nand more words\n", "no-message"),
        (b"%PDF-1.7\n1 0 obj\n", "no-message"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 not really a document", "damaged"),
    ],
)
def test_what_is_no_message_is_refused_by_name(raw: bytes, reason: str) -> None:
    found = read(raw)
    assert isinstance(found, Refusal)
    assert found.reason == reason


def test_headers_that_lost_their_leading_blanks_are_put_together() -> None:
    raw = b"Received: from a\nby b.example; Sat, 30 Aug 2025 16:12:00 +0200\nSubject: long\nsubject\nFrom: a@b.example\n\nbody\n"
    found = message(raw)
    assert (found.subject, [stamp.by for stamp in found.stamps], found.text) == ("long subject", ["b.example"], "body")


@pytest.mark.parametrize(
    "written",
    ["Wed, 15 Dec 2010    59:10 -0500", "", "tomorrow", "Mon, 01 Jan 1900 00:00:00 +2359", "Fri, 31 Dec 9999 23:59:59 -1200"],
)
def test_a_date_that_is_none_is_no_date(written: str) -> None:
    assert message(b"From: a@b.example\nDate: " + written.encode() + b"\n\n").date is None


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Ana Martin <ANA@Rivage.example>", Address("Ana Martin", "ana@rivage.example")),
        ('"Martin, Ana" <ana@rivage.example>', Address("Martin, Ana", "ana@rivage.example")),
        ("=?utf-8?q?Andr=C3=A9?= <a@b.example>", Address("André", "a@b.example")),
        ("ana@rivage.example", Address("", "ana@rivage.example")),
        ("=?utf-8?q?Ana_=3Cana=40rivage=2Eexample=3E?=", Address("Ana", "ana@rivage.example")),
        ("((((" * 2000 + "Ana <ana@rivage.example>", None),
    ],
)
def test_the_sender_is_found(written: str, address: Address | None) -> None:
    found = message(f"From: {written}\nSubject: x\n\n".encode()).sender
    assert found == address or (address is None and found is not None and found.email == "ana@rivage.example")


def test_a_large_message_is_read_without_being_copied_over_and_over() -> None:
    import tracemalloc

    raw = letter(files={"cv.pdf": bytes(8_000_000)})
    tracemalloc.start()
    found = message(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found.attachments[0].content) == 8_000_000
    assert peak < 4 * len(raw)


PIECES = st.sampled_from(
    [
        "From: a@b.example\nSubject: =?utf-8?B?",
        "?=",
        "\n",
        "Content-Type: multipart/mixed; boundary=",
        "Content-Type: message/rfc822\n",
        "Content-Type: text/html\n",
        "--b",
        "--b--",
        "b\n",
        "Content-Transfer-Encoding: base64\n",
        "Content-Disposition: attachment; filename*0*=utf-8''%",
        "Received: by x; Sat, 30 Aug 2025 16:12:00 +0200\n",
        '"',
        "<!--",
        "<a href=",
        "<![",
        "Date: Sat, 99 Aug 2025",
        "=?rot13?q?x?=",
        "\x00",
        ";",
        "(",
        "=C3",
        "name*1=",
        "Content-Type: text/plain; charset=utf-7\n",
        "+2AA-",
        "begin 644 x\n",
        "Content-Transfer-Encoding: x-uuencode\n",
        "ÿ",
    ]
).map(lambda piece: piece.encode("latin-1"))


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES | st.binary(max_size=20), max_size=60).map(b"".join))
def test_any_bytes_give_a_message_or_a_named_refusal(raw: bytes) -> None:
    found = read(raw)
    assert isinstance(found, Message | Refusal)
    if isinstance(found, Message):
        for text in (found.subject, found.text, *(one.name for one in found.attachments)):
            text.encode("utf-8")
        assert not {"\n", "\r", "\x00"} & set(found.subject + "".join(one.name for one in found.attachments))


def container(size: int) -> bytes:
    """An Outlook container of three sectors with one stream, which says that it holds `size` bytes."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", fat, end, end, *[free] * 125)
    entries = entry("Root Entry", 5, child=1, start=end, size=0) + entry("__properties_version1.0", 2, start=2, size=size)
    return head + table + entries + bytes(2 * 128) + bytes(512)


def entry(name: str, sort: int, *, child: int = 0xFFFFFFFF, start: int, size: int) -> bytes:
    free = 0xFFFFFFFF
    written = name.encode("utf-16-le") + b"\x00\x00"
    return (
        written.ljust(64, b"\x00")
        + struct.pack("<HBB3I", len(written), sort, 1, free, free, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def test_an_outlook_message_that_says_it_holds_more_than_it_weighs_is_refused_before_it_swells() -> None:
    swollen = read(container(2**31 - 1))
    assert isinstance(swollen, Refusal)
    assert (swollen.reason, "demandez qu’on le renvoie" in swollen.words.fr) == ("too-large", True)
    assert read(container(512)) != swollen


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_behind_the_signature_of_outlook_are_refused_or_read(raw: bytes) -> None:
    assert isinstance(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + raw), Message | Refusal)


def test_an_archive_is_an_attachment_like_any_other() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("cv.pdf", b"x")
    assert [one.role for one in message(letter(files={"dossier.zip": packed.getvalue()})).attachments] == ["document"]
