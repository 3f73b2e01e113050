"""A real IMAP server on this machine, with a certificate of its own making: Dovecot, where it is installed."""

import json
import os
import pwd
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import trustme

from tests.intake.sources.accounts import PASSWORD, TOKEN, USER, Server, owner
from tests.serving import free_port, wait_for

PROGRAM = shutil.which("dovecot") or ("/usr/sbin/dovecot" if Path("/usr/sbin/dovecot").exists() else None)

CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/log
ssl = required
ssl_cert = <{base}/cert.pem
ssl_key = <{base}/key.pem
mail_location = maildir:{base}/mail/%u
first_valid_uid = 1
auth_mechanisms = plain login xoauth2
disable_plaintext_auth = yes
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {base}/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={base}/mail/%u
}}
default_internal_user = {internal}
default_login_user = {login}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {port}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class _Introspection(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = f"token={TOKEN}&" in self.path
        body = json.dumps({"active": known, "email": USER} if known else {"active": False}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def running(base: Path) -> Iterator[Server]:
    """Give a server that is ready, and end it."""
    assert PROGRAM is not None
    authority = trustme.CA()
    authority.cert_pem.write_to_path(base / "ca.pem")
    certificate = authority.issue_cert("localhost")
    certificate.private_key_pem.write_to_path(base / "key.pem")
    for number, blob in enumerate(certificate.cert_chain_pems):
        blob.write_to_path(base / "cert.pem", append=number > 0)
    introspection = ThreadingHTTPServer(("127.0.0.1", 0), _Introspection)
    threading.Thread(target=introspection.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{introspection.server_port}/?token="
    known = "username_attribute = email\nactive_attribute = active\nactive_value = true\n"
    (base / "oauth2.conf").write_text(f"introspection_url = {url}\nintrospection_mode = get\n{known}")
    port = free_port()
    (base / "dovecot.conf").write_text(_config(base, port))
    (base / "mail").mkdir()
    if os.geteuid() == 0:
        os.chown(base / "mail", *owner())
    nothing = subprocess.DEVNULL
    process = subprocess.Popen([PROGRAM, "-F", "-c", base / "dovecot.conf"], stdout=nothing, stderr=nothing)  # noqa: S603  # the program found above
    try:
        wait_for(port, process, [base / "log"])
        yield Server(port, base / "mail" / USER, base / "ca.pem", base / "log")
    finally:
        process.terminate()
        process.wait(10)
        introspection.shutdown()
        introspection.server_close()


def _config(base: Path, port: int) -> str:
    uid, gid = owner()
    me = pwd.getpwuid(os.getuid()).pw_name
    root = os.geteuid() == 0
    return CONFIG.format(
        base=base,
        port=port,
        password=PASSWORD,
        uid=uid,
        gid=gid,
        internal="dovecot" if root else me,
        login="dovenull" if root else me,
    )
