import pytest

from tests.facts.prose.conftest import Find

SURE = [
    "J’ai conduit une dizaine de missions semblables pour des associations médicales.",
    "Nous avons déjà mené trois capitalisations de programmes comparables au vôtre.",
    "Depuis 2012, notre équipe évalue des projets de santé pour des ONG : une trentaine d’évaluations à ce jour.",
    "Mon expérience de missions similaires : évaluation du programme de l’ONG Passerelle en 2022.",
    "Cette mission ressemble à celle que j’ai menée en 2021 pour l’association Escale.",
    "Au cours des dix dernières années, j’ai réalisé de nombreuses études de ce type en Afrique de l’Ouest.",
    "Le cabinet a une longue expérience des évaluations finales dans le secteur médico-social.",
    "J’ai accompagné plusieurs associations dans la capitalisation de leurs pratiques.",
    "We have completed more than twenty similar assignments over the past decade.",
    "I have carried out several evaluations of harm reduction projects for medical NGOs.",
    "Our team has extensive experience of comparable studies, in six countries.",
    "Since 2015 I have been evaluating health programmes for charities.",
    "This assignment is very close to the one we did in 2022 for the Harbour Trust.",
    "I made already five times such study for associations.",
    "Over the last eight years we have supported NGOs in documenting what they learned.",
]
DOUBTFUL = [
    "Je n’ai jamais conduit de mission de ce type.",
    "Nous n’avons pas encore d’expérience de missions semblables.",
    "I have never carried out a study or an evaluation.",
    "Vous demandez des expériences de missions semblables.",
    "I would love to take part in a study like yours.",
    "J’aimerais beaucoup contribuer à une évaluation de ce type.",
    "I hold a degree in nursing and have worked in two hospitals.",
    "Depuis dix ans je dirige une boulangerie.",
    "Votre programme ressemble à un film que j’ai vu.",
]


@pytest.mark.parametrize("text", SURE)
def test_experience_of_such_missions_is_sure(find: Find, text: str) -> None:
    assert any(one.sure for one in find(text, "similar-mission"))


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_only_speaks_of_such_missions_is_not_sure(find: Find, text: str) -> None:
    assert not any(one.sure for one in find(text, "similar-mission"))


def test_a_denial_that_goes_on_to_what_was_done_tells_of_it(find: Find) -> None:
    told = find("I have no experience of guides as such, yet I have carried out three evaluations for NGOs.", "similar-mission")
    assert any(one.sure for one in told)


def test_a_mere_denial_is_never_sure(find: Find) -> None:
    told = find("Nous n’avons pas d’expérience de missions semblables, mais nous apprenons vite.", "similar-mission")
    assert [one for one in told if one.sure] == []


@pytest.mark.parametrize(
    "text",
    [
        "J’ai conduit plusieurs missions semblables, que voici.",
        "Nous avons déjà mené trois études de ce type.",
        "I have carried out several similar assignments, listed below.",
        "We have done two evaluations of this kind.",
    ],
)
def test_words_that_say_plainly_that_such_work_was_done_are_believed_whatever_stands_above(find: Find, text: str) -> None:
    told = find(f"Nantes, le 25 août\n\nMadame, Monsieur,\n\nJe vous adresse ma candidature. {text}\n\nAda Roy", "similar-mission")
    assert any(one.sure for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "We have not yet carried out similar assignments.",
        "Nous avons mené, pas plus que d’autres, aucune étude semblable.",
        "I have never done such work.",
        "Je n’ai pas encore conduit de missions semblables.",
    ],
)
def test_what_was_not_done_is_not_believed_by_the_same_words(find: Find, text: str) -> None:
    assert [one for one in find(text, "similar-mission") if one.sure] == []


@pytest.mark.parametrize(
    "line",
    [
        "2021 – Formation courte « Évaluer un projet de santé », cinq jours",
        "Formation de deux jours « Évaluer ses programmes », Croix Verte, 2021",
        "Online course (evaluation of health programmes), Dunmore, 2020",
        "I have not facilitated a learning review for an NGO before; I have only taken part in one.",
    ],
)
def test_a_training_followed_and_what_was_not_done_are_for_a_person_at_most(find: Find, line: str) -> None:
    assert [one for one in find(f"Ada Roy\n\n{line}\n\nLanguages: French, English.", "similar-mission") if one.sure] == []


@pytest.mark.parametrize("heading", ["Training followed", "Formations", "Publications"])
def test_below_a_heading_of_courses_or_writings_nothing_was_done_for_a_client(find: Find, heading: str) -> None:
    listed = "2019 Evaluation of health programmes, Croix Bleue, Lille\n2020 Learning reviews in practice, Oak Trust, Hull"
    text = f"Jane Roe\nNurse\n\n{heading}\n{listed}\n\nWork\n2015-2022 Nurse, Saint Anne hospital"
    assert [one for kind in ("similar-mission", "reference") for one in find(text, kind) if one.sure] == []
    assert find(text, "similar-mission")
    works = text.replace(heading, "Assignments carried out")
    assert sum(one.sure for one in find(works, "reference")) == 2
