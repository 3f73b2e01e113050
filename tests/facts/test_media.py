import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.facts.media import FODT, media_type, suffix_matters
from tests.facts.making import docx, paragraph, pdf, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def stream_name(name: str) -> bytes:
    return name.encode("utf-16-le") + bytes(4)


@pytest.mark.parametrize(
    ("data", "suffix", "expected"),
    [
        (b"", ".pdf", "application/x-empty"),
        (pdf("x"), ".doc", "application/pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "", "application/pdf"),
        (docx(paragraph("x")), ".pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (zipped({"a.txt": "x"}), ".docx", "application/zip"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), ".zip", "application/vnd.oasis.opendocument.text"),
        (
            zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
            "",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (b"PK\x03\x04 and nothing more", ".docx", "application/zip"),
        (OLE + stream_name("WordDocument"), ".docx", "application/msword"),
        (OLE + stream_name("EncryptedPackage"), ".docx", "application/vnd.ms-office.encrypted"),
        (b"{\\rtf1 x}", ".doc", "application/rtf"),
        (b"\xff\xd8\xff\xe0", ".pdf", "image/jpeg"),
        (b"\x00\x00\x00\x18ftypheic", "", "image/heic"),
        (b"BMW et Renault, deux missions", ".txt", "text/plain"),
        (b"<!DOCTYPE html><p>x", ".doc", "text/html"),
        (b"Received: by a\nSubject: b\nFrom: c\n\nd", ".txt", "message/rfc822"),
        (b"From a@b Mon\nSubject: b\n\nd", "", "application/mbox"),
        (b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">', ".txt", FODT),
        (b"De : moi\nObjet : lettre", ".md", "text/markdown"),
        (b"a;b\n1;2", ".csv", "text/csv"),
        ("é".encode("utf-16"), ".txt", "text/plain"),
        (b"This is no package", ".odt", "application/octet-stream"),
        (bytes(range(32)) * 4, ".txt", "application/octet-stream"),
    ],
)
def test_the_content_says_what_a_file_is(data: bytes, suffix: str, expected: str) -> None:
    assert media_type(data, suffix) == expected


@given(st.binary(max_size=300), st.sampled_from(["", ".pdf", ".csv", ".odt"]))
def test_any_bytes_have_a_media_type_and_the_name_counts_for_plain_text_only(data: bytes, suffix: str) -> None:
    found = media_type(data, suffix)
    assert "/" in found
    if not suffix_matters(data):
        assert media_type(data, "") == found
