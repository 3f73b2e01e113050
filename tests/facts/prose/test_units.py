import pytest

from ami_cli.facts.prose.folded import fold
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


def under(text: str) -> list[tuple[str, str]]:
    """Give each unit of a text with the heading above it."""
    return [(unit.cased, unit.heading) for unit in read(Page(number=1, text=text)).units]


@pytest.mark.parametrize(
    "item",
    [
        "1. Dr Helen Marsh, Director, Aldermoor Trust.",
        "12) Dr Helen Marsh, Director, Aldermoor Trust.",
        "a) Dr Helen Marsh, Director, Aldermoor Trust.",
        "* Dr Helen Marsh, Director, Aldermoor Trust.",
        "- Dr Helen Marsh, Director, Aldermoor Trust.",
    ],
)
def test_an_item_is_not_parted_from_its_number(item: str) -> None:
    assert under(f"References:\n{item}") == [("References:", ""), (item, "")]


@pytest.mark.parametrize("alone", ["1.", "a)", "•", "12", "* * *"])
def test_a_number_or_a_bullet_alone_on_its_line_says_nothing(alone: str) -> None:
    assert under(f"References:\n{alone}\nDr Helen Marsh leads the Aldermoor Trust.") == [
        ("References:", ""),
        ("Dr Helen Marsh leads the Aldermoor Trust.", ""),
    ]


def test_a_telephone_number_alone_on_its_line_is_read() -> None:
    assert [words for words, _ in under("Helen Marsh, director.\n06 12 34 56 78")] == ["Helen Marsh, director.", "06 12 34 56 78"]


@pytest.mark.parametrize(
    "closing",
    ["Cordialement", "Kind regards,", "Yours sincerely", "Veuillez agréer, Madame, nos salutations distinguées."],
)
def test_a_closing_formula_ends_the_section(closing: str) -> None:
    text = f"REFERENCES\n\nOur clients speak for us.\n\n{closing}\n\nAda Roy, 06 12 34 56 78."
    assert under(text) == [
        ("REFERENCES", ""),
        ("Our clients speak for us.", "references"),
        (fold(closing).cased, ""),
        ("Ada Roy, 06 12 34 56 78.", ""),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("first", "second"), [("Dr Alan Moss", "Ms Joy Ike"), ("Alan Moss", "Joy Ike")])
def test_those_to_be_asked_stay_below_the_heading_of_them_all(first: str, second: str, gap: str) -> None:
    text = gap.join(
        [
            "REFEREES",
            f"{first}\nDirector, Leeds Homeless Link\na.moss@lhl.example",
            f"{second}\nHead of Learning, Plan Severn\n0117 496 0000",
            "LANGUAGES",
            "English, French.",
        ]
    )
    assert under(text) == [
        ("REFEREES", ""),
        (first, "referees"),
        ("Director, Leeds Homeless Link a.moss@lhl.example", f"referees | {first.lower()}"),
        (second, f"referees | {first.lower()}"),
        ("Head of Learning, Plan Severn 0117 496 0000", f"referees | {second.lower()}"),
        ("LANGUAGES", f"referees | {second.lower()}"),
        ("English, French.", "languages"),
    ]


def test_a_heading_of_capitalised_words_that_is_no_name_of_a_referee_opens_a_section() -> None:
    text = "Referees\n\nMoss, Leeds Homeless Link.\n\nComputer Skills\n\nMaps.\n\nKind Street\n\nAn evaluation."
    headings = [heading for _, heading in under(text)]
    assert headings == ["", "referees", "referees", "computer skills", "computer skills", "kind street"]


@pytest.mark.parametrize(
    "items",
    [
        ("- Harbour Trust", "- Kind Street", "- Northern Lamp"),
        ("Harbour Trust    2019", "Kind Street    2021", "Northern Lamp    2023"),
        ("2019 Harbour Trust", "2021 Kind Street", "2023 Northern Lamp"),
    ],
)
def test_each_line_of_a_list_stands_below_what_announces_the_list_and_not_below_the_line_before(items: tuple[str, ...]) -> None:
    page = read(Page(number=1, text="\n".join(("We have evaluated:", "", *items))))
    assert [unit.intro for unit in page.units] == ["", *["we have evaluated:"] * 3]
