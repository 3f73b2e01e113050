from ami_cli.facts.prose.units import FoldedPage, once_a_page, read
from ami_cli.models.facts import Page


def test_what_is_found_on_a_page_is_looked_for_once_on_each() -> None:
    looked: list[FoldedPage] = []

    @once_a_page
    def first(page: FoldedPage) -> str:
        looked.append(page)
        return page.folded.cased[:3]

    page, alike = read(Page(number=1, text="Ada Roy")), read(Page(number=1, text="Ada Roy"))
    assert [first(page), first(page), first(alike), first(page)] == ["Ada"] * 4
    assert looked == [page, alike]


def test_lines_with_words_are_known_by_where_they_begin_and_end() -> None:
    page = read(Page(number=1, text="\nAda Roy \n\n \n  12 rue\n"))
    assert [page.folded.cased[start:end] for start, end in page.lines] == ["Ada Roy ", "  12 rue"]
