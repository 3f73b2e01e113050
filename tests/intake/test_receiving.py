import mailbox
import threading
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from ami_cli.errors import SourceError, UsageError
from ami_cli.intake import Hooks, Terms, Wishes, application, applications, ingest, keeping, receive, rehearse
from tests.intake.conftest import take_in, tree
from tests.intake.letters import PDF, letter


def put(folder: Path, *letters: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(letters, 1):
        (folder / f"{number:02}.eml").write_bytes(content)
    return folder


def mbox(path: Path, *letters: bytes) -> Path:
    box = mailbox.mbox(path)
    for content in letters:
        box.add(content)
    box.close()
    return path


def reasons(folder: Path, terms: Terms, *letters: bytes) -> list[str]:
    return [one.reason for one in take_in(folder / "essai", terms, [put(folder / "in", *letters)]).not_taken]


def test_a_message_becomes_an_application_folder_with_the_original_byte_for_byte(tmp_path: Path, terms: Terms) -> None:
    sent = letter()
    report = take_in(tmp_path / "essai", terms, [put(tmp_path / "in", sent)])
    (kept,) = tmp_path.glob("essai/01-*")
    delivery = report.kept[0].delivered[0]
    files = tree(kept)
    assert kept.name == "01-ana-martin"
    assert (report.total, report.taken, report.not_taken) == (1, 1, ())
    assert {name: content for name, content in files.items() if name != "application.yaml"} == {
        "files/cv.pdf": PDF + b"cv",
        "files/lettre.pdf": PDF + b"letter",
        f"mail/{delivery.id}.eml": sent,
    }


def test_what_was_taken_in_is_read_back_as_an_application(tmp_path: Path, terms: Terms) -> None:
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", letter())])
    (found,) = applications(tmp_path / "essai")
    assert found.mistakes == ()
    assert (found.applicant, found.email, found.language, found.channel, found.channel_address, found.subject) == (
        "Ana Martin",
        "ana@rivage.example",
        "fr",
        "email",
        "appels@example.org",
        "Étude / Parcours",
    )
    assert found.received_at == datetime.fromisoformat("2025-08-30T16:12:00+02:00")
    assert [(arrival.by, arrival.source) for arrival in found.arrivals] == [("own-server", "mx.example.org"), ("sender", None)]
    assert [(file.path, file.name, file.stage) for file in found.files] == [
        ("files/cv.pdf", "cv.pdf", "interest"),
        ("files/lettre.pdf", "lettre.pdf", "interest"),
    ]


def test_a_second_run_changes_nothing(tmp_path: Path, terms: Terms) -> None:
    box = mbox(tmp_path / "box.mbox", letter(), letter(number=2, sender="news@shop.example", subject="Promo", files={}))
    take_in(tmp_path / "essai", terms, [box])
    before = tree(tmp_path)
    report = take_in(tmp_path / "essai", terms, [box])
    assert tree(tmp_path) == before
    assert (report.total, report.taken_before, report.taken_now, len(report.not_taken), report.changed) == (2, 1, 0, 1, False)


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (letter(files={}, text="Bonjour, quel est le budget ?"), "question"),
        (letter(subject="Re: Étude / Parcours", files={}, text="Merci pour votre réponse."), "question"),
        (
            letter(sender="news@shop.example", subject="Promo", files={}, headers={"List-Unsubscribe": "<mailto:x@y.example>"}),
            "list",
        ),
        (letter(sender="MAILER-DAEMON@mx.example", subject="Undelivered"), "bounce"),
        (letter(headers={"Auto-Submitted": "auto-replied"}), "auto-reply"),
        (letter(subject="Audit / Nantes"), "other-call"),
        (letter(sender="appels@example.org"), "own"),
        (letter(subject="Facture 12", files={"facture.pdf": PDF}, text="Votre facture."), "unrelated"),
        (b"nothing like a message\n", "refused"),
    ],
)
def test_what_is_no_application_is_listed_with_its_reason(tmp_path: Path, terms: Terms, sent: bytes, reason: str) -> None:
    assert reasons(tmp_path, terms, sent) == [reason]


@pytest.mark.parametrize(
    "sent",
    [
        letter(subject="RE: etude – parcours"),
        letter(subject="Etude/Parcour"),
        letter(subject="Ma candidature", files={"Document1.pdf": PDF}),
        letter(subject="Bonjour", files={"CV Dupont.pdf": PDF}),
        letter(files={}, text="Mes documents : https://we.tl/t-123456"),
        letter(files={}, text="Bonjour, voici ma candidature."),
    ],
)
def test_what_may_be_an_application_is_taken(tmp_path: Path, terms: Terms, sent: bytes) -> None:
    assert reasons(tmp_path, terms, sent) == []


def test_all_that_came_is_taken_or_not_taken_and_nothing_else(tmp_path: Path, terms: Terms) -> None:
    folder = put(tmp_path / "in", letter(), letter(), letter(number=3, files={}, text="Quand ?"), b"noise")
    (folder / "cv_dupont.pdf").write_bytes(PDF)
    (folder / "scan001.pdf").write_bytes(PDF)
    report = take_in(tmp_path / "essai", terms, [folder])
    lines = (tmp_path / "essai" / "not-taken.jsonl").read_text(encoding="utf-8").splitlines()
    assert (report.total, report.taken, len(report.not_taken), len(lines)) == (6, 2, 4, 4)
    assert sorted(one.reason for one in report.not_taken) == ["duplicate", "question", "refused", "stray"]


def test_deliveries_of_one_address_are_one_application_and_the_latest_complete_one_counts(tmp_path: Path, terms: Terms) -> None:
    first = letter(files={"CV Ana.pdf": b"cv 1", "Lettre.pdf": b"letter 1"})
    second = letter(
        number=2, files={"CV Ana Martin.pdf": b"cv 2", "Motivation.pdf": b"letter 2"}, received="Sun, 31 Aug 2025 12:00:00 +0200"
    )
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", second, first)])
    (found,) = applications(tmp_path / "essai")
    assert [file.name for file in found.files] == ["CV Ana Martin.pdf", "Motivation.pdf"]
    assert [(one.name, one.why.en) for one in found.set_aside] == [
        ("CV Ana.pdf", "replaced by a later delivery"),
        ("Lettre.pdf", "replaced by a later delivery"),
    ]
    assert found.received_at == datetime.fromisoformat("2025-08-31T12:00:00+02:00")


def test_what_completes_an_application_is_added_to_it(tmp_path: Path, terms: Terms) -> None:
    first = letter(files={"CV Ana.pdf": b"cv", "brouillon lettre.pdf": b"letter 1"})
    second = letter(
        number=2,
        files={"Lettre de motivation.pdf": b"letter 2", "Références.pdf": b"refs"},
        received="Sat, 30 Aug 2025 20:00:00 +0200",
    )
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", first, second)])
    (found,) = applications(tmp_path / "essai")
    assert sorted(file.name for file in found.files) == ["CV Ana.pdf", "Lettre de motivation.pdf", "Références.pdf"]


def test_a_late_delivery_never_spoils_one_that_came_on_time(tmp_path: Path, terms: Terms) -> None:
    on_time = letter(files={"CV.pdf": b"cv", "Lettre.pdf": b"letter"})
    late = letter(number=2, files={"CV.pdf": b"cv 2", "Lettre.pdf": b"letter 2"}, received="Sun, 31 Aug 2025 12:00:01 +0200")
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", on_time, late)])
    (found,) = applications(tmp_path / "essai")
    assert [file.sha256 for file in found.files] == [one.sha256 for one in application(tmp_path / "essai" / "01-ana-martin").files]
    assert found.received_at == datetime.fromisoformat("2025-08-30T16:12:00+02:00")
    assert {one.why.en for one in found.set_aside} == {"came after the deadline, after a delivery on time"}


def test_what_came_only_late_is_late(tmp_path: Path, terms: Terms) -> None:
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", letter(received="Sun, 31 Aug 2025 12:00:01 +0200"))])
    (found,) = applications(tmp_path / "essai")
    assert (found.received_at, len(found.files)) == (datetime.fromisoformat("2025-08-31T12:00:01+02:00"), 2)


def test_two_weak_signs_join_and_one_is_only_shown(tmp_path: Path, terms: Terms) -> None:
    ana = letter(files={"cv.pdf": b"cv of Ana", "lettre.pdf": b"l1"})
    ana_at_home = letter(number=2, sender="Martin Ana <ana1980@gmail.com>", files={"cv.pdf": b"cv of Ana", "lettre.pdf": b"l2"})
    colleague = letter(number=3, sender="Bob Durand <bob@rivage.example>", files={"cv.pdf": b"cv of Bob", "lettre.pdf": b"l3"})
    report = take_in(tmp_path / "essai", terms, [put(tmp_path / "in", ana, ana_at_home, colleague)])
    by_name = {one.name.partition("-")[2]: one for one in report.kept}
    joined = next(one for one in report.kept if len(one.delivered) == 2)
    assert sorted(by_name) == sorted({joined.name.partition("-")[2], "bob-durand"})
    other = next(one for one in report.kept if one is not joined)
    assert [words.en for words in other.notes] == [f"same firm as {joined.name}: if the same, ami merge"]


def test_a_later_run_adds_to_the_same_folder_and_keeps_what_a_person_wrote(tmp_path: Path, terms: Terms) -> None:
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", letter(files={"cv.pdf": b"cv", "scan.pdf": b"s"}))])
    form = tmp_path / "essai" / "01-ana-martin" / "application.yaml"
    text = form.read_text(encoding="utf-8").replace('applicant: "Ana Martin"', "# vu avec Paul\napplicant: Atelier Rivage")
    form.write_text(text.replace('{path: "files/scan.pdf",', '{path: "files/scan.pdf", kind: letter,'), encoding="utf-8")
    more = letter(number=2, files={"references.pdf": b"refs"}, received="Sat, 30 Aug 2025 20:00:00 +0200")
    take_in(tmp_path / "essai", terms, [put(tmp_path / "more", more)])
    (found,) = applications(tmp_path / "essai")
    assert (found.applicant, "# vu avec Paul" in form.read_text(encoding="utf-8"), found.mistakes) == ("Atelier Rivage", True, ())
    assert {file.name: file.person_says for file in found.files} == {"cv.pdf": None, "scan.pdf": "letter", "references.pdf": None}


def test_deliveries_go_to_a_folder_made_by_hand_of_the_same_address(tmp_path: Path, terms: Terms) -> None:
    by_hand = tmp_path / "essai" / "07-rivage"
    (by_hand / "files").mkdir(parents=True)
    (by_hand / "files" / "cv.pdf").write_bytes(b"cv")
    (by_hand / "application.yaml").write_text(
        "email: ana@rivage.example  # par téléphone\nfiles: [{path: files/cv.pdf, kind: cv}]\n"
    )
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", letter(files={"cv.pdf": b"other"}))])
    (found,) = applications(tmp_path / "essai")
    assert (found.id, len(found.files), found.mistakes) == ("07-rivage", 2, ())
    assert (by_hand / "files" / "cv.pdf").read_bytes() == b"cv"


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path, terms: Terms) -> None:
    folder = put(tmp_path / "in", letter(), letter(number=2, sender="x@y.example", subject="Promo", files={}))
    said = rehearse(receive(folder), tmp_path / "essai", terms, Wishes(), Hooks())
    assert not (tmp_path / "essai").exists()
    done = take_in(tmp_path / "essai", terms, [folder])
    assert (said.total, said.taken_now, said.not_taken) == (done.total, done.taken_now, done.not_taken)
    assert [(one.name, one.composed.text) for one in said.kept] == [(one.name, one.composed.text) for one in done.kept]


def test_a_person_overrules_the_machine_both_ways_and_it_is_remembered(tmp_path: Path, terms: Terms) -> None:
    folder = put(
        tmp_path / "in", letter(), letter(number=2, sender="b@c.example", subject="Facture", files={"f.pdf": b"f"}, text="x")
    )
    (refused,) = take_in(tmp_path / "essai", terms, [folder]).not_taken
    report = take_in(tmp_path / "essai", terms, [folder], take=(refused.id,))
    assert (report.taken, report.not_taken) == (2, ())
    assert (tmp_path / "essai" / "not-taken.jsonl").read_bytes() == b""
    other = put(tmp_path / "other", letter(number=3, sender="d@e.example"))
    dropped = take_in(tmp_path / "essai", terms, [other], drop=("<3@rivage.example>",))
    assert [one.reason for one in dropped.not_taken] == ["dropped"]
    assert [one.reason for one in take_in(tmp_path / "essai", terms, [other]).not_taken] == ["dropped"]
    again = take_in(tmp_path / "essai", terms, [other], take=(dropped.not_taken[0].id,))
    assert (again.taken_now, again.not_taken) == (1, ())


@pytest.mark.parametrize(("take", "drop"), [(("abcdef1",), ()), ((), ("abcdef1",)), (("abc",), ()), (("a@b.co",), ("a@b.co",))])
def test_a_wish_that_nothing_answers_is_refused_and_nothing_is_written(
    tmp_path: Path, terms: Terms, take: tuple[str, ...], drop: tuple[str, ...]
) -> None:
    folder = put(tmp_path / "in", letter())
    with pytest.raises(UsageError):
        take_in(tmp_path / "essai", terms, [folder], take=take, drop=drop)
    assert tree(tmp_path / "essai") == {}


def test_the_window_leaves_what_arrived_outside_it(tmp_path: Path, terms: Terms) -> None:
    from dataclasses import replace

    narrow = replace(terms, since=datetime.fromisoformat("2025-08-31T00:00:00+02:00"))
    folder = put(tmp_path / "in", letter())
    assert [one.reason for one in take_in(tmp_path / "essai", narrow, [folder]).not_taken] == ["outside-window"]
    assert take_in(tmp_path / "essai", terms, [folder]).taken_now == 1


def test_a_forwarded_application_is_that_of_who_wrote_it(tmp_path: Path, terms: Terms) -> None:
    from email.message import EmailMessage

    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Ana Martin <ana@rivage.example>", "Étude / Parcours"
    inner.set_content("bonjour")
    inner.add_attachment(b"cv", maintype="application", subtype="pdf", filename="cv.pdf")
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "paul@example.org", "appels@example.org", "TR : candidature"
    outer["Received"] = "from a by mx.example.org; Sat, 30 Aug 2025 16:12:00 +0200"
    outer.set_content("pour toi")
    outer.add_attachment(inner)
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", outer.as_bytes())])
    (found,) = applications(tmp_path / "essai")
    assert (found.email, found.subject, [file.name for file in found.files]) == (
        "ana@rivage.example",
        "Étude / Parcours",
        ["cv.pdf"],
    )


def test_names_from_outside_never_leave_the_workspace(tmp_path: Path, terms: Terms) -> None:
    names = [
        "../../evil.pdf",
        "/etc/passwd",
        "C:\\windows\\x.pdf",
        "CON",
        "a\u202efdp.exe",
        "nul.pdf",
        ".htaccess",
        "a" * 400 + ".pdf",
        "cv.pdf",
        "CV.PDF",
    ]
    sent = letter(sender='"../../../Evil" <x@y.example>', files={name: name.encode("utf-8") for name in names})
    take_in(tmp_path / "ws" / "essai", terms, [put(tmp_path / "in", sent)])
    (found,) = applications(tmp_path / "ws" / "essai")
    assert {path.parent for path in tmp_path.rglob("*") if path.is_file()} <= {
        tmp_path / "in",
        tmp_path / "ws" / "essai",
        tmp_path / "ws" / "essai" / "01-evil",
        tmp_path / "ws" / "essai" / "01-evil" / "files",
        tmp_path / "ws" / "essai" / "01-evil" / "mail",
    }
    assert (len(found.files), len({file.path.casefold() for file in found.files}), found.mistakes) == (10, 10, ())
    assert max(len(file.path.rsplit("/")[-1].encode()) for file in found.files) <= 120


def test_a_run_that_was_stopped_anywhere_is_completed_by_the_next(
    tmp_path: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = [letter(number=n, sender=f"P{n} Nom{n} <p{n}@x{n}.example>") for n in range(1, 9)]
    letters += [
        letter(number=20, sender="P1 Nom1 <p1@x1.example>", files={"cv v2.pdf": b"v2"}, received="Sun, 31 Aug 2025 09:00:00 +0200")
    ]
    box = mbox(tmp_path / "box.mbox", *letters)
    take_in(tmp_path / "quiet" / "essai", terms, [box])
    expected = tree(tmp_path / "quiet")
    real, calls = keeping.commit, 0

    class StoppedError(BaseException):
        pass

    def stopping(*arguments: object, **more: object) -> None:
        nonlocal calls
        calls += 1
        if calls in {2, 4, 7}:
            raise StoppedError
        real(*arguments, **more)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr("ami_cli.intake.receiving.commit", stopping)
    for _ in range(3):
        with pytest.raises(StoppedError):
            take_in(tmp_path / "stopped" / "essai", terms, [box])
        assert not any(one.mistakes for one in applications(tmp_path / "stopped" / "essai"))
    take_in(tmp_path / "stopped" / "essai", terms, [box])
    assert tree(tmp_path / "stopped") == expected


def test_a_full_disk_is_told_and_leaves_only_whole_folders(tmp_path: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    folder = put(tmp_path / "in", letter(), letter(number=2, sender="b@c.example"))
    real, written = keeping.write, 0

    def filling(path: Path, content: bytes) -> None:
        nonlocal written
        written += 1
        if written > 5:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, content)

    monkeypatch.setattr(keeping, "write", filling)
    with pytest.raises(SourceError) as caught:
        take_in(tmp_path / "essai", terms, [folder])
    assert "le disque est plein" in caught.value.fr
    assert [one.mistakes for one in applications(tmp_path / "essai")] == []
    monkeypatch.setattr(keeping, "write", real)
    assert take_in(tmp_path / "essai", terms, [folder]).taken_now == 2


def test_two_at_once_the_second_waits_then_refuses(tmp_path: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0.2)
    (tmp_path / "essai").mkdir()
    with FileLock(tmp_path / "essai" / ".lock"), pytest.raises(SourceError) as caught:
        take_in(tmp_path / "essai", terms, [put(tmp_path / "in", letter())])
    assert "une autre commande" in caught.value.fr


def test_two_at_once_double_nothing(tmp_path: Path, terms: Terms) -> None:
    box = mbox(tmp_path / "box.mbox", *(letter(number=n, sender=f"p{n}@x{n}.example") for n in range(1, 15)))
    threads = [threading.Thread(target=take_in, args=(tmp_path / "essai", terms, [box])) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(applications(tmp_path / "essai"))) == 14


def test_a_mistake_in_an_application_yaml_stops_before_anything_is_written(tmp_path: Path, terms: Terms) -> None:
    (tmp_path / "essai" / "01-a").mkdir(parents=True)
    (tmp_path / "essai" / "01-a" / "application.yaml").write_text("aplicant: x\n")
    with pytest.raises(SourceError) as caught:
        take_in(tmp_path / "essai", terms, [put(tmp_path / "in", letter())])
    assert "application.yaml:1: aplicant" in caught.value.en


def test_a_hostile_subject_cannot_break_application_yaml(tmp_path: Path, terms: Terms) -> None:
    text = 'Étude / Parcours"\\ \u2028\x07: {a: [1, *x]} # --- ami ingest ---'
    sent = letter().replace(b"Subject: ", b"Subject: ", 1)
    hostile = sent.replace(
        sent[sent.index(b"Subject:") : sent.index(b"\r\n", sent.index(b"Subject:"))], b"Subject: " + text.encode()
    )
    take_in(tmp_path / "essai", terms, [put(tmp_path / "in", hostile)])
    (found,) = applications(tmp_path / "essai")
    assert (found.mistakes, found.subject) == ((), 'Étude / Parcours"\\ : {a: [1, *x]} # --- ami ingest ---')


def test_hooks_are_told_in_order(tmp_path: Path, terms: Terms) -> None:
    told: list[str] = []

    class Listening(Hooks):
        def aside(self, documents: object) -> None:  # noqa: ARG002  # as the hook is called
            told.append("aside")

        def after(self, kept: object) -> None:  # noqa: ARG002  # as the hook is called
            told.append("after")

        def end(self, report: object) -> None:  # noqa: ARG002  # as the hook is called
            told.append("end")

    ingest(receive(put(tmp_path / "in", letter())), tmp_path / "essai", terms, Wishes(), Listening())
    assert told == ["aside", "after", "end"]


def test_hidden_files_are_named_and_are_nobodys_application(tmp_path: Path, terms: Terms) -> None:
    source = put(tmp_path / "in", letter())
    (source / ".DS_Store").write_bytes(b"\0\0")
    report = take_in(tmp_path / "essai", terms, [source])
    assert (report.total, report.taken, [(one.where, one.reason) for one in report.not_taken]) == (
        2,
        1,
        [("in/.DS_Store", "stray")],
    )


def test_in_an_archive_of_messages_a_file_beside_them_is_nobodys_and_none_is_lost(tmp_path: Path, terms: Terms) -> None:
    with zipfile.ZipFile(tmp_path / "lot.zip", "w") as archive:
        archive.writestr("a/one.eml", letter())
        archive.writestr("../two.eml", letter(number=2, sender="b@c.example"))
        archive.writestr("__MACOSX/a/._one.eml", b"\0")
        archive.writestr("cv.pdf", PDF)
    report = take_in(tmp_path / "essai", terms, [tmp_path / "lot.zip"])
    assert (report.total, report.taken) == (4, 2)
    assert [one.where for one in report.not_taken] == ["lot.zip/__MACOSX/a/._one.eml", "lot.zip/cv.pdf"]


@pytest.mark.parametrize(
    ("second", "told"), [("CV Zoé Grand.pdf", True), ("Luc Petit CV v2.pdf", False), ("cv corrigé.pdf", False)]
)
def test_two_people_behind_one_address_are_told_of(tmp_path: Path, terms: Terms, second: str, *, told: bool) -> None:
    first = letter(files={"CV Luc Petit.pdf": b"1", "lettre.pdf": b"2"})
    other = letter(number=2, files={second: b"3", "lettre.pdf": b"4"}, received="Sat, 30 Aug 2025 17:12:00 +0200")
    source = put(tmp_path / "in", first)
    take_in(tmp_path / "essai", terms, [source])
    (source / "two.eml").write_bytes(other)
    report = take_in(tmp_path / "essai", terms, [source])
    assert any("ami split" in note.fr for note in report.kept[0].notes) is told
