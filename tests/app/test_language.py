import pytest

from ami_cli.app.language import pick


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, "fr"),
        ([], {"LANG": "C.UTF-8"}, "fr"),
        ([], {"LANG": "de_DE.UTF-8"}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US", "LC_MESSAGES": "en_US", "LC_ALL": "fr_CA"}, "fr"),
        ([], {"LANG": "en_US", "LC_ALL": ""}, "en"),
        (["--lang", "en", "init"], {"LANG": "fr_FR"}, "en"),
        (["init", "--lang=fr"], {"LANG": "en_US"}, "fr"),
        (["--lang", "fr", "init", "--lang", "en"], {}, "en"),
        (["render", "--lang", "both"], {"LANG": "en_US"}, "en"),
        (["--lang", "en", "render", "--lang", "both"], {"LANG": "fr_FR"}, "en"),
        (["inspect", "--", "--lang", "en"], {}, "fr"),
        (["--lang"], {}, "fr"),
    ],
)
def test_the_language_is_the_last_one_asked_else_that_of_the_locale_else_french(
    words: list[str], environment: dict[str, str], language: str
) -> None:
    assert pick(words, environment) == language
