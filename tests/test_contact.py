"""Whom to tell of a weakness: in security.txt (RFC 9116) and on the about page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, override_settings

from articles.models import DataVersion
from tests import processes
from tests.pages import fetch
from treaty_site.contact import contact_address, shown

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ADDRESS = "/.well-known/security.txt"


def fields(*, secure: bool = True) -> dict[str, str]:
    lines = Client().get(ADDRESS, secure=secure).content.decode().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_security_txt_has_the_fields_of_its_standard() -> None:
    response = Client().get(ADDRESS)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    found = fields()
    assert set(found) == {"Contact", "Expires", "Preferred-Languages", "Canonical"}
    assert found["Canonical"] == f"https://testserver{ADDRESS}"
    assert found["Preferred-Languages"] == "en"


def test_it_lasts_for_less_than_a_year_and_changes_once_a_day_at_most() -> None:
    expires = datetime.fromisoformat(fields()["Expires"])
    left = expires - datetime.now(UTC)
    assert timedelta(days=178) < left <= timedelta(days=180)
    assert expires.strftime("%H:%M:%S") == "00:00:00"


def test_without_an_address_it_leads_to_where_the_about_page_says_so() -> None:
    assert fields()["Contact"] == "https://testserver/about/#contact"
    page = fetch("/about/")
    assert page.text("#contact") == ["Contact"]
    section = page.text("section[aria-labelledby=contact]")[0]
    assert section == "Contact No contact address has been set."


@override_settings(CONTACT="mailto:keeper@lighthouse.example")
def test_with_an_address_both_give_it() -> None:
    assert fields()["Contact"] == "mailto:keeper@lighthouse.example"
    page = fetch("/about/")
    link = page.document.query("section[aria-labelledby=contact] a")[0]
    assert link.attrs["href"] == "mailto:keeper@lighthouse.example"
    assert link.to_text() == "keeper@lighthouse.example"
    assert "No contact address" not in page.text("section[aria-labelledby=contact]")[0]


def test_it_is_answered_while_the_site_has_no_data() -> None:
    DataVersion.objects.all().delete()
    assert "Contact" in fields()


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", ""),
        (" ", ""),
        ("keeper@lighthouse.example", "mailto:keeper@lighthouse.example"),
        (" mailto:keeper@lighthouse.example\n", "mailto:keeper@lighthouse.example"),
        ("MAILTO:keeper@lighthouse.example", "mailto:keeper@lighthouse.example"),
        ("keeper+lamps@lighthouse.example", "mailto:keeper+lamps@lighthouse.example"),
        ("a?b@lighthouse.example", "mailto:a%3Fb@lighthouse.example"),
        ("mailto:a%3Fb@lighthouse.example", "mailto:a%3Fb@lighthouse.example"),
        (
            "https://lighthouse.example/contact?by=form",
            "https://lighthouse.example/contact?by=form",
        ),
    ],
)
def test_an_address_is_read_as_people_write_it(given: str, address: str) -> None:
    assert contact_address(given) == address


@pytest.mark.parametrize(
    "given",
    [
        "keeper",
        "http://lighthouse.example/",
        "javascript:alert(1)",
        "https://",
        "https://lighthouse.example/ x",
        "mailto:",
        "keeper@lighthouse.example\nExpires: 2000-01-01T00:00:00Z",
        "https://lighthouse.example/\r\nX: y",
        "mailto:keeper@lighthouse.example%0AX: y",
        "wärter@lighthouse.example",
        "tel:+123456",
    ],
)
def test_what_programs_would_not_understand_is_refused(given: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="must be a mail address or an https://"):
        contact_address(given)


def test_a_mail_address_is_shown_without_what_programs_need() -> None:
    assert shown("mailto:a%3Fb@lighthouse.example") == "a?b@lighthouse.example"
    assert shown("https://lighthouse.example/") == "https://lighthouse.example/"


def test_the_site_does_not_start_with_an_address_that_is_none(tmp_path: Path) -> None:
    code, said = processes.outcome(processes.SERVE, tmp_path / "log", CONTACT="nobody")
    assert code != 0
    assert "CONTACT is 'nobody'" in said
    assert "CONTACT=editor@example.org" in said


def test_a_callers_own_address_stays_out_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACT", "caller@lighthouse.example")
    assert "CONTACT" not in processes.environment()
