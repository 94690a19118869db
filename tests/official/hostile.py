"""Files that are no treaty: damaged, encrypted, or made to take all the memory there is."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from typing import Final

from pypdf import PdfWriter

from tests.official.documents import plain
from tests.official.treaties import treaty

MEGABYTE: Final = 1_000_000
BODY: Final = "word/document.xml"


def with_part(data: bytes, name: str, content: bytes | None) -> bytes:
    """Return a packed document with a part replaced, or without it."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if content is not None:
            new.writestr(name, content)
    return written.getvalue()


def document() -> bytes:
    """Return a document that is in order."""
    return plain(treaty("en"))


def zip_bomb() -> bytes:
    """Return a small document whose text unpacks to 300 million characters."""
    text = b" " * (300 * MEGABYTE)
    return with_part(document(), BODY, b"<w:document>" + text + b"</w:document>")


def zip_bomb_that_lies() -> bytes:
    """Return the same bomb, with a directory that gives a size of one character for the text."""
    bomb = zip_bomb()
    true = struct.pack("<L", 300 * MEGABYTE + len(b"<w:document></w:document>"))
    return bomb.replace(true, struct.pack("<L", 1))


def entity_bomb() -> bytes:
    """Return a document whose entities stand for each other, ten times over in each of ten."""
    entities = "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10 if number else "lake "}">'
        for number in range(10)
    )
    text = (
        f"<?xml version='1.0'?><!DOCTYPE w:document [{entities}]>"
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    )
    return with_part(document(), BODY, text.encode())


def entity_bomb_in_utf16() -> bytes:
    """Return the same bomb in another encoding, in which a search for its name fails."""
    with zipfile.ZipFile(io.BytesIO(entity_bomb())) as packed:
        text = packed.read(BODY).decode()
    return with_part(
        document(), BODY, text.replace("1.0'", "1.0' encoding='utf-16'").encode("utf-16")
    )


def entity_that_reads_a_file() -> bytes:
    """Return a document that asks for the words of a file of this machine."""
    text = (
        "<?xml version='1.0'?><!DOCTYPE w:document [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&file;</w:t></w:r></w:p></w:body></w:document>"
    )
    return with_part(document(), BODY, text.encode())


def without_text() -> bytes:
    """Return a document that lacks the part which holds the text."""
    return with_part(document(), BODY, None)


def truncated_document() -> bytes:
    """Return the first half of a document."""
    data = document()
    return data[: len(data) // 2]


def document_with_broken_packing() -> bytes:
    """Return a document whose text is packed wrongly."""
    data = bytearray(document())
    at = data.index(BODY.encode()) + len(BODY)
    data[at : at + 200] = random.Random(1).randbytes(200)  # noqa: S311 - no secret is made
    return bytes(data)


def other_archive() -> bytes:
    """Return an archive of something else."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("boats.csv", "name,oars\nHeron,4\n")
    return written.getvalue()


def pdf(*, lock: str = "") -> bytes:
    """Return a PDF of one page, without any text if none is given."""
    writer = PdfWriter()
    writer.add_blank_page(width=300, height=300)
    if lock:
        writer.encrypt(lock, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def truncated_pdf() -> bytes:
    """Return the first half of a PDF."""
    data = pdf()
    return data[: len(data) // 2]


def pdf_bomb() -> bytes:
    """Return a small PDF whose page unpacks to 500 million bytes of drawing orders."""
    return _pdf_with(zlib.compress(b"BT (lake) Tj ET\n" * (500 * MEGABYTE // 16), 9))


def _pdf_with(stream: bytes) -> bytes:
    """Return a PDF of one page with this packed content."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    written = b"%PDF-1.4\n"
    for number, content in enumerate(objects, 1):
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return written + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"


def png() -> bytes:
    """Return a picture of one pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">L", zlib.crc32(kind + content))
        return struct.pack(">L", len(content)) + kind + content + check

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">LLBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def rubbish(size: int = 20_000) -> bytes:
    """Return bytes that mean nothing."""
    return random.Random(7).randbytes(size)  # noqa: S311 - no secret is made


def deep_page() -> bytes:
    """Return a page whose elements lie 100,000 deep in each other."""
    return b"<html><body>" + b"<div>" * 100_000 + b"lake" + b"</div>" * 100_000


def one_long_line() -> bytes:
    """Return a text of five million characters without the end of a line."""
    return b"Article 1 of the treaty says that boats are boats. " * (5 * MEGABYTE // 51)
