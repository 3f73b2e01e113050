import pytest

from tests.facts.prose.conftest import Find

FIRMS = [
    ("Horizon Conseil", "Ada Roy\nConsultante associée, cabinet Horizon Conseil"),
    ("Delta Évaluation", "Le cabinet Delta Évaluation a l’honneur de vous manifester son intérêt."),
    ("Lueur Études", "Lueur Études SARL – 12 rue des Lilas – Lyon"),
    ("Bureau Nord", "Nous sommes Bureau Nord, une coopérative d’études installée à Lille."),
    ("Trame", "Je suis salariée de la société Trame depuis 2019."),
    ("Vent Debout", "Rattachement : Vent Debout (SCOP)"),
    ("Passerelles Consulting", "Je vous écris au nom de Passerelles Consulting, dont je suis la gérante."),
    ("Brightwater Advisory", "Ada Roy, partner at Brightwater Advisory"),
    ("Northgate Research Ltd", "Northgate Research Ltd, Leeds"),
    ("Sable & Stone", "I am a senior consultant with Sable & Stone, a firm of evaluators."),
    ("Kindred Studies", "Kindred Studies is pleased to express its interest."),
    ("Fieldwork Partners", "Firm: Fieldwork Partners"),
    ("Open Page", "We trade as Open Page, a small consultancy in Cork."),
    ("Vents Ouest", "Chargée d’études à Vents Ouest – contact@vents-ouest.test"),
]
INDEPENDENT = [
    "Je suis consultante indépendante.",
    "Consultant indépendant – Antsirabe",
    "Nous travaillons chacun à notre compte, sans structure commune.",
    "Auto-entrepreneuse depuis 2018, je réponds seule.",
    "J’exerce en profession libérale.",
    "Aucun de nous n’est rattaché à un cabinet.",
    "I am a freelance evaluator.",
    "Independent consultant, no affiliation to any firm",
    "I am self-employed.",
    "Neither of us belongs to a consulting firm.",
    "We both work as independent experts.",
    "Sole trader, registered in Leeds",
    "Je travaille en portage salarial.",
]
NEITHER = [
    "En 2021, la Fondation Horizon nous a confié une étude.",
    "J’ai évalué le projet de l’association Étoile.",
    "Cabinet médical des Ormes, Tournai, 2019",
    "J’ai été stagiaire au cabinet Bruyas & Lemercier, avocats, en 2021.",
    "A firm handshake says more than slides.",
    "Médecins du Monde est une organisation indépendante.",
    "L’évaluation indépendante du programme a été saluée.",
    "Madame, Monsieur,",
    "I spoke to the director of the Harbour Trust.",
    "Ada Roy\n12 rue des Lilas\n44000 Nantes",
    "Le directeur, M. Loïc Hamdane, a accepté d’être appelé.",
    "Ada Lys\nSociologue, Brumeval\nada@lys.test",
    "Infirmière à la clinique des Lilas, depuis 2019.",
    "I used to work for a company in Dunmore until 2015.",
]


@pytest.mark.parametrize(("name", "text"), FIRMS)
def test_a_firm_of_ones_own_is_sure_and_named(find: Find, name: str, text: str) -> None:
    sure = [one.value for one in find(text, "firm") if one.sure]
    assert any(name in (value or "") for value in sure), sure


@pytest.mark.parametrize("text", INDEPENDENT)
def test_working_on_ones_own_is_sure(find: Find, text: str) -> None:
    assert any(one.sure for one in find(text, "independent"))


@pytest.mark.parametrize("text", NEITHER)
def test_the_firm_of_somebody_else_is_neither(find: Find, text: str) -> None:
    assert not [one for one in (*find(text, "firm"), *find(text, "independent")) if one.sure]


@pytest.mark.parametrize(
    "text",
    [
        "I am not an independent consultant.",
        "Je ne suis pas consultante indépendante.",
        "Je ne suis plus à mon compte.",
        "You seek an independent consultant.",
    ],
)
def test_working_alone_is_not_believed_where_it_is_denied_or_asked_for(find: Find, text: str) -> None:
    letter = f"Dear Sir or Madam,\n\n{text}\n\nYours faithfully,\nAda Roy"
    assert [one for one in find(letter, "independent") if one.sure] == []
