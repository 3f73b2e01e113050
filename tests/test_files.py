import hashlib
from pathlib import Path

import pytest

from ami_cli.files import sha256, sha256_and_head, sha256_and_size, sha256_of


@pytest.mark.parametrize("content", [b"", b"a", b"abc" * 50_000])
def test_a_file_is_digested_in_one_go_with_what_else_is_asked_of_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    assert (sha256(content), sha256_of(path)) == (digest, digest)
    assert sha256_and_size(path) == (digest, len(content))
    assert sha256_and_head(path, 5) == (digest, content[:5])
