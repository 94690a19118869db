"""What `docs/deploy/` says of the code is so; programs that are on the machine read their files."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests import processes

DOCUMENT = processes.ROOT / "docs/deploy.md"
FOLDER = processes.ROOT / "docs/deploy"
FILES = {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()}
EVERYTHING = {**FILES, DOCUMENT.name: DOCUMENT.read_text("utf-8")}
RELEASE = "/srv/treaty/current"

NOT_OURS = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"})
"""Variables that Python reads."""

CERTIFY = (
    *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"),
    *("-subj", "/CN=treaty.example", "-addext", "subjectAltName=DNS:treaty.example"),
)

pytestmark = pytest.mark.files


def test_every_variable_is_a_setting_of_the_readme():
    readme = (processes.ROOT / "README.md").read_text("utf-8")
    settings = set(re.findall(r"`([A-Z_]+)`", readme.partition("\n## Settings\n")[2]))
    named = set()
    for name in ("site.env", "load.env"):
        named |= set(re.findall(r"^#?([A-Z_]+)=", FILES[name], flags=re.M))
    for name in ("treaty@.service", "treaty-load.service"):
        for line in re.findall(r"^Environment=(.+)", FILES[name], flags=re.M):
            named |= {word.partition("=")[0] for word in line.split()}
    named |= set(re.findall(r"^(?:ENV|   ) ([A-Z_]+)=", FILES["Dockerfile"], flags=re.M))
    assert {"ALLOWED_HOSTS", "PORT", "WORKERS"} <= named
    assert named - NOT_OURS <= settings


def test_every_command_is_there():
    text = "\n".join(EVERYTHING.values())
    managed = set(re.findall(r'manage\.py"?,? "?([a-z_]+)', text))
    assert {"serve", "load_treaty", "migrate", "collectstatic"} <= managed
    assert managed <= set(get_commands())
    makefile = (processes.ROOT / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    for target in re.findall(r"^make (\S+)", EVERYTHING["deploy.md"], flags=re.M):
        assert re.search(rf"^{re.escape(target)}:", makefile, flags=re.M), target


def test_every_file_that_the_document_and_the_container_take_exists():
    shown = set(re.findall(r"\bdocs/deploy/[\w.@-]+[\w]", "\n".join(EVERYTHING.values())))
    copied = re.findall(r"^COPY (\S+)", FILES["Dockerfile"], flags=re.M)
    assert copied
    assert [name for name in {*shown, *copied} if not (processes.ROOT / name).exists()] == []
    table = set(re.findall(r"^\| (`.+?) \|", EVERYTHING["deploy.md"].partition("\n## ")[0], re.M))
    assert {name for row in table for name in re.findall(r"`(.+?)`", row)} == set(FILES)


def test_the_container_has_all_that_serving_needs(tmp_path: Path):
    for name in re.findall(r"^COPY (\S+)", FILES["Dockerfile"], flags=re.M):
        source = processes.ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path)
    done = subprocess.run(  # noqa: S603 - our own command
        [*processes.MANAGE, "check"],
        cwd=tmp_path,
        env=processes.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_programs_on_this_machine_accept_their_files(tmp_path: Path):
    for program, prepare in READERS.items():
        if shutil.which(program):
            done = subprocess.run(  # noqa: S603 - the commands are those of READERS
                [program, *prepare(tmp_path)],
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"
            assert not re.search(r"\[warn\]|Unknown|ignoring", done.stderr), done.stderr


def for_systemd(folder: Path) -> list[str]:
    """Write the units with a program that is there; return the arguments."""
    names = [name for name in FILES if name.endswith(".service")]
    for name in names:
        (folder / name).write_text(
            FILES[name].replace(f"{RELEASE}/.venv/bin/python", shutil.which("true") or "")
        )
    return ["verify", "--man=no", *(str(folder / name) for name in names)]


def for_nginx(folder: Path) -> list[str]:
    """Write the site, with a certificate and logs in the folder; return the arguments."""
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    subprocess.run(  # noqa: S603 - CERTIFY
        [*CERTIFY, "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    site = re.sub(r"/etc/letsencrypt/live/[^/]+|/var/log/nginx", str(folder), FILES["nginx.conf"])
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    own = f"pid {folder}/pid; error_log {folder}/error.log; events {{}}"
    whole.write_text(f"{own} http {{ {temporary}\n{site} }}")
    return ["-t", "-c", str(whole)]


def for_caddy(folder: Path) -> list[str]:
    """Return the arguments; the file needs nothing else."""
    return ["validate", "--adapter", "caddyfile", "--config", str(FOLDER / "Caddyfile")]


READERS: dict[str, Callable[[Path], list[str]]] = {
    "systemd-analyze": for_systemd,
    "nginx": for_nginx,
    "caddy": for_caddy,
}
"""The programs that read the files, and what prepares a file for them and says how to call them."""
