import io
from pathlib import Path

import pypdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli.facts.bounds import DEFAULT, Bounds
from ami_cli.facts.reading import facts_of
from ami_cli.models.facts import DocumentFacts, Page
from tests.facts.making import assembled, joined, pdf, stream


def locked(user: str, owner: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf("Lettre de candidature"))))
    writer.encrypt(user_password=user, owner_password=owner, algorithm=algorithm)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def of(data: bytes, bounds: Bounds = DEFAULT) -> DocumentFacts:
    return facts_of(data, ".pdf", bounds)


def test_pages_are_counted_and_their_text_is_kept_page_by_page() -> None:
    facts = of(pdf("Élise Durand\nExpérience professionnelle", "Références"))
    assert facts.readable
    assert (facts.pages, facts.pages_basis, facts.text_layer, facts.encrypted) == (2, "counted", True, "no")
    assert facts.texts == (
        Page(number=1, text="Élise Durand\nExpérience professionnelle"),
        Page(number=2, text="Références"),
    )


def test_characters_that_take_twice_the_room_are_kept_to_the_last(tmp_path: Path) -> None:
    source = tmp_path / "formula.typ"
    source.write_text("Une formule $frak(g)$ et la suite.", encoding="utf-8")
    assert of(typst.compile(source)).texts == (Page(number=1, text="Une formule 𝔤 et la suite."),)


def test_the_type_is_read_from_the_content_not_from_the_name() -> None:
    assert facts_of(pdf("x"), ".docx").media_type == "application/pdf"


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_password_to_open_is_named(algorithm: str) -> None:
    facts = of(locked("secret", "other", algorithm))
    assert (facts.readable, facts.problem, facts.encrypted, facts.pages) == (False, "encrypted", "user", None)


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_password_to_change_only_does_not_stop_reading(algorithm: str) -> None:
    facts = of(locked("", "owner", algorithm))
    assert (facts.readable, facts.problem, facts.encrypted, facts.pages) == (True, None, "owner", 1)
    assert facts.texts == (Page(number=1, text="Lettre de candidature"),)


@pytest.mark.parametrize("pages", [("",), ("", "")])
def test_pages_without_text_are_named_so_and_still_counted(pages: tuple[str, ...]) -> None:
    facts = of(pdf(*pages))
    assert (facts.readable, facts.problem, facts.pages, facts.pages_basis) == (False, "no-text", len(pages), "counted")


def test_a_scan_with_a_stamp_is_a_scan() -> None:
    assert of(pdf("Scanned by App", picture=True)).problem == "no-text"


def test_a_short_page_over_a_background_picture_with_text_enough_is_text() -> None:
    assert of(pdf("Je soussignée déclare être disponible dès octobre.", picture=True)).readable


TEXT = "Une lettre dont le texte est là, bien lisible."


def test_scanned_pages_among_text_are_named() -> None:
    facts = of(joined(pdf("", picture=True), pdf(TEXT), pdf("Scanned by App", picture=True), pdf(TEXT)))
    assert (facts.readable, facts.text_layer, facts.pages, facts.unread, facts.truncated) == (True, True, 4, (1, 3), False)


def test_a_page_on_which_nothing_is_drawn_leaves_no_doubt() -> None:
    assert of(pdf(TEXT, "")).unread == ()
    assert of(joined(pdf("", picture=True), pdf(""))).problem == "no-text"


def form(*extra: bytes, xfa: bytes = b"") -> bytes:
    """A page with text, a text field, a box to tick, a typed note, a comment, and a field whose value its parent holds."""
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 11))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Annots [%s] "
    page += b"/Resources << /Font << /F 4 0 R >> >> >>"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 11 0 R] %s >> >>" % xfa,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page % kids,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            stream(b"<<", b"BT /F 11 Tf 60 780 Td (Formulaire) Tj ET"),
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Disponible d\xe8s le 13 octobre) /Rect [60 700 300 720] >>",
            b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /V /Oui /AS /Oui /Rect [60 700 70 710] >>",
            b"<< /Type /Annot /Subtype /FreeText /Contents (Ajout \xe0 la main) /Rect [60 600 300 620] >>",
            b"<< /Type /Annot /Subtype /Text /Contents (remarque) /Rect [60 600 300 620] >>",
            b"<< /Type /Annot /Subtype /Widget /Parent 11 0 R /Rect [60 500 300 520] >>",
            b"<< /FT /Tx /T (c) /V (Ville de Sault) /Kids [10 0 R] >>",
            *extra,
        ]
    )


def test_what_was_typed_into_a_form_is_read_with_its_page() -> None:
    facts = of(form())
    assert facts.texts == (Page(number=1, text="Formulaire\nDisponible dès le 13 octobre\nAjout à la main\nVille de Sault"),)
    assert facts.unread == ()


def test_a_page_with_more_fields_than_are_read_leaves_a_doubt() -> None:
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 11))
    assert of(form().replace(b"/Annots [" + kids, b"/Annots [" + b" ".join([kids] * 101))).unread == (1,)


def test_a_form_that_only_its_own_program_shows_is_for_a_person() -> None:
    packed = stream(b"<<", b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>")
    assert of(form(packed, xfa=b"/XFA 12 0 R").replace(b"/Type /Catalog", b"/Type /Catalog /NeedsRendering true")).unread == (1,)


def test_a_scan_in_strips_is_a_scan() -> None:
    strips = b"".join(b"q 595 0 0 85 0 %d cm /I Do Q\n" % (84 * n) for n in range(10))
    page = pdf("x").replace(b"BT /F 11 Tf 60 780 Td\n(x) Tj 0 -14 Td\nET", strips)
    assert of(joined(page, pdf(TEXT))).unread == (1,)


def test_a_picture_all_over_a_page_with_a_header_may_hold_more_than_its_text() -> None:
    facts = of(joined(pdf("Annexe 3 du dossier de candidature, page 12 sur 40", picture=True), pdf(TEXT)))
    assert (facts.unread, facts.texts[0].text) == ((1,), "Annexe 3 du dossier de candidature, page 12 sur 40")


def test_pages_that_are_announced_and_not_there_leave_a_doubt() -> None:
    facts = of(pdf(TEXT, count=3))
    assert (facts.readable, facts.pages, facts.unread) == (True, 3, (2, 3))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7 garbage " * 50, pdf("x")[:60]])
def test_a_damaged_file_is_named_so(data: bytes) -> None:
    facts = of(data)
    assert (facts.readable, facts.problem, facts.pages) == (False, "damaged", None)


def test_a_file_whose_table_of_contents_is_lost_is_read_all_the_same() -> None:
    whole = pdf("Première page", "Deuxième page")
    assert of(whole.replace(b"startxref\n", b"startxref\n9")).pages == 2


def test_what_the_second_reader_stumbles_over_is_no_matter_where_the_first_reads() -> None:
    data = pdf(TEXT, count=3, extra=[b"<< /Filter /JBIG2Decode >>"])
    assert (of(data).readable, of(data).texts[0].text) == (True, TEXT)


@pytest.mark.parametrize("filter_", [b"/Adobe.PubSec", b"/MicrosoftIRMServices"])
def test_a_file_locked_by_a_certificate_is_named_so(filter_: bytes) -> None:
    locked_ = pdf("x", extra=[b"<< /Filter %s /V 4 /R 4 >>" % filter_])
    facts = of(locked_.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 7 0 R /ID [<00> <00>]"))
    assert (facts.problem, facts.encrypted, facts.detail) == (
        "encrypted",
        "user",
        "a password or a certificate is needed to open it",
    )


def test_a_page_packed_as_a_giant_picture_is_refused_before_it_swells() -> None:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    bomb = assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            stream(b"<< /Filter /JBIG2Decode", b"\x00" * 40),
        ]
    )
    facts = of(bomb)
    assert (facts.readable, facts.problem, facts.pages) == (False, "too-large", 1)


def test_five_thousand_pages_are_counted_and_the_text_of_the_first_is_kept() -> None:
    facts = of(pdf(*["Page"] * 5000), Bounds(pages=50))
    assert (facts.readable, facts.pages, facts.truncated, len(facts.texts)) == (True, 5000, True, 50)


def test_text_beyond_the_bound_is_left_out_and_said() -> None:
    facts = of(pdf("abcdef", "ghijkl"), Bounds(characters=8))
    assert (facts.texts, facts.truncated) == ((Page(number=1, text="abcdef"), Page(number=2, text="gh")), True)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 600), st.binary(min_size=1, max_size=12))
def test_whatever_is_overwritten_facts_come_out(place: int, noise: bytes) -> None:
    data = bytearray(pdf("Lettre", "CV"))
    data[place : place + len(noise)] = noise
    assert of(bytes(data)).sha256
