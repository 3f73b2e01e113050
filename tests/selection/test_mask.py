import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.models.text import Words
from ami_cli.selection.mask import Mask

ANA = Mask({"Ana Ruiz": Words(fr="Candidat 1", en="Candidate 1")})


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Ana Ruiz, ana.ruiz@cabinet.example", "Candidate 1, [contact details]"),
        ("ANA RUIZ · 06 39 98 14 02", "Candidate 1 · [contact details]"),
        ("+33 (0)6.39.98.14.02 or 0033 639981402", "[contact details] or [contact details]"),
        ("see https://cabinet.example/ana and www.ana.example", "see [contact details] and [contact details]"),
        ("16 800 € in 2021-2023, 32 days, 66.00 out of 100", "16 800 € in 2021-2023, 32 days, 66.00 out of 100"),
        ("2025-08-26T09:41:12+02:00 · person", "2025-08-26T09:41:12+02:00 · person"),
        ("received on 29 August 2025 at 16:32:51 (UTC+02:00)", "received on 29 August 2025 at 16:32:51 (UTC+02:00)"),
    ],
)
def test_names_and_what_names_as_well_are_taken_out_and_nothing_else(said: str, shown: str) -> None:
    assert ANA.text(said, "en") == shown


@given(st.text(alphabet="0123456789+ .()-@aw:/", max_size=400))
def test_any_text_is_masked_in_little_time(said: str) -> None:
    assert ANA.text(ANA.text(said, "fr"), "fr") == ANA.text(said, "fr")
