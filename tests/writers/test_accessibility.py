"""The web page under axe-core, in a browser: on a screen, on a phone, in the dark."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ami_cli import notice

AXE = Path(__file__).parents[1] / "npm" / "node_modules" / "axe-core" / "axe.min.js"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
RUN = """<script>axe.run(document).then(found => {
  const place = document.createElement("pre");
  place.id = "axe-found";
  place.textContent = JSON.stringify({passes: found.passes.length,
    violations: found.violations.map(one => [one.id, one.nodes.map(node => node.html)])});
  document.documentElement.append(place);
})</script>"""
SCREENS = {"screen": "--window-size=1280,900", "phone": "--window-size=390,844", "dark": "--blink-settings=preferredColorScheme=0"}

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="needs Chromium: apt-get install chromium"),
    pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core: npm install --prefix tests/npm"),
]


def audited(page: bytes, folder: Path, screen: str) -> dict[str, object]:
    """Return what axe-core finds in a page."""
    file = folder / "page.html"
    checked = page.decode().replace("</body>", f"<script>{AXE.read_text(encoding='utf-8')}</script>{RUN}</body>")
    file.write_text(checked, encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", f"--user-data-dir={folder}/profile"]
    done = subprocess.run(  # noqa: S603  the browser of this machine, on a page made here
        [str(BROWSER), *flags, SCREENS[screen], "--dump-dom", file.as_uri()], capture_output=True, check=True, timeout=120
    )
    found = re.search(r'<pre id="axe-found">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found is not None
    answer: dict[str, object] = json.loads(html.unescape(found[1]))
    return answer


@pytest.mark.parametrize("screen", SCREENS)
def test_a_notice_in_two_languages_breaks_no_rule(nantes: notice.Setting, brand: notice.Brand, tmp_path: Path, screen: str) -> None:
    found = audited(notice.write(notice.in_two(nantes, notice.Document()), "html", brand), tmp_path, screen)
    assert found["violations"] == []
    assert isinstance(found["passes"], int)
    assert found["passes"] > 20


def test_a_draft_breaks_no_rule(trafficking: notice.Setting, brand: notice.Brand, tmp_path: Path) -> None:
    assert audited(notice.write(notice.compose(trafficking, "fr"), "html", brand), tmp_path, "screen")["violations"] == []


def test_a_rule_that_is_broken_is_found(nantes: notice.Setting, brand: notice.Brand, tmp_path: Path) -> None:
    page = notice.write(notice.compose(nantes, "fr"), "html", brand).replace(b'<html lang="fr">', b"<html>")
    assert [rule for rule, _nodes in audited(page, tmp_path, "screen")["violations"]] == ["html-has-lang"]  # type: ignore[attr-defined]  # a list, as JSON has it
