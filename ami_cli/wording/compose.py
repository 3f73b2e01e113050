"""A call, its organisation and a template → one document in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ami_cli.errors import CallError, TemplateError
from ami_cli.models.call import Call, to_be_set
from ami_cli.models.content import Block, Notice, Paragraph, plain
from ami_cli.models.organisation import Organisation
from ami_cli.wording import context, markdown_in, templates
from ami_cli.wording.values import Marks


class UnpublishableError(CallError):
    """The call cannot be printed as it is; `paths` are the fields to look at."""

    def __init__(self, paths: tuple[str, ...], *, fr: str, en: str, remedy_fr: str, remedy_en: str) -> None:
        """Keep the fields, so that whoever has the file can add their lines."""
        super().__init__(fr=fr, en=en, remedy_fr=remedy_fr, remedy_en=remedy_en)
        self.paths = paths

    def at(self, place: Callable[[str], str]) -> "UnpublishableError":
        """Return the same error with `file:line` before each field."""
        lines = "\n".join(f"{place(path)}: {path}" for path in self.paths)
        return UnpublishableError(
            self.paths,
            fr=f"{self.fr}\n{lines}",
            en=f"{self.en}\n{lines}",
            remedy_fr=self.remedy_fr,
            remedy_en=self.remedy_en,
        )


@dataclass(frozen=True)
class Setting:
    """What stays the same over all the documents of one command."""

    call: Call
    organisation: Organisation
    templates: tuple[Path, ...]
    """Folders in which templates are looked for, the workspace's first."""
    now: datetime
    draft: bool = False


def compose(setting: Setting, language: str, template: str = "notice", more: Mapping[str, Any] = MappingProxyType({})) -> Notice:
    """Return the document of `template` in `language`; `more` is what its template can name beside the call.

    UnpublishableError where the call still holds `to-be-set` and no draft is wanted, or prose that no document can show;
    TemplateError where the template is wrong.
    """
    waiting = tuple(missing(setting.call, setting.organisation))
    if waiting and not setting.draft:
        raise _not_ready(waiting)
    blocks = _blocks(setting, language, template, more)
    return Notice(
        title=_words(setting.call.title.of(language), language),
        organisation=setting.organisation.name.any_of(language),
        subject=_subject(blocks),
        languages=(language,),
        blocks=blocks,
        written=setting.now,
        draft=bool(waiting),
    )


def missing(call: Call, organisation: Organisation) -> tuple[str, ...]:
    """Return the fields that are still `to-be-set`."""
    return (*to_be_set(call), *(f"organisation.{path}" for path in to_be_set(organisation)))


def _blocks(setting: Setting, language: str, template: str, more: Mapping[str, Any]) -> tuple[Block, ...]:
    call, organisation = setting.call, setting.organisation
    places = dict(context.paths(call)) | {key: f"organisation.{path}" for key, path in context.paths(organisation)}
    marks = Marks(language, context.literals(call, organisation), places)
    name = f"{template}.{language}.{templates.SUFFIX}"
    try:
        text = templates.fill(name, setting.templates, marks, context.vocabulary(call, organisation, language, more))
        return markdown_in.template(text, language, marks.values)
    except markdown_in.InexpressibleError as error:
        raise _inexpressible(error, name, language) from error


def _words(markdown: str, language: str) -> str:
    (first, *_others) = markdown_in.prose(markdown, language)
    return plain(first.runs) if isinstance(first, Paragraph) else markdown


def _subject(blocks: tuple[Block, ...]) -> str:
    return next((plain(b.runs) for b in blocks if isinstance(b, Paragraph) and b.role == "kicker"), "")


def _not_ready(paths: tuple[str, ...]) -> UnpublishableError:
    return UnpublishableError(
        paths,
        fr=f"l’appel n’est pas prêt à paraître, il reste {len(paths)} champ(s) à compléter",
        en=f"the call is not ready to be published, fields still to be set: {len(paths)}",
        remedy_fr="complétez ces champs, ou demandez un brouillon avec --draft",
        remedy_en="fill in these fields, or ask for a draft with --draft",
    )


def _inexpressible(error: markdown_in.InexpressibleError, template: str, language: str) -> Exception:
    if not error.path:
        return TemplateError(
            fr=f"{template} : le modèle contient ce qu’aucun document ne sait montrer ici : {error.what}",
            en=f"{template}: the template contains what no document can show here: {error.what}",
            remedy_fr="remplacez-le par un paragraphe, une liste ou un tableau",
            remedy_en="replace it with a paragraph, a list or a table",
        )
    return UnpublishableError(
        (error.path,),
        fr=f"{error.path} ({language}) : le texte contient ce qu’aucun document ne sait montrer ici : {error.what}",
        en=f"{error.path} ({language}): the text contains what no document can show here: {error.what}",
        remedy_fr="écrivez-le en paragraphes ; dans un titre, une ligne de liste ou un tableau, en une seule ligne",
        remedy_en="write it as paragraphs; in a heading, a list line or a table, as a single line",
    )
