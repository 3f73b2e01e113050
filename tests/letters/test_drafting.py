import re
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli import call, letters, rules, starter
from ami_cli.letters.asking import CURABLE
from ami_cli.models.application import Application, Arrival, ReceivedFile
from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.cure import CureEntry, Offer, Reopened
from ami_cli.models.decision import DecisionEntry
from ami_cli.models.folding import folded
from ami_cli.models.letter import Letter, LetterKind
from ami_cli.models.shortlist import Candidate, Shortlist
from ami_cli.models.text import Words
from ami_cli.wording.compose import Setting
from tests.snapshots import Compare

NOW = datetime(2025, 9, 3, 9, tzinfo=UTC)
SENDER = "appels@ici.example"
MISSING = Outcome(
    rule="missing-document",
    requirement="letter",
    status="not_met",
    message=Words(fr="pièce manquante : Lettre d’intérêt", en="document missing: Letter of interest"),
    clause=Words(fr="une lettre d’intérêt, 3 pages au plus", en="a letter of interest, 3 pages at most"),
)

PERIOD = CureEntry(
    what="opened",
    when=NOW,
    stage="interest",
    until=datetime(2025, 9, 10, 10, tzinfo=UTC),
    offers=(Offer(application="bo", points=(Reopened(rule="missing-document", requirement="letter"),)),),
)


@pytest.fixture(scope="module")
def setting() -> Setting:
    loaded = call.load(starter.folder("calls") / "capitalisation-mna-nantes.yaml")
    return Setting(loaded.call, loaded.organisation, (starter.folder("templates"),), NOW)


def assessment(name: str, *outcomes: Outcome, language: str | None = "fr", applicant: str | None = None) -> Assessment:
    file = ReceivedFile(path="files/cv.pdf", name="CV d’Ana.pdf", sha256="a" * 64, bytes=12_345)
    application = Application(
        id=name,
        path=name,
        applicant=applicant or name.title(),
        email=f"{name}@example.org",
        language=language,
        arrivals=(Arrival(at=datetime(2025, 8, 30, 8, tzinfo=UTC), by="person"),),
        files=(file,),
    )
    return Assessment(
        call="capitalisation-mna-nantes",
        stage="interest",
        application=application,
        on_time=True,
        received_at=datetime(2025, 8, 30, 8, tzinfo=UTC),
        verdict="incomplete" if outcomes else "complete",
        documents=(),
        outcomes=outcomes,
    )


def one_of_each(setting: Setting, language: str | None) -> dict[LetterKind, Letter]:
    ana, bo = assessment("ana", language=language), assessment("bo", MISSING, language=language)
    decision = DecisionEntry(when=NOW, who="Comité", stage="interest", shortlisted=("ana",), excluded=("bo",), shortlist="0" * 64)
    in_reserve = decision.model_copy(update={"shortlisted": (), "reserve": ("ana",)})
    reason = Words(fr="Dossier sans lettre.", en="No letter in the application.")
    shortlist = Shortlist(
        call="x",
        max=6,
        mode="reasoned",
        complete=True,
        candidates=(Candidate(application="bo", applicant="Bo", decision="excluded", reasons=(reason,)),),
    )
    asked = letters.Recipient(
        "ana", "Ana", "ana@example.org", ("fr",) if language == "fr" else ("en",), lambda _: {"question": "?", "answer": "!"}
    )
    recipients: dict[LetterKind, letters.Recipient] = {
        "receipt": letters.receipts(setting.call, ana.application, {"a" * 64: letters.Seen(3)})[0],
        "cure": letters.cures(setting.call, [ana, bo], PERIOD)[0],
        "invitation": letters.invitations(setting.call, [ana, bo], decision, {})[0],
        "regret": letters.regrets(setting.call, [ana, bo], decision, shortlist)[0],
        "reserve": letters.reserves(setting.call, [ana, bo], in_reserve)[0],
        "extension": letters.everybody(setting.call, [ana], [reason], "interest")[0],
        "answer": asked,
    }
    return {kind: letters.draft(kind, recipient, setting, SENDER) for kind, recipient in recipients.items()}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", get_args(LetterKind))
def test_every_letter_is_written_in_both_languages(
    kind: LetterKind, language: str, setting: Setting, expected_text: Compare
) -> None:
    letter = one_of_each(setting, language)[kind]
    expected_text(f"letters/{kind}.{language}.txt", f"{letter.subject}\n\n{letter.text}")


def test_an_applicant_whose_language_is_not_known_is_written_to_in_both(setting: Setting) -> None:
    letter = one_of_each(setting, None)["cure"]
    assert "Madame, Monsieur" in letter.text
    assert "Dear Sir or Madam" in letter.text
    title = "Mission de capitalisation : enseignements et valorisation du programme Mineurs non accompagnés de MdM à Nantes"
    assert letter.subject.replace("\u00a0", " ") == f"Complément demandé / Please complete your application – {title}"


def test_every_rule_that_can_be_cured_exists() -> None:
    assert CURABLE.keys() - {rule.name for rule in rules.RULES} == set()


def test_the_page_of_a_letter_says_what_its_text_says(setting: Setting) -> None:
    letter = one_of_each(setting, "fr")["regret"]
    page = letter.html.replace("\u202f", " ").replace("\u00a0", " ")
    assert "<li>Il manque à votre dossier la pièce « Lettre d’intérêt ».</li>" in page
    assert "<script" not in letter.html


hostile = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=4, max_size=20).filter(
    lambda text: any(map(str.isalnum, folded(text)))
)


@settings(max_examples=25, deadline=None)
@given(names=st.lists(hostile, min_size=2, max_size=4, unique_by=lambda name: re.sub(r"[\W_]+", " ", folded(name)).strip()))
def test_no_letter_that_leaves_names_another_applicant(
    names: list[str], tmp_path_factory: pytest.TempPathFactory, setting: Setting
) -> None:
    everybody = [assessment(f"{number:02}", applicant=f"Cabinet {name}") for number, name in enumerate(names)]
    others = {one.application.id: (one.application.applicant or "",) for one in everybody}
    written = []
    for one in everybody:
        reasons = tuple(Words(fr=f"Moins fort que Cabinet {name}", en="x") for name in names[:2])
        candidate = Candidate(application=one.application.id, applicant=None, decision="not_retained", reasons=reasons)
        shortlist = Shortlist(call="x", max=6, mode="reasoned", complete=True, candidates=(candidate,))
        decision = DecisionEntry(when=NOW, who="Comité", stage="interest", not_retained=(one.application.id,), shortlist="0" * 64)
        (recipient,) = letters.regrets(setting.call, [one], decision, shortlist)
        written.append(letters.draft("regret", recipient, setting, SENDER))
    outbox = tmp_path_factory.mktemp("outbox")
    drafted = letters.write(letters.Outbox(outbox), letters.Series("regret"), written, others)
    assert [one.state for one in drafted] == ["withheld"] * len(names)
    assert list(outbox.rglob("*.eml")) == []
