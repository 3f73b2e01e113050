import os
import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ami_cli.errors import SourceError
from ami_cli.files import sha256
from ami_cli.intake import applications
from ami_cli.models.application import Application, Arrival, GivenPrice, PieceOverride, ReceivedFile, TeamMember, Waiver

WHOLE = """\
applicant: Atelier Rivage
email: contact@rivage.example
firm: Atelier Rivage SARL
language: fr
arrival: 2025-08-30T16:12:00+02:00
channel: email
address: appels@asso.example
subject: "Capitalisation / MNA Nantes / France"
team:
  - {name: Ana Martin, firm: Atelier Rivage SARL}
waivers:
  - rule: too-many-pages
    requirement: cv
    reason: page de garde blanche
    who: Comité d’ouverture
    when: 2025-09-02
files:
  - {path: cv.pdf, kind: cv}
  - path: files/dossier.pdf
    pieces:
      - {kind: letter, first_page: 1, last_page: 3}
      - {kind: cv, first_page: 4, person: Ana Martin}
"""


def put(folder: Path, contents: dict[str, bytes | str]) -> Path:
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def only(call: Path) -> Application:
    (found,) = applications(call)
    return found


def file(path: str, content: bytes, **more: object) -> ReceivedFile:
    name = path.rsplit("/", 1)[-1]
    return ReceivedFile.model_validate({"path": path, "name": name, "sha256": sha256(content), "bytes": len(content), **more})


def test_files_dropped_in_a_folder_are_an_application_of_which_nothing_else_is_known(tmp_path: Path) -> None:
    folder = put(
        tmp_path / "essai" / "03-dupont", {"cv.pdf": b"cv", "files/lettre.pdf": b"lettre", "files/annexes/refs.pdf": b"refs"}
    )
    assert only(tmp_path / "essai") == Application(
        id="03-dupont",
        path=str(folder),
        call="essai",
        files=(file("cv.pdf", b"cv"), file("files/annexes/refs.pdf", b"refs"), file("files/lettre.pdf", b"lettre")),
    )


def test_what_application_yaml_says_is_taken(tmp_path: Path) -> None:
    put(tmp_path / "essai" / "01-rivage", {"cv.pdf": b"cv", "files/dossier.pdf": b"d", "application.yaml": WHOLE})
    at = datetime.fromisoformat("2025-08-30T16:12:00+02:00")
    assert only(tmp_path / "essai") == Application(
        id="01-rivage",
        path=str(tmp_path / "essai" / "01-rivage"),
        call="essai",
        applicant="Atelier Rivage",
        email="contact@rivage.example",
        firm="Atelier Rivage SARL",
        language="fr",
        received_at=at,
        arrivals=(Arrival(at=at, by="person", source="application.yaml"),),
        channel="email",
        channel_address="appels@asso.example",
        subject="Capitalisation / MNA Nantes / France",
        team=(TeamMember(name="Ana Martin", firm="Atelier Rivage SARL"),),
        files=(
            file("cv.pdf", b"cv", person_says="cv"),
            file(
                "files/dossier.pdf",
                b"d",
                pieces=(
                    PieceOverride(kind="letter", first_page=1, last_page=3),
                    PieceOverride(kind="cv", first_page=4, person="Ana Martin"),
                ),
            ),
        ),
        waivers=(
            Waiver(
                rule="too-many-pages",
                requirement="cv",
                reason="page de garde blanche",
                who="Comité d’ouverture",
                when="2025-09-02",
            ),
        ),
    )


def test_a_price_that_a_person_gives_is_read_with_its_reason(tmp_path: Path) -> None:
    given = "price: {amount: 14400.50, reason: total manuscrit, who: Comité, when: 2025-10-01}\n"
    put(tmp_path / "01-a", {"application.yaml": given})
    expected = GivenPrice(amount=Decimal("14400.50"), reason="total manuscrit", who="Comité", when="2025-10-01")
    assert (only(tmp_path).price, only(tmp_path).mistakes) == (expected, ())


@pytest.mark.parametrize("amount", ["0", "-5", "14 400", "14.400,00", "1e9", "true", "nan", "12.345"])
def test_a_price_that_is_no_amount_is_a_mistake(tmp_path: Path, amount: str) -> None:
    put(tmp_path / "01-a", {"application.yaml": f"price: {{amount: {amount!r}, reason: r, who: w, when: 2025-10-01}}\n"})
    assert [words.en for words in only(tmp_path).mistakes] == [
        (
            f"{tmp_path / '01-a' / 'application.yaml'}:1: price.amount: the price is an amount above zero, in digits"
            " → write for instance 14400 or 14400.50: currency and taxes are those of the call"
        ),
    ]


def test_applications_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("10-a", "2-b", "sans-numero", "1-c"):
        put(tmp_path / name, {"cv.pdf": b""})
    assert [found.id for found in applications(tmp_path)] == ["1-c", "2-b", "10-a", "sans-numero"]


def test_one_wrong_application_yaml_stops_no_other_and_tells_every_mistake(tmp_path: Path) -> None:
    wrong = "aplicant: X\narrival: 2025-08-30T16:12\nwaivers:\n  - {rule: received-late, reason: '', who: A, when: hier}\n"
    put(tmp_path / "01-a", {"cv.pdf": b"cv", "application.yaml": wrong})
    put(tmp_path / "02-b", {"cv.pdf": b"cv", "application.yaml": "applicant: B\n"})
    first, second = applications(tmp_path)
    assert (second.applicant, second.mistakes) == ("B", ())
    assert (first.applicant, first.received_at, first.waivers, len(first.files)) == (None, None, (), 1)
    place = tmp_path / "01-a" / "application.yaml"
    assert [words.en for words in first.mistakes] == [
        f"{place}:1: aplicant: unknown key: “aplicant” → did you mean “applicant”?",
        (
            f"{place}:2: arrival: the date, the hour and the offset from universal time are needed"
            " → write for instance 2025-08-30T16:12:00+02:00 (Paris: +02:00 in summer, +01:00 in winter)"
        ),
        (
            f"{place}:4: waivers.0.reason: the text is missing"
            " → always state the reason, who decided and when; a waiver also states its rule"
        ),
        f"{place}:4: waivers.0.when: this is not a date → write for instance 2025-09-01",
    ]


@pytest.mark.parametrize("arrival", ["2025-08-30", "20250830", "hier", "2025-08-30T16:12:00", "30/08/2025 16:12"])
def test_an_arrival_without_hour_or_offset_is_a_mistake(tmp_path: Path, arrival: str) -> None:
    put(tmp_path / "01-a", {"application.yaml": f"arrival: {arrival}\n"})
    assert len(only(tmp_path).mistakes) == 1


def test_an_empty_application_yaml_says_nothing_and_is_no_mistake(tmp_path: Path) -> None:
    put(tmp_path / "01-a", {"application.yaml": "# à remplir\n"})
    assert only(tmp_path) == Application(id="01-a", path=str(tmp_path / "01-a"), call=tmp_path.name)


def test_a_file_that_is_listed_and_gone_or_changed_or_listed_twice_is_a_mistake(tmp_path: Path) -> None:
    text = f"""\
files:
  - {{path: files/lettr.pdf, kind: letter}}
  - {{path: files/cv.pdf, sha256: {sha256(b"the original")}}}
  - {{path: ./files/cv.pdf}}
"""
    put(tmp_path / "01-a", {"files/lettre.pdf": b"l", "files/cv.pdf": b"touched", "application.yaml": text})
    place = tmp_path / "01-a" / "application.yaml"
    assert [words.en for words in only(tmp_path).mistakes] == [
        f"{place}:2: files.0.path: no file “files/lettr.pdf” in the folder → did you mean “files/lettre.pdf”?",
        (
            f"{place}:3: files.1.path: “files/cv.pdf” is no longer the file that was received"
            " → put back the original, which is in mail/"
        ),
        f"{place}:4: files.2.path: “./files/cv.pdf” is in the list twice → keep only one of the two entries",
    ]


def test_what_is_no_document_is_set_aside_and_shown(tmp_path: Path) -> None:
    noise: dict[str, bytes | str] = dict.fromkeys((".DS_Store", "Thumbs.db", "~$cv.docx", "._cv.pdf"), b"")
    put(tmp_path / "01-a", {"cv.pdf": b"cv", "mail/pli.eml": b"original", **noise})
    found = only(tmp_path)
    assert [one.path for one in found.files] == ["cv.pdf"]
    assert [(one.path, one.why.en) for one in found.set_aside] == [
        (".DS_Store", "hidden file of the system"),
        ("._cv.pdf", "hidden file of the system"),
        ("Thumbs.db", "leftover of a program"),
        ("~$cv.docx", "leftover of a program"),
    ]
    assert found.mistakes == ()


def test_what_does_not_count_is_set_aside_with_its_reason(tmp_path: Path) -> None:
    listed = "files:\n  - {path: old.pdf, counts: replaced}\n"
    put(tmp_path / "01-a", {"cv.pdf": b"new", "old.pdf": b"old", "application.yaml": listed})
    found = only(tmp_path)
    assert [one.path for one in found.files] == ["cv.pdf"]
    assert [(one.path, one.why.en) for one in found.set_aside] == [("old.pdf", "replaced by a later delivery")]


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege on Windows")
def test_links_are_not_followed_and_leave_nothing_sure(tmp_path: Path) -> None:
    secret = put(tmp_path / "secret", {"key.pdf": b"secret"})
    call = tmp_path / "essai"
    put(call / "01-a", {"cv.pdf": b"cv"})
    (call / "01-a" / "link.pdf").symlink_to(secret / "key.pdf")
    (call / "01-a" / "folder").symlink_to(secret)
    (call / "02-b").symlink_to(secret)
    first, second = applications(call)
    assert [one.path for one in first.files] == ["cv.pdf"]
    assert [one.path for one in first.set_aside] == ["folder", "link.pdf"]
    assert len(first.mistakes) == 2
    assert (second.id, second.files, len(second.mistakes)) == ("02-b", (), 1)


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege on Windows")
def test_an_application_yaml_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, {"elsewhere": "applicant: Intrus\n"})
    put(tmp_path / "essai" / "01-a", {"cv.pdf": b"cv"})
    (tmp_path / "essai" / "01-a" / "application.yaml").symlink_to(tmp_path / "elsewhere")
    found = only(tmp_path / "essai")
    assert (found.applicant, len(found.mistakes)) == (None, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes on Windows")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    put(tmp_path / "01-a", {"cv.pdf": b"cv"})
    os.mkfifo(tmp_path / "01-a" / "pipe.pdf")
    found = only(tmp_path)
    assert [one.path for one in found.set_aside] == ["pipe.pdf"]
    assert len(found.mistakes) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_a_name_that_cannot_be_decoded_is_told(tmp_path: Path) -> None:
    put(tmp_path / "01-a", {"cv.pdf": b"cv"})
    Path(os.fsdecode(os.fsencode(tmp_path / "01-a") + b"/cv-\xe9.pdf")).write_bytes(b"cv")
    found = only(tmp_path)
    assert [one.path for one in found.files] == ["cv.pdf"]
    assert [one.name for one in found.set_aside] == ["cv-�.pdf"]
    assert len(found.mistakes) == 1


def test_folders_beyond_the_bound_are_told(tmp_path: Path) -> None:
    put(tmp_path / "01-a" / Path(*"d" * 30), {"cv.pdf": b"cv"})
    found = only(tmp_path)
    assert found.files == ()
    assert len(found.mistakes) == 1


def test_no_such_folder_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        list(applications(tmp_path / "none"))
    assert caught.value.remedy_fr
