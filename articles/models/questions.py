"""What people ask about the treaty, and what its text answers."""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.utils.text import slugify

from articles.models.apparatus import Listed
from articles.models.record import Event
from articles.treaty.addresses import page_url
from articles.treaty.places import Place, spoken


class Question(Listed):
    """A question, its answer, and the provisions that bear the answer out, the best first.

    Where the treaty does not deal with the matter, ``nearest`` has those that come nearest.
    ``asked`` are other ways of putting the question, by which search knows it; ``events`` bear out
    what is not in the text.
    """

    slug = models.SlugField(primary_key=True, max_length=80)
    heading = models.CharField(max_length=100)
    question = models.CharField(max_length=115)
    answer = models.CharField(max_length=320)
    places = models.JSONField(default=list)
    nearest = models.JSONField(default=list)
    asked = models.JSONField(default=list)
    on_home = models.BooleanField(default=False)
    events = models.ManyToManyField(Event, related_name="+")

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        """Return the address of the question's page."""
        return page_url("question", self.slug)

    @property
    def heading_anchor(self) -> str:
        """The HTML ``id`` of the heading that it stands under."""
        return slugify(self.heading)

    @cached_property
    def provisions(self) -> tuple[Place, ...]:
        """Where to read on: what bears the answer out, or else what comes nearest."""
        return tuple(Place.read(code) for code in (*self.places, *self.nearest))

    @property
    def named_provisions(self) -> list[tuple[str, str]]:
        """What each of them is called, ``Article 3(3)``, and its address."""
        return [(spoken([place]), place.url) for place in self.provisions]

    @property
    def rests_on(self) -> str:
        """What stands before the provisions."""
        return "Rests on" if self.places else "Nearest in the treaty"

    @cached_property
    def article_numbers(self) -> frozenset[int]:
        """The articles in which the provisions stand."""
        return frozenset(place.article for place in self.provisions)
