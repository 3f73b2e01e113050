import json
from datetime import UTC, datetime
from pathlib import Path

from ami_cli.files import sha256
from ami_cli.pipeline.recording import Done, journal
from ami_cli.workspace import Workspace


def test_a_command_is_recorded_with_digests_and_counts(tmp_path: Path) -> None:
    (tmp_path / "calls").mkdir()
    call, elsewhere = tmp_path / "calls" / "c.yaml", tmp_path.parent / "notice.docx"
    call.write_text("a")
    elsewhere.write_text("b")
    done = Done("render", "c", inputs=[call], outputs=[elsewhere], counts={"files": 1})
    journal(Workspace(tmp_path), done, datetime(2025, 9, 1, tzinfo=UTC))
    assert json.loads((tmp_path / "records" / "c" / "journal.jsonl").read_text()) == {
        "at": "2025-09-01T00:00:00Z",
        "command": "render",
        "version": "0.1.0",
        "call": "c",
        "inputs": {"calls/c.yaml": sha256(b"a")},
        "outputs": {"notice.docx": sha256(b"b")},
        "counts": {"files": 1},
    }
