import pytest

from ami_cli.facts.prose.letterheads import CERTAIN, at_edge, is_letter, named
from ami_cli.facts.prose.names import proper_names
from ami_cli.facts.prose.units import read
from ami_cli.models.facts import Page
from tests.facts.prose.conftest import Find

SIGNED = 3.0
BODY = "Dear Sir or Madam,\n\nWe would be glad to carry out the study of your call.\n\nYours faithfully,"


def weight(line: str, *, repeated: bool = False) -> float:
    """Return the most that a name of a line shows."""
    (unit,) = read(Page(number=1, text=line)).units
    return max(named(unit, start, end, repeated=repeated) for start, end, _ in proper_names(unit.cased))


@pytest.mark.parametrize(
    "line",
    [
        "PRITCHARD BRUME LLP",
        "Lueur Études SARL – 12 rue des Lilas – Lyon",
        "Mango Row Analytics",
        "Tilleul Supervision",
        "Ada Roy, Castle Lamp Partners",
        "SALTLAMP FILMS",
    ],
)
def test_a_firm_alone_on_its_line_or_behind_who_signs_is_whose_letter_it_is(line: str) -> None:
    assert weight(line) == CERTAIN


def test_a_role_in_something_that_the_letter_names_elsewhere_too_is_whose_letter_it_is() -> None:
    assert weight("Chief Officer, Community Action Brume", repeated=True) == CERTAIN
    assert weight("Chief Officer, Community Action Brume", repeated=False) == 0.0


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Ada Roy, pour le collectif Temps Clair", SIGNED),
        ("Pour Temps Clair, Ada Roy", SIGNED),
        ("On behalf of Chalk & Stone", SIGNED),
        ("The last was for Tumaini Care.", 0.0),
        ("For Antrim Council, 2019", 0.0),
        ("For Medway Council: why beds stood empty", 0.0),
    ],
)
def test_a_line_signed_for_somebody_is_told_from_work_done_for_them(line: str, shown: float) -> None:
    assert weight(line) == shown


@pytest.mark.parametrize(
    "line",
    [
        "Evaluation of the Kind Street Partners programme",
        "To the Kind Street Partners",
        "Lucie Morin, coordinatrice de Conseil Nord, l.morin@nord.example",
        "Kind Street Research, 2014",
        "Former manager, Kind Street Consulting",
        "Objet : candidature de Lueur Conseil",
    ],
)
def test_a_recipient_a_subject_a_referee_and_what_is_past_are_no_letterhead(line: str) -> None:
    assert weight(line, repeated=True) == 0.0


@pytest.mark.parametrize("text", [BODY, "Bonjour,\n\nJe suis intéressée.\n\nMerci", "hi both!!\n\nfound your call. ta"])
def test_what_greets_or_closes_as_letters_do_is_a_letter(text: str) -> None:
    assert is_letter((read(Page(number=1, text=text)),))


@pytest.mark.parametrize(
    "text", ["", "Ada Roy\n\nExperience\n2019 Evaluation of the youth plan, Brume\n\nLanguages\nFrench, English"]
)
def test_a_cv_is_none(text: str) -> None:
    assert not is_letter((read(Page(number=1, text=text)),))


def test_the_head_is_on_the_first_page_and_the_foot_on_the_last() -> None:
    pages = tuple(read(Page(number=number, text="\n\n".join(f"Line {place}." for place in range(20)))) for number in (1, 2))
    edges = [(number, place) for number in (0, 1) for place in range(20) if at_edge(pages, number, place)]
    assert edges == [(0, 0), (0, 1), (0, 2), *[(1, place) for place in range(15, 20)]]


@pytest.mark.parametrize(
    ("head", "firm"), [("PRITCHARD BRUME LLP", "PRITCHARD BRUME LLP"), ("Mango Row Analytics", "Mango Row Analytics")]
)
def test_the_firm_of_a_letterhead_is_believed_whatever_the_words_weigh(find: Find, head: str, firm: str) -> None:
    assert [one.value for one in find(f"{head}\n12 High Street\n\n{BODY}\nAda Roy", "firm") if one.sure] == [firm]
