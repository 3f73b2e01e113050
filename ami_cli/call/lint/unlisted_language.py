"""Words in a language that the call does not list."""

from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.text import Words
from ami_cli.models.texts import texts

PAGE = page(
    "language-not-listed",
    title=Words(fr="Langue que l’appel n’annonce pas", en="Language that the call does not list"),
    checks=Words(
        fr="Les textes de l’appel n’ont que les langues de sa liste « languages ».",
        en="The texts of the call have only the languages of its “languages”.",
    ),
    why=Words(fr="Ces mots ne seraient publiés nulle part.", en="Those words would be published nowhere."),
    example=Words(fr="languages: [fr, en], et un titre avec « es ».", en="languages: [fr, en], and a title with “es”."),
    remedy=Words(
        fr="ajoutez la langue à « languages », ou retirez ces mots",
        en="add the language to “languages”, or remove the words",
    ),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each text with a language too many."""
    listed = set(loaded.call.languages)
    for path, text in texts(loaded.call):
        for language in text.languages():
            if language not in listed:
                message = Words(
                    fr=f"« {language} » n’est pas une langue de l’appel", en=f"“{language}” is not a language of the call"
                )
                yield Doubt(f"{path}.{language}", message)


WARNING = CallWarning(PAGE, check)
