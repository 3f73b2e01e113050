from typing import Any

from ami_cli.models.assessment import Case
from ami_cli.models.call import Call
from tests.rules.made_up import CV, LETTER, call, case, cv, document, letter, outcome, status

MEGABYTE = 1 << 20


def limited(**limits: Any) -> Call:
    bare = {key: value for key, value in CV.items() if key != "max_pages"}
    return call(bare | limits, LETTER)


def test_slides() -> None:
    asked = limited(max_slides=10)
    assert status(case(cv(pages=10), letter(), of=asked), "too-many-slides", "cv") == "met"
    assert status(case(cv(pages=11), letter(), of=asked), "too-many-slides", "cv") == "not_met"
    assert status(case(cv(pages=None), letter(), of=asked), "too-many-slides", "cv") == "to_verify"


def test_words_give_or_take_a_tenth() -> None:
    asked = limited(max_words=100)

    def of(words: int, **facts: Any) -> Case:
        return case(cv(text="mot " * words, **facts), letter(), of=asked)

    assert status(of(90), "too-many-words", "cv") == "met"
    assert status(of(100), "too-many-words", "cv") == "to_verify"
    assert status(of(120), "too-many-words", "cv") == "not_met"
    assert status(of(10, truncated=True), "too-many-words", "cv") == "to_verify"


def test_weight_of_a_document_and_of_a_message() -> None:
    asked = limited(max_megabytes=2)
    assert status(case(cv(bytes=2 * MEGABYTE), letter(), of=asked), "too-heavy", "cv") == "met"
    assert status(case(cv(bytes=2 * MEGABYTE + 1), letter(), of=asked), "too-heavy", "cv") == "not_met"


def test_files_of_no_known_message_may_have_come_in_several() -> None:
    asked = call(application={"limits": {"max_megabytes_per_message": 2}})
    heavy = [cv(bytes=MEGABYTE + 1), letter(bytes=MEGABYTE + 1)]
    assert status(case(*heavy, of=asked), "too-heavy") == "to_verify"
    together = [cv(bytes=MEGABYTE + 1, delivery="1"), letter(bytes=MEGABYTE + 1, delivery="1")]
    assert status(case(*together, of=asked), "too-heavy") == "not_met"
    apart = [cv(bytes=MEGABYTE + 1, delivery="1"), letter(bytes=MEGABYTE + 1, delivery="2")]
    assert status(case(*apart, of=asked), "too-heavy") == "met"
    assert outcome(case(*together, of=asked), "too-heavy").message.fr == "message : 2,1 Mo (« 1 »), 2 Mo au plus"


def test_number_of_files_an_archive_being_one_or_many() -> None:
    asked = call(application={"limits": {"max_files": 2}})
    assert status(case(of=asked), "too-many-files") == "met"
    assert status(case(cv(), letter(), document("files/x.pdf", "other"), of=asked), "too-many-files") == "not_met"
    inside = [
        cv("a.zip/cv.pdf", inside="a.zip"),
        letter("a.zip/l.pdf", inside="a.zip"),
        document("a.zip/x.pdf", "other", inside="a.zip"),
    ]
    assert status(case(*inside, of=asked), "too-many-files") == "to_verify"
