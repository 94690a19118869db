"""The app that holds the treaty."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """The articles, their search and their pages."""

    name = "articles"
    default_auto_field = "django.db.models.BigAutoField"
