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
    ],
)
def test_contracts_told_in_passing_leave_a_trace(find: Find, text: str) -> None:
    assert find(text, "reference")
