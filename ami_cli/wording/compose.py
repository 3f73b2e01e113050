"""A call, its organisation and a template → one document in one language."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ami_cli.errors import TemplateError
from ami_cli.models.call import Call, to_be_set
from ami_cli.models.content import Block, Notice, Paragraph, plain
from ami_cli.models.organisation import Organisation
from ami_cli.models.text import Words
from ami_cli.models.texts import texts as every_text
from ami_cli.wording import context, markdown_in, templates
from ami_cli.wording.errors import UnpublishableError
from ami_cli.wording.summary import summarise, words
from ami_cli.wording.values import Marks


@dataclass(frozen=True)
class Setting:
    """What stays the same over all the documents of one command."""

    call: Call
    organisation: Organisation
    templates: tuple[Path, ...]
    """Folders in which templates are looked for, the workspace's first."""
    now: datetime
    draft: bool = False
    also: tuple[Call, ...] = ()
    """Other versions of the call, of which addresses and subjects are printed too."""


def compose(setting: Setting, language: str, template: str = "notice", more: Mapping[str, Any] = MappingProxyType({})) -> Notice:
    """Return the document of `template` in `language`; `more` is what its template can name beside the call.

    UnpublishableError where the call still holds `to-be-set` and no draft is wanted, or prose that no document can show;
    TemplateError where the template is wrong.
    """
    waiting = tuple(missing(setting.call, setting.organisation))
    if waiting and not setting.draft:
        raise _not_ready(waiting)
    try:
        return _composed(setting, language, _blocks(setting, language, template, more), draft=bool(waiting))
    except markdown_in.InexpressibleError as error:
        raise unpublishable(error, templates.place(template, language, setting.templates), language) from error


def compose_blocks(setting: Setting, language: str, template: str, more: Mapping[str, Any]) -> tuple[Block, ...]:
    """Return what `template` says in `language`, without the facts that stand beside a notice; the same errors as `compose`."""
    try:
        return _blocks(setting, language, template, more)
    except markdown_in.InexpressibleError as error:
        raise unpublishable(error, templates.place(template, language, setting.templates), language) from error


def _composed(setting: Setting, language: str, blocks: tuple[Block, ...], *, draft: bool) -> Notice:
    call, organisation = setting.call, setting.organisation
    return Notice(
        title=words(call.title.of(language), language, "title"),
        organisation=words(organisation.name.any_of(language), language, "organisation.name"),
        subject=_subject(blocks),
        languages=(language,),
        blocks=blocks,
        written=setting.now,
        draft=draft,
        summary=summarise(call, organisation, language),
    )


def missing(call: Call, organisation: Organisation) -> tuple[str, ...]:
    """Return the fields that are still `to-be-set`; words that are so in every language count once."""
    paths = (*to_be_set(call), *(f"organisation.{path}" for path in to_be_set(organisation)))
    spoken = Counter(stem for stem, _, last in (path.rpartition(".") for path in paths) if last in call.languages)
    whole = {stem for stem, count in spoken.items() if count == len(call.languages)}
    return tuple(dict.fromkeys(stem if (stem := path.rpartition(".")[0]) in whole else path for path in paths))


def _blocks(setting: Setting, language: str, template: str, more: Mapping[str, Any]) -> tuple[Block, ...]:
    call, organisation = setting.call, setting.organisation
    texts = (*every_text(call), *every_text(organisation, "organisation"))
    places = {id(text): path for path, text in texts}
    literals = {key: said for version in (*setting.also, call) for key, said in context.literals(version, organisation).items()}
    marks = Marks(language, literals, places)
    name = f"{template}.{language}.{templates.SUFFIX}"
    text = templates.fill(name, setting.templates, marks, context.vocabulary(call, organisation, language, more))
    return markdown_in.template(text, language, marks.values)


def _subject(blocks: tuple[Block, ...]) -> str:
    return next((plain(b.runs) for b in blocks if isinstance(b, Paragraph) and b.role == "kicker"), "")


def _not_ready(paths: tuple[str, ...]) -> UnpublishableError:
    fields = f"{len(paths)} champ{'s' if len(paths) > 1 else ''}"
    return UnpublishableError(
        paths,
        fr=f"l’appel n’est pas prêt à paraître, il reste {fields} à compléter",
        en=f"the call is not ready to be published, fields still to be set: {len(paths)}",
        remedy_fr="complétez ces champs, ou demandez un brouillon avec --draft",
        remedy_en="fill in these fields, or ask for a draft with --draft",
    )


_SHAPES = {
    "image": Words(fr="une image", en="a picture"),
    "heading": Words(fr="un titre", en="a heading"),
    "bullet_list": Words(fr="une liste", en="a list"),
    "ordered_list": Words(fr="une liste numérotée", en="a numbered list"),
    "table": Words(fr="un tableau", en="a table"),
    "blockquote": Words(fr="un encadré", en="a frame"),
    "hr": Words(fr="un trait", en="a rule"),
    "fence": Words(fr="un bloc de code", en="a block of code"),
    "code_block": Words(fr="un bloc de code", en="a block of code"),
    "nested": Words(fr="trop de niveaux les uns dans les autres", en="too many levels inside one another"),
}


def unpublishable(error: markdown_in.InexpressibleError, template: str, language: str) -> TemplateError | UnpublishableError:
    """Return what to tell of words that no document can show: the field of the call, or else the template."""
    what = _SHAPES.get(error.what, Words(fr=f"« {error.what} »", en=f"“{error.what}”"))
    if not error.path:
        return TemplateError(
            fr=f"{template} : le modèle contient ce qu’aucun document ne sait montrer ici : {what.fr}",
            en=f"{template}: the template contains what no document can show here: {what.en}",
            remedy_fr="remplacez-le par un paragraphe, une liste ou un tableau",
            remedy_en="replace it with a paragraph, a list or a table",
        )
    return UnpublishableError(
        (error.path,),
        fr=f"{error.path} ({language}) : le texte contient ce qu’aucun document ne sait montrer ici : {what.fr}",
        en=f"{error.path} ({language}): the text contains what no document can show here: {what.en}",
        remedy_fr="écrivez-le en paragraphes ; dans un titre, une ligne de liste ou un tableau, en une seule ligne",
        remedy_en="write it as paragraphs; in a heading, a list line or a table, as a single line",
    )
