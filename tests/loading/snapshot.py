"""All that the database holds of the treaty, to be compared before and after."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db import connection, models

from articles.models import Revision

Rows = dict[str, list[str]]


def everything() -> Rows:
    """Return every row of every table of the app as it stands, and of the search index."""
    tables = apps.get_app_config("articles").get_models(include_auto_created=True)
    rows = {
        model._meta.db_table: sorted(map(plain, model._default_manager.values_list()))
        for model in tables
    }
    return {**rows, "search index": search_index()}


def plain(row: tuple[object, ...]) -> str:
    return str([bytes(value) if isinstance(value, memoryview) else value for value in row])


def content() -> Rows:
    """Return what the rows say: without the keys that the database hands out, and without dates.

    The history of the text is left out: it grows with every change, and stays.
    """
    rows = {
        model._meta.db_table: sorted(str(said(row)) for row in with_links(model))
        for model in apps.get_app_config("articles").get_models()
        if model is not Revision
    }
    return {**rows, "search index": search_index()}


def with_links(model: type[models.Model]) -> Iterable[models.Model]:
    """Fetch the rows, and those that they refer to, a table at a time."""
    links = [field.name for field in model._meta.get_fields() if field.many_to_one]
    lists = [field.name for field in model._meta.many_to_many]
    return model._default_manager.prefetch_related(*links, *lists)


def said(row: models.Model) -> dict[str, object]:
    fields = {
        field.name: str(getattr(row, field.name))
        for field in row._meta.concrete_fields
        if not isinstance(field, models.AutoField | models.DateTimeField)
    }
    links = {
        field.name: [str(other) for other in getattr(row, field.name).all()]
        for field in row._meta.many_to_many
    }
    return {**fields, **links}


def search_index() -> list[str]:
    # On SQLite the table itself tells no more than which documents are in it.
    table = "articles_search" + "_data" * (connection.vendor == "sqlite")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - own names
        return sorted(map(str, cursor.fetchall()))
