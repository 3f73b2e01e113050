"""Words: those of `ami` itself, always in both languages, and those of a call, in the languages it lists."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, RootModel, StringConstraints, ValidationInfo, model_validator

from ami_cli.models.base import Model
from ami_cli.models.wrong import wrong

ToBeSet = Literal["to-be-set"]
TO_BE_SET: ToBeSet = "to-be-set"
"""What an author writes where a fact is not known yet. It is valid, reported, and stops a publication."""


Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""An ISO 639 code such as `fr`."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""CommonMark text that is not empty."""


class Words(Model):
    """What `ami` says to a person, in French and in English."""

    fr: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def of(self, language: str) -> str:
        """Return the words in `language`: French for `fr`, English for any other."""
        return self.fr if language == "fr" else self.en


class Text(RootModel[dict[Language, Prose]]):
    """What a call says to its readers: the same words in every language that the call lists.

    A plain string is accepted where the call lists one language only, and for `to-be-set`.
    The loader gives the languages of the call as validation context, `{"languages": ("fr", "en")}`.
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _spread(cls, value: object, info: ValidationInfo) -> object:
        languages = _languages(info)
        if isinstance(value, str) and (value == TO_BE_SET or len(languages) == 1):
            return dict.fromkeys(languages or ("fr", "en"), value)
        if not isinstance(value, dict | Text):
            each = ", ".join(f"{language}: …" for language in languages or ("fr", "en"))
            raise wrong(
                "words",
                fr="les mots doivent être donnés dans chaque langue de l’appel",
                en="the words have to be given in each language of the call",
                remedy_fr=f"écrivez {{{each}}}",
                remedy_en=f"write {{{each}}}",
            )
        return value

    @model_validator(mode="after")
    def _every_language(self, info: ValidationInfo) -> "Text":
        missing = ", ".join(language for language in _languages(info) if language not in self.root)
        if missing or not self.root:
            raise wrong(
                "missing-language",
                fr=f"il manque une langue de l’appel : {missing or 'toutes'}",
                en=f"a language of the call is missing: {missing or 'all'}",
                remedy_fr="ajoutez la traduction, ou to-be-set en attendant",
                remedy_en="add the translation, or to-be-set for the time being",
            )
        return self

    def of(self, language: str) -> str:
        """Return the words in `language`; a KeyError where the call does not have it."""
        return self.root[language]

    def any_of(self, *languages: str) -> str:
        """Return the words in the first of `languages` that is there, else in the first language written."""
        return next((self.root[language] for language in languages if language in self.root), next(iter(self.root.values())))

    def languages(self) -> Iterator[str]:
        """Give the languages in which the words are written, in the order of the file."""
        return iter(self.root)


def _languages(info: ValidationInfo) -> tuple[str, ...]:
    context = info.context
    return tuple(context["languages"]) if isinstance(context, dict) and "languages" in context else ()
