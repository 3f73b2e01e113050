from pathlib import Path

import pytest

from ami_cli import notice, starter
from ami_cli.errors import TemplateError
from tests.conftest import setting

NOTICE = (starter.folder("templates") / "notice.en.md.j2").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("taken_out", "said"),
    [
        ("{{ when(closing) }}", "the deadline"),
        ("{{ channel.subjects[0] }}", "the subject to type"),
    ],
)
def test_a_template_that_leaves_out_what_binds_applicants_stops_the_notice(tmp_path: Path, taken_out: str, said: str) -> None:
    source = NOTICE.replace(taken_out, "").replace('{% include "part-calendar.en.md.j2" %}', "")
    (tmp_path / "notice.en.md.j2").write_text(source, encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        notice.in_one(setting("capitalisation-mna-nantes", templates=(tmp_path,)), notice.Document(), "en")
    assert raised.value.of("en") == f"notice.en.md.j2: the template nowhere prints {said}"


def test_a_template_without_all_three_names_all_three(tmp_path: Path) -> None:
    (tmp_path / "notice.fr.md.j2").write_text("# {{ call.title }}\n", encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        notice.in_one(setting("capitalisation-mna-nantes", templates=(tmp_path,)), notice.Document(), "fr")
    assert raised.value.of("fr").endswith("la date limite, l’adresse d’envoi, l’objet à recopier")
