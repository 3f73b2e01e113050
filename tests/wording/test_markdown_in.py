import pytest

from ami_cli.models.content import Box, Copy, Heading, Item, Listing, NewPage, Paragraph, Run, Table
from ami_cli.wording.markdown_in import InexpressibleError, prose, template
from ami_cli.wording.values import Literal, Plain, Prose, Value

HOSTILE = '<script>alert(1)</script> {{ 7*7 }} {% for x in y %} #set page(fill: red) #import "x" $x^2$ \\input{x}'


def mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def test_prose_becomes_paragraphs_lists_and_headings_below_their_place() -> None:
    assert prose("# Un\n\n- a\n- *b*\n\n3. c", "fr", shift=2) == (
        Heading(level=3, runs=(Run(text="Un"),)),
        Listing(
            numbered=False,
            items=(
                Item(blocks=(Paragraph(runs=(Run(text="a"),)),)),
                Item(blocks=(Paragraph(runs=(Run(text="b", emphasis=True),)),)),
            ),
        ),
        Listing(numbered=True, start=3, items=(Item(blocks=(Paragraph(runs=(Run(text="c"),)),)),)),
    )


def test_code_of_any_kind_in_prose_is_text() -> None:
    (paragraph,) = prose(HOSTILE.replace("\\", "\\\\"), "es")
    assert paragraph == Paragraph(runs=(Run(text=HOSTILE),))


def test_a_foreign_phrase_says_its_language_and_a_strange_link_is_shown() -> None:
    (paragraph,) = prose("[droit](lang:fr) [a](https://x.org) [b](ftp://x.org) <c@x.org>", "en")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (
        Run(text="droit", language="fr"),
        Run(text=" "),
        Run(text="a", link="https://x.org"),
        Run(text=" b"),
        Run(text=" (ftp://x.org)", literal=True),
        Run(text=" "),
        Run(text="c@x.org", literal=True, link="mailto:c@x.org"),
    )


def test_a_script_behind_a_link_is_no_link() -> None:
    (paragraph,) = prose("[a](javascript:alert)", "en")
    assert paragraph == Paragraph(runs=(Run(text="[a](javascript:alert)"),))


def test_an_image_is_named_with_its_field_rather_than_dropped() -> None:
    with pytest.raises(InexpressibleError) as raised:
        prose("![a](b.png)", "fr", path="mission.context")
    assert (raised.value.what, raised.value.path) == ("image", "mission.context")


def test_a_list_has_no_place_in_a_heading() -> None:
    with pytest.raises(InexpressibleError) as raised:
        template(f"# {mark(0)}\n", "fr", [Prose("- a", "title")])
    assert raised.value.path == "title"


def test_values_cannot_change_the_shape_of_a_template() -> None:
    values: list[Value] = [Plain("a | b\n\n# c"), Plain("- [ ] d **e**"), Prose("f\n\n- g", "p"), Literal("S : « x » !")]
    source = f"Kicker\n\n# {mark(1)}\n\n| h | i |\n| --- | --- |\n| {mark(0)} | x |\n\n{mark(2)}\n\n"
    source += f"{mark(3)}\n\n---\n\n> - [ ] y {mark(3)}\n"
    assert template(source, "en", values) == (
        Paragraph(runs=(Run(text="Kicker"),), role="kicker"),
        Heading(level=1, runs=(Run(text="- [ ] d **e**"),)),
        Table(header=((Run(text="h"),), (Run(text="i"),)), rows=(((Run(text="a | b\n\n# c"),), (Run(text="x"),)),)),
        Paragraph(runs=(Run(text="f"),)),
        Listing(numbered=False, items=(Item(blocks=(Paragraph(runs=(Run(text="g"),)),)),)),
        Copy(run=Run(text="S : « x » !", literal=True)),
        NewPage(),
        Box(
            blocks=(
                Listing(
                    numbered=False,
                    items=(
                        Item(
                            blocks=(Paragraph(runs=(Run(text="y "), Run(text="S : « x » !", literal=True))),),
                            tick=True,
                        ),
                    ),
                ),
            )
        ),
    )


def test_marks_hidden_in_prose_stand_for_nothing() -> None:
    assert prose(mark(0), "fr") == (Paragraph(runs=(Run(text="\ufffd0\ufffd"),)),)


def test_a_table_in_prose_is_a_table() -> None:
    assert prose("| a | b |\n| --- | --- |\n| 1 | 2 |", "fr") == (
        Table(header=((Run(text="a"),), (Run(text="b"),)), rows=(((Run(text="1"),), (Run(text="2"),)),)),
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |", "| 1 | 2 | 3 |"),
        ("[Budget]: 15000", "[BUDGET]: …"),
        ("> " * 60 + "deep", "nested"),
        ("- " * 60 + "deep", "nested"),
    ],
)
def test_what_commonmark_would_leave_out_is_refused(text: str, what: str) -> None:
    with pytest.raises(InexpressibleError) as raised:
        prose(text, "fr", path="mission.context")
    assert (raised.value.what, raised.value.path) == (what, "mission.context")


def test_a_link_by_reference_stays_a_link() -> None:
    assert prose("[a][b]\n\n[b]: https://x.example", "fr") == (Paragraph(runs=(Run(text="a", link="https://x.example"),)),)
