import time

import pytest

from tests.facts.prose.conftest import Find


def test_a_contract_told_in_prose_and_again_in_a_table_is_counted_once(find: Find) -> None:
    text = (
        "En 2021, la Fondation Horizon nous a confié la capitalisation de son projet pilote.\n\n"
        "Client | Objet | Année\nFondation Horizon | capitalisation du projet pilote | 2021\n"
    )
    assert len([one for one in find(text, "reference") if one.sure]) == 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "Expression of interest\nI have no experience of writing guides as such, yet I have carried out three evaluations"
            " for NGOs: Aldermoor (2019), Kind Street (2021) and Northern Lamp (2023)."
        ),
        "En témoignent nos travaux pour l’Institut des Ormes, la Métropole de Brumeval et SOS Tilleul.",
        "Le rapport que j’ai rédigé pour Étoile du Nord est en ligne.",
        "I led the evaluation of the Women’s House in Brume.",
        "Mon dernier client est la mutuelle Solis : une enquête auprès de ses adhérents, au printemps dernier.",
        "Je sors d’une évaluation de six mois à l’Abri de Dunmore.",
        "Nous avons accompagné Terre d’Accueil pendant dix-huit mois.",
        "We supported Harbour Trust for eighteen months as it took stock of its youth work.",
        "En 2022, nous avons candidaté à l’évaluation du plan jeunesse de la Ville de Brumeval ; un autre l’a emporté.",
    ],
)
def test_contracts_told_in_passing_leave_a_trace(find: Find, text: str) -> None:
    assert find(text, "reference")


def test_a_contract_told_twice_in_one_paragraph_is_counted_once(find: Find) -> None:
    text = (
        "En 2023, j’ai évalué le centre d’accueil de Brumeval pour Refuges Solidaires.\n"
        "Cette évaluation menée à Brumeval en 2023 pour Refuges Solidaires m’a appris à écouter."
    )
    assert len([one for one in find(text, "reference") if one.sure]) == 1


def test_a_list_of_thousands_is_counted_in_good_time(find: Find) -> None:
    text = "\n".join(
        f"- Évaluation du projet P{number}x, Fondation F{number}y, {2000 + number % 25}" for number in range(30_000, 33_000)
    )
    started = time.process_time()
    found = find(text, "reference")
    assert len([one for one in found if one.sure]) == 3_000
    assert time.process_time() - started < 5
