import pytest

from ami_cli.credentials import Credentials, credentials
from ami_cli.errors import SourceError


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AMI_SMTP_TOKEN", "AMI_SMTP_PASSWORD", "AMI_IMAP_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(
        "keyring.get_password", lambda service, user: "kept" if (service, user) == ("ami SMTP mail.example", "eve") else None
    )


def test_a_token_goes_before_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMI_SMTP_PASSWORD", "p")
    monkeypatch.setenv("AMI_SMTP_TOKEN", "t")
    found = credentials("SMTP", "ana", "mail.example", None)
    assert (found.password, found.token, found.xoauth2()) == (None, "t", "user=ana\x01auth=Bearer t\x01\x01")


def test_the_environment_goes_before_the_keyring_and_the_keyring_before_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    assert credentials("SMTP", "eve", "mail.example", lambda: "asked").password == "kept"
    assert credentials("SMTP", "ana", "mail.example", lambda: "asked").password == "asked"
    monkeypatch.setenv("AMI_SMTP_PASSWORD", "from the environment")
    assert credentials("SMTP", "eve", "mail.example", lambda: "asked").password == "from the environment"


def test_with_nobody_to_ask_the_remedy_is_said() -> None:
    with pytest.raises(SourceError) as caught:
        credentials("IMAP", "ana", "mail.example", None)
    assert "AMI_IMAP_PASSWORD" in caught.value.remedy("en")


def test_no_secret_is_ever_shown() -> None:
    assert repr(Credentials("ana", password="p", token="t")) == "Credentials(user='ana')"
