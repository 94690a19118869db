"""``manage.py import_text``, with the texts of ``texts``: what it keeps, loads and refuses."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import DataVersion, OfficialText
from tests.loading.draft import Draft
from tests.loading.snapshot import everything
from tests.official import formats
from tests.official.texts import data_of, written
from tests.official.treaties import treaty

pytestmark = pytest.mark.once

KNOWN = "https://irangov.ir/detail/456479"
"""An address that ``fixtures/publication.toml`` knows."""

NOT_TAKEN = "The text was not taken. Nothing was changed."


class Desk:
    """A copy of the fixtures, and a folder of downloads to import from."""

    def __init__(self, draft: Draft, downloads: Path) -> None:
        self.folder = draft.without_thesaurus().folder
        self.draft, self.downloads = draft, downloads
        self.errors = StringIO()
        downloads.mkdir()

    def save(self, data: bytes, name: str = "download.txt") -> Path:
        path = self.downloads / name
        path.write_bytes(data)
        return path

    def run(self, file: Path, *options: str) -> list[str]:
        """Run the command; return the lines it prints."""
        printed = StringIO()
        call_command(
            "import_text",
            str(file),
            f"--folder={self.folder}",
            *options,
            stdout=printed,
            stderr=self.errors,
        )
        return printed.getvalue().splitlines()

    def refused(self, file: Path, *options: str) -> tuple[str, list[str]]:
        """Run the command, which must refuse and change nothing; return what it says."""
        before = everything(), self.files()
        with pytest.raises(CommandError) as error:
            self.run(file, *options)
        assert (everything(), self.files()) == before
        return str(error.value), self.errors.getvalue().splitlines()

    def files(self) -> dict[str, bytes]:
        """Return what lies beside the fixtures, by name."""
        found = (self.folder / "official").glob("*")
        return {path.name: path.read_bytes() for path in found}

    def origin(self, slug: str) -> dict[str, object]:
        return tomllib.loads((self.folder / f"official/{slug}.toml").read_text("utf-8"))


@pytest.fixture
def desk(db: None, draft: Draft, tmp_path: Path) -> Desk:
    return Desk(draft, tmp_path / "downloads")


def slugs() -> list[str]:
    return list(OfficialText.objects.values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("en", "English: 5 recitals, 47 articles"),
        ("ru", "Russian: 5 recitals, 47 articles"),
        ("fa", "Persian: 5 recitals, 47 articles"),
    ],
)
def test_a_complete_text_is_kept_and_loaded_and_its_language_found_out(
    desk: Desk, slug: str, said: str
) -> None:
    first, *_, last = desk.run(desk.save(data_of(slug)))
    rows = [one for article in written(slug).articles for one in article.paragraphs]
    points = sum(bool(block.label) for one in rows for block in one.blocks)
    numbered = sum(bool(one.number) for one in rows) - 5
    assert first == f"{said}, {numbered} paragraphs, {points} points, closing lines."
    assert last == f"The text is kept as {slug}.txt and loaded."
    assert sorted(desk.files()) == [f"{slug}.toml", f"{slug}.txt"]
    assert desk.files()[f"{slug}.txt"] == data_of(slug)
    text = OfficialText.objects.get()
    assert (text.slug, text.language, text.source) == (slug, slug, f"{slug}.txt")
    assert text.sha256 == hashlib.sha256(data_of(slug)).hexdigest()
    assert text.paragraphs.count() == len(rows) + 1  # the closing lines are one, too


def test_a_check_reports_the_same_and_changes_nothing(desk: Desk) -> None:
    file = desk.save(data_of("ru"))
    before = everything()
    *report, last = desk.run(file, "--check")
    assert last == "The text is complete. Nothing was changed: this was a check."
    assert (everything(), desk.files()) == (before, {})
    assert desk.run(file)[: len(report)] == report


def test_without_options_nothing_is_claimed_of_the_origin(desk: Desk) -> None:
    desk.run(desk.save(data_of("en")))
    assert desk.origin("en") == {
        "publisher": "",
        "url": "",
        "retrieved": "",
        "wording": "unknown",
        "sha256": hashlib.sha256(data_of("en")).hexdigest(),
    }


def test_what_is_said_of_the_origin_is_kept_and_loaded(desk: Desk) -> None:
    desk.run(
        desk.save(data_of("fa")),
        "--source=https://lamps.example/fa?id=3&x=%22",
        "--publisher=Lamp “Office” \\ چراغ",
        "--retrieved=2026-01-05",
        "--wording=own",
    )
    text = OfficialText.objects.get()
    assert (text.url, text.publisher) == (
        "https://lamps.example/fa?id=3&x=%22",
        "Lamp “Office” \\ چراغ",
    )
    assert (text.retrieved, text.wording) == ("2026-01-05", "own")


def test_an_address_that_the_fixtures_know_tells_publisher_and_wording(desk: Desk) -> None:
    publication = tomllib.loads(desk.draft.text("publication.toml"))
    (known,) = [row for row in publication["official_text"] if row["url"] == KNOWN]
    desk.run(desk.save(data_of("en")), f"--source={KNOWN}/")
    origin = desk.origin("en")
    assert (origin["publisher"], origin["wording"]) == (
        known["publisher"],
        known.get("wording", "unknown"),
    )
    retrieved = date.fromisoformat(str(origin["retrieved"]))
    assert datetime.now(UTC).date() - retrieved <= timedelta(days=1)


def test_a_second_text_in_a_language_needs_a_name_of_its_own(desk: Desk) -> None:
    desk.run(desk.save(data_of("en")))
    other = desk.save(data_of("en-2"), "other.txt")
    said, problems = desk.refused(other)
    assert said == NOT_TAKEN
    assert problems == [
        "there is another text called en.txt: give --replace to put this one in its place, "
        "or --name en-2 to have both"
    ]
    assert desk.run(other, "--name=en-2")[-1] == "The text is kept as en-2.txt and loaded."
    assert slugs() == ["en", "en-2"]


def test_a_text_takes_the_place_of_another_when_told_to(desk: Desk) -> None:
    desk.run(desk.save(data_of("en")), "--publisher=Lamp Office")
    markdown = formats.markdown(written("en-2")).encode()
    desk.run(desk.save(markdown, "treaty.md"), "--replace")
    assert sorted(desk.files()) == ["en.md", "en.toml"]
    text = OfficialText.objects.get()
    assert (text.slug, text.source, text.publisher) == ("en", "en.md", "")


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    file = desk.save(data_of("en"))
    desk.run(file, "--publisher=Lamp Office")
    files, version = desk.files(), DataVersion.objects.get().digest
    assert "The same file is there already, as en.txt." in desk.run(file)
    assert (desk.files(), DataVersion.objects.get().digest) == (files, version)
    assert slugs() == ["en"]


def test_every_problem_is_named_and_nothing_changes(desk: Desk) -> None:
    numbers = [number for number in range(48) if number not in (12, 40)]
    broken = formats.apart(written("en").with_articles(*numbers)).encode()
    said, problems = desk.refused(desk.save(broken))
    assert said == NOT_TAKEN
    together = " ".join(problems)
    assert "12" in together
    assert "40" in together


def test_a_treaty_that_does_not_speak_of_what_this_one_does_is_refused(desk: Desk) -> None:
    other = written("en").with_article(14, paragraphs=treaty("en").articles[13].paragraphs)
    said, problems = desk.refused(desk.save(formats.apart(other).encode()))
    assert said == NOT_TAKEN
    (problem,) = problems
    assert problem.startswith("Article 14 does not speak of ")


@pytest.mark.parametrize("data", [b"", b"A page about lakes.", bytes(range(256)) * 40])
def test_what_is_no_treaty_is_refused(desk: Desk, data: bytes) -> None:
    said, problems = desk.refused(desk.save(data))
    assert said == NOT_TAKEN
    assert problems


def test_a_broken_text_does_not_replace_a_sound_one(desk: Desk) -> None:
    desk.run(desk.save(data_of("en")))
    cut = data_of("en-2")[:5_000]
    assert desk.refused(desk.save(cut), "--replace")[0] == NOT_TAKEN
    assert slugs() == ["en"]


def test_the_language_that_is_named_must_be_the_texts(desk: Desk) -> None:
    assert desk.refused(desk.save(data_of("ru")), "--language=en")[0] == NOT_TAKEN
    assert desk.run(desk.save(data_of("ru")), "--language=ru")[-1].endswith("ru.txt and loaded.")


@pytest.mark.parametrize("name", ["lake", "ru", "ru-2", "../en", "en/../../x", "EN", "en-", "en_2"])
def test_a_name_that_does_not_begin_with_the_language_is_refused(desk: Desk, name: str) -> None:
    around = sorted(desk.folder.parent.rglob("*"))
    said, problems = desk.refused(desk.save(data_of("en"), "treaty.txt"), f"--name={name}")
    assert said == NOT_TAKEN
    assert problems == [f"{name}: a text in this language is called en or en-2"]
    left = sorted(desk.folder.parent.rglob("*"))
    assert left == sorted([*around, desk.downloads / "treaty.txt"])


def test_a_file_that_cannot_be_read_gets_a_message(desk: Desk) -> None:
    missing = desk.downloads / "nowhere.txt"
    assert desk.refused(missing)[0] == f"{missing} cannot be read: No such file or directory."
    assert desk.refused(desk.downloads)[0] == f"{desk.downloads} cannot be read: Is a directory."


def test_another_number_of_articles_goes_with_a_check_only(desk: Desk) -> None:
    short = desk.save(formats.apart(treaty("ru", articles=12)).encode())
    assert desk.refused(short, "--articles=12")[0] == (
        "--articles 12 is not this treaty: only --check can be done with it."
    )
    for count in ("12", "0"):
        first, *_ = desk.run(short, f"--articles={count}", "--check")
        assert first.startswith("Russian: 5 recitals, 12 articles, ")
    assert desk.refused(short, "--articles=13", "--check")[0] == NOT_TAKEN
    assert desk.files() == {}


def test_lines_that_are_left_out_are_shown_or_counted(desk: Desk) -> None:
    file = desk.save(formats.paged(written("en")).encode())
    some, every = desk.run(file, "--check"), desk.run(file, "--check", "--left-out")
    shown = [line for line in some if line.startswith("left out, line ")]
    all_of_them = [line for line in every if line.startswith("left out, line ")]
    assert len(shown) == 12
    assert shown == all_of_them[:12]
    assert f"left out: {len(all_of_them) - 12} more lines (--left-out shows them)" in some


@pytest.mark.parametrize("option", ["--retrieved=yesterday", "--source=lamps", "--publisher="])
def test_when_the_load_fails_the_text_that_was_there_is_there_again(
    desk: Desk, option: str
) -> None:
    desk.run(desk.save(data_of("en")), "--publisher=Lamp Office")
    if option == "--publisher=":
        desk.draft.remove("themes.toml")
    markdown = formats.markdown(written("en-2")).encode()
    said, _ = desk.refused(desk.save(markdown, "treaty.md"), "--replace", option)
    assert said.startswith("The text was sound, but the load failed: ")
    assert sorted(desk.files()) == ["en.toml", "en.txt"]
    assert desk.origin("en")["publisher"] == "Lamp Office"


@pytest.mark.parametrize("option", ["--language=de", "--wording=divine", "--articles=many"])
def test_an_option_that_cannot_be_is_refused(desk: Desk, option: str) -> None:
    said, _ = desk.refused(desk.save(data_of("en")), option)
    assert said.startswith("Error: argument ")


def test_a_file_without_end_is_read_no_further_than_its_size_is_known(draft: Draft) -> None:
    endless = draft.folder.parent / "endless.txt"
    endless.symlink_to("/dev/zero")
    errors = StringIO()
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("import_text", endless, folder=draft.folder, stderr=errors)
    assert "is over 8,000,000 bytes" in errors.getvalue()


def test_a_folder_that_cannot_be_written_is_told_and_keeps_what_it_had(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = draft.folder / "official"
    texts.mkdir(exist_ok=True)
    (texts / "en.txt").write_text("what was there")
    copy = draft.folder.parent / "copy.txt"
    copy.write_text(formats.wrapped(treaty("en")), encoding="utf-8")

    def full(path: Path, *args: object, **kwargs: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_text", full)
        with pytest.raises(CommandError, match=r"No space left on device\. Nothing"):
            call_command("import_text", copy, folder=draft.folder, replace=True)
    assert {path.name: path.read_text() for path in texts.iterdir()} == {"en.txt": "what was there"}
