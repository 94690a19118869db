"""A wrong value of a setting is refused, in words that say what would be right."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests import processes
from treaty_site.environment import hosts, level, listener, switch

pytestmark = pytest.mark.files


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DEBUG", "yes", "DEBUG is 'yes'; it must be 1 (on) or 0 (off)."),
        ("BEHIND_PROXY", "true", "BEHIND_PROXY is 'true'; it must be 1"),
        ("ACCESS_LOG", "2", "ACCESS_LOG is '2'; it must be 1"),
        ("READ_ONLY", "no", "READ_ONLY is 'no'; it must be 1"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL is 'loud'; it must be one of DEBUG, INFO"),
        ("ALLOWED_HOSTS", "https://treaty.example.org", "ALLOWED_HOSTS holds 'https://treaty"),
        ("METRICS", "0", "METRICS is '0'; it must be a port from 1 to 65535"),
        ("METRICS", "10.0.0.11", "METRICS is '10.0.0.11'; it must be a port"),
        ("CONTACT", "nobody", "CONTACT is 'nobody'; it must be a mail address"),
    ],
)
def test_a_command_says_which_setting_is_wrong_and_nothing_else(name, value, said, tmp_path):
    code, output = processes.outcome(
        (*processes.MANAGE, "check"), tmp_path / "log", **{name: value}
    )
    assert code != 0
    assert output.startswith(f"Wrong settings: {said}")
    assert "Traceback" not in output


@pytest.mark.parametrize(("value", "is_on"), [("1", True), ("0", False), ("", True)])
def test_a_switch_that_is_not_set_is_as_it_is_by_default(value, is_on, monkeypatch):
    monkeypatch.setenv("A_SWITCH", value)
    assert switch("A_SWITCH", default=True) is is_on


@pytest.mark.parametrize(
    ("value", "found"), [("", "WARNING"), ("info", "INFO"), ("DEBUG", "DEBUG")]
)
def test_a_level_may_be_written_small(value, found, monkeypatch):
    monkeypatch.setenv("A_LEVEL", value)
    assert level("A_LEVEL") == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("", None),
        ("9100", ("127.0.0.1", 9100)),
        ("10.0.0.11:9100", ("10.0.0.11", 9100)),
        ("[::1]:9100", ("::1", 9100)),
    ],
)
def test_a_port_alone_is_one_of_this_machine(value, found, monkeypatch):
    monkeypatch.setenv("LISTENER", value)
    assert listener("LISTENER") == found


def test_names_of_hosts_stand_with_commas_and_perhaps_spaces_between_them(monkeypatch):
    monkeypatch.setenv("NAMES", "treaty.example.org, .example.org,[::1],127.0.0.1,")
    assert hosts("NAMES", "") == ["treaty.example.org", ".example.org", "[::1]", "127.0.0.1"]


@pytest.mark.parametrize(
    "value", ["a.example:8000", "a.example/b", "a.example b.example", "::1", "*"]
)
def test_what_is_no_name_of_a_host_is_refused(value, monkeypatch):
    monkeypatch.setenv("NAMES", value)
    with pytest.raises(ImproperlyConfigured, match="it must hold names alone"):
        hosts("NAMES", "")
