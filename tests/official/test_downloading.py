"""Getting a page from a server that does everything wrong, and from one that does not."""

from __future__ import annotations

import gzip
import tomllib
import tracemalloc
import zlib

import pytest

from articles.loading.official.downloading import DownloadError, Limits, download
from tests.official.failing_server import Page, Server
from tests.processes import ROOT, free_port

pytestmark = pytest.mark.files

LAMPS = "The lamp of the lighthouse is lit at dusk. Ламп маяка. فانوس دریایی.".encode()
SMALL = 100_000
SAVE = "open it in a browser and save the page for import_text"


def said_of(url: str, limits: Limits | None = None) -> str:
    with pytest.raises(DownloadError) as failure:
        download(url, limits=limits)
    return str(failure.value)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "/missing",
            "answered 404 Not Found: look for where it has gone and correct publication.toml",
        ),
        ("/gone", "answered 410 Gone: look for where it has gone and correct publication.toml"),
        ("/closed", f"answered 403 Forbidden: {SAVE}"),
        ("/broken", "answered 500 Internal Server Error: try again later"),
        ("/busy", "answered 503 Service Unavailable: try again later"),
        ("/nothing", f"answered 204 No Content: {SAVE}"),
        ("/nowhere", f"answered 302 Found: {SAVE}"),
        ("/far", f"leads on more than 5 times: {SAVE}"),
        (
            "/to-file",
            "leads to file:///etc/hostname, which is neither http nor https: "
            "look for where it has gone and correct publication.toml",
        ),
        (
            "/to-ftp",
            "leads to ftp://127.0.0.1/lamps.txt, which is neither http nor https: "
            "look for where it has gone and correct publication.toml",
        ),
        ("/to-odd", f"leads to what is no address: {SAVE}"),
        ("/to-closed", "cannot be reached: check the network, or try again later"),
        ("/truncated", f"broke off before its end: try again later, or {SAVE}"),
        ("/cut-off", f"broke off before its end: try again later, or {SAVE}"),
        ("/no-http", f"broke off before its end: try again later, or {SAVE}"),
        ("/not-packed", f"is packed so that it cannot be unpacked: try again later, or {SAVE}"),
        ("/oddly-packed", f"came packed as br, which was not asked for: {SAVE}"),
    ],
)
def test_each_failure_is_told_in_one_line_with_what_to_do(server: Server, path: str, said: str):
    assert said_of(server.address(path)) == said


@pytest.mark.parametrize("path", ["/round", "/door"])
def test_a_circle_of_redirects_is_called_one(server: Server, path: str):
    assert said_of(server.address(path)) == (
        f"leads in a circle, back to {server.address(path)}, perhaps for want of a cookie: {SAVE}"
    )


def test_no_cookie_is_sent_back(server: Server):
    server.pages["/lamp"] = Page(LAMPS, headers={"Set-Cookie": "seen=1"})
    server.pages["/way"] = Page(
        b"", status=302, headers={"Location": "/lamp", "Set-Cookie": "seen=1"}
    )
    for _ in range(2):
        download(server.address("/way"))
    assert server.paths == ["/way", "/lamp", "/way", "/lamp"]
    assert [headers.get("Cookie") for _, headers in server.asked] == [None] * 4


def test_a_machine_that_does_not_listen_is_said_not_to_be_reached():
    said = said_of(f"http://127.0.0.1:{free_port()}/lamps")
    assert said == "cannot be reached: check the network, or try again later"


def test_a_server_without_the_encryption_asked_for_is_not_trusted(server: Server):
    said = said_of(server.address("/lamp", scheme="https"))
    assert said.startswith("has no encryption that this machine trusts (")
    assert said.endswith(SAVE)


@pytest.mark.parametrize("path", ["/gzip-bomb", "/zlib-bomb", "/deflate-bomb", "/endless"])
def test_what_grows_beyond_the_limit_is_given_up_without_being_unpacked(server: Server, path: str):
    tracemalloc.start()
    try:
        said = said_of(server.address(path), Limits(size=SMALL))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert said == (
        "is larger than 100,000 bytes, which no text of the treaty is: "
        "look for where it has gone and correct publication.toml"
    )
    assert most < 10_000_000


def test_what_is_just_as_large_as_the_limit_is_taken(server: Server):
    server.pages["/lamp"] = Page(b"x" * SMALL)
    assert len(download(server.address("/lamp"), limits=Limits(size=SMALL)).data) == SMALL
    assert said_of(server.address("/lamp"), Limits(size=SMALL - 1)).startswith("is larger than")


@pytest.mark.parametrize("path", ["/slow-head", "/slow-body"])
def test_an_answer_that_trickles_in_is_given_up_when_the_time_is_over(server: Server, path: str):
    said = said_of(server.address(path), Limits(total=0.3))
    assert said == f"did not end within 0.3 s: try again later, or {SAVE}"


def test_a_server_that_says_nothing_is_given_up(server: Server):
    said = said_of(server.address("/silent"), Limits(read=0.2))
    assert said == "sent nothing for 0.2 s: try again later"


@pytest.mark.parametrize(
    ("packing", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("identity", bytes),
        ("", bytes),
    ],
)
def test_a_page_is_unpacked(server: Server, packing: str, pack):
    server.pages["/lamp"] = Page(pack(LAMPS), headers={"Content-Encoding": packing})
    assert download(server.address("/lamp")).data == LAMPS


def test_redirects_are_followed_to_the_page(server: Server):
    server.pages["/lamp/4"] = Page(LAMPS)
    for number in range(4):
        server.pages[f"/lamp/{number}"] = Page(
            b"", status=301, headers={"Location": f"{number + 1}"}
        )
    assert download(server.address("/lamp/0")).data == LAMPS
    assert server.paths == [f"/lamp/{number}" for number in range(5)]


def test_a_redirect_to_an_address_in_persian_is_followed(server: Server):
    server.pages["/%D9%81%D8%A7%D9%86%D9%88%D8%B3"] = Page(LAMPS)
    server.pages["/lamp"] = Page(
        b"", status=302, headers={"Location": "/فانوس".encode().decode("latin-1")}
    )
    assert download(server.address("/lamp")).data == LAMPS


def test_a_request_says_who_asks_and_what_they_can_read(server: Server):
    server.pages["/lamp"] = Page(LAMPS)
    download(server.address("/lamp"), language="fa")
    ((_, headers),) = server.asked
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert headers["User-Agent"] == f"Iran-Russia-Treaty-site/{version}"
    assert headers["Accept-Language"] == "fa, *;q=0.1"
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert headers["Accept"].startswith("text/html, ")


@pytest.mark.parametrize(
    ("content_type", "path", "body", "suffix"),
    [
        ("text/html; charset=windows-1251", "/lamp", b"lamp", ".html"),
        ("TEXT/HTML", "/lamp.pdf", b"lamp", ".html"),
        ("application/xhtml+xml", "/lamp", b"lamp", ".html"),
        ("text/plain", "/lamp.html", b"lamp", ".txt"),
        ("text/markdown", "/lamp", b"lamp", ".md"),
        ("application/pdf", "/lamp", b"lamp", ".pdf"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "/lamp",
            b"lamp",
            ".docx",
        ),
        ("application/octet-stream", "/lamp.PDF", b"lamp", ".pdf"),
        ("application/octet-stream", "/lamp.htm?page=2.txt", b"lamp", ".html"),
        ("", "/lamp.docx", b"lamp", ".docx"),
        ("", "/lamp.php", b"%PDF-1.7 lamp", ".pdf"),
        ("", "/lamp", b"PK\x03\x04lamp", ".docx"),
        ("", "/lamp", b"\xef\xbb\xbf\n<!DOCTYPE html><p>lamp", ".html"),
        ("", "/lamp", b"<HTML><p>lamp", ".html"),
        ("", "/lamp", b"The lamp is lit.", ".txt"),
    ],
)
def test_the_kind_of_file_is_told_by_type_then_address_then_bytes(
    server: Server, content_type: str, path: str, body: bytes, suffix: str
):
    server.pages[path] = Page(body, content_type)
    got = download(server.address(path))
    assert (got.data, got.suffix) == (body, suffix)


def test_this_machine_is_asked_without_the_proxy_of_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    server.pages["/lamp"] = Page(LAMPS)
    assert download(server.address("/lamp")).data == LAMPS


def test_other_machines_are_asked_through_the_proxy_of_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("http_proxy", server.address(""))
    server.pages["http://lamps.invalid/lamp"] = Page(LAMPS)
    assert download("http://lamps.invalid/lamp").data == LAMPS


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("http://127.0.0.1:1", "cannot be reached through the proxy that the environment names: "),
        ("lamp://127.0.0.1:1", "cannot be reached: HTTP_PROXY and HTTPS_PROXY must begin with "),
    ],
)
def test_a_proxy_that_does_not_work_is_told_apart_from_the_address(
    no_proxies: None, monkeypatch: pytest.MonkeyPatch, proxy: str, said: str
):
    monkeypatch.setenv("http_proxy", proxy)
    assert said_of("http://lamps.invalid/lamp").startswith(said)
