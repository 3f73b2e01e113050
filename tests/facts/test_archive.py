import io
import stat
import zipfile

import pytest

from ami_cli.facts.bounds import DEFAULT, Bounds
from ami_cli.facts.reading import facts_of
from ami_cli.models.facts import DocumentFacts
from tests.facts.making import pdf, zipped


def of(data: bytes, bounds: Bounds = DEFAULT) -> DocumentFacts:
    return facts_of(data, ".zip", bounds)


def named(raw: bytes, *, flag: bool = False) -> bytes:
    """A zip with one entry whose name is these very bytes."""
    stand_in = b"n" * len(raw)
    data = zipped({stand_in.decode(): "Bonjour"})
    data = data.replace(stand_in, raw)
    if flag:
        data = data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x00\x08").replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x00\x08"
        )
    return data


def test_every_file_is_a_document_of_its_own_with_its_facts() -> None:
    data = zipped({"CV/cv.pdf": pdf("Curriculum vitae"), "lettre.txt": "Madame, Monsieur, bonjour à toute l'équipe.", "d/": ""})
    facts = of(data)
    assert (facts.readable, facts.text_layer, facts.texts) == (True, False, ())
    assert [(member.path, member.facts) for member in facts.members] == [
        ("CV/cv.pdf", facts_of(pdf("Curriculum vitae"), ".pdf")),
        ("lettre.txt", facts_of("Madame, Monsieur, bonjour à toute l'équipe.".encode(), ".txt")),
    ]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("été.txt".encode(), "été.txt"),
        ("été.txt".encode("cp850"), "été.txt"),
        ("文章1.txt".encode("cp932"), "文章1.txt"),
        (b"../../etc/cron.d/x.txt", "etc/cron.d/x.txt"),
        (b"C:\\Users\\x\\cv.txt", "C:/Users/x/cv.txt"),
        (b"/abs/cv.txt", "abs/cv.txt"),
        (b"CON", "CON"),
    ],
)
def test_names_are_decoded_and_are_labels_only(raw: bytes, name: str) -> None:
    assert [member.path for member in of(named(raw)).members] == [name]


def test_archives_in_archives_are_read_down_to_a_depth() -> None:
    data = zipped({"lettre.txt": "Bonjour"})
    for level in range(3):
        data = zipped({f"{level}.zip": data})
    inner = of(data).members[0].facts.members[0].facts.members[0].facts.members[0]
    assert inner.path == "lettre.txt"
    deep = of(data, Bounds(nesting=2)).members[0].facts.members[0].facts
    assert (deep.readable, deep.problem) == (False, "too-large")


def test_a_bomb_is_given_up_at_the_bound_and_the_files_before_it_are_kept() -> None:
    data = zipped({"a.txt": "Bonjour", "bomb.txt": b"0" * 5_000_000, "after.txt": "Bonsoir"})
    facts = of(data, Bounds(unpacked=1_000_000))
    assert [member.facts.problem for member in facts.members] == [None, "too-large", "too-large"]
    assert facts.truncated


def test_more_files_than_may_be_read_are_cut_and_said() -> None:
    facts = of(zipped({f"{number}.txt": "x1" for number in range(30)}), Bounds(members=10))
    assert (len(facts.members), facts.truncated) == (10, True)


def test_a_link_is_not_followed() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        link = zipfile.ZipInfo("passwd")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    (member,) = of(held.getvalue()).members
    assert (member.facts.problem, member.facts.detail) == ("unsupported", "a link, which is not followed")


def test_locked_entries_are_named_and_an_archive_of_them_is_encrypted() -> None:
    data = bytearray(zipped({"a.txt": "Bonjour"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    facts = of(bytes(data))
    assert (facts.readable, facts.problem, facts.encrypted) == (False, "encrypted", "user")


@pytest.mark.parametrize(
    ("data", "problem"), [(b"PK\x03\x04 and nothing", "damaged"), (zipped({}), "empty"), (zipped({"d/": ""}), "empty")]
)
def test_what_is_wrong_with_an_archive_is_named(data: bytes, problem: str) -> None:
    assert of(data).problem == problem
