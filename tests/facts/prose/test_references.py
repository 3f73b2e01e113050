import pytest

from tests.facts.prose.conftest import Find

COUNTED = [
    (1, "Référence : association Ombelle, Mme Ada Roy, coordinatrice, a.roy@ombelle.example, mission de 2024, 6 400 € TTC."),
    (
        2,
        (
            "En 2021, nous avons évalué le programme de santé communautaire de l’association Étoile du Sud. En 2023,"
            " la Fondation Horizon nous a confié la capitalisation de son projet pilote."
        ),
    ),
    (
        2,
        (
            "Références :\n- Évaluation finale du projet Passerelle, pour l’ONG Main Tendue (2022)\n- Capitalisation"
            " du dispositif mobile, Croix Verte, Lyon, 2024\n"
        ),
    ),
    (
        3,
        (
            "Nos références\n1. Fondation Arc (2019) : étude des parcours de soins\n2. Ville de Brumeval (2021)"
            " : audit du dispositif d’accueil\n3. Réseau Santé Plus (2023) : guide de pratiques\n"
        ),
    ),
    (2, "Missions similaires\nClient   Intitulé   Année\nONG Alpha   Évaluation finale   2020\nONG Bêta   Capitalisation   2022\n"),
    (
        2,
        (
            "Au cours des trois dernières années, j’ai mené l’évaluation du projet Racines pour Solidarité Laïque du"
            " Midi (2023) et celle du centre d’écoute de l’association Voix Libres (2024)."
        ),
    ),
    (
        2,
        (
            "Annexe – contrats analogues exécutés\nCommanditaire : Association Tilleul\nObjet"
            " : évaluation externe\nAnnée : 2021\n\nCommanditaire : Fondation Orme\nObjet : capitalisation\nAnnée"
            " : 2023\n"
        ),
    ),
    (
        2,
        (
            "Parmi mes missions : l’étude conduite en 2020 auprès de la mutuelle Solis, puis, en 2022, l’audit"
            " social de la coopérative Terres Neuves."
        ),
    ),
    (
        1,
        (
            "J’ai réalisé en 2022, pour l’association Le Phare, la capitalisation de son programme d’hébergement"
            " (contact : Jeanne Roy, 06 00 00 00 00)."
        ),
    ),
    (
        2,
        (
            "De janvier à juin 2021, Médecine Sans Murs m’a chargée d’une étude sur l’accès aux soins. L’an"
            " dernier, le collectif Refuge m’a demandé un guide."
        ),
    ),
    (
        2,
        (
            "In 2021 we evaluated the community health programme of the Southern Star Association. In 2023"
            " the Horizon Foundation commissioned us to document its pilot."
        ),
    ),
    (
        2,
        (
            "References\n• Final evaluation, Bridge project, for Open Hand NGO, 2022\n• Lessons-learned"
            " study, Green Cross, Lyon, 2024\n"
        ),
    ),
    (
        2,
        (
            "Similar contracts: (a) mid-term review of the Seeds project, for Care Across Borders, 2020;"
            " (b) endline study for the Harbour Trust, 2023."
        ),
    ),
    (
        3,
        (
            "Year | Client | Assignment\n2019 | Alpha Foundation | Baseline survey\n2021 | City of Dunmore | Audit"
            " of reception services\n2023 | Beta Network | Good practice guide\n"
        ),
    ),
    (
        2,
        (
            "My two most relevant assignments are the review of the night shelter of Northern Lights (Bergen, 2021)"
            " and the evaluation of the listening centre of the Willow Trust (2023)."
        ),
    ),
    (
        2,
        (
            "We assisted the Ministry of Health of Arvania in 2018 with its strategy, and the NGO Clear Water"
            " in 2020 with an evaluation of its hygiene project."
        ),
    ),
    (1, "Last year I carried out the evaluation of the mobile clinic for the Nomad Health Alliance."),
    (2, "I have made already two such work: the evaluation for Fundacja Most in 2019 and the study for association Brama in 2022."),
]
NOT_COUNTED = [
    "Références disponibles sur demande.",
    "References available on request.",
    "En référence à votre appel du 12 juillet 2025, je vous adresse ma candidature.",
    "With reference to your call for expressions of interest of July 2025, we are pleased to apply.",
    "Notre référence : AB/2024/017. Votre référence : EVAL-2025-03.",
    (
        "Mes références :\nMme Irène Castel, professeure, directrice de mon mémoire (06 00 00 00 17)\nM."
        " Jean Petit, maître de conférences"
    ),
    "Le cabinet Delta a été fondé en 2015 à Lille.",
    "Our company was incorporated in 2019 and registered in Cork.",
    "J’ai obtenu mon master de santé publique à l’université de Bordeaux en 2014.",
    "PhD in anthropology, University of Ghent, 2012.",
    "Nantes, le 25 août 2025",
    "Nous serions disponibles du 13 octobre au 12 décembre 2025 pour l’Association Étoile.",
    "Les termes de référence de 2025 sont clairs.",
    "Depuis 2012, je vis à Dakar et j’aime la mer.",
    "Je n’ai encore mené aucune mission de ce type.",
    "I was born in Lagos in 1978 and moved to Leeds in 1990.",
    "Nous avons conduit près de vingt évaluations, mais nos clients préfèrent la discrétion.",
    "We expect to open a branch in Lisbon in 2027.",
]


@pytest.mark.parametrize(("number", "text"), COUNTED)
def test_each_contract_named_is_counted_once(find: Find, number: int, text: str) -> None:
    sure = [one for one in find(text, "reference") if one.sure]
    assert len(sure) == number
    assert len({one.quote for one in sure}) == number


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_what_names_no_past_contract_is_not_counted(find: Find, text: str) -> None:
    assert not any(one.sure for one in find(text, "reference"))


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
