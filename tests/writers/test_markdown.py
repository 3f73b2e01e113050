from hypothesis import given
from hypothesis import strategies as st

from ami_cli import notice
from ami_cli.models.content import Copy, Notice, Paragraph, Run, Summary
from ami_cli.wording.compose import compose
from ami_cli.wording.markdown_in import prose
from ami_cli.wording.typography import set_text
from ami_cli.writers import markdown
from tests.conftest import NOW


def written(*blocks: Paragraph | Copy) -> str:
    tree = Notice(title="t", organisation="o", subject="s", languages=("es",), blocks=blocks, written=NOW, summary=Summary(id="t"))
    return markdown.write(tree).decode()


@given(st.text("ab *_`[]<>|#-+=.1)~&\\!", min_size=1, max_size=20).filter(lambda text: text == text.strip()))
def test_words_read_back_as_the_same_words(text: str) -> None:
    (back,) = prose(written(Paragraph(runs=(Run(text=text),))), "es")
    assert isinstance(back, Paragraph)
    assert "".join(run.text for run in back.runs) == set_text(text, "es")


@given(st.text("ab `*", min_size=1, max_size=12).filter(lambda text: text.strip()))
def test_a_literal_reads_back_exactly(text: str) -> None:
    (back,) = prose(written(Paragraph(runs=(Run(text="x "), Run(text=text, literal=True)))), "es")
    assert isinstance(back, Paragraph)
    assert back.runs[-1] == Run(text=text, literal=True)


def test_the_notice_reads_as_markdown_with_its_table_and_boxes(nantes: notice.Setting) -> None:
    text = markdown.write(compose(nantes, "en")).decode()
    assert "| Step | Date |\n| --- | --- |\n" in text
    assert "`Capitalisation / MNA Nantes / France`" in text
    assert "<doi.applications@medecinsdumonde.net>" in text
    assert "- [ ] Letter of interest, three (3)\u00a0pages at most\n" in text
    assert "\n\n\n" not in text
