from typing import Any

import pytest

from ami_cli.models.assessment import Case
from tests.rules.made_up import EMAIL, call, case, outcome, status

RULE = "wrong-channel"
PORTAL = {"portal": "https://www.exemple.org/ami"}


def through(channel: str | None, address: str | None = None, rule: str = "only", *ways: dict[str, Any], **fields: Any) -> Case:
    asked = call(application={"channels": {"rule": rule, "accepted": list(ways) or [EMAIL]}})
    return case(of=asked, channel=channel, channel_address=address, **fields)


MET = {
    "the address": through("email", "candidatures@exemple.org"),
    "the address in capitals": through("email", " <Candidatures@EXEMPLE.org> "),
    "the address as the channel": through("candidatures@exemple.org"),
    "an e-mail, the address unknown": through("email"),
    "in French": through("courriel", "candidatures@exemple.org"),
    "any of two": through("portal", "http://exemple.org/ami/", "any", EMAIL, PORTAL),
}
NOT_MET = {
    "paper where only e-mail is accepted": through("paper"),
    "by hand, in French": through("courrier"),
    "an address elsewhere": through("email", "quelquun@ailleurs.net"),
    "a portal": through("portal", "https://ailleurs.net/ami"),
}
TO_VERIFY = {
    "unknown": through(None),
    "a word nobody knows": through("pigeon"),
    "another address of the same house": through("email", "direction@exemple.org"),
    "another address in the header of a message": through(
        "email", "amina@ailleurs.net", deliveries=[{"id": "1", "address": "amina@ailleurs.net"}]
    ),
    "one of two that must both receive": through("email", "candidatures@exemple.org", "all", EMAIL, PORTAL),
}


@pytest.mark.parametrize("examined", MET.values(), ids=MET)
def test_accepted(examined: Case) -> None:
    assert status(examined, RULE) == "met"


@pytest.mark.parametrize("examined", NOT_MET.values(), ids=NOT_MET)
def test_another_channel(examined: Case) -> None:
    assert status(examined, RULE) == "not_met"


@pytest.mark.parametrize("examined", TO_VERIFY.values(), ids=TO_VERIFY)
def test_a_person_looks(examined: Case) -> None:
    assert status(examined, RULE) == "to_verify"


def test_both_addressees_received() -> None:
    deliveries = [
        {"id": "1", "channel": "email", "address": "candidatures@exemple.org"},
        {"id": "2", "channel": "email", "address": "bureau@exemple.org"},
    ]
    second = {"email": "bureau@exemple.org"}
    assert status(through(None, None, "all", EMAIL, second, deliveries=deliveries), RULE) == "met"


def test_a_channel_of_another_stage_is_not_accepted() -> None:
    later = PORTAL | {"stage": "proposal"}
    assert status(through("portal", "https://www.exemple.org/ami", "only", EMAIL, later), RULE) == "not_met"


def test_the_clause_names_the_ways_in() -> None:
    clause = outcome(case(), RULE).clause
    assert clause is not None
    assert clause.en == "sent only through: candidatures@exemple.org"
