"""Letters: a merge of many; and sending them to a real server, the sending killed again and again.

    python benchmarks/letters.py merge [300]
    python benchmarks/letters.py kill [100]

`kill` needs the test dependencies. It drafts letters, starts an SMTP server, and starts `ami letters send` again and again,
killing each run (SIGKILL) at a random moment, drawn from a fixed seed; then one quiet run. Every recipient must have had the
message exactly once, or be named as unknown; nobody twice.
"""

import random
import shutil
import ssl
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from ami_cli import starter
from ami_cli.models.application import Application
from ami_cli.models.assessment import Assessment
from ami_cli.pipeline import lettering
from ami_cli.pipeline.scope import Scope
from ami_cli.workspace import Workspace

CALL = "capitalisation-mna-nantes"
NOW = datetime(2025, 9, 3, 10, tzinfo=UTC)


def scope_in(folder: Path) -> Scope:
    """Make a workspace with one call and return it."""
    shutil.copytree(starter.folder("calls"), folder / "calls")
    place = Workspace(folder)
    return Scope(place, place.calls / f"{CALL}.yaml", place.submissions(CALL))


def assessments(count: int) -> list[Assessment]:
    """Return so many complete applications, each of a person of its own, in French, English or neither."""
    return [
        Assessment(
            call=CALL,
            stage="interest",
            application=Application(
                id=f"{number:03}-cabinet-{number:03}",
                path=f"{number:03}",
                applicant=f"Cabinet Numéro {number:03}",
                email=f"cabinet{number:03}@courriel.example",
                language=("fr", "en", None)[number % 3],
            ),
            on_time=True,
            received_at=NOW,
            verdict="complete",
            documents=(),
            outcomes=(),
        )
        for number in range(count)
    ]


def submit(scope: Scope, everybody: list[Assessment]) -> None:
    """Make their application folders, which receipts are written from."""
    for one in (one.application for one in everybody):
        (scope.folder / one.id).mkdir(parents=True)
        said = {"applicant": one.applicant, "email": one.email, "language": one.language}
        lines = (f"{key}: {value}\n" for key, value in said.items() if value)
        (scope.folder / one.id / "application.yaml").write_text("".join(lines), "utf-8")


def merge(count: int) -> None:
    """Print how long a merge takes, the first time and again."""
    with tempfile.TemporaryDirectory() as folder:
        scope, everybody = scope_in(Path(folder)), assessments(count)
        submit(scope, everybody)
        for round_ in ("first", "again"):
            start = time.perf_counter()
            drafted = lettering.draft(scope, everybody, lettering.Wanted("receipt", NOW))
            states = dict(Counter(one.state for one in drafted))
            print(f"{count} letters, {round_}: {time.perf_counter() - start:.2f} s {states}")


def kill(times: int) -> None:
    """Kill the sending so many times, and count what arrived."""
    import trustme

    from tests.letters.server import Post, running

    chance = random.Random(7)  # moments, not secrets
    with tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        scope, post = scope_in(Path(folder)), Post()
        submit(scope, assessments(times * 2))
        lettering.draft(scope, (), lettering.Wanted("receipt", NOW))
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(Path(folder) / "ca.pem"))
        port, _ = held.enter_context(running(post, authority=authority))
        command = [sys.executable, str(Path(__file__).resolve()), "one-run", folder, str(port)]
        killed = 0
        for _ in range(times):
            run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            if run.stdout is not None:
                run.stdout.readline()  # it is about to send
            time.sleep(chance.uniform(0, 0.06))
            if run.poll() is None:
                run.kill()
                killed += 1
            run.communicate()
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        _judge(times * 2, killed, Counter(address for address, _ in post.received), done.stdout)


def _judge(count: int, killed: int, arrived: Counter[str], told: str) -> None:
    unknown = {line.split()[1] for line in told.splitlines() if line.startswith("unknown")}
    everybody = {f"cabinet{number:03}@courriel.example" for number in range(count)}
    twice = [address for address, number in arrived.items() if number > 1]
    never = everybody - arrived.keys() - unknown
    print(f"{killed} runs killed, {count} letters: {len(arrived)} arrived, {len(unknown)} named unknown,")
    print(f"of which {len(unknown & arrived.keys())} had arrived; twice: {len(twice)}; lost without a word: {len(never)}")
    sys.exit(1 if twice or never else 0)


def one_run(folder: str, port: str) -> None:
    """Send as `ami letters send --really` does, to the server of the benchmark."""
    from ami_cli.credentials import Credentials
    from ami_cli.letters import smtp
    from ami_cli.pipeline import sending

    trusted = ssl.create_default_context(cafile=str(Path(folder) / "ca.pem"))
    place = Workspace(Path(folder))
    scope = Scope(place, place.calls / f"{CALL}.yaml", place.submissions(CALL))
    sending.letters.connected = lambda server, account: smtp.connected(server, account, trusted)  # type: ignore[assignment]  # its certificate
    sending.credentials = lambda *_: Credentials("ami", password="secret")  # type: ignore[assignment]  # noqa: S106  # of the server
    way = sending.Way(f"smtps://ami@localhost:{port}", 60_000, None, lambda: NOW)
    print("ready", flush=True)
    for one in sending.send(scope, way):
        print(one.outcome, one.to, flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["merge", *count]:
            merge(int(count[0]) if count else 300)
        case ["kill", *count]:
            kill(int(count[0]) if count else 100)
        case ["one-run", folder, port]:
            one_run(folder, port)
