"""What `ami status` advises, situation by situation."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ami_cli.models.standing import Decided, Letters, Received
from ami_cli.pipeline.next_steps import Seen, after
from ami_cli.pipeline.owing import Owed
from tests.rules.made_up import call

CLOSES = datetime(2025, 8, 31, 10, tzinfo=UTC)
BEFORE, AFTER = CLOSES - timedelta(days=1), CLOSES + timedelta(days=3)
CALL = call()
COMPLETE = Received(total=3, complete=3)
MISSING = Received(total=3, complete=1, incomplete=2)
DOUBTFUL = Received(total=3, complete=1, to_verify=2)
DECIDED = Decided(when=AFTER, shortlisted=1, not_retained=2)
SOON = AFTER + timedelta(days=5)


def advised(now: datetime, **seen: Any) -> tuple[str, str, str]:
    usual: dict[str, Any] = {
        "call": CALL,
        "stage": "interest",
        "closes": CLOSES,
        "received": COMPLETE,
        "decided": None,
        "letters": Letters(),
    }
    phase, words = after(Seen(**(usual | seen)), now)
    return phase, words.fr, words.en


@pytest.mark.parametrize(
    ("now", "seen", "phase", "said"),
    [
        (BEFORE, {"closes": None}, "preparing", "ami validate"),
        (BEFORE, {"received": Received()}, "open", "ami render"),
        (BEFORE, {}, "open", "ami ingest"),
        (BEFORE, {"letters": Letters(drafted=3)}, "open", "ami letters send --really"),
        (BEFORE, {"stage": "proposal", "received": Received()}, "open", "ami ingest --stage proposal"),
        (AFTER, {"received": Received()}, "examining", "ami ingest"),
        (AFTER, {"letters": Letters(drafted=3, sent=3)}, "deciding", "ami decide"),
        (AFTER, {"letters": Letters(drafted=3, sent=2)}, "examining", "ami letters send --really"),
        (AFTER, {"letters": Letters(drafted=3, sent=2, outdated=1)}, "deciding", "ami decide"),
        (AFTER, {"letters": Letters(drafted=3, sent=2, refused=1)}, "examining", "application.yaml"),
        (AFTER, {"letters": Letters(drafted=3, sent=2, unknown=1)}, "writing", "ami letters send"),
        (AFTER, {"received": MISSING, "may_complete": True}, "examining", "ami cure open"),
        (AFTER, {"received": DOUBTFUL, "may_complete": True}, "examining", "ami settle"),
        (AFTER, {"received": DOUBTFUL}, "examining", "ami settle"),
        (AFTER, {"received": MISSING}, "deciding", "ami decide"),
        (AFTER, {"received": MISSING, "judged": False}, "deciding", "grounds.yaml"),
        (AFTER, {"stage": "proposal", "judged": False}, "deciding", "ami decide --stage proposal"),
        (AFTER, {"completing_until": SOON}, "completing", "ami ingest"),
        (AFTER, {"stage": "proposal", "completing_until": SOON}, "completing", "ami ingest --stage proposal"),
        (AFTER, {"completing_until": SOON, "owed": [Owed("cure", "interest")]}, "completing", "ami letters cure"),
        (AFTER, {"completing_until": SOON, "letters": Letters(drafted=2)}, "completing", "ami letters send --really"),
        (SOON + timedelta(days=1), {"completing_until": SOON, "letters": Letters(drafted=2)}, "completing", "ami cure close"),
        (
            SOON + timedelta(days=1),
            {"stage": "proposal", "completing_until": SOON},
            "completing",
            "ami ingest --stage proposal",
        ),
        (AFTER, {"decided": DECIDED, "owed": [Owed("regret", "interest")]}, "writing", "ami letters regret"),
        (BEFORE, {"stage": "proposal", "owed": [Owed("invitation", "interest")]}, "writing", "ami letters invitation"),
        (AFTER, {"decided": DECIDED, "letters": Letters(drafted=5)}, "writing", "ami letters send --really"),
        (AFTER, {"decided": DECIDED, "letters": Letters(drafted=5, sent=5)}, "over", "ami minutes"),
        (AFTER, {"stage": "proposal", "decided": DECIDED}, "over", "ami minutes --stage proposal"),
    ],
)
def test_the_next_step_is_named(now: datetime, seen: dict[str, Any], phase: str, said: str) -> None:
    found, french, english = advised(now, **seen)
    assert (found, said in french, said in english, "{" in french + english) == (phase, True, True, False), (french, english)


@pytest.mark.parametrize("received", [COMPLETE, MISSING, DOUBTFUL])
def test_once_people_were_asked_to_complete_they_are_not_asked_again(received: Received) -> None:
    assert "cure" not in advised(AFTER, received=received)[1]
