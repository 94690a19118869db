"""The pictures that chats show beside a link."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from articles.treaty.addresses import page_url


class Card(models.Model):
    """A PNG for the site, an article, a paragraph or a theme; the loader draws it.

    ``drawn_from`` is a SHA-256 of everything the picture was made of, so that one that would be
    the same is not drawn again; ``digest`` is that of the file, and stands in its address.
    ``alt`` says in words what the picture shows.
    """

    name = models.SlugField(primary_key=True, max_length=80)
    alt = models.TextField()
    drawn_from = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    png = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the picture, which changes with its content."""
        return page_url("card", self.name, self.digest[:16])
