"""``/openapi.json``: every address of data, described for programs (OpenAPI 3.1)."""

from articles.openapi.document import document

__all__ = ["document"]
