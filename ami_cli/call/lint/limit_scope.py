"""A limit on several documents that does not say whether it holds for each or in total."""

from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.text import Words

PAGE = page(
    "limit-without-scope",
    title=Words(fr="Limite sans « chacun » ni « au total »", en="Limit without “each” or “total”"),
    checks=Words(
        fr="Une limite sur une pièce due par membre, par structure ou par lot dit si elle vaut pour chacune ou pour toutes.",
        en="A limit on a document due per member, firm or lot says whether it holds for each or for all of them.",
    ),
    why=Words(
        fr="« 3 pages maximum des membres » peut vouloir dire trois pages par CV ou trois pages de CV en tout.",
        en="“3 pages at most of the members” may mean three pages per CV or three pages of CVs in all.",
    ),
    example=Words(fr="{kind: cv, per: member, max_pages: 3}", en="{kind: cv, per: member, max_pages: 3}"),
    remedy=Words(fr="ajoutez limit: each (chacun) ou limit: total (en tout)", en="add limit: each or limit: total"),
)

_LIMITS = ("max_pages", "max_slides", "max_words", "max_megabytes")


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each limit whose scope is open."""
    for index, document in enumerate(loaded.call.application.documents):
        if document.limit is not None or document.per == "application":
            continue
        for name in _LIMITS:
            if getattr(document, name) is not None:
                message = Words(
                    fr=f"la limite de « {document.id} » ne dit pas si elle vaut pour chacun ou au total",
                    en=f"the limit of “{document.id}” does not say whether it holds for each or in total",
                )
                yield Doubt(f"application.documents.{index}.{name}", message)


WARNING = CallWarning(PAGE, check)
