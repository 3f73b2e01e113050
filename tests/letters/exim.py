"""A mail server as organisations run it, in a configuration of its own: Exim, where it is installed."""

import grp
import os
import pwd
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import trustme

from tests.serving import free_port, wait_for

PROGRAM = shutil.which("exim4") or ("/usr/sbin/exim4" if Path("/usr/sbin/exim4").exists() else None)
USER, PASSWORD = "ami", "secret"
REFUSED = "nobody@example.org"

CONFIG = """
keep_environment =
spool_directory = {base}/spool
log_file_path = {base}/%slog
pid_file_path = {base}/pid
primary_hostname = localhost
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max_per_connection = 1000
exim_user = {user}
exim_group = {group}
tls_advertise_hosts = *
tls_certificate = {base}/cert.pem
tls_privatekey = {base}/key.pem
acl_smtp_mail = mail
acl_smtp_rcpt = rcpt
begin acl
mail:
  deny message = encrypt first
       !encrypted = *
  deny message = log in first
       !authenticated = *
  accept
rcpt:
  deny message = no such mailbox
       recipients = {refused}
  accept
begin routers
everybody:
  driver = accept
  transport = maildir
begin transports
maildir:
  driver = appendfile
  maildir_format
  directory = {base}/mail
  create_directory
  envelope_to_add
  user = {user}
  group = {group}
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = ${{if and{{{{eq{{$auth2}}{{{account}}}}}{{eq{{$auth3}}{{{password}}}}}}}}}
  server_set_id = $auth2
  server_advertise_condition = ${{if def:tls_in_cipher}}
"""


@dataclass(frozen=True)
class Server:
    """Where it listens, whom to trust, and where mail is delivered."""

    port: int
    trusted: ssl.SSLContext
    base: Path

    def delivered(self, wanted: int) -> dict[str, Message]:
        """Return what was delivered, by the address it was for, once there are so many; fewer where they do not come."""
        found: list[Path] = []
        for _ in range(100):
            found = [path for folder in ("new", "cur") for path in (self.base / "mail" / folder).glob("*")]
            if len(found) >= wanted:
                break
            time.sleep(0.1)
        read = [message_from_bytes(path.read_bytes()) for path in found]
        by_address = {str(one["Envelope-to"]): one for one in read}
        assert len(by_address) == len(read)  # nobody was written to twice
        return by_address


@contextmanager
def running(base: Path) -> Iterator[Server]:
    """Give a server that is ready, and end it. The folder has to be one that its user can reach."""
    assert PROGRAM is not None
    trusted = _certificate(base)
    port = free_port()
    user, group = _who()
    (base / "exim.conf").write_text(
        CONFIG.format(base=base, port=port, user=user, group=group, refused=REFUSED, account=USER, password=PASSWORD)
    )
    for folder in ("spool", "mail"):
        (base / folder).mkdir()
    if os.geteuid() == 0:
        for path in (base, *base.iterdir()):
            shutil.chown(path, user, group)
        shutil.chown(base / "exim.conf", "root", "root")  # Exim refuses a configuration that others could change
    nothing = subprocess.DEVNULL
    process = subprocess.Popen([PROGRAM, "-C", base / "exim.conf", "-bdf", "-q1m"], stdout=nothing, stderr=nothing)  # noqa: S603  # the program found above
    try:
        wait_for(port, process, base.glob("*log"))
        yield Server(port, trusted, base)
    finally:
        process.terminate()
        process.wait(10)


def _certificate(base: Path) -> ssl.SSLContext:
    authority, trusted = trustme.CA(), ssl.create_default_context()
    authority.configure_trust(trusted)
    authority.cert_pem.write_to_path(base / "ca.pem")
    certificate = authority.issue_cert("localhost")
    certificate.private_key_pem.write_to_path(base / "key.pem")
    for number, blob in enumerate(certificate.cert_chain_pems):
        blob.write_to_path(base / "cert.pem", append=number > 0)
    return trusted


def _who() -> tuple[str, str]:
    if os.geteuid() == 0:
        return "Debian-exim", "Debian-exim"
    return pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
