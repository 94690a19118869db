"""``python -m tests.trials.deploying``: a site as docs/deploy.md has it, renewed while it is read.

Two servers on one PostgreSQL, which they read in a role that can do nothing else, behind each of
nginx and Caddy that is on this machine, with its file from docs/deploy/ and a certificate of its
own. Readers go on asking over TLS while the servers are restarted in turn, other data is loaded and
a server is killed with its workers. Each line says how many asked meanwhile, how many of them had
no answer or a wrong one, and how long the others waited.
"""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Final

import psutil

from tests import postgresql, processes
from tests.faults.readers import PAGES, Answer
from tests.faults.sites import PASSWORDS, READER, OnPostgreSQL
from tests.test_deploy import CERTIFY, FILES, for_nginx

NAME: Final = "treaty.example"
READERS: Final = 5
PAUSE: Final = 0.25
"""Seconds between the requests of a reader."""
STEADY: Final = 10
"""Seconds for which nothing happens, before and after."""


@dataclass
class Server:
    """One of the two: a command, which may be ended and run again."""

    settings: dict[str, str]
    log: Path
    process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"http://localhost:{self.settings['PORT']}"

    def start(self) -> None:
        """Return once it is ready, as ``ExecStartPost`` of the unit waits for."""
        with self.log.open("a") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                processes.SERVE,
                cwd=processes.ROOT,
                env=processes.environment(**self.settings),
                stdout=log,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        processes.wait_until_ready(self.process, self.address, self.log)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=processes.PATIENCE)

    def restart(self) -> None:
        self.stop()
        self.start()

    def kill(self) -> None:
        """End it with all its workers, as when the machine runs out of memory; begin it anew."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.start()

    def renew_workers(self) -> None:
        """Send HUP, and wait until each worker is another."""
        if self.process is not None:
            parent = psutil.Process(self.process.pid)
            before = {*parent.children()}
            self.process.send_signal(signal.SIGHUP)
            while before & {*parent.children()}:
                time.sleep(0.1)


@dataclass
class Proxy:
    """A proxy with its file, where it listens, and the certificate by which it is known."""

    command: list[str]
    http: int
    https: int
    certificate: Path

    def ask(self, path: str, port: int | None = None) -> Answer:
        """Ask as a browser does, over TLS unless another port is given."""
        began = time.monotonic()
        sock = socket.create_connection(("127.0.0.1", port or self.https), timeout=60)
        if port is None:
            context = ssl.create_default_context(cafile=self.certificate)
            sock = context.wrap_socket(sock, server_hostname=NAME)
        with closing(http.client.HTTPConnection(NAME)) as connection:
            connection.sock = sock
            connection.request("GET", path, headers={"Accept-Encoding": "br"})
            response = connection.getresponse()
            response.read()
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Answer(path, response.status, headers, "", time.monotonic() - began)


def main(names: list[str]) -> None:
    """Try each proxy that is named, or that is here."""
    for name in names or [name for name in PROXIES if shutil.which(name)]:
        with tempfile.TemporaryDirectory(prefix="treaty-trial-") as folder:
            Path(folder).chmod(0o755)
            trial(name, Path(folder))


def trial(name: str, folder: Path) -> None:
    """Put up the whole, and print what readers had of each thing that befell it."""
    with ExitStack() as stack:
        database = stack.enter_context(postgresql.server())
        place = OnPostgreSQL({}, database, folder / "load.log")
        place.prepare(connections=20)
        static = folder / "static"
        collect = (*processes.MANAGE, "collectstatic", "--no-input", "--verbosity=0")
        processes.outcome(collect, folder / "collect.log", STATIC_ROOT=str(static))
        settings = {
            "DATABASE_URL": database.url(f"{READER}:{PASSWORDS[0]}"),
            "STATIC_ROOT": str(static),
            "ALLOWED_HOSTS": f"{NAME},localhost",
            "BEHIND_PROXY": "1",
        }
        ports = [processes.free_port() for _ in range(4)]
        servers = [
            Server(settings | {"PORT": str(port)}, folder / f"{port}.log") for port in ports[:2]
        ]
        for server in servers:
            stack.callback(server.stop)
            server.start()
        proxy = PROXIES[name](folder, ports)
        stack.enter_context(processes.running(proxy.command, folder / "proxy.log"))
        wait_for(proxy)
        look_at(proxy)
        print(f"\n{name}: {READERS} readers, each {1 / PAUSE:g} times a second\n")
        print("| meanwhile | seconds | asked | failed | median, ms | longest, ms |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        befalling: dict[str, Callable[[], object]] = {
            "nothing": lambda: time.sleep(STEADY),
            "first server restarted": servers[0].restart,
            "second server restarted": servers[1].restart,
            "data loaded": place.load,
            "workers of the first renewed (HUP)": servers[0].renew_workers,
            "first server killed with its workers": servers[0].kill,
            "nothing again": lambda: time.sleep(STEADY),
        }
        with reading(proxy) as answers:
            for what, happen in befalling.items():
                began, before = time.monotonic(), len(answers)
                happen()
                report(what, time.monotonic() - began, answers[before:])


def wait_for(proxy: Proxy) -> None:
    """Return once a page is answered; raise ``TimeoutError`` if none is."""
    deadline = time.monotonic() + processes.PATIENCE
    while time.monotonic() < deadline:
        try:
            if proxy.ask("/").status == http.client.OK:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{proxy.command[0]} answers nothing")


def look_at(proxy: Proxy) -> None:
    """Print what else docs/deploy.md says of the proxy."""
    page, plain = proxy.ask("/articles/3/"), proxy.ask("/articles/3/", proxy.http)
    for name in ("strict-transport-security", "content-encoding", "cache-control", "vary"):
        print(f"{name}: {page.headers.get(name)}")
    print(f"http: {plain.status}, {plain.headers.get('location')}")


@contextmanager
def reading(proxy: Proxy) -> Iterator[list[Answer]]:
    """Have pages, data and searches asked for all the time; give what was answered so far."""
    answers: list[Answer] = []
    stop = Event()

    def read(reader: int) -> None:
        number = 0
        while not stop.wait(PAUSE):
            number += 1
            asked = f"/articles/?q=oil+{reader}+{number}" if number % 2 else PAGES[number % 5]
            try:
                answers.append(proxy.ask(asked))
            except (OSError, http.client.HTTPException) as error:
                answers.append(Answer(asked, 0, {}, repr(error), 0))

    threads = [Thread(target=read, args=(reader,)) for reader in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def report(what: str, seconds: float, answers: list[Answer]) -> None:
    """Print a line of the table, and each failure below it."""
    failed = [answer for answer in answers if answer.status != http.client.OK]
    waited = [answer.seconds * 1_000 for answer in answers if answer not in failed] or [0.0]
    middle, longest = statistics.median(waited), max(waited)
    figures = f"{seconds:.1f} | {len(answers)} | {len(failed)} | {middle:.0f} | {longest:.0f}"
    print(f"| {what} | {figures} |", flush=True)
    for answer in failed:
        print(f"  {answer.path}: {answer.status} {answer.body}", file=sys.stderr)


def nginx(folder: Path, ports: list[int]) -> Proxy:
    """Write the file of nginx for these ports: of two servers, of http and of https."""
    arguments = for_nginx(folder)
    file = Path(arguments[-1])
    file.write_text(listening(file.read_text(), ports))
    certificate = folder / "fullchain.pem"
    return Proxy(["nginx", "-g", "daemon off;", *arguments[1:]], *ports[2:], certificate)


def listening(text: str, ports: list[int]) -> str:
    """Return a file of nginx with other ports, on this machine alone."""
    first, second, http, https = map(str, ports)
    changes = {
        "127.0.0.1:8000": f"127.0.0.1:{first}",
        "127.0.0.1:8001": f"127.0.0.1:{second}",
        "listen 80;": f"listen 127.0.0.1:{http};",
        "listen [::]:80;": "",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{https} ssl http2;",
        "listen [::]:443 ssl http2;": "",
        "rate=20r/s": "rate=1000r/s",  # all readers are one machine here
    }
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def caddy(folder: Path, ports: list[int]) -> Proxy:
    """Write the file of Caddy for these ports, with a certificate of its own."""
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    subprocess.run(  # noqa: S603 - CERTIFY
        [*CERTIFY, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True
    )
    first, second, http, https = map(str, ports)
    own = f"{{\n\tadmin off\n\thttp_port {http}\n\thttps_port {https}\n"
    text = FILES["Caddyfile"].replace("{\n", own, 1)
    text = text.replace(f"{NAME} {{\n", f"{NAME} {{\n\ttls {certificate} {key}\n")
    text = text.replace("localhost:8000 localhost:8001", f"localhost:{first} localhost:{second}")
    file = folder / "Caddyfile"
    file.write_text(text)
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]
    return Proxy(command, int(http), int(https), certificate)


PROXIES: Final[dict[str, Callable[[Path, list[int]], Proxy]]] = {"nginx": nginx, "caddy": caddy}

if __name__ == "__main__":
    main(sys.argv[1:])
