"""Finding the templates of wording and filling them; what is wrong in one is told with its file and line."""

import re
import traceback
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ami_cli.errors import TemplateError
from ami_cli.models.text import Words
from ami_cli.wording.jinja_words import said
from ami_cli.wording.values import Marks, UnprintableError

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = "md.j2"


@dataclass(frozen=True)
class Vocabulary:
    """What a template can name, and the filters and tests it can use."""

    names: Mapping[str, Any]
    filters: Mapping[str, Callable[..., Any]]
    tests: Mapping[str, Callable[..., bool]]


def fill(name: str, folders: tuple[Path, ...], marks: Marks, vocabulary: Vocabulary) -> str:
    """Return the Markdown of a template, a mark where each value goes.

    `folders` are searched in order, so that a workspace's template comes before the one `ami` brings.
    A TemplateError tells the file, the line and what is missing.
    """
    from jinja2 import TemplateError as Broken

    environment = _environment(folders)
    environment.filters.update(vocabulary.filters)
    environment.tests.update(vocabulary.tests)
    now_printing = _printing.set(marks)
    try:
        return environment.get_template(name).render(vocabulary.names)
    except (Broken, UnprintableError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as error:
        raise _told(error, name, folders) from error
    finally:
        _printing.reset(now_printing)


_printing: ContextVar[Marks] = ContextVar("_printing")


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...]) -> "Environment":
    """Return what reads and keeps the templates of some folders: three hundred letters read theirs once."""
    from jinja2 import FunctionLoader, StrictUndefined, pass_context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    @pass_context  # so that nothing is worked out while a template is read, before the values of a document are known
    def finalize(_context: object, value: Any) -> Any:
        return _printing.get().print(value)

    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _source(name, folders)),
        undefined=StrictUndefined,
        finalize=finalize,
        autoescape=True,  # makes what a macro returns recognisable; the marks themselves hold nothing to escape
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,
    )


def _source(name: str, folders: tuple[Path, ...]) -> tuple[str, str, Callable[[], bool]] | None:
    """Return a template's text, its file, and whether both are still so."""
    path = _found(name, folders)
    if path is None:
        return None
    text = read(path)
    return _with_line_ends(text), str(path), lambda: _found(name, folders) == path and read(path) == text


def _found(name: str, folders: tuple[Path, ...]) -> Path | None:
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def place(name: str, language: str, folders: tuple[Path, ...]) -> str:
    """Return the path of the template that a document is made from, for messages."""
    file = f"{name}.{language}.{SUFFIX}"
    return str(_found(file, folders) or file)


def read(path: Path) -> str:
    """Return a template's text; a TemplateError where it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TemplateError(
            fr=f"{path}:{line} : le fichier n’est pas en UTF-8",
            en=f"{path}:{line}: the file is not in UTF-8",
            remedy_fr="enregistrez-le en UTF-8 dans votre éditeur",
            remedy_en="save it as UTF-8 in your editor",
        ) from error


def _told(error: Exception, name: str, folders: tuple[Path, ...]) -> TemplateError:
    from jinja2 import TemplateNotFound

    if isinstance(error, TemplateNotFound):
        return _not_found(str(error), folders)
    file, line = _where(error, name, folders)
    if isinstance(error, UnprintableError):
        wrong = Words(fr=f"ceci n’a pas de mots à imprimer : {error}", en=f"this has no words to print: {error}")
    else:
        wrong = said(error)
    return TemplateError(
        fr=f"{file}:{line} : modèle incorrect : {wrong.fr}",
        en=f"{file}:{line}: the template is wrong: {wrong.en}",
        remedy_fr="corrigez cette ligne du modèle, ou supprimez votre copie pour reprendre celle d’ami",
        remedy_en="mend this line of the template, or delete your copy to use the one ami brings",
    )


def _not_found(name: str, folders: tuple[Path, ...]) -> TemplateError:
    places = ", ".join(str(folder) for folder in folders)
    return TemplateError(
        fr=f"modèle introuvable : {name} (cherché dans : {places})",
        en=f"template not found: {name} (looked for in: {places})",
        remedy_fr=f"{_COPY.fr}, puis traduisez-les ; ou demandez d’autres langues avec --lang",
        remedy_en=f"{_COPY.en}, then translate them; or ask for other languages with --lang",
    )


_COPY = Words(
    fr="copiez dans « templates » les modèles *.en.md.j2 (l’avis, part-… et phrases) sous le code de cette langue",
    en="copy the templates *.en.md.j2 (the notice, part-… and phrases) into “templates” under the code of this language",
)


def _where(error: Exception, name: str, folders: tuple[Path, ...]) -> tuple[str, int]:
    """Return the file and line of the template at which it went wrong: Jinja puts them in the traceback."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or name, error.lineno
    inside = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    if inside:
        return inside[-1].filename, inside[-1].lineno or 1
    found = next((folder / name for folder in folders if (folder / name).is_file()), Path(name))
    return str(found), 1


_ONLY_A_TAG = re.compile(r"\s*\{%(?:(?!%\}).)*%\}\s*")


def _with_line_ends(source: str) -> str:
    """Keep the end of every line that holds words: Jinja would drop it after a closing tag, and join two paragraphs."""
    lines = source.split("\n")
    return "\n".join(line + '{{ "" }}' if line.endswith("%}") and not _ONLY_A_TAG.fullmatch(line) else line for line in lines)
