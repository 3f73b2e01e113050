from hypothesis import given
from hypothesis import strategies as st

from ami_cli.strict_yaml import Values
from ami_cli.strict_yaml.writing import scalar

VALUES = st.one_of(st.none(), st.booleans(), st.integers(0, 10**9), st.text(), st.lists(st.text(), max_size=3))


@given(VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    values = Values(f"key: {scalar(value)}\n", "x.yaml")
    assert (values.mistakes, values.root) == ((), {"key": value})
