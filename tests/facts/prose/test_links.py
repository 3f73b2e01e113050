import pytest

from tests.facts.prose.conftest import Find

LINKS = [
    ("https://drive.google.com/drive/folders/abc", "CV et lettre : https://drive.google.com/drive/folders/abc"),
    ("www.dropbox.com/s/xyz/cv.pdf", "My files are at www.dropbox.com/s/xyz/cv.pdf."),
    ("https://we.tl/t-AbC", "Lien : <https://we.tl/t-AbC>"),
    ("https://1drv.ms/b/s!x", "(https://1drv.ms/b/s!x)"),
    ("https://ecole.sharepoint.com/:b:/g/x", "https://ecole.sharepoint.com/:b:/g/x"),
]


@pytest.mark.parametrize(("link", "text"), LINKS)
def test_a_link_to_files_elsewhere_is_found(find: Find, link: str, text: str) -> None:
    assert [one.value for one in find(text, "link")] == [link]


@pytest.mark.parametrize(
    "text", ["www.example.test", "ada@example.test", "Dropbox et Google Drive sont interdits chez nous.", "linkedin.com/in/ada"]
)
def test_other_addresses_are_no_links_to_files(find: Find, text: str) -> None:
    assert find(text, "link") == ()


@pytest.mark.parametrize("address", ["https://partage.cabinet.example/dossier/ami", "http://fichiers.example.org:8443/cv.pdf"])
def test_an_address_on_an_unknown_host_may_lead_to_files(find: Find, address: str) -> None:
    assert [(one.value, one.sure) for one in find(f"Nos CV sont ici : {address}.", "link")] == [(address, False)]


def test_the_first_page_of_a_site_leads_to_no_files(find: Find) -> None:
    assert find("Notre site : https://www.cabinet.example/", "link") == ()
