"""Whatever a file holds, the loader answers with faults and never with an exception."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from articles.loading import Fault
from articles.loading.checks import check
from articles.loading.reading import FILES, FOLDERS, Content, files_of_folders, read

pytestmark = pytest.mark.files

FILE_NAMES = [
    *FILES,
    *("articles/00.toml", "articles/19.toml", "articles/zebra.toml", "thesaurus/zebra.toml"),
]
REAL_FILES = [*FILES, *(name for name, _ in files_of_folders(settings.FIXTURES_DIR))]
HEAD_KEYS = (
    "number",
    "title",
    "gist",
    "themes",
    "keywords",
    "reports",
    "mentions",
    "caution",
    "paragraph",
    "related",
    "background",
    "zebra",
)


def read_alone(name: str, content: bytes) -> tuple[Content, list[Fault]]:
    """Read a folder with one file only, and return the faults of that file."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name_of_folder in FOLDERS:
            (folder / name_of_folder).mkdir()
        (folder / name).write_bytes(content)
        parsed, faults = read(folder)
    every = [*faults, *check(parsed)]
    assert all(str(fault) for fault in every)
    return parsed, [fault for fault in every if fault.file == name]


def toml(value: object) -> str:
    """Return the value as TOML on one line."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)} = {toml(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", r"\u007f")
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


scalars = st.one_of(
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.sampled_from(["duty", "3.3", "closing", "trade", "\x00", "<b>", "2025-02-30"]),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["number", "text", "strength", "sources", "point", "named"]), inner
        )
    ),
    max_leaves=12,
)


@given(name=st.sampled_from(FILE_NAMES), content=st.binary(max_size=2_000))
def test_any_bytes_give_faults(name: str, content: bytes) -> None:
    _, faults = read_alone(name, content)
    assert faults


@given(data=st.data(), name=st.sampled_from(REAL_FILES), put=st.binary(max_size=20))
def test_a_real_file_damaged_anywhere_is_read_or_gives_faults(
    data: st.DataObject, name: str, put: bytes
) -> None:
    real = (settings.FIXTURES_DIR / name).read_bytes()
    start = data.draw(st.integers(0, len(real)))
    end = data.draw(st.integers(start, min(len(real), start + 200)))
    parsed, faults = read_alone(name, real[:start] + put + real[end:])
    assert faults or name in {*parsed.articles, *parsed.thesaurus, *parsed.files}


@given(key=st.sampled_from(HEAD_KEYS), value=values)
def test_any_value_of_any_key_is_read_or_gives_faults(key: str, value: object) -> None:
    content = f"{key} = {toml(value)}\n"
    _, faults = read_alone("articles/19.toml", content.encode())
    missing = {fault.key for fault in faults if fault.message == "is missing: add it"}
    assert {"number", "title", "gist", "themes", "reports"} - {key} <= missing


@given(name=st.sampled_from(sorted(FILES)), value=values)
def test_any_table_of_any_file_is_read_or_gives_faults(name: str, value: object) -> None:
    key = {"timeline.toml": "event", "commentary.toml": "comment"}.get(
        name, name.removesuffix("s.toml")
    )
    parsed, faults = read_alone(name, f"{key} = {toml(value)}\n".encode())
    assert faults or name in parsed.files


CONCEPT_KEYS = ("slug", "name", "terms", "en", "ru", "fa", "provisions", "mentions", "absent", "x")


@given(key=st.sampled_from(CONCEPT_KEYS), value=values)
def test_any_value_of_any_key_of_a_concept_is_read_or_gives_faults(key: str, value: object) -> None:
    content = f"[[concept]]\n{key} = {toml(value)}\n"
    _, faults = read_alone("thesaurus/zebra.toml", content.encode())
    missing = {fault.key for fault in faults if fault.message == "is missing: add it"}
    assert {f"concept[1].{name}" for name in CONCEPT_KEYS[:-2] if name != key} <= missing


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("number = " + "9" * 5_000, id="a decimal number of 5,000 digits"),
        pytest.param("number = 0x" + "f" * 5_000, id="a hexadecimal number of 5,000 digits"),
        pytest.param("number" + ".a" * 2_000 + " = 1", id="2,000 tables, one in another"),
        pytest.param("a = " + "[" * 2_000 + "]" * 2_000, id="2,000 lists, one in another"),
        pytest.param("a = " + "{b = " * 2_000, id="2,000 inline tables, one in another"),
        pytest.param(r'title = "\ud800"', id="half a surrogate pair"),
        pytest.param(r'title = "\U00110000"', id="a character beyond Unicode"),
        pytest.param("number = nan", id="no number"),
        pytest.param("\ufeffnumber = 19", id="a byte order mark"),
        pytest.param("number = 19\x00", id="a NUL"),
    ],
)
def test_an_extreme_value_gives_faults(content: str) -> None:
    _, faults = read_alone("articles/19.toml", content.encode())
    assert faults
