"""What must stand once does: slugs, keys, names and addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from articles.loading.faults import Fault
from articles.loading.reading import Content


def uniqueness(content: Content) -> Iterator[Fault]:
    """A slug, key, name or address that must tell things apart stands once."""
    columns = (
        ("themes.toml", "theme", "slug", content.themes),
        ("themes.toml", "theme", "name", content.themes),
        ("mentions.toml", "mention", "slug", content.mentions),
        ("mentions.toml", "mention", "name", content.mentions),
        ("sources.toml", "source", "key", content.sources),
        ("sources.toml", "source", "url", content.sources),
        ("timeline.toml", "event", "slug", content.events),
        ("commentary.toml", "comment", "slug", content.comments),
        ("thesaurus", "concept", "slug", content.concepts),
        ("cues.toml", "landmark", "article", content.landmarks),
        ("cues.toml", "body", "mention", content.cues.body),
        (
            "publication.toml",
            "official_text or text_copy",
            "slug",
            [*content.publication.official_text, *content.publication.text_copy],
        ),
    )
    for file, table, key, rows in columns:
        for value, count in Counter(getattr(row, key) for row in rows).items():
            if count > 1:
                yield Fault(
                    file, f"{table}.{key}", f"'{value}' stands {count} times: each must differ"
                )
