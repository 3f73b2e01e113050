import pytest

from ami_cli.facts.prose.folded import fold
from ami_cli.facts.prose.statement_words import FREE
from tests.facts.prose.conftest import Find

SURE = [
    "Je suis disponible du 13 octobre au 12 décembre 2025.",
    "Je serai disponible dès la mi-octobre.",
    "Disponibilité : immédiate.",
    "Disponibilités : octobre à décembre",
    "Nous pourrions démarrer la mission dès le 15 septembre et la conclure avant Noël.",
    "L’équipe est mobilisable sur toute la période, du 13/10 au 12/12/2025.",
    "Je me rendrai libre aux dates que vous indiquez dans l’appel.",
    "Nos consultantes ont réservé les semaines 42 à 50.",
    "Je peux consacrer vingt jours à cette mission entre octobre et décembre.",
    "À compter du 1er novembre, je n’ai aucun autre engagement.",
    "Dates de disponibilité : à partir du 20.10.2025, à temps plein",
    "Aïcha peut commencer lundi 6 octobre ; Paul la rejoindra en novembre.",
    "Le calendrier indicatif de l’appel nous convient.",
    "Nous confirmons notre disponibilité pour la période du 13 octobre au 12 décembre.",
    "Calendrier\nNous serions sur le terrain la semaine du 17 octobre et remettrions le rapport le 12 décembre.",
    "Je suis en mesure de débuter immédiatement après la signature du contrat.",
    "Période : octobre – décembre 2025, trois jours par semaine.",
    "Mon agenda est libre tout l’automne.",
    "Je peux me libérer en novembre et décembre.",
    "Démarrage possible sous quinzaine.",
    "Nous tiendrons votre calendrier : démarrage le 13/10, remise le 12/12.",
    "Indisponible avant le 3 novembre, je le serai à plein temps ensuite.",
    "I am available from 13 October to 12 December 2025.",
    "Availability: immediate",
    "We can start as early as mid-September.",
    "The team could be mobilised in week 42.",
    "I have blocked out the last two weeks of October and the whole of November.",
    "My availability to conduct the assignment is from October to December.",
    "I would be able to begin on Monday 6 October and work full time until the end of November.",
    "Dates of availability: 13/10/2025 – 12/12/2025",
    "We confirm that your timetable suits us.",
    "All three members are free throughout the autumn.",
    "I could devote 25 days to this mission between October and December.",
    "We are ready to start upon signature of the contract.",
    "From November onwards I have no other commitments.",
    "I will be at your disposal from the first of October.",
    "The consultants are not available before 3 November but full time after.",
    "I am currently free and could start next week.",
    "I will can start in October, and I stay free until December.",
    "Je suis disponible à partir de Octobre pour faire la mission.",
    "I confirm my full availability for the dates indicated in the call.",
    "Our diaries are clear in October and November.",
]
DOUBTFUL = [
    "Je reste disponible pour un entretien à votre convenance.",
    "Je me tiens à votre disposition pour tout renseignement complémentaire.",
    "Nous restons disponibles pour en discuter de vive voix le 12 septembre.",
    "I remain available for any question you may have.",
    "I would be available for an interview on 3 September.",
    "I look forward to hearing from you and can be reached by phone at any time.",
    "La disponibilité des données est un risque du projet.",
    "En 2021 nous étions disponibles d’avril à juillet.",
    "References are available on request.",
    "The availability of drugs in October 2023 was poor.",
    "I was available from January to June of last year.",
    "Nos références sont disponibles sur demande.",
    "Le rapport, disponible en ligne depuis mars, décrit la méthode.",
    "J’ai travaillé à Lyon de septembre 2019 à juin 2021.",
    "Paris, le 20 août 2025",
    "Free clinics opened in March.",
    "Date de naissance : 3 mai 1974",
    "From 2016 to 2018 I worked full time as a nurse.",
    "Votre appel du 12 juillet 2025 a retenu mon attention.",
    "L’évaluation s’est déroulée de mars à juin 2023.",
    "We carried out the study between May and September 2022.",
]
SILENT = [
    "Madame, Monsieur,",
    "Je suis sociologue et j’aime le terrain.",
    "Please find my curriculum vitae attached.",
    "Our method rests on listening.",
]


@pytest.mark.parametrize("text", SURE)
def test_a_time_when_one_is_free_is_sure(find: Find, text: str) -> None:
    assert any(one.sure for one in find(text, "availability"))


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_only_looks_like_availability_is_not_sure(find: Find, text: str) -> None:
    assert not any(one.sure for one in find(text, "availability"))


@pytest.mark.parametrize("text", SILENT)
def test_a_text_without_a_trace_of_it_states_nothing(find: Find, text: str) -> None:
    assert find(text, "availability") == ()


@pytest.mark.parametrize("text", ["Votre appel a retenu toute mon attention et je vous adresse ma candidature."])
def test_politeness_is_no_trace_of_availability(find: Find, text: str) -> None:
    assert find(text, "availability") == ()


def test_what_is_said_plainly_is_sure_whatever_heading_stands_above(find: Find) -> None:
    said = "Nous sommes disponibles en octobre, novembre et décembre 2025."
    text = f"Plume & Terrain\nLettre d’intérêt\nMadame, Monsieur,\n{said}\nAda Roy"
    assert [(one.quote, one.sure) for one in find(text, "availability")] == [(said, True)]


def test_plainly_not_free_is_not_sure(find: Find) -> None:
    text = "Lettre d’intérêt\nMadame, Monsieur,\nNous ne sommes pas disponibles en octobre 2025.\nAda Roy"
    assert not any(one.sure for one in find(text, "availability"))


@pytest.mark.parametrize(
    "text",
    [
        "I am available neither in May nor in June 2027.",
        "Nous sommes disponibles pour répondre à vos questions jusqu’au 15 janvier 2027.",
        "Je suis libre de tout engagement politique depuis 2020.",
    ],
)
def test_plain_words_that_go_on_otherwise_are_no_plain_words(text: str) -> None:
    assert not FREE.search(fold(text).lower)
