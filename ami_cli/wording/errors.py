"""A call that cannot be printed as it is."""

from collections.abc import Callable

from ami_cli.errors import CallError
from ami_cli.models.base import Model


class Gap(Model):
    """A paragraph that has none against it in the other language."""

    path: str
    language: str
    """The language in which it stands."""
    text: str
    paragraph: int
    """Counted from 1, among the paragraphs, lists and headings of the text."""
    words: str

    @property
    def position(self) -> int:
        """Return where the paragraph starts in the text, in characters: where its words are, else where its part begins."""
        from markdown_it import MarkdownIt

        if self.words and self.text.count(self.words) == 1:
            return self.text.index(self.words)
        starts = [token.map[0] for token in MarkdownIt("commonmark").parse(self.text) if token.map and token.level == 0]
        openings = list(dict.fromkeys(starts))
        line = openings[min(self.paragraph, len(openings)) - 1] if openings else 0
        return sum(len(row) for row in self.text.splitlines(keepends=True)[:line])


class UnpublishableError(CallError):
    """The call cannot be printed as it is; `paths` are the fields to look at."""

    def __init__(  # noqa: PLR0913  both wordings of what is wrong and of what to do, and where
        self, paths: tuple[str, ...], *, fr: str, en: str, remedy_fr: str, remedy_en: str, gaps: tuple[Gap, ...] = ()
    ) -> None:
        """Keep the fields, so that whoever has the file can add their lines."""
        super().__init__(fr=fr, en=en, remedy_fr=remedy_fr, remedy_en=remedy_en)
        self.paths, self.gaps = paths, gaps

    def at(self, line: Callable[[str], str], line_of_gap: Callable[[Gap], str]) -> "UnpublishableError":
        """Return the same error with `file:line` before each field."""
        gaps = [f"{line_of_gap(gap)}: {gap.path}.{gap.language}: {gap.words}" for gap in self.gaps]
        lines = "\n".join(gaps or [f"{line(path)}: {path}" for path in self.paths])
        return UnpublishableError(
            self.paths,
            gaps=self.gaps,
            fr=f"{self.fr}\n{lines}",
            en=f"{self.en}\n{lines}",
            remedy_fr=self.remedy_fr,
            remedy_en=self.remedy_en,
        )
