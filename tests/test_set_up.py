"""``manage.py set_up``: once all that a site needs, and then nothing until something changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from articles.management.commands import set_up
from articles.models import DataVersion
from tests import processes

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Give the commands that were run, each of which does nothing here."""
    names: list[str] = []
    monkeypatch.setattr(set_up, "STAMP", tmp_path / "var/stamp")
    monkeypatch.setattr(set_up, "call_command", lambda name, **options: names.append(name))
    return names


ALL = ["migrate", "load_treaty", "collectstatic"]


def test_what_is_there_stays_as_it_is_until_something_is_changed(done, settings, tmp_path):
    release = tmp_path / "release"
    (release / "fixtures").mkdir(parents=True)
    settings.BASE_DIR = release
    for expected in (ALL, []):
        done.clear()
        call_command("set_up")
        assert done == expected
    (release / "fixtures/a.toml").write_text("a = 1")
    call_command("set_up")
    assert done == ALL


def test_data_that_were_restored_are_not_replaced(done):
    call_command("set_up")
    DataVersion.objects.update(digest="f" * 64)
    done.clear()
    call_command("set_up")
    assert done == []


def test_what_has_gone_is_made_again(done, static_files):
    call_command("set_up")
    DataVersion.objects.all().delete()
    done.clear()
    call_command("set_up")
    assert done == ALL


def test_a_load_says_in_the_place_of_which_version_it_put_another(site_settings, tmp_path):
    where = processes.copied(site_settings, tmp_path)
    code, said = processes.outcome((*processes.MANAGE, "load_treaty"), tmp_path / "log", **where)
    assert code == 0
    assert ", in the place of " in said.splitlines()[0]
