"""What a new call asks, how an answer is read, and what stands where there is none."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, StringConstraints, TypeAdapter, ValidationError

from ami_cli.errors import UsageError
from ami_cli.models.calendar import LocalTime, Zone
from ami_cli.models.call import MissionKind, Procedure
from ami_cli.models.requirement import Id
from ami_cli.models.text import TO_BE_SET, Language, Words
from ami_cli.models.values import Amount, Unique, Whole
from ami_cli.models.wrong import quoted, wrong
from ami_cli.strict_yaml.wordings import told

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


@dataclass(frozen=True)
class Question:
    """One question: its name, its words, what an answer is, and what stands without one."""

    name: str
    words: Words
    kind: Any
    default: str = ""
    """As it would be typed; empty where the answer may be left out."""
    prepare: Callable[[str], object] = str.strip
    """Makes of what was typed the value that a call file would hold."""
    procedures: tuple[str, ...] = get_args(Procedure)
    """The procedures to which it belongs."""
    choices: tuple[str, ...] = ()
    required: bool = False
    asked: bool = True
    """Whether a person is asked on a terminal; the others are options alone."""

    def read(self, typed: str) -> Any:
        """Return the answer; None where nothing was typed and nothing has to be.

        Raises:
            UsageError: where the answer is none, with what to type.
        """
        text = typed.strip() or self.default
        if self.required and not text:
            raise _refused(self.words, Words(fr="il faut une réponse", en="an answer is needed"), _TYPE_IT)
        if not text or text == TO_BE_SET:
            return None
        try:
            text.encode()
            value = self.prepare(text)
            TypeAdapter(self.kind).validate_python(value)
        except UnicodeEncodeError:
            raise _refused(self.words, _UNREADABLE, _RETYPE) from None
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            message, remedy = told(first["type"], first.get("ctx", {}), text)
            raise _refused(self.words, message, remedy) from error
        return value


_TYPE_IT = Words(fr="tapez-la, ou donnez-la dans la commande", en="type it, or give it in the command")
_UNREADABLE = Words(fr="des caractères sont illisibles", en="some characters cannot be read")
_RETYPE = Words(fr="retapez la réponse", en="type the answer again")


def _refused(question: Words, message: Words, remedy: Words) -> UsageError:
    return UsageError(
        fr=f"{question.fr} : {message.fr}",
        en=f"{question.en}: {message.en}",
        remedy_fr=remedy.fr,
        remedy_en=remedy.en,
    )


_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s*(?:à|at)?\s*(\d{1,2})\s*[h:]\s*(\d\d)?)?")


def _moment(typed: str) -> object:
    """Return a date as a call file writes it; `31/08/2025 12h00` is understood, day first."""
    match = _DAY_FIRST.fullmatch(typed.strip())
    if match is None:
        return re.sub(r"^(\d{4}-\d\d-\d\d) (?=\d\d:)", r"\1T", typed.strip())
    day, month, year, hour, minute = match.groups()
    return f"{year}-{month:0>2}-{day:0>2}" + (f"T{hour:0>2}:{minute or '00'}" if hour else "")


def _digits(typed: str) -> object:
    """Return a whole number without the spaces that people put in it; anything else stays as it was typed."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", typed)
    return int(bare) if re.fullmatch(r"[0-9]{1,15}", bare) else typed


def _listed(typed: str) -> object:
    return tuple(part for part in re.split(r"[,;\s]+", typed) if part)


FIRST_STAGE = ("expression-of-interest", "standing-list")
OFFERS = ("expression-of-interest", "open-tender", "quotation")

QUESTIONS: tuple[Question, ...] = (
    Question("id", Words(fr="Identifiant (nom du fichier)", en="Id (name of the file)"), Id, required=True),
    Question("organisation", Words(fr="Organisation", en="Organisation"), Id, required=True),
    Question(
        "languages", Words(fr="Langues", en="Languages"), Annotated[tuple[Language, ...], Unique], "fr,en", prepare=_listed
    ),
    Question("title", Words(fr="Titre", en="Title"), Line),
    Question(
        "procedure",
        Words(fr="Procédure", en="Procedure"),
        Procedure,
        "expression-of-interest",
        choices=get_args(Procedure),
    ),
    Question(
        "kind",
        Words(fr="Nature de la mission", en="Kind of mission"),
        MissionKind,
        "other",
        choices=get_args(MissionKind),
    ),
    Question("timezone", Words(fr="Fuseau horaire", en="Time zone"), Zone, "Europe/Paris"),
    Question(
        "interest",
        Words(fr="Date limite pour manifester son intérêt", en="Deadline to express interest"),
        LocalTime,
        prepare=_moment,
        procedures=FIRST_STAGE,
    ),
    Question(
        "proposal",
        Words(fr="Date limite pour la proposition", en="Deadline for the proposal"),
        LocalTime,
        prepare=_moment,
        procedures=OFFERS,
    ),
    Question("start", Words(fr="Démarrage souhaité", en="Desired start"), LocalTime, prepare=_moment),
    Question("ceiling", Words(fr="Budget maximum", en="Highest budget"), Amount, prepare=_digits),
    Question("currency", Words(fr="Devise", en="Currency"), Currency, "EUR", asked=False),
    Question("email", Words(fr="Adresse des candidatures", en="Address for applications"), Line),
    Question("subject", Words(fr="Objet des messages", en="Subject of messages"), Line),
    Question(
        "shortlist_max", Words(fr="Candidats retenus, au plus", en="Candidates retained, at most"), Whole, "6", prepare=_digits
    ),
    Question("cv_pages", Words(fr="Pages par CV", en="Pages per CV"), Whole, "3", prepare=_digits, asked=False),
    Question("letter_pages", Words(fr="Pages de la lettre", en="Pages of the letter"), Whole, "3", prepare=_digits, asked=False),
    Question("references", Words(fr="Références demandées", en="References asked for"), Whole, "2", prepare=_digits, asked=False),
)  # fmt: skip
"""In the order in which they are asked."""


Ask = Callable[[Question], Any]
"""Asks a person until the answer can be read."""


def for_workspace(calls: Sequence[str], organisations: Sequence[str]) -> tuple[Question, ...]:
    """Return the questions, where an id may not be that of a call, and an organisation has to be one of those there are."""

    def _new(name: str) -> str:
        if name in calls:
            raise wrong(
                "taken",
                fr=f"l’appel « {name} » existe déjà : il n’est pas touché",
                en=f"the call “{name}” exists already: it is left as it is",
                remedy_fr=f"choisissez un autre identifiant ; pour partir de celui-là : ami new-call AUTRE --from {name}",
                remedy_en=f"choose another id; to start from that one: ami new-call OTHER --from {name}",
            )
        return name

    def _known(name: str) -> str:
        if name not in organisations:
            listed = ", ".join(organisations)
            raise wrong(
                "no-organisation",
                fr=f"aucune organisation ne s’appelle « {quoted(name)} »",
                en=f"no organisation is named “{quoted(name)}”",
                remedy_fr=f"calls/organisations contient : {listed or 'rien ; ami init en écrit un modèle'}",
                remedy_en=f"calls/organisations holds: {listed or 'nothing; ami init writes a model of one'}",
            )
        return name

    new, known = Annotated[Id, AfterValidator(_new)], Annotated[Id, AfterValidator(_known)]
    only = organisations[0] if len(organisations) == 1 else ""
    kinds = {"id": replace(QUESTIONS[0], kind=new), "organisation": replace(QUESTIONS[1], kind=known, default=only)}
    return tuple(kinds.get(question.name, question) for question in QUESTIONS)


def answers_from(questions: Sequence[Question], given: Mapping[str, str | None], ask: Ask | None) -> dict[str, Any]:
    """Return the answers: what was given, what a person is asked for where `ask` is there, and the defaults.

    Titles are given as `title:fr`, `title:en`; `title` alone is that of the first language.

    Raises:
        UsageError: where something given is no answer.
    """
    answers: dict[str, Any] = {}
    for question in questions:
        if answers.get("procedure", question.procedures[0]) not in question.procedures:
            continue
        if question.name == "title":
            answers["title"] = _titles(question, answers["languages"], given, ask)
        else:
            answers[question.name] = _answer(question, given.get(question.name), ask)
    return answers


def _answer(question: Question, typed: str | None, ask: Ask | None) -> Any:
    if typed is not None:
        return question.read(typed)
    return ask(question) if ask is not None and question.asked else question.read("")


def _titles(question: Question, languages: Sequence[str], given: Mapping[str, str | None], ask: Ask | None) -> dict[str, str]:
    titles = {}
    for index, language in enumerate(languages):
        words = Words(fr=f"{question.words.fr} ({language})", en=f"{question.words.en} ({language})")
        typed = given.get(f"title:{language}", given.get("title") if index == 0 else None)
        titles[language] = _answer(replace(question, words=words), typed, ask)
    return {language: title for language, title in titles.items() if title is not None}
