"""What every template may use."""

from typing import Any

from django.http import HttpRequest

from articles import treaty as facts


def treaty(request: HttpRequest) -> dict[str, Any]:
    """Give templates the treaty's names and the data version that is loaded."""
    return {
        "treaty": {
            "title": facts.TITLE,
            "short_title": facts.SHORT_TITLE,
            "last_article": facts.LAST_ARTICLE,
        },
        "data_version": getattr(request, "data_version", None),
    }
