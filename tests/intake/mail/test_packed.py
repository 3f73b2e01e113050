"""What hides files inside one: opened where that needs no key, named where it does."""

import base64
import time
from email.message import EmailMessage
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli.intake.delivered import kept
from ami_cli.intake.mail import Message, read, signed, tnef
from tests.intake.mail import packing

FILES = {"CV d’Éloïse.pdf": b"%PDF-1.4 cv", "lettre.docx": b"PK letter"}


def message(raw: bytes) -> Message:
    found = read(raw)
    assert isinstance(found, Message)
    return found


def wrapped(content: bytes, subtype: str, name: str) -> bytes:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "eloise@b.example", "Candidature"
    outer.set_content("Bonjour")
    outer.add_attachment(content, maintype="application", subtype=subtype, filename=name)
    return outer.as_bytes()


def taken(found: Message) -> dict[str, bytes]:
    return {one.name: one.content for one in kept(found) if one.role == "document"}


def with_files() -> bytes:
    inner = EmailMessage()
    inner.set_content("Voici ma candidature.")
    for name, content in FILES.items():
        inner.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return inner.as_bytes()


@pytest.mark.parametrize("subtype", ["ms-tnef", "octet-stream"])
def test_winmail_dat_gives_its_files_and_is_no_document_itself(subtype: str) -> None:
    found = message(wrapped(packing.winmail(FILES), subtype, "winmail.dat"))
    assert (taken(found), found.notes) == (FILES, ())
    assert [(one.name, one.role) for one in found.attachments][-1] == ("winmail.dat", "message")


def test_without_long_names_the_short_ones_are_read_in_the_code_page_that_it_names() -> None:
    found = message(wrapped(packing.winmail({"CV Éloïse.pdf": b"cv"}, long_names=False), "ms-tnef", "winmail.dat"))
    assert taken(found) == {"CV Éloïse.pdf": b"cv"}


def test_a_message_packed_in_it_is_unpacked_too_but_not_without_end() -> None:
    packed = packing.winmail(FILES)
    for _ in range(3):
        packed = packing.winmail({}, message=packed)
    assert taken(message(wrapped(packed, "ms-tnef", "winmail.dat"))) == FILES
    for _ in range(3):
        packed = packing.winmail({"one.pdf": b"1"}, message=packed)
    found = message(wrapped(packed, "ms-tnef", "winmail.dat"))
    assert {one.name: one.role for one in found.attachments} == {"one.pdf": "document", "winmail.dat": "closed"}


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_winmail_dat_that_is_cut_gives_what_is_there_and_stays_closed(cut: int) -> None:
    found = message(wrapped(packing.winmail(FILES, long_names=False)[:-cut], "ms-tnef", "winmail.dat"))
    assert [one.role for one in found.attachments if one.name == "winmail.dat"] == ["closed"]
    assert "winmail.dat" in found.notes[0].fr


def test_many_small_attributes_take_no_time() -> None:
    many = tnef.SIGNATURE + bytes(2) + packing._attribute(2, 0x9002, b"") * 500_000  # noqa: SLF001  # of this very test
    begin = time.process_time()
    assert tnef.unpacked(many) is None
    assert time.process_time() - begin < 3


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.binary(max_size=12) | st.sampled_from([packing.winmail(FILES)[6:40], b"\x02\x02\x90", b"\x05\x90"]), max_size=30)
)
def test_any_bytes_behind_its_signature_are_survived(pieces: list[bytes]) -> None:
    found = tnef.unpacked(tnef.SIGNATURE + b"\x01\x00" + b"".join(pieces))
    assert found is None or found.files


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_winmail_dat_is_survived(data: st.DataObject) -> None:
    raw = bytearray(packing.winmail(FILES, message=packing.winmail({"x": b"y"})))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(4, len(raw) - 1))] = data.draw(st.integers(0, 255))
    found = tnef.unpacked(bytes(raw))
    assert found is None or all(len(one.content) <= len(raw) for one in found.files)


@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize("pieces", [0, 100])
def test_a_message_signed_as_one_piece_gives_its_text_and_its_files(marked: bool, pieces: int) -> None:  # noqa: FBT001  # a case
    if marked and not pieces:
        pieces = 10_000
    sealed = packing.signed(with_files(), marked=marked, pieces=pieces)
    head = b"From: eloise@b.example\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n"
    raw = head + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(sealed)
    found = message(raw)
    assert (found.text, taken(found), found.notes) == ("Voici ma candidature.", FILES, ())


def test_an_encrypted_message_stays_closed_and_is_named() -> None:
    enveloped = packing.signed(b"x").replace(bytes.fromhex("2a864886f70d010702"), bytes.fromhex("2a864886f70d010703"))
    found = message(wrapped(enveloped, "pkcs7-mime", "smime.p7m"))
    assert [(one.name, one.role) for one in found.attachments] == [("smime.p7m", "closed")]
    assert "« smime.p7m » cache son contenu" in found.notes[0].fr


def test_envelopes_in_one_another_are_not_opened_without_end() -> None:
    content = b"Content-Type: text/plain\r\n\r\nfin"
    for _ in range(8):
        content = b"Content-Type: application/pkcs7-mime\r\n\r\n" + packing.signed(content)
    found = message(b"From: a@b.example\r\n" + content)
    assert [one.role for one in found.attachments] == ["closed"]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_signature_is_survived(data: st.DataObject) -> None:
    raw = bytearray(packing.signed(b"content" * 9, marked=data.draw(st.booleans()), pieces=data.draw(st.sampled_from([0, 9]))))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    found = signed.content_of(bytes(raw[:cut]))
    assert found is None or len(found) <= len(raw)


def test_a_message_kept_in_an_outlook_message_gives_its_files() -> None:
    inner = packing.outlook("Ma candidature", "Éloïse <eloise@b.example>", files=FILES, inner=True)
    outer = packing.outlook("TR : candidature", "officer@example.org", files={"note.txt": b"n"}, enclosed=(inner,))
    found = message(packing.outlook_file(outer))
    assert [one.name for one in found.attachments] == ["note.txt"]
    (first,) = found.enclosed
    assert (first.subject, first.sender and first.sender.email) == ("Ma candidature", "eloise@b.example")
    assert taken(found) == {"note.txt": b"n", **FILES}
    assert found.notes == ()


def test_messages_in_one_another_are_opened_so_far_and_the_rest_is_told() -> None:
    tree = packing.outlook("0", "a@b.example", inner=True)
    for number in range(1, 8):
        tree = packing.outlook(str(number), "a@b.example", enclosed=(tree,), inner=number < 7)
    found = message(packing.outlook_file(tree))
    deepest = found
    for _ in range(5):
        (deepest,) = deepest.enclosed
    assert (deepest.enclosed, deepest.subject) == ((), "2")
    assert deepest.notes[0].fr.startswith("un message ou objet joint ne peut pas être extrait")


def test_an_outlook_message_attached_to_another_message_is_opened() -> None:
    saved = packing.outlook_file(packing.outlook("Ma candidature", "eloise@b.example", files=FILES))
    found = message(wrapped(saved, "vnd.ms-outlook", "candidature.msg"))
    assert taken(found) == FILES
    assert [one.role for one in chain(found.attachments)] == ["message"]
